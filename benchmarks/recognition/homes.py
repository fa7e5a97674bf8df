"""Places where people live, as any hand writes them, for training only: hamlets without a word, landmarks, lists, talk.

Gold papers name most homes in full, behind a label. ``moved`` puts other homes into them, and ``home_notes`` puts lines
together in which a home stands where goods, firms, parts people play and places nobody lives in stand in others.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from benchmarks.recognition.corpus import GoldDocument, Mark, Role
from benchmarks.recognition.noise import Segment, Segments
from benchmarks.recognition.notes import note_of
from benchmarks.recognition.scribble import things
from benchmarks.recognition.turns import turns_of, words_of
from benchmarks.recognition.vary import Hand
from tests.synthetic.addresses import STREETS, abbreviate, house, lower_unit, new_address, old_address, places


def _list(kind: str) -> tuple[str, ...]:
    return words_of("homes.txt", kind)


def _turns(sign: str) -> tuple[str, ...]:
    return turns_of("homes.txt", sign)


_PARTERS = (" – ", " - ", ", ", ", ", "; ", " | ", "  ", " / ", " · ", " ", ": ")


def hamlet(rng: random.Random) -> str:
    """Return a hamlet's name, made up or that of a commune."""
    if rng.random() < 0.3:
        place = rng.choice(places())
        return rng.choice((place.ward, place.new_ward)).split(" ", 1)[-1]
    name = f"{rng.choice(_list('F'))} {rng.choice(_list('S'))}"
    return name if rng.random() < 0.8 else f"{name} {rng.choice((*_list('S'), '1', '2', '3'))}"


def _filled(turn: str, rng: random.Random) -> str:
    values: dict[str, Callable[[], str]] = {
        "{h}": lambda: hamlet(rng),
        "{n}": lambda: str(rng.choice((rng.randint(1, 12), rng.randint(1, 12), rng.randint(13, 480)))),
        "{s}": lambda: rng.choice(STREETS),
        "{l}": lambda: rng.choice("ABCDEG"),
        "{g}": lambda: rng.choice(_list("G")),
    }
    for slot, value in values.items():
        while slot in turn:
            turn = turn.replace(slot, value(), 1)
    return turn


def _one(kind: str, rng: random.Random) -> str:
    """Return one of a list with its slots filled."""
    return _filled(rng.choice(_list(kind)), rng)


def _units(rng: random.Random) -> str:
    """Return a commune, a district or more, with or without the words for them."""
    place = rng.choice(places())
    units = rng.choice(
        (
            (place.ward,),
            (place.new_ward,),
            (place.district,),
            (place.province,),
            (place.ward, place.district),
            (place.ward, place.district, place.province),
            (place.new_ward, place.new_province),
            (place.district, place.province),
        )
    )
    how = rng.choice((lower_unit, lambda unit: abbreviate(unit, rng), lambda unit: unit.split(" ", 1)[-1]))
    return rng.choice((", ", ", ", ", ", " - ", " ")).join(how(unit) for unit in units)


def home(rng: random.Random) -> str:
    """Return where somebody lives."""
    place = rng.choice(places())
    kinds: tuple[Callable[[], str], ...] = (
        lambda: hamlet(rng),
        lambda: hamlet(rng),
        lambda: _one("K", rng),
        lambda: _one("K", rng),
        lambda: _one("L", rng),
        lambda: _units(rng),
        lambda: f"{hamlet(rng)}, {_units(rng)}",
        lambda: f"{_one('K', rng)}{rng.choice((', ', ', ', ' '))}{_units(rng)}",
        lambda: f"{_one('L', rng)}, {_units(rng)}",
        lambda: house(rng, rng.random() < 0.5, place.region),
        lambda: rng.choice((old_address, new_address))(rng, place),
        lambda: rng.choice(_list("O")),
        lambda: f"{_one('K', rng)} {_one('R', rng)}",
    )
    return rng.choice(kinds)()


def _as_written(text: str, hand: Hand) -> str:
    """Return a place as this hand writes, the units' words in lower case inside of lines."""
    return hand.case(text[:1].lower() + text[1:] if text.split(" ", 1)[0] in _UNIT_WORDS else text)


_UNIT_WORDS = frozenset(
    ("Thôn", "Xóm", "Ấp", "Bản", "Làng", "Khu", "Tổ", "Đội", "Buôn", "Lô", "Căn", "Số", "Phường", "Xã")
)


def moved(segments: Sequence[Segment], rng: random.Random) -> Segments:
    """Return a paper whose people live elsewhere, and whose offices and sites are elsewhere, too."""
    hand = Hand(rng)
    share = rng.choice((0.3, 0.7, 1.0))
    made: Segments = []
    for segment in segments:
        mark = segment.mark
        if mark is not None and rng.random() < share:
            lived_in = mark.role is Role.GOLD and mark.kind == "VN_ADDRESS" and "\n" not in segment.text
            if lived_in or (mark.role is Role.LOOK_ALIKE and mark.kind == "companyaddr"):
                segment = replace(segment, text=_as_written(home(rng), hand))
        made.append(segment)
    return made


