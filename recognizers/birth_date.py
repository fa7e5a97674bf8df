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
from recognizers.birth_places_told import told_with_place
from recognizers.citizen_births import beside_numbers
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.name_reader import name_spans
from recognizers.names import keys
from recognizers.nearby import matches_near
from recognizers.person_fields import Field, fields
from recognizers.person_labels import FieldKind
from recognizers.results import Reason
from recognizers.spans import Spans
from recognizers.tiers import Tier
from recognizers.word_sets import word_set
from recognizers.words import BREAK, LOWER, MARK, NUMBER, TITLE, Words, is_plain, words

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:19|20)\d{2}"
_SEP = r"\s{0,2}[/.\-]\s{0,2}"
#: On the key, so that accents and capitals do not matter. Alternatives from the longest form to the shortest.
_WORDED = (
    rf"(?:ngay\s{{0,3}})?{_DAY}\s{{0,3}}[,/]?\s{{0,3}}"
    rf"thang\s{{0,3}}{_MONTH}\s{{0,3}}[,/]?\s{{0,3}}(?:nam\s{{0,3}})?{_YEAR}"
)
_FULL = rf"{_DAY}{_SEP}{_MONTH}{_SEP}{_YEAR}"
_ENGLISH = rf"{_DAY}(?:[ \-]?|\s?/\s?)(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{{0,6}}(?:[ \-,.]{{0,2}}|\s?/\s?){_YEAR}"
_ENGLISH_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
#: "March 15, 1990", "15th of March, 1990".
_ENGLISH_MORE = (
    rf"{_ENGLISH_MONTH}\.?\s{{0,2}}{_DAY}(?:st|nd|rd|th)?,?\s{{0,2}}{_YEAR}"
    rf"|{_DAY}(?:st|nd|rd|th)\s(?:day\s)?(?:of\s)?{_ENGLISH_MONTH},?\s{{0,2}}{_YEAR}"
)
_NUMBER_WORD = "(?:mot|hai|ba|tu|bon|nam|lam|sau|bay|tam|chin|muoi|gieng|chap)"
#: Words and figures side by side: "mồng 5 tháng ba năm 1990", "rằm tháng giêng năm Canh Ngọ 1990".
_MIXED = (
    rf"(?:ngay\s)?(?:ram|(?:(?:mong|mung)\s)?(?:{_DAY}|{_NUMBER_WORD}(?:\s{_NUMBER_WORD}){{0,2}}))\s?[,/]?\s?thang\s"
    rf"(?:{_MONTH}|{_NUMBER_WORD}(?:\s{_NUMBER_WORD})?)(?:\s(?:am lich|al|tet))?(?:,?\s?[/,]?\s?nam)?\s(?:[a-z]{{2,5}}\s[a-z]{{2,4}}\s\(?)?{_YEAR}"
)
#: One digit to a box: "1 5 / 0 3 / 1 9 9 0", "| 1 | 5 | 0 | 3 | 1 | 9 | 9 | 0", "[1][5]/[0][3]/…".
_BOX = r"[ |\]\[_]{1,4}"
_BETWEEN_BOXES = rf"(?:{_BOX}?[/.\-]{_BOX}?|{_BOX})"
_BOXED = rf"[0-3]{_BOX}\d{_BETWEEN_BOXES}[01]{_BOX}\d{_BETWEEN_BOXES}[12]{_BOX}[09]{_BOX}\d{_BOX}\d"
#: Data files: "19870412", "19560000"; forms: "120590".
_PACKED = (
    rf"{_YEAR}(?:0\d|1[0-2])(?:[0-2]\d|3[01])|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d(?!\d)"
    rf"|(?:ngay\s)?{_DAY}\s?thang\s?{_MONTH}\s?nam\s?\d\d(?!\d)"
)
_DATE = re.compile(
    rf"(?<![\d/\-])(?<!\d\.)(?:{_WORDED}|{_FULL}|{_YEAR}{_SEP}{_MONTH}{_SEP}{_DAY}|{_ENGLISH})(?![\d/])"
)
#: Behind a label less is enough.
_LABELLED = re.compile(
    rf"(?<![\d/\-])(?<!\d\.)(?:{_WORDED}|{_FULL}|{_YEAR}{_SEP}{_MONTH}{_SEP}{_DAY}|{_ENGLISH}|{_ENGLISH_MORE}|{_MIXED}|{_BOXED}|"
    rf"{_DAY}{_SEP}{_MONTH}{_SEP}\d{{2}}|{_DAY}\s{{1,3}}{_MONTH}\s{{1,3}}{_YEAR}"
    rf"|(?:thang\s{{0,3}})?{_MONTH}(?:{_SEP}|\s{{1,3}}nam\s{{1,3}}){_YEAR}|{_DAY}{_MONTH}{_YEAR}|{_PACKED}|"
    rf"(?:khoang\s{{1,3}})?(?:nam\s{{1,3}})?{_YEAR}"
    rf"|{_DAY}{_SEP}{_MONTH}\s{{1,2}}{_YEAR}|{_DAY}{_SEP}{_MONTH}(?=\s{{1,3}}am lich)|"
    rf"{_DAY}[ -][a-z]{{3,9}}[ -,]{{1,2}}{_YEAR})(?:\s{{0,2}}\(?am lich\)?)?(?![\d/])"
)
#: The form of a date whose digits were misread: "12 thang 93 nam 1987", "l5/O3/199o", "12 thang 93", "l978".
#: Four of them are digits; figures alone that make no date are none (test values, typing errors of other fields).
_FIGURE = r"[\doilsbz]"
_SLIPPED = re.compile(
    rf"(?=(?:[^\d\n]{{0,8}}\d){{4}})(?:(?:ngay\s{{0,3}})?{_FIGURE}{{1,2}}\s{{0,3}}thang\s{{0,3}}{_FIGURE}{{1,2}}\s{{0,3}}nam\s{{0,3}}"
    rf"|(?=[\d/.\-]{{0,9}}[oilsbz]){_FIGURE}{{1,2}}{_SEP}{_FIGURE}{{1,2}}{_SEP}){_FIGURE}{{4}}(?![\w/])"
    rf"|\d{{1,2}}\s{{1,3}}thang\s{{1,3}}\d{{2}}(?=\s{{0,3}}(?:[,;.)|\t\n]|$))"
    rf"|(?=\d{{0,3}}[oilsbz])(?=(?:[oilsbz]?\d){{2}})[1il2z][09o]{_FIGURE}{{2}}(?![\w/])"
)
_NUMERAL = "khong|mot|hai|ba|tu|bon|nam|lam|sau|bay|tam|chin|muoi|nghin|ngan|tram|le|nham|linh|mong|mung|ngay|thang|gieng|chap"
#: A date in words to the end: "ngày ba tháng tư năm một nghìn chín trăm sáu mươi".
_SPELLED = re.compile(rf"(?:(?:{_NUMERAL}),?\s{{1,2}}){{6,20}}(?:{_NUMERAL})(?![a-z])")
#: Between a date and the same in words, where "bằng chữ" is not said: "14/12/1997 (Mười bốn, tháng mười hai, …".
_BRACKET = re.compile(r"\s{0,3}\(\s?")
#: Behind a name: the year in two digits, and later than those of this century so far.
_SHORT_DATE = re.compile(rf"{_DAY}[/.\-]{_MONTH}[/.\-](\d{{2}})(?=\s{{0,2}}(?:[,;)\n]|$))")
#: "…/…/1944", "__/05/1951", "--/--/1990", "00/00/1990", "ngày … tháng … năm 1990": day or month left blank.
_BLANK_PARTS = re.compile(
    r"(?:[\s.…_\-]{0,14}|00)[/\-]\s?(?:(?:[\s.…_\-]{0,14}|00)[/\-]\s?)?(?=\d)"
    r"|\s{0,3}(?:ngay[\s.…_\-]{1,20})?thang[\s.…_\-]{1,20}nam[\s.…_]{1,9}(?=\d)"
)
_REST = re.compile(rf"(?:{_MONTH}{_SEP})?{_YEAR}(?!\d)")
_TIME = re.compile(r"\s{1,3}\d{1,2}\s?[:h]\s?\d")
_YEAR_ONLY = re.compile(rf"(?:{_YEAR}|\d{{2}}(?![\d/]|[.,]\d))(?!\d)")
#: "sinh 88, quê …", "sn 67 ở": two digits that can only be a year of the last century.
_SOMEBODY = word_set(
    "tôi em anh chị ông bà cô chú bác cháu con bé ấy nó vợ chồng mẹ má bố ba cha dì cậu mợ thím"
)
_SOMEBODY_KEYS = keys(_SOMEBODY) - {"co", "con", "be", "ma", "bo", "ba", "di"}
_SHORT_YEAR = re.compile(r"[4-9]\d(?=\s{0,2}(?:[,;)\n]|\.(?!\d)|$))")
_AGE = re.compile(
    r"(?<![\d/\-])(?<!\d[.,])(1[01]\d|\d{1,2})\s{0,2}(tuoi|t(?![a-z])|thang tuoi|ngay tuoi)(?![a-z])(?: \d{1,2} thang(?: \d{1,2} ngay)?(?![a-z]))?"
)
_AGE_BEHIND = re.compile(r"(?<=[,;(]) ?tuoi:? {1,2}(1[01]\d|\d{1,2})(?![\d/.])")
_AGE_VALUE = re.compile(
    r"(?:1[01]\d|\d{1,2})(?!\d)(?:\s?t(?![a-z])|\s{0,2}(?:thang )?tuoi|\s{1,2}thang(?![a-z]))?"
)
_NOT_AGE_BEFORE = re.compile(
    r"(?:du|tu|tren|duoi|den|chua du|do|qua|hon|it nhat|toi thieu|toi da|chua|khong qua|(?<=tuoi )tho|trung binh|duoc|va|"
    r"hoac|[0-9]\s?-|dat)\s{0,2}$"
)
_NOT_AGE_AFTER = re.compile(
    r"\s{0,2}(?:tro len|tro xuong|nghe|dang|tho|quan|doi|doan|,? den|tro|vang|xe|xanh|lao dong|- ?\d)"
)
#: The age of an animal or a tree, a difference, a limit in a row of sums.
_NOBODYS_AGE = re.compile(
    r"(?i:(?<!\w)(?:chó|mèo|trâu|lợn|ngựa|giống|cây|poodle|corgi)\s[^.;\n]{0,30}\Z|(?:hơn|kém)(?: \w+){1,2} \Z|\.\d{3}[ \t]{2,}\Z)"
)
_BARE_YEAR = re.compile(rf"{_YEAR}(?![\d/.\-])")
#: "sinh năm 2011 trở về sau": whom a rule is for.
_OF_AGE_GROUP = re.compile(
    r"\s{0,2}(?:tro (?:ve|len|lai|di)|ve (?:truoc|sau)|den (?:nam )?\d{4}|hoac)(?![a-z])"
)
#: A date of the last two years behind a name is the day of a paper; the youngest have a label.
_YOUNGEST = 2
#: Between a name and a date: the date is another one.
_OTHER_DATE = re.compile(
    r"cap|deadline|hom |hop |ky |tu |den |hieu luc|vao |ngay|het han|lap |hop dong|nhan |giao|thang|han |thanh toan|hen |"
    r"mua|ban |dat |ra vien|kham|nhap|xuat|hoc tu|nop|lam |bat dau|nghi |gui |chuyen|rut |:|\d{1,2}h"
)
#: Between a name and a date: something else happened then.
_ENGLISH_EVENT = re.compile(
    r"(?<![a-z])(?:was(?! born)|were|has|had|dated|since|until|from|signed|joined|wrote|left|will)(?![a-z])"
)
#: "(1911 - 1978)": born and died.
_LIFE = re.compile(rf"\s?[-–]\s?(?:{_YEAR}|nay|\?|…)\s?\)")
_MONTH_YEAR = re.compile(rf"{_MONTH}[./\-]{_YEAR}(?=\s{{2}}|\s*\n|\s*$)")
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
_NEXT_YEAR = re.compile(rf"\s{{0,2}}(?:,|va|;|&)\s{{0,2}}({_YEAR})(?![\d/\-]|\.\d)")
_CELL = re.compile(rf"\s{{0,9}}({_LABELLED.pattern})")
_LONG_NUMBER = re.compile(r"\d(?:[ .\-]?\d){8,14}")  # an identity or phone number
#: Marks between a label and its value: "| Ngày sinh | …", "[DOB] …", "**NS:** …".
_OPENING = frozenset("(:-.|]\"*'“=_#>…[")
_DAY_WORD = re.compile(r"(?<![a-z])ngay\s{1,3}$")
_NOT_BORN = word_set("""
học khai thi phát tái vệ hộ giám môn tuyển thứ sản ký nam nữ hội hàm cứu mẫu hi y ngoại nội sĩ sỹ dự tân võ
nghiên phóng
""")
_NEVER_BORN = word_set("vệ phát tái hệ hi phục dự thí tuyển ký khai")
_NOT_BORN_KEYS = keys(_NOT_BORN)
#: "hy sinh năm 1972".
_DIED = ("hy", "hi")
_BUSINESS = re.compile(
    r"dang ky (?:kinh )?doanh|dang ky doanh nghiep|(?<!/)dkkd|gcn dkdn|cndkdn|dkdn|giay phep (?:hoat|thanh|"
    r"xay|kinh)|chung nhan dau tu|quyet dinh|hoa don|ma so doanh nghiep|ma so thue|giay phep so|"
    r"dang ky hoat dong"
)
_IDENTITY = re.compile(
    r"cccd|cmnd|cmt|can cuoc|chung minh|ho chieu|passport|dinh danh|gttt|tuy than|giay to|gplx|lai xe|"
    r"giay phep lai|bhxh|the dang|khai sinh|ket hon|quyen su dung|gcn|giay chung nhan quyen|id "
)


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
            if not taken.meets(start, end) and not _TIME.match(folded.key, end):
                taken.add(start, end)
                yield Found(
                    start, end, EntityType.DATE_OF_BIRTH, 0.85, Reason("birth_block"), tier=Tier.NEIGHBOUR
                )
        for first, last, start, end in told_with_place(folded, _LABELLED):
            if not taken.meets(start, end):
                taken.add(start, end)
                yield _labelled_birth(start, end, "sinh tại", 0.85)
                if folded.text[first].isupper():
                    yield Found(
                        first, last, EntityType.PLACE_OF_BIRTH, 0.7, Reason("place_label", "sinh tại")
                    )
        for found in beside_numbers(folded, taken, _DATE):
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
            years = re.findall(_YEAR, match.group())
            if _ENGLISH_EVENT.search(key, w.end[name.last - 1], match.start()):
                continue
            if (years and int(years[-1]) > localtime().tm_year - _YOUNGEST) or _TIME.match(key, match.end()):
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
    rf"\s?\(\s?(?:vo|chong|con(?: (?:trai|gai|ruot|de|nuoi|dau|re))?|cha|bo|me|ong|ba|anh|chi|em|chau|chu ho)(?: (?:trai|gai|ruot|ho|noi|ngoai))?"
    rf"(?:\s?\)\s?[,–\-]?\s?|,\s?(?:sn |sinh (?:nam )?)?)(?P<y>{_YEAR})(?=\s?[,;.)\n]|\s{{2}}|\s?$)"
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
        match = _DATE.match(key, begin)
        if match:
            return match if not breaks or key[match.end() : match.end() + 1] in ("", "\n", " ") else None
        short = _SHORT_DATE.match(key, begin)
        if short and int(short.group(1)) > localtime().tm_year % 100:
            return short
        month = _MONTH_YEAR.match(key, begin)
        if month and w.gap[i] == 2 and not breaks:
            return month
        year = _BARE_YEAR.match(key, begin)
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
    match = _DATE.search(key, begin, min(end, begin + 90))
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


