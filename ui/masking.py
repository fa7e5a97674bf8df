"""Values on a screen that others can see: masked, until the pointer or the keyboard is on their row."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

SECRET = Qt.ItemDataRole.UserRole + 2
"""The value behind a masked text."""


def masked(value: str) -> str:
    """A value for a screen that others can see.

    Dots but for the first letter of each word and the last two digits of a long number.
    """
    value = unicodedata.normalize("NFC", value)
    digits = sum(c.isdigit() for c in value)
    out: list[str] = []
    seen = 0
    for index, char in enumerate(value):
        if not char.isalnum():
            out.append(char)
            continue
        if char.isdigit():
            seen += 1
            out.append(char if digits >= 6 and seen > digits - 2 else "•")
        else:
            out.append(char if index == 0 or value[index - 1].isspace() else "•")
    return "".join(out)


class RevealDelegate(QStyledItemDelegate):
    """Shows what is under ``SECRET`` while its row is under the pointer, or current and the view has the keys."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self.unmasked = False

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Qt's."""
        super().initStyleOption(option, index)
        secret = index.data(SECRET)
        if secret and (self.unmasked or self._asked_for(option, index)):
            option.text = " ".join(str(secret).split())

    def _asked_for(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> bool:
        if not self._view.isActiveWindow():
            return False  # the screen may be locked, or shown to others
        if option.state & QStyle.StateFlag.State_MouseOver:
            return True
        return (
            self._view.hasFocus()
            and self._view.currentIndex().row() == index.row()
            and (self._view.currentIndex().parent() == index.parent())
        )
