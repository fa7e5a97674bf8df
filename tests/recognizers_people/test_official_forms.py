"""What official forms do to their fields: notes beside labels, dates in words, alias labels, hamlets behind names."""

from __future__ import annotations

import unicodedata

import pytest

from recognizers.detection import Detector
from recognizers.entities import EntityType
from recognizers.folding import fold

DETECTOR = Detector()


def _found(text: str, kind: EntityType) -> list[str]:
    return [text[hit.start : hit.end] for hit in DETECTOR.find(text) if hit.entity_type is kind]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Năm sinh: (5) 1997   Dân tộc: Tày", EntityType.DATE_OF_BIRTH, "1997"),
        ("Ngày, tháng, năm sinh (3): 27/7/2025", EntityType.DATE_OF_BIRTH, "27/7/2025"),
        ("Ngày sinh²: 03/4/1989", EntityType.DATE_OF_BIRTH, "03/4/1989"),
        ("Họ và tên⁽¹⁾: Lò Thị Hoa", EntityType.PERSON, "Lò Thị Hoa"),
        ("Nơi cư trú: (2) Bản Cang, xã Mường Bú", EntityType.VN_ADDRESS, "Bản Cang, xã Mường Bú"),
        ("Số CCCD (6): 010094005127", EntityType.VN_PERSONAL_ID, "010094005127"),
        ("Dân tộc (2): Giáy", EntityType.ETHNICITY, "Giáy"),
    ],
)
def test_a_note_beside_a_colon_is_no_part_of_label_or_value(text: str, kind: EntityType, value: str) -> None:
    assert _found(text, kind) == [value]


@pytest.mark.parametrize("text", ["ĐT: (024) 3825 1234", "Điện thoại: (84) 905 123 456"])
def test_area_codes_are_no_notes(text: str) -> None:
    assert fold(text).text == text


def test_notes_keep_offsets_of_decomposed_text() -> None:
    text = unicodedata.normalize("NFD", "Nơi sinh: (4) Huế, tỉnh cũ")
    folded = fold(text)
    start = folded.text.index("Huế")
    assert text[slice(*folded.span(start, start + 3))] == unicodedata.normalize("NFD", "Huế")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "Ngày, tháng, năm sinh: 27/7/2025   ghi bằng chữ: Ngày hai mươi bảy, tháng bảy, năm hai nghìn không trăm hai mươi lăm",
            "Ngày hai mươi bảy, tháng bảy, năm hai nghìn không trăm hai mươi lăm",
        ),
        (
            "Sinh ngày 14/12/1997 (Mười bốn, tháng chạp, năm một nghìn chín trăm chín mươi bảy)",
            "Mười bốn, tháng chạp, năm một nghìn chín trăm chín mươi bảy",
        ),
        ("Người phụ thuộc: 01 (Sơn Thạch Bảo Trân, 2018).", "2018"),
        ("gồm 02 con (Lê Văn Tám, 2015; Lê Thị Bình, 2017)", "2017"),
        ("Date of birth: 14 / DEC / 1968   Place of birth: Go Cong", "14 / DEC / 1968"),
    ],
)
def test_birth_dates_of_forms(text: str, value: str) -> None:
    assert value in _found(text, EntityType.DATE_OF_BIRTH)


@pytest.mark.parametrize(
    "text",
    [
        "Hôm nay, ngày 08/10/2025 (Bằng chữ: Ngày tám, tháng mười, năm hai nghìn không trăm hai mươi lăm)",
        "như nghiên cứu trước đây (Nguyễn Văn An, 2018)",
        "Đã đăng ký khai sinh ngày 15 tháng 3 năm 2013 tại UBND xã",
    ],
)
def test_other_dates_of_forms(text: str) -> None:
    assert not _found(text, EntityType.DATE_OF_BIRTH)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a) Đỗ Minh Kha, SN 2004, ấp Thạnh Hòa; con ông Phước", "ấp Thạnh Hòa"),
        ("Trần Văn Tám - 2001 - xóm Mới - đang học", "xóm Mới"),
        ("ông Dương Đình Toàn hiện cư trú tại xóm Bến, chấp hành tốt", "xóm Bến"),
        ("có hộ khẩu thường trú tại thôn Lạc Trung, chấp hành tốt", "thôn Lạc Trung"),
        (
            "tạm trú tại Phòng 3.12, lô B, chung cư Khuông Việt, phường Phú Trung",
            "Phòng 3.12, lô B, chung cư Khuông Việt, phường Phú Trung",
        ),
    ],
)
def test_hamlets_and_flats_of_people(text: str, value: str) -> None:
    assert value in _found(text, EntityType.VN_ADDRESS)


