"""Accounts, phones, old cards and service numbers that notes tell without a form, and what looks like them."""

from __future__ import annotations

import pytest
from finding import found, hits, pairs


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("em lỡ ck nhầm 4.300.000 vào số 0651 0041 90082 tên tran thi my dung", "VN_BANK_ACCOUNT", "0651 0041 90082"),
        ("ck vcb 1044 771 820 pham nhat lam ghi acc", "VN_BANK_ACCOUNT", "1044 771 820"),
        ("Trâm Anh: ngân hàng tpb 0417 7720 118 bhxh 2420118447", "VN_BANK_ACCOUNT", "0417 7720 118"),
        ("giữ thẻ atm 0884 1770 42 pin 6868", "VN_BANK_ACCOUNT", "0884 1770 42"),
        ("thẻ ATM Đông Á số 0192366510", "VN_BANK_ACCOUNT", "0192366510"),
        ("tk 4821 0990 1107 la quang an", "VN_BANK_ACCOUNT", "4821 0990 1107"),
        ("chị Mai Phương nhận 8.000.000 đồng vào 0671 0053 81750.", "VN_BANK_ACCOUNT", "0671 0053 81750"),
        ("Nhận tiền: 7200 2058 14570 (vợ)", "VN_BANK_ACCOUNT", "7200 2058 14570"),
        ("Ai ủng hộ: 31410002277801 BIDV NGUYEN THI NGA", "VN_BANK_ACCOUNT", "31410002277801"),
        ("nộp số tiền quá hạn vào tài khoản 3500205118846 đứng tên Quý khách", "VN_BANK_ACCOUNT", "3500205118846"),
        ("gửi tại Quỹ một sổ kỳ hạn 13 tháng, số sổ AB 0071835, số tiền 120.000.000", "VN_BANK_ACCOUNT", "AB 0071835"),
        ("“Nguyễn Hoàng Tùng VCB 0371000455926”.", "VN_BANK_ACCOUNT", "0371000455926"),
        ("1/ Hải Đào (không cùng sổ hộ khẩu)\n2/ đồng nghiệp - 0912140454\n3/ bạn", "VN_PHONE", "0912140454"),
        ("anh Phúc – chưa có sổ đỏ – 0917 882 044", "VN_PHONE", "0917 882 044"),
        ("con trai tôi ký thay, số nó 0867 204 118", "VN_PHONE", "0867 204 118"),
        ("bác Lũy 0613.822.118 (số cũ)", "VN_PHONE", "0613.822.118"),
        ("liên hệ 0243 . 851 . 5989 nhé anh", "VN_PHONE", "0243 . 851 . 5989"),
        ("số bả 0915/283/607, gọi sau 5h", "VN_PHONE", "0915/283/607"),
        ("Lh 0️⃣909.447.118 gặp Thoa", "VN_PHONE", "0️⃣909.447.118"),
        ("Bích Đào, 1964, 046164005583\nđồng ủy quyền cho cháu", "VN_PERSONAL_ID", "046164005583"),
        ("Nhận tin: 0203.6559.528. Giấy tờ: 022177 003 184", "VN_PERSONAL_ID", "022177 003 184"),
        ("mẹ vợ - Lê Thị Mộng Tuyền - 1959 - 280417221", "VN_CMND", "280417221"),
        ("Bà Tống Thị Lượm; 161884027; xóm Đông", "VN_CMND", "161884027"),
        ("Giấy tờ: 330118472, làm lễ 3 ngày", "VN_CMND", "330118472"),
        ("số cũ 063 204 118, số mới 010079004472", "VN_CMND", "063 204 118"),
        ("căn cước số 0757410, cấp năm 1957", "VN_CMND", "0757410"),
        ("Lữ đoàn 409, số quân nhân 18 440 771; từ 2021", "MILITARY_ID", "18 440 771"),
        ("học viên cảnh sát Đảm, số hiệu 614-884", "MILITARY_ID", "614-884"),
        ("đảng viên chi bộ 3, số thẻ 31 118402", "MILITARY_ID", "31 118402"),
    ],
)  # fmt: skip
def test_numbers_are_found(text: str, kind: str, number: str) -> None:
    assert number in found(text, kind)


@pytest.mark.parametrize(
    "text",
    [
        "chuyển khoản 4.300.000 vào ngày 12/05/2024",
        "ck 20 triệu vào quỹ lớp, còn 1.200.000",
        "Máy ATM số 01270044 nuốt thẻ",
        "ATM Vincom 00436380 hết tiền",
        "nhận tiền: 12.500.000.000 đồng",
        "sổ số 12 quyển AB 0071835 của kho",
        "Hạch toán tk 131 sang tk 511: 120.000.000",
        "mã số 0917882044 của đơn hàng",
        "Số hợp đồng 0912140454, bảo hành 2 năm",
        "tổng 1.959 hộ - 280.417.221 đồng",
        "doanh thu 280417221 đồng, lãi 161884027 đồng",
        "Công ty Hoa Mai - 1959 - 280 mét",
        "số hiệu 614-884 của máy bơm",
        "số thẻ kho 31 118402",
        "Quyết định số 18 440 771 về giá",
        "giấy tờ: 3 bản chính, 2 bản sao",
        "Số cũ 063 204 118 của công tơ, số mới 12",
        "0865,220 kg và 0,914 kg",
        "0915/QĐ-UBND/2024",
        "bán 046164 con, 164005583 đồng",
        "thể tích 12 345 678 lít, số quầy 614-884",
        "tàu SE3 chạy 0243 . 8 giờ",
        "nặng 0613.8 g",
        "12345678 đồng nghiệp",
    ],
)
def test_look_alikes_are_left(text: str) -> None:
    kinds = {"VN_BANK_ACCOUNT", "VN_PHONE", "VN_PERSONAL_ID", "VN_CMND", "MILITARY_ID"}
    assert [pair for pair in pairs(text) if pair[0] in kinds] == []


def test_offices_accounts_stay() -> None:
    for text in (
        "Ủng hộ quỹ xin gửi: 31410002277801 BIDV Hội Chữ thập đỏ tỉnh",
        "Công ty TNHH Hòa Bình, số tài khoản 31410002277801 BIDV",
        "Công ty TNHH Hòa Bình - MST: 0312884467; TK: 19034466128013 – Techcombank",
    ):
        assert all(hit.keep for hit in hits(text) if hit.entity_type.value == "VN_BANK_ACCOUNT")
