"""Emptying parts of pictures: in their own samples where that can be, in their own compression otherwise.

Outside of the emptied parts the picture stays what it was: losslessly stored samples are not touched, JPEGs are
written again with their own quantisation tables, bilevel scans stay bilevel. Metadata never travels. What cannot be
decoded raises ``CannotEdit``.
"""

from __future__ import annotations

import io
import math
import warnings
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, StreamDecodeLevel
from PIL import Image, ImageChops, ImageDraw, ImageMath, UnidentifiedImageError

from redactor.formats.pdf.bilevel import decoded, group4
from redactor.formats.pdf.colours import components_of
from redactor.formats.pdf.content import words
from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.geometry import Matrix
from redactor.formats.pdf.picture_formats import unwrap
from redactor.formats.pdf.resources import whole_number
from redactor.formats.pdf.text_runs import CannotEdit

MAX_PIXELS = 300_000_000
"""Pictures above this are not decoded: their page becomes an image at reading resolution instead."""

_LOSSLESS = words(
    "/FlateDecode /LZWDecode /RunLengthDecode /ASCII85Decode /ASCIIHexDecode /Fl /LZW /RL /A85 /AHx"
)
_KEEP = words(
    "/Type /Subtype /Width /Height /ColorSpace /BitsPerComponent /Intent /ImageMask /Mask /Decode "
    "/Interpolate /SMask /SMaskInData /Matte"
)

Quad = tuple[tuple[float, float], ...]
Row = tuple[int, int, int]
"""y, first x, one past the last x: pixels of one row."""


def redact_picture(
    pdf: Pdf,
    picture: Stream,
    matrix: Matrix,
    boxes: Sequence[Box],
    hidden: Sequence[Box] = (),
    hidden_masks: Sequence[Box] = (),
) -> Stream | None:
    """A copy of a picture with everything inside ``boxes`` (display coordinates) emptied, masks included.

    ``hidden`` is emptied in the picture alone and ``hidden_masks`` in its masks alone: nobody sees it, and what the
    masks make transparent must stay transparent; masks make transparent what is emptied.

    Returns None when the picture is of one colour there, so that nothing can be read from it.
    """
    changed = _redact_one(pdf, picture, matrix, boxes, hidden)
    masks: dict[str, Stream] = {}
    for key in ("/SMask", "/Mask"):
        mask = picture.get(key)
        if isinstance(mask, Stream):
            new_mask = _redact_one(pdf, mask, matrix, boxes, hidden_masks, ones=_is_open_at_one(key, mask))
            if new_mask is not None:
                masks[key] = new_mask
    if changed is None and not masks:
        return None
    if changed is None:
        changed = pdf.make_stream(picture.read_raw_bytes())
        for key in ("/Filter", "/DecodeParms"):
            if key in picture:
                changed[key] = picture[key]
        _copy_keys(picture, changed)
    for key, mask in masks.items():
        changed[key] = mask
    return changed


def _is_open_at_one(key: str, mask: Stream) -> bool:
    """Whether ones, not zeros, in a mask make transparent: in stencils, and in soft masks that are turned round."""
    decode = mask.get("/Decode")
    turned = isinstance(decode, Array) and len(decode) == 2 and float(decode[0]) > float(decode[1])
    return (key == "/Mask") != turned


