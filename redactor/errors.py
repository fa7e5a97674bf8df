"""Everything that can go wrong, as types.

Each class has a stable ``code`` (the key of its sentence in ``redactor.messages``), an ``exit_code`` for scripts and
``params`` that are safe to log: counts, limits, format names; never document text, never a path::

    RedactorError                                        exit
    ├─ InternalError                                     1     our bug
    ├─ UsageError, PolicyInvalid                         2     wrong arguments, wrong policy file
    ├─ RulesInvalid, AnswersInvalid                      2     wrong file of own rules or answers
    ├─ SourceMissing, SourceUnreadable                   3
    ├─ UnsupportedFormat, CorruptDocument, EmptyFile     4
    ├─ PasswordRequired, WrongPassword                   5
    ├─ LimitExceeded, TimedOut                           6
    ├─ WorkerCrashed, WorkerMisbehaved, OutOfMemory      6     the file could not be handled safely
    ├─ TargetExists, TargetUnwritable, DiskFull          7
    ├─ VerificationFailed                                8     nothing was kept
    ├─ IncompleteScan, DecisionsOpen                     9     a gap nobody accepted; nothing was written
    ├─ FindingsPresent                                   10    only with "scan --check"
    ├─ ComponentMissing                                  11    the OCR data, a model
    ├─ SomeFailed                                        12    several inputs, at least one failed
    └─ Cancelled                                         130
"""

from __future__ import annotations

from typing import ClassVar

from redactor.model import Verdict

Param = str | int | float


class RedactorError(Exception):
    """Base of all errors the user may see. The sentence is looked up by ``code`` when it is shown."""

    code: ClassVar[str] = "internal"
    exit_code: ClassVar[int] = 1

    def __init__(self, **params: Param) -> None:
        super().__init__(self.code)
        self.params: dict[str, Param] = params


class InternalError(RedactorError):
    """A bug of ours."""


class UsageError(RedactorError):
    """Arguments that cannot be taken."""

    code = "usage"
    exit_code = 2


class PolicyInvalid(RedactorError):
    """A policy or recogniser file with a mistake. params: line, problem, fix."""

    code = "policy_invalid"
    exit_code = 2


class RulesInvalid(RedactorError):
    """A file of the user's own rules with a mistake. params: line, problem, value, fix."""

    code = "rules_invalid"
    exit_code = 2


class AnswersInvalid(RedactorError):
    """A file of answers with a mistake. params: question (its number, 1-based; 0 for the file as a whole)."""

    code = "answers_invalid"
    exit_code = 2


class SourceMissing(RedactorError):
    """The file or folder is not there."""

    code = "source_missing"
    exit_code = 3


class SourceUnreadable(RedactorError):
    """No permission, held by another program, or a read error."""

    code = "source_unreadable"
    exit_code = 3


class UnsupportedFormat(RedactorError):
    """Content that no format claims. params: looks_like (may be "")."""

    code = "unsupported_format"
    exit_code = 4


class CorruptDocument(RedactorError):
    """Damaged, truncated or contradicting itself. params: format."""

    code = "corrupt_document"
    exit_code = 4


class EmptyFile(RedactorError):
    """Zero bytes."""

    code = "empty_file"
    exit_code = 4


class PasswordRequired(RedactorError):
    """Encrypted, and no password was given."""

    code = "password_required"
    exit_code = 5


class WrongPassword(RedactorError):
    """Encrypted, and the password does not open it."""

    code = "wrong_password"
    exit_code = 5


class LimitExceeded(RedactorError):
    """Too many pages, cells, pixels or bytes. params: what, limit."""

    code = "limit_exceeded"
    exit_code = 6


class TimedOut(RedactorError):
    """A step took longer than its limit. params: seconds."""

    code = "timed_out"
    exit_code = 6


class OutOfMemory(RedactorError):
    """The file needs more memory than a worker may take. params: limit_mb."""

    code = "out_of_memory"
    exit_code = 6


class WorkerCrashed(RedactorError):
    """The worker process died over this file."""

    code = "worker_crashed"
    exit_code = 6


class WorkerMisbehaved(RedactorError):
    """The worker answered with something that is no answer."""

    code = "worker_misbehaved"
    exit_code = 6


class TargetExists(RedactorError):
    """The copy's name is taken and nobody said to overwrite."""

    code = "target_exists"
    exit_code = 7


class TargetUnwritable(RedactorError):
    """The copy or its folder cannot be written."""

    code = "target_unwritable"
    exit_code = 7


class DiskFull(RedactorError):
    """No room for the copy."""

    code = "disk_full"
    exit_code = 7


class VerificationFailed(RedactorError):
    """A check of the draft failed; the draft was deleted. params: checks (names, comma separated), pages."""

    code = "verification_failed"
    exit_code = 8
    verdict: Verdict | None = None


class IncompleteScan(RedactorError):
    """Something could not be read and nobody accepted it. params: gaps (a count)."""

    code = "incomplete_scan"
    exit_code = 9


class DecisionsOpen(RedactorError):
    """Findings that need a person, and nobody decided. params: open (a count)."""

    code = "decisions_open"
    exit_code = 9


class FindingsPresent(RedactorError):
    """``scan --check`` found personal data. params: count."""

    code = "findings_present"
    exit_code = 10


class ComponentMissing(RedactorError):
    """A part of the program is missing. params: component."""

    code = "component_missing"
    exit_code = 11


class SomeFailed(RedactorError):
    """Several inputs, at least one did not come out. params: failed, total."""

    code = "some_failed"
    exit_code = 12


class Cancelled(RedactorError):
    """The person stopped it."""

    code = "cancelled"
    exit_code = 130
