"""Social insurance number and health insurance card: VN_BHXH, VN_BHYT.

BHXH: ten digits, no check digit, under a label only (twelve digits there are a personal number). BHYT: two
letters for the group, one digit for the benefit (1–5), two for the province, ten for the social insurance
number, fifteen in all (Decision 1351/QĐ-BHXH); hospitals append the five digits of the facility. Cards since
Decision 1666/QĐ-BHXH print the ten digits alone. The group codes are not a gate: they keep changing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.base import Found, Tier, VnRecognizer, labelled
from recognizers.clues import Clue
from recognizers.digits import BEFORE_LABELLED, GLUE, digits_of, loose, mostly_digits
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.insurance_told import told_cards, told_insurance
from recognizers.nearby import matches_near
from recognizers.results import Reason

#: Two-letter groups of Decision 1351/QĐ-BHXH with the later ones; a hint, never a gate.
GROUPS = frozenset(
    [
        "DN",
        "HX",
        "CH",
        "NN",
        "TK",
        "HC",
        "XK",
        "HT",
        "TB",
        "NO",
        "CT",
        "XB",
        "TN",
        "CS",
        "QN",
        "CA",
        "CY",
        "XN",
        "MS",
        "CC",
        "CK",
        "CB",
        "KC",
        "HD",
        "TE",
        "BT",
        "HN",
        "DT",
        "DK",
        "XD",
        "TS",
        "TC",
        "TQ",
        "TV",
        "TA",
        "TY",
        "HG",
        "LS",
        "PV",
        "LH",
        "CN",
        "HS",
        "SV",
        "GB",
        "GD",
    ]
)
_CARD = r"[A-Z]{2}[ \-]?[1-5](?:[ \-]?\d){12}(?:[ \-]?\d{5})?"
#: "D T 2 8 4 8 4 1 2 0 0 4 4 1 7", sign by sign.
_CARD_SPELT = r"[A-Z] [A-Z] ?[1-5](?: ?\d){12}"
_CARD_BARE = re.compile(rf"(?<![A-Z0-9])(?<!\w)(?:(?<!\w )(?:{_CARD_SPELT})(?!\w| \d)|(?:{_CARD})(?!\w))")
_CARD_BOXES = re.compile(
    rf"{BEFORE_LABELLED}(?:{_CARD}(?!\w)|[A-Za-z][ |]{{0,3}}[A-Za-z]{GLUE}(?:\d{GLUE}){{12}}\d(?:[ |]{{0,3}}\d){{0,5}}(?!\w)|\d{{10}}(?!\w)"
    rf"|{loose(10)}(?!\w)|[A-Z]{{2}}[ \-]?\d{{5,20}}(?!\w)|[A-Z]{{2}}\d{{3,8}}[*xX]{{3,9}}\d{{0,4}})"
)
_NUMBER = re.compile(
    f"{BEFORE_LABELLED}(?:\\d{{10}}(?![\\w*])|{loose(10)}(?![\\w*]|[.,]\\d)|\\d{{3,6}}[*xX]{{3,7}}\\d{{0,4}})"
)
_NUMBER_ROW = re.compile(r"(?<![\w/\-])(?<!\w[.,])\d{10}(?![\w]|[.,/\-]\d)")
#: On the book itself the label is no more than "Số".
_BOOK_NO = re.compile(
    f"(?:^|\\n)[ \t]*(?i:số|so)[ \t]*(?:/[ ]*No)?[ .…:]{{1,12}}(?P<number>{loose(10)})(?![\\w]|[.,/\\-]\\d)"
)
_BOOK = re.compile(r"(?:^|\n)[ \t]*(?:so|the) bao hiem (?:xa hoi|y te)")
_BHXH = frozenset({Clue.BHXH})
_BHYT = frozenset({Clue.BHYT})


#: "đóng BHXH (mã số 0158479983)"
_IN_BRACKETS = re.compile(
    r"(?:bhxh|bao hiem xa hoi)[ ]?\((?:ma so|so so|so|ms|ma)?[ :]{0,2}(?P<number>\d{10})(?!\d)"
)


#: "… Sinh ngày 28.02.1955   Giới Nam   Mã số 3804690243": on a person's line of a form of the insurance.
_IN_LINE = re.compile(
    r"(?<![a-z])(?:sinh ngay|ngay sinh|gioi(?: tinh)?)(?![a-z])[^\n]{0,60}(?<![a-z])ma so:? ?(?P<number>\d{10})(?!\d)"
)
#: "số sổ 3896 022 147", "sổ 5414009447": in a text that speaks of the insurance or a pension.
_BOOK_SAID = re.compile(r"(?i)(?<!\w)sổ[ :]{1,2}(?P<number>\d{4} ?\d{3} ?\d{3})(?![\w]|[.,/\- ]\d)")
_INSURED = re.compile(r"(?<![a-z])(?:bhxh|bao hiem|huu|mai tang|tu tuat|thoi viec|thai san)(?![a-z])")
_SAME_MATTER = 250


class InsuranceRecognizer(VnRecognizer):
    """Social insurance numbers by label, health cards by label or shape."""

    ENTITIES = (EntityType.VN_BHXH, EntityType.VN_BHYT)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield social insurance numbers, then health cards."""
        for match, _, label in labelled(folded, _BHXH, _NUMBER, strict=_NUMBER_ROW):
            if mostly_digits(match.group()) or "*" in match.group():
                yield Found(
                    match.start(),
                    match.end(),
                    EntityType.VN_BHXH,
                    0.95,
                    Reason("digits_labelled", label.shown, "10"),
                    tier=Tier.LABEL,
                )
        for match in _IN_BRACKETS.finditer(folded.key):
            yield Found(
                match.start("number"),
                match.end("number"),
                EntityType.VN_BHXH,
                0.9,
                Reason("digits_labelled", "BHXH", "10"),
                tier=Tier.LABEL,
            )
        for match in matches_near(_IN_LINE, folded.key, ("ma so",)):
            yield Found(
                match.start("number"),
                match.end("number"),
                EntityType.VN_BHXH,
                0.6,
                Reason("digits_labelled", "Mã số", "10"),
                tier=Tier.NEIGHBOUR,
            )
        for match in _BOOK_NO.finditer(folded.text):
            if _BOOK.search(folded.key, max(0, match.start() - 300), match.start()):
                yield Found(
                    match.start("number"),
                    match.end("number"),
                    EntityType.VN_BHXH,
                    0.85,
                    Reason("digits_labelled", "Số", "10"),
                    tier=Tier.LABEL,
                )
        for match in matches_near(_BOOK_SAID, folded.text, ("sổ", "Sổ", "SỔ")):
            if _INSURED.search(folded.key, max(0, match.start() - _SAME_MATTER), match.end() + _SAME_MATTER):
                yield Found(
                    *match.span("number"),
                    EntityType.VN_BHXH,
                    0.8,
                    Reason("digits_labelled", "Sổ", "10"),
                    tier=Tier.LABEL,
                )
        for start, end in told_insurance(folded):
            yield Found(
                start,
                end,
                EntityType.VN_BHXH,
                0.85,
                Reason("digits_labelled", "BHXH", "10"),
                tier=Tier.LABEL,
            )
        for start, end in told_cards(folded, GROUPS):
            yield Found(start, end, EntityType.VN_BHYT, 0.96, Reason("bhyt_shape"), tier=Tier.LABEL)
        for match, _, label in labelled(folded, _BHYT, _CARD_BOXES, strict=_CARD_BARE):
            if len(digits_of(match.group())) >= 5:
                yield Found(
                    match.start(),
                    match.end(),
                    EntityType.VN_BHYT,
                    0.95,
                    Reason("number_labelled", label.shown),
                    tier=Tier.LABEL,
                )
        for match in _CARD_BARE.finditer(folded.text):
            known = match.group().replace(" ", "")[:2] in GROUPS
            spelt = match.group()[1] == " "  # "D T 2 8 …" reads like a telephone behind "ĐT"
            yield Found(
                match.start(),
                match.end(),
                EntityType.VN_BHYT,
                (0.97 if spelt else 0.85) if known else 0.6,
                Reason("bhyt_shape"),
                tier=Tier.LABEL if known and spelt else Tier.STRUCTURE,
            )
