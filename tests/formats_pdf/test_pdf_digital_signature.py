"""Real digital signatures, made here: looked at, named, and gone from the copy with their certificates."""

from __future__ import annotations

import datetime
import io
import re
from pathlib import Path

import pikepdf
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs7
from cryptography.x509.oid import NameOID
from pikepdf import Array, Dictionary, Name, Pdf, String

from redactor.formats.base import Edit, OutputOptions, Reading
from redactor.formats.pdf import PdfFormat
from tests.formats_pdf.pdf_builders import everything_in, holds, page_with
from tests.formats_pdf.test_pdf_leaks import find_all, pdfium_text, quiet

NUMBER = "001190012345"
SIGNER = "NGUYEN VAN THU"
ROOM = 8192
"""Bytes kept free for the signature."""

Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


def certificate(key: Key) -> x509.Certificate:
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.USER_ID, f"CCCD:{NUMBER}"),
            x509.NameAttribute(NameOID.COMMON_NAME, SIGNER),
            x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
        ]
    )
    start = datetime.datetime(2025, 1, 1, tzinfo=datetime.UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Test CA")]))
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(start)
        .not_valid_after(start + datetime.timedelta(days=900))
        .sign(key, hashes.SHA256())
    )


def signed(key: Key) -> bytes:
    """A page that names the signer's number, with a signature over everything but itself."""
    with Pdf.new() as pdf:
        page = page_with(pdf, f"BT /F0 12 Tf 50 700 Td (So {NUMBER} het) Tj ET")
        value = pdf.make_indirect(
            Dictionary(
                Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), SubFilter=Name("/adbe.pkcs7.detached"),
                M=String("D:20250314101500+07'00'"), Name=String(SIGNER), Location=String(f"CCCD {NUMBER}"),
                Contents=String(b"\0" * ROOM), ByteRange=Array([0, 1111111111, 2222222222, 3333333333]),
            )
        )  # fmt: skip
        widget = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot, Subtype=Name.Widget, FT=Name.Sig, T=String("Sig1"), V=value, Rect=Array([0, 0, 0, 0]), F=132
            )
        )  # fmt: skip
        page["/Annots"] = Array([widget])
        pdf.Root["/AcroForm"] = Dictionary(Fields=Array([widget]), SigFlags=3)
        pdf.Root["/DSS"] = Dictionary(
            Certs=Array([pdf.make_stream(certificate(key).public_bytes(serialization.Encoding.DER))])
        )
        file = io.BytesIO()
        pdf.save(file, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    data = bytearray(file.getvalue())
    hole = re.search(rb"<(?:00){%d}>" % ROOM, data)
    assert hole is not None
    start, end = hole.span()
    numbers = f"[0 {start} {end} {len(data) - end}]".encode()
    ranges = re.search(rb"\[ 0 1111111111 2222222222 3333333333 \]", data)
    assert ranges is not None
    data[ranges.start() : ranges.end()] = numbers.ljust(ranges.end() - ranges.start())
    message = bytes(data[:start] + data[end:])
    options = [pkcs7.PKCS7Options.DetachedSignature, pkcs7.PKCS7Options.Binary]
    signature = (
        pkcs7.PKCS7SignatureBuilder()
        .set_data(message)
        .add_signer(certificate(key), key, hashes.SHA256())
        .sign(serialization.Encoding.DER, options)
    )
    data[start + 1 : start + 1 + 2 * len(signature)] = signature.hex().encode()
    return bytes(data)


def read(tmp_path: Path, data: bytes) -> tuple[Reading, Path]:
    source = tmp_path / "signed.pdf"
    source.write_bytes(data)
    document = PdfFormat().open(source, "")
    reading = document.read(quiet)
    document.close()
    return reading, source


@pytest.mark.parametrize("kind", ["rsa", "ec"])
def test_a_true_signature_is_told_and_removed_with_its_certificate(kind: str, tmp_path: Path) -> None:
    key = rsa.generate_private_key(65537, 2048) if kind == "rsa" else ec.generate_private_key(ec.SECP256R1())
    reading, source = read(tmp_path, signed(key))
    (info,) = reading.signatures
    assert (info.signer, info.valid, info.detail) == (SIGNER, True, "")
    assert info.time == "2025-03-14T10:15:00+07:00"
    assert any(NUMBER in value for value in reading.known_values)
    assert SIGNER not in repr(info)
    document = PdfFormat().open(source, "")
    findings = find_all(document.read(quiet), [NUMBER])
    assert {p.kind for f in findings for p in f.places} == {"page", "part"}
    draft = tmp_path / "draft.pdf"
    document.apply([Edit(f, lambda _: "") for f in findings], (), OutputOptions(), draft, quiet)
    document.close()
    everything = everything_in(draft)
    assert not holds(everything, NUMBER)
    assert not holds(everything, SIGNER)
    assert certificate(key).public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    ) not in draft.read_bytes()  # fmt: skip
    with pikepdf.open(draft) as pdf:
        assert not {"/AcroForm", "/DSS", "/Perms"} & set(pdf.Root.keys())
        assert not any("/ByteRange" in o for o in pdf.objects if isinstance(o, Dictionary))
    assert "het" in pdfium_text(draft)


def test_a_file_changed_after_signing_is_told(tmp_path: Path) -> None:
    data = signed(ec.generate_private_key(ec.SECP256R1()))
    at = data.index(b"/MediaBox [ 0 0 595") + len(b"/MediaBox [ 0 0 59")
    changed, _ = read(tmp_path, data[:at] + b"4" + data[at + 1 :])
    assert (changed.signatures[0].valid, changed.signatures[0].detail) == (False, "content_changed")
    grown, _ = read(tmp_path, data + b"% later\n%%EOF\n")
    assert (grown.signatures[0].valid, grown.signatures[0].detail) == (True, "changed_after_signing")


def test_another_key_does_not_pass(tmp_path: Path) -> None:
    data = bytearray(signed(ec.generate_private_key(ec.SECP256R1())))
    end = re.search(rb"(?:00){100,}>", data)
    assert end is not None
    last = end.start() - 6  # within the signature's own number, at the end of the message
    data[last] = ord("0") if data[last] != ord("0") else ord("1")
    reading, _ = read(tmp_path, bytes(data))
    assert reading.signatures[0].valid is not True


def test_what_is_no_signature_is_not_called_one(tmp_path: Path) -> None:
    data = signed(ec.generate_private_key(ec.SECP256R1()))
    at = re.search(rb"<3082[0-9a-f]{4}", data)
    assert at is not None
    reading, _ = read(tmp_path, data[: at.start() + 1] + b"00" * 4 + data[at.start() + 9 :])
    assert [(s.valid, s.detail) for s in reading.signatures] == [(None, "unreadable")]
