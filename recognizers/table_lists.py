"""Columns without a telling header, judged by lists: family names, ethnic groups, religions, school marks, land papers.

One cell says little ("Kinh", "Lê Cường", 8.5); a whole column of them beside people does.
"""

from __future__ import annotations

import re
from functools import cache

from recognizers.attribute_values import ETHNIC_GROUPS, RELIGIONS
from recognizers.cells import is_name
from recognizers.entities import EntityType
from recognizers.folding import key_of
from recognizers.gazetteer import gazetteer
from recognizers.names import ETHNIC_PARTS, STRONG_SURNAMES, SURE_SURNAMES, WEAK_SURNAMES
from recognizers.table_columns import Column, set_type, share_of

_E = EntityType
_LEAST = 3
_ETHNIC = re.compile(f"(?:{ETHNIC_GROUPS})\\Z")
_RELIGION = re.compile(f"(?:{RELIGIONS})\\Z")
_NONE = frozenset({"khong", "none"})
#: Certificates of land; the letters change from paper to paper, those of a stock number do not.
_LAND = re.compile(r"[A-ZĐ]{2}[ .\-]?(?:\d{6}|\d{8})\Z")
_CODE_OF_GOODS = re.compile(r"(?<![a-z])(?:ma|sku|hang|sp|vach|code|so hd|hop dong|don)(?![a-z])")
_MARK = re.compile(r"(?:10(?:[.,]0+)?|\d(?:[.,]\d{1,2})?)\Z")
_SUBJECT = re.compile(
    r"(?:diem )?(?:toan|ngu van|van|tieng viet|tieng anh|anh van|anh|ngoai ngu|ly|vat ly|vat li|hoa|hoa hoc|sinh|sinh hoc"
    r"|su|lich su|dia|dia ly|dia li|gdcd|tin|tin hoc|cong nghe|khtn|khxh|the duc|cc|gk|ck|qt|tk|tb|tong|giua ky|cuoi ky"
    r"|chuyen can|qua trinh|thi|thuc hanh|tong ket|mieng|15p|1t|hk1|hk2|ca nam)(?: ?\(?\d{1,3} ?%\)?)?\Z"
)
#: Words of streets that are family names without their accents.
_STREETS = ("duong ", "pho ", "đường ", "phố ")
_PEOPLE = frozenset(
    {
        _E.PERSON,
        _E.VN_PERSONAL_ID,
        _E.VN_CMND,
        _E.DATE_OF_BIRTH,
        _E.STUDENT_ID,
        _E.VN_BHYT,
        _E.VN_BHXH,
        _E.EMPLOYEE_ID,
    }
)


def names_by_surname(found: list[Column]) -> None:
    """Type columns in which nearly every cell is a family name and what follows it, also without accents."""
    for column in found:
        unknown = column.entity_type is None and not column.things
        if unknown and not column.header_text and len(column.values) >= _LEAST:
            share = share_of(column, lambda v, t: isinstance(v, str) and has_surname(t))
            different = len({text for _, _, text in column.values})
            if (
                share >= 0.8
                and different * 2 > len(column.values)
                and share_of(column, lambda v, t: _is_place(t) or t.lower().startswith(_STREETS)) < 0.3
            ):
                set_type(column, _E.PERSON, share, 0.7)


def has_surname(text: str) -> bool:
    """Return whether a text is two to six words, the first one a family name, with or without its accents."""
    words = text.lower().split()
    return 2 <= len(words) <= 6 and is_name(text) and words[0] in _surnames()


def judge(found: list[Column]) -> None:
    """Type what lists tell in a table of people."""
    if not any(column.entity_type in _PEOPLE for column in found):
        return
    _marks(found)
    for column in found:
        if column.entity_type is not None or column.header is not None or len(column.values) < _LEAST:
            continue
        if _all(column, _ETHNIC):
            set_type(column, _E.ETHNICITY, 1.0, 0.7)
        elif _all(column, _RELIGION) and not share_of(column, lambda v, t: key_of(t) in _NONE) > 0.9:
            set_type(column, _E.RELIGION, 1.0, 0.7)
        elif _are_land_papers(column):
            set_type(column, _E.VN_LAND_CERT, 1.0, 0.6)


def _all(column: Column, pattern: re.Pattern[str]) -> bool:
    return share_of(column, lambda v, t: isinstance(v, str) and pattern.match(key_of(t)) is not None) >= 0.9


def _are_land_papers(column: Column) -> bool:
    if _CODE_OF_GOODS.search(key_of(column.header_text)):
        return False
    letters = {text[:2] for _, _, text in column.values}
    return share_of(column, lambda v, t: _LAND.match(t) is not None) >= 0.9 and len(letters) * 2 >= min(
        len(column.values), 10
    )


def _marks(found: list[Column]) -> None:
    """Two columns or more headed by subjects or parts of a mark, with marks in them."""
    marked = [
        column
        for column in found
        if column.header_text
        and _SUBJECT.match(key_of(" ".join(column.header_text.split())))
        and share_of(column, lambda v, t: _MARK.match(t) is not None) >= 0.6
    ]
    if len(marked) < 2:
        return
    for column in marked:
        if column.entity_type is not _E.GRADES:
            set_type(column, _E.GRADES, 1.0, 0.8)
            column.skipped = False


@cache
def _surnames() -> frozenset[str]:
    listed = SURE_SURNAMES | STRONG_SURNAMES | WEAK_SURNAMES | ETHNIC_PARTS
    return listed | {key_of(name) for name in listed}


def _is_place(text: str) -> bool:
    return gazetteer().levels(text.lower(), key_of(text)) > 0
