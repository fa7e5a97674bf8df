"""What no stream owns is the file without what stands between ``stream`` and ``endstream``, as words of their own."""

from __future__ import annotations

import random
import re
from pathlib import Path

from redactor.verify.pdf_structure import outside_streams

_BODY = re.compile(rb"\bstream\r?\n.*?\bendstream\b", re.S)
_BITS = (
    b"stream\n",
    b"stream\r\n",
    b"endstream",
    b"endstreamx",
    b"stream",
    b" ",
    b"\n",
    b"x",
    b"\xff",
    b"1 0 obj ",
)


def test_only_the_bodies_of_streams_are_left_out(tmp_path: Path) -> None:
    chance = random.Random(2)
    file = tmp_path / "made.pdf"
    left_out = 0
    for _ in range(1500):
        data = b"".join(chance.choice(_BITS) for _ in range(chance.randrange(14)))
        file.write_bytes(data)
        found = outside_streams(file)
        assert found == _BODY.sub(b"", data)
        left_out += found != data
    assert left_out > 50


def test_a_stream_that_never_ends_is_looked_at(tmp_path: Path) -> None:
    file = tmp_path / "made.pdf"
    file.write_bytes(b"1 0 obj stream\nabc endstream 2 0 obj stream\n0912345678 endstreamx")
    assert outside_streams(file) == b"1 0 obj  2 0 obj stream\n0912345678 endstreamx"
