from __future__ import annotations

from collections.abc import Callable

import pytest

Values = Callable[[str, str], list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ngày sinh: 15/03/1990", "15/03/1990"),
        ("Sinh ngày 12 tháng 93 năm 1987 tại Huế", "ngày 12 tháng 93 năm 1987"),
        ("Ngày sinh: l5/O3/199O", "l5/O3/199O"),
        ("Ngày, tháng, năm sinh: 15-03-1990", "15-03-1990"),
        ("sinh ngày 5/3/1990 tại Huế", "5/3/1990"),
        ("Sinh ngày 15 tháng 03 năm 1990", "ngày 15 tháng 03 năm 1990"),
        ("sinh năm 1975", "1975"),
        ("ông Nguyễn Văn An, SN 1988, nghề nghiệp", "1988"),
        ("ông Nguyễn Văn An, SN 88, nghề nghiệp", "88"),
        ("ông Nguyễn Văn An (sinh 1992) và", "1992"),
        ("ông Nguyễn Văn An (1992), bà", "1992"),
        ("1. Nguyễn Văn An   15/03/1990   Nam", "15/03/1990"),
        ("Nguyễn Văn An\n15/03/1990\n001090012345", "15/03/1990"),
        ("30/09/1984\n(Ngày sinh)", "30/09/1984"),
        ("Date of birth....22/01/1976", "22/01/1976"),
        ("NTNS: 15.03.90", "15.03.90"),
        ("Ngày sinh: ngày 2 tháng 9 năm 1945", "ngày 2 tháng 9 năm 1945"),
        ("Ngày sinh:\n15/03/1990", "15/03/1990"),
        ("Nguyễn Văn An - lớp 10B3 - 23/02/2011", "23/02/2011"),
    ],
)
def test_birth_date_is_found_exactly(values: Values, text: str, expected: str) -> None:
    assert values(text, "DATE_OF_BIRTH") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Hà Nội, ngày 15 tháng 3 năm 2024",
        "Ngày 15/03/1990 hai bên ký hợp đồng",
        "cấp ngày 15/03/2015",
        "Ngày sinh: 32/03/1990",
        "Ngày sinh: 15/13/1990",
        "15/03/90",
        "Luật năm 2024",
        "hiệu lực từ 01/01/2026",
        "2024/15/03",
        "học sinh 2020",
        "Ông Nguyễn Văn An ký ngày 15/03/2020",
        "Nguyễn Văn An vào làm 15/03/2020",
        "khai sinh số 12/2010",
        "vệ sinh 15/03/2020",
        "SN 12 ngõ 4",
        "Năm sinh viên tốt nghiệp",
        "hẹn trả ngày 04.09.2020",
        "Nguyễn Văn An, CCCD cấp ngày 12/03/2021",
        "1 Nguyễn Văn An 2500000",
        "[09:12, 3/11/2026] Loan: cho chị xin ngày sinh\n[09:21, 3/11/2026] Long: dạ",
        "Hà: em gửi ngày sinh\n3/11/2026 09:21 - Long: dạ chị",
    ],
)
def test_other_dates_are_no_birth_dates(values: Values, text: str) -> None:
    assert values(text, "DATE_OF_BIRTH") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("chị Hoa, 35 tuổi, ngụ", "35 tuổi"),
        ("Tuổi: 47", "47"),
        ("bé gái 18 tháng tuổi", None),
        ("Age: 30", "30"),
        ("(45 tuổi)", "45 tuổi"),
    ],
)
def test_age(values: Values, text: str, expected: str | None) -> None:
    found = values(text, "AGE")
    assert found == [expected] if expected else found == ["18 tháng tuổi"]


@pytest.mark.parametrize(
    "text",
    [
        "30 tuổi Đảng",
        "tuổi thọ 70",
        "người lao động đủ 15 tuổi",
        "từ 18 tuổi trở lên",
        "dưới 16 tuổi",
        "trên 60 tuổi",
        "18-25 tuổi",
        "20 tuổi nghề",
        "chưa đủ 18 tuổi",
    ],
)
def test_ages_of_nobody(values: Values, text: str) -> None:
    assert values(text, "AGE") == []


