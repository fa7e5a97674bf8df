"""How the files of a folder came out, as a table; for the batch and for the watched folder."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from ui import folder_texts
from ui.batch_models import STATUS, ResultModel

_FILE_SHARE = 0.36
_MARGIN = 24


class ResultTable(QTableView):
    """A file, its state, and its copy or why there is none."""

    def __init__(self, model: ResultModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setStretchLastSection(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words of the state are never cut off."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        words = (*(word() for word, _ in STATUS.values()), folder_texts.COL_STATUS())
        self.setColumnWidth(0, int(self.viewport().width() * _FILE_SHARE))
        self.setColumnWidth(1, max(metrics.horizontalAdvance(w) for w in words) + _MARGIN)
        self.verticalHeader().setDefaultSectionSize(metrics.height() + 12)

    def retranslate(self) -> None:
        """Words in the language in use."""
        self.setAccessibleName(folder_texts.COL_STATUS())
        self.model().headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 2)
        self._fit()
        self.viewport().update()
