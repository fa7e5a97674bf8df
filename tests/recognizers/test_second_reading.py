"""What the tagger adds to the rules' findings and takes back of them."""

import pytest

from recognizers import second_reading, tagger
from recognizers.base import Found
from recognizers.entities import EntityType
from recognizers.folding import BORDER, fold, forget
from recognizers.results import Reason
from recognizers.second_reading import SecondReading
from recognizers.tagger import Tags
from recognizers.tagger_words import CIRCUMSTANCES, circumstances, features
from recognizers.words import is_plain, words


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch):
    """Let the tagger say what a test wants: ``said[word] = (label, chance)``; all else is nothing for certain."""
    answers: dict[str, tuple[str, float]] = {}

    def tags(folded, found, readers):
        told = [answers.get(text, ("O", 0.995)) for text in words(folded).text]
        return Tags(
            ["PERSON" if label in ("O", "OFFICIAL") else label for label, _ in told],
            [0.0 if label in ("O", "OFFICIAL") else chance for label, chance in told],
            [chance if label == "O" else 1 - chance for label, chance in told],
            [chance if label == "OFFICIAL" else 0.0 for label, chance in told],
        )

    monkeypatch.setattr(second_reading, "tags", tags)
    return answers


def _texts(text: str, found: list[Found]) -> list[tuple[str, str]]:
    return [(item.entity_type.value, text[item.start : item.end]) for item in found]


def test_what_the_tagger_is_sure_of_is_added(said) -> None:
    said |= {
        "Blơ": ("PERSON", 0.95),
        "Hoa": ("PERSON", 0.3),
        "Tổng": ("OFFICIAL", 0.99),
        ",": ("PERSON", 0.9),
    }
    text = "gặp Blơ, rồi mua Hoa ở chỗ Tổng"
    assert _texts(text, list(SecondReading(fold(text), [], ()).added())) == [("PERSON", "Blơ")]


def test_of_scripts_it_never_saw_it_says_nothing(said) -> None:
    text = "hồ sơ của マーケット và 標準 cùng Blơ"
    said |= dict.fromkeys(("マーケット", "標準"), ("CREDENTIAL", 0.99))
    said["Blơ"] = ("PERSON", 0.99)
    assert _texts(text, list(SecondReading(fold(text), [], ()).added())) == [("PERSON", "Blơ")]


def test_a_label_goes_over_a_line_but_never_ends_in_a_mark(said) -> None:
    said |= dict.fromkeys(("Lò", "\n", "Sáng", "."), ("PERSON", 0.95))
    text = "hôm qua đi gặp Lò\nSáng."
    assert _texts(text, list(SecondReading(fold(text), [], ()).added())) == [("PERSON", "Lò\nSáng")]


def test_what_one_says_at_the_end_is_no_part_of_it(said) -> None:
    said |= dict.fromkeys(("ấp", "Tân", "Lập", "nha"), ("VN_ADDRESS", 0.95))
    text = "giao cho em ở ấp Tân Lập nha"
    assert _texts(text, list(SecondReading(fold(text), [], ()).added())) == [("VN_ADDRESS", "ấp Tân Lập")]


def test_half_of_an_ordinary_word_is_no_name_at_the_end_of_a_line_either(said) -> None:
    said |= {"Lệ": ("PERSON", 0.95)}
    for text in ("theo hợp đồng này. Lệ phí do bên mua nộp", "theo hợp đồng này. Lệ\nphí do bên mua nộp"):
        assert _texts(text, list(SecondReading(fold(text), [], ()).added())) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("thu tuc vay ngan hang con lau lam", "ngan hang"),
        ("xoa dang ky vi di nghia vu quan su tu thang hai", "nghia vu quan su"),
        ("mua ve lam hang luu niem cho khach", "niem"),
        ("NGUOI LAM NGHE DIEU DUONG TAI BENH VIEN", "DIEU DUONG"),
        ("bán lụa và hàng lưu niệm trong phố cổ", "niệm"),
    ],
)
def test_ordinary_words_and_halves_of_them_are_no_names(said, text, name) -> None:
    said |= dict.fromkeys(name.split(), ("PERSON", 0.95))
    assert _texts(text, list(SecondReading(fold(text), [], ()).added())) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("đội múa hôm nay có: bảo trân, cát tường, minh thư", "cát tường"),
        ("bán nhãn cho ba phát tài hết cả vườn", "phát tài"),
        ("gặp chị dung nhan xin chữ ký", "dung nhan"),
        ("hôm qua thấy gia dinh ngoc đi chợ", "gia dinh ngoc"),
        ("nhờ Gia Đình chuyển giúp cái ghế", "Gia Đình"),
    ],
)
def test_ordinary_words_in_a_list_or_behind_a_form_of_address_may_be_names(said, text, name) -> None:
    said |= dict.fromkeys(name.split(), ("PERSON", 0.95))
    assert _texts(text, list(SecondReading(fold(text), [], ()).added())) == [("PERSON", name)]


