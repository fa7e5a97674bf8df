"""Image files are read as anybody can see them: deep, transparent, hidden below transparency, letters of transparency."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageChops

from redactor.formats.base import Edit, OutputOptions
from redactor.formats.image import ImageFormat
from redactor.formats.image_looks import as_shown, eight_bit, flattened, looks
from redactor.model import Action, Decision, Decisions, GapReason, Outcome, Scan
from redactor.verify.base import VerifyRequest
from redactor.verify.image import ImageVerifier
from redactor.verify.reading import in_eight_bits
from tests.formats_pdf import picture_makers as make
from tests.formats_pdf.test_pdf_leaks import find_all, quiet

LINES = (
    "PHIẾU TIẾP NHẬN HỒ SƠ",
    f"Người nộp: Bà {make.NAME}",
    f"Số căn cước: {make.NUMBER}",
    "Hẹn trả sau 5 ngày",
)


def sheet() -> Image.Image:
    return make.paper(LINES, height=480)


def deep(highest: int, kind: type = np.uint16) -> Image.Image:
    return Image.fromarray((np.asarray(sheet().convert("L")) / 255.0 * highest).astype(kind))


def letters(colour: int, under: int) -> Image.Image:
    """Letters of one colour on nothing; ``under`` is the colour that nothing has."""
    ink = ImageChops.invert(sheet().convert("L")).point(lambda v: 255 if v > 128 else 0)
    picture = Image.composite(Image.new("L", ink.size, colour), Image.new("L", ink.size, under), ink)
    return Image.merge("RGBA", [picture, picture, picture, ink])


def below_transparency(level: int = 40, contrast: float = 1.0) -> Image.Image:
    """The line with the number is almost transparent."""
    picture = sheet()
    place = (0, 240, 1240, 320)
    picture.paste(Image.blend(Image.new("RGB", (1240, 80), "white"), picture.crop(place), contrast), place)
    alpha = Image.new("L", picture.size, 255)
    alpha.paste(level, place)
    picture.putalpha(alpha)
    return picture


def glassy(level: int) -> Image.Image:
    """White letters on nothing that is white, each pixel of them almost transparent."""
    picture = letters(255, 255)
    picture.putalpha(picture.getchannel("A").point(lambda alpha: alpha * level // 255))
    return picture


CASES: dict[str, tuple[str, Callable[[], Image.Image]]] = {
    "with a palette and transparency": ("tif", lambda: sheet().quantize(16).convert("PA")),
    "16 bits": ("png", lambda: deep(65535)),
    "12 bits in 16": ("tif", lambda: deep(4000)),
    "real numbers": ("tif", lambda: deep(1, np.float32)),
    "black letters on nothing that is black": ("png", lambda: letters(0, 0)),
    "white letters on nothing that is white": ("png", lambda: letters(255, 255)),
    "white letters on nothing that is black": ("png", lambda: letters(255, 0)),
    "below transparency": ("png", below_transparency),
    "pale below transparency": ("png", lambda: below_transparency(20, 0.1)),
    "bright and almost transparent": ("png", lambda: glassy(60)),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
def test_what_can_be_seen_is_found_covered_and_verified(name: str, tmp_path: Path) -> None:
    suffix, build = CASES[name]
    build().save(tmp_path / f"s.{suffix}")
    covered_and_verified(tmp_path / f"s.{suffix}", tmp_path / f"d.{suffix}")


@pytest.mark.slow
@pytest.mark.parametrize("options", [{"tiffinfo": {274: 6}}, {"big_tiff": True}], ids=["turned", "big"])
def test_tiffs_that_are_turned_or_have_room_for_more(options: dict[str, Any], tmp_path: Path) -> None:
    picture = sheet().rotate(90, expand=True) if "tiffinfo" in options else sheet()
    picture.save(tmp_path / "s.tif", **options)
    covered_and_verified(tmp_path / "s.tif", tmp_path / "d.tif")


def covered_and_verified(source: Path, draft: Path) -> None:
    document = ImageFormat().open(source, "")
    reading = document.read(quiet)
    findings = find_all(reading, [make.NUMBER])
    assert findings
    applied = document.apply([Edit(f, lambda _: "") for f in findings], (), OutputOptions(), draft, quiet)
    decisions = Decisions(items=tuple(Decision(f.id, Action.HIDE) for f in findings))
    scan = Scan(document.info, tuple(findings))
    request = VerifyRequest(source, "", draft, scan, decisions, applied, lambda _text: ())
    assert {check.outcome for check in ImageVerifier().verify(request)} == {Outcome.PASSED}
    again = ImageFormat().open(draft, "").read(quiet)
    text = " ".join(unit.text for unit in again.texts)
    assert make.NUMBER not in text.replace(" ", "")
    assert "Hẹn trả sau" in text
    lying = VerifyRequest(source, "", source, scan, decisions, applied, lambda _text: ())
    assert Outcome.FAILED in {check.outcome for check in ImageVerifier().verify(lying)}


WIPED: dict[str, tuple[str, Callable[[], Image.Image]]] = {
    "wholly transparent": ("png", lambda: below_transparency(0)),
    "pale and wholly transparent": ("png", lambda: below_transparency(3, 0.1)),
    "gray": ("png", lambda: below_transparency(0).convert("LA")),
    "in a TIFF": ("tif", lambda: below_transparency(0)),
    "colours of a palette": ("png", lambda: transparent_colours()),
}


def transparent_colours() -> Image.Image:
    """A line in colours of a palette all of which are transparent."""
    picture = sheet().convert("RGB").quantize(8)
    line = picture.crop((0, 240, 1240, 320)).point([(index + 8) % 256 for index in range(256)])
    palette = (picture.getpalette() or [])[:24]
    picture.putpalette([*palette, *palette])
    line.putpalette([*palette, *palette])
    picture.paste(line, (0, 240))
    picture.info["transparency"] = bytes([255] * 8 + [0] * 8)
    return picture


@pytest.mark.slow
@pytest.mark.parametrize("name", WIPED)
def test_what_nobody_sees_is_not_in_the_copy(name: str, tmp_path: Path) -> None:
    suffix, build = WIPED[name]
    source, draft = tmp_path / f"s.{suffix}", tmp_path / f"d.{suffix}"
    build().save(source)
    document = ImageFormat().open(source, "")
    assert ("image.unseen", 1) in [(part.part, part.count) for part in document.read(quiet).hidden_parts]
    applied = document.apply((), (), OutputOptions(), draft, quiet)
    with Image.open(source) as before, Image.open(draft) as after:
        assert after.mode == before.mode
        assert as_shown(after).tobytes() == as_shown(before).tobytes()
        place = (0, 250, 1240, 310)
        assert len(before.crop(place).getcolors(9999) or ()) > 1
        assert len(after.crop(place).getcolors(9999) or ()) == 1
    scan = Scan(document.info, ())
    request = VerifyRequest(source, "", draft, scan, Decisions(()), applied, lambda _text: ())
    assert {check.outcome for check in ImageVerifier().verify(request)} == {Outcome.PASSED}
    again = ImageFormat().open(draft, "").read(quiet)
    assert not again.hidden_parts


def test_levels_of_transparency_that_nobody_tells_apart_are_one() -> None:
    picture = Image.new("RGBA", (9, 9))
    picture.putpixel((5, 5), (0, 0, 0, 7))
    assert flattened(picture).getextrema()[-1] == (0, 0)
    alike = Image.new("RGBA", (9, 9), (1, 2, 3, 4))
    assert flattened(alike) is alike


def test_an_opaque_picture_is_looked_at_once() -> None:
    assert len(looks(sheet())) == 1
    assert len(looks(sheet().convert("RGBA"))) == 1
    rounded = sheet().convert("RGBA")
    rounded.paste((0, 0, 0, 0), (0, 0, 12, 12))
    assert len(looks(rounded)) == 1


def test_levels_of_deep_pictures_are_scaled_by_their_depth() -> None:
    for highest in (255, 1023, 4095, 65535):
        difference = ImageChops.difference(eight_bit(deep(highest)), sheet().convert("L"))
        assert difference.getextrema()[1] <= 1
    assert as_shown(letters(0, 0)).getextrema() == ((0, 255),) * 3


@pytest.mark.parametrize("odd", [np.nan, np.inf, -np.inf])
def test_levels_that_are_no_numbers_spoil_nothing_else(odd: float) -> None:
    levels = np.asarray(deep(1, np.float32)).copy()
    levels[0, 0] = odd
    for shown in (eight_bit(Image.fromarray(levels)), in_eight_bits(Image.fromarray(levels)).convert("L")):
        difference = ImageChops.difference(shown, sheet().convert("L"))
        difference.putpixel((0, 0), 0)
        assert difference.getextrema()[1] <= 1


def test_further_pictures_of_a_photograph_are_left_out_and_told(tmp_path: Path) -> None:
    sheet().save(tmp_path / "a.png", save_all=True, append_images=[below_transparency().convert("RGB")])
    assert GapReason.PART_UNREADABLE in [
        g.reason for g in ImageFormat().open(tmp_path / "a.png", "").read(quiet).gaps
    ]
    sheet().save(tmp_path / "s.jpg", "MPO", save_all=True, append_images=[sheet().resize((310, 120))])
    document = ImageFormat().open(tmp_path / "s.jpg", "")
    assert document.info.pages == 1
    reading = document.read(quiet)
    assert ("image.further", 1) in [(part.part, part.count) for part in reading.hidden_parts]
    assert not reading.gaps
    document.apply((), (), OutputOptions(), tmp_path / "d.jpg", quiet)
    with Image.open(tmp_path / "d.jpg") as copy:
        assert copy.format == "JPEG"
        assert copy.size == sheet().size
