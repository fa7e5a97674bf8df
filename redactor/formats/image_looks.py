"""What can be seen in a picture of an image file: deep ones in eight bits, transparent ones on white, black and bare.

Pillow cuts levels of sixteen bits off at 255, which leaves a white picture; and drops transparency, which leaves a
black one of letters that are nothing but transparency. What is read must be what anybody can see in the file.
"""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageChops, ImageFilter

_DEPTHS = (255, 1023, 4095, 16383, 65535)
"""Highest levels of gray pictures of 8 to 16 bits; what holds less than the file could says so by its levels."""

_HALF, _BRIGHT, _MOST_LOST = 128, 190, 300
"""Transparency from which on a pixel shows; level from which on it is lost on white; and how many such pixels beside
transparent ones are no letters.
"""

_HIDDEN = 48
"""Levels between the darkest and the brightest of what transparency hides, from which on it may be read."""


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
    seen = alpha.point([0] * _HALF + [255] * (256 - _HALF))
    beside = ImageChops.subtract(seen, seen.filter(ImageFilter.MinFilter(5)))
    bright = bare.convert("L").point([0] * _BRIGHT + [255] * (256 - _BRIGHT))
    if ImageChops.darker(beside, bright).histogram()[255] > _MOST_LOST:
        found.append(as_shown(image, 0))
    low, high = _span(bare.convert("L"), ImageChops.invert(seen))
    if high - low >= _HIDDEN:
        found.append(bare)
    return found


def _span(gray: Image.Image, mask: Image.Image) -> tuple[int, int]:
    """The darkest and the brightest level where the mask is set."""
    levels = [level for level, count in enumerate(gray.histogram(mask)) if count]
    return (levels[0], levels[-1]) if levels else (0, 0)
