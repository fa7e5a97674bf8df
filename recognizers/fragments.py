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
#: Letters to both sides of a stretch in which the ends of its link are looked for.
_LONGEST = 2000


def in_link(text: str, start: int, end: int) -> bool:
    """Return whether a stretch lies inside a link or a file's path, and is not all of it."""
    first, last = max(0, start - _LONGEST), min(len(text), end + _LONGEST)
    if _END.search(text, start, end):
        return False
    before = text[first:start]
    token = re.split(_END, before)[-1] + text[start:end] + re.split(_END, text[end:last], maxsplit=1)[0]
    if len(token) == end - start:
        return False
    if "://" in token or token.startswith("www."):
        return True
    return ("/" in token or "\\" in token) and _FILE.search(token) is not None


def is_piece(text: str, start: int, end: int) -> bool:
    """Return whether a stretch without a space is a code, or cut out of one, of a program's name or of a number.

    What stands behind a hyphen or before a dot is no piece: "CTV030837-Chiến", "Quỳnh.T".
    """
    if start >= end or any(char.isspace() for char in text[start:end]):
        return False
    if _CODE.fullmatch(text, start, end) is not None:
        return True
    before, after = text[start - 1 : start], text[end : end + 1]
    if before == "_" or after == "_" or before.isalnum() or after.isalnum():
        return True
    if not text[start:end].isdigit():
        return False
    if before in ("+", "-") and text[start - 2 : start - 1] in ("e", "E"):
        return True
    return (before in (".", ",") and start > 1 and text[start - 2].isdigit()) or (
        after in (".", ",") and text[end + 1 : end + 2].isdigit()
    )
