"""What could not be read, with what to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui import texts
from ui.flow_layout import FlowLayout
from ui.gap_pictures import SIZE, GapPictures
from ui.icons import icon, icon_size
from ui.render import PageRenderer
from ui.review import FileReview, GapChoice
from ui.theme import Colours
from ui.wording import gap_words, place_words

_GAP_ROLE = Qt.ItemDataRole.UserRole + 1


class GapPanel(QWidget):
    """Gaps of one file. ``chosen``: gap ids and a choice or None; ``shown``: a gap id to bring into view."""

    chosen = Signal(object, object)
    shown = Signal(str)

    def __init__(self, renderer: PageRenderer, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = GapPictures(renderer, self)
        self._pictures.ready.connect(self._show_picture)
        self._cut: dict[str, QPixmap] = {}
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._colours = colours
        self._file: FileReview | None = None
        self._none = QLabel(self)
        self._none.setWordWrap(True)
        self._none.setProperty("muted", True)
        self._none.setMargin(12)
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.currentItemChanged.connect(self._current)
        self._cover = QPushButton(self)
        self._accept = QPushButton(self)
        self._reopen = QPushButton(self)
        self._all = QPushButton(self)
        self._cover.clicked.connect(lambda: self._choose(GapChoice.COVER))
        self._accept.clicked.connect(lambda: self._choose(GapChoice.ACCEPT))
        self._reopen.clicked.connect(lambda: self._choose(None))
        self._all.clicked.connect(self._cover_all)
        buttons = FlowLayout()
        for button in (self._cover, self._accept, self._all, self._reopen):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.setSpacing(8)
        layout.addWidget(self._none)
        layout.addWidget(self.list, 3)
        layout.addLayout(buttons)
        layout.addStretch(0)
        self.retranslate()

    def show_file(self, file: FileReview | None, password: str | None = None) -> None:
        """List a file's gaps; with its password ("" for none) their pictures are made anew."""
        self._file = file
        if password is not None:
            self._cut = {}
        row = self.list.currentRow()
        self.list.blockSignals(True)
        self.list.clear()
        c = self._colours
        for gap in file.gaps if file is not None else ():
            assert file is not None
            choice = file.gap_choices.get(gap.id)
            word = {
                GapChoice.COVER: texts.GAP_COVERED,
                GapChoice.ACCEPT: texts.GAP_ACCEPTED,
                None: texts.GAP_OPEN,
            }[choice]()
            reason, place = gap_words(gap.reason), place_words(gap.place, None)
            item = QListWidgetItem(f"{reason}\n{place} · {word}")
            name, colour = {
                GapChoice.COVER: ("hide", c.text),
                GapChoice.ACCEPT: ("keep", c.kept),
                None: ("unread", c.unread),
            }[choice]
            picture = self._cut.get(gap.id)
            item.setIcon(icon(name, colour) if picture is None else QIcon(picture))
            item.setData(_GAP_ROLE, gap.id)
            spoken = texts.GAP_SPOKEN(reason=reason, place=place, choice=word)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            self.list.addItem(item)
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        self.list.blockSignals(False)
        if password is not None:
            self._pictures.ask(file, password)
        has = self.list.count() > 0
        self.list.setVisible(has)
        for button in (self._cover, self._accept, self._reopen, self._all):
            button.setVisible(has)
        self._none.setVisible(not has and file is not None and file.scan is not None)

    def _show_picture(self, gap: str, picture: QPixmap) -> None:
        self._cut[gap] = picture
        self.list.setIconSize(SIZE)
        for row in range(self.list.count()):
            if self.list.item(row).data(_GAP_ROLE) == gap:
                self.list.item(row).setIcon(QIcon(picture))

    def _selected(self) -> list[str]:
        items = self.list.selectedItems() or [i for i in [self.list.currentItem()] if i is not None]
        return [str(i.data(_GAP_ROLE)) for i in items]

    def _choose(self, choice: GapChoice | None) -> None:
        gaps = self._selected()
        if gaps:
            self.chosen.emit(gaps, choice)

    def _cover_all(self) -> None:
        if self._file is not None:
            still_open = [g.id for g in self._file.gaps if g.id not in self._file.gap_choices]
            self.chosen.emit(still_open or [g.id for g in self._file.gaps], GapChoice.COVER)

    def _current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.shown.emit(str(item.data(_GAP_ROLE)))

    def set_theme(self, colours: Colours) -> None:
        """Colours."""
        self._colours = colours
        self.list.setIconSize(SIZE if self._cut else icon_size(self.list))
        self.show_file(self._file)

    def retranslate(self) -> None:
        """Words in the language in use."""
        self._none.setText(texts.NO_GAPS())
        self._cover.setText(texts.GAP_COVER())
        self._accept.setText(texts.GAP_ACCEPT())
        self._reopen.setText(texts.GAP_REOPEN())
        self._all.setText(texts.GAP_COVER_ALL())
        self.list.setAccessibleName(texts.TAB_GAPS())
        self.show_file(self._file)
