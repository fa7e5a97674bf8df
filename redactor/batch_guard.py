"""One file never stops the rest: whatever goes wrong with it is its result."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from redactor import errors
from redactor.batch_summary import FileResult
from redactor.files import source_error

T = TypeVar("T")

_REFUSED = (errors.IncompleteScan, errors.DecisionsOpen, errors.VerificationFailed)


def guarded(path: str, work: Callable[[], T], sha256: str = "") -> T | FileResult:
    """What ``work`` gives, or how the file failed.

    Args:
        path: of the source, relative.
        work: may raise anything.
        sha256: of the source, if it is known.

    Raises:
        Cancelled: nothing else.
    """
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
    status = "refused" if isinstance(problem, _REFUSED) else "failed"
    return FileResult(path, status, reason=problem.code, params=problem.params, source_sha256=sha256)


def twice(work: Callable[[], T]) -> T:
    """Once more after a worker died: another program's memory hunger is not the file's fault."""
    try:
        return work()
    except (errors.WorkerCrashed, errors.OutOfMemory):
        return work()
