"""What a column's header or a form's label cell announces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from recognizers.clues import Clue, classify
from recognizers.entities import EntityType
from recognizers.folding import fold, key_of
from recognizers.header_words import spread, sure_clue

_E = EntityType
TYPE_OF: dict[Clue, EntityType] = {
    Clue.PERSONAL_ID: _E.VN_PERSONAL_ID,
    Clue.ID_ANY: _E.VN_PERSONAL_ID,
    Clue.CMND: _E.VN_CMND,
    Clue.PASSPORT: _E.VN_PASSPORT,
    Clue.PHONE: _E.VN_PHONE,
    Clue.EMAIL: _E.EMAIL,
    Clue.BANK_ACCOUNT: _E.VN_BANK_ACCOUNT,
    Clue.BANK_CARD: _E.BANK_CARD,
    Clue.CVV: _E.BANK_CARD,
    Clue.E_WALLET: _E.E_WALLET,
    Clue.TAX: _E.VN_TAX_CODE,
    Clue.BHXH: _E.VN_BHXH,
    Clue.BHYT: _E.VN_BHYT,
    Clue.DRIVER: _E.VN_DRIVER_LICENSE,
    Clue.PLATE: _E.VN_PLATE,
    Clue.VIN: _E.VN_VIN,
    Clue.ENGINE: _E.VN_ENGINE_NO,
    Clue.LAND_CERT: _E.VN_LAND_CERT,
    Clue.LAND_BOOK: _E.VN_LAND_BOOK_NO,
    Clue.PARCEL: _E.VN_LAND_PARCEL,
    Clue.PROPERTY_EID: _E.VN_PROPERTY_EID,
    Clue.HOUSEHOLD: _E.VN_HOUSEHOLD_NO,
    Clue.CIVIL_NO: _E.CIVIL_DOC_NO,
    Clue.MEDICAL_NO: _E.MEDICAL_RECORD_NO,
    Clue.STUDENT: _E.STUDENT_ID,
    Clue.EMPLOYEE: _E.EMPLOYEE_ID,
    Clue.MILITARY: _E.MILITARY_ID,
    Clue.SOCIAL: _E.SOCIAL_ACCOUNT,
    Clue.LOGIN: _E.CREDENTIAL,
    Clue.PASSWORD: _E.CREDENTIAL,
    Clue.IP: _E.IP_ADDRESS,
    Clue.MAC: _E.MAC_ADDRESS,
    Clue.IMEI: _E.IMEI,
    Clue.GEO: _E.GEO_LOCATION,
    Clue.NAME: _E.PERSON,
    Clue.FAMILY_NAME: _E.PERSON,
    Clue.GIVEN_NAME: _E.PERSON,
    Clue.BIRTH_DATE: _E.DATE_OF_BIRTH,
    Clue.BIRTH_YEAR: _E.DATE_OF_BIRTH,
    Clue.AGE: _E.AGE,
    Clue.GENDER: _E.GENDER,
    Clue.ADDRESS: _E.VN_ADDRESS,
    Clue.BIRTH_PLACE: _E.PLACE_OF_BIRTH,
    Clue.ISSUE_DATE: _E.ISSUE_DATE,
    Clue.ISSUE_PLACE: _E.ISSUE_AUTHORITY,
    Clue.NATIONALITY: _E.NATIONALITY,
    Clue.ETHNICITY: _E.ETHNICITY,
    Clue.RELIGION: _E.RELIGION,
    Clue.MARITAL: _E.MARITAL_STATUS,
    Clue.FAMILY: _E.FAMILY_RELATION,
    Clue.HEALTH: _E.HEALTH_INFO,
    Clue.BIOMETRIC: _E.BIOMETRIC,
    Clue.INCOME: _E.INCOME,
    Clue.GRADES: _E.GRADES,
    Clue.CRIMINAL: _E.CRIMINAL_RECORD,
    Clue.PARTY: _E.PARTY_MEMBERSHIP,
    Clue.DEBT: _E.DEBT,
}
#: Headers whose numbers are nobody's.
HARMLESS = frozenset(
    {Clue.REFERENCE_NO, Clue.AMOUNT, Clue.QUANTITY, Clue.DATE, Clue.OCCUPATION, Clue.EXPIRY, Clue.BANK_NAME}
)
#: Phrases that are a header only when they are all of it.
_WHOLE_ONLY = frozenset(
    {
        "ten",
        "ho",
        "diem",
        "he so",
        "account",
        "lien he",
        "nhan vien",
        "khach hang",
        "hoc sinh",
        "user",
        "frame",
        "engine",
        "phi",
        "gia",
        "cong",
        "quan he",
        "thuong",
        "luong",
        "danh hieu",
        "ky luat",
        "seri",
        "dai dien",
        "phat",
        "fax",
        "hotline",
        "so hieu",
        "ip",
        "mac",
        "model",
        "date",
        "name",
        "phone",
        "gioi",
        "lop",
        "truong",
        "khoa",
        "phong",
        "no",
        "tt",
        "nh",
        "zalo",
        "facebook",
        "don vi",
        "address",
        "hang",
        "nganh",
        "que",
        "thua",
        "mobile",
        "ma the",
        "so the",
        "chung thuc so",
    }
)
#: Cells that belong to a second header row.
_SUB_HEADERS = frozenset(
    {
        "ngay",
        "thang",
        "nam",
        "nu",
        "so",
        "nam sinh",
        "ngay cap",
        "noi cap",
        "ho",
        "ten",
        "ho dem",
        "dem",
        "ho va dem",
        "chu dem",
        "loai",
        "tong",
        "tong so",
        "ghi chu",
        "tinh",
        "huyen",
        "xa",
        "thon",
        "so nha",
        "duong",
        "phuong",
        "quan",
        "tinh/tp",
        "xa/phuong",
        "quan/huyen",
        "tinh/thanh pho",
        "sang",
        "chieu",
        "tu",
        "den",
        "dvt",
        "stt",
        # below "Phụ cấp", "Các khoản trừ", "Toán"
        "an ca",
        "tien an",
        "doc hai",
        "xang xe",
        "chuyen can",
        "trach nhiem",
        "tham nien",
        "chuc vu",
        "khac",
        "thuong",
        "tam ung",
        "bhxh",
        "bhyt",
        "bhtn",
        "tncn",
        "cong",
        "tx",
        "gk",
        "ck",
        "qt",
        "tb",
        "tbm",
        "hk1",
        "hk2",
        "cn",
        "mieng",
        "15p",
        "1t",
    }
)
_DEBTS = frozenset(("nợ", "tiền nợ", "nợ cũ", "còn nợ"))


@dataclass(frozen=True, slots=True)
class Header:
    """What a header announces: the clues in order, the printed form of the deciding one, and the header's text."""

    clues: tuple[Clue, ...]
    shown: str = field(repr=False)
    text: str = field(repr=False)

    @property
    def entity_type(self) -> EntityType | None:
        """Return the type of the first personal clue."""
        for clue in self.clues:
            if clue in TYPE_OF:
                return TYPE_OF[clue]
        return None

    @property
    def harmless(self) -> bool:
        """Return whether the header announces nothing personal, and says what it is."""
        return bool(self.clues) and self.entity_type is None


