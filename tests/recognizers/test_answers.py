"""Codes and passwords that answer a question, and codes that look like one that is known."""

from __future__ import annotations

import pytest
from finding import found, pairs


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Chị Trang HCNS: chấm công thiếu, mã em mấy?\nSương bảo vệ: BV09, vân tay em hay lỗi", "EMPLOYEE_ID", "BV09"),
        ("TT Sen: đọc mã thẻ chị ghi\nLụa: 17-0448, 2 ngày ạ", "EMPLOYEE_ID", "17-0448"),
        ("- mã nhân viên của anh là gì ạ?\n- dạ 004417", "EMPLOYEE_ID", "004417"),
        ("duy kòi: mssv mọi người gửi t làm bìa\nhồng ân: 22DH114471 Phan Ân\nleader: 22DH110023 Lê Vy", "STUDENT_ID", "22DH110023"),
        ("cô Hoài: em cho cô xin số báo danh\n[16:22] bin: dạ QN2204", "STUDENT_ID", "QN2204"),
        ("ĐD Trúc Ly: dạ mã bệnh nhân là nhiêu chị\nChị Xuyến: 24.118.0447", "MEDICAL_RECORD_NO", "24.118.0447"),
        ("Khoa: À cái wifi phòng họp pass mới là gì\nHà béo: Kythuat@2026\nKhoa: thanks", "CREDENTIAL", "Kythuat@2026"),
        ("Hoàng Nam: chị đọc mã otp giúp em\nmười thương: 448190", "CREDENTIAL", "448190"),
        ("BOT: Mã bảo mật đã gửi +84 358 902 614\n> 620 188\nBOT: Thành công", "CREDENTIAL", "620 188"),
        ("KTV: pin mặc định 12345678, anh có đổi không\nKH: à đổi thành hoadon2020", "CREDENTIAL", "hoadon2020"),
        ("t: mk wifi nha m la j\nbin7t: benbinbon123", "CREDENTIAL", "benbinbon123"),
        ("host: what is the door passcode again?\nguest: it's 7714#", "CREDENTIAL", "7714#"),
        ("Nhân viên: quý khách đọc mã xác nhận\nKhách: 3-0-8-8-1-4", "CREDENTIAL", "3-0-8-8-1-4"),
        ("token?\n662 018\nvào được rồi", "CREDENTIAL", "662 018"),
        ("đọc mã ghép cửa coi\n884-117-04", "CREDENTIAL", "884-117-04"),
        ("lễ tân: anh gửi em số hộ chiếu\nkhách: dạ PA0418827. Mai em tới", "VN_PASSPORT", "PA0418827"),
        ("kế toán: cho chị xin stk\nÚt: 07246 053388 nha chị", "VN_BANK_ACCOUNT", "07246 053388"),
    ],
)  # fmt: skip
def test_answers_are_found(text: str, kind: str, value: str) -> None:
    assert value in found(text, kind)


@pytest.mark.parametrize(
    "text",
    [
        "Shop: mã đơn mấy ạ?\nLan: DH0412",
        "Shop: chị lấy mã mấy?\nLan: A15",
        "Shop: mẫu em thích mã mấy?\nLan: SP0417 nha",
        "Nam: phòng mấy vậy?\nHoa: B1204",
        "Nam: pass môn đó chưa, mấy điểm?\nHoa: 8,5 nha",
        "Nam: mk bao nhiêu một chai?\nHoa: 300k",
        "Nam: mật khẩu phải dài bao nhiêu?\nHoa: 8 ký tự",
        "Nam: đổi mật khẩu mấy ngày một lần?\nHoa: 90 ngày",
        "Nam: OTP gửi lúc mấy giờ?\nHoa: 16h30",
        "Nam: cho xin mã xác nhận\nHoa: chưa có đâu anh",
        "Nam: quên mật khẩu rồi\nHoa: gọi IT đi",
        "Nam: pin mấy phần trăm?\nHoa: 86%",
        "Nam: pin bao nhiêu?\nHoa: 5000mAh",
        "Nam: mã nhân viên là gì?\nHoa: mã do phòng nhân sự cấp",
        "Nam: nộp học phí khi nào, mssv ghi đâu?\nHoa: 12/11",
        "Hỏi: Mã sinh viên là gì?\nĐáp: Là mã do trường cấp năm 2024",
        "Nam: số thẻ kho bao nhiêu cái?\nHoa: 1.250 cái",
        "Mật khẩu là gì?\n2025 là năm cuối của gói cước",
        "Quên mật khẩu?\n19001234 gọi miễn phí",
        "Nhập mã OTP?\nGọi 19001234",
        "Đổi mã PIN ở đâu?\n12/05/2026",
        "Nam: hộ chiếu cần gì?\nHoa: 2 ảnh 4x6",
        "Nam: mã giảm giá gửi em với\nHoa: SALE2026",
    ],
)
def test_other_answers_stay(text: str) -> None:
    kinds = {"EMPLOYEE_ID", "STUDENT_ID", "MEDICAL_RECORD_NO", "CREDENTIAL", "VN_PASSPORT", "VN_BANK_ACCOUNT"}
    assert not [pair for pair in pairs(text) if pair[0] in kinds]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Điểm danh: nhân viên Hào mã NV TX0117 có mặt; TX0122 Sỹ Phú trễ 12'", "TX0122"),
        ("Mã nhân viên: VN-00417 đi làm\nVN-00418 nghỉ phép", "VN-00418"),
        ("MSSV: 2056010471, em chưa có thẻ\nKỳ Duyên: 2056010118 điểm 3,4", "2056010118"),
        ("Mã bệnh nhân: BN26.0473 thiếu giấy. Còn BN26.0488 đủ", "BN26.0488"),
    ],
)
def test_codes_like_a_known_one_are_found(text: str, value: str) -> None:
    assert value in [found for _, found in pairs(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Mã nhân viên: TX0117, xe TX0122", "TX0122"),
        ("Mã nhân viên: TX0117, phòng TX0122", "TX0122"),
        ("Mã nhân viên: NV0117, đơn hàng DH0122", "DH0122"),
        ("MSSV: 2056010471, hóa đơn 2056010118", "2056010118"),
        ("MSSV: 2056010471, số tiền 3056010118", "3056010118"),
        ("Mã nhân viên: A12, bàn A14 còn trống", "A14"),
        ("Mã nhân viên: 0417, năm 2026", "2026"),
        ("Đối tượng: 02 con bò, số thẻ tai SL-0118827 và SL-0118828", "SL-0118828"),
        ("Số đơn TX0117 giao rồi, TX0122 chưa", "TX0122"),
    ],
)
def test_other_codes_of_that_form_stay(text: str, value: str) -> None:
    assert value not in [found for _, found in pairs(text)]
