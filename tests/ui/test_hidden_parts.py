"""The side list: every comment, name and property by itself, hidden or kept."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from recognizers.entities import EntityType
from redactor.model import Action, HiddenPart, PartPlace, Treatment
from redactor.preview import HiddenText
from tests.ui.fakes import finding, make_scan
from ui.fitting_tabs import FittingTabs
from ui.hidden_parts import hidden_groups
from ui.icons import icon

PHONE = PartPlace("xlsx.comment", "c1#0", 4, 14)


@pytest.fixture
def book(window, load):
    scan = make_scan(
        [finding(1, EntityType.VN_PHONE, place=PHONE, value="0912345678", score=0.3)], sheets=("A",)
    )
    parts = (
        HiddenPart("xlsx.comment", 1, Treatment.KEPT),
        HiddenPart("xlsx.app_properties", 1, Treatment.LEFT_OUT),
    )
    hidden = (
        HiddenText("xlsx.comment", "c1#0", "gọi 0912345678"),
        HiddenText("xlsx.comment", "c1#1", "Đã xem"),
        HiddenText("xlsx.style", "s#0", "Times New Roman"),
    )
    number = load(replace(scan, hidden_parts=parts), "so.xlsx", hidden=hidden)
    window.desk.show_file(number)
    window.desk.right.setCurrentWidget(window.desk.hidden)
    return window, window.session.files[number]


def rows(panel):
    return {panel._item_of(g.child(n)).key: g.child(n) for g in panel._tops() for n in range(g.childCount())}


def test_texts_are_listed_one_by_one_without_the_technical_ones(book):
    _, file = book
    groups = {g.part: [i.key for i in g.items] for g in hidden_groups(file)}
    assert groups == {"xlsx.comment": ["c1#0", "c1#1"], "xlsx.app_properties": []}


def test_what_was_found_in_a_part_is_hidden_and_kept_like_anything_else(book):
    window, file = book
    panel = window.desk.hidden
    panel.tree.setCurrentItem(rows(panel)["c1#0"])
    panel.hide_selected()
    assert file.action("f1") is Action.HIDE
    assert not file.marks
    panel.keep_selected()
    assert file.action("f1") is Action.KEEP
    window.controller.undo.undo()
    window.controller.undo.undo()
    assert file.action("f1") is Action.ASK


def test_a_part_without_findings_can_go_as_a_whole(book):
    window, file = book
    panel = window.desk.hidden
    panel.tree.setCurrentItem(rows(panel)["c1#1"])
    panel.hide_selected()
    (mark,) = file.marks.values()
    assert mark.place == PartPlace("xlsx.comment", "c1#1")
    assert panel._item_of(panel.tree.currentItem()).mark == mark.id, "the row stays the current one"
    panel.keep_selected()
    assert not file.marks


def test_all_of_a_part_can_go_though_only_some_of_it_was_found(book):
    window, file = book
    panel = window.desk.hidden
    panel.tree.setCurrentItem(rows(panel)["c1#0"])
    panel.hide_selected(whole=True)
    assert [m.place.key for m in file.marks.values()] == ["c1#0"]


def test_texts_are_masked_until_they_are_current(book):
    panel = book[0].desk.hidden
    assert "0912345678" not in rows(panel)["c1#0"].text(0)
    assert "0912345678" not in rows(panel)["c1#0"].data(0, Qt.ItemDataRole.AccessibleTextRole)


def test_the_bar_decides_about_the_part_that_was_picked(book):
    window, file = book
    panel = window.desk.hidden
    panel.tree.setCurrentItem(rows(panel)["c1#0"])
    window.desk.bar.keep_button.click()
    assert file.action("f1") is Action.KEEP


def test_tabs_fall_back_to_icons_when_words_do_not_fit(qtbot):
    tabs = FittingTabs()
    qtbot.addWidget(tabs)
    for number in range(4):
        tabs.addTab(type(tabs)(), "")
        tabs.set_words(number, "Chưa đọc được", icon("unread", "#000000"))
    tabs.show()
    tabs.resize(900, 200)
    assert tabs.tabText(2) == "Chưa đọc được"
    tabs.resize(220, 200)
    assert tabs.tabText(2) == ""
    assert not tabs.tabIcon(2).isNull()
    assert tabs.tabToolTip(2) == "Chưa đọc được"
    assert tabs.tabBar().accessibleTabName(2) == "Chưa đọc được"
