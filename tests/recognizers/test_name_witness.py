"""The trained witness: what it is asked, how its weights are read, that it adds and takes nothing away."""

import itertools

import pytest
from finding import found

import redactor
from benchmarks.recognition.generate import generate, in_development
from recognizers.folding import BORDER, fold
from recognizers.name_classes import classes_of
from recognizers.name_questions import CLASS_GROUPS, GLANCE, GROUPS
from recognizers.name_reader import NameReader
from recognizers.name_surroundings import NameSpan
from recognizers.name_witness import weights

TEXT = """Biên bản họp tổ dân phố số 4, ngày 12/05/2024
Có mặt: ông Lê Văn Bình, bà Trần Thị Hoa. Bà Hoa nói Sửu chưa nộp.
Trường THPT Nguyễn Huệ; liên hệ Tươi 0912 000 111
"""


GIVEN = (
    "Tươi",
    "Sửu",
    "Mận",
    "Nở",
    "Đào",
    "Lựu",
    "Thắm",
    "Duyên",
    "Bưởi",
    "Mơ",
    "Tí",
    "Sen",
    "Huệ",
    "Lành",
    "Lụa",
)


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


def test_one_answer_alone_tells_which_word_it_is() -> None:
    """Everything else is said of all given names alike."""
    first, second = (reader(f"Hôm qua Phùng có ghé. {name} nợ tiền xăng.") for name in ("Duyên", "Thắm"))
    i = next(n for n in range(first.w.size) if first.w.text[n] == "Duyên")
    assert second.w.text[i] == "Thắm"
    different = [
        group for group, one, two in zip(GROUPS, first.of(i), second.of(i), strict=True) if one != two
    ]
    assert different == ["word"]


def test_weights_know_every_question() -> None:
    known = weights()
    assert len(known.answers) == len(GROUPS)
    assert len(known.glance) == len(GLANCE)
    assert all(known.answers)
    assert all(known.classes)


def test_what_the_rules_found_stays() -> None:
    by_rules = reader(TEXT).found
    assert by_rules
    assert set(by_rules) <= set(NameReader(fold(TEXT)).read())


@pytest.mark.parametrize(
    ("sure", "expected"), [(100, ["Lê Văn Bình", "Trà Tươi"]), (600, ["Kho Mận", "Lê Văn Bình", "Trà Tươi"])]
)
def test_a_cell_has_to_tell_something(
    monkeypatch: pytest.MonkeyPatch, sure: int, expected: list[str]
) -> None:
    """A few words in a cell are a label or a shop, unless they can be nothing but a name."""
    monkeypatch.setattr(NameReader, "_glance_weight", lambda self, i: sure)
    monkeypatch.setattr(NameReader, "_weight", lambda self, i: sure)
    text = f"Kho Mận\n{BORDER}\n\nhôm nay ông Lê Văn Bình gọi xe chở Trà Tươi để lấy nước về"
    folded = fold(text)
    read = NameReader(folded)
    names = [folded.text[read.w.start[n.first] : read.w.end[n.last - 1]] for n in read.read()]
    assert names == expected


def test_the_owner_of_a_shop_is_no_shop() -> None:
    owner = "Hợp đồng giữa tiệm tóc (chủ cơ sở Mai Như Thảo, MST cá nhân) và em Lê Thị Mận."
    assert "Mai Như Thảo" in found(owner, "PERSON")
    assert found("Giao hàng tại cơ sở Mai Như Thảo, hỏi chị Lê Thị Mận.", "PERSON") == ["Lê Thị Mận"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Quỹ lớp còn thiếu: Khoai, Nhím, Duy Mạnh và con chị Thoa, mai nộp nốt.", ["Duy Mạnh", "Thoa"]),
        ("Danh sách phòng 3: Lê Thị Hoa, Xoan, Lài, Gấm. Trưởng phòng: Xoan", ["Xoan", "Lài", "Gấm"]),
        ("đội 2 vắng: thoa, liễu, hường, mận. tổ trưởng: lài", ["thoa", "liễu", "hường", "mận"]),
    ],
)
def test_given_names_in_notes_are_told(text: str, names: list[str]) -> None:
    assert set(names) <= set(found(text, "PERSON"))


