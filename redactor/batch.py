"""A whole folder: list → scan all → gather what is proved → name the copies → redact and verify each → sum up.

Every copy goes the same road as a single file (``redactor.pipeline``); what is added here is order. A run can be
killed at any point: what is verified stays, what is under way leaves nothing, and the next run goes on from there.
With the same files and the same policy the copies are the same, byte for byte, however often a run was interrupted.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from redactor import errors
from redactor.batch_crew import Crew, PooledRunner, Runner
from redactor.batch_known import Known, gather, proved_by
from redactor.batch_names import Names, assign_names
from redactor.batch_pace import Estimate, choose_workers
from redactor.batch_review import Pending, Review, answer, collect
from redactor.batch_state import BatchState, Done, state_root
from redactor.batch_summary import FileResult, summary_body, write_summary
from redactor.batch_walk import Entry, Listing, Skipped, list_folder
from redactor.files import remove_stale_drafts, sha256_of, source_error, target_error
from redactor.isolation import CancelToken, Limits
from redactor.model import Action, Scan
from redactor.pipeline import Job
from redactor.policy import Policy, decide
from redactor.record import Record, found_counts, record_path

T = TypeVar("T")

_HOPELESS = 5
"""After so many files in a row that could not be written, the target is taken for full or gone."""

FILES_PER_WORKER = 1000
"""A file counts up to three times (found, found again, redacted). With fewer, small files would wait for new workers
most of the time; what a worker has leaked by then is bounded by its memory limit."""

_NAMES_AT_ONCE = 500
_KEY_BYTES = 32
_KEY_PURPOSE = b"che-du-lieu batch key 1\0"


@dataclass(frozen=True, slots=True)
class BatchOptions:
    """What to do with a folder.

    Attributes:
        folder: the sources; never written.
        output_dir: for the copies, mirroring the tree; made if missing.
        policy: decides when no person does.
        include: glob patterns of files to take; empty takes all that are supported.
        exclude: glob patterns of files to leave.
        workers: how many files at once; None for as many as cores and memory allow.
        low_priority: let other programs go first.
        cross_file: search every file for what the others prove.
        attended: leave what is uncertain to a person instead of to ``policy.unattended``.
        overwrite: replace foreign files that have a copy's name.
        resume: go on from what earlier runs left; otherwise every file is done anew.
        password: opens protected sources.
        only: relative paths to take and no others, without a summary; for a watched folder.
        state_dir: where unfinished runs are remembered; None for the user's own state directory.
    """

    folder: Path
    output_dir: Path
    policy: Policy
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    workers: int | None = None
    low_priority: bool = False
    cross_file: bool = True
    attended: bool = False
    overwrite: bool = False
    resume: bool = True
    password: str = field(default="", repr=False)
    only: frozenset[str] | None = field(default=None, repr=False)
    state_dir: Path | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """The folder was read: so many files to do, so many done by earlier runs, and what is left alone."""

    to_do: int
    unchanged: int
    skipped: tuple[Skipped, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the run is.

    Attributes:
        phase: ``scan`` or ``redact``.
        done: files done in this phase.
        total: files of this phase.
        share: of the whole work, 0 to 1.
        seconds_left: estimate for the whole, or None before anything is known.
    """

    phase: str
    done: int
    total: int
    share: float
    seconds_left: float | None


Event = Listed | Progress | FileResult


@dataclass(frozen=True, slots=True)
class BatchResult:
    """How a run came out.

    Attributes:
        status: ``finished``, ``cancelled`` or ``stopped``.
        results: of all files, by relative path.
        review: what waits for a person.
        summary: path of the summary record, or None if it could not be written.
        values_cut: whether more was proved than could be searched for in all files.
    """

    status: str
    results: tuple[FileResult, ...]
    review: Review
    summary: Path | None = field(repr=False)
    values_cut: bool = False

    @property
    def not_processed(self) -> tuple[FileResult, ...]:
        """Every file without a copy, with the reason."""
        return tuple(r for r in self.results if not r.has_copy)

    @property
    def failed(self) -> int:
        """How many files that should have a copy have none."""
        return sum(r.status in ("failed", "refused", "left") for r in self.results)


