"""Everything in a PDF that its pages do not show: read as text, counted, and left out of the copy.

The catalogue and the pages' dictionaries are walked with pikepdf. What is known gets its name, what is not is "other":
nothing that holds a string is passed over.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import unquote

from pikepdf import Array, Dictionary, Name, Object, Pdf, PdfError, Stream, String

from redactor.formats.pdf.content import words
from redactor.model import HiddenPart, PartPlace, Treatment

MAX_DEPTH = 200
MAX_STRINGS = 200_000
MAX_TEXT = 2_000_000

_CATALOG = {
    "/AcroForm": "pdf.field",
    "/Outlines": "pdf.outline",
    "/StructTreeRoot": "pdf.structure",
    "/Metadata": "pdf.xmp",
    "/PageLabels": "pdf.page_label",
    "/OCProperties": "pdf.layer",
    "/OpenAction": "pdf.action",
    "/AA": "pdf.action",
    "/Dests": "pdf.dest",
    "/AF": "pdf.attachment",
    "/Collection": "pdf.attachment",
    "/PieceInfo": "pdf.piece_info",
    "/Threads": "pdf.thread",
    "/DSS": "pdf.signature",
    "/Perms": "pdf.signature",
    "/URI": "pdf.link",
}
_NAMES = {
    "/Dests": "pdf.dest",
    "/EmbeddedFiles": "pdf.attachment",
    "/JavaScript": "pdf.javascript",
}
_PAGE = {
    "/Annots": "pdf.annotation",
    "/AA": "pdf.action",
    "/Metadata": "pdf.xmp",
    "/PieceInfo": "pdf.piece_info",
    "/Thumb": "pdf.thumbnail",
    "/AF": "pdf.attachment",
    "/B": "pdf.thread",
}
_DRAWING = words(
    "/Type /Parent /MediaBox /CropBox /BleedBox /TrimBox /ArtBox /Rotate /Resources /Contents /UserUnit "
    "/Group /StructParents /Tabs /LastModified"
)
_PLAIN_CATALOG = words(
    "/Type /Pages /Version /PageMode /PageLayout /MarkInfo /Extensions /Lang /ViewerPreferences"
)
_NOT_TEXT = words(
    "/ID /CheckSum /DA /DS /F /ByteRange /Cert /IDTree /MK /Filter /DecodeParms /P /Pg /Parent /Popup "
    "/Dest /StructParent"
)

_LABELS = {
    "/T": "Tên",
    "/TU": "Tên",
    "/Author": "Tác giả",
    "/Title": "Tiêu đề",
    "/Subject": "Chủ đề",
    "/Keywords": "Từ khóa",
    "/Creator": "Chương trình",
    "/Producer": "Chương trình",
    "/Company": "Công ty",
}


@dataclass(frozen=True, slots=True)
class PartUnit:
    """One string of the file; a ``TextUnit`` whose places are parts."""

    id: str
    part: str
    key: str = field(repr=False)
    text: str = field(repr=False)
    label: str = field(default="", repr=False)

    def places(self, start: int, end: int) -> tuple[PartPlace, ...]:
        """The string with the span's offsets."""
        return (PartPlace(part=self.part, key=self.key, start=start, end=end),)


@dataclass(slots=True)
class Parts:
    """What was found besides the pages.

    Attributes:
        units: every string, readable.
        counts: how many of each kind there are.
        complete: False when a limit stopped the walk.
        unreadable: how many streams could not be decoded; like all parts they are left out of the copy.
    """

    units: list[PartUnit] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    complete: bool = True
    unreadable: int = 0

    def hidden(self, staying: Mapping[str, int]) -> tuple[HiddenPart, ...]:
        """The counts as lines of the X-ray. Of each kind in ``staying``, so many stay without what is removed."""
        lines = []
        for part, count in sorted(self.counts.items()):
            stay = min(staying.get(part, 0), count)
            if stay:
                lines.append(HiddenPart(part, stay, Treatment.REDACTED))
            if stay < count:
                lines.append(HiddenPart(part, count - stay, Treatment.LEFT_OUT))
        return tuple(lines)


def read_parts(pdf: Pdf) -> Parts:
    """Walk catalogue, document information and page dictionaries."""
    walker = _Walker()
    info = pdf.trailer.get("/Info")
    if isinstance(info, Dictionary):
        walker.count("pdf.info", len(info.keys()))
        walker.strings(info, "pdf.info", "")
    _catalog(pdf.Root, walker)
    for number, page in enumerate(pdf.pages, start=1):
        _page(page.obj, number, walker)
    return walker.parts


def _catalog(root: Object, walker: _Walker) -> None:
    for key, value in root.items():
        if key in _PLAIN_CATALOG:
            continue
        if key == "/Names" and isinstance(value, Dictionary):
            for kind, tree in value.items():
                part = _NAMES.get(kind, "pdf.other")
                walker.count(part, sum(1 for _ in _leaves(tree)))
                walker.strings(tree, part, "")
        elif key == "/AcroForm" and isinstance(value, Dictionary):
            if "/XFA" in value:
                walker.count("pdf.xfa", 1)
            fields = value.get("/Fields")
            walker.count("pdf.field", len(fields) if isinstance(fields, Array) else 1)
            walker.strings(value, "pdf.field", "")
        elif key == "/Outlines":
            before = len(walker.parts.units)
            walker.strings(value, "pdf.outline", "")
            walker.count("pdf.outline", len(walker.parts.units) - before)
        else:
            part = _CATALOG.get(key, "pdf.other")
            walker.count(part, 1)
            walker.strings(value, part, "")


