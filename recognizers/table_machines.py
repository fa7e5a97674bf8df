"""Network addresses in tables: somebody's machine, or a printer, a camera, a server.

A row that names or numbers somebody tells whose the machine is, inside addresses (10.x, 192.168.x) included. In a row
that names nobody an inside address is the network's, and so is the hardware address among rows of people.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from recognizers.email import is_role_mailbox
from recognizers.entities import EntityType
from recognizers.folding import key_of
from recognizers.online import is_inside
from recognizers.table_columns import Column, set_type, share_of

_E = EntityType
MACHINES = frozenset({_E.IP_ADDRESS, _E.MAC_ADDRESS})
_WHO = frozenset({_E.PERSON, _E.EMPLOYEE_ID, _E.STUDENT_ID, _E.CREDENTIAL, _E.VN_PHONE, _E.EMAIL})
_NETWORK = re.compile(r"(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)\Z")
_HARDWARE = re.compile(r"(?:[0-9A-F]{12}|[0-9a-f]{12}|(?:[0-9A-Fa-f]{2}[:\-]){5}[0-9A-Fa-f]{2})\Z")
#: Headers of other things in four numbers or twelve signs.
_OTHERWISE = re.compile(
    r"(?<![a-z])(?:phien ban|version|ver|fw|firmware|serial|s/n|sn|gateway|subnet|dns|ma)(?![a-z])"
)


def judge(found: Sequence[Column]) -> None:
    """Type the columns of network addresses beside people which no header announces."""
    if not any(column.entity_type in _WHO and not column.things for column in found):
        return
    for column in found:
        if column.entity_type is not None or column.things or len(column.values) <= 1:
            continue
        if column.header_text and _OTHERWISE.search(key_of(column.header_text)):
            continue
        if share_of(column, lambda v, t: _NETWORK.match(t) is not None) == 1:
            set_type(column, _E.IP_ADDRESS, 1.0, 0.85)
        elif share_of(column, lambda v, t: _HARDWARE.match(t) is not None) == 1 and (
            share_of(column, lambda v, t: any(char.isalpha() for char in t)) >= _LETTERED
        ):
            set_type(column, _E.MAC_ADDRESS, 1.0, 0.85)


_LETTERED = 0.5


def rows_of_nobody(column: Column, found: Sequence[Column]) -> frozenset[int]:
    """Return the rows of a column in which the machine is nobody's."""
    if column.entity_type not in MACHINES:
        return frozenset()
    named = {
        row
        for other in found
        if other.entity_type in _WHO and not other.things and other.keep != "role_mailbox"
        for row, _, text in other.values
        if not (other.entity_type is _E.EMAIL and is_role_mailbox(text))
    }
    if column.entity_type is _E.MAC_ADDRESS and not named:
        return frozenset()
    return frozenset(
        row
        for row, _, text in column.values
        if row not in named and (column.entity_type is _E.MAC_ADDRESS or is_inside(text))
    )
