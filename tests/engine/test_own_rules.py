"""A user's own rules: the example of the manual works, and every usual mistake is told with its line and its fix."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from recognizers.custom_rules import parse_rules
from recognizers.custom_rules_file import PROBLEMS
from recognizers.detection import Detector
from redactor.cli import cli
from redactor.errors import RulesInvalid
from redactor.messages import error_sentence
from redactor.messages_rules import RULES_PROBLEMS
from redactor.policy import load
from redactor.rules import read_rules_file

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "quy-tac-rieng.yaml"

_RULE = "recognizers:\n  - name: Mã hội viên\n    patterns:\n      - regex: "


#: What a clerk may write → line, problem and a piece of the Vietnamese message.
MISTAKES = [
    ("thụt lề bằng Tab", b"recognizers:\n\t- name: x\n", 2, "tab", "hai dấu cách"),
    ("thụt lề lệch", b"recognizers:\n  - name: x\n    patterns:\n      - regex: 'a1'\n   context: [b]\n", 5, "indent", "thẳng hàng"),
    ("thiếu dấu cách sau hai chấm", b"always_hide:\n  - a b\nalways_keep:[c]\n", 3, "space_missing", "có dấu cách"),
    ("ngoặc vuông chưa đóng", b"always_hide: [mot, hai\n", 2, "not_yaml", "quy-tac-rieng.yaml"),
    ("nháy kép với gạch chéo", (_RULE + '"\\d{6}"\n').encode(), 4, "double_quotes", "nháy đơn"),
    ("regex không nháy", (_RULE + "[A-Z]{2}: \\d+\n").encode(), 4, "quotes_missing", "nháy đơn"),
    ("nháy cong của Word", (_RULE + "‘HV-\\d{6}’\n").encode(), 4, "curly_quotes", "nháy đơn thẳng"),
    ("regex thiếu ngoặc vuông", (_RULE + "'[A-Z\\d'\n").encode(), 4, "bad_regex", "thiếu dấu ]"),
    ("regex thiếu ngoặc tròn", (_RULE + "'(HV|KT\\d+'\n").encode(), 4, "bad_regex", "thiếu dấu )"),
    ("regex lặp không có gì", (_RULE + "'*HV'\n").encode(), 4, "bad_regex", "không đứng sau gì"),
    ("regex chạy mãi", (_RULE + "'(\\w+\\s?)+!'\n").encode(), 4, "slow_regex", "lặp lồng nhau"),
    ("regex chạy mãi, chữ số", (_RULE + "'(\\d+)*x'\n").encode(), 4, "slow_regex", "lặp lồng nhau"),
    ("regex khớp chỗ trống", (_RULE + "'\\d*'\n").encode(), 4, "empty_match", "{n}"),
    ("gõ sai tên mục", b"recogniser:\n  - name: x\n", 1, "unknown_key", "recognizers"),
    ("gõ sai mục con", (_RULE + "'a1'\n        scroe: 0.5\n").encode(), 5, "unknown_key", "score"),
    ("mục viết hai lần", b"always_hide: [mot]\nalways_hide: [hai]\n", 2, "duplicate_key", "viết hai lần"),
    ("hai quy tắc cùng tên", b"recognizers:\n  - name: x\n    deny_list: [aa]\n  - name: x\n    deny_list: [bb]\n", 4, "duplicate_name", "tên khác"),
    ("thiếu tên", b"recognizers:\n  - deny_list: [aa]\n", 2, "missing_key", "name"),
    ("thiếu mẫu", b"recognizers:\n  - name: x\n", 2, "missing_key", "patterns"),
    ("danh sách viết thành một từ", b"always_hide: Sao Mai\n", 1, "wrong_type", "[…, …]"),
    ("từ viết thành danh sách", b"always_hide:\n  - [a, b]\n", 2, "wrong_type", "'…'"),
    ("cả tệp là danh sách", b"- a\n- b\n", 1, "not_a_mapping", "tên: giá trị"),
    ("điểm có dấu phẩy", (_RULE + "'a1'\n        score: 0,7\n").encode(), 5, "bad_score", "dấu chấm"),
    ("điểm quá lớn", (_RULE + "'a1'\n        score: 60\n").encode(), 5, "bad_score", "0 đến 1"),
    ("loại không có", b"recognizers:\n  - name: x\n    supported_entity: VN_PHONES\n    deny_list: [aa]\n", 3, "unknown_entity", "VN_PHONE"),
    ("loại quy tắc lạ", b"recognizers:\n  - name: x\n    type: predefined\n    deny_list: [aa]\n", 3, "unsupported_type", "custom"),
    ("ngôn ngữ lạ", b"recognizers:\n  - name: x\n    supported_language: en\n    deny_list: [aa]\n", 3, "unsupported_language", "vi"),
    ("công tắc lạ", b"recognizers:\n  - name: x\n    enabled: tat\n    deny_list: [aa]\n", 3, "bad_switch", "true"),
    ("từ trống", b"always_keep:\n  - ''\n", 2, "empty_word", "xóa dòng"),
    ("từ một chữ", b"always_hide: [a]\n", 1, "short_word", "2 ký tự"),
    ("từ ở cả hai danh sách", b"always_hide: [Sao Mai]\nalways_keep: [sao mai]\n", 2, "in_both_lists", "một danh sách"),
    ("mã ANSI", "always_hide: [Nguyễn]".encode("cp1258", "replace") + b"\xff", 1, "not_utf8", "UTF-8"),
    ("mã UTF-16", "always_hide: [a]".encode("utf-16"), 1, "not_utf8", "UTF-8"),
    ("ký tự điều khiển", b"always_hide:\n  - a\x00b\n", 2, "not_yaml", "YAML"),
    ("thẻ lạ của YAML", b"!!python/object:os.system [ls]\n", 1, "not_a_mapping", "tên: giá trị"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "line", "problem", "told"), [m[1:] for m in MISTAKES], ids=[m[0] for m in MISTAKES]
)
def test_a_mistake_is_told_with_line_and_fix(
    tmp_path: Path, content: bytes, line: int, problem: str, told: str
) -> None:
    path = tmp_path / "quy-tac.yaml"
    path.write_bytes(content)
    with pytest.raises(RulesInvalid) as caught:
        read_rules_file(path)
    assert (caught.value.params["line"], caught.value.params["problem"]) == (line, problem)
    message = error_sentence(caught.value)
    assert told in message
    assert f"dòng {line}:" in message
    assert "{value}" not in message
    assert "{fix}" not in message
    assert error_sentence(caught.value, "en") != message


def test_every_problem_has_its_sentence_and_is_met_by_a_test() -> None:
    assert set(PROBLEMS) | {"not_utf8"} == set(RULES_PROBLEMS)
    assert set(RULES_PROBLEMS) == {problem for _, _, _, problem, _ in MISTAKES}


def test_no_word_of_a_list_is_repeated_in_a_message(tmp_path: Path) -> None:
    path = tmp_path / "quy-tac.yaml"
    path.write_text("always_hide: [Lê Văn Tám]\nalways_keep: [Lê Văn Tám]\n", "utf-8")
    with pytest.raises(RulesInvalid) as caught:
        read_rules_file(path)
    assert "Tám" not in error_sentence(caught.value) + repr(caught.value) + str(caught.value.params)


@pytest.mark.parametrize("start", ["", "\ufeff"], ids=["plain", "BOM"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_byte_order_marks_and_windows_line_ends_are_no_mistakes(tmp_path: Path, start: str, end: str) -> None:
    path = tmp_path / "quy-tac.yaml"
    path.write_bytes((start + EXAMPLE.read_text("utf-8").replace("\n", end)).encode())
    assert read_rules_file(path).always_keep == ("nguyễn du", "0243 825 1234")


def test_the_example_of_the_manual_does_what_its_comments_say() -> None:
    text = (
        "Thẻ hội viên HV123456, mã KT12/0345, DỰ ÁN SAO MAI, kế hoạch 47B, NB-17, CLB là Câu lạc bộ Hoa Sen.\n"
        "Ông Nguyễn Du, điện thoại 0243 825 1234 và 0912 345 678."
    )
    found = {
        text[hit.start : hit.end]: hit for hit in Detector(parse_rules(EXAMPLE.read_text("utf-8"))).find(text)
    }
    assert found["HV123456"].score == pytest.approx(0.95)
    assert found["KT12/0345"].entity_type == "EMPLOYEE_ID"
    assert {"DỰ ÁN SAO MAI", "kế hoạch 47B", "Câu lạc bộ Hoa Sen", "0912 345 678"} <= set(found)
    assert not {"NB-17", "Nguyễn Du", "0243 825 1234"} & set(found)


def test_long_lists_cost_one_pattern() -> None:
    words = [f"Người Thứ {number} Trong Danh Sách" for number in range(3_000)]
    own = Detector(parse_rules("always_hide:\n" + "".join(f"  - {word}\n" for word in words)))
    text = (
        "Không có ai. " * 200
        + "NGƯỜI THỨ 2999 TRONG DANH SÁCH, nguoi thu 17 trong danh sach, người thứ 30000 trong danh sách."
    )
    assert [text[h.start : h.end] for h in own.find(text) if h.entity_type == "CUSTOM"] == [
        "NGƯỜI THỨ 2999 TRONG DANH SÁCH",
        "nguoi thu 17 trong danh sach",
    ]


def test_the_command_line_takes_rules_and_stops_at_a_mistake_before_any_file(tmp_path: Path) -> None:
    paper = tmp_path / "giay.txt"
    paper.write_text("Thẻ hội viên HV-123456 của CLB", "utf-8")
    shown = CliRunner().invoke(cli, ["scan", str(paper), "--rules", str(EXAMPLE)])
    assert shown.exit_code == 0
    assert "Từ do người dùng đặt" in shown.output
    wrong = tmp_path / "sai.yaml"
    wrong.write_text("recogniser: []\n", "utf-8")
    shown = CliRunner().invoke(cli, ["scan", str(paper), "--rules", str(wrong)])
    assert shown.exit_code == 2
    assert "dòng 1: không có mục “recogniser”" in shown.output
    assert "giay.txt" not in shown.output


def test_a_policy_names_rules_beside_it(tmp_path: Path) -> None:
    (tmp_path / "rieng.yaml").write_text("always_hide: [Sao Mai]\n", "utf-8")
    policy = tmp_path / "chinh-sach.yaml"
    policy.write_text("version: 1\nrules_file: rieng.yaml\n", "utf-8")
    assert load(str(policy)).rules_file == str((tmp_path / "rieng.yaml").resolve())
    (tmp_path / "rieng.yaml").write_text("always_hide: Sao Mai\n", "utf-8")
    with pytest.raises(RulesInvalid):
        load(str(policy))
