"""Photographs in a picture, and which of them look like a portrait.

No trained detector: those that ship in a maintained package cost more than 100 MB. A portrait for documents has a
form of its own, and that is looked for: a photograph (many shades, no few flat colours), upright, of the format 2 × 3
to 4 × 6, an even backdrop in both upper corners, something else before it in the middle, left and right alike, with
skin in it when there is colour. A drawing counts when all of that is true of it and its backdrop is not white. What
is a photograph and may show a person, but has not this form, is for a person to judge.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageFilter

from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.masks import Bools, grown, shrunk

_SIDE = 320
"""Longer side of the copy in which photographs are looked for: a millimetre is one pixel of a page."""

_OPENED = 9
"""Pixels of that copy that something must be wide and high throughout: lines of text are not."""

_APART = 26
"""How far a colour must lie from the ground's, of 255."""

_MIN_REGION = 14
"""Pixels of that copy: a portrait of 2 × 3 cm is 20 wide on a page."""

_MIN_SHADES = 18
"""Of 64: a photograph has these gray levels in noticeable amounts; drawings, charts and logos have few."""

_FEW_COLOURS = 0.72
"""Share of a drawing that its four most frequent colours cover."""

_MIN_SIDE = 40
"""Pixels of a photograph in which a person could be known."""

MIN_KNOWN = 96
"""Pixels of a photograph that must be looked at by a person; in smaller ones nobody is known again."""

_MAX_GROUND = 0.4
"""Share of a region that may have the colour of the ground around it: in a seal or a heading it shows through."""

_FULL, _MOST_RECTANGLES = 0.5, 3
"""Share of its box that a region covers; and rectangles that are looked for in what is none."""

_OWN = 0.5
"""Share of a row or column of a rectangle that stands out from the ground."""

_ASKEW, _MOST_ASKEW, _ALL = 0.4, 36, 0.85
"""Share of its box that a card covers which lies askew by so many degrees, and of its own rectangle."""

_LINE = 0.12
"""Share of a portrait's height that a line of print which touches it does not have."""

_SAME = 0.8
"""Share of a region's width and height that is left of it when its edges are looked for closely."""

_SEAL_RED, _SEAL = 90, 0.25
"""How much redder than anything else the ink of seals is, and the share of a region from which on it is one."""

_NARROW, _WIDE = 0.58, 0.92
"""Width to height of a portrait, with margins."""

_WHITE = 232
"""Gray level of a drawing's backdrop from which on it is paper."""

_FACE_MIN, _FACE_MAX = 0.004, 0.6
"""Share of a colour photograph that one area of skin has when somebody could be known in it."""

_FACE_LOW, _FACE_HIGH, _FACE_FULL = 0.75, 2.4, 0.42
"""Height to width of such an area, and the share of its box that is skin: walls and furniture lie, faces stand."""

_FACE_SIDE = 128
"""Longer side of the copy in which faces are looked for."""

PORTRAIT_SCORE, MAYBE_SCORE = 0.8, 0.45

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Photo:
    """One photograph in a picture, in its pixels.

    Attributes:
        box: where.
        portrait: from 0 to 1, how surely it shows one person for a document; 0 when it has not that form.
        may_show_person: False when there is colour and nothing of skin in it that has the form of a face.
        coloured: whether there is colour in it.
    """

    box: Box
    portrait: float
    may_show_person: bool
    coloured: bool


def photos(image: Image.Image, regions: Sequence[Box]) -> tuple[Photo, ...]:
    """The photographs among the ``regions`` of a picture that is the right way up, or the picture as one."""
    whole: Box = (0.0, 0.0, float(image.width), float(image.height))
    found = _judged(image, whole)
    if found is not None and (found.portrait or not regions):
        return (found,)
    return tuple(photo for region in regions for photo in _in_region(image, region))


