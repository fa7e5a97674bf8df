"""Columns of streets, stops and public buildings: "Bến đến", "Tuyến đường", "Điểm cuối".

What is named after somebody reads like somebody's name. In a table about nobody such a cell is a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recognizers.cells import is_organisation
from recognizers.entities import EntityType
from recognizers.folding import key_of
from recognizers.results import CellHit
from recognizers.table_columns import Column

_E = EntityType
_HEADER = re.compile(
    r"(?:ten )?(?:(?:ben|diem|ga|tram)(?: xe)? (?:di|den|dau|cuoi|dung)|(?:cac )?tuyen(?: duong| pho| xe| buyt)?|duong(?: pho)?"
    r"|doan duong|pho|cau|cho|tram(?: dung)?|cong trinh|tai san cong|route|street|station|stop|from|to)\Z"
)
#: With one of these a table is about people, and a name in it may be theirs.
_OF_PEOPLE = frozenset(
    {
        _E.PERSON,
        _E.VN_PERSONAL_ID,
        _E.VN_CMND,
        _E.VN_PASSPORT,
        _E.DATE_OF_BIRTH,
        _E.VN_PHONE,
        _E.EMAIL,
        _E.EMPLOYEE_ID,
        _E.STUDENT_ID,
        _E.VN_BANK_ACCOUNT,
        _E.VN_BHYT,
        _E.VN_BHXH,
    }
)


def places_in(columns: Sequence[Column]) -> Iterator[tuple[int, int]]:
    """Yield row and column of the cells of one block that name places only; their columns lose the type of people."""
    places = [
        column
        for column in columns
        if column.entity_type in (None, _E.PERSON) and _HEADER.match(key_of(column.header_text).strip())
    ]
    if any(column.entity_type in _OF_PEOPLE for column in columns if column not in places):
        return
    for column in places:
        column.entity_type = None
        for number, _, _ in column.values:
            yield number, column.index


#: Headers over where a journey begins and ends, and public places there.
_ENDS = re.compile(
    r"(?:diem|noi|dia diem)? ?(?:don|tra|den|di|xuat phat)(?: khach)?\Z|pick ?-?up|drop ?-?off|from\Z|to\Z"
)
_PUBLIC = re.compile(
    r"(?:san bay|ga|ben (?:xe|tau|pha|cang)|cang|cho|cong vien|nga (?:ba|tu|nam|sau)|aeon|vincom|lotte|big ?c|go!"
    r"|co\.?op ?mart|mega ?market|ks|bv|dh)(?![a-z])"
)


def part_public_places(column: Column) -> None:
    """Take stations, hospitals and markets out of a column of where somebody is picked up or set down."""
    if not _ENDS.match(key_of(column.header_text).strip()):
        return
    public = [
        place for place in column.values if is_organisation(place[2]) or _PUBLIC.match(key_of(place[2]))
    ]
    if len(public) == len(column.values):
        column.skipped = True
    elif public:
        column.values = [place for place in column.values if place not in public]
        column.strangers = [*column.strangers, *public]


_LIST = re.compile(
    r"(?:\W*)(?:danh sach|ds|bang|bieu|so |cham cong|tinh hinh|thu |lich|phat |tong hop|thong ke|bao cao|ket qua|theo doi|ban lien lac|quyet toan|du toan|sao ke|chi |cap |nop )"
)
_WHERE = re.compile(
    r"(?:to|khu|khu pho|khoi|thon|ap|xom|ban|lang|buon|ngo|hem|duong|pho|phuong|xa|cum|khom|doi|tdp|kp)(?: dan pho| vuc| dan cu)? ?[a-z\d]"
)


def is_place_of_list(hit: CellHit, row: Sequence[object]) -> bool:
    """Return whether an address ends the title of a list: "PHÁT QUÀ TRUNG THU - TỔ 17" is where all of it live.

    A house's number in front of it ("- 12 ngõ 5 Láng Hạ") or a person's name in the title makes it somebody's.
    """
    title = row[hit.column]
    if hit.entity_type is not _E.VN_ADDRESS or not hit.start or not isinstance(title, str):
        return False
    before = title[: hit.start].rstrip()
    return (
        before.endswith(("-", "–", "—"))
        and _LIST.match(key_of(title)) is not None
        and _WHERE.match(key_of(title[hit.start :])) is not None
        and sum(value not in (None, "") for value in row) == 1
    )


def is_place(hit: CellHit) -> bool:
    """Return whether a name found in such a cell has nothing but its shape: no "ông", no number, no label."""
    return hit.entity_type is _E.PERSON and hit.reason.code == "person_shape"
