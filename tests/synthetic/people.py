"""Synthetic Vietnamese people whose values agree with each other, from a seeded generator.

Nothing here belongs to anyone: names are composed at random; a personal number ends in a serial of 990000 or more,
which would need that many births of one sex in one year in one province; a tax code of a person starts with 8 and has
a computed check digit; addresses on the internet are under names reserved for examples unless a test asks for
ordinary mail providers.
"""

from __future__ import annotations

import random
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta

from tests.synthetic import names as parts
from tests.synthetic.addresses import Place, lower_unit, new_address, old_address, places

_MST_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)
_PLATE_LETTERS = "ABCDEFGHKLMNPSTUVXYZ"
_MOTO_SECOND = "ABCDEFHKLMNPRSTUVXYZ"
_VIN_CHARS = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789"
_BHYT_GROUPS = ("DN", "GD", "HC", "HT", "TE", "HS", "SV", "HN", "CN", "TC", "XK", "CB")
BANKS = (
    ("Vietcombank", "970436", 10),
    ("VietinBank", "970415", 12),
    ("BIDV", "970418", 14),
    ("Agribank", "970405", 13),
    ("Techcombank", "970407", 14),
    ("MB Bank", "970422", 10),
    ("ACB", "970416", 8),
    ("Sacombank", "970403", 12),
    ("VPBank", "970432", 9),
    ("TPBank", "970423", 11),
    ("VIB", "970441", 15),
    ("SHB", "970443", 10),
)
ETHNIC_GROUPS = (
    "Tày",
    "Thái",
    "Mường",
    "Khmer",
    "Hoa",
    "Nùng",
    "HMông",
    "Dao",
    "Gia Rai",
    "Ê Đê",
    "Ba Na",
    "Chăm",
    "Cơ Ho",
)
RELIGIONS = (
    "Không",
    "Không",
    "Không",
    "Phật giáo",
    "Công giáo",
    "Thiên Chúa giáo",
    "Tin lành",
    "Cao Đài",
    "Phật giáo Hòa Hảo",
)
ISSUERS_OLD = (
    "Cục Cảnh sát quản lý hành chính về trật tự xã hội",
    "Cục CSQLHC về TTXH",
    "Cục Cảnh sát ĐKQL cư trú và DLQG về dân cư",
    "Cục trưởng Cục Cảnh sát QLHC về TTXH",
)


def fold(text: str) -> str:
    """The text without accents, case kept."""
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(ch for ch in plain if not unicodedata.combining(ch))


def tax_check_digit(nine: str) -> int | None:
    """The tenth digit of a tax code, or None where the scheme issues no number (remainder 0)."""
    rest = sum(weight * int(digit) for weight, digit in zip(_MST_WEIGHTS, nine, strict=True)) % 11
    return None if rest == 0 else 10 - rest


def tax_code(rng: random.Random, prefix: str) -> str:
    """A ten-digit tax code with a right check digit, starting with ``prefix``."""
    while True:
        nine = prefix + "".join(rng.choice("0123456789") for _ in range(9 - len(prefix)))
        check = tax_check_digit(nine)
        if check is not None:
            return f"{nine}{check}"


def luhn_digit(body: str) -> str:
    """The check digit that makes ``body`` plus it a valid card number (ISO/IEC 7812-1)."""
    total = 0
    for index, char in enumerate(reversed(body)):
        digit = int(char) * (2 if index % 2 == 0 else 1)
        total += digit - 9 if digit > 9 else digit
    return str(-total % 10)


def digits(rng: random.Random, count: int) -> str:
    """``count`` random digits."""
    return "".join(rng.choice("0123456789") for _ in range(count))


@dataclass(frozen=True, slots=True)
class Person:
    """One synthetic person; all fields as they are written by default."""

    name: str
    female: bool
    structure: str
    birth: date
    place: Place
    personal_id: str
    id_issued: date
    id_issuer: str
    cmnd: str
    cmnd_issued: date
    cmnd_issuer: str
    passport: str
    phone: str
    phone_old: str
    landline: str
    email: str
    old_address: str
    new_address: str
    origin: str
    bank: str
    account: str
    card: str
    tax_code: str
    bhxh: str
    bhyt: str
    driver_license: str
    plate_car: str
    plate_moto: str
    vin: str
    engine: str
    land_cert: str
    land_book: str
    parcel: str
    map_sheet: str
    household: str
    ethnicity: str
    religion: str
    patient_no: str
    student_no: str
    employee_no: str

    @property
    def gender(self) -> str:
        """Nam or Nữ."""
        return "Nữ" if self.female else "Nam"

    @property
    def title(self) -> str:
        """Ông or Bà."""
        return "Bà" if self.female else "Ông"

    @property
    def given(self) -> str:
        """The last syllable, the form of address."""
        return self.name.split()[-1]

    @property
    def birth_dmy(self) -> str:
        """The birth date as dd/mm/yyyy."""
        return self.birth.strftime("%d/%m/%Y")


