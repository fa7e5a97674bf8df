"""Tax codes: VN_TAX_CODE.

Ten digits with a check digit in the last place, or ten and a hyphen and three (Circulars 86/2024 and
90/2026/TT-BTC). A random number passes the check one time in eleven, so it only raises the score. Citizens have
had their 12-digit personal number instead since 1 July 2025 (``personal_id``). A company's or an agency's code
is public: proposed to be kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.base import Found, Tier, VnRecognizer, labelled, under
from recognizers.checksums import tax_code
from recognizers.clues import Clue
from recognizers.digits import AFTER, BEFORE, BEFORE_LABELLED, GLUE, digits_of, loose, mostly_digits, repaired
from recognizers.entities import EntityType
from recognizers.fields import label_after
from recognizers.folding import Folded
from recognizers.organisations import belongs_to_organisation
from recognizers.personal_id import OTHER
from recognizers.results import Reason

_LABELS = frozenset({Clue.TAX})
_LABELLED = re.compile(
    f"{BEFORE_LABELLED}(?:\\d{{10}} ?- ?\\d{{3}}(?!\\w)|\\d{{10}}(?![\\w*]|\\d)|\\d{{13}}(?!\\w)"
    f"|{loose(10)}(?:{GLUE}-{GLUE}\\d{{3}})?(?![\\w*])|\\d{{9}}(?!\\w))"
)
_STRICT = re.compile(f"{BEFORE}\\d{{10}}(?: ?- ?\\d{{3}})?(?![\\w]|[.,/]\\d|-\\d)")
_BARE = re.compile(f"(?=\\d){BEFORE}\\d{{10}} ?- ?\\d{{3}}(?!\\w)|{BEFORE}\\d{{10}}{AFTER}")
_PERSONAL_LABEL = re.compile(r"ca nhan|tncn|npt|phu thuoc|mstcn|thu nhap")
_COMPANY_LABEL = re.compile(r"doanh nghiep|msdn|ma so dn")
#: "Công ty A; đại diện: ông B - Giám đốc; MST …": the code is the company's.
_REPRESENTED = re.compile(
    r"(?<![a-z])(?:cong ty|cty|doanh nghiep|htx|hop tac xa|tap doan)(?![a-z])[^\n]{2,110}"
    r"(?:dai dien|giam doc|chu tich|chu nhiem)[^\n]{0,60}\Z"
)
#: On the line of a hotline.
_HOTLINE = re.compile(r"(?<![a-z0-9])(?:tong dai|hotline|duong day nong)(?![a-z])|(?<!\d)1[89]00[ .\-]?\d{4}")
#: A household's business is its owner: "Hộ kinh doanh Cao Tấn Được; MST …"; "… theo MST … của tôi".
_HOUSEHOLD = re.compile(r"(?<![a-z])(?:ho kinh doanh|ho kd|hkd|ca nhan kinh doanh|ho ca the|chu ho)(?![a-z])")
_FIRM = re.compile(
    r"(?<![a-z])(?:cong ty|cty|tnhh|doanh nghiep|htx|hop tac xa|tap doan|ngan hang|chi cuc|cuc thue|kho bac|truong (?:th|mam|dai|cao|tieu|trung)[a-z]*|benh vien)(?![a-z])"
)
_SOMEBODYS = re.compile(
    r"[\d \-.]{9,18}[ ](?:cua|do)[ ](?:toi|em|minh|ong|ba|anh|chi(?! (?:nhanh|cuc))|ca nhan)(?![a-z])"
)
_BEFORE_NUMBER, _SPREAD = 200, 8
#: With the number of a branch behind it, too.
_LENGTHS = frozenset({10, 13})
#: First digit of codes given to people; companies have the number of their province in front.
_PERSON_FIRST = "8"


class TaxCodeRecognizer(VnRecognizer):
    """Tax codes under a label; bare ones only where the check digit fits and the code is a person's."""

    ENTITIES = (EntityType.VN_TAX_CODE,)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield labelled codes with whether they are an organisation's, then bare personal ones."""
        for match, field, label in labelled(folded, _LABELS, _LABELLED, strict=_STRICT):
            if not mostly_digits(match.group()):
                continue
            number = repaired(match.group())
            yield Found(
                match.start(),
                match.end(),
                EntityType.VN_TAX_CODE,
                0.95 if len(number) != 9 else 0.75,
                Reason("digits_labelled", label.shown, str(len(number))),
                _keep(
                    folded,
                    match.start(),
                    number,
                    folded.key[label.start : max(label.end, min(field.start, match.start()))],
                ),
                Tier.LABEL,
            )
        for match in _BARE.finditer(folded.text):
            number = digits_of(match.group())
            after = label_after(folded, match.end(), _LABELS)
            if after is not None:
                yield Found(
                    match.start(),
                    match.end(),
                    EntityType.VN_TAX_CODE,
                    0.85,
                    Reason("digits_label_after", after.shown, str(len(number))),
                    _keep(folded, match.start(), number, ""),
                    Tier.LABEL,
                )
            elif (
                number[0] == _PERSON_FIRST
                and tax_code(number)
                and under(folded, match.start(), OTHER) is None
            ):
                yield Found(
                    match.start(),
                    match.end(),
                    EntityType.VN_TAX_CODE,
                    0.4,
                    Reason("tax_checked"),
                    tier=Tier.CHECKSUM,
                )


def _is_households(key: str, start: int, end: int) -> bool:
    """Return whether the nearest holder before a code is a household's business, or it is told to be somebody's."""
    before = key[max(0, start - _BEFORE_NUMBER) : start]
    households = [word.start() for word in _HOUSEHOLD.finditer(before)]
    firms = [word.start() for word in _FIRM.finditer(before)]
    if households and (not firms or firms[-1] < households[-1]):
        return True
    return _SOMEBODYS.match(key, start, end + 16) is not None


def _keep(folded: Folded, start: int, number: str, label: str) -> str:
    if _PERSONAL_LABEL.search(label):
        return ""
    if number[0] == _PERSON_FIRST and len(number) in _LENGTHS:
        return ""
    if _is_households(folded.key, start, start + len(number) + _SPREAD):
        return ""
    line = folded.key.rfind("\n", 0, start) + 1
    if _HOTLINE.search(folded.key, max(line, start - 80), start + 60):
        return "organisation_data"
    if _REPRESENTED.search(folded.key, max(line, start - 200), start):
        return "organisation_data"
    if _COMPANY_LABEL.search(label) or len(number) == 13 or belongs_to_organisation(folded, start):
        return "organisation_data"
    return ""
