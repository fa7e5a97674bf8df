"""Single cells of a table: the text a cell is judged by, and what it reads like: a name, a firm, a date, a remark."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

from recognizers.folding import key_of
from recognizers.function_words import is_function
from recognizers.names import SURE_SURNAMES

#: Of so many texts of a document it is remembered what they are: each is asked about by many columns and rules.
_KEPT = 1 << 16


def forget() -> None:
    """Drop what is remembered of texts: called when a document is done."""
    is_remark.cache_clear()
    is_name.cache_clear()
    is_organisation.cache_clear()


def shown(value: object) -> str:
    """Return the text of a cell: a float without fraction as a whole number, None as "", else ``str``."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def plain(value: object) -> str:
    """Return the text composed, without blanks around it and without one leading apostrophe (text kept as text by Excel)."""
    text = (value if isinstance(value, str) else shown(value)).strip()
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        if _WIDE.search(text):
            text = text.translate(_NARROW)
    return text[1:] if text.startswith("'") else text


_WIDE = re.compile("[\uff01-\uff5e\u00a0\u2013\u2011]")
_NARROW = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {0xA0: " ", 0x2013: "-", 0x2011: "-"}
SEPARATORS = re.compile(r"[ .\-\u00a0|]")
#: Business stamps: a date first, whatever the rest.
_STAMP = re.compile(r"20[0-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:\d{4}|\d{6})\Z")
_GOODS = re.compile(r"893\d{10}\Z|[A-Z]{2}\d{9}[A-Z]{2}\Z")
THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+\Z")
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?[eE]\+?(?:0?[89]|1\d)\Z")
_DATE = re.compile(
    r"(?:0?[1-9]|[12]\d|3[01])\s?[/.\-]\s?(?:0?[1-9]|1[0-2])\s?[/.\-]\s?(?:\d{4}(?: (?:0?0:00(?::00)?|12:00:00 AM))?|\d\d)\Z"
    r"|(?:[A-Za-z]{3,9}\.? \d{1,2},? \d{4}|\d{1,2}[ \-][A-Za-z]{3,9}\.?[ \-,]\s?\d{2,4})\Z"
    r"|\d{4}-\d\d-\d\d(?: [\d:]{5,8})?\Z|(?:19|20)\d\d\s?([/.\-])\s?(?:0?[1-9]|1[0-2])\s?\1\s?(?:0?[1-9]|[12]\d|3[01])\Z"
    r"|(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\Z|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19"
    r"|20)\d{2}\Z"
    r"|(?:0?[1-9]|[12]\d|3[01])[ \-/]?(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[ \-/,]{0,2}(?:\d{4}|\d\d)\Z"
    r"|(?:0?[1-9]|1[0-2])/\d{4}\Z|(?i:ngày\s)?\d{1,2}(?i:\stháng\s)\d{1,2}(?i:\snăm\s)\d{4}\Z"
)
YEAR = re.compile(r"(?:19|20)\d\d\Z")
#: Beginnings of an organisation's name. With accents: Trường is a school, Trương a family name; Đoàn, Nông and Lâm are
#: family names, too: "Đoàn Thanh Vân", "Lâm Trường Giang".
_ORGANISATION = re.compile(
    r"(?:taxi |tổng đài |đạo tràng |điểm trường |vlxd |nhà xe |gara |garage |ks |đội pccc|liên danh |cn (?:công|cty|ngân|văn|khách)|thcs |thpt |tiểu học |mầm non |cao đẳng |công ty|tổng công ty|tổng cty|tổng cục|hãng|nhà hàng|khách sạn|siêu thị|nhà máy|xí nghiệp|nhà thuốc|nhà trường"
    r"|cty|ctcp|tnhh|dntn|doanh nghiệp|htx|hợp tác xã|ubnd|hđnd|uỷ ban|ủy ban|hội đồng|tòa án|toà án|tand|viện kiểm|vksnd"
    r"|công an|đồn |đội (?:quản|cảnh|thi|thuế)|trạm |bưu (?:điện|cục)|điện lực|bảo hiểm|kho bạc|thuế |chi cục|cục "
    r"|sở |bộ (?:tài|công|y|tư|giao|nội|giáo|xây|nông|khoa|quốc|ngoại|văn|thông|lao)|đảng ủy|huyện ủy|tỉnh ủy|thành ủy|mặt trận"
    r"|liên đoàn|hiệp hội|hội (?!an\b)|đoàn (?:thanh (?:niên|tra|thiếu)|luật sư|tncs)(?!\w)|trường (?:đại|cao|tiểu|thpt|thcs|th|mầm|mn|mg|mẫu|trung|phổ|chính|ptdt|dân)|đại diện (?:công|cty|ubnd|sở|phòng|ban|chi|hội|các|lãnh|nhà|đơn)"
    r"|bệnh viện|chùa |đình (?:làng|thôn)|nhà thờ |thánh thất |phòng (?:khám|giáo|tài|tư|công|cảnh|giao|lao|y|nội|kinh|văn|quản|nông)|trung tâm|học viện|viện |thư viện"
    r"|bảo tàng|nhà (?:văn|thi|hát)|ngân hàng|chi nhánh|pgd|phòng giao dịch|văn phòng|vpcc|vpđk|tập đoàn|cơ sở|cửa hàng"
    r"|chùa |đình |đền |miếu |nhà thờ |thánh (?:thất|đường)|tịnh xá |thiền viện|niệm phật|từ đường|nhà nước|nhà sinh hoạt|nghĩa (?:trang|địa)|bến xe|lớp \d"
    r"|kênh |mương |rạch |sông |suối |đường (?:giao thông|liên|bê tông|đất|thôn|xóm|làng|trục|nội)|đất (?:công|ubnd)|bql |chi (?:hội|đoàn|bộ) |\w{2,12} bank\b"
    r"|viễn thông|(?:nông|lâm) trường(?! \w+\Z)|giáo xứ|nhà sách|quỹ |ban (?:quản|chỉ|tổ|tôn|dân|tuyên|nội)|\w{2,12}bank\b|bidv\b|agribank|đài (?:phát|truyền)|báo |nhà xuất bản)"
)
_ORGANISATION_PLAIN = re.compile(
    r"(?:taxi|tong dai|dao trang|diem truong|vlxd|nha xe|garage|lien danh|cn cong ty|thcs|thpt|tieu hoc|mam non|cong ty|tong cong ty|tong cty|tong cuc|nha hang|khach san|sieu thi|nha may|xi nghiep|nha thuoc|cty|ctcp|tnhh|dntn"
    r"|doanh nghiep|htx|hop tac xa|ubnd|hdnd|uy ban nhan dan|hoi dong|toa an|tand|vien kiem sat|vksnd|cong an (?:tinh|thanh"
    r"|huyen|quan|phuong|xa|tp)|doi (?:quan ly|canh sat|thi hanh)|tram (?:y te|thu|bom)|buu (?:dien|cuc)|dien luc"
    r"|bao hiem xa hoi|kho bac|chi cuc|cuc thue|lien doan|hiep hoi|truong (?:dai hoc|cao dang|tieu hoc|thpt|thcs|mam non|mn|mg|th"
    r"|trung hoc|mau giao)|benh vien|phong (?:kham|giao duc|tai chinh|tu phap|cong chung|canh sat|giao dich|lao dong)"
    r"|trung tam|hoc vien|thu vien|bao tang|ngan hang|chi nhanh|pgd|van phong|vpcc|tap doan|cua hang|\w{2,12} ?bank|bidv|nha tho|den tho|thanh that|nghia trang|kenh|bql"
    r"|nha xuat ban|vien thong|(?:nong|lam) truong(?! \w+\Z))(?![a-z])"
)
_BANK = re.compile(
    r"ngan hang|(?<![a-z])(?:nh|bank|\w*bank|bidv|agribank|acb|vib|shb|msb|ocb|vcb|tcb|stb|ctg|vpb|tpb|hdb|eib|lpb|scb|mb|abb|nab|bvb|ssb|pvcb)(?![a-z])"
)
_NOT_NAME = re.compile(r"[\d@%=+*<>{}\[\]_]")
ADDRESS_WORD = re.compile(
    r"(?<![a-z0-9])(?:so|duong|pho|ngo|ngach|hem|kiet|thon|xom|ap|ban|buon|to|tdp|khu|kp|phuong|xa|thi tran|quan"
    r"|huyen|tp|tx|tinh|thanh pho|p|q|h|x|tt|kdt|chung cu|can ho|lo|hn|hcm|tphcm|km|ql|doi|lang|soc)(?![a-z])"
)


