"""Words and numbers of things that look like somebody's: files, variables, tariffs, nations, peoples, lists of illnesses."""

from __future__ import annotations

import pytest
from finding import found

from recognizers.base import Found
from recognizers.entities import EntityType
from recognizers.folding import fold
from recognizers.results import Reason
from recognizers.told_of_nobody import told_of_somebody
from recognizers.told_of_things import not_of_things


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("criteria-1-result: Pass\ncriteria-2-result: Pass\ncriteria-3-result: Fail", "CREDENTIAL"),
        ("7. Khi Git hỏi password: DÁN token vào, màn hình không hiện chữ nào", "CREDENTIAL"),
        ("1.3. Lưu API Key:\n📝 Lưu vào sổ tay, không gửi cho ai", "CREDENTIAL"),
        ("user: Conversation info (untrusted metadata)", "CREDENTIAL"),
        ("token: null, setToken: (token) => set({ token })", "CREDENTIAL"),
        ("api_key = open('/home/key.txt').read().strip()", "CREDENTIAL"),
        ("password=os.environ.get('DB_PASSWORD', '')", "CREDENTIAL"),
        ('TELEGRAM_BOT_TOKEN="<your-telegram-bot-token>"', "CREDENTIAL"),
        ("GEMINI_API_KEY=your_api_key_here", "CREDENTIAL"),
        ("Tạo token tại: https://git.example/settings/tokens", "CREDENTIAL"),
        ('@app.post("/ask")\n@limiter.limit("10/minute")\ndef ask(req):', "SOCIAL_ACCOUNT"),
        ("Thêm @st.cache_data cho hàm nặng", "SOCIAL_ACCOUNT"),
        ('var userID = "0"; if (userID == "0") openLogin();', "CREDENTIAL"),
        ("facebook-image: /images/blog-facebook/a-new-shop_facebook.png", "SOCIAL_ACCOUNT"),
        ("twitter-image: /images/blog-twitter/playback3-Twitter.jpg", "SOCIAL_ACCOUNT"),
        ("New York: Pantheon Books. ISBN 0307761142.", "VN_PHONE"),
        ("The Early History (2005) ISBN 0-8264-7765-8", "VN_PHONE"),
        ("Eibar thắng 3, thua 1/4 trận gần đây và thua 3/9 trận sân khách mới nhất.", "VN_LAND_PARCEL"),
        ("Quan hệ vuông góc trong không gian: đường thẳng vuông góc mặt phẳng", "FAMILY_RELATION"),
        ("Đại từ quan hệ: who, whom, which", "FAMILY_RELATION"),
        ("194 quan hệ ngoại giao: phủ sóng toàn cầu", "FAMILY_RELATION"),
        (
            "Ông Nguyễn Hòa Bình trình bày dự thảo.\n1. Đối với người phạm tội: a) Mọi hành vi phạm tội phải được xử lý nhanh chóng;",
            "CRIMINAL_RECORD",
        ),
        ("Tàu bay, tàu biển mang quốc tịch Việt Nam chịu sự điều chỉnh của Luật này.", "NATIONALITY"),
        ("Trẻ sinh ra ở đây thì có quốc tịch Việt Nam.", "NATIONALITY"),
        ("Các xã phía tây là địa bàn cư trú của người Mạ và của người Chăm.", "ETHNICITY"),
        ("Nước ta có 54 dân tộc, dân tộc Kinh chiếm đa số.", "ETHNICITY"),
        ("Người theo đạo Công giáo đi lễ ngày Chủ nhật.", "RELIGION"),
        ("Hôn nhân ở Việt Nam: tự nguyện, tiến bộ, một vợ một chồng", "MARITAL_STATUS"),
        ("Andrew Orlowski (18 tháng 10 năm 2005). “Wikipedia founder admits problems”.", "DATE_OF_BIRTH"),
    ],
)
def test_of_a_thing(text: str, kind: str) -> None:
    assert found(text, kind) == []


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Mật khẩu: Hoa#8812", "CREDENTIAL", "Hoa#8812"),
        ("password: my-dog-2020", "CREDENTIAL", "my-dog-2020"),
        ("password: newyork88", "CREDENTIAL", "newyork88"),
        ("user: Thanhnga", "CREDENTIAL", "Thanhnga"),
        ("Instagram: @thao.nguyen_92", "SOCIAL_ACCOUNT", "@thao.nguyen_92"),
        ("Facebook: lananh.nail88", "SOCIAL_ACCOUNT", "lananh.nail88"),
        ("Gọi số 0903 761 142 gặp chủ nhà", "VN_PHONE", "0903 761 142"),
        ("Thửa đất số 142, tờ bản đồ số 7", "VN_LAND_PARCEL", "142"),
        ("Quan hệ với chủ hộ: con dâu", "FAMILY_RELATION", "con dâu"),
        ("Quốc tịch: Việt Nam", "NATIONALITY", "Việt Nam"),
        ("Họ và tên: Lò Văn Pâng\nDân tộc: Thái", "ETHNICITY", "Thái"),
        ("Chị Hà Thị Lường là người Mường, quê Hòa Bình.", "ETHNICITY", "Mường"),
        ("Đối tượng là người Mông. Người Thái. Người Kinh ở đây ít.", "ETHNICITY", "Mông"),
        ("Mật khẩu: P@$$!", "CREDENTIAL", "P@$$!"),
        ("Facebook: dr.huong.md", "SOCIAL_ACCOUNT", "dr.huong.md"),
        ("Chị Lan nợ học phí 500.000đ/lần, đã trả 2 lần", "DEBT", "500.000đ"),
        ("Kết quả của em: Toán 8.0, Văn 7.5, Công nghệ 6.0, xếp loại khá", "GRADES", "6.0"),
        ("Điểm tổng kết môn Công nghệ 9.0 của Hà", "GRADES", "9.0"),
        ("Vợ chồng anh Nam ở bên Mỹ, cháu Bin thì có quốc tịch Mỹ.", "NATIONALITY", "Mỹ"),
        ("Người vay có quốc tịch Hàn Quốc, tạm trú tại 12 Lê Lợi.", "NATIONALITY", "Hàn Quốc"),
        ("Quan hệ giữa các bên: anh", "FAMILY_RELATION", "anh"),
        ("Tình trạng hôn nhân: độc thân", "MARITAL_STATUS", "độc thân"),
    ],
)
def test_of_somebody(text: str, kind: str, value: str) -> None:
    assert value in found(text, kind)


