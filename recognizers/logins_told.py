"""Logins and passwords that no field announces: pairs with a slash, strong forms near a word for passwords, names of accounts.

"sen.doan / HoaSen@22", "Reset to Welcome#0417", "Login toan.vq, PC FIN-17", "khóa wifi: nghiahuong2018", "pin là năm sáu không
ba": CREDENTIAL. "Posted by u/banh_mi", "nấm lùn#4471 — Hôm nay lúc 21:08", "mong-tong approved these changes",
"Buyer: mebap2021": SOCIAL_ACCOUNT. What ``secrets_told`` and ``screen_names`` read already is left to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.base import Found, Tier, VnRecognizer
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.nearby import matches_near
from recognizers.results import Reason
from recognizers.secrets_told import is_secret

_E = EntityType
#: Letters, figures and a sign between, as nothing else mixes them.
_STRONG_FORM = r"(?=[\w@#!$%*\-]{0,24}[@#!$%*])(?=[^\W\d]{0,24}[\W_]{0,4}[^\W\d]{0,24}\d)(?=[\W\d_]{0,12}[A-Za-z])[\w@#!$%*\-]{6,28}"
_STRONG = re.compile(rf"(?<![\w@#./\-]){_STRONG_FORM}(?![\w@/]|\.\w)", re.ASCII)
_PASSWORDS = re.compile(
    r"(?<![a-z])(?:mat khau|mat ma|password|passwd|pass|mk|pwd|login|log in|dang nhap|locked|khoi phuc|reset|credential|tai khoan tam|khoa may|may khoa)(?![a-z])"
)
_SIGNED = re.compile(r"[@#!$%*]")
#: A login and what opens it, a slash or a colon between: "chi.thap / Ntr@2023", "glinh.truong : Sapa_winter24".
_PAIR = re.compile(
    r"(?<![\w@./\-])(?P<user>[A-Za-z][\w\-]{0,24}(?:[._][\w\-]{1,20}){0,3})[ ]{0,2}[/|:][ ]{1,2}(?P<secret>[\w@#!$%*\-]{6,28})(?![\w@/]|\.\w)",
    re.ASCII,
)
#: The name of an account behind a word for one; with a dot, a line or figures in it, for words have none.
_USER = re.compile(
    r"(?<![\w\"])\"?(?:user(?:name)?|login|account|acc|disable|tai khoan(?: (?:may|mang|vpn|windows|e?mail|portal|he thong|phan mem|app|noi bo|sinh vien|thu vien))?|dang nhap(?: (?:windows|may|portal))?)\"?"
    r"(?: (?:pppoe|tam|moi|cu|la|ten))?(?:[ ]?[:=][ ]?|[ ])\"?(?P<user>(?=[a-z\\]{1,30}[._\d])(?!v\d)[a-z][a-z\d]*(?:[._\\\-][a-z\d]+){0,4})(?=[\"\s,;:)]|\.(?:\s|\Z)|\Z)"
)
_NAMED_SO = re.compile(
    r"(?<![a-z])ten[ ](?P<user>(?=[a-z]{1,20}[._\d])[a-z][\w.\-]{3,30}),? (?:mat khau|mk|pass)(?![a-z])"
)
_NOBODYS = re.compile(
    r"(?:root|admin\d*|administrator|system\d*|guest\d*|www-data|nobody|postgres|mysql|service[._-]\w+|svc[._-]\w+|test\d*|demo\d*|user\d*|default\w*|loai\d|cap\d|muc\d|bac\d|nhom\d|tk\d{1,4}|ngay\d*|mk\d*|pass\w*)\Z"
    r"|.*\.(?:com|vn|net|org|edu|gov|info|io|me|example|[\w\-]*-info|html?|pdf|docx?|xlsx?|csv|txt|py|js|json|exe|zip|log)\Z"
)
_LEAST_NAME = 4
#: What opens a network at home.
_WIFI = re.compile(
    r"(?<![a-z])(?:khoa|mat khau|mk|pass) wi-?fi(?: (?:nha|la|moi|cu|phong|tang \d)){0,2}[ ]?[:=]?[ ](?P<secret>(?=[a-z]{0,24}\d|[a-z]{9})[a-z\d@#!_.]{8,28})(?![\w])"
    r"|(?<![a-z])wi-?fi(?: [a-z\d]{1,10}){1,5} / (?P<slash>(?=[a-z]{0,24}\d)[a-z\d@#!_.]{8,28})(?![\w/])"
)
#: "Mật khẩu tra cứu 8Q2T-M6": in groups.
_GROUPED = re.compile(
    r"(?<![a-z])(?:mat khau|password|ma pin|pin(?= for))(?: (?:tra cuu|mo file|xem ket qua|for the [a-z ]{3,20}|giai nen)){0,2}[ ]?[:=]?[ ](?P<secret>(?=[a-z\-]{0,6}\d)[a-z\d]{2,5}(?:-[a-z\d]{1,5}){1,3})(?![\w]|[.,/\-]\w)"
)
_DIGIT = r"(?:khong|mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin)"
#: A PIN read out: "pin là năm sáu không ba".
_READ_OUT = re.compile(
    rf"(?<![a-z])(?:(?:ma )?pin|mat khau|mk|pass)(?: (?:the|atm|may|dien thoai|cua|ba|me|em|con|no|moi)){{0,3}}[ ]?,?[ ]?(?:la|:|ba bam|bam|doi thanh|so)[ ](?P<secret>{_DIGIT}(?: {_DIGIT}){{3,7}})(?![a-z])(?! (?:tram|muoi|nghin|trieu|ngan|tuoi|thang|ngay|nam))"
)
#: Whoever gives it lets another into his computer.
_REMOTE = re.compile(
    r"(?:^|\n)(?:[^\n:]{1,24}:[ ])?(?P<secret>\d{1,3}(?: \d{3}){2,3})(?=[ ]*(?:\n|\Z|(?:pass|mk|mat khau)(?![a-z])))"
)
_REMOTE_WORDS = re.compile(r"ultra ?view|team ?viewer|any ?desk")
#: Accounts by the words of their network.
_REDDIT = re.compile(r"(?<![\w/.])u/[A-Za-z][\w\-]{2,24}(?![\w/])", re.ASCII)
_TITLE = re.compile(r"[A-Z][a-z]+\Z", re.ASCII)
_AT_WORK = re.compile(
    r"(?:^|\n)[ ]{0,2}@?(?P<name>[a-z][a-z\d]*(?:-[a-z\d]+){1,4}) (?:commented|approved|closed|opened|merged|added|requested|pushed|assigned|reviewed)(?![a-z])"
    r"|(?<![a-z])(?:opened|closed|merged|requested|assigned|authored) by @?(?P<by>[a-z][a-z\d]*(?:-[a-z\d]+){1,4})(?![\w/])"
)
_BOT = re.compile(r"(?:.*-)?(?:bot|ci|action|actions|dependabot|renovate|codecov)(?:-.*)?\Z")
_SAYS_WHEN = re.compile(
    r"(?:^|\n)[ ]{0,2}(?P<name>[^\n—–]{2,30}?) [—–-] (?:(?:Hôm nay|Hôm qua|Today|Yesterday)(?: lúc| at)? \d)"
)
_PARTY = re.compile(
    r"(?<![a-z])(?:buyer|nguoi mua|khach|in-?game|kakao ?(?:talk)?(?: id)?|x-zalo|line(?: id)?)[ ]{0,12}:[ ]{0,3}(?P<name>(?=[a-z.]{0,24}[\d_])[a-z][a-z\d]*(?:[._][a-z\d]+){0,3})(?=[\s,;)]|\.?\Z)"
)


class ToldLoginRecognizer(VnRecognizer):
    """Logins, passwords and accounts by their form and the words around; see the module."""

    ENTITIES = (_E.CREDENTIAL, _E.SOCIAL_ACCOUNT)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield pairs, strong forms, names of accounts, networks, codes read out, then screen names."""
        key, text = folded.key, folded.text
        for match in _PAIR.finditer(text):
            user, secret = match["user"], match["secret"]
            chosen = "." in user or "_" in user or any(map(str.isdigit, user))
            if (
                _is_strong(secret)
                and (chosen or _near(key, match.start()))
                and not _NOBODYS.match(user.lower())
            ):
                if chosen:
                    yield _found(match.span("user"), _E.CREDENTIAL)
                yield _found(match.span("secret"), _E.CREDENTIAL)
        for match in _STRONG.finditer(text):
            if (
                _is_strong(match.group())
                and _near(key, match.start())
                and not _is_example(key, match.start())
            ):
                yield _found(match.span(), _E.CREDENTIAL)
        for match in matches_near(_USER, key, ("user", "login", "acc", "tai khoan", "dang nhap", "disable")):
            user = match["user"]
            if len(user) >= _LEAST_NAME and not user.isalpha() and not _NOBODYS.match(user):
                yield _found(match.span("user"), _E.CREDENTIAL)
        for match in matches_near(_NAMED_SO, key, ("ten ",)):
            yield _found(match.span("user"), _E.CREDENTIAL)
        for pattern, words in (
            (_WIFI, ("wifi", "wi-fi")),
            (_GROUPED, ("mat khau", "password", "pin")),
            (_READ_OUT, ("pin", "mat khau", "mk", "pass")),
        ):
            for match in matches_near(pattern, key, words):
                yield _found(match.span(match.lastgroup or 0), _E.CREDENTIAL)
        if _REMOTE_WORDS.search(key):
            for match in _REMOTE.finditer(key):
                yield _found(match.span("secret"), _E.CREDENTIAL)
        for match in matches_near(_REDDIT, text, ("u/",)):
            if _TITLE.match(text, match.start() + 2, match.end()):
                continue  # "Hộ chiếu/Passport" of a bad reader
            yield _found(match.span(), _E.SOCIAL_ACCOUNT)
        for match in matches_near(
            _AT_WORK,
            key,
            (
                "commented",
                "approved",
                "closed",
                "opened",
                "merged",
                "added",
                "requested",
                "pushed",
                "assigned",
                "reviewed",
                "authored",
            ),
        ):
            if not _BOT.match(match[match.lastgroup or 0]):
                yield _found(match.span(match.lastgroup or 0), _E.SOCIAL_ACCOUNT)
        for match in matches_near(_SAYS_WHEN, text, ("hom nay", "hom qua", "today", "yesterday"), key):
            yield _found(match.span("name"), _E.SOCIAL_ACCOUNT)
        for match in matches_near(
            _PARTY, key, ("buyer", "nguoi mua", "khach", "game", "kakao", "x-zalo", "line")
        ):
            if len(match["name"]) > _LEAST_NAME and not _NOBODYS.match(match["name"]):
                yield _found(match.span("name"), _E.SOCIAL_ACCOUNT)


