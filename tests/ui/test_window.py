"""The window with made-up scans: keys, menus, drop, decisions, lists, names for screen readers."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
)

from redactor.errors import CorruptDocument, PasswordRequired, TargetExists, VerificationFailed, WrongPassword
from redactor.jobs import Advanced, Exported, Failed, JobState, NeedsReview, Started
from redactor.model import Action, ColumnPlace, PageArea, Stage
from redactor.preview import GridBlock
from redactor.record import Record
from tests.ui.fakes import finding, make_scan, words_for
from ui import intake, texts
from ui.export_dialog import ExportDialog, ResultDialog
from ui.finding_model import Grouping
from ui.language import language
from ui.password_dialog import PasswordDialog
from ui.review import GapChoice, Look, Ref, Scope
from ui.scope_menu import scope_menu

LINES = ["Bên A: Trần Thị Mai", "CCCD: 001190012345", "Điện thoại 0912345678"]


@pytest.fixture
def opened(window, load, contract):
    """The contract, open and in view; returns (window, file)."""
    number = load(contract, words=[words_for(1, LINES)])
    window.desk.files.choose(number)
    window.desk.canvas.setFocus()
    return window, window.session.files[number]


def drop(window, paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(p)) for p in paths])
    where, copy, left = QPointF(300, 300), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(where.toPoint(), copy, data, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, enter)
    dropped = QDropEvent(where, copy | Qt.DropAction.MoveAction, data, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, dropped)
    return enter, dropped


# --- input ------------------------------------------------------------------------------------------------------------


def test_first_screen_offers_files_and_samples(window):
    assert window.desk.middle.currentWidget() is window.desk.welcome
    assert window.desk.welcome.samples_button.isVisible()
    assert not window.desk.left.isVisible()
    assert not window.top_bar.export_button.isEnabled()


def test_samples_that_are_shipped_read_only_are_tried_in_the_users_documents(monkeypatch, tmp_path):
    shipped = intake.sample_files()
    assert intake.samples_to_try() == shipped, "here they can be written beside"
    monkeypatch.setattr(intake.os, "access", lambda path, mode: False)
    monkeypatch.setattr(intake, "user_documents_path", lambda: tmp_path)
    tried = intake.samples_to_try()
    assert [p.name for p in tried] == [p.name for p in shipped]
    assert all(
        tmp_path in p.parents and p.read_bytes() == s.read_bytes()
        for p, s in zip(tried, shipped, strict=True)
    )
    monkeypatch.setattr(intake, "user_documents_path", lambda: shipped[0])
    assert intake.samples_to_try() == shipped, "nowhere to put them"


def test_drop_takes_files_and_folders_as_copies(qtbot, window, tmp_path):
    folder = tmp_path / "Hồ sơ & giấy tờ"
    folder.mkdir()
    for name in ("một.pdf", "~$khóa.xlsx", "ghi chú.docx", "hai.xlsx"):
        (folder / name).write_bytes(b"x")
    (tmp_path / "lẻ.csv").write_bytes(b"x")
    enter, dropped = drop(window, [folder, tmp_path / "lẻ.csv"])
    assert enter.isAccepted()
    assert dropped.dropAction() == Qt.DropAction.CopyAction
    qtbot.waitUntil(lambda: len(window.session.files) == 3)
    assert sorted(f.path.name for f in window.session) == ["hai.xlsx", "lẻ.csv", "một.pdf"]


def test_unsupported_files_are_named(qtbot, window, tmp_path):
    odd = tmp_path / "bài hát.mp3"
    odd.write_bytes(b"x")
    window.intake.add_paths([odd])
    boxes = window.findChildren(QMessageBox)
    assert len(boxes) == 1
    assert "bài hát.mp3" in boxes[0].informativeText()
    assert len(window.session.files) == 0
    boxes[0].close()


def test_the_same_file_is_taken_once(window, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"x")
    window.intake.add_paths([path])
    window.intake.add_paths([path])
    assert len(window.session.files) == 1


def test_progress_is_told_and_a_failure_names_the_remedy(window, controller, tmp_path):
    path = tmp_path / "hỏng.pdf"
    path.write_bytes(b"x")
    window.intake.add_paths([path])
    controller._take(Started(1, JobState.SCANNING))
    controller._take(Advanced(1, Stage.READ, 3, 9))
    assert "3/9" in window.desk.message._text.text()
    controller._take(Failed(1, CorruptDocument(format="pdf"), JobState.SCANNING))
    assert "bị hỏng" in window.desk.message._text.text()
    window.desk.message._button.click()
    assert ("retry", 1, None) in controller.queue.asked


def test_passwords_are_asked_one_after_the_other(qtbot, window, controller, tmp_path):
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_bytes(b"x")
    window.intake.add_paths([tmp_path / "a.pdf", tmp_path / "b.pdf"])
    controller._take(Failed(1, PasswordRequired(), JobState.SCANNING))
    controller._take(Failed(2, PasswordRequired(), JobState.SCANNING))
    dialogs = window.findChildren(PasswordDialog)
    assert len(dialogs) == 1
    dialogs[0].field.setText("bí mật")
    dialogs[0]._take()
    assert ("retry", 1, "bí mật") in controller.queue.asked
    assert dialogs[0].field.text() == "", "the password does not stay in the field"
    second = [d for d in window.findChildren(PasswordDialog) if d.isVisible()]
    assert len(second) == 1
    second[0].reject()
    controller._take(Failed(1, WrongPassword(), JobState.SCANNING))
    third = [d for d in window.findChildren(PasswordDialog) if d.isVisible()]
    assert any("không đúng" in w.text() for w in third[0].findChildren(type(window.status.seen)))
    third[0].reject()


# --- deciding by keyboard ---------------------------------------------------------------------------------------------


def test_f3_goes_to_what_is_open_and_enter_hides_it(opened):
    window, file = opened
    QTest.keyClick(window.desk.canvas, Qt.Key.Key_F3)
    assert window.desk.canvas.current == "f4"
    QTest.keyClick(window.desk.canvas, Qt.Key.Key_Return)
    assert file.look("f4") is Look.HIDE
    assert window.controller.undo.undoText() == "Che 1 chỗ: Số điện thoại"


def test_space_toggles_and_undo_names_the_step(opened):
    window, file = opened
    window.desk.pick(Ref(file.number, "f2"))
    QTest.keyClick(window.desk.canvas, Qt.Key.Key_Space)
    assert file.action("f2") is Action.KEEP
    QTest.keyClick(window.desk.canvas, Qt.Key.Key_Space)
    assert file.action("f2") is Action.HIDE
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert file.action("f2") is Action.KEEP
    assert "Che 1 chỗ" in window.commands["redo"].text()
    QTest.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert file.action("f2") is Action.HIDE


def test_ctrl_enter_keeps_and_shift_settles_all_equal_values(opened):
    window, file = opened
    window.desk.pick(Ref(file.number, "f2"))
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window.desk.canvas, Qt.Key.Key_Return, both)
    assert [file.action(i) for i in ("f2", "f5")] == [Action.KEEP, Action.KEEP]
    assert file.action("f1") is Action.HIDE


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, *(Qt.Key(ord(c)) for c in "SFRXJZWAEOD123456789")])
def test_input_methods_change_nothing(opened, key):
    window, file = opened
    window.desk.pick(Ref(file.number, "f2"))
    before, at = file.decisions(), window.desk.canvas.verticalScrollBar().value()
    QTest.keyClick(window.desk.canvas, key)
    assert file.decisions() == before
    assert window.desk.canvas.current == "f2"
    assert window.desk.canvas.verticalScrollBar().value() == at


def test_no_shortcut_is_a_plain_letter_or_digit(window):
    for key, action in window.commands:
        for sequence in action.shortcuts():
            text = sequence.toString(QKeySequence.SequenceFormat.PortableText)
            assert not (len(text) == 1 and text.isalnum()), (key, text)
            assert "Backspace" not in text, key


def test_no_two_commands_share_a_key(window):
    seen = {}
    for key, action in window.commands:
        for sequence in action.shortcuts():
            assert sequence.toString() not in seen, (key, seen[sequence.toString()])
            seen[sequence.toString()] = key


def test_every_command_is_in_a_menu(window):
    def below(menu):
        for action in menu.actions():
            yield action
            if action.menu() is not None:
                yield from below(action.menu())

    listed = set(below(window.menuBar()))
    hidden = {k for k, a in window.commands if a not in listed}
    assert hidden <= {"leave"}, hidden


def test_delete_removes_only_what_was_drawn(opened):
    window, file = opened
    window.desk.pick(Ref(file.number, "f2"))
    QTest.keyClick(window.desk.canvas, Qt.Key.Key_Delete)
    assert "f2" in file.findings
    assert file.action("f2") is Action.HIDE
    window.deciding.drawn(1, window_rect(100, 300, 160, 320))
    (mark,) = file.marks
    assert window.desk.canvas.current == mark
    QTest.keyClick(window.desk.canvas, Qt.Key.Key_Delete)
    assert file.marks == {}
    window.controller.undo.undo()
    assert list(file.marks) == [mark]


def window_rect(*numbers):
    from redactor.model import Rect

    return (Rect(*numbers),)


def test_marks_move_and_resize_by_a_point(opened):
    window, file = opened
    window.deciding.drawn(1, window_rect(100, 300, 160, 320))
    (mark,) = file.marks
    QTest.keyClick(window.desk.canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(window.desk.canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    rect = file.marks[mark].place.rects[0]
    assert (rect.x0, rect.y0, rect.x1, rect.y1) == (101, 300, 161, 321)


def test_draw_mode_is_sticky_and_snaps_to_letters(opened):
    window, file = opened
    window.commands["draw"].trigger()
    canvas = window.desk.canvas
    for row in (0, 1):
        start = canvas._in_view(1, window_rect(96, 102 + 20 * row, 97, 103 + 20 * row)[0]).topLeft().toPoint()
        end = canvas._in_view(1, window_rect(112, 110 + 20 * row, 113, 111 + 20 * row)[0]).topLeft().toPoint()
        view = canvas.viewport()
        QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
        QTest.mouseMove(view, end)
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
        assert canvas.drawing
    assert len(file.marks) == 2
    rect = next(iter(file.marks.values())).place.rects[0]
    assert (rect.x0 - 50) % 6 == pytest.approx(0, abs=0.11)
    assert (rect.x1 - 50) % 6 == pytest.approx(0, abs=0.11)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert not canvas.drawing


def test_marked_text_is_hidden_with_one_key(opened):
    window, file = opened
    canvas, view = window.desk.canvas, window.desk.canvas.viewport()
    at = canvas._in_view(1, window_rect(52, 143, 53, 144)[0]).topLeft().toPoint()  # "Điện" of the third line
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert canvas.selection.text == "Điện"
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    (mark,) = file.marks.values()
    assert mark.place.page == 1
    assert canvas.selection is None
    assert "bôi đen" in window.controller.undo.undoText()


def test_a_click_on_a_box_picks_it_everywhere(opened):
    window, file = opened
    at = window.desk.canvas._in_view(1, file.findings["f2"].places[0].rects[0]).center().toPoint()
    QTest.mouseClick(
        window.desk.canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at
    )
    assert window.desk.canvas.current == "f2"
    panel = window.desk.panels[Grouping.PEOPLE]
    assert panel.model.node(panel.tree.currentIndex()).ref == Ref(file.number, "f2")
    assert "001190012345" in window.desk.bar._sentence.text()


def test_tab_goes_round_the_boxes_of_the_page(opened):
    window, _ = opened
    seen = []
    for _ in range(5):
        QTest.keyClick(window.desk.canvas, Qt.Key.Key_Tab)
        seen.append(window.desk.canvas.current)
    assert sorted(seen[:4]) == ["f1", "f2", "f3", "f4"]
    assert seen[4] == seen[0]
    assert window.desk.canvas.hasFocus()


def test_list_keys_decide_whole_people(opened):
    window, file = opened
    window.desk.focus_list()
    panel = window.desk.panels[Grouping.PEOPLE]
    panel.tree.setCurrentIndex(panel.model.index(1, 0))
    QTest.keyClick(panel.tree, Qt.Key.Key_Space)
    assert [file.action(i) for i in ("f1", "f2", "f5")] == [Action.KEEP] * 3
    assert window.controller.undo.count() == 1, "one step for one decision"


# --- scopes -----------------------------------------------------------------------------------------------------------


def test_scope_lines_tell_what_they_would_do(opened, load, contract):
    window, file = opened
    other = load(make_scan(contract.findings, sha="c" * 64), "khac.pdf")
    chosen = []
    menu = scope_menu(window.session, Ref(file.number, "f2"), lambda s, a: chosen.append((s, a)), window)
    lines = [a.text() for a in menu.actions()]
    assert any("sẽ che 4 chỗ trong 2 tệp" in line for line in lines)
    assert any("sẽ giữ 3 chỗ trong 1 tệp" in line for line in lines), "the person, in this file"
    menu.activeAction().trigger()
    assert chosen == [(Scope.JOB, Action.HIDE)]
    window.deciding.decide_scope(Ref(file.number, "f2"), Scope.JOB, Action.KEEP)
    assert window.session.files[other].action("f5") is Action.KEEP
    assert window.controller.undo.count() == 1


def test_always_goes_to_the_users_own_list(opened, controller):
    window, file = opened
    window.deciding.decide_scope(Ref(file.number, "f2"), Scope.ALWAYS, Action.HIDE)
    assert controller.own_words.read()["always_hide"] == ["001190012345"]
    assert controller.policy.rules_file == str(controller.own_words.path)
    window.deciding.decide_scope(Ref(file.number, "f2"), Scope.ALWAYS, Action.KEEP)
    assert controller.own_words.read() == {"always_hide": [], "always_keep": ["001190012345"]}


# --- search, gaps, sheets ---------------------------------------------------------------------------------------------


def test_search_without_accents_hides_all_hits_at_once(opened):
    window, file = opened
    window.viewing.start_search()
    window.desk.search.field.setText("tran thi")
    window.desk.search.run()
    assert len(window.desk.search._hits) == 1
    window.desk.search.hide_all()
    (mark,) = file.marks.values()
    assert isinstance(mark.place, PageArea)
    QTest.keyClick(window.desk.search, Qt.Key.Key_Escape)
    assert not window.desk.search.isVisible()


def test_gaps_are_settled_and_can_be_reopened(opened):
    window, file = opened
    window.desk.right.setCurrentWidget(window.desk.gaps)
    window.desk.gaps.list.setCurrentRow(0)
    window.desk.gaps._cover.click()
    assert file.gap_choices == {"gap1": GapChoice.COVER}
    window.desk.gaps.list.setCurrentRow(0)
    window.desk.gaps._reopen.click()
    assert file.gap_choices == {}
    window.controller.undo.undo()
    assert file.gap_choices == {"gap1": GapChoice.COVER}


def test_columns_are_hidden_whole(window, load, staff):
    number = load(staff, "nhan-su.xlsx")
    window.desk.files.choose(number)
    file = window.session.files[number]
    assert window.desk.middle.currentWidget() is window.desk.sheets
    window.desk.sheets.hide_column(0)
    places = [m.place for m in file.marks.values()]
    assert places == [ColumnPlace("Nhân sự", 0, 1, 40)]
    window.desk.sheets._decide_column(1, Action.KEEP)
    assert file.action("f1") is Action.KEEP
    window.desk.sheets.pick("f2")
    assert window.desk.sheets.table.currentIndex().column() == 2


def test_type_can_be_corrected(opened):
    window, file = opened
    window.desk.pick(Ref(file.number, "f2"))
    from recognizers.entities import EntityType

    window.deciding.type_chosen(EntityType.VN_TAX_CODE)
    assert file.entity_type("f2") is EntityType.VN_TAX_CODE
    kinds = {f.id: f.entity_type for f in file.effective_scan().findings}
    assert kinds["f2"] is EntityType.VN_TAX_CODE
    window.controller.undo.undo()
    assert file.entity_type("f2") is EntityType.VN_PERSONAL_ID


# --- export -----------------------------------------------------------------------------------------------------------


def test_export_is_closed_until_everything_is_settled(opened, controller):
    window, file = opened
    window.exporting.ask()
    (dialog,) = window.findChildren(ExportDialog)
    assert not dialog.go.isEnabled()
    dialog.reject()
    window.deciding.decide(Action.HIDE, [Ref(file.number, "f4")])
    controller.choose_gaps(file.number, ["gap1"], GapChoice.COVER, "")
    window.exporting.ask()
    dialog = next(d for d in window.findChildren(ExportDialog) if d.isVisible())
    assert dialog.go.isEnabled()
    dialog.go.click()
    asked = [a for a in controller.queue.asked if a[0] == "export"]
    assert len(asked) == 1
    assert asked[0][2] == file.decisions()
    for result in window.findChildren(ResultDialog):
        result.close()


def record(path, target):
    body = {"hidden": [{"type": "PERSON", "count": 3}], "verification": [{"check": "a"}, {"check": "b"}]}
    return Record("verified", path, target, body=body)


def shown_texts(widget):
    return " ".join(w.text() for w in [*widget.findChildren(QLabel), *widget.findChildren(QAbstractButton)])


def test_result_speaks_of_verification_only_after_it_passed(opened, controller, tmp_path):
    window, file = opened
    window.exporting.export_numbers([file.number], None)
    (dialog,) = window.findChildren(ResultDialog)
    assert "kiểm chứng" not in shown_texts(dialog)
    controller._take(Exported(file.number, record(file.path, tmp_path / "hop-dong_da-che.pdf")))
    said = shown_texts(dialog)
    assert "2 phép kiểm tra đều đạt" in said
    assert "3 chỗ" in said
    assert file.state is JobState.DONE
    window.deciding.decide(Action.KEEP, [Ref(file.number, "f1")])
    assert file.state is JobState.REVIEW, "a changed decision makes the copy stale"
    dialog.close()


@pytest.mark.parametrize(
    ("error", "button", "change"),
    [
        (VerificationFailed(checks="text", pages="2"), texts.FIX_STRICT, ("image_pages", True)),
        (TargetExists(), texts.FIX_OVERWRITE, ("overwrite", True)),
    ],
)
def test_a_failed_export_offers_the_button_that_fixes_it(opened, controller, error, button, change):
    window, file = opened
    window.exporting.export_numbers([file.number], None)
    (dialog,) = window.findChildren(ResultDialog)
    controller._take(Failed(file.number, error, JobState.EXPORTING))
    assert "Đã kiểm chứng" not in shown_texts(dialog)
    fix = next(b for b in dialog.findChildren(QAbstractButton) if b.text() == button())
    fix.click()
    policy = [a for a in controller.queue.asked if a[0] == "export"][-1][3]
    assert getattr(policy.output, change[0]) is change[1]
    assert getattr(controller.policy.output, change[0]) is not change[1], "the policy itself stays as it was"
    dialog.close()


def test_redact_mode_exports_by_itself_only_what_needs_nobody(window, controller, tmp_path, contract):
    from ui.single_instance import Request

    paths = []
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_bytes(b"x")
        paths.append(str(tmp_path / name))
    window.take_request(Request("redact", tuple(paths)))
    clean = make_scan([f for f in contract.findings if f.id != "f4"], sha="d" * 64)
    controller._take(NeedsReview(1, contract))
    controller._take(NeedsReview(2, clean))
    assert [a[1] for a in controller.queue.asked if a[0] == "export"] == [2]
    for dialog in window.findChildren(ResultDialog):
        dialog.close()


# --- looks, languages, accessibility ----------------------------------------------------------------------------------


def controls(window):
    for kind in (QAbstractButton, QAbstractItemView, QLineEdit, QComboBox):
        for widget in window.findChildren(kind):
            if widget.isVisibleTo(window) and not widget.objectName().startswith("qt_"):
                yield widget


@pytest.mark.parametrize("code", ["vi", "en"])
def test_every_control_has_a_spoken_name(opened, code):
    window, _ = opened
    window.use_language(code)
    window.desk.search.show()
    for widget in controls(window):
        parent = widget.parent()
        if isinstance(parent, QComboBox | QAbstractItemView) or (
            parent and isinstance(parent.parent(), QComboBox)
        ):
            continue
        face = QAccessible.queryAccessibleInterface(widget)
        name = face.text(QAccessible.Text.Name) if face is not None else ""
        assert name.strip(), (type(widget).__name__, widget.objectName(), type(parent).__name__)


VIETNAMESE = set("ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ")


def test_english_is_complete_at_run_time_and_back(opened):
    window, _ = opened
    before = all_texts(window)
    window.use_language("en")
    left = {t for t in all_texts(window) if VIETNAMESE & set(t.lower())}
    allowed = {"Tiếng Việt", "Che Dữ Liệu"}
    names = {"Trần Thị Mai", "Lê Văn Bình"}
    assert {t for t in left if t not in allowed and not any(n in t for n in names)} == set()
    window.use_language("vi")
    assert all_texts(window) == before


def all_texts(window):
    found = set()
    for action in window.findChildren(type(window.commands["open"])):
        found.add(action.text())
    for menu in window.findChildren(QMenu):
        found.add(menu.title())
    for widget in window.findChildren(QAbstractButton):
        found.add(widget.text())
    for tabs in (window.desk.left, window.desk.right):
        found |= {tabs.tabText(i) for i in range(tabs.count())}
    found |= {window.top_bar.profile.itemText(i) for i in range(window.top_bar.profile.count())}
    found |= {window.status.local.text(), window.status.seen.text(), window.status.decided.text()}
    found |= {window.desk.bar._sentence.text(), window.desk.bar._why.text()}
    return {t for t in found if t}


def test_rows_are_spoken_in_full_and_without_values(opened):
    window, file = opened
    panel = window.desk.panels[Grouping.PEOPLE]
    index = panel.model.index_of(file.number, "f4")
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Số điện thoại, trang 1, cần xem, Cần xem")
    assert "0912345678" not in said


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_themes_switch_while_the_window_stands(opened, name):
    window, _ = opened
    window.use_theme(name)
    from ui.theme import THEMES

    assert window.palette().window().color().name() == THEMES[name].window
    image = window.grab().toImage()
    assert image.pixelColor(5, window.height() - 5).name() == THEMES[name].surface


def test_text_size_doubles(opened):
    window, _ = opened
    small = window.desk.bar.fontMetrics().height()
    window.use_scale("200")
    assert window.desk.bar.fontMetrics().height() >= 1.8 * small
    window.use_scale("100")


def test_the_window_fits_a_small_screen_at_every_text_size(opened):
    window, _ = opened
    for percent in ("100", "200"):
        window.use_scale(percent)
        for code in ("vi", "en"):
            language.use(code)
            hint = window.minimumSizeHint()
            assert hint.width() <= 1366, (percent, code, hint)
            assert hint.height() <= 768, (percent, code, hint)
    window.use_scale("100")


def test_values_stay_out_of_the_clipboard_and_the_title(opened):
    window, file = opened
    QApplication.clipboard().clear()
    window.desk.pick(Ref(file.number, "f2"))
    QTest.keyClick(window.desk.canvas, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "001190012345" not in QApplication.clipboard().text()
    assert "001190012345" not in window.windowTitle()


def test_cells_stay_out_of_the_clipboard_too(window, load, staff):
    window.desk.show_file(load(staff, "nhan-su.xlsx"))
    window.desk.sheets.grid._block = lambda n: GridBlock(0, (("0912345678",),), 1, 1)
    QApplication.clipboard().clear()
    table = window.desk.sheets.table
    table.setCurrentIndex(window.desk.sheets.grid.index(0, 0))
    assert table.currentIndex().data() == "0912345678"
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    window.desk.sheets._content.selectAll()
    window.desk.sheets._content.copy()
    assert QApplication.clipboard().text() == ""


def test_dragging_over_a_scan_says_why_nothing_is_marked(window, load, contract):
    window.desk.show_file(load(contract))
    view = window.desk.canvas.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(200, 120))
    QTest.mouseMove(view, QPoint(260, 140))
    move = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(260, 140), QPointF(260, 140),
        Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(view, move)
    assert "Ctrl+D" in window.desk.bar._sentence.text()


def test_the_menu_key_opens_the_scopes_of_the_current_box(opened):
    window, file = opened
    window.desk.pick(Ref(file.number, "f2"))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(window.desk.canvas, event)
    menu = next(m for m in window.findChildren(QMenu) if m.isVisible())
    assert any("sẽ che" in a.text() for a in menu.actions())
    menu.close()


def test_the_status_bar_tells_the_whole_queue(window, controller, tmp_path):
    for name in ("a.pdf", "b.pdf", "c.pdf"):
        (tmp_path / name).write_bytes(b"%PDF")
    window.intake.add_paths([tmp_path])
    controller._take(NeedsReview(1, make_scan([finding(1)])))
    assert window.status.queue.text() == "Đang quét 1/3 tệp"
    window.commands["pause"].trigger()
    assert window.status.queue.text() == "Hàng đợi đang tạm dừng, còn 2 tệp"
    assert window.commands["pause"].text() == "Chạy tiếp hàng đợi"
    window.commands["pause"].trigger()
    for number in (2, 3):
        controller._take(NeedsReview(number, make_scan([])))
    assert not window.status.queue.isVisible()


def test_a_word_that_changes_lists_is_told(opened):
    window, _ = opened
    window.desk.search.open()
    window.desk.search.remember("Sao Mai", hide=False)
    window.desk.search.remember("Sao Mai", hide=True)
    assert window.desk.search._count.text().startswith("Từ này trước đây luôn giữ")
    assert window.controller.own_words.read() == {"always_hide": ["Sao Mai"], "always_keep": []}


def test_seen_is_apart_from_decided(opened):
    window, file = opened
    assert file.seen == set()
    window.desk.canvas.seen.emit(1)
    assert file.seen == {1}
    assert window.status.seen.text() == "Đã xem 1/3 trang"
    assert file.by_person == {}


def test_geometry_and_choices_are_remembered(qtbot, window, tmp_path):
    window.use_theme("dark")
    window.use_language("en")
    window.prefs.save()
    from ui.prefs import Prefs

    again = Prefs(tmp_path / "window.ini")
    assert (again.theme, again.language) == ("dark", "en")
    stored = Path(tmp_path / "window.ini").read_text("utf-8")
    assert "001190012345" not in stored


def test_split_scrolls_together_and_shows_the_result(opened):
    window, _ = opened
    window.commands["split"].trigger()
    assert window.desk.result_canvas.isVisible()
    window.desk.canvas.verticalScrollBar().setValue(50)
    assert window.desk.result_canvas.verticalScrollBar().value() == 50
    window.commands["split"].trigger()
    assert not window.desk.result_canvas.isVisible()


def test_dialogs_open_and_close(opened):
    window, _ = opened
    for show in (window.show_keys, window.show_about, window.show_history, window.open_settings):
        show()
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        assert dialog.windowTitle()
        dialog.close()


def test_context_menu_opens_at_the_finding(opened):
    window, file = opened
    window.desk.pick(Ref(file.number, "f2"))
    window._context_menu(QPoint(400, 300))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert any("trong 1 tệp" in a.text() for a in menu.actions())
    menu.close()
