"""Pieces of one thing that is no text: of a link, a file's path, a code, a number with decimals.

"huyen" in ".../uploads/huyen_IMG_3481.jpg", "DKP" in "DKP1231", 8032570 in "105.8032570", 2 in "2e+08", "dinh" in
"ba_dinh": a tagger that reads word by word sees a name or an account in them.
"""

from __future__ import annotations

import re

#: What ends a link or a path: white space, quotes, brackets.
_END = re.compile(r"[\s\"'<>«»()\[\]|]")
#: How the last part of a path ends: ".jpg", ".sqlite", also with a query.
_FILE = re.compile(
    r"\.(?:jpe?g|png|gif|webp|svg|bmp|tiff?|mp[34]|webm|pdf|docx?|xlsx?|pptx?|csv|txt|html?|php|css|js|json|xml|py|sql|sqlite|db|zip|rar)"
    r"(?:\?.*)?\Z",
    re.IGNORECASE,
)
#: A code: "DKP1231", "HUET1204"; a flat's is shorter ("A12", "P204").
_CODE = re.compile(r"[A-ZĐ]{2,6}[\-.]?\d{3,}[A-Z]?")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z\d]{1,9}://|(?<!\w)www\.")
#: So many digits are an account or a phone, whatever is written before them: "STK190312345678".
_ACCOUNT = 8
#: Letters to both sides of a stretch in which the ends of its link are looked for.
_LONGEST = 2000


def in_link(text: str, start: int, end: int) -> bool:
    """Return whether a stretch lies inside a link or a file's path, and is not all of it."""
    first, last = max(0, start - _LONGEST), min(len(text), end + _LONGEST)
    if _END.search(text, start, end):
        return False
    before = _END.split(text[first:start])[-1]
    token = before + text[start:end] + _END.split(text[end:last], maxsplit=1)[0]
    if len(token) == end - start:
        return False
    scheme = _SCHEME.search(token)
    if scheme is not None:
        return scheme.start() <= len(before)  # "Lan;https://…": it begins behind the stretch
    return ("/" in token or "\\" in token) and _FILE.search(token) is not None


def is_piece(text: str, start: int, end: int) -> bool:
    """Return whether a stretch without a space is a code, or cut out of one, of a program's name or of a number.

    What stands behind a hyphen or before a dot is no piece, nor is a name beside a low line: "CTV030837-Chiến", "Quỳnh.T",
    "Hùng_kho".
    """
    if start >= end or any(char.isspace() for char in text[start:end]):
        return False
    value, before, after = text[start:end], text[start - 1 : start], text[end : end + 1]
    if value.isdigit() and (
        (before in ("+", "-") and text[start - 2 : start - 1] in ("e", "E"))
        or (before in (".", ",") and start > 1 and text[start - 2].isdigit())
        or (after in (".", ",") and text[end + 1 : end + 2].isdigit())
    ):
        return True
    if sum(map(str.isdigit, value)) >= _ACCOUNT:
        return False
    if _CODE.fullmatch(value) is not None or before.isalnum() or after.isalnum():
        return True
    return (before == "_" or after == "_") and not value.istitle()


#: What is listed and counted beside papers: "khai sinh; 04 ảnh 4x6".
_COUNTED = re.compile(r" (?:anh \d|(?:phut|vach)(?![a-z]))")
_BEGINS = re.compile(r"(?:[;.,\n(]|\A) ?\Z")
_MONTH = re.compile(r"\d{1,2}[/.\-](?:19|20)\d\d")
_DAY = re.compile(r"(?<!\d)\d{1,2}[/.\-]\Z")
_SHORT_NUMBER = 2


def is_counted(number: str, before: str, after: str) -> bool:
    """Return whether a number is that of a place in a list, counts things, or ends a date; what stands beside it is folded."""
    if len(number) <= _SHORT_NUMBER and number.isdigit():
        listed = after.startswith(")") and _BEGINS.search(before) is not None
        return listed or _COUNTED.match(after) is not None
    return _MONTH.fullmatch(number) is not None and _DAY.search(before) is not None
