"""Reading content streams: operators with their operands and where they stand, so that the rest can be kept as it is.

Written for editing, not for drawing: everything that is not changed keeps its bytes. ISO 32000-2, 7.2 and 7.8.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pikepdf import Array, Object, PdfError, Stream

from redactor.errors import CorruptDocument

_TOKEN = re.compile(
    rb"""
    (?P<space>[\x00\t\n\x0c\r ]+)
  | (?P<number>[+-]*(?:\d+\.?\d*|\.\d+)(?:-\d*)?(?=[\x00\t\n\x0c\r \[\]()<>/%]|[A-Za-z'"*]|[+-.]|$))
  | (?P<name>/[^\x00\t\n\x0c\r \[\]()<>{}/%]*)
  | (?P<plain>\([^()\\\r]*\))
  | (?P<paren>\()
  | (?P<dict><<|>>)
  | (?P<hex><[0-9A-Fa-f\x00\t\n\x0c\r ]*>)
  | (?P<array>[\[\]])
  | (?P<comment>%[^\r\n]*)
  | (?P<word>[^\x00\t\n\x0c\r \[\]()<>{}/%]+)
  | (?P<other>.)
    """,
    re.X | re.S,
)
_PLAIN = re.compile(
    rb"""
    [\t\n\x0c\r\ ]*+
    (?:/(?P<name>[A-Za-z0-9+_.-]++)[\t\n\x0c\r\ ]++)?+
    (?P<numbers>(?:[+-]?+(?:\d++\.?+\d*+|\.\d++)[\t\n\x0c\r\ ]++)*+)
    (?P<operator>(?!BI)[A-Za-z]{1,3}\*?+)(?=[\t\n\x0c\r\ \[(</]|$)
    """,
    re.X,
)
"""A whole operator with a name or none, then numbers: most of what content consists of."""

_SHOW = re.compile(
    rb"""
    [\t\n\x0c\r\ ]*+
    (?:
      \[(?P<array>(?:
        <[0-9A-Fa-f]*+> | \([^()\\\r]*+\) | [\t\n\x0c\r\ ]++
        | [+-]?+(?:\d++\.?+\d*+|\.\d++)(?=[\t\n\x0c\r\ <(\]])
      )*+)\][\t\n\x0c\r\ ]*+TJ
      | <(?P<hex>[0-9A-Fa-f]*+)>[\t\n\x0c\r\ ]*+Tj
      | \((?P<text>[^()\\\r]*+)\)[\t\n\x0c\r\ ]*+Tj
    )(?=[\t\n\x0c\r\ \[(</]|$)
    """,
    re.X,
)
"""Shown text without escapes."""

_ITEM = re.compile(rb"<([0-9A-Fa-f]*+)>|\(([^()]*+)\)|([-+.\d]++)")
_WHITE = b"\x00\t\n\x0c\r "
_ESCAPES = {ord("n"): 10, ord("r"): 13, ord("t"): 9, ord("b"): 8, ord("f"): 12}
MAX_OPERANDS = 200_000


def words(text: str) -> frozenset[str]:
    """A set of operators or keys, written as one string."""
    return frozenset(text.split())


class PdfName(str):
    """A name operand, without its slash."""

    __slots__ = ()


Operand = float | bytes | PdfName | list["Operand"] | dict[str, "Operand"] | None


@dataclass(slots=True)
class Operation:
    """One operator: its operands, and the bytes from the first operand to the end of the operator."""

    name: str
    operands: list[Operand] = field(repr=False)
    start: int
    end: int


def operations(data: bytes, comments: list[tuple[int, int]] | None = None) -> Iterator[Operation]:
    """Every operator of a content stream, in order. Inline images come as ``BI`` with dictionary and data.

    The places of comments are added to ``comments``.

    Raises:
        CorruptDocument: brackets that never close.
    """
    at = 0
    length = len(data)
    operands: list[Operand] = []
    stack: list[tuple[str, list[Operand]]] = []
    start = -1
    match, plain, show = _TOKEN.match, _PLAIN.match, _SHOW.match
    while at < length:
        if start < 0 and not stack:
            whole = plain(data, at)
            if whole is not None:
                name, numbers, word = whole.groups()
                at = whole.end()
                given: list[Operand] = [*map(float, numbers.split())]
                if name is None:
                    yield Operation(word.decode("ascii"), given, whole.start(2), at)
                else:
                    given.insert(0, PdfName(name.decode("ascii")))
                    yield Operation(word.decode("ascii"), given, whole.start(1) - 1, at)
                continue
            shown = show(data, at)
            if shown is not None:
                begin = at
                at = shown.end()
                yield _shown(shown, begin)
                continue
        token = match(data, at)
        if token is None:
            break
        kind = token.lastgroup
        begin = at
        at = token.end()
        if kind == "space":
            continue
        if kind == "comment":
            if comments is not None:
                comments.append((begin, at))
            continue
        if start < 0:
            start = begin
        value: Operand
        if kind == "number":
            value = _number(token.group())
        elif kind == "name":
            value = PdfName(_name(token.group()[1:]))
        elif kind == "plain":
            value = token.group()[1:-1]
        elif kind == "hex":
            value = _hex(token.group())
        elif kind == "paren":
            value, at = _string(data, begin)
        elif kind == "array" or kind == "dict":
            mark = token.group()
            if mark in (b"[", b"<<"):
                stack.append((mark.decode(), operands))
                operands = []
                continue
            if not stack or (stack[-1][0] == "[") != (mark == b"]"):
                continue  # a stray closing bracket; readers pass over it
            _, outer = stack.pop()
            value = operands if mark == b"]" else _dictionary(operands)
            operands = outer
        elif kind == "word" and stack:
            value = {b"true": 1.0, b"false": 0.0}.get(token.group())
        elif kind == "word":
            word = token.group()
            if word in (b"true", b"false", b"null"):
                value = {b"true": 1.0, b"false": 0.0}.get(word)
            else:
                name = word.decode("latin-1")
                if name == "BI":
                    header, body, at = _inline_image(data, at)
                    yield Operation("BI", [header, body], start, at)
                else:
                    yield Operation(name, operands, start, at)
                operands = []
                start = -1
                continue
        else:
            continue
        operands.append(value)
        if len(operands) > MAX_OPERANDS:
            raise CorruptDocument(format="pdf")
    if stack:
        raise CorruptDocument(format="pdf")


def _shown(match: re.Match[bytes], begin: int) -> Operation:
    array, hexadecimal, text = match.groups()
    if array is None:
        return Operation(
            "Tj", [text if hexadecimal is None else _hex_digits(hexadecimal)], begin, match.end()
        )
    items: list[Operand] = []
    for digits, literal, number in _ITEM.findall(array):
        if number:
            items.append(float(number))
        else:
            items.append(literal or _hex_digits(digits))
    return Operation("TJ", [items], begin, match.end())


def _number(token: bytes) -> float:
    try:
        return float(token)
    except ValueError:
        # "--5" and "12-34" occur in the wild; readers take the part that makes sense.
        text = token.lstrip(b"+-")
        head = text.split(b"-")[0]
        try:
            number = float(head)
        except ValueError:
            return 0.0
        return -number if token.startswith(b"-") else number


def _name(raw: bytes) -> str:
    if b"#" in raw:
        raw = re.sub(rb"#([0-9A-Fa-f]{2})", lambda m: bytes([int(m.group(1), 16)]), raw)
    return raw.decode("utf-8", "surrogateescape")


def _hex(token: bytes) -> bytes:
    return _hex_digits(token[1:-1].translate(None, _WHITE))


def _hex_digits(digits: bytes) -> bytes:
    return bytes.fromhex((digits + b"0" if len(digits) % 2 else digits).decode("ascii"))


def _string(data: bytes, at: int) -> tuple[bytes, int]:
    """A literal string with escapes or nested parentheses, from its opening parenthesis."""
    out = bytearray()
    depth = 1
    at += 1
    length = len(data)
    while at < length:
        byte = data[at]
        at += 1
        if byte == 0x28:
            depth += 1
        elif byte == 0x29:
            depth -= 1
            if not depth:
                return bytes(out), at
        elif byte == 0x0D:
            byte = 0x0A
            if data[at : at + 1] == b"\n":
                at += 1
        elif byte == 0x5C and at < length:
            byte = data[at]
            at += 1
            if 0x30 <= byte <= 0x37:
                octal = byte - 0x30
                for _ in range(2):
                    if at < length and 0x30 <= data[at] <= 0x37:
                        octal = octal * 8 + data[at] - 0x30
                        at += 1
                byte = octal & 0xFF
            elif byte == 0x0D:
                if data[at : at + 1] == b"\n":
                    at += 1
                continue
            elif byte == 0x0A:
                continue
            else:
                byte = _ESCAPES.get(byte, byte)
        out.append(byte)
    raise CorruptDocument(format="pdf")


def _dictionary(items: list[Operand]) -> dict[str, Operand]:
    return {str(key): value for key, value in zip(items[::2], items[1::2], strict=False)}


_ID = re.compile(rb"(?<![^\x00\t\n\x0c\r \])>])ID[\x00\t\n\x0c\r ]")
_EI = re.compile(rb"[\x00\t\n\x0c\r ]?EI(?=[\x00\t\n\x0c\r ]|$)")
_GOES_ON = re.compile(
    rb"[\x00\t\n\x0c\r ]*(?:$|(?:(?:/[!-~]+|[-+.\d]+)[\x00\t\n\x0c\r ]+)*(?:[qQ]|cm|EMC|BI|re|Do|gs|BT)(?![!-~]))"
)
"""What stands behind a picture whose end is glued to its data: what draws the next, or nothing."""


def _inline_image(data: bytes, at: int) -> tuple[dict[str, Operand], bytes, int]:
    """Dictionary, data and end of an inline image, from behind its ``BI``."""
    begin = _ID.search(data, at)
    if begin is None:
        raise CorruptDocument(format="pdf")
    header: list[Operand] = []
    for operation in operations(data[at : begin.start()] + b" X"):
        header = operation.operands
    search = begin.end()
    while True:
        end = _EI.search(data, search)
        if end is None:
            raise CorruptDocument(format="pdf")
        # Picture data may contain "EI" by chance: what follows must look like content again.
        following = data[end.end() : end.end() + 12]
        parted = data[end.start()] in _WHITE or _GOES_ON.match(data, end.end())
        if parted and all(c in _WHITE or 0x20 <= c < 0x7F for c in following):
            return _dictionary(header), data[begin.end() : end.start()], end.end()
        search = end.start() + 1


def write_string(value: bytes) -> bytes:
    """A string operand, in hexadecimal: no escapes to get wrong."""
    return b"<" + value.hex().encode("ascii") + b">"


def write_number(value: float) -> bytes:
    """A number operand: at most four decimals, never an exponent."""
    return f"{value:.4f}".rstrip("0").rstrip(".").encode("ascii") or b"0"


def content_bytes(page: Object) -> bytes:
    """All content streams of a page as one. Raises ``CorruptDocument`` when one cannot be decoded."""
    contents = page.get("/Contents")
    streams = list(contents) if isinstance(contents, Array) else [contents]
    try:
        return b"\n".join(s.read_bytes() for s in streams if isinstance(s, Stream))
    except (PdfError, RuntimeError) as error:
        raise CorruptDocument(format="pdf") from error
