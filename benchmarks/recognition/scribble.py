"""Messy notes put together line by line, for training only: the same turns hold people here and goods there.

Whole papers name few people, and most of them in full. Here given names, pet names and names in lower case stand in
lists, behind verbs and before colons, and so do goods, firms, streets and places, so that only the words themselves
and the words around them tell which is which. The turns are in ``scribbles.txt``.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import cache

from benchmarks.recognition.corpus import GoldDocument, Mark, Role
from benchmarks.recognition.noise import Segment, Segments
from benchmarks.recognition.notes import note_of
from benchmarks.recognition.turns import lines_of, words_of
from benchmarks.recognition.vary import Hand
from tests.synthetic.addresses import STREETS, places

_FILE = "scribbles.txt"
_SLOT = re.compile(r"\{([A-Z])\}")
#: Share of the notes that keep to one kind of writing, and of their turns that do so.
_OF_A_KIND, _KEPT = 0.6, 0.75
#: How many turns a note has: as often few, where nothing else speaks for a name, as many.
_LENGTHS = (1, 1, 2, 2, 3, 3, 4, 5, 6, 8, 10, 13)
#: Share of the notes without accents, all in lower case, all in capitals.
_PLAIN, _LOWER, _CAPITALS = 0.3, 0.15, 0.15
_TITLES = (
    "anh",
    "chị",
    "cô",
    "chú",
    "bác",
    "em",
    "ông",
    "bà",
    "dì",
    "cậu",
    "a",
    "c",
    "e",
    "thím",
    "bạn",
    "bé",
)
_PARTERS = (", ", ", ", "; ", " · ", " / ", " + ", " - ", "\n- ", "\n", " & ")


@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    """Return the turns of each kind of writing, by its name; under "" those of no kind in particular."""
    kinds: dict[str, list[str]] = {"": []}
    kind = ""
    for line in lines_of(_FILE):
        if line.startswith("@@"):
            kind = line[2:]
            kinds[kind] = []
        elif not line.startswith("="):
            kinds[kind].append(line)
    return {name: tuple(turns) for name, turns in kinds.items()}


def things(kind: str) -> tuple[str, ...]:
    """Return the words that may stand in a slot: goods (``G``), firms (``F``), parts people play (``R``)."""
    return words_of(_FILE, kind)


class _Note:
    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self.hand = Hand(rng)
        people = [self.hand.somebody() for _ in range(rng.randint(2, 9))]
        self._cast = [called for called, _ in people]
        self._named = [name for _, name in people]

    def _slot(self, kind: str) -> Segment:
        rng = self._rng
        if kind == "N":
            name = self.hand.case(rng.choice(self._cast))
            return Segment(name, Mark(Role.GOLD, "PERSON"))
        if kind == "K":
            return Segment(self.hand.case(rng.choice(self._named)), Mark(Role.GOLD, "PERSON"))
        if kind == "E":
            return Segment(rng.choice(things("E")), Mark(Role.NEUTRAL, "text"))
        if kind in "GFAYOPC":
            place = rng.choice(places())
            words = {
                "P": lambda: rng.choice((place.ward, place.new_ward, place.province)).split(" ", 1)[-1],
                "C": lambda: rng.choice(STREETS),
            }.get(kind, lambda: rng.choice(things(kind)))()
            if kind in "GA" and rng.random() < 0.3:
                words = words.title()
            lowered = kind not in "GA" and rng.random() < self.hand.lower * 0.8
            return Segment(words.lower() if lowered else words, Mark(Role.LOOK_ALIKE, "text"))
        if kind == "I":
            return Segment(self.hand.nobody(), Mark(Role.LOOK_ALIKE, "text"))
        if kind in "RVBQWZ":
            return Segment(rng.choice(things(kind)))
        if kind == "T":
            return Segment(rng.choice(_TITLES))
        if kind == "H":
            return Segment(
                rng.choice((f"{rng.randint(6, 22)}h", f"{rng.randint(6, 22)}h{rng.randint(10, 59)}"))
            )
        if kind == "M":
            return Segment(rng.choice((f"{rng.randint(2, 90) * 10}k", f"{rng.randint(1, 30)}tr", "1tr8")))
        return Segment(f"09{rng.randint(10, 99)} {rng.randint(100, 999)} {rng.randint(100, 999)}")

    def line(self, turn: str) -> Segments:
        """Return one line with its slots filled."""
        rng = self._rng
        if not turn.startswith("!"):
            return self._filled(turn)
        text, _, kind = turn[1:].partition("|")
        before, _, after = text.partition("{L}")
        parter = rng.choice(_PARTERS)
        made = self._filled(before)
        if before and parter.startswith("\n"):
            made.append(Segment(parter.lstrip()))
        behind = rng.random()
        for n in range(rng.randint(3, 10)):
            if n:
                made.append(Segment(parter))
            if behind > 0.85 and kind == "N" and rng.random() < 0.6:
                made.append(Segment(f"{rng.choice(_TITLES)} "))
            made.append(self._slot(kind))
            if behind < 0.3:
                made += self._filled(rng.choice((" {M}", " 2", " x3", f" {rng.randint(2, 60)}c", " ({T})")))
            elif behind < 0.4 and rng.random() < 0.4:
                made += self._filled(rng.choice((" (con {N})", " ({F})", " ({P})", " ({N})", " {D}")))
        return [*made, Segment(after)]

    def _filled(self, text: str) -> Segments:
        made: Segments = []
        at = 0
        for found in _SLOT.finditer(text):
            made += [Segment(text[at : found.start()]), self._slot(found[1])]
            at = found.end()
        return [*made, Segment(text[at:])]


def _names_somebody(turn: str) -> bool:
    return "{N}" in turn or "{K}" in turn or turn.endswith("|N")


def _begun(segments: Segments) -> Segments:
    """Return a line that begins in a capital where no mark stands."""
    head = segments[0]
    if head.mark is None and head.text:
        return [Segment(head.text[0].upper() + head.text[1:]), *segments[1:]]
    return segments


def scribbles(count: int, seed: int = 1) -> Iterator[GoldDocument]:
    """Yield so many notes; the same seed gives the same notes."""
    for number in range(count):
        rng = random.Random(f"{seed}/scribble/{number}")
        note = _Note(rng)
        nobody = rng.random() < 0.25
        kinds = {
            name: [turn for turn in turns if not (nobody and _names_somebody(turn))]
            for name, turns in _kinds().items()
        }
        kind = rng.choice(sorted(kinds)) if rng.random() < _OF_A_KIND else ""
        begun = rng.random() < 0.6
        parter = rng.choice(("\n", "\n", ". ", "; ", " / "))
        segments: Segments = []
        for n in range(rng.choice(_LENGTHS)):
            of_kind = kind if rng.random() < _KEPT else rng.choice(("", "", rng.choice(sorted(kinds))))
            line = note.line(rng.choice(kinds[of_kind] or kinds[""]))
            segments += [Segment(parter)] if n else []
            segments += _begun(line) if begun and (not n or parter in ("\n", ". ")) else line
        if rng.random() < _LOWER:
            segments = [Segment(segment.text.lower(), segment.mark) for segment in segments]
        yield note_of(f"scribble/{number}", segments, rng, _PLAIN, _CAPITALS)
