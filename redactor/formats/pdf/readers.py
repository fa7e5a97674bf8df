"""Reading pictures on all cores: each in a process of its own, for the recognition engine uses one core and one thread.

The processes are started when a second picture is to be read, so that a document with one costs no more than before,
and ended when the document has been read.
"""

from __future__ import annotations

import hashlib
import queue
from collections import OrderedDict
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from PIL import Image

from redactor import wire
from redactor.formats.pdf.pictures import PixelReading, read_pixels
from redactor.formats.pdf.pictures_read import PicturesRead
from redactor.isolation import Limits, Worker
from redactor.limits import available_cores

_REMEMBERED = 32
"""Pictures whose readings are kept in case they come again."""

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


@dataclass(slots=True)
class Pending:
    """A picture that is being read, or will be when its result is asked for."""

    image: Image.Image | None
    future: Future[PixelReading] | None = None
    _read: PixelReading | None = None

    def result(self) -> PixelReading:
        """What was read. Raises ``RedactorError`` when the reading process did."""
        if self._read is None:
            if self.future is not None:
                self._read = self.future.result()
            else:
                assert self.image is not None
                self._read = read_pixels(self.image)
            self.image = self.future = None
        return self._read


class Readers:
    """Reads pictures in the order in which they are given, several at a time. To be closed."""

    def __init__(self) -> None:
        limits = _limits.get()
        self._limits = limits or Limits()
        self._before = _before.get()
        self.count = 1 if limits is None else limits.readers or available_cores()
        self._executor: ThreadPoolExecutor | None = None
        self._idle: queue.SimpleQueue[Worker] = queue.SimpleQueue()
        self._workers: list[Worker] = []
        self._first: Pending | None = None
        self._known: OrderedDict[bytes, Pending] = OrderedDict()

    def submit(self, image: Image.Image) -> Pending:
        """Have an RGB picture read; one that comes again, as letterheads do, is not read again."""
        digest = hashlib.blake2b(image.tobytes() + b"%dx%d" % image.size).digest()
        if digest in self._known:
            self._known.move_to_end(digest)
            return self._known[digest]
        read = self._before.known(digest) if self._before is not None else None
        pending = Pending(None, _read=read) if read is not None else self._submit(image)
        self._known[digest] = pending
        if self._before is not None and read is None:
            self._before.add(digest, pending.result)
        if len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)
        return pending

    def _submit(self, image: Image.Image) -> Pending:
        pending = Pending(image)
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
        if pending.image is not None and pending.future is None:
            pending.future = self._executor.submit(self._read, pending.image)
            pending.image = None

    def _read(self, image: Image.Image) -> PixelReading:
        worker = self._idle.get()
        try:
            size = {"width": image.width, "height": image.height}
            answer = worker.ask("read", size, attachment=image.tobytes())
            return wire.decode(answer.untrusted, PixelReading)
        finally:
            self._idle.put(worker)
