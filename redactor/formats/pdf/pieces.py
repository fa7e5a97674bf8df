"""Connected ink: letters, words that run together, strokes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.masks import Bools

_MAX_RUNS = 60_000
"""Pieces of ink from which on the picture is a photograph or pure noise, in which no row can be told."""

_Ints = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Piece:
    """Connected ink: its box, how many pixels of ink it has, and in how many level runs."""

    box: Box
    ink: int
    runs: int

    @property
    def width(self) -> float:
        """Of the box."""
        return self.box[2] - self.box[0]

    @property
    def height(self) -> float:
        """Of the box."""
        return self.box[3] - self.box[1]

    @property
    def fill(self) -> float:
        """Share of the box that is ink."""
        return self.ink / max(self.width * self.height, 1.0)

    @property
    def pen(self) -> float:
        """How wide its strokes are, about."""
        return self.ink / self.runs


def pieces_of(mask: Bools) -> list[Piece] | None:
    """Connected ink (also over corners); None when there is too much of it to be writing."""
    width = mask.shape[1] + 2
    padded = np.zeros((mask.shape[0], width), np.bool_)
    padded[:, 1:-1] = mask
    flat = padded.ravel()
    edges = np.flatnonzero(
        flat[1:] != flat[:-1]
    )  # beginnings and ends by turns, for every row begins and ends bare
    if len(edges) > 2 * _MAX_RUNS:
        return None
    ys, starts = np.divmod(edges[::2], width)
    ends = edges[1::2] % width
    labels = components(ys, starts, ends)
    order = np.argsort(labels, kind="stable")
    firsts = np.nonzero(np.diff(labels[order], prepend=-1))[0]
    if not len(firsts):
        return []
    ys, starts, ends = ys[order], starts[order], ends[order]
    columns = (
        np.minimum.reduceat(starts, firsts),
        np.minimum.reduceat(ys, firsts),
        np.maximum.reduceat(ends, firsts),
        np.maximum.reduceat(ys, firsts) + 1,
        np.add.reduceat(ends - starts, firsts),
        np.diff(firsts, append=len(ys)),
    )
    rows = zip(*(column.tolist() for column in columns), strict=True)
    return [Piece((x0, y0, x1, y1), ink, runs) for x0, y0, x1, y1, ink, runs in rows]


def components(ys: _Ints, starts: _Ints, ends: _Ints) -> _Ints:
    """For each level run of ink, given row by row, the first of all runs that it is connected with."""
    labels = np.arange(len(ys))
    if not len(ys):
        return labels
    row = int(ends.max()) + 2
    above = (ys - 1) * row
    first = np.searchsorted(ys * row + ends, above + starts, "left")
    counts = np.maximum(np.searchsorted(ys * row + starts, above + ends, "right") - first, 0)
    one = np.repeat(labels, counts)
    other = np.repeat(first - np.concatenate(([0], np.cumsum(counts)[:-1])), counts) + np.arange(len(one))
    while True:
        low, high = np.minimum(labels[one], labels[other]), np.maximum(labels[one], labels[other])
        apart = low < high
        if not apart.any():
            return labels
        one, other = one[apart], other[apart]
        np.minimum.at(labels, high[apart], low[apart])
        while not np.array_equal(labels, shorter := labels[labels]):
            labels = shorter
