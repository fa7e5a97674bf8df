"""Whether recognised words make sense, and of words that were read twice in one place the one that does."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import numpy as np

from recognizers.syllables import is_syllable
from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.ocr import Word

MIN_SENSE = 0.35
"""Share of recognised words that must make sense; below, the picture stands on its side or head, or is not text."""

_COVERED = 0.5
"""Share of the smaller of two words that the other covers when both are readings of the same letters."""

_LEVEL = 0.4
"""Heights by which their middles may lie apart: a line that touches another's box is no second reading."""

_SAME_PLACE = 0.7
"""Share of both widths that two readings of one word, of whatever height, have in common."""


def sense_of(words: Sequence[str]) -> float:
    """Share of words that are Vietnamese syllables, numbers or ordinary Latin words, from 0 to 1."""
    known = total = 0
    for word in words:
        text = bare(word)
        if not text:
            continue
        total += 1
        known += is_word(text)
    return known / total if total else 0.0


def makes_sense(words: Sequence[str], least: float) -> bool:
    """Whether ``sense_of`` is ``least`` or more; mostly told before all of the words are looked at."""
    wanted = least * len(words)
    known = 0
    for word in words:
        text = bare(word)
        known += bool(text) and is_word(text)
        if known and known >= wanted:
            return True
    return sense_of(words) >= least


def bare(word: str) -> str:
    """A word without the punctuation around it."""
    return unicodedata.normalize("NFC", word).strip(".,;:()[]{}/\\\"'!?-–")


def is_word(text: str) -> bool:
    """Whether a bare word is one of a language, or a number."""
    if text.isdigit():
        return len(text) >= 2
    if text.isalpha() and len(text) >= 2 and (is_syllable(text) or (text.isascii() and len(text) >= 5)):
        return True
    return len(text) >= 6 and text.isascii() and sum(c.isalnum() for c in text) >= 0.8 * len(text)


def read_once(words: Sequence[Word]) -> list[Word]:
    """The words without second readings: where a stamp touches a line, the engine reads the line twice, once badly."""
    boxes = [word.box for word in words]
    over = _lying_over(boxes)
    order = sorted(over, key=lambda index: _worth(words[index]), reverse=True)
    left_out: set[int] = set()
    seen: set[int] = set()
    for index in order:
        seen.add(index)
        if any(
            other in seen
            and other not in left_out
            and _is_double(words[index].text, boxes[index], words[other].text, boxes[other])
            for other in over[index]
        ):
            left_out.add(index)
    return [word for index, word in enumerate(words) if index not in left_out]


def _lying_over(boxes: Sequence[Box]) -> dict[int, list[int]]:
    """Which boxes have a part in common with which others."""
    if not boxes:
        return {}
    x0, y0, x1, y1 = np.array(boxes, dtype=float).T
    meeting = (x0[:, None] < x1) & (x1[:, None] > x0) & (y0[:, None] < y1) & (y1[:, None] > y0)
    np.fill_diagonal(meeting, False)
    found: dict[int, list[int]] = {}
    for one, other in np.argwhere(meeting).tolist():
        found.setdefault(one, []).append(other)
    return found


def _worth(word: Word) -> tuple[bool, float, float]:
    text = bare(word.text)
    letters = sum(char.isalnum() for char in text)
    return is_word(text), letters / max(len(text), 1), word.box[1] - word.box[3]


def _is_double(text: str, box: Box, other_text: str, other: Box) -> bool:
    across = min(box[2], other[2]) - max(box[0], other[0])
    down = min(box[3], other[3]) - max(box[1], other[1])
    if across <= 0 or down <= 0:
        return False
    widths, heights = (box[2] - box[0], other[2] - other[0]), (box[3] - box[1], other[3] - other[1])
    if bare(text) == bare(other_text) and across >= _SAME_PLACE * max(widths):
        return True
    if abs(box[1] + box[3] - other[1] - other[3]) / 2 > _LEVEL * min(heights):
        return False
    return across * down >= _COVERED * min(widths[0] * heights[0], widths[1] * heights[1])
