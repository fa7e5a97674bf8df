"""Numbers that a sentence tells behind somebody's name, or by its own words for them."""

from __future__ import annotations

import pytest
from finding import found, pairs


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("Em tên Thạch Thị Chanh Thu, mã X2-0917, làm chuyền 5 được 3 năm", "EMPLOYEE_ID", "X2-0917"),
        ("Xem xét điều dưỡng Thân Trọng Quát (ĐD-0417): để người bệnh ngã", "EMPLOYEE_ID", "ĐD-0417"),
        ("Nhắc nhở nv Lê Hà Tiên mã PKD 044 đi trễ 5 lần trong tháng", "EMPLOYEE_ID", "PKD 044"),
        ("Danh sách nhân viên: em Đổng Khánh Dư mã cũ 04417 ghi sai", "EMPLOYEE_ID", "04417"),
        ("tài xế Lê Văn Tám (mã TX-118) chạy tuyến 5", "EMPLOYEE_ID", "TX-118"),
        ("công nhân Lê Văn Hoà (KB0271) đổi ca với Nguyễn Đình Chương (KB0304)", "EMPLOYEE_ID", "KB0304"),
        ("Đổi ca đêm: Lê Văn Hoà KB0271 đổi với Nguyễn Đình Chương KB0304", "EMPLOYEE_ID", "KB0271"),
        ("mã máy chấm công của lót là 00884", "EMPLOYEE_ID", "00884"),
        ("thu hồi thẻ kiểm soát an ninh số DAD-L-04417", "EMPLOYEE_ID", "DAD-L-04417"),
        ("Số nhân sự 40771, vào làm 2019", "EMPLOYEE_ID", "40771"),
        ("Về đơn của sinh viên Hoàng Thị Sương (DD23-0417) xin miễn học phí", "STUDENT_ID", "DD23-0417"),
        ("Nghiên cứu sinh: Dương Khâu Luông Hà, mã NCS26-004; đề tài Thơ", "STUDENT_ID", "NCS26-004"),
        ("BN Đào Thị Quý (mã 24-118842) nhập viện lúc 9h", "MEDICAL_RECORD_NO", "24-118842"),
        ("Nha khoa Á Âu – hồ sơ số NK4402\nChị Trúc Ly nhổ R38", "MEDICAL_RECORD_NO", "NK4402"),
        ("bệnh nhân Bửu, hồ sơ BV75-118204 điều trị sỏi", "MEDICAL_RECORD_NO", "BV75-118204"),
        ("Kết quả xét nghiệm ADN huyết thống, mã GEN-26-0417", "MEDICAL_RECORD_NO", "GEN-26-0417"),
        ("Thank you for seeing Mr Osei (our no. FV-118842).", "MEDICAL_RECORD_NO", "FV-118842"),
        ("NHS no. 485 777 3456", "MEDICAL_RECORD_NO", "485 777 3456"),
        ("Giấy báo tử 774/BT của xã", "CIVIL_DOC_NO", "774/BT"),
        ("giấy khai sinh 14/KS-1987", "CIVIL_DOC_NO", "14/KS-1987"),
        ("GKS 77/83, nộp bản sao", "CIVIL_DOC_NO", "77/83"),
        ("Giấy chứng nhận kết hôn No. 204/2021", "CIVIL_DOC_NO", "204/2021"),
        ("chứng chỉ hành nghề 004417/ST-CCHN", "CIVIL_DOC_NO", "004417/ST-CCHN"),
        ("Giấy chứng nhận kết hôn số 07, quyển 01/2011", "CIVIL_DOC_NO", "01/2011"),
        ("Alipay 138 2417 7720 tên Mei", "E_WALLET", "138 2417 7720"),
        ("Ví ShopeePay của em là sp_hanh884", "E_WALLET", "sp_hanh884"),
        ("ví eth 0x52908400098527886E0F7030069857D2E4169EE7", "E_WALLET", "0x52908400098527886E0F7030069857D2E4169EE7"),
        ("sổ hộ khẩu quyển 12, tờ 44", "VN_HOUSEHOLD_NO", "44"),
        ("mã đối tượng bảo trợ 94.117.00442", "VN_HOUSEHOLD_NO", "94.117.00442"),
        ("chat_id=5719046223 username=tiem", "SOCIAL_ACCOUNT", "5719046223"),
        ("psid=7421188403365120", "SOCIAL_ACCOUNT", "7421188403365120"),
        ("wechat của bên kia là wxid_7k41v0qz2m", "SOCIAL_ACCOUNT", "wxid_7k41v0qz2m"),
        ("id game MeoLuoi#77214, server 4", "SOCIAL_ACCOUNT", "MeoLuoi#77214"),
        ("Behance be.net/baochaupg", "SOCIAL_ACCOUNT", "be.net/baochaupg"),
        ("lat 16.0471, lon 108.2068", "GEO_LOCATION", "16.0471"),
        ("Mail em phi (dot) truong (a còng) proton (dot) me", "EMAIL", "phi (dot) truong (a còng) proton (dot) me"),
        ("reply to gruizo[at]correo.example", "EMAIL", "gruizo[at]correo.example"),
        ("thư: lan.tran a còng congty chấm vn", "EMAIL", "lan.tran a còng congty chấm vn"),
    ],
)  # fmt: skip
def test_numbers_are_found_in_a_sentence(text: str, kind: str, number: str) -> None:
    assert number in found(text, kind)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Khách Nguyễn Văn Nam đặt tour mã TDL-0417", "TDL-0417"),
        ("Giao hàng cho chị Lê Thị Hoa, mã 7741820, cod 320k", "7741820"),
        ("Đơn hàng SPX0417882 của anh Nam, mã SPX0417882", "SPX0417882"),
        ("ông Nguyễn Văn An (Quyết định 1184/QĐ-UBND)", "1184"),
        ("giảng viên Nguyễn Văn Nam (INT1340-2 dạy thay)", "INT1340-2"),
        ("bác sĩ Lê Thị Hoa (02/2015) chuyên khoa mắt", "02/2015"),
        ("nhân viên Lê Thị Hoa (02/2026) nghỉ", "02/2026"),
        ("our ref. VRM/ADM/2026/311", "311"),
        ("page_id=1044177882033 order_id=7741820", "7741820"),
        ("Mã hồ sơ: H20251341-0628, giấy khám bệnh viện chẩn đoán", "H20251341-0628"),
        ("hồ sơ thầu HS0417 gói mua thuốc điều trị", "HS0417"),
        ("mã mẫu vải MV-0417", "MV-0417"),
        ("Bộ sách: số 2, quyển 02", "02"),
        ("Mẫu giấy khai sinh theo Thông tư 04/2020/TT-BTP", "04"),
        ("họp at 12.30 pm, MEETING AT 10.30", "10.30"),
        ("nhiệt độ 16.0471, áp suất 108.2068", "16.0471"),
        ("công nhân tổ KB02 làm 0271 sản phẩm", "0271"),
    ],
)
def test_numbers_of_things_beside_names_stay(text: str, number: str) -> None:
    assert not any(number in value for _, value in pairs(text))


@pytest.mark.parametrize(
    "text",
    ["giáo viên Lê Thị Hoa, mã đề 0417, lớp 12A", "Nhân viên Trần Văn An (QĐ-0417) ký"],
)
def test_a_test_or_a_decision_behind_a_name_numbers_nobody(text: str) -> None:
    assert found(text, "EMPLOYEE_ID") == []


def test_a_code_with_a_blank_behind_a_name_is_somebodys() -> None:
    assert found("nhân viên Trần Văn An, mã KT 0417, tổ 5", "EMPLOYEE_ID") == ["KT 0417"]
