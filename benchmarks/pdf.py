"""Time of a text PDF end to end, as ratios against what reading and writing the file alone costs.

    python -m benchmarks.pdf [--rounds 5] [--shared-fonts] [--without-stock] [PAGES …]

For each size the same synthetic contract pages are opened and saved by PyMuPDF (the floor), redacted by this program
with warm workers (detection and verification included), and by stock Presidio with PyMuPDF's redaction. All in one run,
so that a slow machine slows all of them.

Seconds are the median of the rounds; the ratio to the floor is taken in each round: the median, in brackets the lowest
and the highest. ``cpu`` is the same ratio in processor time over all processes: it does not depend on what else the
machine does, but for its caches. Every page describes the fonts anew, as papers that were put together do; with
``--shared-fonts`` the whole file describes them once, as office programs do, and the floor is less than half as high.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import pymupdf

from redactor.isolation import WorkerPool
from redactor.looking_ahead import PAGES_WORTH_A_PROCESS
from redactor.pipeline import Job, run
from redactor.policy import load

if TYPE_CHECKING:
    from presidio_analyzer import AnalyzerEngine

PAGES = (10, 100, 300)
ROUNDS = 5
PARAGRAPHS = [
    "Hôm nay, ngày 14 tháng 3 năm 2025, tại trụ sở Văn phòng công chứng, chúng tôi gồm có: Ông NGUYỄN CÔNG TÚ, "
    "sinh ngày 11/10/1970, căn cước công dân số 03507020{n:04d} do Cục CSQLHC về TTXH cấp ngày 10/10/2021.",
    "Nơi đăng ký thường trú: Đội 1, thôn An Phú, xã Đồn Xá, huyện Bình Lục, tỉnh Hà Nam. Điện thoại 0999.5{n:05d}; "
    "số tài khoản 85855477340{n:04d} tại Ngân hàng VIB.",
    "Bên A có nghĩa vụ giao thửa đất cùng bản chính giấy tờ về quyền sử dụng đất cho Bên B trong thời hạn 15 ngày làm "
    "việc kể từ ngày ký Hợp đồng này. Lệ phí trước bạ do Bên B nộp theo quy định tại Thông tư số 111/2013/TT-BTC.",
]


@dataclass(slots=True)
class Times:
    """What each round took: by the clock and of the processor, in seconds."""

    clock: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)


def main() -> None:
    """Print one row per size."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pages", nargs="*", type=int)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--shared-fonts", action="store_true")
    parser.add_argument("--without-stock", action="store_true")
    arguments = parser.parse_args()
    print("pages  open+save s  redactor s  ms/page  ÷ open+save         cpu ÷ open+save", end="")
    print("" if arguments.without_stock else "     stock by page s, ÷ redactor  by document s, ÷ redactor")
    policy = load(None)
    with tempfile.TemporaryDirectory() as folder, _Pool() as pool:
        here = Path(folder)
        warm = make_pdf(here / "warm.pdf", PAGES_WORTH_A_PROCESS)  # starts the verifiers that stay
        run(Job(warm, target=here / "warm-out.pdf"), policy, pool)
        for pages in arguments.pages or PAGES:
            source = make_pdf(here / f"{pages}.pdf", pages, shared_fonts=arguments.shared_fonts)

            def redact(source: Path = source) -> None:
                target = here / "out.pdf"
                target.unlink(missing_ok=True)
                os.utime(source)  # else the worker would remember what it has read in the round before
                record = run(Job(source, target=target), policy, pool)
                assert record.status == "verified", record.reason

            floor, ours = Times(), Times()
            for _ in range(arguments.rounds):
                measure(floor, lambda s=source: open_and_save(s, here / "floor.pdf"), pool)
                measure(ours, redact, pool)
            seconds = median(ours.clock)
            print(
                f"{pages:>5} {median(floor.clock):>12.3f} {seconds:>11.3f} {seconds / pages * 1000:>8.1f}  "
                f"{ratios(ours.clock, floor.clock):<18} {ratios(ours.processor, floor.processor):<18}",
                end="",
                flush=True,
            )
            if not arguments.without_stock:
                stock_engine()
                for stock in (stock_by_page, stock_by_document):
                    began = time.perf_counter()
                    stock(source, here / "stock.pdf")
                    took = time.perf_counter() - began
                    print(f"  {took:>15.2f} {took / seconds:>11.1f}", end="", flush=True)
            print(flush=True)