def mrz_check(text: str) -> str:
    """Check digit of ICAO Doc 9303 part 3: weights 7, 3, 1."""
    total = 0
    for index, char in enumerate(text):
        value = 0 if char == "<" else int(char) if char.isdigit() else ord(char) - 55
        total += value * (7, 3, 1)[index % 3]
    return str(total % 10)


def mrz_td1(person: Person) -> tuple[str, str, str]:
    """The three lines on the back of a chip citizen card."""
    number = person.personal_id
    optional = f"{number[3:]}{mrz_check(number[3:])}{number}<<"
    first = f"IDVNM{optional}{mrz_check(optional)}"
    birth = person.birth.strftime("%y%m%d")
    expiry = date(person.id_issued.year + 10, person.birth.month, min(person.birth.day, 28)).strftime(
        "%y%m%d"
    )
    middle = f"{birth}{mrz_check(birth)}{'F' if person.female else 'M'}{expiry}{mrz_check(expiry)}"
    composite = mrz_check(first[5:30] + middle[:7] + middle[8:15] + "<" * 11)
    second = f"{middle}VNM{'<' * 11}{composite}"
    words = [word.replace("'", "") for word in fold(person.name).upper().split()]
    third = f"{words[0]}<<{'<'.join(words[1:])}".ljust(30, "<")[:30]
    return first, second, third


def id_qr(person: Person) -> str:
    """The payload of the QR code on a chip citizen card."""
    return "|".join(
        (
            person.personal_id,
            person.cmnd,
            person.name,
            person.birth.strftime("%d%m%Y"),
            person.gender,
            person.old_address,
            person.id_issued.strftime("%d%m%Y"),
        )
    )


