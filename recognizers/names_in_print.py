"""Names that print carries and that tell nothing of anybody: players of a match, authors of books, streets of a route.

Also what is named after people without a word for a road before it ("bãi xe Phan Thúc Duyện"), days of the week and
subjects of a timetable written without accents, and ordinary words of which one half is a given name ("Tuyên ngôn").
Only names found by their shape or by the witness are asked about: who has a label or a form of address is somebody.
"""

from __future__ import annotations

import re
from itertools import islice

from recognizers.folding import Folded
from recognizers.name_compounds import compounds
from recognizers.name_surroundings import NameSpan
from recognizers.names import keys
from recognizers.word_sets import word_set
from recognizers.words import LOWER, MARK, NUMBER, TITLE, Words, is_plain

#: Codes of names that stand by themselves.
_BY_SHAPE = frozenset({"person_shape", "person_witness", "person_context", "person_birth", "person_speaker"})
_DAYS = word_set("hai ba tư năm sáu bảy")
_DAY_KEYS = keys(_DAYS)
_SUBJECTS = keys(
    word_set(
        "toán văn anh sử địa lý lí hóa hoá sinh tin nhạc họa thể sinh_hoạt mĩ mỹ kỹ công gdcd tiếng chào ngữ vật"
    )
)
#: Among so many different subjects of a school words are subjects.
_TIMETABLE = 3
#: Behind a name on the field: "12'", "90'+2", "(45+1')".
_MINUTE = re.compile(r"\s?\(?\d{1,3}(?:\s?\+\s?\d)?['’′`](?!\d)|,? ?\(?phut (?:thu )?\d{1,3}(?!\d)")
_ON_THE_FIELD = re.compile(
    r"(?<![a-z])(?:doi hinh|ty so|ti so|ghi ban|kien tao|v-?league|hiep (?:1|2|mot|hai)|thu mon|tien dao|hau ve|tien ve|trung ve|"
    r"penalty|phat den|phat goc|cu dup|hat-?trick|phut (?:thu )?\d{1,3}|doi tuyen (?:viet nam|quoc gia|nu|u\d\d)|sea games|aff cup|"
    r"asian cup|world cup|chuyen bong|can pha|mo ty so|go hoa|the do|the vang|vong loai|ban thang|chan thuong phai)(?![a-z])"
)
_BOOKS = re.compile(
    r"(?<![a-z])(?:nxb|nha xuat ban|isbn|tai lieu tham khao|giao trinh|chu bien|tap chi|tai ban|"
    r"university press|proceedings|journal)(?![a-z])|(?<![a-z])(?:tr|pp|tap|vol)\. ?\d"
)
_HEADING = re.compile(r"(?m)^[ \dIVXivx.)]*tai lieu tham khao[ .:]*$")
_MOST_BOOKS = 60
#: A text with so many different words of the field reports a match.
_REPORT = 3
#: An author opens the entry of a book, alone or behind others; a year, the editor's mark or the title follows.
_OPENS_ENTRY = re.compile(
    r"(?:^|[\n;]|\d\]|\d[.)]|tham khao:|giao trinh:)[ \d.)\[\]\-•]{0,8}(?:[a-z .]{4,30}[,&] ?|[a-z .]{4,30} (?:va|and) ){0,3}$"
)
_OF_AN_AUTHOR = re.compile(r"[ ,]{0,2}\((?:(?:chu|dong chu) bien|tuyen chon|dich|(?:19|20)\d\d)")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
#: Between the title of a work and who made it, or before who made it: "Sóng" của …, "Chiếc lược ngà" (…), nhạc và lời: …
_OF_A_WORK = re.compile(r"[\"”»’'][ ]?(?:\(|cua (?:nha tho |nha van |nhac si |hoa si |tac gia )?|[-–,] ?)\Z")
_MADE_BY = re.compile(
    r"(?<![a-z])(?:nhac va loi|nhac|loi|tho|nhac si|nha tho|nha van|hoa si|dao dien|dich gia)[ ]?:?[ ]\Z"
)
_WORKS = re.compile(
    r"(?<![a-z])(?:bai (?:tho|hat|ca|van)|ca khuc|tac pham|truyen(?: ngan| dai)?|tieu thuyet|van ban|nhac va loi|nhac si|nha tho|"
    r"nha van|tap (?:tho|truyen)|buc tranh|hoa si|vo (?:kich|cheo|tuong)|cai luong|doan trich|trich|ngam|tho|song ca|giong)(?![a-z])"
)
#: A year long before anybody living, as a date is written.
_LONG_AGO = re.compile(
    r"(?:(?<![a-z])(?:nam|thang|tu|den|in|by)[ ]|/|[(\-–][ ]?)(?P<year>1[0-8]\d\d)(?!\d|[.,]\d|[ ]?(?:m2?|kg|ha|km|dong|nguoi|ho|usd|vnd)(?![a-z]))"
)
_LIFE = re.compile(
    r"[ ]?\((?:[^()\n]{0,30}[ ;])?(?:1[0-8]\d\d|190\d|191\d)[ ]?[-–][ ]?(?:[^()\n]{0,20} )?(?:1[0-8]\d\d|19[0-5]\d|\?)\)"
)
#: Told of the living also where history is told: "Nguyễn Văn Tư, 72 tuổi", "…, ngụ thôn 3".
_LIVING = re.compile(
    r"[ ]?[,(–-][ ]?(?:\d{1,3} tuoi|sinh nam (?:19[3-9]|20)|ngu |tru |o (?:thon|xom|ap|to) |hien |chu tich|giam doc|truong )"
)
#: Somebody's own data on a line of print make its people private again.
_OWN = re.compile(
    r"(?<![a-z])(?:lop \d|sdt|dt|dien thoai|cccd|cmnd|can cuoc|ngay sinh|sinh nam|sinh ngay|thuong tru|tam tru|so tai khoan|stk|"
    r"hop dong|nhuan but|chuyen khoan|hoc sinh|sinh vien|phu huynh|khach hang)(?![a-z])|(?<!\d)0\d{8,11}(?!\d)|\d[ .]\d{3}[ .]\d{3}"
)
#: Before a row of roads.
_ROUTE = re.compile(
    r"(?<![a-z])(?:lo trinh|cac (?:tuyen )?(?:duong|pho)|(?:nhieu|mot so|cac) tuyen|tuyen (?:duong|pho|xe|buyt)|nga (?:tu|ba|nam|sau)|"
    r"nut giao|luot (?:di|ve)|huong tuyen|cam (?:xe|duong)|phan luong|un tac|ket xe|tac duong)(?![a-z])"
    r"(?:(?! (?:ong|ba|anh|chi|em|chau|tai xe|gap|nha|va cham)(?![a-z]))[^\n.;!?]){0,160}$"
)
_NEXT_ON_ROUTE = re.compile(r"\s?(?:[,;.)]|-|–|va |$|\n|keo dai|den |toi |bi |theo )")
#: Before a name of at most two words these make it a shop's, a team's, a place's.
_NAMED_THINGS = word_set("""
bãi_xe nhà_xe gara garage đại_lý nhãn_hiệu nhãn_hàng câu_lạc_bộ lạc_bộ clb bóng_đá di_tích đền_thờ vựa salon karaoke nhà_nghỉ homestay
resort villa phòng_khám nha_khoa nhà_thuốc quầy_thuốc trang_trại nông_trại cảng cầu_vượt hầm_chui studio phở bún
cà_phê cafe sân_bóng sân_golf sân bãi_tắm du_lịch hội_trường xe_khách hãng_xe hãng_taxi taxi đội_bóng ca_đoàn nhà_sách hiệu_sách
hiệu_vàng tiệm_vàng hiệu_ảnh lò_bánh bánh_mì nước_mắm xi_măng phân_bón thuốc_trừ áo_dài nhóm_nhạc ban_nhạc đoàn_kịch đoàn_chèo
cải_lương đoàn_phim nhà_may vở_kịch vở_chèo bài_hát ca_khúc bản_nhạc bài_thơ lăng miếu thành_cổ cửa_khẩu thủy_điện
nhiệt_điện hồ_chứa nông_trường lâm_trường ngọn_núi gạo kênh rạch phim thôn ấp
""")
#: The same without accents, as far as they are no other words then.
_NAMED_THINGS_PLAIN = keys(frozenset(word for word in _NAMED_THINGS if "_" in word)) | word_set(
    "gara garage clb salon karaoke homestay resort villa studio cafe taxi"
)
_MOST_OF_A_THING = 2
_LINE = 300


