"""Train the witness for officers anew: ``python -m benchmarks.recognition.train_officers``.

Reads the gold papers of the templates used in development and papers put together line by line (``officers``), asks the
questions of ``recognizers.officer_clues`` about each name that is found, fits a logistic regression and writes its
weights. The same templates, rules and seeds give the same file.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence

from benchmarks.recognition.corpus import GoldDocument, Role
from benchmarks.recognition.generate import generate, in_development
from benchmarks.recognition.officers import officers_papers
from benchmarks.recognition.regression import Example, fit
from benchmarks.recognition.train_owners import clipped, role_of
from benchmarks.recognition.training import as_text, hits_in, options_of
from recognizers.detection import Detector
from recognizers.entities import EntityType
from recognizers.folding import fold, forget
from recognizers.officer_clues import clues_of
from recognizers.officer_witness import WEIGHTS
from recognizers.owner_clues import Surroundings

#: Some names are asked about once more with so many lines around them only, and count less.
_CLIPPINGS = (0, 1, 3)
_CLIPPED, _CLIPPING_COUNTS = 0.4, 0.5
#: Weights of fewer hundredths decide nothing; there are as many as of all others.
_LEAST = 4
#: Of papers with very many people about whom nothing is known but that they are not in office, so many are asked about.
_MOST = 30


def examples(documents: Iterable[GoldDocument], seed: int = 1) -> Iterator[Example]:
    """Yield the names found in papers (not in tables)."""
    rng = random.Random(seed)
    detector = Detector(readers=())
    shared: dict[tuple[str, str], tuple[str, str]] = {}
    for document in documents:
        if document.rows:
            continue
        folded = fold(document.text)
        hits = hits_in(detector, folded)
        key = fold(folded.text).key
        surroundings = Surroundings(key, hits)
        names = [hit for hit in hits if hit.entity_type is EntityType.PERSON]
        for hit in names if len(names) <= _MOST else rng.sample(names, _MOST):
            role = role_of(document, *folded.span(hit.start, hit.end))
            if role not in (Role.OFFICIAL, Role.GOLD):
                continue
            views = [(surroundings, hit, 1.0)]
            if rng.random() < _CLIPPED:
                views.append((*clipped(key, hits, hit, rng.choice(_CLIPPINGS)), _CLIPPING_COUNTS))
            for around, asked, counts in views:
                answers = tuple(
                    shared.setdefault(item, item) for item in dict.fromkeys(clues_of(around, asked))
                )
                yield Example(document.template, answers, role is Role.OFFICIAL, counts)
        forget()


def main(arguments: Sequence[str] | None = None) -> int:
    """Train and write the weights."""
    parser = options_of("train_officers", __doc__, WEIGHTS, fills=4)
    parser.add_argument("--papers", type=int, default=3000, help="papers put together line by line")
    options = parser.parse_args(arguments)
    chosen = in_development(options.without)
    papers = (generate(1, options.fills, chosen), officers_papers(options.papers))
    found = [case for seed, documents in enumerate(papers) for case in examples(documents, seed)]
    weights = fit(found)
    source = (
        f"Made by benchmarks/recognition/train_officers.py from {len(chosen)} templates used in development,"
        f" {options.fills} fills, and {options.papers} papers put together: {len(found)} names"
    )
    options.target.write_text(as_text(weights, source, _LEAST), encoding="utf-8")
    print(
        f"{source}, {sum(case.holds for case in found)} in office; {len(weights)} weights → {options.target.name}"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
