"""Every sentence of the main window and its dialogs, in both languages.

Looked up when shown: ``EXPORT()``, ``SEEN(seen=3, n=7)``. Those of windows for folders are in ``folder_texts``.
"""

from __future__ import annotations

from ui.language import Text

APP = Text("Che Dữ Liệu", "Che Dữ Liệu")
NUMBER = Text("{n}", "{n}")

# --- menus and commands
MENU_FILE = Text("&Tệp", "&File")
MENU_EDIT = Text("&Sửa", "&Edit")
MENU_DECIDE = Text("&Quyết định", "&Decide")
MENU_VIEW = Text("&Xem", "&View")
MENU_GO = Text("Đ&i tới", "&Go")
MENU_HELP = Text("Trợ &giúp", "&Help")
MENU_RECENT = Text("Mở gần đây", "Open recent")
MENU_LANGUAGE = Text("Ngôn ngữ", "Language")
MENU_THEME = Text("Giao diện", "Theme")
MENU_SCALE = Text("Cỡ chữ", "Text size")
OPEN = Text("Mở tệp", "Open files")
OPEN_DOTS = Text("Mở tệp…", "Open files…")
DOCUMENTS = Text("Tài liệu", "Documents")
OPEN_FOLDER = Text("Mở thư mục…", "Open folder…")
PASTE_FILES = Text("Dán tệp", "Paste files")
REMOVE_FILE = Text("Bỏ tệp khỏi danh sách", "Remove file from the list")
EXPORT = Text("Xuất bản đã che", "Export redacted copy")
EXPORT_DOTS = Text("Xuất bản đã che…", "Export redacted copy…")
SETTINGS = Text("Cài đặt…", "Settings…")
QUIT = Text("Thoát", "Quit")
UNDO = Text("Hoàn tác", "Undo")
REDO = Text("Làm lại", "Redo")
UNDO_NAMED = Text("Hoàn tác: {name}", "Undo: {name}")
REDO_NAMED = Text("Làm lại: {name}", "Redo: {name}")
HISTORY = Text("Lịch sử quyết định", "History of decisions")
HISTORY_START = Text("Lúc mở tệp", "As opened")
DRAW = Text("Vẽ ô che", "Draw boxes")
DRAW_OFF = Text("Thôi vẽ, thôi xem trước", "Leave drawing or preview")
SEARCH = Text("Tìm", "Search")
PREVIEW = Text("Xem như khi xuất", "Preview as exported")
SPLIT = Text("Gốc và kết quả cạnh nhau", "Source and result side by side")
ZOOM_IN = Text("Phóng to", "Zoom in")
ZOOM_OUT = Text("Thu nhỏ", "Zoom out")
FIT_WIDTH = Text("Vừa chiều ngang", "Fit width")
ZOOM = Text("Mức phóng", "Zoom")
HIDE = Text("Che", "Hide")
KEEP = Text("Giữ", "Keep")
TOGGLE = Text("Che / giữ", "Hide / keep")
HIDE_NEXT = Text("Che và sang chỗ sau", "Hide and go to the next")
KEEP_NEXT = Text("Giữ và sang chỗ sau", "Keep and go to the next")
HIDE_SAME = Text("Che mọi chỗ giống nhau", "Hide all that are equal")
KEEP_SAME = Text("Giữ mọi chỗ giống nhau", "Keep all that are equal")
BACK_TO_POLICY = Text("Bỏ quyết định, theo quy tắc", "Drop the decision, follow the rules")
DELETE_MARK = Text("Xóa ô vẽ tay", "Remove the drawn box")
SCOPE = Text("Phạm vi…", "Scope…")
NEXT_OPEN = Text("Chỗ cần xem tiếp theo", "Next to decide")
PREVIOUS_OPEN = Text("Chỗ cần xem trước đó", "Previous to decide")
NEXT_BOX = Text("Ô kế tiếp trên trang", "Next box on the page")
PREVIOUS_BOX = Text("Ô trước đó trên trang", "Previous box on the page")
NEXT_FILE = Text("Tệp sau", "Next file")
PREVIOUS_FILE = Text("Tệp trước", "Previous file")
TO_LIST = Text("Sang danh sách", "Go to the list")
TO_PAGE = Text("Sang trang", "Go to the page")
SHOW_VALUES = Text("Hiện giá trị trong danh sách", "Show values in the lists")
KEYS = Text("Phím tắt", "Keys")
ABOUT = Text("Giới thiệu", "About")
PAUSE = Text("Tạm dừng hàng đợi", "Pause the queue")
RESUME = Text("Chạy tiếp hàng đợi", "Resume the queue")
CANCEL_FILE = Text("Dừng tệp này", "Stop this file")
RETRY_FILE = Text("Thử lại tệp này", "Try this file again")
VIETNAMESE = Text("Tiếng Việt", "Tiếng Việt")
ENGLISH = Text("English", "English")
THEME_SYSTEM = Text("Theo hệ thống", "As the system")
THEME_LIGHT = Text("Sáng", "Light")
THEME_DARK = Text("Tối", "Dark")
THEME_CONTRAST = Text("Tương phản cao", "High contrast")
PROFILE = Text("Chính sách", "Policy")
PROFILE_DEFAULT = Text("Mặc định", "Default")
PROFILE_STRICT = Text("Nghiêm ngặt", "Strict")
PROFILE_OWN = Text("Tùy chỉnh", "Own settings")

