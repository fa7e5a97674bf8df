"""Train the witness for homes anew: ``python -m benchmarks.recognition.train_homes``.

Reads the gold papers of the templates used in development, the same with people who live elsewhere (``homes``) and
notes put together line by line (``homes``, ``scribble``), asks the questions of ``recognizers.home_clues`` about each
part that may be an address, fits a logistic regression and writes its weights. The same templates, rules and seeds give
the same file.

The question under test is always the part that no rule has found, so in each paper some of the addresses that rules
have found are taken away again and asked about, and some that they have missed are told.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence

from benchmarks.recognition.corpus import GoldDocument, Role
from benchmarks.recognition.generate import generate, in_development
from benchmarks.recognition.homes import home_notes, moved
from benchmarks.recognition.regression import Example, fit
from benchmarks.recognition.scribble import scribbles
from benchmarks.recognition.training import as_text, options_of
from recognizers.base import Found
from recognizers.detection import Detector
from recognizers.entities import EntityType
from recognizers.folding import fold, forget
from recognizers.home_clues import HomeClues
from recognizers.home_witness import WEIGHTS
from recognizers.results import Reason

_HOMES = frozenset({"VN_ADDRESS", "PLACE_OF_BIRTH"})
#: So much of a part has to be somebody's home for it to be one; with less than the second it is none.
_ENOUGH, _LITTLE = 0.6, 0.1
#: How much a part counts that the rules have found, and how often one they have missed is told.
_FOUND_COUNTS, _TOLD = 0.3, 0.4
_LEAST_WEIGHT = 4


def _marks(document: GoldDocument) -> list[int]:
    """Return for each letter of a paper 1 in a home, -1 where clerks would differ, else 0."""
    marks = [0] * len(document.text)
    scribbled = document.template.startswith("scribble/")  # places stand there for any word
    for span in document.spans:
        if span.mark.role is Role.GOLD and span.mark.kind in _HOMES:
            mark = 1
        elif span.mark.role is Role.NEUTRAL or (scribbled and span.mark.role is Role.LOOK_ALIKE):
            mark = -1
        else:
            continue
        marks[span.start : span.end] = [mark] * (span.end - span.start)
    return marks


def examples(documents: Iterable[GoldDocument], seed: int = 1) -> Iterator[Example]:
    """Yield the parts of papers (not of tables) that may be somebody's home."""
    rng = random.Random(seed)
    detector = Detector(readers=())
    shared: dict[tuple[str, str], tuple[str, str]] = {}
    for document in documents:
        if document.rows:
            continue
        folded = fold(document.text)
        marks = _marks(document)
        found = [item for item in detector.unjudged(folded) if item.reason.code != "address_witness"]
        addresses = [item for item in found if item.entity_type is EntityType.VN_ADDRESS]
        hidden = rng.choice((0.0, 0.3, 1.0))
        silent = [item for item in addresses if rng.random() < hidden]
        told = [item for item in found if item not in silent]
        read = {at for item in silent for at in range(item.start, item.end)}
        told += _told(HomeClues(folded, found), marks, folded.span, rng)
        clues = HomeClues(folded, told)
        w = clues.w
        for number in clues.candidates():
            part = clues.parts[number]
            start, end = folded.span(w.start[part.first], w.end[part.last - 1])
            letters = [marks[at] for at in range(start, end) if document.text[at].isalnum()]
            if not letters or min(letters) < 0:
                continue
            share = sum(letters) / len(letters)
            if _LITTLE < share < _ENOUGH:
                continue
            yield Example(
                document.template,
                tuple(shared.setdefault(item, item) for item in dict.fromkeys(clues.of(number))),
                share >= _ENOUGH,
                _FOUND_COUNTS if w.start[part.first] in read else 1.0,
            )
        forget()


def _told(clues: HomeClues, marks: Sequence[int], span, rng: random.Random) -> list[Found]:
    """Return some of the homes that the rules have missed, as findings: the witness is asked more than once."""
    w = clues.w
    told = []
    for part in clues.parts:
        start, end = w.start[part.first], w.end[part.last - 1]
        if not part.found and marks[span(start, end)[0]] > 0 and rng.random() < _TOLD:
            told.append(Found(start, end, EntityType.VN_ADDRESS, 0.55, Reason("address_witness")))
    return told


def main(arguments: Sequence[str] | None = None) -> int:
    """Train and write the weights."""
    parser = options_of("train_homes", __doc__, WEIGHTS, fills=2)
    parser.add_argument("--notes", type=int, default=6000, help="notes put together line by line")
    options = parser.parse_args(arguments)
    chosen = in_development(options.without)
    papers = (
        generate(1, options.fills, chosen),
        generate(5, options.fills, chosen, moved),
        home_notes(options.notes),
        scribbles(options.notes // 2),
    )
    parts = [part for seed, documents in enumerate(papers) for part in examples(documents, seed)]
    weights = fit(parts)
    source = (
        f"Made by benchmarks/recognition/train_homes.py from {len(chosen)} templates used in development, as they are"
        f" and with homes elsewhere, {options.fills} fills each, {options.notes} notes and half as many scribbles:"
        f" {len(parts)} parts"
    )
    options.target.write_text(as_text(weights, source, _LEAST_WEIGHT), encoding="utf-8")
    print(f"{source}; {sum(p.holds for p in parts)} homes; {len(weights)} weights → {options.target.name}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
