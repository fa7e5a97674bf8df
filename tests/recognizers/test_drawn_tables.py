"""Tables drawn in a text with bars, tabs or wide spaces are read as tables."""

import pytest
from finding import found, pairs

PIPES = """DANH SÁCH CHI LƯƠNG
| STT | Mã NV | Họ và tên | Số tài khoản | Ngân hàng | Thực nhận |
|---|---|---|---|---|---|
| 1 | NV19940 | Dương Quang Tân | 01012451959789 | Ngân hàng TMCP Á Châu | 38.900.000 đ |
| 2 | NV19941 | Lò Thị Ban | 5848121 | Ngân hàng TMCP Á Châu | 9.150.000 đ |
"""
WIDE = """Stt   Số sổ        Họ và tên          Năm sinh   Địa chỉ
001   5269236933   Trương Thị Nhạn    1965       xã Đại Đình
002   0198047553   K'Tiêm             1990       xã Long Hải
"""
GOODS = """STT\tTên hàng\tSố lượng\tĐơn giá\tThành tiền
1\tĐiện thoại Samsung Galaxy\t1\t756.178.849\t756.178.849
2\tBàn Hoàng Anh\t2\t159.457.376\t318.914.752
"""
COUPLE = """Họ, chữ đệm, tên      Hoàng Tấn Thọ       Trần Thu An
Ngày, tháng, năm sinh   11/01/1998          26/04/2004
Giấy tờ tùy thân        019057999592        084064991254
"""


@pytest.mark.parametrize(
    ("text", "entity_type", "value"),
    [
        (PIPES, "EMPLOYEE_ID", "NV19941"),
        (PIPES, "VN_BANK_ACCOUNT", "5848121"),
        (PIPES, "INCOME", "9.150.000 đ"),
        (PIPES.replace(" | ", "\t").replace("| ", "").replace(" |", ""), "EMPLOYEE_ID", "NV19940"),
        (WIDE, "VN_BHXH", "0198047553"),
        (WIDE, "DATE_OF_BIRTH", "1990"),
        (COUPLE, "PERSON", "Trần Thu An"),
        (COUPLE, "DATE_OF_BIRTH", "26/04/2004"),
        (COUPLE, "VN_PERSONAL_ID", "084064991254"),
    ],
)
def test_columns_of_a_drawn_table(text: str, entity_type: str, value: str) -> None:
    assert value in found(text, entity_type)


@pytest.mark.parametrize("text", [GOODS, GOODS.replace("\t", " | "), GOODS.replace("\t", "    ")])
def test_goods_and_amounts_are_nobodys(text: str) -> None:
    assert not [
        hit for kind in ("VN_PHONE", "VN_CMND", "VN_BANK_ACCOUNT", "INCOME") for hit in found(text, kind)
    ]


def test_lines_of_labels_and_values_are_no_header() -> None:
    text = (
        "NGƯỜI ĐƯỢC BẢO HIỂM: Ngô Vĩnh Tâm   NS 30/04/2016   Nam   Nghề: học sinh\n"
        "NGƯỜI THỤ HƯỞNG: Trần Thị Hiền   NS 28/01/1994   Nữ   Nghề: nội trợ\n"
    )
    assert {"Ngô Vĩnh Tâm", "Trần Thị Hiền"} <= set(found(text, "PERSON"))


#: The last column is empty in every row, the telephone in some.
GAPS = """STT  Chủ hộ  Năm sinh  Số khẩu  Buôn/thôn  Số sổ BHXH  Số điện thoại  Ký nhận
1  Lò Thị Ban  1975  5  Buôn Nui  5269236933  0862 774 510
2  Dương Quang Tân  1988  4  Thôn 9  0198047553  không có
3  K'Tiêm  1958  2  Bon Ja Ráh  0198047554
"""


@pytest.mark.parametrize(
    ("value", "entity_type"),
    [
        ("0862 774 510", "VN_PHONE"),
        ("0198047553", "VN_BHXH"),
        ("0198047554", "VN_BHXH"),
        ("Bon Ja Ráh", "VN_ADDRESS"),
        ("1958", "DATE_OF_BIRTH"),
    ],
)
def test_rows_with_empty_cells_belong_to_their_table(value: str, entity_type: str) -> None:
    assert (entity_type, value) in pairs(GAPS)


def test_empty_cells_are_not_filled_with_words_that_cannot_stand_there() -> None:
    assert not [value for _, value in pairs(GAPS) if value in ("không có", "5", "4", "2")]


TWO_LISTS = """ 1. Lê Thị Hòe      SN 12        11. Vương Đình Đệ   SN 34
 2. Ngô Xuân Bính   SN 14        12. Tạ Thị Đào      SN 36
 3. Trịnh Thị Tuế   SN 16A       13. Phan Ngọc Tú    SN 38
"""


@pytest.mark.parametrize("value", ["Lê Thị Hòe", "Tạ Thị Đào", "SN 16A", "Phan Ngọc Tú"])
def test_a_label_with_its_value_heads_no_column(value: str) -> None:
    assert value in [text for _, text in pairs(TWO_LISTS)]


