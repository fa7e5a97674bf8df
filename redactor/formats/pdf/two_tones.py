"""Pages on which pale ink stands between the dark: print of the other side, a watermark, a form's own pale print.

The engine reads both at once and neither right. The dark is read from a copy without the pale, and the pale rows that
nobody has read then are looked at alone; those of the other side from behind.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageChops, ImageFilter

from redactor.formats.pdf.masks import grown, solid

_LEAST, _PALE, _DARK = 28, 0.5, 0.55
"""Gray levels that pale ink differs from paper at least; how much it does at most, and dark ink at least, as a share
of what the darkest does.
"""

_AROUND = 7
"""Side of the square around each pixel of dark ink that is its blurred edge."""

_MUCH, _FEW = 0.03, 200
"""Pale ink, as a share of the dark, from which on it disturbs; and pixels of ink below which a page has none."""

_FADED = 0.45
"""Share of the darkest ink's depth that is taken from all ink: what is left of pale ink is next to nothing."""

_BAND, _OVERLAP = 1024, 64
"""Rows that are looked at at a time, for the masks of all take many times the memory of the picture; and those above
and below that tell what is a line in them.
"""


def is_two_toned(image: Image.Image) -> bool:
    """Whether a picture has pale ink between its dark."""
    depth, full = _depth(image)
    if not full:
        return False
    pale_pixels = dark_pixels = 0
    for top in range(0, len(depth), _BAND):
        first = max(top - _OVERLAP, 0)
        own = slice(top - first, top - first + _BAND)
        band = depth[first : top + _BAND + _OVERLAP]
        dark = band > _DARK * full
        pale = (band >= _LEAST) & (band < _PALE * full) & ~grown(dark, _AROUND)
        pale_pixels += int(np.count_nonzero((pale & ~solid(pale))[own]))
        dark_pixels += int(np.count_nonzero(dark[own]))
    return pale_pixels >= _MUCH * dark_pixels


def without_pale(image: Image.Image) -> Image.Image:
    """A picture without its pale ink."""
    depth, full = _depth(image)
    if not full:
        return image
    start = _FADED * full
    levels = [255 - min(max(round((level - start) / (full - start) * 255), 0), 255) for level in range(256)]
    return Image.fromarray(depth).point(levels).convert(image.mode)


def _depth(image: Image.Image) -> tuple[npt.NDArray[np.uint8], float]:
    """By how much each place is darker than the paper around it, and the darkest ink; 0.0 where there is none."""
    gray = image.convert("L")
    small = gray.reduce(8) if min(gray.size) >= 64 else gray
    paper = small.filter(ImageFilter.MedianFilter(5)).filter(ImageFilter.BoxBlur(2)).resize(gray.size)
    depth: npt.NDArray[np.uint8] = np.asarray(ImageChops.subtract(paper, gray))
    inked = depth[depth > 2 * _LEAST]
    return depth, float(np.percentile(inked, 80)) if inked.size >= _FEW else 0.0
