"""Small PDFs made by hand, one per place where a value can hide; and a checker that uses nothing of the redactor.

Every builder returns the bytes of a file in which ``VALUE`` (or ``NAME``) stands somewhere and ``KEEP`` beside it.
"""

from __future__ import annotations

import io
import re
import subprocess
import unicodedata
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pymupdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

VALUE = "001190012345"
KEEP = "Dieu khoan chung"

Builder = Callable[[], bytes]
BUILDERS: dict[str, Builder] = {}
SPELLINGS: dict[str, tuple[str, ...]] = {}
"""By row, where it is not ``VALUE``: what is to be removed as a person reads it, then other forms that must be gone."""


def row(builder: Builder) -> Builder:
    BUILDERS[builder.__name__] = builder
    return builder


# --- putting files together -----------------------------------------------------------------------------------------


def helvetica(pdf: Pdf) -> Object:
    return pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))


def page_with(pdf: Pdf, content: bytes | str, **resources: Object) -> Object:
    data = content.encode("latin-1") if isinstance(content, str) else content
    page = pdf.add_blank_page(page_size=(595, 842)).obj
    page["/Resources"] = Dictionary(Font=Dictionary(F0=helvetica(pdf)), **resources)
    keep = f"\nBT /F0 12 Tf 50 60 Td ({KEEP}) Tj ET".encode()
    page["/Contents"] = pdf.make_stream(data + keep)
    return page


def finish(pdf: Pdf, **options: object) -> bytes:
    file = io.BytesIO()
    pdf.save(file, **options)  # type: ignore[arg-type]
    return file.getvalue()


def simple(content: bytes | str, **resources: Object) -> bytes:
    with Pdf.new() as pdf:
        page_with(pdf, content, **resources)
        return finish(pdf)


def show(text: str = f"So {VALUE} het", at: tuple[int, int] = (50, 700), size: float = 12) -> str:
    return f"BT /F0 {size} Tf {at[0]} {at[1]} Td ({text}) Tj ET"


# --- text, however it is drawn --------------------------------------------------------------------------------------


@row
def plain_text() -> bytes:
    return simple(show())


@row
def kerned_pieces() -> bytes:
    pieces = " ".join(f"({VALUE[i : i + 2]}) {-12 * i}" for i in range(0, 12, 2))
    return simple(f"BT /F0 12 Tf 50 700 Td [(So ) {pieces} ( het)] TJ ET")


@row
def one_glyph_each_backwards() -> bytes:
    glyphs = [f"1 0 0 1 {50 + 7 * i} 700 Tm ({c}) Tj" for i, c in enumerate(VALUE)]
    return simple("BT /F0 12 Tf " + " ".join(reversed(glyphs)) + " ET")


@row
def over_a_line_break() -> bytes:
    return simple(f"BT /F0 12 Tf 14 TL 50 700 Td (So {VALUE[:6]}) Tj T* ({VALUE[6:]} het) Tj ET")


@row
def quote_operators() -> bytes:
    return simple(f"BT /F0 12 Tf 14 TL 50 700 Td (So) Tj ({VALUE}) ' 1 0.5 (x {VALUE} y) \" (sau) ' ET")


@row
def spacing_and_scaling() -> bytes:
    return simple(f"BT /F0 12 Tf 80 Tz 0.7 Tc 3 Tw 2 Ts 50 700 Td (So {VALUE} het roi) Tj ET")


@row
def escapes_in_strings() -> bytes:
    octal = "".join(f"\\{ord(c):03o}" for c in VALUE)
    return simple(
        f"BT /F0 12 Tf 50 700 Td (a \\(b (c) \\\\ {octal} d) Tj 0 -20 Td <{VALUE.encode().hex()}> Tj ET"
    )


@row
def rotated_text() -> bytes:
    return simple(
        f"BT /F0 12 Tf 0 1 -1 0 300 300 Tm (So {VALUE} het) Tj ET BT /F0 12 Tf 0.94 0.34 -0.34 0.94 80 500 Tm (So {VALUE} het) Tj ET"
    )


