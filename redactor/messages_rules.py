"""What is wrong with a user's own rules file, and how to mend it: Vietnamese first, English beside.

``{value}`` is a key, a number or a type's name of the file, ``{fix}`` what would be right; never a word of a list.
"""

from __future__ import annotations

from redactor.messages import Text

#: problem → (what is wrong, how to mend it)
RULES_PROBLEMS: dict[str, tuple[Text, Text]] = {
    "not_utf8": (
        Text("tệp không phải mã UTF-8", "the file is not UTF-8"),
        Text(
            "mở bằng Notepad, chọn Save as, Encoding: UTF-8, rồi lưu lại",
            "open it in an editor and save it again as UTF-8",
        ),
    ),
    "not_yaml": (
        Text("không đúng cú pháp YAML", "this is not valid YAML"),
        Text(
            "mỗi dòng có dạng “tên: giá trị” hoặc “- giá trị”; xem tệp mẫu quy-tac-rieng.yaml",
            "every line is “name: value” or “- value”; see the example quy-tac-rieng.yaml",
        ),
    ),
    "tab": (
        Text("thụt lề bằng phím Tab", "a line is indented with a tab"),
        Text("thay mỗi Tab bằng hai dấu cách", "replace every tab by two spaces"),
    ),
    "indent": (
        Text("thụt lề sai", "the indentation is wrong"),
        Text(
            "các mục cùng cấp phải thẳng hàng, mục con lùi vào hai dấu cách; giá trị có dấu hai chấm thì đặt trong nháy đơn",
            "keys of one level begin in one column, inner ones two spaces further; quote values that hold a colon",
        ),
    ),
    "space_missing": (
        Text("thiếu dấu cách sau dấu hai chấm", "there is no space behind the colon"),
        Text("viết “tên: giá trị”, có dấu cách", "write “name: value”, with a space"),
    ),
    "double_quotes": (
        Text("dấu \\ trong nháy kép bị hiểu khác", "a backslash inside double quotes means something else"),
        Text("đặt biểu thức trong nháy đơn: regex: '…'", "put the expression in single quotes: regex: '…'"),
    ),
    "quotes_missing": (
        Text("biểu thức regex chưa đặt trong nháy", "the regular expression is not quoted"),
        Text("đặt biểu thức trong nháy đơn: regex: '…'", "put the expression in single quotes: regex: '…'"),
    ),
    "curly_quotes": (
        Text("dùng nháy cong của Word", "typographic quotes, as Word makes them"),
        Text("thay bằng nháy đơn thẳng: '…'", "use straight quotes: '…'"),
    ),
    "not_a_mapping": (
        Text("chỗ này phải là các cặp “tên: giá trị”", "“name: value” pairs are expected here"),
        Text("viết: {fix}", "write: {fix}"),
    ),
    "unknown_key": (
        Text("không có mục “{value}”", "there is no “{value}”"),
        Text("có phải là: {fix}?", "is it: {fix}?"),
    ),
    "duplicate_key": (
        Text("mục “{value}” viết hai lần", "“{value}” stands there twice"),
        Text("gộp hai chỗ làm một", "make one of the two"),
    ),
    "duplicate_name": (
        Text("hai quy tắc cùng tên “{value}”", "two rules are called “{value}”"),
        Text("đặt tên khác cho một quy tắc", "give one of them another name"),
    ),
    "missing_key": (
        Text("thiếu mục “{value}”", "“{value}” is missing"),
        Text("thêm: {fix}", "add: {fix}"),
    ),
    "wrong_type": (
        Text("giá trị sai kiểu", "a value of the wrong kind"),
        Text("viết theo dạng: {fix}", "write it like this: {fix}"),
    ),
    "bad_regex": (
        Text(
            "biểu thức regex sai ở ký tự thứ {value}: {regex_text}",
            "the regular expression is wrong at character {value}: {regex_text}",
        ),
        Text(
            "sửa biểu thức; ký tự đặc biệt như . ( ) [ ] + * ? muốn hiểu nguyên văn thì thêm \\ phía trước",
            "mend the expression; put \\ before special characters such as . ( ) [ ] + * ? that are meant literally",
        ),
    ),
    "empty_match": (
        Text("biểu thức regex khớp cả với chỗ trống", "the regular expression matches nothing at all"),
        Text("thay * bằng + hoặc {{n}} để phải có ít nhất một ký tự", "use + or {{n}} instead of *"),
    ),
    "slow_regex": (
        Text("biểu thức regex chạy quá lâu", "the regular expression takes far too long"),
        Text(
            "bỏ dấu lặp lồng nhau: (x+)+ viết thành x+; .* viết thành .{{0,40}}",
            "no repeats inside repeats: (x+)+ becomes x+; .* becomes .{{0,40}}",
        ),
    ),
    "bad_score": (
        Text("điểm “{value}” không phải số từ 0 đến 1", "the score “{value}” is no number from 0 to 1"),
        Text("dùng dấu chấm, ví dụ {fix}", "for example {fix}"),
    ),
    "unknown_entity": (
        Text("không có loại dữ liệu “{value}”", "there is no type “{value}”"),
        Text(
            "có phải là: {fix}? Danh sách đầy đủ: redactor types", "is it: {fix}? All of them: redactor types"
        ),
    ),
    "unsupported_type": (
        Text("loại quy tắc “{value}” không dùng được", "rules of the type “{value}” cannot be used"),
        Text("bỏ dòng này hoặc viết: type: {fix}", "leave the line out or write: type: {fix}"),
    ),
    "unsupported_language": (
        Text("ngôn ngữ “{value}” không có", "the language “{value}” is not there"),
        Text("bỏ dòng này hoặc viết: {fix}", "leave the line out or write: {fix}"),
    ),
    "bad_switch": (
        Text("“{value}” không phải là có hay không", "“{value}” is neither yes nor no"),
        Text("viết một trong: {fix}", "write one of: {fix}"),
    ),
    "empty_word": (
        Text("từ trống trong danh sách", "an empty word in a list"),
        Text("xóa dòng này hoặc ghi từ vào", "delete the line or write the word"),
    ),
    "short_word": (
        Text("từ trong danh sách chỉ có một ký tự", "a word of one character in a list"),
        Text("ghi từ dài ít nhất {fix} ký tự", "write words of at least {fix} characters"),
    ),
    "in_both_lists": (
        Text("một từ vừa ở always_hide vừa ở always_keep", "a word is in always_hide and in always_keep"),
        Text("bỏ từ đó khỏi một danh sách", "take the word off one list"),
    ),
}

