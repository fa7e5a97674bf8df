"""A field for a folder: its path, elided in the middle, and a button to choose another."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from ui import folder_texts


class FolderField(QWidget):
    """``changed`` when another folder stands in it; ``name`` is what screen readers say."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit(self)
        self.button = QPushButton(self)
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._choose)
        self.field.textChanged.connect(lambda _: self.changed.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.button)
        self.setFocusProxy(self.field)

    @property
    def folder(self) -> Path | None:
        """The folder, or None if nothing is written there."""
        text = self.field.text().strip()
        return Path(text).expanduser().absolute() if text else None

    def set_folder(self, folder: Path | None) -> None:
        """Write a folder into the field."""
        self.field.setText(str(folder) if folder is not None else "")
        self.field.setToolTip(self.field.text())

    def _choose(self) -> None:
        start = str(self.folder or Path.home())
        name = QFileDialog.getExistingDirectory(self, self.field.accessibleName(), start)
        if name:
            self.set_folder(Path(name))

    def retranslate(self, name: str, hint: str = "") -> None:
        """Words in the language in use."""
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(hint)
        self.button.setText(folder_texts.BATCH_CHOOSE())
        self.button.setAccessibleName(f"{name}: {folder_texts.BATCH_CHOOSE()}")


def beside(folder: Path, suffix: str) -> Path:
    """Where copies of a folder go unless someone says otherwise: next to it, under its name with the copies' suffix."""
    return folder.with_name(f"{folder.name}{suffix}")
