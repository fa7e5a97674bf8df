"""Heads that are written upwards or downwards in narrow columns of a level table."""

from __future__ import annotations

import pytest

from tests.formats_pdf.pdf_builders import show
from tests.formats_pdf.test_pdf_tables import read

XS = (50, 200, 240, 280, 420)
ROWS = (("Vang Thi May", "x", "Nung", "0382 117 904"), ("Ly Lao Ta", "", "Dao", "0367 004 118"))
UP, DOWN = "0 1 -1 0", "0 -1 1 0"


def table(matrix: str, heads: tuple[str, str], *, rules: bool = True) -> str:
    content = [show("Ho va ten", (55, 660), 10), show("Dien thoai", (290, 660), 10)]  # type: ignore[arg-type]
    for x, head in zip(XS[1:3], heads, strict=True):
        for number, line in enumerate(head.split("/")):
            at = x + 14 + 11 * number if matrix == UP else x + 25 - 11 * number
            content.append(f"BT /F0 9 Tf {matrix} {at} {632 if matrix == UP else 690} Tm ({line}) Tj ET")
    for number, row in enumerate(ROWS):
        content += [
            show(cell, (x + 5, 610 - 20 * number), 10) for x, cell in zip(XS, row, strict=False) if cell
        ]  # type: ignore[arg-type]
    if rules:
        content += [f"{x} 580 m {x} 700 l S" for x in XS] + [
            f"50 {y} m 420 {y} l S" for y in (700, 625, 603, 580)
        ]
    return "\n".join(content)


def lines(content: str) -> list[str]:
    return [" ".join(line.split()) for line in read(content).text.split("\n")]


@pytest.mark.parametrize("matrix", [UP, DOWN], ids=["upwards", "downwards"])
def test_a_turned_head_stands_above_its_column(matrix: str) -> None:
    found = lines(table(matrix, ("Nu", "Dan toc")))
    assert "| Ho va ten | Nu | Dan toc | Dien thoai |" in found
    assert "| Vang Thi May | x | Nung | 0382 117 904 |" in found


@pytest.mark.parametrize("matrix", [UP, DOWN], ids=["upwards", "downwards"])
def test_a_turned_head_of_two_lines_is_one(matrix: str) -> None:
    assert "| Ho va ten | Con ho ngheo | Dan toc | Dien thoai |" in lines(
        table(matrix, ("Con ho/ngheo", "Dan toc"))
    )


def test_turned_text_outside_of_tables_stays_by_itself() -> None:
    found = lines(table(UP, ("Nu", "Dan toc"), rules=False))
    assert not any("Ho va ten" in line and "Dan toc" in line for line in found)
    assert any("Dan toc" in line for line in found)


def test_a_turned_table_is_not_taken_apart() -> None:
    turned = [
        f"BT /F0 10 Tf {UP} {100 + 20 * n} 590 Tm (Nguyen Van Nam {n} o xa Bac Ha) Tj ET" for n in range(9)
    ]
    found = lines("\n".join([table(UP, ("Nu", "Dan toc")), *turned]))
    assert any("Nguyen Van Nam 3 o xa Bac Ha" in line for line in found)
