"""The window: three areas, a bar above, a bar below, and the commands that join them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMenu,
    QMessageBox,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from redactor.formats import SUPPORTED_SUFFIXES
from redactor.jobs import JobState
from redactor.model import Action, PageArea, Place, Rect
from ui import texts
from ui.autosave import Autosave
from ui.canvas import PageCanvas
from ui.controller import Controller, Refused
from ui.decision_bar import DecisionBar
from ui.export_dialog import ExportDialog, ResultDialog
from ui.file_list import FileList
from ui.finding_model import Grouping
from ui.finding_panel import FindingPanel
from ui.gap_panel import GapPanel
from ui.grid import SheetView
from ui.icons import app_icon, icon
from ui.language import Text, language
from ui.message_page import MessagePage
from ui.password_dialog import PasswordDialog
from ui.prefs import SCALES, Prefs
from ui.render import PageRenderer
from ui.review import Change, FileReview, GapChoice, Kind, Ref, Scope
from ui.scope_menu import scope_menu
from ui.search_bar import SearchBar
from ui.theme import THEMES, Colours, palette, style_sheet, system_theme
from ui.thumbnails import Thumbnails
from ui.welcome import Welcome
from ui.wording import error_words, type_label, type_name

if TYPE_CHECKING:
    from redactor.policy import Policy
    from ui.single_instance import Request

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
"""The sample files, where they are shipped beside the package."""

_ZOOM_CHOICES = (50, 75, 100, 125, 150, 200, 300, 400)


class _Part(Protocol):
    """A widget that follows theme and language."""

    def set_theme(self, colours: Colours) -> None: ...

    def retranslate(self) -> None: ...


class MainWindow(QMainWindow):
    """The one window of the program."""

    def __init__(self, controller: Controller, prefs: Prefs, autosave: Autosave | None = None) -> None:
        super().__init__()
        self.autosave = autosave or Autosave(controller)
        self.controller = controller
        self.session = controller.session
        self.prefs = prefs
        self.colours: Colours = THEMES["light"]
        self._base_points = QApplication.font().pointSizeF()
        self._current_file: FileReview | None = None
        self._auto_export: set[int] = set()
        self._refused: list[Refused] = []
        self._actions: dict[str, tuple[QAction, Text, str]] = {}
        self._asking_password = False
        self._dressed_in: tuple[Colours, float] | None = None
        self.renderer = PageRenderer(lambda: controller.queue.pool, self)
        self.setWindowIcon(app_icon())
        self.setAcceptDrops(True)
        self.resize(1366, 768)
        self.setMinimumSize(820, 520)
        language.use(prefs.language)
        self._build()
        self._connect()
        self.apply_theme()
        self.retranslate()
        self._restore_geometry()
        self._show_middle()

    # --- building ---------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        c = self.colours
        self.welcome = Welcome(c, samples=bool(sample_files()))
        self.canvas = PageCanvas(self.renderer, c, "a-source")
        self.result_canvas = PageCanvas(self.renderer, c, "b-result")
        self.pages = QSplitter(Qt.Orientation.Horizontal)
        self.pages.addWidget(self.canvas)
        self.pages.addWidget(self.result_canvas)
        self.pages.setChildrenCollapsible(False)
        self.result_canvas.hide()
        self.sheets = SheetView(self.controller, c)
        self.message = MessagePage(c)
        self.middle = QStackedWidget()
        for widget in (self.welcome, self.pages, self.sheets, self.message):
            self.middle.addWidget(widget)
        self.search = SearchBar(self.controller, c)
        self.search.hide()
        self.bar = DecisionBar(self.session, c)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.search)
        column.addWidget(self.middle, 1)
        column.addWidget(self.bar)
        self.files = FileList(self.controller, c)
        self.thumbnails = Thumbnails(self.renderer, c)
        self.left = QTabWidget()
        self.left.setObjectName("panel")
        self.left.addTab(self.files, "")
        self.left.addTab(self.thumbnails, "")
        self.left.setMinimumWidth(150)
        self.panels = {g: FindingPanel(g, c) for g in Grouping}
        self.gaps = GapPanel(c)
        self.right = QTabWidget()
        self.right.setObjectName("panel")
        for panel in self.panels.values():
            self.right.addTab(panel, "")
        self.right.addTab(self.gaps, "")
        self.right.setMinimumWidth(240)
        self.all_files = QToolButton()
        self.all_files.setCheckable(True)
        self.all_files.toggled.connect(lambda _: self._list_files())
        self.right.setCornerWidget(self.all_files, Qt.Corner.TopRightCorner)
        self.areas = QSplitter(Qt.Orientation.Horizontal)
        self.areas.addWidget(self.left)
        self.areas.addWidget(centre)
        self.areas.addWidget(self.right)
        self.areas.setStretchFactor(1, 1)
        self.areas.setSizes([220, 766, 380])
        self.areas.setChildrenCollapsible(False)
        self._build_actions()
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._build_top_bar())
        layout.addWidget(self.areas, 1)
        self.setCentralWidget(whole)
        self._status_seen, self._status_decided, self._status_unread = QLabel(), QLabel(), QLabel()
        self._status_local, self._status_saved, self._status_engine = QLabel(), QLabel(), QLabel()
        for label in (self._status_seen, self._status_decided, self._status_unread, self._status_engine):
            self.statusBar().addWidget(label)
        self.statusBar().addPermanentWidget(self._status_saved)
        self.statusBar().addPermanentWidget(self._status_local)
        self.statusBar().setSizeGripEnabled(False)

    def _act(
        self,
        key: str,
        text: Text,
        run: Callable[[], object],
        shortcut: str = "",
        *,
        icon_name: str = "",
        checkable: bool = False,
        on: Sequence[QWidget] = (),
    ) -> QAction:
        """A command. With ``on`` its keys work only where these widgets have the focus, so that fields take text."""
        action = QAction(self)
        action.setCheckable(checkable)
        if shortcut:
            action.setShortcuts([QKeySequence(s) for s in shortcut.split(" | ")])
        if on:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            for widget in on:
                widget.addAction(action)
        else:
            self.addAction(action)
        action.triggered.connect(lambda _=False: run())
        self._actions[key] = (action, text, icon_name)
        return action

    def _build_actions(self) -> None:
        act = self._act
        act("open", texts.OPEN_DOTS, self.open_files, "Ctrl+O", icon_name="open")
        act("open_folder", texts.OPEN_FOLDER, self.open_folder, "Ctrl+Shift+O")
        act("paste", texts.PASTE_FILES, self.paste_files, "Ctrl+V")
        act("remove", texts.REMOVE_FILE, self.remove_file)
        act("retry", texts.RETRY_FILE, self.retry_file, "F5", icon_name="retry")
        act("cancel", texts.CANCEL_FILE, self.cancel_file, icon_name="stop")
        act("pause", texts.PAUSE, self.toggle_pause, icon_name="pause")
        act("export", texts.EXPORT_DOTS, self.export, "Ctrl+Shift+E", icon_name="export")
        act("settings", texts.SETTINGS, self.open_settings, "Ctrl+,")
        act("quit", texts.QUIT, self.close, "Ctrl+Q")
        act("undo", texts.UNDO, self.controller.undo.undo, "Ctrl+Z", icon_name="undo")
        act("redo", texts.REDO, self.controller.undo.redo, "Ctrl+Y | Ctrl+Shift+Z", icon_name="redo")
        act("history", texts.HISTORY, self.show_history)
        act("search", texts.SEARCH, self.start_search, "Ctrl+F", icon_name="search")
        act("draw", texts.DRAW, self.toggle_draw, "Ctrl+D", icon_name="draw", checkable=True)
        act("preview", texts.PREVIEW, self.toggle_preview, "F7", icon_name="preview", checkable=True)
        act("split", texts.SPLIT, self.toggle_split, "F6", icon_name="split", checkable=True)
        act(
            "zoom_in", texts.ZOOM_IN, lambda: self.canvas.zoom_step(1), "Ctrl++ | Ctrl+=", icon_name="zoom-in"
        )
        act("zoom_out", texts.ZOOM_OUT, lambda: self.canvas.zoom_step(-1), "Ctrl+-", icon_name="zoom-out")
        act("fit", texts.FIT_WIDTH, self.canvas.fit_width, "Ctrl+0", icon_name="fit-width")
        act("values", texts.SHOW_VALUES, self.toggle_values, icon_name="preview", checkable=True)
        act("next_open", texts.NEXT_OPEN, lambda: self.go_to_open(1), "F3")
        act("previous_open", texts.PREVIOUS_OPEN, lambda: self.go_to_open(-1), "Shift+F3")
        act("next_file", texts.NEXT_FILE, lambda: self.files.step(1), "Ctrl+PgDown")
        act("previous_file", texts.PREVIOUS_FILE, lambda: self.files.step(-1), "Ctrl+PgUp")
        act("keys", texts.KEYS, self.show_keys, "F1")
        act("about", texts.ABOUT, self.show_about)
        trees = [p.tree for p in self.panels.values()]
        decide = [self.canvas, self.sheets.table, *trees]
        act("toggle", texts.TOGGLE, self.toggle_decision, "Space", on=decide)
        act("hide_next", texts.HIDE_NEXT, self.hide_and_next, "Return | Enter", on=decide)
        act("keep_next", texts.KEEP_NEXT, self.keep_and_next, "Ctrl+Return | Ctrl+Enter", on=decide)
        hide_same, keep_same = (lambda a=a: self.decide_same(a) for a in (Action.HIDE, Action.KEEP))
        act("hide_same", texts.HIDE_SAME, hide_same, "Shift+Return | Shift+Enter", on=decide)
        act("keep_same", texts.KEEP_SAME, keep_same, "Ctrl+Shift+Return | Ctrl+Shift+Enter", on=decide)
        act("to_policy", texts.BACK_TO_POLICY, lambda: self.decide(None))
        act("delete", texts.DELETE_MARK, self.delete_mark, "Del", on=[self.canvas, *trees])
        act("scope", texts.SCOPE, self.show_scopes, "Ctrl+.", icon_name="scope")
        act("next_box", texts.NEXT_BOX, lambda: self.next_box(1), "Tab", on=[self.canvas])
        act("previous_box", texts.PREVIOUS_BOX, lambda: self.next_box(-1), "Shift+Tab", on=[self.canvas])
        act("leave", texts.DRAW_OFF, self.leave_mode, "Esc", on=[self.canvas])
        act("to_list", texts.TO_LIST, self.focus_list, "F8")
        act("to_page", texts.TO_PAGE, self.focus_page, "Shift+F8")
        menus: list[tuple[Text, str]] = [
            (
                texts.MENU_FILE,
                "open open_folder @recent paste - export - retry cancel pause remove - settings quit",
            ),
            (texts.MENU_EDIT, "undo redo history - search - draw delete"),
            (
                texts.MENU_DECIDE,
                "toggle hide_next keep_next - hide_same keep_same scope - to_policy",
            ),
            (
                texts.MENU_GO,
                "next_open previous_open - next_box previous_box - next_file previous_file - to_list to_page",
            ),
            (
                texts.MENU_VIEW,
                "preview split values - zoom_in zoom_out fit - @language @theme @scale",
            ),
            (texts.MENU_HELP, "keys about"),
        ]
        self._menus: list[tuple[QMenu, Text]] = []
        for title, keys in menus:
            menu = self.menuBar().addMenu("")
            self._menus.append((menu, title))
            for key in keys.split():
                if key == "-":
                    menu.addSeparator()
                elif key.startswith("@"):
                    self._menus.append(self._submenu(menu, key[1:]))
                else:
                    menu.addAction(self._actions[key][0])

    def _submenu(self, parent: QMenu, kind: str) -> tuple[QMenu, Text]:
        menu = parent.addMenu("")
        if kind == "recent":
            self.recent_menu = menu
            return menu, texts.MENU_RECENT
        choices: list[tuple[str, Text, str]]
        if kind == "language":
            title, now = texts.MENU_LANGUAGE, language.code
            choices = [("vi", texts.VIETNAMESE, ""), ("en", texts.ENGLISH, "")]
            run: Callable[[str], None] = self.use_language
        elif kind == "theme":
            title, now = texts.MENU_THEME, self.prefs.theme
            names = {"system": texts.THEME_SYSTEM, "light": texts.THEME_LIGHT, "dark": texts.THEME_DARK}
            choices = [(k, t, "") for k, t in (names | {"contrast": texts.THEME_CONTRAST}).items()]
            run = self.use_theme
        else:
            title, now = texts.MENU_SCALE, str(self.prefs.scale)
            choices = [(str(s), Text(f"{s} %", f"{s} %"), "") for s in SCALES]
            run = self.use_scale
        group = QActionGroup(self)
        for value, text, _ in choices:
            action = QAction(self)
            action.setCheckable(True)
            action.setChecked(value == now)
            action.triggered.connect(lambda _=False, v=value, r=run: r(v))
            group.addAction(action)
            menu.addAction(action)
            self._actions[f"{kind}:{value}"] = (action, text, "")
        return menu, title

    def _build_top_bar(self) -> QWidget:
        bar = QWidget()
        bar.setObjectName("topBar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(bar)
        row.setContentsMargins(10, 6, 12, 6)
        row.setSpacing(3)
        self._tool_buttons: list[QToolButton] = []

        def button(key: str, *, with_text: bool = False) -> None:
            tool = QToolButton()
            tool.setDefaultAction(self._actions[key][0])
            tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            style = (
                Qt.ToolButtonStyle.ToolButtonTextBesideIcon
                if with_text
                else Qt.ToolButtonStyle.ToolButtonIconOnly
            )
            tool.setToolButtonStyle(style)
            self._tool_buttons.append(tool)
            row.addWidget(tool)

        button("open", with_text=True)
        row.addSpacing(8)
        self.profile = QComboBox()
        self.profile.setMinimumWidth(130)
        self.profile.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.profile.activated.connect(self._profile_chosen)
        row.addWidget(self.profile)
        row.addSpacing(8)
        for key in ("undo", "redo"):
            button(key)
        row.addSpacing(8)
        for key in ("draw", "search", "preview", "split"):
            button(key)
        row.addSpacing(8)
        button("zoom_out")
        self.zoom_box = QComboBox()
        self.zoom_box.setEditable(False)
        for percent in _ZOOM_CHOICES:
            self.zoom_box.addItem(f"{percent} %", percent / 100)
        self.zoom_box.setPlaceholderText("100 %")
        self.zoom_box.activated.connect(lambda _: self.canvas.set_zoom(float(self.zoom_box.currentData())))
        row.addWidget(self.zoom_box)
        for key in ("zoom_in", "fit"):
            button(key)
        row.addStretch(1)
        self.export_button = QPushButton()
        self.export_button.setProperty("primary", True)
        self.export_button.clicked.connect(self.export)
        row.addWidget(self.export_button)
        return bar

    def _connect(self) -> None:
        k = self.controller
        k.file_added.connect(self._file_added)
        k.file_changed.connect(self._file_changed)
        k.file_removed.connect(self._file_removed)
        k.scanned.connect(self._scanned)
        k.exported.connect(self._exported)
        k.export_failed.connect(self._exported)
        k.password_needed.connect(self._ask_passwords)
        k.changed.connect(self._changed)
        k.engine_ready.connect(self._engine_ready)
        k.engine_failed.connect(self._tell_status)
        k.policy_changed.connect(self._policy_changed)
        k.undo.indexChanged.connect(self._tell_history)
        self.welcome.open_clicked.connect(self.open_files)
        self.welcome.samples_clicked.connect(self.open_samples)
        self.files.chosen.connect(self.show_file)
        self.files.menu.connect(self._file_menu)
        self.thumbnails.chosen.connect(self._go_to_page)
        for canvas in (self.canvas, self.result_canvas):
            canvas.page_changed.connect(self.thumbnails.follow)
        self.canvas.picked.connect(self._picked_on_page)
        self.canvas.drawn.connect(self._drawn)
        self.canvas.selected.connect(self._text_selected)
        self.canvas.seen.connect(self._seen)
        self.canvas.edited.connect(self._mark_edited)
        self.canvas.zoomed.connect(self._zoomed)
        self.canvas.menu.connect(self._context_menu)
        for one, other in ((self.canvas, self.result_canvas), (self.result_canvas, self.canvas)):
            one.verticalScrollBar().valueChanged.connect(other.verticalScrollBar().setValue)
            one.horizontalScrollBar().valueChanged.connect(other.horizontalScrollBar().setValue)
        self.canvas.zoomed.connect(
            lambda z: self.result_canvas.set_zoom(z) if self.result_canvas.isVisible() else None
        )
        self.sheets.picked.connect(self._picked_ref)
        self.sheets.marked.connect(self._mark_places)
        self.sheets.decided.connect(self._decide_refs)
        for panel in self.panels.values():
            panel.picked.connect(self._picked_in_list)
            panel.decided.connect(self._decide_refs)
            panel.menu.connect(self._context_menu)
        self.right.currentChanged.connect(lambda _: self._list_files())
        self.gaps.chosen.connect(self._gaps_chosen)
        self.gaps.shown.connect(self._show_gap)
        self.bar.hide_clicked.connect(self._bar_hide)
        self.bar.keep_clicked.connect(lambda: self.decide(Action.KEEP))
        self.bar.scope_clicked.connect(self.show_scopes)
        self.bar.type_chosen.connect(self._type_chosen)
        self.message.acted.connect(self._message_acted)
        self.search.shown.connect(self._show_hit)
        self.search.closed.connect(self.focus_page)
        self.autosave.told.connect(self._tell_status)
        self.autosave.loaded.connect(lambda: self.welcome.offer_resume(len(self.autosave.last_open)))
        self.welcome.resume_clicked.connect(
            lambda: self.add_paths([Path(p) for p in self.autosave.last_open])
        )
        self.recent_menu.aboutToShow.connect(self._fill_recent)
        language.changed.connect(self.retranslate)
        QGuiApplication.styleHints().colorSchemeChanged.connect(lambda _: self.apply_theme())

    # --- files in ---------------------------------------------------------------------------------------------------

    def open_files(self) -> None:
        """Ask for files."""
        pattern = " ".join(f"*{s}" for s in sorted(SUPPORTED_SUFFIXES))
        names, _ = QFileDialog.getOpenFileNames(self, texts.OPEN(), "", f"{texts.DOCUMENTS()} ({pattern})")
        self.add_paths([Path(n) for n in names])

    def open_folder(self) -> None:
        """Ask for a folder."""
        name = QFileDialog.getExistingDirectory(self, texts.OPEN_FOLDER())
        if name:
            self.add_paths([Path(name)])

    def open_samples(self) -> None:
        """The sample files."""
        self.add_paths(sample_files())

    def paste_files(self) -> None:
        """Files that were copied in a file manager."""
        self.add_paths(_local_files(QGuiApplication.clipboard().mimeData().urls()))

    def add_paths(self, paths: Sequence[Path], *, auto_export: bool = False) -> None:
        """Take files and folders; what cannot be taken is listed with the reason."""
        if not paths:
            return
        added, refused = self.controller.add(paths)
        if auto_export:
            self._auto_export.update(added)
        if refused:
            self._tell_refused(refused)
        if added and (self._current_file is None or self._current_file.state is JobState.DONE):
            self.files.choose(added[0])

    def take_request(self, request: Request) -> None:
        """Files from another start of the program or a file manager's menu."""
        self.add_paths([Path(f) for f in request.files], auto_export=request.mode == "redact")
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def _tell_refused(self, refused: Sequence[Refused]) -> None:
        box = QMessageBox(QMessageBox.Icon.Information, texts.APP(), texts.STATE_UNSUPPORTED(), parent=self)
        names = "\n".join(r.path.name for r in refused[:12])
        more = f"\n… +{len(refused) - 12}" if len(refused) > 12 else ""
        listed = texts.UNSUPPORTED_HINT(list=", ".join(sorted(s[1:].upper() for s in SUPPORTED_SUFFIXES)))
        box.setInformativeText(f"{names}{more}\n\n{listed}")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome anywhere."""
        if _local_files(event.mimeData().urls()):
            event.acceptProposedAction()
            self.welcome.set_active(True)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Still."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Not any more."""
        self.welcome.set_active(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take them. Always a copy: a file manager must not move the originals."""
        self.welcome.set_active(False)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        paths = _local_files(event.mimeData().urls())
        # After the drop is answered: the other program waits for it.
        QTimer.singleShot(0, lambda: self.add_paths(paths))

    def remove_file(self) -> None:
        """Off the list."""
        if self._current_file is not None:
            self.controller.remove(self._current_file.number)

    def retry_file(self) -> None:
        """Scan again."""
        if self._current_file is not None:
            self.controller.retry(self._current_file.number)

    def cancel_file(self) -> None:
        """Stop."""
        if self._current_file is not None:
            self.controller.cancel(self._current_file.number)

    def toggle_pause(self) -> None:
        """Pause or resume the queue."""
        queue = self.controller.queue
        queue.resume() if queue.paused else queue.pause()
        action, _, _ = self._actions["pause"]
        text, name = (texts.RESUME, "play") if queue.paused else (texts.PAUSE, "pause")
        self._actions["pause"] = (action, text, name)
        self._dress("pause")

    # --- what is shown ----------------------------------------------------------------------------------------------

    def show_file(self, number: int) -> None:
        """Make a file the current one."""
        file = self.session.files.get(number)
        self._current_file = file
        self._show_middle()
        self._list_files()
        self.gaps.show_file(file)
        self._tell_status()

    def _show_middle(self) -> None:
        """Pages, sheets, a message or the first screen, whichever fits the current file."""
        file = self._current_file
        started = bool(self.session.files)
        self.left.setVisible(started)
        self.right.setVisible(started)
        self.bar.setVisible(started and file is not None and file.scan is not None)
        if file is None:
            self.middle.setCurrentWidget(self.welcome)
            return
        if file.scan is None:
            self.message.show_file(file)
            self.middle.setCurrentWidget(self.message)
            self.canvas.show_file(None)
            self.thumbnails.show_file(None)
            return
        password = self.controller.queue.password(file.number)
        if file.paged:
            self.middle.setCurrentWidget(self.pages)
            self.canvas.show_file(file, password)
            if self.result_canvas.isVisible():
                self.result_canvas.show_file(file, password)
                self._show_preview()
            self.thumbnails.show_file(file, password)
        else:
            self.middle.setCurrentWidget(self.sheets)
            self.sheets.show_file(file, password)
            self.canvas.show_file(None)
            self.thumbnails.show_file(None)
        self.left.setTabVisible(1, file.paged)
        self.bar.show_finding(None)

    def _list_files(self) -> None:
        """Fill the list that is in view."""
        panel = self.right.currentWidget()
        if not isinstance(panel, FindingPanel):
            self.all_files.setVisible(False)
            return
        self.all_files.setVisible(len(self.session.files) > 1)
        wide = self.all_files.isChecked() and len(self.session.files) > 1
        chosen = (
            list(self.session) if wide else [self._current_file] if self._current_file is not None else []
        )
        panel.show_files([f for f in chosen if f.scan is not None])

    def _current_ref(self) -> Ref | None:
        """The finding that commands are about: of the list if it has the focus, else of the page."""
        panel = self.right.currentWidget()
        if isinstance(panel, FindingPanel) and panel.tree.hasFocus():
            refs = panel.selected_refs()
            return refs[0] if refs else None
        file = self._current_file
        if file is None:
            return None
        identity = self.canvas.current if file.paged else self.sheets.current
        if identity in file.findings:
            return Ref(file.number, identity)
        if isinstance(panel, FindingPanel):
            refs = panel.selected_refs()
            return refs[0] if refs else None
        return None

    def _current_refs(self) -> list[Ref]:
        """All findings that a command is about."""
        panel = self.right.currentWidget()
        if isinstance(panel, FindingPanel) and panel.tree.hasFocus():
            return panel.selected_refs()
        ref = self._current_ref()
        return [ref] if ref is not None else []

    # --- deciding ---------------------------------------------------------------------------------------------------

    def decide(self, action: Action | None, refs: Sequence[Ref] | None = None) -> bool:
        """Give the current findings an action."""
        refs = self._current_refs() if refs is None else refs
        if not refs:
            return False
        text = {Action.HIDE: texts.STEP_HIDE, Action.KEEP: texts.STEP_KEEP}.get(action, texts.STEP_POLICY)  # type: ignore[arg-type]
        return self.controller.decide(
            refs, action, text(n=self.session.occurrences(refs)[0], what=self._what(refs))
        )

    def _what(self, refs: Sequence[Ref]) -> str:
        """Findings by their types, for a step's name: never by value."""
        kinds = dict.fromkeys(type_name(self.session.files[r.file].entity_type(r.finding)) for r in refs)
        names = list(kinds)
        return ", ".join(names[:2]) + ("…" if len(names) > 2 else "")

    def toggle_decision(self) -> None:
        """Hide what is kept or open, keep what is hidden; stay."""
        refs = self._current_refs()
        hidden = all(self.session.files[r.file].action(r.finding) is Action.HIDE for r in refs)
        self.decide(Action.KEEP if hidden else Action.HIDE, refs)

    def hide_and_next(self) -> None:
        """Hide the marked text, or the current finding and go on."""
        if self.canvas.hasFocus() and self.canvas.selection is not None:
            self.hide_selection()
            return
        self.decide(Action.HIDE)
        self.go_to_open(1)

    def keep_and_next(self) -> None:
        """Keep and go on."""
        self.decide(Action.KEEP)
        self.go_to_open(1)

    def decide_same(self, action: Action) -> None:
        """All identical values of the job."""
        refs = [r for ref in self._current_refs() for r in self.session.reach(ref, Scope.JOB)]
        self.decide(action, list(dict.fromkeys(refs)))
        self.go_to_open(1)

    def _decide_refs(self, refs: Sequence[Ref], action: Action) -> None:
        self.decide(action, refs)

    def _bar_hide(self) -> None:
        if self.canvas.selection is not None:
            self.hide_selection()
        else:
            self.decide(Action.HIDE)

    def hide_selection(self) -> None:
        """A mark over the text that is marked."""
        chosen, file = self.canvas.selection, self._current_file
        if chosen is None or file is None:
            return
        place = PageArea(chosen.page, chosen.rects)
        made = self.controller.add_marks([(file.number, place)], texts.STEP_TEXT(page=chosen.page))
        self.canvas.clear_selection()
        self.canvas.pick(made[0][1], reveal=False)

    def show_scopes(self) -> None:
        """The scope popup at the finding."""
        ref = self._current_ref()
        if ref is None:
            return
        menu = scope_menu(self.session, ref, lambda s, a: self.decide_scope(ref, s, a), self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.bar.scope_button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def decide_scope(self, ref: Ref, scope: Scope, action: Action) -> None:
        """One decision, as far as its scope reaches; *always* also goes into the user's own list."""
        if scope is Scope.ALWAYS:
            self.search.remember(self.session.finding(ref).value, hide=action is Action.HIDE)
        self.decide(action, self.session.reach(ref, scope))

    def _type_chosen(self, kind: object) -> None:
        ref = self._current_ref()
        if ref is None:
            return
        file = self.session.files[ref.file]
        own = None if kind == file.findings[ref.finding].entity_type else kind
        change = file.change(Kind.TYPE, ref.finding, own)
        if change is not None:
            self.controller.push(texts.CHANGE_TYPE(type=type_name(kind)), [change])  # type: ignore[arg-type]

    def _drawn(self, page: int, rects: tuple[Rect, ...]) -> None:
        file = self._current_file
        if file is not None:
            place = PageArea(page, rects)
            made = self.controller.add_marks([(file.number, place)], texts.STEP_MARK(page=page))
            self.canvas.pick(made[0][1], reveal=False)
            self._picked_on_page(made[0][1])

    def _mark_places(self, places: Sequence[Place], name: str) -> None:
        if self._current_file is not None:
            self.controller.add_marks([(self._current_file.number, p) for p in places], name)

    def _mark_edited(self, identity: str, place: PageArea) -> None:
        from dataclasses import replace

        file = self._current_file
        if file is not None and identity in file.marks:
            change = file.change(Kind.MARK, identity, replace(file.marks[identity], place=place))
            if change is not None:
                self.controller.push(texts.STEP_MOVE(page=place.page), [change])

    def delete_mark(self) -> None:
        """Only a mark made by hand; a finding is never deleted."""
        file = self._current_file
        if file is None:
            return
        identity = self.canvas.current
        panel = self.right.currentWidget()
        if isinstance(panel, FindingPanel) and panel.tree.hasFocus():
            mark = panel.model.node(panel.tree.currentIndex()).mark
            identity = mark[1] if mark is not None else ""
        mark_there = file.marks.get(identity)
        if mark_there is None:
            return
        page = mark_there.place.page if isinstance(mark_there.place, PageArea) else 1
        change = file.change(Kind.MARK, identity, None)
        if change is not None:
            self.controller.push(texts.STEP_DELETE(page=page), [change])

    def _gaps_chosen(self, gaps: Sequence[str], choice: GapChoice | None) -> None:
        file = self._current_file
        if file is None:
            return
        steps = {GapChoice.COVER: texts.STEP_GAP_COVER, GapChoice.ACCEPT: texts.STEP_GAP_ACCEPT}
        text = texts.STEP_GAP_OPEN if choice is None else steps.get(choice, texts.STEP_GAP_OPEN)
        self.controller.choose_gaps(file.number, gaps, choice, text(n=len(gaps)))

    # --- going places -----------------------------------------------------------------------------------------------

    def go_to_open(self, direction: int) -> None:
        """The next finding that needs a decision, in this file, then in the others."""
        file = self._current_file
        if file is None:
            return
        numbers = list(self.session.files)
        at = numbers.index(file.number)
        turned = numbers[at:] + numbers[:at] if direction > 0 else numbers[at::-1] + numbers[:at:-1]
        for number in turned:
            other = self.session.files[number]
            order = [f.id for f in other.in_order()]
            if other is file:
                ref = self._current_ref()
                here = order.index(ref.finding) if ref is not None and ref.finding in order else -1
                if direction > 0:
                    order = order[here + 1 :] + order[: here + 1]
                else:
                    order = (
                        (order[:here] + order[here:])[::-1]
                        if here < 0
                        else order[:here][::-1] + order[here:][::-1]
                    )
            elif direction < 0:
                order = order[::-1]
            target = next((i for i in order if other.action(i) is Action.ASK), None)
            if target is not None:
                if other is not file:
                    self.files.choose(number)
                self._pick(Ref(number, target))
                return
        gap = next((g for g in file.gaps if g.id not in file.gap_choices), None)
        if gap is not None:
            self.right.setCurrentWidget(self.gaps)
            self._show_gap(gap.id)
        else:
            self.bar.show_notice(texts.ALL_DECIDED())

    def _pick(self, ref: Ref) -> None:
        """Show a finding everywhere."""
        file = self.session.files[ref.file]
        if file is not self._current_file:
            self.files.choose(ref.file)
        if file.paged:
            self.canvas.pick(ref.finding)
        else:
            self.sheets.pick(ref.finding)
        self.bar.show_finding(ref)
        panel = self.right.currentWidget()
        if isinstance(panel, FindingPanel):
            panel.reveal(ref.file, ref.finding)

    def _picked_on_page(self, identity: str) -> None:
        file = self._current_file
        if file is None:
            return
        if identity in file.findings:
            self._pick(Ref(file.number, identity))
        elif identity in file.marks:
            place = file.marks[identity].place
            page = place.page if isinstance(place, PageArea) else 1
            self.bar.show_notice(texts.MARK_BY_HAND(page=page))
        else:
            self.bar.show_finding(None)

    def _picked_ref(self, identity: str) -> None:
        if self._current_file is not None and identity:
            self._pick(Ref(self._current_file.number, identity))
        else:
            self.bar.show_finding(None)

    def _picked_in_list(self, what: object) -> None:
        if isinstance(what, Ref):
            file = self.session.files[what.file]
            if file is not self._current_file:
                self.files.choose(what.file)
            if file.paged:
                self.canvas.pick(what.finding)
            else:
                self.sheets.pick(what.finding)
            self.bar.show_finding(what)
        elif isinstance(what, tuple):
            self.canvas.pick(what[1])

    def next_box(self, direction: int) -> None:
        """The next box of the page in view."""
        identity = self.canvas.next_box(direction)
        if identity:
            self.canvas.pick(identity)
            self._picked_on_page(identity)

    def _go_to_page(self, page: int) -> None:
        self.canvas.go_to_page(page)

    def _show_gap(self, gap_id: str) -> None:
        file = self._current_file
        gap = next((g for g in file.gaps if g.id == gap_id), None) if file is not None else None
        if gap is not None and isinstance(gap.place, PageArea):
            self.canvas.point_out(gap.place.page, gap.place.rects)

    def _show_hit(self, file: int, place: Place) -> None:
        self.files.choose(file)
        if isinstance(place, PageArea):
            self.canvas.point_out(place.page, place.rects)
        else:
            self.sheets.go_to(place)

    def focus_list(self) -> None:
        """Keys go to the list."""
        panel = self.right.currentWidget()
        if isinstance(panel, FindingPanel):
            panel.tree.setFocus()
            if not panel.tree.currentIndex().isValid() and panel.model.rowCount():
                panel.tree.setCurrentIndex(panel.model.index(0, 0))
        else:
            self.gaps.list.setFocus()

    def focus_page(self) -> None:
        """Keys go to the page."""
        file = self._current_file
        (self.canvas if file is None or file.paged else self.sheets.table).setFocus()

    # --- modes ------------------------------------------------------------------------------------------------------

    def toggle_draw(self) -> None:
        """Sticky box drawing."""
        on = self._actions["draw"][0].isChecked()
        self.canvas.set_drawing(on)
        if on:
            self.bar.show_notice(texts.DRAW_ON())
            self.canvas.setFocus()
        else:
            self.bar.show_finding(self._current_ref())

    def leave_mode(self) -> None:
        """Escape: the selection first, then draw mode, then preview."""
        if self.canvas.selection is not None:
            self.canvas.clear_selection()
            return
        for key in ("draw", "preview"):
            action = self._actions[key][0]
            if action.isChecked():
                action.trigger()
                return

    def toggle_preview(self) -> None:
        """As exported, or as found."""
        self._show_preview()
        on = self._actions["preview"][0].isChecked()
        self.bar.show_notice(texts.PREVIEW_ON()) if on else self.bar.show_finding(self._current_ref())

    def _show_preview(self) -> None:
        file = self._current_file
        if file is None or not file.paged:
            return
        labels = {i: type_label(file.entity_type(i)) for i in file.findings}
        labels |= {m.id: type_label(m.entity_type) for m in file.marks.values()}
        style = self.controller.policy.output.mark
        self.canvas.set_preview(self._actions["preview"][0].isChecked(), style, labels)
        self.result_canvas.set_preview(True, style, labels)

    def toggle_split(self) -> None:
        """Source and result side by side, scrolling together."""
        on = self._actions["split"][0].isChecked()
        self.result_canvas.setVisible(on)
        file = self._current_file
        if on and file is not None and file.paged:
            self.pages.setSizes([500, 500])
            self.result_canvas.show_file(file, self.controller.queue.password(file.number))
            self._show_preview()
            QTimer.singleShot(0, self._align_split)

    def _align_split(self) -> None:
        """Same zoom, same place."""
        page, y = self.canvas.where
        self.canvas.fit_width()
        self.result_canvas.set_zoom(self.canvas.zoom)
        self.canvas.go_to_page(page, y)
        self.result_canvas.go_to_page(page, y)

    def toggle_values(self) -> None:
        """Values in the lists, or masked."""
        for panel in self.panels.values():
            panel.set_unmasked(self._actions["values"][0].isChecked())

    def start_search(self) -> None:
        """The search bar."""
        self.search.open()

    def _text_selected(self) -> None:
        chosen = self.canvas.selection
        if chosen is None:
            self.bar.show_finding(None)
            return
        self.bar.show_notice(texts.SELECTED_TEXT(n=len(chosen.text)), can_hide=True)
        self.bar.hide_button.setEnabled(True)

    def _zoomed(self, zoom: float) -> None:
        index = self.zoom_box.findData(round(zoom, 2))
        self.zoom_box.setPlaceholderText(f"{round(zoom * 100)} %")
        self.zoom_box.setCurrentIndex(index)

    def _seen(self, page: int) -> None:
        file = self._current_file
        if file is not None and page not in file.seen:
            file.seen.add(page)
            self.thumbnails.refresh()
            self._tell_status()

    # --- events -----------------------------------------------------------------------------------------------------

    def _engine_ready(self) -> None:
        self.renderer.start()
        self._tell_status()
        self._show_policies()

    def _file_added(self, number: int) -> None:
        if self._current_file is None:
            self.files.choose(number)
        self._show_middle()

    def _file_removed(self, number: int) -> None:
        self.renderer.forget(number)
        if self._current_file is not None and self._current_file.number == number:
            self._current_file = None
            left = next(iter(self.session.files), None)
            if left is not None:
                self.files.choose(left)
                self.show_file(left)
            else:
                self._show_middle()
        self._list_files()
        self._tell_status()

    def _file_changed(self, number: int) -> None:
        file = self._current_file
        if file is not None and file.number == number:
            if file.scan is None:
                self.message.show_file(file)
            self._tell_status()

    def _scanned(self, number: int) -> None:
        self.renderer.forget(number)
        file = self.session.files[number]
        if file is self._current_file:
            self.show_file(number)
            self.focus_page()
        elif self.all_files.isChecked():
            self._list_files()
        if number in self._auto_export:
            self._auto_export.discard(number)
            if self.controller.blocked(number) is None:
                self._export_numbers([number], self._export_dir())
        self._tell_status()

    def _changed(self, changes: Sequence[Change]) -> None:
        """Decisions changed: everything that shows them follows."""
        if any(c.kind in (Kind.MARK, Kind.TYPE) for c in changes):
            for panel in self.panels.values():
                if panel is self.right.currentWidget():
                    panel.rebuild()
        refs = [Ref(c.file, c.key) for c in changes if c.kind is Kind.FINDING]
        listed = self.right.currentWidget()
        if refs and isinstance(listed, FindingPanel):
            listed.update_refs(refs)
        if any(c.kind is Kind.GAP for c in changes):
            self.gaps.show_file(self._current_file)
        for number in {c.file for c in changes}:
            self.files.files.touch(number)
            file = self.session.files.get(number)
            if file is not None and file.state is JobState.DONE:
                file.state = JobState.REVIEW
        if self._actions["preview"][0].isChecked() or self.result_canvas.isVisible():
            self._show_preview()
        self.canvas.refresh()
        self.result_canvas.refresh()
        self.sheets.refresh()
        self.thumbnails.refresh()
        self.bar.refresh()
        self._tell_status()

    def _policy_changed(self) -> None:
        self._list_files()
        self.canvas.refresh()
        self.sheets.refresh()
        self.bar.refresh()
        self._show_policies()
        self._tell_status()

    def _ask_passwords(self, number: int) -> None:
        """One dialog at a time, whoever asks."""
        if self._asking_password:
            return
        file = self.session.files.get(number)
        if file is None or file.error is None:
            return
        self._asking_password = True
        self.files.choose(number)
        dialog = PasswordDialog(file.path.name, wrong=file.error.code == "wrong_password", parent=self)

        def done(_: int) -> None:
            self._asking_password = False
            if dialog.password:
                self.controller.retry(number, dialog.password)
            waiting = (
                f.number for f in self.session
                if f.number != number and f.error is not None and f.error.code == "password_required"
            )  # fmt: skip
            following = next(waiting, None)
            if following is not None:
                self._ask_passwords(following)

        dialog.finished.connect(done)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _message_acted(self, what: str) -> None:
        file = self._current_file
        if file is None:
            return
        if what == "password":
            self._ask_passwords(file.number)
        elif what == "retry":
            self.controller.retry(file.number)
        elif what == "remove":
            self.controller.remove(file.number)
        elif what == "cancel":
            self.controller.cancel(file.number)

    # --- export -----------------------------------------------------------------------------------------------------

    def _export_dir(self) -> Path | None:
        folder = self.prefs.export_folder(self.controller.policy_name)
        return Path(folder) if folder and Path(folder).is_dir() else None

    def export(self) -> None:
        """The checklist, then the copies."""
        file = self._current_file
        if file is None or file.scan is None:
            return
        dialog = ExportDialog(self.controller, file, self._export_dir(), self.colours, self)
        dialog.go_to.connect(self._go_to_check)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.confirmed.connect(self._export_confirmed)
        dialog.open()

    def _go_to_check(self, what: str) -> None:
        if what == "open":
            self.go_to_open(1)
        elif what == "gaps":
            self.right.setCurrentWidget(self.gaps)
        elif what == "seen":
            file = self._current_file
            if file is not None:
                self._go_to_page(next((p for p in range(1, file.pages + 1) if p not in file.seen), 1))

    def _export_confirmed(self, numbers: Sequence[int], folder: Path | None, overwrite: bool) -> None:
        self.prefs.set_export_folder(self.controller.policy_name, str(folder) if folder else "")
        self._export_numbers(numbers, folder, overwrite=overwrite)

    def _export_numbers(
        self, numbers: Sequence[int], folder: Path | None, *, overwrite: bool = False
    ) -> None:
        policy = self.controller.policy
        if overwrite:
            policy = policy.model_copy(
                update={"output": policy.output.model_copy(update={"overwrite": True})}
            )
        if not any(d.isVisible() for d in self.findChildren(ResultDialog)):
            result = ResultDialog(self.controller, self.colours, self)
            result.look_at.connect(self._look_at_result)
            result.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            result.open()
        for dialog in self.findChildren(ResultDialog):
            dialog.follow(numbers, folder)
        for number in numbers:
            self.controller.export(number, policy=policy, output_dir=folder)

    def _look_at_result(self, number: int, page: int) -> None:
        self.files.choose(number)
        if page:
            self._go_to_page(page)
            self._actions["draw"][0].setChecked(True)
            self.toggle_draw()

    def _exported(self, number: int) -> None:
        self._tell_status()

    # --- status -----------------------------------------------------------------------------------------------------

    def _tell_status(self) -> None:
        file = self._current_file
        scanned = file is not None and file.scan is not None
        self._status_seen.setVisible(scanned and file is not None and file.paged)
        self._status_decided.setVisible(scanned)
        self._status_unread.setVisible(scanned and file is not None and file.open_gaps > 0)
        if file is not None and scanned:
            self._status_seen.setText(texts.SEEN(seen=len(file.seen), n=file.pages))
            total = len(file.findings)
            self._status_decided.setText(texts.DECIDED(done=total - file.open_findings, n=total))
            self._status_unread.setText(texts.UNREAD(n=file.open_gaps))
        error = self.controller.engine_error
        ready = self.controller.queue.pool is not None
        if error is not None:
            self._status_engine.setText(texts.ENGINE_FAILED(why=error_words(error)))
        else:
            self._status_engine.setText("" if ready else texts.WARMING())
        self._status_engine.setVisible(not ready)
        self._tell_saved()
        self._tell_export()
        name = f"{file.path.name} – " if file is not None else ""
        self.setWindowTitle(f"{name}{texts.APP()}")

    def _tell_saved(self) -> None:
        label, save = self._status_saved, self.autosave
        if save.available is False:
            label.setText(texts.NOT_SAVED())
            label.setToolTip(texts.NOT_SAVED_WHY())
        else:
            label.setText(texts.SAVED_AT(time=save.saved_at.strftime("%H:%M:%S")) if save.saved_at else "")
            label.setToolTip("")

    def _fill_recent(self) -> None:
        menu = self.recent_menu
        menu.clear()
        for path in self.autosave.recent:
            entry = menu.addAction(path.name)
            entry.setToolTip(str(path))
            entry.triggered.connect(lambda _=False, p=path: self.add_paths([p]))
        if menu.isEmpty():
            menu.addAction(texts.NO_RECENT()).setEnabled(False)
            return
        menu.addSeparator()
        menu.addAction(texts.CLEAR_RECENT(), self.autosave.clear)

    def _tell_export(self) -> None:
        file = self._current_file
        working = file is not None and file.state in (JobState.EXPORTING, JobState.EXPORT_WAITING)
        enabled = file is not None and file.scan is not None and not working
        for thing in (self.export_button, self._actions["export"][0]):
            thing.setEnabled(enabled)
        if file is None or file.scan is None:
            self.export_button.setToolTip(texts.EXPORT_NOTHING())
            return
        blocked = []
        if file.open_findings:
            blocked.append(texts.CHECK_OPEN(n=file.open_findings))
        if file.open_gaps:
            blocked.append(texts.CHECK_GAPS(n=file.open_gaps))
        why = "; ".join(blocked)
        self.export_button.setToolTip(texts.EXPORT_BLOCKED(why=why) if why else texts.EXPORT_READY())

    def _tell_history(self, _index: int = 0) -> None:
        stack = self.controller.undo
        for key, can, name, text, named in (
            ("undo", stack.canUndo(), stack.undoText(), texts.UNDO, texts.UNDO_NAMED),
            ("redo", stack.canRedo(), stack.redoText(), texts.REDO, texts.REDO_NAMED),
        ):
            action = self._actions[key][0]
            action.setEnabled(can)
            words = named(name=name) if name else text()
            action.setText(words)
            action.setToolTip(
                f"{words} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})"
            )

    # --- looks ------------------------------------------------------------------------------------------------------

    def apply_theme(self) -> None:
        """Colours and text size as the user wants them."""
        name = self.prefs.theme if self.prefs.theme in THEMES else system_theme()
        self.colours = c = THEMES[name]
        points = self._base_points * self.prefs.scale / 100
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        look = (c, points)
        if look != self._dressed_in:
            self._dressed_in = look
            # Under a style sheet each of these would polish every widget again; so it comes off first and on last.
            app.setStyleSheet("")
            font = app.font()
            font.setPointSizeF(points)
            app.setFont(font)
            app.setPalette(palette(c))
            app.setStyleSheet(style_sheet(c, points))
        for key in self._actions:
            self._dress(key)
        self.export_button.setIcon(icon("export", c.on_accent, c.muted))
        side = round(18 * self.prefs.scale / 100)
        for button in (*self._tool_buttons, self.export_button, self.all_files):
            button.setIconSize(QSize(side, side))
        self.all_files.setIcon(icon("pages", c.text))
        for widget in self._parts():
            widget.set_theme(c)

    def _parts(self) -> tuple[_Part, ...]:
        """Everything that has colours and words of its own."""
        return (
            self.welcome, self.canvas, self.result_canvas, self.sheets, self.message, self.search, self.bar, self.files,
            self.thumbnails, self.gaps, *self.panels.values(),
        )  # fmt: skip

    def _dress(self, key: str) -> None:
        """An action's words, icon and tooltip."""
        action, text, name = self._actions[key]
        action.setText(text())
        if name:
            action.setIcon(icon(name, self.colours.text, self.colours.border))
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{text()} ({keys})" if keys else text())

    def use_theme(self, name: str) -> None:
        """Switch and remember."""
        self.prefs.theme = name
        self.apply_theme()

    def use_scale(self, percent: str) -> None:
        """Switch and remember."""
        self.prefs.scale = int(percent)
        self.apply_theme()

    def use_language(self, code: str) -> None:
        """Switch and remember."""
        self.prefs.language = code
        language.use(code)

    def retranslate(self) -> None:
        """Every word in the language in use."""
        for key in self._actions:
            self._dress(key)
        for menu, title in self._menus:
            menu.setTitle(title())
        self.left.setTabText(0, texts.TAB_FILES())
        self.left.setTabText(1, texts.TAB_PAGES())
        titles = (texts.TAB_PEOPLE, texts.TAB_TYPES, texts.TAB_PLACES, texts.TAB_GAPS)
        for number, title in enumerate(titles):
            self.right.setTabText(number, title())
        self.all_files.setToolTip(texts.ALL_FILES())
        self.all_files.setAccessibleName(texts.ALL_FILES())
        self.export_button.setText(texts.EXPORT())
        self.zoom_box.setAccessibleName(texts.ZOOM())
        self.profile.setAccessibleName(texts.PROFILE())
        self.profile.setToolTip(texts.PROFILE())
        self._status_local.setText(texts.LOCAL_ONLY())
        for widget in self._parts():
            widget.retranslate()
        self._show_policies()
        self._tell_history()
        self._tell_status()

    def _show_policies(self) -> None:
        """The policies to choose from, the one in use chosen."""
        self.profile.clear()
        self.profile.addItem(texts.PROFILE_DEFAULT(), "mac-dinh")
        self.profile.addItem(texts.PROFILE_STRICT(), "nghiem-ngat")
        name = self.controller.policy_name or "mac-dinh"
        if self.profile.findData(name) < 0:
            self.profile.addItem(texts.PROFILE_OWN(), name)
        self.profile.setCurrentIndex(self.profile.findData(name))

    def _profile_chosen(self) -> None:
        name = str(self.profile.currentData())
        self.prefs.policy = name
        self.controller.use_policy(name)

    # --- menus and dialogs ------------------------------------------------------------------------------------------

    def _context_menu(self, where: QPoint) -> None:
        ref = self._current_ref()
        menu = QMenu(self)
        if self.canvas.selection is not None:
            menu.addAction(texts.HIDE_SELECTION(), self.hide_selection)
            menu.addSeparator()
        if ref is not None:
            menu = scope_menu(self.session, ref, lambda s, a: self.decide_scope(ref, s, a), self)
            menu.addSeparator()
            menu.addAction(self._actions["to_policy"][0])
        menu.addAction(self._actions["draw"][0])
        if self._current_file is not None and self.canvas.current in self._current_file.marks:
            menu.addAction(self._actions["delete"][0])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def _file_menu(self, where: QPoint) -> None:
        menu = QMenu(self)
        for key in ("retry", "cancel", "remove"):
            menu.addAction(self._actions[key][0])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def show_history(self) -> None:
        """The named history."""
        from ui.history_dialog import HistoryDialog

        dialog = HistoryDialog(self.controller.undo, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def show_keys(self) -> None:
        """The keys of this screen."""
        from ui.keys_dialog import KeysDialog

        rows = [(a.shortcuts(), t()) for a, t, _ in self._actions.values() if a.shortcuts()]
        dialog = KeysDialog(rows, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def show_about(self) -> None:
        """Version, parts, licences."""
        from ui.about_dialog import AboutDialog

        dialog = AboutDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _settings_chosen(self, policy: Policy) -> None:
        try:
            self.controller.keep_policy(policy)
        except OSError:  # used for this run all the same
            self.controller.use_policy(policy)
        self.prefs.policy = self.controller.policy_name

    def open_settings(self) -> None:
        """The policy's fields."""
        from ui.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self.controller.policy, self)
        dialog.chosen.connect(self._settings_chosen)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def restore_policy(self, name: str) -> None:
        """Use the policy that was used last, once the engine is there; a policy file that is gone means the default."""
        self.controller.remember_policy(name)
        self._show_policies()

    # --- coming and going -------------------------------------------------------------------------------------------

    def _restore_geometry(self) -> None:
        geometry, areas = self.prefs.state("window"), self.prefs.state("areas")
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        if not areas.isEmpty():
            self.areas.restoreState(areas)

    def showEvent(self, event: QShowEvent) -> None:
        """The engine starts once the window stands."""
        super().showEvent(event)
        QTimer.singleShot(0, self.controller.start)

    def changeEvent(self, event: QEvent) -> None:
        """Values are masked again when the window loses the focus: the screen may be locked or shared."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            for panel in self.panels.values():
                panel.tree.viewport().update()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask if something would be lost; then stop the workers."""
        if self.controller.queue.busy and not self._confirm(texts.CLOSE_BUSY()):
            event.ignore()
            return
        undecided = any(f.by_person or f.marks for f in self.session if f.state is not JobState.DONE)
        if undecided and not self.autosave.available and not self._confirm(texts.CLOSE_UNSAVED()):
            event.ignore()
            return
        self.canvas.show_file(None)
        self.autosave.save(wait=True)
        self.prefs.set_state("window", self.saveGeometry())
        self.prefs.set_state("areas", self.areas.saveState())
        self.prefs.save()
        self.controller.undo.indexChanged.disconnect(self._tell_history)
        self.renderer.close()
        self.sheets.close_blocks()
        self.controller.close()
        event.accept()

    def _confirm(self, question: str) -> bool:
        buttons = QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No
        answer = QMessageBox.question(
            self, texts.CLOSE_TITLE(), question, buttons, QMessageBox.StandardButton.No
        )
        return answer == QMessageBox.StandardButton.Yes


def _local_files(urls: Sequence[QUrl]) -> list[Path]:
    return [Path(u.toLocalFile()) for u in urls if u.isLocalFile()]


def sample_files() -> list[Path]:
    """The sample files, if they are shipped."""
    if not SAMPLES.is_dir():
        return []
    return sorted(
        p for p in SAMPLES.iterdir() if p.suffix.lower() in SUPPORTED_SUFFIXES and "truth" not in p.name
    )
