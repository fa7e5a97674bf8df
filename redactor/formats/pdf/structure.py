"""The structure tree of a tagged PDF: what screen readers go by, carried into the copy element by element.

The tree is built anew from what is allowed: standard types (the source's own names are followed through its role map),
the pages' marked content, languages, the shape of tables and lists. Alternative texts come along when nothing in them
was removed; what stands in place of content that lost something (``ActualText`` of a word that went) never does.
ISO 32000-2, 14.7 and 14.8.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from redactor.formats.pdf.content import words

MAX_ELEMENTS = 500_000
MAX_DEPTH = 150
MAX_MARK = 100_000

PAGE = -1
"""Whose a mark is that stands in a page's own content; form objects count from 0 (their ``StructParents``)."""

TYPES = words(
    "Document DocumentFragment Part Art Sect Div Aside BlockQuote Caption TOC TOCI Index NonStruct Private Title "
    "P H H1 H2 H3 H4 H5 H6 Sub L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note FENote Reference "
    "BibEntry Code Link Annot Em Strong Ruby RB RT RP Warichu WT WP Figure Formula Form"
)
_TEXTS = {"/Alt": "alternative", "/ActualText": "actual", "/E": "expansion"}
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?")
"""Language, script and region (RFC 5646, 2.2); variants of eight letters and digits can spell a value."""

_SCOPES = ("/Row", "/Column", "/Both")
_NUMBERING = ("/None", "/Disc", "/Circle", "/Square", "/Decimal", "/UpperRoman", "/LowerRoman", "/UpperAlpha",
              "/LowerAlpha", "/Unordered", "/Ordered")  # fmt: skip

Clean = Callable[[str], str | None]
"""A text without what was removed from it, or None if something would still be left."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked content: the page (from 0), the identifier, and whose content holds it."""

    page: int
    identifier: int
    holder: int = PAGE


@dataclass(frozen=True, slots=True)
class Linked:
    """An annotation of the source, by number and generation."""

    origin: tuple[int, int]


@dataclass(slots=True)
class Element:
    """One element, its texts already cleaned."""

    kind: str
    kids: list[Element | Mark | Linked] = field(default_factory=list)
    language: str = ""
    alternative: str | None = field(default=None, repr=False)
    actual: str | None = field(default=None, repr=False)
    expansion: str | None = field(default=None, repr=False)
    row_span: int = 1
    column_span: int = 1
    scope: str = ""
    numbering: str = ""


@dataclass(slots=True)
class Structure:
    """A document's structure tree.

    Attributes:
        elements: those at the top.
        complete: False when the source's tree is too large or too deep; then it is not kept at all.
        forms: numbers of the form objects that hold marked content of it.
    """

    elements: list[Element] = field(default_factory=list)
    complete: bool = True
    forms: frozenset[int] = frozenset()

    @property
    def holders(self) -> frozenset[int]:
        """Whose marked content keeps its identifiers."""
        return self.forms | {PAGE} if self else frozenset()

    def __bool__(self) -> bool:
        return self.complete and bool(self.elements)


def is_tagged(pdf: Pdf) -> bool:
    """Whether a document has a structure tree with anything in it."""
    root = pdf.Root.get("/StructTreeRoot")
    return isinstance(root, Dictionary) and root.get("/K") is not None


def read_structure(pdf: Pdf, clean: Clean) -> Structure:
    """The structure tree of a source; empty if it has none."""
    root = pdf.Root.get("/StructTreeRoot")
    if not isinstance(root, Dictionary):
        return Structure()
    reader = _Reader(pdf, root, clean)
    top = Element("")
    reader.kids(root.get("/K"), top, None, 0)
    elements = [kid for kid in top.kids if isinstance(kid, Element)]
    return Structure(elements, reader.complete, frozenset(reader.forms))


