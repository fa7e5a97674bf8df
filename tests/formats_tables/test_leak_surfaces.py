"""Every place where a workbook hides a value: found by the real detection, gone for an independent checker."""

from __future__ import annotations

import importlib.util
import posixpath
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType, SimpleNamespace

import openpyxl
import pytest

from recognizers.detection import Detector
from redactor.detect import find
from redactor.edits import make_edits
from redactor.formats.base import OutputOptions
from redactor.formats.xlsx import XlsxFormat
from redactor.model import Outcome
from redactor.policy import Policy, decide
from redactor.verify.base import VerifyRequest
from redactor.verify.workbook import WorkbookVerifier


def _beside(name: str) -> ModuleType:
    path = Path(__file__).with_name(f"{name}.py")
    spec = importlib.util.spec_from_file_location(f"tables_{name}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


_SURFACES, _INDEPENDENT = _beside("surfaces"), _beside("independent")


_CSV = "csv:Text - txt - csv (StarCalc):44,34,76"
"""Commas, quotes, UTF-8."""


def nothing(done: int, total: int) -> None:
    """A progress that nobody watches."""


@pytest.fixture(scope="module")
def detector():
    return Detector()


def road(source: Path, draft: Path, detector: Detector, policy: Policy) -> SimpleNamespace:
    """The whole road by a policy, in this process: what was found, what was done, and the checks."""
    document = XlsxFormat().open(source, "")
    reading = document.read(nothing)
    scan = find(document.info, reading, detector, stem="", key=b"k" * 32, known_values=(), progress=nothing)
    decisions = decide(scan, policy)
    edits = make_edits(scan, decisions, key=b"k" * 32, paged=False)
    covered = [gap for gap in scan.gaps if gap.id in decisions.covered_gaps]
    applied = document.apply(edits, covered, OutputOptions(), draft, nothing)
    document.close()
    request = VerifyRequest(source, "", draft, scan, decisions, applied, detector.find)
    checks = WorkbookVerifier().verify(request)
    failed = [check.name for check in checks if check.outcome is not Outcome.PASSED]
    return SimpleNamespace(scan=scan, applied=applied, failed=failed, checks=checks)


@pytest.mark.parametrize("surface", list(_SURFACES.SURFACES))
def test_nothing_is_left(tmp_path, detector, surface):
    source, draft = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    source.write_bytes(_SURFACES.build(surface))
    planted = {value for _, value in _INDEPENDENT.leftovers(source.read_bytes(), _SURFACES.VALUES)}
    assert len(planted) >= 2, "the checker must see what was planted"
    done = road(source, draft, detector, Policy(version=1, gaps="cover"))
    assert not done.failed
    assert _INDEPENDENT.leftovers(draft.read_bytes(), _SURFACES.VALUES) == set()
    assert _INDEPENDENT.leftovers(draft.read_bytes(), ("Phòng hành chính",)), "what is nobody's stays"


def test_references_between_parts_hold(tmp_path, detector):
    """What one part says of another is there: what a spreadsheet program would otherwise offer to repair."""
    for surface in _SURFACES.SURFACES:
        source, draft = tmp_path / f"{surface}.src.xlsx", tmp_path / f"{surface}.xlsx"
        source.write_bytes(_SURFACES.build(surface))
        road(source, draft, detector, Policy(version=1, gaps="cover"))
        with zipfile.ZipFile(draft) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        types = parts["[Content_Types].xml"].decode()
        for name, data in parts.items():
            folder, _, file = name.rpartition("/")
            if name.endswith(".rels"):
                owner = posixpath.normpath(posixpath.join(folder, "..", file.removesuffix(".rels")))
                assert file == ".rels" or owner in parts, (surface, name)
                for target in re.findall(r'Target="([^"]*)"(?! TargetMode)', data.decode()):
                    base = posixpath.dirname(folder)
                    found = posixpath.normpath(
                        target.lstrip("/") if target.startswith("/") else f"{base}/{target}"
                    )
                    assert found.lstrip("/") in parts, (surface, name, target)
                continue
            assert f'PartName="/{name}"' in types or name == "[Content_Types].xml", (surface, name)
            rels = parts.get(f"{folder}/_rels/{file}.rels", b"").decode()
            for number in re.findall(rb"""\br:(?:id|embed|link|dm|lo|qs|cs)=["']([^"']+)""", data):
                assert f'Id="{number.decode()}"' in rels, (surface, name, number)
        openpyxl.load_workbook(draft)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_all_copies_open_in_libreoffice(tmp_path, detector):
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    copies = tmp_path / "copies"
    copies.mkdir()
    for surface in _SURFACES.SURFACES:
        source = tmp_path / f"{surface}.xlsx"
        source.write_bytes(_SURFACES.build(surface))
        road(source, copies / source.name, detector, Policy(version=1, gaps="cover"))
    subprocess.run(
        [soffice, "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--convert-to", _CSV,
         "--outdir", str(tmp_path / "csv"), *map(str, sorted(copies.iterdir()))],
        check=True, capture_output=True, timeout=500,
    )  # fmt: skip
    shown = {path.stem: path.read_text("utf-8", "replace") for path in (tmp_path / "csv").iterdir()}
    assert set(shown) == set(_SURFACES.SURFACES)
    for surface, text in shown.items():
        assert "Họ và tên" in text, surface
        assert "Phòng hành chính" in text, surface
        assert _SURFACES.NAME not in text, surface
