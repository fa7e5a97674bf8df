"""What was measured of a patient, anywhere in his paper: "HA 150/90, ĐH 9.9, CD4 611", "HBsAg (-)", "MP -2.75".

The labels are in ``data/measures.txt``; most are so short that they count only in a paper about a patient
(``patient_texts``). References in brackets, prices, doses and advice ("sốt > 38.5", "HbA1c dưới 7%") are left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import ClassVar

from recognizers.base import Found, VnRecognizer
from recognizers.clues import tone_and_shapes
from recognizers.entities import EntityType
from recognizers.folding import Folded, fold
from recognizers.patient_texts import is_patient_text
from recognizers.results import Reason
from recognizers.tiers import Tier
from recognizers.word_sets import word_lists

_FILE = "measures.txt"
_UNIT = (
    r"[ ]?(?:kg|kí|ki|gam|gram|gr|g|cm|mm|m\d\d|m|mmhg|%|do c|°c|oc|do|l/ph(?:ut)?|lan/ph(?:ut)?|nhip/ph(?:ut)?|ck/p(?:hut)?|l/p|bpm|[mµu]?mol/l|mg/d?l|g/d?l|[munp]?g/m?l|[mku]?iu/m?l|u/m?l|ui/l|[tgk]/u?l|meq/l"
    r"|ban sao(?:/ml)?|copies(?:/ml)?|tb/mm3|tuan(?: \d ngay)?|w|ml/h|ml/24h|ml|diop|d|pg|fl|gam/l|mm/h|muc|diem|ngon|cm duoi suon)(?![a-z\d])"
)
_NUMBER = r"[<>~±]?[ ]?[+\-]?\d{1,6}(?:[.,]\d{1,3})*(?:[ ]?[/x×][ ]?[+\-]?\d{1,4}(?:[.,]\d{1,2})?){0,2}"
_SIGN = r"(?:am|duong)(?: tinh)?(?: ?\([+\-]{1,4}\))?(?![a-z])|(?:neg|pos)(?:ative|itive)?(?![a-z])|(?:non[ \-]?)?reactive|khong phan ung|(?:co )?phan ung(?! (?:thuoc|sau))|\([+\-±]{1,4}\)|[+]{1,4}(?![\w+])|khong phat hien|kph(?![a-z])|binh thuong(?![a-z])|nguy co (?:thap|cao)"
_GRADE = r"(?:do|giai doan|loai|nhom) [ivx\d]{1,3}(?![a-z\d])|e\dv\dm\d|[1-4][0-9]{3}(?!\d)"
_BETWEEN = r"(?: ?\([^()\n\d]{1,14}\))?(?:[ \t]{0,3}[:=][ \t.…]{0,20}|[ \t]|[ \t]?[.…]{2,20}[ \t]?|[ ](?:la|con|len|xuong|do duoc|khoang|nay)[ ])"
_ARROW = r"(?:[ ]?(?:->|→|⇒|=>)[ ]?(?:{value}))?"
_MONEY = re.compile(r"\d[.,]000(?![\d.,]\d)|\d ?(?:dong|vnd|vnđ|đ|k|tr)(?![a-z])|\d{1,3}(?:[.,]\d{3}){2}")
#: Before a label or a number: what everybody should have, what a medicine holds, where somebody lives.
_NOT_TOLD = re.compile(
    r"(?<![a-z])(?:duoi|tren|tu|muc tieu|neu|khi|binh thuong|bt|tham chieu|chi so|vien|ong|goi|lo|uong|tiem|ngay|phong|giuong|so|tang|khoa|may|nguong|lo hang|ma)[ :]{1,2}\Z"
)
_BEHIND = re.compile(
    r"[ ]?(?:x ?\d|vien|ong(?![a-z])|goi(?![a-z])|lo(?![a-z])|lan/ngay|v/ngay|/ngay|tuoi|thang tuoi|ngay(?![a-z])|nguoi|ca(?![a-z])|buoi|truong hop|giuong|may|bo(?![a-z])|cai)|[\w]|[.,/\-]\d"
)


_TWO_DIGITS = re.compile(r"\d{2}|\d[.,]\d")
_SHORT = 2


@cache
def _labels() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, tuple[tuple[str, str], ...]]]:
    """Return what finds numbers, what finds signs, and the accents of labels that mean other things without them."""
    exact: dict[str, tuple[tuple[str, str], ...]] = {}
    found = {}
    for title, phrases in word_lists(_FILE).items():
        keys = set()
        for phrase in phrases:
            bare = phrase.lstrip("=").split(" (")[0]
            key = fold(bare).key
            keys.add(re.escape(key).replace(r"\ ", r"[ \-]"))
            if phrase.startswith("="):
                exact[key] = tuple(tone_and_shapes(word) for word in bare.split())
        found[title] = "|".join(sorted(keys, key=len, reverse=True))
    value = rf"{_GRADE}|{_NUMBER}(?:{_UNIT})?|{_SIGN}"
    number = re.compile(
        rf"(?<![\w%/\-])(?P<label>{found['number']}){_BETWEEN}(?P<v>(?:{value}){_ARROW.format(value=value)})"
    )
    sign = re.compile(
        rf"(?<![\w/\-])(?P<label>{found['sign']})(?:{_BETWEEN}|[ ]?(?=[(+\-]))(?P<v>(?:{_SIGN})(?: (?:rpr|tpha) 1/\d{{1,3}})?|\d{{1,3}}(?:[.,]\d{{1,3}})?(?: ?s/co)?(?=[ ]?[,;.\n)|\-]|[ ]{{2}}|$))"
    )
    return number, sign, exact


class PatientMeasureRecognizer(VnRecognizer):
    """Finds measures and results in papers about patients."""

    ENTITIES: ClassVar[tuple[EntityType, ...]] = (EntityType.HEALTH_INFO,)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield what stands behind the labels of measures."""
        if not is_patient_text(folded):
            return
        numbers, signs, exact = _labels()
        for pattern in (numbers, signs):
            for match in pattern.finditer(folded.key):
                if _told(folded, match, exact):
                    start, end = match.span("v")
                    if not any(char.isalnum() for char in match["v"]):
                        start = match.start("label")  # a sign alone says nothing once its label is read
                    yield Found(
                        start, end, EntityType.HEALTH_INFO, 0.66, Reason("lab_result"), tier=Tier.STRUCTURE
                    )


def _told(folded: Folded, match: re.Match[str], exact: dict[str, tuple[tuple[str, str], ...]]) -> bool:
    """Return whether a label is written as one and its value no price, no dose and no reference."""
    key = folded.key
    label = folded.text[match.start("label") : match.end("label")]
    marks = exact.get(match["label"])
    written = tuple(tone_and_shapes(word) for word in label.lower().split())
    if marks is not None and not label.isascii() and written != marks:
        return False
    value = match["v"]
    if marks is not None and not (value[-1:].isalpha() or _TWO_DIGITS.match(value)):
        return False
    if len(label) <= _SHORT and label != "HA" and ":" not in key[match.end("label") : match.start("v")]:
        return False
    end = key.find("\n", match.end())
    line_end = len(key) if end < 0 else end
    return (
        _NOT_TOLD.search(key, max(0, match.start() - 16), match.start()) is None
        and _BEHIND.match(key, match.end("v")) is None
        and _MONEY.search(key, match.start("v"), min(line_end, match.end("v") + 4)) is None
    )
