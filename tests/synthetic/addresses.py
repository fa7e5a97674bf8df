"""Addresses before and after July 2025 in the ways people write them, composed from a sample of real units."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cache
from pathlib import Path

STREETS = (
    "Lê Lợi",
    "Trần Hưng Đạo",
    "Nguyễn Huệ",
    "Hai Bà Trưng",
    "Lý Thường Kiệt",
    "Phan Chu Trinh",
    "Quang Trung",
    "Lê Duẩn",
    "Hoàng Diệu",
    "Điện Biên Phủ",
    "Cách Mạng Tháng Tám",
    "Nguyễn Trãi",
    "Trường Chinh",
    "Giải Phóng",
    "Phan Đình Phùng",
    "Hùng Vương",
    "Nguyễn Văn Cừ",
    "Võ Thị Sáu",
    "Bà Triệu",
    "Ngô Quyền",
    "Tôn Đức Thắng",
    "Lạc Long Quân",
    "Âu Cơ",
    "Nguyễn Thị Minh Khai",
    "Phạm Ngũ Lão",
    "Đinh Tiên Hoàng",
    "3 Tháng 2",
    "30 Tháng 4",
    "Xô Viết Nghệ Tĩnh",
    "Kim Mã",
    "Cầu Giấy",
    "Láng Hạ",
    "Hồ Tùng Mậu",
    "Bạch Đằng",
    "Lê Hồng Phong",
    "Nguyễn Công Trứ",
    "Tô Hiến Thành",
    "Pasteur",
    "Hồng Bàng",
    "Lũy Bán Bích",
    "Tây Sơn",
    "Hàng Bông",
    "Thụy Khuê",
    "Ông Ích Khiêm",
    "D5",
    "Số 7",
    "N2",
    "An Dương Vương",
    "Đặng Văn Ngữ",
    "Trần Phú",
    "Nguyễn Du",
    "Chu Văn An",
    "Yết Kiêu",
    "Thống Nhất",
    "Đồng Khởi",
    "Mậu Thân",
    "Lê Văn Sỹ",
)
VILLAGES = (
    "Đông",
    "Đoài",
    "Thượng",
    "Hạ",
    "Trung Hòa",
    "Tân Lập",
    "Phú Thọ",
    "Bình Minh",
    "An Phú",
    "Đồng Tâm",
    "Nà Lốc",
    "Bản Hạ",
    "Vĩnh Hưng",
    "Mỹ Hòa",
    "Tân Thành",
    "Hòa Bình",
    "Phước Lộc",
    "Thạnh Mỹ",
    "Xuân Lai",
    "Yên Khê",
    "Cổ Điển",
    "La Khê",
)
COMPLEXES = (
    "CT2 Khu đô thị Mỹ Đình",
    "S1.05 Vinhomes Smart City",
    "HH3A Linh Đàm",
    "Park 6 Times City",
    "A2 chung cư Nam Long",
    "Tòa B Sky City",
    "N04 Trung Hòa",
    "Block C Sunrise Riverside",
    "tháp T3 Masteri An Phú",
    "chung cư 789 Xuân Đỉnh",
)


@dataclass(frozen=True, slots=True)
class Place:
    """One commune before the reform of July 2025 and the unit it became."""

    ward: str
    district: str
    province: str
    id_code: str
    phone_code: str
    plate_codes: tuple[str, ...]
    new_ward: str
    new_province: str

    @property
    def region(self) -> str:
        """``north``, ``central`` or ``south``, by the old province's code."""
        return "north" if self.id_code <= "038" else "south" if self.id_code >= "070" else "central"


@cache
def places() -> tuple[Place, ...]:
    """Read ``places.tsv`` beside this file."""
    lines = (Path(__file__).parent / "places.tsv").read_text(encoding="utf-8").splitlines()
    found = []
    for line in lines:
        if line.startswith("#") or line.startswith("ward\t"):
            continue
        ward, district, province, id_code, phone, plates, new_ward, new_province = line.split("\t")
        found.append(
            Place(ward, district, province, id_code, phone, tuple(plates.split(",")), new_ward, new_province)
        )
    return tuple(found)


def _urban(unit: str) -> bool:
    return unit.startswith(("Phường", "Thị trấn"))


def short_province(name: str) -> str:
    """The province without its type word."""
    return name.removeprefix("Thành phố ").removeprefix("Tỉnh ")


def abbreviate(unit: str, rng: random.Random) -> str:
    """A unit's name with its type word shortened as clerks do: ``P.``, ``X.``, ``Q.``, ``TX.``, ``Tp.``."""
    forms = {
        "Phường ": ("P. ", "P.", "F.", "phường "),
        "Xã ": ("X. ", "x.", "xã "),
        "Thị trấn ": ("TT. ", "TT ", "thị trấn "),
        "Quận ": ("Q. ", "Q.", "quận "),
        "Huyện ": ("H. ", "H.", "huyện "),
        "Thị xã ": ("TX. ", "TX ", "thị xã "),
        "Thành phố ": ("TP. ", "TP ", "Tp.", "T.P "),
        "Tỉnh ": ("T. ", "tỉnh ", ""),
    }
    for prefix, choices in forms.items():
        if unit.startswith(prefix):
            return rng.choice(choices) + unit[len(prefix) :]
    return unit


def lower_unit(unit: str) -> str:
    """The unit with its type word in lower case, as in running text."""
    for prefix in ("Phường", "Xã", "Thị trấn", "Quận", "Huyện", "Thị xã", "Thành phố", "Tỉnh"):
        if unit.startswith(prefix + " "):
            return prefix.lower() + unit[len(prefix) :]
    return unit


