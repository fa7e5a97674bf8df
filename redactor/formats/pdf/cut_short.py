"""Pages that MuPDF gives up on while other readers go on: their content is mended before anything is read.

It stops at a hundred mistakes, and takes what follows a picture that ends too early for the rest of the picture. What
stands behind would be in the copy without anybody having looked at it.
"""

from __future__ import annotations

import io

import pikepdf
import pymupdf
from pikepdf import Object, Pdf, Stream

from redactor.formats.pdf.colours import picture_size
from redactor.formats.pdf.content import Operation, PdfName, content_bytes, operations
from redactor.formats.pdf.inline_picture import inline_picture
from redactor.formats.pdf.operands import OPERATORS
from redactor.formats.pdf.rebuild import inherit
from redactor.formats.pdf.resources import resource
from redactor.formats.pdf.working import written

_STOPPED = ("ignoring rest of page", "after inline image")
_KINDS = {
    "gs": "/ExtGState",
    "Do": "/XObject",
    "Tf": "/Font",
    "sh": "/Shading",
    "cs": "/ColorSpace",
    "CS": "/ColorSpace",
    "scn": "/Pattern",
    "SCN": "/Pattern",
}
_DEVICE = frozenset(("DeviceGray", "DeviceRGB", "DeviceCMYK", "Pattern"))


def was_cut_short() -> bool:
    """Whether MuPDF stopped early since this was last asked."""
    told = pymupdf.TOOLS.mupdf_warnings()
    return any(sign in told for sign in _STOPPED)


def mend(document: pymupdf.Document, index: int) -> None:
    """Take out of the content of a page (from 0) and its forms what makes MuPDF stop.

    Raises what the engines raise, and ``CorruptDocument``: its content cannot be taken apart.
    """
    with Pdf.open(io.BytesIO(written(document))) as pdf:
        page = pdf.pages[index].obj
        inherit(page)
        resources = page.get("/Resources")
        number = document.get_new_xref()
        document.update_object(number, "<<>>")
        document.update_stream(number, _mended(pdf, content_bytes(page), resources))
        forms = [form[0] for form in document[index].get_xobjects()]
        document.xref_set_key(document[index].xref, "Contents", f"{number} 0 R")
        for form in forms:
            item = pdf.get_object((form, 0))
            if isinstance(item, Stream):
                own = item.get("/Resources", resources)
                document.update_stream(form, _mended(pdf, item.read_bytes(), own))


def _mended(pdf: Pdf, data: bytes, resources: Object | None) -> bytes:
    """Content of the operators that can be carried out, pictures in it as long as they say."""
    out: list[bytes] = []
    for operation in operations(data):
        if operation.name == "BI":
            out.append(_lengthened(pdf, data, operation, resources))
        elif operation.name in OPERATORS and _can_be_carried_out(operation, resources):
            out.append(data[operation.start : operation.end])
    return b"\n".join(out)


def _can_be_carried_out(operation: Operation, resources: Object | None) -> bool:
    operands = operation.operands
    kind = _KINDS.get(operation.name)
    names = [item for item in operands if isinstance(item, PdfName)]
    if kind is None or (kind == "/Pattern" and not names):
        return True
    if len(names) != 1:
        return False
    name = names[0]
    # Text in a font that is not there is shown in another one.
    return kind == "/Font" or name in _DEVICE or resource(resources, kind, name) is not None


def _lengthened(pdf: Pdf, data: bytes, operation: Operation, resources: Object | None) -> bytes:
    text = data[operation.start : operation.end]
    header, body = operation.operands
    if not isinstance(header, dict) or not isinstance(body, bytes) or header.keys() & {"F", "Filter"}:
        return text
    try:
        missing = picture_size(inline_picture(pdf, header, body, resources)) - len(body)
    except (TypeError, ValueError, pikepdf.PdfError):
        return b""
    at = text.rindex(body) + len(body)
    return text[:at] + bytes(max(missing, 0)) + text[at:]
