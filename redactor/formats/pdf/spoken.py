"""``ActualText`` of marked content: what programs say that glyphs mean, where fonts cannot.

A letter put together of another one and an accent, a hyphen at the end of a line: without it text is copied wrong. It
stays only where it says what its glyphs say; where it lies, hides or adds something it goes, and the glyphs speak.
Where a glyph has no name it may tell the letter's accent, which is read then. ISO 32000-2, 14.9.4.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

import pymupdf
from pikepdf import Dictionary, Object, String

from redactor.formats.pdf.content import Operand, words
from redactor.formats.pdf.engine import Span, told
from redactor.formats.pdf.fonts import FontMetrics
from redactor.formats.pdf.span_runs import UNKNOWN

MAX_SPOKEN = 16
"""Characters of one ``ActualText`` that stays; longer ones tell of lines and not of letters."""

MAX_KERN = 1000.0
"""Thousandths of an em between its glyphs: what stands further apart was not one word."""

WITHIN = words("BT ET Tf Td TD Tm T* Tc Tw Tz TL Ts Tr Tj TJ g G rg RG k K EMC")
"""Operators that may stand between its ``BDC`` and ``EMC``."""

KEY = b"/ActualText"

_HYPHENS = dict.fromkeys(map(ord, "\u00ad\u2010\u2011"), "-")
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
"""Kinds of characters that nobody sees, or that mean something to some programs only."""


@dataclass(slots=True)
class Spoken:
    """One ``ActualText`` while its content is followed: what it says, what its glyphs say so far."""

    text: str = field(repr=False)
    start: int
    end: int
    _glyphs: str | None = field(default=None, repr=False)
    _failed: bool = False

    def fail(self) -> None:
        """Its content lost something, or holds what cannot be compared."""
        self._failed = True

    def show(self, items: Sequence[Operand], font: FontMetrics | None) -> None:
        """Its content shows the items of a ``TJ``."""
        texts: list[str] = []
        for item in items:
            if isinstance(item, bytes):
                text = font.text(item) if font is not None else None
                if text is None:
                    self._failed = True
                else:
                    texts.append(text)
            elif not isinstance(item, float) or abs(item) > MAX_KERN:
                self._failed = True
        if self._glyphs is not None:  # another string may stand anywhere on the page
            self._failed = True
        self._glyphs = "".join(texts)

    @property
    def stays(self) -> bool:
        """Whether it says what its glyphs say, all of which are left."""
        return not self._failed and self._glyphs is not None and says_the_same(self.text, self._glyphs)

    def written(self) -> bytes:
        """The entry of a property list."""
        return KEY + b" <FEFF%s>" % self.text.encode("utf-16-be").hex().upper().encode("ascii")


def spoken_in(
    properties: Operand, named: Object | None, operation: bytes, start: int, end: int
) -> Spoken | None:
    """The ``ActualText`` of a property list written in the content itself, or of the resource that is ``named``.

    What stays of it is written in the content: nobody else can lend another meaning to its glyphs.
    """
    if isinstance(named, Dictionary):
        lent = named.get("/ActualText")
        return Spoken(str(lent), start, end) if isinstance(lent, String) else None
    said = properties.get("ActualText") if isinstance(properties, dict) else None
    if not isinstance(said, bytes) or KEY not in operation:
        return None
    return Spoken(str(String(said)), start, end)


def says_the_same(text: str, glyphs: str) -> bool:
    """Whether two texts are the same letters, digits and signs; accents aside where glyphs have no name."""
    if not text or len(text) > MAX_SPOKEN or not _is_seen(text):
        return False
    if UNKNOWN in glyphs:
        plain = _plain(text)
        return bool(plain) and plain == _plain(glyphs.replace(UNKNOWN, ""))
    return _composed(text) == _composed(glyphs)


def _is_seen(text: str) -> bool:
    """Whether no character of it is one that nobody sees, but for hyphens."""
    return not any(unicodedata.category(char) in _UNSEEN for char in text.translate(_HYPHENS))


def _composed(text: str) -> str:
    return unicodedata.normalize("NFKC", text.translate(_HYPHENS))


def _plain(text: str) -> str:
    """Without accents."""
    split = unicodedata.normalize("NFKD", text.translate(_HYPHENS))
    return "".join(c for c in split if not unicodedata.combining(c)).replace("đ", "d").replace("Đ", "D")


def as_said(page: pymupdf.Page, spans: list[Span], streams: Sequence[bytes]) -> list[Span]:
    """A page's glyphs with the accents that ``ActualText`` gives to those without a name; ``streams`` are its content.

    Letters whose glyphs say all there is to say are read as they are, whatever is said of them.
    """
    if not any(KEY in stream for stream in streams):
        return spans
    said = {_at(origin): char for origin, char in told(page).items()}
    for span in spans:
        chars = span["chars"]
        for at, (code, glyph, origin, box) in enumerate(chars[:-1]):
            meant = said.get(_at(origin), "")
            accent, _, place, _ = chars[at + 1]
            if chr(accent) == UNKNOWN != said.get(_at(place)) and _is_other(meant, chr(code)):
                span["chars"] = (*span["chars"][:at], (ord(meant), glyph, origin, box), *chars[at + 1 :])
    return spans


def _is_other(meant: str, letter: str) -> bool:
    """Whether one letter has other accents than another."""
    return len(meant) == 1 and meant.isalpha() and meant != letter and _plain(meant) == _plain(letter)


def _at(origin: tuple[float, float]) -> tuple[int, int]:
    return round(origin[0] * 4), round(origin[1] * 4)
