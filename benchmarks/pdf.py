"""Time of a text PDF end to end, as ratios against what reading and writing the file alone costs.

    python -m benchmarks.pdf [PAGES …]

For each size the same synthetic contract pages are opened and saved by PyMuPDF (the floor), redacted by this program
with warm workers (detection and verification included), and by stock Presidio with PyMuPDF's redaction. All in one run,
so that a slow machine slows all of them.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pymupdf

from redactor.isolation import WorkerPool
from redactor.pipeline import Job, run
from redactor.policy import load
from redactor.verification import PAGES_WORTH_A_PROCESS

if TYPE_CHECKING:
    from presidio_analyzer import AnalyzerEngine

PAGES = (10, 100, 300)
ROUNDS = 3
PARAGRAPHS = [
    "Hôm nay, ngày 14 tháng 3 năm 2025, tại trụ sở Văn phòng công chứng, chúng tôi gồm có: Ông NGUYỄN CÔNG TÚ, "
    "sinh ngày 11/10/1970, căn cước công dân số 03507020{n:04d} do Cục CSQLHC về TTXH cấp ngày 10/10/2021.",
    "Nơi đăng ký thường trú: Đội 1, thôn An Phú, xã Đồn Xá, huyện Bình Lục, tỉnh Hà Nam. Điện thoại 0999.5{n:05d}; "
    "số tài khoản 85855477340{n:04d} tại Ngân hàng VIB.",
    "Bên A có nghĩa vụ giao thửa đất cùng bản chính giấy tờ về quyền sử dụng đất cho Bên B trong thời hạn 15 ngày làm "
    "việc kể từ ngày ký Hợp đồng này. Lệ phí trước bạ do Bên B nộp theo quy định tại Thông tư số 111/2013/TT-BTC.",
]


def main(sizes: tuple[int, ...]) -> None:
    """Print one row per size: seconds (median) and ratios."""
    print("pages  open+save s  redactor s  ratio  ms/page  stock by page s  by document s   faster")
    policy = load(None)
    with tempfile.TemporaryDirectory() as folder, WorkerPool() as pool:
        here = Path(folder)
        warm = make_pdf(here / "warm.pdf", PAGES_WORTH_A_PROCESS)  # starts the verifiers that stay
        run(Job(warm, target=here / "warm-out.pdf"), policy, pool)
        stock_engine()
        for pages in sizes:
            source = make_pdf(here / f"{pages}.pdf", pages)
            floor = median(lambda s=source: open_and_save(s, here / "floor.pdf"))

            def redact(source: Path = source) -> None:
                target = here / "out.pdf"
                target.unlink(missing_ok=True)
                os.utime(source)  # else the worker would remember what it has read in the round before
                record = run(Job(source, target=target), policy, pool)
                assert record.status == "verified", record.reason

            ours = median(redact)
            by_page = median(lambda s=source: stock_by_page(s, here / "stock.pdf"), rounds=1)
            by_document = median(lambda s=source: stock_by_document(s, here / "stock.pdf"), rounds=1)
            print(
                f"{pages:>5} {floor:>12.3f} {ours:>11.3f} {ours / floor:>6.1f} {ours / pages * 1000:>8.1f} "
                f"{by_page:>16.2f} {by_document:>14.2f} {by_page / ours:>4.1f} / {by_document / ours:.1f}",
                flush=True,
            )


def make_pdf(path: Path, pages: int) -> Path:
    """Contract-like pages of about 2,500 characters, no two with the same numbers."""
    with pymupdf.open() as document:
        for number in range(pages):
            text = "".join(
                f"<p>{p.format(n=(number * 7 + i) % 10000)}</p>" for i, p in enumerate(PARAGRAPHS * 2)
            )
            document.new_page().insert_htmlbox((60, 60, 535, 780), text)
        document.subset_fonts()
        document.save(path, garbage=3, deflate=True)
    return path


def median(action: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Median seconds of a few calls."""
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        action()
        times.append(time.perf_counter() - started)
    return sorted(times)[len(times) // 2]


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
    main(tuple(int(a) for a in sys.argv[1:]) or PAGES)
