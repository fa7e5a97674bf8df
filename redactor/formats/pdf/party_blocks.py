"""Blocks of few short lines side by side: who buys and who receives on an invoice, the cards of an organisation chart.

Read row by row a name that goes on in a second line is torn apart by what stands in the next block. What tells blocks
from rows of a table: each has a head, and down a column each line is of another kind (a name, an address, a telephone)
where a table has the same again and again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from redactor.formats.pdf.measured import FIELD, PITCH, Measured, measured
from redactor.formats.pdf.open_lines import TextLine, middles
from redactor.formats.pdf.open_rows import White, open_still, whites_of
from redactor.formats.pdf.runs import Run

_LEAST, _MOST = 3, 14
"""Lines of a band of blocks."""

_APART = 2.2
"""Distance of base lines from which on two lines are not of one block, in font sizes."""

_WHITE = 0.12
"""Least width of the white between two blocks below their heads, in font sizes: cells of a table may nearly touch."""

_HEAD_WORDS, _SHORT = 4, 34
"""Words of a block's head, and letters of most of its lines."""

_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}")
_NUMBER, _LETTERS = 8, 4
"""Digits from which on a line is a number, and letters that it may have besides."""

Line = list[Run]


def party_blocks(held: Sequence[tuple[TextLine, Line]]) -> list[list[Line]]:
    """The bands of blocks among lines (``with_words``) from top to bottom: of each band its lines, block by block."""
    texts = [text for text, _ in held]
    found: list[list[Line]] = []
    start = 0
    while start < len(texts):
        end, borders = _band(texts, start)
        if borders and end - start <= _MOST:
            blocks = _blocks([line for _, line in held[start:end]], borders)
            if blocks:
                found.append(blocks)
        start = end
    return found


def _band(texts: Sequence[TextLine], start: int) -> tuple[int, list[float]]:
    """One past the last line that leaves open all white between the columns of the one given; the columns' borders."""
    first = texts[start]
    inner = whites_of(first)
    if not inner:
        return start + 1, []
    wide = 100 * first.size
    whites: list[White] = [
        (first.words[0].x0 - wide, first.words[0].x0), *inner, (first.words[-1].x1, first.words[-1].x1 + wide)
    ]  # fmt: skip
    end = start + 1
    while end < len(texts):
        line = texts[end]
        if line.v - texts[end - 1].v > _APART * max(first.size, line.size):
            break
        left = open_still(whites, line, _WHITE)
        if len(left) < len(whites):
            break
        whites, end = left, end + 1
    return end, middles(whites[1:-1]) if end - start >= _LEAST else []


def _blocks(lines: Sequence[Line], borders: Sequence[float]) -> list[Line]:
    """The lines of each block, one block after the other; nothing where these are no blocks."""
    columns: list[list[Line]] = [[] for _ in range(len(borders) + 1)]
    if any(run.leader for line in lines for run in line):
        return []
    for line in lines:
        parts: list[Line] = [[] for _ in columns]
        for run in line:
            parts[sum(border <= (run.u0 + run.u1) / 2 for border in borders)].append(run)
        for column, part in zip(columns, parts, strict=True):
            if part:
                column.append(part)
    measures = [[m for part in column if (m := measured(part)) is not None] for column in columns]
    if not all(_is_headed(column) and _is_varied(column) and not _is_running(column) for column in measures):
        return []
    return [part for column in columns for part in column]


def _kind(text: str) -> str:
    """What kind of thing a line is: a field, an address of mail, a date, a number with its length, or words."""
    digits, letters = sum(map(str.isdigit, text)), sum(map(str.isalpha, text))
    if FIELD.match(text):
        return "field"
    if "@" in text:
        return "mail"
    if _DATE.fullmatch(text.strip()):
        return "date"
    if digits >= _NUMBER and letters <= _LETTERS:
        return str(digits)
    return "with digits" if digits else "words"


def _is_headed(column: Sequence[Measured]) -> bool:
    """Whether a column begins with a few words that say whose it is, and its lines are short."""
    if not column:
        return False
    head = column[0].text.strip()
    return (
        head[:1].isupper()
        and head.replace(" ", "").isalpha()
        and len(head.split()) <= _HEAD_WORDS
        and median(len(line.text) for line in column) <= _SHORT
    )


def _is_varied(column: Sequence[Measured]) -> bool:
    """Whether the lines of a column are of several kinds, and never twice running a number, a date or a mail."""
    kinds = [_kind(line.text) for line in column]
    telling = [kind for kind in kinds if kind not in ("words", "with digits")]
    if len(column) < _LEAST or not telling or len(set(kinds)) < 2:
        return False
    return not any(a == b != "field" and a in telling for a, b in pairwise(kinds))


def _is_running(column: Sequence[Measured]) -> bool:
    """Whether most lines of a column go on with the one above."""
    return 2 * sum(_fresh(column)) < len(column)


def _fresh(column: Sequence[Measured]) -> Iterator[bool]:
    """Of each line, whether it begins something new: what goes on is words that did not fit behind words above."""
    reach = max(line.end - line.start for line in column)
    above: Measured | None = None
    for line in column:
        goes_on = (
            above is not None
            and not above.text.rstrip()[-_NUMBER:].isdigit()
            and _kind(line.text) in ("words", "with digits")
            and line.v - above.v <= PITCH * line.size
            and not line.fits_behind(above, above.start + reach)
        )
        yield not goes_on
        above = line
