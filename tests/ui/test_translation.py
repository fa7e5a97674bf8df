"""Nothing stays in the other language: every word that any widget of the window holds, in both languages."""

import unicodedata
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QTabBar,
    QTableView,
    QTreeView,
    QTreeWidget,
    QWidget,
)

from redactor.model import HiddenPart, Treatment
from redactor.preview import HiddenText
from ui.export_dialog import ExportDialog, ResultDialog
from ui.password_dialog import PasswordDialog
from ui.review import Ref
from ui.theme import LIGHT

SAME_IN_BOTH = {"Che Dữ Liệu", "Tiếng Việt", "English"}
OWN_DATA = ("Trần Thị Mai", "hop-dong", "nhan-su", "Nhân sự", "Phụ lục", "CCCD", "Họ tên", "tmp", "Đã xem")
"""Names of files, sheets and headers of the made-up papers."""


def words_of(widget):
    """Every text of a widget and of all below it, with where it stands."""
    for each in [widget, *widget.findChildren(QWidget)]:
        kind = type(each).__name__
        for name, text in (
            ("tooltip", each.toolTip()),
            ("spoken", each.accessibleName()),
            ("description", each.accessibleDescription()),
            ("title", each.windowTitle()),
        ):
            yield f"{kind}.{name}", text
        for action in each.actions():
            yield f"{kind}.action", action.text()
            yield f"{kind}.action.tooltip", action.toolTip()
        if isinstance(each, QLabel | QAbstractButton):
            yield f"{kind}.text", each.text()
        if isinstance(each, QLineEdit):
            yield f"{kind}.hint", each.placeholderText()
        if isinstance(each, QTabBar):
            yield from ((f"{kind}.tab", each.tabText(n)) for n in range(each.count()))
        if isinstance(each, QComboBox):
            yield from ((f"{kind}.choice", each.itemText(n)) for n in range(each.count()))
        if isinstance(each, QListWidget):
            yield from ((f"{kind}.row", each.item(n).text()) for n in range(each.count()))
        if isinstance(each, QTreeWidget):
            yield from (
                (f"{kind}.row", each.topLevelItem(n).text(0)) for n in range(each.topLevelItemCount())
            )
        if isinstance(each, QTableView | QTreeView) and each.model() is not None:
            model = each.model()
            for column in range(min(8, model.columnCount(QModelIndex()))):
                head = model.headerData(column, Qt.Orientation.Horizontal)
                yield f"{kind}.head", head if isinstance(head, str) else ""


def vietnamese(text):
    """Whether a text has letters that only Vietnamese has here."""
    if text in SAME_IN_BOTH or any(own in text for own in OWN_DATA):
        return False
    plain = text
    for known in SAME_IN_BOTH:
        plain = plain.replace(known, "")
    return any(c in "đĐ" or unicodedata.combining(c) for c in unicodedata.normalize("NFD", plain))


def still_vietnamese(widget):
    return sorted({f"{where}: {text}" for where, text in words_of(widget) if text and vietnamese(text)})


@pytest.fixture
def full(window, load, contract, staff):
    """A contract and a workbook with hidden parts, both shown once."""
    parts = (
        HiddenPart("xlsx.comment", 1, Treatment.KEPT),
        HiddenPart("xlsx.hidden_sheet", 1, Treatment.KEPT, "Phụ lục"),
        HiddenPart("xlsx.app_properties", 1, Treatment.LEFT_OUT),
    )
    load(contract)
    load(replace(staff, hidden_parts=parts), "nhan-su.xlsx", hidden=(HiddenText("xlsx.comment", "c", "x"),))
    for number in (2, 1):
        window.desk.files.choose(number)
    window.desk.pick(Ref(1, "f1"))
    return window


def test_switching_the_language_leaves_no_word_behind(full):
    full.viewing.start_search()
    full.desk.search.field.setText("001190")
    full.desk.search.run()
    before = {w: t for w, t in words_of(full)}
    full.use_language("en")
    assert still_vietnamese(full) == []
    full.desk.files.choose(2)
    assert still_vietnamese(full) == []
    full.use_language("vi")
    full.desk.files.choose(1)
    full.desk.pick(Ref(1, "f1"))
    assert {w: t for w, t in words_of(full)} == before, "and back"


def test_vietnamese_is_not_left_in_english(full):
    english = {
        "Open",
        "Hide",
        "Keep",
        "Files",
        "Pages",
        "Sheets",
        "People",
        "Undo",
        "Search",
        "Close",
        "Cancel",
    }
    assert [f"{w}: {t}" for w, t in words_of(full) if t.replace("&", "").rstrip("….") in english] == []


@pytest.mark.parametrize("name", ["open_settings", "show_keys", "show_about", "show_history"])
def test_dialogs_open_in_the_language_in_use(full, name):
    full.use_language("en")
    getattr(full, name)()
    dialog = next(d for d in full.findChildren(QDialog) if d.isVisible())
    assert still_vietnamese(dialog) == []
    dialog.close()


def test_dialogs_of_export_and_passwords_too(full, controller):
    full.use_language("en")
    file = full.session.files[1]
    for dialog in (
        ExportDialog(controller, file, None, LIGHT, full),
        ResultDialog(controller, LIGHT, full),
        PasswordDialog("hop-dong.pdf", wrong=True, parent=full),
    ):
        assert still_vietnamese(dialog) == []
        dialog.close()


def test_windows_of_folders_follow_while_they_are_open(full):
    batch, watch = full.folders.open_batch(), full.folders.open_watch()
    full.use_language("en")
    assert still_vietnamese(batch) == []
    assert still_vietnamese(watch) == []
    full.use_language("vi")
    assert any(vietnamese(t) for _, t in words_of(batch))
    batch.close()
    watch.close()
