"""Pictures in workbooks: read, emptied, freed of metadata; what cannot be read is said."""

from __future__ import annotations

import io

import numpy as np
import openpyxl
import pytest
from openpyxl.drawing.image import Image as SheetImage
from PIL import Image, ImageChops, ImageDraw, ImageFont
from PIL.PngImagePlugin import PngInfo

from redactor.formats.xlsx import XlsxFormat
from redactor.formats.xlsx.pictures import without_metadata
from redactor.model import GapReason
from redactor.verify.reading import read_image
from tests.formats_pdf import picture_makers as make

_SECRET = "Hoang Thi Mo"


def _picture(kind: str, text: str = "") -> bytes:
    picture = Image.new("RGB", (900, 160), "white")
    if text:
        ImageDraw.Draw(picture).text((30, 50), text, fill="black", font=ImageFont.load_default(44))
    out = io.BytesIO()
    if kind == "PNG":
        info = PngInfo()
        info.add_text("Author", _SECRET)
        picture.save(out, kind, pnginfo=info)
    else:
        exif = Image.Exif()
        exif[0x013B] = _SECRET
        picture.save(out, kind, exif=exif, comment=_SECRET)
    return out.getvalue()


def _book(path, data):
    book = openpyxl.Workbook()
    book.active["A1"] = "x"
    book.active.add_image(SheetImage(io.BytesIO(data)), "B2")
    book.save(path)


def _media(table_tools, path):
    return next(
        (name, data) for name, data in table_tools.parts(path).items() if name.startswith("xl/media/")
    )


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_metadata_goes_and_pixels_stay(tmp_path, table_tools, kind):
    source, draft = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    data = _picture(kind)
    _book(source, data)
    name, _ = _media(table_tools, source)
    table_tools.surgery(source, {name: lambda _: data})
    assert table_tools.holds(source, _SECRET)
    table_tools.redact(XlsxFormat(), source, draft, [])
    _, after = _media(table_tools, draft)
    assert _SECRET.encode() not in after
    with Image.open(io.BytesIO(data)) as old, Image.open(io.BytesIO(after)) as new:
        assert old.tobytes() == new.tobytes()


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_text_in_a_picture_goes_from_its_pixels(tmp_path, table_tools, kind):
    source, draft = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    _book(source, _picture(kind, "CCCD 001190012345 con lai"))

    def edits(reading):
        assert not reading.gaps
        return [table_tools.edit_unit(reading, "001190012345", "X")]

    table_tools.redact(XlsxFormat(), source, draft, edits)
    again = table_tools.redact(XlsxFormat(), draft, tmp_path / "c.xlsx", [])
    seen = " ".join(unit.text for unit in again.reading.texts if unit.part == "xlsx.picture")
    assert "0011" not in seen
    with (
        Image.open(io.BytesIO(_media(table_tools, source)[1])) as old,
        Image.open(io.BytesIO(_media(table_tools, draft)[1])) as new,
    ):
        changed = ImageChops.difference(old.convert("L"), new.convert("L")).point(
            lambda level: 255 * (level > 90)
        )
        left, top, right, bottom = changed.getbbox()
        assert 100 < left < right < 650
        assert 30 < top < bottom < 120
        box = new.convert("L").crop((left + 20, top + 5, right - 20, bottom - 5))
        assert box.resize((1, 1)).getpixel((0, 0)) < 60


@pytest.mark.parametrize(
    "data", [b"\x01\x00\x00\x00" + b"EMF?" * 50, b"<svg viewBox='0 0 9 9'><text>An</text></svg>", b""]
)
def test_what_cannot_be_read_is_a_gap_and_can_be_covered(tmp_path, table_tools, data):
    source, draft = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    _book(source, _picture("PNG"))
    name, _ = _media(table_tools, source)
    table_tools.surgery(source, {name: lambda _: data})
    (gap,) = table_tools.redact(XlsxFormat(), source, draft, []).reading.gaps
    assert gap.reason is GapReason.IMAGE_UNREADABLE
    done = table_tools.redact(XlsxFormat(), source, draft, [], (gap,))
    _, after = _media(table_tools, draft)
    with Image.open(io.BytesIO(after)) as picture:
        assert picture.convert("L").getextrema() == (0, 0)
    assert any(part.part == "xlsx.picture" and part.treatment == "redacted" for part in done.applied.parts)
    assert b"image/png" in table_tools.parts(draft)["[Content_Types].xml"]


@pytest.mark.parametrize("data", [b"", b"BM", b"\x89PNG\r\n\x1a\n", b"\xff\xd8", b"anything else"])
def test_broken_pictures_do_not_stop_anything(data):
    assert isinstance(without_metadata(data), bytes)


def _stored(picture):
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def _written(mode):
    text = Image.open(io.BytesIO(_picture("PNG", "CCCD 001190012345 con lai"))).convert("L")
    if mode == "I;16":
        return Image.fromarray(np.asarray(text).astype(np.uint16) * 257)
    black = Image.new("L", text.size)
    return Image.merge("LA", [black, ImageChops.invert(text)])  # letters that are nothing but transparency


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["I;16", "LA"])
def test_deep_and_transparent_pictures_are_read_as_they_show(tmp_path, table_tools, mode):
    source, draft = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    data = _stored(_written(mode))
    _book(source, _picture("PNG"))
    table_tools.surgery(source, {_media(table_tools, source)[0]: lambda _: data})

    def edits(reading):
        assert not reading.gaps
        return [table_tools.edit_unit(reading, "001190012345", "X")]

    table_tools.redact(XlsxFormat(), source, draft, edits)
    _, after = _media(table_tools, draft)
    assert "0011" not in read_image(Image.open(io.BytesIO(after)))
    assert "0011" in read_image(Image.open(io.BytesIO(data)))


@pytest.mark.slow
def test_a_card_or_a_portrait_in_a_workbook_is_for_a_person_to_judge(tmp_path, table_tools):
    for number, picture in enumerate((make.card_front(), make.face())):
        source = tmp_path / f"{number}.xlsx"
        _book(source, _stored(picture))
        done = table_tools.redact(XlsxFormat(), source, tmp_path / f"out{number}.xlsx", [])
        assert [gap.reason for gap in done.reading.gaps] == [GapReason.IMAGE_UNJUDGED]


@pytest.mark.slow
def test_a_portrait_below_transparency_is_told(tmp_path, table_tools):
    picture = make.face().convert("RGBA")
    picture.putalpha(0)
    source = tmp_path / "a.xlsx"
    _book(source, _stored(picture))
    done = table_tools.redact(XlsxFormat(), source, tmp_path / "out.xlsx", [])
    assert [gap.reason for gap in done.reading.gaps] == [GapReason.IMAGE_UNREADABLE]
