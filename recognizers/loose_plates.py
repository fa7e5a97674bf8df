"""Plates as people type and scanners read them: "biển 29x3 61180", "xe 37A 071 24", "xe tải biển số 86C-1O4.27".

Small letters, blanks within the last group and letters in the place of digits are no plate by themselves; behind a word for a
vehicle or its plate they are. A number with a unit, a year or a flat's number behind such a word is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.folding import Folded
from recognizers.nearby import matches_near

_D = "[0-9OoIl]"
_CODE = rf"(?:\d{_D}|[lIOo]\d)"
#: Five digits in any grouping; four only where no blank stands beside the letters.
_PLATE = (
    rf"(?P<plate>{_CODE}(?:[.\-]|[ ](?=[A-Za-zĐđ]{_D}))?[A-Za-zĐđ]{{1,2}}{_D}?[ .\-]{{0,3}}{_D}{{3}}[ .\-]?{_D}{{2}}"
    rf"|{_CODE}-?[A-Za-zĐđ]{{1,2}}(?:\d[ \-]|-){_D}{{4}})(?![\w]|[.\-/]\d|[ ]\d)"
)
#: The vehicle or its plate, then at most its make, colour and owner.
_BEHIND = re.compile(
    r"(?i)(?<![^\W_])(?:biển(?: số| kiểm soát)?|bien(?: so| kiem soat)?|biên số|biền số|bks|bsx|bs|xe|ô tô|oto|mô tô|taxi|bảng số|đầu kéo|rơ moóc)"
    rf"(?:[ ](?!phòng|ghế|tầng|căn|số nhà)[^\W_]{{1,10}}){{0,3}}[ ]{{0,2}}[:,(«\"]?[ ]{{0,40}}{_PLATE}"
)
_WORDS = (
    "bien",
    "bks",
    "bsx",
    "bs ",
    "bs:",
    "xe ",
    "o to",
    "oto",
    "mo to",
    "taxi",
    "bang so",
    "dau keo",
    "ro mooc",
)


def loose_plates(folded: Folded) -> Iterator[tuple[int, int]]:
    """Yield the stretches ``folded.text[start:end]`` that are plates behind a word for a vehicle."""
    for match in matches_near(_BEHIND, folded.text, _WORDS, folded.key):
        if sum(map(str.isdigit, match["plate"])) >= _LEAST_DIGITS:
            yield match.span("plate")


_LEAST_DIGITS = 4
