"""What one file of a batch proves and all others are searched for: certain numbers, addresses of the net, full names.

The values live in memory only. On disk there is a digest of the files they came from, so that a later run knows
whether a finished copy was made with the same knowledge.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from recognizers.entities import EntityType
from redactor.model import Action, Decisions, Scan

CERTAIN = 0.75
"""The score from which a finding is told as "chắc" (certain), see ``recognizers.results.Hit``."""

MAX_VALUES = 20_000
"""More than this is a registry, not a case; the summary says when a run went over it."""

_MIN_NUMBER = 8
_MIN_OTHER = 6
_MIN_NAME_WORDS = 2

TELLING: frozenset[EntityType] = frozenset(
    {
        EntityType.PERSON,
        EntityType.VN_PERSONAL_ID,
        EntityType.VN_CMND,
        EntityType.VN_PASSPORT,
        EntityType.VN_PHONE,
        EntityType.EMAIL,
        EntityType.VN_BANK_ACCOUNT,
        EntityType.BANK_CARD,
        EntityType.E_WALLET,
        EntityType.VN_TAX_CODE,
        EntityType.VN_BHXH,
        EntityType.VN_BHYT,
        EntityType.VN_DRIVER_LICENSE,
        EntityType.VN_PLATE,
        EntityType.VN_VIN,
        EntityType.VN_ENGINE_NO,
        EntityType.VN_LAND_CERT,
        EntityType.MEDICAL_RECORD_NO,
        EntityType.STUDENT_ID,
        EntityType.SOCIAL_ACCOUNT,
        EntityType.IMEI,
    }
)
"""Types whose values mean the same wherever they stand. A date or a province's name does not."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the whole batch proves.

    Attributes:
        values: sorted, without duplicates.
        provers: digest of the files that the values came from.
        cut: whether there were more than ``MAX_VALUES``.
    """

    values: tuple[str, ...] = field(default=(), repr=False)
    provers: str = ""
    cut: bool = False


def proved_by(found: Scan, decisions: Decisions) -> frozenset[str]:
    """The values that a file proves: certain, telling, long enough to be no accident, and to be hidden."""
    hidden = {d.finding for d in decisions.items if d.action is Action.HIDE}
    return frozenset(
        value
        for f in found.findings
        if f.id in hidden and not f.keep and f.score >= CERTAIN
        for value in (f.value, *found.column_values.get(f.id, ()))
        if _tells(f.entity_type, value)
    )


def gather(proved: Mapping[str, Iterable[str]]) -> Known:
    """Put together what files prove.

    Args:
        proved: values by the SHA-256 of the file that proves them.
    """
    by_file = {sha256: frozenset(values) for sha256, values in proved.items()}
    values = sorted(frozenset().union(*by_file.values()))
    provers = "\n".join(sorted(sha256 for sha256, own in by_file.items() if own))
    digest = hashlib.sha256(provers.encode()).hexdigest()
    return Known(tuple(values[:MAX_VALUES]), digest, cut=len(values) > MAX_VALUES)


def _tells(entity_type: EntityType, value: str) -> bool:
    if entity_type not in TELLING:
        return False
    if entity_type is EntityType.PERSON:
        return len(value.split()) >= _MIN_NAME_WORDS and len(value) >= _MIN_OTHER
    letters = [c for c in value if c.isalnum()]
    if all(c.isdigit() for c in letters):
        return len(letters) >= _MIN_NUMBER
    return len(letters) >= _MIN_OTHER
