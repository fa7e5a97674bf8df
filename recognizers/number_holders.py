"""Names beside numbers of people: "STK 060… Sacombank – VUONG MY DUNG", "lam tu anh 0912…", "079090… GIANG A SU".

Whoever writes down an account, a mobile phone or an identity number writes its holder beside it, in any case, with or without
accents and without any label. The place says that it is a name; a surname or capitals say which words, and branches, firms
and what the money is for are left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from recognizers.banks import BANK, BANK_OR_WALLET
from recognizers.folding import Folded, key_of
from recognizers.gazetteer import DISTRICT, PROVINCE, gazetteer
from recognizers.name_compounds import compounds
from recognizers.names import name_sets
from recognizers.word_sets import word_set

_NUMBER = re.compile(r"(?<![\w./\-])\d(?:[ .\-]?\d){7,18}(?![\w/%]|[.,]\d)")
#: A mobile phone, or an identity number by its province and century.
_PERSONAL = re.compile(r"(?:84|0)[35789]\d{8}|0(?:0[1-9]|[1-9]\d)[0-3]\d{8}")
_BRANCH = r"(?:,? ?[-–(]? ?(?:cn|chi nhanh|pgd|phong giao dich) [^-–,;:|()\n\d]{0,30}\d{0,2})?"
_BANK_NAME = rf"(?:tai |o |mo tai |ngan hang |nh )*(?:{BANK_OR_WALLET}|(?:ngan hang|nh) [a-z]+(?: [a-z]+){{0,3}}?(?= ?[-–,;:|(]))(?: bank)?{_BRANCH}"
_SEP = r"[ ]{0,3}[\-–,;:(|/.]?[ ]{0,3}"
#: What a birth is told by, behind a name: ", sn 90", " sinh ngày 12/3/1990".
_BORN = re.compile(
    r"[ ](?:sinh|sn|ns)(?: ngay| nam| thang)?[ :.]{0,2}(?:\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4}|(?:19|20)\d\d|[4-9]\d)(?!\d)"
)
#: Behind a number: its bank, if it stands there, and where the name begins.
_BEHIND = re.compile(
    rf"(?:{_SEP}{_BANK_NAME}\)?)?{_SEP}(?:(?:ten|chu tk|chu tai khoan|ctk|cua|mang ten|dung ten)[ :]{{1,2}})?(?=[a-z])"
)
_ACCOUNT = re.compile(r"(?<![a-z])(?:s?tk|tai khoan|a/c|acc|account|ck|chuyen khoan|momo)(?![a-z])")
_AT_BANK = re.compile(rf"{BANK}|{BANK_OR_WALLET}")
_REACH = 48
_LINE = 160
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_BETWEEN = re.compile(
    r"[ ]{0,2}[\-–,;:(|/]?[ ]{0,2}(?:(?:so )?(?:s?tk|tai khoan|s?dt|sdt|tel|zalo|dien thoai|cccd|cmnd)(?: so)?[ :.]{1,2})?\Z"
)
_LAST_WORD = re.compile(rf"{_WORD.pattern}\Z")
_MARKS = frozenset(".;:,(|-–/")
_LEAD = re.compile(
    rf"(?<![a-z])(?:s?tk|tai khoan|cho|gui|ck|den|vao|toi|tra|cua|ten|ong|ba|anh|chi|em|co|chu|bac|vo|chong|me|bo|con|kh|khach|nguoi nhan|lh|lien he|goi|gap|ship|giao|zalo|s?dt|sdt|[0-9]{{1,3}}|{BANK_OR_WALLET})\Z"
)
#: A firm whose name goes on in the next line.
_FIRM = re.compile(r"(?<![a-z])(?:cong ty|cty|tnhh|doanh nghiep|hop tac xa|truong)(?![a-z])[^.;:,\n]*\Z")
#: Behind a name: the end of what is said.
_END = re.compile(
    r"[ ]?(?:$|[\n,;)(|\-–/]|[.:!?](?!\d)|[ ]{2}| (?:nhaa?|nhe|nghen?|a|da|voi|giup|ho|gium|dum|truoc|luon)(?=[ ]?(?:$|[\n,;.!?)]))| (?:noi dung|nd|sdt|dt|cccd|so (?:dt|tk|cccd|dien))(?![a-z])"
    rf"|{BANK_OR_WALLET})"
)
#: What is said behind a number that is no name: words, and words of two syllables that begin it.
_OTHERS = word_set("""
cty tnhh cp ctcp htx shop ubnd doanh dntn vpcc benh cn pgd nd stk tk momo zalo ck bank online spa hotline sdt dt
""")
_OTHER_PAIRS = word_set("""
cong_ty truong_hoc truong_th truong_thpt truong_thcs truong_mam truong_dai truong_cao quy_vi quy_lop quy_tu quy_ho hoi_phu hoi_chu hoi_nong
ban_quan ban_lien ban_dai ban_giam trung_tam cua_hang tiem_vang kho_bac chi_nhanh dich_vu xay_dung thuong_mai noi_dung
so_tien chuyen_khoan thanh_toan tien_coc tien_nha dat_coc tien_hang tien_hoc hoc_phi mua_hang tra_no gop_von truoc_ngay sau_khi de_em cho_em cho_anh
ung_ho lien_he van_phong phong_giao giao_dich dien_luc cap_nuoc tien_dien tien_nuoc an_trua van_chuyen bao_hiem cao_cap
nhan_luong nhan_tien nhan_hang thu_huong chi_luong tra_luong giai_ngan trich_no ho_tro khach_hang tu_van mien_phi dat_nen gia_re phong_kham da_khoa cho_thue can_thue giao_hang dat_hang dat_ban dat_phong dat_ve
dat_lich dat_xe giao_tan lop_hoc ho_boi ho_ca dong_ho quan_com quan_an quan_ly quan_ca nha_thuoc nha_hang nha_nghi khach_san
van_hoa van_tai vu_viec do_choi trang_tri trang_phuc trang_suc may_lanh may_moc ky_thuat sua_chua
tin_dung ngan_hang tong_dai tiep_nhan truc_ban cuu_ho cuu_thuong bao_ve lai_xe tuyen_dung phu_tung phu_kien hoa_don
tra_sua tra_chanh banh_mi bun_bo pho_bo com_tam nuoc_uong co_khi co_so co_quan tap_hoa luu_niem du_lich dao_tao
""")
#: Forms of address that are surnames, too.
_ADDRESSED = word_set("ông bà anh chị cô bác em ong ba chi co bac")
#: Middle names that nothing else stands before, so that any given name may follow.
_MARKERS = word_set("thị thi văn van")
_MOST_WORDS = 5
_LEAST_WORDS = 3
_LEAST_AT_BANK = 2


def number_holders(folded: Folded) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the names beside numbers and before births in ``folded.text``."""
    key, text = folded.key, folded.text
    for born in _BORN.finditer(key) if " s" in key or " ns" in key else ():
        line = _line_start(text, born.start())
        if span := _name_before(folded, line, born.start() + 1, _LEAST_WORDS):
            yield span
    for number in _NUMBER.finditer(text):
        line = _line_start(text, number.start())
        stop = text.find("\n", number.end(), number.end() + _LINE)
        stop = min(len(text), number.end() + _LINE) if stop < 0 else stop
        before = key[max(line, number.start() - _REACH) : number.start()]
        at_bank = _AT_BANK.search(before)
        behind = bool(at_bank or _AT_BANK.search(key, number.end(), min(stop, number.end() + _REACH)))
        personal = _PERSONAL.fullmatch("".join(filter(str.isdigit, number.group()))) is not None
        if not behind and not personal:
            continue
        least = _LEAST_AT_BANK if behind else _LEAST_WORDS
        if span := _name_before(folded, line, number.start(), least):
            yield span
        begin = _BEHIND.match(key, number.end())
        if begin is None or not (
            personal or at_bank or _ACCOUNT.search(before) or _AT_BANK.search(key, number.end(), begin.end())
        ):
            continue
        between = begin.group()
        marked = behind and (between.rstrip()[-1:] in _MARKS or not any(map(str.isalpha, between)))
        if end := _name_end(folded, begin.end(), stop, least, marked=marked):
            yield begin.end(), end


