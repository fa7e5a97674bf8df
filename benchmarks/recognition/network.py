"""The tagger's convolutions as they learn. Needs PyTorch; what is shipped runs on numpy alone (``recognizers.tagger``).

Adam with a learning rate that the caller chooses; the weights written are a running mean of those of the steps.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from benchmarks.recognition.tagger_papers import Encoded
from recognizers.tagger import DILATIONS, LEAST_SQUARE, TOLD_AFTER
from recognizers.tagger_groups import COLUMNS, GROUPS, LINES, PAPERS
from recognizers.tagger_words import CIRCUMSTANCES

WIDTH = 192
#: Zeros between papers, so that none sees another: each layer looks so far at most.
BETWEEN = max(DILATIONS)
#: Shares of words that lose their identity and of states that are silent, drawn anew for each step.
DROPPED_WORDS, DROPPED_STATE = 0.12, 0.15
_BETAS = (0.9, 0.98)
_MEAN, _MEAN_EVERY = 0.998, 4


@dataclass(frozen=True, slots=True)
class Joined:
    """Papers in a row with zeros between them, entry by entry.

    Attributes:
        flat: numbers of the features of all entries; ``firsts`` and ``sizes`` say which are whose.
        places: each entry's circumstances; ``reasons``: why rules found something there, 0 is nothing.
        gaps: numbers of the entries that are none.
        groups: for each grouping the group of each entry – the last one is nobody's – and how many there are.
    """

    flat: Tensor
    firsts: Tensor
    sizes: Tensor
    places: Tensor
    reasons: Tensor
    gaps: Tensor
    groups: Mapping[str, tuple[Tensor, int]]


class Convolutions(nn.Module):
    """What a tagger computes, in PyTorch's terms.

    Args:
        features: for each feature, whether it is a word itself: these are dropped now and then.
        reasons: how many reasons of rules there are, "none" among them.
        labels: how many labels.
        width: numbers in a state.
        precision: of the states; the weights have 32 bits.
    """

    def __init__(
        self,
        features: Sequence[bool],
        reasons: int,
        labels: int,
        width: int = WIDTH,
        precision: torch.dtype = torch.bfloat16,
    ) -> None:
        super().__init__()
        self._identities = torch.tensor(features)
        self._precision = precision
        self.E, self.G, self.R = (
            nn.Embedding(rows, width) for rows in (len(features), CIRCUMSTANCES, reasons)
        )
        self.layers = nn.ModuleList(nn.Linear(3 * width, width) for _ in DILATIONS)
        self.groups = nn.ModuleDict(
            {name: nn.Linear(3 * width if name == LINES else width, width) for name in GROUPS}
        )
        self.out = nn.Linear(width, labels)
        for table in (self.E, self.G, self.R):
            nn.init.normal_(table.weight, std=0.1)
        for linear in (*self.layers, *self.groups.values(), self.out):
            share = 1.0 if linear is self.out else 0.5
            nn.init.normal_(linear.weight, std=(share / linear.in_features) ** 0.5)
            nn.init.zeros_(linear.bias)

    def forward(self, joined: Joined) -> Tensor:
        """Return a score for each label of each entry."""
        state = self._entries(joined)
        for n, step in enumerate(DILATIONS):
            seen = _beside(_scaled(state), step)
            state = (state + self._raised(self.layers[n], seen)).index_fill(0, joined.gaps, 0)
            if n == TOLD_AFTER:
                told = [self._told(name, state, *group) for name, group in joined.groups.items()]
                state = (state + torch.stack(told).sum(0)).index_fill(0, joined.gaps, 0)
        return self._linear(self.out, _scaled(state)).float()

    def _entries(self, joined: Joined) -> Tensor:
        """Return the vectors of what is told of each entry, summed; "no rule" has none."""
        flat = joined.flat
        if self.training:
            lost = (torch.rand(len(joined.sizes)) < DROPPED_WORDS).repeat_interleave(joined.sizes)
            flat = torch.where(lost & self._identities[flat], 0, flat)
        told = functional.embedding_bag(flat, self.E.weight, joined.firsts, mode="sum")
        found = self.R(joined.reasons) * (joined.reasons > 0)[:, None]
        return (told + self.G(joined.places) + found).to(self._precision).index_fill(0, joined.gaps, 0)

    def _told(self, name: str, state: Tensor, of: Tensor, count: int) -> Tensor:
        """Return for each entry what its group is like on the mean of its entries; zeros for those in none."""
        sums = torch.zeros(count + 1, state.shape[1]).index_add(0, of, state.float())
        means = (sums / torch.bincount(of, minlength=count + 1).clamp(min=1)[:, None]).to(self._precision)
        nobody = torch.tensor([count])
        means = means.index_fill(0, nobody, 0)
        heard = _beside(means, 1) if name == LINES else means
        return self._raised(self.groups[name], heard).index_fill(0, nobody, 0).index_select(0, of)

    def _raised(self, linear: nn.Module, seen: Tensor) -> Tensor:
        return functional.dropout(functional.relu(self._linear(linear, seen)), DROPPED_STATE, self.training)

    def _linear(self, linear: nn.Module, seen: Tensor) -> Tensor:
        return functional.linear(seen, linear.weight.to(self._precision), linear.bias.to(self._precision))

    def written(self) -> dict[str, NDArray[np.float32]]:
        """Return the weights by the names ``recognizers.tagger`` reads them by."""
        arrays = {name: getattr(self, name).weight for name in "EGR"}
        linears = {("O", "o"): self.out}
        linears |= {(f"W{n}", f"b{n}"): layer for n, layer in enumerate(self.layers)}
        linears |= {(f"V{name}", f"v{name}"): linear for name, linear in self.groups.items()}
        for (weights, bias), linear in linears.items():
            arrays[weights], arrays[bias] = linear.weight.T, linear.bias
        return {name: values.detach().numpy() for name, values in arrays.items()}


class Network:
    """Convolutions with what gradient descent needs beside them; the arguments are those of ``Convolutions``.

    Args:
        seed: of the weights drawn at first and of what is dropped.
    """

    def __init__(
        self,
        features: Sequence[bool],
        reasons: int,
        labels: int,
        seed: int = 1,
        width: int = WIDTH,
        precision: torch.dtype = torch.bfloat16,
    ) -> None:
        torch.manual_seed(seed)
        self.convolutions = Convolutions(features, reasons, labels, width, precision)
        self.mean = deepcopy(self.convolutions).eval()
        self._adam = torch.optim.AdamW(
            self.convolutions.parameters(), betas=_BETAS, weight_decay=0.0, fused=True
        )
        self._steps = 0

    def step(self, papers: Sequence[Encoded], rate: float) -> float:
        """Learn from some papers; return the mean loss per entry."""
        for group in self._adam.param_groups:
            group["lr"] = rate
        loss = self.loss(papers)
        self._adam.zero_grad()
        loss.backward()
        self._adam.step()
        self._steps += 1
        if self._steps % _MEAN_EVERY == 0:  # every fourth step is enough for a mean over hundreds
            keep = min(_MEAN, (1 + self._steps) / (10 + self._steps)) ** _MEAN_EVERY
            with torch.no_grad():
                for mean, now in zip(self.mean.parameters(), self.convolutions.parameters(), strict=True):
                    mean.lerp_(now, 1 - keep)
        return loss.item()

    def loss(self, papers: Sequence[Encoded]) -> Tensor:
        """Return the mean loss per entry of some papers, with its slopes."""
        joined, labels, counts = _joined(papers)
        return functional.cross_entropy(self.convolutions(joined)[counts], labels[counts])

    def written(self) -> dict[str, NDArray[np.float16]]:
        """Return the mean weights."""
        return {name: values.astype(np.float16) for name, values in self.mean.written().items()}


def _scaled(states: Tensor) -> Tensor:
    """Return each row with a mean square of one."""
    return functional.rms_norm(states, states.shape[1:], eps=LEAST_SQUARE)


def _beside(values: Tensor, distance: int) -> Tensor:
    """Return each row with the rows ``distance`` before and behind it, in one; zeros where there are none."""
    none = values.new_zeros(distance, values.shape[1])
    before, behind = torch.cat([none, values])[: len(values)], torch.cat([values, none])[distance:]
    return torch.cat([before, values, behind], 1)


def _joined(row: Sequence[Encoded]) -> tuple[Joined, Tensor, Tensor]:
    """Return papers in a row, the label of each entry, and whether it counts."""
    gap = np.zeros(BETWEEN, np.int64)

    def parted(arrays: Sequence[NDArray[np.generic]], between: NDArray[np.int64] = gap) -> Tensor:
        parts = [part for array in arrays for part in (array.astype(np.int64), between)]
        return torch.from_numpy(np.concatenate(parts))

    sizes = parted([paper.sizes for paper in row], gap + 1)
    inside = parted([np.ones(len(paper.sizes)) for paper in row]) > 0
    joined = Joined(
        parted([paper.flat for paper in row]),
        sizes.cumsum(0) - sizes,
        sizes,
        parted([paper.places for paper in row]),
        parted([paper.reasons for paper in row]),
        torch.nonzero(~inside)[:, 0],
        _groups_of(row, parted),
    )
    labels, counts = parted([paper.labels for paper in row]), parted([paper.counts for paper in row]) > 0
    return joined, labels, counts


def _groups_of(
    row: Sequence[Encoded], parted: Callable[[Sequence[NDArray[np.generic]], NDArray[np.int64]], Tensor]
) -> dict[str, tuple[Tensor, int]]:
    """Return the groups of papers in a row; a line without entries parts their lines."""
    lines, papers, columns = [], [], []
    line = column = 0
    for number, paper in enumerate(row):
        own = np.unique(paper.lines, return_inverse=True)[1]
        lines.append(own + line)
        line += int(own[-1]) + 2
        papers.append(np.full(len(own), number))
        columns.append(np.where(paper.columns < 0, -1, paper.columns + column))
        column += int(paper.columns.max()) + 1
    outside = np.full(BETWEEN, -1, np.int64)
    groups = {LINES: (lines, line), PAPERS: (papers, len(row)), COLUMNS: (columns, column)}
    return {
        name: (torch.where((of := parted(numbers, outside)) < 0, count, of), count)
        for name, (numbers, count) in groups.items()
    }
