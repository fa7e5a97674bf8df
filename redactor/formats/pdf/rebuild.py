"""Carrying redacted pages into a document that holds nothing else.

The copy is built from a list of what is allowed: page geometry, content, resources, and in every kind of object only
the keys that drawing needs. Whatever else the source had (catalogue entries, structure, private data, metadata,
thumbnails, scripts, attachments, earlier revisions) has no way in. Done with pikepdf, which writes only what can be
reached from the page tree.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from redactor.formats.pdf.jpeg import without_metadata

_PAGE = frozenset(
    "/Type /MediaBox /CropBox /BleedBox /TrimBox /ArtBox /Rotate /Resources /Contents /UserUnit /Group".split()
)
_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
_RESOURCES = frozenset("/Font /XObject /ExtGState /ColorSpace /Pattern /Shading".split())
_STREAM = frozenset("/Length /Filter /DecodeParms".split())
_FORM = _STREAM | frozenset("/Type /Subtype /FormType /BBox /Matrix /Resources /Group".split())
_IMAGE = _STREAM | frozenset(
    "/Type /Subtype /Width /Height /ColorSpace /BitsPerComponent /Intent /ImageMask /Mask /Decode /Interpolate "
    "/SMask /SMaskInData /Matte".split()
)
_PATTERN = _STREAM | frozenset(
    "/Type /PatternType /PaintType /TilingType /BBox /XStep /YStep /Resources /Matrix /Shading /ExtGState".split()
)
_STATE = frozenset(
    "/Type /LW /LC /LJ /ML /D /RI /OP /op /OPM /Font /BG /BG2 /UCR /UCR2 /TR /TR2 /HT /FL /SM /SA /BM /SMask /CA /ca "
    "/AIS /TK".split()
)
_SOFT_MASK = frozenset("/Type /S /G /BC /TR".split())
_FONT = frozenset(
    "/Type /Subtype /BaseFont /FirstChar /LastChar /Widths /FontDescriptor /Encoding /ToUnicode /Name "
    "/DescendantFonts /CIDSystemInfo /W /W2 /DW /DW2 /CIDToGIDMap /CharProcs /FontMatrix /FontBBox /Resources".split()
)
_DESCRIPTOR = frozenset(
    "/Type /FontName /FontFamily /FontStretch /FontWeight /Flags /FontBBox /ItalicAngle /Ascent /Descent /Leading "
    "/CapHeight /XHeight /StemV /StemH /AvgWidth /MaxWidth /MissingWidth /FontFile /FontFile2 /FontFile3 /CharSet "
    "/CIDSet /Style /FD".split()
)


def rebuild(pages: bytes, target: Path) -> None:
    """Write a clean document with the pages of ``pages`` (a whole PDF file) to ``target``."""
    with Pdf.open(io.BytesIO(pages)) as pdf:
        _Cleaner(pdf).clean()
        pdf.remove_unreferenced_resources()
        pdf.save(
            target,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            deterministic_id=True,
        )


class _Cleaner:
    """Visits everything that pages reach, once, and takes away what is not on the lists."""

    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf
        self.seen: set[tuple[int, int]] = set()

    def clean(self) -> None:
        pages = [page.obj for page in self.pdf.pages]
        root = self.pdf.make_indirect(Dictionary(Type=Name.Pages, Kids=Array(), Count=len(pages)))
        for page in pages:
            for key in _INHERITED:
                if key not in page and (value := _inherited(page, key)) is not None:
                    page[key] = value
            self._page(page)
        for page in pages:
            page["/Parent"] = root
        root["/Kids"] = Array(pages)
        self.pdf.trailer["/Root"] = self.pdf.make_indirect(Dictionary(Type=Name.Catalog, Pages=root))
        for key in list(self.pdf.trailer.keys()):
            if key not in ("/Root", "/Size", "/ID"):
                del self.pdf.trailer[key]

    def _first_time(self, item: Object) -> bool:
        if not item.is_indirect:
            return True
        if item.objgen in self.seen:
            return False
        self.seen.add(item.objgen)
        return True

    def _page(self, page: Object) -> None:
        _keep(page, _PAGE)
        contents = page.get("/Contents")
        streams = list(contents) if isinstance(contents, Array) else [contents]  # type: ignore[call-overload]
        resources = page.get("/Resources")
        for stream in streams:
            if isinstance(stream, Stream) and self._first_time(stream):
                self._content(stream, resources)
                _keep(stream, _STREAM)
        if isinstance(page.get("/Group"), Dictionary):
            _keep(page["/Group"], frozenset("/Type /S /CS /I /K".split()))
        self._resources(resources)

    def _resources(self, resources: Object | None) -> None:
        if not isinstance(resources, Dictionary) or not self._first_time(resources):
            return
        _keep(resources, _RESOURCES)
        for item in _values(resources.get("/XObject")):
            self._xobject(item)
        for item in _values(resources.get("/Font")):
            self._font(item)
        for item in _values(resources.get("/ExtGState")):
            self._state(item)
        for item in _values(resources.get("/Pattern")):
            self._pattern(item)

    def _xobject(self, item: Object) -> None:
        if not isinstance(item, Stream) or not self._first_time(item):
            return
        if item.get("/Subtype") == Name.Image:
            self._image(item)
            return
        self._content(item, item.get("/Resources"))
        _keep(item, _FORM)
        self._resources(item.get("/Resources"))

    def _image(self, item: Stream) -> None:
        _keep(item, _IMAGE)
        for key in ("/SMask", "/Mask"):
            mask = item.get(key)
            if isinstance(mask, Stream) and self._first_time(mask):
                self._image(mask)
        filters = item.get("/Filter")
        if filters == Name.DCTDecode or (isinstance(filters, Array) and list(filters) == [Name.DCTDecode]):
            raw = item.read_raw_bytes()
            clean = without_metadata(raw)
            if clean != raw:
                item.write(clean, filter=filters, decode_parms=item.get("/DecodeParms"))

    def _font(self, item: Object) -> None:
        if not isinstance(item, Dictionary) or not self._first_time(item):
            return
        _keep(item, _FONT)
        if item.get("/Subtype") == Name.Type3:
            for glyph in _values(item.get("/CharProcs")):
                if isinstance(glyph, Stream) and self._first_time(glyph):
                    self._content(glyph, item.get("/Resources"))
                    _keep(glyph, _STREAM)
            self._resources(item.get("/Resources"))
        for descendant in _values(item.get("/DescendantFonts")):
            self._font(descendant)
        descriptor = item.get("/FontDescriptor")
        if isinstance(descriptor, Dictionary) and self._first_time(descriptor):
            _keep(descriptor, _DESCRIPTOR)
            for key in ("/FontFile", "/FontFile2", "/FontFile3"):
                file = descriptor.get(key)
                if isinstance(file, Stream):
                    _keep(file, _STREAM | frozenset("/Length1 /Length2 /Length3 /Subtype".split()))
        mapping = item.get("/ToUnicode")
        if isinstance(mapping, Stream):
            _keep(mapping, _STREAM | frozenset(("/Type", "/CMapName", "/CIDSystemInfo", "/WMode", "/UseCMap")))

    def _state(self, item: Object) -> None:
        if not isinstance(item, Dictionary) or not self._first_time(item):
            return
        _keep(item, _STATE)
        mask = item.get("/SMask")
        if isinstance(mask, Dictionary):
            _keep(mask, _SOFT_MASK)
            if (group := mask.get("/G")) is not None:
                self._xobject(group)
        font = item.get("/Font")
        if isinstance(font, Array) and len(font):
            self._font(font[0])

    def _pattern(self, item: Object) -> None:
        if not isinstance(item, (Dictionary, Stream)) or not self._first_time(item):
            return
        if isinstance(item, Stream):
            self._content(item, item.get("/Resources"))
        _keep(item, _PATTERN)
        self._resources(item.get("/Resources"))
        self._state_of_pattern(item)

    def _state_of_pattern(self, item: Object) -> None:
        state = item.get("/ExtGState")
        if state is not None:
            self._state(state)

    def _content(self, stream: Stream, resources: Object | None) -> None:
        data = stream.read_bytes()
        if not needs_cleaning(data):
            return
        instructions = [
            i for i in pikepdf.parse_content_stream(stream) if str(i.operator) not in _MARKED_CONTENT
        ]
        stream.write(pikepdf.unparse_content_stream(instructions))


_MARKED_CONTENT = frozenset(("BMC", "BDC", "EMC", "MP", "DP", "BX", "EX"))
_HARMLESS = re.compile(rb"/[A-Za-z0-9]{1,12}\s*<<\s*/MCID \d+\s*>>\s*BDC")
_SUSPECT = re.compile(rb"%|\bBDC\b|\bDP\b|\bMP\b|\bBX\b")


def needs_cleaning(content: bytes) -> bool:
    """Whether a content stream holds comments, property lists or unknown operators that could carry text."""
    return _SUSPECT.search(_HARMLESS.sub(b"", content)) is not None


def _keep(item: Object, allowed: frozenset[str]) -> None:
    for key in [k for k in item.keys() if k not in allowed]:  # noqa: SIM118 - pikepdf objects iterate differently
        if key != "/Parent":
            del item[key]


def _values(item: Object | None) -> Iterator[Object]:
    if isinstance(item, Dictionary):
        for key in list(item.keys()):
            yield item[key]
    elif isinstance(item, Array):
        yield from list(item)  # type: ignore[call-overload]


def _inherited(page: Object, key: str) -> Object | None:
    node = page.get("/Parent")
    for _ in range(64):  # page trees are shallow; a loop in a broken one must end
        if not isinstance(node, Dictionary):
            return None
        if key in node:
            return node[key]
        node = node.get("/Parent")
    return None
