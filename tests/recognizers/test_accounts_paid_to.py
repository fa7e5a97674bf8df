"""Accounts named by the way of the money alone, and the accounts of those who employ."""

from __future__ import annotations

import pytest
from finding import found, hits


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("thống nhất để ông Quang đứng ra nhận, chuyển về 1555 544 689921.", "1555 544 689921"),
        ("Nhận thù lao qua:    5888.3346.607.324", "5888.3346.607.324"),
        ("tiền công bắn vào 1903 6622 8140 17 nhé", "1903 6622 8140 17"),
        ("0140217     CK 19217592247899 VU KHAC TU TRA NO", "19217592247899"),
        ("Chuyển khoản: ACB ***44918", "***44918"),
        ("em ck 500k phí nha 9084 0506 067 ocb", "9084 0506 067"),
    ],
)
def test_numbers_money_goes_to_are_accounts(text: str, number: str) -> None:
    assert found(text, "VN_BANK_ACCOUNT") == [number]


@pytest.mark.parametrize(
    "text",
    [
        "chuyển về 300 000 000 đồng cho chi nhánh",
        "đặt cọc chuyển khoản 15.000.000 trước ngày 20/12",
        "chuyển về kho 2 thùng 1555 cái",
        "Gửi vào 02/11/2025 lúc 19:03, mã FT2533044718",
    ],
)
def test_sums_and_counts_are_not(text: str) -> None:
    assert found(text, "VN_BANK_ACCOUNT") == []


@pytest.mark.parametrize(
    "head", ["A. NGƯỜI SỬ DỤNG LAO ĐỘNG", "BÊN SỬ DỤNG LAO ĐỘNG (BÊN A)", "NGƯỜI SỬ DỤNG LAO ĐỘNG:"]
)
def test_an_employers_block_is_its_own_whoever_represents_it(head: str) -> None:
    text = (
        f"{head}\nĐại diện: Ông Trà Quang Sơn        Chức vụ: Giám đốc\n"
        "Địa chỉ: thôn 2, xã Hiệp Đức, thành phố Đà Nẵng\nĐiện thoại: 0235 3883 749          Mã số thuế: 4000 438 182\n"
        "Số tài khoản: 5931 0000 784 188 – BIDV Quảng Nam\nB. NGƯỜI LAO ĐỘNG\nÔng: Bhling Hạnh\n"
        "Địa chỉ: thôn Bhơ Hôông, xã Sông Kôn\nTài khoản: 0041 0008 7722 1 Vietcombank\n"
    )
    open_values = {text[hit.start : hit.end] for hit in hits(text) if not hit.keep}
    assert open_values == {"Bhling Hạnh", "thôn Bhơ Hôông, xã Sông Kôn", "0041 0008 7722 1"}


@pytest.mark.parametrize(
    "text",
    ["Tài khoản công ty: 0251 0027 1221 8 Vietcombank.", "Tài khoản thu hộ: 1020 0031 2162 tại VietinBank."],
)
def test_an_account_that_is_said_to_be_a_firms_is_kept(text: str) -> None:
    assert found(text, "VN_BANK_ACCOUNT") == []


def test_the_account_of_a_groups_leader_is_theirs() -> None:
    text = "Tiền khoán chi trả 2 lần qua tài khoản trưởng nhóm 4216 205 004 718."
    assert found(text, "VN_BANK_ACCOUNT") == ["4216 205 004 718"]


@pytest.mark.parametrize(
    "text",
    [
        "Bà Lụa nộp phạt tại KBNN khu vực II, tài khoản 3949.0.1054.118, trong 10 ngày.",
        "Nộp vào KBNN khu vực XVII, TK 7111.1054.447; quá hạn tính tiền chậm nộp",
        "Công đức xin gửi tài khoản Ban Quản lý di tích 3713 0 1106417, xin cảm ơn.",
        "Thân chủ chuyển: STK 118 447 2024 01, VPLS Hoàng Trí, MB Điện Biên Phủ.",
        "Học phí: tài khoản số 2141 0000 118447, Trường Cao đẳng Than, BIDV Quảng Ninh",
        "Tài khoản: 0071 0044 7118 - Công ty TNHH Minh Long, Vietcombank",
    ],
)
def test_an_account_of_the_treasury_or_with_an_organisation_behind_it_is_kept(text: str) -> None:
    assert found(text, "VN_BANK_ACCOUNT") == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Chuyển lương vào tài khoản 0231 0004 4711, Ngân hàng Quân đội", "0231 0004 4711"),
        ("Ông Bảy, số tài khoản 060 2241 77190, chi nhánh Gò Dầu", "060 2241 77190"),
        ("nộp tại kho bạc xong thì trả chị vào tài khoản của chị Hoa 0441 000 884 471", "0441 000 884 471"),
        ("Số tài khoản của em 3713 205 110641 Agribank", "3713 205 110641"),
    ],
)
def test_a_bank_behind_an_account_does_not_own_it(text: str, number: str) -> None:
    assert found(text, "VN_BANK_ACCOUNT") == [number]