class _Note:
    """Somebody's notes: one cast, one hand."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self.hand = Hand(rng)
        self._cast = [self.hand.anybody() for _ in range(rng.randint(3, 9))]
        self._full = rng.random() < 0.5

    def _name(self) -> str:
        rng = self._rng
        if self._full:
            return self.hand.case(" ".join(word.capitalize() for word in self.hand.whole()))
        return self.hand.case(rng.choice(self._cast))

    def slot(self, kind: str) -> Segment:
        """Return a value of a kind; see the turns above."""
        rng = self._rng
        if kind == "N":
            return Segment(self._name(), Mark(Role.GOLD, "PERSON"))
        if kind == "A":
            return Segment(_as_written(home(rng), self.hand), Mark(Role.GOLD, "VN_ADDRESS"))
        if kind == "Q":
            return Segment(_as_written(home(rng), self.hand), Mark(Role.LOOK_ALIKE, "place"))
        if kind == "D":
            number = f"0{rng.choice('379')}{rng.randint(10**7, 10**8 - 1)}"
            return Segment(
                rng.choice((number, f"{number[:4]} {number[4:7]} {number[7:]}")), Mark(Role.GOLD, "VN_PHONE")
            )
        if kind == "B":
            return Segment(str(rng.choice((rng.randint(1940, 2018), rng.randint(5, 90)))))
        if kind == "M":
            return Segment(
                rng.choice(
                    (f"{rng.randint(2, 90) * 10}k", f"{rng.randint(1, 30)}tr", f"{rng.randint(2, 90)}.000")
                )
            )
        if kind == "H":
            return Segment(f"{rng.randint(5, 21)}h{rng.choice(('', '15', '30'))}")
        if kind == "O":
            return Segment(str(rng.randint(1, 99)))
        if kind == "L":
            return Segment(f"{rng.randint(1, 12)}{rng.choice('ABC')}{rng.choice(('', '1', '2'))}")
        if kind == "P":
            return Segment(self.hand.case(hamlet(rng)), Mark(Role.LOOK_ALIKE, "place"))
        words = {
            "G": lambda: rng.choice(things("G")),
            "F": lambda: (
                f"{rng.choice(('quán ', 'cty ', 'shop ', 'trường ', 'tiệm ', ''))}{rng.choice(things('F'))}"
            ),
            "R": lambda: rng.choice(things("R")),
            "T": lambda: rng.choice(("anh", "chị", "cô", "chú", "ông", "bà", "bác", "a", "c", "em")),
            "C": lambda: rng.choice(STREETS),
            "I": lambda: rng.choice(_list("I")),
            "W": lambda: rng.choice(_list("W")),
            "J": lambda: rng.choice(_list("J")),
        }[kind]()
        return Segment(self.hand.case(words))

    def said(self, turn: str) -> Segments:
        """Return a sentence with its slots filled."""
        made: Segments = []
        for n, piece in enumerate(turn.replace("}", "{").split("{")):
            if n % 2:
                made.append(self.slot(piece))
            elif piece:
                made.append(Segment(piece))
        return made

    def rows(self) -> Iterator[Segments]:
        """Yield the lines of a list: the same details of everybody in the same order."""
        rng = self._rng
        details = rng.sample(("D", "B", "M", "J", "W", "I", "G", "R", "F", "O", "L"), rng.randint(0, 3))
        kind = rng.random()
        if kind < 0.65:
            details.insert(rng.randint(0, len(details)), "A")
        elif kind < 0.75:
            details.insert(rng.randint(0, len(details)), "P" if rng.random() < 0.3 else "F")
        order = ["N", *details]
        if rng.random() < 0.15:
            rng.shuffle(order)
        parter = rng.choice(_PARTERS)
        first = parter if rng.random() < 0.8 else rng.choice((" (", ": ", " "))
        numbered = rng.choice(("", "", "{}. ", "{}) ", "- ", "+ "))
        for number in range(rng.randint(3, 8)):
            made: Segments = [Segment(numbered.format(number + 1))] if numbered else []
            for n, what in enumerate(order):
                if n and rng.random() < 0.08:
                    continue
                if n:
                    made.append(Segment(first if n == 1 else parter))
                made.append(self.slot(what))
                if n == 1 and first == " (":
                    made.append(Segment(")"))
            yield made


def home_notes(count: int, seed: int = 1) -> Iterator[GoldDocument]:
    """Yield so many notes; the same seed gives the same notes."""
    for number in range(count):
        rng = random.Random(f"{seed}/home/{number}")
        note = _Note(rng)
        lines: list[Segments] = []
        if rng.random() < 0.6:
            lines += note.rows()
        for _ in range(rng.randint(0 if lines else 3, 6)):
            lines.append(note.said(rng.choice(_turns("+" if rng.random() < 0.55 else "-"))))
        parter = "\n" if rng.random() < 0.8 else rng.choice((". ", "; "))
        segments: Segments = []
        for n, line in enumerate(lines):
            segments += [Segment(parter), *line] if n else line
        yield note_of(f"home/{number}", segments, rng, capitals=0.08)
