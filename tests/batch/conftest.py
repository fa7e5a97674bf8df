"""Fixtures of the batch's tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from redactor.batch import BatchResult
from tests.batch.line_runner import Plan, make_batch


@pytest.fixture
def plan() -> Plan:
    return Plan()


@pytest.fixture
def go(tmp_path: Path, plan: Plan) -> Callable[..., BatchResult]:
    """Runs a batch over a folder with the stand-in, to ``tmp_path/out``."""

    def run(folder: Path, **changes: object) -> BatchResult:
        with make_batch(tmp_path, folder, plan, **changes) as batch:
            return batch.run()

    return run
