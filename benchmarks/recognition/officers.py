"""Papers put together line by line in which some people act in office and others do not, for training only.

Gold papers hold a few hundred turns in which an officer is named. The turns and offices of ``officers.txt`` are more
of both, and of people who have a job, sign, or are written to by officers.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.recognition.corpus import GoldDocument, Mark, Role
from benchmarks.recognition.noise import Segment, Segments
from benchmarks.recognition.notes import note_of
from benchmarks.recognition.turns import turns_of, words_of
from tests.synthetic.addresses import new_address, old_address, places
from tests.synthetic.people import PeopleFactory, Person

_SLOT = re.compile(r"\{([ONTJUWDLCBAYS])\}")


def _list(kind: str) -> tuple[str, ...]:
    return words_of("officers.txt", kind)


def _turns(sign: str) -> tuple[str, ...]:
    return turns_of("officers.txt", sign)


class _Paper:
    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._people = PeopleFactory(rng.randint(0, 10**9))
        self._officers: list[Person] = []
        self._capitals = rng.random() < 0.15

    def _slot(self, kind: str, heading: bool) -> Segment:
        rng = self._rng
        if kind == "O":
            name = self._people.person().name
            return Segment(name.upper() if self._capitals else name, Mark(Role.OFFICIAL, "PERSON"))
        if kind == "N":
            name = self._people.person().name
            return Segment(name.upper() if self._capitals else name, Mark(Role.GOLD, "PERSON"))
        if kind in "TJUW":
            text = rng.choice(_list(kind))
            return Segment(text.upper() if heading else text)
        if kind == "D":
            number = f"0{rng.choice('379')}{rng.randint(10**7, 10**8 - 1)}"
            return Segment(rng.choice((number, f"{number[:4]} {number[4:7]} {number[7:]}")))
        if kind == "L":
            return Segment(
                f"0{rng.choice(('24', '28', '236', '292', '203'))} 3{rng.randint(100, 999)} {rng.randint(100, 999)}"
            )
        if kind == "C":
            return Segment(
                f"0{rng.randint(10, 96)}{rng.choice('0123')}{rng.randint(10, 99)}{rng.randint(10**5, 10**6 - 1)}"
            )
        if kind == "A":
            return Segment(rng.choice((old_address, new_address))(rng, rng.choice(places())))
        if kind == "S":
            return Segment(rng.choice(("ông", "bà", "Ông", "Bà")))
        day = f"{rng.randint(1, 28):02d}/{rng.randint(1, 12):02d}/{rng.randint(1950, 2005) if kind == 'B' else 2025}"
        return Segment(day[-4:] if kind == "B" and rng.random() < 0.4 else day)

    def turn(self, turn: str) -> Segments:
        """Return a turn with its slots filled; an office on a line of its own above a name is often in capitals."""
        rng = self._rng
        heading = "¶" in turn and rng.random() < 0.6
        made: Segments = []
        at = 0
        turn = turn.replace("¶", "\n")
        for found in _SLOT.finditer(turn):
            made += [Segment(turn[at : found.start()]), self._slot(found[1], heading)]
            at = found.end()
        return [*made, Segment(turn[at:])]


def officers_papers(count: int, seed: int = 1) -> Iterator[GoldDocument]:
    """Yield so many papers; the same seed gives the same papers."""
    for number in range(count):
        rng = random.Random(f"{seed}/officers/{number}")
        paper = _Paper(rng)
        segments: Segments = []
        official = rng.choice((0.2, 0.5, 0.8))
        if rng.random() < 0.4:
            segments.append(Segment(rng.choice(_list("U")).upper() + "\n"))
        parter = rng.choice(("\n", "\n", "\n", ". ", "; "))
        for n in range(rng.randint(2, 9)):
            turn = rng.choice(_turns("+" if rng.random() < official else "-"))
            if n:
                segments.append(Segment("\n" if "¶" in turn else parter))
            segments += paper.turn(turn)
        yield note_of(f"officers/{number}", segments, rng, plain=0.15, capitals=0.06)
