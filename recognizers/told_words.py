"""The words in which papers tell what the law calls sensitive: illnesses, offences, faith, private life.

Decree 356/2025/NĐ-CP, Article 4(1): health (d), private life and family secrets (c), sexual life and orientation
(e), crimes (g), faith and politics (b), credit (k). The words say *what* is told; of *whom* is asked in
``told_subjects``. They stand in ``data/told_words.txt`` as people write them; a text with accents must have these
accents ("bảo hành" is no "bạo hành"), ``=`` marks those that mean too many other things without them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from recognizers.clues import tone_and_shapes
from recognizers.folding import Folded, key_of
from recognizers.word_sets import word_lists, word_set
from recognizers.words import BREAK, Words, is_plain, words


class Told(Enum):
    """What a phrase is in a sentence."""

    SUFFERS = auto()  #: before an illness: "bị", "mắc", "nhập viện vì"
    ILLNESS = auto()  #: an illness by its name
    INJURY = auto()  #: an illness where a part of the body follows: "gãy xương đùi"; machines break too
    WEAKNESS = auto()  #: an illness only behind a word of suffering: "bị sốt", "vì khó thở"
    CONDITION = auto()  #: a state of health that is one of a person wherever it stands: "mang thai"
    FINDING = auto()  #: what is noted of a patient, told only beside an illness: "vết mổ khô", "ăn kém"
    MARRIED = auto()  #: where somebody stands in marriage
    PRIVATE = auto()  #: private and family life
    QUARREL = auto()  #: private life where the text is about a marriage: firms quarrel too
    CRIME = auto()  #: what justice did or does to somebody, or what somebody did
    OFFENCE = auto()  #: an offence by its name, told only behind what says that somebody committed it
    PARTY = auto()  #: parties, unions, posts in them
    FAITH = auto()  #: what somebody believes


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase in a text, in entries of ``Words`` (``last`` excluded)."""

    first: int
    last: int
    kind: Told


@dataclass(slots=True)
class _Node:
    """What may follow the words so far; ``phrases`` end here."""

    children: dict[str, _Node]
    phrases: list[tuple[Told, tuple[tuple[str, str], ...], bool]]


_FILE = "told_words.txt"


@cache
def _tree() -> dict[str, _Node]:
    root: dict[str, _Node] = {}
    for title, phrases in word_lists(_FILE).items():
        kind = Told[title.upper()]
        for phrase in phrases:
            written = phrase.split()
            exact = written[0].startswith("=")
            written[0] = written[0].lstrip("=")
            parts = [
                part.lower()
                for word in written
                for part in word.replace("/", " / ").replace("-", " - ").split()
            ]
            children, node = root, None
            for part in parts:
                node = children.setdefault(key_of(part), _Node({}, []))
                children = node.children
            if node is not None:
                node.phrases.append((kind, tuple(map(tone_and_shapes, parts)), exact))
    return root


def mentions(folded: Folded) -> list[Mention]:
    """Return the phrases of a text in order, the longest of those that begin at one place, one of each kind."""
    return folded.memo("told_words", _mentions)


def _mentions(folded: Folded) -> list[Mention]:
    w = words(folded)
    keys, kinds, size = w.key, w.kind, w.size
    plain = is_plain(folded)
    tree = _tree()
    found: list[Mention] = []
    for i in [i for i, key in enumerate(keys) if key in tree]:
        node: _Node | None = tree[keys[i]]
        read = [i]
        best: dict[Told, Mention] = {}
        while node is not None:
            j = read[-1] + 1
            if j < size and kinds[j] == BREAK and w.text[j] == "\n":
                j += 1
            for kind, marks, exact in node.phrases:
                if kind is Told.SUFFERS and (j >= size or keys[j] not in _behind_verbs()):
                    continue  # "bị", "vì", "do" are everywhere
                if not exact if plain else _written_so(w, read, marks, exact=exact):
                    best[kind] = Mention(i, read[-1] + 1, kind)
            if j >= size or kinds[j] == BREAK:
                break
            node = node.children.get(keys[j])
            read.append(j)
        found.extend(best.values())
    return found


def _written_so(w: Words, read: list[int], marks: tuple[tuple[str, str], ...], *, exact: bool) -> bool:
    """Return whether words have the accents of a phrase; abbreviations and names in capitals need none."""
    return all(
        tone_and_shapes(w.low[j]) == mark or (not exact and w.low[j].isascii() and w.text[j].isupper())
        for j, mark in zip(read, marks, strict=True)
    )


@cache
def _behind_verbs() -> frozenset[str]:
    """Return the keys with which what is suffered can begin."""
    return frozenset(
        key_of(phrase.split()[0].lower())
        for kind in (Told.ILLNESS, Told.INJURY, Told.WEAKNESS, Told.CONDITION)
        for phrase in phrases_of(kind)
    ) | {"la", ":", "phai", "hiv", "covid"}


def is_injury(folded: Folded, mention: Mention) -> bool:
    """Return whether what broke or tore is a part of a body: named right behind."""
    low = words(folded).low
    if tuple(low[mention.last - 1 : mention.last + 1]) in _ON_BEHALF:
        return False
    return any(word in _BODY for word in low[mention.last : mention.last + _BODY_WITHIN])


_BODY_WITHIN = 6
#: Who acts for another has no new face.
_ON_BEHALF = frozenset({("thay", "mặt"), ("thay", "mat")})
#: A part of the body makes an injury of what happens to things too.
_BODY = word_set("""
xương tay chân đùi cổ vai lưng đầu sọ hàm mũi sườn gối ngón gân cột đốt hông chậu mắt tai da lách gan thận phổi
ruột răng đòn cánh bàn khớp mạch cơ van bụng mặt trán môi ngực não động tĩnh máu thai tử buồng tuyến hạch
họng tim dạ vị trí ngủ xuong dui vai lung dau so ham mui suon goi ngon gan than phoi ruot rang khop mach bung nguc tim
""")


def phrases_of(kind: Told) -> Iterator[str]:
    """Yield the phrases of a kind as written in the list, for tests and documentation."""
    for phrase in word_lists(_FILE)[kind.name.lower()]:
        yield phrase.lstrip("=")
