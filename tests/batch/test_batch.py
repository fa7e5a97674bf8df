from __future__ import annotations

import json
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from redactor import errors
from redactor.batch import BatchResult, Progress
from redactor.batch_summary import SUMMARY_NAME
from redactor.files import DRAFT_MARK
from redactor.model import Action
from redactor.policy import Policy
from tests.batch.line_runner import Plan, copies, make_batch, put

ID = "001190012345"
OTHER = "001190099999"

Go = Callable[..., BatchResult]


def by_path(result: BatchResult) -> dict[str, tuple[str, str]]:
    return {r.path: (r.status, r.reason) for r in result.results}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "hồ sơ"
    folder.mkdir()
    return folder


def test_tree_is_mirrored_and_values_are_gone(folder: Path, tmp_path: Path, go: Go) -> None:
    put(folder, {"a.txt": f"certain: {ID}\n", "b/c/d.txt": f"certain: {OTHER}\n"})
    result = go(folder)
    assert result.status == "finished"
    assert set(copies(tmp_path / "out")) == {"a_da-che.txt", "b/c/d_da-che.txt"}
    assert ID.encode() not in b"".join(copies(tmp_path / "out").values())
    assert (tmp_path / "out" / "a_da-che.txt.ban-ghi.json").exists()


def test_what_one_file_proves_is_hidden_in_all(folder: Path, tmp_path: Path, go: Go) -> None:
    put(folder, {"a.txt": f"certain: {ID}\n", "z.txt": f"so {ID} khong ai ngo\n"})
    go(folder)
    assert ID.encode() not in copies(tmp_path / "out")["z_da-che.txt"]


def test_without_cross_file_each_file_stands_alone(folder: Path, tmp_path: Path, go: Go) -> None:
    put(folder, {"a.txt": f"certain: {ID}\n", "z.txt": f"so {ID}\n"})
    go(folder, cross_file=False)
    assert ID.encode() in copies(tmp_path / "out")["z_da-che.txt"]


def test_an_unsure_value_proves_nothing_elsewhere(folder: Path, tmp_path: Path, go: Go) -> None:
    put(folder, {"a.txt": f"unsure: {ID}\n", "z.txt": f"so {ID}\n"})
    go(folder)
    assert ID.encode() in copies(tmp_path / "out")["z_da-che.txt"]


def test_broken_files_do_not_stop_the_rest(folder: Path, tmp_path: Path, go: Go, plan: Plan) -> None:
    put(
        folder, {"a.txt": "corrupt", "b.txt": "", "c.txt": "gap", "d.txt": "ok", "e.docx": "x", "f.txt": "ok"}
    )
    plan.break_on["f.txt"] = ZeroDivisionError("secret text")
    result = go(folder)
    assert by_path(result) == {
        "a.txt": ("failed", "corrupt_document"),
        "b.txt": ("failed", "empty_file"),
        "c.txt": ("refused", "incomplete_scan"),
        "d.txt": ("verified", ""),
        "e.docx": ("skipped", "unsupported_format"),
        "f.txt": ("failed", "internal"),
    }
    assert result.failed == 4
    assert "secret text" not in repr(result)


def test_second_run_redoes_nothing(folder: Path, go: Go, plan: Plan) -> None:
    put(folder, {"a.txt": f"certain: {ID}", "b.txt": "ok"})
    go(folder)
    plan.scanned.clear()
    plan.redacted.clear()
    result = go(folder)
    assert (plan.scanned, plan.redacted) == ([], [])
    assert {s for s, _ in by_path(result).values()} == {"unchanged"}


def test_changed_source_changed_policy_and_lost_copy_are_done_again(
    folder: Path, tmp_path: Path, go: Go, plan: Plan
) -> None:
    put(folder, {"a.txt": "one", "b.txt": "two", "c.txt": "three"})
    go(folder)
    put(folder, {"a.txt": "changed"})
    (tmp_path / "out" / "b_da-che.txt").unlink()
    plan.redacted.clear()
    go(folder)
    assert sorted(plan.redacted) == ["a.txt", "b.txt"]
    assert copies(tmp_path / "out")["a_da-che.txt"] == b"changed"
    plan.redacted.clear()
    go(folder, policy=Policy(version=1, operator="label"))
    assert sorted(plan.redacted) == ["a.txt", "b.txt", "c.txt"]


