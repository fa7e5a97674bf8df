"""Addresses, whole: from the house number to the province, in the old four-tier and the new two-tier form.

An address is a row of elements (house, lane, street, hamlet, building, commune, district, province), separated by
commas, hyphens, line breaks or nothing. Behind a label the whole value counts; in running text a row needs at least
two elements that support each other. Names of units come from the gazetteer; a unit word ("phường", "H.") makes any
capitalised words behind it a unit. See identifiers §2.20 of the reference.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from recognizers.base import Found, VnRecognizer
from recognizers.entities import EntityType
from recognizers.folding import Folded, key_of
from recognizers.gazetteer import DISTRICT, PROVINCE, SHORT_PROVINCES, WARD, gazetteer
from recognizers.names import HARD_STOPS
from recognizers.person_fields import Field, FieldKind, fields
from recognizers.results import Reason
from recognizers.tiers import Tier
from recognizers.word_sets import word_set
from recognizers.words import BREAK, LETTER, LOWER, MARK, MIXED, NUMBER, TITLE, UPPER, Words, is_plain, words

# Kinds of elements, as bits.
HOUSE, LANE, STREET, GROUP, BUILDING, IN_WARD, IN_DISTRICT, IN_PROVINCE, BARE, COUNTRY, MILITARY = (
    1 << n for n in range(11)
)
ADMIN = IN_WARD | IN_DISTRICT | IN_PROVINCE
FINE = HOUSE | LANE | STREET | GROUP | BUILDING | MILITARY

#: How a unit word may be followed: by a number or name; "n" number only; "." needs a dot, a number or to be inside.
_UNITS: dict[str, tuple[int, str]] = {}
for _kind, _how, _joined in (
    (LANE, "", "ngõ|ngách|hẻm|kiệt|hẽm"),
    (
        STREET,
        "",
        "đường|phố|đại lộ|quốc lộ|tỉnh lộ|hương lộ|ql|tl|đường số|phố số|đường tỉnh|đường quốc lộ|"
        "đường tỉnh lộ",
    ),
    (STREET, ".", "đ|hl|đl"),
    (STREET, "n", "km|đt|dt"),
    (
        GROUP,
        "",
        "tổ|tổ dân phố|tdp|khu phố|kp|xóm|thôn|ấp|buôn|bon|sóc|phum|tiểu khu|khóm|cụm dân cư|khu vực|plei|"
        "khu dân cư|kdc|tổ nhân dân|khu hành chính|liên gia|thôn bản|xóm trại|tổ dân cư|ấp chiến lược|làng|"
        "bản|khối|khối phố",
    ),
    (GROUP, "n", "khu|cụm|đội"),
    (
        BUILDING,
        "",
        "căn hộ|tòa nhà|toà nhà|tòa|toà|block|kđt|khu đô thị|ktt|khu tập thể|chung cư|ký túc xá|ktx|biệt thự|"
        "khu nhà ở|kđtm|khu đô thị mới|nhà công vụ|khu căn hộ|tháp|shophouse|liền kề|khu biệt thự|"
        "khu chung cư|cao ốc|tập thể|cư xá|khu công nghiệp|kcn",
    ),
    (BUILDING, "n", "căn|tầng|lầu|lô|phòng|nhà|dãy|kiot|ki ốt|ô|ch|cc|lô đất|ct"),
    (IN_WARD, "", "phường|xã|thị trấn|đặc khu"),
    (IN_WARD, ".", "p|x|tt|f|ph"),
    (IN_DISTRICT, "", "quận|huyện|thị xã"),
    (IN_DISTRICT, ".", "q|h|tx"),
    (IN_PROVINCE, "", "tỉnh|thành phố"),
    (IN_PROVINCE, ".", "tp|t|t p"),
    (
        MILITARY,
        "",
        "tiểu đoàn|trung đoàn|lữ đoàn|sư đoàn|quân đoàn|đại đội|hòm thư|đồn biên phòng|quân khu|trại giam",
    ),
):
    for _unit in _joined.split("|"):
        _UNITS[_unit] = (_kind, _how)
_UNIT_KEYS: dict[str, list[tuple[str, int, str]]] = {}
for _unit, (_kind, _how) in _UNITS.items():
    _UNIT_KEYS.setdefault(key_of(_unit.split()[0]), []).append((_unit, _kind, _how))
for _entries in _UNIT_KEYS.values():
    _entries.sort(key=lambda entry: -len(entry[0].split()))

_AGENCY = word_set("""
ủy_ban uỷ_ban nhân_dân công_an tòa_án toà_án viện_kiểm hội_đồng chi_cục phòng_giáo văn_phòng kho_bạc bảo_hiểm
ngân_hàng bệnh_viện trạm_y đảng_ủy thi_hành địa_bàn chủ_tịch bí_thư chính_quyền cơ_quan sở_tư sở_y sở_giáo
sở_tài sở_kế sở_lao sở_xây sở_công sở_nông sở_tài phòng_tư phòng_tài phòng_nội trung_tâm đồn_công trường_tiểu
trường_thpt trường_thcs trường_mầm hội_nông hội_phụ đoàn_thanh mặt_trận ban_chỉ tỉnh_ủy huyện_ủy quận_ủy
chi_nhánh đội_quản cục_thuế cục_thi ban_quản đăng_ký viện_ksnd ca_tỉnh lãnh_đạo
""")
_AGENCY_KEYS = frozenset(key_of(" ".join(_AGENCY)).split())
_AGENCY_WORDS = word_set("""
ubnd hđnd tand vksnd công_an ca cax caph caq cah sở cục bch bqp csgt csđt bhxh thads đtn mttq ubmttq thuế thpt
thcs
""")
_PROSE_STOPS = word_set("""
là có đã được làm cùng để với theo do mang khi vì nhưng nên cho bị sẽ vào thì này gồm đang hiện và hoặc sinh cấp
nghề gọi trong từ của đến trước sau bằng cách như không cũng tại quốc
""")
_PAIR_STOPS = word_set("""
sinh_ngày sinh_năm cấp_ngày quốc_tịch nghề_nghiệp điện_thoại số_điện cccd_số căn_cước chứng_minh hộ_chiếu
dân_tộc tôn_giáo giới_tính chức_vụ là_chủ sau_đây mã_số số_cccd số_cmnd ngày_cấp nơi_cấp ngày_sinh năm_sinh
đại_diện người_đại ông_nguyễn bên_b bên_a bên_mua bên_bán vợ_là trình_độ làm_nghề có_chồng có_vợ tài_khoản
số_tài
""")
#: Words that begin like a unit and are none.
_NO_UNITS = word_set("""
xã_hội xã_viên xã_giao tổ_trưởng tổ_chức tổ_phó tổ_quốc tổ_hợp tổ_ấm tổ_tiên tổ_tông tổ_liên bản_sao bản_chính
bản_án bản_vẽ bản_đồ bản_thân bản_quyền bản_cam bản_kê bản_mềm bản_ghi bản_gốc bản_tin bản_lĩnh bản_chất
bản_khai bản_tự bản_tường bản_hợp bản_đăng bản_scan bản_in bản_nháp bản_dịch bản_quy phòng_trọ phòng_cháy
phòng_ban phòng_khám phòng_chống phòng_ngừa phòng_ngủ phòng_học khu_trú đội_trưởng đội_ngũ đội_tuyển đội_phó
đội_quản phố_biển ấp_ủ làng_nghề huyện_ủy quận_ủy tỉnh_ủy tỉnh_thành huyện_đội quận_đội xã_đội tỉnh_đội
phường_đội phường_trưởng đường_dây đường_bộ đường_sắt đường_thủy đường_hàng đường_dẫn đường_kính đường_huyết
đường_lối đường_link đường_ống đường_truyền tòa_án toà_án tòa_soạn tòa_tuyên tòa_xét toà_xét cụm_từ khối_lượng
khối_tài khối_u căn_cứ căn_cước căn_nhà nhà_nước nhà_trường nhà_thầu nhà_máy nhà_đất nhà_ở nhà_thuốc nhà_hàng
nhà_riêng nhà_cung nhà_đầu lô_hàng lô_đất tầng_lớp tháp_tùng thôn_trưởng ấp_trưởng trưởng_thôn hộ_khẩu
thành_phố_trực đường_liền khu_nghỉ khu_cách phố_đi làng_xóm
""")
_NO_UNIT_KEYS = frozenset(key_of(" ".join(_NO_UNITS)).split()) - {
    "to_lien",
    "ban_in",
    "pho_di",
    "to_hop",
    "khu_nghi",
}
#: Behind a comma: the next detail of a person.
_NOT_ADDRESS = word_set("zalo sdt dt lh gplx cccd cmnd email mst stk facebook gioi quoc dan ton nghe")
#: Words in lower case that go on with an address behind a comma.
_NEAR = word_set("số nay cạnh gần đối sau trước kế nhà lô căn tầng phòng so")
#: Marks between a label and its value: "| Địa chỉ | …", "[ĐC] …", "**ĐC:** …".
_OPENING = frozenset(("|", "]", "*", '"', "“", "=", ">", "#", ":"))
_ABBREVIATED = word_set("p q tp tx tt h x t f ph đ kp st dr mr no sn s ql tl")
#: Words whose number follows: "biển số", "thửa đất số", "hợp đồng số".
_NUMBERED = word_set("""
mẫu liên tập seri phụ lục kỳ
biển khung máy cccd cmnd hộ chiếu khoản thẻ sổ thoại căn cước gcn hợp đồng đất thửa tờ phiếu đơn định vào hồ sơ
bản án lệnh hóa mã thuế dự công văn tư luật chứng kiểu loại ký seri phép tiền tổng đa thiểu gplx kênh lô hiệu
danh điều khẩu trang quyển lệ lãi hệ chỉ_số tham tần giấy nhận mst tk stk bhxh bhyt việc bến cổng nghị quyết sau
trước đồng_hồ bien khung may khoan the so thoai can cuoc hop dong dat thua to phieu don dinh vao ho an lenh hoa
ma thue cong van
""")
#: Labels behind which a province alone is an address.
_PROVINCE_LABELS = frozenset(
    ("hộ khẩu", "lấy chồng ở", "lấy vợ ở", "định cư ở", "định cư tại", "sinh sống ở", "sinh sống tại", "hktt")
)
#: Before an address in running text.
_AT = word_set("ở tại về đến tới trú ngụ")
_STREET_STOP = word_set("""
tháng ngày năm điều khoản mục chương luật người triệu tỷ nghìn đồng trang bản lần giờ phút tuổi tiết
""")


@dataclass(frozen=True, slots=True)
class AddressSpan:
    """An address found, in entries of ``Words`` (``last`` excluded)."""

    first: int
    last: int
    score: float
    code: str
    clue: str = ""
    office: bool = False


class Reader:
    """Reads elements of addresses in one text; entry numbers throughout."""

    def __init__(self, folded: Folded) -> None:
        self.w = words(folded)
        self.fields = fields(folded)
        self.places = gazetteer()
        self.plain = is_plain(folded)
        capitals = sum(1 for kind in self.w.kind if kind in (TITLE, UPPER))
        self.lower_text = capitals * 10 < sum(1 for kind in self.w.kind if kind == LOWER)

    # --- elements ---------------------------------------------------------------------------------------------

    def gap_size(self, j: int) -> int:
        """Return the number of characters between entry ``j`` and the one before."""
        return self.w.start[j] - self.w.end[j - 1] if j else 0

    def number(self, i: int) -> int:
        """Return the end of a house number or building code at ``i`` ("12/3A", "B12", "CT2-1203"), or ``i``."""
        w = self.w
        j = i
        if j >= w.size:
            return i
        digits_first = w.kind[j] == NUMBER
        if digits_first:
            length = w.end[j] - w.start[j]
            if (
                length > 5
                or (length > 3 and w.text[j][0] == "0")
                or (j > 1 and w.gap[j] == 0 and w.text[j - 1] in ",." and w.kind[j - 2] == NUMBER)
            ):
                return i
            j += 1
        elif (
            w.kind[j] in (LETTER, UPPER, TITLE, LOWER)
            and w.end[j] - w.start[j] <= 3
            and j + 1 < w.size
            and w.kind[j + 1] == NUMBER
            and w.gap[j + 1] == 0
            and w.end[j + 1] - w.start[j + 1] <= 5
        ):
            j += 2
        elif w.kind[j] == LETTER:
            if j + 2 < w.size and w.text[j + 1] in "-/." and w.kind[j + 2] == NUMBER and w.gap[j + 2] == 0:
                j += 3
            else:
                return i
        else:
            return i
        while j < w.size and w.gap[j] == 0:
            if (w.kind[j] in (LETTER, UPPER, LOWER) and w.end[j] - w.start[j] <= 2) or (
                w.kind[j] == NUMBER and w.end[j] - w.start[j] <= 5
            ):
                j += 1
            elif (
                w.text[j] in (("/", "-") if digits_first else ("/", "-", "."))
                and j + 1 < w.size
                and w.gap[j + 1] == 0
                and (
                    (w.kind[j + 1] == NUMBER and w.end[j + 1] - w.start[j + 1] <= 5)
                    or (w.kind[j + 1] in (LETTER, UPPER) and w.end[j + 1] - w.start[j + 1] <= 3)
                )
            ):
                j += 2
            else:
                break
        if w.end[j - 1] - w.start[i] > 16 or (
            j - i >= 5
            and digits_first
            and w.text[j - 1][:2] in ("19", "20")
            and w.end[j - 1] - w.start[j - 1] == 4
        ):
            return i
        return j

    def place(self, i: int) -> tuple[int, int]:
        """Return the end and levels of the longest gazetteer name at ``i``; (i, 0) if none."""
        w = self.w
        if i >= w.size:
            return i, 0
        best = (i, 0)
        low = key = ""
        j = i
        while j < w.size and j - i < 6:
            if (
                w.kind[j] == MARK
                and w.text[j] == "-"
                and j > i
                and j + 1 < w.size
                and w.kind[j + 1] < NUMBER
                and w.kind[j + 1] != LOWER
            ):
                j += 1  # Bà Rịa - Vũng Tàu, Phan Rang - Tháp Chàm
                if j - i > 5:
                    break
            if (
                w.kind[j] == BREAK
                and j > i
                and j + 1 < w.size
                and w.kind[j + 1] == w.kind[j - 1]
                and (w.kind[j - 1] in (TITLE, UPPER) or self.lower_text)
                and w.text[j - 1] != ","
            ):
                j += 1
            if w.kind[j] > NUMBER or (j > i and self.gap_size(j) > 2):
                break
            low = f"{low} {w.low[j]}" if low else w.low[j].replace("'", " ")
            key = f"{key} {w.key[j]}" if key else w.key[j].replace("'", " ")
            levels = self.places.levels(low, key)
            if levels:
                best = (j + 1, levels)
            j += 1
        if not best[1]:
            short = w.key[i]
            if short in SHORT_PROVINCES and (
                (
                    w.kind[i] in (UPPER, MIXED)
                    and not (i + 1 < w.size and w.text[i + 1] == "-" and w.gap[i + 1] == 0)
                    and not (i and w.text[i - 1] == "-" and w.gap[i] == 0)
                )
                or (w.kind[i] == LOWER and i and w.text[i - 1] == ",")
            ):
                return i + 1, PROVINCE
        return best

    def unit(self, i: int, *, inside: bool) -> tuple[int, int, str] | None:
        """Return (entry after, kind, how) of a unit word at ``i``.

        Args:
            i: the entry.
            inside: whether an address is known to be under way, so that short forms need no dot.
        """
        w = self.w
        if w.kind[i] >= NUMBER:
            return None
        if i + 1 < w.size:
            if f"{w.low[i]}_{w.low[i + 1]}" in _NO_UNITS:
                return None
            if self.plain and f"{w.key[i]}_{w.key[i + 1]}" in _NO_UNIT_KEYS:
                return None
        for unit, kind, how in _UNIT_KEYS.get(w.key[i], ()):
            parts = unit.split()
            n = len(parts)
            if i + n > w.size:
                continue
            j = i
            ok = True
            for position, part in enumerate(parts):
                if position and j < w.size and (w.text[j] == "." or w.kind[j] == BREAK):
                    j += 1
                if j >= w.size or (
                    w.low[j] != part
                    and not (
                        (self.plain or inside or len(parts) > 1)
                        and w.key[j] == w.low[j] == key_of(part)
                        and len(part) > 1
                    )
                ):
                    ok = False
                    break
                j += 1
            if not ok:
                continue
            glued = j < w.size and w.kind[j] == NUMBER and w.gap[j] == 0
            dotted = j < w.size and w.text[j] == "." and w.gap[j] == 0
            if dotted:
                j += 1
            if glued and unit == "p" and w.end[j] - w.start[j] > 2:
                kind, how = BUILDING, "n"
            abbreviated = (
                dotted
                or glued
                or (
                    inside
                    and (
                        w.kind[i] in (LETTER, UPPER, TITLE)
                        or (len(unit) == 2 and j < w.size and bool(self.place(j)[1]))
                    )
                )
            )
            if (
                how == "."
                and not abbreviated
                and not (
                    unit in ("tp", "tx", "tt")
                    and w.kind[i] in (UPPER, TITLE, MIXED)
                    and j < w.size
                    and w.kind[j] in (TITLE, UPPER)
                )
            ):
                continue
            return j, kind, how
        return None

    def unit_name(self, j: int, *, inside: bool, kind: int) -> int:
        """Return the end of the number or name of a unit from ``j``, or ``j`` if there is none."""
        w = self.w
        if j >= w.size:
            return j
        if w.kind[j] == BREAK:
            nxt = j + 1
            if nxt >= w.size or nxt in self.fields or self.unit(nxt, inside=True):
                return j
            if w.kind[nxt] == NUMBER and nxt + 1 < w.size and w.text[nxt + 1] == ",":
                return nxt + 1
            end, levels = self.place(nxt) if w.kind[nxt] in (TITLE, UPPER) else (nxt, 0)
            if not levels and w.kind[nxt] in (TITLE, UPPER):
                end = nxt
                while end < w.size and end - nxt < 4 and w.kind[end] == w.kind[nxt]:
                    end += 1
                levels = int(end < w.size and w.text[end] == ",")
            return end if levels else j
        if w.kind[j] == MARK:
            if w.text[j] in "\"'“:" and j + 1 < w.size and w.kind[j + 1] != BREAK:
                j += 1
            else:
                return j
        if w.low[j] in ("số", "so") and j + 1 < w.size:
            end = self.number(j + 1)
            if end > j + 1:
                return end
        end = self.number(j)
        if end > j:
            return self._named_number(end, kind)
        end, levels = self.place(j)
        if (
            levels
            and w.kind[j] != LOWER
            and kind & ADMIN
            and not (
                end < w.size
                and w.kind[end] in (TITLE,)
                and w.gap[end] == 1
                and not self.unit(end, inside=True)
                and kind & IN_WARD
                and not self.place(end)[1]
            )
        ):
            # "Mỹ Đình 1", "Khu 2"
            if (
                end < w.size
                and w.kind[end] == NUMBER
                and w.gap[end] == 1
                and w.end[end] - w.start[end] <= 2
                and not self._date_like(end)
            ):
                end += 1
            return end
        if (
            kind & STREET
            and w.low[j] in ("liên", "ven", "nội", "vành", "đê", "tránh", "dân", "lien")
            and w.kind[j] in (LOWER, TITLE, UPPER)
        ):
            k = j
            while k < w.size and k - j < 3 and w.kind[k] < NUMBER:
                k += 1
            return k
        k = j
        lower_ok = inside and w.kind[j] == LOWER
        first = w.kind[j]
        if first == LOWER and not lower_ok:
            return end if levels and kind & ADMIN else j
        while k < w.size and k - j < 5:
            if k > j and (
                (w.gap[k] == 2 and self.gap_size(k) > 2)
                or w.kind[k] >= BREAK
                or (k in self.fields and self.fields[k].colon)
            ):
                if w.kind[k] == MARK and w.text[k] == "'":
                    k += 1
                    continue
                if (
                    w.kind[k] == BREAK
                    and k + 1 < w.size
                    and w.kind[k + 1] in (first, TITLE)
                    and first != LOWER
                    and (k - j == 1 or (k + 2 < w.size and w.text[k + 2] == ","))
                    and k + 1 not in self.fields
                    and not self.unit(k + 1, inside=True)
                ):
                    k += 1  # "phường Bến\nNghé"
                    continue
                break
            if w.kind[k] == NUMBER:
                if w.end[k] - w.start[k] <= 3 and k > j and not self._date_like(k):
                    k += 1
                break
            if lower_ok:
                if w.kind[k] != LOWER or (w.low[k] in _PROSE_STOPS and w.low[k] != "cách"):
                    break
            elif w.kind[k] == LOWER or (first == UPPER and w.kind[k] == TITLE):
                break
            if (
                k > j
                and (
                    self.unit(k, inside=True)
                    or f"{w.low[k]}_{w.low[k + 1] if k + 1 < w.size else ''}" in _PAIR_STOPS
                )
                and not (
                    w.kind[k] == TITLE
                    and w.low[k]
                    not in (
                        "phường",
                        "quận",
                        "huyện",
                        "xã",
                        "tỉnh",
                        "thành",
                        "thị",
                        "tp",
                        "p",
                        "q",
                        "h",
                        "x",
                        "tổ",
                        "thôn",
                    )
                )
            ):
                break
            k += 1
        if lower_ok:
            longest, levels = self.place(j)
            if levels and (longest <= k or kind & ADMIN):
                return longest
        return k

    def _named_number(self, end: int, kind: int) -> int:
        """Return the end of a lane, street or building whose number a name follows ("ngõ 248 Phan Chu Trinh")."""
        w = self.w
        if (
            not kind & (LANE | STREET | BUILDING)
            or end >= w.size
            or w.gap[end] != 1
            or self.unit(end, inside=True)
        ):
            return end
        if (
            w.kind[end] == NUMBER
            and end + 2 < w.size
            and w.low[end + 1] in ("tháng", "thang")
            and w.kind[end + 2] == NUMBER
        ):
            return end + 3
        if w.kind[end] not in (TITLE, UPPER) or w.low[end] in HARD_STOPS or end in self.fields:
            return end
        return self.unit_name(end, inside=False, kind=STREET)

    def _date_like(self, k: int) -> bool:
        w = self.w
        return (
            k + 1 < w.size
            and w.text[k + 1] in ("/", "-")
            and w.gap[k + 1] == 0
            and k + 2 < w.size
            and w.kind[k + 2] == NUMBER
        )

    def element(self, i: int, *, inside: bool) -> tuple[int, int]:
        """Return (kind bits, end) of the address element at ``i``; (0, i) if there is none."""
        w = self.w
        if i >= w.size or w.kind[i] >= BREAK:
            return 0, i
        low = w.low[i]
        # a house number, with or without its word
        j = i
        if low in ("số", "so", "sn", "nhà", "nha") and i + 1 < w.size:
            j = i + 1
            if w.low[j] in ("nhà", "số", "nha", "so"):
                j += 1
            if j < w.size and w.text[j] in (".", ":") and j + 1 < w.size:
                j += 1
        end = (
            self.number(j)
            if j < w.size and not (low in ("nhà", "nha") and j == i + 1 and w.kind[j] != NUMBER)
            else j
        )
        if j == i and i and w.gap[i] == 0 and w.kind[i - 1] < NUMBER:
            end = j
        if j == i and w.text[i + 1 : i + 2] == ["."] and self.unit(i, inside=inside):
            end = j  # "Q.1" is a district, not a building's code
        if end > j and (w.kind[i] == NUMBER or j > i or inside or (w.kind[i] == LETTER and w.key[i] == "k")):
            found = self._after_house(end, inside=inside, worded=j > i)
            if found:
                return HOUSE | found[0], found[1]
            if (
                ((j > i and (low != "nhà" or j > i + 1)) or inside)
                and not self._date_like(j)
                and (j > i or end >= w.size or w.kind[end] >= BREAK or w.gap[end])
            ):
                return HOUSE, end
        unit = self.unit(i, inside=inside)
        if unit:
            after, kind, how = unit
            if how == "n":
                stop = self.number(after)
                if stop == after and kind == BUILDING and after < w.size and w.low[after] == "số":
                    stop = self.number(after + 1)
                if stop == after and inside and kind == BUILDING and w.kind[after : after + 1] == [LETTER]:
                    stop = after + 1  # "dãy B"
            else:
                stop = self.unit_name(after, inside=inside, kind=kind)
            if stop > after:
                return kind, stop
            if not inside:
                return 0, i
        if w.kind[i] == LOWER and not inside:
            return 0, i
        if low == "việt" and i + 1 < w.size and w.low[i + 1] == "nam":
            return COUNTRY, i + 2
        end, levels = self.place(i)
        if levels and (w.kind[i] != LOWER or inside):
            if (
                end < w.size
                and w.kind[end] == NUMBER
                and w.gap[end] == 1
                and w.end[end] - w.start[end] <= 2
                and levels & WARD
                and not self._date_like(end)
            ):
                end += 1
            return BARE | (
                IN_PROVINCE if levels & PROVINCE else IN_DISTRICT if levels & DISTRICT else IN_WARD
            ), end
        return 0, i

    def _after_house(self, j: int, *, inside: bool, worded: bool) -> tuple[int, int] | None:
        """Return (kind, end) of the street behind a house number ending at ``j``, or None."""
        w = self.w
        k = j
        if k < w.size and w.text[k] == "," and k + 1 < w.size:
            k += 1
        if k >= w.size or w.kind[k] > NUMBER or self.gap_size(k) > 2 or (k == j and w.gap[k] == 0):
            return None
        unit = self.unit(k, inside=inside)
        if unit and unit[1] & (LANE | STREET | GROUP):
            stop = self.unit_name(unit[0], inside=inside or worded, kind=unit[1])
            if stop > unit[0]:
                return unit[1], stop
        if k > j:
            return None
        if w.low[k] in ("số", "so") and k + 1 < w.size and w.kind[k + 1] == NUMBER:
            return STREET, k + 2
        if w.kind[k] in (LETTER, UPPER) and (code := self.number(k)) > k:
            named = (
                code < w.size
                and w.kind[code] in (TITLE, UPPER)
                and w.gap[code] == 1
                and not self.unit(code, inside=True)
            )
            return STREET, self.unit_name(code, inside=False, kind=STREET) if named else code
        if (
            w.kind[k] == NUMBER
            and k + 2 < w.size
            and w.low[k + 1] in ("tháng", "thang")
            and w.kind[k + 2] == NUMBER
        ):
            return STREET, k + 3
        if w.kind[k] in (TITLE, UPPER, MIXED) and w.low[k] not in _STREET_STOP and w.low[k] not in HARD_STOPS:
            stop = self.unit_name(k, inside=False, kind=STREET)
            if stop > k and not unit and (inside or worded or self._closes(stop)):
                return STREET, stop
        if (
            inside
            and w.kind[k] == LOWER
            and not unit
            and w.low[k] not in _STREET_STOP
            and w.low[k] not in _PROSE_STOPS
        ):
            stop = self.unit_name(k, inside=True, kind=STREET)
            if stop > k:
                return STREET, stop
        return None

    def _closes(self, j: int) -> bool:
        """Return whether a street name may end at ``j``: a mark, a line's end, another unit."""
        w = self.w
        return (
            j >= w.size or w.kind[j] >= BREAK or self.gap_size(j) > 1 or self.unit(j, inside=True) is not None
        )

    # --- rows of elements --------------------------------------------------------------------------------------

    def row(self, i: int, *, inside: bool) -> tuple[list[int], int]:
        """Return the kinds of the elements from ``i`` on and the end of the last one."""
        w = self.w
        kinds: list[int] = []
        end = j = i
        while j < w.size and len(kinds) < 14:
            kind, stop = self.element(j, inside=inside or bool(kinds))
            if (
                kind
                and kinds
                and kind & BARE
                and not inside
                and j - end == 0
                and not kinds[-1] & (ADMIN | STREET | LANE | GROUP)
            ):
                break
            if not kind:
                if (not kinds and not inside) or j == end:
                    break
                stop = self._unknown(j, inside=inside)
                if not stop:
                    break
                kind = 0
            if (kind & HOUSE and any(earlier & ADMIN for earlier in kinds)) or (
                kind & (STREET | LANE) and any(earlier & (IN_DISTRICT | IN_PROVINCE) for earlier in kinds)
            ):
                break  # another address begins
            kinds.append(kind)
            end = j = stop
            if kind & COUNTRY:
                break
            j = self._separator(j, kind, inside=inside)
            if j < 0:
                break
        while kinds and kinds[-1] == 0:  # never ends on an unknown chunk
            kinds.pop()
            inside_end = end
            end = inside_end
        return kinds, end

    def _separator(self, j: int, kind: int, *, inside: bool) -> int:
        """Return where the next element may begin after one that ends at ``j``, or -1 if the address ends."""
        w = self.w
        comma = False
        k = j
        while k < w.size and w.kind[k] == MARK and w.text[k] in ",-./\"'”)" and k - j < 3:
            if w.text[k] == ")" and not (
                k + 1 < w.size and (w.text[k + 1] in (",", "-") or self.unit(k + 1, inside=True))
            ):
                return -1
            if w.text[k] == "." and not (
                k + 1 < w.size and w.kind[k + 1] != BREAK and self.unit(k + 1, inside=True)
            ):
                return -1
            comma = comma or w.text[k] in ",-"
            k += 1
        if (
            k < w.size
            and w.text[k] == "("
            and k + 1 < w.size
            and w.low[k + 1] in ("nay", "cũ", "trước", "mới")
        ):
            k += 2
            while k < w.size and w.low[k] in ("là", "thuộc", "đây", "cũ"):
                k += 1
        if k < w.size and w.low[k] in ("thuộc", "của") and k + 1 < w.size and self.unit(k + 1, inside=True):
            k += 1
        if k < w.size and w.kind[k] == BREAK:
            k += 1
            if k >= w.size or w.kind[k] >= BREAK or k in self.fields:
                return -1
            unit = self.unit(k, inside=True)
            if (
                not comma
                and not (unit and (unit[1] & ADMIN))
                and not (self.place(k)[1] and w.kind[k] != LOWER and self._whole_line(k))
            ):
                return -1
            if comma and kind & IN_PROVINCE and not unit:
                return -1
        if k >= w.size or (k in self.fields and (self.fields[k].colon or self.fields[k].value - k > 1)):
            return -1
        if k == j and not comma:
            if self.gap_size(k) > 2:
                return -1
            unit = self.unit(k, inside=w.kind[k] != LOWER)
            if (
                not unit
                and not (self.place(k)[1] & PROVINCE and w.kind[k] != LOWER)
                and not (
                    kind & (BUILDING | HOUSE)
                    and w.kind[k] != NUMBER
                    and w.kind[k] != LOWER
                    and self.number(k) > k
                )
            ):
                return -1
            if w.kind[k] == NUMBER:
                return -1
        return k

    def _whole_line(self, k: int) -> bool:
        """Return whether gazetteer names fill the line from ``k``."""
        w = self.w
        last = w.line_ends[w.line[k]]
        while k < last:
            end, levels = self.place(k)
            if not levels:
                return False
            k = end
            while k < last and w.kind[k] == MARK and w.text[k] in ",.-;":
                k += 1
        return True

    def _unknown(self, j: int, *, inside: bool) -> int:
        """Return the end of a chunk of unknown words that a known element follows, or 0."""
        w = self.w
        k = j
        while (
            k < w.size
            and k - j < (8 if inside else 5)
            and w.kind[k] not in (BREAK,)
            and w.text[k] not in (",", ";", ":", ".", "(", ")")
        ):
            if (k in self.fields and self.fields[k].colon) or (
                w.low[k] in _PROSE_STOPS and w.kind[k] == LOWER
            ):
                return 0
            if (
                w.kind[k] == NUMBER and w.end[k] - w.start[k] > 5
            ) or f"{w.low[k]}_{w.low[k + 1] if k + 1 < w.size else ''}" in _PAIR_STOPS:
                return 0
            if not inside and w.kind[k] == LOWER:
                return 0
            k += 1
        if k == j or k >= w.size or w.text[k] not in (",", "-"):
            return 0
        nxt = k + 1
        if nxt < w.size and w.kind[nxt] == BREAK:
            nxt += 1
        if nxt >= w.size or w.kind[nxt] >= BREAK:
            return 0
        kind, _ = self.element(nxt, inside=True)
        if not kind & ADMIN or (kind & BARE and not inside and not kind & IN_PROVINCE):
            return 0
        return k

    # --- values of fields -------------------------------------------------------------------------------------

    def value_start(self, field: Field) -> int:
        """Return the first entry of a field's value, on the next line if nothing follows on this one; -1 if none."""
        w = self.w
        i = field.value
        breaks = 0
        while i < w.size and (
            (w.kind[i] == BREAK and breaks < 2) or (w.text[i] in _OPENING and i - field.value < 5)
        ):
            breaks += w.kind[i] == BREAK
            i += 1
        if i >= w.size or w.kind[i] == BREAK:
            return -1
        if breaks and (
            i in self.fields or (not field.colon and field.first != w.line_starts[w.line[field.first]])
        ):
            return -1
        return i

    def value_end(self, i: int, *, colon: bool) -> int:
        """Return where a field's value from ``i`` ends: next label, line, sentence, long number."""
        w = self.w
        j = i
        lines = 0
        while j < w.size and j - i < 80:
            kind = w.kind[j]
            if j > i and j in self.fields:
                field = self.fields[j]
                if field.colon or field.value - j > 1 or field.kind is not FieldKind.OTHER:
                    break
            if j > i and w.text[j - 1] == "," and kind < NUMBER:
                if w.key[j] in _NOT_ADDRESS:
                    break
                if (
                    kind == LOWER
                    and not self.lower_text
                    and w.low[j] not in _NEAR
                    and not self.unit(j, inside=True)
                ):
                    break  # "…, TP. Hà Nội, điều khiển xe"
            if kind == BREAK:
                if lines == 3 or not self._goes_on(i, j):
                    break
                lines += 1
                j += 1
                continue
            if kind == MARK:
                mark = w.text[j]
                if mark in (";", "|", "•", ":", "=", "[", "{") or len(mark) > 1:
                    break
                if mark == ")" and "(" not in w.text[i:j]:
                    break
                if mark == "(" and not (
                    j + 1 < w.size
                    and w.low[j + 1]
                    in ("nay", "cũ", "trước", "mới", "theo", "địa", "gần", "số", "tổ", "thôn", "p", "phường")
                ):
                    break
                if mark == "." and (
                    j + 1 >= w.size
                    or w.kind[j + 1] == BREAK
                    or (
                        w.gap[j + 1]
                        and not (w.low[j - 1] in _ABBREVIATED and j > i)
                        and w.kind[j + 1] in (TITLE, UPPER)
                        and not self.unit(j + 1, inside=False)
                    )
                ):
                    break
            elif (kind == NUMBER and w.end[j] - w.start[j] >= 6) or (
                kind == LOWER
                and j > i
                and w.low[j] in _PROSE_STOPS
                and (not colon or w.low[j] not in ("tại", "trong"))
            ):
                break
            if j > i and kind < NUMBER and j + 1 < w.size and f"{w.low[j]}_{w.low[j + 1]}" in _PAIR_STOPS:
                break
            if (
                j > i
                and self.gap_size(j) > 2
                and kind < BREAK
                and not self.unit(j, inside=True)
                and not self.place(j)[1]
            ):
                break
            j += 1
        while j > i and (w.kind[j - 1] == BREAK or (w.kind[j - 1] == MARK and w.text[j - 1] not in (")",))):
            j -= 1
        return j

    def _goes_on(self, i: int, j: int) -> bool:
        """Return whether an address from ``i`` goes on after the line break at ``j``."""
        w = self.w
        k = j + 1
        if k >= w.size or k in self.fields or w.kind[k] == BREAK or w.kind[k] == MARK:
            return False
        comma = w.text[j - 1] in (",", "-") and j > i
        unit = self.unit(k, inside=True)
        if (
            unit
            and self.unit_name(unit[0], inside=True, kind=unit[1]) > unit[0]
            and (unit[1] & ADMIN or comma or w.kind[k] == LOWER)
        ):
            return True
        if self.place(k)[1] and w.kind[k] != LOWER and (comma or self._whole_line(k)):
            return True
        if comma and w.kind[k] != NUMBER and w.line_length(j - 1) >= 30:
            last = w.line_ends[w.line[k]]
            return (
                any(w.text[n] == "," for n in range(k, last))
                and not any(w.text[n] == ":" for n in range(k, last))
                and last - k < 20
            )
        previous = self.unit(j - 1, inside=True) or (
            self.unit(j - 2, inside=True) if w.text[j - 1] == "." else None
        )
        return bool(previous and previous[1] & ADMIN and w.kind[k] in (TITLE, UPPER, NUMBER))


