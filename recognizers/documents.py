"""What goes into and comes out of detection over a whole document: texts, tables, people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from recognizers.results import Hit, TableHits


@dataclass(frozen=True, slots=True)
class LabelledText:
    """One text and what a person would read with it.

    Attributes:
        text: the text.
        label: what stands beside it (a form field's title), or "".
        above: what it goes on from, in which nothing is looked for: the heads of a table that began on another page.
    """

    text: str = field(repr=False)
    label: str = ""
    above: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class TableData:
    """One table: sheet title, typed cells row by row, column names if known from outside the grid."""

    sheet: str = field(repr=False)
    rows: Sequence[Sequence[object]] = field(repr=False)
    header: Sequence[str] | None = field(default=None, repr=False)


#: Where a hit is: ("text", number of the text, number of the hit in it), or ("table", number of the table, number of
#: the hit in it, columns counted first, then cells).
HitPlace = tuple[Literal["text", "table"], int, int]


@dataclass(frozen=True, slots=True)
class PersonLink:
    """One person of the document: ``name`` is the fullest spelling seen, or ""."""

    id: str
    name: str = field(repr=False)
    members: tuple[HitPlace, ...]


@dataclass(frozen=True, slots=True)
class DocumentHits:
    """Everything found in a document.

    Attributes:
        texts: hits of each text, in the order of the texts.
        tables: hits of each table, in the order of the tables.
        people: hits that belong together.
        certain_values: values proved by labels, check digits or containers: to be searched for in the job's other
            documents.
    """

    texts: tuple[tuple[Hit, ...], ...]
    tables: tuple[TableHits, ...]
    people: tuple[PersonLink, ...] = ()
    certain_values: tuple[str, ...] = field(default=(), repr=False)
