"""Policies: what they decide, and what a mistake in one says."""

from __future__ import annotations

from pathlib import Path

import pytest

from recognizers.entities import EntityType
from recognizers.results import Reason
from redactor import policy
from redactor.errors import PolicyInvalid, SourceMissing
from redactor.model import (
    Action,
    DecidedBy,
    Decision,
    Decisions,
    Finding,
    Gap,
    GapReason,
    PartPlace,
    Scan,
    SourceInfo,
)


def finding(entity_type: EntityType, score: float = 0.9, keep: str = "", number: int = 1) -> Finding:
    place = PartPlace("pdf.info", "Author")
    return Finding(
        id=f"f{number}",
        entity_type=entity_type,
        score=score,
        reason=Reason("labelled"),
        places=(place,),
        keep=keep,
    )


def scan_of(*findings: Finding, gaps: int = 0) -> Scan:
    some = tuple(Gap(f"g{i}", GapReason.IMAGE_UNREADABLE, PartPlace("pdf.info")) for i in range(gaps))
    return Scan(SourceInfo("0", 1, "pdf", 1), findings, some)


@pytest.mark.parametrize("name", policy.SHIPPED)
def test_the_shipped_policies_are_valid(name: str) -> None:
    assert policy.load(name).version == 1


def test_a_certain_finding_is_hidden_and_a_doubtful_one_is_asked_about_when_someone_is_there() -> None:
    found = scan_of(finding(EntityType.PERSON), finding(EntityType.PERSON, 0.3, number=2))
    attended = policy.decide(found, policy.load(None), attended=True)
    assert [d.action for d in attended.items] == [Action.HIDE, Action.ASK]
    alone = policy.decide(found, policy.load(None))
    assert [d.action for d in alone.items] == [Action.HIDE, Action.HIDE]


def test_an_officer_is_kept_by_default_and_hidden_by_the_strict_policy() -> None:
    found = scan_of(
        finding(EntityType.PERSON, keep="official"), finding(EntityType.VN_TAX_CODE, keep="organisation")
    )
    assert {d.action for d in policy.decide(found, policy.load(None)).items} == {Action.KEEP}
    assert {d.action for d in policy.decide(found, policy.load("nghiem-ngat")).items} == {Action.HIDE}


def test_what_must_go_is_hidden_whatever_a_person_said() -> None:
    rules = policy.parse("version: 1\ntypes:\n  VN_PERSONAL_ID: must\n")
    found = scan_of(
        finding(EntityType.VN_PERSONAL_ID),
        finding(EntityType.VN_PERSONAL_ID, 0.3, number=2),
        finding(EntityType.PERSON, number=3),
    )
    decided = policy.decide(found, rules, attended=True)
    assert [d.by for d in decided.items] == [DecidedBy.MANDATORY, DecidedBy.RULE, DecidedBy.RULE]
    assert [d.action for d in decided.items] == [Action.HIDE, Action.ASK, Action.HIDE]
    kept = Decisions(tuple(Decision(f.id, Action.KEEP, DecidedBy.PERSON) for f in found.findings))
    enforced = policy.enforce(found, kept, rules)
    assert [d.action for d in enforced.items] == [Action.HIDE, Action.KEEP, Action.KEEP]
    assert policy.enforce(found, kept, policy.load(None)) == kept


def test_sensitive_data_follows_its_own_switch_unless_the_type_has_a_rule() -> None:
    rules = policy.parse("version: 1\nsensitive: keep\ntypes:\n  RELIGION: hide\n")
    assert rules.rule_for(EntityType.ETHNICITY).action == "keep"
    assert rules.rule_for(EntityType.RELIGION).action == "hide"
    assert rules.rule_for(EntityType.PERSON).action == "hide"


def test_gaps_are_left_open_covered_or_accepted_as_the_policy_says() -> None:
    found = scan_of(gaps=2)
    assert policy.decide(found, policy.load(None)).covered_gaps == ()
    assert policy.decide(found, policy.parse("version: 1\ngaps: cover\n")).covered_gaps == ("g0", "g1")
    assert policy.decide(found, policy.parse("version: 1\ngaps: accept\n")).accepted_gaps == ("g0", "g1")


@pytest.mark.parametrize(
    ("text", "line", "problem", "fix"),
    [
        ("version: 1\nthresolds:\n  hide: 1\n", 2, "unknown_key", "thresholds"),
        ("version: 1\ntypes:\n  PERSN: hide\n", 3, "unknown_key", "PERSON"),
        (
            "version: 1\ntypes:\n  VN_PHONE: hide\n  PERSON: hid\n",
            4,
            "wrong_choice",
            "'hide', 'keep' or 'ask'",
        ),
        ("version: 1\n\nthresholds:\n  hide: 3\n", 4, "out_of_range", "0 … 1"),
        ("version: 1\noutput:\n  mark: blur\n", 3, "wrong_choice", "'black', 'label' or 'white'"),
        ("version: 1\noutput:\n  overwrite: perhaps\n", 3, "wrong_kind", "true / false"),
        ("name: x\n", 1, "missing_key", "version: 1"),
        ("version: 2\n", 1, "wrong_choice", "1"),
        ("- a\n", 1, "not_a_mapping", "version: 1"),
        ("version: 1\ntypes: {\n", 3, "not_yaml", "version: 1"),
    ],
)
def test_a_mistake_names_its_line_and_the_fix(text: str, line: int, problem: str, fix: str) -> None:
    with pytest.raises(PolicyInvalid) as caught:
        policy.parse(text)
    assert (caught.value.params["line"], caught.value.params["problem"]) == (line, problem)
    assert caught.value.params["fix"] == fix


def test_a_misspelt_shipped_name_is_told_with_the_right_one(tmp_path: Path) -> None:
    with pytest.raises(PolicyInvalid) as caught:
        policy.load("nghiem-ngac")
    assert caught.value.params["fix"] == "nghiem-ngat"
    with pytest.raises(SourceMissing):
        policy.load(str(tmp_path / "none.yaml"))


def test_equal_policies_have_equal_digests_and_others_not() -> None:
    assert policy.parse("version: 1\n").digest() == policy.parse("version: 1\ngaps: refuse\n").digest()
    assert policy.parse("version: 1\n").digest() != policy.parse("version: 1\ngaps: cover\n").digest()