class _Reader:
    def __init__(self, pdf: Pdf, root: Dictionary, clean: Clean) -> None:
        self._pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        roles = root.get("/RoleMap")
        self._roles: dict[str, str] = {}
        if isinstance(roles, Dictionary):
            self._roles = {k[1:]: str(v)[1:] for k, v in roles.items() if isinstance(v, Name)}
        self._clean = clean
        self._seen: set[tuple[int, int]] = set()
        self._count = 0
        self.complete = True
        self.forms: set[int] = set()

    def kids(self, item: Object | int | None, parent: Element, page: int | None, depth: int) -> None:
        """Add what ``item`` (a kid, or an array of them) holds to ``parent``; ``page`` is that of plain identifiers."""
        if depth > MAX_DEPTH or self._count > MAX_ELEMENTS:
            self.complete = False
        elif isinstance(item, Array):
            for kid in item:
                self.kids(kid, parent, page, depth + 1)
        elif isinstance(item, int):
            self._mark(item, page, parent)
        elif isinstance(item, Dictionary):
            own = self._page(item, page)
            if item.get("/Type") == Name.MCR:
                self._mark(item.get("/MCID"), own, parent, self._holder(item.get("/Stm")))
            elif item.get("/Type") == Name.OBJR:
                annotation = item.get("/Obj")
                if isinstance(annotation, Dictionary) and annotation.is_indirect:
                    parent.kids.append(Linked(annotation.objgen))
            elif item.get("/S") is not None:
                self._element(item, parent, own, depth)

    def _page(self, item: Dictionary, inherited: int | None) -> int | None:
        page = item.get("/Pg")
        return self._pages.get(page.objgen) if isinstance(page, Dictionary) else inherited

    @staticmethod
    def _holder(stream: Object | None) -> int | None:
        """Whose content a mark is in; None when that is no form object with a number."""
        if stream is None:
            return PAGE
        number: object = stream.get("/StructParents") if isinstance(stream, Stream) else None
        return int(number) if isinstance(number, int) and number >= 0 else None

    def _mark(self, identifier: object, page: int | None, parent: Element, holder: int | None = PAGE) -> None:
        if page is None or holder is None:
            return
        if isinstance(identifier, int) and 0 <= identifier <= MAX_MARK:
            parent.kids.append(Mark(page, int(identifier), holder))
            if holder != PAGE:
                self.forms.add(holder)

    def _element(self, item: Dictionary, parent: Element, page: int | None, depth: int) -> None:
        if item.is_indirect:
            if item.objgen in self._seen:
                return
            self._seen.add(item.objgen)
        self._count += 1
        element = Element(self._kind(item.get("/S")))
        language = item.get("/Lang")
        if isinstance(language, String) and LANGUAGE.fullmatch(str(language)):
            element.language = str(language)
        for key, name in _TEXTS.items():
            text = item.get(key)
            if isinstance(text, String):
                setattr(element, name, self._clean(str(text)))
        self._attributes(item.get("/A"), element)
        self.kids(item.get("/K"), element, page, depth + 1)
        parent.kids.append(element)

    def _kind(self, name: Object | None) -> str:
        kind = str(name)[1:] if isinstance(name, Name) else ""
        for _ in range(8):  # role maps are short; a loop in a broken one must end
            if kind in TYPES:
                return kind
            kind = self._roles.get(kind, "")
        return "NonStruct"

    @staticmethod
    def _attributes(item: Object | None, element: Element) -> None:
        for entry in list(item) if isinstance(item, Array) else [item]:
            if not isinstance(entry, Dictionary):
                continue
            if entry.get("/O") == Name.Table:
                element.row_span = _span(entry.get("/RowSpan"))
                element.column_span = _span(entry.get("/ColSpan"))
                scope = str(entry.get("/Scope", ""))
                element.scope = scope if scope in _SCOPES else ""
            elif entry.get("/O") == Name.List:
                numbering = str(entry.get("/ListNumbering", ""))
                element.numbering = numbering if numbering in _NUMBERING else ""


def _span(value: object) -> int:
    return int(value) if isinstance(value, int) and 1 <= value <= 10_000 else 1


def write_structure(
    pdf: Pdf,
    structure: Structure,
    touched: Mapping[int, Collection[tuple[int, int]]],
    without: Collection[int],
    links: Mapping[tuple[int, int], Object],
    forms: Mapping[int, Object | None],
) -> int:
    """Give a copy its structure tree.

    Args:
        pdf: the copy, its pages in place and its catalogue new.
        structure: the source's tree.
        touched: by page (from 0), holders and identifiers of the marked content that lost something.
        without: pages (from 0) that have no marked content any more.
        links: the copy's links, by the annotations of the source that they were.
        forms: the copy's form objects with marked content, by their numbers; None where that is not one any more.

    Returns:
        How many elements there are.
    """
    if not structure:
        return 0
    writer = _Writer(pdf, touched, without, links, forms)
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    kids = [made for element in structure.elements if (made := writer.element(element, root)) is not None]
    if not kids:
        return 0
    root["/K"] = Array(kids)
    root["/ParentTree"] = pdf.make_indirect(Dictionary(Nums=writer.parents()))
    root["/ParentTreeNextKey"] = writer.next_number
    pdf.Root["/StructTreeRoot"] = root
    pdf.Root["/MarkInfo"] = Dictionary(Marked=True)
    return writer.count


