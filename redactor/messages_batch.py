"""Sentences of folder batches, watched folders and the right-click menu, in Vietnamese and English."""

from __future__ import annotations

from collections.abc import Mapping

from redactor.messages import ERRORS, Text, sentence_for

SKIPPED: dict[str, Text] = {
    "unsupported_format": Text(
        "loại tệp không hỗ trợ; hãy lưu thành PDF hoặc XLSX rồi chạy lại",
        "kind of file not supported; save it as PDF or XLSX and run again",
    ),
    "own_output": Text("là bản che, không phải tệp gốc", "a redacted copy, not a source"),
    "program_file": Text("tệp tạm của phần mềm khác", "another program's temporary file"),
    "linked_folder": Text(
        "lối tắt tới thư mục khác; hãy chạy riêng cho thư mục đó nếu cần",
        "a link to another folder; run that folder by itself if needed",
    ),
    "not_reached": Text("chưa đến lượt khi việc bị dừng", "its turn had not come when the run was stopped"),
    "filtered": Text("bị loại theo bộ lọc", "left out by the filters"),
}
"""Why a file was left alone; other reasons are error codes."""

LISTED = Text(
    "{to_do} tệp cần xử lý, {unchanged} tệp đã xong từ trước, {skipped} tệp bỏ qua.",
    "{to_do} files to do, {unchanged} done before, {skipped} left alone.",
)
PHASES: dict[str, Text] = {
    "read": Text("so sánh", "comparing"),
    "scan": Text("tìm", "scanning"),
    "redact": Text("che", "redacting"),
}
TIME_LEFT = Text("còn khoảng {time}", "about {time} left")
FINISHED = Text(
    "{copies} tệp xong, {open} chỗ cần xem trong {waiting} tệp, {failed} tệp không có bản che.",
    "{copies} files done, {open} places to look at in {waiting} files, {failed} files without a copy.",
)
STATUS: dict[str, Text] = {
    "finished": Text("Đã chạy hết thư mục.", "The folder is done."),
    "cancelled": Text(
        "Đã dừng theo yêu cầu; chạy lại lệnh này để làm tiếp.",
        "Stopped as asked; run the same command to go on.",
    ),
    "stopped": Text(
        "Đã dừng vì không đọc hoặc ghi được nữa (ổ đĩa đầy hoặc mất kết nối); sửa xong, chạy lại lệnh này để làm tiếp.",
        "Stopped since nothing could be read or written any more (disk full or gone); repair that and run again to go on.",
    ),
}
SUMMARY = Text("Biên bản tổng hợp: {path}", "Summary record: {path}")
NOT_PROCESSED = Text("Chưa có bản che:", "Without a copy:")
NOT_REACHED = Text("{count} tệp chưa đến lượt.", "{count} files had not had their turn.")
LEFT_ALONE = Text("Bỏ qua:", "Left alone:")
REVIEW = Text(
    "Cần người xem, theo thứ tự mỗi câu trả lời giải quyết được nhiều chỗ nhất:",
    "For a person, in the order in which each answer settles the most:",
)
CUT = Text(
    "Có hơn {limit} giá trị chắc chắn trong thư mục; chỉ {limit} giá trị đầu được tìm trong mọi tệp. "
    "Hãy chia thư mục thành từng hồ sơ.",
    "There are more than {limit} certain values in the folder; only {limit} were searched for in all files. "
    "Split the folder into cases.",
)
QUESTION = Text("{count} chỗ, {files} tệp: {name}", "{count} places, {files} files: {name}")
COLUMN = Text("cả cột {number}: {header}", "the whole column {number}: {header}")
HOW_TO_ANSWER = Text(
    "Trả lời ngay: chạy lại lệnh này với --ask. Trả lời trong một tệp: --questions TỆP, điền, rồi --answers TỆP.",
    "To answer now: run the command again with --ask. To answer in a file: --questions FILE, fill it in, --answers FILE.",
)
ASK = Text(
    "[c] che · [g] giữ · [b] bỏ qua · [t] thôi hỏi", "[h] hide · [k] keep · [s] skip · [q] quit asking"
)
ASK_GAP = Text(
    "[c] che kín chỗ đó · [g] để nguyên · [b] bỏ qua · [t] thôi hỏi",
    "[h] cover the place · [k] leave as is · [s] skip · [q] quit asking",
)
ANSWER_KEYS: dict[str, str] = {"hide": "ch", "keep": "gk", "skip": "bs", "quit": "tq"}
"""What is typed for an answer, the Vietnamese and the English letter."""

QUESTIONS_WRITTEN = Text(
    "Câu hỏi đã ghi vào {path}. Tệp này chứa dữ liệu cá nhân: xóa khi xong.",
    "The questions are in {path}. It holds personal data: delete it when done.",
)
UNUSED_ANSWERS = Text(
    "{count} câu trả lời không dùng đến: tệp hoặc câu hỏi đã thay đổi.",
    "{count} answers were not used: files or questions have changed.",
)

WATCHING = Text("Đang theo dõi thư mục. Nhấn Ctrl+C để dừng.", "Watching the folder. Press Ctrl+C to stop.")
TARGET_AWAY = Text(
    "Chưa ghi được bản che: {reason} Sẽ thử lại cho đến khi được.",
    "Copies cannot be written yet: {reason} Trying again until it works.",
)
AWAY = Text(
    "Không thấy thư mục (ổ đĩa mạng mất kết nối?); sẽ tiếp tục khi thư mục có lại.",
    "The folder cannot be seen (network drive gone?); going on when it is back.",
)


def reason_sentence(reason: str, params: Mapping[str, str | int | float], language: str) -> str:
    """Why a file has no copy, whichever list the reason is from."""
    if reason in SKIPPED:
        return SKIPPED[reason].in_language(language)
    return sentence_for(reason if reason in ERRORS else "internal", dict(params), language)


def duration(seconds: float, language: str) -> str:
    """A time as people say it: ``40 giây``, ``12 phút``, ``3 giờ 5 phút``."""
    if seconds < 60:
        return Text(f"{round(seconds)} giây", f"{round(seconds)} s").in_language(language)
    minutes = round(seconds / 60)
    if minutes < 60:
        return Text(f"{minutes} phút", f"{minutes} min").in_language(language)
    hours, rest = divmod(minutes, 60)
    return Text(f"{hours} giờ {rest} phút", f"{hours} h {rest} min").in_language(language)
