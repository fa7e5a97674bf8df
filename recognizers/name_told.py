"""Names told in English sentences: "her classmate Gia Han", "I, Fergus Byrne, of …", "Khoi's mother".

A capital alone says little in English; what is told of a person (family, acquaintance, a statement, a birth) says who
is meant. Known places, words of papers and companies are left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from recognizers.english_words import PAPER_WORDS
from recognizers.folding import Folded, key_of
from recognizers.foreign_names import FOREIGN_FIRST
from recognizers.gazetteer import DISTRICT, PROVINCE, SHORT_PROVINCES, gazetteer
from recognizers.name_words import ENGLISH_WORDS
from recognizers.names import GIVEN_NAMES, STRONG_SURNAMES
from recognizers.nearby import matches_near
from recognizers.word_sets import word_set

_WORD = r"[A-ZÀ-ỸĐ][^\W\d_]*(?:['’\-](?!s\b)[^\W\d_]+)*"
_PART = (
    rf"(?:[A-ZÀ-ỸĐ]\.|(?:(?:de|van|der|den|von|da|dos|bin|binti|al|el|la|di|le|du|del|ter) ){{0,2}}{_WORD})"
)
#: One word or more, and two words or more.
_ANY = rf"(?P<name>{_PART}(?: {_PART}){{0,4}})"
_FULL = rf"(?P<name>{_PART}(?: {_PART}){{1,4}})"
_KIN = (
    "husband|wife|spouse|son|daughter|child|father|mother|mum|dad|parents?|brother|sister|sibling|grandfather|grandmother|grandson|"
    "granddaughter|uncle|aunt|cousin|nephew|niece|fianc[eé]e?|boyfriend|girlfriend|colleague|co-worker|coworker|classmate|roommate|"
    "flatmate|friend|nanny|maid|housekeeper|driver|tenant|landlord|landlady|neighbou?r|teacher|tutor|pupil|student|patient|"
    "supervisor|line manager|boss|baby|twins?"
)
_ROLES = (
    "signed(?: by)?|lessee|lessor|borrower|lender|guarantor|tenant|landlord|landlady|approver|reviewer|preparer|requester|"
    "reported by|emergency contact|next of kin|beneficiary|insured(?: person)?|policy ?holder|claimant|witness(?:es)?|deponent|"
    "patient|child|pupil|student|passenger|guest|account (?:name|holder)|card ?holder|applicant|employee|guardian|spouse|"
    "father|mother|undersigned|complainant|victim|driver|contact"
)
_VERBS = (
    "told|said|says|asked|explained|explains|wrote|writes|phoned|emailed|resigned|slipped|cried|vomited|fainted|lives|"
    "was born|is allergic|is married|studied|graduated|apologi[sz]ed|complained|suffers|speaks|teaches|works as"
)
#: Before and behind words that are names if they are known for nothing else (patterns with a group "known").
_REACHED = (
    "contact|call|ask|tell|text|e-?mail|phone|ring|notify|remind|thank|invite|pay|visit|visited|met|met with|meet|meet with|"
    "meeting with|spoke to|spoke with|speak to|speak with|talk to|talked to|talk with|saw|on behalf of|according to|"
    "replaced by|approved by|prepared by|checked by|handed to|given to|given by|assigned to|sent by|paid by|ordered by|"
    "booked by|reported by|keys? to|c/o|cc|attn|hand over to|lent to|borrowed from|received from|collected from|collected by"
)
_DOES = (
    "will|is|was|has|can|could|would|called|sent|paid|left|came|arrived|agreed|confirmed|promised|wants|wanted|needs|needed|"
    "forgot|brought|took|gave|signed|moved|works|joined|quit|cannot|can't|didn't|doesn't|hasn't|won't|isn't|wasn't"
)
_VERB_WORDS = (*(f" {verb.replace('[sz]ed', '')}" for verb in _VERBS.split("|")), " once ")
_ROLE_WORDS = ("signed", "lessee", "lessor", "borrower", "lender", "guarantor", "tenant", "landlord", "landlady", "approver",
    "reviewer", "preparer", "requester", "reported by", "contact", "next of kin", "beneficiary", "insured", "holder",
    "claimant", "witness", "deponent", "patient", "child", "pupil", "student", "passenger", "guest", "account name",
    "applicant", "employee", "guardian", "spouse", "father", "mother", "undersigned", "complainant", "victim", "driver")  # fmt: skip
#: Words of which each such sentence holds one, and its pattern.
_PATTERNS = tuple(
    (needed, re.compile(pattern))
    for needed, pattern in (
        (
            ("my ", "his ", "her ", "their ", "your ", "our "),
            rf"(?<!\w)(?P<clue>(?:[Mm]y|[Hh]is|[Hh]er|[Tt]heir|[Yy]our|[Oo]ur) (?:(?:late|eldest|elder|younger|older|"
            rf"youngest|ex-?|former|best|first|second) ?)?(?:{_KIN}))(?:,| named| called)? (?:Mrs?\.? |Ms\.? |Dr\.? )?{_ANY}"
            r"(?! (?:&|and [A-Z]\w+ [A-Z]))",
        ),
        (
            ("i, ",),
            rf"(?:^|[\n.;:] ?)(?P<clue>I, )(?:the undersigned,? )?(?:Mrs?\.? |Ms\.? )?{_FULL}(?=[,;(]| (?:of|born|holder|hereby|do|being) )",
        ),
        (
            ("known ", "taught ", "supervised ", "treated ", "examined "),
            rf"(?<!\w)(?P<clue>(?:have|has|had|I) (?:known|taught|supervised|treated|examined)) {_ANY}(?=[.,;]| (?:since|for|in|as|at|from|"
            r"over|during|when|through|well)\b)",
        ),
        (
            (" with ",),
            rf"(?<!\w)(?P<clue>(?:worked|work|living|lived|travel(?:l?ing|led)?) with) {_FULL}(?=[.,;]| (?:since|for|in|at|from|to)\b)",
        ),
        (
            (
                "statement",
                "testimony of",
                "marriage to",
                "married to",
                "divorced from",
                "engaged to",
                "custody of",
                "death of",
                "birth of",
                "in the name of",
            ),
            rf"(?<!\w)(?P<clue>[Ss]tatements? of|[Tt]estimony of|[Mm]arriage to|[Mm]arried to|[Dd]ivorced from|[Ee]ngaged to|"
            rf"[Cc]ustody of|[Dd]eath of|[Bb]irth of|in the name of) (?:Mrs?\.? |Ms\.? )?{_FULL}",
        ),
        (
            ("certif", "issued to", "awarded to", "granted to"),
            rf"(?<!\w)(?P<clue>certif(?:y|ies|ied) that|[Ii]ssued to|awarded to|granted to) (?:Mrs?\.? |Ms\.? )?{_FULL}"
            r"(?=,? (?:has|is|was|holder|holding|born|who|with|date|passport|ID|currently)\b|,|\n)",
        ),
        (
            _VERB_WORDS,
            rf"(?<!\w){_ANY} (?P<clue>(?:once )?(?:{_VERBS}))(?!\w)",
        ),
        (
            ("'s ", "’s "),
            rf"(?<!\w){_ANY}(?P<clue>['’]s (?:{_KIN}|passport|salary|birthday|illness|medication|application|transcript|visa))(?!\w)",
        ),
        (
            (
                ", a ",
                ", an ",
                ", holder of",
                ", holding",
                ", born ",
                ", residing",
                ", resident at",
                ", aged ",
            ),
            rf"(?<!\w){_FULL}(?P<clue>, (?:an? (?:citizen|national|resident) of|an? [A-Z][a-z]+ (?:citizen|national)|holder of|"
            r"holding|born (?:on|in)|residing|resident at|aged \d))",
        ),
        (
            ("regards", "sincerely", "faithfully", "truly", "wishes", "cheers", "thanks", "respectfully"),
            rf"(?P<clue>(?:[Rr]egards|[Ss]incerely(?: yours)?|[Ff]aithfully|[Tt]ruly|[Ww]ishes|[Cc]heers|[Tt]hanks|[Rr]espectfully(?: "
            rf"yours)?),?)[ \t]*\n{{1,3}}[ \t]*{_ANY}[ \t]*(?=\n|\Z)",
        ),
        (
            _ROLE_WORDS,
            rf"(?:^|[\n;|]|  )[ \-•*\d.)]{{0,6}}(?P<clue>(?i:{_ROLES})) ?:[ \t]{{0,4}}(?:1[.)] ?)?(?:Mrs?\.? |Ms\.? |Dr\.? )?{_FULL}"
            r"(?=[ \t]*(?:[,;.(\n\-–|]|  |$))",
        ),
        (
            tuple(f"{words.replace('-?', '').replace('?', '')} " for words in _REACHED.split("|")),
            rf"(?<!\w)(?P<known>)(?P<clue>(?i:{_REACHED})):? (?:Mrs?\.? |Ms\.? )?{_ANY}(?=[.,;:!?)\"\n]|\Z| (?:for|about|at|on|in|to|and|or|"
            r"but|before|after|yesterday|today|tomorrow|tonight|last|this|next|when|if|by|from|regarding|immediately|again|"
            r"first|via|who|whose|because|with|directly|please)\b)",
        ),
        (
            tuple(f" {words} " for words in _DOES.split("|")),
            rf"(?<!\w)(?P<known>){_ANY} (?P<clue>{_DOES})(?!\w)",
        ),
        (
            ("witness", "guest", "passenger", "attendee"),
            rf"(?:(?i:witness(?:es)?|guests?|passengers?|attendees)) ?: ?1[.)] ?[^\n]{{3,40}}?(?P<clue>2[.)]) ?{_FULL}(?=[ \t]*(?:[,;.(\n]|$))",
        ),
    )
)
_SAID = frozenset(_VERBS.replace("[sz]", "s").split("|"))
#: What stands in capitals in such places and is nobody.
_OTHERS = word_set("""
i he she they we you it who what which how god lord monday tuesday wednesday thursday friday saturday sunday january february
march april may june july august september october november december mekong asia asian europe america american english french
vietnamese chinese korean japanese german british the this that all none na nil self seafood foods textile textiles garment
furniture steel hr it ceo cfo sir madam mr mrs ms dr prof captain delta university google facebook zalo grab vinamilk
""")
#: Names that are English words where they begin a sentence.
_ENGLISH_TOO = word_set(
    "an so to do long son can may hang van tin bay the tan pan ban den dung ham hue tet tax no lie sang chi"
)
#: A name at the end of a letter stands so many lines below the greeting at most.
_BELOW = 3


def told_names(folded: Folded) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, what announces it) of the names in ``folded.text``."""
    text = folded.text
    for needed, pattern in _PATTERNS:
        for match in matches_near(pattern, text, needed, folded.key, below=_BELOW):
            start, end = match.span("name")
            clue = match["clue"].removeprefix("once ")
            if (
                _is_person(match["name"], strict=clue in _SAID)
                and ("known" not in pattern.groupindex or _is_known(match["name"]))
                and not _COMPANY.match(text, end)
            ):
                yield start, end, match["clue"].strip(" .,:")


