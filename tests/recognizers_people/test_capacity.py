from __future__ import annotations

import pytest

import redactor
from recognizers.address import AddressRecognizer
from recognizers.birth_date import BirthDateRecognizer
from recognizers.capacity import propose_keep
from recognizers.folding import fold
from recognizers.person import PersonRecognizer
from recognizers.places import PlaceRecognizer
from recognizers.results import Hit


def proposals(text: str) -> dict[str, str]:
    folded = fold(text)
    hits = []
    for recognizer in (PersonRecognizer(), AddressRecognizer(), BirthDateRecognizer(), PlaceRecognizer()):
        for found in recognizer.find(folded):
            hits.append(Hit(found.start, found.end, found.entity_type, found.score, found.reason, found.keep))
    hits.sort(key=lambda hit: hit.start)
    return {folded.text[hit.start : hit.end]: hit.keep for hit in propose_keep(folded, hits)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Thẩm phán - Chủ tọa phiên tòa: Bà Nguyễn Thị Hoa", "Nguyễn Thị Hoa"),
        ("Công chứng viên: Trần Văn Bình", "Trần Văn Bình"),
        ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLê Văn Cường", "Lê Văn Cường"),
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(đã ký)\nPhạm Văn Dũng", "Phạm Văn Dũng"),
        ("Bên A: Công ty TNHH Hoàng Nam\nĐại diện: Ông Nguyễn Văn An", "Nguyễn Văn An"),
        ("Ông Phan Công Tùng - Chủ tịch UBND", "Phan Công Tùng"),
        ("GIÁM ĐỐC\nNguyễn Văn An", "Nguyễn Văn An"),
        ("Kiểm sát viên: Nguyễn Bảo Quý; Thư ký", "Nguyễn Bảo Quý"),
    ],
)
def test_officers_are_proposed_to_be_kept(text: str, name: str) -> None:
    assert proposals(text)[name] == "official_capacity"


@pytest.mark.parametrize(
    "text",
    [
        "Bên vay: Ông Nguyễn Văn An, sinh năm 1980",
        "Người khai\n(Ký, ghi rõ họ tên)\n\nNguyễn Văn An",
        "Nguyên đơn: Nguyễn Văn An",
        "BÊN A\n(Ký, ghi rõ họ tên)\n\nNguyễn Văn An",
        "bị cáo Nguyễn Văn An",
        "Giám đốc Nguyễn Văn An, sinh ngày 01/02/1980",
        "Họ và tên: Nguyễn Văn An\nChức vụ: Nhân viên",
        "Chủ hộ: Nguyễn Văn An",
        "Kính gửi ông Nguyễn Văn An",
        "Đại diện gia đình: ông Nguyễn Văn An",
        "Cán bộ địa chính lập biên bản với hộ ông Nguyễn Văn An, thửa 211",
        "Trưởng ấp và các hộ: Trì Thị Tuyết, Nguyễn Văn An",
        "Chủ sử dụng đất: Nguyễn Văn An",
    ],
)
def test_citizens_are_not(text: str) -> None:
    assert proposals(text)["Nguyễn Văn An"] == ""


def test_the_given_name_of_somebody_hidden_is_not_kept() -> None:
    text = (
        "Điều 1. Nâng bậc lương đối với ông Lường Văn Chựa, giáo viên.\n"
        "Điều 2. Chánh Văn phòng, Hiệu trưởng trường THPT Mường Bi và ông Chựa chịu trách nhiệm thi hành."
    )
    kept = {text[found.start : found.end]: found.keep for found in redactor.find_in_text(text)}
    assert kept == {"Lường Văn Chựa": "", "Chựa": ""}


@pytest.mark.parametrize(
    "text",
    [
        "Công ty TNHH Hoàng Nam\nĐịa chỉ: 12 Lê Lợi, phường Bến Nghé, TP.HCM",
        "Ủy ban nhân dân phường Bến Nghé, địa chỉ: 12 Lê Lợi, phường Bến Nghé, TP.HCM",
        "Trụ sở chính: 12 Lê Lợi, phường Bến Nghé, TP.HCM",
        "BÊN CHO VAY: Ngân hàng TMCP Á Châu. Địa chỉ: 12 Lê Lợi, phường Bến Nghé, TP.HCM",
    ],
)
def test_offices_are_proposed_to_be_kept(text: str) -> None:
    assert proposals(text)["12 Lê Lợi, phường Bến Nghé, TP.HCM"] == "office_address"


@pytest.mark.parametrize(
    "text",
    [
        "Công ty TNHH Hoàng Nam\nGiám đốc: Nguyễn Văn An\nThường trú: 12 Lê Lợi, phường Bến Nghé, TP.HCM",
        "Họ và tên: Nguyễn Văn An\nĐịa chỉ: 12 Lê Lợi, phường Bến Nghé, TP.HCM",
        "CMND do Công an tỉnh Nam Định cấp ngày 1/2/2010\nĐịa chỉ: 12 Lê Lợi, phường Bến Nghé, TP.HCM",
        "số tài khoản 123456789 tại Ngân hàng Á Châu. Anh ấy ở 12 Lê Lợi, phường Bến Nghé, TP.HCM",
        "Người nhận: chị Hoa\n12 Lê Lợi, phường Bến Nghé, TP.HCM",
    ],
)
def test_homes_are_not(text: str) -> None:
    assert proposals(text)["12 Lê Lợi, phường Bến Nghé, TP.HCM"] == ""


def test_what_a_speaker_of_a_chat_says_is_about_others() -> None:
    text = (
        "[14/10/2026 08:12] Thuỳ Chi: để chị nhận cho, số của em là gì\n"
        "[14/10/2026 08:31] Thuỳ Chi: bác sĩ Quỳnh ở phòng khám đó\n"
    )
    assert proposals(text)["Thuỳ Chi"] == ""
