"""Asking verifiers about a draft, long documents in several processes at once.

Every process opens source and draft for itself and checks a stretch of pages; what concerns the file as a whole is
checked by the first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from typing import Any

from redactor import wire
from redactor.errors import RedactorError
from redactor.isolation import CancelToken, Pool, Worker
from redactor.limits import available_cores
from redactor.model import Check, Outcome, Stage, Verdict

PAGES_WORTH_A_PROCESS = 60
"""A verifier that must be started first costs about as much time as this many pages of text."""

PAGES_WORTH_A_QUESTION = 4
"""Fewer pages than these are not handed to one more verifier, though it waits."""

MAX_PROCESSES = 4

_OF_THE_JOB = frozenset(("scan", "decisions"))

_ORDER = (Outcome.FAILED, Outcome.NOT_DONE, Outcome.PASSED)
_MAX_PLACES = 100


def prepare(pool: Pool, pages: int) -> None:
    """Have verifiers start that a long document is worth, so that they are ready when its copy is written."""
    pool.have("verify", min(_most(), 1 + pages // PAGES_WORTH_A_PROCESS))


@dataclass(slots=True)
class Looking:
    """A verifier that looks at its part of the source; when it is done, it knows what must be gone, for one check."""

    worker: Worker
    done: Future[bool]
    checked: bool = False

    def left_out(self) -> frozenset[str]:
        """What it need not be told when it is asked to check."""
        known = self.done.result() and not self.checked
        self.checked = True
        return _OF_THE_JOB if known else frozenset()

    def let_go(self) -> None:
        """Have it close a source that it was never asked to check a copy of."""
        wait([self.done])
        if self.worker.healthy and not self.checked:
            with suppress(RedactorError):  # a worker that does not answer is ended, which closes it as well
                self.worker.ask("let_go", {})


@contextmanager
def looking_ahead(
    pool: Pool, job: dict[str, Any], pages: int, cancel: CancelToken | None
) -> Iterator[Sequence[Looking]]:
    """Verifiers that look at the source of a PDF while its copy is written; they are kept until the end.

    None where other files wait for verifiers. What goes wrong is told by the check itself, which looks again.

    Args:
        pool: of workers.
        job: the source and its password, scan and decisions.
        pages: of the source.
        cancel: stops all of them.
    """
    spare = pool.spare("verify") if pages else 0
    if not spare:
        yield ()
        return
    parts = _parts(pages, spare)

    def look(worker: Worker, part: int) -> bool:
        try:
            worker.ask("look", {**job, "part": [part, parts]}, cancel=cancel)
        except RedactorError:
            return False
        return True

    with ExitStack() as stack:
        workers = [stack.enter_context(pool.borrow("verify")) for _ in range(parts)]
        threads = stack.enter_context(ThreadPoolExecutor(parts, thread_name_prefix="look"))
        looking = [Looking(worker, threads.submit(look, worker, n)) for n, worker in enumerate(workers)]
        try:
            yield looking
        finally:
            for one in looking:
                one.let_go()


def _parts(pages: int, workers: int) -> int:
    """Into how many parts a document is divided among the verifiers that wait."""
    return max(1, min(_most(), workers, pages // PAGES_WORTH_A_QUESTION))


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
    parts = len(looking) or _parts(pages, pool.idle("verify"))
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
