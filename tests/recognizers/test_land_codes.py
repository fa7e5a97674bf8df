"""Certificates of land told without a label, and other papers with such numbers."""

from __future__ import annotations

import pytest
from finding import found


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("giao lại bản chính Giấy chứng nhận số BS 614 027; chìa khóa nhà", "BS 614 027"),
        ("từ chối công chứng, hoàn lại: 01 Giấy chứng nhận CA 117204, 02 căn cước", "CA 117204"),
        ("vì sổ số BĐ 208815 đứng tên hộ, thửa 12", "BĐ 208815"),
        ("Sổ đỏ ghi tên tôi, số Đ 447102, thửa 66 tờ 9", "Đ 447102"),
        ("5 sào ruộng ở cánh đồng Lộc Hạ, sổ E 022 884;", "E 022 884"),
        ("Thửa 8 tờ 3, ấp Bình Đông; GCN AĐ 44.207", "AĐ 44.207"),
        ("thông tin lô đất: số bìa DA 447 118, thửa 220", "DA 447 118"),
        ("hợp đồng tặng cho nhà đất, bản sao sổ BE 112 446.", "BE 112 446"),
        ("xem lại hồ sơ cấp giấy X 309 551 cho mảnh đất ấy", "X 309 551"),
        ("xây tường lấn sang phần đất tôi (sổ S 118 4402).", "S 118 4402"),
    ],
)
def test_certificates_are_found(text: str, number: str) -> None:
    assert number in found(text, "VN_LAND_CERT")


@pytest.mark.parametrize(
    "text",
    [
        "Sổ tiết kiệm A 123 456 gửi lấy tiền mua đất ở",
        "Giấy phép số A 123 456 xây trên thửa đất",
        "Giấy đăng ký xe số B 123456, chuyển nhượng xe",
        "Mã hàng A 123456, giấy A4 70 gsm",
        "số A 123 456 trên thửa đất",
        "Sổ hộ khẩu H 123 456",
        "Giấy ra vào K 123456 của khách",
        "sổ E 022 884",
        "Phiếu giấy X 309 551",
        "Quyết định số 12/QĐ, diện tích đất ở 120 m2, giấy in 500 tờ",
        "Sổ BHXH số A 123 456",
        "Giấy chứng nhận xuất xứ D 123456 của lô hàng",
    ],
)
def test_other_papers_are_not(text: str) -> None:
    assert found(text, "VN_LAND_CERT") == []


def test_new_numbers_of_parcels_are_found() -> None:
    text = "thay đổi số thửa từ 418 thành 77, tờ bản đồ từ 03 thành 16; diện tích từ 360 m2 thành 371 m2"
    assert found(text, "VN_LAND_PARCEL") == ["418", "77", "03", "16"]