def _in_region(image: Image.Image, region: Box) -> Iterator[Photo]:
    """The region as a photograph, and portraits on what it is: a card, or a coloured field of a form."""
    x0, y0, x1, y1 = (round(n) for n in region)
    part = image.crop((x0, y0, x1, y1))
    photo = _judged(part, region)
    if photo is not None:
        yield replace(photo, box=_exactly(image, region)) if photo.portrait else photo
        if photo.portrait:
            return
    if min(part.size) < 2 * _MIN_SIDE:
        return
    for u0, v0, u1, v1 in regions_of(part):
        inner = part.crop((round(u0), round(v0), round(u1), round(v1)))
        found = _judged(inner, (x0 + u0, y0 + v0, x0 + u1, y0 + v1))
        if found is not None and found.portrait and (found.coloured or is_photo(inner)):
            yield found


def is_photo(image: Image.Image) -> bool:
    """Whether a picture has many shades and no few colours that make up most of it."""
    small = _smaller(image, 160, Image.Resampling.BICUBIC).convert("RGB")
    total = small.width * small.height
    histogram = small.convert("L").histogram()
    shades = sum(sum(histogram[4 * i : 4 * i + 4]) >= 0.004 * total for i in range(64))
    flat = small.quantize(64).getcolors() or []
    return (
        shades >= _MIN_SHADES and sum(sorted((n for n, _ in flat), reverse=True)[:4]) < _FEW_COLOURS * total
    )


def _smaller(image: Image.Image, side: int, how: Image.Resampling) -> Image.Image:
    """A picture with at most ``side`` pixels across and down; Pillow's own way to it copies the large one first."""
    factor = min(side / max(image.size), 1.0)
    size = (max(round(image.width * factor), 1), max(round(image.height * factor), 1))
    return image.resize(size, how, reducing_gap=2.0)


def _judged(part: Image.Image, box: Box) -> Photo | None:
    """What a part of a picture shows; None when it is no photograph and no drawn portrait."""
    if min(part.size) < _MIN_SIDE:
        return None
    colours = np.asarray(part.resize((48, 64), Image.Resampling.BOX).convert("RGB")).astype(np.float32)
    coloured = float((colours.max(axis=2) - colours.min(axis=2)).mean()) > 6
    skin = _skin(colours)
    may = not coloured or _shows_face(part)
    shape = (box[2] - box[0]) / max(box[3] - box[1], 1)
    photo = is_photo(part)
    score = 0.0
    if _NARROW <= shape <= _WIDE:
        gray = colours.mean(axis=2)
        signs = [_has_backdrop(gray), _is_alike(gray)]
        if coloured:
            signs.append(0.04 <= float(skin[8:52, 8:40].mean()) <= 0.85 and not _is_skin_behind(skin))
        if all(signs) and (photo or float(gray[2:14].mean()) < _WHITE):
            score = PORTRAIT_SCORE
        elif photo and may and sum(signs) >= (2 if coloured else 1) and min(part.size) >= MIN_KNOWN:
            score = MAYBE_SCORE
    return Photo(box, score, may, coloured) if photo or score else None


def _skin(colours: Floats) -> Bools:
    """Pixels that may be human skin in any light: the hue does, the brightness does not matter."""
    red, green, blue = colours[..., 0], colours[..., 1], colours[..., 2]
    cb = 128 - 0.1687 * red - 0.3313 * green + 0.5 * blue
    cr = 128 + 0.5 * red - 0.4187 * green - 0.0813 * blue
    found: Bools = (cb >= 77) & (cb <= 127) & (cr >= 133) & (cr <= 175) & (red > 60)
    return found


def _is_skin_behind(skin: Bools) -> bool:
    """Whether both upper corners have the colour of skin: that is the colour of the ground, and tells nothing."""
    return float(skin[2:14, 1:9].mean()) > 0.5 and float(skin[2:14, -9:-1].mean()) > 0.5


