"""Who does a paper's work, sits on a team or stands for an organisation may stay; those they deal with may not."""

import pytest

from recognizers.detection import Detector
from recognizers.standing import OFFICER

#: Without a tagger nobody objects: what is likely is kept.
RULES = Detector(readers=())

_IN_OFFICE = [
    ("Người lập: Thân Thị Thảo", "Thân Thị Thảo"),
    ("Số dư cuối kỳ: 0\nNGƯỜI CHẤM CÔNG: LƯU THỊ OANH", "LƯU THỊ OANH"),
    ("Phụ huynh: Lê Thị Thuyên          Người nhận hồ sơ: Đặng Thị Phương Uyên", "Đặng Thị Phương Uyên"),
    ("Thu kho: Nguyen Thai Hoc", "Nguyen Thai Hoc"),
    ("Trưởng ấp: Lâm Văn Tiếp", "Lâm Văn Tiếp"),
    ("Tổ chuyên gia: Vũ Hồng Kỳ, Đồng Thị Ngân, An Văn Sáng.", "Đồng Thị Ngân"),
    ("Ban kiểm phiếu: ông Lê Sĩ Hoàng (trưởng ban), bà Phạm Như Nguyệt", "Phạm Như Nguyệt"),
    (
        "Tại nhà văn hóa, Tổ hòa giải gồm bà Phùng Thị Oánh, ông Đào Duy Khái tiến hành hòa giải.",
        "Đào Duy Khái",
    ),
    ("thanh phan: ong Dang Huu Loc pgd, ba Tran Thi My Hoa hcns", "Dang Huu Loc"),
    ("Ngày 31/10/2026 – đại diện tổ chức: Đặng Phước Lành (ký điện tử)", "Đặng Phước Lành"),
    (
        "UBND xã Ngọc Lặc do ông Quách Công Tuyến đại diện theo văn bản ủy quyền số 102/UQ.",
        "Quách Công Tuyến",
    ),
]
_PRIVATE = [
    ("Người nhận: Đặng Thị Phương Uyên, 0912 345 678", "Đặng Thị Phương Uyên"),
    ("Người nhận đơn hàng: Đặng Thị Phương Uyên", "Đặng Thị Phương Uyên"),
    ("Received by: Thân Thị Thảo", "Thân Thị Thảo"),
    ("Người lập di chúc: Lê Cửu Long", "Lê Cửu Long"),
    ("gd Nguyễn Thị Lành ở xóm Bãi", "Nguyễn Thị Lành"),
    ("Gđ ông Trần Văn Lúa: 4 khẩu", "Trần Văn Lúa"),
    ("Tổ 4 gồm ông Lê Sĩ Hoàng, bà Phạm Như Nguyệt và 12 hộ khác.", "Phạm Như Nguyệt"),
    ("Nhóm bạn gồm Lê Sĩ Hoàng và Phạm Như Nguyệt rủ nhau đi biển.", "Phạm Như Nguyệt"),
    ("Ban nhạc: Lê Sĩ Hoàng, Phạm Như Nguyệt", "Lê Sĩ Hoàng"),
    ("Các con do bà Phùng Thị Oánh đại diện làm đơn.", "Phùng Thị Oánh"),
    ("Hộ ông Sùng do anh Đào Duy Khái đại diện nhận tiền.", "Đào Duy Khái"),
    ("Nguyễn Thị Lành (TP Hồ Chí Minh) gửi 2 thùng xoài.", "Nguyễn Thị Lành"),
    ("Lê Sĩ Hoàng (CCB) được trợ cấp.", "Lê Sĩ Hoàng"),
    ("Đại diện gia đình: ông Lê Sĩ Hoàng", "Lê Sĩ Hoàng"),
    ("Thư mời phỏng vấn – Vị trí Kỹ thuật viên bảo trì – Phạm Huy Cường", "Phạm Huy Cường"),
    ("Người bệnh: Lê Sĩ Hoàng. Người khám bệnh tự đóng viện phí.", "Lê Sĩ Hoàng"),
]


def _keep(text: str, name: str) -> str:
    at = text.index(name)
    return next((hit.keep for hit in RULES.find(text) if hit.start <= at < hit.end), "")


@pytest.mark.parametrize(("text", "name"), _IN_OFFICE)
def test_those_in_office_may_stay(text: str, name: str) -> None:
    assert _keep(text, name) == OFFICER


@pytest.mark.parametrize(("text", "name"), _PRIVATE)
def test_those_who_only_look_like_it_may_not(text: str, name: str) -> None:
    assert _keep(text, name) == ""
