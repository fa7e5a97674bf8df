"""Digital signatures of the source: who signed, when, and whether the file is still what was signed.

Looked at before they are removed. The digest over the signed bytes is compared and the signer's own key checked; no
chain of trust is followed, because the program never goes online. ISO 32000-2, 12.8; RFC 5652 (CMS).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import pkcs7
from pikepdf import Array, Dictionary, Name, Object, Pdf

from redactor.model import SignatureInfo

MAX_FIELDS = 10_000
_HASHES: dict[str, hashes.HashAlgorithm] = {
    "1.3.14.3.2.26": hashes.SHA1(),  # noqa: S303 - old signatures are looked at, none is made
    "2.16.840.1.101.3.4.2.1": hashes.SHA256(),
    "2.16.840.1.101.3.4.2.2": hashes.SHA384(),
    "2.16.840.1.101.3.4.2.3": hashes.SHA512(),
}
_MESSAGE_DIGEST = "1.2.840.113549.1.9.4"


@dataclass(frozen=True, slots=True)
class Signed:
    """One signature, and the certificate subjects it brings along."""

    info: SignatureInfo
    subjects: tuple[str, ...] = field(default=(), repr=False)


def read_signatures(pdf: Pdf, path: Path) -> tuple[Signed, ...]:
    """Every filled signature field of the document."""
    form = pdf.Root.get("/AcroForm")
    fields = form.get("/Fields") if isinstance(form, Dictionary) else None
    values = [value for value in _values(fields) if isinstance(value, Dictionary)]
    if not values:
        return ()
    data = path.read_bytes()
    return tuple(_look_at(value, data) for value in values)


def _values(fields: Object | None) -> Iterator[Object]:
    stack = list(fields) if isinstance(fields, Array) else []
    for _ in range(MAX_FIELDS):
        if not stack:
            return
        item = stack.pop()
        if not isinstance(item, Dictionary):
            continue
        if item.get("/FT") == Name.Sig and "/V" in item:
            yield item["/V"]
        kids = item.get("/Kids")
        if isinstance(kids, Array):
            stack.extend(kids)


def _look_at(value: Dictionary, data: bytes) -> Signed:
    time = _iso(str(value.get("/M", "")))
    contents = value.get("/Contents")
    raw = bytes(contents) if contents is not None else b""
    signer = str(value.get("/Name", ""))
    try:
        certificates = pkcs7.load_der_pkcs7_certificates(_unpadded(raw))
    except (ValueError, UnsupportedAlgorithm):
        return Signed(SignatureInfo(signer, time, None, "unreadable"))
    subjects = tuple(c.subject.rfc4514_string() for c in certificates)
    leaf = _leaf(certificates)
    if leaf is not None:
        names = leaf.subject.get_attributes_for_oid(x509.NameOID.COMMON_NAME)
        signer = str(names[0].value) if names else leaf.subject.rfc4514_string()
    signed = _signed_bytes(value.get("/ByteRange"), data)
    valid, detail = _check(raw, leaf, signed, len(data), value.get("/ByteRange"))
    return Signed(SignatureInfo(signer, time, valid, detail), subjects)


def _leaf(certificates: list[x509.Certificate]) -> x509.Certificate | None:
    """The certificate that issued none of the others."""
    issuers = {c.issuer for c in certificates if c.issuer != c.subject}
    return next(
        (c for c in certificates if c.subject not in issuers), certificates[0] if certificates else None
    )


def _unpadded(raw: bytes) -> bytes:
    """Signatures are stored in a field that is longer than they are."""
    _tag, start, end = _head(raw, 0)
    return raw[:end] if start else raw


def _signed_bytes(ranges: Object | None, data: bytes) -> bytes | None:
    if not isinstance(ranges, Array) or len(ranges) % 2:
        return None
    numbers = [int(n) for n in ranges]
    if any(n < 0 for n in numbers):
        return None
    return b"".join(data[at : at + length] for at, length in zip(numbers[::2], numbers[1::2], strict=True))


def _check(
    raw: bytes, leaf: x509.Certificate | None, signed: bytes | None, size: int, ranges: Object | None
) -> tuple[bool | None, str]:
    """Whether the signed bytes are unchanged and the signature is the signer's; None if that cannot be told."""
    if leaf is None or signed is None:
        return None, "unreadable"
    try:
        info = _signer_info(raw)
    except (ValueError, IndexError):
        return None, "unreadable"
    algorithm = _HASHES.get(info.digest_algorithm)
    if algorithm is None:
        return None, "unknown_algorithm"
    if info.message_digest:
        if hashlib.new(algorithm.name, signed).digest() != info.message_digest:
            return False, "content_changed"
        message = b"\x31" + info.attributes[1:]
    else:
        message = signed
    key = leaf.public_key()
    try:
        if isinstance(key, rsa.RSAPublicKey):
            key.verify(info.signature, message, padding.PKCS1v15(), algorithm)
        elif isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(info.signature, message, ec.ECDSA(algorithm))
        else:
            return None, "unknown_algorithm"
    except InvalidSignature:
        return False, "signature_wrong"
    covered = isinstance(ranges, Array) and int(ranges[-2]) + int(ranges[-1]) >= size - 2
    return True, "" if covered else "changed_after_signing"


