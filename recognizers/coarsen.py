"""The coarse part of a value that may stay when the rest goes: the province of an address."""

from __future__ import annotations

import re

from recognizers.folding import key_of
from recognizers.gazetteer import PROVINCE, gazetteer

_PARTS = re.compile(r"[,;\n–]|\s-\s")
_TIER_WORD = re.compile(r"(?i)^(?:tỉnh|tinh|thành phố|thanh pho|tp\.?|t\.)\s*")


def province_of(address: str) -> str:
    """The province or city an address ends with, as written, or "" if none is recognised.

    Looked for from the end, part by part between commas, since addresses run from house number to province.
    """
    places = gazetteer()
    for part in reversed(_PARTS.split(address)):
        name = " ".join(part.split()).strip(". ")
        bare = _TIER_WORD.sub("", name).lower()
        if bare and places.levels(bare, key_of(bare)) & PROVINCE:
            return name
    return ""
