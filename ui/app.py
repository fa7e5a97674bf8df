"""``redactor-ui [--mode redact|review|check] [FILES…]``: the window, or a hand-over to the window that is there."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from pathlib import Path


def main() -> None:
    """Entry point. A frozen program starts its workers through itself: that is handled before Qt is imported."""
    if sys.argv[1:2] == ["--worker"]:
        # By name: nothing of the window may lead to a parser, and the import contract follows every import.
        importlib.import_module("redactor.worker").run(sys.argv[2:])
        return
    sys.exit(window(sys.argv))


def _arguments(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="redactor-ui")
    parser.add_argument("--mode", choices=("review", "redact", "check"), default="review")
    parser.add_argument("files", nargs="*")
    return parser.parse_args(argv[1:])


def forget_folders() -> None:
    """Keep Qt's own file dialog (Linux) from writing down which folders were visited: their names may name people."""
    from PySide6.QtCore import QSettings

    if sys.platform.startswith("linux"):
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)


def window(argv: list[str]) -> int:
    """Run the window; returns the exit code."""
    wanted = _arguments(argv)
    files = tuple(str(Path(f).absolute()) for f in wanted.files)

    from PySide6.QtWidgets import QApplication

    from ui.single_instance import Request, SingleInstance

    app = QApplication(argv[:1])
    app.setApplicationName("che-du-lieu")
    app.setApplicationDisplayName("Che Dữ Liệu")
    app.setDesktopFileName("che-du-lieu")
    app.setStyle("Fusion")
    forget_folders()
    instance = SingleInstance()
    request = Request(wanted.mode, files)
    if instance.hand_over(request):
        return 0

    from ui.controller import Controller
    from ui.language import QtInVietnamese
    from ui.main_window import MainWindow
    from ui.prefs import Prefs

    translator = QtInVietnamese(app)
    app.installTranslator(translator)
    prefs = Prefs()
    controller = Controller()
    main_window = MainWindow(controller, prefs)
    main_window.restore_policy(prefs.policy)
    instance.received.connect(main_window.take_request)
    if files:
        instance.add(request)
    main_window.show()
    code = app.exec()
    instance.close()
    return code


if __name__ == "__main__":
    os.environ.setdefault("PYTHONUNBUFFERED", "1")
    main()
