"""What single rows of a sheet are: headers, and how far up these reach; sums, sections, numbers of columns."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from recognizers.cell_fits import fits
from recognizers.cells import begins_with_surname, plain, shown
from recognizers.entities import EntityType
from recognizers.folding import key_of
from recognizers.header_words import clues_beside_people
from recognizers.headers import is_label_like, is_sub_header, read_header
from recognizers.table_header_rows import heads_answers, heads_values, is_name_only, is_numbered

Rows = Sequence[Sequence[object]]

MAX_HEADER_ROWS = 3

LEAST_ANEW = 2
"""Cells of a row at least that is told to be a header by the rows around it."""

#: What a column's cells show by their form.
_NUMBERED = frozenset(
    {
        EntityType.VN_PERSONAL_ID,
        EntityType.VN_CMND,
        EntityType.VN_PHONE,
        EntityType.DATE_OF_BIRTH,
        EntityType.VN_PASSPORT,
        EntityType.VN_BANK_ACCOUNT,
        EntityType.VN_BHXH,
        EntityType.VN_TAX_CODE,
        EntityType.VN_PLATE,
        EntityType.EMAIL,
    }
)


def texts_of(row: Sequence[object]) -> list[tuple[int, str]]:
    """Return the non-empty cells of a row: index and text."""
    return [(i, text) for i, value in enumerate(row) if value is not None and (text := shown(value).strip())]


#: What a row is called that adds those above it, or begins and ends a page of them.
_SUM_ROW = re.compile(
    r"(?:(?:tong|cong|tong cong|tong so|cong cong|cong trang|(?:cong|tong|binh quan|(?:diem )?(?:trung binh|tb)) (?:nhom|to|lop|phong|thang|ngay|don|chuyen|xuong|doi|ca|khoi|bo phan|cn|chi nhanh|quy|dot|khoa|muc|phan|chung|truong|(?:toan|ca) [a-z]{2,6})(?: [a-z0-9]{1,6})?"
    r"|(?:tong|cong) \d{1,4}(?: [a-z]{1,8}){1,3}|ton (?:quy|dau|cuoi)(?: ky)?|so du (?:dau|cuoi)(?: ky)?"
    r"|cong (?:mang|chuyen) sang(?: trang sau)?|luy ke|(?:diem )?(?:trung binh|tb)|binh quan|(?:grand |sub ?)?total|sum|average)[ :.]*"
    r"(?:\([^)]{1,24}\)|[ivx]{1,4}|\d{1,5}|\d{1,3} (?:nguoi|em|ho|hs|nv|truong hop|ban))?)\Z"
)


def is_sum_row(row: Sequence[object]) -> bool:
    """Return whether a row only adds others: "Tổng cộng" and numbers. What it holds is nobody's."""
    named = False
    for value in row:
        if not isinstance(value, str) or not any(char.isalpha() for char in value):
            continue
        if len(value) <= _LONGEST_SUM and _SUM_ROW.match(key_of(plain(value))):
            named = True  # of each of two tables side by side
        elif not named or not _WITH_UNIT.fullmatch(value):
            return False
    return named


_LONGEST_SUM = 40
_WITH_UNIT = re.compile(
    r"[\d.,\s]*\d[\d.,\s/]*(?:đồng|đ|vnđ|vnd|%|m2|m3|m³|kg|km|kwh|usd|tr|triệu|tỷ|k|xe|món|người|hộ|đơn vị|kiện|khoản|thửa|bản|giấy|việc|phiếu|lượt"
    r"|giờ|h|ngày|công|suất|em|tấn|phòng|số|chuyến|đơn|học sinh|hs|sv|bn|ca|buổi|tháng|cái|chiếc|bộ|điểm|căn|lô)?",
    re.IGNORECASE,
)


def _header_score(row: Sequence[object]) -> tuple[int, int]:
    """Return how many cells of a row are labels and how many are not empty; (0, n) if it is no header at all."""
    count = labels = 0
    for value in row:
        if value is None or value == "":
            continue
        if not isinstance(value, str):
            return 0, 0
        text = value.strip()
        if not text:
            continue
        count += 1
        if not is_label_like(text):
            continue
        if read_header(text) is not None or is_sub_header(text):
            labels += 1
    return labels, count


