"""The menu bar, made of the commands; and the popups that are made of them too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu

from ui import texts
from ui.commands import Commands
from ui.language import Text, language
from ui.prefs import SCALES, Prefs

_MENUS: tuple[tuple[Text, str], ...] = (
    (
        texts.MENU_FILE,
        "open open_folder @recent paste - batch watch - export - retry cancel pause remove - settings quit",
    ),
    (texts.MENU_EDIT, "undo redo history - search - draw delete"),
    (texts.MENU_DECIDE, "toggle hide_next keep_next - hide_same keep_same scope - to_policy"),
    (texts.MENU_GO, "next_open previous_open - next_box previous_box - next_file previous_file - to_list to_page"),
    (texts.MENU_VIEW, "preview split values - zoom_in zoom_out fit - @language @theme @scale"),
    (texts.MENU_HELP, "keys about"),
)  # fmt: skip
"""Title and commands; "-" a line, "@" a submenu."""


@dataclass(frozen=True, slots=True)
class Choosers:
    """What the submenus of choices do with what was chosen."""

    language: Callable[[str], None]
    theme: Callable[[str], None]
    scale: Callable[[str], None]


def add_heading(menu: QMenu, text: str) -> None:
    """A line of a menu that says what the lines below it are about."""
    if not menu.isEmpty():
        menu.addSeparator()
    entry = menu.addAction(text)
    entry.setEnabled(False)
    font = entry.font()
    font.setBold(True)
    entry.setFont(font)


class Menus:
    """The menus of a window."""

    def __init__(self, window: QMainWindow, commands: Commands, prefs: Prefs, choosers: Choosers) -> None:
        self._window = window
        self._commands = commands
        self._titled: list[tuple[QMenu, Text]] = []
        self.recent = QMenu(window)
        for title, keys in _MENUS:
            menu = window.menuBar().addMenu("")
            self._titled.append((menu, title))
            for key in keys.split():
                if key == "-":
                    menu.addSeparator()
                elif key == "@recent":
                    menu.addMenu(self.recent)
                    self._titled.append((self.recent, texts.MENU_RECENT))
                elif key.startswith("@"):
                    self._choices(menu, key[1:], prefs, choosers)
                else:
                    menu.addAction(commands[key])

    def _choices(self, parent: QMenu, kind: str, prefs: Prefs, choosers: Choosers) -> None:
        names: dict[str, Text]
        if kind == "language":
            title, now, run = texts.MENU_LANGUAGE, language.code, choosers.language
            names = {"vi": texts.VIETNAMESE, "en": texts.ENGLISH}
        elif kind == "theme":
            title, now, run = texts.MENU_THEME, prefs.theme, choosers.theme
            names = {
                "system": texts.THEME_SYSTEM,
                "light": texts.THEME_LIGHT,
                "dark": texts.THEME_DARK,
                "contrast": texts.THEME_CONTRAST,
            }
        else:
            title, now, run = texts.MENU_SCALE, str(prefs.scale), choosers.scale
            names = {str(s): Text(f"{s} %", f"{s} %") for s in SCALES}
        menu = parent.addMenu("")
        self._titled.append((menu, title))
        group = QActionGroup(menu)
        for value, text in names.items():
            action = group.addAction("")
            action.setCheckable(True)
            action.setChecked(value == now)
            action.triggered.connect(lambda _=False, v=value: run(v))
            menu.addAction(action)
            self._commands.choice(f"{kind}:{value}", text, action)

    def retranslate(self) -> None:
        """Titles in the language in use."""
        for menu, title in self._titled:
            menu.setTitle(title())

    def popup(self, where: QPoint, *keys: str) -> None:
        """Some commands in a popup at a point of the screen."""
        menu = QMenu(self._window)
        for key in keys:
            menu.addAction(self._commands[key])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)
