"""Headers of columns that tell of the people beside them: marks, pay, debts, measures of health, offences.

The whole header has to be one of ``data/told_headers.txt``, and its cells must have the shape of such values. Short
headers that mean other things elsewhere ("HK", "Gốc", "Cao") count beside another column of their kind, or two of them
together; "Tổng" and "Số tiền" count only beside another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from recognizers.cells import is_date, is_organisation, shown
from recognizers.entities import EntityType
from recognizers.folding import fold, key_of
from recognizers.results import Reason
from recognizers.table_columns import Column, set_type, share_of
from recognizers.word_sets import word_lists

_E = EntityType


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a header tells, the shape of its cells, and how sure it is alone: "" sure, "?" of two, "~" never alone.

    With "^" it is believed below a title that says what the table is about, too, with "*" there only.
    """

    entity_type: EntityType
    shape: str
    doubt: str


_DOUBTS = ("?", "~", "^", "*")


@cache
def _kinds() -> dict[str, tuple[_Kind, ...]]:
    """Return what each header can tell, by its key."""
    found: dict[str, tuple[_Kind, ...]] = {}
    for title, phrases in word_lists("told_headers.txt").items():
        name, shape = title.split()
        entity_type = EntityType(name)
        for phrase in phrases:
            doubt = phrase[:1] if phrase[:1] in _DOUBTS else ""
            key = _key(phrase[len(doubt) :])
            if key and not any((k.entity_type, k.shape) == (entity_type, shape) for k in found.get(key, ())):
                found[key] = (*found.get(key, ()), _Kind(entity_type, shape, doubt))
    return found


def _key(header: str) -> str:
    return " ".join(re.findall(r"[a-z]+|\d+|%", key_of(fold(header).text)))


def told_by_headers(
    found: list[Column],
    people: Iterable[EntityType],
    only: Collection[EntityType] = (),
    topic: EntityType | None = None,
) -> None:
    """Type the columns of a block whose headers tell of the people of its rows.

    Args:
        found: all columns of the block.
        people: the types of those columns that say who the rows are about.
        only: the types that may be told; all if there are none.
        topic: what the lines above the block say it is about.
    """
    beside = frozenset(people)
    named: dict[EntityType, list[tuple[Column, _Kind]]] = {}
    for column in found:
        if column.values and column.header_text and not column.things:
            for kind in _of_header(column.header_text):
                if only and kind.entity_type not in only:
                    continue
                if beside & _WHO[kind.entity_type] and (
                    _can_hold(column, kind) or _in_thousands(column, kind, found)
                ):
                    named.setdefault(kind.entity_type, []).append((column, kind))
                    if kind.shape != "sum":
                        break
    sure = {
        entity_type: sum(kind.doubt == "" for _, kind in columns)
        + sum(column.entity_type is entity_type for column in found)
        for entity_type, columns in named.items()
    }
    # "Số tiền" is pay below "Bảng lương" and a debt beside "Dư nợ"
    for entity_type in sorted(named, key=lambda kind: (kind is not topic, -sure[kind])):
        columns = named[entity_type]
        believed = _believed(sure[entity_type] > 0, topic is entity_type)
        if (entity_type is _E.DEBT and _of_organisations(found)) or (
            entity_type is _E.INCOME and _of_investors(found)
        ):
            continue
        likely = sum(kind.doubt == "?" for _, kind in columns)
        for column, kind in columns:
            if column.entity_type is None and (
                kind.doubt in believed
                or (kind.doubt == "?" and likely >= _TOGETHER and entity_type in _TOLD_TOGETHER)
            ):
                column.skipped = False
                set_type(column, entity_type, 1.0, 0.8)
                column.reason = Reason("column_header", column.header_text.strip())
    owed = [column for column in found if column.entity_type is _E.DEBT]
    if owed and any(
        column.values and share_of(column, lambda v, t: is_organisation(t)) >= _MOST for column in found
    ):
        for column in owed:
            column.entity_type = None  # what firms owe
    _between_marks(found)


def _believed(sure: bool, titled: bool) -> frozenset[str]:
    """Return the marks of those headers that are believed beside a sure one, and below a title that says the same."""
    return frozenset(("", *("?~^" if sure else ""), *("?^*" if titled else "")))


def _between_marks(found: list[Column]) -> None:
    """Columns of marks without a header of their own, under one that is merged: "Điểm TX" over "1 | 2 | 3"."""
    mark = _SHAPES["mark"]
    for left, column in pairwise(found):
        if (
            column.entity_type is None
            and left.entity_type is _E.GRADES
            and column.index == left.index + 1
            and column.values
            and _NUMBERED.fullmatch(column.header_text.strip())
            and share_of(column, mark) >= _MOST
        ):
            set_type(column, _E.GRADES, 1.0, 0.7)
            column.reason = Reason("column_neighbours")