def labelled_dates(folded: Folded) -> list[Found]:
    """Return the dates and ages that a label announces, found once."""
    return folded.memo("labelled_dates", _labelled)


def _labelled(folded: Folded) -> list[Found]:
    return list(_read_labels(folded, words(folded)))


def _read_labels(folded: Folded, w: Words) -> Iterator[Found]:
    key = folded.key
    for field in fields(folded).values():
        kind = field.kind
        if kind not in (FieldKind.BIRTH, FieldKind.BIRTH_YEAR, FieldKind.AGE, FieldKind.ISSUE_DATE):
            continue
        if kind is not FieldKind.ISSUE_DATE and field.first and w.key[field.first - 1] in _DIED:
            continue
        i = field.value
        steps = 0
        while (
            i < w.size
            and w.kind[i] >= BREAK
            and steps < 5
            and (w.kind[i] == BREAK or w.text[i][0] in _OPENING)
        ):
            i += 1
            steps += 1
        begin = w.start[i] if i < w.size else len(key)
        if (
            kind in (FieldKind.BIRTH, FieldKind.BIRTH_YEAR)
            and field.value < w.size
            and (blank := _BLANK_PARTS.match(key, w.start[field.value]))
        ):
            begin = blank.end()
            rest = _REST.match(key, begin)
            if rest is not None:
                yield _labelled_birth(begin, rest.end(), field.label, 0.9)
                continue
        if kind is FieldKind.AGE:
            match = _AGE_VALUE.match(key, begin)
            if match and (field.colon or w.gap[i] == 2 or w.line[i] != w.line[field.first] or _alone(w, i)):
                yield Found(
                    match.start(),
                    match.end(),
                    EntityType.AGE,
                    0.9,
                    Reason("age_label", field.label),
                    tier=Tier.LABEL,
                )
            continue
        match = _first(_LABELLED, key, begin) or _SPELLED.match(key, begin)
        if match is None and kind in (FieldKind.BIRTH, FieldKind.BIRTH_YEAR, FieldKind.ISSUE_DATE):
            match = _SLIPPED.match(key, begin)
        if match is None and kind is FieldKind.BIRTH and w.text[field.first - 1 : field.first] == ["("]:
            match = _above(key, w, field.first - 1)
        if match is None and kind in (FieldKind.BIRTH_YEAR, FieldKind.BIRTH):
            match = _YEAR_ONLY.match(key, begin)
            if (
                match
                and match.end() - match.start() == 2
                and kind is FieldKind.BIRTH
                and field.label not in ("ns", "sn")
                and not _short_year(w, field, begin)
            ):
                match = None
        if match is not None and _is_stamp(key, match):
            continue
        if match is None or (kind is not FieldKind.ISSUE_DATE and _OF_AGE_GROUP.match(key, match.end())):
            continue
        if (
            kind is not FieldKind.ISSUE_DATE
            and field.first
            and w.gap[field.first] == 1
            and w.low[field.first - 1] in _NEVER_BORN
            and not field.free
        ):
            continue
        if field.label == "sinh" and (
            not _after_sinh(w, field.first)
            or (match.end() - match.start() < 4 and not _short_year(w, field, begin))
        ):
            continue
        if kind is FieldKind.ISSUE_DATE:
            score = issue_score(key, w.start[field.first])
            if score:
                yield Found(
                    _worded_start(key, match),
                    match.end(),
                    EntityType.ISSUE_DATE,
                    score,
                    Reason("issue_date_label", field.label),
                    tier=Tier.LABEL,
                )
            continue
        if (
            field.label in ("sn", "ns")
            and not field.colon
            and match.end() - match.start() < 4
            and key[match.end() : match.end() + 1] not in ("", ",", ";", ")", "\n", ".")
        ):
            continue
        yield _labelled_birth(_worded_start(key, match), match.end(), field.label, 0.95)
        lead = _BRACKET.match(key, match.end())
        spelled = _SPELLED.match(key, lead.end()) if lead else None
        if spelled:
            yield _labelled_birth(spelled.start(), spelled.end(), field.label, 0.95)
        if kind is FieldKind.BIRTH_YEAR or field.label in ("sn", "ns"):
            yield from _further_years(key, match.end(), field.label)


