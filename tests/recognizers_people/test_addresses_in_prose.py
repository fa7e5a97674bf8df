"""Addresses in talk, notes, parcels and data: the letters and digits between [[ ]] and no others are an address."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import redactor

Values = Callable[[str, str], list[str]]

HOMES = [
    "Anh ấy hiện ngụ tại [[12/4 Lê Văn Sỹ, phường 13, quận 3]] cùng vợ.",
    "Bà Tâm về địa chỉ [[số 9 ngõ 34 Âu Cơ, phường Hồng Hà, Hà Nội]] sinh sống.",
    "Tôi về quê ở [[xóm Đình, xã Nghĩa Thái, tỉnh Ninh Bình]] từ tháng 3.",
    "Gia đình chị Hòa đang ở trọ tại [[dãy trọ bà Năm, hẻm 25 Nguyễn Ảnh Thủ, Hóc Môn]].",
    "Cháu Linh ở với ông bà ngoại tại [[thôn Kiêu Kỵ cũ, xã Gia Lâm, Hà Nội]].",
    "Ông Lực đã chuyển đi khỏi [[CT2A KĐT Mỹ Đình, Mễ Trì]] từ năm 2024.",
    "Giao hàng cho chị Thu ở [[45 Lê Quý Đôn, P. 6, Q3]] giúp em.",
    "Nhà em ở [[Gò Vấp, hẻm 12 Lê Đức Thọ]] nha chị",
    "Tôi hiện sống ở [[căn 1204, CT1 Mỹ Đình, Hà Nội]].",
    "Anh Dũng trú [[xã Ea Tu, TP. Buôn Ma Thuột, tỉnh Đắk Lắk]] khai nhận.",
    "Chị Vân quê ở [[Thạch Thất]], lên thành phố làm công nhân.",
    "Bố mẹ tôi sống ở [[xã Đông Yên]], còn tôi ở [[phường Yên Nghĩa]].",
    "Ông Sửu nhà ở [[đầu ngõ 12, tổ 5, phường Bồ Đề]].",
    "Chị Na lấy chồng về [[ấp Mỹ Thuận, xã Nhơn Mỹ, tỉnh Cần Thơ]].",
    "Anh Tài, [[nhà số 7 Trần Phú]], bị mất xe.",
    "Hai vợ chồng mua căn [[nhà số 22 đường Võ Văn Kiệt, phường An Lạc]] để ở.",
    "Khi đi qua nhà ông Tư ([[tổ 3, ấp 5, xã Phước Vĩnh An]]) thì thấy cháy.",
    "Bà Lê Thị Hà (SN 1960, [[thôn 4, xã Quảng Phú]]) cho biết.",
    "Nguyễn Văn An (32 tuổi, trú tại [[khối 5, phường Vinh Phú, Nghệ An]]) bị bắt.",
    "Đối tượng Trần Văn Bình, hộ khẩu [[Thanh Miện, Hải Dương]], tạm trú [[Bình Tân]].",
    "Chị Mai (ngụ [[xã Tân Kiên, huyện Bình Chánh]]) trình báo.",
    "Địa chỉ liên lạc khi cần: [[Ki-ốt 12 chợ Bình Long, Bình Phước]]",
    "Địa chỉ nhận hàng: [[ngã ba Giồng, xã Xuân Thới Thượng, Hóc Môn]]",
    "Nơi ở: [[đối diện trường tiểu học Lê Văn Tám, hẻm 6, kv bình thường, long tuyền, cần thơ]]",
    "Đ/c: [[nhà trọ cô Ba, đường Cây Keo, Tam Phú, Thủ Đức]]",
    "HKTT: [[Khánh Bình, Tân Uyên, BD]]",
    "Thường trú: [[Số 5A, Ấp Bàu Trâm, Bàu Trâm, Tp Long Khánh, Đồng Nai]]",
    "Chỗ ở hiện nay: [[Leipzig, CHLB Đức]]",
    "Địa chỉ ở nước ngoài: [[Số 3-12-5 Nishi-Shinjuku, Shinjuku-ku, Tokyo 160-0023, Nhật Bản]]",
    "Nơi thường trú: [[Tổ 14B, cụm 3, P. Phú Thượng, Q. Tây Hồ]]",
    "Hộ khẩu thường trú: [[Khóm 8, Phường 1, Tp. Bạc Liêu]] - Điện thoại: 0912345678",
    "Địa chỉ: [[A12.08 Chung cư Sky Center, 5B Phổ Quang, P2, Tân Bình]]",
    "Địa chỉ: [[Nhà vườn Ba Làng, Km 12 QL 62, xã Thạnh Hóa, Tây Ninh]]",
    "Address: [[12 Tran Phu Street, Hai Chau District, Da Nang City]]",
    "Nơi cư trú: [[Đội 3, HTX Nông trường 1/5, xã Nghĩa Sơn]]",
    "Địa chỉ thường trú\n[[Thôn Đông\nXã Yên Thành\nTỉnh Nghệ An]]",
    "Chỗ ở: [[Khu tập thể Nhà máy Z117, Đông Xuân, Sóc Sơn]]",
    "ĐC: [[diên an, diên khánh, khánh hòa]]",
    "dia chi: [[so 8 ngach 35/61 khuong ha, khuong dinh, thanh xuan, ha noi]]",
    "địa chỉ : [[thôn mai đình xã mai đình hiệp hòa bắc giang]]",
    "Đ/C: [[SN 16, ngõ 4, TDP số 5 Mễ Trì Hạ]]",
    "Quê quán: [[Điện Bàn, Quảng Nam]]",
    "Nguyên quán: [[xã Cẩm Nhượng - Cẩm Xuyên - Hà Tĩnh]]",
    "Nơi sinh: [[Trạm y tế xã Hòa Bình, Chiêm Hóa]]",
    "Trú quán: [[P. Ninh Xá – TP. Bắc Ninh]]",
    "Nơi cư trú: [[số 15 đường Nguyễn\nTrãi, phường 2, thành phố Sóc Trăng]]",
    "Địa chỉ: [[Thôn An\nĐịnh, xã Bình Nguyên,\ntỉnh Quảng Ngãi]]",
    "Thường trú tại [[khu phố Bình Đường 2, phường An\nBình, TP. Hồ Chí Minh]], là chủ hộ.",
    "Cư trú: [[tổ 3, khu\nvực Thới Hòa, phường Thới An Đông, TP. Cần Thơ]].",
    "Địa chỉ: [[ấp Phước Hưng 2,\nxã Phước Lâm]]",
    "Người nhận: Chị Yến 0819330447\n[[Căn S1.05-1812A Vinhomes Grand Park, Long Thạnh Mỹ, Thủ Đức]]",
    "Người nhận: Trần Văn Út - 0983992015\n[[nhà đối diện trường tiểu học Lê Văn Tám, hẻm 6, kv bình thường, long tuyền, cần thơ]]",
    "ĐẾN: Nguyễn Thị Hoa\n[[chợ Bình Long, Bình Phước]]\n0912345678",
    "TO: Pham Thi Lan\n[[32/5 Nguyen Van Cu, An Hoa, Ninh Kieu, Can Tho]]",
    "Người nhận: Lê Bá Khánh\nĐT: 0905111222\n[[K45/12 Dũng Sĩ Thanh Khê, Đà Nẵng]]",
    "Gửi cho: cô Tư Lành, [[ấp 3 xã Mỹ Hạnh Nam, Đức Hòa]], sđt 0394551207",
    "ship về [[nhà số 4 hẻm 77 đường 30/4 p hưng lợi ninh kiều]] nha",
    "giao [[118 tô hiệu tân phú]] giúp mình với",
    "mình ở [[toà S2.02 ocean park gia lâm]] nha shop",
    '{"street":"[[Số 5 ngách 42/8 Tạ Quang Bửu]]","ward":"[[Bạch Mai]]","province":"[[Hà Nội]]"}',
    "VALUES (1042,'Tăng Chí Vĩ','[[302/14 Phan Xích Long, phường Cầu Kiệu, TPHCM]]',NULL);",
    "<DiaChi>[[bản Xiềng, xã Môn Sơn, Nghệ An]]</DiaChi>",
    "dia_chi=[[12 Ngo Quyen, Son Tra, Da Nang]];sdt=0912345678",
    '"address": "[[B4-12 Times City, 458 Minh Khai, Hà Nội]]",',
    "Địa chỉ: [[Số 3, đường Bà Triệu, P. Lê Hồng Phong, Q. Ngô Quyền, Tp Hải Phòng, Việt Nam]]. Email: a@b.vn",
    "Tạm trú: [[Lô 15 đường số 4 KDC Phú Mỹ]], Điện thoại 0912345678",
    "Ở tại: [[xóm 7 - Diễn Hùng - Diễn Châu - Nghệ An]], làm nghề biển",
    "Nhà em [[số nhà 28/4]], gọi trước nha",
    "Ông bà có nhà đất ở [[xóm Trại, Vân Canh, Hoài Đức]] đứng tên chung.",
    "Dien thoai 0912345678. DC [[Ap 3, Thanh Phu, Cho Gao]]. Cam on.",
    "Nguyễn An · [[District 7, Ho Chi Minh City]] · 0912 345 678",
    "Con gái hiện sống tại [[18 Rue Monge, 75015 Paris, Pháp]].",
    "Hộ khẩu: [[Xóm 9, Hải Hưng,\nHải Hậu,\nNam Định]]",
    "đang cư trú tại [[Hoyerswerda, CHLB Đức]]; Lưu Bá Trúc, sn 1971",
    "Hiện định cư tại [[bang California, Hoa Kỳ]].",
    "Bà Sáu đang ở [[Melbourne, Úc]] với con gái.",
    "Địa chỉ tại Hàn Quốc: [[Gyeonggi-do, Ansan-si, Danwon-gu, Wongok-dong 123-4]]",
    "Cô Lành ở [[hẻm 51, đường 3/2, Xuân Khánh]], bán vé số.",
    "Nhà: [[tầng 7, B5 Mandarin Garden]], gọi lễ tân",
    "Tôi thường trú [[thôn Trung Tiến, xã Vĩnh Thạch, H.Vĩnh Linh, T.Quảng Trị]].",
    "Đến nhà bà Loan tại [[số 5, ngách 12, ngõ 88 phố Giáp Nhị]] lập biên bản.",
    "Đưa về [[số 4B Nguyễn Bỉnh Khiêm, Tp. Vũng Tàu]] trước 10h.",
    "Địa chỉ hộ kinh doanh/nhà ở: [[Tổ 7, Ấp Vĩnh Hòa, xã Vĩnh Hòa Hưng Nam]]",
    "Thửa đất tọa lạc tại [[ấp Bình Thạnh 3, xã Thạnh An]]",
    "Số nhà: [[18]]   Đường: [[Nguyễn Du]]   Phường/xã: [[Tân Lập]]   Tỉnh/TP: [[Đắk Lắk]]",
    "Xã/Phường: [[An Phú]]   Quận/Huyện: [[Tịnh Biên]]   Tỉnh: [[An Giang]]",
    "Thôn: [[Đoài]]  Xã: [[Minh Tân]]  Huyện: [[Kiến Thụy]]",
    '"dia_chi": "[[Ấp 4, xã Tân Thạnh Đông]]", "sdt": "0912345678"',
    'address,[["12 Hùng Vương, P1, Đà Lạt"]]',
    "Kính gửi: Ông/Bà TẠ VĂN LƯỢNG; địa chỉ [[Xóm 9, Hải Hưng, Hải Hậu, Nam Định]]\nChủ xe ô tô",
    "passport A77412063, home address [[No. 12, Jalan SS 2/24, 47300 Petaling Jaya, Selangor]]\nQuan hệ: bạn trai",
    "hộ chiếu 566774120, địa chỉ [[4120 NE 77th St, Seattle, WA 98115, USA]]; mẹ nuôi Lâm Thục Quy",
    "cho thue phong so 4 tai [[ngach 20 ngo 381 nguyen khang, yen hoa, cau giay]]\nnguoi thue: mua a tua",
    "nguoi thue: mua a tua, sn 2001, cccd 011201007741, que [[ban phieng ban, muong cha, dien bien]], dt 0357 741 206",
    " 1. Lê Thị Hòe      [[SN 12]]        11. Vương Đình Đệ   [[SN 34]]\n 2. Ngô Xuân Bính   [[SN 16A]]",
    "mua thuốc, hẹn giao tận nhà [[lầu 3 chung cư 24 Nguyễn Tất Thành]]",
    "Ngụ: [[E7/203 ấp 5 xã Phong Phú cũ, nay xã Bình Hưng]]\nTiết 3",
    "số 520080077412 có giá trị đến 22/12/2029; [[Lô 14 khu TĐC Nhơn Bình, Quy Nhơn]]; 0914-774-120",
    "│ Địa chỉ │ [[số 5 Lê Lai, Tân An, Cần Thơ]] │ Điện thoại │ 0912345678 │",
    "Bên mua: THÂN PHƯƠNG HƯƠNG – CCCD 001300009806 – [[43/11B Trường Chinh, phường Láng, thành phố Hà Nội]] – ĐT 0767 169 644",
    "khai tên Đàng Thị Nở, sinh 1973, nhà ở [[số 97 đường Hùng Vương, phường Cẩm Phả, Quảng Ninh]], nói là",
    "VNSPC: KH NGUYEN THI UT ma PB07030028440, DC [[Ap 3, Thanh Phu, Cho Gao]]. Tien dien ky 1 thang",
    "Kính gửi: Ông/Bà TẠ VĂN LƯỢNG; địa chỉ [[Xóm 9, Hải Hưng,\nHải Hậu,\nNam Định]]\nChủ xe ô tô",
    "Nhận: Lê Thị Hoa - 0912345678 - [[chợ Lạng, Kinh Môn, Hải Dương]] - 250.000đ",
    "Khách: anh Bình; 0987 654 321; [[KTX khu A, ĐH Cần Thơ]]; thu hộ 120.000đ",
    "Trần Văn Út – 0912345678 – [[quầy 14 chợ Đông Hà]] – CCCD 001187004412",
    "nhận: lê thị hoa - 0912345678 - [[nhà trọ cô ba, đường 19, linh chiểu]]",
    "Phạm Hòa | 0905111222 | [[buôn Akŏ Dhông, Buôn Ma Thuột]] | 2 thùng",
    "Đặng Thị Nga - 0905 111 222 - [[1204 Maple St, San Jose, CA 95112]]",
    "Chị Hoa, sinh năm 1987, trú tại [[Block C, lầu 7, căn 12, cc Ehome 3]], có đơn yêu cầu.",
    "Anh Bình nhà ở [[45 Rue de la Paix, 75002 Paris]], đi làm từ sáng.",
    "22-08-2006 | a Uyên ([[138 Lý Thái Tổ, phường Hòa Cường Bắc, quận Hải Châu, TP Đà Nẵng]]) | giữ bằng lái",
    "cong an xa. toi la Uong Thi Phuong sn 1999 o [[thon 4 xa Ea Sien thi xa Buon Ho]], sdt 0832153514. toi trinh bao",
    "em là Lê Bảo, sinh viên Trường Cao đẳng Lý Tự Trọng. Địa chỉ: [[xóm 3, xã Phú Cường, huyện Sóc Sơn, Hà Nội]]. Số điện thoại bố: 0912345678",
    "Cháu Bình, học sinh lớp 5 Trường Tiểu học Kim Đồng, địa chỉ [[thôn Hạ, xã Liên Bạt, Hà Nội]].",
    "Ông Tư là bảo vệ tại Công ty may Sông Hồng, nhà ở [[số 5 ngõ 3 Trần Phú, Nam Định]].",
    "nha o [[55/29a dinh tien hoang, phuong 8, thanh pho vung tau]] do cha dung ten",
    "MST/CCCD 048192009159, địa chỉ [[căn hộ A6-03, chung cư Hoàng Anh, đường Lý Thái Tổ, phường Hòa Cường Bắc, quận Hải Châu]]",
    "Hồ Văn Xa – 46t – [[thôn Tây]] – viêm họng",
    "Lê Thị Na - 1980 - [[ấp 3]] - 0912345678",
    "chủ cơ sở Mai Như Hiền, MST 052079003318, [[12 Lê Lợi, phường Tân An, Cần Thơ]]",
    "(Salon Hiền, chủ cơ sở Mai Như Hiền, MST 052079003318, [[12 Lê Lợi, phường Tân An, Cần Thơ]], đt 0912345678)",
]
OTHERS = [
    "Trường Tiểu học Kim Đồng, phường Tân Lập, thành phố Thái Nguyên tổ chức khai giảng.",
    "Công ty TNHH ABC có trụ sở tại số 12 Lê Lợi, phường Bến Thành, TP.HCM.",
    "UBND xã Hòa Bình, huyện Vũ Thư, tỉnh Thái Bình thông báo.",
    "Dự án đường Vành đai 3 đoạn qua phường Long Trường, xã Nhơn Đức khởi công.",
    "Các tuyến phố Hàng Bài, Bà Triệu, Lý Thường Kiệt cấm xe.",
    "Địa chỉ: ..................................\nCác tuyến xe buýt: 09A, 36, 55.",
    "Quê quán: như trên\nChỗ ở hiện nay: nt",
    "Hội nghị tại tầng 5 tòa nhà A, số 1 Hùng Vương, Ba Đình với sự tham dự của 200 đại biểu.",
    "Xe chạy tuyến Hà Nội - Hải Phòng, qua Hưng Yên, Hải Dương.",
    "Sản lượng lúa của Đồng Tháp, An Giang, Cần Thơ tăng 5%.",
    "Nộp hồ sơ tại Trung tâm Phục vụ hành chính công, 15 Quang Trung, phường Hải Châu, Đà Nẵng.",
    "Cửa hàng Điện máy Xanh 118 Tô Hiệu, Tân Phú khai trương.",
    "Bệnh viện Đa khoa tỉnh, khoa Nội, tầng 3, phòng 305.",
    "Hai tàu va chạm tại khu vực biển Cần Giờ.",
    "Thôn 5 có 120 hộ, thôn 6 có 98 hộ, xã Ea Kao đạt chuẩn.",
    "Địa chỉ công ty: 12F Saigon Tower, 29 Lê Duẩn, Quận 1.",
    "Bên A: Công ty CP Xây dựng 47 - 8 Biên Cương, Quy Nhơn, Gia Lai",
    "Tại Km 204+300 QL20 xảy ra tai nạn.",
    "Lớp 5A phòng 12 tầng 3; lớp 5B phòng 13.",
    "Ông Nam sinh tại Bệnh viện Từ Dũ.",
    "Xưởng may Hồng Hà số 9 liền kề khu công nghiệp tuyển 20 thợ.",
    "Học phí 27 triệu/năm, học kỳ 1 từ 05/9.",
    "Hàng hóa sản xuất tại Paris, Pháp và Melbourne, Úc.",
    "Đội tuyển Hàn Quốc gặp đội tuyển Úc tại sân Mỹ Đình, Hà Nội.",
    "Anh Nam sống ở Hà Nội đã lâu.",
    "Hạt điều Bình Phước, cà phê Đắk Lắk, bưởi Tân Triều, nem Lai Vung.",
    "Giao 20 thùng sữa và 3 bao gạo cho bếp ăn.",
    "ship 2 áo thun đà nẵng size m nha",
    "Đường Nguyễn Du từ số 18 đến số 40 sẽ cắt nước.",
    "Khu vực phường 3, phường 5 và xã Long Hòa mất điện.",
    "Quý khách đến số quầy 12 tầng 3 để được phục vụ.",
    "Chị ở nhà trọ nên không tiện nấu ăn.",
    "Mục 4. Số 27 phần II.",
    "Tôi ở nhà số lẻ tiền không đủ.",
    "Lớp học ở tầng 2 phòng 203.",
    "Bác sĩ đang ở phòng 305 khoa Nội.",
    "Anh em ở tổ 4 làm ca đêm.",
    "Cho em xin số nhà với ạ. Số nhà bao nhiêu chị?",
    "Hàng xóm bên cạnh xây nhà lấn sang 20cm.",
    "Ở nhà ở xã hội tiêu chuẩn 30m2.",
    "BQL tầng 1 block A, 028 3983 2268, 1900 1234",
    "From: Nguyễn An <a@b.vn>\nTo: Trần Bình <b@c.vn>\nSubject: x",
    "<DiaChi/><DienThoai>0912345678</DienThoai>",
    "2  CẢM BIẾN LỰC VLC-137    CÁI   4   1.177.000",
    "Giao tại kho Tổ 5, khu phố 8, xã Tà Rụt, tỉnh Quảng Trị trước 19-12-2022.",
    "Ông A đại diện cho Công ty CP Dược An Khang; địa chỉ: Park 6 Times City, xã Bình Hòa, tỉnh An Giang; điện thoại: 028 3855 1234",
    "Siêu thị mini Bách Hóa Xanh Lô B2 KDC Cổ Điển, xã Nam Ka, tỉnh Đắk Lắk – 028 3933 6177",
    "Dạ mình vẫn ở chỗ cũ chị ạ",
    "Cho em hỏi số nhà ạ",
    "Lê Thị Hoa - 0912345678 - thu hộ 250.000đ",
    "Lê Thị Hoa - 0912345678 - 2 áo thun size M, màu đỏ",
    "Lê Thị Hoa - 0912345678 - Trưởng phòng Kinh doanh",
    "Lê Thị Hoa - 0912345678 - đã giao",
    "Hotline: 0912345678 - Phục vụ 24/7",
    "Anh Nam - 0912345678 - gọi trước khi giao",
    "cho dau moi hoc mon sap 86",
    "- Thôn Tây: 46 hộ, thôn Đông: 38 hộ",
    "Bệnh nhân đông – 46 ca – viêm họng",
]


def _split(marked: str) -> tuple[str, set[int]]:
    plain, inside, wanted = "", False, set[int]()
    for piece in marked.replace("]]", "[[").split("[["):
        if inside:
            wanted.update(len(plain) + n for n, char in enumerate(piece) if char.isalnum())
        plain += piece
        inside = not inside
    return plain, wanted


@pytest.mark.parametrize("marked", HOMES + OTHERS)
def test_homes_are_covered_and_other_places_left(marked: str) -> None:
    text, wanted = _split(marked)
    covered = {
        n
        for found in redactor.find_in_text(text)
        if found.entity_type in ("VN_ADDRESS", "PLACE_OF_BIRTH") and not found.keep
        for n in range(found.start, found.end)
        if text[n].isalnum()
    }
    assert covered == wanted


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Hôm nay nắm hộ ông Khuất Duy Bồng (ngách 42/17 tổ 9): con trai hư.", "ngách 42/17 tổ 9"),
        ("gặp chị Lan (xóm Đình) rồi", "xóm Đình"),
        ("Tuấn (hẻm 12) nợ 2 tháng", "hẻm 12"),
        ("Xe đón Bình (ngõ 12 Kim Giang) 6h35", "ngõ 12 Kim Giang"),
        ("bà Thơm (tổ 4 ấp Ruộng Lớn)", "tổ 4 ấp Ruộng Lớn"),
        ("KHUAT DUY BONG (NGACH 42/17 TO 9)", "NGACH 42/17 TO 9"),
    ],
)
def test_lanes_and_hamlets_in_brackets_behind_a_name(text: str, address: str, values: Values) -> None:
    assert values(text, "VN_ADDRESS") == [address]


@pytest.mark.parametrize(
    "text",
    [
        "Nguyễn Văn An (tổ 3) nghỉ",
        "Lớp 5A (tổ 1) trực",
        "đường Lê Lợi (hẻm 12) ngập",
        "Trường Kim Đồng (ngõ 5) họp",
        "Chợ Hoa (xóm Đình) họp",
        "Anh Bình (tổ trưởng) ký",
    ],
)
def test_brackets_behind_teams_streets_and_schools_stay(text: str, values: Values) -> None:
    assert values(text, "VN_ADDRESS") == []
