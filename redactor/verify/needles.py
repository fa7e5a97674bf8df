"""The values that must be gone, and the search for them in any spelling.

A value is reduced to a **key**: without accents, lower case, letters and digits only; numbers also without leading
zeros, since cells lose them and ``+84`` replaces one. Text is reduced the same way, remembering where its words began
and ended, so that a key is found across line breaks, kerning spaces, dots and hyphens, and yet "Nguyễn Văn An" is not
found in "Nguyễn Văn Anh".

Not every value can be demanded to vanish from a whole document: a birth date may equal the date of a law, "Nam" is
also a direction. Such values are checked at their places only, by the verifiers of each format. ``Needles`` holds the
distinctive ones, and leaves out what someone decided to keep.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from recognizers.entities import EntityType
from redactor.model import Action, Applied, Decisions, Scan

_GRAM = 6
"""Shortest key worth searching for, and the length of the index's grams."""

_FEW = 64
"""Up to this many keys, asking for each is quicker than walking the text gram by gram."""

_MANY = 4000
"""Up to this many grams, one pattern of all walks a text ten times as fast as looking each place up; making it takes
50 microseconds a gram."""

_ANYWHERE_DIGITS = 9
"""A run of this many equal digits inside a longer one is no coincidence (QR payloads glue numbers together)."""

CONTEXTUAL: frozenset[EntityType] = frozenset({
    EntityType.DATE_OF_BIRTH, EntityType.AGE, EntityType.GENDER, EntityType.PLACE_OF_BIRTH, EntityType.ISSUE_DATE,
    EntityType.ISSUE_AUTHORITY, EntityType.NATIONALITY, EntityType.ETHNICITY, EntityType.RELIGION,
    EntityType.MARITAL_STATUS, EntityType.FAMILY_RELATION, EntityType.HEALTH_INFO, EntityType.BIOMETRIC,
    EntityType.INCOME, EntityType.GRADES, EntityType.CRIMINAL_RECORD, EntityType.PARTY_MEMBERSHIP, EntityType.DEBT,
    EntityType.PRIVATE_LIFE, EntityType.VN_LAND_PARCEL, EntityType.PORTRAIT, EntityType.SIGNATURE,
    EntityType.ID_IMAGE, EntityType.BARCODE,
})  # fmt: skip
"""Types whose values may rightly stand elsewhere in the same document."""

_WORDS_OF_AN_ADDRESS = 7
_FEW_DIGITS, _MANY_LETTERS, _FEW_LETTERS = 4, 8, 3
_NO_DIGITS = {ord(digit): None for digit in "0123456789"}
_WORDS = re.compile(r"\w+")
_MAYBE_HEX = re.compile(rb"[0-9A-Fa-f\s]{12,}+")
_HEX = re.compile(rb"(?:[0-9A-Fa-f]{2}\s?){6,}")
_PRINTABLE = re.compile(rb"[\x20-\x7e\x80-\xff]{6,}")
_PRINTABLE_UTF16BE = re.compile(rb"(?:[\x00\x01\x03\x1e][\x00-\xff]){6,}")
_PRINTABLE_UTF16LE = re.compile(rb"(?:[\x00-\xff][\x00\x01\x03\x1e]){6,}")


@dataclass(frozen=True, slots=True)
class _Squeezed:
    """Letters and digits of a text, folded, with the offsets where a word may begin and end."""

    chars: str = field(repr=False)
    starts: frozenset[int] = field(repr=False)
    ends: frozenset[int] = field(repr=False)


