"""What English papers tell of people, and the same words where they tell of nobody."""

from __future__ import annotations

import pytest

import redactor
from recognizers.told_english import phrases_by_kind

ABOUT = "This is about Mr Tran Quoc Dat and what we know of the matter for now.\n"


def _values(text: str, kind: str) -> list[str]:
    whole = ABOUT + text
    return [whole[hit.start : hit.end] for hit in redactor.find_in_text(whole) if hit.entity_type == kind]


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("Dat is recovering from a stroke.", "HEALTH_INFO", "stroke"),
        ("She has a fractured pelvis now.", "HEALTH_INFO", "fractured pelvis"),
        ("She is five months pregnant and tired.", "HEALTH_INFO", "five months pregnant"),
        ("My wife has gestational diabetes.", "HEALTH_INFO", "gestational diabetes"),
        ("I recently had a heart bypass.", "HEALTH_INFO", "heart bypass"),
        ("He is off sick with a kidney infection.", "HEALTH_INFO", "kidney infection"),
        ("He needs money for his father's chemotherapy.", "HEALTH_INFO", "chemotherapy"),
        (
            "He was convicted of drunk driving in 2021.",
            "CRIMINAL_RECORD",
            "was convicted of drunk driving in 2021",
        ),
        ("Dat has been in prison before.", "CRIMINAL_RECORD", "been in prison before"),
        ("His wife has filed for divorce.", "PRIVATE_LIFE", "filed for divorce"),
        ("Dat is separated from his wife.", "PRIVATE_LIFE", "separated from his wife"),
        ("He also owes the company 120m under the bond.", "DEBT", "120m"),
        ("Your loan account is 87 days past due.", "DEBT", "87 days past due"),
        ("His salary is 58m/month gross.", "INCOME", "58m/month gross"),
        ("She earns VND 32 million per month.", "INCOME", "VND 32 million per month"),
        ("Last drawn salary: VND 24 million.", "INCOME", "VND 24 million"),
        ("I am 71 and live alone.", "AGE", "71"),
        ("His son, who is 19, was with him.", "AGE", "19"),
    ],
)
def test_what_is_told_of_somebody_is_found(text: str, kind: str, told: str) -> None:
    assert told in _values(text, kind)


@pytest.mark.parametrize(
    "text",
    [
        "The policy covers heart bypass, chemotherapy and dialysis.",
        "If you are pregnant or have diabetes, ask a doctor.",
        "Patients with epilepsy should not drive.",
        "The course is about the prevention of tuberculosis.",
        "Dr Dat specialises in kidney stones and has published on liver failure.",
        "The broken arm of the crane was torn off its neck.",
        "Anyone convicted of fraud may be excluded.",
        "The minimum wage is VND 4.96 million.",
        "The company owes its suppliers nothing.",
        "The answer is 42, the limit is 90.",
        "Article 12 is 71 pages long.",
        "The rent is USD 1,450 per month.",
        "The firm had a turnover of VND 12 billion net.",
        "Signal strokes are counted by the seizures of the bearing.",
    ],
)
@pytest.mark.parametrize("kind", ["HEALTH_INFO", "CRIMINAL_RECORD", "PRIVATE_LIFE", "DEBT", "INCOME", "AGE"])
def test_rules_offers_and_things_tell_of_nobody(text: str, kind: str) -> None:
    assert _values(text, kind) == []


def test_no_phrase_stands_in_the_list_twice() -> None:
    phrases = [phrase for kind in phrases_by_kind().values() for phrase in kind]
    assert sorted(phrases) == sorted(set(phrases))
    assert phrases_by_kind().keys() == {"illness", "treatment", "state", "crime", "private"}
