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
    r"(?P<number>[a-zđ]{1,2}[ .\-]?(?:\d{8}|\d{6}|\d{3}[ .]\d{3}|\d{2}[ .]\d{3}[ .]\d{3}|\d{3}[ .]\d{4}|\d{2}\.\d{3})|(?:ch|cs|ct|cn|vp)[ .\-]?\d{5})"
    r"(?![\w]|[.,/\-]\d|[ .]\d{3})"
)
#: The paper, at most how it is further called, and its number.
_TOLD = re.compile(
    rf"(?<![a-z])(?P<paper>giay chung nhan|gcn(?:qsdd)?|so (?:do|hong|bia|phoi|giay|so)|bia (?:do|hong)|giay|bia|phoi|so)"
    rf"(?: (?:so|cu|moi|goc|dat|ruong|rung|do|hong|nha|bia|chinh|seri|hieu|ghi ten [a-z ]{{2,24}},? so|dung ten [a-z ]{{2,24}},? so)){{0,3}}"
    rf"[ ]?[:(]?[ ]?{_NUMBER}"
)
_WORDS = ("giay", "gcn", "so ", "so:", "bia", "phoi")
#: "sổ về rồi ae, DN 062835", "Đất má đứng tên (AP 118447)", "di sản: DĐ 774102": the usual form some words behind.
_FARTHER = re.compile(
    r"(?<![a-z])(?P<paper>so(?= (?:do|hong|dat|nha|ve|ra|xong|dung|rieng|chung))|bia|giay (?:dat|nha)|di san|dat(?! (?:coc|hang|cho|ten|lich|ve|phong|mua|ban))|can nha|ngoi nha|nha dat)(?![a-z])[^\n\d;.]{0,40}?[ ,:(\-–]"
    r"(?P<number>[a-zđ]{2}[ ]?(?:\d{6}|\d{3}[ .]\d{3}))(?![\w]|[.,/\-]\d|[ .]\d{3})"
)
#: "GCN số DĐ 118 442 / CS 09917": the number in the book behind that of the paper.
_IN_BOOK = re.compile(r"[ ]?[/,;–\-][ ]?(?P<number>(?:ch|cs|ct|cn|vp)[ .\-]?\d{5})(?![\w]|[.,/\-]\d)")
#: Papers of houses of former years: "quyền sở hữu nhà ở … số 4417/2003, hồ sơ gốc 7708/2003/UB.GCN".
_OF_HOUSE = re.compile(
    r"(?<![a-z])(?:quyen so huu nha(?: o)?(?: va quyen su dung dat(?: o)?)? so|ho so goc(?: so)?)[ ]?:?[ ](?P<number>\d{2,6}[/.]\d{4}(?:[/.][a-zđ]{1,4}){0,4})(?![\w/]|[.,\-]\d)"
)
_LAND = re.compile(
    r"qsdd|(?<![a-z])(?:(?:so|bia|giay) (?:dat|ruong|rung)|chu nha|nha (?:cap 4|\d tang)|(?:cong|sao|mau) (?:vuon|ruong|ray)|chuyen dich nha|dat (?:o|vuon|nong|lam|rung|dai|trong|cay|ruong|nen|lua|ray|toi|nha|cua|dai)|(?:phan|lo|manh|mieng|thua|su dung|quyen su dung|ranh|tren) dat"
    r"|thua(?! (?:ke|uy|phat|huong|nhan|hanh))|to ban do|tbd|so do|so hong|nha dat|can nha|ngoi nha|can ho|bat dong san|bds|dia chinh|ruong|chuyen nhuong"
    r"|di chuc|di san|thua ke|cong chung|the chap|tang cho|nha o|xay tuong|m2|m²|dien tich)(?![a-z])"
)
#: Other books, papers and things that have such numbers.
_ELSE = re.compile(
    r"(?<![a-z])(?:tiet kiem|bhxh|bao hiem|hoc ba|ho khau|dang kiem|dang ky xe|xe|may|lai xe|phep|gioi thieu|di duong|ra vao|nghi (?:phep|viec|om|benh|hang|huong|duong)|kham|hop dong|tien gui"
    r"|xuat xu|kiem dinh|hop quy|chat luong|iso|hang|lo hang|san pham|sku|model|seri may|hoa don|bien lai|phieu|giay (?:a4|in|ve sinh)|khung)(?![a-z])"
)
_AROUND, _BEFORE = 300, 24


def told_certificates(folded: Folded) -> Iterator[tuple[int, int]]:
    """Yield the stretches ``folded.text[start:end]`` that are numbers of land certificates by the words before them."""
    key = folded.key
    for match in matches_near(_TOLD, key, _WORDS):
        start, end = match.span("number")
        letters = folded.text[start:end][:2].strip(" .-0123456789")
        if not (letters.isupper() or _has_no_capitals(folded.text, start)):
            continue
        paper = folded.text[match.start("paper") : match.end("paper")].lower()
        if match["paper"] in ("so", "so so") and not (paper.startswith("sổ") or paper.isascii()):
            continue  # "số A 123456"
        if _ELSE.search(key, max(0, match.start() - _BEFORE), start):
            continue
        if _speaks_of_land(folded, start, end):
            yield start, end
            if (book := _IN_BOOK.match(key, end)) is not None:
                yield book.span("number")
    for match in matches_near(_FARTHER, key, ("so ", "bia", "giay ", "di san", "dat", "nha")):
        start, end = match.span("number")
        paper = folded.text[match.start("paper") : match.end("paper")].lower()
        if paper not in _WRITTEN or not folded.text[start : start + 2].isupper():
            continue
        if not _ELSE.search(key, max(0, match.start() - _BEFORE), start) and (
            paper in _LAND_ITSELF or _speaks_of_land(folded, start, end)
        ):
            yield start, end


def papers_of_houses(folded: Folded) -> Iterator[tuple[int, int]]:
    """Yield the numbers, ``folded.text[start:end]``, of papers on houses of former years and of their files."""
    for match in matches_near(_OF_HOUSE, folded.key, ("quyen so huu nha", "ho so goc")):
        yield match.span("number")


_WRITTEN = frozenset(("sổ", "bìa", "giấy đất", "giấy nhà", "di sản", "đất", "căn nhà", "ngôi nhà", "nhà đất"))
_LAND_ITSELF = frozenset(("giấy đất", "đất", "nhà đất"))


def _speaks_of_land(folded: Folded, start: int, end: int) -> bool:
    first, last = max(0, start - _AROUND), end + _AROUND
    return _LAND.search(folded.key, first, last) is not None or "đất" in folded.text[first:last].lower()


def _has_no_capitals(text: str, position: int) -> bool:
    """Return whether the whole line of a place is in lower case."""
    end = text.find("\n", position)
    line = text[text.rfind("\n", 0, position) + 1 : end if end >= 0 else len(text)]
    return line == line.lower()
