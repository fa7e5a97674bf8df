"""Train the witness for names anew: ``python -m benchmarks.recognition.train_names``.

Reads the gold papers of the templates used in development, the same with other people (``vary``) and notes put together
line by line (``scribble``), asks the questions of ``recognizers.name_clues`` about each word that might belong to a
name, fits a logistic regression with ridge penalty and writes its weights. Needs numpy only; the same templates, rules
and seeds give the same file.

The question under test is always the word that no rule has found, so a name that a rule has found is asked about as if
that rule were silent, and counts less.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from benchmarks.recognition.corpus import GoldDocument, Role
from benchmarks.recognition.generate import generate, in_development
from benchmarks.recognition.regression import Example, fit, lines
from benchmarks.recognition.scribble import scribbles
from benchmarks.recognition.training import options_of
from benchmarks.recognition.vary import varied
from recognizers.folding import fold, forget
from recognizers.name_questions import CLASS_GROUPS, GLANCE, GROUPS
from recognizers.name_reader import NameReader
from recognizers.name_surroundings import NameSpan
from recognizers.name_witness import WORTH_A_LOOK
from recognizers.words import NUMBER

#: How much a word counts that the rules have found already.
_FOUND_COUNTS = 0.3
#: Share of the papers in which the reader is told some of the names that its rules have missed.
_REVEALED = 0.5
#: Weights that move a word by less than this, in hundredths of a logit, are left out.
_LEAST_WEIGHT = 5
#: A margin below the witness's own threshold, in logits: words that a glance nearly sorts out are trained on too.
_MARGIN = 1.0


def _marks(document: GoldDocument) -> list[int]:
    """Return for each letter of a paper 1 in a person's name, -1 where clerks would differ, else 0."""
    marks = [0] * len(document.text)
    for span in document.spans:
        if span.mark.kind == "PERSON" and span.mark.role in (Role.GOLD, Role.OFFICIAL):
            mark = 1
        elif span.mark.role is Role.NEUTRAL:
            mark = -1
        else:
            continue
        marks[span.start : span.end] = [mark] * (span.end - span.start)
    return marks


def _reveal(reader: NameReader, is_name: Sequence[bool], rng: random.Random) -> None:
    """Tell the reader about every second name that its rules have missed: the witness is asked more than once."""
    w = reader.w
    taken = {i for name in reader.found for i in range(name.first, name.last)}
    i = 0
    while i < w.size:
        first = i
        while i < w.size and is_name[i] and i not in taken and w.kind[i] < NUMBER:
            i += 1
        if i > first and rng.random() < 0.5:
            reader.found.append(NameSpan(first, i, 0.7, "person_witness"))
        i = max(i, first + 1)
    reader.found.sort(key=lambda name: name.first)
    reader.look()


def examples(documents: Iterable[GoldDocument]) -> Iterator[Example]:
    """Yield the words of papers (not of tables) that might belong to a name."""
    rng = random.Random(1)
    shared: dict[tuple[str, str], tuple[str, str]] = {}  # the same few thousand answers a million times
    for document in documents:
        if document.rows:
            continue
        folded = fold(document.text)
        reader = NameReader(folded)
        reader.read_by_rules()
        reader.look()
        open_words = set(reader.open_words())
        marks = _marks(document)
        if rng.random() < _REVEALED:
            _reveal(reader, [marks[folded.span(at, at + 1)[0]] > 0 for at in reader.w.start], rng)
        for i in range(reader.w.size):
            if not reader.may_be_name(i):
                continue
            mark = marks[folded.span(reader.w.start[i], reader.w.end[i])[0]]
            if mark < 0:
                continue
            answers = [(group, answer) for group, answer in zip(GROUPS, reader.of(i), strict=True) if answer]
            for group, several in zip(CLASS_GROUPS, reader.classes_around(i), strict=True):
                answers += [(group, answer) for answer in several]
            yield Example(
                document.template,
                tuple(shared.setdefault(item, item) for item in answers),
                mark > 0,
                1.0 if i in open_words else _FOUND_COUNTS,
            )
        forget()


def at_a_glance(words: Sequence[Example]) -> list[Example]:
    """Return the words with the answers to ``GLANCE`` only."""
    return [
        replace(word, answers=tuple(item for item in word.answers if item[0] in GLANCE)) for word in words
    ]


def train(words: Sequence[Example]) -> tuple[dict[tuple[str, str], float], dict[tuple[str, str], float]]:
    """Return the weights of the first glance, and those of the second look at what the glance leaves."""
    seen = at_a_glance(words)
    glance = fit(seen)
    least = WORTH_A_LOOK / 100 - _MARGIN
    left = [
        word
        for word, quick in zip(words, seen, strict=True)
        if glance["bias", ""] + sum(glance.get(answer, 0.0) for answer in quick.answers) >= least
    ]
    return glance, fit(left)


def as_text(glance: dict[tuple[str, str], float], weights: dict[tuple[str, str], float], source: str) -> str:
    """Return the weights as ``recognizers.name_witness`` reads them: hundredths, by question."""
    written = [
        f"# {source}",
        *lines(glance, GLANCE, "glance: ", _LEAST_WEIGHT),
        *lines(weights, (*GROUPS, *CLASS_GROUPS), "", _LEAST_WEIGHT),
    ]
    return "\n".join(written) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Train and write the weights."""
    parser = options_of("train_names", __doc__, "name_weights.txt", fills=4)
    parser.add_argument("--scribbles", type=int, default=5000, help="notes put together line by line")
    options = parser.parse_args(arguments)
    chosen = in_development(options.without)
    papers = (
        generate(1, options.fills, chosen),
        generate(5, options.fills, chosen, varied),
        scribbles(options.scribbles),
    )
    words = [word for documents in papers for word in examples(documents)]
    glance, weights = train(words)
    source = (
        f"Made by benchmarks/recognition/train_names.py from {len(chosen)} templates used in development, as"
        f" they are and varied, {options.fills} fills each, and {options.scribbles} scribbles: {len(words)} words"
    )
    options.target.write_text(as_text(glance, weights, source), encoding="utf-8")
    print(f"{source}; {len(glance)} + {len(weights)} weights → {options.target.name}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
