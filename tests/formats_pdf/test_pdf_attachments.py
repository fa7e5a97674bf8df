"""Attached files go the whole road and are put back, when the policy says so; else they are left out."""

from __future__ import annotations

import io
import json
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from redactor.isolation import WorkerPool
from redactor.model import Embedded
from redactor.pipeline import Job, run, scan
from redactor.policy import Policy, load
from redactor.record import Record
from redactor.verify.pdf_structure import forbidden_structures
from tests.formats_pdf.pdf_builders import everything_in, finish, holds, page_with

NUMBER = "001190012345"
OTHER = "036085004321"
PERSON = "Nguyễn Thị Hồng Nhung"
LIST = f"Họ tên,Số CCCD\n{PERSON},{NUMBER}\nTrần Văn Bình,{OTHER}\n".encode()


def attach(pdf: Pdf, files: dict[str, bytes]) -> Array:
    entries = Array()
    for name, data in files.items():
        stream = pdf.make_stream(data)
        stream["/Type"] = Name.EmbeddedFile
        entries.append(String(name))
        entries.append(
            pdf.make_indirect(
                Dictionary(
                    Type=Name.Filespec,
                    F=String(name),
                    UF=String(name),
                    Desc=String(NUMBER),
                    EF=Dictionary(F=stream),
                )
            )
        )
    pdf.Root["/Names"] = Dictionary(EmbeddedFiles=Dictionary(Names=entries))
    return entries


def document(files: dict[str, bytes], *, portfolio: bool = False) -> bytes:
    with Pdf.new() as pdf:
        page = page_with(pdf, f"BT /F0 12 Tf 50 700 Td (Can cuoc cong dan so {NUMBER}) Tj ET")
        entries = attach(pdf, files)
        if portfolio:
            pdf.Root["/Collection"] = Dictionary(Type=Name.Collection, D=String(NUMBER))
        if len(entries):
            pdf.Root["/AF"] = Array([entries[1]])
            page["/Annots"] = Array(
                [
                    Dictionary(
                        Type=Name.Annot, Subtype=Name.FileAttachment, Rect=Array([0, 0, 9, 9]), FS=entries[1]
                    )
                ]
            )
        return finish(pdf)


def attached(path: Path | io.BytesIO) -> dict[str, bytes]:
    """Names and contents, read without the program."""
    with pikepdf.open(path) as pdf:
        return {name: file.get_file().read_bytes() for name, file in pdf.attachments.items()} | {
            str(file.filename): file.get_file().read_bytes() for file in pdf.attachments.values()
        }


@pytest.fixture(scope="module")
def pool() -> Iterator[WorkerPool]:
    with WorkerPool() as workers:
        yield workers


def policy(attachments: str) -> Policy:
    default = load(None)
    return default.model_copy(
        update={"gaps": "accept", "output": default.output.model_copy(update={"attachments": attachments})}
    )


def redacted(tmp_path: Path, data: bytes, attachments: str, pool: WorkerPool) -> Record:
    source = tmp_path / "ho-so.pdf"
    source.write_bytes(data)
    record = run(Job(source, target=tmp_path / "ra.pdf"), policy(attachments), pool)
    assert record.status == "verified", (record.reason, record.params)
    subprocess.run(["qpdf", "--check", tmp_path / "ra.pdf"], check=True, capture_output=True)
    assert not holds(everything_in(tmp_path / "ra.pdf"), NUMBER)
    return record


def test_they_are_left_out_by_default(tmp_path: Path, pool: WorkerPool) -> None:
    record = redacted(tmp_path, document({"danh-sach.csv": LIST}), "remove", pool)
    assert attached(tmp_path / "ra.pdf") == {}
    assert {"part": "pdf.attachment", "count": 3, "treatment": "left_out"} in record.body["parts"]


@pytest.mark.parametrize("portfolio", [False, True])
def test_they_are_redacted_and_put_back(portfolio: bool, tmp_path: Path, pool: WorkerPool) -> None:
    before = set(Path(tempfile.gettempdir()).glob("che-du-lieu-*"))
    files = {
        f"CCCD {PERSON}.csv": LIST,
        "mau.bin": b"\x00\x01\x02" * 50,
        "trong.pdf": document({"sau.csv": LIST}),
    }
    record = redacted(tmp_path, document(files, portfolio=portfolio), "redact", pool)
    found = attached(tmp_path / "ra.pdf")
    texts = {name: data.decode("utf-8-sig") for name, data in found.items() if name.endswith(".csv")}
    assert len(texts) == 1
    ((name, text),) = texts.items()
    assert PERSON not in name
    assert "Họ tên" in text
    assert not any(value in text for value in (NUMBER, OTHER, PERSON))
    inner = next(data for name, data in found.items() if name.endswith(".pdf"))
    assert not any(NUMBER.encode() in data for data in attached(io.BytesIO(inner)).values())
    assert any(name.endswith(".csv") for name in attached(io.BytesIO(inner)))
    assert not any(name.endswith(".bin") for name in found)
    told = {item["kind"]: item["status"] for item in record.body["attachments"]}
    assert told[".csv"] == told[".pdf"] == "verified"
    assert told[".bin"] != "verified"
    assert PERSON not in json.dumps(record.body, ensure_ascii=False)
    assert set(Path(tempfile.gettempdir()).glob("che-du-lieu-*")) == before, "temporary copies are gone"


@pytest.mark.parametrize(("wish", "told"), [("remove", "left_out"), ("redact", "redacted")])
def test_scanning_tells_what_becomes_of_them(wish: str, told: str, tmp_path: Path, pool: WorkerPool) -> None:
    source = tmp_path / "ho-so.pdf"
    source.write_bytes(document({"danh-sach.csv": LIST}))
    found = scan(Job(source), policy(wish), pool)
    assert {str(p.treatment) for p in found.hidden_parts if p.part == "pdf.attachment"} == {told}


def test_what_lies_too_deep_is_left_out(tmp_path: Path, pool: WorkerPool) -> None:
    deep = document({"a.pdf": document({"b.pdf": document({"c.csv": LIST})})})
    redacted(tmp_path, deep, "redact", pool)
    level = attached(tmp_path / "ra.pdf")
    first = next(data for name, data in level.items() if name.endswith(".pdf"))
    second = next(data for name, data in attached(io.BytesIO(first)).items() if name.endswith(".pdf"))
    assert attached(io.BytesIO(second)) == {}


def test_a_file_that_nobody_verified_is_a_lie(tmp_path: Path) -> None:
    draft = tmp_path / "draft.pdf"
    with Pdf.new() as pdf:
        page_with(pdf, "")
        from redactor.formats.pdf.attachments import put_back

        (tmp_path / "x.csv").write_bytes(b"a,b")
        put_back(pdf, (Embedded("x.csv", str(tmp_path / "x.csv"), "0" * 64),))
        pdf.save(draft, fix_metadata_version=False)
    import hashlib

    with pikepdf.open(draft) as pdf:
        assert "pdf.attachment" in set(forbidden_structures(pdf, draft, frozenset({"0" * 64})))
        own = hashlib.sha256(b"a,b").hexdigest()
        assert set(forbidden_structures(pdf, draft, frozenset({own}))) == set()
