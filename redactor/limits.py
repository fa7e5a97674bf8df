"""What a process may use: cores; and limits that a worker puts upon itself before it touches a file.

A child process of the same user is no sandbox. These limits make a hostile or broken file cost itself only; they do
not stop code that a file might manage to run.
"""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path


def available_cores() -> int:
    """Cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def limit_memory(megabytes: int) -> bool:
    """Cap what this process may allocate. Returns False where the system offers no way."""
    if sys.platform == "win32":
        return _limit_memory_windows(megabytes)
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core file would hold the document
    limit = megabytes << 20
    if sys.platform == "darwin":
        return False  # RLIMIT_AS is accepted there and not enforced
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    return True


def give_back_memory() -> None:
    """Let the system have what was freed, where the C library keeps it for itself: large pictures leave holes."""
    if sys.platform == "linux":
        import ctypes

        with contextlib.suppress(OSError, AttributeError):  # other C libraries than glibc do so by themselves
            ctypes.CDLL(None).malloc_trim(0)


_LARGE_PAGE = 2 << 20
_COLLAPSE = 25
"""What ``madvise`` calls it to put small pages together (Linux 6.1)."""


def use_large_pages() -> None:
    """Have the system put together the small pages of what is loaded, where it can; best called when all is.

    Words and weights are looked up all over a hundred megabytes, and a processor knows its way to few pages at a time.
    """
    if sys.platform == "linux":
        import ctypes

        with contextlib.suppress(OSError, AttributeError), Path("/proc/self/maps").open() as mappings:
            advise = ctypes.CDLL(None).madvise
            for mapping in mappings:
                span, access, _offset, _device, _file, *name = mapping.split()
                if access == "rw-p" and name in ([], ["[heap]"]):
                    start, end = (int(number, 16) for number in span.split("-"))
                    first, last = -(-start // _LARGE_PAGE) * _LARGE_PAGE, end // _LARGE_PAGE * _LARGE_PAGE
                    if first < last:
                        advise(ctypes.c_void_p(first), ctypes.c_size_t(last - first), _COLLAPSE)


def lower_priority() -> None:
    """Let the person's other programs go first."""
    if sys.platform == "win32":
        import ctypes

        below_normal = 0x00004000
        kernel32 = ctypes.windll.kernel32
        kernel32.SetPriorityClass(kernel32.GetCurrentProcess(), below_normal)
    else:
        os.nice(10)


def _limit_memory_windows(megabytes: int) -> bool:
    """A job object with a process memory limit, which this process joins; it ends with its last handle."""
    assert sys.platform == "win32"
    import ctypes
    from ctypes import wintypes

    class BasicLimits(ctypes.Structure):
        _fields_ = [
            ("per_process_time", ctypes.c_int64),
            ("per_job_time", ctypes.c_int64),
            ("flags", wintypes.DWORD),
            ("minimum_working_set", ctypes.c_size_t),
            ("maximum_working_set", ctypes.c_size_t),
            ("active_processes", wintypes.DWORD),
            ("affinity", ctypes.c_size_t),
            ("priority", wintypes.DWORD),
            ("scheduling", wintypes.DWORD),
        ]

    class ExtendedLimits(ctypes.Structure):
        _fields_ = [
            ("basic", BasicLimits),
            ("io", ctypes.c_uint64 * 6),
            ("process_memory", ctypes.c_size_t),
            ("job_memory", ctypes.c_size_t),
            ("peak_process_memory", ctypes.c_size_t),
            ("peak_job_memory", ctypes.c_size_t),
        ]

    process_memory_flag, extended_limit_class = 0x100, 9
    kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined,unused-ignore]
    kernel32.CreateJobObjectW.restype = wintypes.HANDLE
    kernel32.GetCurrentProcess.restype = wintypes.HANDLE
    job = kernel32.CreateJobObjectW(None, None)
    limits = ExtendedLimits()
    limits.basic.flags = process_memory_flag
    limits.process_memory = megabytes << 20
    return bool(
        job
        and kernel32.SetInformationJobObject(
            wintypes.HANDLE(job), extended_limit_class, ctypes.byref(limits), ctypes.sizeof(limits)
        )
        and kernel32.AssignProcessToJobObject(
            wintypes.HANDLE(job), wintypes.HANDLE(kernel32.GetCurrentProcess())
        )
    )