def test_what_surely_is_somebodys_is_not_kept(said) -> None:
    text = "xin gửi cho Minh Long " + "mỗi loại sáu chiếc " * 8
    item = Found(12, 21, EntityType.PERSON, 0.6, Reason("person_shape"), "official_capacity")

    def freed(of: str = text) -> bool:
        return SecondReading(fold(of), [item], ()).is_somebodys(item)

    assert not freed()
    said |= {"Minh": ("PERSON", 0.9), "Long": ("PERSON", 0.7)}
    assert freed()
    assert not freed(text[:40])
    said |= {"Minh": ("OFFICIAL", 0.9), "Long": ("OFFICIAL", 0.9)}
    assert not freed()


def test_what_surely_is_nothing_is_taken_back(said) -> None:
    text = "xin gửi bảng giá bình Minh Long " + "mỗi loại sáu chiếc " * 8

    def kept(code: str = "person_shape", of: str = text) -> bool:
        item = Found(22, 31, EntityType.PERSON, 0.6, Reason(code))
        return not SecondReading(fold(of), [item], ()).takes_back(item)

    assert not kept()
    assert kept("known_name")
    assert kept(of=text[:40])
    said |= {"Minh": ("O", 0.6)}
    assert kept()


def test_a_number_that_is_surely_nobodys_is_proposed_to_be_kept(said) -> None:
    text = "xin gọi tổng đài 0987654321 " + "mỗi loại sáu chiếc " * 8

    def proposed(kind: EntityType, of: str = text) -> bool:
        item = Found(17, 27, kind, 0.6, Reason("phone_labelled"))
        return SecondReading(fold(of), [item], ()).proposes_to_keep(item)

    assert proposed(EntityType.VN_PHONE)
    assert not proposed(EntityType.VN_PERSONAL_ID)
    assert not proposed(EntityType.VN_PHONE, text[:40])
    said["0987654321"] = ("O", 0.9)
    assert not proposed(EntityType.VN_PHONE)


@pytest.mark.parametrize(("word", "kind"), [("anh", "PERSON"), ("số", "VN_PHONE"), ("bà", "PERSON")])
def test_of_a_form_of_address_or_a_label_at_the_end_nothing_is_left(said, word: str, kind: str) -> None:
    said[word] = (kind, 0.95)
    text = f"hôm qua đi gặp {word}"
    assert list(SecondReading(fold(text), [], ()).added()) == []


def test_a_word_in_lower_case_beside_a_name_is_no_part_of_it(said) -> None:
    said |= dict.fromkeys(("Vũ", "kho", "mai", "Rah"), ("PERSON", 0.95))
    text = "hôm qua gặp Vũ kho, mai đi; gặp Vũ Rah"
    folded = fold(text)
    rules = [Found(at, at + 2, EntityType.PERSON, 0.8, Reason("person_title")) for at in (12, 32)]
    together = SecondReading(folded, rules, ()).added_to(rules)
    assert [text[item.start : item.end] for item in together] == ["Vũ", "mai", "Vũ", "Rah"]


def test_a_form_of_address_that_opens_a_sentence_is_no_part_of_the_name_behind_it(said) -> None:
    said["Anh"] = ("PERSON", 0.95)
    text = "Anh Vũ kể hôm qua đi gặp Anh Vũ ở chợ."
    folded = fold(text)
    rules = [Found(at, at + 2, EntityType.PERSON, 0.8, Reason("person_title")) for at in (4, 29)]
    together = SecondReading(folded, rules, ()).added_to(rules)
    assert [text[item.start : item.end] for item in together] == ["Vũ", "Anh", "Vũ"]


