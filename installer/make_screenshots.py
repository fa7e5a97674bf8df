"""Makes the pictures of the README and the manual from the sample files, so that they cannot go stale.

    python -m installer.make_screenshots [FOLDER]        # default: docs/images

Starts the real window with real workers. Needs a display or ``QT_QPA_PLATFORM=offscreen``.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from redactor.jobs import JobState
from redactor.model import Action
from ui.autosave import Autosave
from ui.controller import Controller
from ui.export_dialog import ExportDialog, ResultDialog
from ui.language import QtInVietnamese
from ui.main_window import MainWindow
from ui.prefs import Prefs
from ui.review import GapChoice, Ref

ROOT = Path(__file__).resolve().parent.parent
SIZE = (1366, 768)
PATIENCE_SECONDS = 300
FILES = ("hop-dong-chuyen-nhuong.pdf", "danh-sach-nhan-su.xlsx", "khach-hang-ngan-hang.csv")


class NoKeyStore:
    """Pictures save nothing on the machine that makes them."""

    def get_password(self, service: str, account: str) -> str | None:
        """Refuses."""
        raise OSError

    def set_password(self, service: str, account: str, secret: str) -> None:
        """Refuses."""
        raise OSError


class Studio:
    """One window and the folder its pictures go to."""

    def __init__(self, folder: Path, work: Path) -> None:
        self.folder = folder
        self.controller = Controller()
        self.controller.own_words.path = work / "own.yaml"
        autosave = Autosave(self.controller, work / "job.bin", NoKeyStore())
        self.window = MainWindow(self.controller, Prefs(work / "window.ini"), autosave)
        self.window.resize(*SIZE)
        self.window.show()

    def until(self, ready: Callable[[], bool]) -> None:
        """Let the window live until something is so."""
        end = time.monotonic() + PATIENCE_SECONDS
        while not ready():
            if time.monotonic() > end:
                sys.exit("the window took too long")
            self.pause(0.05)

    def pause(self, seconds: float) -> None:
        """Let the window live for a while."""
        loop = QEventLoop()
        QTimer.singleShot(int(seconds * 1000), loop.quit)
        loop.exec()

    def take(self, name: str, widget: object = None) -> None:
        """One picture, with few colours so that it stays small."""
        from PIL import Image

        self.pause(0.7)
        path = self.folder / f"{name}.png"
        (widget or self.window).grab().save(str(path))  # type: ignore[attr-defined]
        with Image.open(path) as picture:
            picture.convert("RGB").quantize(160).save(path, optimize=True)
        print(
            path.relative_to(ROOT) if path.is_relative_to(ROOT) else path, path.stat().st_size // 1024, "KB"
        )

    def settled(self) -> bool:
        """Whether no file waits or is worked on."""
        working = (JobState.WAITING, JobState.SCANNING, JobState.EXPORT_WAITING, JobState.EXPORTING)
        return all(f.state not in working for f in self.window.session)

    def shoot_folder(self, work: Path) -> None:
        """A folder with a damaged file and one that asks something."""
        folder = work / "hồ sơ"
        folder.mkdir()
        for name in FILES:
            shutil.copy(work / name, folder)
        (folder / "giấy hẹn.txt").write_text("Hồ sơ 079160123456 đã nhận ngày 14/03/2025.", "utf-8")
        (folder / "bản chụp hỏng.pdf").write_bytes(b"%PDF-1.7")
        batch = self.window.folders.open_batch(folder)
        batch.setup.output.set_folder(work / "hồ sơ_da-che")
        batch.start()
        self.until(lambda: not batch.run.running)
        self.take("questions-light-vi", batch)
        batch.questions.answer(Action.HIDE)
        batch.questions.apply_button.click()
        self.until(lambda: not batch.run.running)
        batch.tabs.setCurrentIndex(1)
        self.take("batch-light-vi", batch)
        batch.close()

    def shoot(self, work: Path) -> None:
        """All of them."""
        window = self.window
        self.take("welcome-light-vi")
        window.intake.add_paths([work / name for name in FILES])
        self.until(self.settled)
        file = next(iter(window.session))
        window.desk.show_file(file.number)
        self.until(
            lambda: window.desk.renderer.picture(file.number, 1, window.desk.canvas._scale(1)) is not None
        )
        in_view = [f for f in file.in_order() if f.value]
        window.desk.pick(Ref(file.number, in_view[2].id))
        self.take("review-light-vi")
        window.use_language("en")
        window.use_theme("dark")
        self.take("review-dark-en")
        window.use_language("vi")
        window.use_theme("light")
        window.commands["split"].trigger()
        self.take("split-light-vi")
        window.commands["split"].trigger()
        window.desk.files.step(1)
        self.until(lambda: bool(window.desk.sheets.grid.text(0, 0)))
        self.take("sheet-light-vi")
        window.desk.right.setCurrentWidget(window.desk.hidden)
        self.take("hidden-light-vi")
        window.desk.right.setCurrentIndex(0)
        self.shoot_folder(work)
        for each in window.session:
            still = [Ref(each.number, i) for i in each.findings if each.action(i) is Action.ASK]
            window.deciding.decide(Action.HIDE, still)
            window.controller.choose_gaps(each.number, [g.id for g in each.gaps], GapChoice.COVER, "")
        window.desk.files.step(-1)
        window.exporting.ask()
        dialog = window.findChildren(ExportDialog)[0]
        self.take("checklist-light-vi", dialog)
        dialog.reject()
        window.exporting.export_numbers([f.number for f in window.session], work / "ra")
        self.until(self.settled)
        result = window.findChildren(ResultDialog)[0]
        result.resize(640, 480)
        self.take("result-light-vi", result)
        result.close()
        window.autosave.available = True  # nothing to ask about when it closes
        window.close()


def main() -> None:
    """Make the pictures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "images"
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(["screenshots"])
    app.setStyle("Fusion")
    translator = QtInVietnamese(app)
    app.installTranslator(translator)
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        for name in FILES:
            shutil.copy(ROOT / "samples" / name, work / name)
        Studio(folder, work).shoot(work)


if __name__ == "__main__":
    main()
