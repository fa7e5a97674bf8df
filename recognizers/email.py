"""Email addresses: EMAIL.

Found with a space before the sign, with the full-width sign and with a top-level domain of letters; "(at)"
counts under a label only. Role mailboxes (vanthu@, info@) and addresses of state bodies (…gov.vn) belong to
organisations: proposed to be kept. Presidio's own recogniser is not used: it fetches a list from the network on
its first match.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from recognizers.base import Found, Tier, VnRecognizer, labelled
from recognizers.clues import Clue
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.nearby import matches_near
from recognizers.results import Reason

_DOMAIN = r"[a-z0-9](?:[a-z0-9\-]{0,62})(?:\.[a-z0-9\-]{1,63}){0,5}\.[a-z]{2,12}"
#: Anchored at the sign: the local part is read backwards from there, so that long runs cost nothing.
_AT = re.compile(rf"[ \t]?@[ \t]?(?={_DOMAIN}(?![a-z0-9]))", re.IGNORECASE)
_DOMAIN_HERE = re.compile(_DOMAIN, re.IGNORECASE)
_LOCAL = re.compile(r"[\w.+\-]{0,63}[\w+\-]\Z", re.ASCII)
_SPELLED = re.compile(rf"[a-z0-9][\w.+\-]{{0,63}} ?[(\[]? ?(?:at|a còng|@) ?[)\]]? ?{_DOMAIN}", re.IGNORECASE)
_WRAPPED = re.compile(
    rf"[a-z0-9][\w.+\-]{{0,63}}\n? ?@ ?\n? ?(?:{_DOMAIN}"
    rf"|[a-z0-9\-.]{{2,60}}\n ?[a-z0-9\-.]{{0,40}}\.[a-z]{{2,6}})(?![a-z0-9])",
    re.IGNORECASE | re.ASCII,
)
_PROVIDER = r"(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|icloud|protonmail)"
#: Mailboxes of the large providers, spelled out or with blanks: "hoa.nguyen [at] gmail dot com".
_SPELLED_OUT = re.compile(
    rf"(?<![\w.])[a-z0-9][\w.+\-]{{1,63}}(?:(?: ?[\[({{<] ?(?:at|a còng|@) ?[\])}}>] ?| (?:at|a còng) | ?@ ?){_PROVIDER}"
    rf"(?: ?[\[({{<] ?(?:dot|chấm|\.) ?[\])}}>] ?| (?:dot|chấm) | ?\. ?)(?:com|net|vn)(?:\.vn)?)(?!\w|\.\w)",
    re.IGNORECASE | re.ASCII,
)
_AT_SPELLED = r"(?: ?[\[({<] ?(?:at|a còng|a cong|@|a) ?[\])}>] ?| a còng | AT )"
_DOT_SPELLED = r"(?:\.| ?[\[({<] ?(?:dot|chấm|cham|\.) ?[\])}>] ?| (?:dot|chấm) )"
#: Any mailbox whose sign is told in brackets, or in Vietnamese: "an.tran [at] st.edu.vn", "phi (dot) truong (a còng) proton (dot) me".
_TOLD = re.compile(
    rf"(?<![\w.@])[A-Za-z0-9][\w+\-]{{0,40}}(?:{_DOT_SPELLED}[\w+\-]{{1,30}}){{0,3}}{_AT_SPELLED}[A-Za-z0-9][\w\-]{{1,40}}(?:{_DOT_SPELLED}[A-Za-z0-9\-]{{2,20}}){{0,2}}{_DOT_SPELLED}(?:com|net|org|vn|edu|gov|info|me|io|co|biz|asia|example|name|pro|app|dev|uk|us|au|de|fr|jp|kr|sg|tw)(?![\w@])",
    re.ASCII,
)
_TOLD_SIGNS = ("at", "a cong", "(a)", "@]", "@)")
_SIGNS = ("gmail", "yahoo", "ymail", "hotmail", "outlook", "icloud", "protonmail")
#: What recognition of scans makes of the sign. A word before brackets is parted from them by a blank, and these close.
_SLIP = re.compile(rf"(?<=[a-z0-9])(?:\([QOGDa]?|[©®€¢])(?={_DOMAIN}(?![a-z0-9)]))", re.IGNORECASE | re.ASCII)
_MAILBOXES = re.compile(
    r"(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|live|msn|icloud|protonmail|zoho)\.[a-z.]{2,7}\Z",
    re.IGNORECASE,
)
_MAIL_BEFORE = re.compile(r"mail|thu dien tu|(?<![a-z])e ?:", re.ASCII)
_ORGANISATIONS = (".gov.vn", "@gov.vn")
#: Words for offices by which people are called too.
_GIVEN_NAMES_TOO = frozenset({"luong", "duoc", "kho", "ten"})
#: "tuyendung.hn", "cskh2", "booking-hcm": an office's branch or second box.
_ROLE_AND_PLACE = re.compile(
    r"(?:[._\-]?\d{1,3}|[._\-](?:hn|hcm|sg|dn|hp|ct|mb|mn|mt|vn|vietnam|hanoi|saigon|danang|[bcdfghjklmnpqrstvwxz]{2,5}))\Z"
)


class EmailRecognizer(VnRecognizer):
    """Addresses anywhere; broken or spelled-out ones under a label."""

    ENTITIES = (EntityType.EMAIL,)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield addresses."""
        text = folded.text
        if "@" in text:
            for match in _AT.finditer(text):
                local = _LOCAL.search(text, max(0, match.start() - 64), match.start())
                domain = _DOMAIN_HERE.match(text, match.end())
                if local is None or domain is None or not local.group().strip("._+-"):
                    continue
                if match.group() != "@" and local.group().isdigit():
                    continue  # "#52 @hai_lua": a post's number before a handle
                start = local.start() + len(local.group()) - len(local.group().lstrip("._+-"))
                if text[start - 1 : start] == "@" or (
                    match.group() != "@" and text[start - 1 : start].isalpha()
                ):
                    continue
                yield Found(
                    start,
                    domain.end(),
                    EntityType.EMAIL,
                    0.95,
                    Reason("email_shape"),
                    _keep(text[start : domain.end()]),
                    Tier.CHECKSUM,
                )
        for match in _SPELLED_OUT.finditer(text) if any(sign in folded.key for sign in _SIGNS) else ():
            yield Found(
                match.start(), match.end(), EntityType.EMAIL, 0.85, Reason("email_shape"), tier=Tier.STRUCTURE
            )
        for match in matches_near(_TOLD, text, _TOLD_SIGNS, folded.key):
            yield Found(
                match.start(), match.end(), EntityType.EMAIL, 0.8, Reason("email_shape"), tier=Tier.STRUCTURE
            )
        yield from _misread(folded)
        for pattern in (_WRAPPED, _SPELLED):
            for match, _, label in labelled(folded, _LABELS, pattern, reach=20):
                yield Found(
                    match.start(),
                    match.end(),
                    EntityType.EMAIL,
                    0.9,
                    Reason("value_labelled", label.shown),
                    _keep(match.group()),
                    Tier.LABEL,
                )