def digits(text: str) -> str:
    """Return the digits of a number however it is grouped, or "" if there is anything else in it."""
    squeezed = SEPARATORS.sub("", text)
    return squeezed if squeezed.isascii() and squeezed.isdigit() else ""


def is_amount(text: str) -> bool:
    """Return whether a number is grouped in thousands: a sum of money, a count."""
    return THOUSANDS.match(text) is not None


def is_of_business(text: str) -> bool:
    """Return whether a number is a time stamp, a bar code of goods or of a letter (S10): nobody's number."""
    return _STAMP.match(text) is not None or _GOODS.match(text) is not None


def is_scientific(text: str) -> bool:
    """Return whether a number lost its digits to scientific notation (``1.09301E+10``)."""
    return _SCIENTIFIC.match(text) is not None


def is_masked(text: str) -> bool:
    """Return whether part of a number is starred out: the rest is personal still."""
    return bool(re.fullmatch(r"[\dA-Z .\-]*(?:[*xX•#]{3,}|[*•#]{2,})[\dA-Z *xX•#.\-]*", text)) and any(
        c.isdigit() for c in text
    )


ASIDE = re.compile(r"\s*(?:\([^()\d]{1,30}\)|[\"“][^\"“”\d]{1,20}[\"”])$")


#: A unit may carry capitals further on, and its abbreviation only such.
_UNIT = re.compile(
    r"(?:[Mm]áy (?:in|chủ|photo)|[Đđ]iểm phát|[Tt]hiết bị|[Hh]ệ thống|[Tt]ổ|[ĐđD]ội|[Pp]hòng|[Bb]an|[Bb]ộ (?:phận|môn)|[Cc]hi (?:đội|đoàn|hội)|[Ll]iên [Đđ]ội|BGH|BGĐ|BCH|BQL|UBND)(?!\w)"
)
#: What people write in a column of names where nobody is to be named.
_REMARK = re.compile(
    r"(?:theo|chưa|đã|không|hết|chờ|đang|nghỉ|trống|thuê|các|mỗi|luân phiên|phân công|khách (?:lẻ|vãng|lạ|quen)"
    r"|ẩn danh|vô danh|nặc danh|giấu tên|sung công|hàng xóm|cùng phòng|một mình|chết \d{4}|mất \d{4}|shipper|tổng đài|(?:tập thể|chủ nhà|trực ca|trực tiếp|môi giới|btc)\Z"
    r"|(?:vợ|chồng|mẹ|bố|má|(?:ông|bà) (?:nội|ngoại)|con (?:trai|gái|dâu|rể))\Z"
    r"|an danh\Z|nac danh|giau ten|hang xom|tong dai|(?:tap the|chu nha|truc ca|ong noi|ba noi|ong ngoai|ba ngoai)\Z|học (?:thử|bù|ké)|tăng cường|tự (?:túc|do|làm|lái)|(?:bỏ|để) trống|như trên|nhiều người"
    r"|cả (?:tổ|nhóm|lớp|nhà)|bảo (?:trì|dưỡng)|theo (?:ca|lich|doi|yeu)|chua (?:co|xep|ro|biet)|khach (?:le|vang)"
    r"|an danh|vo danh|hoc (?:thu|bu)|tang cuong|(?:de|bo) trong|nhu tren|ca (?:to|nhom|lop))(?!\w)"
    # a unit that did it: "tổ quan trắc", "Phòng Mua hàng", "Chi đội 9A", "BGH"
    r"|(?:tổ|đội|phòng|ban|bộ phận|nhóm|xưởng|phân xưởng|văn phòng|bộ môn|chi đội|liên đội|chi đoàn|chi hội|công đoàn)(?: (?!thị\b|văn\b)[\w&]{1,9}){1,4}\Z"
    r"|(?:to|phong|bo phan|nhom|phan xuong|van phong|bo mon) (?:quan trac|mua hang|ban hang|ke (?:toan|hoach)|hanh chinh|ky thuat|kiem (?:tra|nghiem)"
    r"|van hanh|bao (?:ve|tri|hanh|duong)|san xuat|co dien|nhan su|kinh doanh|vat tu|thu mua|dieu (?:hanh|duong)|tap vu|to chuc|giao vu)(?!\w)"
    # a machine or an office's log-in among those of people
    r"|(?:máy (?:in|chủ|photo|chấm|quét|chiếu|trạm|tính bảng)|thiết bị|hệ thống|quản trị|điểm phát|dùng chung|may (?:in|chu|photo|cham|quet|chieu|tram)"
    r"|thiet bi|he thong|quan tri|diem phat|dung chung|camera|văn thư (?:xã|phường|cơ quan|đơn vị)|tuyển dụng|tuyen dung)(?!\w)"
    r"|(?:bgh|bgđ|bgd|bch|bql|ubnd|liên đội|đoàn thanh niên|công đoàn|ke toan|kế toán|vat tu|vật tư|văn thư|van thu|kỹ thuật|ky thuat)\Z"
)


