"""Train the witness for owners of addresses anew: ``python -m benchmarks.recognition.train_owners``.

Reads the gold papers of the templates used in development, asks the questions of ``recognizers.owner_clues`` about each
address that is found, fits a logistic regression and writes its weights. The same templates, rules and seeds give the
same file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from benchmarks.recognition.corpus import GoldDocument, Role
from benchmarks.recognition.generate import generate, in_development
from benchmarks.recognition.regression import Example, fit
from benchmarks.recognition.training import as_text, hits_in, options_of
from recognizers.detection import Detector
from recognizers.entities import EntityType
from recognizers.folding import fold, forget
from recognizers.owner_clues import Surroundings
from recognizers.owner_witness import WEIGHTS
from recognizers.results import Hit

#: So much of a finding has to be a planted value for the finding to be one.
_SHARE = 0.3
#: Each address is asked about once more with so many lines around it only: much of what is read is a line or a cell.
_CLIPPINGS = (0, 1, 3)
_CLIPPING_COUNTS = 0.4


def role_of(document: GoldDocument, start: int, end: int) -> Role | None:
    """Return as what most of a stretch of a paper was planted, None for the words of the paper."""
    letters = max(sum(char.isalnum() for char in document.text[start:end]), 1)
    for role in (Role.GOLD, Role.OFFICIAL, Role.NEUTRAL, Role.LOOK_ALIKE):
        planted = sum(
            document.text[at].isalnum()
            for span in document.spans
            if span.mark.role is role
            for at in range(max(start, span.start), min(end, span.end))
        )
        if planted >= _SHARE * letters:
            return role
    return None


def examples(documents: Iterable[GoldDocument]) -> Iterator[Example]:
    """Yield the addresses found in papers (not in tables)."""
    detector = Detector(readers=())
    for document in documents:
        if document.rows:
            continue
        folded = fold(document.text)
        hits = hits_in(detector, folded)
        key = fold(folded.text).key
        surroundings = Surroundings(key, hits)
        for hit in hits:
            if hit.entity_type is not EntityType.VN_ADDRESS:
                continue
            role = role_of(document, *folded.span(hit.start, hit.end))
            if role not in (Role.LOOK_ALIKE, Role.GOLD):
                continue
            yield Example(
                document.template, tuple(dict.fromkeys(surroundings.of(hit))), role is Role.LOOK_ALIKE, 1.0
            )
            for lines_around in _CLIPPINGS:
                view, cut = clipped(key, hits, hit, lines_around)
                answers = tuple(dict.fromkeys(view.of(cut)))
                yield Example(document.template, answers, role is Role.LOOK_ALIKE, _CLIPPING_COUNTS)
        forget()


def clipped(key: str, hits: Sequence[Hit], hit: Hit, lines_around: int) -> tuple[Surroundings, Hit]:
    """Return the lines of a finding and so many around them as if they were all there is, and the finding there."""
    begin, end = hit.start, hit.end
    for _ in range(lines_around + 1):
        begin = max(key.rfind("\n", 0, begin), 0)
        end = key.find("\n", end + 1) if end < len(key) else end
        end = len(key) if end < 0 else end
    begin += key[begin] == "\n"
    inside = [
        replace(o, start=o.start - begin, end=o.end - begin)
        for o in hits
        if begin <= o.start and o.end <= end
    ]
    return Surroundings(key[begin:end], inside), replace(hit, start=hit.start - begin, end=hit.end - begin)


def main(arguments: Sequence[str] | None = None) -> int:
    """Train and write the weights."""
    parser = options_of("train_owners", __doc__, WEIGHTS, fills=4)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 5])
    options = parser.parse_args(arguments)
    chosen = in_development(options.without)
    found = [case for seed in options.seeds for case in examples(generate(seed, options.fills, chosen))]
    weights = fit(found)
    source = (
        f"Made by benchmarks/recognition/train_owners.py from {len(chosen)} templates used in development, seeds"
        f" {', '.join(map(str, options.seeds))}, {options.fills} fills: {len(found)} addresses"
    )
    options.target.write_text(as_text(weights, source), encoding="utf-8")
    print(f"{source}; {len(weights)} weights → {options.target.name}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
