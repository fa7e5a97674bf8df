"""Whole folders in the window: the batch with its questions, the watched folder, and what a dropped folder asks."""

import shutil
import threading
from typing import ClassVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton

from recognizers.entities import EntityType
from redactor import batch, watch
from redactor.batch import BatchResult, Listed, Progress
from redactor.batch_review import Question, Review
from redactor.batch_summary import FileResult
from redactor.batch_walk import Skipped
from redactor.errors import SourceMissing
from redactor.model import Action, GapReason
from ui.batch_models import QuestionModel, ResultModel
from ui.engine_thread import EngineThread
from ui.flow_layout import FlowLayout
from ui.folders import MANY, holds_many
from ui.masking import SECRET
from ui.prefs import Prefs, WatchPrefs
from ui.single_instance import Request
from ui.theme import LIGHT

PHONE = "0912345678"
QUESTIONS = (
    Question("g1", EntityType.VN_PHONE, PHONE, 7, ("a.pdf", "b.pdf")),
    Question("g2", EntityType.PERSON, "Trần Mai", 2, ("b.pdf",)),
)
RESULTS = (
    FileResult("a.pdf", "open", open=7),
    FileResult("b.pdf", "open", open=2),
    FileResult("c.pdf", "verified", output="c_da-che.pdf"),
    FileResult("khóa.pdf", "failed", reason="password_required"),
)


class FakeBatch:
    """Tells what a batch tells; stands still until the test lets it go on."""

    made: ClassVar[list["FakeBatch"]] = []

    def __init__(self, options, *, on_event):
        self.options, self.on_event = options, on_event
        self.said, self.answers = [], {}
        self.go_on = threading.Event()
        FakeBatch.made.append(self)

    def run(self):
        self.on_event(Listed(4, 0, (Skipped("x.mp3", "unsupported_format"),)))
        self.on_event(Progress("scan", 1, 4, 0.25, 90.0))
        self.go_on.wait(10)
        return BatchResult("finished", RESULTS, Review(QUESTIONS), None)

    def settle(self, answers):
        self.answers = dict(answers)
        done = tuple(FileResult(r.path, "verified", output=r.path) for r in RESULTS[:3]) + RESULTS[3:]
        return BatchResult("finished", done, Review(), None)

    def __getattr__(self, name):
        if name in ("pause", "resume", "cancel", "close"):
            return lambda: (self.said.append(name), self.go_on.set() if name in ("cancel", "close") else None)
        raise AttributeError(name)


@pytest.fixture
def fake(monkeypatch):
    FakeBatch.made = []
    monkeypatch.setattr(batch, "Batch", FakeBatch)
    return FakeBatch


@pytest.fixture
def shown(window, fake, qtbot, tmp_path):
    made = window.folders.open_batch(tmp_path)
    yield made
    for each in fake.made:
        each.go_on.set()
    qtbot.waitUntil(lambda: not made.run.running)
    made.close()


def test_copies_go_beside_the_folder_until_someone_says_otherwise(shown, tmp_path):
    assert shown.setup.output.folder == tmp_path.with_name(f"{tmp_path.name}_da-che")
    shown.setup.output.field.setFocus()
    QTest.keyClicks(shown.setup.output.field, "x")
    shown.setup.folder.set_folder(tmp_path / "other")
    assert shown.setup.output.folder.name.endswith("_da-chex"), "what a person wrote stays"