def _rotated_page(angle: int) -> bytes:
    with Pdf.new() as pdf:
        page = page_with(pdf, show())
        page["/Rotate"] = angle
        page["/MediaBox"] = Array([-20, -10, 575, 832])
        page["/CropBox"] = Array([10, 20, 560, 800])
        return finish(pdf)


@row
def page_turned_90() -> bytes:
    return _rotated_page(90)


@row
def page_turned_180() -> bytes:
    return _rotated_page(180)


@row
def page_turned_270() -> bytes:
    return _rotated_page(270)


@row
def larger_user_unit() -> bytes:
    with Pdf.new() as pdf:
        page = page_with(pdf, show())
        page["/UserUnit"] = 2
        return finish(pdf)


@row
def nested_forms_shared_by_pages() -> bytes:
    with Pdf.new() as pdf:
        inner = pdf.make_stream(show(at=(10, 10)).encode())
        inner.update(_form(pdf))
        outer = pdf.make_stream(b"q 1 0 0 1 40 40 cm /In Do Q")
        outer.update(_form(pdf, XObject=Dictionary(In=inner)))
        for shift in (0, 200):
            page_with(pdf, f"q 1 0 0 1 0 {shift} cm /Out Do Q", XObject=Dictionary(Out=outer))
        return finish(pdf)


def _form(pdf: Pdf, **resources: Object) -> Dictionary:
    return Dictionary(
        Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 500, 500]),
        Resources=Dictionary(Font=Dictionary(F0=helvetica(pdf)), **resources),
    )  # fmt: skip


@row
def tiling_pattern() -> bytes:
    with Pdf.new() as pdf:
        cell = pdf.make_stream(show(at=(5, 5)).encode())
        cell.update(
            Dictionary(
                Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1, BBox=Array([0, 0, 200, 50]), XStep=200,
                YStep=50, Resources=Dictionary(Font=Dictionary(F0=helvetica(pdf))),
            )
        )  # fmt: skip
        page_with(pdf, "q /Pattern cs /P0 scn 50 300 200 50 re f Q", Pattern=Dictionary(P0=cell))
        return finish(pdf)


@row
def soft_mask_group() -> bytes:
    with Pdf.new() as pdf:
        group = pdf.make_stream(("1 g " + show()).encode())
        group.update(_form(pdf))
        group["/BBox"] = Array([0, 0, 595, 842])
        group["/Group"] = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
        state = Dictionary(SMask=Dictionary(S=Name.Luminosity, G=group))
        page_with(pdf, "q /G0 gs 0 g 0 600 595 200 re f Q", ExtGState=Dictionary(G0=state))
        return finish(pdf)


@row
def type3_font() -> bytes:
    with Pdf.new() as pdf:
        procs = Dictionary(
            {f"/d{d}": pdf.make_stream(b"600 0 0 0 500 700 d1 50 0 400 700 re f") for d in range(10)}
        )
        font = Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 600, 700]), FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
            FirstChar=48, LastChar=57, Widths=Array([600] * 10), CharProcs=procs,
            Encoding=Dictionary(Type=Name.Encoding, Differences=Array([48, *[Name(f"/d{d}") for d in range(10)]])),
            ToUnicode=pdf.make_stream(_to_unicode({48 + d: str(d) for d in range(10)}, 1)),
        )  # fmt: skip
        page = page_with(pdf, f"BT /T3 12 Tf 50 700 Td ({VALUE}) Tj ET")
        page["/Resources"]["/Font"]["/T3"] = pdf.make_indirect(font)
        return finish(pdf)


def _to_unicode(codes: dict[int, str], length: int) -> bytes:
    lines = "".join(
        f"<{code:0{2 * length}X}> <{char.encode('utf-16-be').hex()}>\n" for code, char in codes.items()
    )
    top = "F" * 2 * length
    return (
        f"begincmap 1 begincodespacerange <{'0' * 2 * length}> <{top}> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{lines}endbfchar endcmap"
    ).encode()


