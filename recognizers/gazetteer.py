"""Names of provinces, districts and communes, before and after the reform of 1 July 2025.

The data is ``data/places.txt`` (source and date in its first line; ``data/rebuild_gazetteer.py`` makes it anew):
97 provinces' names in short, 700 districts, 7,000 communes. Loading takes a few milliseconds and happens once.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from importlib.resources import files

from recognizers.folding import key_of

PROVINCE = 1
DISTRICT = 2
WARD = 4

#: How people shorten provinces and big cities; matched as whole words on the key, dots and spaces removed.
SHORT_PROVINCES = frozenset(
    [
        "hn",
        "hcm",
        "tphcm",
        "tphn",
        "tpdn",
        "hcmc",
        "sg",
        "sgn",
        "brvt",
        "brtv",
        "brvtau",
        "hp",
        "tphp",
        "dn",
        "hue",
        "tth",
        "hanoi",
        "saigon",
        "danang",
        "haiphong",
        "bmt",
        "tpbmt",
        "tpct",
        "tpvt",
        "tpnt",
        "tpdl",
        "tpbh",
        "tpmt",
        "tptd",
        "tptdm",
        "tpqn",
        "tpth",
        "tpvl",
        "tplx",
        "tprg",
        "tpst",
        "tpbl",
        "tpcm",
        "tpcl",
        "tptn",
        "tphue",
    ]
)

#: Well-known names that the official list spells otherwise.
_ALSO = {
    PROVINCE: (
        "sài gòn",
        "thành phố hồ chí minh",
        "bà rịa vũng tàu",
        "bà rịa",
        "thừa thiên huế",
        "thừa thiên",
        "đắc lắc",
        "đăk lăk",
        "đắk lăk",
        "đăk nông",
        "đắc nông",
        "daklak",
        "dak nong",
        "hoà bình",
        "khánh hoà",
        "thanh hoá",
        "hà tây",
        "hà bắc",
        "hải hưng",
        "nam hà",
        "vĩnh phú",
        "sông bé",
        "minh hải",
        "cửu long",
        "hậu giang",
        "nghệ tĩnh",
        "bình trị thiên",
        "thuận hải",
        "phú khánh",
        "hoàng liên sơn",
        "bắc thái",
    ),
    DISTRICT: (
        "vũng tàu",
        "đà lạt",
        "nha trang",
        "quy nhơn",
        "hội an",
        "hạ long",
        "buôn mê thuột",
        "thủ đức",
    ),
    WARD: (),
}


class Gazetteer:
    """Place names by level, accented and folded.

    Attributes:
        longest: the greatest number of words in a name.
    """

    __slots__ = ("_accented", "_begin", "_end", "_folded", "beginnings", "longest")

    def __init__(self, names: dict[int, list[str]]) -> None:
        self._accented: dict[str, int] = {}
        self._folded: dict[str, int] = {}
        for level, level_names in names.items():
            for name, key in zip(level_names, key_of("|".join(level_names)).split("|"), strict=True):
                self._accented[name] = self._accented.get(name, 0) | level
                self._folded[key] = self._folded.get(key, 0) | level
        #: First words of all names and first two of those that have more, without accents.
        self.beginnings = frozenset(
            " ".join(words[:n]) for key in self._folded for words in [key.split(" ", 2)] for n in (1, 2)
        )
        self._begin = Counter(name.split(" ", 1)[0] for name in self._accented)
        self._end = Counter(name.rpartition(" ")[2] for name in self._accented)
        self.longest = max(name.count(" ") for name in self._accented) + 1

    def usual(self, first: str, last: str) -> tuple[int, int]:
        """Return how many names begin with one word and end with another, with accents, lower case."""
        return self._begin[first], self._end[last]

    def levels(self, name: str, key: str) -> int:
        """Return the levels a name stands for, as a bit set, 0 if none.

        Args:
            name: lower case, NFC, words separated by one space.
            key: the same without accents. A name written without any accent is looked up by its key; otherwise
                the accents must agree (tone placement apart).
        """
        found = self._accented.get(name, 0)
        if found or name == key:
            return found or self._folded.get(key, 0)
        if key in self._folded:
            return self._accented.get(_other_tone_places(name), 0)
        return 0


_PAIRS = [
    ("oà", "òa"),
    ("oá", "óa"),
    ("oả", "ỏa"),
    ("oã", "õa"),
    ("oạ", "ọa"),
    ("oè", "òe"),
    ("oé", "óe"),
    ("oẻ", "ỏe"),
    ("oẽ", "õe"),
    ("oẹ", "ọe"),
    ("uỳ", "ùy"),
    ("uý", "úy"),
    ("uỷ", "ủy"),
    ("uỹ", "ũy"),
    ("uỵ", "ụy"),
]


def _other_tone_places(name: str) -> str:
    """Return the name with the tone marks of open oa, oe and uy on the first letter, as the list writes them."""
    words = []
    for word in name.split(" "):
        for new, old in _PAIRS:
            if word.endswith(new) and not word.endswith("q" + new):
                word = word[:-2] + old
        words.append(word)
    return " ".join(words)


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """Return the place names, loaded on first use."""
    level_of = {"province": PROVINCE, "district": DISTRICT, "ward": WARD}
    names: dict[int, list[str]] = {}
    text = (files("recognizers") / "data" / "places.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            level, _, joined = line.partition("=")
            names[level_of[level]] = joined.split("|") + list(_ALSO[level_of[level]])
    return Gazetteer(names)
