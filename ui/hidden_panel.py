"""The side list of hidden parts: comments, names, lists, caches, properties, each with Che and Giữ."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from redactor.model import HiddenPart, Treatment
from ui import texts
from ui.finding_panel import look_colour
from ui.flow_layout import FlowLayout
from ui.hidden_parts import HiddenGroup, HiddenItem, hidden_groups, hide, keep
from ui.icons import icon, icon_size
from ui.masking import SECRET, RevealDelegate, masked
from ui.review import Change, FileReview, Look
from ui.theme import Colours
from ui.wording import look_word, part_name

_ITEM = Qt.ItemDataRole.UserRole + 1
_DONE = {
    Treatment.KEPT: texts.HIDDEN_KEPT,
    Treatment.REDACTED: texts.HIDDEN_REDACTED,
    Treatment.LEFT_OUT: texts.HIDDEN_LEFT_OUT,
}


class HiddenPanel(QWidget):
    """Hidden parts of one file. ``changed``: steps and their name; ``picked``: a finding's id."""

    changed = Signal(object, str)
    picked = Signal(str)

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._colours = colours
        self._file: FileReview | None = None
        self._stale = False
        self._lead = QLabel(self)
        self._lead.setWordWrap(True)
        self._lead.setProperty("muted", True)
        self.tree = QTreeWidget(self)
        self.tree.setHeaderHidden(True)
        self.tree.setMouseTracking(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(14)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.tree.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self.reveal = RevealDelegate(self.tree)
        self.tree.setItemDelegate(self.reveal)
        self.tree.itemSelectionChanged.connect(self._tell_buttons)
        self.tree.currentItemChanged.connect(self._current)
        self.hide_button, self.keep_button, self.whole_button = (QPushButton(self) for _ in range(3))
        self.hide_button.setProperty("primary", True)
        self.hide_button.clicked.connect(lambda: self.hide_selected())
        self.whole_button.clicked.connect(lambda: self.hide_selected(whole=True))
        self.keep_button.clicked.connect(self.keep_selected)
        buttons = FlowLayout()
        for button in (self.hide_button, self.keep_button, self.whole_button):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.setSpacing(8)
        layout.addWidget(self._lead)
        layout.addWidget(self.tree, 1)
        layout.addLayout(buttons)
        self.retranslate()

    def show_file(self, file: FileReview | None) -> None:
        """List a file's hidden parts; the current row stays if it is still there."""
        same = file is self._file
        current = self._item_of(self.tree.currentItem()) if same else None
        shut = {i.data(0, _ITEM) for i in self._tops() if not i.isExpanded()} if same else set()
        self._file = file
        self.tree.blockSignals(True)
        self.tree.clear()
        groups = hidden_groups(file) if file is not None and file.scan is not None else []
        for group in groups:
            top = self._group_row(group)
            self.tree.addTopLevelItem(top)
            for item in group.items:
                row = self._item_row(item, group)
                top.addChild(row)
                if current is not None and (item.part, item.key) == (current.part, current.key):
                    self.tree.setCurrentItem(row)
            top.setExpanded(group.part not in shut and not (group.left_out and not same))
        if file is not None and file.scan is not None and file.scan.signatures:
            signed = QTreeWidgetItem([texts.SIGNED_BY()])
            signed.setIcon(0, icon("key", self._colours.muted))
            signed.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.tree.addTopLevelItem(signed)
        self.tree.blockSignals(False)
        empty = self.tree.topLevelItemCount() == 0
        self.tree.setVisible(not empty)
        for button in (self.hide_button, self.keep_button, self.whole_button):
            button.setVisible(not empty)
        self._lead.setText(texts.HIDDEN_NONE() if empty else texts.HIDDEN_LEAD())
        self._tell_buttons()

    def refresh(self) -> None:
        """Decisions changed; what nobody sees is listed anew when it is shown."""
        self._stale = not self.isVisible()
        if not self._stale:
            self.show_file(self._file)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _tops(self) -> list[QTreeWidgetItem]:
        found = (self.tree.topLevelItem(n) for n in range(self.tree.topLevelItemCount()))
        return [item for item in found if item is not None]

    def _group_row(self, group: HiddenGroup) -> QTreeWidgetItem:
        name = part_name(group.part)
        count = len(group.items) or sum(p.count for p in group.parts)
        words = [texts.HIDDEN_PART_ROW(name=name[:1].upper() + name[1:], n=count)]
        if group.left_out or not group.items:
            words += dict.fromkeys(_treatment(p) for p in group.parts)
        row = QTreeWidgetItem([" · ".join(words)])
        row.setData(0, _ITEM, group.part)
        row.setIcon(0, icon("hidden-part", self._colours.muted))
        row.setToolTip(0, row.text(0))
        row.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = row.font(0)
        font.setBold(any(i.findings or i.mark for i in group.items))
        row.setFont(0, font)
        return row

    def _item_row(self, item: HiddenItem, group: HiddenGroup) -> QTreeWidgetItem:
        assert self._file is not None
        look = item.look(self._file)
        row = QTreeWidgetItem([masked(" ".join(item.text.split()))])
        row.setData(0, _ITEM, item)
        row.setData(0, SECRET, item.text)
        state = texts.HIDDEN_LEFT_OUT() if group.left_out else self._state(item, look)
        row.setToolTip(0, state)
        spoken = texts.HIDDEN_SPOKEN(name=part_name(item.part), state=state)
        row.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
        row.setIcon(0, icon("mixed" if look is None else str(look), look_colour(look, self._colours)))
        if look in (Look.KEEP, Look.LISTED) or group.left_out:
            font = row.font(0)
            font.setStrikeOut(True)
            row.setFont(0, font)
        if group.left_out:
            row.setFlags(Qt.ItemFlag.ItemIsEnabled)
        return row

    @staticmethod
    def _state(item: HiddenItem, look: Look | None) -> str:
        if item.mark:
            return texts.HIDDEN_WHOLE()
        return texts.HIDDEN_FREE() if look is None else look_word(look)

    @staticmethod
    def _item_of(row: QTreeWidgetItem | None) -> HiddenItem | None:
        item = row.data(0, _ITEM) if row is not None else None
        return item if isinstance(item, HiddenItem) else None

    def selected(self) -> list[HiddenItem]:
        """The texts that are selected."""
        found = (self._item_of(row) for row in self.tree.selectedItems())
        return [item for item in found if item is not None]

    def hide_selected(self, *, whole: bool = False) -> None:
        """Hide what was found in the selected texts, or all of them."""
        if self._file is not None:
            self._emit(
                hide(self._file, self.selected(), whole=whole), texts.STEP_HIDDEN_HIDE(name=self._names())
            )

    def keep_selected(self) -> None:
        """Keep the selected texts."""
        if self._file is not None:
            self._emit(keep(self._file, self.selected()), texts.STEP_HIDDEN_KEEP(name=self._names()))

    def _emit(self, steps: Sequence[Change], name: str) -> None:
        if steps:
            self.changed.emit(list(steps), name)

    def _names(self) -> str:
        return ", ".join(dict.fromkeys(part_name(i.part) for i in self.selected()))

    def _tell_buttons(self) -> None:
        chosen = self.selected()
        for button in (self.hide_button, self.keep_button):
            button.setEnabled(bool(chosen))
        self.whole_button.setEnabled(any(i.findings and not i.mark for i in chosen))

    def _current(self, row: QTreeWidgetItem | None) -> None:
        item = self._item_of(row)
        if item is not None and item.findings:
            self.picked.emit(item.findings[0])

    def set_theme(self, colours: Colours) -> None:
        """Colours."""
        self._colours = colours
        self.tree.setIconSize(icon_size(self.tree))
        self.show_file(self._file)

    def retranslate(self) -> None:
        """Words in the language in use."""
        self.hide_button.setText(texts.HIDDEN_HIDE())
        self.keep_button.setText(texts.HIDDEN_KEEP())
        self.whole_button.setText(texts.HIDDEN_HIDE_WHOLE())
        self.tree.setAccessibleName(texts.TAB_HIDDEN())
        self.show_file(self._file)


def _treatment(part: HiddenPart) -> str:
    where = f"{part.where}: " if part.where else ""
    return f"{where}{_DONE[part.treatment]()}"
