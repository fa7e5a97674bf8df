"""Names as English papers give them: "Mr Phat", "Dear Quyen,", "Line manager: Gupta, Rohan".

Vietnamese names without accents are ordinary words to the eye, so the grammar of surnames cannot speak; the English
words around them can. Surnames and given names of any people count, in either order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.english_words import PAPER_WORDS
from recognizers.folding import Folded
from recognizers.foreign_names import FOREIGN_FIRST, FOREIGN_THINGS
from recognizers.nearby import matches_near
from recognizers.syllables import is_syllable
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
#: "I am Aparna Deshmukh, Lotusmiles no. …", "I, the undersigned, Trinh Minh Duc, …".
_INTRODUCED = re.compile(
    rf"(?<!\w)(?P<clue>I am|I[’']m|[Mm]y name is|[Tt]he undersigned,?|I,) (?:{_TITLE})?"
    rf"(?P<name>{_PART}(?: {_PART}){{1,4}})(?=[,;.(\n]| \(| (?:from|of|born|and|with|at|residing|holder|holding|hereby)\b|[ \t]*\Z)"
)
#: "Cardholder CATHERINE M. LE, card 4386 …", "the passenger Harriet Osgood (seat 12A)".
_HOLDER = re.compile(
    r"(?<!\w)(?P<clue>(?i:card ?holder|account holder|policy ?holder|passenger|guest|tenant|patient|student|employee|applicant|"
    r"borrower|lessee|insured|claimant|donor|subscriber|beneficiary|nominee|witness|complainant|resident)) "
    rf"(?P<name>{_PART}(?: {_PART}){{1,4}})(?=[,;(\n|]|\.(?!\w)| \(| (?:has|had|is|was|will|of|from|aged|born|card|passport|account)\b|[ \t]*\Z)"
)
#: What somebody is rather than is called.
_IS_FROM = re.compile(
    r"(?:ese|ish|merican|stralian|anadian|indian|russian|korean|german|french|dutch|swiss|thai|lao)\Z"
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
    (_INTRODUCED, ("i am ", "i'm ", "i’m ", "my name is", "undersigned", "i, ")),
    (
        _HOLDER,
        (
            *(
                "holder",
                "passenger",
                "guest",
                "tenant",
                "patient",
                "student",
                "employee",
                "applicant",
                "borrower",
                "lessee",
            ),
            *(
                "insured",
                "claimant",
                "donor",
                "subscriber",
                "beneficiary",
                "nominee",
                "witness",
                "complainant",
                "resident",
            ),
        ),
    ),
)


def english_names(folded: Folded) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, what announces it) of the names in ``folded.text``."""
    for pattern, needed in _NEEDED:
        for match in matches_near(pattern, folded.text, needed, folded.key):
            start, end = match.span("name")
            words = match["name"].replace(",", " ").split()
            others = [word for word in words if word.strip(".").lower() in _OTHERS]
            if pattern in (_INTRODUCED, _HOLDER) and not _may_be_named(match, words):
                continue
            if others and (pattern is not _TITLED or words[0] in others):
                continue
            if others:
                end = start + match["name"].index(f" {others[0]}")
            yield start, end, match["clue"].strip(" .")


def _may_be_named(match: re.Match[str], words: list[str]) -> bool:
    """Whether words behind "I am" or "passenger" can be a name: headings and titles stand there, too."""
    low = [word.strip(".").lower() for word in words]
    if any(word in PAPER_WORDS or word in _OTHERS or word in FOREIGN_THINGS for word in low):
        return False
    if _IS_FROM.search(low[0]) or _IS_FROM.search(low[-1]):
        return False
    clue, name = match["clue"], match["name"]
    if match.re is _INTRODUCED or clue.islower():
        return not name.isupper() or not clue.isupper() or clue == "I,"
    if name.isupper() and not clue.isupper():
        return True
    return any(len(word) == 1 or word in FOREIGN_FIRST for word in low) or all(map(is_syllable, low))
