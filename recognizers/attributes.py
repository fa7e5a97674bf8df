"""What a field says about a person, not what identifies them: gender, nationality, religion and the like.

Found by label (value only) and, where the phrase itself is about a person ("đã ly hôn", "dương tính với HIV"),
in running text. Closed lists where the law or the census has one: the 54 ethnic groups (Decision 121-TCTK/PPCĐ
of 1979), religions recognised by the Government Committee for Religious Affairs.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from recognizers.attribute_sums import labelled_sums
from recognizers.attribute_values import (
    ETHNIC_GROUPS,
    GENDER,
    MARITAL,
    MARITAL_MORE,
    NATIONS,
    PHRASES,
    RELATION,
    RELIGIONS,
)
from recognizers.base import Found, Tier, VnRecognizer
from recognizers.clues import Clue, labels
from recognizers.entities import EntityType
from recognizers.fields import Field, Layout, announced, fields_for, line_field_at
from recognizers.folding import Folded
from recognizers.results import Reason
from recognizers.told_subjects import subjects
from recognizers.told_words import Told, mentions
from recognizers.words import words

_E = EntityType


@dataclass(frozen=True, slots=True)
class _Attribute:
    """One kind of field: what its value may be. ``listed`` on the key; without it the value is free text."""

    entity_type: EntityType
    labels: frozenset[Clue]
    listed: re.Pattern[str] | None
    free: bool
    score: float


def _list(pattern: str) -> re.Pattern[str]:
    """Return a pattern that takes the longest entry: "chị gái" before "chị"."""
    return re.compile(
        f"(?:{pattern})(?![a-z0-9])(?! (?:gai|trai|ruot|re|dau|noi|ngoai|nuoi|de|duong|ke|ho|rieng)(?![a-z]))"
    )


_ATTRIBUTES = (
    _Attribute(_E.GENDER, frozenset({Clue.GENDER}), _list(GENDER), False, 0.9),
    _Attribute(_E.NATIONALITY, frozenset({Clue.NATIONALITY}), _list(NATIONS), True, 0.9),
    _Attribute(_E.ETHNICITY, frozenset({Clue.ETHNICITY}), _list(ETHNIC_GROUPS), False, 0.9),
    _Attribute(_E.RELIGION, frozenset({Clue.RELIGION}), _list(RELIGIONS), False, 0.9),
    _Attribute(
        _E.MARITAL_STATUS, frozenset({Clue.MARITAL}), _list(f"(?:{MARITAL}){MARITAL_MORE}"), True, 0.88
    ),
    _Attribute(_E.FAMILY_RELATION, frozenset({Clue.FAMILY}), _list(RELATION), True, 0.85),
    _Attribute(_E.HEALTH_INFO, frozenset({Clue.HEALTH}), None, True, 0.88),
    _Attribute(_E.BIOMETRIC, frozenset({Clue.BIOMETRIC}), None, True, 0.85),
    _Attribute(_E.CRIMINAL_RECORD, frozenset({Clue.CRIMINAL}), None, True, 0.85),
)

_ICD = re.compile(r"(?<![A-Za-z0-9/.\-])[A-TV-Z]\d{2}(?:\.\d{1,2})?[*†]?(?![A-Za-z0-9.\-/]|[.]\d)")
_MEDICAL = re.compile(r"(?:chan doan|benh|icd|xet nghiem|kham|dieu tri|vien|bac si|trieu chung|thuoc)")
_STOP = re.compile(
    r"[;\n\x1e]|</|\.(?=\s+[A-ZĐÀ-Ỹ])|\.$|,\s(?=[^,]{0,12}:)|[ ]{3,}|\t"
    r"|[,.]\s(?=(?i:tôi đồng ý|hẹn (?:tái )?khám|hẹn giao|về quê|đề nghị|kính mong|phòng \w{1,4}\b|buồng \w))"
)
_BOXES = re.compile(r"[□☐▢◻]|\[ ?\]|\( ?\)")
_TICKED = re.compile(r"(?i)[☑☒■✓✔✗]|\[ ?[xv] ?\]|\( ?[xv] ?\)|(?<!\w)[xv](?!\w)")
_TICK = re.compile(r"(?:[☑☒■✓✔]|\[ ?[xX✓] ?\]|\( ?[xX✓] ?\))\s{0,2}")
#: How an illness is recognised, not what somebody has.
_ADVICE = re.compile(
    r"(?:tuyen dung|xin viec|di hoc|di lam|thi bang|lai xe|dinh ky|dua (?:vao|tren)|can (?:phan biet|lam|cu)|phan biet|xac dinh (?:dua|bang|khi)|bang cach|nen |gom |bao gom|la benh|thuong |khi co|neu )"
)
#: Of goods too: "Cân nặng hàng: 14 kg".
_MEASURED = frozenset(("Cân nặng", "Chiều cao"))
#: "Trung tâm Kiểm soát bệnh tật: …": the name of an office, not the heading of an illness.
_OFFICE_BEFORE = re.compile(
    r"(?<![a-z])(?:trung tam|khoa|vien|phong|hoi|quy|kiem soat|phong chong|nguoi)(?: [a-z]{1,6}){0,3} ?\Z"
)
#: Before a heading of a judgment, "1. Về hôn nhân: Chị …": what follows is told, not filled in.
_ABOUT = re.compile(r"(?<![a-z])ve (?:quan he |phan |tinh trang )?\Z")
_STATUS = re.compile(f"(?<![a-z])(?:thuan tinh )?(?:{MARITAL})(?![a-z])")
_PRICE = re.compile(r"\d{1,3}(?:[.,]\d{3})+(?![.,]?\d)(?: ?(?:đồng|đ|VND|VNĐ))?(?=\s*(?:[;,.\n/]|$))")
_EMPTY = re.compile(r"[\s.…_\-/:,;()\[\]*|]*\Z")


class AttributeRecognizer(VnRecognizer):
    """Fields and phrases about a person's attributes."""

    ENTITIES = (
        *(a.entity_type for a in _ATTRIBUTES),
        EntityType.INCOME,
        EntityType.GRADES,
        EntityType.DEBT,
        EntityType.PARTY_MEMBERSHIP,
    )

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield labelled values, labelled sums, then phrases."""
        for attribute in _ATTRIBUTES:
            for field, label in fields_for(folded, attribute.labels):
                yield from _value(folded, field, label.start, label.end, label.shown, attribute)
        yield from labelled_sums(folded)
        yield from _phrases(folded)


def _value(
    folded: Folded, field: Field, label_start: int, label_end: int, shown: str, attribute: _Attribute
) -> Iterator[Found]:
    if field.layout is Layout.ROWS:
        return
    said = announced(folded, label_end, field.start) or field.layout is Layout.BELOW
    if attribute.listed is not None:
        match = attribute.listed.match(folded.key, _behind_tick(folded, field), field.end)
        if match is not None and (
            said
            or (
                attribute.entity_type not in _NEEDS_COLON
                and (
                    attribute.entity_type is not EntityType.ETHNICITY
                    or folded.text[match.start() : match.end()].lower() not in _NOT_ETHNIC
                )
            )
        ):
            again = _AGAIN.match(folded.key, match.end(), field.end) if attribute.free else None
            yield Found(
                match.start(),
                again.end() if again else match.end(),
                attribute.entity_type,
                attribute.score,
                Reason("value_labelled", shown),
                tier=Tier.LABEL,
            )
            return
    if (
        not attribute.free
        or "\n" in folded.text[label_start:label_end]
        or (
            ":" not in folded.text[label_end : field.start]
            and "=" not in folded.text[label_end : field.start]
        )
    ):
        return
    if attribute.entity_type is EntityType.FAMILY_RELATION and _NO_KIN.search(
        folded.key, label_end, field.start
    ):
        return
    if shown in _OF_LAWS_TOO and (
        not subjects(folded).anybody or _GENERAL.match(folded.key, field.start) is not None
    ):
        return
    if shown == "Tội" and _is_me(folded, label_start, field.start):
        return
    if shown in _OF_PATIENTS and not _PATIENT.search(folded.key):
        return
    limit = _free_end(folded, field)
    if attribute.entity_type is EntityType.MARITAL_STATUS and _ABOUT.search(folded.key, 0, label_start):
        status = _STATUS.search(folded.key, field.start, limit)
        if status is not None:
            yield Found(
                *status.span(), attribute.entity_type, attribute.score, Reason("value_labelled", shown)
            )
        return
    stop = _STOP.search(folded.text, field.start, limit)
    end = stop.start() if stop is not None else limit
    if attribute.entity_type is EntityType.HEALTH_INFO:
        while stop is not None and stop.group() == ";" and _ill_at(folded, stop.end()):
            stop = _STOP.search(folded.text, stop.end(), limit)
        end = stop.start() if stop is not None else limit
    if stop is None and attribute.entity_type is EntityType.HEALTH_INFO:
        end = _wrapped(folded, end)
    while end > field.start and folded.text[end - 1] in " .,;:-–(":
        end -= 1
    if _BOXES.search(folded.text, field.start, end) and not _TICKED.search(folded.text, field.start, end):
        return  # a form nobody has filled
    if attribute.entity_type is EntityType.HEALTH_INFO and (
        _ADVICE.match(folded.key, field.start)
        or _PRICE.match(folded.text, field.start)
        or _OFFICE_BEFORE.search(folded.key, max(0, label_start - 30), label_start)
        or "," in folded.text[label_end : field.start]
        or (shown in _MEASURED and any(char.isalpha() for char in folded.text[label_end : field.start]))
    ):
        return
    if attribute.listed is not None and not any(map(str.isalpha, folded.text[field.start : end])):
        return  # "hôn nhân gia đình: 1.893", a count
    if end > field.start and not _EMPTY.match(folded.text[field.start : end]) and end - field.start <= 300:
        yield Found(
            field.start,
            end,
            attribute.entity_type,
            attribute.score - 0.08,
            Reason("value_labelled", shown),
            tier=Tier.LABEL,
        )


#: The value once more in another language, or closer: "Nga/Russian", "Trung Quốc (Đài Loan)".
_AGAIN = re.compile(r"\s?/\s?[a-z]{2,12}(?![a-z])| \([a-z ]{2,20}\)")
_NO_KIN = re.compile(
    r"(?:cong chung|khach hang|dong nghiep|dia phuong|doi tac|bao chi|nguoi dan|co quan|nhan dan)"
)
#: Labels that stand in textbooks as often as in the papers of a patient.
_OF_PATIENTS = frozenset(
    {"Dấu hiệu lâm sàng", "Phương pháp điều trị", "Khuyết tật", "Da liễu", "Các bệnh tật"}
)
#: Labels that head what laws and notices say of everybody, too.
_OF_LAWS_TOO = frozenset(
    {
        "Phạm tội",
        "Tội",
        "Hình phạt",
        "Mức hình phạt",
        "Đã bị xử lý",
        "Quá trình xử lý",
        "Tổn thương",
        "Thương tích",
    }
)


def _is_me(folded: Folded, label_start: int, value_start: int) -> bool:
    """Return whether "toi" is written, which is "tôi" and "tới" more often than "tội", and no offence follows."""
    return folded.text[label_start:value_start].isascii() and _OFFENCE.match(folded.key, value_start) is None


#: How offences begin.
_OFFENCE = re.compile(
    r"['\"“(]?(?:trom|cuop|cuong|lua|lam (?:dung|gia|nhuc)|danh bac|to chuc|co y|vo y|giet|mua ban|tang tru|van chuyen|che tao|san xuat|vi pham|hiep|giao cau"
    r"|dam o|tham o|dua hoi|nhan hoi|huy hoai|gay (?:roi|thuong)|chong|chua|moi gioi|khong to|de doa|cho vay|buon lau|su dung|bat (?:giu|coc)|chiem|tron|xam|pha|vu khong|doi nhuc)"
)
_GENERAL = re.compile(r"(?:quy dinh|theo|xem|khong|do |canh cao, phat|phat tien[,;]|dieu \d)")
_PATIENT = re.compile(r"(?<![a-z])(?:ho (?:va )?ten|nguoi benh|benh nhan|ho, chu dem)(?![a-z])")


def _behind_tick(folded: Folded, field: Field) -> int:
    """Return where the value starts: behind the ticked box if there are boxes, "[ ] Nam [x] Nữ"."""
    if not _BOXES.match(folded.text, field.start) and not _TICK.match(folded.text, field.start):
        return field.start
    end = folded.text.find("\n", field.start)
    ticked = _TICK.search(folded.text, field.start, len(folded.text) if end < 0 else end)
    return field.start if ticked is None else ticked.end()


def _wrapped(folded: Folded, end: int) -> int:
    """Return where a value ends that goes on in the next line: it begins in lower case and holds no label."""
    text = folded.text
    if text[end : end + 1] != "\n" or not text[end + 1 : end + 2].islower():
        return end
    line = text.find("\n", end + 1)
    line = len(text) if line < 0 else line
    if ":" in text[end + 1 : line]:
        return end
    stop = _STOP.search(text, end + 1, line)
    return stop.start() if stop is not None else line


def _free_end(folded: Folded, field: Field) -> int:
    """Return where free text ends: at its line's end, or before a label that a colon follows."""
    end = folded.text.find("\n", field.start)
    end = len(folded.text) if end < 0 else end
    found = labels(folded)
    for label in found[bisect_right(found, field.start, key=lambda label: label.start) :]:
        if label.start >= end:
            break
        if ":" in folded.text[label.end : label.end + 3]:
            return max(field.end, label.start)
    return max(field.end, end)


