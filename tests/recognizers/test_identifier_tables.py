"""Every valid and invalid example row of the identifier reference (§2.1–2.17, 2.26–2.29).

Valid values are found whole, with their type, under the label the reference gives. Look-alikes are not claimed with
confidence; those that hold no identifier at all are not found at all.
"""

import pytest
from finding import found, pairs, sure

VALID = [
    *[
        ("VN_PERSONAL_ID", "Số CCCD: {}", v)
        for v in (
            "001190012345",
            "079203004567",
            "001 190 012 345",
            "0011 9001 2345",
            "001190-012345",
            "036.195.000.123",
            "100190012345",
            "００１１９００１２３４５",
            "0 0 1 1 9 0 0 1 2 3 4 5",
            "001190******",
            "********2345",
            "001190\n012345",
            "O0119OO12345",
            "00119001234",
            "1190012345",
        )
    ],
    *[
        ("VN_CMND", "CMND số: {}", v)
        for v in (
            "012345678",
            "271234567",
            "025 123 456",
            "025.123.456",
            "095123456",
            "38 123 4567",
            "12345678",
        )
    ],
    *[
        ("VN_PASSPORT", "Hộ chiếu số: {}", v)
        for v in ("B1234567", "C7654321", "N1234567", "P01234567", "K0123456", "C 1234567")
    ],
    *[
        ("VN_PHONE", "ĐT: {}", v)
        for v in (
            "0912345678",
            "0912.345.678",
            "+84 912 345 678",
            "0084912345678",
            "(+84) 912345678",
            "09 12 34 56 78",
            "0559 123 456",
            "01234567890",
            "0168 765 4321",
            "024 3825 1234",
            "(024) 38251234",
            "0236.3812.345",
            "09-1234-5678",
            "(024) 3825.1234",
            "+84(0)912345678",
            "O912345678",
            "912345678",
            "84912345678",
            "０９１２３４５６７８",
        )
    ],
    *[
        ("EMAIL", "liên lạc {} nhé", v)
        for v in (
            "an.nguyen@gmail.com",
            "ctt_1990@yahoo.com.vn",
            "NGUYENVANA@GMAIL.COM",
            "nguyenvana＠gmail.com",
            "nguyenvana @gmail.com",
        )
    ],
    *[
        ("VN_BANK_ACCOUNT", text, v)
        for text, v in (
            ("STK: {}", "1023456789"),
            ("Số tài khoản: {}", "0123 4567 89012"),
            ("số TK {} tại Techcombank", "19012345678901"),
            ("Tài khoản số {}", "12345678901234"),
            ("Account No. {}", "0011001234567"),
            ("Số tài khoản (VCB - CN Hà Nội): {}", "0011001234567"),
            ("STK: {} MB", "VQRQABCD12345"),
            ("Số TK: {}", "0912345678"),
        )
    ],
    *[
        ("BANK_CARD", text, v)
        for text, v in (
            ("Số thẻ: {}", "9704366801234563"),
            ("{}", "9704 3668 0123 4563"),
            ("{}", "9704-1512-3456-7890"),
            ("thẻ {}", "9704366801234567896"),
            ("thẻ {}", "9704151234567890"),
            ("{}", "4111 1111 1111 1111"),
            ("Số thẻ: {}", "9704 36** **** 4563"),
        )
    ],
    *[
        ("VN_TAX_CODE", "MST cá nhân: {}", v)
        for v in (
            "0101234565",
            "0312345673",
            "8012345677",
            "8412345671",
            "2600123455",
            "0100233488",
            "0101234560",
            "0101234565-001",
            "0312345673 - 012",
            "0101234565001",
        )
    ],
    ("VN_PERSONAL_ID", "MST: {}", "001190012345"),
    *[
        ("VN_BHYT", "Thẻ BHYT: {}", v)
        for v in (
            "DN4010123456789",
            "GD4 79 7912345678",
            "TE1-01-0123456789",
            "CN3380123456789",
            "QN5970123456789",
            "DN401012345678901075",
        )
    ],
    ("VN_BHXH", "Mã số BHXH: {}", "0123456789"),
    ("VN_BHXH", "sổ BHXH số {}", "0112345678"),
    ("VN_PERSONAL_ID", "Mã số BHXH {}", "001190012345"),
    *[
        ("VN_DRIVER_LICENSE", text, v)
        for text, v in (
            ("GPLX số: {}", "790190123456"),
            ("Giấy phép lái xe hạng B2 số {}", "010151234567"),
            ("bằng lái xe số {}", "36 0 18 1234567"),
            ("Số GPLX {}", "790190123456"),
            ("GPLX số {}", "AB 123456"),
            ("Driving licence No. {}", "010151234567"),
        )
    ],
    *[
        ("VN_PLATE", "biển số {}", v)
        for v in (
            "30A-123.45",
            "51K-999.99",
            "29A-1234",
            "43C 000.01",
            "30A12345",
            "29-AA 123.45",
            "59-Z1 234.56",
            "59Z1-23456",
            "29LD-123.45",
            "29MĐ1-123.45",
            "80-011-NG-01",
            "TM-12-34",
        )
    ],
    *[
        ("VN_VIN", "Số khung: {}", v)
        for v in (
            "RLHJF1234KY123456",
            "RL4ZZ99G8N1234567",
            "RLLV1AED5PH123456",
            "RLCUE3210MY012345",
            "MMBJNKB40GD012345",
            "JTDBR32E720012345",
            "RLCM5P1101Y012345",
        )
    ],
    ("VN_ENGINE_NO", "Số máy: {}", "JF12E-1234567"),
    ("VN_ENGINE_NO", "số máy {}", "1NZ-E123456"),
    *[
        ("VN_LAND_CERT", "GCN số phát hành {}", v)
        for v in ("AA 01234567", "CS 123456", "DĐ 123456", "BM123456", "CT-654321", "A 123456")
    ],
    ("VN_LAND_BOOK_NO", "Số vào sổ cấp GCN: {}", "CH 00123"),
    ("VN_LAND_BOOK_NO", "số vào sổ {}", "H 01234"),
    ("VN_LAND_PARCEL", "thửa đất số {}, tờ bản đồ số 45", "123"),
    ("VN_LAND_PARCEL", "thửa đất số 123, tờ bản đồ số {}", "45"),
    ("VN_LAND_PARCEL", "thửa {} tờ 7", "12"),
    ("VN_LAND_PARCEL", "thửa 12 tờ {}", "7"),
    ("VN_LAND_PARCEL", "Thửa đất số {}, tờ bản đồ số 12", "1203-1"),
    *[
        ("VN_HOUSEHOLD_NO", text, v)
        for text, v in (
            ("Sổ hộ khẩu số: {}", "310012345"),
            ("SHK số {}", "123456789"),
            ("Số hộ khẩu {}", "020123456"),
            ("mã hộ: {}", "0100123456"),
            ("hồ sơ cư trú số {}", "12345"),
            ("Mã hộ gia đình: {}", "7912345678"),
        )
    ],
    *[("HEALTH_INFO", "Chẩn đoán: bệnh {}", v) for v in ()],
    ("MEDICAL_RECORD_NO", "Mã BN: {}", "24001234"),
    ("MEDICAL_RECORD_NO", "Số vào viện: {}", "24012345"),
    ("HEALTH_INFO", "Chẩn đoán: {}", "Đái tháo đường típ 2"),
    *[
        ("STUDENT_ID", text, v)
        for text, v in (("MSSV: {}", "20201234"), ("Mã sinh viên {}", "B20DCCN123"), ("SBD: {}", "01000123"))
    ],
    ("EMPLOYEE_ID", "Mã NV: {}", "NV00123"),
    ("EMPLOYEE_ID", "MSNV {}", "012345"),
    ("MILITARY_ID", "Số hiệu sĩ quan: {}", "12345678"),
    ("MILITARY_ID", "Số hiệu CAND: {}", "123-456"),
    *[
        ("SOCIAL_ACCOUNT", "xem {} nhé", v)
        for v in (
            "facebook.com/nguyen.van.an.1990",
            "facebook.com/profile.php?id=100001234567890",
            "zalo.me/0912345678",
            "t.me/annguyen",
            "tiktok.com/@an.nguyen",
            "github.com/an-nguyen90",
            "behance.net/nguyenan",
            "https://medium.com/@an.nguyen",
        )
    ],
    ("CREDENTIAL", "Tên đăng nhập: {} / Mật khẩu: Abc@12345", "001190012345"),
    ("CREDENTIAL", "Mật khẩu: {}", "Abc@12345"),
    ("IP_ADDRESS", "truy cập từ {}", "113.161.1.10"),
    ("MAC_ADDRESS", "máy {}", "00:1A:2B:3C:4D:5E"),
    *[
        ("GEO_LOCATION", "tại {}", v)
        for v in ("21.028511, 105.804817", "16.0544; 108.2022", "9.1768 105.1524", "21°01'42\"N 105°48'17\"E")
    ],
    ("IMEI", "IMEI {}", "490154203237518"),
    *[
        ("CERT_SUBJECT", "CN=ABC, {}, C=VN", v)
        for v in (
            "UID=CCCD:001190012345",
            "UID=CMND:012345678",
            "0.9.2342.19200300.100.1.1=CCCD:001190012345",
            "UID=HC:C1234567",
        )
    ],
    ("GENDER", "Giới tính: {}", "Nam"),
    ("GENDER", "Giới tính/Sex: {}", "Nữ"),
    ("GENDER", "Phái: {}", "Nữ"),
    ("ETHNICITY", "Dân tộc: {}", "Kinh"),
    ("RELIGION", "Tôn giáo: {}", "Không"),
    ("RELIGION", "ông theo đạo {}", "Công giáo"),
    ("ETHNICITY", "là người {} ở buôn", "Ê Đê"),
    ("NATIONALITY", "Quốc tịch: {}", "Việt Nam"),
    ("MARITAL_STATUS", "Tình trạng hôn nhân: {}", "Độc thân"),
    ("MARITAL_STATUS", "bà {} năm 2010", "đã ly hôn"),
    ("BIOMETRIC", "Đặc điểm nhận dạng: {}", "Sẹo chấm cách 2 cm dưới đuôi mắt trái"),
    ("INCOME", "Lương: {}", "15.000.000 đ"),
    ("INCOME", "thu nhập {}", "20 triệu/tháng"),
    ("INCOME", "thực lĩnh {}", "12.345.678"),
    ("DEBT", "Dư nợ: {}", "1.200.000.000 đồng"),
]