#: Clues of values that one person has: a number behind them is the value.
_OF_PERSONS = frozenset(
    {Clue.BIRTH_DATE, Clue.BIRTH_YEAR, Clue.AGE, Clue.PHONE, Clue.ID_ANY, Clue.ADDRESS, Clue.NAME, Clue.PLATE}
)
_NUMBER_BEHIND = re.compile(r"[^\W\d_]\.?\s*[:.]?\s*\d[\d .\-/]*[a-zA-Z]?\s*$")


def alone_with_number(text: str) -> bool:
    """Return whether a cell's text ends in a number of two digits or more: "SN 12", not "Số ĐT 1"."""
    match = _NUMBER_BEHIND.search(text)
    return match is not None and sum(char.isdigit() for char in match.group()) > 1


@lru_cache(maxsize=4_000)
def read_header(text: str) -> Header | None:
    """Return what a header text announces; None if no label is in it or the label is only a part of something else."""
    stripped = " ".join(text.split())
    if (
        not stripped
        or len(stripped) > 90
        or _ROW_CODE.fullmatch(stripped)
        or _SAYS_NOTHING.fullmatch(stripped)
    ):
        return None
    if (listed := sure_clue(stripped)) is not None:
        return Header((listed,), stripped, stripped)
    stripped = spread(stripped)  # "receiverPhone" of an export
    if stripped.lower().rstrip(":") in _DEBTS:  # in running text these are words of bookkeeping
        return Header((Clue.DEBT,), stripped, stripped)
    if stripped.lower().rstrip(":?") in _LIVING:  # without its accent "ở" is also a box and a nest
        return Header((Clue.ADDRESS,), stripped, stripped)
    key = key_of(fold(stripped).text)
    whole = _WHOLE.get(" ".join(re.split(r"[^a-z\d/]+", key)).strip())
    if whole is not None:
        return Header((whole,), stripped, stripped)
    if _MONEY_OF.match(key):
        return Header((Clue.AMOUNT,), stripped, stripped)
    found = classify(stripped)
    if not found:
        return _by_core(key, stripped)
    letters = sum(char.isalnum() for char in key)
    covered = sum(sum(char.isalnum() for char in key[label.start : label.end]) for label in found)
    clues: list[Clue] = []
    shown = ""
    for label in found:
        words = " ".join(
            "".join(char if char.isalnum() else " " for char in key[label.start : label.end]).split()
        )
        alone = covered >= letters - sum(char.isdigit() for char in key) - 1 if letters else False
        if words in _WHOLE_ONLY and not alone:
            continue
        if label.clue not in clues:
            clues.append(label.clue)
            if not shown and label.clue in TYPE_OF:
                shown = label.shown
    if alone_with_number(stripped) and any(clue in _OF_PERSONS for clue in clues):
        return None  # "SN 12", "ĐT 0912…": a label with its value
    if not clues or covered * 4 < letters or (covered * 3 < letters and not shown):
        return _by_core(key, stripped) if not shown else None
    if all(clue in _VAGUE for clue in clues):
        return _by_core(key, stripped) or Header(tuple(clues), shown or found[0].shown, stripped)
    return Header(tuple(clues), shown or found[0].shown, stripped)


