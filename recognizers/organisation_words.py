"""Words with which the names of organisations and of places open to all begin, as a pattern over the folded key."""

from __future__ import annotations

import re

from recognizers.banks import BANK_WORDS
from recognizers.word_sets import word_set

HEAD = (
    r"(?:tong )?cong ty|cty|tap doan|doanh nghiep|dntn|htx|hop tac xa|ngan hang|ubnd|uy ban nhan dan|toa an|tand|vien kiem sat|"
    r"cong an|truong (?:thpt|thcs|th |tieu hoc|dai hoc|dh |cao dang|mam non|trung hoc|mn )|hoc vien|vien [a-z]|benh vien|bv |"
    r"phong kham|nha khoa|trung tam|tram y te|van phong(?! pham)|vpcc|chi nhanh|chi cuc|cuc |tong cuc|so (?:tu|tai|y|giao|xay|nong|lao|"
    r"cong|ke|van|noi|thong|khoa)|phong (?:giao duc|tu phap|lao dong|tai nguyen|y te|cong chung|tuyen sinh|tiep dan|tiep cong dan|dao tao|ke toan|giao dich)|cua hang|sieu thi|khach san|nha hang|"
    r"nha nghi|homestay|co so (?:luu tru|kinh doanh|y te)|nha may|xi nghiep|xuong|garage|gara|tiem |shop |quan (?:com|an|cafe|ca phe|pho|bun)|salon|spa |"
    r"hieu thuoc|nha thuoc|kho bac|bao hiem xa hoi|bhxh (?:tinh|thanh|quan|huyen)|buu cuc|buu dien|hiep hoi|quy tin dung|thua phat lai|doi (?:csgt|canh sat|quan ly)|hoi truong|"
    r"cong vien|bao tang|thu vien|nha (?:van hoa|hat|thi dau|khach|trung bay|thieu nhi|tang le)|ban (?:quan ly|quan tri|chi huy|giam doc|to chuc|bau cu)|bo chi huy|"
    r"du an|cong trinh|goi thau|pgd|hoi (?:so|lien hiep|cuu|chu thap|doanh|phu nu|nong dan)|doan (?:luat|thanh nien)|giao xu|nha tho|"
    r"ben xe|san bay|khu (?:du lich|di tich|cong nghiep|do thi|nghi)|diem (?:ban|tiep nhan|thu|bau cu)|kho hang|dai ly|nha phan phoi|nha cung cap|vien duong|mat tran|dang uy|tru so|showroom|hoi (?:nghi|thao)|toa dam|tap huan|hop bao|le (?:khai|be|ky|trao)|"
    r"(?:viet|vietin|techcom|sacom|agri|vp|tp|mb|bidv|acb)[a-z]{0,4}bank|company|co\., ?ltd"
)
#: Banks, insurers, car makers and shops spelled like no Vietnamese name; branches are called "<brand> <place or street>".
BRANDS = BANK_WORDS | word_set("""
pjico pvi bic vbi prudential manulife generali chubb hanwha vnpt viettel mobifone vinaphone evn
toyota honda hyundai mazda mitsubishi suzuki nissan vinfast yamaha isuzu peugeot mercedes
vinmart winmart lotte aeon emart coopmart circle familymart
""")
#: An organisation begins.
ORGANISATION = re.compile(rf"(?<![a-z])(?:{HEAD})")
