"""Columns of officers may stay where the rows are about others; officers whom the rows are about may not."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from finding import detector

from recognizers.documents import LabelledText, TableData
from recognizers.folding import key_of
from recognizers.offices import heads_a_column
from recognizers.standing import OFFICER

HEARINGS = [
    ["Ngày", "Vụ án", "Đương sự", "Thẩm phán", "Thư ký"],
    ["17/09/2021", "42/2024/DS-ST", "Lê Thị Nga", "Hồ Thành Toàn", "Đặng Kim Út"],
    ["29/10/2025", "198/2021/DS-ST", "Nguyễn Thu Huyền", "Hồ Thành Toàn", "Đặng Kim Út"],
    ["21/07/2025", "7/2018/HS-ST", "Nguyễn Mạnh Hưng", "Võ Thị Sương", "Đặng Kim Út"],
]


def keeps(rows: Sequence[Sequence[object]], texts: Sequence[str] = ()) -> dict[str, str]:
    """Return the values found in a table with their proposals."""
    answer = detector().find_document([LabelledText(text, "") for text in texts], [TableData("", rows, None)])
    found = {str(rows[cell.row][cell.column]): cell.keep for cell in answer.tables[0].cells}
    for column in answer.tables[0].columns:
        for row in rows[column.first_row : column.last_row + 1]:
            found[str(row[column.column])] = column.keep
    return found


def test_judges_stay_and_parties_do_not() -> None:
    found = keeps(HEARINGS)
    assert [found[name] for name in ("Hồ Thành Toàn", "Võ Thị Sương", "Đặng Kim Út")] == [OFFICER] * 3
    assert [found[name] for name in ("Lê Thị Nga", "Nguyễn Thu Huyền", "Nguyễn Mạnh Hưng")] == [""] * 3


def test_a_judge_who_is_a_party_in_another_row_is_hidden() -> None:
    rows = [*HEARINGS, ["02/08/2025", "9/2025/DS-ST", "Hồ Thành Toàn", "Võ Thị Sương", "Đặng Kim Út"]]
    assert keeps(rows)["Hồ Thành Toàn"] == ""


def test_an_officer_who_is_a_party_in_a_text_is_hidden() -> None:
    found = keeps(HEARINGS, ["Nguyên đơn: ông Hồ Thành Toàn, sinh ngày 02/03/1970\n"])
    assert found["Hồ Thành Toàn"] == ""


@pytest.mark.parametrize(
    "header",
    [
        ["STT", "Giáo viên", "Ngày sinh", "Lương"],
        ["STT", "Cán bộ", "Ngày sinh", "Vợ/chồng"],
        ["STT", "Bác sĩ", "Số CCCD", "Bệnh nhân"],
    ],
)
def test_lists_about_the_officers_themselves_are_hidden(header: list[str]) -> None:
    names = ("Hồ Thành Toàn", "Đặng Kim Út", "Võ Thị Sương", "Lê Bá Duy")
    told = {
        "Lương": ["12.500.000", "9.800.000", "11.250.000", "14.000.000"],
        "Ngày sinh": ["02/03/1970", "11/12/1985", "30/04/1979", "05/06/1990"],
        "Số CCCD": ["001070012345", "001085023456", "001079034567", "001090045678"],
    }
    others = ["Lê Thị Nga", "Nguyễn Thu Huyền", "Phan Văn Tài", "Trần Thị Lụa"]
    rows: list[list[object]] = [list(header)]
    for number, name in enumerate(names):
        rows.append([number + 1, name, *(told.get(label, others)[number] for label in header[2:])])
    found = keeps(rows)
    assert [found[name] for name in names] == [""] * len(names)


@pytest.mark.parametrize("header", ["Giáo viên", "BS trực", "Thu ngân", "Cán bộ"])
def test_a_rota_is_about_those_it_names(header: str) -> None:
    rows = [["Ngày", "Ca", header], *(["17/09/2021", "Sáng", row[3]] for row in HEARINGS[1:])]
    found = keeps(rows)
    assert {found.get(name, "") for name in ("Hồ Thành Toàn", "Võ Thị Sương")} == {""}


@pytest.mark.parametrize("header", ["Thẩm phán", "CBTD", "Trưởng phòng", "Họ tên giáo viên", "Giám khảo"])
def test_headers_of_offices(header: str) -> None:
    assert heads_a_column(key_of(header))


@pytest.mark.parametrize(
    "header",
    [
        "Đương sự",
        "Họ và tên",
        "Người ký nhận",
        "Cán bộ được cử đi học",
        "Thành viên",
        "Người mua",
        "Chủ hộ",
        "Thư từ",
        "Người thụ hưởng",
    ],
)
def test_headers_of_people(header: str) -> None:
    assert not heads_a_column(key_of(header))


def test_officers_of_an_office_stay_though_other_cells_say_who_is_away() -> None:
    rows = [
        ["Thứ", "Buổi", "Thẩm phán", "Thư ký", "Phòng", "Máy lẻ"],
        ["Hai", "sáng", "Hồ Thành Toàn", "Đặng Kim Út", "108", "204"],
        ["Ba", "chiều", "Võ Thị Sương", "Lê Bá Duy", "108", "204"],
        ["Tư", "", "nghỉ tập huấn Luật Tư pháp người chưa thành niên", None, None, None],
        ["Năm", "cả ngày", "theo lịch cơ sở của tòa, hai buổi ở huyện", None, "108", "204"],
    ]
    found = keeps(rows)
    assert [found[name] for name in ("Hồ Thành Toàn", "Đặng Kim Út", "Võ Thị Sương", "Lê Bá Duy")] == [
        OFFICER
    ] * 4


def _of_gifts(header: str, receivers: Sequence[str]) -> list[list[object]]:
    people = ["Hồ Thành Toàn", "Võ Thị Sương", "Đặng Kim Út"]
    return [["STT", "Đơn vị", header], *([n + 1, receivers[n], people[n]] for n in range(3))]


def test_who_stands_for_firms_may_stay_and_who_stands_for_homes_may_not() -> None:
    firms = ["Công ty TNHH XD Quế Lâm", "HTX Xây dựng Đoàn Kết", "Công ty CP Điện lực Tây Bắc"]
    homes = ["Hộ số 4", "Hộ số 7", "Hộ số 9"]
    for header in ("Người đại diện", "Giám đốc"):
        assert keeps(_of_gifts(header, firms))["Võ Thị Sương"] == OFFICER
    for header, rows in (("Người đại diện", homes), ("Người nhận tiền", firms), ("Người bị nạn", firms)):
        assert keeps(_of_gifts(header, rows)).get("Võ Thị Sương", "") == ""
