"""Finding in several processes at once: verifiers that wait for a copy have the detector loaded, too.

What a text says by itself does not depend on the others: while one worker reads, verifiers with nothing to do find in
the pages that are read, and once it has read everything it helps them. What one place proves is searched in all others
afterwards, by the worker that read them.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from threading import Lock
from typing import Any

from redactor import wire
from redactor.errors import Cancelled, RedactorError
from redactor.isolation import CancelToken, Pool, Worker
from redactor.limits import available_cores
from redactor.model import Stage

CHARS_WORTH_A_QUESTION = 1_000
"""At least so much text is asked about at once: asking costs about as much as finding in fifty characters."""

CHARS_WORTH_ANOTHER = 8_000
"""Where less text than this is left when all is read, the worker that read it finds there alone."""

MAX_PROCESSES = 4

LabelledRow = tuple[str, str, str]
"""A text, its label, and what it is to be read below."""


@dataclass(frozen=True, slots=True)
class TextsRead:
    """What a worker read: the texts, and of how many pages a PDF is, 0 of anything else."""

    rows: tuple[LabelledRow, ...]
    pages: int


OnProgress = Callable[[Stage, int, int], None]


def hits_found_apart(
    pool: Pool,
    worker: Worker,
    reading: dict[str, Any],
    rules_file: str,
    on_progress: OnProgress | None,
    cancel: CancelToken | None,
) -> tuple[list[Any], int]:
    """What each text of a file says by itself, for the ``scan`` that the same worker is asked for next.

    Args:
        pool: of workers.
        worker: reads the file, and finds in some of the texts.
        reading: how the file is opened, and whether a copy of it is going to be written.
        rules_file: the user's own patterns, or "".
        on_progress: told what the worker tells.
        cancel: stops all of them.

    Returns:
        As plain JSON data: one entry per text, None where its hits are not known; empty where nobody waits, or the
        texts are too short to be divided. And of how many pages a PDF is, 0 where that was not asked.

    Raises:
        RedactorError: as ``Worker.ask`` of the worker that reads. Other workers' errors only leave their texts open.
    """
    most = min(MAX_PROCESSES, available_cores(), 1 + pool.spare("verify"))
    if most < 2:
        return [], 0
    with _Finding(pool, rules_file, cancel, most - 1) as finding:
        told = worker.ask("texts", reading, on_progress, cancel, on_part=finding.offer)
        read = wire.decode(told.untrusted, TextsRead)
        finding.share(read.rows, worker, on_progress)
    found = finding.found
    return [found.get(text) for text in read.rows] if found else [], read.pages


class _Finding:
    """Texts that wait to be looked at, verifiers that look at them, and what they found.

    A text's hits are kept by the text itself: what a page says by itself is told again if it turns out to be read below
    another page's rows.
    """

    def __init__(self, pool: Pool, rules_file: str, cancel: CancelToken | None, most: int) -> None:
        self.found: dict[LabelledRow, Any] = {}
        self._pool = pool
        self._rules_file = rules_file
        self._cancel = cancel
        self._most = most
        self._offered: set[LabelledRow] = set()
        self._waiting: deque[LabelledRow] = deque()
        self._chars = 0
        """Of what waits."""
        self._looking = 0
        self._lock = Lock()
        self._threads = ThreadPoolExecutor(most, thread_name_prefix="find")
        self._verifiers: list[Future[None]] = []

    def __enter__(self) -> _Finding:
        return self

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._waiting.clear()  # after an error nobody needs to look any more
            self._chars = 0
        self._threads.shutdown()

    def offer(self, untrusted: Any) -> None:
        """Have verifiers look at texts that were read just now; a few short ones wait for more."""
        texts = wire.decode(untrusted, tuple[LabelledRow, ...])
        self._hand_over([text for text in dict.fromkeys(texts) if text not in self._offered])

    def share(self, texts: Sequence[LabelledRow], worker: Worker, on_progress: OnProgress | None) -> None:
        """Look at the rest of all texts together with the worker that has read them, if they are worth it."""
        rest = [text for text in dict.fromkeys(texts) if text not in self._offered]
        if sum(map(_length, rest)) >= CHARS_WORTH_ANOTHER:
            self._hand_over(rest)
        while self._verifiers and (waiting := self._next(least=1)):
            self._ask(worker, waiting, on_progress)
        for verifier in self._verifiers:
            verifier.result()

    def _hand_over(self, texts: Sequence[LabelledRow]) -> None:
        with self._lock:
            self._offered.update(texts)
            self._waiting.extend(texts)
            self._chars += sum(map(_length, texts))
            more = max(min(self._chars // CHARS_WORTH_A_QUESTION, self._most - self._looking), 0)
            self._looking += more
        self._verifiers += [self._threads.submit(self._look) for _ in range(more)]

    def _next(self, least: int = CHARS_WORTH_A_QUESTION) -> list[LabelledRow]:
        """Some of the texts that wait: few of few, so that all workers are done at the same time.

        None where fewer characters than ``least`` wait.
        """
        with self._lock:
            if self._chars < least:
                return []
            enough = max(CHARS_WORTH_A_QUESTION, self._chars // (2 * (self._most + 1)))
            texts: list[LabelledRow] = []
            size = 0
            while self._waiting and size < enough:
                texts.append(self._waiting.popleft())
                size += _length(texts[-1])
            self._chars -= size
            return texts

    def _look(self) -> None:
        """Ask one verifier about what waits; other files may have it while nothing does."""
        try:
            with self._pool.borrow("verify") as verifier:
                while texts := self._next():
                    self._ask(verifier, texts, None)
        except Cancelled:
            raise
        except RedactorError:
            self._most -= 1  # the worker that reads finds there, too, or tells why it cannot
        finally:
            with self._lock:
                self._looking -= 1

    def _ask(self, one: Worker, texts: list[LabelledRow], on_progress: OnProgress | None) -> None:
        params = {"texts": texts, "rules_file": self._rules_file}
        hits = one.ask("hits", params, on_progress, self._cancel).untrusted
        if isinstance(hits, list) and len(hits) == len(texts):
            self.found.update(zip(texts, hits, strict=True))


def _length(row: LabelledRow) -> int:
    text, _label, above = row
    return len(text) + len(above)
