"""Scans, pictures and codes: read, emptied in their pixels, the rest of the picture as it was."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pymupdf
import pypdfium2
import pytest
import zxingcpp
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image, ImageChops, ImageDraw, ImageFont

from redactor.formats.base import OutputOptions
from redactor.formats.image import ImageFormat
from redactor.formats.pdf import PdfFormat, ocr
from redactor.formats.pdf.bilevel import group4
from redactor.formats.pdf.geometry import IDENTITY
from redactor.formats.pdf.images import PictureDrawer, placements
from redactor.formats.pdf.jpeg import without_metadata
from redactor.formats.pdf.pixels import redact_picture
from redactor.model import Outcome
from tests.formats_pdf.test_pdf_leaks import find_all, pdfium_text, quiet, redact, verified

VALUE = "001190012345"
LABEL_FONT = Path(__file__).parents[2] / "redactor/formats/pdf/label.ttf"
LINES = [
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", f"Số căn cước công dân: {VALUE} do",
    "Cục Cảnh sát quản lý hành chính cấp", "Điều khoản chung của hợp đồng này vẫn còn nguyên",
]  # fmt: skip
QR = f"{VALUE}|123456789|Nguyễn Văn Thử|01011990|Nam|Thôn 1, xã Thử, tỉnh Thử|01012021"


def paper(mode: str = "L", width: int = 1240) -> Image.Image:
    image = Image.new("L", (width, 900), 250)
    font = ImageFont.truetype(str(LABEL_FONT), 30)
    draw = ImageDraw.Draw(image)
    for index, line in enumerate(LINES):
        draw.text((110, 120 + 90 * index), line, font=font, fill=20)
    return image.convert(mode)


def scan(path: Path, image: Image.Image, kind: str = "JPEG", **save: object) -> Path:
    file = io.BytesIO()
    image.save(file, kind, **save)  # type: ignore[arg-type]
    with pymupdf.open() as document:
        page = document.new_page(width=595, height=595 * image.height / image.width)
        page.insert_image(page.rect, stream=file.getvalue())
        document.save(path)
    return path


def rendered(path: Path) -> Image.Image:
    with pypdfium2.PdfDocument(path) as document:
        return document[0].render(scale=1).to_pil().convert("L")


@pytest.mark.slow
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_scan_loses_the_value_and_nothing_else(tmp_path: Path, turn: int) -> None:
    source = scan(tmp_path / "s.pdf", paper().rotate(turn, expand=True), quality=85)
    draft = tmp_path / "d.pdf"
    info, findings, applied = redact(source, draft, [VALUE])
    assert len(findings) == 1
    assert not applied.rasterised
    assert {c.name: c.outcome for c in verified(source, draft, info, findings, applied)}.items() >= {
        "pictures": Outcome.PASSED, "boxes_are_opaque": Outcome.PASSED, "pixels_outside": Outcome.PASSED,
    }.items()  # fmt: skip
    with pikepdf.open(draft) as pdf:
        picture = next(iter(pdf.pages[0].get_images().values()))
        assert picture["/Filter"] == Name.DCTDecode
    assert draft.stat().st_size <= source.stat().st_size * 1.2 + 50_000
    again = PdfFormat().open(draft, "")
    assert not find_all(again.read(quiet), [VALUE])


@pytest.mark.slow
def test_an_ocr_layer_is_read_and_loses_the_value_too(tmp_path: Path) -> None:
    source = scan(tmp_path / "s.pdf", paper(), quality=85)
    layered = tmp_path / "l.pdf"
    with pymupdf.open(source) as document:
        page = document[0]
        scale = page.rect.width / 1240
        for index, line in enumerate(["", "", f"Ma so {VALUE} do", "", "Dieu khoan chung"]):
            page.insert_text((110 * scale, (150 + 90 * index) * scale), line, fontsize=14, render_mode=3)
        document.save(layered)
    draft = tmp_path / "d.pdf"
    _, findings, _ = redact(layered, draft, [VALUE])
    assert len(findings) == 2
    assert VALUE not in pdfium_text(draft)
    assert "Dieu khoan chung" in pdfium_text(draft)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["image", "squares"])
def test_a_code_is_read_judged_and_removed_whole(tmp_path: Path, kind: str) -> None:
    code = Image.fromarray(_modules(QR))
    source, draft = tmp_path / "s.pdf", tmp_path / "d.pdf"
    with pymupdf.open() as document:
        page = document.new_page(width=595, height=842)
        page.insert_text((50, 700), "Dieu khoan chung")
        if kind == "image":
            file = io.BytesIO()
            code.resize((code.width * 6, code.height * 6), Image.Resampling.NEAREST).save(file, "PNG")
            page.insert_image((60, 60, 160, 160), stream=file.getvalue())
        else:
            step = 100 / code.width
            shape = page.new_shape()
            for y in range(code.height):
                for x in range(code.width):
                    if not code.getpixel((x, y)):
                        shape.draw_rect(
                            (60 + x * step, 60 + y * step, 60 + (x + 1) * step, 60 + (y + 1) * step)
                        )
            shape.finish(fill=(0, 0, 0), color=None, width=0)
            shape.commit()
        document.save(source)
    document = PdfFormat().open(source, "")
    reading = document.read(quiet)
    assert any(u.text == QR for u in reading.texts)
    assert QR in reading.known_values
    info, findings, applied = redact(source, draft, [VALUE])
    with pypdfium2.PdfDocument(draft) as copy:
        assert not zxingcpp.read_barcodes(copy[0].render(scale=4).to_pil())
    checks = verified(source, draft, info, findings, applied)
    assert [c.name for c in checks if c.outcome is not Outcome.PASSED] == []
    if kind == "squares":  # the modules themselves are gone, not only covered
        with Pdf.open(draft) as pdf:
            content = b"".join(s.read_bytes() for s in pdf.pages[0].obj["/Contents"])
        assert content.count(b" re") <= 2


def _modules(text: str) -> object:
    barcode = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
    return zxingcpp.write_barcode_to_image(barcode, scale=1)


@pytest.mark.parametrize(
    ("mode", "filters"),
    [
        ("1", "group4"),
        ("1", "flate"),
        ("L", "flate"),
        ("RGB", "flate"),
        ("L", "dct"),
        ("RGB", "dct"),
        ("CMYK", "dct"),
        ("RGB", "jpx"),
        ("P", "flate"),
    ],
)
def test_pixels_outside_the_box_stay(mode: str, filters: str) -> None:
    """Every way of storing a picture: emptied inside the box, unchanged outside, the same class of compression."""
    image = paper("L", 400).resize((400, 290)).convert(mode)
    with Pdf.new() as pdf:
        picture = _stored(pdf, image, filters)
        new = redact_picture(pdf, picture, IDENTITY, [(0.2, 0.2, 0.6, 0.5)])
        assert new is not None
        before, after = _shown(pdf, picture), _shown(pdf, new)
    box = (round(0.2 * 400) + 3, round(0.5 * 290) + 3, round(0.6 * 400) - 3, round(0.8 * 290) - 3)
    low, high = after.crop(box).convert("L").getextrema()
    assert high - low <= 12
    difference = ImageChops.difference(before, after).convert("L")
    ImageDraw.Draw(difference).rectangle((box[0] - 12, box[1] - 12, box[2] + 12, box[3] + 12), fill=0)
    changed = sum(difference.histogram()[40:])
    assert changed <= 0.0005 * 400 * 290
    expected = {
        "group4": Name.CCITTFaxDecode,
        "flate": Name.FlateDecode,
        "dct": Name.DCTDecode,
        "jpx": Name.JPXDecode,
    }
    assert new["/Filter"] == expected[filters]


def _stored(pdf: Pdf, image: Image.Image, filters: str) -> pikepdf.Stream:
    stream = pdf.make_stream(b"")
    spaces = {"1": Name.DeviceGray, "L": Name.DeviceGray, "RGB": Name.DeviceRGB, "CMYK": Name.DeviceCMYK}
    file = io.BytesIO()
    if filters == "group4":
        data, parameters = group4(image.convert("L"))
        stream.write(data, filter=Name.CCITTFaxDecode, decode_parms=parameters)
    elif filters == "flate":
        stream.write(image.tobytes())
    elif filters == "dct":
        image.save(file, "JPEG", quality=80)
        stream.write(file.getvalue(), filter=Name.DCTDecode)
    else:
        image.save(file, "JPEG2000")
        stream.write(file.getvalue(), filter=Name.JPXDecode)
    stream.update(Dictionary(Type=Name.XObject, Subtype=Name.Image, Width=image.width, Height=image.height))
    stream["/BitsPerComponent"] = 1 if image.mode == "1" else 8
    if image.mode == "P":
        palette = bytes(image.getpalette() or [])
        stream["/ColorSpace"] = Array(
            [Name.Indexed, Name.DeviceRGB, 255, pikepdf.String(palette.ljust(768, b"\0"))]
        )
    else:
        stream["/ColorSpace"] = spaces[image.mode]
    return pdf.make_indirect(stream)


def _shown(pdf: Pdf, picture: pikepdf.Stream) -> Image.Image:
    with Pdf.new() as carrier:
        page = carrier.add_blank_page(page_size=(400, 290)).obj
        page["/Resources"] = Dictionary(
            XObject=Dictionary(I0=carrier.copy_foreign(pdf.make_indirect(picture)))
        )
        page["/Contents"] = carrier.make_stream(b"400 0 0 290 0 0 cm /I0 Do")
        file = io.BytesIO()
        carrier.save(file)
    with pypdfium2.PdfDocument(file.getvalue()) as document:
        return document[0].render(scale=1).to_pil().convert("RGB")


def test_jpegs_keep_their_pixels_and_lose_everything_else() -> None:
    image = paper("RGB")
    file = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = VALUE
    image.save(file, "JPEG", quality=80, exif=exif, comment=VALUE.encode(), dpi=(150, 150))
    clean = without_metadata(file.getvalue() + VALUE.encode())
    assert VALUE.encode() not in clean
    assert ImageChops.difference(Image.open(io.BytesIO(clean)), Image.open(file)).getbbox() is None
    assert without_metadata(clean) == clean
    assert without_metadata(b"no picture") == b"no picture"


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["png", "jpg", "tif"])
def test_image_files_come_out_in_their_own_format(tmp_path: Path, suffix: str) -> None:
    source, draft = tmp_path / f"s.{suffix}", tmp_path / f"d.{suffix}"
    image = paper("RGB")
    extra: dict[str, object] = {"dpi": (150, 150)}
    if suffix == "jpg":
        exif = Image.Exif()
        exif[0x010E] = "Nguyen Van Thu"
        extra |= {"exif": exif, "quality": 88}
    elif suffix == "tif":
        extra |= {"save_all": True, "append_images": [paper("RGB")], "compression": "tiff_lzw"}
    image.save(source, **extra)  # type: ignore[arg-type]
    document = ImageFormat().open(source, "")
    reading = document.read(quiet)
    findings = find_all(reading, [VALUE])
    pages = 2 if suffix == "tif" else 1
    assert len(findings) == pages
    from redactor.formats.base import Edit

    applied = document.apply(
        [Edit(f, lambda _: "") for f in findings], (), OutputOptions(mark="label"), draft, quiet
    )
    with Image.open(draft) as copy:
        assert copy.format == {"png": "PNG", "jpg": "JPEG", "tif": "TIFF"}[suffix]
        assert getattr(copy, "n_frames", 1) == pages
        assert not copy.getexif().get(0x010E)
        assert copy.size == image.size
    again = ImageFormat().open(draft, "")
    assert not find_all(again.read(quiet), [VALUE])
    from redactor.model import Action, Decision, Decisions, Scan
    from redactor.verify.base import VerifyRequest
    from redactor.verify.image import ImageVerifier

    decisions = Decisions(tuple(Decision(f.id, Action.HIDE) for f in findings))
    scan_result = Scan(document.info, tuple(findings))

    def outcomes(path: Path) -> dict[str, Outcome]:
        request = VerifyRequest(source, "", path, scan_result, decisions, applied, lambda _: ())
        return {c.name: c.outcome for c in ImageVerifier().verify(request)}

    assert set(outcomes(draft).values()) == {Outcome.PASSED}
    lie = outcomes(source)
    assert lie["boxes_are_opaque"] is Outcome.FAILED
    assert lie["no_value_in_text"] is Outcome.FAILED


@pytest.mark.parametrize("points", [0.36, 1.0])
def test_a_scan_is_read_at_what_it_has_whatever_size_its_page_is_said_to_have(points: float) -> None:
    """Programs that make a PDF of photographs take a pixel for a point: pages of half a metre and more."""
    scan = paper("RGB").resize((1654, 2339))
    with pymupdf.open() as document:
        page = document.new_page(width=points * scan.width, height=points * scan.height)
        file = io.BytesIO()
        scan.save(file, "JPEG")
        page.insert_image(page.rect, stream=file.getvalue())
        image, to_page = PictureDrawer(page).draw(placements(page), ocr.DPI)
    assert 0.98 * scan.width * scan.height <= image.width * image.height <= 8_100_000
    assert abs(image.width * to_page.a - points * scan.width) < 1
