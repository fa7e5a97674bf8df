"""What a text shows as an example is nobody's; what people merely call one, or what stands beside a name, is found."""

from __future__ import annotations

import pytest
from finding import pairs


@pytest.mark.parametrize(
    "text",
    [
        "Nhập số điện thoại theo mẫu 0912345678 (10 số, không dấu cách)",
        "SĐT: 0123456789",
        "Mật khẩu mẫu: Abc@12345",
        "Hướng dẫn: nhập mã nhân viên, ví dụ NV00123, vào ô đầu.",
        "Cú pháp: TRACUU <số CMND> gửi 8088. Ví dụ: TRACUU 012345678 gửi 8088",
        "For example, enter 0901234567 in the Phone field.",
        "Số thẻ BHYT mẫu: GD4797931104471",
        "Ghi số hộ chiếu dạng B1234567",
        "VD: Nguyễn Văn A, sinh ngày 01/01/1990, CCCD 001090000001",
        "Điện thoại (ví dụ: 0901234567)",
    ],
)
def test_examples_are_nobodys(text: str) -> None:
    assert pairs(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Bệnh nhân Lê Văn Bảy, mã mẫu XN-004417, lấy máu lúc 7h", "MEDICAL_RECORD_NO", "XN-004417"),
        ("Mẫu số 02: anh Trần Văn Bảy, CCCD 079185001738", "VN_PERSONAL_ID", "079185001738"),
        ("Ví dụ như hôm qua anh Trần Văn Bảy (0903 118 447) gọi tới 5 lần", "VN_PHONE", "0903 118 447"),
        ("Số lạ gọi hoài, ví dụ 0903118447", "VN_PHONE", "0903118447"),
        ("SĐT: 0912345678", "VN_PHONE", "0912345678"),
        ("Nhập liệu: Trần Thị Hoa, ví dụ số 0903118447 hoặc zalo", "VN_PHONE", "0903118447"),
        ("đang dùng số 0903118447 nha", "VN_PHONE", "0903118447"),
        ("Mẫu đơn ghi ngày 2/3. Điện thoại: 0903118447", "VN_PHONE", "0903118447"),
        ("Giấy tờ tùy thân dạng thẻ, số CCCD: 079185001738", "VN_PERSONAL_ID", "079185001738"),
        ("Số CCCD: 012345678901", "VN_PERSONAL_ID", "012345678901"),
        ("Mật khẩu: Abc@12345", "CREDENTIAL", "Abc@12345"),
        ("cấp ví dụ xong thì gọi 0901234567", "VN_PHONE", "0901234567"),
        ("Hộ chiếu B1234567 cấp theo mẫu mới", "VN_PASSPORT", "B1234567"),
    ],
)
def test_what_is_real_is_found(text: str, kind: str, value: str) -> None:
    assert (kind, value) in pairs(text)
