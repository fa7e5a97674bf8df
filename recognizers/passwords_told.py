"""Passwords, PINs and logins that follow their word at a distance: "mật khẩu máy kế toán: Hoa#88".

A label with its value right behind it is read as any other field; here words of whose it is stand between, or the value
has only the form that nothing but a secret has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from recognizers.folding import Folded
from recognizers.nearby import matches_near


@dataclass(frozen=True, slots=True)
class Secret:
    """A secret at ``[start:end]`` of a text and the word that announces it."""

    start: int
    end: int
    word: str


_OF_WHAT = r"(?: (?!(?:gom|toi thieu|it nhat|tu|moi|phai|khong)(?![a-z]))[a-z]{1,12}){0,6}"
_ANNOUNCED = r"[ ]?(?:[:=]|(?<= )la(?![a-z]))[ ]{0,3}"
_PASSWORD = re.compile(
    rf"(?<![a-z])(?P<word>mat khau|mat ma|passwords?|pass(?:code)?|mk|pwd)(?![a-z]){_OF_WHAT}"
    rf"(?:(?P<said>{_ANNOUNCED})|[ ]{{1,3}})(?P<value>[^\s,;:=()\"“”]{{4,40}})"
)
_PIN = re.compile(
    rf"(?<![a-z])(?P<word>(?:ma )?pin|ma mo khoa|ma khoa|ma mo may)(?![a-z]){_OF_WHAT}(?:{_ANNOUNCED}|[ ]{{1,3}})"
    r"(?P<value>\d{4,8})(?![\w.,/]?\d|\w| (?:so|ky tu|chu so|phut|ngay|mah))"
)
_LOGIN = re.compile(
    r"(?<![a-z])(?P<word>ten (?:truy cap|dang nhap)|user ?name|login name)(?: [a-z]{2,14}){0,2}(?:[ ]?[:=][ ]{0,3}|[ ]{2,}|\t)"
    r"(?P<value>(?=[\w.@\-]*[\d_.@])[\w.@\-]{4,40})"
)
#: A prepaid card's code is money to whoever reads it.
_CARD_CODE = re.compile(
    r"(?<![a-z])(?:the cao|card|nap the)(?![a-z])[^\n]{0,60}?(?<![a-z])(?P<word>ma(?: the| nap)?)[ :]{1,3}(?P<value>\d{12,15})(?!\d)"
)
_SIGN = re.compile(r"[@#*!$%^&_+?~]")
_MIXED = re.compile(r"(?=.*[a-zà-ỹđ])(?=.*\d)")
_DATE = re.compile(r"\d{1,2}[./\-]\d{1,2}(?:[./\-]\d{2,4})?")
_END = ".)]”\"'"


def told_secrets(folded: Folded) -> Iterator[Secret]:
    """Yield what is said to be a password, a PIN, a login or a prepaid card's code."""
    key, text = folded.key, folded.text
    for match in matches_near(_PASSWORD, key, ("mat khau", "mat ma", "pass", "mk", "pwd")):
        value = text[match.start("value") : match.end("value")].rstrip(_END)
        if _is_secret(value, announced=match["said"] is not None):
            yield Secret(match.start("value"), match.start("value") + len(value), match["word"])
    for match in matches_near(_PIN, key, ("pin", "ma mo", "ma khoa")):
        yield Secret(match.start("value"), match.end("value"), match["word"])
    for match in matches_near(_LOGIN, key, ("user", "login", "ten truy", "ten dang")):
        value = text[match.start("value") : match.end("value")].rstrip(".-")
        yield Secret(match.start("value"), match.start("value") + len(value), match["word"])
    for match in matches_near(_CARD_CODE, key, ("the cao", "card", "nap the")):
        yield Secret(match.start("value"), match.end("value"), match["word"])


def _is_secret(value: str, *, announced: bool) -> bool:
    """Return whether a word has the form of a password: letters, digits and signs mixed as no other word mixes them."""
    if len(value) < 4 or _DATE.fullmatch(value) or not any(char.isdigit() for char in value):
        return False
    if _SIGN.search(value):
        return True
    if _MIXED.search(value) is None:
        return False
    return announced or (value[0].isalpha() and not value.isupper() and not value[1:].isdigit())
