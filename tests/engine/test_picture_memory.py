"""A batch reads a file twice; the words in its pictures are recognised once, and nothing of them is written anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pymupdf
import pytest
from PIL import Image, ImageDraw, ImageFont

from redactor import pipeline
from redactor.batch_crew import PooledRunner
from redactor.formats.pdf.pictures import PixelReading
from redactor.formats.pdf.pictures_read import PicturesRead
from redactor.formats.pdf.readers import Readers, reading_with
from redactor.isolation import CancelToken, Limits, WorkerPool
from redactor.model import Scan
from redactor.picture_memory import PictureMemory
from redactor.pipeline import Job
from redactor.policy import load

FONT = Path(__file__).parents[2] / "redactor/formats/pdf/label.ttf"
NAME, NUMBER, OTHER = "Trần Thị Hồng Nhung", "079190012345", "079190054321"


def paper(number: str = NUMBER) -> Image.Image:
    image = Image.new("RGB", (1240, 500), "white")
    draw = ImageDraw.Draw(image)
    lines = (
        "HỢP ĐỒNG CHO THUÊ NHÀ",
        f"Bên A: Bà {NAME}",
        f"Số căn cước công dân: {number} cấp ngày 12/05/2021",
    )
    for index, line in enumerate(lines):
        draw.text((110, 100 + 90 * index), line, font=ImageFont.truetype(str(FONT), 30), fill=(20, 20, 20))
    return image


def as_pdf(path: Path, image: Image.Image) -> Path:
    image.save(path.with_suffix(".png"))
    with pymupdf.open() as document:
        page = document.new_page(width=595, height=240)
        page.insert_image(page.rect, filename=path.with_suffix(".png"))
        document.save(path)
    return path


@pytest.fixture(scope="module")
def pools() -> Iterator[tuple[WorkerPool, WorkerPool]]:
    with WorkerPool(Limits(readers=1)) as first, WorkerPool(Limits(readers=1)) as second:
        yield first, second


def scanned(
    pool: WorkerPool, source: Path, memory: PictureMemory | None, known: tuple[str, ...] = ()
) -> Scan:
    return pipeline.scan(Job(source, key=b"k" * 32, known_values=known), load(None), pool, memory=memory)


@pytest.mark.parametrize("kind", ["pdf", "png"])
def test_another_worker_recognises_nothing_again_and_finds_the_same(
    pools: tuple[WorkerPool, WorkerPool], tmp_path: Path, kind: str
) -> None:
    source = as_pdf(tmp_path / "a.pdf", paper()) if kind == "pdf" else tmp_path / "a.png"
    if kind == "png":
        paper().save(source)
    memory = PictureMemory()
    first = scanned(pools[0], source, memory)
    assert {NAME, NUMBER} <= {f.value for f in first.findings}
    kept = memory.of(str(source))
    assert kept
    assert NUMBER.encode() not in kept
    assert scanned(pools[1], source, memory) == first
    assert memory.of(str(source)) == kept  # nothing was read anew, else it had been handed over again


def test_what_others_prove_is_looked_for_in_what_was_kept(
    pools: tuple[WorkerPool, WorkerPool], tmp_path: Path
) -> None:
    source, memory = as_pdf(tmp_path / "a.pdf", paper()), PictureMemory()
    scanned(pools[0], source, memory)
    title = "CHO THUÊ NHÀ"
    again = scanned(pools[1], source, memory, known=(title,))
    assert any(title in f.value for f in again.findings)


def test_other_pixels_are_read_anew(pools: tuple[WorkerPool, WorkerPool], tmp_path: Path) -> None:
    source, memory = as_pdf(tmp_path / "a.pdf", paper()), PictureMemory()
    scanned(pools[0], source, memory)
    as_pdf(source, paper(OTHER))
    values = {f.value for f in scanned(pools[1], source, memory).findings}
    assert OTHER in values
    assert NUMBER not in values


def test_readings_come_back_as_they_were() -> None:
    image = paper()
    first = PicturesRead.from_bytes(b"")
    with reading_with(None, first):
        readers = Readers()
        read = readers.submit(image).result()
        readers.close()
    assert read.words
    again = PicturesRead.from_bytes(first.to_bytes() or b"")
    with reading_with(None, again):
        readers = Readers()
        assert readers.submit(image).result() == read
        readers.close()
    assert again.to_bytes() is None  # nothing new
    assert isinstance(read, PixelReading)


def test_the_oldest_is_forgotten() -> None:
    memory = PictureMemory(most=10)
    memory.keep("a", b"1234")
    memory.keep("b", b"1234")
    memory.keep("a", b"123456")
    assert (memory.of("a"), memory.of("b")) == (b"123456", b"1234")
    memory.keep("c", b"1234")
    assert [memory.of(file) for file in "abc"] == [b"123456", b"", b"1234"]
    assert len(memory) == 2


def test_runners_of_a_batch_share_what_was_read(tmp_path: Path) -> None:
    source, memory = as_pdf(tmp_path / "a.pdf", paper()), PictureMemory()
    runner = PooledRunner(Limits(readers=1), None, memory)
    try:
        found = runner.scan(Job(source, key=b"k" * 32), load(None), None, CancelToken())
    finally:
        runner.close()
    assert NUMBER in {f.value for f in found.findings}
    assert memory.of(str(source))
