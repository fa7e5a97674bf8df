"""What one column of a block holds by its header, where its cells agree; and headers that only seem personal."""

from __future__ import annotations

import re
from collections import Counter

from recognizers import cells as cell_forms
from recognizers.cells import (
    begins_with_surname,
    fits,
    is_full_address,
    is_organisation,
    is_service,
    shape_of,
)
from recognizers.clues import Clue
from recognizers.entities import EntityType
from recognizers.folding import key_of
from recognizers.gazetteer import gazetteer
from recognizers.headers import HARMLESS
from recognizers.names import SURE_SURNAMES
from recognizers.results import Reason
from recognizers.table_columns import SHARE, Column, are_passes, share_of
from recognizers.table_places import part_public_places

_E = EntityType

#: Types for which a header alone, with no fitting cell, is not enough.
_NEED_FIT = frozenset(
    {
        _E.ETHNICITY,
        _E.RELIGION,
        _E.NATIONALITY,
        _E.MARITAL_STATUS,
        _E.FAMILY_RELATION,
        _E.VN_PERSONAL_ID,
        _E.VN_CMND,
        _E.VN_PHONE,
        _E.VN_BANK_ACCOUNT,
        _E.VN_TAX_CODE,
        _E.VN_BHXH,
        _E.DATE_OF_BIRTH,
        _E.INCOME,
        _E.VN_PLATE,
        _E.VN_LAND_PARCEL,
        _E.EMAIL,
        _E.GENDER,
        _E.AGE,
        _E.ISSUE_DATE,
        _E.BANK_CARD,
        _E.VN_PASSPORT,
        _E.VN_BHYT,
        _E.VN_DRIVER_LICENSE,
        _E.PARTY_MEMBERSHIP,
    }
)
#: Headers of names that are no people's; "Tên đơn vị" may still hold a person's business, so clear names count.
_THINGS_NAMED = re.compile(
    r"ten (?:phong|ban|bo phan|phan xuong|chi nhanh|ngan hang|cong ty|doanh nghiep|co quan|to chuc|don vi|truong|lop|"
    r"khoa|nganh|mon|hang|san pham|vat tu|thiet bi|tai san|thuoc|dich vu|du an|cong trinh|kho|tai lieu|tep|file|"
    r"loai|nhom|chuong trinh|de tai|duong|xa|phuong|quan|huyen|tinh|dan toc|ton giao|hien vat|tac pham|benh|hoat chat|"
    r"khoa hoc|pho thong|cay|giong|may|di tich|le hoi|chung loai|nguyen lieu|phim|bai hat)(?![a-z])"
)


