"""Names that are ordinary words: half of "Hiệp hội", a heading "Kiến Trúc", "Nhẹ" in a cell, "the DOM", "Phường Dĩ An".

Asked only of names that nothing announced: a form of address, a label or a surname before it makes any word a name.
"""

from __future__ import annotations

import re
from functools import cache

from recognizers.base import Found
from recognizers.english_words import PAPER_WORDS, is_english
from recognizers.folding import Folded
from recognizers.foreign_names import FOREIGN_FIRST
from recognizers.name_compounds import headings, institutions, ordinary, written
from recognizers.name_recalled import KIN
from recognizers.name_words import title_words
from recognizers.names import name_sets
from recognizers.program_text import in_program
from recognizers.syllables import is_syllable
from recognizers.word_sets import word_set
from recognizers.words import BREAK, LOWER, MIXED, NUMBER, TITLE, UPPER, Words, is_plain, words

#: Reasons that read a name from its surroundings or from its letters alone, without a surname.
_UNSURE = frozenset(("person_witness", "tagged", "echoed"))
#: Of these those that know no name from elsewhere in the text.
_GUESSED = frozenset(("person_witness", "tagged"))
#: Those that believe what another line or the head of a column says are asked, too.
_ASKED = _UNSURE | {"person_known", "person_context", "column_header"}
#: What follows a name as often as it ends a word.
_BEHIND_NAMES = frozenset(("và", "với", "là", "cho", "của", "có", "thì", "đã", "bị", "được"))
#: Words that end like a form of address.
_NOT_FORMS = word_set("ghi_chú chúng_tôi chúng_em các_bạn các_em học_trò chủ_nhà quý_vị")
#: Articles of English: behind them stands a thing. The owner's mark alone says nothing: "your An".
_ARTICLES = frozenset(("the", "a", "an"))

_POWERS = word_set("trăm nghìn ngàn triệu tỷ tỉ rưỡi tram nghin ngan trieu ruoi")
_SPOKEN = word_set("""
một mốt hai ba bốn tư năm lăm sáu bảy tám chín mười mươi trăm nghìn ngàn triệu linh lẻ mot bon tu nam lam sau bay tam chin muoi tram
nghin ngan trieu le
""")
_TOLD_NUMBER = 3


def ends_an_amount(w: Words, first: int, last: int) -> bool:
    """Return whether entries are the end of a sum told in words, which a line's end may part: "năm trăm / ngàn"."""
    before = first - 1
    while before >= 0 and w.kind[before] == BREAK:
        before -= 1
    return (
        before >= 0
        and all(w.kind[k] == LOWER and w.low[k] in _POWERS for k in range(first, last))
        and (w.kind[before] == NUMBER or w.low[before] in _SPOKEN)
    )


def counts_money(w: Words, first: int, last: int) -> bool:
    """Return whether entries are part of a number told in words: "Ba tram bay muoi hai nghin"; "Ba Tư" is a name."""
    if not all(_is_spoken(w, k) for k in range(first, last)):
        return False
    while first > 0 and _is_spoken(w, first - 1):
        first -= 1
    while last < w.size and _is_spoken(w, last):
        last += 1
    said = [w.low[k] for k in range(first, last)]
    return len(said) >= _TOLD_NUMBER and any(word in _POWERS for word in said) and said[0] not in _POWERS


def _is_spoken(w: Words, k: int) -> bool:
    return (w.kind[k] == LOWER or w.kind[k] in (TITLE, UPPER)) and (
        w.low[k] in _SPOKEN or w.low[k] in _POWERS
    )


def is_ordinary(folded: Folded, item: Found) -> bool:
    """Return whether what was found as a name is an ordinary word, half of one, or a place with its rank.

    Args:
        folded: the text.
        item: a name found in it.
    """
    code = item.reason.code
    if code not in _ASKED:
        return False
    w = words(folded)
    first, last = w.entries(item.start, item.end)
    first = max(first, 0)
    if first < last and counts_money(w, first, last):
        return True
    if first >= last or (_is_announced(w, first) and w.low[first - 1] != "nguoi"):
        return False
    if code == "column_header":
        return _is_no_cell(w, first, last)
    if last - first == 1 and in_program(folded, item.start, item.end):
        return True
    if code == "person_witness" and _is_plain_talk(w, first, last):
        return True
    if _is_announced(w, first):
        return False
    if is_plain(folded):
        return code in _UNSURE and is_english(folded) and _is_english_thing(w, first, last)
    if _is_heading(w, first, last) or (code in _GUESSED and _is_of_no_name(w, first, last)):
        return True
    if last - first > 1:
        return (
            code in _UNSURE
            and all(w.kind[i] == LOWER for i in range(first, last))
            and _is_covered(w, first, last)
        )
    return _opens_a_word(w, first, code) or (code in _UNSURE and _is_lower_half(w, first))


