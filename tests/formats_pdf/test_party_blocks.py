"""Blocks of a few lines side by side are read one after the other; rows of tables and of forms are not torn for it."""

from __future__ import annotations

from collections.abc import Sequence

from tests.formats_pdf.pdf_builders import show
from tests.formats_pdf.test_pdf_columns import read

BUYER = ("Nguoi mua", "Ngo Quoc Gia Thang", "so 90 ngo 170 Vong Thi, Ben", "Thanh, Quan 1", "0987791562")
RECEIVER = ("Giao den", "Dinh Van Kien", "so 38 ngo 11 Chua Lang, Hai", "Chau, Da Nang", "0941130304")
SELLER = ("Ben ban", "Cong ty Anh Duong", "MST: 0101234567", "12 Lang Ha, Ha Noi")


def aside(*blocks: Sequence[str], centred: bool = False, y: float = 700) -> str:
    content = []
    for n, block in enumerate(blocks):
        for at, line in enumerate(block):
            x = 50 + 170 * n + (60 - 2.4 * len(line) if centred else 0)
            content.append(show(line, (x, y - 13 * at), 10))  # type: ignore[arg-type]
    return "\n".join(content)


def joined(lines: Sequence[str]) -> str:
    return " ".join(" ".join(lines).split())


def test_parties_of_an_invoice_are_read_one_after_the_other() -> None:
    text = joined(read(aside(SELLER, BUYER, RECEIVER)))
    assert text == joined([*SELLER, *BUYER, *RECEIVER])


def test_cards_of_an_organisation_chart_are_read_card_by_card() -> None:
    cards = (
        ("Ke toan", "Luong Hong Bao", "Dung", "0977122064", "27/09/1970"),
        ("Thu kho", "Le Van Ha", "0925739161", "20/01/1982"),
        ("Bao ve", "Ngo Thanh Quoc", "Yen", "0972799720", "17/09/1965"),
    )
    text = joined(read(aside(*cards, centred=True)))
    assert text == joined([line for card in cards for line in card])


def test_a_table_of_the_same_kinds_stays_in_rows() -> None:
    names = ("Ho ten", "Ngo Quoc Thang", "Dinh Van Kien", "Le Thi Ha", "Tran Van")
    phones = ("Dien thoai", "0987791562", "0941130304", "0925739161", "0972799720")
    text = joined(read(aside(names, phones)))
    assert "Ngo Quoc Thang 0987791562 Dinh Van Kien 0941130304" in text


def test_labels_and_their_values_stay_in_rows() -> None:
    labels = ("Ho ten", "Dia chi", "", "Dien thoai", "Ngay sinh")
    values = (
        "Ngo Quoc Gia Thang",
        "so 90 ngo 170 Vong Thi, Ben",
        "Thanh, Quan 1",
        "0987791562",
        "27/09/1970",
    )
    rows = [
        show(line, (x, 700 - 13 * at), 10)
        for x, block in ((50, labels), (220, values))
        for at, line in enumerate(block)
        if line
    ]
    text = joined(read("\n".join(rows)))
    assert "Dien thoai 0987791562 Ngay sinh 27/09/1970" in text


def test_three_columns_of_prose_in_step_are_read_column_by_column() -> None:
    prose = (
        "Chuong trinh gom nhieu hoat",
        "dong ngoai troi, danh cho moi",
        "lua tuoi va hoan toan mien phi.",
        "Nguoi dan dang ky truoc ngay",
        "khai mac tai tru so cua phuong",
        "va nhan the vao cua mien phi.",
        "Moi gia dinh duoc nhan hai the",
        "va mot phan qua cua ban to chuc.",
    )
    columns = [[f"{line[:-1]}{n}" for line in prose] for n in range(3)]
    text = joined(read(aside(*columns)))
    assert text == joined([line for column in columns for line in column])


def test_letters_in_boxes_are_words_with_one_box_between_them() -> None:
    name = "TRAN BICH THI NHUNG"
    widths = {"I": 2.8, "M": 8.3, " ": 0.0}
    boxes = "\n".join(
        show(char, (120 + 15 * n + 7.5 - widths.get(char, 6.9) / 2, 700), 10)
        for n, char in enumerate(name)
        if char != " "
    )
    assert read(show("Ho ten:", (50, 700), 10) + "\n" + boxes) == [f"Ho ten:\t{name}"]
