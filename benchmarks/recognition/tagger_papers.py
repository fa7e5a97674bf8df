"""What the tagger is trained on: gold papers as it is told of them, and as arrays."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.recognition.corpus import GoldDocument, Role
from benchmarks.recognition.generate import Template, generate
from benchmarks.recognition.homes import home_notes, moved
from benchmarks.recognition.noise import Segment, Segments
from benchmarks.recognition.rows_as_text import as_text
from benchmarks.recognition.scribble import scribbles
from benchmarks.recognition.vary import varied
from recognizers.detection import Detector
from recognizers.folding import fold, forget
from recognizers.tagger import NOTHING, OFFICER, UNKNOWN, Floats, numbers_of, reason_number, reason_of
from recognizers.tagger_words import circumstances, features
from recognizers.words import is_plain, words

#: A feature that fewer templates have says more about them than about what is asked.
_FEWEST_TEMPLATES = 3
#: Shares of what rules found that is not told.
_UNTOLD = (0.0, 0.0, 0.15, 0.3, 0.6, 1.0)

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper as the tagger is told of it, entry by entry, and what it should answer.

    Attributes:
        template: which it comes from.
        told: the names of each entry's features.
        places: each entry's circumstances.
        found: what rules found: first entry, one past the last, as what and why.
        labels: what each entry is part of; None where clerks would differ.
    """

    template: str
    told: tuple[tuple[str, ...], ...]
    places: tuple[int, ...]
    found: tuple[tuple[int, int, str], ...]
    labels: tuple[str | None, ...]


def _with_others_elsewhere(segments: Sequence[Segment], rng: random.Random) -> Segments:
    return moved(varied(segments, rng), rng)


def _labels(document: GoldDocument) -> list[str | None]:
    labels: list[str | None] = [NOTHING] * len(document.text)
    for span in document.spans:
        role = span.mark.role
        if role is not Role.LOOK_ALIKE:
            label = {Role.GOLD: span.mark.kind, Role.OFFICIAL: OFFICER}.get(role)
            labels[span.start : span.end] = [label] * (span.end - span.start)
    return labels


def papers(documents: Iterable[GoldDocument], rng: random.Random) -> Iterator[Paper]:
    """Yield documents as the tagger is told of them; tables are written as text.

    Rules have been mended until they read these papers, other people's they read worse: of what they found a share is
    not told, from paper to paper another one.
    """
    detector = Detector(second_reading=False)
    for document in documents:
        document = as_text(document, rng) if document.rows else document
        folded = fold(document.text)
        w, plain = words(folded), is_plain(folded)
        if w.size:
            labels = _labels(document)
            silent = rng.choice(_UNTOLD)
            found = [item for item in detector.unjudged(folded) if rng.random() >= silent]
            yield Paper(
                document.template,
                tuple(map(features, w.text, w.low, w.key, w.kind, [plain] * w.size)),
                tuple(circumstances(w, plain)),
                tuple((*w.entries(item.start, item.end), reason_of(item)) for item in found),
                tuple(labels[folded.span(at, at + 1)[0]] for at in w.start),
            )
        forget()


def of_round(number: int, fills: int, notes: int, chosen: Sequence[Template]) -> Iterator[Paper]:
    """Yield the papers of one round of training."""
    rng = random.Random(number)
    seed = 10 * number
    yield from papers(generate(seed + 1, fills, chosen), rng)
    yield from papers(generate(seed + 7, fills, chosen, _with_others_elsewhere), rng)
    yield from papers(scribbles(notes, seed + 1), rng)
    yield from papers(home_notes(notes, seed + 1), rng)


def known_reasons(read: Iterable[Paper]) -> dict[str, int]:
    """Return as what and why rules found something, numbered; 0 is nothing."""
    seen: dict[str, set[str]] = defaultdict(set)
    for paper in read:
        for _, _, reason in paper.found:
            seen[reason].add(paper.template)
            seen[reason.split("/")[0]].add(paper.template)
    names = sorted(name for name, where in seen.items() if len(where) >= _FEWEST_TEMPLATES)
    return {name: n for n, name in enumerate(["", *names])}


def known_features(read: Iterable[Paper]) -> dict[str, int]:
    """Return the features worth a vector of their own, numbered."""
    seen: dict[str, set[str]] = defaultdict(set)
    for paper in read:
        for told in set(paper.told):
            for name in told:
                if len(seen[name]) < _FEWEST_TEMPLATES:
                    seen[name].add(paper.template)
    names = sorted(name for name, where in seen.items() if len(where) >= _FEWEST_TEMPLATES)
    return {name: n for n, name in enumerate([UNKNOWN, *names])}


@dataclass(frozen=True, slots=True)
class Encoded:
    """A paper as arrays.

    Attributes:
        flat: the numbers of its entries' features, in a row.
        sizes: how many of them each entry has.
        places: each entry's circumstances.
        reasons: number of what rules found there; 0 is nothing.
        labels: number of what each entry is part of.
        counts: 0 where clerks would differ, else 1.
    """

    flat: Ints
    sizes: Ints
    places: Ints
    reasons: Ints
    labels: Ints
    counts: Floats


class Encoder:
    """Turns papers into arrays."""

    def __init__(self, known: dict[str, int], reasons: dict[str, int], names: Sequence[str]) -> None:
        self._known = known
        self._reasons = reasons
        self._names = {name: n for n, name in enumerate(names)}
        self._numbers: dict[tuple[str, ...], Ints] = {}

    def _of(self, told: tuple[str, ...]) -> Ints:
        numbers = self._numbers.get(told)
        if numbers is None:
            numbers = np.array(numbers_of(told, self._known) or [self._known[UNKNOWN]], np.int64)
            self._numbers[told] = numbers
        return numbers

    def encode(self, paper: Paper) -> Encoded:
        """Return a paper as arrays."""
        entries = [self._of(told) for told in paper.told]
        reasons = np.zeros(len(entries), np.int64)
        for first, last, reason in paper.found:
            reasons[max(first, 0) : last] = reason_number(reason, self._reasons)
        return Encoded(
            np.concatenate(entries),
            np.array([len(entry) for entry in entries]),
            np.array(paper.places),
            reasons,
            np.array([self._names.get(label or NOTHING, 0) for label in paper.labels]),
            np.array([0.0 if label is None else 1.0 for label in paper.labels], np.float32),
        )
