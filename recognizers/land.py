"""Land certificates, book numbers, parcels, home IDs: VN_LAND_CERT, VN_LAND_BOOK_NO, VN_LAND_PARCEL, VN_PROPERTY_EID.

Issue number of a certificate: one or two letters and six digits, since Circular 10/2024/TT-BTNMT two letters
and eight. Book number: CH, CS, CT … and digits. Parcel: number and map sheet, which with the commune name the
owner. Homes have an electronic ID of up to 40 letters and digits since 1 March 2026 (Decree 357/2025/NĐ-CP).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.base import Found, Tier, VnRecognizer, labelled, under
from recognizers.clues import Clue, Label
from recognizers.entities import EntityType
from recognizers.fields import Layout
from recognizers.folding import BORDER, Folded
from recognizers.land_codes import papers_of_houses, told_certificates
from recognizers.nearby import matches_near
from recognizers.parcels_told import told_parcels
from recognizers.results import Reason

_CERT = frozenset({Clue.LAND_CERT})
_BOOK = frozenset({Clue.LAND_BOOK})
_EID = frozenset({Clue.PROPERTY_EID})
_PARCEL = frozenset({Clue.PARCEL})

#: "CE 604 822", "BĐ 447.210", "AA 00 123 456": in groups of three from the right.
_IN_GROUPS = r"(?:\d{1,2}[ .\-])?\d{3}[ .\-]\d{3}(?!\w|[.,\-]?\d|[ .]\d{3})"
_CERT_NO = re.compile(
    r"(?<![A-Za-zĐ0-9])(?:[A-ZĐa-zđ]{2}[ .\-]?\d{8}(?!\d)|[A-ZĐa-zđ]{1,2}[ .\-]?\d{6,7}(?!\w|[.,\-]\d)"
    rf"|[A-ZĐa-zđ]{{1,2}}[ .\-]?{_IN_GROUPS}"
    r"|\d{10,15}(?!\w)|\d{5} \d{6}(?!\w| \d)|\d{6,8}(?![\w/]|[.\-]\d))"
)
_CERT_BARE = re.compile(
    r"(?=[A-ZĐ])(?<![\w/\-])(?<!\w[.,])(?:[A-ZĐ]{2} ?\d{8}|[A-ZĐ]{2} ?\d{6}|[A-ZĐ]{2} ?\d{3} \d{3}(?! ?\d))(?![\w]|[.,/\-]\d)"
)
_BOOK_NO = re.compile(
    r"(?<![A-Za-zĐ0-9])(?:[A-ZĐa-z]{1,3}(?:-[A-ZĐ]{1,4})?[ .\-]{0,2}\d{2,6}(?: ?[ /\-] ?[A-ZĐ0-9][A-ZĐ0-9./\-]{0,14})?(?: số \d{1,6})?"
    r"|\d{2,6}(?: ?[ /\-] ?[A-ZĐ0-9][A-ZĐ0-9./\-]{0,14})?(?: số \d{1,6})?)(?!\w)"
)
_DATE = re.compile(r"\d{1,2}[./\-]\d{1,2}[./\-](?:19|20)\d\d")
_EID_NO = re.compile(
    r"(?<![A-Za-z0-9])(?=[A-Z0-9.\-]{0,39}\d)[A-Z0-9](?:[A-Z0-9.\-]{4,38})[A-Z0-9](?![A-Za-z0-9])"
)
_PARCEL_NO = re.compile(
    r"(?=[tT])(?i:(?<!\w)(?:thửa|thua)(?:[ \n](?:[đd][ấa]t|ru[ộo]ng|v[ưu][ờo]n|r[ừu]ng|[ởo]|li[ềe]n k[ềe]))?(?:[ \n](?:số"
    r"|so))?[ ]?[:.]?[ ]?)(?P<parcel>\d{1,5}[a-zA-Z]?(?:[\-/]\d{1,4}[a-z]?)?(?:\(\d{1,2}\))?)"
    r"(?!\w|[ ]?(?:sào|mẫu|công|thước|m2|m²|ha)(?!\w))(?P<sheet_part>[ \n]?[,;\-(/]?[ \n]?(?i:(?:và|va)[ \n])?(?i:(?:thuộc|thuoc)[ \n])?(?i:(?:tờ|to)[ \n](?:bản"
    r"|ban)[ \n][đd][ồo]|tbđ|tbd"
    r"|(?:tờ|to)(?=[ :]))(?i:[ \n]?(?:địa[ \n]chính[ \n])?(?:số"
    r"|so))?[ ]?[:.]?[ ]?(?P<sheet>\d{1,4}[a-zA-Z]?(?:[\-/](?:\d{1,4}|[a-zA-Z]))?)(?!\w))?"
)
_SHEET_NO = re.compile(
    r"(?=[tT])(?i:(?<!\w)(?:(?:tờ|to)[ \n](?:bản|ban)[ \n][đd][ồo]|tbđ|tbd)(?:[ \n]?(?:địa[ \n]chính[ \n])?(?:số"
    r"|so))?[ ]?[:.]?[ ]?)"
    r"(?P<sheet>(?:[A-Z]{1,3}-)?\d{1,4}[a-zA-Z]?(?:[\-/](?:\d{1,4}|[IVX]{1,4}|[a-zA-Z]))?)(?!\w)"
)
_FIELD_NO = re.compile(
    r"(?<![\w/\-])(?<!\w\.)(?:[A-Z]{1,3}-?)?\d{1,5}[a-zA-Z]?(?:[\-/](?:\d{1,4}[a-z]?|[IVX]{1,4}))?(?![\w/]|[.,]\d| ?(?:sào|mẫu|công|thước|m2|m²|ha)(?!\w))"
)
#: "các thửa đất số 12, 13 và 14", "thửa cũ 212 (mới 88)", "thửa đất liền kề số 213".
_NEXT_PARCEL = re.compile(
    r"(?:, |; | và | va | \+ )(?P<next>\d{1,5}[a-z]?)(?=,|;|\.| và | va | \+ |\)|\n|$| thuộc| thuoc| tờ| to )(?![.,]\d)|[ ]?\((?:thửa )?(?:mới|cũ)(?: là| số)?:? ?(?P<other>\d{1,5})\)"
)
_NEIGHBOUR = re.compile(
    r"(?<![a-z])thua dat (?:lien ke|giap ranh|ke ben|ben canh|noi tren|chuyen nhuong|tang cho|the chap|so moi|so cu|moi|cu|goc)(?: so)?[ :]{1,2}(?P<number>\d{1,5}[a-z]?(?:[\-/]\d{1,4})?)(?![\w/]|[.,]\d)"
)
#: "đổi số thửa từ 418 thành 77, tờ bản đồ từ 03 thành 16"
_RENUMBERED = re.compile(
    r"(?<![a-z])(?:thua(?: dat)?|to ban do)(?: so)? tu (?P<old>\d{1,5}[a-z]?) (?:thanh|sang|doi thanh|qua) (?P<new>\d{1,5}[a-z]?)(?![\w/]|[.,]\d)"
)
_ACCENTED_THUA = re.compile(r"thừa", re.IGNORECASE)
#: Words of land papers near a number; OCR loses spaces, and a page may begin in the middle of the sentence.
_LAND_NEAR = re.compile(
    r"qsdd|quyen\s?su\s?dung\s?dat|so\s?do(?![a-z])|so\s?hong|gcn|giay\s?chung\s?nhan|thua|so\s?phat\s?hanh|seri(?!al)|se-ri"
    r"|nha\s?o|dat\s?o|gan\s?lien\s?voi\s?dat|bat\s?dong\s?san|nhan\s?so(?![a-z])|the\s?chap|tai\s?san\s?bao\s?dam|tsbd"
)
#: Of these many things have one: goods, courses, firms, systems of quality. Something around has to speak of land.
_VAGUE = re.compile(r"gcn\Z|giay|seri|se-ri|nhan\s?so")
_LAND = re.compile(
    r"qsdd|su\s?dung\s?dat|(?<![a-z])(?:thua(?!\s?(?:ke|uy|phat|huong))|to\s?ban\s?do|tbd|so\s?do|so\s?hong|dat\s?(?:o|vuon|nong|lam|rung|dai|trong|cay|ruong|nen|lua)|nha\s?dat|nha\s?o"
    r"|bat\s?dong\s?san|bds|dia\s?chinh|the\s?chap|gan\s?lien\s?voi\s?dat|dang\s?ky\s?dat|m2|m²|dien\s?tich|can\s?nha|ngoi\s?nha|tai\s?san\s?bao\s?dam|vao\s?so|can\s?ho|chuyen\s?nhuong|trich\s?do|so\s?huu\s?nha|chu\s?su\s?dung)(?![a-z])"
)
_AROUND = 400
#: Between "GCN" and a number: it certifies something else.
_OTHER_PAPER = re.compile(
    r"(?<![a-z])(?:dkkd|dkdn|dang ky (?:kinh|doanh|kiem|xe|thue|dau)|iso|hop (?:quy|chuan)|kiem (?:dinh|dich|nghiem)|haccp|gmp|vietgap|attp|an toan|ve sinh|pccc|dao tao|hoan thanh"
    r"|xuat xu|bao hiem|tot nghiep|chat luong|ket hon|co phan|co dong|dau tu|ocop)(?![a-z])"
)


def _speaks_of_land(folded: Folded, position: int) -> bool:
    """Return whether a word of land or homes stands around a place; "thừa" is no parcel."""
    return any(
        folded.text[word.start() : word.end()].lower() != "thừa"
        for word in _LAND.finditer(folded.key, max(0, position - _AROUND), position + _AROUND)
    )


#: A table's header line with both columns side by side behind a running number (which OCR garbles, and whose ruling
#: lines it may read as strokes), and a row below it.
_PARCEL_HEADER = re.compile(
    r"(?:^|\n)[^\n\d]{1,8}[ \t]+thua ?dat(?: ?so)?[ \t]+(?:[|!il\[\]][ \t]+)?to ?ban ?do(?: ?so)?"
    r"(?![^\n]*\d{3})[^\n]*\n"
)
_PARCEL_ROW = re.compile(
    r"[ \t]*\d{1,3}[ \t]+(?P<parcel>\d{1,5}[a-z]?)[ \t]+(?P<sheet>\d{1,4}[a-z]?)(?=[ \t\n])[^\n]*(?:\n|\Z)"
)


#: Words before a code that say what else it is.
_STOCK = re.compile(
    r"(?<![a-z])(?:tem|may quet|may|lo|ma hang|sku|ma sp|so lo|don thuoc|so tiet kiem|quyet dinh|model|dang kiem)[ :]*\Z"
)


def _is_vague(folded: Folded, near: re.Match[str]) -> bool:
    """Return whether a word is said of many papers; "sổ" is a book, "số" a number."""
    return _VAGUE.match(near.group()) is not None and folded.text[near.end() - 2 : near.end()].lower() != "sổ"


def of_other_paper(folded: Folded, label: Label, start: int, end: int) -> bool:
    """Return whether a labelled number is that of another paper, or of a thing: "GCN ĐKKD …", "seri KG2604177"."""
    if _OTHER_PAPER.search(folded.key, label.start, start + 4):
        return True
    if _speaks_of_land(folded, start):
        return False
    if _OTHER_PAPER.search(folded.key, max(0, label.start - _AROUND), label.start):
        return True
    says_little = _SAYS_LITTLE.match(folded.key[label.start : label.end]) is not None
    return says_little and not _ISSUED_NO.fullmatch(folded.text, start, end)


_ISSUED_NO = re.compile(rf"[A-ZĐa-zđ]{{1,2}}[ .\-]?(?:\d{{6}}(?:\d\d)?|{_IN_GROUPS})")
_SAYS_LITTLE = re.compile(
    r"(?:so )?(?:gcn|giay chung nhan|seri|se-ri|serial|phat hanh|phoi)(?: so)?\Z|ma vach"
)


def _near_land(folded: Folded, position: int) -> bool:
    """Return whether words of land papers stand before a code in its paragraph; "thừa" is no parcel."""
    first = max(
        0, position - 160, folded.text.rfind(BORDER, 0, position), folded.text.rfind("\n\n", 0, position)
    )
    if _STOCK.search(folded.key, max(first, position - 16), position) or folded.text[position - 1] == "(":
        return False
    return any(
        folded.text[near.start() : near.end()].lower() != "thừa"
        and not folded.key.startswith(" dang ky", near.end())
        and (not _is_vague(folded, near) or _speaks_of_land(folded, position))
        and _OTHER_PAPER.search(folded.key, near.end(), position) is None
        for near in _LAND_NEAR.finditer(folded.key, first, position)
    )


class LandRecognizer(VnRecognizer):
    """Numbers of land papers."""

    ENTITIES = (
        EntityType.VN_LAND_CERT,
        EntityType.VN_LAND_BOOK_NO,
        EntityType.VN_LAND_PARCEL,
        EntityType.VN_PROPERTY_EID,
    )

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield certificates, book numbers, parcels, home IDs."""
        for match, _, label in labelled(folded, _CERT, _CERT_NO, strict=_CERT_BARE, reach=50):
            if match.group().isdigit() and label.shown.startswith(("Số sê", "Số se", "Seri", "Serial")):
                continue  # the serial number of a thing
            if of_other_paper(folded, label, *match.span()):
                continue
            yield Found(
                match.start(),
                match.end(),
                EntityType.VN_LAND_CERT,
                0.92,
                Reason("number_labelled", label.shown),
                tier=Tier.LABEL,
            )
        for match in _CERT_BARE.finditer(folded.text):
            if _near_land(folded, match.start()) and under(folded, match.start(), _OTHER) is None:
                yield Found(
                    match.start(),
                    match.end(),
                    EntityType.VN_LAND_CERT,
                    0.7,
                    Reason("land_near"),
                    tier=Tier.NEIGHBOUR,
                )
        for start, end in told_certificates(folded):
            yield Found(start, end, EntityType.VN_LAND_CERT, 0.7, Reason("land_near"), tier=Tier.NEIGHBOUR)
        for start, end in papers_of_houses(folded):
            yield Found(
                start,
                end,
                EntityType.VN_LAND_CERT,
                0.8,
                Reason("number_labelled", "Giấy chứng nhận"),
                tier=Tier.LABEL,
            )
        for match, _, label in labelled(folded, _BOOK, _BOOK_NO, reach=20, many=False, wrap=False):
            if _DATE.fullmatch(match.group()):
                continue  # "ngày vào sổ 12/12/1999"
            yield Found(
                match.start(),
                match.end(),
                EntityType.VN_LAND_BOOK_NO,
                0.92,
                Reason("number_labelled", label.shown),
                tier=Tier.LABEL,
            )
        for match, _, label in labelled(folded, _EID, _EID_NO, reach=30, many=False, wrap=False):
            yield Found(
                match.start(),
                match.end(),
                EntityType.VN_PROPERTY_EID,
                0.92,
                Reason("number_labelled", label.shown),
                tier=Tier.LABEL,
            )
        yield from self._parcels(folded)

    @staticmethod
    def _parcels(folded: Folded) -> Iterator[Found]:
        of_land = "thua" in folded.key or "ban do" in folded.key or "tbd" in folded.key
        for match, field, label in labelled(folded, _PARCEL, _FIELD_NO, reach=6, many=False, wrap=False):
            if field.layout is Layout.ROWS and _ends_a_title(folded.text, label.start):
                continue
            if not of_land and "sheet" not in label.shown and "lot" not in label.shown.lower():
                continue  # "Số tờ" of a pile of paper
            yield Found(
                match.start(),
                match.end(),
                EntityType.VN_LAND_PARCEL,
                0.88,
                Reason("parcel", label.shown),
                tier=Tier.LABEL,
            )
        if not of_land:
            return
        for match in _PARCEL_NO.finditer(folded.text):
            if _ACCENTED_THUA.match(match.group()):
                continue
            yield Found(
                match.start("parcel"),
                match.end("parcel"),
                EntityType.VN_LAND_PARCEL,
                0.9,
                Reason("parcel", "Thửa đất số"),
                tier=Tier.LABEL,
            )
            yield from _further(folded, match.end("parcel"))
            if match.group("sheet"):
                yield Found(
                    match.start("sheet"),
                    match.end("sheet"),
                    EntityType.VN_LAND_PARCEL,
                    0.9,
                    Reason("parcel", "Tờ bản đồ số"),
                    tier=Tier.LABEL,
                )
        for match in _SHEET_NO.finditer(folded.text):
            yield Found(
                match.start("sheet"),
                match.end("sheet"),
                EntityType.VN_LAND_PARCEL,
                0.85,
                Reason("parcel", "Tờ bản đồ số"),
                tier=Tier.LABEL,
            )
        for match in matches_near(_NEIGHBOUR, folded.key, ("thua dat ",)):
            if not _ACCENTED_THUA.match(folded.text, match.start()):
                yield _parcel(*match.span("number"))
        for match in matches_near(_RENUMBERED, folded.key, ("thua ", "to ban do")):
            if not _ACCENTED_THUA.match(folded.text, match.start()):
                yield _parcel(*match.span("old"))
                yield _parcel(*match.span("new"))
        for start, end in told_parcels(folded):
            yield _parcel(start, end, 0.95)
        for head in _PARCEL_HEADER.finditer(folded.key):
            position = head.end()
            while (row := _PARCEL_ROW.match(folded.text, position)) is not None:
                for part, name in (("parcel", "Thửa đất số"), ("sheet", "Tờ bản đồ số")):
                    yield Found(
                        row.start(part),
                        row.end(part),
                        EntityType.VN_LAND_PARCEL,
                        0.85,
                        Reason("parcel", name),
                        tier=Tier.LABEL,
                    )
                position = row.end()


def _ends_a_title(text: str, label: int) -> bool:
    """Return whether words of its own line run into a label: "… MỐC GIỚI THỬA ĐẤT" heads a paper and no column."""
    before = text[text.rfind("\n", 0, label) + 1 : label]
    return re.search(r"[^\W\d_] \Z", before) is not None


def _parcel(start: int, end: int, score: float = 0.85) -> Found:
    return Found(
        start, end, EntityType.VN_LAND_PARCEL, score, Reason("parcel", "Thửa đất số"), tier=Tier.LABEL
    )


def _further(folded: Folded, position: int) -> Iterator[Found]:
    """Yield the parcels of a list behind its first one, and the number in brackets that a parcel had or got."""
    while match := _NEXT_PARCEL.match(folded.text, position):
        yield _parcel(*match.span(match.lastgroup or 0))
        position = match.end()


_OTHER = frozenset(
    {
        Clue.REFERENCE_NO,
        Clue.AMOUNT,
        Clue.PASSPORT,
        Clue.PERSONAL_ID,
        Clue.CMND,
        Clue.DRIVER,
        Clue.STUDENT,
        Clue.EMPLOYEE,
        Clue.LAND_BOOK,
        Clue.BHYT,
    }
)