def test_a_copy_that_someone_edited_is_left_alone(folder: Path, tmp_path: Path, go: Go) -> None:
    put(folder, {"a.txt": "one"})
    go(folder)
    (tmp_path / "out" / "a_da-che.txt").write_text("edited by hand")
    assert by_path(go(folder))["a.txt"] == ("failed", "target_exists")
    assert (tmp_path / "out" / "a_da-che.txt").read_text() == "edited by hand"
    assert by_path(go(folder, overwrite=True))["a.txt"][0] == "verified"


def test_foreign_file_with_the_copys_name_is_never_overwritten(folder: Path, tmp_path: Path, go: Go) -> None:
    put(folder, {"a.txt": "one"})
    put(tmp_path / "out", {"a_da-che.txt": "someone else's"})
    assert by_path(go(folder))["a.txt"] == ("failed", "target_exists")
    assert (tmp_path / "out" / "a_da-che.txt").read_text() == "someone else's"


def test_new_knowledge_reaches_copies_that_stand_already(
    folder: Path, tmp_path: Path, go: Go, plan: Plan
) -> None:
    put(folder, {"a.txt": f"so {ID}", "b.txt": "nothing of anyone"})
    go(folder)
    assert ID.encode() in copies(tmp_path / "out")["a_da-che.txt"]
    put(folder, {"c.txt": f"certain: {ID}"})
    plan.redacted.clear()
    go(folder)
    assert ID.encode() not in copies(tmp_path / "out")["a_da-che.txt"]
    assert sorted(plan.redacted) == ["a.txt", "c.txt"]  # b says nothing new


def test_lost_memory_is_made_good_by_the_records(folder: Path, tmp_path: Path, go: Go, plan: Plan) -> None:
    put(folder, {"a.txt": f"certain: {ID}", "b.txt": "ok"})
    go(folder)
    plan.redacted.clear()
    go(folder, state_dir=tmp_path / "other state")
    assert plan.redacted == []


def test_names_that_tell_are_blanked_and_stay_apart(folder: Path, tmp_path: Path, go: Go) -> None:
    put(
        folder,
        {
            "Nguyễn Văn An.txt": "1",
            "Nguyễn Văn An/x.txt": "2",
            f"hs {ID}.txt": "3",
            "b.txt": f"certain: {ID}",
            "Nguyễn Văn An - 2.bin": "",
        },
    )
    go(folder)
    assert set(copies(tmp_path / "out")) == {
        "xxx_da-che.txt",
        "xxx/x_da-che.txt",
        "hs xxx_da-che.txt",
        "b_da-che.txt",
    }
    everything = b"".join(p.read_bytes() for p in (tmp_path / "out").rglob("*") if p.is_file())
    assert "Nguyễn Văn An".encode() not in everything
    assert ID.encode() not in everything


def test_names_that_could_not_be_judged_are_blanked_whole(
    folder: Path, tmp_path: Path, go: Go, plan: Plan
) -> None:
    put(folder, {"Lê Thị Bé/đơn.txt": "1"})
    plan.names_fail = True
    go(folder)
    assert set(copies(tmp_path / "out")) == {"xxx/xxx_da-che.txt"}


def test_two_sources_never_share_a_copy_or_a_record(folder: Path, tmp_path: Path, go: Go) -> None:
    put(
        folder, {"a.txt": "1", "a.csv": "2", "A.tsv": "3", "Nguyễn Văn An.txt": "4", "Nguyễn Văn An.csv": "5"}
    )
    result = go(folder)
    names = [p.name.casefold() for p in (tmp_path / "out").iterdir() if p.name != SUMMARY_NAME]
    assert len(names) == len(set(names)) == 10
    assert {r.status for r in result.results} == {"verified"}