def type_by_header(column: Column, found: list[Column]) -> None:
    """Type a column by its header where the cells agree, or skip it; ``found`` are all columns of the block."""
    header = column.header
    if header is None:
        return
    entity_type = header.entity_type
    if entity_type is not None and _is_of_business(column, entity_type, found):
        column.skipped = True
        return
    if entity_type is None:
        column.skipped = (
            any(clue in HARMLESS for clue in header.clues)
            and share_of(column, lambda v, t: not isinstance(v, str) or (len(t) <= 40 and " " not in t))
            >= 0.5
        )
        return
    if (
        header.clues[0] in HARMLESS
        and header.clues[0] is not Clue.OCCUPATION
        and header.clues[0] is not Clue.BANK_NAME
    ):
        column.skipped = share_of(column, lambda v, t: not isinstance(v, str)) >= 0.5
        return
    if entity_type is _E.DEBT and any(key_of(other.header_text.strip()) in _CREDIT for other in found):
        column.skipped = True  # the debit side of an account
        return
    if entity_type is _E.STUDENT_ID and (_is_of_customs(column, found) or _is_code_of_things(column, found)):
        column.skipped = True
        return
    if entity_type is _E.BANK_CARD and _are_numbers_of_cards(column):
        column.skipped = True
        return
    if entity_type is _E.VN_LAND_CERT and share_of(column, lambda v, t: _is_measured(t)) >= SHARE:
        column.header = None  # "So do" over what a tailor measures
        return
    if are_passes(column, entity_type, found):
        entity_type = _E.EMPLOYEE_ID
    if entity_type is _E.GRADES and _are_stops(column):
        column.header = None
        return
    if entity_type is _E.VN_PHONE:
        _part_services(column)
        if column.skipped:
            return
    if entity_type is _E.AGE and share_of(column, lambda v, t: _YEAR.fullmatch(t) is not None) >= SHARE:
        entity_type = _E.DATE_OF_BIRTH  # "Tuổi" over years
    if entity_type is _E.VN_ENGINE_NO and share_of(column, lambda v, t: fits(_E.VN_PHONE, v, t)) >= SHARE:
        entity_type = _E.VN_PHONE  # "Số máy" over telephones
    if entity_type in _ATTRIBUTES:
        _part_strangers(column, entity_type)
        if not column.values:
            column.values, column.strangers = column.strangers, []
            return
    if entity_type is _E.VN_ADDRESS:
        part_public_places(column)
        if column.skipped:
            return
    if (
        entity_type is _E.DATE_OF_BIRTH
        and share_of(column, lambda v, t: isinstance(v, str) and _is_unit(t)) >= SHARE
    ):
        entity_type = _E.PLACE_OF_BIRTH  # "N.Sinh" over provinces
    if _is_another_word(column, found):
        column.header = None
        return
    if entity_type is _E.PERSON and not _part_remarks(column):
        column.header = None
        return
    share = share_of(column, lambda v, t: fits(entity_type, v, t))
    if entity_type is _E.PERSON and _THINGS_NAMED.match(key_of(column.header_text.strip())):
        column.skipped = share < 0.9
        column.things = _GOODS_NAMED.match(key_of(column.header_text.strip())) is not None
        return
    if entity_type is _E.PERSON and _are_goods(column, found):
        column.skipped = column.things = True
        return
    if entity_type is _E.PERSON:
        organisations = share_of(column, lambda v, t: is_organisation(t))
        if share < 0.5 or organisations > 0.5:
            return
    elif entity_type in _NEED_FIT and share < 0.2:
        column.header = None  # "DT" is no "dân tộc" here: judged like a header nobody knows
        return
    column.entity_type = _refined(column, entity_type)
    column.share = share
    column.score = 0.95 if share >= 0.8 else 0.85 if share >= 0.5 else 0.6
    column.reason = Reason("column_header", header.shown)
    kinds = {clue for clue in header.clues if clue not in HARMLESS}
    column.mixed = share < 0.9 or (len(kinds) > 1 and len({header.entity_type, *()}) > 1)


#: Headers of the column beside "Nợ" in a ledger or an account's statement.
_CREDIT = frozenset({"co", "ghi co", "phat sinh co", "ps co", "so tien ghi co", "credit"})
#: What a column says about people and not who they are; policies may keep it, so it never swallows other cells.
_ATTRIBUTES = frozenset(
    {
        _E.GRADES,
        _E.INCOME,
        _E.DEBT,
        _E.AGE,
        _E.GENDER,
        _E.ETHNICITY,
        _E.RELIGION,
        _E.NATIONALITY,
        _E.MARITAL_STATUS,
        _E.FAMILY_RELATION,
        _E.PARTY_MEMBERSHIP,
        _E.CRIMINAL_RECORD,
        _E.ISSUE_DATE,
        _E.ISSUE_AUTHORITY,
        _E.HEALTH_INFO,
    }
)


def _part_strangers(column: Column, entity_type: EntityType) -> None:
    """Take the cells out that are a name, a number, an address by themselves, or nothing of the column's kind."""
    own: list[tuple[int, object, str]] = []
    for place in column.values:
        _, value, text = place
        other = shape_of(value, text)
        strange = (
            (other is not None and other is not entity_type)
            or (entity_type in _PLAIN_VALUES and not fits(entity_type, value, text))
            or (entity_type is _E.PERSON and cell_forms.is_remark(text))
            or (
                isinstance(value, str)
                and entity_type is not _E.ISSUE_AUTHORITY
                and (begins_with_surname(text) or is_full_address(text))
            )
        )
        (column.strangers if strange else own).append(place)
    column.values = own


_YEAR = re.compile(r"(?:19|20)\d\d")


def _is_unit(text: str) -> bool:
    """Return whether a text is the name of a province, a district or a commune."""
    return text[:1].isalpha() and gazetteer().levels(text.lower(), key_of(text)) > 0


def _part_remarks(column: Column) -> bool:
    """Take the cells out of a column of names in which nobody is named ("khách lẻ"); False if there is no other cell."""
    named: list[tuple[int, object, str]] = []
    remarks: list[tuple[int, object, str]] = []
    known: dict[str, bool] = {}
    for place in column.values:
        text = place[2]
        if text not in known:
            known[text] = cell_forms.is_remark(text) and not is_organisation(text)
        (remarks if known[text] else named).append(place)
    if named and remarks:
        column.values = named
        column.strangers = [*column.strangers, *remarks]
    return bool(named)


