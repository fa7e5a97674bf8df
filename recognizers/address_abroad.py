"""Homes in countries whose addresses are written otherwise: France, Germany, Japan, China, Korea.

A street's word and a number with a postal code and a town behind: "14 rue des Lilas, 75011 Paris", "Lindenstraße 8, 10969
Berlin". In East Asian scripts the words for a town, a ward and a street before a number: "東京都新宿区大久保1-2-3".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.folding import Folded
from recognizers.nearby import matches_near

_TOWN = r"(?:[A-Z]-)?\d{4,5}[ ][A-ZÀ-Ý][\w\-']+(?:[ \-](?:[A-ZÀ-Ý][\w\-']+|sur|am|an|der|im|aan|den)){0,4}(?:, (?:France|Pháp|Germany|Deutschland|Đức|Belgique|Bỉ|Suisse|Thụy Sĩ|Austria|Áo|Nederland|Hà Lan))?"
_FRENCH = re.compile(
    rf"(?<![\w/.,\-])\d{{1,4}}(?: ?bis| ?ter)?,? (?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Bb]d|[Aa]llée|[Pp]lace|[Cc]hemin|[Ii]mpasse|[Qq]uai|[Cc]ours|[Rr]oute) [^\n,;:\d]{{2,40}},? {_TOWN}"
)
_GERMAN = re.compile(
    rf"(?<!\w)(?:[A-ZÄÖÜ][\w\-]{{2,30}}(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer|straat|laan|gracht)|(?:[A-ZÄÖÜ][\w\-]{{2,20}} )?(?:Straße|Strasse|Str\.|Allee|Platz|Weg)) \d{{1,4}}[a-z]?(?:,| \w{{1,3}},)? {_TOWN}"
)
_EAST = re.compile(
    r"[\u3400-\u9fff\u3040-\u30ff\uac00-\ud7af]{1,12}(?:都|道|府|県|市|省|區|区|町|村|縣|시|도|구)[\u3400-\u9fff\u3040-\u30ff\uac00-\ud7af0-9\- ]{1,40}?(?:\d{1,4}(?:[\-−]\d{1,4}){1,3}|\d{1,4}(?:号|號|室|번지|호|楼|樓)(?:\d{1,4}(?:室|楼|樓|호))?)"
)


def homes_abroad(folded: Folded) -> Iterator[tuple[int, int]]:
    """Yield the stretches ``folded.text[start:end]`` that are addresses in other countries by their form."""
    text = folded.text
    for match in matches_near(
        _FRENCH,
        text,
        (
            "rue ",
            "avenue ",
            "boulevard ",
            "bd ",
            "allee ",
            "place ",
            "chemin ",
            "impasse ",
            "quai ",
            "cours ",
            "route ",
        ),
        folded.key,
    ):
        yield match.span()
    for match in matches_near(
        _GERMAN,
        text,
        (
            "straße",
            "strasse",
            "str.",
            "weg",
            "platz",
            "allee",
            "gasse",
            "ring",
            "damm",
            "ufer",
            "straat",
            "laan",
            "gracht",
        ),
        folded.key,
    ):
        yield match.span()
    if not text.isascii():
        for match in _EAST.finditer(text):
            yield match.span()
