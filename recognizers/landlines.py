"""Whose a fixed line is, and when even a mobile number is an office's.

Hardly anybody is called at home on a fixed line any more: most are switchboards of agencies, schools, shops. What stands
before the number in its sentence decides, the nearest word first: an office, a rank or a post against a person or a home.
"""

from __future__ import annotations

import re

from recognizers.folding import Folded, key_of
from recognizers.organisations import belongs_to_organisation

#: Switchboards and lines that only organisations have, mobile or not.
_COMMON_LINE = re.compile(
    r"(?<![a-z])(?:hotline|duong day nong|tong dai|truc ban|so (?:dung )?chung|zalo oa|(?:sim|zalo|so|sdt|dt|dien thoai)(?: cua)? (?:cong ty|cty|shop|cua hang|co quan|quay))(?![a-z])[^\n\d;.]{0,12}\Z"
)
_OFFICE = (
    r"bao chi|(?:nguoi|can bo|nhan vien|chuyen vien) phu trach|tin dung|giao dich vien|goi (?:ra|di) duy nhat|truc(?: ban)?|tong dai|hotline|duong day nong|dat (?:lich|hen|ban|ve|hang)|ban (?:quan ly|giam doc|giam hieu|to chuc|chi huy|quan tri)|bql|bgh|bgd"
    r"|cham soc khach hang|cskh|van thu|le tan|(?:phong|quay) ve|tiep (?:nhan|dan)|thac mac|ho tro|tu van|hanh ly|tuyen sinh|bao hanh|khieu nai|phan anh"
    r"|(?:phong|khoa|to|doi|ban|bo phan|quay|tram|hat|don)(?! so)(?: [a-z]{2,9}){0,3} ?[:\-–(]|(?:dt|sdt|dien thoai|so|goi|lien he)(?: so)? (?:phong|khoa|doi|tram|truong|don vi|co quan|nha truong|toa|ca|truc|van phong|vp|trung tam|tt|cong ty|cty|bv|benh vien)"
    r"|nha truong|truong (?:thpt|thcs|th|tieu|mam|mn|dai|cao|trung)|truong(?= ?:)|thu vien|bao tang|buu dien|dien luc|cap nuoc|kho bac|chi cuc|cuc thue|dong thue|doi thue|dai ly thue"
    r"|ubnd|uy ban|cong an|ca (?:phuong|xa|quan|huyen|tinh|tp|thanh pho)|csgt|csqlhc|canh sat|toa an|tand|vien kiem sat|vks|thi hanh an|thads"
    r"|benh vien|bv|tram y te|phong kham|trung tam|ttyt|nha thuoc|van phong|vp|cong ty|cty|chi nhanh|pgd|ngan hang|shop|cua hang|quan (?:an|com|pho|cafe|ca phe)|nha hang|khach san"
    r"|nha xe|gara|garage|sieu thi|toa soan|bao hiem xa hoi|qlhc|buu cuc|ks(?= [a-z])|pk(?= )|giai phong mat bang|mot cua|co quan|don vi|tru so|ke toan(?= ?:)|thu quy(?= ?:)|thu kho(?= ?:)|van tai(?= ?:)|ban hang|kinh doanh|nha may|xi nghiep|khu cong nghiep|kcn|tong kho"
    r"|(?:info|contact|privacy|press|sales|support|admin|booking|office)@[\w.\-]+|(?:embassy|consulate|hotel|school|hospital|university|clinic|office|company)(?![a-z])"
    r"|(?:reception|front|help|service|information) ?desk|reception(?![a-z])|switchboard|helpline|(?:people|management|support|sales|service|care|hr|booking|reservations?|study|project) (?:team|office|dep(?:artmen)?t)"
    r"|service cent(?:er|re)s?|showroom|dealers?|head office|registered office|branch(?:es)?|customer (?:care|service)|dai ly|nha phan phoi"
    r"|(?:phong|ban) (?:vat tu|dao tao|hanh chinh|to chuc|ke hoach|kinh doanh|nhan su|tai chinh|ky thuat|cong tac|noi (?:vu|chinh)|kinh te|giao duc|y te|van hoa|dau tu|truyen thong|phap che|khach hang|ke toan|nong nghiep|tu phap)"
    # posts and ranks before a name
    r"|cong chuc|can bo(?! (?:huu|nghi))|dong chi|d/c|thieu (?:uy|ta)|trung (?:uy|ta)|thuong (?:uy|ta)|dai (?:uy|ta)|hieu truong|dieu tra vien|chap hanh vien|tham phan|thu ky"
)
_PERSON = (
    r"ong|ba|anh|chi(?! (?:cuc|nhanh|tiet|phi|bo))|em|co|chu(?! (?:y|tich|quan))|bac(?! si)|di|cau|mo|thim|vo|chong|me|bo(?! phan)|con|chau|nguoi (?:nha|than|thue|mua|ban|vay|nop|khai|benh|bao|nhan|gui|lien he)"
    r"|than nhan|gia dinh|chinh chu|chu (?:nha|ho|xe|tro|dat|tai khoan)|khach(?: hang)?|phu huynh|benh nhan|hoc sinh|sinh vien|nha rieng|nha|(?<!khach hang )ca nhan|cua toi|tai nha|ho (?:va )?ten|sinh|cccd|cmnd|can cuoc|thuong tru|tam tru"
    r"|hktt|tu tru|tru tai|ngu tai|noi o|nhan vien"
)
_OWNER = re.compile(rf"(?<![a-z])(?:(?P<office>{_OFFICE})|(?P<person>{_PERSON}))(?![a-z])")
_TITLES = frozenset(
    {
        "ong",
        "ba",
        "anh",
        "chi",
        "em",
        "co",
        "chu",
        "bac",
        "di",
        "cau",
        "mo",
        "thim",
        "vo",
        "me",
        "bo",
        "con",
        "chau",
        "sinh",
        "nha",
    }
)
_HOME = re.compile(
    r"(?<![a-z])(?:nha rieng|ca nhan|cua toi|(?:tai|o) nha|(?:may|dien thoai|dt|sdt|so)(?: (?:ban|co dinh))? (?:o )?nha"
    r"(?! (?:truong|hang|thuoc|xe|van|may|sach|tro)))[^\n\d]{0,10}\Z"
)
_AFTER = re.compile(
    r"[ ,–\-]{0,4}(?:\(?(?:ext|may le|so le|nhanh|noi bo|so noi bo|bam (?:phim|so|nhanh|may le))(?![a-z])"
    r"|[,;/\-–|(][ ]{0,2}(?:e-?mail:? ?)?(?:[\w.\-]{2,30}@[\w.\-]*gov\.vn|www\.|http"
    r"|(?:info|contact|hotro|cskh|support|lienhe|vanthu|office|sales|tuyensinh|admin)@)"
    r"|[ ,–\-(]{1,3}(?:gap (?:phong|d/c|dong chi|can bo|bo phan|co van thu|le tan|bac si|bs)|gio hanh chinh|trong gio|24/7|trong \d+ (?:ngay|thang) ke? ?tu|employer))"
)
#: "02733.918.224 (nhà)"
_AT_HOME = re.compile(
    r"[ ]{0,2}[(\-–][ ]?(?:so |may |dt )?(?:(?:o |tai )?nha(?: rieng)?|rieng|ca nhan)[ ]?(?:[),;\n]|\Z)"
)
_SENTENCE = re.compile(r"[.;!?](?=[\s ])|\n|\x1e")
_LABEL = re.compile(
    r"(?<![a-z])(?:lien he|lh|thong tin bao|moi chi tiet|chi tiet xin)(?![a-z])[^\n\d]{0,24}\Z"
)
_REACH = 110
#: "Liên hệ …" at the end of a notice speaks of whose notice it is.
_NOTICE = 180
_OFFICES, _PERSONS = "office", "person"


