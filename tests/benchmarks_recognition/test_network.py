"""The tagger's trainer: the slopes are those of the loss, and a few steps teach it something."""

import random

import numpy as np
import pytest

from benchmarks.recognition import network
from benchmarks.recognition.corpus import GoldDocument, Mark, Role, Span
from benchmarks.recognition.network import Network, Slope
from benchmarks.recognition.rows_as_text import as_text
from benchmarks.recognition.tagger_papers import (
    Encoded,
    Encoder,
    in_part,
    known_features,
    known_reasons,
    papers,
)
from recognizers.tagger import NOTHING, Tagger
from recognizers.tagger_groups import COLUMNS, LINES, PAPERS, grouping


def _paper(seed: int, entries: int) -> Encoded:
    rng = np.random.default_rng(seed)
    sizes = rng.integers(1, 4, entries)
    return Encoded(
        rng.integers(0, 20, int(sizes.sum())),
        sizes,
        rng.integers(0, 12, entries),
        rng.integers(0, 3, entries),
        rng.integers(0, 4, entries),
        (rng.random(entries) < 0.9).astype(np.float32),
        np.arange(entries) // 5,
        rng.integers(-1, 3, entries) if seed % 2 else np.full(entries, -1),
    )


@pytest.fixture
def exact(monkeypatch: pytest.MonkeyPatch) -> Network:
    monkeypatch.setattr(network, "_DROPPED_WORDS", 0.0)
    monkeypatch.setattr(network, "_DROPPED_STATE", 0.0)
    monkeypatch.setattr(network, "WIDTH", 8)
    net = Network([n < 5 for n in range(20)], 3, 4)
    net.weights = {name: values.astype(np.float64) for name, values in net.weights.items()}
    return net


def _dense(slope: Slope, like: np.ndarray) -> np.ndarray:
    values = np.zeros(like.shape)
    values[slope.rows] = slope.values
    return values


def test_slopes_are_those_of_the_loss(exact: Network) -> None:
    row = [_paper(1, 30), _paper(2, 7)]
    _, slopes = exact.slopes(row)
    rng = np.random.default_rng(3)
    for name, values in exact.weights.items():
        dense = _dense(slopes[name], values)
        for _ in range(6):
            at = tuple(int(rng.integers(0, size)) for size in values.shape)
            if name == "R" and at[0] == 0:
                assert dense[at] == 0  # "no rule" has no weights
                continue
            kept = values[at]
            values[at] = kept + 1e-7
            above, _ = exact.slopes(row)
            values[at] = kept - 1e-7
            below, _ = exact.slopes(row)
            values[at] = kept
            assert dense[at] == pytest.approx((above - below) / 2e-7, rel=1e-3, abs=1e-6), (name, at)


def test_papers_in_a_row_do_not_see_each_other(exact: Network) -> None:
    one, other = _paper(1, 30), _paper(2, 7)
    alone, _ = exact.slopes([one])
    also_alone, _ = exact.slopes([other])
    together, _ = exact.slopes([one, other])
    mine, yours = float(one.counts.sum()), float(other.counts.sum())
    assert together == pytest.approx((alone * mine + also_alone * yours) / (mine + yours), abs=1e-9)


def test_what_has_learnt_and_what_reads_say_the_same(exact: Network) -> None:
    for paper in (_paper(1, 30), _paper(2, 7)):
        loss, _ = exact.slopes([paper])
        reader = Tagger(
            {
                "features": np.array("\n".join(map(str, range(20)))),
                "reasons": np.array("\n".join(("", "a", "b"))),
                "labels": np.array("\n".join((NOTHING, "a", "b", "c"))),
                **exact.weights,
            }
        )
        firsts = np.cumsum(paper.sizes) - paper.sizes
        entries = np.add.reduceat(exact.weights["E"][paper.flat], firsts, axis=0)
        entries += exact.weights["G"][paper.places]
        entries += exact.weights["R"][paper.reasons] * (paper.reasons > 0)[:, None]
        groups = {
            LINES: grouping(paper.lines),
            PAPERS: grouping(np.zeros(len(entries), int)),
            COLUMNS: grouping(paper.columns),
        }
        likely = reader.of_entries(entries.astype(np.float32), groups)
        said = np.log(likely[np.arange(len(entries)), paper.labels])
        assert -(said * paper.counts).sum() / paper.counts.sum() == pytest.approx(loss, rel=1e-4)


