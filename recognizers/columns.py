"""Tables: whole columns first, then single cells.

A sheet is cut into blocks, each with a header of one to three rows (found anywhere, merged cells carried to the
right) or none. A column is typed by its header; without one by the shape that most of its cells share, and by
its neighbours where the shape alone is weak (lost zeros, nine digits, dates). A typed column covers every
non-empty cell, also those that lost their zeros or became ``1.09E+10``; cells of another kind make it
``mixed``, for a person to look at. Everything else (titles, notes, forms with the label left and the value
right, free text) goes through the detector for texts, each distinct value once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from recognizers import table_bare as bare
from recognizers import table_codes as codes
from recognizers import table_lists as lists
from recognizers import table_machines as machines
from recognizers import table_neighbours as neighbours
from recognizers import table_of_one as of_one
from recognizers import table_owners as owned
from recognizers import table_registers as registers
from recognizers import table_told as told
from recognizers import table_unsure as unsure
from recognizers.cell_fits import fits
from recognizers.cells import name_of_household, plain, shown
from recognizers.entities import EntityType
from recognizers.folding import fold
from recognizers.free_cells import (
    FreeCells,
    as_stored,
    collect_free,
    collect_strangers,
    collect_titles,
    read_free,
)
from recognizers.lost_zeros import lost_zeros, lost_zeros_of_phones
from recognizers.results import CellHit, ColumnHit, Reason, TableHits, named_rows
from recognizers.rosters import on_duty
from recognizers.standing import OFFICER
from recognizers.table_blanks import part_blanks
from recognizers.table_blocks import Block, blocks_of
from recognizers.table_column_hits import cell_by_cell, hits_of
from recognizers.table_columns import (
    Column,
    FindMany,
    carry_births,
    carry_names,
    columns_of,
    type_by_names,
    type_by_shape,
)
from recognizers.table_forms import is_form, is_listed_form, joined_values, labelled_values, read_form
from recognizers.table_headed import type_by_header
from recognizers.table_in_print import mark_print
from recognizers.table_land import certificates
from recognizers.table_letter_head import letter_head_of
from recognizers.table_matters import mark_classes, mark_things
from recognizers.table_of_one import names_one
from recognizers.table_officers import keep_officers
from recognizers.table_parts import in_parts, without_overlaps
from recognizers.table_people_codes import codes_of_people
from recognizers.table_places import is_place, is_place_of_list, places_in
from recognizers.table_remarks import told_remarks
from recognizers.table_rows import Rows
from recognizers.table_signed import signed_cells
from recognizers.table_strays import part_heads, part_remarks
from recognizers.table_subjects import NOBODY, Unnamed, unnamed
from recognizers.table_topics import names_holder, titles_above
from recognizers.table_turned import beside, is_on_its_side, of_columns, on_its_side, shifted, turned_back
from recognizers.table_units import begin_like_units, mark_places_lived_in, mark_units

_E = EntityType

#: What the letter-head of an organisation holds of its own. Twelve digits are a person's even there.
_COMPANY_DATA = frozenset({_E.VN_TAX_CODE, _E.VN_PHONE, _E.VN_ADDRESS, _E.VN_BANK_ACCOUNT})
#: In a title, a note or a form beside the columns: somebody is named.
_NAMING = frozenset({_E.PERSON, _E.VN_PERSONAL_ID, _E.VN_CMND, _E.EMPLOYEE_ID, _E.STUDENT_ID})
_Found = TypeVar("_Found", ColumnHit, CellHit)


@dataclass(slots=True)
class Judged:
    """One block of a table and what its columns hold.

    Attributes:
        block: where it stands.
        form: whether labels stand left and values right; then there are no columns.
        columns: those with values, left to right.
        owners: whose the rows are.
    """

    block: Block
    form: bool
    columns: list[Column]
    owners: owned.Owners


def find_table(
    rows: Rows,
    header: Sequence[str] | None,
    find_many: FindMany,
    named: Collection[tuple[int, int]] = (),
) -> TableHits:
    """Return the hits of one table.

    Args:
        rows: typed cells from the first row of the grid.
        header: column names known from outside the grid, or None to look for them.
        find_many: the detector for texts: texts and a label → hits of each.
        named: cells, by row and column, that are known to name people; a table on its side is asked without.
    """
    if header is None and is_on_its_side(rows):
        turned = on_its_side(rows)
        return turned_back(_find_upright(turned, None, find_many), turned)
    if header is None and (parts := beside(rows)):
        found = [
            shifted(
                _find_upright(
                    of_columns(rows, first, last),
                    None,
                    find_many,
                    frozenset((row, column - first) for row, column in named),
                ),
                first,
            )
            for first, last in parts
        ]
        return TableHits(
            tuple(hit for part in found for hit in part.columns),
            tuple(
                sorted((hit for part in found for hit in part.cells), key=lambda hit: (hit.row, hit.column))
            ),
            tuple(place for part in found for place in part.things),
        )
    return _find_upright(rows, header, find_many, frozenset(named))


def _find_upright(
    rows: Rows,
    header: Sequence[str] | None,
    find_many: FindMany,
    named: frozenset[tuple[int, int]] = frozenset(),
) -> TableHits:
    columns: list[ColumnHit] = []
    cells: list[CellHit] = []
    free: FreeCells = {}
    letter_head: set[int] = set()
    of_offices: set[int] = set()
    owning: list[Judged] = []
    offices: set[tuple[int, int]] = set()
    places: set[tuple[int, int]] = set()
    nobodys: list[Unnamed] = []
    titled: set[int] = set()  # rows above what is listed of several people
    alone: list[CellHit] = []  # stands where nothing else is found
    parts: list[CellHit] = []  # stands beside what is found in its cell
    numbers: list[CellHit] = []  # somebody's in rows of people
    decoded = _decoded(rows)
    things: list[tuple[int, int, int]] = []
    headed = False
    for judged in judge_blocks(decoded, header, find_many, named):
        if judged.block.headers and not headed:
            headed = True
            letter_head = letter_head_of(decoded, judged.block.top)
        if judged.form:
            read_form(decoded, judged.block, free)
            alone.extend(joined_values(decoded, judged.block))
            alone.extend(labelled_values(decoded, judged.block))
            continue
        places.update(places_in(judged.columns))
        things.extend(
            (column.index, judged.block.first, judged.block.last)
            for column in judged.columns
            if column.surely_things or owned.is_of_employers(column)
        )
        ringing = owned.rows_of_offices(judged.columns)
        of_offices |= ringing
        if judged.owners.names:
            owning.append(judged)
        alone.extend(certificates(judged.columns, decoded))
        alone.extend(signed_cells(judged.columns))
        alone.extend(told_remarks(judged.columns))
        alone.extend(on_duty(judged.columns))
        parts.extend(in_parts(judged.columns))
        numbers.extend(lost_zeros(judged.columns))
        alone.extend(lost_zeros_of_phones(judged.columns))
        rows_of_nobody = unnamed(
            judged.columns, judged.block.first, judged.block.last, judged.owners.of_organisations
        )
        if rows_of_nobody is not None:
            nobodys.append(rows_of_nobody)
        for column in judged.columns:
            if judged.owners.names and column.entity_type is _E.PERSON:
                _part_organisations(column, judged.owners)
            collect_strangers(decoded, column, free)
            if column.entity_type is None or column.is_named:  # the tagger says which words of it are names
                alone.extend(_households(rows, column, judged.owners))
                collect_free(decoded, column, free)
                if column.keep == OFFICER:
                    offices.update((number, column.index) for number, _, _ in column.values)
                continue
            kept = _of_organisations(column, judged.owners) | _landlines(column, ringing)
            if column.entity_type is _E.VN_ADDRESS and owned.is_of_employers(column):
                kept |= {number for number, _, _ in column.values}
            kept |= machines.rows_of_nobody(column, judged.columns) | owned.role_mailboxes(column)
            if column.parted or 0 < len(kept) < len(column.values):
                cells.extend(cell_by_cell(column, kept))
            elif column.values:
                column.keep = column.keep or ("organisation_data" if kept else "")
                columns.extend(hits_of(column))
        collect_titles(decoded, judged.block, free)
        if any(column.entity_type is _E.PERSON and len(column.values) > 1 for column in judged.columns):
            titled.update(range(judged.block.first))
    cells.extend(
        replace(hit, keep="organisation_data")
        if not hit.keep
        and (
            (hit.row in letter_head and hit.entity_type in _COMPANY_DATA)
            or _in_row_of_organisation(decoded, hit, owning)
            or (hit.row in of_offices and _is_landline(decoded, hit))
            or (hit.entity_type is _E.VN_ADDRESS and _among(things, hit))
        )
        else hit
        for hit in read_free(as_stored(free, rows), find_many)
    )
    cells = [
        replace(hit, keep=OFFICER)
        if not hit.keep and hit.entity_type is _E.PERSON and (hit.row, hit.column) in offices
        else hit
        for hit in cells
        if not ((hit.row, hit.column) in places and is_place(hit))
        and not (hit.row in titled and is_place_of_list(hit, decoded[hit.row]))
    ]
    cells.extend(without_overlaps(parts, cells, columns))
    alone.extend(_of_people(numbers, columns, cells))
    seen = {(hit.row, hit.column) for hit in cells}
    cells.extend(hit for hit in alone if (hit.row, hit.column) not in seen)
    if nobodys and not any(hit.entity_type in _NAMING and not hit.keep for hit in cells):
        columns = [_told_of_nobody(hit, hit.first_row, nobodys) for hit in columns]
        cells = [_told_of_nobody(hit, hit.row, nobodys) for hit in cells]
    return TableHits(tuple(columns), tuple(cells), tuple(things))


def _of_people(
    numbers: Sequence[CellHit], columns: Sequence[ColumnHit], cells: Sequence[CellHit]
) -> Iterator[CellHit]:
    """Yield those in whose row somebody is named."""
    if not numbers:
        return
    named = named_rows(columns, cells)
    yield from (hit for hit in numbers if hit.row in named)


def _among(things: Sequence[tuple[int, int, int]], hit: CellHit) -> bool:
    return any(hit.column == column and first <= hit.row <= last for column, first, last in things)


def _told_of_nobody(hit: _Found, row: int, nobodys: Sequence[Unnamed]) -> _Found:
    """Return a hit, proposed to be kept if it stands in rows that are about nobody."""
    if hit.keep or not any(rows.covers(row, hit.entity_type) for rows in nobodys):
        return hit
    return replace(hit, keep=NOBODY)


def judge_blocks(
    rows: Rows,
    header: Sequence[str] | None,
    find_many: FindMany,
    named: frozenset[tuple[int, int]] = frozenset(),
) -> Iterator[Judged]:
    """Yield the blocks of a table with what each column holds; ``named`` are cells known to name people."""
    one = False
    for block in blocks_of(rows, header):
        if is_form(rows, block) or is_listed_form(rows, block):
            one = one or names_one(rows, block)
            yield Judged(block, True, [], owned.Owners())
            continue
        found = columns_of(rows, block)
        titles = titles_above(rows, block) if block.headers else []
        carry_names(found)
        carry_births(found)
        mark_print(found)
        mark_things(found)
        mark_units(found)
        mark_places_lived_in(found)
        mark_classes(found)
        for column in found:
            if not column.things:
                type_by_header(column, found)
        for column in found:
            if column.entity_type is None and not column.skipped and not begin_like_units(column):
                type_by_shape(column, find_many)
            if named and column.entity_type is None:
                type_by_names(column, named)
        for column in found:
            if column.entity_type is _E.PERSON:
                part_remarks(column)
        lists.names_by_surname(found)
        if not owned.owners_of(found).of_organisations:
            neighbours.judge(found)
            lists.judge(found)
            told.judge(found, titles)
            if unsure.judge(found):
                told.judge(found, titles)
            codes_of_people(found)
            codes.judge(found)
            machines.judge(found)
            registers.judge(found)
            bare.judge(found, bool(block.headers))
        if block.headers and (one or (of_one.are_movements(found) and names_holder(titles, find_many))):
            of_one.judge(found)
        owned.keep_role_mailboxes(found)
        owned.keep_duty_lines(found)
        owned.keep_firms_accounts(found)
        if not block.headers:
            _drop_unknown_header(block, found)
        owners = owned.owners_of(found)
        keep_officers(found, owners.of_organisations)
        for column in found:
            part_blanks(column)
            part_heads(column)
        yield Judged(block, False, found, owners)


def _drop_unknown_header(block: Block, found: list[Column]) -> None:
    """Take the first row out of typed columns if most of its cells do not fit: a header nobody knew ("T2", "T3")."""
    typed = [column for column in found if column.entity_type is not None and len(column.values) > 1]
    first = [column for column in typed if column.values[0][0] == block.first]
    strange = [c for c in first if c.entity_type is not None and not fits(c.entity_type, *c.values[0][1:])]
    if strange and len(strange) * 2 >= len(first):
        for column in first:
            del column.values[0]


def _of_organisations(column: Column, owners: owned.Owners) -> frozenset[int]:
    """Return the rows in which a column's value is an organisation's."""
    kind = column.entity_type
    if kind is None or kind not in owned.OWNED or not owners.names:
        return frozenset()
    return frozenset(
        number
        for number, _, text in column.values
        if owners.is_organisations(column.index, column.header_text, kind, number, text)
    )


def _landlines(column: Column, ringing: frozenset[int]) -> frozenset[int]:
    """Return the rows in which a telephone rings in the office of the row."""
    if column.entity_type is not _E.VN_PHONE or not ringing:
        return frozenset()
    return frozenset(
        number for number, _, text in column.values if number in ringing and owned.is_landline(text)
    )


def _is_landline(rows: Rows, hit: CellHit) -> bool:
    return hit.entity_type is _E.VN_PHONE and owned.is_landline(
        shown(rows[hit.row][hit.column])[hit.start : hit.end].strip()
    )


def _part_organisations(column: Column, owners: owned.Owners) -> None:
    """Take the names of organisations out of a column of people: they are read like any other text."""
    people: list[tuple[int, object, str]] = []
    firms: list[tuple[int, object, str]] = []
    for place in column.values:
        (firms if owners.organisation_named(column.index, place[0]) else people).append(place)
    if firms and people:
        column.values = people
        column.strangers = [*column.strangers, *firms]


def _households(rows: Rows, column: Column, owners: owned.Owners) -> Iterator[CellHit]:
    """Yield the names of people behind "Hộ KD" in a column of names of both."""
    if not any(names.index == column.index for names in owners.names):
        return
    for number, _, text in column.values:
        start = name_of_household(text)
        if start and rows[number][column.index] == text:
            yield CellHit(number, column.index, _E.PERSON, 0.8, _IN_BUSINESS, start, len(text))


_IN_BUSINESS = Reason("value_labelled", "Hộ KD")


def _in_row_of_organisation(rows: Rows, hit: CellHit, owning: Sequence[Judged]) -> bool:
    """Return whether what was found in a cell of its own is the data of the organisation whose row it is."""
    for judged in owning:
        if judged.block.first <= hit.row <= judged.block.last:
            text = shown(rows[hit.row][hit.column])[hit.start : hit.end]
            header = plain(judged.block.headers.get(hit.column, ""))
            return judged.owners.is_organisations(hit.column, header, hit.entity_type, hit.row, text)
    return False


def _decoded(rows: Rows) -> Rows:
    """Return the rows with TCVN3 or VNI text decoded, for judging; one encoding per table, decided by all its words."""
    sample: dict[str, None] = {}
    for row in rows[:400]:
        for value in row:
            if isinstance(value, str) and not value.isascii():
                sample[value] = None
    folded = fold("\n".join(sample)) if sample else None
    if folded is None or not folded.encoding:
        return rows
    known: dict[str, str] = {}

    def read(value: object) -> object:
        if not isinstance(value, str) or value.isascii():
            return value
        if value not in known:
            known[value] = fold(value, folded.encoding).text
        return known[value]

    return [[read(value) for value in row] for row in rows]
