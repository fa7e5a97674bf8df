"""Which parts of the pictures on a page nobody sees: covered, clipped, off the page, or masked away.

Asked of the renderer instead of guessed from the content: the page is drawn with a picture all black and again with it
all white. Where both drawings agree, no pixel of that picture shows, whatever the reason. Pictures that do not touch
each other share a pair of drawings; strips of one picture, as scanners store it, are one.

What is found here does not travel: OCR reads the drawn page, so nobody has looked at what it does not show.
"""

from __future__ import annotations

import io
import math
import re
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pikepdf
import pymupdf
from pikepdf import Name, Object, Pdf, Stream
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from redactor.formats.pdf.bilevel import decoded
from redactor.formats.pdf.codes import gray_of
from redactor.formats.pdf.content import content_bytes, operations, words
from redactor.formats.pdf.editor import Edited, Editor
from redactor.formats.pdf.engine import ENGINE_ERRORS, Box
from redactor.formats.pdf.geometry import Matrix, bounds
from redactor.formats.pdf.images import (
    MIN_DRAWN,
    MIN_LETTERS_HEIGHT,
    MIN_LETTERS_WIDTH,
    Placement,
    union,
    written,
)
from redactor.formats.pdf.operands import name_of
from redactor.formats.pdf.picture_formats import unwrap
from redactor.formats.pdf.pixels import in_pixels
from redactor.formats.pdf.resources import resource, whole_number, with_added
from redactor.formats.pdf.text_runs import CannotEdit

SCALE = 1.5
"""Pixels per point of the drawings that are compared."""

MARGIN = 5
"""Pixels of the drawings: a hidden part must hold a square of this side, so that rounding at edges is none."""

_FAINT = 8
"""Levels between a black and a white picture where it shows, below which nothing in it can be read; see
``pictures.read_pixels``. A veil that lets through less is as good as a cover.
"""

MAX_GROUPS = 12
"""Stacks of more pictures than this are taken as one: what lies below shows nothing through in practice."""

PictureKey = tuple[int, int, int, tuple[float, ...]]
"""Width and height in pixels, a sum over what is stored, and the place on the page: what tells one drawn picture from
another. An edited scan that is pasted over the first one has its size and its place.
"""


@dataclass(frozen=True, slots=True)
class HiddenParts:
    """What of one drawn picture nobody sees, as rectangles in display coordinates.

    Attributes:
        boxes: of the picture itself; what its own masks make transparent counts as unseen.
        mask_boxes: of its masks: what is unseen whatever they say, or looks the same whatever they say, as letters
            do that a white picture's mask cuts out on white ground.
    """

    boxes: tuple[Box, ...]
    mask_boxes: tuple[Box, ...] = ()


def picture_key(picture: Stream, matrix: Matrix) -> PictureKey:
    """Names a picture at its place; the same for the same draw however often a page is followed, and a file opened.

    Its outer filters are taken off, as they are when it is emptied at another place.
    """
    width, height = whole_number(picture.get("/Width")), whole_number(picture.get("/Height"))
    stored = 0
    for item in (picture, picture.get("/SMask"), picture.get("/Mask")):
        if isinstance(item, Stream):
            unwrap(item)
            stored = zlib.crc32(item.read_raw_bytes(), stored)
    return (width, height, stored, tuple(round(n, 1) for n in matrix))


