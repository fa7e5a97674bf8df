"""Papers made for training out of pieces: some lose their accents, some are written in capitals."""

from __future__ import annotations

import random
from collections.abc import Sequence

from benchmarks.recognition import noise as noises
from benchmarks.recognition.corpus import GoldDocument, Span
from benchmarks.recognition.noise import Segment
from tests.synthetic.people import fold


def note_of(
    name: str, pieces: Sequence[Segment], rng: random.Random, plain: float = 0.2, capitals: float = 0.1
) -> GoldDocument:
    """Return a paper of these pieces.

    Args:
        name: what the paper is called.
        pieces: its text in order.
        rng: the source of chance.
        plain: share of papers that are written without accents.
        capitals: share of papers that are written in capitals.
    """
    segments = [segment for segment in pieces if segment.text]
    if rng.random() < plain:
        segments = [Segment(fold(segment.text), segment.mark) for segment in segments]
    if rng.random() < capitals:
        segments = noises.capitals(segments, rng)
    spans: list[Span] = []
    at = 0
    for segment in segments:
        if segment.mark is not None:
            spans.append(Span(at, at + len(segment.text), segment.mark))
        at += len(segment.text)
    return GoldDocument(name, False, (), "".join(segment.text for segment in segments), spans=tuple(spans))
