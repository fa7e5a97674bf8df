"""A folder in the engine's batch, from the window: started, paused, stopped, and answered when it asks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.engine_thread import EngineThread

if TYPE_CHECKING:
    from redactor.batch import Batch, BatchOptions
    from redactor.model import Action


class BatchRun(QObject):
    """One folder. ``told``: an event of ``redactor.batch``; ``done``: a ``BatchResult``; ``failed``: an error."""

    told = Signal(object)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = EngineThread("batch", self)
        self._work.told.connect(self.told)
        self._work.done.connect(self.done)
        self._work.failed.connect(self.failed)
        self._batch: Batch | None = None
        self.paused = False

    @property
    def running(self) -> bool:
        """Whether files are being worked on."""
        return self._work.running

    def start(self, options: BatchOptions) -> None:
        """Do a folder."""
        self._end_batch()
        self.paused = False

        def work() -> object:
            from redactor.batch import Batch  # loads the engine: behind the window's back

            self._batch = Batch(options, on_event=self._work.tell)
            return self._batch.run()

        self._work.start(work)

    def toggle_pause(self) -> None:
        """Pause, or go on."""
        if self._batch is not None and self.running:
            self._batch.resume() if self.paused else self._batch.pause()
            self.paused = not self.paused

    def cancel(self) -> None:
        """Stop within a second; what is verified stays."""
        if self._batch is not None:
            self._batch.cancel()

    def settle(self, answers: Mapping[str, Action]) -> None:
        """Put a person's answers in, and export what has no open question left."""
        batch = self._batch
        if batch is not None and not self.running:
            self._work.start(lambda: batch.settle(answers))

    def close(self) -> None:
        """Stop and end the workers."""
        self.cancel()
        self._work.close()
        self._end_batch()

    def _end_batch(self) -> None:
        if self._batch is not None:
            self._batch.close()
            self._batch = None
