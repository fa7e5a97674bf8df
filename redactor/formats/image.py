"""Image files as one-page scans: PNG, JPEG, HEIC and TIFF with many pages, read by OCR, emptied in their pixels.

The copy has the same format; that of a HEIC file, which telephones write and few programs read, is a JPEG. Further
pictures in a file that is no TIFF are left out of the copy, and told as unread where they may show something else. A
copy holds pixels, resolution and colour profile, and nothing else the
source carried: EXIF, XMP, comments, thumbnails and text chunks stay behind. A camera's orientation mark is applied to
the pixels.
"""

from __future__ import annotations

import hashlib
import math
import warnings
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pymupdf
from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError
from PIL.TiffImagePlugin import AppendingTiffWriter

from recognizers.entities import INFO, EntityType
from redactor.errors import (
    CorruptDocument,
    EmptyFile,
    LimitExceeded,
    SourceMissing,
    SourceUnreadable,
    UnsupportedFormat,
)
from redactor.formats.base import Edit, OpenDocument, OutputOptions, Progress, Reading, RenderedPage, TextUnit
from redactor.formats.image_copy import bare, cover, how_to_save, paintable
from redactor.formats.image_looks import as_shown, flattened, looks
from redactor.formats.pdf import ocr
from redactor.formats.pdf.codes import Codes, codes_in, merge
from redactor.formats.pdf.content import words
from redactor.formats.pdf.continued import with_heads
from redactor.formats.pdf.images import FULL_PIXELS, enlarged, enlargement
from redactor.formats.pdf.parts import PartUnit
from redactor.formats.pdf.pictures import picture_texts
from redactor.formats.pdf.readers import Pending, Readers
from redactor.formats.pdf.sights import lines_of, report
from redactor.model import (
    Applied,
    Finding,
    Gap,
    GapReason,
    HiddenPart,
    ManualMark,
    PageArea,
    PartPlace,
    Rect,
    SourceInfo,
    Treatment,
)

MAX_PIXELS = 200_000_000
"""Per page. A0 at 300 dpi is 140 million."""

MAX_PAGES = 2_000

DEFAULT_DPI = 96.0
"""For files that do not say; photographs of papers are read at a size chosen by their pixels anyway."""

_UNSIZED_PIXELS = 8_000_000
"""Photographs are read at no more than this: telephones store lines of an A4 page in 60 pixels and more."""

