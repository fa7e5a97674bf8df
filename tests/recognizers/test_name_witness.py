"""The trained witness: what it is asked, how its weights are read, that it adds and takes nothing away."""

import pytest
from finding import found

from recognizers.folding import BORDER, fold
from recognizers.name_clues import CLASS_GROUPS, GLANCE, GROUPS
from recognizers.name_reader import NameReader
from recognizers.name_witness import weights

TEXT = """Biên bản họp tổ dân phố số 4, ngày 12/05/2024
Có mặt: ông Lê Văn Bình, bà Trần Thị Hoa. Bà Hoa nói Sửu chưa nộp.
Trường THPT Nguyễn Huệ; liên hệ Tươi 0912 000 111
"""


def reader(text: str) -> NameReader:
    """A reader whose rules have been read."""
    made = NameReader(fold(text))
    made.read_by_rules()
    made.look()
    return made


def test_each_question_is_answered_once() -> None:
    read = reader(TEXT)
    words = [i for i in range(read.w.size) if read.may_be_name(i)]
    assert len(words) > 10
    for i in words:
        assert len(read.of(i)) == len(GROUPS)
        assert len(read.classes_around(i)) == len(CLASS_GROUPS)


@pytest.mark.parametrize("text", [TEXT, TEXT.upper(), TEXT.lower(), "liên hệ Tươi", "Tươi"])
def test_a_glance_gives_the_same_answers(text: str) -> None:
    read = reader(text)
    for i in read.open_words():
        answers = dict(zip(GROUPS, read.of(i), strict=True))
        assert tuple(answers[name] for name in GLANCE) == read.glance(i)


def test_no_answer_tells_which_word_it_is() -> None:
    """The weights hold no name: the word itself is told by its classes only."""
    first, second = (reader(f"Hôm qua Phùng có ghé. {name} nợ tiền xăng.") for name in ("Duyên", "Thắm"))
    i = next(n for n in range(first.w.size) if first.w.text[n] == "Duyên")
    assert second.w.text[i] == "Thắm"
    assert first.of(i) == second.of(i)


def test_weights_know_every_question() -> None:
    known = weights()
    assert len(known.answers) == len(GROUPS)
    assert len(known.glance) == len(GLANCE)
    assert all(known.answers)
    assert all(known.classes)
    assert known.bias < 0


def test_what_the_rules_found_stays() -> None:
    by_rules = reader(TEXT).found
    assert by_rules
    assert set(by_rules) <= set(NameReader(fold(TEXT)).read())


@pytest.mark.parametrize(("sure", "expected"), [(100, ["Trà Tươi"]), (600, ["Kho Mận", "Trà Tươi"])])
def test_a_cell_has_to_tell_something(
    monkeypatch: pytest.MonkeyPatch, sure: int, expected: list[str]
) -> None:
    """A few words in a cell are a label or a shop, unless they can be nothing but a name."""
    monkeypatch.setattr(NameReader, "_glance_weight", lambda self, i: sure)
    monkeypatch.setattr(NameReader, "_weight", lambda self, i: sure)
    text = f"Kho Mận\n{BORDER}\n\nhôm nay khách gọi bảo Trà Tươi để lấy hàng về"
    folded = fold(text)
    read = NameReader(folded)
    names = [folded.text[read.w.start[n.first] : read.w.end[n.last - 1]] for n in read.read()]
    assert names == expected


def test_the_owner_of_a_shop_is_no_shop() -> None:
    owner = "Hợp đồng giữa tiệm tóc (chủ cơ sở Mai Như Thảo, MST cá nhân) và em Lê Thị Mận."
    assert "Mai Như Thảo" in found(owner, "PERSON")
    assert found("Giao hàng tại cơ sở Mai Như Thảo, hỏi chị Lê Thị Mận.", "PERSON") == ["Lê Thị Mận"]
