"""What the tagger says of findings: a paper about nobody, and who acts in office."""

from __future__ import annotations

import pytest

from recognizers import second_reading
from recognizers.base import Found
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
        ("Người nhận: Lê Văn Hạ, trung sĩ trực ban.", "Lê Văn Hạ", 400, True),
        ("Người nhận: Lê Văn Hạ, trung sĩ trực ban.", "Lê Văn Hạ", 300, False),
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


_LONG = "Biên bản lập tại nhà văn hóa thôn, có mặt đông đủ bà con, họp từ bảy giờ tối đến chín giờ thì xong, không ai có ý kiến gì thêm. "


def _asked(said: dict[str, float], text: str, value: str, kind: str, code: str, around: str = _LONG):
    """What is said of a value found in a text: (taken back, proposed to be kept, what is left of it)."""
    folded = fold(around + text)
    start = folded.text.index(value)
    item = Found(start, start + len(value), EntityType(kind), 0.8, Reason(code))
    reading = second_reading.SecondReading(folded, [item], ())
    left = reading.without_ends(item)
    return reading.takes_back(item), reading.proposes_to_keep(item), folded.text[left.start : left.end]


@pytest.mark.parametrize(
    ("text", "value", "kind", "likely", "left"),
    [
        ("ở căn B9-12 nhé", "căn B9-12", "VN_ADDRESS", {"B": 0.9, "9": 0.9, "12": 0.9}, "B9-12"),
        (
            "bị sốt xuất huyết nghỉ làm",
            "sốt xuất huyết nghỉ làm",
            "HEALTH_INFO",
            dict.fromkeys(("sốt", "xuất", "huyết"), 0.9),
            "sốt xuất huyết",
        ),
        ("KH Tráng Sơ đến", "KH Tráng Sơ", "PERSON", {"KH": 0.01, "Tráng": 0.9, "Sơ": 0.9}, "Tráng Sơ"),
        ("KH Tráng Sơ đến", "KH Tráng Sơ", "PERSON", {"KH": 0.08, "Tráng": 0.9, "Sơ": 0.9}, "KH Tráng Sơ"),
        ("ở căn B9-12 nhé", "căn B9-12", "VN_ADDRESS", {"B": 0.4, "9": 0.4, "12": 0.4}, "căn B9-12"),
        (
            "ở căn B9-12 nhé",
            "căn B9-12",
            "VN_ADDRESS",
            {"căn": 0.2, "B": 0.9, "9": 0.9, "12": 0.9},
            "căn B9-12",
        ),
        ("ở số 6 Hàn Thuyên", "số 6 Hàn Thuyên", "VN_ADDRESS", {"6": 0.9, "Hàn": 0.9}, "số 6 Hàn"),
        ("Bé Tráng Sơ đến", "Bé Tráng Sơ", "PERSON", {"Bé": 0.01, "Tráng": 0.9, "Sơ": 0.9}, "Bé Tráng Sơ"),
        ("nợ căn 12 triệu", "căn 12 triệu", "DEBT", {"12": 0.9}, "căn 12 triệu"),
    ],
)
def test_words_at_the_ends_that_are_hardly_anybodys_are_cut_off(
    said, text: str, value: str, kind: str, likely: dict[str, float], left: str
) -> None:
    said |= likely
    assert _asked(said, text, value, kind, "x")[2] == left
    assert _asked(said, text, value, kind, "x", "")[2] == value  # too little stands around it


@pytest.mark.parametrize(
    ("kind", "code", "likely", "back"),
    [
        ("PERSON", "person_speaker", 0.4, True),
        ("PERSON", "person_speaker", 0.6, False),
        ("PERSON", "person_label", 0.3, False),
        ("VN_ADDRESS", "address_witness", 0.4, True),
        ("VN_ADDRESS", "address_label", 0.3, False),
        ("PRIVATE_LIFE", "value_labelled", 0.2, True),
        ("HEALTH_INFO", "value_labelled", 0.2, False),
        ("VN_PHONE", "phone_shape", 0.05, False),
        ("EMPLOYEE_ID", "tagged", 0.3, True),
        ("EMPLOYEE_ID", "tagged", 0.5, False),
        ("HEALTH_INFO", "tagged", 0.25, False),
        ("PERSON", "tagged", 0.24, True),
        ("PERSON", "tagged", 0.28, False),
    ],
)
def test_how_likely_a_finding_has_to_be_depends_on_its_reason(
    said, kind: str, code: str, likely: float, back: bool
) -> None:
    said |= {"Kế": likely, "Nhược": likely}
    assert _asked(said, "Gặp Kế Nhược ở đó.", "Kế Nhược", kind, code)[0] is back
    assert not _asked(said, "Gặp Kế Nhược ở đó.", "Kế Nhược", kind, code, "")[0]


def test_names_in_lower_case_with_accents_have_to_be_likelier(said) -> None:
    said |= dict.fromkeys(("kế", "nhược", "ke", "nhuoc"), 0.28)
    assert _asked(said, "gặp kế nhược ở đó.", "kế nhược", "PERSON", "tagged")[0]
    assert not _asked(said, "gặp ke nhuoc ở đó.", "ke nhuoc", "PERSON", "tagged")[0]


@pytest.mark.parametrize(
    ("kind", "code", "likely", "kept"),
    [
        ("VN_PHONE", "phone_shape", 0.05, True),
        ("VN_PHONE", "phone_shape", 0.2, False),
        ("VN_PLATE", "plate_shape", 0.25, True),
        ("VN_PLATE", "known_plate", 0.25, False),
        ("VN_PERSONAL_ID", "phone_shape", 0.05, False),
    ],
)
def test_numbers_that_are_hardly_anybodys_are_proposed_to_be_kept(
    said, kind: str, code: str, likely: float, kept: bool
) -> None:
    said |= {"0912345678": likely, **dict.fromkeys(_LONG.split(), 0.5)}
    back, keep, _ = _asked(said, "gọi số 0912345678 nhé", "0912345678", kind, code)
    assert (back, keep) == (False, kept)
