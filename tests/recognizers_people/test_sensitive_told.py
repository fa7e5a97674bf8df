"""Sensitive classes told in prose (Decree 356/2025, Article 4): found about somebody, left in rules, advice and counts.

In the texts of ``TOLD`` what has to be found stands between ⟦ and ⟧; nothing else of these classes may be found in them.
"""

from __future__ import annotations

import re

import pytest

from recognizers.detection import Detector

CLASSES = frozenset(
    (
        "HEALTH_INFO",
        "PRIVATE_LIFE",
        "MARITAL_STATUS",
        "CRIMINAL_RECORD",
        "PARTY_MEMBERSHIP",
        "RELIGION",
        "GRADES",
        "DEBT",
        "INCOME",
        "AGE",
        "BIOMETRIC",
    )
)
_MARKS = re.compile("[⟦⟧]")

TOLD = [
    "bà Nguyễn Thị Sen (⟦67⟧), khách Trần Thị Lan tuổi ⟦34⟧",
    # what forms say in free words, sums of notices and of pay, offences behind what says that somebody is held for them
    "Họ tên: Trần Văn Hùng\nTiền án, tiền sự: ⟦01 tiền án năm 2018, đã chấp hành xong⟧",
    "Công an tạm giữ Trần Văn Hùng (SN 1990) về hành vi ⟦trộm cắp tài sản⟧.",
    "Họ tên: Trần Văn Hùng\nHoàn cảnh: ⟦cha đi tù⟧, ⟦mẹ bỏ đi⟧",
    "Học sinh: Trần Văn Hùng\nNhận xét của GVCN: ⟦em ngoan nhưng còn nói chuyện riêng⟧",
    "Quý khách Trần Văn Hùng hiện quá hạn ⟦46 ngày⟧, số tiền cần thanh toán ⟦3,418,000d⟧.",
    "Buộc ông Trần Văn Hùng trả cho Ngân hàng số tiền ⟦96.000.000 đồng⟧.",
    "Nguồn thu của Trần Văn Hùng: cho thuê nhà ⟦3,5 triệu/tháng⟧.",
    "Chị Trần Thị Lan kiếm ⟦9tr5⟧, chồng lương ⟦28 củ⟧.",
    "Em Trần Văn Hùng ⟦phải thi lại môn Toán⟧.",
    "Điểm rèn luyện của Trần Văn Hùng: ⟦86⟧",
    # health
    "Chủ hộ: Lê Văn Tám\nHoàn cảnh: ⟦lao phổi⟧, ⟦suy thận độ 3⟧",
    "Sau khi bị ⟦bong gân cổ chân⟧, anh Lê Văn Tám nghỉ hai tuần.",
    "Ngày 12/3 ông Lê Văn Tám vào viện trong tình trạng ⟦nôn ra máu⟧.",
    "P3 G1: Lăng Văn Tẻo ⟦41t⟧, ⟦VRT cấp⟧, ⟦đau hố chậu phải⟧, ⟦sốt nhẹ⟧",
    "Be Nguyen Thi Lan co ⟦viem tai giua⟧ tu nho",
    "1. Trần Thị Mận - ⟦tức ngực⟧",
    "Bé Nguyễn Gia Hân (SN 2020) ⟦dị ứng hải sản⟧, cô giáo lưu ý giúp.",
    "Cháu Trần Minh Khôi: hay ⟦đau bụng⟧, ăn chậm.",
    "Chị Hoàng Thị Lan ⟦57t⟧ ⟦suy tim EF 38⟧ đang dùng Entresto.",
    "Anh Tiệp ⟦viêm gan B⟧, tăng phí bảo hiểm.",
    "Ông Phạm Văn Bút, ⟦71 tuổi⟧, ⟦mù lòa⟧, sống một mình.",
    "Bác Vũ Thị Thơm mới ⟦mổ tim⟧ về nên cần yên tĩnh.",
    "Hồ Thị Nía – thôn Gò – ⟦tiêu chảy⟧ – ORS",
    "Patient: Nguyen Thi Hoa. ⟦Helicobacter pylori positive⟧. Known allergy: ⟦Penicillin⟧.",
    "HIV Ag/Ab: ⟦Reactive⟧; HBsAg: ⟦Non-reactive⟧. Name: Le Thi Hong",
    "Lê Văn Cầu    1961    ⟦COPD⟧    tái khám 15/10",
    "BN Nguyễn Văn Lợi: HA ⟦150/90⟧, mạch ⟦88⟧, SpO2 ⟦94%⟧.",
    "The patient, Mr. Tran Van Nam, has ⟦chronic hepatitis B⟧ and is allergic to ⟦penicillin⟧ and ⟦shellfish⟧.",
    "Lý lịch tư pháp: ⟦không có án tích⟧. Họ tên: Hồ Thị Lụa",
    # marks in a row, debts and pay said of somebody
    "Học sinh Nguyễn Văn An lớp 8A: Toán ⟦8.5⟧   KHTN ⟦8.0⟧   LS&ĐL ⟦7.5⟧   GDCD ⟦Đ⟧",
    "Em Lê Văn Tám: Tiếng Việt ⟦9⟧, Toán ⟦10⟧, Khoa học ⟦9⟧, LS&ĐL ⟦8⟧, Tin học ⟦9⟧",
    "Chị Lê Thị Hoa thiếu ⟦1tr2⟧ tiền gạo.",
    "Ông Hai Nguyễn Văn Sửu nợ vật tư ⟦6 triệu⟧ hẹn sau vụ trả.",
    "KH Lê Văn Tâm dư nợ ⟦23tr4⟧, quá hạn ⟦94 ngày⟧.",
    "Nợ bà Đỗ Thị Thoa ⟦80 triệu⟧.",
    "Anh Trần Văn Nam làm phụ hồ ⟦350k/ngày⟧.",
    "Luong thang 9 cua Nguyen Van Ba: ⟦9,731,000⟧; tang ca ⟦1,204,000⟧; thuc linh ⟦9,913,245⟧",
    "Bé Su Su ⟦22 tháng⟧ 11kg, mẹ Trần Thị Bích.",
    "Lê Văn Tý có ⟦02 tiền án về tội trộm cắp⟧.",
    "Con đầu là cháu Lương Gia Bảo bị ⟦tự kỷ⟧ từ nhỏ, con thứ hai mắc ⟦bệnh tim bẩm sinh⟧ đang điều trị tại Viện Tim.",
    "Bà Lê Thị Sen, ⟦50 tuổi⟧, ⟦bệnh hiểm nghèo⟧; ông Trần Hai (⟦tăng huyết áp⟧) vắng mặt.",
    "Tôi là Đỗ Thị Lụa. Hiện tôi đang ⟦mang thai 20 tuần⟧, ⟦thai kỳ nguy cơ cao⟧.",
    "Ông Lê Văn Tám vào khoa Hô hấp ngày 03-09-2009 vì ⟦khó thở⟧. Tiền sử ⟦COPD 8 năm⟧.",
    "Anh Lê Văn Tuất (SN 1990) ⟦nghiện ma túy⟧, đã ⟦cai nghiện hai lần⟧ tại trung tâm.",
    "Nguyễn Việt Đăng, 1979: ⟦cụt 1/3 cẳng chân⟧ phải do bom mìn, hồ sơ thiếu.",
    "Chị Phạm Thị Na cho biết anh bị ⟦gãy xương đùi trái⟧ tuần trước.",
    "Bố đẻ tôi là ⟦thương binh hạng 2/4⟧, được xác định ⟦khuyết tật nặng⟧.",
    "ME TOI LA LE THI SEN BI ⟦UNG THU GAN⟧ NEN NGHI LAM.",
    "Anh Trần Quang Công vay tiền để ⟦chạy thận⟧ cho mẹ.",
    "Bà Vi Thị Lả, ⟦Mắt cận 3 độ⟧, ⟦nhóm máu O⟧.",
    "Danh sách: Trương Đăng Hào (máy 3, ⟦HBsAg+⟧), Đào Mạnh (máy 4).",
    "Ông Mùa A Tráng xét nghiệm ma túy ⟦dương tính⟧ lúc 8 giờ.",
    "Bà Nguyễn Thị Hòe xin miễn vì chồng ⟦tai biến⟧. Chẩn đoán: ⟦Tăng huyết áp; Rối loạn lipid máu⟧",
    "Chị Trần Bích Trâm, ⟦1m58, 49kg⟧, quê Hưng Yên.",
    "Ngày khám 02/02/2026 của Vương Mỹ Linh: ⟦J30.4⟧ ⟦viêm mũi dị ứng⟧. Bệnh có sẵn: ⟦u xơ tử cung phát hiện 2023⟧",
    "Em Sầm Thị Vui: thị lực ⟦4/10⟧. ⟦Nhóm máu AB-⟧.",
    "Chị Lê Kiều Oanh, ⟦thai 22 tuần 3 ngày⟧, ⟦HIV (-)⟧, ⟦mổ đẻ cũ 2019⟧. Chồng: Lê Chí Trung, ⟦xơ gan⟧.",
    "Lời khai của Bàn Văn Quẩy: tôi ⟦nghiện heroin⟧ từ 2009.",
    # private and family life
    "Anh Minh có vợ là chị Lê Thị Hiền ⟦có quan hệ tình cảm với người khác⟧, ⟦không chung thủy⟧.",
    "Chị Phùng Thị Hiền ly hôn vì ⟦vợ chồng phát sinh mâu thuẫn⟧, anh Minh hay ⟦cờ bạc⟧, ⟦rượu chè⟧.",
    "Cháu Đỗ Gia Hân ⟦là con nuôi⟧, ⟦không phải con ruột của hai người⟧.",
    "Anh Đào Duy Nam là ⟦người đồng tính⟧. Chị Trần Vy đã ⟦phẫu thuật chuyển giới⟧ ở Thái Lan.",
    "Ông Nguyễn Văn Tám ⟦góa vợ⟧ từ năm 2015. Bà Lê Thị Cúc ⟦chưa lập gia đình⟧. Chị Trần Thị Mai ⟦vẫn độc thân⟧.",
    "Ngày sinh 11.06.1952 · Nữ · ⟦Độc thân⟧",
    # where the fact begins and ends
    "Ông Kiều Văn Sử bị ⟦tai biến⟧, ⟦liệt nửa người bên phải⟧, cần xe lăn.",
    "Bà Lý Thị Nga mắc ⟦tăng huyết áp⟧ 10 năm nay. Chị Vũ Thị Hoa ⟦mang thai tháng thứ 8⟧, xin nghỉ.",
    "Anh Trần Văn Hào ⟦có quan hệ tình cảm với người khác⟧ từ năm 2022; chị Lê Thị Na theo đạo ⟦Tin Lành⟧.",
    "Anh Cầm Bá Trọng ⟦đang chấp hành án phạt tù⟧ tại Trại giam số 5.",
    # offences
    "Xử phạt bị cáo Trần Văn Lực ⟦03 (ba) năm tù⟧, thời hạn tính từ ngày bắt tạm giữ.",
    "Ông Hoàng Văn Đạo ⟦đã bị kết án về tội đánh bạc⟧, ⟦đã được xóa án tích⟧.",
    'Bị cáo ⟦phạm tội "Cố ý gây thương tích"⟧ theo điểm a khoản 1 Điều 134.',
    "Chị Lê Thị Thơm ⟦chưa có tiền án, tiền sự⟧. Anh Ngô Văn Thịnh ⟦đã từng đi tù 5 năm⟧.",
    # faith, party, marks, debts, pay, ages
    "Mẹ: Chảo Mẩy Sen, ⟦Phật tử⟧ tại gia. Bố: Tẩn A Sài, làm ruộng, ⟦đảng viên⟧ 30 năm tuổi Đảng.",
    "Em Tẩn Mẩy Chin học lực ⟦giỏi⟧, hạnh kiểm ⟦tốt⟧, GPA ⟦3,45⟧, tốt nghiệp Trường THPT số 1 loại ⟦Khá⟧.",
    "Ngô Văn Tám: lương thử việc ⟦11 triệu⟧. LƯƠNG: ⟦13,5 TRIỆU⟧. Mức lương:....⟦14.500.000 đồng⟧. Lương khoán ⟦550.000 đ/ngày⟧",
    "Em Lê Văn Tám đạt ⟦9,5⟧ điểm môn Toán, sau đó bị ⟦cảnh cáo trước toàn trường⟧. Lê Thị Na TOEIC ⟦785⟧, IELTS: ⟦6.5⟧",
    "Sổ tiết kiệm ⟦218.000.000 đồng⟧ để lại cho cháu Lai Gia Hòa.",
    "Tôi là Lương Thị Thảo, lại đang nợ ngân hàng chính sách ⟦50 triệu đồng⟧, thu nhập ⟦3,5 triệu⟧ một tháng.",
    "Anh Sùng A Dế, ⟦45yo⟧, dư nợ thẻ ⟦45 triệu⟧; bà Tám ngoài ⟦bảy mươi tuổi⟧; cháu Lê Gia Hân, ⟦18 tháng⟧, nặng 10kg.",
    "CIC ông Lê Văn Tám, dư nợ: Ngân hàng Techcombank: ⟦312 triệu đồng⟧; Ngân hàng Á Châu: ⟦45 triệu⟧",
    "Bà Trần Thị Dũng (Diễn Châu) – nợ ⟦2.480.000⟧; chị Lê Thị Na, ⟦thai 32 tuần⟧, hẹn khám.",
    "Em Lê Văn An phúc khảo môn Toán (⟦6,4⟧) và Anh (⟦7,2⟧), điểm TBC tích lũy: ⟦3.12⟧",
    "Bệnh nhân: Lê Văn Tám, ⟦45⟧/M; Trần Thị Na, F/⟦32⟧; Võ Hà ⟦79⟧/Nữ; cháu N.T.A (⟦13 tuổi 5 tháng⟧)",
    "Nguyễn Văn Bảy (⟦55⟧, trú tại xã Hòa Bình) và Lê Thị Cúc, ⟦32⟧, giáo viên. Mr. John Smith, aged ⟦45⟧. Tuổi: ⟦45t⟧",
    "Cụ Lê Văn Tới thọ ⟦92 tuổi⟧; BN nữ ⟦32t⟧; Hồ sơ: Đặng Thị Na, nữ, ⟦29⟧",
]


