"""The types that travel: what was read, found, decided, applied and checked.

All are frozen. Everything here may cross the process border as JSON (``redactor.wire``), so fields hold only plain
values. Fields that can hold document text are left out of ``repr``; nothing here is ever logged.

Units: page areas are in points (1/72 inch), origin at the top left of the page **as displayed** (after ``/Rotate``
and cropping to the CropBox; text off the visible page has coordinates outside of it). Pages are 1-based, as people
count; rows and columns are 0-based.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from recognizers.entities import EntityType
from recognizers.results import Reason

# --- places ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in points, origin top left; refuses to be inside out."""

    x0: float
    y0: float
    x1: float
    y1: float

    def __post_init__(self) -> None:
        if not (self.x0 <= self.x1 and self.y0 <= self.y1):
            raise ValueError("rectangle is inside out or not a number")


@dataclass(frozen=True, slots=True)
class PageArea:
    """Rectangles on one page (1-based), one per line of the finding."""

    page: int
    rects: tuple[Rect, ...]
    kind: Literal["page"] = "page"


@dataclass(frozen=True, slots=True)
class CellPlace:
    """One cell, row and column 0-based; a part of its text from ``start`` to ``end``, or all of it when None."""

    sheet: str = field(repr=False)
    row: int
    column: int
    start: int | None = None
    end: int | None = None
    kind: Literal["cell"] = "cell"


@dataclass(frozen=True, slots=True)
class ColumnPlace:
    """A run of rows of one column, 0-based, both ends included; every non-empty cell counts."""

    sheet: str = field(repr=False)
    column: int
    first_row: int
    last_row: int
    header: str = field(default="", repr=False)
    share: float = 1.0
    mixed: bool = False
    kind: Literal["column"] = "column"


@dataclass(frozen=True, slots=True)
class PartPlace:
    """A place that page or grid does not show: metadata, a comment, a bookmark, an attachment, a defined name.

    Attributes:
        part: what kind of place, a stable key such as ``pdf.info``, ``pdf.annotation``, ``xlsx.comment``; its name
            for people is looked up in ``redactor.messages``.
        key: which one, as the format finds it again (``Author``, ``sheet2!B3``); may name document content.
        start: first character inside its text, or None for the whole.
        end: one past the last character, or None.
    """

    part: str
    key: str = field(default="", repr=False)
    start: int | None = None
    end: int | None = None
    kind: Literal["part"] = "part"


Place = PageArea | CellPlace | ColumnPlace | PartPlace

# --- what a file is and holds ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """The file that was opened. No path: paths belong to the job.

    Attributes:
        sha256: of the source's bytes, lower-case hex.
        size: in bytes.
        format: ``pdf``, ``xlsx``, ``csv``, ``image`` …: a key of ``redactor.formats.TABLE``.
        pages: number of pages, or of sheets, or 1.
        page_sizes: width and height in points of each page as displayed; empty for tables.
        sheets: sheet titles in order; empty for pages.
    """

    sha256: str
    size: int
    format: str
    pages: int
    page_sizes: tuple[tuple[float, float], ...] = ()
    sheets: tuple[str, ...] = field(default=(), repr=False)

    @property
    def pdf_pages(self) -> int:
        """Number of pages of a PDF; 0 of anything else."""
        return len(self.page_sizes) if self.format == "pdf" else 0


class GapReason(StrEnum):
    """Why something could not be read or judged."""

    IMAGE_UNREADABLE = "image_unreadable"
    UNMAPPED_FONT = "unmapped_font"
    TEXT_DIFFERS = "text_differs"
    CODE_UNREAD = "code_unread"
    IMAGE_UNJUDGED = "image_unjudged"
    EMBEDDED_FILE = "embedded_file"
    ENCRYPTED_PART = "encrypted_part"
    PART_UNREADABLE = "part_unreadable"
    LIMIT = "limit"
    TIMEOUT = "timeout"


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that could not be read. It blocks the output until it is covered, removed or acknowledged.

    ``id`` is stable for the same file, so that an acknowledgement made once still fits after a re-scan.
    """

    id: str
    reason: GapReason
    place: Place


