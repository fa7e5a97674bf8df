from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from recognizers.entities import EntityType
from recognizers.people import Mention, link

E = EntityType


def mentions(*items: tuple[EntityType, str], text: int = 0, row: bool = False) -> list[Mention]:
    return [Mention(text, 50 * number, kind, value, row=row) for number, (kind, value) in enumerate(items)]


def groups(items: list[Mention]) -> list[list[str]]:
    return [[items[index].value for index in person.mentions] for person in link(items)]


def test_what_stands_together_is_one_person() -> None:
    items = mentions(
        (E.PERSON, "Nguyễn Văn An"),
        (E.DATE_OF_BIRTH, "1/2/1990"),
        (E.VN_PERSONAL_ID, "001090012345"),
        (E.PERSON, "Trần Thị Bình"),
        (E.VN_PHONE, "0912345678"),
    )
    assert groups(items) == [["Nguyễn Văn An", "1/2/1990", "001090012345"], ["Trần Thị Bình", "0912345678"]]


def test_all_spellings_of_a_name_are_one_person() -> None:
    items = mentions(
        (E.PERSON, "Nguyễn Văn An"),
        (E.PERSON, "NGUYEN VAN AN"),
        (E.PERSON, "An"),
        (E.PERSON, "N.V.A"),
        (E.PERSON, "Nguyễn V. A."),
    )
    people = link(items)
    assert len(people) == 1
    assert people[0].name == "Nguyễn Văn An"


def test_a_given_name_that_fits_two_people_joins_neither() -> None:
    items = mentions((E.PERSON, "Nguyễn Văn An"), (E.PERSON, "Trần Văn An"), (E.PERSON, "An"))
    assert len(link(items)) == 3


def test_equal_names_with_different_numbers_are_two_people() -> None:
    items = mentions(
        (E.PERSON, "Nguyễn Văn An"),
        (E.VN_PERSONAL_ID, "001090012345"),
        (E.PERSON, "Nguyễn Văn An"),
        (E.VN_PERSONAL_ID, "001090099999"),
    )
    assert len(link(items)) == 2


def test_a_number_met_again_leads_to_its_person() -> None:
    items = [
        *mentions((E.PERSON, "Nguyễn Văn An"), (E.VN_PERSONAL_ID, "001090012345")),
        *mentions((E.VN_PERSONAL_ID, "001 090 012 345"), text=1),
    ]
    assert groups(items) == [["Nguyễn Văn An", "001090012345", "001 090 012 345"]]


def test_in_a_row_order_does_not_matter() -> None:
    items = [
        *mentions((E.VN_PERSONAL_ID, "001090012345"), (E.PERSON, "Nguyễn Văn An"), text=1, row=True),
        *mentions((E.VN_PERSONAL_ID, "001090054321"), (E.PERSON, "Trần Thị Bình"), text=2, row=True),
    ]
    assert groups(items) == [["001090012345", "Nguyễn Văn An"], ["001090054321", "Trần Thị Bình"]]


def test_details_far_away_or_without_a_name_belong_to_nobody() -> None:
    items = [
        Mention(0, 0, E.PERSON, "Nguyễn Văn An"),
        Mention(0, 5000, E.VN_PHONE, "0912345678"),
        Mention(1, 0, E.VN_ADDRESS, "số 1"),
    ]
    assert groups(items) == [["Nguyễn Văn An"]]


def test_a_second_identity_number_is_somebody_elses() -> None:
    items = mentions(
        (E.PERSON, "Nguyễn Văn An"), (E.VN_PERSONAL_ID, "001090012345"), (E.VN_PERSONAL_ID, "001090054321")
    )
    assert groups(items) == [["Nguyễn Văn An", "001090012345"]]


def test_the_name_is_not_in_the_repr() -> None:
    person = link(mentions((E.PERSON, "Nguyễn Văn An")))[0]
    assert "Nguyễn" not in repr(person)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from([E.PERSON, E.VN_PERSONAL_ID, E.DATE_OF_BIRTH, E.VN_ADDRESS]),
            st.sampled_from(["Nguyễn Văn An", "An", "Lê Thị Hạnh", "001090012345", "1/2/1990", "A", ""]),
        ),
        max_size=12,
    )
)
def test_no_mention_has_two_people_and_ids_are_in_order(pairs: list[tuple[EntityType, str]]) -> None:
    people = link(mentions(*pairs))
    seen = [index for person in people for index in person.mentions]
    assert len(seen) == len(set(seen))
    assert [person.id for person in people] == [f"p{number}" for number in range(1, len(people) + 1)]
    assert people == link(mentions(*pairs))
