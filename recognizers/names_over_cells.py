"""Names that break at the end of a cell and go on in the same cell of the line below.

Two narrow columns of prose side by side read like rows of a table: "bà Nguyễn Thị | Hàng được giao" above "Khánh Vân là |
tại cảng". No name ends with "Thị", nor a surname's "Văn".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recognizers.base import Found
from recognizers.entities import EntityType
from recognizers.folding import Folded

_UNFINISHED = re.compile(r"(?:thi|\A\s*[^\s]+ van)\Z")
_REST = re.compile(r"[^\S\n\t]*((?:[^\W\d_]+'?[^\W\d_]*)(?: [^\W\d_]+){0,2})")
_MOST_WORDS = 3


def names_over_cells(folded: Folded, found: Sequence[Found]) -> Iterator[Found]:
    """Yield the second halves of names whose first half ends a cell, each as sure as the first; tabs part cells.

    Args:
        folded: the text.
        found: what is known of it so far.
    """
    text = folded.text
    if "\t" not in text:
        return
    for item in found:
        if item.entity_type is not EntityType.PERSON or text[item.end : item.end + 1] not in ("\t", "\n"):
            continue
        if _UNFINISHED.search(folded.key[item.start : item.end]) is None:
            continue
        begin = text.rfind("\n", 0, item.start) + 1
        below = text.find("\n", item.end) + 1
        column = text.count("\t", begin, item.start)
        if not below or not (column or text[item.end] == "\t"):
            continue  # the last line, or one of no cells
        rest = _cell(text, below, column)
        if rest is not None:
            yield Found(*rest, EntityType.PERSON, item.score, item.reason, tier=item.tier)


def _cell(text: str, start: int, column: int) -> tuple[int, int] | None:
    """Return the words in capitals, or with capitals, that begin a cell of the line at ``start``."""
    for _ in range(column):
        start = _behind_tab(text, start)
        if not start:
            return None
    match = _REST.match(text, start)
    if match is None:
        return None
    end = at = match.start(1)
    for word in match[1].split(" ")[:_MOST_WORDS]:
        if not word[:1].isupper():
            break
        end = at + len(word)
        at = end + 1
    return (match.start(1), end) if end > match.start(1) else None


def _behind_tab(text: str, start: int) -> int:
    """Return where the next cell of the line begins; 0 if there is none."""
    tab, line = text.find("\t", start), text.find("\n", start)
    return 0 if tab < 0 or 0 <= line < tab else tab + 1


__all__ = ["names_over_cells"]
