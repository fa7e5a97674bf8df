"""Builders: workbooks made with openpyxl and by surgery on their zip, and edits as detection would hand them over."""

from __future__ import annotations

import html
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import unquote

import pytest

from recognizers.entities import EntityType
from recognizers.results import Reason
from redactor.formats.base import Edit, OutputOptions
from redactor.model import CellPlace, ColumnPlace, Finding, Place


def nothing(done: int, total: int) -> None:
    """A progress that nobody watches."""


def make_edit(
    place: Place, text: str | Callable[[str], str], value: str = "", kind: EntityType = EntityType.PERSON
) -> Edit:
    replace = text if callable(text) else lambda _: text
    finding = Finding(
        id="f", entity_type=kind, score=1.0, reason=Reason("test"), places=(place,), value=value
    )
    return Edit(finding, replace)


def surgery(
    path: Path, change: dict[str, Callable[[bytes], bytes]], add: dict[str, bytes] | None = None
) -> None:
    """Rewrite parts of a package in place, and add some."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, function in change.items():
        parts[name] = function(parts[name])
    parts.update(add or {})
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def parts_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def holds(path: Path, value: str) -> list[str]:
    """The independent checker: parts in whose bytes the value stands, as they are, unescaped, or without tags."""
    found = []
    for name, data in parts_of(path).items():
        text = data.decode("utf-8", "replace")
        spellings = (
            name,
            text,
            html.unescape(text),
            unquote(text),
            re.sub(r"<[^>]*>", "", html.unescape(text)),
        )
        if any(value in spelling for spelling in spellings):
            found.append(name)
    return found


@pytest.fixture
def table_tools() -> SimpleNamespace:
    def redact(
        format_: object, source: Path, draft: Path, edits: object, gaps: tuple = ()
    ) -> SimpleNamespace:
        document = format_.open(source, "")
        reading = document.read(nothing)
        chosen = edits(reading) if callable(edits) else edits
        applied = document.apply(chosen, gaps, OutputOptions(), draft, nothing)
        document.close()
        return SimpleNamespace(reading=reading, applied=applied)

    def unit(reading: object, text: str) -> object:
        return next(u for u in reading.texts if text in u.text)

    def edit_unit(reading: object, text: str, new: str) -> Edit:
        found = unit(reading, text)
        start = found.text.index(text)
        return make_edit(found.places(start, start + len(text))[0], new, text)

    return SimpleNamespace(
        redact=redact, unit=unit, edit_unit=edit_unit, edit=make_edit, nothing=nothing, surgery=surgery,
        parts=parts_of, holds=holds, cell=CellPlace, column=ColumnPlace,
    )  # fmt: skip
