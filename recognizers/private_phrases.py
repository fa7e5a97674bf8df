"""Health, family ties, private life, offences, faith and party told in running text about somebody.

"Mẹ em bị ung thư gan", "(con dâu)", "xử phạt bị cáo An 02 năm tù", "hai vợ chồng đã ly thân". The words are in
``told_words``, of whom they are told is asked in ``told_subjects``: only in a text that names people, and not in
sentences that state a rule, give an advice or count. How far the value goes is decided here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from recognizers.ages import is_particular
from recognizers.base import Found, VnRecognizer
from recognizers.entities import EntityType
from recognizers.folding import BORDER, Folded
from recognizers.kin_beside import relations_beside
from recognizers.patient_texts import is_patient_text
from recognizers.private_words import (
    ACCUSED,
    ADDRESSED,
    AGE_BETWEEN,
    AROUND,
    BEHIND_NAME,
    CASES,
    CASES_BEHIND,
    CODE_BEFORE,
    DEGREE,
    FAITH_VERBS,
    FIELD_VERBS,
    FILLERS,
    FOR,
    HAS,
    JOINTS,
    KIN,
    LEAVE,
    LINKS,
    MARRIAGE,
    MOST_BETWEEN,
    MOST_IN_CLAUSE,
    MOST_JOINED,
    NO_ANSWER,
    NOW,
    OPENERS,
    OPENING_WORDS,
    PRICED,
    SAYS_STATE,
    SEPARATORS,
    SHORT_CELL,
    TEST,
    WEEKS,
    WITH_ANOTHER,
)
from recognizers.results import Reason
from recognizers.tiers import Tier
from recognizers.told_reach import Reach
from recognizers.told_subjects import Subjects, subjects
from recognizers.told_words import Mention, Told, is_injury, mentions
from recognizers.words import BREAK, MARK, NUMBER, UPPER, Words, words

_E = EntityType


class PrivatePhraseRecognizer(VnRecognizer):
    """Finds what running text tells about the health, the family, the past and the convictions of people it names."""

    ENTITIES: ClassVar[tuple[EntityType, ...]] = (
        _E.HEALTH_INFO,
        _E.FAMILY_RELATION,
        _E.PRIVATE_LIFE,
        _E.MARITAL_STATUS,
        _E.CRIMINAL_RECORD,
        _E.PARTY_MEMBERSHIP,
        _E.RELIGION,
    )

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield what is told of somebody."""
        yield from relations_beside(folded)
        yield from _Telling(folded).found()


def _phrase(start: int, end: int, kind: EntityType, code: str) -> Found:
    return Found(start, end, kind, 0.65, Reason(code), tier=Tier.STRUCTURE)


