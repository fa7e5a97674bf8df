"""Setting up the watched folder, and how its files came out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui import folder_texts
from ui.batch_models import ResultModel
from ui.dialog_size import fit
from ui.flow_layout import FlowLayout
from ui.folder_field import FolderField, beside
from ui.language import language
from ui.prefs import Prefs, WatchPrefs
from ui.result_table import ResultTable
from ui.theme import Colours
from ui.watch_run import WatchRun
from ui.wording import error_words

if TYPE_CHECKING:
    from redactor.policy import Policy
    from redactor.watch import WatchOptions


class WatchWindow(QDialog):
    """The watch goes on when this is closed."""

    def __init__(
        self,
        run: WatchRun,
        policy: Callable[[], Policy],
        prefs: Prefs,
        colours: Colours,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._run, self._policy, self._prefs = run, policy, prefs
        fit(self, 108, 34)
        self._lead, self._status = QLabel(self), QLabel(self)
        for label in (self._lead, self._status):
            label.setWordWrap(True)
        self._status.setProperty("heading", True)
        self.folder, self.output, self.move_to = (FolderField(self) for _ in range(3))
        self.folder.changed.connect(self._follow)
        self.always = QCheckBox(self)
        self.go, self.open_button = QPushButton(self), QPushButton(self)
        self.go.setProperty("primary", True)
        self.go.clicked.connect(self.toggle)
        self.open_button.setAutoDefault(False)
        self.open_button.clicked.connect(self._open_output)
        self._labels = [QLabel(self) for _ in range(3)]
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(16)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for label, field in zip(self._labels, (self.folder, self.output, self.move_to), strict=True):
            form.addRow(label, field)
            label.setBuddy(field)
        buttons = FlowLayout()
        buttons.addWidget(self.go)
        buttons.addWidget(self.open_button)
        self.results = ResultModel(colours, self)
        self.table = ResultTable(self.results, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(14)
        for widget in (self._lead, self._status):
            layout.addWidget(widget)
        layout.addLayout(form)
        layout.addWidget(self.always)
        layout.addLayout(buttons)
        layout.addWidget(self.table, 1)
        kept = prefs.watch
        self.folder.set_folder(kept.folder)
        self.output.set_folder(kept.output)
        self.move_to.set_folder(kept.move_to)
        self.always.setChecked(kept.always)
        self.always.toggled.connect(lambda _: self._keep())
        for result in run.results:
            self.results.put(result)
        run.result.connect(self.results.put)
        run.changed.connect(self._tell)
        language.changed.connect(self.retranslate)
        self.finished.connect(self._let_go)
        self.retranslate()

    def _let_go(self) -> None:
        """Nobody tells a closed window anything."""
        language.changed.disconnect(self.retranslate)
        self._run.changed.disconnect(self._tell)
        self._run.result.disconnect(self.results.put)

    def _follow(self) -> None:
        folder = self.folder.folder
        if folder is not None and self.output.folder is None:
            self.output.set_folder(beside(folder, self._policy().output.suffix))
        self._tell()

    def _keep(self) -> None:
        kept = WatchPrefs(
            self.folder.folder, self.output.folder, self.move_to.folder, self.always.isChecked()
        )
        self._prefs.watch = kept

    def toggle(self) -> None:
        """Start or stop."""
        if self._run.on:
            self._run.stop()
            return
        self._keep()
        options = watch_options(self._prefs.watch, self._policy())
        if options is not None:
            self.results.clear()
            self._run.start(options)

    def _tell(self) -> None:
        run = self._run
        self._status.setText(watch_words(run))
        self.go.setText(folder_texts.WATCH_STOP() if run.on else folder_texts.WATCH_START())
        named = self.folder.folder is not None and self.output.folder is not None
        self.go.setEnabled(not run.stopping and (run.on or named))
        for field in (self.folder, self.output, self.move_to):
            field.setEnabled(not run.on)
        self.open_button.setEnabled(self.output.folder is not None and self.output.folder.is_dir())

    def _open_output(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.output.folder)))

    def retranslate(self) -> None:
        """Words in the language in use."""
        self.setWindowTitle(folder_texts.WATCH_TITLE())
        self._lead.setText(folder_texts.WATCH_LEAD())
        names = (folder_texts.BATCH_FOLDER(), folder_texts.BATCH_OUTPUT(), folder_texts.WATCH_MOVE())
        for label, name in zip(self._labels, names, strict=True):
            label.setText(name)
        self.folder.retranslate(names[0])
        self.output.retranslate(names[1])
        self.move_to.retranslate(names[2], folder_texts.WATCH_MOVE_NONE())
        self.always.setText(folder_texts.WATCH_ALWAYS())
        self.open_button.setText(folder_texts.BATCH_OPEN_FOLDER())
        self.table.retranslate()
        self._tell()


def watch_options(kept: WatchPrefs, policy: Policy) -> WatchOptions | None:
    """What the engine needs; None while a folder is missing."""
    from redactor.watch import WatchOptions

    if kept.folder is None or kept.output is None:
        return None
    return WatchOptions(kept.folder, kept.output, policy, move_to=kept.move_to)


def watch_words(run: WatchRun) -> str:
    """How the watch stands, in a sentence."""
    folder = run.options.folder.name if run.options is not None else ""
    if run.stopping and run.on:
        return folder_texts.WATCH_STOPPING()
    if not run.on:
        return error_words(run.error) if run.error is not None else folder_texts.WATCH_OFF()
    if run.away:
        return folder_texts.WATCH_AWAY(folder=folder)
    return folder_texts.WATCH_ON(folder=folder, done=run.finished, problems=len(run.results) - run.finished)
