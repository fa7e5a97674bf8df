"""The parts of a text that may be somebody's address, and what stands around them, as questions and answers.

A part is what stands between two marks, line breaks, findings or words like "ở" and "quê". A regression weighs the
answers (``home_witness``): the words of the part, what kind of elements it is made of, what stands before and behind,
who is named on its line, and what stands at the same place of the lines around it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from recognizers.address_words import (
    ADMIN,
    BARE,
    BUILDING,
    COUNTRY,
    GROUP,
    HOUSE,
    IN_PROVINCE,
    LANDMARKS,
    LANE,
    MILITARY,
    STREET,
    UNIT_KEYS,
)
from recognizers.base import Found
from recognizers.entities import EntityType
from recognizers.folding import BORDER, Folded
from recognizers.home_parts import CAPITALS, PLACE_WORDS, Part, Parts
from recognizers.names import GIVEN_NAMES, STRONG_SURNAMES, SURE_SURNAMES, TITLES, WEAK_SURNAMES
from recognizers.organisation_words import ORGANISATION
from recognizers.words import BREAK, LETTER, LOWER, MARK, MIXED, NUMBER, TITLE, UPPER

_E = EntityType
#: A question and its answer.
Clue = tuple[str, str]

_LONGEST_PART = 12
_SHAPES = {LOWER: "a", TITLE: "T", UPPER: "U", LETTER: "L", MIXED: "M", NUMBER: "1", BREAK: "|", MARK: "."}
_ELEMENTS = (
    (HOUSE, "house"),
    (LANE, "lane"),
    (STREET, "street"),
    (GROUP, "group"),
    (BUILDING, "building"),
    (MILITARY, "military"),
    (COUNTRY, "country"),
)
_SURNAMES = SURE_SURNAMES | STRONG_SURNAMES | WEAK_SURNAMES
#: Names of places that begin or end with a word: from so many on it is one that places are called by.
_USUAL = (1, 4, 12, 40)
#: Lines of a list that are compared, above and below.
_LIST = 5
#: Parts of a line that has none.
_NONE = range(0)
_WORDS_OF_LABEL, _LINES_APART, _REACH = 3, 2, 400


#: Sums and counts, no house numbers: "733.008.587 đồng", "12.000 con", "20 triệu,".
_SUM = re.compile(
    r"\d{1,3}(?:[.,]\d{3})+ ?(?:(?:dong|d|vnd|trieu|con|cay|kg)(?![a-z])|[,;)]|\Z)"
    r"|\d[\d.,]* ?(?:dong|trieu|ty|nghin|ngan)(?= ?(?:[.,;)\n]|\Z))"
)


class HomeClues(Parts):
    """Answers the questions about the parts of one text; entry numbers throughout."""

    def __init__(self, folded: Folded, found: Sequence[Found]) -> None:
        """``found`` is what the recognisers have found in the text, addresses too."""
        self.key = folded.key
        self._rows = folded.memo("home_rows", _no_rows)
        super().__init__(folded, found)

    def look(self, found: Sequence[Found]) -> None:
        """See what has been found; again when that is more."""
        super().look(found)
        self._made: dict[int, str] = {}

    def lines_near(self, homes: Iterable[Found]) -> frozenset[int]:
        """Return the lines whose parts may be answered for otherwise once addresses were found."""
        lines: set[int] = set()
        for home in homes:
            first = self.w.line[bisect_left(self.w.start, home.start)]
            last = self.w.line[bisect_left(self.w.start, home.end) - 1]
            lines.update(range(first - _LIST, last + _LIST + 1))
        return frozenset(lines)

    def candidates(self) -> Iterator[int]:
        """Yield the numbers of the parts that are worth a look: something speaks for a place, and somebody is near."""
        if not self.people:
            return
        w = self.w
        for number, part in enumerate(self.parts):
            if part.found or part.last - part.first > _LONGEST_PART:
                continue
            line = w.line[part.first]
            near = self._personal[max(line - _LINES_APART, 0) : line + _LINES_APART + 1]
            if any(near) and self._may_be_place(part) and self._is_told(part):
                yield number

    def with_country(self, last: int) -> int:
        """Return the end of an address that ends before entry ``last``, with the country behind it: "Paris, Pháp"."""
        if self.w.text[last : last + 1] != [","] or last + 1 >= self.w.size or self._owner[last + 1]:
            return last
        kind, end = self.r.element(last + 1, inside=True)
        return end if kind & COUNTRY else last

    def _goes_on(self, number: int) -> bool:
        """Return whether an address that was found ends right before a part."""
        previous = self.parts[number - 1] if number else None
        return (
            previous is not None
            and previous.found == _E.VN_ADDRESS
            and previous.last == self.parts[number].first
        )

    def _is_told(self, part: Part) -> bool:
        """Return whether a part may be a value: no label, no organisation, more than one word that names nothing."""
        w = self.w
        first, last = part.first, part.last
        if first in self.r.fields or w.text[last : last + 1] == [":"] or w.low[first] in TITLES:
            return False
        if ORGANISATION.match(self.key, w.start[first]):
            return False
        return last - first > 1 or (w.kind[first] in CAPITALS and w.key[first] not in UNIT_KEYS)

    def _may_be_place(self, part: Part) -> bool:
        """Return whether a part begins like a place: a number, a word for one, or a name with capitals."""
        w = self.w
        first = part.first
        kind = w.kind[first]
        if first and w.gap[first] == 0 and w.kind[first - 1] == NUMBER and kind != NUMBER:
            return False  # the unit of a sum: "900.000đ. Liên lạc"
        if kind == NUMBER:
            if _SUM.match(self.key, w.start[first]):
                return False
            if first and w.gap[first] == 0 and w.kind[first - 1] == MARK and w.text[first - 1] in ".,/":
                return False  # the rest of a sum
            return any(w.kind[i] < NUMBER for i in range(first, part.last))
        if self._is_place_word(first) or self.r.lower_at(first):
            return True
        if kind == LOWER:
            return False
        following = first + 1
        prose = following < part.last and w.kind[following] == LOWER and not self._is_place_word(following)
        return not prose and w.end[part.last - 1] - w.start[first] > 1

    def _is_place_word(self, i: int) -> bool:
        w = self.w
        return w.key[i] in UNIT_KEYS or w.low[i] in LANDMARKS or w.low[i] in PLACE_WORDS

    def of(self, number: int) -> Iterator[Clue]:
        """Yield the answers for one part; some questions have several."""
        w = self.w
        part = self.parts[number]
        first, last = part.first, part.last
        keys = [w.key[i] if w.kind[i] < NUMBER else _digits(w.text[i]) for i in range(first, last)]
        spoken = [key for key in keys if key.isalpha()]
        yield "first", keys[0]
        yield "first two", " ".join(keys[:2])
        yield "last", keys[-1]
        for word in dict.fromkeys(spoken):
            yield "word", word
        for pair in dict.fromkeys(pairwise(spoken)):
            yield "two words", " ".join(pair)
        shape = "".join(_SHAPES[w.kind[i]] for i in range(first, min(last, first + 6)))
        yield "shape", shape
        yield "length", str(min(last - first, 9))
        made = self._made_of(part)
        yield "made of", made
        named = self._named(part)
        yield "like a name", named
        spoken_of = sum(
            w.kind[i] == LOWER and w.key[i] not in UNIT_KEYS and w.low[i] not in LANDMARKS
            for i in range(first, last)
        )
        yield "other words", str(min(spoken_of, 6))
        begin, end = self.r.places.usual(w.low[first], w.low[last - 1])
        usual = f"{bisect_left(_USUAL, begin)} {bisect_left(_USUAL, end)}"
        yield "usual in names of places", usual
        yield "usual, shape", f"{usual} {shape[:3]}"
        yield "usual, like a name", f"{bisect_left(_USUAL, begin)} {named}"
        case = "lower" if self.r.lower_at(first) else "plain" if self.r.plain_at(first) else "mixed"
        yield "hand", case
        yield "hand, other words", f"{case} {min(spoken_of, 6)}"
        yield "hand, shape", f"{case} {shape[:3]}"
        before, behind = self._before(number), self._behind(number)
        yield "cue", part.cue
        yield "cue, made of", f"{part.cue} {made}"
        goes_on = self._goes_on(number)
        yield "goes on", str(goes_on)
        yield "before", before
        yield "before, made of", f"{before} {made}"
        yield "before, like a name", f"{before} {named}"
        yield "behind", behind
        yield "behind, made of", f"{behind} {made}"
        yield "before, behind", f"{before} / {behind}"
        for n in (1, 2, 3):
            yield f"word before {n}", w.key[first - n] if first >= n and w.kind[first - n] < NUMBER else ""
        for n in range(2):
            yield (
                f"word behind {n}",
                w.key[last + n] if last + n < w.size and w.kind[last + n] < NUMBER else "",
            )
        yield from self._on_the_line(number, made)
        yield from self._around(number, made, shape)

    def _made_of(self, part: Part) -> str:
        """Return the kinds of elements a part begins with, and whether they are all of it; worked out once."""
        made = self._made.get(part.first)
        if made is None:
            made = self._made[part.first] = self._elements_of(part)
        return made

    def _elements_of(self, part: Part) -> str:
        if part.first not in self._rows:
            self._rows[part.first] = self.r.row(part.first, inside=True)
        kinds, end = self._rows[part.first]
        names = []
        for kind in [kind for kind in kinds if kind][:3]:
            name = next((name for bit, name in _ELEMENTS if kind & bit), "")
            if kind & ADMIN:
                name = "province" if kind & IN_PROVINCE else "unit"
                name += " bare" if kind & BARE else ""
            names.append(name)
        if not names:
            return "landmark" if self.w.low[part.first] in LANDMARKS else "nothing"
        return f"{'+'.join(names)}{'' if end >= part.last else ' …'}"

    def _named(self, part: Part) -> str:
        """Return how a part is like a person's name: by its first word, its last, or not."""
        w = self.w
        if w.kind[part.first] >= NUMBER:
            return "number"
        surname = w.low[part.first] in _SURNAMES
        given = w.low[part.last - 1] in GIVEN_NAMES
        titled = w.low[part.first] in TITLES
        return f"{'s' if surname else ''}{'g' if given else ''}{'t' if titled else ''}"

    def _before(self, number: int) -> str:
        """Return what begins a part: a cue, the line, or a mark and what stands before it."""
        w = self.w
        part = self.parts[number]
        first = part.first
        if part.cue:
            return "cue"
        if not first or w.line_starts[w.line[first]] == first:
            return "line"
        mark = w.text[first - 1] if w.kind[first - 1] == MARK else ""
        previous = self.parts[number - 1] if number else None
        if previous is None or w.line[previous.first] != w.line[first]:
            return mark[:1] or "word"
        return f"{previous.found or 'words'} {mark[:1]}"

    def _behind(self, number: int) -> str:
        w = self.w
        last = self.parts[number].last
        if last >= w.size or w.kind[last] == BREAK:
            return "line"
        mark = w.text[last][:1] if w.kind[last] == MARK else ""
        following = self.parts[number + 1] if number + 1 < len(self.parts) else None
        if following is None or w.line[following.first] != w.line[last]:
            return mark or "word"
        if following.found:
            return f"{following.found} {mark}"
        amount = w.kind[following.first] == NUMBER
        return f"{'number' if amount else 'words'} {mark}"

    def _on_the_line(self, number: int, made: str) -> Iterator[Clue]:
        w = self.w
        part = self.parts[number]
        line = w.line[part.first]
        numbers = self._by_line[line]
        place = number - numbers[0] if len(numbers) < 40 else 40
        yield "place in the line", f"{min(place, 5)} of {min(len(numbers), 6)}"
        found = [self.parts[n].found for n in numbers[:40]]
        for n, kind in enumerate(found):
            if kind:
                yield ("found before" if n < place else "found further on"), kind
        yield "people on the line", str(min(found.count(_E.PERSON), 3))
        yield "nobody on the line, made of", f"{_E.PERSON in found} {made}"
        first = w.line_starts[line]
        label = next((k for k in range(first, min(part.first, first + 6)) if w.text[k] == ":"), -1)
        if label > first:
            words = w.key[first:label]
            yield "label", " ".join(words[-_WORDS_OF_LABEL:])
            yield "right behind the label", str(label == part.first - 1)
        begin = max(w.start[first], w.start[part.first] - _REACH)
        yield (
            "organisation before",
            str(ORGANISATION.search(self.key, begin, w.end[part.last - 1]) is not None),
        )
        yield "line begins", " ".join(w.key[first : min(first + 2, part.first)])

    def _around(self, number: int, made: str, shape: str) -> Iterator[Clue]:
        """What stands at the same place of the lines above and below, and how the text speaks of places."""
        w = self.w
        part = self.parts[number]
        line = w.line[part.first]
        numbers = self._by_line[line]
        place = number - numbers[0]
        alike = 0
        for name, other in (("above", line - 1), ("below", line + 1)):
            there = self._by_line.get(other, _NONE)
            if place >= len(there):
                yield name, "nothing"
                continue
            twin = self.parts[there[place]]
            same = len(there) == len(numbers)
            kind = twin.found or self._made_of(twin)
            yield name, f"{kind} {same}"
            yield f"{name}, first", f"{w.key[twin.first]} {w.key[part.first] == w.key[twin.first]}"
            alike += same and twin.found == _E.VN_ADDRESS
        yield "addresses above and below", str(alike)
        yield from self._in_a_list(number, place, len(numbers))
        above = self._by_line.get(line - 1, _NONE)
        yield (
            "found above",
            " ".join(dict.fromkeys(self.parts[n].found for n in above[:4] if self.parts[n].found)),
        )
        yield "people in the text", str(min(self.people, 5))

    def _in_a_list(self, number: int, place: int, length: int) -> Iterator[Clue]:
        """What stands at the same place of the lines of a list, and whether people stand where somebody stands here."""
        line = self.w.line[self.parts[number].first]
        places = others = people = 0
        for other in range(max(line - _LIST, 0), line + _LIST + 1):
            there = self._by_line.get(other, _NONE)
            if other == line or len(there) != length:
                continue
            twin = self.parts[there[place]]
            people += self.parts[there[0]].found == _E.PERSON
            if twin.found == _E.VN_ADDRESS or (not twin.found and self._made_of(twin)[0] not in "n"):
                places += 1
            else:
                others += 1
        yield "list", f"{min(places, 3)} {min(others, 3)}"
        yield "list of people", f"{min(people, 3)} {bool(places)}"


def _no_rows(folded: Folded) -> dict[int, tuple[list[int], int]]:
    return {}


def _digits(text: str) -> str:
    return f"#{min(len(text), 5)}" if text.isdigit() else text[:1]


def of_cells(folded: Folded) -> bool:
    """Return whether a text is that of cells of a table, each of which is all that is known about its values."""
    return BORDER in folded.text
