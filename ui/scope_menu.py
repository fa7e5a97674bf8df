"""The one popup for how far a decision reaches; each line says what it would do before it is chosen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from redactor.model import Action
from ui import texts
from ui.language import Text
from ui.menus import add_heading
from ui.review import Ref, Scope, Session

_NAMES: dict[Scope, Text] = {
    Scope.HERE: texts.SCOPE_HERE,
    Scope.FILE: texts.SCOPE_FILE,
    Scope.JOB: texts.SCOPE_JOB,
    Scope.PERSON: texts.SCOPE_PERSON,
    Scope.COLUMN: texts.SCOPE_COLUMN,
}


def scope_menu(session: Session, ref: Ref, chosen: Callable[[Scope, Action], None], parent: QWidget) -> QMenu:
    """A menu with a line per scope and action; the default, *this value in the job*, comes up selected."""
    menu = QMenu(parent)
    menu.setAccessibleName(texts.SCOPE_TITLE())
    default: QAction | None = None
    for action, heading in ((Action.HIDE, texts.HIDE), (Action.KEEP, texts.KEEP)):
        add_heading(menu, heading())
        for scope in session.scopes(ref):
            text = _line(session, ref, scope, action)
            entry = menu.addAction(text)
            entry.triggered.connect(lambda _=False, s=scope, a=action: chosen(s, a))
            if scope is Scope.JOB and action is Action.HIDE:
                default = entry
    if default is not None:
        menu.setActiveAction(default)
    return menu


def _line(session: Session, ref: Ref, scope: Scope, action: Action) -> str:
    if scope is Scope.ALWAYS:
        return texts.SCOPE_ALWAYS_HIDE() if action is Action.HIDE else texts.SCOPE_ALWAYS_KEEP()
    n, files = session.occurrences(session.reach(ref, scope))
    effect = texts.SCOPE_WILL_HIDE if action is Action.HIDE else texts.SCOPE_WILL_KEEP
    return f"{_NAMES[scope]()}   –   {effect(n=n, files=files)}"
