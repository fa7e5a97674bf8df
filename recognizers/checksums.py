"""Check digits. They raise a score; under a label a wrong one rules nothing out (typing errors, old series)."""

from __future__ import annotations

_TAX_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)


def luhn(number: str) -> bool:
    """Return whether the digits pass the Luhn check of ISO/IEC 7812-1 (bank cards, IMEI)."""
    total = 0
    for i, char in enumerate(reversed(number)):
        digit = int(char)
        if i % 2:
            digit = digit * 2 - 9 if digit > 4 else digit * 2
        total += digit
    return total % 10 == 0


def tax_code(number: str) -> bool:
    """Return whether the tenth digit of a tax code fits the nine before it (weights 31 29 23 19 17 13 7 5 3, mod 11)."""
    total = sum(weight * int(digit) for weight, digit in zip(_TAX_WEIGHTS, number, strict=False))
    return int(number[9]) == (10 - total % 11)


def icao(field: str, digit: str) -> bool:
    """Return whether a check digit of ICAO Doc 9303 fits its field (weights 7 3 1, A = 10 … Z = 35, ``<`` = 0)."""
    total = 0
    for i, char in enumerate(field):
        value = 0 if char == "<" else int(char, 36)
        total += value * (7, 3, 1)[i % 3]
    return (digit.isdigit() and total % 10 == int(digit)) or (digit == "<" and total % 10 == 0)
