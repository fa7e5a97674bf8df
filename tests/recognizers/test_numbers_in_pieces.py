"""Numbers cut by the ends of lines, with a last group left over, in lists behind names; and what looks like them."""

from __future__ import annotations

import pytest
from finding import found

from recognizers.detection import Detector

RULES = Detector(readers=())


def hidden(text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in RULES.find(text) if not hit.keep]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Danh bạ\nChi\nBửu\nHạp\n0788\n53 02 61\n---\nCô Mười", "0788\n53 02 61"),
        ("Cô Mười\nXiêm\n02703\n862 195\n---", "02703\n862 195"),
        ("Đắc thì đây 0903\n118 244\nanh ấy giờ ở số 5 đường Cây Keo,", "0903\n118 244"),
        ("mẹ là Lieu Thi Kim Tuyen 0909 220 6\n74\nly do: me dua toi", "0909 220 6\n74"),
        ("so can cuoc 0831\n7000\n1871\nsdt 038\n6 210\n774\no ap Thanh Hung", "038\n6 210\n774"),
        ("Khẩn cấp: 0388.77\n0.118 (chồng)", "0388.77\n0.118"),
        ("M: (+84) 98\n3 615 207\nE:", "(+84) 98\n3 615 207"),
        ("vợ Phạm Thị Lan, sinh 1953, 030153\n001 784; con Trần Thị Yến", "030153\n001 784"),
        ("xe vi pham: 51\nG-6\n18.02\nchu xe La Ngoc", "51\nG-6\n18.02"),
        ("cổng trường. Tôi thấy xe\n29H-\n771.06 lùi trúng cháu bé.", "29H-\n771.06"),
        ("E: nhan.lq@\nsovhtt.example\nThanh toán", "nhan.lq@\nsovhtt.example"),
        ("Đà Nẵng\n0774\n501 228\nuyennhi.\nart@gmail\n.com\nKỹ năng", "uyennhi.\nart@gmail\n.com"),
        ("con gửi trước 20 chai, 0071 0012 3344 8 của mợ phải hông", "0071 0012 3344 8"),
        ("Xin hoàn vào 9704 2292 0117 8830 4 hoặc tiền mặt", "9704 2292 0117 8830 4"),
        ("a) Tòng Thị Xuân - CD21-KTO-0112 - 21/12/2003 - ĐTB 1,87", "21/12/2003"),
        ("Bà Ngô Thị Thu Liễu-1976-CCCD 060176008113", "1976"),
        ("Trần Gia Tuệ (MST 8810447201), Lâm Thị Nhiên (mẹ, 8114 700 226)", "8114 700 226"),
        ("Tăng: Lường Thị Khuyến (1417 0385 91, lương 5.780.000)", "1417 0385 91"),
        ("em Hà, hẹn xem xe gọi trước 0977.44/18.02", "0977.44/18.02"),
        ("liênhệKhương0909118274 (chính chủ)", "0909118274"),
        ("gọi cô Tám 0357 118 02 44 nhé, số 0357 118 02 44", "0357 118 02 44"),
        ("Tôi tên Tô Ngọc Đường, điện thoại bàn 38 215 093.", "38 215 093"),
        ("Người gửi: Đỗ Thị Hà – 0 9 l 5 . 8 2 0 . 4 4 7", "0 9 l 5 . 8 2 0 . 4 4 7"),
        ("ok! My new number is 714-447-1182 btw", "714-447-1182"),
    ],
)
def test_is_found_whole(text: str, value: str) -> None:
    assert value in hidden(text)


@pytest.mark.parametrize(
    "text",
    [
        "0912\n345 678\n1.200",
        "Số tiền: 0912\n345 678",
        "Doanh thu 2024\n0912 345 67\n8 tháng",
        "Tổng 0988\n77 200 1",
        "mã số 0909\n118 244 của lô hàng",
        "Cột A\n0388\n771 200\n0399\n118 400",
        "Số lượng 038\n6 210\n7 cái",
        "Hóa đơn 0907\n118 224",
        "Trang 09\n12 345 678",
        "năm 2024\n12 tháng 5",
        "Điều 07\n0912 đoạn 3",
        "kho 51\nG-6 ô 18.02",
        "Mục 29\nH 771.06 trang",
        "theo dõi @\ntrang chủ.vn",
        "Đội Lê Lợi - CD21-KTO-0112 - 21/12/2003",
        "Lê Văn Tám - 1985-1990 học trường làng",
        "Công ty An Bình (8114 700 226 đồng)",
        "diện tích 1200 300 400 m2 đất",
        "hạn nộp 30/09, kỳ 0977/44/2025",
        "Mã SKU0909118274 còn hàng",
        "ABC0909118274",
        "đặt bàn 38 215 093 đồng",
        "số bàn 12, ghế 4",
        "phiên bản 714-447-1182",
        "tiêu chuẩn 2-447-1182",
        "0 0 1 2 0 0 3 0 1 4",
    ],
)
def test_what_looks_alike_stays(text: str) -> None:
    kinds = {hit.entity_type.value for hit in RULES.find(text) if not hit.keep}
    assert not kinds & {"VN_PHONE", "VN_PERSONAL_ID", "VN_PLATE", "EMAIL", "VN_BANK_ACCOUNT", "STUDENT_ID"}


def test_a_labelled_citizens_number_is_whole_by_itself() -> None:
    assert found("CCCD 0790 8500 4417 8 tuổi", "VN_PERSONAL_ID") == ["0790 8500 4417"]