@row
def drawn_twice() -> bytes:
    return simple(show() + " " + show(at=(50, 700)).replace("50 700", "50.3 700"))


# --- text nobody sees -----------------------------------------------------------------------------------------------


@row
def invisible_mode() -> bytes:
    return simple("3 Tr " + show() + " 0 Tr")


@row
def white_text() -> bytes:
    return simple("1 g " + show() + " 0 g")


@row
def tiny_text() -> bytes:
    return simple(show(size=0.5))


@row
def clipped_away() -> bytes:
    return simple("q 0 0 10 10 re W n " + show() + " Q")


@row
def outside_the_crop_box() -> bytes:
    with Pdf.new() as pdf:
        page = page_with(pdf, show())
        page["/CropBox"] = Array([0, 0, 595, 400])
        return finish(pdf)


@row
def outside_the_media_box() -> bytes:
    return simple(show(at=(700, 900)))


@row
def under_a_black_box() -> bytes:
    return simple(show() + " 0 g 40 690 300 30 re f")


@row
def hidden_layer() -> bytes:
    with Pdf.new() as pdf:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("An")))
        page_with(pdf, f"/OC /L0 BDC {show()} EMC", Properties=Dictionary(L0=layer))
        pdf.Root["/OCProperties"] = Dictionary(
            OCGs=Array([layer]), D=Dictionary(OFF=Array([layer]), Order=Array([layer]))
        )
        return finish(pdf)


@row
def hidden_layer_form() -> bytes:
    with Pdf.new() as pdf:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(f"Lop {VALUE}")))
        form = pdf.make_stream(show(at=(10, 10)).encode())
        form.update(_form(pdf))
        form["/OC"] = layer
        page_with(pdf, "/X0 Do", XObject=Dictionary(X0=form))
        pdf.Root["/OCProperties"] = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
        return finish(pdf)


# --- marked content and structure -----------------------------------------------------------------------------------


@row
def actual_text_inline() -> bytes:
    return simple(f"/Span <</ActualText ({VALUE})>> BDC {show('abc')} EMC {show(at=(50, 600))}")


@row
def actual_text_lies() -> bytes:
    return simple(f"/Span <</ActualText ()>> BDC {show()} EMC")


@row
def actual_text_named() -> bytes:
    return simple(
        f"/Span /MC0 BDC {show('abc')} EMC {show()}",
        Properties=Dictionary(MC0=Dictionary(ActualText=String(VALUE), Alt=String(VALUE))),
    )


@row
def marked_point_and_tag() -> bytes:
    return simple(f"/T{VALUE} MP /X <</A ({VALUE})>> DP /V{VALUE} BMC {show()} EMC")


@row
def comment_in_content() -> bytes:
    return simple(f"% {VALUE}\n{show()} % nua {VALUE}\n")


@row
def structure_tree() -> bytes:
    with Pdf.new() as pdf:
        page = page_with(pdf, f"/P <</MCID 0>> BDC {show()} EMC")
        element = pdf.make_indirect(
            Dictionary(
                Type=Name.StructElem,
                S=Name.P,
                K=0,
                Pg=page,
                ActualText=String(VALUE),
                Alt=String(VALUE),
                T=String(VALUE),
            )
        )
        pdf.Root["/StructTreeRoot"] = Dictionary(Type=Name.StructTreeRoot, K=element)
        pdf.Root["/MarkInfo"] = Dictionary(Marked=True)
        return finish(pdf)


@row
def piece_info_and_private_keys() -> bytes:
    with Pdf.new() as pdf:
        form = pdf.make_stream(show(at=(10, 10)).encode())
        form.update(_form(pdf))
        form["/PieceInfo"] = Dictionary(App=Dictionary(Private=String(VALUE)))
        form["/Metadata"] = pdf.make_stream(f"<x>{VALUE}</x>".encode())
        page = page_with(pdf, "/X0 Do", XObject=Dictionary(X0=form))
        page["/PieceInfo"] = Dictionary(App=Dictionary(Private=String(VALUE)))
        page["/Secret"] = String(VALUE)
        pdf.Root["/Secret"] = Dictionary(Deep=Array([String(VALUE)]))
        pdf.pages[0].obj["/Parent"]["/Secret"] = String(VALUE)
        return finish(pdf)


