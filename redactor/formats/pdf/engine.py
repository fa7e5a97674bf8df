"""The few things asked of MuPDF itself, below PyMuPDF's Page class.

``Page.get_texttrace`` turns a rotated page upright and back for every call. Here pages are run in display coordinates
(points, origin top left of the page as shown), and the document is not touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import pymupdf
from pikepdf import PdfError
from pymupdf import extra, mupdf

Box = tuple[float, float, float, float]
"""x0, y0, x1, y1 in points of the page as displayed."""

Span = dict[str, Any]
"""What MuPDF's text trace says about one run: font, dir, size, type, chars …"""

ENGINE_ERRORS = (RuntimeError, ValueError, mupdf.FzErrorBase, PdfError)
"""What MuPDF, its Python layer and qpdf raise over broken files."""

FILL, STROKE, CLIP, INVISIBLE = 0, 1, 4, 3

_CLIPS = re.compile(rb"7[.0]*[\x00\s]+Tr(?![!-~])")


def trace(page: pymupdf.Page) -> list[Span]:
    """Every run of glyphs that the page's content shows or hides, in drawing order.

    It sees text outside of the crop box, behind clips and in render mode 3, and is not fooled by ActualText. Text on
    layers that are switched off is not run: switch them on before.
    """
    found: list[Span] = []
    device = extra.JM_new_texttrace_device(found)
    device.ptm = mupdf.FzMatrix()
    mupdf.fz_run_page(page.this, device, mupdf.FzMatrix(), mupdf.FzCookie())
    mupdf.fz_close_device(device)
    return found


def clipping(page: pymupdf.Page, spans: Sequence[Span], streams: Sequence[bytes]) -> list[Span]:
    """Runs that only say where something else shows (render mode 7), which the trace passes over.

    ``spans`` are those of the trace; ``streams`` the page's content, which tells whether there are any.
    """
    if not any(b"Tr" in stream and _CLIPS.search(stream) for stream in streams):
        return []
    traced = {(code, _at(origin)) for span in spans for code, _, origin, _ in span["chars"]}
    flags = pymupdf.TEXT_PRESERVE_LIGATURES | pymupdf.TEXT_PRESERVE_WHITESPACE
    flags |= pymupdf.TEXT_INHIBIT_SPACES | pymupdf.TEXT_IGNORE_ACTUALTEXT
    found: list[Span] = []
    for line, run in _runs(page, flags, mupdf.FzRect(mupdf.FzRect.Fixed_INFINITE)):
        chars = [(ord(char["c"]), -1, char["origin"], char["bbox"]) for char in run["chars"]]
        chars = [char for char in chars if (char[0], _at(char[2])) not in traced]
        if chars:
            found.append(
                {
                    "font": run["font"],
                    "dir": line["dir"],
                    "size": run["size"],
                    "type": CLIP,
                    "chars": tuple(chars),
                    "bbox": run["bbox"],
                }
            )
    return found


def _at(origin: tuple[float, float]) -> tuple[int, int]:
    return round(origin[0] * 4), round(origin[1] * 4)


def _runs(
    page: pymupdf.Page, flags: int, area: mupdf.FzRect
) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Every run of MuPDF's structured text, with the line it stands in."""
    options = mupdf.FzStextOptions()
    options.flags = flags
    text = mupdf.FzStextPage(area)
    device = mupdf.fz_new_stext_device(text, options)
    mupdf.fz_run_page(mupdf.FzPage(page.this), device, mupdf.FzMatrix(), mupdf.FzCookie())
    mupdf.fz_close_device(device)
    for block in pymupdf.TextPage(text).extractRAWDICT()["blocks"]:
        for line in block.get("lines", ()):
            for run in line["spans"]:
                yield line, run


def told(page: pymupdf.Page) -> dict[tuple[float, float], str]:
    """The characters that the page means, by the origin of their glyphs: ``ActualText`` stands for what it replaces."""
    runs = _runs(page, pymupdf.TEXT_PRESERVE_WHITESPACE, mupdf.FzRect(*page.rect))
    return {char["origin"]: char["c"] for _, run in runs for char in run["chars"]}


def drawings(page: pymupdf.Page) -> list[dict[str, Any]]:
    """Every path that the page's content fills or strokes, as ``Page.get_cdrawings``, in display coordinates."""
    found: list[dict[str, Any]] = extra.get_cdrawings(mupdf.FzPage(page.this), False, None, None)
    return found


def to_user_space(page: pymupdf.Page) -> pymupdf.Matrix:
    """The matrix from display coordinates to the coordinates of the page's content stream."""
    media = mupdf.FzRect()
    matrix = mupdf.FzMatrix()
    mupdf.pdf_page_transform(page._pdf_page(), media, matrix)
    inverse: pymupdf.Matrix = ~pymupdf.Matrix(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
    return inverse
