"""Finding words in what was read, without regard to case and accents."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from redactor.model import PageArea, Place
from ui.canvas import line_rects
from ui.review import FileReview

MAX_HITS = 5000
_PLAIN = str.maketrans("đĐ", "dd")


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One place where the words stand."""

    file: int
    place: Place
    text: str = field(repr=False)


def folded(text: str) -> tuple[str, list[int]]:
    """Text without case and accents, each space run as one space; and for each of its letters where it came from."""
    out: list[str] = []
    origin: list[int] = []
    for index, char in enumerate(text):
        if char.isspace():
            if out and out[-1] == " ":
                continue
            out.append(" ")
            origin.append(index)
            continue
        for piece in unicodedata.normalize("NFD", char.casefold().translate(_PLAIN)):
            if not unicodedata.combining(piece):
                out.append(piece)
                origin.append(index)
    return "".join(out), origin


def occurrences(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Start and end of every occurrence of the folded ``words`` in ``text``."""
    plain, origin = folded(text)
    at = plain.find(words)
    while words and at >= 0:
        last = origin[at + len(words) - 1]
        end = last + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        yield origin[at], end
        at = plain.find(words, at + len(words))


def search_pages(file: FileReview, query: str) -> Iterator[SearchHit]:
    """Hits on the pages of a file."""
    words, _ = folded(query.strip())
    for page, units in sorted(file.words.items()):
        for unit in units:
            for start, end in occurrences(unit.text, words):
                rects = tuple(line_rects(unit, start, end))
                if rects:
                    yield SearchHit(file.number, PageArea(page, rects), unit.text[start:end])