# --- annotations and forms ------------------------------------------------------------------------------------------


def _annotated(*annotations: Dictionary, extra: Callable[[Pdf, Object], None] | None = None) -> bytes:
    with Pdf.new() as pdf:
        page = page_with(pdf, show())
        page["/Annots"] = Array([pdf.make_indirect(a) for a in annotations])
        if extra:
            extra(pdf, page)
        return finish(pdf)


@row
def sticky_note() -> bytes:
    return _annotated(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Text, Rect=Array([300, 700, 320, 720]), Contents=String(VALUE), T=String(VALUE),
            Subj=String(VALUE), RC=String(f"<p>{VALUE}</p>"),
        )
    )  # fmt: skip


@row
def free_text() -> bytes:
    return _annotated(
        Dictionary(
            Type=Name.Annot, Subtype=Name.FreeText, Rect=Array([300, 500, 500, 540]), Contents=String(f"So {VALUE}"),
            DA=String("/Helv 12 Tf 0 g"),
        )
    )  # fmt: skip


@row
def hidden_annotation() -> bytes:
    return _annotated(
        Dictionary(
            Type=Name.Annot, Subtype=Name.FreeText, Rect=Array([300, 500, 500, 540]), Contents=String(f"So {VALUE}"),
            DA=String("/Helv 12 Tf 0 g"), F=2,
        )
    )  # fmt: skip


@row
def highlight_and_stamp() -> bytes:
    return _annotated(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Highlight, Rect=Array([60, 695, 160, 712]), C=Array([1, 1, 0]),
            QuadPoints=Array([60, 712, 160, 712, 60, 695, 160, 695]), Contents=String(VALUE),
        ),
        Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([300, 300, 500, 360]), Name=Name.Draft, Contents=String(VALUE)),
    )  # fmt: skip


@row
def foreign_redaction_mark() -> bytes:
    return _annotated(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Redact,
            Rect=Array([40, 50, 200, 80]),
            OverlayText=String(VALUE),
            DA=String("/Helv 12 Tf 0 g"),
        )
    )


@row
def telephone_link() -> bytes:
    link = Dictionary(S=Name.URI, URI=String(f"tel:{VALUE}"))
    return _annotated(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([50, 690, 200, 720]), A=link))


@row
def file_attachment() -> bytes:
    def attach(pdf: Pdf, page: Object) -> None:
        file = pdf.make_stream(VALUE.encode())
        file["/Type"] = Name.EmbeddedFile
        spec = pdf.make_indirect(
            Dictionary(
                Type=Name.Filespec, F=String(f"{VALUE}.txt"), UF=String(f"{VALUE}.txt"), EF=Dictionary(F=file)
            )
        )
        page["/Annots"].append(
            pdf.make_indirect(
                Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=Array([0, 0, 9, 9]), FS=spec)
            )
        )
        pdf.Root["/Names"] = Dictionary(EmbeddedFiles=Dictionary(Names=Array([String(VALUE), spec])))
        pdf.Root["/AF"] = Array([spec])
        pdf.Root["/Collection"] = Dictionary(Type=Name.Collection, D=String(VALUE))

    return _annotated(extra=attach)


