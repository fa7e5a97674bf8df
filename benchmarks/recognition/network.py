"""The tagger's convolutions as they learn: forwards, backwards, and a step down the slope (Adam). Needs numpy only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.recognition.tagger_papers import Encoded
from recognizers.tagger import DILATIONS, TOLD_AFTER
from recognizers.tagger_groups import (
    COLUMNS,
    GROUPS,
    LINES,
    PAPERS,
    Floats,
    Grouping,
    Groups,
    Ints,
    beside,
    grouping,
    heard,
)
from recognizers.tagger_words import CIRCUMSTANCES

WIDTH = 96
#: Zeros between papers, so that none sees another.
BETWEEN = sum(DILATIONS)
#: Shares of words that lose their identity and of states that are silent, drawn anew for each step.
_DROPPED_WORDS, _DROPPED_STATE = 0.12, 0.15
_BETA_1, _BETA_2 = 0.9, 0.98
#: The weights written are a running mean of those of the steps.
_MEAN = 0.998


@dataclass(frozen=True, slots=True)
class Slope:
    """How the loss rises with some rows of a table of weights."""

    rows: slice | Ints
    values: Floats


def shifted(values: Floats, by: int) -> Floats:
    """Return the rows moved down by ``by`` places (up, if negative); zeros come in."""
    if by == 0:
        return values
    moved = np.zeros_like(values)
    if by > 0:
        moved[by:] = values[:-by]
    else:
        moved[:by] = values[-by:]
    return moved


class Network:
    """The convolutions with what gradient descent needs beside them.

    Args:
        features: for each feature, whether it is a word itself: these are dropped now and then.
        reasons: how many reasons of rules there are, "none" among them.
        labels: how many labels.
        seed: of the weights drawn at first and of what is dropped.
    """

    def __init__(self, features: Sequence[bool], reasons: int, labels: int, seed: int = 1) -> None:
        self._rng = np.random.default_rng(seed)
        self._identities = np.array(features)
        wide = 3 * WIDTH
        self.weights: dict[str, Floats] = {
            "E": self._drawn((len(features), WIDTH), 0.1),
            "G": self._drawn((CIRCUMSTANCES, WIDTH), 0.1),
            "R": self._drawn((reasons, WIDTH), 0.1),
            "O": self._drawn((WIDTH, labels), WIDTH**-0.5),
            "o": np.zeros(labels, np.float32),
        }
        for n in range(len(DILATIONS)):
            self.weights[f"W{n}"] = self._drawn((wide, WIDTH), (0.5 / wide) ** 0.5)
            self.weights[f"b{n}"] = np.zeros(WIDTH, np.float32)
        for name in GROUPS:
            size = wide if name == LINES else WIDTH
            self.weights[f"V{name}"] = self._drawn((size, WIDTH), (0.5 / size) ** 0.5)
            self.weights[f"v{name}"] = np.zeros(WIDTH, np.float32)
        self._means = {name: np.zeros_like(values) for name, values in self.weights.items()}
        self._squares = {name: np.zeros_like(values) for name, values in self.weights.items()}
        self._average = {name: values.astype(np.float64) for name, values in self.weights.items()}
        self._steps = 0

    def _drawn(self, shape: tuple[int, int], spread: float) -> Floats:
        return (self._rng.standard_normal(shape) * spread).astype(np.float32)

    def step(self, papers: Sequence[Encoded], rate: float) -> float:
        """Learn from some papers; return the mean loss per entry."""
        loss, slopes = self.slopes(papers)
        self._steps += 1
        for name, slope in slopes.items():
            self._move(name, slope, rate)
        self._remember()
        return loss

    def slopes(self, papers: Sequence[Encoded]) -> tuple[float, dict[str, Slope]]:
        """Return the mean loss per entry of some papers, and how it rises with each weight."""
        flat, starts, sizes, places, reasons, labels, counts, inside = self._joined(papers)
        groups = _groups_of(papers)
        weights = self.weights
        state = np.add.reduceat(weights["E"][flat], starts, axis=0) + weights["G"][places]
        state = (state + weights["R"][reasons] * (reasons > 0)[:, None]) * inside
        kept = []
        asked: dict[str, tuple[Floats, Floats]] = {}
        said = np.zeros_like(state)
        for n, step in enumerate(DILATIONS):
            seen = beside(state, step)
            raised, passes = self._raised(seen, f"W{n}", f"b{n}")
            state = (state + raised) * inside
            kept.append((seen, passes))
            if n == TOLD_AFTER:
                for name in GROUPS:
                    of_group = heard(name, state, groups)
                    raised, passes = self._raised(of_group, f"V{name}", f"v{name}")
                    asked[name] = of_group, passes
                    said += groups[name].told(raised)
                state = state + said
        scores = state @ weights["O"] + weights["o"]
        scores = np.exp(scores - scores.max(1, keepdims=True))
        likely = scores / scores.sum(1, keepdims=True)
        entries = np.arange(len(labels))
        total = counts.sum()
        loss = -float((np.log(likely[entries, labels] + 1e-9) * counts).sum() / total)
        likely[entries, labels] -= 1
        likely *= (counts / total)[:, None]
        slopes = {"O": Slope(_ALL, state.T @ likely), "o": Slope(_ALL, likely.sum(0))}
        back = likely @ weights["O"].T
        for n in range(len(DILATIONS) - 1, -1, -1):
            back = back * inside
            if n == TOLD_AFTER:
                back = (back + self._back_through_groups(back, groups, asked, slopes)) * inside
            seen, passes = kept[n]
            raised = back * passes
            slopes[f"W{n}"], slopes[f"b{n}"] = Slope(_ALL, seen.T @ raised), Slope(_ALL, raised.sum(0))
            back = back + _from_beside(raised @ weights[f"W{n}"].T, DILATIONS[n])
        back = back * inside
        slopes["G"] = _by_row(places, back)
        slopes["R"] = _by_row(reasons, back * (reasons > 0)[:, None])
        slopes["E"] = _by_row(flat, back[np.repeat(np.arange(len(sizes)), sizes)])
        return loss, slopes

    def _raised(self, seen: Floats, weights: str, bias: str) -> tuple[Floats, Floats]:
        """Return what a layer makes of what it sees, some of it silenced, and how much of its slope passes back."""
        raised = seen @ self.weights[weights] + self.weights[bias]
        stays = (self._rng.random(raised.shape, dtype=np.float32) >= _DROPPED_STATE) / np.float32(
            1 - _DROPPED_STATE
        )
        passes = (raised > 0) * stays
        return raised * passes, passes

    def _back_through_groups(
        self,
        back: Floats,
        groups: Groups,
        asked: dict[str, tuple[Floats, Floats]],
        slopes: dict[str, Slope],
    ) -> Floats:
        """Return the slope of the state the groups' means were made of; those of their weights go into ``slopes``."""
        further = np.zeros_like(back)
        for name in GROUPS:
            of_group, passes = asked[name]
            raised = groups[name].sums(back) * passes
            slopes[f"V{name}"] = Slope(_ALL, of_group.T @ raised)
            slopes[f"v{name}"] = Slope(_ALL, raised.sum(0))
            before = raised @ self.weights[f"V{name}"].T
            if name == LINES:
                before = _from_beside(before, 1)
            further += groups[name].told(before / groups[name].sizes)
        return further

    def _joined(self, row: Sequence[Encoded]) -> tuple[NDArray[np.generic], ...]:
        """Return papers in a row with zeros between them; some words lose their identity."""
        gap = np.zeros(BETWEEN, np.int64)
        flat, sizes, places, reasons, labels, counts, inside = [], [], [], [], [], [], []
        for paper in row:
            flat += [paper.flat, gap]
            sizes += [paper.sizes, gap + 1]
            places += [paper.places, gap]
            reasons += [paper.reasons, gap]
            labels += [paper.labels, gap]
            counts += [paper.counts, gap.astype(np.float32)]
            inside += [np.ones(len(paper.sizes), np.float32), gap.astype(np.float32)]
        every = np.concatenate(sizes)
        numbers = np.concatenate(flat)
        lost = np.repeat(self._rng.random(len(every)) < _DROPPED_WORDS, every)
        return (
            np.where(lost & self._identities[numbers], 0, numbers),
            np.concatenate([[0], np.cumsum(every)[:-1]]),
            every,
            np.concatenate(places),
            np.concatenate(reasons),
            np.concatenate(labels),
            np.concatenate(counts),
            np.concatenate(inside)[:, None],
        )

    def _move(self, name: str, slope: Slope, rate: float) -> None:
        mean, square, where = self._means[name], self._squares[name], slope.rows
        mean[where] = _BETA_1 * mean[where] + (1 - _BETA_1) * slope.values
        square[where] = _BETA_2 * square[where] + (1 - _BETA_2) * slope.values * slope.values
        by_1, by_2 = 1 - _BETA_1**self._steps, 1 - _BETA_2**self._steps
        self.weights[name][where] -= rate * (mean[where] / by_1) / (np.sqrt(square[where] / by_2) + 1e-8)

    def _remember(self) -> None:
        keep = min(_MEAN, (1 + self._steps) / (10 + self._steps))
        if self._steps % 4 == 0:  # every fourth step is enough for a mean over hundreds
            keep = keep**4
            for name, values in self.weights.items():
                self._average[name] *= keep
                self._average[name] += (1 - keep) * values

    def written(self) -> dict[str, NDArray[np.float16]]:
        """Return the mean weights."""
        return {name: values.astype(np.float16) for name, values in self._average.items()}