def _stays(text: str, value: str, kind: EntityType, code: str) -> bool:
    """Return whether a finding that the tagger or a rule made stays one."""
    start = text.index(value)
    item = Found(start, start + len(value), kind, 0.6, Reason(code))
    return not_of_things(fold(text), [item]) == [item]


_TEAMS = "DANH SÁCH ĐỘI DỰ GIẢI\nBảng A: Đức, Ý, Na Uy, Hy Lạp\nBảng B: Anh, Séc, Bỉ, Thổ Nhĩ Kỳ"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (_TEAMS, "Đức"),
        (_TEAMS, "Ý"),
        (_TEAMS, "Bỉ"),
        (_TEAMS, "Thổ Nhĩ"),
        (_TEAMS, "Kỳ"),
        ("Trọng tài người Nga bắt chính, giám sát người Thụy Điển", "Nga"),
        ("Trọng tài người Nga bắt chính, giám sát người Thụy Điển", "Thụy Điển"),
        ("Đọc thêm: một nhà văn Na Uy viết về biển", "nhà văn Na Uy"),
        ("Ông là kiến trúc sư Đức của nhà hát", "kiến trúc sư Đức"),
        ("Sau chiến tranh, thực dân Pháp rút về", "Pháp"),
        ("Người La Chí trồng lúa nước trên ruộng bậc thang", "La Chí"),
        ("(1) Tuân thủ pháp luật, theo trình tự", "Tuân"),
        ("Chiến tranh kết thúc, hòa ước được ký", "Chiến"),
        ("Cần bổ sung Trang Tâm Thần trước", "Trang Tâm Thần"),
        ("Bổ sung: Ung Thư Vú và các bệnh khác", "Ung Thư Vú"),
    ],
)
def test_no_name(text: str, value: str) -> None:
    assert not _stays(text, value, EntityType.PERSON, "tagged")