# --- first run
WELCOME_TITLE = Text("Che dữ liệu cá nhân trước khi gửi đi", "Take personal data out before you share")
WELCOME_1 = Text(
    "Thả PDF, bảng tính hay ảnh vào đây: chương trình tìm số căn cước, họ tên, địa chỉ, số tài khoản…",
    "Drop PDFs, workbooks or pictures here: it finds identity numbers, names, addresses, accounts…",
)
WELCOME_2 = Text(
    "Bạn xem và quyết định từng chỗ. Tệp gốc không bao giờ bị sửa; bản che được kiểm tra lại rồi mới giao.",
    "You look and decide. The source is never changed; the copy is checked again before you get it.",
)
WELCOME_3 = Text(
    "Mọi việc chạy trên máy này. Không có gì được gửi ra ngoài.",
    "Everything runs on this computer. Nothing leaves it.",
)
RESUME_LAST = Text("Tiếp tục lần trước ({n} tệp)", "Go on where you left off ({n:file/files})")
NO_RECENT = Text("Chưa có tệp nào", "No files yet")
CLEAR_RECENT = Text("Xóa danh sách này", "Clear this list")
SAMPLE_FOLDER = Text("Che Dữ Liệu - tệp mẫu", "Che Dữ Liệu - samples")
CHOOSE_FILES = Text("Chọn tệp", "Choose files")
TRY_SAMPLES = Text("Thử với tệp mẫu", "Try the sample files")
DROP_HERE = Text(
    "Thả tệp hoặc thư mục vào bất cứ đâu trong cửa sổ", "Drop files or folders anywhere in the window"
)