@row
def form_fields() -> bytes:
    def form(pdf: Pdf, page: Object) -> None:
        text = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String(f"ho so {VALUE}"), TU=String("So CCCD"), V=String(VALUE),
                DV=String(VALUE), RV=String(f"<p>{VALUE}</p>"), Rect=Array([50, 500, 250, 520]), DA=String("/Helv 12 Tf 0 g"), P=page,
            )
        )  # fmt: skip
        choice = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot, Subtype=Name.Widget, FT=Name.Ch, T=String("chon"), Opt=Array([Array([String(VALUE), String(VALUE)])]),
                V=String(VALUE), Rect=Array([50, 460, 250, 480]), DA=String("/Helv 12 Tf 0 g"), P=page,
            )
        )  # fmt: skip
        page["/Annots"] = Array([text, choice])
        pdf.Root["/AcroForm"] = Dictionary(
            Fields=Array([text, choice]), NeedAppearances=True, DA=String("/Helv 12 Tf 0 g"),
            DR=Dictionary(Font=Dictionary(Helv=helvetica(pdf))), XFA=pdf.make_stream(f"<xdp>{VALUE}</xdp>".encode()),
        )  # fmt: skip

    return _annotated(extra=form)


# --- document and file ----------------------------------------------------------------------------------------------


@row
def metadata() -> bytes:
    with Pdf.new() as pdf:
        page = page_with(pdf, show())
        pdf.docinfo["/Title"] = String(f"Ho so {VALUE}")
        pdf.docinfo["/Custom"] = String(VALUE)
        xmp = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'><d>{VALUE}</d></x:xmpmeta>".encode()
        for owner in (pdf.Root, page):
            stream = pdf.make_stream(xmp)
            stream["/Type"] = Name.Metadata
            owner["/Metadata"] = stream
        return finish(pdf)


@row
def outlines_destinations_labels() -> bytes:
    with Pdf.new() as pdf:
        page = page_with(pdf, show())
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem(f"Ong {VALUE}", 0))
            outline.root.append(pikepdf.OutlineItem("Dieu 1", 0))
        pdf.Root["/Names"] = Dictionary(
            Dests=Dictionary(Names=Array([String(VALUE), Array([page, Name.Fit])]))
        )
        pdf.Root["/PageLabels"] = Dictionary(Nums=Array([0, Dictionary(P=String(VALUE))]))
        return finish(pdf)


@row
def scripts() -> bytes:
    with Pdf.new() as pdf:
        page = page_with(pdf, show())
        action = Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{VALUE}')"))
        pdf.Root["/OpenAction"] = action
        pdf.Root["/AA"] = Dictionary(WC=action)
        page["/AA"] = Dictionary(O=action)
        pdf.Root["/Names"] = Dictionary(JavaScript=Dictionary(Names=Array([String("x"), action])))
        return finish(pdf)


@row
def article_threads_and_intents() -> bytes:
    with Pdf.new() as pdf:
        page = page_with(pdf, show())
        bead = pdf.make_indirect(Dictionary(P=page, R=Array([0, 0, 9, 9])))
        thread = pdf.make_indirect(Dictionary(Type=Name.Thread, F=bead, I=Dictionary(Title=String(VALUE))))
        bead["/T"] = thread
        page["/B"] = Array([bead])
        pdf.Root["/Threads"] = Array([thread])
        pdf.Root["/OutputIntents"] = Array(
            [Dictionary(S=Name("/GTS_PDFX"), OutputConditionIdentifier=String(VALUE))]
        )
        return finish(pdf)


@row
def earlier_revision() -> bytes:
    first = plain_text()
    document = pymupdf.open("pdf", first)
    page = document[0]
    document.update_stream(
        page.get_contents()[0], f"{show('Ban moi 001190012345')} {show(KEEP, (50, 60))}".encode()
    )
    file = io.BytesIO(first)
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.pdf"
        path.write_bytes(file.getvalue())
        incremental = pymupdf.open(path)
        incremental.update_stream(
            incremental[0].get_contents()[0], f"{show('Ban moi ' + VALUE)} {show(KEEP, (50, 60))}".encode()
        )
        incremental.saveIncr()
        return path.read_bytes()


@row
def bytes_around_the_file() -> bytes:
    data = plain_text()
    return b"%!rac " + VALUE.encode() + b"\n" + data + b"\n% sau " + VALUE.encode() + b"\n"