@dataclass(frozen=True, slots=True)
class _Source:
    entry: Entry
    size: int
    sha256: str
    secret: bytes = field(repr=False)

    @property
    def path(self) -> str:
        return self.entry.relative


class Batch:
    """One folder. ``run`` does the work in the caller's thread; the other methods may be called from any thread."""

    def __init__(
        self,
        options: BatchOptions,
        *,
        make_runner: Callable[[], Runner] | None = None,
        on_event: Callable[[Event], None] | None = None,
    ) -> None:
        """Nothing starts yet.

        Args:
            options: what to do.
            make_runner: makes what one thread works with; by default workers of this machine.
            on_event: told what happens, in the thread that called ``run``.
        """
        self.options = options
        limits = Limits(files_per_worker=FILES_PER_WORKER, low_priority=options.low_priority, preload=False)
        self._crew = Crew(choose_workers(options.workers), make_runner or (lambda: PooledRunner(limits)))
        self._on_event = on_event or (lambda _: None)
        self._digests = _digests(options.policy)
        self._results: dict[str, FileResult] = {}
        self._waiting: dict[str, Pending] = {}
        self._entries: dict[str, Entry] = {}
        self._names = Names({}, {})
        self._known = Known()
        self._key = b""
        self._hopeless = 0
        self._stopped = False
        self._estimate = Estimate([])

    def pause(self) -> None:
        """Stop working within a second; files under way are done again after ``resume``."""
        self._crew.pause()
        self._estimate.pause()

    def resume(self) -> None:
        """Go on."""
        self._estimate.resume()
        self._crew.resume()

    def cancel(self) -> None:
        """Stop for good within a second; what is verified stays, a later run goes on from there."""
        self._crew.cancel()

    @property
    def under_way(self) -> int:
        """How many files are being worked on at this moment."""
        return self._crew.under_way

    def close(self) -> None:
        """End all workers."""
        self._crew.close()

    def __enter__(self) -> Batch:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def run(self) -> BatchResult:
        """Do the folder.

        Raises:
            SourceMissing, SourceUnreadable: the folder itself cannot be listed.
            TargetUnwritable, DiskFull: the target folder or the memory of the run cannot be written, or another
                process is at work on the same folders.
        """
        options = self.options
        listing = list_folder(
            options.folder,
            options.output_dir,
            suffix=options.policy.output.suffix,
            include=options.include,
            exclude=options.exclude,
        )
        if options.only is not None:
            listing = Listing(tuple(e for e in listing.entries if e.relative in options.only), ())
        try:
            options.output_dir.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise target_error(error) from None
        with self._state() as state:
            if state.unfinished:
                _remove_drafts(options.output_dir)
            self._entries = {e.relative: e for e in listing.entries}
            for skipped in listing.skipped:
                self._results[skipped.relative] = FileResult(
                    skipped.relative, "skipped", reason=skipped.reason
                )
            sources = self._read_sources(listing)
            done = self._already_done(sources, state)
            to_do = [s for s in sources if s.path not in done]
            self._on_event(Listed(len(to_do), len(done), listing.skipped))
            self._key = state.begin(_derive_key(sources, self._digests[0]))
            self._do(to_do, sources, done, state)
            status = self._status()
            if status == "finished" and not self._waiting:
                _remove_drafts(options.output_dir)
                state.end()
        return self._finish(status)

    def settle(self, answers: Mapping[str, Action]) -> BatchResult:
        """Put a person's answers in and export every file that has no open question left.

        Args:
            answers: by ``Question.key``.
        """
        self._waiting = {path: answer(pending, answers) for path, pending in self._waiting.items()}
        ready = [p for p in self._waiting.values() if not p.open_findings and not p.open_gaps]
        return self._export(ready)

    def export(self, pending: Pending) -> BatchResult:
        """Export one file with the decisions that a person made for it."""
        return self._export([pending])

    def _export(self, ready: Sequence[Pending]) -> BatchResult:
        with self._state() as state:
            state.begin(self._key)

            def work(pending: Pending, runner: Runner, cancel: CancelToken) -> FileResult:
                return self._guarded(pending.path, lambda: self._redact(pending, runner, cancel, state))

            for pending, result in self._crew.each(ready, work):
                if result.has_copy:
                    self._waiting.pop(pending.path, None)
                self._tell(result, state)
            status = self._status()
            if status == "finished" and not self._waiting:
                state.end()
        return self._finish(status)

    def _state(self) -> BatchState:
        root = self.options.state_dir or state_root()
        return BatchState(root, self.options.folder, self.options.output_dir)

    def _do(
        self,
        to_do: Sequence[_Source],
        sources: Sequence[_Source],
        done: Mapping[str, Done],
        state: BatchState,
    ) -> None:
        formats, proved = self._scan_all(to_do, [s for s in sources if s.path in done])
        if self._crew.cancelled:
            return
        self._known = gather(proved) if self.options.cross_file else Known()
        missing = [r.path for r in self._results.values() if not r.has_copy and r.path not in formats]
        self._names = assign_names(
            {s.path: formats.get(s.path, "") for s in sources},
            self.options.policy,
            self._find_in_names,
            self._known.values,
            kept={path: d.output for path, d in state.done.items()},
            only_shown=missing,
            taken=self._standing(state) if self.options.only is not None else (),
        )
        again = [s for s in sources if s.path in formats and s.path in done and self._outdated(done[s.path])]
        tasks = [s for s in to_do if s.path in formats] + again
        self._redact_all(tasks, {s.path: done[s.path] for s in again}, state)

    def _find_in_names(
        self, names: Sequence[str], known_values: Sequence[str]
    ) -> list[Sequence[tuple[int, int]]]:
        """Spans to blank, some names at a time; of names that could not be judged everything is blanked."""
        bundles = [tuple(names[n : n + _NAMES_AT_ONCE]) for n in range(0, len(names), _NAMES_AT_ONCE)]

        def work(
            bundle: tuple[str, ...], runner: Runner, cancel: CancelToken
        ) -> Sequence[Sequence[tuple[int, int]]] | FileResult:
            return self._guarded(
                "", lambda: _twice(lambda: runner.names(bundle, known_values, self.options.policy, cancel))
            )

        spans: dict[str, Sequence[tuple[int, int]]] = {}
        for bundle, outcome in self._crew.each(bundles, work):
            if not isinstance(outcome, FileResult):
                spans.update(zip(bundle, outcome, strict=True))
        return [spans.get(name, [(0, len(name))]) for name in names]

    def _scan_all(
        self, to_do: Sequence[_Source], done: Sequence[_Source]
    ) -> tuple[dict[str, str], dict[str, frozenset[str]]]:
        """Format by path and proved values by hash, of every file that could be read."""
        self._estimate = Estimate([s.size for s in to_do])
        formats: dict[str, str] = {}
        proved: dict[str, frozenset[str]] = {}
        for tasks in (to_do, done):
            if tasks is done and not (self.options.cross_file and formats):
                break  # nothing new is known: what is done stays
            for number, (source, outcome) in enumerate(self._crew.each(tasks, self._scan_one), 1):
                if isinstance(outcome, FileResult):
                    if tasks is to_do:
                        self._results[source.path] = outcome
                        self._on_event(outcome)
                else:
                    formats[source.path], values = outcome
                    proved[source.sha256] = proved.get(source.sha256, frozenset()) | values
                if tasks is to_do:
                    self._estimate.scanned(source.size)
                self._progress("scan", number, len(tasks))
        return formats, proved

    def _scan_one(
        self, source: _Source, runner: Runner, cancel: CancelToken
    ) -> tuple[str, frozenset[str]] | FileResult:
        job = Job(source.entry.path, password=self.options.password, key=self._key)

        def scan() -> tuple[str, frozenset[str]]:
            found = _twice(lambda: runner.scan(job, self.options.policy, None, cancel))
            return found.source.format, proved_by(found, decide(found, self.options.policy))

        return self._guarded(source.path, scan, source.sha256)

    def _redact_all(self, tasks: Sequence[_Source], again: Mapping[str, Done], state: BatchState) -> None:
        def work(source: _Source, runner: Runner, cancel: CancelToken) -> FileResult:
            return self._guarded(
                source.path,
                lambda: self._one(source, again.get(source.path), runner, cancel, state),
                source.sha256,
            )

        for number, (source, result) in enumerate(self._crew.each(tasks, work), 1):
            self._estimate.redacted(source.size)
            self._tell(result, state)
            self._progress("redact", number, len(tasks))

    def _one(
        self, source: _Source, previous: Done | None, runner: Runner, cancel: CancelToken, state: BatchState
    ) -> FileResult:
        """Scan a file again, now with what the others prove, and write its copy."""
        policy = self.options.policy
        job = self._job(source.path)
        found = _twice(lambda: runner.scan(job, policy, None, cancel))
        if found.source.sha256 != source.sha256:
            raise errors.SourceUnreadable(cause="changed")
        same_name = previous is not None and previous.output == self._output(source.path)
        if previous is not None and same_name and dict(previous.found) == found_counts(found):
            done = replace(previous, provers=self._known.provers)
            state.finish(done)
            return _unchanged(done)
        pending = Pending(source.path, found, decide(found, policy, attended=self.options.attended))
        if pending.open_findings or pending.open_gaps:
            return self._leave_open(pending)
        return self._redact(pending, runner, cancel, state)

    def _leave_open(self, pending: Pending) -> FileResult:
        findings = sum(f.count for f in pending.open_findings)
        error: errors.RedactorError = errors.DecisionsOpen(open=findings)
        if pending.open_gaps:
            error = errors.IncompleteScan(gaps=pending.open_gaps)
        self._waiting[pending.path] = pending
        return FileResult(
            pending.path,
            "open" if self.options.attended else "refused",
            reason=error.code,
            params=error.params,
            source_sha256=pending.found.source.sha256,
            found=found_counts(pending.found),
            open=findings + pending.open_gaps,
        )

    def _redact(self, pending: Pending, runner: Runner, cancel: CancelToken, state: BatchState) -> FileResult:
        job = self._job(pending.path)
        assert job.target is not None
        policy, ready_made = self._prepare_target(pending.path, job.target, pending.found, state)
        if ready_made is not None:
            return self._log_done(pending, ready_made, state)
        state.start(pending.path, self._output(pending.path))
        record = _twice(lambda: runner.redact(job, pending.found, pending.decisions, policy, None, cancel))
        return self._log_done(pending, _copy_hash(record), state)

    def _prepare_target(
        self, path: str, target: Path, found: Scan, state: BatchState
    ) -> tuple[Policy, str | None]:
        """Whether the target may be written over, and the hash of the copy if it stands there finished.

        Raises:
            TargetExists: something stands there that is not ours.
        """
        policy = self.options.policy
        may_replace = _overwriting(policy, True)
        if self.options.overwrite:
            policy = may_replace
        if not target.exists():
            return policy, None
        copy_sha256 = sha256_of(target)
        if self.options.resume and self._is_copy_of(target, copy_sha256, found):
            return policy, copy_sha256  # finished, but the power went before it could be written down
        output = self._output(path)
        earlier = state.done.get(path)
        ours = earlier is not None and earlier.output == output and earlier.copy == copy_sha256
        if ours or state.started.get(path) == output:
            return may_replace, None
        if not self.options.overwrite:
            raise errors.TargetExists
        return may_replace, None

    def _is_copy_of(self, target: Path, copy_sha256: str, found: Scan) -> bool:
        body = _read_record(record_path(target))
        return (
            body.get("status") == "verified"
            and _at(body, "source", "sha256") == found.source.sha256
            and _at(body, "copy", "sha256") == copy_sha256
            and _at(body, "policy", "sha256") in self._digests
            and body.get("found") == found_counts(found)
        )

    def _log_done(self, pending: Pending, copy_sha256: str, state: BatchState) -> FileResult:
        earlier = state.done.get(pending.path)
        done = Done(
            path=pending.path,
            source=pending.found.source.sha256,
            policy=self._digests[0],
            output=self._output(pending.path),
            copy=copy_sha256,
            provers=self._known.provers,
            found=found_counts(pending.found),
        )
        # The copy and its record stand. If this line cannot be written, the next run finds them by the record.
        with contextlib.suppress(errors.RedactorError):
            state.finish(done)
        if earlier is not None and earlier.output != done.output:
            self._remove_copy(earlier)
        return replace(_unchanged(done), status="verified")

    def _remove_copy(self, done: Done) -> None:
        """An own copy that got another name meanwhile would be found twice; one that was edited is not ours."""
        old = self.options.output_dir / done.output
        with contextlib.suppress(OSError):
            if sha256_of(old) == done.copy:
                old.unlink()
                record_path(old).unlink(missing_ok=True)

    def _job(self, path: str) -> Job:
        return Job(
            self._entries[path].path,
            target=self.options.output_dir / self._output(path),
            password=self.options.password,
            key=self._key,
            known_values=self._known.values,
        )

    def _output(self, path: str) -> str:
        return self._names.copies[path]

    def _guarded(self, path: str, work: Callable[[], T], sha256: str = "") -> T | FileResult:
        """One file never stops the rest: whatever goes wrong with it is its result."""
        try:
            return work()
        except errors.Cancelled:
            raise
        except errors.RedactorError as error:
            problem = error
        except OSError as error:
            problem = source_error(error)
        except Exception as error:  # noqa: BLE001 - told by type only: the text may hold document text
            problem = errors.InternalError(kind=type(error).__name__)
        refused = isinstance(
            problem, errors.IncompleteScan | errors.DecisionsOpen | errors.VerificationFailed
        )
        status = "refused" if refused else "failed"
        return FileResult(path, status, reason=problem.code, params=problem.params, source_sha256=sha256)

    def _read_sources(self, listing: Listing) -> list[_Source]:
        sources: list[_Source] = []
        for entry in listing.entries:
            if self._crew.cancelled:
                break
            outcome = self._guarded(entry.relative, lambda entry=entry: _hash(entry))  # type: ignore[misc]
            if isinstance(outcome, FileResult):
                self._results[entry.relative] = outcome
                self._on_event(outcome)
            else:
                sources.append(outcome)
        return sources

    def _already_done(self, sources: Sequence[_Source], state: BatchState) -> dict[str, Done]:
        """Files whose source and policy are as they were, and whose copy and record still stand."""
        done: dict[str, Done] = {}
        for source in sources:
            earlier = state.done.get(source.path)
            if earlier is None or not self.options.resume:
                continue
            if earlier.source != source.sha256 or earlier.policy != self._digests[0]:
                continue
            copy = self.options.output_dir / earlier.output
            with contextlib.suppress(OSError):
                if record_path(copy).exists() and sha256_of(copy) == earlier.copy:
                    done[source.path] = earlier
                    self._results[source.path] = _unchanged(earlier)
        return done

    def _standing(self, state: BatchState) -> set[str]:
        """What stands in the target folder, relative, without copies that a killed run left unfinished."""
        root = self.options.output_dir
        files = {p.relative_to(root).as_posix() for p in root.rglob("*") if not p.is_dir()}
        return files - set(state.started.values())

    def _outdated(self, done: Done) -> bool:
        return self.options.cross_file and done.provers != self._known.provers

    def _tell(self, result: FileResult, state: BatchState) -> None:
        self._results[result.path] = result
        if not result.has_copy:
            with contextlib.suppress(
                errors.RedactorError
            ):  # the result itself tells; the log is for the next run
                state.fail(result.path, result.reason)
        unwritable = result.reason in (errors.DiskFull.code, errors.TargetUnwritable.code)
        self._hopeless = self._hopeless + 1 if unwritable else 0
        if self._hopeless >= _HOPELESS:
            self._stopped = True
            self._crew.cancel()
        self._on_event(result)

    def _progress(self, phase: str, done: int, total: int) -> None:
        estimate = self._estimate
        self._on_event(Progress(phase, done, total, estimate.share, estimate.seconds_left))

    def _status(self) -> str:
        if self._stopped:
            return "stopped"
        return "cancelled" if self._crew.cancelled else "finished"

    def _finish(self, status: str) -> BatchResult:
        for path in self._entries:
            if path not in self._results:
                self._results[path] = FileResult(path, "left", reason=errors.Cancelled.code)
        results = tuple(self._results[path] for path in sorted(self._results))
        if self.options.only is not None:
            return BatchResult(status, results, collect(self._waiting), None, self._known.cut)
        summary = None
        # A full or vanished target was told with the files; the summary cannot say it there either.
        with contextlib.suppress(errors.TargetUnwritable, errors.DiskFull):
            body = summary_body(
                results,
                self._names.shown,
                status=status,
                policy_name=self.options.policy.name,
                policy_digest=self._digests[0],
                cross_file_values=len(self._known.values) if self.options.cross_file else None,
                cross_file_cut=self._known.cut,
            )
            summary = write_summary(body, self.options.output_dir)
        return BatchResult(status, results, collect(self._waiting), summary, self._known.cut)


