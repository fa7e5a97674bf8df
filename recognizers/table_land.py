"""Numbers of land certificates that are a cell of their own where the row, or the heads, speak of land.

"DD 118734" below "Tài sản" in a notary's book, "CP 118 447" beside "Đất ở", "D 0118274" below "Số giấy" beside the area:
two letters and six figures are a stock number in any other list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recognizers.entities import EntityType
from recognizers.folding import key_of
from recognizers.results import CellHit, Reason
from recognizers.table_columns import Column
from recognizers.table_rows import Rows, texts_of

_E = EntityType
_NUMBER = re.compile(
    r"(?<![\w/\-])[A-ZĐ]{1,2}[ .]?(?:\d{6}|\d{3}[ .]\d{3}|\d{2}[ .]\d{3})(?![\w]|[.,/\-]\d|[ .]\d{3})|(?<![\w/\-])[A-ZĐ]{2}[ .]?(?:\d{8}|\d{2}[ .]\d{3}[ .]\d{3})(?![\w]|[.,/\-]\d)"
    r"|(?<![\w/\-])[A-Z] ?\d{7}\Z"
)
#: Eleven to fifteen figures: the code of a certificate since 2025.
_CODE = re.compile(r"10\d{9}(?:\d{2,4})?\Z")
#: Only that may stand before and behind the number in its cell.
_ELSE_IN_CELL = re.compile(
    r"(?:gcn|gcnqsdd|gcn qsdd|giay chung nhan|giay|so|so do|so hong|so seri|seri|so phat hanh|dat|nha|nha dat|qsdd|bia|bia do)?[ :]{0,2}\Z"
)
_BEHIND = re.compile(r"\Z|[ ]?[,;/(+–\-]|[ ](?:vao so|thua|to|cap|ngay|nam|va|dung ten|cua)(?![a-z])")
_LAND = re.compile(
    r"(?<![a-z])(?:qsdd|quyen su dung|thua(?! (?:ke|uy|phat|huong|nhan|hanh))|to ban do|tbd|so do|so hong|gcn|gcnqsdd|so bia|bat dong san|bds|nha dat|tai san (?:bao dam|the chap)|tsbd|thu hoi|dien tich"
    r"|m2|m²|dat (?:o|vuon|nong|lam|rung|ray|trong|ruong|nen|lua|cln|ont|odt|luk)|can ho|nha (?:o|dat|pho|cap)|di san|tang cho|chuyen nhuong)(?![a-z])"
)
_LAND_MARKED = re.compile(r"(?<![^\W\d_])đất(?![^\W\d_])", re.IGNORECASE)
_HEAD = re.compile(
    r"(?:tai san|bat dong san|tsbd|tai san (?:bao dam|the chap|giao dich)|doi tuong|so (?:giay|gcn|so|seri|phat hanh|bia|hieu)|giay to(?: phap ly| dat| nha dat)?|giay|so|gcn|the chap|so do|ghi chu|so giay to)?"
)
#: What else has letters and six figures.
_OF_GOODS = re.compile(
    r"(?<![a-z])(?:ma|sku|hang|sp|vach|code|hoa don|hop dong|bien lai|seri may|serial|model|tem|ve|xe|may|ho chieu|passport|gplx|lai xe|nv|hoc sinh|sv)(?![a-z])"
)


def certificates(columns: Sequence[Column], rows: Rows) -> Iterator[CellHit]:
    """Yield the certificates in cells that no column's kind covers."""
    heads = " | ".join(column.header_text for column in columns if column.header_text)
    headed = _speaks_of_land(heads)
    for column in columns:
        if column.entity_type is not None or column.things:
            continue
        head = " ".join(re.split(r"[^a-z\d]+", key_of(column.header_text))).strip()
        if not _HEAD.fullmatch(head) or _OF_GOODS.search(head):
            continue
        for number, written, text in column.values:
            if not isinstance(written, str):
                continue
            found = _NUMBER.search(written)
            if found is None:
                code = (
                    _CODE.match(text) if head.startswith(("tai san", "bat dong", "gcn", "so gcn")) else None
                )
                if code is not None:
                    yield _hit(number, column.index, 0, len(written))
                continue
            before, behind = key_of(written[: found.start()]), key_of(written[found.end() :])
            if not _ELSE_IN_CELL.match(before) or not _BEHIND.match(behind):
                continue
            row = " | ".join(words for _, words in texts_of(rows[number]))
            if _OF_GOODS.search(key_of(row)) is None and (headed or _speaks_of_land(row)):
                yield _hit(number, column.index, found.start(), found.end())


def _speaks_of_land(text: str) -> bool:
    return _LAND.search(key_of(text)) is not None or _LAND_MARKED.search(text) is not None


def _hit(row: int, column: int, start: int, end: int) -> CellHit:
    return CellHit(row, column, _E.VN_LAND_CERT, 0.7, Reason("land_near"), start, end)
