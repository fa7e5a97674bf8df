"""What a page is made of, looked up once: its content streams and fonts tell which features need a closer look."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import pymupdf

_PATHS = re.compile(rb"re|\s[lcvy](?![\w.])")
"""Operators of paths; letters in strings may look like them."""


@dataclass(frozen=True, slots=True)
class PageContent:
    """The page's own content and that of its form objects.

    Attributes:
        streams: decoded, the page's own first; empty where a form cannot be decoded.
        fonts: as ``pymupdf.Page.get_fonts`` tells them.
    """

    streams: tuple[bytes, ...] = field(repr=False)
    fonts: tuple[tuple[Any, ...], ...]

    @classmethod
    def of(cls, page: pymupdf.Page) -> PageContent:
        """Read the content of a page. Raises what the engine raises.

        MuPDF passes over forms that say they are PostScript too, which others draw: they no longer say so.
        """
        document = page.parent
        numbers = [form[0] for form in page.get_xobjects()]
        for number in numbers:
            if document.xref_get_key(number, "Subtype2")[0] != "null":
                document.xref_set_key(number, "Subtype2", "null")
        forms = (document.xref_stream(number) or b"" for number in numbers)
        return cls((page.read_contents(), *forms), tuple(page.get_fonts()))

    def may_draw_paths(self) -> bool:
        """Whether anything may draw lines or shapes; a form that cannot be decoded may."""
        own, *forms = self.streams
        return _PATHS.search(own) is not None or any(
            not form or _PATHS.search(form) is not None for form in forms
        )