_NUMBERED = re.compile(r"\d?|[Ll](?:ần)? ?\d")


def _of_header(text: str) -> Iterator[_Kind]:
    """Yield what a header can tell: as a whole, without its brackets, without what it stands under, by how it begins."""
    kinds = _kinds()
    for form in (text, _BRACKETS.sub(" ", text)):
        key = _key(form)
        for shorter in (key, _UNDER.sub("", key), _until(key)):
            if shorter in kinds:
                yield from kinds[shorter]
                return
    if len(text) <= _LONGEST_OPEN:
        key = _key(_BRACKETS.sub(" ", text))
        for entity_type, pattern in _OPEN.items():
            if pattern.match(key) and not (entity_type is _E.INCOME and "lượng" in text.lower()):
                yield _Kind(entity_type, "sum", "")


def _until(key: str) -> str:
    """Return a header's key without the time it ends with and the unit of its sums: "Tiết kiệm đến 31/10", "Mức đồng"."""
    short = _TIME.sub("", _UNIT.sub("", key))
    return short if len(short) >= _LEAST_UNTIMED else key  # "T10" is no "T"


_LEAST_UNTIMED = 4
_UNIT = re.compile(r"(?: (?:dong|vnd|trd|tr d|tr|ngd|nghin dong|nghin d|trieu dong|trieu|usd|k))+\Z")
_TIME = re.compile(
    r"(?: (?:tinh )?(?:den|toi)(?: het| ngay| thang| cuoi)*)?(?: (?:ngay|thang|t|quy|q|nam|ky|dot|tuan))?(?: \d{1,4}){1,3}(?: %)?\Z"
)


def _can_hold(column: Column, kind: _Kind) -> bool:
    if column.entity_type not in (None, kind.entity_type):
        return False
    judged = column.skipped and column.header is not None and column.header.entity_type is not None
    if judged and kind.shape not in _NEVER_OF_BUSINESS:
        return False  # judged to be of a business
    shape = _SHAPES[kind.shape]
    filled = [(value, text) for _, value, text in column.values if any(map(str.isalnum, text))]
    said = sum(shape(value, text) for value, text in filled)
    if kind.shape == "sum" and 2 * said < len(filled):
        said = sum(map(_is_sum_and_more, (text for _, text in filled)))
    # "2tr1, xin khất sang tháng sau"; "650" among "1,2tr"
    if kind.shape == "sum" and 2 * said >= len(filled):
        said = sum(_is_sum_and_more(text) or _FEW.match(text) is not None for _, text in filled)
    return bool(filled) and said >= len(filled) * _MOST


def _in_thousands(column: Column, kind: _Kind, found: Sequence[Column]) -> bool:
    """Return whether small numbers are sums, for the sums beside them are written as short: "Nợ 702" beside "1.300"."""
    if kind.shape != "sum" or kind.doubt or column.entity_type is not None:
        return False
    filled = [text for _, _, text in column.values if any(map(str.isdigit, text))]
    return (
        bool(filled)
        and all(_SMALL.fullmatch(text) for text in filled)
        and any(
            other is not column
            and bool(other.values)
            and share_of(other, lambda v, t: _SHORT_SUM.fullmatch(t) is not None) >= _HALF
            for other in found
        )
    )


_SMALL = re.compile(r"-?\d{1,4}(?:[.,]\d{1,3})?")
_SHORT_SUM = re.compile(r"-?\d{1,3}[.,]\d{3}")


def _is_sum_and_more(text: str) -> bool:
    return _SUM.match(key_of(_MORE.sub("", text).strip())) is not None


def _of_organisations(found: list[Column]) -> bool:
    """Return whether most rows are about firms: what they owe is not told of those who act for them.

    Of a firm among people its own row is kept (``table_owners``).
    """
    return any(
        bool(column.values) and share_of(column, lambda v, t: is_organisation(t)) >= _HALF for column in found
    )


def _of_investors(found: list[Column]) -> bool:
    """Return whether what is paid is interest or a dividend, not pay."""
    headers = [_key(column.header_text) for column in found]
    return any(map(_INVESTED.search, headers)) and not any("luong" in header for header in headers)