# --- panels
TAB_FILES = Text("Tệp", "Files")
TAB_SHEETS = Text("Trang tính", "Sheets")
TAB_PAGES = Text("Trang", "Pages")
TAB_PEOPLE = Text("Người", "People")
TAB_TYPES = Text("Loại", "Types")
TAB_PLACES = Text("Vị trí", "Places")
TAB_GAPS = Text("Chưa đọc được", "Unread")
TAB_HIDDEN = Text("Phần ẩn", "Hidden parts")
ALL_FILES = Text("Tất cả tệp", "All files")
CHIP_ALL = Text("Tất cả {n}", "All {n}")
CHIP_OPEN = Text("Cần xem {n}", "To decide {n}")
CHIP_HIDE = Text("Che {n}", "Hide {n}")
CHIP_KEEP = Text("Giữ {n}", "Keep {n}")
CHIP_FRESH = Text("Mới {n}", "New {n}")
COL_VALUE = Text("Giá trị", "Value")
COL_TYPE = Text("Loại", "Type")
COL_SURE = Text("Độ chắc", "Confidence")
COL_COUNT = Text("Số chỗ", "Count")
COL_WHERE = Text("Vị trí", "Where")
GROUP_MANUAL = Text("Ô vẽ tay", "Drawn by hand")
PERSON_UNNAMED = Text("Người chưa rõ tên", "Person without a name")
GROUP_SPOKEN = Text("{title}: {n} chỗ, {open} chỗ cần xem", "{title}: {n:place/places}, {open} to decide")
NOTHING_FOUND = Text("Chưa tìm thấy dữ liệu cá nhân", "No personal data found")
LISTED_LATER = Text(
    "Danh sách hiện ra khi tệp đã quét xong", "The list appears when the file has been scanned"
)
NOTHING_LISTED = Text("Không có mục nào theo bộ lọc này", "Nothing matches this filter")
NO_GAPS = Text("Mọi phần của tệp đều đọc được", "Every part of the file was read")
GAP_COVER = Text("Che chỗ này", "Cover it")
GAP_ACCEPT = Text("Đã xem, giữ nguyên", "Looked at, leave as is")
GAP_REOPEN = Text("Xem lại", "Decide again")
GAP_COVER_ALL = Text("Che tất cả", "Cover all")
GAP_COVERED = Text("sẽ che", "will be covered")
GAP_ACCEPTED = Text("đã chấp nhận", "accepted")
GAP_OPEN = Text("chưa quyết định", "undecided")
GAP_SPOKEN = Text("Chưa đọc được: {reason}, {place}, {choice}", "Not read: {reason}, {place}, {choice}")
HIDDEN_NONE = Text("Tệp này không có phần ẩn", "This file has no hidden parts")
HIDDEN_LEAD = Text(
    "Những gì trang hay bảng không cho thấy. Chọn một dòng để che hoặc giữ riêng.",
    "What pages and sheets do not show. Pick a row to hide or keep it by itself.",
)
HIDDEN_HIDE = Text("Che", "Hide")
HIDDEN_KEEP = Text("Giữ", "Keep")
HIDDEN_HIDE_WHOLE = Text("Che cả nội dung", "Hide all of it")
HIDDEN_PART_ROW = Text("{name} × {n}", "{name} × {n}")
HIDDEN_FREE = Text("không có dữ liệu cá nhân", "no personal data")
HIDDEN_WHOLE = Text("che cả nội dung", "all of it hidden")
HIDDEN_SPOKEN = Text("{name}, {state}", "{name}, {state}")
STEP_HIDDEN_HIDE = Text("Che phần ẩn: {name}", "Hide hidden part: {name}")
STEP_HIDDEN_KEEP = Text("Giữ phần ẩn: {name}", "Keep hidden part: {name}")
TAB_GAPS_N = Text("Chưa đọc được ({n})", "Unread ({n})")
HIDDEN_KEPT = Text("giữ", "kept")
HIDDEN_REDACTED = Text("đã che", "redacted")
HIDDEN_LEFT_OUT = Text("không đưa vào bản che", "left out of the copy")
SIGNED_BY = Text(
    "Tệp có chữ ký số. Bản che sẽ không còn chữ ký đó.", "Digitally signed. The copy will not be."
)

# --- looks and confidence
LOOK_SURE = Text("đề xuất che", "to be hidden")
LOOK_CHECK = Text("cần xem", "to be decided")
LOOK_HIDE = Text("che", "hidden")
LOOK_KEEP = Text("giữ", "kept")
LOOK_LISTED = Text("giữ theo quy tắc", "kept by the rules")
LOOK_MUST = Text("bắt buộc che", "must be hidden")
LOOK_MANUAL = Text("vẽ tay", "drawn by hand")
LOOK_UNREAD = Text("chưa đọc được", "not read")
SURE = Text("Chắc", "Certain")
FAIRLY_SURE = Text("Khá chắc", "Fairly")
TO_CHECK = Text("Cần xem", "To check")

