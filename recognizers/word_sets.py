"""Word lists as they are best read: in code words between blanks, in ``data`` phrases between commas under titles."""

from __future__ import annotations

import re
from importlib.resources import files


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text; those of several syllables are written with underscores."""
    return frozenset(text.split())


def word_lists(name: str) -> dict[str, tuple[str, ...]]:
    """Return the phrases of ``data/<name>`` under each title, in order.

    A line ``== title`` begins a list; the lines below it hold phrases between commas; ``#`` begins a remark, and so do
    the lines above the first title. A title that stands twice goes on.
    """
    found: dict[str, list[str]] = {}
    phrases: list[str] | None = None
    text = (files("recognizers") / "data" / name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("== "):
            phrases = found.setdefault(line[3:].strip(), [])
        elif phrases is not None and not line.startswith("#"):
            phrases.extend(phrase for part in _COMMA.split(line) if (phrase := part.strip()))
    return {title: tuple(listed) for title, listed in found.items()}


#: "1,5 %" is one phrase.
_COMMA = re.compile(r",(?:\s|$)")
