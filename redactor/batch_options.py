"""What a batch is asked to do, and what it tells while it runs and in the end."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from redactor.batch_review import Review
from redactor.batch_summary import FileResult
from redactor.batch_walk import Skipped
from redactor.policy import Policy


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
        phase: ``read`` (contents are compared with what earlier runs did), ``scan`` or ``redact``.
        done: files done in this phase.
        total: files of this phase.
        share: of the whole work, 0 to 1; reading does not count.
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
