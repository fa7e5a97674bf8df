from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recognizers.address import AddressRecognizer
from recognizers.base import VnRecognizer
from recognizers.birth_date import BirthDateRecognizer
from recognizers.capacity import propose_keep
from recognizers.explanations_people import KEEP_SENTENCES, PEOPLE_SENTENCES
from recognizers.folding import fold, forget
from recognizers.person import PersonRecognizer
from recognizers.places import PlaceRecognizer
from recognizers.results import Hit

ALL: tuple[VnRecognizer, ...] = (
    PersonRecognizer(),
    AddressRecognizer(),
    BirthDateRecognizer(),
    PlaceRecognizer(),
)

PAPER = """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HỢP ĐỒNG CHUYỂN NHƯỢNG QUYỀN SỬ DỤNG ĐẤT
BÊN A: Ông NGUYỄN VĂN AN, sinh năm 1980, CCCD số 001080012345 do Cục Cảnh sát QLHC về TTXH cấp ngày 12/03/2021
và vợ là bà Trần Thị Lan Anh, 35 tuổi. Cùng thường trú tại: Thôn Đông, xã Vĩnh Quỳnh, huyện Thanh Trì, TP. Hà Nội
Quê quán: xã Nghi Phú, thành phố Vinh, tỉnh Nghệ An
BÊN B: CÔNG TY TNHH HOÀNG NAM. Địa chỉ: 45/6/7 Lê Duẩn, P.Bến Nghé, Q.1, TP.HCM
Người đại diện: Bà Lê Thị Hồng Gấm - Chức vụ: Giám đốc
"""
WORDS = [
    *PAPER.replace("\n", " \n ").split(" "),
    "sn",
    "(",
    "ông",
    "12/3",
    "Y",
    "H'Hen",
    "ngõ",
    ":",
    "....",
    "\t",
    "…",
]


def values(text: str) -> list[tuple[str, str]]:
    folded = fold(text)
    return sorted(
        (found.entity_type.value, text[slice(*folded.span(found.start, found.end))])
        for recognizer in ALL
        for found in recognizer.find(folded)
    )


def test_decomposed_text_gives_the_same_values() -> None:
    composed = values(PAPER)
    decomposed = values(unicodedata.normalize("NFD", PAPER))
    assert len(composed) == 10
    assert [(kind, unicodedata.normalize("NFC", value)) for kind, value in decomposed] == composed


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join) | st.text(max_size=120))
def test_findings_lie_inside_are_trimmed_and_explained(text: str) -> None:
    folded = fold(text)
    for recognizer in ALL:
        for found in recognizer.find(folded):
            assert 0 <= found.start < found.end <= len(folded.text)
            value = folded.text[found.start : found.end]
            assert value == value.strip()
            assert value[0] not in ",;:!?"
            assert value[-1] not in ",;:!?"
            assert 0 < found.score <= 1
            assert found.reason.code in PEOPLE_SENTENCES
            assert found.keep == "" or found.keep in KEEP_SENTENCES


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_proposals_change_nothing_but_keep(text: str) -> None:
    folded = fold(text)
    hits = [
        Hit(found.start, found.end, found.entity_type, found.score, found.reason)
        for recognizer in ALL
        for found in recognizer.find(folded)
    ]
    proposed = propose_keep(folded, hits)
    assert [(h.start, h.end, h.entity_type) for h in proposed] == [
        (h.start, h.end, h.entity_type) for h in hits
    ]
    assert all(hit.keep == "" or hit.keep in KEEP_SENTENCES for hit in proposed)


@pytest.mark.parametrize(
    "piece",
    [
        PAPER,
        "Nguyễn " * 40,
        "phường " * 40,
        "A. " * 60,
        "12/" * 80,
        "ngày " * 50,
        "sinh ngày " * 30,
        ", " * 100,
        "CÔNG AN " * 40,
        "do Công an tỉnh " * 20,
        "(" * 100,
        "\n" * 100,
        "......" * 20 + ":",
        "Họ tên: " * 30,
    ],
)
def test_cost_is_linear(piece: str) -> None:
    def cost(times: int) -> float:
        best = 9.0
        for _ in range(2):
            forget()
            folded = fold(piece * times)
            began = time.perf_counter()
            for recognizer in ALL:
                list(recognizer.find(folded))
            best = min(best, time.perf_counter() - began)
        return best

    cost(1)
    assert cost(80) < 14 * cost(20) + 0.1  # linear is 4; wide, for busy machines


def test_every_sentence_is_there_in_both_languages() -> None:
    for vi, en in (*PEOPLE_SENTENCES.values(), *KEEP_SENTENCES.values()):
        assert vi
        assert en
        assert ("{clue}" in vi) == ("{clue}" in en)
