"""In which capacity a paper names people, and one decision for each of them.

An officer is named in the recital, in the sentence and under the signature; a citizen is a party wherever the name
stands. Who is a party anywhere is hidden everywhere; who acts in office somewhere, and is a party nowhere, may stay
everywhere. Two decisions for one name would leave a copy in which the name can still be read.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import Enum

from recognizers.entities import EntityType
from recognizers.folding import BORDER, Folded, fold
from recognizers.offices import (
    RANKS,
    acts_in_office,
    heads_a_list,
    is_party,
    may_act_in_office,
    signs_a_letter,
    signs_in_office,
)
from recognizers.results import Hit

_E = EntityType
OFFICER = "official_capacity"
_PRIVATE_DETAILS = frozenset(
    {_E.VN_PERSONAL_ID, _E.VN_CMND, _E.VN_PASSPORT, _E.DATE_OF_BIRTH, _E.VN_BHXH, _E.VN_BHYT, _E.AGE}
)
_BACK, _AHEAD, _TOGETHER = 110, 90, 12
#: A line as long runs on into the next; a name near the start of its line may belong to the one above.
_PROSE, _PREFIX = 48, 24
#: Of longer lines nothing beyond this is read, so that the cost stays linear.
_LONGEST_LINE = 300
_LINES_ABOVE, _ABOVE = 8, 700
_MARGIN = 4


class Standing(Enum):
    """What one mention says of a person."""

    OFFICER = "officer"
    #: By words that do not decide alone.
    LIKELY = "likely an officer"
    PARTY = "party"
    NEUTRAL = "neutral"


def standing_of(folded: Folded, hit: Hit, hits: Sequence[Hit]) -> Standing:
    """Return what the surroundings of a name say.

    Args:
        folded: the text.
        hit: the name, a span of ``folded.text``.
        hits: those near it, in order, and like it.
    """
    text, key = folded.text, folded.key
    below = False
    for other in hits:
        if hit.end <= other.start < hit.end + _AHEAD:
            if other.entity_type is _E.PERSON:
                break
            mobile = other.entity_type is _E.VN_PHONE and _is_mobile(text[other.start : other.end])
            if "\n" in text[hit.end : other.start]:
                below = below or other.entity_type in _PRIVATE_DETAILS
            elif other.entity_type in _PRIVATE_DETAILS or mobile:
                return Standing.PARTY
    headings, letter = _headings(text, key, hit)
    signed = letter or signs_in_office(headings)
    if below and not signed:
        return Standing.PARTY
    before = key[_beginning(text, hit.start) : hit.start]
    speaks = hit.reason.code == "person_speaker"  # what a speaker says behind the colon is about others
    behind = "" if speaks else key[hit.end : hit.end + 60]
    head = _head_of_list(key, hit, hits)
    if is_party(before) or is_party(head):
        return Standing.PARTY
    if (
        acts_in_office(before, behind)
        or (head and (heads_a_list(head) or acts_in_office(head, "")))
        or signed
    ):
        return Standing.OFFICER
    if (
        may_act_in_office(before, behind)
        or (head and may_act_in_office(head, ""))
        or signs_in_office(headings, likely=True)
    ):
        return Standing.LIKELY
    return Standing.NEUTRAL


def _beginning(text: str, position: int) -> int:
    """Return where what is read before a position begins: on its line, or above if the sentence or label goes on."""
    begin = text.rfind("\n", max(0, position - _LONGEST_LINE), position) + 1
    if begin and position - begin < _PREFIX:
        above = text.rfind("\n", max(0, begin - _LONGEST_LINE), begin - 1) + 1
        line = text[above : begin - 1]
        if (len(line) > _PROSE and len(_cells(line)) == 1) or line.rstrip().endswith(":"):
            begin = above
    return max(begin, position - _BACK)


def _is_mobile(number: str) -> bool:
    digits = (
        "".join(char for char in number if char.isdigit()).removeprefix("84").removeprefix("084").lstrip("0")
    )
    return len(digits) == 9 and digits[0] in "35789"


def _head_of_list(key: str, hit: Hit, hits: Sequence[Hit]) -> str:
    """Return the key of what heads the line if only names stand between, else "": "Các Hội thẩm: 1. Ông A 2. Bà B"."""
    begin = key.rfind("\n", max(0, hit.start - _LONGEST_LINE), hit.start) + 1
    if hit.start - begin > _LONGEST_LINE:
        return ""
    first = hit.start
    for other in reversed([o for o in hits if o.entity_type is _E.PERSON and begin <= o.start < hit.start]):
        if not _joins(key[other.end : first]):
            break
        first = other.start
    return "" if first == hit.start else key[max(begin, first - _BACK) : first]


_ASIDE = re.compile(r"\([^()\n:]{1,20}\)")
_SMALL = frozenset({"ong", "ba", "va", "co", "thay", "bs", "ths", "ts", "anh", "chi"})


def _joins(between: str) -> bool:
    between = _ASIDE.sub(" ", between)  # "Đoàn kiểm tra: ông A (tổ trưởng), bà B"
    words = "".join(char if char.isalpha() else " " for char in between).split()
    return ":" not in between and len(between) <= 2 * _TOGETHER and all(word in _SMALL for word in words)


def _headings(text: str, key: str, hit: Hit) -> tuple[list[str], bool]:
    """Return what stands above a name that stands alone in its column, nearest first, and whether it signs a letter in office."""
    begin = text.rfind("\n", max(0, hit.start - _LONGEST_LINE), hit.start) + 1
    end = text.find("\n", hit.end, hit.end + _LONGEST_LINE)
    if (not begin and hit.start > _LONGEST_LINE) or (end < 0 and len(text) - hit.end > _LONGEST_LINE):
        return [], False
    line = text[begin : end if end >= 0 else len(text)]
    cells = _cells(line)
    column, width = hit.start - begin, hit.end - hit.start
    own = next((n for n, (first, last) in enumerate(cells) if first <= column < last), None)
    if own is None:
        return [], False
    first, last = cells[own]
    if own and line[: cells[own - 1][1]].endswith(":"):
        return [], False  # the value of a label on its line
    prefix = key[begin + first : hit.start].strip(" .,-–")
    if (prefix and not RANKS.fullmatch(prefix)) or line[column + width : last].strip(" .,;\t"):
        return [], False
    if not line[:column].strip() and end >= 0:
        above = max(text.rfind("\n", 0, max(begin - 1, 0)) + 1, begin - _LONGEST_LINE)
        below = text.find("\n", end + 1, end + _LONGEST_LINE)
        if signs_a_letter(key[above:begin], key[end + 1 : below if below >= 0 else end + 90]):
            return [], True
    top = max(0, begin - _ABOVE)
    top = max(top, text.rfind(BORDER, top, begin) + 1)  # another cell or text heads nobody here
    headings = []
    done = begin
    for _ in range(_LINES_ABOVE):
        if done <= top:
            break
        start = text.rfind("\n", top, done - 1) + 1 or top
        earlier, done = slice(start, done - 1), start
        parts = _cells(text[earlier])
        if not parts:
            continue
        if len(parts) == len(cells) > 1:
            a, b = parts[own]
        else:
            middle = (first + last) / 2
            a, b = min(parts, key=lambda part: abs((part[0] + part[1]) / 2 - middle))
            if a > last + _MARGIN or b < first - _MARGIN:
                continue
        headings.append(key[earlier.start + a : earlier.start + b].strip())
    return headings, False


def _cells(line: str) -> list[tuple[int, int]]:
    """Return the parts of a line between wide gaps."""
    return [match.span() for match in _CELL.finditer(line)]


_CELL = re.compile(r"[^ \t]+(?: [^ \t]+)*")


def settle(
    texts: Sequence[str], text_hits: Sequence[tuple[Hit, ...]], hidden: Iterable[str] = ()
) -> list[tuple[Hit, ...]]:
    """Return the hits with one decision for each person.

    Args:
        texts: the texts of a document.
        text_hits: their hits, those of officers with ``keep``.
        hidden: names that are hidden where they cannot be judged one by one (columns of tables).
    """
    if not any(hit.keep == OFFICER for hits in text_hits for hit in hits):
        return list(text_hits)
    party = {name_key(name) for name in hidden}
    office: set[str] = set()
    others: set[str] = set()
    for text, hits in zip(texts, text_hits, strict=True):
        folded = fold(text)
        plain = [
            Hit(*folded.inside(hit.start, hit.end), hit.entity_type, hit.score, hit.reason, hit.keep)
            for hit in hits
        ]
        starts = [hit.start for hit in plain]
        for hit, seen in zip(hits, plain, strict=True):
            if hit.entity_type is not _E.PERSON:
                continue
            name = name_key(text[hit.start : hit.end])
            if hit.keep == OFFICER:
                office.add(name)
            elif not hit.keep and name not in party:
                others.add(name)
                near = plain[bisect_left(starts, seen.start - 250) : bisect_left(starts, seen.end + _AHEAD)]
                if standing_of(folded, seen, near) is Standing.PARTY:
                    party.add(name)
    office -= party
    short: dict[str, set[str]] = {}
    for name in office | party | others:
        parts = name.split()
        if len(parts) > 1:
            for size in (1, 2):
                short.setdefault(" ".join(parts[-size:]), set()).add(name)

    def decided(text: str, hit: Hit) -> Hit:
        if hit.entity_type is not _E.PERSON or hit.keep not in ("", OFFICER):
            return hit
        name = name_key(text[hit.start : hit.end])
        whole = short.get(name, set())
        if hit.keep and whole and not whole & office:
            # the given name of somebody hidden: "Hiệu trưởng trường … và ông Tý"
            return replace(hit, keep="")
        names = (
            {name} if name in office | party or (" " in name and name in others) else short.get(name, {name})
        )
        if names <= office:
            return replace(hit, keep=OFFICER) if not hit.keep else hit
        return replace(hit, keep="") if names & party and hit.keep else hit

    return [tuple(decided(text, hit) for hit in hits) for text, hits in zip(texts, text_hits, strict=True)]


def name_key(name: str) -> str:
    """Return a name as it is compared: accents count, for Hùng and Hưng are two people."""
    return " ".join(unicodedata.normalize("NFC", name).lower().split())
