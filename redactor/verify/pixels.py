"""Comparing pixels of a source and its draft."""

from __future__ import annotations

from PIL import Image, ImageChops

PIXEL_TOLERANCE = 64
"""Difference of one gray value (0 to 255) that is anti-aliasing and recompression, not content."""


def same_ink(before: Image.Image, after: Image.Image) -> bool:
    """Whether most of what was written in a place is still to be seen there: the ink, on the ground it was on.

    A black box leaves black ink as black as it was, but not its ground.
    """
    counts = before.histogram()
    ground = max(range(256), key=counts.__getitem__)
    ink = before.point([255 if abs(level - ground) > PIXEL_TOLERANCE else 0 for level in range(256)])
    written = ink.histogram()[255]
    changed = ImageChops.difference(before, after).point(
        [255 if d > PIXEL_TOLERANCE else 0 for d in range(256)]
    )
    changed_ink = ImageChops.darker(ink, changed).histogram()[255]
    changed_ground = changed.histogram()[255] - changed_ink
    empty = before.width * before.height - written
    return bool(written) and changed_ink < 0.3 * written and changed_ground < 0.7 * empty


def gray_range(picture: Image.Image) -> tuple[int, int]:
    """The darkest and the brightest level of a gray picture."""
    low, high = picture.getextrema() if picture.width and picture.height else (0, 0)
    return int(low), int(high)  # type: ignore[arg-type]
