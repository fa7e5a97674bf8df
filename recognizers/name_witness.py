"""A small trained witness for names: words that no rule decides, weighed by what stands around them.

A logistic regression over the answers of ``name_clues``; its weights (``data/name_weights.txt``, hundredths) are made
anew by ``benchmarks/recognition/train_names.py``. It adds to what the rules found and takes nothing away.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, repeat

from recognizers.address_words import COUNTRIES
from recognizers.english_words import PAPER_WORDS
from recognizers.folding import BORDER
from recognizers.name_clues import NameClues
from recognizers.name_compounds import compounds, prose
from recognizers.name_evidence import ROLES
from recognizers.name_familiar import SUBJECTS
from recognizers.name_questions import CLASS_GROUPS, GLANCE, GROUPS
from recognizers.name_recalled import KIN, OF_PLACES
from recognizers.name_surroundings import NameSpan
from recognizers.name_words import title_words
from recognizers.weights import logit, weights_in
from recognizers.words import LOWER, NUMBER, Words

#: One word of a name has to be as sure as this …
_ENOUGH = logit(0.5)
#: … or this, in lower case where the text knows capitals …
_ENOUGH_LOWER = logit(0.7)
#: … and this where that is one word alone: "đã giao kết và ký" …
_ENOUGH_LONE = logit(0.95)
#: … then the words beside it that are as sure as this belong to it.
_BESIDE = logit(0.35)
#: In a run of so few words all are taken if none is less sure than this.
_SHORT_RUN = 3
_AGAINST = -250
#: One word in a text that names nobody in full has to be as sure as this.
_ALONE = logit(0.8)
#: … in one where so many more might be names, only as sure as this …
_MANY = 4
_ALONE_AMONG_MANY = logit(0.65)
#: … and in lower case as sure as this.
_ALONE_IN_LOWER = logit(0.93)
#: Names the witness has found speak for others: it is asked so many times at most.
_ROUNDS = 3
#: In a cell of fewer words in lower case than a sentence has, too: most such cells are labels, goods, firms and places.
_IN_SHORT_CELL = logit(0.97)
_SENTENCE = 4
#: Less sure than this at a first glance is not looked at again.
WORTH_A_LOOK = logit(0.011)
#: From here on the name is worth more than one that might be.
_SURE = logit(0.9)


@dataclass(frozen=True, slots=True)
class Weights:
    """What each answer is worth, in hundredths of a logit.

    Attributes:
        glance_bias: of the first glance, before any answer.
        glance: for each question of ``GLANCE``, the weight of each answer in the first glance.
        bias: before any answer.
        answers: for each question of ``GROUPS``, the weight of each answer.
        classes: the same for ``CLASS_GROUPS``.
    """

    glance_bias: int
    glance: tuple[dict[str, int], ...]
    bias: int
    answers: tuple[dict[str, int], ...]
    classes: tuple[dict[str, int], ...]


@lru_cache(maxsize=1)
def weights() -> Weights:
    """Return the weights, loaded on first use."""
    tables = weights_in("name_weights.txt")
    return Weights(
        tables["glance: bias"].get("", 0),
        tuple(tables[f"glance: {name}"] for name in GLANCE),
        tables["bias"].get("", 0),
        tuple(tables[name] for name in GROUPS),
        tuple(tables[name] for name in CLASS_GROUPS),
    )


#: Words of English prose that no Vietnamese syllable is spelled like.
_ENGLISH = frozenset(
    [
        "of",
        "and",
        "is",
        "are",
        "was",
        "were",
        "for",
        "with",
        "this",
        "by",
        "or",
        "shall",
        "which",
        "from",
        "have",
        "has",
        "you",
        "your",
        "our",
        "if",
        "will",
        "such",
        "other",
        "than",
        "been",
    ]
)
_AROUND, _LEAST_WORDS, _SHARE = 3, 3, 0.06
"""Lines on either side that are looked at; how many such words make prose English, and which share of all words."""
_LEAST_IN_ONE, _SHARE_IN_ONE = 3, 0.15
"""The same for a line by itself, words of English papers counted too; there only words in lower case are left out."""
_LEAST_IN_ALL, _SHARE_IN_ALL, _ACCENTED = 8, 0.03, 0.05
"""The same for a text as a whole, and the share of its words with Vietnamese accents that is too many for one."""


def lower_case_english(w: Words) -> frozenset[int]:
    """Return the lines where nobody is called in lower case: all of an English text, and English ones by themselves."""
    words = [k for k in range(w.size) if w.kind[k] < NUMBER]
    english = sum(w.key[k] in _ENGLISH for k in words)
    accented = sum(w.low[k] != w.key[k] for k in words)
    if english >= max(_LEAST_IN_ALL, _SHARE_IN_ALL * len(words)) and accented <= _ACCENTED * len(words):
        return frozenset(range(len(w.line_starts)))
    total, told = (
        Counter(w.line[k] for k in words),
        Counter(w.line[k] for k in words if w.low[k] in _ENGLISH or w.low[k] in PAPER_WORDS),
    )
    return frozenset(
        line for line, count in told.items() if count >= max(_LEAST_IN_ONE, _SHARE_IN_ONE * total[line])
    )


def english_lines(w: Words) -> frozenset[int]:
    """Return the lines of English prose: the witness knows Vietnamese only, and "the" or "to" may be names in it."""
    lines = len(w.line_starts)
    words, english = [0] * (lines + 1), [0] * (lines + 1)
    for kind, key, line in zip(w.kind, w.key, w.line, strict=True):
        if kind < NUMBER:
            words[line + 1] += 1
            english[line + 1] += key in _ENGLISH
    if sum(english) < _LEAST_WORDS:
        return frozenset()
    words, english = list(accumulate(words)), list(accumulate(english))
    found = set()
    for line in range(lines):
        first, last = max(0, line - _AROUND), min(lines, line + _AROUND + 1)
        count = english[last] - english[first]
        if count >= _LEAST_WORDS and count >= _SHARE * (words[last] - words[first]):
            found.add(line)
    return frozenset(found)


_LEAST_TO_JUDGE = 2
#: What an answer is worth that no weight is known for.
_NOTHING = repeat(0)


class Witness(NameClues):
    """Adds the names that the witness is sure enough of."""

    _askable: list[int] | None = None

    def witness(self) -> None:
        """Add names to ``found`` where the rules left words open; a word that is all of its text says too little."""
        if sum(kind < NUMBER for kind in self.w.kind) < _LEAST_TO_JUDGE:
            return
        self._cells = BORDER in self.w.folded.text
        self._heard: dict[int, int] = {}
        self.look()
        for _ in range(_ROUNDS):
            if not (added := self._testify()):
                return
            self.look()
            for i in self.changed_by(added):
                self._heard.pop(i, None)

    def _testify(self) -> list[NameSpan]:
        """Add the names that the witness is sure of now; return them."""
        open_words: dict[int, int] = {}
        for i in self.open_words():
            if i not in self._heard:
                self._heard[i] = self.heard(i)
            if (weight := self._heard[i]) >= _BESIDE:
                open_words[i] = weight
        spans = [self._whole(first, last) for first, last in self._spans(list(open_words))]
        best = [max(self._heard[i] for i in range(first, last)) for first, last in spans]
        self._many = sum(weight >= _ENOUGH for weight in best) >= _MANY
        before = len(self.found)
        for (first, last), weight in zip(spans, best, strict=True):
            lower = self._mode == "mixed" and self.w.kind[first] == LOWER
            enough = _ENOUGH if not lower else _ENOUGH_LOWER if last - first > 1 else _ENOUGH_LONE
            if weight >= enough and self._may_stand(first, last, weight):
                self._add(first, last, 0.7 if weight >= _SURE else 0.6, "person_witness")
        added = self.found[before:]
        self.found.sort(key=lambda name: name.first)
        return added

    def _whole(self, first: int, last: int) -> tuple[int, int]:
        """Return a span with the rest of its short run, if names hold that and little speaks against it."""
        begin, end = self.run_of(first)
        rest = [*range(begin, first), *range(last, end)]
        if end - begin > _SHORT_RUN or not all(
            self.known_part(i)
            and self._heard.get(i, _AGAINST) > _AGAINST
            and self.w.low[i] not in self.s.named_after
            for i in rest
        ):
            return first, last
        return begin, end

    def _may_stand(self, first: int, last: int, best: int) -> bool:
        """Return whether nothing that the rules know speaks against words the witness is sure of."""
        w = self.w
        if self.run_of(first)[0] in self.thing_values:
            return False
        if w.kind[first] == LOWER and self._is_compound(first, last):
            return False
        if self._cells and best < _IN_SHORT_CELL and not self._in_sentence(first):
            return False
        if self._named_after(first) or any(self._pair(k) for k in (first - 1, first, last - 1)):
            return False
        if first and w.low[first - 1] in OF_PLACES and self._is_place(first, last):
            return False
        if self._mode in ("mixed", "plain") and last < w.size and self._goes_on(last, lower=False):
            return self._owner[last] >= 0  # the beginning of something longer, in capitals
        if last - first > 1:
            lows = w.low[first:last]
            if lows[0] in self.s.named_after and lows[1] in self.s.sure:
                return False  # "Đường Nguyễn Thị Sáu"
            if self._is_heading(lows, list(range(first, last))):
                return False
            if not self.found and best < (_SURE if last - first > 2 else self._enough_alone(first)):
                return False
            return not (last - first == 2 and self._half_foreign(first))
        low = w.low[first]
        if low in self.s.named_after or low in self.s.titles:
            return False
        offset = first - self.run_of(first)[0]
        if (
            w.kind[first] != LOWER
            and best < _SURE
            and (offset > 1 or (offset and not self._addressed(first)))
        ):
            return False
        if low not in self._last_parts and not (
            self.known_part(first) and (w.kind[first] != LOWER or self._shapes[first][1] != "-")
        ):
            return False
        if low in SUBJECTS and self._among_subjects(first):
            return False
        if low in COUNTRIES and w.text[first - 1 : first] == [","]:
            return False  # "Paris, Pháp"
        # One word alone: a text that names nobody may speak of anything by it.
        return bool(self._last_parts) or best >= self._enough_alone(first)

    def _among_subjects(self, i: int) -> bool:
        """Return whether other subjects of a school stand on the line."""
        line = self.w.line[i]
        return len(SUBJECTS.intersection(self.w.low[self.w.line_starts[line] : self.w.line_ends[line]])) > 2

    def _enough_alone(self, i: int) -> int:
        """Return how sure the witness has to be of the word at ``i`` in a text that names nobody."""
        if self.w.kind[i] == LOWER:
            return _ALONE_IN_LOWER
        return _ALONE_AMONG_MANY if self._many else _ALONE

    def _addressed(self, i: int) -> bool:
        """Return whether a form of address, a place in the family or a part played stands before a word."""
        low = self.w.low[i - 1]
        return low in title_words(self.plain) or low in KIN or low in ROLES

    def _is_compound(self, first: int, last: int) -> bool:
        """Return whether words in lower case make, or end or begin with their neighbours, a word of the language."""
        w = self.w
        pairs = prose(self.plain) if last - first < 3 else compounds(self.plain)
        return any(
            w.gap[k] == 1 and f"{w.low[k - 1]}_{w.low[k]}" in pairs
            for k in range(max(first, 1), min(last + 1, w.size))
        )

    def _in_sentence(self, i: int) -> bool:
        """Return whether the line of a cell tells something: the names of firms are capitals throughout."""
        w = self.w
        line = w.line[i]
        kinds = w.kind[w.line_starts[line] : w.line_ends[line]]
        return kinds.count(LOWER) >= _SENTENCE

    def _half_foreign(self, i: int) -> bool:
        """Return whether a Vietnamese word and a foreign one stand together ("Sơn Jotun", "Thúy Bags")."""
        w = self.w
        own, other = self._shapes[i], self._shapes[i + 1]
        return (
            own[1] == "g"
            and own[3] == "-"
            and other[0] == "-"
            and other[3] == "x"
            and w.low[i + 1] == w.key[i + 1]
        )

    def open_words(self) -> list[int]:
        """Return the entries that may belong to a name and that no rule has read; ask after ``look``.

        People of history, whom the rules know and leave, are not asked about.
        """
        if self._askable is None:
            self._askable = self._all_askable()
        owner = self._owner
        return [i for i in self._askable if owner[i] < 0]

    def _all_askable(self) -> list[int]:
        """Return the entries that may belong to a name, those the rules have read among them."""
        w = self.w
        english = w.folded.memo("english_lines", lambda _: english_lines(w))
        capitals = w.folded.memo("lower_case_english", lambda _: lower_case_english(w))
        return [
            i
            for i in range(w.size)
            if self.may_be_name(i)
            and i not in self._figures
            and w.line[i] not in english
            and not (w.kind[i] == LOWER and w.line[i] in capitals)
        ]

    def heard(self, i: int) -> int:
        """Return how sure the witness is of the word at ``i``; after a glance if that says enough."""
        return self._weight(i) if self._glance_weight(i) >= WORTH_A_LOOK else WORTH_A_LOOK

    def _glance_weight(self, i: int) -> int:
        """Return how much a first glance says for the word at ``i``, in hundredths of a logit."""
        known = weights()
        return sum(map(dict.get, known.glance, self.glance(i), _NOTHING), known.glance_bias)

    def _weight(self, i: int) -> int:
        """Return how sure the witness is that the word at ``i`` belongs to a name, in hundredths of a logit."""
        known = weights()
        total = sum(map(dict.get, known.answers, self.of(i), _NOTHING), known.bias)
        for table, answers in zip(known.classes, self.classes_around(i), strict=True):
            for answer in answers:
                total += table.get(answer, 0)
        return total

    def _spans(self, entries: list[int]) -> list[tuple[int, int]]:
        """Return the runs of entries that only single blanks part."""
        w = self.w
        spans: list[tuple[int, int]] = []
        for i in entries:
            if spans and spans[-1][1] == i and w.gap[i] < 2:
                spans[-1] = (spans[-1][0], i + 1)
            else:
                spans.append((i, i + 1))
        return spans
