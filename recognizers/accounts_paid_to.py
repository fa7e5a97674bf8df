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
#: The sum, where it stands before the way: "ck nhầm 4.300.000 vào số …".
_HOW_MUCH = r"(?: (?:nham )?\d[\d.,]{0,14}(?: ?(?:dong|d|vnd|k|tr|trieu|nghin|ngan|ty))?)?"
_WHAT = r"(?: (?:tien|luong|no|coc|thu lao|hoa hong|tro cap|boi thuong|hoc bong|goc|lai|lo|qua|cho|ve)){0,4}"
_PAID_TO = re.compile(
    rf"(?<![a-z]){_MONEY}{_WHAT}{_HOW_MUCH} (?:qua|vao|vo|ve|den|toi|sang|tu|cho)(?: so)?(?:[ ]?:)?[ ]{{1,6}}{_NUMBER}{_NOT_COUNTED}"
)
#: A line of a statement: what was done, the other account, whose it is.
_NARRATED = re.compile(
    r"(?<![a-z])(?:ck|ibft|chuyen khoan|ct|mbct)(?: (?:den|toi|tu|cho))? (?P<number>\d{10,16})(?= [a-z])"
)
#: A card of a machine by its account, an account called so in lower case, what is held for somebody.
_CALLED = re.compile(
    rf"(?<![a-z])(?:(?:the )?atm(?: [a-z]{{1,8}}){{0,3}}(?: so)?|s?tk(?: nhan| moi| cu| rieng)?|(?:mo|dung|so huu|lap) tai khoan|nhan tien|hoan tien)[ ]?:?[ ]{{1,3}}{_NUMBER}{_NOT_COUNTED}"
)
#: A savings book by its letters: "số sổ AB 0071835" in a text about what was saved.
_BOOK = re.compile(
    r"(?<![a-z])(?:so tiet kiem|so so|so)(?: so)? (?P<number>[a-z]{2} ?\d{6,8})(?![\w]|[.,/\-]\d|[ ]\d{3})"
)
_SAVED = re.compile(r"(?<![a-z])(?:tiet kiem|ky han|tien gui|so tien|ngay gui|gui [\d.]{6,})(?![a-z])")
_NEAR = 140
_MASKED = re.compile(rf"{BANK}[ :\-–]{{1,3}}(?P<number>[*x•]{{2,8}} ?\d{{3,6}})(?![\w.,/]?\d)")
_NAME_BEHIND = re.compile(r" [A-ZÀ-ỸĐ]{2,}(?: [A-ZÀ-ỸĐ]{1,})+")
_MOBILE = re.compile(r"(?:0|84)[35789]\d{8}\Z")
_SUM = re.compile(r"\d{1,3}(?:[ .]\d{3}){2,4}\Z")
_STAMP = re.compile(r"20[0-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d*\Z")
_WORDS = ("qua", "vao", "vo ", "ve", "den", "toi", "sang", "tu", "cho")


def paid_to(folded: Folded) -> Iterator[tuple[int, int]]:
    """Yield where the number of an account stands that money goes to or comes from."""
    for match in matches_near(_PAID_TO, folded.key, _WORDS):
        if _is_account(match["number"]):
            yield match.span("number")
    for match in matches_near(_CALLED, folded.key, ("atm", "tk ", "tk:", "tai khoan", "tien:", "tien ")):
        written = folded.text[match.start() : match.start("number")]
        if "tk" in match.group() and not written.islower():
            continue  # a label, read as one, and whose it is
        if _is_account(match["number"]) or "atm" in match.group():
            yield match.span("number")
    for match in matches_near(_BOOK, folded.key, ("so ",)):
        start, end = match.span("number")
        said = folded.text[match.start() : start].lower()
        if (
            folded.text[start : start + 2].isupper()
            and ("sổ" in said or said.isascii())
            and _SAVED.search(folded.key, max(0, start - _NEAR), end + _NEAR)
        ):
            yield start, end
    for match in matches_near(_NARRATED, folded.key, ("ck", "ibft", "ct", "khoan")):
        if _is_account(match["number"]) and _NAME_BEHIND.match(folded.text, match.end()):
            yield match.span("number")
    if "**" in folded.key or "xx" in folded.key or "••" in folded.key:
        for match in matches_near(_MASKED, folded.key, ("**", "xx", "••")):
            yield match.span("number")


def _is_account(written: str) -> bool:
    digits = re.sub(r"\D", "", written)
    return not (_MOBILE.match(digits) or _SUM.match(written) or _STAMP.match(digits))
