"""What stands behind the end of a compressed stream goes, and a bomb is not unpacked to find it."""

from __future__ import annotations

import time
import zlib

import pytest
from pikepdf import Name, Pdf

from redactor.formats.pdf.flate import without_appendix
from redactor.formats.pdf.rebuild import clean
from redactor.formats.pdf.restored import Restored

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


def test_what_stands_behind_packed_content_is_in_no_copy() -> None:
    content = b"0 0 9 9 re f"
    with Pdf.new() as pdf:
        page = pdf.add_blank_page().obj
        page["/Contents"] = pdf.make_stream(b"")
        page["/Contents"].write(zlib.compress(content) + b"\nCCCD 001190012345", filter=Name.FlateDecode)
        clean(pdf, frozenset(), Restored())
        assert page["/Contents"].read_bytes().strip() == content
        assert b"001190012345" not in page["/Contents"].read_raw_bytes()