def house(rng: random.Random, urban: bool, region: str) -> str:
    """The part below the commune: house number and street, lane, flat, hamlet, in the words of the ``region``."""
    street = rng.choice(STREETS)
    number = rng.choice(
        (
            str(rng.randint(1, 480)),
            f"{rng.randint(1, 120)}{rng.choice('ABCD')}",
            f"{rng.randint(1, 300)}/{rng.randint(1, 60)}",
            f"{rng.randint(10, 99)}/{rng.randint(1, 30)}/{rng.randint(1, 9)}",
            f"{rng.randint(2, 60)}-{rng.randint(61, 90)}",
        )
    )
    if urban:
        anywhere: tuple[str, ...] = (
            f"Số {number} đường {street}",
            f"{number} {street}",
            f"{number} {street}",
            f"Số {number}, tổ {rng.randint(1, 30)}",
            f"Căn hộ {rng.randint(3, 35)}{rng.randint(1, 20):02d}, {rng.choice(COMPLEXES)}",
            f"{number} Đ. {street}",
            f"P{rng.randint(201, 1509)} {rng.choice(COMPLEXES)}",
            f"Lô {rng.choice('ABCDE')}{rng.randint(1, 40)} KDC {rng.choice(VILLAGES)}",
        )
        northern: tuple[str, ...] = (
            f"số nhà {rng.randint(1, 90)}, ngõ {rng.randint(2, 300)} {street}",
            f"{number} phố {street}",
            f"Số {rng.randint(1, 60)} ngách {rng.randint(1, 90)}/{rng.randint(1, 30)} ngõ {rng.randint(2, 300)}, phố {street}",
            f"Tổ dân phố {rng.randint(1, 30)}",
            f"SN {rng.randint(1, 60)}, TDP số {rng.randint(1, 12)}",
        )
        central: tuple[str, ...] = (
            f"K{rng.randint(1, 200)}/{rng.randint(1, 40)} {street}",
            f"{number} kiệt {rng.randint(2, 90)} {street}",
            f"Tổ {rng.randint(1, 60)}, khu phố {rng.randint(1, 9)}",
        )
        southern: tuple[str, ...] = (
            f"{number} hẻm {rng.randint(2, 80)} đường {street}",
            f"{number} {street}, khu phố {rng.randint(1, 9)}",
            f"Khu phố {rng.randint(1, 9)}",
            f"{number} đường số {rng.randint(1, 30)}, KP{rng.randint(1, 8)}",
        )
        return rng.choice(anywhere + {"north": northern, "south": southern}.get(region, central))
    village = rng.choice(VILLAGES)
    northern = (
        f"Thôn {village}",
        f"Xóm {rng.choice((village, str(rng.randint(1, 20))))}",
        f"Đội {rng.randint(1, 12)}, thôn {village}",
        f"Số nhà {rng.randint(1, 300)}, thôn {village}",
        f"Khu {rng.randint(1, 12)}",
        f"Bản {village}",
        f"Làng {village}",
    )
    central = (
        f"Thôn {village}",
        f"Thôn {rng.randint(1, 12)}",
        f"Buôn {village}",
        f"Tổ {rng.randint(1, 20)}, thôn {village}",
        f"Quốc lộ {rng.choice((1, 14, 20, 27))}, thôn {village}",
        f"Xóm {village}",
    )
    southern = (
        f"Ấp {village}",
        f"Ấp {rng.randint(1, 9)}",
        f"Tổ {rng.randint(1, 12)}, ấp {village}",
        f"{rng.randint(10, 900)} ấp {village}",
        f"Số {rng.randint(1, 300)}/{rng.randint(1, 9)}, ấp {village}",
        f"Đường liên xã, ấp {village}",
    )
    return rng.choice({"north": northern, "south": southern}.get(region, central))


def old_address(rng: random.Random, place: Place, style: str = "") -> str:
    """A four-tier address as written until June 2025.

    Args:
        rng: the source of chance.
        place: the commune.
        style: ``full``, ``short`` (P., Q., TP.), ``bare`` (names without type words, cities only) or "" for any.
    """
    style = style or rng.choice(("full", "full", "short", "bare"))
    head = house(rng, _urban(place.ward), place.region)
    if style == "short":
        units = [abbreviate(unit, rng) for unit in (place.ward, place.district, place.province)]
        if place.province == "Thành phố Hồ Chí Minh":
            units[2] = rng.choice(("TP.HCM", "TPHCM", "Tp. Hồ Chí Minh", "TP HCM", "HCM"))
        return f"{head}, " + ", ".join(unit for unit in units if unit)
    if style == "bare" and not any(ch.isdigit() for ch in place.ward + place.district):
        units = [
            unit.split(" ", 2 if unit.startswith(("Thị", "Thành")) else 1)[-1]
            for unit in (place.ward, place.district, place.province)
        ]
        return f"{head}, " + ", ".join(units)
    sep = rng.choice((", ", ", ", ", ", " - "))
    return sep.join((head, lower_unit(place.ward), lower_unit(place.district), lower_unit(place.province)))


def new_address(rng: random.Random, place: Place, style: str = "") -> str:
    """A two-tier address as written since July 2025; ``style`` as in ``old_address``."""
    style = style or rng.choice(("full", "full", "short", "bare"))
    head = house(rng, _urban(place.new_ward), place.region)
    if style == "short":
        province = abbreviate(place.new_province, rng) or short_province(place.new_province)
        if place.new_province == "Thành phố Hồ Chí Minh":
            province = rng.choice(("TP.HCM", "TPHCM", "Tp. Hồ Chí Minh"))
        return f"{head}, {abbreviate(place.new_ward, rng)}, {province}"
    if style == "bare":
        return f"{head}, {lower_unit(place.new_ward)}, {short_province(place.new_province)}"
    return f"{head}, {lower_unit(place.new_ward)}, {lower_unit(place.new_province)}"
