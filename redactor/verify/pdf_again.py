"""Detection on what the other engine reads of a copy: what was removed must not be found again.

A statistical reader judges a word by the text around it, and redaction changes that text. So a word that was left where
it stood in the source may look personal only now. It is no leak if every place that was to go is gone, and if the same
detection finds nothing more than that in the source.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from redactor.verify.base import Redetect
from redactor.verify.needles import Needles
from redactor.verify.pdf_expected import Expected


def found_again(text: str, before: Callable[[], str | None], expected: Expected, redetect: Redetect) -> int:
    """How many removed values detection finds in the text of a page.

    Args:
        text: what the copy says.
        before: what the same engine reads in the source, asked only if need be; None where it cannot read it.
        expected: what was to go from this page.
        redetect: detection for text.
    """
    gone = Needles(expected.values)
    if not gone.may_be_in(text):
        return 0  # what nobody can read in the whole page, detection does not find in a part of it
    found = [piece for piece in _pieces(text, redetect) if gone.in_text(piece)]
    if not found:
        return 0
    again = [value for value in dict.fromkeys(expected.values) if _times(value, found)]
    source = before() if again else None
    if source is None:
        return len(again)
    found_before = _pieces(source, redetect)
    return sum(not _was_there(value, text, source, found_before, expected) for value in again)


def _was_there(value: str, text: str, before: str, found_before: Sequence[str], expected: Expected) -> bool:
    """Whether a value stands only where nobody decided to remove it, and where detection saw nothing in the source."""
    gone = _times(value, expected.values)
    left = _times(value, [before]) - gone
    return _times(value, [text]) <= left and _times(value, found_before) <= gone + _times(
        value, expected.kept
    )


def _pieces(text: str, redetect: Redetect) -> list[str]:
    return [text[hit.start : hit.end] for hit in redetect(text)]


def _times(value: str, texts: Sequence[str]) -> int:
    """How often a value stands in texts, however it is spelled."""
    needles = Needles([value])
    return sum(len(needles.spans(text)) for text in texts)