@pytest.mark.parametrize("marked", TOLD, ids=lambda text: _MARKS.sub("", text)[:40])
def test_what_is_told_of_somebody_is_found_and_nothing_else(marked: str) -> None:
    text = _MARKS.sub("", marked)
    hits = [hit for hit in Detector().find(text) if hit.entity_type.value in CLASSES]
    assert [text[hit.start : hit.end] for hit in hits] == re.findall("⟦([^⟧]*)⟧", marked)


LEFT = [
    "Công ty CP Thép Đông Á dư nợ vay ngắn hạn 50 triệu đồng, anh Trần Văn Hùng làm việc tại đây.",
    "Tuyển kế toán, lương 15 triệu, liên hệ chị Nguyễn Thị Lan.",
    "Sổ tiết kiệm của công ty để lại cho quỹ khuyến học.",
    "Thượng tá Trần Văn Hùng báo cáo: khởi tố 77 vụ về tội trộm cắp tài sản, 41 vụ mua bán ma túy.",
    "Nếu quá hạn 30 ngày thì anh Trần Văn Hùng được thanh lý xe.",
    "Hội thảo về viêm tai giữa, thoát vị bẹn do BS Trần Văn Hùng chủ trì.",
    # names beside words of illness, school and money that tell nothing of them
    "Chuyên khoa dị ứng, miễn dịch: BS Nguyễn Văn An khám thứ hai.",
    "Trung tâm Kiểm soát bệnh tật: đường Đặng Thai Mai. Liên hệ anh Lê Văn Nam.",
    "Họ tên: Lê Văn Nam. Lý do khám: tuyển dụng tại Công ty Minh Long",
    "Anh Lê Minh Đức chạy thận trọng trên đường trơn. Ông Phạm Văn Bút nuôi gà bị tiêu chảy.",
    "Toán 8, Văn 8, Anh 8 sách giáo khoa, thầy Nguyễn Văn Hòa đặt 30 bộ.",
    "Chương trình Toán 10, Lý 10, Hóa 10: thầy Lê Văn Tám dạy.",
    "Ngân hàng cho vay tối đa 100 triệu đồng, liên hệ anh Phan Văn Dũng.",
    "Công ty TNHH Minh Long nợ thuế 1,2 tỷ đồng, giám đốc Lê Văn Long.",
    "Thuê nhà của cô Lê Thị Hà 4.500.000đ/tháng. Anh Lê Văn Tám đóng học phí 2.400.000đ/tháng.",
    "Tổng giải thưởng 218.000.000 đồng, anh Vũ Khánh Hoàng nhận cúp. Tổng quỹ lương công ty 2,4 tỷ đồng.",
    "Chó Milu, giống Poodle, 3 tuổi, chủ nuôi Lê Thị Mai. Nụ nhỏ hơn tôi 3 tuổi.",
    "Cân nặng hàng: 14 kg, chiều cao thùng 95 cm, người nhận Trần Nhật Minh.",
    "Yêu cầu: không có tiền án tiền sự. Liên hệ chị Lan.",
    "The clinic treats asthma and hypertension. Ms. Le Thi Hong is the receptionist.",
    # laws and rules
    "Người nào phạm tội cố ý gây thương tích thì bị phạt tù từ 02 năm đến 06 năm.",
    "Người đã bị kết án về tội này, chưa được xóa án tích mà còn vi phạm thì bị phạt tù từ 06 tháng đến 03 năm.",
    "Cấm chung sống như vợ chồng với người khác; bạo lực gia đình; tảo hôn.",
    "Trường hợp bên B bị ốm đau, tai nạn thì được nghỉ.",
    "Bảo hiểm chi trả khi người được bảo hiểm bị thương tật toàn bộ.",
    "Mức giảm trừ gia cảnh đối với đối tượng nộp thuế là 11 triệu đồng/tháng.",
    "Mức lương tối thiểu vùng I là 4.960.000 đồng/tháng, lương cơ sở 2.340.000 đồng.",
    "Thu nhập bình quân đầu người năm 2025 đạt 5.026 USD.",
    # advice, experts, prices, medicines, counts
    "Người mắc bệnh đái tháo đường nên khám định kỳ. Phụ nữ mang thai cần tiêm phòng cúm.",
    "ThS.BS Trần Thị Hà, Trưởng khoa Ung bướu, cho biết: ung thư vú có thể chữa khỏi nếu phát hiện sớm.",
    "Theo bác sĩ Lê Quang Minh, bệnh tiểu đường đang trẻ hóa; mỗi năm có 10.000 ca nhiễm HIV mới.",
    "GS Phạm Gia Khải, chuyên gia về tăng huyết áp, nói tại hội thảo rằng đột quỵ là nguyên nhân tử vong hàng đầu.",
    "Chẩn đoán: dựa vào xét nghiệm đường huyết. Dị ứng thuốc có thể gây sốc phản vệ.",
    "Xét nghiệm HIV: 80.000 đồng; Nhóm máu ABO, Rh: 90.000; HBsAg test nhanh 60.000 đồng.",
    "Metformin 850mg điều trị đái tháo đường type 2; Salbutamol hen phế quản.",
    "Toàn xã có 45 người khuyết tật nặng, 12 người nhiễm HIV, 5 vụ bạo lực gia đình; 12 đảng viên mới kết nạp.",
    "Nguyên nhân tử vong hàng đầu là đột quỵ.",
    "LỊCH KHÁM: BS Đặng Thái Sơn (Nội tiết - tiểu đường), BS Lý Kim Hoa (Nhi, hen, dị ứng).",
    'Sách "Sống chung với HIV" tác giả Lê Thu. Phim về người chuyển giới do đạo diễn Trần Thanh Huy thực hiện.',
    "THỰC ĐƠN cho người tiểu đường do bếp trưởng Trần Thị Lý biên soạn. Ưu đãi 20% cho bệnh nhân ung thư.",
    "Ông Lê Văn Bảy, chủ tịch Hội Nạn nhân chất độc da cam, trao quà. Anh Tài bán bảo hiểm ung thư.",
    "Sinh viên mắc bệnh truyền nhiễm phải báo y tế. Trưởng ban: Ngô Bá Thành.",
    # things and organisations
    "Ông Đỗ Văn Hùng báo ống nước bị vỡ, tường bị nứt, dây điện bị đứt, thiết bị bị ngập nước.",
    "Công ty TNHH Bảo Minh (đại diện: ông Hồ Văn Quý) bảo hành 12 tháng. Hai bên đồng tình.",
    "Nếu phát sinh mâu thuẫn, ông Hồ Văn Quý và bên B thương lượng.",
    "Hội Người mù huyện do bà Lý Thị Xuân làm chủ tịch. Quỹ hỗ trợ bệnh nhân ung thư Ngày mai tươi sáng.",
    "Bà Nguyễn Thị Sen là chuyên viên Phòng chống bạo lực gia đình. Ông Tâm phụ trách công tác cai nghiện.",
    "Thẩm phán Nguyễn Văn Bình tuyên bố khai mạc phiên tòa xét xử vụ án ly hôn.",
    "Lợn của ông Lê Văn Tư bị dịch tả. Anh Dũng trồng 2ha cây bị bệnh đạo ôn.",
    "Anh Lê Văn Phúc sửa xe bị mất phanh. Ông Trần Ba bị mất điện thoại.",
    "Ông Nam, Bí thư Đảng ủy, phát biểu tại lễ kết nạp 12 đảng viên mới. Chi bộ 3 họp ngày 3/2.",
    "Cô Trần Thị Lan dạy môn Toán 7 tiết; lớp 8A học Văn 4 tiết.",
    "Căn hộ cho người độc thân. Gói khám tiền hôn nhân 1.500.000",
    "Công ty còn nợ ngân hàng 12 tỷ đồng; lãi vay 3 tỷ; thiếu hụt 2 tỷ. Anh quốc (6,4), nước Nga (7,2).",
    "Cả 34t hàng, 20t xi măng về kho, giao 15t cho Công ty Minh Long.",
    "Điều 5. Sinh viên vi phạm bị cảnh cáo; đội nhà được 3 điểm; ứng viên TOEIC 600 trở lên. Trưởng ban: Ngô Bá Thành.",
    # offers
    "TUYỂN DỤNG: Lương 12-15 triệu/tháng, tốt nghiệp loại Khá trở lên, không có tiền án tiền sự.",
    "Lãi suất vay 12%/năm, hạn mức đến 500 triệu đồng. Khách hàng có nợ xấu nhóm 3 không được vay.",
    # forms nobody has filled
    "Tình trạng hôn nhân: □ Độc thân  □ Đã kết hôn  □ Ly hôn\nNhóm máu: ☐A ☐B ☐AB ☐O",
    "Chẩn đoán: .....................\nTiền sử dị ứng: ................\nTuổi: ......",
    # ages of nobody
    "Lê Văn Tám, 12, đường Lê Lợi. Ông Trần Văn Hai (12, tờ bản đồ 5). Nguyễn Văn Bảy (08).",
    "km 12/M; tỷ lệ 45/M; ngày 5/3; 1/2 số tiền; Công ty Minh Long (12 phòng)",
    "từ 18 tuổi trở lên; trẻ em dưới 6 tuổi; tuổi thọ trung bình 73,5 tuổi; đủ 60 tuổi; nhóm 15-24 tuổi",
]


