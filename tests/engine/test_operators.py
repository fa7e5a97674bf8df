"""What is written instead: nothing of the value gets through, equal values stay equal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from presidio_analyzer import RecognizerResult
from presidio_anonymizer.entities import OperatorConfig

from recognizers.entities import EntityType
from redactor.model import OperatorChoice
from redactor.operators import BLOCKS, Replacer, build_anonymizer
from redactor.policy import OPERATORS

KEY = bytes(range(32))


def replace(entity_type: EntityType, operator: str, value: str, **params: int) -> str:
    return Replacer(KEY, paged=False).function(entity_type, OperatorChoice(operator, dict(params)))(value)


def test_a_cover_says_nothing_about_length() -> None:
    assert (
        replace(EntityType.PERSON, "cover", "An")
        == replace(EntityType.PERSON, "cover", "Nguyễn Văn An")
        == BLOCKS
    )


def test_a_cover_on_a_page_is_a_box_without_text() -> None:
    assert Replacer(KEY, paged=True).function(EntityType.PERSON, OperatorChoice())("An") == ""


def test_labels_name_the_type_and_number_people() -> None:
    function = Replacer(KEY, paged=True).function(EntityType.PERSON, OperatorChoice("label"), 2)
    assert function("Nguyễn Văn An") == "[HỌ TÊN 2]"


@pytest.mark.parametrize(
    ("value", "keep", "expected"),
    [
        ("001190012345", 3, "*********345"),
        ("001 190 012 345", 3, "*** *** *** 345"),
        ("12345", 4, "****5"),
        ("An", 3, "**"),
    ],
)
def test_a_mask_keeps_the_end_but_never_more_than_a_third(value: str, keep: int, expected: str) -> None:
    assert replace(EntityType.VN_PERSONAL_ID, "mask", value, keep_last=keep) == expected


@given(st.from_regex(r"0[0-9]{11}", fullmatch=True))
def test_a_pseudonym_keeps_shape_and_can_belong_to_nobody(value: str) -> None:
    out = replace(EntityType.VN_PERSONAL_ID, "pseudonym", value)
    assert len(out) == 12
    assert out.isdigit()
    assert out.startswith("999")


def test_equal_values_in_other_spellings_get_one_pseudonym() -> None:
    first = replace(EntityType.VN_PERSONAL_ID, "pseudonym", "001190012345")
    spaced = replace(EntityType.VN_PERSONAL_ID, "pseudonym", "001 190 012 345")
    assert spaced.replace(" ", "") == first
    assert replace(EntityType.PERSON, "pseudonym", "Nguyễn Văn An") == replace(
        EntityType.PERSON, "pseudonym", "NGUYEN VAN AN"
    )


def test_another_job_gives_other_pseudonyms_and_hashes() -> None:
    other = Replacer(bytes(32), paged=False)
    for operator in ("pseudonym", "keyed_hash"):
        mine = replace(EntityType.VN_PERSONAL_ID, operator, "001190012345")
        assert other.function(EntityType.VN_PERSONAL_ID, OperatorChoice(operator))("001190012345") != mine


@pytest.mark.parametrize(
    ("entity_type", "value", "expected"),
    [
        (EntityType.DATE_OF_BIRTH, "15/03/1990", "1990"),
        (EntityType.AGE, "35 tuổi", "30–39"),
        (EntityType.PERSON, "Nguyễn Văn An", "[HỌ TÊN]"),
    ],
)
def test_generalising_keeps_the_coarse_part_only(entity_type: EntityType, value: str, expected: str) -> None:
    assert replace(entity_type, "generalise", value) == expected


@pytest.mark.parametrize("operator", OPERATORS)
def test_no_operator_lets_the_value_through(operator: str) -> None:
    for entity_type in EntityType:
        out = replace(entity_type, operator, "079203004567")
        assert "079203004567" not in out
        assert "79203004567" not in out


def test_the_operators_serve_in_a_plain_presidio_anonymizer() -> None:
    result = RecognizerResult("PERSON", 3, 7, 1.0)
    config = {"PERSON": OperatorConfig("label", {"entity_type": "PERSON"})}
    assert build_anonymizer().anonymize("Bà Hạnh", [result], config).text == "Bà [HỌ TÊN]"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("Số 12, ngõ 45, phố Huế, phường Cửa Nam, Hà Nội", "Hà Nội"),
        ("Thôn 3, xã Hòa Thắng, tp Buôn Ma Thuột, tỉnh Đắk Lắk", "tỉnh Đắk Lắk"),
        ("so 8 duong Tran Phu, Nha Trang, Khanh Hoa", "Khanh Hoa"),
        ("số 5 ngách 12/3", "[ĐỊA CHỈ]"),
    ],
)
def test_an_address_is_generalised_to_its_province(address: str, expected: str) -> None:
    assert replace(EntityType.VN_ADDRESS, "generalise", address) == expected
