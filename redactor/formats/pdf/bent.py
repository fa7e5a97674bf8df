"""Text that leaves the straight line: along a curve, on steps, or with one letter below the other.

Base lines tell nothing about it, for every letter has its own. So the order of drawing is followed: short pieces, each
beginning near the end of the one before it, but turned or moved across its direction.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from redactor.formats.pdf.engine import Box, Span
from redactor.formats.pdf.text import PageText

_LONGEST = 4
"""Glyphs of a piece at most: what is drawn in longer pieces has a base line."""

_LEAST = 6
"""Pieces that make a bent line."""

_NEAR = 2.2
"""How far the next piece may begin from the last glyph of the one before it, in font sizes."""

_MOVED, _TURNED = 0.06, 0.002
"""How far a piece lies across the direction of the one before it, in font sizes, and how much it is turned."""

_OFF_LINE = 0.3
"""How far the last glyph of a span lies across its direction for the span to be cut, in font sizes."""

_BENT = 0.5
"""Share of the pieces that must be moved or turned: accents and superscripts are fewer."""

_BLANK = 0.28
"""How much wider than the usual gap one is that is read as a space, in font sizes."""

_LEADING = 1.2
"""Distance of the feet of letters one below the other, in font sizes."""


def bent_lines(page: int, spans: Iterable[Span]) -> list[PageText]:
    """Every bent line of a page, as texts of their own: the page's own text has their letters in another order."""
    found: list[PageText] = []
    chain: list[Span] = []
    bent = 0

    spans = list(spans)

    def close() -> None:
        nonlocal bent
        if len(chain) >= _LEAST and bent >= _BENT * (len(chain) - 1) and not _is_column(chain, spans):
            found.append(_text(page, f"p{page}-bent{len(found)}", chain))
        chain.clear()
        bent = 0

    for span in _pieces(spans):
        chars = span["chars"]
        if len(chars) > _LONGEST or not chars:
            if chain:
                close()
            continue
        if chain:
            leaves = _goes_on(chain[-1], span)
            if leaves is None:
                close()
            else:
                bent += leaves
        chain.append(span)
    close()
    return found


def _is_column(chain: Sequence[Span], spans: Sequence[Span]) -> bool:
    """Whether pieces stand one below the other with others beside them: a column of a table, numbers of a list.

    Where the font itself writes downwards it is a line, whatever stands beside it.
    """
    if all(piece.get("wmode") for piece in chain):
        return False
    below = sum(_gap_below(before, after) for before, after in pairwise(chain))
    if below < _BENT * (len(chain) - 1):
        return False
    own = {piece["chars"][0][2] for piece in chain}
    size = chain[0]["size"]
    beside = sorted(c[2][1] for span in spans for c in span["chars"] if c[2] not in own and c[0] > 0x20)
    accompanied = 0
    for piece in chain:
        y = piece["chars"][0][2][1]
        at = bisect_left(beside, y - 0.3 * size)
        accompanied += at < len(beside) and beside[at] <= y + 0.3 * size
    return accompanied > 0.5 * len(chain)


def _gap_below(before: Span, after: Span) -> bool:
    (x0, y0), (x1, y1) = before["chars"][-1][2], after["chars"][0][2]
    return bool(abs(y1 - y0) > abs(x1 - x0))


def _pieces(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans, those cut into their glyphs whose glyphs do not stand on one line."""
    for span in spans:
        chars = span["chars"]
        if len(chars) > 1:
            dx, dy = span["dir"]
            (x0, y0), (x1, y1) = chars[0][2], chars[-1][2]
            if abs((y1 - y0) * dx - (x1 - x0) * dy) > _OFF_LINE * span["size"]:
                for char in chars:
                    yield {**span, "chars": [char]}
                continue
        yield span


def _goes_on(before: Span, after: Span) -> bool | None:
    """Whether a piece leaves the straight line of the one before it; None when it does not follow it at all."""
    size = before["size"]
    scale = max(size, 0.01)
    (x0, y0), (x1, y1) = before["chars"][-1][2], after["chars"][0][2]
    right, down = x1 - x0, y1 - y0
    if not (0.67 <= after["size"] / scale <= 1.5 and math.hypot(right, down) <= _NEAR * scale):
        return None
    (dx, dy), (ex, ey) = before["dir"], after["dir"]
    return bool(abs(down * dx - right * dy) > _MOVED * size or abs(dx * ey - dy * ex) > _TURNED)


def _gap(before: Span, after: Span) -> float:
    """From the end of a piece to the next, in font sizes; letters one below the other stand at their usual distance."""
    size = max(before["size"], 0.01)
    dx, dy = before["dir"]
    _code, _glyph, (x0, y0), box = before["chars"][-1]
    x1, y1 = after["chars"][0][2]
    distance = math.hypot(x1 - x0, y1 - y0)
    if (x1 - x0) * dx + (y1 - y0) * dy < 0.5 * distance:
        return float(distance / size - _LEADING)
    width, height = box[2] - box[0], box[3] - box[1]
    turned = dx * dx - dy * dy
    advance = (abs(dx) * width - abs(dy) * height) / turned if abs(turned) > 0.3 else size / 2
    return float((distance - min(max(advance, 0.0), size)) / size)


def _text(page: int, unit_id: str, chain: Sequence[Span]) -> PageText:
    text: list[str] = []
    boxes: list[Box | None] = []
    gaps = [_gap(before, after) for before, after in pairwise(chain)]
    blank = max(median(gaps), 0.0) + _BLANK
    for index, span in enumerate(chain):
        if index and gaps[index - 1] > blank and text[-1] != " " and span["chars"][0][0] != 0x20:
            text.append(" ")
            boxes.append(None)
        for code, _glyph, _origin, box in span["chars"]:
            text.append(chr(code) if code >= 0x20 and not 0xD800 <= code <= 0xDFFF else " ")
            boxes.append(box)
    aslant = (range(len(boxes)),)
    return PageText(id=unit_id, page=page, text="".join(text), boxes=boxes, line_starts=(0,), aslant=aslant)