@pytest.mark.parametrize(("entity_type", "sentence", "value"), VALID, ids=lambda v: str(v)[:40])
def test_valid_values_are_found_whole(entity_type: str, sentence: str, value: str) -> None:
    assert value in found(sentence.format(value), entity_type)


MRZ = [
    ["IDVNM1900123457001190012345<<8", "9003152F3003150VNM<<<<<<<<<<<0", "NGUYEN<<THI<HANH<<<<<<<<<<<<<<"],
    ["IDVNM2030045671079203004567<<1", "0307215M2807214VNM<<<<<<<<<<<4", "TRAN<<VAN<AN<<<<<<<<<<<<<<<<<<"],
    ["IDVNM1950001235036195000123<<0", "9511028F3511026VNM<<<<<<<<<<<2", "PHAM<<THI<MAI<<<<<<<<<<<<<<<<<"],
    ["IDVNM2010007897066201000789<<1", "0112123M2612122VNM<<<<<<<<<<<8", "NIE<<Y<THONG<<<<<<<<<<<<<<<<<<"],
    ["P<VNMNGUYEN<<THI<HANH<<<<<<<<<<<<<<<<<<<<<<<", "C1234567<0VNM9003152F3206087001190012345<<88"],
    ["P<VNMLE<<VAN<BINH<<<<<<<<<<<<<<<<<<<<<<<<<<<", "B7654321<1VNM9502127M2702124162345678<<<<<64"],
    ["P012345673VNM9003152F3206087001190012345<<82"],
    ["IDVNM1900123456001190012345<<8"],
]


