"""Lists without a header: names and addresses beside a telephone or an identity number, told by their words.

"Hạnh | 0912… | hẻm 4 Lê Lợi | 2 áo": one cell says little, a whole column of given names, of "chị …" and "chú …", of
lanes and hamlets does.
"""

from __future__ import annotations

import re
from itertools import pairwise

from recognizers.cells import is_name, is_organisation
from recognizers.entities import EntityType
from recognizers.folding import key_of
from recognizers.gazetteer import PROVINCE, gazetteer
from recognizers.names import GIVEN_NAMES, TITLES
from recognizers.results import Reason
from recognizers.table_columns import Column, set_type, share_of
from recognizers.table_lists import has_surname

_E = EntityType
#: One of these in every row: the rows are people's.
_ANCHORS = frozenset(
    {
        _E.VN_PHONE,
        _E.VN_PERSONAL_ID,
        _E.VN_CMND,
        _E.EMAIL,
        _E.VN_PLATE,
        _E.DATE_OF_BIRTH,
        _E.VN_BHYT,
        _E.VN_BHXH,
    }
)
_LEAST_ROWS = 2
_MOST, _MANY, _SOME, _FEW = 0.8, 0.6, 0.3, 0.2
_LONGEST_CALL = 5
#: Besides the forms of address: how people in a list of telephones are called.
_CALLED = frozenset(
    [
        "a",
        "c",
        "e",
        "cậu",
        "mợ",
        "dì",
        "thím",
        "bé",
        "nhóc",
        "sếp",
        "mẹ",
        "má",
        "bố",
        "ba",
        "chú",
        "bác",
        "ông",
        "bà",
        "o",
        "mệ",
        "cụ",
    ]
)
_FORMS = TITLES.keys() | _CALLED
_GIVEN_KEYS = frozenset(map(key_of, GIVEN_NAMES))
_HEAD = re.compile(
    r"(?:số(?: nhà)? \d|đường|phố|ngõ|ngách|hẻm|kiệt|thôn|xóm|ấp|bản|buôn|tổ \d|tdp|tổ dân phố|khu(?: phố)?|kp|phường|xã|thị trấn|tt|quận|huyện|tp|p\.|q\.|[pqh] ?\d|kđt|"
    r"chung cư|cc|căn(?: hộ)? \w|lô [a-z]?\d|đội \d|làng|sóc|chợ|ngã (?:tư|ba|năm)|km ?\d|ql ?\d|đt ?\d|kiot|tòa|block|tầng|lầu|ktx|đối diện|cạnh|sau chợ|đầu (?:ngõ|hẻm|làng))(?!\w)"
)
_HEAD_PLAIN = re.compile(
    r"(?:so(?: nha)? \d|pho|ngach|hem|kiet|thon|xom|ap|buon|to \d|tdp|to dan pho|khu(?: pho)?|kp|phuong|xa|thi tran|tt|quan|huyen|tp|p\.|q\.|[pqh] ?\d|kdt|"
    r"chung cu|cc|can ho|lo [a-z]?\d|doi \d|lang|soc|nga (?:tu|ba|nam)|km ?\d|ql ?\d|dt ?\d|kiot|toa|block|tang|lau|ktx|doi dien|canh)(?!\w)"
)
_LANE = re.compile(r"[A-Z]?\d+[A-Za-z]?(?:/\d+[A-Za-z]?)+\s+\w|p\.? ?\d{3,4},? \w", re.IGNORECASE)
_STREET = re.compile(r"\d+[A-Za-z]?(?:-\d+)? [A-ZĐÀ-Ỹ]\w")


def judge(found: list[Column], headed: bool) -> None:
    """Type the columns of names and addresses in a block without a header whose rows are people's."""
    if headed or not any(column.entity_type in _ANCHORS for column in found):
        return
    unknown = [
        column
        for column in found
        if column.entity_type is None and len(column.values) >= _LEAST_ROWS and not column.skipped
    ]
    for column in unknown:
        if _are_addresses(column):
            _set(column, _E.VN_ADDRESS)
    for left, right in pairwise(found):
        beside_birth = left.entity_type is _E.DATE_OF_BIRTH and right in unknown and right.entity_type is None
        if beside_birth and share_of(right, lambda v, t: _is_province(t)) >= _MOST:
            _set(right, _E.PLACE_OF_BIRTH)
    if any(column.entity_type is _E.PERSON for column in found):
        return
    for column in unknown:
        if column.entity_type is None and _are_names(column):
            _set(column, _E.PERSON)
            return


def _set(column: Column, kind: EntityType) -> None:
    set_type(column, kind, 1.0, 0.6)
    column.reason = Reason("column_neighbours")


def _are_addresses(column: Column) -> bool:
    if share_of(column, lambda v, t: is_organisation(t)) >= _FEW:
        return False
    surely = share_of(column, lambda v, t: isinstance(v, str) and _begins_like_address(t))
    perhaps = share_of(column, lambda v, t: isinstance(v, str) and _STREET.match(t) is not None)
    return surely >= _SOME and surely + perhaps / 2 >= _MANY


def _begins_like_address(text: str) -> bool:
    key, lower = key_of(text), text.lower()
    return (
        ((_HEAD_PLAIN if text.isascii() else _HEAD).match(lower) is not None and len(text.split()) > 1)
        or _LANE.match(text) is not None
        or (
            "," in text
            and text[:1].isupper()
            and gazetteer().levels(text.split(",")[-1].strip().lower(), key.split(",")[-1].strip()) > 0
        )
    )


def _is_province(text: str) -> bool:
    return gazetteer().levels(text.lower(), key_of(text)) & PROVINCE != 0


def _are_names(column: Column) -> bool:
    different = len({text for _, _, text in column.values})
    if different < _LEAST_ROWS or different * 10 < len(column.values) * 7:
        return False
    return (
        share_of(column, lambda v, t: isinstance(v, str) and is_name(t)) >= _MOST
        and share_of(column, lambda v, t: is_called(t)) >= _MANY
        and share_of(column, lambda v, t: gazetteer().levels(t.lower(), key_of(t)) > 0) < _SOME
    )


def is_called(text: str) -> bool:
    """Return whether a text names somebody: by a family name, a form of address or a given name."""
    words = text.lower().split()
    if has_surname(text):
        return True
    if len(words) > 1 and len(words) <= _LONGEST_CALL and words[0].rstrip(".") in _FORMS:
        return True
    return (
        text[:1].isupper()
        and len(words) <= 3
        and (
            words[0] in GIVEN_NAMES
            or words[-1] in GIVEN_NAMES
            or (text.isascii() and words[-1] in _GIVEN_KEYS)
        )
    )
