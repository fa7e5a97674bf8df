"""The engine that tells how sure it is, and the one that reads where it cannot be had."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFilter

from redactor.formats.pdf import ocr, tesseract
from redactor.formats.pdf.ocr import read_image
from redactor.formats.pdf.sense import read_once
from redactor.formats.pdf.tesseract import Symbol
from tests.formats_pdf import picture_makers as make

NUMBER = "048190006521"


def line(text: str, size: int = 30) -> Image.Image:
    image = Image.new("RGB", (900, 120), "white")
    ImageDraw.Draw(image).text((60, 40), text, "black", font=make.font(size))
    return image


def test_print_is_read_for_sure_and_what_can_hardly_be_seen_is_not() -> None:
    clear = line(f"Số căn cước: {NUMBER}")
    assert all(word.sure > 98 for word in read_image(clear))
    blurred = clear.resize((225, 30), Image.Resampling.BILINEAR).filter(ImageFilter.GaussianBlur(0.7))
    blurred = blurred.resize(clear.size, Image.Resampling.BICUBIC)
    (number,) = (word for word in read_image(blurred) if sum(map(str.isdigit, word.text)) > 6)
    assert number.text != NUMBER
    assert number.sure < 97.5


def test_bright_print_on_colour_is_read_like_print() -> None:
    image = Image.new("RGB", (900, 120), (0, 92, 75))
    ImageDraw.Draw(image).text((60, 40), f"CCCD {NUMBER}", (233, 237, 239), font=make.font(30))
    assert NUMBER in [word.text for word in read_image(image)]


def test_a_picture_is_read_the_same_whatever_was_read_before() -> None:
    one, other = line(f"Họ và tên: Vừ Mí Sính {NUMBER}"), make.paper()
    first = read_image(one)
    read_image(other)
    assert read_image(one) == first


def test_each_thread_has_an_engine_of_its_own() -> None:
    image, data = line(NUMBER), str(ocr.data_folder())
    found: list[object] = []
    threads = [
        threading.Thread(target=lambda: found.append(tesseract.readings(image, data))) for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found[0] == found[1] == tesseract.readings(image, data)


def test_where_the_engine_cannot_be_had_the_other_one_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    image = line(f"Họ và tên: Vừ Mí Sính {NUMBER}")
    words = read_image(image)
    monkeypatch.setattr(tesseract, "_package", lambda: None)
    others = read_image(image)
    assert [word.text for word in others] == [word.text for word in words]
    for word, other in zip(words, others, strict=True):
        assert all(abs(a - b) <= 3 for a, b in zip(word.box, other.box, strict=True))
        assert other.sure == 100.0


def test_a_folder_that_the_engine_cannot_open_is_no_reading(tmp_path: Path) -> None:
    folder = tmp_path / "Dữ liệu"
    folder.mkdir()
    assert tesseract.readings(line(NUMBER), str(folder)) is None


def symbols(text: str, gaps: dict[int, int], width: int = 20) -> tuple[Symbol, ...]:
    found, at = [], 0
    for index, char in enumerate(text):
        at += gaps.get(index, 2)
        found.append(Symbol(char, at, at + width, 99.0))
        at += width
    return tuple(found)


@pytest.mark.parametrize(
    ("text", "gaps", "words"),
    [
        ("MạcTuyếtLan", {3: 14, 8: 13}, ["Mạc", "Tuyết", "Lan"]),
        ("0912345678", {4: 16, 7: 16}, ["0912345678"]),  # digits of one number stand far apart at times
        ("thành", {2: 8}, ["thành"]),  # the engine is not exact
    ],
)
def test_letters_that_stand_apart_are_words(text: str, gaps: dict[int, int], words: list[str]) -> None:
    given = symbols(text, gaps)
    reading = tesseract.EngineWord(given, (given[0].x0, 0, given[-1].x1, 40))
    assert [word.text for word in ocr._words_in(reading)] == words


def test_a_word_ends_where_the_next_one_of_its_line_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    def word(text: str, x0: float, x1: float, top: float = 10.0) -> tesseract.EngineWord:
        return tesseract.EngineWord((Symbol(text, x0, x1, 99.0),), (x0, top, x1, top + 20))

    given = [word("Huỳnh", 100, 300), word("Tấn", 180, 220), word("Lực", 230, 270), word("Địa", 40, 90, 50.0)]
    monkeypatch.setattr(ocr, "readings", lambda image, data: given)
    read = read_image(Image.new("RGB", (400, 100)))
    assert [(word.box[0], word.box[2]) for word in read] == [(100, 176), (180, 220), (230, 270), (40, 90)]
    assert len(read_once(read)) == 4
