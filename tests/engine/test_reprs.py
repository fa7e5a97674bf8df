"""No text of a document stands in the repr of what holds it: reprs end in logs, tracebacks and reports of failures."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import recognizers
import redactor

_TELLING = frozenset(
    [
        "actual",
        "attachment",
        "header_text",
        "known",
        "lowest",
        "needles",
        "number",
        "operands",
        "password",
        "personal_number",
        "rows",
        "said",
        "shown",
        "splices",
        "strangers",
        "text",
        "texts",
        "title",
        "untrusted",
        "uri",
        "value",
        "values",
        "words",
    ]
)
"""Names of fields that hold what stands in a document, or opens it."""

_TYPES = ("str", "bytes", "object", "Any", "Operand")
_OF_THE_PROGRAM = frozenset(
    [("Verb", "text"), ("Phrase", "shown"), ("Label", "shown")]  # its own menus and lists of words
)


def told_by_reprs(module: Path) -> Iterator[str]:
    for item in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if not isinstance(item, ast.ClassDef) or not any(
            "dataclass" in ast.unparse(decorator) for decorator in item.decorator_list
        ):
            continue
        if any(isinstance(member, ast.FunctionDef) and member.name == "__repr__" for member in item.body):
            continue
        for member in item.body:
            if not isinstance(member, ast.AnnAssign) or not isinstance(member.target, ast.Name):
                continue
            name, kind = member.target.id, ast.unparse(member.annotation)
            hidden = member.value is not None and "repr=False" in ast.unparse(member.value)
            if name.strip("_") in _TELLING and any(each in kind for each in _TYPES) and not hidden:
                yield f"{item.name}.{name}"


def test_no_repr_tells_what_stands_in_a_document() -> None:
    modules = [
        module
        for package in (redactor, recognizers)
        for module in sorted(Path(str(package.__file__)).parent.rglob("*.py"))
    ]
    assert len(modules) > 300
    own = {".".join(each) for each in _OF_THE_PROGRAM}
    assert [told for module in modules for told in told_by_reprs(module) if told not in own] == []
