"""People, not strings: findings that stand together become one person.

A name opens a person; numbers, dates, phones and addresses that follow it before the next name belong to it (in a
table: what stands in its row). Equal names and equal numbers join persons, unless something personal contradicts
(another identity number, another birth date). Honorific + given name, initials and the unaccented form join the one
full name they fit; when they fit several, they join none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from recognizers.entities import EntityType
from recognizers.folding import plain_key

_E = EntityType
#: What identifies one person: equal values join.
IDENTIFYING = frozenset(
    {
        _E.VN_PERSONAL_ID,
        _E.VN_CMND,
        _E.VN_PASSPORT,
        _E.VN_BHXH,
        _E.VN_BHYT,
        _E.VN_DRIVER_LICENSE,
        _E.STUDENT_ID,
        _E.EMPLOYEE_ID,
        _E.MEDICAL_RECORD_NO,
        _E.EMAIL,
        _E.VN_PHONE,
        _E.VN_TAX_CODE,
        _E.VN_BANK_ACCOUNT,
        _E.MILITARY_ID,
    }
)
#: What nobody has two of: different values keep persons apart.
_ONE_ONLY = frozenset({_E.VN_PERSONAL_ID, _E.VN_CMND, _E.DATE_OF_BIRTH, _E.VN_BHXH})
#: How far a detail may stand from its name, in characters.
REACH = 700
_NEVER = frozenset({_E.BARCODE, _E.CUSTOM, _E.IP_ADDRESS, _E.VN_ID_QR, _E.VN_VIETQR})


@dataclass(frozen=True, slots=True)
class Mention:
    """A finding as linking sees it.

    Attributes:
        text: number of the text or of the table row it stands in; equal numbers may belong together.
        start: where in the text.
        entity_type: what it is.
        value: what is written there.
        row: whether ``text`` is a table row: then distance does not matter.
    """

    text: int
    start: int
    entity_type: EntityType
    value: str = field(repr=False)
    row: bool = False


@dataclass(frozen=True, slots=True)
class LinkedPerson:
    """A person: an id stable within the job ("p1" in order of appearance), the fullest name, indices of mentions."""

    id: str
    name: str = field(repr=False)
    mentions: tuple[int, ...]


class _Group:
    __slots__ = ("details", "members", "names", "parent")

    def __init__(self, index: int) -> None:
        self.parent: _Group | None = None
        self.members: list[int] = [index]
        self.names: list[str] = []
        self.details: dict[EntityType, set[str]] = defaultdict(set)

    def root(self) -> _Group:
        group = self
        while group.parent is not None:
            if group.parent.parent is not None:
                group.parent = group.parent.parent
            group = group.parent
        return group


def _number(value: str) -> str:
    return re.sub(r"[^a-z0-9@]", "", plain_key(value))


def _birth(value: str) -> str:
    digits = re.findall(r"\d+", value)
    return "-".join(part.lstrip("0") or "0" for part in digits)


def _contradict(a: _Group, b: _Group) -> bool:
    for kind in _ONE_ONLY:
        mine, other = a.details.get(kind), b.details.get(kind)
        if mine and other and not (mine & other):
            if kind is _E.DATE_OF_BIRTH and any(x.endswith(y) or y.endswith(x) for x in mine for y in other):
                continue
            return True
    return False


def _join(a: _Group, b: _Group) -> _Group:
    a, b = a.root(), b.root()
    if a is b:
        return a
    if b.members[0] < a.members[0]:
        a, b = b, a
    b.parent = a
    a.members.extend(b.members)
    a.names.extend(b.names)
    for kind, values in b.details.items():
        a.details[kind] |= values
    return a


def name_key(value: str) -> tuple[str, ...]:
    """Return the words of a name without accents and marks: equal for all spellings of the full name."""
    return tuple(re.findall(r"[^\W_]+", plain_key(value)))


def link(mentions: Sequence[Mention]) -> tuple[LinkedPerson, ...]:
    """Return the people of a job, in order of appearance.

    Args:
        mentions: all findings, those of one text or row together and in order.
    """
    groups: dict[int, _Group] = {}
    _by_place(mentions, groups)
    _by_name(mentions, groups)
    _by_number(mentions, groups)
    roots: dict[int, _Group] = {}
    for group in groups.values():
        root = group.root()
        roots[id(root)] = root
    people = []
    for root in sorted(roots.values(), key=lambda group: min(group.members)):
        name = max(
            root.names,
            key=lambda n: (len(name_key(n)), n != n.upper() or n == n.lower(), len(n), n),
            default="",
        )
        people.append((name, tuple(sorted(set(root.members)))))
    return tuple(
        LinkedPerson(f"p{number}", name, members) for number, (name, members) in enumerate(people, 1)
    )


def _by_place(mentions: Sequence[Mention], groups: dict[int, _Group]) -> None:
    current: _Group | None = None
    last_text = -1
    position = 0
    waiting: list[int] = []
    for index, mention in enumerate(mentions):
        if mention.text != last_text:
            current, last_text, waiting = None, mention.text, []
        if mention.entity_type is _E.PERSON:
            if mention.row and current is not None:
                group = _Group(index)  # second name of a row: a person of its own
                groups[index] = group
                group.names.append(mention.value)
                continue
            current = groups[index] = _Group(index)
            current.names.append(mention.value)
            position = mention.start
            if mention.row:
                for other in waiting:
                    _attach(current, other, mentions[other], groups)
                waiting = []
            continue
        if mention.entity_type in _NEVER:
            continue
        if current is None:
            if mention.row:
                waiting.append(index)
            continue
        if mention.row or mention.start - position <= REACH:
            _attach(current, index, mention, groups)
            position = max(position, mention.start)


def _attach(group: _Group, index: int, mention: Mention, groups: dict[int, _Group]) -> None:
    value = _birth(mention.value) if mention.entity_type is _E.DATE_OF_BIRTH else _number(mention.value)
    if (
        mention.entity_type in _ONE_ONLY
        and group.details.get(mention.entity_type)
        and value not in group.details[mention.entity_type]
    ):
        return  # a second identity number or birth date is somebody else's
    group.members.append(index)
    group.details[mention.entity_type].add(value)
    groups[index] = group


def _by_name(mentions: Sequence[Mention], groups: dict[int, _Group]) -> None:
    full: dict[tuple[str, ...], list[_Group]] = defaultdict(list)
    by_given: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    by_initials: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    short: list[tuple[_Group, tuple[str, ...]]] = []
    for index, mention in enumerate(mentions):
        if mention.entity_type is not _E.PERSON:
            continue
        group = groups[index].root()
        key = name_key(mention.value)
        if len(key) < 2 or all(len(part) == 1 for part in key) or any(len(part) == 1 for part in key[1:]):
            short.append((group, key))
            continue
        for other in full[key]:
            if not _contradict(other.root(), group):
                group = _join(other, group)
                break
        else:
            full[key].append(group)
            by_given[key[-1]].add(key)
            if len(key) >= 3:
                by_given[" ".join(key[-2:])].add(key)
            by_initials[tuple(part[0] for part in key)].add(key)
    for group, key in short:
        if len(key) == 1:
            fitting = by_given.get(key[0], set())
        elif all(len(part) == 1 for part in key):
            fitting = by_initials.get(key, set())
        else:
            fitting = {
                name
                for name in by_initials.get(tuple(part[0] for part in key), set())
                if all(
                    part == word or (len(part) == 1 and word[0] == part)
                    for part, word in zip(key, name, strict=True)
                )
            }
        if len(fitting) == 1:
            targets = full[next(iter(fitting))]
            if len({id(target.root()) for target in targets}) == 1 and not _contradict(
                targets[0].root(), group.root()
            ):
                _join(targets[0], group)
    for name, owners in list(full.items()):  # "chị Lan Anh": two words that end one longer name
        if len(name) == 2:
            fitting = by_given.get(" ".join(name), set()) - {name}
            if len(fitting) == 1 and not _contradict(full[next(iter(fitting))][0].root(), owners[0].root()):
                _join(full[next(iter(fitting))][0], owners[0])


def _by_number(mentions: Sequence[Mention], groups: dict[int, _Group]) -> None:
    owners: dict[tuple[EntityType, str], _Group] = {}
    for index, mention in enumerate(mentions):
        if mention.entity_type not in IDENTIFYING:
            continue
        key = (mention.entity_type, _number(mention.value))
        group = groups.get(index)
        known = owners.get(key)
        if group is None:
            if known is not None:
                root = known.root()
                root.members.append(index)
                groups[index] = root
            continue
        if known is None:
            owners[key] = group
        elif mention.entity_type in (_E.VN_PERSONAL_ID, _E.VN_CMND, _E.VN_PASSPORT) and not _contradict(
            known.root(), group.root()
        ):
            names = {name_key(n) for n in known.root().names} & {name_key(n) for n in group.root().names}
            if names or not known.root().names or not group.root().names:
                _join(known, group)
