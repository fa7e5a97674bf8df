"""What stands around a person's name, as questions and answers: whether the person acts in office or is one of the public.

The answers of ``owner_clues`` about the line, the lines above and the findings around, and further ones about what
stands behind the name and below it. A regression weighs them (``officer_witness``); the name itself is never asked for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from recognizers.folding import BORDER
from recognizers.owner_clues import Clue, Surroundings, tokens_of
from recognizers.results import Hit

_BEHIND, _BELOW, _WIDE = 70, 120, 3
_LONGEST_LINE = 300
#: What stands behind it is about others.
_SENTENCE_END = re.compile(rf"{BORDER}|;|(?:(?<=[a-z]{{3}})|(?<=\d)|(?<=^))\.(?= |$)")


def clues_of(surroundings: Surroundings, hit: Hit) -> Iterator[Clue]:
    """Yield the answers for one name; some questions have several."""
    yield from near(surroundings, hit)
    yield from surroundings.far(hit)


def near(surroundings: Surroundings, hit: Hit) -> Iterator[Clue]:
    """Yield the answers that are worked out quickly: all but those about the lines above and who was named last."""
    yield from surroundings.near(hit)
    key = surroundings.key
    begin = max(key.rfind("\n", max(0, hit.start - _LONGEST_LINE), hit.start) + 1, hit.start - _LONGEST_LINE)
    stop = key.find("\n", hit.end, hit.end + _LONGEST_LINE)
    end = stop if stop >= 0 else min(len(key), hit.end + _LONGEST_LINE)
    behind = tokens_of(_SENTENCE_END.split(key[hit.end : min(end, hit.end + _BEHIND)], maxsplit=1)[0])
    words = [token for token in behind if token.isalpha()]
    for word in dict.fromkeys(words[:8]):
        yield "behind", word
    for pair in dict.fromkeys(pairwise(behind[:9])):
        yield "behind, two", " ".join(pair)
    yield "behind begins", " ".join(behind[:3])
    own = key[begin : hit.start].strip(" .,-–"), key[hit.end : end].strip(" .,;")
    alone = f"{'' if own[0] else 'begins'} {'' if own[1] else 'ends'}"
    yield "alone on the line", alone
    yield "in a column", str("   " in key[begin:end].strip())
    below = key[end + 1 : end + 1 + _BELOW].split(BORDER)[0].lstrip(" \n").split("\n")[0] if stop >= 0 else ""
    words = [token for token in tokens_of(below) if token.isalpha()]
    yield "below begins", " ".join(words[:1])
    yield "below begins with two", f"{alone} {' '.join(words[:2])}"
    above = [
        word
        for word in tokens_of(key[max(begin - _BELOW, 0) : max(begin - 1, 0)].rpartition("\n")[2])
        if word.isalpha()
    ]
    yield "alone, above begins", f"{alone} {' '.join(above[:2])}"
    yield "alone, above ends", f"{alone} {' '.join(above[-2:])}"
    at = bisect_right(surroundings.starts, hit.start)
    kinds = []
    for other in surroundings.hits[at : at + _WIDE]:
        if other.start > hit.end + _BEHIND + _BELOW:
            break
        kinds.append(f"{other.entity_type} {min(key.count(chr(10), hit.end, other.start), 2)}")
    yield "findings behind", ", ".join(kinds[:1])
    yield "two findings behind", ", ".join(kinds[:2])
