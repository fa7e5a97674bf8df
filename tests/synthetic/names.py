"""Parts of names: Kinh by frequency, ethnic-minority structures, foreigners.

Shares of the big surnames follow Lê Trung Hoa, "Họ và tên người Việt Nam" (2005); everything else is a plain list of
common syllables. Names are composed at random: any likeness to a person is chance.
"""

from __future__ import annotations

SURNAMES: tuple[tuple[str, float], ...] = (
    ("Nguyễn", 34.0), ("Trần", 11.5), ("Lê", 9.2), ("Phạm", 6.5), ("Hoàng", 3.4), ("Huỳnh", 2.6), ("Phan", 3.6),
    ("Vũ", 2.6), ("Võ", 2.4), ("Đặng", 2.1), ("Bùi", 2.0), ("Đỗ", 1.7), ("Hồ", 1.4), ("Ngô", 1.5), ("Dương", 1.2),
    ("Lý", 0.7), ("Trương", 1.8), ("Hà", 0.8), ("Trịnh", 0.9), ("Đinh", 0.9), ("Lâm", 0.7), ("Đoàn", 0.7),
    ("Cao", 0.6), ("Lương", 0.6), ("Mai", 0.6), ("Đào", 0.6), ("Lưu", 0.5), ("Thái", 0.4), ("Phùng", 0.4),
    ("Vương", 0.3), ("Chu", 0.3), ("Tạ", 0.4), ("Tô", 0.3), ("Tăng", 0.2), ("La", 0.15), ("Kiều", 0.2),
    ("Quách", 0.2), ("Tống", 0.2), ("Nghiêm", 0.15), ("Khổng", 0.1), ("Ninh", 0.1), ("Từ", 0.15), ("Châu", 0.2),
    ("Văn", 0.15), ("Thân", 0.1), ("Triệu", 0.2), ("Hứa", 0.15), ("Bạch", 0.1), ("Diệp", 0.1), ("Khuất", 0.08),
    ("Mạc", 0.08), ("Ông", 0.05), ("Đàm", 0.15), ("Giang", 0.08), ("Cù", 0.06), ("Thiều", 0.04), ("Lều", 0.03),
    ("Phí", 0.04), ("Doãn", 0.05), ("Viên", 0.03), ("Ung", 0.02), ("Tiêu", 0.04), ("Kha", 0.04), ("Âu", 0.03),
    ("Nhâm", 0.03), ("Tôn", 0.04), ("Bành", 0.02), ("Quản", 0.02), ("Lục", 0.04), ("Sầm", 0.03), ("Nhữ", 0.02),
)

MALE_MIDDLES = (
    "Văn", "Văn", "Văn", "Đức", "Minh", "Quang", "Hữu", "Công", "Xuân", "Đình", "Quốc", "Thanh", "Ngọc", "Anh", "Tuấn",
    "Hoàng", "Duy", "Thế", "Trọng", "Bá", "Viết", "Tiến", "Mạnh", "Gia", "Khắc", "Nhật", "Trung", "Phúc", "Chí", "Đăng",
    "Vĩnh", "Tấn", "Sỹ", "Bảo", "Hải", "Nguyên", "Thành", "Phước", "Huy", "Việt",
)
FEMALE_MIDDLES = (
    "Thị", "Thị", "Thị", "Thị", "Ngọc", "Thu", "Thanh", "Kim", "Bích", "Hồng", "Phương", "Minh", "Lan", "Mỹ", "Tuyết",
    "Diệu", "Quỳnh", "Hoài", "Như", "Khánh", "Bảo", "Thùy", "Hải", "Ánh", "Cẩm", "Xuân", "Huyền", "Diễm", "Tường", "Ái",
)
MALE_GIVENS = (
    "An", "Bình", "Cường", "Dũng", "Đạt", "Hải", "Hiếu", "Hùng", "Huy", "Khánh", "Khoa", "Kiên", "Lâm", "Long", "Lộc",
    "Mạnh", "Minh", "Nam", "Nghĩa", "Nhân", "Phong", "Phú", "Phúc", "Quân", "Quang", "Quý", "Sơn", "Tài", "Tâm", "Tân",
    "Thái", "Thắng", "Thành", "Thiện", "Thịnh", "Thuận", "Tiến", "Toàn", "Trí", "Trung", "Tú", "Tuấn", "Tùng", "Việt",
    "Vinh", "Vũ", "Đức", "Duy", "Đông", "Hậu", "Hoàng", "Hưng", "Khôi", "Luân", "Lực", "Năm", "Ngọc", "Nhật", "Phát",
    "Sang", "Thọ", "Tín", "Trường", "Út", "Vượng", "Chiến", "Công", "Đăng", "Đoàn", "Giang", "Hào", "Tường", "Quyết",
)
FEMALE_GIVENS = (
    "An", "Anh", "Bích", "Chi", "Diệp", "Dung", "Duyên", "Giang", "Hà", "Hạnh", "Hằng", "Hiền", "Hoa", "Hòa", "Hồng",
    "Huệ", "Hương", "Huyền", "Khanh", "Lan", "Lệ", "Liên", "Linh", "Loan", "Ly", "Mai", "Minh", "My", "Nga", "Ngân",
    "Ngọc", "Nguyệt", "Nhi", "Nhung", "Oanh", "Phương", "Phượng", "Quyên", "Quỳnh", "Tâm", "Thanh", "Thảo", "Thơ", "Thoa",
    "Thu", "Thủy", "Thúy", "Tiên", "Trâm", "Trang", "Trinh", "Trúc", "Tuyết", "Uyên", "Vân", "Vy", "Xuân", "Yến", "Út",
    "Đào", "Gấm", "Sen", "Bé", "Chín", "Mười", "Thắm", "Thêu", "Nụ", "Hường", "Ánh",
)
DOUBLE_SURNAMES = ("Nguyễn Phúc", "Tôn Thất", "Nguyễn Lê", "Trần Lê", "Phạm Nguyễn", "Vũ Đoàn", "Nguyễn Hoàng")

