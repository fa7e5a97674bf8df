"""The last digits of a number: "4 số cuối CCCD 1234", "SĐT đuôi 445", "STK …4417".

Two to six digits say little by themselves; told as the end of a person's number they are a part of it, and beside a name
they are enough for a shop, a bank and whoever has the list. They are found where the words for "last digits" and those for
the number they end stand together, in either order, or where the number's abbreviation stands before a cut-off sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.base import Found, Tier, VnRecognizer
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.nearby import lines_with, matches_near
from recognizers.results import Reason

_E = EntityType
#: What is numbered, by the words for it.
_NUMBERS: tuple[tuple[EntityType, str], ...] = (
    (
        _E.VN_PERSONAL_ID,
        r"cccd|can cuoc(?: cong dan)?|so dinh danh|dinh danh|giay to(?: tuy than)?|gttt|citizen id|id card|national id",
    ),
    (_E.VN_CMND, r"cmnd|cmtnd|cmt|chung minh(?: nhan dan| thu)?"),
    (_E.VN_PASSPORT, r"ho chieu|passport"),
    (
        _E.VN_PHONE,
        r"sdt|so dien thoai|dien thoai|dtdd|dt|di dong|so may|thue bao|zalo|phone(?: number)?|mobile(?: number)?",
    ),
    (
        _E.BANK_CARD,
        r"the (?:atm|visa|tin dung|ghi no|ngan hang|master ?card|napas)|so the|the|card(?: number)?",
    ),
    (
        _E.VN_BANK_ACCOUNT,
        r"stk|so tai khoan|so tk|tai khoan(?: ngan hang| thanh toan)?|tk|account(?: number)?|acct|a/c",
    ),
    (_E.VN_PLATE, r"bien so(?: xe)?|bien xe|bks|bsx"),
    (_E.VN_VIN, r"so khung"),
)
_KIND_OF = tuple((kind, re.compile(rf"(?:so )?(?:{words})\Z")) for kind, words in _NUMBERS)
_PAPER = rf"(?P<paper>{'|'.join(words for _, words in _NUMBERS)})"
_COUNT = r"(?:[2-6]|hai|ba|bon|nam|sau|two|three|four|last)"
_END = (
    rf"(?:(?:{_COUNT} )?(?:chu )?(?:so|ky tu) (?:cuoi|sau cung)|so duoi|duoi(?: so)?|tan cung(?: la| bang)?|ket thuc (?:bang|la|voi|so)"
    rf"|(?:the )?last {_COUNT}(?: digits)?|ending(?: in| with)?)"
)
#: Digits with what stands for those before them: "1234", "...4471", "xxxx xxxx 7715", "**** 2207".
_VALUE = r"(?P<value>(?:[x*•#.…]{1,8}[ \-]?){0,4}\d{2,6})(?![\w%]|[.,/\-:]\d)"
_OF = r"(?: (?:cua|tren|trong|la|so|of|on)(?: (?:the|my|her|his|your))?)?"
_WHOSE = r"(?: (?:cua |so |of )?(?!va |thi |khong |neu |phai )[a-z]{1,9}){0,3}?"
_ENDS_PAPER = re.compile(
    rf"(?<![a-z\d]){_END}{_OF} {_PAPER}(?![a-z]){_WHOSE}(?: (?:la|is))?[ ]?[:=(]{{0,2}}[ ]?{_VALUE}"
)
_PAPER_ENDS = re.compile(
    rf"(?<![a-z\d]){_PAPER}(?![a-z]){_WHOSE}[ ]?[(\[]?(?:co )?{_END}[)\]]?(?: (?:la|is|so))?[ ]?[:=(]{{0,2}}[ ]?{_VALUE}"
)
#: "STK ...4417", "cccd ****2207": cut off at the front.
_CUT_OFF = re.compile(
    rf"(?<![a-z\d]){_PAPER}(?![a-z])(?: so)?[ ]?[:(]?[ ]?(?P<value>(?:[*•#…]{{1,8}}|\.{{2,8}}|x{{3,8}})\d{{3,6}})(?![\w%]|[.,/\-:]\d)"
)
_WORDS = (
    *("so cuoi", "ky tu cuoi", "sau cung", "duoi", "tan cung", "ket thuc ", "last ", "ending"),
    *("...", "…", "**", "••", "##", "xxx"),
)
#: A question whose answer is the next line: "xin 4 số cuối giấy tờ", "Khách: Tâm, 0072".
_ASKED = re.compile(
    rf"(?<![a-z\d])(?P<count>[3-6]|ba|bon|nam|sau) (?:chu )?so cuoi{_OF} {_PAPER}(?![a-z])[^\d\n]{{0,30}}\n[^\n:]{{0,40}}(?:(?<=\d\d\]) )?[^\n:]{{0,30}}:"
    r"[^\d\n]{0,60}?(?<![\w./\-])(?P<value>\d{3,6})(?=[ ]*(?:[,.;)]|\n|\Z| [^\W\d]))(?![.,/\-:]\d)"
)
_COUNTS = {"ba": 3, "bon": 4, "nam": 5, "sau": 6}
#: Of a card in a stack, a file's ending, a series of tickets: nobody's.
_OF_NOBODY = re.compile(
    r"(?<![a-z])(?:ke toan|hach toan|tong hop|xo so|ve so|giai|du doan|sim so dep|kho)(?![a-z])"
)
_BEFORE = 40


class LastDigitsRecognizer(VnRecognizer):
    """The ends of people's numbers; see the module."""

    ENTITIES = tuple(kind for kind, _ in _NUMBERS)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield the digits that are told as the last ones of a number."""
        for pattern in (_ENDS_PAPER, _PAPER_ENDS, _CUT_OFF):
            for match in matches_near(pattern, folded.key, _WORDS):
                if not _OF_NOBODY.search(folded.key, max(0, match.start() - _BEFORE), match.end()):
                    yield _found(match)
        for start, end in lines_with(folded.key, ("so cuoi",), below=1):
            for match in _ASKED.finditer(folded.key, start, end):
                count = match["count"]
                if len(match["value"]) == _COUNTS.get(count) or str(len(match["value"])) == count:
                    yield _found(match)


def _found(match: re.Match[str]) -> Found:
    kind = next(kind for kind, words in _KIND_OF if words.match(match["paper"]))
    return Found(*match.span("value"), kind, 0.7, Reason("number_labelled", "số cuối"), tier=Tier.LABEL)
