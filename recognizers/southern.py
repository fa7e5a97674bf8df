"""Southern spellings of the words papers are made of, read as the standard ones.

"Năm sanh", "người gởi", "giới tánh", "bịnh nhân" say what "năm sinh", "người gửi", "giới tính", "bệnh nhân" say; one
table here spares every list of labels a second spelling. Each pair has as many letters on both sides, so positions stay
what they are. Words that are names too (Sanh, Lãnh, Chánh, Nhơn, Gởi) are read so only beside the words they label with.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

#: Read so wherever they stand: nobody is called so.
_ALWAYS: Mapping[str, str] = {"bịnh": "bệnh", "lịnh": "lệnh", "mướn": "thuê", "tui": "tôi"}
#: word: (standard, words before it, what may follow it); one of the two is enough.
_BESIDE: Mapping[str, tuple[str, str, str]] = {
    "sanh": (
        "sinh",
        "ngày|ngay|năm|nam|nơi|noi|khai|giờ|gio|tháng|thang|tên khai",
        r"(?:(?:ngày|ngay|năm|nam|vào|vao|hồi|hoi|lúc|luc)[ \t]*:?[ \t]*\d|tại\b|nhật\b|nhựt\b|quán\b|:|\d)",
    ),
    "gởi": (
        "gửi",
        "người|ng|bên|kính|nơi|đã|ngày|bưu tá",
        r"(?::|hàng\b|tiền\b|cho\b|từ\b|tới\b|đến\b|qua\b|về\b)",
    ),
    "lãnh": ("nhận", "người|ng|bên|ký|kí|ngày|đã|được|đi", r"(?:lương|tiền|hàng|thuốc|hộ|giùm|thay)\b"),
    "keu": ("goi", "ten|thuong|hay|nha", r"la\b"),
    "tanh": ("tinh", "gioi", r"danh\b"),
    "kêu": ("gọi", "tên|thường|hay|nhà|số", r"là\b"),
    "chánh": ("chính", "hành|số|máy|nhân vật", r"(?:quán|thức|chủ|\))"),
    "tánh": ("tính", "giới|cá", r"danh\b"),
    "nhơn": ("nhân", "minh|bệnh|bịnh|cá|tư|nguyên|công|hôn", r"(?:dân|viên|khẩu|thân)\b"),
    "nhựt": ("nhật", "sinh|sanh|ngày", r"ký\b"),
    "thơ": ("thư", "chỉ|điện|hộp|bì|gửi|gởi", r"(?:điện tử|ký|mời|báo)\b"),
}


_SOUTHERN = re.compile(rf"\b(?:{'|'.join((*_ALWAYS, *_BESIDE))})(?![^\W_])", re.IGNORECASE)
_BEFORE = {
    word: re.compile(rf"(?<![^\W_])(?:{before})[ \t_]$", re.IGNORECASE)
    for word, (_, before, _) in _BESIDE.items()
}
_AFTER = {word: re.compile(rf"[ \t_]*{after}", re.IGNORECASE) for word, (_, _, after) in _BESIDE.items()}
_CAPITAL_BEFORE = re.compile(r"[^\W\d_]+[ \t]$")
_REACH = 12


def _like(written: str, standard: str) -> str:
    """The standard word in the capitals of the written one."""
    return "".join(new.upper() if old.isupper() else new for old, new in zip(written, standard, strict=True))


def _read(match: re.Match[str]) -> str:
    written = match.group()
    word = written.lower()
    if word in _ALWAYS:
        return _like(written, _ALWAYS[word])
    text, start = match.string, match.start()
    reach = max(0, start - _REACH)
    if not _BEFORE[word].search(text, reach, start) and (
        not _AFTER[word].match(text, match.end()) or _ends_a_name(text, reach, start, written)
    ):
        return written
    return _like(written, _BESIDE[word][0])


def _ends_a_name(text: str, reach: int, start: int, written: str) -> bool:
    """Whether a capitalised word stands behind another one: "Nguyễn Văn Sanh: 5 bao" is about Sanh."""
    before = _CAPITAL_BEFORE.search(text, reach, start)
    return before is not None and written[0].isupper() and before.group()[0].isupper()


def standard_spelling(text: str) -> str:
    """Return an NFC text with Southern label words in their standard spelling; every letter keeps its place."""
    return _SOUTHERN.sub(_read, text)