def test_a_name_found_elsewhere_needs_little_to_be_one_here(said) -> None:
    text = "hôm qua gặp Nguyễn Thị Na ở chợ, na bán rẻ lắm, Thị bảo thế, Nụ cũng vậy, Na ơi"
    said |= dict.fromkeys(("Na", "na", "Thị", "Nụ"), ("PERSON", 0.12))
    folded = fold(text)
    name = Found(12, 25, EntityType.PERSON, 0.8, Reason("person_title"))
    found = list(SecondReading(folded, [name], ()).echoes([name]))
    assert [text[item.start : item.end] for item in found] == ["Thị Na", "na", "Na"]
    assert list(SecondReading(folded, [], ()).echoes([])) == []


def test_an_echo_is_no_form_of_address_and_no_owners_mark(said) -> None:
    text = "hôm qua gặp Lê Thị Anh ở chợ, Anh Ty mua rồi, cháu Anh bán, Trang's mother and Anh's father went there too"
    said |= dict.fromkeys(("Anh", "Trang's", "Anh's"), ("PERSON", 0.12))
    folded = fold(text)
    names = [
        Found(12, 22, EntityType.PERSON, 0.8, Reason("person_title")),
        Found(60, 67, EntityType.PERSON, 0.8, Reason("person_shape")),
    ]
    found = list(SecondReading(folded, names, ()).echoes(names))
    assert [text[item.start : item.end] for item in found] == ["Anh", "Anh", "Trang"]


def test_in_a_short_text_only_what_is_sure_is_added(said) -> None:
    said["Blơ"] = ("PERSON", 0.8)
    text = "hôm qua đi gặp Blơ"
    assert _texts(text, list(SecondReading(fold(text), [], ()).added())) == []
    longer = text + " rồi về" * 20
    assert _texts(longer, list(SecondReading(fold(longer), [], ()).added())) == [("PERSON", "Blơ")]


def test_short_cells_are_left_to_their_columns(said) -> None:
    said |= {"Minh": ("PERSON", 0.95), "Long": ("PERSON", 0.95)}
    text = f"Minh Long\n{BORDER}\n\nhôm qua anh Minh đến muộn vì xe hỏng"
    assert _texts(text, list(SecondReading(fold(text), [], ()).added())) == [("PERSON", "Minh")]


def test_words_worked_out_are_forgotten_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tagger, "_MOST_WORDS", 3)
    text = "Bà Lường Thị Pọm ở bản Nà Sản"
    first = tagger.tags(fold(text), [], tagger.taggers())
    forget()
    tagger.tags(fold("chữ khác hẳn ở đây"), [], tagger.taggers())
    assert tagger.tags(fold(text), [], tagger.taggers()).personal == first.personal


def test_numbers_are_never_told_apart_by_their_digits() -> None:
    told = {features(text, text, text, 5, False) for text in ("0912345678", "0987654321", "0923456789")}
    assert len(told) == 1


def test_circumstances_say_what_a_word_is_elsewhere() -> None:
    folded = fold("Gặp Nguyễn Thị Mai. Mai đi chợ, Hoa mua hoa.")
    w = words(folded)
    told = circumstances(w, is_plain(folded))
    assert all(0 <= number < CIRCUMSTANCES for number in told)
    at = {(w.text[i], w.start[i]): told[i] for i in range(w.size)}
    assert at["Mai", 20] != at["Gặp", 0]  # an echo of the full name
    assert at["Hoa", 32] >= 6  # also a word without a capital


def test_no_words_no_tags() -> None:
    assert tagger.tags(fold(""), [], tagger.taggers()).kind == []