class _Folds(dict[int, str]):
    """What each character becomes: plain lower-case letters and digits, or nothing. Worked out once per character."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char.isascii():
            folded = char.lower() if char.isalnum() else ""
        elif unicodedata.combining(char):
            folded = ""
        elif char in "Đđ":
            folded = "d"
        else:
            folded = _compatible(char) if char.isalnum() else ""
        self[code] = folded
        return folded


class _Kinds(dict[int, str]):
    """What each character is, as often as it becomes letters.

    ``0`` a digit, ``A`` a capital, ``a`` another letter, a blank between words, nothing for a mark on a letter.
    """

    def __missing__(self, code: int) -> str:
        char = chr(code)
        folded = _FOLDS[code]
        if folded:
            kind = ("0" if char.isdigit() else "A" if char.isupper() else "a") * len(folded)
        else:
            kind = "" if unicodedata.combining(char) or char.isalnum() else " "
        self[code] = kind
        return kind


_FOLDS = _Folds()
_KINDS = _Kinds()
_OTHER_LETTERS = re.compile("[^\\x00-\\x7fđĐ\u0300-\u036f\u2000-\u206f\ufffd]")
"""What may become something else than an ASCII letter, or nothing."""
_LOWER = bytes(range(256)).lower()
_NEITHER = bytes(code for code in range(128) if not chr(code).isalnum())
_WORD = re.compile(r"0+|A+a*|a+")
"""A word begins after a gap, between letters and digits, and where a capital follows a small letter."""


_HIGH = bytes(byte in (0x00, 0x01, 0x03, 0x1E) for byte in range(256))


_SIX_HIGH = re.compile(rb"\x01{6,}")


def _wide_parts(data: bytes) -> list[bytes]:
    """The parts of bytes in which six characters of UTF-16 stand side by side, in either order of theirs."""
    high = data.translate(_HIGH)
    spans = sorted(
        (max(at + 2 * run.start() - 1, 0), at + 2 * run.end())
        for at in (0, 1)
        for run in _SIX_HIGH.finditer(high[at::2])
    )
    parts: list[tuple[int, int]] = []
    for start, end in spans:
        if parts and start <= parts[-1][1]:
            parts[-1] = (parts[-1][0], max(end, parts[-1][1]))
        else:
            parts.append((start, end))
    return [data[start:end] for start, end in parts]


def squeeze(text: str) -> str:
    """Fold to lower-case letters and digits without accents or anything between them."""
    return _folded(unicodedata.normalize("NFD", text))


def _folded(decomposed: str) -> str:
    if _OTHER_LETTERS.search(decomposed):
        return decomposed.translate(_FOLDS)
    latin = decomposed.replace("đ", "d").replace("Đ", "d").encode("ascii", "ignore")
    return latin.translate(_LOWER, _NEITHER).decode("ascii")  # the same, four times as fast


def _squeezed(text: str) -> _Squeezed:
    decomposed = unicodedata.normalize("NFD", text)
    words = _WORD.findall(decomposed.translate(_KINDS))
    starts = frozenset(accumulate(map(len, words), initial=0))
    return _Squeezed(_folded(decomposed), starts, starts)


def _compatible(char: str) -> str:
    """Full-width and other variants as plain letters and digits; may be empty."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).lower())
    return "".join(c for c in plain if c.isalnum())


def _key_of(value: str) -> tuple[str, bool] | None:
    """The key of a value and whether it counts inside longer words; None if it is too common to be searched for."""
    chars = squeeze(value)
    if len(chars) < _GRAM:
        return None
    if chars.isdigit():
        chars = chars.lstrip("0")
        return (chars, len(chars) >= _ANYWHERE_DIGITS) if len(chars) >= _GRAM else None
    letters = len(chars.translate(_NO_DIGITS))
    digits = len(chars) - letters
    if digits >= _FEW_DIGITS or letters >= _MANY_LETTERS or "@" in value or len(_WORDS.findall(value)) > 1:
        return chars, digits >= _ANYWHERE_DIGITS and letters <= _FEW_LETTERS
    return None


def is_searched(kind: EntityType, value: str) -> bool:
    """Whether a hidden value of this type must be gone from the whole document, and not from its places only.

    A province or a district is part of many authorities' names: of addresses, those with a number or of many words
    are demanded to be gone. A single word is a name only where it was found; so is a password that is a plain word.
    """
    if kind in CONTEXTUAL or (kind is EntityType.CREDENTIAL and value.isalpha() and value.islower()):
        return False
    if kind is EntityType.VN_ADDRESS:
        return any(map(str.isdigit, value)) or len(_WORDS.findall(value)) >= _WORDS_OF_AN_ADDRESS
    return kind is not EntityType.PERSON or not value.strip().isalpha()


