"""Raised and lowered pieces inside a word or number: they belong to the line that they interrupt.

A sign of a footnote stands behind a word, too, and is none of its letters; so a small piece counts only between two
others, a piece as large as its neighbours also at their end, and digits there that make a number complete.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from recognizers.personal_id import follows_structure
from redactor.formats.pdf.runs import Run

REACH = 0.75
"""How far base lines may differ for one to interrupt the other, in font sizes; the next line of text is further."""

_TOUCH = 0.16
"""How far the piece may stand from its neighbours, in font sizes: less than a space."""

_AS_LARGE = 0.85
"""Size of a piece, in sizes of its neighbour, from which on it is no sign of a footnote."""

_DIGITS = re.compile(r"\d[\d .]*$")
_MOBILE = re.compile(r"0[35789]\d{8}")
_BEGUN = {12: (10, 11), 10: (8,)}
"""How many digits stand before those that make a number of so many complete; nine are a number by themselves."""


def with_raised(lines: Sequence[list[Run]]) -> list[list[Run]]:
    """The same lines, from top to bottom, with pieces moved from one into the next or the one before."""
    found = [*lines]
    for index in range(len(found) - 1):
        upper, lower = found[index], found[index + 1]
        if not upper or lower[0].v - upper[0].v > REACH * max(max(run.size for run in upper), 1.0):
            continue
        if _letters(upper) <= _letters(lower):
            found[index], found[index + 1] = _moved(upper, lower)
        else:
            found[index + 1], found[index] = _moved(lower, upper)
            if not found[index + 1]:  # what comes next may interrupt the same line
                found[index], found[index + 1] = [], found[index]
    return [line for line in found if line]


def _moved(pieces: Sequence[Run], line: Sequence[Run]) -> tuple[list[Run], list[Run]]:
    """What is left of some pieces, and the line with those that belong to it."""
    inside = [run for run in pieces if _interrupts(run, line)]
    if not inside:
        inside = _completing(pieces, line)
    if not inside:
        return [*pieces], [*line]
    return [run for run in pieces if not any(run is one for one in inside)], [*line, *inside]


def _interrupts(piece: Run, line: Sequence[Run]) -> bool:
    text = piece.text
    if not (text[0].isalnum() and text[-1].isalnum()):
        return False
    before = after = None
    for run in line:
        slack = _TOUCH * max(run.size, piece.size)
        if abs(run.v - piece.v) > REACH * run.size:
            continue
        if abs(piece.u0 - run.u1) <= slack and run.text[-1].isalnum():
            before = run
        elif abs(run.u0 - piece.u1) <= slack and run.text[0].isalnum():
            after = run
    if before is not None and after is not None:
        return True
    beside = before or after
    return (
        beside is not None
        and piece.size >= _AS_LARGE * beside.size
        and text.isdigit()
        and (beside.text[-1] if before is not None else beside.text[0]).isdigit()
    )


def _completing(pieces: Sequence[Run], line: Sequence[Run]) -> list[Run]:
    """The raised digits behind numbers of a line that are complete with them only."""
    found: list[Run] = []
    for first in (run for run in pieces if run.text.strip().isdigit()):
        before = next((run for run in line if _touches(run, first) and run.text[-1].isdigit()), None)
        if before is None or abs(before.v - first.v) > REACH * before.size:
            continue
        begun = _DIGITS.search(_joined(before, line))
        tail = [first]
        while following := next((run for run in pieces if _touches(tail[-1], run)), None):
            tail.append(following)
        more = "".join(run.text for run in tail).strip()
        if begun and more.isdigit() and _is_complete(re.sub(r"\D", "", begun[0]), more):
            found += tail
    return found


def _is_complete(begun: str, more: str) -> bool:
    number = begun + more
    if len(begun) not in _BEGUN.get(len(number), ()):
        return False
    return follows_structure(number) if len(number) == 12 else _MOBILE.fullmatch(number) is not None


def _joined(last: Run, line: Sequence[Run]) -> str:
    """The text of a run and of those that touch each other before it."""
    text = last.text
    while before := next((run for run in line if run is not last and _touches(run, last)), None):
        text, last = before.text + text, before
    return text


def _touches(left: Run, right: Run) -> bool:
    """Whether one run begins where another one ends."""
    return right.u0 > left.u0 and abs(right.u0 - left.u1) <= _TOUCH * max(left.size, right.size)


def _letters(line: Sequence[Run]) -> int:
    return sum(len(run.text) for run in line)
