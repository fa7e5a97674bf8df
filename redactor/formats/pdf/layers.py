"""Optional content: which of it is switched off (ISO 32000-2, 8.11)."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Object

LayerIds = frozenset[tuple[int, int]]
"""Object numbers and generations of optional-content groups."""

_MAX_DEPTH = 24


def is_hidden(item: Object | None, hidden: LayerIds) -> bool:
    """Whether an optional-content group, or a membership of groups, is switched off when ``hidden`` are."""
    if not hidden or not isinstance(item, Dictionary):
        return False
    if item.is_indirect and item.objgen in hidden:
        return True
    if isinstance(expression := item.get("/VE"), Array):
        return not _is_visible(expression, hidden)
    groups = item.get("/OCGs")
    if groups is None:
        return False
    members = list(groups) if isinstance(groups, Array) else [groups]
    states = [g.objgen not in hidden for g in members if isinstance(g, Dictionary)]
    if not states:
        return False
    policy = str(item.get("/P", "/AnyOn"))
    visible = {
        "/AllOn": all(states),
        "/AnyOff": not all(states),
        "/AllOff": not any(states),
    }.get(policy, any(states))
    return not visible


def _is_visible(expression: Object, hidden: LayerIds, depth: int = 0) -> bool:
    """A visibility expression: And, Or, Not over groups (ISO 32000-2, table 97)."""
    if isinstance(expression, Dictionary):
        return not (expression.is_indirect and expression.objgen in hidden)
    if not isinstance(expression, Array) or not len(expression) or depth > _MAX_DEPTH:
        return True
    operator, *operands = list(expression)
    values = [_is_visible(operand, hidden, depth + 1) for operand in operands]
    if operator == Name.Not:
        return not all(values)
    return any(values) if operator == Name.Or else all(values)
