"""Whether fonts tell the characters that they show.

Two ways to find out that cost little: a Type 3 font without a Unicode map, whose glyphs have names of no standard, has
told nothing, and what an engine makes of its codes is a guess; nor has one whose glyphs draw whole lines. And digits,
which personal numbers consist of, are looked at: drawn once for each font of a document, and compared with what digits
look like in common fonts. So are some letters, which may be told in place of digits, or of others (``told_letters``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import pymupdf

from redactor.errors import CorruptDocument
from redactor.formats.pdf.drawn_glyphs import THOUSANDTHS, DrawnGlyph, drawn_glyph, scale_of
from redactor.formats.pdf.engine import ENGINE_ERRORS, FILL, Box, Span
from redactor.formats.pdf.glyph_shapes import Shape, Strip, models, strip_drawn
from redactor.formats.pdf.page_content import PageContent
from redactor.formats.pdf.span_runs import is_unmapped
from redactor.formats.pdf.told_letters import DRAWN, ToldLetters

_COMMON = ("helv", "hebo", "heit", "tiro", "tibo", "tiit", "cour", "cobo")
"""Fonts whose digits are what others are compared with."""

_LEAST = 4
"""Different digits that must be seen of a font for it to be judged."""

_WRONG = 0.5
"""Share of them that look like other digits from which on a font lies; odd designs are mistaken for fewer."""

_SMALLEST, _LARGEST = 6.0, 40.0
"""Points: letters of other sizes are not looked at."""

_UNTOLD = 0.2
"""Share of untold characters; a missing arrow or ligature is much less."""

_MIXED = re.compile(
    "[A-Za-zÀ-ɏḀ-ỹ][АВЕІКМНОРСТУХаеіорсухѕјԁԛԝһ]|[АВЕІКМНОРСТУХаеіорсухѕјԁԛԝһ][A-Za-zÀ-ɏḀ-ỹ]"
    "|[A-Za-zÀ-ɏḀ-ỹ][ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοι][A-Za-zÀ-ɏḀ-ỹ]"
)
_REFERENCES = re.compile(r"/([^\s/<>\[\]()]+)\s+(\d+) \d+ R")
_GLYPH_NAMES = re.compile(r"/(?:[A-Za-z]|[a-z]{3,}\w*|uni[0-9A-Fa-f]{4})(?=[\s/\]])")


_Digit = tuple[Box, float, Box]
"""Where a digit stands, its base line, and where its span does, which is drawn whole."""


@dataclass(slots=True)
class Truth:
    """What is known of the fonts of one document; filled page by page."""

    _judged: set[str] = field(default_factory=set)
    _lying: set[str] = field(default_factory=set)
    _letters: ToldLetters = field(default_factory=ToldLetters, repr=False)
    _silent: dict[int, bool] = field(default_factory=dict)
    _drawn: dict[int, tuple[float, list[DrawnGlyph]]] = field(default_factory=dict, repr=False)

    def is_doubtful(self, page: pymupdf.Page, content: PageContent, spans: Sequence[Span]) -> bool:
        """Whether the page shows text in a font that lies, or tells nothing."""
        fonts = {span["font"] for span in spans if span["chars"]}
        new = fonts - self._judged
        if new:
            self._judge(page, [span for span in spans if span["font"] in new])
        self._lying |= self._letters.lying(page, content.fonts, [s for s in spans if _is_looked_at(s)])
        return bool(fonts & self._lying) or self._has_untold(page.parent, content, spans)

    def _has_untold(self, document: pymupdf.Document, content: PageContent, spans: Sequence[Span]) -> bool:
        """Whether a page uses a Type 3 font that tells no characters, or whose glyphs are more than letters."""
        for xref, _extension, kind, *_rest in content.fonts:
            if kind != "Type3":
                continue
            if not xref:
                return True  # one that stands in the page's resources itself has no number to look it up by
            if xref not in self._drawn:
                self._drawn[xref] = _drawn_glyphs(document, xref)
                self._silent[xref] = _tells_nothing(document, xref)
            scale, glyphs = self._drawn[xref]
            size = max((span["size"] for span in spans if f"({xref} 0 R)" in span["font"]), default=0.0)
            if self._silent[xref] or any(glyph.is_more_than_a_letter(scale * size) for glyph in glyphs):
                return True
        return False

    def _judge(self, page: pymupdf.Page, spans: Iterable[Span]) -> None:
        samples: dict[str, dict[str, _Digit]] = {}
        for span in spans:
            if not _is_looked_at(span):
                continue
            seen = samples.setdefault(span["font"], {})
            for code, _glyph, (_x, base), box in span["chars"]:
                if 0x30 <= code <= 0x39:
                    seen.setdefault(chr(code), (box, base, span["bbox"]))
        judged = {font: digits for font, digits in samples.items() if len(digits) >= _LEAST}
        if judged:
            drawing = page.get_displaylist()
            self._judged.update(judged)
            self._lying.update(font for font, digits in judged.items() if _lies(drawing, page.rect, digits))


def _is_looked_at(span: Span) -> bool:
    shows = span["type"] == FILL or span["font"].startswith(
        DRAWN
    )  # of these what they draw is told by itself
    return bool(shows and span["dir"][0] >= 0.999 and _SMALLEST <= span["size"] <= _LARGEST)


def _lies(drawing: pymupdf.DisplayList, page: pymupdf.Rect, digits: dict[str, _Digit]) -> bool:
    seen = wrong = 0
    strips: dict[Box, Strip | None] = {}
    for left, (digit, (box, base, span)) in zip(range(len(digits), 0, -1), digits.items(), strict=True):
        if wrong + left < _WRONG * (seen + left):
            return False  # whatever the others look like
        if span not in strips:
            strips[span] = strip_drawn(drawing, page, span)
        strip = strips[span]
        if strip is not None and (shape := strip.shape(box)) is not None:
            seen += 1
            wrong += digit not in _looks_like(shape) and not _is_underlined(strip, digit, box, base)
    return seen >= _LEAST and wrong >= _WRONG * seen


def _is_underlined(strip: Strip, digit: str, box: Box, base: float) -> bool:
    """Whether a digit looks like itself without what is below its base line."""
    shape = strip.shape((box[0], box[1], box[2], min(base, box[3])))
    return shape is not None and digit in _looks_like(shape)


def _looks_like(shape: Shape) -> set[str]:
    """The digits that a shape resembles: the most alike, and those that are hardly less so."""
    digits, shapes = models(_COMMON, "0123456789")
    distances: dict[str, float] = {}
    for digit, distance in zip(digits, np.abs(shapes - shape).mean(axis=1).tolist(), strict=True):
        distances[digit] = min(distance, distances.get(digit, distance))
    nearest = min(distances.values())
    return {digit for digit, distance in distances.items() if distance <= 1.15 * nearest}


def is_mixed(text: str) -> bool:
    """Whether words mix Latin letters with those of other scripts that look the same: "Nguуễn" with a Cyrillic "у"."""
    return _MIXED.search(text) is not None


def untold(spans: Sequence[Span]) -> list[Box]:
    """Where text stands in fonts that leave many of its characters untold: the others are told by chance."""
    told: dict[str, list[int]] = {}
    for span in spans:
        told.setdefault(span["font"], []).extend(code for code, *_ in span["chars"])
    silent = {font for font, codes in told.items() if _is_untold(codes)}
    return [
        span["bbox"]
        for span in spans
        if span["chars"] and (span["font"] in silent or _is_untold([code for code, *_ in span["chars"]]))
    ]


def _is_untold(codes: Sequence[int]) -> bool:
    signs = [code for code in codes if code > 0x20]
    return bool(signs) and sum(map(is_unmapped, signs)) >= _UNTOLD * len(signs)


def _tells_nothing(document: pymupdf.Document, xref: int) -> bool:
    """Whether a Type 3 font has no map of characters and names its glyphs by no standard."""
    if document.xref_get_key(xref, "ToUnicode")[0] != "null":
        return False
    told = [name for name, _ in _procedures(document, xref)]
    known = sum(bool(_GLYPH_NAMES.match(name + " ")) for name in told)
    return bool(told) and known < 0.5 * len(told)


def _procedures(document: pymupdf.Document, xref: int) -> list[tuple[str, int]]:
    """The names of a Type 3 font's glyphs, and the numbers of what draws them."""
    kind, text = document.xref_get_key(xref, "CharProcs")
    if kind == "xref":
        text = document.xref_object(int(text.split()[0]))
    return [(name, int(number)) for name, number in _REFERENCES.findall(text)]


