"""What crosses the process border: length, kind, JSON; validated on arrival, never a pickle.

A frame is five bytes (big-endian length of the body, then one byte of kind) and the body. Kind ``J`` is a JSON object,
kind ``B`` raw bytes that belong to the JSON frame before it (pixels). Whatever comes from a worker is untrusted: a
wrong frame raises ``WorkerMisbehaved``, and its sender is ended by the caller.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Hashable
from functools import cache
from typing import Any, BinaryIO, TypeVar, cast

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError, from_json, to_json

from redactor.errors import WorkerMisbehaved

T = TypeVar("T")

_HEAD = struct.Struct(">Ic")
MAX_FRAME = 1 << 30
"""One GiB: 20,000 findings are about 8 MB, an A4 page at 600 dpi is 104 MB."""


def write_frame(stream: BinaryIO, message: dict[str, Any], attachment: bytes | None = None) -> None:
    """Send one message, and raw bytes with it if there are any."""
    body = _written(message)
    stream.write(_HEAD.pack(len(body), b"J") + body)
    if attachment is not None:
        stream.write(_HEAD.pack(len(attachment), b"B"))
        stream.write(attachment)
    stream.flush()


def read_frame(stream: BinaryIO) -> tuple[bytes, bytes] | None:
    """Read one frame as (kind, body); None at the end of the stream.

    Raises:
        WorkerMisbehaved: for a cut or oversized frame, or an unknown kind.
    """
    head = stream.read(_HEAD.size)
    if not head:
        return None
    if len(head) < _HEAD.size:
        raise WorkerMisbehaved
    length, kind = _HEAD.unpack(head)
    if length > MAX_FRAME or kind not in (b"J", b"B"):
        raise WorkerMisbehaved
    body = stream.read(length)
    if len(body) < length:
        raise WorkerMisbehaved
    return kind, body


def parse_message(body: bytes) -> dict[str, Any]:
    """A JSON frame's body as a dictionary.

    Raises:
        WorkerMisbehaved: if it is anything else.
    """
    try:
        untrusted = _read(body)
    except (ValueError, RecursionError):
        raise WorkerMisbehaved from None
    if not isinstance(untrusted, dict):
        raise WorkerMisbehaved
    return untrusted


def _written(message: dict[str, Any]) -> bytes:
    """A message as JSON. Pydantic writes it three times as fast as the standard library, but for broken characters."""
    try:
        return to_json(message)
    except PydanticSerializationError:
        return json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _read(body: bytes) -> Any:
    """JSON that ``_written`` wrote. Raises ``ValueError`` or ``RecursionError`` for anything else."""
    try:
        return from_json(body, cache_strings="keys")
    except ValueError:
        return json.loads(body.decode("utf-8", "surrogatepass"))


@cache
def _adapter(kind: Hashable) -> TypeAdapter[Any]:
    return TypeAdapter(cast(Any, kind))


def encode(value: Any, kind: Any) -> Any:
    """A model value as plain JSON data."""
    return _adapter(kind).dump_python(value, mode="json")


def decode(untrusted: Any, kind: type[T]) -> T:
    """Plain JSON data as a model value.

    Raises:
        WorkerMisbehaved: if it does not fit the type, or holds a number that is none.
    """
    try:
        value: T = _adapter(cast(Hashable, kind)).validate_python(untrusted)
    except (ValidationError, ValueError, TypeError, RecursionError):
        raise WorkerMisbehaved from None
    return value