class _Telling:
    """What one text tells of people; positions are entries of its ``Words``."""

    def __init__(self, folded: Folded) -> None:
        self._folded = folded
        self._w: Words = words(folded)
        self._told: Subjects = subjects(folded)
        self._mentions = mentions(folded)
        self._patient = is_patient_text(folded)
        self._reach = Reach(folded)
        self._ill: dict[int, Mention] = {}
        self._noted = {mention.first: mention for mention in self._mentions if mention.kind is Told.FINDING}
        for mention in self._mentions:
            if mention.kind in (Told.ILLNESS, Told.WEAKNESS, Told.INJURY, Told.CONDITION):
                known = self._ill.get(mention.first)
                if known is None or (mention.last, mention.kind is Told.ILLNESS) > (
                    known.last,
                    known.kind is Told.ILLNESS,
                ):
                    self._ill[mention.first] = mention

    def found(self) -> Iterator[Found]:
        """Yield everything told."""
        end = 0
        for mention in self._mentions:
            for found in self._of(mention):
                if found.start >= end:
                    end = found.end
                    yield found

    def _of(self, mention: Mention) -> Iterator[Found]:
        w, kind = self._w, mention.kind
        if kind is Told.SUFFERS:
            yield from self._suffers(mention)
        elif kind in (Told.ILLNESS, Told.WEAKNESS) or (
            kind is Told.INJURY and is_injury(self._folded, mention)
        ):
            if (self._stands_alone(mention) and self._told.told(mention.first)) or self._behind_heading(
                mention
            ):
                yield from self._illness(mention.first, mention)
            elif self._of_the_patient(mention):
                yield self._noted_of_patient(mention)
        elif kind is Told.CONDITION:
            blood = self._w.low[mention.first] in ("nhóm", "nhom") and self._told.anybody
            if self._is_condition(mention) and (
                blood
                or self._told.told(mention.first)
                or self._cell(mention)
                or self._behind_heading(mention)
            ):
                yield from self._illness(mention.first, mention)
            elif self._is_condition(mention) and self._of_the_patient(mention):
                yield self._noted_of_patient(mention)
        elif kind is Told.MARRIED:
            bare = self._w.low[mention.first : mention.last] in (["ly", "hôn"], ["ly", "hon"])
            if self._is_item(mention) or (
                not bare and (self._told.told(mention.first) or self._cell(mention))
            ):
                first = mention.first + (self._w.low[mention.first] in NOW)
                last = mention.last
                while last - 1 > first and w.low[last - 1] in LINKS:
                    last -= 1
                yield self._span(first, last, _E.MARITAL_STATUS, "marital_phrase")
        elif kind is Told.PRIVATE or (kind is Told.QUARREL and self._in_marriage(mention)):
            if self._told.told(mention.first) or self._told.under_heading(mention.first):
                first, last = self._reach.led_in(mention.first), self._reach.tail(mention.last)
                if tuple(w.key[last : last + 3]) in WITH_ANOTHER:
                    last += 3
                yield self._span(first, last, _E.PRIVATE_LIFE, "private_told")
        elif kind is Told.CRIME:
            if self._told.told(mention.first) or self._told.under_heading(mention.first):
                yield self._span(
                    mention.first,
                    self._reach.clause(mention.last, MOST_IN_CLAUSE),
                    _E.CRIMINAL_RECORD,
                    "criminal_phrase",
                )
        elif kind is Told.OFFENCE:
            if self._committed(mention) and self._told.told(mention.first):
                last = self._reach.clause(mention.last, MOST_IN_CLAUSE)
                yield self._span(mention.first, last, _E.CRIMINAL_RECORD, "criminal_phrase")
        elif kind is Told.PARTY and not self._counted(mention):
            if self._told.told(mention.first) or self._w.low[mention.first] in ("là", "la"):
                yield self._span(mention.first, mention.last, _E.PARTY_MEMBERSHIP, "party_told")
        elif kind is Told.FAITH and self._told.told(mention.first):
            first, last = mention.first, self._reach.tail(mention.last)
            while first < last - 1 and w.low[first] in FAITH_VERBS:
                first += 1
            yield self._span(first, last, _E.RELIGION, "religion_phrase")

    def _suffers(self, verb: Mention) -> Iterator[Found]:
        w = self._w
        i = verb.last
        while (
            i < w.size
            and i - verb.last < 2
            and (w.low[i] in ("là", ":", "phải") or (w.kind[i] == BREAK and w.text[i] == "\n"))
        ):
            i += 1
        ill = self._ill.get(i)
        if ill is None and i < w.size and w.low[i] in KIN:  # "vì chồng tai biến", "do mẹ bị liệt"
            behind = i + 1 + (i + 1 < w.size and w.low[i + 1] in ("bị", "bi"))
            ill = self._ill.get(behind)
        if (
            ill is None
            or not self._is_ill(ill)
            or not (
                self._told.told(verb.first)
                or self._heads_a_field(verb)
                or self._told.told_ahead(verb.first)
                or (self._patient and self._told.of_the_patient(verb.first))
            )
        ):
            return
        if w.low[verb.first] in ("do", "vì") and verb.first and w.low[verb.first - 1] == "lý":
            return
        yield from self._illness(ill.first, ill)

    def _of_the_patient(self, mention: Mention) -> bool:
        """Return whether an illness is what a patient's paper tells of its patient."""
        w = self._w
        alone = mention.last - mention.first == 1 and w.kind[mention.first] != UPPER
        if not self._patient or alone or w.key[mention.last - 1] in ("tinh", "thai"):
            return False
        key = self._folded.key
        ends = (w.end[mention.last - 1], w.end[self._reach.tail(mention.last) - 1])
        if any(NO_ANSWER.match(key, end) for end in ends):
            return False
        stop = key.find("\n", ends[0])
        begin = key.rfind("\n", 0, ends[0]) + 1
        if PRICED.search(key, begin, len(key) if stop < 0 else stop):
            return False
        return self._told.of_the_patient(mention.first)

    def _noted_of_patient(self, mention: Mention) -> Found:
        """Return an illness a patient's paper tells without saying of whom; a line of items around it reaches further."""
        found = self._span(mention.first, self._reach.tail(mention.last), _E.HEALTH_INFO, "health_told")
        return replace(found, score=0.55, tier=Tier.NEIGHBOUR)

    def _heads_a_field(self, verb: Mention) -> bool:
        """Return whether a verb is a form's heading: "(7) Chẩn đoán Sỏi túi mật" in a paper that names somebody."""
        w = self._w
        field = " ".join(w.key[verb.first : verb.last]) in FIELD_VERBS
        return field and self._told.anybody and (not verb.first or w.kind[verb.first - 1] in (MARK, BREAK))

    def _is_ill(self, mention: Mention) -> bool:
        if mention.kind is not Told.INJURY:
            return mention.kind is not Told.CONDITION or self._is_condition(mention)
        return is_injury(self._folded, mention)

    def _is_condition(self, mention: Mention) -> bool:
        """Short-sightedness is one only with its degree, a blood group only with its letter."""
        w = self._w
        last = w.low[mention.last - 1]
        if last in ("thận", "than") and w.key[mention.last : mention.last + 1] == ["trong"]:
            return False  # "chạy thận trọng"
        if last in ("cận", "can"):
            start = w.end[mention.last - 1]
            return DEGREE.search(self._folded.key, start, start + 14) is not None
        if last in ("tính", "tinh") and w.low[mention.first] in ("dương", "duong", "âm", "am"):
            start = w.start[mention.first]
            return TEST.search(self._folded.key, max(0, start - 40), start) is not None
        if w.low[mention.first] in ("dạng", "dang"):  # a heading, unless its value follows
            return mention.last < w.size and w.kind[mention.last] < BREAK
        if last == "thai" and mention.last - mention.first == 1:
            start = w.end[mention.last - 1]
            return WEEKS.match(self._folded.key, start) is not None
        if last in ("máu", "mau") and w.low[mention.first] in ("nhóm", "nhom"):
            return mention.last < w.size and w.key[mention.last].upper() in ("A", "B", "AB", "O")
        return True

    def _stands_alone(self, mention: Mention) -> bool:
        """Return whether an illness without a verb is told in apposition: "bà Mai, 50 tuổi, bệnh hiểm nghèo"."""
        i = mention.first
        w = self._w
        while i and w.kind[i - 1] == BREAK and w.text[i - 1] == "\n":
            i -= 1
        if not i:
            return False
        coded = CODE_BEFORE.search(self._folded.text, max(0, w.start[i] - 12), w.start[i]) is not None
        short = mention.last - mention.first < 2 and mention.kind is Told.ILLNESS
        long = mention.last - mention.first > 1
        if i == mention.first and (long or w.kind[i] == UPPER) and self._behind_somebody(i):
            return True
        if mention.kind is Told.WEAKNESS:
            return long and i == mention.first and w.low[i - 1] in ADDRESSED | HAS and self._told.anybody
        if not coded and (
            (short and w.kind[mention.first] != UPPER)
            or (w.text[i - 1] not in OPENERS and w.low[i - 1] not in OPENING_WORDS | ADDRESSED)
        ):
            return False
        if w.low[i - 1] in ADDRESSED:
            return self._told.anybody
        return bool(self._told.named(self._told.sentence(mention.first), mention.first))

    def _behind_somebody(self, i: int) -> bool:
        """Return whether an entry stands right behind a name, its age or its brackets: "chị Hợi 57t suy tim"."""
        w = self._w
        behind = self._told.named(self._told.sentence(i), i)
        if not behind or i - behind > MOST_BETWEEN:
            return False
        return (
            behind == i
            or (behind == i - 1 and w.text[i - 1] in BEHIND_NAME)
            or AGE_BETWEEN.fullmatch(self._folded.key, w.end[behind - 1], w.start[i]) is not None
        )

    def _committed(self, mention: Mention) -> bool:
        """Return whether a sentence says before an offence that somebody is held, tried or known for it."""
        w = self._w
        i = mention.first
        if not any(word in FOR for word in w.low[max(0, i - 3) : i]):
            return False
        start = w.start[self._told.sentence(i)]
        if CASES.search(self._folded.key, start, w.end[mention.last - 1] + CASES_BEHIND):
            return False
        return ACCUSED.search(self._folded.key, start, w.start[i]) is not None

    def _behind_heading(self, mention: Mention) -> bool:
        """Return whether an illness is what a form says of its person: "Hoàn cảnh: lao phổi", "Ghi chú: …"."""
        w = self._w
        i = mention.first
        long = mention.last - i > 1 or w.kind[i] == UPPER
        if not (long and i > 1 and w.text[i - 1] == ":" and self._told.anybody):
            return False
        return SAYS_STATE.search(self._folded.key, max(0, w.start[i] - 40), w.start[i]) is not None

    def _cell(self, mention: Mention) -> bool:
        """Return whether a phrase begins a short cell of a table in which people are named."""
        w = self._w
        i = mention.first - 1
        while i >= 0 and w.text[i] == "\n":
            i -= 1
        return i >= 0 and w.text[i] == BORDER and w.line_length(mention.first) < SHORT_CELL

    def _is_item(self, mention: Mention) -> bool:
        """Return whether a phrase is one of the particulars of a person: "· Nữ · Độc thân", "hiện đã kết hôn"."""
        w = self._w
        if NOW & {w.low[mention.first], w.low[mention.first - 1] if mention.first else ""}:
            return self._told.anybody
        before = w.text[mention.first - 1] if mention.first else "\n"
        behind = w.text[mention.last] if mention.last < w.size else "\n"
        return (
            before in SEPARATORS
            and behind in SEPARATORS
            and is_particular(self._folded, w.start[mention.first], w.end[mention.last - 1])
        )

    def _counted(self, mention: Mention) -> bool:
        return mention.first > 0 and self._w.kind[mention.first - 1] == NUMBER

    def _in_marriage(self, mention: Mention) -> bool:
        start = self._w.start[mention.first]
        return MARRIAGE.search(self._folded.key, max(0, start - AROUND), start + AROUND) is not None

    def _illness(self, first: int, ill: Mention) -> Iterator[Found]:
        """Yield an illness with what belongs to it, and those that are named with it: "viêm gan B, xơ gan"."""
        w = self._w
        end = self._reach.tail(ill.last)
        if first < ill.last - 1 and w.low[first] in NOW | LEAVE:  # "đang mang thai", "nghỉ thai sản"
            first += 1
        elif first and w.key[first - 1] == "benh":
            first -= 1
        yield self._span(first, end, _E.HEALTH_INFO, "health_told")
        for _ in range(MOST_JOINED):
            i = self._reach.behind_code(end)
            start = i
            while i < w.size and i - start < 2 and (w.low[i] in JOINTS or w.text[i] == "\n"):
                i += 1
            nxt = self._joined(i) if i > start else None
            if nxt is None:
                return
            end = self._reach.tail(nxt.last)
            yield self._span(nxt.first, end, _E.HEALTH_INFO, "health_told")

    def _joined(self, i: int) -> Mention | None:
        """Return what else is told of the ill at an entry, small words before it passed: "…, có tiền sử hen"."""
        for j in range(i, min(i + 4, self._w.size)):
            nxt = self._ill.get(j)
            if nxt is not None and self._is_ill(nxt):
                return nxt
            if j == i and i in self._noted:
                return self._noted[i]
            if self._w.key[j] not in FILLERS:
                break
        return None

    def _span(self, first: int, last: int, kind: EntityType, code: str) -> Found:
        return _phrase(self._w.start[first], self._w.end[last - 1], kind, code)
