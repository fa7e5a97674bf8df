"""Vietnamese people in English papers without a title before them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Values = Callable[[str, str], list[str]]

ABOUT = "This is about the matter which was raised with us and of which you have been told.\n"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("I asked teller Hung to transfer it.", ["Hung"]),
        ("We will let go of Long from QA.", ["Long"]),
        ("Please call Gregory (agent) for the keys.", ["Gregory"]),
        ('The third is Tran "Tony" Quoc Dat.', ['Tran "Tony" Quoc Dat']),
        ("A truck driven by one Le Van Tep hit us.", ["Le Van Tep"]),
        ("The report was made by Captain Mai Duc Loi.", ["Mai Duc Loi"]),
        ("He denies that Kieu Oanh in Accounts knew.", ["Kieu Oanh"]),
        ("Leave it with auntie Nam if nobody is home.", ["Nam"]),
        ("- Tuan Anh (warehouse) had an operation.", ["Tuan Anh"]),
        ("He is seeing a woman named Thuy.", ["Thuy"]),
        ("Ping Phuc if you need it.", ["Phuc"]),
        ("We saw her ex-husband, Dung. Ten minutes later Dung came in.", ["Dung", "Dung"]),
        ("We paid Le Van Tep. Later Tep was seen there.", ["Le Van Tep", "Tep"]),
    ],
)
def test_people_are_known_by_what_stands_around_them(values: Values, text: str, names: list[str]) -> None:
    assert values(ABOUT + text, "PERSON") == names


@pytest.mark.parametrize(
    "text",
    [
        "The office is on Nguyen Van Linh Street.",
        "He studied at Le Hong Phong High School.",
        "Turn left at Tran Hung Dao and stop at the bridge.",
        "The bus stops near Nguyen Thi Minh Khai Hospital.",
        "Long from end to end, the beam is heavy.",
        "An operator from the line was there.",
        "- Ha Long: two nights with breakfast",
        "- Vinh: the branch is closed",
        "Officer cadets have been sent home.",
        "The driver May be installed with the printer.",
        "We walked on Le Loi and Tran Hung Dao after the songs of Trinh Cong Son.",
        "- Phu Quoc: has been booked",
        "It lies on đường Hai Bà Trưng near the bank.",
        "The customer Long Hau Corporation was paid.",
        "The owner Sun Group agreed.",
        "- Loan: the sum of the instalments",
        "- Bugs (section 4) are listed.",
    ],
)
def test_streets_places_and_words_are_nobody(values: Values, text: str) -> None:
    assert values(ABOUT + text, "PERSON") == []
