"""The sources' contents, read once before anything else: to know what is done already, and for the run's key."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from redactor import errors
from redactor.batch_walk import Entry
from redactor.isolation import CancelToken

_CHUNK = 1 << 20
_KEY_BYTES = 32
_KEY_PURPOSE = b"che-du-lieu batch key 1\0"


@dataclass(frozen=True, slots=True)
class Source:
    """A file and what its content is told by.

    Attributes:
        entry: where it is.
        size: in bytes.
        sha256: of the content.
        secret: its part of the run's key; unlike ``sha256`` it is never written down.
    """

    entry: Entry
    size: int
    sha256: str
    secret: bytes = field(repr=False)

    @property
    def path(self) -> str:
        """Relative path."""
        return self.entry.relative


def read_source(entry: Entry, cancel: CancelToken) -> Source:
    """Read a file once, for its hash and for its part of the key.

    Raises:
        OSError: it cannot be read.
        EmptyFile, Cancelled: as they say.
    """
    plain, secret, size = hashlib.sha256(), hashlib.sha256(_KEY_PURPOSE), 0
    with entry.path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            if cancel.cancelled:
                raise errors.Cancelled
            plain.update(chunk)
            secret.update(chunk)
            size += len(chunk)
    if not size:
        raise errors.EmptyFile
    return Source(entry, size, plain.hexdigest(), secret.digest())


def derive_key(sources: Sequence[Source], policy_digest: str) -> bytes:
    """The run's key, from the content of all files: the same for the same input and policy, and nobody's who lacks it.

    See ``docs/adr/batch-key.md``.
    """
    digest = hashlib.sha256(_KEY_PURPOSE + policy_digest.encode())
    for secret in sorted(s.secret for s in sources):
        digest.update(secret)
    return digest.digest()[:_KEY_BYTES]
