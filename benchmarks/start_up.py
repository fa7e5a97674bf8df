"""How soon the program answers, against a bare interpreter in the same run.

    python -m benchmarks.start_up

Prints medians: ``--help``, ``types``, the window's first turn of its event loop (offscreen), and the first small PDF
after a cold start of all processes.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.pdf import make_pdf

ROUNDS = 5
FIRST_TURN = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
app = QApplication(sys.argv[:1])
from ui.controller import Controller
from ui.main_window import MainWindow
from ui.prefs import Prefs
window = MainWindow(Controller(), Prefs())
window.show()
QTimer.singleShot(0, lambda: __import__("os")._exit(0))
app.exec()
"""


def main() -> None:
    """One row per command: seconds, and how many bare interpreters that is."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with tempfile.TemporaryDirectory() as folder:
        source = make_pdf(Path(folder) / "one.pdf", 1)
        module = [sys.executable, "-m", "redactor"]
        commands = {
            "bare interpreter": [sys.executable, "-c", "pass"],
            "redactor --help": [*module, "--help"],
            "redactor types": [*module, "types"],
            "window, first turn": [sys.executable, "-c", FIRST_TURN],
            "first PDF, cold processes": [*module, "redact", str(source), "--overwrite"],
        }
        bare = 0.0
        print(f"{'command':<28} {'seconds':>8} {'× bare':>8}")
        for name, command in commands.items():
            seconds = median(command, environment)
            bare = bare or seconds
            print(f"{name:<28} {seconds:>8.3f} {seconds / bare:>8.1f}")


def median(command: list[str], environment: dict[str, str]) -> float:
    """Median wall-clock seconds of a few runs."""
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        subprocess.run(
            command, check=True, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        times.append(time.perf_counter() - started)
    return sorted(times)[len(times) // 2]


if __name__ == "__main__":
    main()
