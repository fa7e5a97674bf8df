"""Columns of numbers and names on screens beside people; columns of papers, goods, sums and rooms look the same."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from finding import hidden_cells as hidden

Rows = Sequence[Sequence[object]]

_NAMES = ("Lê Thị Hồng Thắm", "Trần Văn Quý", "Phạm Minh Đức", "Ngô Thị Bích Liên")


def beside_names(header: str, cells: Sequence[object], *further: tuple[str, Sequence[object]]) -> Rows:
    """Return a list of people with one column in question and others."""
    heads = [header, "Họ và tên", *(head for head, _ in further)]
    return [
        heads,
        *([cell, name, *(column[i] for _, column in further)] for i, (cell, name) in enumerate(zip(cells, _NAMES, strict=False))),
    ]  # fmt: skip


_BORN = ("Ngày sinh", ("03/04/1988", "12/09/1975", "27/01/1991", "08/08/1969"))
_ILL = ("Chẩn đoán", ("viêm họng", "tăng huyết áp", "đái tháo đường", "gút"))
_PAID = ("Thực nhận", ("8.447.000", "7.118.000", "9.804.000", "6.250.000"))


@pytest.mark.parametrize(
    ("kind", "rows"),
    [
        ("CIVIL_DOC_NO", beside_names("Số CC", ["5863/2026", "2028/2026", "2029/2026", "4420/2026"], ("Loại việc", ["Di chúc", "Tặng cho", "Mua bán xe", "Ủy quyền"]))),
        ("CIVIL_DOC_NO", beside_names("Số CC", [10417, 10418, 10423, 10431], ("CCV", ["Toản", "Liên", "Liên", "Toản"]))),
        ("CIVIL_DOC_NO", beside_names("Số chứng thực", ["88", "91", "104", "117"], ("Nội dung chứng thực", ["chữ ký", "hợp đồng", "chữ ký", "bản sao"]))),
        ("CIVIL_DOC_NO", beside_names("Khai sinh", ["188/2014", "51/2013", "97/2014", "112/2016"], _BORN)),
        ("CIVIL_DOC_NO", beside_names("Số GXN", ["958/XN", "044/XN", "201/XN", "17/XN"], _BORN)),
        ("SOCIAL_ACCOUNT", beside_names("buyer", ["hoangoanh_92", "minhtriet.ng", "mebap2019", "quyen_pham"])),
        ("SOCIAL_ACCOUNT", beside_names("Tài khoản Shopee", ["lan.chi88", "bach_hop", "tuan2k4", "nga.le"])),
        ("SOCIAL_ACCOUNT", beside_names("uid", ["3910709503473742", "9503473703702772", "1436049503536870", "8840486709503117"])),
        ("CREDENTIAL", beside_names("User chấm công", ["loantm", "teopv", "suongkn", "blimy"])),
        ("CIVIL_DOC_NO", beside_names("Số CT", ["1877", "1878", "1881", "1882"], ("Người ký chứng thực", ["Thưởng", "Thưởng", "Lam", "Lam"]))),
        ("SOCIAL_ACCOUNT", beside_names("ingame", ["LH_Zozo", "LH_MeoMun", "LH_OngNoi1", "be_heo2"])),
        ("VN_BANK_ACCOUNT", beside_names("BANKN", ["108871440217", "0031000118447", "19036618204417", "1027616105"])),
        ("CREDENTIAL", beside_names("AD account", ["phatth", "thuybtd", "anhnv", "quangd"])),
        ("CREDENTIAL", beside_names("Mã khóa số", ["3719", "0086", "2412", "5530"])),
        ("VN_PASSPORT", beside_names("Doc", ["M35901499", "C9906517", "P04947622", "K0159302"])),
        ("VN_PASSPORT", beside_names("パスポート", ["P05932606", "P06259301", "K01593026", "N3026595"])),
        ("VN_BANK_ACCOUNT", beside_names("Bank", ["0331000478215", "6666188302", "19038830127", "104877013562"], _PAID)),
        ("VN_BANK_ACCOUNT", beside_names("Nhận qua", ["8402205117743", "tiền mặt", "0071001741289", "1027616105"], _PAID)),
        ("VN_BANK_ACCOUNT", [["BH-004", "Đường Hạ Vy", "079199020678", "0071001741289"], ["BH-007", "Tào Minh Mẫn", "079086064750", "0071007416308"], ["BH-015", "Võ Hạ Trâm Em", "083302007741", "1027616105"]]),
        ("BANK_CARD", beside_names("Đuôi thẻ", ["**** 5154", "**** 0583", "**** 7729", "**** 1180"])),
        ("MILITARY_ID", [["Đảng viên", "Ngày vào", "Số thẻ"], ["Lều Văn Cả", "03/02/1979", "31 004417"], ["Bùi Thị Xuyến Chi", "19/5/2016", "31 118402"]]),
        ("MEDICAL_RECORD_NO", beside_names("Mã mẫu", ["260321-004", "260321-007", "260321-012", "260321-015"], _ILL)),
        ("MEDICAL_RECORD_NO", beside_names("Mã", ["DA-5573", "DA-5580", "DA-5591", "trống"], _ILL)),
        ("MEDICAL_RECORD_NO", beside_names("Subject", ["VN03-0026", "VN03-0027", "VN03-0029", "VN03-0031"], _ILL)),
        ("EMPLOYEE_ID", beside_names("Agent", ["A0042492", "A0044190", "A0044201", "A0044217"], _PAID)),
        ("EMPLOYEE_ID", beside_names("Mã ĐL", ["60459789", "60243143", "60250018", "60311740"], _PAID)),
        ("STUDENT_ID", beside_names("MHS", ["88201", "88202", "88207", "88211"], ("Điểm TB", ["8,5", "7,0", "9,1", "6,4"]))),
        ("CIVIL_DOC_NO", [["S0", "Ch0ng (ngày sinh)", "Vợ (ngày sinh)"], ["01/2026", "Hà Văn Đang (1998)", "Vi Thị Nhót (2001)"], ["02/2026", "Lò Văn Phu (1990)", "Lương Thị Sáo (1995)"]]),
    ],
)  # fmt: skip
def test_the_column_is_hidden(kind: str, rows: Rows) -> None:
    found = hidden(rows)
    place = 2 if kind == "MILITARY_ID" else 3 if rows[0][0] == "BH-004" else 0
    first = int(place != 3)
    asked = [n for n, row in enumerate(rows[first:], first) if kind == "CREDENTIAL" or any(map(str.isdigit, str(row[place])))]  # fmt: skip
    kinds = {found.get((n, place)) for n in asked}
    assert kinds == {kind} or (kind == "SOCIAL_ACCOUNT" and kinds < {"CREDENTIAL", "EMPLOYEE_ID"})


@pytest.mark.parametrize(
    "rows",
    [
        beside_names("Số CC", ["1", "2", "3", "4"], ("CCV", ["Toản", "Liên", "Liên", "Toản"])),
        beside_names("Số CT", ["5863", "2028", "2029", "4420"], ("Nội dung", ["thu", "chi", "thu", "chi"])),
        beside_names("Số CT", ["1877", "1878", "1881", "1882"], ("Diễn giải", ["thu tiền", "chi tiền", "thu nợ", "tạm ứng"])),
        beside_names("ingame", ["TANK", "HEAL", "DPS", "TANK"]),
        beside_names("nick chốt", ["chưa", "rồi", "chưa", "hủy"]),
        beside_names("Số", ["118", "119", "204", "207"], ("Mặt hàng", ["gạo", "muối", "dầu", "đường"])),
        beside_names("Khai sinh", ["có", "thiếu", "đủ", "bản sao"], _BORN),
        beside_names("acc mua", ["mới", "cũ", "mới", "cũ"]),
        beside_names("acc", ["admin", "system", "admin", "guest"]),
        beside_names("Tài khoản", ["thường", "VIP", "thường", "VIP"]),
        beside_names("acc mua", ["ctyhoaphat", "shop_mai", "cty_anhduong", "hoasen.official"]),
        beside_names("Doc", ["HD-0417", "HD-0418", "PL-0019", "HD-0420"]),
        beside_names("Bank", ["Vietcombank", "MB", "ACB", "Agribank"], _PAID),
        beside_names("CK", ["5.000.000", "12.500.000", "800.000", "1.200.000"]),
        beside_names("CK", [150000000, 200000000, 120000000, 135000000]),
        beside_names("Nhận qua", ["tiền mặt", "bưu điện", "tiền mặt", "người nhà"], _PAID),
        beside_names("4 số cuối", ["trống", "chưa có", "không", "hủy"]),
        beside_names("Mã mẫu", ["TL-001", "TL-002", "TL-003", "TL-004"], _ILL),
        beside_names("Mã phiếu", ["4022985745", "3146671509", "2230117745", "1180044712"], ("Mặt hàng", ["gạo", "muối", "dầu", "đường"])),
        beside_names("Mã ĐL", ["60459789", "60243143", "60250018", "60311740"], ("Địa bàn", ["Bắc", "Nam", "Bắc", "Trung"])),
        beside_names("Nợ hôm trước", ["300.000", "0", "50.000", "1.100.000"]),
        beside_names("Thẻ", ["K17", "K04", "K09", "K11"], ("Gặp ai", ["chị Tuyết", "ông Ba", "bé Ngọc", "anh Dũng"])),
        [["Mã", "Tên", "TGST"], ["OM18", "Đài Thơm lai", "98 ngày"], ["ST25", "thơm Sóc Trăng", "105 ngày"], ["IR50404", None, "85 ngày"]],
        [["Số thẻ tai", "Giống", "Cân nặng"], ["VN-036-92590", "BBB F1", 193], ["VN-036-89735", "Brahman", 166]],
        [["time", "level", "app", "code", "message"], ["02:11:07", "INFO", "billing", "200", "job done"], ["02:11:09", "WARN", "pg", "57014", "statement timeout"]],
        [["Mã hàng", "Số lượng", "Giá"], ["8934563138165", 12, 45000], ["8934588063053", 6, 32000]],
        [["user", "quyền"], ["ketoan.kho", "đọc"], ["banhang_1", "ghi"]],
        [["Số CC", "Loại xe"], ["110", "Wave"], ["125", "Lead"], ["150", "SH"]],
    ],
)  # fmt: skip
def test_the_column_stays(rows: Rows) -> None:
    found = hidden(rows)
    places = [(n, 3 if rows[0][0] == "time" else 0) for n in range(1, len(rows))]
    assert not [place for place in places if found.get(place, "DEBT") != "DEBT"]


def test_what_opens_nobodys_is_left_and_notes_below_the_list_are_no_codes() -> None:
    rows = [
        ["Phòng", "Sinh viên", "Wifi user"],
        ["D5-602", "Phạm Trần Thanh Ngân", "d5602a"],
        ["D5-602", "Lý Thị Hoa", "d5602b"],
        ["D5-603", None, "d5-study"],
    ]
    found = hidden(rows)
    assert found.get((1, 2)) == "CREDENTIAL"
    assert (3, 2) not in found
    rows = [
        ["MS", "Tên", "Lương"],
        ["118", "Tưởng Phi Ngọ", "8.447.000"],
        ["119", "Trần Đăng Thuỳ", "7.118.000"],
        ["Ghi chú:", None, None],
        ["- Bộ phận Cắt 2 chưa gửi chấm công", None, None],
    ]
    found = hidden(rows)
    assert found.get((1, 0)) == "EMPLOYEE_ID"
    assert (4, 0) not in found


@pytest.mark.parametrize(
    ("kind", "place", "rows"),
    [
        ("VN_LAND_CERT", 2, [["Họ tên", "Loại việc", "Tài sản"], ["Ứng Thị Kim Xuyến", "Tặng cho đất", "DD 118734"], ["Lê Văn Tám", "Mua bán xe", "30K-118.74"]]),
        ("VN_LAND_CERT", 1, [["Loại", "Sổ", "Người đứng tên", "Diện tích"], ["Đất ở", "CP 118 447", "Lê Thị Hồng Thắm", 90], ["Đất vườn", "CP 118 448", "Trần Văn Quý", 310]]),
        ("VN_LAND_CERT", 2, [["Năm", "Người sử dụng đất", "Số giấy", "m2"], [1995, "Lê Kim Đính", "D 0118274", 2400], [2008, "Lê Thị Lý", "AM 771 024", 1000]]),
        ("VN_LAND_CERT", 2, [["Họ tên", "Thửa", "Tài sản"], ["Nguyễn Khoa Diệu", "40", "10109118847"], ["Phí Thị Mận", "8", "nhà đất"]]),
        ("EMPLOYEE_ID", 0, [["nv08", "từ bích phượng", "12/1/1990"], ["nv11", "âu chí kiên", "30/6/1985"], ["nv12", "lại thế nhân", "9/9/1999"]]),
        ("EMPLOYEE_ID", 0, [["QN2204", "Trần Thị Nhơm", "12-04-2008"], ["QN2205", "Lê Nguyên", "30-09-2008"], ["QN2206", "Đỗ Thị Ánh Hồng", "07-01-2008"]]),
        ("CREDENTIAL", 2, [["Gia Phúc", "phuc5a", "meocon12"], ["Bảo Vy", "vy5a", "vyxinh2016"], ["Hữu Lộc", "loc5a", "loc0912"], ["Ngân Khánh", "khanh5a", "unicorn99"]]),
        ("VN_PLATE", 0, [["Số ĐK", "Chủ tàu"], ["BĐ-96217-TS", "Trương Tấn Mơ"], ["BĐ-92385-TS", "Đỗ Thị Rân"]]),
        ("EMPLOYEE_ID", 3, [["Thu ngân", "Kiều Trinh Nữ", "Mã NV", "CK04471"], ["Phụ ca", "Âu Lạc Thiện", "Mã NV", "CK07718"], ["Doanh thu", "8.447.000", "Số đơn", "118"]]),
    ],
)  # fmt: skip
def test_cells_are_hidden_by_what_stands_beside_them(kind: str, place: int, rows: Rows) -> None:
    found = hidden(rows)
    first = next(n for n, row in enumerate(rows) if any(map(str.isdigit, str(row[place]))))
    assert found.get((first, place)) == kind


@pytest.mark.parametrize(
    ("place", "rows"),
    [
        (1, [["Mặt hàng", "Số"], ["Gạo", "CP 118447"], ["Muối", "CP 118448"]]),
        (2, [["Họ tên", "Loại", "Tài sản"], ["Lê Văn Tám", "Mua bán xe", "xe Wave CP 118447"], ["Lê Thị Lý", "mua máy", "máy DD 118734"]]),
        (1, [["Vật tư", "Số giấy", "m2"], ["Gạch", "hóa đơn AB 118447", 2400], ["Ngói", "phiếu CD 118448", 1000]]),
        (2, [["Đất", "Mã", "Mã hàng"], ["đất sạch", "5", "DS 118447"], ["đất sét", "6", "DS 118448"]]),
        (0, [["P101", "từ bích phượng", "0918447203"], ["P102", "âu chí kiên", "0793002268"], ["P103", "lại thế nhân", "0362770145"]]),
        (0, [["DH0041", "Lê Thị Hoa", "áo"], ["DH0042", "Trần Văn Nam", "quần"], ["DH0043", "Phạm Thị Lan", "váy"]]),
        (2, [["Gia Phúc", "v1_build", "release12"], ["Gia Phúc", "v1_build", "release12"]]),
        (0, [["Tàu", "Số đăng ký"], ["Hồng Phúc 09", "BV-92447-TS"], ["Thanh Sơn", "BV-7118-TS"]]),
        (1, [["Tàu", "Số đăng ký", "Hàng"], ["Hồng Phúc 09", "BV-92447-TS", "mực"], ["Thanh Sơn", "BV-7118-TS", "cá"]]),
        (3, [["Đơn vị bán:", "CÔNG TY TNHH NỘI THẤT ĐẠI AN", "MST:", "2301177420"], ["Địa chỉ:", "12 Trần Phú", "Số", "118"]]),
        (3, [["Ngày", "12/11", "Số sinh viên", "1.250"], ["Ca", "sáng", "Phòng", "4471"]]),
    ],
)  # fmt: skip
def test_the_same_numbers_elsewhere_stay(place: int, rows: Rows) -> None:
    found = hidden(rows)
    assert not [n for n in range(len(rows)) if (n, place) in found]
