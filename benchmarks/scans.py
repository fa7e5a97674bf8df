"""Where the processor time of scanned pages goes, from opening to the verified copy, and recognition's share of it.

    python -m benchmarks.scans [--rounds 3] [--profile FILE]

Made pages of A4 (60, 120 and 350 words; 150 to 300 dpi; gray, in colour, bilevel; noise, a little skew, a stamp and a
signature on some) are redacted in this one process. Each stage is charged what it takes by itself: recognition is taken
out of whatever asks for it. Everything is done once before it is measured, and of the rounds the least counts.

Recognition's share is told of reading alone and of the whole road; both are ratios of one run, so that they do not
depend on how fast the machine is.
"""

from __future__ import annotations

import argparse
import contextlib
import cProfile
import functools
import io
import math
import random
import secrets
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pymupdf
from PIL import Image, ImageDraw, ImageFilter

from redactor.detect import find
from redactor.edits import make_edits
from redactor.formats.base import OutputOptions
from redactor.formats.pdf import images, page_reading
from redactor.model import Outcome, Scan
from redactor.opening import detector, open_document, verifier
from redactor.policy import decide, load
from redactor.verify import pdf as verify_pdf
from redactor.verify.base import VerifyRequest

_A4 = (595, 842)
_SENTENCES = (
    "Hôm nay, ngày 14 tháng 3 năm 2025, chúng tôi gồm có: Ông NGUYỄN CÔNG TÚ, sinh ngày 11/10/1970, căn cước công dân "
    "số 03507020{n:04d} do Cục Cảnh sát cấp ngày 10/10/2021.",
    "Nơi đăng ký thường trú: Đội 1, thôn An Phú, xã Đồn Xá, huyện Bình Lục, tỉnh Hà Nam. Điện thoại 0999.5{n:05d}.",
    "Bên A có nghĩa vụ giao thửa đất cùng bản chính giấy tờ về quyền sử dụng đất cho Bên B trong thời hạn 15 ngày làm "
    "việc kể từ ngày ký Hợp đồng này.",
    "Lệ phí trước bạ do Bên B nộp theo quy định tại Thông tư số 111/2013/TT-BTC của Bộ Tài chính.",
)
_SIGNED = "ĐẠI DIỆN BÊN A<br>(Ký, ghi rõ họ tên)<br><br><br><br><br>Nguyễn Công Tú"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of scanned page: words on it, resolution, colours (``L``, ``RGB`` or ``1``), stamp and signature."""

    words: int
    dpi: int
    mode: str = "L"
    signed: bool = False

    def __str__(self) -> str:
        """For a row of the table."""
        colours = {"L": "gray", "RGB": "colour", "1": "bilevel"}[self.mode]
        return f"{self.words} words, {self.dpi} dpi, {colours}{', signed' if self.signed else ''}"


KINDS = (
    Kind(60, 200),
    Kind(120, 150),
    Kind(120, 200, "RGB", signed=True),
    Kind(120, 300, "1"),
    Kind(350, 150, "RGB", signed=True),
    Kind(350, 200),
    Kind(350, 200, "1", signed=True),
    Kind(350, 300, "RGB"),
)


# --- pages ----------------------------------------------------------------------------------------------------------


def scanned(kind: Kind, seed: int) -> Image.Image:
    """One page as a scanner hands it over."""
    chance = random.Random(seed)
    page = _printed(kind, seed)
    if kind.signed:
        _sign(page, chance, kind.dpi)
    page = page.rotate(chance.uniform(-0.5, 0.5), Image.Resampling.BICUBIC, fillcolor="white")
    levels = np.asarray(page.filter(ImageFilter.GaussianBlur(0.003 * kind.dpi))).astype(np.float32)
    grain = np.random.default_rng(seed).normal(0, 4, levels.shape[:2])[..., None]
    page = Image.fromarray(np.clip(levels * 0.93 + 8 + grain, 0, 255).astype(np.uint8))
    if kind.mode == "1":
        return page.convert("L").point(lambda level: 255 if level > 150 else 0).convert("1")
    return page.convert(kind.mode)


def _printed(kind: Kind, seed: int) -> Image.Image:
    words: list[str] = []
    while len(words) < kind.words:
        number = (seed * 37 + len(words)) % 10000
        words += _SENTENCES[len(words) // 20 % len(_SENTENCES)].format(n=number).split()
    text = " ".join(words[: kind.words])
    with pymupdf.open() as document:
        page = document.new_page(width=_A4[0], height=_A4[1])
        page.insert_htmlbox(
            (60, 60, 535, 640),
            "<p style='text-align:center'><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br>Độc lập - Tự do - Hạnh phúc</p>"
            f"<p style='font-size:12pt'>{text}</p>",
        )
        if kind.signed:
            page.insert_htmlbox((330, 650, 520, 790), f"<p style='text-align:center'>{_SIGNED}</p>")
        pixels = page.get_pixmap(dpi=kind.dpi)
    return Image.frombytes("RGB", (pixels.width, pixels.height), pixels.samples)


def _sign(page: Image.Image, chance: random.Random, dpi: int) -> None:
    """A red seal and a blue signature across it."""
    draw, point = ImageDraw.Draw(page), dpi / 72
    x, y, reach = 385 * point, 715 * point, 48 * point
    for shrink in (0.0, 0.1, 0.4):
        side = reach * (1 - shrink)
        draw.ellipse(
            (x - side, y - side, x + side, y + side), outline=(205, 40, 50), width=round(1.5 * point)
        )
    waves = [(chance.uniform(0.2, 0.8), chance.uniform(4, 12) * point) for _ in range(3)]
    line = [
        (x + 2.4 * i * point, y + sum(math.sin(i * rate + rate) * size for rate, size in waves))
        for i in range(40)
    ]
    draw.line(line, fill=(25, 40, 140), width=round(1.2 * point), joint="curve")


def make_pdf(path: Path, kinds: Sequence[Kind], seed: int = 1) -> Path:
    """A file of scanned pages: JPEG, or CCITT group 4 where they are bilevel."""
    with pymupdf.open() as document:
        for number, kind in enumerate(kinds):
            page = document.new_page(width=_A4[0], height=_A4[1])
            image, file = scanned(kind, seed + number), io.BytesIO()
            if kind.mode == "1":
                image.save(file, "TIFF", compression="group4")
            else:
                image.save(file, "JPEG", quality=75)
            page.insert_image(page.rect, stream=file.getvalue())
        document.save(path)
    return path


# --- stages ---------------------------------------------------------------------------------------------------------


class Stages:
    """Processor time by stage; what a stage does inside another one is charged to it alone."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self._open: list[tuple[str, float]] = []

    @contextlib.contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Charge what happens inside to a stage."""
        now = time.process_time()
        if self._open:
            outer, since = self._open[-1]
            self.seconds[outer] += now - since
        self._open.append((name, now))
        try:
            yield
        finally:
            now = time.process_time()
            own, since = self._open.pop()
            self.seconds[own] += now - since
            if self._open:
                self._open[-1] = (self._open[-1][0], now)

    def wrap(self, module: Any, function: str, name: str) -> None:
        """Charge each call of a function to a stage, named after the stage it is called in if it ends in a blank."""
        inner: Callable[..., Any] = getattr(module, function)

        @functools.wraps(inner)
        def timed(*arguments: Any, **named: Any) -> Any:
            outer = self._open[-1][0].split(":")[0] if self._open else ""
            with self.stage(f"{outer}: {name}"):
                return inner(*arguments, **named)

        setattr(module, function, timed)


RECOGNITION = "recognition"


def watched() -> Stages:
    """Stages of whatever is done from now on in this process."""
    stages = Stages()
    stages.wrap(sys.modules["redactor.formats.pdf.ocr"], "readings", RECOGNITION)
    stages.wrap(images.PictureDrawer, "draw_smaller", "drawing")
    stages.wrap(page_reading, "codes_in_places", "codes")
    stages.wrap(sys.modules["redactor.formats.pdf.readers"], "read_pixels", "pixels")
    stages.wrap(sys.modules["redactor.formats.pdf.document"], "unseen_parts", "hidden parts")
    stages.wrap(verify_pdf, "draw_part", "drawing for reading")
    stages.wrap(verify_pdf, "read_image", "pixels")
    stages.wrap(sys.modules["redactor.verify.pdf_reading"], "render", "drawing")
    return stages


def redact(source: Path, draft: Path, stages: Stages) -> Scan:
    """The whole road, in this process. Raises ``AssertionError`` when the copy is not verified."""
    policy, key, found = load(None), secrets.token_bytes(32), detector("")
    with stages.stage("reading"):
        document = open_document(source, "")
        reading = document.read(lambda _done, _total: None)
    with stages.stage("finding"):
        scan = find(
            document.info, reading, found, stem="", key=key, known_values=(), progress=lambda _d, _t: None
        )
        decisions = decide(scan, policy)
    with stages.stage("writing"):
        edits = make_edits(scan, decisions, key=key, paged=True)
        applied = document.apply(edits, [], OutputOptions(), draft, lambda _d, _t: None)
    with stages.stage("verifying"):
        document.doubts(draft, lambda _d, _t: None)  # type: ignore[attr-defined]
        request = VerifyRequest(
            source=source,
            password="",
            draft=draft,
            scan=scan,
            decisions=decisions,
            applied=applied,
            redetect=found.find,
        )
        checks = verifier("pdf").verify(request)
    document.close()
    assert all(check.outcome is Outcome.PASSED for check in checks), checks
    return scan


def main() -> None:
    """Print one row per kind of page and one for all."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--pages", type=int, default=2, help="of each kind")
    parser.add_argument("--profile", type=Path, help="write a profile of one round to this file")
    arguments = parser.parse_args()
    stages = watched()
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        sources = {
            kind: make_pdf(here / f"{n}.pdf", [kind] * arguments.pages, n) for n, kind in enumerate(KINDS)
        }
        redact(sources[KINDS[0]], here / "draft.pdf", stages)
        total: dict[str, float] = defaultdict(float)
        print(
            f"{'ms a page':<36} reading  of it recognition      finding  writing  verifying  recognition of all"
        )
        for kind, source in sources.items():
            best: dict[str, float] = {}
            for _ in range(arguments.rounds):
                stages.seconds.clear()
                redact(source, here / "draft.pdf", stages)
                best = {n: min(s, best.get(n, s)) for n, s in stages.seconds.items()}
            for name, seconds in best.items():
                total[name] += 1000 * seconds / arguments.pages
            print(row(str(kind), {n: 1000 * s / arguments.pages for n, s in best.items()}), flush=True)
        means = {name: value / len(KINDS) for name, value in total.items()}
        print(row("all, mean", means), "\n")
        for name, value in sorted(means.items(), key=lambda each: -each[1]):
            print(f"{value:8.1f} ms  {value / sum(means.values()):6.1%}  {name}")
        if arguments.profile:
            profile = cProfile.Profile()
            profile.enable()
            for source in sources.values():
                redact(source, here / "draft.pdf", Stages())
            profile.disable()
            profile.dump_stats(arguments.profile)


def row(name: str, times: dict[str, float]) -> str:
    """One row of the table, from milliseconds by stage."""

    def of(*parts: str) -> float:
        return sum(value for stage, value in times.items() if all(part in stage for part in parts))

    reading, whole = of("reading"), sum(times.values())
    return (
        f"{name:<36} {reading:7.0f}  {of('reading:', RECOGNITION):7.0f} {of('reading:', RECOGNITION) / reading:6.0%}"
        f"          {of('finding'):7.0f}  {of('writing'):7.0f}  {of('verifying'):9.0f}  {of(RECOGNITION) / whole:6.0%}"
    )


if __name__ == "__main__":
    main()
