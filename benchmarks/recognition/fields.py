"""What a slot of a template stands for: values of made-up people, and look-alikes.

Slots: ``{a.name}`` is a value of person *a* (any letter or word; the same person all through the document);
``{~law}`` a random look-alike of a kind; ``{~:text}`` that very text as a look-alike; ``{?law}`` and ``{?:text}`` the
same but neutral, where a careful clerk might do either; ``{=TYPE:text}`` that text as a gold value; ``{!o}`` the name
of officer *o*, ``{!TYPE:text}`` that text as official data.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta

from benchmarks.recognition.corpus import Mark, Role
from tests.synthetic.addresses import STREETS, house, lower_unit, new_address, old_address, places
from tests.synthetic.people import PeopleFactory, Person, digits, fold, id_qr, mrz_td1, tax_code

TODAY = date(2025, 9, 1)
ILLNESSES = (
    "Đái tháo đường típ 2",
    "Viêm phổi cộng đồng",
    "Tăng huyết áp vô căn",
    "Sốt xuất huyết Dengue",
    "Viêm dạ dày cấp",
    "Gãy kín xương đòn phải",
    "Rối loạn lo âu",
    "Thai 38 tuần, ngôi đầu",
    "Suy thận mạn giai đoạn 3",
    "Viêm gan B mạn",
    "Hen phế quản",
    "Thoát vị đĩa đệm L4-L5",
)
COMPANIES = (
    "Công ty TNHH Hoàng Nam",
    "Công ty Cổ phần Đầu tư Nguyễn Hoàng",
    "Công ty TNHH MTV Thương mại Minh Anh",
    "Công ty CP Xây dựng Lê Gia",
    "Công ty TNHH Một thành viên Phú Thịnh",
    "Tổng công ty Cổ phần May Việt Tiến",
    "Công ty Cổ phần Vận tải Hà Nội",
    "HTX Nông nghiệp Tân Tiến",
    "Doanh nghiệp tư nhân Hồng Phúc",
    "Công ty Luật TNHH Trần và Cộng sự",
    "Công ty TNHH Dịch vụ Bảo vệ Thăng Long",
    "Công ty CP Dược phẩm An Khang",
    "Công ty TNHH Thực phẩm Ngọc Lan",
    "Tập đoàn Bảo Sơn",
    "Công ty Cổ phần Công nghệ Sao Mai",
)
SCHOOLS = (
    "Trường THPT Lê Quý Đôn",
    "Trường THCS Nguyễn Trãi",
    "Trường Tiểu học Kim Đồng",
    "Trường THPT chuyên Lê Hồng Phong",
    "Trường Đại học Tôn Đức Thắng",
    "Trường THCS Trần Phú",
    "Trường THPT Phan Đình Phùng",
    "Học viện Ngân hàng",
    "Trường Cao đẳng Lý Tự Trọng",
    "Trường mầm non Hoa Mai",
)
HOSPITALS = (
    "Bệnh viện Bạch Mai",
    "Bệnh viện Nguyễn Tri Phương",
    "Bệnh viện Đa khoa tỉnh",
    "Bệnh viện Chợ Rẫy",
    "Bệnh viện Nhi Trung ương",
    "Bệnh viện Hùng Vương",
    "Trung tâm Y tế huyện",
    "Bệnh viện Lê Văn Thịnh",
    "Phòng khám đa khoa Hồng Ngọc",
)
AGENCIES = (
    "Ủy ban nhân dân phường Trần Hưng Đạo",
    "Công an thành phố Hà Nội",
    "Tòa án nhân dân huyện Phú Xuyên",
    "Chi cục Thuế khu vực Quận 1",
    "Sở Tư pháp tỉnh Đồng Nai",
    "Bảo hiểm xã hội tỉnh Nam Định",
    "Văn phòng công chứng Nguyễn Huệ",
    "Phòng Lao động - Thương binh và Xã hội",
    "Viện kiểm sát nhân dân tỉnh Long An",
    "Sở Giáo dục và Đào tạo",
    "UBND xã Phan Bội Châu",
    "Cục Thuế TP. Hồ Chí Minh",
    "Chi nhánh Văn phòng đăng ký đất đai",
    "Văn phòng Thừa phát lại Lê Lợi",
    "UBND phường Võ Thị Sáu",
)
BANK_NAMES = (
    "Vietcombank - CN Hà Nội",
    "Ngân hàng TMCP Á Châu",
    "BIDV chi nhánh Tây Hồ",
    "Agribank PGD Lê Lợi",
    "Ngân hàng Techcombank",
    "Ngân hàng TMCP Quân đội (MB)",
    "VietinBank CN Đống Đa",
    "Sacombank - PGD Nguyễn Trãi",
    "Ngân hàng Chính sách xã hội",
)
RELATIONS = (
    "vợ",
    "chồng",
    "con",
    "cha",
    "mẹ",
    "anh ruột",
    "chị gái",
    "em ruột",
    "cháu",
    "ông nội",
    "con dâu",
    "con rể",
)
MARITAL = ("Độc thân", "Đã kết hôn", "Chưa kết hôn", "Ly hôn", "Góa")


def _vi_date(day: date) -> str:
    return f"ngày {day.day} tháng {day.month} năm {day.year}"


def _random_day(rng: random.Random, first: int = 2005, last: int = 2025) -> date:
    return date(rng.randint(first, last), 1, 1) + timedelta(days=rng.randint(0, 364))


def _amount(rng: random.Random) -> str:
    value = rng.choice(
        (
            rng.randint(50, 990) * 1000,
            rng.randint(1, 99) * 1_000_000,
            rng.randint(100, 9999) * 1_000_000,
            rng.randint(10**6, 10**9),
        )
    )
    grouped = f"{value:,}"
    return rng.choice(
        (
            grouped.replace(",", ".") + " đồng",
            grouped.replace(",", ".") + "đ",
            grouped.replace(",", ".") + " VNĐ",
            grouped + " VND",
            grouped.replace(",", ".") + " VND",
        )
    )


def _document_number(rng: random.Random) -> str:
    number, year = rng.randint(1, 4999), rng.randint(2012, 2025)
    return rng.choice(
        (
            f"{number}/QĐ-UBND",
            f"{number}/{year}/QĐ-BTC",
            f"{number}/UBND-VP",
            f"{number:02d}/TB-CCT",
            f"{number}/BB-ĐC",
            f"{number}/GXN-CAP",
            f"{number}/HĐTD/{year}",
            f"{number:02d}/{year}/HĐLĐ",
            f"{number}-CV/ĐU",
            f"{number}/STP-HCTP",
            f"{number}/KH-THPT",
            f"{number}/HĐMB-{year}",
        )
    )


def _company_address(rng: random.Random) -> str:
    place = rng.choice(places())
    return f"{house(rng, True, place.region)}, {lower_unit(place.new_ward)}, {lower_unit(place.new_province)}"


def _ean(rng: random.Random) -> str:
    body = "893" + digits(rng, 9)
    total = sum(int(ch) * (3 if i % 2 else 1) for i, ch in enumerate(body))
    return body + str(-total % 10)


def _email_role(rng: random.Random) -> str:
    return rng.choice(
        (
            "vanthu@sotuphap.example.gov.vn",
            "info@hoangnam.example.vn",
            "cskh@example.com.vn",
            "hotro@example.gov.vn",
            "tuyendung@saomai.example.vn",
            "contact@example.vn",
        )
    )


LOOK_ALIKES: dict[str, Callable[[random.Random], str]] = {
    "law": lambda r: r.choice(
        (
            "91/2015/QH13",
            "31/2024/QH15",
            "27/2023/QH15",
            "45/2019/QH14",
            "356/2025/NĐ-CP",
            "102/2024/NĐ-CP",
            "23/2015/NĐ-CP",
            "111/2013/TT-BTC",
            "45/2013/TT-BTC",
            "78/2021/TT-BTC",
            "62/2021/NĐ-CP",
            "55/2021/TT-BCA",
            "326/2016/UBTVQH14",
            "92/2015/QH13",
            "58/2014/QH13",
            "1666/QĐ-BHXH",
            "595/QĐ-BHXH",
            "22/2021/TT-BGDĐT",
        )
    ),
    "doc": _document_number,
    "amount": _amount,
    "number": lambda r: f"{r.randint(1, 999)}.{r.randint(0, 999):03d}.{r.randint(0, 999):03d}",
    "invoice": lambda r: f"{r.randint(1, 99999):08d}",
    "serial": lambda r: (
        f"{r.choice('12')}{r.choice('CK')}{r.choice((23, 24, 25))}{r.choice('TMDL')}"
        f"{r.choice('ABCDEY')}{r.choice('ABCDEY')}"
    ),
    "hotline": lambda r: r.choice(
        (
            f"1900 {r.randint(1000, 9999)}",
            f"1800 {r.randint(1000, 9999)}",
            f"1900{r.randint(100000, 999999)}",
            f"1800.{r.randint(1000, 9999)}",
            "19001234",
        )
    ),
    "short": lambda r: r.choice(("113", "114", "115", "111", "1022")),
    "companytax": lambda r: tax_code(r, r.choice(("01", "03", "02", "36", "25"))),
    "companytax13": lambda r: f"{tax_code(r, r.choice(('01', '03')))}-{r.randint(1, 99):03d}",
    "company": lambda r: r.choice(COMPANIES),
    "companyaddr": _company_address,
    "companyphone": lambda r: (
        f"{r.choice(('024', '028'))} {r.choice(('38', '39', '62', '73'))}{digits(r, 2)} {digits(r, 4)}"
    ),
    "companyaccount": lambda r: digits(r, r.choice((10, 12, 13))),
    "rolemail": _email_role,
    "school": lambda r: r.choice(SCHOOLS),
    "hospital": lambda r: r.choice(HOSPITALS),
    "agency": lambda r: r.choice(AGENCIES),
    "bank": lambda r: r.choice(BANK_NAMES),
    "street": lambda r: f"{r.choice(('đường', 'phố'))} {r.choice(STREETS)}",
    "streetname": lambda r: r.choice(STREETS),
    "date": lambda r: _random_day(r).strftime(r.choice(("%d/%m/%Y", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"))),
    "datew": lambda r: _vi_date(_random_day(r, 2015, 2025)),
    "month": lambda r: f"{r.randint(1, 12):02d}/{r.randint(2020, 2025)}",
    "time": lambda r: f"{r.randint(7, 21):02d}:{r.randint(0, 59):02d}",
    "timestamp": lambda r: (
        _random_day(r, 2023, 2025).strftime("%Y%m%d")
        + f"{r.randint(0, 23):02d}{r.randint(0, 59):02d}"
        + r.choice(("", digits(r, 2)))
    ),
    "txn": lambda r: r.choice(
        (
            f"FT{r.randint(20, 25)}{digits(r, 3)}{digits(r, 9)}",
            f"MBVCB.{digits(r, 10)}",
            digits(r, 12),
            f"{digits(r, 6)}-{digits(r, 6)}",
        )
    ),
    "order": lambda r: r.choice(
        (
            f"SPXVN0{digits(r, 11)}",
            f"GHN{digits(r, 9)}",
            f"DH{digits(r, 8)}",
            f"VTP{digits(r, 10)}",
            f"#{digits(r, 7)}",
        )
    ),
    "sku": lambda r: r.choice(
        (
            f"SP{digits(r, 6)}",
            f"Q{digits(r, 7)}",
            f"VT-{digits(r, 5)}",
            f"K{digits(r, 7)}",
            f"QĐ {digits(r, 6)}",
            f"A{digits(r, 4)}-{digits(r, 2)}",
        )
    ),
    "ean": _ean,
    "dossier": lambda r: r.choice(
        (
            f"H{r.randint(10, 63)}.{r.randint(1, 30)}-{r.randint(230101, 251230)}-{digits(r, 4)}",
            f"000.00.{r.randint(10, 40)}.H{r.randint(10, 63)}-{r.randint(230101, 251230)}-{digits(r, 4)}",
        )
    ),
    "area": lambda r: f"{r.randint(30, 900)},{r.randint(1, 9)} m²",
    "percent": lambda r: f"{r.randint(1, 20)},{r.randint(0, 9)}%",
    "year": lambda r: str(r.randint(2015, 2025)),
    "int": lambda r: str(r.randint(1, 400)),
    "qty": lambda r: str(r.randint(1, 60)),
    "court": lambda r: (
        f"{r.randint(1, 199)}/{r.randint(2018, 2025)}/{r.choice(('DS-ST', 'HS-ST', 'HNGĐ-ST', 'DS-PT', 'KDTM-ST'))}"
    ),
    "contract": lambda r: r.choice(
        (f"HĐ{digits(r, 8)}", f"{digits(r, 10)}", f"LD{digits(r, 12)}", f"{digits(r, 4)}-LAV-{digits(r, 9)}")
    ),
    "licence": lambda r: f"{r.randint(1, 99):02d}{r.choice('AB')}{digits(r, 7)}",
    "website": lambda r: r.choice(
        ("www.hoangnam.example.vn", "https://dichvucong.example.gov.vn", "http://example.edu.vn/tuyensinh")
    ),
    "product": lambda r: r.choice(
        (
            "Gạo ST25 túi 5kg",
            "Xi măng Hà Tiên PCB40",
            "Thép Hòa Phát D10",
            "Bánh Trung thu Kinh Đô",
            "Sữa Mộc Châu 1L",
            "Bia Hà Nội lon 330ml",
            "Cà phê Trung Nguyên S",
            "Mực in HP 12A",
            "Giấy A4 Bãi Bằng",
            "Áo sơ mi nam An Phước",
        )
    ),
    "hero": lambda r: r.choice(
        (
            "Chủ tịch Hồ Chí Minh",
            "Đại tướng Võ Nguyên Giáp",
            "Nguyễn Du",
            "Trần Hưng Đạo",
            "Hai Bà Trưng",
            "Lê-nin",
        )
    ),
    "room": lambda r: r.choice(("phòng A10", "nhà H20", "phòng 302 nhà C", "giường 12", "buồng 5")),
    "class": lambda r: r.choice(("12A1", "10B3", "K65-CNTT", "DHKT14A", "9/4", "Lớp 5C")),
}

PersonSlot = tuple[str, Callable[[Person, random.Random], str]]


def _any_address(person: Person, rng: random.Random) -> str:
    return person.new_address if rng.random() < 0.5 else person.old_address


def _phone(person: Person, rng: random.Random) -> str:
    p = person.phone
    return rng.choice(
        (
            p,
            p,
            p,
            f"{p[:4]}.{p[4:7]}.{p[7:]}",
            f"{p[:4]} {p[4:7]} {p[7:]}",
            f"{p[:3]} {p[3:6]} {p[6:]}",
            f"{p[:3]}.{p[3:6]}.{p[6:]}",
            f"{p[:4]}-{p[4:7]}-{p[7:]}",
        )
    )


def _landline(person: Person, rng: random.Random) -> str:
    code, rest = person.place.phone_code, person.landline[len(person.place.phone_code) :]
    return rng.choice(
        (
            person.landline,
            f"{code} {rest[:4]} {rest[4:]}",
            f"({code}) {rest}",
            f"{code}.{rest}",
            f"{code}-{rest}",
        )
    )


def _handle(name: str) -> str:
    return ".".join(
        "".join(ch for ch in word if ch.isascii() and ch.isalnum()) for word in fold(name).lower().split()
    )


def _initials(name: str) -> str:
    words = name.split()
    return ".".join(word[0] for word in words)


PERSON_SLOTS: dict[str, PersonSlot] = {
    "name": ("PERSON", lambda p, r: p.name),
    "NAME": ("PERSON", lambda p, r: p.name.upper()),
    "plainname": ("PERSON", lambda p, r: fold(p.name)),
    "PLAINNAME": ("PERSON", lambda p, r: fold(p.name).upper()),
    "lowname": ("PERSON", lambda p, r: p.name.lower()),
    "given": ("PERSON", lambda p, r: p.given),
    "initials": ("PERSON", lambda p, r: _initials(p.name)),
    "midgiven": ("PERSON", lambda p, r: " ".join(p.name.split()[-2:])),
    "shortened": (
        "PERSON",
        lambda p, r: f"{p.name.split()[0]} {''.join(f'{w[0]}.' for w in p.name.split()[1:-1])} {p.given}",
    ),
    "first": ("PERSON", lambda p, r: " ".join(p.name.split()[:-1])),
    "last": ("PERSON", lambda p, r: p.name.split()[-1]),
    "id": ("VN_PERSONAL_ID", lambda p, r: p.personal_id),
    "idspaced": ("VN_PERSONAL_ID", lambda p, r: " ".join(p.personal_id[i : i + 3] for i in range(0, 12, 3))),
    "idboxes": ("VN_PERSONAL_ID", lambda p, r: " ".join(p.personal_id)),
    "idmasked": ("VN_PERSONAL_ID", lambda p, r: p.personal_id[:6] + "******"),
    "cmnd": ("VN_CMND", lambda p, r: p.cmnd),
    "cmndspaced": ("VN_CMND", lambda p, r: f"{p.cmnd[:3]} {p.cmnd[3:6]} {p.cmnd[6:]}"),
    "passport": ("VN_PASSPORT", lambda p, r: p.passport),
    "issued": ("ISSUE_DATE", lambda p, r: p.id_issued.strftime("%d/%m/%Y")),
    "issuedw": ("ISSUE_DATE", lambda p, r: _vi_date(p.id_issued)),
    "issuer": ("ISSUE_AUTHORITY", lambda p, r: p.id_issuer),
    "cmndissued": ("ISSUE_DATE", lambda p, r: p.cmnd_issued.strftime("%d/%m/%Y")),
    "cmndissuer": (
        "ISSUE_AUTHORITY",
        lambda p, r: r.choice((p.cmnd_issuer, p.cmnd_issuer.replace("Công an", "CA"))),
    ),
    "phone": ("VN_PHONE", _phone),
    "phonepairs": (
        "VN_PHONE",
        lambda p, r: f"{p.phone[:4]} {p.phone[4:6]} {p.phone[6:8]} {p.phone[8:]}",
    ),
    "phoneplain": ("VN_PHONE", lambda p, r: p.phone),
    "phone84": (
        "VN_PHONE",
        lambda p, r: r.choice(
            (
                f"+84{p.phone[1:]}",
                f"+84 {p.phone[1:4]} {p.phone[4:7]} {p.phone[7:]}",
                f"(+84) {p.phone[1:]}",
                f"0084{p.phone[1:]}",
                f"84{p.phone[1:]}",
                f"+84(0){p.phone[1:]}",
            )
        ),
    ),
    "oldphone": (
        "VN_PHONE",
        lambda p, r: r.choice((p.phone_old, f"{p.phone_old[:5]} {p.phone_old[5:8]} {p.phone_old[8:]}")),
    ),
    "land": ("VN_PHONE", _landline),
    "email": ("EMAIL", lambda p, r: p.email),
    "emailat": ("EMAIL", lambda p, r: p.email.replace("@", " @")),
    "addr": ("VN_ADDRESS", _any_address),
    "oldaddr": ("VN_ADDRESS", lambda p, r: p.old_address),
    "newaddr": ("VN_ADDRESS", lambda p, r: p.new_address),
    "addr2": ("VN_ADDRESS", lambda p, r: r.choice((old_address, new_address))(r, r.choice(places()))),
    "commune": (
        "VN_ADDRESS",
        lambda p, r: f"{lower_unit(p.place.new_ward)}, {lower_unit(p.place.new_province)}",
    ),
    "ward": ("VN_ADDRESS", lambda p, r: lower_unit(r.choice((p.place.ward, p.place.new_ward)))),
    "addrboth": (
        "VN_ADDRESS",
        lambda p, r: (
            f"{old_address(r, p.place, 'full')} "
            f"(nay là {lower_unit(p.place.new_ward)}, {lower_unit(p.place.new_province)})"
        ),
    ),
    "origin": ("PLACE_OF_BIRTH", lambda p, r: p.origin),
    "originprovince": (
        "PLACE_OF_BIRTH",
        lambda p, r: p.place.province.removeprefix("Tỉnh ").removeprefix("Thành phố "),
    ),
    "dob": ("DATE_OF_BIRTH", lambda p, r: p.birth_dmy),
    "dobdash": ("DATE_OF_BIRTH", lambda p, r: p.birth.strftime("%d-%m-%Y")),
    "dobdot": ("DATE_OF_BIRTH", lambda p, r: p.birth.strftime("%d.%m.%Y")),
    "dobshort": ("DATE_OF_BIRTH", lambda p, r: f"{p.birth.day}/{p.birth.month}/{p.birth.year}"),
    "dobw": ("DATE_OF_BIRTH", lambda p, r: _vi_date(p.birth)),
    "dobiso": ("DATE_OF_BIRTH", lambda p, r: p.birth.isoformat()),
    "dobyy": ("DATE_OF_BIRTH", lambda p, r: p.birth.strftime("%d/%m/%y")),
    "dobspace": ("DATE_OF_BIRTH", lambda p, r: p.birth.strftime("%d / %m / %Y")),
    "dob8": ("DATE_OF_BIRTH", lambda p, r: p.birth.strftime("%d%m%Y")),
    "dobmonth": ("DATE_OF_BIRTH", lambda p, r: p.birth.strftime("%m/%Y")),
    "year": ("DATE_OF_BIRTH", lambda p, r: str(p.birth.year)),
    "year2": ("DATE_OF_BIRTH", lambda p, r: f"{p.birth:%y}"),
    "birthday": ("DATE_OF_BIRTH", lambda p, r: str(p.birth.day)),
    "birthmonth": ("DATE_OF_BIRTH", lambda p, r: str(p.birth.month)),
    "age": ("AGE", lambda p, r: f"{TODAY.year - p.birth.year} tuổi"),
    "ageint": ("AGE", lambda p, r: str(TODAY.year - p.birth.year)),
    "gender": ("GENDER", lambda p, r: p.gender),
    "ethnic": ("ETHNICITY", lambda p, r: p.ethnicity),
    "religion": ("RELIGION", lambda p, r: p.religion),
    "nationality": ("NATIONALITY", lambda p, r: "Việt Nam"),
    "marital": ("MARITAL_STATUS", lambda p, r: r.choice(MARITAL)),
    "relation": ("FAMILY_RELATION", lambda p, r: r.choice(RELATIONS)),
    "illness": ("HEALTH_INFO", lambda p, r: r.choice(ILLNESSES)),
    "patient": ("MEDICAL_RECORD_NO", lambda p, r: p.patient_no),
    "account": ("VN_BANK_ACCOUNT", lambda p, r: p.account),
    "accountspaced": (
        "VN_BANK_ACCOUNT",
        lambda p, r: " ".join(p.account[i : i + 4] for i in range(0, len(p.account), 4)),
    ),
    "card": (
        "BANK_CARD",
        lambda p, r: r.choice((p.card, " ".join(p.card[i : i + 4] for i in range(0, len(p.card), 4)))),
    ),
    "cardmasked": ("BANK_CARD", lambda p, r: f"{p.card[:4]} {p.card[4:6]}** **** {p.card[-4:]}"),
    "tax": ("VN_TAX_CODE", lambda p, r: p.tax_code),
    "tax12": ("VN_TAX_CODE", lambda p, r: p.personal_id),
    "bhxh": ("VN_BHXH", lambda p, r: p.bhxh),
    "bhyt": (
        "VN_BHYT",
        lambda p, r: r.choice(
            (
                p.bhyt,
                p.bhyt,
                f"{p.bhyt[:2]} {p.bhyt[2]} {p.bhyt[3:5]} {p.bhyt[5:]}",
                f"{p.bhyt[:2]}-{p.bhyt[2]}-{p.bhyt[3:5]}-{p.bhyt[5:]}",
            )
        ),
    ),
    "gplx": ("VN_DRIVER_LICENSE", lambda p, r: p.driver_license),
    "plate": (
        "VN_PLATE",
        lambda p, r: r.choice(
            (
                p.plate_car,
                p.plate_moto,
                p.plate_car.replace(".", ""),
                p.plate_moto.replace(" ", "-"),
                p.plate_car.replace("-", "").replace(".", ""),
            )
        ),
    ),
    "vin": ("VN_VIN", lambda p, r: p.vin),
    "engine": ("VN_ENGINE_NO", lambda p, r: p.engine),
    "cert": ("VN_LAND_CERT", lambda p, r: r.choice((p.land_cert, p.land_cert.replace(" ", "")))),
    "book": ("VN_LAND_BOOK_NO", lambda p, r: r.choice((p.land_book, p.land_book.replace(" ", "")))),
    "parcel": ("VN_LAND_PARCEL", lambda p, r: p.parcel),
    "sheet": ("VN_LAND_PARCEL", lambda p, r: p.map_sheet),
    "household": ("VN_HOUSEHOLD_NO", lambda p, r: p.household),
    "notaryno": ("CIVIL_DOC_NO", lambda p, r: f"{r.randint(100, 9999)}/{r.randint(2019, 2025)}"),
    "birthcert": ("CIVIL_DOC_NO", lambda p, r: f"{r.randint(1, 300)}/{r.randint(2010, 2025)}"),
    "student": (
        "STUDENT_ID",
        lambda p, r: r.choice((p.student_no, f"B{p.student_no[2:4]}DCCN{p.student_no[-3:]}")),
    ),
    "examno": ("STUDENT_ID", lambda p, r: digits(r, 8)),
    "employee": ("EMPLOYEE_ID", lambda p, r: p.employee_no),
    "military": ("MILITARY_ID", lambda p, r: digits(r, 8)),
    "police": ("MILITARY_ID", lambda p, r: f"{digits(r, 3)}-{digits(r, 3)}"),
    "facebook": (
        "SOCIAL_ACCOUNT",
        lambda p, r: r.choice(
            (
                f"facebook.com/{_handle(p.name)}.{p.birth.year}",
                f"fb.com/profile.php?id=1000{digits(r, 11)}",
                f"zalo.me/{p.phone}",
            )
        ),
    ),
    "login": ("CREDENTIAL", lambda p, r: p.personal_id),
    "password": ("CREDENTIAL", lambda p, r: r.choice(("Abc@", "vn#", "Matkhau!", "zX9$")) + digits(r, 5)),
    "ip": (
        "IP_ADDRESS",
        lambda p, r: (
            f"{r.choice((14, 27, 113, 171, 192))}.{r.randint(1, 254)}.{r.randint(1, 254)}.{r.randint(1, 254)}"
        ),
    ),
    "mac": ("MAC_ADDRESS", lambda p, r: ":".join(f"{r.randint(0, 255):02X}" for _ in range(6))),
    "imei": ("IMEI", lambda p, r: "35" + digits(r, 13)),
    "geo": ("GEO_LOCATION", lambda p, r: f"{r.uniform(8.7, 23.2):.6f}, {r.uniform(102.3, 109.3):.6f}"),
    "mrz1": ("VN_MRZ", lambda p, r: mrz_td1(p)[0]),
    "mrz2": ("VN_MRZ", lambda p, r: mrz_td1(p)[1]),
    "mrz3": ("VN_MRZ", lambda p, r: mrz_td1(p)[2]),
    "qr": ("VN_ID_QR", lambda p, r: id_qr(p)),
    "wallet": ("E_WALLET", lambda p, r: p.phone),
    "debt": ("DEBT", lambda p, r: f"{r.randint(5, 900) * 1_000_000:,}".replace(",", ".")),
    "grade": ("GRADES", lambda p, r: f"{r.randint(4, 10)}{r.choice(('.25', '.5', '.0', ',75', ''))}"),
    "salary": (
        "INCOME",
        lambda p, r: f"{r.randint(60, 400) * 100_000:,}".replace(",", ".") + r.choice((" đồng", " đ", "")),
    ),
}


class Fill:
    """Values for the slots of one document.

    Args:
        rng: the source of chance.
        women: keys of people who are called bà, chị, mẹ … in the template.
        men: keys of people who are called ông, anh, cha …
    """

    def __init__(
        self, rng: random.Random, women: frozenset[str] = frozenset(), men: frozenset[str] = frozenset()
    ) -> None:
        self.rng = rng
        self._women, self._men = women, men
        self._factory = PeopleFactory(rng.randrange(2**31))
        self._people: dict[str, Person] = {}
        self._officers: dict[str, Person] = {}
        self._values: dict[tuple[str, str], str] = {}

    def person(self, key: str) -> Person:
        """The person of that key, made when first asked for. Children have keys that start with ``c`` and a digit."""
        if key not in self._people:
            child = key[:1] == "c" and key[1:].isdigit()
            female = None if (key in self._women) == (key in self._men) else key in self._women
            self._people[key] = self._factory.person(
                born=(2006, 2019) if child else (1948, 2004), female=female
            )
        return self._people[key]

    def forget(self, key: str) -> None:
        """Make the next person of that key a new one (rows of a table)."""
        self._people.pop(key, None)
        for known in [known for known in self._values if known[0] == key]:
            del self._values[known]

    def slot(self, expression: str) -> tuple[str, Mark | None]:
        """Text and mark of one slot.

        Raises:
            KeyError: the slot is unknown.
        """
        rng = self.rng
        if expression[0] in "~?":
            role = Role.LOOK_ALIKE if expression[0] == "~" else Role.NEUTRAL
            if expression[1] == ":":
                return expression[2:], Mark(role, "text")
            return LOOK_ALIKES[expression[1:]](rng), Mark(role, expression[1:])
        if expression.startswith("="):
            kind, _, text = expression[1:].partition(":")
            return text, Mark(Role.GOLD, kind)
        if expression.startswith("!"):
            kind, colon, text = expression[1:].partition(":")
            if colon:
                return text, Mark(Role.OFFICIAL, kind)
            if kind not in self._officers:
                self._officers[kind] = self._factory.person(
                    structure=rng.choice(("kinh", "kinh", "kinh", "long"))
                )
            return self._officers[kind].name, Mark(Role.OFFICIAL, "PERSON")
        key, _, name = expression.partition(".")
        person = self.person(key)
        if name in ("title", "Title", "TITLE", "address"):
            word = {
                "title": person.title.lower(),
                "Title": person.title,
                "TITLE": person.title.upper(),
                "address": "chị" if person.female else "anh",
            }[name]
            return word, None
        kind, make = PERSON_SLOTS[name]
        known = (key, name)
        if known not in self._values:
            self._values[known] = make(person, rng)
        return self._values[known], Mark(Role.GOLD, kind)
