"""A small trained reader: for every entry of a text, what it is part of, from the words around it.

A convolutional tagger (residual, dilated convolutions over 32 entries to either side, each of states scaled to a mean square
of one). It is told the entries, what the rules have found in them, and on the way what the line, the paper and, in tables,
the column of each entry are like as a whole (``tagger_groups``). ``data/tagger.npz`` holds its weights;
``benchmarks/recognition/train_tagger.py`` makes them anew, and numpy alone reads them. Of several taggers the mean is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from recognizers.base import Found
from recognizers.folding import Folded
from recognizers.tagger_groups import GROUPS, Floats, Groups, groups_of, heard
from recognizers.tagger_words import circumstances, features
from recognizers.words import Words, is_plain, words

#: Files of weights, one for each tagger.
WEIGHTS = ("tagger.npz",)
#: Label of entries that belong to nothing, always the first.
NOTHING = "O"
#: Label of people who act in office.
OFFICER = "OFFICIAL"
#: How far apart, in entries, each layer looks to either side.
DILATIONS = (1, 2, 4, 8, 16, 1)
_FARTHEST = max(DILATIONS)
#: So many entries pass a layer at a time: what they see and are told then stays in the processor's own memory (a fifth
#: less time on a text of 13,000 entries).
_BLOCK = 512
#: Keeps the scale of a row of zeros finite.
LEAST_SQUARE = 1e-5
#: The layer behind which an entry is told what its line, paper and column are like.
TOLD_AFTER = 3
#: Feature of words no training paper holds.
UNKNOWN = "w:"
#: Numbers of the circumstances of entries.
Places: TypeAlias = NDArray[np.intp]
#: So many different words are kept worked out.
_MOST_WORDS = 40_000


@dataclass(frozen=True, slots=True)
class Tags:
    """What each entry of a text is part of.

    Attributes:
        kind: the likeliest personal label of each entry.
        personal: how likely it is part of something personal at all, 0 to 1; people who act in office are not.
        nothing: how likely it is part of nothing.
        officer: how likely it is part of the name of somebody who acts in office.
    """

    kind: list[str]
    personal: list[float]
    nothing: list[float]
    officer: list[float]


class Tagger:
    """Reads texts with one set of weights; ``labels`` are what it may say, nothing first."""

    def __init__(self, arrays: dict[str, NDArray[np.generic]]) -> None:
        def floats(name: str) -> Floats:
            return arrays[name].astype(np.float32)

        self._number = {name: n for n, name in enumerate(str(arrays["features"]).split("\n"))}
        self.labels = str(arrays["labels"]).split("\n")
        self._features = floats("E")
        self._places = floats("G")
        self._reason = {name: n for n, name in enumerate(str(arrays["reasons"]).split("\n"))}
        self._reasons = floats("R")
        self._reasons[0] = 0
        self._layers = [(floats(f"W{n}"), floats(f"b{n}"), step) for n, step in enumerate(DILATIONS)]
        self._groups = [(name, floats(f"V{name}"), floats(f"v{name}")) for name in GROUPS]
        self._out = floats("O"), floats("o")
        self._known: tuple[dict[str, int], dict[str, int]] = {}, {}
        self._forget()

    def _forget(self) -> None:
        for known in self._known:
            known.clear()
        self._size = 0
        self._vectors = np.zeros((1024, self._features.shape[1]), np.float32)

    def likely(
        self, w: Words, places: Places, found: Sequence[tuple[int, int, str]], plain: bool, groups: Groups
    ) -> Floats:
        """Return how likely each label is for each entry.

        Args:
            w: the entries.
            places: their circumstances.
            found: first entry, one past the last and reason of what rules found, without overlaps.
            plain: whether the text is written without accents.
            groups: the lines, papers and columns they stand in.
        """
        if self._size > _MOST_WORDS:
            self._forget()
        known = self._known[plain]
        if not all(map(known.__contains__, w.text)):
            for text, low, key, kind in zip(w.text, w.low, w.key, w.kind, strict=True):
                if text not in known:
                    known[text] = self._learnt(features(text, low, key, kind, plain))
        entries = self._vectors.take(np.fromiter(map(known.__getitem__, w.text), np.intp, w.size), axis=0)
        entries += self._places.take(places, axis=0)
        for first, last, reason in found:
            entries[first:last] += self._reasons[reason_number(reason, self._reason)]
        return self.of_entries(entries, groups)

    def _learnt(self, told: tuple[str, ...]) -> int:
        """Return the number of a vector, the sum of those of an entry's features."""
        if self._size == len(self._vectors):
            self._vectors = np.concatenate([self._vectors, np.zeros_like(self._vectors)])
        numbers = numbers_of(told, self._number)
        self._vectors[self._size] = self._features[numbers].sum(0)
        self._size += 1
        return self._size - 1

    def of_entries(self, entries: Floats, groups: Groups) -> Floats:
        """Return how likely each label is for each entry, given as the vectors of what is told of it."""
        rows, width = entries.shape
        # Zeros all around: nothing stands before the first entry and behind the last.
        padded = np.zeros((rows + 2 * _FARTHEST, width), np.float32)
        spare = np.zeros_like(padded)
        padded[_FARTHEST:-_FARTHEST] = entries
        level = np.zeros_like(padded)
        seen = np.empty((min(_BLOCK, rows), 3 * width), np.float32)
        for n, (weights, bias, step) in enumerate(self._layers):
            np.multiply(padded, _scales(padded), out=level)
            for first in range(_FARTHEST, _FARTHEST + rows, _BLOCK):
                last = min(first + _BLOCK, _FARTHEST + rows)
                block, told = seen[: last - first], spare[first:last]
                for part, by in enumerate((-step, 0, step)):
                    block[:, part * width : (part + 1) * width] = level[first + by : last + by]
                np.matmul(block, weights, out=told)
                told += bias
                np.maximum(told, 0, out=told)
                told += padded[first:last]
            padded, spare = spare, padded
            state = padded[_FARTHEST:-_FARTHEST]
            if n == TOLD_AFTER:
                said = [
                    groups[name].told(np.maximum(heard(name, state, groups) @ of_group + beyond, 0))
                    for name, of_group, beyond in self._groups
                    if groups[name].count
                ]
                state += sum(said)
        weights, bias = self._out
        likely: Floats = (state * _scales(state)) @ weights
        likely += bias
        likely -= likely.max(1, keepdims=True)
        np.exp(likely, out=likely)
        likely /= likely.sum(1, keepdims=True)
        return likely


