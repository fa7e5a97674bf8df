"""Carrying redacted pages into a document that holds nothing else.

The copy is built from a list of what is allowed: page geometry, content, resources, and in every kind of object only
the keys that drawing needs. Whatever else the source had (catalogue entries, structure, private data, metadata,
thumbnails, scripts, attachments, earlier revisions) has no way in. Done with pikepdf, which writes only what can be
reached from the page tree.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from redactor.errors import CorruptDocument
from redactor.formats.pdf.allowed import is_numbers, keep
from redactor.formats.pdf.attachments import put_back
from redactor.formats.pdf.colours import Colours, picture_size
from redactor.formats.pdf.content import words
from redactor.formats.pdf.editor import Editor
from redactor.formats.pdf.engine import ENGINE_ERRORS
from redactor.formats.pdf.flate import trim_picture, trim_stream
from redactor.formats.pdf.following import INTENTS
from redactor.formats.pdf.font_texts import FontTexts, trim
from redactor.formats.pdf.forgotten import drop_glyphs
from redactor.formats.pdf.geometry import IDENTITY
from redactor.formats.pdf.names import PlainNames, UsedNames, needs_cleaning
from redactor.formats.pdf.picture_formats import clean_own_format, spell_out
from redactor.formats.pdf.resources import with_added
from redactor.formats.pdf.restored import Restored, restore
from redactor.formats.pdf.structure import PAGE, write_structure
from redactor.formats.pdf.unseen_samples import without_unseen_samples

_PAGE = words(
    "/Type /MediaBox /CropBox /BleedBox /TrimBox /ArtBox /Rotate /Resources /Contents /UserUnit /Group"
)
_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
_RESOURCES = ("/Font", "/XObject", "/ExtGState", "/ColorSpace", "/Pattern", "/Shading")
_STREAM = frozenset(["/Length", "/Filter", "/DecodeParms"])
_FORM = _STREAM | words("/Type /Subtype /FormType /BBox /Matrix /Resources /Group")
_IMAGE = _STREAM | words(
    "/Type /Subtype /Width /Height /ColorSpace /BitsPerComponent /Intent /ImageMask /Mask /Decode "
    "/Interpolate /SMask /SMaskInData /Matte"
)
_PARAMETERS = words(
    "/Predictor /Colors /BitsPerComponent /Columns /EarlyChange /K /EndOfLine /EncodedByteAlign /Rows /EndOfBlock "
    "/BlackIs1 /DamagedRowsBeforeError /JBIG2Globals /ColorTransform"
)
_PATTERN = _STREAM | words(
    "/Type /PatternType /PaintType /TilingType /BBox /XStep /YStep /Resources /Matrix /Shading /ExtGState"
)
_STATE = words(
    "/Type /LW /LC /LJ /ML /D /RI /OP /op /OPM /Font /BG /BG2 /UCR /UCR2 /TR /TR2 /FL /SM /SA /BM "
    "/SMask /CA /ca /AIS /TK"
)
_GROUP = words("/Type /S /CS /I /K")
_DEVICES = words("/DeviceGray /DeviceRGB /DeviceCMYK")
_SOFT_MASK = words("/Type /S /G /BC /TR")
_FONT = words(
    "/Type /Subtype /BaseFont /FirstChar /LastChar /Widths /FontDescriptor /Encoding /ToUnicode "
    "/DescendantFonts /CIDSystemInfo /W /W2 /DW /DW2 /CIDToGIDMap /CharProcs /FontMatrix /FontBBox "
    "/Resources"
)
_DESCRIPTOR = words(
    "/Type /FontName /FontStretch /FontWeight /Flags /FontBBox /ItalicAngle /Ascent /Descent "
    "/Leading /CapHeight /XHeight /StemV /StemH /AvgWidth /MaxWidth /MissingWidth /FontFile /FontFile2 "
    "/FontFile3"
)


@dataclass(frozen=True, slots=True)
class Marked:
    """What became of the pages' marked content; pages are counted from 0.

    Attributes:
        touched: by page, holders and identifiers of content that lost something.
        without: pages that have none any more.
    """

    touched: Mapping[int, Collection[tuple[int, int]]] = field(default_factory=dict)
    without: Collection[int] = ()


def clean(
    pdf: Pdf, hidden_layers: frozenset[tuple[int, int]], restored: Restored, marked: Marked = Marked()
) -> None:
    """Take everything out of ``pdf`` that drawing its pages does not need, and put back what is innocent."""
    fonts = FontTexts(restored.innocent)
    cleaner = _Cleaner(pdf, hidden_layers, fonts, restored.structure.holders)
    cleaner.clean()
    links = restore(pdf, restored)
    put_back(pdf, restored.files)
    write_structure(pdf, restored.structure, marked.touched, marked.without, links, cleaner.marked_forms)


def save(pdf: Pdf, target: Path) -> None:
    """Write the document whole: one revision, nothing unreachable, streams compressed."""
    pdf.save(
        target,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
        deterministic_id=True,
        fix_metadata_version=False,
    )


def inherit(page: Object) -> None:
    """Give a page its own copy of what it inherits from the page tree, which is not kept."""
    for key in _INHERITED:
        if key not in page and (value := _inherited(page, key)) is not None:
            page[key] = value


class _Cleaner:
    """Visits everything that pages reach, once, and takes away what is not on the lists."""

    def __init__(
        self,
        pdf: Pdf,
        hidden_layers: frozenset[tuple[int, int]],
        fonts: FontTexts,
        keep_marks: frozenset[int],
    ) -> None:
        self.pdf = pdf
        self.fonts = fonts
        self.keep_marks = keep_marks
        self.hidden_layers = hidden_layers
        self.seen: set[tuple[int, int]] = set()
        self.marked_forms: dict[int, Object | None] = {}
        """Form objects whose marked content is kept, by their numbers; None where one has become several."""
        self.names = PlainNames()
        self._names = count(_FIRST_NAME)
        self.colours = Colours(fonts.innocent, self._first_time)

    def clean(self) -> None:
        pages = [page.obj for page in self.pdf.pages]
        root = self.pdf.make_indirect(Dictionary(Type=Name.Pages, Kids=Array(), Count=len(pages)))
        for page in pages:
            inherit(page)
            self._page(page)
        for page in pages:
            page["/Parent"] = root
        root["/Kids"] = Array(pages)
        self.pdf.trailer["/Root"] = self.pdf.make_indirect(Dictionary(Type=Name.Catalog, Pages=root))
        for item in self.pdf.objects:
            if isinstance(item, Stream) and item.get("/Subtype") != Name.Image and "/Length1" not in item:
                trim_stream(item)
        for key in list(self.pdf.trailer.keys()):
            if key not in ("/Root", "/Size"):  # an /ID made by chance would make every copy another
                del self.pdf.trailer[key]

    def _first_time(self, item: Object) -> bool:
        if not item.is_indirect:
            return True
        if item.objgen in self.seen:
            return False
        self.seen.add(item.objgen)
        return True

    def _page(self, page: Object) -> None:
        keep(page, _PAGE)
        contents = page.get("/Contents")
        items = list(contents) if isinstance(contents, Array) else [contents]
        streams: list[Object] = [s for s in items if isinstance(s, Stream)]
        resources = page.get("/Resources")
        if any("/Subtype" in s for s in streams) or (
            len(streams) > 1
            and any(needs_cleaning(d) or self.names.are_needed(d) for d in map(_decoded, streams))
        ):
            # Operators and marked content may run over the ends of streams; what is drawn elsewhere too is not theirs.
            streams = [self.pdf.make_stream(b"\n".join(s.read_bytes() for s in streams))]
            page["/Contents"] = streams[0]
        for stream in streams:
            if self._first_time(stream):
                resources = self._content(stream, resources, keep_marks=PAGE in self.keep_marks)
                keep(stream, _STREAM)
        self._group(page)
        page["/Resources"] = self._needed(resources, b"\n".join(s.read_bytes() for s in streams))

    def _needed(self, resources: Object | None, content: bytes) -> Dictionary:
        """The resources whose names stand in ``content``, cleaned; a dictionary of its own, for others may share it."""
        result = Dictionary()
        if not isinstance(resources, Dictionary):
            return result
        used = UsedNames(content)
        for kind in _RESOURCES:
            entries = resources.get(kind)
            if not isinstance(entries, Dictionary):
                continue
            names = {key: self.names.of(key) for key in sorted(entries.keys())}
            kept = {name: entries[key] for key, name in names.items() if used.needs(kind, name)}
            if kind == "/ColorSpace":  # defaults are used without being named
                kept |= {k: entries[k] for k in sorted(entries.keys()) if k.startswith("/Default")}
            if not kept:
                continue
            result[kind] = Dictionary(kept)
            for item in kept.values():
                if kind == "/XObject":
                    self._xobject(item, resources)
                elif kind == "/Font":
                    self._font(item)
                elif kind == "/ExtGState":
                    self._state(item)
                elif kind == "/Pattern":
                    self._pattern(item)
                elif kind == "/ColorSpace":
                    self.colours.space(item)
                elif kind == "/Shading":
                    self.colours.shading(item)
        return result

    def _xobject(self, item: Object, outer: Object | None = None) -> None:
        if not isinstance(item, Stream) or not self._first_time(item):
            return
        if item.get("/Subtype") == Name.Image:
            self._image(item)
            return
        if item.get("/Subtype") != Name.Form:  # PostScript for printers long gone: no reader draws it
            item.write(b"")
            keep(item, _STREAM | frozenset(["/Type"]))
            item["/Subtype"], item["/BBox"] = Name.Form, Array([0, 0, 1, 1])
            return
        number: object = item.get("/StructParents")
        if isinstance(number, int) and number in self.keep_marks:
            self.marked_forms[number] = None if number in self.marked_forms else item
        self._holder(item, _FORM, outer, keep_marks=number in self.marked_forms)

    def _holder(
        self,
        item: Stream,
        allowed: frozenset[str],
        outer: Object | None = None,
        *,
        keep_marks: bool = False,
    ) -> None:
        """A stream with content and resources of its own; without them it uses those of whoever draws it."""
        resources = item.get("/Resources", outer)
        resources = self._content(item, resources, keep_marks=keep_marks)
        keep(item, allowed)
        self._group(item)
        item["/Resources"] = self._needed(resources, item.read_bytes())

    def _group(self, holder: Object) -> None:
        """The transparency group that a page or a form is."""
        if (group := holder.get("/Group")) is None:
            return
        if not isinstance(group, Dictionary):
            del holder["/Group"]
            return
        keep(group, _GROUP)
        space = group.get("/CS")
        if space is not None and not isinstance(space, Array) and str(space) not in _DEVICES:
            del group["/CS"]
        self.colours.space(space)

    def _image(self, item: Stream) -> None:
        spell_out(item)
        keep(item, _IMAGE)
        if item.get("/Intent") is not None and str(item["/Intent"])[1:] not in INTENTS:
            del item["/Intent"]
        parameters = item.get("/DecodeParms")
        for entry in list(parameters) if isinstance(parameters, Array) else [parameters]:
            if isinstance(entry, Dictionary):
                keep(entry, _PARAMETERS)
        self.colours.space(item.get("/ColorSpace"))
        for key in ("/SMask", "/Mask"):
            of_mask = item.get(key)
            if isinstance(of_mask, Stream):
                if self._first_time(of_mask):
                    self._image(of_mask)
            elif of_mask is not None and not (key == "/Mask" and is_numbers(of_mask)):
                del item[key]
        if not clean_own_format(item):
            trim_picture(item, picture_size(item))
        without_unseen_samples(item)

    def _font(self, item: Object) -> None:
        if not isinstance(item, Dictionary) or not self._first_time(item):
            return
        keep(item, _FONT)
        if item.get("/Subtype") == Name.Type3:
            drop_glyphs(item)
            drawn: list[bytes] = []
            resources = item.get("/Resources")
            for glyph in _values(item.get("/CharProcs")):
                if isinstance(glyph, Stream) and self._first_time(glyph):
                    resources = self._content(glyph, resources)
                    keep(glyph, _STREAM)
                    drawn.append(glyph.read_bytes())
            item["/Resources"] = self._needed(resources, b"\n".join(drawn))
        for descendant in _values(item.get("/DescendantFonts")):
            self._font(descendant)
        descriptor = item.get("/FontDescriptor")
        if isinstance(descriptor, Dictionary) and self._first_time(descriptor):
            keep(descriptor, _DESCRIPTOR)
            for key in ("/FontFile", "/FontFile2", "/FontFile3"):
                file = descriptor.get(key)
                if isinstance(file, Stream):
                    keep(file, _STREAM | frozenset(["/Length1", "/Length2", "/Length3", "/Subtype"]))
                    if self._first_time(file):
                        trim(file)
                        self.fonts.program(file, key)
        self.fonts.clean(item)
        mapping = item.get("/ToUnicode")
        if isinstance(mapping, Stream):
            keep(mapping, _STREAM | frozenset(("/Type", "/WMode", "/UseCMap")))
            if (other := mapping.get("/UseCMap")) is not None and not self.fonts.is_known_map(other):
                del mapping["/UseCMap"]

    def _state(self, item: Object) -> None:
        if not isinstance(item, Dictionary) or not self._first_time(item):
            return
        keep(item, _STATE)
        self.colours.state(item)
        mask = item.get("/SMask")
        if isinstance(mask, Dictionary):
            keep(mask, _SOFT_MASK)
            if not isinstance(mask.get("/TR"), (Dictionary, Stream)) and mask.get("/TR") is not None:
                del mask["/TR"]
            self.colours.function(mask.get("/TR"))
            if (group := mask.get("/G")) is not None:
                self._xobject(group)
        font = item.get("/Font")
        if isinstance(font, Array) and len(font):
            self._font(font[0])

    def _pattern(self, item: Object) -> None:
        if not isinstance(item, (Dictionary, Stream)) or not self._first_time(item):
            return
        if isinstance(item, Stream):
            self._holder(item, _PATTERN)
        else:
            keep(item, _PATTERN)
            self.colours.shading(item.get("/Shading"))
        if (state := item.get("/ExtGState")) is not None:
            self._state(state)

    def _content(
        self, stream: Object, resources: Object | None, *, keep_marks: bool = False
    ) -> Object | None:
        """Clean what a stream draws with; its resources, to which more may have come."""
        try:
            data = stream.read_bytes()
        except ENGINE_ERRORS as error:
            raise CorruptDocument(format="pdf") from error
        changed = data
        if self.hidden_layers or needs_cleaning(data):
            kept = frozenset((PAGE,)) if keep_marks else frozenset[int]()
            editor = Editor(self.pdf, (), self.hidden_layers, keep_marks=kept, names=self._names)
            edited = editor.edit(data, resources, IDENTITY)
            if edited is not None:
                changed = edited.data
                if edited.added:
                    resources = with_added(self.pdf, resources, edited.added)
        if _ENDLESS in changed:
            changed = _ENDLESS_SCALE.sub(b"0 0 0 0 0 0 cm", changed)
        if self.names.are_needed(changed):
            changed = self.names.given(changed, resources, _RESOURCES)
        if changed is not data:
            stream.write(changed)
        return resources


_FIRST_NAME = 7001
"""Numbers of resources that come when all pages have been edited; those of a page's own edits are lower."""

_ENDLESS = b"0" * 19 + b" "
_ENDLESS_SCALE = re.compile(rb"-?\d{19,} 0 0 -?\d{19,} 0 0 cm\b")
"""How MuPDF bakes annotations without a size: nothing shows, and other readers cannot read such numbers."""


def _decoded(stream: Object) -> bytes:
    return bytes(stream.read_bytes())


def _values(item: Object | None) -> Iterator[Object]:
    if isinstance(item, Dictionary):
        for key in sorted(item.keys()):
            yield item[key]
    elif isinstance(item, Array):
        yield from list(item)


def _inherited(page: Object, key: str) -> Object | None:
    node = page.get("/Parent")
    for _ in range(64):  # page trees are shallow; a loop in a broken one must end
        if not isinstance(node, Dictionary):
            return None
        if key in node:
            return node[key]
        node = node.get("/Parent")
    return None
