"""What operators of content streams take: which operands are theirs, and what stands there besides.

A string before an operator that takes none is seen by nobody and found by whoever looks. ISO 32000-2, annex A.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pikepdf import Name

from redactor.formats.pdf.content import Operand, Operation, PdfName, words, write_number, write_string
from redactor.formats.pdf.geometry import Matrix

OPERATORS = words(
    "b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EMC ET EX f F f* G g gs h i j J K k l m M MP n q "
    "Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \""
)
_NAMING = words("cs CS sc SC scn SCN sh gs Do Tf ri BMC BDC MP DP BI")
"""Operators that call something by its name."""
_TELLING = words("Tj TJ ' \" BMC BDC MP DP BI")
"""Operators that take strings, or whose operands are looked at one by one."""
_TAKEN = {'"': 3}
"""How many operands of showing operators are not stray; of the others one."""


def has_words(operation: Operation) -> bool:
    """Whether an operator that shows nothing has operands that are no numbers, and no names that it calls."""
    return any(map(_is_text if operation.name in _NAMING else _is_word, operation.operands))


def without_words(operation: Operation) -> bytes | None:
    """An operator that takes numbers, or a name, without anything else; None when there is nothing else.

    Its operands are changed, too.
    """
    if operation.name in _TELLING or not has_words(operation):
        return None
    kept = [item for item in operation.operands if isinstance(item, (float, PdfName))]
    if operation.name not in _NAMING:
        kept = [item for item in kept if isinstance(item, float)]
    operation.operands = [*kept]
    parts = [Name("/" + item).unparse() if isinstance(item, PdfName) else write_number(item) for item in kept]
    return b" ".join([*parts, operation.name.encode("latin-1")])


def has_spare_strings(operation: Operation) -> bool:
    """Whether more than what it shows stands before a showing operator."""
    return len(operation.operands) > _TAKEN.get(operation.name, 1)


def shown(items: Sequence[Operand]) -> bytes:
    """A ``TJ`` operator."""
    parts = [
        write_string(item) if isinstance(item, bytes) else write_number(item)
        for item in items
        if isinstance(item, (bytes, float))
    ]
    return b"[" + b" ".join(parts) + b"] TJ"


_HEX = re.compile(rb"<([0-9a-f]+)>")


def shows_anything(operator: bytes) -> bool:
    """Whether a rewritten ``TJ`` shows anything but blanks."""
    return any(bytes.fromhex(digits.decode("ascii")).strip() for digits in _HEX.findall(operator))


def six(operands: Sequence[Operand]) -> Matrix:
    """The last six operands. Raises ``TypeError`` and ``ValueError`` where other things stand."""
    a, b, c, d, e, f = operands[-6:]
    if (
        isinstance(a, float)
        and isinstance(b, float)
        and isinstance(c, float)
        and isinstance(d, float)
        and isinstance(e, float)
        and isinstance(f, float)
    ):
        return (a, b, c, d, e, f)
    raise TypeError


def number(value: Operand) -> float:
    """An operand as a number. Raises ``TypeError`` where another thing stands."""
    if isinstance(value, float):
        return value
    raise TypeError


def tag_of(operation: Operation) -> str:
    """The tag of marked content, or "" where none stands first."""
    first = operation.operands[0] if operation.operands else None
    return first if isinstance(first, PdfName) else ""


def _is_text(value: Operand) -> bool:
    return isinstance(value, (bytes, dict)) or (isinstance(value, list) and any(map(_is_text, value)))


def _is_word(value: Operand) -> bool:
    return isinstance(value, PdfName) or _is_text(value)


def name_of(value: Operand) -> str:
    """An operand as a name. Raises ``TypeError`` where another thing stands."""
    if isinstance(value, PdfName):
        return value
    raise TypeError
