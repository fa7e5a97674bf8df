"""The tagger's reading beside that of the rules: it adds what they missed and takes back what only they see.

Rules say why; the tagger says how likely. Neither alone is enough: a rule that fits by chance is recognised by everything
around it, and a paper that no rule foresaw still reads like others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from recognizers.base import Found, VnRecognizer
from recognizers.english_words import PAPER_WORDS, is_english
from recognizers.entities import EntityType
from recognizers.folding import BORDER, Folded
from recognizers.fragments import in_link
from recognizers.name_compounds import compounds, ordinary
from recognizers.name_recalled import KIN
from recognizers.name_trims import is_owned, is_term
from recognizers.name_words import TALK, title_words
from recognizers.ordinary_names import counts_money, ends_an_amount
from recognizers.organisation_words import BRANDS
from recognizers.other_languages import lines_otherwise
from recognizers.person import POSSESSIVE
from recognizers.resolve import resolve
from recognizers.results import Reason
from recognizers.second_judgement import SURE, Judgement
from recognizers.tagged_forms import has_no_such_form
from recognizers.tagger import Tagger, Tags, taggers, tags
from recognizers.tiers import Tier
from recognizers.words import BREAK, LOWER, NUMBER, TITLE, UPPER, Words, is_plain, words

#: As sure as this the tagger has to be of one word of a finding of its own, less of a name, and as sure of every other …
_ENOUGH, _ENOUGH_NAME, _BESIDE = 0.5, 0.2, 0.1
#: … of what is told of somebody surer: where it begins and ends is never quite sure.
_ENOUGH_TOLD = 0.8
_TOLD = frozenset(
    EntityType(name)
    for name in [
        "AGE",
        "BIOMETRIC",
        "CRIMINAL_RECORD",
        "DEBT",
        "ETHNICITY",
        "FAMILY_RELATION",
        "GENDER",
        "GRADES",
        "HEALTH_INFO",
        "INCOME",
        "ISSUE_AUTHORITY",
        "ISSUE_DATE",
        "MARITAL_STATUS",
        "NATIONALITY",
        "PARTY_MEMBERSHIP",
        "PLACE_OF_BIRTH",
        "PRIVATE_LIFE",
        "RELIGION",
    ]
)
#: Of these a part that others leave is little by itself (one value lost its end for a hundred letters of nobody's on papers kept
#: aside; before another finding it is as often its beginning); of a name or number it is half of it.
_RESTS, _REST = _TOLD | {EntityType.VN_ADDRESS}, 0.3
#: What it leaves to rules: these are known by their form alone, or look like any other number.
_LEFT_TO_RULES = frozenset(
    EntityType(name)
    for name in [
        "BANK_CARD",
        "EMAIL",
        "E_WALLET",
        "GEO_LOCATION",
        "IMEI",
        "IP_ADDRESS",
        "MAC_ADDRESS",
        "STUDENT_ID",
    ]
)
#: What stands inside a link or a file's path; its other words and numbers are folders and keys of programs.
_IN_LINKS = frozenset(
    (EntityType.SOCIAL_ACCOUNT, EntityType.PERSON, EntityType.VN_PHONE, EntityType.VN_PERSONAL_ID)
)
#: … and of a word of a name that was found elsewhere in the text.
_ECHO = 0.05
#: White space before a word that begins another column: two signatures side by side are two names.
_COLUMN = 2
#: Behind these a sentence begins.
_ENDS = frozenset("\n.!?–-•")
#: In English, of which it has read less, only what is surest counts of these: manuals are full of words it does not know;
#: in lines of other languages, of which it has read nothing, only what is surest of anything.
_SURE_IN_ENGLISH = 0.98
_UNSURE_IN_ENGLISH = _TOLD | {EntityType.CREDENTIAL, EntityType.SOCIAL_ACCOUNT}
#: Letters and digits that it has learnt from; of other scripts it can say nothing.
_KNOWN = re.compile("[0-9A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
#: Of these the digits tell something; the words around them may stay.
_OF_DIGITS = frozenset(
    EntityType(name)
    for name in [
        "VN_PERSONAL_ID",
        "VN_CMND",
        "VN_PHONE",
        "VN_BANK_ACCOUNT",
        "BANK_CARD",
        "VN_TAX_CODE",
        "VN_BHXH",
        "DATE_OF_BIRTH",
        "ISSUE_DATE",
        "IMEI",
    ]
)
#: Codes of letters and numbers that marks part.
_CODES = frozenset(
    EntityType(name)
    for name in [
        "CIVIL_DOC_NO",
        "CREDENTIAL",
        "EMPLOYEE_ID",
        "MEDICAL_RECORD_NO",
        "MILITARY_ID",
        "VN_DRIVER_LICENSE",
        "VN_ENGINE_NO",
        "VN_HOUSEHOLD_NO",
        "VN_LAND_BOOK_NO",
        "VN_LAND_CERT",
        "VN_PASSPORT",
        "VN_PLATE",
        "VN_VIN",
    ]
)
_IN_CODES = frozenset("-./")
#: In a text or cell of fewer words in lower case, and fewer words, it does not speak: most cells are labels, goods, firms
#: and places, and columns say more of them.
_SENTENCE, _MANY = 4, 12
#: With fewer words too little stands around them for it to take anything back, or to add what it is not sure of.
_SHORT = 30


class SecondReading(Judgement):
    """What the tagger says of one text in which rules have found something.

    Args:
        folded: the text.
        found: what rules found in it, without overlaps.
        readers: the taggers that read it.
    """

    def __init__(self, folded: Folded, found: Sequence[Found], readers: Sequence[Tagger]) -> None:
        w = words(folded)
        self._silent, short = _lines_with_little(folded, w)
        super().__init__(w, tags(folded, found, readers), short)

    def added(self) -> Iterator[Found]:
        """Yield what the tagger finds, also where rules found the same."""
        return _own(self._words, self._read, self._silent, self._short)

    def added_to(self, found: Sequence[Found]) -> list[Found]:
        """Return findings with those of the tagger, resolved.

        A word in lower case beside a name is no part of it, nor is a form of address that opens a sentence before one. What
        is left of one of its own behind another finding goes if it is likely nothing: "đêm" behind "sốt xuất huyết".
        """
        text = self._words.folded.text
        resolved = resolve((*found, *self.added()), text)
        together = [
            item
            for n, item in enumerate(resolved)
            if not (n and self._is_unlikely_rest(item) and _is_behind(resolved[n - 1], item, text))
        ]
        return [
            item
            for n, item in enumerate(together)
            if not (
                self._may_stay(item)
                and any(
                    other.entity_type is EntityType.PERSON
                    and text[min(item.end, other.end) : max(item.start, other.start)].isspace()
                    for other in together[max(0, n - 1) : n + 2]
                    if other is not item
                )
            )
        ]

    def echoes(self, names: Sequence[Found]) -> Iterator[Found]:
        """Yield words of names found elsewhere in the text that may well be somebody here, too.

        What is surely a name in one line needs little to be one in the next.
        """
        w, read = self._words, self._read
        parts: set[str] = set()
        ends: set[str] = set()
        for name in names:
            first, last = w.entries(name.start, name.end)
            parts.update(w.low[max(first, 0) : last])
            ends.add(w.low[last - 1])

        def may_be(i: int) -> bool:
            return (
                read.kind[i] == EntityType.PERSON
                and read.personal[i] >= _ECHO
                and w.kind[i] < BREAK
                and w.low[i] in parts
                and w.line[i] not in self._silent
            )

        forms = title_words(is_plain(w.folded)) | KIN
        for likely, run in groupby(range(w.size), may_be):
            entries = list(run)
            while likely and entries and _is_form_before(w, entries[0], forms):
                entries.pop(0)
            if (
                likely
                and entries
                and any(w.low[i] in ends for i in entries)
                and not _is_no_name(w, entries[0], entries[-1] + 1)
                and not has_no_such_form(w, entries[0], entries[-1] + 1, EntityType.PERSON)
            ):
                yield _tagged(w, entries[0], entries[-1] + 1, EntityType.PERSON, 0.5, "echoed")

    def _is_unlikely_rest(self, item: Found) -> bool:
        return (
            item.reason.code == "tagged"
            and item.entity_type in _RESTS
            and self._mean(item, self._read.personal) < _REST
        )

    def _may_stay(self, item: Found) -> bool:
        if item.reason.code != "tagged" or item.entity_type is not EntityType.PERSON:
            return False
        w = self._words
        first, last = w.entries(item.start, item.end)
        first = max(first, 0)
        if last - first == 1 and w.kind[first] == TITLE and w.low[first] in title_words(is_plain(w.folded)):
            opens = not first or w.text[first - 1] in _ENDS
            return opens and last < w.size and w.kind[last] == TITLE
        return all(kind == LOWER for kind in w.kind[first:last])


def _is_behind(before: Found, item: Found, text: str) -> bool:
    """Return whether a finding goes on with the same, at most marks between."""
    between = text[before.end : item.start]
    return (
        before.entity_type is item.entity_type and "\n" not in between and not any(map(str.isalnum, between))
    )


class SecondReader(VnRecognizer):
    """The tagger by itself, for plain Presidio: there each recogniser reads alone."""

    ENTITIES = tuple(EntityType)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield what the tagger finds that is told nothing."""
        return SecondReading(folded, (), taggers()).added()


