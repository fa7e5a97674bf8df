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

_SAID = r"(?:mk|pw|pass(?:word|code)?|mat (?:khau|ma))"
_SET = r"[ ]?[:=,]?[ ](?:(?:la|is)[ ])?|[:=]"
#: "tk toan06 mk Toan@06", "user admin_kho / pass cam@0447"
_PAIR = re.compile(
    rf"(?<![a-z])(?:user(?:name)?|tk|tai khoan|acc(?:ount)?|nick|login|id|(?:ten )?dang nhap)(?:{_SET})"
    rf"(?P<user>(?=[a-z.\-]{{0,39}}[\d_@])[\w.@\-]{{3,40}})[ ]?[,;/|\-]?[ ]?{_SAID}(?:{_SET})(?P<secret>[^\s,;]{{3,40}})"
)
#: What opens a door, a safe, a gate; what unlocks a telephone or a card.
_LOCK = (
    r"ma (?:so )?(?:(?:mo )?(?:cua|cong|ket(?: sat)?)|mo khoa|hop thu|tu do|vali|khoa (?:cua|cong|so|ket|vali))"
    r"|(?:so|ma) bi mat(?: (?:ket|tu|cua|cong|the))?"
    r"|(?:lock ?box|key ?box|door|gate|safe|alarm|entry|padlock|locker)(?: lock)? (?:code|pin|number)"
    r"|(?:mat (?:khau|ma)|(?:ma )?pin|passcode)(?: (?:man hinh|(?:mo )?may|dien thoai|mo khoa|ket|tu|cua|cong|the|atm|sim|[46] so"
    r"|zalo|vneid|laptop|may tinh|camera|vali|wifi|icloud|e?mail|gmail|facebook|fb|ngan hang|app)){0,2}"
)
_CODE = re.compile(
    rf"(?<![a-z])(?:{_LOCK})(?:[ ]?[:=,]?[ ](?:(?:nha(?: em| minh)?|hien tai|moi) )?(?:(?:la|is|=|so) )?)"
    r"(?P<secret>\d{4,8}[#*]?|\d(?:-\d){3,7}|\d\d(?:-\d\d){2})(?![\w\-/]|[.,]\d|[ ](?:ky tu|chu so|so|mah|wh|ngay|lan|phut|dong|nghin|trieu)(?![a-z]))"
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
_OF_WHAT = r"(?: (?!(?:gom|toi thieu|it nhat|tu|moi|phai|khong)(?![a-z]))[a-z]{1,12}){0,6}"
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
#: Told without a word of their own beside them: whatever stands there is called a password.
_BARE: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (_CODE, ("ma ", "code", "pin", "mat ", "number")),
    (_ONE_TIME, ("otp", "ma xac", "verification")),
    (_WIFI, ("wifi", "wi-fi")),
    (_AFTER_MAIL, ("@",)),
)
#: Told with the word that announces them; what stands there is no password, so its form is not asked.
_UNDER_WORD: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (_PIN, ("pin", "ma mo", "ma khoa")),
    (_LOGIN, ("user", "login", "ten truy", "ten dang")),
    (_CARD_CODE, ("the cao", "card", "nap the")),
)
_END = ".)]”\"'"


class ToldSecretRecognizer(VnRecognizer):
    """Secrets that a sentence tells."""

    ENTITIES = (EntityType.CREDENTIAL, EntityType.SOCIAL_ACCOUNT)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield codes of doors and devices, one-time codes, passwords beside their account or behind whose they are."""
        key = folded.key
        for match in matches_near(_PAIR, key, ("mk", "pw", "pass", "mat ")):
            yield _secret(match.start("user"), match.end("user"), "Tài khoản", EntityType.SOCIAL_ACCOUNT)
            yield _secret(match.start("secret"), _end(key, match), "Mật khẩu")
        for pattern, words in _BARE:
            for match in matches_near(pattern, key, words):
                written = folded.text[match.start("secret") : match.end("secret")]
                if written.isascii() and not _ADDRESS.search(written):
                    yield _secret(match.start("secret"), _end(key, match), "Mật khẩu")
        for match in matches_near(_PASSWORD, key, ("mat khau", "mat ma", "pass", "mk", "pwd")):
            value = folded.text[match.start("secret") : _end(key, match)]
            if _is_secret(value, announced=match["said"] is not None):
                yield _secret(match.start("secret"), _end(key, match), match["word"])
        for pattern, words in _UNDER_WORD:
            for match in matches_near(pattern, key, words):
                yield _secret(match.start("secret"), _end(key, match), match["word"])


def _end(key: str, match: re.Match[str]) -> int:
    """Return the end of a secret without the full stop or bracket of its sentence."""
    return match.start("secret") + len(key[match.start("secret") : match.end("secret")].rstrip(_END))


def _secret(start: int, end: int, label: str, kind: EntityType = EntityType.CREDENTIAL) -> Found:
    return Found(start, end, kind, 0.85, Reason("value_labelled", label), tier=Tier.LABEL)


def _is_secret(value: str, *, announced: bool) -> bool:
    """Return whether a word has the form of a password: letters, digits and signs mixed as no other word mixes them."""
    if len(value) < 4 or _DATE.fullmatch(value) or not any(char.isdigit() for char in value):
        return False
    if _SIGN.search(value):
        return True
    if _MIXED.search(value) is None:
        return False
    return announced or (value[0].isalpha() and not value.isupper() and not value[1:].isdigit())
