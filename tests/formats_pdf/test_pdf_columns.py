"""Prose in columns is read column by column; rows of tables and of forms stay rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pymupdf

from redactor.formats.pdf import PdfFormat
from redactor.formats.pdf.engine import trace
from redactor.formats.pdf.text import page_text
from tests.formats_pdf.pdf_builders import KEEP, show, simple
from tests.formats_pdf.test_pdf_leaks import quiet
from tests.formats_pdf.test_pdf_wraps import wrapped

#: The left bar of a curriculum vitae, line by line.
BAR = [
    "LIEN HE",
    "0904 729 318",
    "so 9 ngach 3",
    "Bui Xuong Trach,",
    "Thanh Xuan, Ha Noi",
    "CA NHAN",
    "17/11/1992",
]


def read(content: str) -> list[str]:
    with pymupdf.open("pdf", simple(content)) as pdf:
        lines = page_text(1, trace(pdf[0]), "p1").text.splitlines()
    return [line for line in lines if line and line != KEEP]


def column(x: float, name: str, shift: float = 0) -> list[str]:
    return [
        show(f"{name}{n} cac ben thuc hien dung noi dung da ghi", (x, 700 - 14 * n - shift), 10)
        for n in range(8)
    ]


def order(text: Sequence[str]) -> list[str]:
    return re.findall(r"\b[AB]\d\b", " ".join(text))


def test_two_columns_are_read_one_after_the_other() -> None:
    text = read("\n".join([*column(50, "A"), *column(254, "B")]))
    assert order(text) == [f"A{n}" for n in range(8)] + [f"B{n}" for n in range(8)]


def test_columns_with_base_lines_of_their_own() -> None:
    text = read("\n".join([*column(50, "A"), *column(254, "B", 6)]))
    assert order(text) == [f"A{n}" for n in range(8)] + [f"B{n}" for n in range(8)]


def test_a_heading_over_both_columns_stays_above() -> None:
    heading = show("Tieu de chung cho ca hai cot cua trang nay va con dai hon nua cho het", (100, 730), 12)
    text = read("\n".join([heading, *column(50, "A"), *column(254, "B")]))
    assert text[0].startswith("Tieu de")
    assert order(text)[::8] == ["A0", "B0"]


def test_labels_and_values_stay_in_rows() -> None:
    rows = [
        show(label, (50, 700 - 14 * n), 10) + " " + show(f"gia tri so {n} cua nguoi khai trong don", (254, 700 - 14 * n), 10)
        for n, label in enumerate(
            ["Ho va ten khai sinh day du", "Sinh ngay", "Noi o", "Nghe nghiep hien nay dang lam", "Ton giao", "Dan toc",
             "So dinh danh ca nhan cua nguoi khai", "Noi cap"]
        )
    ]  # fmt: skip
    text = read("\n".join(rows))
    assert text[1].replace("\t", " ") == "Sinh ngay gia tri so 1 cua nguoi khai trong don"


def test_rows_of_a_table_stay_rows() -> None:
    rows = [
        " ".join(show(f"{c}{n} mot o dai hon hai muoi bon chu", (x, 700 - 14 * n), 8) for c, x in zip("ABC", (50, 220, 390), strict=True))
        for n in range(8)
    ]  # fmt: skip
    assert read("\n".join(rows))[0].replace("\t", " ").count("0 mot o dai") == 3


PARTIES = (
    ("BEN CHO THUE", "BEN THUE"),
    ("Cong ty TNHH Dai Viet", "Ho ten: Doan Kieu My"),
    ("Dia chi: 214 Ly Chieu Hoang, phuong An Lac,", "Sinh ngay: 26/09/1999"),
    ("quan Binh Tan", "CCCD: 001190012345"),
    ("Dien thoai: 028 3755 2096", "Thuong tru: so 42, ap Hoa My, xa My Huong,"),
    ("Tai khoan: 060255209614", "huyen My Tu, tinh Soc Trang"),
    ("Dai dien: Ton That Hanh Dung", "Dien thoai: 0377 552 096"),
)


def beside(rows: Sequence[tuple[str, str]], x: float = 290, shift: float = 0) -> str:
    return "\n".join(
        show(left, (50, 700 - 14 * n), 10) + " " + show(right, (x, 700 - 14 * n - shift), 10)
        for n, (left, right) in enumerate(rows)
        if left or right
    )


def test_parties_side_by_side_are_read_one_after_the_other() -> None:
    text = read(beside(PARTIES))
    assert " ".join(text).startswith(
        " ".join([left for left, _ in PARTIES] + [right for _, right in PARTIES])
    )
    assert "Dia chi: 214 Ly Chieu Hoang, phuong An Lac, quan Binh Tan" in text


def test_a_side_bar_with_lines_on_levels_of_its_own() -> None:
    main = [
        "Chuyen vien nhan su",
        "KINH NGHIEM",
        "2018 den nay: Cong ty May Muoi",
        "HOC VAN",
        "Dai hoc Lao dong, diem 3.2",
    ]
    content = [show(line, (50, 700 - 14 * n), 10) for n, line in enumerate(BAR)]
    content += [show(line, (200, 705 - 20 * n), 10) for n, line in enumerate(main)]
    assert " ".join(read("\n".join(content))).startswith(" ".join([*BAR, *main]))


def test_labels_without_colons_and_values_of_two_lines_stay_in_rows() -> None:
    rows = [
        ("Ho va ten", "Doan Kieu My"),
        ("Thuong tru", "so 42, ap Hoa My, xa My Huong,"),
        ("", "huyen My Tu, tinh Soc Trang"),
        ("Cho o hien nay", "phong tro 6, hem 18B Ten Lua,"),
        ("", "phuong An Lac"),
        ("Dien thoai", "0377 552 096"),
    ]
    text = [line.replace("\t", " ") for line in read(beside(rows))]
    assert text[:4] == [
        f"{rows[0][0]} {rows[0][1]}",
        f"{rows[1][0]} {rows[1][1]}",
        rows[2][1],
        f"{rows[3][0]} {rows[3][1]}",
    ]


def test_signatures_side_by_side_stay_beside_each_other() -> None:
    rows = [
        ("NGUOI LAO DONG", "GIAM DOC"),
        ("(ky, ghi ro ho ten)", "(ky ten, dong dau)"),
        ("Doan Kieu My", "Ton Hanh Dung"),
    ]
    assert [line.replace("\t", " ") for line in read(beside(rows))][:3] == [f"{a} {b}" for a, b in rows]


def test_numbers_that_touch_in_a_cell_stay_two(tmp_path: Path) -> None:
    """Cells filled to their end or beyond, as a spreadsheet prints them when only some of its columns have borders."""
    drawn = [f"0.5 w {x} 370 m {x} 734 l S" for x in (50, 117, 309, 560)]
    for n in range(15):
        y = 720 - 14 * n
        row = ("So", "Ho va ten", "So CCCD", "Dien thoai", "Dia chi")
        if n:
            row = (f"A{n}", "Nguyen Thi Mai", "001190012345", "0987654321", f"so {n} pho Hue")
        drawn += [show(text, (x, y), 10) for text, x in zip(row, (57, 121, 185.6, 249.6, 313.6), strict=True)]
    drawn += [f"0.5 w 50 {734 - 14 * n} m 560 {734 - 14 * n} l S" for n in range(27)]
    (tmp_path / "a.pdf").write_bytes(simple("\n".join(drawn)))
    document = PdfFormat().open(tmp_path / "a.pdf", "")
    lines = [line for line in document.read(quiet).texts[0].text.splitlines() if "pho Hue" in line]
    assert len(lines) == 14
    assert all("Nguyen Thi Mai 001190012345 0987654321" in line for line in lines)


def test_a_side_bar_is_read_behind_the_column_with_the_title() -> None:
    main = [
        "Chuyen vien nhan su",
        "KINH NGHIEM",
        "2018 den nay: Cong ty May Muoi",
        "HOC VAN",
        "Dai hoc Lao dong",
    ]
    content = [show(line, (50, 700 - 14 * n), 10) for n, line in enumerate(BAR)]
    content.append(show("TRAN LUC ANH", (200, 725 - 20), 14))
    content += [show(line, (200, 705 - 20 * n), 10) for n, line in enumerate(main, 1)]
    assert " ".join(read("\n".join(content))).startswith("TRAN LUC ANH Chuyen vien nhan su")


ADS = (
    """Cho thue phong tro hem 102 Nguyen