def _shows_face(part: Image.Image) -> bool:
    """Whether some area of skin stands by itself and has the form of a face."""
    small = _smaller(part, _FACE_SIDE, Image.Resampling.BOX)
    skin = Image.fromarray(_skin(np.asarray(small).astype(np.float32)).astype(np.uint8) * 255)
    skin = skin.filter(ImageFilter.MinFilter(3)).filter(ImageFilter.MaxFilter(7))  # over eyes and glasses
    skin = skin.filter(ImageFilter.MinFilter(5))
    total = small.width * small.height
    for x0, y0, x1, y1, area in _connected(np.asarray(skin) > 0):
        width, height = x1 - x0, y1 - y0
        if (
            _FACE_MIN * total <= area <= _FACE_MAX * total
            and _FACE_LOW <= height / width <= _FACE_HIGH
            and area >= _FACE_FULL * width * height
        ):
            return True
    return False


def _connected(mask: Bools) -> list[tuple[int, int, int, int, int]]:
    """Connected areas of a small mask: box and size."""
    left = {(int(x), int(y)) for y, x in np.argwhere(mask)}
    found = []
    while left:
        todo = [left.pop()]
        area = 0
        x0 = x1 = todo[0][0]
        y0 = y1 = todo[0][1]
        while todo:
            x, y = todo.pop()
            area += 1
            x0, x1, y0, y1 = min(x0, x), max(x1, x), min(y0, y), max(y1, y)
            for beside in ((x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)):
                if beside in left:
                    left.remove(beside)
                    todo.append(beside)
        found.append((x0, y0, x1 + 1, y1 + 1, area))
    return found


def _has_backdrop(gray: Floats) -> bool:
    """Even and alike in both upper corners, and something else between them further down."""
    left, right, middle = gray[2:14, 1:9], gray[2:14, -9:-1], gray[20:44, 16:32]
    even = max(float(left.std()), float(right.std())) < 22
    alike = abs(float(left.mean()) - float(right.mean())) < 40
    before = max(abs(float(middle.mean()) - float(left.mean())), float(middle.std()) - float(left.std()))
    return even and alike and before > 12


def _is_alike(gray: Floats) -> bool:
    """Left and right of the middle are alike, as far as faces are; the best of a few middles counts."""
    best = 0.0
    for shift in range(-6, 7, 2):
        part = gray[6:58, max(4 + shift, 0) : 44 + shift]
        mirrored = part[:, ::-1]
        deviation = float(part.std())
        if deviation > 6:
            best = max(best, float(((part - part.mean()) * (mirrored - part.mean())).mean()) / deviation**2)
    return best >= 0.45


# --- where ----------------------------------------------------------------------------------------------------------


def regions_of(image: Image.Image, *, apart: int = _APART) -> list[Box]:
    """Rectangles that differ from the ground around them throughout; none if it has no ground.

    Args:
        image: in RGB or gray.
        apart: how far their colours must lie from the ground's, of 255.
    """
    factor = max(max(image.size) / _SIDE, 1.0)
    size = (max(round(image.width / factor), 1), max(round(image.height / factor), 1))
    small = image.resize(size, Image.Resampling.BOX).convert("RGB")
    colours = np.asarray(small).astype(np.int16)
    ground, share = _ground(colours, apart)
    if share < 0.2:
        return []
    red = (colours[..., 0] - np.maximum(colours[..., 1], colours[..., 2])) > _SEAL_RED
    differs = np.abs(colours - ground).max(axis=2) > apart
    mask = shrunk(grown(differs, 5), 5)
    mask = grown(shrunk(mask, _OPENED), _OPENED)
    regions = []
    for blob in _blobs(mask):
        whole = (_fills(blob) and _stands_out(blob[:4], differs)) or _is_askew(mask, differs, blob)
        for x0, y0, x1, y1 in (
            [blob[:4]] if whole else (_trimmed(b, differs) for b in _rectangles(mask, blob))
        ):
            if (
                min(x1 - x0, y1 - y0) >= _MIN_REGION
                and (whole or _stands_out((x0, y0, x1, y1), differs))
                and float(red[y0:y1, x0:x1].mean()) < _SEAL
            ):
                regions.append(
                    (x0 * factor, y0 * factor, min(x1 * factor, image.width), min(y1 * factor, image.height))
                )
    return regions


