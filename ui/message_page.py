"""In the middle while there are no pages to show: what is being done, or what went wrong and the button that helps."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from redactor.errors import PasswordRequired, WrongPassword
from redactor.jobs import JobState
from redactor.model import Stage
from ui import texts
from ui.icons import icon
from ui.review import FileReview
from ui.theme import Colours
from ui.wording import error_words, stage_words


class MessagePage(QWidget):
    """``acted`` carries ``password``, ``retry``, ``remove`` or ``cancel``."""

    acted = Signal(str)

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._colours = colours
        self._file: FileReview | None = None
        self._action = "cancel"
        self._picture = QLabel(self)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = QLabel(self)
        self._title.setProperty("heading", True)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title.setWordWrap(True)
        self._text = QLabel(self)
        self._text.setProperty("muted", True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text.setWordWrap(True)
        self._progress = QProgressBar(self)
        self._progress.setTextVisible(False)
        self._button = QPushButton(self)
        self._button.clicked.connect(lambda: self.acted.emit(self._action))
        self._skip = QPushButton(self)
        self._skip.clicked.connect(lambda: self.acted.emit("remove"))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._button)
        buttons.addWidget(self._skip)
        buttons.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(14)
        column.addStretch(1)
        for widget in (self._picture, self._title, self._text, self._progress):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(30, 30, 30, 30)
        row.addStretch(1)
        row.addLayout(column, 4)
        row.addStretch(1)
        self.retranslate()

    def show_file(self, file: FileReview | None) -> None:
        """Say how things stand with a file."""
        self._file = file
        if file is None:
            return
        name = file.path.name
        failed = file.state is JobState.FAILED and file.error is not None
        stopped = file.state is JobState.CANCELLED
        locked = isinstance(file.error, PasswordRequired | WrongPassword)
        waiting = file.state is JobState.WAITING
        self._progress.setVisible(not failed and not stopped)
        self._skip.setVisible(failed or stopped)
        if failed:
            assert file.error is not None
            self._title.setText(name)
            self._text.setText(error_words(file.error))
            self._action = "password" if locked else "retry"
            self._set_picture(
                "key" if locked else "failed", self._colours.warning if locked else self._colours.danger
            )
        elif stopped:
            self._title.setText(name)
            self._text.setText(texts.STATE_CANCELLED())
            self._action = "retry"
            self._set_picture("stop", self._colours.muted)
        else:
            self._title.setText(texts.WAITING(name=name) if waiting else texts.SCANNING(name=name))
            self._action = "cancel"
            self._set_picture("waiting" if waiting else "search", self._colours.accent)
            stage = file.stage
            if stage is None:
                self._text.setText(texts.LOCAL_ONLY())
                self._progress.setRange(0, 0)
            else:
                self._text.setText(stage_words(Stage(stage[0]), stage[1], stage[2]))
                self._progress.setRange(0, max(0, stage[2] if stage[2] > 1 else 0))
                self._progress.setValue(stage[1])
        words = {"password": texts.ENTER_PASSWORD, "retry": texts.TRY_AGAIN, "cancel": texts.CANCEL_FILE}
        self._button.setText(words[self._action]())
        self._button.setProperty("primary", self._action != "cancel")
        self._button.style().unpolish(self._button)
        self._button.style().polish(self._button)

    def _set_picture(self, name: str, colour: str) -> None:
        self._picture.setPixmap(icon(name, colour).pixmap(48, 48))

    def set_theme(self, colours: Colours) -> None:
        """Colours."""
        self._colours = colours
        self.show_file(self._file)

    def retranslate(self) -> None:
        """Words in the language in use."""
        self._skip.setText(texts.SKIP_FILE())
        self.show_file(self._file)
