"""Remarks beside people that tell of them: "đau mắt đỏ", "mẹ đơn thân", "hộ nghèo", "nợ 200" under "Ghi chú" or "Lý do".

Such a column says all sorts of things, so each cell is judged by itself, in a block with a column of names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recognizers.entities import EntityType
from recognizers.folding import fold, key_of
from recognizers.results import CellHit, Reason
from recognizers.table_columns import Column
from recognizers.told_words import Told, is_injury, mentions

_E = EntityType
_HEADERS = re.compile(
    r"(?<![a-z])(?:ghi chu|gchu|g chu|gc|notes?|remarks?|comments?|memo|luu y|chu y|dac diem|ly do|li do|cam ket|hanh dong|de nghi|de xuat|nguyen vong|tinh trang|tinh hinh|tu van|nguyen nhan|van de|theo doi|phan anh|reasons?)(?![a-z])"
)
#: Of these one mention anywhere in the cell tells; a weakness only where the cell begins with it.
_ILL = frozenset((Told.ILLNESS, Told.CONDITION))
_POOR = re.compile(r"(?:thuoc |la |dien )?(?:ho|h\.) ?(?:can )?ngheo(?![a-z])|can ngheo(?![a-z])")
_SUM = r"(?:\d{1,3}(?:[.,]\d{3})+(?: ?(?:d|dong|vnd))?|\d+(?:[.,]\d+)? ?(?:k|tr|trieu|ngan|nghin|cu)\d{0,3}|\d{3,7}(?: ?(?:d|dong))?)"
#: "nợ 200", "còn nợ viện phí 3.200.000", "thiếu 400k", "nợ 2 tháng"; books, subjects and photographs are owed otherwise.
_OWES = re.compile(
    rf"(?:con |van |dang |ghi |khach |xin )?(?:no|thieu)(?: (?!mon|sach|giay|anh|ho|the|bang|do|tiet|buoi|bai|hinh)[a-z]{{1,8}}){{0,3}} ?(?:{_SUM}|(?<=no )\d{{1,2}} (?:thang|ky))\Z"
)
#: What is said of papers and goods, not of the person.
_OF_THINGS = re.compile(r"(?<![a-z])(?:may|xe|thuoc|vac ?xin|hang|may moc|thiet bi|kho|lo)(?![a-z])")
_LONGEST = 120


def told_remarks(columns: Sequence[Column]) -> Iterator[CellHit]:
    """Yield the cells of untyped columns of remarks that tell of the person of their row."""
    people = {
        row
        for column in columns
        if column.entity_type is _E.PERSON and not column.keep and not column.things
        for row, _, _ in column.values
    }
    if not people:
        return
    for column in columns:
        if column.entity_type is None:
            tells = _told if _HEADERS.search(key_of(column.header_text)) is not None else _standing
            known: dict[str, tuple[EntityType, int, int] | None] = {}
            for row, value, _ in column.values:
                if row in people and isinstance(value, str) and len(value) <= _LONGEST:
                    if value not in known:
                        known[value] = tells(value)
                    told = known[value]
                    if told is not None:
                        kind, start, end = told
                        yield CellHit(row, column.index, kind, _SCORE, _REASON, start, end)


def _standing(text: str) -> tuple[EntityType, int, int] | None:
    """Return the whole of a cell that says nothing but how poor the household is, or what it owes."""
    key = key_of(text.strip())
    if _POOR.fullmatch(key):
        return _E.INCOME, 0, len(text)
    return (_E.DEBT, 0, len(text)) if _OWES.match(key) else None


def _told(text: str) -> tuple[EntityType, int, int] | None:
    """Return what a remark tells, and from where to where: the clauses that tell it, words alone beside them too."""
    clauses = [(match, _of_clause(match.group())) for match in _CLAUSE.finditer(text)]
    telling = [number for number, (_, kind) in enumerate(clauses) if kind is not None]
    if not telling:
        return None
    first, last = telling[0], telling[0]
    kind = clauses[first][1]
    while last + 1 < len(clauses) and (
        clauses[last + 1][1] is kind
        or (kind is _E.HEALTH_INFO and " " not in clauses[last + 1][0].group().strip())
    ):
        last += 1
    assert kind is not None
    return kind, clauses[first][0].start(), clauses[last][0].end()


def _of_clause(text: str) -> EntityType | None:
    key = key_of(text.strip())
    if _POOR.match(key):
        return _E.INCOME
    if _OWES.match(key):
        return _E.DEBT
    folded = fold(text)
    found = mentions(folded)
    of_kin = not text.isascii() and _KIN_FIRST.match(key) is not None
    if any(
        (mention.kind in _ILL and not (text.isascii() and mention.last - mention.first == 1))
        or (
            mention.kind is Told.WEAKNESS
            and mention.first <= of_kin
            and not (text.isascii() and mention.last == 1)
        )
        or (mention.kind is Told.INJURY and is_injury(folded, mention))
        for mention in found
    ):
        return None if _OF_THINGS.match(key) else _E.HEALTH_INFO
    return _E.PRIVATE_LIFE if any(mention.kind is Told.PRIVATE for mention in found) else None


#: A clause of a remark, without the blanks around it; a number's own dots and commas part none.
_CLAUSE = re.compile(r"[^,;.\s](?:[^,;.]|(?<=\d)[,.](?=\d))*(?:[^,;.\s]|(?<=\d)[,.](?=\d))|[^,;.\s]")
#: "con ốm", "bố mổ tim": what is told of kin tells of somebody, too.
_KIN_FIRST = re.compile(r"(?:con|chau|be|me|bo|ba|ong|vo|chong|cha) ")
_SCORE = 0.65
_REASON = Reason("column_neighbours")
