"""The entity types, their names for people, and their legal class: the only list of them.

Legal classes follow Decree 356/2025/NĐ-CP, in force since 1 January 2026: Article 3 lists basic personal data,
Article 4 sensitive personal data. ``B 3(7)`` reads "basic, Article 3 clause 7", ``S k`` "sensitive, Article 4
clause 1 letter k".

Vietnamese abbreviations used in the identifiers: CCCD (căn cước công dân, citizen card), CMND (chứng minh nhân
dân, the identity card before it), BHXH (bảo hiểm xã hội, social insurance), BHYT (bảo hiểm y tế, health
insurance), MRZ (machine-readable zone of ICAO Doc 9303), VIN (vehicle identification number).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class EntityType(StrEnum):
    """What a finding is. The values are Presidio entity names."""

    PERSON = "PERSON"
    VN_PERSONAL_ID = "VN_PERSONAL_ID"
    VN_CMND = "VN_CMND"
    VN_PASSPORT = "VN_PASSPORT"
    VN_MRZ = "VN_MRZ"
    VN_ID_QR = "VN_ID_QR"
    VN_VIETQR = "VN_VIETQR"
    BARCODE = "BARCODE"
    VN_PHONE = "VN_PHONE"
    EMAIL = "EMAIL"
    VN_BANK_ACCOUNT = "VN_BANK_ACCOUNT"
    BANK_CARD = "BANK_CARD"
    E_WALLET = "E_WALLET"
    VN_TAX_CODE = "VN_TAX_CODE"
    VN_BHXH = "VN_BHXH"
    VN_BHYT = "VN_BHYT"
    VN_DRIVER_LICENSE = "VN_DRIVER_LICENSE"
    VN_PLATE = "VN_PLATE"
    VN_VIN = "VN_VIN"
    VN_ENGINE_NO = "VN_ENGINE_NO"
    VN_LAND_CERT = "VN_LAND_CERT"
    VN_LAND_BOOK_NO = "VN_LAND_BOOK_NO"
    VN_LAND_PARCEL = "VN_LAND_PARCEL"
    VN_PROPERTY_EID = "VN_PROPERTY_EID"
    VN_HOUSEHOLD_NO = "VN_HOUSEHOLD_NO"
    CIVIL_DOC_NO = "CIVIL_DOC_NO"
    DATE_OF_BIRTH = "DATE_OF_BIRTH"
    AGE = "AGE"
    GENDER = "GENDER"
    VN_ADDRESS = "VN_ADDRESS"
    PLACE_OF_BIRTH = "PLACE_OF_BIRTH"
    ISSUE_DATE = "ISSUE_DATE"
    ISSUE_AUTHORITY = "ISSUE_AUTHORITY"
    NATIONALITY = "NATIONALITY"
    ETHNICITY = "ETHNICITY"
    RELIGION = "RELIGION"
    MARITAL_STATUS = "MARITAL_STATUS"
    FAMILY_RELATION = "FAMILY_RELATION"
    HEALTH_INFO = "HEALTH_INFO"
    MEDICAL_RECORD_NO = "MEDICAL_RECORD_NO"
    BIOMETRIC = "BIOMETRIC"
    PORTRAIT = "PORTRAIT"
    SIGNATURE = "SIGNATURE"
    ID_IMAGE = "ID_IMAGE"
    STUDENT_ID = "STUDENT_ID"
    EMPLOYEE_ID = "EMPLOYEE_ID"
    MILITARY_ID = "MILITARY_ID"
    SOCIAL_ACCOUNT = "SOCIAL_ACCOUNT"
    CREDENTIAL = "CREDENTIAL"
    IP_ADDRESS = "IP_ADDRESS"
    MAC_ADDRESS = "MAC_ADDRESS"
    IMEI = "IMEI"
    GEO_LOCATION = "GEO_LOCATION"
    CERT_SUBJECT = "CERT_SUBJECT"
    INCOME = "INCOME"
    GRADES = "GRADES"
    CRIMINAL_RECORD = "CRIMINAL_RECORD"
    PARTY_MEMBERSHIP = "PARTY_MEMBERSHIP"
    DEBT = "DEBT"
    PRIVATE_LIFE = "PRIVATE_LIFE"
    CUSTOM = "CUSTOM"


@dataclass(frozen=True, slots=True)
class EntityInfo:
    """How one entity type is called and classed.

    Attributes:
        vi: Vietnamese name, as a clerk would say it.
        en: English name.
        label: what is written in a box in its place, in capitals and without brackets.
        legal_class: ``B 3(n)`` or ``S letter`` of Decree 356/2025/NĐ-CP.
    """

    vi: str
    en: str
    label: str
    legal_class: str

    @property
    def sensitive(self) -> bool:
        """Whether Article 4 of the decree lists it."""
        return self.legal_class.startswith("S")


_E = EntityType
INFO: dict[EntityType, EntityInfo] = {
    _E.PERSON: EntityInfo("Họ và tên", "Person name", "HỌ TÊN", "B 3(1)"),
    _E.VN_PERSONAL_ID: EntityInfo("Số căn cước / định danh cá nhân", "Personal ID number", "CCCD", "B 3(7)"),
    _E.VN_CMND: EntityInfo("Số chứng minh nhân dân", "Identity card number (9 digits)", "CMND", "B 3(7)"),
    _E.VN_PASSPORT: EntityInfo("Số hộ chiếu", "Passport number", "HỘ CHIẾU", "B 3(7)"),
    _E.VN_MRZ: EntityInfo("Dòng máy đọc (MRZ)", "Machine-readable zone", "MRZ", "B 3(7)"),
    _E.VN_ID_QR: EntityInfo("Mã QR giấy tờ tùy thân", "Identity card QR code", "QR CCCD", "B 3(7)"),
    _E.VN_VIETQR: EntityInfo("Mã VietQR", "VietQR payment code", "VIETQR", "S k"),
    _E.BARCODE: EntityInfo("Mã vạch, mã QR", "Bar code or QR code", "MÃ VẠCH", "B 3(11)"),
    _E.VN_PHONE: EntityInfo("Số điện thoại", "Phone number", "ĐIỆN THOẠI", "B 3(7)"),
    _E.EMAIL: EntityInfo("Thư điện tử", "Email address", "EMAIL", "B 3(11)"),
    _E.VN_BANK_ACCOUNT: EntityInfo("Số tài khoản ngân hàng", "Bank account number", "SỐ TÀI KHOẢN", "S k"),
    _E.BANK_CARD: EntityInfo("Số thẻ ngân hàng", "Bank card number", "SỐ THẺ", "S k"),
    _E.E_WALLET: EntityInfo("Ví điện tử", "E-wallet", "VÍ ĐIỆN TỬ", "S k"),
    _E.VN_TAX_CODE: EntityInfo("Mã số thuế", "Tax code", "MÃ SỐ THUẾ", "B 3(11)"),
    _E.VN_BHXH: EntityInfo("Mã số bảo hiểm xã hội", "Social insurance number", "BHXH", "B 3(11)"),
    _E.VN_BHYT: EntityInfo("Số thẻ bảo hiểm y tế", "Health insurance card number", "BHYT", "B 3(11)"),
    _E.VN_DRIVER_LICENSE: EntityInfo("Số giấy phép lái xe", "Driving licence number", "GPLX", "B 3(7)"),
    _E.VN_PLATE: EntityInfo("Biển số xe", "Vehicle plate", "BIỂN SỐ", "B 3(7)"),
    _E.VN_VIN: EntityInfo("Số khung xe", "Vehicle identification number", "SỐ KHUNG", "B 3(11)"),
    _E.VN_ENGINE_NO: EntityInfo("Số máy", "Engine number", "SỐ MÁY", "B 3(11)"),
    _E.VN_LAND_CERT: EntityInfo("Số giấy chứng nhận đất", "Land certificate number", "GCN ĐẤT", "B 3(11)"),
    _E.VN_LAND_BOOK_NO: EntityInfo(
        "Số vào sổ cấp giấy chứng nhận", "Land book number", "SỐ VÀO SỔ", "B 3(11)"
    ),
    _E.VN_LAND_PARCEL: EntityInfo("Thửa đất, tờ bản đồ", "Land parcel", "THỬA ĐẤT", "B 3(11)"),
    _E.VN_PROPERTY_EID: EntityInfo("Mã định danh nhà ở", "Property electronic ID", "MÃ NHÀ Ở", "B 3(11)"),
    _E.VN_HOUSEHOLD_NO: EntityInfo("Số sổ hộ khẩu", "Household book number", "HỘ KHẨU", "B 3(4)"),
    _E.CIVIL_DOC_NO: EntityInfo(
        "Số giấy tờ hộ tịch, công chứng", "Civil document number", "SỐ GIẤY TỜ", "B 3(11)"
    ),
    _E.DATE_OF_BIRTH: EntityInfo("Ngày sinh", "Date of birth", "NGÀY SINH", "B 3(2)"),
    _E.AGE: EntityInfo("Tuổi", "Age", "TUỔI", "B 3(2)"),
    _E.GENDER: EntityInfo("Giới tính", "Gender", "GIỚI TÍNH", "B 3(3)"),
    _E.VN_ADDRESS: EntityInfo("Địa chỉ", "Address", "ĐỊA CHỈ", "B 3(4)"),
    _E.PLACE_OF_BIRTH: EntityInfo("Nơi sinh, quê quán", "Place of birth or origin", "QUÊ QUÁN", "B 3(4)"),
    _E.ISSUE_DATE: EntityInfo("Ngày cấp giấy tờ", "Date of issue", "NGÀY CẤP", "B 3(11)"),
    _E.ISSUE_AUTHORITY: EntityInfo("Nơi cấp giấy tờ", "Issuing authority", "NƠI CẤP", "B 3(11)"),
    _E.NATIONALITY: EntityInfo("Quốc tịch", "Nationality", "QUỐC TỊCH", "B 3(5)"),
    _E.ETHNICITY: EntityInfo("Dân tộc", "Ethnicity", "DÂN TỘC", "S a"),
    _E.RELIGION: EntityInfo("Tôn giáo", "Religion", "TÔN GIÁO", "S b"),
    _E.MARITAL_STATUS: EntityInfo("Tình trạng hôn nhân", "Marital status", "HÔN NHÂN", "B 3(8)"),
    _E.FAMILY_RELATION: EntityInfo("Quan hệ gia đình", "Family relation", "QUAN HỆ", "B 3(9)"),
    _E.HEALTH_INFO: EntityInfo("Tình trạng sức khỏe", "Health information", "SỨC KHỎE", "S d"),
    _E.MEDICAL_RECORD_NO: EntityInfo(
        "Mã bệnh nhân, số bệnh án", "Medical record number", "MÃ BỆNH NHÂN", "S d"
    ),
    _E.BIOMETRIC: EntityInfo("Đặc điểm sinh trắc", "Biometric feature", "SINH TRẮC", "S đ"),
    _E.PORTRAIT: EntityInfo("Ảnh chân dung", "Portrait photo", "ẢNH", "B 3(6)"),
    _E.SIGNATURE: EntityInfo("Chữ ký tay", "Handwritten signature", "CHỮ KÝ", "B 3(11)"),
    _E.ID_IMAGE: EntityInfo("Ảnh giấy tờ tùy thân", "Image of an identity document", "ẢNH GIẤY TỜ", "S i"),
    _E.STUDENT_ID: EntityInfo("Mã học sinh, sinh viên", "Student number", "MÃ SINH VIÊN", "B 3(11)"),
    _E.EMPLOYEE_ID: EntityInfo("Mã nhân viên", "Employee number", "MÃ NHÂN VIÊN", "B 3(11)"),
    _E.MILITARY_ID: EntityInfo(
        "Số hiệu quân nhân, công an, đảng viên", "Military, police or party card number", "SỐ HIỆU", "B 3(11)"
    ),
    _E.SOCIAL_ACCOUNT: EntityInfo("Tài khoản mạng xã hội", "Social media account", "MẠNG XÃ HỘI", "B 3(10)"),
    _E.CREDENTIAL: EntityInfo("Tên đăng nhập, mật khẩu", "Login or password", "MẬT KHẨU", "S i"),
    _E.IP_ADDRESS: EntityInfo("Địa chỉ IP", "IP address", "IP", "S l"),
    _E.MAC_ADDRESS: EntityInfo("Địa chỉ MAC", "MAC address", "MAC", "B 3(11)"),
    _E.IMEI: EntityInfo("Số IMEI", "IMEI number", "IMEI", "B 3(11)"),
    _E.GEO_LOCATION: EntityInfo("Tọa độ vị trí", "Geographic location", "TỌA ĐỘ", "S h"),
    _E.CERT_SUBJECT: EntityInfo("Chủ thể chứng thư số", "Certificate subject", "CHỨNG THƯ SỐ", "B 3(7)"),
    _E.INCOME: EntityInfo("Thu nhập, lương", "Income", "THU NHẬP", "B 3(11)"),
    _E.GRADES: EntityInfo("Kết quả học tập", "Grades", "KẾT QUẢ HỌC TẬP", "B 3(11)"),
    _E.CRIMINAL_RECORD: EntityInfo("Án tích, tiền án", "Criminal record", "ÁN TÍCH", "S g"),
    _E.PARTY_MEMBERSHIP: EntityInfo("Đảng, đoàn thể", "Party membership", "ĐẢNG ĐOÀN", "S b"),
    _E.DEBT: EntityInfo("Dư nợ, tín dụng", "Debt and credit", "TÍN DỤNG", "S k"),
    _E.PRIVATE_LIFE: EntityInfo("Đời sống riêng tư", "Private life", "ĐỜI TƯ", "S c"),
    _E.CUSTOM: EntityInfo("Từ do người dùng đặt", "User-defined", "ĐÃ CHE", "B 3(11)"),
}

#: Types whose value is a number or code given to a person, a vehicle or a home: what a label, a checksum or a column
#: says of one of them holds for all. The lists of recognition are built on it.
ASSIGNED_NUMBERS: frozenset[EntityType] = frozenset(
    {
        _E.VN_PERSONAL_ID,
        _E.VN_CMND,
        _E.VN_PASSPORT,
        _E.VN_PHONE,
        _E.VN_BANK_ACCOUNT,
        _E.BANK_CARD,
        _E.VN_TAX_CODE,
        _E.VN_BHXH,
        _E.VN_BHYT,
        _E.VN_DRIVER_LICENSE,
        _E.VN_PLATE,
        _E.VN_VIN,
        _E.VN_ENGINE_NO,
        _E.VN_LAND_CERT,
        _E.VN_HOUSEHOLD_NO,
        _E.MEDICAL_RECORD_NO,
        _E.STUDENT_ID,
        _E.EMPLOYEE_ID,
        _E.MILITARY_ID,
        _E.IMEI,
    }
)
