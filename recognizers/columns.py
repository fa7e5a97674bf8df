"""Tables: whole columns first, then single cells.

A sheet is cut into blocks, each with a header of one to three rows (found anywhere, merged cells carried to the
right) or none. A column is typed by its header; without one by the shape that most of its cells share, and by
its neighbours where the shape alone is weak (lost zeros, nine digits, dates). A typed column covers every
non-empty cell, also those that lost their zeros or became ``1.09E+10``; cells of another kind make it
``mixed``, for a person to look at. Everything else (titles, notes, forms with the label left and the value
right, free text) goes through the detector for texts, each distinct value once.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from recognizers import cells as cell_forms
from recognizers.cells import fits, is_name, is_organisation, plain, shape_of, shown, weak_shape_of
from recognizers.clues import Clue
from recognizers.email import is_role_mailbox
from recognizers.entities import EntityType
from recognizers.folding import fold, key_of
from recognizers.headers import HARMLESS, Header, is_label_like, is_sub_header, read_header
from recognizers.results import CellHit, ColumnHit, Hit, Reason, TableHits

FindMany = Callable[[Sequence[str], str], list[tuple[Hit, ...]]]
Rows = Sequence[Sequence[object]]

_E = EntityType
_SHARE = 0.6
_MAX_HEADER_ROWS = 3
#: How many distinct values of an untyped column are read to learn what it is.
_SAMPLE = 60
#: Columns typed only beside columns of people.
_WEAK = frozenset({_E.VN_CMND, _E.DATE_OF_BIRTH})
_PEOPLE = frozenset(
    {
        _E.PERSON,
        _E.VN_PERSONAL_ID,
        _E.VN_PHONE,
        _E.VN_CMND,
        _E.DATE_OF_BIRTH,
        _E.VN_BHXH,
        _E.VN_BHYT,
        _E.VN_ADDRESS,
        _E.VN_TAX_CODE,
        _E.STUDENT_ID,
        _E.EMPLOYEE_ID,
    }
)
#: Types for which a header alone, with no fitting cell, is not enough.
_NEED_FIT = frozenset(
    {
        _E.ETHNICITY,
        _E.RELIGION,
        _E.NATIONALITY,
        _E.MARITAL_STATUS,
        _E.FAMILY_RELATION,
        _E.VN_PERSONAL_ID,
        _E.VN_CMND,
        _E.VN_PHONE,
        _E.VN_BANK_ACCOUNT,
        _E.VN_TAX_CODE,
        _E.VN_BHXH,
        _E.DATE_OF_BIRTH,
        _E.INCOME,
        _E.VN_PLATE,
        _E.EMAIL,
        _E.GENDER,
        _E.AGE,
        _E.ISSUE_DATE,
        _E.BANK_CARD,
        _E.VN_PASSPORT,
        _E.VN_BHYT,
        _E.VN_DRIVER_LICENSE,
    }
)
_CLOSED = {_E.GENDER}


@dataclass(slots=True)
class _Block:
    """Rows that belong together: header rows ``top`` … ``first - 1``, data rows ``first`` … ``last``."""

    top: int
    first: int
    last: int
    headers: dict[int, str] = field(default_factory=dict)


_BY_HEADER = Reason("column_header")


@dataclass(slots=True)
class _Column:
    index: int
    header_text: str
    header: Header | None
    values: list[tuple[int, object, str]]  # row, value, plain text; non-empty cells only
    entity_type: EntityType | None = None
    score: float = 0.0
    reason: Reason = _BY_HEADER
    share: float = 0.0
    mixed: bool = False
    keep: str = ""
    skipped: bool = False


def find_table(rows: Rows, header: Sequence[str] | None, find_many: FindMany) -> TableHits:
    """Return the hits of one table.

    Args:
        rows: typed cells from the first row of the grid.
        header: column names known from outside the grid, or None to look for them.
        find_many: the detector for texts: texts and a label → hits of each.
    """
    columns: list[ColumnHit] = []
    cells: list[CellHit] = []
    original = rows
    rows = _decoded(rows)
    free: dict[str, list[tuple[int, int, str]]] = {}
    for block in _blocks(rows, header):
        if _is_form(rows, block):
            _read_form(rows, block, free)
            continue
        found = [_column(rows, block, index) for index in range(_width(rows, block))]
        found = [column for column in found if column.values]
        _carry_names(found)
        _carry_births(found)
        for column in found:
            _type_by_header(column, found)
        for column in found:
            if column.entity_type is None and not column.skipped:
                _type_by_shape(column, find_many)
        _type_by_neighbours(found)
        _codes_of_people(found)
        _gender_crosses(found)
        _marks_beside(found)
        _organisations(found)
        companies = _company_rows(found)
        for column in found:
            if (
                column.entity_type in (*_OWNED, _E.PERSON)
                and companies
                and not companies.issuperset(number for number, _, _ in column.values)
            ):
                cells.extend(_cell_by_cell(column, companies))
            elif column.entity_type is not None:
                columns.append(_hit(column))
            else:
                _collect_free(column, free)
        _collect_titles(rows, block, free)
    cells.extend(_read_free(_as_stored(free, original), find_many))
    return TableHits(tuple(columns), tuple(cells))


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


def _as_stored(
    free: dict[str, list[tuple[int, int, str]]], rows: Rows
) -> dict[str, list[tuple[int, int, str]]]:
    """Return the places with the text as stored: offsets are those of the cell as given."""
    return {
        label: [(row, column, shown(rows[row][column])) for row, column, _ in places]
        for label, places in free.items()
    }


# --- blocks ---------------------------------------------------------------------------------------------------------


def _texts(row: Sequence[object]) -> list[tuple[int, str]]:
    return [(i, text) for i, value in enumerate(row) if value is not None and (text := shown(value).strip())]


def _header_score(row: Sequence[object]) -> tuple[int, int]:
    """Return how many cells of a row are labels and how many are not empty; (0, n) if it is no header at all."""
    count = labels = 0
    for value in row:
        if value is None or value == "":
            continue
        if not isinstance(value, str):
            return 0, 0
        text = value.strip()
        if not text:
            continue
        count += 1
        if not is_label_like(text):
            continue
        if read_header(text) is not None or is_sub_header(text):
            labels += 1
    return labels, count


def _is_header(rows: Rows, number: int) -> bool:
    row = rows[number]
    labels, count = _header_score(row)
    if labels < 1 or count < 2 or _is_pairs(row):
        return False
    return (labels >= 2 and labels * 2 >= count) or (count >= 3 and _above_data(rows, number))


def _above_data(rows: Rows, number: int) -> bool:
    """A row of words without digits above a row with numbers."""
    if number + 1 >= len(rows) or any(any(c.isdigit() for c in text) for _, text in _texts(rows[number])):
        return False
    return sum(any(c.isdigit() for c in text) for _, text in _texts(rows[number + 1])) >= 2


def _is_pairs(row: Sequence[object]) -> bool:
    """A form's row: label, value, label, value."""
    known = [read_header(text.rstrip(" :")) is not None and not is_name_only(text) for _, text in _texts(row)]
    return len(known) >= 2 and len(known) % 2 == 0 and all(known[::2]) and not any(known[1::2])