@pytest.mark.parametrize("text", LEFT, ids=lambda text: text[:40])
def test_rules_advice_counts_and_offers_are_left(text: str) -> None:
    hits = Detector().find(text)
    assert [text[hit.start : hit.end] for hit in hits if hit.entity_type.value in CLASSES] == []


PATIENT = """GIẤY RA VIỆN
Họ tên người bệnh: Đinh Thị Khuê      Tuổi: 67     Nữ
Tiền sử: dị ứng penicillin, mổ ruột thừa năm 2009.
Bản thân: hút thuốc lá 20 gói/năm
Phương pháp điều trị: lợi tiểu, chống đông
1    Glucose             11,8        3,9 - 6,4           mmol/L
2    HBsAg               Dương tính  Âm tính
Kết luận: theo dõi thêm, đường huyết cao.
Giá dịch vụ: Glucose  25.000 đồng
Kết luận: ................"""


def test_a_patients_paper_tells_behind_its_headings() -> None:
    found = [
        PATIENT[h.start : h.end] for h in Detector().find(PATIENT) if h.entity_type.value == "HEALTH_INFO"
    ]
    assert found == [
        "dị ứng penicillin, mổ ruột thừa năm 2009",
        "hút thuốc lá 20 gói/năm",
        "lợi tiểu, chống đông",
        "11,8",
        "Dương tính",
        "theo dõi thêm, đường huyết cao",
    ]