def hidden_parts(
    pdf: Pdf,
    page: Object,
    to_display: Matrix,
    size: tuple[float, float],
    hidden_layers: frozenset[tuple[int, int]],
) -> dict[PictureKey, HiddenParts]:
    """The hidden parts of every picture that a page draws; empty when all of them show.

    Args:
        pdf: the working form, not to be saved any more: objects are left behind in it.
        page: one of its pages, with what it inherits.
        to_display: from the page's content to display coordinates.
        size: of the page as displayed, in points.
        hidden_layers: layers that are not shown; what lies on them covers nothing.

    Raises:
        CannotEdit, CorruptDocument: the page's content cannot be followed.
    """
    drawn: dict[PictureKey, Matrix] = {}
    narrow: dict[Placement, PictureKey] = {}
    masked: dict[PictureKey, Stream] = {}

    def note(picture: Stream, matrix: Matrix) -> None:
        key = picture_key(picture, matrix)
        if min(key[0], key[1]) >= MIN_LETTERS_HEIGHT and max(key[0], key[1]) >= MIN_LETTERS_WIDTH:
            if _is_flat(matrix):
                raise CannotEdit  # drawn without an area: nobody sees it, and it is there for whoever takes it out
            drawn.setdefault(key, matrix)
            if _has_mask(picture):
                masked[key] = picture
        elif not _is_flat(matrix):
            narrow[Placement(bounds(matrix, 0, 0, 1, 1), key[0], key[1])] = key

    _followed(pdf, page, to_display, hidden_layers, note)
    if len(drawn) == 1 and _shows_one_picture(page):
        ((key, matrix),) = drawn.items()
        return {key: HiddenParts(boxes)} if (boxes := _off_page(matrix, size)) else {}
    found: dict[PictureKey, HiddenParts] = {}
    for group in _groups({key: bounds(matrix, 0, 0, 1, 1) for key, matrix in drawn.items()}):
        shown = _shown(pdf, page, to_display, hidden_layers, frozenset(group))
        unseen = {key: boxes for key in group if (boxes := _unseen(shown, drawn[key], size))}
        open_keys = frozenset(key for key in group if key in masked)
        if open_keys:
            shown = _shown(pdf, page, to_display, hidden_layers, open_keys, _with_plain_mask)
        for key in group:
            mask_boxes = _unseen(shown, drawn[key], size) if key in masked else ()
            if key in unseen or (mask_boxes and _varies(masked[key], drawn[key], mask_boxes)):
                found[key] = HiddenParts(unseen.get(key, ()), mask_boxes)
    for strips in written(list(narrow)):
        keys = frozenset(narrow[strip] for strip in strips)
        x0, y0, x1, y1 = union(strip.box for strip in strips)
        shown = _shown(pdf, page, to_display, hidden_layers, keys)
        if boxes := _unseen(shown, (x1 - x0, 0.0, 0.0, y1 - y0, x0, y0), size):
            found.update(dict.fromkeys(keys, HiddenParts(boxes)))
    return found


def _shows_one_picture(page: Object) -> bool:
    """Whether a page draws one opaque picture and nothing else, as scanners write it: all of it shows then."""
    content = list(operations(content_bytes(page)))
    names = [
        name_of(operation.operands[-1])
        for operation in content
        if operation.name == "Do" and operation.operands
    ]
    if len(names) != 1 or not _PLACING.issuperset(operation.name for operation in content):
        return False
    picture = resource(page.get("/Resources"), "/XObject", names[0])
    return (
        isinstance(picture, Stream)
        and picture.get("/Subtype") == Name.Image
        and not any(key in picture for key in _MAY_HIDE)
    )


_PLACING = frozenset(("q", "Q", "cm", "Do"))
"""What draws a picture wherever it is to be."""

_MAY_HIDE = ("/SMask", "/SMaskInData", "/Mask", "/ImageMask", "/OC")
"""Keys of pictures of which not all may show."""


def _is_flat(matrix: Matrix) -> bool:
    """Whether a picture has no area on the page that could be drawn and looked at."""
    a, b, c, d, _, _ = matrix
    return abs(a * d - b * c) < MIN_DRAWN * max(abs(a) + abs(b), abs(c) + abs(d), MIN_DRAWN)


def _groups(boxes: dict[PictureKey, Box]) -> list[list[PictureKey]]:
    """Pictures in as few groups as a simple search gives, no two of a group touching each other."""
    groups: list[list[PictureKey]] = []
    for key, box in boxes.items():
        for group in groups:
            if not any(_touch(box, boxes[other]) for other in group):
                group.append(key)
                break
        else:
            if len(groups) < MAX_GROUPS:
                groups.append([key])
            else:
                groups[-1].append(key)
    return groups


def _touch(one: Box, other: Box) -> bool:
    return one[0] - 2 < other[2] and one[2] + 2 > other[0] and one[1] - 2 < other[3] and one[3] + 2 > other[1]


def _followed(
    pdf: Pdf,
    page: Object,
    to_display: Matrix,
    hidden_layers: frozenset[tuple[int, int]],
    replaced: Callable[[Stream, Matrix], Stream | None],
) -> Edited | None:
    """The page's content with its pictures replaced by what ``replaced`` answers (None: left as they are)."""
    editor = Editor(
        pdf, (), hidden_layers, lambda picture, matrix, _boxes: replaced(picture, matrix), every_picture=True
    )
    return editor.edit(content_bytes(page), page.get("/Resources"), to_display)


