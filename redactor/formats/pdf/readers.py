"""Reading pictures on all cores: each in a process of its own, for the recognition engine uses one core and one thread.

The processes are started when a second picture is to be read, so that a document with one costs no more than before,
and ended when the document has been read.
"""

from __future__ import annotations

import hashlib
import queue
import threading
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from PIL import Image

from redactor import wire
from redactor.formats.pdf.images import in_gray, picture_of
from redactor.formats.pdf.pictures import PixelReading, read_pixels
from redactor.formats.pdf.pictures_read import PicturesRead
from redactor.isolation import Limits, Worker
from redactor.limits import available_cores

_REMEMBERED = 32
"""Pictures whose readings are kept in case they come again."""

_PAGE, _AT_ONCE = 4_500_000, 20_000_000
"""Pixels of an A4 page as it is read, and those that are read at a time whatever the number of cores: reading takes up
to 30 bytes for each.
"""

_limits: ContextVar[Limits | None] = ContextVar("limits", default=None)
_before: ContextVar[PicturesRead | None] = ContextVar("before", default=None)


@contextmanager
def reading_with(limits: Limits | None, before: PicturesRead | None = None) -> Iterator[None]:
    """How documents are read inside.

    Args:
        limits: of processes that they may start; None when they read by themselves, as elsewhere.
        before: pictures that were read before, which are not read again; the others are added.
    """
    tokens = _limits.set(limits), _before.set(before)
    try:
        yield
    finally:
        _limits.reset(tokens[0])
        _before.reset(tokens[1])


@dataclass(frozen=True, slots=True)
class _Pixels:
    """An RGB or gray picture as its bytes, which are fewer than Pillow's."""

    data: bytes = field(repr=False)
    size: tuple[int, int]

    @classmethod
    def of(cls, image: Image.Image) -> _Pixels:
        """Those of a picture; a gray one takes a third of the room."""
        plain = in_gray(image)
        return cls(plain.tobytes(), plain.size)

    @property
    def image(self) -> Image.Image:
        """The picture again."""
        return picture_of(self.data, self.size)

    @property
    def count(self) -> int:
        """How many there are."""
        return self.size[0] * self.size[1]


@dataclass(slots=True)
class Pending:
    """A picture that is being read, or will be when its result is asked for."""

    pixels: _Pixels | None
    future: Future[PixelReading] | None = None
    _read: PixelReading | None = None
    count: int = 0

    @property
    def waiting(self) -> int:
        """How many pixels are kept for it in memory."""
        return 0 if self._read is not None or (self.future and self.future.done()) else self.count

    def result(self) -> PixelReading:
        """What was read. Raises ``RedactorError`` when the reading process did."""
        if self._read is None:
            if self.future is not None:
                self._read = self.future.result()
            else:
                assert self.pixels is not None
                self._read = read_pixels(self.pixels.image)
            self.pixels = self.future = None
        return self._read


class Readers:
    """Reads pictures in the order in which they are given, several at a time. To be closed."""

    def __init__(self) -> None:
        limits = _limits.get()
        self._limits = limits or Limits()
        self._before = _before.get()
        self.count = 1 if limits is None else limits.readers or available_cores()
        self._room = _Room(max(_AT_ONCE, self.count * _PAGE))
        self._executor: ThreadPoolExecutor | None = None
        self._idle: queue.SimpleQueue[Worker] = queue.SimpleQueue()
        self._workers: list[Worker] = []
        self._first: Pending | None = None
        self._known: OrderedDict[bytes, Pending] = OrderedDict()

    def submit(self, image: Image.Image) -> Pending:
        """Have an RGB or gray picture read; one that comes again, as letterheads do, is not read again."""
        pixels = _Pixels.of(image)
        digest = hashlib.blake2b(pixels.data)
        digest.update(b"%dx%d" % image.size)
        known = digest.digest()
        if known in self._known:
            self._known.move_to_end(known)
            return self._known[known]
        read = self._before.known(known) if self._before is not None else None
        pending = Pending(None, _read=read) if read is not None else self._submit(pixels)
        self._known[known] = pending
        if self._before is not None and read is None:
            self._before.add(known, pending.result)
        if len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)
        return pending

    def are_full(self, waiting: Iterable[Pending]) -> bool:
        """Whether so much waits to be read that some of it should be before more is drawn."""
        left = [pending.waiting for pending in waiting]
        return len(left) > 2 * self.count or sum(left) > 2 * self._room.most

    def _submit(self, pixels: _Pixels) -> Pending:
        pending = Pending(pixels, count=pixels.count)
        if self.count == 1:
            return pending
        if self._first is None:
            self._first = pending
            return pending
        if self._executor is None:
            self._start()
            self._hand_over(self._first)
        self._hand_over(pending)
        return pending

    def close(self) -> None:
        """End the processes. Safe to call twice."""
        if self._executor is not None:
            self._executor.shutdown(cancel_futures=True)
            self._executor = None
        for worker in self._workers:
            worker.kill()
        self._workers.clear()

    def _start(self) -> None:
        self._executor = ThreadPoolExecutor(self.count, "reader")
        self._workers = [Worker("pictures", self._limits) for _ in range(self.count)]
        for worker in self._workers:
            self._idle.put(worker)

    def _hand_over(self, pending: Pending) -> None:
        assert self._executor is not None
        if pending.pixels is not None and pending.future is None:
            pending.future = self._executor.submit(self._read, pending.pixels)
            pending.pixels = None

    def _read(self, pixels: _Pixels) -> PixelReading:
        with self._room.taken(pixels.count):
            worker = self._idle.get()
            try:
                size = {"width": pixels.size[0], "height": pixels.size[1]}
                answer = worker.ask("read", size, attachment=pixels.data)
                return wire.decode(answer.untrusted, PixelReading)
            finally:
                self._idle.put(worker)


class _Room:
    """Room for so many pixels at a time; a picture that has more is read alone."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._taken = 0
        self._changed = threading.Condition()

    @contextmanager
    def taken(self, pixels: int) -> Iterator[None]:
        """Wait for room and take it meanwhile."""
        with self._changed:
            self._changed.wait_for(lambda: not self._taken or self._taken + pixels <= self.most)
            self._taken += pixels
        try:
            yield
        finally:
            with self._changed:
                self._taken -= pixels
                self._changed.notify_all()
