"""The grid: frozen panes, the list of sheets, a column's rule, cells as exported."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHeaderView, QMenu

from recognizers.entities import EntityType
from redactor.model import BLOCKS, Action, CellPlace, HiddenPart, OperatorChoice, Treatment
from redactor.policy import TypeRule
from redactor.preview import GridBlock
from tests.ui.fakes import finding, make_scan
from ui.cell_preview import cell_as_exported
from ui.frozen_table import FrozenTable
from ui.review import Look, Ref


@pytest.fixture
def table(qtbot):
    model = QStandardItemModel(200, 30)
    made = FrozenTable(model, lambda view: QHeaderView(Qt.Orientation.Horizontal, view))
    made.model_kept = model
    made.resize(600, 400)
    qtbot.addWidget(made)
    made.show()
    made.freeze(2, 1)
    return made


def shown_row(view, y):
    return view.rowAt(y)


def test_frozen_rows_and_columns_stay_while_the_rest_scrolls(table):
    table.verticalScrollBar().setValue(900)
    table.horizontalScrollBar().setValue(400)
    top, left, corner = table.overlays
    assert shown_row(top, 1) == 0
    assert left.columnAt(1) == 0
    assert (shown_row(corner, 1), corner.columnAt(1)) == (0, 0)
    assert shown_row(left, 100) == shown_row(table, 100), "rows beside each other are the same row"
    assert top.columnAt(300) == table.columnAt(300)


def test_a_cell_is_brought_out_from_under_the_frozen_part(table):
    table.verticalScrollBar().setValue(2000)
    table.horizontalScrollBar().setValue(900)
    for row, column in ((40, 5), (150, 20), (3, 2)):
        table.scrollTo(table.model().index(row, column))
        rect = table.visualRect(table.model().index(row, column))
        height = table.rowHeight(0) + table.rowHeight(1)
        assert rect.top() >= height
        assert rect.left() >= table.columnWidth(0)


def test_a_frozen_cell_does_not_scroll_the_rest(table):
    table.verticalScrollBar().setValue(1200)
    table.scrollTo(table.model().index(1, 3))
    assert table.verticalScrollBar().value() == 1200


def test_widths_and_selection_are_shared(table):
    table.setColumnWidth(0, 177)
    assert {v.columnWidth(0) for v in table.overlays} == {177}
    _top, left, _ = table.overlays
    QTest.mouseClick(left.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(10, 100))
    assert table.currentIndex().column() == 0
    assert table.currentIndex().row() == left.rowAt(100)


def test_what_would_fill_the_view_is_not_frozen(table):
    table.freeze(60, 1)
    top, left, corner = table.overlays
    assert not top.isVisible()
    assert left.isVisible()
    assert not corner.isVisible()


def block(rows, **more):
    return GridBlock(0, tuple(tuple(r) for r in rows), len(rows), max(map(len, rows)), **more)


@pytest.fixture
def book(window, load, staff):
    """The staff's workbook with a hidden sheet, its first block there."""
    hidden = (HiddenPart("xlsx.hidden_sheet", 1, Treatment.KEPT, "Phụ lục"),)
    number = load(replace(staff, hidden_parts=hidden), "nhan-su.xlsx")
    rows = [["DANH SÁCH 0912345678", "Họ tên", "CCCD"]] + [[str(n), f"Người {n}", "0"] for n in range(40)]
    made = block(rows, frozen_rows=1, frozen_columns=1)
    window.desk.sheets.grid._block = lambda n: made if n == 0 else None
    window.desk.show_file(number)
    return window, window.session.files[number]


def test_panes_of_the_source_are_frozen(book):
    window, _ = book
    assert window.desk.sheets.table.frozen == (1, 1)


def test_sheets_are_listed_and_hidden_ones_stand_in_italics(book):
    window, _ = book
    sheets = window.desk.sheet_list
    assert window.desk.left.isTabVisible(2)
    assert not window.desk.left.isTabVisible(1)
    assert [sheets.item(n).font().italic() for n in range(sheets.count())] == [False, True]
    assert "ẩn" in sheets.item(1).text()
    sheets.setCurrentRow(1)
    assert window.desk.sheets.grid.sheet == "Phụ lục"
    window.desk.sheets.tabs.setCurrentIndex(0)
    assert sheets.currentRow() == 0, "list and tabs stay in step"


def test_page_commands_rest_while_a_sheet_is_shown(book, load, contract):
    window, _ = book
    assert not window.commands["draw"].isEnabled()
    window.desk.files.choose(load(contract))
    assert window.commands["draw"].isEnabled()


def test_a_columns_rule_is_one_step_and_can_be_undone(book):
    window, file = book
    window.desk.sheets.rule_column(1, "pseudonym")
    assert window.controller.undo.count() == 1
    decision = next(d for d in file.decisions().items if d.finding == "f1")
    assert (decision.action, decision.operator.name) == (Action.HIDE, "pseudonym")
    window.controller.undo.undo()
    assert next(d for d in file.decisions().items if d.finding == "f1").operator.name == "cover"


def test_the_strip_opens_the_rules_of_its_column(book, qtbot):
    window, _ = book
    header = window.desk.sheets.table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(1) + 20, header.height() - 6)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    menu = next(m for m in window.findChildren(QMenu) if m.isVisible())
    words = [a.text() for a in menu.actions()]
    assert "Giữ cả cột" in words
    assert "Giá trị giả cùng dạng" in words
    assert next(a for a in menu.actions() if a.isChecked()).text() == "Ô đen"
    menu.close()


def test_preview_shows_cells_as_exported(book):
    window, _ = book
    window.commands["preview"].trigger()
    grid = window.desk.sheets.grid
    assert grid.index(3, 1).data() == BLOCKS
    assert grid.index(0, 0).data() == f"DANH {BLOCKS}45678", "only the found part of a cell"
    assert grid.index(3, 0).data() == "2", "what is not found stays"
    window.commands["preview"].trigger()
    assert grid.index(3, 1).data() == "Người 2"


@pytest.mark.parametrize(
    ("operator", "expected"),
    [("cover", f"gọi {BLOCKS} nhé"), ("remove", "gọi  nhé"), ("label", "gọi [ĐIỆN THOẠI] nhé")],
)
def test_only_the_found_part_of_a_cell_changes(load, controller, operator, expected):
    number = load(
        make_scan(
            [finding(1, EntityType.VN_PHONE, place=CellPlace("A", 0, 0, 4, 14), value="0912345678")],
            sheets=("A",),
        ),
        "a.xlsx",
    )
    file = controller.session.files[number]
    file.operators["f1"] = OperatorChoice(operator)
    found = list(file.findings.values())
    assert cell_as_exported(file, found, "gọi 0912345678 nhé", marked=False) == expected
    assert cell_as_exported(file, found, "gọi 0912345678 nhé", marked=True) == BLOCKS


def test_corner_of_a_mandatory_cell_is_a_padlock(book):
    window, file = book
    bound = {EntityType.PERSON: TypeRule(action="must")}
    window.controller.use_policy(window.controller.policy.model_copy(update={"types": bound}))
    assert file.look("f1") is Look.MUST
    assert window.desk.sheets.grid.look_at(3, 1) is Look.MUST
    assert not window.deciding.decide(Action.KEEP, [Ref(file.number, "f1")])
    window.desk.bar.show_finding(Ref(file.number, "f1"))
    assert not window.desk.bar.keep_button.isEnabled()
    assert "bắt buộc" in window.desk.bar.keep_button.toolTip()
