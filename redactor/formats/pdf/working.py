"""Opening a PDF, and the working form of it that is read and redacted.

In the working form everything that could show is page content: annotations and form fields are baked into their
pages, every layer is on, and redaction marks that came with the file are gone (MuPDF would apply them). Reading and
redacting use the same form, so that what was read is what is removed. The file on disk is opened read-only and never
written.
"""

from __future__ import annotations

import io
import os
import re
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pymupdf
from pymupdf import mupdf

from redactor.errors import (
    CorruptDocument,
    EmptyFile,
    PasswordRequired,
    SourceMissing,
    SourceUnreadable,
    UnsupportedFormat,
    WrongPassword,
)
from redactor.formats.pdf.engine import ENGINE_ERRORS
from redactor.formats.pdf.plain_streams import make_plain, unusual_streams
from redactor.formats.pdf.stored_sizes import tell_stored_sizes

_HEADER_WITHIN = 1024
"""A PDF's header may stand behind other bytes, but every reader looks for it in the first kilobyte."""
_END_WITHIN = 4096
"""Other bytes may follow the end mark; writers that pad do so by a block at most."""

_LARGE_FONT = 20_000
"""Bytes of a font's program from which on it is worth leaving letters out."""

pymupdf.TOOLS.mupdf_display_errors(False)
pymupdf.TOOLS.mupdf_display_warnings(False)


@dataclass(slots=True)
class Working:
    """A document in working form, and what had to be given up on the way.

    Attributes:
        document: to be read and changed in memory.
        flattened: whether annotations and fields could be baked; if not, they were dropped unseen.
        hidden_layers: object number and generation of the layers that the source does not show.
    """

    document: pymupdf.Document
    flattened: bool = True
    hidden_layers: frozenset[tuple[int, int]] = frozenset()


def open_document(path: Path, password: str) -> pymupdf.Document:
    """Open a file as it is.

    Raises:
        SourceMissing, SourceUnreadable, EmptyFile: the file itself.
        UnsupportedFormat: no PDF header; PyMuPDF would open a picture named .pdf.
        PasswordRequired, WrongPassword: it is encrypted.
        CorruptDocument: not even repair, by two engines, finds pages, or the file was cut short.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_HEADER_WITHIN)
    except FileNotFoundError as error:
        raise SourceMissing from error
    except OSError as error:
        raise SourceUnreadable from error
    if not head:
        raise EmptyFile
    if b"%PDF-" not in head:
        raise UnsupportedFormat(looks_like="")
    try:
        return _opened(path, password)
    except CorruptDocument as error:
        if _is_cut_short(path):
            raise
        return _mended(path, password, error)


def _opened(path: Path, password: str) -> pymupdf.Document:
    try:
        document = pymupdf.open(path, filetype="pdf")
    except ENGINE_ERRORS as error:
        raise CorruptDocument(format="pdf") from error
    if document.needs_pass and not document.authenticate(password):
        document.close()
        raise WrongPassword if password else PasswordRequired
    try:
        if document.page_count and not (document.is_repaired and _is_cut_short(path)):
            _make_alike(document)
            return document
    except ENGINE_ERRORS as error:
        raise CorruptDocument(format="pdf") from error
    document.close()
    raise CorruptDocument(format="pdf")


def _mended(path: Path, password: str, reason: CorruptDocument) -> pymupdf.Document:
    """What qpdf makes of a file that MuPDF cannot open, or whose pages it cannot name; raises ``reason``."""
    plain = io.BytesIO()
    try:
        with pikepdf.open(path, password=password) as pdf:
            if not len(pdf.pages):
                raise reason
            pdf.save(plain, encryption=False)
        document = pymupdf.open("pdf", plain.getvalue())
        _make_alike(document)
    except ENGINE_ERRORS:
        raise reason from None
    return document


def _make_alike(document: pymupdf.Document) -> None:
    """Have all engines see the same document. Raises what the engine does."""
    _name_annotations(document)
    _give_sizes(document)
    _drop_pictures(document)
    unusual = unusual_streams(document)
    tell_stored_sizes(document, unusual)
    make_plain(document, unusual)


def _give_sizes(document: pymupdf.Document) -> None:
    """Give pages without a size the one that readers show them in, so that all engines see the same page.

    A sheet of nothing is a letter-size one, and what is cropped to nothing is shown whole. Raises what the engine does.
    """
    for page in document.pages():
        if not page.xref:
            raise ValueError  # a page that is no object of its own cannot be changed
        own = page._pdf_page().obj()
        sheet = _box(own, mupdf.PDF_ENUM_NAME_MediaBox)
        if sheet is None or sheet.is_empty:
            sheet = _LETTER
            document.xref_set_key(page.xref, "MediaBox", "[0 0 612 792]")
        shown = _box(own, mupdf.PDF_ENUM_NAME_CropBox)
        if shown is not None and not shown.intersects(sheet):
            document.xref_set_key(
                page.xref, "CropBox", f"[{sheet.x0:.3f} {sheet.y0:.3f} {sheet.x1:.3f} {sheet.y1:.3f}]"
            )


def _drop_pictures(document: pymupdf.Document) -> None:
    """Take out of pages' content what is stored as a picture: a few kilobytes of it may be gigabytes of nothing.

    No program writes content so, and other readers do not decode it. Raises what the engine does.
    """
    for page in document.pages():
        numbers = page.get_contents()
        kept = [n for n in numbers if not _PICTURE_FILTERS.search(document.xref_get_key(n, "Filter")[1])]
        if len(kept) < len(numbers):
            references = " ".join(f"{number} 0 R" for number in kept)
            document.xref_set_key(page.xref, "Contents", f"[{references}]")


_PICTURE_FILTERS = re.compile(r"/(?:JBIG2|DCT|JPX|CCITTFax)Decode|/(?:DCT|CCF)\b")


def _box(page: mupdf.PdfObj, key: int) -> pymupdf.Rect | None:
    """One of a page's boxes, its own or inherited."""
    found = mupdf.pdf_dict_get_inheritable(page, mupdf.PdfObj(key))
    if not mupdf.pdf_is_array(found):
        return None
    box: pymupdf.Rect = pymupdf.Rect(mupdf.pdf_to_rect(found))
    return box