def is_printed(w: Words, span: NameSpan) -> bool:
    """Return whether a name is one of print, of the map or of the calendar, and nobody's the paper is about."""
    if _is_half_a_word(w, span) or _is_day(w, span):
        return True
    if span.code not in _BY_SHAPE:
        return False
    if _in_timetable(w, span):
        return True
    key = w.folded.key
    start, end = w.start[span.first], w.end[span.last - 1]
    begin = key.rfind("\n", max(0, start - _LINE), start) + 1 or max(0, start - _LINE)
    close = key.find("\n", end, end + _LINE)
    line = key[begin : close if close >= 0 else end + _LINE]
    before, behind = key[begin:start], key[end : end + 40]
    if _is_thing(w, span):
        return True
    if _OWN.search(line):
        return False
    if _MINUTE.match(behind) or (
        _ON_THE_FIELD.search(line) and w.folded.memo("match report", _is_match_report)
    ):
        return True
    if _YEAR.search(line) and (_BOOKS.search(line) or w.folded.memo("list of books", is_bibliography)):
        return _OPENS_ENTRY.search(before) is not None or _OF_AN_AUTHOR.match(behind) is not None
    if _LIFE.match(behind) or (
        w.folded.memo("history", is_history) and tells_of_long_ago(line) and not _LIVING.match(behind)
    ):
        return True
    if _MADE_BY.search(before) or (_OF_A_WORK.search(before) and _WORKS.search(line)):
        return True
    if span.last - span.first < 2 or not _NEXT_ON_ROUTE.match(behind):
        return False
    return _ROUTE.search(before) is not None