_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"II+\x00", "TIFF"),  # with room for more than four gigabytes
    (b"MM\x00+", "TIFF"),
)
_HEIC_BRANDS = frozenset((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"))
_FORMATS = ("PNG", "JPEG", "TIFF", "HEIF")
_HEIC_QUALITY = 92
_METADATA = {
    "exif": "image.exif", "xmp": "image.xmp", "XML:com.adobe.xmp": "image.xmp", "photoshop": "image.iptc",
    "comment": "image.comment",
}  # fmt: skip
_PLAIN_INFO = words(
    "dpi icc_profile jfif jfif_version jfif_unit jfif_density adobe adobe_transform gamma transparency srgb "
    "compression interlace progressive progression resolution aspect chromaticity bbox background"
)


class ImageFormat:
    """The format's door; see ``redactor.formats.base.Format``."""

    name = "image"

    def sniff(self, head: bytes, suffix: str) -> int:
        """Sure by signature."""
        return 100 if any(head.startswith(mark) for mark, _ in _SIGNATURES) else 0

    def open(self, path: Path, password: str) -> OpenDocument:
        """Open a file; image files have no passwords. Errors as ``ImageDocument``."""
        return ImageDocument(path)


class HeicFormat(ImageFormat):
    """Photographs of telephones; a format of its own because its copies are JPEGs."""

    name = "heic"

    def sniff(self, head: bytes, suffix: str) -> int:
        """Sure by the brand in the file's first box."""
        return 100 if _is_heic(head) else 0


@dataclass(frozen=True, slots=True)
class _Page:
    """Size of one picture as shown, in pixels, and pixels per point."""

    width: int
    height: int
    scale: float


@dataclass(slots=True)
class _Found:
    """What reading has gathered so far."""

    texts: list[TextUnit] = field(default_factory=list)
    metadata: list[PartUnit] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    known: list[str] = field(default_factory=list, repr=False)
    certain: list[Finding] = field(default_factory=list)
    hidden: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A picture that is being read, in each way in which it can be seen, and its codes."""

    number: int
    pending: tuple[Pending, ...]
    to_page: pymupdf.Matrix
    codes: Codes


class ImageDocument:
    """One open image file; see ``redactor.formats.base.OpenDocument``. Pages are decoded one at a time."""

    def __init__(self, path: Path) -> None:
        """Open ``path``.

        Raises:
            SourceMissing, SourceUnreadable, EmptyFile, UnsupportedFormat, CorruptDocument, LimitExceeded: as they say.
        """
        self._path = path
        try:
            with path.open("rb") as file:
                head = file.read(16)
                sha = hashlib.sha256(head)
                while block := file.read(1 << 20):
                    sha.update(block)
        except FileNotFoundError as error:
            raise SourceMissing from error
        except OSError as error:
            raise SourceUnreadable from error
        if not head:
            raise EmptyFile
        kind = next((name for mark, name in _SIGNATURES if head.startswith(mark)), None)
        if _is_heic(head):
            kind = "HEIF"
            import pi_heif  # Pillow learns the format here, when the first such file is opened

            pi_heif.register_heif_opener(thumbnails=False)
        if kind is None:
            raise UnsupportedFormat(looks_like="")
        self._kind = kind
        self.further = 0
        self._pages = [_measure(frame) for frame in self._frames(decode=False)]
        if not self._pages:
            raise CorruptDocument(format="image")
        self.info = SourceInfo(
            sha256=sha.hexdigest(),
            size=path.stat().st_size,
            format="heic" if kind == "HEIF" else "image",
            pages=len(self._pages),
            page_sizes=tuple((p.width / p.scale, p.height / p.scale) for p in self._pages),
        )

    def _frames(self, *, decode: bool = True) -> Iterator[Image.Image]:
        """The file's pictures one after the other, turned as a viewer would show them."""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", Image.DecompressionBombWarning)
                with Image.open(self._path, formats=_FORMATS) as image:
                    # But for TIFF the one that viewers show, and that the copy has room for.
                    frames = ImageSequence.Iterator(image) if self._kind == "TIFF" else [image]
                    self.further = 0 if self._kind == "TIFF" else getattr(image, "n_frames", 1) - 1
                    for number, frame in enumerate(frames):
                        if number >= MAX_PAGES:
                            raise LimitExceeded(what="pages", limit=MAX_PAGES)
                        if frame.width * frame.height > MAX_PIXELS:
                            raise LimitExceeded(what="pixels", limit=MAX_PIXELS)
                        if decode:
                            frame.load()
                        yield frame
        except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError) as error:
            raise CorruptDocument(format="image") from error
        except Image.DecompressionBombError as error:
            raise LimitExceeded(what="pixels", limit=MAX_PIXELS) from error

    def read(self, progress: Progress) -> Reading:
        """Read every picture, and the words in its metadata."""
        found = _Found()
        total = len(self._pages)
        readers = Readers()
        waiting: deque[_Waiting] = deque()
        try:
            for index, frame in enumerate(self._frames()):
                progress(index - len(waiting), total)
                waiting.append(self._hand_over(frame, index, readers, found))
                if readers.are_full(pending for each in waiting for pending in each.pending):
                    self._finish(waiting.popleft(), found)
            while waiting:
                progress(total - len(waiting), total)
                self._finish(waiting.popleft(), found)
        finally:
            readers.close()
        if self._kind == "JPEG" and self.further:
            # Telephones put previews and maps of brightness or depth of the same view behind a photograph.
            found.hidden["image.further"] += self.further
        elif self.further:
            found.gaps.append(
                Gap("g-further", GapReason.PART_UNREADABLE, PartPlace("image.further", str(self.further)))
            )
        progress(total, total)
        parts = tuple(HiddenPart(p, c, Treatment.LEFT_OUT) for p, c in sorted(found.hidden.items()))
        return Reading(
            texts=with_heads([*found.texts, *found.metadata]),
            gaps=tuple(found.gaps),
            hidden_parts=parts,
            certain=tuple(found.certain),
            known_values=tuple(dict.fromkeys(found.known)),
        )

    def _hand_over(self, frame: Image.Image, index: int, readers: Readers, found: _Found) -> _Waiting:
        """Have one picture read, and read its metadata and its codes meanwhile."""
        number, page = index + 1, self._pages[index]
        as_stored = pymupdf.Matrix(1 / page.scale, 1 / page.scale)
        factor = _reading_factor(page)
        pending: list[Pending] = []
        codes: list[Codes] = []
        upright = _upright(frame)
        flat = flattened(upright)
        if flat is not upright:
            found.hidden["image.unseen"] += 1
        for look in looks(flat):
            picture, to_page = look, as_stored
            if abs(factor - 1) > 0.05:
                picture, to_page = enlarged(look, factor, as_stored)
            codes.append(codes_in(picture.convert("L"), number, f"p{number}-{len(codes)}", to_page))
            pending.append(readers.submit(picture))
        for unit in _metadata(frame, number):
            found.metadata.append(unit)
            found.hidden[unit.part] += 1
        return _Waiting(number, tuple(pending), to_page, merge(codes))

    def _finish(self, waiting: _Waiting, found: _Found) -> None:
        """Add what was read in a picture to what was read before."""
        number, page = waiting.number, self._pages[waiting.number - 1]
        read = [
            text
            for index, pending in enumerate(waiting.pending)
            for text in picture_texts(
                pending.result(), number, f"p{number}" + f"-look{index}" * bool(index), waiting.to_page
            )
        ]
        whole = PageArea(number, (Rect(0, 0, page.width / page.scale, page.height / page.scale),))
        units = [each.text for each in read if each.text is not None]
        found.texts.extend(units)
        if any(not each.readable and not each.seen.unread for each in read):
            found.gaps.append(Gap(f"g-image-{number}", GapReason.IMAGE_UNREADABLE, whole))
        codes = waiting.codes
        seen = report(number, read, lines_of(units), [unit.box for unit in codes.units], codes.unread)
        found.certain.extend(seen.findings)
        found.gaps.extend(seen.gaps)
        found.texts.extend(codes.units)
        found.known.extend(codes.values)

    def render(self, page: int, scale: float) -> RenderedPage:
        """Draw one picture at ``scale`` pixels per point."""
        for number, frame in enumerate(self._frames(), start=1):
            if number == page:
                own = self._pages[number - 1]
                size = (
                    max(round(own.width / own.scale * scale), 1),
                    max(round(own.height / own.scale * scale), 1),
                )
                image = as_shown(_upright(frame)).resize(size, Image.Resampling.BOX)
                return RenderedPage(image.width, image.height, image.tobytes())
        raise UnsupportedFormat(looks_like="")

    def apply(
        self,
        edits: Sequence[Edit],
        covered_gaps: Sequence[Gap],
        options: OutputOptions,
        draft: Path,
        progress: Progress,
        rasterise: frozenset[int] = frozenset(),
    ) -> Applied:
        """Write the copy in the source's own format; ``rasterise`` changes nothing, all pages are images."""
        boxes: dict[int, list[tuple[Rect, str]]] = {}
        needles: dict[str, None] = {}
        hidden: Counter[EntityType] = Counter()
        for edit in edits:
            finding = edit.finding
            by_hand = isinstance(finding, ManualMark)
            places = (finding.place,) if isinstance(finding, ManualMark) else finding.places
            value = "" if isinstance(finding, ManualMark) else finding.value
            hidden[finding.entity_type] += 1 if by_hand else finding.count  # type: ignore[union-attr]
            if value:
                needles[value] = None
            label = edit.replace(value)
            if not label and options.mark == "label":
                label = f"[{INFO[finding.entity_type].label}]"
            for place in places:
                if isinstance(place, PageArea):
                    for rect in place.rects:
                        boxes.setdefault(place.page, []).append((rect, label))
                        label = ""
        for gap in covered_gaps:
            if isinstance(gap.place, PageArea):
                boxes.setdefault(gap.place.page, []).extend((rect, "") for rect in gap.place.rects)
        areas = self._write(boxes, options, draft, progress)
        progress(len(self._pages), len(self._pages))
        return Applied(hidden=dict(hidden), areas=tuple(areas), needles=tuple(needles))

    def _write(
        self,
        boxes: dict[int, list[tuple[Rect, str]]],
        options: OutputOptions,
        draft: Path,
        progress: Progress,
    ) -> list[PageArea]:
        areas: list[PageArea] = []
        writer = AppendingTiffWriter(str(draft), True) if self._kind == "TIFF" else None
        for index, frame in enumerate(self._frames()):
            progress(index, len(self._pages))
            page = self._pages[index]
            image = bare(_upright(frame))
            todo = boxes.get(index + 1, [])
            if todo:
                image = paintable(image)
                for rect, label in todo:
                    cover(image, rect, page.scale, options.mark, label)
                areas.append(PageArea(index + 1, tuple(rect for rect, _ in todo)))
            if self._kind == "HEIF":
                image = image.convert("RGB")
                image.save(draft, "JPEG", quality=_HEIC_QUALITY, **how_to_save(frame, self._kind))
                break
            if writer is None:
                image.save(draft, self._kind, **how_to_save(frame, self._kind))
                break
            image.save(writer, "TIFF", **how_to_save(frame, self._kind))
            writer.newFrame()
        if writer is not None:
            writer.close()
        return areas

    def close(self) -> None:
        """Nothing is held open between calls."""


def _is_heic(head: bytes) -> bool:
    return head[4:8] == b"ftyp" and head[8:12] in _HEIC_BRANDS


# --- geometry -------------------------------------------------------------------------------------------------------


def _measure(frame: Image.Image) -> _Page:
    dpi = frame.info.get("dpi", (0, 0))
    try:
        value = float(dpi[0])
    except (TypeError, ValueError, IndexError, ZeroDivisionError):
        value = 0.0
    if not 20 <= value <= 2400:
        value = DEFAULT_DPI
    width, height = frame.size
    # Pillow tells a TIFF's size as it is shown.
    if frame.format != "TIFF" and frame.getexif().get(0x0112, 1) in (5, 6, 7, 8):
        width, height = height, width
    return _Page(width, height, value / 72)


def _upright(frame: Image.Image) -> Image.Image:
    return ImageOps.exif_transpose(frame)


def _reading_factor(page: _Page) -> float:
    """By how much a picture is enlarged or reduced for reading: to 200 dpi of what it says its size is."""
    pixels = page.width * page.height
    if page.scale == DEFAULT_DPI / 72:  # a photograph, or a screenshot: the size on paper is not known
        wanted: float = min(pixels, _UNSIZED_PIXELS)
    else:
        wanted = min(pixels, max(pixels * (ocr.DPI / 72 / page.scale) ** 2, FULL_PIXELS), ocr.MAX_PIXELS)
    factor = math.sqrt(wanted / pixels)
    return factor if factor < 1 else enlargement(page.width, page.height)


# --- metadata -------------------------------------------------------------------------------------------------------


def _metadata(frame: Image.Image, page: int) -> list[PartUnit]:
    """Texts that the file carries beside its pixels."""
    units: list[PartUnit] = []
    for key, value in frame.info.items():
        if key in _PLAIN_INFO or (page > 1 and key == "exif"):
            continue
        text = _readable(value)
        if any(c.isalnum() for c in text):
            part = _METADATA.get(str(key), "image.text")
            units.append(PartUnit(f"p{page}-{part}-{len(units)}", part, str(key), text, str(key)))
    for tag, value in frame.getexif().items():
        text = _readable(value)
        if any(c.isalpha() for c in text):
            units.append(PartUnit(f"p{page}-exif-{tag}", "image.exif", str(tag), text))
    return units


def _readable(value: object) -> str:
    if isinstance(value, bytes):
        return "\n".join(
            part
            for part in value.decode("utf-8", "replace").replace("\ufffd", "\0").split("\0")
            if len(part) >= 4
        )
    return str(value) if isinstance(value, str) else ""


# --- pixels ---------------------------------------------------------------------------------------------------------