@pytest.mark.parametrize("lines", MRZ, ids=lambda lines: lines[0][:12])
def test_machine_readable_lines_are_covered_one_by_one(lines: list[str]) -> None:
    assert found("\n".join(lines), "VN_MRZ") == lines


PAYLOADS = [
    (
        "VN_ID_QR",
        "001190012345|012345678|Nguyễn Thị Hạnh|15031990|Nữ|Số 12, Phố Huế, Hai Bà Trưng, Hà Nội|20042021",
    ),
    ("VN_ID_QR", "079203004567||Trần Văn An|21072003|Nam|Ấp 3, Bình Chánh, TP. Hồ Chí Minh|01082022"),
    ("VN_ID_QR", "036195000123|162345678|Phạm Thị Mai|02111995|Nữ|Xóm 4, Xuân Trường, Nam Định|05062021"),
    ("VN_ID_QR", "048087000456||Lê Văn Bình|30041987|Nam|K12/5 Hoàng Diệu, Hải Châu, Đà Nẵng|11012023"),
    ("VN_ID_QR", "066201000789||Y Thông Niê|12122001|Nam|Buôn A, Ea Tu, Buôn Ma Thuột, Đắk Lắk|09092022"),
    (
        "VN_ID_QR",
        "092178000321|361234567|Võ Thị Út|05051978|Nữ|Ấp Thới An, Thới Lai, Cần Thơ|20072021|05052038",
    ),
    ("VN_ID_QR", "00119001234||Trần Văn An|21072003|Nam|Ấp 3|01082022"),
    ("VN_ID_QR", "001190012345|Nguyễn Thị Hạnh|15031990|Nữ|Hà Nội"),
    ("VN_ID_QR", "001190012345|012345678|Nguyễn Thị Hạnh|1990|Nữ|Hà Nội|20042021"),
    *[
        ("VN_VIETQR", payload)
        for payload in (
            "00020101021138540010A00000072701240006970436011010234567890208QRIBFTTA53037045802VN6304A824",
            "00020101021238540010A00000072701240006970422011009123456780208QRIBFTTA530370454065000005802VN62290825NGUYEN VAN AN CK TIEN NHA63048C94",
            "00020101021138580010A000000727012800069704180114126100012345670208QRIBFTTA53037045802VN63042958",
            "00020101021138560010A0000007270126000697041501121018765432100208QRIBFTTA53037045802VN63044CBD",
            "00020101021138570010A000000727012700069704220113VQRQABCD123450208QRIBFTTA53037045802VN6304125D",
            "00020101021138600010A00000072701300006970436011697043668012345680208QRIBFTTC53037045802VN63045368",
            "00020101021238580010A000000727012800069704070114190123456789010208QRIBFTTA5303704540725000005802VN62250821TRAN VAN AN DONG TIEN63045698",
            "00020101021138540010A00000072701240006970436011010234567890208QRIBFTTA53037045802VN6304FFFF",
        )
    ],
    (
        "VN_BHYT",
        "DN4010123456789|4e677579e1bb856e205468e1bb8b2048e1baa16e68|15/03/1990|2|48c3a0204ee1bb9969|79 - 024|01/01/2024|31/12/2024",
    ),
]


