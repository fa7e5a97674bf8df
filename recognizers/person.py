"""Names of people in running text, forms, lists and signature blocks.

A grammar in place of a trained tagger: what announces a name (a field label, a form of address, a signature block, a
birth date behind it), what a name is made of (surname, middle, given name; the patterns of the other peoples), and
what only looks like one (streets and schools called after people, headings in capitals, ordinary words). See
identifiers §2.21 of the reference; on office papers this finds more than a CRF tagger and is far faster.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import ClassVar

from recognizers.address import address_entries
from recognizers.base import Found, VnRecognizer
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.gazetteer import gazetteer
from recognizers.names import FOREIGN_FIRST, SINGLE_PREFIXES, NameSets, keys, name_sets
from recognizers.person_fields import Field, FieldKind, fields
from recognizers.results import Reason
from recognizers.syllables import is_syllable
from recognizers.tiers import Tier
from recognizers.word_sets import word_set
from recognizers.words import BREAK, LETTER, LOWER, MARK, MIXED, NUMBER, TITLE, UPPER, Words, is_plain, words

_MAX_SYLLABLES = 6


#: The last word before the date of a heading ("… CÔNG NHÂN VIÊN NĂM 2025"), never of a name.
_BEFORE_DATES = frozenset({"năm", "ngày", "tháng", "quý", "kỳ", "đợt", "lần", "số"})


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name found, in entries of ``Words`` (``last`` excluded) and why."""

    first: int
    last: int
    score: float
    code: str
    clue: str = ""


#: Two words that end a name whatever comes before: positions, fields, agencies.
_PAIR_STOPS = word_set("""
hạng_a hạng_b hạng_c hạng_d hạng_e hạng_nhất phạm_nhân tuyển_dụng
chủ_tịch giám_đốc phó_giám phó_chủ phó_tổng trưởng_phòng phó_phòng phó_trưởng kế_toán thủ_quỹ thủ_kho bí_thư
tổng_giám hiệu_trưởng hiệu_phó trưởng_ban trưởng_khoa phó_ban nhân_viên chuyên_viên công_chứng thẩm_phán thư_ký
kiểm_sát hội_thẩm luật_sư địa_chỉ điện_thoại chức_vụ chức_danh giới_tính quốc_tịch dân_tộc tôn_giáo ngày_sinh
năm_sinh sinh_ngày sinh_năm thường_trú tạm_trú nơi_cấp ngày_cấp cấp_ngày trú_tại ngụ_tại công_ty công_an
ngân_hàng ủy_ban uỷ_ban hội_đồng tòa_án toà_án căn_cước chứng_minh hộ_chiếu hộ_khẩu số_điện nơi_ở chỗ_ở quê_quán
nghề_nghiệp đại_diện người_đại cùng_vợ và_vợ là_vợ là_chồng sinh_tại mã_số tài_khoản chi_nhánh lao_động
phòng_ban trưởng_nhóm trưởng_bộ giáo_viên học_sinh sinh_viên bác_sĩ điều_dưỡng đã_ký thành_viên hợp_đồng
quyết_định việt_nam hà_nội cộng_hòa độc_lập người_lập người_nhận bên_a bên_b kính_gửi nhà_nước ký_tên ký_bởi
số_cccd bảo_vệ lái_xe kỹ_sư kỹ_thuật cán_bộ phó_hiệu ủy_viên đảng_viên tổ_trưởng tổng_kinh tổng_cộng tổng_số
tổng_tiền tổng_đài tổng_công tổng_giá ban_giám thời_gian ngày_ký ngày_tháng xác_nhận điểm_chỉ tháng_năm ghi_chú
""")
_ORG_PAIRS = word_set("""
công_ty doanh_nghiệp văn_phòng ngân_hàng bệnh_viện tập_đoàn cửa_hàng siêu_thị nhà_hàng khách_sạn trung_tâm
nhà_thuốc nhà_sách nhà_xuất nhà_máy quán_ăn hợp_tác phòng_khám nhà_trường trường_thpt trường_thcs trường_tiểu
trường_mầm trường_đại trường_trung trường_cao đại_học học_viện tiểu_học chi_nhánh hãng_luật thương_hiệu
tiệm_vàng xí_nghiệp cơ_sở chi_cục văn_miếu khu_phố
""")
_ORG_BREAKERS = word_set("""
do của ông bà anh chị là với và cho bởi gồm cùng có tại giám trưởng đốc chủ
""")
_SIGN_CLUES = (
    "ghi ro ho ten",
    "ky ten",
    "ky va ghi",
    "ky, ghi",
    "ho va ten, chu ky",
    "ky, ho ten",
    "ky va dong dau",
    "ky, dong dau",
    "signature",
    "ky, ghi ro",
    "(da ky)",
    "nguoi lap bieu",
    "nguoi lap",
    "ky, ho va ten",
    "da ky",
    "diem chi",
)
_ID_CUES = word_set("cccd cmnd cmt cmtnd sđt đtdđ passport stk")
_ID_PAIRS = word_set("""
căn_cước hộ_chiếu chứng_minh số_cccd số_cmnd số_cmt điện_thoại thường_trú trú_tại quốc_tịch giới_tính năm_sinh
ngày_sinh sinh_ngày sinh_năm số_điện số_căn số_định mã_số can_cuoc ho_chieu chung_minh so_cccd so_cmnd
dien_thoai thuong_tru nam_sinh ngay_sinh sinh_ngay sinh_nam so_dien
""")
_POSITIONS = word_set("""
giám_đốc tổng_giám phó_giám trưởng_phòng phó_phòng phó_tổng trưởng_ban chủ_tịch phó_chủ kế_toán hiệu_trưởng
nhân_viên chuyên_viên trưởng_nhóm kỹ_sư
""")
_BIRTH_CUES = frozenset(["sinh", "sn", "ns"])
#: Capitalised words that start sentences and lines in papers; a run that starts with one has no unknown surname.
_NOT_FIRST = word_set("""
bên điều theo căn các một những hôm ngày tháng năm và tại khi nếu do để với về tôi chúng hai người số quyết
thông nghị luật hợp đồng giấy biên mẫu phụ bảng đơn tờ mục khoản kính nơi địa điện lý nội nay sau trước trong
ngoài việc hiện được không có mọi mỗi sinh cấp ký đại họ tên stt tt cccd cmnd mst sđt tel email tp hà việt cộng
độc tự công ngân trường phòng ban sở bộ cục chi hội ủy uỷ tòa toà viện thửa tờ tổng giá tiền thuế lương phí lớp
khoa khóa giới quốc dân tôn nghề trình quê hộ thường tạm chỗ đường phường quận huyện tỉnh thành thôn xã ấp tổ
khu nhà căn phố chung cư xe biển loại shop đã sẽ đang cùng từ đến mã ghi tài cơ đối trên dưới thời hạn hình mức
kỳ xác nhận gửi giao hàng khách sản phẩm nghiệp vụ hồ dự án đầu tư xây dựng kinh doanh thương mại dịch vụ xuất
nhập khẩu
""")


#: Word before a surname that makes both one word of the language.
_COMPOUNDS = word_set("""
vi_phạm tội_phạm quy_phạm sư_phạm xâm_phạm đồng_phạm tòng_phạm bãi_đỗ bến_đỗ thi_đỗ số_dương biểu_dương
tuyên_dương hải_dương bình_dương đại_dương hướng_dương chủ_trương khẩn_trương bắp_ngô cây_ngô ca_vũ lông_vũ
học_võ mặt_trần đèn_trần quạt_trần cởi_trần âm_dương tình_trạng_lê hoa_lê trái_lê quả_lê đường_hoàng
phượng_hoàng kho_bãi phạm_pháp hành_hạ phó_hoàng
""")


