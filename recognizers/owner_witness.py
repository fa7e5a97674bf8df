"""A small trained witness for whose an address is: an organisation's, or a person's home.

A logistic regression over the answers of ``owner_clues``; its weights (``data/owner_weights.txt``) are made anew by
``benchmarks/recognition/train_owners.py``. Nobody's place (a building site, a museum) counts as an organisation's.
"""

from __future__ import annotations

import re
from functools import lru_cache

from recognizers.entities import EntityType
from recognizers.organisation_words import HEAD
from recognizers.owner_clues import Surroundings
from recognizers.results import Hit
from recognizers.weights import logit, weights_in

WEIGHTS = "owner_weights.txt"
#: As sure as this the witness has to be before keeping is proposed, where an organisation is named before the address
#: and where none is: a home that stays in sight is worse than an office that is hidden.
_ENOUGH, _UNNAMED = logit(0.75), logit(0.95)
#: Right before an address: somebody lives there, or it is brought there, or it is a property.
_HOME = re.compile(
    r"(?<![a-z])(?:o|tru(?! so)|ngu|song|cu tru|dinh cu|thuong tru|tam tru|sinh song|nha|nha (?:o|rieng|em|toi|minh|anh|chi|ong|ba|co|chau))"
    r"(?: (?:o|tai|so))?\s{0,3}:?\s{0,2}$"
    r"|(?<![a-z])(?:giao|ship|gui|chuyen)(?: hang| tra)? (?:toi|den|ve|cho)\s{0,3}:?\s{0,2}$"
    r"|(?<![a-z])(?:thua dat|tai san(?! (?:truong|van dong|bong|khau|bay|nha|dinh|golf|tennis|kho|vuon))|nha dat|can ho|quyen su dung dat|toa lac|bat dong san)(?![a-z])[^\n.]{0,50}$"
    r"|(?<![a-z])(?:liv(?:es?|ed|ing)|resid(?:es?|ed|ing)|stay(?:s|ed|ing)?|domiciled)(?: [a-z]+)? (?:at|in)\s{0,3}:?\s{0,2}$"
)
#: The same in the label by which it was found.
_HOME_LABEL = re.compile(
    r"tr[úu]|ở|hộ khẩu|hktt|đktt|ngụ|nhà|giao|nhận|residence|permanent|home|thửa|tài sản|đất|căn hộ|liên lạc|quê"
)
#: Right before an address in English: whose house it is ("SILK RIVER HOTEL HOI AN – ", "Embassy of Ireland, ").
_ENGLISH_OFFICE = re.compile(
    r"(?<![a-z])(?:hotel|resort|bank|branch|embassy|consulate|clinic|practice|hospital|university|college|school|ltd|limited|"
    r"jsc|llc|llp|plc|gmbh|inc|company|corporation|associates|office|(?:board|meeting|conference) room|factory|warehouse|showroom|campus|museum|"
    r"committee|agency|department)\.?(?: of(?: the)? [a-z]+| [a-z]+(?: [a-z]+)?)?\s?"
    r"(?:[,–:\-][ ]?|\n| (?:is |are )?(?:located )?at )$"
)
#: Right before an address: things are made, sold, kept, shown there, or an organisation has its seat there.
_OF_THINGS = re.compile(
    r"(?<![a-z])(?:san xuat|che bien|dong goi|lap rap|khai truong|trung bay|niem yet|bao hanh|dau gia)(?: [a-z]+){0,3} (?:tai|o)\s?:?\s?$"
    r"|(?<![a-z])(?:tai|o|tu|den|ve) (?:kho(?: hang)?|nha may|xuong|showroom)\s?:?\s?$"
    r"|(?:\A|[\n.;|])[ \-•*\d.]{0,6}(?:co so|chi nhanh|kho(?: hang)?|bai xe|diem ban|nha may|phan xuong|xuong(?: san xuat)?|showroom|"
    r"dai ly|tram bao hanh|trung tam bao hanh|van phong(?: dai dien)?|tru so(?: chinh)?|dia diem (?:to chuc|thi cong|hop|thi))"
    r"(?: (?:so )?\d{1,2}| chinh)?\s?:\s?$"
)
#: Before an address on its line: something takes place there, and no home is named.
_PLACE_OF_EVENT = re.compile(
    r"(?<![a-z])(?:to chuc|dien ra|khai mac|be mac|khai giang|tap trung|trung bay|trien lam|bieu dien|thi dau|hoi (?:thao|nghi|cho|hop)|"
    r"cuoc hop|le (?:ky niem|khai truong|khanh thanh|ra mat|trao giai|tot nghiep)|dai hoi|giao luu|hien mau|tiem chung|nop ho so|"
    r"nhan ho so|phat hanh (?:ho so|hsmt)|ban ve|dat ve|bao hanh|san thi dau|diem thi|dia diem(?: (?:thi|hop|to chuc|thi cong|tap trung))?|"
    r"tru so|tam dung luu thong|mat dien|cup dien|cup nuoc|ngung cap nuoc|tam ngung|anh huong)(?![a-z])"
    r"(?:(?!(?<![a-z])(?:tu gia|gia dinh|nha(?! (?:hat|hang|van hoa|thi dau|may|sach|truong|tho))|tru tai|thuong tru|tam tru|ong|ba|anh|chi)"
    r"(?![a-z]))[^\n;]){0,80}$"
)
#: An address that begins with a unit of an organisation: "Phòng Vật tư, số 224 Bà Triệu"; never "Phòng 302", "Phòng trọ …".
_UNIT_FIRST = re.compile(
    r"(?:(?:phong|ban) (?:vat tu|dao tao|hanh chinh|to chuc|ke (?:hoach|toan)|kinh doanh|nhan su|tai (?:chinh|vu)|ky thuat|cong tac|noi (?:vu|chinh)|"
    r"giao duc|y te|van hoa|dau tu|truyen thong|phap che|quan (?:ly|tri)|giam doc|to chuc|cong chung|giao dich)|bo phan|trung tam|cong ty|chi nhanh|"
    r"van phong|toa soan|hoc vien|nha van hoa|hoi truong|cua hang|sieu thi|truong (?:thpt|thcs|th|tieu hoc|mam non|dai hoc|cao dang))"
    r"(?: [a-z0-9&.\-]{1,12}){0,8}(?: ?,| -| –) ?"
)
#: Right before an address: an organisation stands there, or papers are sent there.
_STANDS_AT = re.compile(
    r"(?<![a-z])(?:truong|benh vien|cong ty|nha may|chua|den|dinh|nha tho|bao tang|thu vien|khach san|nha hang|trung tam|tru so|van phong|toa soan|hoi quan|cho|ubnd)"
    r"(?:(?! (?:ong|ba|anh|chi|em|nha (?:toi|em|rieng)|can nha|thua dat)(?![a-z]))[^\n.;:]){0,70} (?:toa lac|nam|dong|dat(?: tru so)?)(?: tai| o| tren)? (?:so )?$"
    r"|(?<![a-z])(?:ho so|don(?! hang)|bai (?:du thi|viet)|bao gia|khieu nai|thac mac|gop y|y kien)"
    r"(?:(?! (?:ong|ba|anh|chi|em|nha)(?![a-z]))[^\n.;:]){0,40} (?:gui|nop)(?: ve| den| toi| tai| truc tiep)*\s?:?\s?$"
    r"|(?<![a-z])toa soan\s?:\s?$"
)
#: The line above an address: a party that is an organisation ("Bên mua: Công ty …").
_PARTY_LINE = re.compile(
    rf"[ \-•*\d.)]{{0,6}}(?:ben (?:[a-c]|mua|ban|thue|cho thue|giao|nhan|giao thau|nhan thau|cung cap|su dung|dat hang|moi thau)(?: \([^)\n]{{1,20}}\))?|"
    rf"(?:don vi|nguoi) (?:mua|ban)(?: hang)?|nha (?:thau|cung cap)|chu dau tu|ten (?:don vi|cong ty|to chuc)(?: (?:mua|ban) hang)?|"
    rf"seller|buyer|supplier|khach hang)[ ]?:[ ]?(?:{HEAD})"
    r"|[ \-•*\d.)(]{0,6}(?:(?!work|employer|company|school|universit)[a-z ()/]{3,40}:[ ]?)?(?!m(?:r|s|rs)[. ])[a-z0-9 &.,'\-]{2,70}(?<![a-z])(?:co\.?,? ?ltd|company|ltd|limited|corporation|"
    r"corp|inc|llc|llp|plc|gmbh|jsc|s\.a|(?:language|training|medical|service) cent(?:re|er)|foundation)\.?(?:[ ]*\n|[ ]*\(|,|  )"
    r"|[ \-•*\d.)a-d]{0,6}(?:(?:nguoi|ben) (?:su dung lao dong|sdld)|nsdld|ben tuyen dung)(?: ?\([^)\n]{1,40}\))?[ ]?:?[ ]*$"
)
#: Between the two: so many lines of an organisation's numbers at most.
_NUMBER_LINES = 3
_NUMBER_LINE = re.compile(
    r"[ \-•*]{0,6}(?:(?:nguoi )?dai dien|mst|ma so thue|tax code|ma so doanh nghiep|dien thoai|dt|tel|fax|email|website|tai khoan|so tai khoan|tk)(?![a-z])"
)
_SEAT_LABEL = re.compile(
    r"(?<![a-z])(?:dia chi|d/c|dc|tru so(?: chinh)?|address)[ ]?(?:\([a-z ]{1,12}\))?[ ]?:[ ]?$"
)
_LIVES = re.compile(r"(?<![a-z])(?:liv(?:es?|ing)|resid(?:es?|ing|ence)|home|tenant|lessee|tro|nha)(?![a-z])")
#: A bank is named for the account.
_ACCOUNT = re.compile(r"(?<![a-z])(?:tk|stk|tai khoan)(?![a-z])[^\n]{0,80}$")
_BACK = 80