def test_a_run_from_the_start_to_the_last_answer(shown, fake, qtbot, window, tmp_path):
    shown.setup.go.click()
    qtbot.waitUntil(lambda: "1/4" in shown._headline.text())
    assert "2 phút" in shown._headline.text()
    made = fake.made[0]
    assert made.options.folder == tmp_path
    assert made.options.attended
    shown.pause_button.click()
    assert made.said == ["pause"]
    shown.pause_button.click()
    assert made.said == ["pause", "resume"]
    made.go_on.set()
    qtbot.waitUntil(lambda: shown.questions.model.rowCount() == 2)
    assert "2 tệp" not in shown.questions.apply_button.text()
    assert not shown.questions.apply_button.isEnabled()
    QTest.keyClick(shown.questions.table, Qt.Key.Key_Return)
    QTest.keyClick(shown.questions.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    shown.questions.apply_button.click()
    qtbot.waitUntil(lambda: made.answers != {})
    assert made.answers == {"g1": Action.HIDE, "g2": Action.KEEP}
    qtbot.waitUntil(lambda: not shown.run.running)
    assert "3 tệp đã có bản che" in shown._headline.text()
    assert "1 tệp không có bản che" in shown._headline.text()


def test_stop_is_passed_on_and_a_window_that_closes_ends_the_workers(shown, fake, qtbot):
    shown.setup.go.click()
    qtbot.waitUntil(lambda: bool(fake.made))
    shown.stop_button.click()
    qtbot.waitUntil(lambda: not shown.run.running)
    shown.close()
    assert fake.made[0].said[-1] == "close"


def test_an_error_of_the_whole_is_told(shown, qtbot, monkeypatch):
    def run(self):
        raise SourceMissing

    monkeypatch.setattr(FakeBatch, "run", run)
    shown.setup.go.click()
    qtbot.waitUntil(lambda: not shown.run.running)
    assert shown._headline.text()


def test_a_file_that_waits_can_be_looked_at_in_the_main_window(shown, fake, qtbot, window, tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    shown.setup.go.click()
    qtbot.waitUntil(lambda: bool(fake.made))
    fake.made[0].go_on.set()
    qtbot.waitUntil(lambda: shown.results.rowCount() == 4)
    shown.files.selectRow(0)
    shown.review_button.click()
    assert [f.path.name for f in window.session] == ["a.pdf"]


def test_questions_mask_their_values_and_are_spoken_without_them(qtmodeltester):
    model = QuestionModel(LIGHT)
    model.show(QUESTIONS)
    qtmodeltester.check(model)
    index = model.index(0, 0)
    assert PHONE not in index.data()
    assert index.data(SECRET) == PHONE
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Số điện thoại, 7 chỗ, 2 tệp, quyết định: chưa"


def test_places_that_could_not_be_read_are_questions_too():
    model = QuestionModel(LIGHT)
    model.show([Question("gap", None, "", 3, ("a.pdf",), GapReason.IMAGE_UNREADABLE)])
    assert model.index(0, 0).data() == "Chỗ chưa đọc được"
    assert "ảnh" in model.index(0, 1).data().lower()


def test_results_say_what_to_do_and_nothing_about_the_command_line(qtmodeltester):
    model = ResultModel(LIGHT)
    model.show(RESULTS)
    qtmodeltester.check(model)
    assert model.index(0, 0).data() == "a.pdf", "what waits stands first"
    why = model.index(2, 2).data()
    assert "mật khẩu" in why
    assert "--" not in why
    model.put(FileResult("a.pdf", "verified", output="a_da-che.pdf"))
    assert (model.rowCount(), model.index(0, 1).data()) == (4, "Đã kiểm chứng")


def fill(folder, count):
    for number in range(count):
        (folder / f"{number}.txt").write_text("x")


def test_a_large_folder_is_asked_about_and_a_small_one_is_not(window, tmp_path):
    small, large = tmp_path / "ít", tmp_path / "nhiều"
    small.mkdir(), large.mkdir()
    fill(small, 3)
    fill(large, MANY + 1)
    assert holds_many(large)
    assert not holds_many(small)
    window.folders.take([small, large])
    assert len(window.session.files) == 3
    box = next(b for b in window.findChildren(QMessageBox) if b.isVisible())
    each = next(b for b in box.findChildren(QPushButton) if b.text() == "Xem từng tệp")
    each.click()
    assert len(window.session.files) == 3 + MANY + 1


def test_a_large_folder_from_the_file_manager_goes_to_the_batch_window(window, fake, tmp_path):
    large, single = tmp_path / "nhiều", tmp_path / "một.txt"
    large.mkdir()
    fill(large, MANY + 1)
    single.write_text("x")
    window.take_request(Request("redact", (str(large), str(single))))
    assert window.folders._batch.setup.folder.folder == large
    assert [f.path for f in window.session] == [single]
    window.folders._batch.close()


def test_whole_folder_is_the_answer_that_return_gives(window, fake, tmp_path, qtbot):
    fill(tmp_path, MANY + 1)
    window.folders.take([tmp_path])
    box = next(b for b in window.findChildren(QMessageBox) if b.isVisible())
    box.defaultButton().click()
    assert window.folders._batch.setup.folder.folder == tmp_path
    window.folders._batch.close()


class FakeWatcher:
    def __init__(self, options, *, on_event):
        self.options, self.on_event = options, on_event
        self.stopped = threading.Event()

    def run(self):
        self.on_event(watch.Watching(told=True))
        self.on_event(FileResult("a.pdf", "verified", output="a_da-che.pdf"))
        self.on_event(watch.Away())
        self.stopped.wait(10)

    def stop(self):
        self.stopped.set()


def test_a_folder_is_watched_until_someone_stops_it_whether_its_window_is_open_or_not(
    window, qtbot, monkeypatch, tmp_path
):
    monkeypatch.setattr(watch, "Watcher", FakeWatcher)
    made = window.folders.open_watch()
    made.folder.set_folder(tmp_path)
    assert made.output.folder.name.endswith("_da-che")
    made.go.click()
    qtbot.waitUntil(lambda: made.results.rowCount() == 1)
    qtbot.waitUntil(lambda: window.folders.watch.away)
    made.close()
    assert window.folders.watch.on
    assert window.status.watch.isVisible()
    again = window.folders.open_watch()
    assert again.results.rowCount() == 1, "what happened meanwhile is told"
    again.go.click()
    qtbot.waitUntil(lambda: not window.folders.watch.on)
    assert not window.status.watch.isVisible()
    again.close()


def test_watching_goes_on_by_itself_only_if_someone_said_so(window, qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr(watch, "Watcher", FakeWatcher)
    window.prefs.watch = WatchPrefs(tmp_path, tmp_path / "ra")
    window.controller.engine_ready.emit()
    assert not window.folders.watch.on
    window.prefs.watch = WatchPrefs(tmp_path, tmp_path / "ra", None, True)
    window.controller.engine_ready.emit()
    qtbot.waitUntil(lambda: window.folders.watch.on)
    window.folders.watch.stop()
    qtbot.waitUntil(lambda: not window.folders.watch.on)


def test_the_watched_folder_is_remembered(tmp_path):
    kept = WatchPrefs(tmp_path / "đến", tmp_path / "ra", None, True)
    prefs = Prefs(tmp_path / "w.ini")
    prefs.watch = kept
    prefs.save()
    assert Prefs(tmp_path / "w.ini").watch == kept


def test_a_bug_in_the_engine_is_told_without_its_text(qtbot):
    thread = EngineThread("x")
    errors = []
    thread.failed.connect(errors.append)

    def work():
        raise ZeroDivisionError(PHONE)

    thread.start(work)
    qtbot.waitUntil(lambda: bool(errors))
    assert PHONE not in repr(errors)
    assert errors[0].code == "internal"


def test_buttons_flow_over_rows_instead_of_being_cut_off(qtbot):
    from PySide6.QtWidgets import QWidget

    box = QWidget()
    qtbot.addWidget(box)
    layout = FlowLayout(box)
    buttons = [QPushButton("Che cả nội dung") for _ in range(3)]
    for button in buttons:
        layout.addWidget(button)
    one = buttons[0].sizeHint()
    assert layout.heightForWidth(one.width() * 4) == one.height()
    assert layout.heightForWidth(one.width() + 2) == 3 * one.height() + 2 * layout.spacing()


@pytest.mark.slow
def test_a_real_folder_through_real_workers(window, qtbot, tmp_path, samples):
    folder = tmp_path / "hồ sơ"
    folder.mkdir()
    shutil.copy(samples / "khach-hang-ngan-hang.csv", folder)
    (folder / "thư.txt").write_text("Hồ sơ 079160123456 đã nhận.", "utf-8")
    (folder / "hỏng.pdf").write_bytes(b"%PDF-1.7 nothing")
    made = window.folders.open_batch(folder)
    made.setup.output.set_folder(tmp_path / "ra")
    made.setup.go.click()
    qtbot.waitUntil(lambda: not made.run.running, timeout=90_000)
    status = {made.results.result(r).path: made.results.result(r).status for r in range(3)}
    assert status == {"khach-hang-ngan-hang.csv": "verified", "thư.txt": "open", "hỏng.pdf": "failed"}
    made.questions.answer(Action.HIDE)
    made.questions.apply_button.click()
    qtbot.waitUntil(lambda: not made.run.running, timeout=90_000)
    assert "079160123456" not in (tmp_path / "ra" / "thư_da-che.txt").read_text("utf-8")
    made.close()
