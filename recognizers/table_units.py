"""Columns of provinces, districts and communes in tables about nobody: "Huyện", "ward_name_norm", cells "xa tran phu".

Units are named after people and people's given names are those of units ("Phú Tân", "quan hai ba trung"). Where no column
names or numbers people, such cells are places; beside people they are part of a home and are judged as before.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from recognizers.cell_fits import shape_of
from recognizers.cells import begins_with_surname
from recognizers.folding import key_of
from recognizers.gazetteer import gazetteer
from recognizers.table_columns import Column, share_of
from recognizers.table_subjects import is_of_people, names_people

_UNIT = (
    r"(?:đơn vị(?: hành chính)?|don vi hanh chinh|đvhc|dvhc|tỉnh|tinh|thành phố|thanh pho|tp|quận|quan|huyện|huyen|thị xã|thi xa"
    r"|phường|phuong|xã|xa|thị trấn|thi tran|province|district|ward|commune|city)"
)
#: A whole header, marks between words read as spaces: "Tên Phường_Xã", "district_name_vi", "Xã mới"; "TT" alone heads serials.
_HEADER = re.compile(
    rf"(?:(?:tên|ten|mã|ma|cấp|cap|location|các|cac) )?{_UNIT}(?: (?:(?:thành |thanh )?{_UNIT}|tt))*"
    r"(?: (?:name|vi|en|norm|core|prefix|type|full|id|code|mới|moi|cũ|cu|old|new))*"
)
#: How the name of a unit begins when it is written with its kind.
_BEGINS = re.compile(
    r"(?P<kind>phường|phuong|xã|xa|quận|quan|huyện|huyen|thị xã|thi xa|thị trấn|thi tran|thành phố|thanh pho|tỉnh|tinh|tp|tx|tt)(?:\. ?| |(?=\d))(?P<name>\w.*)"
)
#: Without accents these begin people's names, too: "phuong linh", "quan vu".
_NAMES_TOO = frozenset(("phuong", "quan", "tinh"))
_MARKS = re.compile(r"[\s_/\-.]+")
_SHARE, _MOST, _LEAST = 0.6, 0.8, 3


def begin_like_units(column: Column) -> bool:
    """Return whether most cells of a column say what kind of unit they name: "quan ba dinh", "Xã Mễ Sở"."""
    return len(column.values) >= _LEAST and share_of(column, _is_unit) >= _SHARE


def mark_units(found: Sequence[Column]) -> None:
    """Mark the columns that name units where the rows are about nobody; they are judged no further."""
    heads = _heads(found)
    headed = [
        column for column in found if _HEADER.fullmatch(_MARKS.sub(" ", heads.get(column.index, "")).strip())
    ]
    units = [*headed, *(column for column in found if column not in headed and begin_like_units(column))]
    if not units:
        return
    others = [column for column in found if column not in units]
    if any(map(_are_codes, headed)):  # "Quận_Huyện" over codes, the names beside it
        units += (listed := [column for column in others if _are_listed(column)])
        others = [column for column in others if column not in listed]
    if any(map(_of_people, others)):
        return
    for column in units:
        column.things = column.skipped = column.surely_things = True


#: Where people live together, as the header of a list of such places …
_PLACES = re.compile(
    r"(?:tên |ten |các |cac )?(?:thôn|thon|xóm|xom|ấp|ap|bản|ban|buôn|buon|làng|lang|khóm|khom|tổ|to|khu|khối|khoi|khu phố|khu pho|tổ dân phố|to dan pho|tdp|cụm|địa bàn|dia ban"
    r"|chi hội|chi hoi|đơn vị|don vi)(?: ?/ ?\w+| dân phố| dan pho| phố| pho)?"
)
#: … with how many live there.
_INHABITED = re.compile(
    r"(?:tổng |tong )?(?:số|so) (?:hộ(?! khẩu)|ho(?! khau)|dân|dan)|dân số|dan so|(?:số|so) nhân khẩu|hộ nghèo|hộ cận nghèo|(?:số|so) hội viên"
)
_OF_THEIR_OWN = re.compile(
    r"(?:họ|ho)(?: và| va)?(?: tên| ten)(?! (?:trưởng|tổ|bí|truong|to|bi))|chủ hộ|chu ho|số khẩu|so khau"
)


def mark_places_lived_in(found: Sequence[Column]) -> None:
    """Mark the column that names hamlets in a list of them: each stands once, beside how many live there."""
    heads = {
        column.index: unicodedata.normalize("NFC", column.header_text).lower().strip() for column in found
    }
    if not any(_INHABITED.match(head) for head in heads.values()) or any(
        _OF_THEIR_OWN.match(head) for head in heads.values()
    ):
        return
    for column in found:
        texts = [text for _, _, text in column.values]
        if len(texts) > 1 and len({*texts}) == len(texts) and _PLACES.fullmatch(heads[column.index]):
            column.things = column.skipped = column.surely_things = True


def _is_unit(value: object, text: str) -> bool:
    if not isinstance(value, str) or len(text) > _LONGEST:
        return False
    told = _BEGINS.match(unicodedata.normalize("NFC", text).lower())
    if told is None or told["kind"] not in _NAMES_TOO:
        return told is not None
    return told["name"][0].isdigit() or gazetteer().levels(told["name"], key_of(told["name"])) > 0


_LONGEST = 40


def _are_codes(column: Column) -> bool:
    return share_of(column, lambda v, t: any(map(str.isdigit, t)) and not _is_unit(v, t)) >= _MOST


def _heads(found: Sequence[Column]) -> dict[int, str]:
    """Return what stands above each column; where nobody knew the header, it is the first row if that holds words alone."""
    heads = {column.index: column.header_text for column in found}
    if not any(heads.values()):
        top = min((column.values[0][0] for column in found if column.values), default=0)
        first = {c.index: c.values[0][2] for c in found if c.values and c.values[0][0] == top}
        if not any(any(map(str.isdigit, text)) for text in first.values()) and not any(
            sum(text == first.get(column.index) for _, _, text in column.values) > 1 for column in found
        ):
            heads = first
    return {index: unicodedata.normalize("NFC", text).lower() for index, text in heads.items()}


def _are_listed(column: Column) -> bool:
    """Return whether nearly all cells are names of units."""
    return share_of(column, lambda v, t: gazetteer().levels(t.lower(), key_of(t)) > 0) >= _MOST


def _of_people(column: Column) -> bool:
    """Return whether a column names or numbers people, by its header or by most of its cells."""
    if column.header is not None and names_people(column.header.entity_type):
        return True
    if column.header_text and is_of_people(key_of(column.header_text)):
        return True
    return (
        share_of(
            column,
            lambda v, t: (begins_with_surname(t) and " " in t) or names_people(shape_of(v, t)),
        )
        >= _SHARE / 2
    )
