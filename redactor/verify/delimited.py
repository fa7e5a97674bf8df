"""Checks copies of delimited and plain text: read again with the standard library, compared with the source."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from recognizers import legacy_encodings
from redactor.model import CellPlace, Check, Outcome, Place
from redactor.verify.base import VerifyRequest
from redactor.verify.needles import Needles
from redactor.verify.places import HiddenCells, hidden_cells, shown

_MAX_PLACES = 50
_CHUNK = 1 << 20
_SURE = 0.75
_REDETECT_CHARS = 100_000
_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CODECS = {
    codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF32_LE: "utf-32-le", codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _File:
    """A text file as this verifier reads it."""

    bom: bytes
    codec: str
    text: str = field(repr=False)

    @classmethod
    def of(cls, data: bytes, codec: str = "") -> _File:
        bom = next((bom for bom in _BOMS if data.startswith(bom)), b"")
        if not codec:
            codec = _CODECS[bom] if bom else _guess(data)
        return cls(bom, codec, data[len(bom) :].decode(codec, "replace"))


class DelimitedVerifier:
    """Checks drafts of CSV, TSV and plain text."""

    def verify(self, request: VerifyRequest) -> tuple[Check, ...]:
        """All checks, from ``opens`` to ``redetect``."""
        source_bytes, draft_bytes = request.source.read_bytes(), request.draft.read_bytes()
        source = _File.of(source_bytes)
        try:
            draft = _File.of(draft_bytes, source.codec)
        except UnicodeError:
            return (Check("opens", Outcome.FAILED, 1),)
        needles = request.needles()
        hidden = hidden_cells(request.scan, request.decisions).get("", HiddenCells())
        delimiter = _delimiter(source.text, hidden, request)
        before, after = _records(source.text, delimiter), _records(draft.text, delimiter)
        needles.add(_column_values(before, after, hidden))
        request.alive()
        raw_before, raw_after = _written(source.text, delimiter), _written(draft.text, delimiter)
        return (
            Check("opens", Outcome.PASSED),
            _same_form(source, draft, before, after),
            _no_value_in_cells(before, after, hidden),
            _no_value_in_text(draft, draft_bytes, needles, request.alive),
            _untouched_equal(before, after, hidden),
            _rows_identical(raw_before, raw_after, hidden),
            _redetect(after, before, hidden, request),
        )


def _guess(data: bytes) -> str:
    head = data[:4096]
    if len(head) > 3 and head[1::2].count(0) > len(head) // 5:
        return "utf-16-le"
    if len(head) > 3 and head[0::2].count(0) > len(head) // 5:
        return "utf-16-be"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        # A few stray bytes in a UTF-8 file, or an 8-bit file: the multi-byte letters before the first error tell.
        return "utf-8" if any(byte > 0x7F for byte in data[: error.start]) else "latin-1"
    return "utf-8"


def _delimiter(text: str, hidden: HiddenCells, request: VerifyRequest) -> str:
    """The delimiter under which the hidden cells exist; "" if the file is running text."""
    columns = {column for _, column in hidden.cells} | {column for column, _, _ in hidden.columns}
    values = [
        f.value for f in request.scan.findings if f.value and any(isinstance(p, CellPlace) for p in f.places)
    ]
    best, best_hits = "", -1
    for delimiter in (",", ";", "\t", "|", ""):
        if delimiter and delimiter not in text[:200_000]:
            continue
        records = _records(text[:500_000], delimiter)
        widest = max(map(len, records), default=0)
        if columns and max(columns) >= widest:
            continue
        hits = _hits(records, request) if values else (widest if delimiter else 0)
        if hits > best_hits:
            best, best_hits = delimiter, hits
    return best


def _hits(records: Sequence[Sequence[str]], request: VerifyRequest) -> int:
    hits = 0
    for finding in request.scan.findings:
        for place in finding.places:
            if (
                isinstance(place, CellPlace)
                and place.row < len(records)
                and place.column < len(records[place.row])
            ):
                cell = records[place.row][place.column]
                hits += 1 if place.start is None else cell[place.start : place.end] == finding.value
    return hits


def _records(text: str, delimiter: str) -> list[list[str]]:
    if not delimiter:
        return [[line] for line in io.StringIO(text, newline=None).read().split("\n")]
    limit = csv.field_size_limit(max(len(text) + 1, 131_072))
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False))
    except csv.Error:
        return [line.split(delimiter) for line in text.splitlines()]
    finally:
        csv.field_size_limit(limit)


def _written(text: str, delimiter: str) -> list[str]:
    """Each record as it stands in the file, line end included."""
    lines = list(io.StringIO(text, newline=""))
    if not delimiter:
        return lines
    limit = csv.field_size_limit(max(len(text) + 1, 131_072))
    try:
        reader = csv.reader(iter(lines), delimiter=delimiter, strict=False)
        records: list[str] = []
        done = 0
        for _ in reader:
            records.append("".join(lines[done : reader.line_num]))
            done = reader.line_num
        return records
    except csv.Error:
        return lines
    finally:
        csv.field_size_limit(limit)


def _rows_identical(before: Sequence[str], after: Sequence[str], hidden: HiddenCells) -> Check:
    """Records in which nothing was to change are the same to the character: quotes, blanks, line ends."""
    touched = {row for row, _ in hidden.cells}
    ranges = {(first, last) for _, first, last in hidden.columns}
    places: list[Place] = []
    for row, (old, new) in enumerate(zip(before, after, strict=False)):
        if old != new and row not in touched and not any(a <= row <= b for a, b in ranges):
            places.append(CellPlace("", row, 0))
    faults = len(places) + abs(len(before) - len(after))
    return Check(
        "untouched_rows_identical",
        Outcome.FAILED if faults else Outcome.PASSED,
        faults,
        tuple(places[:_MAX_PLACES]),
    )


def _same_form(
    source: _File,
    draft: _File,
    before: Sequence[Sequence[str]],
    after: Sequence[Sequence[str]],
) -> Check:
    """Byte-order mark, encoding, number of records and fields, last line end."""
    faults = int(source.bom != draft.bom)
    faults += int("\ufffd" in draft.text and "\ufffd" not in source.text)
    faults += int(len(before) != len(after))
    faults += sum(1 for old, new in zip(before, after, strict=False) if len(old) != len(new))
    faults += int(source.text[-1:] in ("\n", "\r") and source.text[-1:] != draft.text[-1:])
    return Check("same_form", Outcome.FAILED if faults else Outcome.PASSED, faults)


def _no_value_in_cells(
    before: Sequence[Sequence[str]], after: Sequence[Sequence[str]], hidden: HiddenCells
) -> Check:
    """At every place that was to change whole, the source's value is gone: for values too common to search for."""
    places: list[Place] = []
    for row, (old, new) in enumerate(zip(before, after, strict=False)):
        for column, value in enumerate(old):
            if value and column < len(new) and new[column] == value and hidden.whole(row, column):
                places.append(CellPlace("", row, column))
    return Check(
        "no_value_in_cells",
        Outcome.FAILED if places else Outcome.PASSED,
        len(places),
        tuple(places[:_MAX_PLACES]),
    )


