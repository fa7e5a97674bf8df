import time
from itertools import pairwise

import pytest
from finding import detector, found, hits, pairs
from hypothesis import given, settings
from hypothesis import strategies as st
from presidio_analyzer import AnalyzerEngine, Pattern, PatternRecognizer, RecognizerRegistry

from recognizers.analyzer import build_analyzer
from recognizers.base import DetectionIncomplete, Found
from recognizers.context_enhancer import PhraseContextEnhancer
from recognizers.custom_rules import CustomRulesError, parse_rules
from recognizers.detection import Detector, LabelledText, TableData
from recognizers.entities import EntityType
from recognizers.explanations import KEEP_SENTENCES, SENTENCES, sentence
from recognizers.folding import fold
from recognizers.nlp_engine import VietnameseNlpEngine
from recognizers.registry import build_recognizers
from recognizers.resolve import resolve
from recognizers.results import Hit, Reason
from recognizers.spreading import merged
from recognizers.tiers import Tier

PAPER = (
    "Ông Nguyễn Văn An, sinh ngày 15/03/1990, CCCD số 001190012345 cấp ngày 20/04/2021, điện thoại 0912.345.678, "
    "email an.nguyen@gmail.com. Giá 1.250.000.000 đồng theo Quyết định 12/2024/QĐ-UBND.\n"
)


# --- layouts of labels ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "entity_type", "value"),
    [
        ("Số CCCD:\n001190012345", "VN_PERSONAL_ID", "001190012345"),
        (
            "Họ tên:\nSố CCCD:\nSĐT:\nNguyễn Văn An\n001190012345\n0912345678",
            "VN_PERSONAL_ID",
            "001190012345",
        ),
        (
            "STT   Họ tên   Số TK\n1   Nguyễn Văn An   1023456789\n2   Lê Bình   1023456780",
            "VN_BANK_ACCOUNT",
            "1023456789",
        ),
        (
            "STT\nHọ tên\nSố tài khoản\n1\nNguyễn Văn An\n6818999104\n2\nLê Bình\n6818999105",
            "VN_BANK_ACCOUNT",
            "6818999105",
        ),
        ("so_cccd=001190012345", "VN_PERSONAL_ID", "001190012345"),
        ("SốCCCD:001190012345", "VN_PERSONAL_ID", "001190012345"),
        ("so can cuoc cong dan 001190012345", "VN_PERSONAL_ID", "001190012345"),
        ("SỐ/No.: 001190012345", "VN_PERSONAL_ID", "001190012345"),
        ("0912345678 (Zalo)", "VN_PHONE", "0912345678"),
        ("stk1023456789 VCB", "VN_BANK_ACCOUNT", "1023456789"),
        ("CMND/CCCD số: 012345678", "VN_CMND", "012345678"),
        ("Mã số thuế/Tax code: 8012345677", "VN_TAX_CODE", "8012345677"),
    ],
)
def test_labels_in_every_layout(text: str, entity_type: str, value: str) -> None:
    assert value in found(text, entity_type)


@pytest.mark.parametrize("text", ["Nguyễn Thanh Tiên - 0908620804", "Ngô Gia Vinh gọi 0911475683"])
def test_names_that_read_like_labels_are_no_labels(text: str) -> None:
    assert len(found(text, "VN_PHONE")) == 1


def test_the_nearest_label_wins() -> None:
    text = "CCCD 001190012345, số tài khoản 101876543210, GPLX 790190123456"
    assert pairs(text) == [
        ("VN_PERSONAL_ID", "001190012345"),
        ("VN_BANK_ACCOUNT", "101876543210"),
        ("VN_DRIVER_LICENSE", "790190123456"),
    ]


def test_a_label_from_outside_decides() -> None:
    assert hits("012345678", "Số CMND")[0].entity_type == "VN_CMND"
    assert hits("012345678") == ()


def test_company_data_is_proposed_to_be_kept() -> None:
    text = "Công ty TNHH Hoa Mai, MST: 0101234565, điện thoại: 024 3825 1234, email: info@hoamai.vn"
    assert pairs(text) == []
    assert {hit.keep for hit in hits(text)} == {"organisation_data", "role_mailbox"}


# --- resolution -----------------------------------------------------------------------------------------------------


def _one(start: int, end: int, score: float, tier: Tier, kind: EntityType = EntityType.VN_PHONE) -> Found:
    return Found(start, end, kind, score, Reason("phone_shape"), tier=tier)


def test_the_stronger_evidence_wins_and_the_rest_of_the_loser_stays_covered() -> None:
    text = "0123456789abcdef"
    strong = _one(4, 8, 0.5, Tier.LABEL, EntityType.VN_CMND)
    resolved = resolve([_one(0, 12, 0.99, Tier.STRUCTURE), strong], text)
    assert [(item.start, item.end) for item in resolved] == [(0, 4), (4, 8), (8, 12)]
    assert resolved[1] == strong


_spans = st.tuples(st.integers(0, 30), st.integers(1, 12), st.floats(0.1, 1), st.sampled_from(list(Tier)))


