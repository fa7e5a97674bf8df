"""Passwords and codes told in a sentence, without the colon of a form: CREDENTIAL, and the account beside one.

"tk toan06 mk Toan@06", "mã cổng là 2580", "the lockbox code is 4471#", "kho@tinphat.vn / Kho#2204". What a sentence says
about passwords in general ("ít nhất 8 ký tự", "90 ngày một lần") tells none.
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
_PATTERNS = (
    (_CODE, ("ma ", "code", "pin", "mat ", "number")),
    (_ONE_TIME, ("otp", "ma xac", "verification")),
    (_WIFI, ("wifi", "wi-fi")),
    (_AFTER_MAIL, ("@",)),
)


class ToldSecretRecognizer(VnRecognizer):
    """Secrets that a sentence tells."""

    ENTITIES = (EntityType.CREDENTIAL, EntityType.SOCIAL_ACCOUNT)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield codes of doors and devices, one-time codes, passwords beside their account."""
        key = folded.key
        for match in matches_near(_PAIR, key, ("mk", "pw", "pass", "mat ")):
            yield _secret(match.start("user"), match.end("user"), "Tài khoản", EntityType.SOCIAL_ACCOUNT)
            yield _secret(match.start("secret"), _end(key, match), "Mật khẩu")
        for pattern, words in _PATTERNS:
            for match in matches_near(pattern, key, words):
                written = folded.text[match.start("secret") : match.end("secret")]
                if written.isascii() and not _ADDRESS.search(written):
                    yield _secret(match.start("secret"), _end(key, match), "Mật khẩu")


def _end(key: str, match: re.Match[str]) -> int:
    """Return the end of a secret without the full stop or bracket of its sentence."""
    return match.start("secret") + len(key[match.start("secret") : match.end("secret")].rstrip(".)\"'"))


def _secret(start: int, end: int, label: str, kind: EntityType = EntityType.CREDENTIAL) -> Found:
    return Found(start, end, kind, 0.85, Reason("value_labelled", label), tier=Tier.LABEL)
