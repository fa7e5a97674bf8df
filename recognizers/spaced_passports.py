"""Passports as notes group and scanners misread them: "hc P00 629 351", "Passport CCA 756 888", "ho chieu C4HK91TLM".

Behind the word for the book only. Vietnamese books have a letter and seven or eight digits, Nordic ones three letters and six,
Philippine ones a letter at each end, German ones nine letters and digits without vowels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.folding import Folded
from recognizers.nearby import matches_near

_D = "[0-9OoIl]"
_GERMAN = "[0-9CFGHJKLMNPRTVWXYZ]"
_NUMBER = (
    rf"(?P<number>(?-i:[A-Z])[ ]?{_D}{{1,4}}[ ]{_D}{{2,4}}(?:[ ]{_D}{{2,4}})?"
    rf"|(?-i:[A-Z]{{3}})[ ]?\d{{3}}[ ]?\d{{3}}|(?-i:[A-Z])\d{{7}}(?-i:[A-Z])"
    rf"|(?-i:[CFGHJKLMNPRTVWXYZ]{_GERMAN}{{3}})[ ]?(?-i:{_GERMAN}{{3}})[ ]?(?-i:{_GERMAN}{{2}})"
    rf"|(?-i:[a-z])\d{{7,8}}|(?-i:[A-Z])[ ]?[Oo]\d{{6,7}})(?![\w]|[.,/\-]\d|[ ]\d)"
)
_TOLD = re.compile(
    r"(?i)(?<![^\W_])(?:hộ chiếu|ho chieu|hc|pp|ppt|passports?|reisepass|pasaporte|passeport|travel document)"
    r"(?:[ ](?:số|so|no\.?|number|của|cua|mới|moi|cũ|cu|sếp|sep|anh|chị|chi|em|ông|ong|bà|ba|n0)){0,3}[ ]?[:.]?[ ]{1,4}"
    + _NUMBER
)
_WORDS = (
    "ho chieu",
    "hc ",
    "hc:",
    "pp ",
    "ppt ",
    "passport",
    "reisepass",
    "pasaporte",
    "passeport",
    "travel document",
)
_LEAST, _MOST = 6, 8


def told_passports(folded: Folded) -> Iterator[tuple[int, int]]:
    """Yield the stretches ``folded.text[start:end]`` that are passports by the word before them."""
    for match in matches_near(_TOLD, folded.text, _WORDS, folded.key):
        number = match["number"].replace(" ", "")
        digits = sum(map(str.isdigit, number))
        looks = sum(char in "OoIl" for char in number[1:])
        german = len(number) == _GERMAN_LENGTH and digits >= _FEWEST
        if german or (_LEAST <= digits + looks <= _MOST and digits > looks):
            yield match.span("number")


_GERMAN_LENGTH, _FEWEST = 9, 2