@pytest.mark.parametrize(
    ("text", "date", "issuer"),
    [
        (
            "CCCD số 001090012345 do Cục Cảnh sát QLHC về TTXH cấp ngày 12/03/2021",
            "12/03/2021",
            "Cục Cảnh sát QLHC về TTXH",
        ),
        ("CMND 012345678 cấp ngày 12/03/2010 tại CA Tp.HCM", "12/03/2010", "CA Tp.HCM"),
        (
            "GPLX số 640211003357 cấp ngày 30/3/2022 tại Sở GTVT Gia Lai\nPhương tiện: ô tô tải",
            "30/3/2022",
            "Sở GTVT Gia Lai",
        ),
        (
            "Số CCCD: 1\nNgày cấp: 12/03/2021   Nơi cấp: Cục Cảnh sát ĐKQL cư trú và DLQG về dân cư\nĐịa chỉ",
            "12/03/2021",
            "Cục Cảnh sát ĐKQL cư trú và DLQG về dân cư",
        ),
        ("căn cước số 1, cấp ngày 1/8/2024, nơi cấp: Bộ Công an", "1/8/2024", "Bộ Công an"),
        (
            "Hộ chiếu B1234567 do Cục Quản lý xuất nhập cảnh cấp ngày 01.02.2020",
            "01.02.2020",
            "Cục Quản lý xuất nhập cảnh",
        ),
        (
            "CCCD số 001090012345, Công an tỉnh Nam Định cấp ngày 25/07/2001",
            "25/07/2001",
            "Công an tỉnh Nam Định",
        ),
    ],
)
def test_date_and_place_of_issue(values: Values, text: str, date: str, issuer: str) -> None:
    assert values(text, "ISSUE_DATE") == [date]
    assert values(text, "ISSUE_AUTHORITY") == [issuer]


@pytest.mark.parametrize(
    "text",
    [
        "Giấy chứng nhận đăng ký doanh nghiệp số 0101234567 do Sở Kế hoạch và Đầu tư cấp ngày 12/3/2020",
        "Nơi nhận: - Như trên",
        "Giấy phép hoạt động số 12 cấp ngày 1/1/2020",
        "Giấy chứng nhận quyền sử dụng đất số BM 660183 do UBND huyện Lạc Sơn cấp ngày 20/12/2001",
        "theo Giấy chứng nhận kết hôn số 57, quyển số 01/2011 do UBND phường 5 cấp ngày 18/4/2011",
        "số vào sổ CS 08811 do Sở Tài nguyên và Môi trường cấp ngày 22/10/2019",
        "quê hương tôi",
        "đề nghị Công an tỉnh Nam Định xem xét",
    ],
)
def test_papers_of_companies_are_no_identity_papers(values: Values, text: str) -> None:
    assert values(text, "ISSUE_DATE") == []
    assert values(text, "ISSUE_AUTHORITY") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nơi sinh: Bệnh viện Từ Dũ", "Bệnh viện Từ Dũ"),
        (
            "Quê quán: xã Vĩnh Quỳnh, huyện Thanh Trì, TP. Hà Nội\nDân tộc: Kinh",
            "xã Vĩnh Quỳnh, huyện Thanh Trì, TP. Hà Nội",
        ),
        ("Nguyên quán: Hà Nội; dân tộc: Kinh", "Hà Nội"),
        ("Sinh ngày: 14/10/1977 tại Quảng Bình   Quốc tịch: Việt Nam", "Quảng Bình"),
        ("35 tuổi, quê Điện Biên, làm nghề", "Điện Biên"),
    ],
)
def test_places_of_birth(values: Values, text: str, expected: str) -> None:
    assert values(text, "PLACE_OF_BIRTH") == [expected]


def test_years_behind_the_names_of_a_list_of_relatives(values: Values) -> None:
    text = "con: Thạch Gia Hân 2016, Thạch Gia Phúc 2020\nAnh chị em ruột: Lê Văn Bảy 1970 (đã mất)"
    assert values(text, "DATE_OF_BIRTH") == ["2016", "2020", "1970"]


def test_years_behind_other_names_are_no_births(values: Values) -> None:
    text = "Tác giả: Nguyễn Nhật Ánh 2008, NXB Trẻ\nKế hoạch của Nguyễn Văn An 2024, 2025"
    assert values(text, "DATE_OF_BIRTH") == []
