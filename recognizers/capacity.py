"""Keep the official, hide the citizen: proposes to keep officers acting in office and the data of organisations.

A proposal, never more: a person or a policy decides. The clues are the words around a finding: "KT. CHỦ TỊCH" above a
signature, "Thẩm phán" before a name, "Công ty" as the party an address belongs to.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from recognizers.entities import EntityType
from recognizers.folding import Folded, fold
from recognizers.results import Hit

_E = EntityType
_OFFICES = (
    r"tham phan|chu toa(?: phien toa)?|hoi tham(?: nhan dan)?|thu ky(?: phien toa| toa an)?|"
    r"kiem sat vien|cong chung vien|chap hanh vien|dieu tra vien"
    r"|thanh tra vien|giam dinh vien|thua phat lai|chu tich|pho chu tich|bo truong|thu truong|thu tuong|"
    r"chanh an|pho chanh an|vien truong|pho vien truong"
    r"|cuc truong|pho cuc truong|chi cuc truong|pho chi cuc truong|giam doc|pho giam doc|tong giam doc|"
    r"pho tong giam doc|hieu truong|pho hieu truong|vien pho"
    r"|ke toan truong|truong (?:phong|khoa|ban|cong an|van phong|chi nhanh|phong giao dich)|"
    r"pho truong (?:phong|khoa|ban|cong an)|pho (?:phong|truong phong)|chanh van phong|thu quy|pho thu truong|thu truong (?:don vi|co quan)|pho chi huy truong|chi huy truong|doi truong"
    r"|can bo (?:tu phap|ho tich|tiep nhan|dia chinh|tin dung|thue|thu ly)|cong chuc (?:tu phap|ho tich|"
    r"dia chinh)|thanh vien hdqt|uy vien|bi thu"
    r"|bac si(?: [a-z]{2,8}){0,3}|bs|bscki|bsckii|nguoi hanh nghe[a-z ,]{0,14}|nguoi do de|ho sinh|"
    r"ky thuat vien|giam thi|nguoi lap bien ban|chu tri|chuyen quan|luat su|giao vien chu nhiem|nguoi ky"
)
#: On the key, right before the name: an office, then at most a form of address.
_OFFICE_BEFORE = re.compile(
    rf"(?<![a-z])(?:{_OFFICES})(?: (?:ubnd|uy ban nhan dan|hdnd|so|phong|chi cuc|bao hiem|cong ty|"
    rf"ngan hang|benh vien|truong|kinh doanh|chi nhanh)(?: [a-z]{{1,8}}){{0,5}})?"
    r"\s{0,2}[:.\-]?\s{0,4}(?:(?:ong|ba|ths|ts|bs)(?:\s?[./]\s?(?:ba|bs))?\s{0,2}[.:]?\s{0,2}){0,2}$"
)
#: On the key, right behind the name.
_OFFICE_BEHIND = re.compile(
    rf"[ \t]{{0,3}}(?:[-,(:;][ \t]{{0,2}})?(?:(?:la|giu chuc(?: vu)?|chuc vu|"
    rf"chuc danh)[ \t]{{0,2}}[:.]?[ \t]{{0,3}})?(?!chu nhiem|uy vien|giao vien|truong (?:khoa|ban)|"
    rf"ke toan|thu quy|bac si|luat su)(?:{_OFFICES})(?![a-z])"
    r"|\s{0,4}[,;\-]?\s{0,4}(?:chuc vu|chuc danh)\s{0,2}:?\s{0,2}(?:tong |pho )?(?:giam doc|chu tich|"
    r"hieu truong|vien truong|cuc truong|chanh)"
    r"|[ \t]{0,4}[,;\-]?[ \t]{0,4}(?:la )?(?:nguoi )?dai dien (?:cho|theo phap luat)"
)
#: A clerk's or officer's part in the labels of a company: "Đại diện: Ông …".
_REPRESENTS = re.compile(
    r"(?:dai dien|nguoi dai dien)(?: (?:theo phap luat|boi|la|theo uy quyen))?\s{0,2}:?\s{0,3}(?:(?:ong|"
    r"ba)(?:\s?/\s?ba)?\s{0,2}[:.]?\s{0,2})?$"
)
#: Before a name in a signature: ranks and degrees.
_RANKS = re.compile(
    r"(?:(?:pgs|gs|ts|ths|thac si|tien si|bs|bsck[i1]*|cki{1,2}|ls|ks|cn|(?:thieu|trung|thuong|dai) (?:uy|ta|tuong))"
    r"[ .,]{0,3}){1,4}"
)
#: Between two officers named together: "Ông A và bà B".
_AND = re.compile(r"\s{0,3}(?:,|;|&|va)?\s{0,3}(?:va )?(?:ong|ba)?\s{0,3}")
_ON_BEHALF = re.compile(r"(?:^|\n)\s{0,60}(?:tm|kt|tl|tuq|q)\s{0,2}\.\s{0,3}[a-z]")
_SIGNED_AS = re.compile(
    rf"(?:^|\n)[^\n]{{0,60}}?(?<![a-z])(?:{_OFFICES})[^\n:]{{0,50}}(?:\n[^\n]{{0,60}}){{0,5}}$"
)
_OWN_PART = re.compile(
    r"ben [ab]\b|nguoi (?:khai|vay|lam don|viet|de nghi|yeu cau|uy quyen|mua|ban|nop|nhan|cam|lap|duoc)|"
    r"chu ho|khach hang|hoc sinh|sinh vien|phu huynh|nguoi lao dong|ho va ten"
)
_ORGANISATION = re.compile(
    r"cong ty|tnhh|co phan|doanh nghiep|ngan hang|hop tac xa|htx|ubnd|uy ban nhan dan|toa an|vien kiem sat|"
    r"cong an (?:tinh|thanh|quan|huyen|xa|phuong|tp)|truong (?:thpt|thcs|tieu hoc|dai hoc|cao dang|"
    r"mam non|trung hoc)|benh vien|phong kham|"
    r"chi nhanh|van phong (?:cong chung|luat|dang ky|dai dien)|tap doan|trung tam|chi cuc|cuc thue|"
    r"co quan|so (?:tu phap|y te|giao duc)|dntn|cua hang|ma so doanh nghiep|ten don vi|bao hiem xa hoi|"
    r"khach san|nha hang|hoc vien|kho bac|hiep hoi|shop|thua phat lai|phong (?:lao dong|tu phap|"
    r"tai nguyen|giao duc|xu an|cong chung|y te)|vietcombank|bidv|agribank|vietinbank|techcombank|"
    r"sacombank|vpbank|tpbank|mb bank|acb|ngan hang|uy ban|hoi dong|phong giao dich|buu cuc|tap doan|"
    r"tong cong ty|xi nghiep|nha may|truong [a-z]|cuc |so (?:tai|ke|xay|nong|lao)"
)
_PRIVATE = re.compile(
    r"(?<![a-z])(?:ho va ten|ho ten|cccd|cmnd|can cuoc|sinh nam|ngay sinh|nguoi nhan|khach hang|cua toi|"
    r"toi ten|toi la|chu so huu|chu ho)(?![a-z])"
)
#: Findings that make a person the subject of what follows.
_OF_A_PERSON = frozenset(
    {_E.PERSON, _E.VN_PERSONAL_ID, _E.VN_CMND, _E.VN_PASSPORT, _E.DATE_OF_BIRTH, _E.GENDER, _E.NATIONALITY}
)
_PRIVATE_DETAILS = frozenset({_E.VN_PERSONAL_ID, _E.VN_CMND, _E.VN_PASSPORT, _E.DATE_OF_BIRTH, _E.VN_BHXH})
#: Labels of homes: never an office's.
_HOME = re.compile(
    r"tr[úu]|ở|hộ khẩu|hktt|đktt|ngụ|nhà|giao|nhận|residence|permanent|home|thửa|tài sản|đất|căn hộ|liên lạc|quê"
)
#: Right before an address: somebody lives there.
_HOME_BEFORE = re.compile(
    r"(?<![a-z])(?:o|tru tai|tru|ngu|ngu tai|song tai|thuong tru|tam tru|nha o|nha)\s{0,3}:?\s{0,2}$"
    r"|(?<![a-z])(?:thua dat|tai san|nha dat|can ho|quyen su dung dat|toa lac|bat dong san)(?![a-z])[^\n.]{0,50}$"
)
#: Labels whose value is the organisation that the lines below describe.
_ORGANISATION_LABEL = re.compile(
    r"(?<![a-z])(?:ben|ten|don vi|dia diem|co quan|nguoi (?:ban|mua|su dung)|tu|to chuc|cong ty|doanh nghiep|kinh gui"
    r"|nha thau|chu dau tu|noi gui|seller|buyer|shop|dia chi|tru so)(?![a-z])[^:\n]{0,30}$"
)
#: Before an organisation on its line: it is named in passing.
_ASIDE = re.compile(
    r"(?:tai khoan|stk|so tk|mo tai|(?<![a-z])do|(?<![a-z])cap|cong tac|lam viec|hoc tai|noi cap|kham|dieu tri|noi dk|the |luong|bhyt|bhxh|kcb"
    r"|\d{6})"
    r"[^\n]{0,60}$"
)
_DATA = frozenset({_E.VN_TAX_CODE, _E.VN_PHONE, _E.EMAIL, _E.VN_BANK_ACCOUNT})
_BACK = 260
_TOGETHER = 12
_AHEAD = 90
_PROPOSED = frozenset({_E.PERSON, _E.VN_ADDRESS}) | _DATA


def propose_keep(text: str, hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """Return the hits with ``keep`` set where keeping is proposed; hits that have a proposal keep theirs."""
    folded = fold(text)
    ordered = sorted(hits, key=lambda hit: hit.start)
    starts = [hit.start for hit in ordered]
    longest = max((hit.end - hit.start for hit in ordered), default=0)
    result = []
    for hit in hits:
        code = hit.keep
        if not code and hit.entity_type in _PROPOSED:
            first = bisect_left(starts, hit.start - _BACK - longest)
            near = ordered[first : bisect_left(starts, hit.end + _AHEAD)]
            code = _proposal(folded, text, hit, near)
        result.append(replace(hit, keep=code) if code != hit.keep else hit)
    return tuple(result)


def _proposal(folded: Folded, text: str, hit: Hit, hits: Sequence[Hit]) -> str:
    if hit.entity_type is _E.PERSON:
        return "official_capacity" if _official(folded, text, hit, hits) else ""
    if hit.entity_type is _E.VN_ADDRESS:
        if _HOME.search(hit.reason.clue):
            return ""
        return "office_address" if _organisation_before(text, hit, hits) else ""
    if hit.entity_type in _DATA:
        return "organisation_data" if _organisation_before(text, hit, hits) else ""
    return ""


def _official(folded: Folded, text: str, hit: Hit, hits: Sequence[Hit]) -> bool:
    """Return whether a person acts in office: an office beside the name and no private detail behind it."""
    for other in hits:
        if hit.end <= other.start < hit.end + _AHEAD:
            if other.entity_type is _E.PERSON:
                break
            if other.entity_type in _PRIVATE_DETAILS:
                return False
    before = fold(text[max(0, hit.start - 110) : hit.start]).key
    if _OFFICE_BEFORE.search(before[-70:]):
        return True
    behind = fold(text[hit.end : hit.end + 60]).key
    if _OFFICE_BEHIND.match(behind):
        return True
    for other in hits:
        if (
            other.entity_type is _E.PERSON
            and 0 < hit.start - other.end < _TOGETHER
            and _AND.fullmatch(fold(text[other.end : hit.start]).key)
            and _OFFICE_BEFORE.search(fold(text[max(0, other.start - 110) : other.start]).key[-70:])
        ):
            return True
    if _REPRESENTS.search(before) and _organisation_before(text, hit, hits):
        return True
    # a signature block: the name alone on its line, an office or "KT. CHỦ TỊCH" some lines above it
    begin = text.rfind("\n", 0, hit.start) + 1
    end = text.find("\n", hit.end)
    prefix = fold(text[begin : hit.start]).key.strip()
    if (prefix and not _RANKS.fullmatch(prefix)) or text[hit.end : end if end >= 0 else len(text)].strip(
        " .,;\t"
    ):
        return False
    above = fold(text[max(0, begin - 200) : begin]).key.rstrip()
    last = above.rsplit("\n", 4)[-4:]
    if any(_OWN_PART.search(line) for line in last[-2:]):
        return False
    block = "\n".join(last)
    return bool(_ON_BEHALF.search("\n" + block)) or bool(
        _SIGNED_AS.search("\n" + block) and any(len(line) < 60 for line in last[-1:])
    )


def _organisation_before(text: str, hit: Hit, hits: Sequence[Hit]) -> bool:
    """Return whether the nearest subject before a finding is an organisation and not a person."""
    begin = max(0, hit.start - _BACK)
    subject = 0  # where the last finding about a person ends
    authorities = []
    for other in hits:
        if other.end <= hit.start and other.end > begin:
            if other.entity_type in _OF_A_PERSON | _DATA and not other.keep:
                subject = max(subject, other.end)
            elif other.entity_type is _E.ISSUE_AUTHORITY:
                authorities.append(other)
    begin = max(begin, subject)
    for other in authorities:
        begin = max(begin, other.end)
    before = fold(text[begin : hit.start]).key
    found = None
    for match in _ORGANISATION.finditer(before):
        if _is_subject(before, match.start()):
            found = match
    if found is None or _HOME_BEFORE.search(before[-80:]):
        return False
    private = max((match.start() for match in _PRIVATE.finditer(before)), default=-1)
    between = before[found.start() :]
    return found.start() > private and "\n\n" not in between and between.count("\n") <= 4


def _is_subject(before: str, position: int) -> bool:
    """Return whether an organisation named at ``position`` is what the line is about, not a bank or an employer."""
    line = before[before.rfind("\n", 0, position) + 1 : position]
    if _ASIDE.search(line):
        return False
    label = line.rpartition(":")[0]
    return not label or _ORGANISATION_LABEL.search(label) is not None
