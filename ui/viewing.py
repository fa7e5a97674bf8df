"""Ways of looking: drawing, preview, source beside result, values shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from ui import texts
from ui.commands import Commands
from ui.controller import Controller
from ui.page_painter import Preview
from ui.wording import type_label
from ui.workspace import Workspace


class Viewing(QObject):
    """The commands that change how the document is shown."""

    def __init__(self, controller: Controller, desk: Workspace, commands: Commands) -> None:
        super().__init__(desk)
        self._controller = controller
        self._desk = desk
        self._commands = commands
        desk.preview_wanted.connect(self.show_preview)
        desk.canvas.selected.connect(self._text_selected)
        desk.canvas.nothing_to_mark.connect(lambda: desk.bar.show_notice(texts.NO_TEXT_HERE()))
        one, other = desk.canvas, desk.result_canvas
        for here, there in ((one, other), (other, one)):
            here.verticalScrollBar().valueChanged.connect(there.verticalScrollBar().setValue)
            here.horizontalScrollBar().valueChanged.connect(there.horizontalScrollBar().setValue)
        one.zoomed.connect(lambda z: other.set_zoom(z) if other.isVisible() else None)

    @property
    def preview_shown(self) -> bool:
        """Whether the copy is shown, alone or beside the source."""
        return self._commands["preview"].isChecked() or self._desk.result_canvas.isVisible()

    def toggle_draw(self) -> None:
        """Sticky box drawing."""
        on = self._commands["draw"].isChecked()
        self._desk.canvas.set_drawing(on)
        if on:
            self._desk.bar.show_notice(texts.DRAW_ON())
            self._desk.canvas.setFocus()
        else:
            self._desk.bar.show_finding(self._desk.current_ref())

    def leave_mode(self) -> None:
        """Escape: the selection first, then draw mode, then preview."""
        if self._desk.canvas.selection is not None:
            self._desk.canvas.clear_selection()
            return
        for key in ("draw", "preview"):
            action = self._commands[key]
            if action.isChecked():
                action.trigger()
                return

    def toggle_preview(self) -> None:
        """As exported, or as found."""
        self.show_preview()
        on = self._commands["preview"].isChecked()
        self._desk.bar.show_notice(texts.PREVIEW_ON()) if on else self._desk.bar.show_finding(
            self._desk.current_ref()
        )

    def show_preview(self) -> None:
        """Tell the canvases what a copy would look like."""
        file = self._desk.file
        on = self._commands["preview"].isChecked()
        self._desk.sheets.set_preview(on)
        if file is None or not file.paged:
            return
        labels = {i: type_label(file.entity_type(i)) for i in file.findings}
        labels |= {m.id: type_label(m.entity_type) for m in file.marks.values()}
        style = self._controller.policy.output.mark
        preview = Preview(style, labels)
        self._desk.canvas.set_preview(preview if on else None)
        self._desk.result_canvas.set_preview(preview)

    def toggle_split(self) -> None:
        """Source and result side by side, scrolling together."""
        on = self._commands["split"].isChecked()
        self._desk.result_canvas.setVisible(on)
        file = self._desk.file
        if on and file is not None and file.paged:
            self._desk.pages.setSizes([500, 500])
            self._desk.result_canvas.show_file(file, self._controller.queue.password(file.number))
            self.show_preview()
            QTimer.singleShot(0, self._align_split)

    def _align_split(self) -> None:
        """Same zoom, same place."""
        page, y = self._desk.canvas.where
        self._desk.canvas.fit_width()
        self._desk.result_canvas.set_zoom(self._desk.canvas.zoom)
        self._desk.canvas.go_to_page(page, y)
        self._desk.result_canvas.go_to_page(page, y)

    def toggle_values(self) -> None:
        """Values in the lists, or masked."""
        for panel in self._desk.panels.values():
            panel.set_unmasked(self._commands["values"].isChecked())
        self._desk.hidden.reveal.unmasked = self._commands["values"].isChecked()
        self._desk.hidden.tree.viewport().update()

    def start_search(self) -> None:
        """The search bar."""
        self._desk.search.open()

    def _text_selected(self) -> None:
        chosen = self._desk.canvas.selection
        if chosen is None:
            self._desk.bar.show_finding(None)
            return
        self._desk.bar.show_notice(texts.SELECTED_TEXT(n=len(chosen.text)), can_hide=True)
        self._desk.bar.hide_button.setEnabled(True)
