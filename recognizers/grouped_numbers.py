"""Labelled numbers whole, however they are grouped: in boxes, in groups, misread, broken over a line.

The recognisers of each type know the usual ways to write it. Here the label alone says what follows: the run of letters
and digits behind it is read without its separators, and if that has the form of the type, the run is the value:
``RLEQKR77H N1004418``, ``| 0 | 7 | 9 | …``, ``18 440 771``, ``BM 1184O2``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from recognizers.base import Found, Tier, VnRecognizer
from recognizers.clues import Clue, Label
from recognizers.digits import LOOSE
from recognizers.entities import EntityType
from recognizers.fields import Field, Layout, fields_for
from recognizers.folding import Folded
from recognizers.land import of_other_paper
from recognizers.record_numbers import of_goods
from recognizers.results import Reason

_E = EntityType
_D = LOOSE.replace("|", "")
_MOST_TOKENS = 24


@dataclass(frozen=True, slots=True)
class _Form:
    """What a number looks like without its separators.

    Attributes:
        entity_type: what it is.
        pattern: matched against the whole run in capitals, separators left out.
        free: whether its length says little, so that a blank inside needs digits on both sides.
        lettered: whether it may hold more letters than digits.
        blanks: whether its groups are parted by blanks only: "12/2025" is a number and its year.
    """

    entity_type: EntityType
    pattern: re.Pattern[str]
    free: bool = False
    lettered: bool = False
    blanks: bool = False


def _form(
    entity_type: EntityType, pattern: str, *, free: bool = False, lettered: bool = False, blanks: bool = False
) -> _Form:
    return _Form(entity_type, re.compile(pattern), free, lettered, blanks)


_CITIZEN = _form(_E.VN_PERSONAL_ID, rf"{_D}{{12}}")
_OLD_ID = _form(_E.VN_CMND, rf"{_D}{{9}}")
_BOOK = _form(_E.VN_PASSPORT, r"[A-Z]{1,2}\d{6,8}|[A-Z]I\d{6}")
_DIGIT_BOOK = _form(_E.VN_PASSPORT, r"\d{8,9}")
#: Letters and digits, at least four of them digits.
_ANY_CODE = r"(?=(?:[A-ZĐ]*\d){4})[A-ZĐ0-9]"
_FORMS: dict[Clue, tuple[_Form, ...]] = {
    Clue.PERSONAL_ID: (_CITIZEN,),
    Clue.CMND: (_OLD_ID, _CITIZEN),
    Clue.ID_ANY: (_CITIZEN, _OLD_ID, _BOOK),
    Clue.PASSPORT: (_BOOK, _DIGIT_BOOK),
    Clue.BHXH: (_form(_E.VN_BHXH, rf"{_D}{{10}}|[A-ZĐ]{{0,3}}\d{{6,10}}"),),
    Clue.BHYT: (_form(_E.VN_BHYT, rf"[A-Z]{{2}}{_D}{{13}}|{_D}{{10}}"),),
    Clue.DRIVER: (_form(_E.VN_DRIVER_LICENSE, rf"{_D}{{12}}|[A-Z]{{1,2}}\d{{6,7}}"),),
    Clue.VIN: (_form(_E.VN_VIN, rf"{_ANY_CODE}{{6,20}}", lettered=True),),
    Clue.ENGINE: (
        _form(_E.VN_ENGINE_NO, r"(?!0[235789]\d{4,9}\Z)(?=(?:[A-ZĐ]*\d){3})[A-ZĐ0-9]{5,18}", lettered=True),
    ),
    Clue.LAND_CERT: (_form(_E.VN_LAND_CERT, rf"[A-ZĐ]{{1,2}}{_D}{{6}}(?:{_D}{{2}}|\d)?"),),
    Clue.LAND_BOOK: (_form(_E.VN_LAND_BOOK_NO, r"[A-ZĐ]{0,7}\d{2,6}[A-ZĐ0-9]{0,14}", lettered=True),),
    Clue.HOUSEHOLD: (_form(_E.VN_HOUSEHOLD_NO, rf"[A-ZĐ]{{0,4}}\d{_D}{{4,12}}", free=True),),
    Clue.MEDICAL_NO: (_form(_E.MEDICAL_RECORD_NO, rf"{_ANY_CODE}{{4,18}}", free=True, lettered=True),),
    Clue.STUDENT: (_form(_E.STUDENT_ID, rf"{_ANY_CODE}{{4,17}}", free=True, lettered=True),),
    Clue.EMPLOYEE: (_form(_E.EMPLOYEE_ID, rf"{_ANY_CODE}{{4,14}}", free=True, lettered=True),),
    Clue.MILITARY: (_form(_E.MILITARY_ID, r"[A-ZĐ]{0,4}\d[\dOIL]{3,11}", free=True),),
    Clue.CIVIL_NO: (_form(_E.CIVIL_DOC_NO, rf"[A-ZĐ]{{0,3}}\d{_D}{{5,9}}", free=True, blanks=True),),
    Clue.IMEI: (_form(_E.IMEI, rf"{_D}{{15,16}}"),),
}
_BOXED: dict[Clue, _Form] = {
    Clue.PHONE: _form(_E.VN_PHONE, r"0[2-9]\d{8,9}"),
    Clue.BANK_ACCOUNT: _form(_E.VN_BANK_ACCOUNT, r"\d{8,16}"),
    Clue.TAX: _form(_E.VN_TAX_CODE, r"8\d{9}|\d{12}"),
}
#: Savings books are numbered with letters of the branch: "3507 LDA 2024 00881", "AB 0447182".
_SAVINGS = _form(_E.VN_BANK_ACCOUNT, r"(?=[A-ZĐ]{0,4}\d)(?=(?:[A-ZĐ]*\d){6})[A-ZĐ0-9]{7,20}")
_SAVED = re.compile(r"tiet kiem|savings|passbook")
_WANTED = frozenset(_FORMS) | frozenset(_BOXED)

_OPENING = re.compile(r"[ \"'“(\[|*№#{<]{0,3}")
_TOKEN = re.compile(r"[^\W_]{1,20}")
_BETWEEN = re.compile(r"(?P<boxes>[ ]?(?:[|_]|\][ ]?\[)[ ]?)|[ ]?[.\-/*][ ]?|[ ]|(?P<line>[ ]?\n[ ]{0,4})")
_DATE = re.compile(r"\d{1,2}[/.\-]\d{1,2}[/.\-](?:(?:19|20)\d\d|\d\d(?!\d))")
_YEAR = re.compile(r"(?:19|20)\d\d")
#: What a broken line goes on with: less is the number of the next entry.
_WRAPPED = re.compile(r"[A-ZĐ]{0,2}\d[\dA-Z]{2,11}")
_AMOUNT = r"\d{1,3}(?:[.,]\d{3}){1,4}[ ]?(?:dong|d|vnd|usd|trieu|tr)(?![a-z])"
_SUM = re.compile(_AMOUNT)
#: What ends a value: a mark, a wide gap, the line, or a word that goes on about it.
_END = re.compile(
    r"[ ]?(?:[,;/)\]|}\"”…*_]|\.(?!\w)|[–\-][ ]|[ ]{2}|\n|\Z|\(|\t|\[)"
    rf"|[ ](?:{_AMOUNT}|(?:cap|do|tai|ngay|mo|cua|hang|ten|mau|issued|dated|at|with|and|va|hoac|ngan|nh|thuoc|noi|theo|co|dung|la|chu|duoc|vao|quyen|het|gia|thua|so|bien|loai)(?![a-z]))"
)
#: A book's number goes on with that of a decision, "CH 00317/QĐ số 1182": ``land`` reads such numbers.
_DECISION = re.compile(r"[ ]so[ ]\d")
#: A word with a capital begins something else.
_NEXT_WORD = re.compile(r"[ ][A-ZĐÀ-Ỹ][a-zà-ỹ]")


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    boxed: bool
    wrapped: bool
    blank: bool


class GroupedNumberRecognizer(VnRecognizer):
    """Labelled numbers in groups, boxes and two lines."""

    ENTITIES = tuple({form.entity_type for forms in _FORMS.values() for form in forms}) + tuple(
        form.entity_type for form in _BOXED.values()
    )

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield the numbers of labelled fields that a form fits as a whole."""
        for field, label in fields_for(folded, _WANTED):
            if field.layout is Layout.ROWS:
                continue
            tokens = _tokens(folded, field)
            for form, boxed in _forms(folded, label) if tokens else ():
                count = _fitting(folded, field, tokens, form, boxed=boxed)
                if count:
                    start, end = tokens[0].start, tokens[count - 1].end
                    if (
                        of_goods(folded, label, end)
                        or (label.clue is Clue.LAND_CERT and of_other_paper(folded, label, start, end))
                        or (label.clue is Clue.LAND_BOOK and _DECISION.match(folded.key, end))
                    ):
                        break
                    yield Found(
                        start,
                        end,
                        form.entity_type,
                        0.96 if boxed else 0.945,
                        Reason("number_labelled", label.shown),
                        tier=Tier.LABEL,
                    )
                    break