class Needles:
    """Values that must not be found any more. Indices returned stand for values and say nothing about them.

    However many there are, a text is walked once: the first six characters tell which lengths are worth trying, and
    one look into a hash table answers each.
    """

    def __init__(self, values: Iterable[str], kept: Iterable[str] = ()) -> None:
        """Take the removed values and those that were decided to stay."""
        self._kept = frozenset(s for s in (squeeze(v) for v in kept) if len(s) >= _GRAM)
        self._keys: dict[str, int] = {}
        """Number of each key, doubled, and one more where it counts inside longer words too."""
        self._lengths: dict[str, int] = {}
        """Lengths of the keys that start with a gram, one bit for each."""
        self._covering: dict[str, list[str]] | None = None
        self._grams: re.Pattern[str] | None = None
        self.add(values)

    def add(self, values: Iterable[str]) -> None:
        """Take more removed values."""
        keys, lengths = self._keys, self._lengths
        before = len(keys)
        for value in values:
            found = _key_of(value)
            if found is None or found[0] in keys or found[0] in self._kept:
                continue
            key, anywhere = found
            keys[key] = 2 * len(keys) + anywhere
            lengths[key[:_GRAM]] = lengths.get(key[:_GRAM], 0) | 1 << len(key)
        if len(keys) > before:
            self._covering = self._grams = None

    def get_ready(self) -> None:
        """Work out ahead what searching many texts needs."""
        if len(self._keys) > _FEW:
            self._worth_trying("")

    def __len__(self) -> int:
        return len(self._keys)

    def in_text(self, text: str) -> frozenset[int]:
        """Which needles stand in a text, as indices."""
        if not self._keys or not text:
            return frozenset()
        hits = self._anywhere(squeeze(text))
        if not hits:
            return frozenset()  # the usual case: word boundaries need not even be looked for
        squeezed = _squeezed(text)
        return frozenset(self._keys[key] >> 1 for at, key in hits if self._stands_at(at, key, squeezed))

    def _anywhere(self, chars: str) -> list[tuple[int, str]]:
        """Where the letters and digits of keys stand in those of a text, whatever is around them."""
        if len(self._keys) <= _FEW:
            return [(at, key) for key in self._keys if key in chars for at in _all(key, chars)]
        return list(self._hits(chars))

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where needles stand in a text as given, with leading zeros and marks on the last letter, from left to right.

        None of them is inside or across another.
        """
        chars = squeeze(text)
        hits = sorted(self._hits(chars), key=lambda hit: (hit[0], -len(hit[1]))) if self._keys else []
        if not hits:
            return []
        squeezed = _squeezed(text)
        owners = [
            index
            for index, char in enumerate(text)
            for part in unicodedata.normalize("NFD", char)
            for _ in _FOLDS[ord(part)]
        ]
        found: list[tuple[int, int]] = []
        for at, key in hits:
            start, end = owners[at], owners[at + len(key) - 1] + 1
            if not self._stands_at(at, key, squeezed) or (found and start < found[-1][1]):
                continue
            while key[0].isdigit() and start and text[start - 1] == "0":
                start -= 1
            while end < len(text) and unicodedata.combining(text[end]):
                end += 1
            found.append((start, end))
        return found

    def in_bytes(self, data: bytes) -> frozenset[int]:
        """Which needles stand in raw bytes: as ASCII, UTF-8, UTF-16 or hexadecimal text."""
        if not self._keys or not data:
            return frozenset()
        found: set[int] = set()
        joined = b"\x00".join(_PRINTABLE.findall(data))
        if joined:
            # Of pixels half is no UTF-8; what stands for it is no letter, and only parts words.
            if self._anywhere(squeeze(joined.decode("utf-8", errors="ignore"))):
                found |= self.in_text(joined.decode("utf-8", errors="replace"))
            found |= self._in_hex(joined)
        # Every needle has a letter or digit of ASCII, whose other byte is zero.
        wide = _wide_parts(data) if b"\x00" in data else []
        for pattern, codec in ((_PRINTABLE_UTF16BE, "utf-16-be"), (_PRINTABLE_UTF16LE, "utf-16-le")):
            runs = [run.decode(codec, errors="replace") for part in wide for run in pattern.findall(part)]
            found |= self.in_text("\0".join(runs))
        return frozenset(found)

    def _in_hex(self, data: bytes) -> frozenset[int]:
        maybe = b"\0".join(_MAYBE_HEX.findall(data))
        runs = [bytes.fromhex(run.decode("ascii")) for run in _HEX.findall(maybe)]
        if not runs:
            return frozenset()
        narrow = b"\0".join(runs).decode("utf-8", errors="replace")
        whole = (run[: len(run) // 2 * 2] for run in runs)  # half a character would take part of what follows
        wide = b"\0\0".join(whole).decode("utf-16-be", errors="replace")
        return self.in_text(narrow) | self.in_text(wide)

    def _hits(self, chars: str) -> Iterator[tuple[int, str]]:
        """Each place where the letters and digits of a key stand, whatever is around them."""
        keys, lengths = self._keys, self._lengths
        for at in self._worth_trying(chars):
            bits = lengths.get(chars[at : at + _GRAM])
            while bits:
                length = bits.bit_length() - 1
                bits ^= 1 << length
                key = chars[at : at + length]
                if key in keys:
                    yield at, key

    def _worth_trying(self, chars: str) -> Iterable[int]:
        """Offsets among which those of all keys' first characters are."""
        if not self._lengths or len(self._lengths) > _MANY:
            return range(len(chars) - _GRAM + 1)
        if self._grams is None:
            self._grams = re.compile(f"(?={_any_of(list(self._lengths))})")
        return (match.start() for match in self._grams.finditer(chars))

    def may_be_in(self, text: str) -> bool:
        """Whether a needle's letters stand in a text or in a part of it, at whatever word boundaries."""
        chars = squeeze(text)
        return any(key in chars for key in self._keys) if len(self) <= _FEW else any(self._hits(chars))

    def _stands_at(self, at: int, key: str, text: _Squeezed) -> bool:
        if not self._keys[key] & 1 and not (self._begins(key, text, at) and at + len(key) in text.ends):
            return False
        return not self._inside_kept(key, text.chars, at)

    @staticmethod
    def _begins(key: str, text: _Squeezed, at: int) -> bool:
        if at in text.starts:
            return True
        # Leading zeros were taken off the key: they may stand before it in the text.
        start = at
        while key[0].isdigit() and start > 0 and text.chars[start - 1] == "0":
            start -= 1
            if start in text.starts:
                return True
        return False

    def _inside_kept(self, key: str, chars: str, at: int) -> bool:
        for kept in self._covers().get(key, ()):
            for offset in _all(key, kept):
                begin = at - offset
                if begin >= 0 and chars.startswith(kept, begin):
                    return True
        return False

    def _covers(self) -> dict[str, list[str]]:
        """Which kept values hold which keys, worked out when it is first asked."""
        if self._covering is None:
            self._covering = {}
            for kept in self._kept:
                for key in {key for _, key in self._hits(kept)}:
                    self._covering.setdefault(key, []).append(kept)
        return self._covering


