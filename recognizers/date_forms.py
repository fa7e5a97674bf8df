"""The forms of dates in papers, as patterns over the folded key: digits, words, English, boxes, misread and half left blank.

Day comes before month; years 1900-2099.
"""

from __future__ import annotations

import re

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
YEAR = r"(?:19|20)\d{2}"
_SEP = r"\s{0,2}[/.\-]\s{0,2}"
#: On the key, so that accents and capitals do not matter. Alternatives from the longest form to the shortest.
_WORDED = (
    rf"(?:ngay\s{{0,3}})?{_DAY}\s{{0,3}}[,/]?\s{{0,3}}"
    rf"thang\s{{0,3}}{_MONTH}\s{{0,3}}[,/]?\s{{0,3}}(?:nam\s{{0,3}})?{YEAR}"
)
_FULL = rf"{_DAY}{_SEP}{_MONTH}{_SEP}{YEAR}"
_ENGLISH = rf"{_DAY}(?:[ \-]?|\s?/\s?)(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{{0,6}}(?:[ \-,.]{{0,2}}|\s?/\s?){YEAR}"
_ENGLISH_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
#: "March 15, 1990", "15th of March, 1990".
_ENGLISH_MORE = (
    rf"{_ENGLISH_MONTH}\.?\s{{0,2}}{_DAY}(?:st|nd|rd|th)?,?\s{{0,2}}{YEAR}"
    rf"|{_DAY}(?:st|nd|rd|th)\s(?:day\s)?(?:of\s)?{_ENGLISH_MONTH},?\s{{0,2}}{YEAR}"
)
_NUMBER_WORD = "(?:mot|hai|ba|tu|bon|nam|lam|sau|bay|tam|chin|muoi|gieng|chap)"
#: Words and figures side by side: "mồng 5 tháng ba năm 1990", "rằm tháng giêng năm Canh Ngọ 1990".
_MIXED = (
    rf"(?:ngay\s)?(?:ram|(?:(?:mong|mung)\s)?(?:{_DAY}|{_NUMBER_WORD}(?:\s{_NUMBER_WORD}){{0,2}}))\s?[,/]?\s?thang\s"
    rf"(?:{_MONTH}|{_NUMBER_WORD}(?:\s{_NUMBER_WORD})?)(?:\s(?:am lich|al|tet))?(?:,?\s?[/,]?\s?nam)?\s(?:[a-z]{{2,5}}\s[a-z]{{2,4}}\s\(?)?{YEAR}"
)
#: One digit to a box: "1 5 / 0 3 / 1 9 9 0", "| 1 | 5 | 0 | 3 | 1 | 9 | 9 | 0", "[1][5]/[0][3]/…".
_BOX = r"[ |\]\[_]{1,4}"
_BETWEEN_BOXES = rf"(?:{_BOX}?[/.\-]{_BOX}?|{_BOX})"
_BOXED = rf"[0-3]{_BOX}\d{_BETWEEN_BOXES}[01]{_BOX}\d{_BETWEEN_BOXES}[12]{_BOX}[09]{_BOX}\d{_BOX}\d"
#: Data files: "19870412", "19560000"; forms: "120590".
_PACKED = (
    rf"{YEAR}(?:0\d|1[0-2])(?:[0-2]\d|3[01])|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d(?!\d)"
    rf"|(?:ngay\s)?{_DAY}\s?thang\s?{_MONTH}\s?nam\s?\d\d(?!\d)"
)
DATE = re.compile(
    rf"(?<![\d/\-])(?<!\d\.)(?:{_WORDED}|{_FULL}|{YEAR}{_SEP}{_MONTH}{_SEP}{_DAY}|{_ENGLISH})(?![\d/])"
)
#: Behind a label less is enough.
LABELLED = re.compile(
    rf"(?<![\d/\-])(?<!\d\.)(?:{_WORDED}|{_FULL}|{YEAR}{_SEP}{_MONTH}{_SEP}{_DAY}|{_ENGLISH}|{_ENGLISH_MORE}|{_MIXED}|{_BOXED}|"
    rf"{_DAY}{_SEP}{_MONTH}{_SEP}\d{{2}}|{_DAY}\s{{1,3}}{_MONTH}\s{{1,3}}{YEAR}"
    rf"|(?:thang\s{{0,3}})?{_MONTH}(?:{_SEP}|\s{{1,3}}nam\s{{1,3}}){YEAR}|{_DAY}{_MONTH}{YEAR}|{_PACKED}|"
    rf"(?:khoang\s{{1,3}})?(?:nam\s{{1,3}})?{YEAR}"
    rf"|{_DAY}{_SEP}{_MONTH}\s{{1,2}}{YEAR}|{_DAY}{_SEP}{_MONTH}(?=\s{{1,3}}am lich)|"
    rf"{_DAY}[ -][a-z]{{3,9}}[ -,]{{1,2}}{YEAR})(?:\s{{0,2}}\(?am lich\)?)?(?![\d/])"
)
#: The form of a date whose digits were misread: "12 thang 93 nam 1987", "l5/O3/199o", "12 thang 93", "l978".
#: Four of them are digits; figures alone that make no date are none (test values, typing errors of other fields).
_FIGURE = r"[\doilsbz]"
SLIPPED = re.compile(
    rf"(?=(?:[^\d\n]{{0,8}}\d){{4}})(?:(?:ngay\s{{0,3}})?{_FIGURE}{{1,2}}\s{{0,3}}thang\s{{0,3}}{_FIGURE}{{1,2}}\s{{0,3}}nam\s{{0,3}}"
    rf"|(?=[\d/.\-]{{0,9}}[oilsbz]){_FIGURE}{{1,2}}{_SEP}{_FIGURE}{{1,2}}{_SEP}){_FIGURE}{{4}}(?![\w/])"
    rf"|\d{{1,2}}\s{{1,3}}thang\s{{1,3}}\d{{2}}(?=\s{{0,3}}(?:[,;.)|\t\n]|$))"
    rf"|(?=\d{{0,3}}[oilsbz])(?=(?:[oilsbz]?\d){{2}})[1il2z][09o]{_FIGURE}{{2}}(?![\w/])"
)
_NUMERAL = "khong|mot|hai|ba|tu|bon|nam|lam|sau|bay|tam|chin|muoi|nghin|ngan|tram|le|nham|linh|mong|mung|ngay|thang|gieng|chap"
#: A date in words to the end: "ngày ba tháng tư năm một nghìn chín trăm sáu mươi".
SPELLED = re.compile(rf"(?:(?:{_NUMERAL}),?\s{{1,2}}){{6,20}}(?:{_NUMERAL})(?![a-z])")
#: Behind a name: the year in two digits, and later than those of this century so far.
SHORT_DATE = re.compile(rf"{_DAY}[/.\-]{_MONTH}[/.\-](\d{{2}})(?=\s{{0,2}}(?:[,;)\n]|$))")
#: "…/…/1944", "__/05/1951", "--/--/1990", "00/00/1990", "ngày … tháng … năm 1990": day or month left blank.
BLANK_PARTS = re.compile(
    r"(?:[\s.…_\-]{0,14}|00)[/\-]\s?(?:(?:[\s.…_\-]{0,14}|00)[/\-]\s?)?(?=\d)"
    r"|\s{0,3}(?:ngay[\s.…_\-]{1,20})?thang[\s.…_\-]{1,20}nam[\s.…_]{1,9}(?=\d)"
)
REST = re.compile(rf"(?:{_MONTH}{_SEP})?{YEAR}(?!\d)")
TIME = re.compile(r"\s{1,3}\d{1,2}\s?[:h]\s?\d")
YEAR_ONLY = re.compile(rf"(?:{YEAR}|\d{{2}}(?![\d/]|[.,]\d))(?!\d)")
BARE_YEAR = re.compile(rf"{YEAR}(?![\d/.\-])")
MONTH_YEAR = re.compile(rf"{_MONTH}[./\-]{YEAR}(?=\s{{2}}|\s*\n|\s*$)")