@pytest.mark.parametrize(
    ("text", "value", "code"),
    [
        ("Nga gửi anh hai hộp, mai Đức trả", "Nga", "tagged"),
        ("Nga gửi anh hai hộp, mai Đức trả", "Đức", "person_witness"),
        ("bữa nay ba Lan qua lấy, ba Nga khỏi qua", "Lan", "tagged"),
        ("Nhà báo Nga gọi lại hai lần rồi", "Nga", "person_witness"),
        ("Hẹn kiến trúc sư Đức lúc 3 giờ", "Đức", "tagged"),
        ("hàng Nga gửi tới rồi, đội Đức chưa tới", "Nga", "tagged"),
        ("hàng Nga gửi tới rồi, đội Đức chưa tới", "Đức", "tagged"),
        ("sáng nay sếp Đức ghé", "sếp Đức", "tagged"),
        ("Phần Lan để riêng, phần Nga đưa sau", "Lan", "tagged"),
        ("Tour Nhật Bản, Hàn Quốc: Nga, Đức đi chung", "Nga", "person_witness"),
        ("mai anh Trung Quốc qua lấy", "Trung Quốc", "tagged"),
        ("họp thay Hải, Chiến lược thay cho Dũng", "Chiến", "person_witness"),
        ("nhờ Hương vị trí bán hàng ngoài cửa", "Hương", "tagged"),
        ("người nhận Mỹ Linh, người gửi Hà Lan", "Hà Lan", "person_witness"),
        ("Thái Lan và Nhật Ánh trực thứ Bảy", "Thái Lan", "person_shape"),
        ("Nhật nộp rồi, Quyền và Hải chưa", "Nhật", "tagged"),
        ("Nhật nộp rồi, Quyền và Hải chưa", "Quyền", "tagged"),
        ("chị Tâm Thanh, khoa Nội", "Tâm Thanh", "tagged"),
        ("Bác sĩ Chiến tranh thủ ghé", "Chiến", "person_title"),
    ],
)
def test_a_name(text: str, value: str, code: str) -> None:
    assert _stays(text, value, EntityType.PERSON, code)


@pytest.mark.parametrize(
    ("text", "value", "kind", "code"),
    [
        ("Phí chuyển tiền qua thẻ 7.700 VNĐ/ giao dịch", "7.700 VNĐ", EntityType.DEBT, "debt_told"),
        ("ứng dụng AI, công nghệ 4.0 vào dạy học", "4.0", EntityType.GRADES, "grades_told"),
        ("giấy kết hôn hoặc giấy xác nhận độc thân", "độc thân", EntityType.MARITAL_STATUS, "marital_phrase"),
        ("Hành vi bị sa thải: trộm cắp, đánh bạc", "đánh bạc", EntityType.CRIMINAL_RECORD, "tagged"),
        ("API key | OPEN_MODEL", "OPEN_MODEL", EntityType.CREDENTIAL, "column_header"),
        ("Tầm nhìn dài hạn (2930)", "2930", EntityType.DATE_OF_BIRTH, "birth_block"),
    ],
)
def test_told_of_nobody(text: str, value: str, kind: EntityType, code: str) -> None:
    assert not _stays(text, value, kind, code)


