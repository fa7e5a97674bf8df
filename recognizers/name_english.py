"""Names as English papers give them: "Mr Phat", "Dear Quyen,", "Line manager: Gupta, Rohan".

Vietnamese names without accents are ordinary words to the eye, so the grammar of surnames cannot speak; the English
words around them can. Surnames and given names of any people count, in either order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.folding import Folded
from recognizers.nearby import matches_near
from recognizers.word_sets import word_set

_WORD = r"[A-ZÀ-ỸĐ][^\W\d_]*(?:['\-](?!s\b)[^\W\d_]+)*"
_PART = rf"(?:[A-ZÀ-ỸĐ]\.|{_WORD})"
_NAME = rf"{_PART}(?: {_PART}){{0,4}}"
_TITLE = r"(?:Mr|Mrs|Ms|Miss|Mdm|Madam|Mister)\b\.? "
_TITLED = re.compile(rf"(?<![\w.])(?P<clue>{_TITLE})(?P<name>{_NAME})")
_GREETED = re.compile(
    rf"(?:^|\n)[ \t>]*(?P<clue>Dear|Hi|Hello) (?:{_TITLE})?(?P<name>{_WORD}(?: {_WORD}){{0,3}})(?= ?[,!:\n])"
)
_LABELLED = re.compile(
    r"(?<!\w)(?P<clue>(?i:(?:line |project |hiring |hr )?manager|supervisor|(?:approved|prepared|reviewed|checked|verified|received|"
    r"requested|submitted|witnessed|delivered|accepted|recommended|referred|interviewed) by|reports? to|reported to|attn|attention|"
    r"referee|interviewer|interviewee|contact person|parent|parent/guardian))"
    rf" ?:[ \t]{{0,4}}(?:{_TITLE})?(?P<name>{_WORD}, {_NAME}|{_PART}(?: {_PART}){{1,4}})(?=[ \t]*(?:[,;.(\n\-|]|  |$))"
)
#: A surname in front, parted by a comma, behind a label of names.
_SURNAME_FIRST = re.compile(
    rf"(?:^|[\n|;]|  )[ \-•*\d.]*(?P<clue>(?i:(?:full |patient |student |employee |passenger |guest |customer )?name)) ?: {{0,4}}"
    rf"(?P<name>{_WORD}, {_WORD}(?: {_WORD}){{0,2}})(?=[ \t]*(?:[;.(\n]|  |$))"
)
#: Not people: whom letters greet in general, and the words of offices and firms.
_OTHERS = word_set("""
sir sirs madam madams all team everyone colleagues colleague customer customers friends friend guest guests parents students
student valued partner partners ladies gentlemen hr hiring manager director department dept office company co ltd jsc inc llc
corp corporation limited bank group university college school hospital hotel ministry embassy consulate committee center
centre agency authority branch unit division section yes no none na tbd general human resources finance accounting sales
marketing chairman president chief admin administrator reception service services board vietnam hanoi the word excel
international trading logistics foods travel purchasing procurement legal audit world
""")
#: Words of which each such name needs one.
_NEEDED = (
    (_TITLED, ("mr", "ms ", "ms.", "miss", "mdm", "madam", "mister")),
    (_GREETED, ("dear", "hi ", "hello")),
    (
        _LABELLED,
        (
            *(
                "manager",
                "supervisor",
                " by",
                "report",
                "attn",
                "attention",
                "referee",
                "interviewe",
                "contact person",
            ),
            "parent",
        ),
    ),
    (_SURNAME_FIRST, ("name",)),
)


def english_names(folded: Folded) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, what announces it) of the names in ``folded.text``."""
    for pattern, needed in _NEEDED:
        for match in matches_near(pattern, folded.text, needed, folded.key):
            start, end = match.span("name")
            words = match["name"].replace(",", " ").split()
            others = [word for word in words if word.strip(".").lower() in _OTHERS]
            if others and (pattern is not _TITLED or words[0] in others):
                continue
            if others:
                end = start + match["name"].index(f" {others[0]}")
            yield start, end, match["clue"].strip(" .")
