"""Why something was found, as a sentence for the clerk, in Vietnamese and English, without the value."""

from __future__ import annotations

from recognizers.explanations_people import KEEP_SENTENCES as PEOPLE_KEEP_SENTENCES
from recognizers.explanations_people import PEOPLE_SENTENCES
from recognizers.results import Reason

#: Reason code → (Vietnamese, English). ``{clue}`` is a label as printed, ``{detail}`` a count or a name of a type.
SENTENCES: dict[str, tuple[str, str]] = {
    "digits_labelled": ("{detail} chữ số, sau nhãn “{clue}”", "{detail} digits after the label “{clue}”"),
    "digits_label_after": (
        "{detail} chữ số, trước nhãn “{clue}”",
        "{detail} digits before the label “{clue}”",
    ),
    "digits_issued": (
        "{detail} chữ số, theo sau là ngày cấp hoặc nơi cấp",
        "{detail} digits followed by a date or place of issue",
    ),
    "bare_digits": (
        "{detail} chữ số, không có nhãn; chỉ giống số giấy tờ cá nhân",
        "{detail} digits without a label; the shape of a personal number",
    ),
    "number_labelled": ("Sau nhãn “{clue}”", "After the label “{clue}”"),
    "number_label_after": ("Trước nhãn “{clue}”", "Before the label “{clue}”"),
    "number_issued": (
        "Số giấy tờ, theo sau là ngày cấp hoặc nơi cấp",
        "A paper's number followed by a date or place of issue",
    ),
    "value_labelled": ("Sau nhãn “{clue}”", "After the label “{clue}”"),
    "bare_shape": ("Giống số hộ chiếu, không có nhãn", "The shape of a passport number, without a label"),
    "phone_labelled": ("Số điện thoại, sau nhãn “{clue}”", "A phone number after the label “{clue}”"),
    "phone_label_after": ("Số điện thoại, trước nhãn “{clue}”", "A phone number before the label “{clue}”"),
    "phone_shape": ("Đúng dạng số điện thoại Việt Nam", "The shape of a Vietnamese phone number"),
    "email_shape": ("Đúng dạng địa chỉ thư điện tử", "The shape of an email address"),
    "account_labelled": ("Số tài khoản, sau nhãn “{clue}”", "An account number after the label “{clue}”"),
    "number_beside_name": (
        "Đứng ngay sau tên hoặc số định danh của một người trong danh sách",
        "Directly behind a person's name or number in a list",
    ),
    "account_bank_near": ("Dãy số đứng cạnh tên ngân hàng", "A number beside the name of a bank"),
    "account_transfer": (
        "Số tài khoản trong nội dung chuyển khoản",
        "An account number in a transfer message",
    ),
    "row_neighbours": (
        "{detail} chữ số, cùng dòng với số giấy tờ, ngày sinh hoặc giới tính",
        "{detail} digits in a row with an identity number, birth date or sex",
    ),
    "card_labelled": ("Số thẻ, sau nhãn “{clue}”", "A card number after the label “{clue}”"),
    "card_range": ("Bắt đầu như số thẻ ngân hàng", "Begins like a bank card number"),
    "card_checked": ("Số thẻ có chữ số kiểm tra đúng", "A card number whose check digit fits"),
    "card_expiry": ("Đứng ngay sau số thẻ", "Directly after a card number"),
    "wallet_link": ("Đường dẫn tới ví điện tử", "A link to an e-wallet"),
    "tax_checked": ("Chữ số kiểm tra của mã số thuế đúng", "The check digit of a tax code fits"),
    "bhyt_shape": ("Đúng dạng số thẻ bảo hiểm y tế", "The shape of a health insurance card number"),
    "plate_shape": ("Đúng dạng biển số xe", "The shape of a vehicle plate"),
    "vin_shape": (
        "17 ký tự, đúng dạng số khung",
        "17 characters, the shape of a vehicle identification number",
    ),
    "land_near": (
        "Đúng dạng số phát hành, gần chữ nói về giấy chứng nhận đất",
        "The shape of an issue number near words of a land certificate",
    ),
    "parcel": ("Sau nhãn “{clue}”", "After the label “{clue}”"),
    "mrz_checked": ("Dòng máy đọc, chữ số kiểm tra đúng", "A machine-readable line, check digit fits"),
    "card_seen": ("Ảnh có chữ chỉ in trên giấy tờ tùy thân", "The picture shows print of identity papers"),
    "portrait_seen": ("Ảnh có dáng ảnh chân dung", "The picture has the form of a portrait"),
    "signature_seen": ("Nét bút ở chỗ ký tên", "Strokes of a pen where people sign"),
    "mrz_frame": ("Đúng khung dòng máy đọc", "The frame of a machine-readable line"),
    "qr_card": ("Nội dung mã QR của thẻ căn cước", "Content of a citizen card's QR code"),
    "qr_health": ("Nội dung mã QR của thẻ bảo hiểm y tế", "Content of a health card's QR code"),
    "vietqr": ("Nội dung mã VietQR", "Content of a VietQR code"),
    "hex_text": ("Chữ tiếng Việt mã hóa dạng hex", "Vietnamese text written as hex"),
    "cert_subject": ("Chủ thể chứng thư số", "Subject of a certificate"),
    "record_line": (
        "Dòng dữ liệu có số giấy tờ cùng họ tên, ngày sinh hoặc giới tính",
        "A record with a paper's number and a name, birth date or sex",
    ),
    "handle": ("Tên tài khoản mạng xã hội (bắt đầu bằng @)", "A social media handle (begins with @)"),
    "profile_link": ("Đường dẫn tới trang cá nhân", "A link to a profile"),
    "ip_shape": ("Đúng dạng địa chỉ IP", "The shape of an IP address"),
    "mac_shape": ("Đúng dạng địa chỉ MAC", "The shape of a MAC address"),
    "coordinates": ("Tọa độ nằm trong Việt Nam", "Coordinates inside Vietnam"),
    "ethnic_phrase": ("Câu nói về dân tộc của một người", "A phrase about a person's ethnicity"),
    "gender_beside": ("Giới tính, ngay sau ngày hoặc năm sinh", "Sex, right after a date or year of birth"),
    "religion_phrase": ("Câu nói về tôn giáo của một người", "A phrase about a person's religion"),
    "marital_phrase": ("Câu nói về tình trạng hôn nhân", "A phrase about marital status"),
    "health_phrase": ("Câu nói về sức khỏe của một người", "A phrase about a person's health"),
    "criminal_phrase": ("Câu nói về tiền án, tiền sự", "A phrase about a criminal record"),
    "biometric_phrase": ("Mô tả đặc điểm nhận dạng", "A description of an identifying feature"),
    "icd_code": (
        "Mã bệnh ICD-10 trong đoạn nói về khám chữa bệnh",
        "An ICD-10 code in a passage about treatment",
    ),
    "container_value": (
        "Có trong mã QR, dòng máy đọc hoặc chữ ký số của hồ sơ",
        "Read from a QR code, machine-readable zone or signature of the dossier",
    ),
    "column_header": ("Cột có tiêu đề “{clue}”", "Column under the header “{clue}”"),
    "column_shape": (
        "{detail} ô trong cột có cùng dạng",
        "{detail} of the column's cells have the same shape",
    ),
    "column_neighbours": ("Cột nằm cạnh các cột dữ liệu cá nhân", "Column beside columns of personal data"),
    "row_label": ("Ô bên cạnh ghi “{clue}”", "The neighbouring cell says “{clue}”"),
    "known_form": (
        "Cùng dạng với mã của một người trong văn bản",
        "Written like the code of somebody in the text",
    ),
    "answered": ("Trả lời câu hỏi về “{clue}”", "Answers a question for “{clue}”"),
    "own_pattern": ("Mẫu do người dùng đặt: {detail}", "A pattern of your own: {detail}"),
    "own_word": ("Từ trong danh sách luôn che", "A word of the list to always hide"),
    **PEOPLE_SENTENCES,
}

#: Keep code → (Vietnamese, English).
KEEP_SENTENCES: dict[str, tuple[str, str]] = {
    "role_mailbox": ("Hộp thư chung của cơ quan, tổ chức", "A mailbox of an office or organisation"),
    **PEOPLE_KEEP_SENTENCES,
}


def sentence(reason: Reason, language: str = "vi") -> str:
    """Return the sentence of a reason; a reason without a sentence gives its code, never the value."""
    pair = SENTENCES.get(reason.code)
    if pair is None:
        return reason.code
    return pair[0 if language == "vi" else 1].format(clue=reason.clue, detail=reason.detail)


def keep_sentence(code: str, language: str = "vi") -> str:
    """Return the sentence of a keep code."""
    pair = KEEP_SENTENCES.get(code)
    return code if pair is None else pair[0 if language == "vi" else 1]
