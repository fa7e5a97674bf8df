"""Redactors that lie: each leaves something in place or breaks something, and each must be caught by the named check."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pymupdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String
from PIL import Image, ImageDraw, ImageFont

from recognizers.entities import EntityType
from recognizers.results import Hit, Reason
from redactor.model import (
    Action,
    Applied,
    Decision,
    Decisions,
    Finding,
    Outcome,
    PageArea,
    Rect,
    Scan,
    SourceInfo,
)
from redactor.verify.base import VerifyRequest
from redactor.verify.pdf import PdfVerifier
from redactor.verify.pdf_source import look_ahead

VALUE = "001190012345"
BIRTH = "11/10/1970"
BOX = Rect(100, 92, 190, 106)
KEEP = "Dieu khoan chung cua hop dong nay van con nguyen"


def page_content(pdf: Pdf, *, value: bool, box: bool = True) -> None:
    page = pdf.add_blank_page(page_size=(595, 842)).obj
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page["/Resources"] = Dictionary(Font=Dictionary(F0=font))
    text = f"BT /F0 12 Tf 105 740 Td ({VALUE}) Tj ET" if value else ""
    mark = "0 g 100 736 90 14 re f" if box else ""
    page["/Contents"] = pdf.make_stream(f"BT /F0 12 Tf 50 300 Td ({KEEP}) Tj ET {text} {mark}".encode())


def built(change: Callable[[Pdf], None] | None = None, *, value: bool = False, box: bool = True) -> bytes:
    with Pdf.new() as pdf:
        page_content(pdf, value=value, box=box)
        if change:
            change(pdf)
        file = io.BytesIO()
        pdf.save(file, fix_metadata_version=False)
        return file.getvalue()


def checks(
    tmp_path: Path, draft: bytes, source: bytes | None = None, redetect: object = None, *, born: bool = False
) -> dict[str, Outcome]:
    (tmp_path / "source.pdf").write_bytes(source or built(value=True, box=False))
    (tmp_path / "draft.pdf").write_bytes(draft)
    finding = Finding(
        id="f1", entity_type=EntityType.DATE_OF_BIRTH if born else EntityType.VN_PERSONAL_ID, score=1.0,
        reason=Reason("test"), places=(PageArea(1, (BOX,)),), value=BIRTH if born else VALUE,
    )  # fmt: skip
    info = SourceInfo(sha256="", size=1, format="pdf", pages=1, page_sizes=((595.0, 842.0),))
    request = VerifyRequest(
        source=tmp_path / "source.pdf", password="", draft=tmp_path / "draft.pdf", scan=Scan(info, (finding,)),
        decisions=Decisions((Decision("f1", Action.HIDE),)),
        applied=Applied(hidden={EntityType.VN_PERSONAL_ID: 1}, areas=(PageArea(1, (BOX,)),), needles=(VALUE,)),
        redetect=redetect or (lambda _text: ()),  # type: ignore[arg-type]
    )  # fmt: skip
    found = PdfVerifier().verify(request)
    ahead = look_ahead(request.source, "", (0, 1), lambda: None)
    assert PdfVerifier().verify(replace(request, ahead=ahead)) == found
    return {check.name: check.outcome for check in found}


def test_an_honest_copy_is_clean(tmp_path: Path) -> None:
    assert set(checks(tmp_path, built()).values()) == {Outcome.PASSED}


def test_text_left_under_a_box_is_told_by_its_place(tmp_path: Path) -> None:
    """Birth dates, incomes and genders may stand elsewhere: nobody searches the whole document for them."""
    place = PageArea(1, (BOX,))
    (tmp_path / "source.pdf").write_bytes(built(value=True, box=False))
    (tmp_path / "draft.pdf").write_bytes(built(value=True))
    finding = Finding(
        id="f1",
        entity_type=EntityType.DATE_OF_BIRTH,
        score=1.0,
        reason=Reason("test"),
        places=(place,),
        value=VALUE,
    )
    info = SourceInfo(sha256="", size=1, format="pdf", pages=1, page_sizes=((595.0, 842.0),))
    request = VerifyRequest(
        source=tmp_path / "source.pdf", password="", draft=tmp_path / "draft.pdf", scan=Scan(info, (finding,)),
        decisions=Decisions((Decision("f1", Action.HIDE),)),
        applied=Applied(hidden={EntityType.DATE_OF_BIRTH: 1}, areas=(place,), needles=()),
        redetect=lambda _text: (),
    )  # fmt: skip
    found = {check.name: check.outcome for check in PdfVerifier().verify(request)}
    assert found["no_value_in_text"] is Outcome.FAILED
    assert found["boxes_are_opaque"] is Outcome.PASSED


def _root(key: str, value: object) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        pdf.Root[key] = value(pdf) if callable(value) else value

    return change


def _page(key: str, value: object) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        pdf.pages[0].obj[key] = value(pdf) if callable(value) else value

    return change


def _info(pdf: Pdf) -> None:
    pdf.docinfo["/Author"] = String(VALUE)


def _xmp(pdf: Pdf) -> object:
    stream = pdf.make_stream(f"<x>{VALUE}</x>".encode())
    stream["/Type"] = Name.Metadata
    return stream


def _attached(pdf: Pdf) -> object:
    file = pdf.make_stream(b"harmless")
    file["/Type"] = Name.EmbeddedFile
    spec = Dictionary(Type=Name.Filespec, F=String("a.txt"), EF=Dictionary(F=file))
    return Dictionary(EmbeddedFiles=Dictionary(Names=Array([String("a"), pdf.make_indirect(spec)])))


def _stray_stream(pdf: Pdf) -> object:
    return pdf.make_stream(VALUE.encode("utf-16-be"))


def _hex_in_content(pdf: Pdf) -> None:
    page = pdf.pages[0].obj
    page["/Contents"] = pdf.make_stream(
        page["/Contents"].read_bytes() + f" % {VALUE.encode().hex()}".encode()
    )


def _invisible_text(pdf: Pdf) -> None:
    page = pdf.pages[0].obj
    hidden = f" BT 3 Tr /F0 1 Tf 700 900 Td ({VALUE[:6]}) Tj ({VALUE[6:]}) Tj ET"
    page["/Contents"] = pdf.make_stream(page["/Contents"].read_bytes() + hidden.encode())


def _note(pdf: Pdf) -> object:
    return Array(
        [Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 9, 9]), Contents=String("x"))]
    )


_SAID = " ".join(f"/Span <</ActualText <FEFF{ord(digit):04X}>>> BDC (a) Tj EMC" for digit in VALUE)


def _said_nowhere(pdf: Pdf) -> object:
    return pdf.make_stream(_SAID.encode())


def _more(content: str) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        page = pdf.pages[0].obj
        page["/Contents"] = pdf.make_stream(page["/Contents"].read_bytes() + b" " + content.encode())

    return change


SCRIPT = Dictionary(S=Name.JavaScript, JS=String("1"))


def _tree(**keys: object) -> Dictionary:
    element = Dictionary(**{"Type": Name.StructElem, "S": Name.P, "K": 0, **keys})
    return Dictionary(Type=Name.StructTreeRoot, K=element)


FORM = Dictionary(Fields=Array([]), XFA=String("<x/>"))
LINK = Dictionary(
    Type=Name.Annot,
    Subtype=Name.Link,
    Rect=Array([0, 0, 9, 9]),
    A=Dictionary(S=Name.URI, URI=String(f"tel:{VALUE}")),
)

LIES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "box drawn over live text": ("no_value_in_text", lambda: built(value=True)),
    "text left, no box": ("boxes_are_opaque", lambda: built(value=True, box=False)),
    "no box and no text": ("boxes_are_opaque", lambda: built(_dots, box=False)),
    "value in Info": ("no_value_in_objects", lambda: built(_info)),
    "value in XMP": ("no_value_in_objects", lambda: built(_root("/Metadata", _xmp))),
    "metadata kept": (
        "no_forbidden_structures",
        lambda: built(_root("/Metadata", lambda p: p.make_stream(b"<x/>"))),
    ),
    "attachment kept": ("no_forbidden_structures", lambda: built(_root("/Names", _attached))),
    "script kept": ("no_forbidden_structures", lambda: built(_root("/OpenAction", SCRIPT))),
    "page script kept": ("no_forbidden_structures", lambda: built(_page("/AA", Dictionary(O=SCRIPT)))),
    "form kept": ("no_forbidden_structures", lambda: built(_root("/AcroForm", FORM))),
    "titles of tags kept": (
        "no_forbidden_structures",
        lambda: built(_root("/StructTreeRoot", _tree(T=String("abc")))),
    ),
    "names of tags kept": (
        "no_forbidden_structures",
        lambda: built(_root("/StructTreeRoot", _tree(S=Name("/NguyenVanAn")))),
    ),
    "value in a tag's text": (
        "no_value_in_objects",
        lambda: built(_root("/StructTreeRoot", _tree(Alt=String(VALUE)))),
    ),
    "note kept": ("no_forbidden_structures", lambda: built(_page("/Annots", _note))),
    "thumbnail kept": (
        "no_forbidden_structures",
        lambda: built(_page("/Thumb", lambda p: p.make_stream(b"x"))),
    ),
    "private data kept": (
        "no_forbidden_structures",
        lambda: built(_page("/PieceInfo", Dictionary(A=Dictionary()))),
    ),
    "value in a link": ("no_value_in_objects", lambda: built(_page("/Annots", Array([LINK])))),
    "value in a stray stream": ("no_value_in_objects", lambda: built(_page("/Secret", _stray_stream))),
    "value as hex in content": ("no_value_in_objects", lambda: built(_hex_in_content)),
    "invisible text off the page": ("no_value_in_text", lambda: built(_invisible_text)),
    "value under another text": (
        "no_value_in_text",
        lambda: built(_more(f"BT /F0 12 Tf 50 200 Td /Span <</ActualText (abc)>> BDC ({VALUE}) Tj EMC ET")),
    ),
    "value said of other letters": (
        "no_value_in_text",
        lambda: built(_more(f"BT /F0 12 Tf 50 200 Td {_SAID} ET")),
    ),
    "value said where nobody draws": ("no_value_in_objects", lambda: built(_page("/Secret", _said_nowhere))),
    "earlier revision kept": ("no_forbidden_structures", lambda: _two_revisions()),
    "bytes after the end": ("no_forbidden_structures", lambda: built() + VALUE.encode()),
    "page lost": ("page_count", lambda: built(lambda p: p.add_blank_page())),
    "neighbour lost": ("neighbours_stay", lambda: built(_without_keep)),
    "neighbour painted over": ("pixels_outside", lambda: built(_painted)),
    "not a PDF": ("opens", lambda: b"nothing"),
}


@pytest.mark.parametrize("key", ["Alt", "ActualText", "E"])
def test_plain_tags_are_no_lie_and_say_nothing_that_may_stand_elsewhere(key: str, tmp_path: Path) -> None:
    innocent = checks(tmp_path, built(_root("/StructTreeRoot", _tree(**{key: String("Bang gia")}))))
    assert set(innocent.values()) == {Outcome.PASSED}
    told = checks(
        tmp_path, built(_root("/StructTreeRoot", _tree(**{key: String(f"ngay {BIRTH}")}))), born=True
    )
    assert told["no_value_in_objects"] is Outcome.FAILED


def _dots(pdf: Pdf) -> None:
    page = pdf.pages[0].obj
    dots = " ".join(f"{x} 738 4 8 re f" for x in range(102, 188, 9))
    page["/Contents"] = pdf.make_stream(page["/Contents"].read_bytes() + dots.encode())


def _without_keep(pdf: Pdf) -> None:
    page = pdf.pages[0].obj
    page["/Contents"] = pdf.make_stream(page["/Contents"].read_bytes().replace(KEEP.encode(), b"Dieu khoan"))


def _painted(pdf: Pdf) -> None:
    page = pdf.pages[0].obj
    page["/Contents"] = pdf.make_stream(page["/Contents"].read_bytes() + b" 1 g 40 290 300 30 re f")


def _two_revisions() -> bytes:
    first = built(value=True)
    at = first.index(b"startxref") + 9
    previous = int(first[at:].split()[0])
    body = b"\n90 0 obj\n<</A 1>>\nendobj\n"
    table = len(first) + len(body)
    with Pdf.open(io.BytesIO(first)) as pdf:
        root = pdf.Root.objgen[0]
    entry = f"xref\n90 1\n{len(first) + 1:010d} 00000 n \ntrailer\n<</Size 91 /Root {root} 0 R /Prev {previous}>>\n"
    return first + body + entry.encode() + f"startxref\n{table}\n%%EOF\n".encode()


@pytest.mark.parametrize("lie", LIES)
def test_lies_are_caught(lie: str, tmp_path: Path) -> None:
    name, make = LIES[lie]
    assert checks(tmp_path, make())[name] is Outcome.FAILED


def test_what_detection_finds_again_is_a_lie(tmp_path: Path) -> None:
    """A date too common to be searched for is still seen where it should be gone, if detection finds it again."""

    def find(text: str) -> list[Hit]:
        at = text.find(VALUE)
        return [Hit(at, at + 12, EntityType.VN_PERSONAL_ID, 1.0, Reason("test"))] if at >= 0 else []

    assert checks(tmp_path, built(value=True), redetect=find)["redetect"] is Outcome.FAILED
    assert checks(tmp_path, built(), redetect=find)["redetect"] is Outcome.PASSED


def _scan(text: str) -> bytes:
    image = Image.new("L", (1240, 1754), 255)
    font = ImageFont.truetype(str(Path(__file__).parents[2] / "redactor/formats/pdf/label.ttf"), 30)
    draw = ImageDraw.Draw(image)
    draw.text((215, 190), text, font=font, fill=0)
    draw.text((110, 900), KEEP, font=font, fill=0)
    file = io.BytesIO()
    image.save(file, "JPEG", quality=90)
    with pymupdf.open() as document:
        page = document.new_page(width=595, height=842)
        page.insert_image(page.rect, stream=file.getvalue())
        return document.tobytes()


@pytest.mark.slow
def test_a_value_left_in_the_pixels_is_caught(tmp_path: Path) -> None:
    """The redactor claims to have covered the value, and drew its box beside it."""
    with pymupdf.open("pdf", _scan(VALUE)) as document:
        document[0].draw_rect((300, 60, 420, 80), fill=(0, 0, 0))
        draft = document.tobytes(garbage=4)
    result = checks(tmp_path, draft, source=_scan(VALUE))
    assert result["pictures"] is Outcome.FAILED
    assert result["boxes_are_opaque"] is Outcome.FAILED


def test_a_check_that_could_not_run_is_not_clean(tmp_path: Path) -> None:
    result = checks(tmp_path, b"%PDF-1.4\nbroken")
    assert result["opens"] is Outcome.FAILED
    assert set(result.values()) == {Outcome.FAILED, Outcome.NOT_DONE}


def test_the_source_is_needed_for_comparing(tmp_path: Path) -> None:
    result = checks(tmp_path, built(), source=b"%PDF-1.4\nbroken")
    assert result["neighbours_stay"] is Outcome.NOT_DONE
    assert result["pixels_outside"] is Outcome.NOT_DONE


def test_uses_no_engine_that_writes() -> None:
    """Importing the verifier must not bring the engine in that made the draft."""
    import subprocess
    import sys

    code = "import sys, redactor.verify.pdf; sys.exit('pymupdf' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("end", ["f", "W n 0 0 612 792 re f"], ids=["painted", "a shape shows through them"])
def test_outlines_under_a_box_are_a_lie(end: str, tmp_path: Path) -> None:
    letters = "\n".join(
        f"{105 + 7 * n} 740 m {105 + 7 * n} 746 {110 + 7 * n} 748 {110 + 7 * n} 742 c "
        f"{109 + 7 * n} 738 {106 + 7 * n} 738 {105 + 7 * n} 740 c h"
        for n in range(10)
    )

    def outlined(pdf: Pdf) -> None:
        page = pdf.pages[0].obj
        content = page["/Contents"].read_bytes()
        page["/Contents"] = pdf.make_stream(f"q 0 g {letters} {end} Q\n".encode() + content)

    result = checks(tmp_path, built(outlined), built(outlined, value=True, box=False))
    assert result["no_value_in_text"] is Outcome.FAILED
    frame = built(lambda pdf: None)
    assert checks(tmp_path, frame, built(value=True, box=False))["no_value_in_text"] is Outcome.PASSED