#: What the engine of regular expressions says → what a person understands. Others are told as they are.
_REGEX_SAYINGS: tuple[tuple[str, Text], ...] = (
    ("missing )", Text("thiếu dấu )", "a ) is missing")),
    ("missing ]", Text("thiếu dấu ]", "a ] is missing")),
    ("unterminated character set", Text("thiếu dấu ]", "a ] is missing")),
    ("unbalanced parenthesis", Text("thừa dấu )", "one ) too many")),
    ("trailing characters", Text("thừa dấu )", "one ) too many")),
    (
        "nothing to repeat",
        Text("dấu lặp + * ? không đứng sau gì cả", "+ * ? stands behind nothing"),
    ),
    ("multiple repeat", Text("hai dấu lặp liền nhau", "two repeats in a row")),
    ("bad escape", Text("dấu \\ đứng trước một chữ không có nghĩa", "\\ before a letter without a meaning")),
    ("bad character range", Text("khoảng ký tự trong [ ] bị ngược", "a range in [ ] is the wrong way round")),
    ("look-behind", Text("(?<=…) không dùng được như vậy", "(?<=…) cannot be used like this")),
)


def rules_texts(problem: str, value: str, fix: str, language: str) -> dict[str, str]:
    """Return ``problem_text`` and ``fix_text`` of a mistake; an unknown problem is told as YAML that is none."""
    wrong, remedy = RULES_PROBLEMS.get(problem, RULES_PROBLEMS["not_yaml"])
    saying = next((text.in_language(language) for said, text in _REGEX_SAYINGS if said in fix), fix)
    values = {"value": value, "fix": fix, "regex_text": saying}
    return {
        "problem_text": wrong.in_language(language).format(**values),
        "fix_text": remedy.in_language(language).format(**values),
    }
