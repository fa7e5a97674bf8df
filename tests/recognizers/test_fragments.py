"""Pieces of links, codes and numbers are nobody's; names, homes and flats beside such marks are whole."""

import pytest

from recognizers import table_rereading
from recognizers.fragments import in_link, is_piece
from recognizers.results import TableHits
from recognizers.table_rereading import reread_table
from recognizers.tagger import Tags
from recognizers.words import words


def _place(text: str, part: str) -> tuple[str, int, int]:
    start = text.index(part)
    return text, start, start + len(part)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("https://anh.example.vn/uploads/huyen_IMG_3481.jpg", "huyen"),
        ("https://anh.example.vn/736x/9f/2a/11.png?size=large&key=9Tx", "9Tx"),
        ("xem www.minhanh.example.vn/lien-he nhé", "minhanh"),
        ("images/products/31/tam-mdf-amy.jpg", "amy"),
        (r"D:\So lieu\thi_dua\hung_ha.xlsx", "hung"),
        ("/home/app/bao_cao/son_tay.sqlite", "son"),
        ("url('https://fonts.example.com/css2?family=Karla')", "Karla"),
    ],
)
def test_a_word_of_a_link_or_path_is_inside_it(text: str, part: str) -> None:
    assert in_link(*_place(text, part))


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Hùng/Lan đi cùng", "Hùng"),
        ("12/4 Lê Lợi, Huế", "Lê Lợi"),
        ("chị Trang (https://anh.example.vn/a.jpg)", "Trang"),
        ("gửi cho Minh\nhttps://anh.example.vn", "Minh"),
        ("Q.1/TP.HCM", "Q.1"),
        ("an.nguyen@example.vn", "an.nguyen"),
        ("fb.com/doanh.kha", "fb.com/doanh.kha"),
        ("01/02/1990", "1990"),
        ("https://anh.example.vn/a.jpg", "https://anh.example.vn/a.jpg"),
        ("Lan;https://anh.example.vn/a.jpg", "Lan"),
        ("0903123456,www.anh.example.vn", "0903123456"),
    ],
)
def test_what_stands_beside_a_link_or_a_stroke_is_not(text: str, part: str) -> None:
    assert not in_link(*_place(text, part))


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("DKP1231", "DKP"),
        ("DKP1231", "1231"),
        ("HUET1204", "HUET1204"),
        ("ba_dinh", "dinh"),
        ("105.8032570000001", "8032570000001"),
        ("105.8032570000001", "105"),
        ("1.35e+07", "35"),
        ("2e+08", "2"),
        ("3e+08", "08"),
        ("NV0001", "NV"),
    ],
)
def test_a_piece_of_a_code_or_a_number_is_one(text: str, part: str) -> None:
    assert is_piece(*_place(text, part))


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("CTV030837-Khuất Chiến", "Khuất"),
        ("Ngữ văn-Quỳnh.T", "Quỳnh"),
        ("K82/15 Lý Thái Tổ", "82/15 Lý Thái Tổ"),
        ("căn A12.04", "A12"),
        ("P204 nhà B", "P204"),
        ("Hùng, Lan", "Hùng"),
        ("(Minh)", "Minh"),
        ("TK 0281000447190.", "0281000447190"),
        ("Lan", "Lan"),
        ("Nguyễn Văn An1", "Nguyễn Văn An"),
        ("O'Neil", "O'Neil"),
        ("Hùng_kho", "Hùng"),
        ("Thoa_0903123456", "Thoa"),
        ("STK190312345678", "190312345678"),
        ("VCB0281000447190", "VCB0281000447190"),
    ],
)
def test_names_flats_and_whole_numbers_are_none(text: str, part: str) -> None:
    assert not is_piece(*_place(text, part))


def _added(monkeypatch: pytest.MonkeyPatch, cell: str, word: str, kind: str, things=()) -> list[str]:
    def tags(folded, found, readers, columns):
        said = [0.99 if text == word else 0.0 for text in words(folded).text]
        return Tags([kind] * len(said), said, [1 - value for value in said], [0.0] * len(said))

    monkeypatch.setattr(table_rereading, "tags", tags)
    hits = reread_table([["a", cell]], TableHits((), (), things), ())
    return [cell[hit.start : hit.end] for hit in hits.cells]


def test_the_tagger_adds_no_piece_to_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _added(monkeypatch, "ba_dinh", "dinh", "PERSON") == []
    assert _added(monkeypatch, "uploads/huyen.jpg", "huyen", "PERSON") == []
    assert _added(monkeypatch, "giao Huyen nhé", "Huyen", "PERSON") == ["Huyen"]
    assert _added(monkeypatch, "giao Huyen/Lan", "Huyen", "PERSON") == ["Huyen"]


def test_the_tagger_adds_no_names_to_a_column_of_things(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _added(monkeypatch, "Son Trinh 05", "Trinh", "PERSON", ((1, 0, 0),)) == []
    assert _added(monkeypatch, "Son Trinh 05", "Trinh", "PERSON", ((0, 0, 0),)) == ["Trinh"]
    assert _added(monkeypatch, "Son Trinh 05", "Trinh", "PERSON", ((1, 1, 9),)) == ["Trinh"]
