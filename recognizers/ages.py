"""Ages and sexes that stand beside a person without a label: "nữ 32t", "45 years old", "bảy mươi tuổi", "67 tuổi   Nữ".

Labelled ones are read by ``birth_date`` and ``attributes``. What limits or counts ("từ 18 tuổi", "nhóm 15-24 tuổi") is
no person's age; "Nam" is a name, a direction and half a country, so it needs an age, a birth date or a number of a
person on its line, and a gap or a comma on both sides.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import ClassVar

from recognizers.base import Found, VnRecognizer
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.name_reader import name_spans
from recognizers.nearby import matches_near
from recognizers.results import Reason
from recognizers.tiers import Tier
from recognizers.told_subjects import subjects
from recognizers.words import words

_TENS = (
    "(?:hai|ba|bon|nam|sau|bay|tam|chin) (?:muoi|chuc)(?: (?:mot|hai|ba|bon|tu|lam|nam|sau|bay|tam|chin))?"
)
_WORDED = re.compile(
    rf"(?<![a-z])(?P<v>(?:{_TENS}|muoi (?:mot|hai|ba|bon|lam|sau|bay|tam|chin)) tuoi)(?! (?:tro|dang|doi|nghe))(?![a-z])"
)
_WORDED_ACCENTS = re.compile(r"(?i)mươi|chục|mười|muoi|chuc")
#: Units that follow the number; the number and what stands before it are asked afterwards: digits are everywhere.
_ENGLISH_UNIT = re.compile(r"y(?:(?:ea)?rs?[ \-]old|rs|\.o\.|/?o)(?![a-z])")
#: How old anybody has to be, not how old somebody is: "at least 16 years old", "children under 5 years old".
_OF_ANYBODY = re.compile(
    r"(?<![a-z])(?:at least|over|under|above|below|minimum(?: of)?|between|up to|(?:older|younger|less|more) than|(?<!at )the age of|from) \Z"
)
_SHORT_UNIT = re.compile(r"\d[ ]?t(?=[ ]?(?:[,;.)|–\n]|-[ ]|$))")
_NUMBER_BEFORE = re.compile(r"(?<![\w.,/\-])(?P<v>\d{1,3})[ \-]?\Z")
_PERSON_BEFORE = re.compile(
    r"(?<![a-z])(?:nam|nu|bn|benh nhan|chong|vo|con(?: trai| gai)?|be(?: trai| gai)?|me|bo|chau|em|ong|ba|chi|anh)[ ,\-–:(]{1,3}(?P<v>(?:1[01]\d|\d{1,2}))\Z"
)
#: A number between commas: an age only on a line of particulars.
_ITEM_BEFORE = re.compile(r",[ ]?(?P<v>[1-9]\d)\Z")
_THIS_YEAR = re.compile(r"(?<![a-z])nam nay (?:toi |em |anh |chi |chau |da )?(?P<v>\d{1,2})(?=[ ]?[,;.\n)])")
#: Behind a name: "cháu Hân, 18 tháng", "Đặng Thị Na, nữ, 29".
_MONTHS = re.compile(r"(?:[ ]?[,(\-–])?[ ]?(?P<v>\d{1,2} thang)(?= tuoi|[ ]?(?:[,;.)\n–\-]|$)| \d)")
#: "chị Hợi 57t đúng không".
_YEARS_BEHIND = re.compile(r"[ ](?P<v>(?:1[01]\d|[1-9]\d?)t)(?![a-z0-9])")
#: "bà Sen (67)", "khách Sen tuổi 34", "cháu Nhi lên 7": behind a name that a form of address or the word makes sure.
_AGED = re.compile(
    r"[ ]?(?:\((?P<b>1[5-9]|[2-9]\d|10\d)\)|[,:]?[ ]tuoi[ :]{1,2}(?P<v>1[01]\d|[1-9]\d?)(?![\d/.])|[ ](?:(?:nam nay )?len|ngoai|tron)[ ](?P<w>[1-9]\d?)(?= ?[,.;\n]|$| tuoi))"
)
_SEX_AGE = re.compile(
    r"[ ]?[,(\-–|;][ ]?(?P<sex>nam|nu)[ ]?[,\-–|;/]?[ ](?P<v>\d{1,2})(?=[ ]?(?:[,;.)|\n]|$))"
)
#: "45/M", "79/Nữ", "F/32": age and sex in one, as clinics write them.
_SLASH = re.compile(r"/[ ]?(?:(?P<sex>nam|nu|m|f)|(?P<age>\d{1,3}))(?![\w/.\-])")
_AGE_BEFORE = re.compile(r"(?<![\w/.,\-])(?P<age>\d{1,3})[ ]?\Z")
_SEX_BEFORE = re.compile(r"(?<![\w/.,\-])(?P<sex>nam|nu|m|f)[ ]?\Z")
#: Behind a name, as newspapers write it: "Nguyễn Văn Bảy (55, trú tại …)", "Lê Thị Cúc, 32, giáo viên".
_NEWS = re.compile(r"[ ]?(?:\([ ]?(?P<v>[1-9]\d)(?=[ ]?[,;] ?[a-z])|,[ ](?P<v2>[1-9]\d)(?=, [a-z]{3,}))")
#: Forms that need no name: "63Y/F" of a ward's list, "(94t)", "khoảng 35t", "hưởng dương 39", "bà ngoại 86 rồi".
_BY_FORM = (
    ("/", re.compile(r"(?<![\w.,/\-])(?P<v>\d{1,3} ?[ymd])(?=/[mf](?![a-z]))")),
    ("t)", re.compile(r"\((?P<v>\d{2,3} ?t)\)")),
    ("huong ", re.compile(r"(?<![a-z])huong (?:tho|duong|thoi)[ :]{1,2}(?P<v>\d{1,3})(?!\d)(?! tuoi)")),
    (
        "khoang ",
        re.compile(r"(?<![a-z])khoang[ ](?P<v>[1-9]\d(?:[\-–]\d\d)? ?t)(?![a-z0-9])"),
    ),
    (
        " roi",
        re.compile(r"(?<![a-z])(?:ba|ong|me|bo|cu|(?:ba|ong) (?:ngoai|noi)) (?P<v>[1-9]\d)(?= roi(?![a-z]))"),
    ),
)
#: Behind a name, an item by itself: "Thoa (bà bán chè); 57; tiểu đường", "Bống: 22 tháng, dị ứng …".
_ITEM_BEHIND = re.compile(
    r"(?:[ ]?\([^()\n]{1,20}\))?[ ]?[,;:/|][ ](?P<v>[1-9]\d|\d{1,2} thang)(?=[ ]?[,;./|)\n])(?![.,/]\d)"
)
_ENGLISH_BEFORE = re.compile(r"(?<![a-z])aged?[ ](?P<v>\d{1,3})(?![\d/\-]|\.\d)")
_SEX_LETTERS = frozenset(("M", "F", "Nam", "nam", "Nữ", "nữ", "NAM", "NỮ", "Nu", "nu"))
_OLDEST = 115
#: What a number behind a name counts if such a word follows: addresses, shares, points.
_NOT_AGES = (
    ", duong",
    ", pho",
    ", ngo",
    ", hem",
    ", to ",
    ", ap",
    ", thon",
    ", khu",
    ", diem",
    ", lop",
    ", p.",
    ", q.",
)
_ADDRESSED = re.compile(
    r"(?i)(?<!\w)(?:ông|bà|anh|chị|cụ|cô|chú|bác|em|bệnh nhân|nạn nhân|ong|ba|chi|cu)\s\Z"
)
_SEX_WORDS = frozenset(("nam", "nữ", "nu"))
_CHILD = re.compile(r"(?:cháu|bé|con|trẻ|chau|be|tre)\s(?:bé |trai |gái |tên |tên là )?\Z", re.IGNORECASE)
#: A bare "Nam" or "Nữ" between gaps, commas or line ends.
_SEX = re.compile(r"[Nn](?:[Aa][Mm]|[Ữữ]|[Uu])(?!\w)")
_BEFORE_SEX = re.compile(r"(?:\A|\n|[ ]{2}|[\t(]|[,\-–|;·] )\Z")
_BEHIND_SEX = re.compile(r"[ ]{2}|[ ]?[\t\n,;|)·]|[ ][–\-] |[ ]?[.…]{3}|\.?\Z|\.[ \n]")
_PERSONAL = re.compile(
    r"(?<![a-z])(?:tuoi|sinh|sn|ns|age|dob|ngay sinh|nam sinh|cccd|cmnd|can nang|ma bn|1m[3-9]\d|\d{1,2}t(?![a-z]))(?![a-z])|\d{1,2}[/.\-]\d{1,2}[/.\-](?:19|20)\d\d|(?<!\d)0\d{11}(?!\d)"
)
_LINE_BEFORE = 160


class AgeRecognizer(VnRecognizer):
    """Finds ages and sexes beside a person, by their form and neighbours."""

    ENTITIES: ClassVar[tuple[EntityType, ...]] = (EntityType.AGE, EntityType.GENDER)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield ages, then bare sexes."""
        key, text = folded.key, folded.text
        for match in matches_near(_WORDED, key, (" tuoi",)) if "muoi" in key or "chuc" in key else ():
            if _WORDED_ACCENTS.search(text, *match.span("v")):
                yield _age(*match.span("v"))
        for unit, before in ((_ENGLISH_UNIT, _NUMBER_BEFORE), (_SHORT_UNIT, _PERSON_BEFORE)):
            for match in unit.finditer(key):
                digit = match.start() + (unit is _SHORT_UNIT)
                number = before.search(key, max(0, digit - 24), digit)
                if number is None and unit is _SHORT_UNIT:
                    number = _ITEM_BEFORE.search(key, max(0, digit - 24), digit)
                    if number is None or not is_particular(folded, number.start(), match.end()):
                        continue
                if number is not None and not _OF_ANYBODY.search(
                    key, max(0, number.start("v") - 20), number.start("v")
                ):
                    yield _age(number.start("v"), match.end())
        for match in matches_near(_ENGLISH_BEFORE, key, ("age ", "aged ")):
            yield _age(*match.span("v"))
        for match in _SLASH.finditer(key):
            other = _AGE_BEFORE if match["sex"] else _SEX_BEFORE
            half = other.search(key, max(0, match.start() - 6), match.start())
            if half is not None:
                yield from _age_and_sex(folded, half, match)
        for match in matches_near(_THIS_YEAR, key, ("nam nay",)):
            yield _age(*match.span("v"))
        for part, form in _BY_FORM:
            for match in form.finditer(key) if part in key else ():
                yield _age(*match.span("v"))
        w = words(folded)
        for name in name_spans(folded):
            end = w.end[name.last - 1]
            item = _ITEM_BEHIND.match(key, end)
            if item is not None and not key.startswith(_NOT_AGES, item.end()):
                yield _age(*item.span("v"))
            sexed = _SEX_AGE.match(key, end)
            if sexed is not None and text[sexed.start("sex") : sexed.end("sex")].lower() in _SEX_WORDS:
                yield _age(*sexed.span("v"))
            news = _NEWS.match(key, end)
            if news is not None and not key.startswith(_NOT_AGES, news.end()):
                yield _age(*news.span("v" if news["v"] else "v2"))
            aged = _AGED.match(key, end)
            if aged is not None and (
                aged["b"] is None
                or _ADDRESSED.search(text, max(0, w.start[name.first] - 12), w.start[name.first])
            ):
                yield _age(*aged.span(aged.lastgroup or "v"))
            years = _YEARS_BEHIND.match(key, end)
            if years is not None:
                yield _age(*years.span("v"))
            months = _MONTHS.match(key, end)
            if months is not None and _CHILD.search(
                text, max(0, w.start[name.first] - 14), w.start[name.first]
            ):
                yield _age(*months.span("v"))
        for match in _SEX.finditer(text):
            start, end = match.span()
            if (
                _BEFORE_SEX.search(text, max(0, start - 2), start)
                and _BEHIND_SEX.match(text, end)
                and is_particular(folded, start, end)
            ):
                yield Found(start, end, EntityType.GENDER, 0.6, Reason("gender_beside"), tier=Tier.NEIGHBOUR)


