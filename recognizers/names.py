"""What a Vietnamese name is made of: surnames, middle and given names, titles, and the words that only look like it.

Sources: surname shares as measured on public name statistics (Lê Trung Hoa 2005 and later counts; the first fifteen are
some 82–90 % of people, the first hundred 99 %), surnames and clans of the other 53 peoples from ethnographic
descriptions. All lists are written for this program; a name outside of them is still found by its label or title.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from recognizers.folding import key_of
from recognizers.word_sets import word_set

#: Surnames that are hardly ever another word at the head of a capitalised run.
STRONG_SURNAMES = word_set("""
lô thích đèo neáng néang lềnh tẩn sằn nay chau hạng djang nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ ngô
dương đinh trịnh trương đoàn lưu phùng tạ đào doãn nghiêm khổng quách khuất tống bành hứa thân giáp lều cù âu
đồng tiêu lục chử ngụy thiều tưởng trang viên phí vưu ưng mẫn nhâm nhữ quản đậu đàm cung cấn chế giang hàn kha
khương khúc lã lại liêu liễu luyện mạc mạch ngọ ninh ông phó sái sầm sử tất thi tiết tôn từ ty ứng văn vòng
vương xa yên bạch bàng bế biện cái cầm cồ diệp đới đường hạ hình hoa hồng hùng hữu kiều kim kông la lạc lang
lăng lâm lò lương lường lý ma mã mai mông mùa nông phàn phù phương quan quàng quảng quế sơn sùng tăng thạch thái
thào thẩm thập tô tòng triệu tri trình trưng từ uông vàng vi vừ xồng zương lầu
""")

#: Of those, the ones that are sure by themselves: rare as ordinary words, so a capitalised run after them is a name.
SURE_SURNAMES = word_set("""
nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ ngô dương đinh trịnh trương phùng doãn nghiêm khổng quách
khuất tống
""")

#: Surnames that are common words too: they need a middle or given name, a title or a label beside them.
WEAK_SURNAMES = word_set("""
hồ hà cao mai lương lâm lý chu tô la thái vương kiều đồng kim văn từ tăng an ân anh bá bạch bạc bảo bằng bì bình
bốc cà cai cam cao cáp cầm châu chảo chau chướng chiêm chung chúng công cổ cư cung củng danh dã diêm dung đàng
đái đan đàn đạo đăng đạt đắc điền điểu điêu đôn đống đổng đức đương gia giàng hải hán hảo hậu hiên hiếu hoàn
hồng khang khâu khoa khưu kiên kiểu kỳ lai lam lãnh lăng linh lộc lỗ lôi long lỷ ly mâu mạnh mẫu minh mộc năng
nga ngân nghị ngọc ngũ nhan nhạc nhan nhậm ni ninh niên nữ ong ôn phú phục phúc quyền quốc quyết quý sa sằm sen
soạn sơn tán tấn thành thang thanh thảo thị thiện thiệu thịnh thổ thúc thủy thuận tiền tín tinh toàn toán tông
trà trác trầm trì trường tú tuấn tường ung vạn vân vang vệ viên việt vinh vĩnh vong xá xuân ý yến lù lù lỳ
hạng hầu hờ hảng ly thèn tẩn phà pờ chang mua vù cháng cứ hù mùng hoắc lộ bồ dư du giản nhữ vừ vàng sần sìn vy
lèng nùng triều tráng ngần khà vì bui pham
""")

#: Clan names that stand first (Jrai, Thai, Hmong …) or last (Ê Đê), and other words only met in such names.
ETHNIC_PARTS = word_set("""
niê mlô êban ayun byă kbuôr kmăn kdăm kđăm ksơr ksor kpă kpa siu rơchâm rchâm rcom rahlan rmah romah nay puih
kpuih hlong rơ lan châm ojui hmok bkrông êñuôl enuol hđơk hwing buôn krông knul mlo nie eban arul bya bing bdap
bhok adrơng ktla ktul kbrông kbin kchũ bon bonda bonyông bond dagout kơ sa sá liêng jrang cil cill kră jăn ha
kra ka rơông lơmu pang ting pinăng ya tou prong đinh brốp rơ rô đơng pling glưk mấu pinăng chamaléa chamalea
katơr kator patâu axá tain pupur zơrâm zơ râm blúp coor arất bnướch briu riah ating pơloong alăng bhling a rất
ysa saram bunl hốih rah rcăm hiao hmŏk hra hdơk ktul nul kđoh pơlang rơchom
""")

DOUBLE_SURNAMES = word_set("""
tôn_thất tôn_nữ công_tằng công_huyền huyền_tôn bạch_thị âu_dương tư_mã tây_môn gia_cát mộ_dung thượng_quan
hoàng_phủ công_tôn
""")

#: Middle names that hardly stand anywhere else behind a surname.
STRONG_MIDDLES = word_set("""
văn thị hữu đình đức ngọc xuân quang minh thanh thành công quốc bá duy trọng khắc viết huy gia bảo thế tiến anh
như thùy thuỳ hồng kim mỹ tuấn hoàng thúy thuý bích diệu phương thu hải phước phúc vĩnh chí trung nhật tấn mạnh
việt hoài khánh mai lan tuyết cẩm quỳnh kiều ánh hùng trường hà cao nguyên phú đăng sỹ sĩ danh tất đại doãn trí
vũ lê nguyễn trần phạm tường yến thiên hạnh song mộng mậu phi huỳnh trúc thảo đắc vân hiếu ái quý nam tú an lâm
khải diễm huyền hiền tường khả kỳ lệ loan lưu mẫn my ngân nghi nhi oanh phụng quân quế quyên sao sơn tài tân
thạch thái trần đặng bùi đỗ ngô dương đinh trịnh trương đào đoàn hứa thắng thiện thịnh thơ thoại thuận thủy tịnh toàn trâm trân trang triều triệu trinh tuệ vĩ vinh vy
xuyến yên đông tùng tâm thục uyên nhã nhựt nghĩa hoa a thụy ích hồ linh bình phan lương tố ly
""")


#: Given names (and any middle name, which may close a shortened name).
GIVEN_NAMES = word_set("""
kiến hòe tuế đệ ngàn ruẫn lựu sương ngần hạo luyện thoan vịnh ngạn khiết phấn ẩn đượm chót hợi dần thìn mẹo sửu mùi tỵ ngọ
an anh ba biên biển bàng bách bân bé bình bích bính bông bạch bản bảng bảo bảy bắc bằng bền bống bồi bổng bửu
cam cang cao chi chinh chiêm chiêu chiến chiều chiểu chung chuyên chuyền chuẩn chánh châm chân châu chí chín
chính chót chút chăm chương chức cu cung cát côi công cúc cơ cư cương cường cảnh cầm cần cẩm cẩn cống cổn cừ cửu
cự danh di dinh diễm diễn diện diệp diệu doan doanh doãn dung duy duyên duyến duyệt dàng dân dĩ dũng dư dương
dưỡng dần dậu dịu dự em gia giang giao giàu giáp giới gái gạo gấm hai hanh hinh hiên hiến hiếu hiền hiển hiểu
hiện hiệp hiệu hoa hoan hoang hoà hoài hoàn hoàng hoành hoá hoè hoạch hoạt hoằng huy huynh huyên huyền huyện
huân huê huấn huế huệ huỳnh hy hà hàm hàn hành hào hán hân hòa hòe hóa hói hùng hưng hương hướng hường hưởng hạ
hạng hạnh hạo hạp hải hảo hậu hằng học hỏa hồ hồng hội hợi hợp hứa hữu hựu hỷ kha khai khang khanh khiêm khiết
khoa khoan khoái khoát khuyên khuyến khuyển khuê khuông khá khánh khôi không khương khả khải khảm khắc khởi kim
kiên kiêu kiếm kiều kiểm kiển kiệm kiệt kính ký kế kỳ kỷ kỹ lai lam lan lanh lay len linh liêm liên liễu liệu
loan long loát luyến luyện luân luận luật ly lài lành láng lâm lân lãm lãnh lê lùn lý lĩnh lũy lư lưu lương lưới
lượng lượt lạc lạng lạp lập lễ lệ lịch lộ lộc lới lợi lụa lục lụm lự lựa lực mai mi minh miên miều mong muôn
muội my màu mây mão mót mùa mùi mơ mưu mười mường mạnh mẫn mẫu mận mậu mẹo mến mị mịch mộc mộng mừng mỵ mỹ nam
nga nghi nghiêm nghiễm nghiệm nghiệp nghĩa nghệ nghị ngoan nguyên nguyễn nguyện nguyệt ngà ngân ngư ngạn ngọ
ngọc ngữ nhan nhi nhiên nhiệm nhiệt nho nhu nhung nhuần nhuận nhài nhàn nhàng nhâm nhân nhã nhơn như nhương
nhường nhạc nhạn nhất nhẫn nhật nhị nhỏ nhớ nhựt ninh niên niệm nên nông năm năng nương nết nở nụ nữ oai oanh
oánh phan phi phin phiên phiêu phiến phiệt phong phác phái pháp phát phòng phùng phú phúc phương phước phường
phượng phấn phất phẩm phận phổ phụ phụng quan quang quy quyn quyên quyến quyết quyền quyển quán quân quý quả
quảng quận quế quốc quới quỳ quỳnh rin rạng rớt sa san sang sanh sen sinh song soạn sáng sáu sâm sâu sính sóc
sùng sĩ sơn sương sướng sản sắc sử sửu sự sỹ tam thanh thao thi thiên thiết thiều thiện thiệu thoa thoan thoại
thoảng thu thuyên thuyết thuyền thuý thuấn thuần thuận thuật thuỳ thuỵ thuỷ thành thái tháp thân thê thêm thêu
thìn thông thùy thúc thúy thăng thơ thơi thơm thư thương thước thường thưởng thạc thạch thạnh thạo thảo thập
thật thắm thắng thế thể thị thịnh thọ thỏ thỏa thống thới thời thục thụy thủy thứ thừa thực tinh tiên tiêu tiến
tiếp tiết tiếu tiền tiễn tiệp toan toàn toán toại toản trang trinh triết triều triển triệu trung truyền trà
tráng trâm trân trì trình trí trúc trưng trương trường trưởng trạch trạng trầm trần trịnh trọng trỗi trụ trữ
trực tung tuyên tuyến tuyết tuyền tuyển tuân tuấn tuất tuế tuệ tài tá tám tâm tân tây tèo tình tí tích tín tính
tòa tòng tôn tùng tú tý tăng tĩnh tư tươi tước tường tưởng tạo tảo tấn tất tần tập tế tề tỉnh tịnh tố tốn tốt
tồn tộ tới tứ từ tửu tự tỵ tỷ uy uyên uyển uẩn vang vi vinh viên viễn viện việt vui vy vàng vân vóc võ văn vĩ
vĩnh vũ vương vường vượng vạn vấn vận vẹn vị vịnh vọng vở vỵ vỹ xa xinh xoa xoan xuyên xuyến xuân xướng xứng y
yêm yên yến yển ái ánh ân âu én ích út ý đa đan đang đinh điềm điền điều điển điện điệp đoan đoàn đoạt đài đàm
đào đán đáng đèo đình đính đô đôn đông đăng đương đường đượm đại đạo đạt đảm đậu đắc đẹp đệ đỉnh định đồng độ
động đời đủ đức ơn ước ẩn
""")

#: Middle and last syllables of names in other languages of the country and of neighbours.
SINGLE_PREFIXES = word_set("y h k a n m")

#: Surname + next word that is a word of the language, not a name (accented, lower case).
NOT_NAMES = word_set("""
ngoan_bác bé_ngoan bé_gái bé_trai con_giáp thị_trường thị_trấn thị_xã thị_tứ thị_giác thị_phần thị_lực thị_thực thị_hiếu văn_vẻ văn_chương văn_công văn_khoa văn_phạm lầu_năm lò_đúc lò_rèn lò_sũ lò_gốm lò_vôi lò_vi lò_xo lò_sưởi hồ_sơ hồ_chứa hồ_nước hồ_cá hồ_tây hồ_gươm hồ_bơi hồ_chí hà_nội hà_nam hà_giang hà_tĩnh hà_đông hà_tiên hà_tây
hà_lan hà_bắc hà_khẩu hà_mã cao_bằng cao_đẳng cao_học cao_cấp cao_su cao_tốc cao_tuổi cao_lãnh cao_điểm cao_hơn
cao_nhất cao_áp cao_thế cao_ốc mai_táng mai_mối mai_sau mai_sơn mai_châu lương_cơ lương_tháng lương_thực
lương_thưởng lương_chính lương_tối lương_bình lương_hưu lương_khoán lương_sơn lương_tài lương_y lương_theo
lương_thử lương_đóng lương_ngày lương_thời lương_hiện lương_của lương_và lương_net lương_gross lương_thỏa
lâm_đồng lâm_nghiệp lâm_thao lâm_bình lâm_sản lâm_thời lâm_hà lâm_sàng lý_do lý_lịch lý_thuyết lý_hóa lý_tính
lý_sơn lý_nhân lý_luận chu_kỳ chu_vi chu_đáo chu_toàn chu_sê tô_giác tô_màu tô_điểm la_mã la_hét la_gi la_bàn
thái_bình thái_nguyên thái_lan thái_độ thái_thụy thái_hòa thái_thị vương_quốc kiều_bào kiều_hối đồng_nai
đồng_tháp đồng_ý đồng_thời đồng_hồ đồng_bộ đồng_bằng đồng_hới đồng_xoài đồng_chí đồng_sở đồng_phú đồng_phạm
đồng_nghiệp đồng_tiền đồng_văn đồng_hành đồng_đội đồng_loạt đồng_hỷ đồng_tâm đồng_việt đồng_thanh đồng_anh
đồng_khởi đồng_tử đồng_sàng kim_loại kim_ngạch kim_khí kim_cương kim_động kim_bảng kim_thành kim_sơn văn_bản
văn_phòng văn_hóa văn_hoá văn_học văn_thư văn_kiện văn_bằng văn_minh văn_nghệ văn_lâm văn_giang văn_yên văn_chấn
văn_thể văn_xã văn_miếu từ_ngày từ_chối từ_thiện từ_khi từ_khóa từ_đó từ_điển từ_liêm từ_sơn từ_tháng từ_năm
từ_trần từ_vựng từ_xa tăng_ca tăng_cường tăng_giảm tăng_lương tăng_thêm an_ninh an_toàn an_giang an_sinh
an_dương an_nhơn an_lão an_khê an_phú anh_văn anh_sơn anh_quốc anh_em anh_chị bá_thước bạch_đằng bạch_mai
bạch_tuộc bạc_liêu bảo_hiểm bảo_lộc bảo_lâm bảo_hành bảo_vệ bảo_đảm bảo_trì bảo_mật bảo_lãnh bảo_thắng bảo_yên
bảo_tàng bảo_quản bằng_chữ bằng_cấp bằng_khen bằng_lái bình_dương bình_định bình_phước bình_thuận bình_thạnh
bình_tân bình_chánh bình_thường bình_minh bình_giang bình_luận bình_đẳng bình_quân bình_sơn bình_xuyên bình_gia
bình_liêu bình_lục bình_đại bình_long châu_á châu_âu châu_thành châu_đốc châu_phi châu_mỹ châu_đức chung_cư
chung_thẩm chung_kết chung_quanh công_ty công_an công_chứng công_dân công_đoàn công_nghệ công_nghiệp công_việc
công_trình công_văn công_ước công_ích công_tác công_khai công_bố công_nhân công_chức công_thương công_suất
công_tố công_giáo công_viên công_cộng công_lập công_thức công_nợ cổ_phần cổ_đông cổ_loa cổ_tức cổ_phiếu
danh_sách danh_mục danh_nghĩa danh_dự danh_xưng danh_bạ danh_hiệu danh_tính diêm_điền dung_tích dung_lượng
dung_dịch dung_quất đàn_ông đàn_bà đăng_ký đăng_kí đăng_kiểm đăng_bộ đăng_nhập đạo_đức đạt_yêu điện_thoại
điện_lực điện_biên điện_bàn điện_tử điện_năng điện_nước điền_kinh đức_hòa đức_trọng đức_thọ đức_huệ đức_cơ
đức_phổ gia_đình gia_lai gia_hạn gia_lâm gia_công gia_tăng gia_nghĩa gia_súc gia_cảnh gia_bình gia_lộc gia_viễn
gia_trưởng hải_dương hải_phòng hải_quan hải_sản hải_châu hải_an hải_hậu hải_hà hải_lăng hải_quân hải_lý
hoàn_thành hoàn_kiếm hoàn_trả hoàn_cảnh hoàn_toàn hoàn_thuế hoàn_tất hoàn_thiện hoàn_chỉnh hồng_bàng hồng_ngự
hồng_lĩnh hồng_kông hồng_thập hồng_dân khoa_học khoa_nội khoa_ngoại khoa_sản khoa_khám khoa_nhi khoa_cấp
khoa_luật khoa_kinh khoa_công khoa_xét khoa_ngoại khoa_chẩn khoa_hồi khoa_mắt khoa_tim kỳ_hạn kỳ_anh kỳ_thi
kỳ_sơn kỳ_kế lai_châu lai_vung lai_lịch lam_sơn lãnh_đạo lãnh_thổ lãnh_sự lăng_cô lộc_ninh lộc_hà long_an
long_biên long_xuyên long_thành long_khánh long_điền long_hồ long_mỹ long_phú minh_bạch minh_hóa minh_chứng
năng_lực năng_suất năng_lượng ngân_hàng ngân_sách ngân_quỹ ngân_sơn ngọc_hồi ngọc_lặc nga_sơn nghị_định
nghị_quyết ninh_bình ninh_thuận ninh_kiều ninh_hòa ninh_giang ninh_phước ninh_sơn nông_nghiệp nông_thôn nông_dân
nông_sản nông_cống nông_sơn nông_trường phú_thọ phú_yên phú_quốc phú_nhuận phú_xuyên phú_bình phú_lương phú_ninh
phú_vang phú_lộc phú_quý phú_riềng phú_giáo phú_tân phú_mỹ phúc_thọ phúc_yên phúc_lợi phục_vụ phục_hồi quyền_lợi
quyền_hạn quyền_và quyền_sử quyền_sở quyền_của quyền_trưởng quốc_hội quốc_gia quốc_tế quốc_lộ quốc_oai quốc_tịch
quốc_phòng quyết_định quyết_toán quý_khách quý_vị quý_cơ quý_công quế_sơn quế_võ quế_phong sơn_la sơn_tây
sơn_trà sơn_dương sơn_động sơn_hà sơn_tịnh sơn_hòa thanh_hóa thanh_hoá thanh_toán thanh_lý thanh_niên thanh_tra
thanh_xuân thanh_trì thanh_liêm thanh_thủy thanh_ba thanh_oai thanh_khê thanh_hà thanh_chương thanh_miện
thanh_sơn thanh_bình thanh_tịnh thanh_phú thành_phố thành_viên thành_phần thành_lập thành_công thành_tích
thành_ủy thành_tiền thảo_luận thiện_chí thịnh_vượng thổ_nhĩ thổ_cư thổ_nhưỡng thuận_thành thuận_an thuận_tình
thuận_lợi thuận_châu thuận_nam thuận_bắc thủy_lợi thủy_sản thủy_nguyên thủy_điện tiền_giang tiền_lương tiền_mặt
tiền_thuê tiền_cọc tiền_gửi tiền_điện tiền_nước tiền_phạt tiền_sử tiền_án tiền_sự tiền_hải tiền_việt tiền_thưởng
tiền_ăn tiền_công tín_dụng tín_nhiệm tín_chấp tinh_thần toàn_bộ toàn_quốc toàn_văn toàn_thể toán_học trà_vinh
hồ_núi núi_cốc trà_mi trà_bắc trà_thái trà_xanh trà_hoa trà_lài trà_cú trà_bồng trường_hợp trường_thpt trường_thcs trường_đại trường_học trường_tiểu trường_mầm
trường_cao trường_sa trường_trung tuấn_giáo tường_trình vạn_ninh vân_đồn vân_hồ vân_canh vệ_sinh viêm_phổi
viên_chức việt_nam việt_trì việt_yên vinh_quang vinh_dự vinh_phúc vĩnh_long vĩnh_phúc vĩnh_tường vĩnh_lộc
vĩnh_linh vĩnh_bảo vĩnh_cửu vĩnh_yên vĩnh_châu vĩnh_viễn vĩnh_thạnh xuân_lộc xuân_trường xuân_hè ý_kiến ý_yên
ý_định ý_thức yên_bái yên_lạc yên_mô yên_khánh yên_phong yên_thế yên_dũng yên_lập yên_định yên_thành yên_bình
yên_châu yên_mỹ yên_minh yên_tâm trần_nhà trần_trụi đoàn_thanh đoàn_kiểm đoàn_kết đoàn_viên đoàn_thể đoàn_thẩm
đoàn_công đoàn_tndn đoàn_luật đoàn_đại đoàn_hùng đoàn_thanh đào_tạo đào_thải lưu_ý lưu_trữ lưu_hành lưu_động
lưu_văn lưu_hồ lưu_thông lưu_lượng lưu_chuyển lưu_kho lưu_mẫu lưu_học lưu_chiểu vũ_khí vũ_trường vũ_thư vũ_quang
vũ_trụ võ_thuật võ_nhai võ_sư đỗ_xe đặng_cho dương_tính dương_lịch dương_kinh hoàng_sa hoàng_mai hoàng_hóa
hoàng_liên hoàng_thành hoàng_gia hoàng_su hoàng_hôn trương_hợp phan_thiết phan_rang phùng_hưng tạ_ơn tạ_lỗi
thân_nhân thân_ái thân_mến thân_thể thân_thiết giáp_ranh giáp_tết giáp_lai đậu_tương đậu_xe đàm_phán đàm_thoại
cung_cấp cung_ứng chế_độ chế_biến chế_tạo chế_tài chế_xuất giang_mai hàn_quốc hàn_lâm liêu_trai mạc_dù ninh_hải
quản_lý quản_trị quản_đốc quản_bạ quản_thúc sử_dụng tất_cả tất_toán thi_công thi_hành thi_tuyển thi_đua thi_đậu
thi_trượt tiết_kiệm tiết_lộ tôn_giáo tôn_trọng tôn_vinh ứng_dụng ứng_hòa ứng_viên ứng_cử ứng_xử ứng_trước
yên_nghỉ biện_pháp biện_lý cái_bè cái_nước đường_bộ đường_sắt đường_phố hạ_long hạ_tầng hạ_hòa hạ_cánh hạ_lang
hình_thức hình_sự hình_ảnh hình_phạt hoa_hồng hoa_lư hoa_kỳ hoa_kỳ hữu_nghị hữu_hiệu hữu_hạn hữu_lũng hùng_vương
mã_số mã_hàng mã_vạch mã_độc mã_nv mã_lai mã_hóa mã_bệnh mã_định mã_đơn mã_hồ mã_khách mã_ngân mã_thẻ mã_qr
mã_bưu mã_giao mã_sinh mã_nhân mã_học mã_cộng mã_vận phù_hợp phù_cát phù_mỹ phù_ninh phù_cừ phù_yên phương_án
phương_pháp phương_tiện phương_thức quan_hệ quan_trọng quan_tâm quan_sơn quan_hóa quảng_nam quảng_ninh quảng_trị
quảng_ngãi quảng_bình quảng_cáo quảng_trường quảng_xương quảng_điền quảng_châu quảng_hòa quảng_yên quảng_trạch
thạch_thất thạch_hà thạch_cao thạch_thành thạch_an thẩm_phán thẩm_định thẩm_quyền thẩm_mỹ thẩm_tra triệu_tập
triệu_đồng triệu_sơn triệu_phong triệu_chứng trình_độ trình_bày trình_tự tri_tôn tri_thức tiêu_chuẩn tiêu_dùng
tiêu_thụ tiêu_đề tiêu_hủy tiêu_chí tiêu_hóa thư_ký thư_viện biểu_mẫu vi_phạm vi_tính vi_bằng vi_sinh vàng_da vàng_bạc vàng_miếng sùng_bái
sái_khớp trang_bị trang_trại trang_bom trang_phục trang_thiết trang_web trang_trí trang_số viên_nén phí_dịch
phí_quản phí_bảo phí_trước phí_công phí_vận phí_ship phó_giám phó_chủ phó_trưởng phó_phòng phó_tổng phó_chánh
phó_hiệu phó_bí phó_cục phó_thủ ông_bà ông_ngoại ông_nội cầm_cố cầm_đồ lại_giang danh_tính khai_sinh lạc_sơn
lạc_thủy lạc_dương lạng_sơn lang_chánh tô_hiệu điểu_cải công_bằng danh_từ sen_vàng nữ_hộ nữ_công nữ_giới từ_dũ
lục_nam lục_ngạn lục_yên thập_phần thân_chủ cung_thiếu tiền_đặt khánh_hòa tân_bình lễ_tân lễ_quốc lễ_giáng lễ_phật khang_điền
""")

#: People of history and state that streets, schools, laws and speeches name; only a label or a title makes them a hit.
PUBLIC_FIGURES = word_set("""
hồ_chí_minh võ_nguyên_giáp phạm_văn_đồng tôn_đức_thắng lê_duẩn trường_chinh trần_phú lê_hồng_phong nguyễn_văn_cừ
trần_hưng_đạo lê_lợi nguyễn_huệ nguyễn_trãi nguyễn_du lý_thường_kiệt lý_thái_tổ lý_thái_tông ngô_quyền
đinh_tiên_hoàng lê_hoàn hai_bà_trưng bà_triệu lê_thánh_tông trần_nhân_tông trần_quang_khải trần_quốc_toản
trần_khánh_dư phạm_ngũ_lão lê_đại_hành lê_lai quang_trung phan_đình_phùng phan_bội_châu phan_chu_trinh
phan_châu_trinh hoàng_hoa_thám nguyễn_đình_chiểu nguyễn_công_trứ nguyễn_thái_học nguyễn_thị_minh_khai võ_thị_sáu
nguyễn_văn_trỗi lý_tự_trọng hoàng_văn_thụ hoàng_diệu lê_văn_tám kim_đồng tô_hiến_thành chu_văn_an lê_quý_đôn
mạc_đĩnh_chi nguyễn_bỉnh_khiêm nguyễn_chí_thanh trần_đại_nghĩa tôn_thất_tùng tôn_thất_thuyết tôn_đản
lê_trọng_tấn hoàng_quốc_việt lương_thế_vinh nguyễn_khuyến tú_xương hồ_xuân_hương đoàn_thị_điểm
bà_huyện_thanh_quan cao_bá_quát cao_thắng đinh_bộ_lĩnh phan_đăng_lưu nguyễn_lương_bằng nguyễn_hữu_thọ
nguyễn_văn_linh võ_văn_kiệt võ_chí_công phạm_hùng lê_đức_thọ trần_duy_hưng trần_thái_tông trần_nhật_duật
lê_thanh_nghị xuân_thủy phạm_văn_bạch nguyễn_tri_phương nguyễn_trung_trực trương_định thủ_khoa_huân bùi_thị_xuân
lê_chân trưng_trắc trưng_nhị mai_hắc_đế phùng_hưng khúc_thừa_dụ dương_đình_nghệ ngô_gia_tự hà_huy_tập
phạm_hồng_thái nguyễn_văn_siêu nguyễn_trường_tộ trần_cao_vân huỳnh_thúc_kháng nguyễn_an_ninh nguyễn_bính
hàn_mặc_tử xuân_diệu tố_hữu ngô_tất_tố nam_cao nguyễn_tuân huỳnh_tấn_phát lê_hồng_phong phan_kế_bính
nguyễn_phong_sắc trần_bình_trọng yết_kiêu dã_tượng lương_ngọc_quyến lương_văn_can tăng_bạt_hổ phạm_ngọc_thạch
đặng_thai_mai đặng_thùy_trâm nguyễn_viết_xuân phan_đình_giót bế_văn_đàn tô_vĩnh_diện la_văn_cầu cù_chính_lan
lê_văn_lương lê_văn_sỹ lê_văn_việt lê_văn_duyệt nguyễn_hữu_cảnh nguyễn_kiệm nguyễn_oanh phan_huy_ích trường_sơn
nguyễn_thị_định cách_mạng_tháng_tám điện_biên_phủ hùng_vương âu_cơ an_dương_vương lạc_long_quân kinh_dương_vương
lý_nam_đế lý_chính_thắng phan_xích_long hoàng_sa võ_văn_tần nguyễn_đình_thi trần_quý_cáp trần_quang_diệu
tô_ngọc_vân lê_văn_hưu nguyễn_siêu phan_văn_trị trần_não nguyễn_thiện_thuật ngô_thì_nhậm ngô_sĩ_liên tuệ_tĩnh
hải_thượng_lãn_ông tô_hoài nguyễn_nhật_ánh
trịnh_công_sơn bùi_xuân_phái chế_lan_viên vũ_trọng_phụng nguyễn_huy_thiệp nguyên_hồng phó_đức_phương phan_huỳnh_điểu
lưu_quang_vũ hồ_biểu_chánh nguyễn_hiến_lê trần_trọng_kim bình_nguyên_lộc đặng_thái_sơn trần_văn_khê võ_an_ninh chí_phèo
thị_nở bá_kiến lý_thông thạch_sanh nguyễn_duy_trinh đỗ_xuân_hợp phan_thúc_duyện nguyễn_tam_trinh kim_văn_kim_lũ vũ_tông_phan lương_định_của
mai_chí_thọ hoàng_đạo_thúy trần_đăng_ninh nguyễn_phong_sắc dương_quảng_hàm tô_hiệu nguyễn_đổng_chi
nguyễn_cơ_thạch hàm_nghi doãn_kế_thiện phạm_thận_duật hồ_tùng_mậu trần_quý_kiên đào_duy_anh
đào_duy_từ đặng_tiến_đông đặng_văn_ngữ tôn_thất_thiệp tôn_thất_đạm tôn_thất_thuyết phùng_khắc_khoan hoàng_hoa_thám
lê_đức_thọ nguyễn_thị_rành nguyễn_ảnh_thủ tô_ký lê_văn_khương
đặng_thúc_vịnh trường_chinh tân_kỳ_tân_quý lũy_bán_bích thoại_ngọc_hầu âu_cơ lạc_long_quân
lê_trọng_tấn hoàng_diệu tôn_đản
bùi_minh_trực tạ_quang_bửu bùi_đình_túy nơ_trang_long phan_văn_trị
lê_quang_định đinh_bộ_lĩnh xô_viết_nghệ_tĩnh điện_biên_phủ ung_văn_khiêm nguyễn_gia_trí
đặng_văn_ngữ thích_quảng_đức đào_duy_anh nguyễn_thượng_hiền
cao_thắng nguyễn_thiện_thuật lý_thái_tổ ngô_gia_tự bà_hạt sư_vạn_hạnh tô_hiến_thành lê_hồng_phong
hải_thượng_lãn_ông triệu_quang_phục phùng_hưng tản_đà bùi_hữu_nghĩa
nguyễn_lương_bằng hoàng_quốc_việt huỳnh_tấn_phát võ_chí_công nguyễn_sinh_sắc nguyễn_sinh_cung
phan_thanh_giản nguyễn_tri_phương ông_ích_khiêm ông_ích_đường trần_cao_vân nguyễn_văn_thoại
tôn_đức_thắng bạch_đằng trần_thánh_tông phạm_tiến_duật huy_cận lưu_trọng_lư ngô_bảo_châu xuân_quỳnh các_mác lê_nin mác_lê_nin nông_đức_mạnh nguyễn_phú_trọng
""")

#: Words that stand before a name that is not a person's: a place, an institution, a firm, a thing called after one.
NAMED_AFTER = word_set("""
shop đường phố phường xã quận huyện tỉnh thôn ấp ngõ ngách hẻm kiệt trường thpt thcs th thptchuyên chuyên viện
quỹ giải cầu chợ chùa đền đình miếu nhà_thờ tnhh cp cty dntn htx tm dv mtv xnk cổ_phần công_ty doanh_nghiệp
tập_đoàn thương_hiệu khách_sạn nhà_hàng siêu_thị cửa_hàng công_chứng chi_nhánh bến_xe ga sân_bay sông núi đảo
lữ_đoàn sư_đoàn trung_đoàn đô_thị nhà_hát bảo_tàng tượng_đài tượng thư_viện đặc_sản khuyến_học hội_trường giống_lúa khóa_lễ xuất_bản tòa_nhà toà_nhà tòa cao_ốc
chung_cư đại_lộ đại_học học_viện tiểu_học mầm_non trung_học phổ_thông cao_đẳng bệnh_viện công_viên quảng_trường
hãng tiệm quán spa hầm đèo hồ kênh rạch vịnh tp thành_phố thị_trấn thị_xã khu lăng giáo_xứ cn pgd nh bank
vietcombank bidv agribank vietinbank mbbank techcombank acb phòng_giao phòng_gd cn. nghĩa_trang làng bản buôn
xóm kcn cụm tuyến nút_giao vòng_xoay ngã_tư ngã_ba ngã_sáu thời triều vua chúa nhà_máy sân_vận_động tư_tưởng
huân_chương tàu hộ_kinh_doanh nhạc truyện thơ tiểu_thuyết ca_khúc đạo_diễn nhạc_sĩ nhạc_sỹ ca_sĩ ca_sỹ nhà_văn
nhà_thơ họa_sĩ hoạ_sĩ nghệ_sĩ nghệ_sỹ danh_hài vincom học_bổng giải_thưởng vpcc anh_hùng hề danh_tướng
""")

#: Forms of address that stand before a name. Value: 2 = the next capitalised word alone may be the given name.
TITLES: dict[str, int] = dict.fromkeys(
    word_set("""