def _own(w: Words, read: Tags, silent: frozenset[int], short: frozenset[int]) -> Iterator[Found]:
    """Yield the runs of entries of one kind that may be personal, if one of them is likely to be."""
    size, kind, personal = w.size, read.kind, read.personal
    forms = title_words(is_plain(w.folded)) | KIN
    foreign = is_plain(w.folded) and is_english(w.folded)
    otherwise = lines_otherwise(w.folded)
    i = 0
    while i < size:
        first = i
        i += 1
        if personal[first] < _BESIDE or w.kind[first] >= BREAK or w.line[first] in silent:
            continue
        while (
            i < size
            and personal[i] >= _BESIDE
            and kind[i] == kind[first]
            and not (w.gap[i] == _COLUMN and kind[i] == EntityType.PERSON)
        ):
            i += 1
        last = i
        entity_type = EntityType(kind[first])
        if entity_type in _OF_DIGITS:
            while first < last and not w.text[first][0].isdigit():
                first += 1
            while last > first and not w.text[last - 1][-1].isdigit():
                last -= 1
        elif entity_type is EntityType.PERSON:
            while first < last and (
                w.kind[first] >= BREAK or (w.kind[first] == LOWER and w.low[first] in forms)
            ):
                first += 1
        while last > first and (
            w.kind[last - 1] >= BREAK or (w.kind[last - 1] == LOWER and w.low[last - 1] in TALK)
        ):
            last -= 1
        if first < last and entity_type in _CODES:
            first, last = _whole_code(w, first, last, secret=entity_type is EntityType.CREDENTIAL)
        if first == last or entity_type in _LEFT_TO_RULES or not any(map(_KNOWN.search, w.text[first:last])):
            continue
        if entity_type is EntityType.PERSON and _is_no_name(w, first, last):
            continue
        if has_no_such_form(w, first, last, entity_type):
            continue
        if entity_type not in _IN_LINKS and in_link(w.folded.text, w.start[first], w.end[last - 1]):
            continue
        sure = max(personal[k] for k in range(first, last) if w.kind[k] < BREAK)
        if (foreign and entity_type in _UNSURE_IN_ENGLISH) or w.line[first] in otherwise:
            enough = _SURE_IN_ENGLISH
        elif w.line[first] in short:
            enough = SURE
        elif entity_type is EntityType.PERSON:
            enough = _ENOUGH_NAME
        else:
            enough = _ENOUGH_TOLD if entity_type in _TOLD else _ENOUGH
        if sure >= enough:
            yield _tagged(w, first, last, entity_type, 0.65 if sure >= SURE else 0.5, "tagged")


