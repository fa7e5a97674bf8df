"""The layers hold at run time too: what is imported, and what is not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import recognizers
import redactor
import ui

PARSERS = ("pymupdf", "openpyxl", "pikepdf", "pypdfium2", "lxml", "zxingcpp", "PIL", "python_calamine")


def modules_after(code: str) -> set[str]:
    """Names of all modules loaded in a fresh interpreter after running some code."""
    script = f"{code}\nimport sys; print('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return {line.split(".")[0] for line in done.stdout.splitlines()}


def test_the_three_packages_come_from_one_place() -> None:
    places = {Path(str(p.__file__)).parents[1] for p in (redactor, recognizers, ui)}
    assert len(places) == 1


@pytest.mark.parametrize(
    "module", ["redactor.cli", "redactor.pipeline", "redactor.policy", "redactor.isolation"]
)
def test_the_parent_process_loads_no_parser_no_presidio_and_no_qt(module: str) -> None:
    loaded = modules_after(f"import {module}")
    assert not loaded & {*PARSERS, "presidio_analyzer", "spacy", "PySide6"}


def test_help_needs_not_even_pydantic() -> None:
    assert "pydantic" not in modules_after("import redactor.cli")


def test_listing_the_types_loads_no_presidio() -> None:
    assert "presidio_analyzer" not in modules_after("import recognizers.entities, redactor.model")
