"""One folding, with a way back: the view of a text that every recogniser reads.

``fold(text)`` answers a ``Folded`` with three strings:

* ``original`` – as given;
* ``text`` – the same, decoded from TCVN3 or VNI where that is what it is, NFC, with plain digits, dashes, quotes and
  spaces, and without zero-width characters and the numbers of notes beside a label's colon. Capitals, accents and line
  breaks stay, but for those of running text in narrow columns, which are blanks (``narrow_columns``); Southern spellings
  of label words are the standard ones, and misread noughts and ones of numbers are digits (``misread_digits``);
* ``key`` – ``text`` in lower case and without accents (đ → d), **of the same length**: position *i* of ``key`` is
  position *i* of ``text``. Clue words are looked for here.

``Folded.span(start, end)`` leads from positions in ``text``/``key`` to positions in ``original``.

Never NFKC (it makes 2 out of ²), never lower case before the legacy decoding (it destroys TCVN3 letters).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable
from typing import Any, TypeVar

from recognizers import legacy_encodings
from recognizers.misread_digits import digits_put_right
from recognizers.narrow_columns import unwrapped
from recognizers.southern import standard_spelling

T = TypeVar("T")

#: Ends every field, line and pattern: joins texts that must not be read as one.
BORDER = "\x1e"

_DROPPED = "\ufe0f\u20e3\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_MARKS = "\u0300-\u036f"
#: Forms explain their labels in notes: "Năm sinh (5):", "Nơi sinh: (4) ", "Tên tôi là¹:", "Kính gửi⁽¹⁾:". Area codes
#: of telephones have a zero or more than twenty.
_RAISED = "[⁽(\\[]?[¹²³⁰⁴-⁹]{1,2}[⁾)\\]]?"
_NOTE_NUMBER = r"[(\[](?:[1-9]|1\d|20)[)\]]"
_NOTE = (
    rf"[ \t]?(?:{_NOTE_NUMBER}|(?<!m){_RAISED})(?=[ \t]?:)"
    rf"|(?<=:)[ \t]?(?:{_NOTE_NUMBER}|{_RAISED})(?=[ \t]*[^\W\d_]|[ \t]+\d|[ \t]*[.…]{{3}})"
)
#: What cannot be replaced character by character.
_LENGTH_CHANGING = re.compile(f"[^{_MARKS}]?[{_MARKS}]+|[{_DROPPED}]|\r\n|{_NOTE}")
_CHANGES_LENGTH = re.compile(f"[{_MARKS}{_DROPPED}]|\r\n|{_NOTE}")
#: One of these is in all of it, and is looked for twenty times as quickly: most pages have neither.
_MAY_CHANGE_LENGTH = (
    re.compile(f"[{_MARKS}{_DROPPED}\r¹²³⁰⁴-⁹]"),
    re.compile(r"[(\[][1-9]\d?[)\]]"),
)


def _plain_table() -> dict[int, str]:
    table: dict[int, str] = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}  # full-width ASCII
    table.update(dict.fromkeys((0x00A0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " "))
    table.update(dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0xFE58, 0xFE63), "-"))
    table.update(dict.fromkeys((0x2018, 0x2019, 0x02BC, 0x00B4, 0x2032), "'"))
    table.update(
        {0x00D0: "Đ", 0x0189: "Đ", 0x00F0: "đ"}
    )  # Eth and African D stand in for Đ in badly typed names
    table.update(
        dict.fromkeys((0xA6, 0x2502, 0x2503, 0x2506, 0x250A, 0x2551), "|")
    )  # borders of drawn tables
    table.update(dict.fromkeys((0x0B, 0x0C, 0x85, 0x2028, 0x2029), "\n"))
    return table


_PLAIN = _plain_table()
_NEEDS_PLAIN = re.compile("[" + "".join(re.escape(chr(code)) for code in _PLAIN) + "]")


#: Nobody raises or lowers the digits of a number but to hide it; a few of them are powers and notes.
_RAISED_NUMBER = re.compile("[⁰¹²³⁴-⁹₀-₉]{4,}")
_LEVEL = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "01234567890123456789")
_WHOLE = 8


def _level(match: re.Match[str]) -> str:
    """A number in raised or lowered digits as plain ones, when it is one by itself or ends one."""
    digits, before = match.group(), match.string[max(match.start() - 1, 0) : match.start()]
    return digits.translate(_LEVEL) if len(digits) >= _WHOLE or before.isdigit() else digits


class _KeyTable(dict[int, str]):
    """Character → its base letter in lower case; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        base = unicodedata.normalize("NFD", char)[0].lower()
        key = "d" if base in "đð" else base if len(base) == 1 else char
        self[code] = key
        return key