def _is_no_name(w: Words, first: int, last: int) -> bool:
    """Return whether a brand or English words make a name ("Agribank Ba Vì", "My suitcase"), or ordinary words or halves.

    "Dư nợ", "Hoàn cọc", "lưu niệm", "nghia vu quan su"; the other half may begin the next line.
    """
    if w.low[first] in BRANDS or is_owned(w, first) or is_term(w, first, last):
        return True
    if ends_an_amount(w, first, last) or counts_money(w, first, last):
        return True
    if all(w.low[k] in PAPER_WORDS for k in range(first, last) if w.kind[k] < NUMBER):
        return True
    if last - first == 1:
        other = last + 1 if last < w.size and w.kind[last] == BREAK else last
        if (
            other < w.size
            and (w.gap[other] == 1 or other > last)
            and w.kind[other] == LOWER
            and f"{w.low[first]}_{w.low[other]}" in compounds(is_plain(w.folded))
        ):
            return True
    behind_a_form = first > 0 and w.low[first - 1] in _forms()
    return not (behind_a_form or _stands_alone(w, first, last)) and all(
        _is_pair(w, i - 1) or _is_pair(w, i) for i in range(first, last)
    )


def _is_form_before(w: Words, i: int, forms: frozenset[str]) -> bool:
    """Return whether a word is the form of address of the name right behind it: "Anh Ty", "cháu Dung"."""
    after = i + 1
    return (
        w.low[i] in forms
        and after < w.size
        and w.gap[after] == 1
        and w.kind[after] in (TITLE, UPPER)
        and w.line[after] == w.line[i]
        and (i == 0 or w.gap[i] != 1 or w.kind[i - 1] not in (TITLE, UPPER))
    )


