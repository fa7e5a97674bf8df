"""Labels of numbers that no table lists, judged by their words: "Mã số hồ sơ khám sức khỏe định kỳ: 0123".

Houses coin labels freely, but they are built alike: a word for "number", then what or whom it numbers. A noun of patients,
pupils, workers or the insured makes it a person's number; a noun of goods, rooms, courses or counts makes it a thing's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.nearby import matches_near

_E = EntityType
#: "Mã …", "Số hiệu …", "Số hồ sơ …": a code. A plain "Số …" counts, unless a paper's noun follows it.
_LABEL = re.compile(
    r"(?<![a-z0-9])(?P<head>ma so|ma|so hieu|so the|so ho so|so dinh danh|so|ms|id|code)(?P<words>(?: [a-z]{1,9}){1,6}?)"
    r"(?: \([a-z ,]{2,24}\))?(?:[ ]?[:：][ .…]{0,12}| (?:so|la) ?:? |[ ]{2,8}|\t)"
    r"(?P<number>(?=[a-z0-9.\-/]{0,12}\d)[a-z0-9][a-z0-9.\-/_]{2,18}[a-z0-9])(?![a-z0-9]|[.,/\-]\d)"
)
#: Papers: "Bệnh án số 12/2024", "Hồ sơ bệnh án 0123/24", "BA số 2210983".
_PAPER = re.compile(
    r"(?<![a-z0-9])(?P<words>ho so (?:benh an|suc khoe|benh nhan|nguoi benh)|benh an|phieu (?:kham|xet nghiem|xn|sieu am|chup|tiep nhan)"
    r"(?: benh)?|the (?:nguoi khuyet tat|thuong binh|hoi vien|doan vien|thanh vien|hoc vien|sinh vien|hoc sinh|nhan vien|nganh|dang vien"
    r"|thu vien|ban doc|doc gia|khach hang thanh vien)|so (?:kham benh|tiem chung|suc khoe)|ba|sid)(?: so)? ?[:.]? ?"
    r"(?P<number>(?=[a-z0-9.\-/]{0,12}\d{3})[a-z0-9][a-z0-9.\-/_]{2,18}[a-z0-9])(?![a-z0-9]|[.,/\-]\d)"
)
#: A card by whose it is, with the house that gave it between: "thẻ sinh viên HUTECH 2180604471", "thẻ thư viện QT-TV 3306".
_CARD = re.compile(
    r"(?<![a-z0-9])(?P<words>the (?:sv|sinh vien|hs|hoc sinh|hoc vien|thu vien|ban doc|doc gia|nv|nhan vien|cong nhan|cong doan|doan vien|hoi vien|can bo|giao vien|tap|gym|thanh vien)"
    r"|(?:student|reader|library|staff|employee|member(?:ship)?|union|badge) (?:card|id))(?: (?!la |va |de |cho |khi |tu |gia |moi |het |da |so luong )(?P<house>[a-z]{2,8})){0,2}?(?: so| no\.?| number)?[ ]?[:\-(]?[ ]"
    r"[\"“]?(?P<number>(?:[a-z]{2,3}(?:-[a-z]{1,3})?[ ])?(?=[a-z0-9.\-/]{0,8}\d)[a-z0-9][a-z0-9.\-/]{2,18}[a-z0-9](?: \d{3,8})?)(?![a-z0-9]|[.,/\-]\d|[ ]?(?:d|dong|k|tr|vnd|the|nguoi|buoi|thang|ngay|nam|cuon|lan|chiec|cai|chai|ban|ky|diem)(?![a-z]))"
)
_OF_CARD = re.compile(
    r"(?<![a-z])(?:sv|sinh vien|hs|hoc sinh|hoc vien|thu vien|ban doc|doc gia|student|reader|library)(?![a-z])"
)
_CARD_FIGURES = 4
_KINDS: tuple[tuple[EntityType, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"(?<![a-z])(?:{nouns})(?![a-z])"))
    for kind, nouns in (
        (
            _E.MEDICAL_RECORD_NO,
            r"benh|benh nhan|nguoi benh|bn|kham|dieu tri|xet nghiem|xn|tiem|tiem chung|nhap vien|vao vien|ra vien|luu tru|y te|yt|suc khoe"
            r"|sieu am|noi soi|hien mau|noi tru|ngoai tru|benh an|ba|sid|benh pham|san phu|thai phu|khuyet tat",
        ),
        (
            _E.STUDENT_ID,
            r"hoc sinh|sinh vien|hoc vien|thi sinh|nguoi hoc|sv|hv|hssv|nghien cuu sinh|tre|du tuyen|tuyen sinh|nhap hoc|thu vien|ban doc|doc gia",
        ),
        (
            _E.EMPLOYEE_ID,
            r"nhan vien|nhan su|cong nhan|can bo|cbnv|cnv|nld|nguoi lao dong|giao vien|giang vien|bac si|tai xe|lai xe|cong tac vien|ctv"
            r"|hoi vien|doan vien|thanh vien|xa vien|tu van vien|dai ly vien|cham cong|huong dan vien|van dong vien|thuyen vien"
            r"|dai bieu|co dong|nha dau tu|thuong binh|nganh",
        ),
        (_E.MILITARY_ID, r"si quan|sq|quan nhan|qn|tdv|dang vien|cand"),
        (_E.VN_BHXH, r"bhxh|bao hiem xa hoi|dong bh|so bh|tham gia bh"),
    )
)
#: Things, places, counts and sums: what is numbered is nobody.
_THINGS = re.compile(
    r"(?<![a-z])(?:thuoc|lop|phong|mon|hang|giuong|san pham|sp|vat tu|dich vu|dv|may(?! cham cong)|thiet bi|luong|tien|don vi|co so|noi|khoa|chuc danh|nganh(?=[ ])"
    r"|loai|nhom|goi|hop dong|hoa don|giao dich|tra cuu|don hang|van don|bai|de|de tai|tai lieu|kho|ngay|gio|thang|nam|luot|lan|muc"
    r"|tk|tai khoan|dien thoai|sdt|lien he|hotline|fax|xe|ghe|ban|cua|toa|tang|kcb|icd|chuyen khoa|chuyen nganh|phien ban|cong van"
    r"|quyet dinh|bien ban|thong bao|nghi dinh|thong tu|bao cao|ke hoach|van ban|to trinh|giay phep|tham dinh|dau thau|chung tu)(?![a-z])"
)
#: Behind a plain "Số" only papers are meant: "Số học sinh: 1234" counts them.
_COUNTED = re.compile(
    r"(?<![a-z])(?:hoc sinh|sinh vien|hoc vien|thi sinh|benh nhan|nguoi benh|nhan vien|cong nhan|can bo|nguoi lao dong|giao vien|hoi vien|doan vien"
    r"|thanh vien|ban doc|doc gia|tre|dang vien|dai bieu|co dong|luot|benh|san phu)(?![a-z])"
)
_PLAIN = frozenset({"so"})
_DATE = re.compile(r"\d{1,2}[./\-]\d{1,2}[./\-](?:\d{4}|\d\d)\Z|\d{1,2}/\d{4}\Z|20[0-4]\d\Z")


@dataclass(frozen=True, slots=True)
class Coined:
    """A number under a coined label: ``folded.text[start:end]``."""

    start: int
    end: int
    entity_type: EntityType


def coined(folded: Folded) -> Iterator[Coined]:
    """Yield the numbers under labels that are built like those of people's numbers and stand in no table."""
    for match in _LABEL.finditer(folded.key):
        words = match["words"]
        if _THINGS.search(words) or (match["head"] in _PLAIN and _COUNTED.search(words)):
            continue
        kind = _kind(words)
        if kind is not None and _is_number(folded, match):
            yield Coined(match.start("number"), match.end("number"), kind)
    for match in _PAPER.finditer(folded.key):
        words = match["words"]
        written = folded.text[match.start("words") : match.end("words")]
        if len(words) <= 3 and not written.isupper():
            continue
        kind = _kind(words)
        if kind is not None and _is_number(folded, match):
            yield Coined(match.start("number"), match.end("number"), kind)
    for match in matches_near(_CARD, folded.key, ("the ", " card", " id")):
        number = match["number"]
        figures = sum(map(str.isdigit, number))
        if figures >= _CARD_FIGURES and not _DATE.match(number) and _is_of_card(folded, match):
            kind = _E.STUDENT_ID if _OF_CARD.search(match["words"]) else _E.EMPLOYEE_ID
            yield Coined(match.start("number"), match.end("number"), kind)


def _is_of_card(folded: Folded, match: re.Match[str]) -> bool:
    """Return whether a card is meant and no body or genitive, and its number has no small letters or many figures."""
    written = folded.text[match.start("words") : match.end("words")].lower()
    number = folded.text[match.start("number") : match.end("number")]
    if not written.isascii() and written.startswith("thể"):
        return False
    small = " " in number or _SIZE.fullmatch(number) is not None
    return number.upper() == number or (not small and sum(map(str.isdigit, number)) >= _SMALL_FIGURES)


_SIZE = re.compile(r"[\d.,]+x[\d.,]+\w{0,3}")
_SMALL_FIGURES = 5


def _kind(words: str) -> EntityType | None:
    for kind, nouns in _KINDS:
        if nouns.search(words):
            return kind
    return None


def _is_number(folded: Folded, match: re.Match[str]) -> bool:
    number = match["number"]
    digits = sum(char.isdigit() for char in number)
    return digits >= 3 and digits * 2 >= sum(map(str.isalnum, number)) and _DATE.match(number) is None
