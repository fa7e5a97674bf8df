"""Known numbers and days in all their spellings: with any grouping, over the ends of lines, in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from recognizers.entities import ASSIGNED_NUMBERS, EntityType

_E = EntityType
#: Types whose value is one run of digits or of letters and digits.
NUMBERS = ASSIGNED_NUMBERS | {_E.E_WALLET, _E.VN_PROPERTY_EID, _E.MAC_ADDRESS}
#: Types whose value is a day, given as "15/03/1990"; only what a container holds is added, other days are too common.
DATES = frozenset({_E.DATE_OF_BIRTH, _E.ISSUE_DATE})
_DATE = re.compile(r"(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4})")
#: A day in any of its spellings.
_ANY_DATE = re.compile(
    r"(?<![\d/.\-])(?:(?P<d>\d{1,2})[ ]?[/.\- ][ ]?(?P<m>\d{1,2})[ ]?[/.\- ][ ]?(?P<y>(?:19|20)\d\d)|(?P<y2>(?:19|20)\d\d)[/.\-](?P<m2>\d{1,2})[/.\-](?P<d2>\d{1,2})"
    r"|(?P<d3>\d\d)(?P<m3>\d\d)(?P<y3>(?:19|20)\d\d)|(?:ngay )?(?P<d4>\d{1,2}) ?thang ?(?P<m4>\d{1,2}),? ?nam ?(?P<y4>(?:19|20)\d\d))(?!\d|[/\-]\d)"
)
_MIN_NUMBER = 6
#: Groups of digits and what letters belong to them ("30a-123.45", "dn 4 01 0123456789", "sdt0912345678").
_GROUP = r"(?:[a-z]{1,4}[ .\-/])?[a-z]{0,20}\d[a-z0-9]*"
_RUN = re.compile(rf"(?<![a-z0-9]){_GROUP}(?:[ .\-/\n]{_GROUP})*")

#: Digits from which on a value may run over the end of a line: shorter numbers below each other are a column's.
_MIN_BROKEN = 9
_NOT_ALNUM = re.compile(r"[^a-z0-9]")

Place = tuple[int, int, EntityType]
"""Where a value stands in a folded text, the end excluded, and what it is."""


@dataclass(slots=True)
class KnownNumbers:
    """Numbers to look for."""

    _types: dict[str, EntityType] = field(default_factory=dict, repr=False)
    _sizes: set[int] = field(default_factory=set, repr=False)

    def copy(self) -> KnownNumbers:
        """Return numbers that may be added to without changing these."""
        return KnownNumbers(dict(self._types), set(self._sizes))

    def add(self, key: str, entity_type: EntityType) -> bool:
        """Add a folded number; whether it is long and distinct enough to be looked for."""
        digits = _NOT_ALNUM.sub("", key)
        if len(digits) < _MIN_NUMBER or sum(map(str.isdigit, digits)) < 5 or len(set(digits)) <= 2:
            return False
        for spelling in _spellings(digits, entity_type):
            self._types.setdefault(spelling, entity_type)
            self._sizes.add(len(spelling))
        return True

    def find(self, key: str) -> Iterator[Place]:
        """Yield where the numbers stand in a folded text, in order."""
        if not self._types:
            return
        known = self._types
        sizes = sorted(self._sizes, reverse=True)
        for run in _RUN.finditer(key):
            written = run.group()
            begin = run.start()
            if written.isalnum():  # nothing but the value itself, or a value inside letters and digits
                compact = written
                positions: Sequence[int] = range(begin, run.end())
            else:
                positions = [p for p, char in enumerate(written, begin) if char.isalnum()]
                compact = _NOT_ALNUM.sub("", written)
            at = 0
            while at < len(compact):
                step = 1
                if at == 0 or positions[at] != positions[at - 1] + 1 or not compact[at - 1].isdigit():
                    for size in sizes:
                        stop = at + size
                        if (
                            stop <= len(compact)
                            and compact[at:stop] in known
                            and (
                                stop == len(compact)
                                or not (
                                    positions[stop] == positions[stop - 1] + 1 and compact[stop].isdigit()
                                )
                            )
                        ):
                            start = positions[at]
                            if size < _MIN_BROKEN and "\n" in key[start : positions[stop - 1]]:
                                continue
                            if start and key[start - 1] == "+":
                                start -= 1
                            yield start, positions[stop - 1] + 1, known[compact[at:stop]]
                            step = size
                            break
                at += step


@dataclass(slots=True)
class KnownDays:
    """Days to look for."""

    _types: dict[tuple[int, int, int], EntityType] = field(default_factory=dict, repr=False)

    def copy(self) -> KnownDays:
        """Return days that may be added to without changing these."""
        return KnownDays(dict(self._types))

    def add(self, plain: str, entity_type: EntityType) -> bool:
        """Add a day written as "15/03/1990"; whether it is one."""
        day = _DATE.fullmatch(plain)
        if day is None:
            return False
        self._types.setdefault((int(day["d"]), int(day["m"]), int(day["y"])), entity_type)
        return True

    def find(self, key: str) -> Iterator[Place]:
        """Yield where the days stand in a folded text, in order."""
        if not self._types:
            return
        for match in _ANY_DATE.finditer(key):
            kind = self._types.get(_day(match))
            if kind is not None:
                yield match.start(), match.end(), kind


def _spellings(digits: str, entity_type: EntityType) -> Iterable[str]:
    yield digits
    if entity_type is _E.VN_PHONE:
        national = digits[2:] if digits.startswith("84") and len(digits) >= 11 else digits.lstrip("0")
        yield "0" + national
        yield "84" + national


def _day(match: re.Match[str]) -> tuple[int, int, int]:
    for number in ("", "2", "3", "4"):
        if match["d" + number]:
            return int(match["d" + number]), int(match["m" + number]), int(match["y" + number])
    return 0, 0, 0
