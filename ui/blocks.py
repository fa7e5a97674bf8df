"""Blocks of a sheet's rows, fetched from a worker when they come into view."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from redactor.errors import RedactorError
from ui.bridge import Bridge

if TYPE_CHECKING:
    from redactor.isolation import WorkerPool
    from redactor.preview import GridBlock

BLOCK_ROWS = 200
_KEPT_BLOCKS = 400


@dataclass(frozen=True, slots=True)
class BlockWish:
    """One block of one sheet."""

    file: int
    path: Path = field(repr=False)
    password: str = field(repr=False)
    sheet: str = field(repr=False)
    number: int

    @property
    def key(self) -> tuple[int, str, int]:
        """What it is kept under."""
        return self.file, self.sheet, self.number


class BlockLoader(QObject):
    """``loaded`` carries file, sheet and block number; the block is in ``block`` then, or None if it failed."""

    loaded = Signal(int, str, int)

    def __init__(self, pool: Callable[[], WorkerPool | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = pool
        self._bridge = Bridge(self._take, self)
        self._wishes: OrderedDict[tuple[int, str, int], BlockWish] = OrderedDict()
        self._blocks: OrderedDict[tuple[int, str, int], GridBlock | None] = OrderedDict()
        self._changed = threading.Condition()
        self._closed = False
        self._thread: threading.Thread | None = None

    def block(self, wish: BlockWish) -> GridBlock | None:
        """A block, or None and it is fetched: the latest asked for comes first."""
        if wish.key in self._blocks:
            self._blocks.move_to_end(wish.key)
            return self._blocks[wish.key]
        with self._changed:
            self._wishes[wish.key] = wish
            self._wishes.move_to_end(wish.key)
            while len(self._wishes) > 8:  # scrolled past
                self._wishes.popitem(last=False)
            if self._thread is None and not self._closed:
                self._thread = threading.Thread(target=self._work, name="blocks", daemon=True)
                self._thread.start()
            self._changed.notify()
        return None

    def forget(self, file: int) -> None:
        """Let go of a file's blocks."""
        for key in [k for k in self._blocks if k[0] == file]:
            del self._blocks[key]

    def close(self) -> None:
        """Stop."""
        with self._changed:
            self._closed = True
            self._changed.notify()
        if self._thread is not None:
            self._thread.join(5)

    def _work(self) -> None:
        from redactor.preview import grid_block

        while not self._closed:
            with self._changed:
                if not self._wishes:
                    self._changed.wait(1.0)
                    continue
                _, wish = self._wishes.popitem(last=True)
            pool = self._pool()
            if pool is None:
                continue
            found: GridBlock | None = None
            try:
                # A worker that read the file already is likely on top of the pool.
                with pool.borrow("document") as worker:
                    first = wish.number * BLOCK_ROWS
                    found = grid_block(worker, wish.path, wish.password, wish.sheet, first, BLOCK_ROWS)
            except RedactorError:
                found = None
            if not self._closed:
                self._bridge.post((wish, found))

    def _take(self, made: tuple[BlockWish, GridBlock | None]) -> None:
        wish, block = made
        self._blocks[wish.key] = block
        while len(self._blocks) > _KEPT_BLOCKS:
            self._blocks.popitem(last=False)
        self.loaded.emit(wish.file, wish.sheet, wish.number)
