"""Whose a labelled account is: a person's, or an agency's, a firm's, a school's that is paid into.

The treasury's accounts tell it by their form, others by who is named right before and behind them and by what the money is
for. Where a person is named first in the clause, or behind the number, the account is theirs.
"""

from __future__ import annotations

import re

from recognizers.clues import Label
from recognizers.folding import Folded
from recognizers.name_reader import name_spans
from recognizers.organisation_words import HEAD
from recognizers.organisations import belongs_to_organisation, party_is_organisation
from recognizers.words import words

#: Four digits of the treasury's own chart of accounts, one of the budget, the number and sometimes the code of the project.
_TREASURY = re.compile(r"[3789]\d{3}(?:\.\d\.|  ?\d  ?)\d{4,7}(?:[. ]\d{3,5})?(?!\d)|7111(?:\.\d{3,7})+")
_TREASURY_NEAR = re.compile(r"kho bac|(?<![a-z])kbnn(?![a-z])")
_TREASURY_BEFORE = re.compile(r"(?:kho bac|(?<![a-z])kbnn(?![a-z]))[^\n.;]{0,50}\Z")
#: What follows where a school is meant: people are called Trương and Trường.
_SCHOOL = (
    "truong (?:thpt|thcs|th|tieu hoc|mam non|mn|mg|mau giao|dai hoc|dh|cao dang|cd|trung (?:hoc|cap)|pho thong|ptdt"
    "|quoc te|chinh tri|nghe|day nghe|dan toc)"
)
#: "tk trường 1240…", not "stk Trường 0071…", who is somebody.
_SCHOOLS = re.compile(r"(?:[Tt]ài khoản|[Ss]?[Tt][Kk])(?: của)? trường ?\Z")
#: The owner named after the number: an organisation, or a holder of whatever kind.
_OWNED = re.compile(
    r"[^\n\d]{0,60}(?:cua|chu tai khoan|chu tk|ten tk|ten tai khoan|don vi thu huong"
    rf"|nguoi thu huong)[ :]{{1,3}}(?:cong ty|cty|ctcp|{_SCHOOL}|hoc vien|benh vien|ubnd|trung tam|htx|quy|hoi|chi cuc|cuc"
    r"|so|ban)(?![a-z])"
)
#: The owner right behind the number: "… 118447, Trường Đại học Tây Bắc"; a bank there is only where the account is kept.
_OWNER_NEXT = re.compile(
    rf" ?[,\-–(] ?(?!ngan hang|pgd|chi nhanh|cn |phong giao dich|[a-z]*bank|bidv|acb|mb )(?:ctcp|vpls|{HEAD})"
)
#: The owner behind the bank: "… 118447 VPBank cty Hoa Mai", "… (Sacombank, DNTN Kim Hoa)".
_OWNER_BEHIND_BANK = re.compile(
    r" ?[,\-–(]? ?(?:tai |o )?(?:ngan hang )?(?:[a-z]{0,8}bank|bidv|acb|vcb|vib|mb|ocb|msb|shb|scb|tech|agri|sacom|vietin)(?: [a-z]{1,8}){0,2}?"
    rf"(?: | ?[\-–(/] ?)(?:ten |cua )?(?:(?:cong ty|cty|ctcp|dntn|htx|hkd|{_SCHOOL}|ubnd)(?![a-z])|(?:mn|mam non|thpt|thcs|benh vien) [a-z])"
)
#: The owner right before the number or its label, and money is sent to them: "chuyển khoản cty VPP Hồng Hà stk …".
_SENT_TO_FIRM = re.compile(
    r"(?:(?<![a-z])(?:chuyen khoan|ck|thanh toan|gui|nop|chuyen|to|send)(?: tien)?(?: (?:cho|vao|ve|qua|toi))?:?|(?<![a-z])(?:cho|vao|ve|to):?)"
    r" (?:cong ty|cty|ctcp|dntn|htx|bqt|ban quan (?:tri|ly))(?: (?!(?:ong|ba|anh|chi|em|luong|nhan|cong|cho|cua)(?![a-z]))[a-z0-9&.]{1,12}){1,7}[ ,:\-–]{1,3}\Z"
)
_HOLDER = re.compile(
    r"(?:chu tai khoan|chu tk|ten tk|ten tai khoan|nguoi thu huong|(?:dung|mang) ten (?:quy khach|khach|ong|ba|anh|chi|toi|em)|cua (?:ong|ba|anh|chi|toi|em|con|chau))(?![a-z])"
)
_COLLECTION = re.compile(
    r"chuyen\s?thu|thu phi|kho bac|khoan thu ?:|thu ho(?![a-z])|tiep nhan|ung ho|cong duc|quyen gop|cuu tro|tam (?:giu|thu)(?![a-z])|thu phat"
    r"|(?:tai khoan|tk|stk)(?: cua)? (?:cong ty|cty|don vi|co quan|nha truong|truong (?:thpt|thcs|th|tieu|mam|mn|dai|cao|trung)|shop|cua hang|doanh nghiep|htx"
    r"|hoc vien|benh vien|trung tam|van phong|ban (?:quan|tri|to|chap|lien|dai|van)|quy|hoi|giao xu|chua|nha tho|uy ban|ubnd)(?![a-z])"
)
#: "… our firm's account": whose it is stands before the label in English.
_FIRMS = re.compile(
    r"(?<![a-z])(?:our|the) (?:firm|company|school|office|clinic|hotel|centre|agency)'?s (?:client |bank |escrow )?\Z"
)
#: What is paid by everybody alike goes to whoever collects it: "Thanh toán: TK …", "nộp tại …". People are named.
_COLLECTED = re.compile(
    r"(?<![a-z])(?:(?<!thuc )thanh toan ?:|nop (?:truoc|tai|vao|ve)(?![a-z])|(?:cong duc|ung ho|dong gop|quyen gop|cung duong|tai tro)[^\n.;]{0,16} gui(?: ve| toi| vao| den)?(?![a-z]))(?![^\n.;]{0,50}(?<![a-z])the(?![a-z]))[^\n.;]{0,50}\Z"
)
_SENTENCE = re.compile(r"[.;!?](?=\s)|\n(?=[\s\d\-A-ZÀ-ỸĐ])")
_HOLDER_REACH = 90


