"""Whether an address is an organisation's: who the words before it are about.

The nearest owner decides: an office word right before it ("trụ sở"), an organisation it follows on its line or in its
row, or one that heads the lines of contact details above it. A home's words never do.
"""

from __future__ import annotations

import re

from recognizers.folding import fold

_HEAD = (
    r"(?:tong )?cong ty|cty|tap doan|doanh nghiep|dntn|htx|hop tac xa|ngan hang|ubnd|uy ban nhan dan|toa an|tand|vien kiem sat|"
    r"cong an|truong (?:thpt|thcs|th |tieu hoc|dai hoc|dh |cao dang|mam non|trung hoc|mn )|hoc vien|vien [a-z]|benh vien|bv |"
    r"phong kham|nha khoa|trung tam|tram y te|van phong(?! pham)|vpcc|chi nhanh|chi cuc|cuc |tong cuc|so (?:tu|tai|y|giao|xay|nong|lao|"
    r"cong|ke|van|noi|thong|khoa)|phong (?:giao duc|tu phap|lao dong|tai nguyen|y te|cong chung|tuyen sinh|tiep dan|tiep cong dan|dao tao|ke toan|giao dich)|cua hang|sieu thi|khach san|nha hang|"
    r"nha nghi|homestay|co so (?:luu tru|kinh doanh|y te)|nha may|xi nghiep|xuong|garage|gara|tiem |shop |quan (?:com|an|cafe|ca phe|pho|bun)|salon|spa |"
    r"hieu thuoc|nha thuoc|kho bac|bao hiem xa hoi|bhxh (?:tinh|thanh|quan|huyen)|buu cuc|buu dien|hiep hoi|quy tin dung|thua phat lai|doi (?:csgt|canh sat|quan ly)|hoi truong|"
    r"(?:viet|vietin|techcom|sacom|agri|vp|tp|mb|bidv|acb)[a-z]{0,4}bank|company|co\., ?ltd"
)
_MONEY_LINE = re.compile(r"(?<![a-z])(?:tk|stk|tai khoan|so tk)(?![a-z])")
_CONTACT = r"(?:(?:mst|ma so(?: thue| dn| doanh nghiep)?|dt|dien thoai|tel|hotline|fax|email|so dt|sdt)?[ :.]{0,3}[\d .()/+\-]{6,22}|[\w.]+@[\w.]+)"
#: An organisation, then at most its numbers and a neutral label, then the address.
_ADJACENT = re.compile(
    rf"(?:^|[\n:;|(>,\-–]|(?<![a-z])(?:tai|cua|do|la|tu|gom|giua|voi|den|va|o|ve|toi|tru so))\s{{0,4}}(?:{_HEAD})[^\n;|:]{{0,80}}?"
    rf"(?:(?:\s{{0,3}}[|,;–\-]\s{{0,3}}|\s{{2,12}}){_CONTACT}){{0,3}}(?:\s{{0,3}}[,;|(–\-]\s{{0,4}}|\s{{2,12}})"
    r"(?:(?:so dia chi|dia chi|dc|d/c|d/chi|add|tru so(?: chinh)?(?: tai)?|co tru so(?: chinh)?(?: tai)?|dia diem)\s{0,3}:?\s{0,4})?"
    r"(?:(?:so|so nha|nha|to|thon|khu|lo|can ho|can|phong|tang|ngo|kiet|hem|ngach|[\w/.\-]{1,9})\s){0,3}$"
)
#: The same where a house number with its word follows without a mark: "quán Cơm tấm Bà Ba số 45 …".
_BEFORE_NUMBER = re.compile(rf"(?<![a-z])(?:{_HEAD})[^\n;|:,]{{0,40}}\s$")
_HOUSE_WORD = re.compile(r"(?:số|lô|khu phố|tổ|thôn|tầng|lầu|ki-?ốt|đường)(?![^\W\d_])", re.IGNORECASE)
_OFFICE_WORD = re.compile(
    r"(?<![a-z])(?:tru so(?: chinh)?(?: lam viec)?(?: dat)?(?: tai)?|van phong(?: dai dien| giao dich| chinh)?(?: tai)?|hen den|(?:tai|o) kho|showroom(?: tai)?|"
    r"(?:san xuat|bao hanh|to chuc|dien ra|hoi nghi|hoi thao|toa dam|tap huan|cuoc hop|hop bao|nop ho so|tiep nhan ho so|diem thi|le [a-z]{2,8} [a-z]{2,8}|xet xu|khai truong|nhap khau|phan phoi|mo phien hop) tai|phong xu an so \d, dia chi|hotline[ \d.]{6,16},)\s{0,3}:?\s{0,3}$"
)
_HEADED = re.compile(
    rf"[\s\d.)\-•*|#\[\]]{{0,8}}(?:(?:ben|ten|don vi|co quan|nguoi (?:ban|su dung lao dong)|to chuc|cong ty|nha thau|chu dau tu|noi gui|nguoi gui|"
    rf"seller|ben ban|ben mua|kinh gui|tu)[^:\n]{{0,50}}:\s{{0,4}})?(?:{_HEAD})"
)
_CONTACT_LINE = re.compile(
    rf"[\s\d.)\-•*|\[\]]{{0,6}}(?:mst|ma so|dien thoai|dt|tel|hotline|fax|email|e-mail|website|web|giay phep|gpkd|dkkd|so tai khoan|tai khoan|tk|"
    rf"dai dien|nguoi dai dien|chuc vu|so gcn|dang ky)|\s{{0,6}}{_CONTACT}|\s{{0,80}}$"
)
_NEUTRAL_LABEL = re.compile(
    r"[\s\d\-•*\[\].)]{0,20}(?:(?:dia chi|dc|d/c|d/chi|d\.c|add|address|a|tru so|vp|van phong|dia diem)(?: [a-z]{1,8}){0,3}\s{0,3}[:.]?\s{0,4})?$"
)
#: Words for people between an organisation and a label: the address is theirs.
_PERSON = re.compile(r"(?<![a-z])(?:va (?:vo|chong)|vo|chong|con trai|con gai)(?![a-z])")
_LABEL = re.compile(r"(?<![a-z])(?:dia chi|dc|d/c|address)\s{0,3}:\s{0,4}$")
_HOME = re.compile(
    r"(?<![a-z])(?:o|tru tai|tru|cu tru|ngu|ngu tai|song tai|thuong tru|tam tru|nha o|nha|nha rieng|hktt|noi o|cho o|que|giao (?:den|toi|ve)|"
    r"nhan tai|thua dat|tai san|nha dat|can ho|toa lac|bat dong san|dat|lap dat|giao hang)(?![a-z])[^\n,;.|]{0,50}$"
)
_HEADED_REACH = 6
#: A line as long runs on into the next; an address near the start of its line may belong to the one above.
_PROSE, _PREFIX = 30, 24


