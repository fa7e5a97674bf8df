"""What pictures store and do not show goes; what they show stays as it was, in its own compression."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String
from PIL import Image

from redactor.formats.pdf.bilevel import decoded
from redactor.formats.pdf.images import Placement, may_be_codes, written
from redactor.formats.pdf.inline_picture import without_appendix
from redactor.formats.pdf.rebuild import clean
from redactor.formats.pdf.restored import Restored
from redactor.formats.pdf.unseen_samples import without_unseen_samples
from tests.formats_pdf import picture_makers as make

PAPER = make.paper().convert("L")
LETTERS = np.asarray(PAPER) < 128
WIDTH, HEIGHT = PAPER.size


def stream(
    pdf: Pdf, data: bytes, space: Object | Name = Name.DeviceGray, bits: int = 8, **more: Any
) -> Stream:
    picture = pdf.make_stream(
        data, Width=WIDTH, Height=HEIGHT, ColorSpace=space, BitsPerComponent=bits, Subtype=Name.Image
    )
    picture.update(Dictionary(**more))
    return picture


def samples(picture: Stream) -> npt.NDArray[np.uint8]:
    return np.frombuffer(picture.read_bytes(), np.uint8)


def shown(picture: Stream) -> bytes:
    return bytes(decoded(picture, as_gray=False).samples)


def white_spot(pdf: Pdf) -> Array:
    tint = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([1]), C1=Array([1]), N=1)
    return Array([Name.Separation, Name.Spot, Name.DeviceGray, pdf.make_indirect(tint)])


def test_samples_that_stand_for_one_colour_become_one() -> None:
    bits = LETTERS.astype(np.uint8)
    with Pdf.new() as pdf:
        white = Array([Name.Indexed, Name.DeviceRGB, 1, String(b"\xff" * 6)])
        for picture in (
            stream(pdf, (255 - 3 * bits).tobytes()),
            stream(pdf, bits.tobytes(), white),
            stream(pdf, np.packbits(bits, axis=1).tobytes(), white, 1),
            stream(pdf, (255 * bits).tobytes(), Decode=Array([1, 1])),
            stream(pdf, (255 * bits).tobytes(), white_spot(pdf)),
        ):
            before = shown(picture)
            without_unseen_samples(picture)
            assert len(set(samples(picture).tolist())) == 1
            assert max(abs(a - b) for a, b in zip(before[::97], shown(picture)[::97], strict=True)) < 8


def test_samples_of_a_picture_that_is_cut_short_become_one() -> None:
    with Pdf.new() as pdf:
        picture = stream(pdf, (255 - 3 * LETTERS.astype(np.uint8)).tobytes()[:-WIDTH])
        without_unseen_samples(picture)
        assert len(set(samples(picture).tolist())) == 1


def test_few_bits_for_each_number_keep_their_colour() -> None:
    """Red in three numbers of four bits, at places a shade darker, which shows."""
    pair = np.where(LETTERS[:, ::2], 0xE0, 0xF0).astype(np.uint8)
    rows = np.dstack([pair, np.full_like(pair, 0x0F), np.zeros_like(pair)])
    with Pdf.new() as pdf:
        picture = stream(pdf, rows.tobytes(), Name.DeviceRGB, 4)
        without_unseen_samples(picture)
        assert picture.read_bytes() == rows.tobytes()
        evened = stream(pdf, rows.tobytes(), Name.DeviceRGB, 4, Decode=Array([1, 1, 0, 0, 0, 0]))
        before = shown(evened)
        without_unseen_samples(evened)
        assert evened.read_bytes() == bytes(rows[0, 0].tolist()) * (rows.size // 3)
        assert shown(evened) == before


def test_what_a_soft_mask_hardly_shows_goes_with_its_lower_bytes() -> None:
    deep = np.zeros((HEIGHT, WIDTH, 2), np.uint8)
    deep[..., 1] = 200 * LETTERS
    with Pdf.new() as pdf:
        for mask in (
            stream(pdf, (5 * LETTERS.astype(np.uint8)).tobytes()),
            stream(pdf, deep.tobytes(), bits=16),
        ):
            page = pdf.add_blank_page()
            picture = stream(pdf, bytes(WIDTH * HEIGHT), SMask=mask)
            page.obj["/Resources"] = Dictionary(XObject=Dictionary(Im=picture))
            page.obj["/Contents"] = pdf.make_stream(b"/Im Do")
        clean(pdf, frozenset(), Restored())
        for page in pdf.pages:
            mask = page.obj["/Resources"]["/XObject"]["/Im"]["/SMask"]
            assert mask["/BitsPerComponent"] == 8
            assert set(samples(mask).tolist()) == {0}


def test_an_inline_picture_of_one_colour_becomes_one() -> None:
    with Pdf.new() as pdf:
        picture = stream(pdf, (255 - 3 * LETTERS.astype(np.uint8)).tobytes())
        assert without_appendix(picture)
        assert len(set(samples(picture).tolist())) == 1
        assert not without_appendix(picture)


@pytest.mark.parametrize("levels", [250, 251])
def test_a_jpeg_2000_of_one_colour_becomes_one(levels: int) -> None:
    file = io.BytesIO()
    image = Image.fromarray((levels - 3 * LETTERS).astype(np.uint8))
    image.save(
        file, "JPEG2000", num_resolutions=1 if levels == 250 else 6
    )  # small sizes are not always stored
    with Pdf.new() as pdf:
        picture = stream(pdf, file.getvalue(), Filter=Name.JPXDecode)
        without_unseen_samples(picture)
        assert len(set(shown(picture))) == 1


def test_a_jpeg_of_one_colour_becomes_one() -> None:
    file = io.BytesIO()
    Image.fromarray((250 - 3 * LETTERS).astype(np.uint8)).save(file, "JPEG", quality=95)
    with Pdf.new() as pdf:
        picture = stream(pdf, file.getvalue(), Filter=Name.DCTDecode)
        without_unseen_samples(picture)
        left = np.asarray(Image.open(io.BytesIO(picture.read_raw_bytes())))
        assert int(left.max()) - int(left.min()) <= 1


def test_lower_bytes_and_transparent_pixels_go_and_the_rest_stays() -> None:
    deep = np.zeros((HEIGHT, WIDTH, 2), np.uint8)
    deep[..., 0], deep[..., 1] = np.asarray(PAPER), 200 * LETTERS
    with Pdf.new() as pdf:
        picture = stream(pdf, deep.tobytes(), bits=16)
        without_unseen_samples(picture)
        assert picture["/BitsPerComponent"] == 8
        assert picture.read_bytes() == PAPER.tobytes()
        keyed = stream(pdf, PAPER.tobytes(), Mask=Array([0, 100]))
        without_unseen_samples(keyed)
        left = samples(keyed).reshape(HEIGHT, WIDTH)
        assert set(left[np.asarray(PAPER) <= 100].tolist()) == {0}
        few = np.packbits(
            np.unpackbits(LETTERS[..., None].astype(np.uint8), axis=2)[..., 4:].reshape(HEIGHT, -1)
        )
        indices = stream(pdf, few.tobytes(), bits=4, Mask=Array([0, 1]))
        without_unseen_samples(indices)
        assert set(samples(indices).tolist()) == {0}
        assert (left[np.asarray(PAPER) > 100] == np.asarray(PAPER)[np.asarray(PAPER) > 100]).all()


@pytest.mark.parametrize("kind", ["JPEG", "JPEG2000", "raw"])
def test_a_picture_that_shows_something_stays_byte_for_byte(kind: str) -> None:
    file = io.BytesIO()
    if kind != "raw":
        PAPER.save(file, kind)
    name = {"JPEG": Name.DCTDecode, "JPEG2000": Name.JPXDecode}.get(kind)
    with Pdf.new() as pdf:
        data = file.getvalue() or PAPER.tobytes()
        picture = stream(pdf, data)
        if name is not None:
            picture["/Filter"] = name
        without_unseen_samples(picture)
        assert picture.read_raw_bytes() == data


@pytest.mark.parametrize("name", [Name.DCTDecode, Name.JPXDecode])
def test_what_a_key_leaves_out_of_a_compressed_picture_goes_and_the_rest_stays(name: Name) -> None:
    """Letters a shade lighter than the dark ground that is keyed away, beside a bright field that shows."""
    levels = np.where(LETTERS, 40, 10).astype(np.uint8)
    levels[: HEIGHT // 4] = 200
    file = io.BytesIO()
    Image.fromarray(levels).save(file, "JPEG" if name == Name.DCTDecode else "JPEG2000")
    with Pdf.new() as pdf:
        picture = stream(pdf, file.getvalue(), Filter=name, Mask=Array([0, 80]))
        without_unseen_samples(picture)
        left = samples(picture).reshape(HEIGHT, WIDTH)
        assert set(left[HEIGHT // 4 + 8 :].ravel().tolist()) == {0}
        assert (abs(left[: HEIGHT // 4 - 8].astype(int) - 200) < 8).all()
        assert [int(level) for level in picture["/Mask"]] == [0, 0]


@pytest.mark.parametrize("bits", [8, 4])
def test_colours_that_no_pixel_has_spell_nothing(bits: int) -> None:
    rows = LETTERS.astype(np.uint8)
    if bits == 4:
        rows = rows[:, ::2] << 4 | rows[:, 1::2]
    table = b"\xff\xff\xff\x20\x20\x20" + b"CCCD001190012345x" + b"\0" * 25
    with Pdf.new() as pdf:
        space = Array([Name.Indexed, Name.DeviceRGB, 15, pdf.make_stream(table)])
        picture = stream(pdf, rows.tobytes(), space, bits)
        before = shown(picture)
        without_unseen_samples(picture)
        assert bytes(picture["/ColorSpace"][3]) == table[:6] + b"\0" * 42
        assert shown(picture) == before


def test_marks_that_hardly_differ_from_the_ground_go_and_the_rims_of_letters_stay() -> None:
    ground = int(np.median(np.asarray(PAPER)))
    levels = np.full((HEIGHT, 2 * WIDTH), ground, np.uint8)
    levels[:, :WIDTH] = np.asarray(PAPER)  # with the soft rims of its letters
    levels[:, WIDTH:] -= 4 * LETTERS.astype(np.uint8)
    with Pdf.new() as pdf:
        picture = stream(pdf, levels.tobytes())
        picture["/Width"] = 2 * WIDTH
        without_unseen_samples(picture)
        left = samples(picture).reshape(HEIGHT, 2 * WIDTH)
    assert (left[:, :WIDTH] == np.asarray(PAPER)).all()
    assert (left[:, WIDTH + 20 :] == ground).all()


def test_a_channel_that_nobody_uses_goes() -> None:
    hidden = Image.merge("RGBA", (Image.new("L", PAPER.size, 255),) * 3 + (PAPER,))
    file = io.BytesIO()
    hidden.save(file, "JPEG2000")
    for used in (0, 1):
        with Pdf.new() as pdf:
            picture = stream(pdf, file.getvalue(), Name.DeviceRGB, Filter=Name.JPXDecode, SMaskInData=used)
            without_unseen_samples(picture)
            bands = Image.open(io.BytesIO(picture.read_raw_bytes())).getbands()
            assert bands == (("R", "G", "B", "A") if used else ("R", "G", "B"))


def test_strips_too_narrow_for_letters_are_read_together_and_lines_are_not() -> None:
    strips = [Placement((40, 600 + 2 * n, 540, 602 + 2 * n), 1200, 5) for n in range(30)]
    assert [len(group) for group in written(strips)] == [30]
    assert [len(group) for group in may_be_codes(strips)] == [30]
    lines = [Placement((40, 600 + 20 * n, 540, 600.5 + 20 * n), 1200, 1) for n in range(9)]
    lines += [Placement((40 + 100 * n, 600, 40.5 + 100 * n, 760), 1, 400) for n in range(6)]
    assert written(lines) == may_be_codes(lines) == []
