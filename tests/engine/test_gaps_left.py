"""Gaps on what is hidden whole are none; what reaches beyond it, or lies elsewhere, is told."""

from __future__ import annotations

import pytest

from recognizers.entities import EntityType
from recognizers.results import Reason
from redactor.gaps_left import gaps_left
from redactor.model import Finding, Gap, GapReason, PageArea, Rect, Scan, SourceInfo

CARD = Rect(100, 100, 300, 200)


@pytest.mark.parametrize(
    ("reason", "rect", "left"),
    [
        (GapReason.IMAGE_UNREADABLE, Rect(110, 110, 290, 130), False),
        (GapReason.IMAGE_UNREADABLE, Rect(110, 110, 340, 130), True),
        (GapReason.IMAGE_UNREADABLE, Rect(100, 100, 300, 225), True),
        (GapReason.CODE_UNREAD, Rect(260, 150, 310, 200), False),
        (GapReason.CODE_UNREAD, Rect(260, 150, 360, 200), True),
        (GapReason.CODE_UNREAD, Rect(400, 400, 400, 450), True),
        (GapReason.CODE_UNREAD, Rect(110, 110, 290, 110), True),
    ],
    ids=["on it", "beyond it", "around it", "code on its edge", "half a code", "line elsewhere", "line"],
)
def test_what_lies_on_a_hidden_card_is_no_gap(reason: GapReason, rect: Rect, left: bool) -> None:
    card = Finding(
        id="f",
        entity_type=EntityType.ID_IMAGE,
        score=0.9,
        reason=Reason("card_seen"),
        places=(PageArea(1, (CARD,)),),
    )
    gap = Gap("g", reason, PageArea(1, (rect,)))
    scan = Scan(SourceInfo("0", 1, "pdf", 1), (card,), (gap,))
    assert bool(gaps_left(scan, {"f"})) is left
    assert gaps_left(scan, ()) == (gap,)
