"""Whether the letters that fonts tell are those that they show.

A map of characters may tell digits as letters, or one name as another: what is read is nobody's then, and what is shown
still is somebody's. A font is found out by two witnesses: its own program says which characters its glyphs are (its
table of characters, or their names); glyphs that are told as others are drawn, and must look like what it says. Where
the program agrees with the map, says nothing or is not there, both may lie: some glyphs are drawn then, and hardly any
may clearly look like digits, nor many like other letters. What an embedded program draws is asked of itself, glyph by
glyph; of fonts without one, or whose names do not tell them from others, the page is looked at.
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
from redactor.formats.pdf.font_names import shown_name
from redactor.formats.pdf.glyph_programs import GlyphProgram
from redactor.formats.pdf.glyph_shapes import Shape, Strip, models, strip_drawn
from redactor.formats.pdf.images import meet
from redactor.formats.pdf.span_runs import is_unmapped

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

_ITSELF = 0.12
"""How far from what is told a shape may be without being compared with anything else."""

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

_LETTERS, _SIGNS = range(2)
_AT_FIRST = 8
"""Glyphs of letters, and of signs, that an embedded program draws before one is strange. Digits are looked at by
``truth``.
"""

_STRANGE = 0.3
"""Share of those drawn of a kind that must clearly look like something else for a font to lie.

Of 330 fonts of all kinds no honest one draws more than three of 62 letters and digits so that they look like others.
"""

DRAWN = "Type3 ("
"""What the names of fonts begin with whose glyphs are drawn by procedures; their numbers follow."""

_PAIR = itemgetter(0, 1)
"""Of a character of a span, its code and its glyph."""


_Key = tuple[int, ...]
"""A character and its glyph, and where several fonts have one name the glyph's width, which tells them apart."""


@dataclass(slots=True)
class _Seen:
    """What is known of the fonts of one name."""

    characters: dict[int, set[str]] = field(default_factory=dict)
    """What the programs say of their glyphs."""

    fonts: int = 0
    unread: list[int] = field(default_factory=list)
    """Fonts whose programs have not been opened yet."""

    unasked: list[GlyphProgram] = field(default_factory=list)
    """Programs that have not said yet what their glyphs are."""

    program: GlyphProgram | None = None
    """That of the only font."""

    glyphs: set[_Key] = field(default_factory=set)
    looked: int = 0
    wrong: int = 0
    compared: int = 0
    others: list[str] = field(default_factory=list)
    """What glyphs clearly look like that are told as something else, and have no witness."""
    inked: int = 0
    """Glyphs that draw something and are told as blank."""
    drawn: Counter[int] = field(default_factory=Counter)
    strange: dict[int, list[str]] = field(default_factory=lambda: {_LETTERS: [], _SIGNS: []})
    """How many glyphs of each kind the program drew by themselves, and what some clearly look like instead."""

    def is_in_order(self, more: Iterable[_Key]) -> bool:
        """Whether no letters are told, or digits, capitals and small ones all are, at one distance from their glyphs.

        So they are in most fonts that keep their own numbers of glyphs, and in none that tells others for some.
        """
        told = [pair for pair in self.glyphs.union(more) if chr(pair[0]) in _CHARACTERS]
        kinds = {chr(code).isdigit() + 2 * chr(code).isupper() for code, *_ in told}
        return kinds <= {1} or (len(kinds) == 3 and len({glyph - code for code, glyph, *_ in told}) == 1)

    def ask_programs(self, document: pymupdf.Document, more: Iterable[_Key]) -> None:
        """Take in what the programs not asked yet say of their glyphs, of which ``more`` are shown now."""
        for number in self.unread:
            if program := GlyphProgram.of(document, number):
                self.unasked.append(program)
                self.program = program if self.fonts == 1 else None
        self.unread.clear()
        if self.unasked and not self.is_in_order(more):
            for program in self.unasked:
                for character, glyph in program.glyphs_of(_CHARACTERS).items():
                    self.characters.setdefault(glyph, set()).add(character)
            self.unasked.clear()

    @property
    def lies(self) -> bool:
        if self.wrong >= _LEAST and self.wrong >= _SHARE * self.looked:
            return True
        if self.inked >= _LEAST:
            return True
        for kind, looks in self.strange.items():
            number = (
                len(set(looks)) if kind == _SIGNS else len(looks)
            )  # accents and strokes make an O of any U
            if number >= max(_DIGITS, _STRANGE * self.drawn[kind]):
                return True
        digits = {other for other in self.others if other.isdigit()}
        return len(digits) >= _DIGITS or len(self.others) >= max(_DIGITS, _MOSTLY * self.compared)

    def is_worth_a_look(self, code: int, told: dict[int, int]) -> bool:
        """Whether a glyph without a witness is drawn; ``told`` counts the glyphs that each character is told for."""
        if _is_blank(code):
            return self.compared < _MANY and sum(n for one, n in told.items() if _is_blank(one)) >= _LEAST
        if self.program is not None:
            kind = _kind(code)
            if chr(code).isdigit() or is_unmapped(code) or code in _VIETNAMESE:
                return False
            return bool(self.strange[kind]) or self.drawn[kind] < _AT_FIRST
        if not chr(code).isalpha() or chr(code) in _DESCENDING:
            return False  # signs may well look like digits
        rare = chr(code) in _RARE or not (code in _LATIN or code in _VIETNAMESE)
        many = rare or told[code] > 1 or len(self.others) >= _SUSPECT
        return self.compared < (_MANY if many else _FEW)


