"""Pictures that key a colour away: letters whose insides nobody sees are still told by the shape of what is left out.

What is keyed away need not be seen on the page, or only by faint rims around it, which nobody reads in what the page
shows. So the shape of what is kept is read from the picture itself.
"""

from __future__ import annotations

from collections.abc import Iterator

import pymupdf
from PIL import Image

from redactor.formats.pdf.below import Below, may_be_print
from redactor.formats.pdf.engine import ENGINE_ERRORS
from redactor.formats.pdf.images import MAX_PIXELS, may_hold_text


def keyed_away(page: pymupdf.Page) -> Iterator[Below]:
    """The shapes of what pictures on a page keep, in their own pixels; those of which a word may be made out."""
    document = page.parent
    keyed = {
        number
        for number, *_ in page.get_images(full=True)
        if document.xref_get_key(number, "Mask")[0] == "array"
    }
    if not keyed:
        return
    shapes: dict[int, Image.Image | None] = {}
    for info in page.get_image_info(xrefs=True):
        number = info["xref"]
        if number not in keyed:
            continue
        if number not in shapes:
            shapes[number] = _shape(document, number, info["width"], info["height"])
        shape = shapes[number]
        if shape is None:
            continue
        yield Below.whole(shape, page, info)


def _shape(document: pymupdf.Document, number: int, width: int, height: int) -> Image.Image | None:
    """What a picture keeps, white on black; None where that is no print, or cannot be decoded."""
    if not may_hold_text(width, height) or width * height > MAX_PIXELS:
        return None
    try:
        pixels = pymupdf.Pixmap(document, number)
    except ENGINE_ERRORS:
        return None  # what shows of it is read, or told as unread
    if not pixels.alpha:
        return None
    alpha = pymupdf.Pixmap(None, pixels)
    shape = Image.frombytes("L", (alpha.width, alpha.height), alpha.samples_mv, "raw", "L", alpha.stride)
    return shape if may_be_print(shape) else None


__all__ = ["keyed_away"]
