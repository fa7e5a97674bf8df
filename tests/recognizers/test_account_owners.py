"""Whose an account is that an organisation is named before."""

import pytest

from recognizers.detection import Detector
from recognizers.entities import EntityType


def _keeps(text: str) -> list[str]:
    return [hit.keep for hit in Detector().find(text) if hit.entity_type is EntityType.VN_BANK_ACCOUNT]


@pytest.mark.parametrize(
    "organisation",
    [
        "Hội Nông dân xã Ia Sao",
        "Quỹ tín dụng nhân dân Ea Tul",
        "Gara Minh Hải",
        "Khách sạn Biển Nhớ",
        "Công ty TNHH Bao bì Trung Kiên",
    ],
)
def test_what_is_paid_to_an_organisation_is_its_own(organisation: str) -> None:
    text = f"Chuyển khoản về {organisation}, số tài khoản 028685631505 tại Vietcombank."
    assert _keeps(text) == ["organisation_data"]


@pytest.mark.parametrize(
    "text",
    [
        "Chị Hoa nhận lương qua Ngân hàng Á Châu, số tài khoản 028685631505",
        "Bà Hoa, nhân viên Công ty An Bình, số tài khoản 028685631505",
        "Chuyển vào Ngân hàng Vietcombank chi nhánh Huế, tài khoản 0286856315",
        "Ông Lê Văn Tám, Phòng khám Tâm Đức, tài khoản 0286856315",
        "Gửi cho em Nguyễn Văn Nam, Trường THPT Lê Lợi, tài khoản 0286856315",
    ],
)
def test_a_bank_and_where_somebody_works_own_nothing(text: str) -> None:
    assert _keeps(text) == [""]


def test_accounts_in_english() -> None:
    block = (
        "Supplier: Mai Linh Packaging Co., Ltd\nHead office: 15 Nguyen Van Cu Street, Long Bien, Hanoi\n"
        "Account No: 1020 5566 7781 at VietinBank"
    )
    letter = "Please pay to our client's account 1044 7118 2045, not to our firm's account 0118 4067 0002."
    assert _keeps(block) == ["organisation_data"]
    assert _keeps(letter) == ["", "organisation_data"]


@pytest.mark.parametrize(
    "text",
    [
        "ck về 1956 7195 01 VPBank cty Hoa Mai nhé",
        "cọc 500k stk 0601 8847 2210 sacombank công ty bánh Ngọt Ngào",
        "chuyển khoản cty VPP Hồng Hà stk 0011004288190 vcb, ghi nội dung",
        "nộp qua tk trường 1184 0735 26 Nam Á Bank",
        "STK 0071000123456 - ACB - Trường Tiểu học Kim Đồng",
        "CK VÀO 1903 6644 8210 17 TECHCOMBANK – MN SAO KHUE, NỘI DUNG: SOC LA3 T11",
    ],
)
def test_the_firm_behind_the_bank_or_right_before_the_number_owns_it(text: str) -> None:
    assert _keeps(text) == ["organisation_data"]


@pytest.mark.parametrize(
    "text",
    [
        "lương chuyển vào stk 0011004288190 vcb, công ty Hoa Mai trả",
        "Nguyễn Văn Lợi stk 0011004288190 VCB công ty Hoa Mai",
        "chuyển khoản cho Nguyễn Văn Lâm công ty Hoa Mai stk 0011004288190 VCB",
    ],
)
def test_where_somebody_named_works_is_not_the_owner(text: str) -> None:
    assert _keeps(text) == [""]


@pytest.mark.parametrize(
    "text",
    [
        "STK 0071000123456 - ACB - Trương Thị Mai",
        "CK VÀO 1903 6644 8210 17 TECHCOMBANK – MAN SAO KHUE, NỘI DUNG: SOC LA3 T11",
        "STK Trường 0071000123456 Vietcombank",
        "Em gửi stk của Trường 0071000123456 ACB nhé chị Lan.",
        "Chuyển tiền stk 0071000123456, chủ tài khoản: Trương Văn Nam",
    ],
)
def test_somebody_called_like_a_school_owns_an_account(text: str) -> None:
    assert _keeps(text) == [""]


@pytest.mark.parametrize(
    ("text", "keep"),
    [
        ("Chị chuyển stk Quý 0071000123456 Vietcombank nhé", ""),
        ("Chuyển tiền stk 0071000123456, chủ tk: Cúc", ""),
        ("Đóng vào stk quỹ 0071000123456 Vietcombank nhé", "organisation_data"),
        ("Số tài khoản: 0071000123456 của Cục Thuế Hà Nội", "organisation_data"),
    ],
)
def test_accents_tell_a_fund_from_somebody_called_quy(text: str, keep: str) -> None:
    assert _keeps(text) == [keep]
