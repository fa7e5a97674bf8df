"""Train a tagger anew: ``python -m benchmarks.recognition.train_tagger [--seed 2 --target …/tagger-2.npz]``.

Reads the gold papers of the templates used in development – as they are, and with other people who live elsewhere –
tables written as text, and notes put together line by line (``scribble``, ``homes``), and fits the convolutions of
``recognizers.tagger`` by gradient descent. The first rounds read other fills of the same templates each. Needs numpy
only; one core is busy for half an hour.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from benchmarks.recognition.generate import Template, in_development
from benchmarks.recognition.network import Network
from benchmarks.recognition.tagger_papers import Encoded, Encoder, known_features, known_reasons, of_round
from benchmarks.recognition.training import options_of
from recognizers.tagger import NOTHING
from recognizers.tagger_words import IDENTITY

#: Entries of a step.
_STEP = 3000
_RATE, _WARM_UP, _LEAST_RATE = 0.003, 200, 0.01
#: So many rounds read other fills, then the same come again.
_DIFFERENT = 3


def _steps_of(encoded: Sequence[Encoded]) -> Iterator[list[Encoded]]:
    row: list[Encoded] = []
    size = 0
    for paper in encoded:
        row.append(paper)
        size += len(paper.sizes)
        if size >= _STEP:
            yield row
            row, size = [], 0
    if row:
        yield row


def train(chosen: Sequence[Template], rounds: int, fills: int, notes: int, seed: int, target: Path) -> None:
    """Train for some rounds; the weights are written after each. Another seed reads other fills in another order."""
    begun = time.monotonic()
    first = list(of_round(_DIFFERENT * seed, fills, notes, chosen))
    known, reasons = known_features(first), known_reasons(first)
    names = [NOTHING, *sorted({name for paper in first for name in paper.labels if name and name != NOTHING})]
    encoder = Encoder(known, reasons, names)
    network = Network([name.startswith(IDENTITY) for name in known], len(reasons), len(names), seed)
    read = [[encoder.encode(paper) for paper in first]]
    first = []
    shuffler = random.Random(seed)
    done, steps = 0, 0.0
    for number in range(rounds):
        if number and number < _DIFFERENT:
            read.append(
                [
                    encoder.encode(paper)
                    for paper in of_round(_DIFFERENT * seed + number, fills, notes, chosen)
                ]
            )
        encoded = read[number % _DIFFERENT]
        shuffler.shuffle(encoded)
        steps = steps or rounds * sum(len(paper.sizes) for paper in encoded) / _STEP
        losses = []
        for row in _steps_of(encoded):
            rate = _RATE * min(1.0, done / _WARM_UP, max(_LEAST_RATE, 1 - done / steps))
            losses.append(network.step(row, rate))
            done += 1
        np.savez_compressed(
            target,
            features="\n".join(known),
            reasons="\n".join(reasons),
            labels="\n".join(names),
            **network.written(),
        )
        print(
            f"round {number + 1}: loss {sum(losses) / len(losses):.4f}, {len(known)} features,"
            f" {time.monotonic() - begun:.0f} s",
            flush=True,
        )


def main(arguments: Sequence[str] | None = None) -> int:
    """Train and write the weights."""
    parser = options_of("train_tagger", __doc__, "tagger-1.npz", fills=2)
    parser.add_argument("--seed", type=int, default=1, help="1 for tagger-1.npz, 2 for tagger-2.npz")
    parser.add_argument("--rounds", type=int, default=6, help="times the papers are read")
    parser.add_argument("--notes", type=int, default=3000, help="notes of each kind in a round")
    options = parser.parse_args(arguments)
    train(
        in_development(options.without),
        options.rounds,
        options.fills,
        options.notes,
        options.seed,
        options.target,
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