@pytest.mark.parametrize(
    "text",
    [
        "Mẹ tôi bị ung thư gan nên nghỉ làm, tôi là thương binh, ăn hải sản bị dị ứng.",
        "anh gửi em địa chỉ nhé, chị nhớ đặt trước, em lại thu tiền học",
        "Menu: bún bò, chè bưởi, cơm tấm, trà đào, bánh mì Bà Năm",
        "Tuyến sáng: Lê Đức Thọ, Quang Trung, Phan Văn Trị; ca tối theo lịch",
        "Nhập kho: sữa Ông Thọ 2 thùng, sơn Bạch Tuyết 4 thùng, ống Hoa Sen 10 cây",
    ],
)
def test_words_and_goods_in_notes_stay(text: str) -> None:
    assert found(text, "PERSON") == []


def test_english_prose_names_nobody_by_its_small_words() -> None:
    text = (
        "THE LICENSEE may copy the Work and distribute it to the public, with or without changes,\n"
        "provided that the notices of the Work are kept. No right is granted to the names which\n"
        "have been used by the Owner, or to the marks of the Owner, for any other use.\n"
    )
    assert [f for f in redactor.find_in_text(text) if f.entity_type == "PERSON"] == []


def test_what_a_new_name_does_not_touch_is_answered_as_before() -> None:
    """The witness asks again only where ``changed_by`` says that answers may be others."""
    papers = [document.text for document in itertools.islice(generate(7, 2, in_development([])), 0, 400, 40)]
    lists = [f"Vắng: {', '.join(GIVEN[n : n + 9])}.\nNợ: {', '.join(GIVEN[n::-1])}" for n in range(6)]
    read = reader("\n\n".join([*papers, *lists]))
    words = [i for i in range(read.w.size) if read.may_be_name(i)]
    before = {i: (read.of(i), read.glance(i)) for i in words}
    named = read.open_words()[::25]
    assert len(named) > 20
    touched = 0
    for i in named:
        name = NameSpan(i, i + 1, 0.7, "person_witness")
        read.found.append(name)
        read.look()
        changed = set(read.changed_by([name]))
        for k in words:
            if k != i and (read.of(k), read.glance(k)) != before[k]:
                assert k in changed
                touched += 1
        read.found.pop()
    assert touched > len(named)


def test_a_line_of_many_names_is_asked_about_once() -> None:
    """A file may be one line: what names change is told once for all of them, not the whole line for each."""
    for text in (f"Vắng: {', '.join(GIVEN * 20)}", " ".join(f"{name} 0912345678;" for name in GIVEN * 20)):
        read = reader(f"{text}\n{text}")
        w = read.w
        read.found = [NameSpan(i, i + 1, 0.7, "person_witness") for i in range(w.size) if w.low[i] == "sen"]
        read.look()
        assert len(list(read.changed_by(read.found[10:]))) < 3 * w.size


def test_what_it_remembers_is_what_it_would_answer_now() -> None:
    """Names it has just added change the answers of words around them, and no others."""
    papers = (document.text for document in itertools.islice(generate(7, 2, in_development([])), 0, 400, 8))
    read = NameReader(fold("\n\n".join(papers)))
    read.read_by_rules()
    by_rules = len(read.found)
    read.witness()
    assert len(read.found) > by_rules
    remembered = dict(read._heard)
    assert len(remembered) > 1000
    for i, weight in remembered.items():
        assert weight == read.heard(i)


def test_what_people_are_called_beside_their_papers() -> None:
    assert "pet" in classes_of("tèo", "teo", plain=False)
    assert "pet" not in classes_of("teo", "teo", plain=False)
    assert "pet" in classes_of("teo", "teo", plain=True)
    assert "by birth" in classes_of("út", "ut", plain=False)
    assert "rare given" in classes_of("trứ", "tru", plain=False)


@pytest.mark.parametrize("text", ["tốt", "luu", "mới", "báo cáo", "hợp đồng"])
def test_a_word_that_is_all_of_its_text_is_no_name(text: str) -> None:
    assert found(text, "PERSON") == []


@pytest.mark.parametrize(
    "text",
    [
        "Bên B là bà Lê Thị Hoa; các bên đã tự nguyện giao kết và ký, điểm chỉ vào hợp đồng.",
        "Bên B cam đoan đã xem xét kỹ; Bên A cam kết giao đất.",
        "BÊN B CAM ĐOAN ĐÃ XEM XÉT",
        "Ben B cam doan da xem xet ky, Ben A cam ket giao dat",
    ],
)
def test_what_parties_do_is_nobodys_name(text: str) -> None:
    assert set(found(text, "PERSON")) <= {"Lê Thị Hoa"}
