"""Fixed lines where the words before them do not say whose they are."""

from __future__ import annotations

import pytest

from recognizers.detection import Detector
from recognizers.documents import LabelledText, TableData

_NOTICE = (
    "THÔNG BÁO LỊCH PHUN THUỐC MUỖI\nKhu phố tổ chức phun thuốc diệt muỗi vào sáng chủ nhật. Bà con đậy lu nước, dọn rác, "
    "để trẻ em và người già ra ngoài trong 30 phút. "
)


def _hidden(*texts: str, tables: tuple[TableData, ...] = ()) -> list[str]:
    answer = Detector().find_document([LabelledText(text, "") for text in texts], tables)
    return [
        text[hit.start : hit.end]
        for text, hits in zip(texts, answer.texts, strict=True)
        for hit in hits
        if hit.entity_type.value == "VN_PHONE" and not hit.keep
    ]


@pytest.mark.parametrize("end", ["Đăng ký bổ sung: 024 3763 0118.", "Ai đi vắng xin gọi 0251 382 4470."])
def test_a_notice_that_names_nobody_gives_an_offices_line(end: str) -> None:
    assert _hidden(_NOTICE + end) == []


def test_a_mobile_number_stays_hidden_in_it() -> None:
    assert _hidden(_NOTICE + "Đăng ký bổ sung: 0912 447 118.") == ["0912 447 118"]


def test_a_line_at_home_or_somebodys_stays_hidden_in_it() -> None:
    assert _hidden(_NOTICE + "Gọi số nhà riêng 024 3763 0118.") == ["024 3763 0118"]
    assert _hidden(_NOTICE + "Có gì gọi chị số 024 3763 0118.") == ["024 3763 0118"]


def test_a_field_alone_a_name_elsewhere_or_a_table_may_tell_whose_it_is() -> None:
    assert _hidden("Điện thoại: 0251 3763 118") == ["0251 3763 118"]
    line = _NOTICE + "Đăng ký bổ sung: 024 3763 0118."
    assert _hidden(line, "Họ và tên: Nguyễn Thị Lài") == ["024 3763 0118"]
    assert _hidden(line, tables=(TableData("", [["Họ tên"], ["Nguyễn Thị Lài"]], None),)) == ["024 3763 0118"]


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Đồng Xuân Hướng – ngõ 201 Lạch Tray – 0225 384 7701", "0225 384 7701"),
        (
            "Người đề nghị: Nghiêm Đình Vệ, 20/10/1974, thôn Tiên Xá, Bắc Ninh, số 0222.3868.787",
            "0222.3868.787",
        ),
    ],
)
def test_a_line_behind_a_person_is_hers_whatever_office_is_named_above(line: str, number: str) -> None:
    assert _hidden(f"Kính chúc Bệnh viện Phụ sản phát triển.\n{line}") == [number]
