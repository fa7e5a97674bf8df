"""Files in which letters are drawn as shapes, or leave the straight line; and signatures drawn by a pen."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pymupdf

from redactor.formats.pdf.marks import font_file
from tests.formats_pdf.pdf_builders import VALUE, row, simple


def outlines(text: str, x: float, y: float, size: float, *, end: str = "") -> str:
    """A text as one filled path, as designers' programs write it; or as one to each letter, painted by ``end``."""
    sheet = pymupdf.open()
    page = sheet.new_page(width=2000, height=60)
    writer = pymupdf.TextWriter(page.rect)
    writer.append((0, 40), text, font=pymupdf.Font(fontbuffer=font_file()), fontsize=size)
    writer.write_text(page)
    drawn = pymupdf.open("svg", page.get_svg_image(text_as_path=True).encode())
    plain = pymupdf.open("pdf", drawn.convert_to_pdf())
    parts = [f"q 1 0 0 1 {x} {y - 20} cm"]
    for path in plain[0].get_drawings():
        at = None
        for item in path["items"]:
            if item[0] not in ("l", "c"):
                continue
            if at is None or abs(item[1] - at) > 1e-3:
                parts.append(f"{item[1].x:.2f} {60 - item[1].y:.2f} m")
            parts.append(" ".join(f"{p.x:.2f} {60 - p.y:.2f}" for p in item[2:]) + f" {item[0]}")
            at = item[-1]
        parts.append(end)
    return "\n".join([*parts, "Q" if end else "f Q"])


def pen(x: float, y: float, width: float = 90.0, height: float = 30.0) -> str:
    """The strokes of a pen, as signing programs write them: one open line of many points."""
    steps = [
        (
            x + width * (t / 120 + 0.16 * math.sin(t / 3.1)),
            y + height * (0.5 + 0.42 * math.sin(t / 2.3 + t / 40)),
        )
        for t in range(120)
    ]
    lines = [f"{a:.2f} {b:.2f} {'l' if i else 'm'}" for i, (a, b) in enumerate(steps)]
    return "\n".join(["q 1.2 w 1 J 1 j 0 0 0.5 RG", *lines, "S Q"])


def _along_a_curve(text: str) -> Iterator[str]:
    for index, char in enumerate(text):
        angle = 0.6 - 0.05 * index
        x, y = 100 + 7.5 * index, 600 + 40 * math.sin(0.6 - angle)
        c, s = math.cos(angle), math.sin(angle)
        yield f"BT /F0 12 Tf {c:.4f} {s:.4f} {-s:.4f} {c:.4f} {x:.2f} {y:.2f} Tm ({char}) Tj ET"


@row
def text_along_a_curve() -> bytes:
    return simple("\n".join(_along_a_curve(f"So {VALUE} het")))


@row
def letters_below_each_other() -> bytes:
    lines = "".join(f"({char}) Tj 0 -14 Td " for char in VALUE)
    return simple(f"BT /F0 12 Tf 100 700 Td {lines} ET")


@row
def a_blank_of_another_font_between() -> bytes:
    half = len(VALUE) // 2
    return simple(
        f"BT /F0 12 Tf 50 700 Td (So {VALUE[:half]}) Tj ET BT /F0 12 Tf 106 700 Td (      ) Tj ET "
        f"BT /F0 12 Tf 106 700 Td ({VALUE[half:]} het) Tj ET"
    )
