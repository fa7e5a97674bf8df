"""Tables without ruling lines: rows of several lines are told by running numbers and white space, and by nothing less."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pymupdf
import pytest

from redactor.formats.pdf.continued import with_heads
from redactor.formats.pdf.engine import trace
from redactor.formats.pdf.text import PageText, page_text
from tests.formats_pdf.pdf_builders import show, simple

XS = (50, 90, 190, 290)
LEADING = 13
HEADS = (("STT",), ("Ho va", "ten"), ("So CCCD",), ("Dia chi",))
PEOPLE = (
    (
        ("1",),
        ("Nguyen Thi", "Minh Khue"),
        ("001190012", "345"),
        ("12 Tran Hung Dao,", "phuong Hang Bai,", "Ha Noi"),
    ),
    (("2",), ("Le Van Hoa",), ("001190054321",), ("34 Le Loi, Hue",)),
    (("3",), ("Tran Van", "Binh"), ("001190067890",), ("56 Nguyen Trai,", "Da Nang")),
)
EXPECTED = [
    "| STT | Ho va ten | So CCCD | Dia chi |",
    "| 1 | Nguyen Thi Minh Khue | 001190012 345 | 12 Tran Hung Dao, phuong Hang Bai, Ha Noi |",
    "| 2 | Le Van Hoa | 001190054321 | 34 Le Loi, Hue |",
    "| 3 | Tran Van Binh | 001190067890 | 56 Nguyen Trai, Da Nang |",
]
Cells = Sequence[Sequence[str]]


def table(rows: Sequence[Cells], shift: float = 0.0, padding: float = 8, xs: Sequence[int] = XS) -> str:
    """Rows without lines; ``shift`` is the share of a cell's free height that stands above its text."""
    y, out = 690.0, []
    for row in rows:
        most = max(map(len, row))
        for x, cell in zip(xs, row, strict=True):
            top = y - shift * (most - len(cell)) * LEADING
            out += [show(text, (x, top - n * LEADING), 10) for n, text in enumerate(cell)]  # type: ignore[arg-type]
        y -= most * LEADING + padding
    return "\n".join(out)


def read(content: str) -> PageText:
    with pymupdf.open("pdf", simple(content)) as pdf:
        return page_text(1, trace(pdf[0]), "p1")


def rows_read(content: str) -> list[str]:
    return [line for line in read(content).text.splitlines() if line.startswith("|")]


@pytest.mark.parametrize("shift", [0.0, 0.5, 1.0], ids=["top", "middle", "bottom"])
def test_rows_of_several_lines_are_read_as_rows(shift: float) -> None:
    assert rows_read(table([HEADS, *PEOPLE], shift)) == EXPECTED


def test_without_heads_and_with_text_around() -> None:
    content = "\n".join(
        [
            show("Danh sach nhung nguoi duoc nhan qua tet trong nam nay tai phuong", (50, 740), 10),
            table(PEOPLE, 0.5),
            show("Danh sach nay co ba nguoi va da duoc niem yet tai tru so", (50, 560), 10),
        ]
    )
    text = [line for line in read(content).text.splitlines() if line]
    assert text[0].startswith("Danh sach nhung")
    assert text[1:4] == EXPECTED[1:]
    assert text[4].startswith("Danh sach nay")


def test_a_number_over_two_lines_has_a_box_on_each() -> None:
    unit = read(table([HEADS, *PEOPLE], 0.5))
    at = unit.text.index("001190012 345")
    (place,) = unit.places(at, at + len("001190012 345"))
    assert [round(rect.x0) for rect in place.rects] == [190, 190]
    assert place.rects[1].y0 - place.rects[0].y0 == pytest.approx(LEADING, abs=0.5)


def test_evenly_spaced_lines_are_parted_at_the_numbers_when_the_last_row_shows_where_they_stand() -> None:
    assert rows_read(table(PEOPLE, 0.0, padding=0)) == EXPECTED[1:]


def test_evenly_spaced_lines_that_may_belong_to_either_row_are_left() -> None:
    assert not rows_read(table(PEOPLE[:2] + PEOPLE[1:2], 1.0, padding=0))
    rows = [PEOPLE[0], PEOPLE[2], (("3",), ("Ly Van Tam",), ("001190067891",), ("78 Hai Ba Trung",))]
    rows[1] = (("2",), *rows[1][1:])
    assert not rows_read(table(rows, 1.0, padding=0))


def test_rows_of_one_line_stay_lines_with_tabs() -> None:
    rows = [tuple((" ".join(cell),) for cell in row) for row in PEOPLE]
    text = read(table(rows, xs=(50, 90, 220, 320))).text
    assert "|" not in text
    assert "Le Van Hoa\t001190054321\t34 Le Loi, Hue" in text


def test_numbers_that_do_not_count_on_are_no_rows_where_these_stand_close() -> None:
    rows = [((number,), *row[1:]) for number, row in zip(("12", "7", "40"), PEOPLE, strict=True)]
    assert not rows_read(table(rows, 0.5, padding=0))