def _line_start(text: str, position: int) -> int:
    """Return where the line of a position begins, or a place far enough before it: lines of data files are long."""
    nearest = max(0, position - _LINE)
    return max(nearest, text.rfind("\n", nearest, position) + 1)


def _name_before(folded: Folded, line: int, stop: int, least: int) -> tuple[int, int] | None:
    """Return the name that ends right before a number at ``stop``: "Le Thi An - STK 060…"."""
    text, key = folded.text, folded.key
    between = _BETWEEN.search(key, max(line, stop - 30), stop)
    if between is None:
        return None
    spans: list[tuple[int, int]] = []
    at = between.start()
    while len(spans) < _MOST_WORDS and (word := _LAST_WORD.search(text, max(line, at - 20), at)) is not None:
        spans.insert(0, word.span())
        at = word.start() - 1
        if at < line or text[at] != " ":
            break
    for first in range(len(spans) + 1 - least):
        start = spans[first][0]
        lead = key[line:start].rstrip(" ")
        if not lead and text[line - 1 : line] == "\n" and _FIRM.search(key, max(0, line - 60), line - 1):
            return None
        if (not lead or lead[-1] in _MARKS or _LEAD.search(lead)) and _is_name(
            [text[a:b] for a, b in spans[first:]]
        ):
            return start, spans[-1][1]
    return None


