"""Papers photographed in a shadow are read like others; nothing else is touched."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest
from PIL import Image, ImageDraw

from redactor.formats.pdf import light
from redactor.formats.pdf.light import evened
from redactor.formats.pdf.pictures import read_pixels
from tests.formats_pdf import picture_makers as make


def in_shadow(image: Image.Image, least: float = 0.5) -> Image.Image:
    """A picture with a shadow over its left half."""
    across = np.linspace(-1.0, 1.0, image.width)
    light = least + (1 - least) / (1 + np.exp(-12 * across))
    return Image.fromarray((np.asarray(image) * light[None, :, None]).astype(np.uint8))


def letter() -> Image.Image:
    return make.paper(
        ["Bên vay: ông Nguyễn Văn Khải", "Số căn cước 038086017392", "Điện thoại 0987 610 443"] * 3
    )


def test_paper_becomes_as_bright_in_the_shadow_as_outside() -> None:
    dark = in_shadow(letter())
    even = np.asarray(evened(dark, dark.convert("L")).convert("L"))
    left, right = even[:, : even.shape[1] // 4], even[:, -even.shape[1] // 4 :]
    assert abs(np.percentile(left, 90) - np.percentile(right, 90)) < 12
    assert left.min() < 60  # print stays print


def test_a_large_picture_takes_little_memory_and_shows_no_bands() -> None:
    across = np.linspace(110, 250, 1200)[None, :, None]
    shaded = Image.fromarray(np.broadcast_to(across, (2400, 1200, 3)).astype(np.uint8))
    tracemalloc.start()
    even = evened(shaded, shaded.convert("L"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert even is not shaded
    assert peak < 8 * shaded.width * shaded.height
    rows = np.asarray(even).astype(np.int16)
    assert np.abs(np.diff(rows, axis=0)).max() <= 1


def test_even_light_and_bright_print_on_dark_stay_as_they_are() -> None:
    page = letter()
    assert evened(page, page.convert("L")) is page
    night = Image.fromarray(255 - np.asarray(in_shadow(page)))
    dark = night.point([level // 3 for level in range(256)] * 3)
    assert evened(dark, dark.convert("L")) is dark


def test_words_in_a_shadow_are_read() -> None:
    words = [word.text.strip(".,") for word in read_pixels(in_shadow(letter(), 0.5)).words]
    assert words.count("038086017392") == 3
    assert words.count("Khải") == 3


def test_a_dark_screen_full_of_print_stays_as_it_is() -> None:
    lines = ["Dạ em nhận được rồi ạ, vé chiều thứ sáu, chị gửi em ảnh màn hình nhé, em cảm ơn chị nhiều"] * 30
    screen = Image.new("RGB", (700, 900), (17, 27, 33))
    draw = ImageDraw.Draw(screen)
    draw.rectangle((350, 0, 700, 900), fill=(0, 92, 75))
    for number, line in enumerate(lines):
        draw.text((8, 30 * number), line, font=make.font(17), fill=(233, 237, 239))
    assert evened(screen, screen.convert("L")) is screen


def test_most_papers_are_known_to_be_even_by_their_darkest_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(light.np, "percentile", lambda *_: pytest.fail("looked at closely"))
    page = letter()
    assert evened(page, page.convert("L")) is page
