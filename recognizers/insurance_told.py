"""Social insurance numbers and health cards told without a form: "so bhxh 4524 007 713", "thẻ hưu 2796 114 402", "gd4 92 92 040273 880".

Ten digits behind "sổ", "mã", "mã số" are an insured person's where the text speaks of the insurance or a pension; a health card's
two letters and thirteen digits are one in small letters and misread, too, where they are in its groups or its label stands near.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.digits import mostly_digits
from recognizers.folding import Folded
from recognizers.nearby import matches_near

_D = "[0-9oil]"
_TEN = rf"(?:{_D}{{10}}|{_D}{{4}}[ .]{_D}{{3}}[ .]{_D}{{3}}|{_D}{{4}}[ .]{_D}{{4}}[ .]{_D}{{2}}|{_D}{{2}}[ .]{_D}{{2}}[ .]{_D}{{6}})"
_NUMBER = rf"(?P<number>(?=\d){_TEN})(?![\w]|[.,/\-]\d|[ ]\d)"
#: Words that name the insurance: what follows them is the number, whatever its first digits.
_SURE = re.compile(
    rf"(?<![a-z])(?:(?:so |ma |ma so |so so )?(?:bhxh|bao hiem xa hoi)|so huu|the huu|vssid|(?:insurance )?book number)"
    rf"(?: (?:so|cu|moi|nay|la|em|cua em|cua toi|ma|so so)){{0,2}}[ ]?[:\-–=]?[ ]{{1,3}}{_NUMBER}"
)
#: Words for any number: only in a text about the insurance.
_VAGUE = re.compile(
    rf"(?<![a-z])(?P<label>so so|ma so|ma|so|(?:so dinh danh ?/ ?)ma so)(?: (?:em|chi|anh|cua em|cua toi|cu|moi|la|so)){{0,2}}[ ]?[:=]?[ ]{{1,3}}{_NUMBER}"
)
_INSURED = re.compile(
    r"(?<![a-z])(?:bhxh|bao hiem xa hoi|vssid|bhtn|that nghiep|huu tri|luong huu|so huu|nghi huu|tu tuat|mai tang|thai san|chot so|gop so|gop voi so|om dau)(?![a-z])"
)
#: Right before a number: it is another's.
_ELSE = re.compile(
    r"(?<![a-z])(?:thue|mst|cccd|can cuoc|cmnd|dien thoai|sdt|stk|tai khoan|hoa don|hop dong|giao dich|don hang|tra cuu|don vi|co quan|cty|cong ty|ho so|to khai|bien lai|tiet kiem)(?![a-z])[^\n;.]{0,12}\Z"
)
_MOBILE = re.compile(r"0[35789]")
_AROUND, _BEFORE = 260, 30

_CARD = re.compile(
    rf"(?i)(?<![\w/\-])(?P<card>(?P<group>[a-z]{{2}})[ \-]?[1-5](?:[ \-]?{_D}){{11,13}})(?![\w]|[ \-]?\d)"
)
#: Groups that abbreviate other numbers.
_ABBREVIATIONS = frozenset({"TK", "CC", "HC", "MS", "CT", "CK", "TB", "SV", "HS"})
_DIGITS = 13
_CARD_NEAR = re.compile(r"(?<![a-z])(?:bhyt|bao hiem y te|so the|ma the|the kham|the bh)(?![a-z])")


def told_insurance(folded: Folded) -> Iterator[tuple[int, int]]:
    """Yield the stretches ``folded.text[start:end]`` that are social insurance numbers by the words before them."""
    key = folded.key
    for match in matches_near(
        _SURE, key, ("bhxh", "bao hiem xa hoi", "so huu", "the huu", "vssid", "book number")
    ):
        if mostly_digits(match["number"]):
            yield match.span("number")
    if _INSURED.search(key) is None:
        return
    for match in matches_near(_VAGUE, key, ("so ", "so:", "ma ", "ma:")):
        start, end = match.span("number")
        label = folded.text[match.start("label") : match.end("label")].lower()
        if match["label"] == "so" and not (label == "sổ" or label.isascii()):
            continue
        if match["label"] == "ma" and not (label == "mã" or label.isascii()):
            continue
        if _MOBILE.match(match["number"]) or not mostly_digits(match["number"]):
            continue
        if _ELSE.search(key, max(0, match.start() - _BEFORE), match.start()):
            continue
        if _INSURED.search(key, max(0, start - _AROUND), end + _AROUND):
            yield start, end


def told_cards(folded: Folded, groups: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the stretches that are health cards in small letters or misread.

    Args:
        folded: the text.
        groups: the two-letter groups of cards.
    """
    for match in _CARD.finditer(folded.text):
        card = match["card"]
        digits = card[2:].replace(" ", "").replace("-", "")
        clean = digits.isdigit() and len(digits) == _DIGITS
        if card[2] == " " and (match["group"].upper() in _ABBREVIATIONS or card.count(" ") == 1):
            continue  # "tk 4821 0990 1107 …" is an account
        near = _CARD_NEAR.search(folded.key, max(0, match.start() - _BEFORE), match.start()) is not None
        if match["group"].upper() in groups and (near or clean) and mostly_digits(digits):
            yield match.span("card")
