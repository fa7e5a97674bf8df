"""Rows of the corpus: annotations, forms, document and file level, beyond those of ``pdf_builders``."""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from tests.formats_pdf.pdf_builders import (
    KEEP,
    VALUE,
    _annotated,
    _form,
    finish,
    helvetica,
    page_with,
    plain_text,
    row,
    show,
    simple,
)

RECT = Array([300, 500, 500, 540])


def _gray(pdf: Pdf, level: int = 200) -> Object:
    image = pdf.make_stream(bytes([level]) * 64)
    image.update(
        Dictionary(
            Type=Name.XObject, Subtype=Name.Image, Width=8, Height=8, ColorSpace=Name.DeviceGray, BitsPerComponent=8
        )
    )  # fmt: skip
    return image


# --- text that is covered, or as the ground -------------------------------------------------------------------------


@row
def text_in_the_colour_of_its_ground() -> bytes:
    return simple("0.9 0.95 1 rg 0 600 595 200 re f " + show() + " 0 g")


@row
def under_an_image() -> bytes:
    with Pdf.new() as pdf:
        page_with(pdf, show() + " q 200 0 0 30 45 695 cm /I0 Do Q", XObject=Dictionary(I0=_gray(pdf)))
        return finish(pdf)


@row
def under_a_white_box() -> bytes:
    return simple(show() + " 1 g 40 690 300 30 re f 0 g")


@row
def no_size_and_no_width() -> bytes:
    return simple(f"{show(size=0.01)} BT /F0 12 Tf 0 Tz 50 650 Td (So {VALUE}) Tj 100 Tz ET")


@row
def scaled_by_the_matrix() -> bytes:
    return simple(f"q 40 0 0 40 0 0 cm BT /F0 0.3 Tf 1.25 17 Td (So {VALUE} het) Tj ET Q")


@row
def an_inline_image_before_it() -> bytes:
    body = bytes(range(256))[:60] + b" EI\x80\x90" + bytes(range(62, 64)) * 2
    inline = b"q 8 0 0 8 300 300 cm BI /W 17 /H 4 /CS /G /BPC 8 ID " + body.ljust(68, b"\x81") + b" EI Q "
    return simple(inline + show().encode())


@row
def a_layer_for_printing_only() -> bytes:
    with Pdf.new() as pdf:
        usage = Dictionary(Print=Dictionary(PrintState=Name.ON), View=Dictionary(ViewState=Name.OFF),
                           CreatorInfo=Dictionary(Creator=String(VALUE)))  # fmt: skip
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(VALUE), Usage=usage))
        page_with(pdf, f"/OC /L0 BDC {show()} EMC", Properties=Dictionary(L0=layer))
        auto = Dictionary(Event=Name.View, Category=Array([Name.View]), OCGs=Array([layer]))
        pdf.Root["/OCProperties"] = Dictionary(
            OCGs=Array([layer]), D=Dictionary(Order=Array([String(VALUE), layer]), AS=Array([auto]))
        )
        return finish(pdf)


# --- annotations ----------------------------------------------------------------------------------------------------


@row
def replies_and_pop_ups() -> bytes:
    def reply(pdf: Pdf, page: Object) -> None:
        first = page["/Annots"][0]
        pop_up = pdf.make_indirect(
            Dictionary(Type=Name.Annot, Subtype=Name.Popup, Rect=RECT, Parent=first, Contents=String(VALUE))
        )
        answer = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Text,
                Rect=RECT,
                IRT=first,
                T=String(VALUE),
                Contents=String(VALUE),
            )
        )
        first["/Popup"] = pop_up
        page["/Annots"].extend([pop_up, answer])

    return _annotated(
        Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=RECT, Contents=String("xem"), NM=String(VALUE)),
        extra=reply,
    )


@row
def drawn_annotations() -> bytes:
    common = {
        "Type": Name.Annot,
        "Rect": RECT,
        "T": String(VALUE),
        "Contents": String(VALUE),
        "C": Array([1, 0, 0]),
    }
    return _annotated(
        Dictionary(**common, Subtype=Name.Ink, InkList=Array([Array([310, 510, 400, 530])])),
        Dictionary(**common, Subtype=Name.Line, L=Array([310, 510, 400, 530]), Cap=True),
        Dictionary(**common, Subtype=Name.Polygon, Vertices=Array([310, 510, 400, 530, 350, 505])),
        Dictionary(**common, Subtype=Name.Caret),
        Dictionary(
            **common, Subtype=Name.Underline, QuadPoints=Array([60, 712, 160, 712, 60, 695, 160, 695])
        ),
    )