class Sought:
    """What must be gone by the scan and the decisions, before anything is known of a copy."""

    def __init__(self, scan: Scan, decisions: Decisions) -> None:
        """Gather hidden findings of distinctive types, and what was decided to stay."""
        action = {d.finding: d.action for d in decisions.items}
        hidden: list[str] = []
        kept: list[str] = []
        self._common: set[str] = set()
        for finding in scan.findings:
            if action.get(finding.id) is not Action.HIDE:
                kept.append(finding.value)
            elif is_searched(finding.entity_type, finding.value):
                hidden.append(finding.value)
            else:
                self._common.add(finding.value)
        self._needles = Needles(hidden, kept)

    def get_ready(self) -> None:
        """Work out ahead what searching needs."""
        self._needles.get_ready()

    def with_reported(self, applied: Applied) -> Needles:
        """The needles, with what the redactor reports besides. To be asked once."""
        self._needles.add(value for value in applied.needles if value not in self._common)
        return self._needles


def _any_of(grams: Sequence[str], at: int = 0) -> str:
    """A pattern for words of equal length that tries one branch at every character."""
    branches: dict[str, list[str]] = {}
    for gram in grams:
        branches.setdefault(gram[at], []).append(gram)
    if at + 1 == len(grams[0]):
        return f"[{''.join(map(re.escape, branches))}]"
    parts = [re.escape(char) + _any_of(rest, at + 1) for char, rest in branches.items()]
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"


def _all(key: str, chars: str) -> Iterator[int]:
    """Each offset at which ``key`` stands."""
    at = chars.find(key)
    while at >= 0:
        yield at
        at = chars.find(key, at + 1)


def page_pairs(texts: Iterable[str]) -> Iterable[str]:
    """Each text, and each seam between neighbours, so that a value over a page break is seen too."""
    pages = list(texts)
    yield from pages
    for before, after in pairwise(pages):
        yield f"{before[-200:]}\n{after[:200]}"