def _is_cut_short(path: Path) -> bool:
    """Whether the file ends before its own end mark: what is missing may be a page's text, and repair does not say."""
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(size - _END_WITHIN, 0))
        return b"startxref" not in file.read()


def open_working(path: Path, password: str) -> Working:
    """Open a file in working form. Raises as ``open_document``."""
    document = open_document(path, password)
    catalog = document.pdf_catalog()
    hidden = _hidden_layers(document)
    if document.xref_get_key(catalog, "OCProperties")[0] != "null":
        document.xref_set_key(catalog, "OCProperties", "null")
        plain = written(document)  # an open document remembers which layers were on
        document.close()
        document = pymupdf.open("pdf", plain)
        catalog = document.pdf_catalog()
    annotated = [page for page in document.pages() if document.xref_get_key(page.xref, "Annots")[0] != "null"]
    if not annotated and document.xref_get_key(catalog, "AcroForm")[0] == "null":
        return Working(document, hidden_layers=hidden)
    try:
        for page in annotated:
            for annotation in list(page.annots(types=(mupdf.PDF_ANNOT_REDACT,))):
                page.delete_annot(annotation)
            _colour_markers(document, page)
        first_new = document.xref_length()
        document.bake()
        _subset_new_fonts(document, first_new)
    except ENGINE_ERRORS:
        for page in document.pages():
            document.xref_set_key(page.xref, "Annots", "null")
        return Working(document, flattened=False, hidden_layers=hidden)
    return Working(document, hidden_layers=hidden)


def _name_annotations(document: pymupdf.Document) -> None:
    """Make annotations that stand in their page itself objects of their own, for PyMuPDF fails on those without.

    Before any page is loaded: MuPDF keeps what it found on a page then.
    """
    file = pymupdf._as_pdf_document(document)
    for number in range(len(document)):
        page = mupdf.pdf_load_object(file, document.page_xref(number))
        annotations = mupdf.pdf_dict_get(page, mupdf.PdfObj(mupdf.PDF_ENUM_NAME_Annots))
        if not mupdf.pdf_is_array(annotations):
            continue
        for index in range(mupdf.pdf_array_len(annotations)):
            annotation = mupdf.pdf_array_get(annotations, index)
            if mupdf.pdf_is_dict(annotation) and not mupdf.pdf_is_indirect(annotation):
                mupdf.pdf_array_put(annotations, index, mupdf.pdf_add_object(file, annotation))


def _colour_markers(document: pymupdf.Document, page: pymupdf.Page) -> None:
    """Make highlights of no colour yellow, as other readers do: MuPDF would paint a black bar over their words."""
    for number, kind, _ in page.annot_xrefs():
        if kind == mupdf.PDF_ANNOT_HIGHLIGHT and all(
            document.xref_get_key(number, key)[0] == "null" for key in ("C", "AP/N")
        ):
            document.xref_set_key(number, "C", "[1 1 0]")


def _subset_new_fonts(document: pymupdf.Document, first_new: int) -> None:
    """Keep of whole fonts only the letters in use, when baking put such into the document.

    MuPDF draws fields and notes without an appearance of their own in its own fonts, of which one that spells
    Vietnamese is larger than most documents.
    """
    for xref in range(first_new, document.xref_length()):
        kind, length = document.xref_get_key(xref, "Length1")
        if kind == "int" and int(length) >= _LARGE_FONT and document.xref_is_stream(xref):
            document.subset_fonts()
            return


def written(document: pymupdf.Document) -> bytes:
    """The document as a file with the same object numbers.

    Broken files have objects that cannot be written; those that nothing refers to are left out then.

    Raises:
        RuntimeError, ValueError (``ENGINE_ERRORS``): the broken ones are needed.
    """
    try:
        return bytes(document.tobytes(garbage=0))
    except ENGINE_ERRORS:
        return bytes(document.tobytes(garbage=1))


def _hidden_layers(document: pymupdf.Document) -> frozenset[tuple[int, int]]:
    """The optional-content groups that are off in the default configuration (ISO 32000-2, 8.11.4)."""
    catalog = document.pdf_catalog()

    def references(key: str) -> set[int]:
        kind, value = document.xref_get_key(catalog, f"OCProperties/{key}")
        return {int(n) for n in _REFERENCE.findall(value)} if kind == "array" else set()

    off = references("D/OFF")
    if document.xref_get_key(catalog, "OCProperties/D/BaseState")[1] == "/OFF":
        off |= references("OCGs") - references("D/ON")
    return frozenset((number, 0) for number in off)


_REFERENCE = re.compile(r"(\d+) \d+ R")
_LETTER = pymupdf.Rect(0, 0, 612, 792)
"""The size that MuPDF, and not only MuPDF, gives to a page of none."""
