"""Whole roads with real files through real workers: from drop to a verified copy."""

import hashlib
import shutil

import pikepdf
import pymupdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from redactor.jobs import JobState
from redactor.model import Action, Rect
from tests.ui.fakes import MemoryKeyStore
from ui.autosave import Autosave
from ui.controller import Controller
from ui.export_dialog import ExportDialog, ResultDialog
from ui.main_window import MainWindow
from ui.password_dialog import PasswordDialog
from ui.prefs import Prefs
from ui.review import GapChoice, Ref

pytestmark = pytest.mark.slow
MINUTES = 90_000


@pytest.fixture
def window(qtbot, tmp_path):
    controller = Controller()
    controller.own_words.path = tmp_path / "own.yaml"
    made = MainWindow(
        controller, Prefs(tmp_path / "w.ini"), Autosave(controller, tmp_path / "job.bin", MemoryKeyStore())
    )
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.show()
    yield made
    if made.isVisible():
        made.close()
    controller.close()


def settled(window):
    busy = (JobState.WAITING, JobState.SCANNING, JobState.EXPORTING, JobState.EXPORT_WAITING)
    return all(f.state not in busy for f in window.session)


def decide_everything(window):
    for file in window.session:
        if file.scan is None:
            continue
        window.deciding.decide(
            Action.HIDE, [Ref(file.number, i) for i in file.findings if file.action(i) is Action.ASK]
        )
        gaps = [g.id for g in file.gaps if g.id not in file.gap_choices]
        window.controller.choose_gaps(file.number, gaps, GapChoice.COVER, "")


def pdf_text(path):
    with pymupdf.open(path) as document:
        return "".join(page.get_text() for page in document)


def test_contract_by_keyboard_alone(qtbot, window, samples, tmp_path):
    source = tmp_path / "hop-dong.pdf"
    shutil.copy(samples / "hop-dong-chuyen-nhuong.pdf", source)
    before = hashlib.sha256(source.read_bytes()).digest()
    window.intake.add_paths([source])
    qtbot.waitUntil(lambda: window.session.files[1].scan is not None, timeout=MINUTES)
    file = window.session.files[1]
    assert window.desk.canvas.isVisible()
    window.desk.canvas.setFocus()
    for _ in range(file.open_findings + 1):
        if not file.open_findings:
            break
        QTest.keyClick(window.desk.canvas, Qt.Key.Key_F3)
        QTest.keyClick(window.desk.canvas, Qt.Key.Key_Return)
    window_keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    decide_everything(window)
    QTest.keyClick(window, Qt.Key.Key_E, window_keys)
    dialog = next(d for d in window.findChildren(ExportDialog) if d.isVisible())
    assert dialog.go.isEnabled()
    qtbot.waitUntil(lambda: dialog.isActiveWindow() and dialog.isAncestorOf(QApplication.focusWidget()))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: file.state is JobState.DONE or file.error is not None, timeout=MINUTES)
    assert file.error is None, file.error and file.error.params
    copy = file.record.output
    assert copy == tmp_path / "hop-dong_da-che.pdf"
    assert hashlib.sha256(source.read_bytes()).digest() == before
    said = pdf_text(copy)
    hidden = [
        f.value for f in file.findings.values() if file.action(f.id) is Action.HIDE and f.value.isdigit()
    ]
    assert hidden
    assert not [v for v in hidden if v in said]
    for result in window.findChildren(ResultDialog):
        result.close()


def test_a_drawn_box_takes_its_words_out(qtbot, window, tmp_path):
    source = tmp_path / "thu.pdf"
    with pymupdf.open() as document:
        page = document.new_page()
        page.insert_text((72, 100), "Bao cao quy ba", fontsize=12)
        page.insert_text((72, 140), "Du an Sao Mai duoc giu kin", fontsize=12)
        document.save(source)
    window.intake.add_paths([source])
    qtbot.waitUntil(lambda: window.session.files[1].scan is not None, timeout=MINUTES)
    file = window.session.files[1]
    window.viewing.start_search()
    window.desk.search.field.setText("sao mai")
    window.desk.search.run()
    window.desk.search.hide_all()
    assert len(file.marks) == 1
    window.deciding.drawn(1, (Rect(60, 85, 110, 105),))
    window.exporting.export_numbers([1], tmp_path / "out")
    qtbot.waitUntil(lambda: file.state is JobState.DONE or file.error is not None, timeout=MINUTES)
    assert file.error is None, file.error and (file.error.code, file.error.params)
    said = pdf_text(file.record.output)
    assert "Sao Mai" not in said
    assert "duoc giu kin" in said
    for result in window.findChildren(ResultDialog):
        result.close()