@pytest.mark.parametrize(
    "text",
    [
        "Ban công tác Mặt trận thôn Đông, đồng chí Nguyễn Văn An, trưởng thôn Đông, phát biểu",
        "Kinh phí hỗ trợ thôn Đông, xóm Mới, bản Tả Van: 30.000.000 đồng",
        "Ông Trần Văn Bé, bản sao; bà Lê Thị Hoa, bản chính",
        "sinh tại số: 28 Quyển số: 01/2013",
    ],
)
def test_hamlets_of_nobody(text: str) -> None:
    assert not _found(text, EntityType.VN_ADDRESS)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ông Mai Hữu Tài, tục danh Tài Cụt; bà Lan", "Tài Cụt"),
        ("First name LINDA MY-DUNG Middle name ...... Last name HUYNH", "HUYNH"),
        ("Done at San Francisco   Signature Linda Huynh", "Linda Huynh"),
    ],
)
def test_names_of_bilingual_forms(text: str, value: str) -> None:
    assert value in _found(text, EntityType.PERSON)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("GCN số M 118 204, vào sổ", EntityType.VN_LAND_CERT, "M 118 204"),
        ("Số phát hành GCN: BĐ 447.210;", EntityType.VN_LAND_CERT, "BĐ 447.210"),
        ("sổ hồng số AA 00 123 456", EntityType.VN_LAND_CERT, "AA 00 123 456"),
        ("số vào sổ cấp GCN: CH 00317/QĐ số 1182 do UBND", EntityType.VN_LAND_BOOK_NO, "CH 00317/QĐ số 1182"),
        ("Hộ chiếu/Passport: 75 4418206   Visa", EntityType.VN_PASSPORT, "75 4418206"),
        ("hộ chiếu của Smirnova Elena (76 0027418);", EntityType.VN_PASSPORT, "76 0027418"),
        ("sổ tiết kiệm CA 2041983 tại Quỹ tín dụng", EntityType.VN_BANK_ACCOUNT, "CA 2041983"),
        (
            "Chủ TK: HO XUAN PHUONG 0041 9911 72005 Kienlongbank",
            EntityType.VN_BANK_ACCOUNT,
            "0041 9911 72005",
        ),
        ("CHỨNG THỰC CHỮ KÝ: Số 5121 quyển số 02/2025 – SCT/CK,ĐC", EntityType.CIVIL_DOC_NO, "5121"),
        ("Người bệnh chuyển tuyến, Số hồ sơ: 2504417", EntityType.MEDICAL_RECORD_NO, "2504417"),
    ],
)
def test_numbers_of_forms(text: str, kind: EntityType, value: str) -> None:
    assert value in _found(text, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("PHIẾU THU Quyển số: 09 Số: PT-0418", EntityType.CIVIL_DOC_NO),
        ("Biên bản vi phạm, Quyển số: 214 Số: 0642781", EntityType.CIVIL_DOC_NO),
        ("Tòa án nhận đơn, Số hồ sơ: 2504417", EntityType.MEDICAL_RECORD_NO),
        ("GCN ATTP số 12 345 678", EntityType.VN_LAND_CERT),
        ("Vào sổ chuyển tuyến số: 186", EntityType.VN_LAND_BOOK_NO),
        ("giá trị 118 204 000 Ngân hàng cho vay", EntityType.VN_BANK_ACCOUNT),
    ],
)
def test_numbers_of_other_books(text: str, kind: EntityType) -> None:
    assert not _found(text, kind)


