"""Tables of matches, of songs and books, of animals, of streets and bridges: what their headers say together.

"Khách" is a team beside "Tỷ số", "Tác giả" a writer beside "Nhan đề", "Tên" a dog beside "Giống"; none of them is a person
of the paper. One such header says little, two of a kind do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from recognizers.cells import begins_with_surname
from recognizers.entities import EntityType
from recognizers.folding import key_of
from recognizers.table_columns import Column, share_of

_E = EntityType


@dataclass(frozen=True, slots=True)
class _Matter:
    """A kind of table: headers that prove it, one of each, the columns that then name nobody, and what disproves it."""

    proofs: tuple[re.Pattern[str], ...]
    things: re.Pattern[str]
    against: re.Pattern[str] | None = None


def _headers(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{words})\Z")


_TEAM = r"doi(?: bong| nha| khach| thang| thua| 1| 2)?|clb|doan|team|home|away"
_SCORE = r"t[yi] so|score|san(?: dau| van dong)?|svd"
_MATTERS = (
    _Matter(  # matches and their tables
        (
            _headers(_TEAM),
            _headers(_SCORE + r"|hieu so|hs|h/s|ban thang|bt|bt-bb|so tran|tran|tr|hcv|hcb|hcd"),
        ),
        _headers(_TEAM + r"|san(?: dau| van dong)?|svd|diem|hang|xep hang|tr|tran|[thb]|pts"),
    ),
    _Matter(
        (_headers("chu nha"), _headers("khach"), _headers(_SCORE)),
        _headers(r"chu nha|khach|san(?: dau| van dong)?|svd"),
    ),
    _Matter(  # what was written, composed, filmed
        (
            _headers(
                r"(?:ten )?(?:bai(?: hat| tho| van)?|tac pham|ca khuc|nhac pham|sach|truyen|phim|vo(?: dien| kich)?)"
                r"|nhan de|tua(?: sach| de)?|title|song|book"
            ),
            _headers(
                r"nhac si|ca si|tac gia|dao dien|nha (?:tho|van)|hoa si|dich gia|nguoi dich|author|artist|composer"
            ),
        ),
        _headers(
            r"nhac si|ca si|tac gia|dao dien|nha (?:tho|van)|hoa si|dich gia|nguoi dich|author|artist|composer|nxb"
        ),
        # what pupils and staff have made
        re.compile(
            r"(?:lop|truong|don vi|khoa|ngay sinh|nam sinh|dia chi|que|giai|xep giai|diem|to|phong)(?![a-z])"
        ),
    ),
    _Matter(  # beasts
        (
            _headers(
                r"giong(?: loai| vat nuoi)?|loai vat|(?:so |ma )?the tai|so tai|ma tai|tai so|mau long|breed|species"
            ),
            _headers(
                r"tuoi|ngay sinh|nam sinh|sinh|gioi tinh|tinh biet|phoi.*|lua|lua de|tiem.*|triet san|can nang|age|sex|dob"
            ),
        ),
        _headers(r"ten|ten goi|name|ngay sinh|nam sinh|sinh|tuoi|gioi tinh|tinh biet|age|sex|dob"),
    ),
    _Matter(  # streets, bridges, routes
        (
            _headers(
                r"(?:ten )?(?:tuyen(?: duong| pho)?|duong|pho|cau|cong|nut giao|lo trinh|ten de xuat)|route|road|bridge"
            ),
            _headers(
                r"ly trinh|chieu dai.*|dai.*|rong.*|be rong.*|diem dau|diem cuoi|doan|tai trong|nhip|so nhip|mat duong|ket cau"
                r"|vt ?1|hang muc|lo trinh|km|gian cach|chuyen dau|gio di|diem tap ket|tan/ngay|nam xd|nam xay dung|length"
            ),
        ),
        _headers(
            r"(?:ten )?(?:tuyen(?: duong| pho)?|duong|pho|cau|cong|nut giao|lo trinh)|ten de xuat|diem dau|diem cuoi|doan"
            r"|diem tap ket|nam xd|nam xay dung|route|road|bridge"
        ),
    ),
)
#: Beside one of these the rows are people's all the same.
_PEOPLES = frozenset(
    {
        *(
            _E.VN_PERSONAL_ID,
            _E.VN_CMND,
            _E.VN_PASSPORT,
            _E.VN_PHONE,
            _E.EMAIL,
            _E.STUDENT_ID,
            _E.EMPLOYEE_ID,
        ),
        *(_E.VN_BHYT, _E.VN_BHXH, _E.VN_BANK_ACCOUNT),
    }
)
_PERSON = re.compile(
    r"ho(?: va)? ten|ho ten|full name|hoc sinh|sinh vien|nhan vien|chu ho|chu nuoi|chu(?: xe)?\Z"
)


def mark_things(found: Sequence[Column]) -> None:
    """Mark the columns that name teams, makers of works, beasts and streets; they are judged no further."""
    heads = [_head(column) for column in found]
    for matter in _MATTERS:
        if not all(any(map(proof.match, heads)) for proof in matter.proofs):
            continue
        if matter.against is not None and any(map(matter.against.match, heads)):
            continue
        others = [
            column
            for column, head in zip(found, heads, strict=True)
            if not matter.things.match(head)
            and ((column.header is not None and column.header.entity_type in _PEOPLES) or _PERSON.match(head))
        ]
        if others:
            continue
        named = [column for column, head in zip(found, heads, strict=True) if matter.things.match(head)]
        if matter.things.match("ten") and any(map(_names_people, named)):
            continue
        for column in named:
            column.things = column.skipped = True


_CLASSES = _headers(
    r"(?:hang|loai|nhom|cap|cap do|muc do|phan loai|phan khuc|segment|tier|level|class)(?: (?:the|khach|khach hang|kh|tv|thanh vien|hoi vien|card|member))?"
)
_METALS = re.compile(
    r"(?:hang |the )?(?:vang|bac|dong|bach kim|kim cuong|thuong|vip|titan|hong ngoc|ngoc trai|moi|than thiet|gold|silver|bronze|platinum|diamond|member|standard|classic)"
    r"(?: \w{1,10})?\Z"
)


def mark_classes(found: Sequence[Column]) -> None:
    """Mark a column of classes of customers: "Vàng", "Bạc", "Kim cương" are no given names there."""
    for column in found:
        if (
            column.values
            and _CLASSES.match(_head(column))
            and share_of(column, lambda v, t: _METALS.match(key_of(t.strip())) is not None) >= _MOST
        ):
            column.things = column.skipped = column.surely_things = True


_MOST = 0.7


def _names_people(column: Column) -> bool:
    """Return whether a column holds full names, as beasts hardly bear: who keeps and sows them."""
    return share_of(column, lambda v, t: begins_with_surname(t) and len(t.split()) > _TWO_WORDS) >= _SOME


_TWO_WORDS, _SOME = 2, 0.4


def _head(column: Column) -> str:
    """Return what stands above a column; where nobody knew the header, it is the first of the values."""
    text = column.header_text or next((value for _, value, _ in column.values if isinstance(value, str)), "")
    return "species" if text.strip().lower() == "loài" else key_of(text).strip(" .:")  # "Loại" is any kind
