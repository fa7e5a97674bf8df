"""What stands behind the end of a compressed stream goes, and a bomb is not unpacked to find it."""

from __future__ import annotations

import time
import zlib

import pytest

from redactor.formats.pdf.flate import without_appendix

STREAM = zlib.compress(bytes(range(256)) * 4000)


@pytest.mark.parametrize("behind", [b"", b"\n", b" \r\n"])
def test_an_end_is_left_alone(behind: bytes) -> None:
    assert without_appendix(STREAM + behind) == STREAM + behind


@pytest.mark.parametrize("behind", [b"CCCD 001190012345", b"\n% CCCD", STREAM])
def test_what_follows_goes(behind: bytes) -> None:
    assert without_appendix(STREAM + behind) == STREAM


@pytest.mark.parametrize("broken", [b"", b"junk", STREAM[:-9], b"\0" * 50])
def test_broken_streams_stay_as_they_are(broken: bytes) -> None:
    assert without_appendix(broken) == broken


def test_a_bomb_is_not_unpacked() -> None:
    packer = zlib.compressobj(9)
    bomb = b"".join(packer.compress(bytes(1 << 24)) for _ in range(80)) + packer.flush() + b"CCCD"
    begin = time.process_time()
    assert without_appendix(bomb) == bomb
    assert time.process_time() - begin < 5
