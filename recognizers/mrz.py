"""Machine-readable zones of ICAO Doc 9303: VN_MRZ. TD1 (three lines of 30, identity cards) and TD3 (two of 44, books).

TD1 of the citizen card: ``IDVNM``, the last nine digits of the personal number, a check digit, all twelve
digits. The frame decides; check digits only make it certain, because OCR reads O for 0 and « for <. Lines are
found one by one, so a zone that was torn apart is still covered.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from time import localtime

from recognizers.base import Found, Tier, VnRecognizer
from recognizers.checksums import icao
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.nearby import matches_near
from recognizers.results import Reason

_C = "[A-Z0-9<«‹≤]"
_G = "[ ]?"
_D = "[0-9OIBSl]"


def _run(count: int, char: str = _C) -> str:
    return f"(?:{char}{_G}){{{count}}}"


#: First letters of a Vietnamese card as they are read: I is a bar for a machine, D a zero.
_FIRST = rf"(?:[I1]{_G}[D<A-Z]{_G}[A-Z]{_G}[A-Z]{_G}[A-Z]|[TLJl|!\[\]]{_G}[D0O<]{_G}V{_G}[NM]{_G}[MN]|[I1]{_G}0{_G}V{_G}[NM]{_G}[MN])"
_TD1_1 = rf"(?<![A-Z0-9<]){_FIRST}{_G}(?={_C}{{0,6}}\d){_run(16)}(?:{_C}{_G}){{7,10}}(?![A-Z0-9<])"
_TD1_2 = rf"(?<![A-Z0-9<]){_run(7, _D)}[MFX<]{_G}{_run(7, '[0-9OIBSl<]')}[A-Z]{_G}[A-Z]{_G}[A-Z]{_G}(?:{_C}{_G}){{10,13}}(?![A-Z0-9<])"
_TD3_1 = rf"(?<![A-Z0-9<])P{_G}[A-Z<«]{_G}[A-Z]{_G}[A-Z]{_G}[A-Z]{_G}(?=[A-Z]{{1,38}}[<«])(?:[A-Z<«‹≤KC(]{_G}){{30,41}}(?![A-Z0-9<])"
_TD3_2 = rf"(?<![A-Z0-9<])(?:{_C}{_G}){{9}}{_D}{_G}[A-Z]{_G}[A-Z]{_G}[A-Z]{_G}{_run(7, _D)}[MFX<]{_G}{_run(7, '[0-9OIBSl<]')}(?:{_C}{_G}){{14,17}}(?![A-Z0-9<])"
_NAMES = re.compile(r"(?<![A-Z0-9<])(?=[A-Z<]{0,40}<<)[A-Z](?:[A-Z<«]){14,43}(?![A-Z0-9<])")
_GLUED = re.compile(
    rf"(?<![A-Z0-9<])(?:[I1][D<A-Z][A-Z]{{3}}|[TLJl|!\[\]1I][D0O<]VNM){_C}{{24,26}}\d{{7}}[MFX<]{_C}{{20,24}}[A-Z<]{{26,32}}(?![A-Z0-9<])"
)
_LINES = tuple(map(re.compile, (_TD1_1, _TD1_2, _TD3_1, _TD3_2)))
_BREAK = re.compile("\n")
#: A line has one of these.
_SIGNS = ("<", "«", "VNM")
_FILLER = re.compile("[«‹≤]")


class MrzRecognizer(VnRecognizer):
    """Lines of a machine-readable zone, each by its frame."""

    ENTITIES = (EntityType.VN_MRZ,)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield one finding per line; the line of names counts directly below another line."""
        text = folded.text
        if "<" not in text and "«" not in text and "‹" not in text and "VNM" not in text:
            return
        for match in _GLUED.finditer(text):
            yield self._found(match.start(), match.end(), 0.95)
        breaks = [match.start() for match in _BREAK.finditer(text)]
        ends: set[int] = set()
        for pattern in _LINES:
            for match in matches_near(pattern, text, _SIGNS):
                end = match.end()
                while text[end - 1] == " ":
                    end -= 1
                written = match.group()
                if not any(sign in written for sign in _SIGNS):
                    continue
                ends.add(bisect_left(breaks, match.start()))
                yield self._found(match.start(), end, 0.97 if _checked(written) else 0.85)
        if ends:
            for match in _NAMES.finditer(text):
                line = bisect_left(breaks, match.start())
                if line - 1 in ends or line - 2 in ends or line + 1 in ends:
                    yield self._found(match.start(), match.end(), 0.9)

    @staticmethod
    def _found(start: int, end: int, score: float) -> Found:
        return Found(
            start,
            end,
            EntityType.VN_MRZ,
            score,
            Reason("mrz_checked" if score > 0.95 else "mrz_frame"),
            tier=Tier.CONTAINER,
        )


