"""Fields side by side with their labels above them, as portals and programs print them: values of several lines.

One row of labels and one of values is no table that running numbers or many rows tell. Read by height alone a value
that was broken is torn apart by its neighbours' lines: "Khu phố 2, | 0913 440 | Chăm" above "Ninh Phước | 182". Only
what is certain is taken: labels smaller than the values or in capitals, values that begin below them, a block set apart
from what stands around it, and lines that go on because the next word had no more room.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from redactor.formats.pdf.grids import Grid
from redactor.formats.pdf.open_lines import CELL, TextLine, Word, channels_of, made_grid

_LEADING = 1.8
"""Most distance of the base lines within a block, in font sizes."""

_CLEAR = 0.3
"""How much wider the white around the block must be than within it, in font sizes."""

_ALIGNED = 0.5
"""How far a value may begin beside its label, in font sizes."""

_SMALLER = 0.92
"""Size of labels that are set smaller, in sizes of their values, at most."""

_SHIFTED = 0.9
"""Most distance of the base lines of two values that only stand unevenly, in font sizes."""

_PADDING = 1.6
"""White that a column may keep at its right side, in font sizes."""

_SPACE = 0.27
_MOST_LINES = 6

Part = list[Word]


def stacked_fields(texts: Sequence[TextLine]) -> Iterator[Grid]:
    """The blocks of one row of labels and one of values, some of which have more than a line.

    Args:
        texts: level lines outside of ruled tables, from top to bottom.
    """
    index = 0
    while index < len(texts):
        end = _block(texts, index)
        if end is None:
            index += 1
            continue
        block = texts[index:end]
        size = max(text.size for text in block[1:])
        channels = channels_of(block, min(size, block[0].size))
        if len(channels) + 1 == len(_parts(block[0])):
            yield made_grid(block, [1], channels, size)
        index = end


def _block(texts: Sequence[TextLine], start: int) -> int | None:
    """One past the last line of the block whose labels stand in a line; None if there is none."""
    heads = texts[start]
    labels = _parts(heads)
    if len(labels) < 2 or any(word.text.endswith(":") for word in heads.words):
        return None
    columns: list[list[Part]] = [[] for _ in labels]
    end = start + 1
    while end < len(texts) and end - start <= _MOST_LINES:
        text = texts[end]
        if text.v - texts[end - 1].v > _LEADING * max(text.size, texts[end - 1].size):
            break
        places = _places(text, labels)
        if places is None or not all(_follows(columns, labels, at, part, text.size) for at, part in places):
            break
        shifted = all(not columns[at] for at, _ in places) and end > start + 1
        if shifted and text.v - texts[end - 1].v > _SHIFTED * text.size:
            break
        for at, part in places:
            columns[at].append(part)
        end += 1
    if end < start + 3 or not all(columns) or not _are_labels(texts[start:end]):
        return None
    return end if _is_apart(texts, start, end) else None


def _parts(text: TextLine) -> list[Part]:
    parts: list[Part] = []
    for word in text.words:
        if parts and word.x0 - parts[-1][-1].x1 < CELL * text.size:
            parts[-1].append(word)
        else:
            parts.append([word])
    return parts


def _places(text: TextLine, labels: Sequence[Part]) -> list[tuple[int, Part]] | None:
    """The parts of a line with the label below which each begins; None if one does not, or has a label of its own."""
    found: list[tuple[int, Part]] = []
    for part in _parts(text):
        at = next(
            (i for i, label in enumerate(labels) if abs(label[0].x0 - part[0].x0) <= _ALIGNED * text.size),
            None,
        )
        if at is None or any(word.text.endswith(":") for word in part):
            return None
        if at + 1 < len(labels) and part[-1].x1 > labels[at + 1][0].x0:
            return None
        found.append((at, part))
    return found


def _follows(
    columns: Sequence[Sequence[Part]], labels: Sequence[Part], at: int, part: Part, size: float
) -> bool:
    """Whether a part begins a value, or goes on with one whose line had no more room for its first word."""
    if not columns[at]:
        return True
    reached = columns[at][-1][-1].x1 + _SPACE * size + part[0].x1 - part[0].x0
    if at + 1 < len(labels):
        return reached > labels[at + 1][0].x0 - _PADDING * size
    widths = [after[0].x0 - before[0].x0 for before, after in pairwise(labels)]
    return (
        reached > labels[at][0].x0 + min(widths) - _PADDING * size
    )  # the last column is as wide as the others


def _are_labels(block: Sequence[TextLine]) -> bool:
    heads, values = block[0], block[1:]
    if heads.size <= _SMALLER * min(text.size for text in values):
        return True
    written = " ".join(word.text for word in heads.words)
    return written.isupper() and not all(word.text.isupper() for text in values for word in text.words)


def _is_apart(texts: Sequence[TextLine], start: int, end: int) -> bool:
    size = max(text.size for text in texts[start:end])
    within = max(after.v - before.v for before, after in pairwise(texts[start:end]))
    above = texts[start].v - texts[start - 1].v if start else within + size
    below = texts[end].v - texts[end - 1].v if end < len(texts) else within + size
    return min(above, below) >= within + _CLEAR * size
