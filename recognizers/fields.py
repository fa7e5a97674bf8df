"""Which value belongs to which label.

Three layouts are known:

* ``LINE`` – label and value on one line, as many pairs as there are: ``Số CCCD: 0011… cấp ngày 20/04/2021``. A value
  ends where the next label begins, so the nearest label to the left wins;
* ``BELOW`` – the label stands alone and the value in the next line; also a stack of labels followed by a stack of
  values, which is what a PDF with a label column beside a value column reads like;
* ``ROWS`` – a line of two or more bare labels is a table's header; the lines below are its rows.

Labels that follow each other with nothing but a slash, "hoặc" or a bracket between them ("Số/No.", "Họ và tên/Full
name", "CMND hoặc Hộ chiếu") are one chain and share a value.

Everything is positions in ``folded.text``; computed once per text, linear.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from recognizers.clues import Clue, Label, labels
from recognizers.field_chains import Chain, Lines, label_chains, trimmed_end
from recognizers.folding import Folded


class Layout(Enum):
    """Where the value stands."""

    LINE = "line"
    BELOW = "below"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class Field:
    """A label chain and where its value is.

    Attributes:
        labels: the chain, in order.
        layout: see the module.
        start: first character of the value (separators skipped).
        end: one past its last character: the next label or the end of the line; for ROWS the end of the last row.
        wrap: like ``end``, but a following line that starts with no label is still in: values broken over two lines.
    """

    labels: tuple[Label, ...]
    layout: Layout
    start: int
    end: int
    wrap: int

    def label(self, wanted: frozenset[Clue]) -> Label | None:
        """Return the last label of the chain that announces one of the wanted kinds."""
        for label in reversed(self.labels):
            if label.clue in wanted:
                return label
        return None


#: What may stand before the first label of a line.
_ENUMERATION = re.compile(r"[ \t|]*(?:[\-*•+–]|\(?(?:\d{1,2}|[a-zđ])[.)/]|\d{1,2}(?:\.\d{1,2})*\.?)?[ \t]*")
_MAX_STACK = 40
_MAX_ROWS = 2_000


def fields(folded: Folded) -> tuple[Field, ...]:
    """Return all fields of a text, ordered by where their label starts."""
    return folded.memo("label_fields", _fields)


def line_field_at(folded: Folded, position: int) -> Field | None:
    """Return the field on whose line, after whose label, the position lies; the nearest label to the left."""
    starts, found = folded.memo("label_fields.line", _line_fields)
    i = bisect_right(starts, position) - 1
    if i >= 0:
        field = found[i]
        if position < field.end:
            return field
    return None


def fields_for(folded: Folded, wanted: frozenset[Clue]) -> Iterator[tuple[Field, Label]]:
    """Yield the fields announced as one of the wanted kinds, with the label that says so."""
    present = folded.memo("label_fields.clues", lambda f: frozenset(label.clue for label in labels(f)))
    if present.isdisjoint(wanted):
        return
    for field in fields(folded):
        label = field.label(wanted)
        if label is not None:
            yield field, label


def announced(folded: Folded, label_end: int, start: int) -> bool:
    """Return whether a sign of a form stands between a label and its value at ``start``: a colon, a tab, a new line."""
    between = folded.text[label_end:start]
    return any(sign in between for sign in ":=\n\t")


def label_after(folded: Folded, position: int, wanted: frozenset[Clue]) -> Label | None:
    """Return the label that directly follows a value in brackets or after a dash: ``0912345678 (Zalo)``."""
    match = _AFTER.match(folded.text, position)
    if match is None:
        return None
    starts, found = folded.memo(
        "label_fields.starts", lambda f: ([label.start for label in labels(f)], labels(f))
    )
    i = bisect_right(starts, match.end()) - 1
    if i >= 0 and found[i].start == match.end() and found[i].clue in wanted:
        return found[i]
    return None


_AFTER = re.compile(r"[ \t]?[(\[][ \t]?|[ \t]-[ \t]|[ \t](?:là|la)[ \t](?:số )?")


def _line_fields(folded: Folded) -> tuple[list[int], list[Field]]:
    found = [field for field in fields(folded) if field.layout is not Layout.ROWS]
    found.sort(key=lambda field: field.start)
    return [field.start for field in found], found


def _fields(folded: Folded) -> tuple[Field, ...]:
    lines = Lines(folded.text)
    chains = label_chains(folded, lines)
    by_line: dict[int, list[Chain]] = {}
    for chain in chains:
        by_line.setdefault(chain.line, []).append(chain)
    found: list[Field] = []
    flat, headers = _flat_records(folded, lines, by_line)
    for number, group in by_line.items():
        if number in headers:
            continue
        bare = [chain for chain in group if chain.bare]
        header = len(bare) >= 2 and len(bare) >= len(group) - 1
        for chain in group:
            if not chain.bare:
                found.append(
                    Field(
                        tuple(chain.labels),
                        Layout.LINE,
                        chain.start,
                        chain.end,
                        _wrap(folded, lines, by_line, chain),
                    )
                )
        if header:
            found.extend(_rows(folded, lines, by_line, number, bare))
        elif bare and bare[-1] is group[-1]:
            field = _below(folded, lines, by_line, bare[-1])
            if field is not None:
                found.append(field)
                found.extend(_further_rows(folded, lines, by_line, bare[-1], field))
    found.extend(flat)
    found.sort(key=lambda field: field.labels[0].start)
    return tuple(found)


def _flat_records(
    folded: Folded, lines: Lines, by_line: dict[int, list[Chain]]
) -> tuple[list[Field], set[int]]:
    """Return the fields of tables read cell by cell and the numbers of their header lines.

    Such a table is "STT", the other headers, "1", the cells of the first row, "2" and so on, one to a line.
    """
    found: list[Field] = []
    headers: set[int] = set()
    total = len(lines.ends)
    for number, group in by_line.items():
        if (
            not _FIRST_COLUMN.fullmatch(folded.key, lines.start(number), lines.ends[number])
            or len(group) != 1
        ):
            continue
        top = number + 1
        while top < total and top - number <= _MAX_COLUMNS and not _is_serial(folded, lines, top, 1):
            top += 1
        if top >= total or not _is_serial(folded, lines, top, 1):
            continue
        headers.update(range(number, top))
        width = top - number
        row, serial = top, 1
        while row < total and serial < _MAX_ROWS and _is_serial(folded, lines, row, serial):
            for place in range(1, width):
                chains = by_line.get(number + place)
                if chains and _heads(folded, lines, chains) and row + place < total:
                    start = lines.start(row + place)
                    end = trimmed_end(folded.text, start, lines.ends[row + place])
                    if end > start:
                        found.append(Field(tuple(chains[-1].labels), Layout.BELOW, start, end, end))
            serial += 1
            row += width
            if row >= total or not _is_serial(folded, lines, row, serial):
                # an empty cell gives no line, a long one gives two
                row = next(
                    (
                        i
                        for i in range(max(row - 2, 0), min(row + 3, total))
                        if _is_serial(folded, lines, i, serial)
                    ),
                    total,
                )
    return found, headers


def _heads(folded: Folded, lines: Lines, chains: list[Chain]) -> bool:
    """Return whether a line is a column's header: a label, then at most a unit or whose it is."""
    last = chains[-1]
    return last.bare or (
        len(chains) == 1
        and lines.ends[last.line] - last.labels[-1].end <= _LONGEST_REST
        and not any(char.isdigit() for char in folded.text[last.start : last.end])
    )


