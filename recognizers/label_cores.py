"""What a label nobody has listed announces, by the word it is built on.

Papers word their labels freely ("Tên chủ hộ gia đình được phỏng vấn:", "Ngày Sinh Của Bé:", "Đ/chỉ:"), but in
Vietnamese the head of a phrase comes first and few heads announce a person, a home or a birth. ``core_of`` judges the
words before a colon or a tab; the table of ``person_labels`` goes before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import cache
from itertools import pairwise

from recognizers.folding import key_of
from recognizers.word_sets import word_set

_LONGEST = 9


class Core(Enum):
    """What a label announces."""

    NAME = "name"  #: a name for certain: "họ và tên …"
    PERSON = "person"  #: a person or a firm: the value has to look like a name
    ADDRESS = "address"
    BIRTH = "birth"


#: Heads of labels that ask for a person.
_PERSONS = word_set("""
họ tên người ng ngườ chủ ông bà anh chị em cô chú cháu bé con vợ chồng cha mẹ bố khách hộ cụ danh_tính quý_danh
nhân_chứng nạn_nhân bệnh_nhi sản_phụ thai_phụ phạm_nhân bệnh_nhân thân_nhân phụ_huynh học_trò học_sinh cư_dân
cổ_đông diễn_giả tác_giả khán_giả thí_sinh sinh_viên võ_sinh nữ_sinh nam_sinh học_viên ứng_viên thuyền_viên
đoàn_viên đảng_viên hội_viên giáo_viên giảng_viên nhân_viên đội_viên tiếp_viên nghiên_cứu_sinh thành_viên
vận_động_viên ứng_cử_viên huấn_luyện_viên cộng_tác_viên tình_nguyện_viên đại_lý_viên thuyền_trưởng tổ_trưởng
nhóm_trưởng trưởng_nhóm đối_tượng đương_sự bị_cáo bị_can bị_hại nguyên_đơn bị_đơn công_nhân nông_dân xã_viên
tài_xế lái_xe phụ_xe cấp_cho trao_cho trao_tặng tặng đơn_của hồ_sơ_của chứng_nhận kính_mời thân_mời
bên_cho bên_được bên_nhận bên_giao bên_vay bên_thuê bên_mua bên_bán cá_nhân đại_diện
""")
_ENGLISH_PERSONS = word_set("""
name tenant borrower applicant holder owner sender receiver recipient guest patient student employee insured
guarantor buyer seller passenger guardian parent person candidate customer client lender lessee lessor nominee
spouse husband wife father mother child payee payer beneficiary cardholder
""")
#: Behind such a head it is about a thing, an office or a number.
_THINGS = word_set("""
công đơn hàng thửa sản dự đề thuốc máy file tệp miền doanh cơ ngân chi lớp môn ngành xe loại khu đường phòng kho
phương giao bài sách tài_liệu tài_sản chương website web thiết vật gói mặt mục gọi_tắt hãng nhãn trường tổ
bưu hồ đầu sở giống cây bệnh dịch nhóm trạm vườn công_trình tàu thuyền hiệu địa điểm quán shop cửa tiếng
chỉ_tiêu biến cột bảng trái vật_tư nguyên hóa gia_súc khách_sạn văn_bản quyết giấy mẫu chức company product file
bank branch project item school course user domain host account_type tắt in
nghĩa nhiệm kinh_doanh kinh khẩu lực trình đề_tài trương trì trọ_số
""")
#: The value of these is a number, a date, a sum, a place … whoever they are about.
_OTHER_HEADS = word_set("""
số mã ngày giờ tháng năm thời mức tiền phí giá tổng lý nội kết tình quan mối loại chức nghề trình điểm kỳ email
mail web website ip mac facebook zalo điện đt sđt tel fax phone tk stk ngân tài thẻ bằng giấy hồ căn cccd cmnd
hộ_chiếu passport mst nhóm quốc dân_tộc tôn giới ghi chú lưu căn_cứ thông_báo quyết
""")
_EMAIL = word_set(
    "email mail e_mail ip mac web website url thư_điện ví_điện điện_tử trang_web kho_lưu lưu_trữ"
)
_OFFICES = word_set("""
trụ_sở làm_việc công_tác cơ_quan công_ty doanh_nghiệp cửa_hàng chi_nhánh trung_tâm trường đơn_vị kinh_doanh giao_dịch
văn_phòng shop head office bệnh_viện họp tổ_chức thi học khám cấp chữa đào_tạo
""")
_HOMES = word_set("""
địa_chỉ đ_chỉ đia_chỉ đia_chi dia_chi đchỉ đchi địachỉ chỗ_ở hộ_khẩu trú_quán thường_trú tạm_trú cư_trú hiện_trú cư_ngụ
lưu_trú trú_tại nhà_ở quê_nhà nơi_ở
""")
_HOME_ALONE = word_set("hktt đktt đkhktt ngụ trú address addr residence residential đchỉ đchi địachỉ")
#: "Thực trạng nhà ở", "Diện tích nhà ở": how somebody lives, not where.
_ABOUT_HOUSES = word_set(
    "thực_trạng hiện_trạng loại_nhà diện_tích hỗ_trợ kết_cấu chất_lượng sửa_chữa cải_tạo loại_hình"
)
#: "Nơi …" of a home.
_PLACE_OF = word_set("ở cư thường tạm nhận giao đang thuê lưu sinh_sống trả lấy trọ trú ngụ đón đktt hktt")
#: Questions and short heads that a home answers: "Bạn sống ở đâu?", "Em ở quận nào?", "Số nhà".
_HOME_ASKED = word_set("""
ở_đâu sống_ở ở_quận ở_huyện ở_phường ở_xã ở_tỉnh ở_khu số_nhà nhà_số điểm_đón điểm_trả nhà_ở
""")
_BORN = word_set("sinh sanh birth birthday born dob ntns yob birthdate đẻ")
_NOT_BEFORE_BORN = word_set("""
học khai thi phát tái vệ hộ giám môn tuyển thứ sản ký nữ nam hội hàm cứu hi võ nghiên giáo tân tiếp nơi tính số
dân y bảo mưu chúng khoáng dự
""")
_NOT_BEHIND_BORN = word_set("""
viên hoạt học sống thái hóa hoá lý sản trưởng lời quán kế tồn tử trắc con_dự nở tố vật thiết phẩm nhai dưỡng sôi
""")
_NOT_BORN_HEADS = word_set("nơi số mã giấy tên họ quê chỗ trường lớp lý tình môn phí tiền dự bản phòng khoa")


def _joined(words: Sequence[str]) -> set[str]:
    return {f"{a}_{b}" for a, b in pairwise(words)}


def core_of(words: Sequence[str]) -> Core | None:
    """Return what a label announces, or None.

    Args:
        words: its words in lower case, marks left out; without any accent they are given theirs.
    """
    if not words or len(words) > _LONGEST:
        return None
    if all(map(str.isascii, words)):
        accents = _accents()
        words = [accents.get(word, word) for word in words]
    return _judge(words)


def _judge(words: Sequence[str]) -> Core | None:
    pairs = _joined(words)
    if "_".join(words[:3]) in ("ngày_chào_đời", "năm_chào_đời"):
        return Core.BIRTH
    for place, word in enumerate(words):
        if (
            word in _BORN
            and (not place or words[place - 1] not in _NOT_BEFORE_BORN)
            and not (place + 1 < len(words) and words[place + 1] in _NOT_BEHIND_BORN)
            and words[0] not in _NOT_BORN_HEADS
        ):
            return Core.BIRTH
    if not _EMAIL.isdisjoint(pairs) or not _EMAIL.isdisjoint(words):
        return None
    home = not _HOMES.isdisjoint(pairs) or not _HOME_ALONE.isdisjoint(words)
    home = home or (not _HOME_ASKED.isdisjoint(pairs) and len(words) <= 6)
    if words[0] == "nơi" and len(words) > 1:
        home = (
            words[1] in _PLACE_OF or f"{words[1]}_{words[2] if len(words) > 2 else ''}" in _PLACE_OF or home
        )
    elif words[0] in ("giao", "ship", "gửi") and words[-1] in ("tới", "đến", "về", "tại"):
        home = True
    if home:
        office = not _OFFICES.isdisjoint(pairs) or not _OFFICES.isdisjoint(words)
        return None if office or not _ABOUT_HOUSES.isdisjoint(pairs) else Core.ADDRESS
    if words[0] in _OTHER_HEADS:
        return None
    first = "_".join(words[:3]), "_".join(words[:2]), words[0]
    thing = any(word in _THINGS for word in words[1:3]) or f"{'_'.join(words[1:3])}" in _THINGS
    if words[0] == "tên" or (words[0] == "họ" and "tên" in words):
        if thing and words[0] == "tên":
            return None
        sure = "họ" in words or len(words) < 4 or words[1] in _PERSONS
        return Core.NAME if sure else Core.PERSON
    if any(phrase in _PERSONS for phrase in first):
        return None if thing and words[0] != "hộ" else Core.PERSON
    if any(word in _ENGLISH_PERSONS for word in words):
        return None if not _THINGS.isdisjoint(words) else Core.PERSON
    return None


@cache
def _accents() -> dict[str, str]:
    """Return the accented form of each word of the lists, for labels written without accents."""
    table: dict[str, str] = {}
    for listed in (
        _PERSONS,
        _HOMES,
        _PLACE_OF,
        _OTHER_HEADS,
        _THINGS,
        _HOME_ASKED,
        _NOT_BEHIND_BORN,
        _NOT_BEFORE_BORN,
    ):
        for phrase in sorted(listed):
            for part in phrase.split("_"):
                table.setdefault(key_of(part), part)
    for word in ("tên", "họ", "nơi", "chỉ", "địa", "người", "chủ", "ở", "trú", "hộ", "khẩu", "sinh", "name"):
        table[key_of(word)] = word
    return table
