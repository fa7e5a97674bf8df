"""What can be seen in a picture of an image file: deep ones in eight bits, transparent ones on white, black and bare.

Pillow cuts levels of sixteen bits off at 255, which leaves a white picture; and drops transparency, which leaves a
black one of letters that are nothing but transparency. What is read must be what anybody can see in the file, and what
nobody can see in it has no place in a copy.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageChops, ImageFilter, ImageOps

_DEPTHS = (255, 1023, 4095, 16383, 65535)
"""Highest levels of gray pictures of 8 to 16 bits; what holds less than the file could says so by its levels."""

_UNSEEN = 8
"""Level of transparency below which nobody sees a pixel on any ground."""

_HALF = 128
"""Level from which on a pixel shows."""

_EDGE, _NO_EDGE, _MOST_LOST = 12, 6, 300
"""Levels between neighbours from which on an edge is seen, and below which it is not; and how many pixels of edges that
are seen on one ground only are no letters.
"""

_FAINT = 48
"""Levels between the darkest and the brightest of what transparency hides, below which they are drawn apart."""


def is_deep(image: Image.Image) -> bool:
    """Whether its levels are numbers of more than eight bits."""
    return image.mode.startswith(("I", "F"))


def eight_bit(image: Image.Image) -> Image.Image:
    """A gray picture of more than eight bits in eight; any other as it is."""
    if not is_deep(image):
        return image
    levels = np.nan_to_num(np.asarray(image).astype(np.float64), nan=0.0, posinf=0.0, neginf=0.0)
    high, low = float(levels.max(initial=0.0)), min(float(levels.min(initial=0.0)), 0.0)
    if image.mode == "F" and high <= 1.0 and low >= 0.0:
        top = 1.0
    else:
        top = float(next((depth for depth in _DEPTHS if high <= depth), high))
    scaled = (levels - low) * (255.0 / (top - low))
    return Image.fromarray(scaled.round().clip(0, 255).astype(np.uint8))


def as_shown(image: Image.Image, ground: int = 255) -> Image.Image:
    """The picture in RGB, on white or another gray where it is transparent."""
    image = eight_bit(image)
    if not image.has_transparency_data:
        return image.convert("RGB")
    shown = image.convert("RGBA")
    under = Image.new("RGBA", shown.size, (ground, ground, ground, 255))
    return Image.alpha_composite(under, shown).convert("RGB")


def flattened(image: Image.Image) -> Image.Image:
    """The picture without what nobody sees in it: such pixels are all alike. Itself if they are."""
    transparency = image.info.get("transparency")
    if image.mode == "P" and isinstance(transparency, bytes):
        return _flat_palette(image, transparency)
    if image.mode not in ("RGBA", "LA", "PA", "RGBa", "La"):
        return image
    flat = image.convert("RGBA") if image.mode == "PA" else image.copy()
    unseen = flat.getchannel(flat.getbands()[-1]).point([255] * _UNSEEN + [0] * (256 - _UNSEEN))
    if unseen.getbbox() is None:
        return image
    counts = flat.histogram(unseen)
    bands = [counts[at : at + 256] for at in range(0, len(counts), 256)]
    colour = [max(range(256), key=band.__getitem__) for band in bands]
    if all(band[level] == sum(band) for band, level in zip(bands, colour, strict=True)):
        return image
    flat.paste((*colour[:-1], 0), mask=unseen)
    return flat


def _flat_palette(image: Image.Image, transparency: bytes) -> Image.Image:
    used = {index for _, index in image.getcolors(256) or ()}
    unseen = [index for index, level in enumerate(transparency) if level < _UNSEEN and index in used]
    if len(unseen) < 2:
        return image
    flat = image.point([unseen[0] if index in unseen else index for index in range(256)])
    palette = image.getpalette("RGBA") or []
    for index in unseen[1:]:
        palette[4 * index : 4 * index + 4] = [0, 0, 0, 0]
    palette[4 * unseen[0] + 3 : 4 * unseen[0] + 4] = [0]
    flat.putpalette(palette, "RGBA")
    return flat


def looks(image: Image.Image) -> list[Image.Image]:
    """All that may be read in a picture, in RGB: as it shows on white; bright letters on black; what is hidden."""
    shown = as_shown(image)
    if not image.has_transparency_data:
        return [shown]
    whole = image.convert("RGBA")
    alpha, bare = whole.getchannel("A"), whole.convert("RGB")
    if alpha.getextrema()[0] == 255:
        return [bare]
    found = [shown]
    on_black = as_shown(image, 0)
    if _adds(on_black, found):
        found.append(on_black)
    if _adds(bare, found):
        found.append(bare)
        hidden = alpha.point([255] * _HALF + [0] * (256 - _HALF))
        low, high = _span(bare.convert("L"), hidden)
        if high - low < _FAINT:
            drawn_apart = ImageOps.autocontrast(bare.convert("L"), mask=hidden, preserve_tone=True)
            found.append(drawn_apart.convert("RGB"))
    return found


def _adds(look: Image.Image, others: Sequence[Image.Image]) -> bool:
    """Whether a look has edges that none of the others has."""
    lost = _edges(look).point([0] * _EDGE + [255] * (256 - _EDGE))
    for other in others:
        unseen = _edges(other).point([255] * _NO_EDGE + [0] * (256 - _NO_EDGE))
        lost = ImageChops.darker(lost, unseen)
    return lost.histogram()[255] > _MOST_LOST


def _edges(look: Image.Image) -> Image.Image:
    gray = look.convert("L")
    return ImageChops.subtract(gray.filter(ImageFilter.MaxFilter(3)), gray.filter(ImageFilter.MinFilter(3)))


def _span(gray: Image.Image, mask: Image.Image) -> tuple[int, int]:
    """The darkest and the brightest level where the mask is set."""
    levels = [level for level, count in enumerate(gray.histogram(mask)) if count]
    return (levels[0], levels[-1]) if levels else (0, 0)
