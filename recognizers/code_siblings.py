"""Codes of people that look like one that is known: behind "TX0117 Hào có mặt" also "TX0122", "TX0131".

A house numbers its people alike. Where a text gives one of them his number under a label or beside his name, whatever has
the same letters and as many figures is another one's; of bare figures also the first two are the same.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate

from recognizers.base import Found
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.results import Reason
from recognizers.tiers import Tier

_E = EntityType
_KINDS = frozenset({_E.EMPLOYEE_ID, _E.STUDENT_ID, _E.MEDICAL_RECORD_NO, _E.MILITARY_ID})
#: As many forms of codes are looked for in a text: a house has one or two.
_MOST_FORMS = 6
_LEAST_SIGNS, _LEAST_FIGURES, _LONGEST = 5, 3, 20
#: Bare figures need more of them, and the first ones in common.
_BARE, _IN_COMMON = 6, 2
_CODE = re.compile(r"[A-Za-zĐđ0-9]+(?:[.\-/ ][A-Za-zĐđ0-9]+){0,3}")
#: What is numbered otherwise although its number looks the same.
_OF_THINGS = re.compile(
    r"(?<![a-z])(?:don(?: hang)?|hang|hoa don|hd|phong|lop|may|xe|lo|kien|thung|phieu|hop dong|quyet dinh|cong van|serial|seri|sku|model|bien lai|ma sp|ve|ghe|ban|toa|kho|tai san|ts|thiet bi"
    r"|den|the tai|order|invoice|room|sdt|dt|tel|hotline|fax|mst|stk|tk)(?: (?:so|ma))?[ :#.]{0,3}\Z"
)
_REACH = 20
#: Service numbers and stamps of time.
_ELSEWHERE = re.compile(r"1[89]00[\d ]*|000\d+|20[0-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{0,8}")


def code_siblings(folded: Folded, found: Sequence[Found]) -> Iterator[Found]:
    """Yield codes of the same form as those of people that are found, where nothing is found yet.

    Args:
        folded: the text.
        found: what was found in it, in order.
    """
    forms: dict[tuple[str, EntityType], Found] = {}
    for item in found:
        if item.entity_type in _KINDS and not item.keep:
            form = _form(folded.text[item.start : item.end])
            before = folded.key[max(0, item.start - _REACH) : item.start]
            if form and _OF_THINGS.search(before) is None:
                forms.setdefault((form, item.entity_type), item)
    if not forms:
        return
    starts = [item.start for item in found]
    reaches = list(accumulate((item.end for item in found), max))
    for (form, kind), known in list(forms.items())[:_MOST_FORMS]:
        for match in re.finditer(form, folded.text):
            before_end = bisect_left(starts, match.end())
            if before_end and reaches[before_end - 1] > match.start():
                continue
            if _ELSEWHERE.fullmatch(match.group()):
                continue
            before = folded.key[max(0, match.start() - _REACH) : match.start()]
            if _OF_THINGS.search(before) is None:
                yield Found(
                    *match.span(), kind, min(known.score, 0.6), Reason("known_form"), tier=Tier.LENGTH
                )


def _form(code: str) -> str:
    """Return a pattern of what looks like a code, or "" if too much would."""
    figures = sum(map(str.isdigit, code))
    letters = sum(map(str.isalpha, code))
    if len(code) > _LONGEST or _CODE.fullmatch(code) is None or not code.isascii():
        return ""
    if figures < _LEAST_FIGURES or figures + letters < _LEAST_SIGNS or ("/" in code and not letters):
        return ""
    if not letters and (figures < _BARE or not code[:_IN_COMMON].isdigit()):
        return ""
    head = "" if letters else code[:_IN_COMMON]
    tail = "".join(r"\d" if char.isdigit() else re.escape(char) for char in code[len(head) :])
    return rf"(?<![\w./\-]){head}{tail}(?![\w]|[.,/\-]\w)"