@lru_cache(maxsize=1)
def _weights() -> dict[str, dict[str, int]]:
    return weights_in(WEIGHTS)


def is_organisations(surroundings: Surroundings, hit: Hit) -> bool:
    """Return whether an address is almost certainly not a person's."""
    key = surroundings.key
    if _UNIT_FIRST.match(key, hit.start, hit.end) or _STANDS_AT.search(
        key, max(0, hit.start - 2 * _BACK), hit.start
    ):
        return True
    begin = hit.start + len("nha ") * key.startswith("nha ", hit.start)
    if _HOME_LABEL.search(hit.reason.clue) or _HOME.search(key, max(0, hit.start - _BACK), begin):
        return False
    if _ACCOUNT.search(key, max(0, hit.start - _BACK), hit.start):
        return False
    if is_english_office(surroundings, hit) or _OF_THINGS.search(key, max(0, hit.start - _BACK), hit.start):
        return True
    if _below_a_party(surroundings, hit.start) or _takes_place(surroundings, hit):
        return True
    named = surroundings.names_an_organisation(hit)
    if surroundings.of_cells and not named:
        return False
    known = _weights()
    total = known["bias"][""]
    for question, answer in surroundings.of(hit):
        total += known.get(question, {}).get(answer, 0)
    return total >= (_ENOUGH if named else _UNNAMED)