Xi, co gac, 2,8 trieu mot thang. Goi co
Bay Nhan 0908 771 264.
Ban xe may Vision 2021 chinh chu con
nguyen giay to, gia 27 trieu, xem xe tai
41 duong so 8, phuong Linh Xuan, gan
cho dau moi.""",
    """Tim giay to roi: ngay 02/10/2025 toi
la Au Duong My Ky danh roi vi co the
va bang lai. Ai nhat duoc xin goi so
0777 318 204, hau ta.
Nhan day kem toan lop 9 luyen thi vao
lop 10, thay Trieu Khac Sam, cuu giao
vien truong Le Quy Don.""",
    """Cong ty TNHH Son Hai tuyen tho han,
luong 12 den 15 trieu, ho so gui ve 77
Quoc lo 13, Hiep Binh, dien thoai ban
028 3726 4417. Can tuyen nguoi cham
ba cu 84 tuoi bi liet nua nguoi o chung
cu Sunview 3, lien he chi Khong Tu
Quyen sau 18 gio.""",
)


def test_three_columns_of_small_ads_are_read_one_after_the_other() -> None:
    content = [
        show(line, (x, 700 - 14 * n), 9)
        for x, ad in zip((40, 220, 400), ADS, strict=True)
        for n, line in enumerate(ad.splitlines())
    ]
    assert " ".join(read("\n".join(content))) == " ".join(ADS).replace("\n", " ")


LETTER = (
    "Theo hop dong so 4857 ngay 17 thang 8 nam 2020 va hoa don so 32965, phieu xuat 3123",
    "Thang hai doanh thu 73.000.000 dong, chi phi 2.650.000 dong, thue suat 20 phan tram",
    "Can cu nghi dinh so 27 ngay 8 thang 3 nam 2011 va thong tu so 91",
)
FRAME = (
    "So dinh danh: 038072006439",
    "BHYT: DN4385896734001",
    "Dia chi: xom 8, xa Hoang Loc, tinh Thanh Hoa Dien thoai: 0384 039 940",
    "Chan doan: Tang huyet ap; Roi loan lipid mau",
)


def framed(off: Sequence[float]) -> str:
    """A letter beside a frame with a person's particulars; each line off its place by the next of some values."""
    content = []
    for paragraphs, x, width in ((LETTER, 50, 230), (FRAME, 300, 160)):
        y, number = 700.0, 0
        for paragraph in paragraphs:
            for line in wrapped(paragraph, width):
                content.append(show(line, (x, y - off[number % len(off)]), 10))
                y, number = y - 13, number + 1
            y -= 2
    return "\n".join(content)


