"""Social accounts, logins, network and place: SOCIAL_ACCOUNT, CREDENTIAL, IP_ADDRESS, MAC_ADDRESS, GEO_LOCATION.

Links to a profile count, links to a site do not. Logins and passwords count under their label. Coordinates
count inside Vietnam (8–24° N, 102–118° E) and from four decimals on, about ten metres; coarser ones name a
town.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator

from recognizers.base import Found, Tier, VnRecognizer, labelled, under
from recognizers.clues import Clue, Label
from recognizers.entities import EntityType
from recognizers.fields import Layout
from recognizers.folding import Folded
from recognizers.nearby import matches_near
from recognizers.results import Reason
from recognizers.secrets_told import is_secret

_PROFILE = re.compile(
    r"(?<!\w)(?<!\w\.)(?:https?://)?(?:www\.|m\.|vi-vn\.)?(?:(?:facebook|fb)\.com/(?:profile\.php\?id=\d+|(?!groups/"
    r"|watch|sharer|events/)[\w.]{3,})"
    r"|fb\.me/[\w.]+|m\.me/[\w.]+|zalo\.me/(?:g/)?\w+|t\.me/\w+|tiktok\.com/@[\w.]+|instagram\.com/[\w.]+"
    r"|linkedin\.com/in/[\w\-]+|(?:medium\.com|threads\.net|youtube\.com)/@[\w.\-]+|(?:x|twitter)\.com/\w{3,15}(?![\w/])"
    r"|(?:behance\.net|dribbble\.com|kaggle\.com|git(?:hub|lab)\.com)/(?!(?:features|pricing|about|topics|explore|search|orgs|login)(?!\w))"
    r"[\w.\-]{3,39}(?![\w/]))",
    re.IGNORECASE | re.ASCII,
)
_SITE = re.compile(r"\.(?:com|me|net)/")
#: What a shop or an agency calls its page.
_FANPAGE = re.compile(
    r"(?<![a-z])fan ?page(?: facebook)?(?: chinh thuc)?[ :]{1,3}(?:https?://)?(?:www\.|m\.)?\Z"
)
_OFFICIAL_ZALO = re.compile(r"zalo\.me/\d{15,}", re.IGNORECASE)
_HANDLE = re.compile(
    r"(?<![\w@])live:[\w.\-]{3,49}(?!\w)|(?<![\w@])[A-Za-z][\w.]{1,31}#\d{4}(?!\w)|(?<![\w@])@?[A-Za-z0-9][\w.\-]{2,49}(?![\w@])|(?<!\w)@[\w.]{3,50}",
    re.ASCII,
)
#: A name people are known by, after a post's number or at the start of a line.
_AT_HANDLE = re.compile(
    r"(?:(?<=\d )|(?:^|\n)[ ]{0,3}|(?<=[ (,]))(?P<handle>@[A-Za-z](?=[A-Za-z.]{0,20}[\d_.])[\w.]{2,30})(?![\w@])",
    re.ASCII,
)
_LONGEST_CODE = 8
#: The battery of a telephone or a car, not what unlocks it: "PIN 86%", "Pin: 5000 mAh", "S/N pin: CN-0G91".
_CHARGE = re.compile(r"[ %]?(?:%|mah|wh|cells?|v(?![a-z])|nam(?![a-z]))")
_BATTERY = re.compile(
    r"(?<![a-z])(?:s/n|serial|seri|sn|dung luong|bao hanh|chai|thay|loai|tinh trang|cuc|(?<!khach )(?<!ngan )(?<!don )hang) \Z"
)
#: "884 021": a one-time code in two groups.
_SECOND_GROUP = re.compile(r"\d{3} \d{3}(?![\w]|[.,/\-]\d)")
_LOGIN = re.compile(r"(?<!\S)[^\s,;/|]{3,64}(?![^\s,;/|)])")
_SECRET = re.compile(r"(?<![^\s:=])[^\s,;]{3,64}")
_ACCOUNT_AND_PASSWORD = re.compile(
    r"(?<![a-z])(?:tai khoan|tk|acc|account|dang nhap|login|user|id)[ ]?[:=][ ]?(?P<user>[\w.@\-]{3,40})[ ]{0,2}[/,;|\-\n][ ]{0,2}"
    r"(?:mat khau|mk|pass(?:word|code)?)[ ]?[:=]"
)
#: Between a label and what follows it: another clause has begun.
_CLAUSE_ENDS = re.compile(r"[;.–]")
#: In rows below a line of labels only what no other word looks like.
_OF_A_ROW = re.compile(
    r"(?=\S*[@#!$*])(?=\S*[a-z\d])|(?=(?:[^\sa-z]*[a-z]){3})(?=\S*\d)|\d{4,8}(?![\w.,/\-]?\d)"
)
_WORD_VALUE = re.compile(r"[a-zà-ỹđ]+\Z")
_IPV4 = re.compile(r"(?=\d)(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w]|\.\d)")
#: Addresses inside a network (RFC 1918, loopback, link-local) and masks: the same in every house, nobody's.
_INSIDE = re.compile(r"(?:10|127|255|0)\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.")
_IPV6 = re.compile(
    r"(?<![\w:.])(?=[0-9A-Fa-f:]{0,39}[0-9A-Fa-f]{1,4}:)[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?![\w:])"
)
_COLONS = re.compile(r":[0-9A-Fa-f]{1,4}:[0-9A-Fa-f]{1,4}:[0-9A-Fa-f]{1,4}:")
_MAC = re.compile(
    r"(?=[0-9A-Fa-f]{2})(?<![\w\-])(?<![0-9A-Fa-f]:)[0-9A-Fa-f]{2}(?P<s>[:\-])(?:[0-9A-Fa-f]{2}(?P=s)){4}[0-9A-Fa-f]{2}(?![\w:\-])"
    r"|(?<![\w.])(?:[0-9A-Fa-f]{4}\.){2}[0-9A-Fa-f]{4}(?![\w.])"
)
_GEO = re.compile(
    r"(?<![\d.])(?:8|9|1\d|2[0-3])\.\d{4,}°?\s?N?\s*[,; ]\s*1(?:0[2-9]|1[0-7])\.\d{4,}°?\s?E?"
    r"|(?<!\d)\d{1,2}°\s?\d{1,2}['’′]\s?\d{1,2}(?:[.,]\d+)?(?:\"|″"
    r"|'')?\s?[NB]\s*[,;]?\s*\d{2,3}°\s?\d{1,2}['’′]\s?\d{1,2}(?:[.,]\d+)?(?:\"|″|'')?\s?[EĐ]"
    r"|(?:https?://)?(?:maps\.app\.goo\.gl|goo\.gl/maps)/[\w\-]{4,}"
    r"|(?<![\w.])(?:https?://)?(?:www\.)?(?:google\.com(?:\.vn)?/maps|maps\.google\.com)\S{0,40}?(?:8|9|1\d"
    r"|2[0-3])\.\d{4,},1(?:0[2-9]|1[0-7])\.\d{4,}\S{0,40}"
)
#: What every way of writing a place holds: a longitude of Vietnam, a degree sign, a link to a map. The longitude may
#: stand some lines below its latitude.
_GEO_PARTS = (*(f"{degree}." for degree in range(102, 118)), "°", "/maps", "goo.gl")
_GEO_ABOVE = 2
_VERSION = re.compile(
    r"(?:phien ban|version|ver\.?|v\.?|dieu|khoan|muc|tieu muc|chuong|phan|firmware|build)[ :]{0,3}$"
    r"|[a-z]/$"  # a program with its version: "Chrome/118.0.0.0"
)
_COORDINATE = re.compile(r"(?<![\d.])1?\d{1,2}\.\d{3,}(?!\d)")


def _is_of_battery(key: str, label: Label, match: re.Match[str]) -> bool:
    """Return whether "pin" stands for a battery before the value."""
    return (
        "%" in match.group()
        or _CHARGE.match(key, match.end()) is not None
        or _BATTERY.search(key, max(0, label.start - 16), label.start) is not None
    )


class OnlineRecognizer(VnRecognizer):
    """Accounts, secrets, addresses of machines, coordinates."""

    ENTITIES = (
        EntityType.SOCIAL_ACCOUNT,
        EntityType.CREDENTIAL,
        EntityType.IP_ADDRESS,
        EntityType.MAC_ADDRESS,
        EntityType.GEO_LOCATION,
    )

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield accounts, credentials, machine addresses and places."""
        text = folded.text
        for match in _PROFILE.finditer(text) if _SITE.search(folded.key) else ():
            end = match.end()
            while text[end - 1] == ".":
                end -= 1
            if not _OFFICIAL_ZALO.search(match.group()):
                yield Found(
                    match.start(),
                    end,
                    EntityType.SOCIAL_ACCOUNT,
                    0.97,
                    Reason("profile_link"),
                    "organisation_data"
                    if _FANPAGE.search(folded.key, max(0, match.start() - 60), match.start())
                    else "",
                    Tier.LABEL,
                )
        for match, field, label in labelled(folded, _SOCIAL, _HANDLE, reach=2, many=False, wrap=False):
            if any(char.isdigit() or char in "._@" for char in match.group()) and match.end() >= field.end:
                yield Found(
                    match.start(),
                    match.end(),
                    EntityType.SOCIAL_ACCOUNT,
                    0.8,
                    Reason("value_labelled", label.shown),
                    tier=Tier.LABEL,
                )
        for match in matches_near(_AT_HANDLE, text, ("@",)):
            end = match.end("handle")
            while text[end - 1] == ".":
                end -= 1
            yield Found(
                match.start("handle"),
                end,
                EntityType.SOCIAL_ACCOUNT,
                0.6,
                Reason("handle"),
                tier=Tier.STRUCTURE,
            )
        yield from self._credentials(folded)
        yield from self._accounts_with_passwords(folded)
        yield from self._machines(folded)
        for match in matches_near(_GEO, text, _GEO_PARTS, above=_GEO_ABOVE, below=_GEO_ABOVE):
            yield Found(match.start(), match.end(), EntityType.GEO_LOCATION, 0.85, Reason("coordinates"))
        for match, _, label in labelled(folded, _GEO_LABELS, _COORDINATE, reach=12, wrap=False):
            yield Found(
                match.start(),
                match.end(),
                EntityType.GEO_LOCATION,
                0.8,
                Reason("value_labelled", label.shown),
                tier=Tier.LABEL,
            )

    def _credentials(self, folded: Folded) -> Iterator[Found]:
        for wanted, pattern in ((_LOGINS, _LOGIN), (_PASSWORDS, _SECRET)):
            for match, field, label in labelled(folded, wanted, pattern, reach=2, many=False, wrap=False):
                between = folded.text[label.end : field.start]
                announced = ":" in between or "=" in between
                value = match.group()
                if field.layout is Layout.ROWS and not _OF_A_ROW.match(value):
                    continue
                if (
                    not announced
                    and _CLAUSE_ENDS.search(folded.text, label.end, match.start())
                    and not is_secret(value, announced=False)
                ):
                    continue  # "sai tên đăng nhập; E-423: …"
                if not value.isascii() and not any(c.isdigit() for c in value):
                    continue  # "Password: dán token vào": what to do
                if label.shown.upper() == "PIN" and _is_of_battery(folded.key, label, match):
                    continue
                if label.shown.startswith("Mã xác") and not value.rstrip(".)").isdigit():
                    continue  # a register's code; a one-time code is four to eight digits
                if label.shown.startswith("Mã xác") and len(value.rstrip(".)")) > _LONGEST_CODE:
                    continue
                if not announced and (_WORD_VALUE.match(value) or not any(c.isdigit() for c in value)):
                    continue
                end = match.start() + len(value.rstrip(".)"))
                if further := _SECOND_GROUP.match(folded.text, match.start()):
                    end = further.end()
                yield Found(
                    match.start(),
                    end,
                    EntityType.CREDENTIAL,
                    0.9,
                    Reason("value_labelled", label.shown),
                    tier=Tier.LABEL,
                )

    @staticmethod
    def _accounts_with_passwords(folded: Folded) -> Iterator[Found]:
        """Yield "Tài khoản: hoa88" right before "mật khẩu: …": no bank's account."""
        for match in _ACCOUNT_AND_PASSWORD.finditer(folded.key):
            yield Found(
                match.start("user"),
                match.end("user"),
                EntityType.CREDENTIAL,
                0.85,
                Reason("value_labelled", "Tài khoản"),
                tier=Tier.LABEL,
            )

    def _machines(self, folded: Folded) -> Iterator[Found]:
        text = folded.text
        for match in _IPV4.finditer(text):
            parts = match.group().split(".")
            if any(int(part) > 255 or (part[0] == "0" and part != "0") for part in parts):
                continue  # "1.150.000.000" is a sum
            if _VERSION.search(folded.key, max(0, match.start() - 14), match.start()):
                continue
            if under(folded, match.start(), _IP_LABELS, 40) is None and all(
                int(part) < 20 for part in match.group().split(".")
            ):
                continue  # a section number such as 1.2.3.4
            inside = _INSIDE.match(match.group()) is not None
            yield Found(
                match.start(),
                match.end(),
                EntityType.IP_ADDRESS,
                0.85,
                Reason("ip_shape"),
                "organisation_data" if inside else "",
            )
        if "::" in text or _COLONS.search(text):
            for match in _IPV6.finditer(text):
                written = match.group()
                if written.count(":") < 7 and "::" not in written:
                    continue
                if len(written) > 4 and _is_ipv6(written):
                    yield Found(match.start(), match.end(), EntityType.IP_ADDRESS, 0.85, Reason("ip_shape"))
        for match in _MAC.finditer(text):
            yield Found(match.start(), match.end(), EntityType.MAC_ADDRESS, 0.9, Reason("mac_shape"))


def is_inside(address: str) -> bool:
    """Return whether an address is one of a network's own: it leads to nobody outside."""
    return _INSIDE.match(address) is not None


def _is_ipv6(written: str) -> bool:
    try:
        ipaddress.IPv6Address(written)
    except ValueError:
        return False
    return True


_SOCIAL = frozenset({Clue.SOCIAL})
_LOGINS = frozenset({Clue.LOGIN})
_PASSWORDS = frozenset({Clue.PASSWORD})
_GEO_LABELS = frozenset({Clue.GEO})
_IP_LABELS = frozenset({Clue.IP})