def test_own_outputs_are_never_picked_up(folder: Path, go: Go) -> None:
    put(folder, {"a.txt": "1", f"{DRAFT_MARK}0123.txt": "draft", "~$a.xlsx": "lock"})
    go(folder, output_dir=folder)
    second = go(folder, output_dir=folder)
    assert by_path(second)["a.txt"][0] == "unchanged"
    assert by_path(second)["a_da-che.txt"] == ("skipped", "own_output")
    assert by_path(second)["~$a.xlsx"] == ("skipped", "program_file")
    assert sum(r.has_copy for r in second.results) == 1


def test_output_folder_inside_the_source_is_not_walked(folder: Path, go: Go) -> None:
    put(folder, {"a.txt": "1"})
    go(folder, output_dir=folder / "ban che")
    assert set(by_path(go(folder, output_dir=folder / "ban che"))) == {"a.txt"}


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_link_loops_broken_links_and_pipes(folder: Path, go: Go) -> None:
    put(folder, {"a.txt": "1", "sub/b.txt": "2"})
    (folder / "sub" / "loop").symlink_to(folder)
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    (folder / "self.txt").symlink_to(folder / "self.txt")
    os.mkfifo(folder / "pipe.txt")
    told = by_path(go(folder))
    assert told["sub/loop"] == ("skipped", "linked_folder")
    assert told["gone.txt"][0] == told["self.txt"][0] == told["pipe.txt"][0] == "skipped"
    assert told["sub/b.txt"][0] == "verified"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root reads everything")
def test_unreadable_folder_is_told(folder: Path, go: Go) -> None:
    put(folder, {"a.txt": "1", "closed/b.txt": "2"})
    (folder / "closed").chmod(0)
    try:
        assert by_path(go(folder))["closed"] == ("skipped", "source_unreadable")
    finally:
        (folder / "closed").chmod(0o700)


@pytest.mark.skipif(os.name == "nt", reason="names are UTF-16 there")
def test_a_name_that_is_not_utf8(folder: Path, tmp_path: Path, go: Go) -> None:
    (Path(os.fsdecode(os.fsencode(folder) + b"/t\xeap.txt"))).write_text(f"certain: {ID}")
    assert [r.status for r in go(folder).results] == ["verified"]
    assert [r.status for r in go(folder).results] == ["unchanged"]


def test_longest_names(folder: Path, go: Go) -> None:
    put(folder, {"ệ" * 83 + ".txt": "1", "ệ" * 83 + ".csv": "2"})
    assert {r.status for r in go(folder).results} == {"verified"}


def test_a_file_that_vanishes_under_way(folder: Path, go: Go, plan: Plan) -> None:
    put(folder, {"a.txt": "1", "b.txt": "2"})

    def remove(event: object) -> None:
        if isinstance(event, Progress) and event.phase == "scan" and event.done == event.total:
            (folder / "a.txt").unlink()

    told = by_path(go(folder, on_event=remove))
    assert told["a.txt"] == ("failed", "source_missing")
    assert told["b.txt"][0] == "verified"


def test_a_worker_that_dies_once_is_replaced(folder: Path, go: Go, plan: Plan) -> None:
    put(folder, {"a.txt": "1", "b.txt": "2"})
    plan.crashes = {"a.txt": 1, "b.txt": 2}
    told = by_path(go(folder))
    assert told == {"a.txt": ("verified", ""), "b.txt": ("failed", "worker_crashed")}
    assert by_path(go(folder))["b.txt"][0] == "verified"


def test_pause_frees_everything_within_a_second_and_loses_nothing(
    folder: Path, tmp_path: Path, plan: Plan
) -> None:
    put(folder, {f"{n}.txt": f"certain: {ID}" for n in range(6)})
    plan.delay = 0.3
    with make_batch(tmp_path, folder, plan) as batch:
        results: list[BatchResult] = []
        thread = threading.Thread(target=lambda: results.append(batch.run()))
        thread.start()
        time.sleep(0.5)
        batch.pause()
        started = time.monotonic()
        while batch.under_way:
            assert time.monotonic() - started < 1
            time.sleep(0.01)
        before = len(plan.redacted), len(plan.scanned)
        time.sleep(0.5)
        assert (len(plan.redacted), len(plan.scanned)) == before
        assert not list((tmp_path / "out").glob(f"{DRAFT_MARK}*"))
        batch.resume()
        thread.join(20)
    assert [r.status for r in results[0].results] == ["verified"] * 6


