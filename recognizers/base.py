"""What every recogniser of this package is built on.

A recogniser says what it finds in a ``Folded`` view (``find``); the base class makes a plain Presidio
``EntityRecognizer`` out of it (``analyze``), maps the spans back to the text as given and attaches the reason. All
recognisers share one folded view per text, one list of labels and one list of fields (``Folded.memo``).

Patterns are the standard library's ``re`` and linear by construction: fixed-length parts or single bounded repeats,
never a repeat inside a repeat over the same characters. Patterns that users bring run under a time limit; when it
strikes, ``DetectionIncomplete`` is raised. A time-out is never "nothing found".

Writing one::

    class PassportRecognizer(VnRecognizer):
        ENTITIES = (EntityType.VN_PASSPORT,)

        def find(self, folded: Folded) -> Iterator[Found]:
            for match, field, label in labelled(folded, frozenset({Clue.PASSPORT}), _NUMBER):
                yield Found(match.start(), match.end(), EntityType.VN_PASSPORT, 0.9,
                            Reason("label", label.shown), tier=Tier.LABEL)

and one line in ``recognizers.registry``.
"""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from presidio_analyzer import AnalysisExplanation, EntityRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from recognizers import look_alikes
from recognizers.clues import Clue, Label
from recognizers.entities import EntityType
from recognizers.explanations import sentence
from recognizers.fields import Field, Layout, fields_for, line_field_at
from recognizers.folding import Folded, fold
from recognizers.results import Reason
from recognizers.tiers import Tier as Tier

#: Keys of ``RecognizerResult.recognition_metadata`` that this package adds.
REASON_KEY = "vn_reason"
KEEP_KEY = "vn_keep"
TIER_KEY = "vn_tier"


class DetectionIncomplete(Exception):
    """A recogniser could not finish: what it did not see is not known to be free of personal data.

    Attributes:
        recognizer: its class name or the name of the user's pattern; never document text.
    """

    def __init__(self, recognizer: str) -> None:
        super().__init__(recognizer)
        self.recognizer = recognizer


@dataclass(frozen=True, slots=True)
class Found:
    """What a recogniser answers: ``folded.text[start:end]``. Reason codes are listed in ``explanations``."""

    start: int
    end: int
    entity_type: EntityType
    score: float
    reason: Reason
    keep: str = ""
    tier: Tier = Tier.STRUCTURE


class VnRecognizer(EntityRecognizer):
    """Base class; see the module. ``ENTITIES`` lists the types a subclass can answer."""

    ENTITIES: ClassVar[tuple[EntityType, ...]] = ()
    COUNTRY_CODE: ClassVar[str | None] = "vn"

    def __init__(
        self, supported_language: str = "vi", name: str | None = None, context: list[str] | None = None
    ) -> None:
        super().__init__(
            supported_entities=[entity.value for entity in self.ENTITIES],
            name=name or type(self).__name__,
            supported_language=supported_language,
            context=context,
        )

    def load(self) -> None:
        """Do nothing: tables are read when they are first needed."""

    @abstractmethod
    def find(self, folded: Folded) -> Iterable[Found]:
        """Yield the findings in a folded text, in any order; they may overlap.

        Raises:
            DetectionIncomplete: if it could not read all of it.
        """

    def findings(self, folded: Folded) -> Iterator[Found]:
        """Yield what ``find`` yields, without what negative evidence rules out (``look_alikes``)."""
        for found in self.find(folded):
            if not look_alikes.rules_out(folded, found.start, found.end, found.entity_type, found.tier):
                yield found

    def analyze(
        self, text: str, entities: list[str] | None = None, nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """Answer Presidio: the findings of ``find`` with offsets into ``text`` as given."""
        folded = fold(text)
        wanted = None if not entities else {str(entity) for entity in entities}
        results: list[RecognizerResult] = []
        for found in self.findings(folded):
            if wanted is not None and found.entity_type.value not in wanted:
                continue
            start, end = folded.span(found.start, found.end)
            results.append(
                RecognizerResult(
                    entity_type=found.entity_type.value,
                    start=start,
                    end=end,
                    score=found.score,
                    analysis_explanation=AnalysisExplanation(
                        recognizer=type(self).__name__,
                        original_score=found.score,
                        textual_explanation=sentence(found.reason),
                    ),
                    recognition_metadata={
                        RecognizerResult.RECOGNIZER_NAME_KEY: type(self).__name__,
                        RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: self.id,
                        REASON_KEY: found.reason,
                        KEEP_KEY: found.keep,
                        TIER_KEY: found.tier,
                    },
                )
            )
        return results


def labelled(
    folded: Folded,
    wanted: frozenset[Clue],
    pattern: re.Pattern[str],
    *,
    reach: int = 60,
    gap: int = 12,
    strict: re.Pattern[str] | None = None,
    many: bool = True,
    wrap: bool = True,
) -> Iterator[tuple[re.Match[str], Field, Label]]:
    """Yield what a pattern matches as the value of a field announced by one of the wanted labels.

    Args:
        folded: the text.
        wanted: kinds of label.
        pattern: searched in ``folded.text`` inside the field; group handling is the caller's.
        reach: how many characters after the field's start a value may begin.
        gap: how many characters after the previous value a further one may begin ("0912…/0987…").
        strict: searched instead in the rows of a table (``Layout.ROWS``), where the shape has to carry more; without
            it, rows are searched with ``pattern``.
        many: whether a field may hold several values.
        wrap: whether a value may continue on the next line.
    """
    for field, label in fields_for(folded, wanted):
        rows = field.layout is Layout.ROWS
        used = strict if rows and strict is not None else pattern
        position, end, limit = field.start, field.wrap if wrap else field.end, reach
        while position < end:
            match = used.search(folded.text, position, end)
            if match is None or (
                not rows and (match.start() - position > limit or _beyond(folded, field, match.start()))
            ):
                break
            yield match, field, label
            if not (many or rows):
                break
            position, limit = max(match.end(), position + 1), gap


def _beyond(folded: Folded, field: Field, position: int) -> bool:
    """Return whether a value begins on the continuation line although the label's line holds one, or a sentence.

    A few words without digits ("Số TK thụ hưởng" where only "Số TK" is known) are the rest of the label.
    """
    if position < field.end:
        return False
    rest = folded.text[field.start : field.end]
    return len(rest) > _LABEL_REST or any(char.isdigit() for char in rest)


_LABEL_REST = 24


def under(folded: Folded, position: int, wanted: frozenset[Clue], reach: int = 80) -> Label | None:
    """Return the label of a wanted kind under which a position stands: the nearest one to its left, or above it."""
    field = line_field_at(folded, position)
    if field is None or position - field.start > reach:
        return None
    if position - field.start > 4 and _ANOTHER_VALUE.search(folded.text, field.start, position):
        return None  # a label governs the first value after it
    return field.label(wanted)


_ANOTHER_VALUE = re.compile(r"\d{4}|\d{3}[ .\-]\d{3}[ .\-]\d{3}|\d[,;][ ]|\d\)?[ ]{0,2}[|\t]")
