"""Empty forms, choices, patterns, examples and print hold nobody's values; the same with a person's do."""

import pytest

import redactor


def pairs(text: str) -> list[tuple[str, str]]:
    """What is to be hidden: type and text, without what is proposed to be kept."""
    return [
        (str(hit.entity_type), text[hit.start : hit.end])
        for hit in redactor.find_in_text(text)
        if not hit.keep
    ]


_RECRUITMENT = (
    "Tiêu chuẩn tuyển: công dân từ 18 đến 22 tuổi, cao từ 1m64 (nam), 1m58 (nữ); không nói ngọng; chưa kết hôn, chưa có con đẻ; "
    "là đoàn viên hoặc đảng viên. Lý lịch ba đời: ông bà, cha mẹ, anh chị ruột không có án tích về tội rất nghiêm trọng. "
    "Không nhận người có cha, mẹ đang chấp hành án."
)


@pytest.mark.parametrize(
    "text",
    [
        "Giới tính: Nam, Nữ, Tùy chỉnh",
        "Quê quán: Thêm quê quán",
        "Hiển thị quan hệ: Độc thân, Hẹn hò, Đã đính hôn, Đã kết hôn",
        "4. Chẩn đoán của bác sĩ: ................ Nơi điều trị: ................",
        "Địa chỉ liên lạc tại Việt Nam / Contact address in Viet Nam: ______________",
        "Tình huống 2: Bà B., 28 tuổi, thai 26 tuần. Chẩn đoán?",
        "Ví dụ 7: Ông Nguyễn Văn D năm 2025 có lương 28 triệu đồng/tháng",
        "Giải tư: 38127 90331 11872 56410 77203 09812 41166",
        "placeholder_phone = 09xx xxx xxx",
        "gasket 079201004417-B, 10 cái",
        "TÀI LIỆU THAM KHẢO\n[1] Đào Duy Anh (1938), Việt Nam văn hóa sử cương, Quan Hải tùng thư.",
        "Năm 1771 khởi nghĩa; ngày 22/12/1788 lên ngôi. Trần Quang Diệu, Võ Văn Dũng là những tướng giỏi.",
        'Bài hát "Mẹ yêu con" - nhạc và lời: Nguyễn Văn Tý',
        'Văn bản "Chiếc lược ngà" (Nguyễn Quang Sáng)',
        "Nguyễn Trường Tộ (1830 - 1871) là nhà cải cách",
        "Mọi chi tiết xin liên hệ Phòng Nội chính, điện thoại (0225) 3842 118, máy lẻ 204",
        "Hồ sơ gửi về Phòng Vật tư, số 224 Bà Triệu, phường Kon Tum",
        "Công đức xin gửi Chùa Phổ Quang, tài khoản 5590 2050 11842, Agribank Phù Mỹ",
        "Con cháu đỗ đại học được thưởng",
        _RECRUITMENT,
    ],
)
def test_nobodys_values_stay(text: str) -> None:
    assert pairs(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Giới tính: Nam", "Nam"),
        ("Tình trạng hôn nhân: Độc thân", "Độc thân"),
        ("Chị B. gọi lúc 8h, Nguyễn Văn Sáng ký nhận", "Nguyễn Văn Sáng"),
        ("gọi số 0912 774 031", "0912 774 031"),
        ('Đơn "Xin nghỉ học" của Nguyễn Văn Sáng', "Nguyễn Văn Sáng"),
        ("Năm 1771 lập làng, đình dựng năm 1802. Nguyễn Văn Tư, 72 tuổi, ngụ thôn 3", "Nguyễn Văn Tư"),
        ("ông Trần Văn Tám (1938), thôn Đoài", "Trần Văn Tám"),
        (f"{_RECRUITMENT} Thí sinh Lò Văn Ính chưa kết hôn.", "chưa kết hôn"),
        ("Nhà ở bản Huồi Mới, xã Tri Lễ, huyện Quế Phong", "bản Huồi Mới, xã Tri Lễ, huyện Quế Phong"),
        ("Ông Lê Văn Sáng, điện thoại 024 3681 2211", "024 3681 2211"),
    ],
)
def test_somebodys_values_are_hidden(text: str, value: str) -> None:
    assert value in [found for _, found in pairs(text)]
