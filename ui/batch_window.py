"""A whole folder in one go: what to do, how far it is, what it asks, how every file came out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from redactor.messages_batch import duration as time_words
from ui import folder_texts
from ui.batch_models import ResultModel
from ui.batch_questions import BatchQuestions
from ui.batch_run import BatchRun
from ui.batch_setup import BatchSetup
from ui.dialog_size import fit
from ui.flow_layout import FlowLayout
from ui.language import language
from ui.result_table import ResultTable
from ui.theme import Colours
from ui.wording import error_words

if TYPE_CHECKING:
    from redactor.batch import BatchResult
    from redactor.policy import Policy

_STATUS_WORDS = {"cancelled": folder_texts.BATCH_CANCELLED, "stopped": folder_texts.BATCH_STOPPED}


class BatchWindow(QDialog):
    """``review_wanted``: the path of a file that the person wants to see in the main window."""

    review_wanted = Signal(object)

    def __init__(
        self,
        policy: Callable[[], Policy],
        policy_name: Callable[[], str],
        colours: Colours,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._policy = policy
        self._result: BatchResult | None = None
        self._progress: Any = None
        self._listed: Any = None
        self._error: Any = None
        self._closed = False
        fit(self, 122, 38)
        self.run = BatchRun(self)
        self.run.told.connect(self._told)
        self.run.done.connect(self._done)
        self.run.failed.connect(self._failed)
        self.setup = BatchSetup(self)
        self._policy_name = policy_name
        self.setup.started.connect(self.start)
        self.results = ResultModel(colours, self)
        self.questions = BatchQuestions(colours, self)
        self.questions.settled.connect(self._settle)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.setup)
        self.stack.addWidget(self._build_work())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.addWidget(self.stack)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def _build_work(self) -> QWidget:
        page = QWidget(self)
        self._headline = QLabel(page)
        self._headline.setProperty("heading", True)
        self._headline.setWordWrap(True)
        self._detail = QLabel(page)
        self._detail.setProperty("muted", True)
        self._detail.setWordWrap(True)
        self._bar = QProgressBar(page)
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self.pause_button, self.stop_button, self.again_button = (QPushButton(page) for _ in range(3))
        self.folder_button, self.summary_button, self.review_button = (QPushButton(page) for _ in range(3))
        self.pause_button.clicked.connect(self._toggle_pause)
        self.stop_button.clicked.connect(self.run.cancel)
        self.again_button.clicked.connect(lambda: self.stack.setCurrentIndex(0))
        self.folder_button.clicked.connect(lambda: _open(self.setup.output.folder))
        self.summary_button.clicked.connect(lambda: _open(self._result.summary if self._result else None))
        self.review_button.clicked.connect(self._review)
        buttons = FlowLayout()
        for button in (
            self.pause_button,
            self.stop_button,
            self.folder_button,
            self.summary_button,
            self.again_button,
        ):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        self.files = ResultTable(self.results, page)
        self.files.selectionModel().currentRowChanged.connect(self._chosen)
        self.files.doubleClicked.connect(lambda _: self._review())
        listing = QWidget(page)
        column = QVBoxLayout(listing)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.files, 1)
        column.addWidget(self.review_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.tabs = QTabWidget(page)
        self.tabs.addTab(self.questions, "")
        self.tabs.addTab(listing, "")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._headline)
        layout.addWidget(self._bar)
        layout.addWidget(self._detail)
        layout.addLayout(buttons)
        layout.addWidget(self.tabs, 1)
        return page

    # --- doing ------------------------------------------------------------------------------------------------------

    def show_folder(self, folder: Path) -> None:
        """Offer to do this folder."""
        if not self.run.running:
            self.setup.folder.set_folder(folder)
            self.stack.setCurrentIndex(0)
            self.setup.go.setFocus()

    def start(self) -> None:
        """Do the folder that was named."""
        self._result = self._progress = self._listed = self._error = None
        self.results.clear()
        self.questions.show_questions(())
        self.stack.setCurrentIndex(1)
        self.tabs.setCurrentIndex(1)
        self.run.start(self.setup.options(self._policy()))
        self._tell()

    def _told(self, event: object) -> None:
        from redactor.batch import Listed, Progress
        from redactor.batch_summary import FileResult

        if isinstance(event, Listed):
            self._listed = event
            for skipped in event.skipped:
                self.results.put(FileResult(skipped.relative, "skipped", reason=skipped.reason))
        elif isinstance(event, Progress):
            self._progress = event
        elif isinstance(event, FileResult):
            self.results.put(event)
        self._tell()

    def _done(self, result: BatchResult) -> None:
        self._result = result
        self.results.show(result.results)
        self.questions.show_questions(result.review.questions)
        if result.review.questions:
            self.tabs.setCurrentIndex(0)
            self.questions.table.setFocus()
        self._tell()

    def _failed(self, error: object) -> None:
        self._error = error
        self._tell()

    def _settle(self, answers: dict[str, Any]) -> None:
        self._progress = None
        self.run.settle(answers)
        self._tell()

    def _toggle_pause(self) -> None:
        self.run.toggle_pause()
        self._tell()

    def _chosen(self, index: QModelIndex) -> None:
        waiting = index.isValid() and self.results.result(index.row()).status in ("open", "refused", "failed")
        self.review_button.setEnabled(waiting and not self.run.running)

    def _review(self) -> None:
        index, folder = self.files.currentIndex(), self.setup.folder.folder
        if index.isValid() and folder is not None and self.review_button.isEnabled():
            self.review_wanted.emit(folder / self.results.result(index.row()).path)

    # --- telling ----------------------------------------------------------------------------------------------------

    def _tell(self) -> None:
        running = self.run.running
        self._bar.setVisible(running)
        self.pause_button.setVisible(running)
        self.stop_button.setVisible(running)
        for button in (self.again_button, self.folder_button):
            button.setVisible(not running)
        self.summary_button.setVisible(
            not running and self._result is not None and self._result.summary is not None
        )
        self.pause_button.setText(
            folder_texts.BATCH_RESUME() if self.run.paused else folder_texts.BATCH_PAUSE()
        )
        questions = len(self._result.review.questions) if self._result is not None else 0
        self.tabs.setTabText(0, folder_texts.BATCH_TAB_QUESTIONS(n=questions))
        self.tabs.setTabText(1, folder_texts.BATCH_TAB_FILES(n=self.results.rowCount()))
        self._chosen(self.files.currentIndex())
        self._headline.setText(self._headline_words(running=running))
        self._detail.setText(self._detail_words())
        self._detail.setVisible(bool(self._detail.text()))

    def _headline_words(self, *, running: bool) -> str:
        if self._error is not None:
            return error_words(self._error)
        if running:
            progress = self._progress
            self._bar.setRange(0, 1000 if progress is not None else 0)
            if progress is None:
                return folder_texts.BATCH_LISTING()
            self._bar.setValue(int(progress.share * 1000))
            if self.run.paused:
                return folder_texts.BATCH_PAUSED()
            words = folder_texts.BATCH_SCAN if progress.phase == "scan" else folder_texts.BATCH_REDACT
            said = words(done=progress.done, total=progress.total)
            if progress.seconds_left is None:
                return said
            left = time_words(progress.seconds_left, language.code)
            return f"{said} · {folder_texts.BATCH_LEFT_TIME(time=left)}"
        if self._result is None:
            return ""
        result = self._result
        parts = [folder_texts.BATCH_DONE(n=sum(r.has_copy for r in result.results))]
        if result.review.files:
            parts.append(
                folder_texts.BATCH_WAITING(n=result.review.occurrences, files=len(result.review.files))
            )
        if result.failed:
            parts.append(folder_texts.BATCH_WITHOUT(n=result.failed))
        ended = _STATUS_WORDS.get(result.status)
        return f"{ended()} {', '.join(parts)}" if ended is not None else ", ".join(parts)

    def _detail_words(self) -> str:
        if self._result is not None and self._result.values_cut:
            return folder_texts.BATCH_CUT()
        if self._listed is None:
            return ""
        listed = self._listed
        said = [folder_texts.BATCH_TO_DO(n=listed.to_do)]
        if listed.unchanged:
            said.append(folder_texts.BATCH_DONE_BEFORE(n=listed.unchanged))
        if listed.skipped:
            said.append(folder_texts.BATCH_LEFT_ALONE(n=len(listed.skipped)))
        return ", ".join(said)

    def set_theme(self, colours: Colours) -> None:
        """Colours."""
        self.results.set_theme(colours)
        self.questions.model.set_theme(colours)

    def retranslate(self) -> None:
        """Words in the language in use."""
        self.setWindowTitle(folder_texts.BATCH_TITLE())
        self.setup.retranslate()
        self.setup.show_policy(self._policy(), self._policy_name())
        self.questions.retranslate()
        self.stop_button.setText(folder_texts.BATCH_STOP())
        self.again_button.setText(folder_texts.BATCH_AGAIN())
        self.folder_button.setText(folder_texts.BATCH_OPEN_FOLDER())
        self.summary_button.setText(folder_texts.BATCH_OPEN_SUMMARY())
        self.review_button.setText(folder_texts.BATCH_REVIEW_FILE())
        self.files.retranslate()
        self._tell()

    def reject(self) -> None:
        """Escape closes like the button of the frame: after asking, if files are being worked on."""
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """What is verified stays; a later run goes on from there."""
        if self.run.running and not self._sure():
            event.ignore()
            return
        if not self._closed:
            self._closed = True
            language.changed.disconnect(self.retranslate)
            self.run.close()
        super().closeEvent(event)

    def _sure(self) -> bool:
        buttons = QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No
        asked = QMessageBox.question(
            self, folder_texts.BATCH_TITLE(), folder_texts.BATCH_CLOSE_BUSY(), buttons
        )
        return asked == QMessageBox.StandardButton.Yes


def _open(path: Path | None) -> None:
    if path is not None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
