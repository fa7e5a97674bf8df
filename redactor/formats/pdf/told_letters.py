"""Whether the letters that fonts tell are those that they show.

A map of characters may tell digits as letters, or one name as another: what is read is nobody's then, and what is shown
still is somebody's. A font is found out by two witnesses: its own program says which characters its glyphs are (its
table of characters, or their names); glyphs that are told as others are drawn, and must look like what it says. Nothing
is drawn of a font whose program agrees with the map, or says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any

import numpy as np
import pymupdf
from pymupdf import mupdf

from redactor.formats.pdf.engine import Box, Span
from redactor.formats.pdf.glyph_shapes import Shape, models, shape_drawn
from redactor.formats.pdf.images import meet

_COMMON = ("helv", "hebo", "tiro", "cour")
_CHARACTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
_ALIKE = ("o0OQDq", "lI1ijJ", "sS5", "gq9", "b6", "zZ2", "B8", "uUvV")
"""Characters that designs of letters do not tell apart for sure; so are small and large ones of one letter."""

_DESCENDING = frozenset("gjpqyQJ")
"""Letters that are not looked at: below the base line stand strokes below words, too."""

_LOOKED_AT = 12
"""Glyphs of a font that are looked at."""

_LEAST, _SHARE = 3, 0.5
"""Glyphs that must look like what their program says, and share of those looked at, for a font to lie."""

_NEARER = 1.1
"""Times as far as what the program says that a glyph must be from what is told."""

_PAIR = itemgetter(0, 1)
"""Of a character of a span, its code and its glyph."""


@dataclass(slots=True)
class _Seen:
    """What is known of the fonts of one name."""

    characters: dict[int, set[str]] = field(default_factory=dict)
    """What the programs say of their glyphs."""

    unread: list[int] = field(default_factory=list)
    """Fonts whose programs have not been asked yet."""

    glyphs: set[tuple[int, int]] = field(default_factory=set)
    looked: int = 0
    wrong: int = 0

    def is_in_order(self, more: Iterable[tuple[int, int]]) -> bool:
        """Whether no letters are told, or digits, capitals and small ones all are, at one distance from their glyphs.

        So they are in most fonts that keep their own numbers of glyphs, and in none that tells others for some.
        """
        told = [pair for pair in self.glyphs.union(more) if chr(pair[0]) in _CHARACTERS]
        kinds = {chr(code).isdigit() + 2 * chr(code).isupper() for code, _ in told}
        return kinds <= {1} or (len(kinds) == 3 and len({glyph - code for code, glyph in told}) == 1)

    @property
    def lies(self) -> bool:
        return self.wrong >= _LEAST and self.wrong >= _SHARE * self.looked


@dataclass(slots=True)
class ToldLetters:
    """What is known of the fonts of one document; filled page by page."""

    _fonts: dict[str, _Seen] = field(default_factory=dict)
    _read: set[int] = field(default_factory=set)

    def lying(self, page: pymupdf.Page, fonts: Iterable[tuple[Any, ...]], spans: Sequence[Span]) -> set[str]:
        """The fonts of spans (level text of ordinary size) that tell other letters than they show, as far as is known.

        ``fonts`` are the page's as ``pymupdf.Page.get_fonts`` tells them. What lies below pictures is passed over, for
        it does not show. Raises what the engine raises.
        """
        for number, kind, _, base, *_ in fonts:
            if number in self._read:
                continue
            self._read.add(number)
            if kind != "n/a" and page.parent.xref_get_key(number, "ToUnicode")[0] != "null":
                for name in {_named(base), _named(_inner_name(page.parent, number))}:
                    self._fonts.setdefault(name, _Seen()).unread.append(number)
        told: dict[str, set[tuple[int, int]]] = {n: set() for n, known in self._fonts.items() if known.unread}
        for span in spans if told else ():
            if (pairs := told.get(span["font"])) is not None:
                pairs.update(map(_PAIR, span["chars"]))
        for name, pairs in told.items():
            if pairs and not (known := self._fonts[name]).is_in_order(pairs):
                for number in known.unread:
                    known.characters = _with_program(known.characters, page.parent, number)
                known.unread.clear()
        drawing: pymupdf.DisplayList | None = None
        pictures: list[Box] = []
        found: set[str] = set()
        for span in spans:
            seen = self._fonts.get(span["font"])
            if seen is None or (not seen.lies and seen.glyphs.issuperset(map(_PAIR, span["chars"]))):
                continue
            for code, glyph, (_x, base), box in span["chars"]:
                if (code, glyph) in seen.glyphs:
                    continue
                seen.glyphs.add((code, glyph))
                shown = seen.characters.get(glyph, set())
                if seen.looked >= _LOOKED_AT or not _is_contradicted(chr(code), shown):
                    continue
                if drawing is None:
                    drawing, pictures = page.get_displaylist(), _pictures(page)
                if any(meet(box, picture) for picture in pictures):
                    continue
                shape = shape_drawn(drawing, page.rect, (box[0], box[1], box[2], min(base, box[3])))
                if shape is not None:
                    seen.looked += 1
                    seen.wrong += is_rather(shape, shown, chr(code))
            if seen.lies:
                found.add(span["font"])
        return found


def _with_program(
    characters: dict[int, set[str]], document: pymupdf.Document, number: int
) -> dict[int, set[str]]:
    """What glyphs are, with what the program of one more font says."""
    data = document.extract_font(number)[3]
    if not data:
        return characters
    try:
        program = pymupdf.Font(fontbuffer=data)
    except RuntimeError:
        # What the engine cannot open is no witness; the page shows another font in its place.
        return characters
    found = {glyph: set(known) for glyph, known in characters.items()}
    for character in _CHARACTERS:
        if glyph := program.has_glyph(ord(character)):
            found.setdefault(glyph, set()).add(character)
    return found


def _inner_name(document: pymupdf.Document, number: int) -> str:
    """The name of the font that a composite one is of; empty where there is none."""
    font = mupdf.pdf_new_indirect(pymupdf._as_pdf_document(document), number, 0)
    inner = mupdf.pdf_array_get(mupdf.pdf_dict_gets(font, "DescendantFonts"), 0)
    return str(mupdf.pdf_to_name(mupdf.pdf_dict_gets(inner, "BaseFont")))


def _named(name: str) -> str:
    """A font's name as the trace tells it: of at most 31 letters, without the mark of a part of a font."""
    name = name[:31]
    return name[7:] if name[6:7] == "+" else name


def _pictures(page: pymupdf.Page) -> list[Box]:
    return [tuple(pymupdf.Rect(info["bbox"]) * page.rotation_matrix) for info in page.get_image_info()]


def _is_contradicted(told: str, shown: set[str]) -> bool:
    """Whether a letter is told for a glyph that is another character, which does not look like it."""
    if not (told.isascii() and told.isalpha()) or not shown or told in _DESCENDING or shown & _DESCENDING:
        return False
    return not shown & _like(told)


def is_rather(shape: Shape, shown: set[str], told: str) -> bool:
    """Whether a shape clearly looks more like one of some characters than like a letter that is told."""
    distances = np.abs(models(_COMMON, _CHARACTERS)[1] - shape).mean(axis=1)
    return bool(distances[_among(_like(told))].min() > _NEARER * distances[_among(shown)].min())


def _like(letter: str) -> set[str]:
    """A letter and what looks like it."""
    return {letter.lower(), letter.upper(), *(c for group in _ALIKE if letter in group for c in group)}


def _among(characters: set[str]) -> list[int]:
    """Which models are of some characters."""
    return [at for at, one in enumerate(models(_COMMON, _CHARACTERS)[0]) if one in characters]


__all__ = ["ToldLetters", "is_rather"]