def test_the_same_headings_in_a_paper_about_nobody_are_left() -> None:
    text = PATIENT.replace("Đinh Thị Khuê", ".........").replace("Tuổi: 67     Nữ", "Tuổi: ....")
    assert [
        h.entity_type.value for h in Detector().find(text) if h.reason.code in ("patient_paper", "lab_result")
    ] == []


def test_a_ticked_box_is_found() -> None:
    text = "Tình trạng hôn nhân: ☐ Độc thân  ☑ Đã kết hôn  ☐ Ly hôn"
    assert [h.entity_type.value for h in Detector().find(text)] == ["MARITAL_STATUS"]


def _column_types(rows: list[list[object]]) -> dict[str, str]:
    hits = Detector().find_table(rows)
    return {str(rows[0][column.column]): column.entity_type.value for column in hits.columns}


def test_columns_beside_people_are_known_by_what_their_cells_tell() -> None:
    rows: list[list[object]] = [
        ["STT", "Họ tên", "Năm sinh", "Ghi nhận", "Phân loại", "Thuốc cấp"],
        [1, "Hoàng Đình Bình", 1976, "khó thở, phù phổi", "Loại II", "Viêm gan: Tenofovir"],
        [2, "Nguyễn Thanh Hoa", 1999, "đa chấn thương", "Loại III", "Amlodipin"],
        [3, "Phan Đình Tài", 1959, "tăng huyết áp độ 1", "Loại I", "Amlodipin"],
    ]
    types = _column_types(rows)
    assert (types["Ghi nhận"], types["Phân loại"]) == ("HEALTH_INFO", "HEALTH_INFO")
    assert "Thuốc cấp" not in types


