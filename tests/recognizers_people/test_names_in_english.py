"""Names announced by English words: titles, greetings, labels; and the words that only look like names there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import redactor
from recognizers.english_words import PAPER_WORDS
from recognizers.foreign_names import FOREIGN_FIRST
from recognizers.syllables import is_syllable

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
        ("My bag came without wheels. I am Aparna Deshmukh, Lotus no. 60", "Aparna Deshmukh"),
        ("My name is Harriet Osgood and I live in Hoi An.", "Harriet Osgood"),
        ("I, Imogen Ashworth, hereby authorise my sister", "Imogen Ashworth"),
        ("Dispute form. Cardholder CATHERINE M. LE, card ending 73", "CATHERINE M. LE"),
        ("We regret that the passenger Harriet Osgood (seat 12A) fell", "Harriet Osgood"),
        ("The tenant Aparna Deshmukh has paid until May.", "Aparna Deshmukh"),
        ("Patient Sarah Whitfield, admitted on Monday", "Sarah Whitfield"),
        ("Student Bui Thi Luu, class 7B", "Bui Thi Luu"),
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
        "I am Vietnamese Australian.",
        "I am Team Lead, Night Shift.",
        "I, Robot (2004)",
        "PATIENT SAFETY GOALS\nEach ward",
        "Patient Safety Goals, 2025 edition",
        "Student Affairs Office, room 2",
        "Guest House Rules\nNo smoking",
        "Passenger Terminal Two, gate 5",
        "Employee Handbook Chapter One, page 3",
        "Resident Evil Village (game)",
        "Donor Advised Fund, annual report",
        "Beneficiary Bank Name, SWIFT code",
        "Applicant Tracking System, version 3",
        "Tenant Fit Out, floor 12",
    ],
)
def test_english_words_before_others(values: Values, text: str) -> None:
    assert values(text, "PERSON") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Her classmate Bao Tram once told me so.", ["Bao Tram"]),
        ("Please contact Minh for the keys.", ["Minh"]),
        ("We met with Hoa yesterday about the lease.", ["Hoa"]),
        ("Linh will send the file tomorrow.", ["Linh"]),
        ("Hanh is out, Tuấn called, and Lan Anh paid the deposit.", ["Hanh", "Tuấn", "Lan Anh"]),
        ("Signed by Nguyen Thi Lan on behalf of Le Van Huu.", ["Nguyen Thi Lan", "Le Van Huu"]),
        ("I have known Gia Bao since 2019, when he joined my class.", ["Gia Bao"]),
        ("I, Fergus Byrne, of 12 Elm Road, make oath and say as follows:", ["Fergus Byrne"]),
        ("My marriage to Aoife Brennan was dissolved.", ["Aoife Brennan"]),
        ("Witnesses: 1. H. Q. Vinh    2. Saskia de Boer", ["H. Q. Vinh", "Saskia de Boer"]),
        ("This is to certify that Nadia Haddad has been employed by us.", ["Nadia Haddad"]),
        ("Tang Kim Phung, a citizen of Viet Nam", ["Tang Kim Phung"]),
        ("Please transfer the deposit.\nKind regards,\nWanjiru", ["Wanjiru"]),
        ("my son Felix and my wife Tam", ["Felix", "Tam"]),
        ("Borrower: Kwame Asante, passport enclosed", ["Kwame Asante"]),
        ("Minh Chau was born on 3 May 1990 in Hue.", ["Minh Chau"]),
        ("We spoke to Olivier's wife.", ["Olivier"]),
    ],
)
def test_what_english_sentences_tell_of_people(values: Values, text: str, names: list[str]) -> None:
    assert values(text, "PERSON") == names


@pytest.mark.parametrize(
    "text",
    [
        "I have known Hoi An since 2019.",
        "Hue is a city and Ha Long Bay was crowded; Long will do.",
        "The contract was approved by Quality Department; call Human Resources for details.",
        "Ha Long told us about tourism.",
        "I, the Seller, hereby declare",
        "our partner Ernst & Young Vietnam will call",
        "This is to certify that Vinamilk has been registered",
        "Kind regards,\nCustomer Service Team",
        "Shipper: Vina Foods JSC",
        "Sun Microsystems, Inc. and others",
        "GNU General Public License, Version 2.0. All Rights Reserved.",
        "Your Social Insurance Book will be returned by courier.",
        "The Lender agrees to lend the Borrower a sum (the “Loan”) at 9% per annum. The Borrower shall repay it.",
    ],
)
def test_what_english_papers_write_in_capitals(values: Values, text: str) -> None:
    assert values(text, "PERSON") == []


def test_words_of_english_papers_are_no_vietnamese_syllables() -> None:
    assert [word for word in PAPER_WORDS if is_syllable(word) or word in FOREIGN_FIRST] == []


@pytest.mark.parametrize(
    ("text", "entity", "found"),
    [
        ("1. I was born in Limerick on 17 March 1981.", "DATE_OF_BIRTH", ["17 March 1981"]),
        (
            "Mr. Minh Chau was born on the 3rd day of May 1990 in Hue.",
            "DATE_OF_BIRTH",
            ["3rd day of May 1990"],
        ),
        ("Her marriage to Aoife Brennan was dissolved on 4 June 2018.", "DATE_OF_BIRTH", []),
        ("Place of birth: Limerick", "PLACE_OF_BIRTH", ["Limerick"]),
        ("Country of Origin: Vietnam    Incoterms: CFR Sydney", "PLACE_OF_BIRTH", []),
        ("7. Work permit No.: 074-BD-20331 valid until 30/09/2025", "CIVIL_DOC_NO", ["074-BD-20331"]),
        ("Your Social Insurance Book (7909221847) will be returned.", "VN_BHXH", ["7909221847"]),
        ("Term deposit 0680302293455    Principal: VND 500,000,000", "VN_BANK_ACCOUNT", ["0680302293455"]),
    ],
)
def test_numbers_and_days_in_english_papers(text: str, entity: str, found: list[str]) -> None:
    assert [text[f.start : f.end] for f in redactor.find_in_text(text) if f.entity_type == entity] == found
