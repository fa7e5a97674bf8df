"""Tables that a page draws: their cells are told apart by its lines, or by where columns begin."""

from __future__ import annotations

import io
import itertools

import pikepdf
import pymupdf
import pytest

from redactor.formats.pdf.drawn_rules import drawn_grids
from redactor.formats.pdf.engine import trace
from redactor.formats.pdf.page_content import PageContent
from redactor.formats.pdf.run_lines import layers, without_marks
from redactor.formats.pdf.runs import Run
from redactor.formats.pdf.text import PageText, page_text
from tests.formats_pdf.pdf_builders import show, simple

XS = (50, 80, 160, 240, 330)
YS = (700, 680, 640, 600)
ROWS = (
    (("TT",), ("Ho va ten",), ("So CCCD",), ("Dia chi",)),
    (("1",), ("Nguyen Thi", "Minh Khue"), ("001190012345",), ("12 Tran Hung", "Dao, Ha Noi")),
    (("2",), ("Le Van", "Hoa"), ("001190054321",), ("34 Le Loi",)),
)


def cells() -> str:
    """Cells written column by column, lines close to each other, texts up to the border."""
    return "\n".join(
        show(line, (XS[column] + 2, YS[row] - 13 - 14 * number), 11.5)
        for column in range(4)
        for row, cells in enumerate(ROWS)
        for number, line in enumerate(cells[column])
    )


def lines() -> str:
    level = [f"{XS[0]} {y} m {XS[-1]} {y} l" for y in YS]
    upright = [f"{x} {YS[0]} m {x} {YS[-1]} l" for x in XS]
    return "q 0.5 w " + " ".join([*level, *upright]) + " S Q"


def hair_rectangles() -> str:
    """As Word and browsers draw borders: filled rectangles, one for each side of each cell."""
    parts = []
    for top, low in itertools.pairwise(YS):
        for left, right in itertools.pairwise(XS):
            parts += [f"{left} {low} {right - left} 0.48 re", f"{left} {low} 0.48 {top - low} re"]
            parts += [f"{left} {top} {right - left} 0.48 re", f"{right} {low} 0.48 {top - low} re"]
    return "q " + "\nf ".join(parts) + " f Q"


def frames() -> str:
    """As spreadsheets draw them: one stroked rectangle to a cell."""
    return "q 1 w " + " ".join(
        f"{left} {low} {right - left} {top - low} re S"
        for top, low in itertools.pairwise(YS)
        for left, right in itertools.pairwise(XS)
    ) + " Q"  # fmt: skip


def read(content: str, rotate: int = 0) -> PageText:
    data = simple(content)
    if rotate:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            page = pdf.pages[0].obj
            turned = {90: b"0 1 -1 0 842 0 cm\n", 270: b"0 -1 1 0 0 595 cm\n"}[rotate]
            page["/Contents"] = pdf.make_stream(turned + page["/Contents"].read_bytes())
            page["/MediaBox"] = [0, 0, 842, 595]
            page["/Rotate"] = rotate
            file = io.BytesIO()
            pdf.save(file)
            data = file.getvalue()
    with pymupdf.open("pdf", data) as pdf:
        page = pdf[0]
        return page_text(1, trace(page), "p1", lambda words: drawn_grids(page, PageContent.of(page), words))


EXPECTED = [
    "| TT | Ho va ten | So CCCD | Dia chi |",
    "| 1 | Nguyen Thi Minh Khue | 001190012345 | 12 Tran Hung Dao, Ha Noi |",
    "| 2 | Le Van Hoa | 001190054321 | 34 Le Loi |",
]


@pytest.mark.parametrize("rotate", [0, 90, 270])
@pytest.mark.parametrize("borders", [lines, hair_rectangles, frames])
def test_cells_are_read_as_rows(borders, rotate: int) -> None:
    text = read(borders() + "\n" + cells(), rotate).text.splitlines()
    assert text[: len(EXPECTED)] == EXPECTED


def test_a_value_of_two_lines_has_a_box_on_each() -> None:
    unit = read(lines() + "\n" + cells())
    at = unit.text.index("Nguyen Thi Minh Khue")
    (place,) = unit.places(at, at + len("Nguyen Thi Minh Khue"))
    assert [(round(r.x0), round(r.y1 - r.y0)) for r in place.rects] == [(82, 12), (82, 12)]
    assert place.rects[0].y0 + 13 < place.rects[1].y0 + 1


def test_merged_cells_and_text_around() -> None:
    content = "\n".join(
        [
            show("Truoc bang", (50, 720)),
            "q 1 w 50 640 200 60 re S 50 670 m 250 670 l S 150 640 m 150 670 l S Q",
            show("Thong tin chung", (60, 680)),
            show("Trai", (60, 650)),
            show("Phai", (160, 650)),
            show("Sau bang", (50, 610)),
        ]
    )
    assert read(content).text.split("\n\n")[0].splitlines()[:1] == ["Truoc bang"]
    lines_read = [line for line in read(content).text.splitlines() if line]
    assert lines_read[:4] == ["Truoc bang", "Thong tin chung", "| Trai | Phai |", "Sau bang"]