@dataclass(slots=True)
class ToldLetters:
    """What is known of the fonts of one document; filled page by page."""

    _fonts: dict[str, _Seen] = field(default_factory=dict)
    _names: dict[int, str] = field(default_factory=dict)
    """What a span calls each font that was read, by its number."""

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
                    alike[shown_name(base)] += 1
                    self._fonts.setdefault(shown_name(base), _Seen())
                continue
            if number in self._names:
                alike[self._names[number]] += 1
                continue
            name = _shown_as(page.parent, number)
            alike[name] += 1
            self._names[number] = name
            mapped = page.parent.xref_get_key(number, "ToUnicode")[0] != "null"
            if kind == "n/a" and not mapped:
                continue  # a reader's own font, called by the names of its characters
            named = self._fonts.setdefault(name, _Seen())
            named.fonts += 1
            named.program = None
            if kind != "n/a":
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
            self._fonts[name].ask_programs(page.parent, pairs)
        times = {name: Counter(code for code, *_ in pairs) for name, pairs in told.items()}
        looks = _Looks(page)
        found: set[str] = set()
        for span, keys in fresh:
            seen = self._fonts[span["font"]]
            for key, (_code, _glyph, (_x, base), box) in zip(keys, span["chars"], strict=True):
                if key not in seen.glyphs:
                    seen.glyphs.add(key)
                    drawn = partial(looks.of, span, box, base, seen.program, key[1])
                    _look(seen, key, times[span["font"]], drawn)
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
        is_alone = seen.program is not None and not _is_blank(code)
        seen.compared += not is_alone
        if (shape := drawn()) is None:
            return
        if _is_blank(code):
            seen.inked += 1
        elif is_alone:
            seen.drawn[_kind(code)] += 1
            seen.strange[_kind(code)] += clearly_other(shape, chr(code))
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


def _kind(code: int) -> int:
    return _LETTERS if chr(code) in _CHARACTERS else _SIGNS


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

    def of(self, span: Span, box: Box, base: float, program: GlyphProgram | None, glyph: int) -> Shape | None:
        """The shape of a glyph as its program draws it; without one, what the page shows above its base line."""
        if any(meet(box, picture) for picture in self._pictures):
            return None
        if program is not None:
            return program.shape(glyph)
        if self._last is None or self._last[0] is not span:
            self._last = (span, strip_drawn(self._drawing, self._page.rect, span["bbox"]))
        strip = self._last[1]
        return None if strip is None else strip.shape((box[0], box[1], box[2], min(base, box[3])))


def clearly_other(shape: Shape, told: str) -> list[str]:
    """The character that a shape clearly looks like, if it is another than what is told, and none otherwise.

    Where what is told is no letter or digit of ASCII, only digits count.
    """
    characters, shapes = models(_COMMON, _CHARACTERS)
    mine = _models_like(unicodedata.normalize("NFKD", told)[0])
    own = float(np.abs(shapes[mine] - shape).mean(axis=1).min()) if mine else 0.0
    if mine and own < _ITSELF:
        return []
    distances = np.abs(shapes - shape).mean(axis=1)
    distances[mine] = np.inf
    at = int(distances.argmin())
    nearest, distance = characters[at], float(distances[at])
    if nearest in _THIN:
        return []
    if told not in _CHARACTERS:
        return [nearest] if distance < _VERY_NEAR and nearest.isdigit() else []
    return [nearest] if distance < _NEAR and own > _CLEARLY * distance else []


@cache
def _models_like(told: str) -> list[int]:
    """Which models are of a letter, or of what looks like it."""
    letter = told.replace("đ", "d").replace("Đ", "D")
    return _among(_like(letter)) if letter in _CHARACTERS else []


def _shown_as(document: pymupdf.Document, number: int) -> str:
    """What spans call a font: a composite one by the name of that which it is of, a drawn one by its number."""
    font = mupdf.pdf_new_indirect(pymupdf._as_pdf_document(document), number, 0)
    if mupdf.pdf_to_name(mupdf.pdf_dict_gets(font, "Subtype")) == "Type3":
        return f"{DRAWN}{number} 0 R)"
    inner = mupdf.pdf_array_get(mupdf.pdf_dict_gets(font, "DescendantFonts"), 0)
    holder = inner if mupdf.pdf_is_dict(inner) else font
    return shown_name(str(mupdf.pdf_to_name(mupdf.pdf_dict_gets(holder, "BaseFont"))))


def _is_contradicted(told: str, shown: set[str]) -> bool:
    """Whether a letter or a sign is told for a glyph that is another character, which does not look like it."""
    if not shown or not told.isascii() or told.isdigit() or _is_blank(ord(told)):
        return False
    if told in _DESCENDING or shown & _DESCENDING:
        return False
    return not shown & _like(told)


def is_rather(shape: Shape, shown: set[str], told: str) -> bool:
    """Whether a shape clearly looks more like one of some characters than like a letter that is told."""
    distances = np.abs(models(_COMMON, _CHARACTERS)[1] - shape).mean(axis=1)
    said = distances[_among(_like(told))].min() if told in _CHARACTERS else _NEAR
    return bool(said > _NEARER * distances[_among(shown)].min())


def _like(letter: str) -> set[str]:
    """A letter and what looks like it."""
    return {letter.lower(), letter.upper(), *(c for group in _ALIKE if letter in group for c in group)}


def _among(characters: set[str]) -> list[int]:
    """Which models are of some characters."""
    return [at for at, one in enumerate(models(_COMMON, _CHARACTERS)[0]) if one in characters]


__all__ = ["DRAWN", "ToldLetters", "is_rather"]
