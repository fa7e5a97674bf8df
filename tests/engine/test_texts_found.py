"""A batch scans a file twice; what its texts say by themselves is found once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pymupdf
import pytest

from recognizers.detection import Detector
from recognizers.documents import LabelledText
from recognizers.results import Hit
from redactor import wire
from redactor.isolation import Limits
from redactor.model import Scan
from redactor.texts_found import TextsFound
from redactor.worker import DocumentRole

KEY = b"k" * 32
NUMBER, OTHER = "079190012345", "079190054321"
ROWS = [("Số căn cước công dân: 079190012345", "", ""), ("0912 345 678", "Điện thoại", "")]


def letter(path: Path, number: str) -> Path:
    """The number is called one on the first page only."""
    with pymupdf.open() as document:
        for text in (f"Ông Trần Quốc Bảo, căn cước công dân số {number}.", f"Biên bản kèm theo: {number}"):
            document.new_page().insert_htmlbox((60, 60, 535, 780), f"<p>{text}</p>")
        document.save(path)
    return path


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Texts in which the detector looks."""
    seen: list[str] = []
    find = Detector.find

    def listen(self: Detector, text: str, label: str = "") -> tuple[Hit, ...]:
        seen.append(text)
        return find(self, text, label)

    monkeypatch.setattr(Detector, "find", listen)
    return seen


def scanned(source: Path, kept: bytes = b"", known: Sequence[str] = (), **more: Any) -> tuple[Scan, bytes]:
    """What a worker of its own tells, and what it wants to be kept."""
    role = DocumentRole(lambda *_: None, Limits(readers=1))
    role.handle("know", {"values": list(known)})
    params = {"path": str(source), "password": "", "key": KEY.hex(), "attachment": kept, **more}
    answer, attachment = role.handle("scan", params)
    role.close()
    return wire.decode(answer, Scan), attachment or b""


def test_texts_that_were_looked_at_are_not_looked_at_again(tmp_path: Path, looked_at: list[str]) -> None:
    source = letter(tmp_path / "a.pdf", NUMBER)
    plain, nothing = scanned(source)
    assert not nothing
    first, kept = scanned(source, remember=True)
    assert first == plain
    assert NUMBER.encode() not in kept
    assert looked_at
    looked_at.clear()
    second, again = scanned(source, kept, remember=True)
    assert second == plain
    assert {f.places[0].page for f in second.findings if f.value == NUMBER} == {1, 2}  # type: ignore[union-attr]
    assert looked_at == []
    assert again == b""  # nothing is new


def test_what_others_prove_is_found_in_texts_that_are_remembered(tmp_path: Path) -> None:
    source = letter(tmp_path / "a.pdf", NUMBER)
    _, kept = scanned(source, remember=True)
    second, _ = scanned(source, kept, known=("Biên bản kèm theo",), remember=True)
    assert "Biên bản kèm theo" in {f.value for f in second.findings}


def test_another_text_is_looked_at(tmp_path: Path) -> None:
    source = letter(tmp_path / "a.pdf", NUMBER)
    _, kept = scanned(source, remember=True)
    letter(source, OTHER)
    second, again = scanned(source, kept, remember=True)
    assert OTHER in {f.value for f in second.findings}
    assert NUMBER not in {f.value for f in second.findings}
    assert again


def test_a_file_of_rules_is_part_of_what_is_remembered(tmp_path: Path) -> None:
    source = letter(tmp_path / "a.pdf", NUMBER)
    _, kept = scanned(source, remember=True)
    rules = tmp_path / "rules.yaml"
    rules.write_text("always_hide: [Biên bản kèm theo]\n", encoding="utf-8")
    plain, _ = scanned(source, rules_file=str(rules))
    second, _ = scanned(source, kept, remember=True, rules_file=str(rules))
    assert second == plain
    assert "Biên bản kèm theo" in {f.value for f in second.findings}


def test_hits_come_back_as_they_were() -> None:
    detector = Detector()

    def find(rows: Sequence[tuple[str, str, str]]) -> Sequence[tuple[Hit, ...]]:
        return detector.find_texts([LabelledText(*row) for row in rows])

    first = TextsFound()
    hits = first.hits_in(ROWS, "", find)
    assert all(hits)
    again = TextsFound.from_bytes(first.to_bytes() or b"")
    assert again.hits_in(ROWS, "", lambda _rows: pytest.fail("known")) == hits
    assert again.to_bytes() is None


@pytest.mark.parametrize("label", ["", "Mã số thuế"])
def test_the_same_text_beside_another_label_is_another(label: str) -> None:
    found = TextsFound()
    found.hits_in(ROWS, "", lambda rows: [()] * len(rows))
    asked: list[tuple[str, str, str]] = []
    found.hits_in(
        [(ROWS[1][0], label, ""), (*ROWS[0][:2], "Họ tên")], "", lambda rows: asked.extend(rows) or [()] * 2
    )
    assert len(asked) == 2