def test_a_catalogue_of_diseases_and_a_list_of_goods_are_no_columns_of_people() -> None:
    diseases: list[list[object]] = [
        ["Mã", "Tên bệnh", "Giá"],
        ["A1", "viêm gan", 80000],
        ["A2", "tiểu đường", 90000],
    ]
    roads: list[list[object]] = [["Tuyến", "Phân loại"], ["Quốc lộ 1", "Loại I"], ["Quốc lộ 5", "Loại II"]]
    assert "HEALTH_INFO" not in _column_types(diseases).values()
    assert "HEALTH_INFO" not in _column_types(roads).values()


def test_the_sums_of_a_payroll_are_pay_and_those_of_an_order_are_not() -> None:
    payroll: list[list[object]] = [
        ["Họ tên", "Công", "Lương SP", "Phụ cấp", "Tổng cộng", "Khấu trừ"],
        ["Cù Thị Thiêm", 26, "7.412.000", "650.000", "8.062.000", "561.330"],
        ["Lê Văn Tám", 24, "6.200.000", "500.000", "6.700.000", "430.000"],
    ]
    order: list[list[object]] = [
        ["Người mua", "Số lượng", "Đơn giá", "Thành tiền"],
        ["Cù Thị Thiêm", 26, "412.000", "10.712.000"],
        ["Lê Văn Tám", 24, "200.000", "4.800.000"],
    ]
    types = _column_types(payroll)
    assert {types[name] for name in ("Lương SP", "Phụ cấp", "Tổng cộng", "Khấu trừ")} == {"INCOME"}
    assert "Công" not in types
    assert "INCOME" not in _column_types(order).values()