@lru_cache(maxsize=_KEPT)
def is_remark(text: str) -> bool:
    """Return whether a cell says that nobody is named: "theo ca", "khách lẻ", "P. Kinh doanh", "Giám đốc"."""
    if (text[1:].islower() or _UNIT.match(text) is not None) and _REMARK.match(text.lower()) is not None:
        return True
    if not is_function(text):
        return False
    words = text.split()
    return not any(  # "Tổ trưởng Nguyễn Văn A"
        word.lower() in SURE_SURNAMES and after[:1].isupper() for word, after in pairwise(words[1:])
    )


@lru_cache(maxsize=_KEPT)
def is_name(text: str) -> bool:
    """Return whether a text can be a person's name by its form: one to seven words of letters, no organisation."""
    if is_remark(text):
        return False
    text = ASIDE.sub("", text).strip()  # "Hùng (cao)", 'Tuấn "cận"'
    if not text or len(text) > 60 or _NOT_NAME.search(text):
        return False
    words = text.replace(",", " ").replace(".", " ").split()
    return (
        1 <= len(words) <= 7
        and all(word.replace("'", "").replace("-", "").isalpha() for word in words)
        and not (is_organisation(text))
    )


def is_named(text: str) -> bool:
    """Return whether a text by its form names a person where its label or its header says so: capitalised, no firm."""
    return is_name(text) and text[:1].isupper() and not (text.isupper() and len(text) <= _ABBREVIATION)


