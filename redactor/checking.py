"""The worker's role "verify": drafts are checked with other engines than the ones that wrote them.

While there is nothing to check, it finds in texts that another worker read.
"""

from __future__ import annotations

import hashlib
import importlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from recognizers.results import Hit
from redactor import errors, wire
from redactor.model import Applied, Check, Decisions, Scan, Stage
from redactor.opening import detector, fingerprint, verifier
from redactor.shared_finding import LabelledRow

if TYPE_CHECKING:
    from redactor.verify.needles import Sought
    from redactor.verify.pdf_source import SourceAhead

Report = Callable[[Stage, int, int], None]
"""Tells of progress: stage, steps done, all steps."""


class VerifyRole:
    """Checks drafts with other engines than the ones that wrote them."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._ahead: tuple[object, SourceAhead] | None = None
        self._done: SourceAhead | None = None
        self._told: tuple[Scan, Decisions, Sought] | None = None

    def warm_up(self, *, preload: bool) -> None:
        """Load what every check needs, and with ``preload`` what a PDF's needs."""
        detector("")
        if preload:
            importlib.import_module("redactor.verify.pdf")

    def handle(self, verb: str, params: dict[str, Any]) -> tuple[Any, bytes | None]:
        """Answer one request."""
        from redactor.verify.base import VerifyRequest

        if verb == "look":
            self._look(params)
            return None, None
        if verb == "told":
            self._remember(params)
            return None, None
        if verb == "let_go":
            self._taken(None)
            self._told = None
            return None, None
        if verb == "hits":
            return hits_in(params, self._report), None
        if verb != "verify":
            raise errors.WorkerMisbehaved
        scan, decisions, sought = self._job(params)
        found = detector(params.get("rules_file", ""))
        self._done = self._taken(looked_at(params))
        request = VerifyRequest(
            source=Path(params["source"]),
            password=params.get("password", ""),
            draft=Path(params["draft"]),
            draft_password=params.get("draft_password", ""),
            scan=scan,
            decisions=decisions,
            applied=wire.decode(params["applied"], Applied),
            redetect=found.find,
            embedded=frozenset(map(str, params.get("embedded", ()))),
            part=wire.decode(params.get("part", [0, 1]), tuple[int, int]),
            alive=self._alive,
            ahead=self._done,
            sought=sought,
        )
        request.alive()
        checks = verifier(scan.source.format).verify(request)
        return wire.encode(checks, tuple[Check, ...]), None

    def go_on(self) -> None:
        """Let go of the source that was compared, while the answer is looked at."""
        if self._done is not None:
            self._done.close()
            self._done = None

    def _job(self, params: dict[str, Any]) -> tuple[Scan, Decisions, Sought | None]:
        """Scan and decisions of a request: its own, or those that were told ahead."""
        told, self._told = self._told, None
        if "scan" in params:
            return wire.decode(params["scan"], Scan), wire.decode(params["decisions"], Decisions), None
        if told is None:
            raise errors.WorkerMisbehaved
        return told

    def _look(self, params: dict[str, Any]) -> None:
        """Look at one part of a PDF, whose draft is going to be asked about."""
        from redactor.verify.pdf_source import look_ahead

        asked = looked_at(params)
        self._taken(None)
        self._told = None
        part = wire.decode(params["part"], tuple[int, int])
        ahead = look_ahead(Path(params["source"]), params.get("password", ""), part, self._alive)
        self._ahead = None if ahead is None else (asked, ahead)

    def _remember(self, params: dict[str, Any]) -> None:
        """Get ready for what must be gone from a draft that is going to be asked about."""
        from redactor.verify.needles import Sought

        scan, decisions, _ = self._job(params)
        sought = Sought(scan, decisions)
        sought.get_ready()
        self._told = scan, decisions, sought

    def _taken(self, asked: object) -> SourceAhead | None:
        """What was looked at, if that is what is asked about; else it is let go."""
        kept, self._ahead = self._ahead, None
        if kept is None:
            return None
        if kept[0] == asked:
            return kept[1]
        kept[1].close()
        return None

    def _alive(self) -> None:
        self._report(Stage.VERIFY, 0, 1)


def looked_at(params: dict[str, Any]) -> object:
    """Which part of which file; another password may open another file."""
    password = hashlib.sha256(params.get("password", "").encode()).hexdigest()
    part = tuple(params.get("part", (0, 1)))
    return params["source"], fingerprint(Path(params["source"])), password, part


def hits_in(params: dict[str, Any], report: Report) -> Any:
    """What each of some texts says by itself, whoever read them."""
    from redactor.detect import hits_of

    rows = wire.decode(params["texts"], tuple[LabelledRow, ...])
    found = hits_of(
        rows, detector(params.get("rules_file", "")), lambda done, total: report(Stage.DETECT, done, total)
    )
    return wire.encode(found, tuple[tuple[Hit, ...], ...])
