"""Embedded fonts of one name are given different ones, so that what a page shows tells which of them it is shown in.

The engine names with each glyph its font, and nothing else. An honest font and one of its name that lies would be
judged together: what the one shows would excuse the other.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import pymupdf
from pymupdf import mupdf

from redactor.formats.pdf.engine import ENGINE_ERRORS

_MOST = 31
"""Bytes of a font's name that the engine keeps."""

_PROGRAMS = ("FontFile", "FontFile2", "FontFile3")


@dataclass(slots=True)
class FontNames:
    """The names of one document's embedded fonts, as the engine tells them with what is shown."""

    _taken: dict[str, int] = field(default_factory=dict)
    """Which font (its number) has which name."""
    _own: dict[int, str] = field(default_factory=dict)

    def tell_apart(self, document: pymupdf.Document, fonts: Iterable[tuple[Any, ...]]) -> None:
        """Give a page's embedded fonts names of their own, before the page is shown. What they begin with stays.

        Args:
            document: is changed, but nothing that is shown.
            fonts: as ``pymupdf.Page.get_fonts`` tells them.
        """
        for number, kind, drawn_by, *_ in fonts:
            if number and kind != "n/a" and drawn_by != "Type3" and number not in self._own:
                try:
                    name = self._named(pymupdf._as_pdf_document(document), number)
                except ENGINE_ERRORS:
                    continue
                if name:
                    self._own[number] = name

    def own(self, number: int) -> str:
        """The name that is only this font's; empty where it has none."""
        return self._own.get(number, "")

    def _named(self, pdf: mupdf.PdfDocument, number: int) -> str:
        font = mupdf.pdf_new_indirect(pdf, number, 0)
        inner = mupdf.pdf_array_get(mupdf.pdf_dict_gets(font, "DescendantFonts"), 0)
        is_composite = bool(mupdf.pdf_is_dict(inner))
        holder = inner if is_composite else font
        descriptor = mupdf.pdf_dict_gets(holder, "FontDescriptor")
        if not any(mupdf.pdf_is_stream(mupdf.pdf_dict_gets(descriptor, key)) for key in _PROGRAMS):
            return ""
        said = str(mupdf.pdf_to_name(mupdf.pdf_dict_gets(holder, "BaseFont")))
        told = shown_name(said)
        if said.isascii() and self._taken.setdefault(told, number) == number:
            return told
        mark = f"-{number:x}"
        name = said.encode("ascii", "ignore").decode()[: _MOST - len(mark)] + mark
        told = shown_name(name)
        if self._taken.setdefault(told, number) != number:
            return ""
        if is_composite:  # another font may be made of the same one, so this one gets its own
            holder = mupdf.pdf_copy_dict(inner)
            made_of = mupdf.pdf_new_array(pdf, 1)
            mupdf.pdf_array_push(made_of, holder)
            mupdf.pdf_dict_puts(font, "DescendantFonts", made_of)
        mupdf.pdf_dict_puts(holder, "BaseFont", mupdf.pdf_new_name(name))
        return told


def shown_name(name: str) -> str:
    """A font's name as the engine tells it: of at most 31 letters, without the mark of a part of a font."""
    name = name[:_MOST]
    return name[7:] if name[6:7] == "+" else name


__all__ = ["FontNames", "shown_name"]
