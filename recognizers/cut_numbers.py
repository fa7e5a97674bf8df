"""Numbers that narrow columns cut into lines: "Chi⏎Bửu⏎0788⏎53 02 61", "xe⏎29H-⏎771.06", "nhan.lq@⏎mail.example".

A phone book in the margin, a label printer and a chat on a narrow screen end their lines inside of numbers, where a label
may be lines away. The pieces of two or three lines together have to be exactly one number of a form that little else has:
a mobile number, a citizen's number, a plate behind a word for a vehicle, a mailbox.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.base import Found, Tier, VnRecognizer
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.nearby import matches_near
from recognizers.results import Reason

_E = EntityType
#: A line that ends in digits, its last run of them, and one or two lines that go on with digits.
_PIECE = r"\d(?:[ .\-]?\d){0,9}"
_END = r"(?![\w/%]|[.,\-]\d|[ ]\d|[ ]?(?:thang|ngay|nam|gio|tuoi|trieu|ty|dong|cai|kg|m2|nguoi)(?![a-z]))"
_FIRST = rf"(?P<first>(?:\(?\+84\)?[ .\-]?)?{_PIECE})[ .\-]?\n[ ]{{0,8}}(?P<second>{_PIECE})"
_CUT = re.compile(
    rf"(?<![\w.,/\-+*#])(?<!\d[ .\-])(?<!\d[./\-][ ]){_FIRST}(?:[ .\-]?\n[ ]{{0,8}}(?P<third>{_PIECE}))?{_END}"
)
#: The first two pieces only, where a third line begins with another number.
_TWO = re.compile(rf"{_FIRST}{_END}")
_MOBILE = re.compile(r"0(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d)\d{7}\Z")
_FIXED = re.compile(
    r"02(?:[48]\d{8}|(?:0[3-9]|1[0-689]|2[0-25-9]|3[2-9]|5[124-9]|6[0-39]|7[0-7]|9[0-4679])\d{7})\Z"
)
#: Province, century and sex, year: of twelve digits one in forty has it.
_CITIZEN = re.compile(r"0(?:0[1-9]|[1-8]\d|9[0-6])[0-3]\d{8}\Z")
_ID_BEFORE = re.compile(
    r"(?<![a-z])(?:cccd|cc|can cuoc|cmnd|cmt|dinh danh|so dd|ddcn|giay to|gttt|foid|id)(?: (?:cong dan|so|moi|ca nhan|tuy than|no))*[ ]?[.:]?\s{0,4}\Z"
)
#: What has such numbers in lines by itself: a page of figures, and papers told by their number.
_FIGURES = re.compile(r"[\d.,\-/%() ]{3,}\Z")
_OTHER_BEFORE = re.compile(
    r"(?<![a-z])(?:so tien|tong|cong|gia|thanh tien|vnd|dong|mst|ma so thue|stk|tai khoan|tk|account|ma(?: [a-z]{1,8}){0,2}|bhxh|bhyt|hoa don|hd|so hd|hop dong|bien lai|van don|don hang|ticket|quyet dinh|ky hieu|serial|seri|imei|hotline|tong dai)(?: so)?[ ]?[.:]?\s{0,4}\Z"
)
_LABEL, _LEAST_FIRST = 28, 3
#: A plate behind a word for a vehicle, cut anywhere between its parts.
_PLATE = re.compile(
    r"(?<![a-z])(?:xe|bks|bsx|bien(?: so)?|bien kiem soat|vi pham|oto|o to|dau keo|xe may)(?: so)?[ ]?:?\s{1,3}"
    r"(?P<plate>\d{2}[ ]?-?(?:\n[ ]{0,8})?[a-z][a-z\d]?[ ]?[\-.]?(?:\n[ ]{0,8})?\d(?:[ ]?[.\-]?(?:\n[ ]{0,8})?\d){3,4})(?![\w]|[.\-/]\d)"
)
#: A mailbox cut before or behind its sign, or before its last part.
_ENDING = r"(?:com(?:\.vn)?|vn|net|org|edu(?:\.vn)?|example|info|me|io)"
_GAP = r"(?:\n[ ]{0,8})?"
_WORD = r"[a-z][\w\-]*"
_MAIL = re.compile(
    rf"(?<![\w@.])(?P<mail>(?:{_WORD}(?:[.\-_+][\w\-]+)*|(?:{_WORD}(?:[._+][\w\-]+)+|{_WORD}(?:[._+][\w\-]+)*[.\-_])\n[ ]{{0,8}}[\w.\-]{{1,40}}){_GAP}@{_GAP}[a-z\d][a-z\d.\-]*?{_GAP}\.{_GAP}{_ENDING})(?![\w@]|\.[a-z])",
    re.ASCII,
)


class CutNumberRecognizer(VnRecognizer):
    """Phones, citizens' numbers, plates and mailboxes over the ends of lines; see the module."""

    ENTITIES = (_E.VN_PHONE, _E.VN_PERSONAL_ID, _E.VN_PLATE, _E.EMAIL)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield them."""
        text, key = folded.text, folded.key
        if "\n" not in text:
            return
        position = 0
        while (match := _CUT.search(key, position)) is not None:
            whole = _number(folded, match) or (
                _number(folded, shorter) if (shorter := _TWO.match(key, match.start())) else None
            )
            if whole is None:
                position = match.end("first")
                continue
            yield whole
            position = whole.end
        for plate in matches_near(
            _PLATE, key, ("xe", "bks", "bsx", "bien", "vi pham", "oto", "o to", "dau keo"), below=3
        ):
            if "\n" in plate["plate"] and _is_plate(plate["plate"]):
                yield _found(*plate.span("plate"), _E.VN_PLATE)
        for mail in matches_near(_MAIL, key, ("@",), above=1, below=2):
            start, end = mail.span("mail")
            if "\n" in key[start:end]:
                yield _found(start, end, _E.EMAIL)


def _number(folded: Folded, match: re.Match[str]) -> Found | None:
    """Return what the pieces of a match are together, or None."""
    digits = "".join(filter(str.isdigit, match.group()))
    if match["first"].lstrip("(").startswith("+84"):
        digits = "0" + digits[2:]
    start, end = match.span()
    before = folded.key[max(0, start - _LABEL) : start]
    if _OTHER_BEFORE.search(before):
        return None
    if _CITIZEN.match(digits) and (_ID_BEFORE.search(before) or _in_words(folded, start, end)):
        return _found(start, end, _E.VN_PERSONAL_ID)
    first = sum(map(str.isdigit, match["first"]))
    if (
        (_MOBILE.match(digits) or _FIXED.match(digits))
        and first >= _LEAST_FIRST
        and _in_words(folded, start, end)
    ):
        return _found(start, end, _E.VN_PHONE)
    return None


def _in_words(folded: Folded, start: int, end: int) -> bool:
    """Return whether words stand before a number in its line, or in the one above and none of figures beside."""
    text = folded.text
    line = text.rfind("\n", 0, start) + 1
    if any(map(str.isalpha, text[line:start])):
        return True
    above = text[text.rfind("\n", 0, max(line - 1, 0)) + 1 : max(line - 1, 0)]
    stop = text.find("\n", end)
    behind = text.find("\n", stop + 1)
    following = text[stop + 1 : behind if behind >= 0 else len(text)] if stop >= 0 else ""
    return (
        any(map(str.isalpha, above))
        and not text[line:start].strip()
        and not (any(map(str.isdigit, following)) and _FIGURES.match(following.strip()))
    )


def _is_plate(written: str) -> bool:
    """Return whether a province's number, a series of letters and four or five digits are there."""
    code = "".join(char for char in written if char.isalnum())
    return re.fullmatch(r"\d\d[a-z](?:\d{4,6}|[a-z]\d{4,5})", code) is not None


def _found(start: int, end: int, kind: EntityType) -> Found:
    return Found(start, end, kind, 0.6, Reason("number_labelled", "Số"), tier=Tier.STRUCTURE)