def _phrases(folded: Folded) -> Iterator[Found]:
    for entity_type, pattern, code, score in PHRASES:
        for match in pattern.finditer(folded.key):
            start, end = match.span("v")
            written = folded.text[match.start() : end]
            if code == "ethnic_phrase" and not (
                _is_ethnic(written, folded.text[start:end])
                or _is_said_to_be(folded, match.start(), start, end)
            ):
                continue
            while end > start and folded.text[end - 1] in " ,":
                end -= 1
            yield Found(start, end, entity_type, score, Reason(code), tier=Tier.STRUCTURE)
    for match in _ICD.finditer(folded.text):
        field = line_field_at(folded, match.start())
        if field is not None and field.label(_HEALTH) is not None:
            continue  # the whole field is found already
        if ("." in match.group() or _behind_illness(folded, match.start())) and _MEDICAL.search(
            folded.key, max(0, match.start() - 80), match.start()
        ):
            yield Found(
                match.start(),
                match.end(),
                EntityType.HEALTH_INFO,
                0.6,
                Reason("icd_code"),
                tier=Tier.NEIGHBOUR,
            )


def _ill_at(folded: Folded, position: int) -> bool:
    """Return whether an illness is named right at a place, spaces skipped."""
    while folded.text[position : position + 1] == " ":
        position += 1
    if _ICD.match(folded.text, position) or folded.key.startswith(("kem ", "(kem "), position):
        return True
    start = words(folded).start
    return any(
        start[mention.first] == position and mention.kind is Told.ILLNESS for mention in mentions(folded)
    )


