"""A ruled table cut into its columns, which are read one below the other.

Cells side by side whose lines do not stand on one level make the recognition engine take two lines for one, or nothing
at all. In a column there is one line below the other, as in a newspaper.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PIL import Image, ImageDraw

from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.grids import Grid
from redactor.formats.pdf.ocr import Word

_HIGHEST = 9_000
"""Pixels of a sheet; the engine's limit is 32,767."""

_MARGIN = 30
"""Pixels around each strip."""

_PLAIN = 40
"""Gray levels within which a strip is empty."""

Colour = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """A column of a table, or a cell over several: straightened, and where its corner lies in the grid's own plane."""

    image: Image.Image
    u: int
    v: int
    slope: float

    def back(self, box: Box, left: float, top: float) -> Box:
        """A box of the sheet, on which the strip stands at ``left`` and ``top``, in pixels of the picture."""
        corners = []
        for x, y in ((box[0], box[1]), (box[2], box[3])):
            u, v = x - left + self.u, y - top + self.v
            corners += [(u - self.slope * v) / self._square, (v + self.slope * u) / self._square]
        return (corners[0], corners[1], corners[2], corners[3])

    @property
    def _square(self) -> float:
        return 1 + self.slope * self.slope


@dataclass(frozen=True, slots=True)
class StripSheet:
    """Strips one below the other on one picture, each with the place of its corner there."""

    image: Image.Image
    strips: tuple[tuple[Strip, int], ...]

    def placed(self, words: Sequence[Word]) -> Iterator[Word]:
        """Words read on the sheet, in pixels of the picture that the table stands in."""
        for word in words:
            middle = (word.box[1] + word.box[3]) / 2
            for strip, top in self.strips:
                if top - _MARGIN / 2 <= middle < top + strip.image.height + _MARGIN / 2:
                    yield replace(word, boxes=tuple(strip.back(box, _MARGIN, top) for box in word.boxes))
                    break


def without_tables(image: Image.Image, grids: Sequence[Grid], ground: Colour) -> Image.Image:
    """The picture with its tables painted over."""
    result = image.copy()
    draw = ImageDraw.Draw(result)
    for grid in grids:
        square = 1 + grid.slope * grid.slope
        corners = [
            (grid.xs[0], grid.ys[0]), (grid.xs[-1], grid.ys[0]),
            (grid.xs[-1], grid.ys[-1]), (grid.xs[0], grid.ys[-1]),
        ]  # fmt: skip
        draw.polygon(
            [((u - grid.slope * v) / square, (v + grid.slope * u) / square) for u, v in corners], fill=ground
        )
    return result


def sheets_of(image: Image.Image, grids: Sequence[Grid], ground: Colour) -> Iterator[StripSheet]:
    """The tables' columns on pictures of their own.

    Args:
        image: without ruling lines.
        grids: its tables.
        ground: the colour of paper.
    """
    waiting: list[Strip] = []
    height = 0
    for strip in (strip for grid in grids for strip in _strips(image, grid, ground)):
        if waiting and height + strip.image.height > _HIGHEST:
            yield sheet_of(waiting, ground)
            waiting, height = [], 0
        waiting.append(strip)
        height += strip.image.height + 2 * _MARGIN
    if waiting:
        yield sheet_of(waiting, ground)


def _strips(image: Image.Image, grid: Grid, ground: Colour) -> Iterator[Strip]:
    left, top = int(grid.xs[0]), int(grid.ys[0])
    size = (int(grid.xs[-1]) - left, int(grid.ys[-1]) - top)
    slope, square = grid.slope, 1 + grid.slope * grid.slope
    straight = image.transform(
        size,
        Image.Transform.AFFINE,
        (
            1 / square, -slope / square, (left - slope * top) / square,
            slope / square, 1 / square, (top + slope * left) / square,
        ),
        Image.Resampling.BICUBIC if slope else Image.Resampling.NEAREST,
        fillcolor=ground,
    )  # fmt: skip
    draw = ImageDraw.Draw(straight)
    xs = [int(x) - left for x in grid.xs]
    ys = [int(y) - top for y in grid.ys]
    for first_row, first, end_row, end in grid.cells:
        if end - first > 1:
            box = (xs[first], ys[first_row], xs[end], ys[end_row])
            yield from _strip(straight.crop(box), left + box[0], top + box[1], slope)
            draw.rectangle(box, fill=ground)
    for start, stop in itertools.pairwise(xs):
        yield from _strip(straight.crop((start, 0, stop, size[1])), left + start, top, slope)


def _strip(image: Image.Image, u: int, v: int, slope: float) -> Iterator[Strip]:
    low, high = image.convert("L").getextrema()
    if min(image.size) > 2 and int(high) - int(low) >= _PLAIN:  # type: ignore[arg-type]
        yield Strip(image, u, v, slope)


def sheet_of(strips: Sequence[Strip], ground: Colour) -> StripSheet:
    """Strips one below the other, on paper of one colour."""
    width = max(strip.image.width for strip in strips) + 2 * _MARGIN
    height = sum(strip.image.height + _MARGIN for strip in strips) + _MARGIN
    sheet = Image.new(strips[0].image.mode, (width, height), ground)
    placed = []
    top = _MARGIN
    for strip in strips:
        sheet.paste(strip.image, (_MARGIN, top))
        placed.append((strip, top))
        top += strip.image.height + _MARGIN
    return StripSheet(sheet, tuple(placed))
