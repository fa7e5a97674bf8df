"""Words of two syllables of which one alone, or both, might be a given name: in lower case they are ordinary words."""

from __future__ import annotations

from functools import cache

from recognizers.names import NOT_NAMES, keys
from recognizers.word_sets import word_lists, word_set

#: Nouns, verbs and adjectives of everyday papers.
COMPOUNDS = NOT_NAMES | word_set("""
chuyển_nhượng nhượng_quyền nhượng_bộ nhường_nhịn tặng_cho mua_bán đặt_cọc cho_thuê cho_vay cho_mượn hoán_đổi góp_vốn
cầm_cố trao_đổi thanh_lý bàn_giao ký_kết kế_thừa tiếp_quản công_chứng chứng_thực trưởng_khoa
đại_học trung_học tiểu_học ung_thư thương_binh thương_tích thương_tật thương_lượng thương_hiệu thương_yêu thương_nhớ hải_sản thủy_đậu thủy_triều
từ_trần tâm_thần tâm_lý tâm_sự tâm_trạng tâm_huyết trung_tâm trung_bình trung_thực trung_học trung_ương trung_gian
trung_niên trung_thu thông_tin thông_báo thông_cảm thông_minh thông_qua giao_thông bình_an bình_phục bình_yên hòa_bình
hòa_giải hòa_nhã hòa_đồng điều_hòa chan_hòa khí_hòa thuận_hòa hạnh_phúc hạnh_kiểm đức_hạnh bất_hạnh yên_tâm yên_tĩnh
yên_ổn bình_ổn an_tâm an_ủi trị_an bảo_an an_táng an_nghỉ minh_họa thuyết_minh văn_bằng phát_minh chứng_minh
thông_minh liên_minh thanh_minh hiền_lành hiền_hậu hiền_hòa hậu_quả hậu_cần hậu_sản khí_hậu nhân_hậu hiếu_thảo
hiếu_động hiếu_kỳ chí_hiếu đám_hiếu thảo_mộc thảo_dược dự_thảo hội_thảo thơm_ngon trái_thơm hương_thơm hương_vị
hương_khói quê_hương hương_trưởng hoa_quả hoa_hồng hoa_tươi hoa_mắt hoa_văn tài_hoa tinh_hoa cánh_hoa phồn_hoa
bông_gạc bông_băng liên_hoan liên_quan liên_lạc liên_hệ liên_tục liên_tiếp liên_kết liên_thông sen_vòi hoa_sen đầm_sen
lan_truyền lan_can lan_tỏa phong_lan ngọc_lan tràn_lan mai_phục ngày_mai sáng_mai chiều_mai tối_mai mai_kia hoa_mai
cây_mai tương_lai lai_rai con_lai còn_lại trở_lại lại_nữa nhung_nhớ nhớ_nhung thu_nhập thu_hoạch thu_gom thu_hồi
thu_hút thu_chi thu_phí thu_tiền thu_ngân thu_âm thu_xếp mùa_thu doanh_thu thuế_thu phiếu_thu thực_thu tạm_thu
ngân_khoản thuận_tiện thuận_buồm đồng_thuận lợi_nhuận lợi_ích lợi_thế lợi_dụng có_lợi thủy_lợi quyền_lợi phước_lành
phúc_lành quà_tặng quý_báu quý_giá quý_hiếm phụ_huynh phụ_cấp phụ_trách phụ_kiện phụ_nữ phụ_lục kim_chỉ kim_tiêm
kim_loại tuyết_lở bão_tuyết băng_tuyết nguyệt_quế kinh_nguyệt kinh_doanh kinh_tế kinh_phí kinh_nghiệm kinh_doanh
sáng_sủa sáng_tạo buổi_sáng ánh_sáng sáng_sớm chiều_dài chiều_cao chiều_rộng buổi_chiều đêm_khuya ngon_miệng
cường_độ tăng_cường kiên_cường quật_cường kiên_trì kiên_quyết kiên_nhẫn nhẫn_nại tàn_nhẫn quyết_tâm quyết_liệt
giải_quyết phán_quyết thắng_lợi thắng_thua chiến_thắng phanh_thắng thắng_cảnh tiến_bộ tiến_độ tiến_hành tiến_trình
cải_tiến tiên_tiến tiên_tri ưu_tiên thần_tiên đầu_tiên trước_tiên tổ_tiên toàn_diện toàn_phần an_toàn đại_diện
diện_tích diện_mạo giao_diện hiện_diện đối_diện bề_diện việc_làm bảo_ban bảo_bối bảo_mẫu quốc_bảo dạy_bảo khuyên_bảo
lệ_phí tỷ_lệ điều_lệ nước_mắt rơi_lệ ngoại_lệ tiền_lệ thường_lệ tục_lệ trật_tự tự_do tự_tin tự_giác tự_nguyện
tự_túc thứ_tự tự_học danh_tiếng danh_bạ vinh_hạnh quang_vinh tham_quan quan_tâm quan_trọng quan_sát quan_hệ cơ_quan
lạc_quan khách_quan chủ_quan quan_tài giác_quan nhiếp_ảnh trúc_trắc kiến_trúc kết_cấu cây_trúc đũa_trúc cảnh_báo
hình_ảnh hoàn_cảnh phong_cảnh cảnh_sát cảnh_vật cảnh_giác sơn_nước sơn_tường nước_sơn sơn_móng sơn_hào giang_hồ
giang_mai hải_đăng ngân_nga ngân_vang hiến_máu cống_hiến hiến_pháp hiến_tặng luận_văn kết_luận bình_luận thảo_luận
dư_luận lý_luận luật_pháp luật_sư pháp_luật kỷ_luật luật_lệ công_lý công_bằng công_sức công_trường thành_công
tiền_công ngày_công thi_công phân_công tay_công mạnh_khỏe mạnh_mẽ sức_mạnh phát_mạnh khỏe_mạnh dũng_cảm dũng_sĩ
anh_dũng hùng_hậu hùng_biện anh_hùng hào_hùng hào_hứng hứng_thú phấn_khởi khởi_công khởi_hành khởi_kiện khởi_động
khởi_tố phấn_đấu phấn_hoa phấn_màu viết_phấn phấn_rôm tài_sản tài_liệu tài_chính tài_khoản tài_xế tài_trợ tài_năng
đề_tài nhân_tài nhân_dân nhân_đạo nhân_ái nhân_quả nhân_chứng bệnh_nhân nạn_nhân cá_nhân công_nhân nguyên_nhân
hôn_nhân chủ_nhân nguyên_vẹn nguyên_liệu nguyên_tắc nguyên_đơn nguyên_giá tài_nguyên trạng_nguyên bình_nguyên
nghĩa_vụ nghĩa_trang ý_nghĩa tình_nghĩa kết_nghĩa lễ_nghĩa trang_trí trang_bị trang_phục trang_điểm trang_trọng
trang_trại trang_sức khẩu_trang nghiêm_trang hành_trang bên_trang trọng_lượng trọng_tâm trọng_điểm tôn_trọng
trân_trọng trân_quý kính_trọng nghiêm_trọng khang_trang an_khang khánh_thành khánh_tiết quốc_khánh khoa_trưởng
thành_khẩn thành_thật chân_thành hình_thành hoàn_thành trưởng_thành thành_thạo long_lanh hài_lòng hà_khắc hà_tiện
nam_giới phía_nam miền_nam nam_nữ phương_nam nam_sinh nữ_sinh phương_pháp phương_án phương_tiện phương_hướng
địa_phương đối_phương phương_châm ngọc_trai ngọc_bích bích_báo bích_họa chi_phí chi_tiêu chi_tiền chi_trả chi_tiết
chi_hội tứ_chi linh_hoạt linh_kiện linh_hồn linh_tinh linh_đình tâm_linh thiêng_liêng sinh_hoạt sinh_viên sinh_nhật
sinh_nở sinh_con sinh_lý sinh_thiết học_sinh hy_sinh nhật_ký nhật_báo chủ_nhật sinh_nhật cập_nhật nhật_thực
dung_nhan nội_dung bao_dung khoan_dung ung_dung dung_dị dung_môi hình_dung khoan_hồng khoan_cắt khoan_giếng máy_khoan
hồng_cầu hồng_hào phấn_hồng son_hồng cây_hồng quả_hồng đào_tạo khai_đào hoa_đào quả_đào mận_đào cành_đào khai_giảng
khai_báo khai_thác khai_trương khai_sinh công_khai triển_khai khai_man khai_vị lương_tâm lương_thiện thiện_nguyện
thiện_cảm từ_thiện cải_thiện hoàn_thiện lương_khô tiền_lương bảng_lương tăng_lương ứng_lương nâng_lương thanh_thản
thanh_đạm âm_thanh thanh_ghi cầu_thang thang_máy thang_thuốc thang_nhôm thang_điểm vinh_danh nga_mi xuân_sang
mùa_xuân du_xuân xuân_này đầu_xuân sang_trọng sang_tên sang_nhượng sang_đường sang_năm sang_tuần sang_tháng sang_nhà
sang_xe giàu_có giàu_nghèo làm_giàu đẹp_đẽ xinh_đẹp xinh_xắn ngoan_ngoãn bé_ngoan tươi_cười tươi_ngon hoa_tươi
sữa_tươi vui_vẻ vui_lòng niềm_vui vui_chơi khôi_phục khôi_ngô lâm_sàng lâm_vào lâm_tặc lâm_thời lâm_bệnh lâm_nguy
kỳ_thi kỳ_này kỳ_trước học_kỳ định_kỳ cả_kỳ thời_kỳ thư_viện thư_giãn thư_mời thư_ký bức_thư lá_thư trường_lớp
nhà_trường thị_trường hiện_trường môi_trường công_trường lập_trường trường_kỳ định_hướng ổn_định giám_định quy_định
nhất_định phẩm_chất phẩm_màu sản_phẩm thực_phẩm mỹ_phẩm văn_phòng mỹ_thuật mỹ_quan thẩm_mỹ thuật_toán kỹ_thuật
phẫu_thuật thủ_thuật nghệ_thuật nghệ_nhân nghệ_sĩ công_nghệ tay_nghề lành_nghề nghề_nghiệp lành_lặn lành_mạnh
trong_lành học_bạ học_phí học_bổng ý_chí ý_thức chí_hướng báo_chí đồng_chí tạp_chí chí_ít trí_nhớ trí_tuệ trí_thức
giải_trí bố_trí đãng_trí vị_trí tuệ_giác tuệ_tĩnh thức_ăn đông_đủ đông_đúc đông_y mùa_đông đông_người đông_máu
đình_công đình_chỉ gia_đình đình_làng sân_đình quân_đội quân_sự quân_nhân dân_quân bình_quân tôn_tạo tôn_vinh mái_tôn
tôn_sắt tấm_tôn giáp_ranh giáp_vỏ tuyến_giáp thiết_giáp con_giáp con_trai con_gái đầu_lòng ngón_út con_út em_út áp_út
bảo_dưỡng nuôi_dưỡng dưỡng_bệnh dinh_dưỡng điều_dưỡng dưỡng_sinh giảm_đau đau_thương bi_thương bi_quan bền_vững
lâu_bền bền_chắc dự_án dự_kiến dự_phòng tham_dự do_dự can_dự trừ_dần quen_dần dần_dần thân_thể thân_nhân thân_thiết
bản_thân thân_mật thân_hình song_song song_cửa song_sinh tính_toán tính_tình tính_cách tích_cực tích_lũy thành_tích
phân_tích diễn_biến diễn_ra diễn_viên diễn_đạt trình_diễn phát_triển triển_vọng triển_lãm hy_vọng nguyện_vọng thất_vọng
tình_nguyện nguyện_cầu cầu_nguyện tình_hình tình_trạng tình_cảm tình_tiết tình_huống
dư_nợ kỳ_trả kỳ_cước kỳ_sao hoàn_cọc hoàn_ứng hoàn_thuế quy_đổi quy_cách tất_toán giải_ngân giải_chấp thuê_bao công_tơ
công_nợ tồn_kho chuẩn_chi đáo_hạn định_phí
cố_ý chú_ý ý_kiến ý_định đồng_ý vô_ý có_ý hữu_ý tùy_ý xin_ý lưu_ý đắc_ý vừa_ý chủ_ý an_ninh bình_thường bình_chọn
bình_đẳng minh_bạch minh_chứng văn_minh xác_minh thu_mua tiếp_thu học_thu phẩm_hạnh hân_hạnh phúc_đáp bông_hoa
phương_thức đơn_phương lan_tràn việt_nam sơn_dầu thanh_toán thanh_lý thanh_tra thanh_niên hải_quan hàng_hải hải_đảo
hải_phòng long_trọng long_não cường_hóa xúc_tiến tiến_sĩ đạt_yêu đạt_chuẩn thành_đạt truyền_đạt toàn_bộ toàn_thể
hoàn_toàn bảo_toàn hùng_vĩ quyết_định quyết_toán thuận_lợi quý_khách quý_vị cao_quý tận_tâm tập_trung trung_cấp
nhân_viên vinh_dự quang_cảnh hào_quang công_việc công_ty công_tác công_trình công_an đức_tin đạo_đức tin_tức tin_nhắn
tin_tưởng tín_dụng uy_tín nghĩa_là có_nghĩa lành_tính thế_mạnh tiền_kim bảo_hiểm bảo_vệ bảo_hành bảo_trì bảo_đảm
bảo_quản đảm_bảo thông_tư phổ_thông khoa_học khoa_nội khoa_ngoại nha_khoa chuyên_khoa đăng_ký đăng_tin vũ_khí khiêu_vũ
phong_trào phòng_ốc duy_trì duy_nhất tư_duy hiếu_khách xuân_hè hạ_tầng giảm_hạ hạ_sốt hồng_ngoại màu_hồng hằng_ngày
hằng_năm loan_báo diệp_lục linh_thiêng trang_thiết trang_web trâm_cài trinh_sát vân_tay mây_mưa yến_sào yến_tiệc
xuyên_suốt uyên_bác kiều_bào ngoại_kiều lệ_thuộc phi_công lộc_lá tài_lộc quốc_gia quốc_tế quốc_tịch tú_tài kiệt_sức
việt_kiều thái_độ hình_thái trạng_thái thái_quá thịnh_vượng thọ_mạng tuổi_thọ vị_thế thị_lực thị_xã văn_bản văn_hóa
giá_vàng thế_giới thế_chấp lý_do lý_lịch quản_lý xử_lý hóa_đơn hóa_chất tăng_ca tăng_giá gia_tăng vàng_mã trường_học
nghỉ_phép nghỉ_lễ ốm_đau tang_lễ mai_táng mai_sau
tuyên_ngôn tuyên_bố tuyên_truyền tuyên_dương tuyên_án tuyên_giáo chú_ý chú_thích chú_trọng y_tế y_học y_khoa y_sĩ y_bạ quân_y
quý_phụ quý_thầy quý_cô quý_bạn quý_đơn quý_công quý_doanh quý_ông quý_bà quý_đại quý_cổ mang_thai có_thai phá_thai
thai_sản thai_kỳ thai_nhi siêu_âm giặc_ân điều_trị khuyên_nên khuyên_nhủ lời_khuyên đại_dịch bảng_biểu thi_đấu thi_đỗ
cô_đơn cô_giáo cô_dâu cô_đặc thầy_thuốc thầy_cô thầy_bói chị_em anh_chị anh_em cậu_bé bác_học bác_bỏ chú_rể dì_ghẻ
ông_bà bà_con bà_mụ bà_đỡ em_bé cháu_chắt bạn_bè bạn_đọc bạn_học bạn_hàng em_út cụ_thể ông_táo ông_địa cô_lập chú_tiểu chú_giải
chị_cả bác_ái cậu_ấm thầy_tu cụ_già mợ_cả cô_đọng cô_quạnh ông_trời ông_tổ bà_chúa bà_ngoại bà_nội
mai_mốt mai_gửi mai_giao mai_lấy sáng_nay trưa_mai hôm_mai bữa_mai nhân_lương nhân_hệ nhân_đôi nhân_ba nhân_rộng nhân_giống
phân_tán tán_thành tán_gẫu hòa_mạng hòa_tan hòa_nhập hòa_âm hoà_vốn hòa_vốn thái_dương âm_dương dương_vật dương_xỉ sung_sướng
trung_chuyển trung_hạn trung_tuyến trung_lập trung_hòa trung_tá tập_huấn huấn_luyện huấn_thị
thắng_kiện thắng_cuộc thắng_thầu trúng_thầu trúng_thưởng hưởng_ứng hưởng_lương thưởng_thức thưởng_nóng thụ_hưởng ảnh_hưởng
tiêu_biểu tiêu_chảy tiêu_cực tiêu_thụ chỉ_tiêu mục_tiêu chiêu_sinh chiêu_đãi chiêu_thức dương_cầm tài_xế tài_ba thiên_tai
thiên_nhiên thiên_tài thiên_vị ân_hận ân_cần ân_xá ân_huệ thâm_niên thâm_hụt thu_thập thu_hẹp thu_giữ thu_dọn
thu_mua thu_nợ nguồn_thu khoản_thu tổng_thu tận_thu truy_thu bội_thu thất_thu doanh_nghiệp
doanh_số doanh_trại liên_doanh quốc_doanh khánh_kiệt khai_mạc khai_quật khai_phá quản_gia
quân_sự quân_khu quân_nhu quân_phục quân_trang lưu_niệm lưu_vực lưu_vong bảo_tồn bảo_dưỡng
bảo_hộ bảo_kê cường_quốc cường_điệu phong_tỏa phong_bì phong_kiến phong_thủy phong_tục phong_hàm phong_tặng
sơ_lược sơ_tuyển phát_tài hồi_hương hương_liệu hương_ước hương_khói đông_lạnh đông_trùng
đông_bắc đông_dược thịnh_hành thịnh_soạn vượng_khí cát_tường tường_thuật tường_rào tường_lửa tường_nhà
vạn_thọ vạn_sự vạn_vật lân_cận lân_tinh cây_phượng ngọc_thạch dung_túng dung_thứ dung_nạp thùy_mị
hiển_thị hiển_nhiên hiển_vi thông_số thông_lệ thông_thoáng thông_tầng thông_hành thông_đường thông_cống lộ_trình lộ_giới lộ_phí
""")
COMPOUND_KEYS = keys(COMPOUNDS)
#: Pairs with which prose begins behind a form of address, besides the words of two syllables.
PROSE = word_set("""
cam_đoan cam_kết giao_kết ký_kết đồng_ý thỏa_thuận thống_nhất cung_cấp bàn_giao thanh_lý chịu_trách có_nghĩa có_quyền phải_chịu
hai_đi cao_to cao_gầy cao_ráo cao_hơn cao_lớn vàng_da trưởng_phòng trưởng_thôn trưởng_nhóm trưởng_khoa trưởng_ban trưởng_ca
hồ_sơ hộ_khẩu ho_kéo ho_nhiều ho_khan lý_giải lý_thân lý_sự lý_luận bùi_bùi đình_chỉ định_bán định_đi định_trả định_mua định_làm định_cho
đường_huyết đường_dẫn đường_dây đường_link đỏ_tiền độ_lượng đo_lường phân_tích phân_công phân_vân phản_đối phản_ánh phản_hồi phàn_nàn
phán_xét phần_việc phần_mềm trình_bày trình_lên trình_độ tự_làm tự_ý tự_đi tự_lo tư_vấn từ_chối từ_thiện từ_khi tự_tin là_quản là_hải là_quân
là_con là_cán là_người là_bạn là_khách là_sinh là_anh là_chị là_em là_chủ là_công là_nhân thách_thức hoang_mang họ_hàng hỗ_trợ tổ_trưởng tổ_chức
vô_ý vô_tình vô_tư vô_can vợ_chồng vo_ve vờ_vịt vẽ_kế phung_phí đoán_là đoán_chắc đoàn_thanh đoàn_viên mai_chuyển mai_vắng mai_đến
mai_làm mai_lấy mai_lên mai_về mai_qua mai_gửi mai_trả mai_nộp mai_mới mai_có mai_tiếp mai_tạm mai_học mai_nghỉ mai_chỉnh
tô_màu tô_son to_tiếng to_con to_cao làm_thêm làm_quản làm_lại làm_ở làm_việc làm_ơn làm_ăn làm_đơn làm_mất làm_hỏng làm_sao làm_gì
lo_công lo_ăn lo_tiền lo_cho lo_lắng đi_làm vì_tính vi_phạm vì_sao vì_anh vẫn_bình vẫn_thường vẫn_khỏe vẫn_làm vẫn_chưa vẫn_còn vẫn_đang văn_bản vân_vân
đòi_tiền đòi_nợ đo_áp đo_huyết đau_đầu độ_này đợt_này dạo_này đang_làm đang_ở đang_đi dâng_hương ngỏ_ý ngộ_độc ngờ_là ngỡ_là ngô_nghê
thi_hành thi_bằng thi_học thai_kỳ thái_độ thai_nhi hạ_giá hạ_cánh hạ_sốt hà_tiện ha_ha cho_hỏi chờ_đợi chờ_em chờ_anh chu_cấp chủ_nhà chủ_đầu chủ_tịch chủ_quán chú_ý chú_thích chữa_bệnh
luc_nay lúc_đó lúc_này lục_đồ lục_lọi luôn_luôn lương_tháng luồng_xanh không_quan không_có không_biết không_hòa không_hợp không_tin không_thanh không_chịu không_khai không_an không_lợi
trần_nhà trần_đầu trận_đầu trán_đau thạch_cao than_phiền thân_thiện thân_thiết thân_quen thân_thích quên_thanh quên_trả quen_biết quản_lý quan_tâm quan_trọng quan_hệ quan_sát quách_tỉnh lệ_là lê_la lễ_tân lễ_phép lê_thê
hoàng_mang hoảng_hồn hoảng_sợ đồng_ý đóng_bảo đóng_tiền đóng_thuế đóng_dấu đông_con động_viên động_thai đống_tiền tăng_ca tăng_lương tăng_cân tặng_quà tặng_hoa tang_gia
tạm_ứng tạm_trú tạm_hoãn bao_nhiêu bao_lâu bao_giờ báo_mất báo_cáo báo_giá bảo_hiểm bận_việc bàn_giao ban_ngày bán_hàng bị_tai bị_thương bị_đau bạc_đãi bằng_lòng
gia_hạn giáng_chức giảng_bài giáp_mặt khổng_lồ khuất_phục khuất_tất ninh_nọt nịnh_bợ la_hét la_mắng lạ_lắm là_lạ ông_bà ông_nội ông_ngoại phung_phi phụng_dưỡng tạ_lỗi tạ_ơn tá_hỏa vũ_phu vu_khống vụ_này vụ_án
võ_sĩ vỡ_nợ vỡ_kế vo_gạo vở_bài lưu_ý lưu_lại lưu_số dương_tính đương_chức đường_phố đương_sự đang_học đăng_ký đăng_bài đằng_ấy đặng_đi đào_tạo đào_ao đàm_phán đảm_bảo quang_gánh quảng_cáo thương_lượng thường_xuyên thường_trú thương_tích thường_trực tiêu_tiền tiêu_hóa
sai_hẹn sai_lời từng_làm từng_đi từng_ở từng_vay từng_bị vong_ân ý_kiến ý_là y_tá y_sĩ y_lệnh y_án y_kiến yên_tâm yên_ổn viêm_họng viêm_gan viêm_phổi tiên_lượng tiền_sử tiền_nhà tiền_cọc tiện_đường tiện_thể tiến_bộ
bồi_dưỡng đầu_tư hưu_trí đồng_tính phạm_nhân phạm_tội chủ_từ là_nam là_nữ sử_duyệt sự_duyệt nhân_sự vàng_nhà tháng_này từ_tháng
triệu_một triệu_hai triệu_ba triệu_bốn triệu_năm triệu_sáu triệu_bảy triệu_tám triệu_chín triệu_rưỡi triệu_tư
lại_lúc lại_sau lại_ngày lại_chiều lại_sáng lại_vào lại_cho lại_tiền lại_là lại_đi lại_đến lại_không lại_chưa lại_hồ lại_số lại_anh lại_chị lại_em lại_con
""")
#: More words of two syllables, which nobody but the tagger takes for names; none is a surname and a given name without accents.
_WORDS = word_set("""
ngân_phiếu gia_cầm gia_vị gia_phả nhân_tạo nhân_công nhân_khẩu nhân_lực bộ_phận bộ_đội bộ_trưởng pháp_lý pháp_danh
pháp_y chân_dung chân_tay nguyên_chất kiến_nghị kiến_thức hành_vi vi_khuẩn ngoại_ngữ ngoại_trú ngoại_khoa ngoại_thất
nội_trú nội_quy nội_khoa nội_thất nội_trợ nội_bộ thực_đơn thực_lĩnh thực_tế thực_hiện thực_hành thực_tập đơn_giá đơn_vị
đơn_từ đơn_hàng thành_thị thành_nội trưởng_ấp từ_bỏ tiền_học tiền_phòng tiền_lãi tiền_xe tiền_hàng tiền_lẻ tiền_đạo
tiền_vệ hậu_vệ hậu_đài hậu_phẫu thủ_môn hiệp_phụ hiệp_hội hiệp_định hiệp_thương thắng_đậm khán_giả khán_đài hội_trường
hội_họp hội_phụ hội_viên hội_đồng bàn_ghế bàn_thờ bàn_bạc bàn_phím lao_động lao_công hàng_xóm hàng_ngày nước_uống
ống_nước đàn_em đàn_heo đàn_gà an_cư an_thần cấp_cứu cấp_dưỡng đồng_ruộng hành_khách hành_lý hành_lang hành_chính
hành_nghề hành_trình thẻ_vàng trọng_tài nghi_ngờ nghi_lễ nghi_can nghi_phạm nghỉ_học nghỉ_trưa nghỉ_việc nghỉ_ốm
nghỉ_ngơi nhà_trọ nhà_cửa nhà_đất nhà_nước nhà_máy nhà_xe nhà_thầu nhà_thuốc nhà_thờ nhà_bếp nhà_vườn nhà_nguyên nhà_sàn
nhà_hàng nha_sĩ nha_chu tôm_cua tố_giác tố_chất tố_khổ lê_lết lễ_cưới hộ_nghèo hộ_chiếu hộ_lý hộ_gia hộ_dân hộ_tịch
hộ_kinh ngõ_hẻm dữ_liệu dữ_dội dư_thừa dự_báo dự_toán dự_thi dự_giờ dự_bị đồ_chơi đồ_uống độ_ẩm phân_bón phân_loại
trưởng_bộ chiều_tối dưỡng_khí đường_mòn đường_phèn bụi_bặm đẳng_cấp đình_trệ định_mức tổng_kết tổng_số tạm_vắng tạm_giữ
tạm_nghỉ vụ_việc vườn_nhà vườn_cây vỏ_xe vô_khuẩn ly_hôn ly_nước bảo_lưu bảo_vật bào_thai bão_lũ bão_lụt báo_động
báo_thức báo_đài báo_tin bao_bì bao_cát bao_thư bao_gạo dùng_thuốc dùng_bữa dụng_cụ dũng_khí lan_hồ sáng_mắt
sáng_suốt sáng_kiến sang_sửa sang_chiết thanh_trùng thanh_nẹp thanh_sắt công_nhật công_thợ công_điểm công_dụng kỳ_quan
kỳ_nghỉ kỷ_niệm kỷ_yếu kỷ_nguyên ký_tên ký_sinh ký_quỹ ký_túc ký_nhận kỹ_năng kỹ_sư quy_chế quy_hoạch quy_trình quy_tắc
quy_mô quỹ_tín quỹ_lớp đóng_góp đóng_gói đóng_thùng đóng_cửa động_vật tương_ớt tương_trợ tường_gạch sơn_tặc son_môi
tin_đồn tín_đồ tình_cờ tính_tiền tính_công hàng_rào hãng_xe chi_nhánh chi_bộ chỉ_dẫn chỉ_thị chỉ_huy chị_dâu phụ_bếp
phụ_lão phủ_xanh lợi_hại lợi_tức lỗi_lầm lời_khai lời_lãi lời_nói lời_phê du_lịch du_khách dự_đoán nguyệt_san tuyệt_đối
tuyến_đường tuyển_dụng tuyển_sinh tuyển_chọn hiến_kế hiện_tại hiện_trạng hiện_vật xuân_phân thuần_chủng tuần_tra
tuần_hoàn tuân_thủ tuân_lệnh khôi_hài khởi_nghiệp khối_lượng khỏi_bệnh khói_bụi kiện_hàng kiện_tụng kiến_thiết loan_tin
loạn_lạc lộc_nhung lọc_nước lọc_máu mỹ_vị phúc_khảo phục_chế phúc_thẩm quần_áo quần_vợt thiện_xạ thiên_thần thiên_văn
thiên_chúa thiếu_hụt thịnh_tình thọ_tang thợ_hồ thợ_may thợ_sơn thợ_điện thờ_cúng thờ_phụng tiến_cử tiên_đoán tiễn_đưa
tiện_nghi tiện_lợi tiền_trạm trạm_xá trạm_bơm trạm_y trà_đá trà_sữa trả_góp trả_lương trả_lời trả_phòng trả_tiền
trả_hàng trả_nợ trả_xe trắng_trẻo trăng_rằm trụng_nước vân_gỗ việt_vị viết_tay viết_tắt viết_chữ vĩnh_biệt xuyên_tạc
chiến_tranh chiến_lược hàm_số hàm_lượng quang_hợp tham_mưu mẹo_vặt mẹo_về tim_mạch xu_hướng cấu_trúc huyết_áp hô_hấp
sa_sút trào_ngược táo_bón bàng_quang nấm_da nấm_móng trang_chủ quyền_tự quyền_tham quyền_hạn sự_suy sự_ra sự_phát sự_hình sự_thay đoạn_trích thơ_ca truyện_ngắn truyện_thơ văn_học ngôn_ngữ tiêu_chí
định_dạng thêm_mới lưu_trữ tích_chọn bỏ_tích nhập_liệu điếc_đột ngứa_da khô_mắt đục_thủy thiền_định đoàn_thuyền
chó_sói hệ_quả luật_sửa bảng_màu thần_kinh nội_tiết tiết_niệu da_liễu nhi_khoa
xuyên_đêm yến_mạch yên_xe yên_ả chuột_chạy chuột_rút băng_rôn băng_keo ba_gác xe_ôm trấn_áp
""")
_ALL = COMPOUNDS | PROSE
_PROSE_KEYS = keys(_ALL)


def compounds(plain: bool) -> frozenset[str]:
    """Return the pairs; ``plain`` without accents."""
    return COMPOUND_KEYS if plain else COMPOUNDS


def prose(plain: bool) -> frozenset[str]:
    """Return the pairs, and those with which prose begins behind a form of address; ``plain`` without accents."""
    return _PROSE_KEYS if plain else _ALL


@cache
def ordinary() -> frozenset[str]:
    """Return ordinary words as they are written with accents and without: a form that is typed in is often both."""
    return written() | COMPOUND_KEYS | keys(_WORDS)


@cache
def written() -> frozenset[str]:
    """Return ordinary words as they are written with accents."""
    return COMPOUNDS | _WORDS | _listed("anywhere") | institutions() | headings()


@cache
def institutions() -> frozenset[str]:
    """Return words, with accents, that are written with a capital inside sentences, too: "gửi Hiệp hội du lịch"."""
    return _listed("institutions")


@cache
def headings() -> frozenset[str]:
    """Return words, with accents, that head chapters and columns though either half might be part of a name."""
    return _listed("headings")


def _listed(title: str) -> frozenset[str]:
    return frozenset(phrase.replace(" ", "_") for phrase in word_lists("ordinary_words.txt")[title])
