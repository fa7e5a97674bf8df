"""Homes that an English sentence announces: "She lives at Apt 2204 Tower C, 179 Vo Nguyen Giap", "lives in Hamlet Tra Kha".

A verb of living or a label of homes says that an address follows: a row of numbers, words in capitals and words of
houses, as far as it goes. It needs a number or a hamlet; a town alone is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.english_words import is_english
from recognizers.folding import Folded
from recognizers.nearby import matches_near

_CLUE = re.compile(
    r"(?<![a-z])(?:(?:live|lives|lived|living|reside|resides|resided|residing|stay|stays|staying|stayed|rents?|renting|domiciled|"
    r"born and living|permanently|temporarily|currently|moved|moving|(?:flat|house|home|apartment|villa|guesthouse|condo|studio|address|place)"
    r"(?: (?:is|was))?)[ ](?:(?:now|alone|together|temporarily|currently|still|with [a-z ]{2,24}|located) )?(?:at|in|to)"
    r"|(?:home |house |current |permanent |temporary |mailing |postal |delivery |shipping |residential )?(?<!business )(?<!company )(?<!office )(?<!registered )(?<!email )(?<!mail )(?<!ip )(?<!mac )(?<!web )address(?: (?:is|for [a-z ]{2,20}))?:?"
    r"|(?:deliver(?:ed|y)?|ship|send it|courier it|drop it|drop[ \-]?off|drop)(?: (?:to|at|from|it to|them to))?:?"
    r"|(?:premises|residence|place of residence|permanent residence|temporary residence|of|house|flat|home):|c/o [a-z .]{2,40},|, of)[ ]"
)
_CLUE_WORDS = (
    *(
        "live",
        "living",
        "resid",
        "stay",
        "rent",
        "registered ",
        "domicil",
        "perman",
        "tempor",
        "current",
        "mov",
        "address",
        "deliver",
    ),
    *(
        "ship",
        "send it",
        "courier",
        "drop",
        "pick",
        "premises",
        ", of ",
        " of:",
        "c/o ",
        "house",
        "flat",
        "home",
        "apartment",
        "villa ",
        "room ",
    ),
    *("guesthouse", "condo", "studio", "place "),
)
_UNIT = (
    r"(?:apartment|apt\.?|flat|unit|room|rm\.?|house|villa|tower|block|blk|building|bldg|floor|level|lot|alley|lane|hem|ngo|street|str\.?|st\.?|"
    r"road|rd\.?|avenue|ave\.?|boulevard|blvd|ward|district|dist\.?|hamlet|village|commune|township|quarter|group|residential|"
    r"area|zone|dorm|dormitory|no\.?|number|province|city|town|highway|condo|penthouse|shophouse|townhouse|residence|estate|park|cluster)"
)
_NUMBER = r"(?:[A-Z]{0,3}\d{1,5}(?:st|nd|rd|th)?[A-Z]?(?:[./\-][A-Z]?\d{1,5}[A-Z]?){0,4}|[A-Z]\b)"
_WORD = rf"(?:{_NUMBER}|[A-ZÀ-ỸĐ][^\W\d_]+(?:['’][^\W\d_]+)?|(?i:{_UNIT}))"
#: A row: words and numbers, commas and dashes between.
_ROW = re.compile(rf"{_WORD}(?:(?:,? | ?- |, ?)(?![A-Z][a-z]+ ?:){_WORD}){{1,22}}(?![\w@])")
#: A flat or a house by its number, which needs no more than what lies outside of it.
_FLAT = re.compile(
    r"(?<![\w/])(?:apartment|apt\.?|flat|villa|house|penthouse|condo)(?: (?:no\.?|number))? ?[a-z]{0,2}\d[\w.\-/]{0,8}(?=[ ,])"
)
_FLAT_WORDS = ("apartment", "apt", "flat", "villa", "house", "condo")
_OUTSIDE = re.compile(
    r"[^.;:\n]{0,40}?(?:(?<![a-z])(?:floor|tower|block|building|street|road|st|alley|lane|ward|district|highway|vinhomes|masteri|avenue)(?![a-z])|, \d{1,4}[a-z]? [a-z])"
)
_REACH = 70
#: Finer than a town: a number, a hamlet.
_FINE = re.compile(r"\d|(?<![a-z])(?:hamlet|village|commune|quarter|alley|lane)(?![a-z])")
#: A house on a street, a flat, a lot: what makes a row of words an address.
_HOUSE = re.compile(
    rf"(?<![\w.,])(?:no\. ?)?\d{{1,5}}[a-z]?(?:[/\-]\d{{1,4}}[a-z]?)*,? (?:{_UNIT} (?:no\.? ?)?\d{{1,4}}(?:/\d{{1,4}})*,? )?[a-z]{{2,}}"
    r"|(?<![a-z])(?:apartment|apt|flat|unit|room|house|villa|tower|block|floor|lot|dorm|hamlet|village|alley|lane|street|ward|"
    r"commune|quarter|penthouse)s?(?:\.| no\.?)? ?(?:[a-z]{0,2}\d|[a-z]{2,})|\d(?:st|nd|rd|th) floor"
)
#: Who is to be found there, before the address.
_NAMED = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr)\.? [A-Z][a-z]+(?: [A-Z][a-z]+){0,4}(?:, | - )")
_LEAST_GAPS = 2
_NO_HOME = re.compile(
    r"(?<![a-z])(?:warehouse|gate|port|industrial|factory|star|usd|vnd|eur|court|hall|company|hotel|office|terminal|airport|station|"
    r"restaurant|cafe|coffee|bank|embassy|consulate|ltd|jsc|department|meeting|lesson|chapter|page|version|mm|cm|kg)(?![a-z])"
)
#: Words in capitals that begin the next sentence or another field.
_NEXT = re.compile(
    r"[,.]? (?:He|She|I|We|They|His|Her|My|Please|Call|Tel|Phone|Mobile|Email|Since|From|Until|And|But|Mr|Mrs|Ms|Dr|ID|Passport|DOB|Born|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|At|In|For|With|Leave|Gate|Opposite|Near)(?!\w)|\. The "
)


def announced_addresses(folded: Folded) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the homes announced in ``folded.text``, if it is English."""
    if not is_english(folded):
        return
    text, key = folded.text, folded.key
    starts = [clue.end() for clue in matches_near(_CLUE, key, _CLUE_WORDS)]
    starts += [
        flat.start()
        for flat in matches_near(_FLAT, key, _FLAT_WORDS)
        if _OUTSIDE.search(key, flat.end(), flat.end() + _REACH)
    ]
    for start in starts:
        named = _NAMED.match(text, start)
        row = _ROW.match(text, start if named is None else named.end())
        if row is None:
            continue
        stop = _NEXT.search(text, row.start(), row.end())
        end = row.end() if stop is None else stop.start()
        if (
            _FINE.search(key, row.start(), end)
            and _HOUSE.search(key, row.start(), end)
            and _NO_HOME.search(key, row.start(), end) is None
            and text.count(" ", row.start(), end) >= _LEAST_GAPS
        ):
            yield row.start(), end