_PLAIN_STOPS = keys(_PAIR_STOPS)


@cache
def _common(plain: bool) -> frozenset[str]:
    return keys(_COMMON_WEAK) if plain else _COMMON_WEAK


@cache
def _title_words(plain: bool) -> frozenset[str]:
    return frozenset(title.split("_")[0] for title in name_sets(plain).titles)


@cache
def _pairs(plain: bool) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    return (
        (keys(_PAIR_STOPS), keys(_ORG_PAIRS), keys(_NOT_FIRST))
        if plain
        else (_PAIR_STOPS, _ORG_PAIRS, _NOT_FIRST)
    )


class _Reader:
    """Reads the names of one text; entry numbers throughout."""

    def __init__(self, folded: Folded) -> None:
        self.w = words(folded)
        self.fields = fields(folded)
        plain = is_plain(folded)
        self.s: NameSets = name_sets(plain)
        self.pair_stops, self.org_pairs, self.not_first = _pairs(plain)
        self.plain = plain
        self.common = _common(plain)
        self.title_words = _title_words(plain)
        self.places = gazetteer()
        self.in_address = address_entries(folded)
        capitals = sum(1 for kind in self.w.kind if kind in (TITLE, UPPER))
        upper = sum(1 for kind in self.w.kind if kind == UPPER)
        self.upper_text = upper > 2 * sum(1 for kind in self.w.kind if kind in (LOWER, TITLE))
        self.lower_text = capitals * 10 < sum(1 for kind in self.w.kind if kind == LOWER)
        self.other_values = frozenset(
            field.value for field in self.fields.values() if field.kind is FieldKind.OTHER
        )
        self.found: list[NameSpan] = []
        self.signature_lines = self._signature_lines(folded)

    # --- what stands around ---------------------------------------------------------------------------------

    def _signature_lines(self, folded: Folded) -> set[int]:
        """Return the lines on which a name alone is a signature: the few below "(Ký, ghi rõ họ tên)"."""
        w = self.w
        lines: set[int] = set()
        key = folded.key
        for line in range(len(w.line_starts)):
            first, last = w.line_starts[line], w.line_ends[line]
            if last <= first:
                continue
            text = key[w.start[first] : w.end[last - 1]]
            if (
                len(text) < 200
                and ("ky" in text or "sign" in text or "lap" in text or "diem chi" in text)
                and any(clue in text for clue in _SIGN_CLUES)
            ):
                below = 0
                for next_line in range(line + 1, min(line + 12, len(w.line_starts))):
                    if w.line_ends[next_line] > w.line_starts[next_line]:
                        lines.add(next_line)
                        below += 1
                        if below == 4:
                            break
        return lines

    def _is_place(self, first: int, last: int) -> bool:
        low = " ".join(self.w.low[first:last])
        return bool(self.places.levels(low, " ".join(self.w.key[first:last])))

    def _named_after(self, i: int) -> bool:
        """Return whether the words before entry ``i`` make it the name of a street, school or firm."""
        w = self.w
        j = i - 1
        if j < 0:
            return False
        if w.kind[j] == BREAK:  # a firm's name over two lines
            if j == 0 or w.kind[j - 1] >= NUMBER or w.line_length(j - 1) < 25:
                return False
            j -= 1
        if w.kind[j] == MARK:
            if w.text[j] in "\"“”'" and j > 0:
                j -= 1
            return bool(
                w.text[j] == "."
                and w.gap[j] == 0
                and j > 0
                and w.low[j - 1] in ("đ", "p", "q", "x", "tp", "tt", "h", "f")
            )
        before = w.low[j]
        if f"{before}_{w.low[i]}" in _COMPOUNDS:
            return True
        if j and f"{w.low[j - 1]}_{before}" in ("già_làng", "đối_tượng"):
            return False
        if before in self.s.named_after and not (before == "xã" and j and w.low[j - 1] == "hợp"):
            return True
        if j > 0 and f"{w.low[j - 1]}_{before}" in self.s.named_after:
            return True
        if w.kind[j] == NUMBER and j > w.line_starts[w.line[j]] and w.text[j - 1] in "/-" and w.gap[j] == 0:
            return False
        steps = 0
        while j > 0 and steps < 9 and w.kind[j] not in (BREAK, MARK, NUMBER):
            if w.low[j] in _ORG_BREAKERS and w.kind[j] == LOWER:
                return False
            if f"{w.low[j - 1]}_{w.low[j]}" in self.org_pairs:
                return w.low[j - 1] != "văn" or True
            j -= 1
            steps += 1
        return False

    def _birth_follows(self, last: int) -> bool:
        """Return whether a birth date, a birth year or an identity number is announced right after a name."""
        w = self.w
        j = last
        for _ in range(4):
            if j >= w.size:
                return False
            if (
                w.kind[j] == NUMBER
                and w.end[j] - w.start[j] < 3
                and w.text[j - 1] == "("
                and w.text[j + 1 : j + 2] == [")"]
            ):
                j += 2
                continue
            if (
                w.kind[j] == MARK and (w.text[j] in ",(;-|" or (w.text[j][0] in "._…" and w.text[j] != "."))
            ) or (w.kind[j] == BREAK and w.line[j] == w.line[last - 1]):
                j += 1
                continue
            break
        if j >= w.size:
            return False
        pair = f"{w.low[j]}_{w.low[j + 1]}" if j + 1 < w.size else ""
        if pair in _POSITIONS and w.line[j] != w.line[last - 1]:
            return True  # a business card: the position below the name
        field = self.fields.get(j)
        if field is not None:
            return field.kind in (
                FieldKind.BIRTH,
                FieldKind.BIRTH_YEAR,
                FieldKind.AGE,
                FieldKind.ADDRESS,
            ) or (
                field.kind is FieldKind.OTHER
                and field.label[:4].lower()
                in ("số c", "cccd", "căn ", "cmnd", "cmt", "hộ c", "giới", "sđt", "điện")
            )
        if w.low[j] in _ID_CUES or pair in _ID_PAIRS:
            return True
        if w.low[j] in _BIRTH_CUES and j + 1 < w.size:
            return w.kind[j + 1] == NUMBER or w.low[j + 1] in ("năm", "ngày", "khoảng")
        return w.kind[j] == NUMBER and (self._date_at(j) or self._phone_at(j))

    def _phone_at(self, j: int) -> bool:
        """Return whether a run of nine digits or more begins at ``j`` with a zero."""
        w = self.w
        if w.text[j][0] != "0" and w.end[j] - w.start[j] < 9:
            return False
        digits = 0
        while (
            j < w.size and (w.kind[j] == NUMBER or (w.kind[j] == MARK and w.text[j] in ".-")) and w.gap[j] < 2
        ):
            digits += w.end[j] - w.start[j] if w.kind[j] == NUMBER else 0
            j += 1
        return digits >= 9

    def _date_at(self, j: int) -> bool:
        w = self.w
        if w.end[j] - w.start[j] > 2:
            return w.end[j] - w.start[j] == 4 and w.text[j][:2] in ("19", "20")
        return (
            j + 4 < w.size
            and w.text[j + 1] in "/-."
            and w.kind[j + 2] == NUMBER
            and w.text[j + 3] == w.text[j + 1]
            and w.kind[j + 4] == NUMBER
            and w.end[j + 4] - w.start[j + 4] == 4
        )

    def _ends_here(self, j: int) -> bool:
        """Return whether entry ``j`` cannot belong to a name begun before it."""
        w = self.w
        if j >= w.size:
            return True
        low = w.low[j]
        if low in self.s.hard_stops:
            return True
        if j in self.fields and self.fields[j].kind is not FieldKind.PARTY:
            field = self.fields[j]
            if (field.colon and (":" in w.text[j : field.value] or " " in field.label)) or (
                " " in field.label and field.value - j > 1
            ):
                return True
        return j + 1 < w.size and f"{low}_{w.low[j + 1]}" in self.pair_stops

    # --- runs ------------------------------------------------------------------------------------------------

    def _run(self, i: int, *, any_case: bool = False, limit: int = _MAX_SYLLABLES) -> int:
        """Return the end of the run of name-shaped entries from ``i``."""
        w = self.w
        first_kind = w.kind[i]
        upper = first_kind == UPPER or (first_kind == LETTER and i + 1 < w.size and w.kind[i + 1] == UPPER)
        j = i
        while j < w.size and j - i < limit * 2:
            kind = w.kind[j]
            if j > i:
                if w.gap[j] == 2 and kind != BREAK:
                    break
                if kind == MARK:
                    mark = w.text[j]
                    if mark == "." and w.gap[j] == 0 and w.kind[j - 1] == LETTER:
                        if j + 1 < w.size and w.kind[j + 1] in (LETTER, TITLE) and w.gap[j + 1] < 2:
                            j += 1
                            continue
                        if "." in w.text[i:j]:  # the last dot of "N.V.A." or "Nguyễn V. A."
                            j += 1
                        break
                    if (
                        mark == "'"
                        and w.gap[j] == 0
                        and w.kind[j - 1] == LETTER
                        and w.kind[j + 1 : j + 2] in ([TITLE], [UPPER])
                    ):
                        j += 2  # "K' Brếp"
                        continue
                    if (
                        mark == "-"
                        and w.gap[j] == 0
                        and j + 1 < w.size
                        and w.gap[j + 1] == 0
                        and w.kind[j + 1] in (TITLE, LOWER, UPPER)
                    ):
                        j += 2
                        continue
                    break
                if kind == BREAK:
                    if not self._continues(i, j, upper):
                        break
                    j += 1
                    continue
                if kind == NUMBER:
                    break
                if not any_case:
                    if upper and kind not in (UPPER, LETTER):
                        break
                    if not upper and kind not in (TITLE, LETTER, MIXED):
                        break
                    if kind == MIXED and not w.text[j][0].isupper():
                        break
                if self._ends_here(j):
                    break
            j += 1
            if sum(1 for k in range(i, j) if w.kind[k] < NUMBER) >= limit:
                break
        while j > i + 1 and w.kind[j - 1] == BREAK:
            j -= 1
        return j

    def _continues(self, i: int, j: int, upper: bool) -> bool:
        """Return whether a name from ``i`` goes on after the line break at ``j``."""
        w = self.w
        k = j + 1
        if (
            k >= w.size
            or w.kind[k] not in ((UPPER, LETTER) if upper else (TITLE, LETTER))
            or self._ends_here(k)
            or k in self.fields
        ):
            return False
        count = sum(1 for n in range(i, j) if w.kind[n] < NUMBER)
        low = w.low[k]
        following = w.text[k + 1] if k + 1 < w.size else ""
        if following in (",", ";", ")") and count <= 2:
            return True
        if (low not in self.s.given and low not in self.s.middles) or not is_syllable(w.text[k]):
            return False
        next_kind = w.kind[k + 1] if k + 1 < w.size else BREAK
        if following == ":" or (low in self.s.titles and next_kind in (TITLE, UPPER) and count > 1):
            return False
        if count == 2 and next_kind == BREAK and w.text[i - 1 : i] == [","]:
            return True
        if count == 1 or w.low[j - 1] in ("văn", "thị", "van", "thi"):
            return True
        if next_kind == BREAK and k + 2 < w.size and k + 2 in self.fields and count == 2:
            return True
        if next_kind == w.kind[k] or (next_kind == BREAK and w.line_length(i) < 60):
            return False  # a line of its own
        if count == 2:
            return next_kind != NUMBER or w.line_length(i) >= 40
        return count == 3 and following in (",", ";", ")", "(") and w.line_length(i) >= 30

    def _syllables(self, first: int, last: int) -> list[int]:
        return [k for k in range(first, last) if self.w.kind[k] < NUMBER]

    def _add(self, first: int, last: int, score: float, code: str, clue: str = "") -> int:
        self.found.append(NameSpan(first, last, score, code, clue))
        return last

    # --- the ways a name is announced ----------------------------------------------------------------------------

    def read(self) -> list[NameSpan]:
        """Return the names of the text, in order, without overlaps."""
        w = self.w
        i = 0
        while i < w.size:
            kind = w.kind[i]
            if kind >= NUMBER:
                i += 1
                continue
            field = self.fields.get(i)
            if field is not None and field.kind in (FieldKind.NAME, FieldKind.PARTY):
                end = self._after_label(field)
                if end:
                    i = end
                    continue
                i = max(i + 1, min(field.value, i + 1))
                if i >= w.size:
                    break
            end = self._alias(i) or self._title(i) or self._plain(i)
            i = end or i + 1
        self._speakers()
        return self.found

    def _alias(self, i: int) -> int:
        """Read "(tự Sáu Lùn)", "(tức Ba Nhỏ)": the other name of somebody."""
        w = self.w
        if w.low[i] not in ("tự", "tức", "tu", "tuc") or i == 0 or w.text[i - 1] != "(":
            return 0
        begin = self._skip_titles(i + 1) if i + 1 < w.size else w.size
        if begin >= w.size or w.kind[begin] not in (TITLE, UPPER):
            return 0
        last = self._run(begin, limit=4)
        return self._add(begin, last, 0.8, "person_shape") if last < w.size and w.text[last] in ("),") else 0

    def _speakers(self) -> None:
        """Add the given names that open the lines of a chat ("Hương: Chị ơi …")."""
        w = self.w
        seen: dict[str, list[int]] = {}
        talk = 0
        for line, first in enumerate(w.line_starts):
            last = w.line_ends[line]
            if last - first < 3 or w.kind[first] not in (TITLE, UPPER):
                continue
            talk += any(low in _TALK for low in w.low[first:last])
            end = first + 1
            while end < last and end - first < 3 and w.kind[end] == w.kind[first] and w.gap[end] == 1:
                end += 1
            if (
                end < last
                and w.text[end] == ":"
                and w.gap[end] == 0
                and all(is_syllable(w.text[k]) for k in range(first, end))
                and first not in self.fields
            ):
                seen.setdefault(" ".join(w.low[first:end]), []).append(first)
        if talk < 2:
            return
        taken = {entry for name in self.found for entry in range(name.first, name.last)}
        givens = {w.low[name.last - 1] for name in self.found}
        for name, lines in seen.items():
            if name.split()[-1] in givens or (
                all(part in self.s.given for part in name.split()) and (len(lines) > 1 or talk > 2)
            ):
                for first in lines:
                    if first not in taken:
                        self._add(first, first + name.count(" ") + 1, 0.7, "person_speaker")
        self.found.sort(key=lambda span: span.first)

    def _after_label(self, field: Field) -> int:
        """Read the value of a name field; return where reading goes on, or 0."""
        w = self.w
        i = field.value
        while i < w.size and i - field.value < 4 and w.text[i] in ("]", "|", "*", '"', "“", ">", ":", "="):
            i += 1  # "[Họ tên] …", "**Họ tên:** …"
        if i < w.size and w.kind[i] == BREAK:
            if not field.colon and field.first != w.line_starts[w.line[field.first]]:
                return 0
            while i < w.size and w.kind[i] == BREAK and i - field.value < 3:
                i += 1
            if (
                i >= w.size
                or w.kind[i] >= NUMBER
                or (
                    i in self.fields
                    and (self.fields[i].kind is not FieldKind.NAME or " " in self.fields[i].label)
                )
            ):
                return 0
        end = self._value_name(i, field)
        if not end:
            return 0
        while True:  # "A, B và C"
            j = end
            if j < w.size and (w.text[j] in (",", ";", "&", "/") or w.low[j] == "và"):
                j += 1
                if j < w.size and w.low[j] in ("và", "vợ", "chồng"):
                    j += 1
                if j < w.size and w.kind[j] < NUMBER and (nxt := self._title(j) or self._plain(j)):
                    end = nxt
                    continue
            return end

    def _skip_titles(self, i: int) -> int:
        """Return the first entry after forms of address at ``i`` ("Ông/Bà:", "Ths. BS.")."""
        w = self.w
        j = i
        for _ in range(4):
            n = self._title_length(j)
            if not n:
                break
            k = j + n
            while k < w.size and w.kind[k] == MARK and w.text[k] in "./:,(-)" and k - j < n + 3:
                if w.text[k] in "(,/" and not self._title_length(k + 1):
                    break
                if (
                    w.text[k] == "."
                    and w.low[k - 1] not in _DOTTED
                    and not (k + 1 < w.size and w.text[k + 1] in ".:")
                ):
                    break
                if w.text[k] == "-" and w.text[k - 1] != ")" and n == 1:
                    break
                k += 1
            if (
                k < w.size
                and w.kind[k] == BREAK
                and w.kind[j] == LOWER
                and k + 1 < w.size
                and w.kind[k + 1] == TITLE
            ):
                k += 1
            if k >= w.size or w.kind[k] >= NUMBER:
                break
            if w.kind[j] == TITLE and w.kind[k] != UPPER and n == 1 and w.kind[k] == LOWER:
                break
            j = k
        return j

    def _title_length(self, i: int) -> int:
        w = self.w
        if i >= w.size or w.kind[i] >= NUMBER:
            return 0
        if (
            i + 2 < w.size
            and w.low[i] in ("a", "c", "ô", "b")
            and w.text[i + 1] == "."
            and w.kind[i + 2] in (TITLE, LOWER)
            and w.low[i + 2] in self.s.given
            and (i and w.text[i - 1] == "(")
        ):
            return 1  # "(A. Bình)", "(C. Hạnh)"
        if i + 2 < w.size and w.low[i] == "đ" and w.text[i + 1] == "/" and w.low[i + 2] == "c":
            return 3
        if w.low[i] not in self.title_words:
            return 0
        for n in (3, 2, 1):
            if i + n <= w.size:
                phrase = "_".join(w.low[i : i + n])
                if phrase in self.s.titles:
                    return n
        return 0

    def _value_name(self, i: int, field: Field) -> int:
        w = self.w
        begin = self._skip_titles(i)
        if begin >= w.size or w.kind[begin] >= NUMBER:
            return 0
        kin = field.label in ("con", "mẹ", "bố", "em", "anh", "chị", "cô", "chú", "cháu")
        weak = (
            field.kind is FieldKind.PARTY
            or kin
            or (
                field.label
                in (
                    "tên",
                    "đơn vị",
                    "khách",
                    "giám đốc",
                    "khoa",
                    "phòng",
                    "khách hàng",
                    "name",
                    "đơn vị thụ hưởng",
                    "họ",
                    "con",
                    "mẹ",
                    "cha",
                    "bố",
                    "em",
                    "anh",
                    "chị",
                    "cô",
                    "chú",
                    "cháu",
                    "vợ",
                    "chồng",
                    "ba",
                    "bà",
                    "ông",
                    "đệm",
                )
                and w.kind[begin] != UPPER
            )
        )
        if (
            not field.colon
            and begin == i
            and field.label in _INTRODUCTIONS
            and w.kind[begin] in (TITLE, UPPER)
        ):
            last = self._run(begin)
            if last - begin == 1 and w.low[begin] not in self.s.stops - self.s.given:
                return self._add(begin, last, 0.8, "person_label", field.label)
        if not field.colon and begin == i:
            weak = not (
                field.label in ("chủ tk", "chủ tài khoản", "khách hàng", "ctk")
                and w.kind[begin] in (UPPER, TITLE)
            )
        if (
            (begin > i and not kin)
            or field.label.endswith("gọi là")
            or field.label in ("biệt danh là", "thế danh", "pháp danh")
        ):
            weak = False
        low = w.low[begin]
        pair = f"{low}_{w.low[begin + 1]}" if begin + 1 < w.size else ""
        if (
            pair in self.org_pairs
            or pair in self.pair_stops
            or (low in self.s.hard_stops and low not in ("bé",))
        ):
            return 0
        if w.kind[begin] == LOWER:
            return self._lower_value(begin, field, weak)
        last = self._run(begin)
        syllables = self._syllables(begin, last)
        if not syllables:
            return 0
        lows = [w.low[k] for k in syllables]
        if self._is_heading(lows, syllables):
            return 0
        if (
            field.label == "tên"
            and len(lows) == 1
            and lows[0] in self.s.given
            and self._single(syllables[0], field)
        ):
            return self._add(begin, last, 0.8, "person_label", field.label)
        if weak:
            if (
                not self._name_like(syllables)
                and not self._fills(begin, last, syllables)
                and not (
                    (self._birth_follows(last) or (self._surname_first(begin) and last in self.fields))
                    and low not in self.not_first
                    and 2 <= len(lows) <= 5
                    and not self._is_place(begin, last)
                )
            ):
                return 0
        elif (
            last < w.size
            and w.kind[last] == LOWER
            and w.gap[last] == 1
            and w.kind[begin] == TITLE
            and not self._surname_first(begin)
            and not self._ends_here(last)
            and is_syllable(w.text[begin])
            and low not in FOREIGN_FIRST
        ):
            return 0  # "Phòng Kế hoạch", "Ban Quản lý"
        elif (
            len(lows) >= 2
            and f"{lows[0]}_{lows[1]}" in self.s.not_names
            and lows[0] not in self.s.sure
            and len(lows) < 3
        ):
            return 0
        if len(lows) == 1 and not self._single(syllables[0], field):
            return 0
        if (
            len(lows) > 2
            and w.kind[begin] == UPPER
            and last < w.size
            and w.kind[last] <= NUMBER
            and w.gap[last] < 2
            and last not in self.fields
        ):
            last = self._trim(begin, last)
        return self._add(begin, last, 0.85 if weak else 0.95, "person_label", field.label)

    def _single(self, k: int, field: Field) -> bool:
        """Return whether one word alone can be the value of a name field."""
        w = self.w
        follows = w.kind[k + 1] if k + 1 < w.size else BREAK
        if field.label.endswith("gọi là") or field.label in ("biệt danh là", "thế danh", "pháp danh"):
            return w.kind[k] == TITLE and w.low[k] != "bên"
        return (
            field.colon
            and (follows in (BREAK, MARK, NUMBER) or k + 1 >= w.size or (k + 1) in self.fields)
            and w.low[k] not in self.s.stops - self.s.given
            and w.key[k] not in ("khong", "nam", "nu", "kinh", "co")
        )

    def _lower_value(self, i: int, field: Field, weak: bool) -> int:
        """Read a name in lower case where the field says that it is one."""
        w = self.w
        j = i
        while j < w.size and j - i < 5 and w.kind[j] in (LOWER, LETTER) and w.gap[j] < 2:
            if (j > i and self._ends_here(j)) or w.low[j] in ("mr", "ms", "mrs"):
                break
            j += 1
        n = j - i
        follows = w.kind[j] if j < w.size else BREAK
        surname = self._surname_first(i) or "'" in w.low[i] or w.low[i] in FOREIGN_FIRST
        if n < 2 or not surname:
            return 0
        if f"{w.low[i]}_{w.low[i + 1]}" in self.s.not_names and w.low[i] not in self.s.sure:
            return 0
        closed = follows in (BREAK, MARK) or j in self.fields or follows == NUMBER
        if not closed:
            n = min(n, 4)
            while (
                n > 2 and w.low[i + n - 1] not in self.s.given and w.key[i + n - 1] not in self.s.given_keys
            ):
                n -= 1
            if (n == 2 and (weak or w.low[i] not in self.s.sure)) or not is_syllable(w.text[i]):
                return 0
        ethnic = any("'" in word for word in w.low[i : i + n])
        if (
            weak
            and not (w.low[i + 1] in self.s.middles or w.key[i + 1] in self.s.middle_keys or ethnic)
            and n < 3
        ):
            return 0
        return self._add(i, i + n, 0.85, "person_label", field.label)

    def _is_heading(self, lows: list[str], entries: list[int]) -> bool:
        w = self.w
        if w.kind[entries[0]] == UPPER:
            heading = sum(
                1
                for low, k in zip(lows, entries, strict=True)
                if low in self.s.headings
                and low not in self.s.given
                and not (k == entries[0] and low in self.s.ethnic | self.s.strong)
                and not (low == w.key[k] and low in self.s.given_keys and lows[0] == w.key[entries[0]])
            )
            if heading and not (
                len(lows) > 2 and self._surname_first(entries[0]) and lows[1] in ("văn", "thị")
            ):
                return True
        return len(lows) >= 2 and f"{lows[0]}_{lows[1]}" in self.org_pairs

    def _name_like(self, entries: list[int]) -> bool:
        """Return whether words look like a name without further support."""
        w = self.w
        lows = [w.low[k] for k in entries]
        if len(lows) < 2:
            return False
        if (w.kind[entries[0]] == LETTER and lows[0] in SINGLE_PREFIXES) or lows[0][:2] in ("h'", "k'", "y'"):
            return True
        surname = (
            lows[0] in self.s.sure
            or lows[0] in self.s.weak
            or lows[0] in self.s.ethnic
            or (w.key[entries[0]] in self.s.sure_keys and lows[0] == w.key[entries[0]])
        )
        if not surname or f"{lows[0]}_{lows[1]}" in self.s.not_names:
            return False
        if (lows[1] in ("văn", "thị") and len(lows) > 2) or (
            lows[0] in self.s.ethnic and lows[0] not in self.s.weak
        ):
            return True
        return all(
            low in self.s.given
            or low in self.s.middles
            or w.kind[k] == LETTER
            or (low == w.key[k] and low in self.s.given_keys)
            for low, k in zip(lows[1:], entries[1:], strict=True)
        )

    def _fills(self, first: int, last: int, entries: list[int]) -> bool:
        """Return whether words that may be a name are the whole value of a field and nothing else is known of them."""
        w = self.w
        if not (last >= w.size or w.kind[last] in (BREAK, MARK) or w.gap[last] == 2 or last in self.fields):
            return False
        lows = [w.low[k] for k in entries]
        n = len(lows)
        if not 2 <= n <= 5 or not self._surname_first(first) or self._is_place(first, last):
            return False
        middle = n > 2 and lows[1] in self.s.middles
        if f"{lows[0]}_{lows[1]}" in self.s.not_names and not middle:
            return False
        if lows[0] in self.not_first and lows[0] not in self.common and not middle:
            return False
        return all(
            (low in self.s.given or low not in self.s.stops)
            and (is_syllable(w.text[k]) or w.kind[k] == LETTER)
            for low, k in zip(lows[1:], entries[1:], strict=True)
        ) and not (n == 2 and lows[1] not in self.s.given)

    def _title(self, i: int) -> int:
        """Read a form of address at ``i`` and the name behind it; return where reading goes on, or 0."""
        w = self.w
        n = self._title_length(i)
        if not n:
            return 0
        level = (
            self.s.titles.get("_".join(w.low[i : i + n]), 2)
            if w.text[i + 1 : i + 2] != ["/"] or n != 3
            else 1
        )
        if (
            n == 1
            and w.kind[i] != LOWER
            and i + 1 < w.size
            and w.kind[i + 1] in (TITLE, UPPER)
            and self._is_place(i, i + 2)
        ):
            return 0
        if w.low[i + n - 1] in ("bà", "ba") and w.low[i + n : i + n + 1] == ["con"]:
            return 0
        if w.low[i] in ("bà", "ba") and (w.low[i - 1 : i] == ["hai"] or w.low[i + 1 : i + 2] == ["con"]):
            return 0
        begin = self._skip_titles(i)
        if begin == i + 2 and w.kind[begin] == LOWER and "_".join(w.low[i : i + n]) not in self.s.titles:
            return self._add(begin, begin + 1, 0.7, "person_title", w.text[i])
        if begin <= i or begin >= w.size or w.kind[begin] in (LOWER, NUMBER, MARK, BREAK):
            return (
                self._title_lower(i + n, level)
                if (begin > i and begin < w.size and w.kind[begin] == LOWER) or begin == i
                else 0
            )
        if w.line[begin] != w.line[i] and not (
            w.kind[i] == LOWER and begin == i + n + 1 and level == 2 and is_syllable(w.text[begin])
        ):
            return 0
        if (w.kind[i] == TITLE and i in self.in_address) or (
            w.low[i] == "chi" and i and w.low[i - 1] == "dia"
        ):
            return 0
        gap_two = w.gap[begin] == 2 and w.text[begin - 1] != ":"
        if gap_two:
            return 0
        low = w.low[begin]
        pair = f"{low}_{w.low[begin + 1]}" if begin + 1 < w.size else ""
        if (
            low in self.s.hard_stops
            or pair in self.pair_stops
            or pair in self.org_pairs
            or (begin in self.fields and self.fields[begin].colon)
        ):
            return 0
        upper = w.kind[begin] == UPPER
        if (
            upper
            and w.kind[i] == LOWER
            and w.end[begin] - w.start[begin] <= 4
            and not is_syllable(w.text[begin])
        ):
            return 0
        if i > 0 and self._named_after(i) and w.kind[i] == TITLE:
            return 0
        last = self._run(begin)
        if upper and w.kind[i] == UPPER:
            if self.plain and low not in self.s.sure and low not in self.common:
                return 0
            unbounded = (
                last < w.size and w.kind[last] <= NUMBER and w.gap[last] < 2 and last not in self.fields
            )
            if last < w.size and w.kind[last] == NUMBER and last == begin + 1:
                return 0  # "XE ANH BIỂN 38N…"
            if (
                self.upper_text
                and not self._surname_first(begin)
                and low not in self.s.given
                and is_syllable(w.text[begin])
            ):
                return 0
            if unbounded or last - begin > 4 or (self.upper_text and not self._surname_first(begin)):
                last = self._trim(begin, last)
        syllables = self._syllables(begin, last)
        lows = [w.low[k] for k in syllables]
        if not lows or (level == 1 and "_".join(lows) in self.s.figures) or self._is_heading(lows, syllables):
            return 0
        if len(lows) == 1:
            if level < 2 or (
                upper
                and w.kind[i] == UPPER
                and not (self._alone(i, last) or (self.upper_text and low in self.s.given))
            ):
                return 0
            if low in self.s.stops - self.s.given or not self._given_shaped(begin):
                return 0
            if low in ("văn", "quốc", "em", "ta", "ấy", "đốc", "giáo", "chủ"):
                return 0
            return self._add(begin, last, 0.75, "person_title", " ".join(w.text[i : i + n]))
        if (
            level == 1
            and not self._surname_first(begin)
            and not (
                w.kind[i] != UPPER
                and all(self._given_shaped(k) for k in syllables)
                and not self._is_place(begin, last)
                and low not in self.not_first
            )
        ):
            return 0
        if pair in self.s.not_names and low not in self.s.sure and len(lows) < 3:
            return 0
        if upper and w.kind[i] == UPPER and not self._surname_first(begin) and low in self.not_first:
            return 0
        return self._add(
            begin, last, 0.95 if level == 2 else 0.9, "person_title", " ".join(w.text[i : i + n])
        )

    def _title_lower(self, i: int, level: int) -> int:
        """Read "ông nguyễn văn an", "chi tran thi b": all in lower case."""
        w = self.w
        if i >= w.size or w.kind[i] != LOWER or w.gap[i] == 2:
            return 0
        return self._lower(i) or (self._lower_loose(i) if level == 2 or w.text[i - 1] == "." else 0)

    def _lower_loose(self, i: int) -> int:
        """Read a surname and what may follow it in a name, all in lower case, behind a form of address."""
        w = self.w
        low = w.low[i]
        foreign = low in FOREIGN_FIRST and not is_syllable(low)
        if not (low in self.s.sure or low in self.common or foreign) or i in self.in_address:
            return 0
        j = i + 1
        closed = j
        while (
            closed < w.size
            and closed - i < 4
            and w.kind[closed] == LOWER
            and w.gap[closed] == 1
            and not self._ends_here(closed)
        ):
            closed += 1
        bounded = closed - i >= 2 and (
            closed >= w.size or w.kind[closed] in (BREAK, MARK) or w.gap[closed] == 2
        )
        if (
            bounded
            and w.text[closed : closed + 1] != [":"]
            and (w.low[i] in self.s.sure or w.gap[closed : closed + 1] == [2])
            and not any(low in self.s.stops and low not in self.s.given for low in w.low[i + 1 : closed])
        ):
            return self._add(i, closed, 0.7, "person_title")
        while (
            j < w.size
            and j - i < 4
            and w.kind[j] in (LOWER, LETTER)
            and w.gap[j] == 1
            and not self._ends_here(j)
        ):
            if (not foreign and w.low[j] not in self.s.given and w.low[j] not in self.s.middles) or w.low[
                j
            ] in self.s.hard_stops:
                break
            j += 1
        if (
            j - i < 2
            or f"{low}_{w.low[i + 1]}" in self.s.not_names
            or w.low[j - 1] in self.s.stops - self.s.given
        ):
            return 0
        if j - i == 2 and not (j >= w.size or w.kind[j] >= NUMBER or w.gap[j] == 2 or j in self.fields):
            return 0
        return self._add(i, j, 0.75, "person_title")

    def _trim(self, first: int, last: int) -> int:
        """Return the end of a name in a text that is all capitals: at the first word that names do not hold."""
        w = self.w
        for position, k in enumerate(self._syllables(first, last)):
            if position and w.low[k] == w.key[k] and w.key[k] in self.s.given_keys:
                continue
            if (
                position
                and w.low[k] not in self.s.given
                and w.low[k] not in self.s.middles
                and w.low[k] not in self.s.ethnic
                and w.kind[k] != LETTER
                and is_syllable(w.text[k])
                and "'" not in w.text[k]
            ):
                return k
        return last

    def _alone(self, first: int, last: int) -> bool:
        w = self.w
        before = first == 0 or w.kind[first - 1] in (BREAK, MARK)
        after = last >= w.size or w.kind[last] in (BREAK, MARK, NUMBER)
        return before and after

    def _given_shaped(self, k: int) -> bool:
        w = self.w
        if w.kind[k] == LETTER:
            return True
        return (
            w.low[k] in self.s.given
            or (is_syllable(w.text[k]) and w.low[k] not in self.s.stops)
            or (w.kind[k] in (TITLE, MIXED, UPPER) and not is_syllable(w.text[k]))
        )

    def _surname_first(self, i: int) -> bool:
        low = self.w.low[i]
        return (
            low in self.s.sure
            or low in self.s.weak
            or low in self.s.ethnic
            or low in self.s.strong
            or (low == self.w.key[i] and (low in self.s.sure_keys or low in self.s.weak_keys))
        )

    def _plain(self, i: int) -> int:
        """Read a name that nothing announces: from a surname, or from what follows it."""
        w = self.w
        kind = w.kind[i]
        if kind == LOWER:
            return self._lower(i)
        if end := self._figure(i):
            return end
        low, key = w.low[i], w.key[i]
        apostrophe = "'" in low
        if apostrophe and low[0] in "hkynm" and low[1] == "'" and len(low) > 2:
            last = self._run(i)
            if not self._named_after(i) and i not in self.in_address:
                return self._add(i, last, 0.85, "person_shape")
            return 0
        plain_ascii = low == key
        sure = low in self.s.sure or (plain_ascii and key in self.s.sure_keys and kind != LETTER)
        weak = not sure and (
            low in self.s.weak
            or low in self.s.strong
            or low in self.s.ethnic
            or (plain_ascii and (key in self.s.weak_keys or key in self.s.strong_keys))
        )
        if i in self.in_address or kind == MIXED:
            return 0
        if low in self.s.hard_stops and not sure:
            return 0
        last = self._run(i)
        if i + 1 < w.size and self._ends_here(i) and not (sure and i not in self.fields):
            return 0
        syllables = self._syllables(i, last)
        lows = [w.low[k] for k in syllables]
        n = len(lows)
        supported = self._supported(i, last)
        if n < 2 or (sure and n == 2 and lows[1] in self.s.stops - self.s.given):
            return 0
        pair = f"{lows[0]}_{lows[1]}"
        if self._is_heading(lows, syllables):
            return 0
        if all(w.low[k] == w.key[k] for k in syllables) and any(
            f"{a}_{b}" in _PLAIN_STOPS for a, b in pairwise(lows)
        ):
            return 0
        if self._named_after(i) or self._street_follows(i, last):
            return self._cut(syllables, last)
        score = 0.0
        if sure:
            score = self._sure(syllables, lows, pair, kind, supported)
        elif weak or (kind == LETTER and low in SINGLE_PREFIXES):
            score = self._weak(syllables, lows, pair, kind, supported)
        elif (
            low in FOREIGN_FIRST
            and 2 <= n <= 4
            and kind == TITLE
            and any(not is_syllable(w.text[k]) for k in syllables)
            and (
                i == 0
                or w.kind[i - 1] >= NUMBER
                or w.low[i - 1] == "và"
                or (
                    w.kind[i - 1] == LOWER
                    and not any(is_syllable(w.text[k]) for k in syllables)
                    and not self._named_after(i)
                )
            )
            and (last >= w.size or w.kind[last] >= NUMBER or w.low[i - 1] == "và")
        ):
            score = 0.6
        elif supported and low not in self.not_first and n >= 2 and (i == 0 or w.kind[i - 1] >= NUMBER):
            score = self._unknown(syllables, lows, supported)
        if not score:
            return 0
        last = self._cut(syllables, last)
        code = (
            ("person_shape", "person_birth", "person_signature")[supported] if supported else "person_shape"
        )
        return self._add(i, last, min(0.97, score + (0.1 if supported else 0)), code)

    def _figure(self, i: int) -> int:
        """Return the end of the name of a person of history at ``i``, alone or as the name of a place, or 0."""
        w = self.w
        joined = w.low[i]
        if joined == "lê" and w.low[i + 1 : i + 3] == ["-", "nin"]:
            return i + 3
        for j in range(i + 1, min(i + 6, w.size)):
            if w.kind[j] == BREAK:
                continue
            if w.kind[j] >= NUMBER or w.gap[j] > 1:
                return 0
            joined = f"{joined}_{w.low[j]}"
            if joined in self.s.figures:
                more = (
                    j + 1 < w.size
                    and w.kind[j + 1] == w.kind[i]
                    and w.gap[j + 1] == 1
                    and w.low[j + 1] in self.s.given
                )
                if more or self._supported(i, j + 1):
                    return 0
                return j + 1
        return 0

    def _supported(self, i: int, last: int) -> int:
        """Return 1 if a birth date or number follows, 2 if it stands alone in a signature block, else 0."""
        w = self.w
        if w.line[i] in self.signature_lines:
            before = (
                i == w.line_starts[w.line[i]]
                or w.gap[i] == 2
                or (w.kind[i - 1] == MARK and w.text[i - 1] != "/")
            )
            after = last >= w.size or w.kind[last] == BREAK or w.gap[last] == 2
            if before and after:
                return 2
        return 1 if self._birth_follows(last) else 0

    def _street_follows(self, i: int, last: int) -> bool:
        """Return whether it is a street: a house number before it, and no list of people."""
        w = self.w
        if i == 0 or w.kind[i - 1] != NUMBER or w.gap[i] > 1 or w.end[i - 1] - w.start[i - 1] > 5:
            return False
        first = w.line_starts[w.line[i]]
        if i - 1 == first:  # the number of a list, unless an address goes on behind it
            return (
                last + 1 < w.size
                and w.text[last] == ","
                and w.low[last + 1] in ("phường", "p", "quận", "q", "xã", "tp", "thành", "thị", "huyện", "f")
            )
        return w.text[i - 2] in ("/", "-", "số", "Số", ",", "SỐ") or w.kind[i - 2] == LOWER

    def _sure(self, entries: list[int], lows: list[str], pair: str, kind: int, supported: int) -> float:
        w = self.w
        n = len(lows)
        accented = any(w.low[k] != w.key[k] for k in entries)
        if pair in self.s.not_names:
            return 0.0
        if not accented and lows[0] == w.key[entries[0]]:
            good = sum(
                1
                for k in entries[1:]
                if w.key[k] in self.s.given_keys or w.key[k] in self.s.middle_keys or w.kind[k] == LETTER
            )
            if good < n - 1 or (n < 3 and not supported):
                return 0.0
            return 0.75
        if kind == UPPER:
            good = sum(
                1
                for low, k in zip(lows[1:], entries[1:], strict=True)
                if low in self.s.given or low in self.s.middles or w.kind[k] == LETTER
            )
            if n > 5 or (good < n - 1 and not (n >= 3 and lows[1] in self.s.middles)):
                return 0.0
            if n == 2 and not supported and not self._alone(entries[0], entries[-1] + 1):
                return 0.0
            return 0.85 if n > 2 else 0.6
        if n >= 3:
            return 0.9 if lows[1] in self.s.middles else 0.8
        if lows[1] in self.s.given or w.kind[entries[1]] == LETTER or is_syllable(w.text[entries[1]]):
            return 0.7 if lows[1] in self.s.given else 0.6
        return 0.6 if supported else 0.0

    def _weak(self, entries: list[int], lows: list[str], pair: str, kind: int, supported: int) -> float:
        w = self.w
        n = len(lows)
        if pair in self.s.double:
            return 0.85
        if pair in self.s.not_names or (lows[0] in self.not_first and lows[0] not in self.s.weak):
            return 0.0
        if kind == LETTER:  # Y Thông Niê, A Bưh
            if any(low in self.s.ethnic for low in lows[1:]) or supported:
                return 0.8
            listed = entries[0] > 1 and w.text[entries[0] - 1] == "." and w.kind[entries[0] - 2] == NUMBER
            return 0.6 if listed and n <= 4 and kind_of_rest(w, entries) else 0.0
        ethnic = lows[0] in self.s.ethnic and lows[0] not in self.s.weak
        if ethnic:
            return 0.8 if all(w.kind[k] in (TITLE, UPPER, LETTER) for k in entries) else 0.0
        if any(
            low in self.s.ethnic and low not in self.s.given and low not in self.s.weak for low in lows[1:]
        ) and lows[0] in ("y",):
            return 0.8
        known = [
            low in self.s.given
            or low in self.s.middles
            or w.kind[k] == LETTER
            or (low == w.key[k] and low in self.s.given_keys)
            for low, k in zip(lows[1:], entries[1:], strict=True)
        ]
        if self.plain and lows[0] not in self.common and not ethnic and not supported:
            return 0.0
        marker = lows[1] in ("văn", "thị", "a") or (
            lows[1] in ("van", "thi") and w.key[entries[0]] == lows[0]
        )
        if (
            marker
            and 3 <= n <= 5
            and not (
                kind == UPPER and any(low in self.s.headings and low not in self.s.given for low in lows)
            )
        ):
            return 0.85
        first, last = entries[0], entries[-1] + 1
        listed = (
            bool(self.found)
            and w.text[first - 1 : first] in ([","], [";"])
            and first - self.found[-1].last <= 5
            and first > self.found[-1].last
        )
        if (
            (
                listed
                and 2 <= n <= 4
                and (n > 2 or all(known))
                and kind != LETTER
                and lows[0] not in self.not_first
            )
            and (all(known) or lows[0] in FOREIGN_FIRST)
            and not self._is_place(first, last)
        ):
            return 0.65
        opens = (
            first == w.line_starts[w.line[first]]
            or w.gap[first] == 2
            or (
                w.kind[first - 1] in (MARK, NUMBER)
                and (
                    first - w.line_starts[w.line[first]] <= 3
                    or w.gap[first - 1] == 2
                    or w.text[first - 1] in ";:"
                )
            )
        )
        closes = last >= w.size or w.kind[last] in (BREAK, MARK, NUMBER) or w.gap[last] == 2
        if (
            supported == 1
            and 2 <= n <= 4
            and opens
            and (lows[0] not in self.not_first or lows[0] in self.common)
            and not self._is_place(first, last)
            and not self._is_place(first, first + 2)
            and all(low not in self.s.stops or low in self.s.given for low in lows)
            and kind != LETTER
        ):
            return 0.65
        if (
            all(known)
            and 3 <= n <= 4
            and opens
            and closes
            and (
                w.kind[first - 1] != MARK
                or (w.text[first - 1] in ".)" and first > 1 and w.kind[first - 2] == NUMBER)
                or (w.text[first - 1] == ":" and first not in self.other_values)
            )
            and (lows[0] not in self.not_first or lows[0] in self.common)
            and kind == TITLE
            and not self._is_place(first, last)
            and not self._is_place(first, first + 2)
            and lows[1] in self.s.middles
        ):
            return 0.6
        if not all(known):
            return (
                0.7
                if supported == 2
                and 2 <= n <= 4
                and all(is_syllable(w.text[k]) for k in entries)
                and not self._is_place(entries[0], entries[-1] + 1)
                else 0.0
            )
        if self._is_place(entries[0], entries[0] + 2) or self._is_place(entries[0], entries[-1] + 1):
            return 0.65 if supported and n >= 3 else 0.0
        if n == 2:
            return 0.6 if supported and lows[0] not in self.not_first else 0.0
        if lows[0] not in self.s.weak or (lows[0] in self.not_first and not supported):
            return (
                0.7
                if n <= 4
                and (
                    (lows[1] in self.s.middles and supported)
                    or (lows[0] in self.s.strong and lows[0] not in self.s.given and kind != UPPER)
                )
                else 0.0
            )
        if n in (3, 4) and lows[1] in self.s.middles:
            if kind == UPPER and not (supported or self._alone(entries[0], entries[-1] + 1)):
                return 0.0
            common = lows[0] in self.s.given and lows[0] not in self.common
            return 0.0 if common and not supported else 0.7
        return 0.0

    def _unknown(self, entries: list[int], lows: list[str], supported: int) -> float:
        """Judge a run without a known surname before a birth date or in a signature block."""
        w = self.w
        n = len(lows)
        if n > 5 or self._is_place(entries[0], entries[-1] + 1) or self._is_place(entries[0], entries[0] + 2):
            return 0.0
        if any(
            (low in self.s.stops and low not in self.s.given)
            or (low in self.not_first and low not in self.s.given)
            for low in lows
        ):
            return 0.0
        if w.kind[entries[0]] == UPPER and any(low in self.s.headings for low in lows):
            return 0.0
        keyed = [w.key[k] for k in entries]
        if keyed == lows and any(f"{a}_{b}" in _PLAIN_STOPS for a, b in pairwise(keyed)):
            return 0.0
        shaped = sum(1 for low in lows if low in self.s.given)
        if lows[0] in FOREIGN_FIRST and 2 <= n <= 4:
            return 0.6
        if any(not any(vowel in key for vowel in "aeiouy") for key in keyed):
            return 0.0
        if supported == 2:
            return 0.7 if shaped * 2 >= n or all(not is_syllable(w.text[k]) for k in entries) else 0.0
        return 0.6 if shaped >= n - 1 and n >= 2 else 0.0

    def _cut(self, entries: list[int], last: int) -> int:
        """Return the end of the first name where two stand side by side, and drop what is too long."""
        w = self.w
        for position in range(2, len(entries) - 1):
            low = w.low[entries[position]]
            if (
                low in self.s.sure
                and low not in self.s.given
                and w.low[entries[position + 1]] in self.s.middles
            ) or (position >= 3 and low in ("nguyễn", "trần", "phạm", "lê") and position + 2 < len(entries)):
                return entries[position]
        if len(entries) > 5 and w.low[entries[1]] in self.s.middles:
            return entries[4]
        return last

    def _lower(self, i: int) -> int:
        """Read a name in lower case by a sure surname and "văn", "thị" or another sure middle name."""
        w = self.w
        low, key = w.low[i], w.key[i]
        if i + 2 >= w.size or w.kind[i + 1] != LOWER:
            return 0
        plain = low == key and (self.plain or key in _ALWAYS_NAMES)
        if (
            self.lower_text
            and (low in self.s.sure or low in self.s.weak or low in self.s.strong)
            and i - w.line_starts[w.line[i]] <= 3
            and (i == 0 or w.kind[i - 1] >= NUMBER)
        ):
            j = i
            while (
                j < w.size
                and j - i < 5
                and w.kind[j] == LOWER
                and (j == i or w.gap[j] == 1)
                and not (j > i and self._ends_here(j))
            ):
                j += 1
            if (
                2 <= j - i <= 4
                and j < w.size
                and (
                    (w.kind[j] == NUMBER and (self._phone_at(j) or self._date_at(j)))
                    or (
                        w.kind[j] == BREAK
                        and j + 1 < w.size
                        and w.kind[j + 1] == NUMBER
                        and (self._phone_at(j + 1) or self._date_at(j + 1))
                    )
                )
                and all(is_syllable(word) for word in w.text[i:j])
                and f"{low}_{w.low[i + 1]}" not in self.s.not_names
                and w.low[j - 1] not in _BEFORE_DATES
            ):
                return self._add(i, j, 0.7, "person_birth")
        if not (low in self.s.sure or (plain and key in _LOWER_KEYS) or low in self.s.weak):
            return 0
        if self.plain and low == "duong" and self.w.key[i - 1 : i] != ["ong"]:
            return 0  # "đường …", far more often than the surname
        second, second_key = w.low[i + 1], w.key[i + 1]
        marker = second in ("văn", "thị") or (plain and second_key in ("van", "thi"))
        if low in self.s.weak and low not in self.s.sure:
            if (
                not marker
                or f"{low}_{second}" in self.s.not_names
                or second_key == second
                or low not in self.common
            ):
                return 0
        elif not marker and not (
            second in self.s.middles
            and (
                low in ("nguyễn", "huỳnh", "phạm", "bùi", "đặng", "trịnh", "hoàng")
                or self.lower_text
                or (second in _LOWER_MIDDLES and low in _LOWER_SURE)
            )
        ):
            return 0
        j = i + 2
        if (
            w.kind[j] != LOWER
            or w.gap[j] == 2
            or w.gap[i + 1] == 2
            or not is_syllable(w.text[j])
            or self._ends_here(j)
            or i in self.in_address
        ):
            return 0
        if self._named_after(i) or f"{second}_{w.low[j]}" in self.s.not_names:
            return 0
        if w.low[j] not in self.s.given and not (w.low[j] == w.key[j] and w.key[j] in self.s.given_keys):
            return 0
        j += 1
        if (
            j < w.size
            and w.kind[j] == LOWER
            and w.gap[j] < 2
            and w.low[j] in self.s.given
            and w.low[j - 1] in self.s.middles
            and not self._ends_here(j)
            and w.low[j] not in self.s.stops
            and j not in self.fields
        ):
            follows = w.low[j + 1] if j + 1 < w.size else ""
            if f"{w.low[j]}_{follows}" not in self.s.not_names:
                j += 1
        return self._add(i, j, 0.75, "person_shape")


