"""What people write in a column of names where no person is named: departments, posts, shifts, machines' states.

"P. Kinh doanh", "Tổ cơ điện", "Giám đốc", "Helpdesk", "ca sáng", "chưa bổ nhiệm". Source: lists of organisations. A cell in
which a full name follows ("Tổ trưởng Nguyễn Văn A") is none of them; ``cells`` looks at that.
"""

from __future__ import annotations

import re

from recognizers.folding import key_of
from recognizers.names import name_sets

#: Words that begin the name of a part of an organisation; something has to follow.
_PARTS = (
    r"p\.|phòng|bộ phận|bp|ban (?=iso|quản|giám|tổ chức|điều|chỉ|kiểm|5s|qlda|hành|chấp|nhân|thư|bí|công|vận|liên)|tổ|đội|nhóm|khoa (?=cntt|khám|dược|chẩn|phục|truyền|mắt|da|răng|tai|ung|thận|tim|lao|vi sinh|nội|ngoại|sản|nhi|toán|lý|luật|kinh|y|dược|cấp|khám|xét|hồi|công|cơ|điện|xây|đào|sau)|bm|bộ môn|khối|trạm|kho|ca|kíp|team|group|phân xưởng|px|xưởng|chuyền|line|đoàn (?=thanh (?:niên|tra|thiếu)(?!\w)|xe|khách|kiểm|thể|tncs)|chi đoàn|chi bộ|"
    r"trung tâm|tt|vp|văn phòng|lớp|xe|máy|đơn vị|hội (?=phụ|nông|cựu|chữ|lhpn|ccb|đồng|người|khuyến)|clb|cửa hàng|cn|chi nhánh|công trường|công đoàn|shop|tiệm|tạp hóa|tạp hoá|đại lý|gas|nhà xe|"
    r"garage|gara|salon|spa|studio|cafe|quán|nhà thuốc|nhà sách|xưởng mộc|vựa|cơ sở|kiot|sạp|quầy|page|kênh|trưởng nhóm|sale miền|tập thể"
)
#: Posts and functions, whole.
_POSTS = (
    r"(?:phó |tổng |quyền |nguyên |trợ lý |thư ký )*(?:tổng )?(?:giám đốc|gđ|tgđ|pgđ|chủ tịch|bí thư|trưởng phòng|tp|trưởng ban|trưởng khoa|trưởng nhóm|tổ trưởng|tổ phó|đội trưởng|"
    r"trạm trưởng|hiệu trưởng|hiệu phó|thứ trưởng|bộ trưởng|cục trưởng|chi cục trưởng|vụ trưởng|viện trưởng|chánh văn phòng|chánh án|thẩm phán|quản lý|quản đốc|"
    r"kế toán trưởng|phó phòng|phó ban|thư ký|thủ kho|thủ quỹ)(?: (?:hđnd|hđqt|ubnd|sở|công ty|xã|phường|huyện|tỉnh|đơn vị|chi nhánh))?|"
    r"bảo vệ|lễ tân|tổng đài|kế toán(?: (?:thuế|tổng hợp|viên|kho|công nợ|thanh toán|tiền lương|bán hàng|nội bộ))?|văn thư|kinh doanh|kỹ thuật|hành chính|nhân sự|marketing|mkt|sales?|admin|hr|it|qa|qc|dba|cskh|helpdesk|help desk|support|"
    r"back office|front desk|infra|devops|call center|hotline|trực ban|cơ điện|kho vận|vận hành|kho|xưởng|văn phòng|toàn công ty|nội bộ|hệ thống|system|auto|bot|"
    r"tiếp tân|thu ngân|tạp vụ|giao nhận|kế hoạch|vật tư|thiết kế|dự án|bếp|bar|phục vụ|grab|gojek|xanh sm|shopee(?:food)?|lazada|tiki|ahamove|ghn|ghtk|viettel post|j&t"
)
#: States: nobody is named.
_STATES = (
    r"(?:chưa|không|đang|đã|hết|còn|tạm|để|chờ|tự|cần|theo|luân phiên)(?: \w+){1,4}|xoay (?:ca|vòng|tua)|đổi ca|luân (?:ca|chuyển)|trống|khuyết|vắng|nghỉ|chung|n/a|none|null|tbd|unknown|không|không có|"
    r"(?:nam|nữ) (?:chưa|không) rõ(?: \w+){0,2}|ca (?:sáng|chiều|tối|đêm|ngày|\d|[a-c])|cả (?:tổ|nhóm|lớp|nhà|đội)|khách (?:lẻ|vãng lai|lạ|quen|mua lẻ|vẫy|thập phương|đi lẻ)(?: \w+){0,5}|"
    r"người mua không lấy hóa đơn|nhiều (?:người|khách)|các \w+(?: \w+){0,3}|out of order|vacant|no[ -]show|not (?:in use|available|assigned)|(?:system|network) administrator|administrator|\w+ (?:service|account)|hủy|huỷ|đã hủy|đã huỷ|\d+ (?:hộ|người|khách|cháu|suất)"
)
#: Words that end the name of a firm, a team, a club.
_TAILS = re.compile(
    r"(?<!\w)(?:trading|logistics|import|export|import[ -]export|inc|ltd|co|corp|group|holdings|team|store|shop|mart|food|foods|fc|club|department|dept|office|"
    r"petrolimex|telecom|pharma|media|travel|tourist|hotel|resort|plaza|tower)\.?\Z",
    re.IGNORECASE,
)
_PART = re.compile(rf"(?:{_PARTS})(?:(?<=[ .])|[ .])\s*\S")
#: Written in capitals only ("Ch. Lan" is Mrs. Lan).
_CAPITALS = re.compile(r"(?:CH|KV|NPP|ASM|RSM|BQL|BQT|BCH|BGĐ|BGH|UBND|HĐND|ĐL|TTYT|CSGT|BCĐ)[ .]\s*\S")
_POST = re.compile(rf"(?:{_POSTS})\Z")
_STATE = re.compile(rf"(?:{_STATES})\Z")
#: Without accents some of these words begin names ("Ban", "Doan", "Ca", "To"); the long ones do not.
_PLAIN_PART = re.compile(
    r"(?:p\.|ban (?=iso|quan|giam|to chuc|dieu|chi|kiem|5s|qlda|hanh)|phong (?=kinh|ke|nhan|hanh|ky|vat|to)|bo phan|bp|nhom|team|phan xuong|px|xuong|van phong|shop|tiem|tap hoa|gas|garage|gara|salon|spa|"
    r"studio|cafe|cua hang|nha thuoc|nha xe|chi nhanh)(?:(?<=[ .])|[ .])\s*\S"
)
_PLAIN_POST = re.compile(rf"(?:{key_of(_POSTS)})\Z")
_PLAIN_STATE = re.compile(rf"(?:{key_of(_STATES)})\Z")


