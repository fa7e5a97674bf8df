"""Labels put together from their parts: a word for "number", and what or whom the number belongs to.

Forms write the same label in many ways ("Mã số BN", "Mã hồ sơ người bệnh", "Số HSBA"); a table of whole phrases never has
them all. Source of the parts: printed forms of hospitals, schools, employers, insurers and banks.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

#: Words for a code: what follows is one person's or one paper's. "Số" alone counts people ("Số học sinh: 35").
_CODES = (
    "Mã",
    "Mã số",
    "Số hiệu",
    "MS",
    "ID",
    "Mã ID",
    "Số ID",
    "Mã thẻ",
    "Số thẻ",
    "Mã số thẻ",
    "Mã hồ sơ",
    "Số hồ sơ",
)
_NUMBERS = ("Số", "Mã", "Mã số", "Số hiệu", "MS", "Mã ID")

_STUDENTS = (
    "học sinh", "sinh viên", "học viên", "thí sinh", "nghiên cứu sinh", "người học", "SV", "HV", "NCS", "dự thi",
    "tuyển sinh", "nhập học", "học bạ", "SVHV", "HSSV", "của học sinh", "của sinh viên", "của trẻ", "trẻ",
)  # fmt: skip
_STAFF = (
    "nhân viên", "cán bộ", "giáo viên", "giảng viên", "công nhân", "công nhân viên", "người lao động", "lao động",
    "NLĐ", "NV", "GV", "CBNV", "CNV", "CBCNV", "CBGV", "viên chức", "công chức", "CCVC", "bác sĩ", "điều dưỡng", "tài xế",
    "lái xe", "hội viên", "thành viên", "đoàn viên", "công đoàn", "cộng tác viên", "CTV", "tư vấn viên", "TVV",
    "hướng dẫn viên", "môi giới", "nhân sự", "bưu tá", "giao dịch viên", "kỹ thuật viên", "vận động viên", "VĐV",
    "chấm công", "cổ đông", "nhà đầu tư", "nhân viên bán hàng", "nhân viên kinh doanh", "quản lý nhân sự", "thợ",
    "chuyên viên", "đối tác", "đối tác lái xe", "đối tác tài xế", "người giao hàng", "người bán hàng", "nhân công", "thuyền viên", "xã viên", "đại lý bảo hiểm", "đại lý viên", "cán bộ nhân viên",
)  # fmt: skip
_PATIENTS = (
    "bệnh nhân", "người bệnh", "BN", "NB", "YT", "khám", "khám bệnh", "khám chữa bệnh", "lượt khám", "lần khám", "điều trị",
    "điều trị nội trú", "điều trị ngoại trú", "nội trú", "ngoại trú", "đợt điều trị", "ca bệnh", "bệnh phẩm", "mẫu bệnh phẩm",
    "mẫu xét nghiệm", "xét nghiệm", "tiêm chủng", "sức khỏe", "sức khoẻ", "tiếp nhận bệnh nhân", "thai phụ", "sản phụ",
    "bệnh nhi", "đối tượng tiêm chủng", "người hiến máu", "hiến máu", "phiếu khám", "phẫu thuật", "chụp", "siêu âm",
)  # fmt: skip
#: Papers about a patient: here a plain "Số" is the paper's number.
_PATIENT_PAPERS = (
    "bệnh án", "BA", "HSBA", "hồ sơ bệnh án", "hồ sơ bệnh nhân", "hồ sơ người bệnh", "hồ sơ BN", "hồ sơ khám bệnh",
    "hồ sơ sức khỏe", "hồ sơ y tế", "nhập viện", "vào viện", "ra viện", "lưu trữ bệnh án", "lưu trữ hồ sơ", "y bạ",
    "sổ khám bệnh", "sổ khám", "sổ y bạ", "phiếu xét nghiệm", "phiếu chỉ định", "đơn thuốc", "giấy ra viện", "bệnh lịch",
    "phiếu khám bệnh", "sổ tiêm chủng", "sổ sức khỏe", "đăng ký khám", "đăng ký khám bệnh", "cấp cứu",
    "hồ sơ hiếm muộn", "hồ sơ IVF", "hồ sơ thai sản", "sổ khám thai", "giám định ADN", "xét nghiệm ADN", "kết quả ADN", "hồ sơ điều trị",
    "giấy khám tâm thần", "giấy khám sức khỏe tâm thần", "hồ sơ tâm thần", "hồ sơ cai nghiện", "giấy chứng nhận thương tích",
    "giấy chứng nhận phẫu thuật", "giấy chứng nhận y tế", "giấy chuyển viện", "giấy chuyển tuyến", "giấy hẹn khám", "giấy hẹn khám lại",
    "giám định y khoa", "biên bản giám định y khoa", "giám định pháp y", "giám định thương tật", "phiếu chụp", "phiếu siêu âm",
    "kết quả xét nghiệm", "phiếu tiêm", "giấy nghỉ ốm", "giấy chứng nhận nghỉ việc hưởng BHXH",
)  # fmt: skip
_INSURED = (
    "BHXH", "bảo hiểm xã hội", "BH xã hội", "BHXH/BHTN", "bảo hiểm", "BHTN", "BHXH cá nhân", "tham gia BHXH",
    "định danh BHXH", "người tham gia BHXH", "sổ bảo hiểm", "sổ BH",
)  # fmt: skip
_ACCOUNTS = (
    "TK",
    "Số TK",
    "STK",
    "Tài khoản",
    "Số tài khoản",
    "Số TKNH",
    "Tài khoản ngân hàng",
    "Số TK ngân hàng",
)
_ACCOUNT_USES = (
    "lương", "hưởng lương", "hưởng", "chi trả", "trợ cấp", "nhận trợ cấp", "hỗ trợ", "nhận hỗ trợ", "học bổng",
    "nhận học bổng", "hoàn tiền", "nhận hoàn tiền", "hoàn thuế", "hoàn phí", "cá nhân", "NH", "ATM", "tiền gửi", "tiền vay",
    "vay", "trả nợ", "người hưởng", "người nhận", "người bán", "người mua", "người thụ hưởng", "khách hàng", "KH",
    "của tôi", "chính chủ", "nhận chi trả", "nhận bồi thường", "nhận cọc", "giao dịch", "lưu ký", "đối ứng", "nguồn",
    "trích nợ", "nhận thưởng", "nhận thù lao", "thù lao", "nhân viên", "nhận thanh toán", "phụ cấp", "bảo hiểm", "VND",
    "nhận lương hưu", "lương hưu", "nhận BHXH", "nhận hoa hồng", "hoa hồng", "hộ kinh doanh", "chủ hộ",
)  # fmt: skip
_SYSTEMS = (
    "internet", "hệ thống", "phần mềm", "wifi", "học tập", "LMS", "portal", "game", "web", "website", "người dùng",
    "VPN", "máy tính", "quản trị", "admin", "internet banking", "e-banking", "ibanking", "google", "apple", "icloud",
    "dịch vụ công", "thuế điện tử", "etax", "mạng", "ứng dụng", "app", "đăng ký", "học trực tuyến", "thi", "email",
    "FTTH", "cổng thông tin", "sàn", "Shopee", "Lazada", "Steam", "domain", "hosting", "hội viên",
)  # fmt: skip

#: Papers of soldiers, police, party and union members, veterans.
_SERVICE = (
    "sĩ quan", "sỹ quan", "SQ", "quân nhân", "quân nhân chuyên nghiệp", "QNCN", "CAND", "công an nhân dân", "công an",
    "quân đội", "quân đội nhân dân", "QĐND", "QĐ", "hạ sĩ quan", "HSQ", "chiến sĩ", "quân nhân dự bị", "QNDB",
    "sĩ quan dự bị", "dự bị động viên", "công nhân viên quốc phòng", "CNVQP", "viên chức quốc phòng", "VCQP",
    "đảng viên", "đảng", "thương binh", "bệnh binh", "cựu chiến binh", "CCB", "dân quân tự vệ", "dân quân", "cơ yếu",
    "người có công", "NCC", "đoàn", "đội viên",
)  # fmt: skip
_SERVICE_FORMS = (
    "Số hiệu {}", "Số hiệu thẻ {}", "Thẻ {} số", "Số thẻ {}", "Mã thẻ {}", "Giấy chứng minh {}", "Giấy chứng minh {} số",
    "Số giấy chứng minh {}", "Chứng minh {} số", "Chứng minh thư {} số", "Số chứng minh {}", "Số CM {}", "CM {} số", "Giấy CM {} số", "CMT {} số",
    "Số CMT {}", "Giấy chứng nhận {} số", "Số giấy chứng nhận {}", "GCN {} số", "Sổ {} số", "Số sổ {}", "Hồ sơ {} số",
    "Số hồ sơ {}", "Lý lịch {} số", "Số lý lịch {}", "Mã số {}",
)  # fmt: skip
_HOUSEHOLDS = (
    "hộ khẩu", "hộ gia đình", "hộ nghèo", "hộ cận nghèo", "tạm trú", "thường trú", "cư trú", "gia đình", "HK", "HGĐ",
)  # fmt: skip
_HOUSEHOLD_FORMS = (
    "Sổ {} số", "Số sổ {}", "Hồ sơ {} số", "Số hồ sơ {}", "Mã {}", "Mã số {}", "Mã hồ sơ {}", "Mã sổ {}",
    "GCN {} số", "Giấy chứng nhận {} số", "Số giấy chứng nhận {}", "Thẻ {} số",
)  # fmt: skip
#: Papers that a registry, a school, a chamber gives one person, in their own words. "… số", "Số …", "Số hiệu …".
_CERTIFICATES = (
    "giấy khai sinh", "trích lục khai sinh", "bản sao khai sinh", "giấy chứng nhận kết hôn", "giấy kết hôn", "giấy đăng ký kết hôn",
    "đăng ký kết hôn", "trích lục kết hôn", "giấy khai tử", "trích lục khai tử", "giấy chứng tử", "giấy báo tử", "giấy chứng sinh",
    "trích lục hộ tịch", "trích lục cải chính", "giấy xác nhận tình trạng hôn nhân", "xác nhận tình trạng hôn nhân",
    "giấy chứng nhận nuôi con nuôi", "phiếu lý lịch tư pháp", "bằng tốt nghiệp", "bằng đại học", "bằng cử nhân", "bằng kỹ sư",
    "bằng thạc sĩ", "bằng tiến sĩ", "bằng cao đẳng", "bằng trung cấp", "bằng nghề", "bằng THPT", "bằng TN", "văn bằng",
    "bằng thuyền trưởng", "bằng máy trưởng", "bằng lái tàu", "chứng chỉ hành nghề", "CCHN", "giấy phép hành nghề", "GPHN",
    "giấy phép lao động", "GPLĐ", "thẻ luật sư", "thẻ công chứng viên", "thẻ thừa phát lại", "thẻ nhà báo", "thẻ hướng dẫn viên", "thẻ HDV",
    "thẻ giám định viên", "thẻ đấu giá viên", "thẻ thẩm định viên", "thẻ kiểm toán viên", "thẻ trợ giúp viên", "thẻ nhà giáo",
    "chứng chỉ ngoại ngữ", "chứng chỉ tiếng Anh", "chứng chỉ tin học", "chứng chỉ nghề", "chứng chỉ sơ cấp", "chứng chỉ bồi dưỡng",
    "chứng chỉ nghiệp vụ", "chứng chỉ chuyên môn", "chứng nhận tốt nghiệp", "giấy chứng nhận tốt nghiệp", "giấy xác nhận khuyết tật",
    "xác nhận khuyết tật", "giấy đăng ký xe", "đăng ký xe máy", "đăng ký xe ô tô", "giấy chứng nhận đăng ký xe", "chứng nhận đăng ký xe",
    "chứng nhận đăng ký xe mô tô", "chứng nhận đăng ký xe ô tô", "cà vẹt xe", "cà vẹt", "cavet", "cavet xe", "giấy khám sức khỏe", "giấy chứng nhận sức khỏe",
    "đăng ký xe", "đăng ký mô tô", "giấy đăng ký mô tô", "giấy tờ xe", "đăng ký tàu cá", "giấy chứng nhận đăng ký tàu cá", "đăng ký phương tiện thủy",
    "đăng ký tàu", "thẻ tạm trú", "thẻ thường trú", "thẻ lưu trú", "giấy miễn thị thực", "thẻ hành nghề", "thẻ thương binh", "bằng Tổ quốc ghi công",
    "trích lục nuôi con nuôi", "trích lục giám hộ", "trích lục ghi chú kết hôn", "trích lục ghi chú ly hôn", "trích lục xác định dân tộc",
    "chứng thư hôn phối", "sổ hôn phối", "chứng thư rửa tội", "sổ rửa tội", "giấy chứng nhận độc thân",
    "giấy chứng nhận thương tật", "sổ thuyền viên", "giấy phép tập sự hành nghề", "chứng chỉ kế toán viên",
)  # fmt: skip
#: Pensions and allowances: their books are numbered by the same insurance.
_PENSIONS = (
    "hưu",
    "lương hưu",
    "hưu trí",
    "trợ cấp",
    "lĩnh lương hưu",
    "lĩnh trợ cấp",
    "mất sức",
    "tử tuất",
    "BHXH một lần",
)


def composed() -> Iterator[tuple[str, str]]:
    """Yield (kind of label, phrase); the kinds are the names of ``clues.Clue``."""
    for code, who in product(_CODES, _STUDENTS):
        yield "STUDENT", f"{code} {who}"
    for code, who in product(_CODES, _STAFF):
        yield "EMPLOYEE", f"{code} {who}"
    for card, who in product(("Thẻ {} số", "Mã {} số"), _STUDENTS):
        yield "STUDENT", card.format(who)
    for card, who in product(("Thẻ {} số", "Mã {} số"), _STAFF):
        yield "EMPLOYEE", card.format(who)
    for code, what in product(_CODES, (*_PATIENTS, *_PATIENT_PAPERS)):
        yield "MEDICAL_NO", f"{code} {what}"
    for what in _PATIENT_PAPERS:
        yield "MEDICAL_NO", f"Số {what}"
        if len(what) > 3:
            yield "MEDICAL_NO", f"{what} số"
    for number, what in product((*_NUMBERS, "Số sổ", "Sổ", "Số thẻ", "Mã thẻ", "Số hồ sơ"), _INSURED):
        yield "BHXH", f"{number} {what}"
    for account, use in product(_ACCOUNTS, _ACCOUNT_USES):
        yield "BANK_ACCOUNT", f"{account} {use}"
    for account, system in product(
        ("Tài khoản", "Tên tài khoản", "User", "Username", "Tên đăng nhập"), _SYSTEMS
    ):
        yield "LOGIN", f"{account} {system}"
    for secret, system in product(("Mật khẩu", "Password", "Pass", "MK"), _SYSTEMS):
        yield "PASSWORD", f"{secret} {system}"
    for shape, who in product(_SERVICE_FORMS, _SERVICE):
        yield "MILITARY", shape.format(who)
    for shape, what in product(_HOUSEHOLD_FORMS, _HOUSEHOLDS):
        yield "HOUSEHOLD", shape.format(what)
    for shape, what in product(("{} số", "Số {}", "{} số hiệu", "Số hiệu {}"), _CERTIFICATES):
        yield "CIVIL_NO", shape.format(what)
    for shape, what in product(
        ("Sổ {} số", "Số sổ {}", "Thẻ {} số", "Số thẻ {}", "Hồ sơ {} số", "Số hồ sơ {}"), _PENSIONS
    ):
        yield "BHXH", shape.format(what)
