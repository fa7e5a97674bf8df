"""A whole folder: list → scan all → gather what is proved → name the copies → redact and verify each → sum up.

Every copy goes the same road as a single file (``redactor.pipeline``); what is added here is order. A run can be
killed at any point: what is verified stays, what is under way leaves nothing, and the next run goes on from there.
With the same files and the same policy the copies are the same, byte for byte, however often a run was interrupted.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from redactor import errors
from redactor.batch_copies import Copies, copy_hash
from redactor.batch_crew import Crew, Runner, make_runners
from redactor.batch_guard import guarded, twice
from redactor.batch_known import Known, gather, proved_by
from redactor.batch_names import Names, assign_names
from redactor.batch_options import BatchOptions, BatchResult, Event, Listed, Progress
from redactor.batch_pace import Estimate, choose_workers
from redactor.batch_review import Pending, Question, Review, answer, collect
from redactor.batch_sources import Source, derive_key, read_source
from redactor.batch_state import BatchState, Done, state_root
from redactor.batch_summary import NOT_REACHED, FileResult, summary_body, write_summary
from redactor.batch_walk import Entry, Listing, list_folder
from redactor.files import reachable
from redactor.isolation import CancelToken, Limits
from redactor.model import Action
from redactor.pipeline import Job
from redactor.policy import decide
from redactor.record import found_counts

__all__ = [
    "Batch",
    "BatchOptions",
    "BatchResult",
    "Event",
    "FileResult",
    "Listed",
    "Pending",
    "Progress",
    "Question",
    "Review",
]

_HOPELESS = 5
"""After so many files in a row that could not be written, the target is taken for full or gone."""

FILES_PER_WORKER = 1000
"""A file counts up to three times (found, found again, redacted). With fewer, small files would wait for new workers
most of the time; what a worker has leaked by then is bounded by its memory limit."""

_GONE = (errors.SourceMissing.code, errors.SourceUnreadable.code)
_NAMES_AT_ONCE = 500
_READ_TOLD_SECONDS = 0.2


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
        limits = Limits(
            files_per_worker=FILES_PER_WORKER, low_priority=options.low_priority, preload=False, readers=1
        )
        self._end_shared: Callable[[], None] | None = None
        if make_runner is None:
            make_runner, self._end_shared = make_runners(limits)
        self._crew = Crew(choose_workers(options.workers), make_runner)
        self._on_event = on_event or (lambda _: None)
        self._copies = Copies(options)
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
        if self._end_shared is not None:
            self._end_shared()

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
        self._copies.open()
        with self._state() as state:
            if state.unfinished:
                self._copies.remove_drafts()
            self._entries = {e.relative: e for e in listing.entries}
            for skipped in listing.skipped:
                self._results[skipped.relative] = FileResult(
                    skipped.relative, "skipped", reason=skipped.reason
                )
            sources, done = self._read_all(listing, state)
            if self._crew.cancelled:
                return self._finish()  # the key is made of all contents, and not all are known
            to_do = [s for s in sources if s.path not in done]
            self._on_event(Listed(len(to_do), len(done), listing.skipped))
            self._key = state.begin(derive_key(sources, self._copies.digest))
            self._do(to_do, sources, done, state)
            if state.answers and self._waiting and not self._crew.cancelled:
                self._answer(state.answers, state)
            self._end(state)
        return self._finish()

    def settle(self, answers: Mapping[str, Action]) -> BatchResult:
        """Put a person's answers in and export every file that has no open question left.

        Args:
            answers: by ``Question.key``.
        """
        with self._state() as state:
            state.begin(self._key)
            state.answer(answers)
            self._answer(answers, state)
            self._end(state)
        return self._finish()

    def export(self, pending: Pending) -> BatchResult:
        """Export one file with the decisions that a person made for it."""
        with self._state() as state:
            state.begin(self._key)
            self._export([pending], state)
            self._end(state)
        return self._finish()

    def job(self, pending: Pending) -> Job:
        """How a waiting file is opened, to show its pages: with its password, its target and what others prove."""
        return self._job(pending.path)

    def _answer(self, answers: Mapping[str, Action], state: BatchState) -> None:
        self._waiting = answer(self._waiting, answers)
        for path, pending in self._waiting.items():
            self._results[path] = self._open_result(pending)
        self._export([p for p in self._waiting.values() if not p.open_places], state)

    def _export(self, ready: Sequence[Pending], state: BatchState) -> None:
        self._estimate = Estimate([p.found.source.size for p in ready], scans=False)

        def work(pending: Pending, runner: Runner, cancel: CancelToken) -> FileResult:
            return guarded(pending.path, lambda: self._redact(pending, runner, cancel, state))

        for number, (pending, result) in enumerate(self._crew.each(ready, work), 1):
            if result.has_copy:
                self._waiting.pop(pending.path, None)
            self._estimate.redacted(pending.found.source.size)
            self._tell(result, state)
            self._progress("redact", number, len(ready))

    def _end(self, state: BatchState) -> None:
        """The run is over when nothing is left that the next one would have to go on with."""
        if self._status() == "finished" and not self._waiting:
            self._copies.remove_drafts()
            state.end()

    def _state(self) -> BatchState:
        root = self.options.state_dir or state_root()
        return BatchState(root, self.options.folder, self.options.output_dir)

    def _do(
        self,
        to_do: Sequence[Source],
        sources: Sequence[Source],
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
            taken=self._copies.standing(state) if self.options.only is not None else (),
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
            return guarded(
                "", lambda: twice(lambda: runner.names(bundle, known_values, self.options.policy, cancel))
            )

        spans: dict[str, Sequence[tuple[int, int]]] = {}
        for bundle, outcome in self._crew.each(bundles, work):
            if not isinstance(outcome, FileResult):
                spans.update(zip(bundle, outcome, strict=True))
        return [spans.get(name, [(0, len(name))]) for name in names]

    def _scan_all(
        self, to_do: Sequence[Source], done: Sequence[Source]
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
                        self._stop_if_hopeless(outcome)
                        self._on_event(outcome)
                else:
                    formats[source.path], values = outcome
                    proved[source.sha256] = proved.get(source.sha256, frozenset()) | values
                if tasks is to_do:
                    self._estimate.scanned(source.size)
                self._progress("scan", number, len(tasks))
        return formats, proved

    def _scan_one(
        self, source: Source, runner: Runner, cancel: CancelToken
    ) -> tuple[str, frozenset[str]] | FileResult:
        job = Job(source.entry.path, password=self.options.password, key=self._key)

        def scan() -> tuple[str, frozenset[str]]:
            found = twice(lambda: runner.scan(job, self.options.policy, None, cancel))
            return found.source.format, proved_by(found, decide(found, self.options.policy))

        return guarded(source.path, scan, source.sha256)

    def _redact_all(self, tasks: Sequence[Source], again: Mapping[str, Done], state: BatchState) -> None:
        def work(source: Source, runner: Runner, cancel: CancelToken) -> FileResult:
            return guarded(
                source.path,
                lambda: self._one(source, again.get(source.path), runner, cancel, state),
                source.sha256,
            )

        for number, (source, result) in enumerate(self._crew.each(tasks, work), 1):
            self._estimate.redacted(source.size)
            self._tell(result, state)
            self._progress("redact", number, len(tasks))

    def _one(
        self, source: Source, previous: Done | None, runner: Runner, cancel: CancelToken, state: BatchState
    ) -> FileResult:
        """Scan a file again, now with what the others prove, and write its copy."""
        policy = self.options.policy
        job = self._job(source.path)
        found = twice(lambda: runner.scan(job, policy, None, cancel))
        if found.source.sha256 != source.sha256:
            raise errors.SourceUnreadable(cause="changed")
        same_name = previous is not None and previous.output == self._output(source.path)
        if previous is not None and same_name and dict(previous.found) == found_counts(found):
            done = replace(previous, provers=self._known.provers)
            state.finish(done)
            return _unchanged(done)
        pending = Pending(source.path, found, decide(found, policy, attended=self.options.attended))
        if pending.open_places:
            self._waiting[pending.path] = pending
            return self._open_result(pending)
        return self._redact(pending, runner, cancel, state)

    def _open_result(self, pending: Pending) -> FileResult:
        gaps = len(pending.open_gaps)
        error: errors.RedactorError = errors.DecisionsOpen(open=pending.open_places)
        if gaps:
            error = errors.IncompleteScan(gaps=gaps)
        return FileResult(
            pending.path,
            "open" if self.options.attended else "refused",
            reason=error.code,
            params=error.params,
            source_sha256=pending.found.source.sha256,
            found=found_counts(pending.found),
            open=pending.open_places,
        )

    def _redact(self, pending: Pending, runner: Runner, cancel: CancelToken, state: BatchState) -> FileResult:
        output = self._output(pending.path)
        policy, ready_made = self._copies.prepare(pending, output, state)
        if ready_made:
            return self._log_done(pending, ready_made, state)
        state.start(pending.path, output)
        job = self._job(pending.path)
        record = twice(lambda: runner.redact(job, pending.found, pending.decisions, policy, None, cancel))
        self._copies.check(output)
        return self._log_done(pending, copy_hash(record.body), state)

    def _log_done(self, pending: Pending, copy_sha256: str, state: BatchState) -> FileResult:
        earlier = state.done.get(pending.path)
        done = Done(
            path=pending.path,
            source=pending.found.source.sha256,
            policy=self._copies.digest,
            output=self._output(pending.path),
            copy=copy_sha256,
            provers=self._known.provers,
            found=found_counts(pending.found),
        )
        # The copy and its record stand. If this line cannot be written, the next run finds them by the record.
        with contextlib.suppress(errors.RedactorError):
            state.finish(done)
        if earlier is not None and earlier.output != done.output:
            self._copies.remove(earlier)
        return replace(_unchanged(done), status="verified")

    def _job(self, path: str) -> Job:
        return Job(
            self._entries[path].path,
            target=reachable(self.options.output_dir / self._output(path)),
            password=self.options.password,
            key=self._key,
            known_values=self._known.values,
        )

    def _output(self, path: str) -> str:
        return self._names.copies[path]

    def _read_all(self, listing: Listing, state: BatchState) -> tuple[list[Source], dict[str, Done]]:
        """The sources that can be read, in the listing's order, and what is done of them already."""
        read: dict[str, Source] = {}
        done: dict[str, Done] = {}
        told_at = time.monotonic()

        def work(
            entry: Entry, runner: Runner, cancel: CancelToken
        ) -> tuple[Source, Done | None] | FileResult:
            def look() -> tuple[Source, Done | None]:
                source = read_source(entry, cancel)
                with contextlib.suppress(OSError):  # an old copy that cannot be read is done again
                    return source, self._copies.done_before(source, state)
                return source, None

            return guarded(entry.relative, look)

        for number, (entry, outcome) in enumerate(self._crew.each(listing.entries, work), 1):
            if isinstance(outcome, FileResult):
                self._results[entry.relative] = outcome
                self._stop_if_hopeless(outcome)
                self._on_event(outcome)
            else:
                read[entry.relative], earlier = outcome
                if earlier is not None:
                    done[entry.relative] = earlier
                    self._results[entry.relative] = _unchanged(earlier)
            if time.monotonic() - told_at > _READ_TOLD_SECONDS:
                told_at = time.monotonic()
                self._on_event(Progress("read", number, len(listing.entries), 0.0, None))
        return [read[e.relative] for e in listing.entries if e.relative in read], done

    def _outdated(self, done: Done) -> bool:
        return self.options.cross_file and done.provers != self._known.provers

    def _tell(self, result: FileResult, state: BatchState) -> None:
        self._results[result.path] = result
        if not result.has_copy:
            with contextlib.suppress(
                errors.RedactorError
            ):  # the result itself tells; the log is for the next run
                state.fail(result.path, result.reason)
        self._stop_if_hopeless(result)
        self._on_event(result)

    def _stop_if_hopeless(self, result: FileResult) -> None:
        """A full target or a folder that went away fails every file that follows: they are left for another run."""
        unwritable = result.reason in (errors.DiskFull.code, errors.TargetUnwritable.code)
        self._hopeless = self._hopeless + 1 if unwritable else 0
        gone = result.reason in _GONE and not self.options.folder.is_dir()
        if gone or self._hopeless >= _HOPELESS:
            self._stopped = True
            self._crew.cancel()

    def _progress(self, phase: str, done: int, total: int) -> None:
        estimate = self._estimate
        self._on_event(Progress(phase, done, total, estimate.share, estimate.seconds_left))

    def _status(self) -> str:
        if self._stopped:
            return "stopped"
        return "cancelled" if self._crew.cancelled else "finished"

    def _finish(self) -> BatchResult:
        status = self._status()
        for path in self._entries:
            if path not in self._results:
                self._results[path] = FileResult(path, "left", reason=NOT_REACHED)
        results = tuple(self._results[path] for path in sorted(self._results))
        if self.options.only is not None:
            return BatchResult(status, results, collect(self._waiting), None, self._known.cut)
        summary = None
        # A full or vanished target was told with the files; the summary cannot say it there either.
        with contextlib.suppress(errors.TargetUnwritable, errors.DiskFull):
            self._copies.check()
            body = summary_body(
                results,
                self._names.shown,
                status=status,
                policy_name=self.options.policy.name,
                policy_digest=self._copies.digest,
                cross_file_values=len(self._known.values) if self.options.cross_file else None,
                cross_file_cut=self._known.cut,
            )
            summary = write_summary(body, self.options.output_dir)
        return BatchResult(status, results, collect(self._waiting), summary, self._known.cut)


def _unchanged(done: Done) -> FileResult:
    return FileResult(
        done.path,
        "unchanged",
        output=done.output,
        source_sha256=done.source,
        copy_sha256=done.copy,
        found=dict(done.found),
    )
