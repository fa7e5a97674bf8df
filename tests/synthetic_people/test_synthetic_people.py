"""The made-up people are consistent with themselves and belong to nobody."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.synthetic.addresses import places
from tests.synthetic.people import PeopleFactory, id_qr, luhn_digit, mrz_check, mrz_td1, tax_check_digit


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**31))
def test_the_values_of_a_person_agree(seed: int) -> None:
    person = PeopleFactory(seed).person()
    assert re.fullmatch(r"\d{12}", person.personal_id)
    assert person.personal_id.startswith(person.place.id_code)
    assert person.personal_id[4:6] == f"{person.birth:%y}"
    assert int(person.personal_id[3]) % 2 == int(person.female)
    assert person.personal_id[6:8] == "99"
    assert re.fullmatch(r"0[35789]\d{8}", person.phone)
    assert re.fullmatch(r"02\d{9}", person.landline)
    assert re.fullmatch(r"01\d{9}", person.phone_old)
    assert tax_check_digit(person.tax_code[:9]) == int(person.tax_code[9])
    assert luhn_digit(person.card[:-1]) == person.card[-1]
    assert re.fullmatch(r"[A-Z]{2}[1-5]\d{12}", person.bhyt)
    assert re.fullmatch(r"[A-HJ-NPR-Z0-9]{17}", person.vin)
    assert person.id_issued.year >= person.birth.year + 14


def test_the_same_seed_gives_the_same_people_and_names_do_not_repeat() -> None:
    first, second = PeopleFactory(4), PeopleFactory(4)
    people = [first.person() for _ in range(200)]
    assert people == [second.person() for _ in range(200)]
    assert len({person.name for person in people}) == 200


def test_reserved_mail_stays_in_reserved_domains() -> None:
    factory = PeopleFactory(9, reserved_mail=True)
    assert all(factory.person().email.split("@")[1].startswith("example.") for _ in range(50))


def test_the_published_check_digits() -> None:
    """Samples with known digits: tax code 0101234565; ICAO Doc 9303 part 3 gives 3 for 520727."""
    assert tax_check_digit("010123456") == 5
    assert mrz_check("520727") == "3"
    assert luhn_digit("411111111111111") == "1"


def test_machine_readable_zone_has_three_lines_of_thirty() -> None:
    for seed in range(30):
        lines = mrz_td1(PeopleFactory(seed).person())
        assert [len(line) for line in lines] == [30, 30, 30]
        assert all(re.fullmatch(r"[A-Z0-9<]+", line) for line in lines)


def test_qr_payload_has_seven_fields() -> None:
    assert len(id_qr(PeopleFactory(1).person()).split("|")) == 7


def test_all_old_provinces_are_there() -> None:
    assert len({place.province for place in places()}) == 63
    assert len({place.new_province for place in places()}) == 34


def test_structures_of_names() -> None:
    factory = PeopleFactory(77)
    assert factory.person(structure="ede", female=True).name.startswith("H'")
    assert factory.person(structure="ede", female=False).name.startswith("Y ")
    assert len(factory.person(structure="long").name.split()) == 4
    assert len(factory.person(structure="short").name.split()) == 2
