"""Formulas as far as redaction needs them: literals, references, names; and how to rewrite each in place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from redactor.formats.xlsx.sheet import MAX_COLUMN, MAX_ROW, column_letters, column_number

_TOKEN = re.compile(
    r"""
    (?P<string>"(?:[^"]|"")*")
  | (?P<sheet>(?:'(?:[^']|'')*'|[\w.\[\]\u00c0-\u1ef9]+(?::[\w.\u00c0-\u1ef9]+)?)!)
  | (?P<error>\#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA))
  | (?P<function>[A-Za-z_][\w.]*(?=\())
  | (?P<table>[A-Za-z_\\\u00c0-\u1ef9][\w.\\]*(?=\[)|(?<![\w\]])(?=\[))
  | (?P<bracket>\[(?:'.|[^\[\]']|\[(?:'.|[^\[\]'])*\])*\]|\[(?:[^\[\]]|\[[^\[\]]*\])*\])
  | (?P<area>\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?(?![\w(.!]))
  | (?P<columns>\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\w(.!]))
  | (?P<rows>\$?\d{1,7}:\$?\d{1,7}(?![\w(.!]))
  | (?P<number>\d+(?:\.\d+)?(?:[Ee][+-]?\d+)?)
  | (?P<name>[A-Za-z_\\\u00c0-\u1ef9][\w.\\?]*)
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)

LONG_NUMBER = 8
"""Digits from which on a number in a formula is looked at as an identifier."""

LOOKUPS = frozenset(
    [
        "VLOOKUP",
        "HLOOKUP",
        "LOOKUP",
        "XLOOKUP",
        "MATCH",
        "XMATCH",
        "COUNTIF",
        "COUNTIFS",
        "SUMIF",
        "SUMIFS",
        "AVERAGEIF",
        "AVERAGEIFS",
        "MAXIFS",
        "MINIFS",
        "INDEX",
        "UNIQUE",
        "FILTER",
        "SORT",
        "SORTBY",
        "SUMPRODUCT",
        "FREQUENCY",
        "EXACT",
        "DSUM",
        "DGET",
        "DCOUNT",
        "DCOUNTA",
    ]
)
"""Functions that compare values: replacements must keep different values different for them."""

_MOVING = frozenset(["INDIRECT", "OFFSET", "CELL"])


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a formula: what it is, and where."""

    kind: str
    start: int
    end: int
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Area:
    """Cells that a formula reads, both ends included, 0-based; ``sheet`` is "" for the formula's own."""

    sheet: str
    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Reads:
    """What a formula depends on.

    Attributes:
        areas: the cells it names.
        names: defined names and tables it goes through, in lower case; "" for the table it stands in.
        unsure: it may read others: in other workbooks, or at computed addresses.
        looks_up: it compares values.
    """

    areas: tuple[Area, ...]
    names: tuple[str, ...]
    unsure: bool
    looks_up: bool


def tokens(formula: str) -> Iterator[Token]:
    """The formula's pieces, in order and without gaps."""
    for match in _TOKEN.finditer(formula):
        yield Token(match.lastgroup or "other", match.start(), match.end(), match.group())


def literals(formula: str) -> list[Token]:
    """Texts in quotes, and numbers long enough to be identifiers."""
    if '"' not in formula and not re.search(rf"\d{{{LONG_NUMBER}}}", formula):
        return []
    return [
        token
        for token in tokens(formula)
        if (token.kind == "string" and len(token.text) > 2)
        or (token.kind == "number" and len(token.text.partition(".")[0]) >= LONG_NUMBER)
    ]


def literal_text(token: Token) -> str:
    """What a literal says."""
    return token.text[1:-1].replace('""', '"') if token.kind == "string" else token.text


def as_literal(text: str, was_number: bool) -> str:
    """Text as a formula's literal; a number where a number was, if it can be one."""
    if was_number and re.fullmatch(r"[1-9]\d{0,14}", text):
        return text
    return '"' + text.replace('"', '""') + '"'


def sheet_of(token_text: str) -> str:
    """The sheet that ``'It''s'!`` means; may carry a workbook in brackets or span ``First:Last``."""
    name = token_text[:-1]
    return name[1:-1].replace("''", "'") if name.startswith("'") else name


def quoted_sheet(title: str) -> str:
    """A sheet title as formulas write it."""
    return "'" + title.replace("'", "''") + "'!"


def reads(formula: str) -> Reads:
    """What a formula depends on."""
    areas: list[Area] = []
    names: list[str] = []
    unsure = looks_up = False
    sheet = ""
    for token in tokens(formula):
        if token.kind == "sheet":
            sheet = sheet_of(token.text)
            unsure = unsure or "[" in sheet or ":" in sheet
            continue
        if token.kind in ("area", "columns", "rows"):
            areas.append(_area(token, sheet))
        elif token.kind in ("name", "table"):
            if token.text.upper() not in ("TRUE", "FALSE"):
                names.append(token.text.lower())
        elif token.kind == "function":
            name = token.text.upper().rpartition(".")[2]
            looks_up = looks_up or name in LOOKUPS
            unsure = unsure or name in _MOVING
        sheet = ""
    return Reads(tuple(areas), tuple(names), unsure, looks_up)


def _area(token: Token, sheet: str) -> Area:
    first, _, second = token.text.replace("$", "").upper().partition(":")
    second = second or first
    if token.kind == "columns":
        left, right = sorted((column_number(first), column_number(second)))
        return Area(sheet, 0, left, MAX_ROW - 1, right)
    if token.kind == "rows":
        top, bottom = sorted((int(first) - 1, int(second) - 1))
        return Area(sheet, top, 0, bottom, MAX_COLUMN - 1)
    (row_1, column_1), (row_2, column_2) = _cell(first), _cell(second)
    return Area(sheet, min(row_1, row_2), min(column_1, column_2), max(row_1, row_2), max(column_1, column_2))


def _cell(address: str) -> tuple[int, int]:
    letters = address.rstrip("0123456789")
    return int(address[len(letters) :]) - 1, column_number(letters)


def rewrite(formula: str, change: Callable[[Token], str | None]) -> str:
    """The formula with some of its pieces changed; ``change`` answers None for those that stay."""
    out: list[str] = []
    for token in tokens(formula):
        new = change(token)
        out.append(token.text if new is None else new)
    return "".join(out)


def rename(formula: str, sheets: Mapping[str, str], names: Mapping[str, str]) -> str:
    """The formula with sheets and defined names called by their new names. Keys of ``names`` are lower case."""

    def change(token: Token) -> str | None:
        if token.kind == "sheet":
            given = sheet_of(token.text)
            _book, bracket, rest = given.rpartition("]")
            if bracket:
                return None
            parts = rest.split(":")
            new = [sheets.get(part, part) for part in parts]
            return quoted_sheet(":".join(new)) if new != parts else None
        if token.kind in ("name", "table"):
            return names.get(token.text.lower())
        return None

    if not sheets and not names:
        return formula
    return rewrite(formula, change)


_COLUMN = re.compile(r"(\[@?)((?:'.|[^\[\]'])+)(?=\])")
_ESCAPED = re.compile(r"'(.)", re.DOTALL)
_TO_ESCAPE = re.compile(r"['\[\]#@]")


def rename_columns(formula: str, tables: Mapping[str, Mapping[str, str]]) -> str:
    """The formula with columns of tables called by their new names: ``Table[old]``, ``Table[[#This Row],[old]]``.

    Args:
        formula: without the leading equals sign.
        tables: new column names by old ones, both as the header cell says them, old ones in lower case; by the
            table's name in lower case, "" for a formula that stands in the table it speaks of.
    """
    if not tables or "[" not in formula:
        return formula
    table = ""

    def change(token: Token) -> str | None:
        nonlocal table
        if token.kind == "bracket":
            columns, table = tables.get(table, {}), ""
            return _COLUMN.sub(lambda match: _renamed_column(match, columns), token.text) if columns else None
        table = token.text.lower() if token.kind == "table" else ""
        return None

    return rewrite(formula, change)


def _renamed_column(match: re.Match[str], columns: Mapping[str, str]) -> str:
    opened, name = match.groups()
    new = columns.get(_ESCAPED.sub(r"\1", name).lower())
    if new is None:
        return match.group()
    escaped = _TO_ESCAPE.sub(lambda char: f"'{char.group()}", new)
    bare = match.start() == 0 and not re.fullmatch(r"\w+", new)  # other characters want brackets of their own
    return f"{opened}[{escaped}]" if bare else opened + escaped


def moved(formula: str, rows: int, columns: int) -> str:
    """The formula as it reads in a cell ``rows`` further down and ``columns`` to the right: shared formulas."""

    def change(token: Token) -> str | None:
        if token.kind not in ("area", "columns", "rows"):
            return None
        return ":".join(_moved_end(end, rows, columns) for end in token.text.split(":"))

    return rewrite(formula, change)


_END = re.compile(r"(\$?)([A-Za-z]*)(\$?)(\d*)")


def _moved_end(end: str, rows: int, columns: int) -> str:
    match = _END.fullmatch(end)
    if match is None:
        return end
    fixed_column, letters, fixed_row, digits = match.groups()
    if not letters:  # a row alone: its "$" was taken for the column's
        fixed_row, fixed_column = fixed_column or fixed_row, ""
    if letters and not fixed_column:
        letters = column_letters((column_number(letters.upper()) + columns) % MAX_COLUMN)
    if digits and not fixed_row:
        digits = str((int(digits) - 1 + rows) % MAX_ROW + 1)
    return f"{fixed_column}{letters}{fixed_row}{digits}"