def _without_days(row: Sequence[object]) -> Sequence[object]:
    """Return a row without what counts the days of a time sheet: three or more numbers or dates, each one on."""
    days: set[int] = set()
    run: list[int] = []
    before: int | None = None
    for index, value in enumerate(row):
        day = _day(value)
        if day is None or before is None or day != before + 1:
            run = []
        run.append(index)
        before = day
        if day is not None and len(run) >= _LEAST_DAYS:
            days.update(run)
    return [None if index in days else value for index, value in enumerate(row)] if days else row


def _day(value: object) -> int | None:
    if isinstance(value, dt.date):
        return value.toordinal()
    text = shown(value).strip().removesuffix(".0") if isinstance(value, int | float | str) else ""
    return int(text) if text.isdecimal() and 0 < int(text) <= _LAST_DAY else None


_LEAST_DAYS = 3
_LAST_DAY = 31


def is_header(rows: Rows, number: int) -> bool:
    """Return whether a row is the lowest of a header: labels above data, and no labels beside their values."""
    row = _without_days(rows[number])
    labels, count = _header_score(row)
    if count == _SECTION_CELLS and is_section([text for _, text in texts_of(row)]):
        return False
    if labels < 1 or count < 2 or _holds_values(row) or _labels_beside(rows, number):
        return False
    if is_numbered(rows, number) or (_is_pairs(row) and not heads_values(rows, number)):
        return False
    return (
        (labels >= 2 and labels * 2 >= count)
        or (count >= 3 and _above_data(rows, number))
        or (count >= _OF_SURVEYS and heads_answers(rows, number))
        or _announces(rows, number, row)
    )


_OF_SURVEYS = 8


def is_section(texts: Sequence[str]) -> bool:
    """Return whether a row of two cells is the title of a part of the table: "II | GIẢM"."""
    return (
        len(texts) == _SECTION_CELLS
        and _SECTION.fullmatch(texts[0]) is not None
        and (texts[1].isupper() or texts[1].lower() in _PARTS)
    )


_SECTION = re.compile(r"(?:[IVX]{1,5}|[A-EĐ])[.)]?")
_SECTION_CELLS = 2
_PARTS = frozenset(
    {"tăng", "giảm", "điều chỉnh", "tăng mới", "giảm hẳn", "thêm", "bớt", "mới", "cũ", "nam", "nữ"}
)


def heads_anew(rows: Rows, top: int, number: int) -> bool:
    """Return whether words without digits stand where the row above has numbers, and the row below other ones.

    Cards and tickets read so: a row of labels, a row of values, the next row of labels. That the values below are no
    longer what the first labels announce tells it.
    """
    row = rows[number]
    texts = texts_of(row)
    if number + 1 >= len(rows) or len(texts) != len(texts_of(rows[top])) or len(texts) < LEAST_ANEW:
        return False
    if any(
        any(c.isdigit() for c in text) or not isinstance(row[i], str) or not is_label_like(text)
        for i, text in texts
    ):
        return False
    told = 0
    for index, head in texts_of(rows[top]):
        header = read_header(head)
        announced = header.entity_type if header is not None else None
        if announced is EntityType.PERSON and begins_with_surname(dict(texts).get(index, "")):
            return False
        if announced is None or announced not in _NUMBERED:
            continue
        above, below = (
            line[index] if index < len(line) else None for line in (rows[number - 1], rows[number + 1])
        )
        if above in (None, "") or below in (None, ""):
            continue
        if not fits(announced, above, plain(above)) or index not in dict(texts):
            return False
        if fits(announced, below, plain(below)):
            return False
        told += 1
    return told > 0


def _announces(rows: Rows, number: int, heads: Sequence[object]) -> bool:
    """Return whether one cell of a row of short words names what the cells below it are."""
    texts = texts_of(heads)
    if any(
        any(c.isdigit() for c in head) and len(head) > 4 and not _PERIOD.fullmatch(key_of(head))
        for head in (_undated(text) for _, text in texts)
    ):
        return False
    if any(_YEAR.fullmatch(text) for _, text in texts):
        return False  # "Sơn Thị Hường | vợ | 1970" above "Thạch Tha | con nuôi | 2009"
    for index, text in texts:
        header = read_header(text)
        if header is None or header.entity_type is None or is_name_only(text):
            continue
        below = [
            row[index]
            for row in rows[number + 1 : number + 4]
            if index < len(row) and row[index] not in (None, "")
        ]
        if len(below) >= 2 and all(
            fits(header.entity_type, value, plain(value)) and read_header(plain(value)) is None
            for value in below
        ):
            return True
    return False