# --- the little of DER that is needed ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _SignerInfo:
    digest_algorithm: str
    attributes: bytes
    message_digest: bytes
    signature: bytes


def _head(data: bytes, at: int) -> tuple[int, int, int]:
    """Tag, start and end of the content of the element at ``at``."""
    if at + 2 > len(data):
        raise ValueError
    tag, length = data[at], data[at + 1]
    start = at + 2
    if length & 0x80:
        count = length & 0x7F
        if not 1 <= count <= 4:
            raise ValueError
        length = int.from_bytes(data[start : start + count])
        start += count
    return tag, start, start + length


def _children(data: bytes, start: int, end: int) -> list[tuple[int, int, int, int]]:
    """Tag, beginning, start and end of content of every element between two offsets."""
    found = []
    at = start
    while at < end:
        tag, inner, after = _head(data, at)
        if after > end:
            raise ValueError
        found.append((tag, at, inner, after))
        at = after
    return found


def _signer_info(raw: bytes) -> _SignerInfo:
    _, start, end = _head(raw, 0)  # ContentInfo
    content = _children(raw, start, end)[1]
    _, start, end = _head(raw, content[2])  # SignedData
    infos = _children(raw, start, end)[-1]
    signer = _children(raw, infos[2], infos[3])[0]
    parts = _children(raw, signer[2], signer[3])
    digest = _children(raw, parts[2][2], parts[2][3])[0]
    algorithm = _oid(raw[digest[2] : digest[3]])
    attributes, message_digest = b"", b""
    index = 3
    if parts[3][0] == 0xA0:
        attributes = raw[parts[3][1] : parts[3][3]]
        for attribute in _children(raw, parts[3][2], parts[3][3]):
            name, values = _children(raw, attribute[2], attribute[3])[:2]
            if _oid(raw[name[2] : name[3]]) == _MESSAGE_DIGEST:
                octets = _children(raw, values[2], values[3])[0]
                message_digest = raw[octets[2] : octets[3]]
        index = 4
    signature = parts[index + 1]
    return _SignerInfo(algorithm, attributes, message_digest, raw[signature[2] : signature[3]])


def _oid(data: bytes) -> str:
    numbers = [data[0] // 40, data[0] % 40] if data else []
    value = 0
    for byte in data[1:]:
        value = value << 7 | byte & 0x7F
        if not byte & 0x80:
            numbers.append(value)
            value = 0
    return ".".join(map(str, numbers))


_DATE = re.compile(r"D?:?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(Z|[+-]\d\d'?\d\d)?")


def _iso(date: str) -> str:
    """A PDF date as ISO 8601, or ""."""
    match = _DATE.match(date)
    if match is None:
        return ""
    year, month, day, hour, minute, second, zone = match.groups()
    zone = "" if zone is None else "+00:00" if zone == "Z" else zone.replace("'", "")
    if len(zone) == 5:
        zone = f"{zone[:3]}:{zone[3:]}"
    return f"{year}-{month or '01'}-{day or '01'}T{hour or '00'}:{minute or '00'}:{second or '00'}{zone}"
