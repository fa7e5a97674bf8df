"""Taking the ruling lines of tables out of a picture before it is read.

Tesseract takes a ruled row for a drawing and says nothing of it: on a 200 dpi scan of a contract, the row of parcel
numbers between its lines was not read at all. The lines are painted over in a copy that only the reader sees.
"""

from __future__ import annotations

import pymupdf
from PIL import Image, ImageChops, ImageFilter

_RUN = 40
"""Pixels (5 mm at 200 dpi) that must be dark in one row or column: longer than any stroke of body text."""

_INK = 150
"""Gray level below which a pixel counts as ink, of 255."""

_SOLID = 215
"""Average of a run's ink (255 is all of it) from which on it is a line; scans skew and break lines a little."""


def without_ruling(picture: pymupdf.Pixmap) -> pymupdf.Pixmap | None:
    """An RGB picture without its ruling lines; None if no lines cross there, so that nothing is a table."""
    image = Image.frombytes(
        "RGB", (picture.width, picture.height), picture.samples, "raw", "RGB", picture.stride
    )
    ink = image.convert("L").point([255 if level < _INK else 0 for level in range(256)])
    across, down = _runs(ink, (_RUN, 1)), _runs(ink, (1, _RUN))
    if across.getbbox() is None or down.getbbox() is None:
        return None
    lines = ImageChops.lighter(across, down)
    image.paste((255, 255, 255), mask=lines.filter(ImageFilter.MaxFilter(3)))
    return pymupdf.Pixmap(pymupdf.csRGB, image.width, image.height, image.tobytes(), False)


def _runs(ink: Image.Image, window: tuple[int, int]) -> Image.Image:
    """Where a whole window of ink is solid, as a mask of the ink's size; thick areas are no lines."""
    small = ink.reduce(window).point([255 if level >= _SOLID else 0 for level in range(256)])
    solid = small.resize((small.width * window[0], small.height * window[1]), Image.Resampling.NEAREST)
    return ImageChops.darker(solid.crop((0, 0, *ink.size)), ink)