def is_office(text: str, start: int, since: int = 0) -> bool:
    """Return whether the address that begins at ``start`` is an organisation's.

    Args:
        text: the folded text.
        start: offset of the address.
        since: where the last finding about a person, or the last issuing agency, ends; what stands on the line of the
            address counts from there.
    """
    line = max(text.rfind("\n", max(0, start - 260), start) + 1, start - 260, 0)
    if line and start - line < _PREFIX:
        previous = text.rfind("\n", max(0, line - 300), line - 1) + 1
        own = _LABEL.sub("", fold(text[line:start]).key)
        if line - previous > _PROSE and text[line - 2] not in ":.;" and own.strip() and ":" not in own:
            line = previous  # the line runs on
    before = fold(text[max(line, start - 260, since) : start]).key.replace("\n", " ")
    if _OFFICE_WORD.search(before):
        return True
    if _HOME.search(before[-80:]):
        return False
    adjacent = _ADJACENT.search(before)
    if (
        adjacent is not None
        and not _PERSON.search(adjacent.group())
        and not _MONEY_LINE.search(fold(text[max(line, start - 260) : start]).key)
    ):
        return True
    if _HOUSE_WORD.match(text, start) and _BEFORE_NUMBER.search(before):
        return True
    if since > line or not _NEUTRAL_LABEL.fullmatch(before):
        return False
    above = text[max(0, line - 500) : max(line - 1, 0)].split("\n")
    for earlier in reversed(above[-_HEADED_REACH:]):
        key = fold(earlier[:160]).key
        if _HEADED.match(key):
            return True
        if not _CONTACT_LINE.match(key) or not key.strip():
            return False
    return False
