"""Keep the official, hide the citizen: proposes to keep officers acting in office and the data of organisations.

A proposal, never more: a person or a policy decides. The clues are the words around a finding: "KT. CHỦ TỊCH" above a
signature, "Thẩm phán" before a name, "Công ty" as the party an address belongs to.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.officer_witness import officer_weight
from recognizers.organisations import LEFT_OUT
from recognizers.owner_clues import Surroundings
from recognizers.owner_witness import is_organisations
from recognizers.results import Hit
from recognizers.standing import OFFICER, Standing, standing_of
from recognizers.weights import logit

_E = EntityType
_ORGANISATION = re.compile(
    r"cong ty|tnhh|co phan|doanh nghiep|ngan hang|hop tac xa|htx|ubnd|uy ban nhan dan|toa an|vien kiem sat|"
    r"cong an (?:tinh|thanh|quan|huyen|xa|phuong|tp)|truong (?:thpt|thcs|tieu hoc|dai hoc|cao dang|"
    r"mam non|trung hoc)|benh vien|phong kham|"
    r"chi nhanh|van phong (?:cong chung|luat|dang ky|dai dien)|tap doan|trung tam|chi cuc|cuc thue|"
    r"co quan|so (?:tu phap|y te|giao duc)|dntn|cua hang|ma so doanh nghiep|ten don vi|bao hiem xa hoi|"
    r"khach san|nha hang|hoc vien|kho bac|hiep hoi|shop|thua phat lai|phong (?:lao dong|tu phap|"
    r"tai nguyen|giao duc|xu an|cong chung|y te)|vietcombank|bidv|agribank|vietinbank|techcombank|"
    r"sacombank|vpbank|tpbank|mb bank|acb|ngan hang|uy ban|hoi dong|phong giao dich|buu cuc|tap doan|"
    r"tong cong ty|xi nghiep|nha may|truong [a-z]|cuc |so (?:tai|ke|xay|nong|lao)|"
    r"(?<![a-z])(?:ltd|jsc|corp|corporation|company|university|college|hospital|embassy|consulate|court|committee|"
    r"department|police)(?![a-z])"
)
_PRIVATE = re.compile(
    r"(?<![a-z])(?:ho va ten|ho ten|cccd|cmnd|can cuoc|sinh nam|ngay sinh|nguoi nhan|khach hang|cua toi|"
    r"toi ten|toi la|chu so huu|chu ho)(?![a-z])"
)
#: Findings that make a person the subject of what follows.
_OF_A_PERSON = frozenset(
    {_E.PERSON, _E.VN_PERSONAL_ID, _E.VN_CMND, _E.VN_PASSPORT, _E.DATE_OF_BIRTH, _E.GENDER, _E.NATIONALITY}
)
#: Right before an address: somebody lives there.
_HOME_BEFORE = re.compile(
    r"(?<![a-z])(?:o|tru tai|tru|ngu|ngu tai|song tai|thuong tru|tam tru|nha o|nha|den|ve|toi)\s{0,3}:?\s{0,2}$"
    r"|(?<![a-z])(?:thua dat|tai san|nha dat|can ho|quyen su dung dat|toa lac|bat dong san)(?![a-z])[^\n.]{0,50}$"
)
#: Labels whose value is the organisation that the lines below describe.
_ORGANISATION_LABEL = re.compile(
    r"(?<![a-z])(?:ben|ten|don vi|dia diem|co quan|nguoi (?:ban|mua|su dung)|tu|to chuc|cong ty|doanh nghiep|kinh gui"
    r"|nha thau|chu dau tu|noi gui|seller|buyer|shop|dia chi|tru so)(?![a-z])[^:\n]{0,30}$"
)
#: Before an organisation on its line: it is named in passing.
_ASIDE = re.compile(
    r"(?:tai khoan|stk|(?<![a-z])tk |mo tai|(?<![a-z])do|(?<![a-z])cap|cong tac|lam viec|hoc tai|noi cap|kham|dieu tri|noi dk|the |luong|bhyt|bhxh|kcb"
    r"|\d{6})"
    r"[^\n]{0,60}$"
)
_DATA = frozenset({_E.VN_TAX_CODE, _E.VN_PHONE, _E.EMAIL, _E.VN_BANK_ACCOUNT})
_BACK = 260
_AHEAD = 90
_PROPOSED = frozenset({_E.PERSON, _E.VN_ADDRESS}) | _DATA
_SUBJECTS = _OF_A_PERSON | _DATA


def propose_keep(
    folded: Folded, hits: Sequence[Hit], read: Mapping[int, int] = MappingProxyType({})
) -> tuple[Hit, ...]:
    """Return the hits with ``keep`` set where keeping is proposed; hits that have a proposal keep theirs.

    Args:
        folded: the text.
        hits: spans of ``folded.text``.
        read: how much the tagger says for acting in office, in hundredths of a logit, by the place in ``hits``.
    """
    ordered = sorted(hits, key=lambda hit: hit.start)
    starts = [hit.start for hit in ordered]
    longest = max((hit.end - hit.start for hit in ordered), default=0)
    surroundings = Surroundings(folded.key, ordered)
    result = []
    for n, hit in enumerate(hits):
        code = hit.keep
        if not code and hit.entity_type in _PROPOSED:
            first = bisect_left(starts, hit.start - _BACK - longest)
            near = ordered[first : bisect_left(starts, hit.end + _AHEAD)]
            code = _proposal(surroundings, folded, hit, near, read.get(n, 0))
        result.append(replace(hit, keep=code) if code != hit.keep else hit)
    return tuple(result)


def _proposal(surroundings: Surroundings, folded: Folded, hit: Hit, hits: Sequence[Hit], read: int) -> str:
    if hit.entity_type is _E.PERSON:
        return OFFICER if _in_office(surroundings, folded, hit, hits, read) else ""
    if hit.entity_type is _E.VN_ADDRESS:
        return "office_address" if is_organisations(surroundings, hit) else ""
    if hit.entity_type in _DATA:
        return "organisation_data" if _organisation_before(folded.key, hit, hits) else ""
    return ""


#: Before an organisation: somebody who works, learns or serves there.
_MEMBER = re.compile(
    r"(?<![a-z])(?:sinh vien|hoc sinh|hoc vien|sv|hs|hssv|giao vien|giang vien|nhan vien|cong nhan|bao ve|"
    r"dieu duong|hoc lop|cong tac|lam viec|lam|hoc|dang hoc|phuc vu)"
    r"(?: (?:lop \w{1,4}|nam thu \w{1,4}|nam \w{1,4}|cua|tai|o|cho|truong|thuoc)){0,3}[ :,]{0,2}$"
)
_TITLE = r"(?:(?:ong|ba|ngai|pgs|gs|ts|ths)(?:\s?/\s?ba)?\s{0,2}[:.]?\s{0,2}){0,2}"
_REPRESENTS = re.compile(
    r"(?:dai dien|nguoi dai dien)(?: (?:theo phap luat|boi|la|theo uy quyen|hop phap|cho ben [abc]))?\s{0,2}:?\s{0,3}"
    rf"{_TITLE}$"
)
#: "… do ông X đại diện theo giấy ủy quyền": the organisation stands right before.
_DONE_BY, _REPRESENTS_BEHIND = (
    re.compile(rf"(?<![a-z])(?:do|boi)\s{{1,2}}{_TITLE}$"),
    re.compile(r"[ ,]{1,2}(?:lam |la )?(?:nguoi )?dai dien(?![a-z])"),
)


#: Where the rules say nothing the witness has to be as sure as this, or together with the tagger as sure as that; where they
#: speak of an office it must not be as sure of the opposite, unless the tagger is sure: a citizen who stays in sight is worse
#: than an officer who is hidden. Hundredths of a logit.
_ENOUGH, _ENOUGH_TOGETHER = logit(0.97), 450
_LEAST, _AT_ALL, _SURE = -200, -300, logit(0.96)
#: Where words only make it likely the tagger has to think so, too.
_SECONDED, _AGAINST_THE_WITNESS = logit(0.5), logit(0.88)


def _in_office(surroundings: Surroundings, folded: Folded, hit: Hit, hits: Sequence[Hit], read: int) -> bool:
    standing = standing_of(folded, hit, hits)
    full = " " in folded.text[hit.start : hit.end].strip()
    if (
        standing is Standing.PARTY
    ):  # the tagger is heard though a label speaks of a party: "Người nhận: Trung sĩ …"
        return full and read >= _SURE
    if standing is Standing.LIKELY and (full or surroundings.of_cells) and read >= _SECONDED:
        return read >= _AGAINST_THE_WITNESS or officer_weight(surroundings, hit, at_a_glance=False) >= _LEAST
    if standing is Standing.OFFICER:
        weight = officer_weight(surroundings, hit, at_a_glance=False)
        return weight >= (_LEAST if read < _SURE else _AT_ALL)
    before = folded.key[max(0, hit.start - 110) : hit.start]
    represents = _REPRESENTS.search(before) is not None or (
        _DONE_BY.search(before) is not None
        and _REPRESENTS_BEHIND.match(folded.key[hit.end : hit.end + 40]) is not None
    )
    if represents and _organisation_before(folded.key, hit, hits):
        return True
    if not full:
        return False  # officers are named in full
    heard = max(read, 0)
    weight = officer_weight(surroundings, hit, at_a_glance=heard + _ENOUGH < _ENOUGH_TOGETHER)
    return weight >= _ENOUGH or weight + heard >= _ENOUGH_TOGETHER


def _organisation_before(key: str, hit: Hit, hits: Sequence[Hit]) -> bool:
    """Return whether the nearest subject before a finding is an organisation and not a person."""
    begin = max(0, hit.start - _BACK)
    subject = 0  # where the last finding about a person ends
    authorities = []
    for other in hits:
        if other.end <= hit.start and other.end > begin:
            if other.entity_type in _SUBJECTS and not other.keep:
                subject = max(subject, other.end)
            elif other.entity_type is _E.ISSUE_AUTHORITY:
                authorities.append(other)
    begin = max(begin, subject)
    for other in authorities:
        begin = max(begin, other.end)
    before = key[begin : hit.start]
    found = None
    for match in _ORGANISATION.finditer(before):
        if _is_subject(before, match.start()) and not LEFT_OUT.match(before, match.end()):
            found = match
    if found is None or _HOME_BEFORE.search(before[-80:]):
        return False
    private = max((match.start() for match in _PRIVATE.finditer(before)), default=-1)
    between = before[found.start() :]
    return found.start() > private and "\n\n" not in between and between.count("\n") <= 4


def _is_subject(before: str, position: int) -> bool:
    """Return whether an organisation named at ``position`` is what the line is about, not a bank or an employer."""
    line = before[before.rfind("\n", 0, position) + 1 : position]
    if _ASIDE.search(line) or _MEMBER.search(line):
        return False
    label = line.rpartition(":")[0]
    return not label or _ORGANISATION_LABEL.search(label) is not None