_INVESTED = re.compile(
    r"(?<![a-z])(?:lai|co tuc|co phan|co phieu|trai phieu|ndt|nha dau tu|dividend|interest)(?![a-z])"
)
#: What is owed or paid whatever for: "Nợ thuế môn bài", "Học phí chưa nộp T10", "Phụ cấp vùng".
_OPEN = {
    _E.DEBT: re.compile(
        r"(?:so tien |tong |tong tien |tien )?(?:con |dang )?(?:no(?! xau| nhom| ki )|thieu|cham nop|chua (?:dong|nop|tra|thanh toan|tt))(?! (?:hang|sach|giay|ho so|lop|chung|so luong))(?: [a-z0-9]+){0,5}\Z"
        r"|(?:[a-z0-9]+ ){1,4}(?:con no|con thieu|chua nop|chua dong|cham nop|no lai|chua tra)(?: (?:t|thang|ky|nam|den)? ?[0-9]+){0,2}\Z"
    ),
    _E.INCOME: re.compile(
        r"(?:so tien |tong |tong tien |tien |muc )?(?:luong|thu nhap|tien cong|thu lao|phu cap|tro cap|luong huu|nhuan but)(?! (?:thuc|kho|hang|dung|tam))(?: [a-z0-9]+){1,4}\Z"
    ),
}
_LONGEST_OPEN = 40
_MOST = 0.7
_HALF = 0.5
_TOGETHER = 2
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
#: Merged headers over a column, and words before what is measured.
_UNDER = re.compile(
    r"(?:(?:diem(?: so| thi| kiem tra| mon| cac mon)?|mon|ket qua(?: hoc tap| xet nghiem)?|kq|chi so|xn|xet nghiem|tien|so tien|cac khoan(?: [a-z]+){0,2}|thu nhap|phu cap|trong do|sang|trua|chieu|toi|lan \d|ngay \d{1,2}|hoc ky \w{1,2}|hk ?\w{1,2}) )+(?=[a-z])"
)
#: Of whom each kind is told: those whose rows hold one of these.
_WHO: dict[EntityType, frozenset[EntityType]] = {
    _E.GRADES: frozenset({_E.PERSON, _E.STUDENT_ID}),
    _E.INCOME: frozenset({_E.PERSON, _E.EMPLOYEE_ID}),
    _E.DEBT: frozenset({_E.PERSON}),
    _E.HEALTH_INFO: frozenset({_E.PERSON, _E.MEDICAL_RECORD_NO}),
    _E.MEDICAL_RECORD_NO: frozenset({_E.PERSON}),
    _E.CRIMINAL_RECORD: frozenset({_E.PERSON}),
    _E.PRIVATE_LIFE: frozenset({_E.PERSON}),
    _E.RELIGION: frozenset({_E.PERSON}),
    _E.ETHNICITY: frozenset({_E.PERSON}),
    _E.GENDER: frozenset({_E.PERSON}),
    _E.PARTY_MEMBERSHIP: frozenset({_E.PERSON}),
}
#: Shapes that only people's values have.
_NEVER_OF_BUSINESS = frozenset({"tick", "female"})
_TOLD_TOGETHER = frozenset({_E.GRADES, _E.INCOME, _E.DEBT, _E.HEALTH_INFO, _E.CRIMINAL_RECORD})

