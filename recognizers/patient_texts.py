"""Whether a text is about a patient: a paper of a hospital or a clinic that names somebody, not a lesson, not a leaflet.

In such a paper the sentences have no subject ("Vào viện vì đau ngực", "Được chẩn đoán suy tim"): whatever illness they
tell is the patient's. One word of a hospital is not enough, most papers of everyday life hold one: headings, the title of
a file and different illnesses count together.
"""

from __future__ import annotations

import re

from recognizers.folding import Folded
from recognizers.name_reader import name_spans
from recognizers.told_words import Told, mentions
from recognizers.words import UPPER, words

#: Titles and headings of a patient's file.
_FILE = re.compile(
    r"(?<![a-z])(?:giay ra vien|(?:tom tat |trich luc )?(?:ho so )?benh an|phieu (?:kham|dieu tri|cham soc|theo doi|phau thuat|do mat|tu van dinh duong)"
    r"|giay chuyen (?:vien|tuyen|co so)|giay kham suc khoe|(?:phieu|ban) (?:ket qua|tra (?:loi )?ket qua) (?:xet nghiem|sieu am|noi soi|chup|sinh thiet|giai phau)|ket qua (?:xet nghiem|sieu am|noi soi|chup|giai phau benh)"
    r"|don thuoc|toa thuoc|giay chung sinh|phieu suc khoe|ban (?:khai|tom tat) suc khoe|to khai suc khoe|so kham (?:benh|thai)|discharge (?:summary|certificate|letter)|medical (?:report|record|history))(?![a-z])"
)
#: What such papers call somebody, and what they tell of him under headings.
_HEADINGS = re.compile(
    r"(?<![a-z])(?:(?:ho (?:va )?ten )?(?:nguoi benh|benh nhan|san phu|thai phu|bn)(?= ?[:.]|[ ]{2}| (?:la )?(?:nam|nu)\b)|ma (?:bn|nb|y te|nguoi benh|benh nhan)|ten (?:bn|nguoi benh|benh nhan)"
    r"|so (?:benh an|vao vien|luu tru|nhap vien|ho so benh)|chan doan(?: (?:xac dinh|so bo|ra vien|vao vien|benh))?(?= ?[:/])|ly do (?:vao vien|nhap vien|kham)|benh su|tien (?:su|can)(?= ?[:,]| (?:benh|ban than|gia dinh|san khoa))"
    r"|kham (?:lam sang|toan than|ls)|can lam sang|dau hieu lam sang|trieu chung(?= ?:)|huong (?:xu tri|dieu tri)|bac s[iy] (?:dieu tri|kham|chi dinh|ke don)|bs (?:dieu tri|dtri|chi dinh)|phac do|tai kham|nhom mau(?= ?:)"
    r"|cd(?= ?:)|(?:spo2|cd4|tlvr|creatinin|glasgow|hba1c|hbsag|hiv|afb|sph|glucose|hgb|bmi|wbc|afp|hcv)(?=[ :])|lan kham|vao vien|ra vien|nhap vien|xuat vien|hau phau|bac si|bs|khoa (?:noi|ngoai|san|nhi|cap cuu|hoi suc|mat|tmh|rhm|ung buou)|xet nghiem|xn|chi so|mach|huyet ap|ha(?= \d)|can nang|bn|sp|thai (?:phu )?\d|dieu tri|thuoc|y te|benh vien|phong kham|mui \d|tiem|kham|nha khoa|dieu duong|giuong (?:so )?\d|phong \d{1,4}|the bhyt|so the bhyt)(?![a-z])"
)
#: Papers about patients in general.
_GENERAL = re.compile(
    r"(?<![a-z])(?:to roi|bai giang|giao trinh|bai (?:hoc|\d{1,2}[.:])|muc tieu bai|ca lam sang thao luan|tinh huong|dap an|cau hoi|ban nen|tieu chuan chan doan|cac benh thuong gap|so ca|ca mac|mac moi|thong diep|luu hanh noi bo|khuyen cao|quy tac bao hiem|dieu khoan (?:bao hiem|hop dong)|khong chi tra|thoi gian cho \d|de (?:thi|kiem tra)|cau \d{1,2}[.:]|bao cao (?:hoat dong|cong tac|so ket|tong ket)|so ket|tong ket|lich kham|lich lam viec|ban tin|thong cao"
    r"|huong dan (?:chan doan|dieu tri|su dung|lay mau|phong)|chi dinh va chong chi dinh|lieu dung|tac dung phu|diem loai tru|thong ke|bao cao tinh hinh)(?![a-z])"
)
#: Before the name of somebody who writes, signs or speaks for a house.
_IN_OFFICE = re.compile(
    r"(?<![a-z])(?:bs|bsck\w*|bac s[iy]|y s[iy]|y ta|ths|ts|pgs|gs|dd|ktv|cn|nhs|duoc s[iy]|dieu duong|ho sinh|truong (?:khoa|tram|phong|ban|doan)|pho (?:khoa|phong|giam doc)|(?:tong )?giam doc|nguoi lap|phu trach|dai dien|chu bien|chu tich|giang vien|giam dinh vien|thu truong|dr|prof)(?: ck\w*)?[.: ]{0,3}\Z"
)
_TITLE, _ILLNESSES_AT_MOST, _ENOUGH = 2, 3, 4
_ILL = (Told.ILLNESS, Told.WEAKNESS, Told.CONDITION, Told.FINDING)


def is_patient_text(folded: Folded) -> bool:
    """Return whether a text is a paper about one patient or some."""
    return folded.memo("patient_texts", _is_patient_text)


def is_general_text(folded: Folded) -> bool:
    """Return whether a text speaks of patients in general: a lesson, a leaflet, a price list, statistics."""
    return folded.memo("general_texts", lambda text: _GENERAL.search(text.key) is not None)


def _is_patient_text(folded: Folded) -> bool:
    key = folded.key
    headings = {match.group() for match in _HEADINGS.finditer(key)}
    points = len(headings) + _TITLE * (_FILE.search(key) is not None)
    w = words(folded)
    if points < _TITLE or not any(
        _IN_OFFICE.search(key, max(0, w.start[name.first] - 24), w.start[name.first]) is None
        for name in name_spans(folded)
    ):
        return False
    ill = {
        tuple(w.key[mention.first : mention.last])
        for mention in mentions(folded)
        if mention.kind in _ILL and (mention.last - mention.first > 1 or w.kind[mention.first] == UPPER)
    }
    points += min(len(ill), _ILLNESSES_AT_MOST)
    if points < _ENOUGH:
        return False
    return not is_general_text(folded)
