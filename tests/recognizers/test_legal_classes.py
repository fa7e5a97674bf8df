"""Legal classes of findings, by Decree 356/2025/NĐ-CP: Article 3 (basic, clause) and Article 4(1) (sensitive, letter)."""

from __future__ import annotations

import pytest

from recognizers.entities import INFO, EntityType

CLASSES = {
    "B 3(1)": "PERSON",
    "B 3(2)": "DATE_OF_BIRTH AGE",
    "B 3(3)": "GENDER",
    "B 3(4)": "VN_ADDRESS PLACE_OF_BIRTH VN_HOUSEHOLD_NO",
    "B 3(5)": "NATIONALITY",
    "B 3(6)": "PORTRAIT",
    "B 3(7)": "VN_PHONE VN_PERSONAL_ID VN_PASSPORT VN_DRIVER_LICENSE VN_PLATE VN_CMND VN_MRZ VN_ID_QR CERT_SUBJECT",
    "B 3(8)": "MARITAL_STATUS",
    "B 3(9)": "FAMILY_RELATION",
    "B 3(10)": "SOCIAL_ACCOUNT",
    "B 3(11)": "EMAIL VN_TAX_CODE VN_BHXH VN_BHYT VN_VIN VN_ENGINE_NO VN_LAND_CERT VN_LAND_BOOK_NO VN_LAND_PARCEL"
    " VN_PROPERTY_EID STUDENT_ID EMPLOYEE_ID MILITARY_ID IMEI MAC_ADDRESS CIVIL_DOC_NO ISSUE_DATE ISSUE_AUTHORITY"
    " INCOME GRADES SIGNATURE BARCODE CUSTOM",
    "S a": "ETHNICITY",
    "S b": "RELIGION PARTY_MEMBERSHIP",
    "S c": "PRIVATE_LIFE",
    "S d": "HEALTH_INFO MEDICAL_RECORD_NO",
    "S đ": "BIOMETRIC",
    "S g": "CRIMINAL_RECORD",
    "S h": "GEO_LOCATION",
    "S i": "CREDENTIAL ID_IMAGE",
    "S k": "BANK_CARD BANK_ACCOUNT E_WALLET VN_VIETQR DEBT",
    "S l": "IP_ADDRESS",
}
_CLASS_OF = {
    kind.replace("BANK_ACCOUNT", "VN_BANK_ACCOUNT"): legal
    for legal, kinds in CLASSES.items()
    for kind in kinds.split()
}


@pytest.mark.parametrize("kind", sorted(EntityType))
def test_every_type_has_the_class_of_the_decree(kind: EntityType) -> None:
    assert INFO[kind].legal_class == _CLASS_OF[kind.value]
    assert INFO[kind].sensitive == _CLASS_OF[kind.value].startswith("S ")
    assert INFO[kind].vi
    assert INFO[kind].en
    assert INFO[kind].label.isupper()
