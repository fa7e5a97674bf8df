"""Sheets as programs and forms on the web export them: counts, codes, marks by number, sexes by a letter."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from finding import detector

from recognizers import table_rereading
from recognizers.entities import EntityType
from recognizers.known_values import KnownValues
from recognizers.results import CellHit, ColumnHit, Reason, TableHits
from recognizers.table_rereading import reread_table
from recognizers.tagger import Tags
from recognizers.words import words

_E = EntityType
_PEOPLE = ["Neáng Sóc Kha", "Huỳnh Chí Bền", "Quách Mỹ Linh", "Trà Minh Đăng"]


def _types(rows: Sequence[Sequence[object]]) -> dict[int, EntityType]:
    hits = detector().find_table(rows)
    cells: list[ColumnHit | CellHit] = [*hits.cells, *hits.columns]
    return {hit.column: hit.entity_type for hit in cells if not hit.keep}


def test_how_often_a_word_was_written_is_no_secret() -> None:
    heads = ["tinh", "điện thoại", "mật khẩu", "chuyển khoản", "facebook", "zalo", "mật mã"]
    rows = [
        heads,
        *[
            [name, n * 7, n, n * 3, n * 900, n * 11, 0]
            for n, name in enumerate(["Lai Chau", "Huế", "Bac Lieu"])
        ],
    ]
    assert _E.CREDENTIAL not in _types(rows).values()


@pytest.mark.parametrize("secret", ["566", "abc!9", "2109"])
def test_secrets_beside_names_stay(secret: str) -> None:
    rows = [
        ["code", "name", "dept", "password"],
        *[[f"B05{n}", p, "Kho", secret] for n, p in enumerate(_PEOPLE)],
    ]
    assert _types(rows)[3] is _E.CREDENTIAL


def test_secrets_in_a_wide_sheet_of_words_stay() -> None:
    rows = [
        ["Họ tên", "Máy", "Tầng", "Tổ", "Ca", "Mật khẩu"],
        *[[p, f"PC{n}", n, n + 1, n + 2, f"{n}4821"] for n, p in enumerate(_PEOPLE)],
    ]
    assert _types(rows)[5] is _E.CREDENTIAL


@pytest.mark.parametrize("header", ["PIN", "Mật khẩu"])
def test_secrets_of_digits_among_counts_stay(header: str) -> None:
    heads = ["STT", "Họ tên", "Tầng", "Phòng", "Máy", "Số lượng", header]
    people = [[n, p, n % 2, 101 + n, n + 4, 1, 97 + n * 4821] for n, p in enumerate(_PEOPLE)]
    assert _types([heads, *people])[6] is _E.CREDENTIAL
    machines = [[n, f"PC{n}", n % 2, 101 + n, n + 4, 1, 4821 + n * 137] for n in range(5)]
    assert _types([["STT", "Máy chủ", *heads[2:]], *machines])[6] is _E.CREDENTIAL


def test_scaled_ages_are_no_ages() -> None:
    rows = [
        ["MaBN", "Tuoi", "scaled_Tuoi"],
        *[[f"BN00{n}", 40 + n, f"-0.{n}4972897585583"] for n in range(5)],
    ]
    found = _types(rows)
    assert found[1] is _E.AGE
    assert 2 not in found


@pytest.mark.parametrize(
    ("header", "cells", "kind"),
    [
        ("Nữ", ["N", "", "N", ""], _E.GENDER),
        ("Nữ", ["x", "", "x", ""], _E.GENDER),
        ("Nữ", ["nữ", "", "", "nữ"], _E.GENDER),
        ("Tên dân tộc", ["Khơ-me", "Kinh", "Hoa", "Kinh"], _E.ETHNICITY),
        ("Tên tôn giáo", ["Phật giáo", "Không", "Tin Lành", "Không"], _E.RELIGION),
        ("Nam", ["N", "", "N", ""], None),
        ("Tên khoa", ["Công nghệ", "Kinh tế", "Luật", "Luật"], None),
        ("Tên lớp", ["Kỹ thuật phần mềm", "Luật 2", "Luật 1", "Luật 1"], None),
        ("Ghi chú", ["N", "", "", "N"], None),
    ],
)
def test_what_is_told_of_students(header: str, cells: list[str], kind: EntityType | None) -> None:
    rows = [
        ["Mã SV", "Họ và tên", header],
        *[[f"B220041{n}", p, c] for n, (p, c) in enumerate(zip(_PEOPLE, cells, strict=True))],
    ]
    assert _types(rows).get(2) is kind


def test_names_beside_a_bank_are_no_goods() -> None:
    rows = [
        ["ma", "ten", "thuong", "ngan hang"],
        *[[f"c-0{n}", p.lower(), "1tr2", "vcb"] for n, p in enumerate(_PEOPLE)],
    ]
    assert _types(rows).get(1) is _E.PERSON


@pytest.mark.parametrize("header", ["hang", "hang sx", "gia", "ton kho", "dvt"])
def test_names_beside_makers_and_prices_are_goods(header: str) -> None:
    goods = ["tra dao ngoc trinh", "banh trang ba hai", "nuoc mam chi bay", "ca phe mai anh"]
    rows = [["ma", "ten", header, "so luong"], *[[f"c-0{n}", g, "12", n] for n, g in enumerate(goods)]]
    assert _types(rows).get(1) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Phó Giám đốc Trung tâm Hạ tầng", []),
        ("Giám đốc Bình quân hóa", []),
        ("Quyền Giám đốc Trung tâm", []),
        ("Giám đốc Trung ký", ["Trung"]),
        ("anh Trung tâm sự", ["Trung"]),
        ("bị cáo Trung thực nghiệm lại", ["Trung"]),
        ("bệnh nhân Bình quân y viện", ["Bình"]),
        ("ông Trung đã nhận", ["Trung"]),
    ],
)
def test_an_offices_name_begins_like_a_known_one(text: str, found: list[str]) -> None:
    known = KnownValues()
    for name in ("Cao Minh Trung", "Phạm Thanh Bình"):
        known.add(name, _E.PERSON)
    assert [text[hit.start : hit.end] for hit in known.find(text)] == found


def _nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def tags(folded, found, readers, columns):
        size = words(folded).size
        return Tags(["PERSON"] * size, [0.0] * size, [0.99] * size, [0.0] * size)

    monkeypatch.setattr(table_rereading, "tags", tags)


@pytest.mark.parametrize(
    ("kinds", "code", "left"),
    [
        ((_E.STUDENT_ID, _E.GRADES), "column_header", 2),
        ((_E.STUDENT_ID, _E.GRADES), "column_shape", 0),
        ((_E.STUDENT_ID, _E.INCOME), "column_header", 0),
        ((_E.PERSON, _E.GRADES), "column_header", 0),
        ((_E.EMPLOYEE_ID, _E.GRADES), "column_header", 0),
    ],
)
def test_candidates_and_marks_prove_each_other(
    monkeypatch: pytest.MonkeyPatch, kinds: tuple[EntityType, ...], code: str, left: int
) -> None:
    _nothing(monkeypatch)
    rows = [["sbd", "toan"], *[[f"9000{n}", n] for n in range(5)]]
    hits = tuple(ColumnHit(i, 1, 5, kind, 0.9, Reason(code), 1.0, 5) for i, kind in enumerate(kinds))
    assert len(reread_table(rows, TableHits(hits, ()), ()).columns) == left
