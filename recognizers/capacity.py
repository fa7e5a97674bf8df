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
    r"chi nhanh|van phong (?:cong chung|luat|dang ky|dai dien)|tap doan|trung tam|chi cuc|cuc thue|co quan|so (?:tu phap|y te|giao duc)|dntn|cua hang|ma so doanh nghiep|ten don vi|bao hiem xa hoi|khach san|nha hang|hoc vien|kho bac|hiep hoi|shop|thua phat lai|phong (?:lao dong|tu phap|tai nguyen|giao duc|xu an|cong chung|y te)|vietcombank|bidv|agribank|vietinbank|techcombank|sacombank|vpbank|tpbank|mb bank|acb|ngan hang|uy ban|hoi dong|phong giao dich|buu cuc|tap doan|tong cong ty|xi nghiep|nha may|truong [a-z]|cuc |so (?:tai|ke|xay|nong|lao)")
_PRIVATE = re.compile(r"(?<![a-z])(?:ho va ten|ho ten|cccd|cmnd|can cuoc|sinh nam|ngay sinh|nguoi nhan|khach hang|cua toi|toi ten|toi la|chu so huu|chu ho)(?![a-z])")
#: Findings that make a person the subject of what follows.
_OF_A_PERSON = frozenset({_E.PERSON, _E.VN_PERSONAL_ID, _E.VN_CMND, _E.VN_PASSPORT, _E.DATE_OF_BIRTH, _E.GENDER, _E.NATIONALITY})
#: Labels of homes: never an office's.
_HOME = re.compile(r"tr[úu]|ở|hộ khẩu|hktt|đktt|ngụ|nhà|giao|nhận|residence|permanent|home")
_DATA = frozenset({_E.VN_TAX_CODE, _E.VN_PHONE, _E.EMAIL, _E.VN_BANK_ACCOUNT})
_BACK = 260


def propose_keep(text: str, hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """Return the hits with ``keep`` set where keeping is proposed; hits that have a proposal keep theirs."""
    folded = fold(text)
    result = []
    for hit in hits:
        code = hit.keep or _proposal(folded, text, hit, hits)
        result.append(replace(hit, keep=code) if code != hit.keep else hit)
    return tuple(result)


def _proposal(folded: Folded, text: str, hit: Hit, hits: Sequence[Hit]) -> str:
    if hit.entity_type is _E.PERSON:
        return "official_capacity" if _official(folded, text, hit) else ""
    if hit.entity_type is _E.VN_ADDRESS:
        if _HOME.search(hit.reason.clue):
            return ""
        return "office_address" if _organisation_before(text, hit, hits) else ""
    if hit.entity_type in _DATA:
        return "organisation_data" if _organisation_before(text, hit, hits) else ""
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


def _organisation_before(text: str, hit: Hit, hits: Sequence[Hit]) -> bool:
    """Return whether the nearest subject before a finding is an organisation and not a person."""
    begin = max(0, hit.start - _BACK)
    subject = 0  # where the last finding about a person ends
    authorities = []
    for other in hits:
        if other.end <= hit.start and other.end > begin:
            if other.entity_type in _OF_A_PERSON and not other.keep:
                subject = max(subject, other.end)
            elif other.entity_type is _E.ISSUE_AUTHORITY:
                authorities.append(other)
    begin = max(begin, subject)
    for other in authorities:
        begin = max(begin, other.end)
    before = fold(text[begin:hit.start]).key
    organisation = max((match.start() for match in _ORGANISATION.finditer(before)), default=-1)
    if organisation < 0:
        return False
    private = max((match.start() for match in _PRIVATE.finditer(before)), default=-1)
    between = before[organisation:]
    return organisation > private and "\n\n" not in between and between.count("\n") <= 4
