"""What a trained witness is told about a word: which it is, what it is like and what stands around it.

Names are told by their parts' classes (surname, middle name, given name, word of a heading …), the words around by
themselves. Which word it is says only how often it is something else: the papers it learns from give any name to anybody.
``name_questions`` names the questions; the weights of the answers are in ``data/name_weights.txt``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from recognizers.folding import Folded
from recognizers.name_classes import classes_of, figure_starts, shape_of
from recognizers.name_lines import LineClues
from recognizers.name_surroundings import NameSpan
from recognizers.words import BREAK, LOWER, MARK, MIXED, NUMBER

#: Names below this score say nothing about other words.
_CERTAIN = 0.75
#: How far before a word its label is looked for, in entries of the line.
_LABEL_REACH = 12
#: Words of a run that are looked at, to either side.
_LONGEST_RUN = 12
#: Names of a text that are counted.
_MOST_NAMES = 4
#: How many entries from a word, or from its run, a name may stand and be told of in an answer.
_REACH = 4
#: Entries before the first and behind the last that are asked about. Lists hold what stands there at their end: of the
#: last entries first, then of the first ones, to which negative numbers lead.
_OUTSIDE = 3
#: What stands for words in lower case, with a capital, in capitals, single letters and mixed ones.
_LETTERS = "aTULX"
_MARKS = frozenset(".,;:()\"'“”-–/|&*…_[]+@?!>•=→·")


class NameClues(LineClues):
    """Answers the questions about the words of one text, once its rules have been read."""

    def __init__(self, folded: Folded) -> None:
        super().__init__(folded)
        self._looked = False

    def look(self) -> None:
        """Take over what the rules found; call it before ``of``, and again when names were added."""
        w = self.w
        if not self._looked:
            self._look_at_words()
            self._look_at_lines()
            self._looked = True
        self._owner = [-1] * w.size
        self._parts: dict[str, set[int]] = {}
        self._last_parts: dict[str, set[int]] = {}
        for n, name in enumerate(self.found):
            self._owner[name.first : name.last] = [n] * (name.last - name.first)
            if name.score < _CERTAIN:
                continue
            syllables = self._syllables(name.first, name.last)
            for k in syllables:
                self._parts.setdefault(w.low[k], set()).add(n)
            if len(syllables) > 1:
                self._last_parts.setdefault(w.low[syllables[-1]], set()).add(n)
        self._beside = [
            entry if owner < 0 else "name" for owner, entry in zip(self._owner, self._entries, strict=True)
        ]
        self._beside += ["$"] * _OUTSIDE + ["^"] * _OUTSIDE
        self._look_at_lists()

    def changed_by(self, names: Sequence[NameSpan]) -> Iterator[int]:
        """Yield the entries whose answers may be others since names were added; add names and ``look`` before.

        They are those whose runs come near a name, that stand in a list with it, or in its place on the next line; all
        where few names were known, or where one is certain and says who is meant by its parts elsewhere.
        """
        w = self.w
        if len(self.found) - len(names) < _MOST_NAMES or any(name.score >= _CERTAIN for name in names):
            yield from range(w.size)
            return
        lists: set[int] = set()  # a line may hold thousands of names
        for name in names:
            far = _REACH + _LONGEST_RUN
            for i in range(max(name.first - far, 0), min(name.last + far, w.size)):
                first, last = self.run_of(i)
                if first - _REACH <= name.last and last + _REACH >= name.first:
                    yield i
            for line in range(w.line[name.first], w.line[name.last - 1] + 1):
                if self._items[line]:
                    lists.add(line)
                for beside in (line - 1, line + 1):
                    yield from self._in_place_of(name, line, beside)
        for line in lists:
            yield from range(w.line_starts[line], w.line_ends[line])

    def _in_place_of(self, name: NameSpan, line: int, beside: int) -> Iterator[int]:
        """Yield the entries of another line that stand in it as a name does in its own; see ``_same_place``."""
        w = self.w
        if not 0 <= beside < len(w.line_starts):
            return
        start = w.line_starts[beside]
        first = start + name.first - w.line_starts[line]
        last = first + name.last - name.first
        for i in range(max(first, start), min(last + _LONGEST_RUN, w.line_ends[beside])):
            if first <= self.run_of(i)[0] < last:
                yield i

    def _look_at_words(self) -> None:
        """See what no name changes: shapes, runs, labels, people of history."""
        w = self.w
        by_kind = list(zip(w.low, w.kind, strict=True))
        self._in_lower = Counter([low for low, kind in by_kind if kind == LOWER])
        self._in_capitals = Counter([low for low, kind in by_kind if LOWER < kind < NUMBER])
        self._mode = (
            "plain" if self.plain else "upper" if self.upper_text else "lower" if self.lower_text else "mixed"
        )
        self._shapes = [
            shape_of(low, key, kind, self.plain) if kind < NUMBER else ""
            for low, key, kind in zip(w.low, w.key, w.kind, strict=True)
        ]
        self._entries = [_LETTERS[kind] if kind < NUMBER else self._entry(k) for k, kind in enumerate(w.kind)]
        self._words = [key if kind < NUMBER else "" for key, kind in zip(w.key, w.kind, strict=True)]
        self._words += [""] * (2 * _OUTSIDE)
        self._figures: set[int] = set()
        starts = figure_starts(self.plain)
        for i in [i for i, low in enumerate(w.low) if low in starts]:
            if end := self._figure(i):
                self._figures.update(range(i, end))
        self._runs = self._all_runs()
        self._labels = self._all_labels()

    def may_be_name(self, i: int) -> bool:
        """Return whether an entry is a word in capitals, or one in lower case that names hold, where names stand.

        In a text that knows capitals a word in lower case has to follow a mark, a number, a form of address or a word
        that announces names.
        """
        w = self.w
        kind = w.kind[i]
        if kind >= NUMBER:
            return False
        if kind == MIXED:
            return w.text[i][0].isupper()
        if kind != LOWER:
            return True
        return self._anchored[i] or (self.lower_text and (self.known_part(i) or w.low[i] in self._last_parts))

    def classes(self, i: int) -> tuple[str, ...]:
        """Return the classes of the word at ``i``; none outside of the text and for what is no word."""
        w = self.w
        if 0 <= i < w.size and w.kind[i] < NUMBER:
            return classes_of(w.low[i], w.key[i], self.plain)
        return ()

    def run_of(self, i: int) -> tuple[int, int]:
        """Return the run of words in the same case on the line, parted by single blanks."""
        first, last = self._runs[i]
        return max(first, i - _LONGEST_RUN), min(last, i + _LONGEST_RUN)

    def _all_runs(self) -> list[tuple[int, int]]:
        """Return for each entry the run it belongs to, however long."""
        w = self.w
        # 0 for a word in lower case, 1 for another word, 2 for all else
        case = [(kind > LOWER) + (kind >= NUMBER) for kind in w.kind]
        begins = [
            k
            for k, (before, here, gap) in enumerate(zip(case, case[1:], w.gap[1:], strict=False), 1)
            if gap != 1 or here != before or here == 2
        ]
        runs: list[tuple[int, int]] = []
        for first, last in pairwise([0, *begins, w.size]):
            runs += [(first, last)] * (last - first)
        return runs

    def _goes_on(self, k: int, lower: bool) -> bool:
        """Return whether the words before and at ``k`` belong to one run."""
        w = self.w
        return (
            w.gap[k] == 1
            and w.kind[k] < NUMBER
            and w.kind[k - 1] < NUMBER
            and (w.kind[k] == LOWER) == lower == (w.kind[k - 1] == LOWER)
        )

    def classes_around(self, i: int) -> tuple[tuple[str, ...], ...]:
        """Return the answers to ``CLASS_GROUPS`` about the word at ``i``."""
        own = self.classes(i)
        return (
            own,
            tuple(f"{name} {self._mode}" for name in own),
            self.classes(i - 2),
            self.classes(i - 1),
            self.classes(i + 1),
            self.classes(i + 2),
            self.classes(self.run_of(i)[0] - 1),
            self._told_of(i),
        )

    def glance(self, i: int) -> tuple[str, ...]:
        """Return the answers to ``GLANCE`` about the word at ``i``, which no name holds yet."""
        w = self.w
        first, last = self.run_of(i)
        shape = self._shapes[i]
        word = self._words.__getitem__
        left_word = word(first - 1)
        return (
            f"{shape} {self._mode}",
            f"{min(i - first, 5)}/{min(last - first, 6)}",
            self._entry_beside(i - 1, first, last),
            self._entry_beside(i + 1, first, last),
            word(i - 1),
            word(i + 1),
            f"{self._shapes[i - 1] if i else ''} {shape}",
            f"{self._shapes[i + 1] if i + 1 < w.size else ''} {shape}",
            f"{word(first - 2)} {left_word}" if left_word else "",
            self._label_of(i),
            str(min(len(self._parts.get(w.low[i], ())), 2)),
        )

    def _entry_beside(self, k: int, own_first: int, own_last: int) -> str:
        """Return what stands at an entry beside a run: a name that the rules found, or the kind of the entry."""
        return self._entries[k] if own_first <= k < own_last else self._beside[k]

    def of(self, i: int) -> tuple[str, ...]:
        """Return the answers to ``GROUPS`` about the word at ``i``."""
        w = self.w
        first, last = self.run_of(i)
        own_first, own_last = first, last
        owner = self._owner[i]
        if owner >= 0:
            name = self.found[owner]
            own_first, own_last = min(first, name.first), max(last, name.last)

        entries, beside = self._entries, self._beside

        def entry(k: int) -> str:  # ``_entry_beside``, fourteen times a word
            return entries[k] if own_first <= k < own_last else beside[k]

        word = self._words.__getitem__
        mode = self._mode
        shapes = self._shapes
        shape = shapes[i]
        size = last - first
        n = str(min(size, 6))
        place = f"{min(i - first, 5)}/{n}"
        run = shapes[first:last]
        e2, e1, f1, f2 = entry(i - 2), entry(i - 1), entry(i + 1), entry(i + 2)
        left, right = entry(first - 1), entry(last)
        left_word, right_word = word(first - 1), word(last)
        before_mark = (
            f"{entries[first - 1]} {word(first - 2)}" if first > 1 and w.kind[first - 1] == MARK else ""
        )
        line = w.line[i]
        start, end = w.line_starts[line], w.line_ends[line]
        named, last_named = self._parts.get(w.low[i], ()), self._last_parts.get(w.low[i], ())
        known, last_known = len(named) - (owner in named), len(last_named) - (owner in last_named)
        given = "1" if last_known else "0"
        near = self._near(first, last, own_first, own_last)
        after = self._named_after(first)
        lower = self._in_lower[w.low[i]] if mode in ("mixed", "plain") else 0
        items = self._item(i)
        is_place = f"{self._is_place(first, last):d}{size > 1 and self._is_place(i, i + 2):d}" + (
            f"{i > first and self._is_place(i - 1, i + 1):d}"
        )
        return (
            mode,
            shape,
            f"{shape} {mode}",
            place,
            f"{place} {shape}",
            f"{run[0]} {n}",
            run[0] + run[1] if size > 1 else "",
            run[-1] if size > 1 else "",
            f"{[part[1] for part in run].count('g')}/{n}" if size < 7 else "",
            f"{[part[2] for part in run].count('s')}/{n}" if size < 7 else "",
            e2,
            e1,
            f1,
            f2,
            f"{e2} {e1}",
            f"{e1} {f1}",
            f"{f1} {f2}",
            f"{e1} {shape}",
            f"{f1} {shape}",
            word(i - 3),
            word(i - 2),
            word(i - 1),
            word(i + 1),
            word(i + 2),
            f"{shapes[i - 1] if i else ''} {shape}",
            f"{shapes[i + 1] if i + 1 < w.size else ''} {shape}",
            f"{left} {n}",
            f"{right} {n}",
            f"{left} {right} {n}",
            f"{entry(first - 2)} {left}",
            f"{right} {entry(last + 1)}",
            left_word,
            f"{left_word} {n}" if left_word else "",
            f"{word(first - 2)} {left_word}" if left_word else "",
            right_word,
            f"{right_word} {word(last + 1)}" if right_word else "",
            before_mark,
            f"{min(first - start, 3)} {min(end - last, 2)} {n}",
            str(min((end - start) // 4, 6)),
            f"{w.gap[first]}{w.gap[last] if last < w.size else 0}",
            self._label_of(i),
            is_place if is_place != "000" else "",
            "yes" if i in self.in_address else "",
            "yes" if after else "",
            shape if after else "",
            "yes" if self._street_follows(first, last) else "",
            shape if self._birth_follows(last) else "",
            f"{self._own_cell(first, last):d}" if line in self.signature_lines else "",
            self._pair(i - 1),
            self._pair(i),
            "yes" if i in self._figures else "",
            str(min(known, 2)),
            str(min(last_known, 2)),
            f"{given} {e1} {f1}",
            f"{given} {shape}",
            f"{min(lower, 3)} {shape}" if lower else "",
            str(min(self._in_capitals[w.low[i]], 4)),
            str(min(len(self.found) - (owner >= 0), _MOST_NAMES)),
            str(near),
            f"{near} {shape}",
            self._same_place(i, first - start, -1, entry),
            self._same_place(i, first - start, 1, entry),
            f"{right} {shape}" if "title" in self.classes(i) else "",
            f"{w.low[i]}{w.kind[i] == LOWER:d}",
            items,
            f"{items} {shape}" if items else "",
            f"{self._talk} {shape}",
            f"{self._talk} {e1}",
            self._heads.get(self._head_shape(line), "") if i == start else "",
            f"{entry(i - 3)} {e2} {e1}",
            f"{e2} {e1} {shape}",
            f"{f1} {f2} {shape}",
        )

    def _entry(self, k: int) -> str:
        """Return what stands at an entry that is no word: a mark, digits, the end of a line."""
        w = self.w
        kind = w.kind[k]
        if kind == BREAK:
            return "\\n"
        if kind == MARK:
            return w.text[k][0] if w.text[k][0] in _MARKS else "mark"
        if self._phone_at(k):
            return "phone"
        size = w.end[k] - w.start[k]
        return "date" if self._date_at(k) else "00" if size < 3 else "000"

    def _near(self, first: int, last: int, own_first: int, own_last: int) -> int:
        """Return how many entries away from a run the next name stands, at most three; 0 if none does."""
        owner = self._owner
        for step in (1, 2, 3):
            for k in (first - step, last - 1 + step):
                if 0 <= k < len(owner) and owner[k] >= 0 and not own_first <= k < own_last:
                    return step
        return 0

    def _label_of(self, i: int) -> str:
        """Return the kind of the last label on the line before a word, and whether its value begins here."""
        k = self._labels[i]
        if k < 0 or i - k >= _LABEL_REACH:
            return ""
        field = self.fields[k]
        return f"{field.kind.value} {field.colon:d}{(i >= field.value) + (i == field.value)}"

    def _all_labels(self) -> list[int]:
        """Return for each entry where the last label on its line begins, or -1."""
        w = self.w
        labels = [-1] * w.size
        for k, following in pairwise([*sorted(self.fields), w.size]):
            end = min(w.line_ends[w.line[k]], following)
            labels[k:end] = [k] * (end - k)
        return labels

    def _pair(self, k: int) -> str:
        """Return what a word and the next one are known as together."""
        w = self.w
        if k < 0 or k + 1 >= w.size:
            return ""
        pair = f"{w.low[k]}_{w.low[k + 1]}"
        if pair in self.s.not_names:
            return "no name"
        if pair in self.pair_stops:
            return "stop"
        return "firm" if pair in self.org_pairs else ""

    def _same_place(self, i: int, offset: int, step: int, entry: Callable[[int], str]) -> str:
        """Return what stands in the same place of the next line (``step`` 1) or the one before (-1)."""
        w = self.w
        line = w.line[i] + step
        if not 0 <= line < len(w.line_starts):
            return ""
        k = w.line_starts[line] + offset
        if k >= w.size or w.line[k] != line:
            return ""
        return f"{entry(k)} {min(offset, 3)}"