#: "QT-086", "BN0012" are codes of rows, though "QT" and "BN" are labels.
_ROW_CODE = re.compile(r"[^\W\d_]{1,5}[-_./ ]?\d{2,8}[A-Za-z]?")
#: Over values of all kinds; "tin" in it is no tax number, and "khách quan" is no guest.
_SAYS_NOTHING = re.compile(
    r"(?:các )?(?:thông tin|tin|bản tin|tin tức)(?: (?:khác|thêm|chi tiết|chung))?|(?:tính |mức độ )?(?:khách|chủ) quan",
    re.IGNORECASE,
)
#: Headers over where people live.
_LIVING = frozenset(("ở", "hiện ở", "đang ở", "ở xóm", "ở thôn", "ở ấp"))
#: Whole headers, as keys, that say otherwise than the labels in them, or that are no labels in a text.
_WHOLE = {
    "national id": Clue.ID_ANY,
    "identity no": Clue.ID_ANY,
    "identity number": Clue.ID_ANY,
    "so tcc": Clue.ID_ANY,
    "mdd": Clue.ID_ANY,
    "nid": Clue.ID_ANY,
    "contact no": Clue.PHONE,
    "yob": Clue.BIRTH_YEAR,
    "diem giao": Clue.ADDRESS,
    "plate": Clue.PLATE,
    "benh": Clue.HEALTH,
    "bn": Clue.NAME,
    "ph": Clue.NAME,
    "hs": Clue.NAME,
    "hv": Clue.NAME,
    "sv": Clue.NAME,
}
#: What a header is about although it is no phrase of the table, by its decisive word; the cells have to fit.
_CORES: tuple[tuple[re.Pattern[str], Clue, str], ...] = tuple(
    (re.compile(rf"(?<![a-z])(?:{pattern})(?![a-z])"), clue, shown)
    for pattern, clue, shown in (
        (
            r"(?<!hoc )(?<!thi )(?<!ve )(?<!phat )(?<!ho )(?<!khai )(?<!noi )(?<!hy )(?<!cuu )(?<!tuyen )"
            r"sinh(?! (?:vien|hoat|hoc|hoa|ly|vat|thai|pham|khi|loi|trac|quan|te))|birth|birthday|dob|d o b|ntns|nsinh|namsinh",
            Clue.BIRTH_DATE,
            "Ngày sinh",
        ),
        (r"tuoi(?! (?:thai|tho|nghe|tau|xe|cay|no))", Clue.AGE, "Tuổi"),
        (r"d o b|dob|ngay thang nam sinh|ns|n/s|n s", Clue.BIRTH_DATE, "Ngày sinh"),
        (
            r"emp(?: no| id| code| \#)?|staff(?: no| id| code)?|employee|msnv|manv",
            Clue.EMPLOYEE,
            "Mã nhân viên",
        ),
        (
            r"^nguoi (?:nhan|nop|tam tru|luu tru|thue|mua|ban|gui|giao|lien he|dai dien|khai|ky|lap|hien|muon|vay|uy quyen|bao lanh"
            r"|phu thuoc|thua ke|thu huong|huong|su dung|kham|lam|viet|dang ky|di cung|than|bi|duoc|cho|yeu cau|de nghi|den|den kham)|^(?:ten )?ho (?:gia dinh|dan|bi anh huong|vay|tham gia)(?![a-z])|^chu (?:ho|nha|xe|tro|dat|phong|ke|nuoi|sdd|su dung|rung|ao|trang trai)",
            Clue.NAME,
            "Họ tên",
        ),
        (r"^ai (?:muon|nhan|lay|dat|nop|truc|no|giu|lam|mua|gui|vay|tra|di|dong)", Clue.NAME, "Ai"),
        (
            r"surname|given name|first name|last name|middle name|family name|hoten|tenkh|ten kh|ho va|ho dem",
            Clue.NAME,
            "Họ tên",
        ),
        (r"e-?mail|thu dien tu|hop thu", Clue.EMAIL, "Email"),
        (
            r"dt|dthoai|cell|cellphone|mobile|tel|phone|sdt|so dt|so phone|dien thoai|di dong|dtdd|zalo|so may|so goi|lien lac",
            Clue.PHONE,
            "Điện thoại",
        ),
        (
            r"cccd|cmnd|cmtnd|cmt|socmnd|socccd|nat id|can cuoc|dinh danh|chung minh|giay to|citizen|national id|id card|gttt",
            Clue.ID_ANY,
            "CCCD",
        ),
        (
            r"stk|so tk|^tk (?!no$|co$|du|doi|ke)[a-z]{2,12}$|tai khoan|account|a/c|acc|acct|iban|so atm|the atm|atm",
            Clue.BANK_ACCOUNT,
            "Số tài khoản",
        ),
        (
            r"salary|wage|basic|gross|net pay|allowance|bonus|thuc linh|phu cap|thu nhap",
            Clue.INCOME,
            "Thu nhập",
        ),
        (r"mst|ma so thue|tax", Clue.TAX, "Mã số thuế"),
        (r"bhyt", Clue.BHYT, "Số thẻ BHYT"),
        (r"bhxh", Clue.BHXH, "Mã số BHXH"),
        (r"bien so|bks|bsx|bien kiem soat", Clue.PLATE, "Biển số"),
        (r"ho chieu|passport", Clue.PASSPORT, "Hộ chiếu"),
        (
            r"^(?:(?:to|thon|buon|ban|xom|ap|bon|lang|plei|khom|phum|soc|khu pho|to dan pho|tdp|cum|doi)(?:\s?[/,-]\s?|$)){2,}|"
            r"^(?:(?:ten )?(?:thon|buon|bon|xom|ap|lang|soc|plei|khu pho|khom|to dan pho|tdp)(?: (?:cu|moi))?|kp|ten ban|ngo|hem|nha so|"
            r"khu dan cu|kdc|cum dan cu|diem dan cu|to nhan dan|to dan cu|khoi pho|village|hamlet|home village|lives in|nhan o)$|"
            r"dc|dchi|diachi|dia chi|thuong tru|tam tru|cu tru|tru quan|noi o|cho o|hktt|address|residence|nha o|noi don|diem don|so nha|"
            r"addr|song o|o dau|(?:ban|em|minh|anh|chi|con|be|nha) (?:hien |dang )?o(?: (?:quan|huyen|phuong|xa|tinh|khu|dau))?",
            Clue.ADDRESS,
            "Địa chỉ",
        ),
    )
)
#: A whole header that says who the people of a column are; short forms only behind "tên".
_PEOPLE = re.compile(
    r"con (?:cua )?(?:ong|ba)(?: ?/? ?ba)?|(?:ho (?:va )?ten |ten |hoten)?(?:cha|me|bo|vo|chong|(?:cha|bo|vo) ?[/-]? ?(?:me|chong)|"
    r"thanh vien|nguoi nha|than nhan|nguoi lh|nlh|phhs|phu xe|vdv|van dong vien|nguoi phu trach|lai xe|phu trach|pic|thuc hien|"
    r"cu dan|hoi vien|cong tac vien|ctv|duong su|nha hao tam|manh thuong quan|dai bieu|chu co so|chu hang|ho gia dinh|biet danh)|"
    r"nguoi [a-z]{2,8}(?: [a-z]{2,8}){0,3}|ten (?:con|be|tre|chau|npt|ho)|"
    r"(?:ho (?:va )?|ho)?ten ?(?:bn|nb|hs|sv|nv|kh|hv|ph|ch|nld|vdv|gv|cb|thanh vien)|"
    r"(?:ten (?:bo|me|phu huynh)|phu huynh|bo ?[/-]? ?me|me|bo|nguoi [a-z]{2,8}) (?:dang ky|ky ten|don|dua don|ky|khai|lien he)|"
    r"(?:name of (?:the )?)?(?:student|tenant|member|player|guardian|parents?|father|mother|spouse|wife|husband|child|contact person|"
    r"emergency contact|manager|supervisor|patient|driver|recipient|receiver|consignee|beneficiary|applicant|owner|teacher|doctor|trainee|"
    r"candidate|next of kin|payer|payee|borrower|guarantor|witness|resident|employee|staff|customer|client|buyer|seller|attendee|"
    r"participant|contact|cust|recv|rcv)(?: s)?(?: (?:full ?)?name)?"
)
#: Words that make a header one of dates, sums, sorts or counts, whatever else it says.
_OTHER_THING = re.compile(
    r"(?:ngay|han|phi|loai|so luong|tong|ma loai|tinh trang|trang thai|ten|hinh thuc|nguon|ket qua|so tien|muc|ty le|ly do"
    r"|noi dung|cong ty|date of (?:issue|opening)|nha mang|ngan hang|so du|type|status)(?![a-z])"
)
#: "Nợ BHXH (đ)", "Tiền BHYT": what was paid for it, not its number.
_MONEY_OF = re.compile(
    r"(?:no|tien|phi|so tien|muc dong|dong|truy thu|lai|khau tru|trich)\s(?:nop |dong |thu )?(?:bhxh|bhyt|bhtn|thue|bao hiem)(?![a-z])"
)
#: Labels that say little: a core word beside them decides.
_VAGUE = frozenset({Clue.NOTE, Clue.QUANTITY})