_LONGEST_REST = 24


def _is_serial(folded: Folded, lines: Lines, number: int, serial: int) -> bool:
    written = folded.text[lines.start(number) : lines.ends[number]].strip(" \t.…")
    return written == str(serial) or written == f"{serial:02}"


_FIRST_COLUMN = re.compile(r"\s*(?:stt|tt|no\.?|so tt)\s*")
_MAX_COLUMNS = 16


def _wrap(folded: Folded, lines: Lines, by_line: dict[int, list[Chain]], chain: Chain) -> int:
    """Return where the value ends if the next line continues it."""
    number = chain.line
    if (
        lines.hard[number]
        or number + 1 >= len(lines.ends)
        or chain.end < trimmed_end(folded.text, chain.start, lines.ends[number])
    ):
        return chain.end
    return max(chain.end, _value_end(folded, lines, by_line, _last_digits(folded, lines, number + 1)))


def _last_digits(folded: Folded, lines: Lines, number: int) -> int:
    """Return the last line of a number of which a group stands on each line, if one goes on here; else ``number``.

    Only its last line may go on with words: "0912", "345", "678 gặp chị".
    """
    last = number
    while (
        last - number < _MOST_GROUPS
        and not lines.hard[last]
        and last + 1 < len(lines.ends)
        and _GROUP.fullmatch(folded.text, lines.start(last), lines.ends[last])
        and _GROUP_FIRST.match(folded.text, lines.start(last + 1), lines.ends[last + 1])
    ):
        last += 1
    return last


