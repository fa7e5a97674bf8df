"""Long documents are checked in stretches by several processes: together they see what one would."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pikepdf import Pdf

from recognizers.entities import EntityType
from recognizers.results import Reason
from redactor.model import (
    Action,
    Applied,
    Check,
    Decision,
    Decisions,
    Finding,
    Outcome,
    PageArea,
    Rect,
    Scan,
    SourceInfo,
)
from redactor.verification import joined
from redactor.verify.base import VerifyRequest
from redactor.verify.pdf import PdfVerifier, _Failures
from redactor.verify.pdf_reading import stretch_of
from redactor.verify.pdf_source import look_ahead
from tests.verify_pdf.test_pdf_lies import VALUE, page_content

PAGES = 7


@pytest.mark.parametrize("parts", [1, 2, 3, 4])
@pytest.mark.parametrize("pages", [4, 7, 60, 301])
def test_stretches_cover_every_page_once(pages: int, parts: int) -> None:
    covered = [page for number in range(parts) for page in stretch_of(pages, (number, parts))]
    assert covered == list(range(pages))


def document(*, told_on: int | None = None, split_after: int | None = None) -> bytes:
    with Pdf.new() as pdf:
        for number in range(PAGES):
            page_content(pdf, value=number == told_on, box=True)
        if split_after is not None:
            for number, text in ((split_after, VALUE[:6]), (split_after + 1, VALUE[6:])):
                page = pdf.pages[number].obj
                y = 20 if number == split_after else 800
                page["/Contents"] = pdf.make_stream(
                    (b"" if number == split_after else f"BT /F0 12 Tf 50 {y} Td ({text}) Tj ET ".encode())
                    + page["/Contents"].read_bytes()
                    + (f" BT /F0 12 Tf 50 {y} Td ({text}) Tj ET".encode() if number == split_after else b"")
                )
        file = io.BytesIO()
        pdf.save(file, fix_metadata_version=False)
        return file.getvalue()


def outcomes(tmp_path: Path, draft: bytes, parts: int, *, looked: bool = False) -> dict[str, Outcome]:
    (tmp_path / "source.pdf").write_bytes(document())
    (tmp_path / "draft.pdf").write_bytes(draft)
    finding = Finding(
        id="f1", entity_type=EntityType.VN_PERSONAL_ID, score=1.0, reason=Reason("test"),
        places=(PageArea(1, (Rect(100, 92, 190, 106),)),), value=VALUE,
    )  # fmt: skip
    info = SourceInfo(sha256="", size=1, format="pdf", pages=PAGES, page_sizes=((595.0, 842.0),) * PAGES)
    answers = []
    for number in range(parts):
        request = VerifyRequest(
            source=tmp_path / "source.pdf", password="", draft=tmp_path / "draft.pdf", scan=Scan(info, (finding,)),
            decisions=Decisions((Decision("f1", Action.HIDE),)), applied=Applied({}, needles=(VALUE,)),
            redetect=lambda _text: (), part=(number, parts),
            ahead=look_ahead(tmp_path / "source.pdf", "", (number, parts), lambda: None) if looked else None,
        )  # fmt: skip
        answers.append(PdfVerifier().verify(request))
    return {check.name: check.outcome for check in joined(answers)}


@pytest.mark.parametrize("looked", [False, True])
@pytest.mark.parametrize("parts", [1, 2, 3])
def test_parts_together_see_what_one_would(parts: int, looked: bool, tmp_path: Path) -> None:
    def seen(draft: bytes) -> dict[str, Outcome]:
        return outcomes(tmp_path, draft, parts, looked=looked)

    assert set(seen(document()).values()) == {Outcome.PASSED}
    for page in range(1, PAGES):
        assert seen(document(told_on=page))["no_value_in_text"] is Outcome.FAILED
    for page in range(PAGES - 1):
        assert seen(document(split_after=page))["no_value_in_text"] is Outcome.FAILED


@pytest.mark.parametrize("looked", [False, True])
@pytest.mark.parametrize("parts", [1, 2])
def test_files_that_are_opened_anew_are_seen_to_their_ends(
    parts: int, looked: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("redactor.verify.pdf.PAGES_AT_ONCE", 2)
    assert set(outcomes(tmp_path, document(), parts, looked=looked).values()) == {Outcome.PASSED}
    for page in range(1, PAGES):
        told = outcomes(tmp_path, document(told_on=page), parts, looked=looked)
        assert told["no_value_in_text"] is Outcome.FAILED
    for page in range(PAGES - 1):
        split = outcomes(tmp_path, document(split_after=page), parts, looked=looked)
        assert split["no_value_in_text"] is Outcome.FAILED


def test_a_source_that_is_opened_anew_keeps_pages_that_were_looked_at(tmp_path: Path) -> None:
    (tmp_path / "source.pdf").write_bytes(document())
    ahead = look_ahead(tmp_path / "source.pdf", "", (0, 1), lambda: None)
    assert ahead is not None
    first = ahead.document
    ahead.open_anew()
    assert ahead.document is first, "its pages are open"
    for index in range(PAGES):
        ahead.take(index).page.close()
    ahead.open_anew()
    assert ahead.document is not first
    assert ahead.take(PAGES - 1).text()
    ahead.close()


def test_a_check_that_one_part_left_out_was_not_done() -> None:
    passed, failed = Check("a", Outcome.PASSED), Check("a", Outcome.FAILED, 2, (PageArea(3, ()),))
    assert joined([(passed, Check("b", Outcome.PASSED)), (passed,)]) == (passed, Check("b", Outcome.NOT_DONE))
    assert joined([(passed,), (failed,)]) == (failed,)
    assert joined([]) == ()


def test_every_page_on_which_a_check_fails_is_told_for_all_of_them_may_become_images() -> None:
    failures = _Failures("neighbours_stay")
    for page in [*[1] * 120, *range(2, 251)]:
        failures.add(PageArea(page, ()))
    (check,) = joined([(failures.check(),), (Check("neighbours_stay", Outcome.PASSED),)])
    assert {place.page for place in check.places if isinstance(place, PageArea)} == set(range(1, 251))
    assert len(check.places) < 360
    assert check.count == 369
