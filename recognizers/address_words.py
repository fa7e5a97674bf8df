"""Unit words of addresses and the words that end or deny one."""

from __future__ import annotations

from recognizers.folding import key_of
from recognizers.names import SURE_SURNAMES, TITLES
from recognizers.word_sets import word_set

# Kinds of elements, as bits.
HOUSE, LANE, STREET, GROUP, BUILDING, IN_WARD, IN_DISTRICT, IN_PROVINCE, BARE, COUNTRY, MILITARY = (
    1 << n for n in range(11)
)
ADMIN = IN_WARD | IN_DISTRICT | IN_PROVINCE
FINE = HOUSE | LANE | STREET | GROUP | BUILDING | MILITARY

#: How a unit word may be followed: by a number or name; "n" number only; "." needs a dot, a number or to be inside.
UNITS: dict[str, tuple[int, str]] = {}
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
        "tổ|tổ dân phố|tdp|khu phố|kp|xóm|thôn|ấp|buôn|bon|sóc|phum|tiểu khu|khóm|cụm dân cư|khu vực|kv|plei|"
        "khu dân cư|kdc|khu tái định cư|khu tđc|tđc|tổ nhân dân|khu hành chính|liên gia|thôn bản|xóm trại|tổ dân cư|ấp chiến lược|làng|"
        "bản|khối|khối phố",
    ),
    (GROUP, "n", "khu|cụm|đội|kinh|kênh|rạch|xẻo"),  # homes of the delta lie on numbered canals
    (
        BUILDING,
        "",
        "căn hộ|tòa nhà|toà nhà|tòa|toà|block|kđt|khu đô thị|ktt|khu tập thể|chung cư|ký túc xá|ktx|biệt thự|"
        "khu nhà ở|kđtm|khu đô thị mới|nhà công vụ|khu căn hộ|tháp|shophouse|liền kề|khu biệt thự|"
        "khu chung cư|cao ốc|tập thể|cư xá|khu công nghiệp|kcn",
    ),
    (
        BUILDING,
        "n",
        "căn|tầng|lầu|lô|phòng|nhà|dãy|kiot|ki ốt|sạp|quầy|gian hàng|ô|ch|cc|lô đất|ct|apt|penthouse|villa",
    ),
    (IN_WARD, "", "phường|xã|thị trấn|đặc khu"),
    (IN_WARD, ".", "p|x|tt|f|ph"),
    (IN_DISTRICT, "", "quận|huyện|thị xã"),
    (IN_DISTRICT, "n", "district|dist"),
    (IN_WARD, "n", "ward"),
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
        UNITS[_unit] = (_kind, _how)
UNIT_KEYS: dict[str, list[tuple[str, int, str]]] = {}
for _unit, (_kind, _how) in UNITS.items():
    UNIT_KEYS.setdefault(key_of(_unit.split()[0]), []).append((_unit, _kind, _how))
for _entries in UNIT_KEYS.values():
    _entries.sort(key=lambda entry: -len(entry[0].split()))

