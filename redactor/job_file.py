"""The review as it stood: saved without being asked, encrypted, and found again for the same files.

A job file holds what a person decided and what was found, and so names and numbers: it is written only as AES-256-GCM
ciphertext, under a key that lives in the operating system's key store (``keyring``). Without a usable key store there
is no job file and no weaker substitute.

Format: magic, 12 bytes nonce, ciphertext. The magic is authenticated too.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from redactor.errors import TargetUnwritable

MAGIC = b"CHEDL-JOB-1\n"
SERVICE = "che-du-lieu"
ACCOUNT = "job-file-key"
_KEY_BYTES = 32
_NONCE_BYTES = 12
_MAX_BYTES = 512 << 20


class KeyStoreMissing(Exception):
    """The operating system offers no key store, or it refuses. There is no autosave then."""


class KeyStore(Protocol):
    """What is needed of ``keyring``."""

    def get_password(self, service: str, account: str) -> str | None:
        """The secret, or None."""

    def set_password(self, service: str, account: str, secret: str) -> None:
        """Keep the secret."""


def system_key_store() -> KeyStore:
    """The operating system's key store.

    Raises:
        KeyStoreMissing: there is none, or only one that keeps secrets in the clear.
    """
    import keyring
    from keyring.errors import KeyringError

    try:
        backend = keyring.get_keyring()
        usable = backend.priority > 0 and "plaintext" not in type(backend).__name__.lower()
    except (KeyringError, RuntimeError, OSError):
        raise KeyStoreMissing from None
    if not usable:
        raise KeyStoreMissing
    return backend


@dataclass(frozen=True, slots=True)
class JobFile:
    """Where jobs are kept and how they are encrypted. Make one with ``open_job_file``."""

    path: Path
    key: bytes = field(repr=False)

    def save(self, state: dict[str, Any]) -> None:
        """Write the state, in one step, for the user's eyes only.

        Raises:
            TargetUnwritable: the folder cannot be written.
        """
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        nonce = secrets.token_bytes(_NONCE_BYTES)
        plain = json.dumps(state, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        sealed = MAGIC + nonce + AESGCM(self.key).encrypt(nonce, plain, MAGIC)
        draft = self.path.with_name(self.path.name + ".new")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(draft, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "wb") as stream:
                stream.write(sealed)
            draft.replace(self.path)
        except OSError:
            with contextlib.suppress(OSError):
                draft.unlink()
            raise TargetUnwritable(cause="write") from None

    def load(self) -> dict[str, Any] | None:
        """The state that was saved last; None if there is none that this key opens."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        try:
            if self.path.stat().st_size > _MAX_BYTES:
                return None
            sealed = self.path.read_bytes()
        except OSError:
            return None
        if not sealed.startswith(MAGIC):
            return None
        body = sealed[len(MAGIC) :]
        try:
            plain = AESGCM(self.key).decrypt(body[:_NONCE_BYTES], body[_NONCE_BYTES:], MAGIC)
            state = json.loads(plain.decode("utf-8", "surrogatepass"))
        except (InvalidTag, ValueError):
            return None
        return state if isinstance(state, dict) else None

    def delete(self) -> None:
        """Forget the job."""
        with contextlib.suppress(FileNotFoundError):
            self.path.unlink()


def open_job_file(path: Path, store: KeyStore | None = None) -> JobFile:
    """A job file under the user's key, which is made when it is first needed.

    Raises:
        KeyStoreMissing: there is no usable key store.
    """
    store = store or system_key_store()
    try:
        kept = store.get_password(SERVICE, ACCOUNT)
        if kept is None:
            kept = base64.b64encode(secrets.token_bytes(_KEY_BYTES)).decode()
            store.set_password(SERVICE, ACCOUNT, kept)
            if store.get_password(SERVICE, ACCOUNT) != kept:
                raise KeyStoreMissing
        key = base64.b64decode(kept, validate=True)
    except KeyStoreMissing:
        raise
    except Exception:  # noqa: BLE001 - key stores fail in as many ways as there are of them; none may stop the window
        raise KeyStoreMissing from None
    if len(key) != _KEY_BYTES:
        raise KeyStoreMissing
    return JobFile(path, key)