def test_cancel_ends_within_a_second_and_the_next_run_goes_on(
    folder: Path, tmp_path: Path, plan: Plan
) -> None:
    put(folder, {f"{n}.txt": "x" for n in range(8)})
    plan.delay = 0.2
    with make_batch(tmp_path, folder, plan) as batch:
        results: list[BatchResult] = []
        thread = threading.Thread(target=lambda: results.append(batch.run()))
        thread.start()
        while len(plan.redacted) < 2:
            time.sleep(0.01)
        batch.cancel()
        started = time.monotonic()
        thread.join(5)
        assert time.monotonic() - started < 1
    first = results[0]
    assert first.status == "cancelled"
    left = [r.path for r in first.results if r.status == "left"]
    assert left
    plan.delay = 0
    plan.redacted.clear()
    with make_batch(tmp_path, folder, plan) as batch:
        second = batch.run()
    assert second.status == "finished"
    assert sorted(plan.redacted) == sorted(left)


def test_target_that_cannot_be_written_ends_the_run_early(folder: Path, go: Go, plan: Plan) -> None:
    put(folder, {f"{n:02}.txt": "x" for n in range(20)})
    plan.delay = 0.05

    def fill(event: object) -> None:
        if isinstance(event, Progress) and event.phase == "scan" and event.done == event.total:
            plan.break_on = {f"{n:02}.txt": errors.DiskFull() for n in range(20)}

    result = go(folder, on_event=fill)
    assert result.status == "stopped"
    assert sum(r.reason == "disk_full" for r in result.results) < 10
    plan.break_on = {}
    assert {r.status for r in go(folder).results} == {"verified"}


def test_a_target_that_goes_away_is_not_made_anew(folder: Path, tmp_path: Path, go: Go, plan: Plan) -> None:
    """A drive that was disconnected leaves an empty folder or none: nothing may be written there."""
    put(folder, {f"{n:02}.txt": "x" for n in range(20)})
    out, away = tmp_path / "out", tmp_path / "away"

    def disconnect(event: object) -> None:
        if isinstance(event, Progress) and (event.phase, event.done) == ("redact", 2):
            out.rename(away)

    plan.delay = 0.02
    result = go(folder, on_event=disconnect)
    assert result.status == "stopped"
    assert {r.reason for r in result.not_processed} <= {"target_unwritable", "not_reached"}
    assert not out.exists()
    away.rename(out)
    assert {r.has_copy for r in go(folder).results} == {True}


def test_a_folder_that_goes_away_is_not_told_file_by_file(
    folder: Path, tmp_path: Path, go: Go, plan: Plan
) -> None:
    put(folder, {f"{n:02}.txt": "x" for n in range(20)})
    away = tmp_path / "away"

    def disconnect(event: object) -> None:
        if isinstance(event, Progress) and (event.phase, event.done) == ("scan", 3):
            folder.rename(away)

    plan.delay = 0.02
    result = go(folder, on_event=disconnect)
    assert result.status == "stopped"
    assert sum(r.reason == "source_missing" for r in result.results) <= 2
    away.rename(folder)
    assert {r.status for r in go(folder).results} == {"verified"}


def test_cancelled_before_all_is_read_makes_no_key(folder: Path, tmp_path: Path, plan: Plan) -> None:
    """The key is made of all contents: one made of some would give other pseudonyms than an undisturbed run."""
    put(folder, {f"{n}.txt": "x" for n in range(4)})
    with make_batch(tmp_path, folder, plan) as batch:
        batch.cancel()
        assert batch.run().status == "cancelled"
    assert not list((tmp_path / "state").rglob("key"))


