from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import redactor
from recognizers.containers import values_of
from recognizers.detection import Detector, LabelledText
from recognizers.entities import EntityType
from recognizers.known_values import KnownValues
from recognizers.results import Hit, Reason


def known(*names: str) -> KnownValues:
    values = KnownValues()
    for name in names:
        values.add(name, EntityType.PERSON)
    return values


def texts(values: KnownValues, text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in values.find(text)]


@pytest.mark.parametrize(
    "spelling",
    [
        "Nguyễn Văn An",
        "NGUYỄN VĂN AN",
        "nguyễn văn an",
        "Nguyen Van An",
        "NGUYEN VAN AN",
        "nguyen van an",
        unicodedata.normalize("NFD", "Nguyễn Văn An"),
        "Nguyễn V. A.",
        "Nguyễn Văn A",
        "N.V.A",
        "Nguyễn\nVăn An",
    ],
)
def test_full_name_is_found_in_every_spelling(spelling: str) -> None:
    assert texts(known("Nguyễn Văn An"), f"theo {spelling}, thì") == [spelling]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ông An nói", ["An"]),
        ("chị Hạnh và anh An", ["Hạnh", "An"]),
        ("ANH AN", ["AN"]),
        ("bà Lan Anh", ["Lan Anh"]),
    ],
)
def test_given_name_behind_a_form_of_address(text: str, expected: list[str]) -> None:
    assert texts(known("Nguyễn Văn An", "Lê Thị Hạnh", "Trần Thị Lan Anh"), text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "ông Nguyễn",
        "họ Nguyễn",
        "an toàn",
        "An toàn lao động",
        "bình an",
        "ông Bình",
        "anh em an tâm",
        "N.V.B",
        "nva",
        "Nguyễn Văn Ân",
        "Nguyễn Văn Bình",
        "Văn An",
        "tôi an phận",
        "trường An Hải",
        "Hạnh phúc",
    ],
)
def test_a_part_of_a_name_is_not_the_person(text: str) -> None:
    assert texts(known("Nguyễn Văn An", "Lê Thị Hạnh"), text) == []


@pytest.mark.parametrize("name", ["An", "Nguyễn", "", "  ", "Hà Nội", "A"])
def test_too_little_is_not_searched(name: str) -> None:
    assert len(known(name)) == 0


@pytest.mark.parametrize(
    "spelling",
    [
        "001090012345",
        "001 090 012 345",
        "001.090.012.345",
        "0010-9001-2345",
        "0010 9001\n2345",
        "001090\n012345",
        "００１０９００１２３４５",
    ],
)
def test_numbers_with_other_grouping(spelling: str) -> None:
    values = KnownValues()
    values.add("001090012345", EntityType.VN_PERSONAL_ID)
    assert texts(values, f"số {spelling}.") == [spelling]


def test_short_numbers_below_each_other_are_none() -> None:
    values = KnownValues()
    values.add("12345678", EntityType.VN_PHONE)
    values.add("12345", EntityType.VN_PLATE)
    assert texts(values, "1234\n5678\n12\n345") == []


@pytest.mark.parametrize("text", ["0010900123456", "1001090012345", "00109001234", "001090012346"])
def test_other_numbers_are_left_alone(text: str) -> None:
    values = KnownValues()
    values.add("001090012345", EntityType.VN_PERSONAL_ID)
    assert texts(values, text) == []


@pytest.mark.parametrize("spelling", ["0912345678", "+84912345678", "84 912 345 678", "0912.345.678"])
def test_phone_in_both_forms(spelling: str) -> None:
    values = KnownValues()
    values.add("0912 345 678", EntityType.VN_PHONE)
    assert texts(values, f"gọi {spelling} nhé") == [spelling]


def test_address_and_email() -> None:
    values = KnownValues()
    values.add("Số 12, ngõ 45, phố Huế", EntityType.VN_ADDRESS)
    values.add("an.nguyen@example.vn", EntityType.EMAIL)
    text = "SO 12 NGO 45 PHO HUE; AN.NGUYEN@EXAMPLE.VN."
    assert texts(values, text) == ["SO 12 NGO 45 PHO HUE", "AN.NGUYEN@EXAMPLE.VN"]


