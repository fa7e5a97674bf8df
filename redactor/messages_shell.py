"""Sentences of the right-click menu, in Vietnamese and English."""

from __future__ import annotations

from redactor.messages import Text

STATES: dict[str, Text] = {
    "installed": Text("đã có", "installed"),
    "outdated": Text("cần sửa", "needs repair"),
    "absent": Text("chưa có", "absent"),
    "failed": Text("không được", "failed"),
}
INSTALLED = Text(
    "Đã thêm menu chuột phải. Nếu chưa thấy, hãy đóng rồi mở lại trình quản lý tệp.",
    "The right-click menu is installed. If it does not show, close the file manager and open it again.",
)
REMOVED = Text("Đã bỏ menu chuột phải, không để lại gì.", "The right-click menu is removed; nothing is left.")