class _Writer:
    def __init__(
        self,
        pdf: Pdf,
        touched: Mapping[int, Collection[tuple[int, int]]],
        without: Collection[int],
        links: Mapping[tuple[int, int], Object],
        forms: Mapping[int, Object | None],
    ) -> None:
        self._links = dict(links)
        self._linked: list[Object] = []
        """The elements of links, in the order of their numbers in the parent tree."""
        self._pdf = pdf
        self._pages = [page.obj for page in pdf.pages]
        self._forms = {number: form for number, form in forms.items() if form is not None}
        self._form_numbers = {form: len(self._pages) + at for at, form in enumerate(sorted(self._forms))}
        self._touched = touched
        self._touched_forms = {mark for marks in touched.values() for mark in marks if mark[0] != PAGE}
        self._without = without
        self._owners: dict[int, dict[int, Object]] = {}
        self.count = 0

    def element(self, element: Element, parent: Object) -> Object | None:
        """The element as an object, or None if nothing of what it stood for is left."""
        made = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name("/" + element.kind), P=parent))
        page = next((mark.page for mark in _marks(element) if self._is_left(mark)), None)
        kids = Array()
        for kid in element.kids:
            if isinstance(kid, Element):
                child = self.element(kid, made)
                if child is not None:
                    kids.append(child)
            elif isinstance(kid, Linked):
                annotation = self._links.pop(kid.origin, None)
                if annotation is not None:
                    kids.append(Dictionary(Type=Name.OBJR, Obj=annotation))
                    annotation["/StructParent"] = self.next_number
                    self._linked.append(made)
            elif self._is_left(kid):
                owners = self._owners.setdefault(self._form_numbers.get(kid.holder, kid.page), {})
                if kid.identifier in owners:
                    continue
                owners[kid.identifier] = made
                kids.append(self._reference(kid, page))
        if not len(kids) and (
            element.kids or element.kind not in ("TD", "TH")
        ):  # empty cells keep a table's shape
            return None
        if len(kids):
            made["/K"] = kids
        if page is not None:
            made["/Pg"] = self._pages[page]
        self._describe(element, made)
        self.count += 1
        return made

    def _reference(self, mark: Mark, page: int | None) -> Object | int:
        """Marked content as a kid of an element that stands on ``page``."""
        if mark.holder == PAGE and mark.page == page:
            return mark.identifier
        reference = Dictionary(Type=Name.MCR, Pg=self._pages[mark.page], MCID=mark.identifier)
        if mark.holder != PAGE:
            reference["/Stm"] = self._forms[mark.holder]
        return reference

    def _is_left(self, mark: Mark) -> bool:
        if mark.page >= len(self._pages) or mark.page in self._without:
            return False
        return mark.holder == PAGE or mark.holder in self._forms

    def _is_whole(self, mark: Mark) -> bool:
        """Whether content is there, and lost nothing."""
        where = self._touched.get(mark.page, ()) if mark.holder == PAGE else self._touched_forms
        return self._is_left(mark) and (mark.holder, mark.identifier) not in where

    def _describe(self, element: Element, made: Object) -> None:
        if element.language:
            made["/Lang"] = String(element.language)
        if all(map(self._is_whole, _all_marks(element))):
            for key, name in _TEXTS.items():
                text = getattr(element, name)
                if text is not None:
                    made[key] = String(text)
        attributes = Dictionary()
        if element.row_span > 1 or element.column_span > 1 or element.scope:
            attributes["/O"] = Name.Table
            if element.row_span > 1:
                attributes["/RowSpan"] = element.row_span
            if element.column_span > 1:
                attributes["/ColSpan"] = element.column_span
            if element.scope:
                attributes["/Scope"] = Name(element.scope)
        elif element.numbering:
            attributes = Dictionary(O=Name.List, ListNumbering=Name(element.numbering))
        if len(attributes.keys()):
            made["/A"] = attributes

    @property
    def next_number(self) -> int:
        """The next free number in the parent tree: pages and form objects have their own, links come behind them."""
        return len(self._pages) + len(self._forms) + len(self._linked)

    def parents(self) -> Array:
        """The number tree from marked content to elements; tells pages and form objects their numbers in it."""
        numbers = Array()
        holders = [*self._pages, *(self._forms[form] for form in self._form_numbers)]
        for number in sorted(self._owners):
            owners = self._owners[number]
            entries = Array([owners.get(n) for n in range(max(owners) + 1)])
            numbers.append(number)
            numbers.append(self._pdf.make_indirect(entries))
            holders[number]["/StructParents"] = number
        for number, element in enumerate(self._linked, len(holders)):
            numbers.append(number)
            numbers.append(element)
        return numbers


def _marks(element: Element) -> Iterator[Mark]:
    return (kid for kid in element.kids if isinstance(kid, Mark))


def _all_marks(element: Element) -> Iterator[Mark]:
    for kid in element.kids:
        if isinstance(kid, Mark):
            yield kid
        elif isinstance(kid, Element):
            yield from _all_marks(kid)


__all__ = [
    "LANGUAGE",
    "PAGE",
    "Element",
    "Linked",
    "Mark",
    "Structure",
    "is_tagged",
    "read_structure",
    "write_structure",
]
