"""Full names in lower case, with and without accents, in running text; and prose that is built of the same words."""

import pytest

import redactor


def people(text: str) -> list[str]:
    return [text[h.start : h.end] for h in redactor.find_in_text(text) if h.entity_type == "PERSON"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("anh mai anh tuan co no toi", "mai anh tuan"),
        ("theo loi khai cua tong phuoc", "tong phuoc"),
        ("theo lời khai của lâm tú anh", "lâm tú anh"),
        ("do vương mỹ dung đứng tên", "vương mỹ dung"),
        ("gui cho ha thi vin o hue", "ha thi vin"),
        ("co to dieu linh day toan lop toi", "to dieu linh"),
        ("lien he kieu oanh nhe", "kieu oanh"),
        ("nhan vien ngo bao tram di tre 3 lan", "ngo bao tram"),
        ("chau do hai yen hoc lop 5", "do hai yen"),
        ("da nhan cua ta bich loan so tien 5 trieu", "ta bich loan"),
        ("bên A (chu đức thắng)", "chu đức thắng"),
        ("nhờ thân thị thu ký giúp", "thân thị thu"),
        ("ly thu thao xin nghi phep 2 ngay", "ly thu thao"),
        ("lò văn pánh khai rằng", "lò văn pánh"),
    ],
)
def test_full_names_in_lower_case(text: str, name: str) -> None:
    assert people(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "chi hai di cho chua ve",
        "anh cao to den lay hang roi nhe",
        "em mai lam o cong ty den may gio",
        "anh truong phong bao nop bao cao truoc thu 6",
        "benh nhan ho keo dai 3 tuan",
        "benh nhan ly giai rang quen thuoc",
        "chi bui bam nhieu qua",
        "chi mai chuyen tien nha",
        "anh vo y lam hong may",
        "em thuong anh nhieu lam",
        "anh phan tich lai so lieu",
        "bac si ngo doc thuc pham",
        "mai tang phuc thien 0912345678",
        "Ghi chú: hẹn lại thứ 5",
        "Số tiền viết bằng chữ: Ba triệu sáu trăm mười hai nghìn",
        "chị thích mẫu này, đi từ văn phòng qua",
        "QUYET DINH VE VIEC CU CAN BO DI HOC LOP BOI DUONG NGHIEP VU",
    ],
)
def test_prose_of_the_same_words(text: str) -> None:
    assert people(text) == []