def _shown(
    pdf: Pdf,
    page: Object,
    to_display: Matrix,
    hidden_layers: frozenset[tuple[int, int]],
    group: frozenset[PictureKey],
    in_its_place: Callable[[Pdf, Stream, int], Stream] | None = None,
) -> Image.Image:
    """A gray picture of the page that is black where it is the same with two things in place of pictures of the group.

    By default these are a black and a white picture; others are made from the picture and a level.
    """
    drawings = []
    for level in (0, 255):

        def plain(picture: Stream, matrix: Matrix, level: int = level) -> Stream | None:
            if picture_key(picture, matrix) not in group:
                return None
            return (in_its_place or _plain_picture)(pdf, picture, level)

        edited = _followed(pdf, page, to_display, hidden_layers, plain)
        drawings.append(_drawn(pdf, page, edited))
    dark, light = drawings
    difference = ImageChops.difference(dark, light)
    red, green, blue = difference.split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def _plain_picture(pdf: Pdf, picture: Stream, level: int) -> Stream:
    """A picture of one pixel in place of another, with its masks; a stencil is all painted or not at all."""
    plain = _one_pixel(pdf, level)
    if picture.get("/ImageMask"):
        del plain["/ColorSpace"]
        plain["/ImageMask"] = True
        plain["/BitsPerComponent"] = 1
    else:
        for key in _MASKS:
            if isinstance(picture.get(key), Stream):
                plain[key] = picture[key]
    return plain


def _with_plain_mask(pdf: Pdf, picture: Stream, level: int) -> Stream:
    """A picture that is wholly transparent (level 0) or wholly opaque (255) in place of one with a mask."""
    plain = pdf.make_stream(picture.read_raw_bytes())
    for key in picture.keys():  # noqa: SIM118 - pikepdf dictionaries iterate differently
        if key not in ("/Length", "/SMaskInData", *_MASKS):
            plain[key] = picture[key]
    plain["/SMask"] = _one_pixel(pdf, level)
    return plain


def _one_pixel(pdf: Pdf, level: int) -> Stream:
    picture = pdf.make_stream(bytes([level]))
    picture["/Type"] = Name.XObject
    picture["/Subtype"] = Name.Image
    picture["/Width"] = picture["/Height"] = 1
    picture["/ColorSpace"] = Name.DeviceGray
    picture["/BitsPerComponent"] = 8
    return picture


_MASKS = ("/SMask", "/Mask")


def _varies(picture: Stream, matrix: Matrix, boxes: Sequence[Box]) -> bool:
    """Whether anything could be read in the masks of a picture inside of some boxes."""
    for key in _MASKS:
        mask = picture.get(key)
        if not isinstance(mask, Stream):
            continue
        try:
            image = gray_of(decoded(mask, as_gray=key == "/Mask"))
        except ENGINE_ERRORS:
            continue  # nobody can look at it either
        inside = Image.new("L", image.size)
        draw = ImageDraw.Draw(inside)
        for box in boxes:
            if corners := in_pixels(matrix, box, *image.size):
                draw.polygon(corners, fill=255)
        levels = [level for level, count in enumerate(image.histogram(inside)) if count]
        if levels and levels[-1] - levels[0] >= _FAINT:
            return True
    return False


def _has_mask(picture: Stream) -> bool:
    return any(isinstance(picture.get(key), Stream) for key in _MASKS)


def _drawn(pdf: Pdf, page: Object, edited: Edited | None) -> Image.Image:
    """The page as MuPDF draws it with changed content, in a document of its own."""
    old = {key: page.get(key) for key in ("/Contents", "/Resources")}
    if edited is not None:
        page["/Contents"] = pdf.make_stream(edited.data)
        page["/Resources"] = with_added(pdf, old["/Resources"], edited.added)
    for key in [k for k in page.keys() if k not in _GEOMETRY and k != "/Parent"]:  # noqa: SIM118
        del page[key]
    try:
        with Pdf.new() as carrier:
            carrier.pages.append(pikepdf.Page(page))
            file = io.BytesIO()
            carrier.save(file, compress_streams=False)
    finally:
        for key, value in old.items():
            if value is not None:
                page[key] = value
    with pymupdf.open("pdf", file.getvalue()) as document:
        picture = document[0].get_pixmap(
            matrix=pymupdf.Matrix(SCALE, SCALE), colorspace=pymupdf.csRGB, alpha=False
        )
        return Image.frombytes("RGB", (picture.width, picture.height), bytes(picture.samples))


