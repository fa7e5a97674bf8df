"""Passwords, PINs, logins and codes that running text tells: CREDENTIAL, and the account beside one.

Behind their word with others of whose they are between ("mật khẩu máy kế toán: Hoa#88"), by a form that only a secret
has, or told without the colon of a form: "tk toan06 mk Toan@06", "mã cổng là 2580", "the lockbox code is 4471#",
"kho@tinphat.vn / Kho#2204". A label with its value right behind it is read as any other field (``online``). What is
said about passwords in general ("ít nhất 8 ký tự", "90 ngày một lần") tells none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.base import Found, Tier, VnRecognizer
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.nearby import matches_near
from recognizers.results import Reason
from recognizers.words import is_plain

_SAID = r"(?:mk|pw|pass(?:word|code)?|mat (?:khau|ma))"
_SET = r"[ ]?[:=,]?[ ](?:(?:la|is)[ ])?|[:=]"
#: "tk toan06 mk Toan@06", "user admin_kho / pass cam@0447"
_PAIR = re.compile(
    rf"(?<![a-z])(?:user(?:name)?|tk|tai khoan|acc(?:ount)?|nick|login|id|(?:ten )?dang nhap)(?:{_SET})"
    rf"(?P<user>(?=[a-z.\-]{{0,39}}[\d_@])[\w.@\-]{{3,40}})[ ]?[,;/|\-]?[ ]?{_SAID}(?:{_SET})(?P<secret>[^\s,;]{{3,40}})"
)
#: What opens a door, a safe, a gate; what unlocks a telephone or a card.
_LOCK = (
    r"ma (?:so )?(?:(?:mo )?(?:cua(?! hang)|cong|ket(?: sat)?)|mo khoa|hop thu|tu do|vali|khoa (?:cua|cong|so|ket|vali|man hinh))"
    r"|mo khoa (?:man hinh|may|dien thoai|laptop)"
    r"|(?:so|ma) bi mat(?: (?:ket|tu|cua|cong|the))?"
    r"|(?:lock ?box|key ?box|door|gate|safe|alarm|entry|padlock|locker)(?: lock)? (?:code|pin|number)"
    r"|(?:mat (?:khau|ma)|(?:ma )?pin|pass(?:code)?|mk)(?: (?:man hinh|(?:mo )?may|dien thoai|mo khoa|ket|tu|cua|cong|the|atm|sim|[46] so"
    r"|zalo|vneid|laptop|may tinh|camera|vali|wifi|icloud|e?mail|gmail|facebook|fb|ngan hang|app)){0,2}"
)
_CODE = re.compile(
    rf"(?<![a-z])(?:{_LOCK})(?:[ ]?[:=,]?[ ](?:(?:nha(?: em| minh)?|hien tai|moi) )?(?:(?:la|is|=|so) )?)"
    r"(?P<secret>\d{4,8}[#*]?|\d(?:-\d){3,7}|\d\d(?:-\d\d){2})(?![\w\-/]|[.,]\d|[ ](?:ky tu|chu so|so|mah|wh|ngay|lan|phut|dong|nghin|trieu)(?![a-z]))"
)
#: Behind a figure: what it counts or measures.
_COUNTS = (
    r"[ ]?(?:m|m2|kg|cm|mm|ml|l|w|mah|wh|inch|cai|bo|ngay|gio|phut|giay|lan|lit|lon|chai|thung|dong|nghin|trieu|tr|k|chiec|nguoi|hoc vien|hoc sinh"
    r"|em|ky tu|chu so|so|khach|suat|buoi|thang|nam|mon|phong|tang)(?![a-z])"
)
#: A place with a lock, told without a word for its code: "két sắt: 26-04-11", "cổng khóa số đổi 7749#", "khóa số vali: 417".
_LOCKED = re.compile(
    r"(?<![a-z])(?:ket(?: sat)?(?: nha)?|khoa so(?: (?:cong|cua|vali|tu|ket|xe|nha)){0,2}|(?:cua|cong)(?: (?:cuon|chinh|sau|truoc|rao|tu dong|nha|khoa so)){1,3})"
    r"(?:[ ]?:[ ]?|(?: (?:nha em|doi|moi|doi thanh|sang|la|ma|ma so|bam|nhap)){1,3}[ ]?:?[ ])"
    r"(?P<secret>\d{3,8}[#*]?|\d\d(?:[ \-.]\d\d){1,2}[ ]?[#*]?)(?![\w\-/%]|[.,:]\d|" + _COUNTS + ")"
)
#: "cửa cuốn mã 19 62 #", "tủ 12 mã mở 3344", "locker 17, code 4471": the code behind the number of what it opens.
_OPENS = re.compile(
    r"(?<![a-z])(?:cua(?! hang| so)|cong|ket(?: sat)?|tu(?= (?:do|so|\d))|locker|lockbox|keybox|key box|hop (?:khoa|chia|thu)|vali|khoa so|door|gate|safe|smart ?lock)(?![a-z])[^\n:.;]{0,24}?[ ,(]{1,2}"
    r"(?:ma(?: (?:so|mo|mo cua|khoa|tam|vao|la))?|code|pin|pass)(?: (?:la|is))?[ ]?:?[ ](?P<secret>\d{4,8}[#*]?|\d\d(?:[ \-]\d\d){1,2}[ ]?[#*]?)"
    r"(?![\w\-/%]|[.,:]\d|" + _COUNTS + ")"
)
#: "mã tủ đồ tạm hôm nay 4471", "mã khóa cửa căn 1204 là 090909": more words between, and a code of four figures at least.
_CODE_OF_LOCK = re.compile(
    r"(?<![a-z])ma (?:so )?(?:mo |khoa |mo khoa )?(?:tu (?:do|ca nhan|gui do|so|locker)|cua(?! hang)|cong(?! (?:ty|viec|trinh|van|cu|doan|to|dan|nhan|chung))|ket|phong tro|can ho|vali|khoa(?= (?:cua|cong|tu|ket|so|can|phong|vali)))"
    r"(?! (?:hang|so thue))(?: (?:[a-z]{1,7}|\d{1,4}[a-z]?)){0,5}?(?: la|[ ]?:|(?<=nay)|(?<=moi)|(?<=em)|(?<=minh)|(?<=nha)|(?<=vali))[ ](?P<secret>\d{3,8}[#*]?)(?![\w\-/%]|[.,]\d)"
)
#: A code sent to confirm something, behind how it came: "mã xác nhận hệ thống gửi qua tin nhắn là HB-7719".
_SENT = re.compile(
    r"(?<![a-z])ma (?:xac (?:nhan|minh|thuc)|otp|kich hoat|dang nhap|truy cap|du phong|khoi phuc|backup)(?! (?:dat|giao dich|don|booking|thanh toan|chuyen|bao hanh|san pham|ban quyen))(?: [a-z]{1,8}){0,8}?(?:[ ]?:| la)[ ]?"
    r"(?P<secret>(?=[a-z\-]{0,6}\d)[a-z0-9]{1,8}(?:[ \-]?\d{3,5}){1,3}|\d{4,8})(?![\w\-/]|[.,]\d)"
)
_CONFIRMS = re.compile(
    r"(?<![a-z])(?:ma xac (?:nhan|minh|thuc)|ma otp|otp)[ ](?P<secret>\d{4,8})(?![\w/\-]|[.,]\d)(?=[ ,.]{1,3}(?:dung|khong|de|co|het|hieu|gui|nha|nhe|cho|tuyet)(?![a-z]))"
)
#: Codes by which another enters somebody's computer: a number in groups and what opens it.
_REMOTE = re.compile(
    r"(?<![a-z])(?:id|teamviewer|ultra ?view(?:er)?|anydesk|may)(?: id)?[ ]?[:=]?[ ](?P<user>\d{1,3}(?:[ ]\d{3}){2,3})[ ]?[,;/|\-]?[ ]?"
    rf"{_SAID}(?:{_SET})(?P<secret>[^\s,;]{{4,20}})"
)
#: "0834 117 402 mk 123456a", "0913884177 / MaNgoc1960": an account that is a number, and what opens it.
_AFTER_NUMBER = re.compile(
    rf"(?<!\d)(?:0\d{{2,3}}[ .]?\d{{3}}[ .]?\d{{3,4}}|\d{{12}})[ ]{{0,2}}(?:[,;/|\-][ ]{{0,2}})?{_SAID}(?:{_SET})(?P<secret>[^\s,;]{{4,40}})"
)
_BEHIND_NETWORK = re.compile(
    r"(?<![a-z])(?:fb|facebook|face|gmail|mail|icloud|zalo|vneid|vssid|dvc|shopee|lazada|tiktok|garena|netflix|canva|acc|nick|tk)(?: [a-z]{1,8}){0,3}[ ]?:[ ]?"
    r"[\w.@+\-]{4,40}[ ]?/[ ]?(?P<secret>(?=[a-z@#!_.]{0,30}\d)(?=[\d@#!_.]{0,30}[a-z])[\w@#!$%&*.\-]{6,40})(?![\w/])"
)
_WIFI_SLASH = re.compile(
    r"wi-?fi[^\n/:]{0,20}:[ ]?[\w .\-]{3,30}?[ ]?/[ ]?(?P<secret>[\w@#!.]{8,30})(?![\w/])"
)
_WIFI_BARE = re.compile(
    r"(?:^|\n|[.;][ ])wi-?fi:?[ ](?P<secret>(?=[a-z]{0,30}\d|khong|[a-z]{9})[a-z0-9@#!_]{8,30})(?=[ ]?(?:\n|$|[.;]))"
)
_SIGNED_IN = re.compile(
    r"(?<![a-z])(?:dang nhap (?:bang|voi)|ten (?:dn|dnhap)|user|tk|acc)[ ]?:?[ ](?P<secret>(?=[a-z.\-]{0,39}[\d_.@])[\w.@\-]{3,40}[\w])[ ]?[,;/][ ]?(?:mat khau|mk|pass)(?![a-z])"
)
_KEY_TOKEN = re.compile(
    r"(?<![\w\-])(?:(?:sk|pk|rk)[\-_](?:live|test|proj|ant)[\-_][\w\-]{10,80}|gh[pousr]_\w{16,80}|github_pat_\w{20,90}|xox[abprs]-[\w\-]{10,80}|AKIA[A-Z0-9]{16}"
    r"|AIza[\w\-]{30,40}|glpat-[\w\-]{16,40}|eyJ[\w\-]{10,400}\.[\w\-]{10,400}\.[\w\-]{10,200}|hf_[A-Za-z]{24,40}|\d{8,10}:AA[\w\-]{30,36})(?![\w\-])",
    re.ASCII,
)
_KEYS = (
    "sk-",
    "sk_",
    "pk-",
    "pk_",
    "rk_",
    "ghp_",
    "gho_",
    "ghu_",
    "ghs_",
    "ghr_",
    "github_pat_",
    "xox",
    "AKIA",
    "AIza",
    "glpat-",
    "eyJ",
    "hf_",
    ":AA",
)
_ONE_TIME = re.compile(
    r"(?<![a-z])(?:otp|ma xac (?:thuc|nhan|minh)|verification code)(?![a-z])[^\n\d.;]{0,40}?(?:[ ](?:la|is)|:|=)[ ]?(?P<secret>\d{3}[ \-]\d{3})(?!\d|[.,]\d)"
)
_WIFI = re.compile(
    rf"wi-?fi[^\n]{{0,40}}?[ /,;]{_SAID}(?:{_SET})(?P<secret>(?=[a-z]{{0,30}}\d|[a-z]{{8}})[a-z0-9@#!_.]{{6,30}})(?![\w])"
)
#: A mailbox and what opens it: letters and figures with a sign between.
_AFTER_MAIL = re.compile(
    r"@[a-z0-9\-]{2,40}(?:\.[a-z]{2,12}){1,3}[ ]{0,2}[/|–\-][ ]{0,2}(?P<secret>(?=[a-z0-9]{0,30}[!@#$%&*])(?=[^\s\d]{0,30}\d)(?=[^\sa-z]{0,30}[a-z])[^\s,;/|]{6,40})(?![^\s,;.)])"
)
_ADDRESS = re.compile(r"@[a-z0-9\-]+\.[a-z]")
_OF_WHAT = r"(?: (?!(?:gom|toi thieu|it nhat|tu|moi(?!:| la)|phai|khong)(?![a-z]))[a-z]{1,12}){0,6}"
_ANNOUNCED = r"[ ]?(?:[:=]|(?<= )la(?![a-z]))[ ]{0,3}"
_PASSWORD = re.compile(
    rf"(?<![a-z])(?P<word>mat khau|mat ma|passwords?|pass(?:code)?|mk|pwd)(?![a-z]){_OF_WHAT}"
    rf"(?:(?P<said>{_ANNOUNCED})|[ ]{{1,3}})(?P<secret>[^\s,;:=()\"“”]{{4,40}})"
)
_PIN = re.compile(
    rf"(?<![a-z])(?P<word>(?:ma )?pin|ma mo khoa|ma khoa|ma mo may)(?![a-z]){_OF_WHAT}(?:{_ANNOUNCED}|[ ]{{1,3}})"
    r"(?P<secret>\d{4,8})(?![\w.,/]?\d|\w| (?:so|ky tu|chu so|phut|ngay|mah))"
)
_LOGIN = re.compile(
    r"(?<![a-z])(?P<word>ten (?:truy cap|dang nhap)|user ?name|login name)(?: [a-z]{2,14}){0,2}"
    r"(?:[ ]?[:=][ ]{0,3}|[ ]{2,}|\t|[ ](?=[\w.@\-]{3,40}[ ]?[,;/][ ]?(?:mat khau|mk|pass)))"
    r"(?P<secret>(?=[\w.@\-]*[\d_.@])[\w.@\-]{2,39}[\w@])"
)
#: A prepaid card's code is money to whoever reads it.
_CARD_CODE = re.compile(
    r"(?<![a-z])(?:the cao|card|nap the)(?![a-z])[^\n]{0,60}?(?<![a-z])(?P<word>ma(?: the| nap)?)[ :]{1,3}(?P<secret>\d{12,15})(?!\d)"
)
_SIGN = re.compile(r"[@#*!$%^&_+?~]")
_MIXED = re.compile(r"(?=.*[a-zà-ỹđ])(?=.*\d)")
_DATE = re.compile(r"\d{1,2}[./\-]\d{1,2}(?:[./\-]\d{2,4})?")
#: The wheel of a safe, and what stops an alarm: "két trong tủ: xoay 31 - 08 - 66", "báo động tắt bằng 7741".
_TURNED = re.compile(
    r"(?<![a-z])(?:ket(?: sat)?|khoa so|tu sat)(?![a-z])[^\n.;\d]{0,24}?(?:xoay|van|quay|trai|phai)[ :]{1,2}(?:(?:trai|phai)[ ])?(?P<secret>\d\d?(?:(?: ?[\-,.] ?|[ ]|[ ](?:trai|phai)[ ])\d\d?){2,3})(?![\w\-/]|[.,]\d)"
    r"|(?<![a-z])(?:bao dong|bao trom|coi bao|alarm)(?![a-z])[^\n.;\d]{0,16}?(?:tat|bat|ma|code|bam|nhap|off|disarm)[^\n.;\d]{0,12}?[ :](?P<alarm>\d{4,8}[#*]?)(?![\w\-/%]|[.,]\d"
    + "|"
    + _COUNTS
    + ")"
    r"|(?<![a-z])(?:khoa so|cua|cong|door|gate|lockbox)[ ](?P<keyed>\d{4,8}(?:[#*]|[ ]then[ ]?#))"
)
#: What only its owner can answer: "Câu hỏi bảo mật: tên thú cưng đầu tiên – trả lời: Mực".
_ANSWER = re.compile(
    r"(?<![a-z])(?:cau hoi (?:bao mat|bi mat)|security question)(?![a-z])[^\n]{0,90}?(?:[ ]?[–\-:?][ ]|, )(?:(?:cau )?tra loi|dap an|answer|tl)(?:[ ]?[:=]| la)[ ]?[\"“]?(?P<secret>[^\W_][^\n;.,\"”]{1,30}?)[ ]?(?=[\n;.,\"”)]|\Z)"
    r"|(?<![a-z])(?:cau hoi (?:bao mat|bi mat)|security question)(?![a-z])[^\n:?]{0,60}?[:?–\-][ ](?:ten|nam|noi|mon|truong|ho|so|what|name)(?![a-z])[^\n:?;.]{2,50}?[ ]?[:–?\-][ ]{1,2}[\"“]?(?P<said>[^\W_][^\n;.,:\"”]{1,30}?)[ ]?(?=[\n;.,\"”)]|\Z)"
)
#: Told without a word of their own beside them: whatever stands there is called a password.
_BARE: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (_CODE, ("ma ", "code", "pin", "mat ", "number", "pass", "mk ", "mo khoa")),
    (_ONE_TIME, ("otp", "ma xac", "verification")),
    (_WIFI, ("wifi", "wi-fi")),
    (_AFTER_MAIL, ("@",)),
    (_LOCKED, ("ket", "khoa so", "cua", "cong")),
    (_OPENS, ("ma", "code", "pin", "pass")),
    (_CODE_OF_LOCK, ("ma ",)),
    (_SENT, ("ma ",)),
    (_CONFIRMS, ("otp", "ma xac")),
    (_BEHIND_NETWORK, ("/",)),
    (_WIFI_SLASH, ("wifi", "wi-fi")),
    (_WIFI_BARE, ("wifi", "wi-fi")),
)
#: Told with the word that announces them; what stands there is no password, so its form is not asked.
_UNDER_WORD: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (_PIN, ("pin", "ma mo", "ma khoa")),
    (_LOGIN, ("user", "login", "ten truy", "ten dang")),
    (_SIGNED_IN, ("dang nhap", "ten d", "user", "tk", "acc")),
    (_CARD_CODE, ("the cao", "card", "nap the")),
)
#: Without accents a door is "of", a gate is public, a safe is a result and a locker is "from".
_NAMING_A_LOCK = frozenset({_LOCKED, _OPENS, _CODE_OF_LOCK})
_SURE_LOCKS = frozenset(
    [
        "cửa",
        "cổng",
        "két",
        "tủ",
        "khóa",
        "khoá",
        "hộp",
        "vali",
        "locker",
        "lockbox",
        "keybox",
        "door",
        "gate",
        "safe",
        "smartlock",
        "smart",
        "key",
    ]
)
_TURNED_WORDS = (
    "ket",
    "khoa so",
    "tu sat",
    "bao dong",
    "bao trom",
    "coi bao",
    "alarm",
    "cua",
    "cong",
    "door",
    "gate",
    "lockbox",
)
_SAID_WORDS = ("mk", "pw", "pass", "mat ")
_END = ".)]”\"'"


class ToldSecretRecognizer(VnRecognizer):
    """Secrets that a sentence tells."""

    ENTITIES = (EntityType.CREDENTIAL, EntityType.SOCIAL_ACCOUNT)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield codes of doors and devices, one-time codes, passwords beside their account or behind whose they are."""
        key = folded.key
        for match in matches_near(_PAIR, key, _SAID_WORDS):
            yield _secret(match.start("user"), match.end("user"), "Tài khoản", EntityType.SOCIAL_ACCOUNT)
            yield _secret(match.start("secret"), _end(key, match), "Mật khẩu")
        for match in matches_near(_REMOTE, key, _SAID_WORDS):
            if any(char.isdigit() for char in match["secret"]):
                yield _secret(match.start("user"), match.end("user"), "ID")
                yield _secret(match.start("secret"), _end(key, match), "Mật khẩu")
        for match in matches_near(_AFTER_NUMBER, key, _SAID_WORDS):
            if is_secret(folded.text[match.start("secret") : _end(key, match)], announced=True):
                yield _secret(match.start("secret"), _end(key, match), "Mật khẩu")
        for match in matches_near(_KEY_TOKEN, folded.text, _KEYS):
            yield _secret(*match.span(), "API key")
        for pattern, words in _BARE:
            for match in matches_near(pattern, key, words):
                written = folded.text[match.start("secret") : match.end("secret")]
                if pattern in _NAMING_A_LOCK and not _names_lock(folded, match):
                    continue
                if written.isascii() and not _ADDRESS.search(written):
                    yield _secret(match.start("secret"), _end(key, match), "Mật khẩu")
        for pattern, words in ((_TURNED, _TURNED_WORDS), (_ANSWER, ("cau hoi", "security"))):
            for match in matches_near(pattern, key, words):
                yield _secret(*match.span(match.lastgroup or 0), "Mật khẩu")
        for match in matches_near(_PASSWORD, key, ("mat khau", "mat ma", "pass", "mk", "pwd")):
            value = folded.text[match.start("secret") : _end(key, match)]
            if is_secret(value, announced=match["said"] is not None):
                yield _secret(match.start("secret"), _end(key, match), match["word"])
        for pattern, words in _UNDER_WORD:
            for match in matches_near(pattern, key, words):
                yield _secret(
                    match.start("secret"), _end(key, match), match.groupdict().get("word", "Tên đăng nhập")
                )


def _names_lock(folded: Folded, match: re.Match[str]) -> bool:
    """Return whether what a code opens is written with its accents, or the text has none."""
    said = folded.text[match.start() : match.start("secret")].lower()
    return not _SURE_LOCKS.isdisjoint(re.findall(r"[^\W\d_]+", said)) or is_plain(folded)


def _end(key: str, match: re.Match[str]) -> int:
    """Return the end of a secret without the full stop or bracket of its sentence."""
    return match.start("secret") + len(key[match.start("secret") : match.end("secret")].rstrip(_END))


def _secret(start: int, end: int, label: str, kind: EntityType = EntityType.CREDENTIAL) -> Found:
    return Found(start, end, kind, 0.85, Reason("value_labelled", label), tier=Tier.LABEL)


def is_secret(value: str, *, announced: bool) -> bool:
    """Return whether a word has the form of a password: letters, digits and signs mixed as no other word mixes them."""
    if len(value) < 4 or _DATE.fullmatch(value) or not any(char.isdigit() for char in value):
        return False
    if _SIGN.search(value):
        return True
    if _MIXED.search(value) is None:
        return False
    return announced or (value[0].isalpha() and not value.isupper() and not value[1:].isdigit())
