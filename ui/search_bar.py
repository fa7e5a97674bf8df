"""Search across the files of the job, with *hide all hits* and the user's own lists."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from redactor.model import Place
from ui import texts
from ui.controller import Controller
from ui.flow_layout import FlowLayout
from ui.icons import icon
from ui.search import MAX_HITS, GridSearch, SearchHit, search_pages
from ui.theme import Colours


class SearchBar(QWidget):
    """``shown``: a file and a place to bring into view; ``closed``."""

    shown = Signal(int, object)
    closed = Signal()

    def __init__(self, controller: Controller, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._controller = controller
        self._hits: list[SearchHit] = []
        self._at = -1
        self._grids = GridSearch(controller, self)
        self._grids.found.connect(self._found_in_grid)
        self.field = QLineEdit(self)
        self.field.setClearButtonEnabled(True)
        self._count = QLabel(self)
        self._count.setProperty("muted", True)
        self._count.setWordWrap(True)
        self._previous, self._next, self._close = QToolButton(self), QToolButton(self), QToolButton(self)
        self._hide = QPushButton(self)
        self._always = QPushButton(self)
        self._never = QPushButton(self)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.field, 1)
        for widget in (self._count, self._previous, self._next, self._close):
            row.addWidget(widget)
        self._actions = QWidget(self)
        actions = FlowLayout(self._actions)
        for button in (self._hide, self._always, self._never):
            actions.addWidget(button)
        self._actions.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 8, 6)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._actions)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(180)
        self._later.timeout.connect(self.run)
        self.field.textChanged.connect(lambda _: self._later.start())
        self.field.returnPressed.connect(lambda: self.step(1))
        self._previous.clicked.connect(lambda: self.step(-1))
        self._next.clicked.connect(lambda: self.step(1))
        self._hide.clicked.connect(self.hide_all)
        self._always.clicked.connect(lambda: self.remember(self.field.text(), hide=True))
        self._never.clicked.connect(lambda: self.remember(self.field.text(), hide=False))
        self._close.clicked.connect(self.leave)
        self.set_theme(colours)
        self.retranslate()
        self._tell()

    def open(self) -> None:
        """Show it and type."""
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def leave(self) -> None:
        """Hide it and forget the hits."""
        self._hits, self._at = [], -1
        self.field.clear()
        self.hide()
        self.closed.emit()

    def run(self) -> None:
        """Search now."""
        self._later.stop()
        query = self.field.text()
        self._hits, self._at = [], -1
        if len(query.strip()) >= 2:
            for file in self._controller.session:
                for hit in search_pages(file, query):
                    self._hits.append(hit)
                    if len(self._hits) >= MAX_HITS:
                        break
            self._grids.start(query)
        self._tell()

    def _found_in_grid(self, query: str, hits: list[SearchHit]) -> None:
        """Hits that come later; those of an earlier question are dropped."""
        if query == self.field.text() and self.isVisible():
            self._hits += hits[: max(0, MAX_HITS - len(self._hits))]
            self._tell()

    def step(self, direction: int) -> None:
        """The next or previous hit."""
        if self._later.isActive():
            self.run()
        if self._hits:
            self._at = (self._at + direction) % len(self._hits)
            hit = self._hits[self._at]
            self.shown.emit(hit.file, hit.place)
            self._tell()

    def hide_all(self) -> None:
        """A mark over every hit, as one step."""
        if self._later.isActive():
            self.run()
        places: list[tuple[int, Place]] = [(h.file, h.place) for h in self._hits]
        if places:
            self._controller.add_marks(places, texts.STEP_SEARCH(n=len(places)))

    def remember(self, word: str, *, hide: bool) -> None:
        """Put a word on the user's own list."""
        if word.strip():
            moved = self._controller.own_words.add(word.strip(), hide=hide)
            said = (texts.WORD_MOVED_HIDE if hide else texts.WORD_MOVED_KEEP) if moved else texts.WORD_ADDED
            self._count.setText(said())

    def _tell(self) -> None:
        typed = len(self.field.text().strip()) >= 2
        if not typed:
            self._count.setText("")
        elif not self._hits:
            self._count.setText(texts.SEARCH_NONE())
        else:
            at = f"{self._at + 1}/" if self._at >= 0 else ""
            self._count.setText(at + texts.SEARCH_HITS(n=len(self._hits)))
        self._actions.setVisible(typed)
        for widget in (self._previous, self._next, self._hide):
            widget.setEnabled(bool(self._hits))
        for widget in (self._always, self._never):
            widget.setEnabled(typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def set_theme(self, colours: Colours) -> None:
        """Colours."""
        self._previous.setIcon(icon("up", colours.text, colours.border))
        self._next.setIcon(icon("down", colours.text, colours.border))
        self._close.setIcon(icon("close", colours.text))

    def retranslate(self) -> None:
        """Words in the language in use."""
        self.field.setPlaceholderText(texts.SEARCH_HINT())
        self.field.setAccessibleName(texts.SEARCH())
        self._hide.setText(texts.SEARCH_HIDE_ALL())
        self._always.setText(texts.SEARCH_ALWAYS())
        self._never.setText(texts.SEARCH_NEVER())
        for button, text in (
            (self._previous, texts.SEARCH_PREVIOUS),
            (self._next, texts.SEARCH_NEXT),
            (self._close, texts.SEARCH_CLOSE),
        ):
            button.setToolTip(text())
            button.setAccessibleName(text())
        self._tell()
