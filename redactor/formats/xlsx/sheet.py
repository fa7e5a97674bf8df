"""The grid of one sheet part: read and rewritten in one pass over its bytes each.

Nearly every writer produces the same plain spelling of ``sheetData``, which is read with one regular expression per
row, some ten times as fast as through a tree. Whatever is spelled otherwise (other prefixes, white space, comments,
cells without addresses, cells twice or out of order) is first brought into the plain spelling with a real parser, by
``plain``; the fast way refuses all that it does not know, so that the two never differ in what they see.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from lxml import etree

from redactor.errors import CorruptDocument, LimitExceeded
from redactor.formats.xlsx import markup

MAX_ROW = 1_048_576
MAX_COLUMN = 16_384

_ROW = re.compile(rb'<row r="(\d{1,7})"([^<>]*?)(?:/>|>)')
CELL = re.compile(
    rb'<c r="([A-Z]{1,3})(\d{1,7})"(?: s="(\d+)")?(?: t="(\w+)")?((?: (?:cm|vm|ph)="\w+")*)'
    rb"(?:/>|>(?:<f(?:/>|([^<>]*?)(?:/>|>([^<]*)</f>)))?(?:<v>([^<]*)</v>|<v/>)?(?:<is>([^<]*+(?:<(?!/is>)[^<]*+)*+)</is>|<is/>)?</c>)"
)
"""Groups: column letters, row, style, type, metadata, formula attributes, formula, value, inline string."""

_OPEN, _CLOSE = b"<sheetData>", b"</sheetData>"
_PIECE = 4 << 20
_NO_DATA = re.compile(rb"<sheetData\s*/>")
_ENCODING = re.compile(rb'<\?xml[^>]*encoding=["\']([\w-]+)["\']')
_FORMULA_ATTRIBUTES = ("t", "ref", "si", "ca", "aca", "dt2D", "dtr", "del1", "del2", "r1", "r2", "bx")


class NotPlain(Exception):
    """The part is spelled in a way the fast reading does not know."""


class Readable(Protocol):
    """A source of bytes."""

    def read(self, size: int, /) -> bytes:
        """Up to ``size`` bytes more; b"" at the end."""


@dataclass(slots=True)
class Around:
    """A sheet part without its rows: what stands before and after them."""

    before: bytes = field(repr=False)
    after: bytes = field(default=b"", repr=False)

    def tree(self) -> etree._Element:
        """The two as one tree.

        Raises:
            CorruptDocument: not well-formed.
        """
        return markup.parse(self.before + self.after)


class RowStream:
    """The rows of a plainly spelled part in pieces of whole rows, so that a large sheet is never in memory as XML.

    ``around`` is complete when the pieces have been gone through.
    """

    def __init__(self, stream: Readable) -> None:
        """Read up to the first row.

        Raises:
            NotPlain: other encodings, comments, a prefix for the main namespace.
        """
        self._stream = stream
        head = bytearray()
        while True:
            piece = stream.read(_PIECE)
            searched = max(0, len(head) - len(_OPEN))
            head += piece
            at = head.find(_OPEN, searched)
            if at >= 0 or not piece:
                break
        data = bytes(head)
        _require_plain(data)
        self._rows: bytes | None = None
        if at < 0:
            empty = _NO_DATA.search(data)
            if empty is None or data.count(b"<sheetData") != 1:
                raise NotPlain
            self.around = Around(data[: empty.start()] + _OPEN, _CLOSE + data[empty.end() :])
            return
        at += len(_OPEN)
        self.around = Around(data[:at])
        self._rows = data[at:]

    def __iter__(self) -> Iterator[bytes]:
        """The pieces.

        Raises:
            NotPlain: a comment, a second grid, no end.
        """
        if self._rows is None:
            return
        rows, self._rows = self._rows, None
        while (end := rows.find(_CLOSE)) < 0:
            cut = rows.rfind(b"</row>") + len(b"</row>")
            if cut >= len(b"</row>"):
                yield rows[:cut]
                rows = rows[cut:]
            piece = self._stream.read(max(_PIECE, len(rows)))
            if not piece or b"<!" in rows[-1:] + piece:
                raise NotPlain
            rows += piece
        if end:
            yield rows[:end]
        after = [rows[end:]]
        while piece := self._stream.read(_PIECE):
            after.append(piece)
        self.around.after = b"".join(after)
        if b"<!" in self.around.after or b"<sheetData" in self.around.after:
            raise NotPlain


def column_number(letters: str) -> int:
    """``A`` → 0, ``XFD`` → 16383."""
    number = 0
    for char in letters:
        number = number * 26 + ord(char) - 64
    return number - 1


def column_letters(number: int) -> str:
    """0 → ``A``."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _require_plain(head: bytes) -> None:
    encoding = _ENCODING.match(head[:200].lstrip(b"\xef\xbb\xbf"))
    if head[:2] in (b"\xff\xfe", b"\xfe\xff") or (
        encoding and encoding.group(1).lower() not in (b"utf-8", b"ascii")
    ):
        raise NotPlain
    if b"<!" in head:
        raise NotPlain


def split(data: bytes) -> Around:
    """Cut a sheet part without rows where they would stand.

    Raises:
        NotPlain: other encodings, comments, a prefix for the main namespace.
    """
    stream = RowStream(io.BytesIO(data))
    if any(stream):
        raise NotPlain
    return stream.around