_GEOMETRY = words("/Type /MediaBox /CropBox /Rotate /Resources /Contents /UserUnit /Group")


def _off_page(matrix: Matrix, size: tuple[float, float]) -> tuple[Box, ...]:
    """The parts of a picture placed by ``matrix`` that are off a page of this size."""
    x0, y0, x1, y1 = bounds(matrix, 0, 0, 1, 1)
    width, height = size
    least = MARGIN / SCALE
    boxes: list[Box] = []
    if x0 < -least:
        boxes.append((x0, y0, min(0.0, x1), y1))
    if y0 < -least:
        boxes.append((x0, y0, x1, min(0.0, y1)))
    if x1 > width + least:
        boxes.append((max(width, x0), y0, x1, y1))
    if y1 > height + least:
        boxes.append((x0, max(height, y0), x1, y1))
    return tuple(boxes)


def _unseen(shown: Image.Image, matrix: Matrix, size: tuple[float, float]) -> tuple[Box, ...]:
    """The parts of a picture placed by ``matrix`` that are off the page or black in ``shown``, as rectangles."""
    a, b, c, d, e, f = matrix
    x0, y0, x1, y1 = bounds(matrix, 0, 0, 1, 1)
    boxes = list(_off_page(matrix, size))
    left, top = max(math.floor(x0 * SCALE), 0), max(math.floor(y0 * SCALE), 0)
    right, bottom = min(math.ceil(x1 * SCALE), shown.width), min(math.ceil(y1 * SCALE), shown.height)
    if left >= right or top >= bottom:
        return tuple(boxes)
    part = shown.crop((left, top, right, bottom)).point(
        [255] * _FAINT + [0] * (256 - _FAINT)
    )  # white is unseen
    if part.getbbox() is None:
        return tuple(boxes)
    # Beyond the picture's own edge nothing of it shows either: it must not make the edge look covered less.
    framed = Image.new("L", (part.width + 2 * MARGIN, part.height + 2 * MARGIN), 255)
    framed.paste(part, (MARGIN, MARGIN))
    kept = _eroded(framed, MARGIN)
    kept = kept.crop((MARGIN, MARGIN, MARGIN + part.width, MARGIN + part.height))
    inside = Image.new("L", part.size, 0)
    corners = [(a * u + c * v + e, b * u + d * v + f) for u, v in ((0, 0), (1, 0), (1, 1), (0, 1))]
    ImageDraw.Draw(inside).polygon([(x * SCALE - left, y * SCALE - top) for x, y in corners], fill=255)
    kept = ImageChops.darker(kept, inside)
    if _is_rim(kept):
        return tuple(boxes)
    boxes.extend(
        (
            (left + run_left) / SCALE,
            (top + run_top) / SCALE,
            (left + run_right) / SCALE,
            (top + run_bottom) / SCALE,
        )
        for run_left, run_top, run_right, run_bottom in _rectangles(kept)
    )
    return tuple(boxes)


def _is_rim(unseen: Image.Image) -> bool:
    """Whether only the outermost pixels are unseen: the picture's edge, rounded."""
    return unseen.getbbox() is None or _eroded(unseen, 3).getbbox() is None


def _eroded(mask: Image.Image, side: int) -> Image.Image:
    """What of a mask has a square of ``side`` pixels (odd) around it inside it; a blur is quicker than a rank."""
    return mask.filter(ImageFilter.BoxBlur(side // 2)).point([0] * 255 + [255])


def _rectangles(unseen: Image.Image) -> list[tuple[int, int, int, int]]:
    """White areas as rectangles: runs of each row, merged downwards while they stay the same."""
    done: list[tuple[int, int, int, int]] = []
    open_runs: dict[tuple[int, int], int] = {}
    data = unseen.tobytes()
    for y in range(unseen.height + 1):
        line = data[y * unseen.width : (y + 1) * unseen.width]
        runs = [match.span() for match in _RUN.finditer(line)]
        for run in [r for r in open_runs if r not in runs]:
            done.append((run[0], open_runs.pop(run), run[1], y))
        for run in runs:
            open_runs.setdefault(run, y)
    return done


_RUN = re.compile(rb"[^\x00]+")
