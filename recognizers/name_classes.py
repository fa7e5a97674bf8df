"""What a word is known as: the part it may play in a name, and what else it may be."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

from recognizers.folding import key_of
from recognizers.foreign_names import FOREIGN_FIRST
from recognizers.name_evidence import ROLES, TELLING
from recognizers.name_recalled import KIN, OF_PLACES
from recognizers.name_words import ACTS, BEFORE, CALLS, ENGLISH_WORDS, TALK, pairs, title_words
from recognizers.names import name_sets
from recognizers.pet_names import BY_BIRTH, PET_NAMES, RARE_GIVEN, RELIGIOUS
from recognizers.syllables import is_syllable

#: Class letter of a word, first that fits: its part in a name.
_PARTS = ("sure", "strong", "weak", "ethnic", "plain sure", "plain weak")


def _spelled(words: frozenset[str]) -> Callable[[bool], frozenset[str]]:
    """Return the words as a text with accents, or one without them, spells them."""
    bare = frozenset(key_of(word) for word in words)
    return lambda plain: bare if plain else words


pets, by_birth, religious, rare_given = map(_spelled, (PET_NAMES, BY_BIRTH, RELIGIOUS, RARE_GIVEN))


@lru_cache(maxsize=20_000)
def classes_of(low: str, key: str, plain: bool) -> tuple[str, ...]:
    """Return what a word is known as; ``plain`` in a text without accents."""
    s = name_sets(plain)
    bare = low == key
    found = []
    if low in s.sure:
        found.append("sure")
    elif low in s.strong:
        found.append("strong")
    elif low in s.weak:
        found.append("weak")
    elif low in s.ethnic:
        found.append("ethnic")
    elif bare and key in s.sure_keys:
        found.append("plain sure")
    elif bare and (key in s.strong_keys or key in s.weak_keys):
        found.append("plain weak")
    if low in s.given or (bare and key in s.given_keys):
        found.append("given")
    for name, words in (
        ("middle", s.middles),
        ("foreign", FOREIGN_FIRST),
        ("heading", s.headings),
        ("stop", s.stops),
        ("hard stop", s.hard_stops),
        ("not first", pairs(plain)[2]),
        ("title", title_words(plain)),
        ("english", ENGLISH_WORDS),
        ("act", ACTS),
        ("before", BEFORE),
        ("call", CALLS),
        ("talk", TALK),
        ("telling", TELLING),
        ("kin", KIN),
        ("of places", OF_PLACES),
        ("role", ROLES),
        ("named after", s.named_after),
        ("pet", pets(plain)),
        ("by birth", by_birth(plain)),
        ("religious", religious(plain)),
        ("rare given", rare_given(plain)),
    ):
        if low in words:
            found.append(name)
    if low in s.titles:
        found.append(f"title {s.titles[low]}")
    if not is_syllable(low):
        found.append("no syllable")
    return tuple(found)


@lru_cache(maxsize=20_000)
def shape_of(low: str, key: str, kind: int, plain: bool) -> str:
    """Return the classes that matter most and the case, in four letters."""
    found = classes_of(low, key, plain)
    part = next((str(n) for n, name in enumerate(_PARTS) if name in found), "-")
    given = "g" if "given" in found else "p" if "pet" in found or "rare given" in found else "-"
    odd = "s" if "stop" in found or "not first" in found or "heading" in found else "-"
    return f"{part}{given}{odd}{'x' if 'no syllable' in found else '-'}{kind}"


@cache
def figure_starts(plain: bool) -> frozenset[str]:
    """Return the first words of the names of people of history."""
    return frozenset(name.split("_")[0] for name in name_sets(plain).figures)
