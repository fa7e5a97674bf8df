"""Tables drawn inside a text: cells parted by bars, tabs or wide spaces, one row to a line.

A page of a PDF reads so, and so do letters and chats. Such lines are handed to the judges of columns, which know the
header, the other rows and the neighbours; line by line a number without a label says nothing. What the judges say
goes before what single lines say: a typed column covers its cells, a column of amounts or goods covers none of them.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from recognizers import columns
from recognizers.base import Found
from recognizers.cells import is_organisation
from recognizers.drawn_rows import columns_of, heads_of
from recognizers.entities import EntityType
from recognizers.folding import BORDER, Folded
from recognizers.headers import heads_columns
from recognizers.known_values import CERTAIN
from recognizers.results import Hit
from recognizers.table_blocks import Block
from recognizers.table_columns import Column, FindMany
from recognizers.table_forms import read_form
from recognizers.table_owners import Owners
from recognizers.tiers import Tier

_E = EntityType
_BAR = re.compile(r"[ ]*[|][ ]*")
_TAB = re.compile(r"[ ]*\t[ \t]*")
_WIDE = re.compile(r"[ ]{2,}")
#: Exports of programs: no blank follows the mark.
_SEMICOLON, _COMMA = re.compile(r";(?! )"), re.compile(r",(?! )")
_EXPORTED = 3
_EXPORT = re.compile(r"(?:\A|\n)[^\n;,\d]{1,40}(?:[;,](?! )[^\n;,\d]{0,40}){3}")
_SIGNS = ("\t", "|", "  ")
_LINE = re.compile(f"[^\n{BORDER}]+")
_RULE = re.compile(r"[\s|+\-=_:.\u2500-\u257f]+")
_LEAST_CELLS = 3
#: … but below two heads.
_TWO = 2
#: Rows without a header that make a table; with one, a single row does.
_LEAST_ROWS = 4
#: Lines between two rows: the rest of a cell that needs more than one line.
_MOST_BETWEEN = 3
_MOST_ROWS = 2_000
#: Found inside a cell of another kind these stay: their shape leaves no doubt.
_SURE = frozenset({_E.EMAIL, _E.VN_ID_QR, _E.VN_MRZ, _E.VN_VIETQR, _E.SOCIAL_ACCOUNT})
#: Words of a cell up to which it speaks for itself; three may be a name in small letters.
_FEW = 2
#: Cells that one address may seem to run over.
_MOST_CROSSED = 8
#: Why a name was found that the words around it made one.
_BY_CONTEXT = frozenset({"person_witness", "person_context", "person_birth"})
#: These may go on in the next cell.
_WORDED = frozenset(
    {
        _E.PERSON,
        _E.VN_ADDRESS,
        _E.HEALTH_INFO,
        _E.PLACE_OF_BIRTH,
        _E.ISSUE_AUTHORITY,
        _E.VN_ID_QR,
        _E.VN_MRZ,
        _E.CUSTOM,
    }
)

_Span = tuple[int, int]


@dataclass(slots=True)
class _Table:
    """Lines of equally many cells: each a list of spans in the text."""

    separator: re.Pattern[str]
    width: int
    rows: list[list[_Span]] = field(default_factory=list)
    last_line: int = 0

    @property
    def span(self) -> _Span:
        """From the first cell to the last."""
        return min(row[0][0] for row in self.rows), max(row[-1][1] for row in self.rows)


def refined(folded: Folded, found: Iterable[Found], find_many: FindMany) -> list[Found]:
    """Return the findings of a text, corrected by what its drawn tables say.

    Args:
        folded: the text.
        found: what single lines say.
        find_many: the detector for texts with a label, asked for the cells of forms.
    """
    found = list(found)
    tables = _tables(folded.text)
    if not tables:
        return found
    result: list[Found] = []
    for together, items in _overlapping(tables, found):
        for table in together:
            rows = [[folded.text[a:b] for a, b in row] for row in table.rows]
            items = _judged(table, rows, items, find_many)
        result += items
    return result


def _overlapping(
    tables: Sequence[_Table], found: Sequence[Found]
) -> Iterator[tuple[list[_Table], list[Found]]]:
    """Yield tables with the findings that touch them, and findings that touch none; each in the order given."""
    spans = [(item.start, item.end, number) for number, item in enumerate(found)]
    spans += [(*table.span, -1 - number) for number, table in enumerate(tables)]
    spans.sort()
    group: list[int] = []
    reach = 0
    for start, end, number in (*spans, (sys.maxsize, sys.maxsize, 0)):
        if group and start >= reach:
            of_tables = sorted(-1 - member for member in group if member < 0)
            yield (
                [tables[n] for n in of_tables],
                [found[member] for member in sorted(group) if member >= 0],
            )
            group = []
        group.append(number)
        reach = max(reach, end)


def _tables(text: str) -> list[_Table]:
    if not any(sign in text for sign in _SIGNS) and _EXPORT.search(text) is None:
        return []
    tables: list[_Table] = []
    open_tables: list[_Table] = []
    for number, line in enumerate(_LINE.finditer(text)):
        open_tables = [table for table in open_tables if number - table.last_line <= _MOST_BETWEEN]
        separator, cells = _cells(line.group(), line.start())
        narrow = len(cells) < _LEAST_CELLS and not _is_of_two(open_tables, separator, cells, text)
        if narrow or _RULE.fullmatch(line.group()):
            for table in open_tables:
                table.last_line += _RULE.fullmatch(line.group()) is not None
            continue
        same = next(
            (
                t
                for t in open_tables
                if t.separator is separator and t.width == len(cells) and len(t.rows) < _MOST_ROWS
            ),
            None,
        )
        if same is None and separator in (_WIDE, _TAB):
            same, cells = _with_empty_cells(open_tables, separator, cells, text)
        exported = separator in (_SEMICOLON, _COMMA)
        if same is None and exported and not heads_columns([text[a:b] for a, b in cells]):
            continue
        if same is None:
            same = _Table(separator, len(cells))
            tables.append(same)
            open_tables.append(same)
        same.rows.append(cells)
        same.last_line = number
    return [table for table in tables if len(table.rows) >= 2]


def _is_of_two(tables: Iterable[_Table], separator: re.Pattern[str], cells: list[_Span], text: str) -> bool:
    """Return whether a line of two cells heads a table of two columns, or is a row of one: lines of forms have two, too."""
    if len(cells) != _TWO or text[cells[0][1] - 1] == ":":
        return False
    if any(table.width == _TWO and table.separator is separator for table in tables):
        return True
    return heads_columns([text[a:b] for a, b in cells])


def _with_empty_cells(
    tables: Iterable[_Table], separator: re.Pattern[str], cells: list[_Span], text: str
) -> tuple[_Table | None, list[_Span]]:
    """Return the table with heads that a shorter row belongs to, and its cells, the empty ones without extent."""
    for table in tables:
        if table.separator is not separator or table.width <= len(cells) or len(table.rows) >= _MOST_ROWS:
            continue
        heads = heads_of(tuple(text[a:b] for a, b in table.rows[0]))
        chosen = columns_of(heads, [text[a:b] for a, b in cells]) if heads else ()
        if chosen:
            end = cells[-1][1]
            whole = [(end, end)] * table.width
            for column, cell in zip(chosen, cells, strict=True):
                whole[column] = cell
            return table, whole
    return None, cells


def _cells(line: str, start: int) -> tuple[re.Pattern[str], list[_Span]]:
    """Return how a line is parted and its cells; bars go before tabs, tabs before the marks of exports and wide spaces."""
    separator = _BAR if "|" in line else _TAB if "\t" in line else _WIDE
    if separator is _WIDE and "  " not in line.strip():
        separator = next(
            (
                mark
                for mark, sign in ((_SEMICOLON, ";"), (_COMMA, ","))
                if line.count(sign) >= _EXPORTED and f"{sign} " not in line
            ),
            _WIDE,
        )
    left = len(line) - len(line.lstrip())
    right = len(line.rstrip())
    spans: list[_Span] = []
    position = left
    for match in separator.finditer(line, left, right):
        spans.append((start + position, start + match.start()))
        position = match.end()
    spans.append((start + position, start + right))
    if separator is _BAR:  # the bars at both ends are the frame
        spans = spans[1 if spans[0][0] >= spans[0][1] else 0 :]
        spans = spans[: -1 if spans and spans[-1][0] >= spans[-1][1] else None]
    return separator, spans


def _judged(
    table: _Table, rows: Sequence[Sequence[str]], found: list[Found], find_many: FindMany
) -> list[Found]:
    inside = _by_cell(table, found)

    def hits_of(texts: Sequence[str], label: str) -> list[tuple[Hit, ...]]:
        places = {rows[i][j]: (i, j) for i, j in inside}
        answer = []
        for text in texts:
            place = places.get(text)
            items = inside[place] if place else ()
            start = table.rows[place[0]][place[1]][0] if place else 0
            answer.append(
                tuple(
                    Hit(f.start - start, f.end - start, f.entity_type, f.score, f.reason, f.keep)
                    for f in items
                )
            )
        return answer

    blocks = [
        judged
        for judged in columns.judge_blocks(rows, None, hits_of)
        if judged.form or judged.block.headers or len(rows) >= _LEAST_ROWS
    ]
    if any(judged.block.headers for judged in blocks):
        found = _within_cells(table, rows, found, find_many)
        inside = _by_cell(table, found)
    dropped: set[int] = set()
    further: list[Found] = []
    for judged in blocks:
        if judged.form:
            further.extend(_of_form(table, rows, judged.block, find_many))
            continue
        if judged.block.headers:
            for number in range(judged.block.top, judged.block.first):
                for index in range(table.width):
                    dropped.update(_doubtful(inside.get((number, index), ()), header=True))
        for column in judged.columns:
            if column.entity_type is not None:
                cells = list(_of_column(table, column, judged.owners, judged.block.headers))
                further.extend(cells)
                kept = {(cell.start, cell.end) for cell in cells if cell.keep}
                dropped.update(
                    id(f)
                    for number, _, _ in column.values
                    for f in inside.get((number, column.index), ())
                    if f.entity_type is column.entity_type
                    and table.rows[number][column.index] in kept
                    and f.tier <= Tier.LABEL
                )
            elif column.skipped:
                for number, _, text in column.values:
                    if column.things or " " not in text or not any(char.isalpha() for char in text):
                        dropped.update(_doubtful(inside.get((number, column.index), ())))
            if column.entity_type is None and judged.block.headers:
                dropped.update(_of_neighbours(column, inside, find_many))
    return [item for item in found if id(item) not in dropped] + further


def _of_neighbours(
    column: Column, inside: Mapping[tuple[int, int], Sequence[Found]], find_many: FindMany
) -> Iterator[int]:
    """Yield the names that only the cells beside them made names: in an untyped column a cell speaks for itself."""
    told = {
        text
        for number, _, text in column.values
        if len(text.split()) <= _FEW
        and [f for f in inside.get((number, column.index), ()) if f.reason.code in _BY_CONTEXT]
    }
    texts = sorted(told)
    for text, hits in zip(texts, find_many(texts, "") if texts else (), strict=True):
        if not any(hit.entity_type is _E.PERSON for hit in hits):
            for number, _, own in column.values:
                if own == text:
                    yield from (
                        id(f) for f in inside.get((number, column.index), ()) if f.reason.code in _BY_CONTEXT
                    )


def _of_form(
    table: _Table, rows: Sequence[Sequence[str]], block: Block, find_many: FindMany
) -> Iterable[Found]:
    """Yield what the second and further values beside a label are; the first one its line has told already."""
    free: dict[str, list[tuple[int, int, str]]] = {}
    read_form(rows, block, free)
    for label, cells in free.items():
        further = [cell for cell in cells if label and cell[1] >= 2]
        for (row, index, _), hits in zip(
            further, find_many([text for _, _, text in further], label), strict=True
        ):
            start = table.rows[row][index][0]
            for hit in hits:
                yield Found(
                    start + hit.start,
                    start + hit.end,
                    hit.entity_type,
                    hit.score,
                    hit.reason,
                    hit.keep,
                    Tier.LABEL,
                )


def _doubtful(items: Iterable[Found], *, header: bool = False) -> set[int]:
    return {
        id(item)
        for item in items
        if item.tier < Tier.CONTAINER
        and (header or item.entity_type not in _SURE)
        and not (header and item.entity_type is _E.PERSON and item.score >= CERTAIN)  # a roster's head row
    }


def _of_column(table: _Table, column: Column, owners: Owners, headers: dict[int, str]) -> Iterable[Found]:
    assert column.entity_type is not None
    known = column.header is not None and column.index in headers
    for number, _, text in column.values:
        if column.entity_type is _E.PERSON and is_organisation(text):
            continue
        start, end = table.rows[number][column.index]
        firm = owners.is_organisations(column.index, column.header_text, column.entity_type, number, text)
        keep = column.keep or ("organisation_data" if firm else "")
        yield Found(
            start,
            end,
            column.entity_type,
            column.score,
            column.reason,
            keep,
            Tier.LABEL if known else Tier.NEIGHBOUR,
        )


def _within_cells(
    table: _Table, rows: Sequence[Sequence[str]], found: Iterable[Found], find_many: FindMany
) -> list[Found]:
    """Return the findings; those that seem to go on in another cell are cut.

    A number is cut to the cell that holds most of it; of an address each cell keeps what it says by itself.
    """
    first, places = _places(table)
    result = []
    for item in found:
        at = max(bisect_right(first, item.start) - 1, 0)
        crosses = item.end > places[at][1]
        if item.entity_type is _E.VN_ADDRESS and crosses and item.start < places[at][1]:
            touched = [place for place in places[at : at + _MOST_CROSSED] if place[0] < item.end]
            texts = [rows[i][j] for *_, i, j in touched]
            for (start, _, *_), hits in zip(touched, find_many(texts, ""), strict=True):
                result += [
                    replace(item, start=start + hit.start, end=start + hit.end, keep=hit.keep or item.keep)
                    for hit in hits
                    if hit.entity_type is _E.VN_ADDRESS
                ]
            continue
        if item.entity_type not in _WORDED and crosses:
            shares = [
                (min(item.end, b) - max(item.start, a), max(item.start, a), min(item.end, b))
                for a, b, *_ in places[at : at + 4]
            ]
            size, start, end = max(shares)
            if size > 0:
                item = replace(item, start=start, end=end)
        result.append(item)
    return result


def _by_cell(table: _Table, found: Iterable[Found]) -> dict[tuple[int, int], list[Found]]:
    """Return the findings that lie inside one cell, by row and column."""
    first, places = _places(table)
    inside: dict[tuple[int, int], list[Found]] = {}
    for item in found:
        at = bisect_right(first, item.start) - 1
        if at >= 0 and item.end <= places[at][1]:
            inside.setdefault(places[at][2:], []).append(item)
    return inside


def _places(table: _Table) -> tuple[list[int], list[tuple[int, int, int, int]]]:
    """Return the cells in order of position: starts; start, end, row, column."""
    places = sorted((a, b, i, j) for i, row in enumerate(table.rows) for j, (a, b) in enumerate(row))
    return [place[0] for place in places], places
