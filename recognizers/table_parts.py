"""Cells of several values under a header of several parts: "Họ tên / NS", "Năm sinh - Đơn vị", "Tên, tuổi, quê".

Names and homes in such cells show by themselves. A year or a number of two digits does not; the header says that there is
one, and where the cell's parts meet says which it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recognizers.cells import is_amount, is_organisation
from recognizers.entities import ASSIGNED_NUMBERS, EntityType
from recognizers.folding import key_of
from recognizers.headers import is_label_like, read_header
from recognizers.results import CellHit, ColumnHit, Reason
from recognizers.table_columns import Column

_E = EntityType
_PARTS = re.compile(r"\s*(?:[/,;+&()–—\n]|\s-\s|(?<!\w)(?:và|va|and)(?!\w))\s*")
_BIRTH = re.compile(
    r"(?:ngay(?:,? thang,? nam)? sinh|nam sinh|ngay/thang/nam sinh|sinh ngay|sinh nam|ns|n\.s|nsinh|nam s|dob|year of birth|born|yob|sinh|sn)"
)
_AGE = re.compile(r"(?:tuoi|age)")
#: At the border of a part: its beginning, or behind a sign or "sinh"; and its end.
_OPEN = r"(?:(?<=^)|(?<=[/,;(–—\n\-] )|(?<=[/,;(–—\n\-])|(?<=sinh )|(?<=sn )|(?<=ns )|(?<=SN )|(?<=NS ))"
_CLOSE = r"(?=\s*(?:$|[/,;)–—\n]|-\s|\s-))"
_DATE = re.compile(
    rf"{_OPEN}(?:(?:0?[1-9]|[12]\d|3[01])[./\-])?(?:(?:0?[1-9]|1[0-2])[./\-])?(?:19[2-9]\d|20[0-2]\d){_CLOSE}"
)
_YEARS = re.compile(rf"{_OPEN}\d{{1,2}}(?=\s*(?:t|tuổi|tuoi)?\s*(?:$|[/,;)–—\n]|\s-))")


def in_parts(columns: Sequence[Column]) -> Iterator[CellHit]:
    """Yield births and ages in cells of several values, where the column's header has a part of their kind."""
    for column in columns:
        parts = [key_of(part).strip(" .:") for part in _PARTS.split(column.header_text) if part.strip()]
        if len(parts) <= 1:
            continue
        for kind, part_of, value in ((_E.DATE_OF_BIRTH, _BIRTH, _DATE), (_E.AGE, _AGE, _YEARS)):
            if column.entity_type is not kind and any(part_of.fullmatch(part) for part in parts):
                yield from _valued(column, kind, value)


def _valued(column: Column, kind: EntityType, value: re.Pattern[str]) -> Iterator[CellHit]:
    for number, written, text in column.values:
        if isinstance(written, str):
            for match in value.finditer(written):
                if match.end() - match.start() < len(text):
                    yield CellHit(
                        number,
                        column.index,
                        kind,
                        0.8,
                        Reason("column_header", column.header_text.strip()),
                        match.start(),
                        match.end(),
                    )


#: Headers that say that there are numbers and not of what.
_NUMBERED = re.compile(
    r"(?:so|so hieu|so giay|so giay to|ma so|so,? ngay(?: cap)?|so/ngay|so / ngay|so - ngay|so hieu,? ngay(?: cap)?|chi tiet|noi dung|thong tin|gia tri|number|no\.?|ref\.?)"
)


def says_number(header: str) -> bool:
    """Return whether a header only says that numbers stand below it: "Số / ngày"."""
    return _NUMBERED.fullmatch(key_of(header).strip(" .:")) is not None


def left_label(texts: Sequence[tuple[int, str]], index: int) -> str:
    """Return what stands left of a cell in its row if it announces something of a person, "" otherwise."""
    left = [words for place, words in texts if place < index]
    label = left[-1].rstrip(" :") if left else ""
    header = read_header(label) if label and is_label_like(label) else None
    return label if header is not None and header.entity_type is not None else ""


def paired_label(texts: Sequence[tuple[int, str]], index: int) -> str:
    """Return the cell right before one if it asks for a number of somebody: "Mã NV | CK04471"; "" otherwise."""
    label = next((words for place, words in texts if place == index - 1), "").rstrip(" :")
    header = read_header(label) if label and is_label_like(label) else None
    own = next((words for place, words in texts if place == index), "")
    if header is None or header.entity_type not in ASSIGNED_NUMBERS or any(map(str.isdigit, label)):
        return ""
    if any(is_organisation(words) for _, words in texts):
        return ""  # a firm's number stands in the firm's row
    code = sum(map(str.isdigit, own)) >= _LEAST_DIGITS and not is_amount(own)
    return label if code and len(own) <= _LONGEST_NUMBER else ""


_LEAST_DIGITS, _LONGEST_NUMBER = 4, 24


def without_overlaps(
    parts: Sequence[CellHit], cells: Sequence[CellHit], columns: Sequence[ColumnHit]
) -> Iterator[CellHit]:
    """Yield the hits in parts of cells that no hit of the whole cell, of its column or of another part covers already."""
    taken: dict[tuple[int, int], list[tuple[int, int | None]]] = {}
    for hit in cells:
        taken.setdefault((hit.row, hit.column), []).append((hit.start or 0, hit.end))
    for part in parts:
        if any(run.column == part.column and run.first_row <= part.row <= run.last_row for run in columns):
            continue
        others = taken.setdefault((part.row, part.column), [])
        start, end = part.start or 0, part.end or 0
        if all(end <= other or (stop is not None and stop <= start) for other, stop in others):
            others.append((start, end))
            yield part
