"""What may come back into the copy: links and bookmarks that hold nothing that was removed.

A bookmark whose title holds a removed value comes back with the value replaced; a link whose address does stays out.
"""

from __future__ import annotations

import base64
import contextlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote

import pymupdf
from pikepdf import Array, Dictionary, Name, NameTree, Object, Pdf, String

from redactor.formats.pdf.engine import ENGINE_ERRORS
from redactor.formats.pdf.parts import Parts
from redactor.formats.pdf.resources import whole_number
from redactor.formats.pdf.restored import Bookmark, Link
from redactor.model import PartPlace

_SCHEMES = ("http://", "https://", "mailto:", "tel:", "ftp://")
MAX_LINKS = 20_000
_ESCAPED_TWICE = 2
_RUNS = re.compile(r"[A-Za-z0-9_-]{8,}")
MAX_BOOKMARKS = 20_000


@dataclass(frozen=True, slots=True)
class Change:
    """A span of one string, and what takes its place."""

    start: int
    end: int
    text: str = field(repr=False)


class Removed:
    """What was removed from the strings that pages do not show, and every removed value."""

    def __init__(self, parts: Parts, changes: Sequence[tuple[PartPlace, str]], values: Iterable[str]) -> None:
        """Take the changed places (with their replacements) and the removed values."""
        by_key = {(u.part, u.key): u.text for u in parts.units}
        self._changes: dict[str, list[Change]] = {}
        for place, text in changes:
            whole = by_key.get((place.part, place.key))
            if whole is not None:
                start = 0 if place.start is None else place.start
                end = len(whole) if place.end is None else place.end
                self._changes.setdefault(whole, []).append(Change(start, end, text))
        self._values = tuple(v for v in map(_folded, values) if len(v) >= 4)

    def clean(self, text: str) -> str | None:
        """``text`` with everything removed that has to be, or None if something would still be left."""
        for change in sorted(self._changes.get(text, ()), key=lambda c: -c.start):
            text = text[: change.start] + change.text + text[change.end :]
        folded = _folded(text)
        return None if any(map(folded.__contains__, self._values)) else text

    def is_innocent(self, text: str) -> bool:
        """Whether nothing in ``text`` was removed."""
        return text not in self._changes and self.clean(text) is not None


_NEITHER = bytes(code for code in range(128) if not chr(code).isalnum())


def _folded(text: str) -> str:
    if text.isascii():  # most names of glyphs, of which there are thousands: the same, eight times as fast
        return text.lower().encode("ascii").translate(None, _NEITHER).decode("ascii")
    plain = unicodedata.normalize("NFD", text.casefold()).replace("đ", "d")
    return "".join(c for c in plain if c.isalnum())


def innocent_bookmarks(document: pymupdf.Document, removed: Removed) -> tuple[Bookmark, ...]:
    """The outline's entries, those with removed values rewritten or left out."""
    try:
        entries = document.get_toc(simple=True)
    except ENGINE_ERRORS:
        return ()  # a broken outline is left out like everything that is not understood
    result: list[Bookmark] = []
    for level, title, page in entries[:MAX_BOOKMARKS]:
        text = removed.clean(str(title))
        if text is not None:
            result.append(Bookmark(depth=max(int(level) - 1, 0), title=text, page=max(int(page), 0)))
    return tuple(result)


def innocent_links(pdf: Pdf, removed: Removed) -> tuple[Link, ...]:
    """Links to the web and inside the document, in the coordinates of their pages."""
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
    targets = _named_targets(pdf)
    links: list[Link] = []
    for number, page in enumerate(pdf.pages, start=1):
        annotations = page.obj.get("/Annots")
        if not isinstance(annotations, Array):
            continue
        for annotation in annotations:
            link = _link(annotation, number, pages, targets)
            if link is not None and all(map(removed.is_innocent, readings(link.uri))):
                links.append(link)
        if len(links) >= MAX_LINKS:
            break
    return tuple(links)


def readings(uri: str) -> Iterator[str]:
    """What an address says: as it stands, without its escapes, and what parts of it say in hexadecimal and Base64."""
    yield uri
    plain = uri
    for _ in range(_ESCAPED_TWICE):
        if "%" in plain:
            plain = unquote(plain)
            yield plain
    for part in _RUNS.findall(plain):
        with contextlib.suppress(ValueError):
            yield bytes.fromhex(part).decode("utf-8")
        with contextlib.suppress(ValueError):
            yield base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)).decode("utf-8")


def _link(
    annotation: Object, page: int, pages: Mapping[tuple[int, int], int], targets: Mapping[str, Object]
) -> Link | None:
    if not isinstance(annotation, Dictionary) or annotation.get("/Subtype") != Name.Link:
        return None
    if whole_number(annotation.get("/F")) & 0b100010:  # hidden or not viewed
        return None
    rect = annotation.get("/Rect")
    if not isinstance(rect, Array) or len(rect) != 4:
        return None
    try:
        a, b, c, d = (float(n) for n in rect)
    except (TypeError, ValueError):
        return None
    box = (min(a, c), min(b, d), max(a, c), max(b, d))
    action = annotation.get("/A")
    destination = annotation.get("/Dest")
    if isinstance(action, Dictionary):
        if action.get("/S") == Name.URI and isinstance(action.get("/URI"), String):
            uri = str(action["/URI"])
            return (
                Link(page, box, uri=uri, origin=annotation.objgen)
                if uri.lower().startswith(_SCHEMES)
                else None
            )
        if action.get("/S") == Name.GoTo:
            destination = action.get("/D")
    target = _target(destination, pages, targets)
    return Link(page, box, target=target, origin=annotation.objgen) if target else None


def _target(item: Object | None, pages: Mapping[tuple[int, int], int], targets: Mapping[str, Object]) -> int:
    """The page (1-based) that a destination leads to, or 0."""
    if isinstance(item, (String, Name)):
        item = targets.get(str(item).lstrip("/"))
    if isinstance(item, Dictionary):
        item = item.get("/D")
    if isinstance(item, Array) and len(item) and isinstance(item[0], Dictionary):
        return pages.get(item[0].objgen, 0)
    return 0


def _named_targets(pdf: Pdf) -> dict[str, Object]:
    result: dict[str, Object] = {}
    old = pdf.Root.get("/Dests")
    if isinstance(old, Dictionary):
        result.update({key.lstrip("/"): value for key, value in old.items()})
    names = pdf.Root.get("/Names")
    tree = names.get("/Dests") if isinstance(names, Dictionary) else None
    if isinstance(tree, Dictionary):
        try:
            result.update(NameTree(tree if tree.is_indirect else pdf.make_indirect(tree)).items())
        except ENGINE_ERRORS:
            return result  # a broken name tree: its links stay out
    return result
