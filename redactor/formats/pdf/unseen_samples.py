"""What pictures store and nobody sees: colours too much alike, lower bytes, transparent pixels, channels left out.

Recognition looks at what is drawn, so nobody has looked at these. Whoever enhances the picture reads them.
"""

from __future__ import annotations

import io
import re
import warnings
from typing import cast

import numpy as np
import numpy.typing as npt
from pikepdf import Array, Name, Pdf, Stream, StreamDecodeLevel, String
from PIL import Image

from redactor.formats.pdf.bilevel import decoded
from redactor.formats.pdf.colours import components_of, picture_size
from redactor.formats.pdf.content import words
from redactor.formats.pdf.engine import ENGINE_ERRORS
from redactor.formats.pdf.masks import grown
from redactor.formats.pdf.resources import whole_number

_FLAT = 8
"""Levels of a colour within which a picture shows nothing that could be read; see ``pictures.read_pixels``."""

_LOSSLESS = words("/FlateDecode /LZWDecode /RunLengthDecode /ASCII85Decode /ASCIIHexDecode None")
_PLAIN = words("/DeviceGray /DeviceRGB /CalGray /CalRGB /ICCBased")
_MOST = 100_000_000
"""Bytes and pixels of a picture without a format of its own up to which its samples are looked at."""

_LEAST = 8 * 32
"""Pixels of the smallest picture that may hold a word."""

_DRAFT = 8
"""How much smaller a JPEG is looked at first: what varies then is not flat."""

_HALVED, _OVERSHOOT = 3, 2
"""How often a JPEG 2000 is halved to be looked at first, and times as much as is flat by which it then varies at least
if it is not: its filters overshoot at edges.
"""

_Levels = npt.NDArray[np.uint8]


def without_unseen_samples(picture: Stream) -> None:
    """Take out of a picture or soft mask (its filters spelled out) what it stores and does not show."""
    pixels = whole_number(picture.get("/Width")) * whole_number(picture.get("/Height"))
    if picture.get("/ImageMask") or pixels < _LEAST:
        return
    filters = picture.get("/Filter")
    names = [str(name) for name in filters] if isinstance(filters, Array) else [str(filters)]
    try:
        if isinstance(picture.get("/Mask"), Array) and names in (["/DCTDecode"], ["/JPXDecode"]):
            _even_keyed(picture)
        elif names == ["/DCTDecode"]:
            _even_jpeg(picture)
        elif names == ["/JPXDecode"]:
            _even_jpeg2000(picture)
        elif (
            set(names) <= _LOSSLESS and picture_size(picture) and max(pixels, picture_size(picture)) <= _MOST
        ):
            _even_samples(picture)
    except (*ENGINE_ERRORS, OSError, SyntaxError, Image.DecompressionBombError):
        return  # what cannot be decoded is not drawn either, or a drawing larger than anything that is scanned


def _even_samples(picture: Stream) -> None:
    width, height = whole_number(picture.get("/Width")), whole_number(picture.get("/Height"))
    components = components_of(picture.get("/ColorSpace"))
    bits = whole_number(picture.get("/BitsPerComponent"))
    _forget_colours(picture, bits)
    stored = picture.read_bytes(StreamDecodeLevel.specialized)[: picture_size(picture)]
    if bits == 16:
        bits, stored = 8, stored[::2]
        key = picture.get("/Mask")
        if isinstance(key, Array):
            picture["/Mask"] = Array([whole_number(level) >> 8 for level in key])
        picture["/BitsPerComponent"] = 8
        _store(picture, stored)
    row = (width * components * bits + 7) // 8
    if len(stored) < row or stored.count(stored[:1]) == row * height:
        return
    first = _unpacked(np.frombuffer(stored[:row], np.uint8)[None], components, bits)
    one_colour = _packed(np.tile(first[:, :components], width), bits).tobytes() * height
    # Of a picture that is cut short readers draw what there is.
    whole = stored + one_colour[len(stored) :]
    rows = np.frombuffer(whole, np.uint8).reshape(height, row)
    key = picture.get("/Mask")
    if isinstance(key, Array) and len(key) == 2 * components:
        samples = _unpacked(rows, width * components, bits).reshape(height, width, components).copy()
        ranges = np.array([whole_number(level) for level in key]).reshape(components, 2)
        clear = ((samples >= ranges[:, 0]) & (samples <= ranges[:, 1])).all(axis=-1)
        if clear.any() and (samples[clear] != ranges[:, 0]).any():
            samples[clear] = ranges[:, 0].clip(0, 255)
            rows = _packed(samples.reshape(height, -1), bits)
            _store(picture, rows.tobytes()[: len(stored)])
    if _is_flat(picture, rows, components, bits):
        _store(picture, one_colour)
    elif bits == 8 and _is_plain(picture, components) and not isinstance(key, Array):
        evened = _without_faint_marks(rows.reshape(height, width, components))
        if evened is not None:
            _store(picture, evened.tobytes()[: len(stored)])