#: "Tháng 10", "Quý 3/2026", "Năm 2025", "Đợt 2": of all that has numbers these alone head columns.
_PERIOD = re.compile(
    r"(?:thang|quy|nam(?: hoc)?|tuan|ngay|dot|lan|ky|buoi|mui|hoc ky|vong|giai doan|tiet|cot|month|week|day|quarter)"
    r" ?(?:\d{1,2}|(?:19|20)\d\d)(?: ?[/.\-] ?(?:\d{1,2}|(?:19|20)\d\d))?"
)


def _undated(text: str) -> str:
    """Return a header without the time it ends with: "Nợ đến 31/12", "Lương T10/2026"; a month alone stays what it is."""
    short = _UP_TO.sub("", text)
    if short == text and not _is_value(text):
        short = _OF_DAY.sub("", text)
    return short if short and not any(map(str.isdigit, short)) else text


_UP_TO = re.compile(
    r"(?<=\w)[\s\n]+(?:\(?(?:tính )?(?:đến|den|tới|toi|từ|tu)(?: hết| het)?(?: ngày| ngay| tháng| thang)?\s\d{1,2}[/.\-]\d{1,2}(?:[/.\-]\d{2,4})?\)?|(?:tháng |thang |t|quý |quy |q|năm |nam )\d{1,2}[/.\-]\d{4}"
    r"|\d{1,2}[/.\-]\d{4})\Z",
    re.IGNORECASE,
)


def _holds_values(row: Sequence[object]) -> bool:
    """Return whether cells say "label: value", hold a date or a number, or a name and a year: a line of a form, no header."""
    texts = texts_of(row)
    return sum(_is_value(text) for _, text in texts) * 3 >= len(texts) or (
        any(_YEAR.fullmatch(text) for _, text in texts)
        and any(begins_with_surname(text) for _, text in texts)
    )


def _is_value(text: str) -> bool:
    """Return whether a cell holds a value; "Dư nợ đến 30/9/2026" heads sums of that day, "Cấp ngày 30/9/2026" is one."""
    if _VALUE.search(text) is None:
        return False
    head = _OF_DAY.sub("", text)
    header = read_header(head) if head != text else None
    return header is None or header.entity_type not in _SUMS_OF_DAY


_OF_DAY = re.compile(
    r"\s(?:\(?(?:tính )?(?:đến|den|tại|tới)(?: hết)?(?: ngày)? )?\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}\)?\Z",
    re.IGNORECASE,
)
_SUMS_OF_DAY = frozenset({EntityType.DEBT, EntityType.INCOME, EntityType.AGE, EntityType.GRADES})
_YEAR = re.compile(r"(?:19|20)\d\d")
_VALUE = re.compile(r"\w\s?[:=][\s.…_]*\w|\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}|\d{6}|\w@\w")


def _labels_beside(rows: Rows, number: int) -> bool:
    """Return whether the first cells of the rows around are labels too: a form with the values of several people.

    They stand in one column: a second row of a header and a sum ("Cộng") begin further right.
    """
    cells = texts_of(rows[number])
    column = cells[0][0]
    above = _fields(rows[max(0, number - 3) : number], column)
    under = _fields(rows[number + 1 : number + 6], column)
    below = sum(_is_pairs(row) for row in rows[number + 1 : number + 4])
    if len(cells) >= _WIDE_HEADER and not _fields(rows[number + 1 : number + 3], column):
        above = under = 0  # a form ends here, and the table about the same person begins
    return below >= _FORM_ROWS or (
        above + under >= _FORM_ROWS and _is_field(rows[number], cells[0]) and not read_all(rows[number])
    )


def _fields(rows: Rows, column: int) -> int:
    """Return how many rows begin with a label, in a column."""
    return sum(
        len(texts) >= 2 and texts[0][0] == column and _is_field(row, texts[0])
        for row in rows
        if (texts := texts_of(row))
    )


_FORM_ROWS = 2
_WIDE_HEADER = 5


def _is_field(row: Sequence[object], cell: tuple[int, str]) -> bool:
    index, text = cell
    return (
        isinstance(row[index], str)
        and is_label_like(text)
        and _CODE_END.search(text) is None
        and read_header(text.rstrip(" :")) is not None
    )


#: "QT-086" is a number of the row, though "QT" is a label.
_CODE_END = re.compile(r"\d{2}\W*\Z")


def read_all(row: Sequence[object]) -> bool:
    """Return whether all cells of a row are labels, so that it heads columns whatever stands below."""
    texts = texts_of(row)
    return all(is_sub_header(text) or read_header(text) is not None for _, text in texts)