def _is_strong(secret: str) -> bool:
    """Return whether letters, two figures and a sign within or a line between make what only a password is."""
    if sum(map(str.isdigit, secret)) < _LEAST_FIGURES or sum(map(str.isalpha, secret)) < _LEAST_LETTERS:
        return False
    return is_secret(secret, announced=False) and (
        _SIGNED.search(secret) is not None or ("_" in secret and secret[:1].isupper())
    )


_LEAST_FIGURES, _LEAST_LETTERS = 1, 3
_BEFORE, _BEHIND = 140, 60


def _near(key: str, position: int) -> bool:
    """Return whether a word for passwords or signing in stands around a place."""
    return _PASSWORDS.search(key, max(0, position - _BEFORE), position + _BEHIND) is not None


def _is_example(key: str, position: int) -> bool:
    """Return whether a password is one that nobody should choose."""
    return _EXAMPLE.search(key, max(0, position - _BEFORE), position) is not None


_EXAMPLE = re.compile(
    r"(?<![a-z])(?:vi du|vd|example|examples|e\.g|khong (?:dat|duoc|dung|chap nhan)|not acceptable|mat khau (?:yeu|manh|xau)|de doan|such as|nhu la)(?![a-z])"
)


def _found(span: tuple[int, int], kind: EntityType) -> Found:
    return Found(*span, kind, 0.7, Reason("value_labelled", "Tài khoản"), tier=Tier.STRUCTURE)