def test_the_agency_that_issued_a_card_does_not_own_the_telephone_below() -> None:
    text = "CMND 240962731 Cấp ngày 14/6/2008 Tại: Công an tỉnh Đắk Lắk\nSố điện thoại: 0262 3 512 806"
    assert [hit.keep for hit in DETECTOR.find(text) if hit.entity_type is EntityType.VN_PHONE] == [""]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "Địa chỉ thường trú: thôn Văn Thi 3; xã Sơn Thịnh; huyện Văn Chấn; tỉnh Yên Bái.",
            ["thôn Văn Thi 3; xã Sơn Thịnh; huyện Văn Chấn; tỉnh Yên Bái"],
        ),
        (
            "Nơi cư trú: hẻm 45 Trần Quý Cáp, tổ 5 (nhà bà Hai Hột Vịt), phường Tam Kỳ",
            ["hẻm 45 Trần Quý Cáp, tổ 5 (nhà bà Hai Hột Vịt), phường Tam Kỳ"],
        ),
        (
            "số nhà: 40/11 Cầm Bá Thước; xã (phường, thị trấn): phường Cầu Kiệu",
            ["40/11 Cầm Bá Thước", "phường Cầu Kiệu"],
        ),
        ("Địa chỉ: lô A9, tái định cư Phú Lâm B", ["lô A9, tái định cư Phú Lâm B"]),
        ("Địa chỉ: 12 Lê Lợi, phường 5 (nhà có chó dữ), giao sau 18h", ["12 Lê Lợi, phường 5"]),
        ("Địa chỉ thường trú: thôn 3; dân tộc Tày; xã Sơn Thịnh", ["thôn 3"]),
    ],
)
def test_addresses_in_parts(text: str, values: list[str]) -> None:
    assert _found(text, EntityType.VN_ADDRESS) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("các thửa đất số 12, 13 và 14, tờ bản đồ số 8", ["12", "13", "14", "8"]),
        ("Thửa đất số: 15B; tờ bản đồ số: PL-04; địa chỉ", ["15B", "PL-04"]),
        ("thửa đất liền kề số 213, của ông Lý Công Hai", ["213"]),
        ("thửa ruộng 3 sào, tờ trình số 12", []),
    ],
)
def test_parcels_of_forms(text: str, values: list[str]) -> None:
    assert _found(text, EntityType.VN_LAND_PARCEL) == values


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Quan hệ với người đã chết: cháu gọi bằng bác", EntityType.FAMILY_RELATION, "cháu gọi bằng bác"),
        ("Quan hệ với người được khai sinh: cha đẻ", EntityType.FAMILY_RELATION, "cha đẻ"),
        ("Quan hệ Relationship: vợ/wife; Số CCCD", EntityType.FAMILY_RELATION, "vợ/wife"),
        ("Họ và tên: LÊ VĂN TOÀN      Nam, nữ: Nam", EntityType.GENDER, "Nam"),
        ("Quốc tịch: Trung Quốc (Đài Loan), hộ chiếu", EntityType.NATIONALITY, "Trung Quốc (Đài Loan)"),
        ("Nationality at birth: Vietnamese", EntityType.NATIONALITY, "Vietnamese"),
        ("Dân tộc: Bru - Vân Kiều; Tôn giáo: không", EntityType.ETHNICITY, "Bru - Vân Kiều"),
        ("Tôn giáo: Phật giáo Hòa Hảo", EntityType.RELIGION, "Phật giáo Hòa Hảo"),
        (
            "Chẩn đoán: F32.1 Giai đoạn trầm cảm vừa; F41.1 Rối loạn lo âu",
            EntityType.HEALTH_INFO,
            "F32.1 Giai đoạn trầm cảm vừa; F41.1 Rối loạn lo âu",
        ),
        (
            "Người bệnh: A\nDấu hiệu lâm sàng: đau đầu, phù hai chi",
            EntityType.HEALTH_INFO,
            "đau đầu, phù hai chi",
        ),
        ("Annual income / Thu nhập: VND 720,000,000", EntityType.INCOME, "VND 720,000,000"),
        ("TRÍCH LỤC KẾT HÔN (BẢN SAO)\nSố: 41/2014", EntityType.CIVIL_DOC_NO, "41/2014"),
        ("Bằng tốt nghiệp THPT số hiệu B 0441882", EntityType.CIVIL_DOC_NO, "B 0441882"),
        ("Tk ATM số 711A88442716 Vietinbank", EntityType.VN_BANK_ACCOUNT, "711A88442716"),
    ],
)
def test_what_else_forms_say(text: str, kind: EntityType, value: str) -> None:
    assert value in _found(text, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("quan hệ với công chúng: tốt", EntityType.FAMILY_RELATION),
        ("Dấu hiệu lâm sàng: sốt cao liên tục", EntityType.HEALTH_INFO),
        ("Nhóm máu ABO: 90.000", EntityType.HEALTH_INFO),
    ],
)
def test_what_forms_say_of_nobody(text: str, kind: EntityType) -> None:
    assert not _found(text, kind)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Ngày/tháng/năm sinh: …/…/1944 Giới tính: Nữ", EntityType.DATE_OF_BIRTH, "1944"),
        ("Ngày sinh: ...../05/1951", EntityType.DATE_OF_BIRTH, "05/1951"),
        (
            "6. Tình trạng hôn nhân (Ghi rõ: Không có chồng/vợ; có chồng/vợ): chồng đã chết",
            EntityType.MARITAL_STATUS,
            "chồng đã chết",
        ),
        ("Dân tộc (ghi theo giấy khai sinh): Giáy", EntityType.ETHNICITY, "Giáy"),
        (
            "Nơi ở hiện nay (Ghi rõ số nhà, thôn/xóm; xã; huyện; tỉnh): 12 Lê Lợi, phường 5",
            EntityType.VN_ADDRESS,
            "12 Lê Lợi, phường 5",
        ),
        ("hiện ở 12/6 Y Moan, Buôn Ma Thuột", EntityType.VN_ADDRESS, "12/6 Y Moan, Buôn Ma Thuột"),
        (
            "Tên thuê bao: Lương Công Đoàn Kết   Ngày sinh: 02.09.1975",
            EntityType.PERSON,
            "Lương Công Đoàn Kết",
        ),
        ("con: Lò Văn Được, Lò Thị Cho, Lò Văn Và", EntityType.PERSON, "Lò Văn Và"),
        ("gồm: Lý A Tủa (2012), Lý A Của (2019)", EntityType.DATE_OF_BIRTH, "2019"),
        ("Ông Phan Đình Hượu – sinh năm 1953 – em trai – số CCCD", EntityType.FAMILY_RELATION, "em trai"),
        (
            "Số CMND/CCCD/ĐKKD: 024150991832   Nơi cấp: Bộ Công an   Ngày cấp: 16/06/2023",
            EntityType.ISSUE_DATE,
            "16/06/2023",
        ),
    ],
)
def test_instructions_blanks_and_small_words(text: str, kind: EntityType, value: str) -> None:
    assert value in _found(text, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Thực trạng nhà ở: mái fibro, vách ván, dựng năm 2009", EntityType.VN_ADDRESS),
        ("GCN ĐKHĐ số 0100233583", EntityType.VN_LAND_CERT),
    ],
)
def test_neither_homes_nor_land(text: str, kind: EntityType) -> None:
    assert not _found(text, kind)


