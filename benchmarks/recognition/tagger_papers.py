"""What the tagger is trained on: gold papers as it is told of them, and as arrays."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from benchmarks.recognition.corpus import GoldDocument, Role, Span, cell_text
from benchmarks.recognition.generate import Template, generate
from benchmarks.recognition.homes import home_notes, moved
from benchmarks.recognition.noise import Segment, Segments
from benchmarks.recognition.rows_as_text import as_text
from benchmarks.recognition.scribble import scribbles
from benchmarks.recognition.vary import varied
from recognizers.base import Found
from recognizers.detection import Detector
from recognizers.folding import Folded, fold, forget
from recognizers.results import TableHits
from recognizers.table_lines import Place, lines_of, told
from recognizers.tagger import NOTHING, OFFICER, UNKNOWN, numbers_of, reason_number, reason_of
from recognizers.tagger_groups import Floats, Ints
from recognizers.tagger_words import circumstances, features
from recognizers.words import is_plain, words
from tests.synthetic.people import fold as unaccented

#: A feature that fewer templates have says more about them than about what is asked.
_FEWEST_TEMPLATES = 3
#: Shares of what rules found that is not told.
_UNTOLD = (0.0, 0.0, 0.15, 0.3, 0.6, 1.0)
#: Share of tables in which a column is told to be what the one beside it is.
_MISTAKEN = 0.25
#: Share of papers that are spelt all in one way, where papers are respelt.
_RESPELT = 1 / 3
#: Of papers of so many lines such a share is read whole, of others such a share in a row of so many; else single lines
#: are lost, up to such a share.
_LEAST_LINES, _WHOLE, _IN_A_ROW, _ROWS, _LOST = 5, 0.5, 0.5, (0.3, 0.9), 0.4


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper as the tagger is told of it, entry by entry, and what it should answer.

    Attributes:
        template: which it comes from.
        told: the names of each entry's features.
        places: each entry's circumstances.
        found: what rules found: first entry, one past the last, as what and why.
        labels: what each entry is part of; None where clerks would differ.
        columns: the column of each entry of a table; nothing of other papers.
    """

    template: str
    told: tuple[tuple[str, ...], ...]
    places: tuple[int, ...]
    found: tuple[tuple[int, int, str], ...]
    labels: tuple[str | None, ...]
    columns: tuple[int, ...]


def _with_others_elsewhere(segments: Sequence[Segment], rng: random.Random) -> Segments:
    return moved(varied(segments, rng), rng)


#: Ways a whole paper may be spelt; each leaves every character at its place.
_SPELLINGS: tuple[Callable[[str], str], ...] = (
    str.lower,
    str.upper,
    unaccented,
    lambda character: unaccented(character).lower(),
)


def _respelt(document: GoldDocument, rng: random.Random) -> GoldDocument:
    """Return a paper, every third one all in lower case, in capitals, without accents, or both first and last."""
    if rng.random() >= _RESPELT:
        return document
    spelling = rng.choice(_SPELLINGS)

    def spelt(value: object) -> object:
        if not isinstance(value, str):
            return value
        return "".join(new if len(new := spelling(old)) == 1 else old for old in value)

    rows = tuple(tuple(map(spelt, row)) for row in document.rows)
    return replace(document, text=str(spelt(document.text)), rows=rows)


def _labels(size: int, spans: Iterable[Span]) -> list[str | None]:
    """Return what each character is part of."""
    labels: list[str | None] = [NOTHING] * size
    for span in spans:
        role = span.mark.role
        if role is not Role.LOOK_ALIKE:
            label = {Role.GOLD: span.mark.kind, Role.OFFICIAL: OFFICER}.get(role)
            labels[span.start : span.end] = [label] * (span.end - span.start)
    return labels


def _paper(
    template: str,
    folded: Folded,
    found: Iterable[Found],
    label_of: Callable[[int], str | None],
    columns: Iterable[int] = (),
) -> Paper:
    """Return a text as the tagger is told of it; ``label_of`` says what the entry of a number is part of."""
    w, plain = words(folded), is_plain(folded)
    return Paper(
        template,
        tuple(map(features, w.text, w.low, w.key, w.kind, [plain] * w.size)),
        tuple(circumstances(w, plain)),
        tuple((*w.entries(item.start, item.end), reason_of(item)) for item in found),
        tuple(map(label_of, range(w.size))),
        tuple(columns),
    )


