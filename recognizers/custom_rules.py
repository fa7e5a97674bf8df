"""A user's own rules at work: patterns, words to hide always, words to keep always. The file is read by ``custom_rules_file``.

Patterns run on the text in plain form (digits and dashes normalised) under a time limit; when it strikes,
``DetectionIncomplete`` is raised, never "nothing found". Words are compared without case, and without accents where
the rule's own word or the text has none. Lists may be long: all their words are one pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from recognizers.base import DetectionIncomplete, Found
from recognizers.custom_rules_file import CustomRulesError as CustomRulesError
from recognizers.custom_rules_file import OwnPattern, RulesFile, is_one_of, read_rules
from recognizers.entities import EntityType
from recognizers.folding import Folded, key_of
from recognizers.phrase_search import trie_pattern
from recognizers.results import Reason
from recognizers.tiers import Tier

_SECONDS = 5.0
_REACH_BEFORE, _REACH_AFTER = 60, 25
_BOOST = 0.35


@dataclass(frozen=True)
class CustomRules:
    """The rules of one file, ready to be asked."""

    file: RulesFile = field(default_factory=RulesFile)

    @cached_property
    def _hidden(self) -> WordFinder:
        return WordFinder(self.file.always_hide)

    @cached_property
    def _denied(self) -> dict[str, WordFinder]:
        return {rule.name: WordFinder(rule.words) for rule in self.file.patterns if rule.words}

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield what the rules say about a text.

        Raises:
            DetectionIncomplete: a pattern did not finish in time; the name is the rule's.
        """
        for start, end in self._hidden.find(folded):
            yield Found(start, end, EntityType.CUSTOM, 1.0, Reason("own_word"), tier=Tier.RULE)
        for rule in self.file.patterns:
            if rule.words:
                for start, end in self._denied[rule.name].find(folded):
                    yield _found(rule, start, end, rule.word_score)
            for pattern, score in rule.patterns:
                try:
                    for match in pattern.finditer(folded.text, timeout=_SECONDS):
                        if match.end() > match.start():
                            raised = (
                                min(1.0, score + _BOOST)
                                if _has_context(rule, folded, match.span())
                                else score
                            )
                            yield _found(rule, match.start(), match.end(), raised)
                except TimeoutError:
                    raise DetectionIncomplete(rule.name) from None

    def keeps(self, written: str) -> bool:
        """Return whether a found value is one to keep always."""
        return bool(self.file.always_keep) and is_one_of(written, self.file.always_keep)


class WordFinder:
    """Finds whole words of a list; a word with accents must have them in a text that has accents."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words: dict[str, list[str]] = {}
        for word in words:
            self._words.setdefault(key_of(word), []).append(word)
        phrases = [tuple(key.split()) for key in self._words]
        self._pattern = re.compile(trie_pattern(phrases, gap=r"\s{1,3}")) if phrases else None

    def find(self, folded: Folded) -> Iterator[tuple[int, int]]:
        """Yield the places of words, the longest of those that begin at one place."""
        if self._pattern is None:
            return
        for match in self._pattern.finditer(folded.key):
            start, end = match.span()
            if folded.key[end : end + 1].isalnum():
                continue
            key = " ".join(folded.key[start:end].split())
            written = " ".join(folded.text[start:end].lower().split())
            if written.isascii() or any(word in (written, key) for word in self._words.get(key, ())):
                yield start, end


def parse_rules(text: str) -> CustomRules:
    """Read a rules file.

    Raises:
        CustomRulesError: with the line and the fix.
    """
    return CustomRules(read_rules(text))


def _found(rule: OwnPattern, start: int, end: int, score: float) -> Found:
    return Found(start, end, rule.entity_type, score, Reason("own_pattern", detail=rule.name), tier=Tier.RULE)


def _has_context(rule: OwnPattern, folded: Folded, span: tuple[int, int]) -> bool:
    if rule.context is None:
        return False
    start, end = span
    return (
        rule.context.search(folded.key, max(0, start - _REACH_BEFORE), start) is not None
        or rule.context.search(folded.key, end, end + _REACH_AFTER) is not None
    )
