"""Names beside account, telephone and identity numbers, in any hand; and what stands there and is nobody."""

import pytest

import redactor


def people(text: str) -> list[str]:
    return [text[h.start : h.end] for h in redactor.find_in_text(text) if h.entity_type == "PERSON"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("STK cọc: 060 2233 44 551 Sacombank – VUONG MY DUNG", "VUONG MY DUNG"),
        ("stk: 0602233445 le thi thu trang Vietcombank", "le thi thu trang"),
        ("ck vào 19037712045018 tcb lam tu anh nhé", "lam tu anh"),
        ("CK: MB 0602233445 GIANG A SU", "GIANG A SU"),
        ("Agribank CN Hóc Môn, 6900205112233, Lục Vân", "Lục Vân"),
        ("Tk: 6900205112233 - NH Nông nghiệp - chi nhánh 4 - Kiều Oanh", "Kiều Oanh"),
        ("Vietcombank – mai anh tuấn – 0602233445", "mai anh tuấn"),
        ("Momo 0908341275 vuong my dung", "vuong my dung"),
        ("0912.345.678 - le thi thu trang", "le thi thu trang"),
        ("giao cho nguyen van an 0912345678", "nguyen van an"),
        ("079090001234 LAM TU ANH", "LAM TU ANH"),
        ("ha thi vin sinh 12/3/1990", "ha thi vin"),
        ("2. lam tu anh, sn 90", "lam tu anh"),
    ],
)
def test_whose_number_it_is(text: str, name: str) -> None:
    assert name in people(text)


@pytest.mark.parametrize(
    "text",
    [
        "TK 0602233445 VCB - noi dung: dong hoc phi",
        "STK: 0602233445 VCB - CN Tân Bình - CTY TNHH MINH LONG",
        "Số tài khoản 118000012345 Vietinbank Bắc Ninh",
        "TK 6900205112233 Agribank - Quỹ Vì Người Nghèo",
        "TK: 0602233445 BIDV Shop Thu Hà",
        "Số TK 060.2233.445 - Ngân hàng Quân đội - Trường THPT Lê Lợi",
        "Techcombank 19037712045018 Hoàng Mai, Hà Nội",
        "ck vào 19037712045018 tcb tien nha thang 8",
        "Hạn mức thẻ 200.000.000 VIB Cao Cấp",
        "So tai khoan nhan luong: 102877119003 (Vietinbank CN Binh Dinh)",
        "hoa tuoi minh anh 0912345678",
        "cay xoai cat hoa loc sinh ngay 12/3/2020",
        "thanh lap cong ty sn 1990",
        "HO TRO KHACH HANG 0912345678",
        "PHONG KHAM DA KHOA 0912345678",
        "mai tang phuc thien 0912345678",
        "CHO THUE NHA 0912345678",
        "Thái Bình Dương 0912345678",
        "Chuyển cho Doanh nghiệp tư nhân Hồng Phúc, tài khoản 0602233445 tại BIDV",
        "Công ty TNHH MTV Thương mại\nMinh Anh, tài khoản 0602233445 tại BIDV",
    ],
)
def test_what_is_no_holder(text: str) -> None:
    assert people(text) == []
