"""Opens password-protected OpenDocument files (OASIS ODF 1.2 part 3, section 4; AES-256-CBC with PBKDF2).

No maintained library does this; the ciphers are those of ``cryptography``. Older Blowfish files are refused.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import io
import zipfile
import zlib

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC
from lxml import etree

MANIFEST = "META-INF/manifest.xml"
_MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
_AES, _SHA256 = "http://www.w3.org/2001/04/xmlenc#aes256-cbc", "http://www.w3.org/2000/09/xmldsig#sha256"
_CHECKED = 1024
"""Bytes of the packed text that the checksum is over."""
_BLOCK = 16
_MOST_ITERATIONS = 5_000_000
_MOST_BYTES = 1 << 30


class UnknownEncryptionError(Exception):
    """Not the encryption that ODF 1.2 writers use."""


class WrongPasswordError(Exception):
    """The password does not open it."""


def is_encrypted(archive: zipfile.ZipFile) -> bool:
    """Whether the manifest speaks of encryption."""
    return MANIFEST in archive.namelist() and b"encryption-data" in archive.read(MANIFEST)


def decrypted(archive: zipfile.ZipFile, password: str) -> io.BytesIO:
    """The same package, open.

    Raises:
        WrongPasswordError: the password is another one.
        UnknownEncryptionError: another cipher, or a manifest that makes no sense.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        manifest = etree.fromstring(archive.read(MANIFEST), parser)
    except etree.XMLSyntaxError:
        raise UnknownEncryptionError from None
    secrets = {
        entry.get(f"{_MANIFEST}full-path", ""): data
        for entry in manifest.iter(f"{_MANIFEST}file-entry")
        for data in entry.iter(f"{_MANIFEST}encryption-data")
    }
    start_key = hashlib.sha256(password.encode()).digest()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as plain:
        for info in archive.infolist():
            data = archive.read(info)
            if info.filename in secrets:
                data = _decrypted(data, secrets[info.filename], start_key)
            elif info.filename == MANIFEST:
                for entry in manifest.iter(f"{_MANIFEST}file-entry"):
                    for secret in list(entry.iter(f"{_MANIFEST}encryption-data")):
                        entry.remove(secret)
                data = etree.tostring(manifest, xml_declaration=True, encoding="UTF-8")
            kind = zipfile.ZIP_STORED if info.filename == "mimetype" else zipfile.ZIP_DEFLATED
            plain.writestr(info.filename, data, kind)
    out.seek(0)
    return out


def _decrypted(data: bytes, secret: etree._Element, start_key: bytes) -> bytes:
    try:
        algorithm, derivation = _child(secret, "algorithm"), _child(secret, "key-derivation")
        start = secret.find(f"{_MANIFEST}start-key-generation")
        known = (
            algorithm.get(f"{_MANIFEST}algorithm-name") == _AES
            and derivation.get(f"{_MANIFEST}key-derivation-name", "").endswith("PBKDF2")
            and start is not None
            and start.get(f"{_MANIFEST}start-key-generation-name") in (_SHA256, "SHA256")
        )
        rounds = int(derivation.get(f"{_MANIFEST}iteration-count", "0"))
        if not known or not 0 < rounds <= _MOST_ITERATIONS or not data or len(data) % _BLOCK:
            raise UnknownEncryptionError
        salt = base64.b64decode(derivation.get(f"{_MANIFEST}salt", ""))
        vector = base64.b64decode(algorithm.get(f"{_MANIFEST}initialisation-vector", ""))
        checksum = base64.b64decode(secret.get(f"{_MANIFEST}checksum", ""))
        key = hashlib.pbkdf2_hmac("sha1", start_key, salt, rounds, 32)
        opener = Cipher(AES(key), CBC(vector)).decryptor()
        packed = opener.update(data) + opener.finalize()
    except (ValueError, binascii.Error):
        raise UnknownEncryptionError from None
    padding = packed[-1]
    packed = packed[:-padding] if 0 < padding <= _BLOCK else packed
    if hashlib.sha256(packed[:_CHECKED]).digest() != checksum:
        raise WrongPasswordError
    inflater = zlib.decompressobj(-15)
    try:
        text = inflater.decompress(packed, _MOST_BYTES)
    except zlib.error:
        raise WrongPasswordError from None
    if inflater.unconsumed_tail:
        raise UnknownEncryptionError
    return text


def _child(element: etree._Element, name: str) -> etree._Element:
    found = element.find(f"{_MANIFEST}{name}")
    if found is None:
        raise UnknownEncryptionError
    return found
