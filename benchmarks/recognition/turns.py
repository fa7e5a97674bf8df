"""Text files of turns and word lists that training papers are put together from.

A line ``=K one|two`` holds words of the list ``K``; any other line is a turn, its first character says of which kind;
lines with ``#`` in front are comments.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def lines_of(name: str) -> tuple[str, ...]:
    """Return the lines of a file beside this module, without comments."""
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if not line.startswith("#"))


@cache
def words_of(name: str, kind: str) -> tuple[str, ...]:
    """Return the words of one list of a file."""
    return tuple(
        item for line in lines_of(name) if line.startswith(f"={kind} ") for item in line[3:].split("|")
    )


@cache
def turns_of(name: str, sign: str) -> tuple[str, ...]:
    """Return the turns of one kind of a file."""
    return tuple(line[1:] for line in lines_of(name) if line.startswith(sign))
