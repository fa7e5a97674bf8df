"""Words of a sheet that was photographed from aside, as if its lines were level and its margins upright.

Reading order goes by rows and columns that run straight. On such a sheet lines fall more towards one end of it than
towards the other, and margins lean; both change evenly over it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

import numpy as np
import numpy.typing as npt

from redactor.formats.pdf.ocr import Word

_LINES = 12
"""Words whose lines' slope is known, at least."""

_OFF = 0.012
"""How far from the others the slope of a line may be; others are misread."""

_ROUNDS = 2
"""Times that what is off is left out."""

_MOST_LEAN, _STEP = 0.08, 0.005
"""How much margins may lean, and steps in which that is tried."""

_CLEARER, _CLEARER_ALONE = 1.15, 1.4
"""How much better words must begin below each other, as the square of how many do; and where lines are level."""

Floats = npt.NDArray[np.float64]


def levelled(words: Sequence[Word]) -> list[Word]:
    """The words with their boxes moved; as they are where neither lines run aslant nor margins clearly lean."""
    if len(words) < _LINES:
        return list(words)
    x = np.array([(word.box[0] + word.box[2]) / 2 for word in words])
    y = np.array([(word.box[1] + word.box[3]) / 2 for word in words])
    down = -_slopes(words, y) * (x - x.mean())
    usual = median(word.box[3] - word.box[1] for word in words)
    clearer = _CLEARER if down.any() else _CLEARER_ALONE
    across = _leans(words, y + down, usual, clearer) * (y + down - y.mean())
    if not (down.any() or across.any()):
        return list(words)
    return [
        replace(
            word,
            boxes=tuple((b[0] + dx, b[1] + dy, b[2] + dx, b[3] + dy) for b in word.boxes),
            shift=(dx, dy),
        )
        for word, dx, dy in zip(words, across.tolist(), down.tolist(), strict=True)
    ]


def _slopes(words: Sequence[Word], y: Floats) -> Floats:
    """The slope of the lines at the height of each word."""
    if not any(word.slope for word in words):
        return np.zeros(len(words))
    known = [(at, word.slope) for word, at in zip(words, y.tolist(), strict=True) if word.slope is not None]
    if len(known) < _LINES:
        return np.zeros(len(words))
    places, slopes = np.array(known).T
    line = np.polyfit(places, slopes, 1)
    for _ in range(_ROUNDS):
        fitting = np.abs(slopes - np.polyval(line, places)) <= _OFF
        if fitting.sum() < _LINES:
            return np.zeros(len(words))
        line = np.polyfit(places[fitting], slopes[fitting], 1)
    found: Floats = np.polyval(line, y).astype(np.float64)
    return found


def _leans(words: Sequence[Word], y: Floats, usual: float, clearer: float) -> Floats:
    """How much upright lines lean at each word: so that most words begin below each other."""
    starts = np.array([word.box[0] for word in words])
    left, right = starts.min(), max(starts.max(), starts.min() + 1.0)
    share = (starts - left) / (right - left)
    height = y - y.mean()
    bin_of = max(usual / 3, 1.0)

    def aligned(one: Floats, other: Floats) -> Floats:
        """For each pair of leans, the sum of the squares of how many words begin below each other."""
        leans = one[:, None] + (other - one)[:, None] * share
        at = np.sort(np.round((starts + leans * height) / bin_of), axis=1)
        first = np.ones(at.shape, np.bool_)
        np.not_equal(at[:, 1:], at[:, :-1], out=first[:, 1:])
        begins = np.nonzero(first.ravel())[0]
        counts = np.diff(begins, append=at.size).astype(np.float64)
        return np.bincount(begins // at.shape[1], weights=counts * counts, minlength=len(at)).astype(
            np.float64
        )

    steps = np.arange(-_MOST_LEAN, _MOST_LEAN + _STEP / 2, _STEP)
    ones, others = np.repeat(steps, len(steps)), np.tile(steps, len(steps))
    squares = aligned(ones, others)
    best = int(squares.argmax())
    one, other = ones[best], others[best]
    if squares[best] < clearer * aligned(np.zeros(1), np.zeros(1))[0]:
        return np.zeros(len(words))
    found: Floats = one + (other - one) * share
    return found
