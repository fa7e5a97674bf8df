"""What one place proves is looked for everywhere: known values in all their spellings.

Names are found in capitals, without accents, in NFD, as initials ("Nguyễn V. A.", "N.V.A"), and as honorific + given
name ("ông An") once the full name is known; numbers with any grouping; everything else word by word without accents.
Never a family name alone, never a single short word.

All texts are folded to words and walked through one trie: linear in the text, whatever the number of values.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from recognizers.entities import EntityType
from recognizers.folding import Folded, fold, key_of
from recognizers.known_numbers import DATES, NUMBERS, KnownDays, KnownNumbers
from recognizers.name_compounds import COMPOUNDS
from recognizers.names import (
    ETHNIC_PARTS,
    GIVEN_NAMES,
    NOT_NAMES,
    STRONG_SURNAMES,
    SURE_SURNAMES,
    TITLES,
    WEAK_SURNAMES,
)
from recognizers.results import Hit, Reason
from recognizers.syllables import is_syllable
from recognizers.word_sets import word_set
from recognizers.words import BREAK, LETTER, LOWER, MARK, NUMBER, TITLE, UPPER, Words, words

_E = EntityType
#: Values below this score are not spread.
CERTAIN = 0.75
_KEYS = re.compile(r"[a-z0-9]+")
_EMAIL = re.compile(r"[^\s@<>\"',;:()]{1,64}@[^\s@<>\"',;:()]{3,190}")
_BAD_TITLE = word_set("""
tôi tên tên_là đối_tượng khách_hàng cháu_bé bé nhân_viên cán_bộ chuyên_viên
""")


#: Behind these the name of what somebody heads may stand: "Giám đốc Trung tâm"; else a given name does: "bị cáo Công khai".
_HEADS = word_set("""
giám_đốc chủ_tịch hiệu_trưởng trưởng_phòng trưởng_bộ_phận kế_toán_trưởng thư_ký chuyên_gia
""")
#: Keys with which a short form ("ông An", "N.V.A") may begin.
_TITLE_STARTS = frozenset(key_of(title.partition("_")[0]) for title in TITLES)
_SHORT_STARTS = _TITLE_STARTS | frozenset("abcdefghijklmnopqrstuvwxyz")

#: Letters from which a word that is no Vietnamese syllable stands for a person by itself.
_DISTINCT = 4

_Add = Callable[[int, int, EntityType, float, str], None]


class _Node:
    __slots__ = ("children", "names", "owner")

    def __init__(self, owner: object = None, like: _Node | None = None) -> None:
        self.children: dict[str, _Node] = dict(like.children) if like else {}
        #: accented spellings (lower case) of the names that end here
        self.names: list[tuple[str, ...]] = list(like.names) if like else []
        #: whose it is; others that share it copy it before they change it
        self.owner = owner


@dataclass(slots=True)
class KnownValues:
    """Values to look for; fill it with ``collect`` or ``add``, then ask ``find`` for each text."""

    _numbers: KnownNumbers = field(default_factory=KnownNumbers, repr=False)
    _days: KnownDays = field(default_factory=KnownDays, repr=False)
    _texts: dict[str, EntityType] = field(default_factory=dict, repr=False)
    _names: _Node = field(default_factory=_Node, repr=False)
    _text_trie: _Node = field(default_factory=_Node, repr=False)
    _given: set[str] = field(default_factory=set, repr=False)
    _initials: dict[str, None] = field(default_factory=dict, repr=False)
    _seen: set[tuple[EntityType, str]] = field(default_factory=set, repr=False)
    _owner: object = field(default_factory=object, repr=False)

    def copy(self) -> KnownValues:
        """Return values that may be added to without changing these; nodes of the tries are shared until then."""
        owner = object()
        return KnownValues(
            self._numbers.copy(),
            self._days.copy(),
            dict(self._texts),
            _Node(owner, self._names),
            _Node(owner, self._text_trie),
            set(self._given),
            dict(self._initials),
            set(self._seen),
            owner,
        )

    def _step(self, node: _Node, key: str) -> _Node:
        """Return the child for a word, one that may be changed."""
        child = node.children.get(key)
        if child is None or child.owner is not self._owner:
            child = node.children[key] = _Node(self._owner, child)
        return child

    def __len__(self) -> int:
        return len(self._seen)

    def collect(self, text: str, hits: Iterable[Hit]) -> None:
        """Take over what is certain among the hits of a text."""
        for hit in hits:
            if hit.score >= CERTAIN and hit.keep == "":
                self.add(text[hit.start : hit.end], hit.entity_type)

    def add(self, value: str, entity_type: EntityType) -> None:
        """Add one value; too short or too common ones are passed over."""
        if value.isascii() and value.isdigit():  # folding changes no digit
            plain = key = value
        else:
            folded = fold(value)
            plain, key = " ".join(folded.text.split()), folded.key
        if not plain or (entity_type, plain) in self._seen:
            return
        if entity_type is _E.PERSON:
            if self._add_name(plain):
                self._seen.add((entity_type, plain))
        elif entity_type in NUMBERS:
            if self._numbers.add(key, entity_type):
                self._seen.add((entity_type, plain))
        elif entity_type in DATES:
            if self._days.add(plain, entity_type):
                self._seen.add((entity_type, plain))
        elif entity_type in (_E.EMAIL,):
            self._seen.add((entity_type, plain))
            self._texts.setdefault(key.strip(), entity_type)
        elif entity_type is _E.VN_ADDRESS:
            keys = _KEYS.findall(key)
            if len(keys) >= 4 and any(part.isdigit() for part in keys):
                self._seen.add((entity_type, plain))
                node = self._text_trie
                for part in keys:
                    node = self._step(node, part)
                node.names.append(tuple(keys))

    def _add_name(self, plain: str) -> bool:
        parts = [part for part in re.split(r"[\s.\-]+", plain.lower()) if part]
        if len(parts) < 2 or len(parts) > 7:
            return False
        if len(parts) == 2 and f"{parts[0]}_{parts[1]}" in NOT_NAMES:
            return False
        for part in parts:  # "Olivier", "Marchand", "Blơi": words of no other Vietnamese text
            if (
                len(part) >= _DISTINCT
                and not is_syllable(part)
                and part not in ETHNIC_PARTS
                and part.isalpha()
            ):
                alone = self._step(self._names, key_of(part))
                if (part,) not in alone.names:
                    alone.names.append((part,))
        initials_only = sum(len(part) == 1 for part in parts) >= len(parts) - 1
        node = self._names
        keys = [key_of(part) for part in parts]
        for key in keys:
            node = self._step(node, key)
        if tuple(parts) not in node.names:
            node.names.append(tuple(parts))
        surname = (
            parts[0] in SURE_SURNAMES
            or parts[0] in WEAK_SURNAMES
            or parts[0] in STRONG_SURNAMES
            or parts[0] in ETHNIC_PARTS
        )
        if initials_only or (not surname and len(parts) < 3):
            return True
        self._given.add(parts[-1])
        if len(parts) >= 4:
            self._given.add(" ".join(parts[-2:]))
        letters = [unicodedata.normalize("NFD", part)[0].upper() if part[0] != "đ" else "Đ" for part in parts]
        if len(parts) >= 3:
            for spelled in (letters, [part[0].upper() for part in parts]):
                self._initials.setdefault("".join(spelled), None)
        # Nguyễn V. A.; Nguyễn Văn A.
        heads = [key_of(part[0]) for part in parts]
        full = self._names
        for keep in range(1, len(parts)):
            node = full = self._step(full, keys[keep - 1])
            for head in heads[keep:]:
                node = self._step(node, head)
            if () not in node.names and any(len(p) > 1 for p in parts[keep:]):
                node.names.append(())
        return True

    def find(self, text: str, hits: Sequence[Hit] = ()) -> tuple[Hit, ...]:
        """Return the known values in a text, outside of ``hits``, with offsets into the text as given."""
        if not self._seen:
            return ()
        folded = fold(text)
        #: Spans already taken, one list per pass: each is in order and without overlaps.
        passes = [([hit.start for hit in hits], [hit.end for hit in hits])]
        found: list[Hit] = []

        def add(start: int, end: int, entity_type: EntityType, score: float, code: str) -> None:
            first, last = folded.span(start, end)
            for starts, ends in passes:
                i = bisect_right(starts, first) - 1
                if i >= 0 and ends[i] >= last:
                    return
            passes[-1][0].append(first)
            passes[-1][1].append(last)
            found.append(Hit(first, last, entity_type, score, Reason(code)))

        passes.append(([], []))
        for start, end, entity_type in self._numbers.find(folded.key):
            add(start, end, entity_type, 0.9, "known_value")
        passes.append(([], []))
        for start, end, entity_type in self._days.find(folded.key):
            add(start, end, entity_type, 0.85, "known_value")
        passes.append(([], []))
        if self._texts:
            for match in _EMAIL.finditer(folded.key):
                kind = self._texts.get(match.group().strip("."))
                if kind is not None:
                    add(
                        match.start(), match.start() + len(match.group().strip(".")), kind, 0.9, "known_value"
                    )
        passes.append(([], []))
        self._find_names(folded, add)
        passes.append(([], []))
        if self._text_trie.children:
            self._find_texts(folded, add)
        return tuple(sorted(found, key=lambda hit: hit.start))

    def _find_names(self, folded: Folded, add: _Add) -> None:
        w = words(folded)
        lower_text = w.kind.count(TITLE) + w.kind.count(UPPER) < w.kind.count(LOWER) / 12
        root = self._names.children
        done = 0
        for i, key in enumerate(w.key):
            if key.endswith("'s") and w.kind[i] != LOWER:  # "Olivier's"
                child = root.get(key[:-2])
                if child is not None and (w.low[i][:-2],) in child.names:
                    add(w.start[i], w.end[i] - 2, _E.PERSON, 0.8, "known_name")
                    continue
            if i < done or (key not in root and key not in _SHORT_STARTS):
                continue
            kind = w.kind[i]
            if kind >= NUMBER:
                continue
            end = self._longest(w, i) if key in root else 0
            if end:
                if (
                    end < w.size
                    and w.text[end] == "."
                    and w.kind[end - 1] == LETTER
                    and w.gap[end] == 0
                    and end + 1 < w.size
                    and w.kind[end + 1] != BREAK
                ):
                    end += 1
                add(w.start[i], w.end[end - 1], _E.PERSON, 0.85, "known_name")
                done = end
            elif kind == LETTER or key in _TITLE_STARTS:
                done = self._find_short(w, i, add, lower_text=lower_text)

    def _longest(self, w: Words, i: int) -> int:
        """Return one past the last word of the longest known name that starts at ``i``, or 0."""
        node = self._names.children[w.key[i]]
        best = 0
        j = i + 1
        entries = [i]
        while True:
            if node.names and self._spelled(w.low, w.key, w.kind, entries, node.names):
                best = j
            while j < w.size and (
                (w.kind[j] == MARK and w.text[j] in ".-" and w.gap[j] == 0)
                or (w.kind[j] == BREAK and j - entries[-1] == 1)
            ):
                j += 1
            if j >= w.size or w.kind[j] >= NUMBER:
                return best
            child = node.children.get(w.key[j])
            if child is None:
                return best
            node = child
            entries.append(j)
            j += 1

    @staticmethod
    def _spelled(
        low: list[str], key: list[str], kind: list[int], entries: list[int], spellings: list[tuple[str, ...]]
    ) -> bool:
        """Return whether the words are one of the spellings: same accents or none at all."""
        plain = all(low[k] == key[k] for k in entries)
        if plain and all(kind[k] == LOWER for k in entries) and len(entries) < 3:
            return False  # "an", "hoa": words of the language
        for spelling in spellings:
            if not spelling:  # initials: they must be written as such
                if kind[entries[0]] != LOWER and any(kind[k] == LETTER for k in entries[1:]):
                    return True
                continue
            if plain or all(
                low[k] == part or low[k] == key[k] for k, part in zip(entries, spelling, strict=True)
            ):
                return True
            if _tone_free(spelling) == _tone_free(tuple(low[k] for k in entries)):
                return True
            if (
                len(spelling) > 2
                and all(part.isascii() for part in spelling)
                and all(kind[k] != LOWER for k in entries)
            ):
                return True  # a name as machines write it, without accents, stands for every way to set them
        return False

    def _find_short(self, w: Words, i: int, add: _Add, *, lower_text: bool) -> int:
        """Find "ông An", "chị Lan Anh" and "N.V.A" at ``i``; "ông an" only in a text that is all lower case."""
        low = w.low[i]
        for n in (2, 1):
            if (
                i + n < w.size
                and "_".join(w.low[i : i + n]) in TITLES
                and "_".join(w.low[i : i + n]) not in _BAD_TITLE
            ):
                j = i + n
                if w.text[j] == "." and j + 1 < w.size:
                    j += 1
                for size in (2, 1):
                    if (
                        j + size <= w.size
                        and (
                            all(w.kind[k] in (TITLE, UPPER, LETTER) for k in range(j, j + size))
                            or (
                                lower_text
                                and w.kind[j] == LOWER
                                and low in ("ông", "bà", "can", "cáo", "ong", "ba")
                            )
                        )
                        and " ".join(w.low[j : j + size]) in self._given
                        and w.line[j] == w.line[i]
                    ):
                        after = j + size
                        if (
                            after < w.size
                            and w.kind[after] == w.kind[j]
                            and w.gap[after] == 1
                            and w.low[after] in GIVEN_NAMES
                        ):
                            continue
                        if low in ("tôi",):
                            continue
                        if (
                            after < w.size
                            and w.gap[after] == 1
                            and "_".join(w.low[i : i + n]) in _HEADS
                            and f"{w.low[after - 1]}_{w.low[after]}" in COMPOUNDS
                        ):
                            continue  # "Giám đốc Trung tâm"
                        add(w.start[j], w.end[j + size - 1], _E.PERSON, 0.8, "known_name")
                        return j + size
        if w.kind[i] == LETTER:
            letters = [w.text[i]]
            j = i + 1
            while (
                j + 1 < w.size
                and w.text[j] == "."
                and w.kind[j + 1] == LETTER
                and len(letters) < 6
                and w.gap[j] == 0
            ):
                letters.append(w.text[j + 1])
                j += 2
            if len(letters) >= 3 and "".join(letters) in self._initials:
                add(w.start[i], w.end[j - 1], _E.PERSON, 0.75, "known_name")
                return j
        return 0

    def _find_texts(self, folded: Folded, add: _Add) -> None:
        root = self._text_trie.children
        keys = _KEYS.findall(folded.key)
        if root.keys().isdisjoint(keys):
            return
        spans = [(match.group(), match.start(), match.end()) for match in _KEYS.finditer(folded.key)]
        i = 0
        while i < len(spans):
            node = root.get(spans[i][0])
            j = i + 1
            best = 0
            while node is not None:
                if node.names:
                    best = j
                if j >= len(spans):
                    break
                node = node.children.get(spans[j][0])
                j += 1
            if best:
                add(spans[i][1], spans[best - 1][2], _E.VN_ADDRESS, 0.85, "known_value")
                i = best
            else:
                i += 1


def _tone_free(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words with the tone marks moved to the end, so that "hoà" equals "hòa"."""
    result = []
    for part in parts:
        decomposed = unicodedata.normalize("NFD", part)
        tones = "".join(c for c in decomposed if c in "\u0300\u0301\u0303\u0309\u0323")
        rest = "".join(c for c in decomposed if c not in "\u0300\u0301\u0303\u0309\u0323")
        result.append(rest + tones)
    return tuple(result)