_NUMBER = re.compile(r"\d+(?:[.,]\d+)?\Z")
_MARK = re.compile(
    r"(?:10|\d)(?:[.,]\d{1,2})?\Z|[1-9]\d{1,2}(?:[.,]\d{1,2})?\Z|[a-f][+\-]?\Z|c?d\Z|t\Z|h\Z|m\Z|c?ht\Z|htt\Z|htxs\Z|dat\Z|chua dat\Z|vang\Z|mien\Z|v\Z|kp?\Z|cp\Z|-|x\Z|n[1-5]\Z|[abc][12]\Z"
)
_RANK = re.compile(
    r"(?:xuat sac|xs|hsxs|hsg|hstt|gioi|kha|tb|trung binh|yeu|kem|tot|dat|cd|chua dat|hoan thanh|chua hoan thanh|cht|htt|hts|ht|htxs|can co gang|ccg|t|h|c|d|g|k|y|[abcd][+\-]?|em |con |hoc sinh|hs |[1-9]\d?\Z|len lop|o lai|do\Z|dau\Z|hong\Z|truot\Z|rot\Z|trung tuyen|khong trung|luu ban|thi lai|khong|-|pass|fail|good|very good|excellent|average)"
)
_SUM = re.compile(
    r"-?\d{1,3}(?:[.,\s]\d{3})+(?:[.,]\d{1,2})?(?:\s?(?:d|dong|vnd|usd|\$))?\Z|-?\d{4,10}(?:[.,]\d{1,2})?\Z|\d{1,4}(?:[.,]\d{1,3})?\s?(?:k|tr|trieu|ty|cu)\s?\d{0,3}(?: ruoi)?(?:\s?/\s?thang)?\Z|0\Z|-\Z|(?:\$|usd|vnd|eur|jpy|krw) ?\d[\d.,]*(?: ?[km])?\Z"
    r"|(?:khoang|tren|tu|tam|~|>)? ?\d{1,4}(?:[.,]\d{1,3})? ?(?:k|tr|trieu)? ?[\-–] ?\d{1,4}(?:[.,]\d{1,3})? ?(?:k|tr|trieu)\Z"
    r"|(?:khoang|tren|tu|tam|~|>) ?\d{1,4}(?:[.,]\d)? ?(?:k|tr|trieu)\Z"
)
_MORE = re.compile(r"(?:[,;](?!\d)|[(–]| - | [^\W\d_]{2,} [^\W\d_]).*\Z", re.S)
_FEW = re.compile(r"\d{2,3}(?:[.,]\d)?\Z")
_COEFFICIENT = re.compile(r"\d[.,]\d{1,3}\Z|\d\Z|[1-9]\d?/\d{1,2}\Z|0\Z|-\Z|\d{1,2}\s?%\Z|bac \d")
_DAYS = re.compile(r"\d{1,4}(?:\s?(?:ngay|ky|thang))?\Z|-\Z")
_GROUP = re.compile(r"(?:nhom )?[1-5]\Z|[a-d]{1,3}[+\-]?\d?\Z|(?:nhom|no) [\w ]{1,30}\Z|-\Z|khong\Z|co\Z")
_MEASURE = re.compile(
    r"[<>]?\s?\d{1,4}(?:[.,]\d{1,3})?(?:\s?[/x\-]\s?\d{1,4}(?:[.,]\d{1,3})?)?\s?(?:[a-z%/°\^0-9µ]{0,10}|tuan(?: \d ngay)?|lan/phut)\Z|(?:o|a|b|ab)(?: ?rh)? ?[+\-]?\Z|(?:am|duong)(?: tinh)?\Z|binh thuong\Z|bt\Z|\d{1,2}/\d{1,2}(?:/\d{2,4})?\Z|-|(?:thieu|thua) can|suy dinh duong|sdd|nhe can|beo phi|(?:deo )?kinh\Z|can \d|loan \d|tot\Z|vang\Z"
)
_SIGN = re.compile(
    r"(?:i{1,3}|iv)[abc]?\d?\Z|(?:am|duong)(?: tinh)?(?:\s?\([+\-]{1,3}\))?\Z|[ad]t\Z|[a-z]{2,4} ?\d?[+]{1,3}\Z|kph\Z|[a-z]{2,4} [+]\Z|\(?[+\-]{1,3}\)?\Z|[+\-](?:[ ]?/[ ]?[+\-]){1,4}\Z|(?:neg|pos)|[<>]?\s?\d|bt\Z|binh thuong|chua|khong|co\Z|non|reactive"
)
_TICK = re.compile(r"x|v")
_FEMALE = re.compile(r"x|v|n|nu")
_SEX = re.compile(r"[tgmf]|nam|nu|trai|gai|[012]")
_CODE = re.compile(r"(?=[a-z/.\-]*\d)[a-z0-9/.\- ]{3,20}\Z")


def _keyed(pattern: re.Pattern[str]) -> Callable[[object, str], bool]:
    return lambda value, text: pattern.match(key_of(shown(value).strip())) is not None


def _words(value: object, text: str) -> bool:
    return (
        isinstance(value, str)
        and not is_date(value, text)
        and not _NUMBER.match(text)
        and (any(char.isalpha() for char in text) or len(text) < _BLANK)
    )


_BLANK = 3
_SHAPES: dict[str, Callable[[object, str], bool]] = {
    "mark": _keyed(_MARK),
    "rank": _keyed(_RANK),
    "sum": _keyed(_SUM),
    "coef": _keyed(_COEFFICIENT),
    "days": _keyed(_DAYS),
    "group": _keyed(_GROUP),
    "measure": _keyed(_MEASURE),
    "sign": _keyed(_SIGN),
    "tick": lambda value, text: _TICK.fullmatch(key_of(text.strip(" ().")) or "x") is not None,
    "female": lambda value, text: _FEMALE.fullmatch(key_of(text.strip(" ().")) or "x") is not None,
    "sex": lambda value, text: _SEX.fullmatch(key_of(text.strip())) is not None,
    "words": _words,
    "code": _keyed(_CODE),
}
