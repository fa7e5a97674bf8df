"""Land certificates behind a word for the paper that no label tells: "sổ E 022 884", "lấy lại giấy X 309 551", "số bìa DA 447 118".

"Sổ", "giấy", "bìa" are said of savings, of work and of land alike; one or two letters and six or eight digits behind them
are a certificate's number only where the text speaks of land, a house or an estate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.folding import Folded
from recognizers.nearby import matches_near

_NUMBER = (
    r"(?P<number>[a-zđ]{1,2}[ .\-]?(?:\d{8}|\d{6}|\d{3}[ .]\d{3}|\d{2}[ .]\d{3}[ .]\d{3}|\d{3}[ .]\d{4}|\d{2}\.\d{3}))"
    r"(?![\w]|[.,/\-]\d|[ .]\d{3})"
)
#: The paper, at most how it is further called, and its number.
_TOLD = re.compile(
    rf"(?<![a-z])(?P<paper>giay chung nhan|gcn(?:qsdd)?|so (?:do|hong|bia|phoi|giay|so)|bia (?:do|hong)|giay|bia|phoi|so)"
    rf"(?: (?:so|cu|moi|goc|dat|do|hong|nha|bia|chinh|seri|hieu|ghi ten [a-z ]{{2,24}},? so|dung ten [a-z ]{{2,24}},? so)){{0,3}}"
    rf"[ ]?[:(]?[ ]?{_NUMBER}"
)
_WORDS = ("giay", "gcn", "so ", "so:", "bia", "phoi")
_LAND = re.compile(
    r"qsdd|(?<![a-z])(?:dat (?:o|vuon|nong|lam|rung|dai|trong|cay|ruong|nen|lua|ray|toi|nha|cua|dai)|(?:phan|lo|manh|mieng|thua|su dung|quyen su dung|ranh|tren) dat"
    r"|thua(?! (?:ke|uy|phat|huong|nhan|hanh))|to ban do|tbd|so do|so hong|nha dat|can nha|ngoi nha|can ho|bat dong san|bds|dia chinh|ruong|chuyen nhuong"
    r"|di chuc|di san|thua ke|cong chung|the chap|tang cho|nha o|xay tuong|m2|m²|dien tich)(?![a-z])"
)
#: Other books, papers and things that have such numbers.
_ELSE = re.compile(
    r"(?<![a-z])(?:tiet kiem|bhxh|bao hiem|hoc ba|ho khau|dang kiem|dang ky xe|xe|may|lai xe|phep|gioi thieu|di duong|ra vao|nghi|kham|hop dong|tien gui"
    r"|xuat xu|kiem dinh|hop quy|chat luong|iso|hang|lo hang|san pham|sku|model|seri may|hoa don|bien lai|phieu|giay (?:a4|in|ve sinh)|khung)(?![a-z])"
)
_AROUND, _BEFORE = 300, 24


def told_certificates(folded: Folded) -> Iterator[tuple[int, int]]:
    """Yield the stretches ``folded.text[start:end]`` that are numbers of land certificates by the words before them."""
    for match in matches_near(_TOLD, folded.key, _WORDS):
        start, end = match.span("number")
        letters = folded.text[start:end][:2].strip(" .-0123456789")
        if not letters.isupper():
            continue
        paper = folded.text[match.start("paper") : match.end("paper")].lower()
        if match["paper"] in ("so", "so so") and not (paper.startswith("sổ") or paper.isascii()):
            continue  # "số A 123456"
        if _ELSE.search(folded.key, max(0, match.start() - _BEFORE), start):
            continue
        if _LAND.search(folded.key, max(0, start - _AROUND), end + _AROUND):
            yield start, end
