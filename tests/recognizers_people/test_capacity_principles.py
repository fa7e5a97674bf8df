"""Who signs in office may stay; whoever is only named near an office may not."""

from __future__ import annotations

import pytest

from recognizers.detection import Detector, LabelledText
from recognizers.entities import EntityType
from recognizers.results import Hit


def _hit(text: str, value: str) -> Hit:
    start = text.index(value)
    return next(hit for hit in Detector().find(text) if hit.start <= start < hit.end)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Các Hội thẩm nhân dân: Ông Rmah Hít và bà Đỗ Thị Nga\n", "Đỗ Thị Nga"),
        ("KT. THỦ TRƯỞNG CƠ QUAN\nPHÓ THỦ TRƯỞNG\n\n\nThượng tá Ngô Minh Dũng\n", "Ngô Minh Dũng"),
        ("HIỆU TRƯỞNG\n(Đã ký)\nPGS.TS. Hồ Đắc Lộc\n", "Hồ Đắc Lộc"),
    ],
)
def test_officers_may_stay(text: str, name: str) -> None:
    assert _hit(text, name).keep == "official_capacity"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Trưởng đoàn: Viên Thế Hiển - 0903 112 233", "Viên Thế Hiển"),
        ("NGƯỜI LÀM ĐƠN\n(Ký tên)\n\nNgô Minh Dũng\n", "Ngô Minh Dũng"),
        ("Người làm chứng: Ông Rmah Hít và bà Đỗ Thị Nga\n", "Đỗ Thị Nga"),
        (
            "Căn cước số 079188012345 do Cục CSQLHC cấp ngày 11/02/2022\n"
            "Địa chỉ liên lạc: Số 9 Trần Xuân Soạn, P. Tân Hưng, Q. 7, TP.HCM\n",
            "Số 9 Trần Xuân Soạn",
        ),
        (
            "Công ty CP Nam Long\nĐịa chỉ thửa đất: thôn 3, xã Hòa Thắng, TP. Buôn Ma Thuột\n",
            "thôn 3, xã Hòa Thắng",
        ),
        (
            "Công ty CP Nam Long bán căn hộ tại số 12 đường Lê Lợi, phường 3, quận 5, TP.HCM",
            "số 12 đường Lê Lợi",
        ),
    ],
)
def test_citizens_are_never_kept(text: str, value: str) -> None:
    assert _hit(text, value).keep == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Các Hội thẩm nhân dân: 1. Ông Y Bhăm Ayŭn   2. Bà Lê Thị Nhiên\n", "Lê Thị Nhiên"),
        ("Chúng tôi gồm: Đại úy Trần Như Út, Trung úy Tạ Thị Hoa\n", "Tạ Thị Hoa"),
        ("1. Ông Châu Phúc Đức          Chức vụ: Phó Chủ tịch UBND xã\n", "Châu Phúc Đức"),
        ("XÁC NHẬN CỦA ĐƠN VỊ\nNguyễn Phương Ngân\n", "Nguyễn Phương Ngân"),
        ("TRƯỞNG PHÒNG THU HỒI NỢ\nHoàng Ngọc Lan\n", "Hoàng Ngọc Lan"),
        (
            "NGƯỜI LÀM ĐƠN              KT. CHỦ TỊCH\n\nLê Văn Bình                Trần Văn Nam\n",
            "Trần Văn Nam",
        ),
        ("CBTD: Trần Huyền Bích\n", "Trần Huyền Bích"),
    ],
)
def test_roles_lists_and_columns_tell_officers(text: str, name: str) -> None:
    assert _hit(text, name).keep == "official_capacity"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "NGƯỜI LÀM ĐƠN              KT. CHỦ TỊCH\n\nLê Văn Bình                Trần Văn Nam\n",
            "Lê Văn Bình",
        ),
        ("CÁC BÊN TRANH CHẤP      THƯ KÝ\nNguyễn Văn Nam          Lê Thị Thảo\n", "Nguyễn Văn Nam"),
        ("- Ông Lê Phát – Giám đốc\n- Bà Cao Diễm Hạnh – nhân viên kho, bị lập biên bản\n", "Cao Diễm Hạnh"),
        ("NGƯỜI THAM CHIẾU\nHà Hữu Công — Phó phòng, Công ty TNHH An Bình — 0905 118 227\n", "Hà Hữu Công"),
        ("Người thụ hưởng: Trần Thị Bình\n", "Trần Thị Bình"),
        ("BS Nguyễn Thị Ly: Chị Gấm ơi kết quả có rồi\n", "Gấm"),
        ("Ông Trần Viết Luân, công chức văn hóa, được tặng giấy khen\n", "Trần Viết Luân"),
        ("Con: Lê Văn Giám, sinh năm 2010\n", "Lê Văn Giám"),
    ],
)
def test_neighbours_of_officers_are_no_officers(text: str, name: str) -> None:
    assert _hit(text, name).keep == ""


def _kept(text: str) -> list[tuple[str, str]]:
    hits = Detector().find_document([LabelledText(text, "")]).texts[0]
    return [(text[hit.start : hit.end], hit.keep) for hit in hits if hit.entity_type is EntityType.PERSON]


