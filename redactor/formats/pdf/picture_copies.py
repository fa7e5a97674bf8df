"""Copies of pictures without what is hidden in them: pages that show a picture alike share one copy of it.

A letterhead or a form's ground stands at the same place on every page, and so do the boxes on it.
"""

from __future__ import annotations

from collections.abc import Sequence

from pikepdf import Pdf, Stream

from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.geometry import Matrix
from redactor.formats.pdf.pixels import redact_picture

_Key = tuple[tuple[int, int], tuple[float, ...], tuple[tuple[float, ...], ...]]


class PictureCopies:
    """The copies made for one document."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._made: dict[_Key, Stream | None] = {}

    def without(
        self,
        picture: Stream,
        matrix: Matrix,
        boxes: Sequence[Box],
        hidden: Sequence[Box] = (),
        hidden_masks: Sequence[Box] = (),
    ) -> Stream | None:
        """As ``redact_picture``; the same copy where the same picture is asked for at the same place."""
        if not picture.is_indirect:
            return redact_picture(self._pdf, picture, matrix, boxes, hidden, hidden_masks)
        around = (*sorted(boxes), (), *sorted(hidden), (), *sorted(hidden_masks))
        key = (picture.objgen, _rounded(matrix), tuple(map(_rounded, around)))
        if key not in self._made:
            self._made[key] = redact_picture(self._pdf, picture, matrix, boxes, hidden, hidden_masks)
        return self._made[key]


def _rounded(numbers: Sequence[float]) -> tuple[float, ...]:
    return tuple(round(number, 3) for number in numbers)


__all__ = ["PictureCopies"]
