"""Level or upright lines of a table that are too faint to be seen piece by piece, and are seen over their whole length.

Thin gray lines, blurred and compressed, are a few gray levels darker than paper: less than its noise. But over all of a
table's width the mean of many windows tells. Only looked for where other lines of the table were found.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

_WINDOW = 12
"""Pixels along a line that are taken together."""

_WINDOWS = 12
"""Least windows along a line."""

_BESIDE = 4
"""Pixels on either side of a line where paper is."""

_DARKER = 3.0
"""Gray levels by which the middle one of a line's windows is darker than what lies beside it."""

_EVEN, _SHARE = 0.4, 0.8
"""Share of that by which a window must be darker, and share of the windows that must be."""

_BORDERS = 3
"""Lines of the other direction that a table must have."""

_AROUND, _BESIDE_IT = 14, (2, 5)
"""Pixels from a line within which it is looked for print, and between which print on both sides runs over it."""

_INK, _ITSELF, _CROSSED = 0.4, 0.5, 0.12
"""Share of a page's contrast from which on it is ink; share of a line that is ink itself; and share of the print along
a line that runs over it when it is none of this sheet."""

Line = tuple[float, float, float]
"""Where it begins and ends along itself, and its place across, in the middle."""


def ink_level(gray: npt.NDArray[np.uint8]) -> float:
    """Gray level below which there is print."""
    dark, paper = np.percentile(gray, (0.5, 90))
    return float(paper - _INK * (paper - dark))


def shines_through(gray: npt.NDArray[np.uint8], line: Line, slope: float, ink: float) -> bool:
    """Whether a pale line runs over print: it is one of the sheet's other side, and parts nothing here."""
    start, end, at = line
    along = np.arange(max(round(start), 0), min(round(end), gray.shape[1]))
    if not along.size:
        return False
    offsets = np.arange(-_AROUND, _AROUND + 1)
    across = np.floor(at + slope * (along - (start + end) / 2)).astype(np.intp) + offsets[:, None]
    dark = gray[np.clip(across, 0, gray.shape[0] - 1), along] < ink
    if dark[abs(offsets) <= 1].mean(axis=1).max() >= _ITSELF:
        return False
    written = dark[abs(offsets) >= _BESIDE_IT[0]].any(axis=0) & ~dark.all(axis=0)
    low, high = _BESIDE_IT
    left = dark[(offsets <= -low) & (offsets >= -high)].any(axis=0)
    right = dark[(offsets >= low) & (offsets <= high)].any(axis=0)
    print_over_it = int((left & right & written).sum())
    return print_over_it > max(_CROSSED * int(written.sum()), 1.0)


def faint_lines(
    gray: npt.NDArray[np.uint8], known: Sequence[Line], across: Sequence[Line], slope: float, reach: float
) -> list[Line]:
    """Further lines that run along the second axis.

    Args:
        gray: the picture.
        known: a table's lines in this direction.
        across: its lines in the other direction.
        slope: how much the lines move across for each pixel along them.
        reach: how far apart two lines are at least.
    """
    if len(across) < _BORDERS:
        return []
    first, last = round(min(at for _, _, at in across)), round(max(at for _, _, at in across))
    top, bottom = round(min(start for start, _, _ in across)), round(max(end for _, end, _ in across))
    count = (last - first) // _WINDOW
    top, bottom = max(top - _BESIDE, 0), min(bottom + _BESIDE, gray.shape[0])
    if count < _WINDOWS or bottom - top <= 4 * _BESIDE or first < 0 or last > gray.shape[1]:
        return []
    part = gray[top:bottom, first : first + count * _WINDOW]
    means = part.reshape(bottom - top, count, _WINDOW).mean(axis=2, dtype=np.float32)
    for column in range(count):  # lines that slope are laid level
        off = round(slope * ((column + 0.5) * _WINDOW - (last - first) / 2))
        means[:, column] = np.roll(means[:, column], -off)
    darker = np.minimum(means[: -2 * _BESIDE], means[2 * _BESIDE :]) - means[_BESIDE:-_BESIDE]
    usual = np.median(darker, axis=1)
    even = (darker >= _EVEN * usual[:, None]).mean(axis=1) >= _SHARE
    usual[~even] = 0
    taken = [at for start, end, at in known if end - start >= 0.5 * (last - first)]
    found: list[Line] = []
    for row in np.argsort(-usual).tolist():
        if usual[row] < _DARKER:
            break
        at = float(top + row + _BESIDE) + 0.5
        if all(abs(at - other) > reach for other in taken):
            taken.append(at)
            found.append((float(first), float(last), at))
    return found
