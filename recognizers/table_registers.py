"""Registers of births, marriages and deaths: under a bare "Số" stands the number of somebody's civil paper."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recognizers.entities import EntityType
from recognizers.folding import key_of
from recognizers.results import Reason
from recognizers.table_columns import Column, set_type

_E = EntityType
#: Pairs of headers that only a register of civil status has, each found in some header.
_REGISTERS = tuple(
    (re.compile(rf"(?<![a-z])(?:{one})(?![a-z])"), re.compile(rf"(?<![a-z])(?:{other})(?![a-z])"))
    for one, other in [
        ("chong|ben nam|husband|groom", "vo|ben nu|wife|bride"),
        (
            "nguoi chet|nguoi mat|nguoi qua co|nguoi da mat|deceased",
            "sinh|ns|mat|chet|nguyen nhan|nguoi khai",
        ),
        ("ten tre|ho ten tre|tre|nguoi duoc khai sinh|ten con", "cha|bo|me|father|mother"),
        ("cai chinh|bo sung ho tich|noi dung cu", "noi dung moi|sinh|ngay sinh"),
        ("cha me nuoi|bo me nuoi|nguoi nhan nuoi", "tre|tre duoc nhan|con nuoi"),
    ]
)
#: What such a register calls the number of a paper, and nothing else.
_NUMBER_HEAD = re.compile(
    r"(?:so|so (?:dk|dang ky|ks|kh|kt|ht|gcn|giay|giay to|vao so|trich luc|quyet dinh|qd)|so(?: |/)quyen|no|reg ?no)[ .:]*\Z"
)
_PAPER = re.compile(r"\d{1,4}(?:[/\-]\d{4})?(?:[/\-][A-ZĐ\-]{1,12})?\Z")


def judge(found: Sequence[Column]) -> None:
    """Type the column of numbers of a register of civil status."""
    keys = [_read(key_of(column.header_text.strip())) for column in found]
    if not any(column.entity_type is _E.PERSON for column in found) and not _COUPLES.issubset(
        word for key in keys for word in key.split()
    ):
        return
    if not any(any(map(one.search, keys)) and any(map(other.search, keys)) for one, other in _REGISTERS):
        return
    for column, key in zip(found, keys, strict=True):
        if (
            column.entity_type is None
            and column.values
            and _NUMBER_HEAD.match(key)
            and all(_PAPER.match(text) for _, _, text in column.values)
            and not counts_rows([text for _, _, text in column.values])
        ):
            column.skipped = False
            set_type(column, _E.CIVIL_DOC_NO, 1.0, 0.8)
            column.reason = Reason("column_neighbours")


def _read(key: str) -> str:
    """Return a header's key with the noughts of a bad scan as the letters that they are: "S0", "Ch0ng"."""
    return _NOUGHT.sub("o", key)


_NOUGHT = re.compile(r"(?<=[a-z])0(?![1-9])")
#: Husband and wife head columns of people, whatever stands beside their names.
_COUPLES = frozenset({"chong", "vo"})


def counts_rows(texts: Sequence[str]) -> bool:
    """Return whether numbers only count the rows: 1, 2, 3."""
    return all(text.isdecimal() and int(text) == place for place, text in enumerate(texts, 1))
