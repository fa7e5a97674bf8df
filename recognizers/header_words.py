"""Whole column headers: what people and programs write over a column, as data.

A header is short and stands over values that can be looked at, so words count here that would mean nothing in a text
("Tel", "NNT", "cust_nm"). Three layers, all on the folded words of the whole header:

- ``SURE``: headers that say by themselves what their column holds.
- put together: a word for the value and the people it belongs to, as forms ("SĐT" + "người nhận") and data bases
  ("cust" + "dob") write it.
- ``BESIDE_PEOPLE``: words that say it only in a list of people ("Nhà", "Tờ", "Đạo"); ``table_unsure`` looks at the list.

Source: printed lists of offices, schools, hospitals and banks, exports of programs. Adding a header is adding it to a
list. An accent that is written has to be the right one, in short headers every one of them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from recognizers.clues import Clue, tone_and_shapes
from recognizers.folding import fold, key_of

_SURE: dict[Clue, str] = {
    Clue.NAME: """HVT, Họ tên, Họ và tên, Họ & tên, Tên đầy đủ, Tên gọi, Tên thường gọi, Tên thật, Tên khai sinh, Bên thuê,
        Bên cho thuê, Bên mua bảo hiểm, NĐBH, Nạn nhân, Tình nguyện viên, Bạn đọc, Xã viên, Tổ viên, Ng nhận, Ng gửi, Ng mua,
        Ng bán, Ng nộp, Ng LH, Người LH, Người l/h, Kh hàng, K hàng, Tên tài khoản, Tên TK, Tên chủ TK, Tên trên thẻ,
        Chủ thẻ, Sender, Insured, Policyholder, Policy holder, Dependent, Dependents, Cardholder, Account holder,
        Người tạm trú, Người lưu trú, Display name, Full nm, Recipient, Head of HH, Head of household, HH head, Household head, Host, Visitor, Respondent,
        Interviewee, Assignee, Requester, Requestor, Bạn tên là gì, Bạn tên gì, Tên bạn, Tên bạn là gì, Tên của bạn, Họ tên bạn, Họ tên của bạn,
        Họ và tên của bạn, Họ tên anh/chị, Họ tên của anh/chị, Tên anh/chị, Your name, What is your name, Your full name, Bên thế chấp,
        Bên bảo đảm, Bên cầm cố, Bên chuyển nhượng, Bên nhận chuyển nhượng, Bên tặng cho, Bên ủy quyền, Bên được ủy quyền, Nominee, Payee, Payer, Signatory, Invitee, Trainee, Caregiver""",
    Clue.PHONE: """Đ thoại, ĐThoại, SĐT của bạn, Số điện thoại của bạn, SĐT bạn, Số Zalo của bạn, Your phone, Your phone number, SĐT anh/chị, Số máy trực, Số trực, Số máy bàn, Máy bàn, LH khẩn cấp, Số bị gọi, Số chủ gọi, Số gọi đến, Số gọi đi, Contact tel,
        WhatsApp, MSISDN, Caller, Callee, Số fone, Fone, Số phone, Số đth, Đth, ĐT nhà riêng, ĐT riêng, Số nhà riêng DĐ,
        Hotline cá nhân, Mob, Số đt, Đt, ĐT, Sđt nv, Mob No, Mobile number, Cố định, Phone contact, Handphone""",
    Clue.ID_ANY: """Mã số cá nhân, MST/CCCD, CCCD/MST, ID card, ID card No, Identity card, Identity card No, ID document, ID doc No,
        Document No, Doc No, Số CCC, CMND/HC, CMND/CCCD/MĐD, Số CMND/HC, Số GT, Số giấy tờ, Số giấy tờ TT, Số GTTT/CCCD, Giấy tờ số,
        Số CC/HC, ID num, ID nbr, Legal ID, CCCD number, Số CCCD NPT, MST/CCCD NPT, NRIC, Số ID""",
    Clue.PASSPORT: "Travel document, Travel document No, Travel doc, PPT No, Số HC, Số GT đi lại, Passport ID",
    Clue.BIRTH_DATE: """NgS, Ng sinh, Ngày snh, Nagy sinh, Ngay sinh, Born, Born on, Bday, B-day, Birth, Birth dt, Ngày sinh nhật, Ngày sinh của bạn, Bạn sinh năm nào, Bạn sinh năm bao nhiêu, Năm sinh của bạn, Sinh nhật của bạn, Your birthday, Sinh""",
    Clue.ADDRESS: """Nơi sinh sống, Nơi bạn đang sống, Nơi bạn sống, Bạn sống ở đâu, Bạn đang sống ở đâu, Bạn ở đâu, Bạn đang ở đâu, Địa chỉ của bạn, Nơi ở của bạn,
        Anh/chị ở đâu, Where do you live, Your address, Nơi nhận hàng, Ship đến, Giao đến, Giao tới, Điểm trả, Điểm đón, ĐC theo CCCD, Địa chỉ theo CCCD,
        ĐC trên CCCD, Address line 1, Address line 2, Addr 1, Addr 2, Địa chỉ trên CCCD, Nơi báo tin, Địa chỉ báo tin, Living place, Place of living, Ship to, Deliver to, Bill to,
        Street, Village, Hamlet, Commune, Ward, Ward/Commune, Thôn, Xóm, Ấp, Buôn, Khu phố, Tổ dân phố, TDP, Thôn/Xóm, Xóm/Thôn,
        Thôn/Bản, Thôn/Tổ, Thôn/Ấp, Ấp/Khóm, Ấp/Tổ, Thôn/Buôn, Thôn/Làng, Xóm/Tổ, Tổ/Thôn, Địa chỉ (thôn/xóm), Nơi ở/Thôn, Số nhà/Thôn""",
    Clue.BIRTH_PLACE: """NơiS, Nơi S, N sinh tại, Quê gốc, Quê nội, POB, Hometown, Home town, Native place, Native village, Nơi ĐK khai sinh,
        Nơi đăng ký KS, Nơi đăng ký khai sinh, Nơi khai sinh, Place of origin, Tỉnh sinh, Sinh tại""",
    Clue.BANK_ACCOUNT: """TK chuyển tiền, TK tiết kiệm, Số sổ tiết kiệm, TK nhận hoàn, TK thẻ lương, TK ghi nợ, Số TK/STK, Số TK/NH""",
    Clue.TAX: "PIT No, Mã thuế, MS thuế, MST NPT, PIT code No, Tax number, Số MST",
    Clue.BHXH: "Sổ BH, Số sổ BH, Số sổ BHXH, Mã BH, Insurance No, SI book No, Social ins, VssID, Mã VssID, Mã số VssID",
    Clue.BHYT: """Mã thẻ BH, Thẻ bảo hiểm, Mã thẻ bảo hiểm, Số thẻ BH, HI card, HI card No, Insurance card, Insurance card No,
        Số thẻ BHYT""",
    Clue.EMPLOYEE: """Mã công nhân, Mã NS, Mã nhân sự, Payroll No, Payroll ID, User code, Worker No, Worker code,
        EmpNo, Mã thợ, Mã số NS""",
    Clue.STUDENT: """Số BD, SBD, S B D, Mã TS, Mã thí sinh, Thẻ SV, Thẻ sinh viên, Mã lưu học sinh, Stu ID, Stu No, Candidate number,
        Candidate No, Candidate ID, Registration No, Reg No, Roll No, Số báo dạnh, Exam number, Enrollment No, Learner ID, Pupil ID""",
    Clue.MEDICAL_NO: """MYT, Mã YT, Mã y tế, Số tiếp nhận, Số thứ tự BN, Mã đối tượng tiêm, Mã ĐT tiêm chủng, Mã LK, Record No, Chart No, Case No BN,
        Hospital No, Visit ID, Admission ID, MRN, EMR ID, Barcode BN""",
    Clue.PLATE: """Biển KS, BS xe, Biển ô tô, Biển xe máy, Licence plate, Licence plate No, Registration plate, Vehicle No, Vehicle number,
        Vehicle reg, Vehicle reg No, Reg plate, Car No, Car plate, Số xe máy, Biển số PT, Số PT""",
    Clue.VIN: "Khung, Frame number, VIN code, Số khung xe",
    Clue.IMEI: "Số máy IMEI, IMEI/Serial, IMEI máy, IMEI 1, IMEI 2",
    Clue.EMAIL: "Emai, E mail, Email address, Email addr, Tài khoản email, Mail cá nhân, Email ID, Thư ĐT, Địa chỉ mail",
    Clue.GENDER: "Nam/Nữ, G tính, G/T, Gtính, GTính, Sex cd, M/F, Giới",
    Clue.ETHNICITY: "D tộc, Dtộc, Ethnic, Ethnic minority, Dân tôc, Tộc người",
    Clue.RELIGION: "T giáo, Tgiáo, Tôn giao, Faith",
    Clue.MARITAL: "Marital, TTHN, Độc thân/Kết hôn, Hôn nhân, Tình trạng HN, TT HN",
    Clue.FAMILY: """QH, Mối QH, QH với chủ hộ, QH chủ hộ, QH với NNT, Quan hệ với NNT, Quan hệ với người LĐ, QH với NLĐ, QH với HS, QH với BN,
        Quan hệ với NB, Quan hệ với chủ xe, Relation, Relation to head, Relationship to head""",
    Clue.HEALTH: """CĐ ra viện, CĐ vào viện, Bệnh mạn tính, Bệnh mãn tính, Tình trạng bệnh, Lý do khám, Diễn biến bệnh,
        Dx, Disease, Illness, Medical condition, Symptoms, Mô tả bệnh, Triệu chứng, Disability, Type of disability, Dạng tật, Loại tật,
        Disability type, Health problem, Health condition, Comorbidities, Tình trạng SK, Vấn đề sức khỏe, Phản ứng sau tiêm, PƯ sau tiêm""",
    Clue.INCOME: """Lương thỏa thuận, HS lương, HSL, Hệ số lương, Tiền công, Lương thực tế, Lương sản phẩm, Lương SP, Lương ngày, Lương ngày công, Base salary, Gross salary, Lương thời gian, Lương khoán, Lương TG,
        Lương đóng đảng phí, Lương tính đảng phí, Lương tính BH, Lương đóng BH, Lương BHXH, Mức lương BHXH, Lương HĐ, Lương hợp đồng,
        Lương phép, Lương thêm giờ, Lương tăng ca, Lương KD, Lương năng suất, Lương hiệu quả, TN chịu thuế, TNCT, TN tính thuế, TNTT,
        Tổng TN, Còn lĩnh, Còn được lĩnh, Còn được nhận, Thực lĩnh, Thực lãnh, Thực nhận, Lĩnh kỳ I, Lĩnh kỳ II, Lãnh kỳ 1, Lãnh kỳ 2, Take home,
        Take-home pay, Wages, Overtime pay, OT pay, Basic, Net pay, Net salary, Gross pay, Salary, Pay, Mức lưong, Lương""",
    Clue.GRADES: """TBHK, TBHK1, TBHK2, TB HK1, TB HK2, TBCN, TB CN, ĐTB CN, TB cả năm, TB môn, TBM, TBC, TBTL, TB tích lũy, TBCHT, TBCTL, ĐTBHT,
        Điểm GK, Điểm CK, Điểm TX, Điểm QT, Điểm quá trình, Điểm miệng, Điểm 15 phút, Điểm 15p, Điểm 1 tiết, Điểm HK, Điểm bài thi,
        Điểm tổng kết môn, Điểm chữ, Điểm hệ 4, Điểm hệ 10, Điểm xét tuyển, Điểm ưu tiên, Điểm phúc khảo, Điểm trúng tuyển, Điểm liệt,
        Điểm Toán, Điểm Văn, Điểm Anh, Điểm Lý, Điểm Hóa, Điểm Sinh, Điểm Sử, Điểm Địa, Điểm Tin, Điểm lý thuyết, Điểm thực hành,
        Điểm LT, Điểm TH, Điểm viết, Điểm nói, Điểm nghe, Điểm đọc, Điểm chuyên cần, Điểm CC, Điểm bảo vệ, Final exam, Midterm""",
    Clue.DEBT: """Nợ gốc, Nợ lãi, Nợ học phí, Học phí còn nợ, Học phí nợ, Còn nợ, Nợ cũ, Tiền nợ, Số nợ, Nợ đến hạn, Nợ vay, Nợ thẻ, Nợ thuế,
        Số tiền quá hạn, Tiền vay, Số tiền vay, Số tiền còn phải trả, Gốc còn lại, Gốc còn, Còn nợ gốc, Debt, Outstanding debt,
        Outstanding loan, Loan amount, Loan balance, Overdue amount, Amount owed, Outstanding principal, Outstanding, Outstanding balance, Outstanding amt, OS bal, Loan amt, Loan bal, Overdue amt, Principal balance, Dư gốc,
        Số dư nợ, Dư nợ vay, Dư vay""",
    Clue.PARCEL: "Thửa/tờ, Tờ/thửa, Thửa cũ, Thửa mới, Tờ cũ, Tờ mới, Parcel, Parcel No, Plot No, Map sheet, Map sheet No, Lot No/Map",
    Clue.LAND_CERT: "Số bìa, Land certificate, Land certificate No, LURC, LURC No, Số seri sổ, Seri sổ",
    Clue.DRIVER: "Số bằng, Số bằng LX, Bằng lái số, Driving licence, DL number",
    Clue.PARTY: """Ngày kết nạp, Ngày KN, Ngày vào Hội, Ngày công nhận chính thức, Ngày VĐ, Vào Đảng, Ngày vào đảng, Số thẻ ĐV, Số thẻ đảng viên,
        Số thẻ đảng, Thẻ đảng viên, Thẻ ĐV, Số lý lịch đảng viên, Số LLĐV, Mã đảng viên, Tuổi Đảng, Số thẻ đoàn viên, Thẻ đoàn viên""",
    Clue.ISSUE_DATE: "Ng cấp, Issue dt, ID issue date, Date issued, Issuing date",
    Clue.ISSUE_PLACE: "CQ cấp, Cq cấp, Cơ quan cấp, Issue place, IssuePlace, Place issued, Issuing office",
    Clue.SOCIAL: """Face, TikTok, IG, FB link, Facebook URL, Link cá nhân, Link profile, Nick, Nick Zalo, Tên Zalo, Tên Facebook, Tên FB, Buyer username,
        Seller username, Username Shopee, Username TikTok, Instagram, Telegram, Skype, LinkedIn, Handle, Zalo name, Messenger""",
    Clue.NATIONALITY: "Citizenship, Country of citizenship, Quốc tich, Nước quốc tịch",
    Clue.HOUSEHOLD: "Household No, Household ID, HH ID, Mã số hộ GĐ",
    Clue.CRIMINAL: "Tiền án/tiền sự, TA-TS, TATS, Hành vi vi phạm, Hình phạt",
    # what only looks like one of them
    Clue.REFERENCE_NO: """Serial, Serial No, Serial number, S/N, Số serial, Số seri máy, Product ID, Item ID, Item code, SKU, Barcode, Asset tag, Asset No,
        Branch code, Branch cd, Txn ID, Transaction No, Order code, Batch No, Lot No, HS code, PO No, Invoice No, Tracking, Seq, Seq No, Trace ID,
        Mã HĐ, Mã hợp đồng, Hợp đồng, Số đơn, Đơn hàng, Mã ĐH, Số ĐH, Vận đơn, Mã VĐ, Số VĐ, Mã phiếu, Số chứng từ, Số CT, Chứng từ, Mã CT, Mã tour, Mã vé, Số vé, Mã KM,
        Mã khuyến mãi, Voucher, Mã voucher, Mã giảm giá, Coupon, Coupon code, Số QĐ, Số quyết định, Quyết định, Số văn bản, Số VB, Số hiệu VB, Số hiệu văn bản, Số công văn,
        Mã kho, Mã tài sản, Mã TS cố định, Ref, Ref No, Reference, Reference No, Ticket, Ticket No, Ticket ID, Booking, Booking code, Booking ID, Booking No, PNR, Class code,
        Class ID, Course ID, Course code, Subject code, Lot, Batch, Mã lỗi, Mã bài, Mã đề, Mã căn, Căn, Số biên nhận, Biên nhận, Biên lai, Số BL, Số biên lai, Số PT, Số PC, Phiếu thu,
        Phiếu chi, Số phiếu thu, Số phiếu chi, Số phiếu nhập, Số phiếu xuất, PNK, PXK, Order No, Order, Order number, Order code, Contract No, Contract ID, Contract, Tracking code,
        Waybill, AWB, Bill No, Receipt No, Voucher No, Document ref, Campaign ID, Ad ID, Lead ID, Case ID, Event ID, Device ID, Product code, Model No, Part No, Mã linh kiện, Mã hạng mục,
        Mã công việc, Mã nhiệm vụ, Mã khóa, Mã khóa học, Mã khoá học, Mã chương trình, Mã ngạch, Mã chức danh, Mã vị trí, Mã bậc, Mã nhóm KH, Mã loại, Mã quỹ, Mã nguồn, Mã điểm bán, Mã tuyến,
        Mã cửa hàng, Mã CH, Mã siêu thị, Mã POS, POS ID, Terminal ID, TID, MID, Mã quầy, Mã ca, Mã sự kiện, Mã giải, Số lệnh, Mã lệnh, Số hiệu tàu, Số hiệu chuyến, Trace No, Session ID, Request ID, Token, Hash, Meter No, Số công tơ, Mã CQT, Mã cơ quan thuế, Mã KCB, Mã nơi KCB, Mã ĐKKCB, Mã CSKCB, Mã bệnh viện, Tờ khai, Số tờ khai, Số lô""",
    Clue.QUANTITY: """Điểm thưởng, Điểm tích lũy, Điểm đổi quà, Điểm đã đổi, Điểm còn lại, Điểm thành viên, Loyalty points, Points, Số tờ, Số tờ giấy, Cân nặng hàng, Điểm đơn,
        Điểm dừng, Điểm bán, Số điểm bán, Tuổi thọ, Tuổi nợ, Tuổi tàu, Tuổi xe""",
    Clue.DATE: "Ngày cập nhật, Cập nhật, Cập nhật lúc, Ngày update, Updated at, Created at, Updated, Created",
    Clue.OCCUPATION: """Product name, Item name, Branch name, Bank name, File name, Table name, Column name, Data type, Course name, Class name,
        School name, Department name, Dept name, Company name, Vendor name, Supplier name, Brand name, Category name, Job title, Role name,
        Tên bảng, Tên cột, Kiểu dữ liệu, Project name, Event name, Store name, Shop name, Warehouse name, Khách sạn, Hotel, Resort, Homestay, Nhà nghỉ, Nhà hàng, Khách sạn lưu trú, Tên khách sạn""",
}  # fmt: skip

#: Words for a value, as the beginning of a header whose rest says whose it is.
_VALUES: dict[Clue, str] = {
    Clue.NAME: "họ tên, họ và tên, tên, hoten",
    Clue.PHONE: "sđt, sdt, số đt, đt, điện thoại, số điện thoại, đtdđ, di động, số di động, zalo, số zalo, số liên hệ, số lh, liên hệ, phone, tel, mobile",
    Clue.ID_ANY: "cccd, số cccd, căn cước, số căn cước, cmnd, số cmnd, cmnd/cccd, cccd/cmnd, giấy tờ, gttt, số gttt, đdcn, mã định danh, số định danh, cmt",
    Clue.BIRTH_DATE: "ngày sinh, năm sinh, ns, sinh nhật, ntns, sn",
    Clue.ADDRESS: "địa chỉ, đ/c, đc, nơi ở, hktt, chỗ ở, thường trú, nhà",
    Clue.EMAIL: "email, mail, gmail",
    Clue.BANK_ACCOUNT: "stk, số tk, số tài khoản, tài khoản",
    Clue.TAX: "mst, mã số thuế",
    Clue.AGE: "tuổi",
}  # fmt: skip
#: Whose it is. Companies and things are none of them.
_OWNERS = (
    "bố, mẹ, cha, ba, má, vợ, chồng, con, bé, trẻ, cháu, cha/mẹ, bố/mẹ, vợ/chồng, ông/bà, npt, người phụ thuộc, nnt, người nộp thuế, nlđ, người lao động, "
    "nv, nhân viên, cán bộ, cb, gv, giáo viên, kh, khách, khách hàng, bn, nb, bệnh nhân, người bệnh, hs, học sinh, sv, sinh viên, hv, "
    "học viên, ph, phhs, phụ huynh, chủ hộ, chủ xe, chủ tk, chủ nhà, chủ đất, chủ thẻ, chủ hàng, người nhận, người gửi, người mua, người bán, "
    "người nộp, người thuê, người vay, người hưởng, người thụ hưởng, thụ hưởng, người thân, thân nhân, người nhà, người lh, người liên hệ, người đại diện, đại diện, "
    "người bảo lãnh, người bảo lãnh, người tham gia, người được bảo hiểm, nđbh, giám hộ, người giám hộ, lái xe, tài xế, phụ xe, thành viên, "
    "hội viên, đảng viên, đv, đoàn viên, ứng viên, thí sinh, vđv, hành khách, bạn đọc, ctv, tnv, đối tượng, cá nhân, bên vay, bên thuê, "
    "nạn nhân, nhân khẩu, cư dân, người đặt, người đi, người đón, người trực, nld"
)  # fmt: skip

_OWNER_WORDS = (
    r"cust|customer|client|emp|employee|staff|recv|rcv|receiver|recipient|consignee|sender|ship|shipping|bill|billing|benef|ben|beneficiary|payer|payee"
    r"|buyer|seller|owner|holder|contact|patient|pt|student|stu|guest|driver|parent|father|mother|spouse|husband|wife|child|member|mbr|insured"
    r"|dependent|dep|guardian|guarantor|borrower|applicant|candidate|tenant|resident|user|home|cur|current|perm|permanent|residential|mailing|postal"
    r"|delivery|legal|personal|private|primary|main|alt|alternative|emergency|emer|registered|reg|temp|temporary|passenger|pax|visitor|subscriber"
    r"|caller|callee|cardholder|policyholder|policy holder|account holder|acct holder|next of kin|nok|work|other|second|secondary|kh|nv|bn|hs|sv"
)
_CORES: tuple[tuple[Clue, str], ...] = (
    (Clue.NAME, r"(?:full ?)?(?:name|nm)(?: en| vn| vi)?|display name|ten"),
    (
        Clue.PHONE,
        r"(?:tele)?phone(?: no| number| num| nbr)?|tel(?: no)?|mob(?:ile)?(?: no| number| num| phone)?|cell(?: no| phone)?|sdt|dt|dien thoai",
    ),
    (
        Clue.ADDRESS,
        r"(?:full |street )?addr(?:ess)?(?: line)?|street(?: address| name)?|dia chi|diachi|dc|village|hamlet|commune|ward",
    ),
    (
        Clue.BIRTH_DATE,
        r"dob(?: dt)?|birth(?: ?(?:date|dt|day|year))?|bday|date of birth|yob|ngay sinh|ns",
    ),
    (
        Clue.ID_ANY,
        r"(?:id|identity|identification) ?(?:no|num|nbr|number|card(?: no)?|doc(?: no)?)|national ?id|nid|legal ?id|citizen ?id|cccd(?: no| number)?|so cccd|so giay to",
    ),
    (Clue.CMND, r"cmnd(?: no| number)?|so cmnd"),
    (Clue.EMAIL, r"e ?mail(?: addr(?:ess)?)?|mail"),
    (
        Clue.BANK_ACCOUNT,
        r"(?:bank )?(?:acct?|account)(?: no| num| nbr| number)?|bank acc(?:t)?(?: no)?|so tk|stk",
    ),
    (Clue.GENDER, r"(?:gender|sex)(?: cd| code)?"),
    (Clue.AGE, r"age"),
    (Clue.TAX, r"(?:pit|tax) ?(?:code|id|no)|mst"),
    (Clue.PASSPORT, r"passport(?: no| num| number)?"),
    (Clue.HEALTH, r"diagnosis|dx|disease|illness"),
    (Clue.INCOME, r"(?:(?:monthly|annual|basic|base|gross|net) ?)?(?:salary|income|wage)"),
)
#: Without an owner before them these words say too little; the others may stand alone ("mob_no", "birthDt").
_NEED_OWNER = frozenset({Clue.NAME, Clue.BANK_ACCOUNT, Clue.ADDRESS, Clue.PHONE, Clue.EMAIL, Clue.AGE})
_TECHNICAL = tuple(
    (
        clue,
        re.compile(
            rf"(?:(?:{_OWNER_WORDS}) ?){'+' if clue in _NEED_OWNER else '*'}(?:{core})(?: ?[1-3])?(?: value| txt| str)?"
        ),
    )
    for clue, core in _CORES
)
#: "user account", "account name": a login, or an account's holder.
_LOGINS = re.compile(
    r"(?:[a-z]+ )?user ?name|(?:user|personal|main|other|reg|registered) ?(?:acct?|account|name)(?: no)?"
)
_HOLDER = re.compile(r"(?:(?:bank |bene?f(?:iciary)? )?(?:acct?|account)|card) (?:holder )?(?:name|nm)")

#: Headers that say what they mean only in a list of people, and only over values that fit.
BESIDE_PEOPLE: dict[Clue, str] = {
    Clue.NAME: """Giáo viên, Trợ giảng, HLV, Huấn luyện viên, Gia sư, Bảo mẫu, Cô nuôi, Y tá, Điều dưỡng, ĐD, KTV, Dược sĩ, Hướng dẫn viên, HDV, Lễ tân, Thu ngân,
        Phục vụ, Tổ trưởng, Đội trưởng, Nhóm trưởng, Lớp trưởng, Trưởng đoàn, Trưởng nhóm, Người trực, Trực chính, Trực phụ, Ca trưởng, MC, Ca sĩ, Diễn viên, Cầu thủ, Trọng tài,
        Giám khảo, Giám thị, GVBM, Mentor, Mentee, Coach, Trainer, Tutor, Nurse, Player, Bạn tàu, Thuyền viên, Agent, Cán bộ, Nhân khẩu, NV, TNV, Nhân sự, Công nhân, Thợ, Con, Đại lý, Contact, Người thân, Sales owner, Owner, Sales, Sale, Sale phụ trách, Sales phụ trách, NV sale, NVKD, NV kinh doanh, NVBH, TVV,
        Tư vấn viên, Người tư vấn, NV tư vấn, Telesales, Account manager, AM, PIC, Assigned to, Created by, Updated by, Người tạo, Người cập nhật, Người xử lý, Người thu, Người chăm sóc, Người gọi""",
    Clue.ADDRESS: "Căn hộ, Số căn hộ, Mã căn hộ, Căn hộ/Apt, Apt, Apt No, Apartment, Apartment No, Unit No, Flat, Flat No, Nhà, Nhà riêng, Ở, Khu, Tổ, Khối, Làng, Bản, Địa bàn, Chỗ, Nơi, Huyện, Xã, Phường, Quận, Tỉnh, Area",
    Clue.RELIGION: "Đạo, TG",
    Clue.NATIONALITY: "Nước, Country, QT",
    Clue.EMPLOYEE: "Số hiệu",
    Clue.BHXH: "Số sổ, Số sổ BH",
    Clue.PARCEL: "Tờ, Thửa",
}  # fmt: skip

_UNIT = re.compile(
    r"\s*[(\[](?:đ|d|đồng|dong|vnđ|vnd|usd|₫|%|tr|trđ|triệu|triệu đồng|nghìn đồng|1000đ|nếu có|neu co|bắt buộc|bat buoc|ghi rõ|viết hoa|in hoa|\*|"
    r"dd/mm/yyyy|dd-mm-yyyy|d/m/y|yyyy|năm|nam/nữ|\d{1,2}(?: số| so)?)[)\]]|\s*\*+\s*$|\s*[:.?]+\s*$",
    re.IGNORECASE,
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})|(?<=[A-Za-z])(?=[1-3]$)")
_ONE_WORD = re.compile(r"[A-Za-z]+[1-3]?")
_SHORT = 12


def without_unit(header: str) -> str:
    """Return a header without what only says how its values are written: "(đ)", "(dd/mm/yyyy)", "(*)"."""
    return _UNIT.sub("", header).strip() or header


@cache
def _lists(beside_people: bool) -> dict[str, tuple[tuple[Clue, str], ...]]:
    found: dict[str, tuple[tuple[Clue, str], ...]] = {}

    def add(clue: Clue, header: str) -> None:
        key = _words(header)
        found[key] = (*found.get(key, ()), (clue, header))

    for clue, listed in (BESIDE_PEOPLE if beside_people else _SURE).items():
        for header in _split(listed):
            add(clue, header)
    if not beside_people:
        for clue, listed in _VALUES.items():
            for value in _split(listed):
                for owner in _split(_OWNERS):
                    add(clue, f"{value} {owner}")
    return found


def _split(listed: str) -> list[str]:
    return [text for part in listed.split(",") if (text := " ".join(part.split()))]


def _words(header: str) -> str:
    key = key_of(fold(header).text)
    return " ".join(re.split(r"[^a-z\d]+", key)).strip()


def _accents_agree(written: str, listed: str) -> bool:
    """Return whether the accents of a header are those of the list, or none at all; long headers may have one wrong."""
    lower = unicodedata.normalize("NFC", written).lower()
    if lower.isascii() or lower == listed.lower():
        return True
    ours = [tone_and_shapes(word) for word in re.findall(r"[^\W\d_]+", listed.lower())]
    theirs = [tone_and_shapes(word) for word in re.findall(r"[^\W\d_]+", lower)]
    if len(ours) != len(theirs):
        return "".join(shape for _, shape in ours) == "".join(shape for _, shape in theirs)
    wrong = sum(a != b for a, b in zip(ours, theirs, strict=True))
    return wrong == 0 or (wrong == 1 and len(listed) > _SHORT)


def _listed(header: str) -> Clue | None:
    for clue, listed in _lists(beside_people=False).get(_words(header), ()):
        if _accents_agree(header, listed):
            return clue
    return None


def spread(header: str) -> str:
    """Return the words of a name from a program apart: "recipientPhone", "soCCCD"; other headers as they are."""
    return _CAMEL.sub(" ", header) if _ONE_WORD.fullmatch(header) and not header.isupper() else header


def sure_clue(header: str) -> Clue | None:
    """Return what a whole header announces by itself, or None if no list has it."""
    stripped = spread(without_unit(header))
    found = _listed(stripped)
    if found is not None:
        return found
    words = _words(stripped)
    if _LOGINS.fullmatch(words):
        return None
    if _HOLDER.fullmatch(words):
        return Clue.NAME
    for clue, pattern in _TECHNICAL:
        if pattern.fullmatch(words):
            return clue
    return None


def clues_beside_people(header: str) -> tuple[Clue, ...]:
    """Return what a whole header may announce in a list of people."""
    stripped = spread(without_unit(header))
    return tuple(
        clue
        for clue, listed in _lists(beside_people=True).get(_words(stripped), ())
        if _accents_agree(stripped, listed)
    )