def _misread(folded: Folded) -> Iterator[Found]:
    """Yield addresses whose sign was misread: at a known provider of mailboxes, or after a label."""
    text = folded.text
    for match in _SLIP.finditer(text):
        local = _LOCAL.search(text, max(0, match.start() - 64), match.start())
        domain = _DOMAIN_HERE.match(text, match.end())
        if local is None or domain is None or len(local.group()) < 3:
            continue
        labelled_so = _MAIL_BEFORE.search(folded.key, max(0, local.start() - 24), local.start())
        if _MAILBOXES.match(domain.group()) or labelled_so:
            yield Found(
                local.start(),
                domain.end(),
                EntityType.EMAIL,
                0.85,
                Reason("email_shape"),
                _keep(f"{local.group()}@{domain.group()}"),
                Tier.CHECKSUM,
            )


_LABELS = frozenset({Clue.EMAIL})

#: Boxes called after the office itself, as nobody is called: "vpcckinhdo@gmail.com", "thcsphuochai@edu.vn"; people are
#: called Tấn Đạt, Trung Tâm, Nhã Hằng, Chi Cúc and Đậu Gia Huy.
_OFFICE_FIRST = re.compile(
    r"(?:vpcc|phongcongchung|ubnd|thpt|thcs|tieuhoc|mamnon|benhvien|phongkham|congty|ctcp|htx|qtdnd|toaan|vpub|vpdk|bql|khachsan|nhathuoc)[a-z0-9]"
)


def is_role_mailbox(address: str) -> bool:
    """Return whether an address is an office's and not a person's."""
    plain = address.lower().replace(" ", "").replace("\n", "")
    local, _, domain = plain.partition("@")
    if local in _GIVEN_NAMES_TOO and _MAILBOXES.match(domain):
        return False
    return (
        plain.endswith(_ORGANISATIONS)
        or local in _roles()
        or _ROLE_AND_PLACE.sub("", local) in _roles()
        or _OFFICE_FIRST.match(local) is not None
    )


@cache
def _roles() -> frozenset[str]:
    """Return the first parts of addresses that belong to no person."""
    text = (files("recognizers") / "data" / "role_mailboxes.txt").read_text(encoding="utf-8")
    return frozenset(text.partition("\n")[2].split())


def _keep(address: str) -> str:
    return "role_mailbox" if is_role_mailbox(address) else ""
