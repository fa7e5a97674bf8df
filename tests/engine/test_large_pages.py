"""What a worker has loaded is put together in large pages, where the system can."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from redactor.isolation import worker_environment

_SETTING = Path("/sys/kernel/mm/transparent_hugepage/enabled")
_LOADED = """
import re
from pathlib import Path
from redactor.limits import use_large_pages

loaded = [b"x" * 1_000 + str(n).encode() for n in range(40_000)]
use_large_pages()
assert all(text.endswith(str(n).encode()) for n, text in enumerate(loaded))
print(Path("/proc/self/smaps_rollup").read_text())
"""


@pytest.mark.skipif(
    not _SETTING.exists() or "[never]" in _SETTING.read_text(), reason="the system has no large pages"
)
def test_what_is_loaded_is_put_together_and_stays_as_it_is() -> None:
    told = subprocess.run([sys.executable, "-c", _LOADED], capture_output=True, text=True, check=True).stdout
    together = re.search(r"AnonHugePages:\s+(\d+) kB", told)
    assert together is not None
    assert int(together[1]) > 20_000


def test_what_the_c_library_was_told_before_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GLIBC_TUNABLES", raising=False)
    assert worker_environment()["GLIBC_TUNABLES"] == "glibc.malloc.hugetlb=1"
    monkeypatch.setenv("GLIBC_TUNABLES", "glibc.malloc.tcache_count=0")
    assert worker_environment()["GLIBC_TUNABLES"] == "glibc.malloc.tcache_count=0:glibc.malloc.hugetlb=1"
