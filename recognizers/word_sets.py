"""Word lists as they are best read in code: words between blanks, over as many lines as it takes."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text; those of several syllables are written with underscores."""
    return frozenset(text.split())
