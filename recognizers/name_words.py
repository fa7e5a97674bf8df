"""Words around names: what ends one, what only looks like one, what announces one."""

from __future__ import annotations

from functools import cache

from recognizers.names import keys, name_sets
from recognizers.word_sets import word_set

#: The last word before the date of a heading ("… CÔNG NHÂN VIÊN NĂM 2025"), never of a name.
BEFORE_DATES = frozenset({"năm", "ngày", "tháng", "quý", "kỳ", "đợt", "lần", "số"})


#: Two words that end a name whatever comes before: positions, fields, agencies.
PAIR_STOPS = word_set("""
cam_đoan cam_kết giao_kết ký_kết thỏa_thuận thống_nhất chánh_văn chánh_án chánh_thanh từ_năm từ_ngày từ_tháng hạng_a hạng_b hạng_c hạng_d hạng_e hạng_nhất phạm_nhân tuyển_dụng
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


#: Of these, the ones that end a name as well: Phạm Công An, Nguyễn Việt Nam.
ALSO_NAMES = word_set("công_an việt_nam")
ORG_PAIRS = word_set("""
công_ty doanh_nghiệp văn_phòng ngân_hàng bệnh_viện tập_đoàn cửa_hàng siêu_thị nhà_hàng khách_sạn trung_tâm
nhà_thuốc nhà_sách nhà_xuất nhà_máy quán_ăn hợp_tác phòng_khám nhà_trường trường_thpt trường_thcs trường_tiểu
trường_mầm trường_đại trường_trung trường_cao đại_học học_viện tiểu_học chi_nhánh hãng_luật thương_hiệu
tiệm_vàng xí_nghiệp cơ_sở chi_cục văn_miếu khu_phố
""")


ORG_BREAKERS = word_set("""
do của ông bà anh chị là với và cho bởi gồm cùng có tại giám trưởng đốc chủ
""")


SIGN_CLUES = (
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


ID_CUES = word_set("cccd cmnd cmt cmtnd sđt đtdđ passport stk")


ID_PAIRS = word_set("""
căn_cước hộ_chiếu chứng_minh số_cccd số_cmnd số_cmt điện_thoại thường_trú trú_tại quốc_tịch giới_tính năm_sinh
ngày_sinh sinh_ngày sinh_năm số_điện số_căn số_định mã_số can_cuoc ho_chieu chung_minh so_cccd so_cmnd
dien_thoai thuong_tru nam_sinh ngay_sinh sinh_ngay sinh_nam so_dien
""")


POSITIONS = word_set("""
giám_đốc tổng_giám phó_giám trưởng_phòng phó_phòng phó_tổng trưởng_ban chủ_tịch phó_chủ kế_toán hiệu_trưởng
nhân_viên chuyên_viên trưởng_nhóm kỹ_sư
""")


BIRTH_CUES = frozenset(["sinh", "sn", "ns"])


#: Capitalised words that start sentences and lines in papers; a run that starts with one has no unknown surname.
NOT_FIRST = word_set("""
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
COMPOUNDS = word_set("""
vi_phạm tội_phạm quy_phạm sư_phạm xâm_phạm đồng_phạm tòng_phạm bãi_đỗ bến_đỗ thi_đỗ số_dương biểu_dương
tuyên_dương hải_dương bình_dương đại_dương hướng_dương chủ_trương khẩn_trương bắp_ngô cây_ngô ca_vũ lông_vũ
học_võ mặt_trần đèn_trần quạt_trần cởi_trần âm_dương tình_trạng_lê hoa_lê trái_lê quả_lê đường_hoàng
phượng_hoàng kho_bãi phạm_pháp hành_hạ phó_hoàng
""")


PLAIN_STOPS = keys(PAIR_STOPS)


#: Before a letter that is a number of a list or a kind of something, not short for a form of address.
BEFORE_LETTERS = word_set("""
điểm mục lớp nhóm khoản hạng loại phần ý câu đáp án khu lô block tầng tổ bậc vitamin gan cúm bảng mẫu cột nhà dãy
toà tòa viêm phương phụ bên cổng phòng bản tháp type size cấp khối
""")
#: Words that people are the subject of, right behind a name.
ACTS = word_set("""
đã đang sẽ vừa mới có là bị được đi về đến nói khai gọi dùng giật mượn trả nộp nhờ xin cho đưa nhận ký viết hỏi bảo
kể báo hứa vay mua bán lấy thuê ở sống làm nghỉ học thi chuyển gửi ck đánh đấm đâm chém chạy trốn bỏ ra vào lên
xuống tới cùng và với không chưa cũng lại rồi còn thì sinh mất chết ngồi đứng nằm ngủ ăn uống gặp thấy biết nhìn
nghe nghĩ muốn cần phải nên tự cầm dắt chở rủ lái ơi oi ạ nhé à nha nhớ hay thường rất hơi nhỏ lớn hơn quê trú nữa
đâu này kia thuộc hiện vẫn từng luôn đề trình thừa điều yêu đồng phản chối rời quay bước xông lao ném đập chửi quát
thanh kiện tố thua thắng đạt giữ giao chiếm tham phụ chịu đóng góp ủng mời rút nạp trúng khám nhập xuất tái mang đẻ sửa nấu
da dang se vua bi duoc di ve den noi goi xin nhan ky vay mua ban cung khong chua cung lai roi con thi gap
""")
#: Words that may stand right before somebody's name.
BEFORE = word_set("""
của cho với và cùng bởi do là gặp quen thấy đánh giao nhờ bảo gọi gửi hỏi đưa trả vay mời gồm cạnh cùng mượn yêu
cưới lấy đâm tìm đón chở đuổi giữa nói khuyên rủ theo sang tặng hoặc kèm nhận thăm giúp nuôi kể chọn bầu khen từ
báo ck tk ctk đến tới cấp vụ kiện tố
""")
#: English words of firms, jobs and headings: no part of a name.
ENGLISH_WORDS = word_set("""
from june july august september october november december january february april with
company limited group jsc corp corporation co ltd holdings inc joint stock bank school hotel clinic university college
content writer senior junior engineer manager developer designer marketing sales intern leader team lead officer executive
director assistant specialist analyst consultant accountant teacher nurse doctor driver staff project product business
software backend frontend data science skills education experience objective references hobbies summary profile contact
sex gender nationality address email phone mobile date birth place number passport invoice order total amount payment
service support center office department room check guest arrival departure city street ward district province vietnam
printing packaging trading logistics media studio coffee shop store house home garden tower plaza mall market park resort spa beauty food restaurant
""")
#: Labels of names that need not be built like one.
#: Labels of bilingual forms behind which a part of a name stands, whether or not a colon comes.
PARTS_OF_NAMES = frozenset(
    (
        "first name",
        "last name",
        "middle name",
        "family name",
        "given name",
        "given names",
        "surname",
        "signature",
    )
)
NICKNAME_LABELS = frozenset(
    (
        "tên gọi khác",
        "tên thường gọi",
        "tên thường gọi là",
        "tên gọi khác là",
        "tên ở nhà",
        "tên gọi ở nhà",
        "biệt danh",
        "biệt danh là",
        "bí danh",
        "tên thường dùng",
        "tên tục",
        "tục danh",
        "tục danh là",
        "tục gọi",
        "tục gọi là",
        "thường gọi",
    )
)
#: Before a given name that a telephone number follows.
CALLS = word_set(
    "tài xế thợ shipper gặp gọi hệ lh nhắn hỏi tìm đưa alo zalo báo cho của nhờ gap goi he nhan hoi tim dua bao"
)
TALK = word_set("ơi ạ dạ nhé nha ok oke em anh chị mình bạn vâng ừ oi nhe da ad shop")


DOTTED = word_set("""
ls bs bscki bsckii ds ths th_s ts gs pgs ks kts mr mrs ms dr c bn nsnd nsưt ô b a cki ckii ck đd nhs
""")


COMMON_WEAK = word_set("hồ hà cao mai lương lâm lý chu tô la thái vương kiều thạch đàm")


LOWER_KEYS = word_set("""
nguyen tran pham huynh hoang phan dang bui ngo duong dinh trinh truong vu vo le do
""")


INTRODUCTIONS = frozenset(
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


ALWAYS_NAMES = word_set("nguyen tran pham huynh hoang phan bui dang trinh")


LOWER_SURE = word_set("phạm huỳnh trần lê hoàng đặng bùi ngô")


LOWER_MIDDLES = word_set("hữu đình đức ngọc xuân quang minh thanh thành công quốc hoàng kim thu")


SURNAME_TITLES = word_set("vo chu ong ông ba co")
"""Forms of address, as they look without accents or always, that are surnames too."""


MIDDLES_AFTER_SURNAME = word_set("văn van thị thi đình dinh hữu huu đức duc")
"""Words that stand behind a surname far more often than they are one."""


#: What somebody does with money in a narration; the first two words, without accents.
MONEY_PAIRS = word_set("""
chuyen_tien chuyen_khoan chuyen_den ck_tien ck_tra ck_cho ck_qua tra_tien tra_no tra_lai nop_tien nop_hoc nop_phi dong_tien dong_hoc
thanh_toan gui_tien gui_tra ung_ho mua_hang dat_coc tien_hang tien_nha tien_phong hoc_phi tam_ung hoan_tien rut_tien
mung_cuoi tien_an tien_dien tien_hui gop_von tra_gop vay_tien chuyen_nham
""")


@cache
def common(plain: bool) -> frozenset[str]:
    """Return the weak surnames that many people bear; ``plain`` without accents."""
    return keys(COMMON_WEAK) if plain else COMMON_WEAK


@cache
def title_words(plain: bool) -> frozenset[str]:
    """Return the first words of the forms of address; ``plain`` without accents."""
    return frozenset(title.split("_")[0] for title in name_sets(plain).titles)


@cache
def pairs(plain: bool) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return ``PAIR_STOPS``, ``ORG_PAIRS``, ``NOT_FIRST``; ``plain`` without accents."""
    return (
        (keys(PAIR_STOPS), keys(ORG_PAIRS), keys(NOT_FIRST)) if plain else (PAIR_STOPS, ORG_PAIRS, NOT_FIRST)
    )
