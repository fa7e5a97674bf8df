"""What a copy owes its reader: innocent links and bookmarks, a size like the source's, boxes that tell nothing."""

from __future__ import annotations

import base64
import io
import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pymupdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from redactor.formats.base import OutputOptions
from redactor.model import Outcome, Treatment
from tests.formats_pdf.pdf_builders import VALUE, everything_in, finish, holds, page_with, show, simple
from tests.formats_pdf.pdf_builders_resources import (
    drawn_glyphs_named_after_a_value,
    names_of_colours_and_remarks_in_functions,
)
from tests.formats_pdf.test_pdf_leaks import pdfium_text, redact, verified

RECT = Array([50, 600, 150, 620])


def linked() -> bytes:
    with Pdf.new() as pdf:
        first, second = page_with(pdf, show()), page_with(pdf, "")

        def link(**keys: object) -> Dictionary:
            return Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=RECT, **keys)

        first["/Annots"] = Array([
            link(A=Dictionary(S=Name.URI, URI=String("https://vbpl.vn/van-ban?id=13"))),
            link(A=Dictionary(S=Name.URI, URI=String(f"https://tra.vn/?so={VALUE}"))),
            link(Dest=Array([second, Name.XYZ, 0, 800, 0])),
            link(A=Dictionary(S=Name.GoTo, D=String("phu luc"))),
        ])  # fmt: skip
        names = Dictionary(Names=Array([String("phu luc"), Array([second, Name.Fit])]))
        pdf.Root["/Names"] = Dictionary(Dests=names)
        with pdf.open_outline() as outline:
            chapter = pikepdf.OutlineItem("Chuong I", 0)
            chapter.children.append(pikepdf.OutlineItem(f"Ho so {VALUE}", 1))
            outline.root.extend([chapter, pikepdf.OutlineItem("Phu luc", 1)])
        return finish(pdf)


