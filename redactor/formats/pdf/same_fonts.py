"""Fonts that a document holds several times, each the same to the last byte: pages are made to share one of them.

Programs that put papers together leave every page its own copy of each font, or of what describes it. Engines load them
one by one, which takes longer than reading the page.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pymupdf
from pymupdf import mupdf

from redactor.formats.pdf.engine import ENGINE_ERRORS

_REFERENCE = re.compile(r"(?<![\d.])(\d+) \d+ R\b")
_MAX_DEPTH = 6
"""From a font to the objects of its descendant's descriptor it is five steps."""


@dataclass(frozen=True, slots=True)
class _Shared:
    """In the resources of ``holder`` the font called ``name``, which was object ``own``, is object ``other``."""

    holder: int
    name: str
    own: int
    other: int


@dataclass(slots=True)
class SameFonts:
    """The fonts of one document, as far as its pages were looked at."""

    _alike: dict[str, list[int]] = field(default_factory=dict, repr=False)
    """Fonts, one of each, by what they say outside of streams."""
    _outside: dict[int, str] = field(default_factory=dict, repr=False)
    _whole: dict[int, str] = field(default_factory=dict, repr=False)
    _stands_for: dict[int, int] = field(default_factory=dict)
    _shared: list[_Shared] = field(default_factory=list)

    def share(self, document: pymupdf.Document, page: int, fonts: Sequence[tuple[Any, ...]]) -> None:
        """Make a page (its object number) share fonts with those before it. Nothing that is shown or told changes.

        A font that cannot be looked at stays as it is.

        Args:
            document: is changed.
            page: the page.
            fonts: as ``pymupdf.Page.get_fonts`` tells them with ``full``.
        """
        for number, _extension, kind, _base, name, _encoding, holder, *_ in fonts:
            if not number or kind == "Type3":
                continue
            if number not in self._stands_for:
                self._stands_for[number] = self._same_as(document, number)
            other = self._stands_for[number]
            shared = _Shared(holder or page, name, number, other)
            if other != number and _put(document, shared):
                self._shared.append(shared)

    def share_again(self, document: pymupdf.Document) -> None:
        """The same in the same file, opened once more."""
        for shared in self._shared:
            _put(document, shared)

    def _same_as(self, document: pymupdf.Document, number: int) -> int:
        """The first font that says the same; the font itself if there is none."""
        try:
            alike = self._alike.setdefault(_digest(document, number, self._outside, streams=False), [])
            for other in alike:
                one, two = (_digest(document, n, self._whole, streams=True) for n in (number, other))
                if one == two:
                    return other
        except ENGINE_ERRORS:
            return number
        alike.append(number)
        return number


def _digest(
    document: pymupdf.Document, number: int, known: dict[int, str], *, streams: bool, depth: int = _MAX_DEPTH
) -> str:
    """What an object says with all it refers to, with or without the bytes of streams; kept in ``known``.

    Objects too far away, and one inside itself, count as others than all others.
    """
    if number in known:
        return known[number]
    known[number] = f"<{number}>"
    if depth:

        def held(found: re.Match[str]) -> str:
            return _digest(document, int(found[1]), known, streams=streams, depth=depth - 1)

        written = _REFERENCE.sub(held, document.xref_object(number, compressed=True))
        whole = hashlib.blake2b(written.encode("utf-8", "surrogatepass"), digest_size=32)
        if streams and document.xref_is_stream(number):
            whole.update(document.xref_stream_raw(number) or b"")
        known[number] = f"<{whole.hexdigest()}>"
    return known[number]


def _put(document: pymupdf.Document, shared: _Shared) -> bool:
    """Whether the font was where it is said to be, and is another now; not where its name cannot be asked for."""
    try:
        pdf = mupdf.pdf_document_from_fz_document(document.this)
        fonts = mupdf.pdf_dict_getp(mupdf.pdf_new_indirect(pdf, shared.holder, 0), "Resources/Font")
        if not mupdf.pdf_is_dict(fonts):
            return False
        if mupdf.pdf_to_num(mupdf.pdf_dict_gets(fonts, shared.name)) != shared.own:
            return False
        mupdf.pdf_dict_puts(fonts, shared.name, mupdf.pdf_new_indirect(pdf, shared.other, 0))
    except ENGINE_ERRORS:
        return False
    return True


__all__ = ["SameFonts"]