def _exactly(image: Image.Image, region: Box) -> Box:
    """Where a region's edges are to the pixel; lines of print that touch it are left out."""
    margin = 3 * max(max(image.size) / _SIDE, 1.0)
    x0, y0 = max(round(region[0] - margin), 0), max(round(region[1] - margin), 0)
    x1, y1 = min(round(region[2] + margin), image.width), min(round(region[3] + margin), image.height)
    part = np.asarray(image.crop((x0, y0, x1, y1)).convert("RGB")).astype(np.int16)
    rim = np.concatenate([part[:2].reshape(-1, 3), part[-2:].reshape(-1, 3), part[:, :2].reshape(-1, 3)])
    differs = np.abs(part - np.median(rim, axis=0)).max(axis=2) > _APART
    u0, v0, u1, v1 = (round(n) for n in (region[0] - x0, region[1] - y0, region[2] - x0, region[3] - y0))
    across, down = _edges(differs[v0:v1].mean(axis=0)), _edges(differs[:, u0:u1].mean(axis=1))
    if across is None or down is None:
        return region
    found = (x0 + across[0], y0 + down[0], x0 + across[1], y0 + down[1])
    wide, high = (found[2] - found[0]) / (u1 - u0), (found[3] - found[1]) / (v1 - v0)
    return found if min(wide, high) >= _SAME else region


def _edges(shares: Floats) -> tuple[int, int] | None:
    """From where to where a picture reaches, given how much of each stands out; a line of print is none."""
    spans = _spans(shares >= _OWN)
    long = [span for span in spans if span[1] - span[0] >= _LINE * len(shares)]
    return (long[0][0], long[-1][1]) if long else None


def _ground(colours: npt.NDArray[np.int16], apart: int) -> tuple[npt.NDArray[np.int16], float]:
    """The most frequent colour and how much of the picture is as near to it as that."""
    coarse = (colours >> 4).reshape(-1, 3)
    keys = coarse[:, 0].astype(np.int32) * 256 + coarse[:, 1] * 16 + coarse[:, 2]
    key = int(np.bincount(keys).argmax())
    members = colours.reshape(-1, 3)[keys == key]
    ground = np.median(members, axis=0).astype(np.int16)
    near = np.abs(colours - ground).max(axis=2) <= apart
    return ground, float(near.mean())


def _blobs(mask: Bools) -> list[tuple[int, int, int, int, int]]:
    """Connected areas: box and size. Found by splitting at empty rows and columns, again and again."""
    found: list[tuple[int, int, int, int, int]] = []
    todo = [(0, 0, mask.shape[1], mask.shape[0])]
    while todo:
        x0, y0, x1, y1 = todo.pop()
        part = mask[y0:y1, x0:x1]
        columns = _spans(np.any(part, axis=0))
        rows = _spans(np.any(part, axis=1))
        if len(columns) == 1 and len(rows) == 1:
            (cx0, cx1), (ry0, ry1) = columns[0], rows[0]
            box = (x0 + cx0, y0 + ry0, x0 + cx1, y0 + ry1)
            found.append((*box, int(mask[box[1] : box[3], box[0] : box[2]].sum())))
            continue
        todo.extend((x0 + a, y0 + c, x0 + b, y0 + d) for a, b in columns for c, d in rows)
    return found


def _fills(blob: tuple[int, int, int, int, int]) -> bool:
    x0, y0, x1, y1, area = blob
    return area >= _FULL * (x1 - x0) * (y1 - y0)


def _stands_out(box: tuple[int, int, int, int], differs: Bools) -> bool:
    x0, y0, x1, y1 = box
    return float(differs[y0:y1, x0:x1].mean()) >= 1 - _MAX_GROUND