def _of_text(document: GoldDocument, detector: Detector, rng: random.Random) -> Iterator[Paper]:
    folded = fold(document.text)
    w = words(folded)
    if w.size:
        labels = _labels(len(document.text), document.spans)
        starts = [folded.span(at, at + 1)[0] for at in w.start]
        silent = rng.choice(_UNTOLD)
        found = [item for item in detector.unjudged(folded) if rng.random() >= silent]
        yield _paper(document.template, folded, found, lambda i: labels[starts[i]])


def _of_table(document: GoldDocument, detector: Detector, rng: random.Random) -> Iterator[Paper]:
    """Yield a table as the tagger reads one: told what was found in its columns and cells."""
    lines = lines_of(document.rows, len(document.rows))
    if not lines.places:
        return
    spans: dict[Place, list[Span]] = defaultdict(list)
    for span in document.spans:
        spans[span.row, span.column].append(span)
    labels = {
        (row, column): _labels(len(cell_text(document.rows[row][column])), inside)
        for (row, column), inside in spans.items()
    }

    def label_of(i: int) -> str | None:
        inside = labels.get(lines.places[i])
        return inside[lines.starts[i]] if inside and lines.starts[i] < len(inside) else NOTHING

    hits = _misread(detector.find_table(document.rows), rng)
    columns = (column for _, column in lines.places)
    yield _paper(document.template, lines.folded, told(lines, hits), label_of, columns)


def _misread(hits: TableHits, rng: random.Random) -> TableHits:
    """Return the hits as rules might have found them in a table of another hand: some columns missed, some mistaken."""
    silent = rng.choice(_UNTOLD)
    missed = {
        column for column in {hit.column for hit in (*hits.columns, *hits.cells)} if rng.random() < silent
    }
    columns = [hit for hit in hits.columns if hit.column not in missed]
    if hits.columns and rng.random() < _MISTAKEN:
        mistaken = rng.choice(hits.columns)
        columns.append(replace(mistaken, column=mistaken.column + rng.choice((-1, 1))))
    return TableHits(tuple(columns), tuple(hit for hit in hits.cells if hit.column not in missed))


def papers(documents: Iterable[GoldDocument], rng: random.Random, respelt: bool = False) -> Iterator[Paper]:
    """Yield documents as the tagger is told of them; tables as sheets, and as pages and messages show them.

    Rules have been mended until they read these papers, other people's they read worse: of what they found a share is
    not told, from paper to paper another one.
    """
    detector = Detector(readers=())
    for document in documents:
        if respelt:
            document = _respelt(document, rng)
        if document.rows:
            yield from _of_table(document, detector, rng)
            document = as_text(document, rng)
        yield from _of_text(document, detector, rng)
        forget()


def of_round(
    number: int, fills: int, notes: int, chosen: Sequence[Template], respelt: bool = False
) -> Iterator[Paper]:
    """Yield the papers of one round of training; a third of them spelt all in one way, if asked."""
    rng = random.Random(number)
    seed = 10 * number
    yield from papers(generate(seed + 1, fills, chosen), rng, respelt)
    yield from papers(generate(seed + 7, fills, chosen, _with_others_elsewhere), rng, respelt)
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
        for features_of in set(paper.told):
            for name in features_of:
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
        lines: number of the line each entry stands in.
        columns: number of its column in a table; -1 in other papers.
    """

    flat: Ints
    sizes: Ints
    places: Ints
    reasons: Ints
    labels: Ints
    counts: Floats
    lines: Ints
    columns: Ints

    def only(self, kept: NDArray[np.bool_]) -> Encoded:
        """Return the paper with some of its entries only."""
        return Encoded(
            self.flat[np.repeat(kept, self.sizes)],
            self.sizes[kept],
            self.places[kept],
            self.reasons[kept],
            self.labels[kept],
            self.counts[kept],
            self.lines[kept],
            self.columns[kept],
        )


def in_part(paper: Encoded, rng: random.Random) -> Encoded:
    """Return a paper whole, or some lines in a row, or it without single lines: what stands around a value varies."""
    lines = int(paper.lines[-1]) + 1
    if lines < _LEAST_LINES or rng.random() < _WHOLE:
        return paper
    if rng.random() < _IN_A_ROW:
        count = int(lines * rng.uniform(*_ROWS))
        first = rng.randrange(lines - count + 1)
        kept = (paper.lines >= first) & (paper.lines < first + count)
    else:
        lost = rng.uniform(0, _LOST)
        kept = np.array([rng.random() >= lost for _ in range(lines)])[paper.lines]
    return paper.only(kept) if kept.any() else paper


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
            numbers = np.array(numbers_of(told, self._known), np.int64)
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
            np.cumsum([features_of[0] == "break" for features_of in paper.told]),
            np.array(paper.columns or [-1] * len(entries)),
        )
