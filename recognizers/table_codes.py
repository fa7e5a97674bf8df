"""Columns of numbers beside people whose header says only together with the cells what they are.

"Số CC" over "5863/2026" in a notary's register (over twelve digits it is a citizen's card), "buyer" over "me_susu_92",
"User chấm công" over "loantm", "Doc" over "M35901499", "Bank" over account numbers, "Số thẻ" in a list of a party cell,
and a column without any header between people and their telephones. Codes of papers, goods, orders and rooms look the
same, so either the table or every cell has to speak for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from recognizers import cells as cell_forms
from recognizers.cell_fits import BOAT
from recognizers.entities import EntityType
from recognizers.folding import key_of
from recognizers.results import Reason
from recognizers.table_columns import Column, set_type, share_of
from recognizers.table_registers import counts_rows

_E = EntityType
_PEOPLE = frozenset({_E.PERSON, _E.VN_PERSONAL_ID, _E.VN_CMND, _E.DATE_OF_BIRTH})
#: Who orders, writes and receives; where somebody lives or can be reached counts like a name.
_REACHED = _PEOPLE | {_E.CREDENTIAL, _E.VN_ADDRESS, _E.VN_PHONE, _E.EMAIL, _E.EMPLOYEE_ID}
_MOST, _SOME, _HALF, _LEAST = 0.8, 0.6, 0.5, 2

#: What notaries and committees call the number of an act, and what else such a register tells of it.
_ACT_HEAD = re.compile(r"(?:so|so thu tu|stt) (?:cc|cong chung|chung thuc|vao so|cc/ct|cchd|quyen so)")
_ACT_BESIDE = re.compile(
    r"(?<![a-z])(?:ccv|cong chung vien|nguoi (?:yeu cau|thuc hien chung thuc|ky chung thuc|lap di chuc)|ben (?:1|2|a|b|mua|ban)|(?:ten |loai )?(?:viec|giao dich|hop dong|hop dong giao dich)"
    r"|loai viec|noi dung (?:cong chung|chung thuc)|thu lao|le phi|phi|phi cong chung|so ban|trich yeu)(?![a-z])"
)
#: "Số CT" is a voucher's number, but in the book of those who certify.
_VOUCHER_OR_ACT = re.compile(r"so ct")
_CERTIFYING = re.compile(
    r"(?<![a-z])(?:chung thuc|cong chung|ccv|nguoi yeu cau|nguoi ky (?:chung thuc|ct)|viec chung thuc)(?![a-z])"
)
_ACT_NO = re.compile(r"\d{1,6}(?:[/\-.](?:19|20)?\d\d)?(?:[/\-][A-ZĐ][A-ZĐ\-/]{0,12})?\Z")

#: Papers of somebody's status as a head alone, and numbers as they have.
_PAPER_HEAD = re.compile(
    r"(?:so )?(?:gks|khai sinh|giay khai sinh|ket hon|dkkh|giay ket hon|khai tu|gxn|giay xac nhan|phieu lltp|lltp|ly lich tu phap|xac nhan khuyet tat|gxnkt|giay chung sinh|trich luc)"
)
_PAPER_NO = re.compile(
    r"(?:[A-Z]{1,4}[ .]?)?\d{1,6}[/\-](?:(?:19|20)\d\d|[A-ZĐ]{1,8}(?:[\-/][A-ZĐ0-9]{1,8}){0,2})\Z"
)

_HANDLE_HEAD = re.compile(
    r"(?:ten |id |ma )?(?:buyer|seller|user|username|user name|buyer user|nick|nickname|nick name|acc|acc mua|handle|uid|user id|psid|chat id|sender|sender id|from|author|commenter"
    r"|poster|member|tai khoan(?: (?:mua|ban|dat|shopee|tiktok|lazada|fb|facebook|zalo|mua hang|khach|game|insta|instagram))?|(?:nick|acc|id|user) (?:shopee|tiktok|lazada|fb|facebook|zalo|game|khach|mua|dat|chot|ig|insta)"
    r"|nguoi (?:mua|dat|ban|dang|binh luan|choi)|khach|khach hang|shopee|tiktok|instagram|telegram|discord|ten dang nhap|ten tai khoan|in ?game|ign)"
)
_LOGIN_HEAD = re.compile(
    r"(?:(?:ad|windows|win|vpn|wifi|wi fi|pppoe|his|lms|erp|sap|mail|email|domain|domino|office|ms|o365|github|git|zoom|slack|jira|dau|pm|phan mem|he thong|may) )?"
    r"(?:account|acc|user|user id|userid|tai khoan|tk|login|login id|dang nhap|username|user name|ten dang nhap|ten dn|id dang nhap)"
    r"(?: (?:ad|may|vpn|wifi|his|lms|erp|sap|cham cong|he thong|phan mem|pm|windows|domain|noi bo|mang|pppoe|moi|cu|cap|dang nhap|email|mail))?"
)
_LOGIN_ONLY = re.compile(
    r"(?<![a-z])(?:ad|windows|win|vpn|wifi|pppoe|his|lms|erp|sap|domain|cham cong|he thong|phan mem|pm|may|login|dang nhap|dn|noi bo|o365|office|github|git|jira|slack|mang)(?![a-z])"
)
_SURELY_SCREEN = re.compile(
    r"in ?game|ign|nick(?:name| name)?(?: (?:chot|mua|game|fb|zalo|facebook|tiktok|shopee))?"
)
#: A word as people choose it to be called by; codes in capitals and plain names are none.
_HANDLE = re.compile(
    r"@?(?:[a-z]|(?=[A-Za-z0-9._\-]*[a-z]{2})[A-Z])[A-Za-z0-9]*(?:[._\-][A-Za-z0-9]+){0,4}_?\d*\Z"
)
_CHOSEN = re.compile(r".*[\d_.@]")
_PLAIN_LOGIN = re.compile(r"[a-z]{4,20}\Z")
_PROGRAMS = frozenset(
    {
        "admin",
        "system",
        "root",
        "guest",
        "auto",
        "bot",
        "api",
        "web",
        "app",
        "server",
        "user",
        "default",
        "service",
        "none",
        "null",
        "true",
        "false",
        "online",
        "offline",
    }
)
_OF_A_FIRM = re.compile(r"(?:cty|congty|ctcp|shop|store|cskh)|.*[._](?:official|store|shop|mall|hcns|cskh)\Z")
_CHAT_ID = re.compile(r"\d{9,20}\Z")
_ID_HEAD = re.compile(
    r"(?:zalo |fb |facebook |telegram |messenger )?(?:uid|psid|user ?id|chat ?id|sender ?id|zalo ?id|fb ?id)"
)

#: Papers to travel with: a letter or two and seven or eight figures, as they are printed.
_PASSPORT = re.compile(r"(?:[A-Z]\d{7,8}|[A-Z]{2}\d{6,7}|[A-Z]\d{2}[A-Z]\d{5}|[A-Z]\d{7}[A-Z])\Z")
_PASSPORT_HEAD = re.compile(
    r"(?:so )?(?:doc(?:ument)?(?: no| number)?|papers?|giay to(?: tuy than)?|gt|gttt|hc|pp|ppt|id|ho chieu|id no|travel doc|giay to khac|papers? no)"
)
_JAPANESE_OR_KOREAN = re.compile("パスポート|旅券|护照|護照|여권")

#: Where wages and refunds go.
_PAID_HEAD = re.compile(
    r"(?:bank|ngan hang|nh|ck|chuyen khoan|chuyen vao|nhan qua|tra qua|nhan luong|paid to|pay to|payment|transfer to|vao tk|ve tk|hoan ve|nhan tien|noi nhan|tra vao|kenh nhan|hinh thuc nhan)"
)
_BANK_HEAD = re.compile(r"(?:bank|ngan hang|nh)")

_COMRADE = re.compile(r"(?:ho ten |ten |ho va ten )?(?:dang vien|doan vien|hoi vien|cong doan vien)(?![a-z])")
_CARD_HEAD = re.compile(r"(?:so the|so the dv|the|ma the|so the dang|so the hoi vien|so ly lich|sll)")
_CARD_NO = re.compile(r"\d{2}[ .\-]?\d{6}\Z|[A-ZĐ]{1,5}[ .\-/]?\d{3,8}\Z")

#: The last figures of a bank card.
_CARD_END_HEAD = re.compile(r"(?:4|bon) so cuoi(?: the)?|so the|the|duoi the|last ?4|card(?: no)?|so cuoi")
_CARD_END = re.compile(r"[*xX•. ]{2,20}\d{4}\Z|\d{4}[*xX•. ]{4,12}\d{4}\Z")


def judge(found: Sequence[Column]) -> None:
    """Type the columns of numbers, accounts and names on screens in a block, where people stand beside them."""
    kinds = {column.entity_type for column in found if not column.things}
    keys = [" ".join(re.split(r"[^a-z\d/]+", key_of(column.header_text))).strip() for column in found]
    comrades = any(map(_COMRADE.match, keys))
    people = comrades or not _PEOPLE.isdisjoint(kinds)
    named = {
        row
        for column in found
        if column.entity_type in _PEOPLE | {_E.EMPLOYEE_ID, _E.STUDENT_ID, _E.VN_ADDRESS, _E.VN_PHONE}
        for row, _, _ in column.values
    }
    if not any(column.header_text for column in found):
        _without_heads(found)
    for column, key in zip(found, keys, strict=True):
        if column.entity_type is not None or column.things or len(column.values) < _LEAST:
            continue
        kind = (_beside_people(column, key, keys, comrades) if people else None) or (
            _on_screen(column, key, kinds)
            if not _REACHED.isdisjoint(kinds) or _SURELY_SCREEN.fullmatch(key)
            else None
        )
        if kind is not None:
            _take(column, *kind, named if kind[0] in _OF_WHOEVER_IS_NAMED else None)


def _without_heads(found: Sequence[Column]) -> None:
    """Type columns of tables without any header by those right beside them."""
    born = any(column.entity_type in _ENROLLED for column in found)
    for left, right in pairwise(found):
        for column, other in ((left, right), (right, left)):
            if column.entity_type is not None or column.things or len(column.values) < _LEAST:
                continue
            if share_of(other, lambda v, t: cell_forms.is_bank(t)) >= _MOST and _are_accounts(column, _MOST):
                _take(column, _E.VN_BANK_ACCOUNT, _is_account)
            elif born and other.entity_type is _E.PERSON and _are_numbered(column):
                _take(column, _E.EMPLOYEE_ID, _ENROLLED_NO.match)
        if (
            left.entity_type is right.entity_type is None
            and any(column.entity_type is _E.PERSON for column in found)
            and share_of(left, lambda v, t: _is_handle(t) and _CHOSEN.match(t) is not None) >= _MOST
            and share_of(right, lambda v, t: _SECRET.match(t) is not None) >= _MOST
            and _are_distinct(left)
            and _are_distinct(right)
        ):
            _take(left, _E.CREDENTIAL, _is_handle)
            _take(right, _E.CREDENTIAL, _SECRET.match)


def _are_numbered(column: Column) -> bool:
    """Return whether all cells are codes with the same letters: "BH-004", "nv08", "QN2204"."""
    letters = {match["letters"] for _, _, text in column.values if (match := _ENROLLED_NO.match(text))}
    return len(letters) == 1 and _are(column, _ENROLLED_NO, 1) and _are_distinct(column)


#: Who is born on a day or has a citizen's number stands in a list of people, not of orders, guests and rooms.
_ENROLLED = frozenset({_E.DATE_OF_BIRTH, _E.VN_PERSONAL_ID, _E.VN_CMND, _E.VN_BHXH})
_ENROLLED_NO = re.compile(r"(?P<letters>[A-ZĐ]{1,4}|[a-zđ]{1,4})[\-.]?\d{2,8}\Z")
#: Letters and figures mixed as in a password; codes have no small letters.
_SECRET = re.compile(r"(?=\S*\d)(?=\S*[a-z])[A-Za-z0-9@#!_.$%&*+\-]{6,30}\Z")

#: Where a row names nobody, they are a room's, a counter's.
_OF_WHOEVER_IS_NAMED = frozenset({_E.CREDENTIAL, _E.SOCIAL_ACCOUNT})


def _take(
    column: Column, kind: EntityType, fits: Callable[[str], object], rows: set[int] | None = None
) -> None:
    """Type a column in some rows or all, and leave its cells of another kind to be read like any other."""
    share = share_of(column, lambda v, t: bool(fits(t)))
    own = [value for value in column.values if fits(value[2]) and (rows is None or value[0] in rows)]
    if not own:
        return
    column.strangers = [*column.strangers, *(value for value in column.values if value not in own)]
    column.values = own
    column.skipped = False
    set_type(column, kind, share, 0.7)
    column.reason = Reason("column_neighbours")


def _beside_people(
    column: Column, key: str, keys: Sequence[str], comrades: bool
) -> tuple[EntityType, Callable[[str], object]] | None:
    if _ACT_HEAD.fullmatch(key) and any(map(_ACT_BESIDE.search, keys)) and _are(column, _ACT_NO, _MOST):
        return (_E.CIVIL_DOC_NO, _ACT_NO.match) if _are_distinct(column) else None
    if _are(column, BOAT, _MOST):
        return _E.VN_PLATE, BOAT.match
    if _VOUCHER_OR_ACT.fullmatch(key) and any(map(_CERTIFYING.search, keys)) and _are(column, _ACT_NO, _MOST):
        return (_E.CIVIL_DOC_NO, _ACT_NO.match) if _are_distinct(column) else None
    if _PAPER_HEAD.fullmatch(key) and _are(column, _PAPER_NO, _SOME):
        return _E.CIVIL_DOC_NO, _PAPER_NO.match
    if comrades and _CARD_HEAD.fullmatch(key) and _are(column, _CARD_NO, _MOST):
        return _E.MILITARY_ID, _CARD_NO.match
    if _CARD_END_HEAD.fullmatch(key) and _are(column, _CARD_END, _SOME):
        return _E.BANK_CARD, _CARD_END.match
    if (not key or _PASSPORT_HEAD.fullmatch(key) or _JAPANESE_OR_KOREAN.search(column.header_text)) and _are(
        column, _PASSPORT, _SOME
    ):
        return (_E.VN_PASSPORT, _PASSPORT.match) if _are_distinct(column) else None
    if _PAID_HEAD.fullmatch(key) and _are_accounts(column, _SOME):
        return _E.VN_BANK_ACCOUNT, _is_account
    if not key and _are_accounts(column, _SOME) and _are_of_banks(column):
        return _E.VN_BANK_ACCOUNT, _is_account
    return None


def _on_screen(
    column: Column, key: str, kinds: set[EntityType | None]
) -> tuple[EntityType, Callable[[str], object]] | None:
    if _ID_HEAD.fullmatch(key) and _are(column, _CHAT_ID, _MOST) and _are_distinct(column):
        return _E.SOCIAL_ACCOUNT, _CHAT_ID.match
    login = _LOGIN_HEAD.fullmatch(key) is not None and (
        _LOGIN_ONLY.search(key) is not None or _E.CREDENTIAL in kinds
    )
    if not login and not _HANDLE_HEAD.fullmatch(key):
        return None
    share = share_of(column, lambda v, t: isinstance(v, str) and _is_handle(t))
    chosen = share_of(
        column, lambda v, t: isinstance(v, str) and _is_handle(t) and _CHOSEN.match(t) is not None
    )
    if login and share >= _MOST and _are_distinct(column):
        return _E.CREDENTIAL, _is_handle
    if share >= _SOME and chosen >= _HALF:
        return _E.CREDENTIAL if login else _E.SOCIAL_ACCOUNT, _is_handle
    return None


def _is_handle(text: str) -> bool:
    """Return whether a cell is one word that a person chose to be called by."""
    return (
        3 <= len(text) <= 40
        and text not in _PROGRAMS
        and _OF_A_FIRM.match(text) is None
        and _HANDLE.match(text) is not None
        and (_CHOSEN.match(text) is not None or _PLAIN_LOGIN.match(text) is not None)
    )


def _is_account(text: str) -> bool:
    """Return whether a cell is a run of figures as long as an account: no sum, no stamp of time, no bar code."""
    number = cell_forms.digits(text)
    return (
        9 <= len(number) <= 16
        and not cell_forms.is_amount(text)
        and not number.endswith("0000")
        and re.fullmatch(r"\d[\d .\-]{6,22}\d", text) is not None
        and re.match(r"(?:20[0-4]\d(?:0[1-9]|1[0-2])|893)", number) is None
        and re.match(r"\d{1,2}[./\-]\d{1,2}[./\-]\d{2,4}", text) is None
    )


def _are_accounts(column: Column, share: float) -> bool:
    return share_of(
        column, lambda v, t: _is_account(t) and not (isinstance(v, float) and not v.is_integer())
    ) >= share and _are_distinct(column)


def _are_of_banks(column: Column) -> bool:
    """Return whether numbers are those of several banks by their lengths, or longer than any code and led by noughts."""
    numbers = [cell_forms.digits(text) for _, _, text in column.values if _is_account(text)]
    return len({len(number) for number in numbers}) > 1 or all(
        len(number) >= _LONG and number.startswith("0") for number in numbers
    )


_LONG = 13


def _are(column: Column, form: re.Pattern[str], share: float) -> bool:
    return share_of(column, lambda v, t: form.match(t) is not None) >= share


def _are_distinct(column: Column) -> bool:
    texts = [text for _, _, text in column.values]
    return len(set(texts)) * 10 >= len(texts) * 9 and not counts_rows(texts)
