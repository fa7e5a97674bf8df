"""Policies: who decides when no person does, as a small file that a clerk can read.

A policy is YAML, checked against the types below; a mistake names its line and the fix. Two ship with the program:
``mac-dinh`` (the default) and ``nghiem-ngat`` (strict), in ``redactor/policies/``.
"""

from __future__ import annotations

import difflib
import hashlib
from dataclasses import replace
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Literal, get_args

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from recognizers.entities import INFO, EntityType
from redactor.errors import PolicyInvalid, SourceMissing, SourceUnreadable
from redactor.gaps_left import gaps_left, hidden_by
from redactor.model import Action, ColumnPlace, DecidedBy, Decision, Decisions, Finding, OperatorChoice, Scan
from redactor.verify.needles import squeeze

SHIPPED: tuple[str, ...] = ("mac-dinh", "nghiem-ngat")
DEFAULT = "mac-dinh"

OperatorName = Literal["cover", "label", "mask", "pseudonym", "generalise", "keyed_hash", "remove"]
Verb = Literal["hide", "keep", "ask"]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class TypeRule(_Part):
    """What happens to one entity type. ``must`` is ``hide`` that no person at the screen may set aside."""

    action: Verb | Literal["must"] = "hide"
    operator: OperatorName | None = None
    params: dict[str, str | int | bool] = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        """``PERSON: keep`` says the same as ``PERSON: {action: keep}``."""
        return {"action": value} if isinstance(value, str) else value


@cache
def _plain_rule(action: Verb) -> TypeRule:
    """The rule that says nothing but what to do; it is asked for several times for every finding."""
    return TypeRule(action=action)


class Thresholds(_Part):
    """Scores (0 to 1) from which a finding is hidden without asking, or asked about. Below ``ask`` it is kept."""

    hide: float = Field(default=0.5, ge=0, le=1)
    ask: float = Field(default=0.2, ge=0, le=1)


class Output(_Part):
    """How copies look and what they are called."""

    mark: Literal["black", "label", "white"] = "black"
    suffix: str = Field(default="_da-che", min_length=1, max_length=40, pattern=r"^[^/\\:*?\"<>|]+$")
    overwrite: bool = False
    redact_name: bool = True
    image_pages: bool = False
    close_gaps: bool = False
    attachments: Literal["remove", "redact"] = "remove"
    notice: bool = True


class Policy(_Part):
    """A whole policy. Every field has a default, so that an empty file with a version is one."""

    version: Literal[1]
    name: str = "mặc định"
    thresholds: Thresholds = Thresholds()
    operator: OperatorName = "cover"
    params: dict[str, str | int | bool] = Field(default_factory=dict)
    types: dict[EntityType, TypeRule] = Field(default_factory=dict)
    columns: dict[str, TypeRule] = Field(default_factory=dict)
    """Columns of tables by their headers; they go before types, scores and proposals to keep."""
    sensitive: Verb | None = None
    officials: Verb = "keep"
    organisations: Verb = "keep"
    unattended: Verb | Literal["refuse"] = "hide"
    gaps: Literal["refuse", "cover", "accept"] = "refuse"
    output: Output = Output()
    rules_file: str = ""

    def rule_for(self, entity_type: EntityType) -> TypeRule:
        """The rule of a type: its own, the one for sensitive data, or hide."""
        own = self.types.get(entity_type)
        if own is not None:
            return own
        if self.sensitive is not None and INFO[entity_type].sensitive:
            return _plain_rule(self.sensitive)
        return _plain_rule("hide")

    def column_rule(self, finding: Finding) -> TypeRule | None:
        """The rule of the column that a finding is, if the policy names its header."""
        if not self.columns:
            return None
        by_key = {squeeze(header): rule for header, rule in self.columns.items()}
        headers = (place.header for place in finding.places if isinstance(place, ColumnPlace))
        return next((by_key[key] for key in map(squeeze, headers) if key in by_key), None)

    def operator_for(self, entity_type: EntityType, column: TypeRule | None = None) -> OperatorChoice:
        """Operator and parameters for a type, or for a column with a rule of its own."""
        rule = self.rule_for(entity_type)
        if column is not None and (column.operator is not None or column.params):
            rule = column
        if rule.operator is not None:
            return OperatorChoice(rule.operator, dict(rule.params))
        return OperatorChoice(self.operator, dict(self.params) | dict(rule.params))

    def digest(self) -> str:
        """SHA-256 of the effective policy, for the record and for skipping what is done already."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()


def decide(scan: Scan, policy: Policy, *, attended: bool = False) -> Decisions:
    """Decide every finding and every gap as the policy says.

    Args:
        scan: what was found.
        policy: the rules.
        attended: True when a person reviews: what needs asking stays open. Otherwise ``policy.unattended`` settles
            it, unless that says "refuse".
    """
    items = tuple(_decision(f, policy, attended) for f in scan.findings)
    decisions = Decisions(items)
    if attended or policy.gaps == "refuse":
        return decisions
    gaps = tuple(g.id for g in gaps_left(scan, hidden_by(decisions)))
    if policy.gaps == "cover":
        return Decisions(items, covered_gaps=gaps)
    return Decisions(items, accepted_gaps=gaps)


def enforce(scan: Scan, decisions: Decisions, policy: Policy) -> Decisions:
    """The decisions with everything hidden that the policy does not let a person keep."""
    bound = {f.id for f in scan.findings if is_mandatory(f, policy)}
    if not bound:
        return decisions
    items = tuple(
        replace(d, action=Action.HIDE, by=DecidedBy.MANDATORY) if d.finding in bound else d
        for d in decisions.items
    )
    return replace(decisions, items=items)


def is_mandatory(finding: Finding, policy: Policy) -> bool:
    """Whether the policy hides a finding without a person's leave: its type must go, and it is likely enough."""
    column = policy.column_rule(finding)
    if column is not None and column.action == "must":
        return True
    if policy.rule_for(finding.entity_type).action != "must":
        return False
    return finding.score >= policy.thresholds.hide and not finding.keep


