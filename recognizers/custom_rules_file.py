r"""Reading a user's own rules: YAML in Presidio's form, checked word by word, every mistake with its line and its fix.

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

Nothing of Presidio is loaded here: the parent process checks a file before any document is opened. Sentences for the
problems are in ``redactor.messages_rules``.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import regex  # type: ignore[import-untyped]
import yaml

from recognizers.entities import EntityType
from recognizers.folding import fold, key_of
from recognizers.phrase_search import trie_pattern, words_of

_KNOWN = ("recognizers", "always_hide", "always_keep")
_KNOWN_IN_RULE = (
    "name",
    "supported_entity",
    "patterns",
    "context",
    "deny_list",
    "deny_list_score",
    "enabled",
    "type",
    "supported_language",
    "supported_languages",
)
_KNOWN_IN_PATTERN = ("name", "regex", "score")
_YES = frozenset(("true", "yes", "on", "y", "1"))
_NO = frozenset(("false", "no", "off", "n", "0"))
_CURLY = "‘’“”"
_PROBE_SECONDS = 0.25
_PROBE_LENGTH = 3_000
#: The fewest characters of a word in a list; a single letter would hide half of every text.
_LEAST = 2


class CustomRulesError(Exception):
    """A mistake in a rules file.

    Attributes:
        line: 1-based line of the mistake.
        problem: what is wrong, a key of ``PROBLEMS``.
        value: the word that is wrong: a key, a number, a type's name; never a word of a list, which may name people.
        fix: the word, list or example that would be right; may be empty where the problem says it all.
    """

    def __init__(self, line: int, problem: str, value: str = "", fix: str = "") -> None:
        super().__init__(f"line {line}: {problem}")
        self.line = line
        self.problem = problem
        self.value = value
        self.fix = fix


#: All problems that can be told; each has its sentence where messages are.
PROBLEMS = (
    "not_yaml",
    "tab",
    "indent",
    "space_missing",
    "double_quotes",
    "quotes_missing",
    "curly_quotes",
    "not_a_mapping",
    "unknown_key",
    "duplicate_key",
    "duplicate_name",
    "missing_key",
    "wrong_type",
    "bad_regex",
    "empty_match",
    "slow_regex",
    "bad_score",
    "unknown_entity",
    "unsupported_type",
    "unsupported_language",
    "bad_switch",
    "empty_word",
    "short_word",
    "in_both_lists",
)


@dataclass(frozen=True, slots=True)
class OwnPattern:
    """One rule of the file: patterns and words for one type, with clue phrases that raise the score."""

    name: str
    entity_type: EntityType
    patterns: tuple[tuple[regex.Pattern[str], float], ...]
    words: tuple[str, ...] = field(repr=False)
    word_score: float
    context: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class RulesFile:
    """What a rules file says; words in lower case with single spaces."""

    patterns: tuple[OwnPattern, ...] = ()
    always_hide: tuple[str, ...] = field(default=(), repr=False)
    always_keep: tuple[str, ...] = field(default=(), repr=False)


def read_rules(text: str) -> RulesFile:
    """Read a rules file; a byte order mark and Windows line ends are fine, an empty file holds no rules.

    Raises:
        CustomRulesError: with the line and the fix.
    """
    root = _composed(text.removeprefix("\ufeff"))
    if root is None:
        return RulesFile()
    top = _mapping(root, _KNOWN, "recognizers: …")
    rules: list[OwnPattern] = []
    names: set[str] = set()
    for node in _sequence(top.get("recognizers")):
        rule = _rule(node)
        if rule is None:
            continue
        if rule.name in names:
            raise CustomRulesError(_line(node), "duplicate_name", rule.name)
        names.add(rule.name)
        rules.append(rule)
    hidden = _words(top.get("always_hide"))
    kept = _words(top.get("always_keep"))
    for word, node in kept:
        if any(word == other for other, _ in hidden):
            raise CustomRulesError(_line(node), "in_both_lists")
    return RulesFile(tuple(rules), tuple(word for word, _ in hidden), tuple(word for word, _ in kept))


def _composed(text: str) -> yaml.Node | None:
    try:
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = (mark.line if mark else 0) + 1
        raise _yaml_mistake(text, line, error.problem or "") from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise CustomRulesError(line, "not_yaml") from None
    except yaml.YAMLError:
        raise CustomRulesError(1, "not_yaml") from None


def _yaml_mistake(text: str, line: int, said: str) -> CustomRulesError:
    """Return which of the usual mistakes made a file no YAML, with the line in which a person sees it."""
    lines = text.splitlines()
    # the parser notices an indent, a quote or a missing space one or two lines late
    for number in range(min(line, len(lines)), max(0, line - 3), -1):
        written = lines[number - 1]
        if "\t" in written[: len(written) - len(written.lstrip())]:
            return CustomRulesError(number, "tab")
        if _NO_SPACE.match(written):
            return CustomRulesError(number, "space_missing")
        if "escape" in said and '"' in written:
            return CustomRulesError(number, "double_quotes")
        if _NO_QUOTES.search(written):
            return CustomRulesError(number, "quotes_missing")
    if "expected <block end>" in said or "mapping values are not allowed" in said or "indent" in said:
        return CustomRulesError(line, "indent")
    return CustomRulesError(line, "not_yaml")


_NO_SPACE = re.compile(r"[ \-]*[a-z_]+:[^\s]")
_NO_QUOTES = re.compile(r"regex\s*:\s*[^'\"\s#]")


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _mapping(node: yaml.Node, known: Sequence[str], example: str) -> dict[str, yaml.Node]:
    if not isinstance(node, yaml.MappingNode):
        raise CustomRulesError(_line(node), "not_a_mapping", fix=example)
    found: dict[str, yaml.Node] = {}
    for key, value in node.value:
        name = str(getattr(key, "value", ""))
        if name not in known:
            close = difflib.get_close_matches(name, known, n=1)
            raise CustomRulesError(
                _line(key), "unknown_key", name[:40], close[0] if close else ", ".join(known)
            )
        if name in found:
            raise CustomRulesError(_line(key), "duplicate_key", name)
        found[name] = value
    return found


def _is_empty(node: yaml.Node | None) -> bool:
    return node is None or (
        isinstance(node, yaml.ScalarNode) and node.style is None and node.value in ("", "null", "~")
    )


def _sequence(node: yaml.Node | None) -> list[yaml.Node]:
    if node is None or _is_empty(node):
        return []
    if not isinstance(node, yaml.SequenceNode):
        raise CustomRulesError(_line(node), "wrong_type", fix="[…, …]")
    return list(node.value)


def _scalar(node: yaml.Node) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise CustomRulesError(_line(node), "wrong_type", fix="'…'")
    return str(node.value)


def _words(node: yaml.Node | None) -> list[tuple[str, yaml.Node]]:
    return [(_word(item), item) for item in _sequence(node)]


def _word(node: yaml.Node) -> str:
    word = " ".join(fold(_scalar(node)).text.lower().split())
    if not any(char.isalnum() for char in word):
        raise CustomRulesError(_line(node), "empty_word", fix="'…'")
    if len(word) < _LEAST:
        raise CustomRulesError(_line(node), "short_word", fix=str(_LEAST))
    return word


def _rule(node: yaml.Node) -> OwnPattern | None:
    """Read one rule; None if it is switched off."""
    keys = _mapping(node, _KNOWN_IN_RULE, "- name: …")
    if "name" not in keys or _is_empty(keys["name"]):
        raise CustomRulesError(_line(node), "missing_key", "name", "name: …")
    name = " ".join(_scalar(keys["name"]).split())
    if "type" in keys and _scalar(keys["type"]) != "custom":
        raise CustomRulesError(_line(keys["type"]), "unsupported_type", _scalar(keys["type"])[:40], "custom")
    for key in ("supported_language", "supported_languages"):
        for item in _languages(keys.get(key)):
            if _scalar(item) != "vi":
                raise CustomRulesError(_line(item), "unsupported_language", _scalar(item)[:40], "vi")
    entity_type = _entity(keys["supported_entity"]) if "supported_entity" in keys else EntityType.CUSTOM
    patterns = tuple(_pattern(item) for item in _sequence(keys.get("patterns")))
    words = tuple(word for word, _ in _words(keys.get("deny_list")))
    if not patterns and not words:
        raise CustomRulesError(_line(node), "missing_key", "patterns", "patterns: [{regex: '…', score: 0.6}]")
    word_score = _score(keys["deny_list_score"]) if "deny_list_score" in keys else 1.0
    phrases = [words_of(word) for word, _ in _words(keys.get("context"))]
    context = re.compile(trie_pattern(phrases)) if any(phrases) else None
    if "enabled" in keys and not _switch(keys["enabled"]):
        return None
    return OwnPattern(name, entity_type, patterns, words, word_score, context)


def _languages(node: yaml.Node | None) -> list[yaml.Node]:
    if node is None or _is_empty(node):
        return []
    return list(node.value) if isinstance(node, yaml.SequenceNode) else [node]


def _switch(node: yaml.Node) -> bool:
    written = _scalar(node).lower()
    if written not in _YES | _NO:
        raise CustomRulesError(_line(node), "bad_switch", written[:40], "true, false")
    return written in _YES


def _entity(node: yaml.Node) -> EntityType:
    wanted = _scalar(node)
    known = sorted(member.value for member in EntityType)
    if wanted in known:
        return EntityType(wanted)
    close = difflib.get_close_matches(wanted.upper(), known, n=1)
    raise CustomRulesError(
        _line(node), "unknown_entity", wanted[:40], close[0] if close else EntityType.CUSTOM.value
    )


def _score(node: yaml.Node) -> float:
    written = _scalar(node)
    try:
        score = float(written)
    except ValueError:
        raise CustomRulesError(_line(node), "bad_score", written[:20], "0.6") from None
    if not 0.0 <= score <= 1.0:
        raise CustomRulesError(_line(node), "bad_score", written[:20], "0.6")
    return score


def _pattern(node: yaml.Node) -> tuple[regex.Pattern[str], float]:
    keys = _mapping(node, _KNOWN_IN_PATTERN, "- regex: '…'")
    if "regex" not in keys or _is_empty(keys["regex"]):
        raise CustomRulesError(_line(node), "missing_key", "regex", "regex: '…'")
    written = _scalar(keys["regex"])
    line = _line(keys["regex"])
    if written[:1] in _CURLY or written[-1:] in _CURLY:
        raise CustomRulesError(line, "curly_quotes", fix="'…'")
    try:
        compiled: regex.Pattern[str] = regex.compile(written)
    except regex.error as error:
        position = "" if error.pos is None else str(error.pos + 1)
        raise CustomRulesError(line, "bad_regex", position, str(error.msg)) from None
    if compiled.fullmatch("", timeout=_PROBE_SECONDS) is not None:
        raise CustomRulesError(line, "empty_match")
    if not _is_quick(compiled, written):
        raise CustomRulesError(line, "slow_regex")
    return compiled, _score(keys["score"]) if "score" in keys else 0.6


def _is_quick(pattern: regex.Pattern[str], written: str) -> bool:
    """Return whether a pattern gets through long runs of what it can match: nested repeats do not."""
    try:
        for probe in _probes(written):
            pattern.search(probe, timeout=_PROBE_SECONDS)
    except TimeoutError:
        return False
    return True


def _probes(written: str) -> Iterator[str]:
    letters = dict.fromkeys(char for char in written if char.isalnum())
    end = "\x01" + written  # what a match needs stands there, so that the engine cannot give up at once
    for char in ("1", "a", "A", " ", *list(letters)[:8]):
        yield char * _PROBE_LENGTH + end
    yield "a1 " * (_PROBE_LENGTH // 3) + end


def plain_word(written: str) -> str:
    """Return a found value in the form of the lists."""
    return " ".join(fold(written).text.lower().split())


def is_one_of(written: str, words: Sequence[str]) -> bool:
    """Return whether a value is one of the words: without accents only where the word has none."""
    plain = plain_word(written)
    return any(plain == word or (word.isascii() and key_of(plain) == word) for word in words)