def _is_numbering(row: Sequence[object]) -> bool:
    """Rows such as ``(1) (2) (3)`` or ``A B 1 2`` under a header."""
    texts = [text.strip("()[] ") for _, text in _texts(row)]
    return (
        len(texts) >= 2
        and all(len(text) <= 2 for text in texts)
        and sum(text.isdigit() for text in texts) * 2 >= len(texts)
        and len({*texts}) == len(texts)
        and all((text.isdigit() and int(text) <= 60) or (text.isalpha() and text.isupper()) for text in texts)
    )


def _is_single(row: Sequence[object]) -> bool:
    return len(_texts(row)) == 1


def _blocks(rows: Rows, header: Sequence[str] | None) -> list[_Block]:
    total = len(rows)
    if total == 0:
        return []
    if header is not None:
        first = 1 if _repeats(rows[0], header) else 0
        return [_Block(0, first, total - 1, {i: str(text) for i, text in enumerate(header) if text})]
    starts = [number for number in range(total) if _may_start(rows, number) and _is_header(rows, number)]
    blocks: list[_Block] = []
    position = 0
    i = 0
    while i < len(starts):
        top = starts[i]
        bottom = top
        while (
            bottom + 1 < total
            and bottom + 1 - top < _MAX_HEADER_ROWS
            and _continues_header(rows, top, bottom + 1)
        ):
            bottom += 1
        first = bottom + 1
        if first < total and _is_numbering(rows[first]):
            first += 1
        following = [start for start in starts[i + 1 :] if start >= first]
        if top > position:
            blocks.append(_Block(position, position, top - 1))
        last = (following[0] if following else total) - 1
        end = _last_data_row(rows, first, last)
        blocks.append(_Block(top, first, end, _join_headers(rows, top, bottom)))
        if end < last:
            blocks.append(_Block(end + 1, end + 1, last))
        position = last + 1
        i = len(starts) - len(following)
    if position < total:
        blocks.append(_Block(position, position, total - 1))
    return blocks


