"""What a page is made of, looked up once: its content streams and fonts tell which features need a closer look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pymupdf
from pymupdf import mupdf

from redactor.formats.pdf.engine import drawings

_RECTANGLE = b"re"
_PATHS = re.compile(rb"\s[lcvy](?![\w.])")
"""Operators of paths; letters in strings may look like them."""

_INLINE = b"BI"
"""Begins a picture in content; letters in strings may look like it."""

_DRAWS_OBJECT = b"Do"
"""Draws a picture or a form; letters in strings may look like it."""

_PAINTED = re.compile(rb"(?:^|[\x00\s\])>])[fFsSbB]\*?(?=[\x00\s\[\](<>/%]|$)")
"""Operators that show them: writers begin a page with a path that only clips."""


@dataclass(frozen=True, slots=True)
class PageContent:
    """The page's own content, and that of its form objects, of the cells of patterns and of soft masks.

    Attributes:
        streams: decoded, the page's own first; empty where one cannot be decoded.
        fonts: as ``pymupdf.Page.get_fonts`` tells them with ``full``.
        tiled: whether the cells of patterns may show pictures.
        patterned: whether there are any patterns.
        pictured: whether their resources hold pictures, or what may show some: shadings, which the engine takes for
            such, patterns, and fonts whose glyphs have content of their own.
    """

    streams: tuple[bytes, ...] = field(repr=False)
    fonts: tuple[tuple[Any, ...], ...]
    pictured: bool = True
    tiled: bool = True
    patterned: bool = True
    _drawings: list[dict[str, Any]] = field(default_factory=list, init=False, repr=False, compare=False)

    @classmethod
    def of(cls, page: pymupdf.Page) -> PageContent:
        """Read the content of a page. Raises what the engine raises.

        MuPDF passes over forms that say they are PostScript too, which others draw: they no longer say so.
        """
        document = page.parent
        pictured: list[bool] = []
        cells: set[int] = set()
        numbers = list(_drawn_by(mupdf.pdf_page_resources(page._pdf_page()), pictured, cells))
        for number in numbers:
            if document.xref_get_key(number, "Subtype2")[0] != "null":
                document.xref_set_key(number, "Subtype2", "null")
        forms = [document.xref_stream(number) or b"" for number in numbers]
        tiled = any(
            number in cells and (_INLINE in form or _DRAWS_OBJECT in form)
            for number, form in zip(numbers, forms, strict=True)
        )
        fonts = tuple(page.get_fonts(full=True))
        return cls((_own(page), *forms), fonts, any(pictured), tiled, bool(cells))

    def drawings(self, page: pymupdf.Page) -> list[dict[str, Any]]:
        """The paths of the page, ``page`` itself; they are asked of the engine once."""
        if not self._drawings:
            self._drawings.extend(drawings(page))
        return self._drawings

    def may_draw_paths(self) -> bool:
        """Whether anything may draw lines or shapes; a form that cannot be decoded may."""
        own, *forms = self.streams
        return _draws(own) or any(not form or _draws(form) for form in forms)

    def may_show_pictures(self) -> bool:
        """Whether anything may show pictures; a form that cannot be decoded may."""
        own, *forms = self.streams
        return self.pictured or _INLINE in own or any(not form or _INLINE in form for form in forms)


def _may_show_pictures(resources: mupdf.PdfObj) -> bool:
    """Whether resources hold pictures or what may show some, besides streams with content of their own."""
    return (
        any(_is_a(item, "Image") for item in _entries(resources, "XObject"))
        or any(_is_a(item, "Type3") for item in _entries(resources, "Font"))
        or any(True for kind in ("Shading", "Pattern") for _ in _entries(resources, kind))
        or any(
            mupdf.pdf_is_array(mupdf.pdf_dict_gets(state, "Font"))
            for state in _entries(resources, "ExtGState")
        )
    )


def _is_a(item: mupdf.PdfObj, kind: str) -> bool:
    return bool(mupdf.pdf_to_name(mupdf.pdf_dict_gets(item, "Subtype")) == kind)


def _draws(stream: bytes) -> bool:
    drawn = _RECTANGLE in stream or _PATHS.search(stream) is not None
    return drawn and _PAINTED.search(stream) is not None


def _own(page: pymupdf.Page) -> bytes:
    """The page's own content; what it names besides streams, readers pass over."""
    document = page.parent
    numbers = page.get_contents()
    streams = [number for number in numbers if document.xref_is_stream(number)]
    if len(streams) == len(numbers):
        return bytes(page.read_contents())
    return b"\n".join(document.xref_stream(number) for number in streams)


def _drawn_by(resources: mupdf.PdfObj, pictured: list[bool], cells: set[int]) -> Iterator[int]:
    """The numbers of the streams with content of their own that resources reach, each once.

    Whether the resources on the way may show pictures is added to ``pictured``, the numbers of patterns to ``cells``.
    """
    seen: set[int] = set()
    waiting = [resources]
    while waiting:
        reached = waiting.pop()
        number = mupdf.pdf_to_num(reached)
        if number and number in seen:
            continue
        seen.add(number)
        pictured.append(_may_show_pictures(reached))
        cells.update(mupdf.pdf_to_num(item) for item in _entries(reached, "Pattern"))
        for stream in _streams(reached):
            number = mupdf.pdf_to_num(stream)
            if number in seen or not mupdf.pdf_is_stream(stream):
                continue
            seen.add(number)
            yield number
            own = mupdf.pdf_dict_gets(stream, "Resources")
            if mupdf.pdf_is_dict(own):
                waiting.append(own)


def _streams(resources: mupdf.PdfObj) -> Iterator[mupdf.PdfObj]:
    for item in _entries(resources, "XObject"):
        if not _is_a(item, "Image"):
            yield item
    yield from _entries(resources, "Pattern")
    for state in _entries(resources, "ExtGState"):
        mask = mupdf.pdf_dict_gets(state, "SMask")
        if mupdf.pdf_is_dict(mask):
            yield mupdf.pdf_dict_gets(mask, "G")


def _entries(resources: mupdf.PdfObj, kind: str) -> Iterator[mupdf.PdfObj]:
    entries = mupdf.pdf_dict_gets(resources, kind)
    for index in range(mupdf.pdf_dict_len(entries)):
        yield mupdf.pdf_dict_get_val(entries, index)
