"""Cells of typed columns in which nothing stands."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from finding import detector


def hidden(rows: Sequence[Sequence[object]]) -> set[str]:
    """Return the texts of the cells in which something is found and not proposed to be kept."""
    hits = detector().find_table(rows)
    found = {str(rows[cell.row][cell.column]) for cell in hits.cells if not cell.keep}
    for column in hits.columns:
        if not column.keep:
            lines = rows[column.first_row : column.last_row + 1]
            found |= {str(row[column.column]) for row in lines if row[column.column] not in (None, "")}
    return found


@pytest.mark.parametrize("words", ["đang làm lại", "giấy xác nhận xã", "xem bản chụp kèm theo"])
def test_words_in_a_column_of_numbers_are_no_number(words: str) -> None:
    rows = [
        ["STT", "Họ và tên", "Số CCCD", "Phần được chia"],
        [1, "Nguyễn Văn Thắng", "026065001234", "nhà chính"],
        [2, "Trần Thị Lan", words, "vườn sau"],
        [3, "Phạm Quốc Toản", "026080007891", "ao"],
    ]
    found = hidden(rows)
    assert words not in found
    assert {"026065001234", "026080007891", "Trần Thị Lan"} <= found


def test_a_column_of_words_under_the_header_of_a_number_stays_whole() -> None:
    rows = [
        ["Tên trong sổ đỏ", "Tên trong căn cước", "Kết luận"],
        ["Đỗ Văn Rinh", "Đỗ Văn Rình", "lệch dấu"],
        ["Nguyễn Thị Hai", "Nguyễn Thị Hài", "một người"],
        ["Kiên Thị Sô Phia", "Kiên Thị Sô Phi", "sai chính tả"],
    ]
    assert {row[0] for row in rows[1:]} <= hidden(rows)


def test_what_pagodas_communes_and_canals_hold_stays() -> None:
    rows = [
        ["Thửa", "Tờ bản đồ", "Diện tích", "Tên chủ sử dụng đất"],
        [101, 24, 812.4, "Dương Văn Cò"],
        [102, 24, 310.6, "Chùa Phước Hậu"],
        [103, 24, 1120.8, "Kênh Xáng Múc"],
        [104, 24, 2044.1, "Ngô Tấn Sĩ"],
        [105, 24, 66.0, "UBND xã"],
    ]
    found = hidden(rows)
    assert {"101", "104", "Dương Văn Cò", "Ngô Tấn Sĩ"} <= found
    assert not found & {"102", "103", "105", "Chùa Phước Hậu", "Kênh Xáng Múc", "UBND xã"}


@pytest.mark.parametrize("word", ["zalo", "kakao", "thuê"])
def test_a_short_word_in_a_column_of_numbers_is_no_number(word: str) -> None:
    rows = [
        ["Tên", "SĐT", "Biển số"],
        ["Trần Thị Lan", "0912 345 617", "59X3-118.40"],
        ["Phạm Quốc Toản", word, word],
        ["Ngô Bích Hà", "0977 220 145", "59S2-007.33"],
    ]
    found = hidden(rows)
    assert word not in found
    assert {"0912 345 617", "0977 220 145", "59X3-118.40"} <= found


@pytest.mark.parametrize(
    "said", ["(đã ký)", "(Ký, ghi rõ họ tên)", "đã ký và đóng dấu", "(ký tên)", "(signed)"]
)
def test_that_somebody_signed_is_no_name(said: str) -> None:
    rows = [
        ["Người ủy quyền", "Người được ủy quyền"],
        [said, said],
        ["Olivia J. Hartley", "Phạm Trọng Đăng Khoa"],
    ]
    found = hidden(rows)
    assert found == {"Olivia J. Hartley", "Phạm Trọng Đăng Khoa"}


@pytest.mark.parametrize("name", ["Ký", "Trương Vĩnh Ký", "Ky Anh", "Đoàn Ký Ghi"])
def test_a_name_that_sounds_like_signing_is_one(name: str) -> None:
    rows = [["Họ và tên", "Số CCCD"], [name, "026065001234"], ["Trần Thị Lan", "026080007891"]]
    assert name in hidden(rows)