@given(st.lists(_spans, max_size=12))
@settings(max_examples=150)
def test_resolved_findings_never_overlap_and_lose_no_character(
    spans: list[tuple[int, int, float, Tier]],
) -> None:
    text = "x" * 50
    found_items = [_one(start, start + length, score, tier) for start, length, score, tier in spans]
    resolved = resolve(found_items, text)
    for a, b in pairwise(resolved):
        assert a.end <= b.start
    covered = {i for item in resolved for i in range(item.start, item.end)}
    wanted = {i for item in found_items for i in range(item.start, item.end)}
    assert covered <= wanted
    # single characters between two findings are given up: they tell nothing
    assert all(i - 1 in covered or i + 1 in covered for i in wanted - covered)


@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)), max_size=8),
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)), max_size=8),
)
@settings(max_examples=150)
def test_merged_hits_never_overlap(first: list[tuple[int, int]], second: list[tuple[int, int]]) -> None:
    def build(spans: list[tuple[int, int]]) -> list[Hit]:
        result: list[Hit] = []
        for start, length in sorted(spans):
            if not result or result[-1].end <= start:
                result.append(Hit(start, start + length, EntityType.PERSON, 0.9, Reason("known_value")))
        return result

    joined = merged(build(first), build(second))
    for a, b in pairwise(joined):
        assert a.end <= b.start


@given(st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_any_text_is_answered_with_ordered_spans_inside_it(text: str) -> None:
    previous = 0
    for hit in detector().find(text):
        assert previous <= hit.start < hit.end <= len(text)
        previous = hit.end


@given(
    st.lists(
        st.sampled_from(
            [
                "Số CCCD: 001190012345",
                "ĐT 0912345678",
                "không có gì",
                "Giá 250.000 đồng",
                "a@b.vn",
                "Số CMND: 012345678",
            ]
        ),
        max_size=8,
    )
)
@settings(max_examples=60, deadline=None)
def test_many_texts_at_once_are_answered_as_one_by_one(texts: list[str]) -> None:
    assert detector().find_many(texts) == [detector().find(text) for text in texts]


# --- whole documents ------------------------------------------------------------------------------------------------


def test_what_one_place_proves_is_found_everywhere() -> None:
    document = detector().find_document(
        [
            LabelledText("Số CCCD: 001190012345, ông Nguyễn Văn An"),
            LabelledText("ref 001190-012345 / NGUYEN VAN AN"),
        ],
        [TableData("S", [["x", "nộp thay Nguyễn Văn An"], ["y", "không"]])],
    )
    assert {hit.entity_type.value for hit in document.texts[1] if hit.score >= 0.75} == {
        "VN_PERSONAL_ID",
        "PERSON",
    }
    assert [cell.entity_type.value for cell in document.tables[0].cells] == ["PERSON"]
    assert "001190012345" in document.certain_values


def test_a_code_read_from_a_picture_is_searched_in_the_text() -> None:
    payload = "001190012345|012345678|Nguyễn Thị Hạnh|15031990|Nữ|Số 12, Phố Huế, Hà Nội|20042021"
    document = detector().find_document([LabelledText("mã 012345678 nộp ngày 3")], (), [payload])
    assert [hit.entity_type.value for hit in document.texts[0]] == ["VN_CMND"]


def test_hits_that_belong_together_become_a_person() -> None:
    document = detector().find_document([LabelledText(PAPER)])
    assert [person.name for person in document.people] == ["Nguyễn Văn An"]
    assert len(document.people[0].members) >= 4


def test_an_empty_document() -> None:
    document = detector().find_document([], [])
    assert (document.texts, document.tables, document.people) == ((), (), ())


# --- Presidio -------------------------------------------------------------------------------------------------------


def test_the_plain_analyzer_finds_the_same() -> None:
    results = build_analyzer().analyze(PAPER, language="vi")
    assert {
        ("VN_PERSONAL_ID", "001190012345"),
        ("VN_PHONE", "0912.345.678"),
        ("EMAIL", "an.nguyen@gmail.com"),
    } <= {(result.entity_type, PAPER[result.start : result.end]) for result in results}


def test_every_recognizer_works_in_a_foreign_engine_and_answers_only_its_own_types() -> None:
    for recognizer in build_recognizers():
        engine = AnalyzerEngine(
            registry=RecognizerRegistry(recognizers=[recognizer], supported_languages=["vi"]),
            nlp_engine=VietnameseNlpEngine(),
            supported_languages=["vi"],
        )
        results = engine.analyze(PAPER, language="vi")
        assert {result.entity_type for result in results} <= set(recognizer.supported_entities)


def test_context_of_several_words_raises_and_the_nearest_clue_wins() -> None:
    code = PatternRecognizer(
        "CODE",
        patterns=[Pattern("code", r"\b\d{5}\b", 0.3)],
        context=["mã hội viên"],
        supported_language="vi",
    )
    other = PatternRecognizer(
        "OTHER", patterns=[Pattern("other", r"\b\d{5}\b", 0.3)], context=["số trang"], supported_language="vi"
    )
    engine = AnalyzerEngine(
        registry=RecognizerRegistry(recognizers=[code, other], supported_languages=["vi"]),
        nlp_engine=VietnameseNlpEngine(),
        supported_languages=["vi"],
        context_aware_enhancer=PhraseContextEnhancer(),
    )
    scores = {
        (r.entity_type, r.start): r.score for r in engine.analyze("MA HOI VIEN 12345, số trang 54321", "vi")
    }
    assert scores["CODE", 12] == pytest.approx(0.65)
    assert scores["OTHER", 12] == 0.3
    assert scores["OTHER", 28] == pytest.approx(0.65)


# --- a user's own rules ---------------------------------------------------------------------------------------------

RULES = """
recognizers:
  - name: Mã hội viên
    patterns:
      - name: hội viên
        regex: 'HV-\\d{6}'
        score: 0.5
    context: [thẻ hội viên]
always_hide: [Dự án Sao Mai]
always_keep: ['0912345678']
"""


def test_own_patterns_words_to_hide_and_words_to_keep() -> None:
    own = Detector(parse_rules(RULES))
    text = "Thẻ hội viên HV-123456 thuộc DỰ ÁN SAO MAI, gọi 0912345678"
    assert [(text[h.start : h.end], h.score) for h in own.find(text) if h.entity_type == "CUSTOM"] == [
        ("HV-123456", 0.85),
        ("DỰ ÁN SAO MAI", 1.0),
    ]
    assert all(hit.entity_type != "VN_PHONE" for hit in own.find(text))


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("recognizers: [", 1, "not_yaml"),
        ("a: 1", 1, "unknown_key"),
        ("recognizers:\n  - name: x\n    patterns:\n      - regex: '['", 4, "bad_regex"),
        ("recognizers:\n  - name: x\n    patterns:\n      - regex: 'a'\n        score: 7", 5, "bad_score"),
        ("recognizers:\n  - name: x", 2, "missing_key"),
        ("recognizers:\n  - name: x\n    supported_entity: NO\n    deny_list: [a]", 3, "unknown_entity"),
        ("always_hide: ['']", 1, "empty_word"),
        ("always_hide: x", 1, "wrong_type"),
    ],
)
def test_mistakes_name_the_line_and_the_fix(text: str, line: int, problem: str) -> None:
    with pytest.raises(CustomRulesError) as caught:
        parse_rules(text)
    assert (caught.value.line, caught.value.problem) == (line, problem)


