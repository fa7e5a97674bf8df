"""Following text through a content stream: where each glyph of a shown string lies, which go, and what is written then.

ISO 32000-2, 9.3 and 9.4. What stood after a removed glyph stays exactly where it was, because the glyph's advance is
written in its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from redactor.formats.pdf.content import Operand, write_number, write_string
from redactor.formats.pdf.drawn_glyphs import DrawnFont
from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.fonts import FontMetrics
from redactor.formats.pdf.geometry import IDENTITY, Matrix, bounds, heights, moved, multiply
from redactor.formats.pdf.zones import Zones, is_aslant


class CannotEdit(Exception):
    """The content cannot be followed closely enough to remove something from it."""


@dataclass(slots=True)
class TextState:
    """What applies to the text that is shown next; a part of the graphics state."""

    font: FontMetrics | None = None
    size: float = 1.0
    char_space: float = 0.0
    word_space: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    clips: bool = False
    """Whether its letters tell where other things show."""

    def measures(self) -> _Measures:
        """What the widths of shown text depend on, as it is now."""
        return (self.font, self.size, self.scale, self.char_space, self.word_space)

    def copy(self) -> TextState:
        """One of its own, to be changed."""
        return TextState(
            self.font,
            self.size,
            self.char_space,
            self.word_space,
            self.scale,
            self.leading,
            self.rise,
            self.clips,
        )


_Measures = tuple[FontMetrics | None, float, float, float, float]
"""Font, size, horizontal scale, space between characters and between words."""

Glyph = tuple[bytes, float, float, float]
"""Code, start along the line, width and whole advance, the last three in unscaled text space."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """One shown string (or array) laid out along its line.

    Attributes:
        glyphs: in order.
        kerns: the numbers of the array that stand before each glyph, added up.
        length: how far the text position moves.
        unit: font size times horizontal scale.
    """

    glyphs: list[Glyph]
    kerns: dict[int, float]
    length: float
    unit: float


class TextPosition:
    """The text matrix, which is only worked out where something depends on it."""

    def __init__(self) -> None:
        self._matrix = IDENTITY
        self._line = IDENTITY
        self._passed: list[tuple[_Measures, list[Operand]]] = []

    def begin(self, matrix: Matrix = IDENTITY) -> None:
        """``BT`` or ``Tm``."""
        self._matrix = self._line = matrix
        self._passed.clear()

    def next_line(self, x: float, y: float) -> None:
        """``Td`` and what is built on it."""
        self._matrix = self._line = moved(x, y, self._line)
        self._passed.clear()

    def pass_over(self, state: TextState, items: list[Operand]) -> None:
        """Text was shown whose place does not matter; ``state`` as it was then."""
        self._passed.append((state.measures(), items))

    def advance(self, length: float) -> None:
        """Text of a length was shown."""
        self._matrix = moved(length, 0.0, self._matrix)

    @property
    def line(self) -> Matrix:
        """A matrix with the same rows as the exact one; the place along them may be another."""
        return self._matrix

    @property
    def exact(self) -> Matrix:
        """The text matrix."""
        for measures, items in self._passed:
            self.advance(_laid_out(measures, items).length)
        self._passed.clear()
        return self._matrix


@dataclass(slots=True)
class Removal:
    """What came of removing glyphs from one page.

    Attributes:
        glyphs: how many went.
        guessed: whether some of their widths do not stand in the file.
        neighbours: boxes of what stays beside the zones, so that a mark can be widened up to it.
    """

    glyphs: int
    guessed: bool
    neighbours: list[Box]


def edited_text(
    items: list[Operand],
    state: TextState,
    position: TextPosition,
    ctm: Matrix,
    zones: Zones,
    removal: Removal,
    *,
    hidden: bool,
) -> bytes | None:
    """Advance over shown text; what to write in its place if glyphs of it go or move, else None.

    Args:
        items: strings and numbers as given to ``TJ``.
        state: the text state.
        position: moves on.
        ctm: from user space to display coordinates.
        zones: what is to go; must hold something unless ``hidden``.
        removal: is kept up to date.
        hidden: everything goes.

    Raises:
        CannotEdit: the font's codes cannot be told apart, moved text does not stand level, or a part of a glyph is to
            go that is more than a letter.
    """
    if state.font is None:
        if any(isinstance(item, bytes) and item for item in items):
            raise CannotEdit
        return None
    drawn = None if hidden else state.font.drawn
    if not hidden and drawn is None:
        b, d, f = heights(state.rise, position.line, ctm)
        below, above = f - 0.3 * d * state.size, f + d * state.size
        rows = (below, above) if below <= above else (above, below)
        if b == 0.0 and not zones.meet_rows(*rows):
            position.pass_over(state, items)
            state.font.shows(items)
            return None
    start = position.exact
    shown = _laid_out(state.measures(), items)
    position.advance(shown.length)
    if not shown.glyphs:
        return None
    moves: list[float | None] = []
    if hidden:
        gone = [True] * len(shown.glyphs)
    else:
        matrix = multiply(moved(0.0, state.rise, start), ctm)
        gone = _targets(shown, state.size, matrix, zones, removal, moves)
        if drawn is not None:
            gone = _reached(shown, gone, state, matrix, zones, drawn)
    removed = sum(gone)
    if removed:
        for (code, *_), goes in zip(shown.glyphs, gone, strict=True):
            (state.font.lost if goes else state.font.shown).add(code)
    else:
        state.font.shows(items)
    if not removed and not any(moves):
        return None
    removal.glyphs += removed
    removal.guessed = removal.guessed or state.font.guessed
    return _rewritten(shown, gone, moves)


def reach(items: list[Operand], state: TextState) -> tuple[float, float]:
    """From where to where along its line shown text has glyphs, in unscaled text space."""
    glyphs = _laid_out(state.measures(), items).glyphs
    if not glyphs:
        return (0.0, 0.0)
    return min(at for _, at, _, _ in glyphs), max(at + width for _, at, width, _ in glyphs)


def _laid_out(measures: _Measures, items: list[Operand]) -> _Shown:
    font, size, scale, char_space, space = measures
    unit = size * scale
    at = 0.0
    glyphs: list[Glyph] = []
    kerns: dict[int, float] = {}
    for item in items:
        if isinstance(item, float):
            at -= item / 1000 * unit
            kerns[len(glyphs)] = kerns.get(len(glyphs), 0.0) + item
        elif isinstance(item, bytes) and font is not None:
            for code, width in font.glyphs(item):
                advance = width * size + char_space
                if space and code == b" ":
                    advance += space
                advance *= scale
                glyphs.append((code, at, width * unit, advance))
                at += advance
    return _Shown(glyphs, kerns, at, unit)


def _targets(
    shown: _Shown, size: float, matrix: Matrix, zones: Zones, removal: Removal, moves: list[float | None]
) -> list[bool]:
    """Which glyphs lie in a zone; and, added to ``moves``, by how much the others move in text space."""
    a, b, c, d, e, f = matrix
    glyphs = shown.glyphs
    far = glyphs[-1][1] + glyphs[-1][2]
    near = zones.near(bounds(matrix, min(0.0, far), -0.3 * size, max(0.0, far), size))
    if near is None:
        return [False]
    middle, height = 0.28 * size, 0.6 * size
    greedy, shifts, held = near.greedy, near.shifts, near.holding(aslant=is_aslant(a, b))
    # Of a long level line most glyphs are far from whatever is to go.
    first, last = (-inf, inf) if shifts or b or c or a <= 0 else near.reach
    result = []
    for code, at, width, _advance in glyphs:
        x = at + width / 2
        x, y = a * x + c * middle + e, b * x + d * middle + f
        if x + a * abs(width) < first or x - a * abs(width) > last:
            result.append(False)
            moves.append(None)
            continue
        goes = False
        for x0, y0, x1, y1 in held:
            if x0 <= x <= x1 and y0 <= y <= y1:
                goes = True
                break
        if greedy and not goes:
            goes = near.grasp([(a * u + c * v + e, b * u + d * v + f) for u, v in _samples(at, width, size)])
        result.append(goes)
        move = None if goes or not shifts or code == b" " else near.shift_at(x, y)
        if move and (a <= 0 or abs(b) > 0.01 * a):
            raise CannotEdit
        moves.append(move / a if move else move)
        if not goes and width and code != b" ":
            box = bounds(matrix, at, 0.0, at + width, height)
            if near.is_beside(box):
                removal.neighbours.append(box)
    return result


def _reached(
    shown: _Shown, gone: list[bool], state: TextState, matrix: Matrix, zones: Zones, drawn: DrawnFont
) -> list[bool]:
    """Which glyphs go when those that are more than letters are judged by what they draw."""
    gone = gone if len(gone) == len(shown.glyphs) else [False] * len(shown.glyphs)
    for index, (code, at, _width, _advance) in enumerate(shown.glyphs):
        placed = multiply((shown.unit, 0.0, 0.0, state.size, at, 0.0), matrix)
        box = drawn.reach(code, placed)
        if box is None or not zones.meeting(box):
            gone[index] = gone[index] and box is None
        elif not zones.cover(box):
            raise CannotEdit
        else:
            gone[index] = True
    return gone


def _samples(at: float, width: float, size: float) -> Sequence[tuple[float, float]]:
    """Points of a glyph in text space, besides its middle."""
    left, right, middle = at + width * 0.2, at + width * 0.8, at + width / 2
    low, high = 0.1 * size, 0.5 * size
    return ((left, low), (right, low), (left, high), (right, high), (middle, 0.0), (middle, 0.6 * size))


def _rewritten(shown: _Shown, gone: Sequence[bool], moves: Sequence[float | None]) -> bytes:
    """A TJ operator that shows what stays, moved by ``moves``, and passes over what goes."""
    out: list[bytes] = []
    text = b""
    move = applied = 0.0
    unit, kerns = shown.unit, shown.kerns
    for index, (code, _at, _width, advance) in enumerate(shown.glyphs):
        move += kerns.get(index, 0.0)
        wanted = moves[index] if moves else None
        if wanted is not None and wanted != applied and unit:
            move -= (wanted - applied) / unit * 1000
            applied = wanted
        if gone[index]:
            if unit:
                move -= advance / unit * 1000
            continue
        if move:
            if text:
                out.append(write_string(text))
                text = b""
            out.append(write_number(move))
            move = 0.0
        text += code
    move += kerns.get(len(shown.glyphs), 0.0)
    if applied and unit:  # what other operators show does not move with this
        move += applied / unit * 1000
    if text:
        out.append(write_string(text))
    if move:
        out.append(write_number(move))
    return b"[" + b" ".join(out) + b"] TJ"
