"""Every error, gap and stage has its sentence in both languages, with placeholders that get filled."""

from __future__ import annotations

import re

import pytest

from redactor import errors, messages
from redactor.errors import RedactorError
from redactor.isolation import ERRORS_BY_CODE
from redactor.model import GapReason, Stage


def test_every_error_has_a_sentence_and_no_sentence_is_left_over() -> None:
    assert set(messages.ERRORS) == set(ERRORS_BY_CODE)


@pytest.mark.parametrize("code", sorted(messages.ERRORS))
def test_both_languages_ask_for_the_same_placeholders(code: str) -> None:
    text = messages.ERRORS[code]
    assert set(re.findall(r"{(\w+)}", text.vi)) == set(re.findall(r"{(\w+)}", text.en))


@pytest.mark.parametrize("code", sorted(messages.ERRORS))
@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_a_sentence_is_told_even_without_its_params(code: str, language: str) -> None:
    assert len(messages.sentence_for(code, {}, language)) > 20


def test_every_gap_and_stage_has_a_name() -> None:
    assert set(messages.GAPS) == set(GapReason)
    assert set(messages.STAGES) == set(Stage)


def test_exit_codes_are_those_of_the_documented_table() -> None:
    documented = re.findall(r"[├└]─ ([\w, ]+?)\s{2,}(\d+)", str(errors.__doc__))
    table = {name.strip(): int(code) for names, code in documented for name in names.split(",")}
    actual = {kind.__name__: kind.exit_code for kind in ERRORS_BY_CODE.values() if kind is not RedactorError}
    assert table == actual