_MOST_GROUPS = 5
_GROUP = re.compile(r"[ \t]*\d{1,6}[ \t.\-]*")
_GROUP_FIRST = re.compile(r"[ \t]*\d{1,6}(?=[ \t.,;\-)]|\Z)(?![ ]*[/.:)\-]\d)")


def _value_end(folded: Folded, lines: Lines, by_line: dict[int, list[Chain]], number: int) -> int:
    """Return the end of what stands on a line before its first label; its start if it starts with one."""
    start, end = lines.start(number), lines.ends[number]
    if number in by_line:
        end = min(end, by_line[number][0].labels[0].start)
    return trimmed_end(folded.text, start, end)


def _blank(folded: Folded, lines: Lines, number: int) -> bool:
    return not folded.text[lines.start(number) : lines.ends[number]].strip()


def _below(folded: Folded, lines: Lines, by_line: dict[int, list[Chain]], chain: Chain) -> Field | None:
    number = _next_line(folded, lines, chain.line)
    if number is None:
        return None
    stacked = _is_stacked(folded, lines, by_line, chain.line)
    first = _stack_start(folded, lines, by_line, chain.line) if stacked else chain.line
    if first < chain.line or (number in by_line and _leads(folded, lines, by_line[number])):
        # a stack of labels: this label's place in the stack is its value's place among the lines after the stack
        if not stacked:
            return None
        last = _stack_end(folded, lines, by_line, chain.line)
        number = _nth_line(folded, lines, last, chain.line - first)
        if number is None or number in by_line:
            return None
    start = lines.start(number)
    while start < lines.ends[number] and folded.text[start] in " \t:.-|":
        start += 1
    end = _value_end(folded, lines, by_line, number)
    if end <= start:
        return None
    wrap = end
    if (
        first == chain.line
        and end >= trimmed_end(folded.text, start, lines.ends[number])
        and not lines.hard[number]
        and number + 1 < len(lines.ends)
    ):
        wrap = max(end, _value_end(folded, lines, by_line, _last_digits(folded, lines, number + 1)))
    return Field(tuple(chain.labels), Layout.BELOW, start, end, wrap)


def _further_rows(
    folded: Folded, lines: Lines, by_line: dict[int, list[Chain]], chain: Chain, field: Field
) -> Iterator[Field]:
    """Yield the values of the second and later rows below a stack of labels that is a table's header, cell by cell."""
    first = _stack_start(folded, lines, by_line, chain.line)
    width = _stack_end(folded, lines, by_line, chain.line) - first + 1
    if width < _LEAST_COLUMNS:
        return
    top = first + width
    row = 1
    while row < _MAX_ROWS and _same_shapes(folded, lines, top, top + row * width, width):
        number = top + row * width + chain.line - first
        start = lines.start(number)
        end = trimmed_end(folded.text, start, lines.ends[number])
        if end > start:
            yield Field(field.labels, Layout.BELOW, start, end, end)
        row += 1