# Male and female names of peoples whose structure is not "surname, middle, given".
EDE_GIVENS_MALE = ("Thông", "Bhiông", "Nguôm", "Krơ", "Wĩ", "Blok", "Tam", "Djhoan", "Hiêng", "Drai")
EDE_GIVENS_FEMALE = ("Hen", "Bia", "Lim", "Yến", "Nguôt", "Mlô Ni", "Duyên", "Kiều", "Sa Ly", "Wen")
EDE_CLANS = ("Niê", "Mlô", "Êban", "Byă", "Kbuôr", "Kmăn", "Niê Kdăm", "Buôn Krông", "Ayŭn", "Ênuôl", "Hđơk", "Ksơr")
JRAI_CLANS = ("Ksor", "Nay", "Kpă", "Siu", "Rơ Châm", "Rah Lan", "Rơ Mah", "Puih")
JRAI_GIVENS = ("H'Blâm", "Thanh", "Y Blô", "H'Nhan", "Phước", "Jưh", "H'Uyên", "Hyưng", "Thoan", "Khăm")
BANA_GIVENS = ("Thiu", "Byưm", "Hlưk", "Djưng", "Lơi", "Nhum", "Wưng", "Phiu", "Dũi", "Xuân", "Blưi")
KOHO_GIVENS = ("Brếp", "Tiêm", "Dẹt", "Să", "Brois", "Hiền", "Wêl", "Lơ Mu", "Thim", "Sung")
KOHO_CLANS = ("Cil", "Kră Jăn", "Bon Niêng", "Liêng Jrang", "Sơ Ao", "Lơ Mu", "Rơ Ông")
HMONG_SURNAMES = ("Giàng", "Vừ", "Thào", "Lầu", "Sùng", "Mùa", "Vàng", "Cứ", "Hạng", "Lý", "Tráng", "Ly")
HMONG_MALE = ("A Páo", "A Dơ", "Mí Sính", "A Chư", "Seo Phừ", "A Lềnh", "Bá Của", "Xuân Cở", "A Sử", "Nhè Lử")
HMONG_FEMALE = ("Thị Mỷ", "Thị Dợ", "Thị Say", "Thị Ca", "Y Xía", "Thị Mao", "Thị Chứ", "Thị Sung")
TAI_SURNAMES = ("Lò", "Lường", "Quàng", "Tòng", "Cà", "Nông", "Bế", "Ma", "Hoàng", "Vi", "Lô", "Hà", "Đèo", "Cầm")
TAI_MALE = ("Văn Thoong", "Văn Ín", "Văn Pâng", "Văn Bun", "Văn Khụt", "Đình Ựt", "Văn Hặc", "Xuân Inh")
TAI_FEMALE = ("Thị Pánh", "Thị Ón", "Thị Sương", "Thị Phiên", "Thị Lả", "Thị Hặc", "Thị Yêu", "Thị Ban")
DAO_SURNAMES = ("Bàn", "Triệu", "Phàn", "Chảo", "Tẩn", "Đặng", "Lò")
DAO_GIVENS = ("Tà Mẩy", "Sành Phú", "Lở Mẩy", "Chòi Pham", "Dào Quyên", "Tồn Vạng", "Mùi Khé", "Láo Sử")
KHMER_SURNAMES = ("Thạch", "Sơn", "Kim", "Danh", "Lâm", "Kiên", "Châu", "Neáng", "Chau", "Tăng")
KHMER_GIVENS = ("Sô Phi", "Thị Sa Ry", "Út", "Sa Rết", "Ngọc Hoài", "Đa Ra", "Sóc Kha", "Thị Ni", "Bunl", "Rươne", "Hoài Thu")
CHAM_SURNAMES = ("Chế", "Đàng", "Bá", "Thổ", "Ức", "Quảng", "Thành", "Từ Công")
CHAM_GIVENS = ("Năng Thọ", "Thị Mỹ Hương", "Trung Nhật", "Văn Quýnh", "Thị Kim Oanh", "Xuân Sự")

FOREIGN = (
    "John Michael Carter", "Kim Min Jun", "Park Soo Yeon", "Tanaka Hiroshi", "Marie Dubois", "Wang Xiaoming",
    "Sergei Ivanov", "Emily Rose Thompson", "Satō Yuki", "Lee Ji Hoon", "Hans Müller", "Rajesh Kumar Singh",
    "Chen Wei Ling", "David O'Connor", "Anna Kowalska", "Suzuki Kenta", "Choi Eun Bi", "Pedro García López",
)
