"""CSV, TSV and plain text: read as a grid or as running text, changed at the characters that change and nowhere else.

Encoding, byte-order mark, delimiter, line ends and the quoting of every field that stays are those of the source, byte
for byte.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from redactor.errors import CorruptDocument, EmptyFile, LimitExceeded, SourceUnreadable, UnsupportedFormat
from redactor.formats.base import Edit, OpenDocument, OutputOptions, Progress, Reading, RenderedPage
from redactor.formats.changes import Span, plan
from redactor.formats.grid import GridTable, Lines
from redactor.formats.text_encoding import EncodedText, decode, looks_like_text
from redactor.model import Applied, CellPlace, Gap, GapReason, SourceInfo

MAX_BYTES = 1 << 30
MAX_FIELDS = 40_000_000
MAX_FIELDS_IN_RECORD = 100_000
MAX_CHARS_IN_FIELD = 8_000_000
_SNIFF_CHARS = 200_000
_SNIFF_RECORDS = 200
_CHUNK_CHARS = 20_000
_SUFFIXES = (".csv", ".tsv", ".tab", ".txt")

Field = tuple[int, int, int]
"""Start and end in the text, and what ends it: 0 a delimiter, 1 a line end, 2 the end of the text."""


def field_pattern(delimiter: str, quotes: bool = True) -> re.Pattern[str]:
    """One field and what ends it. A quoted field may hold delimiters and line breaks (RFC 4180 section 2)."""
    d = re.escape(delimiter)
    plain = rf"[^{d}\r\n]*+"
    body = rf'(?:"[^"]*+(?:""[^"]*+)*+"{plain}|{plain})' if quotes else plain
    return re.compile(rf"({body})({d}|\r\n|\n|\r|\Z)")


def fields(text: str, delimiter: str) -> Iterator[Field]:
    """All fields of a text. A quote that is never closed is a character like any other, from there on.

    Raises:
        LimitExceeded: more fields in one record, or characters in one field, than a table can have.
    """
    at, length, in_record = 0, len(text), 0
    quotes = True
    while at < length:
        for match in field_pattern(delimiter, quotes).finditer(text, at):
            start, end = match.span(1)
            if quotes and end > start and text[start] == '"' and text.find('"', start + 1) < 0:
                quotes, at = False, start
                break
            if end - start > MAX_CHARS_IN_FIELD:
                raise LimitExceeded(what="characters", limit=MAX_CHARS_IN_FIELD)
            in_record += 1
            ending = match.end()
            if ending == end:
                yield start, end, 2
                return
            is_delimiter = text[end] == delimiter
            yield start, end, 0 if is_delimiter else 1
            if is_delimiter:
                if in_record > MAX_FIELDS_IN_RECORD:
                    raise LimitExceeded(what="columns", limit=MAX_FIELDS_IN_RECORD)
            else:
                in_record = 0
                if ending == length:
                    return
    return


def value_of(raw: str) -> str | None:
    """What a field says: without its quotes; None for an empty one."""
    if len(raw) >= 2 and raw[0] == '"':
        close = raw.rfind('"')
        if close > 0:
            return raw[1:close].replace('""', '"') + raw[close + 1 :] or None
    return raw or None


def sniff_delimiter(text: str, running_text: bool) -> str:
    """The delimiter, or "" for running text.

    The one under which the most records have the same number of fields, of at least two; ``running_text`` files
    must agree strictly, since commas are common in prose.
    """
    sample = text[:_SNIFF_CHARS]
    best, best_score = "", 0.0
    for delimiter in "\t;|,":
        if delimiter not in sample:
            continue
        widths: list[int] = []
        width = 0
        for _, _, ending in fields(sample, delimiter):
            width += 1
            if ending:
                if width > 1 or ending == 1:
                    widths.append(width)
                width = 0
                if len(widths) >= _SNIFF_RECORDS:
                    break
        if not widths:
            continue
        common, times = max(
            Counter(widths).items(), key=lambda item: (item[1] if item[0] > 1 else 0, item[0])
        )
        share = times / len(widths)
        if common < 2 or (running_text and (share < 0.8 or times < 2)):
            continue
        score = share * min(common, 8) ** 0.5 + (0.2 if delimiter != "," else 0.0)
        if score > best_score:
            best, best_score = delimiter, score
    return best


class DelimitedFormat:
    """The door for CSV, TSV and plain text."""

    name = "csv"

    def sniff(self, head: bytes, suffix: str) -> int:
        """Text, surest with a suffix of its own."""
        if not head or not looks_like_text(head):
            return 0
        return 70 if suffix.lower() in _SUFFIXES else 20

    def open(self, path: Path, password: str) -> OpenDocument:
        """Open a text file; there is no password to use.

        Raises:
            EmptyFile, CorruptDocument, LimitExceeded: as they say.
        """
        try:
            if path.stat().st_size > MAX_BYTES:
                raise LimitExceeded(what="bytes", limit=MAX_BYTES)
            data = path.read_bytes()
        except OSError:
            raise SourceUnreadable() from None
        if not data:
            raise EmptyFile()
        if not looks_like_text(data[:4096]):
            raise CorruptDocument(format=self.name)
        return DelimitedDocument(data, path.suffix.lower())


class DelimitedDocument:
    """An open text file."""

    def __init__(self, data: bytes, suffix: str) -> None:
        self.content: EncodedText = decode(data)
        running = suffix not in (".csv", ".tsv", ".tab")
        self.delimiter = sniff_delimiter(self.content.text, running)
        self.is_table = bool(self.delimiter) or not running
        self._info = SourceInfo(hashlib.sha256(data).hexdigest(), len(data), DelimitedFormat.name, 1)
        self._rows: list[list[str | None]] | None = None

    @property
    def info(self) -> SourceInfo:
        """What was opened."""
        return self._info

    def read(self, progress: Progress) -> Reading:
        """Read the grid, or the lines."""
        progress(0, 1)
        rows = self._grid(progress)
        gaps: tuple[Gap, ...] = ()
        if self.content.mixed and "\udc80" in self.content.text:
            gaps = (Gap("encoding", GapReason.PART_UNREADABLE, CellPlace("", 0, 0)),)
        progress(1, 1)
        if self.is_table:
            return Reading(texts=(), tables=(GridTable("csv", "", rows),), gaps=gaps)
        return Reading(texts=tuple(self._chunks()), gaps=gaps)

    def render(self, page: int, scale: float) -> RenderedPage:
        """Tables have no pages."""
        raise UnsupportedFormat(looks_like=DelimitedFormat.name)

    def apply(
        self,
        edits: Sequence[Edit],
        covered_gaps: Sequence[Gap],
        options: OutputOptions,
        draft: Path,
        progress: Progress,
    ) -> Applied:
        """Write the copy."""
        changes = plan(edits, {"": self._grid(progress)}, {}, {})
        sheet = changes.sheet("")
        raw, content = self.content.raw, self.content
        out: list[str] = []
        done = row = column = 0
        for start, end, ending in self._fields():
            if column == 0 and row % 4096 == 0:
                progress(start, len(content.text))
            if sheet.touches(row):
                value = value_of(content.text[start:end]) if self.is_table else content.text[start:end]
                spans = sheet.spans(row, column, value) if value is not None else []
                if spans:
                    low, high = content.offset(start), content.offset(end)
                    out.append(raw[done:low])
                    out.append(self._rewrite(start, end, value or "", spans))
                    done = high
            row, column = (row + 1, 0) if ending else (row, column + 1)
        out.append(raw[done:])
        draft.write_bytes(content.bom + content.encode("".join(out)))
        progress(1, 1)
        return Applied(hidden=changes.hidden, needles=tuple(changes.needles))

    def close(self) -> None:
        """Let go of the rows."""
        self._rows = None

    def _fields(self) -> Iterator[Field]:
        # "\x1f" cannot be in a text file that was accepted: with it, every line is one field.
        if self.is_table:
            return fields(self.content.text, self.delimiter or ",")
        return _lines(self.content.text)

    def _grid(self, progress: Progress) -> list[list[str | None]]:
        if self._rows is not None:
            return self._rows
        text = self.content.text
        rows: list[list[str | None]] = []
        row: list[str | None] = []
        known: dict[str, str] = {}
        total = 0
        for start, end, ending in self._fields():
            field = text[start:end]
            value = value_of(field) if self.is_table else field
            row.append(
                known.setdefault(value, value) if value is not None and len(known) < 200_000 else value
            )
            if ending:
                rows.append(row)
                total += len(row)
                row = []
                if len(rows) % 4096 == 0:
                    progress(start, len(text))
                    if total > MAX_FIELDS:
                        raise LimitExceeded(what="cells", limit=MAX_FIELDS)
        if row:
            rows.append(row)
        self._rows = rows
        return rows

    def _chunks(self) -> Iterator[Lines]:
        """Running text in stretches that end at an empty line, or at any line when there is none for long."""
        text = self.content.text
        starts: list[int] = []
        first_row = begin = 0
        for row, (start, end, _) in enumerate(_lines(text)):
            if starts and (
                start - begin > _CHUNK_CHARS and (start == end or start - begin > 2 * _CHUNK_CHARS)
            ):
                yield Lines(f"text{first_row}", text[begin:start], first_row, [s - begin for s in starts])
                starts, first_row, begin = [], row, start
            starts.append(start)
        if starts:
            yield Lines(f"text{first_row}", text[begin:], first_row, [s - begin for s in starts])

    def _rewrite(self, start: int, end: int, value: str, spans: Sequence[Span]) -> str:
        """A field with its spans replaced, in raw text; what stays of it keeps its bytes."""
        content = self.content
        written = content.text[start:end]
        quoted = self.is_table and len(written) >= 2 and written[0] == '"' and written.rfind('"') > 0
        replacements = [content.spell(span.text) for span in spans]
        wrap = (
            self.is_table
            and not quoted
            and any(set(r) & {self.delimiter or ",", '"', "\r", "\n"} for r in replacements)
        )
        positions = _positions(written, quoted)
        low, high = content.offset(start), content.offset(end)
        out, done = [], low
        for span, replacement in sorted(
            zip(spans, replacements, strict=True), key=lambda pair: pair[0].start or 0
        ):
            whole = span.start is None or span.end is None
            first = 0 if whole else min(span.start or 0, len(value))
            last = len(value) if whole else min(span.end or 0, len(value))
            raw_first = content.offset(start + positions[first])
            raw_last = content.offset(start + positions[last])
            if raw_first < done:
                continue
            kept = content.raw[done:raw_first]
            out.append(kept.replace('"', '""') if wrap else kept)
            out.append(replacement.replace('"', '""') if quoted or wrap else replacement)
            if quoted and positions[first] <= written.rfind('"') < positions[last]:
                out.append('"')  # blanks after the closing quote are part of the value: the quote was not
            done = raw_last
        rest = content.raw[done:high]
        out.append(rest.replace('"', '""') if wrap else rest)
        text = "".join(out)
        return f'"{text}"' if wrap else text


def _lines(text: str) -> Iterator[Field]:
    start = 0
    for match in re.finditer(r"\r\n|\n|\r", text):
        yield start, match.start(), 1
        start = match.end()
    if start < len(text):
        yield start, len(text), 2


def _positions(written: str, quoted: bool) -> Sequence[int]:
    """For each character of a field's value, and its end, where it stands in the field as written."""
    if not quoted:
        return range(len(written) + 1)
    close = written.rfind('"')
    positions: list[int] = []
    at = 1
    while at < close:
        positions.append(at)
        at += 2 if written.startswith('""', at) and at + 1 < close else 1
    if close + 1 < len(written):
        positions.extend(range(close + 1, len(written)))
        positions.append(len(written))
    else:
        positions.append(close)
    return positions
