"""Whether the letters that fonts tell are those that they show.

A map of characters may tell digits as letters, or one name as another: what is read is nobody's then, and what is shown
still is somebody's. A font is found out by two witnesses: its own program says which characters its glyphs are (its
table of characters, or their names); glyphs that are told as others are drawn, and must look like what it says. Where
the program agrees with the map, says nothing or is not there, both may lie: a few glyphs are drawn then, and hardly any
may clearly look like digits, nor many like other letters.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, partial
from operator import itemgetter
from typing import Any

import numpy as np
import pymupdf
from pymupdf import mupdf

from redactor.formats.pdf.engine import Box, Span
from redactor.formats.pdf.glyph_shapes import Shape, Strip, models, strip_drawn
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

_CLEARLY, _NEAR, _VERY_NEAR = 1.2, 0.2, 0.14
"""A glyph without a witness clearly looks like another character when what is told is so many times as far, and the
other one is near: very near, if what is told is no letter of ASCII.
"""

_FEW, _MANY = 4, 24
"""Glyphs of a font that are drawn without a witness, and of those told as two glyphs are, or as no Vietnamese word."""

_RARE = frozenset("fjwzFJWZ")
"""Letters of no Vietnamese word; so are those of other scripts."""

_LATIN, _VIETNAMESE = range(0x250), range(0x1E00, 0x1F00)

_SUSPECT, _DIGITS, _MOSTLY = 2, 4, 0.4
"""Glyphs without a witness that look like others, from which on more are drawn; digits that they must look like, or
share of those drawn that must look like other letters, for a font to lie.
"""

_THIN = frozenset("Iiljrtf1")
"""What a stroke of a neighbour may look like, in italics, so no letter is taken for one."""

_PAIR = itemgetter(0, 1)
"""Of a character of a span, its code and its glyph."""


_Key = tuple[int, ...]
"""A character and its glyph, and where several fonts have one name the glyph's width, which tells them apart."""


@dataclass(slots=True)
class _Seen:
    """What is known of the fonts of one name."""

    characters: dict[int, set[str]] = field(default_factory=dict)
    """What the programs say of their glyphs."""

    unread: list[int] = field(default_factory=list)
    """Fonts whose programs have not been asked yet."""

    glyphs: set[_Key] = field(default_factory=set)
    looked: int = 0
    wrong: int = 0
    compared: int = 0
    others: list[str] = field(default_factory=list)
    """What glyphs clearly look like that are told as something else, and have no witness."""
    inked: int = 0
    """Glyphs that draw something and are told as blank."""

    def is_in_order(self, more: Iterable[_Key]) -> bool:
        """Whether no letters are told, or digits, capitals and small ones all are, at one distance from their glyphs.

        So they are in most fonts that keep their own numbers of glyphs, and in none that tells others for some.
        """
        told = [pair for pair in self.glyphs.union(more) if chr(pair[0]) in _CHARACTERS]
        kinds = {chr(code).isdigit() + 2 * chr(code).isupper() for code, *_ in told}
        return kinds <= {1} or (len(kinds) == 3 and len({glyph - code for code, glyph, *_ in told}) == 1)

    @property
    def lies(self) -> bool:
        if self.wrong >= _LEAST and self.wrong >= _SHARE * self.looked:
            return True
        if self.inked >= _LEAST:
            return True
        digits = {other for other in self.others if other.isdigit()}
        return len(digits) >= _DIGITS or len(self.others) >= max(_DIGITS, _MOSTLY * self.compared)

    def is_worth_a_look(self, code: int, told: dict[int, int]) -> bool:
        """Whether a glyph without a witness is drawn; ``told`` counts the glyphs that each character is told for."""
        if _is_blank(code):
            return self.compared < _MANY and sum(n for one, n in told.items() if _is_blank(one)) >= _LEAST
        if not chr(code).isalpha() or chr(code) in _DESCENDING:
            return False  # signs may well look like digits
        rare = chr(code) in _RARE or not (code in _LATIN or code in _VIETNAMESE)
        many = rare or told[code] > 1 or len(self.others) >= _SUSPECT
        return self.compared < (_MANY if many else _FEW)


