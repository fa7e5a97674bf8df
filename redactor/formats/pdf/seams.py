"""Sentences that run over the end of a page: a name's last word stands on the next one, behind its heading.

The last line of one page's text and the first of the next, without what is repeated on every page, are read once more
as one; only what is found across the page's end counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from redactor.formats.pdf.text import PageText
from redactor.model import Place

_MOST = 240
"""Letters on either side of a page's end."""

_EDGE = 3
"""Lines at a page's top and bottom that may be headings and page numbers."""

_SAME = 3.0
"""Points by which such lines may stand elsewhere on the next page."""

_NUMBERS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:trang|page|tr\.?|p\.?)\W*)?\d{1,4}(?:\W*(?:/|of|trên)\W*\d{1,4})?\W*", re.IGNORECASE
)
_ENDS = ".:;!?|\t"
_HEADING = re.compile(
    r"\W*(?:chương|mục|điều|phần|phụ lục|khoản|bảng|hình|chapter|article|section|part|appendix)\s+"
    r"(?:(?:thứ\s+)?(?:nhất|một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười)\b|[IVXLC]+\b|[A-Z]\b|\d)",
    re.IGNORECASE,
)
"""How a part of a paper begins, which goes on with nothing: "Chương hai", "Điều 5"."""


@dataclass(frozen=True, slots=True)
class Seam:
    """The end of one page and the beginning of the next, as one text; see ``redactor.formats.base.TextUnit``.

    Attributes:
        across: where the next page begins; what is found on one side of it only was found there before.
    """

    id: str
    before: PageText = field(repr=False)
    start: int
    end: int
    after: PageText = field(repr=False)
    first: int
    last: int
    label: str = ""

    @property
    def text(self) -> str:
        """Both parts with a space between them."""
        return f"{self.before.text[self.start : self.end]} {self.after.text[self.first : self.last]}"

    @property
    def across(self) -> int:
        """The offset of that space."""
        return self.end - self.start

    def places(self, start: int, end: int) -> tuple[Place, ...]:
        """Areas on both pages."""
        behind = self.across + 1
        found: list[Place] = []
        if start < self.across:
            found += self.before.places(self.start + start, self.start + min(end, self.across))
        if end > behind:
            found += self.after.places(self.first + max(start - behind, 0), self.first + end - behind)
        return tuple(found)


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str = field(repr=False)
    y: float


def seams(texts: Sequence[PageText]) -> Iterator[Seam]:
    """The sentences that go on from one page to the next.

    Args:
        texts: those of a document's pages, in order: of each page its own first, then what else was read on it.
    """
    pages = _one_a_page(texts)
    lines = [_lines(page) for page in pages]
    bodies = [_body(number, lines) for number in range(len(pages))]
    for (one, body), (other, following) in pairwise(zip(pages, bodies, strict=True)):
        if not body or not following or body[-1].text.rstrip()[-1] in _ENDS or "\t" in following[0].text:
            continue
        if following[0].text.startswith("|") or _HEADING.match(following[0].text):
            continue
        start = max(body[-1].start, body[-1].end - _MOST)
        last = min(following[0].end, following[0].start + _MOST)
        yield Seam(f"{one.id}-{other.id}", one, start, body[-1].end, other, following[0].start, last)


def _one_a_page(texts: Sequence[PageText]) -> list[PageText]:
    """Of each page its own text, or the longest where it has none, as scans do."""
    found: dict[int, PageText] = {}
    own: set[int] = set()
    for text in texts:
        if text.page in own or not text.text.strip():
            continue
        if text.page not in found:
            own.update([text.page] if text.id == f"p{text.page}" else [])
            found[text.page] = text
        elif len(text.text) > len(found[text.page].text):
            found[text.page] = text
    return list(found.values())


def _lines(page: PageText) -> list[_Line]:
    """The lines of a page that have something in them, from top to bottom as they are read."""
    found: list[_Line] = []
    at = 0
    for text in page.text.split("\n"):
        boxes = [box for box in page.boxes[at : at + len(text)] if box is not None]
        if text.strip() and boxes:
            found.append(_Line(at, at + len(text), text, boxes[0][3]))
        at += len(text) + 1
    return found


def _body(number: int, pages: Sequence[Sequence[_Line]]) -> Sequence[_Line]:
    """A page's lines without those at its top and bottom that stand on a page beside it too, and page numbers."""
    lines = pages[number]
    beside = [
        line
        for other in (number - 1, number + 1)
        if 0 <= other < len(pages)
        for line in (*pages[other][:_EDGE], *pages[other][-_EDGE:])
    ]

    def repeated(line: _Line) -> bool:
        plain = _NUMBERS.sub("0", line.text.strip())
        return bool(_PAGE_NUMBER.fullmatch(line.text.strip())) or any(
            abs(line.y - other.y) <= _SAME and _NUMBERS.sub("0", other.text.strip()) == plain
            for other in beside
        )

    first, last = 0, len(lines)
    while first < min(_EDGE, last) and repeated(lines[first]):
        first += 1
    while last > max(len(lines) - _EDGE, first) and repeated(lines[last - 1]):
        last -= 1
    return lines[first:last]