def _page(page: Dictionary, number: int, walker: _Walker) -> None:
    for key in sorted(page.keys()):
        if key in _DRAWING:
            continue
        value = page[key]
        if key == "/Annots" and isinstance(value, Array):
            for annotation in value:
                if not isinstance(annotation, Dictionary):
                    continue
                kind = annotation.get("/Subtype")
                part = {"/Link": "pdf.link", "/Widget": "pdf.field"}.get(str(kind), "pdf.annotation")
                if kind == Name.FileAttachment:
                    part = "pdf.attachment"
                walker.count(part, 1)
                walker.strings(annotation, part, f"{number}")
        else:
            part = _PAGE.get(key, "pdf.other")
            walker.count(part, 1)
            walker.strings(value, part, f"{number}")


def _leaves(tree: Object, depth: int = 0) -> Iterator[Object]:
    if not isinstance(tree, Dictionary) or depth > MAX_DEPTH:
        return
    names = tree.get("/Names")
    if isinstance(names, Array):
        yield from list(names)[1::2]
    for kid in tree.get("/Kids", []):
        yield from _leaves(kid, depth + 1)


class _Walker:
    """Collects strings below objects, each object once."""

    def __init__(self) -> None:
        self.parts = Parts()
        self._seen: set[tuple[int, int]] = set()

    def count(self, part: str, number: int) -> None:
        if number:
            self.parts.counts[part] += number

    def strings(self, start: Object, part: str, where: str) -> None:
        stack: list[tuple[Object, str, int]] = [(start, "", 0)]
        while stack:
            item, key, depth = stack.pop()
            if isinstance(item, (Dictionary, Array, Stream)):
                if item.is_indirect:
                    if item.objgen in self._seen:
                        continue
                    self._seen.add(item.objgen)
                if depth > MAX_DEPTH or len(self.parts.units) > MAX_STRINGS:
                    self.parts.complete = False
                    continue
            if isinstance(item, String):
                text = str(item)
                self._add(part, where, key, unquote(text) if key == "/URI" and "%" in text else text)
            elif isinstance(item, Stream):
                self._stream(item, part, where, key)
                stack.extend((item[k], k, depth + 1) for k in sorted(item.keys()) if k not in _NOT_TEXT)
            elif isinstance(item, Dictionary):
                if item.get("/Type") == Name.Page and depth:
                    continue  # pages are visited by themselves
                if item.get("/FT") == Name.Sig:
                    self.count("pdf.signature", 1)
                if item.get("/S") == Name.JavaScript and part != "pdf.javascript":
                    self.count("pdf.javascript", 1)
                signature = "/ByteRange" in item  # its contents are read by ``signatures``
                for k in sorted(item.keys(), reverse=True):
                    if k not in _NOT_TEXT and not (signature and k == "/Contents"):
                        stack.append((item[k], k, depth + 1))
            elif isinstance(item, Array):
                stack.extend((child, key, depth + 1) for child in reversed(list(item)))

    def _stream(self, stream: Stream, part: str, where: str, key: str) -> None:
        try:
            self._text_of(stream, part, where, key)
        except PdfError:
            self.parts.unreadable += 1

    def _text_of(self, stream: Stream, part: str, where: str, key: str) -> None:
        kind = stream.get("/Type")
        if (
            kind == Name.Metadata
            or part == "pdf.xmp"
            or part in ("pdf.javascript", "pdf.action", "pdf.xfa")
            or key in ("/JS", "/XFA", "/RV", "/RC", "/V")
        ):
            self._add(part, where, key, markup_text(stream.read_bytes().decode("utf-8", "replace")))

    def _add(self, part: str, where: str, key: str, text: str) -> None:
        text = text.strip("\x00")
        if not any(c.isalnum() for c in text):
            return
        if len(text) > MAX_TEXT:
            self.parts.complete = False
            text = text[:MAX_TEXT]
        number = len(self.parts.units)
        self.parts.units.append(
            PartUnit(
                id=f"part{number}",
                part=part,
                key=f"{where}{key}#{number}",
                text=text,
                label=_LABELS.get(key, ""),
            )
        )


_TAG = re.compile(r"<[^<>]*>")
_ATTRIBUTE = re.compile(r"""([\w:.-]+)\s*=\s*("[^"<>]*"|'[^'<>]*')""")


def markup_text(markup: str) -> str:
    """The text of an XML or HTML snippet: attribute values and what stands between tags, one per line."""
    if "<" not in markup:
        return markup
    values = [value[1:-1] for name, value in _ATTRIBUTE.findall(markup) if not name.startswith("xmlns")]
    lines = (line.strip() for line in _TAG.sub("\n", markup).splitlines())
    return unescape("\n".join([*(line for line in lines if line), *values]))
