"""Whether data stands in the block of an organisation: a company's tax code, an agency's switchboard.

Decided by the nearest owner to the left: the last word that names an organisation against the last one that names a
person, within the same block of lines.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from recognizers.folding import BORDER, Folded

_OWNER = re.compile(
    r"(?<![a-z0-9])(?:(?P<org>cong ty|cty|tnhh|tap doan|tong cong ty|doanh nghiep|dntn|htx|hop tac xa|ubnd"
    r"|uy ban nhan dan"
    r"|so (?:tai|y|giao|tu|noi|xay|cong|lao|ke|thong|khoa|van|nong)\w*|cuc (?:thue|hai)|chi cuc|kho bac"
    r"|truong (?:dai|cao|tieu|thpt|thcs|th|mam|mn|trung)|benh vien|phong kham|trung tam|van phong(?! phong)|vien kiem"
    r"|shop|cua hang|nha hang|khach san|sieu thi|studio|salon|spa|garage|nha thuoc|nha xe|toa an|cong an|bo (?:tai"
    r"|cong|y|tu|giao|noi)|bao hiem xa hoi (?:tinh|thanh|huyen|quan|viet)|hiep hoi|lien doan|quy tin dung|co quan(?! cap)"
    r"|(?:nguoi|ben) (?:su dung lao dong|sdld)|nsdld|ben tuyen dung|tru so|company|co\.,? ?ltd|jsc|joint stock|corp(?:oration)?|inc|llc|llp|plc|gmbh|pte|don vi(?! tinh)|dai hoc|hoc vien)"
    r"|(?P<person>ong|ba|anh|(?<!dia )chi(?! (?:cuc|nhanh|tiet|phi|bo|phi))|ho va ten|ho ten|ho ten kh|cccd|can cuoc"
    r"|cmnd|chung minh|ngay sinh|sinh nam|sinh ngay|thuong tru"
    r"|ca nhan|ho kinh doanh|chu ho|nguoi (?:lao|phu|nop|mua|ban|dai|vay|benh)\w*|khach hang|hoc sinh|sinh vien"
    r"|nhan vien|full name|mr|mrs|ms|passport))(?![a-z0-9])"
)
#: Before the agency that issued a person's paper: "nơi cấp: ", "cấp ngày 14/6/2008 tại: ", "do … cấp".
_ISSUED_BY = re.compile(
    r"(?<![a-z])(?:(?:noi|co quan) cap|cap[^\n]{0,40}(?<![a-z])(?:tai|do|boi))[ :.…]{1,6}\Z"
)
#: Before where somebody works: the block stays theirs.
_EMPLOYED_AT = re.compile(
    r"(?<![a-z])(?:(?:noi|don vi|co quan|dia diem) (?:lam viec|cong tac)(?: hien (?:nay|tai))?|(?:lam viec|cong tac|lam cong nhan|cong nhan|nhan vien|ke toan|tai xe|bao ve)"
    r" (?:tai|o|cua)|employer|workplace|works? (?:at|for)|employed by)[ :.…]{1,6}\Z"
)
#: The rest of a label whose value was left out: "Tên đơn vị (Company's name): ......", "Đơn vị: không".
LEFT_OUT = re.compile(
    r"[a-z' ()/]{0,28}:[ \t]{0,4}(?:[.…_]{3}|[.…_-]{0,3}[ \t]{0,4}(?:\n|$)|khong(?![a-z])|[ \t]{3})"
)
#: Before the title of whom an organisation sends, and the post behind his name.
_REPRESENTED = re.compile(
    r"(?<![a-z])(?:(?:nguoi )?dai dien(?: (?:theo phap luat|phap luat|hop phap|la|boi))*|do|represented by)[ :\-–.]{1,4}\Z"
)
_POST = re.compile(
    r"[^\n]{2,60}?(?:chuc (?:vu|danh)|(?:pho |tong )?giam doc|truong phong|chu tich|hieu truong|title)(?![a-z])"
)
_TITLES = frozenset({"ong", "ba", "anh", "chi", "ms", "mr"})
_ENDS = re.compile(r"\s?(?:[,;:\-–)]|$)")
_BLANK = re.compile(rf"\n[ \t]*\n|{BORDER}")
_REACH = 400
_NEXT_PART = 3


def _owners(folded: Folded) -> tuple[list[int], list[bool]]:
    starts: list[int] = []
    organisations: list[bool] = []
    employer = -_NEXT_PART
    for match in _OWNER.finditer(folded.key):
        if (
            match.group() in _TITLES
            and folded.text[match.start()].isupper()
            and folded.text[match.start() - 1 : match.start()] == " "
            and folded.text[max(0, match.start() - 2) : match.start() - 1].isalpha()
        ):
            continue  # a part of a name: "Công ty Minh Anh", "Hồ Chí Minh"
        if match.group() in _TITLES and _ENDS.match(folded.key, match.end()):
            continue  # "công ty đông anh, mst": nobody is named behind it
        if match.group().startswith("so ") and folded.text[match.start() : match.start() + 2].lower() == "số":
            continue  # "Số tài khoản" is no "Sở Tài chính"
        if (
            organisations
            and organisations[-1]
            and match.group() in _TITLES
            and _REPRESENTED.search(folded.key, max(0, match.start() - 40), match.start())
            and _POST.match(folded.key, match.end())
        ):
            continue  # "Đại diện: Ông … Chức vụ: Giám đốc" in an organisation's block: the block stays its own
        if (
            match.group("org")
            and not match.group().endswith(("lao dong", "sdld", "tuyen dung"))
            and LEFT_OUT.match(folded.key, match.end())
        ):
            continue
        if match.group("org") and (
            match.start() - employer < _NEXT_PART
            or _EMPLOYED_AT.search(folded.key, max(0, match.start() - 60), match.start())
        ):
            employer = match.end()  # "Nơi làm việc: Công ty TNHH …": of both words
            continue
        if match.group("org") and _ISSUED_BY.search(folded.key, max(0, match.start() - 60), match.start()):
            continue
        starts.append(match.start())
        organisations.append(match.group("org") is not None)
    return starts, organisations


_PARTY = re.compile(
    r"(?<![a-z])ben (?P<letter>[a-d])(?![a-z])(?:\s{0,3}\([^)\n]{0,60}\))?[ :\-–.]{1,4}\n?[ \t]{0,4}"
    r"(?:(?:ten (?:cong ty|don vi|to chuc|doanh nghiep)|ten|don vi|to chuc|cong ty)[ ]?:[ ]{0,3})?"
    r"(?P<name>(?:tong )?cong ty|cty|ctcp|tap doan|doanh nghiep|dntn|htx|hop tac xa|ngan hang|ubnd|uy ban|truong (?:thpt|thcs|tieu|dai|cao|mam)"
    r"|benh vien|trung tam|chi nhanh|van phong|hoc vien|vien |cuc |so )?"
)


def _parties(folded: Folded) -> dict[str, bool]:
    """Return for each party a contract introduces ("BÊN A: …", "Bên B (bên thuê) …") whether it is an organisation."""
    parties: dict[str, bool] = {}
    for match in _PARTY.finditer(folded.key):
        named = match["name"] is not None
        heads = folded.text[match.start()].isupper() and folded.key[match.start() - 1 : match.start()] in (
            "",
            "\n",
        )
        if heads or named:
            parties.setdefault(match["letter"], named)
    return parties


def party_is_organisation(folded: Folded, letter: str) -> bool:
    """Return whether the party of a contract called by a letter ("a" for "Bên A") is introduced as an organisation."""
    return folded.memo("organisations.parties", _parties).get(letter, False)


def _blanks(folded: Folded) -> list[int]:
    return [match.end() for match in _BLANK.finditer(folded.text)]


def belongs_to_organisation(folded: Folded, position: int) -> bool:
    """Return whether the nearest owner named before a position, in its block, is an organisation."""
    starts, organisations = folded.memo("organisations", _owners)
    i = bisect_left(starts, position) - 1
    if i < 0 or position - starts[i] > _REACH:
        return False
    blanks = folded.memo("organisations.blanks", _blanks)
    j = bisect_left(blanks, position + 1) - 1
    if j >= 0 and blanks[j] > starts[i]:
        return False
    return organisations[i]
