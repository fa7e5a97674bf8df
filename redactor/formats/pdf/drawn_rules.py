"""The ruling lines that a page draws, and the cells between them: a border parts cells however small the gap.

Programs draw them as lines, as thin filled rectangles, or as the four sides of each cell; pieces of one line are one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import pymupdf

from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.grids import Grid, grid_of
from redactor.formats.pdf.page_content import PageContent
from redactor.formats.pdf.rule_chains import Rule
from redactor.formats.pdf.ruling import meeting

_THIN = 2.5
"""Points: what is wider is a bar of colour."""

_SHORT = 5.0
"""Points: what is shorter is a tick, or part of a letter."""

_REACH = 3.0
"""Points between two lines up to which they meet."""

_SAME = 0.8
"""Points between two lines that are one."""

_DOTS, _DOTS_OF_A_SIDE, _DOTTED = 8, 4, 20.0
"""Dots of a page, dots of one side of a cell, and points from the first to the last of a line, that make one: a row of
few is a bullet or a part of a pattern."""

_APART = 0.2
"""Points that two dots stand apart at least: what touches is a row of a code, or a letter made of squares."""

_MOST_DOTTED = 200
"""Dotted lines of a page from which on they are a pattern."""

_WHITE = 0.97
"""Brightness from which on a line is not seen on paper."""

_MOST = 20_000
"""Shapes of a page from which on it is a plan or a map."""


def drawn_grids(page: pymupdf.Page, content: PageContent, words: Sequence[Box]) -> tuple[Grid, ...]:
    """The tables that a page draws, in display coordinates.

    Args:
        page: a page.
        content: what it is made of.
        words: boxes of its words.
    """
    if not content.may_draw_paths():
        return ()
    level: list[Rule] = []
    upright: list[Rule] = []
    dots: list[Box] = []
    shapes = content.drawings(page)
    if len(shapes) > _MOST:
        return ()
    for shape in shapes:
        colour = shape.get("fill") if shape["type"] == "f" else shape.get("color")
        if colour and min(colour) > _WHITE:
            continue
        for x0, y0, x1, y1 in _sides(shape):
            if y1 - y0 <= _THIN and x1 - x0 >= _SHORT:
                level.append(Rule(x0, x1, (y0 + y1) / 2, 0.0))
            elif x1 - x0 <= _THIN and y1 - y0 >= _SHORT:
                upright.append(Rule(y0, y1, (x0 + x1) / 2, 0.0))
            elif x1 - x0 < _SHORT and y1 - y0 < _SHORT:
                dots.append((x0, y0, x1, y1))
    across = _dotted([Rule(x0, x1, (y0 + y1) / 2, 0.0) for x0, y0, x1, y1 in dots])
    down = _dotted([Rule(y0, y1, (x0 + x1) / 2, 0.0) for x0, y0, x1, y1 in dots])
    if len(across) + len(down) <= _MOST_DOTTED:
        level += across
        upright += down
    tables = meeting(_joined(level), _joined(upright), _REACH)
    grids = (grid_of(table, words, faint=False) for table in tables)
    return tuple(grid for grid in grids if grid is not None)


def _sides(shape: dict[str, object]) -> Iterator[Box]:
    """What may be lines of one shape: itself when it is thin, else each straight piece of its outline."""
    x0, y0, x1, y1 = shape["rect"]  # type: ignore[misc]
    if min(x1 - x0, y1 - y0) <= _THIN:  # type: ignore[has-type]
        yield x0, y0, x1, y1  # type: ignore[has-type]
        return
    if shape["type"] == "f":
        return
    for kind, *points in shape["items"]:  # type: ignore[attr-defined]
        if kind == "l":
            (ax, ay), (bx, by) = points
            yield min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)
        elif kind == "re":
            left, top, right, bottom = points[0]
            yield from (
                (left, top, right, top),
                (left, bottom, right, bottom),
                (left, top, left, bottom),
                (right, top, right, bottom),
            )


def _dotted(dots: Sequence[Rule]) -> list[Rule]:
    """The lines that dots and short dashes make; between the cells of a table they need not be evenly apart."""
    found: list[Rule] = []
    for row in _rows(dots) if len(dots) >= _DOTS else ():
        parts: list[list[Rule]] = [[]]
        for dot in row:
            part = parts[-1]
            if part and dot.start - part[-1].start < _APART:
                continue  # two cells share a side, and both draw it
            if part and not _APART <= dot.start - part[-1].end <= _REACH:
                parts.append([dot])
            else:
                part.append(dot)
        pieces = [Rule(p[0].start, p[-1].end, p[0].at, 0.0) for p in parts if len(p) >= _DOTS_OF_A_SIDE]
        found += [rule for rule in _joined(pieces) if rule.end - rule.start >= _DOTTED]
    return found


def _rows(rules: Iterable[Rule]) -> list[list[Rule]]:
    """Rules by the line that they lie on, each row from its beginning."""
    rows: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        if rows and rule.at - rows[-1][-1].at <= _SAME:
            rows[-1].append(rule)
        else:
            rows.append([rule])
    for row in rows:
        row.sort(key=lambda rule: rule.start)
    return rows


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """Lines drawn in pieces as one each."""
    joined: list[Rule] = []
    for row in _rows(rules):
        at = sum(rule.at for rule in row) / len(row)
        start, end = row[0].start, row[0].end
        for rule in row[1:]:
            if rule.start > end + _REACH:
                joined.append(Rule(start, end, at, 0.0))
                start, end = rule.start, rule.end
            end = max(end, rule.end)
        joined.append(Rule(start, end, at, 0.0))
    return joined
