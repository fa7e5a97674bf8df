"""Drives the real window under Xvfb with mouse and keyboard events: drop → review → export, pictures on the way.

    python tests/ui/drive_real_window.py FOLDER_FOR_PICTURES

Needs Xvfb, xdotool and ImageMagick's ``import``. Exits with 0 only if verified copies of the contract and of the
workbook were written and nothing was said on standard error.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 120


def run(*command: str, env: dict[str, str]) -> str:
    """A tool's output."""
    return subprocess.run(
        command, env=env, capture_output=True, text=True, check=True, timeout=30
    ).stdout.strip()


class Screen:
    """A display of its own."""

    def __init__(self, home: Path, pictures: Path) -> None:
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
            pass_fds=[write], stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(write)
        with os.fdopen(read) as stream:
            number = stream.readline().strip()
        folders = {k: str(home / k) for k in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "HOME")}
        for folder in folders.values():
            Path(folder).mkdir(mode=0o700, parents=True, exist_ok=True)
        self.env = {
            **os.environ,
            **folders,
            "DISPLAY": f":{number}",
            "QT_QPA_PLATFORM": "xcb",
            "PYTHONPATH": str(ROOT),
        }
        self.pictures = pictures

    def picture(self, name: str) -> None:
        """What the screen shows now."""
        run("import", "-window", "root", str(self.pictures / f"{name}.png"), env=self.env)

    def key(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            run("xdotool", "key", "--clearmodifiers", key, env=self.env)
            time.sleep(0.25)

    def type(self, text: str) -> None:
        """Type into the field that has the focus."""
        run("xdotool", "type", "--delay", "15", text, env=self.env)

    def window_named(self, part: str) -> str:
        """Wait for a window by its title; returns its number."""
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            found = subprocess.run(
                ["xdotool", "search", "--onlyvisible", "--name", part],
                env=self.env,
                capture_output=True,
                text=True,
            ).stdout.split()
            if found:
                return found[-1]
            time.sleep(0.2)
        raise SystemExit(f"no window named {part}")

    def focus(self, window: str) -> None:
        """There is no window manager: give the keyboard to a window."""
        run("xdotool", "windowfocus", "--sync", window, env=self.env)
        time.sleep(0.3)


def wait_for(path: Path) -> None:
    """Until a file stands there."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not path.exists():
        if time.monotonic() > end:
            raise SystemExit(f"never came: {path.name}")
        time.sleep(0.3)


DRAG_SOURCE = """
import sys
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QLabel

class Source(QLabel):
    def mouseMoveEvent(self, event):
        drag, data = QDrag(self), QMimeData()
        data.setUrls([QUrl.fromLocalFile(f) for f in sys.argv[1:]])
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)

app = QApplication(sys.argv[:1])
source = Source("tệp")
source.setWindowTitle("nguồn kéo thả")
source.setGeometry(20, 620, 120, 60)
source.show()
app.exec()
"""
"""A file manager's half of drag and drop: a label that holds files."""


def cpu_ticks(parent: int) -> int:
    """Processor time of a process and all below it, in clock ticks."""
    parents: dict[int, list[int]] = {}
    times: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            parents.setdefault(int(fields[1]), []).append(int(entry.name))
            times[int(entry.name)] = int(fields[11]) + int(fields[12])
    family, total = [parent], 0
    while family:
        one = family.pop()
        total += times.get(one, 0)
        family += parents.get(one, [])
    return total


def wait_until_idle(program: int) -> None:
    """Until neither the window nor its workers do anything for two seconds."""
    end, quiet, before = time.monotonic() + PATIENCE_SECONDS, 0, cpu_ticks(program)
    while quiet < 4:
        if time.monotonic() > end:
            raise SystemExit("the window never came to rest")
        time.sleep(0.5)
        now = cpu_ticks(program)
        quiet = quiet + 1 if now - before <= 3 else 0
        before = now


