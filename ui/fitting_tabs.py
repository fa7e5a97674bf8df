"""A tab widget whose tabs show words as long as they fit, and icons when they do not."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QIcon, QResizeEvent
from PySide6.QtWidgets import QTabWidget, QWidget

_PADDING = 20
_ICON_PADDING = 14


class FittingTabs(QTabWidget):
    """Each tab has a word and an icon; with icons alone, the word is its tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: dict[int, str] = {}
        self._icons: dict[int, QIcon] = {}
        self.setUsesScrollButtons(False)

    def set_words(self, number: int, words: str, picture: QIcon) -> None:
        """What a tab is called and how it is drawn."""
        self._words[number], self._icons[number] = words, picture
        self.tabBar().setTabToolTip(number, words)
        self.tabBar().setAccessibleTabName(number, words)
        self.fit()

    def fit(self) -> None:
        """Words or icons, whichever fits."""
        bold = self.font()
        bold.setBold(True)
        metrics = QFontMetrics(bold)
        corner = self.cornerWidget()
        room = self.width() - (corner.sizeHint().width() if corner is not None and corner.isVisible() else 0)
        shown = [n for n in range(self.count()) if self.isTabVisible(n)]
        needed = sum(metrics.horizontalAdvance(self._words.get(n, "")) + _PADDING for n in shown)
        words = needed <= room
        side = min(metrics.height() + 2, max(12, room // max(1, len(shown)) - _ICON_PADDING * 2))
        self.setIconSize(QSize(side, side))
        for number in shown:
            self.setTabText(number, self._words.get(number, "") if words else "")
            self.setTabIcon(number, QIcon() if words else self._icons.get(number, QIcon()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More room, or less."""
        super().resizeEvent(event)
        self.fit()
