"""What was read in pictures and found in texts of a batch, kept from finding to redacting: once is enough for both.

A batch reads every file two times, the second time knowing what the others prove. Nearly all of the first reading of a
scan is recognition, and its pixels say the same again; what a text says by itself is the same, too. What a worker hands
over (``redactor.remembered``) is kept as it is, unread, in this process's memory and never on disk; it goes with the
batch. Verification knows nothing of it: copies are read afresh.
"""

from __future__ import annotations

import threading
from collections import OrderedDict

MOST_BYTES = 96 << 20
"""About 30 kB a scanned page of print, 1 kB a page of text. Of what is more the oldest is forgotten and read again."""


class PictureMemory:
    """What is remembered of each file, as opaque bytes. May be used from several threads."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        """Nothing is kept yet; ``most`` is how many bytes may be."""
        self._most = most
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._kept)

    def of(self, file: str) -> bytes:
        """What was kept of a file, empty if nothing was."""
        with self._lock:
            return self._kept.get(file, b"")

    def keep(self, file: str, readings: bytes) -> None:
        """Keep what was read and found in a file, in place of what was kept of it before."""
        with self._lock:
            self._size += len(readings) - len(self._kept.pop(file, b""))
            self._kept[file] = readings
            while self._size > self._most:
                self._size -= len(self._kept.popitem(last=False)[1])
