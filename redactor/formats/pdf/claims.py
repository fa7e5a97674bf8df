"""What the engine says it has read, and what of it is more than the edge of a drawing taken for letters."""

from __future__ import annotations

from collections.abc import Sequence

from redactor.formats.pdf.images import meet
from redactor.formats.pdf.ink import Claim, Leftover
from redactor.formats.pdf.ocr import Word
from redactor.formats.pdf.sense import bare, is_word

_LETTERS = 2
"""Letters and digits of a number that is no stroke taken for one."""

_SURE = 90.0
"""How sure the engine is of the worst letter of what stands among words and is a number, no edge of a drawing."""

_SURER = 96.0
"""The same of "Ksor" or "Rcăm"."""


def claims_of(words: Sequence[Word]) -> list[Claim]:
    """What the engine says it has read.

    Numbers and abbreviations beside a word are as sure as one: smeared digits and capitals that touch are one piece.
    """
    sure = [is_word(bare(word.text)) for word in words]
    clear = [_is_clear(word) for word in words]
    places = range(len(words))
    for order, step in ((places, -1), (reversed(places), 1)):  # "58/3 TCH 13": the one bears out the other
        for at in order:
            near = at + step
            sure[at] = sure[at] or (
                clear[at] and 0 <= near < len(words) and sure[near] and _is_level(words[at], words[near])
            )
    return [Claim(word.box, letters_of(word), sure[at]) for at, word in enumerate(words)]


def standing(words: Sequence[Word], left: Leftover) -> list[Word]:
    """The words that are no edges of drawings: those that their ink bears out, and clear ones.

    Ink that is told by nothing else counts as theirs: what was read and then forgotten would be seen by everybody but
    the program.
    """
    told = [*(box for box, _ in left.rows), *left.strokes]
    printed = any(left.supported)
    return [
        word
        for word, fits in zip(words, left.supported, strict=True)
        if fits
        or (
            printed
            and letters_of(word) >= _LETTERS
            and _is_clear(word)
            and not any(meet(word.box, box) for box in told)
        )
    ]


def _is_clear(word: Word) -> bool:
    """Whether a number, an abbreviation or a name of no Vietnamese syllables was read as surely as print is."""
    text = bare(word.text)
    letters = letters_of(word)
    if sum(map(str.isdigit, text)) > letters / 2 or (text.isalpha() and text.isupper()):
        return word.sure >= _SURE
    return word.sure >= _SURER and letters >= LETTERS_OF_PRINT and text.isalpha() and text.istitle()


def _is_level(word: Word, near: Word) -> bool:
    """Whether a word stands on one line with another."""
    _, top, _, bottom = word.box
    return top <= (near.box[1] + near.box[3]) / 2 <= bottom


LETTERS_OF_PRINT = 3
"""Letters of a word from which on it is print; on its side, or in a photograph, print is read as a letter or two."""


def letters_of(word: Word) -> int:
    """How many letters and digits a word has."""
    return sum(map(str.isalnum, word.text))