def says_home(before: str) -> bool:
    """Return whether the words that end right before a number call it the one at home."""
    return _HOME.search(key_of(before)) is not None


def says_office(text: str) -> bool:
    """Return whether a stretch of text names an office, a rank or a post."""
    return any(owner["office"] is not None for owner in _OWNER.finditer(key_of(text)))


def is_common_line(folded: Folded, start: int) -> bool:
    """Return whether a number that begins at ``start`` is said to be a hotline or a switchboard."""
    return _COMMON_LINE.search(folded.key, max(0, start - 36), start) is not None


def is_offices(folded: Folded, start: int, end: int) -> bool:
    """Return whether the fixed line at ``[start:end]`` is an office's and not somebody's at home."""
    if _HOME.search(folded.key, max(0, start - 24), start):
        return False
    if _AT_HOME.match(folded.key, end):
        return False
    if _AFTER.match(folded.key, end) or belongs_to_organisation(folded, start):
        return True
    begin = max(0, start - _REACH)
    for mark in _SENTENCE.finditer(folded.text, begin, start):
        if mark.end() < start - 1:
            begin = mark.end()
    nearest = _nearest(folded, begin, start)
    if not nearest and _LABEL.search(folded.key, begin, start):
        nearest = _nearest(folded, max(0, start - _NOTICE), start, alone=True)
    return nearest == _OFFICES


def _nearest(folded: Folded, begin: int, start: int, *, alone: bool = False) -> str:
    """Return whether the last owner named in a stretch is an office or a person; "" if nobody is named.

    With ``alone`` one word for a person anywhere in it is enough.
    """
    nearest = ""
    for owner in _OWNER.finditer(folded.key, begin, start):
        if owner["office"] is not None:
            nearest = _OFFICES
        elif _is_said(folded, owner):
            nearest = _PERSONS
            if alone:
                break
    return nearest


def _is_said(folded: Folded, owner: re.Match[str]) -> bool:
    """Return whether a word for a person is one, and no part of a name or of a longer word of another accent."""
    word = owner["person"]
    if word not in _TITLES:
        return True
    written = folded.text[owner.start() : owner.end()]
    return written.isascii() or written.lower() in _WRITTEN


_WRITTEN = frozenset(
    (
        "ông",
        "bà",
        "chị",
        "cô",
        "chú",
        "bác",
        "dì",
        "cậu",
        "mợ",
        "thím",
        "vợ",
        "mẹ",
        "bố",
        "cháu",
        "nhà",
        "sinh",
        "con",
        "anh",
        "em",
    )
)
