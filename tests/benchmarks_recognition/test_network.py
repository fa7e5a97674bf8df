"""The tagger's trainer: what has learnt says what the reader says, and a few steps teach it something."""

import numpy as np
import pytest

from recognizers.tagger import NOTHING, Tagger
from recognizers.tagger_groups import COLUMNS, LINES, PAPERS, grouping
from tests.benchmarks_recognition.made_papers import made_paper

torch = pytest.importorskip("torch", reason="only needed to train")
network = pytest.importorskip("benchmarks.recognition.network")


@pytest.fixture
def exact(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(network, "DROPPED_WORDS", 0.0)
    monkeypatch.setattr(network, "DROPPED_STATE", 0.0)
    return network.Network([n < 5 for n in range(20)], 3, 4, width=8, precision=torch.float32)


def test_papers_in_a_row_do_not_see_each_other(exact) -> None:
    one, other = made_paper(1, 30), made_paper(2, 7)
    alone, also_alone, together = (exact.loss(row).item() for row in ([one], [other], [one, other]))
    mine, yours = float(one.counts.sum()), float(other.counts.sum())
    assert together == pytest.approx((alone * mine + also_alone * yours) / (mine + yours), abs=1e-6)


def test_what_has_learnt_and_what_reads_say_the_same(exact) -> None:
    weights = exact.convolutions.written()
    for paper in (made_paper(1, 30), made_paper(2, 7)):
        reader = Tagger(
            {
                "features": np.array("\n".join(map(str, range(20)))),
                "reasons": np.array("\n".join(("", "a", "b"))),
                "labels": np.array("\n".join((NOTHING, "a", "b", "c"))),
                **weights,
            }
        )
        firsts = np.cumsum(paper.sizes) - paper.sizes
        entries = np.add.reduceat(weights["E"][paper.flat], firsts, axis=0)
        entries += weights["G"][paper.places]
        entries += weights["R"][paper.reasons] * (paper.reasons > 0)[:, None]
        groups = {
            LINES: grouping(paper.lines),
            PAPERS: grouping(np.zeros(len(entries), int)),
            COLUMNS: grouping(paper.columns),
        }
        likely = reader.of_entries(entries.astype(np.float32), groups)
        said = np.log(likely[np.arange(len(entries)), paper.labels])
        loss = exact.loss([paper]).item()
        assert -(said * paper.counts).sum() / paper.counts.sum() == pytest.approx(loss, rel=1e-4)


def test_steps_lower_the_loss() -> None:
    net = network.Network([False] * 20, 3, 4, width=16)
    row = [made_paper(1, 60)]
    first = net.step(row, 0.01)
    for _ in range(120):
        last = net.step(row, 0.01)
    assert last < first / 4
    assert {name: values.dtype for name, values in net.written().items()} == dict.fromkeys(
        net.written(), np.dtype(np.float16)
    )
