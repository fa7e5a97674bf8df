"""Columns about things whose headers read like people's: "Tên" beside "Đơn giá", "Mã TS" beside "Tên tài sản"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recognizers.entities import EntityType
from recognizers.folding import key_of
from recognizers.names import SURE_SURNAMES
from recognizers.table_columns import Column, share_of

_E = EntityType

#: Headers of names that are no people's; "Tên đơn vị" may still hold a person's business, so clear names count.
_THINGS_NAMED = re.compile(
    r"ten (?:phong|ban|bo phan|phan xuong|chi nhanh|ngan hang|cong ty|doanh nghiep|co quan|to chuc|don vi|truong|lop|"
    r"khoa|nganh|mon|hang|san pham|vat tu|thiet bi|tai san|thuoc|dich vu|du an|cong trinh|kho|tai lieu|tep|file|"
    r"loai|nhom|chuong trinh|de tai|duong|xa|phuong|quan|huyen|tinh|dan toc|ton giao|hien vat|tac pham|benh|hoat chat|"
    r"khoa hoc|pho thong|cay|giong|may|di tich|le hoi|chung loai|nguyen lieu|phim|bai hat)(?![a-z])"
)
#: Those of them under which hardly a person's business stands.
_GOODS_NAMED = re.compile(
    r"ten (?:mon|lop|khoa|hang|san pham|vat tu|thiet bi|tai san|thuoc|dich vu|cong trinh|tai lieu|tep|file|de tai|duong|loai|nganh|truyen"
    r"|sach|bai|pho|cau|dan toc|hien vat|tac pham|benh|hoat chat|khoa hoc|cay|giong|may|di tich|phim|chung loai)(?![a-z])"
)
_BARE_NAMES = frozenset({"ten", "name", "ten goi"})
#: What lists of goods say beside a name.
_OF_GOODS = re.compile(
    r"(?<![a-z])(?:gia|don gia|(?<!ngan )(?<!khach )hang|nhan hieu|bao hanh|ean|barcode|ma vach|ton|ton kho|dvt|don vi tinh|sl|so luong|xuat xu"
    r"|quy cach|model|thanh tien|kho|nha cung cap|price|stock|unit|brand)(?![a-z])"
)
#: What lists of people say beside a name.
_ONLY_PEOPLES = frozenset(
    {_E.DATE_OF_BIRTH, _E.VN_PERSONAL_ID, _E.VN_CMND, _E.GENDER, _E.VN_PHONE, _E.VN_ADDRESS, _E.STUDENT_ID}
)
#: What is handed out on a date and is no paper of a person.
_ISSUED = re.compile(
    r"(?<![a-z])(?:thiet bi|loai may|tai san|vat tu|model|serial|may tinh|dong phuc|cong cu|dung cu|bao ho|hang hoa|san pham|phan mem|giay phep|tem)(?![a-z])"
)
#: Papers of people that are issued on a date.
_PAPERS = frozenset(
    {
        _E.VN_PERSONAL_ID,
        _E.VN_CMND,
        _E.VN_PASSPORT,
        _E.VN_DRIVER_LICENSE,
        _E.VN_BHYT,
        _E.VN_BHXH,
        _E.VN_LAND_CERT,
        _E.CIVIL_DOC_NO,
        _E.MILITARY_ID,
        _E.VN_HOUSEHOLD_NO,
    }
)


def is_named_thing(header: str) -> bool:
    """Return whether a header announces names of things, units or firms: "Tên thiết bị", "Tên đơn vị"."""
    return _THINGS_NAMED.match(_key(header)) is not None


def is_named_good(header: str) -> bool:
    """Return whether a header announces names of things, and surely nobody's business: "Tên thiết bị"."""
    return _GOODS_NAMED.match(_key(header)) is not None


def are_goods(column: Column, found: Sequence[Column]) -> bool:
    """Return whether a column headed "Tên" beside prices and makers names goods: hardly a cell begins like a person's."""
    if _key(column.header_text) not in _BARE_NAMES:
        return False
    keys = [key_of(other.header_text) for other in found if other.header_text]
    if not any(_OF_GOODS.search(key) for key in keys) or any(
        other.header is not None and other.header.entity_type in _ONLY_PEOPLES for other in found
    ):
        return False
    several = share_of(column, lambda v, t: " " in t)
    return several >= 0.5 and share_of(column, lambda v, t: t.lower().split(" ")[0] in SURE_SURNAMES) < 0.4


def are_codes_of_goods(column: Column, found: Sequence[Column]) -> bool:
    """Return whether "Mã HV", "Mã TS" number what is named beside them ("Tên hiện vật", "Tên tài sản").

    Where people stand too, only a code says so that is made of the first letters of the thing's name.
    """
    goods = [match for other in found if (match := _GOODS_NAMED.match(_key(other.header_text)))]
    code = _key(column.header_text).split()[-1]
    if any(code == "".join(word[0] for word in match.group().split()[1:]) for match in goods):
        return True
    others = [other for other in found if other is not column]
    return any(is_named_good(other.header_text) for other in others) and not any(
        other.header is not None
        and other.header.entity_type in _ONLY_PEOPLES | {_E.PERSON}
        and not is_named_thing(other.header_text)
        for other in others
    )


def are_things_issued(found: Sequence[Column]) -> bool:
    """Return whether a table issues machines and goods, and no papers of people."""
    kinds = [other.header.entity_type for other in found if other.header is not None]
    return not any(kind in _PAPERS for kind in kinds) and (
        _E.IMEI in kinds
        or _E.MAC_ADDRESS in kinds
        or any(_ISSUED.search(key_of(other.header_text)) for other in found)
    )


def _key(header: str) -> str:
    return key_of(header.strip())
