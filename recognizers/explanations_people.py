"""Why a person, place or date was found: the sentences behind the reason codes of these recognisers.

``{clue}`` is the label or form of address as the label table spells it; it never holds text of the document that may
be personal.
"""

from __future__ import annotations

#: code → (Vietnamese, English)
PEOPLE_SENTENCES: dict[str, tuple[str, str]] = {
    "person_label": ("Họ tên đứng sau nhãn “{clue}”", "Name behind the label “{clue}”"),
    "person_title": ("Họ tên đứng sau từ xưng hô “{clue}”", "Name behind the form of address “{clue}”"),
    "person_shape": (
        "Có cấu trúc của một họ tên (họ, đệm, tên)",
        "Built like a name (surname, middle name, given name)",
    ),
    "person_birth": (
        "Cụm từ viết hoa ngay trước ngày sinh hoặc số giấy tờ",
        "Capitalised words right before a birth date or an identity number",
    ),
    "person_signature": ("Họ tên trong phần ký tên", "Name in a signature block"),
    "person_holder": (
        "Họ tên đứng cạnh số tài khoản, số điện thoại hoặc số định danh",
        "Name beside an account, telephone or identity number",
    ),
    "person_known": (
        "Tên gọi của một người đã nêu đủ họ tên trong văn bản",
        "Given name of a person whose full name stands in the text",
    ),
    "person_context": (
        "Đứng cùng chỗ hoặc nối liền với những họ tên đã nhận ra trong văn bản",
        "Stands in the same place as, or joined with, names recognised in the text",
    ),
    "person_witness": (
        "Cách viết và những chữ đứng quanh giống một họ tên (mô hình thống kê nhỏ, nên xem lại)",
        "Written and surrounded as names are (a small statistical model; worth a look)",
    ),
    "tagged": (
        "Câu chữ xung quanh cho thấy đây là thông tin cá nhân (mô hình thống kê nhỏ, nên xem lại)",
        "What stands around it reads as if this were personal (a small statistical model; worth a look)",
    ),
    "echoed": (
        "Trùng với một phần họ tên đã nhận ra ở chỗ khác trong văn bản (nên xem lại)",
        "Part of a name recognised elsewhere in the text (worth a look)",
    ),
    "person_speaker": (
        "Tên người nói ở đầu dòng tin nhắn",
        "Name of the speaker at the start of a chat line",
    ),
    "known_value": (
        "Trùng với thông tin đã nhận ra ở nơi khác trong hồ sơ",
        "Equals what was recognised elsewhere in the file",
    ),
    "person_again": (
        "Chính họ tên đứng bên cạnh, viết bằng chữ khác",
        "The name beside it in another script",
    ),
    "known_name": (
        "Cách viết khác của một họ tên đã nhận ra trong hồ sơ",
        "Another spelling of a name recognised in the file",
    ),
    "address_label": ("Địa chỉ đứng sau nhãn “{clue}”", "Address behind the label “{clue}”"),
    "address_structure": (
        "Các phần của một địa chỉ đứng liền nhau (số nhà, đường, phường, tỉnh…)",
        "Parts of an address in a row (house, street, commune, province …)",
    ),
    "address_witness": (
        "Chữ và vị trí giống nơi ở của một người được nêu gần đó",
        "Worded and placed like the home of somebody named near by",
    ),
    "birth_label": ("Ngày hoặc năm đứng sau nhãn “{clue}”", "Date or year behind the label “{clue}”"),
    "birth_block": (
        "Ngày trong khối thông tin của một người: cạnh giới tính, hoặc ứng với nhãn ngày sinh để ở chỗ khác",
        "Date in a person's block: beside the gender, or filling a birth label that stands elsewhere",
    ),
    "birth_after_name": ("Ngày đầu tiên ngay sau một họ tên", "First date right behind a name"),
    "age_label": ("Tuổi đứng sau nhãn “{clue}”", "Age behind the label “{clue}”"),
    "age_told": ("Tuổi kể trong câu", "Age told in a sentence"),
    "age_worded": ("Số đứng trước chữ “tuổi”", "Number before the word for years of age"),
    "issue_date_label": (
        "Ngày cấp giấy tờ đứng sau nhãn “{clue}”",
        "Date of issue behind the label “{clue}”",
    ),
    "place_label": ("Địa danh đứng sau nhãn “{clue}”", "Place behind the label “{clue}”"),
    "place_after_birth": ("Địa danh ngay sau ngày sinh", "Place right behind a birth date"),
    "health_told": (
        "Câu kể về bệnh tật của một người được nêu tên trong văn bản",
        "A phrase about the illness of somebody the text names",
    ),
    "relation_beside": ("Quan hệ gia đình nêu cạnh một họ tên", "A family tie told beside a name"),
    "private_told": (
        "Câu kể về đời sống riêng tư của một người được nêu tên trong văn bản",
        "A phrase about the private life of somebody the text names",
    ),
    "patient_paper": (
        "Giấy tờ khám chữa bệnh của một người, sau mục “{clue}”",
        "A patient's paper, behind the heading “{clue}”",
    ),
    "health_labelled": (
        "Bệnh tật, thương tích đứng sau “{clue}”, trong văn bản nêu tên người",
        "Illness or injury behind “{clue}” in a text that names people",
    ),
    "patient_line": ("Dòng ghi tình trạng của một người bệnh", "A line about a patient"),
    "lab_result": ("Kết quả xét nghiệm của một người", "A person's laboratory result"),
    "grades_told": ("Kết quả học tập kể trong câu", "School results told in a sentence"),
    "debt_told": ("Khoản nợ, khoản vay của một người kể trong câu", "A debt of somebody told in a sentence"),
    "income_told": ("Thu nhập của một người kể trong câu", "Pay of somebody told in a sentence"),
    "party_told": (
        "Câu nói về đảng phái, đoàn thể của một người",
        "A phrase about a person's party or union",
    ),
    "issuer_label": ("Cơ quan cấp đứng sau nhãn “{clue}”", "Authority behind the label “{clue}”"),
    "issuer_after_date": ("Cơ quan đứng sau ngày cấp giấy tờ", "Authority behind a date of issue"),
    "issuer_by": ("Cơ quan cấp giấy tờ tùy thân", "Authority that issued an identity paper"),
}

#: Why keeping is proposed.
KEEP_SENTENCES: dict[str, tuple[str, str]] = {
    "official_capacity": (
        "Người ký, người giữ chức vụ hành động thay mặt cơ quan, tổ chức",
        "Signs or acts in office for an agency or organisation",
    ),
    "office_address": ("Địa chỉ của cơ quan, tổ chức", "Address of an agency or organisation"),
    "organisation_data": (
        "Dữ liệu của cơ quan, doanh nghiệp, không phải của cá nhân",
        "Data of an agency or company, not of a person",
    ),
    "unlikely": (
        "Câu chữ xung quanh cho thấy không phải của một cá nhân (mô hình thống kê nhỏ, nên xem lại)",
        "What stands around it reads as if it were nobody's (a small statistical model; worth a look)",
    ),
    "nobody_named": (
        "Bảng không nêu tên hay mã số của ai: số liệu chung, tài sản, thiết bị, xe của đơn vị",
        "The rows name or number nobody: figures, assets, devices, vehicles of an organisation",
    ),
}
