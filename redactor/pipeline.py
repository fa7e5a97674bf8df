"""The program as one road: open → scan → decide → redact → verify → record.

Runs in the parent process and parses nothing: files are opened by workers. The window stands between ``scan`` and
``redact`` with a person; ``redact_file`` puts a policy there. ``redact_file`` is a plain function of paths and data, so
that any executor can run it.
"""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from redactor import errors, wire
from redactor.attached import (
    AttachedCopy,
    as_planned,
    has_attachments,
    private_folder,
    redact_all,
    values_to_find,
    with_attachments,
)
from redactor.drafting import Drafting, told_of
from redactor.errors import RedactorError
from redactor.files import check_source, copy_name, publish, sha256_of, staged
from redactor.gaps_left import gaps_left, hidden_by
from redactor.isolation import CancelToken, Limits, Pool, Worker, WorkerPool
from redactor.looking_ahead import LookingAhead
from redactor.model import (
    Action,
    AttachedFile,
    Decisions,
    Outcome,
    PartPlace,
    Scan,
    Stage,
)
from redactor.picture_memory import PictureMemory
from redactor.policy import Policy, decide, enforce, load
from redactor.record import Record, build_body, write_record
from redactor.shared_finding import hits_found_apart

OnProgress = Callable[[Stage, int, int], None]

FILE_NAME = "file.name"
"""``PartPlace.part`` of personal data in the file's own name."""


@dataclass(frozen=True, slots=True)
class Job:
    """One input and what to do with it.

    Attributes:
        source: the input.
        target: full path of the copy; None to name it by the policy, in ``output_dir`` or beside the source.
        output_dir: folder for the copy when ``target`` is None; made if missing.
        password: opens the source; "" for none.
        key: secret of the job (32 bytes): equal values get equal pseudonyms under it. Not kept anywhere.
        known_values: values proved elsewhere in the job, to be searched for in this file too.
        left_nowhere: values of this file, with their types, that a first copy still held: they are found in whatever
            spelling a verifier reads.
        depth: 0 for a file by itself, 1 for one that was attached to another, and so on.
    """

    source: Path
    target: Path | None = None
    output_dir: Path | None = None
    password: str = field(default="", repr=False)
    key: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)
    known_values: tuple[str, ...] = field(default=(), repr=False)
    left_nowhere: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    depth: int = 0


def scan(
    job: Job,
    policy: Policy,
    pool: Pool,
    on_progress: OnProgress | None = None,
    cancel: CancelToken | None = None,
    memory: PictureMemory | None = None,
) -> Scan:
    """Read a file and find what is personal in it. Writes nothing.

    With a ``memory``, pictures that were read before are not read again, nor are texts looked at that were before.

    Raises:
        RedactorError: anything that keeps the file from being read.
    """
    check_source(job.source)
    with pool.borrow("document") as worker:
        return _scan(worker, job, policy, pool, on_progress, cancel, memory)


def redact(
    job: Job,
    found: Scan,
    decisions: Decisions,
    policy: Policy,
    pool: Pool,
    on_progress: OnProgress | None = None,
    cancel: CancelToken | None = None,
) -> Record:
    """Write the redacted, verified copy and its record.

    Raises:
        RedactorError: there is no copy then, and no draft either.
    """
    with pool.borrow("document") as worker, LookingAhead(pool, _source_of(job), cancel) as ahead:
        return _redact(worker, job, found, decisions, policy, pool, ahead, on_progress, cancel)


def run(
    job: Job,
    policy: Policy,
    pool: Pool,
    on_progress: OnProgress | None = None,
    cancel: CancelToken | None = None,
) -> Record:
    """The whole road without a person. Never raises a ``RedactorError``: what went wrong is in the record."""
    found: Scan | None = None
    decisions: Decisions | None = None
    try:
        check_source(job.source)
        with pool.borrow("document") as worker:
            again: Job | None = None
            while True:
                with LookingAhead(pool, _source_of(job), cancel) as ahead:
                    found = _scan(worker, job, policy, pool, on_progress, cancel, ahead=ahead)
                    decisions = decide(found, policy)
                    try:
                        return _redact(
                            worker, job, found, decisions, policy, pool, ahead, on_progress, cancel
                        )
                    except errors.VerificationFailed as error:
                        if again is not None:
                            raise
                        again = _searched_everywhere(job, found, decisions, error)
                        if again is None:
                            raise
                # What is hidden in one place and left in another was too weak to be searched for by itself.
                job = again
    except RedactorError as error:
        return _record_of_failure(job, policy, error, found, decisions)


