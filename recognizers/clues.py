"""Labels: the words that say what stands beside or below them ("Số CCCD", "SĐT", "Ngày cấp").

One table for everybody, one linear pass per text. Matching is on the folded key (no case, no accents), with any
of space, line break, ``. / _ -`` or nothing between the words of a phrase, so ``so_cccd``, ``SỐ CCCD`` and
``Sốđịnhdanh`` are labels too. The longest phrase wins; ``labels(folded)`` answers all of them in order.

Which value belongs to which label is told by ``recognizers.fields``.

Adding a label is adding a phrase to ``PHRASES``. Prefixes: ``=`` the accents must fit where the text has accents
(phái is not phải); ``!`` the abbreviation is ambiguous and counts only before a colon, or in capitals before a digit.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from recognizers.folding import Folded, fold, key_of
from recognizers.label_words import composed


class Clue(StrEnum):
    """What a label announces."""

    # identifiers
    PERSONAL_ID = "personal_id"
    CMND = "cmnd"
    ID_ANY = "id_any"  # an identity paper of whatever kind
    PASSPORT = "passport"
    PHONE = "phone"
    EMAIL = "email"
    BANK_ACCOUNT = "bank_account"
    BANK_CARD = "bank_card"
    CVV = "cvv"
    E_WALLET = "e_wallet"
    TAX = "tax"
    BHXH = "bhxh"
    BHYT = "bhyt"
    DRIVER = "driver"
    PLATE = "plate"
    VIN = "vin"
    ENGINE = "engine"
    LAND_CERT = "land_cert"
    LAND_BOOK = "land_book"
    PARCEL = "parcel"
    PROPERTY_EID = "property_eid"
    HOUSEHOLD = "household"
    CIVIL_NO = "civil_no"
    MEDICAL_NO = "medical_no"
    STUDENT = "student"
    EMPLOYEE = "employee"
    MILITARY = "military"
    SOCIAL = "social"
    LOGIN = "login"
    PASSWORD = "password"  # noqa: S105 - the name of a label
    IP = "ip"
    MAC = "mac"
    IMEI = "imei"
    GEO = "geo"
    # a person's attributes
    NAME = "name"
    FAMILY_NAME = "family_name"
    GIVEN_NAME = "given_name"
    BIRTH_DATE = "birth_date"
    BIRTH_YEAR = "birth_year"
    AGE = "age"
    GENDER = "gender"
    ADDRESS = "address"
    BIRTH_PLACE = "birth_place"
    ISSUE_DATE = "issue_date"
    ISSUE_PLACE = "issue_place"
    EXPIRY = "expiry"
    NATIONALITY = "nationality"
    ETHNICITY = "ethnicity"
    RELIGION = "religion"
    MARITAL = "marital"
    FAMILY = "family"
    HEALTH = "health"
    BIOMETRIC = "biometric"
    INCOME = "income"
    GRADES = "grades"
    CRIMINAL = "criminal"
    PARTY = "party"
    DEBT = "debt"
    # what ends a field and is not personal by itself
    BANK_NAME = "bank_name"
    ORGANISATION = "organisation"  # what follows is an organisation's data
    REFERENCE_NO = "reference_no"  # numbers of contracts, orders, laws, transactions
    AMOUNT = "amount"
    DATE = "date"
    QUANTITY = "quantity"
    OCCUPATION = "occupation"
    NOTE = "note"


#: The label table: phrases separated by commas. Source: the printed forms (identifiers in §1.5 of the reference).
PHRASES: dict[Clue, str] = {
    Clue.PERSONAL_ID: """Mã số công dân, Số công dân, CC số, Số hiệu căn cước, Số CCCD, CCCD, CCCD số, Số thẻ CCCD, Thẻ CCCD, Căn cước, Căn cước công dân, Số căn cước,
        Số căn cước công dân, Thẻ căn cước, Thẻ căn cước công dân, Số thẻ căn cước, Số thẻ căn cước công dân, Căn
        cước công dân số, Căn cước số, Số định danh, Số định danh cá nhân, Mã định danh, Mã số định danh, Mã số
        định danh cá nhân, Mã định danh cá nhân, Mã định danh công dân, Số ĐDCN, ĐDCN, Mã ĐDCN, Mã ĐD, Mã định
        danh học sinh, Personal identification number, Personal ID, Citizen ID, Citizen identification, Citizen
        identity card, Citizen ID card, Identity number, ID number, !CC, Số CC, Thẻ CC, Số ID, Số CCCD gắn chip,
        Identification number, !ID, ID No, VNeID, Tài khoản VNeID, Tài khoản định danh điện tử, PID""",
    Clue.CMND: """Số CMND trên GCN, CMND trên GCN, CMND đã cấp, Old ID, Old ID No, CMND, CMT, CMTND, CMT ND, CMND số, Số CMND, Số CMT, Số CMTND, Chứng minh nhân dân, Số chứng minh
        nhân dân, Giấy chứng minh nhân dân, Giấy CMND, Giấy CMND số, Giấy CMT, Chứng minh thư, Số chứng minh thư,
        Chứng minh thư nhân dân, !=Số CM, !=CM, ID card No, ID card number, Identity card No, Identity card, ID
        card, Số CMND cũ, CMND cũ, Số CMND 9 số""",
    Clue.ID_ANY: """Số/No, CMND/CCCD, CCCD/CMND, CMND/CCCD/HC, CMND/CCCD/Hộ chiếu, CCCD/CMND/Hộ chiếu, CMT/CCCD,
        CCCD/CMT, Số CMND/CCCD, Số CCCD/CMND, Số CMT/CCCD, CMND/Căn cước, CMND/Thẻ căn cước, CMND hoặc CCCD, CCCD
        hoặc CMND, CMND/Căn cước công dân, CCCD/Hộ chiếu, CMND/Hộ chiếu, Số CMND/Hộ chiếu, Số CCCD/Hộ chiếu,
        CC/CCCD, Căn cước/CCCD, Căn cước công dân/Căn cước, CCCD/CC, CC/CCCD/CMND, CCCD/Thẻ căn cước, Số
        CMND/CCCD/Hộ chiếu, Số giấy tờ, Giấy tờ tùy thân, Giấy tờ tuỳ thân, Số giấy tờ tùy thân, Số giấy tờ tuỳ
        thân, Số GTTT, GTTT, GTPL, Số GTPL, Giấy tờ pháp lý, Số giấy tờ pháp lý, Giấy tờ pháp lý số, Giấy tờ nhân
        thân, Giấy tờ pháp lý cá nhân, Số giấy tờ pháp lý cá nhân, Số hiệu giấy tờ, Số ĐKSH, Số đăng ký sở hữu,
        ID/Passport No, ID/Passport, Identity No, Identification No, National ID""",
    Clue.PASSPORT: """PP No, HCPT số, Thông hành số, Giấy thông hành số, Hộ chiếu, Số hộ chiếu, HC số, Hộ chiếu số, !HC, Số HC, Passport, Passport No, Passport number,
        Passport ID, Giấy thông hành, Travel document, Travel document No, Travel document number, PPT, PPT No, PP number, Ký hiệu thị thực, Thị thực ký hiệu, Thị thực ký hiệu số, Visa, Laissez-passer No, Seaman book No, Số thẻ tạm trú, Thẻ tạm trú số,
        Permanent residence
        card, Permanent residence card No, Residence permit No, Temporary residence card number, Visa number,
        Temporary residence card, Temporary residence card No, Residence card No, TRC, TRC No, Thẻ thường trú, Số thẻ thường trú, Số thị
        thực, Thị thực số, Visa No, Số visa, Thẻ ABTC""",
    Clue.PHONE: """!ĐT, Đ/T, SĐT, Số ĐT, ĐTDĐ, ĐT DĐ, ĐTLH, ĐT liên hệ, ĐT di động, SĐT liên hệ, SĐT di động, !DĐ,
        !=Di động, Số di động, Điện thoại, Số điện thoại, Điện thoại di động, Số điện thoại di động, Điện thoại
        liên hệ, Số điện thoại liên hệ, Điện thoại bàn, Điện thoại cố định, Điện thoại nhà riêng, Điện thoại cơ
        quan, Điện thoại người thân, SĐT người thân, SĐT phụ huynh, Số máy liên hệ, Số máy điện thoại, !Tel,
        Telephone, Tel No, Mobile, Mobile phone, Cell phone, Phone, Phone number, Phone No, Mobile No, Contact
        number, Fax, Số fax, Hotline, Đường dây nóng, Zalo, Số Zalo, Viber, WhatsApp, Liên hệ, Liên hệ số, !LH,
        Báo tin, Báo tin cho, Nhắn tin, Nhắn tin cho, Nhận tin, Đưa tin, !Call, Gọi số, Số liên hệ, Số liên lạc, ĐT người nhận, SĐT người nhận, SĐT người gửi, ĐT khách hàng, SĐT
        khách, Số thuê bao, Thuê bao""",
    Clue.EMAIL: """Email, E-mail, Địa chỉ email, Địa chỉ thư điện tử, Thư điện tử, Hộp thư, Hộp thư điện tử,
        !Mail, Gmail""",
    Clue.BANK_ACCOUNT: """Passbook No, Passbook, Savings book No, Saving book No, Savings passbook No, Deposit certificate No, Sổ tiết kiệm mang số, Term deposit, Term deposit account, Savings account, Savings account No, Current account, Current account No, Deposit account,
        TK NH, TK liên kết, Tài khoản liên kết, Liên kết ngân hàng, Link ngân hàng, Số TK nhận, TK chi lương, Tài khoản chi lương, Beneficiary A/C, Acct No, Acct, AC No, Bank A/C,
        Bank A/C No, Bank acc, Bank acc No, TK giải ngân, Số TK giải ngân, TK thanh toán, Số TK thanh toán, Tài khoản giải ngân,
        Số TK khách hàng, Tài khoản số dư, Số TK/Số thẻ, Tài khoản nhận tiền, Tài khoản chuyển, Tài khoản chuyển tiền, STK, Số TK, Số TK thụ hưởng, Số TK nhận lương, STK nhận lương, Tài khoản nhận lương,
        Tài khoản trả lương, Tài khoản lương, Số TK lương, Số TK ngân hàng, !TK, TK số, Tài khoản, Số tài khoản, Tài khoản số, Số tài
        khoản ngân hàng, Tài khoản ngân hàng, TK ngân hàng, TKNH, Số TKNH, Số tài khoản thanh toán, Số tài khoản
        nhận lương, TK nhận lương, TK lương, Tài khoản thanh toán, Tài khoản thụ hưởng, Tài khoản nhận, TK nhận,
        TK thụ hưởng, Số tài khoản thụ hưởng, Tài khoản người nhận, Account No, Account number, Bank account, Bank
        account No, Bank account number, Acc No, A/C, A/C No, Account, Beneficiary account, Sổ tiết kiệm, Số sổ
        tiết kiệm, Sổ tiết kiệm số, Số sổ TK, Thẻ tiết kiệm, Thẻ tiết kiệm số, Số thẻ tiết kiệm, Tài khoản tiết kiệm,
        Số tài khoản chứng khoán, Tài khoản chứng khoán, Tài khoản ghi nợ, Tài khoản ghi có, Tài khoản trích nợ,
        Chuyển khoản vào số, IBAN, Số ATM, TK thẻ, TK VCB, TK MB, TK BIDV, TK ACB, TK TCB, TK Agribank, TK Sacombank,
        TK Techcombank, TK Vietcombank, TK VietinBank, TK VPBank, TK TPBank""",
    Clue.BANK_CARD: """Số thẻ, Số thẻ ATM, Thẻ ATM, Thẻ ATM số, Thẻ ghi nợ, Số thẻ ghi nợ, Thẻ tín dụng, Số thẻ
        tín dụng, Thẻ ngân hàng, Số thẻ ngân hàng, Card No, Card number, Credit card, Debit card, Thẻ số, Thẻ
        Napas, Thẻ Visa, Thẻ Mastercard, Thẻ JCB""",
    Clue.CVV: "CVV, CVV2, CVC, Mã CVV, Mã bảo mật thẻ, Valid thru, Hết hạn thẻ, Ngày hết hạn thẻ",
    Clue.E_WALLET: """Ví MoMo, MoMo, Ví điện tử, Ví ZaloPay, ZaloPay, Ví VNPay, Ví ShopeePay, ShopeePay, Viettel
        Money, ViettelPay, Số ví, Ví VNPT Money, VNPT Money""",
    Clue.TAX: """Mã NNT, Mã số NNT, TIN No, Mã số DN, MSDN, Mã số doanh nghiệp, MST, Mã số thuế, MSTCN, MST cá nhân, Mã số thuế cá nhân, MST TNCN, MST NPT, MST người phụ thuộc,
        Mã số thuế NPT, Mã số thuế người phụ thuộc, Mã số thuế thu nhập cá nhân, Mã số thuế TNCN, Tax code, !TIN,
        Tax ID, PIT code, PIT tax code, Personal tax code, Individual tax code, MST của cá nhân, Tax identification number, Mã số thuế người nộp thuế, MST NNT, Mã số doanh nghiệp, MSDN, Mã số hộ
        kinh doanh, Mã số thuế/Số CCCD, Số thuế""",
    Clue.BHXH: """SIN, SIN No, !Số sổ, Social insurance book, Social insurance book number, BHXH của tôi, BHXH của ông, BHXH của bà, BHXH của anh, BHXH của chị, Soc Ins No, Social Ins No, Social insurance No, Insurance book No, SI number, SI No, Sổ BH số, SHUI No, Social security No, VSS code, Mã số BHXH, Số sổ BHXH, MSBHXH, Mã BHXH, Số BHXH, Sổ BHXH, Sổ BHXH số, BHXH số, Mã số bảo hiểm
        xã hội, Số sổ bảo hiểm xã hội, Sổ bảo hiểm xã hội, Sổ bảo hiểm xã hội số, Số bảo hiểm xã hội, Mã bảo hiểm
        xã hội, !BHXH, SI No, SI book, SI book No, SI code, Social insurance code, Social security number, Social security No, Social insurance No, Social insurance number, Social insurance book No""",
    Clue.BHYT: """HI card, HI card number, Thẻ y tế, Thẻ y tế số, Số thẻ y tế, Mã thẻ bảo hiểm, HI card No, HI No, Health insurance No, Health insurance card No, Số thẻ BHYT, Mã thẻ BHYT, Thẻ BHYT, Thẻ BHYT số, BHYT số, Mã số BHYT, Số BHYT, Mã BHYT, !BHYT, Thẻ bảo
        hiểm y tế, Số thẻ bảo hiểm y tế, Mã thẻ bảo hiểm y tế, Mã số thẻ BHYT, Bảo hiểm y tế số, Mã thẻ, Số thẻ
        BH, Thẻ BH, Health insurance No, Health insurance card No, Health insurance number, Health insurance card,
        Số thẻ bảo hiểm""",
    Clue.DRIVER: """D/L No, DL No, Licence No, Bằng A1 số, Bằng A2 số, Bằng B1 số, Bằng B2 số, Bằng C số, Giấy phép lái, GPLX, Số GPLX, GPLX số, Giấy phép lái xe, Số giấy phép lái xe, Giấy phép lái xe số, Bằng lái,
        Bằng lái xe, Số bằng lái, Số bằng lái xe, Bằng lái xe số, BLX, Số BLX, Driver's license, Driver license,
        Driving licence, Driving license, Driver's licence, Driving licence No, Driver's license No, License No""",
    Clue.PLATE: """Biển số, Biển số xe, Số xe, BKS, BSX, Biển kiểm soát, Biển số đăng ký, Biển đăng ký, Biển xe,
        !BS, Xe mang biển số, Biển số kiểm soát, Số đăng ký xe, License plate, Plate No, Plate number, Vehicle
        plate, Biển số xe máy, Biển số ô tô, =!Biển, BS xe, Vehicle registration No, Vehicle registration number, Registration plate""",
    Clue.VIN: """Khung số, Số sườn, Sườn số, Số khung sườn, Frame number, Số khung, !SK, Số khung xe, Chassis No, Chassis, Chassis number, Frame No, Frame, VIN, Số VIN,
        VIN No, Mã VIN""",
    Clue.ENGINE: "=Số máy, Motor No, Motor number, Động cơ số, =!SM, =Số động cơ xe,  =Số máy xe, Số động cơ, Engine No, Engine, Engine number, !S/m",
    Clue.LAND_CERT: """Certificate of land use rights, Certificate of land use rights No, Certificate of land use right No, Land use right certificate, Land use right certificate No, Land use rights certificate No, Land use certificate No, LURC, LURC No, LUR certificate No, Red book No, Pink book No, Phôi số, Giấy tờ nhà đất số, Số hiệu GCN, GCN quyền sở hữu nhà số, GCN QSH nhà số, GCN quyền sở hữu nhà ở số, Giấy chứng nhận quyền sở hữu nhà ở số, Giấy chứng nhận QSDĐ số, Giấy chứng nhận QSD đất số, GCN QSD đất số, Bìa đỏ, Bìa đỏ số, GCNQSHNO số, GCNQSHNƠ số, Giấy hồng, Giấy hồng số, GCN, GCN số, Số GCN, GCNQSDĐ, GCN QSDĐ, GCNQSDĐ số, Số GCNQSDĐ, Sổ đỏ, Sổ đỏ số, Số sổ đỏ,
        Sổ hồng, Sổ hồng số, Số sổ hồng, Số phát hành, Số sê-ri, Số seri, Số phát hành GCN, Giấy chứng nhận quyền
        sử dụng đất, Giấy chứng nhận quyền sử dụng đất số, Số giấy chứng nhận, Giấy chứng nhận số, Số phôi, Giấy CNQSDĐ, Giấy CNQSDĐ số, CNQSDĐ số, Giấy CN QSDĐ số, Bìa đỏ số, Số bìa đỏ, Số
        seri GCN, Seri, !Serial, Mã vạch GCN""",
    Clue.LAND_BOOK: """Registration book No, Certificate registration No, Number of registration book, SVS, Vào sổ cấp GCN, Vào sổ cấp giấy chứng nhận, Vào sổ cấp giấy chứng nhận quyền sử dụng đất số, Số vào sổ, Vào sổ, Số vào sổ cấp GCN, Số vào sổ cấp giấy chứng nhận, Số vào sổ cấp GCNQSDĐ,
        Vào sổ cấp GCN số, Vào sổ cấp giấy chứng nhận số, Số vào sổ GCN, Vào sổ số, Số vào sổ cấp giấy chứng nhận quyền sử dụng đất""",
    Clue.PARCEL: """Plot No, Plot number, Land plot No, Land plot number, Land lot No, Land parcel No, Parcel No, Parcel number, Map sheet No, Map sheet number, Map sheet, Cadastral map No, Số hiệu thửa, Thửa đất số, Thửa đất, =Thửa, Thửa số, Số thửa, Tờ bản đồ, Tờ bản đồ số, Số tờ bản đồ, Số tờ,
        TBĐ, Tờ BĐ, Thửa/Tờ bản đồ, Số hiệu thửa đất""",
    Clue.PROPERTY_EID: """Mã định danh nhà ở, Mã định danh điện tử nhà ở, Mã định danh bất động sản, Mã BĐS, Mã
        nhà ở, Mã định danh thửa đất, Mã định danh điện tử bất động sản, Mã sản phẩm bất động sản""",
    Clue.HOUSEHOLD: """Hồ sơ hộ số, Household book No, Household book number, Household registration No, Household registration number, Household registration book No, Family book No, Family record book No, Sổ HK số, Sổ HK, Mã số hộ, Sổ hộ khẩu, Sổ hộ khẩu số, Số sổ hộ khẩu, SHK, SHK số, Số SHK, Số HK, Số hộ khẩu, Mã hộ, Mã
        hộ gia đình, Mã số hộ gia đình, Hồ sơ hộ khẩu số, Hồ sơ cư trú số, Hồ sơ hộ khẩu, Sổ tạm trú, Sổ tạm trú
        số, Số sổ tạm trú, Số hồ sơ cư trú, Hộ khẩu số""",
    Clue.CIVIL_NO: """Chứng chỉ số, Số chứng chỉ, Civil status extract No, Birth certificate number, Marriage certificate number, Death certificate No, Diploma number, Degree certificate No, Graduation certificate No, Practising certificate No, Practicing certificate No, Practice license No, Bar card No, Press card No, Judicial record No, Criminal record certificate No, Work permit No, Work permit number, Giấy phép lao động số, Số giấy phép lao động, Số GPLĐ, GPLĐ số, Khai sinh số, GCN kết hôn số, GCNKH số, ĐKKH số, Giấy ĐKKH số, Trích lục kết hôn số, Giấy báo tử số, CCHN luật sư số, Phiếu LLTP số, LLTP số, Giấy XNTTHN số, Marriage certificate No, Birth certificate No, Degree No, Diploma No,
       , Đăng ký kết hôn số, Đăng ký khai sinh số, Số khai tử, Số chứng tử, Số giấy chứng tử, Số trích lục, Số giấy chứng sinh, Giấy chứng sinh số,
        Số GCN kết hôn, Số giấy chứng nhận kết hôn, Vào sổ cấp bằng số, Số vào sổ cấp bằng, Số vào sổ gốc cấp văn bằng, Số quyển,
        Số công chứng, Công chứng số, Giấy khai sinh số, Số giấy khai sinh, Giấy khai sinh, Giấy
        chứng nhận kết hôn số, Số đăng ký kết hôn, Giấy đăng ký kết hôn số, Giấy chứng tử số, Trích lục khai tử
        số, Trích lục khai sinh số, Số chứng thực, Chứng thực số, Quyển số, Số khai sinh, Số kết hôn, Lý lịch tư
        pháp số, Phiếu lý lịch tư pháp số, Số phiếu lý lịch tư pháp, Giấy xác nhận tình trạng hôn nhân số, Số bằng
        tốt nghiệp, Số hiệu bằng, Số hiệu văn bằng, Bằng tốt nghiệp số, Bằng TN số, Số CCHN, CCHN số, Chứng chỉ
        hành nghề số, Số chứng chỉ hành nghề, Số thẻ luật sư, Thẻ luật sư số, Thẻ công chứng viên số, Số hiệu
        chứng chỉ, Số đăng ký hộ tịch, GKS số, Bản sao GKS số, Số đăng ký khai sinh""",
    Clue.MEDICAL_NO: """SID, Số xét nghiệm, Mã số xét nghiệm, HN No, UHID, Episode No, Episode number, Encounter No, Medical No, Patient number, Hospital number, Admission number, In-patient No, Inpatient No, OPD No, IPD No, Registration No of patient, Medical file No, Patient file No, Medical record number, Pt ID, Mã đợt khám, Số điều trị, Mã HS bệnh nhân, ID người bệnh, Số ID bệnh nhân, ID BN, Số hồ sơ thai sản, Mã hồ sơ thai sản, Số B.A, Mã BA, Mã số bệnh nhân, Mã số người bệnh, ID bệnh nhân, Mã PID, Mã tiếp nhận,
        Mã hồ sơ khám, Số BN, Số y bạ, Mã số khám bệnh, Mã bệnh phẩm, Mã số BN, Mã BN, Mã bệnh nhân, MBN, Mã y tế, Số vào viện, Số bệnh án, Số hồ sơ bệnh án, Mã bệnh án,
        Số lưu trữ, Số BA, Mã người bệnh, Mã hồ sơ bệnh án, Số hồ sơ sức khỏe, Mã khám bệnh, Mã lượt khám, Mã điều
        trị, Mã đợt điều trị, Patient ID, Patient No, Patient code, Chart No, MR No, Hospital ID, Admission No, Visit No, Visit ID, Medical ID, HSBA, PID bệnh nhân, Medical record No, MRN, Hospital No, Số khám,
        Số phiếu khám, Barcode XN, Mã xét nghiệm, Số nhập viện, Mã vào viện""",
    Clue.STUDENT: """Số sổ học bạ, Sổ học bạ số, Học bạ số, MSV, Mã số sinh viên/Student ID, Matric No, Matriculation No, Matriculation number, Candidate number, Exam registration No, Registration number of candidate, Enrolment No, Enrollment No, Student registration No, Số danh bộ, Danh bộ số, Số đăng bộ, Đăng bộ số, Pupil ID, Pupil No, Learner ID, Mã định danh HS, Mã định danh học sinh, Mã định danh SV, Số thẻ sinh viên, Student card, Student card No, Student card number, Thẻ sinh viên số, ID HS, ID SV, Số thẻ học viên, Candidate No, Exam No,
       , Mã số HS, MSHS, ID học sinh, ID sinh viên, Student number, Roll No, Mã dự thi, Mã số thí sinh, MSSV, Mã SV, Mã sinh viên, Mã số sinh viên, Mã HS, Mã học sinh, Mã số học sinh, Mã học viên,
        Mã HV, MSHV, SBD, Số báo danh, Student ID, Student No, Student code, Mã số học viên, Mã số SV, Mã thí
        sinh, Mã hồ sơ dự tuyển""",
    Clue.EMPLOYEE: """Thẻ công nhân, Thẻ CN, Thẻ nhân viên, Thẻ NV, Thẻ hội viên, Thẻ thành viên, Số thẻ từ, Member No, Member ID, Membership No, Membership number, Member number, Payroll No, Payroll number, HR code, HR No, Agent code, Agent No, Personnel number, Employee number, Staff number, Employee card No, Crew ID, Driver ID, Rider ID, Clock No, Thẻ chấm công, Thẻ chấm công số, Mã thẻ chấm công, Mã LĐ, Worker ID, Mã điều dưỡng, Personnel No, Mã số ĐL, Mã số TVV, Số thẻ đoàn viên, Số thẻ công đoàn, Mã số NV, MS NV, Số thẻ NV, Staff No, Staff code, Mã số CB, Số hiệu viên chức, Mã số GV, MSGV,
        Mã TVV, Mã tư vấn viên, Mã đại lý, Mã số đại lý, ID nhân viên, Emp ID, Emp No, Emp code, Badge No, Mã số giáo viên,
        Mã số giảng viên, Mã bác sĩ, Mã HDV, Mã người lao động, Mã NLĐ, Mã NV, Mã nhân viên, MSNV, MNV, Mã số nhân viên, Mã GV, Mã giáo viên, Mã giảng
        viên, MSCB, Mã cán bộ, Mã CB, Mã CBNV, Mã số cán bộ, Số hiệu cán bộ, Số hiệu công chức, Mã công chức, Mã
        viên chức, Số thẻ nhân viên, Employee ID, Employee No, Employee code, Staff ID, Mã nhân sự, Mã lao động,
        Mã CNV, Mã công nhân, Mã chấm công, Mã tài xế, Mã shipper, Mã hội viên, Số thẻ hội viên, Số thẻ thành
        viên, Mã thành viên""",
    Clue.MILITARY: """SHSQ, SHSQ số, CMTQĐ, CMTQĐ số, CMQĐ số, !Số quân nhân, Số LL đảng viên, Military ID, Military ID No, Military ID number, Military card No, Service number, Service No, Army ID, Party card No, Party membership card No, CMQN, CMQN số, Giấy CMQN số, CMT quân đội, CMT quân đội số, Thẻ sĩ quan số, Thẻ CAND số, Giấy chứng nhận CAND số, CM CAND số, Chứng minh Công an số, SHQN, Giấy CM QNCN số, CMQNCN số,
       , Giấy chứng nhận đăng ký NVQS số, Giấy chứng nhận đăng ký nghĩa vụ quân sự số, Đăng ký NVQS số, Số
        đăng ký NVQS, Số đăng ký nghĩa vụ quân sự, Số hiệu sĩ quan, Số hiệu sỹ quan, Số hiệu CAND, Số hiệu quân nhân, Số thẻ đảng, Số thẻ đảng
        viên, Thẻ đảng số, Thẻ đảng viên số, Số CMSQ, Chứng minh sĩ quan, Số chứng minh sĩ quan, Chứng minh quân
        đội, Số CMQĐ, CMQĐ, CMSQ, Chứng minh quân nhân, Số hiệu Công an, !Số hiệu, Giấy chứng minh CAND, Chứng
        minh CAND, Số hồ sơ đảng viên, Thẻ quân nhân""",
    Clue.SOCIAL: """Line ID, ID Line, Skype ID, Tài khoản Zalo, Nick Telegram, KakaoTalk, Kakao ID, Facebook, !FB, Link Facebook, Nick Facebook, Tài khoản Facebook, Instagram, TikTok, Telegram,
        Skype, Zalo ID, Nick Zalo, LinkedIn, Twitter, Tài khoản mạng xã hội, Nickname, WeChat, Trang cá nhân, !IG, Insta, Discord, Snapchat, Messenger, Threads, Nick chat, Nick Zalo, Nick FB, !Nick, Viber ID, ID game""",
    Clue.LOGIN: """ID đăng nhập, Tên người dùng, Login name, User login, Tên đăng nhập, Tên truy cập, Tên tài khoản, Username, User name, User, User ID, Login, Tài
        khoản đăng nhập, Login ID, Tài khoản truy cập""",
    Clue.PASSWORD: """Mật khẩu mới, Mật khẩu ban đầu, Mật khẩu mặc định, Mật khẩu wifi, Mật khẩu đăng nhập, Pass wifi,
        PIN code, Mã truy cập, PIN thẻ, Mã PIN thẻ, Mã bảo mật, Mã mở khóa, Smart OTP, API key, Secret key, Access key, Token, Login password, Mật khẩu cấp hai, Mật khẩu giao dịch, Security code, Mật khẩu, Mật mã, Password, Pass, !MK, Passcode, Mã PIN, !PIN, OTP, Mã OTP, Mã xác thực, Mã
        kích hoạt, Mật khẩu tạm, Mã bí mật, PW, Pwd, Temp pw, Temporary password""",
    Clue.IP: "IP, Địa chỉ IP, IP address, IP truy cập",
    Clue.MAC: "Địa chỉ MAC, MAC, MAC address",
    Clue.IMEI: "IMEI, IMEI máy, Số sê-ri điện thoại, Số seri điện thoại, Serial điện thoại, IMEI/Serial, IMEI/MEID, MEID, SIM serial, Số seri SIM, Số sim serial, ICCID, Số IMEI, IMEI 1, IMEI 2, Mã IMEI",
    Clue.GEO: """Tọa độ, Toạ độ, Tọa độ GPS, Toạ độ GPS, GPS, Vị trí GPS, Kinh độ, Vĩ độ, Latitude, Longitude,
        Định vị""",
    Clue.NAME: """Họ và tên, Họ tên, Họ & tên, Họ và tên khai sinh, Họ chữ đệm và tên, Họ chữ đệm và tên khai
        sinh, Họ chữ đệm tên, Tên gọi khác, Tên khác, Bí danh, Tên thường gọi, Full name, Fullname, =Tên, Tên tôi
        là, Tôi tên là, Tôi tên, Tên khách hàng, Tên KH, Khách hàng, Tên người nhận, Người nhận, Người gửi, Tên
        người gửi, Tên học sinh, Tên sinh viên, Tên nhân viên, Tên bệnh nhân, Tên chủ hộ, Tên chủ tài khoản, Tên
        TK, Chủ TK, Chủ tài khoản, Chủ thẻ, Người thụ hưởng, Tên người thụ hưởng, Đơn vị thụ hưởng, Beneficiary,
        Beneficiary name, Account name, Account holder, Cardholder, Người đại diện, Đại diện, Người đại diện theo
        pháp luật, Đại diện theo pháp luật, Người ủy quyền, Người được ủy quyền, Bên ủy quyền, Người làm chứng,
        Người giám hộ, Phụ huynh, Cha mẹ, Họ tên cha, Họ tên mẹ, Họ và tên cha, Họ và tên mẹ, Họ tên bố, Họ tên
        vợ, Họ tên chồng, Họ và tên vợ, Họ và tên chồng, Họ tên vợ/chồng, Bệnh nhân, Người bệnh, Người khai, Người
        lập, Người lập biểu, Người ký, Ký bởi, Người nộp, Người nộp tiền, Người nhận tiền, Người mua, Người bán,
        Người mua hàng, Người vay, Bên vay, Người bảo lãnh, Người thừa kế, Người phụ thuộc, Người liên hệ, Người
        lao động, Học sinh, Sinh viên, Thí sinh, Học viên, Chủ hộ, Chủ xe, Chủ sở hữu, Chủ sử dụng, Người sử dụng
        đất, Người được cấp, Nguyên đơn, Bị đơn, Bị cáo, Bị can, Bị hại, Người bị hại, Người liên quan, Người
        khiếu nại, Người tố cáo, Người yêu cầu, Người đề nghị, Người làm đơn, Người viết đơn, Giáo viên chủ nhiệm,
        GVCN, Người hưởng lợi, Người được bảo hiểm, Name, Customer name, Guest, Guest name, Passenger, Passenger
        name, Hành khách, Khách, Tên khách, Ứng viên, Patient name, Student name, Employee name, Tài xế, Lái xe,
        Shipper, Người giao, Người giao hàng, Người đứng tên, Nhân viên""",
    Clue.FAMILY_NAME: """Họ đệm, Họ và đệm, Họ và tên đệm, Họ, Họ lót, Họ và chữ lót, Họ tên đệm, Surname, Last
        name, Family name""",
    Clue.GIVEN_NAME: "Tên riêng, First name, Given name, Given names, Middle name, Tên đệm, Chữ đệm",
    Clue.BIRTH_DATE: """Ngày sinh, Sinh ngày, Ngày tháng năm sinh, NTNS, Ng.sinh, NgSinh, !NS, DOB, Date of birth,
        Birth date, Birthdate, Birthday, Ngày tháng năm sinh, Ngày sinh (dd/mm/yyyy), Sinh nhật, =Sinh ngày tháng
        năm""",
    Clue.BIRTH_YEAR: "Năm sinh, =Sinh năm, !SN, Year of birth, Birth year",
    Clue.AGE: "=!Tuổi, Số tuổi, Age, Độ tuổi",
    Clue.GENDER: "Giới tính, Giới, =Phái, !GT, Sex, Gender, Nam/Nữ, !Nam nữ, Giới tính (Nam/Nữ)",
    Clue.ADDRESS: """Địa chỉ, !ĐC, !Đ/c, Đ/chỉ, Địa chỉ liên hệ, Địa chỉ liên lạc, Địa chỉ thường trú, Địa chỉ tạm
        trú, Địa chỉ cư trú, Địa chỉ nhận hàng, Địa chỉ giao hàng, Địa chỉ hiện tại, Địa chỉ nhà, Địa chỉ nhà
        riêng, Địa chỉ khách hàng, Nơi ở, Nơi ở hiện tại, Nơi ở hiện nay, Chỗ ở, Chỗ ở hiện nay, Chỗ ở hiện tại,
        Nơi cư trú, Nơi ĐKTT, Nơi ĐKHKTT, ĐKTT, ĐKHKTT, ĐKNKTT, Nơi thường trú, Thường trú, Nơi tạm trú, Tạm trú,
        HKTT, Hộ khẩu, Hộ khẩu thường trú, Đăng ký thường trú, Nơi đăng ký thường trú, Nơi đăng ký hộ khẩu thường
        trú, Nơi đăng ký HKTT, Trú tại, Ngụ tại, Cư ngụ, Cư trú tại, Hiện ở, Hiện trú tại, Chỗ ở riêng, Thường trú
        tại, Tạm trú tại, Hiện cư trú tại, Nơi ở khác, Place of residence, Residence, Permanent address, Address,
        Current address, Contact address, Địa chỉ thửa đất, Địa chỉ nhà đất, Địa chỉ tài sản, Giao đến, Giao tới,
        Nơi giao""",
    Clue.BIRTH_PLACE: """Nơi sinh, Nơi ĐKKS, Nơi đăng ký khai sinh, Quê quán, =Quê, Nguyên quán, Nơi sinh
        (tỉnh/thành phố), Place of birth, Place of origin, Sinh tại, Sinh quán, Birth place""",
    Clue.ISSUE_DATE: """Ngày cấp, Cấp ngày, Do cấp ngày, Ngày cấp CCCD, Ngày cấp CMND, Ngày cấp hộ chiếu, Date of
        issue, Issue date, Issued on, Issued date, Ngày tháng năm cấp, N.cấp, Cấp lần đầu ngày""",
    Clue.ISSUE_PLACE: """Nơi cấp, Cấp tại, Cơ quan cấp, Do cơ quan, Place of issue, Issued by, Issued at, Issuing
        authority, Nơi cấp CCCD, Nơi cấp CMND, Tại nơi cấp""",
    Clue.EXPIRY: """Có giá trị đến, Có giá trị đến ngày, Giá trị đến, Ngày hết hạn, Hết hạn, Date of expiry,
        Expiry date, Ngày hết hiệu lực, Thời hạn, Hạn sử dụng""",
    Clue.NATIONALITY: "Quốc tịch, Nationality, QT",
    Clue.ETHNICITY: "=Dân tộc, Dân tộc (Ethnic), !=DT, Ethnicity, Ethnic group, Thành phần dân tộc",
    Clue.RELIGION: "Tôn giáo, Tôn giáo (Religion), !=TG, Religion, Theo đạo",
    Clue.MARITAL: "Tình trạng hôn nhân, TTHN, Tình trạng HN, Hôn nhân, Marital status, Tình trạng gia đình, Hôn nhân gia đình",
    Clue.FAMILY: """Quan hệ với chủ hộ, Mối quan hệ với chủ hộ, Mối quan hệ với người bệnh, Mối quan hệ với người lao động, Quan hệ với người vay, Quan hệ với NLĐ, Quan hệ với người lao động, Quan
        hệ với học sinh, Quan hệ, Mối quan hệ, Relationship, Quan hệ với người bệnh, Quan hệ gia đình""",
    Clue.HEALTH: """Chẩn đoán, Chuẩn đoán, !CĐ, Chẩn đoán sơ bộ, Chẩn đoán xác định, Chẩn đoán ra viện, Chẩn đoán
        vào viện, Bệnh chính, Bệnh kèm, Bệnh kèm theo, Tiền sử bệnh, Tiền sử, Tiền sử bản thân, Tiền sử gia đình,
        Bệnh sử, Dị ứng, Nhóm máu, Blood type, Blood group, Tình trạng sức khỏe, Tình trạng sức khoẻ, !Sức khỏe,
        Dấu hiệu lâm sàng, Tình trạng con, Tình trạng trẻ, Phương pháp điều trị, Khuyết tật, Da liễu, Các bệnh tật, Phân loại sức khỏe, Lý do vào viện, Triệu chứng, Kết quả xét nghiệm, Phương pháp phẫu thuật, Phẫu thuật,
        Mã bệnh, ICD, ICD-10, Mã ICD, Mã ICD-10, Diagnosis, Allergies, Known allergy, Known allergies, Allergic to, Drug allergies, Medical history, Disability, Disabilities, Type of disability, Health condition, Health status, Past medical history, Medical conditions, Hội chứng, Bệnh lý, Bệnh lý nền, Bệnh nền,
        Tình trạng khuyết tật, Dạng khuyết tật, Mức độ khuyết tật, Chiều cao, Cân nặng, Huyết áp, Quá trình bệnh
        lý, Thuốc đang dùng, Kết luận bệnh, Tình trạng thai, Tiền sử dị ứng, Tình trạng tiêm chủng, Chẩn đoán và phương pháp điều trị, Chẩn đoán bệnh, Chẩn
        đoán lâm sàng, Chẩn đoán trước mổ, Chẩn đoán sau mổ, Bệnh tật, Bệnh đang mắc, Tuổi thai, Thể trạng, Chỉ số BMI, Thương tật, Tỷ
        lệ thương tật, Tỷ lệ tổn thương cơ thể, Nguyên nhân tử vong, Nguyên nhân chết, Thị lực, Dạng tật, Loại khuyết tật""",
    Clue.BIOMETRIC: """Đặc điểm nhận dạng, Đặc điểm nhân dạng, Nhận dạng, Dấu vết riêng, Dấu vết riêng và dị hình,
        Dấu vân tay, Vân tay, Mống mắt, ADN, DNA, Điểm chỉ, Personal identification features""",
    Clue.INCOME: """Lương, Mức lương, Lương cơ bản, Lương CB, LCB, Lương chính, Lương tháng, Mức lương chính, Hệ
        số lương, HSL, Hệ số, Phụ cấp, Thu nhập, Mức thu nhập, Thu nhập hàng tháng, Thu nhập bình quân, Tổng thu
        nhập, Thực lĩnh, Thực lãnh, Thực nhận, Thuế TNCN, Thuế thu nhập cá nhân, TNCN phải nộp, Thu nhập chịu
        thuế, Thu nhập tính thuế, Giảm trừ gia cảnh, Tiền lương, Tổng lương, Lương thực nhận, Lương đóng BHXH, Mức
        đóng BHXH, Tiền thưởng, Thưởng, Thưởng Tết, Salary, Income, Net pay, Gross, Basic salary, Lương gross,
        Lương net, Bậc lương, Tạm ứng lương, Lương hưu, Mức hưởng BHXH, Thu nhập ròng""",
    Clue.GRADES: """Midterm, Final exam, !Grade, !XL, !ĐRL, Điểm TBM, TBM, Xếp loại HL, Xếp loại HK, TBC tích lũy, Điểm TBC tích lũy, Điểm tích lũy, Điểm TB tích lũy, TBCTL, Học lực, Hạnh kiểm, Điểm TB, Điểm TBCTL, Điểm TBC, Điểm TBHK, Điểm TK, Điểm trung bình, ĐTB,
        ĐTBC, ĐTBHK, GPA, CPA, Xếp loại, Xếp loại học lực, Xếp loại tốt nghiệp, Rèn luyện, Xếp loại rèn luyện,
        Điểm rèn luyện, Điểm thi, Điểm số, Tổng điểm, Kết quả học tập, Xếp loại hạnh kiểm, Điểm thường xuyên, Điểm
        giữa kỳ, Điểm cuối kỳ, Điểm tổng kết, Danh hiệu, Kỷ luật, Học bạ, Điểm""",
    Clue.CRIMINAL: """Tiền án, Tiền sự, Tiền án tiền sự, Án tích, Tình trạng án tích, Nhân thân, Criminal record,
        Tội danh, Án phạt, !Mức án, Can tội, Đã chấp hành án""",
    Clue.PARTY: """Ngày vào Đảng, Vào Đảng ngày, Ngày vào Đảng chính thức, Ngày kết nạp Đảng, Ngày chính thức,
        Đảng viên, Đoàn viên, Đảng/Đoàn, Ngày vào Đoàn, Kết nạp Đảng, Chức vụ Đảng, Sinh hoạt tại chi bộ, Ngày vào
        ĐCSVN, Đảng phái, Ngày kết nạp vào Đảng Cộng sản Việt Nam, Ngày vào Đảng Cộng sản Việt Nam, Ngày vào Đảng CSVN,
        Ngày vào Đoàn TNCS Hồ Chí Minh, Ngày vào Đoàn TNCSHCM, Ngày vào Đoàn TNCS, Ngày kết nạp Đoàn, Ngày kết nạp vào
        Đoàn, Ngày vào công đoàn, Ngày tham gia công đoàn, Đoàn thể""",
    Clue.DEBT: """Dư nợ, Tổng dư nợ, Dư nợ gốc, Dư nợ hiện tại, Nhóm nợ, Nợ xấu, Nợ quá hạn, Hạn mức, Hạn mức tín
        dụng, Hạn mức thẻ, Khoản vay, Lịch sử tín dụng, Điểm tín dụng, CIC, Kết quả CIC, Số tiền nợ, Số hợp đồng tín dụng, Hợp đồng tín
        dụng số, Số HĐTD, HĐTD số, Số hợp đồng vay, Hợp đồng vay số""",
    Clue.BANK_NAME: """Ngân hàng, Tại ngân hàng, Mở tại, Tại NH, NH, Chi nhánh, PGD, Phòng giao dịch, Bank, Bank
        name, Tên ngân hàng, Branch, Ngân hàng thụ hưởng, Tại Kho bạc""",
    Clue.ORGANISATION: """Công ty, Tên công ty, Tên đơn vị, Đơn vị, Tên tổ chức, Tên doanh nghiệp, Trụ sở, Trụ sở
        chính, Địa chỉ trụ sở, Địa chỉ công ty, Địa chỉ trụ sở chính, Đơn vị bán hàng, Đơn vị mua hàng, Tên cơ
        quan, Cơ quan, Nơi làm việc, Đơn vị công tác, Company""",
    Clue.REFERENCE_NO: """Số hợp đồng, Hợp đồng số, HĐ số, Số HĐ, Mã hợp đồng, Số hóa đơn, Số hoá đơn, Hóa đơn số,
        Hoá đơn số, Mã đơn hàng, Đơn hàng số, Mã đơn, Số đơn hàng, Mã vận đơn, Vận đơn, Số vận đơn, Mã giao dịch,
        Số giao dịch, Mã GD, Mã tra cứu, Mã tham chiếu, Số tham chiếu, Số chứng từ, Chứng từ số, Số phiếu, Phiếu
        thu số, Phiếu chi số, Số biên lai, Biên lai số, Mã hàng, Mã hàng hóa, Mã số hàng hóa, Mã sản phẩm, Mã SP,
        Mã vật tư, SKU, Mã vạch, Barcode, Mã ngành, Mã ngành nghề, Mã lớp, Mã môn, Mã môn học, Mã học phần, Mã
        ngạch, Mã đơn vị, Mã cơ quan, Mã chương, Mã nội dung kinh tế, Mã TTHC, Mã hồ sơ, Số hồ sơ, Hồ sơ số, Mã số
        hồ sơ, Quyết định số, Bản án số, Thụ lý số, Số thụ lý, Số quyết định, Công văn số, Số công văn, Vào sổ chuyển tuyến số, Vào sổ tiếp nhận số, Vào sổ tiếp nhận hồ sơ số, Vào sổ công văn số, Nghị định
        số, Thông tư số, Nghị quyết số, Luật số, Văn bản số, Tờ trình số, Thông báo số, Số thông báo, Giấy phép
        số, Số giấy phép, Giấy phép xây dựng số, Giấy phép kinh doanh, Giấy phép xây dựng, Giấy phép kinh doanh
        số, Giấy CNĐKDN số, Số ĐKKD, ĐKKD số, Giấy chứng nhận đăng ký doanh nghiệp số, Giấy chứng nhận ĐKKD, Hộ
        kinh doanh số, Giấy chứng nhận đăng ký kinh doanh số, Mẫu số, Ký hiệu, Số hiệu chuyến bay, Chuyến bay, Mã
        chuyến bay, Mã đặt chỗ, Mã số lô, Số lô, Lô sản xuất, Số công tơ, Mã công tơ, Mã trạm, Mã điểm đo, Mã KH,
        Mã khách hàng, Mã số khách hàng, Customer ID, Customer code, CIF, Số CIF, Mã CIF, Invoice No, Contract No,
        Order No, Order ID, Tracking No, Reference No, Ref No, !Ref, Transaction ID, Mã tiền tệ, Mã bưu chính, Mã
        bưu điện, Mã vùng, Mã số QHNS, Mã QHNS, Mã quan hệ ngân sách, Mã kho bạc, Mã chi nhánh, Mã ngân hàng,
        Swift code, Swift, Mã khoản vay, Mã nhóm, Mã loại, Mã phòng, Số phòng, Số tờ khai, Tờ khai số, Phụ lục số, Mã dự án, Gói
        thầu số, Mã thiết bị, Số máy lẻ, Máy lẻ, Số máy nhánh, Số máy nội bộ, Số nội bộ, Số máy tính, Số máy in, Số máy bơm, Số máy phát điện, Số máy phát, Số máy lạnh, Số máy giặt, Số máy lọc, Số máy photo, Số máy nén, Số máy chiếu, Số máy chủ, Số máy ATM, Số máy POS, Số máy hàn, Số máy fax, Tài khoản kế toán, Tài khoản hạch toán, Tài khoản công ty, Số tài khoản công ty, Số TK công ty, STK công ty, TK công ty, Tài khoản đơn vị, Số tài khoản đơn vị, Số TK đơn vị, Mã bệnh viện, Mã BV, Mã số máy, Extension, !Ext, Mã KCB, Mã cơ sở KCB, Mã đơn vị BHXH, Mã đơn vị tham gia BHXH, Mã cơ sở khám chữa bệnh, Số thẻ kho, Mã HS hàng hóa, Mã số HS hàng hóa, Mã số hàng hoá, Mã HS code, HS code, Số sản xuất, Model, Phiên bản, Version""",
    Clue.AMOUNT: """Số tiền, Thành tiền, Đơn giá, Tổng tiền, Tổng cộng, Cộng, Giá trị, Giá trị hợp đồng, Giá, Trị
        giá, Giá bán, Tiền thuế, Thuế GTGT, Tiền hàng, Phí, Lệ phí, Số lượng, Doanh thu, Chi phí, Thanh toán, Tiền
        cọc, Đặt cọc, Amount, Total, Price, Unit price, Thu hộ, COD, Tiền thu hộ, Số tiền vay, Số dư khả dụng""",
    Clue.DATE: """Ngày ký, Ngày lập, Ngày hiệu lực, Có hiệu lực từ ngày, Hiệu lực từ, Ngày bắt đầu, Ngày kết thúc,
        Ngày vào làm, Ngày vào viện, Ngày ra viện, Vào viện ngày, Ngày khám, Ngày nhập viện, Từ ngày, Đến ngày,
        Ngày thanh toán, Ngày giao, Ngày nhận, Ngày đăng ký, Ngày thi, Ngày giao dịch, Ngày hóa đơn, Ngày hợp
        đồng, Ngày chứng từ, Ngày hạch toán, Ngày xuất, Ngày nhập, Ngày tạo, Ngày ban hành, Ngày đặt hàng, Ngày
        nghỉ việc, Thời gian, Thời gian ký, Thời điểm, Signed on, Date, Ngày xét xử, Ngày mở phiên tòa, Ngày tuyển
        dụng, Ngày thử việc, Ngày nghỉ""",
    Clue.QUANTITY: """Diện tích, Khối lượng, Trọng lượng, Kích thước, Số trang, Số bản, Số người, Số tháng, Số
        ngày công, Ngày công, Tỷ lệ, Mức hưởng, Lãi suất, Kỳ hạn, Số giờ, Số tiết, Số tín chỉ, STT, Số thứ tự, TT,
        No""",
    Clue.OCCUPATION: """Nghề nghiệp, Chức vụ, Chức danh, Vị trí, Trình độ, Trình độ học vấn, Chuyên môn,
        Occupation, Position, Phòng ban, Bộ phận, Phòng, Lớp, Khoa, Trường, Khóa, Ngành, Chuyên ngành, Cấp bậc,
        Nhãn hiệu, Loại xe, Số loại, Màu sơn, Màu xe, Dung tích""",
    Clue.NOTE: """Ghi chú, Lý do, Nội dung, Nội dung chuyển khoản, Mục đích, Về việc, Kính gửi, Nơi nhận, Note,
        Remarks, Nơi ĐK KCB, Nơi ĐK KCB BĐ, Nơi đăng ký KCB, Nơi đăng ký KCB ban đầu, KCB ban đầu, Ký nhận, Chữ
        ký, Ký tên""",
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """One label as printed, and how strictly it is to be taken."""

    clue: Clue
    shown: str
    exact: bool
    strict: bool
    words: int


@dataclass(frozen=True, slots=True)
class Label:
    """A label in a text: ``folded.text[start:end]``. ``shown`` is its printed form, safe to repeat to a person."""

    start: int
    end: int
    clue: Clue
    shown: str


_SPLIT = re.compile(r"[^a-z0-9&]+")
#: What may stand between the words of a phrase.
_GAP = r"[ \t\n./_\-,']{0,3}"


def words_of(phrase: str) -> tuple[str, ...]:
    """Return the key words of a phrase."""
    return tuple(word for word in _SPLIT.split(key_of(phrase)) if word)


def trie_pattern(phrases: Iterable[tuple[str, ...]], gap: str = _GAP) -> str:
    """Return one pattern that matches the longest of many phrases of key words, in linear time.

    The alternatives of every branch start with different characters, so the engine never tries two of them.
    """
    root: dict[str, dict] = {}  # type: ignore[type-arg]
    for words in phrases:
        node = root
        for i, word in enumerate(words):
            for char in word if i == 0 else ("\0" + word):
                node = node.setdefault(char, {})
        node[""] = {}

    def build(node: dict[str, dict]) -> str:  # type: ignore[type-arg]
        branches = []
        for char in sorted((c for c in node if c), key=lambda c: c == "\0"):
            branches.append((gap if char == "\0" else re.escape(char)) + build(node[char]))
        if not branches:
            return ""
        body = branches[0] if len(branches) == 1 else "(?:" + "|".join(branches) + ")"
        # a phrase may only stop where its word stops
        return f"(?:{body}|(?![a-z]))" if "" in node else body

    return r"(?<![a-z0-9])" + build(root) + r"(?![a-z])"


def _listed() -> Iterator[tuple[Clue, str]]:
    """Yield all phrases: those of the table, then those put together from parts that it does not have."""
    known: set[str] = set()
    for clue, listed in PHRASES.items():
        for raw in re.split(r",\s*(?![^()]*\))", listed):
            text = " ".join(raw.split())
            known.add("".join(words_of(text.lstrip("=!"))))
            yield clue, text
    for name, phrase in composed():
        joined = "".join(words_of(phrase))
        if joined not in known:
            known.add(joined)
            yield Clue[name], phrase


@cache
def _table() -> dict[str, tuple[Phrase, ...]]:
    table: dict[str, tuple[Phrase, ...]] = {}
    for clue, text in _listed():
        if text:
            flags = text[: len(text) - len(text.lstrip("=!"))]
            shown = text[len(flags) :]
            joined = "".join(words_of(shown))
            if joined:
                table[joined] = (
                    *table.get(joined, ()),
                    Phrase(clue, shown, "=" in flags, "!" in flags, len(words_of(shown))),
                )
    return table


@cache
def _pattern() -> re.Pattern[str]:
    phrases = {words for _, text in _listed() if (words := words_of(text.lstrip("=!")))}
    return re.compile(trie_pattern(phrases))


_AFTER_STRICT = re.compile(r"[ \t]*[:=]|[ \t]*\n|[ \t]*$|[ \t]?\(?\+?\d|\t|[ ]?(?:\.{3}|…)")
#: A phone's abbreviation stands before a number that begins like one ("DĐ 0912…", not "DĐ 123456").
_AFTER_PHONE = re.compile(r"[ \t]*[:=]|[ \t]*\n|[ \t]*$|[ \t]?\(?[+0]")
#: A label as long as this may have its number glued to it ("stk0123456789").
_LEAST_GLUED = 3
_PASSWORD_SIGNS = frozenset("!@#$%^&")
#: Kinds whose phrases are written with commas ("Ngày, tháng, năm sinh"); in others a comma ends the label.
_WITH_COMMAS = frozenset(
    {Clue.NAME, Clue.FAMILY_NAME, Clue.GIVEN_NAME, Clue.BIRTH_DATE, Clue.ISSUE_DATE, Clue.ADDRESS}
)
_COLON = re.compile(r"[ \t.]*[:=]")
_IN_ADDRESS = re.compile(r"\.[a-z]{2,4}(?:/|\b(?!\.?:))|@[a-z]")

#: "anh Thưởng", "chị Lương": behind a form of address one word with a capital is who is addressed.
_CALLED = re.compile(r"(?<![a-z])(?:anh|chi|ong|ba|em|co|chu|bac|cau|di|cu|thay|chau|be) \Z")


def _accepts(phrase: Phrase, folded: Folded, start: int, end: int) -> bool:
    written = folded.text[start:end]
    if (
        folded.text[end : end + 1] in _PASSWORD_SIGNS
        or _IN_ADDRESS.match(folded.text, end)
        or folded.text[start - 1 : start] == "@"
    ):
        return False  # part of a link or an email address
    if folded.text[end : end + 1].isdigit() and (end - start < _LEAST_GLUED or phrase.clue not in _LENIENT):
        return False
    if not _accents_fit(written, phrase, folded, start):
        return False
    if ", " in written and phrase.clue not in _WITH_COMMAS and "," not in phrase.shown:
        return False
    if written.istitle() and _CALLED.search(folded.key, max(0, start - 6), start) and " " not in written:
        return _COLON.match(folded.text, end) is not None
    if not phrase.strict:
        return True
    if folded.text[start - 1 : start] == "_":
        return False  # "batch_id"
    if _COLON.match(folded.text, end):
        return True
    after = _AFTER_PHONE if phrase.clue is Clue.PHONE else _AFTER_STRICT
    return written.isupper() and after.match(folded.text, end) is not None


#: Kinds whose longer labels are taken with a wrong accent or two: OCR, hasty typing. The rest would meet names
#: ("Thanh Tiên" is not "Thành tiền").
_LENIENT = frozenset(
    {
        Clue.PERSONAL_ID,
        Clue.CMND,
        Clue.ID_ANY,
        Clue.PASSPORT,
        Clue.PHONE,
        Clue.BANK_ACCOUNT,
        Clue.TAX,
        Clue.BHXH,
        Clue.BHYT,
        Clue.DRIVER,
        Clue.BIRTH_DATE,
        Clue.ISSUE_DATE,
        Clue.ADDRESS,
        Clue.ISSUE_PLACE,
    }
)
_LETTERS = re.compile(r"[^\W\d_]+")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


@lru_cache(maxsize=20_000)
def tone_and_shapes(word: str) -> tuple[str, str]:
    """Return the tone of a word in lower case and the shapes of its letters (â, ơ, đ …), apart from each other."""
    tone = ""
    shapes = []
    for char in unicodedata.normalize("NFD", word):
        if char in _TONES:
            tone = char
        elif char == "đ" or unicodedata.combining(char):
            shapes.append(char)
    return tone, "".join(shapes)


def _accents_fit(written: str, phrase: Phrase, folded: Folded, start: int) -> bool:
    """Return whether the accents of a match are those of the phrase, or are missing in a text without accents."""
    lower = written.lower()
    if lower == phrase.shown.lower():
        return True
    if lower.isascii():
        many = phrase.words > 1 or phrase.shown.isascii() or phrase.shown.isupper()
        return (many and not phrase.exact) or phrase.shown.isascii() or _line_is_plain(folded, start)
    ours = [tone_and_shapes(word.lower()) for word in _LETTERS.findall(phrase.shown)]
    theirs = [tone_and_shapes(word) for word in _LETTERS.findall(lower)]
    if len(ours) != len(theirs):  # glued words: compare all together
        ours = [("".join(tone for tone, _ in ours), "".join(shape for _, shape in ours))]
        theirs = [("".join(tone for tone, _ in theirs), "".join(shape for _, shape in theirs))]
        if len(theirs[0][0]) < 2:
            ours = [tone_and_shapes("".join(_LETTERS.findall(phrase.shown.lower())))]
            theirs = [tone_and_shapes("".join(_LETTERS.findall(lower)))]
    wrong = sum(1 for a, b in zip(ours, theirs, strict=True) if b != ("", "") and a != b)
    if phrase.exact or phrase.clue not in _LENIENT:
        return wrong == 0
    return wrong == 0 or (phrase.words >= 2 and wrong * 2 <= phrase.words)


def _line_is_plain(folded: Folded, position: int) -> bool:
    """Return whether the line of a position has no accented letter, so that accents say nothing in it."""
    text = folded.text
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    return text[start : end if end >= 0 else len(text)].isascii()


def labels(folded: Folded) -> tuple[Label, ...]:
    """Return all labels of a text in order; they do not overlap. Linear, computed once per text."""
    return folded.memo("clues.labels", _labels)


def _labels(folded: Folded) -> tuple[Label, ...]:
    table = _table()
    found: list[Label] = []
    for match in _pattern().finditer(folded.key):
        for start, end in _in_one_line(folded.key, match.start(), match.end()):
            joined = "".join(_SPLIT.split(folded.key[start:end]))
            written = folded.text[start:end].lower()
            for phrase in sorted(table.get(joined, ()), key=lambda phrase: phrase.shown.lower() != written):
                if _accepts(phrase, folded, start, end):
                    found.append(Label(start, end, phrase.clue, phrase.shown))
                    break
    return tuple(found)


def _in_one_line(key: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return a match, or its two lines where each is a label of its own: "Số tài khoản", "Ngân hàng" below it."""
    line = key.find("\n", start, end)
    if line < 0:
        return ((start, end),)
    after = line + 1
    while after < end and not key[after].isalnum():
        after += 1
    table = _table()
    halves = ((start, line), (after, end))
    both = all("".join(_SPLIT.split(key[a:b])) in table for a, b in halves)
    return halves if both else ((start, end),)


def classify(header: str) -> tuple[Label, ...]:
    """Return the labels in a column header or a form field's name, in order; a lone abbreviation counts here."""
    folded = fold(header + ":")
    return labels(folded)
