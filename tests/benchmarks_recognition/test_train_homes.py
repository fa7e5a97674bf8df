"""Training of the witness for homes: what counts as a case, and the notes it learns from."""

from benchmarks.recognition.corpus import GoldDocument, Mark, Role, Span
from benchmarks.recognition.homes import home_notes
from benchmarks.recognition.train_homes import examples

HOME, SHOP, JOB = "Pác Lũng", "quán Hoa Sen", "thợ hồ"
TEXT = f"Triệu Văn Ghển – {HOME} – 0912480337\nLý Thị Mùi – {SHOP} – 0912480338\nĐàm Văn Sủi – {JOB}, bản {HOME}\n"


def paper() -> GoldDocument:
    first = TEXT.index(HOME)
    second = TEXT.index(HOME, first + 1)
    spans = (
        Span(first, first + len(HOME), Mark(Role.GOLD, "VN_ADDRESS")),
        Span(second, second + len(HOME), Mark(Role.NEUTRAL, "VN_ADDRESS")),
    )
    return GoldDocument("made/up", False, (), TEXT, spans=spans)


def test_homes_are_cases_and_what_clerks_differ_about_is_none() -> None:
    cases = list(examples([paper()] * 8))  # in some of them the witness is told, and not asked
    homes = [dict(case.answers) for case in cases if case.holds]
    assert 0 < len(homes) < 8
    assert {answers["first"] for answers in homes} == {"pac"}
    assert homes[0]["before"].startswith("PERSON")
    others = [dict(case.answers)["first"] for case in cases if not case.holds]
    assert "ban" not in others


def test_tables_are_passed_over() -> None:
    assert list(examples([GoldDocument("made/up", False, (), rows=(("Địa chỉ",), (HOME,)))])) == []


def test_the_same_seed_gives_the_same_notes_with_homes_and_other_places() -> None:
    notes = list(home_notes(40))
    assert notes == list(home_notes(40))
    marks = {(span.mark.role, span.mark.kind) for note in notes for span in note.spans}
    assert {(Role.GOLD, "VN_ADDRESS"), (Role.GOLD, "PERSON"), (Role.LOOK_ALIKE, "place")} <= marks
    assert all("{" not in note.text for note in notes)