#: Words of their own that are also a header without its accents: lost ("Thua") and parcel, flower and chemistry.
_OTHER_WORDS = frozenset(
    [
        "Thua",
        "thua",
        "Hoa",
        "hoa",
        "To",
        "to",
        "No",
        "no",
        "Lai",
        "lai",
        "Ban",
        "ban",
        "Con",
        "con",
        "Bac",
        "bac",
        "Dao",
        "dao",
        "Khoi",
        "khoi",
        "Doi",
        "doi",
        "Muc",
        "muc",
    ]
)


def _is_another_word(column: Column, found: list[Column]) -> bool:
    """Return whether a header of one word without accents, among headers with them, is not the accented word: "Thua"."""
    header = column.header
    text = column.header_text.strip()
    if header is None or text not in _OTHER_WORDS:
        return False
    if header.shown.isascii() or key_of(header.shown) != text.lower():
        return False
    others = [other.header_text for other in found if other is not column and other.header_text]
    return sum(not other.isascii() for other in others) * 2 >= len(others) > 1


_PLAIN_VALUES = frozenset({_E.GRADES, _E.INCOME, _E.AGE, _E.GENDER, _E.ISSUE_DATE})


def _is_of_business(column: Column, entity_type: EntityType, found: list[Column]) -> bool:
    """Return whether a header only seems personal: a date of business, an account of bookkeeping, a sum."""
    key = key_of(column.header_text.strip())
    if entity_type not in _DATES and _DATED.match(key) and share_of(column, cell_forms.is_date) >= SHARE:
        return True  # "Ngày mở TK"
    if entity_type is _E.VN_BANK_ACCOUNT and any(
        _CUSTOMS.search(key_of(other.header_text)) for other in found
    ):
        return True  # "Số TK" of a customs declaration
    if entity_type is _E.ISSUE_DATE and _is_of_things(found):
        return True
    if entity_type in (_E.VN_BANK_ACCOUNT, _E.CREDENTIAL, _E.PERSON, _E.DEBT) and any(
        _BOOKKEEPING.search(key_of(other.header_text)) for other in found
    ):
        return True
    if entity_type is _E.VN_LAND_CERT and _SERIAL.match(key) and not _is_of_land(found):
        return True  # the serial number of a meter, a computer
    if entity_type is _E.GRADES and any(_HOUSEHOLDS.search(key_of(other.header_text)) for other in found):
        return True  # the points of a poor household
    if entity_type in (_E.DATE_OF_BIRTH, _E.AGE, _E.HEALTH_INFO) and (
        _ANIMAL.search(column.header_text.lower())
        or any(_HERD.match(key_of(other.header_text.strip())) for other in found)
    ):
        return True
    if entity_type is _E.AGE and _AGE_GROUP.search(key):
        return True  # how many are so old
    if (
        entity_type is _E.VN_LAND_PARCEL
        and share_of(column, lambda v, t: t.replace("+", "").isalpha()) >= 0.9
    ):
        return True  # "LUC", "ONT+CLN" under "Thửa đất"
    if entity_type is _E.DEBT and key.startswith("han muc"):
        return True  # what may be borrowed
    if entity_type is _E.INCOME and any(_VACANCIES.match(key_of(c.header_text.strip())) for c in found):
        return True
    if entity_type is _E.INCOME and _FACTOR.match(key) and share_of(column, _is_low_factor) >= SHARE:
        return True  # what work is weighted with; a grade's is higher
    return (
        entity_type not in _SUMS
        and share_of(column, lambda v, t: cell_forms.is_amount(t) or cell_forms.is_of_business(t)) >= 0.9
    )


def _is_low_factor(value: object, text: str) -> bool:
    return _LOW.fullmatch(text) is not None


_LOW = re.compile(r"\d(?:[.,]\d)?|[01][.,]\d{1,3}")


def _is_of_land(found: list[Column]) -> bool:
    """Return whether the headers of a block speak of land and homes."""
    return any(
        _LAND.search(key_of(header)) if header.isascii() else _LAND_ACCENTED.search(header.lower())
        for header in (other.header_text for other in found)
    )


def _is_of_customs(column: Column, found: list[Column]) -> bool:
    """Return whether "Mã HS" is the customs code of goods: beside other headers of customs, or without people."""
    return key_of(column.header_text).startswith("ma hs") and (
        any(_CUSTOMS.search(key_of(other.header_text)) for other in found if other is not column)
        or not any(other.header is not None and other.header.entity_type is _E.PERSON for other in found)
    )


