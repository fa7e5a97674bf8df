import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from recognizers.entities import EntityType
from redactor.jobs import JobState, NeedsReview
from redactor.model import CellPlace, ColumnPlace, Finding, Gap, GapReason, PageArea, Person, Rect
from tests.ui.fakes import REASON, FakeQueue, MemoryKeyStore, area, finding, make_scan
from ui.autosave import Autosave
from ui.controller import Controller
from ui.language import QtInVietnamese, language
from ui.main_window import MainWindow
from ui.prefs import Prefs


@pytest.fixture
def contract():
    """Two people, a value that occurs twice, one open finding, one gap."""
    found = [
        finding(1, EntityType.PERSON, value="Trần Thị Mai", person="p1"),
        finding(2, person="p1"),
        finding(3, EntityType.PERSON, value="Lê Văn Bình", person="p2"),
        finding(4, EntityType.VN_PHONE, value="0912345678", score=0.3, person="p2"),
        finding(5, place=area(2, 1, 0, 12), person="p1"),
    ]
    people = (Person("p1", "Trần Thị Mai", ("f1", "f2", "f5")), Person("p2", "Lê Văn Bình", ("f3", "f4")))
    gap = Gap("gap1", GapReason.IMAGE_UNREADABLE, PageArea(3, (Rect(10, 10, 200, 100),)))
    return make_scan(found, gaps=(gap,), people=people)


@pytest.fixture
def staff():
    """One sheet: a column of identity numbers, one of names that is mixed, and a cell in the title."""
    columns = [
        Finding(
            id=f"f{n}",
            entity_type=kind,
            score=0.9,
            reason=REASON,
            count=40,
            places=(ColumnPlace("Nhân sự", n, 1, 40, header, share, share < 0.9),),
        )
        for n, kind, header, share in (
            (1, EntityType.PERSON, "Họ tên", 1.0),
            (2, EntityType.VN_PERSONAL_ID, "CCCD", 0.8),
        )
    ]
    cell = finding(9, EntityType.VN_PHONE, place=CellPlace("Nhân sự", 0, 0, 5, 15), value="0912345678")
    return make_scan([*columns, cell], sheets=("Nhân sự", "Phụ lục"))


@pytest.fixture(autouse=True)
def _vietnamese(qapp):
    translator = QtInVietnamese()
    qapp.installTranslator(translator)
    language.use("vi")
    yield
    language.use("vi")
    qapp.removeTranslator(translator)


@pytest.fixture
def controller(qapp, tmp_path):
    made = Controller(FakeQueue)
    made.own_words.path = tmp_path / "own.yaml"
    return made


@pytest.fixture
def window(qtbot, controller, tmp_path):
    autosave = Autosave(controller, tmp_path / "job.bin", MemoryKeyStore())
    made = MainWindow(controller, Prefs(tmp_path / "window.ini"), autosave)
    made.resize(1366, 768)

    def before(_):
        made.autosave.available = True  # nothing to ask about when the test closes it
        controller.queue.busy = False

    qtbot.addWidget(made, before_close_func=before)
    made.show()
    yield made
    QApplication.instance().setStyleSheet("")
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def load(controller, tmp_path):
    """Put a made-up file with a scan into the session; returns its number."""

    def put(scan, name="hop-dong.pdf", words=(), hidden=()):
        path = tmp_path / name
        path.write_bytes(b"%PDF-1.7")
        (number,), _ = controller.add([path])
        controller._take(NeedsReview(number, scan, tuple(words), tuple(hidden)))
        assert controller.session.files[number].state is JobState.REVIEW
        return number

    return put


@pytest.fixture
def samples():
    return Path(__file__).resolve().parents[2] / "samples"
