"""A second look at capitalised words that no single rule takes for a name: what the rest of the paper says of them.

Names that are certain change what the words around them may be: a clerk who has read "Lò Văn Tươi" in one row takes
the words in the same place of the next row for a name too, follows "A, B và C" to its end, and knows who "Nụ" is once
"Nguyễn Lan Nụ" has been named. Evidence is added up; nothing is read in a text that names nobody for certain.
"""

from __future__ import annotations

from recognizers.folding import Folded
from recognizers.foreign_names import FOREIGN_FIRST
from recognizers.name_recalled import CERTAIN, KIN, Recalled
from recognizers.name_surroundings import NameSpan
from recognizers.name_words import ACTS, BEFORE
from recognizers.syllables import is_syllable
from recognizers.word_sets import word_set
from recognizers.words import BREAK, LETTER, LOWER, MARK, MIXED, NUMBER, TITLE, UPPER

#: What has to come together for a run with a surname, for given names alone.
_ENOUGH = 5
_ENOUGH_GIVEN = 4
#: How many lines up and down a row with the same layout is looked for.
_ROWS = 3
#: Entries of a line that are read to tell its columns.
_WIDEST = 80
_ROUNDS = 2
#: Entries of a run in which another name may begin.
_LONGEST = 8
#: Instead of a shape: given names, of which only the words around can tell.
_GIVEN = -1

#: Words right before somebody's name, for certain.
TELLING = word_set("""
tên bạn vợ chồng sếp ad ms mr mrs miss crush nhóc cu hương_linh húy hiệu pd họ_tên gđ ten cố
""")
#: Before "kiện" these make another word of it.
_NOT_SUED = frozenset({"điều", "sự", "bưu", "dữ", "linh", "phụ", "văn", "cấu", "kiện"})
_RELATIONS = word_set("vợ chồng con mẹ bố cha ba má em anh chị cháu chắt dâu rể ông bà cô chú bác dì cậu")
_LINKS = frozenset({",", ";", "&", "-", "–", "/", "+"})
#: Behind a name in brackets.
ROLES = word_set("""
vợ chồng con mẹ bố cha ba má em anh chị ông bà cháu chủ bạn đã trưởng phó lớp sn sinh nam nữ tổ tự tức thường cccd cmnd
""")


