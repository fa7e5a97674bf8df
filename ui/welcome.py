"""The first screen: three lines, two buttons, and the whole of it takes a drop."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import folder_texts, texts
from ui.icons import app_icon, icon
from ui.theme import Colours

_LINES = (("search", texts.WELCOME_1), ("verified", texts.WELCOME_2), ("offline", texts.WELCOME_3))


class Welcome(QWidget):
    """Signals: ``open_clicked``, ``batch_clicked``, ``samples_clicked``, ``resume_clicked``."""

    open_clicked = Signal()
    samples_clicked = Signal()
    resume_clicked = Signal()
    batch_clicked = Signal()

    def __init__(self, colours: Colours, *, samples: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._zone = QFrame(self)
        self._zone.setObjectName("dropZone")
        self._zone.setMaximumWidth(760)
        picture = QLabel(self._zone)
        picture.setPixmap(app_icon().pixmap(64, 64))
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = QLabel(self._zone)
        self._title.setProperty("title", True)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title.setWordWrap(True)
        lines = QVBoxLayout()
        lines.setSpacing(12)
        self._lines: list[QLabel] = []
        self._pictures: list[QLabel] = []
        for _ in _LINES:
            row = QHBoxLayout()
            row.setSpacing(14)
            mark, line = QLabel(self._zone), QLabel(self._zone)
            line.setWordWrap(True)
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(line, 1)
            lines.addLayout(row)
            self._lines.append(line)
            self._pictures.append(mark)
        self.open_button = QPushButton(self._zone)
        self.open_button.setProperty("primary", True)
        self.open_button.clicked.connect(self.open_clicked)
        self.batch_button = QPushButton(self._zone)
        self.batch_button.clicked.connect(self.batch_clicked)
        self.samples_button = QPushButton(self._zone)
        self.samples_button.clicked.connect(self.samples_clicked)
        self.samples_button.setVisible(samples)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch(1)
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.batch_button)
        buttons.addWidget(self.samples_button)
        buttons.addStretch(1)
        self._resumable = 0
        self.resume_button = QPushButton(self._zone)
        self.resume_button.setProperty("quiet", True)
        self.resume_button.clicked.connect(self.resume_clicked)
        self.resume_button.hide()
        self._hint = QLabel(self._zone)
        self._hint.setProperty("muted", True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        inside = QVBoxLayout(self._zone)
        inside.setContentsMargins(44, 36, 44, 32)
        inside.setSpacing(20)
        inside.addWidget(picture)
        inside.addWidget(self._title)
        inside.addLayout(lines)
        inside.addSpacing(6)
        inside.addLayout(buttons)
        inside.addWidget(self.resume_button, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addWidget(self._hint)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(28, 28, 28, 28)
        layout.addStretch(1)
        column = QVBoxLayout()
        column.addStretch(1)
        column.addWidget(self._zone)
        column.addStretch(1)
        layout.addLayout(column, 8)
        layout.addStretch(1)
        self.set_theme(colours)
        self.retranslate()

    def set_active(self, on: bool) -> None:
        """Something is held over the window."""
        self._zone.setProperty("active", on)
        self._zone.style().unpolish(self._zone)
        self._zone.style().polish(self._zone)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines as high as their words need at this width and text size."""
        super().resizeEvent(event)
        self._fit_lines()

    def _fit_lines(self) -> None:
        widest = max(760, self.fontMetrics().averageCharWidth() * 112)
        self._zone.setMaximumWidth(widest)
        room = min(widest, int(self.width() * 0.8) - 56) - 88
        for label, indent in ((self._title, 0), *((line, 38) for line in self._lines)):
            label.setMinimumHeight(max(0, label.heightForWidth(max(120, room - indent))))

    def offer_resume(self, files: int) -> None:
        """Offer to go on with the files of last time."""
        self._resumable = files
        self.resume_button.setVisible(files > 0)
        self.resume_button.setText(texts.RESUME_LAST(n=files))

    def set_theme(self, colours: Colours) -> None:
        """Colours."""
        for mark, (name, _) in zip(self._pictures, _LINES, strict=True):
            mark.setPixmap(icon(name, colours.accent).pixmap(24, 24))
        self._fit_lines()

    def retranslate(self) -> None:
        """Words in the language in use."""
        self._title.setText(texts.WELCOME_TITLE())
        for line, (_, text) in zip(self._lines, _LINES, strict=True):
            line.setText(text())
        self.open_button.setText(texts.CHOOSE_FILES())
        self.samples_button.setText(texts.TRY_SAMPLES())
        self.batch_button.setText(folder_texts.BATCH())
        self.resume_button.setText(texts.RESUME_LAST(n=self._resumable))
        self._hint.setText(texts.DROP_HERE())
        self._fit_lines()