@pytest.mark.parametrize(
    ("text", "value", "kind", "code"),
    [
        ("anh Hải trả góp 500.000đ/lần, còn 3 lần", "500.000đ", EntityType.DEBT, "debt_told"),
        ("điểm trung bình 4.0, xếp loại giỏi", "4.0", EntityType.GRADES, "grades_told"),
        ("chị Mận xin giấy xác nhận độc thân", "độc thân", EntityType.MARITAL_STATUS, "marital_phrase"),
        ("bị bắt vì đánh bạc hồi tháng 3", "đánh bạc", EntityType.CRIMINAL_RECORD, "tagged"),
        ("Dân tộc Tày   Tôn giáo Không", "Tày", EntityType.ETHNICITY, "value_labelled"),
        ("Quốc tịch Việt Nam   Dân tộc Kinh", "Việt Nam", EntityType.NATIONALITY, "value_labelled"),
        ("Lê Hùng (12/3/1990), “Hùng đen”", "12/3/1990", EntityType.DATE_OF_BIRTH, "birth_after_name"),
        ("Mật khẩu máy: Hiền", "Hiền", EntityType.CREDENTIAL, "value_labelled"),
        ("Trạng thái: failed\nMK: Hoa#8812", "Hoa#8812", EntityType.CREDENTIAL, "value_labelled"),
        ("Lý do nghỉ: bị sa thải do trộm cắp", "trộm cắp", EntityType.CRIMINAL_RECORD, "tagged"),
        ("Bị cấm đi khỏi nơi cư trú vì đánh bạc", "đánh bạc", EntityType.CRIMINAL_RECORD, "tagged"),
        ("Từ 2018 đã có các hành vi cướp giật", "cướp giật", EntityType.CRIMINAL_RECORD, "tagged"),
    ],
)
def test_told_of_somebody(text: str, value: str, kind: EntityType, code: str) -> None:
    assert _stays(text, value, kind, code)


@pytest.mark.parametrize(
    "text",
    [
        "Tiền án: a) Bản án số 12 xử phạt 12 tháng tù về tội trộm cắp tài sản",
        "Tiền sự: a) Xử phạt hành chính về hành vi đánh bạc",
    ],
)
def test_a_record_in_a_list_stays_whole(text: str) -> None:
    (record, *_) = found(text, "CRIMINAL_RECORD")
    assert text.endswith(record)
    assert record.startswith("a)")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("một nhà báo Nga đã kể lại", "Nga"),
        ("Giải thuộc về nhà văn Nga Lev Tolstoy", "Nga"),
        ("Đội Đức thắng Hàn Quốc ở lượt cuối", "Đức"),
        ("Tàu từ Đan Mạch tới Phần Lan", "Phần Lan"),
        ("Cảnh sát Nga đã bắt hai nghi can", "Nga"),
        ("Cáo buộc Nga can thiệp vào bầu cử đã bị bác bỏ", "Nga"),
    ],
)
def test_what_stands_around_says_that_a_nation_is_meant(text: str, value: str) -> None:
    assert not _stays(text, value, EntityType.PERSON, "tagged")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chị Nga gửi anh Đức hai hộp, anh Pháp một hộp", "Nga"),
        ("Chiều nay Nga can thiệp giúp hai bên, đã ký biên bản", "Nga"),
        ("Báo cáo do cảnh sát viên Nga lập lúc 8 giờ", "Nga"),
        ("Người nhận: Trần Thị Mỹ, người giao: Phan Anh", "Trần Thị Mỹ"),
        ("Cô Nguyễn Hà Lan dạy thay tiết của thầy Ý chiều nay nhé các em", "Nguyễn Hà Lan"),
    ],
)
def test_names_that_nations_bear_too(text: str, name: str) -> None:
    assert name in found(text, "PERSON")


@pytest.mark.parametrize(("name", "stays"), [("Mẹo", False), ("Lan", True)])
def test_what_is_told_goes_with_the_last_name_that_was_none(name: str, stays: bool) -> None:
    text = (
        "MẸO VẶT CHO NGƯỜI CAO TUỔI\nMẹo về thuốc: chia thuốc theo hộp, uống đúng giờ, ghi lại liều. Lan dặn vậy.\nMẹo về ăn: thay muối bằng chanh,"
        " tỏi, gừng, ăn nhiều rau.\nMẹo về giấc ngủ: tắt điện thoại sớm, ngâm chân nước ấm, đọc sách giấy.\nKhi nào đi khám: đau ngực, khó thở.\n"
    )
    folded = fold(text)
    ill = text.index("khó thở")
    told = Found(ill, ill + 7, EntityType.HEALTH_INFO, 0.6, Reason("health_told"))
    who = text.index(name)
    named = Found(who, who + len(name), EntityType.PERSON, 0.6, Reason("person_witness"))
    left = [named, told] if stays else [told]
    assert (told in told_of_somebody(folded, left)) == stays


