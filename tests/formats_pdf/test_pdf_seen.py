"""What pictures hold besides level print: tiny, skewed and turned text, papers, portraits, signatures, handwriting."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pikepdf
import pymupdf
import pytest
from PIL import Image, ImageDraw

from recognizers.entities import EntityType
from redactor.formats.base import Reading
from redactor.formats.image import HeicFormat, ImageFormat
from redactor.formats.pdf import PdfFormat, ocr, ocr_text
from redactor.formats.pdf.each_its_way import papers_each_its_way
from redactor.formats.pdf.images import image_of
from redactor.formats.pdf.ink import Claim, leftover
from redactor.formats.pdf.passed_over import read_again
from redactor.formats.pdf.photos import regions_of
from redactor.formats.pdf.pictures import read_pixels
from redactor.formats.pdf.readers import Readers, _Room, reading_with
from redactor.formats.pdf.seen import Seen
from redactor.formats.pdf.sheet import Sheet
from redactor.formats.pdf.tesseract import EngineWord
from redactor.formats.pdf.upright import Turned, ink_small, skew
from redactor.gaps_left import gaps_left
from redactor.isolation import Limits
from redactor.model import GapReason, Outcome, PageArea, PartPlace, Rect, Scan, SourceInfo
from tests.formats_pdf import picture_makers as make
from tests.formats_pdf.test_pdf_leaks import find_all, quiet, redact, verified

SIGNING = (("ĐẠI DIỆN BÊN A", (360, 500)), ("(Ký, ghi rõ họ tên)", (360, 520)), (make.NAME, (360, 640)))
RULES = (("Điều 1. Nội dung thỏa thuận chung của hai bên", (60, 100)),)
PICTURE = (60.0, 200.0, 360.0, 400.0)


def read(path: Path) -> Reading:
    document = PdfFormat().open(path, "")
    try:
        return document.read(quiet)
    finally:
        document.close()


def text_of(reading: Reading) -> str:
    return "\n".join(unit.text for unit in reading.texts)


def seen(reading: Reading) -> list[EntityType]:
    return sorted(finding.entity_type for finding in reading.certain)


def area_of(reading: Reading, kind: EntityType) -> Rect:
    place = next(finding.places[0] for finding in reading.certain if finding.entity_type is kind)
    assert isinstance(place, PageArea)
    return place.rects[0]


@pytest.mark.slow
@pytest.mark.parametrize(
    "box", [(50, 50, 88, 78), (50, 50, 62, 59), (50, 50, 250, 54)], ids=["stamp", "dot", "sliver"]
)
def test_pixels_and_not_the_drawn_size_decide_what_is_read(tmp_path: Path, box: tuple[float, ...]) -> None:
    source, draft = tmp_path / "s.pdf", tmp_path / "d.pdf"
    make.page_with(source, [(make.paper(), box)], RULES)  # type: ignore[list-item]
    info, findings, applied = redact(source, draft, [make.NUMBER])
    assert len(findings) == 1
    assert verified(source, draft, info, findings, applied)
    with pymupdf.open(draft) as copy:
        picture = pymupdf.Pixmap(copy, copy[0].get_images()[0][0])
        words = ocr_text.text_of(image_of(pymupdf.Pixmap(pymupdf.csRGB, picture)))
    assert make.NUMBER not in words
    assert "toàn bộ căn nhà" in words


@pytest.mark.slow
@pytest.mark.parametrize("angle", [-8, 5, 12])
def test_a_skewed_scan_is_read_and_its_boxes_follow_the_lines(tmp_path: Path, angle: float) -> None:
    image = make.paper(height=1300).rotate(angle, fillcolor=(250,) * 3, resample=Image.Resampling.BICUBIC)
    source, draft = tmp_path / "s.pdf", tmp_path / "d.pdf"
    make.page_with(source, [(image, (0, 100, 595, 724))])
    info, findings, applied = redact(source, draft, [make.NUMBER])
    assert len(findings) == 1
    place = findings[0].places[0]
    assert isinstance(place, PageArea)
    assert len(place.rects) > 1
    assert max(r.y1 - r.y0 for r in place.rects) < 45
    checks = {c.name: c.outcome for c in verified(source, draft, info, findings, applied)}
    assert checks["boxes_are_opaque"] is checks["pictures"] is checks["pixels_outside"] is Outcome.PASSED
    after = read(draft)
    assert not find_all(after, [make.NUMBER])
    for kept in ("Trần", "bên B thuê", "mười hai triệu"):
        assert kept in text_of(after)


def test_skew_is_measured_and_undone() -> None:
    image = make.paper()
    assert skew(ink_small(image)) == 0.0
    turned = image.rotate(-7, fillcolor=(250,) * 3, resample=Image.Resampling.BICUBIC)
    assert skew(ink_small(turned)) == pytest.approx(7, abs=0.3)
    level = Turned(turned).levelled()
    assert abs(skew(ink_small(level.image))) < 0.5
    middle = pymupdf.Point(level.image.width / 2, level.image.height / 2) * pymupdf.Matrix(*level.back)
    assert (middle.x, middle.y) == pytest.approx((image.width / 2, image.height / 2), abs=1)


@pytest.mark.slow
def test_a_picture_drawn_without_an_area_does_not_travel(tmp_path: Path) -> None:
    source, draft = tmp_path / "s.pdf", tmp_path / "d.pdf"
    make.page_with(source, [(make.paper(), PICTURE)], RULES)
    with pikepdf.open(source, allow_overwriting_input=True) as pdf:
        page = pdf.pages[0]
        name = next(iter(page.get_images()))
        page.Contents = pdf.make_stream(b"q 0 0 0 300 60 60 cm %s Do Q" % str(name).encode())
        pdf.save(source)
    redact(source, draft, [make.NUMBER])
    with pikepdf.open(draft) as copy:
        sizes = [
            (int(i.Width), int(i.Height))
            for i in copy.objects
            if isinstance(i, pikepdf.Stream) and "/Width" in i
        ]
    assert (1240, 900) not in sizes


@pytest.mark.slow
def test_a_footer_far_below_is_not_the_next_line_of_a_name() -> None:
    lines = ["Bà Trần Thị Hồng Nhung", *[""] * 7, "Trang 3/4"]
    reading = read_pixels(make.paper(lines))
    text = ocr_text.words_text(reading.words, 1, "u", pymupdf.Matrix(1, 1)).text
    assert "Nhung\n\nTrang" in text


@pytest.mark.slow
def test_a_coarse_scan_is_enlarged_smoothly(tmp_path: Path) -> None:
    coarse = make.paper().resize((446, 324), Image.Resampling.LANCZOS)  # 54 dpi
    source = make.page_with(tmp_path / "s.pdf", [(coarse, (0, 0, 595, 432))])
    assert make.NUMBER in text_of(read(source))


# --- ink that was passed over ---------------------------------------------------------------------------------------


def test_a_row_that_was_passed_over_is_found() -> None:
    image = make.paper()
    words = [w for w in read_pixels(image).words if not 400 < w.box[1] < 480]
    left = leftover(Sheet(image), [Claim(w.box, len(w.text), True) for w in words])
    assert [round(box[1] / 80) for box, _ in left.rows] == [5]
    assert not left.strokes
    assert all(left.supported)


def test_a_row_that_is_never_read_is_a_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    real = ocr.readings

    def deaf(image: Image.Image, data: str) -> list[EngineWord] | None:
        return [] if image.height < 400 else [r for r in real(image, data) or () if not 400 < r.box[1] < 480]

    monkeypatch.setattr(ocr, "readings", deaf)
    reading = read_pixels(make.paper())
    assert len(reading.seen.unread) == 1
    assert 400 < reading.seen.unread[0][1] < 480


def test_close_rows_that_were_passed_over_are_read_once_each() -> None:
    lines = ["Số lưu trữ: 25/00552096", "Mã y tế: 89/017/25/005520", "Khoa: Nội tim mạch"]
    image = Image.new("RGB", (700, 300), "white")
    draw, font = ImageDraw.Draw(image), make.font(26)
    rows = []
    for number, line in enumerate(lines):
        draw.text((60, 100 + 27 * number), line, "black", font=font)
        rows.append((tuple(map(float, draw.textbbox((60, 100 + 27 * number), line, font=font))), len(line)))
    words, unread = read_again(image, rows)
    assert [word.text for word in words] == " ".join(lines).split()
    assert not unread


def test_a_page_that_was_read_leaves_nothing_over() -> None:
    reading = read_pixels(make.paper())
    assert reading.readable
    assert reading.seen == Seen()


# --- papers ---------------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_a_photographed_card_is_proposed_whole_with_its_parts() -> None:
    reading = read_pixels(make.photographed(make.card_front()))
    assert len(reading.seen.cards) == 1
    x0, y0, x1, y1 = reading.seen.cards[0]
    assert x1 - x0 > 900
    assert y1 - y0 > 550
    assert len(reading.seen.portraits) == 1
    assert make.NUMBER in "".join(word.text for word in reading.words)


@pytest.mark.slow
@pytest.mark.parametrize("right", [True, False])
def test_the_zone_of_a_card_is_proposed_whatever_its_check_digits_say(right: bool) -> None:
    reading = read_pixels(make.photographed(make.card_back(right=right), -3))
    assert len(reading.seen.cards) == 1
    assert len(reading.seen.zones) == 1
    x0, y0, x1, y1 = reading.seen.zones[0]
    assert x1 - x0 > 800
    assert y1 - y0 > 110  # all three lines


@pytest.mark.slow
def test_two_copied_cards_on_a_sheet_are_two_papers_and_the_rest_stays(tmp_path: Path) -> None:
    sheet = Image.new("RGB", (1654, 2339), "white")
    sheet.paste(make.card_front(), (320, 300))
    sheet.paste(make.card_back(), (320, 1100))
    source = make.page_with(tmp_path / "s.pdf", [(sheet, (0, 0, 595, 842))])
    reading = read(source)
    assert seen(reading).count(EntityType.ID_IMAGE) == 2
    assert seen(reading).count(EntityType.VN_MRZ) == 1
    cards = tuple(replace(f, id=str(n)) for n, f in enumerate(reading.certain))
    scan = Scan(SourceInfo("0", 1, "pdf", 1), cards, reading.gaps)
    assert not gaps_left(scan, {card.id for card in cards})


@pytest.mark.slow
def test_small_cards_side_by_side_in_a_contract_are_two_papers() -> None:
    page = make.paper(width=1654, height=2339)
    for card, x in ((make.licence(), 120), (make.card_front(), 880)):
        page.paste(card.resize((640, 404), Image.Resampling.LANCZOS), (x, 760))
    reading = read_pixels(page)
    assert len(reading.seen.cards) == 2
    assert len(reading.seen.portraits) == 2
    assert all(750 < box[1] < 790 and 1130 < box[3] < 1180 for box in reading.seen.cards)
    assert make.NUMBER in "".join(word.text for word in reading.words)


@pytest.mark.slow
def test_cards_on_a_black_and_white_copy_are_told_apart_by_the_blank_paper_between() -> None:
    sheet = Image.new("RGB", (1654, 2339), "white")
    sheet.paste(make.licence(), (300, 200))
    sheet.paste(make.card_front(), (300, 1300))
    copy = sheet.convert("L").point(lambda level: 255 if level > 165 else 0).convert("RGB")
    cards = sorted(read_pixels(copy).seen.cards, key=lambda box: box[1])
    assert len(cards) == 2
    assert cards[0][3] < 1150 < cards[1][1]


@pytest.mark.slow
def test_two_cards_that_lie_each_its_own_way_are_read_each_by_itself(tmp_path: Path) -> None:
    front, back = make.photographed(make.card_front(), -12), make.photographed(make.card_back(), 4)
    both = Image.new("RGB", (1500, 2200))
    both.paste(front, (0, 0))
    both.paste(back, (0, 1100))
    both.save(tmp_path / "s.png")
    reading = ImageFormat().open(tmp_path / "s.png", "").read(quiet)
    kinds = seen(reading)
    assert kinds.count(EntityType.ID_IMAGE) == 2
    assert EntityType.PORTRAIT in kinds
    assert EntityType.VN_MRZ in kinds
    assert make.NUMBER in text_of(reading).replace(" ", "")
    boxes = [f.places[0].rects[0] for f in reading.certain if f.entity_type is EntityType.ID_IMAGE]  # type: ignore[union-attr]
    points = 72 / 96
    for left, top, right, bottom in ((244, 231, 1256, 869), (244, 1331, 1256, 1969)):
        middle = ((left + right) / 2 * points, (top + bottom) / 2 * points)
        (box,) = [b for b in boxes if b.x0 < middle[0] < b.x1 and b.y0 < middle[1] < b.y1]
        assert box.x1 - box.x0 > 0.9 * (right - left) * points


@pytest.mark.slow
@pytest.mark.parametrize("angles", [(-12, 4), (12, -3), (0, 7), (2, 95), (-9, 176)], ids=str)
def test_cards_are_read_apart_before_the_picture_is_turned_as_one_of_them(angles: tuple[int, int]) -> None:
    both = Image.new("RGB", (1500, 2200), (96, 72, 52))
    for card, angle, top in zip((make.card_front(), make.card_back()), angles, (0, 1100), strict=True):
        turned = card.convert("RGBA").rotate(angle, Image.Resampling.BICUBIC, expand=True)
        both.paste(turned, (200, top + 20), turned)
    reading = read_pixels(both)
    every = (reading, *reading.parts)
    assert sum(len(each.seen.cards) for each in every) == 2
    assert sum(len(each.seen.portraits) for each in every) == 1
    assert any(each.seen.zones for each in every)
    assert make.NUMBER in "".join(word.text for each in every for word in each.words)


def test_shadows_on_the_corners_of_a_page_are_no_papers() -> None:
    page = make.paper(width=1654, height=2339)
    for place, angle in (((0, 0), -4), ((954, 1639), 4)):
        corner = make.paper(ground=190, width=700, height=700).rotate(angle, fillcolor=(190, 190, 190))
        page.paste(corner, place)
    assert papers_each_its_way(page, regions_of(page)) == []


@pytest.mark.slow
@pytest.mark.parametrize("angle", [10, -15])
def test_lines_that_run_otherwise_than_those_that_were_read_are_a_gap(tmp_path: Path, angle: int) -> None:
    page = make.paper(width=1654, height=2339)
    plain = make.page_with(tmp_path / "plain.pdf", [(page, (0, 0, 595, 842))])
    assert not read(plain).gaps
    note = make.paper(
        [
            "Giấy biên nhận tiền đặt cọc",
            "Người nhận: Phạm Quốc Dũng",
            "Địa chỉ: 18 phố Huế, quận Hai Bà Trưng",
        ]
        * 3,
        width=1200,
        height=900,
    ).convert("RGBA")
    turned = note.rotate(angle, Image.Resampling.BICUBIC, expand=True)
    page.paste(turned, (150, 1000), turned)
    reading = read(make.page_with(tmp_path / "both.pdf", [(page, (0, 0, 595, 842))]))
    assert GapReason.IMAGE_UNREADABLE in [gap.reason for gap in reading.gaps]


def test_a_contract_that_speaks_of_a_card_is_none() -> None:
    assert not read_pixels(make.paper()).seen.cards


# --- portraits and photographs --------------------------------------------------------------------------------------


@pytest.mark.slow
def test_a_portrait_is_proposed(tmp_path: Path) -> None:
    box = (440.0, 60.0, 530.0, 180.0)
    reading = read(make.page_with(tmp_path / "s.pdf", [(make.face(), box)], RULES))
    assert seen(reading) == [EntityType.PORTRAIT]
    area = area_of(reading, EntityType.PORTRAIT)
    assert (area.x0, area.y0, area.x1, area.y1) == pytest.approx(box, abs=2)


@pytest.mark.slow
def test_a_portrait_glued_on_a_scan_is_proposed(tmp_path: Path) -> None:
    sheet = make.paper(height=1754)
    sheet.paste(make.face(220, 300), (930, 120))
    reading = read(make.page_with(tmp_path / "s.pdf", [(sheet, (0, 0, 595, 842))]))
    assert seen(reading) == [EntityType.PORTRAIT]
    assert make.NUMBER in text_of(reading)


@pytest.mark.slow
@pytest.mark.parametrize("card", [make.student_card, make.licence], ids=["below a heading", "on a card"])
def test_a_portrait_that_is_part_of_something_coloured_is_proposed(
    card: Callable[[], Image.Image],
) -> None:
    sheet = make.paper(width=1654, height=2339)
    sheet.paste(card(), (320, 1000))
    portraits = read_pixels(sheet).seen.portraits
    assert len(portraits) == 1
    x0, y0, x1, y1 = portraits[0][0]
    assert x1 - x0 > 200
    assert y1 - y0 > 280


@pytest.mark.slow
def test_a_photograph_that_may_show_people_is_for_a_person_to_judge(tmp_path: Path) -> None:
    crowd = Image.merge("RGB", [Image.radial_gradient("L").resize((900, 600)) for _ in range(3)])
    crowd = crowd.point(lambda level: 60 + level // 2)
    for index in range(3):
        crowd.paste(make.face(200, 260).crop((40, 30, 160, 220)), (90 + 280 * index, 180))
    reading = read(make.page_with(tmp_path / "s.pdf", [(crowd, PICTURE)], RULES))
    assert [gap.reason for gap in reading.gaps] == [GapReason.IMAGE_UNJUDGED]


@pytest.mark.slow
@pytest.mark.parametrize(
    "picture", [make.chart(), make.logo(), make.on_white(make.seal())], ids=["chart", "logo", "seal"]
)
def test_look_alikes_are_left_alone(tmp_path: Path, picture: Image.Image) -> None:
    reading = read(make.page_with(tmp_path / "s.pdf", [(picture, PICTURE)], RULES))
    assert not reading.certain
    assert not reading.gaps


@pytest.mark.slow
@pytest.mark.parametrize(
    ("picture", "box"),
    [
        (make.thin_logo(), (60, 40, 140, 120)),
        (make.banner(), (60, 40, 193, 80)),
        (make.house(), (60, 300, 380, 510)),
    ],
    ids=["logo of thin lines in the letterhead", "white letters on the colour of skin", "house"],
)
def test_ordinary_pictures_of_offices_stop_nothing(
    tmp_path: Path, picture: Image.Image, box: tuple[float, float, float, float]
) -> None:
    rules = (("THÔNG BÁO HỌP PHỤ HUYNH", (60, 200)), ("Nhà trường kính mời quý vị tới dự.", (60, 230)))
    reading = read(make.page_with(tmp_path / "s.pdf", [(picture, box)], rules))
    assert not reading.certain
    assert not reading.gaps


# --- signatures and handwriting -------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("opaque", [True, False])
def test_a_signature_above_its_name_is_proposed(tmp_path: Path, opaque: bool) -> None:
    image = make.on_white(make.strokes()) if opaque else make.strokes()
    reading = read(make.page_with(tmp_path / "s.pdf", [(image, (350, 540, 480, 590))], [*RULES, *SIGNING]))
    assert seen(reading) == [EntityType.SIGNATURE]


@pytest.mark.slow
def test_a_signature_on_a_scan_is_proposed_and_its_seal_stays(tmp_path: Path) -> None:
    sheet = make.paper(height=1754)
    drawn = make.paper(("GIÁM ĐỐC", "", "", "", "", "Lê Văn Bình"), height=620).crop((100, 90, 400, 600))
    sheet.paste(drawn, (700, 900))
    stamp, signature = make.seal(260), make.strokes(340, 130)
    sheet.paste(stamp, (560, 1000), stamp)
    sheet.paste(signature, (700, 1070), signature)
    reading = read(make.page_with(tmp_path / "s.pdf", [(sheet, (0, 0, 595, 842))]))
    assert seen(reading) == [EntityType.SIGNATURE]
    area = area_of(reading, EntityType.SIGNATURE)
    assert area.x0 > 560 * 595 / 1240 + 20  # the seal's left half is not covered


@pytest.mark.slow
def test_strokes_where_nobody_signs_are_for_a_person_to_judge(tmp_path: Path) -> None:
    image = make.on_white(make.strokes())
    reading = read(make.page_with(tmp_path / "s.pdf", [(image, (60, 300, 190, 350))], RULES))
    assert not reading.certain
    assert [gap.reason for gap in reading.gaps] == [GapReason.IMAGE_UNJUDGED]


# --- files and processes --------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_a_heic_photograph_is_read(tmp_path: Path) -> None:
    source = Path(__file__).with_name("data") / "paper.heic"
    assert HeicFormat().sniff(source.read_bytes()[:64], ".jpg") == 100
    document = HeicFormat().open(source, "")
    assert document.info.format == "heic"
    reading = document.read(quiet)
    assert make.NUMBER in text_of(reading)
    assert any("Nguyen Van Thu" in unit.text for unit in reading.texts)  # its EXIF
    draft = tmp_path / "d.jpg"
    from redactor.formats.base import Edit, OutputOptions

    document.apply(
        [Edit(f, lambda _: "") for f in find_all(reading, [make.NUMBER])], [], OutputOptions(), draft, quiet
    )
    with Image.open(draft) as copy:
        assert copy.format == "JPEG"
        assert not copy.getexif()
        assert copy.size == (document._pages[0].width, document._pages[0].height)  # type: ignore[attr-defined]
        words = ocr_text.text_of(copy.convert("RGB"))
    assert make.NUMBER not in words
    assert "toàn bộ căn nhà" in words


def test_a_heic_with_two_pictures_is_the_one_that_viewers_show_and_the_other_stops_the_export() -> None:
    """Its first picture is dark from x = 20 to 120, its second and main one, lighter, to 160."""
    document = HeicFormat().open(Path(__file__).with_name("data") / "two-pictures.heic", "")
    shown = document.render(1, document.info.page_sizes[0][0] and 4 / 3)
    assert (shown.width, shown.height) == (256, 128)
    assert abs(shown.rgb[3 * (60 * 256 + 140)] - 160) < 12
    reading = document.read(quiet)
    assert [(gap.reason, gap.place) for gap in reading.gaps] == [
        (GapReason.PART_UNREADABLE, PartPlace("image.further", "1"))
    ]


@pytest.mark.slow
def test_pages_of_a_tiff_are_read_in_order_by_several_processes(tmp_path: Path) -> None:
    pages = [make.paper([f"Trang thứ {n}", "Số điện thoại: 0912 345 67" + str(n)]) for n in (1, 2, 3)]
    pages[0].save(tmp_path / "s.tif", save_all=True, append_images=pages[1:], dpi=(150, 150))
    with reading_with(Limits(readers=2)):
        reading = ImageFormat().open(tmp_path / "s.tif", "").read(quiet)
    found = [unit.text for unit in reading.texts]
    assert [f"67{n}" in text.replace(" ", "") for n, text in enumerate(found, start=1)] == [True] * 3
    assert [unit.places(0, 5)[0].page for unit in reading.texts] == [1, 2, 3]  # type: ignore[union-attr]


@pytest.mark.slow
def test_other_processes_read_the_same() -> None:
    images = [make.paper(), make.paper(make.LINES[:5]), make.paper(make.LINES[3:])]
    with reading_with(Limits(readers=2)):
        readers = Readers()
        try:
            pending = [readers.submit(image) for image in images]
            assert all(p.future is not None for p in pending)
            answers = [p.result() for p in pending]
        finally:
            readers.close()
    assert answers == [read_pixels(image) for image in images]


def test_one_picture_alone_starts_no_process() -> None:
    with reading_with(Limits(readers=4)):
        readers = Readers()
        pending = readers.submit(Image.new("RGB", (40, 40), "white"))
        assert pending.future is None
        assert pending.result().words == ()
        readers.close()


def test_a_letterhead_is_read_once() -> None:
    readers = Readers()
    logo = make.logo()
    first = readers.submit(logo)
    assert readers.submit(logo.copy()) is first
    assert readers.submit(make.chart()) is not first
    assert first.result() is first.result()
    readers.close()


def test_as_many_pages_are_read_at_a_time_as_there_is_room_for() -> None:
    room = _Room(10)
    running: list[int] = []
    most: list[int] = []

    def read(pixels: int) -> None:
        with room.taken(pixels):
            running.append(pixels)
            most.append(sum(running))
            time.sleep(0.01)
            running.remove(pixels)

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(read, [4, 4, 25, 4, 4, 12, 4]))
    assert len(most) == 7
    assert all(pixels <= 10 or pixels in (12, 25) for pixels in most)
    assert max(pixels for pixels in most if pixels <= 10) == 8


def test_no_more_is_drawn_while_large_pictures_wait() -> None:
    with reading_with(None):
        readers = Readers()
        small = readers.submit(Image.new("RGB", (40, 40), "white"))
        assert not readers.are_full([small])
        large = [readers.submit(Image.new("RGB", (5200, 5200), (n, 0, 0))) for n in range(2)]
        assert readers.are_full([small, *large])
        assert large[0].result().words == ()
        assert not readers.are_full([small, large[0]])
        readers.close()