def test_an_officer_stays_wherever_the_paper_names_her() -> None:
    text = "Chủ tọa: Bà Phan Thị Gấm. Sau đó Phan Thị Gấm hỏi thêm.\nTHẨM PHÁN\n(Đã ký)\nPhan Thị Gấm\n"
    assert _kept(text) == [("Phan Thị Gấm", "official_capacity")] * 3


def test_a_party_is_hidden_wherever_he_signs() -> None:
    text = "Nguyên đơn: Nguyễn Văn Tám, sinh năm 1980.\nGIÁM ĐỐC\nNguyễn Văn Tám\n"
    assert _kept(text) == [("Nguyễn Văn Tám", "")] * 2


def test_names_with_other_accents_are_other_people() -> None:
    text = "Bị đơn: Nguyễn Văn Hùng, sinh năm 1980.\nTHẨM PHÁN\nNguyễn Văn Hưng\n"
    assert _kept(text) == [("Nguyễn Văn Hùng", ""), ("Nguyễn Văn Hưng", "official_capacity")]


@pytest.mark.parametrize(
    "text",
    [
        "Người liên quan: Công ty CP Lê Gia; trụ sở 54 đường Điện Biên Phủ, phường 3, quận 5, TP.HCM",
        "Công ty TNHH Minh Anh | 024 6242 7573 | 165/30 đường Tô Hiến Thành, phường 3, quận 10, TP.HCM",
        "Cơ sở lưu trú: Khách sạn Hoàng Hải, 12 đường Lê Lợi, phường 3, quận 10, TP.HCM",
        "PHÒNG KHÁM SẢN PHỤ KHOA BS. HỒNG LAN\nĐc: 12 đường Lê Lợi, phường 3, quận 10, TP.HCM",
        "Bên bán: Công ty CP An Bình\nMST: 0312345678\nĐịa chỉ: 12 đường Lê Lợi, phường 3, quận 10, TP.HCM",
    ],
)
def test_addresses_of_organisations_may_stay(text: str) -> None:
    assert [hit.keep for hit in Detector().find(text) if hit.entity_type is EntityType.VN_ADDRESS] == [
        "office_address"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Nơi làm việc: Công ty CP An Bình\nThường trú: 12 đường Lê Lợi, phường 3, quận 10, TP.HCM",
        "Bà Lê Thị Hoa, công nhân Công ty An Bình, trú tại 12 đường Lê Lợi, phường 3, quận 10, TP.HCM",
        "TK 123456789 tại Ngân hàng Á Châu, 12 đường Lê Lợi, phường 3, quận 10, TP.HCM",
        "2018 - 2020 | Công nhân Công ty An Bình\n2020 - nay | 12 đường Lê Lợi, phường 3, quận 10, TP.HCM",
        "CMND do Công an tỉnh Nam Định cấp\nĐịa chỉ: 12 đường Lê Lợi, phường 3, quận 10, TP.HCM",
        "Giao hàng từ Công ty An Bình đến nhà 12 đường Lê Lợi, phường 3, quận 10, TP.HCM",
    ],
)
def test_homes_near_organisations_are_hidden(text: str) -> None:
    assert [hit.keep for hit in Detector().find(text) if hit.entity_type is EntityType.VN_ADDRESS] == [""]


_BESIDE = "ĐẠI DIỆN BÊN A                      ĐẠI DIỆN BÊN B\n   GIÁM ĐỐC\nPhan Bá Khải                        Tòng Văn Ơn\n                                    Lò Thị Pánh\n"


@pytest.mark.parametrize(
    ("text", "private", "official"),
    [
        ("Trưởng ban Nguyễn Diễm Út\nĐến nhà bà Nguyễn Thị Út. Bà Út nói nhà dột.", "Út", "Nguyễn Diễm Út"),
        (
            "Điều 1. Buộc thôi học em Lường Văn Chựa.\nĐiều 2. Chánh Văn phòng, Hiệu trưởng trường THPT số 2 và ông Chựa chịu trách nhiệm.\nHIỆU TRƯỞNG\nNGND. Trần Thùy Dương",
            "Chựa",
            "Trần Thùy Dương",
        ),
        (_BESIDE, "Lò Thị Pánh", "Phan Bá Khải"),
        (
            "XÁC NHẬN CỦA ĐƠN VỊ\nTên nhân viên\nHoàng Mỹ Hà\nPHÓ CHỦ TỊCH\nLê Văn Long",
            "Hoàng Mỹ Hà",
            "Lê Văn Long",
        ),
        (
            "GIÁM ĐỐC\nNgười làm đơn\nHoàng Mỹ Hà\nPCT Trương Thị Mỹ Linh tiếp dân",
            "Hoàng Mỹ Hà",
            "Trương Thị Mỹ Linh",
        ),
        ("Luật sư: Lê Hoài Phong\nEm cảm ơn,\nNguyễn Thị Thơ", "Nguyễn Thị Thơ", "Lê Hoài Phong"),
        ("Trưởng ca: Lê Văn Thọ. CÔNG CHỨNG VIÊN\nTrần Hữu Lộc", "Lê Văn Thọ", "Trần Hữu Lộc"),
        (
            "BS. Lý Thị Hoa khám cho Lò Văn Pún. Hội thẩm: ông Trần Quốc Năm, bà Hứa Bích Vân.",
            "Lò Văn Pún",
            "Hứa Bích Vân",
        ),
    ],
)
def test_an_office_speaks_for_its_own_names_only(text: str, private: str, official: str) -> None:
    hits = Detector().find_document([LabelledText(text)]).texts[0]
    kept = {text[hit.start : hit.end] for hit in hits if hit.entity_type.value == "PERSON" and hit.keep}
    hidden = {text[hit.start : hit.end] for hit in hits if hit.entity_type.value == "PERSON" and not hit.keep}
    assert private in hidden
    assert private not in kept
    assert official in kept