def is_bibliography(folded: Folded) -> bool:
    """Return whether a text lists books: under that heading, or with several publishers."""
    key = folded.key
    if "tai lieu tham khao" in key and _HEADING.search(key):
        return True
    return len({match.group() for match in islice(_BOOKS.finditer(key), _MOST_BOOKS)}) >= _REPORT


def is_history(folded: Folded) -> bool:
    """Return whether a text tells of times long past: of different years before 1900."""
    return len({match["year"] for match in _LONG_AGO.finditer(folded.key)}) > 1


def tells_of_long_ago(line: str) -> bool:
    """Return whether a line, given as its key, names a year long before anybody living."""
    return _LONG_AGO.search(line) is not None


def _is_match_report(folded: Folded) -> bool:
    """Return whether a text speaks of a match in many words."""
    return len({match.group() for match in _ON_THE_FIELD.finditer(folded.key)}) >= _REPORT


def _is_half_a_word(w: Words, span: NameSpan) -> bool:
    """Return whether the first word belongs to the one before it, or one word alone to the one behind: "Tuyên ngôn"."""
    if span.code not in ("person_witness", "person_title"):
        return False
    first, last = span.first, span.last
    pairs = compounds(is_plain(w.folded))
    if (
        first
        and w.kind[first] == LOWER == w.kind[last - 1]
        and w.gap[first] == 1
        and f"{w.low[first - 1]}_{w.low[first]}" in pairs
    ):
        return True
    if (
        last >= w.size
        or w.gap[last] != 1
        or w.kind[last] != LOWER
        or f"{w.low[last - 1]}_{w.low[last]}" not in pairs
    ):
        return False
    if span.code == "person_title":  # "Con cháu đỗ đại học"
        return last - first > 1 and all(w.kind[i] == LOWER for i in range(first, last))
    return last - first == 1 and w.kind[first] in (LOWER, TITLE)


def _is_day(w: Words, span: NameSpan) -> bool:
    """Return whether it is a day of the week: "thứ Sáu", "Thu Ba: …" where other days stand in the text."""
    first = span.first
    if span.last - first == 1:
        while (
            first > 1
            and w.low[first] in _DAYS
            and w.text[first - 1] in (",", "-")
            and w.low[first - 2] in _DAYS
        ):
            first -= 2  # "thứ Hai, Tư, Sáu"
        return first > 0 and w.low[first - 1] == "thứ" and w.low[first] in _DAYS
    if span.last - first == 2 and w.low[first] == "thứ" and w.low[first + 1] in _DAYS:
        return True
    if span.last - first != 2 or w.low[first] != "thu" or w.low[first + 1] not in _DAY_KEYS:
        return False
    days = {
        w.low[i + 1]
        for i in range(w.size - 1)
        if w.low[i] == "thu" and w.gap[i + 1] == 1 and w.low[i + 1] in _DAY_KEYS
    }
    return len(days) > 1


def _in_timetable(w: Words, span: NameSpan) -> bool:
    """Return whether words of a name, and most of those around it, on the line and the lines beside it, are subjects of a school."""
    if any(w.key[i] not in _SUBJECTS for i in range(span.first, span.last)):
        return False
    line = w.line[span.first]
    last = min(line + 1, len(w.line_ends) - 1)
    around = range(w.line_starts[max(line - 1, 0)], max(w.line_ends[last], w.line_ends[line]))
    alone = {
        w.key[i]
        for i in around
        if w.key[i] in _SUBJECTS and (i + 1 >= w.size or w.kind[i + 1] >= NUMBER or w.gap[i + 1] == 2)
    }
    return len(alone) >= _TIMETABLE


def _is_thing(w: Words, span: NameSpan) -> bool:
    """Return whether a short name stands behind what is called so: "nhà xe Phương Trang", "bãi xe Phan Thúc Duyện"."""
    first = span.first
    if first == 0 or w.gap[first] != 1 or w.kind[first - 1] >= MARK:
        return False
    plain = is_plain(w.folded)
    known, spelled = (_NAMED_THINGS_PLAIN, w.key) if plain else (_NAMED_THINGS, w.low)
    pair = f"{spelled[first - 2]}_{spelled[first - 1]}" if first > 1 else ""
    return span.last - first <= _MOST_OF_A_THING and (spelled[first - 1] in known or pair in known)
