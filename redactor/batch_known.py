"""What one file of a batch proves and all others are searched for: certain numbers, addresses of the net, full names.

The values live in memory only. On disk there is a digest of the files they came from, so that a later run knows
whether a finished copy was made with the same knowledge.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from redactor.model import Action, Decisions, Scan

MAX_VALUES = 100_000
"""More than this is a registry, not a case (searching for so many costs a worker 120 MB and 3 ms a file); the summary
says when a run went over it."""

_MIN_NUMBER = 8
_MIN_OTHER = 6


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
    """The values that a file proves: what the detector is certain of, unless the policy keeps it or it is too short."""
    hidden = {d.finding for d in decisions.items if d.action is Action.HIDE}
    kept = {f.value for f in found.findings if f.id not in hidden or f.keep}
    return frozenset(value for value in found.proved if value not in kept and _tells(value))


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


def _tells(value: str) -> bool:
    """Long enough to be no accident in another file: a number of eight digits, six letters in two words or more."""
    letters = [c for c in value if c.isalnum()]
    if all(c.isdigit() for c in letters):
        return len(letters) >= _MIN_NUMBER
    one_word = value.isalpha()
    return len(letters) >= _MIN_OTHER and not one_word
