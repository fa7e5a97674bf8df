"""Numbers and words behind a label of people that are told of nobody: what is asked of all, goods, budgets, batteries."""

from __future__ import annotations

import pytest
from finding import found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Điểm chuẩn: 24,50", "GRADES"),
        ("Điểm sàn: 18; chỉ tiêu: 120", "GRADES"),
        ("Điểm đầu: X = 1894; Điểm cuối: X = 1889", "GRADES"),
        ("Gross weight: 2,447.00 KGS          Measurement: 21.180 CBM", "INCOME"),
        ("Thuế TNCN (tiểu mục 1003): 3.422.500 đồng", "INCOME"),
        ("S/N pin: CN-0G91J0-8647", "CREDENTIAL"),
        ("Pin: 5000 mAh", "CREDENTIAL"),
        ("You must be at least 16 years old to apply.", "AGE"),
        ("Free for children under 5 years old.", "AGE"),
        ("job=nightly-export id=44718226\n2025-10-19 07:14:25 WARN table", "VN_PERSONAL_ID"),
    ],
)
def test_of_nobody(text: str, kind: str) -> None:
    assert found(text, kind) == []


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Điểm xét tuyển: 25,75", "GRADES", "25,75"),
        ("Điểm cuối kỳ: 8,5", "GRADES", "8,5"),
        ("Gross: 24,470,000 VND", "INCOME", "24,470,000 VND"),
        ("PIN thẻ: 4471", "CREDENTIAL", "4471"),
        ("Khách hàng PIN: 482193", "CREDENTIAL", "482193"),
        ("Lương: mức 15.000.000 đồng", "INCOME", "15.000.000 đồng"),
        ("He died at the age of 71 years old.", "AGE", "71 years old"),
        ("Nguyen Van An is 45 years old.", "AGE", "45 years old"),
        ("Số CCCD: 012345678901\n2025-10-11 giao hàng", "VN_PERSONAL_ID", "012345678901"),
    ],
)
def test_of_somebody(text: str, kind: str, value: str) -> None:
    assert found(text, kind) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "What a flight. My suitcase did not arrive and nobody at the desk was able to help.",
        "Sick leave as provided by law. My Lesson Planner remains the property of the Company.",
        "to act in my name and on my behalf in the following matters",
        "What time? My mom says 11am. Should I bring anything?",
    ],
)
def test_what_is_mine_in_english_is_nobody(text: str) -> None:
    assert found(text, "PERSON") == []


def test_one_called_my_is_somebody() -> None:
    assert found("chị My ơi, My mới gọi cho My Nga hôm qua", "PERSON") == ["My", "My", "My Nga"]
    assert "My Van" in found("My Van oi, chieu nay di hop nhe.", "PERSON")
