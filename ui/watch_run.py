"""The watched folder: runs behind the window as long as the window lives, or until someone stops it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ui.engine_thread import EngineThread

if TYPE_CHECKING:
    from redactor.watch import Watcher, WatchOptions


class WatchRun(QObject):
    """``changed`` whenever something below is another; ``result``: a ``FileResult`` of a file that arrived."""

    changed = Signal()
    result = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = EngineThread("watch", self)
        self._work.told.connect(self._told)
        self._work.done.connect(self._ended)
        self._work.failed.connect(self._ended)
        self._watcher: Watcher | None = None
        self.options: WatchOptions | None = None
        self.results: list[Any] = []
        self.away = False
        self.stopping = False
        self.error: Any = None

    @property
    def on(self) -> bool:
        """Whether a folder is watched."""
        return self._work.running

    @property
    def finished(self) -> int:
        """How many files got a copy."""
        return sum(r.has_copy for r in self.results)

    def start(self, options: WatchOptions) -> None:
        """Watch a folder."""
        self.options, self.results, self.error = options, [], None
        self.away = self.stopping = False

        def work() -> None:
            from redactor.watch import Watcher  # loads the engine: behind the window's back

            self._watcher = Watcher(options, on_event=self._work.tell)
            if not self.stopping:
                self._watcher.run()

        self._work.start(work)
        self.changed.emit()

    def stop(self) -> None:
        """End within a second or two."""
        self.stopping = True
        if self._watcher is not None:
            self._watcher.stop()
        self.changed.emit()

    def close(self) -> None:
        """Stop and wait."""
        self.stop()
        self._work.close()

    def _told(self, event: object) -> None:
        from redactor.batch_summary import FileResult
        from redactor.watch import Away

        if isinstance(event, FileResult):
            self.results.append(event)
            self.result.emit(event)
        else:
            self.away = isinstance(event, Away)
        self.changed.emit()

    def _ended(self, outcome: object) -> None:
        self._watcher, self.stopping = None, False
        self.error = outcome
        self.changed.emit()
