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
from recognizers.pet_names import PET_NAMES, RARE_GIVEN
from recognizers.word_sets import word_set
from tests.synthetic.names import SURNAMES
from tests.synthetic.people import fold

_PETS = tuple(sorted(PET_NAMES))
_BY_BIRTH = (
    "Hai",
    "Ba",
    "Tư",
    "Năm",
    "Sáu",
    "Bảy",
    "Tám",
    "Chín",
    "Mười",
    "Út",
    "hai",
    "ba",
    "tư",
    "sáu",
    "út",
)
_BEFORE_PETS = ("Cu", "Tí", "Út", "Bống", "Ti")
_SAINTS = tuple(
    sorted(
        word_set("""
Maria Giuse Phêrô Phaolô Gioan Anna Têrêsa Đaminh Micae Augustinô Antôn Vinhsơn Lucia Rôsa Cecilia
Phanxicô Tôma Luca Anrê Martinô Mônica Agata Catarina Gioakim
""")
    )
)
_DHARMA = (
    "Diệu",
    "Tâm",
    "Thiện",
    "Minh",
    "Quảng",
    "Nguyên",
    "Chơn",
    "Huệ",
    "Tuệ",
    "Thị",
    "Thích Minh",
    "Thích Nữ Diệu",
)
_HIGHLANDS = tuple(
    """Y|H'|K'|Ka|A|Siu|Rơ Mah|Rơ Châm|Kpă|Ksor|Nay|Giàng A|Vàng A|Thạch Thị|Sơn|Danh|Kim|Châu|Lâm Thị|Ama|ama|Ma|Bling
Alăng|Hồ|Lò Văn""".replace("\n", "|").split("|")
)
_FOREIGN = tuple(
    sorted(
        word_set("""
Samuel Thomas Andy Peter John Anna Emma Lucas Pierre Marie Kevin Tony Jenny Linda Alex Min-ji Ji-woo Hyun-woo
Yuki Haruto Sakura Kenji Wei Mei Li|Jun Michael|Brown Pierre|Lambert Kim|Min-ji Park|Ji-hoon Tanaka|Yuki Anna|Schmidt
Ivan Olga Somchai Rosa Carlos Diego Sophie Julia Jonas Chris|Evans David|Lee Sarah|Miller
""")
    )
)
_ONSETS = tuple(sorted(word_set("b c ch d đ g gi h kh l m n ng nh ph qu r s t th tr v x")))
_RHYMES = tuple(
    sorted(
        word_set("""
a á à ạ ả ắp ắc ăn ăng anh ánh ạch ảo áu âm ân ấc ấn ẩn ậu em én ẹo ếnh ết êu iêm iên iết
iệu ìm ịn ít óc ói on ón ong ộc ôi ốp ợt ớn ởi ơm ú ùa uân uế ui úm ùn úng út ưa ực ươm ướng ưởng ược ưu
""")
    )
)
_PLAIN_WORDS = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,4}")
_DIGIT = re.compile(r"\d")
_COMMON_SURNAMES, _SHARES = zip(*SURNAMES, strict=True)
_RARE_SURNAMES = tuple(sorted(STRONG_SURNAMES | WEAK_SURNAMES | ETHNIC_PARTS))
_MIDDLES = tuple(sorted(STRONG_MIDDLES))
_GIVENS = tuple(sorted(GIVEN_NAMES))
_RARE_GIVENS = tuple(sorted(RARE_GIVEN))


def _capitals(words: Sequence[str]) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in words)


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
        which = rng.random()
        if which < 0.1:
            return (rng.choice(_PETS),)
        if which < 0.16:
            return (rng.choice(_RARE_GIVENS),)
        if which < 0.2:
            return (rng.choice(_ONSETS) + rng.choice(_RHYMES),)
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
        """Return how somebody new is called in passing."""
        return self.somebody()[0]

    def somebody(self) -> tuple[str, str]:
        """Return how somebody new is called in passing, mostly by the given name, and in full; with accents."""
        rng = self._rng
        name = self._person((f"#{len(self._people)}",))
        full = _capitals(name)
        if rng.random() < 0.25:
            return self._otherwise(name), full
        return _capitals(name[-rng.choice((1, 1, 1, 2, len(name))) :]), full

    def nobody(self) -> str:
        """Return a given name that stands for nobody: of an exercise, a storm, a dress."""
        return _capitals(self._given())

    def _otherwise(self, name: Sequence[str]) -> str:
        """Return how somebody is called whom the papers call otherwise."""
        rng = self._rng
        called = rng.choice(_PETS + _GIVENS + _RARE_GIVENS).capitalize()
        which = rng.random()
        if which < 0.4:  # the place in the family and the name, or what somebody is known for
            return f"{rng.choice(_BY_BIRTH)} {called}"
        if which < 0.5:
            return f"{rng.choice(_BEFORE_PETS)} {rng.choice(_PETS).capitalize()}"
        if which < 0.6:
            return " ".join([rng.choice(_PETS).capitalize()] * 2)
        if which < 0.7:
            return f"{rng.choice(_SAINTS)} {_capitals(name[-rng.choice((1, 2, len(name))) :])}"
        if which < 0.8:
            return f"{rng.choice(_DHARMA)} {rng.choice(_GIVENS).capitalize()}"
        if which < 0.9:
            before = rng.choice(_HIGHLANDS)
            own = (rng.choice(_ONSETS) + rng.choice(_RHYMES)).capitalize()
            return f"{before}{own}" if before.endswith("'") else f"{before} {own}"
        return rng.choice(_FOREIGN).replace("|", " ")

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
