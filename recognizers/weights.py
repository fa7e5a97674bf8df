"""Weights of the trained witnesses: text files of questions and, below each, what every answer is worth.

The first line says where the weights come from. A line without a tab is a question; ``answer<tab>weight`` belongs to
the question above it. Weights are hundredths of a logit.
"""

from __future__ import annotations

from importlib.resources import files
from math import log


def logit(probability: float) -> int:
    """Return the sum of weights (hundredths) at which a witness is as sure as this."""
    return round(100 * log(probability / (1 - probability)))


def weights_in(name: str) -> dict[str, dict[str, int]]:
    """Return the weights of a file of ``recognizers/data``: for each question, the weight of each answer."""
    tables: dict[str, dict[str, int]] = {}
    table: dict[str, int] = {}
    text = (files("recognizers") / "data" / name).read_text(encoding="utf-8")
    for line in text.splitlines()[1:]:
        answer, tab, weight = line.rpartition("\t")
        if tab:
            table[answer] = int(weight)
        else:
            table = tables[line] = {}
    return tables