đ/c đ_c đồng_chí luật_sư ls bác_sĩ bác_sỹ bs bscki bsckii dược_sĩ ds điều_dưỡng ths th_s thạc_sĩ thạc_sỹ ts
tiến_sĩ tiến_sỹ gs pgs giáo_sư phó_giáo_sư ks kỹ_sư kts cử_nhân nsnd nsưt thầy_giáo cô_giáo mr mrs ms miss dr
bà_mẹ hiệp_sĩ linh_mục giám_mục hòa_thượng thượng_tọa đại_đức sư_cô ni_sư ni_cô mục_sư thiếu_úy trung_úy
thượng_úy đại_úy thiếu_tá trung_tá thượng_tá đại_tá thiếu_tướng trung_tướng thượng_tướng đại_tướng hạ_sĩ
trung_sĩ thượng_sĩ binh_nhất binh_nhì bị_cáo bị_can bị_hại nguyên_đơn bị_đơn bệnh_nhân bn học_sinh sinh_viên
thí_sinh học_viên nạn_nhân nghi_can nghi_phạm đối_tượng cháu_bé bé vợ chồng bố mẹ cha con ba má hàng_xóm rể con_rể con_dâu thứ_nữ trưởng_nam thứ_nam trưởng_nữ hương_linh con_gái con_trai
vợ_là chồng_là con_là tên_là tên tôi em_trai em_gái anh_trai chị_gái bà_nội ông_nội ông_ngoại bà_ngoại thẩm_phán
thư_ký kiểm_sát_viên hội_thẩm công_chứng_viên điều_tra_viên chấp_hành_viên giám_định_viên thanh_tra_viên
giám_đốc chủ_tịch kế_toán_trưởng trưởng_phòng hiệu_trưởng chuyên_viên cán_bộ nhân_viên khách_hàng chủ_hộ shipper
tài_xế lái_xe chủ_cơ_sở chủ_quán chủ_shop chủ_trọ chủ_tiệm chủ_thầu trưởng_bộ_phận người_nhận người_gửi cki ckii ck gvcn phhs gv hs sv già_làng trưởng_thôn trưởng_bản trưởng_ấp chuyên_gia nhân_chứng đương_sự phạm_nhân trưởng_xóm
"""),
    1,
) | dict.fromkeys(
    word_set("""
