"""Rows of print that the engine passed over, read once more, each alone on a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from PIL import Image, ImageOps

from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.images import union
from redactor.formats.pdf.ocr import Word, read_image
from redactor.formats.pdf.sense import sense_of

_MAX_AGAIN = 60
"""Rows that are read a second time; a picture with more of them was not read at all."""

_AGAIN_HEIGHTS = (34, 24)
"""Pixels: the height to which letters are brought that were passed over; smeared ones are read when they are small."""

_DARK = 140
"""Gray level."""

_PALE = 110
"""Gray levels between print and paper below which print is pale."""

_READ = 0.5
"""Letters that must be read again of those that were seen, for a row to count as read."""

_SENSE, _FEW = 0.5, 3
"""Share of a row's words that make sense, for it to count as read: what was passed over once is doubtful. Fewer words
may be a name or a number.
"""

_OUTSIDE = 0.15
"""Heights of a row by which a word's middle may lie outside of it: boxes of words are those of the engine's lines."""


def read_again(image: Image.Image, rows: Sequence[tuple[Box, int]]) -> tuple[list[Word], list[Box]]:
    """The words found, in pixels of the picture, and the rows still unread.

    Args:
        image: an RGB or gray picture with level lines.
        rows: places in it that look like lines of print, and how many letters each seems to have.
    """
    if len(rows) > _MAX_AGAIN:
        return [], [union([box for box, _ in rows])]
    found: list[Word] = []
    waiting = rows
    for height in _AGAIN_HEIGHTS:
        words = _read(image, [box for box, _ in waiting], height)
        unread = []
        for (box, count), of_row in zip(waiting, words, strict=True):
            if _is_read([word.text for word in of_row], count):
                found += of_row
            else:
                unread.append(((box, count), of_row))
        if not unread:
            return found, []
        waiting = [row for row, _ in unread]
    return found + [word for _, of_row in unread for word in of_row], [box for box, _ in waiting]


def _read(image: Image.Image, rows: Sequence[Box], letters: int) -> list[list[Word]]:
    """The words of each row, read with letters of so many pixels."""
    parts: list[tuple[Image.Image, float, float, float]] = []
    for box in rows:
        height = box[3] - box[1]
        area = (
            max(round(box[0] - height), 0),
            max(round(box[1] - 0.8 * height), 0),
            min(round(box[2] + height), image.width),
            min(round(box[3] + 0.6 * height), image.height),
        )
        scale = min(max(letters / height, 0.5), 4.0)
        part = image.crop(area)
        if _is_dark(part):
            part = ImageOps.autocontrast(ImageOps.invert(part), cutoff=1)
        else:
            part = _clear(part, image.crop(tuple(round(n) for n in box)))  # type: ignore[arg-type]
        size = (max(round(part.width * scale), 1), max(round(part.height * scale), 1))
        parts.append((part.resize(size, Image.Resampling.BICUBIC), area[0], area[1], scale))
    ground = image.convert("L").resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    sheet = Image.new(
        image.mode,
        (max(p.width for p, *_ in parts) + 80, sum(p.height + 40 for p, *_ in parts) + 40),
        "white" if int(ground or 0) >= 110 else "black",  # type: ignore[arg-type]
    )
    at = 40
    places: list[tuple[int, int, float, float, float]] = []
    for part, x, y, scale in parts:
        sheet.paste(part, (40, at))
        places.append((at, at + part.height, x, y, scale))
        at += part.height + 40
    found: list[list[Word]] = [[] for _ in rows]
    for word in read_image(sheet):
        middle = (word.box[1] + word.box[3]) / 2
        for index, (top, bottom, x, y, scale) in enumerate(places):
            if top <= middle <= bottom:
                if not _is_of(rows[index], y + (middle - top) / scale):
                    break  # half of the line above or below, cut off: no word
                boxes = tuple(
                    (
                        (b[0] - 40) / scale + x,
                        (b[1] - top) / scale + y,
                        (b[2] - 40) / scale + x,
                        (b[3] - top) / scale + y,
                    )
                    for b in word.boxes
                )
                found[index].append(replace(word, boxes=boxes))
    return found


def _is_read(words: Sequence[str], letters: int) -> bool:
    """Whether words are as many letters as were seen, and most of them make sense."""
    read = sum(c.isalnum() for word in words for c in word)
    return read >= _READ * letters and (len(words) < _FEW or sense_of(words) >= _SENSE)


def _is_of(row: Box, middle: float) -> bool:
    """Whether a word is of the row that its part of the picture was cut out for."""
    reach = _OUTSIDE * (row[3] - row[1])
    return row[1] - reach <= middle <= row[3] + reach


def _clear(part: Image.Image, row: Image.Image) -> Image.Image:
    """A part of a picture with the contrast of print, if its row has much less of it."""
    gray = np.asarray(row.convert("L"))
    ink, paper = (float(level) for level in np.percentile(gray, (2, 80)))
    if not 0 < paper - ink < _PALE:
        return part
    scale = 255 / (paper - ink)
    return part.point(
        [min(max(round((level - ink) * scale), 0), 255) for level in range(256)] * len(part.getbands())
    )


def _is_dark(image: Image.Image) -> bool:
    """Whether most of a picture is dark: letters on it are bright."""
    histogram = image.convert("L").histogram()
    return sum(histogram[:_DARK]) > sum(histogram[_DARK:])
