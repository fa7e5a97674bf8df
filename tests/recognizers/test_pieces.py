"""Long texts read in pieces: nothing is lost at a cut, and nothing found twice."""

from itertools import pairwise

import pytest

from recognizers import pieces as cutting
from recognizers.detection import Detector, LabelledText
from recognizers.pieces import in_pieces, pieces
from recognizers.results import Hit, Reason

LINES = "".join(
    f"Bà Trần Thị Hoa, CCCD: 0011900{number:05}, điện thoại 09123{number:05}.\n" for number in range(200)
)


@pytest.mark.parametrize("text", [LINES, LINES.replace("\n", " "), "0123456789" * 900])
def test_pieces_follow_each_other_and_lie_in_what_is_read(text: str) -> None:
    found = list(pieces(1_000, text))
    assert found[0].first == 0
    assert found[-1].last == len(text)
    assert all(before.last == after.first for before, after in pairwise(found))
    assert all(piece.start <= piece.first < piece.last <= piece.end for piece in found)
    assert len(found) >= len(text) // 1_000


def test_a_long_text_has_the_hits_of_a_short_one(monkeypatch: pytest.MonkeyPatch) -> None:
    detector = Detector()
    whole = detector.find(LINES)
    monkeypatch.setattr(cutting, "LONGEST", 900)
    monkeypatch.setattr(cutting, "MARGIN", 200)
    assert [(hit.start, hit.end, hit.entity_type) for hit in detector.find(LINES)] == [
        (hit.start, hit.end, hit.entity_type) for hit in whole
    ]
    document = detector.find_document([LabelledText(LINES, "")]).texts[0]
    assert all(before.end <= after.start for before, after in pairwise(document))


def test_a_hit_over_a_cut_is_found_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cutting, "LONGEST", 100)
    monkeypatch.setattr(cutting, "MARGIN", 40)
    text = ("ab " * 30 + "VALUE-OF-TWELVE ") * 20

    def read(part: str) -> tuple[Hit, ...]:
        found = []
        at = part.find("VALUE-OF-TWELVE")
        while at >= 0:
            found.append(Hit(at, at + 15, "CUSTOM", 1.0, Reason("rule")))
            at = part.find("VALUE-OF-TWELVE", at + 1)
        return tuple(found)

    hits = in_pieces(text, read)
    assert [text[hit.start : hit.end] for hit in hits] == ["VALUE-OF-TWELVE"] * 20
