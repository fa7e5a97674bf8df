"""The child process: opens, reads, detects, renders and applies (role "document"), or checks (role "verify").

A document's worker may start workers of its own, which read the pictures of its pages (role "pictures").

Everything that parses a file runs here. Standard output carries the frames of ``redactor.wire`` and nothing else: the
real descriptor is moved out of the way first, so that a stray print of a library lands on standard error.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import importlib
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from recognizers.results import Hit
from redactor import errors, lean_imports, limits, preview_reading, wire
from redactor.checking import Report, VerifyRole, hits_in
from redactor.formats.base import (
    CarryingDocument,
    OpenDocument,
    OutputOptions,
    PagedDocument,
    PageRead,
    RasterisingDocument,
    Reading,
)
from redactor.heartbeat import Paced, cells_in, heartbeat
from redactor.isolation import Limits
from redactor.left_values import TypedValue
from redactor.model import Applied, AttachedFile, Decisions, Doubts, Embedded, Finding, Scan, Stage
from redactor.opening import detector, fingerprint, open_document
from redactor.remembered import Remembered

if TYPE_CHECKING:
    from redactor.formats.pdf.pictures_read import PicturesRead

_PICTURED = ("pdf", "image", "heic")
"""Formats whose pictures are read by ``redactor.formats.pdf.readers``."""

_CELLS_PER_BEAT = 20_000
Tell = Callable[[Any], None]
"""Sends a part of an answer ahead of it."""


def _to_nobody(_part: Any) -> None:
    pass


class DocumentRole:
    """One open document at a time, and what was read from it."""

    def __init__(self, report: Report, limits: Limits, tell: Tell = _to_nobody) -> None:
        self._report = report
        self._tell = tell
        self._limits = limits
        self._key: tuple[str, str] | None = None
        self._document: OpenDocument | None = None
        self._reading: Reading | None = None
        self._known: tuple[str, ...] = ()
        self._seen: tuple[int, int, int] | None = None
        self._told: Reading | None = None
        """What the texts come from that were told last."""
        self._soon_written = False

    def warm_up(self, *, preload: bool) -> None:
        """Load what every file needs, and with ``preload`` what a PDF needs, while nobody waits."""
        detector("")
        if preload:
            importlib.import_module("redactor.formats.pdf")

    def handle(self, verb: str, params: dict[str, Any]) -> tuple[Any, bytes | None]:
        """Answer one request."""
        if verb == "close":
            self.close()
            return None, None
        if verb == "know":
            self._known = tuple(str(v) for v in params["values"])
            return None, None
        if verb == "names":
            return _names(params, self._known), None
        if verb == "hits":
            return hits_in(params, self._report), None
        path = Path(params["path"])
        if verb in ("scan", "texts") and self._seen != fingerprint(path):
            self.close()  # another file stands there now, or none; only a scan looks at it anew
        document = self._open(path, params.get("password", ""))
        if verb == "scan":
            return self._scan(document, params)
        if verb == "texts":
            return self._texts(document, params), None
        if verb == "apply":
            return self._apply(document, params), None
        if verb == "doubts":
            return self._doubts(document, params), None
        if verb == "take_out":
            return self._take_out(document, params), None
        if verb == "render":
            page = document.render(int(params["page"]), float(params["scale"]))
            return {"width": page.width, "height": page.height}, page.rgb
        if verb == "words":
            return preview_reading.words_of(self._read(document))
        if verb == "parts":
            return preview_reading.hidden_texts_of(self._read(document)), None
        if verb == "find":
            return preview_reading.cells_with(self._read(document), params["query"]), None
        if verb == "grid":
            first, count = int(params["first"]), int(params["count"])
            return preview_reading.block_of(
                document, self._read(document), params["sheet"], first, count
            ), None
        raise errors.WorkerMisbehaved

    def go_on(self) -> None:
        """Get ready for what will be asked next, while the answer is looked at."""
        soon, self._soon_written = self._soon_written, False
        if soon and self._document is not None and self._document.info.format == "pdf":
            paged: RasterisingDocument = self._document  # type: ignore[assignment]
            with contextlib.suppress(MemoryError):  # told by the writing itself, which has an answer
                paged.get_ready()

    def close(self) -> None:
        """Let go of the document."""
        if self._document is not None:
            self._document.close()
        self._key = self._document = self._reading = self._told = None

    def _open(self, path: Path, password: str) -> OpenDocument:
        # Compared without keeping the password in the clear beside the document.
        key = (str(path), hashlib.sha256(password.encode()).hexdigest())
        if self._document is None or key != self._key:
            self.close()
            self._report(Stage.OPEN, 0, 1)
            self._seen = fingerprint(path)
            self._document = open_document(path, password)
            self._key = key
        return self._document

    def _read(
        self, document: OpenDocument, pictures: PicturesRead | None = None, page_read: PageRead | None = None
    ) -> Reading:
        if self._reading is None:

            def progress(done: int, total: int) -> None:
                self._report(Stage.READ, done, total)

            if document.info.format in _PICTURED:
                from redactor.formats.pdf.readers import reading_with

                if document.info.format == "pdf":
                    paged: PagedDocument = document  # type: ignore[assignment]
                    with reading_with(self._limits, pictures):
                        self._reading = paged.read(progress, page_read)
                else:
                    with reading_with(None, pictures):
                        self._reading = document.read(progress)
            else:
                self._reading = document.read(progress)
        return self._reading

    def _scan(self, document: OpenDocument, params: dict[str, Any]) -> tuple[Any, bytes | None]:
        from redactor.detect import find, hits_of, rows_of

        remembered = Remembered.from_bytes(params.get("attachment", b"")) if params.get("remember") else None
        pictured = remembered is not None and document.info.format in _PICTURED
        reading = self._read(document, remembered.read_pictures() if remembered and pictured else None)
        found = detector(params.get("rules_file", ""))

        def progress(done: int, total: int) -> None:
            self._report(Stage.DETECT, done, total)

        if remembered is not None:
            hits: Sequence[tuple[Hit, ...] | None] = remembered.texts.hits_in(
                rows_of(reading.texts),
                params.get("rules_file", ""),
                lambda rows: hits_of(rows, found, progress),
            )
        else:
            told = params.get("hits", ()) if reading is self._told else ()
            hits = wire.decode(told, tuple[tuple[Hit, ...] | None, ...])
        scan = find(
            document.info,
            reading,
            found,
            stem=params.get("stem", ""),
            key=bytes.fromhex(params["key"]),
            known_values=self._known,
            columns=tuple(params.get("columns", ())),
            progress=progress,
            hits_known=hits,
            left_nowhere=wire.decode(params.get("left_nowhere", ()), tuple[TypedValue, ...]),
        )
        self._soon_written = bool(params.get("writing"))
        return wire.encode(scan, Scan), remembered.to_bytes() if remembered else None

    def _texts(self, document: OpenDocument, params: dict[str, Any]) -> Any:
        """The texts that a scan will look at, so that others can find in some of them.

        A PDF's pages are told one by one, too, as they are read.
        """
        from redactor.detect import rows_of

        self._told = self._read(document, page_read=lambda texts: self._tell(rows_of(texts)))
        self._soon_written = bool(params.get("writing"))
        return {"rows": rows_of(self._told.texts), "pages": document.info.pdf_pages}

    @staticmethod
    def _take_out(document: OpenDocument, params: dict[str, Any]) -> Any:
        carrying: CarryingDocument = document  # type: ignore[assignment]
        try:
            files = carrying.take_out(Path(params["folder"]))
        except OSError as error:
            from redactor.files import target_error

            raise target_error(error) from None
        return wire.encode(files, tuple[AttachedFile, ...])

    def _apply(self, document: OpenDocument, params: dict[str, Any]) -> Any:
        from redactor.edits import make_edits

        reading = self._read(document)  # a format may need what it read to find its places again
        scan = wire.decode(params["scan"], Scan)
        decisions = wire.decode(params["decisions"], Decisions)
        embedded = wire.decode(params.get("embedded", []), tuple[Embedded, ...])
        options = OutputOptions(**params["options"], embedded=embedded)
        paged = bool(scan.source.page_sizes)
        edits = make_edits(scan, decisions, key=bytes.fromhex(params["key"]), paged=paged)
        covered = [g for g in scan.gaps if g.id in decisions.covered_gaps]
        draft = Path(params["draft"])
        rasterise = frozenset(int(p) for p in params.get("rasterise", ()))

        def progress(done: int, total: int) -> None:
            self._report(Stage.REDACT, done, total)

        try:
            with heartbeat(lambda: progress(0, 1), cells_in(reading.tables) // _CELLS_PER_BEAT):
                if rasterise:
                    paged_document: RasterisingDocument = document  # type: ignore[assignment]
                    applied = paged_document.apply(
                        edits, covered, options, draft, progress, rasterise=rasterise
                    )
                else:
                    applied = document.apply(edits, covered, options, draft, progress)
        except OSError as error:
            from redactor.files import target_error

            raise target_error(error) from None
        return wire.encode(applied, Applied)

    def _doubts(self, document: OpenDocument, params: dict[str, Any]) -> Any:
        paged: RasterisingDocument = document  # type: ignore[assignment]
        doubts = paged.doubts(
            Path(params["draft"]), lambda done, total: self._report(Stage.VERIFY, done, total)
        )
        return wire.encode(doubts, Doubts)


def _names(params: dict[str, Any], known_values: tuple[str, ...]) -> Any:
    """Personal data in names of files and folders, a tuple of findings for each name."""
    from redactor.detect import find_in_names

    found = find_in_names(
        [str(n) for n in params["names"]],
        detector(params.get("rules_file", "")),
        known_values=known_values,
    )
    return wire.encode(found, tuple[tuple[Finding, ...], ...])


_LARGE_PICTURE = 5_000_000
"""Pixels: an A4 page at 200 dpi has 3.9 million."""


class PicturesRole:
    """Reads single pictures; knows nothing of documents."""

    def warm_up(self, *, preload: bool) -> None:
        """Load what the first picture will need: it is on its way."""
        importlib.import_module("redactor.formats.pdf.pictures")

    def go_on(self) -> None:
        """See ``DocumentRole``: there is nothing to get ready."""

    def handle(self, verb: str, params: dict[str, Any]) -> tuple[Any, bytes | None]:
        """Answer one request: the size of a picture in RGB or gray, and its pixels."""
        from redactor.formats.pdf.images import picture_of
        from redactor.formats.pdf.pictures import PixelReading, read_pixels

        if verb != "read":
            raise errors.WorkerMisbehaved
        size = (int(params["width"]), int(params["height"]))
        image = picture_of(params.pop("attachment"), size)
        try:
            return wire.encode(read_pixels(image), PixelReading), None
        finally:
            if size[0] * size[1] > _LARGE_PICTURE:
                del image
                limits.give_back_memory()


def run(arguments: list[str]) -> None:
    """Serve requests until standard input ends.

    Arguments: role, memory limit in MiB, priority, what to load ahead, how many processes may read pictures.
    """
    role_name, memory_mb, priority, ahead, readers = arguments
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    limits.limit_memory(int(memory_mb))
    if priority == "low":
        limits.lower_priority()
    lean_imports.install()
    # Numpy's threads are of no use: files and pages are read in processes, one for each core.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

    one_at_a_time = threading.Lock()

    def tell_progress(stage: Stage, done: int, total: int) -> None:
        with one_at_a_time:  # signs of life come from a thread of their own
            wire.write_frame(output, {"progress": [str(stage), done, total]})

    report = Paced(tell_progress)

    def tell(part: Any) -> None:
        with one_at_a_time:
            wire.write_frame(output, {"part": part})

    picture_limits = Limits(
        memory_mb=int(memory_mb), low_priority=priority == "low", preload=False, readers=int(readers)
    )
    role: DocumentRole | VerifyRole | PicturesRole
    if role_name == "document":
        role = DocumentRole(report, picture_limits, tell)
    else:
        role = PicturesRole() if role_name == "pictures" else VerifyRole(report)
    # What is loaded stays: looking through it for garbage costs a fifth of the time of loading, and afterwards a
    # twentieth of all time.
    gc.disable()
    with contextlib.suppress(ImportError):  # what is missing is told when it is needed, as ComponentMissing
        role.warm_up(preload=ahead == "preload")
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
    gc.enable()
    limits.use_large_pages()
    source: BinaryIO = sys.stdin.buffer
    while (frame := wire.read_frame(source)) is not None:
        report.begin()
        message = wire.parse_message(frame[1])
        params = message["params"]
        if message.get("attachment"):
            params.update(_attached(source))
        try:
            result, attachment = role.handle(str(message["verb"]), params)
        except errors.RedactorError as error:
            wire.write_frame(output, {"error": {"code": error.code, "params": error.params}})
        except MemoryError:
            # The interpreter may be beyond recovery: tell it and go, the parent starts a fresh worker.
            wire.write_frame(
                output, {"error": {"code": "out_of_memory", "params": {"limit_mb": int(memory_mb)}}}
            )
            return
        except ImportError as error:
            missing = {"component": str(error.name or "")}
            wire.write_frame(output, {"error": {"code": "component_missing", "params": missing}})
        except BrokenPipeError:
            return
        except Exception as error:  # noqa: BLE001 - the one place that catches all: the parent must get an answer
            # Only the exception's type and place cross the border: its text may hold document text.
            wire.write_frame(output, {"error": {"code": "internal", "params": _where(error)}})
        else:
            wire.write_frame(output, {"result": result, "attachment": attachment is not None}, attachment)
        # What fails ahead of its time fails again, and is told, when it is asked for.
        with contextlib.suppress(Exception):
            role.go_on()


def _attached(source: BinaryIO) -> dict[str, bytes]:
    """The raw bytes that follow a request, kept nowhere else: they may be a picture of many megabytes."""
    frame = wire.read_frame(source)
    return {} if frame is None else {"attachment": frame[1]}


def _where(error: BaseException) -> dict[str, str | int]:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return {"kind": type(error).__name__}
    module = trace.tb_frame.f_globals.get("__name__", "")
    return {"kind": type(error).__name__, "module": str(module), "at_line": trace.tb_lineno}