def _by_core(key: str, text: str) -> Header | None:
    words = " ".join("".join(char if char.isalnum() or char in "/-" else " " for char in key).split())
    birth, *others = _CORES
    if birth[0].search(words) and not words.startswith(("tong", "so luong", "ty le")):
        return Header((birth[1],), birth[2], text)
    if _PEOPLE.fullmatch(words):
        return Header((Clue.NAME,), text, text)
    if _OTHER_THING.match(words):
        return None
    for pattern, clue, shown in others:
        if pattern.search(words):
            return Header((clue,), shown, text)
    return None


def heads_columns(parts: Sequence[str]) -> bool:
    """Return whether the parts of a line are the column names of an export: words, two of them announce something."""
    if any(char.isdigit() for part in parts for char in part) or max(map(len, parts)) > _LONGEST_NAME:
        return False
    return sum(read_header(part.replace("_", " ")) is not None for part in parts) >= _LEAST_HEADERS


_LEAST_HEADERS = 2
_LONGEST_NAME = 40


def is_label_like(text: str) -> bool:
    """Return whether a cell's text can be a header or a label: short, few digits, no sentence."""
    return (
        0 < len(text) <= 90
        and sum(char.isdigit() for char in text) <= 3
        and (len(text) <= 24 or not text.endswith((".", "!")))
    )


def is_sub_header(text: str) -> bool:
    """Return whether a cell is one of the small words of second header rows."""
    return key_of(" ".join(text.split())).strip("().:") in _SUB_HEADERS
