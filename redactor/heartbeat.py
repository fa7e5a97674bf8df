"""Signs of life of a step that cannot give any itself, for as long as its size may need and no longer."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol


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
