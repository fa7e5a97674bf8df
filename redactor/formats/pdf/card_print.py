"""What is printed on every identity paper of its kind: titles and labels, which tell nothing of its holder.

A paper is covered whole, for what was not read on it may be anything. These words, read letter by letter, may stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from recognizers.folding import fold
from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.images import meet, union
from redactor.formats.pdf.ocr import Word

_PHRASES = """
cong hoa xa hoi chu nghia viet nam | socialist republic of viet nam | doc lap tu do hanh phuc
independence freedom happiness | can cuoc cong dan | citizen identity card | can cuoc | identity card
giay chung minh nhan dan | chung minh nhan dan | giay phep lai xe | driver's license | ho chieu | passport
bo cong an | ministry of public security | bo gtvt | mot
so dinh danh ca nhan | personal identification number | ho va ten | ho ten | ho chu dem va ten khai sinh | full name
surname | given names | ngay sinh | ngay thang nam sinh | sinh ngay | date of birth | gioi tinh | sex | quoc tich
nationality | que quan | nguyen quan | place of origin | noi sinh | place of birth | noi thuong tru
noi dkhk thuong tru | noi cu tru | place of residence | address | noi dang ky khai sinh
place of birth registration | co gia tri den | date of expiry | expires | ngay thang nam | date month year
ngay thang nam cap | date of issue | ngay thang nam het han | ngay cap | noi cap | place of issue
dac diem nhan dang | personal identification | dan toc | ton giao | dau vet rieng hoac di hinh
ngon tro trai | ngon tro phai | left index finger | right index finger
cuc truong cuc canh sat | quan ly hanh chinh ve trat tu xa hoi | director general of the police department
for administrative management of social order | dkql cu tru va dlqg ve dan cu | hang | class
loai | type | ma so | code | so ho chieu | passport no
"""

_ALONE = frozenset(("can cuoc", "mot", "hang", "class", "loai", "type", "ma so", "code", "address", "sex"))
"""Phrases that may be part of a name or an address unless they begin a row or follow a stroke."""

_BY_LENGTH = sorted(
    (tuple(phrase.split()) for line in _PHRASES.split("\n") for phrase in line.split("|") if phrase.strip()),
    key=len,
    reverse=True,
)
_STRIPPED = re.compile(r"^[^\w']+|[^\w']+$")

_CROSSED = 0.3
"""Share of a word's height to which another row's letters may reach into it, and are left out."""

_LEVEL, _MOST_LEAN, _MOST_LOWER = 0.002, 0.035, 0.25
"""How much rows may fall for each pixel to be level, and for upright boxes around words to hold these alone; and the
share of a word's height that may be lost to that.
"""

_BLANK = 1.0
"""Widest blank between words, in heights of a word."""

_LEAST_SURE = 50.0
"""How sure the engine must be of each letter."""


def printed_on_all(rows: Iterable[Sequence[Word]], taken: Sequence[Box], lean: float = 0.0) -> list[Box]:
    """Where titles and labels stand in the rows of a paper, clear of all else that stands there.

    Args:
        rows: its words, row by row, in a picture that was turned level.
        taken: where its portrait, zones and whatever could not be read are.
        lean: by how much the rows fall in the picture as given, for each pixel. The boxes are so much lower that
            upright boxes around them there hold nothing of other rows.
    """
    if lean > _MOST_LEAN:
        return []
    rows = [list(row) for row in rows]
    runs = [run for row in rows for run in _runs(row)]
    if lean >= _LEVEL:
        runs = [[word] for run in runs for word in run]
    printed = {id(word) for run in runs for word in run}
    others = [word.box for row in rows for word in row if id(word) not in printed]
    found = (_clear(union(word.box for word in run), [*others, *taken]) for run in runs)
    return [low for box in found if box is not None and (low := _lower(box, lean)) is not None]


def _lower(box: Box, lean: float) -> Box | None:
    """A box without what rows above and below would be seen through in the picture as given; None if that is much."""
    x0, y0, x1, y1 = box
    less = lean * (x1 - x0)
    return (x0, y0 + less / 2, x1, y1 - less / 2) if less <= _MOST_LOWER * (y1 - y0) else None


def _runs(row: Sequence[Word]) -> Iterator[list[Word]]:
    """Words of a row that make up phrases, those that follow each other as one."""
    keys = [_STRIPPED.sub("", fold(word.text).key) for word in row]
    real = [index for index, key in enumerate(keys) if key]
    held = [keys[index] for index in real]
    at, marked = 0, [False] * len(row)
    while at < len(real):
        length = next((len(p) for p in _BY_LENGTH if tuple(held[at : at + len(p)]) == p), 0)
        if length and _stands_alone(row, real, at, length, marked):
            for index in range(real[at], real[at + length - 1] + 1):
                marked[index] = row[index].sure >= _LEAST_SURE
        at += max(length, 1)
    for before, after in pairwise(real):  # a stroke between the same in two languages
        if marked[before] and marked[after]:
            marked[before:after] = [True] * (after - before)
    run: list[Word] = []
    for word, is_printed in zip(row, marked, strict=True):
        if is_printed and (not run or word.box[0] - run[-1].box[2] <= _BLANK * (word.box[3] - word.box[1])):
            run.append(word)
        elif is_printed:  # what stands between was perhaps not read
            yield run
            run = [word]
        elif run:
            yield run
            run = []
    if run:
        yield run


def _stands_alone(
    row: Sequence[Word], real: Sequence[int], at: int, length: int, marked: Sequence[bool]
) -> bool:
    """Whether a phrase that is an ordinary word elsewhere begins its row or follows what is printed on all."""
    words = " ".join(_STRIPPED.sub("", fold(row[index].text).key) for index in real[at : at + length])
    return words not in _ALONE or at == 0 or marked[real[at - 1]]


def _clear(box: Box, others: Sequence[Box]) -> Box | None:
    """The box short of letters of other rows that reach into it; None where something stands in it."""
    x0, y0, x1, y1 = box
    least = _CROSSED * (y1 - y0)
    for other in others:
        if not meet((x0, y0, x1, y1), other):
            continue
        if other[3] - y0 <= least:
            y0 = other[3]
        elif y1 - other[1] <= least:
            y1 = other[1]
        elif x1 - other[0] <= least:
            x1 = other[0]
        elif other[2] - x0 <= least:
            x0 = other[2]
        else:
            return None
    return (x0, y0, x1, y1)


def without(whole: Box, spared: Sequence[Box]) -> list[Box]:
    """A rectangle without others, as rectangles from top to bottom; the whole first of all where nothing is spared."""
    holes = [hole for hole in spared if meet(whole, hole)]
    edges = sorted({whole[1], whole[3], *(y for h in holes for y in (h[1], h[3]) if whole[1] < y < whole[3])})
    parts: list[Box] = []
    for top, bottom in pairwise(edges):
        x = whole[0]
        for hole in sorted(h for h in holes if h[1] < bottom and h[3] > top):
            if hole[0] > x:
                parts.append((x, top, hole[0], bottom))
            x = max(x, hole[2])
        if x < whole[2]:
            parts.append((x, top, whole[2], bottom))
    return parts
