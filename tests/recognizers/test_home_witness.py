"""The trained witness for addresses is asked again only where a home it has found may change its answers."""

import itertools

import pytest

from benchmarks.recognition.generate import generate, in_development
from recognizers.detection import Detector
from recognizers.folding import forget
from recognizers.home_clues import HomeClues


def test_lines_far_from_new_homes_are_answered_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    papers = [
        document.text for document in itertools.islice(generate(13, 2, in_development([])), 0, 1200, 12)
    ]
    texts = ["\n\n".join(papers[at : at + 10]) for at in range(0, len(papers), 10)]
    detector = Detector()
    near = [detector.find(text) for text in texts]
    assert any(hit.reason.code == "address_witness" for hits in near for hit in hits)
    forget()
    monkeypatch.setattr(
        HomeClues, "lines_near", lambda self, homes: frozenset(range(len(self.w.line_starts)))
    )
    assert [detector.find(text) for text in texts] == near