class PeopleFactory:
    """Makes people from a seed: the same seed gives the same people in the same order.

    Args:
        seed: of the generator.
        reserved_mail: True to use only domains reserved for examples (RFC 2606).
    """

    def __init__(self, seed: int, reserved_mail: bool = False) -> None:
        self.rng = random.Random(seed)
        self._reserved_mail = reserved_mail
        self._taken: set[str] = set()

    def person(
        self, *, structure: str = "", born: tuple[int, int] = (1948, 2004), female: bool | None = None
    ) -> Person:
        """The next person.

        Args:
            structure: ``kinh``, ``long``, ``short``, ``double``, ``ede``, ``jrai``, ``bana``, ``koho``, ``hmong``, ``tai``,
                ``dao``, ``khmer``, ``cham``, ``foreign`` or "" for a mix in which most are Kinh.
            born: first and last year of birth.
            female: the sex, or None for either.
        """
        rng = self.rng
        is_female = rng.random() < 0.5 if female is None else female
        structure = (
            structure
            or rng.choices(
                (
                    "kinh",
                    "long",
                    "short",
                    "double",
                    "ede",
                    "jrai",
                    "bana",
                    "koho",
                    "hmong",
                    "tai",
                    "dao",
                    "khmer",
                    "cham",
                    "foreign",
                ),
                (74, 8, 2.5, 1.5, 1.4, 1.2, 1.0, 0.9, 1.8, 1.8, 0.9, 1.6, 0.8, 1.6),
            )[0]
        )
        name = self.name(structure, is_female)
        while name in self._taken:
            name = self.name(structure, is_female)
        self._taken.add(name)
        birth = date(rng.randint(*born), 1, 1) + timedelta(days=rng.randint(0, 364))
        place = rng.choice(places())
        bank, bank_bin, length = rng.choice(BANKS)
        century = (0 if birth.year < 2000 else 2) + int(is_female)
        issued = date(
            rng.randint(max(2016, birth.year + 14), max(2025, birth.year + 15)),
            rng.randint(1, 12),
            rng.randint(1, 28),
        )
        old_issued = date(
            rng.randint(max(1996, birth.year + 14), max(2014, birth.year + 15)),
            rng.randint(1, 12),
            rng.randint(1, 28),
        )
        social = f"{rng.choice(('01', '79', '31', '48', '52', '75', '91'))}{digits(rng, 8)}"
        mobile = rng.choice(
            (
                "03" + rng.choice("2345678"),
                "05" + rng.choice("268"),
                "07" + rng.choice("06789"),
                "08" + rng.choice("12345689"),
                "09" + rng.choice("01346789"),
            )
        ) + digits(rng, 7)
        landline = place.phone_code + (
            digits(rng, 1).replace("0", "3").replace("1", "6")
            + digits(rng, 12 - 1 - len(place.phone_code) - 1)
        )
        old_mobile = rng.choice(
            (
                "0120",
                "0121",
                "0122",
                "0126",
                "0128",
                "0123",
                "0124",
                "0125",
                "0127",
                "0129",
                "0162",
                "0163",
                "0165",
                "0168",
                "0169",
                "0186",
                "0188",
                "0199",
            )
        ) + digits(rng, 7)
        card_body = bank_bin + digits(rng, rng.choice((9, 9, 12)))
        plate = rng.choice(place.plate_codes)
        tail = f"{digits(rng, 3)}.{digits(rng, 2)}"
        cert = (
            f"{rng.choice('ABCDĐ')}{rng.choice(_PLATE_LETTERS)} {digits(rng, 6)}"
            if rng.random() < 0.7
            else f"{rng.choice('ABCD')}{rng.choice('ABCDEGHKLM')} 0{digits(rng, 7)}"
        )
        issuer = "Bộ Công an" if issued >= date(2024, 7, 1) else rng.choice(ISSUERS_OLD)
        return Person(
            name=name,
            female=is_female,
            structure=structure,
            birth=birth,
            place=place,
            personal_id=f"{place.id_code}{century}{birth:%y}99{digits(rng, 4)}",
            id_issued=issued,
            id_issuer=issuer,
            cmnd=f"{rng.randint(1, 38):02d}{digits(rng, 7)}",
            cmnd_issued=old_issued,
            cmnd_issuer=f"Công an {lower_unit(place.province)}",
            passport=rng.choice(("B", "C", "N", "P", "K", "P0", "C")) + digits(rng, 7),
            phone=mobile,
            phone_old=old_mobile,
            landline=landline,
            email=self._email(name, birth, mobile),
            old_address=old_address(rng, place),
            new_address=new_address(rng, place),
            origin=", ".join(
                (lower_unit(place.ward), lower_unit(place.district), lower_unit(place.province))
            ),
            bank=bank,
            account=rng.choice("123456789") + digits(rng, length - 1)
            if rng.random() < 0.6
            else "0" + digits(rng, length - 1),
            card=card_body + luhn_digit(card_body),
            tax_code=tax_code(rng, "8"),
            bhxh=social,
            bhyt=f"{rng.choice(_BHYT_GROUPS)}{rng.randint(1, 5)}{social[:2]}{social}",
            driver_license=f"{place.id_code[1:]}{int(is_female)}{rng.randint(5, 24):02d}{digits(rng, 7)}",
            plate_car=f"{plate}{rng.choice(_PLATE_LETTERS)}-{tail}",
            plate_moto=(
                f"{plate}-{rng.choice(_PLATE_LETTERS)}{rng.randint(1, 9)} {tail}"
                if rng.random() < 0.6
                else f"{plate}-{rng.choice(_PLATE_LETTERS)}{rng.choice(_MOTO_SECOND)} {tail}"
            ),
            vin="RL"
            + rng.choice("HC4VMU")
            + "".join(rng.choice(_VIN_CHARS) for _ in range(8))
            + digits(rng, 6),
            engine=f"{rng.choice(('JF12E', 'JC75E', '1NZ', 'G4FC', 'E3X9E', '2NR'))}-{digits(rng, 7)}",
            land_cert=cert,
            land_book=rng.choice(("CH", "CS", "CN", "H", "VP")) + " " + digits(rng, 5),
            parcel=str(rng.randint(1, 1900)),
            map_sheet=str(rng.randint(1, 160)),
            household=digits(rng, 9),
            ethnicity=_ETHNICITY_OF.get(structure, "Kinh"),
            religion=rng.choice(RELIGIONS),
            patient_no=f"{rng.randint(20, 26)}{digits(rng, 6)}",
            student_no=f"{rng.randint(2015, 2025)}{digits(rng, 4)}",
            employee_no=f"{rng.choice(('NV', 'MNV', 'KT', ''))}{digits(rng, 5)}",
        )

    def name(self, structure: str, female: bool) -> str:
        """A name of the structure; not remembered."""
        rng = self.rng
        surname = rng.choices([s for s, _ in parts.SURNAMES], [w for _, w in parts.SURNAMES])[0]
        middle = rng.choice(parts.FEMALE_MIDDLES if female else parts.MALE_MIDDLES)
        given = rng.choice(parts.FEMALE_GIVENS if female else parts.MALE_GIVENS)
        pick = rng.choice
        match structure:
            case "long":
                second = pick(
                    ("Thị", "Ngọc", "Hoàng", "Thanh", "Minh", "Thùy", "Anh", "Phương")
                    if female
                    else ("Hoàng", "Minh", "Nhật", "Trần", "Quang", "Gia", "Đình")
                )
                return (
                    f"{surname} {middle} {second} {given}"
                    if second != middle
                    else f"{surname} {middle} Kim {given}"
                )
            case "short":
                return f"{surname} {given}"
            case "double":
                return f"{'Công Tằng Tôn Nữ' if female and rng.random() < 0.3 else pick(parts.DOUBLE_SURNAMES)} {middle} {given}"
            case "ede":
                given = f"H'{pick(parts.EDE_GIVENS_FEMALE)}" if female else f"Y {pick(parts.EDE_GIVENS_MALE)}"
                return f"{given} {pick(parts.EDE_CLANS)}"
            case "jrai":
                return f"{pick(parts.JRAI_CLANS)} {pick(parts.JRAI_GIVENS)}"
            case "bana":
                return f"{'Y' if female else 'A'} {pick(parts.BANA_GIVENS)}"
            case "koho":
                return (
                    f"{'Ka' if female else 'K’'}{' ' if female else ''}{pick(parts.KOHO_GIVENS)}"
                    if rng.random() < 0.5
                    else (f"{pick(parts.KOHO_CLANS)} {'Ka ' if female else 'Ha '}{pick(parts.KOHO_GIVENS)}")
                )
            case "hmong":
                return (
                    f"{pick(parts.HMONG_SURNAMES)} {pick(parts.HMONG_FEMALE if female else parts.HMONG_MALE)}"
                )
            case "tai":
                return f"{pick(parts.TAI_SURNAMES)} {pick(parts.TAI_FEMALE if female else parts.TAI_MALE)}"
            case "dao":
                return f"{pick(parts.DAO_SURNAMES)} {pick(parts.DAO_GIVENS)}"
            case "khmer":
                return f"{pick(parts.KHMER_SURNAMES)} {pick(parts.KHMER_GIVENS)}"
            case "cham":
                return f"{pick(parts.CHAM_SURNAMES)} {pick(parts.CHAM_GIVENS)}"
            case "foreign":
                return pick(parts.FOREIGN)
            case _:
                return (
                    f"{surname} {middle} {given}"
                    if middle != given
                    else f"{surname} {'Thị' if female else 'Văn'} {given}"
                )

    def _email(self, name: str, birth: date, mobile: str) -> str:
        rng = self.rng
        words = [word.lower().replace("'", "").replace("’", "") for word in fold(name).split()]
        local = rng.choice(
            (
                f"{words[-1]}.{words[0]}{birth:%y}",
                f"{''.join(words)}{rng.randint(1, 99)}",
                f"{words[-1]}{''.join(w[0] for w in words[:-1])}{birth:%Y}",
                f"{words[0]}{words[-1]}_{birth:%d%m}",
                f"{words[-1]}{mobile[-4:]}",
            )
        )
        ascii_local = "".join(ch for ch in local if ch.isascii())
        domains = (
            ("example.com", "example.org", "example.net")
            if self._reserved_mail
            else (
                "gmail.com",
                "gmail.com",
                "gmail.com",
                "yahoo.com.vn",
                "yahoo.com",
                "outlook.com",
                "icloud.com",
                "hotmail.com",
                "st.hust.example.vn",
            )
        )
        return f"{ascii_local}@{rng.choice(domains)}"


_ETHNICITY_OF = {
    "ede": "Ê Đê",
    "jrai": "Gia Rai",
    "bana": "Ba Na",
    "koho": "Cơ Ho",
    "hmong": "Mông",
    "tai": "Thái",
    "dao": "Dao",
    "khmer": "Khmer",
    "cham": "Chăm",
}
