"""Labelled numbers are covered whole, however they are grouped, boxed, misread or broken over a line."""

from __future__ import annotations

import pytest

from tests.recognizers.finding import pairs


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Số khung: RLEQKR77H N1004418, số máy", "VN_VIN", "RLEQKR77H N1004418"),
        ("Số máy: 2NR FE 118447", "VN_ENGINE_NO", "2NR FE 118447"),
        ("Số quân nhân: 18 440 771; nhập ngũ 2018", "MILITARY_ID", "18 440 771"),
        ("Sổ hộ nghèo số 410 118 227 do UBND cấp", "VN_HOUSEHOLD_NO", "410 118 227"),
        ("Mã BN: 2 400 1234", "MEDICAL_RECORD_NO", "2 400 1234"),
        ("MSV 2253.401.118", "STUDENT_ID", "2253.401.118"),
        ("Hộ chiếu số P 0044 7812 do Cục cấp", "VN_PASSPORT", "P 0044 7812"),
        ("Passport no. 128 844 071, issued 2020", "VN_PASSPORT", "128 844 071"),
        ("Sổ đỏ số BM 1184O2", "VN_LAND_CERT", "BM 1184O2"),
        ("Thẻ BHYT: GD47979311O4471", "VN_BHYT", "GD47979311O4471"),
        ("Sổ tiết kiệm số 3507 LDA 2024 00881", "VN_BANK_ACCOUNT", "3507 LDA 2024 00881"),
        ("Số IMEI: 8644 1805 2201 174", "IMEI", "8644 1805 2201 174"),
        ("Số CCCD: O791B5OOI234", "VN_PERSONAL_ID", "O791B5OOI234"),
        (
            "Số CCCD: [0][7][9][1][8][5][0][0][1][2][3][4]",
            "VN_PERSONAL_ID",
            "0][7][9][1][8][5][0][0][1][2][3][4",
        ),
        (
            "Số điện thoại: | 0 | 9 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 |",
            "VN_PHONE",
            "0 | 9 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8",
        ),
        ("Số khung: RLHJA3925\nNY114407", "VN_VIN", "RLHJA3925\nNY114407"),
    ],
)
def test_the_whole_run_behind_a_label_is_the_value(text: str, kind: str, value: str) -> None:
    assert (kind, value) in pairs(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Mã NV: NV00123 15/03/2020", "NV00123"),
        ("MSSV: 20201234 2024", "20201234"),
        ("Số máy: 1NZ-1063146\n4. Giá bán", "1NZ-1063146"),
        ("Mã BN: 24001234 12 tuổi", "24001234"),
        ("Số máy: JA52E-0447121 50 phân khối", "JA52E-0447121"),
    ],
)
def test_what_follows_a_value_is_left(text: str, value: str) -> None:
    assert value in [found for _, found in pairs(text)]
    assert not any(len(found) > len(value) for _, found in pairs(text))


@pytest.mark.parametrize(
    "text",
    [
        "GCN ISO 14001 số EMS 740551",
        "Tờ khai hải quan: Mã HS: 8517 1300",
        "Số máy in: 12 34 56",
        "Mã lớp: K65 118 447",
    ],
)
def test_numbers_of_things_are_left(text: str) -> None:
    assert pairs(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        (
            "giấy xe Vision 62P1-118.27, máy JK03E 1184407, khung RLHJK0320 PY118447",
            "VN_VIN",
            "RLHJK0320 PY118447",
        ),
        ("giấy xe Vision 62P1-118.27, máy JK03E 1184407, khung RLHJK0320", "VN_ENGINE_NO", "JK03E 1184407"),
        ("thửa 77 tờ bản đồ số 18-C, đất lúa", "VN_LAND_PARCEL", "18-C"),
        ("Mã thẻ: 118447  Họ tên: Lê Thị Ngoãn", "EMPLOYEE_ID", "118447"),
        ("Ở cùng: Thị Sà Pha (vợ, 2003), xe máy", "DATE_OF_BIRTH", "2003"),
        ("1. Trần Thị Chanh (vợ) 1999    2. Trần Vi Sal", "DATE_OF_BIRTH", "1999"),
        ("Họ và tên: Vày Sau Phúc", "PERSON", "Vày Sau Phúc"),
    ],
)
def test_short_words_of_notes_tell_enough(text: str, kind: str, value: str) -> None:
    assert (kind, value) in pairs(text)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("06/11  p301  Lò Văn Hặc  P2118447  Lào", "VN_PASSPORT", "P2118447"),
        ("Danh sách\n1. Lò Văn Hặc: 271234567", "VN_CMND", "271234567"),
        ("271 234 567 Lò Văn Hặc", "VN_CMND", "271 234 567"),
        ("- Lò Văn Hặc\n  271234567", "VN_CMND", "271234567"),
    ],
)
def test_numbers_close_to_a_name_are_the_persons(text: str, kind: str, value: str) -> None:
    assert (kind, value) in pairs(text)