def test_an_office_in_one_cell_does_not_speak_for_the_next() -> None:
    first, second = Detector().find_many(["TRƯỞNG PHÒNG", "Nguyễn Khắc Tráng"])
    assert not first
    assert [hit.keep for hit in second] == [""]


@pytest.mark.parametrize(
    ("text", "keep"),
    [
        ("Thẩm phán: ông Sơn Thành Lập. Thư ký: ông Lê Nhựt Tân.", "official_capacity"),
        ("Thư ký phiên tòa: ông Lê Nhựt Tân.", "official_capacity"),
        ("HỌP TỔ DÂN PHỐ SỐ 9\nThư ký: ông Lê Nhựt Tân. Có mặt 41 hộ.", ""),
        ("Biên bản họp lớp 9A\nThư ký: Lê Nhựt Tân\n", ""),
    ],
)
def test_a_clerk_of_a_court_and_one_who_keeps_minutes(text: str, keep: str) -> None:
    assert _hit(text, "Lê Nhựt Tân").keep == keep


def test_a_witness_is_one_whatever_the_office() -> None:
    assert _hit("Người làm chứng: trưởng bản Lữ Văn Hợi, sn 1960", "Lữ Văn Hợi").keep == ""
    assert _hit("Người làm chứng: trưởng bản Lữ Văn Hợi.", "Lữ Văn Hợi").keep == ""


def test_columns_of_a_payment_are_no_signature() -> None:
    text = "GIÁM ĐỐC\nSố tài khoản\nNgân hàng\nSố tiền\n1\nTÔ MINH VÂN\n0741720870\n"
    assert _hit(text, "TÔ MINH VÂN").keep == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Xử phạt 09 tháng tù. Thẩm phán Lê Khắc Long; Hội thẩm Nguyễn Hải Tiên, Nguyễn Nhật Lực.\n",
            "Nguyễn Hải Tiên",
        ),
        ("ngày 27 tháng 5 năm 2024; TUQ. GIÁM ĐỐC, Dương Nhật Nghĩa\n", "Dương Nhật Nghĩa"),
        ("Trưởng phòng Đào tạo Nguyễn Công Mạnh\n", "Nguyễn Công Mạnh"),
        (
            "Yours faithfully,\nNguyễn Thanh Thủy, Head of Department, Trường Cao đẳng Y tế\n",
            "Nguyễn Thanh Thủy",
        ),
        ("Hiệu lực từ 07.09.2022. Bộ trưởng Nguyễn Cẩm Hòa.\n", "Nguyễn Cẩm Hòa"),
        ("Người nộp: Quách Hoàng Đạt (con)   Thu ngân: Đinh Tiến Lâm\n", "Đinh Tiến Lâm"),
    ],
)
def test_offices_in_one_line_with_their_names(text: str, name: str) -> None:
    assert _hit(text, name).keep == "official_capacity"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("TM. GIA ĐÌNH, Dương Nhật Nghĩa\n", "Dương Nhật Nghĩa"),
        ("TM. CÁC HỘ DÂN, Dương Nhật Nghĩa\n", "Dương Nhật Nghĩa"),
        ("Người nộp: Quách Hoàng Đạt (con)   Thu ngân: Đinh Tiến Lâm\n", "Quách Hoàng Đạt"),
        ("Bà Trần Thị Lụa, nguyên hiệu trưởng trường Hoa Mai, nay nghỉ hưu\n", "Trần Thị Lụa"),
        ("Họ và tên bố: Nguyễn Cẩm Hòa\n", "Nguyễn Cẩm Hòa"),
        ("Họ và tên (viết in hoa): NGUYỄN CẨM HÒA\n", "NGUYỄN CẨM HÒA"),
        ("Bị cáo Nguyễn Hải Tiên, Nguyễn Nhật Lực.\n", "Nguyễn Nhật Lực"),
        ("Dear Mr Lê Văn Giám, your account was opened on 3 May.\n", "Lê Văn Giám"),
        ("Gia đình cảm ơn ông Đinh Tiến Lâm, làm kế toán cho xóm\n", "Đinh Tiến Lâm"),
    ],
)
def test_citizens_in_one_line_with_offices(text: str, name: str) -> None:
    assert _hit(text, name).keep == ""
