"""Checks of a redacted image file: pixels compared, metadata looked for, touched pages read again."""

from __future__ import annotations

import math
import warnings
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageOps, ImageSequence

from redactor.model import Action, Check, Outcome, PageArea, PartPlace, Place, Rect
from redactor.verify.base import VerifyRequest
from redactor.verify.needles import Needles
from redactor.verify.pixels import PIXEL_TOLERANCE, gray_range, same_ink
from redactor.verify.reading import in_eight_bits, read_image

MAX_CHANGED = 0.0005

_INFO = frozenset((
    "dpi", "icc_profile", "jfif", "jfif_version", "jfif_unit", "jfif_density", "adobe", "adobe_transform",
    "compression", "progressive", "progression", "interlace", "resolution", "transparency",
))  # fmt: skip
_TIFF_TAGS = frozenset(
    (
        254,
        256,
        257,
        258,
        259,
        262,
        266,
        273,
        274,
        277,
        278,
        279,
        282,
        283,
        284,
        292,
        296,
        297,
        317,
        320,
        322,
        323,
    )
) | frozenset((324, 325, 338, 339, 347, 529, 530, 531, 532, 34675))
_ERRORS = (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError)

CHECKS = ("opens", "page_count", "no_value_in_text", "no_value_in_objects", "boxes_are_opaque", "pixels_outside",
          "no_forbidden_structures", "redetect")  # fmt: skip


class ImageVerifier:
    """See ``redactor.verify.base.Verifier``."""

    def verify(self, request: VerifyRequest) -> tuple[Check, ...]:
        """Run all checks; those that could not run are NOT_DONE."""
        failed: dict[str, list[Place]] = {name: [] for name in CHECKS}
        try:
            _run(request, failed)
        except _ERRORS:
            return (Check("opens", Outcome.FAILED, 1), *(Check(n, Outcome.NOT_DONE) for n in CHECKS[1:]))
        return tuple(
            Check(name, Outcome.FAILED if places else Outcome.PASSED, len(places), tuple(places[:100]))
            for name, places in failed.items()
        )


def _run(request: VerifyRequest, failed: dict[str, list[Place]]) -> None:
    needles = request.needles()
    removed, values = _expected(request)
    if request.scan.source.format == "heic":
        import pi_heif

        pi_heif.register_heif_opener(thumbnails=False)
    before, after = _frames(request.source), _frames(request.draft)
    pages = 0
    for number, draft in enumerate(after, start=1):
        source = next(before, None)
        pages += 1
        if source is None or source.size != draft.size:
            failed["page_count"].append(PageArea(number, ()))
            continue
        size = request.scan.source.page_sizes[number - 1]
        scale = draft.width / size[0]
        rects = removed.get(number, [])
        for rect in rects:
            if not _covered(draft, source, rect, scale):
                failed["boxes_are_opaque"].append(PageArea(number, (rect,)))
        if _changed(source, draft, rects, scale) > MAX_CHANGED:
            failed["pixels_outside"].append(PageArea(number, ()))
        if rects:
            text = read_image(draft)
            if needles.in_text(text):
                failed["no_value_in_text"].append(PageArea(number, ()))
            gone = Needles(values.get(number, []))
            if any(gone.in_text(text[h.start : h.end]) for h in request.redetect(text)):
                failed["redetect"].append(PageArea(number, ()))
    if pages != request.scan.source.pages:
        failed["page_count"].append(PartPlace("image.pages"))
    if needles.in_bytes(request.draft.read_bytes()):
        failed["no_value_in_objects"].append(PartPlace("image.file"))
    failed["no_forbidden_structures"].extend(PartPlace(part) for part in _metadata(request.draft))


