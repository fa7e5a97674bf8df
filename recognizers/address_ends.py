"""The rest of an address that begins or goes on beside a found one: the room before the boarding house, the tower behind the flat.

"km 12+300 QL14, thôn 3", "căn hộ số 1604, tầng 16, tòa N07B3, khu đô thị mới Dịch Vọng", "thôn Đoài (Giáp 2), Yên Sở", "số 1
đường 7 (sau chợ), KP Tân Quý". Whoever found a part of it, rule or tagger, may have stopped at a word that he does not know
for an address; what stands directly beside one and has the form of another part of it belongs to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from recognizers.base import Found
from recognizers.entities import EntityType
from recognizers.tiers import Tier

_CODE = r"[A-Z]{0,3}\d{1,4}(?:[.\-/]?[A-Z]?\d{1,3}){0,2}[A-Z]?"
#: Words with capitals; small ones behind them are cut off again.
_NAMED = r"(?:[A-ZĐÀ-Ỹ][^\W\d_]*|\d{1,3})(?: (?:[A-ZĐÀ-Ỹ][^\W\d_]*|\d{1,3})){0,4}"
#: Storey, tower, quarter, house and room behind a part of an address.
_RIGHT = re.compile(
    rf"[ ]?[,\-–][ ]?(?:[Tt]ầng|[Ll]ầu|[Tt]ang|[Ll]au)[ ]?\d{{1,2}}(?![\w]|[.,]\d)"
    rf"|[ ]?[,\-–][ ]?(?:[Tt]òa(?: nhà)?|[Tt]oà(?: nhà)?|[Tt]oa nha|[Bb]lock|[Tt]háp|[Pp]hòng|[Pp]hong|P\.|[Cc]ăn(?: hộ)?|[Cc]an ho|[Cc]ơ sở|CS)[ ]?(?:số )?(?:{_CODE}|[A-Z])(?![\w]|[.,]\d)"
    rf"|[ ]?,[ ]?(?:[Kk]hu đô thị(?: mới)?|KĐT(?:M| mới)?|KDC|[Kk]hu dân cư|[Cc]hung cư|[Kk]hu tập thể|KTT|[Kk]hu nhà ở) (?P<quarter>{_NAMED})"
    rf"|(?:[ ]?\([^()\n:;\d]{{2,24}}\))?, (?:KP|[Kk]hu phố|[Ấấ]p|[Tt]hôn|[Xx]óm|[Xx]ã|[Pp]hường|P\.|Q\.|H\.|[Qq]uận|[Hh]uyện) ?(?P<unit>{_NAMED})"
)
#: A kilometre, a letter box, a room or a flat before one.
_LEFT = re.compile(
    rf"(?<![\w.,/])(?:(?:[Kk]m|KM)[ ]?(?:số )?\d{{1,4}}(?:[+.]\d{{1,3}})?|[Hh]òm thư(?: số)?|[Hh]om thu|(?:[Pp]hòng|[Pp]hong|P\.)[ ]?(?:số )?{_CODE}|(?:[Tt]ầng|[Ll]ầu)[ ]?\d{{1,2}}|(?:[Cc]ăn(?: hộ)?|[Cc]an ho)(?: số)? {_CODE}|(?:(?:[Pp]hòng|[Pp]hong) (?:số )?{_CODE},? )?(?:[Nn]hà trọ|[Nn]ha tro|[Dd]ãy trọ|[Kk]hu (?:nhà )?trọ)|(?:[Kk]hu (?:nhà ở|tập thể)|KTX|[Kk]ý túc xá)(?: [^\s,;:.]{{1,10}}){{1,5}}(?=,)|(?!(?:19|20)\d\d )\d{{3,4}}(?=[ ][–\-]))[ ]?(?:[,\-–][ ]?|[ ])\Z"
)
#: Between two parts of one address: a remark in brackets, a mark.
_REMARK = re.compile(r"[ ]?\([^()\n:;\d]{0,24}(?:\d{1,3}[^()\n:;\d]{0,8})?\)[ ]?,?[ ]?")
_LEFT_REACH = 40
_MOST_ROUNDS = 4
_ADDRESS = EntityType.VN_ADDRESS


def with_ends(found: Sequence[Found], text: str) -> list[Found]:
    """Return findings, in order and without overlaps as they came; addresses reach as far as what belongs to them.

    Args:
        found: what was found.
        text: the text that the places are in.
    """
    result: list[Found] = []
    for n, item in enumerate(found):
        if item.entity_type is not _ADDRESS or item.tier is Tier.RULE:
            result.append(item)
            continue
        before = result[-1].end if result else 0
        free = found[n + 1].start if n + 1 < len(found) else len(text)
        start, end = item.start, item.end
        left = _LEFT.search(text, max(before, start - _LEFT_REACH), start)
        if left is not None:
            start = left.start()
        for _ in range(_MOST_ROUNDS):
            right = _RIGHT.match(text, end, free)
            if right is None or _behind_capitals(right) == end:
                break
            end = _behind_capitals(right)
        last = result[-1] if result else None
        if (
            last is not None
            and last.entity_type is _ADDRESS
            and last.keep == item.keep
            and _REMARK.fullmatch(text, last.end, start)
        ):
            result[-1] = replace(last, end=end)
        else:
            result.append(
                item if (start, end) == (item.start, item.end) else replace(item, start=start, end=end)
            )
    return result


def _behind_capitals(match: re.Match[str]) -> int:
    """Return the end of a match, of a name in it only the words with capitals or figures; its start if it has none."""
    name = match["quarter"] or match["unit"]
    if name is None:
        return match.end()
    words = name.split(" ")
    while words and not (words[-1][0].isupper() or words[-1].isdigit()):
        words.pop()
    return match.end() - len(name) + len(" ".join(words)) if words else match.start()
