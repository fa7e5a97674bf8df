"""Nations in running text that look like people: "nhà văn Na Uy", "người Đức", "Bảng A: Đức, Ý, Na Uy".

Half of them are given names, too ("Nga", "Đức", "Mỹ"): these need what says that a nation is meant, for "nhà báo Nga gọi lại"
and "hàng Đức gửi" tell of people.
"""

from __future__ import annotations

import re

from recognizers.folding import Folded
from recognizers.words import is_plain

#: Nations whose name nobody bears.
_NATION = re.compile(
    r"(?<!\w)(?:Tây Ban Nha|Bồ Đào Nha|Thổ Nhĩ Kỳ|Thụy Sĩ|Thụy Điển|Hy Lạp|Na Uy|Đan Mạch|Phần Lan|Hoa Kỳ|Trung Quốc|Nhật Bản|Hàn Quốc|Triều Tiên"
    r"|Ấn Độ|Mông Cổ|Bắc Ailen|Ai Cập|Ả Rập(?: Xê Út| Saudi)?|Séc|Hungary|México|Mexico|Brasil|Argentina|Châu Phi|Châu Âu|Châu Á|Châu Mỹ|Châu Đại Dương|Đông Âu"
    r"|Iran|Iraq|Israel|Pakistan|Myanmar|Maroc|Ukraina|România|Bulgaria|Bosna|San Marino|Đài Loan|Hồng Kông)(?!\w)"
)
#: Those that are given names, too.
_NATION_TOO = re.compile(r"Anh|Đức|Mỹ|Pháp|Nga|Ý|Áo|Bỉ|Úc|Lào|Hà Lan|Ba Lan|Thái Lan|Nhật|Hàn|Jordan")
_OF_A_NATION = re.compile(
    r"(?<!\w)(?:người|nước|tiếng|quân|thực dân|đế quốc|đảo chính|thuộc|đội tuyển|tổng thống|thủ tướng|ngoại trưởng|chính phủ|quốc hội|quân đội|cảnh sát"
    r"|hải quân|không quân|(?:bộ )?(?:ngoại giao|quốc phòng|tư pháp)|đại sứ quán|thủ lĩnh đối lập|giới chức)\s\Z",
    re.IGNORECASE,
)
#: What a nation does and nobody by that name alone: "Nga can thiệp bầu cử Mỹ".
_ACTS_AS_A_NATION = re.compile(
    r" (?:can thiệp (?:vào )?(?:cuộc )?bầu cử|xâm lược|áp thuế|cấm vận|rút quân|đô hộ|xâm chiếm|tuyên chiến|triển khai quân)(?!\w)"
)
#: Behind these stands a nation or who bears its name; what stands around says which.
_MAYBE_OF_A_NATION = re.compile(
    r"(?<!\w)(?:(?P<any>một|các|những|nhiều|nữ|nam|cựu|cố)\s|(?P<is>là)\s)?(?:hàng|đội|võ sĩ|cầu thủ(?: bóng (?:đá|rổ|chuyền))?|diễn viên|ca sĩ|nhạc sĩ|họa sĩ|thi sĩ"
    r"|đạo diễn|nhà (?:văn|thơ|báo|khoa học|toán học|vật lý|hóa học|y học|sử học|soạn nhạc|sinh học|kinh tế học|xã hội học)|kiến trúc sư|triết gia"
    r"|chính trị gia|vận động viên|tay vợt|tay đua|trọng tài)\s\Z",
    re.IGNORECASE,
)
#: Whose nation it is follows: "nhà văn Nga Lev Tolstoy", "kiến trúc sư Đức gốc Áo".
_NAMED = re.compile(r" (?:[A-ZĐÀ-Ỹ]|gốc )")
_ADDRESSED = re.compile(r"(?<!\w)(?:anh|chị|em|cháu|cô|chú|bác)\s\Z", re.IGNORECASE)
_OPENS = re.compile(r"(?:\A|[\n.:;!?\-–+•])\s*\Z")
_BACK, _REACH, _LONGEST, _OTHERS = 60, 14, 300, 2


def is_nation(folded: Folded, start: int, end: int) -> bool:
    """Return whether what was found as a name is a nation or half of one, alone or behind a trade: "nhà văn Na Uy"."""
    if is_plain(folded):
        return False
    text = folded.text
    *trade, last = text[start:end].split()
    if _NATION_TOO.fullmatch(text, start, end):
        return _is_meant(text, start, end)
    if trade and trade[-1].islower() and _NATION_TOO.fullmatch(last):
        return _is_meant(text, end - len(last), end)
    return any(
        nation.start() < end
        and end <= nation.end()
        and (start >= nation.start() or text[start : nation.start()].islower())
        and not _ADDRESSED.search(text, max(0, nation.start() - _BACK), nation.start())
        and not _is_share(text, nation)
        for nation in _NATION.finditer(text, max(0, start - _REACH), end + _REACH)
    )


def _is_meant(text: str, start: int, end: int) -> bool:
    """Return whether a nation is meant by a word that is a given name, too."""
    before = max(0, start - _BACK)
    if _OF_A_NATION.search(text, before, start) or _ACTS_AS_A_NATION.match(text, end):
        return True
    listed = _nations_beside(text, start, end, ":")
    if listed >= _OTHERS:
        return True
    maybe = _MAYBE_OF_A_NATION.search(text, before, start)
    return maybe is not None and bool(
        maybe["any"] or listed or _NAMED.match(text, end) or (maybe["is"] and text.startswith(" của", end))
    )


def _is_share(text: str, nation: re.Match[str]) -> bool:
    """Return whether a sentence begins with somebody's share: "Phần Lan để riêng, phần Nga đưa sau"."""
    return (
        nation[0] == "Phần Lan"
        and _OPENS.search(text, max(0, nation.start() - _BACK), nation.start()) is not None
        and _nations_beside(text, *nation.span(), "") < _OTHERS
    )


def _nations_beside(text: str, start: int, end: int, mark: str) -> int:
    """Return how many sure nations are named in the same line, to the same side of a mark."""
    begin = max(text.rfind(border, 0, start) for border in ("\n", mark or "\n")) + 1
    ends = [place for border in ("\n", mark or "\n") if (place := text.find(border, end)) >= 0]
    stop = min(ends, default=len(text))
    return len(_NATION.findall(text, max(begin, start - _LONGEST), min(stop, end + _LONGEST)))
