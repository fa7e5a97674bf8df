"""Walks every object of a PDF with pikepdf: what strings and streams say, and what must not be there."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream, String

from redactor.verify.pdf_operands import written_as_syntax
from redactor.verify.pdf_tags import elements, is_plain_tree


def words(text: str) -> frozenset[str]:
    """A set of keys, written as one string."""
    return frozenset(text.split())


_CATALOG = words(
    "/Type /Pages /Outlines /PageMode /PageLabels /Lang /Version /ViewerPreferences /StructTreeRoot /MarkInfo "
    "/Names"
)
_FILE = words("/Type /F /UF /EF")
_TRAILER = words("/Root /Size /ID /Info /Type /W /Index /Length /Filter /DecodeParms /Prev /XRefStm")
_INFO = frozenset(["/Title", "/Keywords", "/Producer"])
_EVIL_KEYS = {
    "/JS": "pdf.javascript",
    "/JavaScript": "pdf.javascript",
    "/XFA": "pdf.xfa",
    "/AA": "pdf.action",
    "/OpenAction": "pdf.action",
    "/EmbeddedFiles": "pdf.attachment",
    "/EF": "pdf.attachment",
    "/AF": "pdf.attachment",
    "/AcroForm": "pdf.field",
    "/Metadata": "pdf.xmp",
    "/PieceInfo": "pdf.piece_info",
    "/Thumb": "pdf.thumbnail",
    "/ActualText": "pdf.structure",
    "/Alternates": "pdf.image",
    "/ByteRange": "pdf.signature",
    "/DSS": "pdf.signature",
}
_IMAGE_FILTERS = frozenset(("/DCTDecode", "/JPXDecode", "/JBIG2Decode", "/CCITTFaxDecode"))


def forbidden_structures(pdf: pikepdf.Pdf, path: Path, verified: frozenset[str]) -> Iterator[str]:
    """The part keys of what a copy must not hold: scripts, files, forms, metadata, annotations, earlier revisions.

    ``verified`` are the SHA-256 of files that may be attached.
    """
    own, allowed = _own_files(pdf, verified)
    for key in pdf.Root.keys():  # noqa: SIM118 - pikepdf dictionaries iterate differently
        if key not in _CATALOG:
            yield _EVIL_KEYS.get(key, "pdf.other")
    for key in pdf.trailer.keys():  # noqa: SIM118
        if key not in _TRAILER:
            yield "pdf.other"
    info = pdf.trailer.get("/Info")
    if isinstance(info, Dictionary) and any(k not in _INFO for k in info.keys()):  # noqa: SIM118
        yield "pdf.info"
    if not is_plain_tree(pdf):
        yield "pdf.structure"
    tagged = {element.objgen for element in elements(pdf)}
    for item in pdf.objects:
        if isinstance(item, (Dictionary, Stream)):
            for key in item.keys():  # noqa: SIM118
                if (
                    key in _EVIL_KEYS
                    and not (key == "/ActualText" and item.objgen in tagged)
                    and not (key == "/EF" and item.objgen in allowed)
                ):
                    yield _EVIL_KEYS[key]
            if isinstance(item, Stream) and (
                item.get("/Type") == Name.Metadata
                or (item.get("/Type") == Name.EmbeddedFile and item.objgen not in own)
            ):
                yield "pdf.attachment"
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", []):
            if not _is_plain_link(annotation):
                yield "pdf.annotation"
    data = path.read_bytes()
    if len(re.findall(rb"(?m)^%%EOF", data)) > 1:
        yield "pdf.revision"
    if not data.startswith(b"%PDF-") or data.rstrip()[-5:] != b"%%EOF":
        yield "pdf.revision"


def _own_files(
    pdf: pikepdf.Pdf, verified: frozenset[str]
) -> tuple[frozenset[tuple[int, int]], frozenset[tuple[int, int]]]:
    """The streams of attached files that were verified by themselves, and what names them."""
    names = pdf.Root.get("/Names")
    tree = names.get("/EmbeddedFiles") if isinstance(names, Dictionary) else None
    entries = tree.get("/Names") if isinstance(tree, Dictionary) else None
    streams: set[tuple[int, int]] = set()
    allowed: set[tuple[int, int]] = set()
    for file in list(entries)[1::2] if isinstance(entries, Array) else ():
        if not isinstance(file, Dictionary) or any(key not in _FILE for key in file.keys()):  # noqa: SIM118
            continue
        embedded = file.get("/EF")
        held = list(embedded.items()) if isinstance(embedded, Dictionary) else []
        if all(
            key in ("/F", "/UF")
            and isinstance(stream, Stream)
            and hashlib.sha256(stream.read_bytes()).hexdigest() in verified
            for key, stream in held
        ):
            allowed.add(file.objgen)
            streams.update(stream.objgen for _, stream in held)
    return frozenset(streams), frozenset(allowed)


def _is_plain_link(annotation: Object) -> bool:
    if not isinstance(annotation, Dictionary) or annotation.get("/Subtype") != Name.Link:
        return False
    allowed = words("/Type /Subtype /Rect /Border /A /Dest /StructParent")
    if any(key not in allowed for key in annotation.keys()):  # noqa: SIM118
        return False
    action = annotation.get("/A")
    return action is None or action.get("/S") in (Name.URI, Name.GoTo)


def has_hidden_layers(pdf: pikepdf.Pdf) -> bool:
    """Whether some optional content is not shown when the document is opened."""
    properties = pdf.Root.get("/OCProperties")
    default = properties.get("/D") if isinstance(properties, Dictionary) else None
    if not isinstance(default, Dictionary):
        return False
    off = default.get("/OFF")
    return default.get("/BaseState") == Name.OFF or (isinstance(off, Array) and len(off) > 0)


_BEGINS, _ENDS = re.compile(rb"stream\r?\n"), re.compile(rb"endstream\b")
_WORD = re.compile(rb"\w")


def outside_streams(path: Path) -> bytes:
    """The file's bytes without the bodies of its streams: what no object needs to own."""
    data = path.read_bytes()
    parts: list[bytes] = []
    done = 0
    # Patterns that begin with the word itself are looked for many times as fast.
    for begins in _BEGINS.finditer(data):
        if begins.start() < done or _WORD.match(data, begins.start() - 1, begins.start()):
            continue
        ends = (
            e for e in _ENDS.finditer(data, begins.end()) if not _WORD.match(data, e.start() - 1, e.start())
        )
        if (end := next(ends, None)) is None:
            break
        parts.append(data[done : begins.start()])
        done = end.end()
    return b"".join([*parts, data[done:]])


