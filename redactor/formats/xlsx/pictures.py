"""Pictures inside workbooks: read like pages, emptied in their pixels, freed of their metadata.

What cannot be read (drawings in EMF, WMF or SVG; letters that make no sense; damaged codes) is a gap. A covered gap
becomes a black picture of the same size.
"""

from __future__ import annotations

import hashlib
import io
import re
import struct
import warnings
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from redactor.formats.changes import Span
from redactor.formats.grid import PartText
from redactor.model import Gap, GapReason, PartPlace, Rect

if TYPE_CHECKING:
    from redactor.formats.pdf.pictures import PictureText

MAX_PIXELS = 100_000_000
_TOO_SMALL = 24
"""Pixels; nobody reads letters in a picture less high or wide."""

_JPEG_QUALITY = 90
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(
    (
        b"IHDR",
        b"PLTE",
        b"IDAT",
        b"IEND",
        b"tRNS",
        b"gAMA",
        b"cHRM",
        b"sRGB",
        b"iCCP",
        b"sBIT",
        b"bKGD",
        b"pHYs",
    )
)
"""PNG chunks that drawing needs (PNG specification, 11.3); texts, times and EXIF stay behind."""


class Pictures:
    """The pictures of one workbook."""

    def __init__(self, read_part: Callable[[str], bytes], names: Iterable[str]) -> None:
        """Take the names of the picture parts and what reads them."""
        self._read_part = read_part
        self._names = sorted(names)
        self._seen: dict[str, PictureText | None] = {}

    def read(self, alive: Callable[[], None]) -> tuple[list[PartText], tuple[Gap, ...], tuple[str, ...]]:
        """Texts in pictures, the pictures that could not be read, and what codes in them prove.

        ``alive`` is called before each picture: reading one takes seconds.
        """
        units: list[PartText] = []
        gaps: list[Gap] = []
        values: list[str] = []
        by_content: dict[str, tuple[PictureText | None, bool]] = {}
        for name in self._names:
            alive()
            data = self._read_part(name)
            digest = hashlib.sha256(data).hexdigest()
            if digest not in by_content:
                by_content[digest] = _read(data)
            found, readable = by_content[digest]
            self._seen[name] = found
            if not readable or (found and found.codes.unread):
                gaps.append(
                    Gap(f"picture:{name}", GapReason.IMAGE_UNREADABLE, PartPlace("xlsx.picture", name))
                )
            elif found and (found.seen.cards or found.seen.portraits):
                # Its words go by themselves; whoever is seen in it is for a person to judge.
                gaps.append(Gap(f"picture:{name}", GapReason.IMAGE_UNJUDGED, PartPlace("xlsx.picture", name)))
            if found and found.text and found.text.text.strip():
                units.append(PartText(name, found.text.text, "xlsx.picture", name))
            for number, code in enumerate(found.codes.units if found else ()):
                key = f"{name}!code{number}"
                units.append(PartText(key, code.text, "xlsx.picture", key))
            values.extend(found.codes.values if found else ())
        return units, tuple(gaps), tuple(dict.fromkeys(values))

    def written(
        self, name: str, spans: Mapping[str, Sequence[Span]], covered: Collection[str]
    ) -> tuple[bytes, str, bool]:
        """A picture for the copy: its bytes, its content type if that changed, and whether pixels changed."""
        data = self._read_part(name)
        if f"picture:{name}" in covered:
            return _black(data), "image/png", True
        rects = self._rects(name, spans)
        if not rects:
            return without_metadata(data), "", False
        return _emptied(data, rects)

    def _rects(self, name: str, spans: Mapping[str, Sequence[Span]]) -> list[Rect]:
        found = self._seen.get(name)
        rects: list[Rect] = []
        if found is None:
            return rects
        if found.text is not None:
            text = found.text
            for span in spans.get(name, ()):
                whole = span.start is None or span.end is None
                start, end = (0, len(text.text)) if whole else (span.start or 0, span.end or 0)
                for area in text.places(start, end):
                    rects.extend(area.rects)
        for number, code in enumerate(found.codes.units):
            if f"{name}!code{number}" in spans:
                rects.append(Rect(*code.box))
        return rects


