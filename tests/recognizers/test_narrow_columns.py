"""Running text in narrow columns is read as if its lines had not been broken; lists, forms, chats and verses are not."""

from __future__ import annotations

import textwrap

import pytest
from finding import pairs

from recognizers.folding import BORDER, fold
from recognizers.narrow_columns import unwrapped

_STORY = (
    "Hôm qua tổ hòa giải đã đến nhà ông Nguyễn Hữu Khang ở số 14 ngõ 5 phố Lê Lợi, phường Hà Đông, để nghe hai bên nói"
    " về bức tường chung. Ông cho biết đã gọi vào số 0912 345 678 nhiều lần nhưng không ai trả lời, nên mới nhờ bà Trần"
    " Thị Mộng Cầm làm chứng và chuyển tiền vào tài khoản số 6707 205 009 897 như đã hứa."
)


@pytest.mark.parametrize("width", [14, 16, 20, 24, 30, 40])
def test_values_over_several_lines_are_found_whole(width: int) -> None:
    text = textwrap.fill(_STORY, width)
    whole = [(kind, value) for kind, value in pairs(_STORY)]
    assert {kind for kind, _ in whole} == {"PERSON", "VN_ADDRESS", "VN_PHONE", "VN_BANK_ACCOUNT"}
    assert [(kind, value.replace("\n", " ")) for kind, value in pairs(text)] == whole


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Số CCCD:\n079\n185\n001\n234", "VN_PERSONAL_ID", "079\n185\n001\n234"),
        ("SĐT: 0912\n345\n678\nĐịa chỉ: thôn 2", "VN_PHONE", "0912\n345\n678"),
        ("Điện thoại:\n0912\n345\n678 gặp chị", "VN_PHONE", "0912\n345\n678"),
        ("STK: 1903\n4567\n8910\n12 Techcombank", "VN_BANK_ACCOUNT", "1903\n4567\n8910\n12"),
        ("Số tài khoản\n6707\n205\n009\n897\ntại Agribank", "VN_BANK_ACCOUNT", "6707\n205\n009\n897"),
        ("Mã số BHXH: 7911\n2233\n44", "VN_BHXH", "7911\n2233\n44"),
    ],
)
def test_a_number_with_a_group_on_each_line_is_found(text: str, kind: str, value: str) -> None:
    assert (kind, value) in pairs(text)


@pytest.mark.parametrize(
    "text",
    [
        "Số phiếu: 12\n34\n56",
        "Điện thoại: 19001234\n12\n34",
        "Mã đơn: 0912\n345\n678",
        "Tài khoản kế toán: 1311\n1388\n3341",
        "Số lượng\n120\n345\n678",
        "Số bàn thắng: 3\n2\n1\n4",
        "Trang:\n112\n113\n114\n115",
    ],
)
def test_numbers_below_each_other_are_left(text: str) -> None:
    assert pairs(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Nguyễn Văn An\nTrần Thị Bình\nLê Hoàng Cường\nPhạm Minh Dũng\nVũ Thu Hà\nĐỗ Quang Huy",
        "Họ và tên: Lê Văn An\nNgày sinh: 12/03/1990\nQuê quán: Nam Định\nSố CCCD: 036090001234\nĐiện thoại: 0912345678",
        "cam 35.000\nxoài 42.000\nbưởi 60.000\nchôm chôm 30.000\nmít 15.000\nổi 20.000",
        "an: mai mấy giờ đi\nbình: 7h nhé\nan: ok\nhà: chở t với\nbình: ừ qua đón\nan: nhớ mang ô",
        "Trăng ơi từ đâu đến\nHay từ cánh rừng xa\nTrăng hồng như quả chín\nLửng lơ lên trước nhà\n\nmẹ\nơi",
        "1 2\n3 4\n5 6\n7 8\n9 10",
        "- gạo tẻ loại ngon\n- nước mắm cốt\n- đường cát trắng\n- dầu ăn loại hai lít\n- muối",
        "STT\nHọ tên\nLớp\n1\nLê An\n10A\n2\nVũ Bình\n10B",
        "một dòng rất dài đi hết cả trang giấy nên không phải là cột báo hẹp nào cả\nhai\nba\nbốn\nnăm",
    ],
)
def test_lists_forms_chats_and_long_lines_keep_their_breaks(text: str) -> None:
    assert unwrapped(text, BORDER) == text


def test_the_text_keeps_its_length_and_other_breaks() -> None:
    text = f"{textwrap.fill(_STORY, 20)}\n\nHọ tên: Lê An\n{BORDER}\nhai\nba"
    folded = fold(text)
    assert len(folded.text) == len(text)
    assert folded.text.endswith(f"\n\nHọ tên: Lê An\n{BORDER}\nhai\nba")
    assert folded.text.startswith(_STORY[:40])


def test_a_bullet_and_a_label_in_running_text_begin_lines() -> None:
    text = (
        textwrap.fill(_STORY, 20).replace("\nông cho biết", "\n- ông cho biết")
        + "\n- và một điều nữa\nSố tiền: 500"
    )
    assert "\n- và" in unwrapped(text, BORDER)
    assert "\nSố tiền:" in unwrapped(text, BORDER)