# --- places
PAGE = Text("trang {page}", "page {page}")
TABLE = Text("Bảng", "Table")
COLUMN_OF = Text("{sheet} cột {column} {header}", "{sheet} column {column} {header}")
PAGE_DRAWING = Text("Đang vẽ trang {page}…", "Drawing page {page}…")
PAGE_NOT_DRAWN = Text("Không vẽ được trang {page}", "Page {page} cannot be drawn")
CANVAS_NAME = Text("Trang tài liệu", "Document pages")
CANVAS_DESCRIPTION = Text(
    "Tab sang ô kế tiếp, Space che hoặc giữ. Danh sách bên phải có cùng các chỗ này.",
    "Tab goes to the next box, Space hides or keeps. The list on the right holds the same places.",
)
GRID_NAME = Text("Bảng tính", "Worksheet")
THUMB_SEEN = Text("Trang {page}, đã xem", "Page {page}, seen")
THUMB_UNSEEN = Text("Trang {page}, chưa xem", "Page {page}, not seen")
THUMB_OPEN = Text("{text}, {n} chỗ cần xem", "{text}, {n} to decide")

# --- file list
STATE_WAITING = Text("Đang chờ", "Waiting")
STATE_SCANNING = Text("Đang quét", "Scanning")
STATE_REVIEW = Text("Sẵn sàng xem", "Ready to review")
STATE_READY = Text("Sẵn sàng xuất", "Ready to export")
STATE_EXPORT_WAITING = Text("Chờ xuất", "Waiting to export")
STATE_EXPORTING = Text("Đang xuất", "Exporting")
STATE_DONE = Text("Đã kiểm chứng", "Verified")
STATE_FAILED = Text("Không xử lý được", "Failed")
STATE_CANCELLED = Text("Đã dừng", "Stopped")
STATE_UNSUPPORTED = Text("Không hỗ trợ loại tệp này", "This kind of file is not supported")
FILE_OPEN = Text("{n} chỗ cần xem", "{n} to decide")
FILE_GAPS = Text("{n} chỗ chưa đọc", "{n} not read")
FILE_FOUND = Text("{n} chỗ", "{n:place/places}")

# --- decision bar
NOTHING_PICKED = Text(
    "Chọn một ô trên trang hoặc một dòng trong danh sách. Bôi đen chữ rồi nhấn Enter để che thêm.",
    "Pick a box or a row of the list. Mark text and press Enter to hide more.",
)
ALL_DECIDED = Text("Đã quyết định hết. Có thể xuất bản che.", "Everything is decided. You can export.")
SAME_VALUES = Text("{n} chỗ giống nhau, {files} tệp", "{n:equal place/equal places}, {files:file/files}")
TYPE_OF = Text("Loại dữ liệu", "Type of data")
MUST_WHY = Text(
    "Chính sách bắt buộc che loại dữ liệu này, nên không giữ lại được.",
    "The policy says that this type must go, so it cannot be kept.",
)
CHANGE_TYPE = Text("Đổi loại thành {type}", "Change type to {type}")
MARK_BY_HAND = Text("Ô vẽ tay trên trang {page}", "Box drawn by hand on page {page}")
SELECTED_TEXT = Text("Đã bôi đen {n} ký tự", "{n:character/characters} marked")
HIDE_SELECTION = Text("Che chữ đã bôi đen", "Hide the marked text")
NO_TEXT_HERE = Text(
    "Trang này không có chữ chọn được (ảnh quét). Hãy dùng chế độ vẽ ô (Ctrl+D).",
    "This page has no text to mark (a scan). Use draw mode (Ctrl+D).",
)
DRAW_ON = Text("Đang vẽ ô: kéo chuột để che. Esc để thôi.", "Drawing: drag to cover. Esc to stop.")
PREVIEW_ON = Text("Đang xem như khi xuất. F7 để trở lại.", "Preview as exported. F7 to go back.")

# --- scopes
SCOPE_TITLE = Text("Áp dụng cho", "Apply to")
SCOPE_HERE = Text("Chỉ chỗ này", "Only here")
SCOPE_FILE = Text("Giá trị này trong tệp", "This value in this file")
SCOPE_JOB = Text("Giá trị này trong mọi tệp", "This value in all files")
SCOPE_PERSON = Text("Mọi thứ của người này", "Everything of this person")
SCOPE_COLUMN = Text("Cả cột", "The whole column")
SCOPE_ALWAYS_HIDE = Text("Luôn che giá trị này", "Always hide this value")
SCOPE_ALWAYS_KEEP = Text("Luôn giữ giá trị này", "Always keep this value")
SCOPE_WILL_HIDE = Text("sẽ che {n} chỗ trong {files} tệp", "hides {n:place/places} in {files:file/files}")
SCOPE_WILL_KEEP = Text("sẽ giữ {n} chỗ trong {files} tệp", "keeps {n:place/places} in {files:file/files}")

