"""A line that was broken because the next word did not fit goes on; one that was ended on purpose does not."""

from __future__ import annotations

from collections.abc import Sequence

import pymupdf
import pytest

from redactor.formats.pdf.engine import trace
from redactor.formats.pdf.text import PageText, page_text
from tests.formats_pdf.pdf_builders import KEEP, show, simple

WORDS = (
    "Hom nay ngay 12 thang 9 nam 2025 chung toi gom co ong Tran Van Minh va ba Chau Ngoc Sang cung tru tai so 12 duong "
    "Tran Hung Dao, phuong Thanh Xuan, thanh pho Ha Noi da ban giao can nha noi tren cho ben mua"
)


def wrapped(text: str, width: float) -> list[str]:
    """As a word processor breaks it into lines, in ten-point Helvetica."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if pymupdf.get_text_length(longer, "helv", 10) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def read(lines: Sequence[str]) -> PageText:
    content = "\n".join(show(line, (60, 700 - 14 * n), 10) for n, line in enumerate(lines))
    with pymupdf.open("pdf", simple(content)) as pdf:
        return page_text(1, trace(pdf[0]), "p1")


def lines_read(lines: Sequence[str]) -> list[str]:
    return [line for line in read(lines).text.splitlines() if line and line != KEEP]


def test_full_lines_of_prose_go_on() -> None:
    assert lines_read(wrapped(WORDS, 380)) == [WORDS]


def test_a_name_over_the_end_of_a_line_has_a_box_on_each() -> None:
    first = pymupdf.get_text_length(WORDS[: WORDS.index(" Sang")], "helv", 10)
    unit = read(wrapped(WORDS, first + 1))
    at = unit.text.index("Chau Ngoc Sang")
    (area,) = unit.places(at, at + len("Chau Ngoc Sang"))
    assert len(area.rects) == 2
    assert area.rects[0].y0 < area.rects[1].y0
    assert area.rects[1].x0 < area.rects[0].x0


def test_an_address_in_a_narrow_column_goes_on() -> None:
    assert lines_read(["so 9 ngach 3 ngo 77", "Bui Xuong Trach,", "phuong Khuong Trung"]) == [
        "so 9 ngach 3 ngo 77",
        "Bui Xuong Trach, phuong Khuong Trung",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["Tran Banh Xuan Toan", "Tieu Chi Cuong", "Uong Thanh Hieu", "Dan Thi Thanh Dung"],
        ["Ho ten: Doan Kieu My", "Sinh ngay: 26/09/1999", "CCCD: 001190012345", "Cho o: 12 Le Loi, Hue"],
        ["0912 000 111 222", "0987654321", "0905111222"],
        ["DANH SACH CAC HO", "Nguyen Van An", "Tran Thi Binh Minh"],
        [
            "1. Ong Tran Van Minh tru tai xa Hoa Phu",
            "2. Ba Le Thi Hoa tru tai phuong Mot",
            "3. Anh Vu Van An",
        ],
        [
            "Dieu 1 cua hop dong nay quy dinh quyen cua hai ben.",
            "Ben A giao can nha cho ben B quan ly va su dung",
        ],
    ],
    ids=["names", "fields", "numbers", "heading", "list", "full stop"],
)
def test_what_was_ended_on_purpose_stays_lines(lines: Sequence[str]) -> None:
    assert lines_read(lines) == list(lines)


def test_a_narrow_paragraph_below_a_wide_one_is_measured_by_itself() -> None:
    wide = [
        "Can cu Bo luat Dan su va cac van ban huong dan thi hanh, hai ben cung nhau lap bien ban nay nhu sau day."
    ]
    narrow = wrapped(WORDS, 140)
    content = [
        show(wide[0], (60, 720), 10),
        *(show(line, (60, 690 - 13 * n), 10) for n, line in enumerate(narrow)),
    ]
    with pymupdf.open("pdf", simple("\n".join(content))) as pdf:
        text = page_text(1, trace(pdf[0]), "p1").text
    assert WORDS in text


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["Khach: Che Thi Hong", "Goi 0938 204", "417"], "Goi 0938 204 417"),
        (["Goi 0938", "204 417 sau 17h"], "Goi 0938 204 417 sau 17h"),
        (["thon An Phu,", "xa Don Xa"], "thon An Phu, xa Don Xa"),
    ],
)
def test_a_number_or_an_address_cut_on_purpose_is_read_whole(lines: Sequence[str], whole: str) -> None:
    assert whole in lines_read(lines)


@pytest.mark.parametrize(
    "lines",
    [
        ["0938 204 417", "0938 204 418"],
        ["Goi 0938 204 417", "205"],
        ["Phong 0938", "204"],
        ["Ong Nam,", "Ba Hoa,"],
    ],
)
def test_whole_numbers_and_lists_of_names_stay_lines(lines: Sequence[str]) -> None:
    assert lines_read(lines) == lines


def set_with_white(paragraphs: Sequence[Sequence[str]], white: float) -> list[str]:
    """What is read of paragraphs with some white between them."""
    y, content = 700.0, []
    for paragraph in paragraphs:
        for line in paragraph:
            content.append(show(line, (60, y), 10))
            y -= 12
        y -= white
    with pymupdf.open("pdf", simple("\n".join(content))) as pdf:
        lines = page_text(1, trace(pdf[0]), "p1").text.splitlines()
    return [line for line in lines if line and line != KEEP]


STATEMENT = [
    "Chu TK/Account holder: VUONG CONG MINH TRIET CIF: 1044178 Loai tien: VND",
    "21/03 FT25080771430 Tra no the tin dung 4221 51** **** 0887 - 6.000.000",
    "28/03 FT25087310552 CK tu VUONG CONG MINH TRIET tien hui + 2.000.000",
]


def test_short_paragraphs_with_white_between_them_are_whole() -> None:
    assert set_with_white([wrapped(text, 190) for text in STATEMENT], 3) == STATEMENT


def test_names_in_groups_are_no_paragraphs() -> None:
    groups = [
        ["Tran Banh Xuan Toan", "Tieu Chi Cuong"],
        ["Uong Thanh Hieu", "Dan Thi Thanh Dung", "Le Mai"],
        ["Vu An"],
    ]
    assert set_with_white(groups, 3) == [name for group in groups for name in group]


def test_justified_lines_go_on_whatever_their_pitch() -> None:
    """Lines with letters of a second font are a little higher, so white tells nothing."""
    paragraphs = (
        "Ben cho thue: Ba Ta Thi Kim Cuc, CCCD so 048168003914 cap tai Cuc Canh sat, thuong tru tai 27 Le Hong Phong, "
        "phuong Phuoc Ninh, quan Hai Chau, Da Nang",
        "Ben thue: Ong Oliver James Whitfield, quoc tich Anh, ho chieu so 533380006 cap ngay 20/8/2019, Luan Don",
    )
    y, content = 700.0, []
    for paragraph in paragraphs:
        *full, last = wrapped(paragraph, 220)
        for number, line in enumerate(full):
            free = 220 - pymupdf.get_text_length(line, "helv", 10)
            content.append(f"{free / line.count(' '):.4f} Tw " + show(line, (60, y), 10))
            y -= 12 + 2 * (number % 2)
        content.append("0 Tw " + show(last, (60, y), 10))
        y -= 13.5
    with pymupdf.open("pdf", simple("\n".join(content))) as pdf:
        lines = page_text(1, trace(pdf[0]), "p1").text.splitlines()
    assert [line for line in lines if line and line != KEEP] == list(paragraphs)
