"""Registration numbers of boats and barges: VN_PLATE.

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

_FISHING = re.compile(r"(?<![\w/\-])[A-ZĐ][A-Za-z]{1,2}[ \-]?\d{4,5}[ \-]{0,3}TS(?![\w/])")
_INLAND = re.compile(r"(?<![\w/\-])[A-ZĐ]{1,2}[A-Za-z]?[ \-]{1,3}\d{4,6}(?![\w/%]|[.,\-]\d)")
#: A craft and, behind it, at most what kind it is and that its number follows.
_CRAFT = re.compile(
    r"(?<![a-z])(?:tau(?! (?:hoa|dien|se|khach sai))|ghe|sa lan|thuyen(?! (?:truong|vien))|xuong|vo lai|phuong tien(?: thuy)?|do(?= (?:ngang|doc)))"
    r"(?: [a-z]{2,9}){0,4}[ ,:]{1,3}(?:(?:(?:bien )?so|mang|ten|bien|so (?:dang ky|hieu|bien))(?: [a-z]{2,6}){0,2}[ :]{1,3}){0,2}\Z"
)
_REACH = 64


class BoatRecognizer(VnRecognizer):
    """Numbers of fishing boats by their shape, of other craft behind a word for one."""

    ENTITIES = (EntityType.VN_PLATE,)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield fishing boats, then craft named right before."""
        for boat in matches_near(_FISHING, folded.text, ("TS",)):
            yield self._found(boat, 0.75)
        for craft in _INLAND.finditer(folded.text):
            if _CRAFT.search(folded.key, max(0, craft.start() - _REACH), craft.start()):
                yield self._found(craft, 0.65)

    @staticmethod
    def _found(match: re.Match[str], score: float) -> Found:
        return Found(
            match.start(), match.end(), EntityType.VN_PLATE, score, Reason("plate_shape"), tier=Tier.STRUCTURE
        )
