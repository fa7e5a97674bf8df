"""What number formats make of a number: a date, digits with leading zeros, or nothing special."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from redactor.formats.xlsx.markup import local

_BUILTIN_DATES = frozenset([*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)])
"""Built-in formats that show dates or times (ISO/IEC 29500-1, 18.8.30, and its East Asian lists)."""

_NOT_CODE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]', re.IGNORECASE)
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|_(.)|\*.|\[[^\]]*\]')
_MAX_SERIAL = 2_958_466
_LEAP_BUG = 60


@dataclass(frozen=True, slots=True)
class CellFormat:
    """What a cell style does to a number.

    Attributes:
        is_date: shown as a date or time.
        zeros: the format's code if it pads with zeros, so that the text shown differs from the number, else "".
    """

    is_date: bool = False
    zeros: str = ""


GENERAL = CellFormat()


@lru_cache(maxsize=4096)
def classify(code: str) -> CellFormat:
    """What a format code does, judged by its section for positive numbers."""
    section = _first_section(code)
    bare = _NOT_CODE.sub("", section)
    if re.search(r"[dmyhsbge]", bare, re.IGNORECASE) and not re.search(
        r"[#0?]\.?[#0?]*E[+-]|General", bare, re.I
    ):
        return CellFormat(is_date=True)
    zeros = bare.count("0")
    if zeros >= 2 and not set(bare) & set(".,%/E?eĘ@"):
        return CellFormat(zeros=section)
    return GENERAL


def _first_section(code: str) -> str:
    in_quotes = False
    for index, char in enumerate(code):
        if char == '"':
            in_quotes = not in_quotes
        elif char == ";" and not in_quotes and (index == 0 or code[index - 1] != "\\"):
            return code[:index]
    return code


def shown_with_zeros(value: float, section: str) -> str | None:
    """A whole number as a zero-padding format shows it (``001190012345``); None if it has decimals."""
    if value < 0 or value != int(value):
        return None
    pattern: list[tuple[bool, str]] = []  # (is a digit's place, what stands there)
    at = 0
    while at < len(section):
        match = _LITERAL.match(section, at)
        if match:
            literal = match.group(1) or match.group(2) or (" " if match.group(3) else "")
            pattern.append((False, literal))
            at = match.end()
        else:
            pattern.append((section[at] in "0#", section[at]))
            at += 1
    places = [index for index, (is_digit, _) in enumerate(pattern) if is_digit]
    if not places:
        return None
    digits = str(int(value))
    shown = [text for _, text in pattern]
    for index in reversed(places[1:]):
        shown[index], digits = (
            (digits[-1], digits[:-1]) if digits else ("0" if shown[index] == "0" else "", "")
        )
    shown[places[0]] = digits or ("0" if shown[places[0]] == "0" else "")
    return "".join(shown).strip()


def from_serial(serial: float, date1904: bool) -> datetime.datetime | None:
    """The moment a serial number means; None outside of the calendar. Serial 60 of the 1900 system never was a day."""
    if not 0 <= serial < _MAX_SERIAL:
        return None
    if date1904:
        epoch = datetime.datetime(1904, 1, 1)  # noqa: DTZ001 - spreadsheets know no time zones
    else:
        epoch = datetime.datetime(1899, 12, 30 if serial >= _LEAP_BUG else 31)  # noqa: DTZ001
    try:
        return epoch + datetime.timedelta(milliseconds=round(serial * 86_400_000))
    except OverflowError:
        return None


def to_serial(moment: datetime.datetime, date1904: bool) -> float | None:
    """The serial number of a moment; None if the system has none."""
    epoch = datetime.datetime(1904, 1, 1) if date1904 else datetime.datetime(1899, 12, 30)  # noqa: DTZ001
    serial = (moment - epoch) / datetime.timedelta(days=1)
    if serial < 0 or (not date1904 and serial <= _LEAP_BUG):
        return None
    return serial


def cell_formats(styles: etree._Element | None) -> list[CellFormat]:
    """The format of each cell style (``s`` of a cell), from the styles part."""
    if styles is None:
        return [GENERAL]
    codes: dict[int, str] = {}
    formats: list[CellFormat] = []
    for part in styles:
        if local(part) == "numFmts":
            for item in part:
                if local(item) == "numFmt":
                    codes[_number(item.get("numFmtId"))] = item.get("formatCode", "")
        elif local(part) == "cellXfs":
            for item in part:
                if local(item) == "xf":
                    number = _number(item.get("numFmtId"))
                    if number in codes:
                        formats.append(classify(codes[number]))
                    else:
                        formats.append(CellFormat(is_date=True) if number in _BUILTIN_DATES else GENERAL)
    return formats or [GENERAL]


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0
