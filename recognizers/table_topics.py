"""What a table is about, by the lines above it and by how it calls its people: somebody's pay, or somebody's debts.

"Số tiền" says nothing. Below "Danh sách chi trả trợ cấp" it is what each of the rows gets, below "Sổ nợ" what he owes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from recognizers.cells import is_organisation
from recognizers.entities import EntityType
from recognizers.folding import key_of
from recognizers.results import Hit
from recognizers.table_blocks import Block
from recognizers.table_rows import Rows, texts_of

_E = EntityType
_HIGHEST, _FEW = 8, 3
#: Titles are read with their accents: "lượng" is no "lương". Those without any are asked for more words.
_PAY = re.compile(
    r"(?<!\w)(?:lương(?! thực| khô| y| tâm| giáo| thiện)|tiền công|thù lao|phụ cấp|trợ cấp|hưu trí xã hội|bảo trợ xã hội|nhuận bút|hoa hồng"
    r"|chi trả thu nhập|chi thưởng|tiền thưởng|bồi dưỡng|người có công|chế độ ốm đau|lao động thời vụ|công nhân thời vụ|công nhật|công thợ|tiền ngày công"
    r"|service charge|payroll|salar(?:y|ies)|wages?)(?!\w)",
    re.IGNORECASE,
)
_PAY_PLAIN = re.compile(
    r"(?<![a-z])(?:(?:bang|tien|tra|chi|thanh toan|phieu|ung) luong|luong (?:t\d|thang|huu|khoan)|tien cong|thu lao|phu cap|tro cap|cham cong|payroll)(?![a-z])"
)
_DEBT = re.compile(
    r"(?<!\w)(?:nợ|nợ nần|vay|vay vốn|cầm đồ|hụi|trả góp|quá hạn|chậm (?:trả|nộp)|dư nợ|chưa nộp)(?!\w)",
    re.IGNORECASE,
)
_DEBT_PLAIN = re.compile(
    r"(?<![a-z])(?:so no|con no|cong no|du no|tra no|no qua han|vay von|cho vay|cam do|danh sach no|theo doi no)(?![a-z])"
)
#: Scales, plans and prices name nobody's money; what a firm owes its suppliers and lends of books is no person's.
_OF_NOBODY = re.compile(
    r"(?<![a-z])(?:thang (?:bang )?luong|bang luong mau|luong (?:toi thieu|co so)|quy luong|lai suat|bieu phi|san pham|goi vay|uu dai|chuong trinh|nha cung cap|ncc"
    r"|nguoi ban|phai tra|doi tac|doanh nghiep|cong ty|chi nhanh|(?<!danh )sach|thu vien|tai lieu|mau|vi du|ke hoach|du toan|tong hop theo)(?![a-z])"
)
#: Headers of work done and of people who get something.
_PAID = re.compile(
    r"(?:số |tổng )?(?:ngày )?công(?: (?:thực tế|chuẩn))?\Z|(?:so |ngay |so ngay |gio )cong\Z|(?:số |so )?(?:tiết|tiet)(?: (?:dạy|day|thừa|thua))?\Z|(?:so |số )?giờ (?:dạy|công|làm)\Z"
    r"|thừa giờ\Z|thua gio\Z|ứng viên(?!\w)|ung vien(?![a-z])|candidate|người (?:được )?hưởng|nguoi huong",
    re.IGNORECASE,
)
#: Beside one of these "cong" is work, and no sum, whether it has its accent or not.
_DRAWN = frozenset(("ung", "tam ung", "da ung", "ung truoc", "tien cong", "don gia", "gia cong"))
#: Headers of those who owe, and of loans.
_OWING = re.compile(
    r"(?:ai|nguoi|ben|khach|kh|khach hang|ho) (?:vay|no|thieu)(?![a-z])|borrower|debtor|doi vay|nguoi cam\Z"
    r"|(?:du no|no goc|goc qua han|qua han|so (?:hd|hop dong) vay|ma vay|(?:so |khoan )?tien vay|khoan vay|ngay (?:vay|gn|giai ngan)|dpd|loan(?: id| no| amount)?)(?: ?\([a-z]+\))?\Z"
)
_LIBRARY = re.compile(r"(?<![a-z])(?:sach|tac gia|tai lieu|ban doc|nhan de|dau sach)(?![a-z])")
#: Whose money a statement or a schedule shows.
_HELD = re.compile(
    r"(?<![a-z])(?:sao ke|lich su giao dich|lich tra no|thong bao no|chu (?:tai khoan|tk|the|so)|khach hang|kh|customer|account|a/c|stk|so tk|nguoi vay|nnt|passbook"
    r"|statement|so luong ca nhan)(?![a-z])"
)
_WALLET = re.compile(r"(?<!\w)ví(?: điện tử)?(?!\w)", re.IGNORECASE)


def titles_above(rows: Rows, block: Block) -> list[str]:
    """Return the lines above a block's header that fill a few cells only, nearest first."""
    found: list[str] = []
    for number in range(block.top - 1, max(-1, block.top - 1 - _HIGHEST), -1):
        texts = [text for _, text in texts_of(rows[number])]
        if len(texts) > _FEW:
            break
        found.extend(texts)
    return found


def topic_of(titles: Iterable[str], headers: Sequence[str]) -> EntityType | None:
    """Return ``INCOME`` or ``DEBT`` if that is what a table with a column of people is about."""
    for title in titles:
        key = key_of(title)
        if _OF_NOBODY.search(key):
            continue
        plain = title.isascii()
        if (_DEBT_PLAIN if plain else _DEBT).search(key if plain else title):
            return _E.DEBT
        if (_PAY_PLAIN if plain else _PAY).search(key if plain else title):
            return _E.INCOME
    heads = [header.strip() for header in headers]
    keys = list(map(key_of, heads))
    if any(map(_OWING.match, keys)) and not any(map(_LIBRARY.search, keys)):
        return _E.DEBT
    worked = "cong" in keys and not _DRAWN.isdisjoint(keys)
    return _E.INCOME if worked or any(map(_PAID.match, heads)) else None


def names_holder(
    titles: Sequence[str], find_many: Callable[[Sequence[str], str], list[tuple[Hit, ...]]]
) -> bool:
    """Return whether the lines above a statement or a schedule say whose it is, and that is a person."""
    held = any(_HELD.search(key_of(title)) or _WALLET.search(title) for title in titles)
    if not held or any(map(is_organisation, titles)):
        return False
    return any(
        hit.entity_type is _E.PERSON and not hit.keep for hits in find_many(titles, "") for hit in hits
    )
