"""Phone numbers: VN_PHONE.

Mobile numbers are 0 (or +84) and nine digits, first 3, 5, 7, 8 or 9; before 14 November 2018 there were
11-digit ones beginning 012, 016, 018 and 019, which old contracts still hold. Landlines are 02 and nine digits,
before 2017 shorter. The tables of carriers rule nothing out. 1800 and 1900 numbers and the three-digit ones are
services, not people's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.base import Found, Tier, VnRecognizer, labelled, under
from recognizers.clues import Clue
from recognizers.digits import HIDDEN, MASKED, digits_of, is_masked, mostly_digits, nearly_digits, repaired
from recognizers.entities import EntityType
from recognizers.fields import label_after
from recognizers.folding import Folded
from recognizers.landlines import is_common_line, is_offices
from recognizers.loose_phones import loose_phones
from recognizers.nearby import matches_near
from recognizers.personal_id import follows_structure
from recognizers.results import Reason

_LABELS = frozenset({Clue.PHONE, Clue.E_WALLET})
_S = r"[ .\-]?"
_MOBILE = (
    r"(?:\(?(?:\+|00)[ ]?84\)?[ .\-]?(?:\([0O]\)|0(?=\d))?|84[ .\-]?|0)"
    + _S
    + r"(?:3[ .\-]?[2-9]|5[ .\-]?[25689]|7[ .\-]?[06-9]|8[ .\-]?[1-9]|9[ .\-]?\d)(?:[ .\-]?\d){7}"
)
_OLD = r"(?:(?:\+|00)?84[ .\-]?|0)1(?:2\d|6[2-9]|8[68]|99)(?:[ .\-]?\d){7}"
_LAND = (
    r"(?:\(?(?:\+|00)84\)?[ .\-]?|\(?0)2(?:[48]\)?(?:[ .\-]?\d){8}|(?:0[3-9]|1[0-689]|2[0-25-9]|3[2-9]|5[124-9]"
    r"|6[0-39]|7[0-7]|9[0-4679])\)?(?:[ .\-]?\d){7})"
)
#: Fixed lines before 2017, grouped: "0613.822.118", "04 3825 1234".
_FORMER = r"0(?:4[ .\-)]{1,2}3\d{3}[ .\-]?\d{4}|6\d{1,2}[ .\-)]{0,2}3[ .\-]?\d{3}[ .\-]\d{3})"
_BARE = re.compile(
    rf"(?=[\d(+])(?:(?<![\w/])|(?<=số))(?<!\d[.,\-:])(?:(?P<mobile>{_MOBILE})|(?P<old>{_OLD})|(?P<land>{_LAND}|{_FORMER}))(?![\w]|[.,\-]\d)"
)
_D = "[0-9OolI|BSZG]"
_LABELLED = re.compile(
    rf"(?<![A-Za-z0-9])(?:{_MOBILE}(?!\d)|{_OLD}(?!\d)|{_LAND}(?!\d)"
    rf"|\(?\+?{_D}(?:[ .\-()]{{0,2}}(?:\n[ ]{{0,4}})?{_D}){{8,11}}(?![\w]|[.,]\d)"
    r"|\(?0\d{1,4}\)?[ .\-]{0,2}\d{2,4}(?:[ .\-]?\d){3,5}(?!\d)|\d{6,8}(?![\w/.\-])"
    r"|\(?\+\d{1,3}\)?(?:[ .\-]?\(?\d\)?){7,12}(?!\d)|0\d{2,4}[ .]?\.{3,7}\d{2,4}(?!\d)"
    rf"|{MASKED}(?![\w*]))"
)
_STRICT = re.compile(rf"(?<![\w/.,\-])(?:{_MOBILE}|{_OLD}|{_LAND}|[35789]\d{{8}}|84\d{{9}})(?![\w]|[.,]\d)")
#: Written apart: "0912 - 338 - 604", "0 9 1 8 . 7 7 2 . 3 3 1"; abroad: "+91 98400 12345".
_APART = re.compile(
    r"(?<![\w/.,\-])(?<!\d )(?<!\d[.,\-] )(?<!\d [.,\-] )0[ .\-]{0,3}[35789](?:[ .\-]{0,3}\d){8}(?![\w]|[ ]?[.,\-/]?[ ]?\d)"
    r"|(?<![\w/.,\-])(?<!\d )(?<!\d[.,\-] )0[ .\-]{0,3}2(?:[ .\-]{0,3}\d){9}(?![\w]|[ ]?[.,\-/]?[ ]?\d)"
    r"|(?<![\w/.,\-])0[35789]\d\d(?P<sign>[/,])\d{3}(?P=sign)\d{3}(?![\w]|[.,\-/]?\d)"
    r"|(?<![\w+])\+(?!84)[1-9]\d{0,2}(?:[ \-.]?\(?\d{1,5}\)?){2,5}(?!\w)"
)
#: A mobile number with letters that OCR put in the place of digits.
_MISREAD = re.compile(
    r"(?=[0Oo8])(?<![\w/.,\-])(?:(?:[0Oo]|84)[ .\-]?[35789SB](?:[ .\-]?[0-9OolISBZG]){8}|[0O]2(?:[ .\-]?[0-9OolISBZG]){9})(?![\w]|[.,\-]\d)"
)
#: Digits of a citizen's number; phones have eleven at most behind their nought.
_CITIZEN = 12
_SERVICE = re.compile(r"1[89]00|11\d$")
_OTHER = frozenset(
    {
        Clue.REFERENCE_NO,
        Clue.PERSONAL_ID,
        Clue.CMND,
        Clue.ID_ANY,
        Clue.TAX,
        Clue.BHXH,
        Clue.BHYT,
        Clue.DRIVER,
        Clue.BANK_CARD,
        Clue.IMEI,
        Clue.STUDENT,
        Clue.EMPLOYEE,
        Clue.MEDICAL_NO,
        Clue.MILITARY,
        Clue.HOUSEHOLD,
        Clue.CIVIL_NO,
        Clue.LAND_CERT,
        Clue.LAND_BOOK,
        Clue.VIN,
        Clue.ENGINE,
        Clue.PROPERTY_EID,
    }
)


#: "số máy" is said of a telephone as of an engine, whose number is not written digit by digit.
_MACHINE = frozenset({Clue.ENGINE})
_BUT_MACHINES = _OTHER - _MACHINE
#: Words and signs right before a run of digits that say it is a code: "mã số 0379083686", "receipt=0986284401".
_CODE_BEFORE = re.compile(
    r"(?<![a-z])(?:ma(?: so)?(?: (?:gd|giao dich|don|don hang|hang|vd|van don|phieu|tra cuu|so thue|dn|doanh nghiep))?|receipt|ref|txn|trace(?:[_ ]id)?|seq|rrn|order"
    r"|(?:hop dong|bien lai|hoa don|phieu|don hang|van don|to khai|quyet dinh)(?: so)?|xuat (?:hd|hoa don)(?: vat| gtgt)?|giao dich(?: so)?)[ :=#.]{0,3}\Z"
    r"|(?<![a-z])(?:mbvcb|vcb|mbbank|ibft|napas)\.\Z|\d{4,8}\|\Z"
)
#: "09xx xxx 812": the rest of a number is personal still.
_MASKED = re.compile(
    r"(?<![\w+(])(?:\(?\+?84\)?[ .]?|0)[35789][0-9xX*•]{1,2}[ .\-]?[0-9xX*•]{0,2}[xX*•]{2,3}[ .\-]?[\dxX*•]{3}(?![\w*])"
)


#: Labels of papers that are mentioned more often than their numbers are given: "(không cùng sổ hộ khẩu)", "chưa có sổ đỏ –".
_MENTIONED = frozenset(
    {Clue.HOUSEHOLD, Clue.LAND_CERT, Clue.LAND_BOOK, Clue.CIVIL_NO, Clue.PROPERTY_EID, Clue.VIN, Clue.DRIVER}
)
#: So few characters behind such a label, the number is its own.
_RIGHT_BEHIND = 14
_DASHED = re.compile(r"[–—-][ ]?\Z")


def _is_others(folded: Folded, match: re.Match[str]) -> bool:
    """Return whether a run of digits stands under the label of another number."""
    label = under(folded, match.start(), _BUT_MACHINES, 40)
    if label is None or label.clue not in _MENTIONED or match.group("mobile") is None:
        return label is not None
    between = folded.text[label.end : match.start()]
    return match.group().isdigit() and not _DASHED.search(between) and len(between) <= _RIGHT_BEHIND


def _is_code(folded: Folded, start: int, written: str) -> bool:
    """Return whether an unbroken run of digits is called a code by the word before it."""
    if not written.isdigit():
        return False
    said = _CODE_BEFORE.search(folded.key, max(0, start - 28), start)
    return said is not None and folded.text[said.start() : said.end()].strip().lower() not in (
        "má",
        "ma",
        "mạ",
    )


class PhoneRecognizer(VnRecognizer):
    """Mobile and fixed numbers, labelled or by their shape."""

    ENTITIES = (EntityType.VN_PHONE,)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield labelled numbers of any plausible length, then bare ones of a Vietnamese shape."""
        for match, _, label in labelled(folded, _LABELS, _LABELLED, strict=_STRICT, reach=50):
            written = match.group()
            number = repaired(written)
            if _SERVICE.match(number) or not (mostly_digits(written) or is_masked(written)):
                continue
            if label.clue is Clue.E_WALLET or (len(number) == _CITIZEN and follows_structure(number)):
                continue
            yield Found(
                match.start(),
                match.end(),
                EntityType.VN_PHONE,
                0.95,
                Reason("phone_labelled", label.shown),
                self._keep(folded, match.start(), match.end(), number),
                Tier.LABEL,
            )
        for match in _BARE.finditer(folded.text):
            start, end = match.span()
            after = label_after(folded, end, _LABELS)
            written = match.group()
            number = digits_of(written)
            if after is not None:
                yield Found(
                    start,
                    end,
                    EntityType.VN_PHONE,
                    0.95,
                    Reason("phone_label_after", after.shown),
                    self._keep(folded, start, end, number),
                    Tier.LABEL,
                )
            elif not _is_others(folded, match) and not _is_code(folded, start, written):
                score = 0.8 if match.group("mobile") else 0.6
                yield Found(
                    start,
                    end,
                    EntityType.VN_PHONE,
                    score,
                    Reason("phone_shape"),
                    self._keep(folded, start, end, number),
                    Tier.STRUCTURE,
                )

        for match in _APART.finditer(folded.text):
            if (
                10 <= len(digits_of(match.group())) <= 14
                and under(folded, match.start(), _BUT_MACHINES, 40) is None
                and not _is_code(folded, match.start(), match.group())
            ):
                yield Found(match.start(), match.end(), EntityType.VN_PHONE, 0.6, Reason("phone_shape"))
        for start, end in loose_phones(folded):
            if under(folded, start, _BUT_MACHINES, 40) is None and not _is_code(
                folded, start, folded.text[start:end]
            ):
                yield Found(start, end, EntityType.VN_PHONE, 0.6, Reason("phone_shape"))
        for match in matches_near(_MASKED, folded.text, HIDDEN, folded.key):
            yield Found(match.start(), match.end(), EntityType.VN_PHONE, 0.6, Reason("phone_shape"))
        for match in _MISREAD.finditer(folded.text):
            if not match.group().isascii() or match.group().replace(" ", "").isdigit():
                continue
            if nearly_digits(match.group()) and under(folded, match.start(), _OTHER, 40) is None:
                yield Found(match.start(), match.end(), EntityType.VN_PHONE, 0.6, Reason("phone_shape"))

    @staticmethod
    def _keep(folded: Folded, start: int, end: int, number: str) -> str:
        landline = number.startswith(("02", "842", "00842", "04", "06"))
        office = is_offices(folded, start, end) if landline else is_common_line(folded, start)
        return "organisation_data" if office else ""
