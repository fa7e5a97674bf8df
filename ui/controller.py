"""Between the engine's queue and the widgets: the session, the undo history, and signals when something changed.

Decides nothing: base decisions come from ``redactor.policy.decide``, whether a copy may be written is asked of
``redactor.pipeline.require_complete``.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from redactor.errors import DecisionsOpen, IncompleteScan, PasswordRequired, RedactorError, WrongPassword
from redactor.formats import SUPPORTED_SUFFIXES
from redactor.jobs import (
    Advanced,
    EngineFailed,
    EngineReady,
    Exported,
    Failed,
    JobEvent,
    JobQueue,
    JobState,
    NeedsReview,
    Started,
    Stopped,
)
from redactor.model import Action, ManualMark, Place
from ui.bridge import Bridge
from ui.own_words import OwnWords
from ui.review import Change, FileReview, GapChoice, Kind, Ref, Scope, Session

if TYPE_CHECKING:
    from redactor.policy import Policy

_PROGRESS_SECONDS = 0.08


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that cannot be taken: its kind is not supported."""

    path: Path


class _Step(QUndoCommand):
    """A named step of the history: changes, forwards and backwards."""

    def __init__(self, controller: Controller, name: str, changes: Sequence[Change]) -> None:
        super().__init__(name)
        self._controller = controller
        self._changes = tuple(changes)

    def redo(self) -> None:
        self._controller.make(self._changes)

    def undo(self) -> None:
        self._controller.make(tuple(c.reversed() for c in reversed(self._changes)))


