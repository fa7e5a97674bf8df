"""Numbers read out digit by digit, as dictation writes them down: "không chín hai bốn bốn bảy một một tám hai".

A telephone number has ten or eleven digits and an identity number twelve; both begin with nought, so counting and sums
are not taken for one. Behind the words for a telephone, an account or an identity paper its length alone is enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from recognizers.base import Found, Tier, VnRecognizer
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.nearby import matches_near
from recognizers.results import Reason

_E = EntityType
_VALUES = {
    "khong": 0, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "lam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9,
}  # fmt: skip
_DIGIT = rf"(?:{'|'.join(_VALUES)})"
_MORE = rf"[ ,.\-]{{1,2}}{_DIGIT}"
_RUN = re.compile(rf"(?<![a-z0-9,.])(?:khong|0)(?:{_MORE}){{9,18}}(?![a-z])")
_WORD = re.compile(r"[a-z]+|0")
_PHONE, _ACCOUNT, _IDENTITY = "phone", "account", "identity"
#: What announces a number, then at most whose it is.
_ANNOUNCED = re.compile(
    r"(?<![a-z])(?:(?P<phone>so dien thoai|dien thoai|sdt|so dt|so zalo|zalo|goi so|alo so|goi vao so)|(?P<account>s?tk|so tai khoan|so tk|tai khoan(?: so)?)"
    r"|(?P<identity>cccd|cmnd|can cuoc|can cuoc cong dan|chung minh|so dinh danh))"
    rf"(?: (?:so|cua|em|toi|tui|anh|chi|minh|me|la|moi)){{0,4}}[ ]?[:,]?[ ](?P<number>{_DIGIT}(?:{_MORE}){{7,18}})(?![a-z])(?! (?:tram|muoi|nghin|ngan(?! hang)|trieu)(?![a-z]))"
)
_HINTS = ("dien thoai", "dt", "zalo", "so ", "tk", "tai khoan", "cccd", "cmnd", "can cuoc", "chung minh")
_LENGTHS = {_PHONE: range(9, 12), _ACCOUNT: range(8, 20), _IDENTITY: (9, 12)}
_TYPES = {
    10: (_E.VN_PHONE, Reason("phone_shape")),
    11: (_E.VN_PHONE, Reason("phone_shape")),
    12: (_E.VN_PERSONAL_ID, Reason("bare_digits", "", "12")),
}
_LONGER = (_E.VN_BANK_ACCOUNT, Reason("bare_digits", "", "13–19"))
_LEAST_DIFFERENT = 3


class SpokenNumberRecognizer(VnRecognizer):
    """Telephone, account and identity numbers in words, one word for each digit."""

    ENTITIES = (_E.VN_PHONE, _E.VN_PERSONAL_ID, _E.VN_CMND, _E.VN_BANK_ACCOUNT)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield runs of ten words or more for digits that begin with "không", and announced runs of other lengths."""
        key = folded.key
        for match in _RUN.finditer(key):
            entity_type, reason = _TYPES.get(len(_WORD.findall(match.group())), _LONGER)
            yield Found(match.start(), match.end(), entity_type, 0.85, reason, tier=Tier.LABEL)
        for match in matches_near(_ANNOUNCED, key, _HINTS):
            digits = [_VALUES[word] for word in _WORD.findall(match["number"])]
            said = next(name for name in _LENGTHS if match[name] is not None)
            if len(digits) not in _LENGTHS[said] or _counts(digits):
                continue
            yield Found(
                *match.span("number"),
                _kind(said, len(digits)),
                0.87,
                Reason("number_labelled", folded.text[match.start(said) : match.end(said)]),
                tier=Tier.LABEL,
            )


def _kind(said: str, length: int) -> EntityType:
    if said == _PHONE:
        return _E.VN_PHONE
    if said == _ACCOUNT:
        return _E.VN_BANK_ACCOUNT
    return _E.VN_PERSONAL_ID if length == 12 else _E.VN_CMND


def _counts(digits: list[int]) -> bool:
    """Return whether digits count up one by one, or are nearly all the same."""
    return all(b - a == 1 for a, b in pairwise(digits)) or len(set(digits)) < _LEAST_DIFFERENT
