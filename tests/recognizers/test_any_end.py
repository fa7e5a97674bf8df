"""A text may end anywhere: behind a label, in the middle of an address, of a name, of a number."""

import pytest

from recognizers.detection import Detector

DETECTOR = Detector(readers=())

PAPERS = (
    "Bà Trần Thị Lan Anh, sinh ngày 12/3/1988, CCCD số 079188004512 do Cục CSQLHC về TTXH cấp ngày 1/2/2022, nơi ở: số nhà\n12 ngõ 5 "
    "đường Lê Lợi, tổ dân phố số nhà số 4, phường Bến Thành, thành phố Hồ Chí Minh; điện thoại số 0912 345 678.",
    "anh Tuấn ở ấp 3 xã Tân Phú, lô B2 - căn hộ số 1204 tòa A, KĐT Văn Quán; chị Hoa (sn 1990) nhà số 7 hẻm 12/4 kp 3 p. 5 q. 8",
    "Bệnh nhân: LÊ VĂN TÁM   Tuổi: 54   Giới tính: Nam   BHYT: GD 4 79 7912345678   Chẩn đoán: viêm phổi, tăng huyết áp; vợ là bà Bé",
    "Chuyển khoản vào TK 0071000998213 Vietcombank chủ TK NGUYỄN VĂN HẢI; nợ 12.500.000 đ; biển số 51F-123.45; hộ chiếu C1234567",
    "Ms. Ottilie Brandt (passport C4KK9TT21) lives at 12 Le Loi Street, Ward 3, Da Nang; mail o.brandt@mail.com; IBAN DE89 3704 0044 0532 0130 00",
)


@pytest.mark.parametrize("paper", PAPERS)
def test_a_text_may_end_behind_any_word(paper: str) -> None:
    words = paper.split(" ")
    for count in range(1, len(words) + 1):
        text = " ".join(words[:count])
        for hit in DETECTOR.find(text):
            assert 0 <= hit.start < hit.end <= len(text)


@pytest.mark.parametrize("paper", PAPERS)
def test_a_text_may_begin_with_any_word(paper: str) -> None:
    words = paper.split(" ")
    for first in range(len(words)):
        text = " ".join(words[first:])
        for hit in DETECTOR.find(text):
            assert 0 <= hit.start < hit.end <= len(text)