def _labelled_birth(start: int, end: int, label: str, score: float) -> Found:
    return Found(start, end, EntityType.DATE_OF_BIRTH, score, Reason("birth_label", label), tier=Tier.LABEL)


def _is_stamp(key: str, match: re.Match[str]) -> bool:
    """Return whether a date heads its line with a time of day: the stamp of a message, "[09:21, 3/11/2026]"."""
    before = key[key.rfind("\n", 0, match.start()) + 1 : match.start()]
    return _CLOCK_BEFORE.fullmatch(before) is not None or (
        before.strip(" [(") == "" and _CLOCK_BEHIND.match(key, match.end()) is not None
    )


def _among_kin(key: str, w: Words, name: int) -> bool:
    """Return whether a name stands right behind a word for a relative, or in a list that one heads."""
    if name == 0:
        return False
    return (
        w.low[name - 1] in _KIN
        or _KIN_LIST.search(key, max(0, w.start[name] - 120), w.start[name]) is not None
    )


_CLOCK_BEFORE = re.compile(r"\s{0,3}[\[(]?\d{1,2}[:h]\d{2}(?::\d{2})?(?: [ap]m)?,? {1,2}(?:ngay )?")
_CLOCK_BEHIND = re.compile(r",? {1,2}(?:luc )?\d{1,2}[:h]\d{2}")


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
                yield _labelled_birth(match.start(1), match.end(1), field.label, 0.9)