_COMPANY = re.compile(
    r",? (?:Co\b|Ltd|Limited|JSC|Inc|LLC|Corp|GmbH|Pty|PLC|Group|Company|Joint|University|School|Hospital)| &"
)


def _is_person(name: str, *, strict: bool) -> bool:
    """Return whether words may be a name; one word alone has to be known for one if ``strict``."""
    lows = [word.strip(".").lower() for word in name.split()]
    if any(low in _OTHERS or low in PAPER_WORDS or low in ENGLISH_WORDS for low in lows):
        return False
    low = " ".join(lows)
    key = key_of(low)
    if key in SHORT_PROVINCES or gazetteer().levels(low, key) & (PROVINCE | DISTRICT):
        return False
    return len(lows) > 1 or not strict or low in FOREIGN_FIRST or low in GIVEN_NAMES or key in _given_keys()


def _is_known(name: str) -> bool:
    """Return whether words are known for names and no English ones; more than two begin with a surname."""
    lows = name.lower().split()
    if (len(lows) > 2 and key_of(lows[0]) not in _surname_keys()) or {lows[0], lows[-1]} & _ENGLISH_TOO:
        return False
    return all(low in FOREIGN_FIRST or low in GIVEN_NAMES or key_of(low) in _given_keys() for low in lows)


@cache
def _surname_keys() -> frozenset[str]:
    return frozenset(key_of(surname) for surname in STRONG_SURNAMES)


@cache
def _given_keys() -> frozenset[str]:
    return frozenset(key_of(given) for given in GIVEN_NAMES)
