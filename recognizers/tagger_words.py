"""What the tagger is told about the entries of a text: what each is by itself, and what the text makes of it.

The first depends on the entry alone, so it is worked out once for every word of the language that is met; the second is a
small number for each place.
"""

from __future__ import annotations

from functools import lru_cache

from recognizers.name_classes import classes_of
from recognizers.names import name_sets
from recognizers.words import BREAK, LOWER, MARK, MIXED, NUMBER, TITLE, UPPER, Words

#: Numbers of so many digits and more are alike.
_LONGEST_NUMBER = 14
_LONGEST_MARK = 3
_MONTHS, _DAYS = 12, 31
#: Beginnings of the features that say which word it is, with accents and without.
IDENTITY = ("w:", "k:")
#: How many different circumstances there are.
CIRCUMSTANCES = 12
_ECHO, _ALSO_LOWER = 3, 6


@lru_cache(maxsize=50_000)
def features(text: str, low: str, key: str, kind: int, plain: bool) -> tuple[str, ...]:
    """Return what an entry is like; ``plain`` in a text without accents.

    Which word it is, the features of ``IDENTITY`` say; of a number only its length and how it begins are told.
    """
    if kind == BREAK:
        return ("break",)
    if kind == NUMBER:
        return _of_number(text)
    if kind == MARK:
        return (f"mark {text[:_LONGEST_MARK]}",)
    found = [f"w:{low}", f"k:{key}", f"kind {kind}"]
    classes = classes_of(low, key, plain)
    found += classes
    if len(low) < _LONGEST_MARK:
        found.append(f"letters {len(low)}")
    if low == key:
        found.append("bare")
    if "no syllable" in classes:
        found += [f"begins {key[:2]}", f"ends {key[-2:]}"]
    return tuple(found)


def _of_number(text: str) -> tuple[str, ...]:
    size = len(text)
    found = [f"digits {min(size, _LONGEST_NUMBER)}", "zero first" if text[0] == "0" else "no zero first"]
    if size == 4 and text[:2] in ("19", "20"):
        found.append(f"year {text[:3]}")
    elif size <= 2 and text.isdecimal():
        value = int(text)
        found.append("month" if value <= _MONTHS else "day" if value <= _DAYS else "more than a day")
    elif 9 <= size <= 11:
        found.append(f"starts {text[:2]}")
    elif size == 12:
        found.append(f"century {text[3]}")
    return tuple(found)


def circumstances(w: Words, plain: bool) -> list[int]:
    """Return a number below ``CIRCUMSTANCES`` for each entry: the space before it, and what its word is elsewhere.

    A word that ends somebody's full name in the same text is an echo; a word with a capital that is also written without
    one is probably not somebody.
    """
    kinds, lows = w.kind, w.low
    if MARK not in kinds and BREAK not in kinds and w.size < 2:
        return list(w.gap)
    lower = {low for low, kind in zip(lows, kinds, strict=True) if kind == LOWER}
    called = _last_parts(w, plain)
    told = list(w.gap)
    for i, kind in enumerate(kinds):
        if kind < NUMBER:
            low = lows[i]
            if low in called:
                told[i] += _ECHO
            if kind != LOWER and low in lower:
                told[i] += _ALSO_LOWER
    return told


def _last_parts(w: Words, plain: bool) -> frozenset[str]:
    """Return the last words of runs in capitals that begin with a surname."""
    surnames = name_sets(plain)
    kinds, lows, gaps = w.kind, w.low, w.gap
    found: set[str] = set()
    i, size = 0, w.size
    while i < size:
        if kinds[i] not in (TITLE, UPPER) or not (lows[i] in surnames.strong or lows[i] in surnames.sure):
            i += 1
            continue
        last = i + 1
        while last < size and kinds[last] in (TITLE, UPPER, MIXED) and gaps[last] == 1:
            last += 1
        if last - i > 1:
            found.add(lows[last - 1])
        i = last
    return frozenset(found)
