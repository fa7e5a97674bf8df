"""What people are called in a chat and by their neighbours: the whole of it is hidden, labels and words of talk are not."""

import pytest

import redactor


def people(text: str) -> list[str]:
    """Return the names found in a text that are not proposed to be kept, each once."""
    hits = redactor.find_in_text(text)
    return list(
        dict.fromkeys(text[h.start : h.end] for h in hits if h.entity_type == "PERSON" and not h.keep)
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("với thằng Khang lé sống chung rồi", ["Khang lé"]),
        ("- Tùng còm: loa đài, phông bạt, nước uống", ["Tùng còm"]),
        ("Nhà em có cây Mai còi cọc", []),
        ("Mua chai Sữa béo với quả Lê béo ngậy", []),
    ],
)
def test_what_sets_one_apart_belongs_to_the_name(text: str, names: list[str]) -> None:
    assert people(text) == names


def test_who_speaks_in_turn_with_somebody_called_by_name() -> None:
    chat = (
        "Vượng sún: tối qua xem đá không\nLong xe đạp: xem, đá hay\nkòi: thua rồi\n"
        "Vượng sún: mai đá nhé\nLong xe đạp: ok\nkòi: ok luôn\nTài liệu tham khảo: 45/2019/QH14"
    )
    assert people(chat) == ["Vượng sún", "Long xe đạp", "kòi"]


def test_parts_played_in_a_chat_are_nobody() -> None:
    chat = "Chủ nhà: tháng này điện 300\nLan: dạ em chuyển rồi ạ\nChủ nhà: ok em\nLan: dạ"
    assert people(chat) == ["Lan"]


def test_records_repeat_their_labels_too() -> None:
    records = "Loại hàng: gạo\nTháng: 5\nSố lượng: 20\nLoại hàng: ngô\nTháng: 6\nSố lượng: 12"
    assert people(records) == []
