"""Papers told by a word for them: of vehicles, residence, practice, land; and what looks like them."""

from __future__ import annotations

import pytest

from recognizers.detection import Detector

RULES = Detector(readers=())


def hidden(text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in RULES.find(text) if not hit.keep]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Đăng ký xe mô tô số 0044718 do CA huyện cấp cho bà Thủy", "0044718"),
        ("2) Đăng ký xe 65 047974 – 01 bản chính", "65 047974"),
        ("Thẻ xe 148 231395. Giờ trả 17h.", "148 231395"),
        ("giấy đăng ký số 27 000918, số tem kiểm định", "27 000918"),
        ("visa DN1 00447182 hạn đến 12/2026", "DN1 00447182"),
        ("thị thực DL A0447182 đến 30/11", "DL A0447182"),
        ("Thẻ lưu trú của bà Loan: UH81840273EA.", "UH81840273EA"),
        ("có thẻ tạm trú số 1LV2-240091, ký hiệu LĐ2", "1LV2-240091"),
        ("Số visa: 447182 DL - Họ tên: Sokha Chan", "447182 DL"),
        ("hộ chiếu Hoa Kỳ số 5660 81742, địa chỉ", "5660 81742"),
        ("Khách: Oleg Petrov, h/c Nga 75 1184420", "75 1184420"),
        ("CCHN khám chữa bệnh 004471/CT-CCHN của BS Lưu Ngọc", "004471/CT-CCHN"),
        ("Chứng chỉ hành nghề dược số 447/CCHN-D-SYT-BL", "447/CCHN-D-SYT-BL"),
        ("bà Liễu đại diện theo GUQ số 1127 lập tại TLSQ", "1127"),
        ("ủy quyền cho anh Lực theo văn bản 1190/ĐSQ.", "1190/ĐSQ"),
        ("Chứng minh tôi số 330227184, CA Vĩnh Long cấp", "330227184"),
        ("đã nộp thuế đất từ 1994, mã số 8204 447 118.", "8204 447 118"),
        ("Nha khoa Việt – Phiếu điều trị số: NC-4471 ngày 16/7", "NC-4471"),
        ("chủ nhà bà Mận bán nhà 5 tầng, sổ BX 307185, đường 4m", "BX 307185"),
        ("sổ về rồi ae, DN 062835, đứng 3 tên, thửa bao nhiêu", "DN 062835"),
        ("Đất má đứng tên (AP 118447) ba đứa chia đều", "AP 118447"),
        ("tài sản đảm bảo: thửa 117 tờ 24, sổ đỏ CH 00715", "CH 00715"),
        ("nó bảo đất nó, có sổ số cb 447 118", "cb 447 118"),
        ("QSDĐ thửa 48+49, tờ 22, GCN số DĐ 118 442 / CS 09917", "CS 09917"),
        ("quyền sở hữu nhà ở và quyền sử dụng đất ở số 4417/2003", "4417/2003"),
        ("nhà đất nêu trên (GCN số 10116 218807, hồ sơ gốc)", "10116 218807"),
        ("QSDĐ thửa 48+49, tờ 22", "49"),
        ("thửa đất rẫy số 112 tờ bản đồ 9", "112"),
        ("ông Bá, thửa 72; B) bà Chiêm, thửa 73 cùng tờ 15", "15"),
        ("Thửa đất: l07   tờ: 52   loại: CLN", "l07"),
        ("Di sản: thửa 93(1), tờ 6H-II-25, 62,5 m2", "6H-II-25"),
        ("Lô đất vườn, thửa 1 1 8 tờ 6 2, thổ cư 100", "1 1 8"),
        ("Thửa / tờ        :   1 0 4 / 3 2", "1 0 4"),
        ("tờ bản đồ số 18 (cũ: 5)", "5"),
    ],
)
def test_is_found(text: str, value: str) -> None:
    assert value in hidden(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mất thẻ xe 148 231395 gửi xe tại hầm",
        "thẻ xe 0123 của bãi",
        "Đăng ký xe từ ngày 01/07/2025",
        "giấy đăng ký kinh doanh số 0312345678 của công ty",
        "thẻ Visa 12 tháng không lãi",
        "xin visa 3 tháng cho 12 người",
        "thị thực theo Luật số 47/2014/QH13",
        "hộ chiếu Việt Nam có 48 trang",
        "miễn thị thực cho hộ chiếu Hàn Quốc 45 ngày",
        "chứng chỉ hành nghề xây dựng hạng II",
        "Cấp chứng chỉ hành nghề theo Nghị định số 15/2021/NĐ-CP",
        "thẻ luật sư có thời hạn 5 năm",
        "giấy ủy quyền mẫu số 12 của ngân hàng",
        "chứng minh rằng số 330227184 là hợp số",
        "thuế suất 10%, mã số 12 của biểu thuế",
        "bệnh viện có 25 phòng, số: 12 giường",
        "lô hàng BX 307185 nhập kho, sổ kho số 12",
        "máy CB 447 118 hỏng, sổ bảo trì",
        "Sổ theo dõi CS 07714 của kho thiết bị",
        "mua 2 tờ báo, 15 tờ A4",
        "thừa 3 tờ giấy, thiếu 2 tờ",
        "thửa ruộng 2 sào, thửa vườn 300 m2",
        "thừa 12 tờ khai",
        "thửa đất nêu trên số tiền 12 triệu",
        "giấy A4 loại BH 402218",
        "tờ rơi số 6H-II-25 quảng cáo",
        "sổ lương DN 062835 của doanh nghiệp in",
        "đặt hàng AP 118447 giao sớm",
        "đất hiếm REE 118447 tấn",
        "đạt chuẩn AP 118447 của sản phẩm",
        "quyền sở hữu trí tuệ số 4417/2003",
        "hồ sơ gốc gồm 12 trang",
        "hs: toán 12 điểm",
        "SỐ KB: phòng họp tầng 3",
    ],
)
def test_what_looks_alike_stays(text: str) -> None:
    kinds = {hit.entity_type.value for hit in RULES.find(text) if not hit.keep}
    assert not kinds & {
        "CIVIL_DOC_NO",
        "VN_PASSPORT",
        "VN_CMND",
        "VN_TAX_CODE",
        "MEDICAL_RECORD_NO",
        "VN_LAND_CERT",
        "VN_LAND_PARCEL",
    }