def _age_and_sex(folded: Folded, before: re.Match[str], behind: re.Match[str]) -> Iterator[Found]:
    """Yield "45/M" as two findings if somebody is named before it; "45/Nữ" speaks for itself."""
    age, sex = (before, behind) if behind["sex"] else (behind, before)
    written = folded.text[sex.start("sex") : sex.end("sex")]
    if written not in _SEX_LETTERS or int(age["age"]) > _OLDEST:
        return
    told = subjects(folded)
    entry = bisect_left(told.w.start, before.start())
    if len(written) > 1 or told.named(told.sentence(entry), entry):
        yield _age(*age.span("age"))
        yield Found(*sex.span("sex"), EntityType.GENDER, 0.6, Reason("gender_beside"), tier=Tier.NEIGHBOUR)


def is_particular(folded: Folded, start: int, end: int) -> bool:
    """Return whether a place is on a line of somebody's particulars: an age, a birth date, a personal number."""
    return _PERSONAL.search(_line(folded.key, start, end)) is not None


def _age(start: int, end: int) -> Found:
    return Found(start, end, EntityType.AGE, 0.7, Reason("age_worded"), tier=Tier.NEIGHBOUR)


def _line(key: str, start: int, end: int) -> str:
    """Return the line of a place, with the one above if nothing else stands on it."""
    first = key.rfind("\n", max(0, start - _LINE_BEFORE), start) + 1
    last = key.find("\n", end)
    last = len(key) if last < 0 else last
    if not key[first:start].strip() and not key[end:last].strip() and first:
        first = key.rfind("\n", max(0, first - _LINE_BEFORE), first - 1) + 1
    return key[max(first, start - _LINE_BEFORE) : min(last, end + _LINE_BEFORE)]
