"""Marks in papers about a pupil or a student: "Giải phẫu 8,3; Dược lý 7,7", "Sa hình: 70/100", "Chăm chỉ Đạt".

What stands before a mark may be any subject, part or examiner, so it is the run of them that tells, in a text that names
somebody and speaks of marks. Single subjects everybody knows are read by ``told_numbers``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from recognizers.base import Found, VnRecognizer
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.results import Reason
from recognizers.tiers import Tier
from recognizers.told_subjects import subjects

_E = EntityType
#: What a paper about pupils calls them, and what it calls their marks.
_PUPIL = re.compile(
    r"(?<![a-z])(?:hoc sinh|sinh vien|hoc vien|thi sinh|mssv|ma s[vi]|msv|ma hs|sbd|so bao danh|ung vien|hs|sv|em|be|con|student|pupil|candidate|applicant)(?![a-z])"
)
_MARKED = re.compile(
    r"(?<![a-z])(?:diem|bang diem|hoc ba|ket qua|hoc luc|hoc phan|tin chi|xep loai|danh gia|nhan xet|grades?|marks?|gpa|transcript)(?![a-z])"
)
#: Speaks of everybody's marks: rules, lessons, examination papers, quotas.
_GENERAL = re.compile(
    r"(?<![a-z])(?:quy (?:che|dinh|tac)|noi quy|de (?:thi|kiem tra|cuong)|dap an|bai (?:tap|giang|hoc)|cau \d{1,2}[.:]|diem chuan|chi tieu|tuyen sinh nam|vi du|thang diem|tieu chi|barem|huong dan cham|ke hoach|thong bao tuyen|hoc phan:|giao an|ke hoach bai day)(?![a-z])"
)
#: A mark from 0 to 10 with what stands before it, as a member of a run parted by signs or gaps.
_PAIR = re.compile(
    r"(?P<gap>^|[;,:(\n]|[ ]{2,}|\t|[.] )[ ]?(?P<what>[a-z][a-z&/\-]*(?:[ ][a-z\d&/\-()]+){0,6}?)(?:[ ]?[:=][ ]{0,3}|[ ]{1,12})(?P<v>(?:10(?:[.,]0{1,2})?|\d[.,]\d{1,2}|\d)(?:[ ]?/[ ]?10)?)(?=[ ]?(?:[;,)\n]|[.](?!\d)|[ ]{2}|\t|$|\([^)\n]{2,24}\)))",
    re.MULTILINE,
)
_LEAST_RUN, _PARTED_RUN, _FAR = 3, 2, 34
#: "Lý thuyết 32/35", "hồ sơ: 76,5/100": out of a full mark no day of the year has.
_OUT_OF = re.compile(
    r"(?<![\d/.,])(?P<v>(?:\d{1,2}|1\d\d)(?:[.,]\d{1,2})?[ ]?/[ ]?(?:20|25|30|35|40|50|60|80|100|120|150|200)(?: diem)?)(?=[ ]?(?:[;,.)\n]|[ ]{2}|[ ][–\-]|$))(?![.,]\d)"
)
#: Before the number of a house or a paper.
_STANDS_AT = re.compile(
    r"(?:(?<![a-z])(?:so|nha|ngo|ngach|hem|to|duong|tru so|dia chi|tinh|ngay|thang|hop dong|hd|qd|can|lo)[ :]{1,3}|[,\-/][ ]?)\Z"
)
#: How primary schools rate qualities and abilities, and how papers say what came out.
_RATED = re.compile(
    r"(?<![a-z])(?:yeu nuoc|nhan ai|cham chi|trung thuc|trach nhiem|tu chu(?: va tu hoc)?|giao tiep(?: va hop tac)?|giai quyet van de(?: va sang tao)?|ngon ngu|tinh toan|khoa hoc|tham mi|the chat|cong nghe|muc dat duoc|pham chat|nang luc"
    r"|ren luyen|hoc tap|hanh kiem|hoc luc|danh gia (?:ket qua giao duc|chung|cuoi nam|cuoi ky)|ket qua(?: danh gia| giao duc| hoc tap| ren luyen| xep loai)?|xep loai(?: [a-z]{2,6}){0,3}|classification|written english|oral english|conduct|overall)[ ]?(?::[ ]{0,3}|[ ])"
    r"(?P<v>(?:hoan thanh (?:xuat sac|tot)(?: nhiem vu)?|hoan thanh|chua hoan thanh|xuat sac|gioi|kha|tb kha|trung binh(?: kha)?|yeu|kem|tot|dat|chua dat|can co gang|very good|excellent|good|average|fair|distinction|merit|[tđhc](?=[ ]?[;,.\n]|$)))(?![a-z])"
)
#: Behind a rating: how many were rated so, and what is a sentence's own verb.
_COUNTS = re.compile(r"[ :]{1,3}\d|[ ](?:nhiem vu|tot|cac|viec|thu tuc|nghia vu|cong)(?![a-z])")
_NUMBERED = re.compile(
    r"(?<![a-z])(?:so|lop|phong|to|bai|tiet|tuan|thang|ngay|nam|quyen|trang|chuong|dieu|khoan|muc|cau|tap|vi|ve|lan|buoi|khoa|khoi|tang|gia|phi|le phi|nguyen vong|nv|tc|stc|tin chi|diem uu tien|nang|cao|can nang|chieu cao|he so|version|phien ban|ban|dot|hoc ky|mui|lo|gio|t)\Z"
)


class SchoolMarkRecognizer(VnRecognizer):
    """Finds marks and ratings in papers about pupils and students."""

    ENTITIES: ClassVar[tuple[EntityType, ...]] = (_E.GRADES,)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield the marks of runs, marks out of a full one, and ratings behind what was rated."""
        if not is_school_text(folded):
            return
        for run in _runs(folded.key):
            for match in run:
                yield _found(match)
        for match in _OUT_OF.finditer(folded.key):
            if _is_out_of(match) and not _STANDS_AT.search(
                folded.key, max(0, match.start() - 16), match.start()
            ):
                yield _found(match)
        for match in _RATED.finditer(folded.key):
            value = folded.text[match.start("v") : match.end("v")]
            if (len(value) > 1 or value.isupper()) and not _COUNTS.match(folded.key, match.end("v")):
                yield _found(match)


