"""Pixels that no page shows do not travel; what shows stays as it was. Checked with pikepdf, pdfium and Pillow."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, String
from PIL import Image, ImageChops

from redactor.formats.base import OutputOptions
from redactor.formats.pdf import PdfFormat, visibility
from tests.formats_pdf.pdf_builders import finish, page_with
from tests.formats_pdf.test_pdf_leaks import quiet

SIZE = 200
STRIPES = Image.new("RGB", (SIZE, SIZE))
STRIPES.putdata([(200, 30 + x // 2, 60 + y // 2) for y in range(SIZE) for x in range(SIZE)])

Drawing = tuple[str, Callable[[Pdf, Object], None] | None, tuple[float, float, float, float]]
"""Content behind the picture's own, changes to the file, and the part of the picture (0 to 1) that nobody sees."""


def picture(pdf: Pdf, *, jpeg: bool = False) -> Object:
    stream = pdf.make_stream(b"")
    if jpeg:
        file = io.BytesIO()
        STRIPES.save(file, "JPEG", quality=92)
        stream.write(file.getvalue(), filter=Name.DCTDecode)
    else:
        stream.write(STRIPES.tobytes())
    stream.update(
        Dictionary(
            Type=Name.XObject, Subtype=Name.Image, Width=SIZE, Height=SIZE, BitsPerComponent=8, ColorSpace=Name.DeviceRGB
        )
    )  # fmt: skip
    return pdf.make_indirect(stream)


DRAW = "q 200 0 0 200 100 400 cm /P Do Q"


def cropped(_pdf: Pdf, page: Object) -> None:
    page["/CropBox"] = Array([0, 0, 200, 842])


def turned(_pdf: Pdf, page: Object) -> None:
    page["/Rotate"] = 90


def masked(pdf: Pdf, page: Object) -> None:
    mask = pdf.make_stream(bytes([0] * 20 + [255] * 20) * 40)
    mask.update(
        Dictionary(
            Type=Name.XObject, Subtype=Name.Image, Width=40, Height=40, BitsPerComponent=8, ColorSpace=Name.DeviceGray
        )
    )  # fmt: skip
    page["/Resources"]["/XObject"]["/P"]["/SMask"] = mask


def switched_off(pdf: Pdf, page: Object) -> None:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("An")))
    page["/Resources"]["/XObject"]["/P"]["/OC"] = layer
    pdf.Root["/OCProperties"] = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))


HIDDEN: dict[str, Drawing] = {
    "covered by a white box": (DRAW + " 1 g 100 400 200 100 re f", None, (0, 0.5, 1, 1)),
    "covered by a black box": (DRAW + " 0 g 100 400 100 200 re f", None, (0, 0, 0.5, 1)),
    "covered by a form": (DRAW.replace("/P", "/Cover") + DRAW + " q 1 0 0 1 0 0 cm /Cover Do Q", None, (0, 0.5, 1, 1)),
    "clipped": ("q 100 400 200 60 re W n " + DRAW + " Q", None, (0, 0, 1, 0.7)),
    "clipped round": (
        "q 150 500 m 150 555 250 555 250 500 c 250 445 150 445 150 500 c W n " + DRAW + " Q", None, (0, 0, 1, 0.2),
    ),
    "off the page": ("q 200 0 0 200 -100 400 cm /P Do Q", None, (0, 0, 0.5, 1)),
    "cropped page": (DRAW, cropped, (0.5, 0, 1, 1)),
    "turned page": (DRAW + " 1 g 100 400 200 100 re f", turned, (0, 0.5, 1, 1)),
    "masked away": (DRAW, masked, (0, 0, 0.5, 1)),
    "wholly covered": (DRAW + " 0.5 g 90 390 220 220 re f", None, (0, 0, 1, 1)),
    "wholly off the page": ("q 200 0 0 200 700 400 cm /P Do Q", None, (0, 0, 1, 1)),
    "under another picture": (DRAW + " q 220 0 0 220 90 390 cm /Other Do Q", None, (0, 0, 1, 1)),
}  # fmt: skip