def test_other_words_in_the_column_of_numbers_are_left_where_rows_stand_close() -> None:
    rows = [(("1", "cu"), *PEOPLE[0][1:]), *PEOPLE[1:]]
    assert not rows_read(table(rows, 0.5, padding=0))


WITHOUT_NUMBERS = tuple(tuple(row[1:]) for row in (HEADS, *PEOPLE))
WITHOUT_NUMBERS_READ = [
    row.replace(f"| {head} |", "|", 1) for head, row in zip(("STT", 1, 2, 3), EXPECTED, strict=True)
]


@pytest.mark.parametrize("shift", [0.0, 0.5, 1.0], ids=["top", "middle", "bottom"])
def test_rows_without_numbers_are_told_by_the_white_between_them(shift: float) -> None:
    assert rows_read(table(WITHOUT_NUMBERS, shift, xs=(50, 150, 250))) == WITHOUT_NUMBERS_READ


CODES = (
    (("AB12",), ("Nguyen Thi", "Minh Khue"), ("12 Tran Hung Dao,", "Hang Bai, Ha Noi"), ("0912000111",)),
    (("AB13",), ("Le Van Hoa",), ("34 Le Loi, Hue",), ("0912000222",)),
    (("AB14",), ("Tran Van", "Binh"), ("56 Nguyen Trai,", "Da Nang"), ("0912000333",)),
)


def test_evenly_spaced_rows_are_told_by_their_first_column() -> None:
    assert rows_read(table(CODES, padding=0))[0] == (
        "| AB12 | Nguyen Thi Minh Khue | 12 Tran Hung Dao, Hang Bai, Ha Noi | 0912000111 |"
    )


def test_a_cell_that_begins_where_the_first_column_is_empty_leaves_evenly_spaced_lines_as_they_are() -> None:
    rows = [*CODES[:2], ((), ("Tran Van", "Binh"), ("56 Nguyen Trai,", "Da Nang"), ("0912000333",)), CODES[2]]
    assert not rows_read(table(rows, padding=0))


def test_numbers_with_stops_are_rows_below_heads_only() -> None:
    rows = [((f"{row[0][0]}.",), *row[1:]) for row in PEOPLE]
    assert rows_read(table([HEADS, *rows], 0.5))[1] == EXPECTED[1].replace("| 1 |", "| 1. |")
    assert not rows_read(table(rows, 0.5, padding=0))


CLAUSES = (
    "Ben A giao cho ben B quan ly can nha noi tren",
    "ke tu ngay ky hop dong nay va ben B co trach",
    "nhiem giu gin tai san nhu cua chinh minh trong",
)


def test_a_contract_in_two_columns_with_numbered_clauses_is_no_table() -> None:
    rows = [((n,), CLAUSES, (n,), CLAUSES) for n in ("1", "2", "3")]
    assert not rows_read(table(rows, xs=(40, 60, 310, 330)))


def test_a_numbered_list_of_prose_is_no_table() -> None:
    rows = [((n,), tuple(" ".join((line, line)) for line in CLAUSES)) for n in ("1", "2", "3", "4")]
    assert not rows_read(table(rows, xs=(40, 60)))


def test_numbered_fields_of_a_form_are_no_table() -> None:
    rows = (
        (("1",), ("Ho va ten:",), ("Nguyen Thi Khue",), ("Nu",)),
        (("2",), ("Noi thuong tru:",), ("12 Tran Hung Dao,", "Ha Noi"), ("cu",)),
        (("3",), ("So CCCD:",), ("001190012345",), ("moi",)),
    )
    assert not rows_read(table(rows))


def test_signatures_and_addresses_side_by_side_are_no_table() -> None:
    rows = (
        (("BEN A",), ("BEN B",), ("NGUOI LAM CHUNG",)),
        (("(ky, ghi ro", "ho ten)"), ("(ky, ghi ro", "ho ten)"), ("(ky, ghi ro", "ho ten)")),
        (("Nguyen Van", "An"), ("Tran Thi", "Binh"), ("Le Van", "Chinh")),
        (("12 Le Loi,", "Hue"), ("34 Tran Phu,", "Da Nang"), ("56 Hai Ba Trung,", "Ha Noi")),
    )
    assert not rows_read(table(rows, xs=(50, 220, 390)))


MORE = (
    (("4",), ("Pham Thi", "Hanh"), ("001190011111",), ("9 Le Lai, Hue",)),
    (("5",), ("Vu Van An",), ("001190022222",), ("7 Hai Ba Trung, phuong", "Phu Hoi, Hue")),
    (("6",), ("Do Thi", "Ngoc Anh"), ("001190033333",), ("5 Ly Thuong", "Kiet, Hue")),
)


