"""Parcels and map sheets as notes, forms in boxes and bad scans write them: "thửa 48+49, tờ 22", "thửa 1 1 8 tờ 6 2".

``land`` reads the usual words. Here: kinds of land between the word and its number, lists of parcels with their sheet behind
them, digits apart or misread, sheets with the letters of a cadastral map ("6H-II-25"), and what a sheet was before. A sheet
counts only behind a parcel, for a "tờ" is a sheet of any paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.folding import Folded
from recognizers.nearby import matches_near

_KIND = r"(?:ray|nuong|lua|mau|tho cu|nong nghiep|lam nghiep|phi nong nghiep|cay lau nam|trong cay(?: [a-z]{2,5}){0,3}|nuoi trong(?: [a-z]{2,5}){0,3}|vuon tap|ao|o nong thon|o do thi|ruong|rung|vuon)"
#: What a number of sheets is said of otherwise.
_PAPER = r"(?![ ]?(?:giay|bao|tien|khai|a[34](?!\w)|don|trinh|roi|bia|ve|phieu|menu|lich|polymer))"
_D = r"[\doli]"
#: One number, with digits that a scan misread, or digits apart.
_NO = rf"(?:\d(?: \d){{1,4}}(?!\d)|(?=[oli]{{0,3}}\d){_D}{{1,5}}[a-z]?(?:[\-/]\d{{1,4}}[a-z]?)?(?:\(\d{{1,2}}\))?)"
_SHEET = (
    r"(?:\d{1,2}[a-z]-(?:[ivx]{1,4}|\d{1,3})(?:-\d{1,3})?(?:-[a-d])?|\d{1,3}-[a-z](?![a-z])"
    rf"|\d(?: \d){{1,2}}(?!\d)|(?=[oli]{{0,2}}\d){_D}{{1,3}}[a-z]?(?:[\-/](?:\d{{1,4}}|[a-z])(?![a-z]))?)"
)
_AND = r"(?:[ ]?[+&,;][ ]?(?:thua(?: so)? )?| va (?:thua(?: so)? )?)"
#: "thửa đất rẫy số 112", "thửa 48+49", "Thửa đất: l07"; behind them, at most a few words on, their sheet.
_PARCELS = re.compile(
    rf"(?<![a-z])thua(?: dat)?(?: {_KIND})?(?: so)?[ ]{{0,3}}[:.]?[ ]{{0,3}}(?P<first>{_NO})(?P<more>(?:{_AND}\d{{1,5}}(?![\w]|[.,]\d|[ ]?(?:m2|ha|sao|cong|met))){{0,6}})"
    rf"(?P<sheet_part>[ ]{{0,6}}[,;\-(/]?[ ]{{0,6}}(?:cung |va |thuoc |deu ){{0,2}}to(?: ban do| bd| bđ)?(?: dia chinh| dc| so){{0,2}}[ ]?[:.]?[ ]{{0,3}}(?P<sheet>{_SHEET})(?![\w]|[.,]\d){_PAPER}"
    r"(?:[ ]?\((?:to )?(?:moi|cu)(?: la| so)?[ ]?:?[ ]?(?P<before>\d{1,3})\))?)?"
)
#: "Thửa / tờ : 1 0 4 / 3 2"
_BOTH = re.compile(
    rf"(?<![a-z])thua(?: dat)?(?: so)?[ ]?[/,\-][ ]?to(?: ban do)?(?: so)?[ ]{{0,12}}:[ ]{{0,6}}(?P<first>{_NO})[ ]?[/,\-][ ]?(?P<sheet>{_SHEET})(?![\w]|[.,]\d)"
)
#: "thửa 72; B) bà …, thửa 73 cùng tờ 15": the sheet of them all, some words behind the last.
_OLD_SHEET = re.compile(
    r"(?<![a-z])to ban do(?: dia chinh)?(?: so)?[ ]?:?[ ]?\d{1,3}[ ]?\((?:to )?(?:moi|cu)(?: la| so)?[ ]?:?[ ]?(?P<before>\d{1,3})\)"
)
_COUNTED = re.compile(r"[ ]?(?:sao|mau|cong|thuoc|m2|m²|ha)(?![a-z])")
_FURTHER = re.compile(r"\d{1,5}")


def told_parcels(folded: Folded) -> Iterator[tuple[int, int]]:
    """Yield the stretches ``folded.text[start:end]`` that are numbers of parcels and of their sheets."""
    key, text = folded.key, folded.text
    for match in matches_near(_PARCELS, key, ("thua",)):
        start, end = match.span("first")
        word = text[match.start() : match.start() + 4].lower()
        whole = match["sheet_part"] is not None
        if (word == "thừa" and not (whole and " dat" in match.group())) or _COUNTED.match(key, end):
            continue
        if not whole and word not in ("thửa", "thua"):
            continue
        yield start, end
        for further in _FURTHER.finditer(key, *match.span("more")):
            yield further.span()
        for part in ("sheet", "before"):
            if match[part] is not None:
                yield match.span(part)
    for match in matches_near(_BOTH, key, ("thua",)):
        yield match.span("first")
        yield match.span("sheet")
    for match in matches_near(_OLD_SHEET, key, ("to ban do",)):
        yield match.span("before")
