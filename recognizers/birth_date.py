"""Birth dates, ages and dates of issue, told apart from all other dates.

What decides: the label ("Ngày sinh", "sinh năm", "cấp ngày"), then the neighbours (the first date behind a name on the
same line). Document dates, terms and payments are none of these. Day comes before month; years 1900–2099; the worded
form ("ngày 15 tháng 3 năm 1990") counts. See identifiers §2.18 of the reference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from time import localtime
from typing import ClassVar

from recognizers.base import Found, VnRecognizer
from recognizers.birth_blocks import block_births
from recognizers.birth_labels import labelled_birth, labelled_dates
from recognizers.birth_places_told import told_with_place
from recognizers.citizen_births import beside_numbers
from recognizers.date_forms import (
    BARE_YEAR,
    DATE,
    LABELLED,
    MONTH_YEAR,
    SHORT_DATE,
    TIME,
    YEAR,
)
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.name_reader import name_spans
from recognizers.nearby import matches_near
from recognizers.person_fields import fields
from recognizers.person_labels import FieldKind
from recognizers.results import Reason
from recognizers.spans import Spans
from recognizers.tiers import Tier
from recognizers.word_sets import word_set
from recognizers.words import BREAK, MARK, NUMBER, Words, words

_AGE = re.compile(
    r"(?<![\d/\-<>≤≥])(?<!\d[.,])(1[01]\d|\d{1,2})\s{0,2}(tuoi|t(?![a-z])|thang tuoi|ngay tuoi)(?![a-z])(?: \d{1,2} thang(?: \d{1,2} ngay)?(?![a-z]))?"
)
_AGE_BEHIND = re.compile(r"(?<=[,;(]) ?tuoi:? {1,2}(1[01]\d|\d{1,2})(?![\d/.]| ?[-–] ?\d)")
_NOT_AGE_BEFORE = re.compile(
    r"(?:du|tu|tren|duoi|den|chua du|do|qua|hon|it nhat|toi thieu|toi da|chua|khong qua|(?<=tuoi )tho|trung binh|duoc|va|"
    r"hoac|[0-9]\s?-|dat|den nam)\s{0,2}$"
)
_NOT_AGE_AFTER = re.compile(
    r"\s{0,2}(?:tro len|tro xuong|nghe|dang|tho|quan|doi|doan|,? den|tro|vang|xe|xanh|lao dong|- ?\d)"
)
#: The age of an animal or a tree, a difference, a limit in a row of sums.
_NOBODYS_AGE = re.compile(
    r"(?i:(?<!\w)(?:chó|mèo|trâu|lợn|ngựa|giống|cây|poodle|corgi)\s[^.;\n]{0,30}\Z|(?:hơn|kém)(?: \w+){1,2} \Z|\.\d{3}[ \t]{2,}\Z)"
)
#: A date of the last two years behind a name is the day of a paper; the youngest have a label.
_YOUNGEST = 2
#: Between a name and a date: the date is another one.
_OTHER_DATE = re.compile(
    r"cap|deadline|hom |hop |ky |tu |den |hieu luc|vao |ngay|het han|lap |hop dong|nhan |giao|thang|han |thanh toan|hen |"
    r"mua|ban |dat |ra vien|kham|nhap|xuat|hoc tu|nop|lam |bat dau|nghi |gui |chuyen|rut |:|\d{1,2}h|(?<![a-z])(?:mat|chet|h[iy] sinh|tu tran|qua doi|truoc|sau khi|khai hoang) "
)
#: "NAME; 18/9/2019 thế chấp tại …": the next event of a list has its date first.
_NEXT_EVENT = re.compile(
    r" (?:the chap|thua ke|chuyen|tang cho|xoa|cap|ky|doi|mua|ban|vay|nop|duoc|bi|tai |dang ky)"
)
#: Between a name and a date: something else happened then.
_ENGLISH_EVENT = re.compile(
    r"(?<![a-z])(?:was(?! born)|were|has|had|dated|since|until|from|signed|joined|wrote|left|will)(?![a-z])"
)
#: "(1911 - 1978)": born and died.
_LIFE = re.compile(rf"\s?[-–]\s?(?:{YEAR}|nay|\?|…)\s?\)")
#: Before a name whose bare year is the birth year: "bố Nguyễn Văn Tư 1950, mẹ …".
_KIN = word_set("bố mẹ cha con vợ chồng ông bà anh chị em cháu cụ bác chú cô trai gái")
#: "con: Thạch Gia Hân 2016, Thạch Gia Phúc 2020": one word for all the names of a list.
_KIN_LIST = re.compile(
    r"(?<![a-z])(?:(?:cac )?con(?: (?:trai|gai|chung|cai|de))?|anh(?: chi)?(?: em)?|chi(?: em)?|em|bo|cha|me|vo|chong|(?:nguoi )?(?:o|song) cung(?: nha| phong)?|nguoi phu thuoc|nhan khau|thanh vien(?: trong ho)?)"
    r"(?: (?:ruot|ho|re|dau|trai|gai))?\s?:[^;:\n]*\Z"
)
_RELATIVES = re.compile(
    r"(?<![a-z])(?:con|chau|vo|chong|bo|me|cha|em|anh|chi|be|tre|phu thuoc|thanh vien|nhan khau|hoc sinh)(?![a-z])[^.;:\n]{0,24}:?[^.;:\n]{0,8}\Z"
)
_LONG_BRACKET = 120
#: Behind a name: the age with one letter, "– 41t –", "34T".
_SHORT_AGE = re.compile(r"\s{0,2}[,;(–\-|]?\s{0,3}((?:1[01]\d|\d{1,2})\s?t)(?=\s{0,2}(?:[,;)|–\-\n]|$))")
_CELL = re.compile(rf"\s{{0,9}}({LABELLED.pattern})")
_LONG_NUMBER = re.compile(r"\d(?:[ .\-]?\d){8,14}")  # an identity or phone number


class BirthDateRecognizer(VnRecognizer):
    """Finds birth dates and years, ages, and the dates identity papers were issued."""

    ENTITIES: ClassVar[tuple[EntityType, ...]] = (
        EntityType.DATE_OF_BIRTH,
        EntityType.AGE,
        EntityType.ISSUE_DATE,
        EntityType.PLACE_OF_BIRTH,
    )

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield the dates and ages of a text."""
        w = words(folded)
        taken = Spans()
        for found in labelled_dates(folded):
            taken.add(found.start, found.end)
            yield found
        for found in _columns(folded, w, taken):
            taken.add(found.start, found.end)
            yield found
        for start, end in block_births(folded):
            if not taken.meets(start, end) and not TIME.match(folded.key, end):
                taken.add(start, end)
                yield Found(
                    start, end, EntityType.DATE_OF_BIRTH, 0.85, Reason("birth_block"), tier=Tier.NEIGHBOUR
                )
        for first, last, start, end in told_with_place(folded, LABELLED):
            if not taken.meets(start, end):
                taken.add(start, end)
                yield labelled_birth(start, end, "sinh tại", 0.85)
                if folded.text[first].isupper():
                    yield Found(
                        first, last, EntityType.PLACE_OF_BIRTH, 0.7, Reason("place_label", "sinh tại")
                    )
        for found in beside_numbers(folded, taken, DATE):
            taken.add(found.start, found.end)
            yield found
        for found in self._beside_names(folded, w, taken):
            taken.add(found.start, found.end)
            yield found
        yield from self._ages(folded, taken)
        for name in name_spans(folded):
            match = _SHORT_AGE.match(folded.key, w.end[name.last - 1])
            if match and not taken.meets(*match.span(1)):
                yield Found(
                    match.start(1),
                    match.end(1),
                    EntityType.AGE,
                    0.7,
                    Reason("age_worded"),
                    tier=Tier.NEIGHBOUR,
                )

    @staticmethod
    def _beside_names(folded: Folded, w: Words, taken: Spans) -> Iterator[Found]:
        """Yield the first date behind a name on its line: "Nguyễn Văn An, 15/03/1990", "(1980)"."""
        key = folded.key
        for name in name_spans(folded):
            kin = _KIN_YEAR.match(key, w.end[name.last - 1])
            if kin is not None and not taken.meets(*kin.span("y")):
                yield Found(
                    *kin.span("y"),
                    EntityType.DATE_OF_BIRTH,
                    0.65,
                    Reason("birth_after_name"),
                    tier=Tier.NEIGHBOUR,
                )
            match = _date_behind(key, w, name.last, name.first)
            if match is None or taken.meets(match.start(), match.end()):
                continue
            years = re.findall(YEAR, match.group())
            if _ENGLISH_EVENT.search(key, w.end[name.last - 1], match.start()):
                continue
            if key[match.start() - 2 : match.start()] == "; " and _NEXT_EVENT.match(key, match.end()):
                continue
            if (years and int(years[-1]) > localtime().tm_year - _YOUNGEST) or TIME.match(key, match.end()):
                continue
            yield Found(
                match.start(),
                match.end(),
                EntityType.DATE_OF_BIRTH,
                0.65,
                Reason("birth_after_name"),
                tier=Tier.NEIGHBOUR,
            )

    @staticmethod
    def _ages(folded: Folded, taken: Spans) -> Iterator[Found]:
        key, text = folded.key, folded.text
        if "tuoi" not in key:
            return
        for match in _AGE_BEHIND.finditer(key):
            if (
                text[match.start() : match.start(1)].lower().find("tuổi") >= 0
                or "tuoi" in text[match.start() : match.start(1)].lower()
            ):
                yield Found(match.start(1), match.end(1), EntityType.AGE, 0.75, Reason("age_worded"))
        for match in matches_near(_AGE, key, ("tuoi",), above=2):
            unit = text[match.start(2) : match.end(2)].lower()
            if unit not in ("tuổi", "tuoi", "tháng tuổi", "ngày tuổi"):
                continue
            if _NOT_AGE_BEFORE.search(
                key[max(0, match.start() - 16) : match.start()]
            ) or _NOT_AGE_AFTER.match(key, match.end()):
                continue
            if taken.meets(match.start(), match.end()) or _NOBODYS_AGE.search(
                text, max(0, match.start() - 40), match.start()
            ):
                continue
            yield Found(match.start(), match.end(), EntityType.AGE, 0.75, Reason("age_worded"))


