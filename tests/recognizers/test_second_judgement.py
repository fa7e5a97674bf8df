"""What the tagger says of findings: a paper about nobody, and who acts in office."""

from __future__ import annotations

import pytest

from recognizers import second_reading
from recognizers.capacity import propose_keep
from recognizers.detection import Detector
from recognizers.entities import EntityType
from recognizers.folding import fold
from recognizers.results import Hit, Reason
from recognizers.standing import OFFICER
from recognizers.tagger import Tags
from recognizers.words import words


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    """Let the tagger say how likely words are somebody's name; all else is nothing."""
    answers: dict[str, float] = {}

    def tags(folded, found, readers):
        likely = [answers.get(text, 0.0) for text in words(folded).text]
        return Tags(["PERSON"] * len(likely), likely, [1 - value for value in likely], [0.0] * len(likely))

    monkeypatch.setattr(second_reading, "tags", tags)
    return answers


def _hidden(text: str) -> set[str]:
    return {text[hit.start : hit.end] for hit in Detector(readers=(None,)).find(text) if not hit.keep}


RULES = "Quy định gửi xe tại tầng hầm: vào cổng sau, xuất trình vé, đỗ đúng vạch, không nổ máy lâu.\n" * 9


def test_in_a_long_paper_about_nobody_a_doubtful_name_is_none(said) -> None:
    said |= {"Kế": 0.6, "Nhược": 0.2}
    text = f"{RULES}Sơ đồ xem ở bảng Kế Nhược cạnh thang máy.\n"
    assert _hidden(text) == set()


def test_beside_somebody_it_may_be_one(said) -> None:
    said |= {"Kế": 0.6, "Nhược": 0.2, "Blơ": 0.9}
    text = f"{RULES}Sơ đồ xem ở bảng Kế Nhược cạnh thang máy, hỏi Blơ.\n"
    assert _hidden(text) == {"Kế Nhược", "Blơ"}


def test_in_a_note_it_may_be_one_too(said) -> None:
    said |= {"Kế": 0.95, "Nhược": 0.95}
    assert _hidden("chìa khóa tủ để ở chỗ Kế Nhược cạnh thang máy tầng hai nhé") == {"Kế Nhược"}


def test_so_does_a_full_name_behind_a_form_of_address(said) -> None:
    said |= dict.fromkeys(("Lê", "Thị", "Xuân", "Lan"), 0.3)
    assert _hidden(f"{RULES}Theo chuyên gia Lê Thị Xuân Lan, vé có giá trị một ngày.\n") == {
        "Lê Thị Xuân Lan"
    }


def test_full_names_and_secrets_stay_hidden_in_a_paper_about_nobody(said) -> None:
    said |= dict.fromkeys(("Nguyễn", "Thị", "Hồng", "Thắm"), 0.3)
    text = f"{RULES}Hỏi Nguyễn Thị Hồng Thắm.\nMật khẩu: Xe#2026tang\n"
    assert _hidden(text) == {"Nguyễn Thị Hồng Thắm", "Xe#2026tang"}


@pytest.mark.parametrize(
    ("text", "name", "read", "kept"),
    [
        ("trợ giúp viên tiếp nhận: bùi thị mai hoa, trung tâm tgpl số 1.", "bùi thị mai hoa", 400, True),
        ("trợ giúp viên tiếp nhận: bùi thị mai hoa, trung tâm tgpl số 1.", "bùi thị mai hoa", 200, False),
        ("Chị Lăng Tú Trinh trú tại thôn 3 vay của bà Hoa 20 triệu.", "Lăng Tú Trinh", 700, False),
    ],
)
def test_tagger_and_witness_together_know_who_acts_in_office(
    text: str, name: str, read: int, kept: bool
) -> None:
    folded = fold(text)
    start = folded.text.index(name)
    hit = Hit(start, start + len(name), EntityType.PERSON, 0.8, Reason("person_shape"), "")
    assert (propose_keep(folded, [hit], {0: read})[0].keep == OFFICER) is kept
