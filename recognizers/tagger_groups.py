"""What an entry of a text shares with others: its line, its paper, its column in a table.

The mean of what a tagger has made of all entries of a group says what kind of line, paper or column it is: a list of
names, a price list, a talk. Each entry is told that of its own groups, of lines also that of the lines before and behind.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from recognizers.folding import BORDER
from recognizers.words import BREAK, Words

Floats: TypeAlias = NDArray[np.float32]
Ints: TypeAlias = NDArray[np.int64]

LINES, PAPERS, COLUMNS = GROUPS = ("lines", "papers", "columns")
#: A longer text counts as several papers: so long are those the taggers have learnt from.
_LONGEST_PAPER = 1500


@dataclass(frozen=True, slots=True)
class Grouping:
    """Which group each entry is in.

    Attributes:
        of: number of each entry's group, 0 and up; -1 if it is in none.
        count: how many groups there are.
    """

    of: Ints
    count: int

    def sums(self, values: Floats) -> Floats:
        """Return the sum over the rows of each group."""
        of = self.of
        if not self._in_order:
            order = np.argsort(of, kind="stable")
            order = order[np.searchsorted(of[order], 0) :]
            of, values = of[order], values[order]
        sums = np.zeros((self.count, values.shape[1]), values.dtype)
        first = np.append(0, np.flatnonzero(of[1:] != of[:-1]) + 1) if len(of) else of
        sums[of[first]] = np.add.reduceat(values, first, axis=0)
        return sums

    @property
    def _in_order(self) -> bool:
        """Whether all entries are in groups, one group after the other, as lines and papers are."""
        return bool(len(self.of)) and bool(self.of[0] >= 0) and bool((self.of[1:] >= self.of[:-1]).all())

    @property
    def sizes(self) -> Floats:
        """How many entries each group has, as a column; at least 1."""
        counts = np.bincount(self.of[self.of >= 0], minlength=self.count)
        return np.maximum(counts, 1).astype(np.float32)[:, None]

    def means(self, values: Floats) -> Floats:
        """Return the mean over the rows of each group."""
        return self.sums(values) / self.sizes

    def told(self, values: Floats) -> Floats:
        """Return for each entry the row of its group; zeros if it is in none."""
        inside = self.of >= 0
        if inside.all():
            return values.take(self.of, axis=0)
        told = np.zeros((len(self.of), values.shape[1]), values.dtype)
        told[inside] = values[self.of[inside]]
        return told


#: The groupings of a text by name, one for each of ``GROUPS``.
Groups: TypeAlias = dict[str, Grouping]


def grouping(of: Sequence[int] | Ints) -> Grouping:
    """Return entries by the number of their group."""
    numbers = np.asarray(of, np.int64)
    return Grouping(numbers, int(numbers.max(initial=-1)) + 1)


def groups_of(w: Words, columns: Sequence[int] | None) -> Groups:
    """Return the groups of the entries of a text; ``columns`` are those of a table, None in other texts."""
    lines = np.cumsum(np.array(w.kind) == BREAK)
    papers = np.arange(w.size) // _LONGEST_PAPER
    if BORDER in w.text:
        papers += np.cumsum([text == BORDER for text in w.text]) * (w.size // _LONGEST_PAPER + 1)
        papers = np.cumsum(np.diff(papers, prepend=papers[0]) != 0)
    return {
        LINES: grouping(lines),
        PAPERS: grouping(papers),
        COLUMNS: Grouping(np.full(w.size, -1), 0) if columns is None else grouping(columns),
    }


def heard(name: str, values: Floats, groups: Groups) -> Floats:
    """Return what each group is like, on the mean of its entries; of lines with the lines beside."""
    means = groups[name].means(values)
    return beside(means, 1) if name == LINES else means


def beside(values: Floats, distance: int) -> Floats:
    """Return each row with the rows ``distance`` before and behind it, in one; zeros where there are none."""
    rows, width = values.shape
    found = np.empty((rows, 3 * width), values.dtype)
    found[:distance, :width] = 0
    found[distance:, :width] = values[:-distance]
    found[:, width : 2 * width] = values
    found[-distance:, 2 * width :] = 0
    found[:-distance, 2 * width :] = values[distance:]
    return found
