"""Who acts in office where no rule says so, and who does not: papers that no corpus holds."""

import pytest

from recognizers.detection import Detector, LabelledText, TableData
from recognizers.entities import EntityType


def _kept(text: str) -> dict[str, bool]:
    hits = Detector().find_document([LabelledText(text, "")]).texts[0]
    return {text[h.start : h.end]: bool(h.keep) for h in hits if h.entity_type is EntityType.PERSON}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sáng nay, Bí thư Huyện ủy Lương Đình Khuê dự lễ khánh thành cầu Bến Mới.", "Lương Đình Khuê"),
        ("Mọi thắc mắc xin liên hệ đ/c Vi Thị Chanh, văn thư UBND xã, số máy 0205 3712 448.", "Vi Thị Chanh"),
        ("Nhân viên tiếp nhận: Đồng Thị Kim Loan", "Đồng Thị Kim Loan"),
        ("Yours faithfully,\nUng Quoc Thai\nBranch Manager", "Ung Quoc Thai"),
        ("CHÍNH TRỊ VIÊN\nThiếu tá Bàn Văn Sáng", "Bàn Văn Sáng"),
        ("Bên cho thuê: Công ty TNHH Phú Cường do bà Đoàn Thị Nhạn làm Giám đốc đại diện", "Đoàn Thị Nhạn"),
        ("Phụ trách kinh doanh: Mạc Thế Vinh – 024 3768 1190", "Mạc Thế Vinh"),
    ],
)
def test_officers_may_stay(text: str, name: str) -> None:
    assert _kept(text)[name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Người nộp đơn: Lương Đình Khuê, sinh ngày 04/05/1970, nguyên Phó Giám đốc", "Lương Đình Khuê"),
        ("Bà Vi Thị Chanh kiến nghị Chủ tịch UBND xã sửa đường.", "Vi Thị Chanh"),
        ("Thư ký: Đồng Thị Kim Loan, CCCD 022188004517", "Đồng Thị Kim Loan"),
        ("Best regards,\nUng Quoc Thai\n0912 448 190", "Ung Quoc Thai"),
        ("Công nhân Nguyễn Văn Sáng nói: “Lương cũng đủ sống”.", "Nguyễn Văn Sáng"),
        ("Học sinh Mạc Thế Vinh, lớp 9A, con ông Mạc Thế Hiển", "Mạc Thế Vinh"),
    ],
)
def test_the_public_is_hidden(text: str, name: str) -> None:
    assert not _kept(text)[name]


def test_an_offices_directory_names_officers() -> None:
    rows = (
        ("STT", "Họ và tên", "Chức vụ", "Phòng làm việc", "Máy lẻ"),
        ("1", "Lương Đình Khuê", "Giám đốc", "P.301", "101"),
        ("2", "Vi Thị Chanh", "Chuyên viên", "P.203", "126"),
    )
    found = Detector().find_document([], [TableData("", rows, None)]).tables[0]
    assert {
        (column.column, column.keep) for column in found.columns if column.entity_type is EntityType.PERSON
    } == {(1, "official_capacity")}
