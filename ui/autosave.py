"""Decisions are saved by themselves, encrypted, and laid over the scan when the same file is opened again.

What is kept per file: its path, what a person decided at which place, marks, gaps, pages seen, where the view stood.
The scan itself is made anew, so that nothing stale is trusted.
"""

from __future__ import annotations

import threading
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from platformdirs import user_data_path
from PySide6.QtCore import QObject, QTimer, Signal

from recognizers.entities import EntityType
from redactor.errors import RedactorError
from redactor.model import Action, ManualMark, OperatorChoice
from ui.bridge import Bridge
from ui.controller import Controller
from ui.review import FileReview, GapChoice

if TYPE_CHECKING:
    from redactor.job_file import JobFile, KeyStore

_QUIET_MS = 1500
_KEPT_FILES = 50


def default_path() -> Path:
    """Where the job file stands."""
    return user_data_path("che-du-lieu", appauthor=False) / "job.bin"


class Autosave(QObject):
    """Saves a moment after the last change. ``available`` is None until the key store was asked."""

    told = Signal()
    loaded = Signal()

    def __init__(
        self,
        controller: Controller,
        path: Path | None = None,
        store: KeyStore | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._path = path or default_path()
        self._store = store
        self._file: JobFile | None = None
        self.available: bool | None = None
        self.saved_at: datetime | None = None
        self._kept: dict[str, dict[str, Any]] = {}
        self.last_open: list[str] = []
        self._bridge = Bridge(self._take, self)
        self._writing = threading.Lock()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_QUIET_MS)
        self._timer.timeout.connect(self.save)
        controller.changed.connect(lambda _: self.soon())
        controller.scanned.connect(self._scanned)
        controller.engine_ready.connect(self.start)

    def start(self) -> None:
        """Ask the key store, behind the window: it may show a dialog of its own."""
        threading.Thread(target=self._open, name="key-store", daemon=True).start()

    def _open(self) -> None:
        from redactor.job_file import KeyStoreMissing, open_job_file

        try:
            file = open_job_file(self._path, self._store)
        except KeyStoreMissing:
            self._bridge.post(("opened", None, None))
            return
        self._bridge.post(("opened", file, file.load()))

    def _take(self, message: tuple[str, Any, Any]) -> None:
        what, first, second = message
        if what == "opened":
            self._file, self.available = first, first is not None
            if isinstance(second, dict):
                self._kept = {k: v for k, v in dict(second.get("files", {})).items() if isinstance(v, dict)}
                self.last_open = [str(p) for p in second.get("open", []) if Path(str(p)).is_file()]
            for review in self._controller.session:
                if review.scan is not None:
                    self._scanned(review.number)
            self.loaded.emit()
        elif what == "saved":
            self.saved_at = first
        self.told.emit()

    @property
    def recent(self) -> list[Path]:
        """Files opened lately that are still there, the latest first."""
        return [p for p in (Path(k) for k in reversed(self._kept)) if p.is_file()][:12]

    def soon(self) -> None:
        """Save when nothing has changed for a moment."""
        if self._file is not None:
            self._timer.start()

    def save(self, *, wait: bool = False) -> None:
        """Save now; in a thread unless ``wait``."""
        if self._file is None:
            return
        self._timer.stop()
        for review in self._controller.session:
            if review.scan is not None:
                self._kept.pop(str(review.path), None)
                self._kept[str(review.path)] = frozen(review)
        while len(self._kept) > _KEPT_FILES:
            del self._kept[next(iter(self._kept))]
        state = {"files": dict(self._kept), "open": [str(f.path) for f in self._controller.session]}
        if wait:
            self._write(state)
        else:
            threading.Thread(target=self._write, args=(state,), name="autosave", daemon=True).start()

    def _write(self, state: dict[str, Any]) -> None:
        assert self._file is not None
        with self._writing:
            try:
                self._file.save(state)
            except RedactorError:
                return  # "saved at" keeps saying when it last worked
        self._bridge.post(("saved", datetime.now().astimezone(), None))

    def clear(self) -> None:
        """Forget all files."""
        self._kept, self.last_open = {}, []
        if self._file is not None:
            self._file.delete()
        self.told.emit()

    def _scanned(self, number: int) -> None:
        review = self._controller.session.files.get(number)
        kept = self._kept.get(str(review.path)) if review is not None else None
        if review is not None and kept is not None and not review.by_person and not review.marks:
            thaw(review, kept)
            self._controller.restored(number)
        self.soon()


def frozen(review: FileReview) -> dict[str, Any]:
    """What a person did with a file, as plain data. Holds values: only ever written encrypted."""
    assert review.scan is not None
    decided = []
    for identity in {**review.by_person, **review.types, **review.operators}:
        finding = review.findings.get(identity)
        if finding is None:
            continue
        decided.append(
            {
                "places": [asdict(p) for p in finding.places],
                "value": finding.value,
                "action": str(review.by_person.get(identity, "")),
                "type": str(review.types.get(identity, "")),
                "operator": chosen.name if (chosen := review.operators.get(identity)) else "",
            }
        )
    return {
        "sha256": review.scan.source.sha256,
        "decided": decided,
        "marks": [asdict(m) for m in review.marks.values()],
        "gaps": {k: str(v) for k, v in review.gap_choices.items()},
        "seen": sorted(review.seen),
        "position": dict(review.position),
    }


def thaw(review: FileReview, kept: dict[str, Any]) -> None:
    """Lay what was kept over a scan. Places must agree; marks, gaps and the view only if the file is the same."""
    assert review.scan is not None
    known = {(_plain([asdict(p) for p in f.places]), f.value): f.id for f in review.findings.values()}
    for item in kept.get("decided", []):
        identity = known.get((_plain(item.get("places")), item.get("value")))
        if identity is None:
            continue
        if item.get("action") in tuple(Action):
            review.by_person[identity] = Action(item["action"])
        if item.get("type") in tuple(EntityType):
            review.types[identity] = EntityType(item["type"])
        if item.get("operator"):
            review.operators[identity] = OperatorChoice(str(item["operator"]))
    review.forget_counts()
    if kept.get("sha256") != review.scan.source.sha256:
        return
    from redactor import wire

    try:
        marks = wire.decode(kept.get("marks", []), tuple[ManualMark, ...])
    except RedactorError:
        marks = ()
    review.marks = {m.id: m for m in marks}
    gaps = {g.id for g in review.scan.gaps}
    choices = kept.get("gaps", {}).items()
    review.gap_choices = {k: GapChoice(v) for k, v in choices if k in gaps and v in tuple(GapChoice)}
    review.seen = {int(p) for p in kept.get("seen", []) if 1 <= int(p) <= review.pages}
    review.position = {str(k): float(v) for k, v in kept.get("position", {}).items()}


def _plain(value: Any) -> str:
    """One spelling for the same places, whether they come from memory or from a file."""
    import json

    return json.dumps(value, sort_keys=True, ensure_ascii=False)
