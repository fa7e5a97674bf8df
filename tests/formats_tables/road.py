"""The whole road of a table by a policy, in this process: reading, detection, decisions, the copy, and its checks."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

from recognizers.detection import Detector
from redactor.detect import find
from redactor.edits import make_edits
from redactor.formats.base import OutputOptions
from redactor.formats.delimited import DelimitedFormat
from redactor.formats.ods import OdsFormat
from redactor.formats.xls import XlsFormat
from redactor.formats.xlsx import XlsxFormat
from redactor.model import Outcome
from redactor.policy import Policy, decide
from redactor.verify.base import VerifyRequest
from redactor.verify.delimited import DelimitedVerifier
from redactor.verify.workbook import WorkbookVerifier

_FORMATS = {
    ".xlsx": XlsxFormat,
    ".xls": XlsFormat,
    ".xlsb": XlsFormat,
    ".ods": OdsFormat,
    ".csv": DelimitedFormat,
}


def nothing(done: int, total: int) -> None:
    """A progress that nobody watches."""


def road(source: Path, draft: Path, detector: Detector, policy: Policy) -> SimpleNamespace:
    """What was found, what was done, and the checks, of which ``failed`` are those that did not pass."""
    document = _FORMATS[source.suffix]().open(source, "")
    reading = document.read(nothing)
    scan = find(document.info, reading, detector, stem="", key=b"k" * 32, known_values=(), progress=nothing)
    decisions = decide(scan, policy)
    edits = make_edits(scan, decisions, key=b"k" * 32, paged=False)
    covered = [gap for gap in scan.gaps if gap.id in decisions.covered_gaps]
    applied = document.apply(edits, covered, OutputOptions(), draft, nothing)
    document.close()
    request = VerifyRequest(source, "", draft, scan, decisions, applied, detector.find)
    verifier = DelimitedVerifier() if source.suffix == ".csv" else WorkbookVerifier()
    checks = verifier.verify(request)
    failed = [check.name for check in checks if check.outcome is not Outcome.PASSED]
    return SimpleNamespace(scan=scan, applied=applied, failed=failed, checks=checks)
