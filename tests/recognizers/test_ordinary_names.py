"""Ordinary words that stand where names do, or that look like half of one; names that stay names beside them."""

from __future__ import annotations

import pytest
from finding import found

from recognizers.base import Found
from recognizers.entities import EntityType
from recognizers.folding import fold
from recognizers.name_compounds import headings, institutions, ordinary, written
from recognizers.ordinary_names import counts_money, ends_an_amount, is_ordinary
from recognizers.results import Reason
from recognizers.tiers import Tier
from recognizers.words import words

#: Enough text in which capitals stand where they belong.
_PROSE = "Phòng Hành chính gửi các đơn vị thuộc Sở kế hoạch của Quý IV. "


def _named(text: str, code: str) -> Found:
    """The name that a text marks with brackets, as found for a reason; offsets are those without the brackets."""
    start, end = text.index("["), text.index("]") - 1
    return Found(start, end, EntityType.PERSON, 0.6, Reason(code), tier=Tier.LENGTH)


def _asked(text: str, code: str) -> bool:
    return is_ordinary(fold(text.replace("[", "").replace("]", "")), _named(text, code))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (_PROSE + "Văn bản gửi [Hiệp] hội du lịch thành phố", "person_witness"),
        (_PROSE + "Phó chủ tịch [Liên] đoàn lao động tỉnh", "person_witness"),
        (_PROSE + "[Tuân] thủ quy trình bốn bước", "echoed"),
        (_PROSE + "Chủ đề 3: [Siêng] năng, kiên trì", "tagged"),
        (_PROSE + "Chức vụ: Thủ tướng [Chính] phủ", "person_known"),
        ("bien ban tam giu xe, nguoi [vi pham trinh bay] di dam cuoi ve", "person_witness"),
        ("ba ngoai tai bien, hom nay [dieu tri vi pham] tai nha", "person_witness"),
        (_PROSE + "1. [Vấn] đề cần cải thiện", "person_known"),
        (_PROSE + "Chúng tôi [nghiêm] túc thực hiện", "person_witness"),
        (_PROSE + "Đơn vị phải xử lý [nghiêm minh] mọi vi phạm", "tagged"),
        (_PROSE + "khái niệm [trí tuệ nhân tạo] trong giáo trình", "person_witness"),
        (_PROSE + "Ghi chú [Phát Triển] phần mềm", "person_witness"),
        (_PROSE + "## [Kiến Trúc] & luồng dữ liệu", "tagged"),
        (_PROSE + "Nút [Nhật Ký] ở trang chủ", "person_context"),
        ("| [Hướng Dẫn] | Cách dùng phần mềm |\n" + _PROSE, "column_header"),
        ("| NSDLĐ | [Người sử dụng lao động] |\n" + _PROSE, "column_header"),
        ("| [HĐLĐ] | Hợp đồng lao động |\n" + _PROSE, "column_header"),
        ("| 9 | [Phường Dĩ An] | Di An Ward |\n" + _PROSE, "column_header"),
        ("| 9 | Dĩ An | [Di An Ward] |\n" + _PROSE, "column_header"),
        ("| [Customer Data] | 7% | Đúng mẫu |\n" + _PROSE, "column_header"),
        ("It was the default of all. [The] page is for those who read it with care.", "tagged"),
        (
            "This is the page for those who work with the [DOM] and with events. It was written by us.",
            "tagged",
        ),
        ("This is for those who [listen] with care. It was written by the team and is free.", "tagged"),
        ("[Try] it here with us. It is for the reader who was able to try it on the page.", "echoed"),
        (_PROSE + "| E4 | Nút in thô sơ | [Nhẹ] |", "tagged"),
        (_PROSE + "1. [Điếc]/Lãng tai", "person_witness"),
        ("[Lazy Loading] is for the first use. It was written by us and has no cost.", "tagged"),
        ("[Here], the counter is a function. It was written by us and has no cost.", "tagged"),
        ("The page is sensitive to [SEO] and to time. It was written by us and has no cost.", "tagged"),
        ("It is [an MIT] licensed plugin for the web, and was made with care by us.", "tagged"),
        ("We also offer a graduate [program that] is open for all. It was made by the team.", "tagged"),
        (
            "[Browser Packages] for the web. A browser has packages, and each is made with care by us.",
            "echoed",
        ),
        ("[Nuxt's] rules are for the web. It was made with the help of a Nuxt plugin and is free.", "tagged"),
    ],
)
def test_an_ordinary_word(text: str, code: str) -> None:
    assert _asked(text, code)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (_PROSE + "Đơn của chị [Hiệp] hội trưởng phụ huynh", "person_witness"),  # a form of address before it
        (_PROSE + "Hôm qua [Lan] truyền nước ở trạm", "person_witness"),  # within a sentence, no institution
        (_PROSE + "[Hòa] đã nhận đủ tiền", "tagged"),
        (_PROSE + "Bên nhận: Lê [Kiến Trúc], kế toán", "person_context"),  # a surname before it
        (_PROSE + "Người giao: [Hải Đăng]", "person_witness"),  # a word of the language and a name
        (_PROSE + "Người nhận: [Bình Minh]", "tagged"),
        (_PROSE + "Họ tên: [Kiến Trúc]", "person_label"),  # a label says it
        ("chi nghiem tuc bao mai [lan] tra tien cho co tam nhe", "tagged"),
        ("hôm qua con [nghiêm] túc xin lỗi cô rồi ạ " * 2, "person_witness"),  # a chat without capitals
        ("| 9 | [LÒ THỊ XUÂN] | 1990 |\n" + _PROSE, "column_header"),
        ("| 9 | [lò thị xuân] | 1990 |\n" + _PROSE, "column_header"),
        ("| 9 | [Sen thợ xây] | 1990 |\n" + _PROSE, "column_header"),
        ("| 9 | [HOA] | 1990 |\n" + _PROSE, "column_header"),
        ("| 9 | [Lò Thị Xuân] | 1990 |\n" + _PROSE, "column_header"),
        (
            _PROSE + "The voter [Trang Nguyen] came at noon",
            "tagged",
        ),  # "trạng nguyên", "hài lòng" have accents
        (_PROSE + "Bus driver [Hai Long] waits", "tagged"),
        (_PROSE + "Người nhận: [Nhẫn]", "tagged"),
        ("hom qua [lan anh] tra tien cho co tam", "person_witness"),
        ("dua cho [thu mai] va [minh tam] ba trieu".replace("[minh tam]", "minh tam"), "person_witness"),
        ("con [vi pham] no tien hang", "person_title"),
        ("hen [thao vi pham] chieu nay", "person_witness"),  # one word is half of nothing
        (_PROSE + "Người giao: [Lượm]", "tagged"),  # one rare word may be a name
        (_PROSE + "Đã báo cho [Nhót] biết", "person_witness"),
        (_PROSE + "đã trao cho [Giàng Dợ] ba suất", "person_witness"),  # a surname of the Hmong
        (_PROSE + "đã gặp [Mlô Lơng] ở buôn", "tagged"),  # a clan of the Ê Đê
        ("hôm qua gửi [nhẹ] hai chục rồi nha mấy đứa " * 2, "tagged"),  # a chat without capitals
        (
            "Our lawyer [Sterling Brown] has the file. It is for the court and was sent by mail.",
            "person_shape",
        ),
        ("Our guest [Li Xiaoming] has the room. It is for the week and was paid by card.", "tagged"),
        (_PROSE + "đã trao quà cho [Mí Pá] sáng nay", "tagged"),
        ("The guest [NGUYEN] has the key. It is for the week and was paid by card, with a note.", "tagged"),
        ("Guests are [LI XIAOMING] and two more. It is for the week and was paid by card.", "tagged"),
        ("The room of [Rose Mint] has a rose. It is for the week and was paid by card, with care.", "tagged"),
        ("Please ask [An] for the key. She is the owner and has an office with us.", "tagged"),
    ],
)
def test_a_name(text: str, code: str) -> None:
    assert not _asked(text, code)


