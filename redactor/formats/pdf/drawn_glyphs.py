"""What glyphs of Type 3 fonts draw: a letter, or a whole line, a picture or a text of its own.

A glyph is a procedure (ISO 32000-2, 9.6.4) and may draw anything, far beyond the width that its font tells. No reader
looks for text inside. So pages that show such glyphs are drawn and read, and a glyph of which only a part must go
makes its page an image.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pikepdf import Array, Dictionary, Name, Object, Stream

from redactor.errors import CorruptDocument
from redactor.formats.pdf.content import Operation, operations
from redactor.formats.pdf.engine import ENGINE_ERRORS, Box
from redactor.formats.pdf.geometry import IDENTITY, Matrix, bounds, multiply
from redactor.formats.pdf.images import union
from redactor.formats.pdf.operands import six
from redactor.formats.pdf.resources import matrix_of

_WIDE = 2.5
"""Widths in heights from which on a glyph of several pieces is more than a letter: a ligature of three has two."""

_PIECES = 6
"""Contours that a line of several letters has at least; a dash is wide, too, and has one."""

_LEAST_HEIGHT, _LARGEST_HEIGHT = 6.0, 72.0
"""Points: wide glyphs that are lower are dashes and arrows; letters are not higher."""

_LARGE = 1e6
"""A scale at which nothing is too small."""

THOUSANDTHS: Matrix = (0.001, 0.0, 0.0, 0.001, 0.0, 0.0)
"""From glyph space to text space where a font does not tell."""

_LETTERS = 4
"""Bytes of the strings that a procedure shows up to which they are a letter or two of another font, and no text."""

_AROUND = 2.0
"""Sizes of such a font by which its letters reach beyond where they stand."""

_PATHS = frozenset(("m", "l", "c", "v", "y"))


@dataclass(frozen=True, slots=True)
class DrawnGlyph:
    """What one procedure draws.

    Attributes:
        box: how far it reaches, in glyph space; None when it draws nothing, or that cannot be told.
        pieces: contours of its paths.
        pictures: whether it draws any.
        endless: whether it draws more text than a letter, other objects or shadings: its reach cannot be told.
    """

    box: Box | None = None
    pieces: int = 0
    pictures: bool = False
    endless: bool = False

    def is_more_than_a_letter(self, scale: float) -> bool:
        """Whether a person may read words in it; ``scale`` is from glyph space to points."""
        if self.endless:
            return True
        if self.box is None:
            return False
        x0, y0, x1, y1 = self.box
        high = (y1 - y0) * abs(scale)
        if high > _LARGEST_HEIGHT and self.pictures:
            return True
        return (
            high >= _LEAST_HEIGHT
            and x1 - x0 > _WIDE * (y1 - y0)
            and (self.pictures or self.pieces >= _PIECES)
        )


@dataclass(frozen=True, slots=True)
class DrawnFont:
    """The glyphs of one font, by code, and the matrix from their space to text space."""

    matrix: Matrix
    glyphs: Mapping[bytes, DrawnGlyph] = field(repr=False)

    def reach(self, code: bytes, placed: Matrix) -> Box | None:
        """How far a glyph reaches that is more than a letter, None for all others.

        ``placed`` is the matrix from text space at size 1, with its origin at the glyph's, to display coordinates.
        """
        glyph = self.glyphs.get(code)
        if glyph is None:
            return None
        matrix = multiply(self.matrix, placed)
        if not glyph.is_more_than_a_letter(scale_of(matrix)):
            return None
        return _EVERYWHERE if glyph.endless or glyph.box is None else bounds(matrix, *glyph.box)


_EVERYWHERE: Box = (-1e9, -1e9, 1e9, 1e9)


def scale_of(matrix: Matrix) -> float:
    """By how much areas' sides grow."""
    a, b, c, d, _, _ = matrix
    return float(abs(a * d - b * c) ** 0.5)


def drawn_font(font: Dictionary) -> DrawnFont | None:
    """What the glyphs of a font draw, of those that are shown by some code; None when all may be letters."""
    drawn, encoding = font.get("/CharProcs"), font.get("/Encoding")
    names = encoding.get("/Differences") if isinstance(encoding, Dictionary) else None
    if not isinstance(drawn, Dictionary) or not isinstance(names, Array):
        return None
    glyphs: dict[bytes, DrawnGlyph] = {}
    forms, drawn_fonts = _has_forms(font), _has_drawn_fonts(font)
    code = 0
    for item in names:
        if not isinstance(item, Name):
            code = int(item)
            continue
        procedure = drawn.get(str(item))
        if isinstance(procedure, Stream) and 0 <= code < 256:
            try:
                glyphs[bytes([code])] = drawn_glyph(
                    procedure.read_bytes(), forms=forms, drawn_fonts=drawn_fonts
                )
            except (*ENGINE_ERRORS, CorruptDocument):
                glyphs[bytes([code])] = DrawnGlyph(endless=True)
        code += 1
    glyphs = {code: glyph for code, glyph in glyphs.items() if glyph.is_more_than_a_letter(_LARGE)}
    return DrawnFont(matrix_of(font, "/FontMatrix", THOUSANDTHS), glyphs) if glyphs else None