def test_what_people_owe_is_known_by_its_header_and_letters_are_marks_beside_marks() -> None:
    debts: list[list[object]] = [
        ["Họ tên", "SĐT", "Gốc còn", "Số lượng"],
        ["Châu Thành Tuấn", "0859781509", "12.480.000", 3],
        ["Lê Văn Tám", "0912345678", "2.400.000", 4],
    ]
    marks: list[list[object]] = [
        ["Họ tên", "Điểm thi", "Chữ", "Nhóm"],
        ["Nguyễn Hà Bảo", 7.5, "C+", "A"],
        ["Sơn Ngọc Hậu", 5.0, "D+", "B"],
    ]
    bank: list[list[object]] = [
        ["TEN", "STK", "SO TIEN", "NOI DUNG"],
        ["NGUYEN THI THU", "19034562844017", 7628440, "LUONG T07/2025"],
        ["TRAN VAN LONG", "060284401628", 9284000, "LUONG T07/2025"],
    ]
    assert _column_types(debts)["Gốc còn"] == "DEBT"
    assert "Số lượng" not in _column_types(debts)
    assert _column_types(marks)["Chữ"] == "GRADES"
    assert "Nhóm" not in _column_types(marks)
    assert _column_types(bank)["SO TIEN"] == "INCOME"


