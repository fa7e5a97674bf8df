"""Statements of a private person's account: every balance and every movement is DEBT.

"Chủ tài khoản: …", "Số dư đầu kỳ: 8.114.302", then a line for each day: "04/10 CK ĐI -3.000.000 … 12.114.302". The name of
the holder, not of a firm, stands above; prices, bills and the books of firms have days and sums in their lines too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from recognizers.base import Found, Tier, VnRecognizer
from recognizers.cells import is_organisation
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.results import Reason

_E = EntityType
#: What only statements hold.
_STATEMENT = re.compile(
    r"(?<![a-z])(?:sao ke|so du (?:dau|cuoi)|(?:account|bank|transaction) statement|(?:opening|closing) balance"
    r"|so phu(?: tai khoan)?)(?![a-z])"
)
_HOLDER = re.compile(
    r"(?<![a-z])(?:chu (?:tai khoan|tk|the)|ten (?:tai khoan|tk|chu tk|khach hang|kh)|khach hang|account (?:holder|name)|customer(?: name)?|ho (?:va )?ten)"
    r"[^\n:]{0,30}:[ \t]*(?P<name>[^\n]{3,60})"
)
#: A line of the list: a day, or a balance by its name.
_LINE = re.compile(
    r"^[ \t|\-•*\d.)]{0,8}?(?:ngay )?(?:(?:\d{1,2}[/.\-]\d{1,2}(?:[/.\-](?:20)?\d\d)?|20\d\d-\d\d-\d\d)(?![\d/])"
    r"|(?:so du|du (?:dau|cuoi)|tong (?:phat sinh|ghi|tien|so tien|no|co)|ton|(?:opening|closing|ending) balance|phat sinh|total)(?![a-z]))",
    re.MULTILINE,
)
#: Sums by their form: thousands apart, a sign or a currency.
_SUM = re.compile(
    r"(?<![\w.,/\-])(?P<v>[+\-–]?[ ]?\d{1,3}(?:[.,]\d{3}){1,4}(?:[.,]\d\d)?(?:[ ]?(?:vnd|vnđ|dong|d)(?![a-z]))?|[+\-–]\d{4,10})(?![\w]|[.,/\-]\d)"
)
_MOST_LINES = 400
_ABOVE = 1_200
_LEAST = 2


class StatementRecognizer(VnRecognizer):
    """Finds the sums of a private person's account; see the module."""

    ENTITIES: ClassVar[tuple[EntityType, ...]] = (_E.DEBT,)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield the sums in the lines of a statement."""
        first = _STATEMENT.search(folded.key)
        if first is None or _holder(folded, first.start()) != _PERSON:
            return
        sums: list[tuple[int, int]] = []
        lines = 0
        for line in _LINE.finditer(folded.key):
            if line.start() < first.start() - _ABOVE:
                continue
            lines += 1
            if lines > _MOST_LINES:
                break
            end = folded.key.find("\n", line.end())
            end = len(folded.key) if end < 0 else end
            sums.extend(match.span("v") for match in _SUM.finditer(folded.key, line.end(), end))
        if len(sums) >= _LEAST:
            for start, end in sums:
                yield Found(start, end, _E.DEBT, 0.65, Reason("debt_told"), tier=Tier.STRUCTURE)


def of_a_firm(folded: Folded) -> bool:
    """Return whether a text is the statement of an organisation's account, whoever is named in its lines."""
    first = _STATEMENT.search(folded.key)
    return first is not None and _holder(folded, first.start()) == _FIRM


_PERSON, _FIRM, _NOBODY = "person", "firm", ""


def _holder(folded: Folded, position: int) -> str:
    """Return what the account's holder is, by the name near a statement's title."""
    for match in _HOLDER.finditer(folded.key, max(0, position - _ABOVE), position + _ABOVE):
        start, end = match.span("name")
        name = folded.text[start:end].split("  ")[0].strip()
        if any(map(str.isalpha, name)):
            return _FIRM if is_organisation(name) else _PERSON
    return _NOBODY
