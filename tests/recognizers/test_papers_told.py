"""Passports in groups, household books, entries of registers, brokers' accounts: told in notes, and what looks like them."""

from __future__ import annotations

import pytest
from finding import found, pairs


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("1) Trần Phạm Mỹ Hạnh – hc C3926 205 – thiếu sao kê", "VN_PASSPORT", "C3926 205"),
        ("2) Ngô Đông Hải – hc P00 629 351 ok", "VN_PASSPORT", "P00 629 351"),
        ("born 14-08-1983, Passport CCA 756 888", "VN_PASSPORT", "CCA 756 888"),
        ("SANTOS, RODEL M. bosun, PP P8830146B, medical repat", "VN_PASSPORT", "P8830146B"),
        ("p301 Johannes Krüger ho chieu C4HK91TLM duc, o 3 dem", "VN_PASSPORT", "C4HK91TLM"),
        ("khach tay: Jurgen Baum, ho chieu C5YL 017 1K, visa het 30/12", "VN_PASSPORT", "C5YL 017 1K"),
        ("ho chieu sep P o641247 het han 3/2026", "VN_PASSPORT", "P o641247"),
        ("quốc tịch Đức, Reisepass C4X7T2K0L, cư trú tại", "VN_PASSPORT", "C4X7T2K0L"),
        ("giữ sổ hộ khẩu cũ số 330 447 118 nhà bà Lài", "VN_HOUSEHOLD_NO", "330 447 118"),
        ("nhà lá 24 m2, hộ nghèo mã 87-4471-018", "VN_HOUSEHOLD_NO", "87-4471-018"),
        ("Chu ho cu: nguyen huu tuoc, so ho 640881227", "VN_HOUSEHOLD_NO", "640881227"),
        ("Hộ tôi hộ nghèo mã HN-0447, chồng bệnh", "VN_HOUSEHOLD_NO", "HN-0447"),
        ("Đăng ký tại: UBND xã Lạc Hòa     Số: 195/2016     Quyển số: 01/2016", "CIVIL_DOC_NO", "195/2016"),
        ("ĐĂNG KÝ TẠI UBND XÃ LAI HÒA SỐ 112 NGÀY 21/10/2025", "CIVIL_DOC_NO", "112"),
        ("Tài liệu: khai tử 118/2025, khai sinh 02/1988", "CIVIL_DOC_NO", "02/1988"),
        ("12.000 cổ phiếu FPT, tài khoản lưu ký 011C706265 tại SSI", "VN_BANK_ACCOUNT", "011C706265"),
        ("tài khoản chứng khoán 069C884177", "VN_BANK_ACCOUNT", "069C884177"),
        ("Thực lĩnh: 7.903.700 đ vào TK 711A 0574 1850 VietinBank", "VN_BANK_ACCOUNT", "711A 0574 1850"),
    ],
)
def test_numbers_are_found(text: str, kind: str, number: str) -> None:
    assert number in found(text, kind)


@pytest.mark.parametrize(
    "text",
    [
        "Hộ chiếu cấp năm 2024 còn hạn",
        "hc 12 345 678 đồng",
        "PP 300 gsm, khổ A4",
        "Làm hộ chiếu mất 8 ngày, lệ phí 200.000",
        "passport size photos 4 x 6 cm",
        "xét hộ nghèo 2024-2025",
        "hộ nghèo 12.000 hộ",
        "sổ hộ khẩu điện tử, hộ số lượng 12",
        "số hộ 1204, tăng 3%",
        "Số hộ nghèo: 12345",
        "Đăng ký tại quầy số 12 ngày thường",
        "tài khoản 131C",
        "Tài khoản 642 chi phí",
        "hộ cận nghèo 118 hộ, giảm 12 hộ",
        "hc CPU 3,5 GHz",
    ],
)
def test_look_alikes_are_left(text: str) -> None:
    kinds = {"VN_PASSPORT", "VN_HOUSEHOLD_NO", "CIVIL_DOC_NO", "VN_BANK_ACCOUNT"}
    assert [pair for pair in pairs(text) if pair[0] in kinds] == []