_ABBREVIATION = 4


@lru_cache(maxsize=_KEPT)
def is_organisation(text: str) -> bool:
    """Return whether a text reads like the name of an organisation: by its beginning, or by its legal form."""
    lower = text.lower()
    return (_ORGANISATION_PLAIN if lower.isascii() else _ORGANISATION).match(
        lower
    ) is not None or _INCORPORATED.search(lower) is not None


_INCORPORATED = re.compile(
    r"(?<!\w)(?:co\.?, ?ltd|jsc|tnhh|corporation|corp|limited|llc|joint stock|foundation|university|institute|embassy"
    r"|(?:rotary|lions) club)\b"
)


def is_household(text: str) -> bool:
    """Return whether a text names a person's business or a person with a form of address: "Hộ KD …", "Ông …"."""
    return _HOUSEHOLD.match(key_of(text)) is not None


_HOUSEHOLD = re.compile(r"(?:ho|hkd|ong|ba|anh|chi|co|chu|bac|ca nhan|mr|ms|mrs)(?: kd| kinh doanh)?[.: ]")


def name_of_household(text: str) -> int:
    """Return where the owner's name begins in "Hộ KD Nguyễn Thị Sáu"; 0 where none is seen."""
    match = _BUSINESS.match(text.lower())
    if match is None:
        return 0
    words = text[match.end() :].split()
    named = (
        2 <= len(words) <= 5 and all(word[:1].isupper() for word in words) and is_name(text[match.end() :])
    )
    return match.end() if named else 0


_BUSINESS = re.compile(r"(?:hộ(?: kd| kinh doanh)?|ho (?:kd|kinh doanh)|hkd)[.: ] ?")


def is_service(text: str) -> bool:
    """Return whether a telephone number is a service's: 1800 and 1900 numbers, 113, 114, 115."""
    return _SERVICE.match(text) is not None


_SERVICE = re.compile(r"1[89]00(?:[ .\-]?\d){4,6}\Z|11[1-5]\Z")


def is_bank(text: str) -> bool:
    """Return whether a text names a bank."""
    return _BANK.search(key_of(text)) is not None


def is_date(value: object, text: str) -> bool:
    """Return whether a cell holds a date: a typed one, or written in a usual form."""
    return isinstance(value, dt.date | dt.datetime) or _DATE.match(text) is not None


def begins_with_surname(text: str) -> bool:
    """Return whether a text reads like a full name: a family name and one to four more words, all capitalised."""
    words = text.split()
    return (
        2 <= len(words) <= 5
        and words[0].lower() in SURE_SURNAMES
        and all(word[:1].isupper() for word in words)
        and is_name(text)
    )


def is_full_address(text: str) -> bool:
    """Return whether a text reads like an address: several parts between commas, words of places in two of them."""
    parts = [part for part in text.split(",") if part.strip()]
    return len(parts) >= 2 and sum(ADDRESS_WORD.search(key_of(part)) is not None for part in parts) >= 2
