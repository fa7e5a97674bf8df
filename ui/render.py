"""Drawn pages: asked for by views, made by a worker process, kept as long as there is room.

The views say what they want now; what they no longer want is dropped. One thread waits on one worker, which keeps the
file open that is being looked at.
"""

from __future__ import annotations

import math
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from redactor.errors import RedactorError
from ui.bridge import Bridge

if TYPE_CHECKING:
    from redactor.isolation import CancelToken, Worker, WorkerPool

CACHE_BYTES = 320 << 20
THUMBNAILS = 3000
_SMALL_BYTES = 200_000
_MAX_PIXELS = 36_000_000
"""A page larger than this is drawn coarser and scaled: 36 million pixels are 144 MB of image."""


@dataclass(frozen=True, slots=True)
class Wish:
    """One page at one scale (pixels per point)."""

    file: int
    path: Path = field(repr=False)
    password: str = field(repr=False)
    page: int
    scale: float
    size: tuple[float, float]

    @property
    def key(self) -> tuple[int, int, float]:
        """What the picture is kept under."""
        return self.file, self.page, self.scale


def drawable_scale(scale: float, size: tuple[float, float]) -> float:
    """The scale to ask for: rounded so that equal views share pictures, and never too large."""
    most = math.sqrt(_MAX_PIXELS / max(1.0, size[0] * size[1]))
    return round(min(scale, most), 3)


class PageRenderer(QObject):
    """Pictures of pages for all views."""

    rendered = Signal(int, int)

    def __init__(self, pool: Callable[[], WorkerPool | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = pool
        self._bridge = Bridge(self._take, self)
        self._wishes: dict[str, list[Wish]] = {}
        self._changed = threading.Condition()
        self._closed = False
        self._token: CancelToken | None = None
        self._large: OrderedDict[tuple[int, int, float], QImage] = OrderedDict()
        self._large_bytes = 0
        self._small: OrderedDict[tuple[int, int, float], QImage] = OrderedDict()
        self._failed: set[tuple[int, int, float]] = set()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin; call when the workers are there."""
        if self._thread is None and not self._closed:
            self._thread = threading.Thread(target=self._work, name="render", daemon=True)
            self._thread.start()

    def want(self, view: str, wishes: Sequence[Wish]) -> None:
        """What a view shows now, most urgent first; replaces what it wanted before."""
        missing = [w for w in wishes if w.key not in self._large and w.key not in self._small]
        with self._changed:
            self._wishes[view] = [w for w in missing if w.key not in self._failed]
            self._changed.notify()

    def picture(self, file: int, page: int, scale: float) -> QImage | None:
        """The picture at this scale, or the nearest there is, or None."""
        key = (file, page, scale)
        for store in (self._large, self._small):
            if key in store:
                store.move_to_end(key)
                return store[key]
        near = [k for store in (self._large, self._small) for k in store if k[0] == file and k[1] == page]
        if not near:
            return None
        best = min(near, key=lambda k: abs(k[2] - scale))
        return self._large.get(best) or self._small.get(best)

    def failed(self, file: int, page: int, scale: float) -> bool:
        """Whether the page could not be drawn."""
        return (file, page, scale) in self._failed

    def forget(self, file: int) -> None:
        """Let go of a file's pictures."""
        for store in (self._large, self._small):
            for key in [k for k in store if k[0] == file]:
                gone = store.pop(key)
                if store is self._large:
                    self._large_bytes -= gone.sizeInBytes()
        self._failed = {k for k in self._failed if k[0] != file}

    def close(self) -> None:
        """Stop; waits for the thread."""
        with self._changed:
            self._closed = True
            self._wishes.clear()
            if self._token is not None:
                self._token.cancel()
            self._changed.notify()
        if self._thread is not None:
            self._thread.join(5)

    # --- the thread -------------------------------------------------------------------------------------------------

    def _work(self) -> None:
        from redactor.isolation import CancelToken

        self._token = CancelToken()
        while not self._closed:
            pool = self._pool()
            if pool is None or self._next() is None:
                continue
            with pool.borrow("document") as worker:
                self._serve(worker)

    def _serve(self, worker: Worker) -> None:
        """Draw with one worker until it dies or the window closes."""
        while not self._closed and worker.healthy:
            wish = self._next()
            if wish is None:
                continue
            image: QImage | None = None
            try:
                params = {
                    "path": str(wish.path), "password": wish.password, "page": wish.page, "scale": wish.scale,
                }  # fmt: skip
                answer = worker.ask("render", params, None, self._token)
                image = _image(answer.untrusted, answer.attachment)
            except RedactorError:
                image = None  # shown as a page that cannot be drawn
            with self._changed:
                for wishes in self._wishes.values():
                    if wish in wishes:
                        wishes.remove(wish)
            if not self._closed:
                self._bridge.post((wish, image))

    def _next(self) -> Wish | None:
        """The most urgent wish; waits for one, at most a second."""
        with self._changed:
            for _ in range(2):
                for view in sorted(self._wishes):
                    if self._wishes[view]:
                        return self._wishes[view][0]
                if self._closed:
                    return None
                self._changed.wait(1.0)
        return None

    def _take(self, made: tuple[Wish, QImage | None]) -> None:
        wish, image = made
        if image is None:
            self._failed.add(wish.key)
        elif image.sizeInBytes() <= _SMALL_BYTES:
            self._small[wish.key] = image
            while len(self._small) > THUMBNAILS:
                self._small.popitem(last=False)
        else:
            self._large[wish.key] = image
            self._large_bytes += image.sizeInBytes()
            while self._large_bytes > CACHE_BYTES and len(self._large) > 1:
                _, gone = self._large.popitem(last=False)
                self._large_bytes -= gone.sizeInBytes()
        self.rendered.emit(wish.file, wish.page)


def _image(untrusted: object, pixels: bytes | None) -> QImage | None:
    if not isinstance(untrusted, dict) or pixels is None:
        return None
    width, height = untrusted.get("width"), untrusted.get("height")
    if (
        not isinstance(width, int)
        or not isinstance(height, int)
        or width * height * 3 != len(pixels)
        or not pixels
    ):
        return None
    # The conversion copies, so that nothing points into ``pixels`` any more, and paints faster afterwards.
    return QImage(pixels, width, height, 3 * width, QImage.Format.Format_RGB888).convertToFormat(
        QImage.Format.Format_RGB32
    )