def _checked(line: str) -> bool:
    """Return whether the first check digit of a line fits."""
    plain = _FILLER.sub("<", line.replace(" ", ""))
    if plain[:1] in "I1TLJl|![]" and len(plain) >= 15 and plain[2:5].isalpha():
        return icao(plain[5:14], plain[14])
    if plain[:6].isdigit():
        return icao(plain[:6], plain[6])
    return len(plain) > 10 and icao(plain[:9], plain[9])


#: The first letters as machines read them, on a line in capitals.
_FIRST_LETTERS = re.compile(r"^(?:[I1TLJ]?[D0O<]VN[MN](?=[0-9OIBSL]{8,}))")
#: Letters read where a digit has to stand.
_DIGITS = str.maketrans("OQDILZSBG", "000112586")


@dataclass(frozen=True, slots=True)
class MrzData:
    """What a zone says: numbers, name as printed (no accents, family name first), dates as ``yymmdd``."""

    number: str = field(repr=False)
    personal_number: str = field(repr=False)
    name: str = field(repr=False)
    birth: str = field(repr=False)
    expiry: str = field(repr=False)


def parse(text: str) -> MrzData | None:
    """Read the first complete zone of a text; None if there is none."""
    plain = _FILLER.sub("<", text.upper())
    lines = [re.sub(r"[^A-Z0-9<]", "", line.lstrip("|![] ")) for line in plain.splitlines()]
    lines = [line for line in lines if len(line) >= 28]
    for i, line in enumerate(lines):
        line = _FIRST_LETTERS.sub("IDVNM", line)
        if len(line) >= 88 and line[:1] in "IA" and line[30:36].isdigit():
            return _td1(line[:30], line[30:60], line[60:90])
        if line[:1] == "P" and 42 <= len(line) <= 46 and i + 1 < len(lines):
            second = lines[i + 1]
            personal = second[28:42].replace("<", "")
            return MrzData(
                second[:9].replace("<", ""),
                personal if personal.isdigit() else "",
                _name(line[5:]),
                second[13:19],
                second[21:27],
            )
        if line[:1] in "IA" and 28 <= len(line) <= 32 and i + 2 < len(lines):
            return _td1(line, lines[i + 1], lines[i + 2])
    return None


def _td1(first: str, second: str, third: str) -> MrzData:
    optional = first[15:27].replace("<", "").translate(_DIGITS)
    return MrzData(
        first[5:14].replace("<", "").translate(_DIGITS if first[2:5] == "VNM" else {}),
        optional if optional.isdigit() else "",
        _name(third),
        second[:6].translate(_DIGITS),
        second[8:14].translate(_DIGITS),
    )


def _name(field: str) -> str:
    return " ".join(part for part in field.split("<") if part)


def day(written: str) -> str:
    """Return ``yymmdd`` of a birth as ``dd/mm/yyyy``, in the century that makes it lie behind us; "" if it is no day."""
    if not re.fullmatch(r"\d{6}", written) or not (
        1 <= int(written[2:4]) <= 12 and 1 <= int(written[4:]) <= 31
    ):
        return ""
    century = 2000 if int(written[:2]) <= localtime().tm_year % 100 else 1900
    return f"{written[4:]}/{written[2:4]}/{century + int(written[:2])}"
