"""Asking verifiers about a draft, long documents in several processes at once.

Every process opens source and draft for itself and checks a stretch of pages; what concerns the file as a whole is
checked by the first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import ExitStack
from typing import Any

from redactor import wire
from redactor.isolation import CancelToken, Pool
from redactor.looking_ahead import Looking, parts_of
from redactor.model import Check, Outcome, Stage, Verdict

_ORDER = (Outcome.FAILED, Outcome.NOT_DONE, Outcome.PASSED)


def verify_draft(
    pool: Pool,
    params: dict[str, Any],
    pages: int,
    on_progress: Callable[[Stage, int, int], None] | None,
    cancel: CancelToken | None,
    looking: Sequence[Looking] = (),
) -> Verdict:
    """Have a draft checked.

    Args:
        pool: of workers.
        params: what a verifier is asked, see ``redactor.verify.base.VerifyRequest``.
        pages: of the source, or 0 where it has none.
        on_progress: told now and then, from several threads.
        cancel: stops all of them.
        looking: verifiers that looked at the source ahead: they are asked, each about its part.

    Raises:
        RedactorError: as ``Worker.ask``.
    """
    parts = len(looking) or parts_of(pages, pool.idle("verify"))
    wait([one.done for one in looking])

    def ask(part: int) -> tuple[Check, ...]:
        with ExitStack() as stack:
            worker, known = None, frozenset[str]()
            if looking and looking[part].worker.healthy:
                worker, known = looking[part].worker, looking[part].left_out()
            if worker is None:
                worker = stack.enter_context(pool.borrow("verify"))
            asked = {name: value for name, value in params.items() if name not in known}
            answer = worker.ask("verify", {**asked, "part": [part, parts]}, on_progress, cancel)
        return wire.decode(answer.untrusted, tuple[Check, ...])

    if parts == 1:
        return Verdict(ask(0))
    with ThreadPoolExecutor(parts, thread_name_prefix="verify") as threads:
        return Verdict(joined(list(threads.map(ask, range(parts)))))


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
        result.append(Check(name, outcome, sum(check.count for check in same), places))
    return tuple(result)
