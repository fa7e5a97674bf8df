"""Columns that print and the map carry: streets of a price list, authors beside their books, figures of history.

Their names are looked at nowhere else: a street's, a poet's, an emperor's name tells of nobody the table is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from recognizers.folding import key_of
from recognizers.table_columns import SHARE, Column, share_of

#: Headers of streets, and of the two ends of a stretch beside them.
_STREETS = re.compile(
    r"(?:ten )?(?:(?:cac )?(?:tuyen )?(?:duong|pho)(?:(?:,| -|/| va) ?(?:duong|pho|hem|ngo))*|doan duong|tuyen duong|street(?: name)?)(?: pho)?\Z"
)
_STRETCH = re.compile(
    r"(?:tu|den|diem (?:dau|cuoi)|(?:doan )?(?:duong )?(?:tu|den)|doan(?: duong)?(?: tu)?(?: ?[-–] ?den)?|gioi han|from|to)\Z"
)
#: Headers of people a table of homes would have too: then a street is part of somebody's.
_HOMES = re.compile(
    r"(?<![a-z])(?:so nha|ho ten|ho va ten|chu (?:ho|nha|dat|su dung)|khach|nguoi|cccd|cmnd|dien thoai|sdt|full ?name|phone)(?![a-z])"
)
_WORKS = re.compile(
    r"(?<![a-z])(?:ten (?:sach|tac pham|hien vat|tranh|bai|bai hat|bai tho|truyen|ca khuc|phim|vo)|nhan de|tac pham|bai hat|ca khuc|tua sach|"
    r"nxb|nha xuat ban|isbn|nien dai|the loai|nam xb|nam xuat ban|title|publisher)(?![a-z])"
)
_TITLES = re.compile(r"(?:ten (?!hoc|nguoi|tac gia)|nhan de|tac pham|bai hat|ca khuc|tua sach|title)")
_AUTHORS = re.compile(
    r"(?:tac gia|tg|dich gia|nhac si|nha tho|hoa si|ca si|trinh bay|dao dien|dien vien|soan gia|author|artist|composer)(?:[ /,].{0,20})?\Z"
)
_FIGURES = re.compile(
    r"(?<![a-z])(?:nhan vat(?: lich su)?|danh nhan|nien hieu|tri vi|nien dai|vua|trieu dai)(?![a-z])"
)
_LIVES = re.compile(
    r"(?<![a-z])sinh.{0,4}(?:mat|tu)(?![a-z])|(?<![a-z])(?:nam sinh|sinh|tri vi|nien dai)(?![a-z])"
)
#: A life or a reign that ended long ago: "1855 - 1900", "1820-1841".
_LONG_AGO = re.compile(
    r"[(~?]?(?:[1-9]\d{2}|1[0-8]\d\d|190\d|191\d)\s?(?:[-–—]\s?(?:[1-9]\d{2}|1[0-8]\d\d|19[0-4]\d|\?))\)?"
)


def mark_print(found: Sequence[Column]) -> None:
    """Mark the columns of a block whose names are streets', authors' or history's.

    Args:
        found: all columns of the block, not judged yet.
    """
    headers = [(column, key_of(column.header_text.strip())) for column in found if column.header_text]
    if not headers:
        return
    if any(_FIGURES.search(key) for _, key in headers) and any(
        _LIVES.search(key) and share_of(column, lambda v, t: _LONG_AGO.fullmatch(t) is not None) >= SHARE
        for column, key in headers
    ):
        for column in found:
            column.skipped = column.things = True
        return
    if any(_WORKS.search(key) for _, key in headers):
        authors = [column for column, key in headers if _AUTHORS.match(key)]
        _mark([*authors, *(column for column, key in headers if authors and _TITLES.match(key))])
    if any(_STREETS.match(key) for _, key in headers) and not any(_HOMES.search(key) for _, key in headers):
        _mark(column for column, key in headers if _STREETS.match(key) or _STRETCH.match(key))


def _mark(columns: Iterable[Column]) -> None:
    for column in columns:
        column.skipped = column.things = True