def test_only_certain_values_are_collected() -> None:
    text = "Nguyễn Văn An, Trần Văn Bê, Lê Văn Cê"
    values = KnownValues()
    values.collect(
        text,
        [
            Hit(0, 13, EntityType.PERSON, 0.95, Reason("person_label")),
            Hit(15, 26, EntityType.PERSON, 0.5, Reason("person_shape")),
            Hit(28, 37, EntityType.PERSON, 0.95, Reason("person_title"), keep="official_capacity"),
        ],
    )
    assert texts(values, text) == ["Nguyễn Văn An"]


def test_no_value_shows_in_a_repr() -> None:
    assert "An" not in repr(known("Nguyễn Văn An"))


def test_cost_grows_with_the_text_not_with_the_values() -> None:
    few, many = (
        known("Nguyễn Văn An"),
        known(*(f"Nguyễn Văn {a}{b}n" for a in "bcdghklmnpqrstvx" for b in "aeiouy")),
    )
    text = "Biên bản này được lập thành hai bản có giá trị như nhau. " * 800

    def cost(values: KnownValues) -> float:
        began = time.perf_counter()
        values.find(text)
        return time.perf_counter() - began

    cost(few)
    assert min(cost(many) for _ in range(3)) < 6 * min(cost(few) for _ in range(3)) + 0.05


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.text(max_size=30))
def test_hits_lie_in_the_text_and_do_not_overlap(text: str, name: str) -> None:
    values = known("Nguyễn Văn An", name)
    last = 0
    for hit in values.find(text):
        assert last <= hit.start < hit.end <= len(text)
        last = hit.end


NAMES = ["Nguyễn Văn An", "Trần Thị Bích Ngọc", "Nguyễn Văn Bình", "Lê An", "Phạm Minh Châu"]
PLACE = "Số 12 ngõ 34 phố Huế, quận Hai Bà Trưng"
BOTH = (
    "NGUYEN VAN AN, chị Ngọc, N.V.B, ông Bình, 0912.345.678, a@b.vn, so 12 ngo 34 pho Hue quan hai ba trung"
)


def fill(values: KnownValues, names: list[str]) -> KnownValues:
    for name in names:
        values.add(name, EntityType.PERSON)
    values.add("0912 345 678", EntityType.VN_PHONE)
    values.add("a@b.vn", EntityType.EMAIL)
    values.add(PLACE, EntityType.VN_ADDRESS)
    return values


@pytest.mark.parametrize("cut", range(len(NAMES) + 1))
def test_a_copy_with_more_added_finds_what_one_filled_at_once_finds(cut: int) -> None:
    base = known(*NAMES[:cut])
    before = base.find(BOTH)
    both = fill(base.copy(), NAMES[cut:])
    assert both.find(BOTH) == fill(known(), NAMES).find(BOTH) != ()
    assert base.find(BOTH) == before
    assert len(base) == cut


def test_values_added_to_one_copy_are_not_in_another() -> None:
    base = known("Nguyễn Văn An")
    one, other = base.copy(), base.copy()
    one.add("Nguyễn Văn Bình", EntityType.PERSON)
    other.add("Nguyễn Văn Cường", EntityType.PERSON)
    text = "Nguyễn Văn An, Nguyễn Văn Bình, Nguyễn Văn Cường"
    assert texts(one, text) == ["Nguyễn Văn An", "Nguyễn Văn Bình"]
    assert texts(other, text) == ["Nguyễn Văn An", "Nguyễn Văn Cường"]


# --- what containers hold -------------------------------------------------------------------------------------------

ZONE = ["IDVNM1900123457001190012345<<8", "9003152F3003150VNM<<<<<<<<<<<0", "NGUYEN<<THI<HANH<<<<<<<<<<<<<<"]