class Treatment(StrEnum):
    """What the copy will do, or has done, with a part."""

    KEPT = "kept"
    REDACTED = "redacted"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class HiddenPart:
    """One kind of thing the file holds that page or grid does not show: a line of the X-ray and of the record.

    Attributes:
        part: key as in ``PartPlace.part``.
        count: how many of them.
        treatment: what happens to them in the copy.
        where: sheet or page, for the person ("trang 3", a sheet's title); may name document content.
    """

    part: str
    count: int
    treatment: Treatment
    where: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file that was attached to a document and taken out of it.

    Attributes:
        name: its own name, fit for a disk; personal data.
        path: where it was written; "" if it could not be unpacked.
    """

    name: str = field(repr=False)
    path: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Embedded:
    """A redacted and verified copy of an attached file, to be put back.

    Attributes:
        name: under which it is attached.
        path: where the copy is.
        sha256: of the copy, by which verification knows it again.
    """

    name: str = field(repr=False)
    path: str = field(repr=False)
    sha256: str


@dataclass(frozen=True, slots=True)
class SignatureInfo:
    """A digital signature of the source, looked at before it is removed. Times are ISO 8601.

    ``signer`` is personal data: for the screen, never for the record.
    """

    signer: str = field(repr=False)
    time: str
    valid: bool | None
    detail: str = ""


# --- findings -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Personal data found at one place.

    Attributes:
        id: stable for the same file and rules ("f12").
        entity_type: what it is.
        score: 0 to 1, see ``recognizers.results.Hit``.
        reason: why it was found.
        places: where; several when a value runs over lines or pages.
        value: what was read there, NFC; empty for a column.
        keep: a reason code when keeping it is proposed, else "".
        person: id of the person it belongs to ("p3"), or "".
        group: the same for all equal values of the job, and saying nothing about the value; "" for columns.
        count: how many occurrences it stands for: 1, or the cells of a column.
    """

    id: str
    entity_type: EntityType
    score: float
    reason: Reason
    places: tuple[Place, ...]
    value: str = field(default="", repr=False)
    keep: str = ""
    person: str = ""
    group: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the job: findings that belong together. ``name`` is the fullest spelling seen, or ""."""

    id: str
    name: str = field(repr=False)
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scan:
    """Everything known about a file after reading and detecting.

    ``proved`` holds the values that the file is certain of, cells of whole columns and parts of codes too: what a batch
    searches its other files for.
    """

    source: SourceInfo
    findings: tuple[Finding, ...]
    gaps: tuple[Gap, ...] = ()
    hidden_parts: tuple[HiddenPart, ...] = ()
    people: tuple[Person, ...] = ()
    signatures: tuple[SignatureInfo, ...] = ()
    proved: tuple[str, ...] = field(default=(), repr=False)


# --- decisions ------------------------------------------------------------------------------------------------------


class Action(StrEnum):
    """What to do with a finding. ASK is a decision still open."""

    HIDE = "hide"
    KEEP = "keep"
    ASK = "ask"


class DecidedBy(StrEnum):
    """Who decided. MANDATORY is a rule that no person may set aside."""

    RULE = "rule"
    MANDATORY = "mandatory"
    PERSON = "person"


BLOCKS = "█████"
"""What stands for a covered value in a cell: always as long, so that it says nothing about the value's length."""


@dataclass(frozen=True, slots=True)
class OperatorChoice:
    """A presidio-anonymizer operator and its parameters; names in ``redactor.operators``."""

    name: str = "cover"
    params: dict[str, str | int | bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Decision:
    """What happens to one finding, and who said so."""

    finding: str
    action: Action
    by: DecidedBy = DecidedBy.RULE
    operator: OperatorChoice = OperatorChoice()


@dataclass(frozen=True, slots=True)
class ManualMark:
    """A place that a person marked without a finding behind it."""

    id: str
    place: Place
    entity_type: EntityType = EntityType.CUSTOM
    operator: OperatorChoice = OperatorChoice()


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions about one file.

    Attributes:
        items: one per finding of the scan.
        marks: places added by a person.
        accepted_gaps: ids of gaps that were acknowledged: the copy keeps them as they are.
        covered_gaps: ids of gaps to be covered or removed.
    """

    items: tuple[Decision, ...]
    marks: tuple[ManualMark, ...] = ()
    accepted_gaps: tuple[str, ...] = ()
    covered_gaps: tuple[str, ...] = ()


# --- output and its checks ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Applied:
    """What the redactor says it did; the verifier does not take its word for it.

    Attributes:
        hidden: number of occurrences removed, by entity type.
        areas: every rectangle covered, per page, as drawn.
        rasterised: pages (1-based) that had to become images.
        parts: what happened to the parts that page or grid does not show.
        also_removed: places where a neighbour went too, with the reason in the place's part.
        moved: lines that were laid out anew, so that no offset betrays the width of what was removed.
        needles: every value that must be gone, as read from the source, without duplicates; for columns too.
        notes: message keys for the record (``macros_removed``, ``signature_removed`` …).
    """

    hidden: dict[EntityType, int]
    areas: tuple[PageArea, ...] = ()
    rasterised: tuple[int, ...] = ()
    parts: tuple[HiddenPart, ...] = ()
    also_removed: tuple[Place, ...] = ()
    moved: tuple[PageArea, ...] = ()
    needles: tuple[str, ...] = field(default=(), repr=False)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Doubts:
    """What the redactor doubts of a copy that it has read again.

    Attributes:
        survived: pages (1-based) on which text is left where it was to be removed: they must become images.
        also_removed: as in ``Applied``.
    """

    survived: tuple[int, ...] = ()
    also_removed: tuple[PageArea, ...] = ()


class Outcome(StrEnum):
    """Result of one check. NOT_DONE is not clean."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_DONE = "not_done"


@dataclass(frozen=True, slots=True)
class Check:
    """One verification check: a stable name, how it went, and where it failed."""

    name: str
    outcome: Outcome
    count: int = 0
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """All checks of one draft."""

    checks: tuple[Check, ...]

    @property
    def clean(self) -> bool:
        """True only if there are checks and every one passed."""
        return bool(self.checks) and all(c.outcome is Outcome.PASSED for c in self.checks)


class Stage(StrEnum):
    """Where a job stands: the sentence the program is."""

    OPEN = "open"
    READ = "read"
    DETECT = "detect"
    DECIDE = "decide"
    REDACT = "redact"
    VERIFY = "verify"
    RECORD = "record"
