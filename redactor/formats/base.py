"""What a format must offer. Lives in the worker process; nothing here crosses the border as an object.

A format reads a file into ``TextUnit`` and ``TableUnit`` objects, which know how to turn a span of their text, or a
cell, into a ``Place``. Detection works on the units alone. ``apply`` gets back the findings with what to write
instead, and builds the copy on the allow-list principle: what was not understood and read does not travel.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from redactor.model import (
    Applied,
    AttachedFile,
    Doubts,
    Embedded,
    Finding,
    Gap,
    HiddenPart,
    ManualMark,
    Place,
    SignatureInfo,
    SourceInfo,
)

Progress = Callable[[int, int], None]
"""Called with (done, total) often; raises ``Cancelled`` to stop."""


class TextUnit(Protocol):
    """A stretch of text that belongs together: a page, a cell's text, a comment, a metadata value.

    ``text`` is Unicode after legacy decoding by font (TCVN3, VNI) but otherwise as found in the file: NFD stays NFD,
    digits stay full-width. Folding, with its offset map, is detection's business.

    A unit with an offset ``across`` is read for what runs over that offset only; the rest of it is in other units.
    """

    @property
    def id(self) -> str:
        """Unique within the document, stable for the same file."""

    @property
    def text(self) -> str:
        """The text."""

    @property
    def label(self) -> str:
        """What a person would read as its label (a form field's title, "Author"), or ""."""

    def places(self, start: int, end: int) -> tuple[Place, ...]:
        """Where ``text[start:end]`` stands. Never empty for a non-empty span."""


PageRead = Callable[[Sequence[TextUnit]], None]
"""Called with texts of a page as soon as they are read, with each of them once."""


class TableUnit(Protocol):
    """One sheet or CSV file as a grid of typed values."""

    @property
    def id(self) -> str:
        """Unique within the document, stable for the same file."""

    @property
    def sheet(self) -> str:
        """The sheet's title, "" for CSV."""

    @property
    def rows(self) -> Sequence[Sequence[object]]:
        """Values row by row from the first row of the grid: str, int, float, bool, date, datetime, time or None.

        Numbers shown with a zero-padding format are given as the text that is shown ("001190012345").
        """

    @property
    def header(self) -> Sequence[str] | None:
        """Column names known from outside the grid (an Excel table), or None to let detection look for them."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was read from a file."""

    texts: Sequence[TextUnit] = field(repr=False)
    tables: Sequence[TableUnit] = field(default=(), repr=False)
    gaps: tuple[Gap, ...] = ()
    hidden_parts: tuple[HiddenPart, ...] = ()
    signatures: tuple[SignatureInfo, ...] = ()
    certain: tuple[Finding, ...] = ()
    """Findings the format itself makes: codes, portraits, photographed cards. Their ids are given by detection."""
    known_values: tuple[str, ...] = field(default=(), repr=False)
    """Values read out of containers (QR fields, MRZ, certificate subjects) to be searched for in the whole job."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One finding or mark to remove, and what to write instead.

    Attributes:
        finding: the finding, or the mark made by a person.
        replace: the value as read -> the text that takes its place; "" for nothing. For a column it is called once
            per distinct value. Deterministic within a job, so equal values get equal replacements.
    """

    finding: Finding | ManualMark = field(repr=False)
    replace: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class OutputOptions:
    """How the copy looks; part of the policy.

    Attributes:
        mark: ``black`` (filled box), ``label`` (box with a text such as [CCCD]) or ``white``.
        image_pages: turn every page into an image with a rebuilt, clean text layer.
        close_gaps: move the rest of a line so that its position does not betray the width of what was removed.
        attachments: ``remove``, or ``redact`` them and put them back.
        embedded: the redacted copies to put back.
        notice: whether the copy says on its metadata that it is a redacted extract.
        password: protect the copy again (workbooks); "" for not.
    """

    mark: str = "black"
    image_pages: bool = False
    close_gaps: bool = False
    attachments: str = "remove"
    embedded: tuple[Embedded, ...] = ()
    notice: bool = True
    password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """Pixels of a page: RGB, 8 bits, row by row without padding."""

    width: int
    height: int
    rgb: bytes = field(repr=False)


class OpenDocument(Protocol):
    """An open file. Used by one thread of one worker process."""

    @property
    def info(self) -> SourceInfo:
        """What was opened."""

    def read(self, progress: Progress) -> Reading:
        """Read everything, wherever the format can hold it."""

    def render(self, page: int, scale: float) -> RenderedPage:
        """Draw a page (1-based) at ``scale`` pixels per point. Tables raise ``UnsupportedFormat``."""

    def apply(
        self,
        edits: Sequence[Edit],
        covered_gaps: Sequence[Gap],
        options: OutputOptions,
        draft: Path,
        progress: Progress,
    ) -> Applied:
        """Write the copy to ``draft``, without the values of ``edits`` and with ``covered_gaps`` covered or removed."""

    def close(self) -> None:
        """Let go of the file. Safe to call twice."""


class PagedDocument(OpenDocument, Protocol):
    """A document that tells what stands on its pages while it reads on."""

    def read(self, progress: Progress, page_read: PageRead | None = None) -> Reading:
        """As ``OpenDocument.read``; in the whole reading a text may be read below others."""


class RasterisingDocument(OpenDocument, Protocol):
    """A paged document whose pages can be turned into images when text would survive otherwise."""

    def apply(
        self,
        edits: Sequence[Edit],
        covered_gaps: Sequence[Gap],
        options: OutputOptions,
        draft: Path,
        progress: Progress,
        rasterise: frozenset[int] = frozenset(),
    ) -> Applied:
        """As ``OpenDocument.apply``, with the pages (1-based) that must become images."""

    def get_ready(self) -> None:
        """Do what ``apply`` needs whatever is decided, while that is being decided; errors are told by ``apply``."""

    def doubts(self, draft: Path, progress: Progress) -> Doubts:
        """Read again what ``apply`` wrote last."""


class CarryingDocument(OpenDocument, Protocol):
    """A document that other files may be attached to."""

    def take_out(self, folder: Path) -> tuple[AttachedFile, ...]:
        """Write the attached files into ``folder``, each into a folder of its own."""


class Format(Protocol):
    """A format's door."""

    name: str

    def sniff(self, head: bytes, suffix: str) -> int:
        """How sure it is that the content is its own, 0 (no) to 100, from the first 4096 bytes and the suffix."""

    def open(self, path: Path, password: str) -> OpenDocument:
        """Open a file.

        Raises:
            CorruptDocument, PasswordRequired, WrongPassword, LimitExceeded, EmptyFile: as they say.
        """
