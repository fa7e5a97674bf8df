r"""A user's own rules: patterns in Presidio's YAML form, words to hide always, words to keep always.

::

    recognizers:
      - name: Mã hội viên
        supported_entity: CUSTOM            # or a type of recognizers.entities
        patterns:
          - name: hội viên
            regex: 'HV-\d{6}'
            score: 0.6
        context: [mã hội viên, thẻ hội viên]
        deny_list: [Câu lạc bộ Hoa Sen]
    always_hide: [Dự án Sao Mai]
    always_keep: [Nguyễn Du, 1900 1234]

Patterns run on the text in plain form (digits and dashes normalised) under a time limit; when it strikes,
``DetectionIncomplete`` is raised, never "nothing found". Words are compared without case and
accents-insensitively only where the rule's own word has no accents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import regex  # type: ignore[import-untyped]
import yaml

from recognizers.base import DetectionIncomplete, Found
from recognizers.clues import trie_pattern, words_of
from recognizers.entities import EntityType
from recognizers.folding import Folded, fold, key_of
from recognizers.results import Reason
from recognizers.tiers import Tier

_SECONDS = 5.0
_REACH_BEFORE, _REACH_AFTER = 60, 25
_BOOST = 0.35
_KNOWN = ("recognizers", "always_hide", "always_keep")
_KNOWN_IN_RULE = (
    "name",
    "supported_entity",
    "supported_language",
    "supported_languages",
    "patterns",
    "context",
    "deny_list",
    "deny_list_score",
    "type",
    "enabled",
)


class CustomRulesError(Exception):
    """A mistake in a rules file.

    Attributes:
        line: 1-based line of the mistake.
        problem: what is wrong, a stable key: ``not_yaml``, ``unknown_key``, ``missing_key``, ``wrong_type``,
            ``bad_regex``, ``bad_score``, ``unknown_entity``, ``empty_word``.
        fix: what to write instead, as text for a person (may be a list of the allowed words).
    """

    def __init__(self, line: int, problem: str, fix: str) -> None:
        super().__init__(f"line {line}: {problem}")
        self.line = line
        self.problem = problem
        self.fix = fix


@dataclass(frozen=True, slots=True)
class OwnPattern:
    """One rule of the file: patterns and words for one type, with clue phrases that raise the score."""

    name: str
    entity_type: EntityType
    patterns: tuple[tuple[regex.Pattern[str], float], ...]
    words: tuple[str, ...] = field(repr=False)
    context: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class CustomRules:
    """A parsed rules file."""

    patterns: tuple[OwnPattern, ...] = ()
    always_hide: tuple[str, ...] = field(default=(), repr=False)
    always_keep: tuple[str, ...] = field(default=(), repr=False)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield what the rules say about a text.

        Raises:
            DetectionIncomplete: a pattern did not finish in time; the name is the rule's.
        """
        for word in self.always_hide:
            for start, end in _occurrences(folded, word):
                yield Found(start, end, EntityType.CUSTOM, 1.0, Reason("own_word"), tier=Tier.RULE)
        for rule in self.patterns:
            for word in rule.words:
                for start, end in _occurrences(folded, word):
                    yield Found(
                        start,
                        end,
                        rule.entity_type,
                        1.0,
                        Reason("own_pattern", detail=rule.name),
                        tier=Tier.RULE,
                    )
            for pattern, score in rule.patterns:
                try:
                    for match in pattern.finditer(folded.text, timeout=_SECONDS):
                        if match.end() > match.start():
                            raised = (
                                min(1.0, score + _BOOST)
                                if _has_context(rule, folded, match.span())
                                else score
                            )
                            yield Found(
                                match.start(),
                                match.end(),
                                rule.entity_type,
                                raised,
                                Reason("own_pattern", detail=rule.name),
                                tier=Tier.RULE,
                            )
                except TimeoutError:
                    raise DetectionIncomplete(rule.name) from None

    def keeps(self, written: str) -> bool:
        """Return whether a found value is one to keep always."""
        if not self.always_keep:
            return False
        plain = " ".join(fold(written).text.lower().split())
        return any(plain == word or (word.isascii() and key_of(plain) == word) for word in self.always_keep)


def _has_context(rule: OwnPattern, folded: Folded, span: tuple[int, int]) -> bool:
    if rule.context is None:
        return False
    start, end = span
    return (
        rule.context.search(folded.key, max(0, start - _REACH_BEFORE), start) is not None
        or rule.context.search(folded.key, end, end + _REACH_AFTER) is not None
    )