@row
def unreferenced_object() -> bytes:
    return plain_text().replace(b"xref\n", b"99 0 obj\n(" + VALUE.encode() + b")\nendobj\nxref\n", 1)


@row
def empty_user_password() -> bytes:
    with Pdf.open(io.BytesIO(plain_text())) as pdf:
        return finish(pdf, encryption=pikepdf.Encryption(owner="chu", user=""))


# --- a picture's baggage --------------------------------------------------------------------------------------------


@row
def jpeg_with_metadata() -> bytes:
    with Pdf.new() as pdf:
        jpeg = pymupdf.Pixmap(pymupdf.csRGB, (0, 0, 16, 16))
        jpeg.clear_with(200)
        data = jpeg.tobytes("jpg")
        note = VALUE.encode()
        comment = b"\xff\xfe" + (len(note) + 2).to_bytes(2, "big") + note
        exif = b"Exif\0\0" + note
        app1 = b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif
        image = pdf.make_stream(b"")
        image.write(data[:2] + app1 + comment + data[2:] + note, filter=Name.DCTDecode)
        image.update(
            Dictionary(
                Type=Name.XObject,
                Subtype=Name.Image,
                Width=16,
                Height=16,
                ColorSpace=Name.DeviceRGB,
                BitsPerComponent=8,
            )
        )
        image["/Metadata"] = pdf.make_stream(f"<x>{VALUE}</x>".encode())
        image["/Alternates"] = Array([Dictionary(Image=pdf.make_stream(note))])
        page = page_with(pdf, show() + " q 16 0 0 16 300 300 cm /I0 Do Q", XObject=Dictionary(I0=image))
        page["/Thumb"] = pdf.make_stream(note)
        return finish(pdf)


# --- looking, with other means --------------------------------------------------------------------------------------


def everything_in(path: Path) -> str:
    """Whatever can be read in a file by means that the redactor does not use for writing."""
    raw = path.read_bytes()
    parts = [raw.decode("latin-1")]
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", raw, re.S):
        try:
            parts.append(zlib.decompressobj().decompress(stream).decode("latin-1"))
        except zlib.error:
            continue
    parts.append(subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout.decode())
    document = pypdfium2.PdfDocument(path)
    for page in document:
        textpage = page.get_textpage()
        parts.append(textpage.get_text_range())
        textpage.close()
        page.close()
    document.close()
    with Pdf.open(path) as pdf:
        for item in pdf.objects:
            parts.append(_strings(item))
            if isinstance(item, pikepdf.Stream):
                try:
                    parts.append(item.read_bytes().decode("latin-1"))
                except pikepdf.PdfError:
                    parts.append(item.read_raw_bytes().decode("latin-1"))
        parts.append(_strings(pdf.trailer))
    return "\n".join(parts)


def _strings(item: object, depth: int = 0) -> str:
    if isinstance(item, String):
        return str(item) + " " + bytes(item).decode("latin-1")
    if depth > 30 or (depth and isinstance(item, Object) and item.is_indirect):
        return ""
    if isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
        return "\n".join(f"{key} {_strings(item[key], depth + 1)}" for key in item.keys())  # noqa: SIM118
    if isinstance(item, Array):
        return "\n".join(_strings(child, depth + 1) for child in item)
    if not isinstance(item, Name):
        return ""
    try:
        return str(item)
    except UnicodeDecodeError:
        return item.unparse().decode("latin-1")


def holds(haystack: str, value: str) -> bool:
    """Whether a value stands in a text: as it is, decomposed, with anything between its characters, or in hex."""
    plain = re.sub(r"[\W_]", "", unicodedata.normalize("NFC", haystack))
    wanted = re.sub(r"[\W_]", "", unicodedata.normalize("NFC", value))
    spellings = [
        wanted,
        wanted.encode("utf-16-be").hex(),
        wanted.encode().hex(),
        wanted.encode().hex().upper(),
    ]
    return any(s in plain for s in spellings)
