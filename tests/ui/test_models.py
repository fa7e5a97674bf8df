import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt

from recognizers.entities import EntityType
from redactor.model import Action, CellPlace, ColumnPlace
from tests.ui.fakes import finding, make_scan
from ui.file_list import FileModel
from ui.finding_model import Column, FindingModel, Grouping, Role
from ui.finding_panel import Chip, FindingPanel, passes
from ui.grid_model import GridModel, SheetFindings
from ui.masking import masked
from ui.review import Look, Ref
from ui.theme import LIGHT


def titles(model, parent=None):
    return [
        model.node(model.index(r, 0, parent or QModelIndex())).title
        for r in range(model.rowCount(parent or QModelIndex()))
    ]


@pytest.mark.parametrize("grouping", list(Grouping))
def test_tree_is_a_sound_model(qtmodeltester, load, controller, contract, grouping):
    number = load(contract)
    model = FindingModel(grouping)
    model.show([controller.session.files[number]])
    qtmodeltester.check(model)
    leaves = [leaf for r in range(model.rowCount()) for leaf in model.node(model.index(r, 0)).leaves()]
    assert sorted(leaf.ref.finding for leaf in leaves) == ["f1", "f2", "f3", "f4", "f5"]


def test_people_come_with_what_is_theirs_and_open_ones_first(load, controller, contract):
    number = load(contract)
    model = FindingModel(Grouping.PEOPLE)
    model.show([controller.session.files[number]])
    assert titles(model) == ["Lê Văn Bình", "Trần Thị Mai"]
    mai = model.index(1, 0)
    assert model.refs(mai) == [Ref(number, "f2"), Ref(number, "f5"), Ref(number, "f1")]
    value = model.index(0, 0, mai)
    assert model.rowCount(value) == 2, "the value that occurs twice has its two places below it"
    assert model.data(value.siblingAtColumn(Column.COUNT)) == "2"


def test_ticks_are_three_valued_and_follow_decisions(load, controller, contract):
    number = load(contract)
    file = controller.session.files[number]
    model = FindingModel(Grouping.PEOPLE)
    model.show([file])
    mai = model.index(1, 0)
    tick = Qt.ItemDataRole.CheckStateRole
    assert model.data(mai, tick) == Qt.CheckState.Checked
    file.by_person["f1"] = Action.KEEP
    model.update([Ref(number, "f1")])
    assert model.data(mai, tick) == Qt.CheckState.PartiallyChecked
    for identity in ("f2", "f5"):
        file.by_person[identity] = Action.KEEP
    model.update([Ref(number, "f2"), Ref(number, "f5")])
    assert model.data(mai, tick) == Qt.CheckState.Unchecked
    assert model.data(mai, Role.LOOK) is Look.KEEP


def test_ticking_asks_and_does_not_decide(qtbot, load, controller, contract):
    number = load(contract)
    model = FindingModel(Grouping.PEOPLE)
    model.show([controller.session.files[number]])
    with qtbot.waitSignal(model.decided) as asked:
        model.setData(model.index(0, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert asked.args == [[Ref(number, "f4"), Ref(number, "f3")], Action.HIDE]
    assert controller.session.files[number].by_person == {}


def test_values_are_masked_in_what_is_shown_and_spoken(load, controller, contract):
    number = load(contract)
    model = FindingModel(Grouping.PEOPLE)
    model.show([controller.session.files[number]])
    stack = [model.index(r, 0) for r in range(model.rowCount())]
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
    while stack:
        index = stack.pop()
        stack += [model.index(r, 0, index) for r in range(model.rowCount(index))]
        said = " ".join(
            str(model.data(index.siblingAtColumn(c), role)) for c in range(len(Column)) for role in roles
        )
        for secret in ("001190012345", "0912345678", "Trần Thị Mai", "Lê Văn Bình"):
            assert secret not in said


@given(st.text(min_size=1, max_size=40))
def test_masking_keeps_length_and_hides_digits(value):
    shown = masked(value)
    digits = [c for c in shown if c.isdigit()]
    assert len(digits) <= 2
    assert masked("") == ""


def test_masking_shows_only_initials_and_the_end_of_numbers():
    assert masked("Trần Thị Mai") == "T••• T•• M••"
    assert masked("001190012345") == "••••••••••45"
    assert masked("12345") == "•••••"


def test_twenty_thousand_findings_are_listed_and_updated_quickly(load, controller):
    found = [
        finding(n, value=f"{n % 900:012}", person=f"p{n % 300}", score=0.3 if n % 50 == 0 else 0.9)
        for n in range(1, 20_001)
    ]
    number = load(make_scan(found, pages=500))
    file = controller.session.files[number]
    model = FindingModel(Grouping.PEOPLE)
    start = time.perf_counter()
    model.show([file])
    built = time.perf_counter() - start
    file.by_person["f50"] = Action.HIDE
    start = time.perf_counter()
    model.update([Ref(number, "f50")])
    updated = time.perf_counter() - start
    assert model.node(model.index(0, 0)).ask > 0, "what needs a decision comes first"
    assert built < 5, built
    assert updated < 0.05, updated


def test_chips_filter_and_count(qtbot, load, controller, contract):
    number = load(contract)
    file = controller.session.files[number]
    panel = FindingPanel(Grouping.PLACES, LIGHT)
    qtbot.addWidget(panel)
    panel.show_files([file])
    panel.set_chip(Chip.OPEN)
    assert panel.model.refs(panel.model.index(0, 0)) == [Ref(number, "f4")]
    panel.set_chip(Chip.KEEP)
    assert panel.model.rowCount() == 0
    assert passes(Chip.HIDE, file, "f1")
    assert not passes(Chip.HIDE, file, "f4")


def test_file_rows_come_and_go(qtmodeltester, load, controller, contract):
    model = FileModel(controller)
    first, second = load(contract), load(contract, "thu-hai.pdf")
    qtmodeltester.check(model)
    controller.remove(first)
    assert [model.file(model.index(r)).number for r in range(model.rowCount())] == [second]


class NoLoader:
    """A loader that never has a block."""

    class loaded:
        @staticmethod
        def connect(_):
            pass

    def block(self, wish):
        return None


def test_grid_knows_cells_and_columns(qtmodeltester, load, controller, staff):
    number = load(staff, "nhan-su.xlsx")
    file = controller.session.files[number]
    model = GridModel(NoLoader())
    model.show(file, "Nhân sự", "")
    qtmodeltester.check(model)
    assert (model.rowCount(), model.columnCount()) == (41, 3)
    assert model.finding_at(20, 1).entity_type is EntityType.PERSON
    assert model.finding_at(0, 1) is None, "the header is not part of the column"
    assert model.finding_at(0, 0).id == "f9"
    words, look, mixed = model.strip(2)
    assert "80%" in words
    assert mixed
    assert look is Look.SURE
    assert model.strip(0) is None


def test_a_million_rows_cost_nothing_to_ask(load, controller):
    place = ColumnPlace("S", 0, 1, 999_999, "CCCD")
    cells = [finding(n, place=CellPlace("S", n * 10, 1), value=f"{n:012}") for n in range(2, 5000)]
    column = finding(1, place=place, value="", group="", count=999_999)
    number = load(make_scan([column, *cells], sheets=("S",)), "lon.xlsx")
    found = SheetFindings(controller.session.files[number], "S")
    start = time.perf_counter()
    for row in range(500_000, 500_400):
        found.at(row, 0)
    assert time.perf_counter() - start < 0.2
    assert found.rows_needed() == (1_000_000, 2)
