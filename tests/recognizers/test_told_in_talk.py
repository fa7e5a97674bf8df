"""Screen names, numbers read out, boxes of departments and accounts, as people pass them on in talk."""

from __future__ import annotations

import pytest
from finding import found

_ACCOUNT = "SOCIAL_ACCOUNT"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("kaito_no1: cho t mượn acc cày hộ\nToản: rank r nè ae\nkaito_no1: ok luôn bạn", "kaito_no1"),
        ("★☆☆☆☆ đánh giá bởi lananh_8x – 12-11-2025", "lananh_8x"),
        ("order xong nhắn fb nhok.koy.bd giúp em", "nhok.koy.bd"),
        ("WARN auth - user=bs_khanhlinh bad password", "bs_khanhlinh"),
        ("tài khoản garena toanxuan2k6 còn full tướng", "toanxuan2k6"),
    ],
)
def test_screen_names_are_found_by_where_they_stand(text: str, name: str) -> None:
    assert name in found(text, _ACCOUNT)


@pytest.mark.parametrize(
    "text",
    [
        "line2: mở tệp và đọc\naddress1: số nhà và đường\nphone2: số phụ của khách",
        "order_id=DH4417 status=ok\nmax_size: 20\ndb_host: pg-02",
        "Tải file báo cáo bởi kho.xlsx rồi gửi lại",
        "fb shopxinh.com giảm giá",
    ],
)
def test_names_of_fields_files_and_sites_are_no_screen_names(text: str) -> None:
    assert found(text, _ACCOUNT) == []


@pytest.mark.parametrize(
    ("text", "entity_type", "number"),
    [
        (
            "số em là không chín hai bốn bốn bảy một một tám hai nha",
            "VN_PHONE",
            "không chín hai bốn bốn bảy một một tám hai",
        ),
        (
            "khong chin ba tam hai hai khong bon bon bay",
            "VN_PHONE",
            "khong chin ba tam hai hai khong bon bon bay",
        ),
        (
            "căn cước không bốn hai không tám bảy không một một chín bốn không",
            "VN_PERSONAL_ID",
            "không bốn hai không tám bảy không một một chín bốn không",
        ),
    ],
)
def test_numbers_read_out_digit_by_digit_are_found(text: str, entity_type: str, number: str) -> None:
    assert found(text, entity_type) == [number]


def test_counting_is_no_number() -> None:
    text = "không đếm một hai ba bốn năm sáu bảy tám chín mười"
    assert found(text, "VN_PHONE") == found(text, "VN_PERSONAL_ID") == []


@pytest.mark.parametrize(
    "text", ["passport E 7782 0441 in the name of", "quốc tịch Bangladesh – HC/PP EB 0447 118"]
)
def test_passports_of_other_countries_may_be_written_in_groups(text: str) -> None:
    assert found(text, "VN_PASSPORT")


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("luong@fastship.example.vn", True),
        ("tuyendung.hn@abc.example.vn", True),
        ("ten@vidu.vn", True),
        ("luong@gmail.com", False),
        ("hr.lan@congty.example.vn", False),
        ("nguyenvantuyen@congty.example.vn", False),
    ],
)
def test_boxes_of_departments_may_stay(address: str, kept: bool) -> None:
    assert (found(f"Gửi về {address} trước thứ sáu", "EMAIL") == []) is kept


@pytest.mark.parametrize(
    ("text", "account"),
    [
        ("quỹ do chị Hà giữ, 1903 2204 7718 01 Tech", "1903 2204 7718 01"),
        ("em gửi Đông Á 0107 4471 88", "0107 4471 88"),
        ("vcb 0447 1180 220 Hà", "0447 1180 220"),
    ],
)
def test_accounts_stand_beside_the_short_name_of_a_bank(text: str, account: str) -> None:
    assert found(text, "VN_BANK_ACCOUNT") == [account]


@pytest.mark.parametrize(
    "text", ["mã đơn 220447118820 Tech Zone", "mã hàng 8936284401628 Việt Á", "vcb giảm phí 2204 4711"]
)
def test_codes_beside_shops_and_regions_are_no_accounts(text: str) -> None:
    assert found(text, "VN_BANK_ACCOUNT") == []
