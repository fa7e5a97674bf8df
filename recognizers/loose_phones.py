"""Phone numbers as hasty hands write them: "0977.44/18.02", "Khương0909118274", "gọi 0263 3911 0?7", "số bàn 38 215 093".

Groups parted by a slash once, a letter glued before; digits that a scan misread one by one;
the short number of a line in the house behind a word for it; a number of another country behind "number". Ten digits that
begin like a mobile number, all told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.folding import Folded
from recognizers.nearby import matches_near

_UNIT = r"(?![\w%]|[.,/\-]\d|[ ]\d|[ ]?(?:dong|d|vnd|kg|m2|k|tr|trieu|ngay|thang)(?![a-z]))"
#: A mobile number with one mark between its digits, one of them a slash.
_MOBILE = re.compile(rf"(?<![\w.,/\-+])(?<!\d[ .,\-/])0[ .\-]?[35789](?:[ .\-/]?\d){{8}}{_UNIT}")
_DIGITS = re.compile(r"0(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d)\d{7}\Z")
#: Glued to the word before it, which ends in small letters: codes of goods have capitals.
_GLUED = re.compile(r"(?<=[a-zà-ỹđ])0(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d)\d{7}(?!\w|[.,/\-]\d)")
#: Each digit by itself, with those that a scan misread.
_APART = re.compile(
    r"(?<![\w.,/\-])[0o][ ]?[.\-]?[ ][35789](?:[ ]?[.\-]?[ ][0-9oil]){8}(?![\w]|[ ][0-9])|(?<![\w.,/\-])[0o] [35789](?:[ ]?[.\-]?[ ]?[0-9oil]){8}(?![\w]|[ ]?[0-9])"
)
#: With one digit too many, or one that cannot be read, behind a word for it.
_TOLD = re.compile(
    r"(?<![a-z])(?:goi(?: (?:so|truoc|lai))?|alo|sdt|so dt|dt|zalo|dien thoai|lien he|lh|so)(?: (?:me|ba|bo|em|anh|chi|toi|no))?[ ]?:?[ ]"
    r"(?P<number>0[35789]\d{2}[ .]\d{3}[ .]\d{2}[ .]\d{2}|0\d{2,3}[ .]?[x?*\d]{3,4}[ .]?[x?*\d]{3})(?![\w?*]|[.,/\-]\d|[ ]\d)"
)
#: The line in the house without the code of its province.
_AT_HOME = re.compile(
    r"(?<![a-z])(?:(?:dien thoai|dt|so|may|so may)[ ]?(?:de )?(?:ban|co dinh)|so nha rieng)(?: (?:nha|cua|o|so|la|co|ba|ong|chu|bac|toi|em|anh|chi|[a-z]{2,6})){0,4}[ ]?:?[ ]"
    r"(?P<number>(?:3|6|7|8|2)\d(?:[ .]?\d{3}){2}|[3678]\d{2}[ .]?\d{4}|[3678]\d{2}[ .]\d{2}[ .]\d{2})"
    + _UNIT
)
#: Three, three and four digits, as in North America, behind a word for a telephone.
_AMERICAN = re.compile(
    r"(?<![a-z])(?:(?:phone|cell|mobile|my|new|call|text|whatsapp|tel)(?: (?:number|no|me|us|at|new|is|phone|cell))*|dien thoai|dt|sdt|so (?:moi|my|ben my))(?: (?:is|la|ben my))?[ ]?[:.]?[ ]"
    r"(?P<number>\(?[2-9]\d\d\)?[ .\-]{1,2}[2-9]\d\d[ .\-]\d{4})(?![\w]|[.,/\-]\d)"
)
_LEAST_MISREAD, _ONE_TOO_MANY = 6, 11


def loose_phones(folded: Folded) -> Iterator[tuple[int, int]]:
    """Yield the stretches ``folded.text[start:end]`` that are telephone numbers by their digits or the words before them."""
    key = folded.key
    for match in _MOBILE.finditer(key):
        digits = "".join(filter(str.isdigit, match.group()))
        if _DIGITS.match(digits) and match.group().count("/") == 1:
            yield match.span()
    for match in _GLUED.finditer(folded.text):
        yield match.span()
    for match in _APART.finditer(key):
        if sum(map(str.isdigit, match.group())) >= _LEAST_MISREAD:
            yield match.span()
    for match in matches_near(
        _TOLD, key, ("goi", "alo", "sdt", "dt", "zalo", "dien thoai", "lien he", "lh ", "lh:", "so ")
    ):
        number = match["number"]
        size = sum(map(str.isdigit, number))
        if size == _ONE_TOO_MANY or (size >= _LEAST_MISREAD and any(char in number for char in "x?*")):
            yield match.span("number")
    for match in matches_near(_AT_HOME, key, ("ban", "co dinh", "nha rieng")):
        yield match.span("number")
    for match in matches_near(
        _AMERICAN,
        key,
        (
            "phone",
            "cell",
            "mobile",
            "my ",
            "new ",
            "call ",
            "text ",
            "whatsapp",
            "tel",
            "dien thoai",
            "dt",
            "so m",
        ),
    ):
        yield match.span("number")
