"""Blocks beside each other are read one after the other; rows of tables and forms stay rows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from redactor.formats.pdf import PdfFormat
from tests.formats_pdf.pdf_builders import simple

Written = Sequence[tuple[float, float, float, str]]

SIGNATURE: Written = [(60, 700, 22, "Nguyen Van"), (60, 676, 22, "Hoang"),
                      (220, 706, 8, "Ky boi: Nguyen"), (220, 697, 8, "Van Hoang"), (220, 688, 8, "Ngay ky 1/2/2025"),
                      (220, 679, 8, "Ha Noi")]  # fmt: skip
LABEL: Written = [(60, 700, 12, "Dia chi"), (160, 707, 12, "thon An Phu,"), (160, 693, 12, "xa Don Xa")]
CELLS: Written = [
    (60, 700, 12, "Nguyen Van"), (60, 686, 12, "Hoang"), (200, 693, 12, "001190"),
    (60, 668, 12, "Tran Thi"), (60, 654, 12, "Binh"), (200, 661, 12, "036085"),
]  # fmt: skip
FORM: Written = [
    (60, 700, 12, "Ho ten:"), (160, 694, 12, "Hoang"), (60, 687, 12, "So:"), (160, 681, 12, "001190"),
    (60, 674, 12, "Que:"), (160, 668, 12, "Ha Nam"),
]  # fmt: skip
ROWS: Written = [(60, 700, 12, "A"), (200, 700, 12, "B"), (60, 686, 12, "C"), (200, 686, 12, "D")]


@pytest.mark.parametrize(
    ("written", "lines"),
    [
        (SIGNATURE, ["Nguyen Van", "Hoang", "Ky boi: Nguyen", "Van Hoang", "Ngay ky 1/2/2025", "Ha Noi"]),
        (LABEL, ["Dia chi", "thon An Phu, xa Don Xa"]),
        (CELLS, ["Nguyen Van", "Hoang", "001190", "Tran Thi", "Binh", "036085"]),
        (FORM, ["Ho ten:", "Hoang", "So:", "001190", "Que:", "Ha Nam"]),
        (ROWS, ["A\tB", "C\tD"]),
    ],
    ids=["signature", "label", "cells", "form", "rows"],
)
def test_reading_order(written: Written, lines: list[str], tmp_path: Path) -> None:
    content = "\n".join(f"BT /F0 {size} Tf {x} {y} Td ({text}) Tj ET" for x, y, size, text in written)
    (tmp_path / "a.pdf").write_bytes(simple(content))
    document = PdfFormat().open(tmp_path / "a.pdf", "")
    text = document.read(lambda _done, _total: None).texts[0].text
    document.close()
    assert [line for line in text.split("\n") if line][:-1] == lines