class Controller(QObject):
    """The job as the window sees it."""

    file_added = Signal(int)
    file_changed = Signal(int)
    file_removed = Signal(int)
    scanned = Signal(int)
    exported = Signal(int)
    export_failed = Signal(int)
    password_needed = Signal(int)
    changed = Signal(object)
    engine_ready = Signal()
    engine_failed = Signal()
    policy_changed = Signal()

    def __init__(self, queue_factory: Any = JobQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = Session()
        self.undo = QUndoStack(self)
        self.own_words = OwnWords()
        self.engine_error: Any = None
        self._policy: Policy | None = None
        self._policy_name = ""
        self._last_progress: dict[int, float] = {}
        self._bridge = Bridge(self._take, self)
        self.queue: JobQueue = queue_factory(self._bridge.post, policy=lambda: self.policy)

    # --- policy -----------------------------------------------------------------------------------------------------

    @property
    def policy(self) -> Policy:
        """The policy in use; loaded when it is first needed, since that loads the engine."""
        if self._policy is None:
            from redactor.policy import load

            try:
                self._policy = load(self._policy_name or None)
            except RedactorError:  # a policy file that is gone or broken
                self._policy_name = ""
                self._policy = load(None)
        # The user's own words count where the policy does not bring rules of its own.
        if not self._policy.rules_file and self.own_words.path.exists():
            return self._policy.model_copy(update={"rules_file": str(self.own_words.path)})
        return self._policy

    @property
    def policy_name(self) -> str:
        """Name or path the policy was loaded by, "" for the default or one that was edited here."""
        return self._policy_name

    def remember_policy(self, name: str) -> None:
        """Load this policy when one is first needed."""
        self._policy_name = name

    def use_policy(self, policy: Policy | str) -> None:
        """Change the policy: base decisions are made anew, the person's stay."""
        from redactor.policy import Policy as PolicyType
        from redactor.policy import decide, load

        if isinstance(policy, PolicyType):
            self._policy = policy
        else:
            self._policy, self._policy_name = load(policy or None), policy
        for file in self.session:
            if file.scan is not None:
                file.take_policy(decide(file.effective_scan(), self._policy, attended=True).items)
                file.record = None if file.state is not JobState.DONE else file.record
                self.file_changed.emit(file.number)
        self.policy_changed.emit()

    def keep_policy(self, policy: Policy) -> None:
        """Use a policy that was edited here, and write it down as the user's own."""
        import yaml

        data = policy.model_dump(mode="json", exclude_none=True)
        data["name"] = "tùy chỉnh"
        if data.get("rules_file") == str(self.own_words.path):
            del data["rules_file"]
        path = self.own_words.path.with_name("chinh-sach.yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
        self.use_policy(str(path))

    # --- files ------------------------------------------------------------------------------------------------------

    def add(self, paths: Iterable[Path]) -> tuple[list[int], list[Refused]]:
        """Put files, and the supported files of folders, into the queue. Files that are there already are skipped."""
        numbers: list[int] = []
        refused: list[Refused] = []
        known = {f.path for f in self.session}
        for path in _expanded(paths):
            resolved = path.absolute()
            if resolved in known:
                continue
            known.add(resolved)
            if resolved.suffix.lower() not in SUPPORTED_SUFFIXES:
                refused.append(Refused(resolved))
                continue
            number = self.queue.add(resolved)
            self.session.files[number] = FileReview(number, resolved)
            numbers.append(number)
            self.file_added.emit(number)
        return numbers, refused

    def remove(self, number: int) -> None:
        """Take a file off the list; nothing on disk changes. The history forgets it."""
        self.queue.remove(number)
        if self.session.files.pop(number, None) is not None:
            self.file_removed.emit(number)

    def retry(self, number: int, password: str | None = None) -> None:
        """Scan again."""
        file = self.session.files[number]
        file.state, file.error, file.stage = JobState.WAITING, None, None
        self.queue.retry(number, password)
        self.file_changed.emit(number)

    def cancel(self, number: int) -> None:
        """Stop what is being done to a file."""
        self.queue.cancel(number)

    def blocked(self, number: int) -> DecisionsOpen | IncompleteScan | None:
        """What the engine says stands in the way of exporting a file; None if nothing does."""
        from redactor.pipeline import require_complete

        file = self.session.files[number]
        if file.scan is None:
            return None
        try:
            require_complete(file.scan, file.decisions())
        except (DecisionsOpen, IncompleteScan) as error:
            return error
        return None

    def export(self, number: int, *, policy: Policy | None = None, output_dir: Path | None = None) -> None:
        """Write, verify and record a file's copy."""
        file = self.session.files[number]
        if file.scan is None:
            return
        file.state, file.error, file.record = JobState.EXPORT_WAITING, None, None
        self.queue.export(
            number, file.effective_scan(), file.decisions(), policy or self.policy, output_dir=output_dir
        )
        self.file_changed.emit(number)

    # --- decisions --------------------------------------------------------------------------------------------------

    def push(self, name: str, changes: Sequence[Change]) -> bool:
        """Make changes as one named step of the history; False if there is nothing to change."""
        if not changes:
            return False
        self.undo.push(_Step(self, name, changes))
        return True

    def make(self, changes: Sequence[Change]) -> None:
        """Make changes and tell everyone; for the history."""
        self.session.apply(changes)
        retyped = {c.file for c in changes if c.kind is Kind.TYPE and c.file in self.session.files}
        if retyped:
            from redactor.policy import decide

            for number in retyped:
                file = self.session.files[number]
                file.take_policy(decide(file.effective_scan(), self.policy, attended=True).items)
        self.changed.emit(changes)

    def decide(self, refs: Sequence[Ref], action: Action | None, name: str) -> bool:
        """Give findings an action, or back to the policy with None."""
        return self.push(name, self.session.changes(refs, action))

    def decide_scope(self, ref: Ref, scope: Scope, action: Action, name: str) -> bool:
        """One decision, as far as its scope reaches."""
        return self.decide(self.session.reach(ref, scope), action, name)

    def add_marks(self, places: Sequence[tuple[int, Place]], name: str) -> list[tuple[int, str]]:
        """Mark places by hand; returns file and id of each mark."""
        changes, made = [], []
        for number, place in places:
            file = self.session.files[number]
            mark = ManualMark(file.new_mark_id(), place)
            changes.append(Change(number, Kind.MARK, mark.id, None, mark))
            made.append((number, mark.id))
        self.push(name, changes)
        return made

    def choose_gaps(self, number: int, gaps: Iterable[str], choice: GapChoice | None, name: str) -> bool:
        """Cover or accept gaps, or open them again."""
        file = self.session.files[number]
        steps = (file.change(Kind.GAP, gap, choice) for gap in gaps)
        return self.push(name, [s for s in steps if s is not None])

    # --- events of the queue ----------------------------------------------------------------------------------------

    def start(self) -> None:
        """Load the engine and start its workers behind the window."""
        self.queue.start()

    def close(self) -> None:
        """Stop everything."""
        self.queue.close()

    def _take(self, event: JobEvent) -> None:
        if isinstance(event, EngineReady):
            self.engine_ready.emit()
            return
        if isinstance(event, EngineFailed):
            self.engine_error = event.error
            self.engine_failed.emit()
            return
        file = self.session.files.get(event.job)
        if file is None:
            return
        if isinstance(event, Advanced):
            file.stage = (str(event.stage), event.done, event.total)
            now = time.monotonic()
            if now - self._last_progress.get(event.job, 0.0) < _PROGRESS_SECONDS and event.done < event.total:
                return
            self._last_progress[event.job] = now
        elif isinstance(event, Started):
            file.state, file.stage, file.error = event.state, None, None
        elif isinstance(event, NeedsReview):
            self._reviewed(file, event)
        elif isinstance(event, Exported):
            file.state, file.record, file.stage = JobState.DONE, event.record, None
            self.exported.emit(event.job)
        elif isinstance(event, Failed):
            self._failed(file, event)
        elif isinstance(event, Stopped):
            file.stage = None
            file.state = JobState.CANCELLED if event.during in _SCAN_STATES else JobState.REVIEW
        self.file_changed.emit(event.job)

    def _reviewed(self, file: FileReview, event: NeedsReview) -> None:
        from redactor.policy import decide

        decided = decide(event.scan, self.policy, attended=True)
        file.take_scan(event.scan, decided.items, event.words)
        file.hidden_texts = event.hidden
        file.state, file.stage, file.error, file.record = JobState.REVIEW, None, None, None
        self.scanned.emit(file.number)

    def restored(self, number: int) -> None:
        """A person's earlier decisions were laid over a scan."""
        self.file_changed.emit(number)
        self.changed.emit(())

    def _failed(self, file: FileReview, event: Failed) -> None:
        file.error, file.stage = event.error, None
        if event.during is JobState.EXPORTING:
            file.state = JobState.REVIEW
            self.export_failed.emit(file.number)
            return
        file.state = JobState.FAILED
        if isinstance(event.error, PasswordRequired | WrongPassword):
            self.password_needed.emit(file.number)


_SCAN_STATES = (JobState.WAITING, JobState.SCANNING)


def _expanded(paths: Iterable[Path]) -> Iterable[Path]:
    """Folders as the supported files below them, sorted; hidden ones and Office lock files left out."""
    for path in paths:
        if path.is_dir():
            for child in sorted(path.rglob("*")):
                hidden = child.name.startswith((".", "~$"))
                if child.is_file() and not hidden and child.suffix.lower() in SUPPORTED_SUFFIXES:
                    yield child
        else:
            yield path