def rows(data: bytes, last: int = -1) -> Iterator[tuple[int, bytes, int, int, int]]:
    """Each row: number (0-based), attributes, where the row starts, its cells start and end.

    ``last`` is the number of the row before the first.

    Raises:
        NotPlain: anything but rows in ascending order, one after the other.
    """
    at, length = 0, len(data)
    while at < length:
        match = _ROW.match(data, at)
        if match is None:
            raise NotPlain
        number = int(match.group(1)) - 1
        if not last < number < MAX_ROW:
            raise NotPlain
        last = number
        begin = match.end()
        if data[begin - 2] == 0x2F:  # "/": an empty row
            yield number, match.group(2), at, begin, begin
            at = begin
            continue
        end = data.find(b"</row>", begin)
        if end < 0:
            raise NotPlain
        yield number, match.group(2), at, begin, end
        at = end + 6


def plain(data: bytes, check_cancelled: Callable[[], None]) -> tuple[Around, bytes]:
    """Bring any sheet part into the plain spelling: what is around the rows, and the rows.

    What is not a cell's value, formula or style is dropped.

    Raises:
        CorruptDocument: not well-formed, or no sheet.
        LimitExceeded: nothing is done about more cells than a sheet can have.
    """
    _refuse_doctype(data)
    last_row = -1
    seen: set[int] = set()
    unsorted: list[tuple[int, bytes]] = []
    root = None
    try:
        context = etree.iterparse(
            io.BytesIO(data),
            events=("end",),
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=True,
            remove_comments=True,
            remove_pis=True,
        )
        for _, element in context:
            if markup.local(element) != "row" or markup.local(element.getparent()) != "sheetData":
                continue
            number = _row_number(element, last_row)
            if number not in seen:
                seen.add(number)
                unsorted.append((number, _plain_row(element, number)))
            last_row = number
            element.clear()
            parent = element.getparent()
            while element.getprevious() is not None:
                del parent[0]
            if len(unsorted) % 1024 == 0:
                check_cancelled()
        root = context.root
    except etree.XMLSyntaxError:
        raise CorruptDocument(format="xlsx") from None
    if root is None or markup.has_doctype(root):
        raise CorruptDocument(format="xlsx")
    unsorted.sort(key=lambda item: item[0])
    pieces = [row for _, row in unsorted]
    container = next((child for child in root if markup.local(child) == "sheetData"), None)
    if container is None:
        raise CorruptDocument(format="xlsx")
    bare = etree.Element(container.tag)
    bare.tail = container.tail
    root.replace(container, bare)
    shell = _without_prefix(markup.serialise(root), root)
    return split(shell), b"".join(pieces)


def _refuse_doctype(data: bytes) -> None:
    """Stop at a document type declaration before the parser meets it; later ones are seen after parsing."""
    head = data[:4096].lstrip(b"\xef\xbb\xbf")
    if (
        b"<!DOCTYPE" in head
        or "<!DOCTYPE".encode("utf-16-le") in head
        or "<!DOCTYPE".encode("utf-16-be") in head
    ):
        raise CorruptDocument(format="xlsx")


def _without_prefix(data: bytes, root: etree._Element) -> bytes:
    prefix = root.prefix
    if not prefix:
        return data
    tag = prefix.encode()
    data = re.sub(rb"<(/?)" + re.escape(tag) + rb":", rb"<\1", data)
    return data.replace(b"xmlns:" + tag + b"=", b"xmlns=", 1)


def _row_number(element: etree._Element, last: int) -> int:
    given = element.get("r", "")
    number = int(given) - 1 if given.isdecimal() else last + 1
    if not 0 <= number < MAX_ROW:
        raise LimitExceeded(what="rows", limit=MAX_ROW)
    return number


def _plain_row(element: etree._Element, number: int) -> bytes:
    cells: dict[int, bytes] = {}
    last = -1
    for cell in element:
        if markup.local(cell) != "c":
            continue
        letters = re.sub(r"[^A-Z]", "", cell.get("r", "").upper())
        column = column_number(letters) if letters else last + 1
        if column >= MAX_COLUMN:
            raise LimitExceeded(what="columns", limit=MAX_COLUMN)
        last = column
        cells.setdefault(column, _plain_cell(cell, f"{column_letters(column)}{number + 1}"))
    attributes = "".join(
        f' {name}="{markup.escape_attribute(value)}"'
        for name, value in markup.attributes(element)
        if name not in ("r", "spans") and not name.startswith("{")
    )
    body = b"".join(cells[column] for column in sorted(cells))
    return f'<row r="{number + 1}"{attributes}>'.encode() + body + b"</row>"


def _plain_cell(cell: etree._Element, address: str) -> bytes:
    head = f'<c r="{address}"'
    style, kind = cell.get("s", ""), cell.get("t", "")
    if style.isdecimal():
        head += f' s="{style}"'
    if re.fullmatch(r"\w+", kind):
        head += f' t="{kind}"'
    for name in ("cm", "vm"):
        if re.fullmatch(r"\w+", cell.get(name, "")):
            head += f' {name}="{cell.get(name)}"'
    formula = value = inline = ""
    for child in cell:
        name = markup.local(child)
        if name == "f":
            given = "".join(
                f' {key}="{markup.escape_attribute(child.get(key, ""))}"'
                for key in _FORMULA_ATTRIBUTES
                if child.get(key) is not None
            )
            formula = f"<f{given}>{markup.escape(child.text or '')}</f>"
        elif name == "v":
            value = f"<v>{markup.escape(child.text or '')}</v>"
        elif name == "is":
            inline = f"<is>{markup.encode_inner(child)}</is>"
    return f"{head}>{formula}{value}{inline}</c>".encode()
