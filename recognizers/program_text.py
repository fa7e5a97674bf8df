"""What is written for machines: code, mark-up, dumps of bytes, tables of measured numbers.

Manuals of programmers are full of words that nobody speaks, and a tagger that has read papers takes them for accounts and
secrets. A place is told by what stands around it, for one such word may stand anywhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from recognizers.folding import Folded

#: What hardly anybody writes to people: calls, parts of programs, characters by number, anchors, fences, options.
_MARK = re.compile(
    r"\w\((?:\)|['\"][\w.\-]{0,60}['\"][,)])"  # once('event', list()
    r"|[a-z][A-Z]\w{0,60}\((?!\w{0,60} )"  # removeListener(name)
    r"|[a-z\d]_[a-z]\w{0,60}\("
    r"|\w::\w"
    r"|[a-z]->[a-z]\w{0,60}\("
    r"|(?<!\w):\w{1,60}:`"
    r"|[a-z]\[\w{1,40}(?:[ +\-*]{1,3}\w{1,40}){0,4}\]"
    r"|&#x?[\dA-Fa-f]{2,6};"
    r"|\{#[\w\-]{1,100}\}"
    r"|```"
    r"|(?<!\w)0x[\dA-Fa-f]{2,}"
    r"|(?<![\w\-])--[a-z]{1,40}-[a-z]"
    r"|</(?:code|script|style|pre|div|span)>"
    r"|(?m:^[ \t]{0,40}[.#]?[\w\-]{1,60}(?:[ ,>]{1,3}[.#]?[\w\-]{1,60}){0,6} ?\{[ \t]{0,9}$)"  # a { … }: rules of style, functions
    r"|(?m:^[ \t]{0,40}[a-z\-]{1,40}: ?(?:-?[\d.]{0,5}\d(?:px|r?em|%|vh|vw|pt)|0 |#[\da-f]{3,8}|none|auto|block|inherit|solid|bold|center|relative)[^;:\n]{0,60};)"
    r"|(?m:\w\([^()\n]{0,80}\) \{[ \t]{0,9}$)"
    r"|(?m:^[ \t]{0,40}[a-z]\w{0,60}\([^() \n]{0,80}\);[ \t]{0,9}$)"
    r"|(?:#include|#define|printf|npm install|git clone|apt-get install)\b"
)
#: So many of them in so many characters to both sides.
_MANY, _AROUND = 4, 700
#: A number with so many decimals, or with an exponent, is measured or computed; telephones have seven digits behind a dot.
_MEASURED = re.compile(
    r"(?<![\d.,])\d{1,6}\.(?:\d{10,}(?:[eE][+\-]?\d{1,3})?|\d+[eE][+\-]?\d{1,3})(?!\w)|(?<![\w.])\d[eE][+\-]\d{1,3}(?!\w)"
)
#: Bytes in pairs, at least one of which no decimal number holds.
_BYTES = re.compile(r"(?<!\w)(?=[\da-f ]{0,22}[a-f])[\da-f]{2}(?: {1,12}[\da-f]{2}){7,}(?!\w)", re.IGNORECASE)
_CHARACTER = re.compile(r"&#x?[\dA-Fa-f]{2,6};")
#: Letters and digits in a row that are data or a key, and of which no part is anything by itself.
_BLOB = re.compile(
    r"(?=[A-Z\d+/=]{0,59}[a-z])(?=[a-z\d+/=]{0,59}[A-Z])[A-Za-z\d+/=]{60,}(?:\n[A-Za-z\d+/=]{8,}(?=\n))*"
)


def in_program(folded: Folded, start: int, end: int) -> bool:
    """Return whether a stretch stands among lines of a program or of its manual."""
    marks = folded.memo("program marks", _marks)
    first = bisect_left(marks, start - _AROUND)
    return first + _MANY <= len(marks) and marks[first + _MANY - 1] < end + _AROUND


def no_text(folded: Folded, start: int, end: int) -> bool:
    """Return whether a stretch lies in a number with many decimals, a dump of bytes, a character given by number, or is cut out of data."""
    spans = folded.memo("no text", _spans)
    i = bisect_left(spans, (end, end)) - 1
    while i >= 0 and spans[i][1] > start:
        if spans[i][0] <= start and end <= spans[i][1]:
            return True
        i -= 1
    return False


def _marks(folded: Folded) -> list[int]:
    return [match.start() for match in _MARK.finditer(folded.text)]


def _spans(folded: Folded) -> list[tuple[int, int]]:
    spans = [
        match.span() for pattern in (_MEASURED, _BYTES, _CHARACTER) for match in pattern.finditer(folded.text)
    ]
    spans.extend((match.start() + 1, match.end() - 1) for match in _BLOB.finditer(folded.text))
    return sorted(spans)