def _is_askew(mask: Bools, differs: Bools, blob: tuple[int, int, int, int, int]) -> bool:
    """Whether an area is one rectangle that lies askew."""
    x0, y0, x1, y1, area = blob
    part = mask[y0:y1, x0:x1]
    if area < _ASKEW * part.size or float(differs[y0:y1, x0:x1][part].mean()) < 1 - _MAX_GROUND:
        return False
    rows, columns = np.nonzero(part)
    turned = (
        (columns * np.cos(turn) + rows * np.sin(turn), rows * np.cos(turn) - columns * np.sin(turn))
        for turn in np.radians(range(-_MOST_ASKEW, _MOST_ASKEW + 1, 3))
    )
    return area >= _ALL * min(float((np.ptp(across) + 1) * (np.ptp(down) + 1)) for across, down in turned)


def _rectangles(mask: Bools, blob: tuple[int, int, int, int, int]) -> Iterator[tuple[int, int, int, int]]:
    """The largest rectangles in a connected area that is none: a portrait below a coloured heading."""
    x0, y0, x1, y1, area = blob
    if min(x1 - x0, y1 - y0) < _MIN_REGION or area < _MIN_REGION**2:
        return
    left = mask[y0:y1, x0:x1].copy()
    for _ in range(_MOST_RECTANGLES):
        if not _holds_square(left, _MIN_REGION):
            return
        u0, v0, u1, v1 = _largest_rectangle(left)
        if min(u1 - u0, v1 - v0) < _MIN_REGION:
            return
        yield x0 + u0, y0 + v0, x0 + u1, y0 + v1
        left[v0:v1, u0:u1] = False


def _trimmed(box: tuple[int, int, int, int], differs: Bools) -> tuple[int, int, int, int]:
    """A box without what closed the gap between it and its neighbour."""
    x0, y0, x1, y1 = box
    part = differs[y0:y1, x0:x1]
    rows, columns = (np.nonzero(part.mean(axis=axis) >= _OWN)[0] for axis in (1, 0))
    if not (rows.size and columns.size):
        return box
    return x0 + int(columns[0]), y0 + int(rows[0]), x0 + int(columns[-1]) + 1, y0 + int(rows[-1]) + 1


def _holds_square(mask: Bools, side: int) -> bool:
    """Whether a square of so many pixels lies inside a mask: no rectangle that is higher and wider does otherwise."""
    if min(mask.shape) < side:
        return False
    sums = np.zeros((mask.shape[0] + 1, mask.shape[1] + 1), np.int32)
    sums[1:, 1:] = mask.cumsum(axis=0, dtype=np.int32).cumsum(axis=1)
    rows = sums[side:] - sums[:-side]
    return bool((rows[:, side:] - rows[:, :-side] == side * side).any())


def _largest_rectangle(mask: Bools) -> tuple[int, int, int, int]:
    """The box of the largest rectangle inside a small mask; of several, the first that ends, row by row."""
    height, width = mask.shape
    rows = np.arange(1, height + 1)[:, None]
    heights = rows - np.maximum.accumulate(np.where(mask, 0, rows), axis=0)
    ending = mask.copy()
    ending[:-1] &= ~mask[1:]
    best, size = (0, 0, 0, 0), 0
    # Where all of a row goes on below, every rectangle in it does.
    for index in np.flatnonzero(ending.any(axis=1)).tolist():
        line = heights[index]
        if int(line.sum()) <= size:
            continue
        changes = [0, *(np.flatnonzero(line[1:] != line[:-1]) + 1).tolist()]
        open_from: list[
            tuple[int, int]
        ] = []  # where rectangles that reach this row begin, and how high they are
        for column, reached in zip([*changes, width], [*line[changes].tolist(), 0], strict=True):
            start = column
            while open_from and open_from[-1][1] >= reached:
                start, high = open_from.pop()
                if high * (column - start) > size:
                    size, best = high * (column - start), (start, index + 1 - high, column, index + 1)
            open_from.append((start, reached))
    return best


def _spans(used: Bools) -> list[tuple[int, int]]:
    edges = np.diff(np.concatenate(([False], used, [False])).astype(np.int8))
    return list(zip(np.nonzero(edges == 1)[0].tolist(), np.nonzero(edges == -1)[0].tolist(), strict=True))
