"""What is counted is told of many and of nobody: "Dân tộc: Kinh 85,1 %", "Tôn giáo: Phật giáo 14 triệu tín đồ".

Shares of a wage, months and the surnames of clans likewise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from recognizers.base import Found
from recognizers.entities import EntityType

_E = EntityType
_COUNTED = frozenset({_E.ETHNICITY, _E.RELIGION, _E.MARITAL_STATUS, _E.GENDER, _E.NATIONALITY})
_STATED = _COUNTED | {_E.HEALTH_INFO}
#: Right behind a value: its share or its number.
_SHARE = re.compile(
    r"[ :,(–-]{0,3}(?:chiem |dat |la |giam |tang )?(?:khoang |gan |hon |con )?\d[\d.,]*\s?"
    r"(?:%|phan tram|(?:trieu|nghin|ngan|van|ty)(?: (?:nguoi|tin do|ho))?|(?:nguoi|tin do|ho|ca|truong hop|tin huu)(?![a-z]))"
)
#: Right before a value: a law that is called so, the signs of an illness.
_RULE = re.compile(
    r"(?<![a-z])(?:luat|nghi dinh|thong tu|(?:trieu chung|dau hieu|bieu hien|tac dung phu|chong chi dinh) (?:cua|chung|thuong gap))"
    r"(?: [a-z]+){0,6}[ :]{1,3}$"
)
#: Behind an income: it is a share, or a multiple of what the law fixes.
_MULTIPLE = re.compile(
    r"[ ]?(?:%|phan tram|(?:lan )?(?:thang |muc )?(?:luong|tham chieu)(?: (?:co so|toi thieu|vung))?(?![a-z]))"
)
#: Months have names of given names: "rằm tháng Bảy", "giỗ tháng Tám".
_MONTH = frozenset({"gieng", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi", "mot", "chap"})
_BEFORE_MONTH = re.compile(r"(?<![a-z])thang $")
#: A surname alone is that of a clan, which many share: "gia tộc họ Khiếu", "đổi sang họ Bế".
_CLAN = re.compile(
    r"(?<![a-z])(?:chi|dong|toc|tu duong|nha tho|gia toc|gia pha|doi sang|mang|cung|dai dien|hoi dong|nguoi) ho(?: [a-z]+,){0,4} $"
)
_BACK = 70


def not_counted(key: str, found: Iterable[Found]) -> Iterator[Found]:
    """Yield findings without those that a share or a number behind them, or a law or a list of signs before them, makes nobody's.

    Args:
        key: folded key of the text.
        found: findings with offsets into it.
    """
    for item in found:
        if item.entity_type in _COUNTED and _SHARE.match(key, item.end):
            continue
        if item.entity_type in _STATED and _RULE.search(key, max(0, item.start - _BACK), item.start):
            continue
        if item.entity_type is _E.INCOME and _MULTIPLE.match(key, item.end):
            continue
        if item.entity_type is _E.PERSON and _is_month_or_clan(key, item):
            continue
        yield item


def _is_month_or_clan(key: str, item: Found) -> bool:
    """Return whether a name of one word is a month's, or the surname of a clan."""
    word = key[item.start : item.end]
    if not word.isalpha():
        return False
    before = key[max(0, item.start - _BACK) : item.start]
    return (word in _MONTH and _BEFORE_MONTH.search(before) is not None) or _CLAN.search(before) is not None
