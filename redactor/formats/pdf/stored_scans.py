"""The picture of a page that is a scan and nothing else, taken as it is stored instead of being drawn.

What such a page shows is its picture, pixel for pixel. MuPDF takes five to ten times as long to draw it, most of it for
moving all pixels by a part of one. Whatever is not plainly so is drawn: other pictures, clips, masks, transparency,
turned pages, colours of a profile that is not sRGB.
"""

from __future__ import annotations

import io
import re
import warnings
from dataclasses import dataclass, field

import pymupdf
from PIL import Image

from redactor.formats.pdf import jpeg

_PLAIN = re.compile(
    rb"""(?: [\s\d.+\-]+
    | \((?:[^()\\]|\\.)*\) | <[0-9A-Fa-f\s]*> | [\[\]]
    | /[^\s()<>\[\]{}/%]*
    | (?:q|Q|cm|Do|BT|ET|T[cwzLfrsdDmj*J]|'|"|g|G|rg|RG|k|K|w|J|j|M|d|i|ri|BMC|EMC)(?=[\s/(<\[]|$)
    )*+""",
    re.VERBOSE | re.DOTALL,
)
"""Content that only places pictures and text: nothing that clips, fills, shades or makes transparent."""

_DO = re.compile(rb"/([^\s()<>\[\]{}/%]+)\s+Do\b")

_PLAIN_COLOURS = re.compile(r"Device(?:Gray|RGB)|ICCBased\((?:Gray|RGB),[^)]*s(?:Gray|RGB)\b")
"""Names of colour spaces whose numbers are what is drawn."""

_BESIDE = 0.5
"""Points by which a picture may reach over the edge of its page."""

_MODES = {1: "L", 3: "RGB"}

_FILTER, _WIDTH, _HEIGHT = "/DCTDecode", "Width", "Height"

_CHANGES = ("Decode", "DecodeParms", "Mask", "SMask", "SMaskInData", "F", "OC", "Alternates")
"""Keys of a picture that change what is drawn, or where its bytes are."""


@dataclass(frozen=True, slots=True)
class StoredScan:
    """The picture of a scanned page: as it is stored, how many pixels it has across and down, and where it lies."""

    data: bytes = field(repr=False)
    mode: str
    size: tuple[int, int]
    box: pymupdf.Rect

    def decoded(self) -> Image.Image | None:
        """The picture, gray or RGB; None where it cannot be decoded, or is not what its page says."""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", Image.DecompressionBombWarning)
                image: Image.Image = Image.open(io.BytesIO(self.data), formats=("JPEG",))
            if image.mode != self.mode or image.size != self.size:
                return None
            image.load()
        except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
            return None
        return image


def stored_scan(page: pymupdf.Page) -> StoredScan | None:
    """The one picture of a page that shows nothing else, and all of it, upright; None where that is not certain."""
    shown = [what for what, _ in page.get_bboxlog() if what != "ignore-text"]
    told = page.get_image_info()
    if shown != ["fill-image"] or len(told) != 1 or page.rotation:
        return None
    info = told[0]
    a, b, c, d, _, _ = info["transform"]
    box = pymupdf.Rect(info["bbox"])
    around = pymupdf.Rect(
        page.rect.x0 - _BESIDE, page.rect.y0 - _BESIDE, page.rect.x1 + _BESIDE, page.rect.y1 + _BESIDE
    )
    if a <= 0 or d <= 0 or b or c or box not in around or info["has-mask"] or info["bpc"] != 8:
        return None
    mode = _MODES.get(info["colorspace"])
    content = page.read_contents()
    names = _DO.findall(content)
    if mode is None or not _PLAIN_COLOURS.match(info["cs-name"]) or not _PLAIN.fullmatch(content):
        return None
    numbers = {
        number
        for number, *_, name, _, form in page.get_images(full=True)
        if len(names) == 1 and name.encode() == names[0] and not form
    }
    if len(numbers) != 1:
        return None
    data, size = _jpeg(page.parent, numbers.pop()), (info["width"], info["height"])
    return StoredScan(data, mode, size, box) if data and jpeg.size_of(data) == size else None


def _jpeg(document: pymupdf.Document, number: int) -> bytes | None:
    """The bytes of a picture that is a JPEG and nothing around it."""
    if document.xref_get_key(number, "Filter") != ("name", _FILTER):
        return None
    if any(document.xref_get_key(number, key)[0] != "null" for key in _CHANGES):
        return None
    return bytes(document.xref_stream_raw(number))


__all__ = ["StoredScan", "stored_scan"]
