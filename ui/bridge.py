"""From other threads to the window's: a queue and one signal without arguments.

Few crossings, no Python objects through Qt's meta types, order kept.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot


class Bridge(QObject):
    """``post`` from any thread; ``deliver`` is called with each object on the thread that made the bridge."""

    _posted = Signal()

    def __init__(self, deliver: Callable[[Any], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._deliver = deliver
        self._waiting: deque[Any] = deque()
        self._posted.connect(self._drain, Qt.ConnectionType.QueuedConnection)

    def post(self, thing: Any) -> None:
        """Hand over from any thread."""
        self._waiting.append(thing)
        self._posted.emit()

    @Slot()
    def _drain(self) -> None:
        while self._waiting:
            self._deliver(self._waiting.popleft())