class Evidence(Recalled):
    """Adds the names that evidence from the whole text speaks for."""

    def __init__(self, folded: Folded) -> None:
        super().__init__(folded)
        self._run_ends: dict[int, int] = {}
        self._run_shapes: dict[tuple[int, int], int] = {}

    def _second_look(self) -> None:
        """Add names to ``found`` by what is certain already; a few rounds, because names speak for each other."""
        if not any(name.score >= CERTAIN for name in self.found):
            return
        for _ in range(_ROUNDS):
            before = len(self.found)
            self._one_round()
            if len(self.found) == before:
                return

    def _one_round(self) -> None:
        w = self.w
        names = sorted(self.found, key=lambda name: name.first)
        self._names = names
        self._givens = self.given_names(names)
        self._begins = {name.first for name in names}
        self._ends = {name.last for name in names}
        self._rows = self._columns(names)
        taken = {entry for name in names for entry in range(name.first, name.last)}
        starts = {given.split(" ", 1)[0] for given in self._givens}
        done = 0
        # Most words are in lower case and nobody's: they are passed over in one go.
        for i in [
            i
            for i, (kind, low) in enumerate(zip(w.kind, w.low, strict=True))
            if kind < MIXED and (kind != LOWER or low in starts)
        ]:
            if i < done or i in taken or i in self.in_address:
                continue
            end = self.given_alone(i, self._givens) if w.low[i] in starts else 0
            if end:
                self._add(i, end, 0.75, "person_known")
            elif w.kind[i] != LOWER:
                last = self._end_of_run(i)
                last = next((k for k in range(i, min(i + _LONGEST, last)) if k in taken), last)
                end = self._weighed(i, last)
                if not end:
                    skips = (
                        last - i > 1
                        and not self._opens_clause(i)
                        and not self._starts_name(i + 1)
                        and self._givens.isdisjoint(w.low[i + 1 : last])
                    )
                    done = last if skips else i + 1
                    continue
                self._add(i, end, 0.65, "person_context")
            done = max(end, i + 1)
        self.found.sort(key=lambda name: name.first)

    def _starts_name(self, i: int) -> bool:
        w = self.w
        return i < w.size and w.kind[i] in (TITLE, UPPER, LETTER) and self._surname_first(i)

    def _weighed(self, i: int, last: int) -> int:
        """Return the end of a run that the evidence makes a name, or 0."""
        shape = self._shape_of_run(i, last)
        if not shape:
            return 0
        if shape == _GIVEN:
            return last if self._around_given(i, last) >= _ENOUGH_GIVEN else 0
        w = self.w
        bare = self.plain or (
            w.kind[i] == UPPER and all(w.low[k] == w.key[k] for k in self._syllables(i, last))
        )
        return last if shape + self._around(i, last) >= _ENOUGH + bare else 0

    def _end_of_run(self, i: int) -> int:
        """Return ``_run(i)``; names found meanwhile do not change it."""
        if i not in self._run_ends:
            self._run_ends[i] = self._run(i)
        return self._run_ends[i]

    def _shape_of_run(self, i: int, last: int) -> int:
        """Return ``_built(i, last)``; names found meanwhile do not change it."""
        if (i, last) not in self._run_shapes:
            self._run_shapes[i, last] = self._built(i, last)
        return self._run_shapes[i, last]

    def _built(self, i: int, last: int) -> int:
        """Return how much a run is built like a full name, or ``_GIVEN`` for given names alone; 0 if it is neither."""
        w = self.w
        entries = self._syllables(i, last)
        n = len(entries)
        if not 1 <= n <= 5 or i in self.thing_values:
            return 0
        lows = [w.low[k] for k in entries]
        if i and w.kind[i - 1] in (TITLE, UPPER, MIXED) and w.gap[i] == 1 and not self._opens_clause(i - 1):
            return 0
        if last < w.size and w.kind[last] in (UPPER, MIXED, TITLE) and w.gap[last] == 1:
            return 0
        if self._named_after(i) or self._street_follows(i, last) or self._is_place(i, last):
            return 0
        if self._is_heading(lows, entries) or "_".join(lows) in self.s.figures:
            return 0
        if lows[0] in self.s.named_after and "_".join(lows[1:]) in self.s.figures:
            return 0  # "Đường Trần Phú"
        if lows == ["việt", "nam"]:
            return 0
        if n > 1 and (i in self.fields or lows[0] in self.s.hard_stops):
            return 0
        if shape := self._shape(entries, lows) if n > 1 else 0:
            return shape
        return _GIVEN if n <= 2 and self._only_given(entries, lows) else 0

    def _shape(self, entries: list[int], lows: list[str]) -> int:
        """Return how much a run is built like a full name; 0 if it is not."""
        w = self.w
        n = len(lows)
        foreign = sum(1 for k in entries if w.kind[k] != LETTER and not is_syllable(w.text[k]))
        if f"{lows[0]}_{lows[1]}" in self.s.not_names and not (n > 2 and lows[1] in self.s.middles):
            return 0
        if self._surname_first(entries[0]) or w.kind[entries[0]] == LETTER:
            fits = sum(
                1
                for low, k in zip(lows[1:], entries[1:], strict=True)
                if low in self.s.given
                or low in self.s.middles
                or w.kind[k] == LETTER
                or (low == w.key[k] and low in self.s.given_keys)
            )
            value = 1 + (lows[0] in self.s.sure) + (fits == n - 1) + (n > 2 and fits >= n - 2)
            if lows[0] in self.not_first and lows[0] not in self.common:
                value -= 1
            if self._is_place(entries[0], entries[1] + 1):
                value -= 1
            if any(low in self.s.stops and low not in self.s.given for low in lows[1:]):
                value -= 2
            return max(value, 0)
        if lows[0] in FOREIGN_FIRST or (foreign == n and all(w.kind[k] != UPPER for k in entries)):
            return 2 if 2 <= n <= 4 and all(len(low) > 1 for low in lows) else 0
        if foreign and n <= 4 and all(w.kind[k] == TITLE for k in entries):
            return 1
        return 0

    def _only_given(self, entries: list[int], lows: list[str]) -> bool:
        w = self.w
        first = entries[0]
        if lows in (["nữ"], ["nam"]):
            return False
        if first and w.gap[first] == 1 and w.low[first - 1] in TELLING and w.kind[first] == TITLE:
            return all(low in self.s.given for low in lows)
        return all(w.kind[k] == TITLE for k in entries) and all(
            low in self.s.given and (low not in self.s.stops or len(lows) > 1) for low in lows
        )

    def _around(self, i: int, last: int) -> int:
        """Return what the surroundings say for a run that is built like a full name."""
        w = self.w
        value = 1 if len(self._names) > 2 else 0
        value += 3 * self._linked(i, last)
        if self._same_row(i, last):
            value += 3
        value += 2 * self._birth_follows(last)
        before = w.low[i - 1] if i and w.kind[i - 1] < NUMBER and w.gap[i] == 1 else ""
        if before and self._opens_clause(i - 1):
            value += 1  # "Có Châu Tuấn Lợi làm chứng"
        elif before:
            value += 3 if before in TELLING else 2 if before in KIN else 1 if before in BEFORE else -1
            value += w.kind[i] == UPPER and w.kind[i - 1] == LOWER and not self.upper_text
        elif self._alone(i, last):
            value += 1
        if last < w.size and w.gap[last] == 1 and w.kind[last] == LOWER:
            value += 1 if w.low[last] in ACTS else -1
        if last + 1 < w.size and w.text[last] == "(" and w.low[last + 1] in ROLES:
            value += 2
        sues = before == "kiện" and i > 1 and w.low[i - 2] not in _NOT_SUED
        if sues or (last < w.size and w.low[last] == "kiện" and w.gap[last] == 1):
            value += 2  # "vụ Phương Công Lập kiện …"
        return value + 3 * self._is_relative(last)

    def _is_relative(self, last: int) -> bool:
        """Return whether the relation to somebody and a number or a mark follow: "– con – 0750…", "(vợ)"."""
        w = self.w
        if last + 2 >= w.size or w.text[last] not in "-–(," or w.low[last + 1] not in _RELATIONS:
            return False
        return w.kind[last + 2] >= NUMBER

    def _around_given(self, i: int, last: int) -> int:
        """Return what the surroundings say for given names without a surname."""
        w = self.w
        following = w.low[last] if last < w.size and w.kind[last] < NUMBER and w.gap[last] == 1 else ""
        if (joined := f"{w.low[last - 1]}_{following}") in self.s.not_names or joined in self.pair_stops:
            return 0
        value = 3 * self._linked(i, last) + (1 if last - i == 2 else 0)
        if i > 1 and w.text[i - 1] == "(" and w.text[last : last + 1] == [")"] and w.low[i - 2] in KIN:
            value += 4  # "cho con (Loan)"
        before = w.low[i - 1] if i and w.kind[i - 1] < NUMBER and w.gap[i] == 1 else ""
        if before in TELLING:
            value += 4
        elif before in KIN:
            value += 2
        elif before and before not in BEFORE:
            value -= 1
        if last < w.size and w.kind[last] == NUMBER and w.gap[last] == 1 and not self._phone_at(last):
            return 0
        if last < w.size and w.kind[last] == LOWER and w.gap[last] == 1:
            if w.low[last] not in ACTS and before not in TELLING:
                return 0
            value += 1 if w.low[last] in ACTS else -1
        elif last + 1 < w.size and w.text[last] in '"“(':
            value += 1
        if self._linked(i, last) and (last >= w.size or w.kind[last] >= BREAK):
            value += 1
        if self._listed(i, last):
            value += 2
        if w.line[i] in self.signature_lines and self._own_cell(i, last):
            value += 4
        return value

    def _linked(self, i: int, last: int) -> bool:
        """Return whether a name stands right before or behind, joined by a comma, "và" and the like."""
        for step in (1, 2):
            if i - step in self._ends and self._joins(i - step, i):
                return True
            if last + step in self._begins and self._joins(last, last + step):
                return True
        return False

    def _joins(self, first: int, last: int) -> bool:
        w = self.w
        return all(
            w.text[k] in _LINKS or w.low[k] in ("và", "với", "cùng", "va", "voi") or w.kind[k] == BREAK
            for k in range(first, last)
        ) and any(w.kind[k] != BREAK for k in range(first, last))

    def _listed(self, i: int, last: int) -> bool:
        """Return whether three words or pairs in a row, parted by commas, may all be given names."""
        w = self.w
        for begin, step in ((last, 1), (i - 1, -1)):
            k, count = begin, 0
            while (0 <= k < w.size and w.text[k] in (",", "/", "&", "+", ";")) or (
                0 <= k < w.size and w.low[k] in ("và", "với")
            ):
                k += step
                run = 0
                while 0 <= k < w.size and w.kind[k] == TITLE and w.low[k] in self.s.given and run < 3:
                    k += step
                    run += 1
                if not 1 <= run <= 2:
                    break
                count += 1
                if count == 2:
                    return True
        return False

    def _own_cell(self, i: int, last: int) -> bool:
        w = self.w
        return (i == w.line_starts[w.line[i]] or w.gap[i] == 2) and (
            last >= w.size or w.kind[last] == BREAK or w.gap[last] == 2
        )

    def _columns(self, names: list[NameSpan]) -> dict[int, set[tuple[int, str]]]:
        """Return for each line where names stand in it: the column, and what follows."""
        rows: dict[int, set[tuple[int, str]]] = {}
        for name in names:
            if name.score < CERTAIN:
                continue
            place = self._cell(name.first, name.last)
            if place is not None:
                rows.setdefault(self.w.line[name.first], set()).add(place)
        return rows

    def _cell(self, i: int, last: int) -> tuple[int, str] | None:
        """Return the column that a run begins and what stands behind it, or None inside running text."""
        w = self.w
        first = w.line_starts[w.line[i]]
        if i - first > _WIDEST:
            return None
        begins = (
            i == first
            or w.gap[i] == 2
            or w.text[i - 1] in ("|", ";", ":")
            or (i - first <= 3 and w.kind[i - 1] in (MARK, NUMBER))
        )
        if not begins:
            return None
        if last >= w.size or w.kind[last] == BREAK:
            behind = "\n"
        elif w.gap[last] == 2:
            behind = "  "
        elif w.kind[last] == MARK:
            behind = w.text[last]
        elif w.kind[last] == NUMBER:
            behind = "0"
        else:
            return None
        column = sum(1 for k in range(first + 1, i + 1) if w.gap[k] == 2 or w.text[k] in ("|", ";"))
        return column, behind

    def _same_row(self, i: int, last: int) -> bool:
        """Return whether a line near by has a name in the same place."""
        place = self._cell(i, last)
        if place is None:
            return False
        line = self.w.line[i]
        return any(place in self._rows.get(line + step, ()) for step in range(-_ROWS, _ROWS + 1) if step)
