"""Given names alone in lists of people, and lists of other things."""

import pytest

import redactor


def people(text: str) -> list[str]:
    return [text[h.start : h.end] for h in redactor.find_in_text(text) if h.entity_type == "PERSON"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Vắng: anh Tuấn, Trâm Anh (P), Nguyễn Văn An, Phúc An", "Phúc An"),
        ("Thành phần: ông Nguyễn Văn An, bà Trần Thị Lan, Minh Tâm", "Minh Tâm"),
        ("- anh Vũ: nghỉ\n- Kim Anh (sale): đi làm\n- bác Tưởng: trực", "Kim Anh"),
        ("- chị Hân dặn\n- Bảo Long, Minh Khôi đánh nhau\n- anh Sơn đón", "Minh Khôi"),
    ],
)
def test_what_others_of_a_list_are(text: str, name: str) -> None:
    assert name in people(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Đi chợ: anh Tuấn trả tiền, chị Hoa cầm, Thịt Bò, Rau Muống", "Thịt Bò"),
        ("- anh Vũ: nghỉ\n- Kho lạnh: kiểm tra\n- bác Tưởng: trực", "Kho"),
        ("- anh Vũ: nghỉ\n- Thu tiền nhà\n- bác Tưởng: trực", "Thu"),
        ("- Hợp đồng 12\n- Thanh toán: 3 đợt\n- Bảo hành: 1 năm", "Thanh"),
    ],
)
def test_other_items(text: str, word: str) -> None:
    assert not any(word in name for name in people(text))