_TALK = word_set("ơi ạ dạ nhé nha ok oke em anh chị mình bạn vâng ừ oi nhe da ad shop")
_DOTTED = word_set("""
ls bs bscki bsckii ds ths th_s ts gs pgs ks kts mr mrs ms dr c bn nsnd nsưt ô b a
""")


def kind_of_rest(w: Words, entries: list[int]) -> bool:
    """Return whether everything behind a one-letter first part is in Title Case."""
    return all(w.kind[k] == TITLE for k in entries[1:])


_COMMON_WEAK = word_set("hồ hà cao mai lương lâm lý chu tô la thái vương kiều thạch đàm")
_LOWER_KEYS = word_set("""
nguyen tran pham huynh hoang phan dang bui ngo duong dinh trinh truong vu vo le do
""")
_INTRODUCTIONS = frozenset(
    (
        "tên tôi là",
        "tôi tên là",
        "tôi tên",
        "em tên là",
        "em tên",
        "cháu tên là",
        "tên em là",
        "mình tên",
        "mình tên là",
        "tên là",
    )
)
_ALWAYS_NAMES = word_set("nguyen tran pham huynh hoang phan bui dang trinh")
_LOWER_SURE = word_set("phạm huỳnh trần lê hoàng đặng bùi ngô")
_LOWER_MIDDLES = word_set("hữu đình đức ngọc xuân quang minh thanh thành công quốc hoàng kim thu")


def name_spans(folded: Folded) -> list[NameSpan]:
    """Return the names of a text in entries of its ``Words``, found once."""
    return folded.memo("names", lambda f: _Reader(f).read())


class PersonRecognizer(VnRecognizer):
    """Finds names of people: the value exactly, without form of address, label and punctuation."""

    ENTITIES: ClassVar[tuple[EntityType, ...]] = (EntityType.PERSON,)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield the names of a text."""
        w: Words = words(folded)
        for name in name_spans(folded):
            tier = Tier.LABEL if name.code == "person_label" else Tier.STRUCTURE
            start, end = w.start[name.first], w.end[name.last - 1]
            yield Found(
                start, end, EntityType.PERSON, round(name.score, 2), Reason(name.code, name.clue), tier=tier
            )
