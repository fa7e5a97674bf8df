"""Rows of a sheet that say what is usual, or check the machine, among rows of people: "Trị số thường", "QC-L2", "Điểm chuẩn".

They stand under the same heads as the people's, so a typed column would hold them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from recognizers.cells import begins_with_surname, plain
from recognizers.folding import key_of

_NORM = re.compile(
    r"(?:(?:tri so|gia tri|chi so|khoang|muc|nguong|gioi han|tham so|ket qua)(?: (?:binh )?thuong| tham (?:chieu|khao)| cho phep| chuan| tren| duoi| quy chieu)"
    r"|(?:gt|tri so|gia tri) ?(?:bt|tc)|csbt|tsbt|tham chieu|gioi han (?:tren|duoi)|don vi(?: (?:do|tinh))?|dvt|reference(?: (?:range|values?|interval))?"
    r"|normal(?: (?:range|values?))?|(?:upper|lower) limit|units?|diem (?:chuan|liet|toi da|san)|thang diem|he so mon|dap an)\s?[:.]?"
)
#: What a machine is checked with; codes of people may begin so, too.
_CHECK = re.compile(
    r"(?:qc|iqc|eqa|noi kiem|ngoai kiem|mau (?:chung|trang|noi kiem)|control|calibrator|blank|chung (?:am|duong))(?:[ .\-_]?[a-z]{0,6}\d{0,3})?"
)
_MEASURE = re.compile(
    r"[<>≤≥±~=]{0,2} ?[\d.,]{1,7}(?: ?[-–—÷/] ?[\d.,]{1,7})? ?(?:%|[^\W\d_]{1,5}(?:/[^\W\d_]{1,4})?)?"
    r"|[a-zμµ%]{1,6}\d?/(?:[munpμµ]?l|dl|h|kg|m2|gio|ngay|thang|nam|nguoi|tiet|bai)|[(]?[-+][)]?|(?:am|duong|binh thuong|am tinh|duong tinh|dat|khong|trong gioi han|negative|normal|ok|pass)"
)
_LEAST = 2


def is_norm_row(row: Sequence[object]) -> bool:
    """Return whether a row says what is usual under each head, or what a check of the machine gave; nobody's either way."""
    texts = [text for value in row if value is not None and value != "" and (text := plain(value))]
    if len(texts) <= _LEAST:
        return False
    first = key_of(texts[0])
    if _NORM.fullmatch(first) is None and _CHECK.fullmatch(first) is None:
        return False
    others = texts[1:]
    if any(begins_with_surname(text) and " " in text for text in others):
        return False
    measures = sum(map(is_measure, others))
    return measures >= _LEAST and measures * 2 >= len(others)


def is_measure(text: str) -> bool:
    """Return whether a cell holds a result, a range or a limit and nothing else."""
    return _MEASURE.fullmatch(key_of(text)) is not None
