"""Numbers that draw and measure are not what a page says: "0 0 612 792 re" is no telephone number, nor is "<00480051>".

Searched are bytes, and whatever stands between letters and digits is nothing. So operands in a row would read as one
number. Only short numbers that an operator of content or a bracket ends are told apart, and never within a string, a
comment or a picture: there a number may be what somebody wrote. Of strings in hexadecimal counts what they stand for:
their digits are mostly those of glyphs, and a paper full of bytes or codes would find its own in any of them.
"""

from __future__ import annotations

import re

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

_STRING = rb"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*+\))*+\))*+\)"
_NUMBER = rb"(?<![^\s\[\]<>])[-+]?(?:\d{1,5}(?:\.\d*)?|\.\d+)"
_ENDED = (
    rb"(?=\s*(?:\]|<<|(?:re|cm|m|l|c|v|y|w|d|d0|d1|Td|TD|Tm|rg|RG|k|K|sc|SC|scn|SCN|R)(?![^\s\[\]<>(/])))"
)
_TOKEN = re.compile(
    _STRING
    + rb"|%[^\r\n]*|(?<!<)<(?P<hex>[0-9A-Fa-f\s]*+)>|(?P<picture>(?<!\S)BI\s)|(?P<stray>[()])"
    + rb"|(?P<row>"
    + _NUMBER
    + rb"(?:\s+"
    + _NUMBER
    + rb")+"
    + _ENDED
    + rb")",
    re.S,
)
_APART = b" x "


def told_apart(syntax: bytes) -> bytes:
    """PDF syntax with a letter in place of each row of operands, and strings in hexadecimal as what they stand for.

    As it was where it cannot be taken apart for sure.
    """
    sure = True

    def instead(token: re.Match[bytes]) -> bytes:
        nonlocal sure
        sure = sure and token["picture"] is None and token["stray"] is None
        if token["hex"] is not None:
            digits = b"".join(token["hex"].split()).decode("ascii")
            return b"(" + bytes.fromhex(digits + "0" * (len(digits) % 2)) + b")"
        return token[0] if token["row"] is None else _APART

    apart = _TOKEN.sub(instead, syntax)
    return apart if sure else syntax


def written_as_syntax(pdf: Pdf) -> frozenset[tuple[int, int]]:
    """The streams whose numbers outside strings are operands: what pages, forms and patterns draw, packed objects.

    And maps of characters, whose codes are strings in hexadecimal.
    """
    found: set[tuple[int, int]] = set()
    for item in pdf.objects:
        if isinstance(item, Stream):
            if (
                item.get("/Type") == Name.ObjStm
                or item.get("/Subtype") == Name.Form
                or item.get("/PatternType") == 1
            ):
                found.add(item.objgen)
        elif isinstance(item, Dictionary) and item.get("/Type") == Name.Page:
            found.update(part.objgen for part in _parts(item.get("/Contents")))
        elif isinstance(item, Dictionary) and isinstance(item.get("/ToUnicode"), Stream):
            found.add(item["/ToUnicode"].objgen)
    return frozenset(found)


def _parts(contents: Object | None) -> list[Object]:
    parts = list(contents) if isinstance(contents, Array) else [contents]
    return [part for part in parts if isinstance(part, Stream)]
