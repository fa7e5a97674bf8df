"""The scorer punishes what it should: misses, halves, look-alikes, innocent text."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.recognition.corpus import GoldDocument, Mark, Role, Span
from benchmarks.recognition.report import as_markdown, as_text, harm_table, look_alike_table, type_table
from benchmarks.recognition.score import Covered, Scores, add, score

_TEXT = "Ông Lê Nam, số 091-234, theo QĐ 12/QĐ, ký bởi Hà Anh"
_NAME = Span(4, 10, Mark(Role.GOLD, "PERSON"))
_PHONE = Span(15, 22, Mark(Role.GOLD, "VN_PHONE"))
_DECISION = Span(32, 37, Mark(Role.LOOK_ALIKE, "doc"))
_OFFICER = Span(46, 52, Mark(Role.OFFICIAL, "PERSON"))
_PAPER = GoldDocument("x/y", False, (), text=_TEXT, spans=(_NAME, _PHONE, _DECISION, _OFFICER))


def _scores(*found: Covered) -> Scores:
    scores = Scores()
    add(scores, _PAPER, found)
    return scores


def test_the_planted_spans_are_where_they_should_be() -> None:
    assert [_TEXT[span.start : span.end] for span in _PAPER.spans] == ["Lê Nam", "091-234", "12/QĐ", "Hà Anh"]


def test_everything_covered_is_clean() -> None:
    scores = _scores(Covered(4, 10, "PERSON"), Covered(15, 22, "VN_PHONE"))
    assert scores.clean_core == scores.clean_all == 1
    assert scores.innocent_covered == 0
    assert not scores.look_alikes_hit
    assert scores.per_type["PERSON"].covered == scores.per_type["PERSON"].right_type == 1


def test_a_separator_need_not_be_covered_but_every_digit_must() -> None:
    assert _scores(Covered(15, 18, "VN_PHONE"), Covered(19, 22, "VN_PHONE")).per_type["VN_PHONE"].covered == 1
    half = _scores(Covered(15, 20, "VN_PHONE")).per_type["VN_PHONE"]
    assert (half.covered, half.partly, half.missed) == (0, 1, 0)


def test_nothing_found_misses_everything() -> None:
    scores = _scores()
    assert scores.group(["PERSON", "VN_PHONE"]).missed == 2
    assert scores.clean_core == 0
    assert len(scores.misses) == 2


def test_a_wrong_type_still_covers() -> None:
    tally = _scores(Covered(15, 22, "VN_BANK_ACCOUNT")).per_type["VN_PHONE"]
    assert (tally.covered, tally.right_type) == (1, 0)


def test_look_alikes_and_innocent_text_count_as_harm() -> None:
    scores = _scores(Covered(32, 37, "VN_LAND_CERT"), Covered(0, 3, "PERSON"))
    assert scores.look_alikes_hit["doc"] == 1
    assert scores.innocent_covered == 3 + 4
    assert scores.false_hits[0].kind == "VN_LAND_CERT"


def test_an_officer_is_neither_a_miss_nor_harm() -> None:
    hidden, kept = _scores(Covered(46, 52, "PERSON")), _scores()
    assert (hidden.officials, hidden.officials_covered, hidden.innocent_covered) == (1, 1, 0)
    assert (kept.officials, kept.officials_covered) == (1, 0)
    assert len(kept.misses) == 2


def test_cells_are_scored_one_by_one() -> None:
    table = GoldDocument(
        "x/t",
        False,
        (),
        rows=(("Họ tên", "Số tiền"), ("Lê Nam", 1500)),
        spans=(
            Span(0, 6, Mark(Role.GOLD, "PERSON"), 1, 0),
            Span(0, 4, Mark(Role.LOOK_ALIKE, "number"), 1, 1),
        ),
    )
    scores = Scores()
    add(scores, table, [Covered(0, 6, "PERSON", (1, 0)), Covered(0, 4, "VN_PHONE", (1, 1))])
    assert scores.per_type["PERSON"].covered == 1
    assert scores.look_alikes_hit["number"] == 1


class _Everything:
    """Hides every page from top to bottom."""

    def cover(self, document: GoldDocument) -> Sequence[Covered]:
        return [Covered(0, len(document.text), "PERSON")]


def test_hiding_everything_is_shown_for_what_it_is() -> None:
    scores = score(_Everything(), [_PAPER])
    assert scores.clean_all == 1
    assert scores.innocent_covered == scores.innocent_characters
    harm = {row[0]: row[1] for row in harm_table(scores)}
    assert harm["innocent letters and digits covered"] == "100.0 %"
    assert "100.0 %" in as_text(look_alike_table(scores))
    assert as_markdown(type_table(scores)).startswith("| Type | Values |")


def test_of_a_date_the_digits_count() -> None:
    text = "sinh ngày 5 tháng 3 năm 1990"
    paper = GoldDocument("x/d", False, (), text=text, spans=(Span(5, 28, Mark(Role.GOLD, "DATE_OF_BIRTH")),))
    scores = Scores()
    add(scores, paper, [Covered(10, 28, "DATE_OF_BIRTH")])
    assert scores.per_type["DATE_OF_BIRTH"].covered == 1
    add(scores, paper, [Covered(24, 28, "DATE_OF_BIRTH")])
    assert scores.per_type["DATE_OF_BIRTH"].partly == 1