def redact_file(
    source: Path | str, target: Path | str | None = None, policy: Policy | str | None = None
) -> Record:
    """Redact one file by a policy: the interface for integrators.

    Starts its own workers and ends them; for many files use a ``WorkerPool`` with ``run``.

    Args:
        source: a PDF, workbook, CSV or image file; it is never written.
        target: full path of the copy, or None for ``<name>_da-che.<ext>`` beside the source. Never overwritten
            unless the policy says so.
        policy: a ``Policy``, the name of a shipped one, the path of a policy file, or None for the default.

    Returns:
        The record; ``record.status`` is ``verified`` only if a copy was written and passed every check.
    """
    chosen = policy if isinstance(policy, Policy) else load(policy)
    job = Job(Path(source), Path(target) if target is not None else None)
    with WorkerPool(Limits()) as pool:
        pool.warm("document", "verify")
        return run(job, chosen, pool)


def target_of(job: Job, found: Scan, decisions: Decisions, policy: Policy) -> Path:
    """Where the copy goes: the name asked for, or the source's, without the personal data it may hold."""
    if job.target is not None:
        return job.target
    folder = job.output_dir or job.source.parent
    stem = _redacted_stem(job.source.stem, found, decisions) if policy.output.redact_name else None
    return folder / copy_name(job.source, policy.output.suffix, found.source.format, stem)


def require_complete(found: Scan, decisions: Decisions) -> None:
    """Stop here if something was not read, or not decided.

    Raises:
        IncompleteScan: a gap that was neither covered nor accepted.
        DecisionsOpen: a finding that needs a person.
    """
    settled = {*decisions.accepted_gaps, *decisions.covered_gaps}
    gaps = sum(g.id not in settled for g in gaps_left(found, hidden_by(decisions)))
    if gaps:
        raise errors.IncompleteScan(gaps=gaps)
    decided = {d.finding for d in decisions.items if d.action is not Action.ASK}
    still_open = sum(f.id not in decided for f in found.findings)
    if still_open:
        raise errors.DecisionsOpen(open=still_open)


def tell_known(worker: Worker, values: tuple[str, ...], cancel: CancelToken | None = None) -> None:
    """Let a worker have the values to search for in all files that follow; thousands are sent once, not with each.

    Raises:
        RedactorError: as ``Worker.ask``.
    """
    if worker.told is not values and worker.told != values:
        worker.ask("know", {"values": list(values)}, cancel=cancel)
    worker.told = values


def _scan(
    worker: Worker,
    job: Job,
    policy: Policy,
    pool: Pool,
    on_progress: OnProgress | None,
    cancel: CancelToken | None,
    memory: PictureMemory | None = None,
    ahead: LookingAhead | None = None,
) -> Scan:
    """Ask for a scan; with those that look ``ahead`` when the copy is going to be asked for at once."""
    params = {
        **_opening(job),
        "stem": job.source.stem if policy.output.redact_name and job.target is None else "",
        "key": job.key.hex(),
        "rules_file": policy.rules_file,
        "columns": list(policy.columns),
        "left_nowhere": job.left_nowhere,
        "remember": memory is not None,
        "writing": ahead is not None,
    }
    tell_known(worker, job.known_values, cancel)
    if memory is None:  # what is remembered goes with a single question
        reading = {**_opening(job), "writing": ahead is not None}
        params["hits"], pages = hits_found_apart(
            pool, worker, reading, policy.rules_file, on_progress, cancel
        )
        if ahead is not None:
            ahead.begin(pages)
    file = str(job.source)
    kept = memory.of(file) if memory is not None else b""
    answer = worker.ask("scan", params, on_progress, cancel, attachment=kept or None)
    if memory is not None and answer.attachment:
        memory.keep(file, answer.attachment)
    return as_planned(wire.decode(answer.untrusted, Scan), policy)


def _redact(
    worker: Worker,
    job: Job,
    found: Scan,
    decisions: Decisions,
    policy: Policy,
    pool: Pool,
    ahead: LookingAhead,
    on_progress: OnProgress | None,
    cancel: CancelToken | None,
) -> Record:
    decisions = enforce(found, decisions, policy)
    require_complete(found, decisions)
    _must_be_as_found(job.source, found)
    target = target_of(job, found, decisions, policy)
    told = told_of(found, decisions)
    with (
        _attached_copies(worker, job, found, decisions, policy, pool, ahead, cancel) as attached,
        staged(target, overwrite=policy.output.overwrite) as draft,
    ):
        ahead.begin(found.source.pdf_pages)
        ahead.tell(told)
        embedded = tuple(e for copy in attached if (e := copy.embedded) is not None)
        drafting = Drafting(
            worker=worker,
            pool=pool,
            source=job.source,
            password=job.password,
            key=job.key,
            found=found,
            decisions=decisions,
            policy=policy,
            draft=draft,
            embedded=embedded,
            looking=ahead.verifiers,
            told=told,
            on_progress=on_progress,
            cancel=cancel,
        )
        with _change_is_told(job.source, found):
            applied, verdict = drafting.verified()
        copy_sha256 = sha256_of(draft)
        publish(draft, target, overwrite=policy.output.overwrite)
    body = build_body(
        status="verified",
        policy_name=policy.name,
        policy_digest=policy.digest(),
        scan=found,
        decisions=decisions,
        applied=replace(applied, parts=with_attachments(applied.parts, attached)) if attached else applied,
        attachments=[copy.told() for copy in attached],
        verdict=verdict,
        copy_sha256=copy_sha256,
    )
    record = Record(status="verified", source=job.source, output=target, body=body)
    with _copy_goes_with_its_record(target):
        write_record(record)
    return record


