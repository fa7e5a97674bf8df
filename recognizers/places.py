"""Places of birth and origin, and who issued an identity paper.

The first is the value of its label, up to the next label or the end of the line. The second is told by its label or by
the date of issue beside it, and only for papers of people: the authority that registered a company is no finding. See
identifiers §2.19 of the reference.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import ClassVar

from recognizers.address_rows import Reader
from recognizers.address_words import ADMIN, BARE, NO_VALUE
from recognizers.base import Found, VnRecognizer
from recognizers.birth_labels import issue_score, labelled_dates
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.person_fields import fields
from recognizers.person_labels import Field, FieldKind
from recognizers.results import Reason
from recognizers.spans import Spans
from recognizers.tiers import Tier
from recognizers.words import BREAK, LOWER, MARK, NUMBER

_S = r"\s{1,3}"
#: A few words of a name, none of which begins the next field.
_NAME = (
    r"(?:(?!\s?\n[^\n:]{1,24}:)\s{1,2}(?:-\s)?(?!(?:cap|ngay|tai|(?<!ha\s)noi|thuong tru|tru|co|la|hien|va|dia chi|dang ky|hktt|sdt|email|sinh|"
    r"dt|do|dien thoai|ho khau|ho va|ho ten|gioi tinh|quoc tich|so (?:dt|dien|cccd|tk))(?![a-z]))"
    r"[a-z.'][a-z.']{0,12}){1,5}"
)
#: On the key: the offices that issue identity papers, with the forms people shorten them to.
_ISSUER = (
    rf"(?:(?:pho{_S})?(?:giam doc|truong|cuc truong|truong phong){_S})?(?:"
    rf"cuc{_S}(?:truong{_S})?(?:cuc{_S})?(?:canh{_S}sat|cs|c\.s)\s{{0,3}}(?:dkql|"
    rf"dang{_S}ky,?{_S}quan{_S}ly){_S}cu{_S}tru{_S}va{_S}(?:dlqg|"
    rf"du{_S}lieu{_S}quoc{_S}gia){_S}ve{_S}dan{_S}cu"
    rf"|cuc{_S}(?:truong{_S})?(?:cuc{_S})?(?:canh{_S}sat|cs|c\.s)\s{{0,3}}(?:qlhc|"
    rf"quan{_S}ly{_S}hanh{_S}chinh){_S}ve{_S}(?:ttxh|trat{_S}tu{_S}xa{_S}hoi|tt{_S}xh)"
    rf"|cuc{_S}(?:truong{_S})?(?:cuc{_S})?(?:qlxnc|quan{_S}ly{_S}xuat{_S}nhap{_S}canh|"
    rf"xuat{_S}nhap{_S}canh|lanh{_S}su|duong{_S}bo{_S}viet{_S}nam|c06)"
    rf"|cuc{_S}(?:truong{_S})?(?:cuc{_S})?(?:canh{_S}sat|cs){_NAME}"
    rf"|bo{_S}cong{_S}an|bca(?![a-z])|bo{_S}ngoai{_S}giao|phong{_S}(?:canh{_S}sat|pa08|pc06|qlxnc|"
    rf"quan{_S}ly{_S}xuat){_NAME}"
    rf"|cong{_S}an(?:{_S}(?:tinh|thanh{_S}pho|quan|huyen|thi{_S}xa|phuong|xa|tp\.?|t\.p\.?|q\.?|h\.?|"
    rf"tx\.?))?{_NAME}(?:,{_S}(?:tinh|tp\.?|thanh{_S}pho){_NAME})?"
    rf"|ca\.?(?:\s{{0,3}}(?:tinh|thanh{_S}pho|quan|huyen|tp\.?|t\.p\.?|t\.|q\.|h\.))?{_NAME}|"
    rf"ca\.?\s?tp\.?\s?[a-z]{{2,12}}(?:{_NAME})?"
    rf"|so{_S}(?:giao{_S}thong|gtvt){_NAME})"
)
_AT = re.compile(_ISSUER)
_NEAR_DATE = re.compile(
    rf"[\s,;.\-]{{0,40}}(?:(?:tai|boi|do|noi{_S}cap|noi{_S}cap{_S}la)[\s:]{{0,4}})?({_ISSUER})"
)
_BEFORE_DATE = re.compile(
    rf"(?<![a-z])(?:do{_S}|\d\s{{0,2}}[,;]\s{{0,2}})({_ISSUER})\s{{1,3}},?\s{{0,2}}cap(?![a-z])"
)
#: "CCCD …; 25/10/2022; Cục …", "Do: Bộ Công an": in the particulars of a paper, without a word of issuing.
_ALONE = re.compile(
    rf"(?:(?<=\d)\s?[,;]\s{{1,2}}|(?<![a-z])do\s?:\s?(?:[.…]{{2,12}}\s?)?)({_ISSUER})(?=\s?[\n\x1e;,.…]|\s{{2}}|\Z)"
)
_PAPER_WITHIN = 120
_PAPER_BEFORE = re.compile(
    r"(?<![a-z])(?:cccd|cmnd|cmt|can cuoc|ho chieu|chung minh)(?![a-z])|(?<!\d)0\d{11}(?!\d)"
)
_BORN_AT = re.compile(r"\s{0,2},?\s{0,2}(?:tai|o)(?![a-z])\s{0,2}:?\s{0,2}")


#: Before "origin" on invoices.
_OF_GOODS = ("country of ", "certificate of ")


class PlaceRecognizer(VnRecognizer):
    """Finds places of birth and origin, and the issuers of identity papers."""

    ENTITIES: ClassVar[tuple[EntityType, ...]] = (EntityType.PLACE_OF_BIRTH, EntityType.ISSUE_AUTHORITY)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield the places and issuers of a text."""
        reader = Reader(folded)
        w = reader.w
        issued = Spans()
        for field in fields(folded).values():
            if field.kind is FieldKind.BIRTHPLACE:
                if folded.key.endswith(_OF_GOODS, 0, reader.w.start[field.first]):
                    continue
                span = self._place(reader, field)
                if span:
                    yield Found(
                        *span,
                        EntityType.PLACE_OF_BIRTH,
                        0.9,
                        Reason("place_label", field.label),
                        tier=Tier.LABEL,
                    )
            elif field.kind is FieldKind.ISSUER:
                start = reader.value_start(field)
                if start < 0 or (start in reader.fields and reader.fields[start].kind is not FieldKind.OTHER):
                    continue
                if issue_score(folded.key, w.start[field.first]) == 0.0:
                    continue
                known = _AT.match(folded.key, w.start[start])
                if known and known.end() - known.start() > 6:
                    issued.add(*known.span())
                    yield Found(
                        *known.span(),
                        EntityType.ISSUE_AUTHORITY,
                        0.95,
                        Reason("issuer_label", field.label),
                        tier=Tier.LABEL,
                    )
                    continue
                end = self._issuer_end(reader, start)
                if end > start:
                    issued.add(w.start[start], w.end[end - 1])
                    yield Found(
                        w.start[start],
                        w.end[end - 1],
                        EntityType.ISSUE_AUTHORITY,
                        0.9,
                        Reason("issuer_label", field.label),
                        tier=Tier.LABEL,
                    )
        yield from self._beside_dates(reader, folded, issued)

    @staticmethod
    def _place(reader: Reader, field: Field) -> tuple[int, int] | None:
        w = reader.w
        start = reader.value_start(field)
        if start < 0:
            return None
        while start < w.size and (w.low[start] in ("tại", "ở", "là") or w.text[start] in (":", "-")):
            start += 1
        if (
            start >= w.size
            or w.kind[start] in (BREAK, NUMBER)
            or start in reader.fields
            or w.low[start] in NO_VALUE
        ):
            return None
        kinds, row_end = reader.row(start, inside=True)
        end = reader.value_end(start, colon=field.colon)
        prose = not field.colon and start == field.value
        if prose:
            admin = [kind for kind in kinds if kind & ADMIN]
            if not admin or (
                w.kind[start] == LOWER and all(kind & BARE for kind in admin) and not reader.lower_at(start)
            ):
                if end <= start or w.kind[start] == LOWER or field.label[:4] not in ("quê ", "nguy", "nơi "):
                    return None
            else:
                end = row_end
        elif kinds and row_end > end:
            end = row_end
        return (w.start[start], w.end[end - 1]) if end > start else None

    @staticmethod
    def _issuer_end(reader: Reader, start: int) -> int:
        """Return where an issuer's name ends: like an address, but it may hold a comma and ordinary words."""
        w = reader.w
        j = start
        while j < w.size and j - start < 30:
            if (
                j > start
                and j in reader.fields
                and (reader.fields[j].colon or reader.fields[j].value - j > 1)
            ):
                break
            if w.kind[j] == BREAK:
                nxt = j + 1
                if (
                    nxt < w.size
                    and w.kind[nxt] < MARK
                    and nxt not in reader.fields
                    and w.line_length(j - 1) > 30
                    and w.low[nxt]
                    in (
                        "về",
                        "và",
                        "dữ",
                        "liệu",
                        "quốc",
                        "dân",
                        "cư",
                        "trật",
                        "tự",
                        "xã",
                        "hội",
                        "hành",
                        "chính",
                        "tỉnh",
                        "thành",
                        "tp",
                        "lý",
                        "quản",
                        "gia",
                    )
                ):
                    j += 1
                    continue
                break
            if w.kind[j] == MARK and (
                w.text[j] in ";:|()"
                or (
                    w.text[j] == "."
                    and not (
                        j + 1 < w.size
                        and w.kind[j + 1] < NUMBER
                        and w.low[j - 1] in ("tp", "ca", "t", "p", "q", "h", "tx")
                    )
                )
            ):
                break
            if (
                w.kind[j] == MARK
                and w.text[j] == ","
                and not (j + 1 < w.size and w.low[j + 1] in ("đkql", "quản", "tỉnh", "tp", "thành"))
            ):
                break
            if w.kind[j] == NUMBER and (w.end[j] - w.start[j] >= 4 or (w.gap[j] != 0 and j == start)):
                break
            if (
                w.kind[j] == LOWER
                and j > start
                and (w.low[j] in ("cấp", "ngày", "là", "có", "sinh", "trú", "hiện", "địa"))
            ):
                break
            if j > start and w.start[j] - w.end[j - 1] > 2:
                break
            j += 1
        while j > start and w.kind[j - 1] >= BREAK:
            j -= 1
        return j

    @staticmethod
    def _beside_dates(reader: Reader, folded: Folded, issued: Spans) -> Iterator[Found]:
        key = folded.key
        spans: list[tuple[int, int, str]] = []
        for found in labelled_dates(folded):
            if found.entity_type is EntityType.DATE_OF_BIRTH:
                yield from PlaceRecognizer._born_at(reader, folded, found.end)
            elif found.entity_type is EntityType.ISSUE_DATE:
                match = _NEAR_DATE.match(key, found.end)
                if match:
                    spans.append((*match.span(1), "issuer_after_date"))
        for match in _BEFORE_DATE.finditer(key):
            if issue_score(key, match.start(1)) != 0.0:
                spans.append((*match.span(1), "issuer_by"))
        for match in _ALONE.finditer(key):
            if _PAPER_BEFORE.search(key, max(0, match.start(1) - _PAPER_WITHIN), match.start(1)):
                spans.append((*match.span(1), "issuer_by"))
        for begin, end, code in spans:
            while end > begin and key[end - 1] in " ,.;-\n":
                end -= 1
            if end > begin and not issued.meets(begin, end):
                issued.add(begin, end)
                yield Found(begin, end, EntityType.ISSUE_AUTHORITY, 0.85, Reason(code))

    @staticmethod
    def _born_at(reader: Reader, folded: Folded, position: int) -> Iterator[Found]:
        """Yield the place behind a birth date: "sinh ngày 5/3/1990 tại Hà Giang"."""
        match = _BORN_AT.match(folded.key, position)
        if match is None:
            return
        w = reader.w
        first = bisect_left(w.start, match.end())
        if (
            first >= w.size
            or w.kind[first] >= BREAK
            or (w.kind[first] == LOWER and not reader.unit(first, inside=False))
        ):
            return
        kinds, end = reader.row(first, inside=True)
        if any(kind & ADMIN for kind in kinds):
            yield Found(
                w.start[first], w.end[end - 1], EntityType.PLACE_OF_BIRTH, 0.8, Reason("place_after_birth")
            )