def _is_announced(w: Words, first: int) -> bool:
    """Return whether a form of address stands before a word; in "ghi chú" and "chúng tôi" there is none."""
    if first == 0 or w.gap[first] != 1 or w.low[first - 1] not in _forms():
        return False
    return first < 2 or f"{w.low[first - 2]}_{w.low[first - 1]}" not in _NOT_FORMS


def _opens_a_word(w: Words, first: int, code: str) -> bool:
    """Return whether a capitalised word and the next are an ordinary one: "Tuân thủ"; within a sentence "Hiệp hội"."""
    behind = first + 1
    if (
        w.kind[first] != TITLE
        or behind >= w.size
        or w.gap[behind] != 1
        or w.kind[behind] != LOWER
        or w.low[behind] in _BEHIND_NAMES
    ):
        return False
    pair = f"{w.low[first]}_{w.low[behind]}"
    opens = first == 0 or (w.kind[first - 1] >= NUMBER and w.text[first - 1] != ",")
    return pair in (written() if opens else institutions()) and (
        opens or code in _UNSURE or code == "person_known"
    )


def _is_lower_half(w: Words, i: int) -> bool:
    """Return whether a word in lower case is half of an ordinary one in a text that knows capitals: "nghiêm túc"."""
    return (
        w.kind[i] == LOWER
        and w.folded.memo("knows capitals", _knows_capitals)
        and (_pairs(w, i) or _pairs(w, i - 1))
    )


def _is_covered(w: Words, first: int, last: int) -> bool:
    """Return whether each word of a name in lower case is half of an ordinary one: "trí tuệ nhân tạo"."""
    return w.folded.memo("knows capitals", _knows_capitals) and all(
        _pairs(w, i) or _pairs(w, i - 1) for i in range(first, last)
    )


def _is_plain_talk(w: Words, first: int, last: int) -> bool:
    """Return whether several words in lower case without accents are each half of an ordinary one: "vi pham trinh bay"."""
    if last - first < 2 or any(w.kind[i] != LOWER or not w.text[i].isascii() for i in range(first, last)):
        return False
    pairs = [f"{w.low[i]}_{w.low[i + 1]}" in ordinary() for i in range(first, last - 1)]
    return all(before or after for before, after in zip([False, *pairs], [*pairs, False], strict=True))


def _pairs(w: Words, i: int) -> bool:
    return (
        0 <= i < w.size - 1
        and w.gap[i + 1] == 1
        and w.kind[i] == w.kind[i + 1] == LOWER
        and f"{w.low[i]}_{w.low[i + 1]}" in written()
    )


def _knows_capitals(folded: Folded) -> bool:
    """Return whether a text writes capitals where they belong: one word in thirty at least."""
    w = words(folded)
    written = sum(kind < NUMBER for kind in w.kind)
    return _ONE_IN * sum(kind in (TITLE, UPPER, MIXED) for kind in w.kind) >= written


_ONE_IN = 30


def _is_heading(w: Words, first: int, last: int) -> bool:
    """Return whether capitalised words are ordinary ones of which nobody's name is made: "Kiến Trúc", "Nhật Ký"."""
    size = last - first
    if size % 2 or any(w.kind[i] not in (TITLE, UPPER, LOWER) for i in range(first, last)):
        return False
    if (
        first > 0
        and w.gap[first] == 1
        and w.kind[first - 1] == TITLE
        and size == 2
        and _may_be_surname(w, first - 1)
    ):
        return False
    return all(_is_nobodys_pair(w.low[i], w.low[i + 1]) for i in range(first, last, 2))


def _may_be_surname(w: Words, i: int) -> bool:
    sets = name_sets(False)
    return w.low[i] in sets.sure or w.low[i] in sets.strong


def _is_nobodys_pair(one: str, two: str) -> bool:
    pair = f"{one}_{two}"
    if pair in headings():
        return True
    sets = name_sets(False)
    return pair in written() and not (
        (one in sets.middles or one in sets.sure or one in sets.strong or one in sets.weak)
        and two in sets.given
    )


def _is_of_no_name(w: Words, first: int, last: int) -> bool:
    """Return whether one word is nobody's name: "Nhẹ" in a cell; other rare ones may be ("Nhót", "Lượm")."""
    return last - first == 1 and w.low[first] in _NEVER and w.folded.memo("knows capitals", _knows_capitals)


#: Single words of cells, lists and manuals that nobody is called.
_NEVER = word_set("""
nhẹ nặng thấp nhiều ít lỗi gộp xóa xoá sửa gán lọc điếc ngứa thuốc bệnh nhai uống ăn ngủ chậm nhanh đúng sai chưa đã sẽ
hoặc nếu khi những các mỗi từng cũng vẫn được tại trong ngoài trên dưới giữa đến đấy nhõn
""")


#: What a commune, a district or a province is called first, or last in English.
_RANKS = re.compile(
    r"(?:tỉnh|thành phố|tp\.?|quận|huyện|thị xã|thị trấn|phường|xã|đặc khu|vùng|duyên hải) \w"
)
_ENGLISH_RANKS = re.compile(r".*\w (?:city|province|ward|commune|district|town|region)\Z")
#: Those that are no names without accents: "Phuong", "Huyen", "Quan" and "Xa" are.
_PLAIN_RANKS = re.compile(r"(?:thanh pho|tp\.?|thi xa|thi tran|dac khu|duyen hai) \w")


