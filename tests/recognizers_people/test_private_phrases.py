"""Health, family and private life told in running text; look-alikes outnumber the hits."""

from __future__ import annotations

import pytest

from recognizers.detection import Detector

_NAMED = "Người làm đơn: Nguyễn Lan Nụ, sinh năm 1990. "


def _found(text: str, kind: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in Detector().find(text) if hit.entity_type.value == kind]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        (_NAMED + "Mẹ tôi bị ung thư gan nên nghỉ làm.", "HEALTH_INFO", "ung thư gan"),
        (
            _NAMED + "Hậu quả: gãy kín xương đòn trái; đưa đi cấp cứu.",
            "HEALTH_INFO",
            "gãy kín xương đòn trái",
        ),
        (_NAMED + "Chồng tôi đang điều trị viêm phổi.", "HEALTH_INFO", "viêm phổi"),
        ("Người thụ hưởng: Lê Mỹ Duyên (con dâu), 50%", "FAMILY_RELATION", "con dâu"),
        ("Quan hệ với chủ hộ: chị gái", "FAMILY_RELATION", "chị gái"),
        (_NAMED + "Anh ấy ngoại tình với người khác.", "PRIVATE_LIFE", "ngoại tình với người khác"),
    ],
)
def test_phrases_about_people_named(text: str, kind: str, value: str) -> None:
    assert value in _found(text, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Bệnh nhân có thể bị viêm gan do vi rút.", "HEALTH_INFO"),
        ("Phòng ngừa ung thư: khám định kỳ mỗi năm.", "HEALTH_INFO"),
        (_NAMED + "Thiết bị gãy phải thay mới.", "HEALTH_INFO"),
        (_NAMED + "Bí quyết chữa bệnh cho cây trồng.", "HEALTH_INFO"),
        (_NAMED + "Khoa Ung thư ở tầng 3.", "HEALTH_INFO"),
        ("Cấm ngoại tình, bạo lực gia đình theo Luật Hôn nhân.", "PRIVATE_LIFE"),
        ("Vợ, chồng có nghĩa vụ chung sống như vợ chồng.", "PRIVATE_LIFE"),
        (_NAMED + "Luật Hôn nhân và Gia đình.", "FAMILY_RELATION"),
        ("Quan hệ giữa vợ và chồng, cha mẹ và con", "FAMILY_RELATION"),
    ],
)
def test_texts_about_nobody_are_left(text: str, kind: str) -> None:
    assert _found(text, kind) == []


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Tôi mượn anh Lê Tâm năm triệu, hẹn cuối tháng trả.", "DEBT", "năm triệu"),
        ("Mình còn thiếu chú Chín Bông hai mươi mốt triệu.", "DEBT", "hai mươi mốt triệu"),
        ("Em nợ chị Trầm ba chỉ vàng, em sẽ gửi trả.", "DEBT", "ba chỉ vàng"),
        ("ANH NGUYỄN VĂN NAM CÒN NỢ HAI MƯƠI TRIỆU ĐỒNG TỪ NĂM NGOÁI", "DEBT", "HAI MƯƠI TRIỆU ĐỒNG"),
        ("Anh Nguyễn Văn Nam vay Năm triệu đồng từ năm ngoái.", "DEBT", "Năm triệu đồng"),
        ("Chị Lê Thị Bé bán vé số, mỗi ngày lời hai trăm ngàn.", "INCOME", "hai trăm ngàn"),
        ("Anh Nguyễn Văn Phúc chạy xe ôm, ngày được 300 nghìn.", "INCOME", "300 nghìn"),
        ("Em Trần Văn Tú đạt giải Ba Sinh học cấp tỉnh.", "GRADES", "giải Ba"),
        ("Em Hoàng Thị Mai đỗ thủ khoa trường Luật.", "GRADES", "thủ khoa"),
        ("Sinh viên Lý Phát Đạt bị cảnh báo học tập mức 2.", "GRADES", "cảnh báo học tập mức 2"),
        ("Cha đưa ông Phạm Văn Nhạc vào viện. Ông góa vợ năm ngoái.", "MARITAL_STATUS", "góa vợ"),
        ("Anh Đỗ Văn Tú ly hôn năm 2020, nuôi một con.", "MARITAL_STATUS", "ly hôn"),
    ],
)
def test_sums_prizes_and_marriages_in_words(text: str, kind: str, value: str) -> None:
    assert value in _found(text, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Công ty TNHH Hòa Phát nợ ngân hàng năm mươi tỷ đồng.", "DEBT"),
        (_NAMED + "Mỗi tháng lớp đóng hai trăm nghìn quỹ.", "INCOME"),
        ("Người lao động nữ mỗi tháng được hỗ trợ 120.000 đồng.", "INCOME"),
        ("Hội thi trao giải nhất, nhì, ba; trường Lê Lợi đạt giải nhất toàn đoàn.", "GRADES"),
        ("Kết quả đo nồng độ cồn của anh Lê Văn Tư là 0,35 mg/L.", "GRADES"),
        ("Thủ tục xin ly hôn gồm đơn, giấy kết hôn, khai sinh.", "MARITAL_STATUS"),
        ("Chồng không có quyền yêu cầu ly hôn khi vợ đang có thai.", "MARITAL_STATUS"),
    ],
)
def test_sums_prizes_and_marriages_of_nobody(text: str, kind: str) -> None:
    assert _found(text, kind) == []
