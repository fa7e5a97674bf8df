"""What stands around an address, as questions and answers: whose it is, a person's or an organisation's.

A regression weighs the answers (``owner_witness``). The questions are about the words of its line, the label, the lines
above, the findings before and behind, the organisation named last, and what kind of place it is; names and numbers are
never asked for themselves.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from recognizers.entities import EntityType
from recognizers.folding import BORDER, key_of
from recognizers.organisation_words import ORGANISATION
from recognizers.results import Hit

_E = EntityType
#: A question and its answer.
Clue = tuple[str, str]

_TOKEN = re.compile(r"[a-z]+|\d+|[^\sa-z\d]")
_OUTLINE = " -•*0123456789.)"
#: What tells of somebody, beside the name.
_DETAILS = frozenset(
    {
        _E.VN_PERSONAL_ID,
        _E.VN_CMND,
        _E.VN_PASSPORT,
        _E.DATE_OF_BIRTH,
        _E.GENDER,
        _E.NATIONALITY,
        _E.AGE,
        _E.VN_BHXH,
        _E.VN_BHYT,
    }
)
#: Words of an address that say what kind of place it is.
_KINDS = frozenset(
    [
        "kcn",
        "ccn",
        "lo",
        "tang",
        "toa",
        "nha",
        "cho",
        "quoc",
        "km",
        "ap",
        "thon",
        "to",
        "khu",
        "kdc",
        "kdt",
        "chung",
        "cu",
        "can",
        "ho",
        "phong",
        "hem",
        "ngo",
        "ngach",
        "kiet",
        "so",
        "dai",
        "block",
        "tower",
        "duong",
        "pho",
        "ban",
        "buon",
        "lang",
        "xom",
        "khoi",
        "khom",
        "tdp",
        "ql",
        "tinh",
        "xa",
        "phuong",
        "quan",
        "huyen",
        "tp",
        "p",
        "q",
        "x",
        "h",
        "cong",
        "nghiep",
        "thua",
        "dat",
        "ben",
        "cang",
        "ga",
        "trung",
        "tam",
        "plaza",
        "building",
        "floor",
        "villa",
        "biet",
        "thu",
        "sap",
        "kiot",
        "ki",
    ]
)
#: How far is read, in characters: on the line, in each line above, for findings and organisations, for the neighbourhood.
_LINE, _ABOVE, _REACH, _AROUND = 300, 260, 500, 2_000
_LINES_ABOVE = 4
_NAME = 60
_WORDS = 14


class Surroundings:
    """Answers the questions about the findings of one text.

    Attributes:
        of_cells: whether the text is that of cells of a table, each of which is all that is known about its values.
    """

    def __init__(self, key: str, hits: Sequence[Hit]) -> None:
        """``key`` is the folded key of the text, ``hits`` are its findings in order of their starts."""
        self.key = key
        self.hits = hits = [hit for hit in hits if not self._part_of_a_name(hit)]
        self.starts = [hit.start for hit in hits]
        self.of_cells = BORDER in key
        self._people = [hit.start for hit in hits if hit.entity_type is _E.PERSON]
        self._details = [hit.start for hit in hits if hit.entity_type in _DETAILS]
        self._addresses = [hit.start for hit in hits if hit.entity_type is _E.VN_ADDRESS]
        self._told_above: dict[tuple[int, int], tuple[Clue, ...]] = {}
        self._lines: dict[tuple[int, int], tuple[list[str], bool, bool]] = {}

    def _part_of_a_name(self, hit: Hit) -> bool:
        """Return whether somebody's name is part of an organisation's: "Phòng khám Bác sĩ Hồng Lan" on a line."""
        if hit.entity_type is not _E.PERSON:
            return False
        line = max(self.key.rfind("\n", max(0, hit.start - _NAME), hit.start) + 1, hit.start - _NAME)
        text = self.key[line : hit.start].lstrip(_OUTLINE)
        organisation = ORGANISATION.match(text)
        return organisation is not None and not _PARTS.search(text, organisation.end())

    def of(self, hit: Hit) -> Iterator[Clue]:
        """Yield the answers for one finding; some questions have several."""
        yield from self.near(hit)
        yield from self.far(hit)

    def near(self, hit: Hit) -> Iterator[Clue]:
        """Yield the answers that are worked out quickly: about the line, the findings around, the finding itself."""
        key = self.key
        _, line, before = self._before(hit)
        yield from self._on_the_line(hit, line, before)
        yield from self._behind(hit)
        yield from self._findings_before(hit, before)
        if not self.of_cells:
            yield from self._around(hit)
        yield from _inside(key[hit.start : hit.end])
        yield "length", str(min((hit.end - hit.start) // 12, 6))
        yield "found by", hit.reason.code
        yield "label known", key_of(hit.reason.clue)

    def far(self, hit: Hit) -> Iterator[Clue]:
        """Yield the other answers: about the lines above, and who was named last."""
        border, line, before = self._before(hit)
        told = self._told_above.get((line, border))
        if told is None:  # all findings of a line stand below the same
            told = self._told_above[line, border] = tuple(self._above(line, border))
        yield from told
        yield from self._last_named(hit, before, border, line)

    def _before(self, hit: Hit) -> tuple[int, int, list[Hit]]:
        """Return where the cell and the line of a finding begin, as far as they are read, and the findings before it."""
        key = self.key
        border = key.rfind(BORDER, max(0, hit.start - _REACH), hit.start) + 1
        line = max(key.rfind("\n", max(0, hit.start - _LINE), hit.start) + 1, hit.start - _LINE, border)
        first = bisect_left(self.starts, max(hit.start - _REACH, border))
        last = bisect_left(self.starts, hit.start)
        return border, line, [other for other in self.hits[first:last] if other.end <= hit.start]

    def names_an_organisation(self, hit: Hit) -> bool:
        """Return whether an organisation is named before a finding, in the same cell or not far away."""
        first = max(0, hit.start - _REACH)
        first = max(first, self.key.rfind(BORDER, first, hit.start) + 1)
        return ORGANISATION.search(self.key, first, hit.start) is not None

    def _on_the_line(self, hit: Hit, line: int, before: Sequence[Hit]) -> Iterator[Clue]:
        key = self.key
        whole = tokens_of(key[line : hit.start])
        words = [token for token in whole if token.isalpha()]
        yield "right before", whole[-1] if whole else ""
        yield "word before", words[-1] if words else ""
        yield "word before that", words[-2] if len(words) > 1 else ""
        yield "two words before", " ".join(words[-2:])
        yield "line begins", " ".join(words[:2])
        # since the finding before
        own = [
            token
            for token in tokens_of(key[max([line, *(o.end for o in before)]) : hit.start])
            if token[0] not in _MARKS
        ]
        for token in dict.fromkeys(own[-_WORDS:]):
            yield "between", token
        for pair in dict.fromkeys(pairwise(own[-10:])):
            yield "between, two", " ".join(pair)
        if not own:
            yield "between", ""
        colon = key.rfind(":", line, hit.start)
        yield "colon", str(colon >= 0)
        if colon >= 0:
            label = [token for token in tokens_of(key[max(line, colon - 40) : colon]) if token.isalpha()]
            yield "label", " ".join(label[-1:])
            yield "label of two", " ".join(label[-2:])
            yield "behind the colon", str(min(len(tokens_of(key[colon + 1 : hit.start])), 4))

    def _above(self, line: int, border: int) -> Iterator[Clue]:
        key = self.key
        end = line
        for number in range(1, _LINES_ABOVE + 1):
            if end <= border:
                yield f"above {number}", "the top"
                return
            begin = max(key.rfind("\n", max(border, end - _ABOVE), end - 1) + 1, end - _ABOVE, border)
            words, names_one, headed = self._line(begin, end - 1)
            yield f"above {number} begins", " ".join(words[:1])
            yield f"above {number} begins with two", " ".join(words[:2])
            if number <= 2:
                for word in dict.fromkeys(words[:12]):
                    yield f"above {number}", word
            for other in self.hits[bisect_left(self.starts, begin) : bisect_left(self.starts, end)]:
                yield f"found above {min(number, 2)}", other.entity_type
            if names_one:
                yield "organisation above", str(number)
            if headed:
                yield "organisation heads", str(number)
            end = begin

    def _line(self, begin: int, end: int) -> tuple[list[str], bool, bool]:
        """Return the words of a line, whether it names an organisation and whether one heads it."""
        known = self._lines.get((begin, end))
        if known is None:
            text = self.key[begin:end]
            known = self._lines[begin, end] = (
                [token for token in tokens_of(text) if token.isalpha()],
                ORGANISATION.search(text) is not None,
                ORGANISATION.match(text.lstrip(_OUTLINE)) is not None,
            )
        return known

    def _behind(self, hit: Hit) -> Iterator[Clue]:
        key = self.key
        tokens = tokens_of(key[hit.end : hit.end + 40])[:4]
        words = [token for token in tokens if token.isalpha()]
        yield "right behind", tokens[0] if tokens else ""
        yield "word behind", " ".join(words[:1])
        yield "two words behind", " ".join(words[:2])
        at = bisect_right(self.starts, hit.start)
        for number, other in enumerate(self.hits[at : at + 3]):
            if other.start > hit.end + 150 or BORDER in key[hit.end : other.start]:
                break
            yield "found behind", other.entity_type
            if not number:
                yield (
                    ("found next, below" if "\n" in key[hit.end : other.start] else "found next"),
                    other.entity_type,
                )

    def _findings_before(self, hit: Hit, before: Sequence[Hit]) -> Iterator[Clue]:
        if not before:
            yield "found before", ""
            return
        last = before[-1]
        lines = min(self.key.count("\n", last.end, hit.start), 2)
        yield "found before", f"{last.entity_type} {lines}"
        yield "found before, distance", f"{last.entity_type} {_distance(hit.start - last.end)}"

    def _last_named(self, hit: Hit, before: Sequence[Hit], border: int, line: int) -> Iterator[Clue]:
        """Who was named last: a person, the details of one, or an organisation."""
        key = self.key
        person = next((o.end for o in reversed(before) if o.entity_type is _E.PERSON), -1)
        details = next((o.end for o in reversed(before) if o.entity_type in _DETAILS), -1)
        found = next(
            reversed(list(ORGANISATION.finditer(key, max(hit.start - _REACH, border), hit.start))), None
        )
        organisation = found.end() if found is not None else -1
        named = (("person", person), ("details", details), ("organisation", organisation))
        for who, end in named:
            place = (
                ""
                if end < 0
                else f"{min(key.count(chr(10), end, hit.start), 4)} {_distance(hit.start - end)}"
            )
            yield f"{who} before", place
        order = [who for end, who in sorted((end, who) for who, end in named if end >= 0)]
        last = order[-1] if order else ""
        yield "named last", last
        words = [token for token in tokens_of(key[max(line, hit.start - 40) : hit.start]) if token.isalpha()]
        word = words[-1] if words else ""
        on_line = max(person, details, organisation) >= line
        yield "named last, word before", f"{last} {word}"
        yield "named last, on the line, word before", f"{last} {on_line} {word}"
        if found is not None and last == "organisation":
            begin = key.rfind("\n", max(border, found.start() - _LINE), found.start()) + 1
            heads = not key[max(begin, border) : found.start()].strip(_OUTLINE)
            yield "organisation last heads its line, word before", f"{heads} {on_line} {word}"
        yield "named", " ".join(order)
        if found is not None:
            tokens = tokens_of(key[max(found.start() - 25, border) : found.start()])
            yield "organisation is", found.group().split()[0]
            yield "organisation behind", " ".join(tokens[-1:])
            yield "organisation behind two", " ".join([token for token in tokens if token.isalpha()][-2:])
            if "\n" not in key[found.end() : hit.start]:
                yield "organisation on the line behind", " ".join(tokens[-1:])

    def _around(self, hit: Hit) -> Iterator[Clue]:
        first, last = hit.start - _AROUND, hit.end + _AROUND
        people, details, addresses = (
            bisect_left(places, last) - bisect_left(places, first)
            for places in (self._people, self._details, self._addresses)
        )
        yield "people around", str(min(people, 4))
        yield "details around", str(min(details, 3))
        yield "addresses around", str(min(addresses, 4))
        yield "people and details", f"{min(people, 2)} {min(details, 1)}"


#: Marks between an organisation and somebody who is not part of its name.
_PARTS = re.compile(r"[,:;|()\n]| (?:-|va|la|do|cua|cho|voi|boi|tai|o) ")
_MARKS = frozenset("-.,;:()[]{}|/\\+*•\"'`=<>_…")


def _inside(address: str) -> Iterator[Clue]:
    tokens = _TOKEN.findall(address)
    if tokens:
        first = tokens[0]
        yield "begins", first if first in _KINDS else "#" if first.isdigit() else ""
    for token in dict.fromkeys(tokens):
        if token in _KINDS:
            yield "inside", token


def tokens_of(text: str) -> list[str]:
    """Return words, marks, and for numbers how long they are."""
    return [f"#{min(len(token), 4)}" if token.isdigit() else token for token in _TOKEN.findall(text)]


def _distance(characters: int) -> int:
    return bisect_right((2, 12, 40, 100, 250), characters)
