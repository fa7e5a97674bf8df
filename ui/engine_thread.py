"""One thread for long work of the engine, so that the window stays free; results come back through a bridge."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from redactor.errors import InternalError, RedactorError
from ui.bridge import Bridge


class EngineThread(QObject):
    """Does one thing at a time.

    Signals, on the window's thread: ``told`` an event of the work; ``done`` what it returned; ``failed`` an error.
    """

    told = Signal(object)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._bridge = Bridge(self._take, self)
        self._thread: threading.Thread | None = None
        self._closed = False

    @property
    def running(self) -> bool:
        """Whether work is under way."""
        return self._thread is not None

    def tell(self, event: object) -> None:
        """Pass an event of the work on; from any thread."""
        if not self._closed:
            self._bridge.post(("told", event))

    def start(self, work: Callable[[], Any]) -> None:
        """Do this; not while something else is being done."""
        assert self._thread is None
        self._thread = threading.Thread(target=self._run, args=(work,), name=self._name, daemon=True)
        self._thread.start()

    def _run(self, work: Callable[[], Any]) -> None:
        try:
            outcome: tuple[str, Any] = ("done", work())
        except RedactorError as error:
            outcome = ("failed", error)
        except Exception as error:  # noqa: BLE001 - told by type only: the text may hold document text
            outcome = ("failed", InternalError(kind=type(error).__name__))
        if not self._closed:
            self._bridge.post(outcome)

    def _take(self, message: tuple[str, Any]) -> None:
        if self._closed:
            return
        what, thing = message
        if what == "told":
            self.told.emit(thing)
            return
        self._thread = None
        (self.done if what == "done" else self.failed).emit(thing)

    def close(self, seconds: float = 10.0) -> None:
        """Tell nobody any more and wait for the thread, which has been asked to stop."""
        self._closed = True
        if self._thread is not None:
            self._thread.join(seconds)
