"""Identity cards of nine digits that no label announces as such: "Lê Thị Tuyền - 1959 - 280417221", "Giấy tờ: 330118472".

Beside a name and a year of birth, behind a word for somebody's papers, and as the old number beside the new one. Numbers of
cards begin with the codes of provinces, 01 to 38: a mobile telephone without its zero begins with more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.folding import Folded
from recognizers.name_reader import name_spans
from recognizers.nearby import matches_near
from recognizers.words import words

_NINE = r"(?P<number>[0-3]\d{8}|[0-3]\d\d[ .]\d{3}[ .]\d{3})(?![\w]|[.,/\-]\d|[ .]\d{3}|[ ]?(?:dong|d|vnd|k|tr|trieu|kg|m2|%)(?![a-z]))"
_SEP = r"[ ]?[;,–\-|/][ ]?"
_YEAR = r"(?:(?:sn|sinh(?: nam)?|ns)[ :]?[ ]?)?(?:\d{1,2}/)?(?:\d{1,2}/)?(?:19[2-9]\d|20[0-2]\d)"
#: Behind a name, with a year, a sex or a kinship between, at most two of them.
_BESIDE = re.compile(
    rf"(?:[ ]?\([a-z ]{{2,16}}\))?(?:{_SEP}(?:{_YEAR}|nam|nu|[a-z]{{2,6}}(?: [a-z]{{2,6}})?)){{0,3}}{_SEP}{_NINE}"
)
#: Behind a word for somebody's papers.
_PAPERS = re.compile(
    rf"(?<![a-z])(?:giay to(?: tuy than)?|giay chung minh(?: gia| cu)?|chung minh(?: cu| nhan dan| thu)?|so (?:cmnd |cmt |chung minh )?cu)(?: so| la| da nhoe| cu da nhoe| cua (?:ba|ong|anh|chi|toi)){{0,2}}[ ]?[:(]?[ ]{{1,3}}{_NINE}"
)
#: Of seven and eight digits, before 1976.
_FORMER = re.compile(
    r"(?<![a-z])(?:can cuoc|the (?:can cuoc|kiem tra|chung minh))(?: so)?[ :]{1,2}(?P<number>\d{7,8})(?![\w]|[.,/\-]\d|[ ]\d)"
)
_OLD_NUMBER = re.compile(r"so cu")
_NEW = re.compile(r"[^\n]{0,30}(?<!\d)0\d{11}(?!\d)")


def old_cards(folded: Folded) -> Iterator[tuple[int, int]]:
    """Yield the stretches ``folded.text[start:end]`` that are numbers of old identity cards."""
    key = folded.key
    if _ANY.search(key):
        w = words(folded)
        for name in name_spans(folded):
            match = _BESIDE.match(key, w.end[name.last - 1])
            if match is not None:
                yield match.span("number")
    for match in matches_near(_PAPERS, key, ("giay to", "chung minh", "so cu", "so cmnd", "so cmt")):
        if _OLD_NUMBER.match(key, match.start()) and not _NEW.match(key, match.end()):
            continue
        yield match.span("number")
    for match in matches_near(_FORMER, key, ("can cuoc", "the kiem tra", "the chung minh")):
        yield match.span("number")


_ANY = re.compile(r"(?<![\w/.\-])[0-3](?:\d{8}|\d\d[ .]\d{3}[ .]\d{3})(?!\w)")
