"""Asking verifiers about a draft, long documents in several processes at once.

Every process opens source and draft for itself and checks a stretch of pages; what concerns the file as a whole is
checked by the first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from redactor import wire
from redactor.isolation import CancelToken, Pool
from redactor.limits import available_cores
from redactor.model import Check, Outcome, Stage, Verdict

PAGES_WORTH_A_PROCESS = 60
"""A verifier that must be started first costs about as much time as this many pages of text."""

PAGES_WORTH_A_QUESTION = 4
"""Fewer pages than these are not handed to one more verifier, though it waits."""

MAX_PROCESSES = 4

_ORDER = (Outcome.FAILED, Outcome.NOT_DONE, Outcome.PASSED)
_MAX_PLACES = 100


def prepare(pool: Pool, pages: int) -> None:
    """Have verifiers start that a long document is worth, so that they are ready when its copy is written."""
    pool.have("verify", min(_most(), 1 + pages // PAGES_WORTH_A_PROCESS))


def verify_draft(
    pool: Pool,
    params: dict[str, Any],
    pages: int,
    on_progress: Callable[[Stage, int, int], None] | None,
    cancel: CancelToken | None,
) -> Verdict:
    """Have a draft checked.

    Args:
        pool: of workers.
        params: what a verifier is asked, see ``redactor.verify.base.VerifyRequest``.
        pages: of the source, or 0 where it has none.
        on_progress: told now and then, from several threads.
        cancel: stops all of them.

    Raises:
        RedactorError: as ``Worker.ask``.
    """
    parts = max(1, min(_most(), pool.idle("verify"), pages // PAGES_WORTH_A_QUESTION))

    def ask(part: int) -> tuple[Check, ...]:
        with pool.borrow("verify") as worker:
            answer = worker.ask("verify", {**params, "part": [part, parts]}, on_progress, cancel)
        return wire.decode(answer.untrusted, tuple[Check, ...])

    if parts == 1:
        return Verdict(ask(0))
    with ThreadPoolExecutor(parts, thread_name_prefix="verify") as threads:
        return Verdict(joined(list(threads.map(ask, range(parts)))))


def _most() -> int:
    return min(MAX_PROCESSES, available_cores())


def joined(answers: Sequence[tuple[Check, ...]]) -> tuple[Check, ...]:
    """What several verifiers said as one: the worst of each check. One that some of them left out was not done."""
    names = dict.fromkeys(check.name for answer in answers for check in answer)
    result = []
    for name in names:
        same = [check for answer in answers for check in answer if check.name == name]
        outcomes = {check.outcome for check in same}
        if len(same) < len(answers):
            outcomes.add(Outcome.NOT_DONE)
        outcome = next(o for o in _ORDER if o in outcomes)
        places = tuple(place for check in same for place in check.places)
        result.append(Check(name, outcome, sum(check.count for check in same), places[:_MAX_PLACES]))
    return tuple(result)
