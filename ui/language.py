"""Two languages, switched while the window stands.

A ``Text`` holds both; it is looked up when it is shown. ``{n:place/places}`` in the English half chooses by number,
``{n}`` groups digits the way the language does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTranslator, Signal

DEFAULT = "vi"


class Language(QObject):
    """The language in use; tells who shows text when it changes."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.code = DEFAULT

    def use(self, code: str) -> None:
        """Switch to ``vi`` or ``en``; anything else is Vietnamese."""
        chosen = "en" if code == "en" else DEFAULT
        if chosen != self.code:
            self.code = chosen
            self.changed.emit()


language = Language()


class _Number(int):
    """A number that writes itself with the language's separators, or chooses between one and many."""

    def __format__(self, spec: str) -> str:
        grouped = f"{int(self):,}"
        if language.code == "vi":
            grouped = grouped.replace(",", ".")
        if "/" not in spec:
            return grouped if not spec else int.__format__(self, spec)
        one, many = spec.split("/", 1)
        return f"{grouped} {one if self == 1 else many}"


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence in both languages."""

    vi: str
    en: str

    def __call__(self, **values: object) -> str:
        """The sentence in the language in use, with its placeholders filled."""
        text = self.en if language.code == "en" else self.vi
        if not values:
            return text
        shown: dict[str, Any] = {
            k: _Number(v) if isinstance(v, int) and not isinstance(v, bool) else v for k, v in values.items()
        }
        return text.format_map(shown)

    __str__ = __call__


_QT: dict[str, str] = {
    # Buttons of message boxes and dialogs
    "OK": "Đồng ý",
    "&OK": "Đồng ý",
    "Save": "Lưu",
    "&Save": "Lưu",
    "Save All": "Lưu tất cả",
    "Open": "Mở",
    "&Open": "Mở",
    "&Yes": "Có",
    "Yes": "Có",
    "Yes to &All": "Có cho tất cả",
    "&No": "Không",
    "No": "Không",
    "N&o to All": "Không cho tất cả",
    "Abort": "Dừng",
    "Retry": "Thử lại",
    "Ignore": "Bỏ qua",
    "Close": "Đóng",
    "&Close": "Đóng",
    "Cancel": "Hủy",
    "&Cancel": "Hủy",
    "Discard": "Bỏ",
    "Don't Save": "Không lưu",
    "Help": "Trợ giúp",
    "Apply": "Áp dụng",
    "Reset": "Đặt lại",
    "Restore Defaults": "Về mặc định",
    "Show Details...": "Xem chi tiết…",
    "Hide Details...": "Ẩn chi tiết…",
    # Text fields
    "&Undo": "Hoàn tác",
    "&Redo": "Làm lại",
    "Cu&t": "Cắt",
    "&Copy": "Sao chép",
    "&Paste": "Dán",
    "Delete": "Xóa",
    "Select All": "Chọn tất cả",
    "Copy &Link Location": "Sao chép liên kết",
    # File dialog
    "Look in:": "Trong:",
    "&Look in:": "Trong:",
    "Files of &type:": "Loại tệp:",
    "File &name:": "Tên tệp:",
    "Files of type:": "Loại tệp:",
    "&Choose": "Chọn",
    "Choose": "Chọn",
    "Directory:": "Thư mục:",
    "Folder": "Thư mục",
    "Back": "Lùi",
    "Go back": "Lùi",
    "Forward": "Tiến",
    "Go forward": "Tiến",
    "Parent Directory": "Thư mục cha",
    "Go to the parent directory": "Lên thư mục cha",
    "Create New Folder": "Tạo thư mục",
    "Create a New Folder": "Tạo thư mục mới",
    "List View": "Dạng danh sách",
    "Change to list view mode": "Chuyển sang danh sách",
    "Detail View": "Dạng chi tiết",
    "Change to detail view mode": "Chuyển sang chi tiết",
    "Sidebar": "Thanh bên",
    "List of places and bookmarks": "Các nơi hay dùng",
    "Files": "Tệp",
    "Name": "Tên",
    "Size": "Cỡ",
    "Type": "Loại",
    "Kind": "Loại",
    "Date Modified": "Ngày sửa",
    "All Files (*)": "Mọi tệp (*)",
    "Show &hidden files": "Hiện tệp ẩn",
    "&Rename": "Đổi tên",
    "&Delete": "Xóa",
    "&New Folder": "Thư mục mới",
    "Computer": "Máy tính",
    "My Computer": "Máy tính này",
    "Drive": "Ổ đĩa",
    "%1 File": "Tệp %1",
    "File": "Tệp",
    "File Folder": "Thư mục",
    "Find Directory": "Tìm thư mục",
    "Save As": "Lưu thành",
    "Recent Places": "Nơi gần đây",
    "%1 already exists.\nDo you want to replace it?": "%1 đã có.\nThay nó chứ?",
    "%1\nFile not found.\nPlease verify the correct file name was given.": (
        "%1\nKhông tìm thấy tệp. Hãy kiểm tra lại tên."
    ),
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.": (
        "%1\nKhông tìm thấy thư mục. Hãy kiểm tra lại tên."
    ),
    "%1 bytes": "%1 byte",
    "Filter": "Lọc",
    "Remove": "Bỏ ra",
    "Alias": "Bí danh",
    "Shortcut": "Lối tắt",
    "Unknown": "Không rõ",
    "Empty": "Trống",
    "<empty>": "<trống>",
    "Undo": "Hoàn tác",
    "Redo": "Làm lại",
    "Undo %1": "Hoàn tác: %1",
    "Redo %1": "Làm lại: %1",
    "More": "Thêm",
    "Expand": "Mở rộng",
}


class QtInVietnamese(QTranslator):
    """Qt's own words: it ships no Vietnamese."""

    def translate(
        self, context: str, source_text: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """The Vietnamese of a word of Qt's dialogs; nothing for the rest, which Qt then shows as it is."""
        if language.code != "vi":
            return None
        return _QT.get(source_text)

    def isEmpty(self) -> bool:
        """Never, or Qt would not ask."""
        return False
