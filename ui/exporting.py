"""The way out: checklist, copies, what came of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt

from ui.commands import Commands
from ui.controller import Controller
from ui.export_dialog import ExportDialog, ResultDialog
from ui.going import Going
from ui.prefs import Prefs
from ui.theme import Colours
from ui.viewing import Viewing
from ui.workspace import Workspace


class Exporting(QObject):
    """The export command."""

    def __init__(
        self,
        controller: Controller,
        desk: Workspace,
        going: Going,
        viewing: Viewing,
        commands: Commands,
        prefs: Prefs,
        colours: Callable[[], Colours],
    ) -> None:
        super().__init__(desk)
        self._controller = controller
        self._desk = desk
        self._going = going
        self._commands = commands
        self._prefs = prefs
        self._unasked: set[int] = set()
        self._viewing = viewing
        self._colours = colours
        controller.scanned.connect(self._scanned)

    def unasked(self, numbers: Sequence[int]) -> None:
        """Export these files as soon as they are scanned, if nothing needs a person."""
        self._unasked.update(numbers)

    def _scanned(self, number: int) -> None:
        if number in self._unasked:
            self._unasked.discard(number)
            if self._controller.blocked(number) is None:
                self.export_numbers([number], self._folder())

    def _folder(self) -> Path | None:
        folder = self._prefs.export_folder(self._controller.policy_name)
        return Path(folder) if folder and Path(folder).is_dir() else None

    def ask(self) -> None:
        """The checklist, then the copies."""
        file = self._desk.file
        if file is None or file.scan is None:
            return
        dialog = ExportDialog(self._controller, file, self._folder(), self._colours(), self._desk)
        dialog.go_to.connect(self._going.go_to_check)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.confirmed.connect(self._confirmed)
        dialog.open()

    def _confirmed(self, numbers: Sequence[int], folder: Path | None, overwrite: bool) -> None:
        self._prefs.set_export_folder(self._controller.policy_name, str(folder) if folder else "")
        self.export_numbers(numbers, folder, overwrite=overwrite)

    def export_numbers(self, numbers: Sequence[int], folder: Path | None, *, overwrite: bool = False) -> None:
        """Write these copies and show what comes of them."""
        policy = self._controller.policy
        if overwrite:
            policy = policy.model_copy(
                update={"output": policy.output.model_copy(update={"overwrite": True})}
            )
        if not any(d.isVisible() for d in self._desk.findChildren(ResultDialog)):
            result = ResultDialog(self._controller, self._colours(), self._desk)
            result.look_at.connect(self._look_at_result)
            result.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            result.open()
        for dialog in self._desk.findChildren(ResultDialog):
            dialog.follow(numbers, folder)
        for number in numbers:
            self._controller.export(number, policy=policy, output_dir=folder)

    def _look_at_result(self, number: int, page: int) -> None:
        self._desk.files.choose(number)
        if page:
            self._going.go_to_page(page)
            self._commands["draw"].setChecked(True)
            self._viewing.toggle_draw()
