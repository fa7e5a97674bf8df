"""The keys of the screen, as they are set."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui import texts
from ui.dialog_size import fit


class KeysDialog(QDialog):
    """A table made from the actions themselves, so that it cannot go stale."""

    def __init__(
        self, rows: Sequence[tuple[Sequence[QKeySequence], str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.KEYS_TITLE())
        fit(self, 76, 34)
        table = QTreeWidget(self)
        table.setColumnCount(2)
        table.setHeaderLabels([texts.KEY(), texts.KEY_DOES()])
        table.setRootIsDecorated(False)
        table.setAlternatingRowColors(True)
        table.setAccessibleName(texts.KEYS_TITLE())
        fixed = [
            ("Alt+← ↑ → ↓", texts.KEY_MOVE()),
            ("Shift+← ↑ → ↓", texts.KEY_RESIZE()),
            ("↑ ↓", texts.KEY_ROWS()),
            ("← →", texts.KEY_COLLAPSE()),
        ]
        native = QKeySequence.SequenceFormat.NativeText
        shown = [(keys[0].toString(native), text.rstrip("…")) for keys, text in rows]
        for keys, text in [*shown, *fixed]:
            table.addTopLevelItem(QTreeWidgetItem([keys, text]))
        table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        table.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(table, 1)
        layout.addWidget(buttons)