def _twice(work: Callable[[], T]) -> T:
    """Once more after a worker died: another program's memory hunger is not the file's fault."""
    try:
        return work()
    except (errors.WorkerCrashed, errors.OutOfMemory):
        return work()


def _hash(entry: Entry) -> _Source:
    """Read a file once, for its hash and for its part of the key.

    Raises:
        OSError: it cannot be read.
        EmptyFile: as it says.
    """
    plain, secret, size = hashlib.sha256(), hashlib.sha256(_KEY_PURPOSE), 0
    with entry.path.open("rb") as stream:
        while chunk := stream.read(1 << 20):
            plain.update(chunk)
            secret.update(chunk)
            size += len(chunk)
    if not size:
        raise errors.EmptyFile
    return _Source(entry, size, plain.hexdigest(), secret.digest())


def _derive_key(sources: Sequence[_Source], policy_digest: str) -> bytes:
    """The run's key, from the content of all files: the same for the same input and policy, and nobody's who lacks it.

    See ``docs/adr/batch-key.md``.
    """
    digest = hashlib.sha256(_KEY_PURPOSE + policy_digest.encode())
    for secret in sorted(s.secret for s in sources):
        digest.update(secret)
    return digest.digest()[:_KEY_BYTES]


def _overwriting(policy: Policy, overwrite: bool) -> Policy:
    return policy.model_copy(update={"output": policy.output.model_copy(update={"overwrite": overwrite})})


def _digests(policy: Policy) -> tuple[str, str]:
    """The digests of a policy, which overwriting an old copy does not make another."""
    return _overwriting(policy, False).digest(), _overwriting(policy, True).digest()


def _unchanged(done: Done) -> FileResult:
    return FileResult(
        done.path,
        "unchanged",
        output=done.output,
        source_sha256=done.source,
        copy_sha256=done.copy,
        found=dict(done.found),
    )


def _copy_hash(record: Record) -> str:
    return str(_at(record.body, "copy", "sha256"))


def _read_record(path: Path) -> dict[str, Any]:
    """A record as it stands on disk, or nothing if it is not there or not whole."""
    try:
        body = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return body if isinstance(body, dict) else {}


def _at(body: Mapping[str, Any], *keys: str) -> Any:
    value: Any = body
    for key in keys:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def _remove_drafts(output_dir: Path) -> None:
    """Drafts that a killed run left; the lock says that nobody is writing any now."""
    remove_stale_drafts(output_dir)
    for folder in output_dir.rglob("*"):
        if folder.is_dir() and not folder.is_symlink():
            remove_stale_drafts(folder)