_ALL = slice(None)


def _groups_of(row: Sequence[Encoded]) -> Groups:
    """Return the groups of papers in a row with gaps between them; a line without entries parts their lines."""
    gap = np.full(BETWEEN, -1, np.int64)
    lines, papers, columns = [], [], []
    line = column = 0
    for number, paper in enumerate(row):
        own = np.unique(paper.lines, return_inverse=True)[1]
        lines += [own + line, gap]
        line += int(own[-1]) + 2
        papers += [np.full(len(own), number), gap]
        columns += [np.where(paper.columns < 0, -1, paper.columns + column), gap]
        column += int(paper.columns.max()) + 1
    return {
        LINES: Grouping(np.concatenate(lines), line),
        PAPERS: grouping(np.concatenate(papers)),
        COLUMNS: grouping(np.concatenate(columns)),
    }


def _from_beside(slopes: Floats, distance: int) -> Floats:
    """Return the slopes of rows from those of each row with the rows beside it (``beside``)."""
    parts = (
        shifted(slopes[:, part * WIDTH : (part + 1) * WIDTH], by)
        for part, by in enumerate((-distance, 0, distance))
    )
    behind, own, before = parts
    both: Floats = behind + own + before
    return both


def _by_row(rows: Ints, slopes: Floats) -> Slope:
    """Return the slope of the rows of a table that were read, each row once."""
    order = np.argsort(rows, kind="stable")
    touched, first = np.unique(rows[order], return_index=True)
    return Slope(touched, np.add.reduceat(slopes[order], first, axis=0))