def test_innocent_links_and_bookmarks_stay(tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    source.write_bytes(linked())
    info, findings, applied = redact(source, draft, [VALUE])
    assert not holds(everything_in(draft), VALUE)
    assert [
        c.name for c in verified(source, draft, info, findings, applied) if c.outcome is not Outcome.PASSED
    ] == []
    with pymupdf.open(draft) as document:
        links = document[0].get_links()
        assert [link["uri"] for link in links if link["kind"] == pymupdf.LINK_URI] == [
            "https://vbpl.vn/van-ban?id=13"
        ]
        assert [link["page"] for link in links if link["kind"] == pymupdf.LINK_GOTO] == [1, 1]
        toc = document.get_toc()
    assert [(depth, page) for depth, _, page in toc] == [(1, 1), (2, 2), (1, 2)]
    assert [title for _, title, _ in toc if "Ho so" not in title] == ["Chuong I", "Phu luc"]
    told = {(p.part, p.treatment): p.count for p in applied.parts}
    assert told["pdf.link", Treatment.REDACTED] == 3
    assert told["pdf.link", Treatment.LEFT_OUT] == 1


@pytest.mark.parametrize(
    "uri",
    [
        f"https://x.vn/?id={VALUE}",
        "https://x.vn/?id=" + "".join(f"%{ord(c):02X}" for c in VALUE),
        "https://x.vn/?id=" + "".join(f"%25{ord(c):02X}" for c in VALUE),
        f"https://x.vn/{VALUE.encode().hex()}",
        f"https://x.vn/?d={base64.b64encode(VALUE.encode()).decode()}&l=vi",
    ],
)
def test_links_that_spell_a_removed_value_stay_out(uri: str, tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    with Pdf.new() as pdf:
        page = page_with(pdf, show())
        page["/Annots"] = Array(
            [
                Dictionary(
                    Type=Name.Annot, Subtype=Name.Link, Rect=Array([50, y, 150, y + 15]),
                    A=Dictionary(S=Name.URI, URI=String(address)),
                )
                for y, address in ((500, uri), (480, "https://x.vn/?t=%C4%91%C6%A1n&m=bWF1LTAx"))
            ]
        )  # fmt: skip
        source.write_bytes(finish(pdf))
    info, findings, applied = redact(source, draft, [VALUE])
    with pymupdf.open(draft) as document:
        assert [link["uri"] for link in document[0].get_links()] == [
            "https://x.vn/?t=%C4%91%C6%A1n&m=bWF1LTAx"
        ]
    checks = verified(source, draft, info, findings, applied)
    assert [c.name for c in checks if c.outcome is not Outcome.PASSED] == []


WRITE = """
import sys
from pathlib import Path
from tests.formats_pdf.test_pdf_leaks import redact
redact(Path(sys.argv[1]), Path(sys.argv[2]), [sys.argv[3]])
"""


def test_copies_do_not_depend_on_the_order_of_hashes(tmp_path: Path) -> None:
    """Names of colours, glyphs and resources that tell something are numbered anew."""
    source = tmp_path / "source.pdf"
    copies = []
    for row in (names_of_colours_and_remarks_in_functions, drawn_glyphs_named_after_a_value):
        source.write_bytes(row())
        for seed in ("1", "2"):
            draft = tmp_path / f"{row.__name__}{seed}.pdf"
            environment = {**os.environ, "PYTHONHASHSEED": seed}
            command = [sys.executable, "-c", WRITE, str(source), str(draft), VALUE]
            subprocess.run(command, check=True, env=environment, cwd=Path(__file__).parents[2])
            copies.append(draft.read_bytes())
    assert copies[0] == copies[1]
    assert copies[2] == copies[3]


def test_copies_grow_by_little(tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    with pymupdf.open() as document:
        for number in range(30):
            paragraph = (
                f"<p>Căn cước số {VALUE}. Điều {number}. Bên A giao thửa đất cho Bên B trong 15 ngày.</p>"
            )
            document.new_page().insert_htmlbox((60, 60, 535, 780), paragraph * 12)
        document.subset_fonts()
        document.save(source, garbage=3, deflate=True)
    for mark in ("black", "label"):
        redact(source, draft, [VALUE], OutputOptions(mark=mark))
        assert draft.stat().st_size <= 1.2 * source.stat().st_size + 50_000


@pytest.mark.parametrize("values", [("An Ba", "Binh B"), ("001190012345", "001190012346")])
def test_values_of_like_width_have_boxes_of_one_width(values: tuple[str, str], tmp_path: Path) -> None:
    widths = set()
    for value in values:
        source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
        source.write_bytes(simple(show(f"So {value}")))
        _, _, applied = redact(source, draft, [value])
        (area,) = applied.areas
        widths.add(round(area.rects[0].x1 - area.rects[0].x0, 2))
    assert len(widths) == 1


@pytest.mark.parametrize("label", ["[HỌ TÊN 1]", "[SỐ ĐỊNH DANH]", "[ĐỊA CHỈ]", "[NGÀY CẤP, NƠI CẤP]"])
def test_labels_are_spelled_whole_and_fit(label: str, tmp_path: Path) -> None:
    from redactor.formats.base import Edit
    from redactor.formats.pdf import PdfFormat
    from tests.formats_pdf.test_pdf_leaks import find_all, quiet

    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    source.write_bytes(simple(show(f"So {VALUE} het", size=16)))
    document = PdfFormat().open(source, "")
    findings = find_all(document.read(quiet), [VALUE])
    document.apply(
        [Edit(f, lambda _: label) for f in findings], (), OutputOptions(mark="label"), draft, quiet
    )
    document.close()
    assert label in pdfium_text(draft)
    with pymupdf.open(draft) as copy:
        words = copy[0].search_for(label)
        boxes = [d["rect"] for d in copy[0].get_drawings() if d["fill"] == (0.0, 0.0, 0.0)]
    assert any(
        pymupdf.Rect(box).contains((w.x0, (w.y0 + w.y1) / 2)) and w.x1 <= box.x1
        for w in words
        for box in boxes
    )


def test_a_page_whose_content_never_ends_becomes_an_image(tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    draft.touch()  # the name is taken before anything is written
    with Pdf.new() as pdf:
        page_with(pdf, show())
        page = page_with(pdf, "")
        page["/Contents"] = pdf.make_stream(
            page["/Contents"].read_bytes() + b" % x\nBI /W 4 /H 4 /BPC 8 /CS /G ID \x00\x01"
        )
        source.write_bytes(finish(pdf))
    info, findings, applied = redact(source, draft, [VALUE])
    assert applied.rasterised == (2,)
    assert [
        c.name for c in verified(source, draft, info, findings, applied) if c.outcome is not Outcome.PASSED
    ] == []


def test_broken_objects_that_nobody_needs_stop_nothing(tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    data = simple(show())
    at = data.index(b"xref\n")
    broken = (
        data[:at] + b"90 0 obj\n<< 5 (x) >>\nendobj\n" + data[at:].replace(b"startxref\n", b"startxref\n9", 1)
    )
    source.write_bytes(broken)
    info, findings, applied = redact(source, draft, [VALUE])
    assert not holds(everything_in(draft), VALUE)
    assert [
        c.name for c in verified(source, draft, info, findings, applied) if c.outcome is not Outcome.PASSED
    ] == []


def test_annotations_without_a_size_leave_no_endless_numbers(tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    with Pdf.new() as pdf:
        page = page_with(pdf, show())
        look = pdf.make_stream(b"0 g 0 0 5 5 re f")
        look.update(
            Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 0, 0]), Resources=Dictionary())
        )
        note = Dictionary(
            Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([9, 9, 50, 50]), AP=Dictionary(N=look)
        )
        page["/Annots"] = Array([pdf.make_indirect(note)])
        source.write_bytes(finish(pdf))
    redact(source, draft, [VALUE])
    subprocess.run(["qpdf", "--check", draft], check=True, capture_output=True)


def test_numbers_of_a_picture_that_are_none_stop_nothing(tmp_path: Path) -> None:
    """Nobody draws such a picture; the page is cleaned all the same."""
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    with Pdf.new() as pdf:
        broken = pdf.make_stream(b"\x00" * 16, Subtype=Name.Image, Width=Name.Wide, Height=Array([]))
        broken["/BitsPerComponent"] = String("8")
        broken["/ColorSpace"] = Array([Name.Indexed, Name.DeviceRGB, Name.Last, String("abc")])
        content = show() + " q 20 0 0 20 50 50 cm /Im0 Do Q " + show("Con lai", (50, 600))
        page_with(pdf, content, XObject=Dictionary(Im0=broken))
        source.write_bytes(finish(pdf))
    info, findings, applied = redact(source, draft, [VALUE])
    assert not holds(everything_in(draft), VALUE)
    assert [
        c.name for c in verified(source, draft, info, findings, applied) if c.outcome is not Outcome.PASSED
    ] == []
    assert "Con lai" in pdfium_text(draft)


@pytest.mark.parametrize("escaped", ["#BA#DA#CC#E5,Bold", "Th#E0nh#20Ph#F4", f"So#E0{VALUE}"])
def test_names_of_fonts_in_other_encodings_stop_nothing(escaped: str, tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    data = simple(show() + " " + show("Con lai", (50, 600))).replace(b"/Helvetica", b"/" + escaped.encode())
    with Pdf.open(io.BytesIO(data)) as pdf:
        font = pdf.pages[0].obj["/Resources"]["/Font"]["/F0"]
        font["/FirstChar"], font["/LastChar"], font["/Widths"] = 32, 126, Array([556] * 95)
        pdf.save(source)
    info, findings, applied = redact(source, draft, [VALUE])
    assert not holds(everything_in(draft), VALUE)
    assert [
        c.name for c in verified(source, draft, info, findings, applied) if c.outcome is not Outcome.PASSED
    ] == []
    assert "Con lai" in pdfium_text(draft)