def _alone(w: Words, i: int) -> bool:
    """Return whether a number ends its line or field."""
    return (
        i + 1 >= w.size
        or w.kind[i + 1] == BREAK
        or w.text[i + 1] in (",", ";", "|", ")")
        or w.low[i + 1] == "tuổi"
    )


def _worded_start(key: str, match: re.Match[str]) -> int:
    """Return where a date begins: "ngày" belongs to one in words, also behind "sinh"."""
    if "thang" not in match.group() or match.group().startswith("ngay"):
        return match.start()
    word = _DAY_WORD.search(key, max(0, match.start() - 7), match.start())
    return word.start() if word else match.start()


def _further_years(key: str, position: int, label: str) -> Iterator[Found]:
    """Yield the years that go on behind a birth year: "sinh năm 2014, 2009 và 2010"."""
    while match := _NEXT_YEAR.match(key, position):
        position = match.end()
        yield _labelled_birth(match.start(1), match.end(1), label, 0.9)


def _above(key: str, w: Words, bracket: int) -> re.Match[str] | None:
    """Return the date that fills the line above a label in brackets: "30/09/1984", then "(Ngày sinh)"."""
    line = w.line[bracket]
    if line == 0 or w.line_starts[line] != bracket or w.line_ends[line - 1] <= w.line_starts[line - 1]:
        return None
    return _LABELLED.match(key, w.start[w.line_starts[line - 1]])