class _Finder:
    """Finds the addresses of one text."""

    def __init__(self, folded: Folded) -> None:
        self.r = Reader(folded)
        self.w = self.r.w

    def find(self) -> list[AddressSpan]:
        """Return the addresses in order, without overlaps."""
        w, r = self.w, self.r
        spans: list[AddressSpan] = []
        i = 0
        while i < w.size:
            field = r.fields.get(i)
            if field is not None and field.kind in (FieldKind.ADDRESS, FieldKind.OFFICE):
                span = self._labelled(field)
                if span:
                    spans.append(span)
                    i = max(span.last, i + 1)
                    continue
            if field is not None and field.kind in (FieldKind.BIRTHPLACE, FieldKind.ISSUER):
                start = r.value_start(field)
                if start >= 0:
                    i = max(
                        i + 1,
                        r.value_end(start, colon=field.colon)
                        if field.kind is FieldKind.BIRTHPLACE
                        else start,
                    )
                    continue
            if w.kind[i] < BREAK:
                span = self._plain(i) or self._lower_prose(i)
                if span:
                    spans.append(span)
                    i = span.last
                    continue
            i += 1
        return spans

    def _lower_prose(self, i: int) -> AddressSpan | None:
        """Read an address in a text in lower case behind "ở", "tại" and the like."""
        w = self.w
        if not self.r.lower_text or i == 0 or w.low[i - 1] not in _AT or w.gap[i] != 1 or i in self.r.fields:
            return None
        kinds, _ = self.r.row(i, inside=True)
        if sum(map(bool, kinds)) < 2:
            return None
        return self._labelled(Field(FieldKind.ADDRESS, i - 1, i, False, w.low[i - 1]))

    def _labelled(self, field: Field) -> AddressSpan | None:
        w, r = self.w, self.r
        start = r.value_start(field)
        if start < 0:
            return None
        office = field.kind is FieldKind.OFFICE
        while (
            start < w.size
            and (w.low[start] in ("tại", "ở", "là", "số:") or w.text[start] in (":", "-", "("))
            and w.kind[start] != BREAK
        ):
            start += 1
        if (
            start >= w.size
            or w.kind[start] == BREAK
            or (start in r.fields and r.fields[start].kind is not FieldKind.OTHER)
        ):
            return None
        kinds, row_end = r.row(start, inside=True)
        prose = not field.colon and start == field.value
        end = r.value_end(start, colon=field.colon)
        strong = (
            any((kind & ADMIN and not kind & BARE) or kind & (HOUSE | STREET | LANE) for kind in kinds)
            or sum(1 for kind in kinds if kind) >= 2
        )
        if kinds and (row_end > end or (prose and strong)):
            end = max(row_end, end) if not prose else row_end
        elif kinds and strong and row_end < end and any(kind & ADMIN for kind in kinds):
            k = row_end + 1 if w.text[row_end] == "," else row_end
            if k < end and w.kind[k] == LOWER:  # "…, TP. Hà Nội, chúng tôi gồm"
                end = row_end
        if end <= start:
            return None
        text_words = [k for k in range(start, end) if w.kind[k] < NUMBER]
        weak_label = field.label in (
            "đc",
            "đ/c",
            "d/c",
            "dc",
            "hk",
            "văn phòng",
            "đơn vị",
            "nơi làm việc",
            "vp",
            "ngụ",
            "quê",
            "cơ sở",
            "hộ khẩu",
            "đơn vị công tác",
            "nơi công tác",
            "cơ quan công tác",
            "địa điểm",
            "ở tại",
            "nhà ở",
            "hiện ở",
            "trú",
            "thường trú",
            "tạm trú",
            "cư trú",
            "hktt",
            "nơi ở",
            "giao về",
            "gửi về",
            "nhà tại",
            "nhà riêng",
            "nơi giao",
            "residence",
            "trụ sở",
        )
        bare_province = len(kinds) == 1 and kinds[0] & BARE and prose and field.label in _PROVINCE_LABELS
        if bare_province:
            return AddressSpan(start, row_end, 0.6, "address_label", field.label)
        if not strong and (weak_label or prose):
            return None
        if not text_words or w.low[text_words[0]] in (
            "như",
            "không",
            "nêu",
            "trên",
            "email",
            "ip",
            "mac",
            "cùng",
            "website",
        ):
            return None
        return AddressSpan(start, end, 0.95 if kinds else 0.8, "address_label", field.label, office)

    def _agency_before(self, i: int) -> bool:
        """Return whether the words before ``i`` make what follows the name of an agency, not an address."""
        w = self.w
        j = i - 1
        steps = 0
        while j >= 0 and steps < 12 and w.kind[j] not in (BREAK, MARK, NUMBER):
            if w.low[j] in _AGENCY_WORDS or (w.low[j] in ("tại", "ở", "trú", "ngụ") and steps == 0):
                return w.low[j] in _AGENCY_WORDS
            if j and f"{w.low[j - 1]}_{w.low[j]}" in (_AGENCY_KEYS if self.r.plain else _AGENCY):
                return True
            j -= 1
            steps += 1
        return False

    def _after_phone(self, i: int) -> bool:
        """Return whether a whole phone number ends right before entry ``i``."""
        w = self.w
        digits = 0
        j = i - 1
        while (
            j >= 0
            and (w.kind[j] == NUMBER or (w.kind[j] == MARK and w.text[j] in ".-"))
            and w.line[j] == w.line[i]
        ):
            digits += w.end[j] - w.start[j] if w.kind[j] == NUMBER else 0
            if digits > 11 or i - j > 2 * 11:
                return False  # no phone number is as long, and a page of digits is read once
            j -= 1
        return digits in (10, 11) and w.text[j + 1][0] == "0"

    def _plain(self, i: int) -> AddressSpan | None:
        w, r = self.w, self.r
        low = w.low[i]
        kind0 = w.kind[i]
        if kind0 == NUMBER:
            if i and (
                (w.kind[i - 1] != BREAK and w.gap[i] == 0 and w.text[i - 1] not in ",:;(…>|")
                or (w.kind[i - 1] == NUMBER and not self._after_phone(i))
            ):
                return None
            if i > 1 and w.kind[i - 1] == MARK and w.text[i - 1] in ".-" and w.kind[i - 2] == NUMBER:
                return None
            end = r.number(i)
            if (
                end >= w.size
                or (w.kind[end] >= BREAK and w.text[end] != ",")
                or (w.gap[end] == 0 and w.text[end] != ",")
            ):
                return None
        elif (
            low not in ("số", "so", "sn", "nhà")
            and w.key[i] not in _UNIT_KEYS
            and (kind0 == LOWER or w.low[i] in HARD_STOPS)
        ) or (
            kind0 in (LETTER,)
            and w.key[i] not in _UNIT_KEYS
            and not (i + 1 < w.size and w.kind[i + 1] == NUMBER)
        ):
            return None
        if low in ("số", "so", "sn") and i and w.gap[i] < 2 and w.low[i - 1] in _NUMBERED:
            return None
        lowered = kind0 == LOWER and r.lower_text and w.key[i] in _UNIT_KEYS and i not in r.fields
        first_kind, _ = r.element(i, inside=lowered)
        if not first_kind:
            return None
        if (
            kind0 == LOWER
            and low
            in (
                "tổ",
                "đội",
                "khu",
                "bản",
                "làng",
                "phòng",
                "nhà",
                "căn",
                "lô",
                "tầng",
                "cụm",
                "đường",
                "phố",
                "ô",
            )
            and first_kind & BARE
        ):
            return None
        kinds, end = r.row(i, inside=lowered)
        known = [kind for kind in kinds if kind]
        if lowered and not any(kind & ADMIN and not kind & BARE for kind in known):
            return None
        typed = sum(1 for kind in known if kind & ADMIN and not kind & BARE)
        bare = sum(1 for kind in known if kind & BARE)
        fine = sum(
            (1 if kind & (LANE | STREET | GROUP | BUILDING | MILITARY) else 0) + (1 if kind & HOUSE else 0)
            for kind in known
            if not kind & ADMIN
        )
        weight = 2 * typed + bare + fine
        house = any(kind & HOUSE for kind in known)
        province = any(kind & IN_PROVINCE for kind in known)
        spelled = any(kind & HOUSE and kind & (LANE | STREET | GROUP) for kind in known)
        if (
            typed >= 2
            or (fine and typed)
            or (fine >= 2 and bare)
            or (typed and bare)
            or (province and (bare >= 3 or (fine >= 1 and bare >= 2)))
        ):
            score = 0.85 if weight >= 5 else 0.75
        elif (spelled and fine >= 2 and low in ("số", "nhà", "so")) or (fine >= 3 and house):
            score = 0.6
        elif (
            spelled
            and kind0 == NUMBER
            and r.unit(r.number(i), inside=False)
            and w.low[r.number(i)] in ("đường", "phố", "ngõ", "hẻm", "ngách", "kiệt")
        ) or (
            len(known) == 1
            and known[0] & GROUP
            and low in ("thôn", "xóm", "ấp", "bản", "buôn")
            and i > 1
            and w.text[i - 1] == ","
            and w.kind[i - 2] in (TITLE, UPPER)
            and (end >= w.size or w.kind[end] == BREAK or w.text[end] in ";).")
        ):
            score = 0.55
        else:
            return None
        if not house and not fine and self._agency_before(i):
            return None
        if (
            fine
            and not house
            and self._agency_before(i)
            and not any(kind & (LANE | STREET) for kind in known)
        ):
            return None
        return AddressSpan(i, end, score, "address_structure")


def address_spans(folded: Folded) -> list[AddressSpan]:
    """Return the addresses of a text in entries of its ``Words``, found once."""
    return folded.memo("addresses", lambda f: _Finder(f).find())


def address_entries(folded: Folded) -> frozenset[int]:
    """Return the entries that belong to an address."""
    return folded.memo(
        "address_entries",
        lambda f: frozenset(entry for span in address_spans(f) for entry in range(span.first, span.last)),
    )


class AddressRecognizer(VnRecognizer):
    """Finds addresses as one finding each; those of offices are proposed to be kept."""

    ENTITIES: ClassVar[tuple[EntityType, ...]] = (EntityType.VN_ADDRESS,)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield the addresses of a text."""
        w: Words = words(folded)
        for span in address_spans(folded):
            tier = Tier.LABEL if span.code == "address_label" else Tier.STRUCTURE
            yield Found(
                w.start[span.first],
                w.end[span.last - 1],
                EntityType.VN_ADDRESS,
                span.score,
                Reason(span.code, span.clue),
                keep="office_address" if span.office else "",
                tier=tier,
            )