@dataclass(slots=True)
class ToldLetters:
    """What is known of the fonts of one document; filled page by page."""

    _fonts: dict[str, _Seen] = field(default_factory=dict)
    _names: dict[int, frozenset[str]] = field(default_factory=dict)
    """By what a span may call each font that was read, by its number."""

    def lying(self, page: pymupdf.Page, fonts: Iterable[tuple[Any, ...]], spans: Sequence[Span]) -> set[str]:
        """The fonts of spans (level text of ordinary size) that tell other letters than they show, as far as is known.

        ``fonts`` are the page's as ``pymupdf.Page.get_fonts`` tells them. What lies below pictures is passed over, for
        it does not show. Raises what the engine raises.
        """
        alike: Counter[str] = Counter()
        for number, kind, drawn_by, base, *_ in fonts:
            if not number:
                # It stands in the page's resources itself: its program cannot be asked, but its letters are looked at.
                if drawn_by != "Type3":
                    alike[_named(base)] += 1
                    self._fonts.setdefault(_named(base), _Seen())
                continue
            if number in self._names:
                alike.update(self._names[number])
                continue
            names = frozenset((_named(base), _named(_inner_name(page.parent, number))))
            alike.update(names)
            self._names[number] = names
            mapped = page.parent.xref_get_key(number, "ToUnicode")[0] != "null"
            if kind == "n/a" and not mapped:
                continue  # a reader's own font, called by the names of its characters
            for name in names:
                named = self._fonts.setdefault(name, _Seen())
                if kind != "n/a" and mapped:
                    named.unread.append(number)
        fresh: list[tuple[Span, list[_Key]]] = []
        told: dict[str, set[_Key]] = {}
        for span in spans:
            if (seen := self._fonts.get(span["font"])) is None:
                continue
            keys = _keys(span, apart=alike[span["font"]] > 1)
            if seen.lies or not seen.glyphs.issuperset(keys):
                fresh.append((span, keys))
                told.setdefault(span["font"], seen.glyphs.copy()).update(keys)
        for name, pairs in told.items():
            if (known := self._fonts[name]).unread and not known.is_in_order(pairs):
                for number in known.unread:
                    known.characters = _with_program(known.characters, page.parent, number)
                known.unread.clear()
        times = {name: Counter(code for code, *_ in pairs) for name, pairs in told.items()}
        looks = _Looks(page)
        found: set[str] = set()
        for span, keys in fresh:
            seen = self._fonts[span["font"]]
            for key, (_code, _glyph, (_x, base), box) in zip(keys, span["chars"], strict=True):
                if key not in seen.glyphs:
                    seen.glyphs.add(key)
                    _look(seen, key, times[span["font"]], partial(looks.of, span, box, base))
            if seen.lies:
                found.add(span["font"])
        return found


def _look(seen: _Seen, key: _Key, told: dict[int, int], drawn: Callable[[], Shape | None]) -> None:
    """Look at a glyph for the first time, if that is worth it."""
    code, glyph, *_ = key
    shown = seen.characters.get(glyph, set())
    if _is_contradicted(chr(code), shown):
        if seen.looked < _LOOKED_AT and (shape := drawn()) is not None:
            seen.looked += 1
            seen.wrong += is_rather(shape, shown, chr(code))
    elif seen.is_worth_a_look(code, told):
        seen.compared += 1
        if (shape := drawn()) is None:
            return
        if _is_blank(code):
            seen.inked += 1
        else:
            seen.others += clearly_other(shape, chr(code))


def _keys(span: Span, *, apart: bool) -> list[_Key]:
    """What tells the glyphs of a span from others; ``apart`` where its font shares its name."""
    if not apart:
        return list(map(_PAIR, span["chars"]))
    size = span["size"] / 20
    return [(code, glyph, round((box[2] - box[0]) / size)) for code, glyph, _, box in span["chars"]]


@cache
def _is_blank(code: int) -> bool:
    return chr(code).isspace() or unicodedata.category(chr(code)) in ("Cc", "Cf", "Zs")


class _Looks:
    """What a page draws, apart from what lies below its pictures; spans are drawn whole, and once."""

    def __init__(self, page: pymupdf.Page) -> None:
        self._page = page
        self._last: tuple[Span, Strip | None] | None = None

    @cached_property
    def _drawing(self) -> pymupdf.DisplayList:
        drawing: pymupdf.DisplayList = self._page.get_displaylist()
        return drawing

    @cached_property
    def _pictures(self) -> list[Box]:
        return [
            tuple(pymupdf.Rect(info["bbox"]) * self._page.rotation_matrix)
            for info in self._page.get_image_info()
        ]

    def of(self, span: Span, box: Box, base: float) -> Shape | None:
        """The shape of a glyph above its base line."""
        if any(meet(box, picture) for picture in self._pictures):
            return None
        if self._last is None or self._last[0] is not span:
            self._last = (span, strip_drawn(self._drawing, self._page.rect, span["bbox"]))
        strip = self._last[1]
        return None if strip is None else strip.shape((box[0], box[1], box[2], min(base, box[3])))


def clearly_other(shape: Shape, told: str) -> list[str]:
    """The character that a shape clearly looks like, if it is another than what is told, and none otherwise.

    Where what is told is no letter of ASCII, only digits count.
    """
    characters, shapes = models(_COMMON, _CHARACTERS)
    distances = np.abs(shapes - shape).mean(axis=1)
    letter = unicodedata.normalize("NFD", told)[0].replace("đ", "d").replace("Đ", "D")
    own = _like(letter) if letter in _CHARACTERS else set()
    others = [at for at, one in enumerate(characters) if one not in own]
    at = min(others, key=distances.__getitem__)
    nearest, distance = characters[at], float(distances[at])
    if nearest in _THIN:
        return []
    if not told.isascii():
        return [nearest] if distance < _VERY_NEAR and nearest.isdigit() else []
    mine = min(float(distances[at]) for at, one in enumerate(characters) if one in own)
    return [nearest] if distance < _NEAR and mine > _CLEARLY * distance else []


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
