"""The pictures of an image file's copy: bare pixels, covered where something is hidden, saved like the source."""

from __future__ import annotations

import io
import math
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from redactor.formats.image_looks import eight_bit, flattened
from redactor.model import Rect


def bare(image: Image.Image) -> Image.Image:
    """The same pixels without the metadata that Pillow would carry over, and without what nobody sees in them."""
    image = flattened(image)
    copy = Image.new(image.mode, image.size)
    if image.mode in ("P", "PA"):
        copy.putpalette(image.getpalette("RGBA") or [], "RGBA")
    copy.paste(image)
    return copy


def paintable(image: Image.Image) -> Image.Image:
    """The picture in a mode that can be drawn on."""
    image = eight_bit(image)
    return (
        image if image.mode in ("1", "L", "RGB", "RGBA", "CMYK") else image.convert(_plain_mode(image.mode))
    )


def _plain_mode(mode: str) -> str:
    """The nearest mode with plain channels: palettes and premultiplied ones with their alpha."""
    return "RGBA" if mode in ("P", "PA", "LA", "La", "RGBa") else "RGB"


def cover(image: Image.Image, rect: Rect, scale: float, style: str, label: str) -> None:
    """Paint over a place of a picture and a pixel around it.

    Args:
        image: a ``paintable`` one; changed in place.
        rect: the place, in points of the page.
        scale: pixels per point.
        style: "white" for white ground, else black.
        label: is written on it where it fits legibly; "" for nothing.
    """
    box = (
        math.floor(rect.x0 * scale) - 1,
        math.floor(rect.y0 * scale) - 1,
        math.ceil(rect.x1 * scale) + 1,
        math.ceil(rect.y1 * scale) + 1,
    )
    draw = ImageDraw.Draw(image)
    black, white = _inks(image.mode)
    ground, ink = (white, black) if style == "white" else (black, white)
    draw.rectangle(box, fill=ground)
    if label:
        _write_label(draw, box, label, ink)


def how_to_save(frame: Image.Image, kind: str) -> dict[str, Any]:
    """How to write a picture like the one that was read."""
    options: dict[str, Any] = {}
    if (profile := frame.info.get("icc_profile")) and isinstance(profile, bytes):
        options["icc_profile"] = profile
    if (dpi := frame.info.get("dpi")) is not None:
        options["dpi"] = tuple(float(n) for n in dpi)
    if kind == "JPEG":
        tables = getattr(frame, "quantization", None)
        options.update({"qtables": tables} if tables else {"quality": 90})
        options["subsampling"] = _subsampling(frame)
    elif kind == "TIFF":
        compression = str(frame.info.get("compression", "tiff_lzw"))
        known = (
            "group3",
            "group4",
            "tiff_lzw",
            "tiff_adobe_deflate",
            "tiff_deflate",
            "packbits",
            "jpeg",
            "raw",
        )
        options["compression"] = compression if compression in known else "tiff_lzw"
    return options


def _inks(mode: str) -> tuple[Any, Any]:
    return {
        "1": (0, 1),
        "L": (0, 255),
        "RGB": ((0, 0, 0), (255, 255, 255)),
        "RGBA": ((0, 0, 0, 255), (255, 255, 255, 255)),
        "CMYK": ((0, 0, 0, 255), (0, 0, 0, 0)),
    }[mode]


def _write_label(draw: ImageDraw.ImageDraw, box: tuple[int, int, int, int], label: str, ink: Any) -> None:
    from redactor.formats.pdf.marks import font_file

    width, height = box[2] - box[0], box[3] - box[1]
    size = 0.7 * height
    font = ImageFont.truetype(io.BytesIO(font_file()), size)
    length = font.getlength(label)
    if length > width - 4:
        size *= max(width - 4, 1) / length
        if size < 7:
            return
        font = ImageFont.truetype(io.BytesIO(font_file()), size)
    draw.text(((box[0] + box[2]) / 2, (box[1] + box[3]) / 2), label, fill=ink, font=font, anchor="mm")


def _subsampling(frame: Image.Image) -> int:
    from PIL.JpegImagePlugin import get_sampling

    value = get_sampling(frame)
    if value in (0, 1, 2):
        return value
    layers = getattr(
        frame, "layer", ()
    )  # of CMYK, which that function does not tell: number, across, down, table
    return 0 if len({layer[1:3] for layer in layers}) == 1 else 2
