"""Words of font programs and colour profiles go; what drawing needs stays where it was."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageCms

from redactor.formats.pdf.outlines import CffWords
from redactor.formats.pdf.program_texts import plain_profile, plain_program, plain_type1
from tests.formats_pdf.pdf_builders import VALUE
from tests.formats_pdf.pdf_builders_words import compact_font, gray_profile

WORD = VALUE.encode()


def plain(name: bytes) -> bytes:
    return b"y" * len(name) if WORD in name else name


@pytest.mark.parametrize("keyed", [False, True])
def test_a_compact_font_keeps_its_layout(keyed: bool) -> None:
    source = compact_font(keyed=keyed)
    found = plain_program(source, plain)
    assert WORD not in found
    assert len(found) == len(source)
    assert CffWords.of(found) == CffWords.of(source)
    assert (b"AdobeIdentity" in found) is keyed, "what a keyed font is for stays, the rest are remarks"


def test_names_that_say_nothing_stay() -> None:
    source = compact_font().replace(WORD, b"abcdefghijkl")
    found = CffWords.of(plain_program(source, plain))
    (start, end), (name_start, name_end) = found.glyphs[0], found.names[0]
    assert source[start:end] == b"gabcdefghijkl"
    assert source[name_start:name_end] == b"Xabcdefghijkl"


def _named(names: list[bytes]) -> bytes:
    """A TrueType program that consists of the names of its glyphs."""
    numbers = b"".join((258 + i).to_bytes(2) for i in range(len(names)))
    post = bytes([0, 2, 0, 0]) + bytes(28) + len(names).to_bytes(2) + numbers
    post += b"".join(bytes([len(name)]) + name for name in names)
    entry = b"post" + bytes(4) + (28).to_bytes(4) + len(post).to_bytes(4)
    return bytes([0, 1, 0, 0, 0, 1]) + bytes(6) + entry + post


@pytest.mark.parametrize("at", [0, 63, 64, 200, 299])
def test_one_telling_name_among_hundreds_is_found_and_the_others_are_not_asked_for(at: int) -> None:
    names = [b"uni%04X" % code for code in range(300)]
    names[at] = b"a" + WORD
    asked: list[bytes] = []

    def noted(name: bytes) -> bytes:
        asked.append(name)
        return plain(name)

    found = plain_program(_named(names), noted)
    names[at] = b"y" * len(names[at])
    assert found == _named(names)
    assert len(asked) < 100


@pytest.mark.parametrize(
    "data", [b"", b"\1", b"\1\0\4\2\xff\xff\2", b"OTTO\0\5", b"true", b"\0\1\0\0\0\1abc", b"x" * 40]
)
def test_broken_programs_come_back_as_they_are(data: bytes) -> None:
    assert plain_program(data, plain) == data


def test_the_readable_part_of_type_1_keeps_what_readers_look_for() -> None:
    head = b"%!PS-AdobeFont-1.0: Ten 001.003\n/Notice (a \\) b) def\n/FontName /Ten def\n/Encoding StandardEncoding def\n"
    body, tail = b"\x80\xff(so)", b"0" * 512 + b"\ncleartomark\n"
    new, same, end = plain_type1(head + body + tail, len(head), len(body))
    assert (len(new), same, end) == (len(head), body, tail)
    assert new.startswith(b"%!PS-AdobeFont-1.0: xxxxx")
    assert b"/FontName /Ten def\n/Encoding StandardEncoding def\n" in new
    assert b"a \\) b" not in new


def test_a_profile_without_words_gives_the_same_colours() -> None:
    source = gray_profile()
    found = plain_profile(source)
    assert WORD not in found
    assert len(found) == int.from_bytes(source[:4])
    ramp = Image.frombytes("L", (256, 1), bytes(range(256)))
    screen = ImageCms.createProfile("sRGB")

    def drawn(profile: bytes) -> bytes:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        picture = ImageCms.profileToProfile(ramp, own, screen, outputMode="RGB")
        assert picture is not None
        return picture.tobytes()

    assert drawn(found) == drawn(source[: len(found)])


def test_what_is_no_profile_is_emptied() -> None:
    assert plain_profile(WORD * 30) == plain_profile(b"") == b""
