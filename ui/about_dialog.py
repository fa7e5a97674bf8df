"""Version, the parts the program is built on, their versions and licences as their packages state them."""

from __future__ import annotations

from importlib import metadata

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from redactor import __version__
from ui import texts
from ui.dialog_size import fit
from ui.icons import app_icon

PARTS = (
    "PySide6-Essentials", "presidio-analyzer", "presidio-anonymizer", "pymupdf-lite", "pikepdf", "pypdfium2",
    "openpyxl", "lxml", "python-calamine", "msoffcrypto-tool", "pillow", "zxing-cpp", "pydantic", "PyYAML",
    "cryptography", "keyring", "charset-normalizer", "platformdirs", "watchdog", "click", "tesserocr", "numpy",
)  # fmt: skip
_LONGEST = 70


class AboutDialog(QDialog):
    """What this is and what it is made of."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.ABOUT_TITLE())
        fit(self, 84, 34)
        picture, title, words = QLabel(self), QLabel(texts.APP(), self), QLabel(self)
        picture.setPixmap(app_icon().pixmap(64, 64))
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        title.setProperty("title", True)
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setText(f"{texts.ABOUT_VERSION(version=__version__)}\n{texts.ABOUT_LICENCE()}")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setWordWrap(True)
        table = QTreeWidget(self)
        table.setColumnCount(3)
        table.setHeaderLabels([texts.ABOUT_PART(), texts.ABOUT_PART_VERSION(), texts.ABOUT_PART_LICENCE()])
        table.setRootIsDecorated(False)
        table.setAlternatingRowColors(True)
        table.setAccessibleName(texts.ABOUT_PARTS())
        for name, version, licence in parts():
            table.addTopLevelItem(QTreeWidgetItem([name, version, licence]))
        table.addTopLevelItem(QTreeWidgetItem(["Tesseract vie.traineddata", "4.1.0", "Apache-2.0"]))
        for column in (0, 1):
            table.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(10)
        for widget in (picture, title, words):
            layout.addWidget(widget)
        layout.addWidget(table, 1)
        layout.addWidget(buttons)


def parts() -> list[tuple[str, str, str]]:
    """Name, version and licence of every part that is installed."""
    found = []
    for name in PARTS:
        try:
            info = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            continue
        stated = [info[key] for key in ("License-Expression", "License") if key in info]
        licence = str(stated[0]) if stated else ""
        if not licence or "\n" in licence:
            classifiers = [c for c in info.get_all("Classifier") or [] if c.startswith("License ::")]
            licence = classifiers[0].rsplit("::", 1)[-1].strip() if classifiers else licence.split("\n", 1)[0]
        found.append((name, metadata.version(name), licence[:_LONGEST]))
    return found
