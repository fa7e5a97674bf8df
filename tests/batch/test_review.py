"""What needs a person is asked once for all files, remembered, and never applied to anything else."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from redactor import errors
from redactor.batch import BatchResult, Question
from redactor.batch_answers import read_answers, write_questions
from redactor.model import Action, GapReason
from tests.batch.line_runner import Plan, copies, make_batch, put

ID = "001190012345"
OTHER = "079090012345"
Go = Callable[..., BatchResult]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return put(
        tmp_path / "hồ sơ",
        {
            "a.txt": f"unsure: {ID}\n{ID}",
            "b.txt": f"unsure: {ID}\nunsure: {OTHER}\ngap",
            "c.txt": "nothing",
            "d.txt": "gap",
        },
    )


def question(result: BatchResult, about: str) -> Question:
    return next(q for q in result.review.questions if about in (q.value, str(q.gap or "")))


def test_each_answer_settles_all_its_places_and_the_biggest_comes_first(
    folder: Path, tmp_path: Path, plan: Plan
) -> None:
    with make_batch(tmp_path, folder, plan, attended=True) as batch:
        first = batch.run()
        assert [(q.occurrences, q.files) for q in first.review.questions] == [
            (3, ("a.txt", "b.txt")),
            (2, ("b.txt", "d.txt")),
            (1, ("b.txt",)),
        ]
        assert first.review.occurrences == 6
        assert [p.path for p in first.review.files] == ["a.txt", "d.txt", "b.txt"]
        assert batch.job(first.review.files[0]).source == folder / "a.txt"
        second = batch.settle({question(first, ID).key: Action.HIDE})
        assert {r.path: r.open for r in second.results} == {"a.txt": 0, "b.txt": 2, "c.txt": 0, "d.txt": 1}
        assert [p.path for p in second.review.files] == ["d.txt", "b.txt"]
        gap = question(second, "image_unreadable")
        assert (gap.gap, gap.entity_type, gap.value) == (GapReason.IMAGE_UNREADABLE, None, "")
        third = batch.settle({gap.key: Action.KEEP})
        assert [p.path for p in third.review.files] == ["b.txt"]
        last = batch.settle({question(third, OTHER).key: Action.KEEP})
    assert last.review.files == ()
    assert last.failed == 0
    out = copies(tmp_path / "out")
    assert ID.encode() not in b"".join(out.values())
    assert OTHER.encode() in out["b_da-che.txt"]
    record = json.loads((tmp_path / "out" / "d_da-che.txt.ban-ghi.json").read_text("utf-8"))
    assert [g["settled"] for g in record["gaps"]] == ["accepted"]


def test_answers_are_remembered_by_the_next_run(folder: Path, tmp_path: Path, plan: Plan) -> None:
    with make_batch(tmp_path, folder, plan, attended=True) as batch:
        first = batch.run()
        batch.settle({question(first, ID).key: Action.HIDE, question(first, OTHER).key: Action.KEEP})
    with make_batch(tmp_path, folder, plan, attended=True) as batch:
        second = batch.run()
        assert [(q.gap, q.occurrences) for q in second.review.questions] == [(GapReason.IMAGE_UNREADABLE, 2)]
        batch.settle({question(second, "image_unreadable").key: Action.HIDE})
    kept = [p for p in (tmp_path / "state").rglob("*") if p.is_file()]
    assert {p.name for p in kept} == {"log.jsonl", "lock"}
    assert all(ID.encode() not in p.read_bytes() and OTHER.encode() not in p.read_bytes() for p in kept)
    with make_batch(tmp_path, folder, plan, attended=True) as batch:
        assert {r.status for r in batch.run().results} == {"unchanged"}


def test_an_answer_about_places_not_read_is_for_those_that_were_asked_about(
    folder: Path, tmp_path: Path, plan: Plan
) -> None:
    with make_batch(tmp_path, folder, plan, attended=True) as batch:
        gap = question(batch.run(), "image_unreadable")
    put(folder, {"new.txt": "gap"})
    with make_batch(tmp_path, folder, plan, attended=True) as batch:
        batch.run()
        result = batch.settle({gap.key: Action.KEEP})
    assert {p.path for p in result.review.files} == {"a.txt", "b.txt", "d.txt", "new.txt"}


def test_a_person_who_answers_otherwise_later_is_obeyed(tmp_path: Path, plan: Plan) -> None:
    folder = put(tmp_path / "hồ sơ", {"a.txt": f"unsure: {ID}"})
    for action, state in ((Action.KEEP, "state"), (Action.HIDE, "another memory")):
        with make_batch(tmp_path, folder, plan, attended=True, state_dir=tmp_path / state) as batch:
            first = batch.run()
            result = batch.settle({first.review.questions[0].key: action})
        assert [r.status for r in result.results] == ["verified"]
    assert ID.encode() not in copies(tmp_path / "out")["a_da-che.txt"]


def test_questions_go_through_a_file(folder: Path, tmp_path: Path, plan: Plan) -> None:
    path = tmp_path / "câu hỏi.json"
    with make_batch(tmp_path, folder, plan, attended=True) as batch:
        write_questions(batch.run().review, path, "vi")
        told = json.loads(path.read_text("utf-8"))
        assert [q["value"] for q in told["questions"]] == [ID, "", OTHER]
        assert read_answers(path) == {}
        for asked, given in zip(told["questions"], ("hide", "", " Keep "), strict=True):
            asked["answer"] = given
        path.write_text("\ufeff" + json.dumps(told), "utf-8")  # as Windows' editor saves it
        answers = read_answers(path)
        assert list(answers.values()) == [Action.HIDE, Action.KEEP]
        result = batch.settle(answers)
    assert [p.path for p in result.review.files] == ["b.txt", "d.txt"]


@pytest.mark.parametrize(
    ("text", "question"),
    [("", 0), ("[]", 0), ('{"questions": [{"key": "k", "answer": "hide"}, {"answer": "xoá"}]}', 2)],
)
def test_a_file_that_holds_no_answers_is_refused(tmp_path: Path, text: str, question: int) -> None:
    path = tmp_path / "answers.json"
    path.write_text(text, "utf-8")
    with pytest.raises(errors.AnswersInvalid) as told:
        read_answers(path)
    assert told.value.params == {"question": question}
