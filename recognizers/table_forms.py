"""Forms in a sheet: the label left, the value right, in one cell or split over several."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from recognizers.cell_fits import fits
from recognizers.cells import begins_with_surname, is_name, shown
from recognizers.clues import Clue
from recognizers.entities import EntityType
from recognizers.folding import key_of
from recognizers.free_cells import FreeCells
from recognizers.headers import Header, is_label_like, read_header
from recognizers.results import CellHit, Reason
from recognizers.table_blocks import Block
from recognizers.table_header_rows import is_name_only
from recognizers.table_rows import Rows, texts_of

_E = EntityType
_NUMBER = re.compile(r"\d[\d .\-/]*")
_SEPARATOR = re.compile(r"[ .\-/]")
#: Numbers that people part over cells: boxes of a form, groups of digits.
_SPLIT = frozenset(
    {
        _E.VN_PERSONAL_ID,
        _E.VN_CMND,
        _E.VN_PHONE,
        _E.VN_BANK_ACCOUNT,
        _E.BANK_CARD,
        _E.VN_TAX_CODE,
        _E.VN_BHXH,
        _E.VN_DRIVER_LICENSE,
    }
)
#: Beside a name these number the person.
_PLAIN_CODES = frozenset({"ma", "ma so", "ms", "code", "id", "so the", "ma so the"})
_CODE = re.compile(r"(?=[A-Za-zĐ.\-/]{0,8}\d)[A-Za-zĐ0-9][A-Za-zĐ0-9.\-/]{2,15}\Z")


_COUNT = re.compile(r"[+\-]?\d{1,3}(?:[.,]\d{1,3})*\s?%?")


_PAIR = 2


def is_form(rows: Rows, block: Block) -> bool:
    """Return whether a block without a header has labels left of values in most of its rows."""
    if block.headers or block.last - block.first > 400:
        return False
    pairs = filled = 0
    narrow = True
    lines = {number: texts_of(rows[number]) for number in range(block.first, block.last + 1)}
    often = Counter(texts[0][1] for texts in lines.values() if len(texts) > _PAIR)
    for number, texts in lines.items():
        if len(texts) < 2:
            continue
        filled += 1
        narrow = narrow and len(texts) == _PAIR and is_label_like(texts[0][1])
        if (
            _is_label_cell(rows[number], texts[0][1])
            and often[texts[0][1]] <= 1
            and not _is_counted(rows[number], texts)
        ):
            pairs += 1
    return pairs >= 1 and pairs * (4 if narrow else 2) >= filled


def _is_counted(row: Sequence[object], texts: Sequence[tuple[int, str]]) -> bool:
    """Return whether a row of statistics begins like a label: "Thuế thu nhập cá nhân | 390.000 | 88.206 | 318.447"."""
    values = texts[1:]
    return len(values) > _PAIR and all(
        not isinstance(row[index], str) or _COUNT.fullmatch(text) for index, text in values
    )


def is_listed_form(rows: Rows, block: Block) -> bool:
    """Return whether a block under a header is a form: "STT | Nội dung | Thông tin", one field in each row."""
    if block.last - block.first > _MOST_FIELDS:
        return False
    told: dict[int, dict[str, EntityType]] = {}
    filled = 0
    for number in range(block.first, block.last + 1):
        texts = texts_of(rows[number])
        filled += len(texts) > 1
        for index, text in texts[:-1]:
            header = (
                read_header(text.rstrip(" :")) if is_label_like(text) and not is_name_only(text) else None
            )
            if header is not None and header.entity_type is not None:
                told.setdefault(index, {})[text] = header.entity_type
    return any(
        len(kinds) * 4 >= filled * 3
        and len(set(kinds.values())) >= _LEAST_KINDS
        and _E.PERSON in kinds.values()
        for kinds in told.values()
    )


_MOST_FIELDS = 60
_LEAST_KINDS = 3


def _is_label_cell(row: Sequence[object], text: str) -> bool:
    return is_label_like(text) and (read_header(text.rstrip(" :")) is not None)


def _holds_its_value(text: str) -> bool:
    """Return whether a cell holds label and value at once, "Họ tên: Lê Nam": it is read, and heads nothing."""
    label, _, value = text.partition(":")
    return any(char.isalnum() for char in value) and read_header(label) is not None


def _is_label(row: Sequence[object], index: int, text: str) -> bool:
    if _holds_its_value(text):
        return False
    return isinstance(row[index], str) and (
        (_is_label_cell(row, text) and not is_name_only(text)) or (text.endswith(":") and is_label_like(text))
    )


def read_form(rows: Rows, block: Block, free: FreeCells) -> None:
    """Collect the values of a form in ``free``, under their labels: row, column, text."""
    labels = _columns_of_labels(rows, block)
    for number in range(block.first, block.last + 1):
        label = ""
        for index, text in texts_of(rows[number]):
            if _is_label(rows[number], index, text) or (
                index in labels and isinstance(rows[number][index], str) and _may_be_label(text)
            ):
                label = text.rstrip(" :")
                continue
            free.setdefault(label, []).append((number, index, shown(rows[number][index])))


def _columns_of_labels(rows: Rows, block: Block) -> frozenset[int]:
    """Return the columns in which labels stand: what else is written there is one too ("Số con" below "Ngày sinh")."""
    filled: Counter[int] = Counter()
    known: Counter[int] = Counter()
    for number in range(block.first, block.last + 1):
        texts = texts_of(rows[number])
        for index, text in texts if len(texts) > 1 else ():
            filled[index] += 1
            known[index] += _is_label(rows[number], index, text)
    return frozenset(
        index for index, count in known.items() if count >= _LEAST_LABELS and count * 2 > filled[index]
    )


_LEAST_LABELS = 3


def _may_be_label(text: str) -> bool:
    return is_label_like(text) and not any(map(str.isdigit, text)) and not begins_with_surname(text)


def joined_values(rows: Rows, block: Block) -> Iterator[CellHit]:
    """Yield the cells of values that only make sense together or beside a name: "14 | 7 | 1986", "Mã số | 64276"."""
    for number in range(block.first, block.last + 1):
        named = False
        for label, values in _fields(rows[number]):
            header = read_header(label)
            kind = header.entity_type if header is not None else None
            named = named or kind is _E.PERSON
            if kind is not None and len(values) > 1 and is_split(header, [text for _, text in values]):
                for index, _ in values:
                    yield CellHit(number, index, kind, 0.85, Reason("value_labelled", label))
            elif named and key_of(label) in _PLAIN_CODES and len(values) == 1:
                index, text = values[0]
                if _CODE.match(text) and sum(map(str.isdigit, text)) >= 3:
                    yield CellHit(number, index, _E.EMPLOYEE_ID, 0.6, Reason("value_labelled", label))


#: What is taken for what its label says although a text would need more: "Ngày sinh | 31850", "Thửa | 112", "Nơi ở | to 6".
_PLAIN = frozenset(
    {
        _E.DATE_OF_BIRTH,
        _E.PERSON,
        _E.VN_ADDRESS,
        _E.PLACE_OF_BIRTH,
        _E.VN_LAND_PARCEL,
        _E.AGE,
        _E.GRADES,
        _E.DEBT,
        _E.INCOME,
    }
)


def labelled_values(rows: Rows, block: Block) -> Iterator[CellHit]:
    """Yield the cells right of a label of a form about a person that fit what the label says."""
    fields = [
        (number, label, values[0])
        for number in range(block.first, block.last + 1)
        for label, values in _fields(rows[number])
        if len(values) == 1
    ]
    known = [(number, label, _announced(label), cell) for number, label, cell in fields]
    if not any(kind is _E.PERSON and is_name(cell[1]) for _, _, kind, cell in known):
        return
    for number, label, kind, (index, text) in known:
        if kind in _PLAIN and _is_value(kind, rows[number][index], text):
            yield CellHit(number, index, kind, 0.7, Reason("value_labelled", label))


def _is_value(kind: EntityType, value: object, text: str) -> bool:
    """Return whether a cell can be what its label says."""
    if kind is _E.VN_ADDRESS and len(text.split()) > 1 and any(char.isalpha() for char in text):
        return True
    if kind in (_E.INCOME, _E.DEBT) and sum(char.isdigit() for char in text) < _LEAST_SUM:
        return False
    return fits(kind, value, text)


_LEAST_SUM = 4


def _announced(label: str) -> EntityType | None:
    """Return what a label announces if it says one thing only."""
    header = read_header(label) if len(label.split()) <= _SHORT_LABEL else None
    return header.entity_type if header is not None and len(header.clues) == 1 else None


_SHORT_LABEL = 5


def _fields(row: Sequence[object]) -> list[tuple[str, list[tuple[int, str]]]]:
    """Return the labels of a row with the cells that follow each."""
    found: list[tuple[str, list[tuple[int, str]]]] = []
    for index, text in texts_of(row):
        if _is_label(row, index, text) or (text.endswith(":") or key_of(text) in _PLAIN_CODES):
            found.append((text.rstrip(" :"), []))
        elif found and key_of(text.strip(" :")) not in _PARTS_OF_DATES:
            found[-1][1].append((index, text))
    return found


#: Between the cells of one date: "08 | tháng | 03 | năm | 1996".
_PARTS_OF_DATES = frozenset({"ngay", "thang", "nam"})


def is_split(header: Header | None, texts: list[str]) -> bool:
    """Return whether the cells behind a label are one number or one date."""
    texts = [text for text in texts if key_of(text.strip(" :")) not in _PARTS_OF_DATES]
    if header is None or not all(_NUMBER.fullmatch(text) for text in texts):
        return False
    parts = [_SEPARATOR.sub("", text) for text in texts]
    kind = header.entity_type
    if kind is _E.DATE_OF_BIRTH and Clue.BIRTH_DATE in header.clues:
        if len(parts) == 3:
            day, month, year = parts
            return len(year) == 4 and 1 <= int(day) <= 31 and 1 <= int(month) <= 12
        return len(parts) == 8 and all(len(part) == 1 for part in parts)
    number = "".join(parts)
    return kind in _SPLIT and all(len(part) < 9 for part in parts) and fits(kind, number, number)
