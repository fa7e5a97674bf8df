"""The policy's fields and choices in words. Every field of the policy must stand here; a test holds it."""

from __future__ import annotations

from ui.language import Text

FIELDS: dict[str, Text] = {
    "operator": Text("Cách che trong bảng và nhãn", "How values are replaced"),
    "sensitive": Text(
        "Dữ liệu nhạy cảm (Điều 4 Nghị định 356/2025)", "Sensitive data (Decree 356/2025, Article 4)"
    ),
    "officials": Text("Người ký thay mặt cơ quan", "Officers signing for an agency"),
    "organisations": Text("Dữ liệu của cơ quan, doanh nghiệp", "Data of agencies and companies"),
    "unattended": Text("Khi không có người để hỏi", "When nobody can be asked"),
    "gaps": Text("Chỗ chưa đọc được (khi chạy tự động)", "Unread places (unattended)"),
    "hide": Text("Che ngay từ điểm", "Hide from score"),
    "ask": Text("Hỏi từ điểm", "Ask from score"),
    "mark": Text("Ô che trên trang", "Mark on the page"),
    "suffix": Text("Đuôi tên bản che", "Suffix of the copy's name"),
    "overwrite": Text("Ghi đè bản che cũ cùng tên", "Overwrite an old copy of the same name"),
    "redact_name": Text("Che cả tên tệp nếu có dữ liệu cá nhân", "Redact the file's name too"),
    "image_pages": Text("Biến mỗi trang thành ảnh", "Turn every page into an image"),
    "close_gaps": Text("Không để lộ độ dài chữ đã che", "Do not betray the length of what was removed"),
    "attachments": Text("Tệp đính kèm", "Attachments"),
    "notice": Text("Ghi vào thuộc tính rằng đây là bản đã che", "Say in the properties that it is redacted"),
}

_WORDS: dict[str, Text] = {
    "rule_default": Text("Theo quy tắc chung", "By the general rule"),
    "hide": Text("Che", "Hide"),
    "must": Text("Bắt buộc che", "Must be hidden"),
    "keep": Text("Giữ", "Keep"),
    "ask": Text("Hỏi", "Ask"),
    "refuse": Text("Không xuất", "Refuse"),
    "cover": Text("Ô đen", "Black box"),
    "label": Text("Nhãn, ví dụ [CCCD]", "Label, such as [CCCD]"),
    "mask": Text("Chừa vài ký tự cuối", "Keep the last characters"),
    "pseudonym": Text("Giá trị giả cùng dạng", "A pseudonym of the same shape"),
    "generalise": Text("Làm mờ (năm sinh, tỉnh)", "Generalise (year, province)"),
    "keyed_hash": Text("Mã băm có khóa", "Keyed hash"),
    "remove": Text("Bỏ hẳn", "Remove"),
    "gap_cover": Text("Che chỗ đó", "Cover them"),
    "gap_accept": Text("Để nguyên", "Leave them"),
    "black": Text("Đen", "Black"),
    "white": Text("Trắng", "White"),
    "attach_remove": Text("Không đưa vào bản che", "Leave out of the copy"),
    "attach_redact": Text("Che rồi giữ lại", "Redact and put back"),
}

CHOICES: dict[tuple[str, str | None], str] = {
    ("gaps", "cover"): "gap_cover",
    ("gaps", "accept"): "gap_accept",
    ("attachments", "remove"): "attach_remove",
    ("attachments", "redact"): "attach_redact",
}
"""Choices whose word depends on the field."""


def choice_word(key: str) -> str:
    """A choice in words; one without words by its key."""
    known = _WORDS.get(key)
    return known() if known is not None else key
