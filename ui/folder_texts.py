"""Sentences of the windows for whole and for watched folders."""

from __future__ import annotations

from ui.language import Text

# --- whole folders
BATCH = Text("Cả thư mục…", "Whole folder…")
BATCH_TITLE = Text("Che cả thư mục", "Redact a whole folder")
BATCH_LEAD = Text(
    "Mọi tệp trong thư mục được tìm, che và kiểm chứng một lượt. Tệp gốc không bị sửa; bản che nằm ở thư mục kết quả.",
    "All files of a folder are searched, redacted and verified in one go. Sources stay; copies go to the other folder.",
)
BATCH_FOLDER = Text("Thư mục nguồn", "Folder")
BATCH_OUTPUT = Text("Thư mục kết quả", "Folder for the copies")
BATCH_CHOOSE = Text("Chọn…", "Choose…")
BATCH_POLICY = Text("Chính sách", "Policy")
BATCH_ASK = Text("Hỏi tôi những chỗ chưa chắc", "Ask me about what is uncertain")
BATCH_LOW = Text("Nhường máy cho việc khác (chậm hơn)", "Let other programs go first (slower)")
BATCH_PASSWORD = Text("Mật khẩu của các tệp (nếu có)", "Password of the files (if any)")
BATCH_START = Text("Bắt đầu", "Start")
BATCH_AGAIN = Text("Chạy lại", "Run again")
BATCH_PAUSE = Text("Tạm dừng", "Pause")
BATCH_RESUME = Text("Chạy tiếp", "Resume")
BATCH_STOP = Text("Dừng", "Stop")
BATCH_LISTING = Text("Đang đọc danh sách tệp…", "Reading the list of files…")
BATCH_PAUSED = Text("Đang tạm dừng", "Paused")
BATCH_SCAN = Text("Đang tìm {done}/{total} tệp", "Searching {done} of {total} files")
BATCH_REDACT = Text(
    "Đang che và kiểm chứng {done}/{total} tệp", "Redacting and verifying {done} of {total} files"
)
BATCH_LEFT_TIME = Text("còn khoảng {time}", "about {time} left")
BATCH_TAB_QUESTIONS = Text("Cần quyết định ({n})", "To decide ({n})")
BATCH_TAB_FILES = Text("Tệp ({n})", "Files ({n})")
BATCH_NO_QUESTIONS = Text("Không có chỗ nào cần quyết định", "There is nothing to decide")
BATCH_SETTLE = Text("Áp dụng và xuất", "Apply and export")
BATCH_SETTLES = Text("{n} chỗ đã trả lời", "{n:place/places} answered")
BATCH_REVIEW_FILE = Text("Xem tệp này trong cửa sổ chính", "Review this file in the main window")
BATCH_OPEN_FOLDER = Text("Mở thư mục kết quả", "Open the folder of copies")
BATCH_OPEN_SUMMARY = Text("Mở biên bản tổng hợp", "Open the summary record")
BATCH_VERIFIED = Text("Đã kiểm chứng", "Verified")
BATCH_UNCHANGED = Text("Đã xong từ trước", "Done before")
BATCH_OPEN = Text("Cần xem", "To decide")
BATCH_REFUSED = Text("Không xuất", "Not exported")
BATCH_FAILED = Text("Lỗi", "Failed")
BATCH_LEFT = Text("Chưa làm", "Not done")
BATCH_SKIPPED = Text("Bỏ qua", "Left alone")
BATCH_CANCELLED = Text("Đã dừng; chạy lại sẽ làm tiếp.", "Stopped; running again goes on from there.")
BATCH_STOPPED = Text(
    "Đã dừng vì không ghi được nữa (ổ đĩa đầy hoặc mất kết nối).",
    "Stopped since nothing could be written any more (disk full or gone).",
)
BATCH_DONE = Text("{n} tệp đã có bản che", "{n:file has/files have} a copy")
BATCH_WAITING = Text("{n} chỗ cần xem trong {files} tệp", "{n:place/places} to look at in {files:file/files}")
BATCH_WITHOUT = Text("{n} tệp không có bản che", "{n:file has/files have} none")
BATCH_TO_DO = Text("{n} tệp cần xử lý", "{n:file/files} to do")
BATCH_DONE_BEFORE = Text("{n} tệp đã xong từ trước", "{n:file/files} done before")
BATCH_LEFT_ALONE = Text("{n} tệp bỏ qua", "{n:file/files} left alone")
BATCH_CUT = Text(
    "Thư mục có quá nhiều giá trị để tìm chéo mọi giá trị trong mọi tệp. Hãy chia thành từng hồ sơ.",
    "There are too many values to search for all of them in all files. Split the folder into cases.",
)
BATCH_CLOSE_BUSY = Text(
    "Thư mục đang được xử lý. Dừng lại và đóng? Lần sau chạy sẽ làm tiếp.",
    "The folder is being worked on. Stop and close? The next run goes on from there.",
)
BATCH_DROPPED = Text(
    "Thư mục này có nhiều tệp. Che cả thư mục một lượt, hay xem từng tệp?",
    "This folder holds many files. Do the folder in one go, or look at each file?",
)
BATCH_DROPPED_ALL = Text("Che cả thư mục", "The whole folder")
BATCH_DROPPED_EACH = Text("Xem từng tệp", "Each file")
COL_FILE = Text("Tệp", "File")
COL_FILES = Text("Số tệp", "Files")
COL_STATUS = Text("Tình trạng", "Status")
COL_WHY = Text("Bản che hoặc lý do", "Copy or reason")
COL_ANSWER = Text("Quyết định", "Decision")
NO_ANSWER = Text("chưa", "none yet")
UNREAD_PLACE = Text("Chỗ chưa đọc được", "Unread place")
WHOLE_COLUMN = Text("Cả một cột", "A whole column")
QUESTION_SPOKEN = Text(
    "{type}, {n} chỗ, {files} tệp, quyết định: {answer}",
    "{type}, {n:place/places}, {files:file/files}, decision: {answer}",
)

# --- watched folder
WATCH = Text("Theo dõi thư mục…", "Watch a folder…")
WATCH_TITLE = Text("Theo dõi thư mục", "Watch a folder")
WATCH_LEAD = Text(
    "Tệp nào đặt vào thư mục này sẽ tự được che theo chính sách, kiểm chứng rồi đặt ở thư mục kết quả.",
    "Whatever is put into this folder is redacted by the policy, verified, and its copy put into the other folder.",
)
WATCH_MOVE = Text("Chuyển tệp gốc đã xong sang", "Move finished sources to")
WATCH_MOVE_NONE = Text("(để yên tại chỗ)", "(leave them where they are)")
WATCH_ALWAYS = Text("Tự theo dõi khi mở chương trình", "Watch whenever the program starts")
WATCH_START = Text("Bắt đầu theo dõi", "Start watching")
WATCH_STOP = Text("Thôi theo dõi", "Stop watching")
WATCH_OFF = Text("Không theo dõi thư mục nào", "No folder is watched")
WATCH_ON = Text(
    "Đang theo dõi {folder}: {done} tệp xong, {problems} tệp cần xem",
    "Watching {folder}: {done} done, {problems} to look at",
)
WATCH_AWAY = Text(
    "Không thấy {folder}; sẽ tiếp tục khi có lại", "{folder} cannot be seen; going on when it is back"
)
WATCH_STOPPING = Text("Đang dừng…", "Stopping…")
WATCH_STATUS = Text("Đang theo dõi thư mục", "Watching a folder")
