"""How the window carries much: 20,000 findings in a list, 500 pages, a sheet of a million rows.

    python -m benchmarks.window

Prints processor time per step and the longest time that the window answered nobody. Starts real workers; takes minutes.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pymupdf
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from recognizers.entities import EntityType
from recognizers.results import Reason
from redactor.jobs import JobState
from redactor.model import Action, Decision, Finding, PageArea, Rect, Scan, SourceInfo
from ui.autosave import Autosave
from ui.controller import Controller
from ui.finding_model import Grouping
from ui.finding_panel import FindingPanel
from ui.main_window import MainWindow
from ui.prefs import Prefs
from ui.review import FileReview, Ref
from ui.theme import LIGHT

FINDINGS = 20_000
PAGES = 500
ROWS = 1_000_000
FRAMES = 150
PATIENCE_SECONDS = 900


class _NoKeyStore:
    def get_password(self, service: str, account: str) -> str | None:
        raise OSError

    def set_password(self, service: str, account: str, secret: str) -> None:
        raise OSError


def pause(seconds: float) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def until(ready: Callable[[], bool]) -> None:
    """Let the window live until something is so."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not ready():
        if time.monotonic() > end:
            raise SystemExit("the window took too long")
        pause(0.05)


def report(what: str, value: float, unit: str) -> None:
    """One line."""
    print(f"{what:<52}{value:>9.1f} {unit}", flush=True)


def cpu(work: Callable[[], object]) -> float:
    """Processor time of some work in milliseconds."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def scroll(area: QAbstractScrollArea, step: int, what: str) -> None:
    """Scroll frame by frame: processor time of a frame, and the longest silence of the event loop."""
    bar, longest = area.verticalScrollBar(), 0.0
    before = time.process_time()
    for _ in range(FRAMES):
        bar.setValue(bar.value() + step)
        asked = time.perf_counter()
        pause(0.01)
        longest = max(longest, time.perf_counter() - asked - 0.01)
    report(f"{what}: a frame", (time.process_time() - before) * 1000 / FRAMES, "ms CPU")
    report(f"{what}: longest silence", longest * 1000, "ms")


def lists() -> None:
    """Many findings in each of the three lists."""
    found = []
    for number in range(FINDINGS):
        value = f"09{number % 7000:08d}"
        row = 10 + number % 40 * 15
        found.append(
            Finding(
                id=f"f{number}",
                entity_type=EntityType.VN_PHONE if number % 3 else EntityType.PERSON,
                score=0.9,
                reason=Reason("labelled"),
                places=(PageArea(1 + number // 40, (Rect(10, row, 100, row + 10),)),),
                value=value,
                person=f"p{number % 3000}" if number % 2 else "",
                group=f"g{value}",
            )
        )
    scan = Scan(SourceInfo("0" * 64, 1, "pdf", PAGES, ((595.0, 842.0),) * PAGES), tuple(found))
    file = FileReview(1, Path("a.pdf"))
    file.take_scan(scan, [Decision(f.id, Action.HIDE) for f in found])
    refs = [Ref(1, f.id) for f in found]
    for grouping in Grouping:
        panel = FindingPanel(grouping, LIGHT)
        panel.resize(380, 620)
        panel.show()
        report(
            f"{FINDINGS:,} findings by {grouping}: built", cpu(lambda p=panel: p.show_files([file])), "ms CPU"
        )  # type: ignore[misc]
        report("  all decided at once", cpu(lambda p=panel: p.update_refs(refs)), "ms CPU")  # type: ignore[misc]
        scroll(panel.tree, 200, "  scrolled")
        panel.close()


def documents(folder: Path) -> None:
    """A long PDF and a long table in the real window."""
    controller = Controller()
    controller.own_words.path = folder / "own.yaml"
    window = MainWindow(
        controller, Prefs(folder / "w.ini"), Autosave(controller, folder / "job.bin", _NoKeyStore())
    )
    window.show()
    pages, table = folder / "long.pdf", folder / "long.csv"
    with pymupdf.open() as document:
        for number in range(PAGES):
            page = document.new_page()
            for line in range(40):
                page.insert_text((50, 60 + 18 * line), f"Page {number + 1}, line {line}: {'text ' * 12}")
            page.insert_text((50, 800), f"Dien thoai: 09{number:08d}")
        document.save(pages)
    with table.open("w", encoding="utf-8") as stream:
        stream.write("STT,Hàng,Số lượng\n")
        stream.writelines(f"{n},loại {n % 7},{n % 91}\n" for n in range(ROWS))
    window.intake.add_paths([pages, table])
    until(lambda: all(f.state not in (JobState.WAITING, JobState.SCANNING) for f in window.session))
    pause(2)
    scroll(window.desk.canvas, 60, f"{PAGES} pages scrolled")
    window.desk.files.step(1)
    grid = window.desk.sheets.grid
    until(lambda: bool(grid.text(0, 0)))
    scroll(window.desk.sheets.table, 80, f"{grid.rowCount():,} rows scrolled")
    start = time.perf_counter()
    window.desk.sheets.table.scrollTo(grid.index(ROWS - 1, 0))
    until(lambda: bool(grid.text(ROWS - 1, 0)))
    report("  to the last row", (time.perf_counter() - start) * 1000, "ms")
    window.autosave.available = True
    window.close()


def main() -> None:
    """All of it."""
    app = QApplication(["window"])
    app.setStyle("Fusion")
    lists()
    with tempfile.TemporaryDirectory() as temporary:
        documents(Path(temporary))


if __name__ == "__main__":
    main()