def test_mixed_batch_with_a_broken_and_a_locked_file(qtbot, window, samples, tmp_path):
    folder = tmp_path / "hồ sơ"
    folder.mkdir()
    for name in ("hop-dong-chuyen-nhuong.pdf", "danh-sach-nhan-su.xlsx", "khach-hang-ngan-hang.csv"):
        shutil.copy(samples / name, folder / name)
    (folder / "hỏng.pdf").write_bytes(b"%PDF-1.7\nnot really")
    with pikepdf.open(samples / "hop-dong-chuyen-nhuong.pdf") as pdf:
        pdf.save(folder / "khóa.pdf", encryption=pikepdf.Encryption(user="mở ra", owner="x"))
    window.intake.add_paths([folder])
    qtbot.waitUntil(lambda: settled(window), timeout=MINUTES)
    by_name = {f.path.name: f for f in window.session}
    assert by_name["hỏng.pdf"].error.code == "corrupt_document"
    assert by_name["khóa.pdf"].error.code == "password_required"
    dialog = next(d for d in window.findChildren(PasswordDialog) if d.isVisible())
    qtbot.waitUntil(lambda: dialog.isActiveWindow() and dialog.field.hasFocus())
    dialog.field.setText("mở ra")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: settled(window) and by_name["khóa.pdf"].scan is not None, timeout=MINUTES)
    decide_everything(window)
    good = [f for f in window.session if f.scan is not None]
    assert len(good) == 4
    window.exporting.export_numbers([f.number for f in good], tmp_path / "ra")
    qtbot.waitUntil(lambda: settled(window), timeout=MINUTES)
    assert {f.path.name: f.error and (f.error.code, f.error.params) for f in good} == {
        f.path.name: None for f in good
    }
    copies = [p for p in (tmp_path / "ra").iterdir() if "ban-ghi" not in p.name]
    assert len(copies) == 4
    assert not list((tmp_path / "ra").glob(".che-du-lieu-*")), "no drafts are left"
    for result in window.findChildren(ResultDialog):
        result.close()


def test_sheet_cells_come_in_blocks_as_they_are_shown(qtbot, window, samples):
    window.intake.add_paths([samples / "danh-sach-nhan-su.xlsx"])
    qtbot.waitUntil(lambda: window.session.files[1].scan is not None, timeout=MINUTES)
    grid = window.desk.sheets.grid
    qtbot.waitUntil(lambda: bool(grid.text(0, 0)), timeout=MINUTES)
    assert grid.text(0, 0).startswith("CÔNG TY")
    assert window.desk.sheets.table.columnSpan(0, 0) > 1, "merged cells are shown merged"
    window.viewing.start_search()
    window.desk.search.field.setText("cong ty co phan")
    window.desk.search.run()
    qtbot.waitUntil(lambda: len(window.desk.search._hits) >= 1, timeout=MINUTES)
    assert window.desk.search._hits[0].place.row == 0
    window.desk.search.step(1)
    assert window.desk.sheets.table.currentIndex().row() == 0
    looks = {grid.look_at(row, column) for row in range(6, 12) for column in range(grid.columnCount())}
    assert len(looks) >= 2


def test_pages_are_drawn_sharp_at_any_zoom(qtbot, window, samples):
    window.intake.add_paths([samples / "hop-dong-chuyen-nhuong.pdf"])
    qtbot.waitUntil(lambda: window.session.files[1].scan is not None, timeout=MINUTES)
    canvas = window.desk.canvas
    for zoom in (0.5, 3.0):
        canvas.set_zoom(zoom)
        page = canvas.page
        wanted = canvas._scale(page)
        stores = (window.desk.renderer._large, window.desk.renderer._small)
        qtbot.waitUntil(
            lambda key=(1, page, wanted), stores=stores: any(key in s for s in stores), timeout=30_000
        )
        image = window.desk.renderer.picture(1, page, wanted)
        assert image.width() == pytest.approx(
            canvas._page_rect(page).width() * canvas.devicePixelRatioF(), abs=2
        )
    QApplication.processEvents()
