"""Finding words in what was read: on pages at once, in grids through a worker."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from redactor.errors import RedactorError
from redactor.model import PageArea, Place
from redactor.preview import MAX_HITS, folded, occurrences
from ui.bridge import Bridge
from ui.page_text import line_rects
from ui.review import FileReview

if TYPE_CHECKING:
    from ui.controller import Controller

__all__ = ["MAX_HITS", "GridSearch", "SearchHit", "folded", "occurrences", "search_pages"]


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One place where the words stand."""

    file: int
    place: Place
    text: str = field(default="", repr=False)


def search_pages(file: FileReview, query: str) -> Iterator[SearchHit]:
    """Hits on the pages of a file."""
    words, _ = folded(query.strip())
    for page, units in sorted(file.words.items()):
        for unit in units:
            for start, end in occurrences(unit.text, words):
                rects = tuple(line_rects(unit, start, end))
                if rects:
                    yield SearchHit(file.number, PageArea(page, rects), unit.text[start:end])


class GridSearch(QObject):
    """Searches the grids of the job behind the window. ``found``: the query and its hits, file by file."""

    found = Signal(str, object)

    def __init__(self, controller: Controller, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._bridge = Bridge(self._take, self)

    def start(self, query: str) -> None:
        """Search; a later search does not wait for this one."""
        pool = self._controller.queue.pool
        grids = [
            (f.number, f.path, self._controller.queue.password(f.number))
            for f in self._controller.session
            if f.scan is not None and not f.paged
        ]
        if pool is not None and grids:
            threading.Thread(target=self._run, args=(pool, grids, query), name="search", daemon=True).start()

    def _run(self, pool: Any, grids: list[tuple[int, Any, str]], query: str) -> None:
        from redactor.preview import search_cells

        for number, path, password in grids:
            try:
                places = search_cells(pool, path, password, query)
            except RedactorError:
                continue  # the file itself says what is wrong with it
            self._bridge.post((query, [SearchHit(number, p) for p in places]))

    def _take(self, message: tuple[str, list[SearchHit]]) -> None:
        self.found.emit(*message)
