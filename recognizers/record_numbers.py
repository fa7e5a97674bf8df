"""Numbers that an institution gives a person, found under their label only.

VN_HOUSEHOLD_NO (household book, residence file), MEDICAL_RECORD_NO, STUDENT_ID, EMPLOYEE_ID (and customers,
members), MILITARY_ID (army, police, party cards), CIVIL_DOC_NO (civil status, notary and court numbers,
diplomas, practice certificates), IMEI. Their shapes are free; what they share is a label, a short run of
letters and digits, and look-alikes that are codes of goods, classes and units.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from recognizers.base import Found, Tier, VnRecognizer, labelled
from recognizers.checksums import luhn
from recognizers.clues import Clue, Label
from recognizers.coined_labels import coined
from recognizers.digits import mostly_digits
from recognizers.entities import EntityType
from recognizers.fields import Layout
from recognizers.folding import Folded
from recognizers.nearby import matches_near
from recognizers.results import Reason
from recognizers.service_numbers import service_numbers

_CODE = r"(?<![A-Za-z0-9])(?=[A-Za-zĐ0-9.\-/_]{0,15}\d)[A-ZĐa-z0-9](?:[A-ZĐa-z0-9.\-/_]{1,18}[A-ZĐa-z0-9])(?![A-Za-z0-9])"
_SPACED = r"(?<![A-Za-z0-9])[A-ZĐ]{1,4}[ ]\d{3,10}(?![A-Za-z0-9])"
_CODE_NO = re.compile(f"{_SPACED}|{_CODE}")
_CODE_ROW = re.compile(
    r"(?<![\w/\-])(?<!\w[.,])(?:[A-ZĐ]{1,6}[\-.]?\d{2,10}|[A-ZĐ]\d{2}[A-ZĐ]{2,5}\d{2,4}|\d{5,12})(?![\w]|[.,/\-]\d)"
)
_BOOK_NO = re.compile(
    r"(?<![A-Za-z0-9])(?=[A-Z0-9./\-]{0,12}\d{3})[A-Z0-9](?:[A-Z0-9./\-]{2,14}[A-Z0-9])(?![A-Za-z0-9])"
)
_CIVIL = re.compile(
    r"(?<![A-Za-z0-9])(?:\d{2,6}(?:[.\-]\d{2,8}){1,3}(?![\w]|[.,/\-]\d)|(?:[A-ZĐ]{1,4}[ .\-]{0,2})?\d{1,8}(?:[/\-](?:19|20)\d{2})?(?:[/\-. ]?(?:TP/CC|HĐGD"
    r"|[A-ZĐ]{2,6})(?:[\-/,][A-ZĐ0-9]{1,8}){0,4})?)(?![\w])"
)
#: "Số 5121 quyển số 02/2025 - SCT/CK,ĐC", "tại số: 28 Quyển số: 01/2013": the entry in a notary's or registrar's book.
_ENTRY = re.compile(
    r"(?<![a-z])so(?: cc| ct)?[ :.]{1,3}(?P<number>\d{1,6}(?:/(?:19|20)\d\d)?)[,;.]?\s{1,6}quyen(?: so)?[ :.]{1,3}[\w(]"
)
#: Certificates of civil status carry their number below or beside their title.
_TITLE = re.compile(
    r"(?<![a-z])(?:trich luc|giay khai sinh|giay chung nhan ket hon|giay xac nhan tinh trang hon nhan|giay chung sinh|giay bao tu(?! nguyen)"
    r"|giay chung tu|nuoi con nuoi)(?![a-z])[^\d:;.]{0,60}?(?<![a-z])so ?: {0,3}(?P<number>\d{1,6}(?: ?/[ ]?[a-z\d][a-z\d\-/]{1,20})?)(?![\w/]|[.\-]\d)"
)
#: "Bằng tốt nghiệp THPT số hiệu B 0441882", "Chứng chỉ số CC-441827": printed on the diploma.
_DIPLOMA = re.compile(
    r"(?<![a-z])(?:bang (?:tot|cu|thac|tien|ky|dai|cao|trung|dau|ngoai|lai|nghe)|van bang|chung chi (?:so|hanh|tin|ngoai|tieng|nghe|boi|su|b1|b2|a2))"
    r"[^\n,;:\d]{0,40}?(?:so(?: hieu)?|no)[ :.]{1,3}(?P<number>[a-z]{0,4}[ .\-]?\d{5,9})(?![\w/]|[.,\-]\d)"
)
#: Labels that also stand on what certifies a firm, its goods, its ways.
_ANY_CERTIFICATE = frozenset({"Chứng chỉ số", "Số chứng chỉ"})
_OF_A_FIRM = re.compile(
    r"(?<![a-z])(?:iso|haccp|gmp|vietgap|globalgap|he thong quan ly|hop quy|hop chuan|chat luong|kiem dinh|rung|carbon|cong ty|tien gui|quy)(?![a-z])"
)
#: What else is written in numbered books: receipts, minutes, tickets.
_OTHER_BOOK = re.compile(
    r"(?<![a-z])(?:phieu|bien lai|hoa don|bien ban|vi pham|tiep nhan|cong van|luu tru|phuc vu|don hang)(?![a-z])"
)
_CIVIL_BOOK = re.compile(
    r"(?<![a-z])(?:cong chung|chung thuc|khai sinh|ket hon|khai tu|chung sinh|trich luc|ho tich|tp/cc|sct|scc|hdgd)(?![a-z])"
)
#: Numbers of files in a patient's papers.
_FILE_NO = re.compile(r"(?<![\w./\-])(?:[A-Z]{0,4}\d{2}[.\-/]?|[A-Z]{1,4}[.\-]?)?\d{4,8}(?![\w]|[.,/\-]\d)")
_PATIENT = re.compile(
    r"(?<![a-z])(?:nguoi benh|benh nhan|benh an|ra vien|vao vien|chuyen tuyen|nha khoa|tai kham)(?![a-z])"
)
_FILE_LABELS = frozenset({"Số hồ sơ", "Hồ sơ số", "Mã hồ sơ", "Mã số hồ sơ", "Barcode"})
_IMEI = re.compile(r"(?<!\d)\d{2}[ \-]?\d{6}[ \-]?\d{6}[ \-]?\d(?!\d)|(?<!\d)\d{15}(?!\d)")
#: Serial numbers of Vietnamese SIM cards (ITU-T E.118: 89 and the country code 84).
_SIM = re.compile(r"(?<!\d)8984\d{14,16}(?!\d)")
_POLICE = re.compile(
    r"(?<![A-Za-z0-9])(?:[A-Z]{1,3}[ \-]?)?\d{3}[ .\-]\d{3}(?![\w]|[.\-]\d)"
    r"|(?<![A-Za-zĐ0-9])[A-ZĐ0-9][A-ZĐ0-9.\-]{4,13}(?![A-ZĐa-z0-9/])|(?<![A-Za-zĐ0-9])[A-ZĐ]{2,3}(?:-[A-Z]{1,3})?/\d{3,6}(?:-[A-Z0-9]{1,3})?(?![A-Za-z0-9/])"
)
#: A card number too short for a bank's: a member's, a worker's.
_SHORT_CARD = re.compile(
    r"(?<![A-Za-z0-9])(?:(?:[A-Z]{1,4}[\-. ]?)?\d{5,11}|[A-ZĐ]{1,4}[\-. ]?\d{3,4})(?![\w*]|[.,/\- ]\d)"
)
#: "Tư vấn viên: … - mã số KT72154": the number of the person named before.
_ROLE_NUMBER = re.compile(
    r"(?<![a-z])(?:tu van(?: vien)?|nhan vien|can bo|dai ly|giao dich vien|huong dan vien)[^\n\d]{3,60}[\-–,(] ?ma so(?: [a-z]{2,3}(?=[: ]))?:? ?"
    r"(?P<number>[a-z]{0,4}\d{4,8})(?![\w]|[.,/\-]\d)"
)
#: Numbers of laws and decrees, whatever their subject ("Luật Công chứng số 46/2024/QH15").
_LAW = re.compile(
    r"\d{1,5}/(?:(?:19|20)\d\d/)?(?:qh\d|nd-cp|tt-|ttlt|nq-|nq/|ubtvqh|qd-ttg|ct-|pl-|l-ctn|hdnn)"
)
#: Words of papers about goods.
_CUSTOMS = re.compile(
    r"(?<![a-z])(?:hai quan|xuat khau|nhap khau|thue suat|xuat xu|to khai|container|seal|van don|lo hang|ma lo)(?![a-z])"
)
#: "Công chứng viên … chứng nhận, số 8706/2021": the entry in the notary's book.
_NOTARISED = re.compile(
    r"(?<![a-z])(?:cong chung vien|chung thuc vien|nguoi chung thuc)[^\n\d]{3,50}chung (?:nhan|thuc),? so:? ?"
    r"(?P<number>\d{1,6}(?:/(?:19|20)\d\d)?)(?![\w]|[.,/\-]\d)"
)
#: Numbers of extracts and certificates of civil status: "118/TLKT-BS", "56/2024/XNTTHN".
_EXTRACT = re.compile(
    r"(?<![\w/\-])\d{1,6} ?/ ?(?:(?:19|20)\d\d/)?(?:TLKT|TLKS|TLKH|TLNCMC|TLCN|TLGKS|TLGKH|XNTTHN|XNHN|UBND-XNTTHN|GKS|GCNKH|STP-LLTP|LLTP)(?:-[A-Z]{1,4})?(?![\w/])"
)
#: Line breaks that may stand between a number and its book.
_BLANKS = 6
_EXTRACTS = ("TLK", "TLN", "TLC", "TLG", "XNTTHN", "XNHN", "GKS", "GCNKH", "LLTP")
#: "Đăng ký khai sinh tại: UBND xã …   Số: 93/2020": the register's number further on in the line.
_REGISTERED = re.compile(
    r"(?<![a-z])(?:khai sinh|ket hon|khai tu|nuoi con nuoi|chung tu so|chung sinh)[^\n]{0,90}?(?<![a-z])so[ :.]{1,3}"
    r"(?P<number>\d{1,5}/(?:19|20)\d\d)(?![\w/]|[.\-]\d)"
    r"|(?<![a-z])(?:khai sinh|ket hon|khai tu|giam ho|con nuoi|gks|dkkh)[ ]?:?[ ](?P<direct>\d{1,5}/(?:19|20)\d\d)(?![\w/]|[.\-]\d)"
    r"|(?<![a-z])dang ky tai[ :]{1,2}(?:ubnd|uy ban)[^\n;]{3,50}?(?:[;,]|[ ]{2,}|[ ](?=so[ ]?:)|(?<=[a-z])[ ](?=so \d)) ?so[ :]{1,3}(?P<entry>\d{1,6}(?:/(?:19|20)\d\d)?)(?=,? {1,6}(?:ngay|quyen)(?![a-z])|[;,]? {1,6}ngay dang ky|[ ]*\n)"
)
_REGISTERS = (
    *("khai sinh", "ket hon", "khai tu", "con nuoi", "giam ho", "chung tu so", "chung sinh", "gks", "dkkh"),
    "dang ky tai",
)
#: "BA số 88/2019/HSST" is a judgment's number, no patient's.
_JUDGMENT = re.compile(r"\d{1,5}/(?:19|20)\d\d/[A-ZĐ]{2,}")
_DATE = re.compile(r"\d{1,2}[./\-]\d{1,2}[./\-]\d{4}\Z")
#: "Phòng Công chứng số 3, 94-96 Ngô Quyền": which office it is, and where.
_OFFICE = re.compile(r"(?<![a-z])phong cong chung (?:nha nuoc )?so\s?:?\s?\d{1,2}(?!\d|[/.\-]\d)")
_OFFICE_LABELS = frozenset({"Công chứng số", "Số công chứng"})
#: "giấy báo tử số 88/BT, 2 bản sao": how many of them, no number.
_COUNTED = re.compile(r" (?:ban|to|trang|bo|nguoi)(?![a-z])")


@dataclass(frozen=True, slots=True)
class _Kind:
    entity_type: EntityType
    labels: frozenset[Clue]
    pattern: re.Pattern[str]
    row: re.Pattern[str]
    score: float


_E = EntityType
_KINDS = (
    _Kind(_E.VN_HOUSEHOLD_NO, frozenset({Clue.HOUSEHOLD}), _BOOK_NO, _BOOK_NO, 0.92),
    _Kind(_E.MEDICAL_RECORD_NO, frozenset({Clue.MEDICAL_NO}), _CODE_NO, _CODE_ROW, 0.92),
    _Kind(_E.STUDENT_ID, frozenset({Clue.STUDENT}), _CODE_NO, _CODE_ROW, 0.92),
    _Kind(_E.EMPLOYEE_ID, frozenset({Clue.EMPLOYEE}), _CODE_NO, _CODE_ROW, 0.9),
    _Kind(_E.MILITARY_ID, frozenset({Clue.MILITARY}), _POLICE, _CODE_ROW, 0.92),
    _Kind(_E.CIVIL_DOC_NO, frozenset({Clue.CIVIL_NO}), _CIVIL, _CIVIL, 0.8),
)


class RecordNumberRecognizer(VnRecognizer):
    """Labelled numbers of books, files and cards; see the module."""

    ENTITIES = (*(kind.entity_type for kind in _KINDS), EntityType.IMEI)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield labelled numbers."""
        for kind in _KINDS:
            for match, field, label in labelled(
                folded, kind.labels, kind.pattern, strict=kind.row, reach=16, gap=4, wrap=False
            ):
                if field.layout is Layout.ROWS and kind.entity_type is EntityType.CIVIL_DOC_NO:
                    continue
                if kind.entity_type is EntityType.CIVIL_DOC_NO and _LAW.search(
                    folded.key, max(0, match.start() - 12), match.end() + 16
                ):
                    continue
                if label.shown in _ANY_CERTIFICATE and _OF_A_FIRM.search(
                    folded.key, max(0, label.start - 120), match.end() + 60
                ):
                    continue
                if label.shown == "Quyển số" and not _of_civil_book(folded, label.start, match.end()):
                    continue
                if kind.entity_type is EntityType.VN_HOUSEHOLD_NO and folded.key.endswith(
                    "can ", 0, label.start
                ):
                    continue  # "căn hộ số 1604"
                if kind.entity_type is EntityType.MEDICAL_RECORD_NO and _JUDGMENT.match(match.group()):
                    continue
                if len(match.group()) == 1 and "lý lịch" in label.shown.lower():
                    continue  # "Phiếu lý lịch tư pháp số 1": the form
                if of_goods(folded, label, match.end()) or (
                    kind.entity_type is EntityType.CIVIL_DOC_NO and _COUNTED.match(folded.key, match.end())
                ):
                    continue
                if _DATE.match(match.group()) or not any(char.isdigit() for char in match.group()):
                    continue
                if label.shown in _OFFICE_LABELS and _OFFICE.search(
                    folded.key, max(0, label.start - 24), match.end() + 8
                ):
                    continue
                yield _number(match.span(), kind.entity_type, kind.score, label.shown)
        for match, _, label in labelled(folded, _CARD_LABELS, _SHORT_CARD, reach=6, many=False, wrap=False):
            if label.clue is Clue.BHYT and label.shown != "Mã thẻ":
                continue
            yield _number(match.span(), EntityType.EMPLOYEE_ID, 0.6, label.shown)
        for match, field, label in labelled(
            folded, _ID_LABELS, _CODE_NO, strict=_CODE_ROW, reach=2, many=False, wrap=False
        ):
            length = sum(char.isdigit() for char in match.group())
            if (
                label.shown in _PLAIN_IDS
                and field.layout is not Layout.ROWS
                and length >= 4
                and not _DATE.match(match.group())
            ):
                yield _number(
                    match.span(),
                    EntityType.MEDICAL_RECORD_NO if "PID" in label.shown else EntityType.EMPLOYEE_ID,
                    0.55,
                    label.shown,
                    tier=Tier.NEIGHBOUR,
                )
        for number in coined(folded):
            if _JUDGMENT.match(folded.text, number.start):
                continue
            yield _number((number.start, number.end), number.entity_type, 0.75, "Mã số")
        for start, end in service_numbers(folded):
            yield _number((start, end), EntityType.MILITARY_ID, 0.85, "Số hiệu")
        for match in matches_near(_ROLE_NUMBER, folded.key, ("ma so",)):
            yield _number(match.span("number"), EntityType.EMPLOYEE_ID, 0.7, "Mã số")
        for match in matches_near(_REGISTERED, folded.key, _REGISTERS):
            yield _number(match.span(match.lastgroup or 0), EntityType.CIVIL_DOC_NO, 0.7, "Số")
        for match in matches_near(_ENTRY, folded.key, ("quyen",), above=_BLANKS):
            if _of_civil_book(folded, match.start(), match.end()):
                yield _number(match.span("number"), EntityType.CIVIL_DOC_NO, 0.75, "Số")
        for pattern in (_TITLE, _DIPLOMA):
            for match in pattern.finditer(folded.key):
                yield _number(match.span("number"), EntityType.CIVIL_DOC_NO, 0.75, "Số")
        if _PATIENT.search(folded.key):
            for match, _, label in labelled(folded, _FILES, _FILE_NO, reach=4, many=False, wrap=False):
                if label.shown in _FILE_LABELS and not _JUDGMENT.match(match.group()):
                    yield _number(match.span(), EntityType.MEDICAL_RECORD_NO, 0.75, label.shown)
        for match in matches_near(_EXTRACT, folded.text, _EXTRACTS):
            yield _number(match.span(), EntityType.CIVIL_DOC_NO, 0.75, "Số")
        for match in matches_near(_NOTARISED, folded.key, ("chung nhan", "chung thuc")):
            yield _number(match.span("number"), EntityType.CIVIL_DOC_NO, 0.7, "Chứng nhận, số")
        for match in matches_near(_SIM, folded.text, ("8984",)):
            yield _number(match.span(), EntityType.IMEI, 0.85, "Số SIM", tier=Tier.STRUCTURE)
        for match, _, label in labelled(folded, _IMEI_LABELS, _IMEI, reach=20):
            if mostly_digits(match.group()):
                checked = luhn("".join(char for char in match.group() if char.isdigit()))
                yield _number(match.span(), EntityType.IMEI, 0.95 if checked else 0.85, label.shown)


