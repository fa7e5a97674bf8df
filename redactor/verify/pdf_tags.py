"""The structure tree of a draft: a tree of elements that say nothing but what kind of thing they are, and texts."""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

_ROOT = frozenset(("/Type", "/K", "/ParentTree", "/ParentTreeNextKey"))
_ELEMENT = frozenset(("/Type", "/S", "/P", "/K", "/Pg", "/Lang", "/A", "/Alt", "/ActualText", "/E"))
_ATTRIBUTES = frozenset(("/O", "/RowSpan", "/ColSpan", "/Scope", "/ListNumbering"))
_TEXTS = ("/Alt", "/ActualText", "/E", "/Lang")
_NAMES = (
    "Document DocumentFragment Part Art Sect Div Aside BlockQuote Caption TOC TOCI Index NonStruct Private Title "
    "P H H1 H2 H3 H4 H5 H6 Sub L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note FENote Reference "
    "BibEntry Code Link Annot Em Strong Ruby RB RT RP Warichu WT WP Figure Formula Form"
)
_TYPES = frozenset("/" + name for name in _NAMES.split())
_REFERENCES = (Name.MCR, Name.OBJR)
"""Kids that are no elements: marked content, and links."""

_MAX = 2_000_000


def elements(pdf: Pdf) -> Iterator[Object]:
    """Every element of the tree, each once."""
    root = pdf.Root.get("/StructTreeRoot")
    stack: list[object] = [root.get("/K")] if isinstance(root, Dictionary) else []
    seen: set[tuple[int, int]] = set()
    while stack and len(seen) < _MAX:
        item = stack.pop()
        if isinstance(item, Array):
            stack.extend(item)
        elif isinstance(item, Dictionary) and item.get("/Type") not in _REFERENCES:
            if item.is_indirect:
                if item.objgen in seen:
                    continue
                seen.add(item.objgen)
            yield item
            stack.append(item.get("/K"))


def is_plain_tree(pdf: Pdf) -> bool:
    """Whether the tree holds nothing but standard elements with their texts; True without a tree."""
    root = pdf.Root.get("/StructTreeRoot")
    if root is None:
        return True
    if not isinstance(root, Dictionary) or any(key not in _ROOT for key in root.keys()):  # noqa: SIM118
        return False
    return all(_is_plain(element) for element in elements(pdf))


def _is_plain(element: Object) -> bool:
    if isinstance(element, Stream) or any(key not in _ELEMENT for key in element.keys()):  # noqa: SIM118
        return False
    attributes = element.get("/A")
    if attributes is not None and (
        not isinstance(attributes, Dictionary)
        or any(key not in _ATTRIBUTES or isinstance(value, String) for key, value in attributes.items())
    ):
        return False
    return str(element.get("/S")) in _TYPES


def texts(pdf: Pdf) -> Iterator[str]:
    """What the elements say in words."""
    for element in elements(pdf):
        for key in _TEXTS:
            text = element.get(key)
            if isinstance(text, String):
                yield str(text)
