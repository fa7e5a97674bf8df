"""How many files at once, and how long it will still take."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from redactor.limits import available_cores

MEMORY_PER_WORKER_MB = 1200
"""What a pair of workers (document and verify) takes with a large scan, measured generously."""

_OVERHEAD_BYTES = 200_000
"""A file costs about as much as this many bytes of content, however small it is."""

_SCAN_SHARE = 0.4
"""Part of the time that reading and finding takes when every file is also redacted and verified."""


def choose_workers(wanted: int | None = None, *, cores: int | None = None, free_mb: int | None = None) -> int:
    """How many files to work on at once: as asked, else by cores and free memory; at least one."""
    if wanted is not None:
        return max(1, wanted)
    by_cores = cores if cores is not None else available_cores()
    memory = free_mb if free_mb is not None else free_memory_mb()
    by_memory = memory // MEMORY_PER_WORKER_MB if memory is not None else by_cores
    return max(1, min(by_cores, by_memory))


def free_memory_mb() -> int | None:
    """Memory that programs may still take, in MiB; None where the system does not tell."""
    if sys.platform == "win32":
        return _free_memory_windows()
    try:
        lines = Path("/proc/meminfo").read_text("ascii").splitlines()
        free = next(int(line.split()[1]) // 1024 for line in lines if line.startswith("MemAvailable:"))
    except (OSError, StopIteration, ValueError):
        return _physical_memory_mb()
    return min(free, _container_limit_mb() or free)


class Estimate:
    """Time still needed, from the work done so far; work is bytes plus a fixed cost per file."""

    def __init__(
        self, sizes: Sequence[int], *, scans: bool = True, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Start the clock.

        Args:
            sizes: of the files to be done, in bytes.
            scans: whether every file is scanned before any is redacted.
            clock: seconds from any start.
        """
        self._clock = clock
        self._total = float(sum(map(work_of, sizes)))
        self._scan_share = _SCAN_SHARE if scans else 0.0
        self._done = 0.0
        self._since = clock()
        self._paused_at: float | None = None

    def scanned(self, size: int) -> None:
        """One file was read."""
        self._done += work_of(size) * self._scan_share

    def redacted(self, size: int) -> None:
        """One file is finished, whether it came out or not."""
        self._done += work_of(size) * (1 - self._scan_share)

    def pause(self) -> None:
        """Stop the clock."""
        if self._paused_at is None:
            self._paused_at = self._clock()

    def resume(self) -> None:
        """Let the clock go on."""
        if self._paused_at is not None:
            self._since += self._clock() - self._paused_at
            self._paused_at = None

    @property
    def share(self) -> float:
        """Part of the work done, 0 to 1."""
        return min(1.0, self._done / self._total) if self._total else 1.0

    @property
    def seconds_left(self) -> float | None:
        """Seconds still to go at the pace so far; None before anything is known."""
        if self._done <= 0:
            return None
        until = self._paused_at if self._paused_at is not None else self._clock()
        return max(0.0, (until - self._since) * (1 - self.share) / self.share)


def work_of(size: int) -> int:
    """What a file costs, in byte-like units."""
    return size + _OVERHEAD_BYTES


def _physical_memory_mb() -> int | None:
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // (2 << 20)
    except (ValueError, OSError, AttributeError):
        return None


def _container_limit_mb() -> int | None:
    """The limit of the control group (version 2) that this process lives in, if there is one."""
    try:
        text = Path("/sys/fs/cgroup/memory.max").read_text("ascii").strip()
        used = int(Path("/sys/fs/cgroup/memory.current").read_text("ascii"))
    except (OSError, ValueError):
        return None
    return max(0, int(text) - used) >> 20 if text.isdigit() else None


def _free_memory_windows() -> int | None:
    if sys.platform == "win32":
        import ctypes

        counters = ("total", "free", "page", "free_page", "virtual", "free_virtual", "extended")

        class Status(ctypes.Structure):
            _fields_ = [
                ("length", ctypes.c_uint32),
                ("load", ctypes.c_uint32),
                *((name, ctypes.c_uint64) for name in counters),
            ]

        status = Status()
        status.length = ctypes.sizeof(status)
        if ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status)):
            return int(status.free) >> 20
    return None
