"""Numbers and dates in enumerations: "A, 068751441; B, 253633073" – what directly follows a person's name is the person's.

No label says so; the name in front does, and only a comma, dash, bracket, bar or tab stands between. Amounts, counts and
references have a unit or a label of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from recognizers import look_alikes
from recognizers.base import Found
from recognizers.clues import Clue
from recognizers.entities import EntityType
from recognizers.fields import Layout, fields
from recognizers.folding import Folded
from recognizers.results import Reason
from recognizers.tiers import Tier

_E = EntityType
_END = r"(?![\w*%]|[.,/\-]\d|[ ]?(?:đồng|đ|dong|vnd|vnđ|usd|m2|m²|kg|ha|cái|chiếc|ngày|tháng|năm|giờ|suất|phiếu)(?!\w))"
_NUMBER = re.compile(
    r"[ ]{0,3}(?:[,\-–—|(]|\t)[ ]{0,3}(?:"
    rf"(?P<nine>\d{{9}}|\d{{3}}[ .]\d{{3}}[ .]\d{{3}}){_END}"
    rf"|(?P<student>(?:19|20)\d{{6}}|[A-Z]{{1,3}}\d{{2}}[A-Z]{{2,6}}\d{{2,4}}|[A-Z]{{1,4}}\d{{2}}-[A-Z]{{2,6}}-\d{{2,5}}){_END}"
    rf"|(?P<code>[A-Z]{{1,4}}[\-.]?\d{{4,8}}|\d{{7,8}}){_END}"
    rf"|(?P<account>\d{{10,16}}|\d{{4}}[ .]\d{{3}}[ .](?!000)\d{{3}}|(?!(?:19|20)\d\d )\d{{4}} \d{{4}} \d{{2,4}}){_END})",
    re.IGNORECASE,
)
#: With less between them only what is no sum: "Lò Văn Hặc 271234567", "Tran Thi B: C1234567", the number in the next line.
_CLOSE = re.compile(
    rf"(?:[ ]{{1,4}}|[ ]?[:/][ ]?|\n[ ]{{1,8}})(?:(?P<passport>[BCNPEK]\d{{7,8}})(?![\w]|[.,/\-]\d)"
    rf"|(?P<nine>\d{{6}}(?!000)\d{{3}}|\d{{3}}[ .]\d{{3}}[ .](?!000)\d{{3}}){_END}|(?P<account>\d{{7,13}}(?!000)\d{{3}}){_END})(?! [a-zà-ỹđ])"
)
_BOOK = re.compile(r"[ ]{0,3}(?:[,\-–—|(]|\t)[ ]{0,3}(?P<passport>[BCNPEK]\d{7,8})(?![\w]|[.,/\-]\d)")
#: "271234567 Lò Văn Hặc", "3. C1234567 - Trần Thị B": the number first in its line.
_BEFORE = re.compile(
    r"(?:^|\n)[ ]{0,3}(?:\d{1,3}[.)/][ ]{1,2})?(?:(?P<passport>[BCNPEK]\d{7,8})|(?P<nine>\d{6}(?!000)\d{3}|\d{3}[ .]\d{3}[ .](?!000)\d{3}))[ ]?(?:[\-–:,|][ ]?)?[ ]{0,3}\Z"
)
#: "…, 56 tuổi, mã 2401234": a code without a kind, shortly behind the name, on its line.
_CODED = re.compile(
    r"[ ]{0,2}[,\-–(][^\n:;]{0,24}?(?<![^\W\d_])(?:mã số|mã|ms|ma so|ma)[ ]?:?[ ]?"
    rf"(?P<code>(?=[A-Z.\-]{{0,6}}\d{{4}})[A-Z]{{0,5}}[\-.]?\d{{4,10}}){_END}",
    re.IGNORECASE,
)
#: "- 1953 - C8985831": a passport some details behind the name.
_PASSPORT = re.compile(
    r"[ ]{0,2}[,;\-–(][^\n:]{0,40}?[,;\-–(][ ]{0,2}(?P<number>[BCNPEK]\d{7,8})(?![\w]|[.,/\-]\d)"
)
#: "104417221009 - LE HUU PHUOC" at the beginning of a line: the account and its holder.
_ACCOUNT_OF = re.compile(r"(?:^|\n)[ ]{0,3}(?P<number>[1-9]\d{8,15})[ ]?[\-–:][ ]\Z")
_DATE = re.compile(
    r"[ ]{0,2}[,;\-–|][ ]{0,2}(?P<date>(?:0?[1-9]|[12]\d|3[01])(?P<d>[./\-])(?:0?[1-9]|1[0-2])(?P=d)(?:19|20)\d{2})(?!\d|[./\-]\d)"
)
_KIN = (
    r"(?:vợ|chồng|con(?: (?:trai|gái|đẻ|ruột|nuôi|cả|út|dâu|rể))?|(?:mẹ|cha|bố)(?: (?:đẻ|ruột|vợ|chồng))?|ông|bà|cháu(?: (?:nội|ngoại))?"
    r"|(?:anh|chị|em)(?: (?:trai|gái|ruột|rể|dâu))?)"
)
#: "(MST 8810447201), Lâm Thị Nhiên (mẹ, 8114 700 226)": who somebody is stands between.
_KIN_NUMBER = re.compile(
    rf"[ ]?[,;:(\-–][ ]?{_KIN}[ ]?[,;:\-–][ ]?(?:(?P<nine>\d{{9}}|\d{{3}}[ .]\d{{3}}[ .](?!000)\d{{3}}){_END}"
    rf"|(?P<account>\d{{10,16}}|\d{{4}}[ .]\d{{3}}[ .](?!000)\d{{3}}|(?!(?:19|20)\d\d )\d{{4}} \d{{4}} \d{{2,4}}){_END})"
)
#: A year alone, or with its month, between marks that part the details of one person: "A; 1947; …", "A / 1970;", "A: vợ, 1960".
_YEAR_OF = re.compile(
    rf"[ ]?(?:[;/]|[ ][\-–]|[\-–](?=\d{{4}}[\-–])|[:,;(\-–][ ]?{_KIN}[ ]?[,;\-–])[ ]?(?P<year>(?:(?:0?[1-9]|1[0-2])/)?(?:19[2-9]\d|20[01]\d|202[0-2]))"
    r"(?=[ ]?[;,)]|[ ]/|[ ][\-–][ ]|[\-–][^\W\d_]|[ ]?\n|\.?\Z)"
)
_TYPES = {
    "nine": (_E.VN_CMND, 0.65),
    "student": (_E.STUDENT_ID, 0.6),
    "code": (_E.EMPLOYEE_ID, 0.5),
    "account": (_E.VN_BANK_ACCOUNT, 0.5),
    "passport": (_E.VN_PASSPORT, 0.6),
}
#: Behind the name and these of somebody a date is that of birth.
_CODES = frozenset({"student", "nine", "passport"})
_IDS = frozenset({_E.VN_PERSONAL_ID, _E.VN_CMND})


def beside_people(folded: Folded, found: Iterable[Found]) -> Iterator[Found]:
    """Yield the numbers directly behind names and the dates directly behind personal numbers, of what was found."""
    for item in found:
        if item.entity_type is _E.PERSON:
            account = _ACCOUNT_OF.search(folded.text, max(0, item.start - 24), item.start)
            if account is not None:
                yield Found(
                    account.start("number"),
                    account.end("number"),
                    _E.VN_BANK_ACCOUNT,
                    0.55,
                    Reason("number_beside_name"),
                    tier=Tier.NEIGHBOUR,
                )
            born = _YEAR_OF.match(folded.text, item.end)
            if born is not None:
                yield Found(
                    *born.span("year"),
                    _E.DATE_OF_BIRTH,
                    0.55,
                    Reason("number_beside_name"),
                    tier=Tier.NEIGHBOUR,
                )
            passport = _PASSPORT.match(folded.text, item.end)
            if passport is not None:
                yield Found(
                    passport.start("number"),
                    passport.end("number"),
                    _E.VN_PASSPORT,
                    0.6,
                    Reason("number_beside_name"),
                    tier=Tier.NEIGHBOUR,
                )
            match = (
                _BOOK.match(folded.text, item.end)
                or _NUMBER.match(folded.text, item.end)
                or _CODED.match(folded.text, item.end)
                or _KIN_NUMBER.match(folded.text, item.end)
                or _CLOSE.match(folded.text, item.end)
                or _BEFORE.search(folded.text, max(0, item.start - 24), item.start)
            )
            if match is None or match.lastgroup is None:
                continue
            if match.lastgroup == "code" and _of_a_parcel(folded.key, match):
                continue
            entity_type, score = _TYPES[match.lastgroup]
            start, end = match.span(match.lastgroup)
            if match.lastgroup in _CODES and (date := _DATE.match(folded.text, end)) is not None:
                yield Found(
                    *date.span("date"),
                    _E.DATE_OF_BIRTH,
                    0.6,
                    Reason("number_beside_name"),
                    tier=Tier.NEIGHBOUR,
                )
        elif item.entity_type in _IDS:
            match = _DATE.match(folded.text, item.end)
            if match is None:
                continue
            entity_type, score = _E.DATE_OF_BIRTH, 0.6
            start, end = match.span("date")
        else:
            continue
        if not look_alikes.rules_out(folded, start, end, entity_type, Tier.NEIGHBOUR):
            yield Found(start, end, entity_type, score, Reason("number_beside_name"), tier=Tier.NEIGHBOUR)


def _of_a_parcel(key: str, match: re.Match[str]) -> bool:
    """Return whether the line of a code is about what is sent, booked or bought: the code is the order's."""
    end = key.find("\n", match.end())
    return (
        _ORDER.search(key, key.rfind("\n", 0, match.start()) + 1, end if end >= 0 else len(key)) is not None
    )