def _is_collected(folded: Folded, start: int, end: int) -> bool:
    """Return whether what many pay goes to the account at ``[start:end]``, and nobody is named around it."""
    begin = max(0, start - 120)
    for mark in _SENTENCE.finditer(folded.text, begin, start):
        begin = mark.end()
    if _COLLECTED.search(folded.key, begin, start) is None or _PERSON_WORD.search(folded.key, begin, start):
        return False
    stop = folded.text.find("\n", end)
    stop = min(len(folded.text) if stop < 0 else stop, end + _HOLDER_REACH)
    starts = words(folded).start
    return not _HOLDER.search(folded.key, end, stop) and not any(
        begin <= starts[name.first] < stop for name in name_spans(folded)
    )


#: An organisation named earlier in the account's own line.
_SAME_LINE = re.compile(
    r"(?<![a-z])(?:cong ty|cty|doanh nghiep|htx|hop tac xa|truong|benh vien|ubnd|tap doan|trung tam|hoc vien|company|corporation|co\.,? ltd)[^\n]*\Z"
)
#: What a company's block of a contract or letter-head holds besides its account.
_COMPANY = re.compile(
    r"(?<![a-z])(?:ma so thue|mst|tru so|dai dien|fax|giay phep|dkkd|ma so doanh nghiep|(?:ma|ten) don vi|(?:tax|vat) (?:code|no|number)|(?:head|registered) office|represent(?:ed by|ative)|swift)(?![a-z])"
)
_PAID_INTO = re.compile(
    r"(?<![a-z])(?:nop|thu)(?![a-z]| thua)(?![^\n.;]{0,60}(?:hoan|nop thua))[^\n.;]{0,60}vao (?:so )?$"
)
#: Labels of accounts that people are paid to.
_PRIVATE_USE = re.compile(
    r"(?<![a-z])(?:luong|ho tro|tro cap|hoc bong|hoan|ca nhan|cua (?:toi|em|con|anh|chi|ong|ba)|phu cap|thu lao|chi tra"
    r"|nguoi (?:nhan|huong|thu huong|lao dong)|nhan vien|nhan tien|sinh vien|hoc sinh|chinh chu)(?![a-z])"
)


def said_collected(folded: Folded, start: int, end: int) -> bool:
    """Return whether what stands around the number ``[start:end]`` says that it is a firm's, or that many pay into it."""
    line = folded.key.rfind("\n", 0, start) + 1
    return (
        (
            _so_spelt(folded, _COLLECTION.search(folded.key, max(line, start - 30), start))
            and not _person_behind(folded, end)
        )
        or _SCHOOLS.search(folded.text, max(line, start - 30), start) is not None
        or _owner_behind_bank(folded, start, end)
        or _SENT_TO_FIRM.search(folded.key, max(line, start - 90), start) is not None
    )


def _person_behind(folded: Folded, end: int) -> bool:
    """Return whether somebody is named behind a number and at most its bank: what is given goes to them."""
    line = folded.key.find("\n", end)
    stop = min(len(folded.key) if line < 0 else line, end + _BESIDE)
    w = words(folded)
    first = min(
        (w.start[name.first] for name in name_spans(folded) if end <= w.start[name.first] < stop), default=-1
    )
    return first >= 0 and _FIRM_WORD.search(folded.key, end, first) is None


_BESIDE = 34
#: Organisations that are people without their accents: Quý, Cúc, Sơ, Bân.
_SPELT = {"quy": "quỹ", "hoi": "hội", "cuc": "cục", "so": "sở", "ban": "ban", "chua": "chùa"}


def _so_spelt(folded: Folded, owner: re.Match[str] | None) -> bool:
    """Return whether an owner was found and its last word has the accents of an organisation's, or none."""
    if owner is None:
        return False
    last = folded.text[owner.start() : owner.end()].rsplit(" ", 1)[-1].lower()
    return last.isascii() or last == _SPELT.get(owner.group().rsplit(" ", 1)[-1], last)


