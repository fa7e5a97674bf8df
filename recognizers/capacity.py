"""Keep the official, hide the citizen: proposes to keep officers acting in office and the data of organisations.

A proposal, never more: a person or a policy decides. The clues are the words around a finding: "KT. CHỦ TỊCH" above a
signature, "Thẩm phán" before a name, "Công ty" as the party an address belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from recognizers.entities import EntityType
from recognizers.folding import Folded, fold
from recognizers.results import Hit

_E = EntityType
#: On the key, right before the name: offices of state and of notaries.
_OFFICE_BEFORE = re.compile(
    r"(?:tham phan|chu toa phien toa|hoi tham(?: nhan dan)?|thu ky(?: phien toa| toa an)?|kiem sat vien|cong chung vien|chap hanh vien|dieu tra vien|thanh tra vien|giam dinh vien|thua phat lai"
    r"|chu tich(?: ubnd| uy ban nhan dan| hdnd| hoi dong)?|pho chu tich|bo truong|thu truong|thu tuong|chanh an|pho chanh an|vien truong|pho vien truong|cuc truong|chi cuc truong|giam doc so|truong cong an|pho truong cong an"
    r"|can bo (?:tu phap|ho tich|tiep nhan|dia chinh)|cong chuc (?:tu phap|ho tich)|nguoi ky)[^\n;:]{0,40}[:\-–]?\s{0,3}(?:ong|ba|ths|ts)?\.?\s{0,2}[:.]?\s{0,2}$")
_ON_BEHALF = re.compile(r"(?:^|\n)\s{0,40}(?:tm|kt|tl|tuq|q)\s{0,2}\.\s{0,3}[a-z]")
_STATE_OFFICE = re.compile(r"(?:tm|kt|tl|tuq)\s{0,2}\.|chu tich|chanh an|tham phan|cong chung vien|bo truong|cuc truong|chi cuc truong|truong cong an|vien truong|truong phong|giam doc|hieu truong|thu truong")
_ORGANISATION = re.compile(
    r"cong ty|tnhh|co phan|doanh nghiep|ngan hang|hop tac xa|ubnd|uy ban nhan dan|toa an|vien kiem sat|cong an (?:tinh|thanh|quan|huyen|xa|phuong|tp)|truong (?:thpt|thcs|tieu hoc|dai hoc|cao dang|mam non|trung hoc)|benh vien|phong kham|"
    r"chi nhanh|van phong (?:cong chung|luat|dang ky|dai dien)|tap doan|trung tam|chi cuc|cuc thue|co quan|so (?:tu phap|y te|giao duc)|dntn|cua hang|ma so doanh nghiep|ten don vi|bao hiem xa hoi|khach san|nha hang|hoc vien|kho bac|hiep hoi")
_PRIVATE = re.compile(r"(?<![a-z])(?:ong|ba|anh|(?<!dia )chi|ho va ten|ho ten|cccd|cmnd|can cuoc|sinh nam|ngay sinh|nguoi dai dien|dai dien|thuong tru|nguoi nhan|khach hang)(?![a-z])")
_DATA = frozenset({_E.VN_TAX_CODE, _E.VN_PHONE, _E.EMAIL, _E.VN_BANK_ACCOUNT})
_BACK = 260


def propose_keep(text: str, hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """Return the hits with ``keep`` set where keeping is proposed; hits that have a proposal keep theirs."""
    folded = fold(text)
    result = []
    for hit in hits:
        code = hit.keep or _proposal(folded, text, hit)
        result.append(replace(hit, keep=code) if code != hit.keep else hit)
    return tuple(result)


def _proposal(folded: Folded, text: str, hit: Hit) -> str:
    if hit.entity_type is _E.PERSON:
        return "official_capacity" if _official(folded, text, hit) else ""
    if hit.entity_type is _E.VN_ADDRESS:
        return "office_address" if _organisation_before(fold(text[max(0, hit.start - _BACK):hit.start]).key) else ""
    if hit.entity_type in _DATA:
        return "organisation_data" if _organisation_before(fold(text[max(0, hit.start - _BACK):hit.start]).key) else ""
    return ""


def _official(folded: Folded, text: str, hit: Hit) -> bool:
    before = fold(text[max(0, hit.start - 90):hit.start]).key
    line = before.rsplit("\n", 1)[-1]
    if _OFFICE_BEFORE.search(line):
        return True
    # a signature block: the name alone on its line, "KT. CHỦ TỊCH" some lines above it
    begin = text.rfind("\n", 0, hit.start) + 1
    if text[begin:hit.start].strip():
        return False
    above = fold(text[max(0, begin - 220):begin]).key
    block = above.rsplit("\n\n\n\n", 1)[-1]
    return bool(_ON_BEHALF.search("\n" + block)) and bool(_STATE_OFFICE.search(block))


def _organisation_before(before: str) -> bool:
    """Return whether the nearest subject before a finding is an organisation and not a person."""
    organisation = max((match.start() for match in _ORGANISATION.finditer(before)), default=-1)
    if organisation < 0:
        return False
    private = max((match.start() for match in _PRIVATE.finditer(before)), default=-1)
    return organisation > private and "\n\n" not in before[organisation:]
