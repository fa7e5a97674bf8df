"""What the tagger says of what was found: surely nothing, nobody's, somebody's, an officer's."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from recognizers.base import Found
from recognizers.entities import EntityType
from recognizers.folding import BORDER
from recognizers.tagger import Tags
from recognizers.tiers import Tier
from recognizers.weights import logit
from recognizers.words import BREAK, LETTER, LOWER, UPPER, Words

#: From here on a finding of its own is worth more than one that might be; in a short text nothing less counts.
SURE = 0.9
#: As sure as this that it is nothing, it takes back a finding for these reasons: words, not numbers.
_NOTHING_HERE = 0.8
_DOUBTED = frozenset(
    (
        "person_shape",
        "person_witness",
        "person_context",
        "person_holder",
        "person_birth",
        "person_title",
        "person_label",
        "person_known",
        "address_structure",
        "address_witness",
        "address_label",
        "health_told",
        "patient_paper",
        "criminal_phrase",
        "private_told",
        "party_told",
        "religion_phrase",
        "relation_beside",
    )
)
#: As sure as this it proposes to keep findings of these kinds: numbers and facts of offices and firms look like those
#: of people.
_SURELY_NOBODYS = 0.9
_KEPT_IF_DOUBTED = frozenset(
    EntityType(name)
    for name in [
        "AGE",
        "DEBT",
        "EMAIL",
        "GRADES",
        "HEALTH_INFO",
        "INCOME",
        "ISSUE_DATE",
        "PLACE_OF_BIRTH",
        "VN_ADDRESS",
        "VN_BANK_ACCOUNT",
        "VN_PHONE",
        "VN_TAX_CODE",
    ]
)
#: What was found for these reasons is nothing if no word of it is likelier somebody's than this: of 3,800 papers kept aside two hundred
#: such findings were nobody's and ten somebody's.
_LIKELIEST = {
    "address_label": 0.2,
    "address_structure": 0.4,
    "address_witness": 0.45,
    "biometric_phrase": 0.25,
    "birth_after_name": 0.01,
    "debt_told": 0.4,
    "handle": 0.05,
    "marital_phrase": 0.25,
    "patient_line": 0.5,
    "person_context": 0.5,
    "person_speaker": 0.5,
    "private_told": 0.5,
}
#: So is the value of a label that heads sentences and lists as well.
_LIKELIEST_OF_LABEL = {
    EntityType("CRIMINAL_RECORD"): 0.3,
    EntityType("FAMILY_RELATION"): 0.3,
    EntityType("GENDER"): 0.15,
    EntityType("INCOME"): 0.5,
    EntityType("PRIVATE_LIFE"): 0.3,
}
#: Numbers of these reasons it proposes to keep then.
_LIKELIEST_OF_NUMBER = {
    (EntityType("VN_PHONE"), "phone_shape"): 0.1,
    (EntityType("VN_PLATE"), "plate_shape"): 0.3,
}
#: What it added itself is nothing if it is less likely than this on the mean of its words. Names and illnesses are as often somebody's.
_MEAN_OF_OWN = 0.4
_OWN_AT_ANY_MEAN = frozenset((EntityType.PERSON, EntityType.HEALTH_INFO))
#: … but of names written with accents those in lower case are less often somebody's, and those of several words.
_MEAN_OF_LOWER, _MEAN_OF_WORDS = 0.3, 0.25
#: As sure as this that it is somebody's, it does not let a rule's finding be kept.
_SOMEBODYS = 0.6
#: With fewer entries a text is a note, and its only name may well be somebody. In a longer one a finding that is less sure than
#: this is nobody's if nothing surer stands so near: of 166 papers kept aside without anything surer, three values of which were
#: somebody's.
_AROUND, _RATHER = 150, 0.45
#: … but a full name behind a form of address or a profession is somebody's wherever it stands: "chuyên gia Lê Thị Xuân Lan".
_FULL_NAME = 3
#: Words at an end of what rules found that are less likely somebody's than this are cut off, if another is rather somebody's; of a
#: name, which they read better, only those that are least likely. Of papers kept aside eighteen words of nobody for one of somebody.
_END, _END_OF_NAME, _INSIDE = 0.1, 0.05, 0.5
#: What a house's number is announced with is part of a home.
_OF_NUMBERS = frozenset(("số", "so", "no"))
_WITH_ENDS = frozenset(
    EntityType(name) for name in ["CRIMINAL_RECORD", "HEALTH_INFO", "PERSON", "PRIVATE_LIFE", "VN_ADDRESS"]
)
#: It is never surer than this.
_SURELY_NOT = 0.0001

#: Reasons that read the words of a sentence or field, and no number that proves itself, nor a full name.
_GUESSED = (_DOUBTED - {"person_shape", "person_label", "person_holder"}) | {
    "age_worded",
    "birth_label",
    "debt_told",
    "echoed",
    "ethnic_phrase",
    "income_told",
    "marital_phrase",
    "patient_line",
    "tagged",
    "value_labelled",
}


def _is_guessed(item: Found) -> bool:
    """Return whether a finding was read out of words alone. A secret opens what it opens, whosever it is."""
    return item.reason.code in _GUESSED and item.entity_type is not EntityType.CREDENTIAL


class Judgement:
    """What it says of findings in one text.

    Args:
        w: the text's entries.
        read: what it says of each.
        short: lines of texts so short that it takes nothing back there.
    """

    def __init__(self, w: Words, read: Tags, short: frozenset[int]) -> None:
        self._words, self._read, self._short = w, read, short

    def takes_back(self, item: Found) -> bool:
        """Return whether what a rule found is surely nothing."""
        return (item.reason.code in _DOUBTED and self._is_nothing(item, _NOTHING_HERE)) or self._is_unlikely(
            item
        )

    def proposes_to_keep(self, item: Found) -> bool:
        """Return whether a number that rules found is surely nobody's."""
        if item.entity_type in _KEPT_IF_DOUBTED and self._is_nothing(item, _SURELY_NOBODYS):
            return True
        return self._likeliest(item) < _LIKELIEST_OF_NUMBER.get((item.entity_type, item.reason.code), 0.0)

    def is_somebodys(self, item: Found) -> bool:
        """Return whether what rules propose to keep, as an officer's or an office's, is surely a private person's."""
        return self._mean(item, self._read.personal) > (SURE if self._in_short(item) else _SOMEBODYS)

    def without_ends(self, item: Found) -> Found:
        """Return a finding of rules without the words at its ends that are hardly anybody's: "căn" before a flat's number."""
        if item.entity_type not in _WITH_ENDS or item.tier is Tier.RULE or self._in_short(item):
            return item
        w, likely = self._words, self._read.personal
        first, last = w.entries(item.start, item.end)
        first = max(first, 0)
        if not any(w.kind[i] < BREAK and likely[i] >= _INSIDE for i in range(first, last)):
            return item
        name = item.entity_type is EntityType.PERSON

        def may_go(i: int) -> bool:
            if w.kind[i] >= BREAK:
                return True
            if name:
                return likely[i] < _END_OF_NAME and w.kind[i] in (LOWER, UPPER, LETTER)
            return likely[i] < _END and w.low[i] not in _OF_NUMBERS

        start, end = first, last
        while may_go(start):
            start += 1
        while may_go(end - 1):
            end -= 1
        return replace(
            item,
            start=item.start if self._is_bare(first, start) else w.start[start],
            end=item.end if self._is_bare(end, last) else w.end[end - 1],
        )

    def _is_bare(self, first: int, last: int) -> bool:
        """Return whether entries hold no word and no number."""
        return all(self._words.kind[i] >= BREAK for i in range(first, last))

    def in_office(self, item: Found) -> int:
        """Return how much speaks for a name's bearer acting in office, in hundredths of a logit."""
        likely = self._mean(item, self._read.officer)
        return logit(min(max(likely, _SURELY_NOT), 1 - _SURELY_NOT))

    def guessed_of_nobody(self, found: Sequence[Found]) -> set[Found]:
        """Return what was guessed in a text of some length where nothing around is rather somebody's.

        Args:
            found: what would be hidden in it, in order.
        """
        w = self._words
        if w.size < _AROUND or BORDER in w.folded.text:
            return set()
        likely = [self._mean(item, self._read.personal) for item in found]
        surer = [
            w.entries(item.start, item.end)[0]
            for item, chance in zip(found, likely, strict=True)
            if chance >= _RATHER
        ]
        alone: set[Found] = set()
        for item, chance in zip(found, likely, strict=True):
            first, last = w.entries(item.start, item.end)
            at = bisect_left(surer, first - _AROUND)
            full = last - max(first, 0) >= _FULL_NAME and item.reason.code == "person_title"
            if (
                chance < _RATHER
                and _is_guessed(item)
                and not full
                and (at == len(surer) or surer[at] > last + _AROUND)
            ):
                alone.add(item)
        return alone

    def _is_unlikely(self, item: Found) -> bool:
        code = item.reason.code
        if code == "tagged":
            return not self._in_short(item) and self._mean(item, self._read.personal) < self._least_mean(item)
        enough = (
            _LIKELIEST_OF_LABEL.get(item.entity_type, 0.0)
            if code == "value_labelled"
            else _LIKELIEST.get(code, 0.0)
        )
        return self._likeliest(item) < enough

    def _least_mean(self, item: Found) -> float:
        """Return how likely a finding of the tagger's own has to be on the mean of its words."""
        if item.entity_type not in _OWN_AT_ANY_MEAN:
            return _MEAN_OF_OWN
        w = self._words
        first, last = w.entries(item.start, item.end)
        spoken = [i for i in range(max(first, 0), last) if w.kind[i] < BREAK]
        if item.entity_type is not EntityType.PERSON or all(w.text[i].isascii() for i in spoken):
            return 0.0
        if all(w.kind[i] == LOWER for i in spoken):
            return _MEAN_OF_LOWER
        return _MEAN_OF_WORDS if len(spoken) > 1 else 0.0

    def _likeliest(self, item: Found) -> float:
        """Return how likely the likeliest word of a finding is somebody's; 1 in a text in which too little stands around it."""
        w, read = self._words, self._read
        first, last = w.entries(item.start, item.end)
        said = [
            1 - read.nothing[i] - read.officer[i] for i in range(max(first, 0), last) if w.kind[i] < BREAK
        ]
        return 1.0 if not said or self._in_short(item) else max(said)

    def _is_nothing(self, item: Found, sure: float) -> bool:
        return not self._in_short(item) and self._mean(item, self._read.nothing) > sure

    def _in_short(self, item: Found) -> bool:
        return self._words.line[max(self._words.entries(item.start, item.end)[0], 0)] in self._short

    def _mean(self, item: Found, likely: Sequence[float]) -> float:
        """Return how likely something is on the mean of a finding's words and numbers; 0 if it has none."""
        w = self._words
        first, last = w.entries(item.start, item.end)
        said = [likely[i] for i in range(max(first, 0), last) if w.kind[i] < BREAK]
        return sum(said) / len(said) if said else 0.0