class _Pool(WorkerPool):
    """Knows what processor time its workers took."""

    def processor_time(self) -> float:
        """Seconds of all workers that wait; 0 where the system does not tell of other processes."""
        workers = [worker for idle in self._idle.values() for worker in idle]
        return sum(_processor_time(worker.pid) for worker in workers)


def _processor_time(pid: int) -> float:
    total = 0
    for task in Path(f"/proc/{pid}/task").glob("*/schedstat"):
        total += int(task.read_text().split()[0])
    return total / 1e9


def measure(times: Times, action: Callable[[], object], pool: _Pool) -> None:
    """Add one round."""
    processor = time.process_time() + pool.processor_time()
    clock = time.perf_counter()
    action()
    times.clock.append(time.perf_counter() - clock)
    times.processor.append(time.process_time() + pool.processor_time() - processor)


def ratios(ours: Sequence[float], floor: Sequence[float]) -> str:
    """Round by round: the median, the lowest and the highest."""
    each = sorted(a / b for a, b in zip(ours, floor, strict=True))
    return f"{median(each):.1f} ({each[0]:.1f}–{each[-1]:.1f})"


def make_pdf(path: Path, pages: int, *, shared_fonts: bool = False) -> Path:
    """Contract-like pages of about 2,500 characters, no two with the same numbers."""
    with pymupdf.open() as document:
        for number in range(pages):
            text = "".join(
                f"<p>{p.format(n=(number * 7 + i) % 10000)}</p>" for i, p in enumerate(PARAGRAPHS * 2)
            )
            document.new_page().insert_htmlbox((60, 60, 535, 780), text)
        document.subset_fonts()
        document.save(path, garbage=4 if shared_fonts else 3, deflate=True)
    return path


def open_and_save(source: Path, target: Path) -> None:
    """The floor: what PyMuPDF needs to read every page's words and to write the file whole."""
    with pymupdf.open(source) as document:
        for page in document:
            page.get_text("words")
        document.save(target, garbage=4, deflate=True)


@cache
def stock_engine() -> AnalyzerEngine:
    """Presidio as its users set it up: the whole default registry and context enhancer, on a spaCy pipeline.

    The pipeline is spaCy's own blank English one, since no model can be had from a package index: tokens without names.
    With a model each page would take longer by what that needs.
    """
    import spacy
    import tldextract.tldextract
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import NlpEngineProvider

    tldextract.tldextract.TLD_EXTRACTOR = tldextract.tldextract.TLDExtract(
        suffix_list_urls=()
    )  # stay offline
    with tempfile.TemporaryDirectory() as folder:
        spacy.blank("en").to_disk(folder)
        models = [{"lang_code": "en", "model_name": folder}]
        engine = NlpEngineProvider(
            nlp_configuration={"nlp_engine_name": "spacy", "models": models}
        ).create_engine()
        return AnalyzerEngine(nlp_engine=engine, supported_languages=["en"])


def stock_by_page(source: Path, target: Path) -> None:
    """Presidio as it comes and PyMuPDF's search and redaction, each page by itself."""
    engine = stock_engine()
    with pymupdf.open(source) as document:
        for page in document:
            text = page.get_text()
            _redact(page, {text[r.start : r.end] for r in engine.analyze(text, language="en")})
        document.save(target, garbage=4, deflate=True)


def stock_by_document(source: Path, target: Path) -> None:
    """The same over the whole text, every value searched on every page: what this program does, too."""
    engine = stock_engine()
    with pymupdf.open(source) as document:
        text = "\n".join(page.get_text() for page in document)
        values = {text[r.start : r.end] for r in engine.analyze(text, language="en")}
        for page in document:
            _redact(page, values)
        document.save(target, garbage=4, deflate=True)


def _redact(page: pymupdf.Page, values: set[str]) -> None:
    for value in values:
        for quad in page.search_for(value, quads=True):
            page.add_redact_annot(quad)
    page.apply_redactions()


if __name__ == "__main__":
    main()