def readable_bytes(pdf: pikepdf.Pdf, verified: frozenset[str]) -> Iterator[tuple[str, bytes, bool]]:
    """Every string, name and decoded stream: part key, bytes in which text would be readable, whether they are syntax.

    Not those of font programs, and of attached files that were ``verified`` (SHA-256) by themselves.
    """
    fonts = _font_files(pdf) | _own_files(pdf, verified)[0]
    syntax = written_as_syntax(pdf)
    for item in [*pdf.objects, pdf.trailer]:
        texts: list[bytes] = []
        _strings(item, texts, 0)
        if texts:
            yield "pdf.object", b"\n".join(texts), False
        if isinstance(item, Stream) and item.objgen not in fonts:
            yield "pdf.stream", _stream_bytes(item), item.objgen in syntax


def _strings(item: Object, texts: list[bytes], depth: int) -> None:
    if isinstance(item, String):
        texts.append(str(item).encode("utf-8", "replace"))
        texts.append(bytes(item))
    elif isinstance(item, (Dictionary, Stream)) and depth < 100:
        for key in item.keys():  # noqa: SIM118
            texts.append(key.encode("utf-8", "replace"))
            child = item[key]
            if isinstance(child, Name):
                texts.append(child.unparse())
            elif not child.is_indirect if isinstance(child, Object) else False:
                _strings(child, texts, depth + 1)
    elif isinstance(item, Array) and depth < 100:
        for child in item:
            if isinstance(child, Object) and not child.is_indirect:
                _strings(child, texts, depth + 1)


def _font_files(pdf: pikepdf.Pdf) -> frozenset[tuple[int, int]]:
    """Embedded font programs: outlines, which hold no text."""
    found = set()
    for item in pdf.objects:
        if isinstance(item, Dictionary):
            for key in ("/FontFile", "/FontFile2", "/FontFile3"):
                if isinstance(item.get(key), Stream):
                    found.add(item[key].objgen)
    return frozenset(found)


_EDGE = 1 << 16


def _stream_bytes(stream: Stream) -> bytes:
    """The decoded bytes; of pictures only what is not pixels: the beginning and end of their own file format."""
    if stream.get("/Subtype") == Name.Image:
        filters = stream.get("/Filter")
        names = {str(f) for f in filters} if isinstance(filters, Array) else {str(filters)}
        if not names & _IMAGE_FILTERS:
            return b""
        raw = stream.read_raw_bytes()
        return raw if len(raw) <= 2 * _EDGE else raw[:_EDGE] + b"\0" + raw[-_EDGE:]
    try:
        return stream.read_bytes()
    except pikepdf.PdfError:
        return stream.read_raw_bytes()
