"""Household books and poor households told by their number: "sổ hộ khẩu cũ số 041 835 307", "hộ nghèo mã 87-4471-018"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.folding import Folded
from recognizers.nearby import matches_near

_TOLD = re.compile(
    r"(?<![a-z])(?:so ho khau|shk|so ho|(?:so )?ho (?:can )?ngheo|so gia dinh|chu ho [a-z' ]{4,30}, so so)"
    r"(?: (?:cu|moi|bia do|theo so|ma|ma so|so|cua toi|cua nha)){0,3}[ ]?[:(]?[ ]?"
    r"(?P<number>\d{3}[ .]\d{3}[ .]\d{3}|\d{8,10}|[a-z]{2,3}-\d{3,6}|[a-z]{2}-\d{2,4}/\d{2,4}|\d{2}-\d{4}-\d{3}|\d{3,5}/[a-z]{2}-[a-z]{2})"
    r"(?![\w]|[.,/\-]\d|[ .]\d{3}|[ ]?(?:dong|d|vnd|trieu|ho|nguoi|m2)(?![a-z]))"
)
_WORDS = ("so ho", "shk", "ho ngheo", "can ngheo", "so gia dinh", "chu ho")


def told_households(folded: Folded) -> Iterator[tuple[int, int]]:
    """Yield the stretches ``folded.text[start:end]`` that number a household."""
    for match in matches_near(_TOLD, folded.key, _WORDS):
        yield match.span("number")
