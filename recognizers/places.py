"""Places of birth and origin, and who issued an identity paper.

The first is the value of its label, up to the next label or the end of the line. The second is told by its label or by
the date of issue beside it, and only for papers of people: the authority that registered a company is no finding. See
identifiers §2.19 of the reference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from recognizers.address import ADMIN, BARE, Reader
from recognizers.base import Found, VnRecognizer
from recognizers.birth_date import BirthDateRecognizer
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.person_fields import Field, FieldKind, fields
from recognizers.results import Reason
from recognizers.tiers import Tier
from recognizers.words import BREAK, LOWER, MARK, NUMBER

#: On the key: the offices that issue identity papers, with the forms people shorten them to.
_ISSUER = (r"(?:giam doc |truong |pho giam doc )?(?:"
           r"(?:cuc truong )?cuc (?:truong )?(?:cuc )?(?:canh sat|cs|csqlhc|qlxnc|quan ly xuat nhap canh|xuat nhap canh|c06|dang ky quan ly)[^\n;:,.(]{0,70}(?:, dkql[^\n;:.,(]{0,40})?"
           r"|bo cong an|c06|bca|bo ngoai giao|cuc lanh su|cuc qlxnc|cong an (?:tinh|thanh pho|tp\.?|t\.p\.?|quan|huyen|thi xa|phuong|xa|q\.?|h\.?)[^\n;:,(]{0,40}"
           r"|cong an [a-z][^\n;:,.(]{1,30}|ca\.? ?(?:tinh|thanh pho|tp\.?|t\.p\.?|t\.|quan|huyen|q\.|h\.)? ?[a-z][^\n;:,.(]{0,24}|phong (?:canh sat|pa08|pc06|qlxnc)[^\n;:,.(]{0,50}|so (?:giao thong|gtvt)[^\n;:,.(]{0,40}"
           r"|uy ban nhan dan[^\n;:,.(]{0,50}|ubnd[^\n;:,.(]{0,40})")
_NEAR_DATE = re.compile(rf"[\s,;]{{0,3}}(?:(?:tai|boi|do|noi cap|noi cap la|, noi cap)\s{{0,2}}:?\s{{0,2}}|[-,]\s{{0,2}}){_ISSUER}")
_BY = re.compile(rf"(?<![a-z])do\s{{1,2}}({_ISSUER})\s{{0,2}},?\s{{0,2}}cap(?![a-z])")
_LEAD = re.compile(r"[\s,;:\-]*(?:tai|boi|do|noi cap la|noi cap)?\s*:?\s*")
_END = re.compile(r",? (?:cap|ngay|va|dien|noi|thuong|ho khau|tru|co|la|hien|so)(?![a-z])|\n| {3,}|,? (?:dia chi|dang ky|hktt|sdt|email)")


class PlaceRecognizer(VnRecognizer):
    """Finds places of birth and origin, and the issuers of identity papers."""

    ENTITIES: ClassVar[tuple[EntityType, ...]] = (EntityType.PLACE_OF_BIRTH, EntityType.ISSUE_AUTHORITY)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield the places and issuers of a text."""
        reader = Reader(folded)
        w = reader.w
        issued: list[tuple[int, int]] = []
        for field in fields(folded).values():
            if field.kind is FieldKind.BIRTHPLACE:
                span = self._place(reader, field)
                if span:
                    yield Found(*span, EntityType.PLACE_OF_BIRTH, 0.9, Reason("place_label", field.label), tier=Tier.LABEL)
            elif field.kind is FieldKind.ISSUER:
                start = reader.value_start(field)
                if start < 0 or start in reader.fields and reader.fields[start].kind is not FieldKind.OTHER:
                    continue
                if BirthDateRecognizer._issue_score(folded.key, w.start[field.first]) == 0.0:
                    continue
                end = self._issuer_end(reader, start)
                if end > start:
                    issued.append((w.start[start], w.end[end - 1]))
                    yield Found(w.start[start], w.end[end - 1], EntityType.ISSUE_AUTHORITY, 0.9,
                                Reason("issuer_label", field.label), tier=Tier.LABEL)
        yield from self._beside_dates(folded, issued)

    @staticmethod
    def _place(reader: Reader, field: Field) -> tuple[int, int] | None:
        w = reader.w
        start = reader.value_start(field)
        if start < 0:
            return None
        while start < w.size and (w.low[start] in ("tại", "ở") or w.text[start] in (":", "-")):
            start += 1
        if start >= w.size or w.kind[start] in (BREAK, NUMBER) or start in reader.fields:
            return None
        kinds, row_end = reader.row(start, inside=True)
        end = reader.value_end(start, colon=field.colon)
        prose = not field.colon and start == field.value
        if prose:
            admin = [kind for kind in kinds if kind & ADMIN]
            if not admin or w.kind[start] == LOWER and all(kind & BARE for kind in admin):
                if end <= start or w.kind[start] == LOWER or not field.label[:4] in ("quê ", "nguy", "nơi "):
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
            if j > start and j in reader.fields and (reader.fields[j].colon or reader.fields[j].value - j > 1):
                break
            if w.kind[j] == BREAK:
                nxt = j + 1
                if nxt < w.size and w.kind[nxt] < MARK and nxt not in reader.fields and w.line_length(j - 1) > 30 and w.low[nxt] in (
                        "về", "và", "dữ", "liệu", "quốc", "dân", "cư", "trật", "tự", "xã", "hội", "hành", "chính", "tỉnh", "thành", "tp", "lý", "quản", "gia"):
                    j += 1
                    continue
                break
            if w.kind[j] == MARK and (w.text[j] in ";:|()" or w.text[j] == "." and not (
                    j + 1 < w.size and w.kind[j + 1] < NUMBER and w.low[j - 1] in ("tp", "ca", "t", "p", "q", "h", "tx"))):
                break
            if w.kind[j] == MARK and w.text[j] == "," and not (j + 1 < w.size and w.low[j + 1] in ("đkql", "quản", "tỉnh", "tp", "thành")):
                break
            if w.kind[j] == NUMBER and (w.end[j] - w.start[j] >= 4 or w.gap[j] != 0 and j == start):
                break
            if w.kind[j] == LOWER and j > start and (w.low[j] in ("cấp", "ngày", "là", "có", "sinh", "trú", "hiện", "địa")):
                break
            if j > start and w.start[j] - w.end[j - 1] > 2:
                break
            j += 1
        while j > start and w.kind[j - 1] >= BREAK:
            j -= 1
        return j

    @staticmethod
    def _beside_dates(folded: Folded, issued: list[tuple[int, int]]) -> Iterator[Found]:
        key = folded.key
        if "cap" not in key:
            return
        spans: list[tuple[int, int, str]] = []
        for found in BirthDateRecognizer()._labelled(folded, Reader(folded).w):
            if found.entity_type is not EntityType.ISSUE_DATE:
                continue
            match = _NEAR_DATE.match(key, found.end)
            if match:
                lead = _LEAD.match(key, found.end)
                begin = lead.end() if lead else match.start()
                spans.append((begin, match.end(), "issuer_after_date"))
        for match in _BY.finditer(key):
            if BirthDateRecognizer._issue_score(key, match.start()) != 0.0:
                spans.append((match.start(1), match.end(1), "issuer_by"))
        for begin, end, code in spans:
            cut = _END.search(key, begin, end)
            if cut:
                end = cut.start()
            while end > begin and key[end - 1] in " ,.;-\n":
                end -= 1
            if end > begin and not any(start < end and begin < stop for start, stop in issued):
                issued.append((begin, end))
                yield Found(begin, end, EntityType.ISSUE_AUTHORITY, 0.85, Reason(code))
