"""Papers about one patient: what stands behind the headings of an examination, and the results of a laboratory.

"Kết luận:", "Bản thân:", "Mạch:" are headings of a hundred papers; they tell of somebody's health only in a paper of a
hospital or a doctor that names people. The same words in a price list, a leaflet or a blank form are left: there nobody
is named, a price stands behind them, or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from recognizers.base import Found, VnRecognizer
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.name_reader import name_spans
from recognizers.patient_texts import is_general_text, is_patient_text
from recognizers.results import Reason
from recognizers.tiers import Tier
from recognizers.told_words import Told, is_injury, mentions
from recognizers.words import words

_PAPER = re.compile(
    r"(?<![a-z])(?:giay ra vien|(?:tom tat )?(?:ho so )?benh an|phieu kham|ket qua (?:kham|xet nghiem|sieu am|noi soi|chup|can lam sang)|phieu xet"
    r" nghiem|don thuoc|toa thuoc|sieu am|x[ \-]?quang|so kham|(?:giay |so |phieu )?kham suc khoe|giay chung nhan suc khoe|phieu (?:theo doi|cham"
    r" soc|dieu tri|phau thuat|chi dinh|tiem)|giay chuyen (?:vien|tuyen)|tuong trinh phau thuat|noi soi|dien tim|giai phau benh|chan doan hinh"
    r" anh|giam dinh y khoa|bien ban hoi chan|trich luc benh an|lab(?:oratory)? (?:result|report)|medical (?:report|record)|so tiem"
    r"|nguoi benh|benh nhan|ho ten bn|ten bn|san phu|thai phu|ma bn|ma y te|chan doan)(?![a-z])"
)
#: Parts of those words, asked first: most texts hold none.
_PAPER_PARTS = (
    "benh",
    "kham",
    "xet nghiem",
    "n thuoc",
    "a thuoc",
    "sieu am",
    "x quang",
    "x-quang",
    "noi soi",
    "ra vien",
    "chuyen tuyen",
    "san phu",
    "thai phu",
    "medical",
    "lab ",
    "laboratory",
    "ma y te",
    "y khoa",
    "dien tim",
    "tiem",
    "ten bn",
    "chan doan",
)
_LABORATORY_PARTS = ("xet nghiem", "mmol", "u/l", "g/l", "test", "hbsag", "hiv", "hcv", "covid", "positive")
_HEADINGS = (
    r"tien su(?: benh| ban than| gia dinh| di ung| san khoa)?|benh su|ket luan(?: chung| benh)?|ban than|gia dinh|phuong phap dieu tri|huong (?:dieu tri|xu tri)|xu tri|dieu tri|tinh trang(?: nguoi benh)?(?: luc| khi)?"
    r" ra vien|tinh trang (?:hien tai|luc vao)|ket qua(?: khac)?|dien bien(?: benh| lam sang)?|qua trinh benh ly(?: va dien bien lam sang)?|toan than|cac bo phan|kham"
    r" (?:lam sang|toan than|bung|noi|ngoai)|tim mach|tuan hoan|ho hap|tieu hoa|than kinh|tam than|noi tiet|than[ \-]+tiet nieu|tiet nieu|co[ \-]+xuong[ \-]+khop|tai[ ,\-]+mui[ ,\-]+hong|rang[ ,\-]+ham"
    r"[ ,\-]+mat|da lieu|san phu khoa|ly do (?:kham|den kham)|dau hieu lam sang|trieu chung(?: lam sang)?|tom tat ket qua(?: xet nghiem| can lam sang)?|tuoi thai|ngoi thai|so tuan thai|thai|para|thi"
    r" luc(?: khong kinh| co kinh)?|mat (?:phai|trai)|tai (?:phai|trai)|mach|nhiet do|than nhiet|huyet ap|ha|spo2|bmi|nhip (?:tho|tim)|nhan xet|phan loai(?: the luc| suc khoe)?|mo ta|hinh"
    r" anh|sieu am(?: o bung| tim| thai)?|x[ \-]?quang(?: phoi| tim phoi)?|dien tim(?: do)?|ecg|tien can|di ung(?: thuoc)?|can lam sang|r\d\d|bung|tim|phoi|gan|than|tuyen giap|tu cung|nuoc tieu|cong thuc mau"
)
_FIELD = re.compile(
    rf"(?:(?<=\n)|(?<=\x1e)|(?<=[ ]{{2}})|(?<=\t)|(?<=; )|\A)[ \t]{{0,12}}(?:[-+*•–]|\(?(?:\d{{1,2}}|[a-z])[.)/])?[ ]{{0,3}}(?P<label>{_HEADINGS})[ ]{{0,2}}(?:\([^()\n]{{1,30}}\)[ ]?)?[:=][ \t.…_]{{0,60}}"
    r"(?P<v>[^\n;\x1e]{2,240})"
)
#: Headings of any paper that names people; behind them an illness must stand.
_ELSEWHERE = re.compile(
    r"(?<![a-z])(?P<label>nguyen nhan(?: tu vong| chet)?|dau hieu lam sang|trieu chung|hau qua|thuong tich|tien su(?: benh)?|tien can|di ung|benh nen|benh co san|tinh trang suc khoe|giai thich ve"
    r"|ket qua kham(?: lan truoc)?|ly do(?: gia dinh| nghi| xin nghi| vang)?|ly do gia dinh|ly do gia dinh)[ \t]{0,3}:?[ \t\n]{1,3}(?:(?:anh|chi|ong|ba|em|chau|co)[ ](?:[a-z]{1,7}[ ])?)?(?P<v>(?:(?:me|bo|cha|vo|chong|con(?: trai| gai)?)[ ])?(?P<ill>[^\n.;()\x1e]{2,60}?))(?=[.;\n()\x1e]|, (?:dua|tai|nguy|dieu|duoc|da)(?![a-z])|$)"
)
_ANALYTES = (
    r"glucose|duong huyet|duong mau|hba1c|ure|urea|creatinin[e]?|acid uric|cholesterol(?: toan phan)?|triglyceri[d]?e?s?|hdl(?:[ \-]?c(?:holesterol)?)?|ldl(?:[ \-]?c(?:holesterol)?)?|ast|alt|got|gpt|sgot|sgpt|ggt"
    r"|bilirubin(?: toan phan| truc tiep)?|protein(?: toan phan)?|albumin|wbc|rbc|hgb|hct|plt|bach cau|hong cau|tieu cau|huyet sac to|crp|procalcitonin|psa|afp|cea|ca ?(?:125|15-3|19-9|72-4)|tsh|ft3|ft4|t3|t4|beta[ \-]?hcg|hcg|ferritin|sat"
    r" huyet thanh|canxi|calci|natri|kali|clo|hbsag|anti[ \-]?(?:hcv|hbs|hiv)|hiv(?: ab| ag/ab)?|hcv(?: ab)?|hbv[ \-]dna|vdrl|tpha|rpr|giang mai|sars[ \-]cov[ \-]2|covid[ \-]19|test nhanh(?: covid[ \-]19)?|cum [ab]|dengue(?: ns1)?|ns1|lao|hp|h\. ?pylori|helicobacter(?: pylori)?|hav|hpv|g6pd|anti[ \-]?hbc|ddimer|d[ \-]dimer|troponin(?: [it])?"
    r"|morphin[e]?|heroin|amphetamin[e]?|methamphetamin[e]?|thc|ma tuy|nong do con|nhom mau(?: abo)?|rh"
)
_RESULT = re.compile(
    rf"(?<![a-z0-9])(?:{_ANALYTES})(?![a-z0-9])[ ]?(?:\([^()\n]{{1,24}}\)|\*)?(?:[ \t|:=…._\-]{{1,40}}|[ ](?:is|test|la|cho ket qua|ket qua)[ :]{{1,2}})"
    r"(?P<v>(?:duong|am) tinh(?:[ ]?\([+\-]{1,4}\))?|(?:positive|negative|non[ \-]?reactive|reactive|pos|neg)(?![a-z])|[<>]?[ ]?\d{1,3}(?:[.,]\d{1,3})?(?:[ ]?(?:%|[mµu]?mol/l|mg/d?l|g/d?l|u/m?l|iu/ml|ng/ml|ui/ml|[tg]/l|10\^?\d+/l|mg/l|pg/ml))?)(?![\w]|[.,/\-]\d)"
)
#: "HBsAg+", "HCV (-)": the sign is the result, and the name goes with it.
_SIGNED = re.compile(
    r"(?<![a-z0-9])(?P<v>(?:hbsag|anti[ \-]?(?:hcv|hbs|hiv)|hiv|hcv|hbv|hp|covid|ns1)[ ]?(?:\([+\-]{1,3}\)|[+]{1,3}|[\-](?=[ ]?[,;)\n]))|(?:helicobacter(?: pylori)?|h\. ?pylori|hbsag|hiv|hcv|hpv|dengue(?: ns1)?|covid[ \-]19|sars[ \-]cov[ \-]2) (?:positive|reactive))(?![a-z0-9])"
)
#: "HA 150/90, mạch 88, SpO2 94%", "allergic to penicillin".
_PRESSURE = re.compile(r"(?<![a-z])(?:ha|huyet ap|bp)[ :]{1,3}(?P<v>\d{2,3}/\d{2,3}(?: ?mmhg)?)(?![\w/])")
_VITALS = re.compile(
    r"(?<![a-z])(?:(?:mach|spo2|nhip tho|nhip tim|tim thai|nt|m)[ :]{1,3}(?P<v>\d{2,3}(?: ?%| ?l/p| ?lan/phut| ?ck/p)(?![\w/]|[.,]\d))"
    r"|(?:mach|spo2|nhip tho|nhip tim)[ :]{1,3}(?P<n>\d{2,3})(?![\w/]|[.,]\d)"
    r"|(?:can nang|cn|chieu cao|cc|vong bung|vong dau)[ :]{1,3}(?P<k>\d{1,3}(?:[.,]\d)? ?(?:kg|cm|m|g))(?![a-z])"
    r"|bmi[ :]{1,3}(?P<b>\d\d(?:[.,]\d{1,2})?)(?!\d)"
    r"|(?:t|t0|nhiet do|than nhiet)[ :]{1,3}(?P<t>\d\d(?:[.,]\d)? ?(?:do c|oc|°c|do)))(?![a-z])"
)
#: Of each eye: "MP 7/10, MT 5/10".
_EYES = re.compile(r"(?<![a-z])(?:mp|mt|mat phai|mat trai)[ :]{1,3}(?P<v>\d{1,2}/10)(?!\d)")
_SIGHT = re.compile(r"(?<![a-z])thi luc(?: mat (?:phai|trai))?[ :]{1,3}(?P<v>\d{1,2}/10)(?!\d)")
_PRICE = re.compile(r"\d[.,]000(?![\d.,]\d)|\d ?(?:dong|vnd|vnđ|đ|d)(?![a-z])|\d{1,3}(?:[.,]\d{3}){2}")
_LABORATORY = re.compile(
    r"(?<![a-z])(?:ket qua|tham chieu|binh thuong|tri so|xet nghiem|result|reference|mmol|u/l|[gt]/l|ctm|test|(?:non[ \-]?)?reactive|positive|negative)(?![a-z])"
)
_BLANK = re.compile(r"[\s.…_\-/:,;()\[\]*|□☐]*\Z")
_GAP = re.compile(
    r"</|[.,]\s(?=(?i:hẹn (?:tái )?khám|tái khám|bệnh nhân|người bệnh|bn |phòng \w{1,4}\b|buồng \w|tôi đồng ý|về quê))|[ ]{3,}|\t|[ ]{2}(?=[A-ZĐÀ-Ỹ][^:\n]{1,30}:)|[.…_]{4,}"
)
#: Why somebody without an illness is examined.
_NO_ILLNESS = re.compile(
    r"(?:tuyen dung|xin viec|di hoc|di lam|thi bang|lai xe|dinh ky|kiem tra dinh ky)(?![a-z])"
)


class MedicalPaperRecognizer(VnRecognizer):
    """Finds what a patient's paper says behind its headings, and the results of laboratories."""

    ENTITIES: ClassVar[tuple[EntityType, ...]] = (EntityType.HEALTH_INFO,)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield the values of a patient's paper."""
        key = folded.key
        if not name_spans(folded):
            return
        general = is_general_text(folded)
        paper = (
            not general
            and any(word in key for word in _PAPER_PARTS)
            and (_PAPER.search(key) is not None or is_patient_text(folded))
        )
        if paper:
            for match in _FIELD.finditer(key):
                yield from _value(
                    folded, *match.span("v"), folded.text[match.start("label") : match.end("label")]
                )
        if folded.memo("told_words.ill", _ill_starts) or "kham" in key:
            for match in _ELSEWHERE.finditer(key):
                if self._is_illness(folded, match.start("ill")):
                    label = folded.text[match.start("label") : match.end("label")]
                    yield from _value(folded, *match.span("v"), label, "health_labelled")
        for match in _SIGHT.finditer(key) if "thi luc" in key else ():
            yield _found(*match.span("v"), "health_labelled", "Thị lực")
        if general:
            return
        pressed = _PRESSURE.search(key) is not None
        for match in _PRESSURE.finditer(key) if pressed else ():
            yield replace(_found(*match.span("v"), "lab_result"), tier=Tier.LABEL)  # no house number
        for match in _VITALS.finditer(key) if pressed or paper else ():
            yield _found(*match.span(match.lastgroup or "v"), "lab_result")
        for match in _EYES.finditer(key) if "/10" in key else ():
            yield _found(*match.span("v"), "lab_result")
        if not paper and not any(word in key for word in _LABORATORY_PARTS):
            return
        for match in _SIGNED.finditer(key):
            yield _found(*match.span("v"), "lab_result")
        if _LABORATORY.search(key) is not None:
            for match in _RESULT.finditer(key):
                end = key.find("\n", match.end())
                if _PRICE.search(key, match.start("v"), len(key) if end < 0 else end) is None:
                    yield _found(*match.span("v"), "lab_result")

    @staticmethod
    def _is_illness(folded: Folded, position: int) -> bool:
        starts = folded.memo("told_words.ill", _ill_starts)
        return position in starts or folded.key.startswith("loai ", position)


def _ill_starts(folded: Folded) -> frozenset[int]:
    start = words(folded).start
    kinds = (Told.ILLNESS, Told.WEAKNESS, Told.CONDITION)
    return frozenset(
        start[mention.first]
        for mention in mentions(folded)
        if mention.kind in kinds or (mention.kind is Told.INJURY and is_injury(folded, mention))
    )


def _value(folded: Folded, start: int, end: int, label: str, code: str = "patient_paper") -> Iterator[Found]:
    gap = _GAP.search(folded.text, start, end)
    end = end if gap is None else gap.start()
    while end > start and folded.text[end - 1] in " .,;:-–(|…":
        end -= 1
    value = folded.key[start:end]
    if _BLANK.match(value) or _NO_ILLNESS.match(value) or _PRICE.search(value) or end - start < 2:
        return
    yield _found(start, end, code, " ".join(label.split()))


def _found(start: int, end: int, code: str, clue: str = "") -> Found:
    return Found(start, end, EntityType.HEALTH_INFO, 0.66, Reason(code, clue), tier=Tier.STRUCTURE)