def _drawn_glyphs(document: pymupdf.Document, xref: int) -> tuple[float, list[DrawnGlyph]]:
    """What a font's glyphs draw that may be more than a letter, and the scale from their space to text space."""
    kind, written = document.xref_get_key(xref, "FontMatrix")
    try:
        numbers = [float(n) for n in written.strip("[]").split()] if kind == "array" else []
    except ValueError:  # numbers that stand elsewhere
        return 1.0, [DrawnGlyph(endless=True)]
    a, b, c, d = numbers[:4] if len(numbers) == 6 else THOUSANDTHS[:4]
    forms, drawn_fonts = _names_forms(document, xref), _names_drawn_fonts(document, xref)
    glyphs: list[DrawnGlyph] = []
    for _, number in _procedures(document, xref):
        try:
            glyph = drawn_glyph(document.xref_stream(number) or b"", forms=forms, drawn_fonts=drawn_fonts)
        except (*ENGINE_ERRORS, CorruptDocument):
            glyph = DrawnGlyph(endless=True)
        if glyph.box is not None or glyph.endless:
            glyphs.append(glyph)
    return scale_of((a, b, c, d, 0.0, 0.0)), glyphs


def _names_forms(document: pymupdf.Document, xref: int) -> bool:
    return any(kind != "/Image" for kind in _kinds(document, xref, "XObject"))


def _names_drawn_fonts(document: pymupdf.Document, xref: int) -> bool:
    kinds = _kinds(document, xref, "Font")
    return any(kind in ("/Type3", "null") for kind in kinds)


def _kinds(document: pymupdf.Document, xref: int, resource: str) -> list[str]:
    """The subtypes of what a font's glyphs may call by name; "null" for what stands in the dictionary itself."""
    kind, text = document.xref_get_key(xref, f"Resources/{resource}")
    if kind == "xref":
        text = document.xref_object(int(text.split()[0]))
    found = [document.xref_get_key(int(n), "Subtype")[1] for _, n in _REFERENCES.findall(text)]
    return [*found, "null"] if "<<" in text.replace("<<", "", 1) else found