def made(content: str, change: Callable[[Pdf, Object], None] | None, *, jpeg: bool = False) -> bytes:
    with Pdf.new() as pdf:
        cover = pdf.make_stream(b"0.9 g 100 400 200 100 re f")
        cover.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 595, 842])))
        other = pdf.make_stream(bytes(range(256)) * 4)
        other.update(
            Dictionary(
                Type=Name.XObject, Subtype=Name.Image, Width=32, Height=32, BitsPerComponent=8, ColorSpace=Name.DeviceGray
            )
        )  # fmt: skip
        page = page_with(
            pdf, content, XObject=Dictionary(P=picture(pdf, jpeg=jpeg), Cover=cover, Other=other)
        )
        if change is not None:
            change(pdf, page)
        return finish(pdf)


def copied(tmp_path: Path, data: bytes, options: OutputOptions | None = None) -> Path:
    source, draft = tmp_path / "s.pdf", tmp_path / "d.pdf"
    source.write_bytes(data)
    document = PdfFormat().open(source, "")
    document.read(quiet)
    document.apply((), (), options or OutputOptions(), draft, quiet)
    document.close()
    return draft


def pictures_in(path: Path) -> list[Image.Image]:
    """Every picture of the test's size that any object of the file holds, decoded."""
    with pikepdf.open(path) as pdf:
        return [
            pikepdf.PdfImage(item).as_pil_image().convert("RGB")
            for item in pdf.objects
            if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == Name.Image and item.get("/Width") == SIZE
        ]  # fmt: skip


def rendered(path: Path) -> Image.Image:
    with pypdfium2.PdfDocument(path) as document:
        return document[0].render(scale=1.5).to_pil().convert("RGB")


def part(image: Image.Image, box: tuple[float, float, float, float], margin: int) -> Image.Image:
    """A part of a picture without a margin towards what may be seen."""
    x0, y0, x1, y1 = (round(n * SIZE) for n in box)
    return image.crop(
        (x0 + margin * (x0 > 0), y0 + margin * (y0 > 0), x1 - margin * (x1 < SIZE), y1 - margin * (y1 < SIZE))
    )


@pytest.mark.parametrize("jpeg", [False, True])
@pytest.mark.parametrize("name", HIDDEN)
def test_what_nobody_sees_is_gone_and_the_rest_stays(name: str, jpeg: bool, tmp_path: Path) -> None:
    content, change, hidden = HIDDEN[name]
    draft = copied(tmp_path, made(content, change, jpeg=jpeg))
    for image in pictures_in(draft):
        colours = part(image, hidden, 20 if jpeg else 4).getcolors(SIZE * SIZE)
        assert colours is not None
        assert all(max(colour) <= 40 for _, colour in colours), (
            "pixels that nobody sees are still in the file"
        )
    difference = ImageChops.difference(rendered(tmp_path / "s.pdf"), rendered(draft)).convert("L")
    assert sum(difference.histogram()[24:]) <= 0.0005 * difference.width * difference.height


def edited_over(pdf: Pdf, page: Object) -> None:
    """A scan without what somebody painted over, pasted over the first one: of its size, at its place."""
    over = pdf.make_stream(bytes([255]) * SIZE * SIZE)
    over.update(
        Dictionary(
            Type=Name.XObject, Subtype=Name.Image, Width=SIZE, Height=SIZE, BitsPerComponent=8, ColorSpace=Name.DeviceGray
        )
    )  # fmt: skip
    page["/Resources"]["/XObject"]["/Over"] = over


def faint(_pdf: Pdf, page: Object) -> None:
    page["/Resources"]["/ExtGState"] = Dictionary(Faint=Dictionary(ca=0.02), Veil=Dictionary(ca=0.98))


def in_a_mask(pdf: Pdf, page: Object) -> None:
    group = pdf.make_stream(DRAW.encode())
    group.update(
        Dictionary(
            Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 595, 842]),
            Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray),
            Resources=Dictionary(XObject=page["/Resources"]["/XObject"]),
        )
    )  # fmt: skip
    mask = Dictionary(S=Name.Luminosity, G=pdf.make_indirect(group))
    page["/Resources"]["/ExtGState"] = Dictionary(Mask=Dictionary(SMask=mask))


@pytest.mark.parametrize(
    ("content", "change"),
    [
        ("/Faint gs " + DRAW, faint),
        (DRAW + " /Veil gs 1 g 90 390 220 220 re f", faint),
        ("q /Mask gs 1 g 0 0 595 842 re f Q", in_a_mask),  # white on white
    ],
)
def test_a_picture_that_hardly_shows_is_gone(
    content: str, change: Callable[[Pdf, Object], None], tmp_path: Path
) -> None:
    draft = copied(tmp_path, made(content, change))
    assert all(image.getextrema() == ((0, 0),) * 3 for image in pictures_in(draft))
    difference = ImageChops.difference(rendered(tmp_path / "s.pdf"), rendered(draft)).convert("L")
    assert max(level for level, count in enumerate(difference.histogram()) if count) < 8