_GROUND, _MOST_EVENED = 0.6, 20_000_000
"""Share of pixels that are exactly of one colour, the ground's, in drawings and not in scans; pixels looked at."""

_RIM = 9
"""Pixels (odd) around what can be seen, within which what hardly differs from the ground is the rim of that."""


def _is_plain(picture: Stream, components: int) -> bool:
    space = picture.get("/ColorSpace")
    kind = str(space[0] if isinstance(space, Array) and len(space) else space)
    return kind in _PLAIN and "/Decode" not in picture and components in (1, 3)


def _without_faint_marks(samples: _Levels) -> _Levels | None:
    """The samples with the ground's colour where they hardly differ from it, away from all that can be seen.

    None where there is nothing of the kind: whoever enhances the picture reads it, and nobody else sees it.
    """
    pixels = samples.shape[0] * samples.shape[1]
    if pixels > _MOST_EVENED:
        return None
    few = samples[:: max(samples.shape[0] // 64, 1)].reshape(-1, samples.shape[2])
    ground = np.median(few, axis=0).astype(np.uint8)
    apart = np.abs(samples.astype(np.int16) - ground).max(axis=2)
    if np.count_nonzero(apart) > (1 - _GROUND) * pixels:
        return None
    faint = (apart > 0) & (apart < _FLAT)
    if np.count_nonzero(faint) < _LEAST // 4:
        return None
    faint &= ~grown(apart >= _FLAT, _RIM)
    if np.count_nonzero(faint) < _LEAST // 4:
        return None
    evened = samples.copy()
    evened[faint] = ground
    return evened


_TEXT = re.compile(rb"[0-9A-Za-z@._ -]{7,}|(?:[0-9A-Za-z@._ -]\0){7,}|(?:\0[0-9A-Za-z@._ -]){7,}")
"""What may be text in a table of colours; so may a ramp of grays."""


def _forget_colours(picture: Stream, bits: int) -> None:
    """Take the colours that no pixel has out of a picture's own table, where they may spell something."""
    space = picture.get("/ColorSpace")
    if (
        not isinstance(space, Array)
        or len(space) < 4
        or str(space[0]) != "/Indexed"
        or bits not in (1, 2, 4, 8)
    ):
        return
    table = space[3].read_bytes() if isinstance(space[3], Stream) else bytes(space[3])
    colours = whole_number(space[2]) + 1
    size = len(table) // max(colours, 1)
    if not size or _TEXT.search(table) is None:
        return
    width, height = whole_number(picture.get("/Width")), whole_number(picture.get("/Height"))
    stored = picture.read_bytes(StreamDecodeLevel.specialized)[: picture_size(picture)]
    row = (width * bits + 7) // 8
    whole = np.frombuffer(stored + bytes(row * height - len(stored)), np.uint8).reshape(height, row)
    used = set(np.unique(_unpacked(whole, width, bits)).tolist())
    left = b"".join(
        table[at * size : (at + 1) * size] if at in used else bytes(size) for at in range(colours)
    )
    if left != table:
        picture["/ColorSpace"] = Array([space[0], space[1], space[2], String(left)])


def _unpacked(rows: _Levels, components: int, bits: int) -> _Levels:
    """The first so many numbers of rows that hold them in so many bits each."""
    if bits == 8:
        return rows[:, :components]
    single = np.unpackbits(rows, axis=1, count=components * bits).reshape(len(rows), components, bits)
    numbers: _Levels = np.packbits(single, axis=2)[..., 0] >> np.uint8(8 - bits)
    return numbers


def _packed(samples: _Levels, bits: int) -> _Levels:
    """Rows of numbers in so many bits each; each row ends with a whole byte."""
    if bits == 8:
        return samples
    single = np.unpackbits(samples[..., None], axis=2)[..., 8 - bits :]
    return np.packbits(single.reshape(len(samples), -1), axis=1)


def _is_flat(picture: Stream, rows: _Levels, components: int, bits: int) -> bool:
    """Whether the colours that samples stand for are nearly the same."""
    space = picture.get("/ColorSpace")
    kind = str(space[0] if isinstance(space, Array) and len(space) else space)
    if kind in _PLAIN and "/Decode" not in picture and components in (1, 3):
        # One step of less than eight bits can be seen.
        return bits == 8 and _spans_little(rows.reshape(-1, components))
    with Pdf.new() as aside:
        whole = cast("Stream", aside.copy_foreign(picture))
        _store(whole, rows.tobytes())
        return _shows_little(whole)


def _shows_little(picture: Stream) -> bool:
    shown = decoded(picture, as_gray=False)
    return _spans_little(np.frombuffer(shown.samples_mv, np.uint8).reshape(-1, shown.n))


def _spans_little(pixels: _Levels) -> bool:
    return bool((pixels.max(axis=0).astype(int) - pixels.min(axis=0) < _FLAT).all())


def _store(picture: Stream, data: bytes) -> None:
    for key in ("/Filter", "/DecodeParms"):
        if key in picture:
            del picture[key]
    picture.write(data)


def _even_keyed(picture: Stream) -> None:
    """Of a compressed picture with a colour key, keep what shows; all that the key leaves out becomes one colour."""
    shown = decoded(picture, as_gray=False, keyed=True)
    size = (whole_number(picture.get("/Width")), whole_number(picture.get("/Height")))
    if not shown.alpha or (shown.width, shown.height) != size:
        return
    pixels = np.frombuffer(shown.samples_mv, np.uint8).reshape(-1, shown.n).copy()
    colours, kept = pixels[:, :-1], pixels[:, -1] > 0
    if kept.all():
        return
    colours[kept & ~colours.any(axis=1)] = 1  # what shows in the colour that now is the key
    colours[~kept] = 0
    _store(picture, colours.tobytes())
    components = colours.shape[1]
    picture["/Mask"] = Array([0] * 2 * components)
    picture["/ColorSpace"] = Name.DeviceGray if components == 1 else Name.DeviceRGB
    picture["/BitsPerComponent"] = 8
    if "/Decode" in picture:
        del picture["/Decode"]


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
    if _shows_little(picture):
        image.paste(image.getpixel((0, 0)), (0, 0, *image.size))  # type: ignore[arg-type]
        file = io.BytesIO()
        image.save(file, "JPEG", quality="keep", exif=b"", icc_profile=None)
        _write(picture, file.getvalue(), Name.DCTDecode)


def _even_jpeg2000(picture: Stream) -> None:
    if whole_number(picture.get("/SMaskInData")):
        return
    raw = picture.read_raw_bytes()
    image = _opened(raw)
    shown = image.mode.removesuffix("A")
    flat = _may_be_flat(raw) and _shows_little(picture) and not _is_one(image)
    if shown == image.mode and not flat:
        return
    image = image.convert(shown) if shown != image.mode else image
    if flat:
        image.paste(image.getpixel((0, 0)), (0, 0, *image.size))  # type: ignore[arg-type]
    file = io.BytesIO()
    image.save(file, "JPEG2000", irreversible=False)
    _write(picture, file.getvalue(), Name.JPXDecode)


def _may_be_flat(raw: bytes) -> bool:
    """Whether a JPEG 2000 varies little when it is looked at much smaller, which takes little time; or cannot be."""
    small = _opened(raw)
    small.reduce = _HALVED  # type: ignore[method-assign, assignment]
    try:
        levels = np.asarray(small)
    except OSError:
        return True  # too few sizes are stored
    span = np.ptp(levels.reshape(-1, len(small.getbands())), axis=0)
    return bool((span < _OVERSHOOT * _FLAT * (256 if levels.dtype.itemsize > 1 else 1)).all())


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
