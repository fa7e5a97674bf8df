"""Negative evidence: what looks like an identifier and is a law, an amount, a hotline, an invoice, a time stamp.

``rules_out`` drops a finding that overlaps such a span. A label is stronger than a shape: under a label only
amounts of money are ruled out, and where the type is an amount itself (income, debt) not even those.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from recognizers.entities import ASSIGNED_NUMBERS, EntityType
from recognizers.folding import Folded
from recognizers.tiers import Tier

_E = EntityType
#: Types that are runs of digits and letters: the ones negative evidence speaks about.
NUMBERS = ASSIGNED_NUMBERS | {_E.E_WALLET, _E.VN_PROPERTY_EID, _E.IP_ADDRESS, _E.GEO_LOCATION}

_AMOUNT = re.compile(
    r"(?=\d)(?<![\d.,])\d{1,3}(?:[.,]\d{3})+(?:,\d+)?\s?(?:đồng|đ|₫|VNĐ|VND|vnđ|vnd|dong|Đồng|ĐỒNG|d|USD)(?!\w)"
    r"|(?=\d)(?<![\d.,])\d{4,15}[ \t]?(?:đồng(?! (?:ủy|nghiệp|sở|bào|chí|thời|vay|ý))|₫|VNĐ|VND|vnđ|vnd|Đồng)(?!\w)"
)
#: Where one of the following can begin: asking this first makes the pass several times faster.
_BEGINNING = re.compile(r"(?<!\w)(?:\d|[CKHGF][\dT])")
_OTHER = re.compile(
    # numbers of laws, decisions and letters
    r"(?<![\w])\d{1,6}/(?:(?:19|20)\d{2}/)?[A-ZĐ]{1,6}\d{0,2}(?:[-/&][A-ZĐa-z0-9&]{1,14}){0,4}(?![\w])"
    # e-invoice series
    r"|(?<![A-Z0-9])[1-9]?[CK]\d{2}[TDLMNBGHX][A-Z0-9]{2}(?![A-Z0-9])"
    # hotlines and service numbers
    r"|(?<!\d)1[89]00(?:[ .\-]?\d){4,6}(?!\d)"
    # public-service dossiers and procedures
    r"|(?<!\w)(?:000\.00\.\d{2}\.)?[HG]\d{2}(?:\.\d{1,3}){0,3}-\d{6}-\d{4}(?!\d)"
    # time stamps yyyymmddhhmm[ss]
    r"|(?<!\d)20[0-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?(?!\d)"
    # bar codes of Vietnamese goods
    r"|(?<!\d)893\d{10}(?!\d)"
    # dates, alone or before a time of day
    r"|(?<![\d.,/\-])(?:0?[1-9]|[12]\d|3[01])(?P<d>[./\-])(?:0?[1-9]|1[0-2])(?P=d)(?:19|20)\d{2}(?![\d.,/\-]\d|\d)"
    r"|(?<!\d)[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?![\d:])"
    # transaction numbers of banks
    r"|(?<!\w)FT\d{8,16}(?!\d)"
)


def _spans(folded: Folded) -> tuple[list[int], list[tuple[int, int]], list[int], list[tuple[int, int]]]:
    amounts = [match.span() for match in _AMOUNT.finditer(folded.text)]
    others = [
        match.span()
        for start in _BEGINNING.finditer(folded.text)
        if (match := _OTHER.match(folded.text, start.start())) is not None
    ]
    return [start for start, _ in amounts], amounts, [start for start, _ in others], others


def _overlaps(starts: list[int], spans: list[tuple[int, int]], start: int, end: int) -> bool:
    i = bisect_left(starts, end) - 1
    return i >= 0 and spans[i][1] > start


def rules_out(folded: Folded, start: int, end: int, entity_type: EntityType, tier: Tier) -> bool:
    """Return whether negative evidence stands against a finding of this type and tier at this place."""
    if entity_type not in NUMBERS or tier >= Tier.CONTAINER:
        return False
    amount_starts, amounts, other_starts, others = folded.memo("look_alikes", _spans)
    if _overlaps(amount_starts, amounts, start, end):
        return True
    return tier < Tier.LABEL and _overlaps(other_starts, others, start, end)
