"""Numbers of papers behind a word for the paper, without a form's label: of vehicles, of residence, of a profession, of a file.

CIVIL_DOC_NO of a vehicle's registration ("cà vẹt xe 044718", "đăng ký xe 65 047974"), of a practice ("thẻ luật sư 11842/LS"), of
a power of attorney ("GUQ số 1127"); VN_PASSPORT of visas and residence cards ("thị thực DL A0447182", "thẻ lưu trú UH81840273EA")
and of foreign books told with their country ("hộ chiếu Hoa Kỳ số 5660 81742"); VN_CMND and VN_TAX_CODE told in a sentence;
MEDICAL_RECORD_NO of a visit.
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
_END = r"(?![\w]|[.,/\-]\d|[ ]?(?:dong|d|vnd|kg|m2|%|trieu|tr)(?![a-z]))"
_SO = r"(?: (?:so|no\.?|ma so|mang so|la|cu|moi))*[ ]?[:.]?[ ]{1,3}"
#: The registration of a vehicle: the province's two or three digits and six more, or six and seven alone.
_VEHICLE = re.compile(
    r"(?<![a-z])(?P<word>ca ?vet|cavet|(?:giay )?(?:chung nhan )?dang ky (?:xe|mo to|o to)|the xe|giay to xe)(?: (?:xe|may|mo to|o to|goc|photo|chinh|mang ten [a-z ]{2,24},?))*"
    rf"{_SO}(?P<number>\d{{2,3}}[ .]\d{{6}}|\d{{6,8}}|\d{{2}} \d{{7}}){_END}"
    rf"|(?<![a-z])giay dang ky{_SO}(?P<short>\d{{2,3}} \d{{6}}){_END}"
)
_PARKING = re.compile(r"(?<![a-z])(?:gui xe|giu xe|bai xe|ham xe|mat the|the tu)(?![a-z])")
#: Visas and cards of those who stay: letters before, behind or both.
_STAY = re.compile(
    r"(?<![a-z])(?:thi thuc|visa|the (?:tam tru|thuong tru|luu tru|xanh)|giay (?:phep luu tru|thong hanh)|so thong hanh|so (?:visa|thi thuc)|trc|arc|green card|residence (?:card|permit)|dien ket hon, the)"
    r"(?: (?:\([^)\n]{1,20}\)|cua (?:ba|ong|anh|chi|em|toi)(?: [a-z]{2,7})?|trung quoc|han quoc|nhat|my|dai loan|so|no\.?|number|la|card|permit)){0,4}[ ]?[:.]?[ ]{1,3}"
    r"(?P<number>[a-zđ]{1,3}\d?[ \-][a-z]?\d{6,9}|[a-z]{1,3}\d{7,10}[a-z]{0,2}|\d{6,8}[ ]?[a-z]{2}|\d[a-z]{2}\d-\d{6}|[a-z]{3} \d{2} \d{3} \d{5}|[a-z]{2}\d \d{8})"
    + _END
)
_COUNTRY = (
    r"(?:hoa ky|my|uc|canada|anh|phap|duc|nga|han quoc|han|nhat ban|nhat|trung quoc|dai loan|singapore|thai lan|thai|lao|campuchia|malaysia|philippines|an do"
    r"|ba lan|sec|ha lan|bi|y|tay ban nha|thuy dien|na uy|dan mach|phan lan|thuy si|ukraina|new zealand|nuoc ngoai|british|american|us|uk|french|german|australian|canadian|korean|japanese|chinese)"
)
#: The country between the word for a passport and its number.
_FOREIGN = re.compile(
    rf"(?<![a-z])(?:ho chieu|h/?c|passport|pp)(?: (?:nuoc|quoc tich|cua))?[ ]{_COUNTRY}{_SO}"
    rf"(?P<number>(?=[a-z]{{0,3}}[ ]?\d)(?:[a-z]{{1,3}}[ ]?\d{{5,9}}|[a-z]{{1,2}} ?\d{{3,4}} \d{{3,4}}|\d{{2}} ?\d{{7}}|\d{{9}}|\d{{3,5}} \d{{4,6}}|\d{{3}} \d{{3}} \d{{3}}|\d{{2}}[a-z]{{2}}\d{{5}})){_END}"
)
#: What lets somebody practise, and cards of professions.
_PRACTICE = re.compile(
    r"(?<![a-z])(?:chung chi hanh nghe|cchn|giay phep hanh nghe|gphn|the (?:luat su|nha bao|cong chung vien|tham tra vien|huong dan vien|hanh nghe|dau gia vien|thua phat lai))(?: (?!so )[a-z]{2,8}){0,5}"
    rf"{_SO}(?P<number>\d{{3,6}}/[a-z\d][a-z\d\-/]{{1,20}}|[a-z]{{2}}-\d{{3,5}}|ibt \d{{4,5}}|\d{{5,8}}(?=[ ]?[,;.)\n]|\Z)){_END}"
)
#: A power of attorney by its abbreviation, and what consuls certified.
_POWER = re.compile(
    rf"(?<![a-z])(?:guq|giay u/?q|hduq|hd uy quyen){_SO}(?P<power>\d{{1,6}}(?:/(?:19|20)\d\d)?){_END}|(?<![\w/\-])(?P<consul>\d{{1,6}}(?:/(?:19|20)\d\d)?/(?:dsq|tlsq|lsq|ttls)(?:-[a-z]{{1,8}})?)(?![\w/])"
)
#: An identity card and a tax number told in a sentence.
_CARD_TOLD = re.compile(
    rf"(?<![a-z])chung minh(?: nhan dan| thu)?(?: (?:cua )?(?:toi|tui|em|ong|ba|anh|chi|minh|co|chu|bac|no))(?: [a-z]{{2,7}})?{_SO}(?P<number>\d{{9}}|\d{{3}}[ .]\d{{3}}[ .]\d{{3}}){_END}"
)
_TAX_TOLD = re.compile(
    rf"(?<![a-z])thue(?![a-z])[^\n;]{{0,60}}?(?:(?<![a-z])(?:ma so|mst)(?: [a-z]{{2,5}})?|tncn)[ ]?:?[ ](?P<number>8\d{{9}}|8\d{{3}}[ .]\d{{3}}[ .]\d{{3}}){_END}"
)
#: A visit's and a treatment's number in a hospital's paper.
_VISIT = re.compile(
    r"(?<![a-z])(?:phieu dieu tri|so kb|so kham(?: benh)?|so vao chuyen tuyen|shs|sba|so benh an|ma ong|ma dot dieu tri|so tiep don|so tiep nhan benh|hs)"
    rf"(?: so)?[ ]?:[ ]{{0,3}}(?P<number>(?:[a-z]{{1,3}}[.\-]?)?\d{{2,8}}(?:[./\-][a-z\d]{{1,8}}){{0,2}}){_END}"
)
_PATIENT = re.compile(
    r"(?<![a-z])(?:benh nhan|nguoi benh|bn|benh an|chan doan|nhap vien|vao vien|ra vien|dieu tri|tai kham|kham benh|xet nghiem|nha khoa|phong kham|benh vien)(?![a-z])"
)
#: How long a text looks for a patient.
_AROUND = 600


class PaperOfPeopleRecognizer(VnRecognizer):
    """Papers told by a word for them; see the module."""

    ENTITIES = (_E.CIVIL_DOC_NO, _E.VN_PASSPORT, _E.VN_CMND, _E.VN_TAX_CODE, _E.MEDICAL_RECORD_NO)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield vehicles' papers, visas, foreign passports, practices, powers, then numbers in sentences and visits."""
        key, text = folded.key, folded.text
        for match in matches_near(_VEHICLE, key, ("vet", "dang ky", "the xe", "giay to xe")):
            number = match["number"] or match["short"]
            if _PARKING.search(key, max(0, match.start() - 60), match.end() + 60):
                continue
            if match["number"] and match["word"].endswith("the xe") and len(number) < _LEAST_OF_CARD:
                continue
            yield _found(match.span("number" if match["number"] else "short"), _E.CIVIL_DOC_NO)
        for match in matches_near(
            _STAY,
            key,
            ("thi thuc", "visa", "the ", "luu tru", "thong hanh", "trc", "arc", "green card", "residence"),
        ):
            start, end = match.span("number")
            letters = "".join(filter(str.isalpha, text[start:end]))
            if letters.isupper():
                yield _found((start, end), _E.VN_PASSPORT, 0.96)
        for match in matches_near(_FOREIGN, key, ("ho chieu", "hc ", "h/c", "passport", "pp ")):
            yield _found(match.span("number"), _E.VN_PASSPORT)
        for match in matches_near(_PRACTICE, key, ("hanh nghe", "cchn", "gphn", "the ")):
            yield _found(match.span("number"), _E.CIVIL_DOC_NO)
        for match in matches_near(
            _POWER, key, ("guq", "u/q", "giay uq", "hduq", "hd uy", "/dsq", "sq", "/ttls")
        ):
            yield _found(match.span(match.lastgroup or 0), _E.CIVIL_DOC_NO)
        for match in matches_near(_CARD_TOLD, key, ("chung minh",)):
            yield _found(match.span("number"), _E.VN_CMND)
        for match in matches_near(_TAX_TOLD, key, ("thue",)):
            yield _found(match.span("number"), _E.VN_TAX_CODE)
        for match in matches_near(_VISIT, key, ("phieu dieu", "so ", "shs", "sba", "ma ", "hs")):
            if _PATIENT.search(key, max(0, match.start() - _AROUND), match.end() + _AROUND):
                yield _found(match.span("number"), _E.MEDICAL_RECORD_NO)


#: So many digits and blanks a vehicle's card has; cards of car parks have fewer.
_LEAST_OF_CARD = 8


def _found(span: tuple[int, int], kind: EntityType, score: float = 0.7) -> Found:
    return Found(*span, kind, score, Reason("number_labelled", "Số"), tier=Tier.LABEL)