# --- names of steps in the history
STEP_HIDE = Text("Che {n} chỗ: {what}", "Hide {n:place/places}: {what}")
STEP_KEEP = Text("Giữ {n} chỗ: {what}", "Keep {n:place/places}: {what}")
STEP_POLICY = Text("Theo quy tắc {n} chỗ: {what}", "By the rules, {n:place/places}: {what}")
STEP_MARK = Text("Vẽ ô che ở trang {page}", "Draw a box on page {page}")
STEP_TEXT = Text("Che chữ bôi đen ở trang {page}", "Hide marked text on page {page}")
STEP_MOVE = Text("Sửa ô ở trang {page}", "Change a box on page {page}")
STEP_DELETE = Text("Xóa ô ở trang {page}", "Remove a box on page {page}")
STEP_GAP_COVER = Text("Che {n} chỗ chưa đọc được", "Cover {n:unread place/unread places}")
STEP_GAP_ACCEPT = Text("Chấp nhận {n} chỗ chưa đọc được", "Accept {n:unread place/unread places}")
STEP_GAP_OPEN = Text("Xem lại chỗ chưa đọc được", "Reopen an unread place")
STEP_SEARCH = Text("Che {n} kết quả tìm", "Hide {n:search hit/search hits}")
STEP_COLUMN = Text("Che cột {column}", "Hide column {column}")
STEP_CELL = Text("Che ô {cell}", "Hide cell {cell}")

# --- search
SEARCH_HINT = Text("Tìm trong mọi tệp, không cần gõ dấu", "Search all files, accents do not matter")
SEARCH_HITS = Text("{n} kết quả", "{n:hit/hits}")
SEARCH_NONE = Text("Không thấy", "Nothing found")
SEARCH_HIDE_ALL = Text("Che tất cả", "Hide all")
SEARCH_ALWAYS = Text("Luôn che từ này", "Always hide this word")
SEARCH_NEVER = Text("Luôn giữ từ này", "Always keep this word")
SEARCH_CLOSE = Text("Đóng ô tìm", "Close search")
SEARCH_NEXT = Text("Kết quả sau", "Next hit")
SEARCH_PREVIOUS = Text("Kết quả trước", "Previous hit")
WORD_ADDED = Text(
    "Đã thêm vào danh sách riêng. Quét lại để áp dụng.", "Added to your list. Scan again to apply."
)

WORD_MOVED_HIDE = Text(
    "Từ này trước đây luôn giữ, nay luôn che. Quét lại để áp dụng.",
    "This word was always kept; it is always hidden now. Scan again to apply.",
)
WORD_MOVED_KEEP = Text(
    "Từ này trước đây luôn che, nay luôn giữ. Quét lại để áp dụng.",
    "This word was always hidden; it is always kept now. Scan again to apply.",
)

# --- status bar
SEEN = Text("Đã xem {seen}/{n} trang", "Seen {seen}/{n:page/pages}")
DECIDED = Text("Quyết định {done}/{n}", "Decided {done}/{n}")
UNREAD = Text("Chưa đọc {n}", "Unread {n}")
QUEUE_WORKING = Text("Đang quét {done}/{n} tệp", "Scanned {done} of {n:file/files}")
QUEUE_PAUSED = Text("Hàng đợi đang tạm dừng, còn {n} tệp", "The queue is paused, {n:file/files} left")
LOCAL_ONLY = Text("Chỉ chạy trên máy này", "Runs only on this computer")
SAVED_AT = Text("Đã lưu {time}", "Saved {time}")
NOT_SAVED = Text("Không tự lưu", "No autosave")
NOT_SAVED_WHY = Text(
    "Máy này không có kho khóa của hệ điều hành dùng được, nên quyết định không được tự lưu.",
    "This computer has no usable key store of the operating system, so decisions are not saved by themselves.",
)
WARMING = Text("Đang khởi động bộ đọc…", "Starting the readers…")
ENGINE_FAILED = Text("Bộ đọc không khởi động được. {why}", "The readers could not be started. {why}")