@contextlib.contextmanager
def _attached_copies(
    worker: Worker,
    job: Job,
    found: Scan,
    decisions: Decisions,
    policy: Policy,
    pool: Pool,
    ahead: LookingAhead,
    cancel: CancelToken | None,
) -> Iterator[tuple[AttachedCopy, ...]]:
    """Redacted copies of the attached files, where the policy wants them, for as long as they are needed."""
    if policy.output.attachments != "redact" or not has_attachments(found):
        yield ()
        return
    ahead.let_go()  # verifiers are needed for the attached files first
    known = values_to_find(found, decisions)

    def redact_one(path: Path, nested: Policy) -> Record:
        one = Job(path, output_dir=path.parent / "copy", key=job.key, known_values=known, depth=job.depth + 1)
        return run(one, nested, pool, cancel=cancel)

    with private_folder() as folder:
        answer = worker.ask("take_out", {**_opening(job), "folder": str(folder)}, cancel=cancel)
        files = wire.decode(answer.untrusted, tuple[AttachedFile, ...])
        copies = redact_all(files, folder, policy, job.depth, redact_one)
        if cancel is not None and cancel.cancelled:
            raise errors.Cancelled
        yield copies


def _must_be_as_found(source: Path, found: Scan) -> None:
    check_source(source)
    if sha256_of(source) != found.source.sha256:
        raise errors.SourceUnreadable(cause="changed")


@contextlib.contextmanager
def _change_is_told(source: Path, found: Scan) -> Iterator[None]:
    """A source whose place another file takes breaks workers in many ways: look before believing what they say."""
    try:
        yield
    except errors.Cancelled:
        raise
    except RedactorError:
        _must_be_as_found(source, found)
        raise


@contextlib.contextmanager
def _copy_goes_with_its_record(target: Path) -> Iterator[None]:
    """A copy without a record would be a file nobody can account for: it goes when the record cannot be written."""
    try:
        yield
    except RedactorError:
        target.unlink(missing_ok=True)
        raise


def _searched_everywhere(
    job: Job, found: Scan, decisions: Decisions, error: errors.VerificationFailed
) -> Job | None:
    """The job with everything that is hidden as known; None where nothing hidden was left in the text."""
    checks = error.verdict.checks if error.verdict is not None else ()
    left = any(check.name == "no_value_in_text" and check.outcome is Outcome.FAILED for check in checks)
    values = values_to_find(found, decisions)
    if not left or not values:
        return None
    known = tuple(dict.fromkeys((*job.known_values, *values)))
    typed = dict.fromkeys((f.value, str(f.entity_type)) for f in found.findings if f.value in values)
    return replace(job, known_values=known, left_nowhere=tuple(typed))


def _record_of_failure(
    job: Job, policy: Policy, error: RedactorError, found: Scan | None, decisions: Decisions | None
) -> Record:
    refused = isinstance(error, errors.IncompleteScan | errors.DecisionsOpen | errors.VerificationFailed)
    status = "refused" if refused else "failed"
    body = build_body(
        status=status,
        policy_name=policy.name,
        policy_digest=policy.digest(),
        scan=found,
        decisions=decisions,
        verdict=error.verdict if isinstance(error, errors.VerificationFailed) else None,
        reason=error.code,
    )
    return Record(
        status=status,
        source=job.source,
        output=None,
        reason=error.code,
        exit_code=error.exit_code,
        params=dict(error.params),
        body=body,
    )


def _redacted_stem(stem: str, found: Scan, decisions: Decisions) -> str | None:
    """The stem without hidden findings, or None if it holds none."""
    hide = {d.finding for d in decisions.items if d.action is Action.HIDE}
    spans = sorted(
        (p.start or 0, p.end if p.end is not None else len(stem))
        for f in found.findings
        if f.id in hide
        for p in f.places
        if isinstance(p, PartPlace) and p.part == FILE_NAME
    )
    if not spans:
        return None
    out, last = [], 0
    for start, end in spans:
        out += [stem[last:start], "xxx"]
        last = max(last, end)
    return "".join([*out, stem[last:]])


def _opening(job: Job) -> dict[str, Any]:
    return {"path": str(job.source), "password": job.password}


def _source_of(job: Job) -> dict[str, Any]:
    return {"source": str(job.source), "password": job.password}


__all__ = [
    "FILE_NAME",
    "Job",
    "decide",
    "redact",
    "redact_file",
    "require_complete",
    "run",
    "scan",
    "target_of",
]
