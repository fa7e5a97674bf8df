"""Drives the real window under Xvfb with mouse and keyboard events: open → review → export, pictures on the way.

    python tests/ui/drive_real_window.py FOLDER_FOR_PICTURES

Needs Xvfb, xdotool and ImageMagick's ``import``. Exits with 0 only if a verified copy of the contract was written and
nothing was said on standard error.
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


def drive(screen: Screen, work: Path) -> None:
    """Start, open two files by a second start of the program, decide by keyboard, export, quit."""
    start = time.monotonic()
    program = subprocess.Popen(
        [sys.executable, "-m", "ui.app"], cwd=ROOT, env=screen.env, stderr=subprocess.PIPE, text=True
    )
    main = screen.window_named("Che D")
    print(f"window after {time.monotonic() - start:.2f} s")
    time.sleep(1)
    screen.picture("1-bat-dau")
    again = subprocess.run(
        [sys.executable, "-m", "ui.app", *(str(work / n) for n in ("hop-dong.pdf", "nhan-su.xlsx"))],
        cwd=ROOT, env=screen.env, timeout=30,
    )  # fmt: skip
    assert again.returncode == 0, "the second start hands over and ends"
    main = screen.window_named("hop-dong.pdf")
    screen.focus(main)
    time.sleep(25)
    screen.picture("2-da-quet")
    run("xdotool", "mousemove", "600", "400", "click", "1", env=screen.env)
    screen.key("F3", "Return", "F3", "Return")
    screen.key("Tab", "Tab", "space", "space")
    screen.picture("3-quyet-dinh")
    # A box drawn with the mouse, in small steps as a hand moves.
    screen.key("ctrl+d")
    run("xdotool", "mousemove", "420", "300", "mousedown", "1", env=screen.env)
    for x, y in ((430, 305), (470, 312), (520, 318)):
        run("xdotool", "mousemove", str(x), str(y), env=screen.env)
        time.sleep(0.1)
    run("xdotool", "mouseup", "1", env=screen.env)
    screen.key("Escape", "F7")
    screen.picture("4-xem-truoc")
    screen.key("F7", "ctrl+shift+e")
    dialog = screen.window_named("Xuất bản")
    screen.focus(dialog)
    screen.picture("5-truoc-khi-xuat")
    screen.key("Return")
    wait_for(work / "hop-dong_da-che.pdf")
    wait_for(work / "hop-dong_da-che.pdf.ban-ghi.json")
    time.sleep(1)
    screen.picture("6-ket-qua")
    screen.focus(screen.window_named("Kết quả"))
    screen.key("Escape")
    screen.focus(main)
    screen.key("ctrl+q")
    time.sleep(1)
    try:
        said = program.communicate(timeout=20)[1]
    except subprocess.TimeoutExpired:
        screen.picture("7-con-mo")
        program.kill()
        raise SystemExit("the window did not close") from None
    assert program.returncode == 0, said
    assert not said.strip(), said


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
