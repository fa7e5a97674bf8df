"""Names as people call each other: speakers of a chat, kin words, nicknames, surnames cut short, names from abroad."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recognizers.detection import Detector

Values = Callable[[str, str], list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tuấn Ship: chị ơi em tới rồi\nMẹ Bống: ok em\nTuấn Ship: dạ", ["Tuấn Ship", "Bống", "Tuấn Ship"]),
        ("[12:03] Hà: mai họp mấy giờ?\n[12:04] Duy Anh: 9h nha", ["Hà", "Duy Anh"]),
        (
            "12/03/2024, 08:15 - Ngọc Trâm: em gửi nhé\n12/03/2024, 08:17 - Bố Sóc: ok em",
            ["Ngọc Trâm", "Sóc"],
        ),
        (
            "[08:12, 05/06/2025] 12A03 Hùng Vợ Thảo: ai mất khoá ko\n[08:20, 05/06/2025] Mẹ Cún - 1508: của em ạ",
            ["Hùng Vợ Thảo", "Cún"],
        ),
        (
            "qanh: mai kiểm tra sử rồi nha\nmintt: kệ đi má\nqanh: m học chưa\nmintt: chưa",
            ["qanh", "mintt", "qanh", "mintt"],
        ),
        (
            "Ngân 1902: nhà mình mất nước ạ?\nHuy - G1.11: dạ chưa có đâu chị\nNgân 1902: ok em\nHuy - G1.11: vâng",
            ["Ngân", "Huy", "Ngân", "Huy"],
        ),
        ("Tôi: Cụt Văn Thương. Thương đã nhận đủ tiền.", ["Cụt Văn Thương", "Thương"]),
        ("[09:01] Hà: nhắn giúp Tâm nhé\n[09:02] Tâm Kế Toán: dạ chị", ["Hà", "Tâm", "Tâm Kế Toán"]),
        ("thằng Trung con ông Trần Phước Tú", ["Trung", "Trần Phước Tú"]),
        ("Mình hay cho bé Thái khám đó", ["Thái"]),
        ("Thợ tên Nhi đến sửa.", ["Nhi"]),
        ("Nhắn Quyết: tiền điện 435.734", ["Quyết"]),
        ("xin chuyển chỗ cho con (Hiếu) vì cận", ["Hiếu"]),
        ("Lê Thị Nhàn (bí danh Hai Nhàn) giữ tiền", ["Lê Thị Nhàn", "Hai Nhàn"]),
        ("Ng. Văn Tâm và Ng.T. Hồng đều là nạn nhân", ["Ng. Văn Tâm", "Ng.T. Hồng"]),
        ("ông Park Chung Hoon ký hợp đồng", ["Park Chung Hoon"]),
        ("Cảm ơn Maria Santos Reyes đã gửi hồ sơ", ["Maria Santos Reyes"]),
        ("Hàng xóm Võ Sỹ Bình câu trộm nước", ["Võ Sỹ Bình"]),
        ("BS.CKII Hứa Thanh Bình, bệnh nhân Tăng Mỹ Lệ", ["Hứa Thanh Bình", "Tăng Mỹ Lệ"]),
        ("hôm nay em với lù thị mai qua nhà", ["lù thị mai"]),
        (
            "có mặt chị vi thị xoan, anh lại thế cường, chị đồng thị lệ quyên.",
            ["vi thị xoan", "lại thế cường", "đồng thị lệ quyên"],
        ),
        (
            "bị cáo giàng a páo; con ông giàng seo vần và bà thào thị mỷ.",
            ["giàng a páo", "giàng seo vần", "thào thị mỷ"],
        ),
        ("ông kpă thanh kế bên, y wĩ niê với h'lan byă", ["kpă thanh", "y wĩ niê", "h'lan byă"]),
        ("LƯƠNG TRẦN PHƯƠNG VY\nDOB: 12/03/2001", ["LƯƠNG TRẦN PHƯƠNG VY"]),
    ],
)
def test_names_found(values: Values, text: str, expected: list[str]) -> None:
    assert values(text, "PERSON") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Shop: Dạ chào chị ạ\nKhách: Cho mình xem mẫu này\nShop: Dạ vâng",
        "người bán: dạ chào chị ạ\nngười mua: bớt được không em?\nngười bán: dạ không\nngười mua: ok",
        "nguyên liệu: bột mì nhé\ncách làm: trộn đều nha\nnguyên liệu: đường\ncách làm: khuấy lên, đừng để sôi nhé",
        "me: mua them binh nuoc mam nha",
        "Ghi chú: giao giờ hành chính\nLưu ý: hàng dễ vỡ nhé\nKết luận: đạt ạ",
        "08:00 - Khai mạc\n08:30 - Đón tiếp đại biểu",
        "[12:03] Hệ thống: đã gửi mã\n[12:04] Tổng đài: chào anh",
        "phiếu Bé ngoan, lớp Bé Ngoan, sách Mẹ và Bé, bạn Đọc, các bạn Học sinh, bé Gái, con Giáp, con Trai đầu lòng",
        "gặp Ban giám hiệu, gặp Lãnh đạo phòng, gặp Thư ký, gặp Quản lý, hẹn Thứ Hai, hẹn Chủ nhật, nhờ Trường xác nhận",
        "tên Công ty, tên Sản phẩm, tên Hàng, tên Trường, tên Đường, tên Ngân hàng, tên Môn học",
        "con Đường Hồ Chí Minh, danh hiệu Cháu ngoan Bác Hồ",
        "Bạn An có 12 quả táo, bạn Bình có 5 quả.",
        "em lại thu tiền học. chị cao hơn em. anh cứ để đó mai tính. em từ văn phòng qua, chị lâm vào cảnh khó khăn",
        "giá vàng thị trường tăng, tại văn bản này, thư từ văn chương, la thị lực kém",
        "h nfd, y ttc, h mmm xx",
        "Lầu Năm Góc, phố Lò Đúc, khách sạn Park Hyatt, cửa hàng Louis Vuitton",
    ],
)
def test_words_that_only_look_like_names(values: Values, text: str) -> None:
    assert values(text, "PERSON") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('★☆ "Thất vọng" – bởi Thu Hà Nguyễn ngày 02/03/2024', ["Thu Hà Nguyễn"]),
        ("Passenger: DOAN/THI NGOC TRAM MS    Ticket 738", ["DOAN/THI NGOC TRAM"]),
        ("<HoTen>Điểu Thị\nXia</HoTen><TenCty>Sao Mai</TenCty>", ["Điểu Thị\nXia"]),
        ("<NguoiGiamHo>Trần Khánh Dư</NguoiGiamHo><TenThuoc>Para Ceta</TenThuoc>", ["Trần Khánh Dư"]),
        (
            "Sao kê\nIBFT HO SY LUAN CK tien hang\nTHAI KHAC KHOA ck tien nha",
            ["HO SY LUAN", "THAI KHAC KHOA"],
        ),
        ("Sao kê\nLE THI KIM OANH CHUYEN TIEN MUNG CUOI", ["LE THI KIM OANH"]),
        ("nhà ông Ba Gà, bà Mười Sẹo", ["Ba Gà", "Mười Sẹo"]),
        ("Nguyễn Văn Tư (Tư Thẹo) bỏ trốn", ["Nguyễn Văn Tư", "Tư Thẹo"]),
        ("Con: 1) Lò Cà Ngọc Diệp (2018)", ["Lò Cà Ngọc Diệp"]),
        (
            "bà Lê Thị Mơ vay. Nếu Mơ không trả thì gọi. Gọi Mơ (0912 334 556). Xử phạt Mơ 09 tháng.",
            ["Lê Thị Mơ", "Mơ", "Mơ", "Mơ"],
        ),
        ("shipper bao giao cho chu Binh bao ve roi. Kinh chao me Thao (0912345678)", ["Binh", "Thao"]),
    ],
)
def test_names_in_other_orders(values: Values, text: str, expected: list[str]) -> None:
    assert values(text, "PERSON") == expected


@pytest.mark.parametrize(
    "text",
    [
        "từ Hải Phòng, từ Nam Định, của Hội đồng Lê",
        "VN/HAN SGN  PNR/ABC DEF, TCVN/ISO 9001",
        "<TenHang>Sơn Hà</TenHang><Khoa>Nội Tổng Hợp</Khoa>",
        "TIEN NHA CHUYEN KHOAN T5\nPHI DUY TRI THANH TOAN QUA THE\nHA NOI MUA HANG",
        "Phường Nguyễn Trãi; Đường Trần Phú, phố Trần Não, Hồ Lê Hồng Phong",
    ],
)
def test_other_orders_that_are_no_names(values: Values, text: str) -> None:
    assert values(text, "PERSON") == []


def test_a_known_given_name_is_no_part_of_another_word(values: Values) -> None:
    text = (
        "Nguyễn Văn An ở nhà. Bình An 2 phòng. Khu An 3. An toàn là trên hết. Công ty An Phát. Giá gạo 5 kg"
    )
    assert values(text, "PERSON") == ["Nguyễn Văn An"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Có mặt: Đặng Xuân Hòa, Liễu Khắc Luân, Lường Văn Piếng. Vắng: Đức (xin phép), Dua.",
            ["Đặng Xuân Hòa", "Liễu Khắc Luân", "Lường Văn Piếng", "Đức", "Dua"],
        ),
        ("Tổ 1: Tú, Hằng, Bảo Ngọc; Trực nhật: Hằng - Khang", ["Tú", "Hằng", "Bảo Ngọc", "Hằng", "Khang"]),
        ("gia đình Huỳnh Gia Khang (2002)", ["Huỳnh Gia Khang"]),
        ("con trai là Ơn ký nhận", ["Ơn"]),
        ("Cô Hằng gọi mẹ Bơ (Hà Phương) 0862 935 104", ["Hằng", "Bơ", "Hà Phương"]),
        ("Tui (Hoài Nam) mất tiền, em (Bắc Ninh) ở xa", ["Hoài Nam"]),
        ("đề xuất thay bằng Mục Thị Son. Chợ Thị Nghè, phường Thị Cầu", ["Mục Thị Son"]),
        ("(chủ cơ sở Mai Như Thảo, MST 8686523460)", ["Mai Như Thảo"]),
        (
            "Có mặt: Thạch Sô Kha, anh Tú con bà Sa Ry. Tú không cho. Kha giận bỏ về.",
            ["Thạch Sô Kha", "Tú", "Sa Ry", "Tú", "Kha"],
        ),
        ("Khách: C Thúy Hằng – điểm 20", ["Thúy Hằng"]),
        ("Nữ, N.T.Bích Trâm, 34 tuổi", ["N.T.Bích Trâm"]),
        ("Bảo lãnh cho: Mr Abdul Rahman bin Ismail, born 1985", ["Abdul Rahman bin Ismail"]),
        ("Tui tên Lê Văn Chột tự Hai Chột, 71 tuổi", ["Lê Văn Chột", "Hai Chột"]),
        ("04   NG VAN CU            20     6,2", ["NG VAN CU"]),
        ("* Nguyen don: chi H'\nNhung Nie; sinh nam 1994", ["H'\nNhung Nie"]),
        ('zalo tên "Lâm BĐS" nhắn tin', ["Lâm BĐS"]),
        ("(4420,'Vi Thế Đô','0868417726','x')", ["Vi Thế Đô"]),
        ("  TỪ:  Quỳnh Giang\n       chợ Đồng Xoài", ["Quỳnh Giang"]),
        (
            "BÀ HẠNG THỊ SÚA VÀ BÀ KIỀU HỒNG SƯƠNG CÃI NHAU. BÀ SÚA TRÌNH BÀY. NẾU SƯƠNG KHÔNG TRẢ THÌ SÚA GỌI.",
            ["HẠNG THỊ SÚA", "KIỀU HỒNG SƯƠNG", "SÚA", "SƯƠNG", "SÚA"],
        ),
    ],
)
def test_names_of_lists_and_short_forms(values: Values, text: str, expected: list[str]) -> None:
    assert values(text, "PERSON") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Tổ 3: Toán, Lý, Hóa\nNhóm 2: Thực phẩm\nVắng: 3 em\nNhóm 1: Hà Nội, Nam Định, Hải Phòng",
        "Thiếu: Hồ sơ, Giấy khai sinh\nTham gia: Đoàn viên, Thanh niên\nNghỉ: Lễ Quốc Khánh\nCa 2: Kho A, Xưởng B",
        "Từ: Shop Hoa Mai\nĐến: Kho Bình Tân\nTỪ:  Bưu cục",
        "Công ty con Hòa Phát Dung Quất vận hành lò cao",
        "cho trẻ em Việt Nam làm con nuôi",
        "Ông Chánh văn phòng, Trưởng phòng Nội vụ",
        "P.Tân Bình, Q.Bình Thạnh, T.P.Hồ Chí Minh, H.Củ Chi",
    ],
)
def test_lists_that_hold_no_names(values: Values, text: str) -> None:
    assert values(text, "PERSON") == []


def test_a_roster_drawn_with_blanks_keeps_its_names() -> None:
    text = " 1. Lê Thị Hòe      SN 12        11. Vương Đình Đệ   SN 34\n 2. Ngô Xuân Bính   SN 14        12. Tạ Thị Đào      SN 36\n"
    hits = [text[hit.start : hit.end] for hit in Detector().find(text) if hit.entity_type.value == "PERSON"]
    assert hits == ["Lê Thị Hòe", "Vương Đình Đệ", "Ngô Xuân Bính", "Tạ Thị Đào"]


@pytest.mark.parametrize(
    "text",
    [
        "Tên hàng: Sơn Hoàng Gia\nTên dự án: Vũ Yên\nTên tàu: Hải Âu\nTên file: Bao Cao\nTên thửa: Đồng Cao",
        "Nhân viên giao: Kho Bình Tân",
        "Ghi chú: Tái khám sau 2 tuần. Bài thơ của Bà Huyện Thanh Quan.",
        "Truyện của Tô Hoài, Nguyễn Nhật Ánh; tranh Bùi Xuân Phái",
    ],
)
def test_things_places_and_authors(values: Values, text: str) -> None:
    assert values(text, "PERSON") == []
