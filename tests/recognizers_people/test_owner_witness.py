"""Whose an address is, in texts that no paper of the corpus holds: places of work and of all, and people's homes."""

import pytest

from recognizers.detection import Detector, LabelledText
from recognizers.entities import EntityType


def _keeps(text: str) -> list[str]:
    hits = Detector().find_document([LabelledText(text, "")]).texts[0]
    return [hit.keep for hit in hits if hit.entity_type is EntityType.VN_ADDRESS]


@pytest.mark.parametrize(
    "text",
    [
        "Mạng lưới: Chi nhánh Lê Văn Lương – số 88 Lê Văn Lương, phường Nhân Chính, quận Thanh Xuân, Hà Nội.",
        "CÔNG TY CỔ PHẦN NHỰA ĐẠI PHÁT\nĐiện thoại: 0251 3836 117\nĐịa chỉ: đường số 6, KCN Amata, phường Long Bình, Biên Hòa",
        "Bảo tàng Đắk Lắk, số 12 đường Lê Duẩn, phường Tự An, thành phố Buôn Ma Thuột, mở cửa từ 8 giờ.",
        "Hội thảo được tổ chức tại khách sạn Hải Âu, số 489 An Dương Vương, phường Nguyễn Văn Cừ, Quy Nhơn.",
        "Nộp hồ sơ tại Trung tâm Phục vụ hành chính công, số 15 đường Hùng Vương, phường Phú Nhuận, thành phố Huế.",
        "Bên mua: HTX Nông nghiệp Phú Xuân\nĐịa chỉ: Ấp 7, xã Long Hải, thành phố Hồ Chí Minh\nMST: 0301234567",
        "Cơ sở 2: Làng Hạ, xã Thẩm Dương, huyện Văn Bàn, tỉnh Lào Cai – điện thoại 0214 3861 817",
        "Sản xuất tại đội 10, thôn Mỹ Hòa, xã Bình Minh, thành phố Hà Nội; tổng đài 1900 1234.",
        "Sản xuất tại: Nhà máy Dược phẩm Sao Kim, lô 12 KCN Quang Minh, huyện Mê Linh, Hà Nội.",
        "The Seller: GREEN LOTUS VINA JOINT STOCK COMPANY\nAddress: Lot C7, Hoa Khanh Industrial Zone, Da Nang",
        "Shipper: Cuu Long Frozen Foods JSC\nAddress: 22 Tran Hung Dao, Ninh Kieu, Can Tho",
    ],
)
def test_places_of_organisations_may_stay(text: str) -> None:
    keeps = _keeps(text)
    assert set(keeps) <= {"office_address"}


@pytest.mark.parametrize(
    "text",
    [
        "Anh làm ở Công ty TNHH Bình Minh, nhà tại số 14 ngõ 25 phố Vọng, phường Phương Mai, quận Đống Đa, Hà Nội.",
        "Chủ tịch UBND xã hiện ở số 9 đường Phan Bội Châu, phường 1, thành phố Bảo Lộc, tỉnh Lâm Đồng.",
        "Giám đốc Công ty An Bình\nChỗ ở hiện nay: số 31 đường Hoàng Diệu, phường 5, thành phố Đà Lạt",
        "Công ty giao hàng tới tổ 5, thôn Phú Lễ, xã Quảng Phú, huyện Quảng Điền, tỉnh Thừa Thiên Huế.",
        "Bà Nguyễn Thị Lệ, giáo viên Trường THCS Lê Lợi, trú tại số 3/7 đường Nguyễn Trãi, phường 3, quận 5, TP.HCM.",
        "Bên mua: Trần Văn Lộc\nĐịa chỉ: Ấp 7, xã Long Hải, thành phố Hồ Chí Minh",
        "Khách hàng: bà Phan Thị Nở\nĐịa chỉ: Ấp 3, xã Long Hải, thành phố Hồ Chí Minh",
        "Số 118 đường Lý Thường Kiệt, phường 7, quận Tân Bình, TP.HCM",
        "TK 0071001234567 Vietcombank, số 28 đường Lê Lợi, phường Bến Nghé, quận 1, TP.HCM",
        "Employee: Pham Van Tuan\nCompany: Delta Company Limited\nAddress: 14 Le Loi, Hue",
        "Lessee: Mr. John Parker of Acme Inc\nAddress: 9 Tran Phu, Nha Trang",
    ],
)
def test_homes_and_addresses_nobody_owns_are_hidden(text: str) -> None:
    keeps = _keeps(text)
    assert keeps
    assert set(keeps) == {""}