def test_found_in_whole_texts() -> None:
    text = (
        "Mục lục\n1. Nhật Ký sức khỏe, 2. Kiến Trúc hệ thống, 3. Phát Triển phần mềm của ứng dụng.\n"
        "Chị Đàm Thị Nhài gửi Hiệp hội du lịch và Liên đoàn Lao động tỉnh văn bản về Kỳ họp thứ 3."
    )
    assert found(text, "PERSON") == ["Đàm Thị Nhài"]


def test_lists_hold_pairs_with_accents_and_no_surname_with_a_common_given_name() -> None:
    for listed in (headings(), institutions()):
        assert listed <= written() <= ordinary()
        assert all(pair.count("_") == 1 for pair in listed)
    assert not ordinary() & {"nguyễn_anh", "trần_bình", "lê_hoa", "phạm_hùng"}


@pytest.mark.parametrize(
    "cell",
    [
        "Phương Anh",
        "Phuong Anh",
        "Huyen Trang",
        "Quan Văn Long",
        "Quan Van Long",
        "Xa Thị Lan",
        "Vung Thi Sen",
    ],
)
def test_names_that_sound_like_ranks_of_places_stay_names_below_their_head(cell: str) -> None:
    assert not _asked(f"| 9 | [{cell}] | 7A |\n" + _PROSE, "column_header")


def test_a_foreigner_named_like_a_rank_stays_one() -> None:
    assert not _asked("| 9 | [John Ward] | 7A |\n" + _PROSE, "column_header")


def test_a_column_of_such_names_is_found() -> None:
    text = "STT\tHo va ten\tLop\n1\tPhuong Anh\t7A\n2\tHuyen Trang\t7B\n"
    assert {"Phuong Anh", "Huyen Trang"} <= set(found(text, "PERSON"))


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("mười một triệu năm trăm\n[ngàn]).", True), ("11 [triệu] rưỡi", True), ("hai [nghìn rưỡi]", True),
        ("chin tram [ngan] dong", True), ("gặp chị [ngàn] ở chợ", False), ("[triệu] đi vắng", False),
        ("năm [Ngàn] lên mười", False), ("ba [bốn] người", False), ("số 5 [hà] nội", False),
    ],
)  # fmt: skip
def test_the_end_of_a_sum_in_words(text: str, ends: bool) -> None:
    w = words(fold(text.replace("[", "").replace("]", "")))
    assert ends_an_amount(w, *w.entries(text.index("["), text.index("]") - 1)) is ends


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Bang chu: Ba [tram bay muoi hai] nghin dong", True), ("Bằng chữ: [Một trăm hai mươi] triệu", True),
        ("BANG CHU: [BAY TRIEU NAM] TRAM NGHIN", True), ("so tien ba [tram] le bay", True),
        ("gặp [Ba Tư] ở chợ", False), ("chị [Trâm] Bảy Mươi", False), ("ông [Năm Sáu] nhà bên", False),
        ("[Nghìn] Năm Sáu", False), ("chi [Tram] o xa", False), ("Bảy [Trăm Hoa]", False),
        ("cô [Tư Lẻ] bán chè", False),
    ],
)  # fmt: skip
def test_a_number_told_in_words(text: str, counts: bool) -> None:
    w = words(fold(text.replace("[", "").replace("]", "")))
    assert counts_money(w, *w.entries(text.index("["), text.index("]") - 1)) is counts
