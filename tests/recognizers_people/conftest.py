from __future__ import annotations

from collections.abc import Callable

import pytest

from recognizers.address import AddressRecognizer
from recognizers.base import VnRecognizer
from recognizers.birth_date import BirthDateRecognizer
from recognizers.folding import fold
from recognizers.person import PersonRecognizer
from recognizers.places import PlaceRecognizer
from tests.silent_tagger import silent_tagger as silent_tagger

_ALL: tuple[VnRecognizer, ...] = (
    PersonRecognizer(),
    AddressRecognizer(),
    BirthDateRecognizer(),
    PlaceRecognizer(),
)


def found_values(text: str, entity_type: str) -> list[str]:
    """Return the text of every finding of a type, in order, as written in ``text``."""
    folded = fold(text)
    spans = sorted(
        folded.span(found.start, found.end)
        for recognizer in _ALL
        for found in recognizer.find(folded)
        if found.entity_type.value == entity_type
    )
    return [text[start:end] for start, end in spans]


@pytest.fixture(scope="session")
def values() -> Callable[[str, str], list[str]]:
    return found_values
