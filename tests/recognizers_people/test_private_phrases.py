"""Health, family and private life told in running text; look-alikes outnumber the hits."""

from __future__ import annotations

import pytest

from recognizers.detection import Detector

_NAMED = "Người làm đơn: Nguyễn Lan Nụ, sinh năm 1990. "


def _found(text: str, kind: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in Detector().find(text) if hit.entity_type.value == kind]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        (_NAMED + "Mẹ tôi bị ung thư gan nên nghỉ làm.", "HEALTH_INFO", "ung thư gan"),
        (
            _NAMED + "Hậu quả: gãy kín xương đòn trái; đưa đi cấp cứu.",
            "HEALTH_INFO",
            "gãy kín xương đòn trái",
        ),
        (_NAMED + "Chồng tôi đang điều trị viêm phổi.", "HEALTH_INFO", "viêm phổi"),
        ("Người thụ hưởng: Lê Mỹ Duyên (con dâu), 50%", "FAMILY_RELATION", "con dâu"),
        ("Quan hệ với chủ hộ: chị gái", "FAMILY_RELATION", "chị gái"),
        (_NAMED + "Anh ấy ngoại tình với người khác.", "PRIVATE_LIFE", "ngoại tình với người khác"),
    ],
)
def test_phrases_about_people_named(text: str, kind: str, value: str) -> None:
    assert value in _found(text, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Bệnh nhân có thể bị viêm gan do vi rút.", "HEALTH_INFO"),
        ("Phòng ngừa ung thư: khám định kỳ mỗi năm.", "HEALTH_INFO"),
        (_NAMED + "Thiết bị gãy phải thay mới.", "HEALTH_INFO"),
        (_NAMED + "Bí quyết chữa bệnh cho cây trồng.", "HEALTH_INFO"),
        (_NAMED + "Khoa Ung thư ở tầng 3.", "HEALTH_INFO"),
        ("Cấm ngoại tình, bạo lực gia đình theo Luật Hôn nhân.", "PRIVATE_LIFE"),
        ("Vợ, chồng có nghĩa vụ chung sống như vợ chồng.", "PRIVATE_LIFE"),
        (_NAMED + "Luật Hôn nhân và Gia đình.", "FAMILY_RELATION"),
        ("Quan hệ giữa vợ và chồng, cha mẹ và con", "FAMILY_RELATION"),
    ],
)
def test_texts_about_nobody_are_left(text: str, kind: str) -> None:
    assert _found(text, kind) == []
