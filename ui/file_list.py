"""The files of the job: state, name, what is left to do."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from redactor.jobs import JobState
from redactor.model import Stage
from ui import texts
from ui.controller import Controller
from ui.icons import paint as paint_icon
from ui.language import Text
from ui.review import FileReview
from ui.theme import Colours
from ui.wording import stage_words

Index = QModelIndex | QPersistentModelIndex
FILE_ROLE = Qt.ItemDataRole.UserRole + 1

_WORDS: dict[JobState, Text] = {
    JobState.WAITING: texts.STATE_WAITING,
    JobState.SCANNING: texts.STATE_SCANNING,
    JobState.REVIEW: texts.STATE_REVIEW,
    JobState.EXPORT_WAITING: texts.STATE_EXPORT_WAITING,
    JobState.EXPORTING: texts.STATE_EXPORTING,
    JobState.DONE: texts.STATE_DONE,
    JobState.FAILED: texts.STATE_FAILED,
    JobState.CANCELLED: texts.STATE_CANCELLED,
}


def state_words(file: FileReview) -> str:
    """A file's state and what is left to do, in one line."""
    if file.stage is not None and file.state in (JobState.SCANNING, JobState.EXPORTING):
        return stage_words(Stage(file.stage[0]), file.stage[1], file.stage[2])
    if file.state is JobState.REVIEW:
        left = []
        if file.open_findings:
            left.append(texts.FILE_OPEN(n=file.open_findings))
        if file.open_gaps:
            left.append(texts.FILE_GAPS(n=file.open_gaps))
        return " · ".join(left) or texts.STATE_READY()
    return _WORDS[file.state]()


def state_look(file: FileReview, c: Colours) -> tuple[str, str]:
    """Icon and colour of a file's state."""
    if file.state is JobState.REVIEW:
        if file.error is not None:
            return "failed", c.danger
        if file.open_gaps:
            return "unread", c.unread
        return ("check", c.warning) if file.open_findings else ("hide", c.accent)
    looks = {
        JobState.WAITING: ("waiting", c.muted),
        JobState.SCANNING: ("retry", c.accent),
        JobState.EXPORT_WAITING: ("waiting", c.muted),
        JobState.EXPORTING: ("retry", c.accent),
        JobState.DONE: ("verified", c.success),
        JobState.FAILED: ("failed", c.danger),
        JobState.CANCELLED: ("stop", c.muted),
    }
    return looks[file.state]


class FileModel(QAbstractListModel):
    """One row per file."""

    def __init__(self, controller: Controller, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._rows: list[FileReview] = list(controller.session)
        controller.file_added.connect(self._added)
        controller.file_changed.connect(self.touch)
        controller.file_removed.connect(self._removed)

    def _added(self, number: int) -> None:
        row = len(self._rows)
        self.beginInsertRows(QModelIndex(), row, row)
        self._rows.append(self._controller.session.files[number])
        self.endInsertRows()

    def _removed(self, number: int) -> None:
        row = self._row_of(number)
        if row >= 0:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._rows[row]
            self.endRemoveRows()

    def _row_of(self, number: int) -> int:
        return next((row for row, file in enumerate(self._rows) if file.number == number), -1)

    def touch(self, number: int) -> None:
        """A file's row looks different now."""
        index = self.index_of(number)
        if index.isValid():
            self.dataChanged.emit(index, index)

    def file(self, index: Index) -> FileReview:
        """The file of a row."""
        return self._rows[index.row()]

    def index_of(self, number: int) -> QModelIndex:
        """The row of a file."""
        row = self._row_of(number)
        return self.index(row) if row >= 0 else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Qt's."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt's."""
        if not index.isValid():
            return None
        file = self.file(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return file.path.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{file.path}\n{state_words(file)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{file.path.name}, {state_words(file)}"
        if role == FILE_ROLE:
            return file.number
        return None


class _FileDelegate(QStyledItemDelegate):
    def __init__(self, view: FileList) -> None:
        super().__init__(view)
        self._list = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, option.fontMetrics.height() * 2 + 18)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        c = self._list.colours
        file = self._list.files.file(index)
        rect: QRect = option.rect
        state = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(c.accent_soft))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(c.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(c.hover))
        name_icon, colour = state_look(file, c)
        side = min(max(20, option.fontMetrics.height() + 2), rect.height() - 12)
        box = QRectF(rect.left() + 11, rect.center().y() - side / 2, side, side)
        paint_icon(painter, box, name_icon, colour)
        text = rect.adjusted(20 + side, 6, -10, -6)
        metrics = option.fontMetrics
        painter.setPen(QColor(c.text))
        name = metrics.elidedText(file.path.name, Qt.TextElideMode.ElideMiddle, text.width())
        painter.drawText(text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, name)
        painter.setPen(QColor(c.muted))
        words = metrics.elidedText(state_words(file), Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, words)
        if (
            file.stage is not None
            and file.stage[2] > 0
            and file.state in (JobState.SCANNING, JobState.EXPORTING)
        ):
            track = QRect(rect.left(), rect.bottom() - 2, rect.width(), 3)
            painter.fillRect(track, QColor(c.border))
            track.setWidth(int(track.width() * min(1.0, file.stage[1] / file.stage[2])))
            painter.fillRect(track, QColor(c.accent))
        if state & QStyle.StateFlag.State_HasFocus and self._list.hasFocus():
            painter.setPen(QColor(c.accent))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()


class FileList(QListView):
    """The list. ``chosen`` carries a file's number; ``menu`` a point on the screen."""

    chosen = Signal(int)
    menu = Signal(QPoint)

    def __init__(self, controller: Controller, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colours = colours
        self.files = FileModel(controller, self)
        self.setModel(self.files)
        self.setItemDelegate(_FileDelegate(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda p: self.menu.emit(self.viewport().mapToGlobal(p)))
        self.selectionModel().currentChanged.connect(self._current)
        self.retranslate()

    def retranslate(self) -> None:
        """Words in the language in use."""
        self.setAccessibleName(texts.TAB_FILES())
        self.viewport().update()

    def set_theme(self, colours: Colours) -> None:
        """Colours."""
        self.colours = colours
        self.viewport().update()

    def choose(self, number: int) -> None:
        """Make a file the current one."""
        index = self.files.index_of(number)
        if index.isValid():
            self.setCurrentIndex(index)

    def step(self, direction: int) -> None:
        """The next or previous file."""
        row = self.currentIndex().row() + direction
        if 0 <= row < self.files.rowCount():
            self.setCurrentIndex(self.files.index(row))

    def _current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.files.file(index).number)
