"""Flats, hamlets behind people, lines in lower case or without accents, streets on the line below: one address each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Values = Callable[[str, str], list[str]]

FLATS = [
    "Chị Hà ở [[p1508 tòa S2.05 Vinhomes Smart City]], zalo nhé",
    "Anh Nam ở [[chung cư Goldmark City, tòa R2, căn 1608]].",
    "Khách ở [[Royal City R5]], gọi trước",
    "em ở [[tòa T3 Masteri An Phú]] nhé chị",
    "nguyễn thị hà, [[căn 12a3 tòa s2.05 vinhomes grand park]], nợ phí",
    "Nơi ở: [[P1031 Park 6 Times City, P.1, Tp.Vị Thanh, Hậu Giang]]",
    "kinh doanh tạp hóa tại [[sạp 15 chợ Đồng Xuân, phường Hoàn Kiếm, Hà Nội]]: thuế khoán",
    "[[Căn B-1104]]: ông Hứa Thiếu Bân, nợ phí",
    "Tòa S2.05 Vinhomes Ocean Park bàn giao quý 4",
    "ở Times City có nhiều cửa hàng",
    "Lớp học ở tầng 2 phòng 203.",
    "Căn A: diện tích 70 m2",
    "BQL Topaz City thông báo T9/2025",
    "vlan 120 desc Tang 3 - P.Ke toan sn FCW2077A412 mgmt up",
]
PEOPLE = [
    "1. Lý Thị Sen, [[khóm 4]], 71 tuổi",
    "2. Tiêu Hoàng Nhã, [[hẻm Ba Chùa, khóm 6]], khuyết tật nặng",
    "4. Lò Văn Ín, 1988, [[bản Nà Nghịu]], hộ nghèo",
    "Hoàng Văn Sơn (42 tuổi, [[xóm Trại]]) bị ngã",
    "Nguyen Van Tam, 54t, [[xom Dinh]], cao huyet ap",
    "nguyễn phi long, sn 2006, [[ấp quí an]]; đang học",
    "bé Na, con anh Tuấn [[ấp Bàu Tre]], sốt",
    "Đã tiêm 2 mũi, ở [[phường 2]]. Ai nhận nuôi liên hệ",
    "Cầu Nậm Tắt, 2015, bản Nậm Tắt",
    "Chùa Hải Đức, xây năm 1948, xóm Trại",
    "Trường Mầm non Hoa Sen, thôn Đoài, 46 trẻ",
    "Hội thao tổ chức ở phường 2 rất vui",
    "Tổ 5: bà con đóng góp 2 triệu",
]
LOWER = [
    "a uyên ([[138 lý thái tổ, phường hòa cường bắc, quận hải châu, tp đà nẵng]]) giữ bằng",
    "chị thơm - [[12 trần hưng đạo, phường 1, bạc liêu]] - đã trả",
    "toi la le thi hoa o [[45/3 tran hung dao, phuong 2, my tho]] bi mat xe",
    "tôi chuyển từ [[thôn 5, trà bình, trà bồng, quảng ngãi]] vào đây",
    "Biên nhận đặt cọc tiền thuê phòng trọ năm nay\n"
    "cho thue phong so 4 tai [[ngach 20 ngo 381 nguyen khang, yen hoa, cau giay]]\nNgười thuê đồng ý",
    "Chị Trà thuê [[nhà số 9 hẻm 100 trần hưng đạo]] đây ạ",
    "The lessor leases the house to 2 tenants so 3 of them can stay in the lot",
    "Bản tin nội bộ công ty:\ncuoc hop to chuc tai phong 3 tang 2, so 5 nguoi tham gia",
    "ngõ 12 bị ngập, hẻm 51 rất hẹp",
]
BELOW = [
    "Địa chỉ nhận: [[162\n30 Tháng 4, P. Tân Hưng, TP.HCM]]. Cảm ơn",
    "giờ là [[214/4\nHoàng Hoa Thám, phường Láng, thành phố Hà Nội]], thư gửi",
    "nơi cư trú: [[tdp hưng\nlợi, phường kỳ trinh]]; văn hóa 7/12",
    "hktt [[thôn Phò Trạch, xã Phong Bình, huyện\nPhong Điền, Thừa Thiên Huế]], đt 0931862935",
    "Anh Tú trú tại [[số\n118 khóm 2, phường 5]]. Nghề nghiệp",
    "Đ/c: [[Đội 8, thôn An Phú, xã Khánh Hội, Ninh Bình]] - ĐT 0886763344",
    "12\nHoàng Hoa Thám, người anh hùng, [[phường Láng, Hà Nội]]",
]


@pytest.mark.parametrize("marked", FLATS + PEOPLE + LOWER + BELOW)
def test_addresses_are_found_whole_and_nothing_else(marked: str, values: Values) -> None:
    text, wanted = _read(marked)
    assert values(text, "VN_ADDRESS") == wanted


def _read(marked: str) -> tuple[str, list[str]]:
    """Return a text without its marks, and what stood between them."""
    parts = marked.replace("]]", "[[").split("[[")
    return "".join(parts), parts[1::2]
