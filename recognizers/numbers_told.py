"""Numbers of people that a sentence tells behind their name, or by its house's own words for them.

EMPLOYEE_ID, STUDENT_ID and MEDICAL_RECORD_NO of whoever is named right before: "điều dưỡng Thân Trọng Quát (ĐD-0417)",
"em Thạch Thị Thu, mã X2-0917, làm chuyền 5". What kind it is, the role before the name says, or what the text is about;
a text about parcels, flats and tours numbers none of its people so. CIVIL_DOC_NO without a "số" ("giấy báo tử 774/BT"),
E_WALLET of digital money, VN_HOUSEHOLD_NO of a book and its leaf, SOCIAL_ACCOUNT as programs keep them ("chat_id=…").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from recognizers.base import Found, Tier, VnRecognizer
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.household_told import told_households
from recognizers.name_reader import name_spans
from recognizers.nearby import matches_near
from recognizers.numbered_lines import numbered_lines
from recognizers.person_codes import person_codes
from recognizers.results import Reason
from recognizers.words import is_plain, words

_E = EntityType
#: Who somebody is at work, at school, in a hospital; and what a text speaks of where nobody says who somebody is.
_ROLES: tuple[tuple[EntityType, str, str], ...] = (
    (
        _E.STUDENT_ID,
        r"sinh vien|hoc vien|thi sinh|hoc sinh|nghien cuu sinh|sv|hs|hv|ncs|tan sinh vien|student|pupil",
        r"mssv|msv|hoc ky|hoc phi|nhap hoc|thi lai|de tai|luan van|khoa luan|lop \d{1,2}[a-z]|phu huynh|giao vien chu nhiem|gvcn",
    ),
    (
        _E.MEDICAL_RECORD_NO,
        r"benh nhan|nguoi benh|bn|nb|san phu|thai phu|benh nhi|patient",
        r"nhap vien|vao vien|ra vien|xet nghiem|benh an|chan doan|dieu tri|tai kham|noi tru",
    ),
    (
        _E.EMPLOYEE_ID,
        r"nhan vien|cong nhan|dieu duong|bac si|bs|ho ly|ky thuat vien|ktv|tai xe|lai xe|ctv|cong tac vien|can bo|giao vien|giang vien|bao ve|tho|nv"
        r"|cn|cbnv|employee|staff|nguoi lao dong|thu kho|ke toan|to truong|truyen truong|chuyen truong|tiep vien|phi cong|tho lai|shipper|tu van vien|dai ly",
        r"nhan vien|cong nhan|cham cong|ca (?:dem|ngay|sang|toi|[abc123])|doi ca|nghi phep|tang ca|chuyen \d|phan xuong|xuong \d|to truong|hcns|nhan su"
        r"|nghi viec|thoi viec|di tre|bang luong|phieu luong|vao lam|danh sach nv",
    ),
)
_ROLE_BEFORE = tuple(
    (
        kind,
        re.compile(
            rf"(?<![a-z])(?:{roles})(?: (?:truong|chinh|phu|noi tru|nam|nu|moi|ten|la|so))?[ ]?[:.]?[ ](?:anh |chi |em |ong |ba |co )?\Z"
        ),
    )
    for kind, roles, _ in _ROLES
)
_NAMED = (
    (
        _E.STUDENT_ID,
        re.compile(r"(?<![a-z])(?:sinh vien|hoc vien|thi sinh|hoc sinh|ban doc|doc gia)(?![a-z])"),
    ),
    (_E.MEDICAL_RECORD_NO, re.compile(r"(?<![a-z])(?:benh nhan|nguoi benh|san phu)(?![a-z])")),
    (_E.EMPLOYEE_ID, re.compile(r"(?<![a-z])(?:nhan vien|cong nhan|nguoi lao dong)(?![a-z])")),
)
_ABOUT = tuple((kind, re.compile(rf"(?<![a-z])(?:{about})(?![a-z])")) for kind, _, about in _ROLES)
#: What is numbered where goods are sent, flats are let and seats are sold is the parcel, the flat and the seat.
_OF_THINGS = re.compile(
    r"(?<![a-z])(?:don hang|ma don|van don|shipper|cod|giao hang|kien hang|dat tour|dat phong|booking|can ho|chung cu|ma ve|ve xe|ghe ngoi|bao gia)(?![a-z])"
)
_CODE = r"(?=[a-z.\-]{0,6}[ ]?\d)(?:[a-z]{2,4}[ ](?=\d{3}))?[a-z0-9](?:[a-z0-9.\-]{1,16}[a-z0-9])(?![\w]|[.,/\-]\d|[ ]?(?:%|kg|cai|dong|tuoi|ngay|gio|dvt)(?![a-z]))"
_UNIT = r"(?:[ ]?,?[ ](?:lop|to|chuyen|bo phan|khoa|phong|xuong|kho) [a-z0-9\-]{1,8})?"
_SAID = re.compile(
    rf"{_UNIT}[ ]?[,;:(\-–]?[ ]?(?:(?:co|mang) )?(?P<label>ma(?: so)?|ms|code|id)"
    rf"(?: (?:so|nv|nhan vien|nhan su|cu|moi|the|gioi thieu|cham cong|cong nhan|hoc vien|sv|hs|bn|la)){{0,2}}[ ]?[:.]?[ ](?P<number>{_CODE})"
)
_IN_BRACKETS = re.compile(
    r"[ ]?[(\[](?!(?:qd|tb|cv|hd|bb|nq)[.\-]?\d)(?P<number>(?P<letters>[a-z]{1,5})[.\-]?\d{2,4}[.\-]?\d{0,6}|\d{2,4}[.\-]\d{4,6})[)\]]"
)
#: In brackets, of a form that hardly anything but a number of somebody has: "(K22-501-0377)", "(20DH114)", "(ENG-0574)".
_OF_FORM = re.compile(
    r"[ ]?[(\[](?!(?:qd|tb|cv|hd|bb|nq|tt|nd|so|hs|lo|p|a|b)[.\-]?\d)(?P<number>[a-z]{1,4}\d{2}-\d{2,4}-\d{3,6}|\d{2}[a-z]{1,5}\d{3,8}|[a-z]{2,4}-\d{4,8}|[a-z]{1,3}\d{1,2}-\d{3,8}|[a-z]{1,2}\d{6,9})[)\],]"
)
_BARE = re.compile(r"[ ](?P<number>(?P<letters>[a-z]{1,4})-?\d{3,6})(?![\w]|[.,/\-]\d)")
_DATE = re.compile(r"\d{1,2}[./\-]\d{1,2}(?:[./\-]\d{2,4})?\Z|(?:19|20)\d\d\Z")
_LEAST_DIGITS = 2
_ROLE_WITHIN = 40

#: Papers of civil status and practice told without "số": "giấy báo tử 774/BT", "CCHN 004417/ST-CCHN", "GKS 77/83".
_PAPER = re.compile(
    r"(?<![a-z])(?:(?:giay (?:khai sinh|bao tu|chung tu|chung sinh|chung nhan ket hon|ket hon|dang ky ket hon)|chung chi hanh nghe|cchn|gphn|giay phep hanh nghe"
    r"|giay phep lao dong|gpld|trich luc (?:khai sinh|khai tu|ket hon)) (?P<number>\d{1,6}/[a-z\d][a-z\d\-/]{1,18})(?<!/20\d\d)(?<!/19\d\d)"
    r"|(?:gks|gcs|gcnkh|dkkh)[ ](?:so )?(?P<short>\d{1,5}/\d\d)|(?:bang|van bang)(?: (?:tn|tot nghiep|dai hoc|dh|cu nhan|thac si|cd|tc|thpt)){1,3}[ ]?:?[ ](?P<diploma>[a-z]{1,3}[ .]?\d{5,8})"
    r"|(?:giay (?:khai sinh|chung nhan ket hon|chung tu)|(?:birth|marriage|death) certificate)(?: / ?[a-z ]{4,40})?,? no[.:]{0,2}[ ](?P<no>\d{1,6}/(?:19|20)?\d\d))(?![\w]|[.,/\-]\d)"
)
_PAPERS = (
    "giay ",
    "chung chi",
    "cchn",
    "gphn",
    "gpld",
    "trich luc",
    "gks",
    "gcs",
    "gcnkh",
    "dkkh",
    "bang ",
    "certificate",
)
#: The book in which a marriage or a birth is entered, behind its number.
_BOOK = re.compile(
    r"(?<![a-z])(?:khai sinh|ket hon|khai tu|chung tu|con nuoi|giam ho|gks)[^\n;]{0,40}?(?<![a-z])so[ :]{1,2}(?P<number>\d{1,6}(?:/(?:19|20)\d\d)?)[ ]?[,;(\-–]?[ ]?"
    r"quyen(?: so)?[ :]{1,2}(?P<book>\d{1,4}(?:/(?:19|20)\d\d)?)(?![\w]|[./\-]\d)"
)
_HOUSE = re.compile(
    r"(?<![a-z])(?:so (?:ho khau|gia dinh|tam tru|ho tich)|ho khau|shk)[^\n;\d]{0,12}quyen(?: so)?[ :]{1,2}(?P<book>\d{1,4})[ ]?[,;]?[ ]?(?:to|trang)(?: so)?[ :]{1,2}(?P<leaf>\d{1,4})(?![\w]|[./\-]\d)"
)
#: Addresses of digital money, by their form.
_COIN = re.compile(
    r"(?<![\w])(?:0x[0-9a-fA-F]{40}|bc1[02-9ac-hj-np-z]{25,60}|T[1-9A-HJ-NP-Za-km-z]{33})(?![\w])"
)
_WALLET = re.compile(
    r"(?<![a-z])(?:vi (?:dien tu|momo|zalopay|zalo pay|shopeepay|vnpay|airpay|viettel ?money|viettelpay|moca|paypal)|alipay|wechat ?pay|paypal|payoneer|zelle|venmo|cash ?app"
    r"|wise|skrill|id vi|ma vi|so vi)(?: (?:cua|so|id|ten|ben|em|anh|chi|toi|minh|nha|mi|me|ba)){0,3}(?:[ ]?:| la|[ ])[ ]?"
    r"(?P<wallet>\+?\d[\d ]{6,14}\d|(?=[a-z.]{0,20}[\d_])[a-z][\w.]{4,30})(?![\w@])"
)
_WALLETS = ("vi ", "pay", "zelle", "venmo", "cash", "wise", "skrill")
#: How programs keep whom they talk to.
_CHAT = re.compile(
    r"(?<![a-z])(?:chat|psid|uid|user|sender|recipient|from|telegram|zalo|fb|open|member|account|customer|discord|wechat)(?:_?id)?(?<=id)[\"']?[ ]?[=:][ ]?[\"']?(?P<id>\d{6,20}|[a-z]{1,6}_\w{6,30})(?![\w.])"
)
_HANDLES = re.compile(
    r"(?<![\w@])(?P<wx>wxid_\w{8,24})(?!\w)|(?<=[(\[])(?P<tag>[a-z][\w.]{1,31}#\d{4,5})(?=[)\]])"
    r"|(?<![a-z])(?:id game|nick game|riot id|battletag|discord|nick|acc game)[ ]?:?[ ](?P<game>[a-z][\w.]{1,31}#\d{3,5})(?!\w)"
    r"|(?<![\w.])(?P<site>be\.net/[\w.]{3,30}|(?:soundcloud|patreon|pinterest|snapchat|twitch|reddit)\.(?:com|tv)/(?:user/|u/|add/)?[\w.\-]{3,30})(?![\w/])"
    r"|(?<![a-z])npm[ ]~(?P<npm>[a-z][\w\-]{2,30})(?!\w)"
)
_LAT_LON = re.compile(
    r"(?<![a-z])(?:lat(?:itude)?|vi do)[\"']?[ =:]{1,3}[\"']?(?P<lat>(?:[89]|1\d|2[0-3])\.\d{3,})[\"',; ]{1,5}(?:lon(?:g(?:itude)?)?|lng|kinh do)[\"']?[ =:]{1,3}[\"']?(?P<lon>1(?:0[2-9]|1[0-7])\.\d{3,})"
)
#: English papers of patients call the number after whose it is: "our no. FV-118842, your no. CR26-0417".
_OURS = re.compile(
    r"(?<![a-z])(?:our|your|their)(?: (?:hospital|patient|file|record|case|lab))? (?:no|number|ref(?:erence)?)\.?[ ]?:?[ ](?P<number>(?=[a-z\-]{0,6}\d)[a-z0-9][a-z0-9.\-/]{3,16}[a-z0-9])(?![\w]|[.,/\-]\d)"
)
_CLINIC = re.compile(
    r"(?<![a-z])(?:patient|clinic|seeing (?:mr|mrs|ms|this)|diagnos\w+|referr(?:al|ed|ing) (?:letter|mr|mrs|ms|this)|symptoms?|biopsy|mri)(?![a-z])"
)
#: "hồ sơ BV75-118204 điều trị", "xét nghiệm ADN huyết thống, mã GEN-26-0417": the file or the test of a patient.
_FILE = re.compile(
    r"(?<![a-z])(?:(?<!ma )ho so(?: so)?|(?:xet nghiem|giai phau benh|sieu am|mo benh hoc|noi soi|adn)(?: [a-z]{1,8}){0,5},? ma(?: so| mau| ca)?|ma (?:mau|benh pham|ong(?: mau| nghiem)?|ca|tieu ban|phim)|so phim)[ ]?:?[ ]"
    r"(?P<number>[a-z]{1,4}\d{0,4}[.\-]?\d{2,8}(?:[.\-]\d{2,6})?)(?![\w]|[.,/\-]\d)"
)
_PATIENTS = re.compile(
    r"(?<![a-z])(?:benh nhan|nguoi benh|nha khoa|xet nghiem|dieu tri|tai kham|chan doan|nhap vien|sieu am|benh pham|giai phau benh)(?![a-z])"
)
_NO_PATIENT = re.compile(
    r"(?<![a-z])(?:dau thau|goi thau|ho so thau|mua sam|nghiem thu|kiem dinh|quy trinh|vai|nuoc thai|moi truong|thuc pham|thu y)(?![a-z])"
)


class NumberToldRecognizer(VnRecognizer):
    """Numbers told of people in running text."""

    ENTITIES = (
        _E.EMPLOYEE_ID,
        _E.STUDENT_ID,
        _E.MEDICAL_RECORD_NO,
        _E.CIVIL_DOC_NO,
        _E.VN_HOUSEHOLD_NO,
        _E.E_WALLET,
        _E.SOCIAL_ACCOUNT,
        _E.GEO_LOCATION,
    )

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield numbers behind names, then those of papers, wallets, households, chats and places."""
        key = folded.key
        w = words(folded)
        names = [(w.start[name.first], w.end[name.last - 1]) for name in name_spans(folded)]
        behind = list(numbers_behind(folded, names))
        yield from behind
        for start, end in numbered_lines(folded):
            if (kind := _about(key) or _spoken_of(key)) is not None:
                yield _found(start, end, kind, "Mã")
        taken = {item.start: item.end for item in behind}
        for start, end, kind in person_codes(folded):
            if taken.get(start, 0) < end:
                yield _found(start, end, kind, "Mã")
        for match in matches_near(_PAPER, key, _PAPERS):
            yield _found(*match.span(match.lastgroup or 0), _E.CIVIL_DOC_NO, "Số")
        for match in matches_near(_BOOK, key, ("quyen",)):
            yield _found(*match.span("number"), _E.CIVIL_DOC_NO, "Số")
            yield _found(*match.span("book"), _E.CIVIL_DOC_NO, "Quyển số")
        for match in matches_near(_HOUSE, key, ("quyen",)):
            yield _found(*match.span("book"), _E.VN_HOUSEHOLD_NO, "Quyển số")
            yield _found(*match.span("leaf"), _E.VN_HOUSEHOLD_NO, "Tờ số")
        for start, end in told_households(folded):
            yield _found(start, end, _E.VN_HOUSEHOLD_NO, "Sổ hộ khẩu")
        for match in matches_near(_COIN, folded.text, ("0x", "bc1", "T")):
            if any(char.isdigit() for char in match.group()):
                yield _found(*match.span(), _E.E_WALLET, "Ví")
        for match in matches_near(_WALLET, key, _WALLETS):
            yield _found(*match.span("wallet"), _E.E_WALLET, "Ví")
        for match in matches_near(_CHAT, key, ("id",)):
            yield _found(*match.span("id"), _E.SOCIAL_ACCOUNT, "ID")
        for match in matches_near(_HANDLES, key, ("wxid", "#", ".net/", ".com/", ".tv/", "npm")):
            yield _found(*match.span(match.lastgroup or 0), _E.SOCIAL_ACCOUNT, "ID")
        for match in matches_near(_LAT_LON, key, ("lat", "vi do")):
            yield _found(*match.span("lat"), _E.GEO_LOCATION, "Vĩ độ")
            yield _found(*match.span("lon"), _E.GEO_LOCATION, "Kinh độ")
        if _CLINIC.search(key):
            for match in matches_near(_OURS, key, ("our ", "your ", "their ")):
                yield _found(*match.span("number"), _E.MEDICAL_RECORD_NO, "No")
        if _PATIENTS.search(key) and not _NO_PATIENT.search(key):
            for match in matches_near(_FILE, key, ("ho so", "ma ", "so phim")):
                yield _found(*match.span("number"), _E.MEDICAL_RECORD_NO, "Mã")


