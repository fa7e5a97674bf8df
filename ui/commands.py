"""The commands of the window: each once, for menus, buttons and keys alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QUndoStack
from PySide6.QtWidgets import QWidget

from ui import texts
from ui.icons import icon
from ui.language import Text
from ui.theme import Colours


@dataclass(slots=True)
class _Command:
    action: QAction
    text: Text
    icon: str


class Commands:
    """Actions by name, owned by the window."""

    def __init__(self, window: QWidget, colours: Colours) -> None:
        self._window = window
        self._colours = colours
        self._all: dict[str, _Command] = {}

    def __getitem__(self, key: str) -> QAction:
        """The action of this name."""
        return self._all[key].action

    def __iter__(self) -> Iterator[tuple[str, QAction]]:
        return ((key, command.action) for key, command in self._all.items())

    def add(
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
        action = QAction(self._window)
        action.setCheckable(checkable)
        if shortcut:
            action.setShortcuts([QKeySequence(s) for s in shortcut.split(" | ")])
        if on:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        for widget in on or (self._window,):
            widget.addAction(action)
        action.triggered.connect(lambda _=False: run())
        self._all[key] = _Command(action, text, icon_name)
        return action

    def choice(self, key: str, text: Text, action: QAction) -> None:
        """Let an action of a submenu follow the language."""
        self._all[key] = _Command(action, text, "")

    def rename(self, key: str, text: Text, icon_name: str) -> None:
        """Other words and another icon: the command does the opposite now."""
        self._all[key].text, self._all[key].icon = text, icon_name
        self._dress(key)

    def dress(self, colours: Colours | None = None) -> None:
        """Words in the language in use, and icons in these colours."""
        self._colours = colours or self._colours
        for key in self._all:
            self._dress(key)

    def _dress(self, key: str) -> None:
        command = self._all[key]
        action, text = command.action, command.text
        action.setText(text())
        if command.icon:
            action.setIcon(icon(command.icon, self._colours.text, self._colours.border))
        action.setToolTip(f"{text()} ({keys})" if (keys := keys_of(action)) else text())

    def tell_history(self, stack: QUndoStack) -> None:
        """Undo and redo by the names of their steps."""
        for key, can, name, text, named in (
            ("undo", stack.canUndo(), stack.undoText(), texts.UNDO, texts.UNDO_NAMED),
            ("redo", stack.canRedo(), stack.redoText(), texts.REDO, texts.REDO_NAMED),
        ):
            action = self[key]
            action.setEnabled(can)
            words = named(name=name) if name else text()
            action.setText(words)
            action.setToolTip(f"{words} ({keys_of(action)})")

    def with_keys(self) -> list[tuple[list[QKeySequence], str]]:
        """Keys and words of every command that has keys."""
        return [(c.action.shortcuts(), c.text()) for c in self._all.values() if c.action.shortcuts()]


def keys_of(action: QAction) -> str:
    """An action's first key as the system writes it."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
