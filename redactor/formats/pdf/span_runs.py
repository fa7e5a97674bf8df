"""From spans as a page draws them to runs: glyphs side by side, each with its character and the box it takes up.

Spans are cut where glyphs do not follow each other closely; what fonts of the 1990s say is decoded.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence

from recognizers.legacy_encodings import decode, encoding_of_font
from redactor.formats.pdf.engine import INVISIBLE, Box, Span
from redactor.formats.pdf.images import union
from redactor.formats.pdf.runs import ACCENTS, Run

UNKNOWN = "\ufffd"
"""Stands for a glyph of which the file does not tell the character."""

SPACE_GAP = 0.16
"""Gap between two glyphs, in font sizes, from which on a space is read. Kerning stays below, word spaces are 0.2+."""

_BACK = -0.3
"""How far the next glyph may begin before the end of the one before it, in font sizes."""

_ACCENT_BACK, _ACCENT_RAISED = -0.9, 0.75
"""How far before the end of its letter an accent may begin, and how far above or below stand, in font sizes."""

_TELLING = 0.3
"""How far from 45 degrees a line must run for the upright box around a glyph to tell how wide it is."""

UNICODE_VIETNAMESE = re.compile("[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
"""Letters that no font of the 1990s was written with: its file does tell Unicode."""


Unmapped = tuple[Box, int, int]
"""A glyph without a character: its box, the code that stands for it, its number in the font (0 where it has none)."""


def runs_by_angle(spans: Iterable[Span]) -> tuple[dict[int, list[Run]], list[Unmapped]]:
    """The runs of a page by the direction of writing, in degrees; and the glyphs without a character."""
    directions: dict[int, list[Run]] = {}
    unmapped: list[Unmapped] = []
    for order, span in enumerate(spans):
        angle = _angle(span["dir"])
        runs = _turned_runs(span, order, unmapped) if angle else _level_runs(span, order, unmapped)
        if encoding := encoding_of_font(span["font"]):
            runs = [_decoded(run, encoding) for run in runs]
        line = directions.setdefault(angle, [])
        for run in runs:
            if not (line and run.text[0] in ACCENTS and _taken_up(run, line[-1])):
                line.append(run)
    return directions, unmapped


def _taken_up(marks: Run, letter: Run) -> bool:
    """Give accents that were drawn by themselves to the letter before them and its place; whether they are its.

    Programs take accents that a font lacks from another one, and raise the second above the first.
    """
    size = letter.size
    if not (
        not marks.text.strip(ACCENTS)
        and (letter.text[-1].isalpha() or letter.text[-1] in ACCENTS)
        and _ACCENT_BACK * size < marks.u0 - letter.u1 < SPACE_GAP * size
        and abs(marks.v - letter.v) < _ACCENT_RAISED * size
    ):
        return False
    letter.text += marks.text
    letter.boxes = [*letter.boxes, *[letter.boxes[-1]] * len(marks.text)]
    return True


def is_unmapped(code: int) -> bool:
    """Whether a character code says that the file does not tell which character a glyph shows."""
    return (
        code == ord(UNKNOWN)
        or 0xE000 <= code <= 0xF8FF
        or code >= 0xF0000
        or (code < 0x20 and code not in (0x09, 0x0A, 0x0D))
    )


def _angle(direction: tuple[float, float]) -> int:
    dx, dy = direction
    if dx > 0 and abs(dy) < 0.01:
        return 0
    return round(math.degrees(math.atan2(dy, dx))) % 360


def _level_runs(span: Span, order: int, unmapped: list[Unmapped]) -> list[Run]:
    """The runs of a span that is written from left to right; nearly all are, so that every look at a glyph counts."""
    chars = span["chars"]
    if not chars:
        return []
    size = max(span["size"], 0.01)
    gap, back, off = SPACE_GAP * size, _BACK * size, 0.01 * size
    invisible = span["type"] == INVISIBLE
    runs: list[Run] = []
    codes: list[int] = []
    boxes: list[Box] = []
    start = end = base = last = 0.0
    nexts = [char[2][0] for char in chars]
    nexts.append(-math.inf)
    for (code, glyph, (x, y), box), following in zip(chars, nexts[1:], strict=True):
        if (code < 0x20 or code >= 0xE000) and is_unmapped(code):
            unmapped.append((box, code, glyph))
        if (
            glyph < 0 and codes and x == last
        ):  # one more character of the glyph before: an accent, half a ligature
            codes.append(code)
            boxes.append(boxes[-1])
            continue
        last = x
        left, _, right, _ = box
        if x < following < right:
            # Substituted fonts are wider than the file says: a box never reaches into the next glyph's.
            box = (left, box[1], following, box[3])
            right = following
        reach = x + (right - left)
        if 0x300 <= code <= 0x36F:  # its own width is that of a glyph drawn back over the letter before it
            reach = x
            if boxes and back < x - end < gap:
                box = boxes[-1]
        if codes and (not back < x - end < gap or abs(y - base) > off):
            runs.append(Run(_written(codes), boxes, start, end, base, size, order, invisible))
            codes, boxes = [], []
        if not codes:
            start = end = x
            base = y
        codes.append(code)
        boxes.append(box)
        if reach > end:
            end = reach
    runs.append(Run(_written(codes), boxes, start, end, base, size, order, invisible))
    return runs


def _turned_runs(span: Span, order: int, unmapped: list[Unmapped]) -> list[Run]:
    """The runs of a span in any other direction."""
    size = max(span["size"], 0.01)
    chars = span["chars"]
    dx, dy = span["dir"]
    invisible = span["type"] == INVISIBLE
    runs: list[Run] = []
    codes: list[int] = []
    boxes: list[Box] = []
    start = end = base = 0.0
    gap, back = SPACE_GAP * size, _BACK * size
    origin: tuple[float, float] | None = None
    for index, (code, glyph, (ox, oy), box) in enumerate(chars):
        if is_unmapped(code):
            unmapped.append((box, code, glyph))
        if glyph < 0 and codes and (ox, oy) == origin:
            codes.append(code)
            boxes.append(boxes[-1])
            continue
        origin = (ox, oy)
        u, v = ox * dx + oy * dy, oy * dx - ox * dy
        following = next((char[2] for char in chars[index + 1 :] if char[1] >= 0), None)
        if following is not None:
            width = (following[0] * dx + following[1] * dy) - u
            if not 0 <= width <= 2 * size:
                width = size / 2
            elif abs(dx * dx - dy * dy) >= _TELLING:  # a letter of another font may stand in between
                width = min(width, _advance(box, abs(dx), abs(dy), size))
        else:
            width = _advance(box, abs(dx), abs(dy), size)
        if 0x300 <= code <= 0x36F:
            width = 0.0
            if boxes and back < u - end < gap:
                box = boxes[-1]
        if codes and (not back < u - end < gap or abs(v - base) > 0.01 * size):
            runs.append(Run(_written(codes), boxes, start, end, base, size, order, invisible))
            codes, boxes = [], []
        if not codes:
            start = end = u
            base = v
        codes.append(code)
        boxes.append(box)
        end = max(end, u + width)
    if codes:
        runs.append(Run(_written(codes), boxes, start, end, base, size, order, invisible))
    return runs


def _advance(box: Box, cos: float, sin: float, size: float) -> float:
    """How far the last glyph of a span reaches along its line, told from the upright box around the turned glyph."""
    width, height = box[2] - box[0], box[3] - box[1]
    turned = cos * cos - sin * sin
    if abs(turned) < _TELLING:
        return size / 2
    return min(max((cos * width - sin * height) / turned, 0.0), size)


def _written(codes: Sequence[int]) -> str:
    text = "".join(map(chr, codes))
    return text if text.isprintable() else "".join(map(_character, codes))


def _character(code: int) -> str:
    if 0xD800 <= code <= 0xDFFF or code < 0x20 or code == 0x7F:
        return " " if code in (0x09, 0x0A, 0x0D) else UNKNOWN
    return " " if code == 0xA0 else chr(code)  # fonts have one glyph for both, and a file names either


def _decoded(run: Run, encoding: str) -> Run:
    """A run in a font of the 1990s as Unicode; each letter has the boxes of the characters it was written with."""
    decoded = None if UNICODE_VIETNAMESE.search(run.text) else decode(run.text, encoding)
    if decoded is None or len(decoded.offsets) != len(decoded.text) + 1:
        return run
    boxes = run.boxes
    run.boxes = [
        union(boxes[start : max(end, start + 1)])
        for start, end in zip(decoded.offsets, decoded.offsets[1:], strict=False)
    ]
    run.text = decoded.text
    return run
