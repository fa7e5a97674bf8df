"""What tells a row of heads from a row of values: numbers that run on, values below that fit.

"49 | mật khẩu" between "48 | tải về" and "50 | spam" is the forty-ninth keyword. "Tên khách hàng | Sản phẩm mua | Giới tính |
Khu vực" reads like two labels with their values, but names and sexes stand below.
"""

from __future__ import annotations

from collections.abc import Sequence

from recognizers.cell_fits import fits
from recognizers.cells import plain, shown
from recognizers.folding import key_of
from recognizers.headers import read_header

#: Rows below that are looked at, all of them filled.
_SEEN = 3
_LEAST_HEADS = 2
_LONG_SERIAL = 7


def is_name_only(text: str) -> bool:
    """Return whether a text that reads like a label is more likely a value ("Nam" under "Giới tính")."""
    return key_of(text) in {"nam", "nu"}


def is_numbered(rows: Sequence[Sequence[object]], number: int) -> bool:
    """Return whether a row is one of many numbered one by one: its number follows the one above, and one follows it."""
    if not 0 < number < len(rows) - 1:
        return False
    above, row, below = rows[number - 1 : number + 2]
    return any(
        (own := _serial(value)) is not None and _serial(before) == own - 1 and _serial(after) == own + 1
        for before, value, after in zip(above, row, below, strict=False)
    )


def heads_values(rows: Sequence[Sequence[object]], number: int) -> bool:
    """Return whether what reads like label, value, label, value heads columns: below each label stand values of its kind.

    In a form the next labels stand below.
    """
    below = rows[number + 1 : number + 1 + _SEEN]
    if len(below) < _SEEN:
        return False
    heads = 0
    for index, cell in enumerate(rows[number]):
        header = read_header(shown(cell).strip()) if isinstance(cell, str) else None
        if header is None or header.entity_type is None:
            continue
        for row in below:
            value = row[index] if index < len(row) else None
            text = plain(value) if value is not None else ""
            if not text or not fits(header.entity_type, value, text):
                return False
            if read_header(text) is not None and not is_name_only(text):
                return False
        heads += 1
    return heads >= _LEAST_HEADS


def heads_answers(rows: Sequence[Sequence[object]], number: int) -> bool:
    """Return whether a row of long questions heads answers: below most of its labels, three at least, stand values of their kind.

    The export of a form on the web: "Họ tên SV | Ngày sinh | Bạn đánh giá thế nào …? | Điện thoại cá nhân | …".
    """
    below = [
        row for row in rows[number + 1 : number + 1 + _SEEN] if any(value not in (None, "") for value in row)
    ]
    if len(below) < _SEEN:
        return False
    heads = answered = 0
    for index, cell in enumerate(rows[number]):
        header = read_header(cell.strip()) if isinstance(cell, str) else None
        if header is None or header.entity_type is None:
            continue
        heads += 1
        values = [row[index] if index < len(row) else None for row in below]
        answered += all(
            value not in (None, "")
            and fits(header.entity_type, value, plain(value))
            and read_header(plain(value)) is None
            for value in values
        )
    return answered >= _LEAST_ANSWERED and answered * 2 > heads


_LEAST_ANSWERED = 3


def _serial(value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    text = shown(value).strip().removesuffix(".0")
    return int(text) if text.isdecimal() and len(text) < _LONG_SERIAL else None