def test_steps_lower_the_loss(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "WIDTH", 16)
    net = Network([False] * 20, 3, 4)
    row = [_paper(1, 60)]
    first = net.step(row, 0.01)
    for _ in range(80):
        last = net.step(row, 0.01)
    assert last < first / 4


def test_papers_tell_what_rules_found_and_what_is_asked() -> None:
    text = "Họ và tên: Nguyễn Văn Kiên\nNơi họp: hội trường"
    gold = Span(11, 26, Mark(Role.GOLD, "PERSON"))
    officer = Span(36, 46, Mark(Role.NEUTRAL, "place"))
    read = [
        paper
        for seed in range(20)
        for paper in papers([GoldDocument("t/x", False, (), text, (), (gold, officer))], random.Random(seed))
    ]
    assert {paper.labels.count("PERSON") for paper in read} == {3}
    assert {paper.labels.count(None) for paper in read} == {2}
    told = [paper.found for paper in read]
    assert () in told  # in some papers the rules are silent
    assert any(reason == "PERSON/person_label" for found in told for _, _, reason in found)
    known = known_features(read)  # one template only: nothing but the unknown word is worth a vector
    assert list(known) == ["w:"]
    encoded = Encoder(known, known_reasons(read), [NOTHING, "PERSON"]).encode(read[0])
    assert encoded.labels.sum() == 3
    assert encoded.counts.sum() == len(encoded.labels) - 2


def test_a_table_as_text_keeps_its_marks() -> None:
    mark = Mark(Role.GOLD, "PERSON")
    table = GoldDocument(
        "t/x",
        False,
        (),
        "",
        (("Tên", "Năm"), ("Lò Văn Ín", 1990)),
        (Span(0, 9, mark, 1, 0), Span(0, 4, mark, 1, 1)),
    )
    for seed in range(10):
        document = as_text(table, random.Random(seed))
        assert [document.text[span.start : span.end] for span in document.spans] == ["Lò Văn Ín", "1990"]
        assert document.rows == ()
        assert all(span.row == span.column == -1 for span in document.spans)


def test_a_table_is_told_by_columns_and_by_lines() -> None:
    mark = Mark(Role.GOLD, "PERSON")
    rows = (
        ("STT", "Họ và tên", "Số tiền"),
        (1, "Lò Văn Ín", 1200000),
        (2, "Quàng Thị Bóng", 300000),
        (3, "Cầm Bá Lả", 410000),
    )
    table = GoldDocument(
        "t/x",
        False,
        (),
        "",
        rows,
        tuple(Span(0, len(str(rows[r][1])), mark, r, 1) for r in (1, 2, 3)),
    )
    read = [list(papers([table], random.Random(seed))) for seed in range(20)]
    assert {len(both) for both in read} == {2}
    sheets = [sheet for sheet, _ in read]
    assert {sheet.labels.count("PERSON") for sheet in sheets} == {9}
    told = [sheet.found for sheet in sheets]
    assert () in told
    names = [found for found in told if len(found) == 3]
    assert names
    assert {reason for found in names for _, _, reason in found} == {"PERSON/column_header"}
    assert any(len(found) > 3 for found in told)  # the column beside it, mistaken for names


def test_a_paper_in_part_keeps_its_entries_together() -> None:
    paper = _paper(1, 60)
    sizes = set()
    for seed in range(60):
        part = in_part(paper, random.Random(seed))
        sizes.add(len(part.sizes))
        assert part.flat.size == part.sizes.sum()
        assert len(part.sizes) == len(part.labels) == len(part.reasons) == len(part.lines) == len(part.places)
        whole = list(zip(paper.lines.tolist(), paper.labels.tolist(), strict=True))
        assert all(entry in whole for entry in zip(part.lines.tolist(), part.labels.tolist(), strict=True))
    assert 60 in sizes
    assert len(sizes) > 4
