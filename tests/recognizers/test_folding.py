import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recognizers.folding import fold, key_of
from recognizers.legacy_encodings import TCVN3, VNI_PAIRS, VNI_SINGLE, decode, encoding_of_font
from recognizers.syllables import is_syllable

SENTENCE = "Nguyễn Thị Hạnh đã ký giấy ủy quyền ở phường Cửa Nam"
CAPITALS = "NGUYỄN THỊ HẠNH ĐÃ KÝ GIẤY ỦY QUYỀN Ở PHƯỜNG CỬA NAM"
ALPHABET = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"


def to_tcvn3(text: str) -> str:
    back = {letter: code for code, letter in TCVN3.items() if code != "\u03bc"}
    return "".join(back.get(char, char) for char in text)


def to_vni(text: str) -> str:
    back = {letter: code for code, letter in VNI_SINGLE.items()}
    for pair, letter in VNI_PAIRS.items():
        back.setdefault(letter, pair)
    return "".join(back.get(char, char) for char in text)


def test_reference_vectors() -> None:
    assert fold("NguyÔn ThÞ H¹nh ®· ký giÊy ñy quyÒn ë ph\xadêng Cöa Nam").text == SENTENCE
    assert fold("Nguyeãn Thò Haïnh ñaõ kyù giaáy uûy quyeàn ôû phöôøng Cöûa Nam").text == SENTENCE
    assert fold("NGUYEÃN THÒ HAÏNH ÑAÕ KYÙ GIAÁY UÛY QUYEÀN ÔÛ PHÖÔØNG CÖÛA NAM").text == CAPITALS
    assert fold("NGUYÔN THÞ H¹NH §· Ký GIÊY ñY QUYÒN ë PH¦êNG CöA NAM", "tcvn3h").text == CAPITALS


@pytest.mark.parametrize("text", ["NGUYÔN ß ÿ THÞ", "GIÊY ßÑ ŉ"])
def test_capitals_of_two_letters_keep_offsets_in_step(text: str) -> None:
    for encoding in ("tcvn3", "tcvn3h"):
        decoded = decode(text, encoding)
        assert decoded is not None
        assert len(decoded.offsets) == len(decoded.text) + 1


def test_the_whole_alphabet_survives_both_encodings() -> None:
    for letter in ALPHABET:
        text = f"x{letter} x{letter}"
        assert fold(to_tcvn3(text), "tcvn3").text == text
        assert fold(to_vni(text), "vni").text == text
        assert fold(to_vni(text.upper()), "vni").text == text.upper()


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        CAPITALS,
        "Hà Nam, tòa án",
        "Le café à Nîmes : où êtes-vous © 2024 «oui»",
        "El niño está aquí, señor",
        "Größe und Maß: 5 µm ± 2 °C",
        "Điều 5 § 3 – giá 100.000 ₫",
        "Nam Định • Ninh Bình · Hà Nội",
        "",
        "   ",
    ],
)
def test_ordinary_text_is_not_decoded(text: str) -> None:
    assert fold(text).encoding == ""


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", "tcvn3"),
        (".VnTimeH", "tcvn3h"),
        ("ABCDEF+.VnArialH,Bold", "tcvn3h"),
        ("VNI-Times", "vni"),
        ("VNI-Helve-Condense", "vni"),
        ("Times New Roman", ""),
        ("SVN-Gilroy", ""),
        ("UTM Avo", ""),
        ("UVNBayBuom", ""),
        ("", ""),
    ],
)
def test_encoding_of_font(font: str, encoding: str) -> None:
    assert encoding_of_font(font) == encoding


def test_what_is_folded_to_plain_form() -> None:
    folded = fold("Số\u00a0CCCD：\u200b００１１９０–012345\r\nÐà Nẵng")
    assert folded.text == "Số CCCD:001190-012345\nĐà Nẵng"
    assert folded.key == "so cccd:001190-012345\nda nang"
    assert fold("x² ½ ª ₫").text == "x² ½ ª ₫"


def test_numbers_in_raised_or_lowered_digits_are_numbers() -> None:
    assert fold("CCCD ⁰⁷⁹⁰⁸⁵⁰¹²³⁴⁶").text == "CCCD 079085012346"
    assert fold("ĐT ₀₉₁₂₃₄₅₆₇₈").text == "ĐT 0912345678"
    assert fold("CCCD 079085⁰¹²³⁴⁶").text == "CCCD 079085012346"
    for kept in ("12 m²", "theo mẫu¹²", "3,6.10⁵", "H₂SO₄", "x¹²³⁴", "số 15⁽²⁾"):
        assert fold(kept).text == kept


def test_decomposed_text_maps_back_to_its_own_characters() -> None:
    text = unicodedata.normalize("NFD", "Ông Nguyễn Văn An")
    folded = fold(text)
    start = folded.text.index("Nguyễn")
    begin, end = folded.span(start, start + 6)
    assert unicodedata.normalize("NFC", text[begin:end]) == "Nguyễn"


@given(
    st.text(alphabet=st.sampled_from("aăâđêôơưẾ ệ0１９-–\u0301\u0323\u200b\u00ad\r\n®·¸Ñöø."), max_size=40)
)
@settings(max_examples=150)
def test_key_and_text_are_equally_long_and_spans_stay_inside(text: str) -> None:
    folded = fold(text)
    assert len(folded.key) == len(folded.text)
    previous = 0
    for i in range(len(folded.text)):
        begin, end = folded.span(i, i + 1)
        assert previous <= begin < end <= len(text)
        assert folded.inside(begin, end) == (i, i + 1)
        previous = begin


@given(st.lists(st.sampled_from(SENTENCE.split()), min_size=3, max_size=12))
@settings(max_examples=80)
def test_statistics_agree_with_the_font(words: list[str]) -> None:
    text = " ".join(words)
    if len({word for word in words if not word.isascii()}) >= 4:
        assert fold(to_tcvn3(text)).text.lower() == text.lower()


def test_offsets_of_decoded_text_lead_to_the_source() -> None:
    source = to_vni("Số CCCD: 001190012345 của Trần Thị Bích Ngọc")
    decoded = decode(source, None)
    assert decoded is not None
    start = decoded.text.index("Ngọc")
    assert source[decoded.offsets[start] : decoded.offsets[start + 4]] == to_vni("Ngọc")


@pytest.mark.parametrize(
    "word", ["nghiêng", "quyền", "giữa", "uống", "khuỷu", "Thuở", "đường", "gì", "xoèn", "ý"]
)
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["strang", "nguyên1", "zebra", "tấng\u0301", "hoặng\u0300p", "gif", "wifi"])
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)


def test_key_keeps_the_length_of_letters_that_grow_in_lower_case() -> None:
    assert len(key_of("İstanbul ẞ ﬁ")) == len("İstanbul ẞ ﬁ")


def test_a_tone_stands_on_a_vowel() -> None:
    assert is_syllable("ủy")
    assert not is_syllable("ñy")


def test_words_that_are_spelled_alike_in_both_encodings_decide_nothing() -> None:
    text = "Nguyễn ký ủy ủy ủy ủy ở"
    assert fold(to_tcvn3(text)).text.lower() == text.lower()