def _column_values(
    before: Sequence[Sequence[str]], after: Sequence[Sequence[str]], hidden: HiddenCells
) -> Iterator[str]:
    """What the hidden columns said; values that may rightly stand elsewhere, or were coarse already, are left out."""
    for column, ranges in hidden.ranges().items():
        for first, last in ranges:
            for row in range(first, min(last + 1, len(before))):
                value = before[row][column] if column < len(before[row]) else ""
                if hidden.searched(column, value) and not (
                    column in hidden.may_stay
                    and row < len(after)
                    and column < len(after[row])
                    and after[row][column] == value
                ):
                    yield value


def _no_value_in_text(draft: _File, data: bytes, needles: Needles, alive: Callable[[], None]) -> Check:
    """The whole text, as its encoding says and as the old Vietnamese encodings would read it."""
    found: set[int] = set()
    texts = [draft.text]
    if draft.codec == "latin-1":
        decoded = legacy_encodings.decode(draft.text, None)
        texts.append(decoded.text if decoded else data.decode("cp1258", "replace"))
    for text in texts:
        for start in range(0, len(text), _CHUNK):
            alive()
            found |= needles.in_text(text[start : start + _CHUNK + 500])
    return Check("no_value_in_text", Outcome.FAILED if found else Outcome.PASSED, len(found))


def _untouched_equal(
    before: Sequence[Sequence[str]], after: Sequence[Sequence[str]], hidden: HiddenCells
) -> Check:
    places: list[Place] = []
    for row, (old, new) in enumerate(zip(before, after, strict=False)):
        if old == new:
            continue
        for column, (a, b) in enumerate(zip(old, new, strict=False)):
            if a != b and not hidden.covers(row, column):
                places.append(CellPlace("", row, column))
    return Check(
        "untouched_cells_equal",
        Outcome.FAILED if places else Outcome.PASSED,
        len(places),
        tuple(places[:_MAX_PLACES]),
    )


def _redetect(
    after: Sequence[Sequence[str]],
    before: Sequence[Sequence[str]],
    hidden: HiddenCells,
    request: VerifyRequest,
) -> Check:
    """Detection over what is left of partly changed cells: a value may have been cut at the wrong place."""
    from redactor.verify.needles import squeeze

    known = {squeeze(f.value) for f in request.scan.findings if f.value}
    left = 0
    budget = _REDETECT_CHARS
    for text in _partly_changed(before, after, hidden):
        budget -= len(text)
        if budget < 0:
            break
        for hit in request.redetect(text):
            value = squeeze(text[hit.start : hit.end])
            left += hit.score >= _SURE and value in known and _was_hidden(value, request)
    return Check("redetect", Outcome.FAILED if left else Outcome.PASSED, left)


def _partly_changed(
    before: Sequence[Sequence[str]], after: Sequence[Sequence[str]], hidden: HiddenCells
) -> Iterable[str]:
    for (row, column), whole in hidden.cells.items():
        if not whole and row < len(after) and row < len(before) and column < len(after[row]):
            yield shown(after[row][column])


def _was_hidden(squeezed: str, request: VerifyRequest) -> bool:
    from redactor.model import Action
    from redactor.verify.needles import squeeze

    actions = {d.finding: d.action for d in request.decisions.items}
    same = [f for f in request.scan.findings if f.value and squeeze(f.value) == squeezed]
    return bool(same) and all(actions.get(f.id) is Action.HIDE for f in same)