def _scales(states: Floats) -> Floats:
    """Return by what each row is multiplied to have a mean square of one, as a column."""
    squares: Floats = np.einsum("ij,ij->i", states, states)[:, None]
    squares /= states.shape[1]
    squares += LEAST_SQUARE
    return np.reciprocal(np.sqrt(squares, out=squares), out=squares)


def reason_of(item: Found) -> str:
    """Return as what and why a rule found something."""
    return f"{item.entity_type.value}/{item.reason.code}"


def reason_number(reason: str, known: dict[str, int]) -> int:
    """Return the number of a reason, or of its type alone if too few papers had it; 0 if they had not even that."""
    return known.get(reason) or known.get(reason.split("/")[0], 0)


def numbers_of(told: tuple[str, ...], known: dict[str, int]) -> list[int]:
    """Return the numbers of an entry's features; what nobody knows has that of ``UNKNOWN``."""
    numbers = [known[name] for name in told if name in known]
    if told[0].startswith(UNKNOWN) and told[0] not in known:
        numbers.append(known[UNKNOWN])
    return numbers or [known[UNKNOWN]]


@lru_cache(maxsize=1)
def taggers() -> tuple[Tagger, ...]:
    """Return the taggers, loaded on first use; a process that will read texts does that while nobody waits."""
    return load(files("recognizers") / "data")


def load(folder: Traversable) -> tuple[Tagger, ...]:
    """Return taggers with the weights in a folder."""
    loaded = []
    for name in WEIGHTS:
        with np.load(BytesIO((folder / name).read_bytes())) as arrays:
            loaded.append(Tagger({key: arrays[key] for key in arrays.files}))
    return tuple(loaded)


def tags(
    folded: Folded, found: Sequence[Found], readers: Sequence[Tagger], columns: Sequence[int] | None = None
) -> Tags:
    """Return what each entry of a text is part of.

    Args:
        folded: the text; its entries are those of ``words(folded)``.
        found: what rules found, without overlaps.
        readers: the taggers.
        columns: the column of each entry, if the text is a table.
    """
    w, plain = words(folded), is_plain(folded)
    if not w.size:
        return Tags([], [], [], [])
    places = np.array(circumstances(w, plain), np.intp)
    groups = groups_of(w, columns)
    told = []
    for item in found:
        first, last = w.entries(item.start, item.end)
        told.append((max(first, 0), last, reason_of(item)))
    likely = readers[0].likely(w, places, told, plain, groups)
    for reader in readers[1:]:
        likely += reader.likely(w, places, told, plain, groups)
    likely /= len(readers)
    labels = readers[0].labels
    officer = labels.index(OFFICER)
    nothing = likely[:, 0].tolist()
    personal = (1 - likely[:, 0] - likely[:, officer]).tolist()
    in_office = likely[:, officer].tolist()
    likely[:, (0, officer)] = 0
    return Tags([labels[n] for n in likely.argmax(1)], personal, nothing, in_office)
