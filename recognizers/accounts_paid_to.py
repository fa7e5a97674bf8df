"""Accounts that are named by what is done with the money alone: "chuyển về 1555 544 689921", "CK 192… VU KHAC TU".

No label and no bank stands beside them. A number counts that is too long for a sum, stands right behind a word of the way
money takes, and is neither counted in anything nor a telephone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.banks import BANK
from recognizers.folding import Folded
from recognizers.nearby import matches_near

_NUMBER = r"(?P<number>\d(?:[ .\-]?\d){9,15})"
_NOT_COUNTED = r"(?![\w]|[.,/\-]\d| ?(?:dong|d|vnd|k|tr|trieu|nghin|ngan|ty|usd|eur|won|yen|kg|tan|cai|chiec|thung|bao|con|m2|%)(?![a-z]))"
_MONEY = r"(?:chuyen(?: khoan| tien)?|ck|gui(?: tien)?|ban|nhan|linh|lanh|tra|nap|rot|thanh toan|can no|tat toan|trich|rut|giai ngan|hoan|chi)"
_WHAT = r"(?: (?:tien|luong|no|coc|thu lao|hoa hong|tro cap|boi thuong|hoc bong|goc|lai|lo|qua|cho|ve)){0,4}"
_PAID_TO = re.compile(
    rf"(?<![a-z]){_MONEY}{_WHAT} (?:qua|vao|ve|den|toi|sang|tu|cho)(?: so)?(?:[ ]?:)?[ ]{{1,6}}{_NUMBER}{_NOT_COUNTED}"
)
#: A line of a statement: what was done, the other account, whose it is.
_NARRATED = re.compile(
    r"(?<![a-z])(?:ck|ibft|chuyen khoan|ct|mbct)(?: (?:den|toi|tu|cho))? (?P<number>\d{10,16})(?= [a-z])"
)
_MASKED = re.compile(rf"{BANK}[ :\-–]{{1,3}}(?P<number>[*x•]{{2,8}} ?\d{{3,6}})(?![\w.,/]?\d)")
_NAME_BEHIND = re.compile(r" [A-ZÀ-ỸĐ]{2,}(?: [A-ZÀ-ỸĐ]{1,})+")
_MOBILE = re.compile(r"(?:0|84)[35789]\d{8}\Z")
_SUM = re.compile(r"\d{1,3}(?:[ .]\d{3}){2,4}\Z")
_STAMP = re.compile(r"20[0-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d*\Z")
_WORDS = ("qua", "vao", "ve", "den", "toi", "sang", "tu", "cho")


def paid_to(folded: Folded) -> Iterator[tuple[int, int]]:
    """Yield where the number of an account stands that money goes to or comes from."""
    for match in matches_near(_PAID_TO, folded.key, _WORDS):
        if _is_account(match["number"]):
            yield match.span("number")
    for match in matches_near(_NARRATED, folded.key, ("ck", "ibft", "ct", "khoan")):
        if _is_account(match["number"]) and _NAME_BEHIND.match(folded.text, match.end()):
            yield match.span("number")
    if "**" in folded.key or "xx" in folded.key or "••" in folded.key:
        for match in matches_near(_MASKED, folded.key, ("**", "xx", "••")):
            yield match.span("number")


def _is_account(written: str) -> bool:
    digits = re.sub(r"\D", "", written)
    return not (_MOBILE.match(digits) or _SUM.match(written) or _STAMP.match(digits))