def _has_forms(font: Dictionary) -> bool:
    resources = font.get("/Resources")
    objects = resources.get("/XObject") if isinstance(resources, Dictionary) else None
    return isinstance(objects, Dictionary) and any(
        _subtype(item) != Name.Image for _, item in objects.items()
    )


def _has_drawn_fonts(font: Dictionary) -> bool:
    resources = font.get("/Resources")
    fonts = resources.get("/Font") if isinstance(resources, Dictionary) else None
    return isinstance(fonts, Dictionary) and any(
        not isinstance(item, Dictionary) or item.get("/Subtype") == Name.Type3 for _, item in fonts.items()
    )


def _subtype(item: Object) -> Object | None:
    return item.get("/Subtype") if isinstance(item, Stream) else None


def drawn_glyph(procedure: bytes, *, forms: bool, drawn_fonts: bool) -> DrawnGlyph:
    """What a decoded procedure draws.

    Args:
        procedure: its bytes.
        forms: whether objects that it names may be forms.
        drawn_fonts: whether fonts that it names may draw their letters by procedures of their own.
    """
    matrix, saved = IDENTITY, list[Matrix]()
    boxes: list[Box] = []
    pieces = letters = 0
    pictures = False
    text = _Text()
    for operation in operations(procedure):
        name = operation.name
        if name == "sh" or (name == "Do" and forms):
            return DrawnGlyph(endless=True)
        if name == "q":
            saved.append(matrix)
        elif name == "Q" and saved:
            matrix = saved.pop()
        elif name == "cm" and len(_numbers(operation)) == 6:
            matrix = multiply(six(operation.operands), matrix)
        elif name in ("Do", "BI"):
            pictures = True
            boxes.append(bounds(matrix, 0, 0, 1, 1))
        elif name == "re" or name in _PATHS:
            pieces += name in ("m", "re")
            boxes.extend(_points(operation, matrix))
        elif name in _SHOWING:
            letters += sum(map(len, _strings(operation.operands)))
            if drawn_fonts or letters > _LETTERS or text.endless:
                return DrawnGlyph(endless=True)
            boxes.append(text.reach(matrix))
        else:
            text.follow(operation)
    return DrawnGlyph(union(boxes) if boxes else None, pieces, pictures)


_SHOWING = frozenset(("Tj", "TJ", "'", '"'))


@dataclass(slots=True)
class _Text:
    """Where a procedure shows a letter of another font, and how large; rise and spacing are not looked for."""

    size: float = 0.0
    matrix: Matrix = IDENTITY
    endless: bool = False

    def follow(self, operation: Operation) -> None:
        numbers = _numbers(operation)
        if operation.name == "BT":
            self.matrix = IDENTITY
        elif operation.name == "Tf" and numbers:
            self.size = abs(numbers[-1])
        elif operation.name in ("Td", "TD") and len(numbers) == 2:
            self.matrix = multiply((1.0, 0.0, 0.0, 1.0, numbers[0], numbers[1]), self.matrix)
        elif operation.name == "Tm" and len(numbers) == 6:
            self.matrix = six(operation.operands)
        elif operation.name in ("Tc", "Tw", "Tz", "Ts", "TL", "T*"):
            self.endless = True

    def reach(self, matrix: Matrix) -> Box:
        around = _AROUND * self.size
        return bounds(multiply(self.matrix, matrix), -around / 2, -around / 2, around, around)


def _strings(operands: Sequence[object]) -> Iterator[bytes]:
    for operand in operands:
        if isinstance(operand, bytes):
            yield operand
        elif isinstance(operand, list):
            yield from _strings(operand)


def _points(operation: Operation, matrix: Matrix) -> list[Box]:
    """The points of a path's operator, as boxes without a size."""
    numbers = _numbers(operation)
    if operation.name == "re" and len(numbers) == 4:
        x, y, width, height = numbers
        return [bounds(matrix, x, y, x + width, y + height)]
    return [bounds(matrix, x, y, x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=False)]


def _numbers(operation: Operation) -> list[float]:
    return [n for n in operation.operands if isinstance(n, float)]


__all__ = ["THOUSANDTHS", "DrawnFont", "DrawnGlyph", "drawn_font", "drawn_glyph", "scale_of"]
