"""What the tagger computes, against the same written out entry by entry."""

from __future__ import annotations

import numpy as np
import pytest

from recognizers.tagger import DILATIONS, LEAST_SQUARE, TOLD_AFTER, Tagger
from recognizers.tagger_groups import COLUMNS, GROUPS, LINES, PAPERS, Groups, grouping, heard

_WIDTH, _LABELS = 6, 4


def _arrays(rng: np.random.Generator) -> dict[str, np.ndarray]:
    def drawn(*shape: int) -> np.ndarray:
        return rng.standard_normal(shape).astype(np.float32) / 2

    arrays = {"E": drawn(2, _WIDTH), "G": drawn(3, _WIDTH), "R": drawn(2, _WIDTH)}
    arrays |= {"O": drawn(_WIDTH, _LABELS), "o": drawn(_LABELS)}
    for n in range(len(DILATIONS)):
        arrays |= {f"W{n}": drawn(3 * _WIDTH, _WIDTH), f"b{n}": drawn(_WIDTH)}
    for name in GROUPS:
        arrays |= {f"V{name}": drawn(_WIDTH * (3 if name == LINES else 1), _WIDTH), f"v{name}": drawn(_WIDTH)}
    return arrays


def _written_out(arrays: dict[str, np.ndarray], entries: np.ndarray, groups: Groups) -> np.ndarray:
    def scaled(state: np.ndarray) -> np.ndarray:
        return state / np.sqrt((state * state).mean(1, keepdims=True) + LEAST_SQUARE)

    state = entries.astype(np.float64)
    for n, step in enumerate(DILATIONS):
        even = scaled(state)
        rows = []
        for i in range(len(state)):
            seen = [even[j] if 0 <= j < len(even) else np.zeros(_WIDTH) for j in (i - step, i, i + step)]
            rows.append(state[i] + np.maximum(np.concatenate(seen) @ arrays[f"W{n}"] + arrays[f"b{n}"], 0))
        state = np.array(rows)
        if n == TOLD_AFTER:
            said = np.zeros_like(state)
            for name, group in groups.items():
                if group.count:
                    raised = heard(name, state, groups) @ arrays[f"V{name}"] + arrays[f"v{name}"]
                    said += group.told(np.maximum(raised, 0))
            state = state + said
    scores = np.exp(scaled(state) @ arrays["O"] + arrays["o"])
    return scores / scores.sum(1, keepdims=True)


@pytest.mark.parametrize("size", [1, 7, 40, 1100])
def test_a_text_is_read_as_the_layers_say(size: int) -> None:
    rng = np.random.default_rng(size)
    arrays = _arrays(rng)
    groups = {
        LINES: grouping(np.arange(size) // 5),
        PAPERS: grouping(np.zeros(size, int)),
        COLUMNS: grouping(rng.integers(-1, 3, size)),
    }
    entries = rng.standard_normal((size, _WIDTH)).astype(np.float32)
    names = {"features": np.array("w:\nx"), "reasons": np.array("\na"), "labels": np.array("O\na\nb\nc")}
    likely = Tagger(arrays | names).of_entries(entries.copy(), groups)
    assert likely == pytest.approx(_written_out(arrays, entries, groups), abs=2e-4)
