"""The record in words: every part has a name, and the page holds what the record says."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import redactor
from recognizers.entities import EntityType
from recognizers.results import Reason
from redactor.errors import CorruptDocument, UnsupportedFormat
from redactor.model import (
    Action,
    Applied,
    Check,
    Decision,
    Decisions,
    Finding,
    Gap,
    GapReason,
    HiddenPart,
    Outcome,
    PageArea,
    PartPlace,
    Rect,
    Scan,
    SourceInfo,
    Treatment,
    Verdict,
)
from redactor.part_names import PLACES, part_name
from redactor.record import build_body
from redactor.record_page import CHECKS, NOTES, page, write_page

CANARY = "Đặng Thị Chim Hoàng Yến"


def body() -> dict[str, object]:
    place = PageArea(2, (Rect(0, 0, 1, 1),))
    finding = Finding(
        id="f1",
        entity_type=EntityType.PERSON,
        score=0.9,
        reason=Reason("labelled"),
        places=(place,),
        value=CANARY,
    )
    gap = Gap("g1", GapReason.CODE_UNREAD, PartPlace("pdf.annotation", CANARY))
    scan = Scan(SourceInfo("ab", 1234, "pdf", 3, sheets=(CANARY,)), (finding,), (gap,))
    applied = Applied(
        {EntityType.PERSON: 1},
        parts=(HiddenPart("pdf.javascript", 2, Treatment.LEFT_OUT, CANARY),),
        needles=(CANARY,),
    )
    return build_body(
        status="verified",
        policy_name="mặc định",
        policy_digest="cd",
        scan=scan,
        decisions=Decisions((Decision("f1", Action.HIDE),), covered_gaps=("g1",)),
        applied=applied,
        verdict=Verdict((Check("opens", Outcome.PASSED),)),
        copy_sha256="ef",
    )


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_page_says_what_was_done_and_names_nobody(language: str) -> None:
    text = page(body(), language)
    assert CANARY not in text
    for expected in ("ab", "ef", "cd", part_name("pdf.javascript", language)):
        assert expected in text


def test_the_record_itself_names_nobody() -> None:
    assert CANARY not in str(body())


def test_every_part_that_a_format_names_has_a_name_for_people() -> None:
    formats = Path(str(redactor.__file__)).parent / "formats"
    keys: set[str] = set()
    for module in formats.rglob("*.py"):
        keys |= set(re.findall(r'"(?:pdf|xlsx|ods|xls|csv|image)\.([a-z_]+)"', module.read_text("utf-8")))
    assert keys - set(PLACES) == set()


@pytest.mark.parametrize(
    ("folder", "pattern", "known"),
    [
        ("verify", r'Check\(\s*"([a-z_]+)"', set(CHECKS)),
        ("formats", r'"((?:macros|signature)_removed|converted_to_xlsx|results_dropped)"', set(NOTES)),
    ],
)
def test_every_check_and_note_has_a_sentence(folder: str, pattern: str, known: set[str]) -> None:
    modules = (Path(str(redactor.__file__)).parent / folder).rglob("*.py")
    named = {key for module in modules for key in re.findall(pattern, module.read_text("utf-8"))}
    assert named
    assert named - known == set()


def test_the_page_is_written_beside_its_record_and_bad_records_are_told(tmp_path: Path) -> None:
    record = tmp_path / "a_da-che.pdf.ban-ghi.json"
    record.write_text(json.dumps(body()), "utf-8")
    written = write_page(record)
    assert written == tmp_path / "a_da-che.pdf.ban-ghi.html"
    assert "Biên bản" in written.read_text("utf-8")
    record.write_text("{}")
    with pytest.raises(CorruptDocument):
        write_page(record)
    record.write_text("not json")
    with pytest.raises(UnsupportedFormat):
        write_page(record)