def _is_code_of_things(column: Column, found: list[Column]) -> bool:
    """Return whether "Mã HV", "Mã TS" number what is named beside them ("Tên hiện vật", "Tên tài sản").

    Where people stand too, only a code says so that is made of the first letters of the thing's name.
    """
    goods = [match for other in found if (match := _GOODS_NAMED.match(key_of(other.header_text.strip())))]
    code = key_of(column.header_text.strip()).split()[-1]
    if any(code == "".join(word[0] for word in match.group().split()[1:]) for match in goods):
        return True
    return any(
        _GOODS_NAMED.match(key_of(other.header_text.strip())) for other in found if other is not column
    ) and not any(
        other.header is not None
        and other.header.entity_type in _ONLY_PEOPLES | {_E.PERSON}
        and not _THINGS_NAMED.match(key_of(other.header_text.strip()))
        for other in found
        if other is not column
    )


def _are_numbers_of_cards(column: Column) -> bool:
    """Return whether "Số thẻ" numbers the cards of a car park or a library: four digits, and not the last ones of more."""
    return _PART_OF_CARD.search(key_of(column.header_text)) is None and all(
        text.isdigit() and len(text) <= _SHORT_NUMBER for _, _, text in column.values
    )


_PART_OF_CARD = re.compile(r"cuoi|last|cv[vc]|dau|bin")
_SHORT_NUMBER = 4


def _are_stops(column: Column) -> bool:
    """Return whether "Điểm" heads places and not marks: most cells are long and hold no number."""
    return (
        key_of(column.header_text).startswith("diem")
        and share_of(column, lambda v, t: any(map(str.isdigit, t)) or len(t) <= _LONGEST_MARK) < SHARE
    )


_LONGEST_MARK = 12


def _is_measured(text: str) -> bool:
    """Return whether a cell holds digits, but too few in a row for the number of a paper."""
    return any(map(str.isdigit, text)) and _OF_PAPER.search(text) is None


_OF_PAPER = re.compile(r"\d{4}|[^\W\d_] ?\d")


def _part_services(column: Column) -> None:
    """Take hotlines (1800, 1900) and emergency numbers out of a column of telephones: they are nobody's."""
    if share_of(column, lambda v, t: is_service(t)) == 1:
        column.skipped = True
        return
    services = [place for place in column.values if is_service(place[2])]
    if services:
        column.values = [place for place in column.values if not is_service(place[2])]
        column.strangers = [*column.strangers, *services]


def _is_of_things(found: list[Column]) -> bool:
    """Return whether a table issues machines and goods, and no papers of people."""
    kinds = [other.header.entity_type for other in found if other.header is not None]
    return not any(kind in _PAPERS for kind in kinds) and (
        _E.IMEI in kinds
        or _E.MAC_ADDRESS in kinds
        or any(_THINGS.search(key_of(other.header_text)) for other in found)
    )


