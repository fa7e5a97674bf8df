"""Read, apply and look with other tools: the shortest road through the PDF format."""

from __future__ import annotations

import contextlib
import subprocess
from pathlib import Path

import pikepdf
import pymupdf
import pytest

from recognizers.entities import EntityType
from recognizers.results import Reason
from redactor.errors import CorruptDocument, EmptyFile, PasswordRequired, UnsupportedFormat, WrongPassword
from redactor.formats.base import Edit, OutputOptions
from redactor.formats.pdf import PdfFormat
from redactor.formats.pdf.document import PdfDocument
from redactor.formats.pdf.working import Working, open_working
from redactor.model import Action, Decision, Decisions, Finding, Outcome, Scan
from redactor.verify.base import VerifyRequest
from redactor.verify.pdf import PdfVerifier
from tests.formats_pdf.test_pdf_leaks import redact


def quiet(_done: int, _total: int) -> None:
    """No progress."""


def text_pdf(path: Path, *lines: str, **save: object) -> Path:
    document = pymupdf.open()
    page = document.new_page()
    page.insert_htmlbox((50, 50, 550, 800), "".join(f"<p>{line}</p>" for line in lines))
    document.save(path, **save)
    return path


def test_texts_are_told_as_they_are_read_each_once_and_before_looks_are_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = text_pdf(tmp_path / "a.pdf", "Ông Nguyễn Văn Ánh, số 001190012345, có mặt.")
    happened: list[str] = []

    def looked(*_: object) -> bool:
        happened.append("looked at")
        return False

    monkeypatch.setattr("redactor.formats.pdf.truth.Truth.is_doubtful", looked)
    document = PdfDocument(source, "")
    reading = document.read(quiet, lambda texts: happened.extend(unit.id for unit in texts))
    document.close()
    assert happened == ["p1", "looked at"]
    assert [unit.id for unit in reading.texts if not unit.id.startswith("part")] == ["p1"]


def test_removed_text_is_gone_and_the_rest_stays(tmp_path: Path) -> None:
    source = text_pdf(
        tmp_path / "a.pdf", "Ông Nguyễn Văn Ánh, số 001190012345, có mặt.", "Bà Trần Thị Bưởi ở lại."
    )
    before = source.read_bytes()
    document = PdfFormat().open(source, "")
    reading = document.read(quiet)
    unit = next(u for u in reading.texts if "001190012345" in u.text)
    start = unit.text.index("001190012345")
    finding = Finding(
        id="f1", entity_type=EntityType.VN_PERSONAL_ID, score=1.0, reason=Reason("test"),
        places=unit.places(start, start + 12), value="001190012345",
    )  # fmt: skip
    draft = tmp_path / "b.pdf"
    applied = document.apply([Edit(finding, lambda _: "")], (), OutputOptions(), draft, quiet)
    document.close()
    text = subprocess.run(["pdftotext", draft, "-"], capture_output=True, check=True).stdout.decode()
    assert "001190012345" not in text
    assert "Nguyễn Văn Ánh" in text
    assert "Bà Trần Thị Bưởi ở lại." in text
    assert applied.hidden == {EntityType.VN_PERSONAL_ID: 1}
    assert source.read_bytes() == before


def test_what_was_made_ready_is_written_the_same_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = text_pdf(tmp_path / "a.pdf", "Ông Nguyễn Văn Ánh, số 001190012345, có mặt.")
    opened: list[Path] = []

    def listen(path: Path, password: str) -> Working:
        opened.append(path)
        return open_working(path, password)

    monkeypatch.setattr("redactor.formats.pdf.document.open_working", listen)

    def copies(*, ready: bool) -> list[bytes]:
        with contextlib.closing(PdfFormat().open(source, "")) as document:
            assert isinstance(document, PdfDocument)
            unit = next(u for u in document.read(quiet).texts if "001190012345" in u.text)
            start = unit.text.index("001190012345")
            finding = Finding(
                id="f1", entity_type=EntityType.VN_PERSONAL_ID, score=1.0, reason=Reason("test"),
                places=unit.places(start, start + 12), value="001190012345",
            )  # fmt: skip
            opened.clear()
            if ready:
                document.get_ready()
                document.get_ready()
                assert len(opened) == 1
            written = []
            for times in (1, 2):
                document.apply([Edit(finding, lambda _: "")], (), OutputOptions(), tmp_path / "b.pdf", quiet)
                assert len(opened) == times
                written.append((tmp_path / "b.pdf").read_bytes())
            return written

    assert len({*copies(ready=True), *copies(ready=False)}) == 1
    monkeypatch.setattr("redactor.formats.pdf.document._MOST_READY", 10)
    with contextlib.closing(PdfFormat().open(source, "")) as document:
        assert isinstance(document, PdfDocument)
        opened.clear()
        document.get_ready()
        assert not opened  # large files are not held


def test_checking_the_objects_of_a_large_copy_is_not_taken_for_hanging(tmp_path: Path) -> None:
    """It takes minutes on a busy machine; there was no sign of life after the last page."""
    source = text_pdf(tmp_path / "a.pdf", "Số 001190012345, có mặt.")
    info, findings, applied = redact(source, tmp_path / "b.pdf", ["001190012345"])
    signs: list[str] = []
    request = VerifyRequest(
        source,
        "",
        tmp_path / "b.pdf",
        Scan(info, tuple(findings)),
        Decisions(items=tuple(Decision(f.id, Action.HIDE) for f in findings)),
        applied,
        lambda _text: (),
        alive=lambda: signs.append(""),
    )
    checks = PdfVerifier().verify(request)
    assert all(check.outcome is Outcome.PASSED for check in checks)
    with pikepdf.open(tmp_path / "b.pdf") as copy:
        assert len(signs) > len(copy.objects)


def test_only_a_pdf_is_opened_as_pdf(tmp_path: Path) -> None:
    picture = tmp_path / "picture.pdf"
    pymupdf.Pixmap(pymupdf.csRGB, (0, 0, 9, 9)).save(str(tmp_path / "p.png"))
    picture.write_bytes((tmp_path / "p.png").read_bytes())
    with pytest.raises(UnsupportedFormat):
        PdfFormat().open(picture, "")
    (tmp_path / "empty.pdf").write_bytes(b"")
    with pytest.raises(EmptyFile):
        PdfFormat().open(tmp_path / "empty.pdf", "")


def test_passwords(tmp_path: Path) -> None:
    source = text_pdf(tmp_path / "a.pdf", "x")
    locked = tmp_path / "locked.pdf"
    with pikepdf.open(source) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="o", user="u"))
    with pytest.raises(PasswordRequired):
        PdfFormat().open(locked, "")
    with pytest.raises(WrongPassword):
        PdfFormat().open(locked, "nope")
    PdfFormat().open(locked, "u").close()


def test_a_truncated_file_is_refused(tmp_path: Path) -> None:
    source = text_pdf(tmp_path / "a.pdf", "Ông Nguyễn Văn Ánh có mặt.")
    data = source.read_bytes()
    (tmp_path / "cut.pdf").write_bytes(data[: len(data) // 3])
    with pytest.raises(CorruptDocument):
        PdfFormat().open(tmp_path / "cut.pdf", "").read(quiet)
