"""A table whose first rows and columns stay in view: three more views of the same model, laid over its edges.

Each of them shows the model from its first cell, is as large as the frozen part, and follows the main view in the
direction in which it is not frozen. Selection, widths and spans are shared.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)

_LARGEST_SHARE = 0.6
"""A frozen part that would fill more of the view than this is not frozen: nothing could be scrolled beside it."""

MakeHeader = Callable[[QTableView], QHeaderView]


class FrozenTable(QTableView):
    """``menu``: an index and a point on the screen."""

    menu = Signal(QModelIndex, QPoint)

    def __init__(
        self, model: QAbstractItemModel, make_header: MakeHeader, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._make_header = make_header
        self._rows = self._columns = 0
        self.setModel(model)
        self._top = self._overlay(model)
        self._left = self._overlay(model)
        self._corner = self._overlay(model)
        self._line_below, self._line_right = QFrame(self), QFrame(self)
        for line in (self._line_below, self._line_right):
            line.setObjectName("frozenEdge")
            line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for view in self._views:
            view.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
            view.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
            view.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
            view.setWordWrap(False)
            view.setTabKeyNavigation(False)
            view.setHorizontalHeader(make_header(view))
            view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            view.customContextMenuRequested.connect(lambda point, v=view: self._ask_menu(v, point))
        self._top.horizontalHeader().hide()
        self._left.verticalHeader().hide()
        self._corner.horizontalHeader().hide()
        self._corner.verticalHeader().hide()
        self.horizontalHeader().sectionResized.connect(self._resized)
        self._left.horizontalHeader().sectionResized.connect(
            lambda c, _, width: self.setColumnWidth(c, width)
        )
        self.verticalScrollBar().valueChanged.connect(self._left.verticalScrollBar().setValue)
        self.horizontalScrollBar().valueChanged.connect(self._top.horizontalScrollBar().setValue)
        model.modelReset.connect(lambda: self.freeze(0, 0))
        self.freeze(0, 0)

    @property
    def _views(self) -> tuple[QTableView, ...]:
        return (self, *self.overlays)

    @property
    def overlays(self) -> tuple[QTableView, QTableView, QTableView]:
        """The views over the top rows, over the first columns, and over both."""
        return (self._top, self._left, self._corner)

    @property
    def frozen(self) -> tuple[int, int]:
        """How many rows and columns stay in view."""
        return self._rows, self._columns

    def _overlay(self, model: QAbstractItemModel) -> QTableView:
        view = QTableView(self)
        view.setModel(model)
        view.setSelectionModel(self.selectionModel())
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAutoScroll(False)
        return view

    def dress(self, make_delegate: Callable[[], QAbstractItemDelegate]) -> None:
        """Give every view a delegate of its own."""
        for view in self._views:
            view.setItemDelegate(make_delegate())

    def freeze(self, rows: int, columns: int) -> None:
        """Keep so many first rows and columns in view."""
        self._rows, self._columns = rows, columns
        for column in range(columns):
            for view in (self._left, self._corner):
                view.setColumnWidth(column, self.columnWidth(column))
        self._place()

    def set_row_height(self, height: int) -> None:
        """Of every row."""
        for view in self._views:
            view.verticalHeader().setDefaultSectionSize(height)
        self._place()

    def clear_all_spans(self) -> None:
        """No cell is merged any more."""
        for view in self._views:
            view.clearSpans()

    def merge(self, row: int, column: int, rows: int, columns: int) -> None:
        """Show cells as one, wherever they are shown."""
        for view in self._views:
            view.setSpan(row, column, rows, columns)

    def refresh(self) -> None:
        """Draw everything again."""
        for view in self._views:
            view.viewport().update()
            view.horizontalHeader().viewport().update()

    def _resized(self, column: int, _old: int, width: int) -> None:
        self._top.setColumnWidth(column, width)
        if column < self._columns:
            self._left.setColumnWidth(column, width)
            self._corner.setColumnWidth(column, width)
            self._place()

    def _frozen_size(self) -> tuple[int, int]:
        """Width and height of what is frozen; 0 where it would leave no room."""
        view = self.viewport()
        width = sum(self.columnWidth(c) for c in range(self._columns))
        height = sum(self.rowHeight(r) for r in range(self._rows))
        return (
            width if width <= view.width() * _LARGEST_SHARE else 0,
            height if height <= view.height() * _LARGEST_SHARE else 0,
        )

    def _place(self) -> None:
        width, height = self._frozen_size()
        side, head = self.verticalHeader().width(), self.horizontalHeader().height()
        x, y, inside = self.frameWidth(), self.frameWidth(), self.viewport().size()
        self._top.verticalHeader().setFixedWidth(max(1, side))
        self._left.horizontalHeader().setFixedHeight(max(1, head))
        self._top.setGeometry(x, y + head, side + inside.width(), height)
        self._left.setGeometry(x + side, y, width, head + inside.height())
        self._corner.setGeometry(x + side, y + head, width, height)
        self._top.setVisible(height > 0)
        self._left.setVisible(width > 0)
        self._corner.setVisible(width > 0 and height > 0)
        self._line_below.setGeometry(x, y + head + height - 1, side + inside.width(), 1)
        self._line_right.setGeometry(x + side + width - 1, y, 1, head + inside.height())
        self._line_below.setVisible(height > 0)
        self._line_right.setVisible(width > 0)
        for over in (self._left, self._top, self._corner, self._line_below, self._line_right):
            over.raise_()
        self._left.verticalScrollBar().setValue(self.verticalScrollBar().value())
        self._top.horizontalScrollBar().setValue(self.horizontalScrollBar().value())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copying is left out: what is in the cells shall not reach the clipboard and its history."""
        if event.matches(QKeySequence.StandardKey.Copy):
            event.ignore()
            return
        super().keyPressEvent(event)

    def updateGeometries(self) -> None:
        """Qt's: row numbers got wider, bars came or went."""
        super().updateGeometries()
        if hasattr(self, "_line_right"):
            self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The frozen parts are as wide and high as the view."""
        super().resizeEvent(event)
        if hasattr(self, "_line_right"):
            self._place()

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell out from under the frozen parts; a frozen cell is in view already."""
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        x, y = across.value(), down.value()
        super().scrollTo(index, hint)
        width, height = self._frozen_size()
        if width and index.column() < self._columns:
            across.setValue(x)
        elif width and (hidden := width - self.columnViewportPosition(index.column())) > 0:
            across.setValue(across.value() - hidden)
        if height and index.row() < self._rows:
            down.setValue(y)
        elif height and (hidden := height - self.rowViewportPosition(index.row())) > 0:
            down.setValue(down.value() - hidden)

    def _ask_menu(self, view: QTableView, point: QPoint) -> None:
        index = view.indexAt(point)
        if index.isValid():
            self.menu.emit(index, view.viewport().mapToGlobal(point))