def without_metadata(data: bytes) -> bytes:
    """The same picture without EXIF, XMP, texts and comments; formats that hold none come back as they are."""
    if data.startswith(_PNG):
        return _bare_png(data)
    if data.startswith(b"\xff\xd8"):
        from redactor.formats.pdf.jpeg import without_metadata as bare_jpeg

        return bare_jpeg(data)
    if data[:4] in (b"II*\x00", b"MM\x00*", b"RIFF") or data[:3] == b"GIF":
        try:
            with _opened(data) as picture:
                return data if getattr(picture, "n_frames", 1) > 1 else _saved(picture, str(picture.format))
        except (OSError, ValueError, Image.DecompressionBombError):
            return _black(data)
    return data


def _read(data: bytes) -> tuple[PictureText | None, bool]:
    """What a picture says, and whether it could be read at all."""
    import pymupdf

    from redactor.formats.image_looks import looks
    from redactor.formats.pdf.pictures import read_picture

    try:
        with _opened(data) as picture:
            if min(picture.size) < _TOO_SMALL:
                return None, True
            if getattr(picture, "n_frames", 1) > 1:
                return None, False
            shown = looks(picture)
    except (OSError, ValueError, SyntaxError, struct.error, Image.DecompressionBombError):
        return None, False
    found, *hidden = (
        read_picture(
            pymupdf.Pixmap(pymupdf.csRGB, look.width, look.height, look.tobytes(), False),
            1,
            "picture",
            pymupdf.Matrix(1, 1),
        )
        for look in shown
    )
    # What shows on a dark ground only, or is hidden below transparency, is left for a person to judge.
    return found, found.readable and all(map(_is_empty, hidden))


def _is_empty(look: PictureText) -> bool:
    """Whether nothing was read or seen in a picture, and nothing was left unread."""
    codes, seen = look.codes, look.seen
    told = look.text or codes.units or codes.unread or seen.cards or seen.zones or seen.portraits
    return look.readable and not told


def _opened(data: bytes) -> Image.Image:
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            picture = Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP"))
        except Image.DecompressionBombWarning:
            raise ValueError from None
    if picture.width * picture.height > MAX_PIXELS:
        raise ValueError
    return picture


def _emptied(data: bytes, rects: Sequence[Rect]) -> tuple[bytes, str, bool]:
    from redactor.formats.image_looks import eight_bit

    with _opened(data) as picture:
        kind = str(picture.format)
        flat = eight_bit(picture)
        flat = flat if flat.mode in ("RGB", "RGBA", "L") else flat.convert("RGBA")
        drawing = ImageDraw.Draw(flat)
        black: tuple[int, ...] | int = 0 if flat.mode == "L" else (0, 0, 0, 255)[: len(flat.mode)]
        for rect in rects:
            drawing.rectangle((rect.x0 - 1, rect.y0 - 1, rect.x1 + 1, rect.y1 + 1), fill=black)
        if kind == "JPEG":
            return _saved(flat.convert("RGB"), kind), "", True
        return _saved(flat, "PNG"), "image/png", True


def _saved(picture: Image.Image, kind: str) -> bytes:
    out = io.BytesIO()
    bare = Image.new(picture.mode, picture.size)
    if picture.mode == "P":
        bare.putpalette(picture.getpalette() or [])
    bare.paste(picture)
    if kind == "JPEG":
        bare.save(out, kind, quality=_JPEG_QUALITY)
    else:
        bare.save(out, kind)
    return out.getvalue()


def _black(data: bytes) -> bytes:
    """A black picture of the size the picture has, or a small one where that cannot be told."""
    size = (64, 64)
    try:
        with _opened(data) as picture:
            size = picture.size
    except (OSError, ValueError, SyntaxError, struct.error, Image.DecompressionBombError):
        match = re.search(rb'viewBox="\s*[\d.-]+[ ,]+[\d.-]+[ ,]+(\d+)[\d.]*[ ,]+(\d+)', data[:4096])
        if match:
            size = (min(4000, max(1, int(match.group(1)))), min(4000, max(1, int(match.group(2)))))
    out = io.BytesIO()
    Image.new("L", size).save(out, "PNG")
    return out.getvalue()


def _bare_png(data: bytes) -> bytes:
    out = bytearray(_PNG)
    at = len(_PNG)
    while at + 12 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        kind = data[at + 4 : at + 8]
        if kind in _PNG_KEPT:
            out += data[at : at + 12 + length]
        at += 12 + length
        if kind == b"IEND":
            break
    return bytes(out)
