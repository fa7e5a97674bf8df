"""Frames: what goes in comes out, and anything else is refused."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recognizers.entities import EntityType
from recognizers.results import Reason
from redactor import wire
from redactor.errors import WorkerMisbehaved
from redactor.model import (
    CellPlace,
    ColumnPlace,
    Finding,
    Gap,
    GapReason,
    PageArea,
    PartPlace,
    Rect,
    Scan,
    SourceInfo,
)

numbers = st.floats(0, 1000, allow_nan=False)
rects = st.builds(lambda x, y, w, h: Rect(x, y, x + w, y + h), numbers, numbers, numbers, numbers)
places = st.one_of(
    st.builds(PageArea, st.integers(1, 99), st.lists(rects, min_size=1, max_size=3).map(tuple)),
    st.builds(CellPlace, st.text(max_size=5), st.integers(0, 99), st.integers(0, 99), st.none(), st.none()),
    st.builds(ColumnPlace, st.text(max_size=5), st.integers(0, 9), st.integers(0, 9), st.integers(0, 99)),
    st.builds(PartPlace, st.sampled_from(["pdf.info", "xlsx.comment"]), st.text(max_size=5)),
)
findings = st.builds(
    Finding,
    id=st.just("f1"),
    entity_type=st.sampled_from(EntityType),
    score=st.floats(0, 1),
    reason=st.builds(Reason, st.just("labelled"), st.text(max_size=5)),
    places=st.lists(places, min_size=1, max_size=2).map(tuple),
    value=st.text(max_size=20),
)
scans = st.builds(
    Scan,
    st.just(SourceInfo("00", 1, "pdf", 1, ((595.0, 842.0),))),
    st.lists(findings, max_size=3).map(tuple),
    st.lists(st.builds(Gap, st.just("g1"), st.sampled_from(GapReason), places), max_size=2).map(tuple),
)


@settings(max_examples=50, deadline=None)
@given(scans)
def test_a_scan_survives_the_border(scan: Scan) -> None:
    stream = io.BytesIO()
    wire.write_frame(stream, {"result": wire.encode(scan, Scan)})
    stream.seek(0)
    frame = wire.read_frame(stream)
    assert frame is not None
    assert wire.decode(wire.parse_message(frame[1])["result"], Scan) == scan


@pytest.mark.parametrize(
    "text",
    ["Nguyễn Thị Hằng", "\0\x1f\x7f\u2028", "\U0001f600", "nửa \ud83d chữ", "\udce1\udcbb", 'a\\u0041"b'],
)
def test_every_character_crosses_the_border(text: str) -> None:
    """Broken ones too: file names and the text of broken documents have them."""
    stream = io.BytesIO()
    wire.write_frame(stream, {text: [text, {"more": text}]})
    stream.seek(0)
    frame = wire.read_frame(stream)
    assert frame is not None
    assert wire.parse_message(frame[1]) == {text: [text, {"more": text}]}


@pytest.mark.parametrize(
    "body", [b"[" * 200_000, b'{"a":' * 200_000, b'{"a":' + b"9" * 200_000, b"[1]", b"{", b""]
)
def test_a_hostile_message_is_refused(body: bytes) -> None:
    with pytest.raises(WorkerMisbehaved):
        wire.parse_message(body)


@settings(max_examples=100)
@given(st.binary(max_size=40))
def test_random_bytes_are_a_misbehaving_worker_or_the_end(data: bytes) -> None:
    stream = io.BytesIO(data)
    try:
        frame = wire.read_frame(stream)
        if frame is not None and frame[0] == b"J":
            wire.parse_message(frame[1])
    except WorkerMisbehaved:
        return
    assert frame is None or frame[0] in (b"J", b"B")


@pytest.mark.parametrize(
    "untrusted",
    [
        {"source": {}, "findings": []},
        {"findings": []},
        [],
        None,
        {"source": {"sha256": "0", "size": 1, "format": "pdf", "pages": 1}, "findings": [{"id": "f1"}]},
    ],
)
def test_data_of_the_wrong_shape_is_refused(untrusted: object) -> None:
    with pytest.raises(WorkerMisbehaved):
        wire.decode(untrusted, Scan)


def test_a_rectangle_turned_inside_out_is_refused() -> None:
    with pytest.raises(WorkerMisbehaved):
        wire.decode({"x0": 5, "y0": 0, "x1": 1, "y1": 1}, Rect)
    with pytest.raises(WorkerMisbehaved):
        wire.decode({"x0": float("nan"), "y0": 0, "x1": 1, "y1": 1}, Rect)


def test_an_oversized_frame_is_refused_before_it_is_read() -> None:
    with pytest.raises(WorkerMisbehaved):
        wire.read_frame(io.BytesIO(b"\xff\xff\xff\xffJ"))
