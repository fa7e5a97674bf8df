"""Every finding of the gold corpus is explained in Vietnamese and in English, and no explanation repeats the value."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.recognition.corpus import GoldDocument
from benchmarks.recognition.generate import generate, templates
from recognizers.cells import shown
from recognizers.detection import Detector, LabelledText, TableData
from recognizers.explanations import KEEP_SENTENCES, SENTENCES, keep_sentence, sentence
from recognizers.folding import key_of
from recognizers.results import Reason

#: Shorter values ("Nam", "01", "con") are words of the language and stand in labels: "Nam/Nữ".
_LEAST = 5

#: Longer words of the language that are both a value and part of its column's header: "Quan hệ với chủ hộ".
_WORDS = frozenset({"chu ho"})


def _findings(document: GoldDocument, detector: Detector) -> Iterator[tuple[str, Reason, str]]:
    """Yield value, reason and keep code of everything found in a document."""
    if document.text:
        for hit in detector.find_document([LabelledText(document.text, "")]).texts[0]:
            yield document.text[hit.start : hit.end], hit.reason, hit.keep
        return
    rows = document.rows
    table = detector.find_document([], [TableData("", rows)]).tables[0]
    for column in table.columns:
        for row in rows[column.first_row : column.last_row + 1]:
            if column.column < len(row) and row[column.column] not in (None, ""):
                yield shown(row[column.column]), column.reason, column.keep
    for cell in table.cells:
        yield shown(rows[cell.row][cell.column])[cell.start : cell.end], cell.reason, cell.keep


def test_every_finding_is_explained_and_no_explanation_repeats_the_value() -> None:
    detector = Detector()
    unexplained, repeated = set(), []
    seen = 0
    for document in generate(seed=5, fills=1, chosen=templates()[::10]):
        for value, reason, keep in _findings(document, detector):
            seen += 1
            if reason.code not in SENTENCES or (keep and keep not in KEEP_SENTENCES):
                unexplained.add(reason.code)
            said = [sentence(reason), sentence(reason, "en"), keep_sentence(keep), keep_sentence(keep, "en")]
            key = " ".join(key_of(value).split())
            # "Nhung" stands in "những chữ đứng quanh": words that every explanation of the kind has repeat nothing
            fixed = [*SENTENCES.get(reason.code, ()), *KEEP_SENTENCES.get(keep, ())]
            if len(key) < _LEAST or key in _WORDS or any(key in key_of(text) for text in fixed):
                continue
            if any(key in key_of(text) for text in said):
                repeated.append((document.template, reason.code))
    assert seen > 5_000
    assert unexplained == set()
    assert repeated == []


def test_all_sentences_are_whole_vietnamese_sentences_with_an_english_one_beside() -> None:
    for vi, en in (*SENTENCES.values(), *KEEP_SENTENCES.values()):
        assert vi[0].isupper() or vi.startswith("{detail}") or vi[0].isdigit()
        assert not vi.isascii(), vi
        assert en != vi
        assert re.findall(r"{\w+}", vi) == re.findall(r"{\w+}", en)
        assert not vi.endswith(".")


def test_a_reason_without_a_sentence_says_its_code() -> None:
    assert sentence(Reason("no_such_reason", "Số CCCD")) == "no_such_reason"
