"""A logistic regression with ridge penalty over answers to questions, for the trained witnesses. Needs numpy only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

#: An answer that fewer templates give says more about them than about what is asked.
_FEWEST_TEMPLATES = 4
#: Ridge penalty: half of this times the square of each weight.
_PENALTY = 3.0
_ROUNDS = 100
_MEMORY = 8
#: Cases that are multiplied out at a time: what they need fits into a processor's cache and is used again.
_BLOCK = 5_000

_Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """One case: its answers as ``(question, answer)``, whether what is asked holds, how much it counts."""

    template: str
    answers: tuple[tuple[str, str], ...]
    holds: bool
    counts: float


@dataclass(frozen=True, slots=True)
class _Block:
    """Some cases as arrays: the numbers of their answers in a row (0 is the bias), where each case begins."""

    column: NDArray[np.int32]
    start: NDArray[np.int64]
    sizes: NDArray[np.int64]
    holds: _Floats
    counts: _Floats


def _block(cases: Sequence[Example], number: dict[tuple[str, str], int]) -> _Block:
    columns: list[int] = []
    starts: list[int] = []
    for case in cases:
        starts.append(len(columns))
        columns.append(0)
        columns.extend(number[answer] for answer in case.answers if answer in number)
    start = np.array(starts, dtype=np.int64)
    return _Block(
        np.array(columns, dtype=np.int32),
        start,
        np.diff(np.append(start, len(columns))),
        np.array([case.holds for case in cases], dtype=np.float64),
        np.array([case.counts for case in cases], dtype=np.float64),
    )


def _minimum(function: Callable[[_Floats], tuple[float, _Floats]], at: _Floats) -> _Floats:
    """Return where a smooth convex function is least, by L-BFGS with backtracking."""
    value, slope = function(at)
    steps: list[tuple[_Floats, _Floats]] = []
    for _ in range(_ROUNDS):
        direction = -slope
        kept: list[float] = []
        for step, change in reversed(steps):
            share = float(step @ direction) / float(step @ change)
            kept.append(share)
            direction = direction - share * change
        if steps:
            step, change = steps[-1]
            direction = direction * (float(step @ change) / float(change @ change))
        for (step, change), share in zip(steps, reversed(kept), strict=True):
            direction = direction + step * (share - float(change @ direction) / float(step @ change))
        length = 1.0 if steps else 1.0 / max(float(np.abs(slope).max()), 1.0)
        expected = float(slope @ direction)
        while True:
            following, following_slope = function(at + length * direction)
            if following <= value + 1e-4 * length * expected or length < 1e-10:
                break
            length /= 2
        move, turn = length * direction, following_slope - slope
        if float(move @ turn) > 0:
            steps = [*steps[-_MEMORY + 1 :], (move, turn)]
        at = at + move
        done = value - following < 1e-5 * max(abs(value), 1.0)
        value, slope = following, following_slope
        if done:
            break
    return at


def fit(cases: Sequence[Example]) -> dict[tuple[str, str], float]:
    """Return the weight of each answer; the bias is the answer ``("bias", "")``."""
    seen: dict[tuple[str, str], set[str]] = {}
    for case in cases:
        for answer in case.answers:
            seen.setdefault(answer, set()).add(case.template)
    known = sorted(answer for answer, where in seen.items() if len(where) >= _FEWEST_TEMPLATES)
    number = {answer: n for n, answer in enumerate(known, 1)}
    blocks = [_block(cases[n : n + _BLOCK], number) for n in range(0, len(cases), _BLOCK)]
    penalty = np.full(len(known) + 1, _PENALTY)
    penalty[0] = 0.0

    def loss(weights: _Floats) -> tuple[float, _Floats]:
        value = float(0.5 * penalty @ weights**2)
        slope = penalty * weights
        for block in blocks:
            sums = np.add.reduceat(weights[block.column], block.start)
            value += float(block.counts @ np.logaddexp(0.0, (1 - 2 * block.holds) * sums))
            wrong = block.counts * (1.0 / (1.0 + np.exp(-sums)) - block.holds)
            slope += np.bincount(block.column, weights=np.repeat(wrong, block.sizes), minlength=len(weights))
        return value, slope

    found = _minimum(loss, np.zeros(len(known) + 1))
    return {("bias", ""): float(found[0])} | {answer: float(found[n]) for answer, n in number.items()}


def lines(
    weights: dict[tuple[str, str], float], groups: Sequence[str], prefix: str = "", least: int = 1
) -> list[str]:
    """Return the weights as ``recognizers.weights`` reads them, in hundredths, by question, from ``least`` on."""
    written: list[str] = []
    for group in ("bias", *groups):
        written.append(prefix + group)
        for (name, answer), weight in sorted(weights.items()):
            if name == group and (abs(hundredths := round(100 * weight)) >= least or name == "bias"):
                written.append(f"{answer}\t{hundredths}")
    return written
