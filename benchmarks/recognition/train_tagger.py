"""Train the tagger anew: ``python -m benchmarks.recognition.train_tagger [--everything] [--target …]``.

Reads the gold papers of the templates used in development – as they are, and with other people who live elsewhere –
tables as sheets and as text, and notes put together line by line (``scribble``, ``homes``), and fits the convolutions
of ``recognizers.tagger`` by gradient descent. The first rounds read other fills of the same templates each; in every
second round a third of the papers is all in lower case, in capitals or without accents. Needs PyTorch besides (the
build for processors does); one core is busy for two to three hours.

What is measured (``benchmarks/recognition/weights``) has not read what is kept aside; what is shipped is made by the
same steps from every template (``--everything``), for papers are worth more in the product than in the drawer.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

from benchmarks.recognition.generate import in_development, templates
from benchmarks.recognition.network import Network
from benchmarks.recognition.tagger_papers import (
    Encoded,
    Encoder,
    Paper,
    in_part,
    known_features,
    known_reasons,
    of_round,
)
from benchmarks.recognition.training import options_of
from recognizers.tagger import NOTHING, WEIGHTS
from recognizers.tagger_words import IDENTITY

#: Entries of a step.
_STEP = 6000
_RATE, _WARM_UP, _LEAST_RATE = 0.0025, 300, 0.01
#: So many rounds read other fills, then the same come again.
_DIFFERENT = 4
#: Fills of the first round: other ones than those that are measured.
_FIRST = 2


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


def train(read_round: Callable[[int], Iterable[Paper]], rounds: int, seed: int, target: Path) -> None:
    """Train for some rounds; the weights are written after each.

    Args:
        read_round: returns the papers of a round, by its number from 0.
        rounds: times papers are read.
        seed: of the order and the weights drawn at first.
        target: file of the weights.
    """
    begun = time.monotonic()
    first = list(read_round(0))
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
            read.append([encoder.encode(paper) for paper in read_round(number)])
        encoded = read[number % _DIFFERENT]
        shuffler.shuffle(encoded)
        parts = [in_part(paper, shuffler) for paper in encoded]
        steps = steps or rounds * sum(len(paper.sizes) for paper in parts) / _STEP
        losses = []
        for row in _steps_of(parts):
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
    parser = options_of("train_tagger", __doc__, WEIGHTS[0], fills=2)
    parser.add_argument("--seed", type=int, default=1, help="of the order and the weights drawn at first")
    parser.add_argument(
        "--everything", action="store_true", help="also what is kept aside: for weights that are not measured"
    )
    parser.add_argument("--rounds", type=int, default=4, help="times the papers are read")
    parser.add_argument("--notes", type=int, default=3000, help="notes of each kind in a round")
    options = parser.parse_args(arguments)
    chosen = templates() if options.everything else in_development(options.without)
    train(
        lambda number: of_round(number + _FIRST, options.fills, options.notes, chosen, bool(number % 2)),
        options.rounds,
        options.seed,
        options.target,
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
