"""Lying redactors of delimited text."""

from __future__ import annotations

import hashlib

import pytest

from recognizers.entities import EntityType
from recognizers.results import Reason
from redactor.formats.base import Edit, OutputOptions
from redactor.formats.delimited import DelimitedFormat
from redactor.model import Action, CellPlace, ColumnPlace, Decision, Decisions, Finding, Outcome, Scan
from redactor.verify.base import VerifyRequest
from redactor.verify.delimited import DelimitedVerifier

_TEXT = (
    'STT,Họ tên,CCCD,Giới tính,Ghi chú\r\n1,"Hoàng Thị Mơ",001190012345,Nữ,"gọi 0912345678, ""ngay"""\r\n'
    "2,Cô Khác,001190012346,Nữ,\r\n3,Bác Khác,001190012347,Nam,=1+1\r\n"
)


def _finding(number, place, value="", kind=EntityType.VN_PERSONAL_ID):
    return Finding(
        id=f"f{number}", entity_type=kind, score=1.0, reason=Reason("test"), places=(place,), value=value
    )


_FINDINGS = (
    _finding(1, ColumnPlace("", 2, 1, 3)),
    _finding(2, CellPlace("", 1, 1), "Hoàng Thị Mơ", EntityType.PERSON),
    _finding(3, ColumnPlace("", 3, 1, 3), kind=EntityType.GENDER),
    _finding(4, CellPlace("", 1, 4, 4, 14), "0912345678", EntityType.VN_PHONE),
)


@pytest.fixture(params=["utf-8", "utf-8-sig", "utf-16"])
def honest(request, tmp_path):
    source, draft = tmp_path / "a.csv", tmp_path / "b.csv"
    source.write_bytes(_TEXT.encode(request.param))
    nothing = lambda done, total: None  # noqa: E731
    document = DelimitedFormat().open(source, "")
    document.read(nothing)
    applied = document.apply(
        [Edit(f, lambda value: "[CHE]") for f in _FINDINGS], (), OutputOptions(), draft, nothing
    )
    scan = Scan(document.info, _FINDINGS)
    decisions = Decisions(tuple(Decision(f.id, Action.HIDE) for f in _FINDINGS))
    return VerifyRequest(source, "", draft, scan, decisions, applied, lambda text: ()), request.param


def _failed(request):
    return {
        check.name for check in DelimitedVerifier().verify(request) if check.outcome is not Outcome.PASSED
    }


def test_an_honest_copy_passes(honest):
    request, codec = honest
    assert _failed(request) == set()
    assert "001190012345" not in request.draft.read_bytes().decode(codec)


@pytest.mark.parametrize(
    ("old", "new", "caught_by"),
    [
        ("[CHE]", "Hoàng Thị Mơ", "no_value_in_text"),
        ("[CHE]", "hoang thi mo", "no_value_in_text"),
        ("2,Cô", "2001190012346,Cô", "no_value_in_text"),
        ("Cô Khác", "Cô 0912.345.678", "no_value_in_text"),
        ("Bác Khác,[CHE],[CHE]", "Bác Khác,[CHE],Nam", "no_value_in_cells"),
        ("Bác Khác", "Bác Khac", "untouched_cells_equal"),
        ("STT,Họ tên", '"STT",Họ tên', "untouched_rows_identical"),
        ("STT,Họ tên", "STT,Họ tên,Mới", "same_form"),
        ("=1+1\r\n", "=1+1", "same_form"),
    ],
)
def test_a_lie_is_caught(honest, old, new, caught_by):
    request, codec = honest
    text = request.draft.read_bytes().decode(codec)
    assert old in text
    request.draft.write_bytes(text.replace(old, new, 1).encode(codec))
    assert caught_by in _failed(request)


def test_another_encoding_is_caught(honest):
    request, codec = honest
    text = request.draft.read_bytes().decode(codec)
    request.draft.write_bytes(text.encode("utf-8" if codec != "utf-8" else "utf-16"))
    assert _failed(request)


def test_source_is_never_written(honest):
    request, codec = honest
    assert (
        hashlib.sha256(request.source.read_bytes()).hexdigest()
        == hashlib.sha256(_TEXT.encode(codec)).hexdigest()
    )
