"""Names announced by English words: titles, greetings, labels; and the words that only look like names there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Values = Callable[[str, str], list[str]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mr Phat called.", "Phat"),
        ("Ms. Thao will visit.", "Thao"),
        ("Dear Mr Phat,", "Phat"),
        ("Dear Quyen Phan,", "Quyen Phan"),
        ("Hi Phat,\nplease find attached", "Phat"),
        ("Line manager: Gupta, Rohan", "Gupta, Rohan"),
        ("Reported to: Rohan Gupta", "Rohan Gupta"),
        ("Approved by: Rohan G.", "Rohan G."),
        ("Attn: Rohan Gupta", "Rohan Gupta"),
        ("Patient name: WHITFIELD, SARAH", "WHITFIELD, SARAH"),
        ("This is to certify that Mr. Tran Duc Bo has worked here.", "Tran Duc Bo"),
    ],
)
def test_english_words_announce_a_name(values: Values, text: str, name: str) -> None:
    assert values(text, "PERSON") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Dear Sir or Madam,",
        "Dear Valued Customer,",
        "Hello World!",
        "Hi All,",
        "Approved by: Board of Directors",
        "Approved by: Sales Department",
        "Attn: Purchasing Dept.",
        "MS Word and MS Excel skills",
        "Ms Excel",
        "Product name: Paracetamol, Extra",
        "Manager: to be decided",
        "The manager: a job description",
        "Mr President and Ms Chairman",
    ],
)
def test_english_words_before_others(values: Values, text: str) -> None:
    assert values(text, "PERSON") == []
