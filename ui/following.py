"""The workspace follows the job: files come, change and go, decisions are made, the policy changes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from redactor.jobs import JobState
from ui.controller import Controller
from ui.finding_panel import FindingPanel
from ui.review import Change, Kind, Ref
from ui.viewing import Viewing
from ui.workspace import Workspace


class Following(QObject):
    """``told`` after everything that bars above and below may want to say anew."""

    told = Signal()

    def __init__(self, controller: Controller, desk: Workspace, viewing: Viewing) -> None:
        super().__init__(desk)
        self._desk = desk
        self._viewing = viewing
        k = controller
        k.file_added.connect(self._file_added)
        k.file_changed.connect(self._file_changed)
        k.file_removed.connect(self._file_removed)
        k.scanned.connect(self._scanned)
        k.exported.connect(lambda _: self.told.emit())
        k.export_failed.connect(lambda _: self.told.emit())
        k.changed.connect(self._changed)
        k.engine_ready.connect(self._engine_ready)
        k.engine_failed.connect(self.told)
        k.policy_changed.connect(self._policy_changed)
        desk.canvas.seen.connect(self._seen)

    def _seen(self, page: int) -> None:
        file = self._desk.file
        if file is not None and page not in file.seen:
            file.seen.add(page)
            self._desk.thumbnails.refresh()
            self.told.emit()

    def _engine_ready(self) -> None:
        self._desk.renderer.start()
        self.told.emit()

    def _file_added(self, number: int) -> None:
        if self._desk.file is None:
            self._desk.files.choose(number)
        self._desk.show_middle()

    def _file_removed(self, number: int) -> None:
        self._desk.renderer.forget(number)
        if self._desk.file is not None and self._desk.file.number == number:
            self._desk.file = None
            left = next(iter(self._desk.session.files), None)
            if left is not None:
                self._desk.files.choose(left)
                self._desk.show_file(left)
            else:
                self._desk.show_middle()
        self._desk.list_files()
        self.told.emit()

    def _file_changed(self, number: int) -> None:
        file = self._desk.file
        if file is not None and file.number == number and file.scan is None:
            self._desk.message.show_file(file)
        self.told.emit()

    def _scanned(self, number: int) -> None:
        self._desk.renderer.forget(number)
        file = self._desk.session.files[number]
        if file is self._desk.file:
            self._desk.show_file(number)
            self._desk.focus_page()
        elif self._desk.all_files.isChecked():
            self._desk.list_files()
        self.told.emit()

    def _changed(self, changes: Sequence[Change]) -> None:
        """Decisions changed: everything that shows them follows."""
        if any(c.kind in (Kind.MARK, Kind.TYPE) for c in changes):
            for panel in self._desk.panels.values():
                if panel is self._desk.right.currentWidget():
                    panel.rebuild()
        refs = [Ref(c.file, c.key) for c in changes if c.kind is Kind.FINDING]
        listed = self._desk.right.currentWidget()
        if refs and isinstance(listed, FindingPanel):
            listed.update_refs(refs)
        if any(c.kind in (Kind.GAP, Kind.FINDING) for c in changes):  # what lies on a hidden card is no gap
            self._desk.gaps.show_file(self._desk.file)
            self._desk.tell_tabs()
        for number in {c.file for c in changes}:
            self._desk.files.files.touch(number)
            file = self._desk.session.files.get(number)
            if file is not None and file.state is JobState.DONE:
                file.state = JobState.REVIEW
        if self._viewing.preview_shown:
            self._viewing.show_preview()
        self._desk.canvas.refresh()
        self._desk.result_canvas.refresh()
        self._desk.sheets.refresh()
        self._desk.hidden.refresh()
        self._desk.thumbnails.refresh()
        self._desk.sheet_list.refresh()
        self._desk.bar.refresh()
        self.told.emit()

    def _policy_changed(self) -> None:
        self._desk.list_files()
        self._desk.canvas.refresh()
        self._desk.sheets.refresh()
        self._desk.sheet_list.refresh()
        self._desk.bar.refresh()
        self.told.emit()