@pytest.mark.parametrize(("entity_type", "payload"), PAYLOADS, ids=lambda v: str(v)[:24])
def test_payloads_are_covered_as_one_unit(entity_type: str, payload: str) -> None:
    assert pairs(f"Mã quét: {payload}") == [(entity_type, payload)]


#: Nothing in these may be claimed with confidence, whatever its type.
LOOK_ALIKES = [
    # personal number
    "00119001234 (11)",
    "mã 0011900123456",
    "mã 001190012345678",
    "1/001190012345",
    "A001190012345",
    "001190012345-001",
    "001190012345.50",
    "lúc 202611221030",
    "123.456.789.012 đồng",
    # CMND
    "số 12345678",
    "số 12.345.678",
    "271234567.00",
    "mã 012345678-001",
    "A012345678",
    "tổng 250.000.000",
    "mã 912345678",
    "mã 101234567",
    # passport
    "mã B123456",
    "BB1234567",
    "B123456789",
    "1B1234567",
    "Đ1234567",
    "Mã hàng K1234567",
    "SKU Q1234567",
    # phone
    "mã 0112345678",
    "mã 0412345678",
    "mã 091234567",
    "mã 09123456789",
    "mã 0212345678",
    "mã 12345678901",
    "mã 01112345678",
    "024 3825 123",
    "tổng đài 1900 545412",
    "gọi 18001091",
    "hotline: 1900 1234",
    "113, 114, 115",
    # email
    "nguyenvana@gmail",
    "@nguyenvana",
    "a@b",
    "www.gmail.com",
    "a@@b.vn",
    # bank
    "tài khoản 112",
    "tài khoản 1111",
    "STK: theo thông báo",
    "TK Nợ 331",
    "Số HĐ: 1023456789",
    "mã giao dịch FT26326123456789",
    "970436680123456",
    "97043668012345",
    "9705366801234563",
    "970436680123456789",
    "Hợp đồng số 1234567890123456",
    # tax
    "mã 010123456",
    "mã 01012345655",
    "0101234565-0001",
    "0101234565-01",
    "0101234565/2024",
    # insurance
    "DN401012345678",
    "DN6010123456789",
    "D4010123456789",
    "1DN401012345678",
    "mức đóng BHXH 10.5%",
    "số hiệu DN-2024-0001",
    # licence
    "GPLX hạng B2",
    "giấy phép xây dựng số 123456789012",
    "giấy phép kinh doanh 0101234565",
    "lớp K12B2",
    # plates
    "13A-123.45",
    "42A-123.45",
    "30I-123.45",
    "30A-123",
    "A30-123.45",
    "29-AG 123.45",
    "29-A0 123.45",
    "80-011-XX-01",
    "TMA-12-34",
    "căn hộ 12A-1234",
    "phòng 30A-1234",
    # frame and engine
    "RLHIF1234KY123456",
    "RLHOF1234KY123456",
    "12345678901234567",
    "ABCDEFGHJKLMNPRST",
    "số máy lẻ: 12",
    # land
    "AA 1234567",
    "AAA 123456",
    "AA 123456789",
    "AA 12345",
    "Ab 123456",
    "thừa kế số 12",
    "tờ khai số 01",
    "QĐ 123456",
    "SP 123456",
    # household
    "hộ nghèo",
    "có 3 hộ",
    "hộ kinh doanh số 01A8012345",
    # health
    "E1",
    "E11.999",
    "AB12",
    "A10/H20",
    "bằng B2",
    "Bệnh viện Bạch Mai",
    "bê tông C30",
    # codes
    "mã số hàng hóa 12345",
    "Mã ngành 7480201",
    "Mã lớp K65-CNTT",
    "Mã ngạch 01.003",
    "Mã đơn vị 1012345",
    "số hiệu chuyến bay VN123",
    # accounts
    "facebook.com",
    "mật khẩu mạnh",
    "PIN pin",
    "https://chinhphu.vn/x",
    # network and place
    "256.1.1.1",
    "mục 1.2.3.4.5",
    "lúc 12:30:45",
    "48.8566, 2.3522",
    "21.5, 105.8",
    "phiên bản 10.0.0",
    "Điều 1.2.3",
    # certificates
    "UID=abc",
    "UID:CCCD",
    "UID=CCCD:123",
    "OU=CCCD",
    "mst=tax site",
    # payloads
    "SKU001|8934567890123|Áo sơ mi|25000|Nam|Kho 2|01012024",
    "1C24TAA|00000123|0101234565|15032024|1090000",
    # machine-readable zone
    "IDVNM19001",
    "P<VNM<<<<<<<<",
    "PVNMNGUYEN",
    "9003152F300315VNM",
    # attributes
    "miền Nam",
    "áo nữ",
    "Hội Phụ nữ",
    "Nam Á Bank",
    "lương tối thiểu vùng",
    "bảng lương",
    "lương thực",
    "điểm a khoản 1",
    "điểm giao dịch",
    "điểm đến",
    "trường dân tộc nội trú",
    "dân tộc Việt Nam",
    "Ban Tôn giáo",
    "Luật Hôn nhân và gia đình",
    "công ty mẹ và công ty con",
    "tiền án phí",
    "Bộ luật Hình sự",
    "nợ công",
    "Phải: ký vào đây",
    "người lao động",
    "người Việt Nam",
    # documents and laws
    "12/2024/QĐ-UBND",
    "356/2025/NĐ-CP",
    "91/2025/QH15",
    "45/2013/TT-BTC",
    "1234/UBND-VP",
    "05/HĐCN",
    "ký hiệu 1C24TAA số 00000123",
    "H29.12-261122-0001",
    "000.00.16.H26-241122-0012",
    "thủ tục 1.004194",
    "1.090.000.000đ",
    "250.000 VNĐ",
    "123.456.789.012 đồng",
    "MST công ty: Công ty TNHH ABC, MST 0101234565",
    "vanthu@sotuphap.hanoi.gov.vn",
    "mã vạch 8934567890123",
]


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_look_alikes_are_not_claimed(text: str) -> None:
    assert sure(text) == []
