"""What recognition cannot have read right, or is not sure of, is told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from recognizers.detection import DocumentHits, LabelledText
from recognizers.entities import EntityType
from recognizers.results import Hit, Reason
from redactor import detect
from redactor.formats.base import Reading
from redactor.formats.pdf.doubtful import ReadWord, with_doubts
from redactor.formats.pdf.sights import sight
from redactor.formats.pdf.text import PageText
from redactor.gaps_left import gaps_left
from redactor.model import Gap, GapReason, PageArea, Rect, Scan, SourceInfo


def page(text: str) -> PageText:
    boxes = [None if char in " \t\n" else (10.0 * i, 0.0, 10.0 * i + 9, 12.0) for i, char in enumerate(text)]
    return PageText(id="p1", page=1, text=text, boxes=list(boxes), line_starts=[0])


@pytest.mark.parametrize(
    "text",
    [
        "Ngày sinh: 26/40/4446",
        "Sinh ngày 37/84/1988",
        "Ngày, tháng, năm sinh:\t17 94 1986",
        "Date of birth: 45.11.1979",
        "| Ngày sinh | 00/05/1990 |",
        "Năm sinh; 2994",
        "sinh ngày 14/07/",
    ],
)
def test_a_birth_that_is_in_no_calendar_is_told_where_it_stands(text: str) -> None:
    (span,) = with_doubts(page(text), ()).doubts
    assert span.start == next(i for i, char in enumerate(text) if char.isdigit())
    assert span.stop > max(i for i, char in enumerate(text) if char.isdigit())


@pytest.mark.parametrize(
    "text",
    [
        "Ngày sinh: 26/10/1996",
        "Date of birth: 02/23/1979",
        "Ngày sinh: 9.2.2001",
        "Học sinh khối 12 45 2024 em",
        "Ngày cấp: 26/40/4446",
        "Sinh ngày 14/07/1977, mã hồ sơ 88/99/2024",
        "Năm sinh: 1988",
        "Ngày sinh: 5. Dân tộc: Kinh",
        "Ngày sinh: 19 tháng 4 năm 2012",
    ],
)
def test_other_dates_and_numbers_are_left_alone(text: str) -> None:
    assert not with_doubts(page(text), ()).doubts


def unsure(text: str, sure: float) -> list[str]:
    """What is told of a text of which the engine is so sure, in a line of which it is very sure otherwise."""
    words = [ReadWord(*match.span(), sure) for match in re.finditer(r"\S+", text)]
    rest = " tại trụ sở ủy ban xã trong giờ làm việc hành chính của cơ quan theo thông báo này"
    more = [ReadWord(*match.span(), 99.0) for match in re.finditer(r"\S+", text + rest)][len(words) :]
    whole = text + rest
    return [whole[span.start : span.stop] for span in with_doubts(page(whole), words + more).doubts]


@pytest.mark.parametrize(
    ("text", "sure", "told"),
    [
        ("Số: 0643129603598 ngày", 95.4, ["0643129603598"]),
        ("thư: nghig.trangO@mocnhien.vn", 97.0, ["nghig.trangO@mocnhien.vn"]),
        ("gửi Hả Thị phải", 80.0, ["Hả Thị"]),
        ("| 19/11/2011 0223110041960 |", 96.0, ["0223110041960"]),  # the day can be one
        ("| 36/12/2011 |", 96.0, ["36/12/2011"]),
        ("gọi 6766 318 254 ngay", 96.0, ["6766 318 254"]),
        ("mã FT26275881264, số 118/HDLD-2026, 30 cái", 80.0, []),
        ("tổng cộng 1.890.000đ 12,5% giao", 80.0, []),
        ("theo quy định hiện hành", 80.0, []),
        ("điểm 12 của năm", 80.0, []),
        ("Bùi Thị Hoa 0912345678", 99.0, []),
    ],
)
def test_what_may_be_somebodys_and_is_not_sure_is_told(text: str, sure: float, told: list[str]) -> None:
    assert unsure(text, sure) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Số căn cước: (083416002M5† Điện thoại: 0†?02 88u 443", ["(083416002M5†", "0†?02 88u 443"]),
        ("Số tài khoản: VCB 0123456789, ĐT: 0912345678 - 0983. Email: a@b.vn", []),
        ("chủ tài khoản ;3ÈO TH” MAI SƯỢN 3, vào ngày 05", [";3ÈO TH” MAI SƯỢN"]),
        ("| Họ và tên | Nguy#n V@n An | nhân viên |", ["Nguy#n V@n An"]),
        ("Họ và tên: ................ Người nộp: Hoa Văn Chiểu (ký tên)", []),
        ("Họ tên: Lâm Chí Tường Tuổi:46 Giới, người nhận hàng kiểm tra", []),
        ("Điện thoại: 113, máy lẻ 12, CCCD gắn chip", []),
    ],
)
def test_values_that_do_not_fit_their_labels_are_told(text: str, told: list[str]) -> None:
    assert [text[span.start : span.stop] for span in with_doubts(page(text), ()).doubts] == told


def test_a_short_number_behind_a_label_is_told_if_it_is_unsure() -> None:
    assert unsure("Điện thoại: 09123", 95.0) == ["09123"]
    assert unsure("Điện thoại: 113", 99.0) == []


def test_a_line_that_was_read_badly_is_told_as_a_whole() -> None:
    text = "tên của mẹ\nEà luc mhzàn me min 12\nở xã này"
    sure = [99.0] * 3 + [88.0, 95.0, 90.0, 99.0, 92.0, 93.0] + [99.0] * 3
    words = [
        ReadWord(*match.span(), each) for match, each in zip(re.finditer(r"\S+", text), sure, strict=True)
    ]
    told = [text[span.start : span.stop] for span in with_doubts(page(text), words).doubts]
    assert told == ["Eà luc mhzàn me min 12"]


class Finds:
    """A detector that knows one value."""

    def __init__(self, value: str) -> None:
        self._value = value

    def find_document(self, texts: Sequence[LabelledText], *args: object, **kwargs: object) -> DocumentHits:
        hits = []
        for text in texts:
            at = text.text.find(self._value)
            reason = Reason("name_after_label")
            hits.append((Hit(at, at + len(self._value), EntityType.PERSON, 0.9, reason),) if at >= 0 else ())
        return DocumentHits(tuple(hits), ())


def scan_of(reading: Reading, value: str = "Bùi Thị Hoa") -> Scan:
    info = SourceInfo("", 0, "pdf", 1, ((600.0, 800.0),))
    return detect.find(
        info,
        reading,
        Finds(value),  # type: ignore[arg-type]
        stem="",
        key=b"k",
        known_values=(),
        progress=lambda done, total: None,
    )


def test_a_doubt_is_a_gap_unless_it_was_found_or_told() -> None:
    text = page("Bùi Thị Hoa và Trần Vãn Bả")
    told = replace(text, doubts=(range(0, 11), range(15, 26)))
    (gap,) = scan_of(Reading(texts=(told,))).gaps
    assert isinstance(gap.place, PageArea)
    assert gap.place.rects[0].x0 == 150.0
    assert not scan_of(Reading(texts=(text,))).gaps

    card = sight(EntityType.ID_IMAGE, 1, [(0, 0, 400, 40)], 0.9, "card_seen")
    on_a_card = scan_of(Reading(texts=(told,), certain=(card,)))
    assert len(gaps_left(on_a_card, ())) == 1
    assert not gaps_left(on_a_card, {"f1", "f2"})
    whole = Gap("g", GapReason.IMAGE_UNREADABLE, PageArea(1, (Rect(0, 0, 600, 800),)))
    assert scan_of(Reading(texts=(told,), gaps=(whole,))).gaps == (whole,)


def test_of_a_label_and_a_number_in_one_word_the_number_has_to_be_found() -> None:
    text = replace(page("CCCD:052199008841"), doubts=(range(0, 17),))
    assert not scan_of(Reading(texts=(text,)), "052199008841").gaps
    assert len(scan_of(Reading(texts=(text,)), "0521990088").gaps) == 1


def test_a_name_found_in_part_is_still_in_doubt() -> None:
    text = replace(page("Bùi Thị Hoaảng"), doubts=(range(0, 14),))
    assert len(scan_of(Reading(texts=(text,))).gaps) == 1