MASKS: dict[str, tuple[Object | Name, int, list[int]]] = {
    "soft": (Name.DeviceGray, 8, [0, 1]),
    "soft, turned round": (Name.DeviceGray, 8, [1, 0]),
    "stencil": (Name.DeviceGray, 1, [0, 1]),
    "stencil, turned round": (Name.DeviceGray, 1, [1, 0]),
}


def cut_out(kind: str, colour: int) -> bytes:
    """A picture of one colour in which letters are told by the mask alone."""
    letters = Image.frombytes("L", (SIZE, SIZE), bytes(255 * (x // 8 % 2) for x in range(SIZE)) * SIZE)
    space, bits, decode = MASKS[kind]
    with Pdf.new() as pdf:
        page = page_with(pdf, DRAW, XObject=Dictionary(P=picture(pdf)))
        base = page["/Resources"]["/XObject"]["/P"]
        base.write(bytes([colour]) * SIZE * SIZE * 3)
        mask = pdf.make_stream(letters.tobytes() if bits == 8 else letters.convert("1").tobytes())
        mask.update(Dictionary(Type=Name.XObject, Subtype=Name.Image, Width=SIZE, Height=SIZE))
        mask.update(Dictionary(BitsPerComponent=bits, Decode=Array(decode)))
        if bits == 8:
            mask["/ColorSpace"] = space
        else:
            mask["/ImageMask"] = True
        base["/SMask" if bits == 8 else "/Mask"] = mask
        return finish(pdf)


def stored_in(path: Path) -> list[tuple[bool, bytes]]:
    """The samples of every picture, and whether it has a mask."""
    with pikepdf.open(path) as pdf:
        return sorted(
            ("/SMask" in item or "/Mask" in item, item.read_bytes())
            for item in pdf.objects
            if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == Name.Image
        )


@pytest.mark.parametrize("kind", MASKS)
def test_letters_that_a_mask_alone_tells_go_where_nobody_sees_them(kind: str, tmp_path: Path) -> None:
    draft = copied(tmp_path, cut_out(kind, 255))
    (mask,) = (data for has_mask, data in stored_in(draft) if not has_mask)
    row = len(mask) // SIZE
    middle = [mask[at * row + row // 10 : (at + 1) * row - row // 10] for at in range(10, SIZE - 10)]
    assert len({sample for part in middle for sample in part}) == 1
    assert ImageChops.difference(rendered(tmp_path / "s.pdf"), rendered(draft)).getbbox() is None


@pytest.mark.parametrize("kind", MASKS)
def test_letters_that_a_mask_tells_stay_where_they_are_seen(kind: str, tmp_path: Path) -> None:
    draft = copied(tmp_path, cut_out(kind, 60))
    (mask,) = (data for has_mask, data in stored_in(draft) if not has_mask)
    assert (False, mask) in stored_in(tmp_path / "s.pdf")


@pytest.mark.parametrize("jpeg", [False, True])
def test_a_picture_under_another_of_its_size_and_place_is_gone(jpeg: bool, tmp_path: Path) -> None:
    draft = copied(tmp_path, made(DRAW + " " + DRAW.replace("/P", "/Over"), edited_over, jpeg=jpeg))
    seen = [image.getextrema() for image in pictures_in(draft)]
    assert sorted(seen) == [((0, 0),) * 3, ((255, 255),) * 3]


@pytest.mark.parametrize(
    "content",
    [
        DRAW,
        DRAW + " /Half gs 1 g 100 400 200 100 re f",
        "q 120 120 -120 120 300 300 cm /P Do Q",
        DRAW + " q 200 0 0 200 320 400 cm /P Do Q",
        "q 1 0 0 1 0 0 cm /Cover Do Q " + DRAW,
        DRAW + " 0 g 150 450 m 250 550 l S",
    ],
)
def test_pictures_that_show_are_not_touched(content: str, tmp_path: Path) -> None:
    def half(pdf: Pdf, page: Object) -> None:
        page["/Resources"]["/ExtGState"] = Dictionary(Half=Dictionary(ca=0.5))

    draft = copied(tmp_path, made(content, half))
    assert all(image.tobytes() == STRIPES.tobytes() for image in pictures_in(draft))


def test_one_picture_shown_twice_loses_only_what_neither_shows(tmp_path: Path) -> None:
    draft = copied(tmp_path, made(DRAW + " q 100 650 100 100 re W n 200 0 0 200 100 650 cm /P Do Q", None))
    images = pictures_in(draft)
    assert any(image.tobytes() == STRIPES.tobytes() for image in images)
    difference = ImageChops.difference(rendered(tmp_path / "s.pdf"), rendered(draft)).convert("L")
    assert sum(difference.histogram()[24:]) == 0


def test_what_is_hidden_of_a_picture_stored_in_narrow_strips_goes(tmp_path: Path) -> None:
    height = 4
    with Pdf.new() as pdf:
        strips, content = Dictionary(), ""
        for number in range(SIZE // height):
            rows = STRIPES.crop((0, number * height, SIZE, (number + 1) * height))
            strip = pdf.make_stream(rows.tobytes(), Type=Name.XObject, Subtype=Name.Image, Width=SIZE)
            strip.update(Dictionary(Height=height, BitsPerComponent=8, ColorSpace=Name.DeviceRGB))
            strips[f"/S{number}"] = strip
            content += f"q 200 0 0 {height} 100 {600 - (number + 1) * height} cm /S{number} Do Q "
        page_with(pdf, content + "1 g 100 400 200 100 re f", XObject=strips)
        draft = copied(tmp_path, finish(pdf))
    with pikepdf.open(draft) as pdf:
        left = [
            pikepdf.PdfImage(item).as_pil_image().convert("RGB")
            for item in pdf.objects
            if isinstance(item, pikepdf.Stream) and item.get("/Height") == height
        ]
    empty = [image for image in left if image.getextrema() == ((0, 0),) * 3]
    assert len(empty) in (23, 24, 25)
    difference = ImageChops.difference(rendered(tmp_path / "s.pdf"), rendered(draft)).convert("L")
    assert sum(difference.histogram()[24:]) <= 0.0005 * difference.width * difference.height


def test_hidden_layers_lose_their_pictures(tmp_path: Path) -> None:
    assert not pictures_in(copied(tmp_path, made(DRAW, switched_off)))


def test_images_of_pages_hold_only_what_shows(tmp_path: Path) -> None:
    draft = copied(tmp_path, made(DRAW + " 1 g 100 400 200 100 re f", None), OutputOptions(image_pages=True))
    assert not pictures_in(draft)


def test_hidden_parts_are_named(tmp_path: Path) -> None:
    source = tmp_path / "s.pdf"
    source.write_bytes(made(DRAW + " 1 g 100 400 200 100 re f", None))
    document = PdfFormat().open(source, "")
    reading = document.read(quiet)
    document.close()
    assert [(p.part, p.count) for p in reading.hidden_parts if p.part == "pdf.picture_hidden"] == [
        ("pdf.picture_hidden", 1)
    ]


def test_a_page_that_is_one_picture_is_not_drawn_to_find_hidden_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[object] = []
    monkeypatch.setattr(visibility, "_drawn", lambda *page: drawn.append(page))

    def alone(pdf: Pdf, page: Object) -> None:
        page["/Contents"] = pdf.make_stream(DRAW.encode())

    def alone_and_cropped(pdf: Pdf, page: Object) -> None:
        alone(pdf, page)
        cropped(pdf, page)

    (kept,) = pictures_in(copied(tmp_path, made("", alone, jpeg=True)))
    assert len(part(kept, (0.5, 0, 1, 1), 20).getcolors(SIZE * SIZE) or ()) > 1000
    (cut,) = pictures_in(copied(tmp_path, made("", alone_and_cropped, jpeg=True)))
    assert not drawn
    assert len(part(cut, (0.5, 0, 1, 1), 20).getcolors(SIZE * SIZE) or ()) == 1


@pytest.mark.parametrize("hiding", [" 0.9 g 100 400 200 100 re f", " q 32 0 0 32 100 400 cm /Other Do Q"])
def test_a_page_with_more_on_it_is_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hiding: str
) -> None:
    drawn: list[object] = []
    inner = visibility._drawn

    def noted(*page: Any) -> Image.Image:
        drawn.append(page)
        return inner(*page)

    monkeypatch.setattr(visibility, "_drawn", noted)
    copied(tmp_path, made(DRAW + hiding, None))
    assert drawn
