"""Pieces of patterns for digits as people write them, shared by the identifier recognisers."""

from __future__ import annotations

import re

#: A digit, or a letter that OCR and typists put in its place. Only inside labelled fields.
LOOSE = "[0-9OoQDIl|SBZG]"
#: What may stand between two digits of one labelled number: a blank, a dot, a hyphen, box borders, one line break.
GLUE = r"[ .\-|]{0,2}(?:\n[ ]{0,4})?"
#: Not preceded by a letter, digit or a sign that makes it part of something longer.
BEFORE = r"(?<![\w/\-])(?<!\w[.,])"
#: Inside a field: the start of a token, or digits glued to the label ("stk0123456789").
BEFORE_LABELLED = r"(?:(?<![A-Za-z0-9])|(?<=[A-Za-z])(?=\d{3}))"
AFTER = r"(?![\w]|[.,/\-]\d)"

#: Signs that hide digits, two in a row, as they stand in a key.
HIDDEN = tuple(one + other for one in "*x•" for other in "*x•")
#: A number with its middle starred out, misread or in boxes: "04017G****12", "9704 36** **** 12l4", "2 5 1 * * * 8 9 1".
MASKED = (
    rf"(?=[0-9*xX•#])(?:{LOOSE}[ .\-]?){{0,10}}(?:[*xX•#][ .\-]?){{3,12}}(?:{LOOSE}[ .\-]?){{0,5}}"
    rf"(?:(?<=[*xX•#])|(?<=[*xX•#] )|(?<={LOOSE}))(?<![ .\-])"
)

_LIKE_NOUGHT_OR_ONE = frozenset("OolI|")
_NOT_DIGITS = re.compile(r"\D+")
_MISREAD = str.maketrans(
    {
        "O": "0",
        "o": "0",
        "Q": "0",
        "D": "0",
        "I": "1",
        "l": "1",
        "|": "1",
        "S": "5",
        "B": "8",
        "Z": "2",
        "G": "6",
    }
)


def digits_of(text: str) -> str:
    """Return only the digits."""
    return _NOT_DIGITS.sub("", text)


def repaired(text: str) -> str:
    """Return only the digits, misread letters put right."""
    return _NOT_DIGITS.sub("", text.translate(_MISREAD))


def mostly_digits(text: str) -> bool:
    """Return whether at least two thirds of the letters and digits are digits: the rest may be misreadings.

    Half is enough where the rest look like noughts and ones, which a bad reader takes for letters throughout.
    """
    return _share_of_digits(text) >= 2 / 3


def nearly_digits(text: str) -> bool:
    """Return the same of seven tenths, for numbers that no label announces."""
    return _share_of_digits(text) >= 0.7


def _share_of_digits(text: str) -> float:
    """Return it from 0 to 1; 1 where half are digits and the rest look like noughts and ones."""
    written = [char for char in text if char.isalnum() or char == "|"]
    letters = [char for char in written if not char.isdigit()]
    if not written or (len(letters) * 2 <= len(written) and _LIKE_NOUGHT_OR_ONE.issuperset(letters)):
        return 1.0
    return 1 - len(letters) / len(written)


def is_masked(text: str) -> bool:
    """Return whether a number is partly starred out: three signs or more, and what is left are digits or misread ones."""
    signs = sum(char in "*xX•#" for char in text)
    left = [char for char in text if char.isalnum() and char not in "xX"]
    return signs >= 3 and len(left) >= 2 and sum(char.isdigit() for char in left) * 3 >= 2 * len(left)


def loose(count: int) -> str:
    """Return a pattern for ``count`` digits in a labelled field, however grouped, misread or broken over a line."""
    return f"(?:{LOOSE}{GLUE}){{{count - 1}}}{LOOSE}"