def comb(text: str, x: float, y: float, pitch: float = 16) -> str:
    """Boxes for one character each, as forms have them."""
    boxes = " ".join(f"{x + pitch * n} {y - 5} {pitch} 18 re S" for n in range(len(text)))
    return f"q 0.5 w {boxes} Q " + " ".join(show(c, (x + pitch * n + 4, y)) for n, c in enumerate(text))


def test_boxes_for_one_character_each_hold_one_value() -> None:
    text = read(show("So CCCD:", (50, 700)) + " " + comb("001190012345", 110, 700)).text.splitlines()[0]
    assert text.split(":")[1].strip() == "001190012345"


def test_such_boxes_in_a_table() -> None:
    content = (
        "q 0.5 w 50 660 90 18 re S 50 678 282 18 re S Q "
        + show("CCCD", (55, 664))
        + " "
        + show("Muc", (55, 682))
    )
    text = read(content + " " + comb("001190012345", 140, 665)).text
    assert "001190012345" in text


def test_columns_of_marks_stay_columns() -> None:
    xs = [50 + 40 * n for n in range(8)]
    ruled = "q 0.5 w " + " ".join(f"{x} 660 40 20 re S {x} 680 40 20 re S" for x in xs[:-1]) + " Q "
    heads = " ".join(
        show(h, (x + 4, 684))
        for h, x in zip(["Toan", "Van", "Anh", "Ly", "Hoa", "Sinh", "Su"], xs, strict=False)
    )
    marks = " ".join(show(m, (x + 16, 664)) for m, x in zip("8979868", xs, strict=False))
    assert "| 8 | 9 | 7 | 9 | 8 | 6 | 8 |" in read(ruled + heads + " " + marks).text


def test_a_frame_around_paragraphs_is_no_table() -> None:
    content = "q 40 500 500 250 re S Q\n" + show("Dong mot", (60, 700)) + "\n" + show("Dong hai", (60, 684))
    assert read(content).text.splitlines()[:2] == ["Dong mot", "Dong hai"]


def test_columns_without_lines_begin_where_the_head_says() -> None:
    rows = [show("Ho ten", (50, 700)), show("CCCD", (130, 700)), show("Dien thoai", (206.7, 700))]
    for number in range(3):
        y = 684 - 16 * number
        rows += [show("Le Hoa", (50, y)), show(f"00119001234{number}", (130, y), 11.5)]
        rows.append(show(f"098765432{number}", (206.7, y), 11.5))
    text = read("\n".join(rows)).text.splitlines()
    assert text[1] == "Le Hoa\t001190012340\t0987654320"


def test_words_cut_in_fonts_at_one_place_stay_words() -> None:
    rows = [
        show("Nguy", (50, 700 - 16 * n)) + " " + show("en Thi Khue", (50 + 28.0, 700 - 16 * n))
        for n in range(6)
    ]
    assert read("\n".join(rows)).text.splitlines()[0] == "Nguyen Thi Khue"


def test_rows_of_evenly_wide_gaps_are_no_justified_lines() -> None:
    """Gaps of a row can be as even as the spaces of a justified line; the other rows show where cells begin."""
    xs = (40, 66, 200, 270, 330, 385)
    rows = [
        ("1", "Vu Chu", "12/01/2011", "Nu", "Mong", "Ban Huoi Luot"),
        ("2", "Luong Duc Anh Tai", "30/7/2011", "Nam", "Thai", "TDP 3"),
        ("3", "Ca Huyen", "09/9/2011", "Nu", "Thai", "Ban Hon"),
        ("4", "Lo Pang", "01/3/2011", "Nam", "Kho Mu", "Ban Pu Sua"),
    ]
    content = " ".join(
        show(text, (x, 700 - 16 * number))
        for number, row in enumerate(rows)
        for x, text in zip(xs, row, strict=True)
    )
    assert read(content).text.splitlines()[:4] == ["\t".join(row) for row in rows]


def test_justified_lines_stay_words() -> None:
    words = ["Hop", "dong", "nay", "co", "hieu", "luc", "tu", "ngay", "ky"]
    content = " ".join(
        show(word, (40 + 56 * number + 3 * line, 700 - 16 * line))
        for line in range(5)
        for number, word in enumerate(words)
    )
    assert "\t" not in read(content).text


def _run(text: str, x: float, width: float = 6.0) -> Run:
    boxes = [(x + width * n, 90.0, x + width * (n + 1), 102.0) for n in range(len(text))]
    return Run(text, boxes, x, x + width * len(text), 100.0, 10.0, 0, False)


def test_marks_without_a_character_part_no_line() -> None:
    """A substituted font writes "ẩ" as a letter and a mark drawn back over it, in the next letter's place."""
    line = [_run("th", 50), _run("ẩ\ufffd", 62), _run("m phán Cao Th", 68), _run("ị", 146), _run(" Sáu", 152)]
    assert [run.text for run in without_marks(line)] == ["th", "ẩ", "m phán Cao Th", "ị", " Sáu"]
    assert len(layers(without_marks(line))) == 1


def test_unknown_glyphs_with_a_place_of_their_own_stay() -> None:
    line = [_run("\ufffd\ufffd\ufffd", 50), _run("th", 80), _run("a\ufffd", 100)]
    assert [run.text for run in without_marks(line)] == ["\ufffd\ufffd\ufffd", "th", "a\ufffd"]