def test_a_pattern_that_runs_out_of_time_is_no_empty_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("recognizers.custom_rules._SECONDS", 0.05)
    monkeypatch.setattr("recognizers.custom_rules_file._PROBE_LENGTH", 3)  # as if nothing had been noticed
    rules = parse_rules("recognizers:\n  - name: slow\n    patterns:\n      - regex: '(x+x+)+y'")
    with pytest.raises(DetectionIncomplete) as caught:
        Detector(rules).find("x" * 4_000)
    assert caught.value.recognizer == "slow"


# --- explanations ---------------------------------------------------------------------------------------------------


def test_every_reason_has_a_sentence_in_both_languages_and_never_the_value() -> None:
    text = PAPER + "MST: 8012345677, biển số 30A-123.45, STK: 1023456789, giới tính: Nam"
    for hit in hits(text):
        assert hit.reason.code in SENTENCES
        for language in ("vi", "en"):
            assert text[hit.start : hit.end] not in sentence(hit.reason, language)
        assert hit.keep in ("", *KEEP_SENTENCES)


def test_the_sentence_of_a_labelled_number() -> None:
    (hit,) = hits("Số CCCD: 001190012345")
    assert sentence(hit.reason) == "12 chữ số, sau nhãn “Số CCCD”"


# --- cost -----------------------------------------------------------------------------------------------------------


def _seconds(text: str) -> float:
    """What the identifier recognisers take; those of people and places have a test of their own."""
    others = ("PersonRecognizer", "AddressRecognizer", "BirthDateRecognizer", "PlaceRecognizer")
    began = time.process_time()
    folded = fold(text)
    for recognizer in build_recognizers():
        if recognizer.name not in others:
            list(recognizer.findings(folded))
    return time.process_time() - began


@pytest.mark.parametrize(
    "text",
    [
        "0" * 30_000,
        "0 " * 15_000,
        "9.".join("1" * 9_000),
        "a" * 30_000,
        "A<" * 15_000,
        "@" * 20_000,
        "a@" * 10_000,
        "số " * 10_000,
        "số cccd " * 4_000,
        "|;" * 15_000,
        "1|" * 15_000,
        "\n" * 30_000,
        ":" * 30_000,
        "1:" * 15_000,
        "+84" * 10_000,
        "{" * 20_000,
        "000201" * 5_000,
        "AB " * 10_000,
        "x" * 20_000 + "@",
    ],
    ids=lambda text: text[:8].encode("unicode_escape").decode(),
)
def test_hostile_repetition_stays_linear(text: str) -> None:
    short, long = text[: len(text) // 4], text
    _seconds(short)
    quarter, whole = (min(_seconds(text + end) for end in "xy") for text in (short, long))
    assert whole < max(0.8, quarter * 9)
