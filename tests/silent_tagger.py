"""The tagger as a silent reader: tests of rules are about rules, what the tagger makes of their examples is not their subject."""

from collections.abc import Sequence

import pytest

from recognizers import second_reading, table_rereading
from recognizers.base import Found
from recognizers.folding import Folded
from recognizers.tagger import Tagger, Tags
from recognizers.words import words


def _says_nothing(
    folded: Folded, found: Sequence[Found], readers: Sequence[Tagger], columns: Sequence[int] | None = None
) -> Tags:
    size = words(folded).size
    return Tags(["PERSON"] * size, [0.0] * size, [0.0] * size, [0.0] * size)


@pytest.fixture(autouse=True)
def silent_tagger(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the tagger add nothing and take nothing back."""
    monkeypatch.setattr(second_reading, "tags", _says_nothing)
    monkeypatch.setattr(table_rereading, "tags", _says_nothing)
