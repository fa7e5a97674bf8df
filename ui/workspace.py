"""The three areas of the window and the file in them: queue and pages, the document itself, the lists."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from redactor.model import PageArea
from ui import texts
from ui.canvas import PageCanvas
from ui.controller import Controller
from ui.decision_bar import DecisionBar
from ui.file_list import FileList
from ui.finding_model import Grouping
from ui.finding_panel import FindingPanel
from ui.fitting_tabs import FittingTabs
from ui.gap_panel import GapPanel
from ui.grid import SheetView
from ui.hidden_panel import HiddenPanel
from ui.icons import icon
from ui.message_page import MessagePage
from ui.render import PageRenderer
from ui.review import FileReview, Ref
from ui.search_bar import SearchBar
from ui.sheet_list import SheetList
from ui.theme import Colours
from ui.thumbnails import Thumbnails
from ui.welcome import Welcome

_LEFT, _RIGHT = 220, 380
_MOST = 1.4
_SIDES_SHARE = 0.52
_TAB_ICONS = ("people", "type", "place", "hidden-part", "unread")


class Part(Protocol):
    """A widget that follows theme and language."""

    def set_theme(self, colours: Colours) -> None:
        """Colours."""

    def retranslate(self) -> None:
        """Words in the language in use."""


class Workspace(QWidget):
    """Everything below the top bar. ``file`` is the current one.

    Signals: ``shown`` when another file is shown or its state changed on the screen; ``preview_wanted`` when the
    result beside the source has to be told what to draw.
    """

    shown = Signal()
    preview_wanted = Signal()

    def __init__(self, controller: Controller, colours: Colours, *, samples: bool) -> None:
        super().__init__()
        self._controller = controller
        self._colours = colours
        self.session = controller.session
        self.file: FileReview | None = None
        self._percent = 100
        self._own_sizes = False
        self.renderer = PageRenderer(lambda: controller.queue.pool, self)
        self._build_centre(colours, samples=samples)
        self._build_sides(colours)
        self.areas = QSplitter(Qt.Orientation.Horizontal)
        for area in (self.left, self._centre, self.right):
            self.areas.addWidget(area)
        self.areas.setStretchFactor(1, 1)
        self.areas.setSizes([_LEFT, 1366 - _LEFT - _RIGHT, _RIGHT])
        self.areas.setChildrenCollapsible(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.areas)

    def _build_centre(self, c: Colours, *, samples: bool) -> None:
        self.welcome = Welcome(c, samples=samples)
        self.canvas = PageCanvas(self.renderer, c, "a-source")
        self.result_canvas = PageCanvas(self.renderer, c, "b-result")
        self.pages = QSplitter(Qt.Orientation.Horizontal)
        self.pages.addWidget(self.canvas)
        self.pages.addWidget(self.result_canvas)
        self.pages.setChildrenCollapsible(False)
        self.result_canvas.hide()
        self.sheets = SheetView(self._controller, c)
        self.message = MessagePage(c)
        self.middle = QStackedWidget()
        for widget in (self.welcome, self.pages, self.sheets, self.message):
            self.middle.addWidget(widget)
        self.search = SearchBar(self._controller, c)
        self.search.hide()
        self.bar = DecisionBar(self.session, c)
        self._centre = QWidget()
        column = QVBoxLayout(self._centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.search)
        column.addWidget(self.middle, 1)
        column.addWidget(self.bar)

    def _build_sides(self, c: Colours) -> None:
        self.files = FileList(self._controller, c)
        self.thumbnails = Thumbnails(self.renderer, c)
        self.sheet_list = SheetList(c)
        self.left = QTabWidget()
        self.left.setObjectName("panel")
        self.left.addTab(self.files, "")
        self.left.addTab(self.thumbnails, "")
        self.left.addTab(self.sheet_list, "")
        self.sheet_list.chosen.connect(self.sheets.show_sheet)
        self.sheets.sheet_changed.connect(self.sheet_list.follow)
        self.left.setMinimumWidth(150)
        self.panels = {g: FindingPanel(g, c) for g in Grouping}
        self.hidden = HiddenPanel(c)
        self.gaps = GapPanel(self.renderer, c)
        self.right = FittingTabs()
        self.right.setObjectName("panel")
        for panel in self.panels.values():
            self.right.addTab(panel, "")
        self.right.addTab(self.hidden, "")
        self.right.addTab(self.gaps, "")
        self.right.setMinimumWidth(240)
        self.all_files = QToolButton()
        self.all_files.setCheckable(True)
        self.all_files.toggled.connect(lambda _: self.list_files())
        self.right.setCornerWidget(self.all_files, Qt.Corner.TopRightCorner)

    def show_file(self, number: int) -> None:
        """Make a file the current one."""
        file = self.session.files.get(number)
        self.file = file
        self.show_middle()
        self.list_files()
        self.gaps.show_file(file, self._controller.queue.password(number) if file is not None else "")
        self.hidden.show_file(file)
        self.tell_tabs()
        self.shown.emit()

    def show_middle(self) -> None:
        """Pages, sheets, a message or the first screen, whichever fits the current file."""
        file = self.file
        started = bool(self.session.files)
        first = started and self.left.isHidden()
        self.left.setVisible(started)
        self.right.setVisible(started)
        if first and not self._own_sizes:
            self.fit_areas(self._percent)
        self.bar.setVisible(started and file is not None and file.scan is not None)
        if file is None:
            self.middle.setCurrentWidget(self.welcome)
            self.welcome.open_button.setFocus()
            return
        if file.scan is None:
            self.message.show_file(file)
            self.middle.setCurrentWidget(self.message)
            self.canvas.show_file(None)
            self.thumbnails.show_file(None)
            self._show_inside(paged=False, sheets=False)
            return
        password = self._controller.queue.password(file.number)
        if file.paged:
            self.middle.setCurrentWidget(self.pages)
            self.canvas.show_file(file, password)
            if self.result_canvas.isVisible():
                self.result_canvas.show_file(file, password)
                self.preview_wanted.emit()
            self.thumbnails.show_file(file, password)
        else:
            self.middle.setCurrentWidget(self.sheets)
            self.sheets.show_file(file, password)
            self.sheet_list.show_file(file)
            self.preview_wanted.emit()
            self.canvas.show_file(None)
            self.thumbnails.show_file(None)
        self._show_inside(paged=file.paged, sheets=bool(file.scan.source.sheets))
        self.bar.show_finding(None)

    def _show_inside(self, *, paged: bool, sheets: bool) -> None:
        """The tab of the pages or of the sheets; whoever looked into the one looks into the other."""
        inside = self.left.currentIndex() > 0
        self.left.setTabVisible(1, paged)
        self.left.setTabVisible(2, sheets)
        if inside:
            self.left.setCurrentIndex(1 if paged else 2 if sheets else 0)

    def list_files(self) -> None:
        """Fill the list that is in view."""
        panel = self.right.currentWidget()
        if not isinstance(panel, FindingPanel):
            self.all_files.setVisible(False)
            return
        self.all_files.setVisible(len(self.session.files) > 1)
        wide = self.all_files.isChecked() and len(self.session.files) > 1
        chosen = list(self.session) if wide else [self.file] if self.file is not None else []
        panel.show_files([f for f in chosen if f.scan is not None])

    def current_ref(self) -> Ref | None:
        """The finding that commands are about: of the list if it has the focus, else of the page."""
        panel = self.right.currentWidget()
        if isinstance(panel, FindingPanel) and panel.tree.hasFocus():
            refs = panel.selected_refs()
            return refs[0] if refs else None
        file = self.file
        if file is None:
            return None
        if panel is self.hidden:
            return self.bar.ref
        identity = self.canvas.current if file.paged else self.sheets.current
        if identity in file.findings:
            return Ref(file.number, identity)
        if isinstance(panel, FindingPanel):
            refs = panel.selected_refs()
            return refs[0] if refs else None
        return None

    def current_refs(self) -> list[Ref]:
        """All findings that a command is about."""
        panel = self.right.currentWidget()
        if isinstance(panel, FindingPanel) and panel.tree.hasFocus():
            return panel.selected_refs()
        ref = self.current_ref()
        return [ref] if ref is not None else []

    def pick(self, ref: Ref) -> None:
        """Show a finding everywhere."""
        file = self.session.files[ref.file]
        if file is not self.file:
            self.files.choose(ref.file)
        if file.paged:
            self.canvas.pick(ref.finding)
        else:
            self.sheets.pick(ref.finding)
        self.bar.show_finding(ref)
        panel = self.right.currentWidget()
        if isinstance(panel, FindingPanel):
            panel.reveal(ref.file, ref.finding)

    def picked_on_page(self, identity: str) -> None:
        """A box was clicked, or nothing."""
        file = self.file
        if file is None:
            return
        if identity in file.findings:
            self.pick(Ref(file.number, identity))
        elif identity in file.marks:
            place = file.marks[identity].place
            page = place.page if isinstance(place, PageArea) else 1
            self.bar.show_notice(texts.MARK_BY_HAND(page=page))
        else:
            self.bar.show_finding(None)

    def picked_ref(self, identity: str) -> None:
        """A cell was chosen."""
        if self.file is not None and identity:
            self.pick(Ref(self.file.number, identity))
        else:
            self.bar.show_finding(None)

    def picked_in_list(self, what: object) -> None:
        """A row of a list was chosen: a finding, or a mark as file and id."""
        if isinstance(what, Ref):
            file = self.session.files[what.file]
            if file is not self.file:
                self.files.choose(what.file)
            if file.paged:
                self.canvas.pick(what.finding)
            else:
                self.sheets.pick(what.finding)
            self.bar.show_finding(what)
        elif isinstance(what, tuple):
            self.canvas.pick(what[1])

    def focus_list(self) -> None:
        """Keys go to the list."""
        panel = self.right.currentWidget()
        if isinstance(panel, FindingPanel):
            panel.tree.setFocus()
            if not panel.tree.currentIndex().isValid() and panel.model.rowCount():
                panel.tree.setCurrentIndex(panel.model.index(0, 0))
        else:
            (self.gaps.list if panel is self.gaps else self.hidden.tree).setFocus()

    def focus_page(self) -> None:
        """Keys go to the page."""
        file = self.file
        (self.canvas if file is None or file.paged else self.sheets.table).setFocus()

    def restore_areas(self, state: QByteArray, percent: int) -> None:
        """The sizes that a person gave the areas; without any, what text of this size needs."""
        self._percent = percent
        self._own_sizes = not state.isEmpty() and self.areas.restoreState(state)

    def fit_areas(self, percent: int) -> None:
        """Give the sides the room that text of this size needs, as long as the document keeps half of the window."""
        self._percent, whole = percent, max(self.width(), sum(self.areas.sizes()))
        left, right = int(_LEFT * min(_MOST, percent / 100)), int(_RIGHT * min(_MOST, percent / 100))
        shrink = min(1.0, whole * _SIDES_SHARE / max(1, left + right))
        left, right = int(left * shrink), int(right * shrink)
        self.areas.setSizes([left, whole - left - right, right])

    @property
    def trees(self) -> list[QWidget]:
        """The trees of the lists, for keys that work there."""
        return [panel.tree for panel in self.panels.values()]

    def _parts(self) -> Iterable[Part]:
        """Everything that has colours and words of its own."""
        return (
            self.welcome, self.canvas, self.result_canvas, self.sheets, self.message, self.search, self.bar, self.files,
            self.thumbnails, self.sheet_list, self.gaps, self.hidden, *self.panels.values(),
        )  # fmt: skip

    def set_theme(self, colours: Colours, icon_side: int) -> None:
        """Colours everywhere, and icons of this side in logical pixels."""
        self.all_files.setIconSize(QSize(icon_side, icon_side))
        self.all_files.setIcon(icon("pages", colours.text))
        self._colours = colours
        self.tell_tabs()
        for part in self._parts():
            part.set_theme(colours)

    def tell_tabs(self) -> None:
        """What the lists are called; how much could not be read."""
        open_gaps = self.file.open_gaps if self.file is not None else 0
        gaps = texts.TAB_GAPS_N(n=open_gaps) if open_gaps else texts.TAB_GAPS()
        words = (texts.TAB_PEOPLE(), texts.TAB_TYPES(), texts.TAB_PLACES(), texts.TAB_HIDDEN(), gaps)
        for number, (word, name) in enumerate(zip(words, _TAB_ICONS, strict=True)):
            self.right.set_words(number, word, icon(name, self._colours.text))

    def retranslate(self) -> None:
        """Words in the language in use."""
        self.left.setTabText(0, texts.TAB_FILES())
        self.left.setTabText(1, texts.TAB_PAGES())
        self.left.setTabText(2, texts.TAB_SHEETS())
        self.tell_tabs()
        self.all_files.setToolTip(texts.ALL_FILES())
        self.all_files.setAccessibleName(texts.ALL_FILES())
        for part in self._parts():
            part.retranslate()
