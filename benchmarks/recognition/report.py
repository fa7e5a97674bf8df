"""Tables for a terminal and for Markdown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from benchmarks.recognition.corpus import GROUPS
from benchmarks.recognition.score import Scores, Tally, other_types

_TARGETS = {"identifiers": 99.5, "names": 98.0, "addresses": 97.0, "birth dates": 97.0}


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "–"


def _row(name: str, tally: Tally) -> list[str]:
    return [
        name,
        str(tally.values),
        _percent(tally.covered, tally.values),
        _percent(tally.partly, tally.values),
        _percent(tally.missed, tally.values),
        _percent(tally.right_type, tally.values),
    ]


def type_table(scores: Scores, only: str = "") -> list[list[str]]:
    """One row per type, with the groups' sums."""
    table = [["Type", "Values", "Covered", "Partly", "Missed", "Right type"]]
    for group, kinds in GROUPS.items():
        present = sorted(kinds & set(scores.per_type))
        if not only:
            table.append(_row(f"{group} (aim {_TARGETS[group]} %)", scores.group(kinds)))
        if len(present) > 1 or only:
            table.extend(_row(kind, scores.per_type[kind]) for kind in present if only in ("", kind))
    table.extend(_row(kind, scores.per_type[kind]) for kind in other_types(scores) if only in ("", kind))
    return table


def harm_table(scores: Scores) -> list[list[str]]:
    """What was hidden in vain, and how many documents are clean."""
    looks, hit = sum(scores.look_alikes.values()), sum(scores.look_alikes_hit.values())
    kept = sum(bool(miss.keep) for miss in scores.misses)
    return [
        ["Measure", "Value", "Aim"],
        ["documents", str(scores.documents), ""],
        [
            "documents with no identifier, name, address or birth date missed",
            _percent(scores.clean_core, scores.documents),
            "≥ 95 %",
        ],
        ["documents with nothing at all missed", _percent(scores.clean_all, scores.documents), ""],
        ["values found but proposed to keep, of all missed", _percent(kept, len(scores.misses)), ""],
        [
            "innocent letters and digits covered",
            _percent(scores.innocent_covered, scores.innocent_characters),
            "≤ 1 %",
        ],
        [f"look-alikes touched (of {looks})", _percent(hit, looks), "≤ 2 %"],
        [
            f"officials hidden, not proposed to keep (of {scores.officials})",
            _percent(scores.officials_covered, scores.officials),
            "",
        ],
    ]


def look_alike_table(scores: Scores) -> list[list[str]]:
    """Touched look-alikes by kind, worst first."""
    table = [["Look-alike", "Number", "Touched"]]
    table.extend(
        [kind, str(scores.look_alikes[kind]), _percent(hit, scores.look_alikes[kind])]
        for kind, hit in scores.look_alikes_hit.most_common()
    )
    return table


def clean_table(title: str, outcomes: Mapping[str, Sequence[bool]]) -> list[list[str]]:
    """Share of clean documents by noise or by group of papers, worst first."""
    table = [[title, "Documents", "Clean"]]
    ordered = sorted(outcomes.items(), key=lambda item: sum(item[1]) / len(item[1]))
    table.extend([name, str(len(clean)), _percent(sum(clean), len(clean))] for name, clean in ordered)
    return table


def as_text(table: Sequence[Sequence[str]]) -> str:
    """A table with aligned columns."""
    widths = [max(len(row[column]) for row in table) for column in range(len(table[0]))]
    lines = [
        "  ".join(
            cell.ljust(width) if index == 0 else cell.rjust(width)
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in table
    ]
    lines.insert(1, "-" * (sum(widths) + 2 * (len(widths) - 1)))
    return "\n".join(lines)


def as_markdown(table: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    rows = ["| " + " | ".join(row) + " |" for row in table]
    rows.insert(1, "|" + "---|" * len(table[0]))
    return "\n".join(rows)