def test_only_one_process_at_a_time(folder: Path, tmp_path: Path, plan: Plan) -> None:
    put(folder, {"a.txt": "x"})
    plan.delay = 0.3
    with make_batch(tmp_path, folder, plan) as first, make_batch(tmp_path, folder, plan) as second:
        thread = threading.Thread(target=first.run)
        thread.start()
        time.sleep(0.2)
        with pytest.raises(errors.TargetUnwritable):
            second.run()
        thread.join(10)


def test_questions_are_put_together_and_answers_settle_files(
    folder: Path, tmp_path: Path, plan: Plan
) -> None:
    put(
        folder,
        {
            "a.txt": f"unsure: {ID}\n{ID}",
            "b.txt": f"unsure: {ID}\nunsure: {OTHER}",
            "c.txt": "nothing",
            "d.txt": f"unsure: {OTHER}",
        },
    )
    with make_batch(tmp_path, folder, plan, attended=True) as batch:
        first = batch.run()
        assert [q.occurrences for q in first.review.questions] == [3, 2]
        assert first.review.occurrences == 5
        assert [p.path for p in first.review.files] == ["a.txt", "b.txt", "d.txt"]
        assert by_path(first)["c.txt"][0] == "verified"
        assert ID not in repr(first.review)
        key = first.review.questions[0].key
        second = batch.settle({key: Action.HIDE})
        assert by_path(second)["a.txt"][0] == "verified"
        assert [p.path for p in second.review.files] == ["b.txt", "d.txt"]
        third = batch.settle({second.review.questions[0].key: Action.KEEP})
    assert third.review.files == ()
    out = copies(tmp_path / "out")
    assert ID.encode() not in b"".join(out.values())
    assert OTHER.encode() in out["d_da-che.txt"]


def test_policy_that_refuses_uncertainty_lists_the_file(folder: Path, go: Go) -> None:
    put(folder, {"a.txt": f"unsure: {ID}"})
    result = go(folder, policy=Policy(version=1, unattended="refuse"))
    assert by_path(result)["a.txt"] == ("refused", "decisions_open")
    assert result.review.occurrences == 1


def test_summary_holds_totals_and_no_names(folder: Path, tmp_path: Path, go: Go) -> None:
    put(folder, {"a.txt": f"certain: {ID}", "Nguyễn Văn An.docx": "", "x.txt": "corrupt"})
    result = go(folder)
    assert result.summary is not None
    text = result.summary.read_text("utf-8")
    body = json.loads(text)
    assert body["files"]["with_copy"] == 1
    assert body["files"]["by_reason"] == {"corrupt_document": 1, "unsupported_format": 1}
    assert body["found"][0]["count"] == 1
    assert {n["name"] for n in body["not_processed"]} == {"xxx.docx", "x.txt"}
    assert ID not in text


def test_memory_holds_no_value_and_no_key_after_the_end(folder: Path, tmp_path: Path, go: Go) -> None:
    put(folder, {"a.txt": f"certain: {ID}"})
    go(folder)
    kept = [p for p in (tmp_path / "state").rglob("*") if p.is_file()]
    assert {p.name for p in kept} == {"log.jsonl", "lock"}
    assert all(ID.encode() not in p.read_bytes() for p in kept)
    if os.name == "posix":
        assert all(p.stat().st_mode & 0o077 == 0 for p in kept)


def test_same_input_and_policy_give_the_same_copies(folder: Path, tmp_path: Path, go: Go, plan: Plan) -> None:
    put(folder, {f"{n}/{c}.txt": f"certain: {ID}\n{n}" for n in range(3) for c in "ab"})
    go(folder)
    first = copies(tmp_path / "out")
    go(folder, output_dir=tmp_path / "again", workers=1)
    assert copies(tmp_path / "again") == first


def test_progress_grows_and_ends_at_all(folder: Path, go: Go) -> None:
    put(folder, {f"{n}.txt": "x" * n for n in range(1, 9)})
    seen: list[Progress] = []
    go(folder, on_event=lambda e: seen.append(e) if isinstance(e, Progress) else None)
    shares = [p.share for p in seen]
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1)
    assert all(p.seconds_left is not None and p.seconds_left >= 0 for p in seen)