def _last_data_row(rows: Rows, first: int, last: int) -> int:
    """Return the last row that is filled like the others: signatures below a table are no part of its columns."""
    filled = [len(_texts(rows[number])) for number in range(first, min(last + 1, first + 200))]
    if len(filled) < 2:
        return last
    usual = sorted(filled)[len(filled) // 2]
    end = last
    while end > first and last - end < _MAX_FOOTER and len(_texts(rows[end])) * 2 < usual:
        end -= 1
    return end


_MAX_FOOTER = 20


def _may_start(rows: Rows, number: int) -> bool:
    """Headers stand in the first rows, or after an empty row or a title."""
    if number < 40:
        return True
    before = rows[number - 1]
    filled = sum(1 for value in before if value is not None and value != "")
    return filled <= 1


def _repeats(row: Sequence[object], header: Sequence[str]) -> bool:
    return [shown(value).strip() for value in row[: len(header)]] == [str(text).strip() for text in header]


def _continues_header(rows: Rows, top: int, number: int) -> bool:
    """A second header row fills the gaps of merged cells: small words, or labels under empty or merged cells."""
    row = rows[number]
    texts = _texts(row)
    if not texts or any(not isinstance(row[i], str) for i, _ in texts):
        return False
    upper = {i for i, _ in _texts(rows[top])}
    known = sum(1 for _, text in texts if is_sub_header(text) or read_header(text) is not None)
    if known * 2 < len(texts) or not all(is_label_like(text) for _, text in texts):
        return False
    gaps = sum(1 for i, _ in texts if i not in upper)
    doubled = sum(
        1 for i, text in texts if i in upper and (read_header(text) is not None or is_sub_header(text))
    )
    return gaps >= 1 or doubled == len(texts)


def _join_headers(rows: Rows, top: int, bottom: int) -> dict[int, str]:
    """Return each column's header, upper rows first; a merged upper cell counts for the empty cells to its right."""
    joined: dict[int, list[str]] = {}
    width = max(len(rows[number]) for number in range(top, bottom + 1))
    for number in range(top, bottom + 1):
        row = rows[number]
        carried = ""
        for i in range(width):
            text = shown(row[i]).strip() if i < len(row) else ""
            if text:
                carried = text
            elif number < bottom and carried and _below_filled(rows, number, bottom, i):
                text = carried
            if text:
                parts = joined.setdefault(i, [])
                if text not in parts:
                    parts.append(text)
    return {i: " ".join(" ".join(parts).split()) for i, parts in joined.items()}


def _below_filled(rows: Rows, number: int, bottom: int, index: int) -> bool:
    return any(
        index < len(rows[lower]) and shown(rows[lower][index]).strip()
        for lower in range(number + 1, bottom + 1)
    )


def _width(rows: Rows, block: _Block) -> int:
    return max((len(rows[number]) for number in range(block.first, block.last + 1)), default=0)


# --- forms: label left, value right ---------------------------------------------------------------------------------


def _is_form(rows: Rows, block: _Block) -> bool:
    if block.headers or block.last - block.first > 400:
        return False
    pairs = filled = 0
    for number in range(block.first, block.last + 1):
        texts = _texts(rows[number])
        if len(texts) < 2:
            continue
        filled += 1
        if _is_label_cell(rows[number], texts[0][1]):
            pairs += 1
    return pairs >= 1 and pairs * 2 >= filled


def _is_label_cell(row: Sequence[object], text: str) -> bool:
    return is_label_like(text) and (read_header(text.rstrip(" :")) is not None)


def _read_form(rows: Rows, block: _Block, free: dict[str, list[tuple[int, int, str]]]) -> None:
    for number in range(block.first, block.last + 1):
        label = ""
        for index, text in _texts(rows[number]):
            if (
                isinstance(rows[number][index], str)
                and _is_label_cell(rows[number], text)
                and not is_name_only(text)
            ):
                label = text.rstrip(" :")
                continue
            free.setdefault(label, []).append((number, index, shown(rows[number][index])))


def is_name_only(text: str) -> bool:
    """Return whether a text that reads like a label is more likely a value ("Nam" under "Giới tính")."""
    return key_of(text) in {"nam", "nu"}


# --- columns --------------------------------------------------------------------------------------------------------


def _column(rows: Rows, block: _Block, index: int) -> _Column:
    values: list[tuple[int, object, str]] = []
    for number in range(block.first, block.last + 1):
        row = rows[number]
        if index < len(row):
            value = row[index]
            if value is not None and value != "":
                text = plain(value)
                if text:
                    values.append((number, value, text))
    header_text = block.headers.get(index, "")
    return _Column(index, header_text, read_header(header_text) if header_text else None, values)


def _carry_names(found: list[_Column]) -> None:
    """A name header merged over two columns: the second has no header of its own and holds short words."""
    for left, right in pairwise(found):
        if right.header_text or left.header is None or right.index != left.index + 1:
            continue
        if (
            left.header.entity_type is _E.PERSON
            and _share_of(right, lambda v, t: is_name(t) and len(t) <= 20) >= 0.8
        ):
            right.header, right.header_text = left.header, left.header_text


def _carry_births(found: list[_Column]) -> None:
    """Columns "Ngày" and "Tháng" directly left of "Năm sinh" are its day and month."""
    for i, column in enumerate(found):
        if column.header is None or column.header.entity_type is not _E.DATE_OF_BIRTH:
            continue
        for left in reversed(found[max(0, i - 2) : i]):
            if key_of(left.header_text.strip()) not in ("ngay", "thang", "d", "m", "day", "month"):
                break
            left.header = column.header


def _share_of(column: _Column, check: Callable[[object, str], bool]) -> float:
    distinct: dict[str, bool] = {}
    good = 0
    for _, value, text in column.values:
        if text not in distinct:
            distinct[text] = check(value, text)
        good += distinct[text]
    return good / len(column.values)


#: Headers of names that are no people's; "Tên đơn vị" may still hold a person's business, so clear names count.
_THINGS_NAMED = re.compile(
    r"ten (?:phong|ban|bo phan|phan xuong|chi nhanh|ngan hang|cong ty|doanh nghiep|co quan|to chuc|don vi|truong|lop|"
    r"khoa|nganh|mon|hang|san pham|vat tu|thiet bi|tai san|thuoc|dich vu|du an|cong trinh|kho|tai lieu|tep|file|"
    r"loai|nhom|chuong trinh|de tai|duong|xa|phuong|quan|huyen|tinh)(?![a-z])"
)


def _type_by_header(column: _Column, found: list[_Column]) -> None:
    header = column.header
    if header is None:
        return
    entity_type = header.entity_type
    if entity_type is None:
        column.skipped = (
            any(clue in HARMLESS for clue in header.clues)
            and _share_of(column, lambda v, t: not isinstance(v, str) or (len(t) <= 40 and " " not in t))
            >= 0.5
        )
        return
    if (
        header.clues[0] in HARMLESS
        and header.clues[0] is not Clue.OCCUPATION
        and header.clues[0] is not Clue.BANK_NAME
    ):
        column.skipped = _share_of(column, lambda v, t: not isinstance(v, str)) >= 0.5
        return
    if (
        entity_type is _E.STUDENT_ID
        and key_of(column.header_text).startswith("ma hs")
        and not any(other.header is not None and other.header.entity_type is _E.PERSON for other in found)
    ):
        column.skipped = True  # the customs code of goods
        return
    share = _share_of(column, lambda v, t: fits(entity_type, v, t))
    if entity_type is _E.PERSON and _THINGS_NAMED.match(key_of(column.header_text.strip())):
        column.skipped = share < 0.9
        return
    if entity_type is _E.PERSON:
        organisations = _share_of(column, lambda v, t: is_organisation(t))
        if share < 0.5 or organisations > 0.5:
            return
    elif entity_type in _NEED_FIT and share < 0.2:
        return
    column.entity_type = _refined(column, entity_type)
    column.share = share
    column.score = 0.95 if share >= 0.8 else 0.85 if share >= 0.5 else 0.6
    column.reason = Reason("column_header", header.shown)
    kinds = {clue for clue in header.clues if clue not in HARMLESS}
    column.mixed = share < 0.9 or (len(kinds) > 1 and len({header.entity_type, *()}) > 1)


def _refined(column: _Column, entity_type: EntityType) -> EntityType:
    """Under "CMND/CCCD" the numbers say which; a tax-code or insurance column of 12 digits holds personal numbers."""
    lengths = Counter(len(cell_forms.digits(text)) for _, _, text in column.values)
    usual = lengths.most_common(1)[0][0]
    if entity_type in (_E.VN_PERSONAL_ID, _E.VN_CMND):
        return _E.VN_CMND if usual == 9 else _E.VN_PERSONAL_ID if usual in (10, 11, 12) else entity_type
    if entity_type in (_E.VN_TAX_CODE, _E.VN_BHXH) and usual == 12:
        return _E.VN_PERSONAL_ID
    return entity_type


def _type_by_shape(column: _Column, find_many: FindMany) -> None:
    """Type a column that its header does not type by what most of its cells are."""
    if column.header is not None and column.header.harmless:
        return
    if len(column.values) < 2:
        return
    counts: Counter[EntityType] = Counter()
    distinct: dict[str, EntityType | None] = {}
    for _, value, text in column.values:
        if text not in distinct:
            distinct[text] = shape_of(value, text)
        kind = distinct[text]
        if kind is not None:
            counts[kind] += 1
    if counts:
        kind, count = counts.most_common(1)[0]
        share = count / len(column.values)
        if share >= _SHARE and not (kind is _E.GENDER and share < 0.9):
            _set(column, kind, share, 0.85 if kind in (_E.EMAIL, _E.VN_PHONE) or share >= 0.9 else 0.7)
            return
    texts = [text for text in dict.fromkeys(t for _, v, t in column.values if isinstance(v, str))][:_SAMPLE]
    if len(texts) < 2 or sum(is_name(text) or len(text) > 12 for text in texts) * 2 < len(texts):
        return
    covered: Counter[EntityType] = Counter()
    for text, hits in zip(texts, find_many(texts, ""), strict=True):
        for hit in hits:
            if (
                hit.entity_type in (_E.PERSON, _E.VN_ADDRESS)
                and not hit.keep
                and ((hit.end - hit.start) * 10 >= len(text) * 8)
            ):
                covered[hit.entity_type] += 1
                break
    if covered:
        kind, count = covered.most_common(1)[0]
        share = count / len(texts)
        if share >= _SHARE and _share_of(column, lambda v, t: fits(kind, v, t)) >= _SHARE:
            _set(column, kind, share, 0.8)


def _set(column: _Column, kind: EntityType, share: float, score: float) -> None:
    column.entity_type, column.share, column.score = kind, share, score
    column.reason = Reason("column_shape", detail=f"{round(share * 100)} %")
    column.mixed = share < 0.9


def _type_by_neighbours(found: list[_Column]) -> None:
    """Beside a column of people, weak shapes count: lost zeros, nine digits, dates without a header."""
    if not any(column.entity_type in _PEOPLE for column in found):
        return
    for i, column in enumerate(found):
        if (
            column.entity_type is not None
            or column.skipped
            or column.header is not None
            or (column.header_text and _COUNTED_HEADER.search(key_of(column.header_text)))
        ):
            continue
        if _beside_banks(found, i):
            column.entity_type, column.share, column.score = _E.VN_BANK_ACCOUNT, 1.0, 0.6
            column.reason = Reason("column_neighbours")
            continue
        if not column.header_text and _varied_numbers(column):
            column.entity_type, column.share, column.score = _E.VN_BANK_ACCOUNT, 1.0, 0.5
            column.reason = Reason("column_neighbours")
            continue
        counts: Counter[EntityType] = Counter()
        for _, value, text in column.values:
            kind = weak_shape_of(value, text)
            if kind is not None:
                counts[kind] += 1
        if not counts:
            continue
        kind, count = counts.most_common(1)[0]
        share = count / len(column.values)
        if kind is _E.VN_CMND and _share_of(column, lambda v, t: t[:1] in "35789" and len(t) == 9) >= 0.95:
            kind = _E.VN_PHONE  # mobile numbers that lost their zero
        after_name = i > 0 and found[i - 1].entity_type is _E.PERSON
        if kind is _E.DATE_OF_BIRTH and (
            column.header_text
            or any(other.entity_type is _E.DATE_OF_BIRTH for other in found)
            or not _are_births(column, after_name)
        ):
            continue  # one column of birth dates; the others are dates of issue and of business
        if column.header_text and kind is not _E.VN_PHONE:
            continue
        if share >= 0.7:
            column.entity_type, column.share, column.score = kind, share, 0.55
            column.reason = Reason("column_neighbours")
            column.mixed = share < 0.9


def _codes_of_people(found: list[_Column]) -> None:
    """In a list of people a column of codes, another one in every row, numbers the people: "Mã số", "Code", "UID".

    Papers and orders have columns of their own kind (``HARMLESS``), except the files of patients.
    """
    people = [column for column in found if column.entity_type is _E.PERSON]
    if not people:
        return
    patients = any(
        column.entity_type in (_E.VN_BHYT, _E.HEALTH_INFO) or _PATIENT.search(key_of(column.header_text))
        for column in found
    )
    for column in found:
        if column.entity_type is not None or not column.header_text or len(column.values) < 2:
            continue
        key = key_of(column.header_text.strip())
        file_of_patient = patients and _FILE.match(key) is not None
        # a header of numbers ("Mã thẻ", "ID") whose cells are none of its kind: codes of another house
        other_kind = column.header is not None and column.header.entity_type in _CARD_KINDS
        if column.header is not None and not file_of_patient and not other_kind:
            continue
        if not file_of_patient and not other_kind and _CODE_HEADER.match(key) is None:
            continue
        distinct = len({text for _, _, text in column.values})
        shares = _share_of(column, lambda v, t: _CODE.match(t) is not None)
        if shares >= 0.9 and distinct * 20 >= len(column.values) * 19:
            _set(column, _E.MEDICAL_RECORD_NO if patients else _E.EMPLOYEE_ID, shares, 0.55)
            column.reason = Reason("column_neighbours")
            column.skipped = False


_CARD_KINDS = frozenset(
    {
        _E.VN_PERSONAL_ID,
        _E.VN_CMND,
        _E.BANK_CARD,
        _E.VN_BHYT,
        _E.VN_BHXH,
        _E.VN_PASSPORT,
        _E.VN_TAX_CODE,
        _E.VN_BANK_ACCOUNT,
        _E.VN_DRIVER_LICENSE,
    }
)
_PATIENT = re.compile(r"benh|kham|chan doan|dieu tri|y te|patient|bac si|xet nghiem|bhyt")
_FILE = re.compile(
    r"(?:ma|so|ma so|id|so thu tu)\.? (?:ho so|phieu|hs|luu tru|tiep nhan|vao|lan|dang ky|khach|kh|the)(?![a-z])|hs\.? so"
)
_CODE_HEADER = re.compile(
    r"(?:ma|ma so|so hieu|code|id|uid|user ?id|ma the|so the|the|card|badge|no|ms|ma ca nhan|ma nguoi dung|account id|member)(?![a-z])"
)
_CODE = re.compile(r"(?=[A-Za-zĐ.\-/_]{0,8}\d)[A-Za-zĐ0-9][A-Za-zĐ0-9.\-/_]{2,15}\Z")


def _are_births(column: _Column, after_name: bool) -> bool:
    """Dates of birth lie further apart and further back than dates of business, or stand right beside a name."""
    years = sorted(int(match.group()) for _, _, text in column.values if (match := _YEAR.search(text)))
    if not years or years[0] < 1920 or years[-1] > _THIS_YEAR:
        return False
    if years[-1] - years[0] >= 14 or years[len(years) // 2] <= 2003:
        return True
    return after_name and years[-1] <= _THIS_YEAR - 3


#: A header that says what its numbers are: dates of business, sums, counts, codes of things.
_COUNTED_HEADER = re.compile(
    r"(?<![a-z])(?:ngay|han|tien|gia|phi|so luong|tong|ma|loai|nam|thang|ky|hang|lo|don|phieu|hop dong|date|total|price|diem"
    r"|no|order|code|from|to|den|tu|start|end)(?![a-z])"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_BANK = re.compile(r"ngan hang|(?<![a-z])(?:nh|bank|\w*bank|bidv|agribank|acb|vib|shb|msb|ocb)(?![a-z])")


def _beside_banks(found: list[_Column], i: int) -> bool:
    """Runs of digits directly left or right of a column of banks are accounts."""
    column = found[i]
    if (
        _share_of(column, lambda v, t: 6 <= len(cell_forms.digits(t)) <= 19 or cell_forms.is_scientific(t))
        < 0.9
    ):
        return False
    return any(
        _share_of(other, lambda v, t: _BANK.search(key_of(t)) is not None) >= 0.8
        for other in (*found[max(0, i - 1) : i], *found[i + 1 : i + 2])
    )


def _varied_numbers(column: _Column) -> bool:
    """Long numbers of several lengths, another one in every row: only accounts are so. Codes and stamps are equally long."""
    texts = {text for _, _, text in column.values}
    return (
        len(texts) >= 4
        and len(texts) == len(column.values)
        and all(text.isdigit() and 8 <= len(text) <= 16 for text in texts)
        and len({len(text) for text in texts}) >= 3
    )


_THIS_YEAR = dt.datetime.now(tz=dt.UTC).year


def _gender_crosses(found: list[_Column]) -> None:
    """Two columns headed "Nam" and "Nữ" with crosses in them."""
    named = {
        key_of(column.header_text.strip()).split(" ")[-1]: column for column in found if column.header_text
    }
    if "nam" in named and "nu" in named:
        for column in (named["nam"], named["nu"]):
            if (
                column.entity_type is None
                and _share_of(column, lambda v, t: t.lower() in ("x", "1", "✓", "v", "nam", "nữ")) >= 0.8
            ):
                _set(column, _E.GENDER, 1.0, 0.85)
                column.reason = Reason("column_header", "Nam/Nữ")


def _marks_beside(found: list[_Column]) -> None:
    """Columns of marks headed by a subject ("Toán", "Văn") beside an average or a rating."""
    if not any(column.entity_type is _E.GRADES for column in found):
        return
    for column in found:
        subject = column.entity_type is None and column.header is None and column.header_text
        if subject and _share_of(column, lambda v, t: _MARK.match(t) is not None) >= 0.9:
            _set(column, _E.GRADES, 1.0, 0.8)
            column.reason = Reason("column_neighbours")


_MARK = re.compile(r"(?:10(?:[.,]0+)?|\d(?:[.,]\d{1,2})?)\Z")


def _organisations(found: list[_Column]) -> None:
    """A tax code beside company names and no people belongs to the companies, and so do their telephones."""
    people = any(column.entity_type is _E.PERSON for column in found)
    for i, column in enumerate(found):
        if column.entity_type is _E.EMAIL and _share_of(column, lambda v, t: is_role_mailbox(t)) >= 0.6:
            column.keep = "role_mailbox"
        if column.entity_type not in (_E.VN_TAX_CODE, _E.VN_BANK_ACCOUNT, _E.VN_ADDRESS, _E.VN_PHONE):
            continue
        beside = found[max(0, i - 1) : i] if people else found
        if people and column.entity_type is not _E.VN_TAX_CODE:
            continue
        if any(
            other.entity_type is None and _share_of(other, lambda v, t: is_organisation(t)) >= 0.9
            for other in beside
        ) and not (people and _of_persons(column)):
            column.keep = "organisation_data"


def _of_persons(column: _Column) -> bool:
    """Return whether a column of tax codes holds people's: its header says so, or a code begins as people's do."""
    key = key_of(column.header_text)
    return _PERSONAL.search(key) is not None or any(text[:1] == "8" for _, _, text in column.values)


_PERSONAL = re.compile(
    r"ca nhan|tncn|npt|phu thuoc|mstcn|nguoi (?:lao|phu|nop)|nhan vien|nld|personal|individual"
)


#: Types that are a company's in the row of a company.
_OWNED = frozenset({_E.VN_TAX_CODE, _E.VN_PHONE, _E.VN_ADDRESS, _E.VN_BANK_ACCOUNT, _E.VN_PERSONAL_ID})


#: Only people have these.
_HUMAN = frozenset(
    {_E.PERSON, _E.VN_CMND, _E.VN_BHXH, _E.DATE_OF_BIRTH, _E.GENDER, _E.MEDICAL_RECORD_NO, _E.ETHNICITY}
)


def _company_rows(found: list[_Column]) -> set[int]:
    """Return the rows whose name is an organisation's, in a list of people and companies."""
    rows: set[int] = set()
    people = any(column.entity_type in _HUMAN for column in found)
    for column in found:
        if column.header is None:
            continue
        names = column.header.entity_type is _E.PERSON
        if names or (Clue.ORGANISATION in column.header.clues and not people):
            companies = {number for number, _, text in column.values if is_organisation(text)}
            rows |= companies
            if companies and column.entity_type is _E.PERSON:
                column.mixed = True
    return rows


def _may_be_company(column: _Column, text: str) -> bool:
    """Twelve digits are a person's even in the row of a company."""
    return column.entity_type is not _E.VN_PERSONAL_ID or len(cell_forms.digits(text)) in (10, 13)


def _cell_by_cell(column: _Column, companies: set[int]) -> list[CellHit]:
    assert column.entity_type is not None
    return [
        CellHit(
            number,
            column.index,
            column.entity_type,
            column.score,
            column.reason,
            keep="organisation_data" if number in companies and _may_be_company(column, text) else "",
        )
        for number, _, text in column.values
    ]


def _hit(column: _Column) -> ColumnHit:
    assert column.entity_type is not None
    return ColumnHit(
        column=column.index,
        first_row=column.values[0][0],
        last_row=column.values[-1][0],
        entity_type=column.entity_type,
        score=column.score,
        reason=column.reason,
        share=round(column.share, 3),
        cells=len(column.values),
        header=column.header_text,
        mixed=column.mixed,
        keep=column.keep,
    )


# --- free text ------------------------------------------------------------------------------------------------------


def _collect_free(column: _Column, free: dict[str, list[tuple[int, int, str]]]) -> None:
    """Keep the cells of an untyped column for the detector; its header is their label where it announces something."""
    label = ""
    if column.header is not None and not column.skipped:
        label = column.header_text if column.header.entity_type is not None else ""
    for number, value, text in column.values:
        if column.skipped and (not isinstance(value, str) or " " not in text):
            continue
        if isinstance(value, bool):
            continue
        if not isinstance(value, str) and len(text) < 8:
            continue
        free.setdefault(label, []).append((number, column.index, shown(value)))


def _collect_titles(rows: Rows, block: _Block, free: dict[str, list[tuple[int, int, str]]]) -> None:
    """Header cells may hold more than a label: a title with a name in it."""
    for number in range(block.top, block.first):
        for index, text in _texts(rows[number]):
            if len(text) > 30 or any(char.isdigit() for char in text):
                free.setdefault("", []).append((number, index, shown(rows[number][index])))


def _read_free(free: dict[str, list[tuple[int, int, str]]], find_many: FindMany) -> list[CellHit]:
    found: list[CellHit] = []
    for label, places in free.items():
        texts = list(dict.fromkeys(text for _, _, text in places))
        hits_of = dict(zip(texts, find_many(texts, label), strict=True))
        for row, column, text in places:
            for hit in hits_of[text]:
                whole = hit.start == 0 and hit.end >= len(text.rstrip())
                found.append(
                    CellHit(
                        row,
                        column,
                        hit.entity_type,
                        hit.score,
                        hit.reason,
                        None if whole else hit.start,
                        None if whole else hit.end,
                        hit.keep,
                    )
                )
    found.sort(key=lambda hit: (hit.row, hit.column, hit.start or 0))
    return found
