"""Signs of life: of a step that gives none itself, for as long as its size may need and no longer; of others, paced."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

from redactor.model import Stage


class Paced:
    """Tells of progress, though not more often than anybody can see: each time two processes wake up for it.

    What is told first of a request or a stage, and that something is done, is told always.
    """

    def __init__(
        self,
        tell: Callable[[Stage, int, int], None],
        seconds: float = 0.03,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Pass on to ``tell``, between two times of which ``seconds`` of the ``clock`` go by."""
        self._tell = tell
        self._seconds = seconds
        self._clock = clock
        self._stage: Stage | None = None
        self._next = 0.0

    def __call__(self, stage: Stage, done: int, total: int) -> None:
        """Tell of it, or leave it out."""
        now = self._clock()
        if stage is self._stage and done < total and now < self._next:
            return
        self._stage, self._next = stage, now + self._seconds
        self._tell(stage, done, total)

    def begin(self) -> None:
        """Another request begins."""
        self._stage = None


class _Table(Protocol):
    @property
    def rows(self) -> Sequence[Sequence[object]]:
        """Cells, row by row."""


@contextlib.contextmanager
def heartbeat(beat: Callable[[], None], times: int, seconds: float = 10.0) -> Iterator[None]:
    """Call ``beat`` every so many ``seconds`` while the block runs, at most ``times`` times.

    What hangs falls silent after that and is ended like anything that hangs. ``beat`` is called from another thread;
    it is never called any more once the block has ended.
    """
    if times < 1:
        yield
        return
    done = threading.Event()

    def run() -> None:
        for _ in range(times):
            if done.wait(seconds):
                return
            beat()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def cells_in(tables: Iterable[_Table]) -> int:
    """How many cells tables have: what long steps are as long as."""
    return sum(len(row) for table in tables for row in table.rows)