def _takes_place(surroundings: Surroundings, hit: Hit) -> bool:
    """Return whether something takes place at an address, and nobody is named on its line before it."""
    key = surroundings.key
    line = key.rfind("\n", max(0, hit.start - 2 * _BACK), hit.start) + 1
    if _PLACE_OF_EVENT.search(key, max(line, hit.start - 2 * _BACK), hit.start) is None:
        return False
    return not any(
        line <= other.start < hit.start and other.entity_type is EntityType.PERSON
        for other in surroundings.hits
    )


def _below_a_party(surroundings: Surroundings, start: int) -> bool:
    """Return whether an address behind "Địa chỉ:" stands below a party that is an organisation, only its numbers between."""
    key = surroundings.key
    line = key.rfind("\n", max(0, start - _BACK), start) + 1
    if not line or not _SEAT_LABEL.search(key, line, start):
        return False
    for _ in range(_NUMBER_LINES + 1):
        above = key.rfind("\n", max(0, line - 1 - 2 * _BACK), line - 1) + 1
        if _PARTY_LINE.match(key, above, line):
            return not any(
                above <= other.start < line and other.entity_type is EntityType.PERSON and not other.keep
                for other in surroundings.hits
            )
        if not above or not _NUMBER_LINE.match(key, above, line):
            return False
        line = above
    return False


def is_english_office(surroundings: Surroundings, hit: Hit) -> bool:
    """Return whether an organisation in English stands right before an address, and nobody between them."""
    before = _ENGLISH_OFFICE.search(surroundings.key, max(0, hit.start - _BACK), hit.start)
    if before is None or _LIVES.search(surroundings.key, before.start(), before.end()):
        return False
    return not any(
        other.start < hit.start and before.start() < other.end and other.entity_type is EntityType.PERSON
        for other in surroundings.hits
    )