PRICES = """Đoạn đường\tTừ\tĐến\tĐơn giá
Đinh Tiên Hoàng\tđường Mậu Thân\tđường Kim Mã\t494.650.788
Ngô Gia Tự\tđường Trường Chinh\tđường Cầu Giấy\t714.245.028
Lý Nam Đế\tđường Lê Hồng Phong\tđường Chu Văn An\t299.241.296
"""
EXAM = """SBD\tHọ và tên\tNgày sinh\tGiới\tMôn thi
48014882\tNghiêm Kiều Duy Giang\t13/11/1956\tNam\tToán
48014883\tHàn Gia Triết\t04/11/1968\tNam\tToán
48014884\tGiáp Thị Ngân\t12/02/1970\tNữ\tToán
"""


def test_an_address_does_not_run_over_cells() -> None:
    assert not [value for value in found(PRICES, "VN_ADDRESS") if "\t" in value]


def test_a_cell_is_no_name_because_of_the_cells_beside_it() -> None:
    names = found(EXAM, "PERSON")
    assert {"Nghiêm Kiều Duy Giang", "Hàn Gia Triết", "Giáp Thị Ngân"} <= set(names)
    assert "Toán" not in names


TICKET = """Hành khách\tGiấy tờ\tLoại vé
Nghiêm Thị Hải Lý\t036188004417\tNgười lớn

Ga đi – đến\tGiờ đi\tToa / Chỗ
Hà Nội – Vinh\t19:20 14/11/2025\t5 / 23A"""
VISIT = """Bệnh nhân\tNgày sinh\tMã khám
Quách Thị Tuyết\t12/03/1971\tNội 2
Phòng khám\tGiờ hẹn\tSố thứ tự
Nội tiết 2\t08:30 21/11/2025\t14"""
UNKNOWN = """Họ tên\tSố điện thoại\tGhi chú
Mạc Thị Bưởi\t0912 345 671\tđã nộp
Lò Văn Panh\tchưa rõ\tchưa nộp
Giàng A Sử\t12 345 675\tđã nộp"""


@pytest.mark.parametrize(
    ("text", "shown", "hidden"),
    [
        (TICKET, ("Giờ đi", "19:20 14/11/2025"), ("Nghiêm Thị Hải Lý", "036188004417")),
        (VISIT, ("Giờ hẹn", "08:30 21/11/2025"), ("Quách Thị Tuyết", "12/03/1971")),
        (UNKNOWN, (), ("Lò Văn Panh", "Giàng A Sử", "12 345 675")),
    ],
    ids=["ticket", "visit", "a person without a number"],
)
def test_a_second_row_of_labels_heads_its_own_values(
    text: str, shown: tuple[str, ...], hidden: tuple[str, ...]
) -> None:
    values = {value for _, value in pairs(text)}
    assert values.isdisjoint(shown)
    assert values.issuperset(hidden)


BRANCHES = """Chi nhánh\tĐịa chỉ\tĐiện thoại
Hà Nội\t45 Nguyễn Phong Sắc, Cầu Giấy\t024 3755 2096
Đà Nẵng\t209 Lê Đình Lý, Thanh Khê\t0236 355 2096"""
PEOPLE = """Họ tên\tĐịa chỉ\tĐiện thoại
Mạc Thị Sen\t45 Nguyễn Phong Sắc, Cầu Giấy\t024 3755 2096
Lò Văn Panh\t209 Lê Đình Lý, Thanh Khê\t0236 355 2096"""


def test_telephones_of_branches_stay_as_their_addresses_do() -> None:
    assert pairs(BRANCHES) == []
    assert found(PEOPLE, "VN_PHONE") == ["024 3755 2096", "0236 355 2096"]


@pytest.mark.parametrize("gap", ["        ", " | ", "\t"])
@pytest.mark.parametrize("heads", [("Họ tên", "SĐT"), ("HỌ TÊN", "LỚP"), ("Ho va ten", "Lop")])
def test_two_heads_are_enough_for_a_table_of_two_columns(heads: tuple[str, str], gap: str) -> None:
    rows = [("Phương Anh", "7A"), ("Huyền Trang", "7B"), ("Hồng Nhung", "7B")]
    text = "\n".join(gap.join(row) for row in [heads, *rows]) + "\n"
    assert set(found(text, "PERSON")) == {name for name, _ in rows}


@pytest.mark.parametrize(
    "text",
    [
        "Mặt hàng        Đơn giá\nGạo Bình Minh   20.000\nMuối An Hải     5.000\n",
        "Hạng mục | Ghi chú\nXi măng Hải Vân | hai lớp\nGạch Đồng Tâm | 60x60\n",
        "Họ tên        Năm sinh\nPhương Anh    1990\nĐịa chỉ:      chưa rõ\nGhi chú:      không\n",
        "Lớp        Sĩ số\nHoa Mai    32\nHoa Lan    30\n",
        "Bên A         Bên B\nGiao hàng     Nhận hàng\n",
    ],
)
def test_two_cells_without_two_heads_of_people_are_no_columns_of_names(text: str) -> None:
    assert [name for name in found(text, "PERSON") if name != "Phương Anh"] == []