def drop(screen: Screen, files: list[Path]) -> None:
    """Drag files from another program into the middle of the window."""
    source = subprocess.Popen(
        [sys.executable, "-c", DRAG_SOURCE, *map(str, files)], env=screen.env, stderr=subprocess.DEVNULL
    )
    screen.window_named("nguồn kéo thả")
    time.sleep(0.5)
    run("xdotool", "mousemove", "60", "650", "mousedown", "1", env=screen.env)
    for x, y in ((70, 640), (150, 600), (300, 500), (500, 420), (640, 380), (660, 376)):
        run("xdotool", "mousemove", str(x), str(y), env=screen.env)
        time.sleep(0.2)
    screen.picture("2-keo-tha")
    run("xdotool", "mouseup", "1", env=screen.env)
    time.sleep(2)  # what was dropped is fetched late
    source.terminate()
    source.wait(10)


def drive(screen: Screen, work: Path) -> None:
    """Drop a contract and a workbook, decide by keyboard and mouse, export both, quit."""
    start = time.monotonic()
    program = subprocess.Popen(
        [sys.executable, "-m", "ui.app"], cwd=ROOT, env=screen.env, stderr=subprocess.PIPE, text=True
    )
    main = screen.window_named("Che D")
    print(f"window after {time.monotonic() - start:.2f} s")
    time.sleep(1)
    screen.picture("1-bat-dau")
    drop(screen, [work / "hop-dong.pdf"])
    again = subprocess.run(
        [sys.executable, "-m", "ui.app", str(work / "nhan-su.xlsx")], cwd=ROOT, env=screen.env, timeout=60
    )
    assert again.returncode == 0, "the second start hands over and ends"
    main = screen.window_named("hop-dong.pdf")
    screen.focus(main)
    wait_until_idle(program.pid)
    screen.picture("3-da-quet")
    run("xdotool", "mousemove", "600", "400", "click", "1", env=screen.env)
    screen.key("F3", "Return", "F3", "Return")
    screen.key("Tab", "Tab", "space", "space")
    screen.picture("4-quyet-dinh")
    # A box drawn with the mouse, in small steps as a hand moves.
    screen.key("ctrl+d")
    run("xdotool", "mousemove", "420", "300", "mousedown", "1", env=screen.env)
    for x, y in ((430, 305), (470, 312), (520, 318)):
        run("xdotool", "mousemove", str(x), str(y), env=screen.env)
        time.sleep(0.1)
    run("xdotool", "mouseup", "1", env=screen.env)
    screen.key("Escape", "F7")
    screen.picture("5-xem-truoc")
    screen.key("F7")
    export(screen, main, work / "hop-dong_da-che.pdf", "6-hop-dong")
    screen.key("ctrl+Next")
    main = screen.window_named("nhan-su.xlsx")
    wait_until_idle(program.pid)
    screen.picture("7-bang-tinh")
    export(screen, main, work / "nhan-su_da-che.xlsx", "8-nhan-su")
    screen.key("ctrl+q")
    time.sleep(1)
    try:
        said = program.communicate(timeout=20)[1]
    except subprocess.TimeoutExpired:
        screen.picture("9-con-mo")
        program.kill()
        raise SystemExit("the window did not close") from None
    assert program.returncode == 0, said
    assert not said.strip(), said


def export(screen: Screen, main: str, copy: Path, picture: str) -> None:
    """Through the checklist, until the verified copy and its record stand there."""
    screen.key("ctrl+shift+e")
    screen.focus(screen.window_named("Xuất bản"))
    screen.picture(f"{picture}-truoc-khi-xuat")
    screen.key("Return")
    wait_for(copy)
    wait_for(copy.with_name(f"{copy.name}.ban-ghi.json"))
    time.sleep(1)
    screen.picture(f"{picture}-ket-qua")
    screen.focus(screen.window_named("Kết quả"))
    screen.key("Escape")
    screen.focus(main)


def main() -> None:
    """Drive, and clean up whatever happens."""
    pictures = Path(sys.argv[1])
    pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        shutil.copy(ROOT / "samples" / "hop-dong-chuyen-nhuong.pdf", work / "hop-dong.pdf")
        shutil.copy(ROOT / "samples" / "danh-sach-nhan-su.xlsx", work / "nhan-su.xlsx")
        screen = Screen(work / "home", pictures)
        try:
            drive(screen, work)
        finally:
            screen.server.terminate()
            screen.server.wait(10)
    print("done")


if __name__ == "__main__":
    main()