def test_names_signed_side_by_side_are_two(said) -> None:
    said |= dict.fromkeys(("Kha", "Lệ", "Rah", "Vũ"), ("PERSON", 0.95))
    text = "đã đọc lại, đồng ý và cùng ký\nKha Lệ          Rah Vũ\n"
    assert _texts(text, list(SecondReading(fold(text), [], ()).added())) == [
        ("PERSON", "Kha Lệ"),
        ("PERSON", "Rah Vũ"),
    ]


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("đã mất thẻ TV-2023-04417 của thư viện", "2023", "TV-2023-04417"),
        ("sổ khám mang theo BA/118204. Hẹn lại sau", "BA", "BA/118204"),
        ("giấy của cháu là AA.118 - 204 bản chính", "118", "AA.118"),
        ("anh Lan/BA118204.Hẹn", "118204", "BA118204"),
    ],
)
def test_of_a_code_no_part_is_left(said, text: str, part: str, whole: str) -> None:
    said[part] = ("MEDICAL_RECORD_NO", 0.95)
    text += " rồi về" * 20
    assert _texts(text, list(SecondReading(fold(text), [], ()).added())) == [("MEDICAL_RECORD_NO", whole)]


@pytest.mark.parametrize(
    "head", ["BÊN NHẬN CHUYỂN NHƯỢNG", "HỢP ĐỒNG MUA BÁN", "HỢP ĐỒNG ĐẶT CỌC", "BÊN TẶNG CHO"]
)
def test_half_of_a_deeds_name_in_a_heading_is_nobody(said, head: str) -> None:
    text = f"{head} (sau đây gọi là Bên B):\nBà: Trần Thị Nhượng, sinh năm 1990, thường trú tại tỉnh Đắk Lắk"
    said[head.split()[-1]] = ("PERSON", 0.95)
    said["Nhượng"] = ("PERSON", 0.95)
    assert _texts(text, list(SecondReading(fold(text), [], ()).added())) == [("PERSON", "Nhượng")]


@pytest.mark.parametrize(("chance", "told"), [(0.95, []), (0.99, [("HEALTH_INFO", "asthma")])])
def test_of_english_only_what_is_surest_is_told_of_somebody(said, chance: float, told: list) -> None:
    text = (
        "This is the page for those who work with the slot and with the events of it. It was written by us for "
        "the reader who has to know what it does, and the asthma of the child is in the notes that were sent to us."
    )
    said["asthma"] = ("HEALTH_INFO", chance)
    assert _texts(text, list(SecondReading(fold(text), [], ()).added())) == told


@pytest.mark.parametrize(
    ("words_told", "left"),
    [
        ({"thức": 0.2}, ["sốt xuất huyết"]),
        ({"thức": 0.6}, ["sốt xuất huyết", "thức"]),
        ({"bị": 0.2}, ["bị", "sốt xuất huyết"]),
    ],
)
def test_what_is_left_of_a_run_behind_a_finding_goes_if_it_is_likely_nothing(
    said, words_told: dict[str, float], left: list[str]
) -> None:
    said |= {word: ("HEALTH_INFO", chance) for word, chance in words_told.items()}
    said |= dict.fromkeys(("sốt", "xuất", "huyết"), ("HEALTH_INFO", 0.97))
    text = "Ý kiến của mẹ: con bị sốt xuất huyết thức mấy đêm ở nhà liền nên xin nghỉ học thêm"
    start = text.index("sốt")
    ruled = Found(start, start + len("sốt xuất huyết"), EntityType.HEALTH_INFO, 0.7, Reason("health_told"))
    together = SecondReading(fold(text), [ruled], ()).added_to([ruled])
    assert [text[item.start : item.end] for item in together] == left


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Beachten Sie die Anweisungen, die für das Gerät und die Bleme gelten", []),
        ("Les informations qui sont exposées dans ce manuel pour vous, les Bleme", []),
        ("Chủ hộ là bà Bleme ở buôn, đã nhận đủ tiền hỗ trợ của xã hôm qua", ["PERSON"]),
        ("gui cho chi Bleme o buon, da nhan du tien des una cua xa hom qua", ["PERSON"]),
    ],
)
def test_of_languages_it_never_read_it_says_only_what_is_surest(said, text: str, kinds: list[str]) -> None:
    said |= {"Bleme": ("PERSON", 0.95)}
    assert [kind for kind, _ in _texts(text, list(SecondReading(fold(text), [], ()).added()))] == kinds
