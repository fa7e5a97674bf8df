"""The sheets of a workbook beside the grid: how many places each holds, hidden ones in italics."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from redactor.model import Action, CellPlace, ColumnPlace
from ui import texts
from ui.icons import icon, icon_size
from ui.review import FileReview
from ui.theme import Colours

_TITLE = Qt.ItemDataRole.UserRole + 1


class SheetList(QListWidget):
    """``chosen`` carries a sheet's title."""

    chosen = Signal(str)

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._file: FileReview | None = None
        self._stale = False
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSpacing(2)
        self.currentItemChanged.connect(self._current)

    def show_file(self, file: FileReview | None) -> None:
        """List a workbook's sheets."""
        self._file = file
        current = self.currentItem().data(_TITLE) if self.currentItem() is not None else None
        self.blockSignals(True)
        self.clear()
        titles = file.scan.source.sheets if file is not None and file.scan is not None else ()
        for title in titles:
            item = QListWidgetItem()
            item.setData(_TITLE, title)
            self.addItem(item)
        self.blockSignals(False)
        self._write()
        self.follow(str(current) if current in titles else next(iter(titles), ""))

    def refresh(self) -> None:
        """Decisions changed: count again, as soon as someone sees it."""
        self._stale = not self.isVisible()
        if not self._stale:
            self._write()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _write(self) -> None:
        file = self._file
        if file is None:
            return
        found, still_open = _counts(file)
        for number in range(self.count()):
            item = self.item(number)
            title = str(item.data(_TITLE))
            hidden = title in file.hidden_sheets
            words = (
                [texts.FILE_OPEN(n=still_open[title])]
                if still_open[title]
                else [texts.FILE_FOUND(n=found[title])]
            )
            if hidden:
                words.append(texts.SHEET_HIDDEN_SHORT())
            item.setText(f"{title}\n{' · '.join(words)}")
            item.setToolTip(f"{title} – {texts.SHEET_HIDDEN()}" if hidden else title)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title}, {', '.join(words)}")
            font = item.font()
            font.setItalic(hidden)
            item.setFont(font)
            name = "eye-off" if hidden else "check" if still_open[title] else "sheet"
            item.setIcon(icon(name, self._colours.warning if still_open[title] else self._colours.muted))

    def follow(self, title: str) -> None:
        """The sheet in view becomes the current row."""
        self.blockSignals(True)
        for number in range(self.count()):
            if self.item(number).data(_TITLE) == title:
                self.setCurrentRow(number)
        self.blockSignals(False)

    def _current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(str(item.data(_TITLE)))

    def set_theme(self, colours: Colours) -> None:
        """Colours."""
        self._colours = colours
        self.setIconSize(icon_size(self))
        self._write()

    def retranslate(self) -> None:
        """Words in the language in use."""
        self.setAccessibleName(texts.TAB_SHEETS())
        self._write()


def _counts(file: FileReview) -> tuple[Counter[str], Counter[str]]:
    """Occurrences, and places that need a decision, by sheet."""
    found: Counter[str] = Counter()
    still_open: Counter[str] = Counter()
    for finding in file.findings.values():
        place = finding.places[0]
        if isinstance(place, CellPlace | ColumnPlace):
            found[place.sheet] += finding.count
            still_open[place.sheet] += finding.count if file.action(finding.id) is Action.ASK else 0
    return found, still_open