AGENCY = word_set("""
ủy_ban uỷ_ban nhân_dân công_an tòa_án toà_án viện_kiểm hội_đồng chi_cục phòng_giáo văn_phòng kho_bạc bảo_hiểm
ngân_hàng bệnh_viện trạm_y đảng_ủy thi_hành địa_bàn chủ_tịch bí_thư chính_quyền cơ_quan sở_tư sở_y sở_giáo
sở_tài sở_kế sở_lao sở_xây sở_công sở_nông sở_tài phòng_tư phòng_tài phòng_nội trung_tâm đồn_công trường_tiểu
trường_thpt trường_thcs trường_mầm hội_nông hội_phụ đoàn_thanh mặt_trận ban_chỉ tỉnh_ủy huyện_ủy quận_ủy
chi_nhánh đội_quản cục_thuế cục_thi ban_quản đăng_ký viện_ksnd ca_tỉnh lãnh_đạo
""")
AGENCY_KEYS = frozenset(key_of(" ".join(AGENCY)).split())
AGENCY_WORDS = word_set("""
ubnd hđnd tand vksnd công_an ca cax caph caq cah sở cục bch bqp csgt csđt bhxh thads đtn mttq ubmttq thuế thpt
thcs
""")
PROSE_STOPS = word_set("""
là có đã được làm cùng để với theo do mang khi vì nhưng nên cho bị sẽ vào thì này gồm đang hiện và hoặc sinh cấp
nghề gọi trong từ của đến trước sau bằng cách như không cũng tại quốc
""")
PAIR_STOPS = word_set("""
sinh_ngày sinh_năm cấp_ngày quốc_tịch nghề_nghiệp điện_thoại số_điện cccd_số căn_cước chứng_minh hộ_chiếu
dân_tộc tôn_giáo giới_tính chức_vụ là_chủ sau_đây mã_số số_cccd số_cmnd ngày_cấp nơi_cấp ngày_sinh năm_sinh
đại_diện người_đại ông_nguyễn bên_b bên_a bên_mua bên_bán vợ_là trình_độ làm_nghề có_chồng có_vợ tài_khoản
số_tài
""")
#: Words that begin like a unit and are none.
NO_UNITS = word_set("""
tờ_số tổ_số xã_hội xã_viên xã_giao tổ_trưởng tổ_chức tổ_phó tổ_quốc tổ_hợp tổ_ấm tổ_tiên tổ_tông tổ_liên bản_sao bản_chính
bản_án bản_vẽ bản_đồ bản_thân bản_quyền bản_cam bản_kê bản_mềm bản_ghi bản_gốc bản_tin bản_lĩnh bản_chất
bản_khai bản_tự bản_tường bản_hợp bản_đăng bản_scan bản_in bản_nháp bản_dịch bản_quy phòng_trọ phòng_cháy
phòng_ban phòng_khám phòng_chống phòng_ngừa phòng_ngủ phòng_học khu_trú đội_trưởng đội_ngũ đội_tuyển đội_phó
đội_quản phố_biển ấp_ủ làng_nghề huyện_ủy quận_ủy tỉnh_ủy tỉnh_thành huyện_đội quận_đội xã_đội tỉnh_đội
phường_đội phường_trưởng đường_dây đường_bộ đường_sắt đường_thủy đường_hàng đường_dẫn đường_kính đường_huyết
đường_lối tờ_bản đường_link đường_ống đường_truyền tòa_án toà_án tòa_soạn tòa_tuyên tòa_xét toà_xét cụm_từ khối_lượng
khối_tài khối_u căn_cứ căn_cước căn_nhà nhà_nước nhà_trường nhà_thầu nhà_máy nhà_đất nhà_ở nhà_thuốc nhà_hàng
nhà_riêng nhà_cung nhà_đầu lô_hàng lô_đất tầng_lớp tháp_tùng thôn_trưởng ấp_trưởng trưởng_thôn hộ_khẩu
thành_phố_trực ban_nhân ban_chỉ ban_quản ban_giám ban_tổ ban_thường ban_chấp ban_hành ban_đầu ban_kiểm đường_liền khu_nghỉ khu_cách phố_đi làng_xóm
""")
NO_UNIT_KEYS = frozenset(key_of(" ".join(NO_UNITS)).split()) - {
    "to_lien",
    "ban_in",
    "pho_di",
    "to_hop",
    "khu_nghi",
}
#: Behind a comma: the next detail of a person.
NOT_ADDRESS = word_set("zalo sdt dt lh gplx cccd cmnd email mst stk facebook gioi quoc dan ton nghe")
#: Words in lower case that go on with an address behind a comma.
NEAR = word_set("số nay cạnh gần đối sau trước kế nhà lô căn tầng phòng so")
#: Values that say there is none, or that it stands elsewhere.
NO_VALUE = word_set("như không nêu trên nt kxđ ko chưa email ip mac cùng website")
#: Marks between a label and its value: "| Địa chỉ | …", "[ĐC] …", "**ĐC:** …".
OPENING = frozenset(("|", "│", "┃", "║", "]", "*", '"', "“", "=", ">", "#", ":"))
ABBREVIATED = word_set("p q tp tx tt h x t f ph đ kp st dr mr no sn s ql tl")
#: Words whose number follows: "biển số", "thửa đất số", "hợp đồng số".
NUMBERED = word_set("""
mẫu liên tập seri phụ lục kỳ tuyến
biển đồ khung máy cccd cmnd hộ chiếu khoản thẻ sổ thoại căn cước gcn hợp đồng đất thửa tờ phiếu đơn định vào hồ sơ
bản án lệnh hóa mã thuế dự công văn tư luật chứng kiểu loại ký seri phép tiền tổng đa thiểu gplx kênh lô hiệu
danh điều khẩu trang quyển lệ lãi hệ chỉ_số tham tần giấy nhận mst tk stk bhxh bhyt việc bến cổng nghị quyết sau
trước đồng_hồ bien khung may khoan the so thoai can cuoc hop dong dat thua to phieu don dinh vao ho an lenh hoa
ma thue cong van
""")
#: Labels behind which a province alone is an address.
PROVINCE_LABELS = frozenset(
    (
        "tạm trú",
        "thường trú",
        "tạm trú tại",
        "thường trú tại",
        "hộ khẩu",
        "lấy chồng ở",
        "lấy vợ ở",
        "định cư ở",
        "định cư tại",
        "sinh sống ở",
        "sinh sống tại",
        "hktt",
    )
)
#: Whose address stands on a line below, without accents.
RECEIVERS = frozenset(
    (
        "nguoi nhan",
        "ten nguoi nhan",
        "nguoi nhan hang",
        "nguoi gui",
        "ten nguoi gui",
        "nguoi gui hang",
        "ben nhan",
        "ben gui",
        "gui den",
        "gui toi",
        "gui",
        "nhan",
        "den",
        "tu",
        "to",
        "from",
        "ship to",
        "deliver to",
        "receiver",
        "recipient",
        "sender",
        "khach hang",
        "ten khach hang",
        "khach",
        "kh",
        "nguoi mua",
    )
)
#: Words of which the names of housing estates are made.
ESTATES = word_set("""
vinhomes vinhome masteri ecopark ecohome gamuda geleximco mipec ecolife goldmark imperia city garden gardens park
residence residences riverside tower towers plaza homes house hills skyline lakeview apartment apartments penthouse grand ocean smart golden sunrise
""")
#: Family names without accents, of those that are hardly anything else.
SURNAME_KEYS = frozenset(map(key_of, SURE_SURNAMES))
#: How people are called, without accents.
TITLE_KEYS = frozenset(map(key_of, TITLES))
#: Words before the number of somebody's flat.
FLATS = word_set("căn can apt penthouse p")
#: Before an address in running text.
AT = word_set("ở tại về đến tới trú ngụ trọ giao ship")
AT_KEYS = word_set("o tai ve den tru ngu")
#: Countries where people from Viet Nam live, as papers write them.
COUNTRIES = frozenset(
    (
        "hoa kỳ",
        "mỹ",
        "usa",
        "u.s.a",
        "united states",
        "úc",
        "australia",
        "canada",
        "pháp",
        "france",
        "đức",
        "chlb đức",
        "cộng hòa liên bang đức",
        "germany",
        "anh",
        "vương quốc anh",
        "anh quốc",
        "uk",
        "united kingdom",
        "nhật bản",
        "nhật",
        "japan",
        "hàn quốc",
        "korea",
        "south korea",
        "đài loan",
        "taiwan",
        "trung quốc",
        "china",
        "lào",
        "campuchia",
        "cambodia",
        "thái lan",
        "thailand",
        "singapore",
        "malaysia",
        "nga",
        "liên bang nga",
        "séc",
        "cộng hòa séc",
        "ch séc",
        "czech republic",
        "ba lan",
        "poland",
        "hà lan",
        "netherlands",
        "bỉ",
        "belgium",
        "thụy sĩ",
        "switzerland",
        "thụy điển",
        "sweden",
        "na uy",
        "norway",
        "đan mạch",
        "denmark",
        "phần lan",
        "finland",
        "ý",
        "italy",
        "tây ban nha",
        "spain",
        "new zealand",
        "hungary",
        "slovakia",
        "ukraina",
        "ukraine",
        "áo",
        "austria",
        "ireland",
        "ấn độ",
        "india",
        "philippines",
        "hồng kông",
        "hong kong",
        "ma cao",
        "angola",
        "qatar",
        "uae",
        "ả rập xê út",
        "rumani",
        "romania",
    )
)
#: Words that an address without number begins with.
LANDMARKS = word_set(
    "chợ cho ngã nga ktx kí ký trọ tro nhà nha cổng cong đối doi gần gan cạnh canh chùa chua bến ben tiểu tieu đội doi quầy quay sạp sap block lầu lau đầu dau cuối cuoi trạm tram trại trai ga gầm chân bờ ven mé dốc quán tiệm tái bãi"
)
#: Words behind a telephone that are money, goods or another detail.
NO_PLACE_HEADS = word_set("cod thu size sz màu giao gọi goi đã chưa không cccd cmnd email sn sinh ngày")
#: Words for streets abroad.
FOREIGN_STREETS = word_set(
    "st street ave avenue rd road blvd boulevard ln lane dr drive rue straße strasse str platz jalan dong ku shi gu ro gil lorong calle via"
)
#: Things that a number counts, in lower case: no street.
COUNTED = word_set(
    "cái con thùng hộp chai kg ký bộ đôi áo quần cuốn gói bao chiếc bịch lon cây tấm cặp phần suất ly người bạn chị anh em món"
)
STREET_STOP = word_set("""
tại tai nguoi tháng ngày năm điều khoản mục chương luật người triệu tỷ nghìn đồng trang bản lần giờ phút tuổi tiết
""")
