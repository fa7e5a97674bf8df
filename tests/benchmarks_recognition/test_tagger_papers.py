"""What the tagger is trained on: papers as it is told of them."""

import random

from benchmarks.recognition.corpus import GoldDocument, Mark, Role, Span
from benchmarks.recognition.rows_as_text import as_text
from benchmarks.recognition.tagger_papers import (
    Encoder,
    in_part,
    known_features,
    known_reasons,
    papers,
)
from recognizers.tagger import NOTHING
from tests.benchmarks_recognition.made_papers import made_paper


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
    paper = made_paper(1, 60)
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
