"""The named history of decisions; choosing a step goes back or forward to it."""

from __future__ import annotations

from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QUndoView, QVBoxLayout, QWidget

from ui import texts
from ui.dialog_size import fit


class HistoryDialog(QDialog):
    """A list of steps."""

    def __init__(self, stack: QUndoStack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.HISTORY())
        fit(self, 64, 24)
        view = QUndoView(stack, self)
        view.setEmptyLabel(texts.HISTORY_START())
        view.setAccessibleName(texts.HISTORY())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(view, 1)
        layout.addWidget(buttons)
