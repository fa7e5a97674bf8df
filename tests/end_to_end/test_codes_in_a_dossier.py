"""What a real code in a picture says is searched in the whole dossier, in every spelling a clerk would write."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pymupdf
import pytest
import zxingcpp
from PIL import Image

CARD = "001190012345|012345678|Nguyễn Thị Hạnh|15031990|Nữ|Số 12, Phố Huế, Hai Bà Trưng, Hà Nội|20042021"
HEALTH = (
    "DN4010123456789|"
    + "Nguyễn Thị Hạnh".encode().hex()
    + "|15/03/1990|2|"
    + "Hà Nội".encode().hex()
    + "|79 - 024|01/01/2024|31/12/2024"
)
TRANSFER = "00020101021138540010A00000072701240006970436011010234567890208QRIBFTTA53037045802VN6304A824"
VISITING = "BEGIN:VCARD\nVERSION:3.0\nN:Nguyễn;Thị Hạnh;;;\nTEL;TYPE=CELL:0912345678\nEMAIL:hanh@thu.vn\nBDAY:1990-03-15\nEND:VCARD"


def _paper(path: Path, lines: list[str], code: str = "") -> Path:
    font = pymupdf.Font("tiro")
    with pymupdf.open() as document:
        if code:
            page = document.new_page(width=595, height=842)
            picture = Image.fromarray(
                zxingcpp.write_barcode_to_image(
                    zxingcpp.create_barcode(code, zxingcpp.BarcodeFormat.QRCode), scale=6
                )
            )
            file = io.BytesIO()
            picture.save(file, "PNG")
            page.insert_image((60, 60, 230, 230), stream=file.getvalue())
        page = document.new_page(width=595, height=842)
        writer = pymupdf.TextWriter(page.rect)
        for number, line in enumerate(lines):
            writer.append((50, 80 + 24 * number), line, font=font, fontsize=11)
        writer.write_text(page)
        document.save(path)
    return path


def _text(path: Path) -> str:
    with pymupdf.open(path) as document:
        return "\n".join(page.get_text() for page in document)


CASES = [
    (
        CARD,
        ["NGUYEN THI HANH", "001.190.012.345", "15-3-1990", "ngay 15 thang 3 nam 1990", "1990-03-15", "012 345 678", "20.04.2021", "so 12 pho hue hai ba trung ha noi"],
        ["16/03/1990"],
    ),
    (HEALTH, ["Nguyen Thi Hanh", "DN 4 01 0123456789", "15.03.1990"], ["31/12/2024"]),
    (TRANSFER, ["1023 456 789"], ["1023 cai"]),
    (VISITING, ["NGUYEN THI HANH", "0912 345 678", "15-03-1990", "HANH@thu.vn"], ["16-03-1990"]),
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(("code", "gone", "stay"), CASES, ids=["card", "health", "transfer", "vcard"])
def test_a_codes_values_go_everywhere_in_its_document(
    tmp_path: Path, redactor: Callable[..., object], code: str, gone: list[str], stay: list[str]
) -> None:
    lines = [f"Muc {number}: xem {value} kem theo" for number, value in enumerate([*gone, *stay], 1)]
    source = _paper(tmp_path / "ho-so.pdf", lines, code)
    done = redactor("redact", source, "--output-dir", tmp_path / "che", "--gaps", "cover")
    assert done.code == 0, done.err  # type: ignore[attr-defined]
    (copy,) = (tmp_path / "che").glob("*.pdf")
    text = _text(copy)
    assert [value for value in gone if value in text] == []
    assert all(f"Muc {number}: xem" in text for number in range(1, len(lines) + 1))
    assert [value for value in stay if value not in text] == []
    with pymupdf.open(copy) as document:
        page = document[0].get_pixmap(dpi=150, colorspace=pymupdf.csRGB)
    seen = zxingcpp.read_barcodes(Image.frombytes("RGB", (page.width, page.height), page.samples))
    assert [found.text for found in seen] == []


@pytest.mark.slow
def test_a_cards_number_and_name_go_in_the_other_papers_of_the_batch(
    tmp_path: Path, redactor: Callable[..., object]
) -> None:
    folder = tmp_path / "ho so"
    folder.mkdir()
    _paper(folder / "a-the.pdf", ["Ban chup the"], CARD)
    _paper(
        folder / "b-thu.pdf", ["Kinh gui to dan pho", "nho chuyen cho NGUYEN THI HANH", "ma 0011 9001 2345"]
    )
    done = redactor("batch", folder, "--output-dir", tmp_path / "che", "--gaps", "cover")
    assert done.code == 0, done.err  # type: ignore[attr-defined]
    (copy,) = (tmp_path / "che").rglob("b-thu*.pdf")
    text = _text(copy)
    assert "HANH" not in text
    assert "2345" not in text
    assert "nho chuyen cho" in text
