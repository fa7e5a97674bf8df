"""Finding in several processes at once: verifiers that wait for a copy have the detector loaded, too.

What a text says by itself does not depend on the others: the texts are divided among the worker that read them and
verifiers with nothing to do. What one place proves is searched in all others afterwards, by the worker that read them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import Any

from redactor import wire
from redactor.errors import Cancelled, RedactorError
from redactor.isolation import CancelToken, Pool, Worker
from redactor.limits import available_cores
from redactor.model import Stage

CHARS_WORTH_A_QUESTION = 8_000
"""Less text than this is not handed to one more process, though it waits."""

MAX_PROCESSES = 4

LabelledRow = tuple[str, str, str]
"""A text, its label, and what it is to be read below."""


def hits_found_apart(
    pool: Pool,
    worker: Worker,
    opening: dict[str, Any],
    rules_file: str,
    on_progress: Callable[[Stage, int, int], None] | None,
    cancel: CancelToken | None,
) -> list[Any]:
    """What each text of a file says by itself, for the ``scan`` that the same worker is asked for next.

    Args:
        pool: of workers.
        worker: reads the file, and finds in its share of the texts.
        opening: how the file is opened.
        rules_file: the user's own patterns, or "".
        on_progress: told what the worker tells.
        cancel: stops all of them.

    Returns:
        As plain JSON data: one entry per text, None where its hits are not known; empty where nobody waits, or the
        texts are too short to be divided.

    Raises:
        RedactorError: as ``Worker.ask`` of the worker that reads. Other workers' errors only leave their texts open.
    """
    most = min(MAX_PROCESSES, available_cores(), 1 + pool.spare("verify"))
    if most < 2:
        return []
    told = worker.ask("texts", opening, on_progress, cancel).untrusted
    texts = wire.decode(told, tuple[LabelledRow, ...])
    shares = shares_of([len(text) + len(above) for text, _, above in texts], most)
    if len(shares) < 2:
        return []

    def ask(one: Worker, share: range, on_progress: Callable[[Stage, int, int], None] | None) -> list[Any]:
        params = {"texts": [texts[index] for index in share], "rules_file": rules_file}
        hits = one.ask("hits", params, on_progress, cancel).untrusted
        if not isinstance(hits, list) or len(hits) != len(share):
            return [None] * len(share)
        return hits

    def ask_verifier(share: range) -> list[Any]:
        try:
            with pool.borrow("verify") as verifier:
                return ask(verifier, share, None)
        except Cancelled:
            raise
        except RedactorError:
            return [None] * len(share)  # the worker that reads finds there, too, or tells why it cannot

    with ExitStack() as stack:
        threads = stack.enter_context(ThreadPoolExecutor(len(shares) - 1, thread_name_prefix="find"))
        others = [threads.submit(ask_verifier, share) for share in shares[1:]]
        found = ask(worker, shares[0], on_progress)
        for other in others:
            found += other.result()
    return found


def shares_of(lengths: Sequence[int], most: int) -> list[range]:
    """Neighbouring texts put together into at most so many shares of about equal length, given the texts' lengths."""
    total = sum(lengths)
    parts = min(most, total // CHARS_WORTH_A_QUESTION, len(lengths))
    shares: list[range] = []
    start = passed = 0
    for index, length in enumerate(lengths):
        passed += length
        if passed * parts >= total * (len(shares) + 1) or index == len(lengths) - 1:
            shares.append(range(start, index + 1))
            start = index + 1
    return shares