def _owner_behind_bank(folded: Folded, start: int, end: int) -> bool:
    """Return whether a firm stands behind the bank, and nobody is named before the number: he would only work there."""
    if _OWNER_BEHIND_BANK.match(folded.key, end) is None:
        return False
    line = folded.key.rfind("\n", 0, start) + 1
    starts = words(folded).start
    return _PERSON_WORD.search(folded.key, line, start) is None and not any(
        line <= starts[name.first] < start for name in name_spans(folded)
    )


def is_organisations(folded: Folded, label: Label, match: re.Match[str]) -> bool:
    """Return whether the account that ``match`` covers behind ``label`` is an organisation's."""
    key, start, end = folded.key, label.start, match.end()
    if _PRIVATE_USE.search(key, start, match.start()):
        return False
    if (
        _TREASURY.match(match.group())
        or _TREASURY_NEAR.search(key, end, end + 40)
        or _TREASURY_BEFORE.search(key, max(0, start - 60), start)
        or _OWNER_NEXT.match(key, end)
        or _so_spelt(folded, _OWNED.match(key, end))
        or _owner_behind_bank(folded, start, end)
        or _SENT_TO_FIRM.search(key, max(0, start - 90), start)
        or _of_party(folded, end)
        or _organisation_named(folded, start)
        or _FIRMS.search(key, max(0, start - 40), start)
        or _so_spelt(folded, _COLLECTION.search(key, start, match.start()))
        or _SCHOOLS.search(folded.text, start, match.start())
        or _is_collected(folded, start, end)
    ):
        return True
    if _HOLDER.search(key, end, end + _HOLDER_REACH):
        return False
    if _PAID_INTO.search(key, max(0, start - 80), start):
        return True
    return (
        not _person_first(folded, start)
        and _leads_its_line(folded, start)
        and belongs_to_organisation(folded, start)
        and (
            _SAME_LINE.search(key, max(0, start - 120), start) is not None
            or _COMPANY.search(key, max(0, start - 300), end + 200) is not None
        )
    )


def _leads_its_line(folded: Folded, position: int) -> bool:
    """Return whether a label begins its line or a part of it: a field of a form, not a word of a sentence."""
    before = folded.text[max(0, position - 3) : position]
    return not before.strip() or before.endswith(("\n", "  ", "- ", "– ", "; ", ", ", "\t", ",", ";"))


#: "… của Công ty CP Sao Mai,⏎ tài khoản 1240…": the owner stands right before the label, nobody between.
_NAMED_BEFORE = re.compile(
    rf"(?<![a-z])(?:cho)?(?!ngan hang|pgd|chi nhanh|phong giao dich|[a-z]*bank|bidv|acb|mb )(?:ctcp|{HEAD})(?=(?: |(?<= ))(?!(?:ong|ba|anh|chi|em)(?![a-z])))"
    r"(?: (?!(?:cho|tra|luong|cua|ong|ba)(?![a-z])|va (?!cong su|dich vu|thuong mai|san xuat|xay dung|dau tu|phat trien|van tai|cong nghe))[a-z0-9&.()\-]{1,14}){1,12}"
    r"(?:,|;| -| –)\s{0,3}(?:so )?\Z"
)
#: Whose money goes there is said before it.
_TO_A_PERSON = re.compile(
    r"(?<![a-z])(?:luong|nhan vien|nguoi lao dong|cong nhan|ca nhan|hoan tra cho|chi tra)(?![a-z])"
)


def _organisation_named(folded: Folded, position: int) -> bool:
    before = folded.key[max(0, position - 130) : position].replace("\n", " ")
    match = _NAMED_BEFORE.search(before)
    return (
        match is not None
        and _TO_A_PERSON.search(before, 0, match.start()) is None
        and not _person_first(folded, position)
    )


_PERSON_WORD = re.compile(
    r"(?<![a-z])(?:ong|ba|anh|chi|em|chau|luong|nhan vien|nguoi lao dong|cong nhan)(?![a-z])"
)
_FIRM_WORD = re.compile(rf"(?<![a-z])(?:ctcp|{HEAD})")


_CLAUSE = re.compile(r"[.;:](?=\s)|\n(?=[\s\d\-A-ZÀ-ỸĐ])")


def _person_first(folded: Folded, position: int) -> bool:
    """Return whether a clause names a person before the organisation: his account, whom he works for ("Ông A, Công ty B, …")."""
    begin = max(0, position - 160)
    for end in _CLAUSE.finditer(folded.text, begin, position):
        begin = end.end()
    clause = folded.key[begin:position]
    person = _PERSON_WORD.search(clause)
    firm = _FIRM_WORD.search(clause)
    return person is not None and firm is not None and person.start() < firm.start()


_PARTY_AFTER = re.compile(r"[^\n\d.;]{0,40}?(?<![a-z])cua ben (?P<letter>[a-d])(?![a-z])")


def _of_party(folded: Folded, position: int) -> bool:
    """Return whether what ends at a position is said to be a party's ("… của Bên A"), and that one is an organisation."""
    match = _PARTY_AFTER.match(folded.key, position)
    return match is not None and party_is_organisation(folded, match["letter"])