def is_school_text(folded: Folded) -> bool:
    """Return whether a text is a paper about the marks of one pupil or some."""
    return folded.memo("school_texts", _is_school_text)


def _is_school_text(folded: Folded) -> bool:
    key = folded.key
    return (
        _PUPIL.search(key) is not None
        and _MARKED.search(key) is not None
        and _GENERAL.search(key) is None
        and subjects(folded).anybody
    )


def _runs(key: str) -> Iterator[list[re.Match[str]]]:
    """Yield the runs of marks that stand close together: three of which half have decimals, or two that have."""
    run: list[re.Match[str]] = []
    for match in _PAIR.finditer(key):
        if _NUMBERED.search(match["what"]):
            continue
        if run and match.start("v") - run[-1].end("v") > _FAR + len(match["what"]):
            if _is_run(run):
                yield run
            run = []
        run.append(match)
    if _is_run(run):
        yield run


def _is_run(run: list[re.Match[str]]) -> bool:
    parted = sum("," in match["v"] or "." in match["v"] for match in run)
    return parted * 2 >= len(run) >= _LEAST_RUN or parted == len(run) >= _PARTED_RUN


def _is_out_of(match: re.Match[str]) -> bool:
    mark, _, full = match["v"].removesuffix(" diem").replace(",", ".").partition("/")
    return float(mark) <= float(full)


def _found(match: re.Match[str]) -> Found:
    return Found(*match.span("v"), _E.GRADES, 0.62, Reason("grades_told"), tier=Tier.NEIGHBOUR)
