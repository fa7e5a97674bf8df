"""Words that the engine ran together are told by their spelling; names and words of other languages stay whole."""

from itertools import pairwise

import pytest

from redactor.formats.pdf.glued import seams


def parts(text: str) -> list[str]:
    borders = (0, *seams(text), len(text))
    return [text[a:b] for a, b in pairwise(borders)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nhàở", ["nhà", "ở"]),
        ("Thờihạn.", ["Thời", "hạn."]),
        ("bảnđồsố", ["bản", "đồ", "số"]),
        ("(Diệntích(m²)", ["(Diện", "tích(m²)"]),
        ("NguyễnVăn", ["Nguyễn", "Văn"]),
        ("NGUYỄNVĂN", ["NGUYỄN", "VĂN"]),
        ("CMTNDsố", ["CMTND", "số"]),
        ("thẻCCCD", ["thẻ", "CCCD"]),
        ("BÊNA", ["BÊN", "A"]),
    ],
)
def test_glued(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text",
    ["Nghiêng", "Ênuôl", "Đắk", "H'Kiều", "Kđăm", "hoangan", "an.nguyễn@example.vn", "02/QĐ-UBND", "Krông", "Niê",
     "DE150223", "", "…"],
)  # fmt: skip
def test_whole(text: str) -> None:
    assert seams(text) == ()