_ORDER = re.compile(
    r"(?<![a-z])(?:don hang|ma don|van don|giao hang|ship|cod|kien hang|buu kien|booking|dat (?:tour|phong|ve)|ma ve|hoa don|order|parcel|tracking)(?![a-z])"
)


def births_in_rows(folded: Folded) -> Iterator[Found]:
    """Yield the birth dates in the rows of a table read line by line: the header's order of dates is the row's."""
    headers: dict[tuple[int, int], list[Clue]] = {}
    for row_field in fields(folded):
        if row_field.layout is Layout.ROWS:
            clue = next((label.clue for label in row_field.labels if label.clue in _DATES), None)
            if clue is not None:
                headers.setdefault((row_field.start, row_field.end), []).append(clue)
    for (start, end), clues in headers.items():
        births = [place for place, clue in enumerate(clues) if clue is Clue.BIRTH_DATE]
        if not births:
            continue
        position = start
        while position < end:
            stop = folded.text.find("\n", position, end)
            stop = end if stop < 0 else stop
            dates = list(_FULL_DATE.finditer(folded.text, position, stop))
            for place in births:
                if len(dates) == len(clues) or (dates and place == 0):
                    start_of, end_of = dates[place].span()
                    yield Found(
                        start_of,
                        end_of,
                        _E.DATE_OF_BIRTH,
                        0.85,
                        Reason("number_beside_name"),
                        tier=Tier.LABEL,
                    )
            position = stop + 1


_DATES = frozenset({Clue.BIRTH_DATE, Clue.ISSUE_DATE, Clue.EXPIRY, Clue.DATE, Clue.PARTY})
_FULL_DATE = re.compile(
    r"(?<![\d./\-])(?:0?[1-9]|[12]\d|3[01])(?P<d>[./\-])(?:0?[1-9]|1[0-2])(?P=d)(?:19|20)\d{2}(?!\d|[./\-]\d)"
)