def _forms(folded: Folded, label: Label) -> Iterator[tuple[_Form, bool]]:
    """Yield the forms that a label asks for, and whether they count in boxes only."""
    for form in _FORMS.get(label.clue, ()):
        yield form, False
    if label.clue in _BOXED:
        yield _BOXED[label.clue], True
    if label.clue is Clue.BANK_ACCOUNT and _SAVED.search(folded.key, label.start, label.end + 12):
        yield _SAVINGS, False


def _tokens(folded: Folded, field: Field) -> list[_Token]:
    """Return the runs of letters and digits at the start of a field, up to the first one that cannot belong."""
    text = folded.text
    limit = max(field.end, field.wrap)
    opening = _OPENING.match(text, field.start, limit)
    position = opening.end() if opening else field.start
    found: list[_Token] = []
    boxed = wrapped = blank = False
    while len(found) < _MOST_TOKENS:
        token = _TOKEN.match(text, position, limit)
        if token is None or not _may_belong(token.group(), first=not found):
            break
        if found and (
            _DATE.match(text, position)
            or _SUM.match(folded.key, position)
            or (wrapped and _WRAPPED.fullmatch(token.group()) is None)
        ):
            break
        found.append(_Token(token.start(), token.end(), boxed, wrapped, blank))
        between = _BETWEEN.match(text, token.end(), limit)
        if between is None:
            break
        boxed, wrapped = between["boxes"] is not None, between["line"] is not None
        blank = between.group() == " "
        position = between.end()
    if found and _DATE.match(text, found[0].start):
        return []
    return found