def _above_data(rows: Rows, number: int) -> bool:
    """A row of words without digits above a row with numbers."""
    if number + 1 >= len(rows) or any(
        _DATA.search(_IN_BRACKETS.sub("", _undated(text))) for _, text in texts_of(rows[number])
    ):
        return False
    return sum(any(c.isdigit() for c in text) for _, text in texts_of(rows[number + 1])) >= 2


#: Numbers that are data; a header says at most "Quý 2", "HK1", "(m2)", "10,5%".
_DATA = re.compile(r"^\W?\d|\d{3}|\d[/.\-]\d")
#: A unit or the normal range of what stands below: "Glucose (3,9-6,4)".
_IN_BRACKETS = re.compile(r"(?<=\w) ?\([^()]{1,20}\)$")


def _is_pairs(row: Sequence[object]) -> bool:
    """A form's row: label, value, label, value."""
    known = [
        read_header(text.rstrip(" :")) is not None and not is_name_only(text) for _, text in texts_of(row)
    ]
    return len(known) >= 2 and len(known) % 2 == 0 and all(known[::2]) and not any(known[1::2])


def is_numbering(row: Sequence[object]) -> bool:
    """Rows such as ``(1) (2) (3)`` or ``A B 1 2`` under a header."""
    texts = [text.strip("()[] ") for _, text in texts_of(row)]
    return (
        len(texts) >= 2
        and all(len(text) <= 2 for text in texts)
        and sum(text.isdigit() for text in texts) * 2 >= len(texts)
        and len({*texts}) == len(texts)
        and all((text.isdigit() and int(text) <= 60) or (text.isalpha() and text.isupper()) for text in texts)
    )


def repeats(row: Sequence[object], header: Sequence[str]) -> bool:
    """Return whether a row says what a header says that is known from outside."""
    return [shown(value).strip() for value in row[: len(header)]] == [str(text).strip() for text in header]


def continues_header(rows: Rows, top: int, number: int) -> bool:
    """A second header row fills the gaps of merged cells: small words, or labels under empty or merged cells."""
    row = rows[number]
    texts = texts_of(row)
    if not texts or any(not isinstance(row[i], str) for i, _ in texts):
        return False
    upper = {i for i, _ in texts_of(rows[top])}
    known = sum(1 for _, text in texts if may_head(text))
    if known * 2 < len(texts) or not all(is_label_like(text) for _, text in texts):
        return False
    gaps = sum(1 for i, _ in texts if i not in upper)
    doubled = sum(1 for i, text in texts if i in upper and may_head(text))
    return gaps >= 1 or doubled == len(texts)


def may_head(text: str) -> bool:
    """Return whether a cell can stand in the second row of a header."""
    return is_sub_header(text) or read_header(text) is not None or bool(clues_beside_people(text))


def top_of(rows: Rows, number: int, lowest: int) -> int:
    """Return the row a header begins in: the one above where it fills the gaps of the one found ("Toán | | | TBHK")."""
    if number <= lowest:
        return number
    above = texts_of(rows[number - 1])
    below = {index for index, _ in texts_of(rows[number])}
    if len(above) < LEAST_ANEW or not all(
        isinstance(rows[number - 1][i], str)
        and is_label_like(text)
        and ":" not in text
        and _DATA.search(text) is None
        for i, text in above
    ):
        return number
    return (
        number - 1
        if any(index not in below for index, _ in above)
        and any(may_head(text) for index, text in above if index not in below)
        else number
    )


def header_parts(rows: Rows, top: int, bottom: int) -> dict[int, list[str]]:
    """Return the parts of each column's header, upper rows first; a merged upper cell counts for the empty cells to its right."""
    joined: dict[int, list[str]] = {}
    width = max(len(rows[number]) for number in range(top, bottom + 1))
    for number in range(top, bottom + 1):
        row = rows[number]
        carried = ""
        for i in range(width):
            text = shown(row[i]).strip() if i < len(row) else ""
            if text:
                carried = text
            elif number < bottom and carried and _below_filled(rows, number, bottom, i):
                text = carried
            if text:
                parts = joined.setdefault(i, [])
                if text not in parts:
                    parts.append(text)
    return joined


def _below_filled(rows: Rows, number: int, bottom: int, index: int) -> bool:
    return any(
        index < len(rows[lower]) and shown(rows[lower][index]).strip()
        for lower in range(number + 1, bottom + 1)
    )
