"""Names people go by on a screen: who speaks in a chat, who wrote a review, whose account a sentence names.

"kaito_no1: cho t mượn …", "đánh giá bởi lananh_8x", "insta thom_nauan", "user=bs_khanhlinh". Only what no word of a
language looks like counts: a figure, an underscore or a dot between letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.base import Found, Tier, VnRecognizer
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.nearby import matches_near
from recognizers.results import Reason

_SHAPE = r"(?=[a-z]{2})(?=[a-z.]{0,24}[\d_]|[a-z]{2,20}\.[a-z])[a-z][\w.]{3,30}"
#: The head of a line in a chat, with words behind it.
_SPEAKER = re.compile(r"(?:^|\n)[ ]{0,2}(?P<name>[a-z]{3,16}[_.]?[a-z]{0,12}\d{1,4}[a-z]?)(?=:[ ]\S+ \S)")
_TURN = re.compile(r"(?:^|\n)[ ]{0,2}[^\W\d_][^:\n]{1,28}:[ ]\S")
_TURNS = 2
#: What is numbered in programs, lessons and plans.
_NUMBERED = re.compile(
    r"(?:line|col(?:umn)?|step|item|row|address|phone|tel|email|option|page|slide|case|test|team|room|phong|lop|buoc|cau|bai|muc|dieu|nhom|tuan|ngay|thang"
    r"|tang|field|param|arg|value|name|user|node|server|disk|port|eth|unit|part|level|grade|version|image|file|table|sheet|vong|hang|giai|tram|quy"
    r"|dot|ca|to|doi|ban|ke|tuyen|xe|kho|mon|tiet|doan|chuong|phan|sku|batch|lot|lo|day|week|year|group|zone|gate|line|note|ghichu|question|ans)[_.]?\d+"
)
_ACCOUNT = re.compile(
    r"(?<![\w@.])(?:nick(?:name)?(?: (?:game|fb|zalo|facebook))?|(?:buyer |seller )?user(?: ?name)?|tai khoan (?:game|garena|fb|facebook|insta(?:gram)?|tiktok|zalo|shopee|steam)"
    r"|fb|facebook|insta(?:gram)?|ig|tik ?tok|tele(?:gram)?|threads|wechat|kakao(?:talk)?|nguoi (?:dung|mua|ban|danh gia)|(?:danh gia|viet|dang|binh luan) boi|boi|reviewed by)"
    rf"(?:[ ]?[:=][ ]?|[ ])[\"“]?(?P<name>@?{_SHAPE})(?![\w@/])"
)
_WORDS = (
    "nick",
    "user",
    "tai khoan",
    "fb",
    "facebook",
    "insta",
    "ig ",
    "tik",
    "tele",
    "threads",
    "wechat",
    "kakao",
    "nguoi ",
    "boi ",
    "reviewed",
)
#: The end of a site or of a file.
_SITE_OR_FILE = re.compile(
    r".*\.(?:com|vn|net|org|edu|gov|info|io|me|shop|store|html?|pdf|docx?|xlsx?|csv|txt|py|js|json|xml|png|jpe?g|log|exe|zip)\.?\Z"
)


class ScreenNameRecognizer(VnRecognizer):
    """Screen names by where they stand."""

    ENTITIES = (EntityType.SOCIAL_ACCOUNT,)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield who speaks in a chat, then accounts behind the name of a network or of a part in it."""
        key = folded.key
        speakers = [match for match in _SPEAKER.finditer(key) if not _NUMBERED.fullmatch(match["name"])]
        if speakers and sum(1 for _ in _TURN.finditer(key)) >= _TURNS:
            for match in speakers:
                yield _named(folded, match)
        for match in matches_near(_ACCOUNT, key, _WORDS):
            if not _SITE_OR_FILE.match(match["name"]):
                yield _named(folded, match)


def _named(folded: Folded, match: re.Match[str]) -> Found:
    start, end = match.span("name")
    while folded.key[end - 1] == ".":
        end -= 1
    return Found(start, end, EntityType.SOCIAL_ACCOUNT, 0.75, Reason("handle"), tier=Tier.STRUCTURE)
