"""What the tagger takes for something whose form speaks against it: nothing there announces it, so form has to."""

from __future__ import annotations

from recognizers.entities import EntityType
from recognizers.program_text import in_program, no_text
from recognizers.words import BREAK, MIXED, NUMBER, Words

_E = EntityType
#: Numbers, of which so few digits tell nothing; what a scanner reads as letters counts as well.
_NUMBERS = frozenset(
    (
        _E.VN_PERSONAL_ID,
        _E.VN_CMND,
        _E.VN_PHONE,
        _E.VN_BANK_ACCOUNT,
        _E.BANK_CARD,
        _E.VN_TAX_CODE,
        _E.VN_BHXH,
        _E.VN_BHYT,
        _E.VN_DRIVER_LICENSE,
        _E.IMEI,
    )
)
_FEWEST = 3
_READ_AS_LETTERS = frozenset("OolIBSQDZ")
#: "xsltFindTemplate" is none of these.
_WRITTEN_WITH_CAPITALS = frozenset((_E.PERSON, _E.VN_ADDRESS))
#: What nobody says about people in a manual of programmers: codes, accounts, secrets, facts.
_NOT_IN_PROGRAMS = frozenset(EntityType) - {
    _E.PERSON,
    _E.EMAIL,
    _E.VN_PHONE,
    _E.VN_ADDRESS,
    _E.VN_PERSONAL_ID,
    _E.VN_CMND,
    _E.DATE_OF_BIRTH,
}


def has_no_such_form(w: Words, first: int, last: int, entity_type: EntityType) -> bool:
    """Return whether entries ``[first:last)`` cannot be of a kind that the tagger alone takes them for.

    A telephone of two digits, a piece of a measured number, a secret among functions, "xsltFindTemplate".
    """
    start, end = w.start[first], w.end[last - 1]
    if no_text(w.folded, start, end):
        return True
    if entity_type in _NUMBERS and _is_too_short(w, first, last):
        return True
    if entity_type in _WRITTEN_WITH_CAPITALS:
        return all(
            w.kind[i] == MIXED and w.text[i][0].islower() and sum(map(str.isupper, w.text[i])) > 1
            for i in range(first, last)
        )
    return entity_type in _NOT_IN_PROGRAMS and in_program(w.folded, start, end)


def _is_too_short(w: Words, first: int, last: int) -> bool:
    """Return whether a number has too few digits, none of them in words: "hai hai không bảy"."""
    before = first - 1
    while before > 0 and w.kind[before] == BREAK:
        before -= 1
    if before >= 0 and w.kind[before] == NUMBER:
        return False  # what goes on with a number that is parted, also by the end of its line
    if not any(w.kind[i] == NUMBER for i in range(first, last)):
        return False
    written = "".join(w.text[first:last])
    return sum(char.isdigit() or char in _READ_AS_LETTERS for char in written) < _FEWEST
