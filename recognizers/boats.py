"""Registration numbers of boats and barges that somebody is told to own: VN_PLATE.

A boat is called by its number as a bus is by its line: "tàu QNg 95661 TS vào bến" says nothing of anybody. It counts as
a registration, or where its owner stands beside it.

Fishing boats carry their province, four or five digits and "TS" (Circular 23/2018/TT-BNNPTNT): ``QNg-95661TS``,
``BTh 97418 TS``. Inland craft carry the province's letters and digits alone (Circular 75/2014/TT-BGTVT): ``ĐT-22746``;
these are read only where a craft is named before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.base import Found, Tier, VnRecognizer
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.nearby import matches_near
from recognizers.results import Reason

_FISHING = re.compile(r"(?<![\w/\-])[A-ZĐ][A-Za-zĐđ]{1,2}[ \-]?\d{4,5}[ \-]{0,3}TS(?![\w/])")
_INLAND = re.compile(r"(?<![\w/\-])[A-ZĐ]{1,2}[A-Za-z]?[ \-]{1,3}\d{4,6}(?![\w/%]|[.,\-]\d)")
#: A craft and, behind it, at most what kind it is and that its number follows.
_CRAFT = re.compile(
    r"(?<![a-z])(?:tau(?! (?:hoa|dien|se|khach sai))|ghe|sa lan|thuyen(?! (?:truong|vien))|xuong|vo lai|phuong tien(?: thuy)?|do(?= (?:ngang|doc)))"
    r"(?: [a-z]{2,9}){0,4}[ ,:]{1,3}(?:(?:(?:bien )?so|mang|ten|bien|so (?:dang ky|hieu|bien))(?: [a-z]{2,6}){0,2}[ :]{1,3}){0,2}\Z"
)
_REACH = 64
#: It is registered, or somebody's.
_REGISTERED = re.compile(
    r"(?<![a-z])(?:dang ky|bien (?:so|kiem soat)|bks|mang (?:so|bien)|so hieu dang ky|chu (?:tau|ghe|phuong tien)(?![a-z])[^\n.;]{0,40}|dung ten[^\n.;]{0,30})[^\n.;\d]{0,16}\Z"
)
_SOMEBODYS = re.compile(
    r",? (?:cua|do|thuoc so huu) (?:ong|ba|anh|chi|toi|em|gia dinh|vo chong|nha)(?![a-z])"
    r"| do [^\n.;,]{3,40} (?:lam (?:tai cong|thuyen truong|chu)|dieu khien|cam lai)(?![a-z])"
    r"|[ ,;(–\-]{1,4}(?:chu (?:tau|ghe|phuong tien|so huu)|(?:do )?thuyen truong|chu[ ]?:)(?![a-z])"
)


class BoatRecognizer(VnRecognizer):
    """Numbers of fishing boats by their shape, of other craft behind a word for one, where they are somebody's."""

    ENTITIES = (EntityType.VN_PLATE,)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield fishing boats, then craft named right before, that are registered or owned."""
        for boat in matches_near(_FISHING, folded.text, ("TS",)):
            if _is_owned(folded.key, boat):
                yield self._found(boat, 0.75)
        for craft in _INLAND.finditer(folded.text):
            if _CRAFT.search(folded.key, max(0, craft.start() - _REACH), craft.start()) and _is_owned(
                folded.key, craft
            ):
                yield self._found(craft, 0.65)

    @staticmethod
    def _found(match: re.Match[str], score: float) -> Found:
        return Found(
            match.start(), match.end(), EntityType.VN_PLATE, score, Reason("plate_shape"), tier=Tier.STRUCTURE
        )


def _is_owned(key: str, match: re.Match[str]) -> bool:
    """Return whether a craft's number is told as its registration or as somebody's."""
    return (
        _REGISTERED.search(key, max(0, match.start() - _REACH), match.start()) is not None
        or _SOMEBODYS.match(key, match.end()) is not None
    )
