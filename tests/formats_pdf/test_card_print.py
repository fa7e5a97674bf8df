"""Identity papers on copies are covered where they lie, and what is printed on all of them may stay readable."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageDraw, ImageStat

from recognizers.entities import EntityType
from redactor import policy
from redactor.formats.image import ImageFormat
from redactor.formats.image_copy import bare, how_to_save
from redactor.formats.pdf import PdfFormat
from redactor.formats.pdf.card_print import printed_on_all, without
from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.ocr import Word
from redactor.formats.pdf.photos import photos, regions_of
from redactor.formats.pdf.pictures import read_pixels
from redactor.formats.pdf.sights import Line, judge_strokes
from redactor.gaps_left import gaps_left
from redactor.model import GapReason, PageArea, Scan, SourceInfo
from tests.formats_pdf import picture_makers as make
from tests.formats_pdf.test_pdf_leaks import quiet


def row(text: str, x: float = 100.0, y: float = 100.0, sure: float = 95.0) -> list[Word]:
    words = []
    for part in text.split():
        words.append(
            Word(part, tuple((x + 10 * i, y, x + 10 * i + 10, y + 20) for i in range(len(part))), sure=sure)
        )
        x += 10 * len(part) + 8
    return words


def text_in(words: list[Word], boxes: list[Box]) -> str:
    return " ".join(w.text for w in words if any(b[0] <= w.box[0] and w.box[2] <= b[2] for b in boxes))


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("CĂN CƯỚC CÔNG DÂN", "CĂN CƯỚC CÔNG DÂN"),
        ("Độc lập - Tự do - Hạnh phúc", "Độc lập - Tự do - Hạnh phúc"),
        ("Họ và tên / Full name: TRẦN THỊ HẠNH PHÚC", "Họ và tên / Full name:"),
        ("Ngày sinh / Date of birth: 15/08/1990", "Ngày sinh / Date of birth:"),
        (
            "Giới tính / Sex: Nữ Quốc tịch / Nationality: Việt Nam",
            "Giới tính / Sex: Quốc tịch / Nationality:",
        ),
        ("Quê quán: Xã Tự Do, Cao Bằng", "Quê quán:"),
        ("Tổ 7 đường Hàng Mã, Loại Sơn", ""),
        ("Sốdịnh danh079190012345", ""),
    ],
)
def test_titles_and_labels_stay_and_what_is_told_of_the_holder_goes(text: str, stays: str) -> None:
    words = row(text)
    assert text_in(words, printed_on_all([words], [])) == stays


def test_what_stands_between_labels_may_not_have_been_read_and_goes() -> None:
    words = [*row("Sex:"), *row("Nationality:", 300)]
    assert [(b[0], b[2]) for b in printed_on_all([words], [])] == [(100, 140), (300, 420)]


def test_labels_of_a_card_that_lies_aslant_stay_word_by_word_as_far_as_they_are_clear() -> None:
    words = row("Họ và tên / Full name:")
    found = printed_on_all([words], [], lean=0.03)
    assert len(found) == len(words)
    assert all(b[3] - b[1] == pytest.approx(20 - 0.03 * (b[2] - b[0])) for b in found)
    assert printed_on_all([words], [], lean=0.04) == []


def test_what_was_read_with_doubt_goes() -> None:
    assert printed_on_all([row("Họ và tên:", sure=20.0)], []) == []


def test_no_title_stays_where_something_else_stands() -> None:
    words = row("CĂN CƯỚC")
    assert printed_on_all([words], [(120.0, 90.0, 200.0, 130.0)]) == []
    touched = printed_on_all([words, row("NGUYỄN ĐẠI", y=116.0)], [])
    assert [box[3] for box in touched] == [116.0]


def test_a_card_without_its_titles_is_covered_but_for_them() -> None:
    whole, holes = (0.0, 0.0, 100.0, 60.0), [(20.0, 10.0, 80.0, 20.0), (90.0, 15.0, 120.0, 30.0)]
    parts = without(whole, holes)
    area = sum((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in parts)
    assert area == pytest.approx(100 * 60 - 60 * 10 - 10 * 15)
    for a, b in [(a, b) for a in parts for b in (*parts, *holes) if a is not b]:
        assert not (a[0] < b[2] and a[2] > b[0] and a[1] < b[3] and a[3] > b[1])
    assert without(whole, []) == [whole]


@pytest.mark.slow
def test_a_card_on_a_copy_is_covered_where_it_lies_and_its_title_stays(tmp_path: Path) -> None:
    sheet = make.paper(["Bản sao căn cước của bên thuê xe tự lái:"], width=1654, height=2339)
    sheet.paste(make.card_front(), (300, 260))
    sheet.paste(
        make.paper(["Bên cho thuê đã kiểm tra bản chính và giao xe."], width=1300, height=200), (0, 960)
    )
    source = make.page_with(tmp_path / "s.pdf", [(sheet.convert("L").convert("RGB"), (0, 0, 595, 842))])
    reading = PdfFormat().open(source, "").read(quiet)
    (card,) = [f for f in reading.certain if f.entity_type is EntityType.ID_IMAGE]
    (place,) = card.places
    assert isinstance(place, PageArea)
    point = 72 / 200

    def covered(x: float, y: float) -> bool:
        return any(r.x0 < x * point < r.x1 and r.y0 < y * point < r.y1 for r in place.rects)

    assert covered(300 + 165, 260 + 380)  # the portrait
    assert covered(300 + 900, 260 + 70)  # the code
    assert covered(300 + 450, 260 + 219)  # the number
    assert not covered(300 + 580, 260 + 130)  # the title
    assert not covered(300, 130)  # what stands above
    assert not covered(300, 1085)  # and below
    assert min(r.x0 for r in place.rects) > 250 * point


@pytest.mark.slow
def test_a_back_on_a_black_and_white_copy_is_covered_with_all_that_stands_on_it() -> None:
    sheet = Image.new("RGB", (1654, 2339), "white")
    sheet.paste(make.card_back(), (320, 1100))
    copy = sheet.convert("L").point(lambda level: 255 if level > 150 else 0).convert("RGB")
    (card,) = read_pixels(copy).seen.cards
    assert card == pytest.approx((320, 1100, 1332, 1738), abs=70)


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("TRƯỞNG CÔNG AN XÃ", 460.0),
        ("Trưởng khoa điều trị", 460.0),
        ("PHÓ HIỆU TRƯỞNG", 460.0),
        ("Thiếu tá Đỗ Khắc Tiệp", 590.0),
        ("BS.CKII Đoàn Ngọc Thạch", 590.0),
        ("PGS. TS. Lâm Thị Diễm Phúc", 590.0),
    ],
)
def test_strokes_by_an_office_or_a_name_with_its_rank_are_a_signature(line: str, at: float) -> None:
    lines = [
        Line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", (60, 60, 400, 74)),
        Line(line, (330, at, 500, at + 14)),
    ]
    assert len(judge_strokes([(350, 500, 470, 560)], lines).signatures) == 1
    others = [lines[0], Line("Trường hợp khẩn cấp gọi số sau đây", (330, at, 500, at + 14))]
    assert not judge_strokes([(350, 500, 470, 560)], others).signatures


@pytest.mark.slow
def test_a_code_that_was_read_is_no_photograph_to_be_judged(tmp_path: Path) -> None:
    code = zxingcpp.create_barcode(make.QR, zxingcpp.BarcodeFormat.QRCode)
    picture = Image.fromarray(zxingcpp.write_barcode_to_image(code, scale=8)).convert("RGB")
    sheet = make.paper(width=1654, height=2339)
    sheet.paste(picture.resize((380, 380)), (200, 1100))
    sheet = Image.blend(sheet, Image.effect_noise(sheet.size, 60).convert("RGB"), 0.12)
    warm = Image.merge(
        "RGB",
        [b.point(lambda v, k=k: int(v * k)) for b, k in zip(sheet.split(), (1, 0.97, 0.9), strict=True)],
    )
    reading = PdfFormat().open(make.page_with(tmp_path / "s.pdf", [(warm, (0, 0, 595, 842))]), "").read(quiet)
    assert any(make.NUMBER in unit.text for unit in reading.texts if "code" in unit.id)
    assert not reading.gaps


@pytest.mark.slow
def test_a_code_of_which_half_is_seen_is_no_gap_on_a_card_that_is_covered(tmp_path: Path) -> None:
    picture = Image.new("RGB", (1500, 1100), (96, 72, 52))
    picture.paste(make.card_front(), (588, 250))  # its code ends beyond the picture
    picture.crop((0, 0, 1480, 1100)).save(tmp_path / "s.png")
    reading = ImageFormat().open(tmp_path / "s.png", "").read(quiet)
    assert [f.entity_type for f in reading.certain].count(EntityType.ID_IMAGE) == 1
    assert not reading.gaps


@pytest.mark.slow
def test_a_stained_code_is_told_unless_the_card_goes_whole(tmp_path: Path) -> None:
    card = make.card_front()
    ImageDraw.Draw(card).ellipse((895, 65, 945, 115), fill="white")
    picture = Image.new("RGB", (1600, 1100), (96, 72, 52))
    picture.paste(card, (200, 200))
    picture.save(tmp_path / "s.png")
    reading = ImageFormat().open(tmp_path / "s.png", "").read(quiet)
    findings = tuple(replace(f, id=f"f{n}") for n, f in enumerate(reading.certain))
    scan = Scan(SourceInfo("0", 1, "image", 1), findings, reading.gaps)
    assert not gaps_left(scan, {f.id for f in findings})
    # Who keeps pictures of cards is told of the code, for it holds the number.
    keeping = policy.parse("version: 1\ngaps: cover\ntypes:\n  ID_IMAGE: keep\n")
    (covered,) = policy.decide(scan, keeping).covered_gaps
    assert next(g.reason for g in scan.gaps if g.id == covered) is GapReason.CODE_UNREAD


def test_a_portrait_is_covered_to_its_edges_and_the_line_below_it_stays() -> None:
    sheet = make.paper(["Họ và tên thí sinh: (viết chữ in hoa)"], width=1654, height=2339)
    sheet = sheet.transform(sheet.size, Image.Transform.AFFINE, (1, 0, 0, 0, 1, -450), fillcolor=(250,) * 3)
    sheet.paste(make.face(300, 400), (110, 152))
    (region,) = [r for r in regions_of(sheet) if r[3] - r[1] > 200]
    (photo,) = photos(sheet, [(*region[:3], 600.0)])
    assert photo.portrait
    assert photo.box == pytest.approx((110, 152, 410, 552), abs=3)


def test_a_copy_of_a_cmyk_picture_keeps_the_resolution_of_its_inks(tmp_path: Path) -> None:
    for subsampling in (0, 2):
        make.paper().convert("CMYK").save(tmp_path / "s.jpg", quality=90, subsampling=subsampling)
        with Image.open(tmp_path / "s.jpg") as source:
            options = how_to_save(source, "JPEG")
            bare(source).save(tmp_path / "c.jpg", **options)
            with Image.open(tmp_path / "c.jpg") as copy:
                assert [layer[1:3] for layer in copy.layer] == [layer[1:3] for layer in source.layer]  # type: ignore[attr-defined]
                mean = ImageStat.Stat(ImageChops.difference(source, copy)).mean
                assert max(mean) < (2.0 if subsampling else 0.1)
