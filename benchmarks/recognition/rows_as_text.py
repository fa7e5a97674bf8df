"""A table as lines of text, as a page or a message shows it."""

from __future__ import annotations

import random
from dataclasses import replace

from benchmarks.recognition.corpus import GoldDocument, Span, cell_text

_BETWEEN = ("\t", "  ", "   ", " | ", ", ", "; ", " - ")


def as_text(document: GoldDocument, rng: random.Random) -> GoldDocument:
    """Return a table's document with its rows as lines; the marks of cells go along."""
    between = rng.choice(_BETWEEN)
    spans: dict[tuple[int, int], list[Span]] = {}
    for span in document.spans:
        spans.setdefault((span.row, span.column), []).append(span)
    text = ""
    moved: list[Span] = []
    for r, row in enumerate(document.rows):
        for c, value in enumerate(row):
            if c:
                text += between
            moved += [
                replace(span, start=span.start + len(text), end=span.end + len(text), row=-1, column=-1)
                for span in spans.get((r, c), ())
            ]
            text += cell_text(value)
        text += "\n"
    return replace(document, text=text, rows=(), spans=tuple(moved))
