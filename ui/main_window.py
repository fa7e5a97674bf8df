"""The window: bars above and below, the workspace between, and the commands that join them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QMenu, QMessageBox, QVBoxLayout, QWidget

from redactor.jobs import JobState
from redactor.model import Action
from ui import folder_texts, texts
from ui.autosave import Autosave
from ui.commands import Commands
from ui.controller import Controller
from ui.deciding import Deciding
from ui.exporting import Exporting
from ui.folders import Folders
from ui.following import Following
from ui.going import Going
from ui.icons import app_icon
from ui.intake import Intake, local_files, sample_files
from ui.language import language
from ui.menus import Choosers, Menus
from ui.prefs import Prefs
from ui.scope_menu import scope_menu
from ui.status_line import StatusLine
from ui.theme import THEMES, Colours, palette, style_sheet, system_theme
from ui.top_bar import TopBar
from ui.viewing import Viewing
from ui.workspace import Workspace

if TYPE_CHECKING:
    from redactor.policy import Policy
    from ui.single_instance import Request

_ICON_SIDE = 18


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
        self._dressed_in: tuple[Colours, float] | None = None
        self.setWindowIcon(app_icon())
        self.setAcceptDrops(True)
        self.resize(1366, 768)
        self.setMinimumSize(820, 520)
        language.use(prefs.language)
        self.commands = Commands(self, self.colours)
        self.desk = Workspace(controller, self.colours, samples=bool(sample_files()))
        self.going = Going(controller, self.desk)
        self.deciding = Deciding(controller, self.desk, self.going)
        self.viewing = Viewing(controller, self.desk, self.commands)
        self.intake = Intake(controller, self.desk, self.commands, self.autosave)
        self.exporting = Exporting(
            controller, self.desk, self.going, self.viewing, self.commands, prefs, lambda: self.colours
        )
        self.folders = Folders(
            controller,
            self.intake,
            prefs,
            lambda: self.colours,
            lambda: self.top_bar.profile.currentText(),
            self,
        )
        self.following = Following(controller, self.desk, self.viewing)
        self._add_commands()
        choosers = Choosers(self.use_language, self.use_theme, self.use_scale)
        self.menus = Menus(self, self.commands, prefs, choosers)
        self.top_bar = TopBar(self.commands)
        self.status = StatusLine(self.statusBar(), controller, self.autosave)
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top_bar)
        layout.addWidget(self.desk, 1)
        self.setCentralWidget(whole)
        self._connect()
        self.apply_theme()
        self.retranslate()
        self._restore_geometry()
        self.desk.show_middle()

    # --- building ---------------------------------------------------------------------------------------------------

    def _add_commands(self) -> None:
        add, desk = self.commands.add, self.desk
        intake, deciding, going, viewing = self.intake, self.deciding, self.going, self.viewing
        undo, canvas = self.controller.undo, desk.canvas
        add("open", texts.OPEN_DOTS, intake.open_files, "Ctrl+O", icon_name="open")
        add("open_folder", texts.OPEN_FOLDER, intake.open_folder, "Ctrl+Shift+O")
        add("batch", folder_texts.BATCH, self.folders.open_batch, "Ctrl+Shift+B", icon_name="pages")
        add("watch", folder_texts.WATCH, self.folders.open_watch, icon_name="preview")
        add("paste", texts.PASTE_FILES, intake.paste_files, "Ctrl+V")
        add("remove", texts.REMOVE_FILE, intake.remove_file)
        add("retry", texts.RETRY_FILE, intake.retry_file, "F5", icon_name="retry")
        add("cancel", texts.CANCEL_FILE, intake.cancel_file, icon_name="stop")
        add("pause", texts.PAUSE, intake.toggle_pause, icon_name="pause")
        add("export", texts.EXPORT_DOTS, self.exporting.ask, "Ctrl+Shift+E", icon_name="export")
        add("settings", texts.SETTINGS, self.open_settings, "Ctrl+,")
        add("quit", texts.QUIT, self.close, "Ctrl+Q")
        add("undo", texts.UNDO, undo.undo, "Ctrl+Z", icon_name="undo")
        add("redo", texts.REDO, undo.redo, "Ctrl+Y | Ctrl+Shift+Z", icon_name="redo")
        add("history", texts.HISTORY, self.show_history)
        add("search", texts.SEARCH, viewing.start_search, "Ctrl+F", icon_name="search")
        add("draw", texts.DRAW, viewing.toggle_draw, "Ctrl+D", icon_name="draw", checkable=True)
        add("preview", texts.PREVIEW, viewing.toggle_preview, "F7", icon_name="preview", checkable=True)
        add("split", texts.SPLIT, viewing.toggle_split, "F6", icon_name="split", checkable=True)
        add("zoom_in", texts.ZOOM_IN, lambda: canvas.zoom_step(1), "Ctrl++ | Ctrl+=", icon_name="zoom-in")
        add("zoom_out", texts.ZOOM_OUT, lambda: canvas.zoom_step(-1), "Ctrl+-", icon_name="zoom-out")
        add("fit", texts.FIT_WIDTH, canvas.fit_width, "Ctrl+0", icon_name="fit-width")
        add("values", texts.SHOW_VALUES, viewing.toggle_values, icon_name="preview", checkable=True)
        add("next_open", texts.NEXT_OPEN, lambda: going.go_to_open(1), "F3")
        add("previous_open", texts.PREVIOUS_OPEN, lambda: going.go_to_open(-1), "Shift+F3")
        add("next_file", texts.NEXT_FILE, lambda: desk.files.step(1), "Ctrl+PgDown")
        add("previous_file", texts.PREVIOUS_FILE, lambda: desk.files.step(-1), "Ctrl+PgUp")
        add("keys", texts.KEYS, self.show_keys, "F1")
        add("about", texts.ABOUT, self.show_about)
        decide = [canvas, desk.sheets.table, *desk.trees]
        hide_same, keep_same = (lambda a=a: deciding.decide_same(a) for a in (Action.HIDE, Action.KEEP))
        add("toggle", texts.TOGGLE, deciding.toggle_decision, "Space", on=decide)
        add("hide_next", texts.HIDE_NEXT, deciding.hide_and_next, "Return | Enter", on=decide)
        add("keep_next", texts.KEEP_NEXT, deciding.keep_and_next, "Ctrl+Return | Ctrl+Enter", on=decide)
        add("hide_same", texts.HIDE_SAME, hide_same, "Shift+Return | Shift+Enter", on=decide)
        add("keep_same", texts.KEEP_SAME, keep_same, "Ctrl+Shift+Return | Ctrl+Shift+Enter", on=decide)
        add("to_policy", texts.BACK_TO_POLICY, lambda: deciding.decide(None))
        add("delete", texts.DELETE_MARK, deciding.delete_mark, "Del", on=[canvas, *desk.trees])
        add("scope", texts.SCOPE, deciding.show_scopes, "Ctrl+.", icon_name="scope")
        add("next_box", texts.NEXT_BOX, lambda: going.next_box(1), "Tab", on=[canvas])
        add("previous_box", texts.PREVIOUS_BOX, lambda: going.next_box(-1), "Shift+Tab", on=[canvas])
        add("leave", texts.DRAW_OFF, viewing.leave_mode, "Esc", on=[canvas])
        add("to_list", texts.TO_LIST, desk.focus_list, "F8")
        add("to_page", texts.TO_PAGE, desk.focus_page, "Shift+F8")

    def _connect(self) -> None:
        desk, k = self.desk, self.controller
        k.engine_ready.connect(self._show_policy)
        k.policy_changed.connect(self._show_policy)
        k.undo.indexChanged.connect(self._tell_history)
        desk.shown.connect(self.tell)
        desk.files.chosen.connect(desk.show_file)
        desk.files.menu.connect(lambda p: self.menus.popup(p, "retry", "cancel", "remove"))
        for canvas in (desk.canvas, desk.result_canvas):
            canvas.page_changed.connect(desk.thumbnails.follow)
        desk.canvas.picked.connect(desk.picked_on_page)
        desk.canvas.zoomed.connect(self.top_bar.show_zoom)
        desk.canvas.menu.connect(self._context_menu)
        desk.sheets.picked.connect(desk.picked_ref)
        for panel in desk.panels.values():
            panel.picked.connect(desk.picked_in_list)
            panel.menu.connect(self._context_menu)
        desk.right.currentChanged.connect(lambda _: desk.list_files())
        desk.search.closed.connect(desk.focus_page)
        self.top_bar.zoom_chosen.connect(desk.canvas.set_zoom)
        self.top_bar.policy_chosen.connect(self._policy_chosen)
        self.following.told.connect(self.tell)
        self.autosave.told.connect(self.tell)
        self.folders.changed.connect(lambda: self.status.tell_watch(self.folders.watch))
        self.intake.offered.connect(self.folders.take)
        self.intake.paused.connect(self.tell)
        self.desk.welcome.batch_clicked.connect(self.folders.open_batch)
        self.menus.recent.aboutToShow.connect(lambda: self.intake.fill_recent(self.menus.recent))
        language.changed.connect(self.retranslate)
        QGuiApplication.styleHints().colorSchemeChanged.connect(lambda _: self.apply_theme())

    # --- files in ---------------------------------------------------------------------------------------------------

    def take_request(self, request: Request) -> None:
        """Files from another start of the program or a file manager's menu."""
        paths = [Path(f) for f in request.files]
        if request.mode == "redact":
            self.exporting.unasked(self.folders.take_unasked(paths))
        else:
            self.folders.take(paths)
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome anywhere."""
        if local_files(event.mimeData().urls()):
            event.acceptProposedAction()
            self.desk.welcome.set_active(True)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Still."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Not any more."""
        self.desk.welcome.set_active(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take them. Always a copy: a file manager must not move the originals."""
        self.desk.welcome.set_active(False)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        paths = local_files(event.mimeData().urls())
        # After the drop is answered: the other program waits for it.
        QTimer.singleShot(0, lambda: self.folders.take(paths))

    # --- what is told -----------------------------------------------------------------------------------------------

    def tell(self) -> None:
        """Everything around the workspace says how things stand."""
        file = self.desk.file
        self.status.tell(file)
        self.status.tell_watch(self.folders.watch)
        paged = file is None or file.paged
        for key in ("draw", "split", "zoom_in", "zoom_out", "fit"):
            self.commands[key].setEnabled(paged)
        self.top_bar.zoom_box.setEnabled(paged)
        self.top_bar.tell_export(file)
        name = f"{file.path.name} – " if file is not None else ""
        self.setWindowTitle(f"{name}{texts.APP()}")

    def _tell_history(self, _index: int = 0) -> None:
        self.commands.tell_history(self.controller.undo)

    def _show_policy(self) -> None:
        self.top_bar.show_policy(self.controller.policy_name)

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
        self.commands.dress(c)
        side = round(_ICON_SIDE * self.prefs.scale / 100)
        self.top_bar.set_theme(c, side)
        self.desk.set_theme(c, side)
        self.folders.set_theme(c)
        self._tell_history()

    def use_theme(self, name: str) -> None:
        """Switch and remember."""
        self.prefs.theme = name
        self.apply_theme()

    def use_scale(self, percent: str) -> None:
        """Switch and remember."""
        self.prefs.scale = int(percent)
        self.apply_theme()
        self.desk.fit_areas(int(percent))

    def use_language(self, code: str) -> None:
        """Switch and remember."""
        self.prefs.language = code
        language.use(code)

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self.commands.dress()
        self.menus.retranslate()
        self.top_bar.retranslate()
        self.desk.retranslate()
        self._show_policy()
        self._tell_history()
        self.tell()

    # --- menus and dialogs ------------------------------------------------------------------------------------------

    def _context_menu(self, where: QPoint) -> None:
        desk, ref = self.desk, self.desk.current_ref()
        menu = QMenu(self)
        if ref is not None and desk.canvas.selection is None:
            menu = scope_menu(self.session, ref, lambda s, a: self.deciding.decide_scope(ref, s, a), self)
            menu.addSeparator()
            menu.addAction(self.commands["to_policy"])
        elif desk.canvas.selection is not None:
            menu.addAction(texts.HIDE_SELECTION(), self.deciding.hide_selection)
            menu.addSeparator()
        menu.addAction(self.commands["draw"])
        if desk.file is not None and desk.canvas.current in desk.file.marks:
            menu.addAction(self.commands["delete"])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def show_history(self) -> None:
        """The named history."""
        from ui.history_dialog import HistoryDialog

        self._open(HistoryDialog(self.controller.undo, self))

    def show_keys(self) -> None:
        """The keys of this screen."""
        from ui.keys_dialog import KeysDialog

        self._open(KeysDialog(self.commands.with_keys(), self))

    def show_about(self) -> None:
        """Version, parts, licences."""
        from ui.about_dialog import AboutDialog

        self._open(AboutDialog(self))

    def open_settings(self) -> None:
        """The policy's fields."""
        from ui.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self.controller.policy, self)
        dialog.chosen.connect(self._settings_chosen)
        self._open(dialog)

    def _settings_chosen(self, policy: Policy) -> None:
        try:
            self.controller.keep_policy(policy)
        except OSError:  # used for this run all the same
            self.controller.use_policy(policy)
        self.prefs.policy = self.controller.policy_name

    def _policy_chosen(self, name: str) -> None:
        self.prefs.policy = name
        self.controller.use_policy(name)

    def restore_policy(self, name: str) -> None:
        """Use the policy that was used last, once the engine is there; a policy file that is gone means the default."""
        self.controller.remember_policy(name)
        self._show_policy()

    # --- coming and going -------------------------------------------------------------------------------------------

    def _restore_geometry(self) -> None:
        geometry, areas = self.prefs.state("window"), self.prefs.state("areas")
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        self.desk.restore_areas(areas, self.prefs.scale)

    def showEvent(self, event: QShowEvent) -> None:
        """The engine starts once the window stands."""
        super().showEvent(event)
        QTimer.singleShot(0, self.controller.start)

    def changeEvent(self, event: QEvent) -> None:
        """Values are masked again when the window loses the focus: the screen may be locked or shared."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            for tree in self.desk.trees:
                tree.update()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask if something would be lost; then stop the workers."""
        busy = self.controller.queue.busy or self.folders.batch_running
        if busy and not self._confirm(texts.CLOSE_BUSY()):
            event.ignore()
            return
        undecided = any(f.by_person or f.marks for f in self.session if f.state is not JobState.DONE)
        if undecided and not self.autosave.available and not self._confirm(texts.CLOSE_UNSAVED()):
            event.ignore()
            return
        self.folders.close()
        self.desk.canvas.show_file(None)
        self.autosave.save(wait=True)
        self.prefs.set_state("window", self.saveGeometry())
        self.prefs.set_state("areas", self.desk.areas.saveState())
        self.prefs.save()
        self.controller.undo.indexChanged.disconnect(self._tell_history)
        self.desk.renderer.close()
        self.desk.sheets.close_blocks()
        self.controller.close()
        event.accept()

    def _confirm(self, question: str) -> bool:
        buttons = QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No
        answer = QMessageBox.question(
            self, texts.CLOSE_TITLE(), question, buttons, QMessageBox.StandardButton.No
        )
        return answer == QMessageBox.StandardButton.Yes