@row
def screen_and_rich_media() -> bytes:
    play = Dictionary(
        S=Name.Rendition, JS=String(f"play('{VALUE}')"), R=Dictionary(S=Name.MR, N=String(VALUE))
    )
    return _annotated(
        Dictionary(Type=Name.Annot, Subtype=Name.Screen, Rect=RECT, T=String(VALUE), MK=Dictionary(CA=String(VALUE)), A=play),
        Dictionary(Type=Name.Annot, Subtype=Name.RichMedia, Rect=RECT,
                   RichMediaContent=Dictionary(Configurations=Array([Dictionary(Name=String(VALUE))]))),
        Dictionary(Type=Name.Annot, Subtype=Name("/3D"), Rect=RECT, Contents=String(VALUE)),
        Dictionary(Type=Name.Annot, Subtype=Name.Sound, Rect=RECT, Contents=String(VALUE)),
        Dictionary(Type=Name.Annot, Subtype=Name.Movie, Rect=RECT, T=String(VALUE), Movie=Dictionary(F=String(VALUE))),
        Dictionary(Type=Name.Annot, Subtype=Name.Watermark, Rect=RECT, Contents=String(VALUE)),
        Dictionary(Type=Name.Annot, Subtype=Name("/Moi"), Rect=RECT, Secret=String(VALUE)),
    )  # fmt: skip


@row
def links_of_every_kind() -> bytes:
    def link(**action: object) -> Dictionary:
        return Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=RECT, A=Dictionary(**action))

    return _annotated(
        link(S=Name.URI, URI=String(f"https://tra-cuu.vn/?cccd={VALUE}&x=1")),
        link(S=Name.URI, URI=String(f"mailto:a{VALUE}@vidu.vn")),
        link(S=Name.Launch, F=String(f"C:\\ho so\\{VALUE}.doc")),
        link(S=Name.GoToR, F=String(f"{VALUE}.pdf"), D=String(VALUE)),
        link(S=Name.SubmitForm, F=Dictionary(FS=Name.URL, F=String(f"https://x.vn/{VALUE}"))),
        link(S=Name.JavaScript, JS=String(VALUE)),
        link(S=Name.Named, N=Name(f"/{VALUE}")),
        link(
            S=Name.URI, URI=String("https://vidu.vn/"), Next=Dictionary(S=Name.JavaScript, JS=String(VALUE))
        ),
    )


@row
def a_black_highlight() -> bytes:
    return _annotated(
        Dictionary(Type=Name.Annot, Subtype=Name.Highlight, Rect=Array([45, 695, 250, 715]), C=Array([0, 0, 0]),
                   QuadPoints=Array([45, 715, 250, 715, 45, 695, 250, 695])),
        Dictionary(Type=Name.Annot, Subtype=Name.Square, Rect=Array([45, 690, 250, 715]), IC=Array([0, 0, 0])),
    )  # fmt: skip


# --- forms ----------------------------------------------------------------------------------------------------------


@row
def buttons_scripts_and_names_of_fields() -> bytes:
    def form(pdf: Pdf, page: Object) -> None:
        script = Dictionary(S=Name.JavaScript, JS=String(f"event.value='{VALUE}'"))
        parent = pdf.make_indirect(Dictionary(T=String(f"ho so {VALUE}"), TM=String(VALUE), FT=Name.Btn))
        look = pdf.make_stream(b"0 g 1 1 8 8 re f")
        look.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 10, 10])))
        tick = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot, Subtype=Name.Widget, Rect=Array([300, 400, 310, 410]), Parent=parent, P=page,
                AP=Dictionary(N=Dictionary({f"/{VALUE}": look, "/Off": look})), AS=Name(f"/{VALUE}"), V=Name(f"/{VALUE}"),
            )
        )  # fmt: skip
        push = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot, Subtype=Name.Widget, Rect=Array([300, 420, 400, 440]), Parent=parent, P=page, Ff=65536,
                MK=Dictionary(CA=String(VALUE), RC=String(VALUE), AC=String(VALUE)), A=script, AA=Dictionary(E=script),
            )
        )  # fmt: skip
        total = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("tong"), Rect=Array([300, 450, 400, 470]), P=page,
                AA=Dictionary(C=script, K=script, F=script, V=script), DA=String("/Helv 12 Tf 0 g"), DS=String(VALUE),
            )
        )  # fmt: skip
        parent["/Kids"] = Array([tick, push])
        page["/Annots"] = Array([tick, push, total])
        pdf.Root["/AcroForm"] = Dictionary(
            Fields=Array([parent, total]), CO=Array([total]), DA=String("/Helv 12 Tf 0 g"),
            DR=Dictionary(Font=Dictionary(Helv=helvetica(pdf))),
            XFA=Array([String("datasets"), pdf.make_stream(f"<v>{VALUE}</v>".encode()), String(VALUE),
                       pdf.make_stream(b"<t/>")]),
        )  # fmt: skip

    return _annotated(extra=form)


