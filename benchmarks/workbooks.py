"""Workbooks against openpyxl's own load and save: ``python -m benchmarks.workbooks [ROWS]``.

Each step runs in a process of its own, as in the program, so that times (processor seconds) and peak memory are its
own: reading, detection and writing in one, verification with detection over running texts in the other. Loading the
recognisers is counted apart, since a worker does it once.
"""

from __future__ import annotations

import datetime
import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.synthetic import names

STEPS = ("openpyxl", "redact", "verify")
_KEY = b"k" * 32


def make(path: Path, rows: int) -> None:
    """A synthetic staff list of eight columns."""
    import openpyxl

    chance = random.Random(1)
    surnames = [name for name, _ in names.SURNAMES]
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("NV")
    sheet.append(["STT", "Họ tên", "CCCD", "Ngày sinh", "SĐT", "Số giờ", "Phòng", "Ghi chú"])
    first = datetime.datetime(1980, 1, 1)  # noqa: DTZ001 - spreadsheets know no time zones
    for i in range(rows):
        name = f"{chance.choice(surnames)} {chance.choice(names.FEMALE_MIDDLES)} {chance.choice(names.FEMALE_GIVENS)}"
        number = f"{chance.randint(1, 96):03d}1{chance.randint(50, 99)}{990_000 + i % 10_000}"
        born, phone = first + datetime.timedelta(days=i % 9000), f"09{chance.randint(10_000_000, 99_999_999)}"
        sheet.append(
            [i + 1, name, number, born, phone,
             chance.randint(5, 200), f"Phòng {i % 20}", f"ghi chú số {i % 500}"]
        )  # fmt: skip
    book.save(path)


def step(name: str, folder: Path) -> None:
    """Run one step and print its figures as JSON."""
    loading = 0.0
    started = time.process_time()
    if name == "openpyxl":
        import openpyxl

        openpyxl.load_workbook(folder / "a.xlsx").save(folder / "o.xlsx")
    else:
        from redactor.opening import detector

        found = detector("")
        loading = time.process_time() - started
        (_redact if name == "redact" else _verify)(folder, found)
    seconds = time.process_time() - started - loading
    print(json.dumps({"seconds": round(seconds, 2), "loading": round(loading, 2), "megabytes": _peak()}))


def _redact(folder: Path, detector: object) -> None:
    from redactor import wire
    from redactor.detect import find
    from redactor.edits import make_edits
    from redactor.formats.base import OutputOptions
    from redactor.formats.xlsx import XlsxFormat
    from redactor.model import Applied, Decisions, Scan
    from redactor.policy import decide, load

    document = XlsxFormat().open(folder / "a.xlsx", "")
    reading = document.read(_nobody)
    scan = find(document.info, reading, detector, stem="", key=_KEY, known_values=(), progress=_nobody)  # type: ignore[arg-type]
    decisions = decide(scan, load(None))
    edits = make_edits(scan, decisions, key=_KEY, paged=False)
    applied = document.apply(edits, (), OutputOptions(), folder / "b.xlsx", _nobody)
    sent = [wire.encode(scan, Scan), wire.encode(decisions, Decisions), wire.encode(applied, Applied)]
    (folder / "sent.json").write_text(json.dumps(sent), encoding="utf-8")


def _verify(folder: Path, detector: object) -> None:
    from redactor import wire
    from redactor.model import Applied, Decisions, Outcome, Scan
    from redactor.verify.base import VerifyRequest
    from redactor.verify.workbook import WorkbookVerifier

    scan, decisions, applied = json.loads((folder / "sent.json").read_text(encoding="utf-8"))
    request = VerifyRequest(
        folder / "a.xlsx", "", folder / "b.xlsx", wire.decode(scan, Scan), wire.decode(decisions, Decisions),
        wire.decode(applied, Applied), detector.find,  # type: ignore[attr-defined]
    )  # fmt: skip
    failed = [c.name for c in WorkbookVerifier().verify(request) if c.outcome is not Outcome.PASSED]
    if failed:
        raise SystemExit(f"not clean: {failed}")


def _nobody(done: int, total: int) -> None:
    """A progress that nobody watches."""


def _peak() -> int:
    try:
        import resource
    except ImportError:  # Windows
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    """Run all steps and print the table."""
    if len(sys.argv) == 3:
        step(sys.argv[1], Path(sys.argv[2]))
        return
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(folder / "a.xlsx", rows)
        figures = {}
        for step_name in STEPS:
            command = [sys.executable, "-m", "benchmarks.workbooks", step_name, name]
            figures[step_name] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
            row = figures[step_name]
            print(
                f"{step_name:10} {row['seconds']:8} s {row['megabytes']:6} MB   (loading {row['loading']} s)"
            )
    ours = figures["redact"]["seconds"] + figures["verify"]["seconds"]
    loading = figures["redact"]["loading"] + figures["verify"]["loading"]
    theirs = figures["openpyxl"]["seconds"]
    memory = max(figures["redact"]["megabytes"], figures["verify"]["megabytes"])
    print(
        f"time    {ours / theirs:.2f} x openpyxl, {(ours + loading) / theirs:.2f} x with loading (aim: 1.5)"
    )
    if memory:
        both = figures["redact"]["megabytes"] + figures["verify"]["megabytes"]
        most = figures["openpyxl"]["megabytes"]
        print(
            f"memory  {memory / most:.2f} x openpyxl, {both / most:.2f} x both processes together (aim: 1.3)"
        )


if __name__ == "__main__":
    main()
