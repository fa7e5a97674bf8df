"""Noughts and ones that a bad reader took for letters, put right where only a number can stand.

A scan's text layer or a hasty typist writes "O9l8 . 44 . 72 . O6" and "TK O42l 188 4472". Every recogniser of numbers would
have to allow for it, at the ends of numbers as well; so the folded text has digits there, of the same length.
"""

from __future__ import annotations

import re

_MISREAD = re.compile(r"\d[OoIl]|[OoIl]\d")
_TOKEN = re.compile(r"(?<!\w)(?=[OoIl]*\d)(?=\d*[OoIl])[\dOoIl]{2,}(?!\w)")
_DATE = re.compile(r"(?<!\w)(?=\D{0,9}\d\D{0,9}\d)[\dOoIl]{1,2}([/.\-])[\dOoIl]{1,2}\1[\dOoIl]{4}(?!\w)")
_BESIDE_BEFORE = re.compile(r"(?<!\w)([\dOoIl]+) ?(?:\.{1,2}|[ \-/]) ?\Z")
_BESIDE_BEHIND = re.compile(r" ?(?:\.{1,2}|[ \-/]) ?([\dOoIl]+)(?!\w)")
_DIGITS = str.maketrans("OoIl", "0011")
#: By itself, a token needs so many characters: "O2" is oxygen, "10l" ten litres, "1I" may be a flat.
_ALONE = 4
#: A longer one than this may have fewer digits than letters: nothing else looks like that.
_LONG = 8
#: So long a group of a number needs one digit only.
_GROUP = 3
_FARTHEST = 24


def digits_put_right(text: str) -> str:
    """Return a text of the same length with the misread digits of its numbers as digits."""
    if not _MISREAD.search(text):
        return text
    return _TOKEN.sub(_put_right, _DATE.sub(lambda match: match.group().translate(_DIGITS), text))


def _put_right(match: re.Match[str]) -> str:
    token = match.group()
    digits = sum(map(str.isdigit, token))
    return token.translate(_DIGITS) if _is_number(match, token, digits) else token


def _is_number(match: re.Match[str], token: str, digits: int) -> bool:
    size = len(token)
    if 2 * digits >= size >= _ALONE or 3 * digits >= size >= _LONG:
        return True
    before = _is_group(_BESIDE_BEFORE.search(match.string, max(match.start() - _FARTHEST, 0), match.start()))
    behind = _is_group(_BESIDE_BEHIND.match(match.string, match.end()))
    if token[-1] == "l" and token[:-1].isdigit():  # litres, unless groups of a number stand on both sides
        return before and behind
    return before or behind


def _is_group(match: re.Match[str] | None) -> bool:
    """Return whether what stands beside is a part of the same number or date."""
    if match is None:
        return False
    digits = sum(map(str.isdigit, match[1]))
    return digits >= 2 or (digits == 1 and ("/" in match[0] or len(match[1]) >= _GROUP))