def _is_no_cell(w: Words, first: int, last: int) -> bool:
    """Return whether a cell under a head that asks for names holds a place, a heading or a term instead."""
    cell = w.folded.text[w.start[first] : w.end[last - 1]].lower()
    if _RANKS.match(cell) or _PLAIN_RANKS.match(cell) or _is_heading(w, first, last):
        return True
    if _ENGLISH_RANKS.match(cell) and w.low[first] not in FOREIGN_FIRST:  # "John Ward" is somebody
        return True
    letters = [i for i in range(first, last) if w.kind[i] < NUMBER]
    if _is_worded(w, first, last) or (
        last - first == 1
        and w.kind[first] == UPPER
        and len(w.text[first]) > 2
        and not is_syllable(w.text[first])
    ):
        return True  # "Người sử dụng lao động", "HĐLĐ"
    return bool(letters) and all(w.low[i] in PAPER_WORDS for i in letters)


def _is_worded(w: Words, first: int, last: int) -> bool:
    """Return whether a capital begins words in lower case of which at most one is no half of an ordinary one."""
    if (
        last - first < _WORDED
        or w.kind[first] != TITLE
        or any(w.kind[i] != LOWER for i in range(first + 1, last))
    ):
        return False
    pairs = [f"{w.low[i]}_{w.low[i + 1]}" in written() for i in range(first, last - 1)]
    return (
        sum(not (before or after) for before, after in zip([False, *pairs], [*pairs, False], strict=True)) < 2
    )


_WORDED = 3


def _is_english_thing(w: Words, first: int, last: int) -> bool:
    """Return whether words of an English text are elsewhere in it, or here, a thing: "the DOM", "Try", "Lazy Loading"."""
    if w.kind[first] == TITLE and w.low[first] in _OPENING:
        return True
    spoken = [i for i in range(first, last) if w.kind[i] < NUMBER]
    if not spoken:
        return False
    capitals = w.folded.memo("knows capitals", _knows_capitals)
    if capitals and all(w.kind[i] == LOWER for i in spoken):
        return True
    if last - first != 1:
        if w.low[first] in FOREIGN_FIRST:
            return False
        if w.kind[first] == LOWER and w.low[first] in _ARTICLES:
            return True
        if any(_NOUN.fullmatch(w.low[i]) is not None for i in spoken):
            return True
        things, given = w.folded.memo("english things", _english_things), name_sets(True).given
        return capitals and all(
            w.low[i] not in given and (w.low[i] in things or w.low[i] in PAPER_WORDS) for i in spoken
        )
    if w.kind[first] >= NUMBER or not capitals:
        return False
    if w.kind[first] == UPPER and w.low[first] not in _all_names() and not _stands_in_capitals(w, first):
        return True
    if first > 0 and w.gap[first] == 1 and w.low[first - 1] in _ARTICLES:
        return True
    word = w.low[first].replace("’", "'").removesuffix("'s")
    return word not in name_sets(True).given and word in w.folded.memo("english things", _english_things)


@cache
def _all_names() -> frozenset[str]:
    sets = name_sets(True)
    return frozenset((*sets.given, *sets.middles, *sets.sure, *sets.strong, *sets.weak))


def _stands_in_capitals(w: Words, i: int) -> bool:
    """Return whether a word beside it on its line is written in capitals, too: there a name may be."""
    return any(
        0 <= k < w.size and w.line[k] == w.line[i] and w.kind[k] == UPPER
        for k in range(i - _BESIDE, i + _BESIDE + 1)
        if k != i
    )


#: So many entries to either side.
_BESIDE = 3
#: Words with which English sentences and headings begin, none of them anybody's name in Viet Nam.
_OPENING = word_set("""
here there although though because while since however without within try using use see note click press open select choose make makes
making getting given these those this that then when where which what who whose why how if it its they we you our their every each all any
some more most many much only also just once again before after during until old first second last next previous never always often please
sorry maybe perhaps being been does did done should would could must might shall the do uses used using put
""")
#: Endings of English nouns that no name has.
_NOUN = re.compile(r"[a-z]{4,}ings?|[a-z]{3,}(?:tions?|ities|ments|ency|encies|ectures?|uctors?)")


def _english_things(folded: Folded) -> frozenset[str]:
    """Return the words of a text that stand behind an article or in lower case."""
    w = words(folded)
    return frozenset(
        w.low[i]
        for i in range(w.size)
        if w.kind[i] == LOWER
        or (i > 0 and w.gap[i] == 1 and w.low[i - 1] in _ARTICLES and w.kind[i] < NUMBER)
    )


@cache
def _forms() -> frozenset[str]:
    return title_words(False) | title_words(True) | KIN