def _short_year(w: Words, field: Field, begin: int) -> bool:
    """Return whether somebody named or meant right before is "sinh 88"."""
    i = field.first
    if field.label != "sinh" or not i or not _SHORT_YEAR.match(w.folded.key, begin):
        return False
    return w.kind[i - 1] == TITLE or w.low[i - 1] in _SOMEBODY or w.key[i - 1] in _SOMEBODY_KEYS


def _after_sinh(w: Words, i: int) -> bool:
    """Return whether "sinh" means "born" here, not the end of "học sinh" or "khai sinh"."""
    if i == 0 or w.kind[i - 1] >= NUMBER or w.gap[i] == 2:
        return True
    if w.kind[i] == LOWER and i > 1 and w.kind[i - 1] == w.kind[i - 2] == TITLE:
        return True  # behind a name: "Trần Hoàng Nam sinh 1990"
    plain = is_plain(w.folded)
    return (w.key[i - 1] not in _NOT_BORN_KEYS) if plain else (w.low[i - 1] not in _NOT_BORN)


def _first(pattern: re.Pattern[str], key: str, begin: int) -> re.Match[str] | None:
    """Return the match at ``begin``, or a few characters on when only small words stand between."""
    match = pattern.match(key, begin)
    if match:
        return match
    match = pattern.search(key, begin, begin + 40)
    if match and re.fullmatch(
        r"(?:\s|\d{1,2}[:h]\d{2}|la|vao|ngay|khoang|:|\.|_|…|luc|hoi|gio|h|phut|\d{1,2}(?=\s?(?:h|gio|"
        r"phut))|mung|mong|tuoi|nam|(?:giap|at|binh|dinh|mau|ky|canh|tan|nham|quy) (?:ty|suu|dan|mao|meo|thin|ngo|mui|than|dau|tuat|hoi)|\(|,|\((?:dd/mm/yyyy|ngay/thang/nam)\)){0,12}",
        key[begin : match.start()],
    ):
        return match
    return None


def issue_score(key: str, position: int) -> float:
    """Return how sure a date of issue is personal: what paper is named before it."""
    before = key[max(0, position - 160) : position]
    identity = max((m.start() for m in _IDENTITY.finditer(before)), default=-1)
    line = before.rfind("\n") + 1
    business = max((m.start() for m in _BUSINESS.finditer(before, line)), default=-1)
    if business > identity:
        return 0.0
    return 0.9 if identity >= 0 else 0.7
