"""Codes of workers, pupils and patients behind a word for them, in the sentence of the person they belong to.

"Phạm Thị Kim Em, 55 tuổi, mã QY25-97838", "công nhân kho B, thẻ HN-2207", "Nhân viên  Trưng Thị Lắm⏎Mã số  BT-1176". The code may
stand a few words behind the name (``numbers_told`` reads what stands right behind it); what is numbered is asked of the words
around: a paper, a product, a machine or a room has codes that look the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.name_reader import name_spans
from recognizers.nearby import matches_near
from recognizers.words import words

_E = EntityType
_LABEL = (
    r"(?P<label>(?:(?:so )?the(?: (?:so|tu|cua|ra vao|hanh nghe|cong nhan|nhan vien|nv|sv|sinh vien))?(?: ma)?(?: so)?|badge(?: no\.?)?|danh so|employee(?: no\.?| id)?"
    r"|(?:our |your )?(?:hospital )?(?:file|chart)|ma(?: so)?(?: (?:cu|moi|nv|nhan vien|cong nhan|benh nhan|bn|hoc vien|ho so|tam|the|hs)){0,2}|hs|so hs|(?<!ma )ho so(?: so)?|benh an(?: so)?|so ba|ms))"
)
#: Letters and digits with three digits at least, or digits in groups or with marks; never a plain number of few digits.
_CODE = (
    r"(?P<code>[a-zđ]{1,6}\d{0,3}[.\-/]?(?:\d{2,3}[.\-/])?\d{3,8}(?:[.\-/][a-z\d]{1,6}){0,2}|[a-zđ]\d{2}[a-z]{2,6}\d{3,4}|\d{2}[a-z]\d{5,8}|\d{2}[a-z]{1,4}\d{4,6}"
    r"|[a-z]{2,4} \d{4,6}(?:/[a-z]\d{2})?|\d{1,4}[.\-/]\d{3,8}(?:[.\-]\d{1,6})?|\d{2}\.\d{2,3}\.\d{3,5}|\d{4} \d{4}(?: \d{2})?|\d{8,10})"
    r"(?![\w]|[.,/\-]\d|[ ]?(?:dong|d|vnd|kg|%|cai|tr|trieu|k|ngay|thang|tuoi)(?![a-z]))"
)
_TOLD = re.compile(rf"(?<![a-z]){_LABEL}(?P<sep>[ ]?:[ ]{{0,12}}|[ ]{{1,12}}){_CODE}")
_WORDS = (
    "the ",
    "badge",
    "danh so",
    "employee",
    "file",
    "chart",
    "ma ",
    "ma:",
    "so:",
    "so ",
    "hs",
    "benh an",
    "ba ",
    "ms",
)
_KINDS = (
    (
        _E.MEDICAL_RECORD_NO,
        re.compile(
            r"(?<![a-z])(?:benh nhan|nguoi benh|bn|nb|benh an|chan doan|nhap vien|vao vien|ra vien|xuat vien|vao cap cuu|dieu tri|tai kham|kham|xet nghiem|sieu am|san phu|sinh thuong|giuong|buong"
            r"|phong kham|patient|hospital|diagnos\w+|symptoms?|results?|x-?quang|mo (?:thu|cap cuu)|thai \d)(?![a-z])"
        ),
    ),
    (
        _E.STUDENT_ID,
        re.compile(
            r"(?<![a-z])(?:sinh vien|hoc sinh|hoc vien|nghien cuu sinh|ncs|sv|mssv|lop [a-z\d]+|khoa \d|k\d\d|truong (?:dh|dai hoc|thpt)|hoc phi|hoc bong|thu vien|ky tuc|ktx|the sv|co chu nhiem|gvcn|diem thi)(?![a-z])"
        ),
    ),
    (
        _E.EMPLOYEE_ID,
        re.compile(
            r"(?<![a-z])(?:cong nhan|nhan vien|nv|cong ty|xuong|chuyen(?: may| \d)?|to \w{1,6} \d|ca (?:dem|ngay|[abc123])|(?:bang|phieu|tra|muc|tien|thieu) luong|cham cong|nghi viec|nghi phep|thoi viec|lam tu|vao lam|phan xuong|hcns|hr"
            r"|nhan su|bao ve|tai xe|lai xe|dieu duong|worker|employee|staff|shift|line leader|the ra vao|ctv|bo phan|phong [a-z]{2,})(?![a-z])"
        ),
    ),
)
#: Whom a sentence speaks of without a name.
_SOMEBODY = re.compile(
    r"(?<![a-z])(?:ong|ba|anh|chi|em|chau|be|bn|benh nhan|nguoi benh|cong nhan|nhan vien|nv|tai xe|sinh vien|sv|hoc sinh|hoc vien|toi|san phu|mr|mrs|ms|your|our|complainant|worker)(?![a-z])"
)
#: What else has such codes, before the word for the code.
_OF_THINGS = re.compile(
    r"(?<![a-z])(?:hop dong|hd|don hang|don|hang|san pham|sp|may(?: tinh)?|laptop|thiet bi|phong|de tai|du an|lop|mon|hoc phan|vu|quyet dinh|khach hang|giao dich|gd|tra cuu|dat cho|booking|tour|ve|phieu|truong|don vi"
    r"|de|loi|kho|lo|chuong trinh|voucher|giam gia|bao mat|kich hoat|xac thuc|icd|benh|thuoc|vat tu|hoa don|bien lai|to khai|van don|tai san|mau|model|xe|tau|can|toa|bai|tai lieu|cong van|so|kiem tra|thu tuc|tthc|mst|thue|vach|qr|buu chinh)"
    r"[ ,]{1,2}\Z"
)
_DATE = re.compile(
    r"\d{1,2}[./\-]\d{1,2}[./\-]\d{2,4}\Z|(?:19|20)\d\d[./\-]\d{1,4}\Z|\d{1,2}/\d{4}\Z|\d{1,4}/(?:19|20)\d\d(?:/|\Z)|\d{1,3}(?:\.\d{3})+\Z"
)
#: Decisions, dossiers of offices, cards of banks, health cards.
_OTHER = re.compile(
    r"(?:qd|tb|hd|hdld|cv|bb|nq|nd|tt|to|bhxh|bhyt|visa|jcb|napas|master|amex|atm|sha|iso|gdv|covid|ft|pe|ghn|ghtk|spx|vnp|ts|px|pn|kh|odr|vtp|dh|don|ytcc)[ .\-/]?\d"
    r"|[gh]\d{2}(?:\.\d{1,3}){0,3}-\d{6}-\d{4}"
)
#: A library's book, with the day it is due: "Số đỏ – Vũ Trọng Phụng, mã VH.7980.03, hạn 02/11".
_BOOKS = re.compile(r"(?<![a-z])(?:giao trinh|sach|truyen|tac gia|nxb|tai lieu)(?![a-z])")
_LENT = re.compile(r"[,;:]? (?:han|den han|tra truoc)(?: tra)?[ :]{1,2}\d")
_TITLE = 70
_BEFORE, _AROUND, _THING = 130, 260, 24
_MOBILE = re.compile(r"0[35789]\d{8}\Z")


def person_codes(folded: Folded) -> Iterator[tuple[int, int, EntityType]]:
    """Yield where codes of people stand, ``folded.text[start:end]``, and of what kind they are."""
    key = folded.key
    names: list[int] | None = None
    for match in matches_near(_TOLD, key, _WORDS):
        start, end = match.span("code")
        written, code = folded.text[start:end], match["code"]
        if _DATE.match(code) or _OTHER.match(code) or _MOBILE.match(code) or not _is_label(folded, match):
            continue
        if any(map(str.isalpha, written)) and not _is_capital(folded, start, written):
            continue
        if _OF_THINGS.search(key, max(0, match.start() - _THING), match.start()):
            continue
        if _LENT.match(key, end) or _BOOKS.search(key, max(0, match.start() - _TITLE), match.start()):
            continue
        kind = _kind(key, match.start(), end)
        if kind is None or ("ho so" in match["label"] and kind is not _E.MEDICAL_RECORD_NO):
            continue
        if names is None:
            w = words(folded)
            names = [w.end[name.last - 1] for name in name_spans(folded)]
        first = max(0, match.start() - _BEFORE)
        if any(first <= at <= match.start() for at in names) or (
            "\n" not in key[max(0, match.start() - 40) : match.start()]
            and _SOMEBODY.search(key, max(0, match.start() - 32), match.start())
        ):
            yield start, end, kind


def _is_label(folded: Folded, match: re.Match[str]) -> bool:
    """Return whether "thẻ", "mã" and "hồ sơ" are meant; "thể", "má" and a bare "so" are not."""
    written = folded.text[match.start("label") : match.end("label")].lower()
    return written.isascii() or written.startswith(
        ("thẻ", "số thẻ", "mã", "danh số", "hồ sơ", "số hs", "bệnh án", "số ba")
    )


def _is_capital(folded: Folded, start: int, written: str) -> bool:
    """Return whether a code's letters are in capitals, or its whole line has none."""
    if all(char.isupper() for char in written if char.isalpha()):
        return True
    line = folded.text.rfind("\n", 0, start) + 1
    end = folded.text.find("\n", start)
    whole = folded.text[line : len(folded.text) if end < 0 else end]
    return whole == whole.lower()


def _kind(key: str, start: int, end: int) -> EntityType | None:
    """Return of what kind the people of a place are, by the nearest word before it, else behind it."""
    nearest: tuple[int, EntityType] | None = None
    for kind, pattern in _KINDS:
        ends = [word.end() for word in pattern.finditer(key, max(0, start - _AROUND), start)]
        if ends and (nearest is None or ends[-1] > nearest[0]):
            nearest = (ends[-1], kind)
    if nearest is not None:
        return nearest[1]
    return next((kind for kind, pattern in _KINDS if pattern.search(key, end, end + _AROUND)), None)