@pytest.mark.parametrize(
    ("text", "value", "code", "stays"),
    [
        ("HÀ TIÊN, NGÀY 03 THÁNG 4 NĂM 2023\nNGƯỜI LÀM ĐƠN", "HÀ TIÊN", "tagged", False),
        ("Cộng hòa\n   Sơn Hà, ngày 3/4/2023", "Sơn Hà", "person_witness", False),
        ("Lập tại\tSơn Hà, ngày … tháng 4 năm 2023", "Sơn Hà", "person_shape", False),
        ("Đã gặp Sơn Hà, ngày 3/4/2023", "Sơn Hà", "person_witness", True),
        ("Sơn Hà, người lập", "Sơn Hà", "person_witness", True),
        ("Lê Sơn Hà, ngày 3/4/2023", "Lê Sơn Hà", "person_shape", True),
        ("Sơn Hà, ngày sinh 3/4/2003", "Sơn Hà", "person_witness", True),
        ("Sơn Hà, ngày 3/4/2023", "Sơn Hà", "person_title", True),
    ],
)
def test_where_a_paper_is_dated_is_nobody(text: str, value: str, code: str, stays: bool) -> None:
    assert _stays(text, value, EntityType.PERSON, code) == stays


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Tu: chi Sen\nToi: hoanthue@thuphap.example\nTieu de: hoan thue", []),
        ("ngay 14/11 chung toi gom: 1. dai uy vo hoai an 2. thuong uy le tan kiet", []),
        ("BAN CAM KET\nTOI: DIEU SOI, CHA EM DIEU THI KIM HOA, LOP 8A2", []),
        ("Ho ten: Le Van Teo\nToi: Trom cap tai san", ["Trom cap tai san"]),
        ("Họ tên: Lê Văn Tèo\nTội: Trộm cắp tài sản", ["Trộm cắp tài sản"]),
    ],
)
def test_without_accents_i_am_no_offence(text: str, values: list[str]) -> None:
    assert found(text, "CRIMINAL_RECORD") == values


def test_firms_send_messages_and_people_speak() -> None:
    text = "[09:02] {}: Kinh gui KH, so tien 1,200,000\n[10:02] {}: Cam on quy khach nha\n[10:05] {}: da nhan 300,000 ok\n"
    assert found(text.replace("{}", "HDFIN"), "PERSON") == []
    assert found(text.replace("{}", "LAN"), "PERSON") == ["LAN"] * 3


@pytest.mark.parametrize(
    ("text", "value", "stays"),
    [
        ("(1) giấy đăng ký kết hôn số 55/2009; (2) trích lục", "2", False),
        ("3) Giấy khai sinh của con; 4) Biên lai", "4", False),
        ("bản sao học bạ, giấy khai sinh, 04 ảnh 4x6", "04", False),
        ("giao cà vẹt gốc ngày 15/11/2025", "11/2025", False),
        ("giấy khai sinh số 62, quyển số 01", "62", True),
        ("giấy khai sinh số 62 (bản chính)", "62", True),
        ("giấy khai sinh số 11/2025 do xã cấp", "11/2025", True),
        ("trích lục khai tử (số 28)", "28", True),
    ],
)
def test_places_in_a_list_and_ends_of_dates_are_no_papers(text: str, value: str, stays: bool) -> None:
    start = text.rindex(value)
    item = Found(start, start + len(value), EntityType.CIVIL_DOC_NO, 0.8, Reason("number_labelled"))
    assert (not_of_things(fold(text), [item]) == [item]) == stays


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("web garatuantu.example, fanpage fb.com/garatuantu", False),
        ("Fanpage: https://www.facebook.com/bvphoivinhphuc", False),
        ("facebook của em: fb.com/garatuantu", True),
        ("nhắn fb.com/ut.lan hoặc fanpage", True),
    ],
)
def test_a_fanpage_is_proposed_to_be_kept(text: str, hidden: bool) -> None:
    assert bool(found(text, "SOCIAL_ACCOUNT")) is hidden
