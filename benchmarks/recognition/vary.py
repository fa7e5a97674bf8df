"""The same papers with other people in them, written by other hands: what training needs that gold papers are short of.

Most gold papers name their people once and for all, in full and with capitals. A model trained on nothing else learns
these names and this hand. Here every name may become another one, a given name or a pet name, in lower case or without
accents, and what only looks like a name loses its capitals with it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import replace

from benchmarks.recognition.corpus import Role
from benchmarks.recognition.noise import Segment, Segments
from recognizers.names import ETHNIC_PARTS, GIVEN_NAMES, STRONG_MIDDLES, STRONG_SURNAMES, WEAK_SURNAMES
from recognizers.word_sets import word_set
from tests.synthetic.names import SURNAMES
from tests.synthetic.people import fold

#: What children, friends and neighbours are called.
_PET_NAMES = tuple(
    sorted(
        word_set("""
bi bin bo bon bông bống cún cu tí tèo tôm tép sóc nhím khoai bắp gấu mít bơ kem sâu thỏ mèo gạo dưa dâu na nấm ken tom
su suri jun jerry ben kin míp cốm chíp mỡ bột xoài mận ổi sò ốc cua ghẹ chuột nghé bê mun bim mon sumo kubi bảnh hớn sún
lé đen gù còi lác mập ú đực nhí hĩm cò vện rớt lượm đẹt xíu mén
""")
    )
)
_BY_BIRTH = ["Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Út"]
_PLAIN_WORDS = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,4}")
_DIGIT = re.compile(r"\d")
_COMMON_SURNAMES, _SHARES = zip(*SURNAMES, strict=True)
_RARE_SURNAMES = tuple(sorted(STRONG_SURNAMES | WEAK_SURNAMES | ETHNIC_PARTS))
_MIDDLES = tuple(sorted(STRONG_MIDDLES))
_GIVENS = tuple(sorted(GIVEN_NAMES))


class Hand:
    """How one writer writes names, and whom the paper is about now."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._others = rng.random() < 0.8
        self._short = rng.choice((0.0, 0.0, 0.3, 0.8))
        self.lower = rng.choice((0.0, 0.0, 0.0, 0.4, 1.0))
        self._folds = rng.random() < 0.12
        self._people: dict[str, tuple[str, ...]] = {}

    def _given(self) -> tuple[str, ...]:
        rng = self._rng
        if rng.random() < 0.12:
            return (rng.choice(_PET_NAMES),)
        return (rng.choice(_MIDDLES), rng.choice(_GIVENS)) if rng.random() < 0.2 else (rng.choice(_GIVENS),)

    def _person(self, words: Sequence[str]) -> tuple[str, ...]:
        """Return who stands for somebody called so: the same for all names that end alike."""
        known = fold(words[-1]).lower()
        if known not in self._people:
            rng = self._rng
            surname = (
                rng.choices(_COMMON_SURNAMES, _SHARES)[0]
                if rng.random() < 0.6
                else rng.choice(_RARE_SURNAMES)
            )
            middle = (rng.choice(_MIDDLES),) if rng.random() < 0.8 else ()
            self._people[known] = (surname, *middle, *self._given())
        return self._people[known]

    def anybody(self) -> str:
        """Return how somebody new is called in passing: mostly by the given name, with capitals and accents."""
        rng = self._rng
        name = self._person((f"#{len(self._people)}",))
        if rng.random() < 0.12:  # the place in the family and the name, or what somebody is known for
            return f"{rng.choice(_BY_BIRTH)} {rng.choice(_PET_NAMES + _GIVENS).capitalize()}"
        kept = rng.choice((1, 1, 1, 2, len(name)))
        return " ".join(word[:1].upper() + word[1:] for word in name[-kept:])

    def whole(self) -> tuple[str, ...]:
        """Return the whole name of somebody new."""
        return self._person((f"#{len(self._people)}",))

    def case(self, name: str) -> str:
        """Return a name in lower case or without accents, as this hand does."""
        text = name.lower() if self._rng.random() < self.lower else name
        return fold(text) if self._folds else text

    def write(self, name: str) -> str:
        """Return the name that stands here now."""
        if not _PLAIN_WORDS.fullmatch(name):
            return name
        words = name.split()
        new = self._person(words) if self._others else tuple(words)
        if self._others and len(words) == 1:
            new = new[-1:]
        elif self._rng.random() < self._short:
            new = new[-self._rng.choice((1, 1, 2)) :]
        text = " ".join(new)
        if name.isupper() and len(name) > 1:
            text = text.upper()
        elif name.islower() or self._rng.random() < self.lower:
            text = text.lower()
        elif self._others:
            text = " ".join(word[:1].upper() + word[1:] for word in new)
        return fold(text) if self._folds or fold(name) == name != fold(name).lower() else text


def varied(segments: Sequence[Segment], rng: random.Random) -> Segments:
    """Return a paper with other people in it, or the same people otherwise written."""
    hand = Hand(rng)
    made: Segments = []
    for segment in segments:
        mark = segment.mark
        if mark is not None and mark.kind == "PERSON" and mark.role in (Role.GOLD, Role.OFFICIAL):
            segment = replace(segment, text=hand.write(segment.text))
        elif (
            mark is not None
            and mark.role is Role.LOOK_ALIKE
            and not _DIGIT.search(segment.text)
            and rng.random() < hand.lower * 0.8
        ):
            segment = replace(segment, text=segment.text.lower())
        made.append(segment)
    return made