_LEAST_COLUMNS = 3


def _same_shapes(folded: Folded, lines: Lines, top: int, row: int, width: int) -> bool:
    """Return whether the lines of a row hold digits where those of the first row do, and none is blank."""
    if row + width > len(lines.ends):
        return False
    for place in range(width):
        ours = folded.text[lines.start(row + place) : lines.ends[row + place]]
        first = folded.text[lines.start(top + place) : lines.ends[top + place]]
        if not ours.strip() or any(map(str.isdigit, ours)) != any(map(str.isdigit, first)):
            return False
    return True


def _next_line(folded: Folded, lines: Lines, number: int) -> int | None:
    """Return the next line with text, at most one blank line further; None at a hard border."""
    for step in (1, 2):
        if lines.hard[number + step - 1] or number + step >= len(lines.ends):
            return None
        if not _blank(folded, lines, number + step):
            return number + step
    return None


def _leads(folded: Folded, lines: Lines, group: list[Chain]) -> bool:
    start = lines.start(group[0].line)
    return _ENUMERATION.fullmatch(folded.text, start, group[0].labels[0].start) is not None


def _is_stacked(folded: Folded, lines: Lines, by_line: dict[int, list[Chain]], number: int) -> bool:
    group = by_line.get(number)
    return group is not None and len(group) == 1 and group[0].bare and _leads(folded, lines, group)


def _has_colon(folded: Folded, chain: Chain) -> bool:
    return ":" in folded.text[chain.labels[-1].end : chain.start]


def _stack_start(folded: Folded, lines: Lines, by_line: dict[int, list[Chain]], number: int) -> int:
    first = number
    while (
        first > 0
        and number - first < _MAX_STACK
        and not lines.hard[first - 1]
        and (_is_stacked(folded, lines, by_line, first - 1))
        and (_has_colon(folded, by_line[first - 1][0]) == _has_colon(folded, by_line[number][-1]))
    ):
        first -= 1
    return first


def _stack_end(folded: Folded, lines: Lines, by_line: dict[int, list[Chain]], number: int) -> int:
    last = number
    while (
        last + 1 < len(lines.ends)
        and last - number < _MAX_STACK
        and not lines.hard[last]
        and (_is_stacked(folded, lines, by_line, last + 1))
        and (_has_colon(folded, by_line[last + 1][0]) == _has_colon(folded, by_line[number][-1]))
    ):
        last += 1
    return last


def _nth_line(folded: Folded, lines: Lines, after: int, place: int) -> int | None:
    """Return the number of the ``place``-th line with text after a line."""
    number = after
    while place >= 0:
        if lines.hard[number] or number + 1 >= len(lines.ends):
            return None
        number += 1
        if not _blank(folded, lines, number):
            place -= 1
    return number


def _rows(
    folded: Folded, lines: Lines, by_line: dict[int, list[Chain]], number: int, bare: list[Chain]
) -> Iterator[Field]:
    last = number
    while last + 1 < len(lines.ends) and last - number < _MAX_ROWS and not lines.hard[last]:
        following = last + 1
        if _blank(folded, lines, following) and (
            following + 1 >= len(lines.ends) or lines.hard[following] or _blank(folded, lines, following + 1)
        ):
            break
        if following in by_line and (
            len(by_line[following]) >= 2 or _leads(folded, lines, by_line[following])
        ):
            break
        last = following
    start, end = lines.ends[number], lines.ends[last]
    if end <= start:
        return
    for chain in bare:
        yield Field(tuple(chain.labels), Layout.ROWS, min(start + 1, end), end, end)