# --- document level -------------------------------------------------------------------------------------------------


@row
def every_corner_of_the_catalogue() -> bytes:
    with Pdf.new() as pdf:
        page = page_with(pdf, show())
        root, text = pdf.Root, String(VALUE)
        stream = pdf.make_stream(VALUE.encode())
        root["/DSS"] = Dictionary(
            Type=Name.DSS, Certs=Array([stream]), VRI=Dictionary({f"/{VALUE}": Dictionary(TU=text)})
        )
        root["/Legal"] = Dictionary(JavaScriptActions=1, Attestation=text)
        root["/SpiderInfo"] = Dictionary(V=1.25, C=Array([Dictionary(URL=text)]))
        root["/Perms"] = Dictionary(
            DocMDP=Dictionary(Type=Name.Sig, Name=text, Reason=text, Location=text, ContactInfo=text)
        )
        root["/DPartRoot"] = Dictionary(NodeNameList=Array([Name(f"/{VALUE}")]), DPM=Dictionary(Name=text))
        root["/Requirements"] = Array([Dictionary(S=Name.EnableJavaScripts, RH=Dictionary(Script=text))])
        root["/Extensions"] = Dictionary(ADBE=Dictionary(BaseVersion=Name("/1.7"), URL=text))
        root["/ViewerPreferences"] = Dictionary(Secret=text, Enforce=Array([Name(f"/{VALUE}")]))
        root["/Lang"] = text
        root["/URI"] = Dictionary(Base=String(f"https://x.vn/{VALUE}/"))
        root["/Dests"] = Dictionary({f"/{VALUE}": Array([page, Name.Fit])})
        root["/Names"] = Dictionary(
            Templates=Dictionary(Names=Array([text, page])), IDS=Dictionary(Names=Array([text, Dictionary(URL=text)])),
            URLS=Dictionary(Names=Array([text, Dictionary(ID=text)])), Pages=Dictionary(Names=Array([text, page])),
            AP=Dictionary(Names=Array([text, stream])), Renditions=Dictionary(Names=Array([text, Dictionary(N=text)])),
            AlternatePresentations=Dictionary(Names=Array([text, Dictionary(Type=Name.SlideShow)])),
        )  # fmt: skip
        page["/VP"] = Array([Dictionary(Name=text, BBox=Array([0, 0, 9, 9]), Measure=Dictionary(R=text))])
        page["/PresSteps"] = Dictionary(NA=Dictionary(S=Name.JavaScript, JS=text))
        page["/SeparationInfo"] = Dictionary(DeviceColorant=text)
        page["/DPart"] = Dictionary(DPM=Dictionary(CCCD=text))
        page["/ID"] = text
        page["/LastModified"] = text
        page["/Trans"] = Dictionary(S=Name.Wipe, Secret=text)
        pdf.trailer["/Secret"] = text
        return finish(pdf)


@row
def private_data_of_resources() -> bytes:
    with Pdf.new() as pdf:
        text, xmp = String(VALUE), pdf.make_stream(f"<x>{VALUE}</x>".encode())
        image = _gray(pdf)
        mask = _gray(pdf, 255)
        form = pdf.make_stream(b"0 g 1 1 4 4 re f")
        form.update(_form(pdf))
        cell = pdf.make_stream(b"0.5 g 0 0 2 2 re f")
        cell.update(
            Dictionary(Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1, BBox=Array([0, 0, 4, 4]), XStep=4,
                       YStep=4, Resources=Dictionary())
        )  # fmt: skip
        image["/SMask"] = mask
        for owner in (image, mask, form, cell):
            owner["/Metadata"] = xmp
            owner["/PieceInfo"] = Dictionary(A=Dictionary(Private=text))
            owner["/LastModified"] = text
            owner["/OPI"] = Dictionary({"/2.0": Dictionary(F=text, Comments=text)})
            owner["/Measure"] = Dictionary(R=text)
            owner["/ID"] = text
        state = Dictionary(Type=Name.ExtGState, CA=1, Secret=text)
        page = page_with(
            pdf, show() + " /G0 gs q 8 0 0 8 300 300 cm /I0 Do Q /X0 Do /Pattern cs /P0 scn 400 400 20 20 re f",
            XObject=Dictionary(I0=image, X0=form), ExtGState=Dictionary(G0=state), Pattern=Dictionary(P0=cell),
            ProcSet=Array([Name.PDF]), Properties=Dictionary(M0=Dictionary(Secret=text)),
        )  # fmt: skip
        font = page["/Resources"]["/Font"]["/F0"]
        font["/Metadata"] = xmp
        font["/Secret"] = text
        page["/Group"] = Dictionary(S=Name.Transparency, Secret=text)
        return finish(pdf)