def numbers_behind(folded: Folded, names: Iterable[tuple[int, int]]) -> Iterator[Found]:
    """Yield the number behind each name ``folded.text[start:end]``, of the kind that the role before it or the text says."""
    key = folded.key
    about = _about(key)
    shapes: dict[tuple[str, int], EntityType] = {}
    bare: dict[tuple[str, int], list[tuple[int, int]]] = {}
    bracketed: list[tuple[tuple[str, int], tuple[int, int]]] = []
    for start, end in names:
        role = _role(key, start)
        said = _SAID.match(key, end)
        if said is not None and _is_number(said["number"]) and _is_label(folded, said):
            if (kind := role or about) and _is_written_as_code(folded.text, *said.span("number")):
                yield _found(*said.span("number"), kind, "Mã")
            continue
        if (inside := _IN_BRACKETS.match(key, end)) is not None and _is_number(inside["number"]):
            shape = _shape(inside)
            if role is not None and not _DATE.match(inside["number"]):
                shapes[shape] = role
            bracketed.append((shape, inside.span("number")))
            if (
                about is not None
                and (formed := _OF_FORM.match(key, end)) is not None
                and folded.text[formed.start("number") : formed.end("number")].isupper()
            ):
                shapes.setdefault(shape, role or about)
        elif (
            (kind := role or about) is not None
            and (formed := _OF_FORM.match(key, end)) is not None
            and folded.text[formed.start("number") : formed.end("number")].isupper()
        ):
            yield _found(*formed.span("number"), kind, "Mã")
        elif (plain := _BARE.match(key, end)) is not None and folded.text[plain.start("number")].isupper():
            bare.setdefault(_shape(plain), []).append(plain.span("number"))
    for shape, span in bracketed:
        if shape in shapes:
            yield _found(*span, shapes[shape], "Mã")
    if about is not None:
        for spans in bare.values():
            if len(spans) > 1:
                for span in spans:
                    yield _found(*span, about, "Mã")


