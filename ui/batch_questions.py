"""What a folder's run asks a person: one answer for all equal values of all its files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHeaderView, QLabel, QPushButton, QTableView, QVBoxLayout, QWidget

from redactor.model import Action
from ui import folder_texts, texts
from ui.batch_models import Ask, QuestionModel
from ui.flow_layout import FlowLayout
from ui.masking import RevealDelegate
from ui.theme import Colours

if TYPE_CHECKING:
    from redactor.batch_review import Question


class BatchQuestions(QWidget):
    """``settled``: the answers by the questions' keys, when the person wants them applied."""

    settled = Signal(object)

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = QuestionModel(colours, self)
        self.table = QTableView(self)
        self.table.setModel(self.model)
        self.table.setItemDelegate(RevealDelegate(self.table))
        self.table.setMouseTracking(True)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setSectionResizeMode(Ask.VALUE, QHeaderView.ResizeMode.Stretch)
        self._none = QLabel(self)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.setProperty("muted", True)
        self.hide_button, self.keep_button, self.apply_button = (QPushButton(self) for _ in range(3))
        self.hide_button.clicked.connect(lambda: self.answer(Action.HIDE))
        self.keep_button.clicked.connect(lambda: self.answer(Action.KEEP))
        self.apply_button.setProperty("primary", True)
        self.apply_button.clicked.connect(lambda: self.settled.emit(dict(self.model.answers)))
        self._count = QLabel(self)
        self._count.setProperty("muted", True)
        row = FlowLayout()
        for widget in (self.hide_button, self.keep_button, self.apply_button, self._count):
            row.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._none, 1)
        layout.addLayout(row)
        for keys, action in (("Return", Action.HIDE), ("Ctrl+Return", Action.KEEP)):
            shortcut = QShortcut(QKeySequence(keys), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda a=action: self.answer(a, move_on=True))
        toggle = QShortcut(QKeySequence("Space"), self.table)
        toggle.setContext(Qt.ShortcutContext.WidgetShortcut)
        toggle.activated.connect(self._toggle)
        self.retranslate()
        self.show_questions(())

    def show_questions(self, questions: Sequence[Question]) -> None:
        """List these."""
        self.model.show(questions)
        self.table.setVisible(bool(questions))
        self._none.setVisible(not questions)
        for button in (self.hide_button, self.keep_button, self.apply_button):
            button.setVisible(bool(questions))
        if questions:
            self.table.selectRow(0)
        self._tell()

    def _rows(self) -> list[int]:
        return sorted(index.row() for index in self.table.selectionModel().selectedRows())

    def answer(self, action: Action, *, move_on: bool = False) -> None:
        """Answer the selected questions."""
        rows = self._rows()
        self.model.answer(rows, action)
        if move_on and rows and rows[-1] + 1 < self.model.rowCount():
            self.table.selectRow(rows[-1] + 1)
        self._tell()

    def _toggle(self) -> None:
        rows = self._rows()
        hidden = all(self.model.answer_of(r) is Action.HIDE for r in rows)
        self.answer(Action.KEEP if hidden else Action.HIDE)

    def _tell(self) -> None:
        self._count.setText(folder_texts.BATCH_SETTLES(n=self.model.settled) if self.model.answers else "")
        self.apply_button.setEnabled(bool(self.model.answers))

    def retranslate(self) -> None:
        """Words in the language in use."""
        self._none.setText(folder_texts.BATCH_NO_QUESTIONS())
        self.hide_button.setText(texts.HIDE())
        self.keep_button.setText(texts.KEEP())
        self.apply_button.setText(folder_texts.BATCH_SETTLE())
        self.table.setAccessibleName(folder_texts.COL_ANSWER())
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Ask) - 1)
        self.table.viewport().update()
        self._tell()