@row
def names_of_resources() -> bytes:
    """Names that a program gave its resources after what they show."""
    with Pdf.new() as pdf:
        form = pdf.make_stream(show(at=(10, 10)).encode())
        form.update(_form(pdf))
        name = f"AnhCCCD{VALUE}"
        content = f"q /{name} gs /{name} Do Q {show()}"
        page_with(
            pdf,
            content,
            XObject=Dictionary({f"/{name}": form}),
            ExtGState=Dictionary({f"/{name}": Dictionary(CA=1)}),
        )
        return finish(pdf)


# --- file level -----------------------------------------------------------------------------------------------------


@row
def strings_in_every_spelling() -> bytes:
    spelled = {
        "A": b"(" + b"".join(b"\\%03o" % c for c in VALUE.encode()) + b")",
        "B": b"<" + VALUE.encode().hex().upper().encode() + b">",
        "C": b"<FEFF" + VALUE.encode("utf-16-be").hex().encode() + b">",
        "D": b"(\xef\xbb\xbf" + VALUE.encode() + b")",
        "E": b"(" + VALUE[:6].encode() + b"\\\n" + VALUE[6:].encode() + b")",
        "F": b"<FFFE" + VALUE.encode("utf-16-le").hex().encode() + b">",
        "G": b"(\x18" + VALUE.encode() + b"\x1f)",
    }
    with Pdf.new() as pdf:
        page_with(pdf, show())
        for key, data in spelled.items():
            pdf.docinfo[f"/{key}"] = pikepdf.Object.parse(data)
            pdf.Root[f"/{key}"] = pikepdf.Object.parse(data)
        pdf.Root["/#30#30"] = String(VALUE)
        return finish(pdf)


@row
def object_streams() -> bytes:
    with Pdf.open(io.BytesIO(plain_text())) as pdf:
        pdf.Root["/Secret"] = pdf.make_indirect(Dictionary(A=String(VALUE)))
        return finish(pdf, object_stream_mode=pikepdf.ObjectStreamMode.generate)


@row
def linearised() -> bytes:
    with Pdf.open(io.BytesIO(plain_text())) as pdf:
        pdf.docinfo["/Title"] = String(VALUE)
        return finish(pdf, linearize=True)


@row
def comments_between_objects() -> bytes:
    data = plain_text()
    return data.replace(b"endobj\n", b"endobj\n", 1) + b"%" + VALUE.encode() + b"\n%%EOF\n"


@row
def hybrid_cross_references() -> bytes:
    """An old table for old readers, and a stream that hides more objects from them (ISO 32000-1, 7.5.8.4)."""
    content = f"{show()} {show(KEEP, (50, 60))}".encode()
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R/Secret 6 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F0 5 0 R>>>>>>",
        4: b"<</Length %d>>stream\n%b\nendstream" % (len(content), content),
        5: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        6: b"<</A(" + VALUE.encode() + b")>>",
    }
    out = bytearray(b"%PDF-1.5\n")
    offsets = {}
    for number, body in objects.items():
        offsets[number] = len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    stream_at = len(out)
    entry = b"\x01" + offsets[6].to_bytes(4, "big") + b"\x00"
    out += (
        b"7 0 obj\n<</Type/XRef/Size 8/W[1 4 1]/Index[6 1]/Length %d/Root 1 0 R>>stream\n%b\nendstream\nendobj\n"
        % (len(entry), entry)
    )
    table_at = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n"
    for number in range(1, 6):
        out += b"%010d 00000 n \n" % offsets[number]
    out += b"trailer\n<</Size 8/Root 1 0 R/XRefStm %d>>\nstartxref\n%d\n%%%%EOF\n" % (stream_at, table_at)
    return bytes(out)