def _redact_one(
    pdf: Pdf,
    picture: Stream,
    matrix: Matrix,
    boxes: Sequence[Box],
    hidden: Sequence[Box],
    *,
    ones: bool = False,
) -> Stream | None:
    """See ``redact_picture``; emptied to zeros, or to ``ones``."""
    width, height = whole_number(picture.get("/Width")), whole_number(picture.get("/Height"))
    if width <= 0 or height <= 0:
        return None
    if width * height > MAX_PIXELS:
        raise CannotEdit
    quads = [in_pixels(matrix, box, width, height) for box in boxes]
    unseen = [in_pixels(matrix, box, width, height) for box in hidden]
    rows = [row for quad in [*quads, *unseen] for row in _rows(quad, width, height)]
    if not rows:
        return None
    unwrap(picture)
    filters = _filters(picture)
    try:
        if all(f in _LOSSLESS for f in filters):
            return _samples(pdf, picture, rows, width, height, ones=ones)
        if ones and filters in (["/DCTDecode"], ["/JPXDecode"]):
            raise CannotEdit
        if filters == ["/DCTDecode"]:
            return _with_pillow(pdf, picture, quads, unseen, _save_jpeg, Name.DCTDecode)
        if filters == ["/JPXDecode"]:
            return _with_pillow(pdf, picture, quads, unseen, _save_jpx, Name.JPXDecode)
        return _decoded(pdf, picture, [*quads, *unseen], width, height, ones=ones)
    except (
        OSError,
        UnidentifiedImageError,
        ValueError,
        RuntimeError,
        pikepdf.PdfError,
        Image.DecompressionBombError,
    ) as error:
        raise CannotEdit from error


# --- geometry -------------------------------------------------------------------------------------------------------


def in_pixels(matrix: Matrix, box: Box, width: int, height: int) -> Quad:
    """A display rectangle in pixels of the picture, whose unit square ``matrix`` leads to the display."""
    a, b, c, d, e, f = matrix
    determinant = a * d - b * c
    if abs(determinant) < 1e-12:
        return ()
    points = []
    for x, y in ((box[0], box[1]), (box[2], box[1]), (box[2], box[3]), (box[0], box[3])):
        x, y = x - e, y - f
        u, v = (d * x - c * y) / determinant, (a * y - b * x) / determinant
        points.append((u * width, (1 - v) * height))
    return tuple(points)


def _rows(quad: Quad, width: int, height: int) -> list[Row]:
    """All pixels that a convex quadrilateral touches, row by row."""
    if not quad:
        return []
    top = max(math.floor(min(y for _, y in quad)), 0)
    bottom = min(math.ceil(max(y for _, y in quad)), height)
    rows: list[Row] = []
    edges = list(zip(quad, quad[1:] + quad[:1], strict=True))
    for y in range(top, bottom):
        xs: list[float] = [x for x, py in quad if y <= py <= y + 1]
        for (x0, y0), (x1, y1) in edges:
            for level in (y, y + 1):
                if min(y0, y1) <= level <= max(y0, y1) and y0 != y1:
                    xs.append(x0 + (level - y0) * (x1 - x0) / (y1 - y0))
        if xs:
            first, last = max(math.floor(min(xs)), 0), min(math.ceil(max(xs)), width)
            if first < last:
                rows.append((y, first, last))
    return rows


# --- raw samples ----------------------------------------------------------------------------------------------------


def _samples(
    pdf: Pdf, picture: Stream, rows: Sequence[Row], width: int, height: int, *, ones: bool
) -> Stream | None:
    data = bytearray(picture.read_bytes(StreamDecodeLevel.specialized))
    bits = 1 if picture.get("/ImageMask") else whole_number(picture.get("/BitsPerComponent"), 8)
    components = 1 if picture.get("/ImageMask") else components_of(picture.get("/ColorSpace"))
    if not components:
        raise CannotEdit
    stride = (width * components * bits + 7) // 8
    if len(data) < stride * height:
        data.extend(bytes(stride * height - len(data)))
    if _uniform(data, rows, stride, components * bits):
        return None
    if ones:
        data = data.translate(_TURNED)
    for y, first, last in rows:
        _clear(data, y * stride * 8 + first * components * bits, y * stride * 8 + last * components * bits)
    if ones:
        data = data.translate(_TURNED)
    new = pdf.make_stream(b"")
    parms = picture.get("/DecodeParms")
    predicted = isinstance(parms, Dictionary) and whole_number(parms.get("/Predictor"), 1) >= 10
    mode = {(1, 8): "L", (3, 8): "RGB", (4, 8): "RGBA"}.get((components, bits))
    if predicted and mode:
        new.write(
            png_rows(Image.frombytes(mode, (width, height), bytes(data[: stride * height]))),
            filter=Name.FlateDecode,
            decode_parms=Dictionary(Predictor=15, Colors=components, BitsPerComponent=bits, Columns=width),
        )
    else:
        new.write(zlib.compress(bytes(data), 6), filter=Name.FlateDecode)
    _copy_keys(picture, new)
    return new


