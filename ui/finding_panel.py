"""The lists on the right: one tree of findings with filter chips above it."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from redactor.model import Action
from ui import texts
from ui.finding_model import Column, FindingModel, Grouping, Role
from ui.icons import paint as paint_icon
from ui.language import Text
from ui.review import FileReview, Look, Ref
from ui.theme import Colours

Index = QModelIndex | QPersistentModelIndex


class Chip(StrEnum):
    """Filters above the tree."""

    ALL = "all"
    OPEN = "open"
    HIDE = "hide"
    KEEP = "keep"
    FRESH = "fresh"


_CHIP_TEXTS: dict[Chip, Text] = {
    Chip.ALL: texts.CHIP_ALL,
    Chip.OPEN: texts.CHIP_OPEN,
    Chip.HIDE: texts.CHIP_HIDE,
    Chip.KEEP: texts.CHIP_KEEP,
    Chip.FRESH: texts.CHIP_FRESH,
}


_CHIP_MARGIN, _CHIP_GAP = 10, 6
_CHARACTERS_FOR_TYPE = 42
_CHIP_OF = {Action.ASK: Chip.OPEN, Action.HIDE: Chip.HIDE, Action.KEEP: Chip.KEEP}


def passes(chip: Chip, file: FileReview, identity: str) -> bool:
    """Whether a finding or mark is listed under a filter."""
    if identity in file.marks:
        return chip in (Chip.ALL, Chip.HIDE)
    if chip is Chip.FRESH:
        return identity in file.fresh
    wanted = {Chip.OPEN: Action.ASK, Chip.HIDE: Action.HIDE, Chip.KEEP: Action.KEEP}.get(chip)
    return wanted is None or file.action(identity) is wanted


def look_colour(look: Look | None, c: Colours) -> str:
    """The colour of a state in a list."""
    return {
        Look.SURE: c.danger,
        Look.MUST: c.danger,
        Look.CHECK: c.warning,
        Look.HIDE: c.text,
        Look.KEEP: c.kept,
        Look.LISTED: c.kept,
        Look.MANUAL: c.manual,
        Look.UNREAD: c.unread,
        None: c.muted,
    }[look]


class _RowDelegate(QStyledItemDelegate):
    """State icon and value; the value is masked unless the row is under the pointer or is the current one."""

    def __init__(self, tree: FindingTree) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, option.fontMetrics.height() + 11)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.column() != Column.VALUE:
            return
        secret = index.data(Role.SECRET)
        state = option.state
        asked_for = state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus) or (
            self._tree.currentIndex().siblingAtColumn(0) == index
        )
        # Not while another window is in front: the screen may be locked, or shown to others.
        if secret is not None and (self._tree.unmasked or (asked_for and self._tree.isActiveWindow())):
            option.text = " ".join(secret.split())
        option.textElideMode = Qt.TextElideMode.ElideMiddle

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.column() != Column.VALUE:
            super().paint(painter, option, index)
            return
        c = self._tree.colours
        opt = QStyleOptionViewItem(option)
        self.initStyleOption(opt, index)
        style = self._tree.style()
        text, rect = opt.text, QRect(opt.rect)
        opt.text = ""
        opt.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, opt, painter, self._tree)
        x = rect.left() + 2
        box = self.check_rect(rect)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            self._paint_tick(painter, box, Qt.CheckState(state))
            x = box.right() + 6
        look = index.data(Role.LOOK)
        side = float(self._side())
        icon = "mixed" if look is None else str(look)
        paint_icon(
            painter, QRectF(x, rect.center().y() - side / 2 + 0.5, side, side), icon, look_colour(look, c)
        )
        area = QRect(rect)
        area.setLeft(int(x + side + 5))
        painter.save()
        font = opt.font
        kept = look in (Look.KEEP, Look.LISTED)
        font.setStrikeOut(kept)
        font.setBold(not index.parent().isValid())
        painter.setFont(font)
        painter.setPen(QColor(c.muted if kept else c.text))
        metrics = painter.fontMetrics()
        elided = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, area.width() - 4)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)
        painter.restore()

    def _paint_tick(self, painter: QPainter, box: QRect, state: Qt.CheckState) -> None:
        """A box that can be seen in every theme: empty, ticked, or a bar for some of both."""
        c = self._tree.colours
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        filled = state != Qt.CheckState.Unchecked
        painter.setPen(QPen(QColor(c.accent if filled else c.muted), 1.2))
        painter.setBrush(QColor(c.accent) if state == Qt.CheckState.Checked else QColor(c.surface))
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 3, 3)
        if state == Qt.CheckState.Checked:
            paint_icon(painter, QRectF(box).adjusted(1, 1, -1, -1), "hide", c.on_accent)
        elif filled:
            middle = QRectF(box).adjusted(4, box.height() * 0.42, -4, -box.height() * 0.42)
            painter.fillRect(middle, QColor(c.accent))
        painter.restore()

    def _side(self) -> int:
        return max(15, self._tree.fontMetrics().height() - 2)

    def check_rect(self, rect: QRect) -> QRect:
        """Where the box to tick is drawn in a cell."""
        side = self._side()
        return QRect(rect.left() + 2, rect.center().y() - side // 2, side, side)

    def editorEvent(self, event, model, option, index):  # type: ignore[no-untyped-def]
        """A click on the box ticks it; anywhere else on the row it does not."""
        if event.type() == event.Type.MouseButtonRelease and index.column() == Column.VALUE:
            box = self.check_rect(option.rect).adjusted(-3, -4, 3, 4)
            checkable = bool(index.flags() & Qt.ItemFlag.ItemIsUserCheckable)
            if checkable and box.contains(event.position().toPoint()):
                now = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
                after = Qt.CheckState.Unchecked if now == Qt.CheckState.Checked else Qt.CheckState.Checked
                return model.setData(index, after, Qt.ItemDataRole.CheckStateRole)
        return False


class FindingTree(QTreeView):
    """The tree."""

    def __init__(self, model: FindingModel, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colours = colours
        self.unmasked = False
        self.setModel(model)
        self.setItemDelegate(_RowDelegate(self))
        self.setMouseTracking(True)
        self.setUniformRowHeights(True)
        self.setIndentation(14)
        self.setExpandsOnDoubleClick(False)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        self.setAllColumnsShowFocus(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(34)
        header.setSectionResizeMode(Column.VALUE, QHeaderView.ResizeMode.Stretch)
        for column in (Column.TYPE, Column.SURE, Column.COUNT, Column.WHERE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)


class FindingPanel(QWidget):
    """A tree by one grouping, with its chips.

    ``picked`` a Ref or a mark as (file, id), or None; ``decided`` refs and action; ``menu`` a point on the screen.
    """

    picked = Signal(object)
    decided = Signal(object, object)
    menu = Signal(QPoint)

    def __init__(self, grouping: Grouping, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._files: list[FileReview] = []
        self._chip = Chip.ALL
        self._quiet = False
        self.model = FindingModel(grouping, self)
        self.tree = FindingTree(self.model, colours, self)
        self._chips: dict[Chip, QPushButton] = {}
        self._chip_bar = QWidget(self)
        for chip in Chip:
            button = QPushButton(self._chip_bar)
            button.setProperty("chip", True)
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setChecked(chip is Chip.ALL)
            button.clicked.connect(lambda _=False, c=chip: self.set_chip(c))
            self._chips[chip] = button
        self._empty = QLabel(self)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setProperty("muted", True)
        self._empty.setWordWrap(True)
        self._empty.setMargin(24)
        body = QWidget(self)
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self.tree)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._chip_bar)
        layout.addWidget(body, 1)
        self.model.decided.connect(self.decided)
        self.tree.selectionModel().currentChanged.connect(self._current)
        self.tree.customContextMenuRequested.connect(
            lambda p: self.menu.emit(self.tree.viewport().mapToGlobal(p))
        )
        hidden = {
            Grouping.PEOPLE: (Column.SURE, Column.WHERE),
            Grouping.TYPES: (Column.TYPE, Column.WHERE),
            Grouping.PLACES: (Column.COUNT, Column.WHERE),
        }[grouping]
        for column in hidden:
            self.tree.setColumnHidden(column, True)
        self._fit_columns()
        self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Chips flow over as many rows as they need; the value keeps the widest column."""
        super().resizeEvent(event)
        self._place_chips()
        self._fit_columns()

    def _place_chips(self) -> None:
        x, y, tall = _CHIP_MARGIN, _CHIP_MARGIN, 0
        for button in self._chips.values():
            if button.isHidden():
                continue
            size = button.sizeHint()
            if x > _CHIP_MARGIN and x + size.width() > self.width() - _CHIP_MARGIN:
                x, y = _CHIP_MARGIN, y + tall + _CHIP_GAP
            button.setGeometry(x, y, size.width(), size.height())
            x, tall = x + size.width() + _CHIP_GAP, size.height()
        self._chip_bar.setFixedHeight(y + tall + _CHIP_GAP)

    def _fit_columns(self) -> None:
        width = self.fontMetrics().averageCharWidth()
        self.tree.setColumnWidth(Column.TYPE, min(width * 17, int(self.width() * 0.32)))
        # With large text the value needs the room; the type is still in the row's tooltip and spoken name.
        narrow = self.width() < width * _CHARACTERS_FOR_TYPE
        self.tree.setColumnHidden(Column.TYPE, narrow or self.model.grouping is Grouping.TYPES)
        self.tree.setColumnWidth(Column.SURE, width * 14)
        self.tree.setColumnWidth(Column.COUNT, width * 8)

    def show_files(self, files: list[FileReview]) -> None:
        """List these files' findings."""
        self._files = files
        self._rebuild()

    def set_chip(self, chip: Chip) -> None:
        """Filter."""
        self._chip = chip
        self._chips[chip].setChecked(True)
        self._rebuild()

    def rebuild(self) -> None:
        """List anew: marks, types or the scan changed."""
        self._rebuild()

    def _rebuild(self) -> None:
        self._quiet = True
        current = self.tree.currentIndex()
        node = self.model.node(current) if current.isValid() else None
        kept = (node.ref, node.mark) if node is not None else (None, None)
        expanded = self._expanded()
        keep = None if self._chip is Chip.ALL else (lambda file, i: passes(self._chip, file, i))
        self.model.show(self._files, keep)
        groups = self.model.rowCount()
        for row in range(groups):
            index = self.model.index(row, 0)
            if groups <= 12 or self.model.node(index).title in expanded:
                self.tree.setExpanded(index, self.model.node(index).count <= 400 or groups == 1)
        if kept[0] is not None:
            self.reveal(kept[0].file, kept[0].finding)
        elif kept[1] is not None:
            self.reveal(*kept[1])
        self._quiet = False
        self._tell_counts()
        self._stack.setCurrentIndex(0 if groups else 1)

    def _expanded(self) -> set[str]:
        rows = (self.model.index(r, 0) for r in range(self.model.rowCount()))
        return {self.model.node(i).title for i in rows if self.tree.isExpanded(i)}

    def update_refs(self, refs: list[Ref]) -> None:
        """Decisions changed."""
        self.model.update(refs)
        self._tell_counts()

    def _tell_counts(self) -> None:
        counts = dict.fromkeys(Chip, 0)
        for file in self._files:
            for identity in file.findings:
                counts[_CHIP_OF[file.action(identity)]] += 1
            counts[Chip.FRESH] += len(file.fresh)
            counts[Chip.ALL] += len(file.findings) + len(file.marks)
            counts[Chip.HIDE] += len(file.marks)
        for chip, button in self._chips.items():
            button.setText(_CHIP_TEXTS[chip](n=counts[chip]))
            button.setVisible(chip is not Chip.FRESH or counts[chip] > 0)
        self._place_chips()
        listed = any(f.scan is not None for f in self._files)
        empty = (
            texts.NOTHING_LISTED()
            if self._chip is not Chip.ALL and counts[Chip.ALL]
            else texts.NOTHING_FOUND()
        )
        self._empty.setText(empty if listed else texts.LISTED_LATER())
        self._chip_bar.setVisible(listed)

    def reveal(self, file: int, identity: str) -> None:
        """Make a finding's row the current one, without telling anyone."""
        index = self.model.index_of(file, identity)
        quiet, self._quiet = self._quiet, True
        if index.isValid():
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)
        elif not identity:
            self.tree.setCurrentIndex(QModelIndex())
        self._quiet = quiet

    def selected_refs(self) -> list[Ref]:
        """Findings at or below the selected rows, without doubles."""
        rows = self.tree.selectionModel().selectedRows(0) or [self.tree.currentIndex()]
        return list(dict.fromkeys(r for i in rows if i.isValid() for r in self.model.refs(i)))

    def _current(self, index: QModelIndex) -> None:
        if self._quiet or not index.isValid():
            return
        node = self.model.node(index)
        leaf = next(iter(node.leaves()))
        self.picked.emit(leaf.ref if leaf.ref is not None else leaf.mark)

    def set_unmasked(self, on: bool) -> None:
        """Show all values."""
        self.tree.unmasked = on
        self.tree.viewport().update()

    def set_theme(self, colours: Colours) -> None:
        """Colours, and sizes that follow the text."""
        self.tree.colours = colours
        self._place_chips()
        self._fit_columns()
        self.tree.viewport().update()

    def retranslate(self) -> None:
        """Words in the language in use."""
        names = {
            Grouping.PEOPLE: texts.TAB_PEOPLE,
            Grouping.TYPES: texts.TAB_TYPES,
            Grouping.PLACES: texts.TAB_PLACES,
        }
        self.tree.setAccessibleName(names[self.model.grouping]())
        self._tell_counts()
        self._fit_columns()
        if self._files:
            self._rebuild()
