"""Training of the witness for officers: what counts as a case, and the papers it learns from."""

from benchmarks.recognition.corpus import GoldDocument, Mark, Role, Span
from benchmarks.recognition.officers import officers_papers
from benchmarks.recognition.train_officers import examples

OFFICER, CITIZEN = "Lương Đình Khuê", "Vi Thị Chanh"
TEXT = f"Chủ trì: ông {OFFICER} – Chủ tịch UBND xã.\nBà {CITIZEN}, sinh năm 1980, kiến nghị sửa đường.\n"


def test_planted_names_are_cases() -> None:
    spans = tuple(
        Span(TEXT.index(name), TEXT.index(name) + len(name), Mark(role, "PERSON"))
        for name, role in ((OFFICER, Role.OFFICIAL), (CITIZEN, Role.GOLD))
    )
    cases = list(examples([GoldDocument("made/up", False, (), TEXT, spans=spans)]))
    whole = [case for case in cases if case.counts == 1.0]
    assert [case.holds for case in whole] == [True, False]
    assert ("behind", "tich") in whole[0].answers


def test_the_same_seed_gives_the_same_papers_with_officers_and_others() -> None:
    papers = list(officers_papers(40))
    assert papers == list(officers_papers(40))
    assert {span.mark.role for paper in papers for span in paper.spans} == {Role.OFFICIAL, Role.GOLD}
    assert all("{" not in paper.text and "¶" not in paper.text for paper in papers)
