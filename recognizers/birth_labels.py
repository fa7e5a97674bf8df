"""The dates and ages that a label announces: "Ngày sinh", "sinh năm", "tuổi", "cấp ngày"; the others: ``birth_date``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.base import Found
from recognizers.date_forms import (
    BLANK_PARTS,
    LABELLED,
    REST,
    SLIPPED,
    SPELLED,
    YEAR,
    YEAR_ONLY,
)
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.names import keys
from recognizers.person_fields import fields
from recognizers.person_labels import Field, FieldKind
from recognizers.results import Reason
from recognizers.tiers import Tier
from recognizers.word_sets import word_set
from recognizers.words import BREAK, LOWER, NUMBER, TITLE, Words, is_plain, words

#: Between a date and the same in words, where "bằng chữ" is not said: "14/12/1997 (Mười bốn, tháng mười hai, …".
_BRACKET = re.compile(r"\s{0,3}\(\s?")
#: Who may be told to be "sinh 88".
_SOMEBODY = word_set(
    "tôi em anh chị ông bà cô chú bác cháu con bé ấy nó vợ chồng mẹ má bố ba cha dì cậu mợ thím"
)
_SOMEBODY_KEYS = keys(_SOMEBODY) - {"co", "con", "be", "ma", "bo", "ba", "di"}
#: "sinh 88, quê …", "sn 67 ở": two digits that can only be a year of the last century.
_SHORT_YEAR = re.compile(r"[4-9]\d(?=\s{0,2}(?:[,;)\n]|\.(?!\d)|$))")
_AGE_VALUE = re.compile(
    r"(?:1[01]\d|\d{1,2})(?!\d)(?:\s?t(?![a-z])|\s{0,2}(?:thang )?tuoi|\s{1,2}thang(?![a-z]))?"
)
#: "sinh năm 2011 trở về sau": whom a rule is for.
_OF_AGE_GROUP = re.compile(
    r"\s{0,2}(?:tro (?:ve|len|lai|di)|ve (?:truoc|sau)|den (?:nam )?\d{4}|hoac)(?![a-z])"
)
_NEXT_YEAR = re.compile(rf"\s{{0,2}}(?:,|va|;|&)\s{{0,2}}({YEAR})(?![\d/\-]|\.\d)")
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
#: Papers of land and of civil status: when they were issued says nothing of their holders.
_DEED = re.compile(
    r"(?<![a-z])(?:quyen su dung dat|quyen so huu nha|gcn(?:qsdd)?(?![a-z])|so vao so|vao so|so phat hanh|so do so|so hong so|khai sinh so|ket hon so"
    r"|ket hon|khai tu|trich luc|chung tu so|bao tu)(?![a-z])"
)
_IDENTITY = re.compile(
    r"cccd|cmnd|cmt|can cuoc|chung minh|ho chieu|passport|dinh danh|gttt|tuy than|giay to|gplx|lai xe|"
    r"giay phep lai|bhxh|the dang|id "
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
            and (blank := BLANK_PARTS.match(key, w.start[field.value]))
        ):
            begin = blank.end()
            rest = REST.match(key, begin)
            if rest is not None:
                yield labelled_birth(begin, rest.end(), field.label, 0.9)
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
        match = _first(LABELLED, key, begin) or SPELLED.match(key, begin)
        if match is None and kind in (FieldKind.BIRTH, FieldKind.BIRTH_YEAR, FieldKind.ISSUE_DATE):
            match = SLIPPED.match(key, begin)
        if match is None and kind is FieldKind.BIRTH and w.text[field.first - 1 : field.first] == ["("]:
            match = _above(key, w, field.first - 1)
        if match is None and kind in (FieldKind.BIRTH_YEAR, FieldKind.BIRTH):
            match = YEAR_ONLY.match(key, begin)
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
        yield labelled_birth(_worded_start(key, match), match.end(), field.label, 0.95)
        lead = _BRACKET.match(key, match.end())
        spelled = SPELLED.match(key, lead.end()) if lead else None
        if spelled:
            yield labelled_birth(spelled.start(), spelled.end(), field.label, 0.95)
        if kind is FieldKind.BIRTH_YEAR or field.label in ("sn", "ns"):
            yield from _further_years(key, match.end(), field.label)


def labelled_birth(start: int, end: int, label: str, score: float) -> Found:
    """Return a birth date that a label announces."""
    return Found(start, end, EntityType.DATE_OF_BIRTH, score, Reason("birth_label", label), tier=Tier.LABEL)


def _is_stamp(key: str, match: re.Match[str]) -> bool:
    """Return whether a date heads its line with a time of day: the stamp of a message, "[09:21, 3/11/2026]"."""
    before = key[key.rfind("\n", 0, match.start()) + 1 : match.start()]
    return _CLOCK_BEFORE.fullmatch(before) is not None or (
        before.strip(" [(") == "" and _CLOCK_BEHIND.match(key, match.end()) is not None
    )


_CLOCK_BEFORE = re.compile(r"\s{0,3}[\[(]?\d{1,2}[:h]\d{2}(?::\d{2})?(?: [ap]m)?,? {1,2}(?:ngay )?")
_CLOCK_BEHIND = re.compile(r",? {1,2}(?:luc )?\d{1,2}[:h]\d{2}")


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
        yield labelled_birth(match.start(1), match.end(1), label, 0.9)


def _above(key: str, w: Words, bracket: int) -> re.Match[str] | None:
    """Return the date that fills the line above a label in brackets: "30/09/1984", then "(Ngày sinh)"."""
    line = w.line[bracket]
    if line == 0 or w.line_starts[line] != bracket or w.line_ends[line - 1] <= w.line_starts[line - 1]:
        return None
    return LABELLED.match(key, w.start[w.line_starts[line - 1]])


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


#: Power, water, papers and aid are "cấp" too.
_SUPPLIED = re.compile(
    r"(?:tam ngung |ngung |cung )?cap (?:dien|nuoc|gas|cuu|duong|phat|phep|ban|tien|gao|giong|von|bu)(?![a-z])"
)


def issue_score(key: str, position: int) -> float:
    """Return how sure a date of issue is personal: what paper is named before it."""
    if _SUPPLIED.match(key, position):
        return 0.0
    before = key[max(0, position - 160) : position]
    identity = max((m.start() for m in _IDENTITY.finditer(before)), default=-1)
    line = before.rfind("\n") + 1
    business = max((m.start() for m in _BUSINESS.finditer(before, line)), default=-1)
    deed = max(
        (m.start() for m in _DEED.finditer(before, before.rfind("\n", 0, max(line - 1, 0)) + 1)), default=-1
    )
    if max(business, deed) > identity:
        return 0.0
    return 0.9 if identity >= 0 else 0.7
