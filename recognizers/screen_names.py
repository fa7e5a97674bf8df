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
#: Who speaks in a forum, behind a dash, a bracket or a time: "— me_susu_0392: …", "[thanhloc_vios]: …", "[Clan] xX_DarkLord_Xx: …".
_POSTER = re.compile(
    r"(?:^|\n)[ ]{0,3}(?:[—–\-•>*↳→]{1,2}[ ]{1,2}|\[[^\]\n]{1,20}\][ ]{1,2}|(?:cmt|comment|binh luan|reply|tra loi|re)[ ]?:?[ ])?(?P<open>\[)?@?"
    r"(?P<name>[A-Za-z][A-Za-z0-9]{0,20}(?:[._][A-Za-z0-9]{1,20}){1,4}_?|[A-Za-z]{2,16}\d{1,5}|(?:[A-Z][a-z]{1,9}){2,4}\d{0,4})(?(open)\])(?=[ ]?:[ ]\S+ \S+ \S)",
    re.ASCII,
)
_FORUM = re.compile(
    r"(?<![a-z])(?:thot|chu thot|dien dan|forum|binh luan|cmt|comments?|luot xem|views?|reply|webtretho|voz|otofun|tinhte|reddit|clan|guild|group|hoi nhom|ae|cac (?:bac|mom|me|thim|bro|bac oi)|rep|ib|inbox"
    r"|acc|rank|up bai|dau trang|spam|tag|like|topic|thread|war)(?![a-z])"
)
#: What stands before a colon in programs and tables of data: "created_at: …", "maxLength: …".
_FIELD = re.compile(
    r"(?:.*[._])?(?:id|ids|at|date|time|code|type|kind|no|number|num|amount|status|total|name|key|value|count|size|max|min|len|length|url|uri|path|file|token|user|email|mail|phone|address|addr|desc|description|title"
    r"|text|note|flag|index|list|data|config|field|column|table|row|ref|hash|version|level|mode|format|is|has|ho|ten|so|ma|ngay|gia|loai|dia|tong|tien|nam|thang|don|chi|sl|dvt|mota|noi|dung|trang|thai|nhom|cap)(?:[._].*)?"
)
#: Who opened a thread, told by its head.
_AUTHOR = re.compile(
    r"(?<![a-z\-])(?:chu thot|thot|nguoi (?:dang|hoi|tra loi|binh luan|choi|mua|ban)|dang boi|tac gia|nguoi viet|op|poster|(?:posted|opened|closed|merged|reported|requested|commented) by|author|in ?game|ign|tag|kakao|so kakao[a-z ]{0,12}|zalo|line|acc(?: name)?|account name|xin (?:fb|facebook|nick)[^\n]{0,24}tim)"
    rf"[ ]?[:=]?[ ]@?(?P<name>{_SHAPE})(?![\w@/])"
)
#: Words with capitals, or anything in quotes, that an account is told to be called: "nick fb Hà My Vé Xịn", 'tài khoản "Khuê Gió"'.
_CALLED = re.compile(
    r"(?<!\w)(?:(?:[Nn]ick(?:name)?|NICK|[Aa]cc|(?:[Tt]ài khoản|[Tt]ai khoan|account)(?= (?:[Ff][Bb]|[Ff]acebook|FACEBOOK|[Zz]alo|[Tt]ik[Tt]ok|[Ii]nstagram|[Tt]elegram|Messenger|tên|ten|[\"“])))(?: (?:[Ff][Bb]|[Ff]acebook|[Zz]alo|[Tt]ik ?[Tt]ok|[Ii]nstagram|[Tt]elegram|game))?|[Ff][Bb]|[Ff]ace|[Ff]acebook|FACEBOOK|[Zz]alo)"
    r"(?: (?:tên|ten|TÊN|TEN|là|la|của (?:bạn|em|anh|nó|tôi|mình) là))?[ ]?:?[ ]"
    r"(?:[\"“](?P<quoted>[A-ZĐÀ-Ỹ0-9][^\"”\n]{3,40})[\"”]|(?P<words>[A-ZĐÀ-Ỹ][^\W\d_]{1,11}(?: (?:[A-ZĐÀ-Ỹ][^\W_]{1,11}|\d[\dk]{0,4})){1,4})(?=[\n,.;:)(–\-]| [\-–(a-zà-ỹđ]|\Z))"
)
_NOBODY = re.compile(
    r"(?:messenger|ads|marketplace|dating|groups?|page|fanpage|business|watch|live|lite|pay|oa|mini|shop|official|inc|meta|viet nam|cong ty|ubnd|hoi|nhom|clb|cau lac bo|truong|trung tam|cua hang|quan|ngan hang|bao|kenh|cong an"
    r"|so|bo (?:cong an|quoc phong|giao duc|y te|tai chinh|tu phap)|phong|doan|ban|video|cloud|api|web|app|chat|call|desktop|premium|pro|nguoi|dang|bi|moi|cu|ao|that|chinh|phu)(?![a-z])"
)
_OF_MANY = re.compile(r"(?<![a-z])(?:group|groups|nhom|hoi|page|trang|kenh|fanpage|cong dong)[ ]\Z")
#: What is numbered in programs, lessons and plans.
_NUMBERED = re.compile(
    r"(?:line|col(?:umn)?|step|item|row|address|phone|tel|email|option|page|slide|case|test|team|room|phong|lop|buoc|cau|bai|muc|dieu|nhom|tuan|ngay|thang"
    r"|tang|field|param|arg|value|name|user|node|server|disk|port|eth|unit|part|level|grade|version|image|file|table|sheet|vong|hang|giai|tram|quy"
    r"|dot|ca|to|doi|ban|ke|tuyen|xe|kho|mon|tiet|doan|chuong|phan|sku|batch|lot|lo|day|week|year|group|zone|gate|line|note|ghichu|question|ans|http|ipv|utf|mp|covid|sha|md|base|windows|android|vitamin|grade|python|word|excel|office)[_.]?\d+"
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
_AUTHOR_WORDS = (
    "thot",
    "dang",
    "tac gia",
    "nguoi ",
    "op",
    "poster",
    "author",
    "by",
    "tag",
    "kakao",
    "zalo",
    "line",
    "acc",
    "fb",
    "facebook",
    "nick",
    "game",
    "ign",
)
_CALLED_WORDS = ("nick", "acc", "tai khoan", "fb", "face", "zalo")
#: The end of a site or of a file.
_SITE_OR_FILE = re.compile(
    r".*\.(?:com|vn|net|org|edu|gov|info|io|me|shop|store|html?|pdf|docx?|xlsx?|csv|txt|py|js|json|xml|png|jpe?g|log|exe|zip|example|local|lan|internal)\.?\Z"
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
        for pattern, words in ((_ACCOUNT, _WORDS), (_AUTHOR, _AUTHOR_WORDS)):
            for match in matches_near(pattern, key, words):
                if not _SITE_OR_FILE.match(match["name"]) and not _NUMBERED.fullmatch(match["name"]):
                    yield _named(folded, match)
        yield from _posters(folded)
        for match in matches_near(_CALLED, folded.text, _CALLED_WORDS, key):
            start, end = match.span(match.lastgroup or 0)
            if not _NOBODY.match(key, start) and not _OF_MANY.search(
                key, max(0, match.start() - 12), match.start()
            ):
                yield Found(start, end, EntityType.SOCIAL_ACCOUNT, 0.6, Reason("handle"), tier=Tier.STRUCTURE)


def _posters(folded: Folded) -> Iterator[Found]:
    """Yield who speaks in a forum: in brackets, with a figure in some name, or where words of forums stand."""
    posters = [match for match in _POSTER.finditer(folded.text) if _is_chosen(match["name"])]
    if not posters:
        return
    several = len({match["name"] for match in posters}) > 1
    evident = any(match["open"] or any(map(str.isdigit, match["name"])) for match in posters)
    if (several and evident) or _FORUM.search(folded.key):
        for match in posters:
            yield _named(folded, match)


def _is_chosen(name: str) -> bool:
    """Return whether somebody calls himself so: no field of a program, no number of a lesson, no two English words."""
    low = name.lower()
    if _FIELD.fullmatch(low) or _NUMBERED.fullmatch(low) or _SITE_OR_FILE.match(low):
        return False
    if sum(map(str.islower, name)) < _LEAST_SMALL:
        return False
    return any(map(str.isdigit, name)) or "_" in name or "." in name or len(_HUMPS.findall(name)) > _TWO


_HUMPS = re.compile(r"[A-Z][a-z]+")
_TWO, _LEAST_SMALL = 2, 3


def _named(folded: Folded, match: re.Match[str]) -> Found:
    start, end = match.span("name")
    while folded.key[end - 1] == ".":
        end -= 1
    return Found(start, end, EntityType.SOCIAL_ACCOUNT, 0.75, Reason("handle"), tier=Tier.STRUCTURE)