def _uniform(data: bytearray, rows: Sequence[Row], stride: int, bits: int) -> bool:
    """Whether all pixels of the rows have the same value; pixels of less than a byte are compared by whole bytes."""
    if bits >= 8:
        size = bits // 8
        y, first, _ = rows[0]
        pixel = bytes(data[y * stride + first * size : y * stride + (first + 1) * size])
        return all(data[y * stride + a * size : y * stride + b * size] == pixel * (b - a) for y, a, b in rows)
    y, first, _ = rows[0]
    byte = bytes(data[y * stride + first * bits // 8 : y * stride + first * bits // 8 + 1])
    if bits == 1 and byte not in (b"\x00", b"\xff"):
        return False
    for y, a, b in rows:
        start, end = y * stride + a * bits // 8, y * stride + (b * bits + 7) // 8
        if data[start:end] != byte * (end - start):
            return False
    return bits == 1 or len(set(byte)) == 1


_TURNED = bytes(range(255, -1, -1))
"""Every bit the other way."""


def _clear(data: bytearray, start: int, end: int) -> None:
    """Set the bits from ``start`` to ``end`` to zero."""
    first, last = (start + 7) // 8, end // 8
    if first > last:
        mask = (0xFF >> (start % 8)) & (0xFF << (8 - end % 8)) & 0xFF
        data[start // 8] &= ~mask & 0xFF
        return
    if start % 8:
        data[start // 8] &= 0xFF << (8 - start % 8) & 0xFF
    data[first:last] = bytes(last - first)
    if end % 8 and last < len(data):
        data[last] &= 0xFF >> (end % 8)


def png_rows(picture: Image.Image) -> bytes:
    """The picture's rows as PNG stores them: filtered and deflated, which PDF reads as predictor 15."""
    file = io.BytesIO()
    picture.save(file, "PNG", compress_level=6)
    data = file.getvalue()
    at, out = 8, []
    while at < len(data):
        length = int.from_bytes(data[at : at + 4])
        if data[at + 4 : at + 8] == b"IDAT":
            out.append(data[at + 8 : at + 8 + length])
        at += 12 + length
    return b"".join(out)


# --- compressed pictures --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Original:
    """What a new file should be like."""

    size: int


def _with_pillow(
    pdf: Pdf,
    picture: Stream,
    quads: Sequence[Quad],
    unseen: Sequence[Quad],
    save: Callable[[Image.Image, _Original], bytes],
    filter_name: Name,
) -> Stream | None:
    raw = picture.read_raw_bytes()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        image: Image.Image = Image.open(io.BytesIO(raw))
        image.load()
    if image.size != (whole_number(picture.get("/Width")), whole_number(picture.get("/Height"))):
        raise CannotEdit  # readers do not agree on what they draw of it
    draw = ImageDraw.Draw(image)
    ink = 0 if len(image.getbands()) == 1 else (0,) * len(image.getbands())
    for quad in quads:
        if quad:
            draw.polygon(_outward(quad), fill=ink)
    if unseen:
        image = _without_unseen(image, unseen)
    new = pdf.make_stream(b"")
    new.write(save(image, _Original(len(raw))), filter=filter_name)
    _copy_keys(picture, new)
    return new


_BLOCK = 16
"""Pixels that lossy compression treats together: two blocks of 8, where colours are stored at half the resolution."""


def _without_unseen(image: Image.Image, unseen: Sequence[Quad]) -> Image.Image:
    """The picture without what nobody sees.

    Blocks that hold seen and unseen pixels get the mean colour of the seen ones, for a hard edge to black would show
    as a shadow beside it.
    """
    seen = Image.new("L", image.size, 255)
    draw = ImageDraw.Draw(seen)
    for quad in unseen:
        if quad:
            draw.polygon(_outward(quad), fill=0)
    share = seen.reduce(_BLOCK)
    bands = []
    for band in image.split():
        dark = ImageChops.multiply(band, seen)
        mean = ImageMath.lambda_eval(
            lambda args: args["convert"](args["min"](args["total"] * 255 / args["max"](args["share"], 1), 255), "L"),
            total=dark.reduce(_BLOCK), share=share,
        )  # fmt: skip
        ground = mean.resize((mean.width * _BLOCK, mean.height * _BLOCK), Image.Resampling.NEAREST)
        bands.append(Image.composite(band, ground.crop((0, 0, *image.size)), seen))
    changed = bands[0] if len(bands) == 1 else Image.merge(image.mode, bands)
    image.paste(changed)  # the file's own quantisation tables stay with the object
    return image


def _outward(quad: Quad) -> list[tuple[float, float]]:
    """Rounded away from the middle, so that no pixel on the rim keeps its value."""
    mx, my = sum(x for x, _ in quad) / 4, sum(y for _, y in quad) / 4
    return [
        (math.ceil(x) if x > mx else math.floor(x), math.ceil(y) if y > my else math.floor(y))
        for x, y in quad
    ]


def _save_jpeg(image: Image.Image, _original: _Original) -> bytes:
    file = io.BytesIO()
    image.save(file, "JPEG", quality="keep", exif=b"", icc_profile=None)
    return file.getvalue()


def _save_jpx(image: Image.Image, original: _Original) -> bytes:
    file = io.BytesIO()
    raw = image.width * image.height * len(image.getbands())
    image.save(
        file,
        "JPEG2000",
        quality_mode="rates",
        quality_layers=[max(raw / max(original.size, 1), 1.0)],
        irreversible=True,
    )
    return file.getvalue()


def _decoded(
    pdf: Pdf, picture: Stream, quads: Sequence[Quad], width: int, height: int, *, ones: bool
) -> Stream:
    """Bilevel scans (CCITT, JBIG2) and chains of filters, decoded by MuPDF."""
    stencil = bool(picture.get("/ImageMask"))
    bilevel = stencil or whole_number(picture.get("/BitsPerComponent"), 8) == 1
    plain = decoded(picture, as_gray=bilevel)
    image = Image.frombytes("L" if plain.n == 1 else "RGB", (plain.width, plain.height), bytes(plain.samples))
    if image.size != (width, height):
        raise CannotEdit
    draw = ImageDraw.Draw(image)
    for quad in quads:
        if quad:
            draw.polygon(_outward(quad), fill=255 * ones if plain.n == 1 else (255 * ones,) * 3)
    new = pdf.make_stream(b"")
    if bilevel:
        fax, parameters = group4(image)
        new.write(fax, filter=Name.CCITTFaxDecode, decode_parms=parameters)
        _copy_keys(picture, new)
        return new
    new.write(
        png_rows(image),
        filter=Name.FlateDecode,
        decode_parms=Dictionary(Predictor=15, Colors=plain.n, BitsPerComponent=8, Columns=width),
    )
    _copy_keys(picture, new)
    new["/BitsPerComponent"] = 8
    new["/ColorSpace"] = Name.DeviceGray if plain.n == 1 else Name.DeviceRGB
    if "/Decode" in new:
        del new["/Decode"]
    return new


def _filters(picture: Stream) -> list[str]:
    value = picture.get("/Filter")
    if value is None:
        return []
    return [str(f) for f in value] if isinstance(value, Array) else [str(value)]


def _copy_keys(source: Stream, target: Stream) -> None:
    for key in source.keys():  # noqa: SIM118 - pikepdf dictionaries iterate differently
        if key in _KEEP:
            target[key] = source[key]