def test_subjects_by_number_kin_and_what_is_left_are_known_beside_people() -> None:
    marks: list[list[object]] = [
        ["Họ tên", "Môn 1", "Môn 2", "Tổng"],
        ["Lê Văn Tám", "7,5", "8,0", "15,5"],
        ["Trần Thị Mơ", "8", "9,25", "17,25"],
    ]
    teachers: list[list[object]] = [
        ["Họ tên", "Môn 1", "Môn 2", "Số tiết"],
        ["Lê Văn Tám", "Toán", "Lý", 18],
        ["Trần Thị Mơ", "Văn", "Sử", 17],
    ]
    kin: list[list[object]] = [
        ["Họ tên", "Ngày sinh", "QH", "SĐT"],
        ["Mẫn Khánh Hạnh", "10/05/1983", "con", "0885267176"],
        ["Khiếu Thị Hồng", "23/12/1963", "vợ", "0814240251"],
    ]
    owed: list[list[object]] = [
        ["Khách", "Địa chỉ", "Tổng mua", "Đã trả", "Còn lại"],
        ["Lê Văn Lợi", "Đồng Chùa", "27.405.000", "10.000.000", "17.405.000"],
        ["Phan Thị Viễn", "xóm Trại", "3.118.000", "3.118.000", "0"],
    ]
    stock: list[list[object]] = [
        ["Người mua", "Tổng tiền", "Còn lại"],
        ["Lê Văn Tám", "900.000", "12"],
        ["Trần Thị Mơ", "350.000", "3"],
    ]
    assert [_column_types(marks)[name] for name in ("Môn 1", "Môn 2", "Tổng")] == ["GRADES"] * 3
    assert "GRADES" not in _column_types(teachers).values()
    assert _column_types(kin)["QH"] == "FAMILY_RELATION"
    assert (_column_types(owed)["Còn lại"], "Tổng mua" in _column_types(owed)) == ("DEBT", False)
    assert "DEBT" not in _column_types(stock).values()


