"""Training of the witness for names: it learns what tells names apart, always the same, and leaves doubt out."""

from benchmarks.recognition.corpus import GoldDocument, Mark, Role, Span
from benchmarks.recognition.regression import Example, fit
from benchmarks.recognition.train_names import as_text, at_a_glance, examples

TEXT = "Gặp Tươi ở chợ, hỏi Trần Thị Hoa, qua cầu Sông Lô với Lệ."


def paper(*marks: tuple[str, Role]) -> GoldDocument:
    spans = tuple(
        Span(TEXT.index(value), TEXT.index(value) + len(value), Mark(role, "PERSON")) for value, role in marks
    )
    return GoldDocument("made/up", False, (), TEXT, spans=spans)


def words() -> list[Example]:
    """Twelve words of as many templates: a mark before tells names, the shape tells nothing."""
    return [
        Example(f"t/{n}", (("entry -1", ":" if n % 2 else ","), ("shape", "-g-1")), n % 2 == 1, 1.0)
        for n in range(12)
    ]


def test_names_are_marked_and_doubtful_words_left_out() -> None:
    made = list(examples([paper(("Tươi", Role.GOLD), ("Trần Thị Hoa", Role.OFFICIAL), ("Lệ", Role.NEUTRAL))]))
    assert sum(word.holds for word in made) == 4
    assert any(not word.holds for word in made)
    assert len(made) == len(list(examples([paper()]))) - 1
    assert {word.counts for word in made} == {0.3, 1.0}


def test_tables_are_passed_over() -> None:
    assert list(examples([GoldDocument("made/up", False, (), rows=(("Họ tên",), ("Trần Thị Hoa",)))])) == []


def test_what_tells_names_apart_gets_the_weight() -> None:
    found = fit(words())
    assert found["entry -1", ":"] > 0.2 > -0.2 > found["entry -1", ","]
    assert abs(found["shape", "-g-1"]) < 0.01


def test_training_is_repeatable() -> None:
    assert as_text(fit(at_a_glance(words())), fit(words()), "x") == as_text(
        fit(at_a_glance(words())), fit(words()), "x"
    )


def test_rare_answers_get_no_weight() -> None:
    rare = Example("t/0", (("entry -1", "("),), True, 1.0)
    assert ("entry -1", "(") not in fit([*words(), rare])