def _role(key: str, start: int) -> EntityType | None:
    before = key[max(0, start - _ROLE_WITHIN) : start]
    return next((kind for kind, pattern in _ROLE_BEFORE if pattern.search(before)), None)


def _about(key: str) -> EntityType | None:
    """Return of what kind a text's people are that it gives numbers, or None."""
    if _OF_THINGS.search(key):
        return None
    return next((kind for kind, pattern in reversed(_ABOUT) if pattern.search(key)), None)


def _spoken_of(key: str) -> EntityType | None:
    """Return of what kind the people are that a text names by what they are."""
    return next((kind for kind, pattern in _NAMED if pattern.search(key)), None)


def _shape(match: re.Match[str]) -> tuple[str, int]:
    return match["letters"] or "", len(match["number"])


def _is_number(written: str) -> bool:
    return sum(char.isdigit() for char in written) >= _LEAST_DIGITS and _DATE.match(written) is None


def _is_written_as_code(text: str, start: int, end: int) -> bool:
    """Return whether what stands before a blank in a code is in capitals: "NV 0417", not "đề 0417"."""
    letters, blank, _ = text[start:end].partition(" ")
    return not blank or letters.isupper()


def _is_label(folded: Folded, match: re.Match[str]) -> bool:
    """Return whether "ma" is "mã" here, and not mother's or a ghost's."""
    written = folded.text[match.start("label") : match.end("label")].lower()
    return written.startswith(("mã", "ms", "code", "id")) or (written.isascii() and is_plain(folded))


def _found(start: int, end: int, kind: EntityType, label: str) -> Found:
    return Found(start, end, kind, 0.7, Reason("number_labelled", label), tier=Tier.LABEL)
