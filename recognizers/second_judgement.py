"""What the tagger says of what was found: surely nothing, nobody's, somebody's, an officer's."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from recognizers.base import Found
from recognizers.entities import EntityType
from recognizers.folding import BORDER
from recognizers.tagger import Tags
from recognizers.weights import logit
from recognizers.words import BREAK, Words

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
#: As sure as this that it is somebody's, it does not let a rule's finding be kept.
_SOMEBODYS = 0.6
#: With fewer entries a text is a note, and its only name may well be somebody. In a longer one a finding that is less sure than
#: this is nobody's if nothing surer stands so near: of 166 papers kept aside without anything surer, three values of which were
#: somebody's.
_AROUND, _RATHER = 150, 0.45
#: … but a full name behind a form of address or a profession is somebody's wherever it stands: "chuyên gia Lê Thị Xuân Lan".
_FULL_NAME = 3
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
        return item.reason.code in _DOUBTED and self._is_nothing(item, _NOTHING_HERE)

    def proposes_to_keep(self, item: Found) -> bool:
        """Return whether a number that rules found is surely nobody's."""
        return item.entity_type in _KEPT_IF_DOUBTED and self._is_nothing(item, _SURELY_NOBODYS)

    def is_somebodys(self, item: Found) -> bool:
        """Return whether what rules propose to keep, as an officer's or an office's, is surely a private person's."""
        return self._mean(item, self._read.personal) > (SURE if self._in_short(item) else _SOMEBODYS)

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