_THINGS = re.compile(
    r"(?<![a-z])(?:thiet bi|loai may|tai san|vat tu|model|serial|may tinh|dong phuc|cong cu|dung cu|bao ho|hang hoa|san pham|phan mem|giay phep|tem)(?![a-z])"
)
_DATES = frozenset({_E.DATE_OF_BIRTH, _E.ISSUE_DATE, _E.PARTY_MEMBERSHIP, _E.HEALTH_INFO, _E.FAMILY_RELATION})
_SUMS = frozenset({_E.INCOME, _E.DEBT, _E.GRADES, _E.PERSON, _E.VN_ADDRESS, _E.HEALTH_INFO})
_SERIAL = re.compile(r"(?:so |ma )?(?:seri|se-ri|serial|s/n|sn)(?![a-z])")
_LAND = re.compile(
    r"(?<![a-z])(?:thua(?:.?dat)?|to (?:ban do|bd|so)|tbd|dat|qsdd|gcn|dien tich|dt ?\(?m2|m2|vao so|so do|so hong|tai san gan lien|chu su dung)(?![a-z])"
)
#: The same where accents tell land ("đất") from what is put somewhere ("đặt").
_LAND_ACCENTED = re.compile(
    r"(?<!\w)(?:thửa(?:.?đất)?|tờ (?:bản đồ|bđ|số)|tbđ|đất|qsdđ|gcn|diện tích|dt ?\(?m2|m2|vào sổ|sổ đỏ|sổ hồng|tài sản gắn liền|chủ sử dụng)(?!\w)"
)
_ANIMAL = re.compile(r"(?<!\w)(?:thú|thú cưng|thu cung|pets?|vật nuôi|vat nuoi|chó|mèo|bò|heo|lợn)(?!\w)")
#: Headers of lists of animals.
_HERD = re.compile(
    r"(?:so |ma )?(?:the tai|tai so|chip vat nuoi)(?![a-z])|tinh biet|giong (?:bo|heo|lon|cho|meo|vat nuoi)"
)
#: Headers of counts of people of an age: "Trẻ em dưới 6 tuổi", "Từ 60 - 79 tuổi", "Người cao tuổi".
_AGE_GROUP = re.compile(
    r"\d ?tuoi(?![a-z])|(?<![a-z])cao tuoi(?![a-z])|(?<![a-z])(?:do|nhom) tuoi (?:lao|tu|di)"
)
#: Headers of lists of households: their points tell who is poor, and are no marks.
_HOUSEHOLDS = re.compile(r"(?<![a-z])(?:chu ho|ho ngheo|can ngheo|nhan khau|so khau)(?![a-z])")
_CUSTOMS = re.compile(r"(?<![a-z])(?:ma hs|hs code|xuat xu|cua khau|to khai|hai quan|container)(?![a-z])")
#: A factor of pay ("2,34") tells a grade and no sum.
_FACTOR = re.compile(r"(?:he so|hs ?l|hs luong|bac)(?![a-z])|hsl\Z")
#: A list of vacancies: what is paid to whoever comes.
_VACANCIES = re.compile(r"(?:doanh nghiep|don vi tuyen|can tuyen|so luong tuyen|noi tuyen)(?![a-z])")
_DATED = re.compile(r"(?:ngay|date|thoi gian|thoi diem)(?![a-z])")
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
#: Headers of ledgers: what stands beside them are accounts of bookkeeping.
_BOOKKEEPING = re.compile(
    r"(?<![a-z])(?:(?:du )?(?:no|co) (?:dau|cuoi) (?:ky|nam)|so du (?:dau|cuoi)|phat sinh (?:no|co)|ps (?:no|co)"
    r"|tk (?:no|co)|tai khoan (?:no|co)|no dau|co dau|dau ky|cuoi ky|opening(?: balance)?|closing(?: balance)?|debit|dr)(?![a-z])"
)


def _are_goods(column: Column, found: list[Column]) -> bool:
    """Return whether a column headed "Tên" beside prices and makers names goods: hardly a cell begins like a person's."""
    if key_of(column.header_text.strip()) not in _BARE_NAMES:
        return False
    keys = [key_of(other.header_text) for other in found if other.header_text]
    if not any(_GOODS.search(key) for key in keys) or any(
        other.header is not None and other.header.entity_type in _ONLY_PEOPLES for other in found
    ):
        return False
    several = share_of(column, lambda v, t: " " in t)
    return several >= 0.5 and share_of(column, lambda v, t: t.lower().split(" ")[0] in SURE_SURNAMES) < 0.4


_GOODS_NAMED = re.compile(
    r"ten (?:mon|hang|san pham|vat tu|thiet bi|tai san|thuoc|dich vu|cong trinh|tai lieu|tep|file|de tai|duong|loai|nganh|truyen"
    r"|sach|bai|pho|cau|dan toc|hien vat|tac pham|benh|hoat chat|khoa hoc|cay|giong|may|di tich|phim|chung loai)(?![a-z])"
)
_BARE_NAMES = frozenset({"ten", "name", "ten goi"})
_GOODS = re.compile(
    r"(?<![a-z])(?:gia|don gia|hang|nhan hieu|bao hanh|ean|barcode|ma vach|ton|ton kho|dvt|don vi tinh|sl|so luong|xuat xu"
    r"|quy cach|model|thanh tien|kho|nha cung cap|price|stock|unit|brand)(?![a-z])"
)
_ONLY_PEOPLES = frozenset(
    {_E.DATE_OF_BIRTH, _E.VN_PERSONAL_ID, _E.VN_CMND, _E.GENDER, _E.VN_PHONE, _E.VN_ADDRESS, _E.STUDENT_ID}
)


def _refined(column: Column, entity_type: EntityType) -> EntityType:
    """Under "CMND/CCCD" the numbers say which; a tax-code or insurance column of 12 digits holds personal numbers."""
    lengths = Counter(len(cell_forms.digits(text)) for _, _, text in column.values)
    usual = lengths.most_common(1)[0][0]
    if entity_type in (_E.VN_PERSONAL_ID, _E.VN_CMND):
        return _E.VN_CMND if usual == 9 else _E.VN_PERSONAL_ID if usual in (10, 11, 12) else entity_type
    if entity_type in (_E.VN_TAX_CODE, _E.VN_BHXH) and usual == 12:
        return _E.VN_PERSONAL_ID
    return entity_type
