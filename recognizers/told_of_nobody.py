"""Values of forms, examples and print that are nobody's: the next label, a list of choices, "anh A", "09xx xxx xxx".

Asked of what stands found in a text at the end, like ``told_of_many``: each question needs the finding's own surroundings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from recognizers.base import Found, Tier
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.names_in_print import is_bibliography, is_history, tells_of_long_ago
from recognizers.number_ranges import stands_for_many
from recognizers.results import Hit
from recognizers.words import is_plain

_E = EntityType
_Told = TypeVar("_Told", Found, Hit)

#: Behind a value: a colon and room to write. The value is the next label of an empty form.
_ROOM = re.compile(r"[ ]{0,2}(?:/ ?[^\n:/]{2,40})?:[ ]{0,3}(?:[._…☐□]{3}|_)")
#: What an input field says while it is empty: "Quê quán: Thêm quê quán".
_PROMPT = re.compile(
    r"(?:thêm (?=nơi|quê|gia đình|thành viên|anh|số|địa chỉ)|nhập |chọn |ghi rõ |vui lòng |\(?để trống\)?|bỏ trống|tùy chỉnh|không bắt buộc)",
    re.IGNORECASE,
)
#: Kinds whose values can be offered as a list of choices.
_CHOICES = {
    _E.GENDER: re.compile(r"(?:nam|nu|khac|trai|gai|tuy chinh|male|female|other)"),
    _E.MARITAL_STATUS: re.compile(
        r"(?:doc than|chua (?:ket hon|co gia dinh|lap gia dinh|vo|chong)|da (?:ket hon|ly hon|dinh hon|co gia dinh)|co gia dinh|ket hon|"
        r"ly hon|ly than|goa|hen ho|phuc tap|tai hon|single|married|divorced|widowed|separated)"
    ),
    _E.FAMILY_RELATION: re.compile(
        r"(?:vo|chong|cha|me|bo|con|con trai|con gai|anh|chi|em|ong|ba|chu|bac|co|di|doc than|hen ho|da dinh hon|da ket hon|"
        r"phuc tap|ly than|ly hon|goa|khac|nguoi yeu|ban be)"
    ),
}
_LEAST_CHOICES = {_E.GENDER: 2, _E.MARITAL_STATUS: 3, _E.FAMILY_RELATION: 4}
_BETWEEN = re.compile(r"[ ]?[,/;|][ ]?")
_TICK = re.compile(r"[☑☒■✓✔✗]|\[ ?[xv] ?\]|\( ?[xv] ?\)|[□☐]")
#: A number with most of its digits left open is a pattern: "09xx xxx xxx", "017xxxxxxxxx".
_PATTERN = re.compile(r"\+?\d{0,4}[ .\-]?(?:[xX*•][ .\-]?){5,}\Z")
_NUMBERS = frozenset(
    {_E.VN_PHONE, _E.VN_PERSONAL_ID, _E.VN_CMND, _E.VN_BANK_ACCOUNT, _E.BANK_CARD, _E.VN_TAX_CODE, _E.VN_BHXH}
)
#: A number in one piece with the code of a part: "MH-0912-774-031", "079201004417-B".
_CODE_BEFORE = re.compile(
    r"(?<![A-Za-zĐ\d])(?!(?:ĐT|DT|SĐT|SDT|TEL|Tel|HP|ĐTDĐ|DĐ|LH|Zalo)-)[A-ZĐ]{1,5}\d{0,3}-\Z"
)
_CODE_BEHIND = re.compile(r"-[A-Z]{1,2}(?![A-Za-z])")
#: The third number of five digits in a row is drawn by lot, and no half of a telephone number.
_DRAWN = re.compile(r"(?<!\d)(?:\d{5} ){2,9}(?:\d{5} ?){0,9}\Z")
_FIVE_AND_FIVE = re.compile(r"\d{5} \d{5}\Z")

#: What is counted of many: "Tăng huyết áp quản lý: 196; đái tháo đường: 58; hen: 11".
_COUNTS = re.compile(r"\d{1,5}[;,] ?[a-z][a-z ]{2,40}: ?\d{1,5}(?:[;,.]|$)")

#: Persons of an example are called by a letter; "A.", "Nguyễn Văn A".
_LETTER = re.compile(r"(?:[A-ZĐ][a-zà-ỹđ]+ ){0,3}[A-HKMNTXYZ]\.?\Z")
_SAMPLE_NAME = re.compile(r"(?:nguyen van|tran (?:van|thi)|nguyen thi|le (?:van|thi)) [abcdexy]\.?\Z")
#: A text that teaches: an example, a case to solve, a question with answers to choose from.
_LESSON = re.compile(
    r"(?<![a-z])(?:vi du(?: \d+)?[ :,]|tinh huong(?: \d+)?[:. ]|cau(?: hoi)? \d+[.:]|bai(?: tap)? \d+[.:]|dap an|chan doan\?|hoi:|"
    r"gia su|for example|suppose|exercise)"
)
_TOLD = frozenset(
    {
        _E.AGE,
        _E.DATE_OF_BIRTH,
        _E.GENDER,
        _E.INCOME,
        _E.DEBT,
        _E.HEALTH_INFO,
        _E.MARITAL_STATUS,
        _E.PRIVATE_LIFE,
        _E.FAMILY_RELATION,
        _E.CRIMINAL_RECORD,
        _E.NATIONALITY,
    }
)
_AROUND = 160


def not_of_nobody(folded: Folded, found: Sequence[Found]) -> list[Found]:
    """Return findings without those that an empty form, a list of choices, a pattern or an example makes nobody's.

    Args:
        folded: the text.
        found: findings with offsets into it, resolved.
    """
    kept = [item for item in found if item.tier is Tier.RULE or not _is_nobodys(folded, item)]
    return list(_without_examples(folded, told_of_somebody(folded, kept)))


def told_of_somebody(folded: Folded, found: Sequence[_Told]) -> list[_Told]:
    """Return findings without phrases of running text if the text is a paper about nobody.

    Asked again when names that rules saw have been taken back: what was told of those is told of nobody.
    """
    if len(folded.text) < _PAPER or _is_about_somebody(folded, found):
        return list(found)
    return [item for item in found if item.reason.code not in _PHRASES]


#: A text this long stands for itself; shorter ones are cells and fields, and their people stand beside them.
_PAPER = 240
#: Reasons of what is told in running text of whoever it speaks of.
_PHRASES = frozenset(
    {
        "age_worded",
        "criminal_phrase",
        "debt_told",
        "ethnic_phrase",
        "gender_beside",
        "health_told",
        "income_told",
        "marital_phrase",
        "party_told",
        "private_told",
        "religion_phrase",
    }
)
_SAY_WHO = frozenset(
    {
        _E.PERSON,
        _E.VN_PERSONAL_ID,
        _E.VN_CMND,
        _E.VN_PASSPORT,
        _E.VN_PHONE,
        _E.EMAIL,
        _E.DATE_OF_BIRTH,
        _E.VN_BHXH,
        _E.VN_BHYT,
        _E.VN_TAX_CODE,
        _E.VN_BANK_ACCOUNT,
        _E.VN_ADDRESS,
        _E.VN_PLATE,
        _E.STUDENT_ID,
        _E.EMPLOYEE_ID,
        _E.MEDICAL_RECORD_NO,
        _E.SOCIAL_ACCOUNT,
    }
)
#: Who writes, or whom a paper is about without a name.
_WRITER = re.compile(
    r"\b(?:tôi|tui|em|mình|tớ|tao|bệnh nhân|bn|người bệnh|bị cáo|bị can|đương sự|nguyên đơn|bị đơn|sản phụ|bé|cháu|người (?:khai|làm đơn))\b",
    re.IGNORECASE,
)
_WRITER_PLAIN = re.compile(
    r"(?<![a-z])(?:toi|tui|em|minh|tao|benh nhan|bn|nguoi benh|bi cao|bi can|duong su|nguyen don|bi don|san phu|chau|i|my|patient)(?![a-z])"
)


def _is_about_somebody(folded: Folded, found: Sequence[Found | Hit]) -> bool:
    """Return whether a text names, numbers or means anybody: otherwise it is a rule, a lesson, a report of numbers."""
    return (
        any(item.entity_type in _SAY_WHO and not item.keep for item in found)
        or _WRITER.search(folded.text) is not None
        or (is_plain(folded) and _WRITER_PLAIN.search(folded.key) is not None)
    )


def _is_nobodys(folded: Folded, item: Found) -> bool:
    text, kind = folded.text, item.entity_type
    value = text[item.start : item.end]
    if kind is _E.DATE_OF_BIRTH and _is_of_print(folded, item):
        return True
    if stands_for_many(folded, item):
        return True
    if item.reason.code == "address_witness" and folded.memo("history", is_history):
        begin = folded.text.rfind("\n", 0, item.start) + 1
        end = folded.text.find("\n", item.end)
        return tells_of_long_ago(folded.key[begin : end if end >= 0 else len(folded.key)])
    if kind is _E.HEALTH_INFO and _COUNTS.match(folded.key, item.start):
        return True
    if item.tier is Tier.LABEL:
        if _ROOM.match(text, item.end) and (kind in _TOLD or not any(char.isdigit() for char in value)):
            return True
        if _PROMPT.match(text, item.start):
            return True
        if kind in _CHOICES and _is_choice(folded, item):
            return True
    if kind in _NUMBERS:
        if _PATTERN.match(value):
            return True
        if item.tier is not Tier.LABEL and _is_part_of_code(text, item):
            return True
    return False


def _is_of_print(folded: Folded, item: Found) -> bool:
    """Return whether a year is that of a book behind its author, or of somebody long dead."""
    value = folded.text[item.start : item.end]
    if _LONG_DEAD.search(value):
        return True
    return (
        _BARE_YEAR.fullmatch(value) is not None
        and folded.text[item.start - 1 : item.start] == "("
        and _BEHIND_YEAR.match(folded.text, item.end) is not None
        and folded.memo("list of books", is_bibliography)
    )


_LONG_DEAD = re.compile(r"(?<!\d)1[0-7]\d\d(?!\d)|(?<!\d)18[0-7]\d(?!\d)")
_BARE_YEAR = re.compile(r"(?:19|20)\d\d")
_BEHIND_YEAR = re.compile(r"[a-d]?\)[,.:]")


def _is_choice(folded: Folded, item: Found) -> bool:
    """Return whether a value is one of those offered: "Giới tính: Nam, Nữ, Tùy chỉnh"."""
    end = folded.text.find("\n", item.start)
    line = folded.key[item.start : end if end >= 0 else len(folded.key)][:_AROUND]
    if _TICK.search(line):
        return False
    offered = 0
    for part in _BETWEEN.split(line):
        if _CHOICES[item.entity_type].fullmatch(part.strip(" .")) is None:
            break
        offered += 1
    return offered >= _LEAST_CHOICES[item.entity_type]


def _is_part_of_code(text: str, item: Found) -> bool:
    before = text[max(0, item.start - 70) : item.start]
    if _CODE_BEFORE.search(before) or _CODE_BEHIND.match(text, item.end):
        return True
    return _FIVE_AND_FIVE.match(text[item.start : item.end]) is not None and _DRAWN.search(before) is not None


def _without_examples(folded: Folded, found: Sequence[Found]) -> Iterator[Found]:
    """Yield findings without people called by a letter in a lesson, and what their sentence tells of them."""
    letters = [
        item
        for item in found
        if item.entity_type is _E.PERSON
        and item.tier is not Tier.RULE
        and _is_letter(folded, folded.text[item.start : item.end])
    ]
    lesson = bool(letters) and _LESSON.search(folded.key) is not None
    for item in found:
        if item.tier is Tier.RULE:
            yield item
        elif item.entity_type is _E.PERSON:
            sample = _SAMPLE_NAME.match(folded.key[item.start : item.end])
            if not sample and not (lesson and item in letters):
                yield item
        elif not (lesson and item.entity_type in _TOLD and _of_a_letter(folded, item, letters, found)):
            yield item


def _is_letter(folded: Folded, value: str) -> bool:
    return _LETTER.match(value.rstrip(" .")) is not None and len(value) < 30


def _of_a_letter(folded: Folded, item: Found, letters: Iterable[Found], found: Iterable[Found]) -> bool:
    """Return whether the last person before a value in its line is called by a letter."""
    begin = folded.text.rfind("\n", 0, item.start) + 1
    before = [p for p in found if p.entity_type is _E.PERSON and begin <= p.start < item.start]
    return bool(before) and before[-1] in list(letters)
