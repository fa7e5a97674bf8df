"""Labels: the words that say what stands beside or below them ("Số CCCD", "SĐT", "Ngày cấp").

One table for everybody, one linear pass per text. Matching is on the folded key (no case, no accents), with any
of space, line break, ``. / _ -`` or nothing between the words of a phrase, so ``so_cccd``, ``SỐ CCCD`` and
``Sốđịnhdanh`` are labels too. The longest phrase wins; ``labels(folded)`` answers all of them in order.

Which value belongs to which label is told by ``recognizers.fields``.

Adding a label is adding a phrase to ``data/labels.txt``. Prefixes: ``=`` the accents must fit where the text has
accents (phái is not phải); ``!`` the abbreviation is ambiguous and counts only before a colon, or in capitals before a
digit.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from recognizers.folding import Folded, fold
from recognizers.label_words import composed
from recognizers.phrase_search import PhraseSearch, joined_key, words_of
from recognizers.word_sets import word_lists


class Clue(StrEnum):
    """What a label announces."""

    # identifiers
    PERSONAL_ID = "personal_id"
    CMND = "cmnd"
    ID_ANY = "id_any"  # an identity paper of whatever kind
    PASSPORT = "passport"
    PHONE = "phone"
    EMAIL = "email"
    BANK_ACCOUNT = "bank_account"
    BANK_CARD = "bank_card"
    CVV = "cvv"
    E_WALLET = "e_wallet"
    TAX = "tax"
    BHXH = "bhxh"
    BHYT = "bhyt"
    DRIVER = "driver"
    PLATE = "plate"
    VIN = "vin"
    ENGINE = "engine"
    LAND_CERT = "land_cert"
    LAND_BOOK = "land_book"
    PARCEL = "parcel"
    PROPERTY_EID = "property_eid"
    HOUSEHOLD = "household"
    CIVIL_NO = "civil_no"
    MEDICAL_NO = "medical_no"
    STUDENT = "student"
    EMPLOYEE = "employee"
    MILITARY = "military"
    SOCIAL = "social"
    LOGIN = "login"
    PASSWORD = "password"  # noqa: S105 - the name of a label
    IP = "ip"
    MAC = "mac"
    IMEI = "imei"
    GEO = "geo"
    # a person's attributes
    NAME = "name"
    FAMILY_NAME = "family_name"
    GIVEN_NAME = "given_name"
    BIRTH_DATE = "birth_date"
    BIRTH_YEAR = "birth_year"
    AGE = "age"
    GENDER = "gender"
    ADDRESS = "address"
    BIRTH_PLACE = "birth_place"
    ISSUE_DATE = "issue_date"
    ISSUE_PLACE = "issue_place"
    EXPIRY = "expiry"
    NATIONALITY = "nationality"
    ETHNICITY = "ethnicity"
    RELIGION = "religion"
    MARITAL = "marital"
    FAMILY = "family"
    HEALTH = "health"
    BIOMETRIC = "biometric"
    INCOME = "income"
    GRADES = "grades"
    CRIMINAL = "criminal"
    PARTY = "party"
    DEBT = "debt"
    # what ends a field and is not personal by itself
    BANK_NAME = "bank_name"
    ORGANISATION = "organisation"  # what follows is an organisation's data
    REFERENCE_NO = "reference_no"  # numbers of contracts, orders, laws, transactions
    AMOUNT = "amount"
    DATE = "date"
    QUANTITY = "quantity"
    OCCUPATION = "occupation"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Phrase:
    """One label as printed, and how strictly it is to be taken."""

    clue: Clue
    shown: str
    exact: bool
    strict: bool
    words: int


@dataclass(frozen=True, slots=True)
class Label:
    """A label in a text: ``folded.text[start:end]``. ``shown`` is its printed form, safe to repeat to a person."""

    start: int
    end: int
    clue: Clue
    shown: str


@cache
def phrases() -> dict[Clue, tuple[str, ...]]:
    """Return the phrases of ``data/labels.txt`` as they are written there, with their prefixes."""
    return {Clue(title): listed for title, listed in word_lists("labels.txt").items()}


def _listed() -> Iterator[tuple[Clue, str, tuple[str, ...]]]:
    """Yield all phrases and their words: those of the table, then those put together from parts that it does not have."""
    known: set[str] = set()
    for clue, listed in phrases().items():
        for text in listed:
            if words := words_of(text.lstrip("=!")):
                known.add("".join(words))
                yield clue, text, words
    for name, phrase in composed():
        words = words_of(phrase)
        joined = "".join(words)
        if joined not in known:
            known.add(joined)
            yield Clue[name], phrase, words


@cache
def _table() -> tuple[dict[str, tuple[Phrase, ...]], PhraseSearch]:
    """Return the phrases under their joined words, and what finds them in a text."""
    table: dict[str, tuple[Phrase, ...]] = {}
    listed = tuple(_listed())
    for clue, text, words in listed:
        shown = text.lstrip("=!")
        flags = text[: len(text) - len(shown)]
        joined = "".join(words)
        phrase = Phrase(clue, shown, "=" in flags, "!" in flags, len(words))
        table[joined] = (*table.get(joined, ()), phrase)
    return table, PhraseSearch(words for _, _, words in listed)


_AFTER_STRICT = re.compile(r"[ \t]*[:=]|[ \t]*\n|[ \t]*$|[ \t]?\(?\+?\d|\t|[ ]?(?:\.{3}|…)")
#: A phone's abbreviation stands before a number that begins like one ("DĐ 0912…", not "DĐ 123456").
_AFTER_PHONE = re.compile(r"[ \t]*[:=]|[ \t]*\n|[ \t]*$|[ \t]?\(?[+0]")
#: That of a plate, before one that begins like a plate: in "số BS 614 027" it is a certificate's series.
_AFTER_PLATE = re.compile(r"[ \t]*[:=]|[ \t]*\n|[ \t]*$|[ \t]?\d\d[ .\-]?[A-Z]")
_AFTER = {Clue.PHONE: _AFTER_PHONE, Clue.PLATE: _AFTER_PLATE}
#: A label as long as this may have its number glued to it ("stk0123456789").
_LEAST_GLUED = 3
_PASSWORD_SIGNS = frozenset("!@#$%^&")
#: Kinds whose phrases are written with commas ("Ngày, tháng, năm sinh"); in others a comma ends the label.
_WITH_COMMAS = frozenset(
    {Clue.NAME, Clue.FAMILY_NAME, Clue.GIVEN_NAME, Clue.BIRTH_DATE, Clue.ISSUE_DATE, Clue.ADDRESS}
)
_COLON = re.compile(r"[ \t.]*[:=]")
_IN_ADDRESS = re.compile(r"\.[a-z]{2,4}(?:/|\b(?!\.?:))|@[a-z]")

#: "anh Thưởng", "chị Lương": behind a form of address one word with a capital is who is addressed.
_CALLED = re.compile(r"(?<![a-z])(?:anh|chi|ong|ba|em|co|chu|bac|cau|di|cu|thay|chau|be) \Z")


def _accepts(phrase: Phrase, folded: Folded, start: int, end: int) -> bool:
    written = folded.text[start:end]
    if (
        folded.text[end : end + 1] in _PASSWORD_SIGNS
        or _IN_ADDRESS.match(folded.text, end)
        or folded.text[start - 1 : start] == "@"
    ):
        return False  # part of a link or an email address
    if folded.text[end : end + 1].isdigit() and (end - start < _LEAST_GLUED or phrase.clue not in _LENIENT):
        return False
    if not _accents_fit(written, phrase, folded, start):
        return False
    if ", " in written and phrase.clue not in _WITH_COMMAS and "," not in phrase.shown:
        return False
    if written.istitle() and _CALLED.search(folded.key, max(0, start - 6), start) and " " not in written:
        return _COLON.match(folded.text, end) is not None
    if not phrase.strict:
        return True
    if folded.text[start - 1 : start] == "_":
        return False  # "batch_id"
    if _COLON.match(folded.text, end):
        return True
    after = _AFTER.get(phrase.clue, _AFTER_STRICT)
    return written.isupper() and after.match(folded.text, end) is not None


#: Kinds whose longer labels are taken with a wrong accent or two: OCR, hasty typing. The rest would meet names
#: ("Thanh Tiên" is not "Thành tiền").
_LENIENT = frozenset(
    {
        Clue.PERSONAL_ID,
        Clue.CMND,
        Clue.ID_ANY,
        Clue.PASSPORT,
        Clue.PHONE,
        Clue.BANK_ACCOUNT,
        Clue.TAX,
        Clue.BHXH,
        Clue.BHYT,
        Clue.DRIVER,
        Clue.BIRTH_DATE,
        Clue.ISSUE_DATE,
        Clue.ADDRESS,
        Clue.ISSUE_PLACE,
    }
)
_LETTERS = re.compile(r"[^\W\d_]+")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


@lru_cache(maxsize=20_000)
def tone_and_shapes(word: str) -> tuple[str, str]:
    """Return the tone of a word in lower case and the shapes of its letters (â, ơ, đ …), apart from each other."""
    tone = ""
    shapes = []
    for char in unicodedata.normalize("NFD", word):
        if char in _TONES:
            tone = char
        elif char == "đ" or unicodedata.combining(char):
            shapes.append(char)
    return tone, "".join(shapes)


def _accents_fit(written: str, phrase: Phrase, folded: Folded, start: int) -> bool:
    """Return whether the accents of a match are those of the phrase, or are missing in a text without accents."""
    lower = written.lower()
    if lower == phrase.shown.lower():
        return True
    if lower.isascii():
        many = phrase.words > 1 or phrase.shown.isascii() or phrase.shown.isupper()
        return (many and not phrase.exact) or phrase.shown.isascii() or _line_is_plain(folded, start)
    ours = [tone_and_shapes(word.lower()) for word in _LETTERS.findall(phrase.shown)]
    theirs = [tone_and_shapes(word) for word in _LETTERS.findall(lower)]
    if len(ours) != len(theirs):  # glued words: compare all together
        ours = [("".join(tone for tone, _ in ours), "".join(shape for _, shape in ours))]
        theirs = [("".join(tone for tone, _ in theirs), "".join(shape for _, shape in theirs))]
        if len(theirs[0][0]) < 2:
            ours = [tone_and_shapes("".join(_LETTERS.findall(phrase.shown.lower())))]
            theirs = [tone_and_shapes("".join(_LETTERS.findall(lower)))]
    wrong = sum(1 for a, b in zip(ours, theirs, strict=True) if b != ("", "") and a != b)
    if phrase.exact or phrase.clue not in _LENIENT:
        return wrong == 0
    return wrong == 0 or (phrase.words >= 2 and wrong * 2 <= phrase.words)


def _line_is_plain(folded: Folded, position: int) -> bool:
    """Return whether the line of a position has no accented letter, so that accents say nothing in it."""
    text = folded.text
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    return text[start : end if end >= 0 else len(text)].isascii()


def labels(folded: Folded) -> tuple[Label, ...]:
    """Return all labels of a text in order; they do not overlap. Linear, computed once per text."""
    return folded.memo("clues.labels", _labels)


def _labels(folded: Folded) -> tuple[Label, ...]:
    table, search = _table()
    found: list[Label] = []
    for place in search.places(folded.key):
        for start, end in _in_one_line(folded.key, *place):
            meant = table.get(joined_key(folded.key[start:end]), ())
            if len(meant) > 1:
                written = folded.text[start:end].lower()
                meant = tuple(sorted(meant, key=lambda phrase: phrase.shown.lower() != written))
            for phrase in meant:
                if _accepts(phrase, folded, start, end):
                    found.append(Label(start, end, phrase.clue, phrase.shown))
                    break
    return tuple(found)


def _in_one_line(key: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return a match, or its two lines where each is a label of its own: "Số tài khoản", "Ngân hàng" below it."""
    line = key.find("\n", start, end)
    if line < 0:
        return ((start, end),)
    after = line + 1
    while after < end and not key[after].isalnum():
        after += 1
    table, _ = _table()
    halves = ((start, line), (after, end))
    both = all(joined_key(key[a:b]) in table for a, b in halves)
    return halves if both else ((start, end),)


def classify(header: str) -> tuple[Label, ...]:
    """Return the labels in a column header or a form field's name, in order; a lone abbreviation counts here."""
    folded = fold(header + ":")
    return labels(folded)
