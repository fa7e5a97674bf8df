"""What is put back into a copy after everything was left out: innocent links and bookmarks, a notice, the language."""

from __future__ import annotations

from dataclasses import dataclass, field

from pikepdf import Array, Dictionary, Name, Object, OutlineItem, Pdf, String

from redactor.formats.pdf.font_texts import Innocent
from redactor.formats.pdf.structure import LANGUAGE, Structure
from redactor.model import Embedded


@dataclass(frozen=True, slots=True)
class Link:
    """An innocent link: where it can be clicked (coordinates of the page itself; pages are 1-based), where it leads."""

    page: int
    box: tuple[float, float, float, float]
    uri: str = field(default="", repr=False)
    target: int = 0
    origin: tuple[int, int] = (0, 0)
    """Number and generation of the annotation that it was in the source."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An innocent bookmark: depth from 0, and the page (1-based) it leads to."""

    depth: int
    title: str = field(repr=False)
    page: int


@dataclass(frozen=True, slots=True)
class Restored:
    """What is put back after everything was left out.

    Attributes:
        links: those whose address holds nothing that was removed.
        bookmarks: those whose titles do not, in order.
        notice: what the metadata says about the copy, or "".
        language: the document's language tag, or "".
        structure: the structure tree of a tagged source, texts without what was removed.
        files: redacted copies of attached files.
        innocent: whether nothing that was removed stands in a text; asked of what fonts say.
    """

    links: tuple[Link, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()
    notice: str = ""
    language: str = ""
    structure: Structure = field(default_factory=Structure, repr=False)
    files: tuple[Embedded, ...] = ()
    innocent: Innocent = field(default=lambda _text: True, repr=False)


def restore(pdf: Pdf, restored: Restored) -> dict[tuple[int, int], Object]:
    """Put links, bookmarks, language and notice into a document; the links, by number and generation in the source."""
    links: dict[tuple[int, int], Object] = {}
    pages = [page.obj for page in pdf.pages]
    for link in restored.links:
        page = pages[link.page - 1]
        annotation = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([round(n, 3) for n in link.box]),
            Border=Array([0, 0, 0]),
        )
        if link.uri:
            annotation["/A"] = Dictionary(S=Name.URI, URI=String(link.uri))
        elif 1 <= link.target <= len(pages):
            annotation["/Dest"] = Array([pages[link.target - 1], Name.Fit])
        else:
            continue
        if "/Annots" not in page:
            page["/Annots"] = Array()
        links[link.origin] = pdf.make_indirect(annotation)
        page["/Annots"].append(links[link.origin])
    if restored.bookmarks:
        with pdf.open_outline() as outline:
            levels: list[list[OutlineItem]] = [outline.root]
            for mark in restored.bookmarks:
                item = (
                    OutlineItem(mark.title, mark.page - 1)
                    if 1 <= mark.page <= len(pages)
                    else OutlineItem(mark.title)
                )
                depth = min(mark.depth, len(levels) - 1)
                levels[depth].append(item)
                del levels[depth + 1 :]
                levels.append(item.children)
    if LANGUAGE.fullmatch(restored.language):
        pdf.Root["/Lang"] = String(restored.language)
    if restored.notice:
        pdf.trailer["/Info"] = pdf.make_indirect(Dictionary(Title=String(restored.notice)))
    return links