@pytest.mark.parametrize("sum_", ["12000000", "250000000", "1500000000 đồng", "250.000.000"])
def test_round_sums_close_to_a_name_are_left(sum_: str) -> None:
    assert [value for kind, value in pairs(f"Lò Văn Hặc {sum_}") if kind != "PERSON"] == []


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("Thôn, xóm, tổ: Trại Mới   Tỉnh: Gia Lai", "Trại Mới"),
        ("Nơi thường trú:\nThôn (xóm, bản): Huồi Giảng 1", "Huồi Giảng 1"),
        ("7. Địa chỉ: Thôn, phố: làng Kép 2", "làng Kép 2"),
        ("Thôn, phố: làng Kép 2   Xã, phường: Ia Hrú", "làng Kép 2"),
        ("Số nhà, đường/phố, thôn/xóm: 27 phố Bế Văn Đàn", "27 phố Bế Văn Đàn"),
    ],
)
def test_labels_that_list_kinds_of_unit_announce_a_home(text: str, home: str) -> None:
    assert ("VN_ADDRESS", home) in pairs(text)


def test_units_that_are_counted_are_no_home() -> None:
    assert pairs("Số xã, phường: 168") == []


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("kêu Thảo o933 5o6 118", "VN_PHONE", "o933 5o6 118"),
        ("người thân (ba) - 0 945 . 120 . 667", "VN_PHONE", "0 945 . 120 . 667"),
        ("số máy 0 8 3 4 . 2 2 7 . 9 1 5", "VN_PHONE", "0 8 3 4 . 2 2 7 . 9 1 5"),
        ("số máy nhà tôi 0270.3711.029", "VN_PHONE", "0270.3711.029"),
        ("Số gọi được: 71 834 2279", "VN_PHONE", "71 834 2279"),
        ("Gọi khi khẩn cấp: 71 834 2279", "VN_PHONE", "71 834 2279"),
        ("ông Đởm, cc 072 055.00 12.46, ngụ ấp 3", "VN_PERSONAL_ID", "072 055.00 12.46"),
        ("Giấy tờ xuất trình: 0520 710 08819", "VN_PERSONAL_ID", "0520 710 08819"),
        ("Mã số người nộp: 1500 771 204", "VN_TAX_CODE", "1500 771 204"),
        ("Mã thuế cá nhân: 841.277.0935", "VN_TAX_CODE", "841.277.0935"),
        ("Trả lương qua 6507205118834 AGB hằng tháng", "VN_BANK_ACCOUNT", "6507205118834"),
        ("Thanh toán vào VCB 0281000557713", "VN_BANK_ACCOUNT", "0281000557713"),
        ("Giấy đất H 03318/41", "VN_LAND_CERT", "H 03318/41"),
    ],
)
def test_numbers_in_odd_groups_behind_odd_labels(text: str, kind: str, value: str) -> None:
    assert (kind, value) in pairs(text)


@pytest.mark.parametrize(
    "text",
    [
        "Máy: 20251123-44",
        "Sim: 4G tốc độ cao 30GB",
        "Gọi: 2 phần cơm",
        "Số ĐD: 12 điều dưỡng",
        "vào VCB 2025 1123 0044 lúc 9h",
        "Thanh toán hóa đơn 00817234 VCB",
        "1 - 0 - 9 - 3 - 4 - 5 - 6 - 7 - 8 - 9",
    ],
)
def test_other_numbers_behind_such_words_stay(text: str) -> None:
    assert not pairs(text)
