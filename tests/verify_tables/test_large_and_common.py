"""What a verifier may demand to be gone from everywhere, and how it reads what is too large for a rectangle."""

from __future__ import annotations

import openpyxl
import pytest

from recognizers.entities import EntityType
from recognizers.results import Reason
from redactor.formats.base import Edit, OutputOptions
from redactor.formats.xlsx import XlsxFormat
from redactor.model import Action, CellPlace, ColumnPlace, Decision, Decisions, Finding, Outcome, Scan
from redactor.verify.base import VerifyRequest
from redactor.verify.needles import Needles
from redactor.verify.workbook import WorkbookVerifier


def _failed(tmp_path, rows, findings, *, far=None, lie=None):
    """Names of the checks that an honest copy of ``rows`` fails, or one in which ``lie`` was written afterwards."""
    source, draft = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    book = openpyxl.Workbook()
    book.active.title = "S"
    for row in rows:
        book.active.append(row)
    if far:
        book.active[far] = "xa"
    book.save(source)
    document = XlsxFormat().open(source, "")
    nothing = lambda done, total: None  # noqa: E731
    document.read(nothing)
    applied = document.apply(
        [Edit(f, lambda v: "█████") for f in findings], (), OutputOptions(), draft, nothing
    )
    scan = Scan(document.info, tuple(findings))
    document.close()
    if lie:
        book = openpyxl.load_workbook(draft)
        cell, value = lie
        book["S"][cell] = value
        book.save(draft)
    decisions = Decisions(tuple(Decision(f.id, Action.HIDE) for f in findings))
    request = VerifyRequest(source, "", draft, scan, decisions, applied, lambda text: ())
    return {check.name for check in WorkbookVerifier().verify(request) if check.outcome is not Outcome.PASSED}


def _column(kind, column, last):
    return Finding(
        id=f"f{column}", entity_type=kind, score=1, reason=Reason("test"), places=(ColumnPlace("S", column, 1, last),)
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "hidden", "elsewhere"),
    [
        (EntityType.DATE_OF_BIRTH, "02/09/1985", "Quyết định ngày 02/09/1985"),
        (EntityType.INCOME, "15000000", "15000000"),
        (EntityType.VN_ADDRESS, "Đà Nẵng", "Sở Y tế thành phố Đà Nẵng"),
        (EntityType.VN_ADDRESS, "huyện Ba Vì, Hà Nội", "UBND huyện Ba Vì, Hà Nội"),
    ],
)
def test_common_values_may_stand_elsewhere(tmp_path, kind, hidden, elsewhere):
    rows = [["Tiêu đề", "Ghi chú"], [hidden, elsewhere], [hidden + " ", "khác"]]
    assert _failed(tmp_path, rows, [_column(kind, 0, 2)]) == set()


def test_a_value_of_a_column_may_not_stand_elsewhere(tmp_path):
    rows = [["CCCD", "Ghi chú"], ["001190012345", "số 001190012345"], ["001190012346", "khác"]]
    failed = _failed(tmp_path, rows, [_column(EntityType.VN_PERSONAL_ID, 0, 2)])
    assert failed == {"no_value_in_cells", "no_value_in_parts"}


def test_a_sheet_with_a_cell_in_its_last_corner_is_compared(tmp_path):
    rows = [["CCCD", "Ghi chú"], ["001190012345", "a"], ["001190012346", "khác"]]
    findings = [_column(EntityType.VN_PERSONAL_ID, 0, 2)]
    assert _failed(tmp_path, rows, findings, far="XFD1048576") == set()
    lie = _failed(tmp_path, rows, findings, far="XFD1048576", lie=("B3", "đổi"))
    assert "untouched_cells_equal" in lie
    lie = _failed(tmp_path, rows, findings, far="XFD1048576", lie=("A3", "001190012346"))
    assert {"no_value_in_cells", "no_value_in_parts"} <= lie


def test_a_whole_cell_that_stayed_is_caught_however_common(tmp_path):
    rows = [["Giới tính"], ["Nam"], ["Nữ"]]
    finding = Finding(
        id="f1", entity_type=EntityType.GENDER, score=1, reason=Reason("test"), value="Nam",
        places=(CellPlace("S", 1, 0),),
    )  # fmt: skip
    assert _failed(tmp_path, rows, [finding]) == set()
    assert "no_value_in_cells" in _failed(tmp_path, rows, [finding], lie=("A2", "Nam"))


def test_very_many_names_with_one_beginning():
    """Tens of thousands of values under one gram: a text is still walked once."""
    names = [
        f"Nguyễn Văn {chr(65 + i % 26)}{chr(97 + i // 26 % 26)}nh{chr(97 + i // 676)}" for i in range(17_000)
    ]
    needles = Needles(names)
    text = "Nguyễn Văn Khác và những người khác. " * 2000
    assert not needles.in_text(text)
    assert needles.in_text(text + names[16_999])