def _whole_code(w: Words, first: int, last: int, *, secret: bool) -> tuple[int, int]:
    """Return the entries of a code from its first letter to its last: of "TV-2023-04417" no part is left.

    An ordinary word beside a mark is none of it, "29A1-123.45/Honda", but in a secret.
    """

    def is_part(i: int, none: tuple[int, ...] = ()) -> bool:
        return 0 <= i < w.size and w.kind[i] < BREAK and (secret or w.kind[i] not in none)

    while first > 0 and w.gap[first] == 0:
        if is_part(first - 1):
            first -= 1
        elif w.text[first - 1] in _IN_CODES and w.gap[first - 1] == 0 and is_part(first - 2, (TITLE,)):
            first -= 2
        else:
            break
    while last < w.size and w.gap[last] == 0:
        if is_part(last):
            last += 1
        elif w.text[last] in _IN_CODES and is_part(last + 1, (TITLE, LOWER)) and w.gap[last + 1] == 0:
            last += 2
        else:
            break
    return first, last


def _stands_alone(w: Words, first: int, last: int) -> bool:
    """Return whether words stand by themselves between marks or borders of lines: there ordinary words may be names."""
    return (first == 0 or w.kind[first - 1] >= BREAK) and (last == w.size or w.kind[last] >= BREAK)


def _is_pair(w: Words, i: int) -> bool:
    """Return whether an entry and the next, both in lower case or capitals, are an ordinary word of two syllables."""
    return (
        0 <= i < w.size - 1
        and w.gap[i + 1] == 1
        and w.kind[i] == w.kind[i + 1]
        and w.kind[i] in (LOWER, UPPER)
        and f"{w.low[i]}_{w.low[i + 1]}" in ordinary()
    )


@cache
def _forms() -> frozenset[str]:
    return title_words(False) | title_words(True) | KIN


def _tagged(w: Words, first: int, last: int, kind: EntityType, score: float, code: str) -> Found:
    end = w.end[last - 1]
    if kind is EntityType.PERSON and w.low[last - 1].endswith(POSSESSIVE):
        end -= len(POSSESSIVE[0])
    return Found(w.start[first], end, kind, score, Reason(code), tier=Tier.LENGTH)


def _lines_with_little(folded: Folded, w: Words) -> tuple[frozenset[int], frozenset[int]]:
    """Return the lines of texts and cells in which it does not speak, and of those in which little stands around a word."""
    borders = [i for i in range(w.size) if w.text[i] == BORDER] if BORDER in folded.text else []
    silent: set[int] = set()
    short: set[int] = set()
    for first, last in zip([0, *(i + 1 for i in borders)], [*borders, w.size], strict=True):
        kinds = w.kind[first:last]
        size = sum(kind < NUMBER for kind in kinds)
        if kinds.count(LOWER) < _SENTENCE and size < _MANY:
            silent.update(w.line[first:last])
        if size < _SHORT:
            short.update(w.line[first:last])
    return frozenset(silent), frozenset(short)
