"""Runs into lines: by their base lines, top to bottom, each line left to right and each layer of it by itself."""

from __future__ import annotations

import re

from redactor.formats.pdf.raised import with_raised
from redactor.formats.pdf.runs import Run
from redactor.formats.pdf.span_runs import UNKNOWN

SAME_LINE = 0.35
"""How far base lines may differ within a line, in font sizes: superscripts belong to it, the next line does not."""

_LEADERS = frozenset(".…_·‥-")
_MIN_LEADER = 4
_LEADER_MARKS = re.compile("|".join(re.escape(mark * _MIN_LEADER) for mark in sorted(_LEADERS)))


def lines_of(runs: list[Run]) -> list[list[Run]]:
    """Runs whose base lines agree, top to bottom, each line left to right."""
    lines: list[list[Run]] = []
    largest = 0.0
    for run in sorted(_split_leaders(runs), key=lambda r: r.v):
        if lines:
            line = lines[-1]
            if run.v - line[0].v <= SAME_LINE * min(max(run.size, 1.0), largest) + 0.01:
                line.append(run)
                largest = max(largest, run.size)
                continue
        lines.append([run])
        largest = run.size
    ordered: list[list[Run]] = []
    for line in with_raised(lines):
        line.sort(key=lambda r: (r.u0, r.order))
        ordered.extend(layers(without_marks(line)))
    return ordered


def _split_leaders(runs: list[Run]) -> list[Run]:
    """Cut dotted leaders ("Họ tên: ........") off their labels: filled-in text is drawn over them."""
    result: list[Run] = []
    for run in runs:
        if len(run.text) < _MIN_LEADER or not _LEADER_MARKS.search(run.text):
            result.append(run)
            continue
        start = 0
        text = run.text
        kinds = [c in _LEADERS or c == " " for c in text]
        for index in range(1, len(text) + 1):
            if index == len(text) or kinds[index] != kinds[start]:
                piece = _slice(run, start, index)
                piece.leader = kinds[start] and len(piece.text.strip()) >= _MIN_LEADER
                result.append(piece)
                start = index
    return result


def _slice(run: Run, start: int, end: int) -> Run:
    if start == 0 and end == len(run.text):
        return run
    length = len(run.text)
    step = (run.u1 - run.u0) / length
    if run.boxes[0][1] == run.boxes[-1][1]:  # level: the boxes know better than an even share
        u0, u1 = run.boxes[start][0], run.boxes[end - 1][2]
    else:
        u0, u1 = run.u0 + step * start, run.u0 + step * end
    return Run(run.text[start:end], run.boxes[start:end], u0, u1, run.v, run.size, run.order, run.invisible)


def without_marks(line: list[Run]) -> list[Run]:
    """Leave out marks drawn back over the letter before: glyphs without a character, in the next one's place."""
    result = []
    for run in line:
        end = len(run.text)
        if run.text[-1] == UNKNOWN and run.boxes[0][1] == run.boxes[-1][1]:
            others = [other for other in line if other is not run and other.text.strip()]
            while end and run.text[end - 1] == UNKNOWN:
                box = run.boxes[end - 1]
                middle = (box[0] + box[2]) / 2
                if not any(other.u0 < middle < other.u1 for other in others):
                    break
                end -= 1
        if end:
            result.append(_slice(run, 0, end))
    return result


def layers(line: list[Run]) -> list[list[Run]]:
    """Separate runs that are drawn over each other; text drawn twice counts once, covered leaders not at all."""
    layers: list[list[Run]] = []
    for run in line:
        if run.leader and any(
            _overlap(run, other) > 0.5 * (other.u1 - other.u0) for other in line if other is not run
        ):
            continue
        for layer in layers:
            previous = layer[-1]
            shared = _overlap(run, previous)
            narrow = min(run.u1 - run.u0, previous.u1 - previous.u0)
            if (
                shared <= 0.35 * narrow
                or narrow < 0.05 * run.size
                or not (run.text.strip() and previous.text.strip())
            ):
                layer.append(run)
                break
            if run.text == previous.text and abs(run.u0 - previous.u0) < 0.2 * run.size:
                break  # fake bold
        else:
            layers.append([run])
    return layers


def _overlap(one: Run, other: Run) -> float:
    return min(one.u1, other.u1) - max(one.u0, other.u0)