#: Behind a name: who it is to the one before, then the year: "Thị Sà Pha (vợ, 2003)", "Thị Chanh ( vợ ) 1999".
_KIN_YEAR = re.compile(
    rf"\s?\(\s?(?:vo|chong|con(?: (?:trai|gai|ruot|de|nuoi|dau|re))?|cha|bo|me|ong|ba|anh|chi|em|chau|chu ho)(?: (?:trai|gai|ruot|ho|noi|ngoai|ls|liet s[iy]))?"
    rf"(?:\s?\)\s?[,–\-]?\s?|,\s?(?:sn |sinh (?:nam )?)?)(?P<y>{YEAR})(?=\s?[,;.)\n]|\s{{2}}|\s?$)"
)


def _date_behind(key: str, w: Words, i: int, name: int) -> re.Match[str] | None:
    """Return the date that follows a name from ``name`` to ``i``: next to it, below it, or in its row."""
    steps = breaks = 0
    first = i
    while i < w.size and steps < 6:
        if w.kind[i] == BREAK and not breaks:
            breaks = 1
        elif not (
            (w.kind[i] == MARK and w.text[i] in ",(-;|:/)…")
            or (w.kind[i] == MARK and len(w.text[i]) > 2)
            or w.low[i] in ("nam", "nữ", "nu")
            or (
                w.end[i] - w.start[i] < 3
                and w.kind[i] == NUMBER
                and w.text[i - 1] == "("
                and i + 1 < w.size
                and w.text[i + 1] == ")"
            )
        ):
            break
        i += 1
        steps += 1
    if i >= w.size:
        return None
    begin = w.start[i]
    if w.kind[i] == NUMBER:
        match = DATE.match(key, begin)
        if match:
            return match if not breaks or key[match.end() : match.end() + 1] in ("", "\n", " ") else None
        short = SHORT_DATE.match(key, begin)
        if short and int(short.group(1)) > localtime().tm_year % 100:
            return short
        month = MONTH_YEAR.match(key, begin)
        if month and w.gap[i] == 2 and not breaks:
            return month
        year = BARE_YEAR.match(key, begin)
        if year is None or (breaks and w.text[i - 1] != "("):
            return None
        closed = key[year.end() : year.end() + 1]
        bracket = (
            ("(" in w.text[first:i] and (closed == ")" or _LIFE.match(key, year.end())))
            or (w.text[i - 1] == "-" and w.text[i + 1 : i + 2] == ["-"])
            or ("(" in w.text[first:i] and closed in (",", ";"))
            or (w.text[i - 1] == "," and closed == ":")
            or (
                i == first
                and (
                    closed in ("", "\n", ",", ";", ".")
                    or key[year.end() : year.end() + 2] == " ("
                    or key[year.end() : year.end() + 3] in (" - ", " – ")
                )
                and _among_kin(key, w, name)
            )
            or (w.text[i - 1] == "," and closed == ")" and _of_relatives(key, w.start[name]))
        )
        return (
            year
            if bracket or w.gap[i] == 2 or (closed in ("", "\n", ",", ";", ".") and w.text[i - 1] in ",-")
            else None
        )
    if breaks:
        return None
    end = w.end[w.line_ends[w.line[first]] - 1] if w.line_ends[w.line[first]] > first else begin
    match = DATE.search(key, begin, min(end, begin + 90))
    if match is None:
        return None
    between = _LONG_NUMBER.sub("", key[begin : match.start()])
    if sum(map(str.isdigit, between)) > 4 or ". " in between or _OTHER_DATE.search(between):
        return None
    return match