# --- messages in the middle
SCANNING = Text("Đang quét {name}", "Scanning {name}")
WAITING = Text("{name} đang chờ", "{name} is waiting")
ENTER_PASSWORD = Text("Nhập mật khẩu", "Enter password")
PASSWORD_TITLE = Text("Tệp có mật khẩu", "Protected by a password")
PASSWORD_FOR = Text("Mật khẩu của {name}", "Password of {name}")
PASSWORD_WRONG = Text(
    "Mật khẩu không đúng. Thử lại, chú ý chữ hoa và bộ gõ.", "Wrong password. Mind capitals and the keyboard."
)
PASSWORD_OPEN = Text("Mở", "Open")
SHOW_PASSWORD = Text("Hiện mật khẩu", "Show password")
SKIP_FILE = Text("Bỏ qua tệp này", "Skip this file")
TRY_AGAIN = Text("Thử lại", "Try again")
UNSUPPORTED_HINT = Text("Hỗ trợ: {list}", "Supported: {list}")

# --- export
CANCEL = Text("Hủy", "Cancel")
EXPORT_TO = Text("Bản che: {name}, {where}", "Copy: {name}, {where}")
EXPORT_TITLE = Text("Xuất bản đã che", "Export redacted copies")
EXPORT_NOTHING = Text("Chưa có tệp nào để xuất", "There is nothing to export yet")
EXPORT_READY = Text(
    "Xuất bản đã che của tệp này (Ctrl+Shift+E)", "Export the redacted copy of this file (Ctrl+Shift+E)"
)
EXPORT_BLOCKED = Text("Chưa xuất được: {why}", "Not yet: {why}")
CHECK_OPEN = Text("Còn {n} chỗ cần quyết định", "{n:place/places} still to decide")
CHECK_OPEN_OK = Text("Mọi chỗ đã được quyết định", "Every place is decided")
CHECK_GAPS = Text("Còn {n} chỗ chưa đọc được", "{n:place/places} could not be read")
CHECK_GAPS_OK = Text("Không còn chỗ chưa đọc được", "Nothing is left unread")
CHECK_SEEN = Text("Mới xem {seen}/{n} trang", "Only {seen} of {n:page/pages} seen")
CHECK_SEEN_OK = Text("Đã xem hết các trang", "All pages were seen")
CHECK_SIGNED = Text("Tệp có chữ ký số; bản che sẽ không còn", "Digitally signed; the copy will not be")
CHECK_NAME = Text(
    "Tên tệp chứa dữ liệu cá nhân; bản che sẽ đổi tên",
    "The file's name holds personal data; the copy is renamed",
)
CHECK_EMBEDDED = Text(
    "Có {n} tệp đính kèm; không đưa vào bản che", "{n:attachment/attachments}; left out of the copy"
)
CHECK_EMBEDDED_REDACTED = Text(
    "Có {n} tệp đính kèm; được che và đưa lại vào bản che",
    "{n:attachment/attachments}; redacted and put back into the copy",
)
CHECK_HIDDEN = Text("{n} loại phần ẩn được xử lý", "{n:kind/kinds} of hidden parts handled")
GO_THERE = Text("Tới đó", "Go there")
EXPORT_FOLDER = Text("Thư mục", "Folder")
BESIDE_SOURCE = Text("Cạnh tệp gốc", "Beside the source")
CHOOSE_FOLDER = Text("Chọn thư mục…", "Choose folder…")
EXPORT_ALL_READY = Text("Xuất {n} tệp sẵn sàng", "Export {n:ready file/ready files}")
EXPORT_THIS = Text("Xuất tệp này", "Export this file")
OVERWRITE = Text("Ghi đè bản che cũ cùng tên", "Overwrite an old copy of the same name")
RESULT_SUM = Text("{done}/{n} tệp đã kiểm chứng", "{done} of {n:file/files} verified")
RESULT_SUM_FAILED = Text("{n} tệp chưa có bản che", "{n:file has/files have} no copy")
RESULT_VERIFIED = Text("Đã kiểm chứng: {n} phép kiểm tra đều đạt", "Verified: all {n:check/checks} passed")
RESULT_HIDDEN = Text("{n} chỗ đã được lấy ra khỏi bản che", "{n:place is/places are} gone from the copy")
RESULT_FAILED = Text("Chưa có bản che", "No copy was made")
OPEN_COPY = Text("Mở bản che", "Open the copy")
OPEN_RECORD = Text("Mở biên bản", "Open the record")
OPEN_ITS_FOLDER = Text("Mở thư mục", "Open the folder")
RESULT_TITLE = Text("Kết quả", "Result")
FIX_STRICT = Text("Xuất lại, trang thành ảnh", "Export again, pages as images")
FIX_OVERWRITE = Text("Xuất lại, ghi đè", "Export again, overwriting")
FIX_FOLDER = Text("Chọn thư mục khác", "Choose another folder")
FIX_RESCAN = Text("Quét lại", "Scan again")
FIX_LOOK = Text("Xem trang {page}", "Look at page {page}")

