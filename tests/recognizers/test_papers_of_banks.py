"""What the papers of banks, insurers and dealers say that looks like people, accounts and debts, and is or is not."""

from __future__ import annotations

import pytest
from finding import found


@pytest.mark.parametrize(
    "text",
    [
        "Dư nợ kỳ trước: 7.618.900. Dư nợ cuối kỳ: 11.204.550. Hoàn cọc trong 5 ngày. Kỳ trả nợ: ngày 25",
        "- Dư nợ ngắn hạn: 0 – Dư nợ trung hạn: 212 – Nhóm nợ: 1",
        "Người thụ hưởng: VIB – CN Đà Nẵng.",
        "Người thụ hưởng: Agribank Ba Vì",
        "Đại lý: Toyota An Sương; nơi mua: Prudential Tây Đô",
        "Kính gửi: Hyundai Ngọc An\nBên bán: Honda Phát Tiến",
        "[00:11] ĐTV: Dạ em nghe ạ\n[00:20] KH: Anh hỏi khoản vay\n[00:27] ĐTV: Dạ vâng ạ",
    ],
)
def test_words_of_money_and_branches_are_nobody(text: str) -> None:
    assert found(text, "PERSON") == []


def test_the_owner_of_an_account_behind_his_bank_is_somebody() -> None:
    assert found("Người thụ hưởng: Techcombank Trần Văn Lộc", "PERSON") == ["Trần Văn Lộc"]
    assert "Dư" in found("Chị cho anh Dư nợ 5 triệu", "PERSON")


@pytest.mark.parametrize(
    "text",
    [
        "Tôi là chủ thẻ 4726 5900 4471 8820 bị trừ tiền hôm qua",
        "Khách mất thẻ Visa 4726-5900-4471-8820, xin khóa",
        "my card 5412 7534 1182 0093 was charged twice",
    ],
)
def test_who_speaks_of_a_card_means_one_whatever_its_check_digit(text: str) -> None:
    assert len(found(text, "BANK_CARD")) == 1


def test_sixteen_digits_of_an_order_are_no_card() -> None:
    assert found("Mã đơn 4726 5900 4471 8820, gọi lại sau", "BANK_CARD") == []


@pytest.mark.parametrize(
    "text",
    [
        "Cho biết số dư đầu kỳ TK 112: 350.000.000.",
        "Kết chuyển TK 632: 48.500.000 sang TK 911",
    ],
)
def test_sums_of_bookkeeping_accounts_are_no_accounts(text: str) -> None:
    assert found(text, "VN_BANK_ACCOUNT") == []


@pytest.mark.parametrize(
    "text",
    [
        "Số tiền còn phải thanh toán: 3.657.600 đồng, hạn 30/11/2025",
        "Số tiền thanh toán tối thiểu: 560.228",
        "Kỳ trước chưa thanh toán: 163.200 đồng",
    ],
)
def test_what_a_bill_says_is_still_to_be_paid_is_a_debt(text: str) -> None:
    assert found(text, "DEBT") != []


def test_what_stands_behind_relations_of_credit_is_no_family() -> None:
    text = "Quan hệ tín dụng: BIDV Thái Bình 14 tỷ, VPBank 3 tỷ, nhóm 1"
    assert found(text, "FAMILY_RELATION") == []
    assert found("Tình trạng cư trú: sở hữu nhà riêng", "VN_ADDRESS") == []


def test_the_fixed_line_of_a_banks_department_may_stay() -> None:
    assert found("liên hệ: Phòng Khách hàng cá nhân, điện thoại 0238 3566 168", "VN_PHONE") == []
