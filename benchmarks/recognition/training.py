"""What the trainers of the witnesses share: their options, a paper's findings, the file of weights."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from benchmarks.recognition.regression import lines
from recognizers.detection import Detector
from recognizers.folding import Folded
from recognizers.results import Hit

_DATA = Path(__file__).parents[2] / "recognizers" / "data"


def options_of(module: str, description: str | None, weights: str, fills: int) -> argparse.ArgumentParser:
    """Return a trainer's parser: documents per template, templates to leave out, the file to write."""
    parser = argparse.ArgumentParser(
        prog=f"python -m benchmarks.recognition.{module}", description=description
    )
    parser.add_argument(
        "--fills", type=int, default=fills, help="documents per template, every second one messy"
    )
    parser.add_argument("--without", nargs="*", default=[], help="leave out templates whose name starts so")
    parser.add_argument("--target", type=Path, default=_DATA / weights)
    return parser


def hits_in(detector: Detector, folded: Folded) -> list[Hit]:
    """Return what is found in a text before the witnesses judge it, in order."""
    hits = [
        Hit(item.start, item.end, item.entity_type, item.score, item.reason, item.keep)
        for item in detector.unjudged(folded)
    ]
    return sorted(hits, key=lambda hit: hit.start)


def as_text(weights: Mapping[tuple[str, str], float], source: str, least: int = 1) -> str:
    """Return weights as ``recognizers.weights`` reads them, those of at least ``least`` hundredths."""
    questions = sorted({question for question, _ in weights} - {"bias"})
    return "\n".join([f"# {source}", *lines(dict(weights), questions, least=least)]) + "\n"
