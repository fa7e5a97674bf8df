"""Languages, wording, themes: complete, consistent, readable."""

import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLabel, QMessageBox, QPushButton

from recognizers.entities import EntityType
from redactor.errors import PasswordRequired
from redactor.model import GapReason, Stage
from redactor.policy import OPERATORS, Output, Policy, Thresholds
from tests.ui.fakes import finding
from ui import folder_texts, policy_words, texts, theme, wording
from ui.canvas import PageCanvas
from ui.language import Text, language
from ui.review import Look
from ui.search import folded, occurrences

SENTENCES = {
    name: text
    for module in (texts, folder_texts)
    for name, text in vars(module).items()
    if isinstance(text, Text)
}


def placeholders(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("name", sorted(SENTENCES))
def test_both_languages_say_the_same_things(name):
    text = SENTENCES[name]
    assert text.vi.strip(), name
    assert text.en.strip(), name
    assert placeholders(text.vi) == placeholders(text.en), name


def test_nothing_promises_safety():
    for name, text in SENTENCES.items():
        assert "an toàn" not in text.vi.lower(), name
        assert "safe" not in text.en.lower(), name


def test_numbers_follow_the_language():
    words = Text("{n} chỗ", "{n:place/places}")
    assert words(n=1234567) == "1.234.567 chỗ"
    language.use("en")
    assert words(n=1) == "1 place"
    assert words(n=1234) == "1,234 places"


def test_every_name_of_the_engine_has_words():
    for code in ("vi", "en"):
        language.use(code)
        for kind in EntityType:
            assert wording.type_name(kind)
        for look in Look:
            assert wording.look_word(look)
        for reason in GapReason:
            assert wording.gap_words(reason)[0].isupper()
        for stage in Stage:
            assert "3/9" in wording.stage_words(stage, 3, 9)
        assert wording.reason_words(finding(1)) not in ("", "value_labelled")


def test_every_field_of_the_policy_has_words():
    fields = {
        *Output.model_fields,
        *Thresholds.model_fields,
        "operator",
        "sensitive",
        "officials",
        "organisations",
    }
    assert fields <= set(policy_words.FIELDS)
    assert set(policy_words.FIELDS) <= fields | set(Policy.model_fields)
    for operator in OPERATORS:
        assert policy_words.choice_word(operator) != operator


def test_sentences_of_the_command_line_lose_its_options():
    assert "--" not in wording.error_words(PasswordRequired())
    assert wording.error_words(PasswordRequired()).startswith("Tệp có mật khẩu.")


def test_column_letters():
    assert [wording.column_letters(n) for n in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


# --- standard dialogs -------------------------------------------------------------------------------------------------


def test_standard_buttons_are_vietnamese(qtbot):
    every = [b for b in QDialogButtonBox.StandardButton if b != QDialogButtonBox.StandardButton.NoButton]
    box = QDialogButtonBox()
    qtbot.addWidget(box)
    english = set()
    for standard in every:
        button = box.addButton(standard)
        if button is not None:
            english.add((standard.name, button.text().replace("&", "")))
    known = {"OK", "Open", "Save", "Cancel", "Close", "Discard", "Apply", "Reset", "Restore Defaults", "Help"}
    known |= {"Save All", "Yes", "Yes to All", "No", "No to All", "Abort", "Retry", "Ignore", "Don't Save"}
    assert not {text for _, text in english} & known


def test_file_dialog_is_vietnamese(qtbot):
    dialog = QFileDialog(None, texts.OPEN())
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    for button in dialog.findChildren(QPushButton):
        assert button.text().replace("&", "") not in ("Open", "Cancel", "Choose"), button.text()
    assert {label.text() for label in dialog.findChildren(QLabel)} == {"Trong:", "Tên tệp:", "Loại tệp:"}


def test_english_leaves_qt_alone(qtbot):
    language.use("en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    language.use("vi")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Hủy"
    box = QMessageBox()
    qtbot.addWidget(box)
    button = box.addButton(QMessageBox.StandardButton.Yes)
    assert button.text() == "Có"


# --- themes -----------------------------------------------------------------------------------------------------------


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", list(theme.THEMES))
def test_text_can_be_read_in_every_theme(name):
    c = theme.THEMES[name]
    grounds = [c.window, c.surface, c.raised, c.accent_soft]
    for text in (c.text, c.muted, c.danger, c.warning, c.success, c.unread, c.kept, c.manual):
        for ground in grounds:
            assert contrast(text, ground) >= 4.5, (name, text, ground)
    assert contrast(c.on_accent, c.accent) >= 4.5


def test_marks_stand_out_on_white_paper():
    m = theme.MARKS
    for colour in (m.sure, m.check, m.hide, m.manual, m.unread, m.focus):
        assert contrast(colour, "#ffffff") >= 4.5
    assert contrast(m.keep, "#ffffff") >= 3


@pytest.mark.parametrize("name", list(theme.THEMES))
def test_style_sheet_has_no_name_left_over(name):
    sheet = theme.style_sheet(theme.THEMES[name], 10)
    assert not re.findall(r"@\w+", sheet)


# --- search -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "query", "hits"),
    [
        ("Ông Nguyễn Văn Đạt", "nguyen van dat", ["Nguyễn Văn Đạt"]),
        ("Ông Nguyễn Văn Đạt", "ĐẠT", ["Đạt"]),
        ("Nguyễn Văn", "nguyễn  văn", ["Nguyễn Văn"]),
        ("Nguyễn\nVăn A", "nguyen van", ["Nguyễn\nVăn"]),
        ("đá đa da", "da", ["đá", "đa", "da"]),
        ("Nguyễn", "nguyenx", []),
        ("", "a", []),
        ("abc", "", []),
    ],
)
def test_search_minds_neither_case_nor_accents(text, query, hits):
    words, _ = folded(query.strip())
    assert [text[a:b] for a, b in occurrences(text, words)] == hits


@given(st.text(alphabet="aăâđeêioôơuưyAĐ ễạ\u0301\u0323\n1", max_size=40))
def test_folding_keeps_its_map(text):
    plain, origin = folded(text)
    assert len(plain) == len(origin)
    assert origin == sorted(origin)
    assert all(0 <= o < len(text) for o in origin)


def test_canvas_has_a_spoken_name_in_both_languages(qtbot, controller):
    from ui.render import PageRenderer

    canvas = PageCanvas(PageRenderer(lambda: None), theme.LIGHT, "x")
    qtbot.addWidget(canvas)
    assert canvas.accessibleName() == "Trang tài liệu"
    language.use("en")
    canvas.retranslate()
    assert canvas.accessibleName() == "Document pages"
