"""What the values of a person's attributes look like: closed lists on the folded key, sums, marks and debts, telling phrases.

The 54 ethnic groups (Decision 121-TCTK/PPCĐ of 1979), religions recognised by the Government Committee for Religious
Affairs.
"""

from __future__ import annotations

import re

from recognizers.entities import EntityType

ETHNIC_GROUPS = (
    "kinh|viet|tay|thai|muong|khmer|kho me|kho-me|hoa|nung|h'?mong|mong|meo|dao|gia rai|jrai|gia-rai|e de|e-de|ede"
    "|rade|ba na|ba-na|bahnar|san chay|san chi|cao lan"
    "|cham|co ho|k'?ho|xo dang|xe dang|san diu|hre|h're|ra glai|raglai|m'?nong|tho|x?'?tieng|stieng|kho mu"
    "|bru[ \\-]{0,3}van kieu|van kieu|co tu|giay|ta oi|ma|gie[ \\-]{0,3}trieng|co|cor"
    "|cho ro|xinh mun|ha nhi|chu ru|lao|la chi|khang|phu la|la hu|la ha|pa then|lu|ngai|chut|lo lo|mang|co lao|bo y"
    "|cong|pa[ \\-]{0,3}coh?|pa hy|nguon|dan lai|xa pho|si la|pu peo|ro mam|brau|o du"
    "|nguoi nuoc ngoai"
)
RELIGIONS = (
    "khong|(?:phat giao |dao )?hoa hao|phat giao|dao phat|phat|(?:roman )?catholic(?:ism)?|cong giao(?: la ma)?|thien chua(?: giao)?|dao thien chua|ky to giao|kito giao|tin lanh"
    "|cao dai|dao cao dai|hoi giao"
    "|ba la mon|ba-la-mon|tinh do cu si(?: phat hoi)?|luong|dao luong|tho cung ong ba|tho cung to tien|luong giao"
    "|none|buddhism|buddhist|christian|protestant|islam|muslim"
    "|buu son ky huong|minh su dao|minh ly dao|baha'?i|tu an hieu nghia"
)
MARITAL = (
    "doc than|da ket hon|chua ket hon|ket hon|da co gia dinh|co gia dinh|chua co gia dinh|da lap gia dinh"
    "|chua lap gia dinh|chua vo|chua chong|co vo|co chong|ly hon|da ly hon|ly than|goa|goa vo|goa chong|goa bua"
    "|chua dang ky ket hon(?: voi ai)?"
    "|single|married|divorced|widowed|separated|tai hon|chua xay dung gia dinh|da xay dung gia dinh"
    "|(?:da |chua )?(?:co|lap) gd|da co (?:vo|chong)|da lay (?:vo|chong)|chua lay (?:vo|chong)|(?:me |bo )?don than|engaged"
)
#: Behind it: how many children.
MARITAL_MORE = (
    "(?:[,;+]? (?:co )?(?:0?\\d|mot|hai|ba|bon|one|two|three) (?:con|chau|be|kids?|child(?:ren)?)(?: nho)?)?"
)
NATIONS = (
    "viet nam|vietnam|vietnamese|vn|vnm|nuoc ngoai|hoa ky|my|usa|american|anh|british|phap|french|duc|german|nga"
    "|russian|trung quoc|chinese|china|dai loan|taiwan|nhat ban|nhat|japan|japanese|han quoc|korea(?:n)?"
    "|lao|campuchia|thai lan|singapore|malaysia|indonesia|philippines|uc|australian?|canada|canadian|an do|indian?|y"
    "|italian?|tay ban nha|ha lan|thuy si|thuy dien|na uy|dan mach|phan lan|ba lan|ukraina|khong quoc tich"
)
GENDER = "nam|nu|trai|gai|male|female|m|f|khac|other|nam gioi|nu gioi|be trai|be gai"
RELATION = (
    "chu ho|vo|chong|con|con (?:de|nuoi|rieng|chung)|(?:cha|bo|me) (?:de|nuoi|duong|ke|ruot)|chau ho|chau (?:goi )?bang (?:chu|bac|co|di|cau|ong|ba|mo)|con nuoi|con trai|con gai|con re|con dau|bo|cha|me|bo de|me de|bo me|cha me|cha de"
    "|ong|ba|ong noi|ba noi|ong ngoai|ba ngoai|anh|chi|em|anh trai|chi gai|em trai|em gai|anh ruot|chi ruot|em ruot"
    "|chau|chau noi|chau ngoai|chau ruot|bo vo|me vo|bo chong|me chong|co|di|chu|bac|cau|mo|thim|nguoi o nho|ban than"
    "|vo chong|nguoi giam ho|spouse|father|mother|son|daughter|brother|sister|wife|husband"
)
_E = EntityType
_PER = r"(?:\s?/\s?(?:tháng|th|năm|ngày|giờ|buổi|ca|thang|nam|ngay|gio|buoi|tiết|tiet|month|hour)(?!\w))?"
_NO_DIGIT_BEFORE = r"(?<!\w)(?<!\d[.,])"
MONEY = re.compile(
    r"(?:(?<!\w)(?:VND|VNĐ|USD) ?)?(?:"
    rf"{_NO_DIGIT_BEFORE}(?:\d{{1,3}}(?:[.,]\d)?\s?[-–]\s?)?\d{{1,4}}(?:[.,]\d{{1,3}})?\s?(?:(?:triệu|trieu|tr|tỷ|tỉ|ty|ti|nghìn|nghin|ngàn|ngan|k|củ|cu)(?!\w)(?:\s(?:rưỡi|ruoi|\d{{1,3}}(?![\w/]|[.,]\d)))?|(?:tr|tỷ|k)\d{{1,3}}(?!\w))"
    rf"(?:\s?(?:đồng|dong|đ|d|VNĐ|VND)(?!\w))?{_PER}"
    rf"|{_NO_DIGIT_BEFORE}\d{{1,3}}(?:[., ]\d{{3}})+(?:[.,]\d{{1,2}})?(?:\s?(?:đồng|dong|đ|d|₫|ñ|VNĐ|VND|USD|\$)(?!\w))?{_PER}(?![\w]|[.,]\d)"
    r"|(?<![\w/])(?<!\d[.,])\d{4,12}(?:[.,]\d{1,2})?(?:\s?(?:đồng|đ|₫|VNĐ|VND|USD)(?!\w))?(?![\w]|[.,/\-]\d| \d{3})"
    r"|(?<!\w)(?<!\d[.,])\d[.,]\d{1,2}(?![\w]|[.,]\d))",
    re.IGNORECASE,
)
GRADE = re.compile(
    r"(?<![\w.,])(?:[1-9]?\d|100)(?:[.,]\d{1,2})?(?:\s?/\s?(?:100|[1-9]0|25|5|4(?:[.,]0)?))?(?![\w%]|[.,/\-]\d)"
    r"|(?i:(?<!\w)(?:xuất sắc|giỏi|khá|trung bình khá|trung bình|tb khá|tb|yếu|kém|tốt|đạt|chưa đạt|hoàn thành tốt"
    r"|hoàn thành|xuat sac|gioi|kha|trung binh|yeu|kem|tot|dat|a\+?|b\+?|c\+?|d\+?|f|khiển trách|cảnh cáo"
    r"|buộc thôi học|học sinh giỏi|học sinh tiên tiến)(?!\w))"
)
DEBT = re.compile(
    "(?i:" + MONEY.pattern + ")"
    r"|(?i:(?<!\w)(?:nhóm|nhom) ?[1-5](?!\w))|(?<![A-Za-z0-9])(?=[A-ZĐ0-9/.\-]{0,12}\d{3})[A-Z0-9][A-ZĐ0-9/.\-]{4,24}(?![A-Za-zĐ0-9])"
)
PARTY = re.compile(
    r"(?<!\d)\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}(?!\d)|(?<!\d)\d{1,2}/(?:19|20)\d\d(?!\d)"
    r"|(?i:(?<!\w)ngày \d{1,2} tháng \d{1,2} năm \d{4})|(?i:(?<!\w)(?:có|không|chưa|x|đảng viên|đoàn viên"
    r"|quần chúng)(?!\w))"
)
_DAY = r"(?P<v>\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}|\d{1,2}/\d{4}|\d{1,2} thang \d{1,2} nam \d{4})(?![\d/.\-]\d)"
PHRASES = (
    (
        _E.PARTY_MEMBERSHIP,
        re.compile(
            r"(?<![a-z])(?:ket nap|vao|gia nhap)(?: vao)? (?:dang(?! ky)|doan(?= (?:tncs|thanh nien)))(?: csvn| cong san viet nam| tncs(?: ho chi minh| hcm)?| thanh nien(?: cong san)?)?"
            r"(?: (?:ngay|tu|tu ngay))?[ :]{1,2}" + _DAY
        ),
        "party_told",
        0.7,
    ),
    (
        _E.PARTY_MEMBERSHIP,
        re.compile(
            r"(?<![a-z])dang (?:vien|csvn)?[^\n]{0,50}(?<![a-z])chinh thuc(?: (?:ngay|tu|tu ngay))?[ :]{1,2}"
            + _DAY
        ),
        "party_told",
        0.7,
    ),
    (
        _E.ETHNICITY,
        re.compile(
            r"(?<![a-z0-9])(?:nguoi dan toc|dan toc|nguoi)[ ](?P<v>" + ETHNIC_GROUPS + r")(?![a-z0-9'])"
        ),
        "ethnic_phrase",
        0.6,
    ),
    (
        _E.RELIGION,
        re.compile(
            r"(?<![a-z0-9])(?:theo|theo dao|tin do)[ ](?:dao[ ])?(?P<v>phat giao|cong giao|thien chua|tin lanh"
            r"|cao dai|hoa hao|hoi giao|phat)(?![a-z0-9])"
        ),
        "religion_phrase",
        0.7,
    ),
    (
        _E.GENDER,
        re.compile(r"(?:19|20)\d\d[ ]{0,3}[|;,\-\t ][ ]{0,4}(?P<v>nam|nu)(?=[ ]{0,4}[|;,\t\n)\-]|[ ]{2}|$)"),
        "gender_beside",
        0.6,
    ),
    (
        _E.GENDER,
        re.compile(r"(?<![a-z])nam, ?nu ?\)?:[ ]{0,3}(?P<v>nam|nu)(?![a-z])"),
        "gender_beside",
        0.8,
    ),
    (
        _E.BIOMETRIC,
        re.compile(
            r"(?<![a-z0-9])(?P<v>(?:not ruoi|seo cham|seo|san)[ ](?:c[.:]? ?)?[^\n.;]{0,40}(?:cm|mm)[^\n.;]{0,60})"
        ),
        "biometric_phrase",
        0.8,
    ),
)