def _of_relatives(key: str, position: int) -> bool:
    """Return whether a bracket that lists names and years names relatives ("02 con (Lê Văn A, 2015; …)"), not authors."""
    bracket = key.rfind("(", max(0, position - _LONG_BRACKET), position)
    return (
        bracket >= 0
        and ")" not in key[bracket:position]
        and _RELATIVES.search(key, max(0, bracket - 40), bracket) is not None
    )


def _among_kin(key: str, w: Words, name: int) -> bool:
    """Return whether a name stands right behind a word for a relative, or in a list that one heads."""
    if name == 0:
        return False
    return (
        w.low[name - 1] in _KIN
        or _KIN_LIST.search(key, max(0, w.start[name] - 120), w.start[name]) is not None
    )


def _columns(folded: Folded, w: Words, taken: Spans) -> Iterator[Found]:
    """Yield the dates below a label in a header line: "Họ tên;Ngày sinh;CCCD" and rows with the same delimiters."""
    text, key = folded.text, folded.key
    for field in fields(folded).values():
        if field.kind not in (FieldKind.BIRTH, FieldKind.BIRTH_YEAR):
            continue
        position = w.start[field.first]
        begin = text.rfind("\n", 0, position) + 1
        end = text.find("\n", position)
        delimiter = next((mark for mark in ";|\t" if end >= 0 and mark in text[begin:end]), "")
        if not delimiter or taken.meets(begin, end):
            continue
        count, column = text.count(delimiter, begin, end), text.count(delimiter, begin, position)
        while end >= 0:
            begin = end + 1
            end = text.find("\n", begin)
            stop = end if end >= 0 else len(text)
            if text.count(delimiter, begin, stop) != count:
                break
            for _ in range(column):
                begin = text.index(delimiter, begin) + 1
            match = _CELL.match(key, begin, stop)
            if match and not taken.meets(match.start(1), match.end(1)):
                yield labelled_birth(match.start(1), match.end(1), field.label, 0.9)
