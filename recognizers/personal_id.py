"""Personal identification number (số định danh cá nhân, CCCD, căn cước): VN_PERSONAL_ID.

Twelve digits, no check digit (Law 26/2023/QH15, Article 12). Numbers issued under Circulars 07/2016 and
59/2021/TT-BCA read ``PPP G YY NNNNNN``: province or country of birth registration, century and sex, year of
birth, six random digits. That structure only raises the score; it never rules a number out.

The same number stands as tax code since 1 July 2025 (Circular 86/2024/TT-BTC) and as social insurance number: twelve
digits under those labels are a personal number too.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import chain

from recognizers.base import Found, Tier, VnRecognizer, labelled, under
from recognizers.clues import Clue
from recognizers.digits import (
    AFTER,
    BEFORE,
    BEFORE_LABELLED,
    LOOSE,
    MASKED,
    digits_of,
    is_masked,
    loose,
    mostly_digits,
    nearly_digits,
    repaired,
)
from recognizers.entities import EntityType
from recognizers.fields import Layout, label_after
from recognizers.folding import Folded
from recognizers.nearby import matches_near
from recognizers.results import Reason

#: Codes of the 63 provinces of birth registration (Circular 07/2016/TT-BCA, Appendix 1).
PROVINCES = frozenset(
    [
        "001",
        "002",
        "004",
        "006",
        "008",
        "010",
        "011",
        "012",
        "014",
        "015",
        "017",
        "019",
        "020",
        "022",
        "024",
        "025",
        "026",
        "027",
        "030",
        "031",
        "033",
        "034",
        "035",
        "036",
        "037",
        "038",
        "040",
        "042",
        "044",
        "045",
        "046",
        "048",
        "049",
        "051",
        "052",
        "054",
        "056",
        "058",
        "060",
        "062",
        "064",
        "066",
        "067",
        "068",
        "070",
        "072",
        "074",
        "075",
        "077",
        "079",
        "080",
        "082",
        "083",
        "084",
        "086",
        "087",
        "089",
        "091",
        "092",
        "093",
        "094",
        "095",
        "096",
    ]
)

LABELS = frozenset({Clue.PERSONAL_ID, Clue.ID_ANY})
#: Labels under which twelve digits are a personal number although the label names another paper.
_TWELVE = frozenset({Clue.CMND, Clue.TAX, Clue.BHXH, Clue.LOGIN, Clue.HOUSEHOLD, Clue.STUDENT})
#: Labels that make a bare run of digits something else.
OTHER = frozenset(
    {
        Clue.REFERENCE_NO,
        Clue.AMOUNT,
        Clue.QUANTITY,
        Clue.BANK_ACCOUNT,
        Clue.BANK_NAME,
        Clue.BANK_CARD,
        Clue.DRIVER,
        Clue.BHYT,
        Clue.DEBT,
        Clue.CIVIL_NO,
        Clue.LAND_CERT,
        Clue.LAND_BOOK,
        Clue.MEDICAL_NO,
        Clue.INCOME,
        Clue.IMEI,
        Clue.VIN,
        Clue.ENGINE,
        Clue.PROPERTY_EID,
        Clue.TAX,
        Clue.STUDENT,
        Clue.EMPLOYEE,
        Clue.MILITARY,
        Clue.GEO,
        Clue.E_WALLET,
        Clue.PHONE,
        Clue.DATE,
    }
)
#: Amounts do not begin with 0.
_MONEY = frozenset({Clue.AMOUNT, Clue.QUANTITY, Clue.INCOME, Clue.DEBT})
_BUT_MONEY = OTHER - _MONEY
_ISSUED = re.compile(
    r"[\s,;(\-]{0,4}(?:do\b.{0,60})?(?:ngay cap|cap ngay|noi cap|cap tai|do .{3,60} cap|cap lan|date of issue|cap)\b"
)

_GROUPED = (
    r"\d{12}|\d{3}(?P<a>[ .\-])\d{3}(?P=a)\d{3}(?P=a)\d{3}|\d{4}(?P<b>[ .\-])\d{4}(?P=b)\d{4}|\d{6}[ .\-]\d{6}"
    r"|\d{3}[ .\-]\d{9}|\d{3}[ .\-]\d{3}[ .\-]\d{6}"
)
_BARE = re.compile(f"(?=\\d){BEFORE}(?:{_GROUPED}|\\d(?: \\d){{11}}(?! \\d)){AFTER}")
#: Grouped in any other way ("066088 011 207", "046 157 00 2214"): only the scheme tells such a run from other numbers.
_REGROUPED = re.compile(rf"(?=0){BEFORE}0\d\d(?:[ .]?\d){{9}}{AFTER}(?! \d)")
_MASKED = rf"\d{{2,9}}\.{{3,10}}\d{{0,4}}|{MASKED}"
_LABELLED = re.compile(
    f"{BEFORE_LABELLED}(?:(?:{_GROUPED})(?![\\w*])|{loose(12)}(?![\\w*]|[.,]\\d)|{_MASKED}(?![\\w*])"
    r"|\d{10,11}(?![\w*])|\d{13,14}(?![\w*])|\d\.\d{2,}E\+?(?:09|1[01]))"
)
#: Lists and statements shorten căn cước to two letters: "cc 072 055.00 12.46".
_AFTER_CC = re.compile(rf"(?<![a-z])cc(?: so)?[ :]{{1,2}}(?P<number>0(?:[ .\-]?\d){{11}}){AFTER}")
#: Twelve digits with letters that OCR put in the place of some; numbers begin with 0.
_MISREAD = re.compile(r"(?=[0O])(?<![\w/\-])(?<!\w[.,])[0O](?:[ .]?[0-9OolISBZG]){11}(?![\w]|[.,/\-]\d)")
#: What recognition makes of one on a bad page: about as long, begun like a number, most of it digits; or letters of the
#: next word behind all twelve.
_SLIPPED = re.compile(
    rf"(?<![\w/\-])(?=(?:[A-Za-z]{{0,4}}\d){{8}}){LOOSE}{{3}}[0-9A-Za-z]{{8,10}}(?!\w)"
    r"|(?<!\w)\d{12}[^\W\d_]{1,6}(?!\w)"
)
_TWELVE_ONLY = re.compile(f"{BEFORE_LABELLED}(?:(?:{_GROUPED})(?![\\w])|{loose(12)}(?![\\w]|[.,]\\d))")


def follows_structure(number: str) -> bool:
    """Return whether 12 digits follow the scheme of 2016: known province, century 1900 or 2000."""
    return number[:3] in PROVINCES and number[3] in "0123"


def has_lost_zeros(number: str) -> bool:
    """Return whether digits are such a number without its first one or two zeros, as spreadsheets make of it.

    The year of birth, too, must be that of somebody who may be alive: of other runs of eleven digits one in ten passes.
    """
    if not (number.isascii() and number.isdigit() and 10 <= len(number) < 12) or number[0] == "0":
        return False
    whole = number.zfill(12)
    if not follows_structure(whole) or re.match(r"843[2-9]", number):  # a mobile number from abroad
        return False
    born = (1900 if whole[3] in "01" else 2000) + int(whole[4:6])
    return _OLDEST <= born <= dt.datetime.now(tz=dt.UTC).year


#: Year of birth of the oldest people there are.
_OLDEST = 1915


def _regrouped(found: re.Match[str]) -> bool:
    """Return whether twelve digits in odd groups follow the whole scheme, the year of birth included."""
    written = found.group()
    number = digits_of(written)
    marks = set(re.findall(r"[ .]", written))
    return (
        len(marks) == 1
        and min(map(len, written.split(*marks))) > 1
        and follows_structure(number)
        and (number[3] in "01" or number[4:6] <= "30")
        and _BARE.match(found.string, found.start()) is None
    )


def _may_be_licence(number: str) -> bool:
    """Return whether twelve digits may be a driving licence's: province without its zero, sex, year of the examination."""
    return f"0{number[:2]}" in PROVINCES and number[2] in "01" and not "30" < number[3:5] < "95"


