"""Folders as a whole: the batch window, the watched folder, and the question when a large folder is dropped."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from redactor.formats import SUPPORTED_SUFFIXES
from ui import folder_texts
from ui.batch_window import BatchWindow
from ui.controller import Controller
from ui.intake import Intake
from ui.prefs import Prefs
from ui.theme import Colours
from ui.watch_run import WatchRun
from ui.watch_window import WatchWindow, watch_options

MANY = 12
"""A folder with more files than this is worth asking about: nobody looks through hundreds one by one."""


class Folders(QObject):
    """The commands about whole folders. ``changed`` when the watch says something new."""

    changed = Signal()

    def __init__(
        self,
        controller: Controller,
        intake: Intake,
        prefs: Prefs,
        colours: Callable[[], Colours],
        policy_name: Callable[[], str],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._controller = controller
        self._intake = intake
        self._prefs = prefs
        self._colours = colours
        self._policy_name = policy_name
        self._window = window
        self._batch: BatchWindow | None = None
        self.watch = WatchRun(self)
        self.watch.changed.connect(self.changed)
        controller.engine_ready.connect(self._watch_again)

    def take(self, paths: Sequence[Path]) -> None:
        """Files go into the queue; of a large folder the person says what to do with it."""
        large = [p for p in paths if p.is_dir() and holds_many(p)]
        rest = [p for p in paths if p not in large]
        if rest:
            self._intake.add_paths(rest)
        for folder in large:
            self._ask(folder)

    def take_unasked(self, paths: Sequence[Path]) -> list[int]:
        """Files go into the queue, whose numbers come back; a large folder goes to the batch window, ready to start."""
        large = [p for p in paths if p.is_dir() and holds_many(p)]
        for folder in large:
            self.open_batch(folder)
        return self._intake.add_paths([p for p in paths if p not in large])

    def _ask(self, folder: Path) -> None:
        box = QMessageBox(
            QMessageBox.Icon.Question,
            folder_texts.BATCH_TITLE(),
            folder_texts.BATCH_DROPPED(),
            parent=self._window,
        )
        box.setInformativeText(folder.name)
        whole = box.addButton(folder_texts.BATCH_DROPPED_ALL(), QMessageBox.ButtonRole.AcceptRole)
        each = box.addButton(folder_texts.BATCH_DROPPED_EACH(), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(whole)

        def answered(_: int) -> None:
            if box.clickedButton() is whole:
                self.open_batch(folder)
            elif box.clickedButton() is each:
                self._intake.add_paths([folder])

        box.finished.connect(answered)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    @property
    def batch_running(self) -> bool:
        """Whether a folder is being worked on."""
        return self._batch is not None and self._batch.run.running

    def open_batch(self, folder: Path | None = None) -> BatchWindow:
        """The window for a whole folder; the one that is there already if there is."""
        if self._batch is None:
            made = BatchWindow(
                lambda: self._controller.policy, self._policy_name, self._colours(), self._window
            )
            made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            made.review_wanted.connect(lambda path: self._review(path))
            made.destroyed.connect(self._forget_batch)
            self._batch = made
        if folder is not None:
            self._batch.show_folder(folder)
        self._batch.show()
        self._batch.raise_()
        self._batch.activateWindow()
        return self._batch

    def _forget_batch(self) -> None:
        self._batch = None

    def _review(self, path: Path) -> None:
        self._intake.add_paths([path])
        number = next((f.number for f in self._controller.session if f.path == path.absolute()), None)
        if number is not None:
            self._intake.choose(number)
        self._window.raise_()
        self._window.activateWindow()

    def open_watch(self) -> WatchWindow:
        """The window of the watched folder."""
        made = WatchWindow(
            self.watch, lambda: self._controller.policy, self._prefs, self._colours(), self._window
        )
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.open()
        return made

    def _watch_again(self) -> None:
        """Go on watching what was watched, if the person said so."""
        kept = self._prefs.watch
        if kept.always and not self.watch.on:
            options = watch_options(kept, self._controller.policy)
            if options is not None:
                self.watch.start(options)

    def set_theme(self, colours: Colours) -> None:
        """Colours of the window that may be open."""
        if self._batch is not None:
            self._batch.set_theme(colours)

    def close(self) -> None:
        """Stop everything."""
        if self._batch is not None:
            self._batch.run.close()
        self.watch.close()


def holds_many(folder: Path) -> bool:
    """Whether a folder holds more than ``MANY`` files that could be taken; looks no further than it must."""
    return any(number >= MANY for number, _ in enumerate(_supported(folder)))


def _supported(folder: Path) -> Iterator[str]:
    for _, folders, names in os.walk(folder):
        folders[:] = [f for f in folders if not f.startswith(".")]
        yield from (n for n in names if Path(n).suffix.lower() in SUPPORTED_SUFFIXES)