def test_small_words_behind_two_parts_of_a_name_go_on_with_the_sentence() -> None:
    assert _found("Ông Lê Văn Được có mặt; ÔNG LÊ VĂN VÀ BÀ LAN", EntityType.PERSON)[0] == "Lê Văn Được"
    assert not any("BÀ" in name for name in _found("ÔNG LÊ VĂN VÀ BÀ LAN", EntityType.PERSON))


def test_whoever_speaks_for_a_family_holds_no_office() -> None:
    text = "Tôi ký tên dưới đây là Mạc Đĩnh Soạn, đại diện cho các con là Mạc Tiểu Long"
    assert [hit.keep for hit in DETECTOR.find(text) if hit.entity_type is EntityType.PERSON] == ["", ""]
    text = "Ông Ngô Văn Phú, đại diện cho Công ty TNHH Hoàng Nam"
    assert [hit.keep for hit in DETECTOR.find(text) if hit.entity_type is EntityType.PERSON] == [
        "official_capacity"
    ]


def test_a_relative_and_a_driver_do_not_head_a_table_of_their_own() -> None:
    text = (
        "Mối quan hệ | Họ và tên | Năm sinh | Nghề nghiệp\n"
        "Mẹ đẻ | Hà Thị Thìn | 1952 | Làm ruộng\n"
        "Chồng | Phùng Quốc Khánh | 1976 | Lái xe Công ty CP Xi măng Sông Thao\n"
        "Con | Phùng Minh Ánh | 2004 | Sinh viên\n"
    )
    assert _found(text, EntityType.DATE_OF_BIRTH) == ["1952", "1976", "2004"]


@pytest.mark.parametrize("blank", ["......", "không", "……"])
def test_an_organisation_left_out_owns_nothing(blank: str) -> None:
    text = f"Người mua: Lê Thị Na\nTên đơn vị (Company's name): {blank}\nĐiện thoại: 02343 822 118"
    assert [hit.keep for hit in DETECTOR.find(text) if hit.entity_type is EntityType.VN_PHONE] == [""]
