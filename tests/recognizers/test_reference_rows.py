"""Rows of the identifier reference that ``test_identifier_tables`` does not hold: labels, forms of writing, sentences.

``TYPED`` says what a value is under its label, ``COVERED`` what has to be hidden whatever it is called, ``LEFT`` what
nobody may claim with confidence.
"""

from __future__ import annotations

import pytest
from finding import found, pairs, sure

from recognizers.detection import Detector

#: §1.5: each label as printed, with a value of its kind.
LABELS = {
    "VN_PERSONAL_ID": (
        "001190012345",
        "Số CCCD: | CCCD: | CCCD số | Căn cước: | Căn cước công dân số | Số căn cước: | Thẻ căn cước số | Số định danh: | Số ĐDCN: | Mã định danh cá nhân: | Mã định danh:"
        " | Mã ĐD: | Số/No.: | Personal identification number: | Citizen ID: | ID No.: | CMND/CCCD: | CMND/CCCD/HC: | Số giấy tờ: | Giấy tờ tùy thân: | Số GTTT: | GTPL:",
    ),
    "VN_CMND": (
        "012345678",
        "CMND: | CMT: | CMTND: | CMT ND: | Chứng minh nhân dân: | Chứng minh thư: | Số CM: | Giấy CMND số | ID card No.",
    ),
    "VN_PASSPORT": ("C1234567", "Hộ chiếu: | HC: | Số HC: | Passport No. | Số hộ chiếu: | Số hộ chiếu/Passport No:"),
    "VN_PHONE": (
        "0912345678",
        "ĐT: | Đ/T: | SĐT: | Số ĐT: | ĐTDĐ: | DĐ: | Di động: | Điện thoại: | Tel: | Mobile: | Phone: | Fax: | Zalo: | Liên hệ: | LH: | Call: | Viber:",
    ),
    "EMAIL": ("an.nguyen@gmail.com", "Email: | E-mail: | Mail: | Thư điện tử: | Hộp thư:"),
    "VN_BANK_ACCOUNT": (
        "19012345678901",
        "STK: | Số TK: | TK: | Số tài khoản: | Tài khoản số | TK ngân hàng: | Account No. | A/C:",
    ),
    "BANK_CARD": ("9704366801234563", "Số thẻ: | Thẻ ATM: | Thẻ ghi nợ: | Thẻ tín dụng: | Card No."),
    "VN_TAX_CODE": ("8012345677", "MST cá nhân: | MSTCN: | MST NPT:"),
    "VN_BHXH": ("7912345678", "Mã số BHXH: | Số sổ BHXH: | MSBHXH: | Sổ BHXH:"),
    "VN_BHYT": ("DN4797912345678", "Số thẻ BHYT: | Mã thẻ: | Mã thẻ BHYT: | Số thẻ BH:"),
    "VN_DRIVER_LICENSE": (
        "790190123456",
        "GPLX: | Số GPLX: | Giấy phép lái xe: | Bằng lái: | BLX: | Driver's license:",
    ),
    "VN_PLATE": ("51K-999.99", "Biển số: | BKS: | BSX: | Biển kiểm soát: | Biển đăng ký:"),
    "VN_VIN": ("RLCM5P1101Y012345", "Số khung: | SK: | Chassis: | Frame: | VIN:"),
    "VN_ENGINE_NO": ("JF12E1234567", "Số máy: | SM: | Engine No."),
    "VN_LAND_CERT": ("CS 123456", "GCN: | GCNQSDĐ: | Sổ đỏ: | Sổ hồng: | Số phát hành: | Số sê-ri:"),
    "VN_LAND_BOOK_NO": ("CH00123", "Số vào sổ: | Số vào sổ cấp GCN:"),
    "VN_HOUSEHOLD_NO": ("310012345", "Sổ hộ khẩu: | SHK: | Số HK: | Mã hộ:"),
    "DATE_OF_BIRTH": (
        "15/03/1990",
        "Ngày sinh: | Sinh ngày: | Ngày tháng năm sinh: | NTNS: | NS: | DOB: | Date of birth:",
    ),
    "ISSUE_DATE": ("20/04/2021", "CCCD 001190012345, Ngày cấp: | CCCD 001190012345, Cấp ngày: | CCCD 001190012345, Date of issue:"),
    "PLACE_OF_BIRTH": ("Nam Định", "Nơi sinh: | Nơi ĐKKS: | Quê quán: | Nguyên quán: | Place of origin:"),
    "VN_ADDRESS": (
        "số 12 phố Huế, phường Cửa Nam, Hà Nội",
        "Địa chỉ: | ĐC: | Đ/c: | Địa chỉ liên hệ: | Nơi ở: | Chỗ ở hiện nay: | Nơi cư trú: | Nơi ĐKTT: | Thường trú: | Tạm trú: | HKTT: | Trú tại: | Ngụ tại: | Cư ngụ:"
        " | Place of residence: | Address:",
    ),
    "PERSON": (
        "Nguyễn Văn An",
        "Họ và tên: | Họ tên: | Họ, chữ đệm và tên khai sinh: | Tên: | Full name: | Ông: | Bà: | Ông/Bà: | Anh: | Chị: | Bên A: | Bên B: | Bên bán: | Bên mua: | Bên vay: | Người đại diện:"
        " | Người ủy quyền: | Người làm chứng: | Vợ: | Chồng: | Cha: | Mẹ: | Con: | Người giám hộ: | Phụ huynh: | Bệnh nhân: | Người khai: | Người lập: | Chủ hộ: | Chủ TK: | Tên TK:"
        " | Người thụ hưởng: | Beneficiary:",
    ),
    "GENDER": ("Nữ", "Giới tính: | Phái: | GT: | Giới tính/Sex:"),
    "NATIONALITY": ("Việt Nam", "Quốc tịch:"),
    "ETHNICITY": ("Tày", "Dân tộc: | DT:"),
    "RELIGION": ("Phật giáo", "Tôn giáo: | TG:"),
    "MARITAL_STATUS": ("Đã kết hôn", "Tình trạng hôn nhân:"),
    "FAMILY_RELATION": ("con", "Quan hệ với chủ hộ:"),
    "HEALTH_INFO": ("O+", "Nhóm máu:"),
    "MEDICAL_RECORD_NO": ("24001234", "Mã BN: | Mã y tế: | Số vào viện: | Số bệnh án: | Số lưu trữ:"),
    "EMPLOYEE_ID": ("NV00123", "Mã NV: | MSNV: | Mã GV:"),
    "STUDENT_ID": ("20201234", "MSSV: | SBD: | Mã SV:"),
    "MILITARY_ID": ("12345678", "Số hiệu sĩ quan: | Số hiệu CAND: | Số thẻ đảng:"),
    "PARTY_MEMBERSHIP": ("03/02/2010", "Ngày vào Đảng: | Ngày vào Đảng chính thức:"),
    "DEBT": ("312.000.000 đồng", "Dư nợ: | Khoản vay: | Hạn mức:"),
    "INCOME": ("9.500.000 đ", "Lương: | Mức lương: | Lương cơ bản: | Phụ cấp: | Thu nhập: | Thực lĩnh: | TNCN phải nộp:"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("entity_type", "label", "value"),
    [
        (kind, label.strip(), value)
        for kind, (value, labels) in LABELS.items()
        for label in labels.split(" | ")
    ],
)
def test_every_label_of_the_reference_announces_its_value(entity_type: str, label: str, value: str) -> None:
    assert value in found(f"{label} {value}", entity_type)


TYPED = [
    # one run of digits, decided by its label
    ("STK 101876543210", "VN_BANK_ACCOUNT", "101876543210"),
    ("GPLX 790190123456", "VN_DRIVER_LICENSE", "790190123456"),
    ("MST cá nhân: 0912345678", "VN_TAX_CODE", "0912345678"),
    ("Mã số BHXH: 0101234565", "VN_BHXH", "0101234565"),
    ("so tai khoan 9704151234567890", "VN_BANK_ACCOUNT", "9704151234567890"),
    ("CCCD 79203004567", "VN_PERSONAL_ID", "79203004567"),
    ("GPLX 790190123456; CCCD 001190012345", "VN_PERSONAL_ID", "001190012345"),
    # telephones as people write them
    ("ĐT: 0912345678/0987654321", "VN_PHONE", "0987654321"),
    ("ĐT: 0912345678 (A. Nam)", "VN_PHONE", "0912345678"),
    ("SĐT:0912345678", "VN_PHONE", "0912345678"),
    ("Điện thoại: 031 3 812 345", "VN_PHONE", "031 3 812 345"),
    ("Điện thoại: 0511 3 812 345", "VN_PHONE", "0511 3 812 345"),
    # mail, wallets, cards
    ("Email: nguyenvana(at)gmail.com", "EMAIL", "nguyenvana(at)gmail.com"),
    ("Ví MoMo: 0912345678", "E_WALLET", "0912345678"),
    ("gửi qua me.momo.vn/nguyenvana", "E_WALLET", "me.momo.vn/nguyenvana"),
    ("Thẻ 9704366801234563, CVV 123", "BANK_CARD", "9704366801234563"),
    # vehicles, land, homes
    ("xe 29b1-234.56 của anh Nam", "VN_PLATE", "29b1-234.56"),
    ("biển số 30A\n123.45", "VN_PLATE", "30A\n123.45"),
    ("Mã định danh nhà ở: HN0012345678ABCD", "VN_PROPERTY_EID", "HN0012345678ABCD"),
    # dates of birth and ages
    ("sinh ngày 5/3/1990", "DATE_OF_BIRTH", "5/3/1990"),
    ("sinh ngày 15 tháng 03 năm 1990", "DATE_OF_BIRTH", "ngày 15 tháng 03 năm 1990"),
    ("ông Nguyễn Văn An sinh năm 1975", "DATE_OF_BIRTH", "1975"),
    ("bà Lê Thị Na, SN 1988", "DATE_OF_BIRTH", "1988"),
    ("ông Nguyễn Văn An, 35 tuổi", "AGE", "35 tuổi"),
    ("Ngày sinh: 15/03/90", "DATE_OF_BIRTH", "15/03/90"),
    ("Ngày sinh: 03/1990", "DATE_OF_BIRTH", "03/1990"),
    # places and authorities
    ("Quê quán: xã Vĩnh Quỳnh, huyện Thanh Trì, TP. Hà Nội", "PLACE_OF_BIRTH", "xã Vĩnh Quỳnh, huyện Thanh Trì, TP. Hà Nội"),
    ("CMND 012345678 cấp ngày 01/02/2010 tại CA Tp.HCM", "ISSUE_AUTHORITY", "CA Tp.HCM"),
    ("CCCD 001190012345 nơi cấp: Cục CSQLHC về TTXH", "ISSUE_AUTHORITY", "Cục CSQLHC về TTXH"),
    ("CCCD 001190012345 nơi cấp: Bộ Công an", "ISSUE_AUTHORITY", "Bộ Công an"),
    # addresses
    ("trú tại 45/6/7 Lê Duẩn, P.Bến Nghé, Q.1, TP.HCM", "VN_ADDRESS", "45/6/7 Lê Duẩn, P.Bến Nghé, Q.1, TP.HCM"),
    ("trú tại ấp 3, xã Bình Chánh, huyện Bình Chánh", "VN_ADDRESS", "ấp 3, xã Bình Chánh, huyện Bình Chánh"),
    ("trú tại căn hộ 1203, tòa CT2, KĐT Mỹ Đình", "VN_ADDRESS", "căn hộ 1203, tòa CT2, KĐT Mỹ Đình"),
    ("dia chi: so 8 duong Tran Phu, Nha Trang", "VN_ADDRESS", "so 8 duong Tran Phu, Nha Trang"),
    ("trú tại Buôn Ako Dhong, phường Buôn Ma Thuột", "VN_ADDRESS", "Buôn Ako Dhong, phường Buôn Ma Thuột"),
    # names
    ("Bà H'Hen Niê", "PERSON", "H'Hen Niê"),
    ("Ông Y Thông Niê Kdăm", "PERSON", "Y Thông Niê Kdăm"),
    ("anh Giàng A Páo", "PERSON", "Giàng A Páo"),
    ("Bà Công Tằng Tôn Nữ Thị Hoa", "PERSON", "Công Tằng Tôn Nữ Thị Hoa"),
    ("ong le van hai", "PERSON", "le van hai"),
    ("Bên A: Bà Võ Thị Sáu", "PERSON", "Võ Thị Sáu"),
    ("Họ và tên: NGUYEN VAN AN", "PERSON", "NGUYEN VAN AN"),
    # what fields and phrases say about a person
    ("dân tộc Tày", "ETHNICITY", "Tày"),
    ("bà Lê Thị Na góa chồng", "MARITAL_STATUS", "góa chồng"),
    ("anh Lê Văn Ba chưa đăng ký kết hôn với ai", "MARITAL_STATUS", "chưa đăng ký kết hôn với ai"),
    ("Chẩn đoán: Đái tháo đường (E11.9)", "HEALTH_INFO", "Đái tháo đường (E11.9)"),
    ("Mã ICD: I10", "HEALTH_INFO", "I10"),
    ("Mã bệnh: B20", "HEALTH_INFO", "B20"),
    ("Đặc điểm nhận dạng: Nốt ruồi C:3cm trên sau mép trái", "BIOMETRIC", "Nốt ruồi C:3cm trên sau mép trái"),
    ("ADN: trùng khớp", "BIOMETRIC", "trùng khớp"),
    ("GT: Nam", "GENDER", "Nam"),
    ("Lương: 15.000.000 đ", "INCOME", "15.000.000 đ"),
    ("HSL 2,34", "INCOME", "2,34"),
    ("hệ số lương 3.33", "INCOME", "3.33"),
    ("thưởng Tết 10tr", "INCOME", "10tr"),
    ("Điểm TB: 8,5", "GRADES", "8,5"),
    ("Xếp loại: Giỏi", "GRADES", "Giỏi"),
    ("Hạnh kiểm: Tốt", "GRADES", "Tốt"),
    ("em Lê Văn An học lực Khá", "GRADES", "Khá"),
    ("Kỷ luật: cảnh cáo", "GRADES", "cảnh cáo"),
    ("Tiền án: không", "CRIMINAL_RECORD", "không"),
    ("phiếu lý lịch tư pháp số 2456/2025/STP-LLTP", "CIVIL_DOC_NO", "2456/2025/STP-LLTP"),
    ("bị cáo Lê Văn An bị phạt 12 tháng tù", "CRIMINAL_RECORD", "12 tháng tù"),
    ("ông Lê Văn An có nợ xấu nhóm 3", "DEBT", "nhóm 3"),
    ("Số hợp đồng tín dụng: 1234/2024/HĐTD", "DEBT", "1234/2024/HĐTD"),
    # networks and certificates
    ("truy cập từ 2001:ee0:4f0a:1234::1", "IP_ADDRESS", "2001:ee0:4f0a:1234::1"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "entity_type", "value"), TYPED, ids=[row[0][:48] for row in TYPED])
def test_values_are_what_their_label_or_sentence_says(text: str, entity_type: str, value: str) -> None:
    assert value in found(text, entity_type)


#: Machine-readable lines whose frame fits although a digit is wrong, or whose country is another.
COVERED = [
    ("VN_MRZ", "IDUSA1900123457001190012345<<8"),
    ("VN_MRZ", "9003152F3003150VNM<<<<<<<<<<<0"),
    ("VN_VIETQR", "00020101021138540010A00000072701240006970436011010234567890208QRIBFTTA"),
]


@pytest.mark.parametrize(("entity_type", "payload"), COVERED)
def test_machine_payloads_with_a_fault_are_covered_whole(entity_type: str, payload: str) -> None:
    assert pairs(payload) == [(entity_type, payload)]


LEFT = [
    # digits and letters
    "số 1234567890123456789012",
    "mã 19704366801234563",
    "mức 12.345.678",
    "12 tháng 3",
    "15 ngày làm việc",
    "Điều 12 khoản 3",
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/156.0.0.0 Safari/537.36",
    "5 triệu đồng",
    "32/03/1990",
    "15/13/1990",
    "2024/15/03",
    "Hà Nội, ngày 15 tháng 3 năm 2024",
    "30 tuổi Đảng",
    "tuổi thọ 70",
    "Luật năm 2024",
    "RLHJF1234KY12345",
    "RLHJF1234KY1234567",
    "mã hộ chiếu ngoại giao",
    "hộ khẩu thường trú tại đâu",
    "BHXH: 012345678 người tham gia",
    # payloads
    "VNM1900123457001190012345<<8",
    "00020112345678901234567890",
    "https://hoadon.vn/tra-cuu?id=AB12",
    # places, offices, streets, schools, firms
    "đường Lê Lợi",
    "trường Nguyễn Trãi",
    "Văn phòng Công chứng Nguyễn Huệ",
    "Công ty TNHH Hoàng Nam",
    "đường dây nóng",
    "phố biển",
    "UBND phường Cửa Nam",
    "tổ trưởng, phường trưởng",
    "quê hương",
    # words that hold a surname
    "Hồ sơ",
    "Lương cơ bản",
    "Mai họp lúc 9 giờ",
    "Hà Nội",
    "Giáp Tết",
    "Cao học",
    # attributes
    "Mặt trận Tổ quốc",
    "khách sạn Mường Thanh",
    "vé đi Thái Lan",
    "chi nhánh công ty mẹ",
    "Trường hợp vợ chồng đồng thuận, Tòa án công nhận",
    "chữ ký số",
    "vân gỗ",
    "mã QR của hóa đơn",
    "áo nữ, quần nam",
    "bị đơn",
    "Bộ luật Hình sự",
    "30 năm tuổi Đảng",
    "Đảng Cộng sản Việt Nam",
    "Đảng ủy, chi bộ",
    "đoàn đại biểu",
    "vay vốn ODA",
    "nợ môn",
    "TK Có 511",
    "loại I",
    "điểm giao dịch số 3",
    "lịch thi: 15/06/2025",
    "số máy lẻ 112",
    "phiên bản 10.2.3.4-beta",
]


@pytest.mark.parametrize("text", LEFT)
def test_look_alikes_are_not_claimed(text: str) -> None:
    assert sure(text) == []


def test_there_are_more_look_alikes_than_in_the_reference_and_labels_of_all_its_kinds() -> None:
    assert len(LEFT) >= 50
    assert len(LABELS) >= 30


#: §1.3: when two kinds fit, the order is container, label, check digit, structure, neighbours, length.
ORDER = [
    ("Số CCCD: 001190012345 (GPLX 001190012345)", ["VN_PERSONAL_ID", "VN_DRIVER_LICENSE"]),
    ("STK 0912345678 tại MB", ["VN_BANK_ACCOUNT"]),
    ("MST: 001190012345", ["VN_PERSONAL_ID"]),
    ("0912345678", ["VN_PHONE"]),
    ("Số thẻ: 4111 1111 1111 1112", ["BANK_CARD"]),
    ("mã 4111 1111 1111 1111", ["BANK_CARD"]),
    ("Giá: 0912345678 đồng", []),
    ("DN4010123456789", ["VN_BHYT"]),
    ("Số CCCD: 123.456.789.012 đồng", []),
]


@pytest.mark.parametrize(("text", "kinds"), ORDER, ids=[row[0][:40] for row in ORDER])
def test_the_order_of_resolution(text: str, kinds: list[str]) -> None:
    assert [hit.entity_type.value for hit in Detector().find(text)] == kinds


def test_the_tax_code_of_an_organisations_certificate_is_proposed_to_be_kept() -> None:
    (hit,) = Detector().find("UID=MST:0101234565-001, C=VN")
    assert (hit.entity_type.value, hit.keep) == ("CERT_SUBJECT", "organisation_data")