def _occurrences(folded: Folded, word: str) -> Iterator[tuple[int, int]]:
    """Yield whole-word occurrences; a word with accents must have them in the text where the text has accents."""
    wanted = key_of(word)
    pattern = re.compile(r"(?<![a-z0-9])" + r"\s+".join(map(re.escape, wanted.split())) + r"(?![a-z0-9])")
    for match in pattern.finditer(folded.key):
        written = " ".join(folded.text[match.start() : match.end()].lower().split())
        if written == word or word.isascii() or written.isascii():
            yield match.span()


# --- reading the file -----------------------------------------------------------------------------------------------


def parse_rules(text: str) -> CustomRules:
    """Read a rules file.

    Raises:
        CustomRulesError: with the line and the fix.
    """
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise CustomRulesError((mark.line if mark else 0) + 1, "not_yaml", "key: value") from None
    except yaml.YAMLError:
        raise CustomRulesError(1, "not_yaml", "key: value") from None
    if root is None:
        return CustomRules()
    top = _mapping(root, _KNOWN)
    return CustomRules(
        patterns=tuple(_rule(node) for node in _sequence(top.get("recognizers"))),
        always_hide=tuple(_word(node) for node in _sequence(top.get("always_hide"))),
        always_keep=tuple(_word(node) for node in _sequence(top.get("always_keep"))),
    )


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _mapping(node: yaml.Node, known: tuple[str, ...]) -> dict[str, yaml.Node]:
    if not isinstance(node, yaml.MappingNode):
        raise CustomRulesError(_line(node), "wrong_type", f"{known[0]}: …")
    found: dict[str, yaml.Node] = {}
    for key, value in node.value:
        name = str(getattr(key, "value", ""))
        if name not in known:
            raise CustomRulesError(_line(key), "unknown_key", ", ".join(known))
        found[name] = value
    return found


def _sequence(node: yaml.Node | None) -> list[yaml.Node]:
    if node is None or (isinstance(node, yaml.ScalarNode) and node.value in ("", "null", "~")):
        return []
    if not isinstance(node, yaml.SequenceNode):
        raise CustomRulesError(_line(node), "wrong_type", "- …")
    return list(node.value)


def _scalar(node: yaml.Node) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise CustomRulesError(_line(node), "wrong_type", "'…'")
    return str(node.value)


def _word(node: yaml.Node) -> str:
    word = " ".join(fold(_scalar(node)).text.lower().split())
    if not word:
        raise CustomRulesError(_line(node), "empty_word", "'…'")
    return word


def _rule(node: yaml.Node) -> OwnPattern:
    keys = _mapping(node, _KNOWN_IN_RULE)
    if "name" not in keys:
        raise CustomRulesError(_line(node), "missing_key", "name: …")
    entity_type = EntityType.CUSTOM
    if "supported_entity" in keys:
        wanted = _scalar(keys["supported_entity"])
        if wanted not in EntityType.__members__.values():
            raise CustomRulesError(
                _line(keys["supported_entity"]),
                "unknown_entity",
                ", ".join(sorted(member.value for member in EntityType)),
            )
        entity_type = EntityType(wanted)
    patterns = tuple(_pattern(item) for item in _sequence(keys.get("patterns")))
    words = tuple(_word(item) for item in _sequence(keys.get("deny_list")))
    if not patterns and not words:
        raise CustomRulesError(_line(node), "missing_key", "patterns: [{name: …, regex: '…', score: 0.6}]")
    phrases = [words_of(_word(item)) for item in _sequence(keys.get("context"))]
    context = re.compile(trie_pattern(phrases)) if any(phrases) else None
    return OwnPattern(_scalar(keys["name"]), entity_type, patterns, words, context)


def _pattern(node: yaml.Node) -> tuple[regex.Pattern[str], float]:
    keys = _mapping(node, ("name", "regex", "score"))
    if "regex" not in keys:
        raise CustomRulesError(_line(node), "missing_key", "regex: '…'")
    try:
        compiled: regex.Pattern[str] = regex.compile(_scalar(keys["regex"]))
    except regex.error as error:
        raise CustomRulesError(_line(keys["regex"]), "bad_regex", str(error)) from None
    score: Any = 0.6
    if "score" in keys:
        try:
            score = float(_scalar(keys["score"]))
        except ValueError:
            raise CustomRulesError(_line(keys["score"]), "bad_score", "0.0 … 1.0") from None
        if not 0.0 <= score <= 1.0:
            raise CustomRulesError(_line(keys["score"]), "bad_score", "0.0 … 1.0")
    return compiled, float(score)
