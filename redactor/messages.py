"""Sentences for people, in Vietnamese and English, looked up when they are shown.

An error's sentence has three parts: what happened; what that means for the file; what to do. Placeholders are exactly
the params that the error's docstring names.
"""

from __future__ import annotations

from dataclasses import dataclass

from redactor.errors import RedactorError
from redactor.model import GapReason, Stage

LANGUAGES: tuple[str, ...] = ("vi", "en")
DEFAULT_LANGUAGE = "vi"


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence in both languages."""

    vi: str
    en: str

    def in_language(self, language: str) -> str:
        """The sentence; Vietnamese unless English is asked for."""
        return self.en if language == "en" else self.vi


class _Missing(dict[str, object]):
    """An error told without a param it should have must still be told."""

    def __missing__(self, key: str) -> str:
        return "?"


ERRORS: dict[str, Text] = {
    "internal": Text(
        "Chương trình gặp lỗi của chính nó. Tệp gốc còn nguyên, không có bản che nào được ghi. "
        "Hãy thử lại; nếu vẫn lỗi, xin báo cho nhóm phát triển.{detail_text}",
        "The program ran into an error of its own. The source is untouched and no copy was written. "
        "Try again; if it persists, please report it.{detail_text}",
    ),
    "usage": Text(
        "Tham số “{argument}” không dùng được. Chưa tệp nào được xử lý. Xem: redactor --help",
        "The argument “{argument}” cannot be used. No file was processed. See: redactor --help",
    ),
    "answers_invalid": Text(
        "Tệp trả lời không dùng được (câu số {question}; 0: cả tệp). Chưa tệp nào được xử lý. Cách sửa: dùng tệp do "
        "--questions ghi ra; mục “answer” chỉ nhận hide, keep hoặc để trống",
        "The file of answers cannot be used (question {question}; 0: the whole file). No file was processed. Fix: take "
        "the file that --questions wrote; “answer” is hide, keep or empty",
    ),
    "policy_invalid": Text(
        "Tệp chính sách sai ở dòng {line}: {problem_text}. Chưa tệp nào được xử lý. Cách sửa: {fix}",
        "The policy file is wrong in line {line}: {problem_text}. No file was processed. Fix: {fix}",
    ),
    "rules_invalid": Text(
        "Tệp quy tắc riêng sai ở dòng {line}: {problem_text}. Chưa tệp nào được xử lý. Cách sửa: {fix_text}.",
        "The file of own rules is wrong in line {line}: {problem_text}. No file was processed. Fix: {fix_text}.",
    ),
    "source_missing": Text(
        "Không tìm thấy tệp. Không có gì được ghi. Hãy kiểm tra lại đường dẫn, hoặc ổ đĩa mạng còn kết nối không.",
        "The file was not found. Nothing was written. Check the path, or whether the network drive is connected.",
    ),
    "source_unreadable": Text(
        "Không đọc được tệp: {cause_text}. Tệp gốc còn nguyên, không có bản che nào được ghi. {remedy_text}",
        "The file cannot be read: {cause_text}. The source is untouched and no copy was written. {remedy_text}",
    ),
    "unsupported_format": Text(
        "Nội dung tệp không phải PDF, bảng tính, CSV hay ảnh mà chương trình đọc được. Không có gì được ghi. "
        "Hãy lưu lại thành PDF hoặc XLSX rồi thử lại.",
        "The content is no PDF, workbook, CSV or image that the program can read. Nothing was written. "
        "Save it as PDF or XLSX and try again.",
    ),
    "corrupt_document": Text(
        "Tệp bị hỏng hoặc bị cắt cụt nên không thể đọc hết. Không có bản che nào được ghi, vì phần không đọc được có "
        "thể chứa dữ liệu. Hãy xin lại tệp gốc, hoặc mở bằng phần mềm khác rồi lưu lại.",
        "The file is damaged or cut short and cannot be read whole. No copy was written, since what cannot be read may "
        "hold data. Get the file again, or open and save it with another program.",
    ),
    "empty_file": Text(
        "Tệp rỗng (0 byte). Không có gì để che. Hãy kiểm tra xem tệp đã tải về hoặc sao chép xong chưa.",
        "The file is empty (0 bytes). There is nothing to redact. Check whether it was downloaded or copied whole.",
    ),
    "password_required": Text(
        "Tệp có mật khẩu. Không đọc được nên không có bản che. Hãy nhập mật khẩu (dòng lệnh: --password-file).",
        "The file is protected by a password. It was not read and there is no copy. "
        "Give the password (command line: --password-file).",
    ),
    "wrong_password": Text(
        "Mật khẩu không mở được tệp. Không có bản che nào được ghi. Hãy kiểm tra lại mật khẩu, chú ý chữ hoa và bộ gõ.",
        "The password does not open the file. No copy was written. Check it, minding capitals and the keyboard.",
    ),
    "limit_exceeded": Text(
        "Tệp vượt giới hạn ({what}: {limit}). Không có bản che nào được ghi. Hãy chia nhỏ tệp rồi thử lại.",
        "The file is over a limit ({what}: {limit}). No copy was written. Split it and try again.",
    ),
    "timed_out": Text(
        "Xử lý tệp này bị treo quá {seconds} giây nên đã dừng. Không có bản che nào được ghi; các tệp khác không bị ảnh "
        "hưởng. Hãy mở tệp bằng phần mềm khác, lưu lại rồi thử lại.",
        "Processing this file hung for over {seconds} seconds and was stopped. No copy was written; other files are not "
        "affected. Open and save it with another program and try again.",
    ),
    "out_of_memory": Text(
        "Tệp cần nhiều hơn {limit_mb} MB bộ nhớ. Không có bản che nào được ghi; các tệp khác không bị ảnh hưởng. "
        "Hãy chia nhỏ tệp rồi thử lại.",
        "The file needs more than {limit_mb} MB of memory. No copy was written; other files are not affected. "
        "Split it and try again.",
    ),
    "worker_crashed": Text(
        "Tiến trình đọc tệp này đã dừng đột ngột, có thể vì tệp hỏng. Không có bản che nào được ghi; các tệp khác không "
        "bị ảnh hưởng. Hãy mở tệp bằng phần mềm khác, lưu lại rồi thử lại.",
        "The process reading this file stopped suddenly, perhaps because the file is damaged. No copy was written; other "
        "files are not affected. Open and save it with another program and try again.",
    ),
    "worker_misbehaved": Text(
        "Tiến trình đọc tệp này trả lời sai nên đã bị dừng. Không có bản che nào được ghi; các tệp khác không bị ảnh "
        "hưởng. Không nên mở tệp này nếu không rõ nguồn gốc.",
        "The process reading this file gave a wrong answer and was stopped. No copy was written; other files are not "
        "affected. Do not open this file if you do not know where it comes from.",
    ),
    "target_exists": Text(
        "Đã có tệp trùng tên với bản che. Tệp đó được giữ nguyên, không ghi đè. "
        "Hãy chọn thư mục khác, hoặc cho phép ghi đè (--overwrite).",
        "A file with the copy's name exists already. It was left as it is. "
        "Choose another folder, or allow overwriting (--overwrite).",
    ),
    "target_unwritable": Text(
        "Không ghi được bản che: {cause_text}. Tệp gốc còn nguyên, không có gì dở dang. {remedy_text}",
        "The copy cannot be written: {cause_text}. The source is untouched and nothing is left half done. {remedy_text}",
    ),
    "disk_full": Text(
        "Ổ đĩa đã đầy nên không ghi được bản che. Tệp gốc còn nguyên, phần ghi dở đã xóa. "
        "Hãy giải phóng chỗ trống hoặc chọn ổ đĩa khác.",
        "The disk is full and the copy could not be written. The source is untouched and the unfinished part is gone. "
        "Free some space or choose another disk.",
    ),
    "verification_failed": Text(
        "Bản che không qua được kiểm tra ({checks}{pages_text}) nên đã bị xóa. Tệp gốc còn nguyên. "
        "Hãy thử chính sách nghiêm ngặt (--policy nghiem-ngat), hoặc che thêm ở trang đó.",
        "The copy did not pass its checks ({checks}{pages_text}) and was deleted. The source is untouched. "
        "Try the strict policy (--policy nghiem-ngat), or cover more on that page.",
    ),
    "incomplete_scan": Text(
        "Có {gaps} chỗ không đọc được, có thể chứa dữ liệu, nên không ghi bản che. "
        "Hãy che các chỗ đó (--gaps cover), hoặc xem rồi chấp nhận (--gaps accept).",
        "{gaps} places could not be read and may hold data, so no copy was written. "
        "Cover them (--gaps cover), or look at them and accept them (--gaps accept).",
    ),
    "decisions_open": Text(
        "Còn {open} chỗ cần người quyết định nên chưa ghi bản che. Hãy mở tệp trong cửa sổ để xem và quyết định.",
        "{open} places need a person's decision, so no copy was written. Open the file in the window and decide.",
    ),
    "findings_present": Text(
        "Tìm thấy {count} chỗ có dữ liệu cá nhân. Không có gì được ghi. Hãy che trước khi gửi đi.",
        "Personal data was found in {count} places. Nothing was written. Redact before you share.",
    ),
    "component_missing": Text(
        "Thiếu một phần của chương trình ({component}). Không có gì được ghi. Hãy cài đặt lại chương trình.",
        "A part of the program is missing ({component}). Nothing was written. Install the program again.",
    ),
    "some_failed": Text(
        "{failed} trong {total} tệp không có bản che. Các tệp còn lại đã xong. Xem lý do ở từng tệp.",
        "{failed} of {total} files have no copy. The others are done. See the reason at each file.",
    ),
    "cancelled": Text(
        "Đã dừng theo yêu cầu. Không có gì dở dang; các tệp xong trước đó vẫn còn. Có thể chạy lại bất cứ lúc nào.",
        "Stopped as asked. Nothing is left half done; files finished before remain. You can run it again at any time.",
    ),
}

_CAUSES: dict[str, tuple[Text, Text]] = {
    "permission": (
        Text("không có quyền", "permission denied"),
        Text("Hãy xin quyền hoặc chọn thư mục của bạn.", "Ask for permission or use a folder of your own."),
    ),
    "held": (
        Text("chương trình khác đang giữ tệp", "another program holds it"),
        Text(
            "Hãy đóng Excel hoặc phần mềm đang mở tệp rồi thử lại.",
            "Close Excel or whatever has it open and try again.",
        ),
    ),
    "folder": (
        Text("đây là thư mục", "it is a folder"),
        Text("Hãy chọn các tệp trong thư mục.", "Choose the files in it."),
    ),
    "changed": (
        Text("tệp đã thay đổi từ khi quét", "it changed since it was scanned"),
        Text("Hãy quét lại tệp.", "Scan it again."),
    ),
    "read": (
        Text("lỗi khi đọc đĩa", "a read error"),
        Text("Hãy sao chép tệp sang ổ khác rồi thử lại.", "Copy it to another disk and try again."),
    ),
    "write": (
        Text("lỗi khi ghi đĩa", "a write error"),
        Text("Hãy chọn thư mục khác.", "Choose another folder."),
    ),
    "gone": (
        Text("thư mục không còn ở đó", "the folder is no longer there"),
        Text(
            "Hãy nối lại ổ đĩa mạng hoặc ổ cắm rời rồi chạy tiếp.",
            "Connect the network or removable drive again and go on.",
        ),
    ),
    "name_too_long": (
        Text("tên tệp quá dài", "the name is too long"),
        Text("Hãy đổi tên ngắn hơn hoặc chọn thư mục khác.", "Shorten the name or choose another folder."),
    ),
}

_POLICY_PROBLEMS: dict[str, Text] = {
    "unknown_key": Text("không có mục “{value}”", "there is no “{value}”"),
    "unknown_name": Text("không có chính sách tên “{value}”", "there is no policy called “{value}”"),
    "missing_key": Text("thiếu “{value}”", "“{value}” is missing"),
    "wrong_choice": Text(
        "giá trị của “{value}” không có trong lựa chọn", "“{value}” has a value that is no choice"
    ),
    "out_of_range": Text("số ở “{value}” ngoài khoảng cho phép", "the number of “{value}” is out of range"),
    "wrong_kind": Text("giá trị của “{value}” sai kiểu", "“{value}” has a value of the wrong kind"),
    "not_yaml": Text("không đúng cú pháp YAML", "this is not valid YAML"),
    "not_a_mapping": Text(
        "nội dung phải là các cặp “tên: giá trị”", "the content must be “name: value” pairs"
    ),
    "not_utf8": Text("tệp không phải mã UTF-8", "the file is not UTF-8"),
    "bad_pattern": Text(
        "mẫu “{value}” không phải biểu thức chính quy", "“{value}” is not a regular expression"
    ),
}

GAPS: dict[GapReason, Text] = {
    GapReason.IMAGE_UNREADABLE: Text("ảnh không đọc được chữ", "picture whose text cannot be read"),
    GapReason.UNMAPPED_FONT: Text("phông chữ không rõ bảng mã", "font without a usable character map"),
    GapReason.TEXT_DIFFERS: Text(
        "chữ nhìn thấy khác chữ lưu trong tệp", "text shown differs from text stored"
    ),
    GapReason.CODE_UNREAD: Text(
        "mã QR hoặc mã vạch không giải được", "QR or bar code that cannot be decoded"
    ),
    GapReason.IMAGE_UNJUDGED: Text("ảnh cần người xem", "picture that needs a person's eye"),
    GapReason.EMBEDDED_FILE: Text("tệp nhúng không đọc được", "embedded file that cannot be read"),
    GapReason.ENCRYPTED_PART: Text("phần bị mã hóa", "encrypted part"),
    GapReason.PART_UNREADABLE: Text("phần không đọc được", "part that cannot be read"),
    GapReason.LIMIT: Text("vượt giới hạn nên chưa đọc", "not read, over a limit"),
    GapReason.TIMEOUT: Text("quá thời gian nên chưa đọc xong", "not read to the end in time"),
}

STAGES: dict[Stage, Text] = {
    Stage.OPEN: Text("mở", "opening"),
    Stage.READ: Text("đọc", "reading"),
    Stage.DETECT: Text("tìm dữ liệu", "finding data"),
    Stage.DECIDE: Text("quyết định", "deciding"),
    Stage.REDACT: Text("che", "redacting"),
    Stage.VERIFY: Text("kiểm tra", "verifying"),
    Stage.RECORD: Text("ghi biên bản", "recording"),
}


def error_sentence(error: RedactorError, language: str = DEFAULT_LANGUAGE) -> str:
    """What happened, what it means for the file, what to do."""
    return sentence_for(error.code, dict(error.params), language)


def sentence_for(code: str, params: dict[str, str | int | float], language: str = DEFAULT_LANGUAGE) -> str:
    """As ``error_sentence``, from the code and params that a record keeps."""
    values: dict[str, object] = dict(params)
    cause, remedy = _CAUSES.get(str(params.get("cause", "")), _CAUSES["read"])
    values["cause_text"] = cause.in_language(language)
    values["remedy_text"] = remedy.in_language(language)
    problem = _POLICY_PROBLEMS.get(str(params.get("problem", "")))
    if problem is not None:
        values["problem_text"] = problem.in_language(language).format_map(_Missing(values))
    if code == "rules_invalid":
        from redactor.messages_rules import rules_texts

        problem_key, value, fix = (str(params.get(key, "")) for key in ("problem", "value", "fix"))
        values.update(rules_texts(problem_key, value, fix, language))
    detail = " ".join(str(params[k]) for k in ("kind", "module", "at_line") if k in params)
    values["detail_text"] = f" ({detail})" if detail else ""
    pages = params.get("pages")
    page_word = Text("trang", "page").in_language(language)
    values["pages_text"] = f"; {page_word} {pages}" if pages else ""
    return ERRORS[code].in_language(language).format_map(_Missing(values))
