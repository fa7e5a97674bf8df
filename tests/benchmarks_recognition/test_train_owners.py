"""Training of the witness for owners of addresses: what counts as a case, in a paper and in clippings of it."""

from benchmarks.recognition.corpus import GoldDocument, Mark, Role, Span
from benchmarks.recognition.train_owners import as_text, examples, role_of
from recognizers.weights import logit

HOME, OFFICE = "số 8 đường Lê Lai, phường Bến Thành, TP.HCM", "số 95 đường Hàm Nghi, phường Bến Thành, TP.HCM"
TEXT = (
    f"Trụ sở Công ty TNHH An Bình: {OFFICE}.\nBà Trần Thị Hoa, sinh năm 1980, thường trú tại {HOME}.\n"
    "Họ gặp nhau ở số 7 phố Hàng Bạc, phường Hàng Bạc, Hà Nội.\n"
)


def paper() -> GoldDocument:
    spans = tuple(
        Span(TEXT.index(value), TEXT.index(value) + len(value), Mark(role, "VN_ADDRESS"))
        for value, role in ((OFFICE, Role.LOOK_ALIKE), (HOME, Role.GOLD))
    )
    return GoldDocument("made/up", False, (), TEXT, spans=spans)


def test_planted_addresses_are_asked_about_whole_and_clipped() -> None:
    cases = list(examples([paper()]))
    assert [case.holds for case in cases] == [True] * 4 + [False] * 4
    assert [case.counts for case in cases[:4]] == [1.0, 0.4, 0.4, 0.4]
    home = [dict(case.answers) for case in cases[4:]]
    assert [answers["named last"] for answers in home] == ["details"] * 4
    assert home[0]["above 1 begins"] == "tru"
    assert home[1]["above 1"] == "the top"  # its line alone
    assert all(answers["people around"] == "1" for answers in home)


def test_a_stretch_is_what_most_of_it_was_planted_as() -> None:
    at = TEXT.index(HOME)
    assert role_of(paper(), at - 5, at + len(HOME)) is Role.GOLD
    assert role_of(paper(), 0, 12) is None


def test_tables_are_passed_over() -> None:
    assert list(examples([GoldDocument("made/up", False, (), rows=(("Địa chỉ",), (HOME,)))])) == []


def test_weights_are_written_by_question_in_hundredths() -> None:
    written = as_text({("bias", ""): -0.5, ("label", "nha"): -1.25, ("label", "so"): 0.001}, "x")
    assert written == "# x\nbias\n\t-50\nlabel\nnha\t-125\n"


def test_even_odds_weigh_nothing() -> None:
    assert logit(0.5) == 0
    assert logit(0.9) == -logit(0.1) == 220
