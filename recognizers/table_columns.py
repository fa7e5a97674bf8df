"""The columns of a block, and what one holds by the shape that most of its cells share; by its header: ``table_headed``."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from recognizers import cells as cell_forms
from recognizers.cell_fits import fits, shape_of
from recognizers.cells import is_name, plain
from recognizers.entities import EntityType
from recognizers.folding import key_of
from recognizers.headers import Header, read_header
from recognizers.results import Hit, Reason
from recognizers.table_blocks import Block
from recognizers.table_norms import is_measure, is_norm_row
from recognizers.table_rows import Rows, is_section, is_sum_row

FindMany = Callable[[Sequence[str], str], list[tuple[Hit, ...]]]
#: Texts, first values, how often each stands: three lists, since tuples of a long column would weigh more.
Distinct = tuple[list[str], list[object], list[int]]
_E = EntityType

#: The share of the cells that has to be of a kind for their column to be.
SHARE = 0.6
#: How many distinct values of an untyped column are read to learn what it is.
_SAMPLE = 60
_BY_HEADER = Reason("column_header")


@dataclass(slots=True)
class Column:
    """A column of a block while it is judged.

    Attributes:
        index: 0-based.
        header_text: as written, upper header rows first.
        header: what it announces, or None.
        values: row, value and plain text of the non-empty cells.
        entity_type: what it holds, None while nobody knows.
        score: how certain that is.
        reason: why.
        share: share of the cells that fit by themselves.
        mixed: whether the cells are not all of one kind.
        keep: reason to propose keeping it, or "".
        skipped: whether its header says that its values are nobody's.
        strangers: cells taken out of ``values``: what they are shows by themselves, or they are not of the column's kind.
        things: whether it names goods, streets, subjects: then a name in it is no person's.
        surely_things: whether that is so sure that a tagger is not asked for names in it either.
        sums: rows of the block that add others, in order; the column holds nothing there.
        is_named: whether it is known only by what was read in its cells that it names people.
    """

    index: int
    header_text: str = field(repr=False)
    header: Header | None
    values: list[tuple[int, object, str]] = field(repr=False)
    entity_type: EntityType | None = None
    score: float = 0.0
    reason: Reason = _BY_HEADER
    share: float = 0.0
    mixed: bool = False
    keep: str = ""
    skipped: bool = False
    things: bool = False
    surely_things: bool = False
    sums: Sequence[int] = ()
    is_named: bool = False
    strangers: list[tuple[int, object, str]] = field(default_factory=list, repr=False)
    _counted: tuple[list[tuple[int, object, str]], int, Distinct] | None = field(
        default=None, init=False, repr=False, compare=False
    )

    @property
    def parted(self) -> bool:
        """Return whether a cell of another kind stands among the values, not only above or below them."""
        return bool(self.values) and any(
            self.values[0][0] < number < self.values[-1][0] for number, _, _ in self.strangers
        )

    def distinct(self) -> Iterator[tuple[str, object, int]]:
        """Yield the different texts in order, each with its first value and how often it stands; counted once."""
        if (
            self._counted is None
            or self._counted[0] is not self.values
            or self._counted[1] != len(self.values)
        ):
            times = Counter([text for _, _, text in self.values])
            first = {text: value for _, value, text in reversed(self.values)}
            found = list(times), [first[text] for text in times], list(times.values())
            self._counted = self.values, len(self.values), found
        return zip(*self._counted[2], strict=True)


def columns_of(rows: Rows, block: Block) -> list[Column]:
    """Return the columns of a block that hold anything, left to right, not judged yet."""
    values: defaultdict[int, list[tuple[int, object, str]]] = defaultdict(list)
    titles: defaultdict[int, list[tuple[int, object, str]]] = defaultdict(list)
    sums: list[int] = []
    wide = len(block.headers) >= _WIDE
    for number in range(block.first, block.last + 1):
        if is_sum_row(rows[number]):
            sums.append(number)
            continue
        cells = [
            (index, value, text)
            for index, value in enumerate(rows[number])
            if value is not None and value != "" and (text := plain(value))
        ]
        norm = is_norm_row(rows[number])
        if norm:
            sums.append(number)
            cells = [cell for cell in cells if not is_measure(cell[2])]
        section = norm or (wide and len(cells) <= _TITLED and _is_section([text for _, _, text in cells]))
        place = titles if section else values
        for index, value, text in cells:
            place[index].append((number, value, text))
    found = []
    for index in sorted({*values, *titles}):
        header_text = plain(block.headers.get(index, ""))
        header = _own_header(plain(block.lowest.get(index, ""))) or (
            read_header(header_text) if header_text else None
        )
        own, other = values.get(index, []), titles.get(index, [])
        found.append(
            Column(index, header_text, header, own or other, sums=sums, strangers=other if own else [])
        )
    return found


def _own_header(lowest: str) -> Header | None:
    """Return what the last row of a header says if that is something of a person: "NS" below "Thông tin chủ hộ"."""
    header = read_header(lowest) if lowest else None
    return header if header is not None and header.entity_type is not None else None


def _is_section(texts: list[str]) -> bool:
    """Return whether a row is the title of a part of the table: "II | GIẢM", "Tổ 1"."""
    if len(texts) == 1:
        return cell_forms.is_remark(texts[0])
    return is_section(texts) or (
        len(texts) == _TITLED
        and _ROMAN.fullmatch(texts[0]) is not None
        and not cell_forms.begins_with_surname(texts[1])
    )


_ROMAN = re.compile(r"[IVX]{1,5}[.)]?")


_WIDE = 4
#: A row with more cells is no title.
_TITLED = 2


def carry_names(found: list[Column]) -> None:
    """A name header merged over two columns: the second has no header of its own and holds short words."""
    for left, right in pairwise(found):
        if right.header_text or left.header is None or right.index != left.index + 1:
            continue
        if (
            left.header.entity_type is _E.PERSON
            and share_of(right, lambda v, t: is_name(t) and len(t) <= 20) >= 0.8
        ):
            right.header, right.header_text = left.header, left.header_text


def carry_births(found: list[Column]) -> None:
    """Columns "Ngày" and "Tháng" directly left of "Năm sinh" are its day and month."""
    for i, column in enumerate(found):
        if column.header is None or column.header.entity_type is not _E.DATE_OF_BIRTH:
            continue
        for left in reversed(found[max(0, i - 2) : i]):
            if key_of(left.header_text.strip()) not in ("ngay", "thang", "d", "m", "day", "month"):
                break
            left.header = column.header


def share_of(column: Column, check: Callable[[object, str], bool]) -> float:
    """Return the share of the cells that pass a check of value and text; each distinct text is checked once."""
    return sum([count for text, value, count in column.distinct() if check(value, text)]) / len(column.values)


def type_by_shape(column: Column, find_many: FindMany) -> None:
    """Type a column that its header does not type by what most of its cells are."""
    if column.header is not None and column.header.harmless:
        return
    if len(column.values) < 2:
        return
    if share_of(column, lambda v, t: cell_forms.is_amount(t) or cell_forms.is_of_business(t)) >= 0.9:
        column.skipped = True
        return
    if _is_of_transactions(column):
        column.skipped = True
        return
    counts: Counter[EntityType] = Counter()
    for text, value, count in column.distinct():
        kind = shape_of(value, text)
        if kind is not None:
            counts[kind] += count
    if counts:
        kind, count = counts.most_common(1)[0]
        share = count / len(column.values)
        if share >= SHARE and not (kind is _E.GENDER and share < 0.9):
            set_type(column, kind, share, 0.85 if kind in (_E.EMAIL, _E.VN_PHONE) or share >= 0.9 else 0.7)
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
        if share >= SHARE and share_of(column, lambda v, t: fits(kind, v, t)) >= SHARE:
            set_type(column, kind, share, 0.8)


def type_by_names(column: Column, named: Collection[tuple[int, int]]) -> None:
    """Type a column as one of people if so many of its cells are known to name somebody."""
    if not column.values or column.things:
        return
    share = sum((row, column.index) in named for row, _, _ in column.values) / len(column.values)
    if share >= SHARE:
        set_type(column, _E.PERSON, share, 0.5)
        column.is_named = True


def are_passes(column: Column, entity_type: EntityType, found: list[Column]) -> bool:
    """Return whether "Mã thẻ" beside names heads the passes people show at the gate: "S1107", and no card of insurance."""
    return (
        entity_type in (_E.VN_BHYT, _E.BANK_CARD)
        and _PASS_HEAD.fullmatch(key_of(column.header_text.strip())) is not None
        and share_of(column, lambda v, t: _PASS.fullmatch(t) is not None) >= SHARE
        and any(other.header is not None and other.header.entity_type is _E.PERSON for other in found)
    )


_PASS_HEAD = re.compile(r"(?:ma(?: so)?|so) the(?: tu| cham cong| ra vao)?")
_PASS = re.compile(r"[A-ZĐ]{1,4}[.\-]?\d{2,6}")


def _is_of_transactions(column: Column) -> bool:
    """Return whether twelve-digit numbers are no citizens': hardly one of them begins as those do."""
    if len(column.values) < 3 or share_of(column, lambda v, t: len(t) == 12 and t.isdigit()) < 0.9:
        return False
    return share_of(column, lambda v, t: t.startswith("0")) < 0.2


def set_type(column: Column, kind: EntityType, share: float, score: float) -> None:
    """Type a column by the shape of its cells."""
    column.entity_type, column.share, column.score = kind, share, score
    column.reason = Reason("column_shape", detail=f"{round(share * 100)} %")
    column.mixed = share < 0.9