def _expected(request: VerifyRequest) -> tuple[dict[int, list[Rect]], dict[int, list[str]]]:
    rects: dict[int, list[Rect]] = {}
    values: dict[int, list[str]] = {}
    action = {d.finding: d.action for d in request.decisions.items}
    for finding in request.scan.findings:
        for place in finding.places:
            if isinstance(place, PageArea) and action.get(finding.id) is Action.HIDE:
                rects.setdefault(place.page, []).extend(place.rects)
                values.setdefault(place.page, []).append(finding.value)
    covered = set(request.decisions.covered_gaps)
    for other in (
        *(m.place for m in request.decisions.marks),
        *(g.place for g in request.scan.gaps if g.id in covered),
    ):
        if isinstance(other, PageArea):
            rects.setdefault(other.page, []).extend(other.rects)
    return rects, values


def _frames(path: Path) -> Iterator[Image.Image]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        with Image.open(path) as image:
            for frame in ImageSequence.Iterator(image) if image.format == "TIFF" else [image]:
                frame.load()  # which turns a TIFF as its mark says, and drops the mark
                yield in_eight_bits(ImageOps.exif_transpose(frame))


def _covered(picture: Image.Image, source: Image.Image, rect: Rect, scale: float) -> bool:
    x0, y0 = math.ceil(rect.x0 * scale) + 1, math.ceil(rect.y0 * scale) + 1
    x1, y1 = math.floor(rect.x1 * scale) - 1, math.floor(rect.y1 * scale) - 1
    x0, y0, x1, y1 = max(x0, 0), max(y0, 0), min(x1, picture.width), min(y1, picture.height)
    if x0 >= x1 or y0 >= y1:
        return True
    part = picture.crop((x0, y0, x1, y1))
    if part.mode == "RGBA" and part.getchannel("A").getextrema()[0] != 255:
        return False
    part = part.convert("L")
    histogram = part.histogram()
    dark, light = sum(histogram[:24]), sum(histogram[232:])
    area = part.width * part.height
    if max(dark, light) < 0.4 * area or dark + light < 0.6 * area:
        return False
    low, high = gray_range(part)
    return high - low <= 16 or not same_ink(source.crop((x0, y0, x1, y1)).convert("L"), part)


def _changed(source: Image.Image, draft: Image.Image, rects: list[Rect], scale: float) -> float:
    difference = _difference(source, draft)
    draw = ImageDraw.Draw(difference)
    margin = 9  # JPEG blocks that a box cuts through are coded anew
    for rect in rects:
        draw.rectangle(
            (
                rect.x0 * scale - margin,
                rect.y0 * scale - margin,
                rect.x1 * scale + margin,
                rect.y1 * scale + margin,
            ),
            fill=0,
        )
    changed = sum(difference.histogram()[PIXEL_TOLERANCE:])
    return changed / (difference.width * difference.height)


def _difference(source: Image.Image, draft: Image.Image) -> Image.Image:
    """By how much each pixel differs as it is seen on white or black; what is transparent is seen on neither."""
    if source.mode != "RGBA" and draft.mode != "RGBA":
        return ImageChops.difference(source.convert("RGB"), draft.convert("RGB")).convert("L")
    pairs = []
    for level in (0, 255):
        ground = Image.new("RGBA", source.size, (level, level, level, 255))
        one, other = (
            Image.alpha_composite(ground, p.convert("RGBA")).convert("RGB") for p in (source, draft)
        )
        pairs.append(ImageChops.difference(one, other).convert("L"))
    return ImageChops.lighter(*pairs)


def _metadata(path: Path) -> Iterator[str]:
    with Image.open(path) as image:
        kind = image.format
        for number, frame in enumerate(ImageSequence.Iterator(image)):
            if kind == "TIFF":
                if any(tag not in _TIFF_TAGS for tag in frame.tag_v2):  # type: ignore[attr-defined]
                    yield "image.exif"
                continue
            if any(key not in _INFO for key in frame.info):
                yield "image.text"
            if number == 0 and any(tag not in _TIFF_TAGS for tag in frame.getexif()):
                yield "image.exif"