def test_rows_with_codes_that_look_like_a_label_keep_their_header() -> None:
    rows: list[list[object]] = [
        ["No.", "Name", "Sex", "Age", "Ethnicity", "Phone", "Disability"],
        ["QT-086", "Hồ Thị Mươi", "F", 46, "Pa Cô", "0336862935", "hearing"],
        ["QT-087", "Côn Thưng", "M", 61, "Vân Kiều", "0336862941", "none"],
        ["QT-088", "Hồ Văn Phơi", "M", 33, "Pa Cô", "0347862936", "mobility"],
    ]
    types = _column_types(rows)
    assert (types["Age"], types["Disability"], types["Ethnicity"]) == ("AGE", "HEALTH_INFO", "ETHNICITY")


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        ("Số CMND: 212067861 do CA TP Hà Nội cấp ngày 12/03/2012", ["CA TP Hà Nội"]),
        ("CMND 098906988 do Công an thành phố Hà Nội cấp, quê quán xã Liên", ["Công an thành phố Hà Nội"]),
        ("CCCD: 079191004321\nDo: Bộ Công an\nĐịa chỉ: xóm 1", ["Bộ Công an"]),
        ("Công văn số 12/2020; Bộ Công an\nKính gửi: ông Lê Văn Tám", []),
    ],
)
def test_who_issued_a_paper_is_told_with_and_without_a_word_of_issuing(text: str, issuers: list[str]) -> None:
    hits = Detector().find(text)
    assert [
        text[hit.start : hit.end] for hit in hits if hit.entity_type.value == "ISSUE_AUTHORITY"
    ] == issuers


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("1. Về hôn nhân: Chị Giang và anh Trường thuận tình ly hôn (giấy số 58 do UBND xã cấp).", "thuận tình ly hôn"),
        ("Về quan hệ hôn nhân: Anh Tú và chị Lan ly hôn kể từ ngày tuyên án.", "ly hôn"),
        ("Về tình trạng hôn nhân: đã ly hôn, không có con chung.", "ly hôn"),
        ("1. Về hôn nhân: Hội đồng xét xử nhận thấy anh chị không còn thương yêu nhau.", None),
        ("Về hôn nhân: Áp dụng Điều 55 của Luật Hôn nhân và gia đình.", None),
        ("- Về quan hệ hôn nhân: chấp nhận yêu cầu khởi kiện của nguyên đơn.", None),
    ],
)  # fmt: skip
def test_under_a_heading_of_a_judgment_only_the_status_is_told(text: str, status: str | None) -> None:
    found = [
        text[hit.start : hit.end] for hit in Detector().find(text) if hit.entity_type == "MARITAL_STATUS"
    ]
    assert len(found) == (status is not None)
    assert all(each.endswith(status or "") and len(each) <= 20 for each in found)
