"""Names of print, of the map and of the calendar are left in sight; the same words behind somebody's label are not."""

import pytest

import redactor
from recognizers.entities import EntityType


def hidden(text: str, kind: EntityType) -> list[str]:
    return [
        text[hit.start : hit.end]
        for hit in redactor.find_in_text(text)
        if str(hit.entity_type) == str(kind) and not hit.keep
    ]


_MATCH = (
    "Đội hình ra sân vòng 20. Hiệp 1 tỷ số 0-0.\nBình Dương 1-3 Thể Công (Tiến Linh 44' - Nhâm Mạnh Dũng 52')\n"
    "Trọng tài Ngô Duy Lân rút thẻ vàng."
)


@pytest.mark.parametrize(
    "text",
    [
        _MATCH,
        "Phan Huy Lê (chủ biên), Lịch sử Việt Nam, tập 1, NXB Giáo dục, 2012.",
        "Lộ trình thay thế: Trần Não, Vũ Tông Phan, Nguyễn Hoàng, Mai Chí Thọ.",
        "Nhà xe Phương Trang chạy tuyến Sài Gòn - Đà Lạt, giá vé 290.000 đồng",
        "Giờ làm việc: thứ Hai đến thứ Sáu, sáng 7h30",
        "Thu Hai: Chao co, Toan, Van, Anh, Su\nThu Ba: Ly, Hoa, Sinh, Toan, The duc\nThu Tu: Van, Van, Dia",
        "Chú ý an toàn: không đặt máy gần nguồn nhiệt.",
        "cô y tế trường phát thuốc tẩy giun thứ tư tuần sau",
    ],
)
def test_names_of_print_stay(text: str) -> None:
    assert hidden(text, EntityType.PERSON) in ([], ["Ly"])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ông Nguyễn Hoàng, sinh năm 1980, ngụ 12 Trần Não", "Nguyễn Hoàng"),
        ("Học sinh lớp 8A ghi bàn: Trần Minh Khôi phút 12, SĐT 0912345678", "Trần Minh Khôi"),
        ("Gặp tại ngã tư: chị Phan Thu Hương, 0912 345 678", "Phan Thu Hương"),
        ("Họ tên: Phan Huy Lê, NXB Giáo dục, vào làm năm 2012", "Phan Huy Lê"),
    ],
)
def test_people_beside_the_same_words_are_found(text: str, name: str) -> None:
    assert any(name in found or found in name for found in hidden(text, EntityType.PERSON))


@pytest.mark.parametrize(
    "text",
    [
        "Hội chợ diễn ra tại SECC, 799 Nguyễn Văn Linh, Quận 7, từ 12 đến 15/11/2025",
        "Lễ khai giảng tổ chức tại sân trường, số 20 đường Nguyễn Trãi",
        "Mang máy đến trạm bảo hành số 25 Lê Trọng Tấn, Thanh Xuân, Hà Nội",
    ],
)
def test_places_of_events_may_stay(text: str) -> None:
    assert hidden(text, EntityType.VN_ADDRESS) == []


def test_a_feast_at_home_is_at_home() -> None:
    text = "Lễ vu quy tổ chức tại tư gia, số 20 ngõ 5 đường Nguyễn Trãi, phường Thanh Xuân"
    assert hidden(text, EntityType.VN_ADDRESS)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Dân tộc: Kinh 85,1%; Thái 9,6%", EntityType.ETHNICITY),
        ("Tôn giáo: Phật giáo 14 triệu tín đồ", EntityType.RELIGION),
        ("Tình trạng hôn nhân: có vợ/chồng 69,2%", EntityType.MARITAL_STATUS),
        ("Triệu chứng của sốt xuất huyết: sốt cao đột ngột, đau đầu", EntityType.HEALTH_INFO),
        ("Anh hùng liệt sĩ, hy sinh ngày 18/4/1970 tại Bình Giã", EntityType.DATE_OF_BIRTH),
    ],
)
def test_what_is_counted_or_stated_is_nobodys(text: str, kind: EntityType) -> None:
    assert hidden(text, kind) == []


def test_somebodys_own_stay_found() -> None:
    text = "Họ tên: Lê Thị Lan\nDân tộc: Kinh\nTôn giáo: Phật giáo\nNgày sinh: 18/4/1970"
    for kind in (EntityType.ETHNICITY, EntityType.RELIGION, EntityType.DATE_OF_BIRTH):
        assert hidden(text, kind)
