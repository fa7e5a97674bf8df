"""The installed command as a subprocess, and documents made in code."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"


@dataclass(frozen=True)
class Run:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, Any]]:
        """The JSON objects on standard output, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture(scope="session")
def redactor() -> Callable[..., Run]:
    """Run ``redactor`` with arguments, as a person would."""

    def run(*arguments: object, timeout: float = 240) -> Run:
        done = subprocess.run(
            [sys.executable, "-m", "redactor", *map(str, arguments)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=timeout,
            cwd=ROOT,
        )
        return Run(done.returncode, done.stdout, done.stderr)

    return run
