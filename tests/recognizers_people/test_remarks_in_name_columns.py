"""Columns of people: short headers of talk, and cells that say nobody is named."""

import pytest

from recognizers.cells import is_name, is_remark
from recognizers.entities import EntityType
from recognizers.headers import read_header


@pytest.mark.parametrize(
    "text",
    [
        "theo ca",
        "Chưa xếp",
        "học thử",
        "ẩn danh",
        "khach le",
        "theo tháng",
        "Không có",
        "tăng cường",
        "bỏ trống",
    ],
)
def test_remarks_name_nobody(text: str) -> None:
    assert is_remark(text)
    assert not is_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "khổng minh triết",
        "khong minh triet",
        "dang van hung",
        "DANG THI LAN",
        "tăng thanh hà",
        "thái học",
        "hoàng thị thắm",
        "CHƯA THỊ ĐÀO",
    ],
)
def test_names_are_no_remarks(text: str) -> None:
    assert not is_remark(text)
    assert is_name(text)


@pytest.mark.parametrize("header", ["BN", "ph", "HS", "HV", "ai mượn", "Ai nộp"])
def test_short_headers_of_people(header: str) -> None:
    read = read_header(header)
    assert read is not None
    assert read.entity_type is EntityType.PERSON


@pytest.mark.parametrize("header", ["Điểm HS", "ai", "Mã HS", "Độ pH"])
def test_headers_that_only_hold_such_letters(header: str) -> None:
    read = read_header(header)
    assert read is None or read.entity_type is not EntityType.PERSON
