"""Births told with their place first: "sinh tại Plei Tơ Nghia ngày 2 tháng 4 năm 1999", "đẻ ở trạm xá, năm 1977"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.folding import Folded
from recognizers.nearby import matches_near
from recognizers.word_sets import word_set

#: What is born, and none of the words that end in "sinh" ("khai sinh tại", "phát sinh tại").
_BORN = re.compile(
    r"(?<![a-z])(?:(?P<before>[a-z]+) )?(?:sinh(?: ra| truong)?|de|chao doi) (?:tai|o) (?P<place>[^\n;:\d]{2,60}?)"
    r"[ ]?,? ?(?:vao |hoi |luc )?(?:ngay|thang|nam) (?=\d|m[ou]ng )"
)
_NOT_BORN = word_set("""
khai phat tai ve ho hy hi thi hoc ky ki giam tuyen thu san nay cuu y du ton me hoi dan an nghi chung bat xac quan toi ma
tre
""")
#: Words of a clause between the place and the day: the day is another one's.
_ELSEWHERE = re.compile(
    r"(?<![a-z])(?:duoc|bi|cap|cong tac|lam viec|hoc|nhap|ra vien|xuat|ket hon|ky|lap|mat|chet|dang ky|va|hien|nhung)(?![a-z])"
)
_LETTER_DE = re.compile(r"đẻ\b", re.IGNORECASE)


def told_with_place(folded: Folded, dates: re.Pattern[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield the spans of place and date of births (what ``dates`` matches on the key), in positions of the key."""
    key, text = folded.key, folded.text
    for born in matches_near(_BORN, key, ("sinh", "de tai", "de o", "chao doi")):
        verb = key[born.start() : born.start("place")]
        if born["before"] in _NOT_BORN or _ELSEWHERE.search(born["place"]):
            continue
        if (
            " de " in f" {verb}"
            and not text.isascii()
            and not _LETTER_DE.search(text, born.start(), born.start("place"))
        ):
            continue  # "để tại", "đê ở"
        date = dates.match(key, born.end())
        if date is not None:
            yield *born.span("place"), *date.span()
