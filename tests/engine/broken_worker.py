"""A worker with one more format, whose files do what their content says: crash, hang, eat memory, lie, print.

Started by the isolation tests in place of the real one; the code around the format is the real one.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from redactor import opening, worker


class BreakingFormat:
    """Claims every file and breaks as it says."""

    name = "csv"

    def sniff(self, head: bytes, suffix: str) -> int:
        return 100

    def open(self, path: Path, password: str) -> object:
        order = path.read_text().strip()
        if order == "crash":
            os.abort()
        if order == "hang":
            time.sleep(3600)
        if order == "memory":
            hog = [bytearray(1 << 28) for _ in range(64)]
            raise AssertionError(len(hog))
        if order == "print":
            print("stray words of a library")
            raise RuntimeError("document text that must not cross the border: 001190012345")
        if order == "garbage":
            os.write(3, b"\xff" * 64)
            for descriptor in range(3, 12):
                try:
                    os.write(descriptor, b"\x00\x00\x00\x05Jnope!")
                except OSError:
                    continue
        raise RuntimeError(order)


opening.FORMATS = {"csv": (__name__, "BreakingFormat")}

if __name__ == "__main__":
    sys.modules["broken_worker"] = sys.modules["__main__"]
    opening.FORMATS = {"csv": ("broken_worker", "BreakingFormat")}
    worker.DocumentRole.warm_up = lambda self, *, preload: None  # type: ignore[method-assign]
    worker.DocumentRole.go_on = lambda self: self.no_such_thing()  # type: ignore[method-assign,attr-defined]
    worker.run(sys.argv[1:])