#: Before the title of a part of a list: "I. KHOA KHÁM BỆNH", "2) Tổ cơ điện".
_NUMBERED = re.compile(r"\A(?:[ivx]{1,4}|\d{1,2})[.)] ")
_SIGNS = re.compile(
    r"(?:người|nguoi) (?:lập|lap|ký|ky|duyệt|duyet|nhận|nhan|giao|nộp|nop|kiểm|kiem|phê|phe|thực hiện|đề nghị)(?: (?:biểu|bieu|bảng|phiếu|phieu|danh sách|tra|tra|tiền|hàng|duyệt))?|"
    r"(?:xác nhận|xac nhan|thủ trưởng|thu truong|tm\.|kt\.|t/m|k/t|đại diện|dai dien|giáo viên chủ nhiệm|gvcn)(?: .{2,40})?|"
    r"\(?(?:ký|ky|đã ký|da ky)[ ,].{0,40}\)?|\(?(?:ký|chữ ký)\)?"
)


def signs(text: str) -> bool:
    """Return whether a text says who signs below: "Người lập biểu", "Kế toán trưởng", "(Ký, ghi rõ họ tên)"."""
    lower = " ".join(text.split()).lower().rstrip(":")
    return (
        _SIGNS.fullmatch(lower) is not None
        or (_PLAIN_POST if lower.isascii() else _POST).match(lower) is not None
    )


def is_function(text: str) -> bool:
    """Return whether a text names a part of an organisation, a post or a state, whatever stands behind it."""
    lower = _NUMBERED.sub("", " ".join(text.split()).lower())
    plain = lower.isascii()
    part, post, state = (_PLAIN_PART, _PLAIN_POST, _PLAIN_STATE) if plain else (_PART, _POST, _STATE)
    return (
        (post.match(lower) is not None and not (plain and _reads_as_name(lower)))  # "Nguyen Truong Phong"
        or _CAPITALS.match(text) is not None
        or (
            state.match(lower) is not None
            and (text[1:].islower() or text.isupper())
            and not _reads_as_name(lower)
        )
        or part.match(lower) is not None
        or _TAILS.search(lower) is not None
    )


def _reads_as_name(lower: str) -> bool:
    """Return whether the words of a state or post may be a name: "CHƯA THỊ ĐÀO", "khong minh triet", "To Truong Phuong"."""
    first, *others = lower.split()
    if len(others) < _LEAST_OTHERS:
        return False
    if others[0] in _MIDDLES:
        return True
    sets = name_sets(plain=True)
    return (
        lower.isascii()
        and (first in sets.sure or first in sets.strong)
        and others[0] in sets.middles
        and others[-1] in sets.given
    )


_LEAST_OTHERS = 2
_MIDDLES = frozenset(("thị", "thi", "văn", "van"))