ông bà anh chị cô chú bác cháu thầy cụ em cậu mợ dì thím dượng ngài quý_ông quý_bà quý_cô anh_em
"""),
    2,
)

#: Words in capitals or Title Case that end a name: positions, headings, fields, prose.
STOP_WORDS = word_set("""
là và hoặc với của tại do được bị có không cho từ đến theo về để khi nếu thì mà nhưng nên vì các những một hai
này đó trên dưới trong ngoài sinh ngày tháng năm số địa chỉ điện thoại chức vụ cmnd cccd cmt cmtnd cif mst sđt đt dt
email fax tel stk hktt gplx nơi cấp thường trú tạm trú quốc tịch dân tộc giới tính nghề nghiệp giám đốc chủ tịch
phó trưởng phòng tổng kế toán thủ quỹ thủ kho ký tên ghi rõ họ đóng dấu hợp đồng quyết định thông báo biên bản
giấy đơn tờ khai bản sao danh sách bảng phiếu cộng hòa hoà xã hội chủ nghĩa việt độc lập tự do hạnh phúc công ty
tnhh cp mtv cổ phần ngân hàng ủy uỷ ban nhân dân tòa án toà viện kiểm sát sở cục chi nhánh văn bên ông bà anh
chị em cô chú bác cháu điều khoản mục chương phụ lục nhà đất xe tiền lương thuế bảo hiểm kính gửi trân trọng căn
cứ cùng nay sau đây gọi tắt hiện đang đã sẽ phải lớp khoa khóa trường học bệnh chẩn đoán tuổi mã vnd vnđ usd
zalo facebook người nhận gửi giao hàng đại diện ban vợ chồng con cha mẹ bố má thẻ căn cước chứng minh hộ khẩu
chiếu kê xác nhận đề nghị yêu cầu cam kết nội dung lý diện tích ghi chú stt tt phường quận huyện tỉnh thành tp
lessor lessee landlord employer lender contractor
""")
#: Stop words that are names as well: they end a name only when they are not in its middle or end as a name.
_ALSO_NAMES = word_set("""
sinh năm công dân đồng hòa hoà hội chủ tịch tính thành minh hạnh phúc an bảo tiền lương định quyết giao gửi học chị
khoa khóa lý diện tích cấp thường trú phong vụ văn bên anh em hai bác cô chú thủ quỹ kê sở mục chương hàng nhân
kiểm sát độc lập tự do tuổi đang được hiện tỉnh nhà bị có viện phó trưởng danh sách bản bảng từ trên lớp hợp
thông báo giấy đơn tờ cộng nghĩa việt ngân ban án đoán chứng tổng toán kho kính trọng cùng cha ông bà tên số
quốc tộc giới nghề nghiệp điện tháng ngày căn chiếu xác nội dung ghi đại tạm nơi đốc dấu trường điều đất thuế
khoản phụ lục sao phòng kế cam kết đề nghị yêu cầu phường quận
""")
HARD_STOPS = (STOP_WORDS - _ALSO_NAMES - GIVEN_NAMES - word_set("nay cứ")) | word_set(
    "hả nhé ạ à ơi nha vậy nhá hở ừ dạ vâng ok tại là và số mr ms mrs miss"
)

#: Words of headings in capitals: a run that holds one of them is a heading, not a name.
HEADING_WORDS = word_set("""
hợp đồng quyết định thông báo biên bản giấy đơn tờ khai sao danh sách bảng phiếu cộng hòa hoà xã hội chủ nghĩa
độc lập tự do phúc công ty tnhh mtv phần ngân hàng ủy uỷ ban nhân dân tòa toà án viện kiểm sát sở cục chi nhánh
phòng điều khoản mục chương phụ lục nhà đất xe tiền thuế bảo hiểm kính gửi căn cứ chuyển nhượng mua bán thuê
mượn vay tặng cho ủy quyền chứng nhận xác đăng ký sử dụng quyền sở hữu kết hôn khai sinh tử lao động dịch vụ
thanh lý nghiệm thu bàn giao đào tạo tháng năm ngày kế toán tài chính hành chính nhân sự kinh doanh sản xuất
kiểm tra kết quả học tập hồ sơ bệnh án cơ bản chính thức tối thiểu trợ phụ cấp thường trú tạm cư chỗ ở hiện nay
quê quán nguyên dân tộc tôn giáo quốc tịch giới tính nghề nghiệp chức vụ trình độ thông tin cá về việc và của
các bên theo được không tại với trong đã từ đến loại hình thời hạn thực hiện giá trị phương thức đối tượng trách
nhiệm nghĩa quyền lợi cam đoan chung chung riêng mẫu khu vực đoàn thể đảng bộ trung ương tỉnh thành phố quận
huyện phường xã nước nhà trẻ em thi hành đấu thầu dự toán đầu tư xây dựng công trình sửa chữa ngoại nội tổng hợp
cấp cứu chẩn hình ảnh xét nghiệm tim mạch sản nhi
""")


#: Forms of address that are other words when written without accents.
_PLAIN_AMBIGUOUS = word_set("bo ma ten be cu di me ba tam co duong chu mo dai_ta toi con cha")


#: Words before places and firms that, without accents, more often stand before people: "cho", "bạn", "đến".
_PLAIN_PEOPLE = word_set("cho den ban vua thoi giai hang")


@dataclass(frozen=True)
class NameSets:
    """The lists as one text needs them: accented, or folded for a text that is written without accents.

    Attributes are the lists of this module; the ``*_keys`` ones are folded in either case.
    """

    sure: frozenset[str]
    strong: frozenset[str]
    weak: frozenset[str]
    ethnic: frozenset[str]
    double: frozenset[str]
    middles: frozenset[str]
    given: frozenset[str]
    not_names: frozenset[str]
    figures: frozenset[str]
    figure_starts: frozenset[str]
    named_after: frozenset[str]
    titles: Mapping[str, int]
    stops: frozenset[str]
    hard_stops: frozenset[str]
    headings: frozenset[str]
    sure_keys: frozenset[str]
    strong_keys: frozenset[str]
    weak_keys: frozenset[str]
    middle_keys: frozenset[str]
    given_keys: frozenset[str]


def keys(words: frozenset[str]) -> frozenset[str]:
    """Return a list folded."""
    return frozenset(key_of(" ".join(words)).split())


@cache
def name_sets(plain: bool) -> NameSets:
    """Return the lists, made on first use.

    Args:
        plain: for a text without accents.
    """

    def pick(words: frozenset[str]) -> frozenset[str]:
        return keys(words) if plain else words

    titles = {key_of(title): level for title, level in TITLES.items()} if plain else TITLES
    if plain:
        titles = {title: level for title, level in titles.items() if title not in _PLAIN_AMBIGUOUS}
        titles["ba"] = 2
    return NameSets(
        sure=pick(SURE_SURNAMES),
        strong=pick(STRONG_SURNAMES),
        weak=pick(WEAK_SURNAMES),
        ethnic=pick(ETHNIC_PARTS),
        double=pick(DOUBLE_SURNAMES),
        middles=pick(STRONG_MIDDLES),
        given=pick(GIVEN_NAMES),
        not_names=pick(NOT_NAMES),
        figures=pick(PUBLIC_FIGURES),
        figure_starts=frozenset(name.split("_", 1)[0] for name in pick(PUBLIC_FIGURES)),
        named_after=pick(NAMED_AFTER) - (_PLAIN_PEOPLE if plain else frozenset()),
        titles=titles,
        stops=pick(STOP_WORDS),
        hard_stops=pick(HARD_STOPS) - (keys(GIVEN_NAMES) if plain else frozenset()),
        headings=pick(HEADING_WORDS),
        sure_keys=keys(SURE_SURNAMES),
        strong_keys=keys(STRONG_SURNAMES),
        weak_keys=keys(WEAK_SURNAMES),
        middle_keys=keys(STRONG_MIDDLES),
        given_keys=keys(GIVEN_NAMES),
    )