def _name_end(folded: Folded, start: int, stop: int, least: int, *, marked: bool) -> int:
    """Return where the name that begins at ``start`` ends, or 0; ``marked``: nothing but a holder stands there."""
    text = folded.text
    spans: list[tuple[int, int]] = []
    at = start
    while len(spans) <= _MOST_WORDS and (word := _WORD.match(text, at, stop)) is not None:
        if spans and _END.match(folded.key, at - 1, stop):
            break
        spans.append(word.span())
        at = word.end() + 1
        if text[word.end() : at] != " ":
            break
    if not least <= len(spans) <= _MOST_WORDS or _END.match(folded.key, spans[-1][1], stop + 1) is None:
        return 0
    words = [text[first:last] for first, last in spans]
    return spans[-1][1] if _is_name(words, marked=marked) else 0


def _is_name(words: list[str], *, marked: bool = False) -> bool:
    """Return whether words are a surname and what follows it; where ``marked``, capitals need only one of them."""
    lows = [word.lower() for word in words]
    keys = [key_of(low) for low in lows]
    low, key = " ".join(lows), " ".join(keys)
    accented = low != key
    read = lows if accented else keys
    pairs = [f"{a}_{b}" for a, b in pairwise(read)]
    if (
        read[0] in _ADDRESSED
        or not _OTHERS.isdisjoint(keys)
        or f"{keys[0]}_{keys[1]}" in _OTHER_PAIRS
        or any(pair in compounds(plain=not accented) for pair in (pairs if accented else pairs[:1]))
        or gazetteer().levels(low, key) & (PROVINCE | DISTRICT)
    ):
        return False
    surnames, parts, streets = _parts(accented)
    if marked and all(word[0].isupper() for word in words):
        return read[0] in surnames or read[-1] in parts
    return (
        read[0] in surnames
        and (read[1] in _MARKERS or all(part in parts for part in read[1:]))
        and f"{read[0]}_{read[1]}" not in streets
    )


@cache
def _parts(accented: bool) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return surnames, middle and given names, and people streets are called after, with accents or without."""
    s = name_sets(not accented)
    if accented:
        return s.sure | s.strong | s.weak | s.ethnic, s.given | s.middles | s.ethnic, s.figures
    surnames = s.sure_keys | s.strong_keys | s.weak_keys | s.ethnic
    return surnames, s.given_keys | s.middle_keys | s.ethnic, s.figures
