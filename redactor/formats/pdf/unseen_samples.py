"""What pictures store and nobody sees: colours too much alike, lower bytes, transparent pixels, channels left out.

Recognition looks at what is drawn, so nobody has looked at these. Whoever enhances the picture reads them.
"""

from __future__ import annotations

import io
import warnings

import numpy as np
import numpy.typing as npt
from pikepdf import Array, Name, Stream
from PIL import Image

from redactor.formats.pdf.bilevel import decoded
from redactor.formats.pdf.colours import picture_size
from redactor.formats.pdf.content import words
from redactor.formats.pdf.engine import ENGINE_ERRORS
from redactor.formats.pdf.resources import whole_number

_FLAT = 8
"""Levels of a colour within which a picture shows nothing that could be read; see ``pictures.read_pixels``."""

_LOSSLESS = words("/FlateDecode /LZWDecode /RunLengthDecode /ASCII85Decode /ASCIIHexDecode None")
_PLAIN = words("/DeviceGray /DeviceRGB /CalGray /CalRGB /ICCBased")
_MOST = 100_000_000
"""Bytes of a picture up to which its samples are looked at."""

_DRAFT = 8
"""How much smaller a JPEG is looked at first: what varies then is not flat."""

_Levels = npt.NDArray[np.uint8]


def without_unseen_samples(picture: Stream) -> None:
    """Take out of a picture (no mask, its filters spelled out) what it stores and does not show."""
    filters = picture.get("/Filter")
    names = [str(name) for name in filters] if isinstance(filters, Array) else [str(filters)]
    try:
        if names == ["/DCTDecode"]:
            _even_jpeg(picture)
        elif names == ["/JPXDecode"]:
            _even_jpeg2000(picture)
        elif set(names) <= _LOSSLESS and 0 < picture_size(picture) <= _MOST:
            _even_samples(picture)
    except (*ENGINE_ERRORS, OSError, SyntaxError, Image.DecompressionBombError):
        return  # what cannot be decoded is not drawn either


def _even_samples(picture: Stream) -> None:
    bits = 1 if picture.get("/ImageMask") else whole_number(picture.get("/BitsPerComponent"), 8)
    size = picture_size(picture)
    data = picture.read_bytes()
    if picture.get("/ImageMask") or len(data) < size:
        return
    levels: _Levels = np.frombuffer(data[:size], np.uint8)
    if bits == 16:
        levels, bits = levels[::2], 8
        key = picture.get("/Mask")
        if isinstance(key, Array):
            picture["/Mask"] = Array([whole_number(level) >> 8 for level in key])
        picture["/BitsPerComponent"] = 8
        _store(picture, levels)
    height = whole_number(picture.get("/Height"))
    if not height or levels.size % height:
        return
    pixels = levels.reshape(height, -1)
    if (pixels == pixels[0, 0]).all():
        return
    components = pixels.shape[1] // max(whole_number(picture.get("/Width")), 1) if bits == 8 else 1
    key = picture.get("/Mask")
    if bits == 8 and isinstance(key, Array) and len(key) == 2 * components:
        ranges = np.array([whole_number(level) for level in key]).reshape(components, 2)
        by_pixel = pixels.reshape(height, -1, components).copy()
        clear = ((by_pixel >= ranges[:, 0]) & (by_pixel <= ranges[:, 1])).all(axis=-1)
        if clear.any() and (by_pixel[clear] != ranges[:, 0]).any():
            by_pixel[clear] = ranges[:, 0].clip(0, 255)
            pixels = by_pixel.reshape(height, -1)
            _store(picture, pixels)
    if _is_flat(picture, pixels, components, bits):
        _store(picture, _filled(pixels, components, bits))


def _is_flat(picture: Stream, pixels: _Levels, components: int, bits: int) -> bool:
    """Whether the colours that samples stand for are nearly the same."""
    space = picture.get("/ColorSpace")
    kind = str(space[0] if isinstance(space, Array) and len(space) else space)
    if bits == 8 and kind in _PLAIN and "/Decode" not in picture and components in (1, 3):
        return _spans_little(pixels.reshape(-1, components))
    shown = decoded(picture, as_gray=False)
    return _spans_little(np.frombuffer(shown.samples_mv, np.uint8).reshape(-1, shown.n))


def _spans_little(pixels: _Levels) -> bool:
    return bool((pixels.max(axis=0).astype(int) - pixels.min(axis=0) < _FLAT).all())


def _filled(pixels: _Levels, components: int, bits: int) -> _Levels:
    """All samples as those of the first pixel are."""
    if bits == 8:
        return np.tile(pixels[0, :components], pixels.size // components).astype(np.uint8)
    first = int(pixels[0, 0]) >> (8 - bits)
    byte = sum(first << shift for shift in range(0, 8, bits))
    return np.full(pixels.size, byte, np.uint8)


def _store(picture: Stream, levels: _Levels) -> None:
    for key in ("/Filter", "/DecodeParms"):
        if key in picture:
            del picture[key]
    picture.write(levels.tobytes())


def _even_jpeg(picture: Stream) -> None:
    raw = picture.read_raw_bytes()
    if "/Decode" not in picture:
        small = _opened(raw)
        small.draft(None, (small.width // _DRAFT, small.height // _DRAFT))
        if not _is_even(small):
            return
    image = _opened(raw)
    image.load()
    if _is_one(image):
        return
    shown = decoded(picture, as_gray=False)
    if _spans_little(np.frombuffer(shown.samples_mv, np.uint8).reshape(-1, shown.n)):
        image.paste(image.getpixel((0, 0)), (0, 0, *image.size))  # type: ignore[arg-type]
        file = io.BytesIO()
        image.save(file, "JPEG", quality="keep", exif=b"", icc_profile=None)
        _write(picture, file.getvalue(), Name.DCTDecode)


def _even_jpeg2000(picture: Stream) -> None:
    image = _opened(picture.read_raw_bytes())
    if image.mode not in ("RGBA", "LA") or whole_number(picture.get("/SMaskInData")):
        return
    file = io.BytesIO()
    image.convert(image.mode[:-1]).save(file, "JPEG2000", irreversible=False)
    _write(picture, file.getvalue(), Name.JPXDecode)


def _opened(raw: bytes) -> Image.Image:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        return Image.open(io.BytesIO(raw))


def _write(picture: Stream, data: bytes, name: Name) -> None:
    parameters = picture.get("/DecodeParms")
    picture.write(data, filter=name)
    if parameters is not None:
        picture["/DecodeParms"] = parameters


def _is_even(image: Image.Image) -> bool:
    return _spans_little(np.asarray(image).reshape(-1, len(image.getbands())))


def _is_one(image: Image.Image) -> bool:
    pixels = np.asarray(image).reshape(-1, len(image.getbands()))
    return bool((pixels == pixels[0]).all())


__all__ = ["without_unseen_samples"]