def _runs_into_a_date(found: re.Match[str]) -> bool:
    """Return whether the last digits, on a line of their own, begin a date: a log's next line."""
    return "\n" in found.group() and _DATE_GOES_ON.match(found.string, found.end()) is not None


_DATE_GOES_ON = re.compile(r"[-/.]\d\d?[-/.]\d")
#: Codes of transactions, orders and look-ups, whatever words stand between.
_TRANSACTION = re.compile(
    r"(?<![a-z])(?:(?:order|txn|trans|transaction|batch|trace|session|request|req|job|log|invoice|bill|ticket|receipt|lot|serial|sku"
    r"|event|uuid|seq|msg|phieu|ma phieu|bao cao so|to khai(?: hai quan)?(?: so)?|lo hang|van don|hoa don)(?:[_ ]?(?:id|no|so))?[ ]?[=:#]?[ \"']{0,2}"
    r"|ma|ma (?:so )?(?:gd|giao dich|tra cuu|xac thuc|tham chieu|don|van don|cqt|kiem tra)[^\n\d]{0,20}|so gd|ref|gd|trace)[ .:#]{0,3}\Z"
)


class PersonalIdRecognizer(VnRecognizer):
    """Twelve digits under a label of identity papers, or bare."""

    ENTITIES = (EntityType.VN_PERSONAL_ID,)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield labelled numbers, numbers an issue clause follows, and bare runs with a low score."""
        for match, field, label in labelled(folded, LABELS, _LABELLED, strict=_BARE):
            if not _plausible(match.group()) or _runs_into_a_date(match):
                continue
            count = len(digits_of(match.group()))
            score = 0.97 if count == 12 or field.layout is not Layout.ROWS else 0.9
            yield self._found(
                match.start(),
                match.end(),
                score if count == 12 else 0.8,
                "digits_labelled",
                label.shown,
                count,
                Tier.LABEL,
            )
        for match, _, label in labelled(folded, LABELS, _SLIPPED):
            if mostly_digits(match.group()) and not match.group().isdigit():
                yield self._found(
                    match.start(), match.end(), 0.7, "digits_labelled", label.shown, 12, Tier.LABEL
                )
        for match, _, label in labelled(folded, _TWELVE, _TWELVE_ONLY, strict=_BARE):
            if _plausible(match.group()):
                yield self._found(
                    match.start(), match.end(), 0.9, "digits_labelled", label.shown, 12, Tier.LABEL
                )
        for match in matches_near(_AFTER_CC, folded.key, ("cc ", "cc:")):
            if follows_structure(digits_of(match["number"])):
                yield self._found(*match.span("number"), 0.85, "digits_labelled", "CC", 12, Tier.LABEL)
        for match in _MISREAD.finditer(folded.text):
            if (
                digits_of(match.group()) != repaired(match.group())
                and nearly_digits(match.group())
                and (match.group().isalnum() or follows_structure(repaired(match.group())))
                and under(folded, match.start(), OTHER, 40) is None
            ):
                yield self._found(match.start(), match.end(), 0.4, "bare_digits", "", 12, Tier.LENGTH)
        regrouped = (found for found in _REGROUPED.finditer(folded.text) if _regrouped(found))
        for match in chain(_BARE.finditer(folded.text), regrouped):
            start, end = match.span()
            after = label_after(folded, end, LABELS)
            if after is not None:
                yield self._found(start, end, 0.9, "digits_label_after", after.shown, 12, Tier.LABEL)
                continue
            if under(folded, start, _BUT_MONEY if match.group()[0] == "0" else OTHER, 40) is not None:
                continue
            if _TRANSACTION.search(folded.key, max(0, start - 32), start):
                continue
            number = digits_of(match.group())
            if _ISSUED.match(folded.key, end):
                yield self._found(start, end, 0.8, "digits_issued", "", 12, Tier.NEIGHBOUR)
            elif follows_structure(number):
                yield self._found(start, end, 0.49, "bare_digits", "", 12, Tier.LENGTH)
            elif (
                (number[0] == "0" or _may_be_licence(number))
                and len(set(number)) > 3
                and match.group().replace(" ", "").isdigit()
            ):
                yield self._found(start, end, 0.3, "bare_digits", "", 12, Tier.LENGTH)

    @staticmethod
    def _found(start: int, end: int, score: float, code: str, clue: str, count: int, tier: Tier) -> Found:
        return Found(start, end, EntityType.VN_PERSONAL_ID, score, Reason(code, clue, str(count)), tier=tier)


def _plausible(written: str) -> bool:
    return mostly_digits(written) or is_masked(written)
