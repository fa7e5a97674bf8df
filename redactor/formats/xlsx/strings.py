"""Shared strings, and rich strings wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from redactor.errors import CorruptDocument
from redactor.formats.changes import Span, apply_spans
from redactor.formats.xlsx import markup
from redactor.formats.xlsx.slots import collect

_ITEM = re.compile(rb"<si>(?:<t(?: xml:space=\"preserve\")?>([^<]*)</t>|((?:[^<]|<(?!/si>))*+))</si>|<si/>")
_TEXT = re.compile(rb"<t(?:\s[^<>]*)?>([^<]*)</t>")
_PHONETIC = re.compile(rb"<rPh\b.*?</rPh>|<phoneticPr\b[^<>]*/>", re.DOTALL)
_START = re.compile(rb"<sst\b[^<>]*>")

EMPTY_ITEM = b"<si><t/></si>"


def has_phonetics(data: bytes) -> bool:
    """Return whether strings in plain spelling hold how they are read aloud."""
    return b"<rPh" in data


def without_phonetics(data: bytes) -> bytes:
    """Return strings in plain spelling without how they are read aloud: a second text that no cell shows."""
    return _PHONETIC.sub(b"", data) if has_phonetics(data) else data


class SharedStrings:
    """The strings that cells share, by number. Items keep their XML, so that those that stay keep their formatting."""

    def __init__(self, data: bytes | None) -> None:
        """Read the part.

        Raises:
            CorruptDocument: not well-formed.
        """
        self.texts: list[str] = []
        self.items: list[bytes] = []
        #: whether any string of the workbook, shared or inside a cell, has phonetics
        self.has_phonetics = False
        self._head, self._tail = b"", b""
        if data is None:
            return
        if not self._read_plain(data):
            self.texts.clear()
            self.items.clear()
            self._read_tree(data)

    def written(self, used: Sequence[int]) -> bytes:
        """The part with only the strings that are used; others leave an empty place, so that numbers stay valid."""
        pieces = [self._head]
        for item, uses in zip(self.items, used, strict=True):
            if not uses:
                pieces.append(EMPTY_ITEM)
            else:
                pieces.append(_PHONETIC.sub(b"", item) if self.has_phonetics else item)
        pieces.append(self._tail)
        return b"".join(pieces)

    def _read_plain(self, data: bytes) -> bool:
        start = _START.search(data)
        end = data.rfind(b"</sst>")
        if start is None or end < 0 or b"<!" in data or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return False
        if re.search(rb"encoding=[\"'](?!utf-8)", data[:100], re.IGNORECASE):
            return False
        at = start.end()
        for match in _ITEM.finditer(data, at, end):
            if match.start() != at:
                return False
            at = match.end()
            text, rich = match.groups()
            if rich is not None:
                if b"<rPh" in rich or b"<phoneticPr" in rich:
                    self.has_phonetics = True
                    rich = _PHONETIC.sub(b"", rich)
                text = b"".join(_TEXT.findall(rich))
            self.texts.append(markup.decode_escapes(markup.text_of(text)) if text else "")
            self.items.append(match.group())
        rest = data[at:end]
        if rest.strip() and not rest.startswith(b"<extLst"):
            return False
        self._head = re.sub(rb' (?:count|uniqueCount)="\d*"', b"", data[: start.end()])
        self._tail = b"</sst>"
        return True

    def _read_tree(self, data: bytes) -> None:
        root = markup.parse(data)
        namespace = etree.QName(root).namespace or markup.MAIN
        for child in root:
            if markup.local(child) != "si":
                continue
            inner = markup.encode_inner(child)
            self.items.append(f"<si>{inner}</si>".encode())
            self.texts.append(rich_text(inner.encode()))
        self._head = (
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="{namespace}">'.encode()
        )
        self._tail = b"</sst>"


def rich_text(inner: bytes) -> str:
    """What a rich string says, from its XML without the container."""
    if inner.count(b"<") == 2 and inner.startswith(b"<t") and inner.endswith(b"</t>"):
        return markup.decode_escapes(markup.text_of(inner[inner.index(b">") + 1 : -4]))
    return "".join(
        markup.decode_escapes(markup.text_of(text)) for text in _TEXT.findall(_PHONETIC.sub(b"", inner))
    )


def changed_rich(inner: str, spans: Sequence[Span]) -> str:
    """A rich string with spans of its text replaced; runs that stay keep their formatting.

    Raises:
        CorruptDocument: not well-formed.
    """
    if "<r>" not in inner:
        text = apply_spans(rich_text(inner.encode()), spans)
        return f'<t xml:space="preserve">{markup.escape(markup.encode_escapes(text))}</t>'
    clean = _PHONETIC.sub(b"", inner.encode()).decode()
    root = markup.parse(f"<is>{clean}</is>".encode())
    slots = [slot for slot in collect(root, "") if slot.is_text]
    if len(slots) != 1:
        raise CorruptDocument(format="xlsx")
    slots[0].put(spans)
    for element in root.iter():
        if markup.local(element) == "t" and element.text != (element.text or "").strip():
            element.set(markup.XML_SPACE, "preserve")
    return markup.encode_inner(root)
