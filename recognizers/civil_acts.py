"""Numbers of notarial acts, entries of civil status and papers of merit told without the label of a form.

CIVIL_DOC_NO: "chứng thực chữ ký số 216", "hợp đồng ủy quyền số 402/2026 lập tại Tổng Lãnh sự quán", "(khai tử số 39)",
"trích lục TLKT 88/2024", the lines of a register. MILITARY_ID: "bằng Tổ quốc ghi công số YB 118k", "thẻ thương binh AQ
311/205". What firms agree on, laws, decisions and official letters have numbers of the same form: a bare contract counts
only where a notary, a consul or a family stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.base import Found, Tier, VnRecognizer
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.nearby import matches_near
from recognizers.results import Reason

_E = EntityType
_SO = r"[ ]?,?[ ](?:vao so )?(?:so|no\.?)(?: (?:cong chung|chung thuc|cc|ct|la))?[ ]?[:.]?[ ]{1,2}"
_PLAIN = r"\d{1,6}(?:[ ]?/[ ]?(?:19|20)\d\d)?"
_END = r"(?![\w/]|[.,\-]\d)"
#: What committees and consuls certify, with its number and at most the book's letters behind it.
_CERTIFIED = re.compile(
    rf"(?<![a-z])(?:chung thuc|cong chung)(?: (?:chu ky|hop dong|giao dich|ban sao|di chuc|van ban|giay uy quyen|hop dong, giao dich|[a-z]{{2,6}}(?= so))){{1,3}}{_SO}(?P<number>{_PLAIN}(?:[ ]?[/\-,][ ]?(?:sct|scc|ck|tp|hdgd|cc|bs|vb|dc)(?:[/\-,](?:sct|scc|ck|tp|hdgd|cc|bs|vb|dc|[a-z]{{2,4}})){{0,3}})?){_END}"
)
#: What people agree on before a notary.
_ACT = re.compile(
    r"(?<![a-z])(?:(?:hop dong|van ban|giay|vb|hd)[ ](?:uy quyen|tang cho|thoa thuan|khai nhan|tu choi|cam ket|phan chia|nhap tai san|phan dinh|xac nhan tai san|nhan tai san|chia tai san|chuyen nhuong|mua ban nha|mua ban can|dat coc)"
    rf"|di chuc|don tu choi|van ban)(?: [a-z]{{2,9}}){{0,8}}?{_SO}(?P<number>{_PLAIN}(?:/[a-z]{{2,5}}(?:-[a-z]{{2,5}})?)?){_END}"
)
_NOTARY = re.compile(
    r"(?<![a-z])(?:cong chung|vpcc|pcc|ccv|chung thuc|lanh su|dai su quan|dsq|di san|thua ke|di chuc|tai san rieng|tai san chung|tai san (?:vo chong|thua)|vo chong|nguoi de lai|hang thua ke|notary|consulate)(?![a-z])"
)
_OF_FIRMS = re.compile(
    r"(?<![a-z])(?:cong ty|cty|tnhh|co phan|nghi dinh|thong tu|luat|bo luat|cong van|quyet dinh|nghi quyet|hop dong kinh te|goi thau|du an|dau thau|chi nhanh|ngan hang|van ban so|sua doi)(?![a-z])"
)
_NEAR, _BEFORE = 160, 60
#: "Dịch vụ chứng thực chữ ký số": a digital signature, not the number of one.
_SIGNATURE_OF_MACHINES = re.compile(
    r"(?<![a-z])(?:dich vu|nha cung cap|to chuc cung cap|nghi dinh|thong tu|luat|chung thu so)(?![a-z])"
)
#: Entries of civil status by their short names.
_STATUS = r"khai sinh|khai tu|chung tu|bao tu|ket hon|giam ho|con nuoi|nhan (?:cha|me|con)|chung sinh|ly hon"
_ENTRY = re.compile(
    rf"(?<![a-z])(?:{_STATUS})(?: (?:cu|goc|moi|cua [a-z ]{{2,20}}))?[ ]so[ :]{{1,2}}(?P<number>\d{{1,6}})(?=[ ]?[).,;\n]|[ ](?:ngay|quyen|do|cap|nam|tai)(?![a-z])|\Z)(?![.,]\d)"
    r"|(?<![a-z])trich luc(?: (?:khai (?:sinh|tu)|ket hon|so))?[ ]?[: ][ ]?(?P<extract>(?:tlkt|tlks|tlkh|gks|bt)?[ ]?\d{1,6}/\d{2,4}(?:/[a-z\-]{2,10})?)"
    + _END
    + r"|(?<![a-z])(?:tlkt|tlks|tlkh|tlgh|gks|gcnkh|dkkh|gbt|gcs)[ .:]{1,2}(?:so )?(?P<short>\d{1,6}(?:/\d{2,6})?)"
    + _END
    + rf"|(?<![a-z])dang ky (?:{_STATUS}) tai[ :]{{1,2}}[^\n;]{{3,60}}?[ ]{{1,6}}so[ :]{{1,3}}(?P<register>\d{{1,6}}(?:/(?:19|20)\d\d)?)(?=[ ]?[,;]|[ ]{{1,6}}(?:ngay|quyen)|[ ]*\n)"
)
_ENTRY_WORDS = ("khai ", "chung tu", "bao tu", "ket hon", "giam ho", "con nuoi", "nhan ", "chung sinh", "ly hon", "trich luc", "tlk", "tlg", "gks", "gcn", "dkkh", "gbt", "gcs")  # fmt: skip
#: Papers that say something of somebody, with a number and the letters of who gave them.
_PAPER = re.compile(
    r"(?<![a-z])(?:giay (?:xac nhan (?:khuyet tat|doc than|tinh trang|cu tru|thuong tat|nhan than)|chung thuong|bao tu|chung tu|ra vien|chung nhan (?:thuong binh|benh binh|khuyet tat|ket hon|nuoi con nuoi)|chung sinh))(?: [a-z]{2,9}){0,6}?"
    r"[ ](?:so[ ]?[:.]?[ ]|so )(?P<number>(?:[a-z]{1,4}[.\-])?\d{1,6}(?:/[a-z\d]{1,6}){1,2}(?:-[a-z]{1,8})?)"
    + _END
)
#: Records of convictions carry their register: "88412/2025/HSNV-LLTP", "2261/LLTP-S1".
_RECORD = re.compile(
    r"(?<![\w/\-])\d{1,6}/(?:20\d\d/)?(?!TT|ND|QD|CT)(?:[A-Z]{2,8}-)?LLTP(?:-[A-Z0-9]{1,6}){0,3}(?![\w/])"
)
#: Lines of a register below its title.
_REGISTER = re.compile(r"(?<![a-z])so (?:dang ky |ho tich )?(?:ket hon|khai sinh|khai tu|ho tich)(?![a-z])")
_LINE = re.compile(
    r"(?:^|\n)[ ]{0,3}so[ ]{1,2}(?P<number>\d{1,5})(?=[ ]ngay[ ][\doOlI]{1,2}[/.\-]|[ ]?[.:][ ]{1,2}\S)"
)
_LEAST_LINES = 2
#: Of those who fought and who died, and what they were given.
_MERIT = re.compile(
    r"(?<![a-z])(?:bang (?:to quoc ghi cong|tqgc)|tqgc|(?:so|the|giay chung nhan) (?:thuong binh|benh binh|gia dinh liet si|liet si|ccb|cuu chien binh)|(?:huan|huy) chuong(?: (?!so )[a-z]{2,8}){1,4}|quyet dinh (?:ra quan|phuc vien|xuat ngu|chuyen nganh)"
    r"|ho so (?:liet si|thuong binh|benh binh|nguoi co cong))(?: cua [a-z ]{2,24}?)?[ ,]{1,2}(?:so|ho so)?[ ]?:?[ ]?(?!nam |ngay |hang |lan |dot |vao |cap )(?P<number>(?:[a-z]{1,4}(?:-[a-z]{1,4})?[ .\-/]{0,2})?\d{2,8}(?:[ ]?[a-z]{1,2}(?![a-z]))?(?:[/\-][a-z0-9]{1,8}){0,2})(?![\w/%]|[.,\-]\d)"
)
_MERIT_WORDS = ("tqgc", "ghi cong", "thuong binh", "benh binh", "liet si", "ccb", "cuu chien binh", "chuong", "ra quan", "phuc vien", "xuat ngu", "chuyen nganh", "co cong")  # fmt: skip
_YEAR = re.compile(r"(?:19|20)\d\d")
_LEAST_FIGURES = 3


class CivilActRecognizer(VnRecognizer):
    """Numbers of acts and entries; see the module."""

    ENTITIES = (_E.CIVIL_DOC_NO, _E.MILITARY_ID)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield acts before notaries, entries of civil status, papers, records, registers, then papers of merit."""
        key = folded.key
        for match in matches_near(_CERTIFIED, key, ("chung thuc", "cong chung")):
            yield _found(match.span("number"), _E.CIVIL_DOC_NO)
        for match in matches_near(
            _ACT, key, ("hop dong ", "van ban", "giay ", "di chuc", "don tu", "vb ", "hd ")
        ):
            if self._is_private(key, match):
                yield _found(match.span("number"), _E.CIVIL_DOC_NO)
        for match in matches_near(_ENTRY, key, _ENTRY_WORDS):
            yield _found(match.span(match.lastgroup or 0), _E.CIVIL_DOC_NO)
        for match in matches_near(_PAPER, key, ("giay ",)):
            yield _found(match.span("number"), _E.CIVIL_DOC_NO)
        for match in matches_near(_RECORD, folded.text, ("LLTP",)):
            yield _found(match.span(), _E.CIVIL_DOC_NO)
        if _REGISTER.search(key):
            lines = list(_LINE.finditer(key))
            if len(lines) >= _LEAST_LINES:
                for match in lines:
                    yield _found(match.span("number"), _E.CIVIL_DOC_NO)
        for match in matches_near(_MERIT, key, _MERIT_WORDS):
            number = match["number"]
            if sum(map(str.isdigit, number)) >= _LEAST_FIGURES and not _YEAR.fullmatch(number):
                yield _found(match.span("number"), _E.MILITARY_ID)

    @staticmethod
    def _is_private(key: str, match: re.Match[str]) -> bool:
        """Return whether a notary, a consul or a family stands around an act and no firm or law before its number."""
        start = max(key.rfind("\n", 0, match.start()), match.start() - _BEFORE, 0)
        if _OF_FIRMS.search(key, start, match.start("number")):
            return False
        return _NOTARY.search(key, max(0, match.start() - _NEAR), match.end() + _NEAR) is not None


def _found(span: tuple[int, int], kind: EntityType) -> Found:
    return Found(*span, kind, 0.7, Reason("number_labelled", "Số"), tier=Tier.LABEL)