_KEY = _KeyTable()


def key_of(text: str) -> str:
    """Return the key of a short text that is NFC already: lower case, no accents, same length."""
    return text.lower() if text.isascii() else text.translate(_KEY)


def plain_key(text: str) -> str:
    """Return the key of any text, folded first; for table lookups where offsets do not matter."""
    return fold(text).key


class Folded:
    """A text, its plain form and its key; see the module. Build it with ``fold``."""

    __slots__ = (
        "_clean_starts",
        "_memo",
        "_original_lengths",
        "_original_starts",
        "encoding",
        "key",
        "original",
        "text",
    )

    def __init__(
        self, original: str, text: str, encoding: str, breaks: tuple[list[int], list[int], list[int]] | None
    ) -> None:
        self.original = original
        self.text = digits_put_right(standard_spelling(unwrapped(text, BORDER)))
        self.key = key_of(self.text)
        #: ``tcvn3``, ``vni`` or "" as far as the text was decoded.
        self.encoding = encoding
        self._clean_starts, self._original_starts, self._original_lengths = breaks or ([], [], [])
        self._memo: dict[str, Any] = {}

    def __repr__(self) -> str:
        return f"Folded({len(self.text)} characters)"

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in ``original`` of ``text[start:end]``; both ends of an empty span are equal."""
        if not self._clean_starts:
            return start, end
        first = self._first(start)
        if end <= start:
            return first, first
        last = end - 1
        i = bisect_right(self._clean_starts, last) - 1
        length = self._original_lengths[i]
        begin = self._original_starts[i] + (last - self._clean_starts[i] if length == 0 else 0)
        return first, begin + (length or 1)

    def _first(self, position: int) -> int:
        i = bisect_right(self._clean_starts, position) - 1
        inside = position - self._clean_starts[i] if self._original_lengths[i] == 0 else 0
        return self._original_starts[i] + inside

    def inside(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in ``text`` of ``original[start:end]``: the way back from what ``span`` gave."""
        return self._inside(start), self._inside(end)

    def _inside(self, position: int) -> int:
        i = bisect_right(self._original_starts, position) - 1
        if i < 0:
            return min(position, len(self.text))
        further = position - self._original_starts[i]
        length = self._original_lengths[i]
        until = self._clean_starts[i + 1] if i + 1 < len(self._clean_starts) else len(self.text)
        return min(self._clean_starts[i] + (further if length == 0 else further >= length), until)

    def memo(self, name: str, compute: Callable[[Folded], T]) -> T:
        """Return ``compute(self)``, computed once per text: what several recognisers share."""
        memo = self._memo
        if name not in memo:
            memo[name] = compute(self)
        return memo[name]  # type: ignore[no-any-return]  # whoever names it says what it is


class _Builder:
    """Collects pieces of clean text and where they came from.

    A piece with ``length`` 0 is copied one to one; otherwise one clean character stands for ``length`` originals.
    """

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.size = 0
        self.clean: list[int] = []
        self.original: list[int] = []
        self.lengths: list[int] = []

    def add(self, piece: str, original: int, length: int) -> None:
        if not piece:
            return
        self.clean.append(self.size)
        self.original.append(original)
        self.lengths.append(length)
        self.pieces.append(piece)
        self.size += len(piece)


