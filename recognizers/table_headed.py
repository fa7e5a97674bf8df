"""What one column of a block holds by its header, where its cells agree."""

from __future__ import annotations

import re
from collections import Counter

from recognizers import cells as cell_forms
from recognizers.cell_fits import fits
from recognizers.cells import is_organisation
from recognizers.clues import Clue
from recognizers.entities import EntityType
from recognizers.folding import key_of
from recognizers.gazetteer import gazetteer
from recognizers.headers import HARMLESS
from recognizers.names import SURE_SURNAMES
from recognizers.results import Reason
from recognizers.table_columns import SHARE, Column, are_passes, share_of
from recognizers.table_goods import are_goods, is_named_good, is_named_thing
from recognizers.table_places import part_public_places
from recognizers.table_seeming import is_another_word, is_contradicted, is_of_business, is_of_things
from recognizers.table_strays import (
    ATTRIBUTES,
    part_offices,
    part_remarks,
    part_services,
    part_strangers,
    part_unset,
)

_E = EntityType

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
        _E.VN_LAND_PARCEL,
        _E.EMAIL,
        _E.GENDER,
        _E.AGE,
        _E.ISSUE_DATE,
        _E.BANK_CARD,
        _E.VN_PASSPORT,
        _E.VN_BHYT,
        _E.VN_DRIVER_LICENSE,
        _E.VN_VIN,
        _E.PARTY_MEMBERSHIP,
    }
)
#: Harmless words that settle what a header is about; an occupation or a bank may lead: "Ngân hàng, số TK".
_SETTLING = HARMLESS - {Clue.OCCUPATION, Clue.BANK_NAME}
_YEAR = re.compile(r"(?:19|20)\d\d")


def type_by_header(column: Column, found: list[Column]) -> None:
    """Type a column by its header where the cells agree, or skip it; ``found`` are all columns of the block.

    A header that turns out to be none of a person's is taken away, so that the column is judged by its cells.
    """
    header = column.header
    if header is None:
        return
    entity_type = header.entity_type
    if entity_type is None:
        column.skipped = any(clue in HARMLESS for clue in header.clues) and _are_codes(column)
        return
    if is_of_business(column, entity_type, found):
        column.skipped = True
        return
    if header.clues[0] in _SETTLING:
        column.skipped = share_of(column, lambda v, t: not isinstance(v, str)) >= 0.5
        return
    if is_of_things(column, entity_type, found):
        column.skipped = True
        return
    if is_contradicted(column, entity_type):
        column.header = None
        return
    if entity_type is _E.VN_PHONE:
        part_services(column)
    elif entity_type is _E.VN_ADDRESS:
        part_public_places(column)
        part_offices(column)
    elif entity_type is _E.CREDENTIAL:
        part_unset(column)
    if column.skipped:
        return
    entity_type = _meant(column, entity_type, found)
    if entity_type in ATTRIBUTES:
        part_strangers(column, entity_type)
        if not column.values:
            column.values, column.strangers = column.strangers, []
            if entity_type is _E.AGE:
                column.header = None  # "scaled_Tuoi" over -0.52209
            return
    if is_another_word(column, found) or (entity_type is _E.PERSON and not part_remarks(column)):
        column.header = None
        return
    share = share_of(column, lambda v, t: fits(entity_type, v, t))
    if entity_type is _E.PERSON and _are_nobodys_names(column, share, found):
        return
    if entity_type in _NEED_FIT and share < 0.2:
        column.header = None  # "DT" is no "dân tộc" here: judged like a header nobody knows
        return
    column.entity_type = _refined(column, entity_type)
    column.share = share
    column.score = 0.95 if share >= 0.8 else 0.85 if share >= 0.5 else 0.6
    column.reason = Reason("column_header", header.shown)
    column.mixed = share < 0.9


def _are_codes(column: Column) -> bool:
    """Return whether half of the cells are numbers, dates or single words."""
    return share_of(column, lambda v, t: not isinstance(v, str) or (len(t) <= 40 and " " not in t)) >= 0.5


def _meant(column: Column, entity_type: EntityType, found: list[Column]) -> EntityType:
    """Return the type that the cells show a header to mean, where its words can mean another."""
    if are_passes(column, entity_type, found):
        return _E.EMPLOYEE_ID
    if (
        column.header is not None
        and Clue.NAME in column.header.clues
        and share_of(column, _is_named) >= _SOME
    ):
        return _E.PERSON  # "Danh hiệu / Họ tên" over names
    if entity_type is _E.PARTY_MEMBERSHIP and share_of(column, _has_surname) >= SHARE:
        return _E.PERSON  # "Đảng viên" over those who are it
    if entity_type is _E.AGE and share_of(column, lambda v, t: _YEAR.fullmatch(t) is not None) >= SHARE:
        return _E.DATE_OF_BIRTH  # "Tuổi" over years
    if entity_type is _E.VN_ENGINE_NO and share_of(column, lambda v, t: fits(_E.VN_PHONE, v, t)) >= SHARE:
        return _E.VN_PHONE  # "Số máy" over telephones
    if (
        entity_type is _E.DATE_OF_BIRTH
        and share_of(column, lambda v, t: isinstance(v, str) and _is_unit(t)) >= SHARE
    ):
        return _E.PLACE_OF_BIRTH  # "N.Sinh" over provinces
    return entity_type


_SOME = 0.3


def _has_surname(value: object, text: str) -> bool:
    words = text.split()
    return len(words) > 1 and words[0].lower() in SURE_SURNAMES and fits(_E.PERSON, value, text)


def _is_named(value: object, text: str) -> bool:
    return isinstance(value, str) and fits(_E.PERSON, value, text)


def _is_unit(text: str) -> bool:
    """Return whether a text is the name of a province, a district or a commune."""
    return text[:1].isalpha() and gazetteer().levels(text.lower(), key_of(text)) > 0


def _are_nobodys_names(column: Column, share: float, found: list[Column]) -> bool:
    """Return whether the names under a header are not people's; those of things are skipped.

    Args:
        column: a column whose header announces names.
        share: the share of its cells that could be a person's name.
        found: all columns of the block.
    """
    if is_named_thing(column.header_text):
        column.skipped = share < 0.9
        column.things = column.surely_things = is_named_good(column.header_text)
        return True
    if are_goods(column, found):
        column.skipped = column.things = True
        return True
    return share < 0.5 or share_of(column, lambda v, t: is_organisation(t)) > 0.5


def _refined(column: Column, entity_type: EntityType) -> EntityType:
    """Under "CMND/CCCD" the numbers say which; a tax-code or insurance column of 12 digits holds personal numbers."""
    lengths: Counter[int] = Counter()
    for text, _, count in column.distinct():
        lengths[len(cell_forms.digits(text))] += count
    usual = lengths.most_common(1)[0][0]
    if entity_type in (_E.VN_PERSONAL_ID, _E.VN_CMND):
        return _E.VN_CMND if usual == 9 else _E.VN_PERSONAL_ID if usual in (10, 11, 12) else entity_type
    if entity_type in (_E.VN_TAX_CODE, _E.VN_BHXH) and usual == 12:
        return _E.VN_PERSONAL_ID
    return entity_type
