"""Further words for those who act in office, as data for ``offices``: who does the paper's work, and teams named before their members.

All patterns read the folded key: no accents, lower case.
"""

from __future__ import annotations

#: What somebody does to the paper itself, or by profession to those it is about, behind "người".
_DOES = (
    r"lap(?=\s{0,3}[:/(]|$)|cham(?: cong| thi| diem)?|ra soat|trich(?: luc| sao| luc ho so)?|kham|tong hop|nhap(?: lieu| may| so lieu)?|"
    r"doi chieu|kiem ke|kiem dem|kiem soat|xu ly|giai quyet(?: ho so| don)?|thu ly|tham dinh|nhan ho so|nhan tin bao|soan(?: thao)?|"
    r"danh may|phat hanh|dieu tra|phong van|khao sat|giam sat|ghi phieu|ghi so|lap so|lap danh sach|vao so|tra so|quan ly(?: ho so| so)|"
    r"xet nghiem|doc ket qua|chi dinh|ra de|coi thi|chung thuc|cong chung|tiep nhan (?:ban dau|don|tin bao|va tra ket qua)"
)
MORE_ROLES = (
    rf"nguoi (?:{_DOES})|"
    r"thu kho|to truong|to pho|truong (?:ap|nhom|ca|ca truc|chuyen|vp|vpcc|bep|xom|doan kiem tra|ban kiem phieu|trung tam|phong kham|nha tre|phan xuong|buon|soc|lang|khom|cum)|"
    r"(?:bep|chuyen|kip|ca|xuong|khoa|nhom|buu cuc) truong|gd(?= (?:cty|cong ty|chi nhanh|cn|dn|htx|bv|dieu hanh|nhan su|ky thuat)|\s{0,2}[:.])|pgd|tgd|ptgd|ktt|kt truong|ke toan (?:vien|truong|tong hop|thanh toan)|"
    r"cb(?: (?:thu|lap|nhcs|tiep nhan|xu ly|ho tich|dia chinh|khao sat|dieu tra))?|cvqhkh|cv qhkh|qhkh|chuyen vien qhkh|"
    r"nhan vien (?:tin dung|ngan hang|thu ngan|giao dich|dieu tra|khao sat|thu no|xu ly no|cskh|ban hang|ky thuat|giam dinh|phong van|ghi chi so|thu cuoc)|"
    r"tu van (?:tai chinh|vien|bao hiem)|co van hoc tap|cvht|tham dinh vien|hoa giai vien|thanh vien hoi dong|tro giup vien(?: phap ly)?|"
    r"linh muc|muc su|cha (?:xu|so|chanh xu)|thuong toa|dai duc|hoa thuong|"
    r"bao cao vien|giao vu|giam thi \d|can bo (?:coi thi|cham thi|tiem|kham|giai quyet(?: ho so| don)?|thu phi|dieu tra|doi|thon|lap bieu|kiem ke|huong dan|[a-z]{2,4} xa)|"
    r"nu ho sinh|dieu duong truong|y ta|(?:case|loan|credit|compliance|admin|visa|hr|account|contact) officer|relationship manager|analyst|compliance|"
    r"prepared by|checked by|reviewed by|approved by|verified by|dai dien (?:co quan thue|kho bac|nha truong|bqt|bql|ban quan (?:tri|ly)|nha thau|chu dau tu|cong ty|ngan hang|ben (?:ngan hang|cho vay|nhan the chap|tin dung)|don vi|to chuc|phong [a-z]{2,9}|hop tac xa|htx|xa|phuong)(?: so \d+| \d+)?"
)
#: Teams of an office: who is listed behind the colon, or behind "gồm", is on it.
TEAMS = (
    r"(?:to|doan|ban|hoi dong|nhom|doi|luc luong|to cong tac|tieu ban) "
    r"(?:kiem (?:tra|ke|dem|phieu|soat|nghiem)|tham dinh|chuyen gia|hoa giai(?: co so)?|cong tac|thanh tra|thi hanh an|cuong che|xet tuyen|xet duyet|cham thi|coi thi|"
    r"giam sat|bau cu|ky luat|dinh gia|thanh ly|nghiem thu|tuan tra|tiep dan|giam dinh|kham (?:nghiem|tuyen)|xac minh|thu hoi|khao sat|do dac|giai quyet|lap bien ban|"
    r"thuong truc|giup viec|xu ly|phuc tra|phong van|tuyen dung|quan tri|dau thau|ban giao|tiep nhan)"
    r"[a-z0-9 ,/.]{0,40}"
)
