"""Names written once more in another script: "SEO JI-WON (서지원)", "Tên tiếng Hoa: 陳美鳳", "Ivan Petrov / Иван Петров".

Papers of foreigners and of the Hoa give a name twice. What stands in another script right beside a name, in brackets or
behind a mark, is that name again; so is what stands behind a label for it. Elsewhere such words are headings of
bilingual forms, firms, goods, and are left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from recognizers.base import Found
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.results import Reason
from recognizers.tiers import Tier

#: Cyrillic; Arabic and Hebrew; the scripts of India; Thai, Lao; Burmese; Hangul; Khmer; kana and Han.
_LETTER = (
    r"[\u0400-\u052f\u0590-\u06ff\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff"
    r"\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]"
)
_WORDS = re.compile(
    rf"{_LETTER}{{2,}}(?:[ ·・.\-]{{1,2}}{_LETTER}{{2,}}|[ ・·]{_LETTER}(?!{_LETTER})){{0,3}}"
)
_ANY = re.compile(_LETTER)
#: Between a name and the same in another script, either before it or behind it.
_BEHIND = re.compile(r" ?[(\[（/|,;–\-]? ?\Z")
_BEFORE = re.compile(r"[)\]） ]{0,2}[(\[（/|–\-] ?(?:(?i:ông|bà|anh|chị|mr|mrs|ms)\.? )?\Z")
_FARTHEST = 9
#: Of Han and kana and Hangul a name has so many characters at most; longer runs are firms and sentences.
_DENSE = re.compile(r"[\u1100-\u11ff\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_MOST_DENSE, _MOST_KANA = 5, 14
_KANA = re.compile(r"[\u30a0-\u30ff]")
#: Heads, forms of address and sexes that stand where a name could.
_NO_NAME = re.compile(
    r"(?:姓名|氏名|名前|性別|男性|女性|国籍|國籍|中国|中國|日本|越南|韓国|韓國|韩国|先生|女士|小姐|様|이름|성명|성별|남자|여자|귀하|국적|대한민국|한국|베트남"
    r"|имя|фио|фамилия|отчество|гражданство|россия|мужской|женский|ชื่อ|นาย|นาง|นางสาว|ประเทศไทย|ឈ្មោះ|ភេទ|ជនជាតិ)"
)
_LABEL = re.compile(
    r"(?:(?<![a-z])(?:ten|ho ten|ho va ten)(?: goc| that| khai sinh)?(?: (?:bang|viet bang))?(?: (?:tieng|chu|chu viet)) "
    r"(?:hoa|trung(?: quoc)?|han(?: quoc)?|nhat(?: ban)?|dai loan|thai(?: lan)?|nga|lao|khmer|kho me|campuchia|an do|a rap)"
    r"|(?<![a-z])(?:chinese|korean|japanese|thai|khmer|lao|russian|native|original) name|name in (?:chinese|korean|japanese|native script|hangul|kanji)"
    r"|姓名|氏名|이름|성명|фио)[ )\]]{0,3}[:：]?[ \t.…_|]{0,12}\Z"
)
_LONGEST_LABEL = 60


def names_in_other_scripts(folded: Folded, names: Sequence[Found]) -> Iterator[Found]:
    """Yield what tells one of a text's names once more in another script, and names behind a label for that.

    Args:
        folded: the text.
        names: found in it, by their place.
    """
    if folded.text.isascii() or not _ANY.search(folded.text):
        return
    spans = [(name.start, name.end) for name in names]
    starts = [start for start, _ in spans]
    for match in _WORDS.finditer(folded.text):
        start, end = match.span()
        if not _may_be(match.group()):
            continue
        label = _LABEL.search(folded.key, max(0, start - _LONGEST_LABEL), start)
        if label is not None:
            yield Found(
                start, end, EntityType.PERSON, 0.9, Reason("person_label", _said(label)), tier=Tier.LABEL
            )
            continue
        at = bisect_right(starts, start)
        if (at and _joined(_BEHIND, folded.text, spans[at - 1][1], start)) or (
            at < len(spans) and _joined(_BEFORE, folded.text, end, spans[at][0])
        ):
            yield Found(start, end, EntityType.PERSON, 0.85, Reason("person_again"), tier=Tier.STRUCTURE)


def _may_be(written: str) -> bool:
    dense = len(_DENSE.findall(written))
    most = _MOST_KANA if _KANA.search(written) else _MOST_DENSE
    return dense <= most and not _NO_NAME.fullmatch(written.lower())


def _joined(between: re.Pattern[str], text: str, end: int, start: int) -> bool:
    """Whether nothing but a mark stands between two stretches."""
    return 0 <= start - end <= _FARTHEST and between.match(text, end, start) is not None


def _said(label: re.Match[str]) -> str:
    return label.group().strip(" \t.…_|:：)]")
