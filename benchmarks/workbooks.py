"""Workbooks against openpyxl's own load and save: ``python -m benchmarks.workbooks [ROWS]``.

Each step runs in a process of its own, so that times (processor seconds) and peak memory are its own. Detection is not
part of it: four of eight columns are hidden as detection would say.
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

STEPS = ("openpyxl", "redact", "verify")


def make(path: Path, rows: int) -> None:
    """A synthetic staff list of eight columns."""
    import openpyxl

    chance = random.Random(1)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("NV")
    sheet.append(["STT", "Họ tên", "CCCD", "Ngày sinh", "SĐT", "Lương", "Phòng", "Ghi chú"])
    first = datetime.datetime(1980, 1, 1)  # noqa: DTZ001 - spreadsheets know no time zones
    for i in range(rows):
        sheet.append(
            [i + 1, f"Nguyễn Văn {i:06d}", f"{1190000000 + i:012d}", first + datetime.timedelta(days=i % 9000),
             f"09{10000000 + i}", chance.randint(5, 50) * 1_000_000, f"Phòng {i % 20}", f"ghi chú số {i % 500}"]
        )  # fmt: skip
    book.save(path)


def step(name: str, folder: Path, rows: int) -> None:
    """Run one step and print its figures as JSON."""
    source, draft, notes = folder / "a.xlsx", folder / "b.xlsx", folder / "applied.json"
    started = time.process_time()
    if name == "openpyxl":
        import openpyxl

        openpyxl.load_workbook(source).save(folder / "o.xlsx")
    else:
        _ours(name, source, draft, notes, rows)
    print(json.dumps({"seconds": round(time.process_time() - started, 2), "megabytes": _peak()}))


def _ours(name: str, source: Path, draft: Path, notes: Path, rows: int) -> None:
    from recognizers.entities import EntityType
    from recognizers.results import Reason
    from redactor.formats.base import Edit, OutputOptions
    from redactor.formats.xlsx import XlsxFormat
    from redactor.model import Action, Applied, ColumnPlace, Decision, Decisions, Finding, Scan
    from redactor.verify.base import VerifyRequest
    from redactor.verify.workbook import WorkbookVerifier

    kinds = (EntityType.PERSON, EntityType.VN_PERSONAL_ID, EntityType.DATE_OF_BIRTH, EntityType.VN_PHONE)
    findings = tuple(
        Finding(
            id=f"f{column}", entity_type=kind, score=1, reason=Reason("benchmark"),
            places=(ColumnPlace("NV", column, 1, rows),),
        )
        for column, kind in enumerate(kinds, start=1)
    )  # fmt: skip
    document = XlsxFormat().open(source, "")
    if name == "redact":
        document.read(lambda done, total: None)
        edits = [Edit(f, lambda value: "█████") for f in findings]
        applied = document.apply(edits, (), OutputOptions(), draft, lambda done, total: None)
        notes.write_text(json.dumps(applied.needles), encoding="utf-8")
        return
    scan = Scan(document.info, findings)
    document.close()
    decisions = Decisions(tuple(Decision(f.id, Action.HIDE) for f in findings))
    reported = Applied(hidden={}, needles=tuple(json.loads(notes.read_text(encoding="utf-8"))))
    request = VerifyRequest(source, "", draft, scan, decisions, reported, lambda text: ())
    failed = [check.name for check in WorkbookVerifier().verify(request) if check.outcome != "passed"]
    if failed:
        raise SystemExit(f"not clean: {failed}")


def _peak() -> int:
    try:
        import resource
    except ImportError:  # Windows
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    """Run all steps and print the table."""
    if len(sys.argv) == 4:
        step(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
        return
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(folder / "a.xlsx", rows)
        figures = {}
        for step_name in STEPS:
            command = [sys.executable, "-m", "benchmarks.workbooks", step_name, name, str(rows)]
            figures[step_name] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
            print(
                f"{step_name:10} {figures[step_name]['seconds']:8} s {figures[step_name]['megabytes']:6} MB"
            )
    ours = figures["redact"]["seconds"] + figures["verify"]["seconds"]
    memory = max(figures["redact"]["megabytes"], figures["verify"]["megabytes"])
    print(f"time    {ours / figures['openpyxl']['seconds']:.2f} x openpyxl (aim: 0.6 without detection)")
    if memory:
        print(f"memory  {memory / figures['openpyxl']['megabytes']:.2f} x openpyxl (aim: 1.3)")


if __name__ == "__main__":
    main()
