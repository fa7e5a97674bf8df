"""Context in Presidio's hook: phrases of several words, accents or not, before or after, the nearest clue wins.

Our own recognisers read labels themselves and carry no ``context``; this serves recognisers that do: users'
patterns and Presidio's own. Stock Presidio compares clue words with single tokens, so "căn cước" never fires,
and walks all tokens for every result; here all clues of all recognisers are found in one pass, and each result
looks up its nearest by bisection.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from presidio_analyzer import EntityRecognizer, RecognizerResult
from presidio_analyzer.context_aware_enhancers import ContextAwareEnhancer
from presidio_analyzer.nlp_engine import NlpArtifacts

from recognizers.folding import fold, key_of
from recognizers.phrase_search import trie_pattern, words_of

_BOOST = 0.35
_FLOOR = 0.4
#: Characters before and after a result in which a clue counts.
_BEFORE, _AFTER = 60, 25


class PhraseContextEnhancer(ContextAwareEnhancer):
    """Raises the score of results whose nearest clue is one of their recogniser's."""

    def __init__(self, boost: float = _BOOST, floor: float = _FLOOR) -> None:
        super().__init__(boost, floor, 0, 0)

    def enhance_using_context(
        self,
        text: str,
        raw_results: list[RecognizerResult],
        nlp_artifacts: NlpArtifacts,
        recognizers: list[EntityRecognizer],
        context: list[str] | None = None,
    ) -> list[RecognizerResult]:
        """Return the results, those with a clue of their own nearest raised by ``boost``, at least to ``floor``."""
        if not raw_results:
            return raw_results
        owners, pattern = _clues(
            tuple((recognizer.id, tuple(recognizer.context or ())) for recognizer in recognizers),
            tuple(context or ()),
        )
        if not owners:
            return raw_results
        folded = fold(text)
        clues = [
            (*folded.span(match.start(), match.end()), whose)
            for match in pattern.finditer(folded.key)
            if (whose := owners.get(_joined(match.group())))
        ]
        starts = [start for start, _, _ in clues]
        for result in raw_results:
            identifier = (result.recognition_metadata or {}).get(RecognizerResult.RECOGNIZER_IDENTIFIER_KEY)
            nearest = _nearest(starts, clues, result.start, result.end)
            if nearest is not None and identifier in nearest:
                result.score = min(
                    self.MAX_SCORE,
                    max(
                        result.score + self.context_similarity_factor, self.min_score_with_context_similarity
                    ),
                )
                result.recognition_metadata[RecognizerResult.IS_SCORE_ENHANCED_BY_CONTEXT_KEY] = True
        return raw_results


@lru_cache(maxsize=8)
def _clues(
    contexts: tuple[tuple[str, tuple[str, ...]], ...], further: tuple[str, ...]
) -> tuple[dict[str, set[str]], re.Pattern[str]]:
    """Return who owns which clue, and one pattern for all clues."""
    owners: dict[str, set[str]] = {}
    phrases: set[tuple[str, ...]] = set()
    for identifier, own in contexts:
        for phrase in (*own, *further):
            words = words_of(phrase)
            if words:
                phrases.add(words)
                owners.setdefault("".join(words), set()).add(identifier)
    return owners, re.compile(trie_pattern(phrases) if phrases else r"(?!)")


@lru_cache(maxsize=4_000)
def _joined(written: str) -> str:
    return "".join(words_of(key_of(written)))


def _nearest(
    starts: list[int], clues: list[tuple[int, int, set[str]]], start: int, end: int
) -> set[str] | None:
    """Return whose clue is nearest: the last one before, unless one after is closer."""
    before = bisect_left(starts, start) - 1
    best: tuple[int, set[str]] | None = None
    if before >= 0 and start - clues[before][1] <= _BEFORE:
        best = (max(0, start - clues[before][1]), clues[before][2])
    after = bisect_left(starts, end)
    if after < len(clues) and clues[after][0] - end <= _AFTER:
        distance = clues[after][0] - end
        if best is None or distance * 2 < best[0]:  # a label stands before its value: after counts half
            best = (distance, clues[after][2])
    return best[1] if best else None
