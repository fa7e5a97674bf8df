"""One picture as several readers look at it: a smaller gray copy and its ink, made once."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from PIL import Image

from redactor.formats.pdf.masks import Bools, ink_of

SIDE = 1700
"""Longer side, in pixels, of the smaller copy: letters of ten points are eight pixels high in it."""


class Sheet:
    """An RGB or gray picture that lies level, and what is worked out of it when it is asked for."""

    def __init__(self, image: Image.Image) -> None:
        self.image = image
        self.factor = max(max(image.size) / SIDE, 1.0)
        """Pixels of the picture for one of the smaller copy."""

    @cached_property
    def small(self) -> Image.Image:
        """The smaller copy, in colour where the picture is."""
        if self.factor <= 1:
            return self.image
        size = (max(round(n / self.factor), 1) for n in self.image.size)
        return self.image.resize(tuple(size), Image.Resampling.BOX)  # type: ignore[arg-type]

    @cached_property
    def gray(self) -> Image.Image:
        """The smaller copy, gray."""
        return self.small.convert("L")

    @cached_property
    def ink(self) -> Bools:
        """Where there is ink in the smaller copy."""
        found: Bools = np.asarray(ink_of(self.gray)) > 0
        return found
