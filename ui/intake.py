"""Files in: chosen, dropped, pasted, opened again; and what a file needs before it can be shown."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from platformdirs import user_documents_path
from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox

from redactor.formats import SUPPORTED_SUFFIXES
from redactor.jobs import JobState
from ui import texts
from ui.autosave import Autosave
from ui.commands import Commands
from ui.controller import Controller, Refused
from ui.password_dialog import PasswordDialog
from ui.workspace import Workspace

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
"""The sample files, where they are shipped beside the package."""


class Intake(QObject):
    """The commands of the queue. ``offered``: paths that may hold a whole folder; ``paused`` or resumed."""

    offered = Signal(object)
    paused = Signal()

    def __init__(
        self, controller: Controller, desk: Workspace, commands: Commands, autosave: Autosave
    ) -> None:
        super().__init__(desk)
        self._controller = controller
        self._desk = desk
        self._commands = commands
        self._autosave = autosave
        self._asking_password = False
        controller.password_needed.connect(self._ask_passwords)
        desk.message.acted.connect(self._message_acted)
        desk.welcome.open_clicked.connect(self.open_files)
        desk.welcome.samples_clicked.connect(self.open_samples)
        desk.welcome.resume_clicked.connect(lambda: self.add_paths([Path(p) for p in autosave.last_open]))
        autosave.loaded.connect(lambda: desk.welcome.offer_resume(len(autosave.last_open)))

    def open_files(self) -> None:
        """Ask for files."""
        pattern = " ".join(f"*{s}" for s in sorted(SUPPORTED_SUFFIXES))
        names, _ = QFileDialog.getOpenFileNames(
            self._desk, texts.OPEN(), self._start(), f"{texts.DOCUMENTS()} ({pattern})"
        )
        self.add_paths([Path(n) for n in names])

    def _start(self) -> str:
        """Where the person is at work, or at home."""
        return str(self._desk.file.path.parent if self._desk.file is not None else Path.home())

    def open_folder(self) -> None:
        """Ask for a folder."""
        name = QFileDialog.getExistingDirectory(self._desk, texts.OPEN_FOLDER(), self._start())
        if name:
            self.offered.emit([Path(name)])

    def open_samples(self) -> None:
        """The sample files."""
        self.add_paths(samples_to_try())

    def paste_files(self) -> None:
        """Files that were copied in a file manager."""
        self.offered.emit(local_files(QGuiApplication.clipboard().mimeData().urls()))

    def add_paths(self, paths: Sequence[Path]) -> list[int]:
        """Take files and folders; what cannot be taken is listed with the reason."""
        if not paths:
            return []
        added, refused = self._controller.add(paths)
        if refused:
            self._tell_refused(refused)
        if added and (self._desk.file is None or self._desk.file.state is JobState.DONE):
            self._desk.files.choose(added[0])
        return added

    def _tell_refused(self, refused: Sequence[Refused]) -> None:
        box = QMessageBox(
            QMessageBox.Icon.Information, texts.APP(), texts.STATE_UNSUPPORTED(), parent=self._desk
        )
        names = "\n".join(r.path.name for r in refused[:12])
        more = f"\n… +{len(refused) - 12}" if len(refused) > 12 else ""
        listed = texts.UNSUPPORTED_HINT(list=", ".join(sorted(s[1:].upper() for s in SUPPORTED_SUFFIXES)))
        box.setInformativeText(f"{names}{more}\n\n{listed}")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def choose(self, number: int) -> None:
        """Make a file the current one."""
        self._desk.files.choose(number)

    def remove_file(self) -> None:
        """Off the list."""
        if self._desk.file is not None:
            self._controller.remove(self._desk.file.number)

    def retry_file(self) -> None:
        """Scan again."""
        if self._desk.file is not None:
            self._controller.retry(self._desk.file.number)

    def cancel_file(self) -> None:
        """Stop."""
        if self._desk.file is not None:
            self._controller.cancel(self._desk.file.number)

    def toggle_pause(self) -> None:
        """Pause or resume the queue."""
        queue = self._controller.queue
        queue.resume() if queue.paused else queue.pause()
        text, name = (texts.RESUME, "play") if queue.paused else (texts.PAUSE, "pause")
        self._commands.rename("pause", text, name)
        self.paused.emit()

    def _ask_passwords(self, number: int) -> None:
        """One dialog at a time, whoever asks."""
        if self._asking_password:
            return
        file = self._desk.session.files.get(number)
        if file is None or file.error is None:
            return
        self._asking_password = True
        self._desk.files.choose(number)
        dialog = PasswordDialog(file.path.name, wrong=file.error.code == "wrong_password", parent=self._desk)

        def done(_: int) -> None:
            self._asking_password = False
            if dialog.password:
                self._controller.retry(number, dialog.password)
            waiting = (
                f.number for f in self._desk.session
                if f.number != number and f.error is not None and f.error.code == "password_required"
            )  # fmt: skip
            following = next(waiting, None)
            if following is not None:
                self._ask_passwords(following)

        dialog.finished.connect(done)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _message_acted(self, what: str) -> None:
        file = self._desk.file
        if file is None:
            return
        if what == "password":
            self._ask_passwords(file.number)
        elif what == "retry":
            self._controller.retry(file.number)
        elif what == "remove":
            self._controller.remove(file.number)
        elif what == "cancel":
            self._controller.cancel(file.number)

    def fill_recent(self, menu: QMenu) -> None:
        """Names of files opened lately, from the encrypted job file."""
        menu.clear()
        for path in self._autosave.recent:
            entry = menu.addAction(path.name)
            entry.setToolTip(str(path))
            entry.triggered.connect(lambda _=False, p=path: self.add_paths([p]))
        if menu.isEmpty():
            menu.addAction(texts.NO_RECENT()).setEnabled(False)
            return
        menu.addSeparator()
        menu.addAction(texts.CLEAR_RECENT(), self._autosave.clear)


def local_files(urls: Sequence[QUrl]) -> list[Path]:
    """The files among what was dropped or copied."""
    return [Path(u.toLocalFile()) for u in urls if u.isLocalFile()]


def samples_to_try() -> list[Path]:
    """The sample files where copies can be written beside them; if shipped read-only, in the user's documents."""
    shipped = sample_files()
    if not shipped or os.access(shipped[0].parent, os.W_OK):
        return shipped
    folder = user_documents_path() / texts.SAMPLE_FOLDER()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for sample in shipped:
            if not (folder / sample.name).exists():
                shutil.copyfile(sample, folder / sample.name)
    except OSError:  # no documents folder: copies will have to go elsewhere, and the export says so
        return shipped
    return [folder / sample.name for sample in shipped]


def sample_files() -> list[Path]:
    """The sample files, if they are shipped; the contract first, since it shows most."""
    if not SAMPLES.is_dir():
        return []
    found = (p for p in SAMPLES.iterdir() if p.suffix.lower() in SUPPORTED_SUFFIXES and "truth" not in p.name)
    return sorted(found, key=lambda p: (p.suffix != ".pdf", len(p.name), p.name))