def _decision(finding: Finding, policy: Policy, attended: bool) -> Decision:
    by = DecidedBy.MANDATORY if is_mandatory(finding, policy) else DecidedBy.RULE
    operator = policy.operator_for(finding.entity_type, policy.column_rule(finding))
    return Decision(finding.id, _action(finding, policy, attended), by=by, operator=operator)


def _action(finding: Finding, policy: Policy, attended: bool) -> Action:
    verb = policy.rule_for(finding.entity_type).action
    column = policy.column_rule(finding)
    if column is not None and verb != "must" and (column.action != "ask" or attended):
        return Action.HIDE if column.action == "must" else Action(column.action)
    action = Action.HIDE if verb == "must" else Action(verb)
    if action is Action.KEEP:
        return Action.KEEP
    if finding.keep:
        proposed = policy.officials if finding.keep.startswith("official") else policy.organisations
        if proposed == "keep":
            return Action.KEEP
        if proposed == "ask":
            action = Action.ASK
    if finding.score < policy.thresholds.ask:
        return Action.KEEP
    if finding.score < policy.thresholds.hide:
        action = Action.ASK
    if action is Action.ASK and not attended and policy.unattended != "refuse":
        return Action(policy.unattended)
    return action


def load(name_or_path: str | None, rules_file: Path | None = None) -> Policy:
    """A shipped policy by name, or a policy file; its own rules are checked before any document is opened.

    Args:
        name_or_path: None is the default policy.
        rules_file: own rules, instead of those the policy names. A name inside a policy file is looked for beside it.

    Raises:
        PolicyInvalid, RulesInvalid: with the line (1-based), the problem and the fix.
        SourceMissing, SourceUnreadable: a file.
    """
    policy, folder = _load(name_or_path)
    named = (
        rules_file.resolve() if rules_file else (folder / policy.rules_file if policy.rules_file else None)
    )
    if named is None:
        return policy
    from redactor.rules import read_rules_file

    read_rules_file(named)
    return policy.model_copy(update={"rules_file": str(named)})


def _load(name_or_path: str | None) -> tuple[Policy, Path]:
    """A policy, and the folder from which it names other files."""
    name = name_or_path or DEFAULT
    if name in SHIPPED:
        text = resources.files("redactor").joinpath("policies", f"{name}.yaml").read_text("utf-8")
        return parse(text), Path()
    path = Path(name)
    if not path.exists():
        close = difflib.get_close_matches(name, SHIPPED, n=1)
        if path.suffix or not close:
            raise SourceMissing
        raise PolicyInvalid(line=0, problem="unknown_name", value=name[:40], fix=close[0])
    try:
        return parse(path.read_text("utf-8-sig")), path.resolve().parent
    except UnicodeDecodeError:
        raise PolicyInvalid(line=1, problem="not_utf8", value="", fix="UTF-8") from None
    except OSError:
        raise SourceUnreadable from None


def parse(text: str) -> Policy:
    """A policy from YAML text.

    Raises:
        PolicyInvalid: with the line (1-based), the problem, the offending word and the fix.
    """
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        data = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise PolicyInvalid(line=line, problem="not_yaml", value="", fix="version: 1") from None
    if not isinstance(data, dict):
        raise PolicyInvalid(line=1, problem="not_a_mapping", value="", fix="version: 1")
    try:
        return Policy.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        line = _line_of(node, first["loc"])
        raise _explain(line, first) from None


def _line_of(node: yaml.Node | None, loc: tuple[int | str, ...]) -> int:
    """The line (1-based) of the key that an error's location names, as deep as it exists in the file."""
    line = 1
    for part in loc:
        if not isinstance(node, yaml.MappingNode):
            break
        for key, value in node.value:
            if key.value == str(part):
                line, node = key.start_mark.line + 1, value
                break
        else:
            if part != "[key]":
                break
    return line


def _explain(line: int, error: Any) -> PolicyInvalid:
    word = str(error["loc"][-1]) if error["loc"] else ""
    if word == "[key]":
        word = str(error["loc"][-2])
    kind = error["type"]
    if kind == "extra_forbidden" or (kind == "enum" and error["loc"][-1] == "[key]"):
        known = [
            *Policy.model_fields,
            *Output.model_fields,
            *Thresholds.model_fields,
            *(e.value for e in EntityType),
        ]
        fix = difflib.get_close_matches(word, known, n=1)
        return PolicyInvalid(line=line, problem="unknown_key", value=word[:40], fix=fix[0] if fix else "")
    if kind == "missing":
        return PolicyInvalid(line=line, problem="missing_key", value=word, fix=f"{word}: 1")
    if kind in ("literal_error", "enum"):
        return PolicyInvalid(
            line=line, problem="wrong_choice", value=word, fix=str(error.get("ctx", {}).get("expected", ""))
        )
    if kind in ("greater_than_equal", "less_than_equal"):
        return PolicyInvalid(line=line, problem="out_of_range", value=word, fix="0 … 1")
    return PolicyInvalid(line=line, problem="wrong_kind", value=word, fix=_EXPECTED.get(kind, ""))


_EXPECTED = {
    "float_parsing": "0.5",
    "float_type": "0.5",
    "bool_parsing": "true / false",
    "bool_type": "true / false",
    "string_type": '"…"',
    "dict_type": "{…}",
    "model_type": "{…}",
}

OPERATORS: tuple[str, ...] = get_args(OperatorName)
