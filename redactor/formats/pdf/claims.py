"""What the engine says it has read, and what of it is more than the edge of a drawing taken for letters."""

from __future__ import annotations

from collections.abc import Sequence

from redactor.formats.pdf.ink import Claim
from redactor.formats.pdf.ocr import Word
from redactor.formats.pdf.sense import bare, is_word

_SURE = 90.0
"""How sure the engine is of the worst letter of what stands among words and is a number, no edge of a drawing."""


def claims_of(words: Sequence[Word]) -> list[Claim]:
    """What the engine says it has read.

    A number or an abbreviation beside a word is as sure as one: smeared digits and capitals that touch are one piece.
    """
    known = [is_word(bare(word.text)) for word in words]
    return [
        Claim(word.box, letters_of(word), known[at] or (_is_sure(word) and _is_beside(words, known, at)))
        for at, word in enumerate(words)
    ]


def _is_sure(word: Word) -> bool:
    text = bare(word.text)
    digits = sum(map(str.isdigit, text))
    return word.sure >= _SURE and (digits > letters_of(word) / 2 or (text.isalpha() and text.isupper()))


def _is_beside(words: Sequence[Word], known: Sequence[bool], at: int) -> bool:
    """Whether a word stands on one line with a known one that comes before or after it."""
    _, top, _, bottom = words[at].box
    return any(
        known[near] and top <= (words[near].box[1] + words[near].box[3]) / 2 <= bottom
        for near in (at - 1, at + 1)
        if 0 <= near < len(words)
    )


LETTERS_OF_PRINT = 3
"""Letters of a word from which on it is print; on its side, or in a photograph, print is read as a letter or two."""


def letters_of(word: Word) -> int:
    """How many letters and digits a word has."""
    return sum(map(str.isalnum, word.text))
