"""What English papers write in capitals is taken off the names read in them.

"General Public License", "Your Social Insurance Book", "Sun Microsystems, Inc." and (the "Loan") look like names of
people to a grammar of names; the words themselves, the form of a company behind them and the quotation marks of a
defined term say that they are none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from recognizers.english_words import PAPER_WORDS
from recognizers.foreign_names import FOREIGN_FIRST
from recognizers.name_surroundings import NameSpan
from recognizers.names import name_sets
from recognizers.names_in_print import is_printed
from recognizers.organisation_words import BRANDS
from recognizers.syllables import is_syllable
from recognizers.word_sets import word_set
from recognizers.words import LOWER, NUMBER, Words, is_plain

#: Forms of companies that no Vietnamese word is spelled like.
_FORMS = word_set("inc incorporated ltd limited llc llp corp corporation jsc gmbh pty plc pte pvt bhd")
_QUOTES = {'"': '"', "“": "”", "'": "'", "‘": "’", "„": "”"}
#: Labels whose first word stands in capitals right behind a name: "Trầm Văn Lượm Giấy tờ tùy thân: …".
_LABELS = frozenset(
    (
        "giấy tờ",
        "điện thoại",
        "quốc tịch",
        "dân tộc",
        "sinh ngày",
        "sinh năm",
        "ngày sinh",
        "năm sinh",
        "địa chỉ",
        "nơi ở",
        "chức vụ",
        "nghề nghiệp",
    )
)
#: Whose something is, as English says it; the first is a given name as well.
_OWNERS = frozenset(("my", "your", "our", "his", "their", "on", "in"))
#: What follows there though Vietnamese spells a syllable so.
_OWNED = word_set("mom mum dad son sons boss cat dog van phone bag room on team hotel home name my")
_TITLES = frozenset(("ms", "mrs", "miss", "mr", "dear"))
#: Codes of names that somebody's label or title announces: their own words are not asked.
_ANNOUNCED = frozenset({"person_label", "person_title", "person_known"})


def trimmed(w: Words, spans: Sequence[NameSpan]) -> list[NameSpan]:
    """Return the names of a text without words of English papers at their ends, and without companies and terms."""
    kept = []
    sets = name_sets(is_plain(w.folded))
    surnames = sets.sure | sets.strong
    for span in spans:
        if is_company(w, span.last) or is_term(w, span.first, span.last) or _is_thing(w, span):
            continue
        if is_printed(w, span) or (span.code not in _ANNOUNCED and is_owned(w, span.first)):
            continue
        first, last = span.first, span.last
        if w.low[first] in BRANDS:
            first += 1  # a branch ("Agribank Ba Vì"), unless a surname follows: then the bank of an account's owner
            if last - first < 2 or w.low[first] not in surnames:
                continue
        while last > first and w.low[last - 1] in PAPER_WORDS:
            last -= 1
        while first < last and w.low[first] in PAPER_WORDS:
            first += 1
        if last - first > 1 and last < w.size and f"{w.low[last - 1]} {w.low[last]}" in _LABELS:
            last -= 1
        if first == last:
            if span.code not in _ANNOUNCED:
                continue
            first, last = span.first, span.last
        elif first == span.first and w.low[first] in FOREIGN_FIRST and last - first == 1:
            last = span.last  # "Mark Brand"
        elif (last - first) == 1 < span.last - span.first and span.code not in _ANNOUNCED:
            continue  # one word left over: "Lesser General", "Magick Studio"
        kept.append(
            span if (first, last) == (span.first, span.last) else replace(span, first=first, last=last)
        )
    return kept


def is_company(w: Words, after: int) -> bool:
    """Return whether the form of a company stands at entry ``after``, with or without a comma: ", Inc."."""
    if after < w.size and w.text[after] == "," and w.gap[after] == 0:
        after += 1
    return after < w.size and w.low[after] in _FORMS and w.kind[after] not in (LOWER, NUMBER)


def is_owned(w: Words, first: int) -> bool:
    """Return whether English words begin at an entry, "My suitcase", "My Lesson Planner", and no name: "My Linh"."""
    after = first + 1
    return (
        w.low[first] in _OWNERS
        and after < w.size
        and w.gap[after] == 1
        and w.text[after].isascii()
        and w.text[after].isalpha()
        and (not is_syllable(w.text[after]) or (w.low[after] in _OWNED and not _calls_somebody(w, after)))
        and (first == 0 or w.low[first - 1].rstrip(".") not in _TITLES)
    )


def _calls_somebody(w: Words, i: int) -> bool:
    """Return whether a word may be the second of a name that is written without accents: "My Van", "My Son"."""
    return w.kind[i] != LOWER and w.low[i] in name_sets(True).given


def _is_thing(w: Words, span: NameSpan) -> bool:
    """Return whether the article stands before a word no Vietnamese is called by: "The Chromium"."""
    second = span.first + 1
    return span.last > second and w.text[span.first] == "The" and not is_syllable(w.text[second])


def is_term(w: Words, first: int, last: int) -> bool:
    """Return whether ``[first:last)`` is a term a paper defines: (the "Loan"), "Goods" means …."""
    if first == 0 or last >= w.size or _QUOTES.get(w.text[first - 1]) != w.text[last]:
        return False
    before = w.low[first - 2] if first > 1 else ""
    after = w.low[last + 1] if last + 1 < w.size else ""
    if after in ("means", "mean", "shall", "refers", "is"):
        return True
    return before in ("the", "a", "an", "(", "as", "each", "or") and after in (")", ",", ";", "or")
