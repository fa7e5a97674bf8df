"""Labels above values of several lines, side by side: each value is read whole; tables and signatures stay in rows."""

from __future__ import annotations

from collections.abc import Sequence

from tests.formats_pdf.pdf_builders import show
from tests.formats_pdf.test_pdf_columns import read

LABELS = ("DIA CHI", "LIEN HE KHAN CAP", "DAN TOC")
LINES = (("Khu pho Bau Truc, xa", "Dang Phuoc (cha) 0913 440", "Cham"), ("Ninh Phuoc", "182", ""))
XS = (50, 170, 320)


def block(labels: Sequence[str], lines: Sequence[Sequence[str]], *, small: float = 8, y: float = 600, step: float = 14) -> str:  # fmt: skip
    content = [show("Cong thong tin benh nhan", (50, 700), 10), show("Lich su kham", (50, 450), 10)]
    content += [show(label, (x, y), small) for x, label in zip(XS, labels, strict=False)]  # type: ignore[arg-type]
    for number, line in enumerate(lines, 1):
        content += [show(text, (x, y - step * number), 10) for x, text in zip(XS, line, strict=False) if text]  # type: ignore[arg-type]
    return "\n".join(content)


def lines_of(content: str) -> list[str]:
    return [" ".join(line.split()) for line in read(content)]


def test_a_value_of_two_lines_is_whole() -> None:
    lines = lines_of(block(LABELS, LINES))
    assert "| DIA CHI | LIEN HE KHAN CAP | DAN TOC |" in lines
    assert "| Khu pho Bau Truc, xa Ninh Phuoc | Dang Phuoc (cha) 0913 440 182 | Cham |" in lines


def test_values_that_stand_unevenly_are_one_row() -> None:
    lines = lines_of(block(LABELS, [("", "26.0041.7732", "17-05-1999"), ("Le Van An", "", "")], step=8))
    assert "| Le Van An | 26.0041.7732 | 17-05-1999 |" in lines


def test_rows_of_a_small_table_stay_apart() -> None:
    lines = lines_of(block(LABELS, [("Le Van An", "0912", "Kinh"), ("Tran Thi Ba", "0913", "Tay")]))
    assert not any("An" in line and "Ba" in line for line in lines)


def test_a_second_row_with_an_empty_cell_stays_one() -> None:
    lines = lines_of(block(LABELS, [("Le Van An", "0912 345 678", "Kinh"), ("Ba", "0913", "")]))
    assert not any("An" in line and "Ba" in line for line in lines)


def test_labels_with_a_colon_of_their_own_stay_as_they_are() -> None:
    lines = lines_of(
        block(("BEN A", "BEN B"), [("Ho ten: Le Van An cung vo", "Ho ten: Ly"), ("CCCD: 079", "CCCD: 080")])
    )
    assert not any("An" in line and "079" in line for line in lines)


def test_labels_that_look_like_their_values_are_none() -> None:
    content = block(("Khu pho Hai, xa Bac", "Dang Phuoc o cung voi", "Cham"), LINES, small=10)
    assert not any("Truc, xa Ninh Phuoc" in line for line in lines_of(content))
