"""Birth dates told by the block they stand in, where no label stands right before them.

Forms keep labels and values apart in many ways: all labels first and the values below, the label behind or under its
value, day, month and year with a word each, one row of dates for several people, boxes for single digits. What the
block says decides; a date that merely stands in a text is never taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recognizers.birth_contacts import births_beside_contacts
from recognizers.birth_names import births_behind_names
from recognizers.clues import Clue
from recognizers.fields import Layout, fields_for
from recognizers.folding import Folded
from recognizers.nearby import matches_near
from recognizers.word_sets import word_set

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:19|20)\d{2}"
_DATE = rf"(?:{_DAY}\s?[/.\-]\s?{_MONTH}\s?[/.\-]\s?{_YEAR}|{_YEAR}-{_MONTH}-{_DAY})"
_BORN_LABEL = r"(?:ngay(?:,? ?thang(?: va|,)? ?nam)? sinh|sinh ngay|nam sinh|date of birth|dob|ntns)"
#: What a form leaves around what is filled in: leaders, brackets, box borders.
_FILL = r"[\s:.…_|()\[\],/–\-]{0,30}"
_BLANK = r"[ |]{0,3}"
_PART_DAY = rf"(?:0{_BLANK}[1-9]|[12]{_BLANK}\d|3{_BLANK}[01]|[1-9])(?!\d)"
_PART_MONTH = rf"(?:0{_BLANK}[1-9]|1{_BLANK}[0-2]|[1-9])(?!\d)"
_PART_YEAR = rf"(?:1{_BLANK}9|2{_BLANK}0){_BLANK}\d{_BLANK}\d(?!\d)"
#: Day, month and year with their words between: "Sinh ngày: 01   tháng: 02   năm: 1990", "..09.. tháng ..11.. năm ..1997..".
_PARTS = re.compile(
    rf"(?<![a-z])(?:sinh\s{{0,3}}:?\s{{0,3}})?ngay(?: sinh)?{_FILL}(?P<d>{_PART_DAY}){_FILL}"
    rf"(?:thang(?: sinh)?|th?(?![a-z])){_FILL}(?P<m>{_PART_MONTH}){_FILL}"
    rf"(?:nam(?: sinh)?|n(?![a-z])){_FILL}(?P<y>{_PART_YEAR})"
)
#: "Sinh" of something else: pupils, cleaning, accruing, meetings.
_OTHER_SINH = re.compile(
    r"(?<![a-z])(?:(?:khai|phat|ve|hoc|thi|tuyen|y|ky|tai|hi|tiep|thu|mau) sinh|sinh (?:hoat|vien|hoc|su|san|loi|thai))(?![a-z])"
)
#: "Ngày sinh: ..09../..11../..1997..".
_LEADERS = re.compile(
    rf"{_BORN_LABEL}{_FILL}(?P<d>{_PART_DAY})[.…_ ]{{1,20}}[/\-][.…_ ]{{0,20}}(?P<m>{_PART_MONTH})[.…_ ]{{0,20}}[/\-][.…_ ]{{0,20}}(?P<y>{_PART_YEAR})"
)
#: One digit to a box: "2 1 / 0 7 / 1 9 9 6", "|2|1|0|7|1|9|9|6|".
_GAP = r"[ |]{1,3}"
_BOXES = re.compile(
    rf"{_BORN_LABEL}[^\n\d]{{0,40}}(?P<v>[0-3]{_GAP}\d(?:{_GAP}?[/.\-|]{_GAP}?|{_GAP})[01]{_GAP}\d"
    rf"(?:{_GAP}?[/.\-|]{_GAP}?|{_GAP})[12]{_GAP}[09]{_GAP}\d{_GAP}\d)(?!\d)"
    rf"|{_BORN_LABEL}[^\n\d]{{0,40}}(?P<w>{_DAY}\s?\|\s?{_MONTH}\s?\|\s?{_YEAR})(?!\d)"
)
_ALONE = re.compile(rf"[ \t|]{{0,9}}(?P<v>{_DATE})[ \t|.,;]{{0,9}}")
#: A date beside "nam" or "nữ" in a row of short entries.
_GENDER_BEFORE = re.compile(
    rf"(?:^|[\n|;,(\t]|[ ]{{2}}|- )[ ]{{0,9}}(?:nam|nu)\s?(?:[,;|(\t-]\s?|[ ]{{2,9}})[ ]{{0,9}}(?P<v>{_DATE})(?![\d/])"
)
_GENDER_BEHIND = re.compile(
    rf"(?<![\d/])(?P<v>{_DATE})\s?(?:[,;|(\t-]\s?|[ ]{{2,9}})[ ]{{0,9}}(?:nam|nu)(?![a-z])(?! dinh)"
)
_LABEL_ALONE = re.compile(rf"[ \t]{{0,9}}\(?{_BORN_LABEL}[^\n\d]{{0,30}}?\)?[ \t]{{0,3}}:?[ \t]{{0,9}}")
_LABEL_BEHIND = re.compile(rf"(?P<v>{_DATE})[ \t]{{1,30}}\({_BORN_LABEL}[^\n)]{{0,30}}\)")
_ROW = re.compile(
    rf"(?:^|\n)[^\n\d]{{0,6}}{_BORN_LABEL}[^\n|\d]{{0,30}}(?P<row>(?:\||\t|[ ]{{3}})[^\n]{{8,300}})"
)
_IN_ROW = re.compile(rf"(?<![\d/\-.])(?:{_DATE}|{_YEAR}(?![\d/.\-]))(?!\d)")
_SHORT_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_ENGLISH_MONTH = _SHORT_MONTH + "[a-z]{0,6}"
_BORN = re.compile(
    rf"(?<![a-z])(?:born(?: in [a-z][a-z ,'\-]{{1,40}}?)?(?: on(?: the)?| in)?|birthday|birth|date of birth|dob)\s?:?\s{{0,3}}(?P<v>{_ENGLISH_MONTH}\.? ?\d{{1,2}}(?:st|nd|rd|th)?,? ?{_YEAR}"
    rf"|\d{{1,2}}[ \-]?{_SHORT_MONTH}[ \-]?(?:{_YEAR}|\d{{2}})(?!\d)|\d{{1,2}}(?:st|nd|rd|th)? (?:day )?(?:of )?{_ENGLISH_MONTH},? {_YEAR}|{_ENGLISH_MONTH} {_YEAR}|{_YEAR})(?!\d)"
)
#: A label that goes on in words up to its date: "ngày sinh ghi trong hồ sơ là 05.07.1990".
_FAR = re.compile(
    rf"(?<![a-z]){_BORN_LABEL} (?!cap|ky|ra|vao)(?P<words>[a-z() ]{{3,50}}?) ?(?:la |:)?(?P<v>{_DATE}|"
    rf"ngay {_DAY} thang {_MONTH} nam {_YEAR})(?![\d/])"
)
_SECOND = re.compile(
    rf"[^\n;.\d]{{1,30}}(?:cccd|cmnd|khai sinh|ho chieu|ho so|bang|giay to)[^\n;.\d]{{0,20}} (?:la|ghi|:) ?(?P<v>{_DATE})"
)
_NUMERALS = (
    r"(?:(?:khong|mot|hai|ba|tu|bon|nam|lam|sau|bay|tam|chin|muoi|nghin|ngan|tram|le|linh|mong|mung|ngay|thang|gieng|chap|nham),?\s{1,2}){5,20}"
    r"(?:khong|mot|hai|ba|tu|bon|nam|lam|sau|bay|tam|chin|muoi|nham)(?![a-z])"
)
#: "ghi bằng chữ: ngày mười hai tháng ba năm …" behind a birth date.
_IN_WORDS = re.compile(rf"sinh[^\n]{{0,60}}\n?[^\n]{{0,40}}bang chu\s{{0,3}}[:.]?\s{{0,3}}(?P<v>{_NUMERALS})")
#: The answer to a question: "Ngày tháng năm sinh?", then "user: 11/6/1980".
_ANSWER = re.compile(
    rf"(?:{_BORN_LABEL}|nam sinh)[^\n\d]{{0,60}}\n[^\n:]{{0,30}}(?::\d\d[^\n:]{{0,30}})?:\s{{0,3}}(?:(?:da|vang|em|minh|sinh|no|ok)[ ,]{{1,2}}){{0,3}}"
    rf"(?P<v>{_DATE}|ngay {_DAY} thang {_MONTH} nam {_YEAR}|(?:nam )?{_YEAR})(?![\d/])"
)
#: Short labels before a whole date or year, and American dates behind "sinh".
_SHORT = re.compile(
    rf"(?<![a-z])(?:sn|ns|nsinh|b\.)[ .:]{{1,2}}(?P<v>{_DATE}|{_YEAR}(?![\d/.\-]\d|\d))"
    rf"|(?<![a-z])(?:sinh|born|dob|birth)[: ]{{1,2}}(?P<w>{_MONTH}/(?:1[3-9]|2\d|3[01])/{_YEAR})(?!\d)"
)
_NUMBERED = re.compile(rf"(?P<v>{_DATE})[ ]{{1,4}}\d{{1,2}}\. ?(?:nam|nu)(?![a-z])")
#: Elements and keys of data files.
_ELEMENT = re.compile(
    rf"(?:<|[\"'.])(?:[a-z]{{0,12}}[_.:])?(?:ngay_?sinh|nam_?sinh|ngay_?thang_?nam_?sinh|birth_?(?:day|date)?|date_?of_?birth|dob|ns)"
    rf"(?:[^<>\n]{{0,20}}>|(?:\[\d\]|[\"'])\s?[:=]\s?[\"']?)\s?(?P<v>{_DATE}|{_YEAR}(?:0\d|1[0-2])(?:[0-2]\d|3[01])|{_YEAR}|{_DAY}{_MONTH}{_YEAR})(?![\d/])"
)
_OTHER_EVENT = re.compile(r"(?<![a-z])(?:cap|ky|lap|het han|den|nop|nhan|hop|kham|tu ngay|ngay)(?![a-z])")
_MOST_LINES = 14
_WORDS = ("sinh", "birth", "born", "dob", "ntns")
_IN_BRACKETS = ("(ngay", "(sinh", "(nam", "(date", "(dob", "(ntns")
#: Line breaks that may stand within a date and what joins it to its word.
_WITHIN_DATE = 4


def block_births(folded: Folded) -> Iterator[tuple[int, int]]:
    """Yield where birth dates stand that their block tells; parts of one date one by one."""
    key = folded.key
    if any(word in key for word in _WORDS):
        for match in _PARTS.finditer(key):
            before = key[max(0, match.start() - 12) : match.start()]
            if ("sinh" in match.group() or "sinh" in before) and not _OTHER_SINH.search(
                key, max(0, match.start() - 12), match.start() + len("sinh")
            ):
                for part in "dmy":
                    yield match.span(part)
        for match in _LEADERS.finditer(key):
            for part in "dmy":
                yield match.span(part)
        for match in matches_near(_BOXES, key, _WORDS, below=_WITHIN_DATE):
            yield match.span("v" if match["v"] else "w")
        for match in matches_near(_LABEL_BEHIND, key, _IN_BRACKETS, above=_WITHIN_DATE):
            yield match.span("v")
        for pattern in (_BORN, _IN_WORDS, _ANSWER):
            for match in pattern.finditer(key):
                yield match.span("v")
        for match in _FAR.finditer(key):
            if _OTHER_EVENT.search(match["words"]) is None:
                yield match.span("v")
                if second := _SECOND.match(key, match.end()):
                    yield second.span("v")
        for match in _ROW.finditer(key):
            found = list(_IN_ROW.finditer(key, *match.span("row")))
            if len(found) > 1:
                yield from (date.span() for date in found)
        yield from _unfilled(key)
    for match in _SHORT.finditer(key):
        yield match.span(match.lastgroup or 0)
    yield from _in_fields(folded)
    yield from _in_capitals(folded)
    if "<" in key or '"' in key or "]:" in key:
        for match in _ELEMENT.finditer(key):
            yield match.span("v")
    yield from births_beside_contacts(folded)
    yield from births_behind_names(folded)
    if "nam" in key or "nu" in key:
        for pattern in (_GENDER_BEFORE, _GENDER_BEHIND):
            for match in pattern.finditer(key):
                if "năm" not in folded.text[match.start() : match.end()].lower():  # "15/10/1993; năm 2001"
                    yield match.span("v")
        for match in matches_near(_NUMBERED, key, (". nam", ".nam", ". nu", ".nu"), above=_WITHIN_DATE):
            yield match.span("v")


#: In capitals, behind a name: "NGUYỄN PHƯƠNG TÂM SINH 2000". Not "TUYỂN SINH 2025".
_CAPITALS = re.compile(
    rf"(?<![a-z])(?P<before>[a-z]+) sinh[ ]{{1,2}}(?:nam[ ]{{1,2}})?(?P<v>{_YEAR})(?=[,;.)\n ]|$)(?!\s?[\-–/]\s?\d)"
)
_NOT_BORN = word_set(
    "hoc thi khai ve phat tai tuyen ho giam nam nu mon he ky hy hi cuu an dan y vi khang hau tien nghien du mau san tan doi"
)


def _in_capitals(folded: Folded) -> Iterator[tuple[int, int]]:
    for match in matches_near(_CAPITALS, folded.key, (" sinh ",), below=2):
        written = folded.text[match.start() : match.end()]
        if written.isupper() and match["before"] not in _NOT_BORN:
            yield match.span("v")


def _in_fields(folded: Folded) -> Iterator[tuple[int, int]]:
    """Yield the dates right behind labels of birth dates that are glued or parted ("NGÀYSINH 24/10/1985")."""
    for field, _ in fields_for(folded, _BIRTH):
        if field.layout is Layout.ROWS or (match := _HERE.match(folded.key, field.start)) is None:
            continue
        event = _SINH.search(folded.key, max(0, field.start - _LABEL_REACH), field.start)
        if event is None or event[1] not in _NOT_BORN:  # "vệ sinh ngày 12/03/2024"
            yield match.span()


_BIRTH = frozenset({Clue.BIRTH_DATE})
_SINH = re.compile(r"([a-z]+) sinh(?! vien)[^a-z\n]{0,3}(?:ngay|nam)?[^a-z\n]*$")
_LABEL_REACH = 30
_HERE = re.compile(rf"{_DATE}(?![\d/])")


def _unfilled(key: str) -> Iterator[tuple[int, int]]:
    """Yield the dates that fill the labels standing alone on their lines: below all labels, or above their own."""
    lines: list[tuple[int, int]] = []
    begin = 0
    for line in key.split("\n"):
        lines.append((begin, begin + len(line)))
        begin += len(line) + 1
    for number, (first, last) in enumerate(lines):
        if last - first > 60 or not _LABEL_ALONE.fullmatch(key, first, last):
            continue
        below = _alone_at(key, lines, number + 1)
        if below is not None:
            continue  # the ordinary case, read with the label
        above = _alone_at(key, lines, number - 1)
        if above is not None and (number < 2 or ":" not in key[slice(*lines[number - 2])]):
            yield above
            continue
        for further in range(number + 2, min(number + _MOST_LINES, len(lines))):
            below = _alone_at(key, lines, further)
            if below is not None:
                yield below
                break


def _alone_at(key: str, lines: Sequence[tuple[int, int]], number: int) -> tuple[int, int] | None:
    if not 0 <= number < len(lines):
        return None
    match = _ALONE.fullmatch(key, *lines[number])
    return match.span("v") if match else None