@pytest.mark.parametrize(
    ("xs", "goes_on"),
    [(XS, True), ((50, 90, 230, 310), False)],
    ids=["same columns", "other columns"],
)
def test_the_next_page_is_read_below_the_heads_if_its_white_runs_down_the_same_places(
    xs: Sequence[int], goes_on: bool
) -> None:
    first, second = (read(content) for content in (table([HEADS, *PEOPLE], 0.5), table(MORE, 0.5, xs=xs)))
    units = with_heads([first, replace(second, page=2)])
    above = [unit.above.splitlines() for unit in units if isinstance(unit, PageText)]
    assert above == [[], EXPECTED[:3] if goes_on else []]
    assert second.text.splitlines()[0] == "| 4 | Pham Thi Hanh | 001190011111 | 9 Le Lai, Hue |"


FULL = (
    (("1",), ("Nguyen Thi", "Khue"), ("12 Tran Hung Dao, Hang Bai,", "Ha Noi"), ("0912000111",)),
    (("2",), ("Le Van Hoa",), ("34 Le Loi,", "Hue"), ("0912000222",)),
    (("3",), ("Tran Van", "Binh"), ("56 Nguyen Trai, phuong Mot,", "Da Nang"), ("0912000333",)),
)


def test_columns_that_are_filled_to_their_end_are_told_where_the_next_one_begins() -> None:
    width = round(pymupdf.get_text_length(FULL[2][2][0], "helv", 10))
    rows = rows_read(table(FULL, 0.5, xs=(50, 90, 170, 170 + width + 2)))
    assert rows[0] == "| 1 | Nguyen Thi Khue | 12 Tran Hung Dao, Hang Bai, Ha Noi | 0912000111 |"
    assert [row.count("|") for row in rows] == [5, 5, 5]


def test_columns_that_cannot_be_told_apart_are_left() -> None:
    rows = [list(map(tuple, row)) for row in FULL]
    rows[2][2] = ("56 Nguyen Trai, phuong Mot, quan",)
    width = round(pymupdf.get_text_length(FULL[2][2][0], "helv", 10))
    assert not rows_read(table(rows, 0.5, xs=(50, 90, 170, 170 + width + 2)))


def test_names_that_begin_alike_stay_one_column() -> None:
    rows = [
        (n, ("Nguyen Van", end), number, home)
        for (n, _, number, home), end in zip(PEOPLE, ("An", "Ba", "Tu"), strict=True)
    ]
    assert rows_read(table(rows, 0.5))[0].startswith("| 1 | Nguyen Van An | 001190012 345 |")


def test_a_sheet_without_lines_whose_numbers_end_where_the_next_column_begins_is_read_by_columns() -> None:
    """Dates stand at the right of their column, numbers at the left of the next one: no more than a space between."""
    rows = [
        show("Ho ten", (50, 700), 10),
        show("Ngay sinh", (110, 700), 10),
        show("So dien thoai", (162, 700), 10),
    ]
    for n in range(8):
        born = f"0{n + 1}/12/{1980 + n}" if n % 2 else f"0{n + 1}/12/{80 + n}"
        left = 160 - sum(2.78 if char == "/" else 5.56 for char in born)
        rows += [
            show(text, (x, 686 - 13 * n), 10)
            for x, text in ((50, f"Le Van H{n}"), (left, born), (162, f"098765432{n}"))
        ]
    lines = read("\n".join(rows)).text.splitlines()
    assert [line.split("\t")[1:] for line in lines if line.startswith("Le Van")] == [
        [f"0{n + 1}/12/{1980 + n}" if n % 2 else f"0{n + 1}/12/{80 + n}", f"098765432{n}"] for n in range(8)
    ]


def test_words_below_each_other_in_prose_are_no_column() -> None:
    words = ("cac ben thuc hien dung", "noi dung da ghi trong", "hop dong nay va phu luc")
    text = read("\n".join(show(words[n % 3], (50, 700 - 13 * n), 10) for n in range(12))).text
    assert "\t" not in text


def test_fields_above_rows_of_one_line_are_no_row_of_theirs() -> None:
    block = (
        ("Ho ten", "Ma so", "So the", "Dia chi"), ("Vo Yen Nhi", "BN240091", "SV4792101", "204/5 Le Loi"),
        ("Nam sinh", "So may", "Gioi tinh", "Benh"), ("2001", "0799240618", "Nu", "Thieu mau"),
    )  # fmt: skip
    rows = [[(text,) for text in line] for line in (
        ("Hong cau", "3.62", "3.9 - 5.4", "T/L"), ("Tieu cau", "267", "150 - 400", "G/L"),
        ("Sat", "6.1", "13 - 150", "ng/mL"), ("Duong", "5.2", "3.9 - 6.4", "mmol/L"),
    )]  # fmt: skip
    text = read(table([block, *rows], xs=(50, 150, 260, 370))).text
    assert "BN240091\tSo may\t0799240618" in text.replace("| ", "").replace(" |", "")
    assert not any("Ho ten Ma so" in line for line in text.splitlines())