@pytest.mark.parametrize(
    "first",
    [
        "IDVNM1900123457001190012345<<8",
        "TDVNM1900123457001190012345<<8",
        "1DVNM1900123457001190012345<<8",
        "I0VNM1900123457001190012345<<8",
        "lDVNM1900123457001190012345<<8",
        "|DVNM19OO123457001190012345<<8",
    ],
)
def test_a_zone_proves_number_name_and_birth_date_whatever_its_first_letters_were_read_as(first: str) -> None:
    zone = "\n".join([first, *ZONE[1:]])
    rest = "Gặp Nguyễn Thị Hạnh, THI HANH NGUYEN; số 001 190 012 345; 15.3.1990, 1990-03-15; 16/03/1990, 2/3/2024"
    found = Detector().find_document([LabelledText(zone, ""), LabelledText(rest, "")]).texts
    assert [hit.entity_type.value for hit in found[0]] == ["VN_MRZ"] * 3
    assert [rest[hit.start : hit.end] for hit in found[1]] == [
        "Nguyễn Thị Hạnh",
        "THI HANH NGUYEN",
        "001 190 012 345",
        "15.3.1990",
        "1990-03-15",
    ]


def test_the_days_of_a_container_are_searched_in_all_spellings_and_other_days_are_not() -> None:
    code = "001190012345|012345678|Nguyễn Thị Hạnh|15031990|Nữ|Số 12, Phố Huế, Hai Bà Trưng, Hà Nội|20042021"
    rest = "a 15/3/1990 b 15 - 03 - 1990 c ngày 15 tháng 03 năm 1990 d 15031990 e 20.04.2021 g 21.04.2021 h 5/3/1990"
    found = Detector().find_document([LabelledText(code, ""), LabelledText(rest, "")]).texts[1]
    assert [(rest[hit.start : hit.end], hit.entity_type.value) for hit in found] == [
        ("15/3/1990", "DATE_OF_BIRTH"),
        ("15 - 03 - 1990", "DATE_OF_BIRTH"),
        ("ngày 15 tháng 03 năm 1990", "DATE_OF_BIRTH"),
        ("15031990", "DATE_OF_BIRTH"),
        ("20.04.2021", "ISSUE_DATE"),
    ]


@pytest.mark.parametrize(
    ("payload", "values"),
    [
        (
            "BEGIN:VCARD\nN:Lê;Văn Bình;;;\nTEL;TYPE=CELL:0912345678\nADR:;;12 Lê Lợi;Huế;;;\nBDAY:19900315\nEND:VCARD",
            ("Lê Văn Bình", "0912345678", "12 Lê Lợi, Huế", "15/03/1990"),
        ),
        ("MECARD:N:Lê Văn Bình;TEL:0912345678;EMAIL:binh@a.vn;;", ("Lê Văn Bình", "0912345678", "binh@a.vn")),
        (
            "https://img.vietqr.io/image/970436-0011001234567-compact.png?accountName=NGUYEN%20VAN%20AN",
            ("0011001234567", "NGUYEN VAN AN"),
        ),
        ("CN=Nguyễn Văn An,UID=CCCD:001190012345,C=VN", ("001190012345", "Nguyễn Văn An")),
        ("0.9.2342.19200300.100.1.1=MST:0101234565-001,CN=Hoàng An", ("0101234565-001", "Hoàng An")),
        ("https://chinhphu.vn/van-ban?id=12345678", ()),
        ("SKU001|8934567890123|Áo sơ mi|25000|Nam|Kho 2|01012024", ()),
        ("BEGIN:VEVENT\nSUMMARY:Họp\nEND:VEVENT", ()),
    ],
)
def test_payloads_give_their_values(payload: str, values: tuple[str, ...]) -> None:
    assert values_of(payload) == values


def test_distinct_words_of_a_foreign_name_stand_for_its_bearer_alone() -> None:
    text = "Mr. Olivier Marchand signs.\nOlivier's wife agrees. Signed: O. Marchand. The marchand de sable is a tale."
    found = redactor.find_in_text(text)
    names = [text[f.start : f.end] for f in found if f.entity_type == "PERSON"]
    assert names == ["Olivier Marchand", "Olivier", "Marchand"]
