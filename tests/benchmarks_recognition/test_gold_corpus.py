"""The gold corpus knows its own spans, and says the same thing twice."""

from __future__ import annotations

import unicodedata
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.recognition.corpus import Mark, Role
from benchmarks.recognition.fields import Fill
from benchmarks.recognition.generate import generate, segments_of, templates
from benchmarks.recognition.legacy import to_tcvn3, to_vni
from benchmarks.recognition.noise import TEXT_NOISES, Segment, apply, choose
from recognizers.entities import EntityType
from tests.synthetic.people import fold

_ONE_OF_EACH = list(generate(seed=3, fills=2))
_SENTENCE = "Nguyễn Thị Hạnh đã ký giấy ủy quyền ở phường Cửa Nam"


def test_there_are_many_templates_of_many_kinds_and_about_a_third_is_held_out() -> None:
    assert len(templates()) >= 150
    assert len({template.name.split("/")[0] for template in templates()}) >= 15
    share = sum(template.held_out for template in templates()) / len(templates())
    assert 0.25 < share < 0.42


def test_look_alikes_outnumber_values() -> None:
    roles = Counter(span.mark.role for document in _ONE_OF_EACH for span in document.spans)
    assert roles[Role.LOOK_ALIKE] > roles[Role.GOLD]


def test_every_gold_type_is_an_entity_type() -> None:
    typed = {Role.GOLD, Role.OFFICIAL}
    kinds = {
        span.mark.kind for document in _ONE_OF_EACH for span in document.spans if span.mark.role in typed
    }
    assert kinds <= {str(kind) for kind in EntityType}


def test_the_same_seed_gives_the_same_documents() -> None:
    some = templates()[::17]
    assert list(generate(5, 2, some)) == list(generate(5, 2, some))
    assert list(generate(5, 2, some)) != list(generate(6, 2, some))


def test_half_of_the_documents_are_messy() -> None:
    messy = sum(bool(document.noise) for document in _ONE_OF_EACH)
    assert messy == len(_ONE_OF_EACH) // 2


def test_spans_lie_inside_their_text_and_do_not_overlap() -> None:
    for document in _ONE_OF_EACH:
        ends: dict[tuple[int, int], int] = {}
        for span in sorted(document.spans, key=lambda one: (one.row, one.column, one.start)):
            text = document.text if not document.rows else str(document.rows[span.row][span.column])
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end].strip()
            assert span.start >= ends.get((span.row, span.column), 0)
            ends[span.row, span.column] = span.end


def test_no_slot_or_choice_is_left_over() -> None:
    for document in _ONE_OF_EACH:
        everything = document.text + " ".join(str(value) for row in document.rows for value in row)
        assert "[[" not in everything
        assert "{a." not in everything
        assert "{p." not in everything
        assert "{~" not in everything


def test_tables_have_rows_of_one_width() -> None:
    tables = [document for document in _ONE_OF_EACH if document.rows]
    assert tables
    for table in tables:
        assert len({len(row) for row in table.rows}) == 1


def test_an_unknown_slot_is_an_error() -> None:
    import random

    with pytest.raises(KeyError):
        segments_of("{a.shoesize}", Fill(random.Random(1)))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6))
def test_noise_keeps_marks_in_order_and_values_in_their_segments(seed: int) -> None:
    import random

    rng = random.Random(seed)
    segments = segments_of("Ông {a.name}, CCCD số: {a.id}, ĐT: {a.phone}\nngày {~date}", Fill(rng))
    names = choose(rng)
    noisy = apply(names, segments, rng)
    assert [one.mark for one in noisy if one.mark] == [one.mark for one in segments if one.mark]
    assert 1 <= len(names) <= 3


def test_noises_do_what_they_are_called() -> None:
    import random

    rng = random.Random(0)
    gold = Mark(Role.GOLD, "VN_PHONE")
    segments = [Segment("Điện thoại: "), Segment("0912345678", gold), Segment(" ngày ký 01/02/2024")]
    assert "".join(one.text for one in TEXT_NOISES["no accents"](segments, rng)).isascii()
    assert TEXT_NOISES["+84"](segments, rng)[1].text.replace(" ", "").endswith("912345678")
    assert TEXT_NOISES["full width"](segments, rng)[1].text == "０９１２３４５６７８"
    assert TEXT_NOISES["label above"](segments, rng)[0].text == "Điện thoại:\n"
    assert TEXT_NOISES["capitals"](segments, rng)[0].text == "ĐIỆN THOẠI: "
    assert (
        "".join(ch for ch in TEXT_NOISES["grouped digits"](segments, rng)[1].text if ch.isdigit())
        == "0912345678"
    )
    decomposed = "".join(one.text for one in TEXT_NOISES["NFD"](segments, rng))
    assert unicodedata.normalize("NFC", decomposed) == "Điện thoại: 0912345678 ngày ký 01/02/2024"


def test_legacy_encodings_agree_with_the_published_sentence() -> None:
    assert to_tcvn3(_SENTENCE) == "NguyÔn ThÞ H¹nh ®· ký giÊy ñy quyÒn ë ph\u00adêng Cöa Nam"
    assert to_vni(_SENTENCE) == "Nguyeãn Thò Haïnh ñaõ kyù giaáy uûy quyeàn ôû phöôøng Cöûa Nam"
    assert to_vni(_SENTENCE.upper()) == "NGUYEÃN THÒ HAÏNH ÑAÕ KYÙ GIAÁY UÛY QUYEÀN ÔÛ PHÖÔØNG CÖÛA NAM"
    assert fold(_SENTENCE) == "Nguyen Thi Hanh da ky giay uy quyen o phuong Cua Nam"


def test_empty_cells_stay_in_their_columns() -> None:
    from benchmarks.recognition.generate import Template

    body = "header: A | B | | C\nrow 2: x | {p.name} | | {~date}\nlast: | Cộng | |\n"
    table = next(generate(1, 1, [Template("t/empty", body, table=True)]))
    assert table.rows[0] == ("A", "B", None, "C")
    assert table.rows[1][2] is None
    assert table.rows[3] == (None, "Cộng", None, None)
    assert {span.column for span in table.spans} == {1, 3}