def _compose(cluster: str) -> str:
    """Return one character for a letter with combining marks, one line break for CR LF, nothing for what is dropped."""
    if cluster == "\r\n":
        return "\n"
    if cluster[0] in _DROPPED or "\u0300" <= cluster[0] <= "\u036f":  # marks without a letter
        return ""
    marked = "\u0300" <= cluster[-1] <= "\u036f"
    return unicodedata.normalize("NFC", cluster)[0] if marked else ""


def _clean(text: str, offsets: list[int] | None) -> tuple[str, tuple[list[int], list[int], list[int]] | None]:
    """Return the plain form of ``text`` and its breaks; ``offsets`` leads from ``text`` to the original."""
    if _NEEDS_PLAIN.search(text):
        text = text.translate(_PLAIN)
    text = _RAISED_NUMBER.sub(_level, text)
    may_change = any(pattern.search(text) for pattern in _MAY_CHANGE_LENGTH)
    if offsets is None and not (may_change and _CHANGES_LENGTH.search(text)):
        return text.replace("\r", "\n"), None
    builder = _Builder()

    def where(position: int) -> int:
        return position if offsets is None else offsets[position]

    def copy(begin: int, end: int) -> None:
        if offsets is None:
            builder.add(text[begin:end].replace("\r", "\n"), begin, 0)
            return
        i = begin
        while i < end:
            width = offsets[i + 1] - offsets[i]
            stop = i + 1
            if width == 1:
                while stop < end and offsets[stop + 1] - offsets[stop] == 1:
                    stop += 1
            builder.add(text[i:stop], offsets[i], 0 if width == 1 else width)
            i = stop

    done = 0
    for match in _LENGTH_CHANGING.finditer(text):
        copy(done, match.start())
        length = where(match.end()) - where(match.start())
        builder.add(_compose(match.group()), where(match.start()), length)
        done = match.end()
    copy(done, len(text))
    return "".join(builder.pieces), (builder.clean, builder.original, builder.lengths)


#: Long texts are remembered up to so many characters in all: a document's pages are read twice, once for what they say
#: and once for what the others know. Short ones (a cell, a sentence) have a place of their own.
_LONG_KEPT, _SHORT_KEPT, _SHORT = 400_000, 2_000, 1_000
_long: OrderedDict[str, Folded] = OrderedDict()
_short: OrderedDict[str, Folded] = OrderedDict()
_long_size = 0


def fold(text: str, encoding: str | None = None) -> Folded:
    """Return the folded view of a text; the last ones are remembered, so that all recognisers share one.

    Args:
        text: as stored.
        encoding: ``"tcvn3"``, ``"tcvn3h"`` (capitals font), ``"vni"`` or ``""`` where the font says so; None decides
            by statistics, line by line, guarded against ordinary text.
    """
    global _long_size
    long = len(text) >= _SHORT
    cache = _long if long else _short
    if encoding is None and text in cache:
        cache.move_to_end(text)
        return cache[text]
    decoded = legacy_encodings.decode(text, encoding)
    if decoded is None:
        clean, breaks = _clean(text, None)
        folded = Folded(text, clean, "", breaks if clean else None)
    else:
        clean, breaks = _clean(decoded.text, decoded.offsets)
        folded = Folded(text, clean, decoded.encoding, breaks if clean else None)
    if encoding is None:
        cache[text] = folded
        if long:
            _long_size += len(text)
            while _long_size > _LONG_KEPT and len(cache) > 1:
                _long_size -= len(cache.popitem(last=False)[0])
        elif len(cache) > _SHORT_KEPT:
            cache.popitem(last=False)
    return folded


def forget() -> None:
    """Drop the remembered views: called when a document is done, so that its text does not linger."""
    global _long_size
    _long.clear()
    _short.clear()
    _long_size = 0
