"""Lines of programs, mark-up and dumps told from what people write."""

from __future__ import annotations

import time

import pytest
from finding import found

from recognizers.entities import EntityType
from recognizers.folding import fold
from recognizers.program_text import in_program, no_text

_MANUAL = """To remove a listener, call emitter.removeListener('event', listener).
The same is done by emitter.off(eventName) and by Emitter::clear().
    setDepthLimit(limit);
Each of them returns what emitter.listeners() returned before.
"""
_STYLE = "pre {\n    color: #000000;\n    margin: 0 auto;\n    padding: 1em;\n}\nh1 {\n    color: #ff0000;\n    margin: 1em;\n}\n"


@pytest.mark.parametrize(
    "text", [_MANUAL, _STYLE, "Cài đặt: chạy `npm install --save-dev` rồi gọi `build()`.\n" + _MANUAL]
)
def test_functions_and_rules_of_style_make_a_program(text: str) -> None:
    assert in_program(fold(text), len(text) // 2, len(text) // 2 + 4)


@pytest.mark.parametrize(
    "text",
    [
        "Bên A (ông Lò Văn Én) giao cho Bên B (bà Vi Thị Nụ) số tiền 20.000.000đ (hai mươi triệu);\nBên B nhận đủ;\n"
        * 4,
        "Kính gửi: Phòng Tư pháp\n- Họ tên: Quàng Văn Pó;\n- Ngày sinh: 02/03/1990;\n- Địa chỉ: bản Pọng;\n"
        * 3,
        "mk wifi: hoabinh_2024 -> nhớ đổi\nzalo: ut_lan92, fb.com/ut.lan\nmail ut.lan@thuphap.example\n" * 3,
        '{"ten": "Lò Thị Én", "sdt": "0912000111", "dia_chi": "bản Pọng"}\n' * 5,
        "<td>Lò Thị Én</td><td>0912000111</td>\n" * 5,
        "THÔNG BÁO (lần 2): điểm thi [khối A], ca 1->2, xem tại https://truong.example/diem?lop=12a1\n" * 4,
        _MANUAL.splitlines()[0] + "\n" + "Cảm ơn anh Thào A Lử đã góp ý cho bản hướng dẫn này.\n" * 40,
    ],
)
def test_papers_talk_and_data_are_no_program(text: str) -> None:
    assert not in_program(fold(text), len(text) // 2, len(text) // 2 + 4)


def test_far_from_its_lines_a_text_is_no_program() -> None:
    text = _MANUAL + "Người liên hệ là chị Thào Thị Mỷ ở bản Pọng. " * 60
    assert in_program(fold(text), 20, 24)
    assert not in_program(fold(text), len(text) - 20, len(text) - 16)


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("2.246907359526948937e+02 2.051158858061974115e+02", "246907359526948937"),
        ("2.246907359526948937e+02 2.051158858061974115e+02", "02"),
        ("ty le 0.00417728193104", "00417728193104"),
        ("lr = 2e-5 cho 10 vòng", "5"),
        ("00000020  00 05 64 69 66 66 09 0a 3e 30 3d", "64 69 66 66"),
        ("Thay &#x111;&#xF4;i c&#x1ED9;t", "xF4"),
        ("url(" + "d09GRgABAAAAAGVw/7cm4CPyJIVx" * 3 + ")", "7cm4CPyJIVxd09GR"),
    ],
)
def test_pieces_of_numbers_bytes_and_data_are_no_text(text: str, piece: str) -> None:
    at = text.index(piece)
    assert no_text(fold(text), at, at + len(piece))


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("gọi 0234.3822325 gặp văn thư", "0234.3822325"),
        ("gọi 0912.3456789", "3456789"),
        ("số 7111.1054321 ngày 2/3", "7111.1054321"),
        ("thẻ 97 04 36 11 22 33 44 55", "97 04 36 11 22 33 44 55"),
        ("đt 09 12 34 56 78", "09 12 34 56 78"),
        ("mật khẩu Hoa&#Sen2024", "Sen2024"),
        ("tọa độ 21.0285111, 105.8542441", "105.8542441"),
        ("token " + "d09GRgABAAAAAGVw7cm4CPyJIVx" * 2, "d09GRgABAAAAAGVw7cm4CPyJIVx" * 2),
        ("STK 1010.0071.8842 VCB", "1010.0071.8842"),
    ],
)
def test_telephones_accounts_and_secrets_are_text(text: str, piece: str) -> None:
    at = text.index(piece)
    assert not no_text(fold(text), at, at + len(piece))


def test_nobody_speaks_in_rules_of_style() -> None:
    assert found(_STYLE * 3, EntityType.PERSON) == []
    assert "Hoa" in found(
        "Hoa: mai mình đi nha\nMinh: ừ, mấy giờ?\nHoa: 7h nha\nMinh: ok nha\n", EntityType.PERSON
    )


@pytest.mark.parametrize(
    "piece", ["aB", "a_a", "a[a+", "{#a", "--a-", "  ", "a: ", "a(", ":a", "00 ", "1.2", "a ,>"]
)
def test_a_long_word_is_read_once(piece: str) -> None:
    """A word of a hundred thousand letters would take a minute if each of its letters began another search."""
    text = piece * 40_000
    began = time.process_time()
    in_program(fold(text), 5, 9)
    no_text(fold(text), 5, 9)
    assert time.process_time() - began < 3
