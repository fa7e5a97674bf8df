"""The Tesseract engine by itself, which tells of every letter how sure it is, and is started once for many pictures.

The one inside PyMuPDF tells no certainty, loads its data for each picture and takes twice the time. It stays for
systems for which the package has no build, and for folders whose names the engine cannot open.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from types import ModuleType
from typing import Any

from PIL import Image

from redactor.formats.pdf.engine import Box

_UNNAMED_DPI = 70
"""What the engine is told of a picture whose size on paper is not known, as the one inside PyMuPDF is."""

_local = threading.local()


@dataclass(frozen=True, slots=True)
class Symbol:
    """One letter: its text, where it stands from left to right, and how sure the engine is, from 0 to 100."""

    text: str = field(repr=False)
    x0: float
    x1: float
    sure: float


@dataclass(frozen=True, slots=True)
class EngineWord:
    """What the engine calls a word: its letters, and its box with the height of its line."""

    symbols: tuple[Symbol, ...]
    box: Box


@cache
def _package() -> ModuleType | None:
    # Its threads are of no use: pages are read in processes, one for each core.
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    try:
        import tesserocr
    except ImportError:
        return None
    return tesserocr  # type: ignore[no-any-return]


def _engine(data: str) -> Any | None:
    """This thread's engine, started when it is first asked for; None where there is none."""
    package = _package()
    if package is None:
        return None
    if getattr(_local, "data", None) != data:
        _local.data, _local.engine = data, None
        try:
            _local.engine = package.PyTessBaseAPI(path=data, lang="vie", psm=package.PSM.SINGLE_BLOCK)
        except RuntimeError:  # no such folder, as far as the engine can spell its name
            return None
        _local.engine.SetVariable("debug_file", os.devnull)
    return _local.engine


def readings(image: Image.Image, data: str) -> list[EngineWord] | None:
    """What stands in a picture, line by line; None where this engine cannot be had.

    Args:
        image: in any mode; it is read in gray, for in colours the engine looks at each of the three by itself.
        data: the folder with the recognition data.
    """
    engine = _engine(data)
    if engine is None:
        return None
    gray = image.convert("L")
    engine.SetImageBytes(gray.tobytes(), gray.width, gray.height, 1, gray.width)
    engine.SetSourceResolution(_UNNAMED_DPI)
    try:
        return list(_words(engine)) if engine.Recognize() else []
    finally:
        engine.Clear()


def _words(engine: Any) -> Iterator[EngineWord]:
    package = _package()
    assert package is not None
    word, symbol, line = package.RIL.WORD, package.RIL.SYMBOL, package.RIL.TEXTLINE
    at = engine.GetIterator()
    if at is None:
        return
    while True:
        if at.Empty(word):
            if not at.Next(word):
                return
            continue
        around, own = at.BoundingBox(line), at.BoundingBox(word)
        symbols: list[Symbol] = []
        more = True
        while more:
            text, box = at.GetUTF8Text(symbol), at.BoundingBox(symbol)
            if text and box:
                symbols.append(Symbol(text, box[0], box[2], at.Confidence(symbol)))
            more = at.Next(symbol)
            if at.IsAtBeginningOf(word):
                break
        if symbols and around and own:
            yield EngineWord(tuple(symbols), (own[0], around[1], own[2], around[3]))
        if not more:
            return
