"""Identity papers in a picture: citizen cards, older identity cards, passports, driving licences; and their MRZ.

A card is known by the words that are printed on all of them, in two languages; a contract that speaks of a citizen card
has not got those. Where it lies is told by what stands out from the ground, or else by its print (``card_places``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from recognizers.folding import fold
from redactor.formats.pdf.card_places import may_be_card, place_of
from redactor.formats.pdf.card_print import printed_on_all
from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.images import meet, union
from redactor.formats.pdf.ocr import Word
from redactor.formats.pdf.ocr_text import rows
from redactor.formats.pdf.sheet import Sheet

_TITLES = re.compile(
    r"citizen identity card|^\W*giay chung minh nhan dan\W*$|^\W*giay phep lai xe|driver.?s license"
    r"|^\W*(ho chieu\W*)?passport\W*$|^\W*can cuoc( cong dan)?\W*$|^\W*identity card\W*$"
)
_ONLY_ON_CARDS = re.compile(
    r"index finger|ngon tro (trai|phai)|dau vet rieng|place of origin|personal identification\W*$|dac diem nh[aă]n dang"
    r"|cuc truong cuc canh sat|ministry of public security|noi dkhk thuong tru"
)
_LABELS = re.compile(
    r"full name|date of birth|place of (residence|birth)|date of expiry|nationality|/ ?sex\b|co gia tri den"
    r"|date, month, year|que quan|nguyen quan|noi thuong tru|noi cu tru|so ?/ ?no|so dinh danh ca nhan|given names?"
    r"|surname|personal identification number|hang ?/ ?class|dan toc|ton giao"
)
_TITLE, _ONLY, _LABEL, _ZONE = 2, 2, 1, 3
_ENOUGH = 4
"""Sum of the weights above from which on a picture shows an identity paper."""

_MAX_WORDS = 140
"""Words on one side of a card; a page of a bilingual form has more."""

_ZONE_CHARS = re.compile(r"[A-Z0-9<«‹≤>(\[{]")
_FILLERS = re.compile(r"[<«‹≤]|[KCLE(]{4,}")
_ZONE_LENGTH = 24
_FRAME = re.compile(r"^.?[I1TLl|]?[DK]VNM|^P[<«‹K]VNM|\d{6,7}[MFX<]\d{6,7}VNM|^[A-Z]{2,}[<«‹]{2}[A-Z]")

_BLOCK = 2.5
"""Distances between rows from which on two papers, or a paper and other print, may lie below each other."""

_HEADING = re.compile(r"cong hoa xa hoi|socialist republic|doc lap|independence|^\W*so ?(/ ?no)?\b.*\d{9}")
"""Rows that stand on cards as on forms: they tell how far a card reaches, and not whether it is one."""


@dataclass(frozen=True, slots=True)
class Papers:
    """Identity papers in one picture, in its pixels.

    Attributes:
        cards: the whole of each.
        zones: machine-readable zones.
        portraits: where the portrait of a card's front stands.
        printed: titles and labels on cards.
    """

    cards: tuple[Box, ...] = ()
    zones: tuple[Box, ...] = ()
    portraits: tuple[Box, ...] = ()
    printed: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class _Paper:
    box: Box
    lines: Sequence[_Row]
    zones: Sequence[Box]


@dataclass(frozen=True, slots=True)
class _Row:
    text: str = field(repr=False)
    key: str = field(repr=False)
    box: Box
    words: int

    @property
    def weight(self) -> int:
        """How much the row speaks for an identity paper."""
        return (
            _TITLE * bool(_TITLES.search(self.key))
            + _ONLY * bool(_ONLY_ON_CARDS.search(self.key))
            + _LABEL * len(set(m.group() for m in _LABELS.finditer(self.key)))
        )

    @property
    def is_decisive(self) -> bool:
        """Whether it does not occur on forms."""
        return bool(_TITLES.search(self.key) or _ONLY_ON_CARDS.search(self.key))


def papers(words: Sequence[Word], sheet: Sheet, regions: Sequence[Box], lean: float = 0.0) -> Papers:
    """Identity papers by the words read in a level picture.

    Args:
        words: as read.
        sheet: the picture.
        regions: what stands out from its ground.
        lean: by how much rows fell, for each pixel, before it was turned.
    """
    left = list(words)
    found: list[_Paper] = []
    for region in sorted(regions, key=lambda r: (r[2] - r[0]) * (r[3] - r[1])):
        # By itself: a row across the whole picture may hold the print of two papers.
        inside = [word for word in left if _lies_in(word.box, region)]
        lines = _rows(inside)
        if _is_card(lines):
            left = [word for word in left if not _lies_in(word.box, region)]
            if may_be_card(region, union(line.box for line in _print_of(lines))):
                found.append(_Paper(region, lines, _zones(lines)))
            else:
                found.append(_placed(lines, _rows(left), sheet))
    lines = _rows(left)
    papers_found = _papers_below_each_other(lines)
    taken = [line for paper in papers_found for line in paper]
    found += [_placed(paper, [line for line in lines if line not in taken], sheet) for paper in papers_found]
    zones = [zone for paper in found for zone in paper.zones]
    zones += [zone for zone in _zones(lines) if not any(meet(zone, other) for other in zones)]
    portraits = [box for paper in found if (box := _portrait_place(paper.box, paper.lines))]
    printed = [
        box
        for paper in found
        for box in printed_on_all(
            rows([w for w in words if _lies_in(w.box, paper.box)]), [*zones, *portraits], lean
        )
    ]
    return Papers(tuple(paper.box for paper in found), tuple(zones), tuple(portraits), tuple(printed))


def _placed(lines: Sequence[_Row], others: Sequence[_Row], sheet: Sheet) -> _Paper:
    """A paper around its print, of rows among which there may be others."""
    own = _print_of(lines)
    around = union(line.box for line in own)
    within = [line for line in lines if around[1] <= (line.box[1] + line.box[3]) / 2 <= around[3]]
    near = [line.box for line in lines if line not in within]
    labels = [line.box[0] for line in _fronts(own)]
    portrait = median(labels) if labels else None
    card = place_of(
        [line.box for line in within], near, [line.box for line in others], sheet, portrait=portrait
    )
    inside = [line for line in lines if _lies_in(line.box, card)]
    return _Paper(card, inside, _zones(inside))


def _print_of(lines: Sequence[_Row]) -> list[_Row]:
    """The rows that stand on cards."""
    zones = _zones(lines)
    return [
        line
        for line in lines
        if line.weight or _HEADING.search(line.key) or any(meet(line.box, zone) for zone in zones)
    ]


def _papers_below_each_other(lines: Sequence[_Row]) -> list[list[_Row]]:
    """The rows of each identity paper where nothing tells where it ends but blank paper."""
    if _is_card(lines):
        return _apart(lines)
    return [part for block in _blocks(lines) if _is_card(block) for part in _apart(block)]


def _apart(lines: Sequence[_Row]) -> list[list[_Row]]:
    """The rows of a paper, or of several if each part of them is one by itself."""
    ordered = sorted(lines, key=lambda line: line.box[1])
    blocks = _blocks(ordered)
    for index in range(1, len(blocks)):
        upper, lower = (
            [line for block in part for line in block] for part in (blocks[:index], blocks[index:])
        )
        if _is_printed_as_card(upper) and _is_printed_as_card(lower):
            return [*_apart(upper), *_apart(lower)]
    return [ordered]


def _blocks(lines: Sequence[_Row]) -> list[list[_Row]]:
    """Rows with much more than the usual distance between the last of the one and the first of the next block."""
    ordered = sorted(lines, key=lambda line: line.box[1])
    if len(ordered) < 2:
        return [ordered]
    steps = [below.box[1] - above.box[1] for above, below in pairwise(ordered)]
    found: list[list[_Row]] = [[]]
    for line, step in zip(ordered, [0.0, *steps], strict=True):
        if step > _BLOCK * median(steps) and not _zones([line]):  # which stands below the rest of its paper
            found.append([])
        found[-1].append(line)
    return found


def _rows(words: Sequence[Word]) -> list[_Row]:
    return [_row(row) for row in rows(words)]


def _row(words: Sequence[Word]) -> _Row:
    text = " ".join(word.text for word in words)
    return _Row(text, fold(text).key, union(word.box for word in words), len(words))


def _is_card(lines: Sequence[_Row]) -> bool:
    zones = _zones(lines)
    if not lines or sum(line.words for line in lines) > _MAX_WORDS:
        return False
    decisive = bool(zones) or any(line.is_decisive for line in lines)
    return decisive and sum(line.weight for line in lines) + _ZONE * bool(zones) >= _ENOUGH


def _is_printed_as_card(lines: Sequence[_Row]) -> bool:
    """The same of part of a paper: its zone alone, which stands below the rest of it, is none."""
    return any(line.is_decisive for line in lines) and sum(line.weight for line in lines) >= _ENOUGH


def _zones(lines: Sequence[_Row]) -> list[Box]:
    """Rows of a machine-readable zone, those below each other as one. Check digits do not matter."""
    found: list[Box] = []
    for line in lines:
        plain = line.text.replace(" ", "")
        chars = len(_ZONE_CHARS.findall(plain))
        if chars < _ZONE_LENGTH or chars < 0.85 * len(plain):
            continue
        if not (_FRAME.search(plain) or len(_FILLERS.findall(plain)) >= 3):
            continue
        height = line.box[3] - line.box[1]
        for index, other in enumerate(found):
            if line.box[1] - other[3] < 2 * height and line.box[0] < other[2] and line.box[2] > other[0]:
                found[index] = union((other, line.box))
                break
        else:
            found.append(line.box)
    return found


def _lies_in(box: Box, region: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return region[0] <= x <= region[2] and region[1] <= y <= region[3]


def _fronts(lines: Sequence[_Row]) -> list[_Row]:
    """Rows that stand on the front of a card only, beside the portrait."""
    return [line for line in lines if re.search(r"full name|ho va ten|date of birth|ngay sinh", line.key)]


def _portrait_place(card: Box, lines: Sequence[_Row]) -> Box | None:
    """Left of the print on the front; None for a back."""
    front = _fronts(lines)
    if not front:
        return None
    left = median(line.box[0] for line in front)
    width, height = card[2] - card[0], card[3] - card[1]
    if left - card[0] < 0.12 * width:
        return None
    return (card[0], card[1] + 0.3 * height, left - 0.01 * width, card[1] + 0.92 * height)
