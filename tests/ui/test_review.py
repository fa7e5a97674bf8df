from hypothesis import given
from hypothesis import strategies as st

from recognizers.entities import EntityType
from redactor.model import Action, DecidedBy, Decision, ManualMark
from tests.ui.fakes import area, finding, make_scan
from ui.review import FileReview, GapChoice, Kind, Look, Ref, Scope, Session


def reviewed(scan, number=1, ask=()):
    from pathlib import Path

    file = FileReview(number, Path(f"{number}.pdf"))
    file.take_scan(scan, [Decision(f.id, Action.ASK if f.id in ask else Action.HIDE) for f in scan.findings])
    return file


def session_of(*files):
    session = Session()
    session.files = {f.number: f for f in files}
    return session


def test_person_overrules_policy_and_is_named(contract):
    file = reviewed(contract, ask=("f4",))
    assert file.look("f4") is Look.CHECK
    assert file.look("f2") is Look.SURE
    file.apply(file.change(Kind.FINDING, "f4", Action.KEEP))
    file.apply(file.change(Kind.FINDING, "f2", Action.HIDE))
    decisions = {d.finding: d for d in file.decisions().items}
    assert (decisions["f4"].action, decisions["f4"].by) == (Action.KEEP, DecidedBy.PERSON)
    assert decisions["f2"].by is DecidedBy.PERSON
    assert decisions["f1"].by is DecidedBy.RULE
    assert file.look("f4") is Look.KEEP
    assert file.look("f2") is Look.HIDE


def test_every_finding_has_exactly_one_decision(contract):
    file = reviewed(contract)
    assert sorted(d.finding for d in file.decisions().items) == sorted(f.id for f in contract.findings)


def test_scopes_reach_what_they_say(contract):
    other = make_scan([finding(7), finding(8, value="999999999999")], sha="b" * 64)
    session = session_of(reviewed(contract), reviewed(other, 2))
    ref = Ref(1, "f2")
    assert session.reach(ref, Scope.HERE) == [ref]
    assert session.reach(ref, Scope.FILE) == [Ref(1, "f2"), Ref(1, "f5")]
    assert session.reach(ref, Scope.JOB) == [Ref(1, "f2"), Ref(1, "f5"), Ref(2, "f7")]
    assert session.reach(ref, Scope.PERSON) == [Ref(1, "f1"), Ref(1, "f2"), Ref(1, "f5")]
    assert session.occurrences(session.reach(ref, Scope.JOB)) == (3, 2)


def test_a_finding_without_a_value_reaches_only_itself():
    code = finding(1, EntityType.BARCODE, value="", group="", place=area(1, 0, 0, 5))
    other = finding(2, EntityType.BARCODE, value="", group="", place=area(1, 1, 0, 5))
    session = session_of(reviewed(make_scan([code, other])))
    assert session.scopes(Ref(1, "f1")) == [Scope.HERE]
    assert session.reach(Ref(1, "f1"), Scope.JOB) == [Ref(1, "f1")]


def test_columns_have_the_column_scope(staff):
    session = session_of(reviewed(staff))
    assert Scope.COLUMN in session.scopes(Ref(1, "f1"))
    assert session.reach(Ref(1, "f1"), Scope.COLUMN) == [Ref(1, "f1")]


def test_new_scan_keeps_what_the_person_said_under_new_ids(contract):
    file = reviewed(contract)
    file.apply(file.change(Kind.FINDING, "f4", Action.KEEP))
    file.apply(file.change(Kind.TYPE, "f3", EntityType.CUSTOM))
    moved = [
        finding(20, EntityType.VN_PHONE, place=contract.findings[3].places[0], value="0912345678"),
        finding(21, EntityType.PERSON, place=contract.findings[2].places[0], value="Lê Văn Bình"),
        finding(22, value="555555555555"),
    ]
    scan = make_scan(moved)
    file.take_scan(scan, [Decision(f.id, Action.HIDE) for f in scan.findings])
    assert file.action("f20") is Action.KEEP
    assert file.entity_type("f21") is EntityType.CUSTOM
    assert file.fresh == {"f22"}


def test_a_decision_does_not_move_to_another_value_at_the_same_place(contract):
    file = reviewed(contract)
    file.apply(file.change(Kind.FINDING, "f4", Action.KEEP))
    scan = make_scan(
        [finding(4, EntityType.VN_PHONE, place=contract.findings[3].places[0], value="0999999999")]
    )
    file.take_scan(scan, [Decision("f4", Action.HIDE)])
    assert file.action("f4") is Action.HIDE


def test_gaps_count_until_they_are_settled(contract):
    file = reviewed(contract)
    assert file.open_gaps == 1
    file.apply(file.change(Kind.GAP, "gap1", GapChoice.ACCEPT))
    assert file.open_gaps == 0
    assert file.decisions().accepted_gaps == ("gap1",)
    file.apply(file.change(Kind.GAP, "gap1", GapChoice.COVER))
    assert file.decisions().covered_gaps == ("gap1",)
    assert file.decisions().accepted_gaps == ()


def test_marks_have_ids_of_their_own(contract):
    file = reviewed(contract)
    first = file.new_mark_id()
    file.apply(file.change(Kind.MARK, first, ManualMark(first, area(1, 0, 0, 3))))
    assert file.new_mark_id() != first
    assert file.marks_on_page(1)[0].id == first
    assert file.marks_on_page(2) == []


@given(st.lists(st.tuples(st.integers(0, 4), st.sampled_from([Action.HIDE, Action.KEEP, None])), max_size=12))
def test_changes_backwards_restore_everything(steps):
    found = [finding(n, value=f"{n}" * 12) for n in range(1, 6)]
    file = reviewed(make_scan(found), ask=("f2",))
    before = file.decisions()
    done = []
    for index, action in steps:
        change = file.change(Kind.FINDING, f"f{index + 1}", action)
        if change is not None:
            file.apply(change)
            done.append(change)
    for change in reversed(done):
        file.apply(change.reversed())
    assert file.decisions() == before