# --- sheets
FORMULA_AND_VALUE = Text("{formula}   →   {value}", "{formula}   →   {value}")
FORMULA_BAR = Text("Nội dung ô", "Cell content")
COLUMN_STRIP = Text("{type} {share}%", "{type} {share}%")
COLUMN_MIXED = Text("{type} {share}%, lẫn loại khác", "{type} {share}%, mixed")
HIDE_COLUMN = Text("Che cả cột", "Hide the column")
KEEP_COLUMN = Text("Giữ cả cột", "Keep the column")
COLUMN_RULE = Text("Cột {column}", "Column {column}")
COLUMN_INSTEAD = Text("Ghi thay vào", "Write instead")
STEP_RULE = Text("Cột {column}: {rule}", "Column {column}: {rule}")
SHEET_HIDDEN = Text("Trang tính ẩn trong tệp gốc", "This sheet is hidden in the source")
SHEET_HIDDEN_SHORT = Text("ẩn", "hidden")
HIDE_CELL = Text("Che ô này", "Hide this cell")
SHEET_LOADING = Text("…", "…")

# --- closing
CLOSE_TITLE = Text("Đóng chương trình?", "Close the program?")
CLOSE_UNSAVED = Text(
    "Quyết định chưa được lưu và sẽ mất khi đóng. Đóng chứ?",
    "Decisions are not saved and will be lost. Close?",
)
CLOSE_BUSY = Text(
    "Vẫn còn tệp đang xử lý. Dừng lại và đóng chứ?", "Files are still being processed. Stop and close?"
)

# --- settings
SETTINGS_TITLE = Text("Cài đặt", "Settings")
TAB_POLICY = Text("Che những gì", "What is hidden")
TAB_OUTPUT = Text("Bản che", "The copy")

# --- about and keys
ABOUT_TITLE = Text("Giới thiệu Che Dữ Liệu", "About Che Dữ Liệu")
ABOUT_VERSION = Text("Phiên bản {version}", "Version {version}")
ABOUT_LICENCE = Text(
    "Phần mềm tự do, giấy phép AGPL-3.0 trở lên. Chạy hoàn toàn trên máy này.",
    "Free software under AGPL-3.0 or later. Runs entirely on this computer.",
)
ABOUT_PARTS = Text("Dùng các thành phần", "Built on")
ABOUT_PART = Text("Thành phần", "Component")
ABOUT_PART_VERSION = Text("Phiên bản", "Version")
ABOUT_PART_LICENCE = Text("Giấy phép", "Licence")
KEYS_TITLE = Text("Phím tắt của màn hình này", "Keys of this screen")
KEY = Text("Phím", "Key")
KEY_DOES = Text("Việc", "Action")
KEY_MOVE = Text("Dời ô vẽ tay 1 điểm", "Move a drawn box by 1 pt")
KEY_RESIZE = Text("Đổi cỡ ô vẽ tay 1 điểm", "Resize a drawn box by 1 pt")
KEY_ROWS = Text("Dòng trước, dòng sau trong danh sách", "Previous, next row of the list")
KEY_COLLAPSE = Text("Gập, mở nhóm trong danh sách", "Collapse, expand a group")
