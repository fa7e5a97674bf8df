"""Raised and lowered pieces inside a word or number: they belong to the line that they interrupt.

A sign of a footnote stands behind a word, too, and is none of its letters; so a small piece counts only between two
others, a piece as large as its neighbours also at their end.
"""

from __future__ import annotations

from collections.abc import Sequence

from redactor.formats.pdf.runs import Run

REACH = 0.75
"""How far base lines may differ for one to interrupt the other, in font sizes; the next line of text is further."""

_TOUCH = 0.16
"""How far the piece may stand from its neighbours, in font sizes: less than a space."""

_AS_LARGE = 0.85
"""Size of a piece, in sizes of its neighbour, from which on it is no sign of a footnote."""


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


def _letters(line: Sequence[Run]) -> int:
    return sum(len(run.text) for run in line)
