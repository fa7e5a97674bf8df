"""Turned text in the cells of a table that is level: narrow columns have heads that are written upwards.

By themselves such heads stand behind the page, and nobody knows what their columns hold.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.grids import Grid
from redactor.formats.pdf.images import union
from redactor.formats.pdf.run_lines import lines_of
from redactor.formats.pdf.runs import Run
from redactor.formats.pdf.span_runs import SPACE_GAP

_TURNED = (90, 270)

_MIDDLE = 0.25
"""How far above its base line the middle of a level line stands, in font sizes."""


def with_turned_cells(directions: Mapping[int, list[Run]], grids: Sequence[Grid]) -> dict[int, list[Run]]:
    """The runs of a page by direction, those that stand turned in cells among the level ones, one for each cell.

    Where most text is turned the table is turned, too, and nothing is moved.
    """
    level = directions.get(0, [])
    if not grids or sum(_length(directions.get(angle, ())) for angle in _TURNED) > _length(level):
        return dict(directions)
    moved: list[Run] = []
    result = dict(directions)
    for angle in _TURNED:
        left: list[Run] = []
        held: dict[tuple[int, int, int], list[Run]] = {}
        for run in directions.get(angle, ()):
            cell = _cell(union(run.boxes), grids)
            (left if cell is None else held.setdefault(cell, [])).append(run)
        moved += map(_levelled, held.values())
        if left:
            result[angle] = left
        else:
            result.pop(angle, None)
    return {**result, 0: [*level, *moved]}


def _length(runs: Sequence[Run]) -> int:
    return sum(len(run.text) for run in runs)


def _cell(box: Box, grids: Sequence[Grid]) -> tuple[int, int, int] | None:
    for number, grid in enumerate(grids):
        if (place := grid.place(*_centre(box))) is not None:
            return (number, *place)
    return None


def _centre(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _levelled(runs: list[Run]) -> Run:
    """The turned lines of one cell as one run in its middle."""
    text = ""
    boxes: list[Box] = []
    for line in lines_of(runs):
        for index, run in enumerate(line):
            if text and not text.endswith(" ") and (not index or _is_apart(line[index - 1], run)):
                text += " "
                boxes.append(boxes[-1])
            text += run.text
            boxes += run.boxes
    x, y = _centre(union(boxes))
    size, first = max(run.size for run in runs), runs[0]
    return Run(text, boxes, x - 0.1, x + 0.1, y + _MIDDLE * size, size, first.order, first.invisible)


def _is_apart(before: Run, run: Run) -> bool:
    return run.u0 - before.u1 >= SPACE_GAP * max(before.size, run.size)
