"""Values of forms that recognition of a bad page misread in several places; words behind the same labels are left."""

from __future__ import annotations

import pytest

import redactor
from recognizers.detection import Detector
from tests.recognizers.finding import found

DETECTOR = Detector()


def hidden(label: str, value: str) -> str:
    text = f"Họ và tên: Nguyễn Văn Hùng\n{label}: {value}\nLớp: 10A2"
    start = text.index(f": {value}\n") + 2
    hits = [hit for hit in DETECTOR.find(text) if not hit.keep]
    return "".join(
        char for at, char in enumerate(value, start) if any(hit.start <= at < hit.end for hit in hits)
    )


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("Số CCCD", "06606424oess"),
        ("Số định danh cá nhân", "0240S235b670"),
        ("CMND/CCCD", "024052356670hông"),
        ("CCCD", "0660e330742q"),
        ("Điện thoại", "O9O5.123.4S6"),
        ("Ngày sinh", "12 tháng 93"),
        ("Sinh ngày", "2Z/04/19S3"),
        ("Năm sinh", "l978"),
        ("Ngày sinh", "I9S3"),
    ],
)
def test_a_value_with_several_slips_is_found(label: str, value: str) -> None:
    assert hidden(label, value) == value


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("Số CCCD", "HD123456ABCD12"),
        ("Số CCCD", "GCN-2024-0012ab"),
        ("Số CCCD", "bản sao kèm theo"),
        ("Số CCCD", "abcdefghijkl"),
        ("Mã hồ sơ", "06606424oess"),
        ("Ngày sinh", "12 tháng 6 tới"),
        ("Năm sinh", "lois"),
        ("Mã đơn", "l978"),
    ],
)
def test_other_things_behind_a_label_are_left(label: str, value: str) -> None:
    assert not hidden(label, value)


@pytest.mark.parametrize(
    ("text", "born"),
    [
        ("Date of birth: March 15, 1990", "March 15, 1990"),
        ("DOB: 15th of March, 1990", "15th of March, 1990"),
        ("Ngày sinh: mồng 5 tháng ba năm 1990", "mồng 5 tháng ba năm 1990"),
        ("Sinh: rằm tháng giêng năm Canh Ngọ 1990", "rằm tháng giêng năm Canh Ngọ 1990"),
        ("Ngày sinh: --/--/1990", "1990"),
        ("Sinh ngày … tháng … năm 1990", "1990"),
        ("Sinh ngày, tháng, năm: 15 / 03 / 1990", "15 / 03 / 1990"),
        ("Ngày sinh: | 1 | 5 | 0 | 3 | 1 | 9 | 9 | 0 |", "1 | 5 | 0 | 3 | 1 | 9 | 9 | 0"),
        ("NS: 1 5 / 0 3 / 1 9 9 0", "1 5 / 0 3 / 1 9 9 0"),
        ("ngày sinh: ngày 15/tháng 03/năm 1990", "ngày 15/tháng 03/năm 1990"),
    ],
)
def test_births_in_boxes_words_and_english(text: str, born: str) -> None:
    assert found(text, "DATE_OF_BIRTH") == [born]


@pytest.mark.parametrize(
    "text",
    [
        "Sinh ngày .....09..... tháng .....11..... năm .....1997.....",
        "2. Sinh ngày: |09| tháng |11| năm |1997|",
        "Ngày sinh: ngày (09) tháng (11) năm (1997)",
        "sinh ngay __09__ thang __11__ nam __1997__",
        "Sinh ngày ..09../..11../..1997..",
        "Sinh ngày 09 th 11 năm 1997",
    ],
)
def test_births_in_parts_among_leaders(text: str) -> None:
    assert found(text, "DATE_OF_BIRTH") == ["09", "11", "1997"]


@pytest.mark.parametrize("what", ["Lãi phát sinh", "Vệ sinh", "Sinh hoạt chi bộ"])
def test_days_of_other_things_are_no_births(what: str) -> None:
    assert found(f"{what} ngày 04 tháng 11 năm 2025", "DATE_OF_BIRTH") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Sô CCCD     : O24O97OO 1l83\nNgày sinh: l4/O8/l997", "O24O97OO 1l83"),
        ("Số ĐDCN: O27 2O8 OO4 l72\nToán 8.2O", "O27 2O8 OO4 l72"),
        ("Danh Sà    CC: O91O92OO5l38\nĐồ: xe Sirius", "O91O92OO5l38"),
        ("Gửi: Nguyễn Thị Lữ – O9O5 77 l2 O4 – bx Quảng Ngãi", "O9O5 77 l2 O4"),
        ("giấy tờ kèm theo O27 2O8 OO4 l72, đã đối chiếu", "O27 2O8 OO4 l72"),
    ],
)
def test_noughts_and_ones_may_all_be_letters(text: str, value: str) -> None:
    assert value in [text[hit.start : hit.end] for hit in redactor.find_in_text(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Mã hàng O9O5-77-l2, lô SO1lO, kệ OOl1",
        "Kích thước lO x lO x 2O cm, giá 2OO.OOO đồng",
        "IOI 2O2l, OLI 2O22, OOP",
        "Serial: SGB1Z0O8B5S2, model 0GBS12Z8SG45",
        "Ngày l2/O4/2O25, hồi l4 giờ OO",
    ],
)
def test_other_misread_figures_are_left(text: str) -> None:
    kinds = {"VN_PERSONAL_ID", "VN_PHONE", "VN_BANK_ACCOUNT"}
    assert not [hit for hit in redactor.find_in_text(text) if str(hit.entity_type) in kinds]