def _number(
    span: tuple[int, int], kind: EntityType, score: float, label: str, *, tier: Tier = Tier.LABEL
) -> Found:
    """Return a number that a label, or the words around it, announce."""
    return Found(*span, kind, score, Reason("number_labelled", label), tier=tier)


def of_goods(folded: Folded, label: Label, end: int) -> bool:
    """Return whether "Mã HS" is the customs code of goods here and not the number of a pupil."""
    return label.shown == "Mã HS" and bool(_CUSTOMS.search(folded.key, max(0, label.start - 80), end + 60))


def _of_civil_book(folded: Folded, start: int, end: int) -> bool:
    """Return whether a book's number is a notary's or registrar's, not that of receipts and minutes."""
    head = folded.key[max(0, start - 90) : start]
    return _CIVIL_BOOK.search(folded.key, end, end + 40) is not None or (
        _OTHER_BOOK.search(head) is None
        and _CIVIL_BOOK.search(folded.key, max(0, start - 400), end) is not None
    )


_ID_LABELS = frozenset({Clue.PERSONAL_ID})
_FILES = frozenset({Clue.REFERENCE_NO})
#: Labels of whatever number a house gives; what is no citizen's number under them is the house's.
_PLAIN_IDS = frozenset({"ID", "PID", "ID No", "ID number", "Số ID"})
#: "Mã thẻ" is a worker's card as often as a patient's.
_CARD_LABELS = frozenset({Clue.BANK_CARD, Clue.BHYT})
_IMEI_LABELS = frozenset({Clue.IMEI})