def _may_belong(token: str, *, first: bool) -> bool:
    """Return whether a token holds a digit or misread ones, or is a short prefix: capitals, or a letter or two at the start."""
    if any(char.isdigit() for char in token):
        return len(token) > 1 or token.isdigit()
    return len(token) <= (6 if first else 4) and (token.isupper() or (first and len(token) <= 3))


def _fitting(folded: Folded, field: Field, tokens: list[_Token], form: _Form, *, boxed: bool) -> int:
    """Return how many of the first tokens are the value: the most that fit the form and end like a value, else 0."""
    text = folded.text
    for count in range(len(tokens), int(boxed), -1):
        used = tokens[:count]
        if (boxed and not all(token.boxed for token in used[1:])) or (
            form.blanks and not all(token.blank for token in used[1:])
        ):
            continue
        joined = "".join(text[token.start : token.end] for token in used).upper()
        digits = sum(map(str.isdigit, joined))
        if (
            digits >= _LEAST_DIGITS
            and (form.pattern.fullmatch(joined) is not None)
            and (digits * 2 >= len(joined) or (form.lettered and count == 1))
            and (not form.free or _groups(text, used))
            and _ends(folded, field, used[-1].end)
        ):
            return count
    return 0


_LEAST_DIGITS = 3


def _groups(text: str, tokens: list[_Token]) -> bool:
    """Return whether the tokens behind a blank are groups of one number, and no year."""
    behind = [text[token.start : token.end] for token in tokens[1:] if token.blank or token.wrapped]
    return all(map(str.isdigit, behind)) and not (len(tokens) == 2 and any(map(_YEAR.fullmatch, behind)))


def _ends(folded: Folded, field: Field, end: int) -> bool:
    """Return whether a value may end here."""
    return (
        end == field.end
        or _END.match(folded.key, end) is not None
        or _NEXT_WORD.match(folded.text, end) is not None
    )