def test_a_frame_whose_lines_drift_is_read_by_itself() -> None:
    assert " ".join(read(framed([0]))) == " ".join((*LETTER, *FRAME))


def test_lines_that_are_all_a_little_off_stay_rows() -> None:
    assert "BHYT" in read(framed([0, 1.3, 0.4, 2.1, 0.9, 1.7, 0.2]))[1]


def test_a_table_of_short_cells_beside_long_ones_stays_in_rows() -> None:
    """The short cells stand in the middle of their rows, beside the midst of two cells of many lines."""
    long = ("tran hung dao so 1,", "phuong an lac quan", "binh tan thanh pho", "ho chi minh viet nam",
            "da lam viec tu nam", "hai nghin muoi lam", "den nay tai phong", "ke toan tong hop")  # fmt: skip
    rows = []
    for n in range(7):
        y = 700 - 96 * n
        rows += [
            show(text, (x, y - 36), 10)
            for x, text in ((50, f"Giap Huong {n}"), (130, f"2{n}/02/1980"), (200, "Bao ve"))
        ]
        rows += [show(text, (260, y - 12 * line), 10) for line, text in enumerate(long[:6])]
        rows += [show(text, (440, y - 12 * line - 12), 10) for line, text in enumerate(long[2:])]
    text = " ".join(read("\n".join(rows)))
    for n in range(6):
        assert "tran hung dao" in text[text.index(f"Giap Huong {n}") : text.index(f"Giap Huong {n + 1}")]
