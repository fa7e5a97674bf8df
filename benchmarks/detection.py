"""What detection costs: that it is linear, and how it compares with Presidio's own engines over the same recognisers.

    python -m benchmarks.detection [--large MEGABYTES]

Four tables, all CPU time of this process, so that other work on the machine counts little:

* characters per second of one text of 1 kB, 100 kB and 10 MB (papers of the recognition corpus, one after the other);
* the same characters in one line and in lines, papers and talk: a line must not cost more the longer it is;
* a text of 43 kB, and three of them, through this program and through Presidio's ``AnalyzerEngine`` with the same
  recognisers, given their labels as ``context``, and Presidio's context enhancer; beside it the two enhancers alone;
* cells per second of a table of people whose values repeat, through this program and through Presidio's
  ``BatchAnalyzerEngine`` with the same recognisers.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import random
import time
from collections.abc import Callable, Iterator
from functools import partial

from presidio_analyzer import AnalyzerEngine, BatchAnalyzerEngine, RecognizerRegistry
from presidio_analyzer.context_aware_enhancers import LemmaContextAwareEnhancer

from benchmarks.recognition.generate import generate, templates
from recognizers.base import VnRecognizer
from recognizers.clues import phrases
from recognizers.context_enhancer import PhraseContextEnhancer
from recognizers.detection import Detector, LabelledText, TableData
from recognizers.headers import TYPE_OF
from recognizers.nlp_engine import VietnameseNlpEngine
from recognizers.registry import build_recognizers

SIZES = (1_000, 100_000)
COMPARED = (43_000, 130_000)
ROWS, DISTINCT = 4_000, 200
BATCH_ROWS = 400
LINE = 60_000
TALK = "Nguyễn Văn An 0912345678 ck 19037712045018 tcb lam tu anh, chị Hoa sn 68; "
#: Characters read at least for one figure.
LEAST = 400_000


def main(large: int) -> None:
    """Print the four tables."""
    detector = Detector()
    detector.find(sample(20_000))
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)  # as in the workers
    print(f"{'characters':>12} {'times':>6} {'CPU s':>8} {'characters/s':>13}")
    for size in (*SIZES, large):
        text = sample(max(size, LEAST) if size < LEAST else size)
        parts = [text[at : at + size] for at in range(0, len(text) - size + 1, size)]
        spent = cpu(lambda p=parts: [detector.find(part) for part in p])
        print(f"{size:>12,} {len(parts):>6} {spent:>8.2f} {sum(map(len, parts)) / spent:>13,.0f}")
    print(f"\n{'in one line':>12} {'lines s':>8} {'one s':>8} {'times':>6}")
    for name, lines in (("papers", sample(LINE)), ("talk", f"{TALK}\n" * (LINE // len(TALK)))):
        several, one = (cpu(partial(detector.find, text)) for text in (lines, lines.replace("\n", " ")))
        print(f"{name:>12} {several:>8.2f} {one:>8.2f} {one / several:>6.1f}")
    engine = stock_engine()
    heads = f"{'ours s':>8} {'stock s':>8} {'times':>6}"
    print(f"\n{'characters':>12} {heads}  context: {heads}")
    for size in COMPARED:
        text = sample(size)
        ours = min(cpu(lambda t=text: detector.find_document([LabelledText(t, "")])) for _ in range(2))
        stock = cpu(lambda t=text: engine.analyze(t, language="vi"))
        quick, slow = enhancers(engine, text)
        print(
            f"{size:>12,} {ours:>8.2f} {stock:>8.2f} {stock / ours:>6.0f}"
            f"           {quick:>8.3f} {slow:>8.2f} {slow / quick:>6.0f}"
        )
    rows = table(ROWS)
    spent = cpu(lambda: detector.find_document([], [TableData("", rows, None)]))
    our_rate = sum(map(len, rows)) / spent
    batch = BatchAnalyzerEngine(engine)
    columns = {str(i): [str(row[i]) for row in rows[1 : BATCH_ROWS + 1]] for i in range(len(rows[0]))}
    spent = cpu(lambda: list(batch.analyze_dict(columns, language="vi")))
    their_rate = BATCH_ROWS * len(columns) / spent
    times = our_rate / their_rate
    print(f"\ncells/s: ours {our_rate:,.0f}, BatchAnalyzerEngine {their_rate:,.0f}, {times:.0f} times faster")


def enhancers(engine: AnalyzerEngine, text: str) -> tuple[float, float]:
    """CPU seconds of our context enhancer and of Presidio's over the same findings."""
    recognizers = engine.registry.recognizers
    artifacts = engine.nlp_engine.process_text(text, "vi")
    spent = []
    for enhancer in (PhraseContextEnhancer(), LemmaContextAwareEnhancer()):
        found = [result for recognizer in recognizers for result in recognizer.analyze(text, [], artifacts)]
        enhance = partial(enhancer.enhance_using_context, text, found, artifacts, recognizers)
        spent.append(min(cpu(enhance) for _ in range(2 if len(text) < 100_000 else 1)))
    return spent[0], spent[1]


def cpu(action: Callable[[], object]) -> float:
    """CPU seconds of one call."""
    started = time.process_time()
    action()
    return time.process_time() - started


def sample(size: int) -> str:
    """Papers of the corpus as one text of a size: other people in each paper."""
    parts: list[str] = []
    length = 0
    for text in _papers():
        parts.append(text)
        length += len(text) + 2
        if length >= size + 2:
            break
    return "\n\n".join(parts)[:size]


def _papers() -> Iterator[str]:
    papers = [template for template in templates() if not template.table and not template.held_out]
    random.Random(1).shuffle(papers)
    for seed in itertools.count(1):
        for document in generate(seed, 2, papers):
            yield document.text


def table(count: int) -> list[list[object]]:
    """A list of staff in which every value comes back twenty times."""
    rng = random.Random(2)
    people = [
        (
            f"Nguyễn Văn {given}",
            f"0{rng.randrange(10**10, 10**11)}",
            f"09{rng.randrange(10**8):08}",
            f"{year}",
        )
        for given, year in zip(
            itertools.islice(itertools.cycle(("An", "Bình", "Cường", "Dũng", "Hạnh")), DISTINCT),
            itertools.islice(itertools.cycle(range(1960, 2005)), DISTINCT),
            strict=True,
        )
    ]
    notes = ("Đã nộp đủ hồ sơ", "Nghỉ phép", "Liên hệ sau giờ hành chính", "")
    header: list[object] = ["STT", "Họ và tên", "Số CCCD", "Điện thoại", "Năm sinh", "Ghi chú"]
    return [header, *([i, *people[i % DISTINCT], notes[i % len(notes)]] for i in range(1, count + 1))]


def stock_engine() -> AnalyzerEngine:
    """Presidio as it comes, with our recognisers: each is given the words of its labels as context."""
    recognizers: list[VnRecognizer] = build_recognizers()
    for recognizer in recognizers:
        clues = [clue for clue, kind in TYPE_OF.items() if kind in recognizer.ENTITIES]
        recognizer.context = [
            phrase.lstrip("=!").lower() for clue in clues for phrase in phrases().get(clue, ())
        ]
    return AnalyzerEngine(
        registry=RecognizerRegistry(recognizers=recognizers, supported_languages=["vi"]),
        nlp_engine=VietnameseNlpEngine(),
        supported_languages=["vi"],
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--large", type=float, default=10, metavar="MEGABYTES", help="size of the largest text"
    )
    main(int(parser.parse_args().large * 1_000_000))
