"""Resource dictionaries: looking names up, and copies with more entries."""

from __future__ import annotations

import re

from pikepdf import Array, Dictionary, Object, Pdf, Stream

from redactor.formats.pdf.geometry import IDENTITY, Matrix

_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")

Added = dict[str, dict[str, Object]]
"""Resources by kind and name."""


def resource(resources: Object | None, kind: str, name: str) -> Object | None:
    """What a name (without its slash) stands for among the resources of a kind (``/Font``), or None."""
    if not isinstance(resources, Dictionary):
        return None
    entries = resources.get(kind)
    if not isinstance(entries, Dictionary):
        return None
    try:
        item: Object | None = entries.get("/" + name)
    except (ValueError, UnicodeError):
        return None
    return item


def whole_number(item: object, otherwise: int = 0) -> int:
    """A number of a file as a whole one; ``otherwise`` where something else stands, or nothing."""
    try:
        return int(item)  # type: ignore[call-overload, no-any-return]
    except (TypeError, ValueError, OverflowError):
        return otherwise


def name_text(item: Object) -> str:
    """A name without its slash, or a string; bytes that are no UTF-8, as in names of old fonts, as Latin-1."""
    try:
        return str(item).lstrip("/")
    except UnicodeDecodeError:
        raw = _ESCAPED.sub(lambda escape: bytes([int(escape[1], 16)]), item.unparse())
        return raw.decode("latin-1").lstrip("/")


def matrix_of(item: Object, key: str = "/Matrix", otherwise: Matrix = IDENTITY) -> Matrix:
    """The matrix of a form, a pattern, a shading or a font.

    Raises ``TypeError`` and ``ValueError`` where it holds no numbers.
    """
    array = item.get(key)
    if not isinstance(array, Array) or len(array) != 6:
        return otherwise
    a, b, c, d, e, f = (float(n) for n in array)
    return (a, b, c, d, e, f)


def with_added(pdf: Pdf, resources: Object | None, added: Added) -> Object:
    """A copy of a resource dictionary with more entries; the original may be shared with other pages."""
    copy = copied(resources)
    for kind, items in added.items():
        entries = copied(copy.get(kind))
        for name, item in items.items():
            entries[name] = item if isinstance(item, Stream) else pdf.make_indirect(item)
        copy[kind] = entries
    return copy


def copied(item: Object | None) -> Dictionary:
    """A dictionary with the same entries, or an empty one."""
    if not isinstance(item, Dictionary):
        return Dictionary()
    return Dictionary({key: item[key] for key in item.keys()})  # noqa: SIM118 - pikepdf iterates differently