def _behind_illness(folded: Folded, position: int) -> bool:
    """Return whether a code stands in brackets or behind "ICD", right behind an illness: "tăng huyết áp (I10)"."""
    before = folded.key[max(0, position - 40) : position]
    return re.search(
        r"(?:icd(?:[ \-]?10)?|ma benh)[ :]{0,3}\Z|\((?:[a-z]\d{2}(?:\.\d)?[,; /]{1,2}){0,4}\Z", before
    ) is not None and any(
        mention.kind is Told.ILLNESS
        for mention in mentions(folded)
        if position - 60 <= words(folded).start[mention.first] < position
    )


def _is_said_to_be(folded: Folded, position: int, start: int, end: int) -> bool:
    """Return whether a word that means other things too is said of somebody: "em dâu là người Hoa"."""
    value = folded.text[start:end]
    if value.lower() not in ("hoa", "thái", "lào") or not value[:1].isupper():
        return False
    if not folded.text[max(0, position - 3) : position].lower().endswith("là "):
        return False
    told = subjects(folded)
    return told.told(bisect_left(told.w.start, position))


def _is_ethnic(written: str, value: str) -> bool:
    """Capital letter and right accents: "người Tày", not "người lao động", "người Việt Nam", "người thái"."""
    return (
        value[:1].isupper()
        and not written.isupper()
        and value.lower() not in _NOT_ETHNIC
        and (not value.isascii() or value.lower() in _ASCII_ETHNIC)
    )


_NOT_ETHNIC = frozenset(
    {"lào", "việt", "thái", "lao", "hoa", "mỹ", "co", "ma", "cô", "má", "lũ", "thợ", "công", "cộng", "đào"}
)
_ASCII_ETHNIC = frozenset(
    {"kinh", "dao", "khmer", "gia rai", "jrai", "m'nong", "la chi", "si la", "bahnar", "h'mong"}
)
_HEALTH = frozenset({Clue.HEALTH})
#: Words so common in prose that only a colon makes them a label.
_NEEDS_COLON = frozenset({EntityType.FAMILY_RELATION, EntityType.MARITAL_STATUS})
