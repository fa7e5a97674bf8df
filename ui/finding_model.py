"""The findings as a tree: person, type or place → value → occurrence. Built at once, painted row by row.

Counts are kept in every node, so that a decision touches only the rows above it. Sorted when built: what needs a
decision first, then by occurrences; rows do not jump while a person works.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from recognizers.entities import EntityType
from redactor.model import Action, ManualMark
from ui import texts
from ui.masking import masked
from ui.review import FileReview, Look, Ref, place_order
from ui.wording import (
    confidence_word,
    look_word,
    place_words,
    reason_words,
    type_name,
)

Index = QModelIndex | QPersistentModelIndex


class Grouping(StrEnum):
    """What the tree's first level is."""

    PEOPLE = "people"
    TYPES = "types"
    PLACES = "places"


class Column(IntEnum):
    """Columns of the tree."""

    VALUE = 0
    TYPE = 1
    SURE = 2
    COUNT = 3
    WHERE = 4


class Role(IntEnum):
    """Data beyond Qt's own roles."""

    LOOK = Qt.ItemDataRole.UserRole + 1
    SECRET = Qt.ItemDataRole.UserRole + 2
    OPEN = Qt.ItemDataRole.UserRole + 3


@dataclass(slots=True)
class Node:
    """A row. ``refs`` of an inner node are those of all leaves below it."""

    parent: Node | None
    row: int
    title: str = field(default="", repr=False)
    secret: bool = True
    ref: Ref | None = None
    mark: tuple[int, str] | None = None
    children: list[Node] = field(default_factory=list)
    hide: int = 0
    keep: int = 0
    ask: int = 0
    count: int = 0

    @property
    def look(self) -> Look | None:
        """The one state of all leaves, by action; None if they differ."""
        if self.ask:
            return Look.CHECK
        if self.hide and not self.keep:
            return Look.HIDE
        if self.keep and not self.hide:
            return Look.KEEP
        return None

    def leaves(self) -> Iterable[Node]:
        """All occurrences at or below."""
        if not self.children:
            yield self
        for child in self.children:
            yield from child.leaves()


Filter = Callable[[FileReview, str], bool]
_MANY_ROWS = 200


class FindingModel(QAbstractItemModel):
    """Findings of one or several files.

    ``decided`` carries the refs and the action a person asked for by ticking a box.
    """

    decided = Signal(object, object)

    def __init__(self, grouping: Grouping, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.grouping = grouping
        self._files: list[FileReview] = []
        self._by_number: dict[int, FileReview] = {}
        self._filter: Filter | None = None
        self._root = Node(None, 0)
        self._leaf: dict[Ref, Node] = {}
        self._mark_leaf: dict[tuple[int, str], Node] = {}

    # --- building ---------------------------------------------------------------------------------------------------

    def show(self, files: Sequence[FileReview], keep: Filter | None = None) -> None:
        """Build the tree anew for these files; ``keep`` says which findings to list."""
        self.beginResetModel()
        self._files, self._filter = list(files), keep
        self._by_number = {f.number: f for f in files}
        self._build()
        self.endResetModel()

    def rebuild(self) -> None:
        """Build anew for the same files: marks came or went, or the order should follow the decisions."""
        self.show(self._files, self._filter)

    def _build(self) -> None:
        self._leaf, self._mark_leaf = {}, {}
        self._root = root = Node(None, 0)
        groups: dict[tuple[Any, ...], Node] = {}
        values: dict[tuple[Any, ...], Node] = {}
        many = len(self._files) > 1
        for file in self._files:
            names = {p.id: p.name for p in file.scan.people} if file.scan is not None else {}
            for finding in file.in_order():
                if self._filter is not None and not self._filter(file, finding.id):
                    continue
                kind = file.entity_type(finding.id)
                group_key, title, secret = self._group(file, finding.id, kind, names)
                group = groups.get(group_key)
                if group is None:
                    group = groups[group_key] = Node(root, len(root.children), title, secret)
                    root.children.append(group)
                where = place_words(finding.places[0], file if many else None)
                leaf = Node(
                    group, 0, finding.value or where, bool(finding.value), Ref(file.number, finding.id)
                )
                self._count(leaf, file, finding.id, finding.count)
                self._leaf[leaf.ref] = leaf  # type: ignore[index]
                if self.grouping is Grouping.PLACES or not finding.group:
                    group.children.append(leaf)
                    continue
                value_key = (*group_key, finding.group)
                value = values.get(value_key)
                if value is None:
                    value = values[value_key] = Node(group, 0, finding.value)
                    group.children.append(value)
                leaf.parent = value
                leaf.title, leaf.secret = where, False
                value.children.append(leaf)
            for mark in file.marks.values():
                self._add_mark(file, mark, groups, many)
        self._finish(root)

    def _add_mark(
        self, file: FileReview, mark: ManualMark, groups: dict[tuple[Any, ...], Node], many: bool
    ) -> None:
        if self._filter is not None and not self._filter(file, mark.id):
            return
        key: tuple[Any, ...] = ("manual",)
        title = texts.GROUP_MANUAL()
        if self.grouping is Grouping.PLACES:
            key, title = self._place_key(file, mark.place)
        group = groups.get(key)
        if group is None:
            group = groups[key] = Node(self._root, 0, title, False)
            self._root.children.append(group)
        where = place_words(mark.place, file if many else None)
        leaf = Node(group, 0, where, False, mark=(file.number, mark.id), hide=1, count=1)
        group.children.append(leaf)
        self._mark_leaf[file.number, mark.id] = leaf

    def _group(
        self, file: FileReview, finding: str, kind: EntityType, names: dict[str, str]
    ) -> tuple[tuple[Any, ...], str, bool]:
        found = file.findings[finding]
        if self.grouping is Grouping.PEOPLE:
            if not found.person:
                return ("nobody", kind), type_name(kind), False
            return (
                ("person", file.number, found.person),
                names.get(found.person, "") or texts.PERSON_UNNAMED(),
                True,
            )
        if self.grouping is Grouping.TYPES:
            return ("type", kind), type_name(kind), False
        key, title = self._place_key(file, found.places[0])
        return key, title, False

    def _place_key(self, file: FileReview, place: Any) -> tuple[tuple[Any, ...], str]:
        order = place_order(place)
        title = place_words(place, file if len(self._files) > 1 else None, broad=True)
        return ("place", file.number, order[0], order[1], order[4]), title[:1].upper() + title[1:]

    @staticmethod
    def _count(node: Node, file: FileReview, finding: str, count: int) -> None:
        action = file.action(finding)
        node.hide = count if action is Action.HIDE else 0
        node.keep = count if action is Action.KEEP else 0
        node.ask = count if action is Action.ASK else 0
        node.count = count

    def _finish(self, node: Node) -> None:
        """Fold values that occur once into one row, add up, sort, number."""
        for number, child in enumerate(node.children):
            self._finish(child)
            if len(child.children) == 1 and child.parent is not self._root:
                only = child.children[0]
                only.title, only.secret, only.parent = child.title, child.secret, node
                node.children[number] = only
        self._add_up(node)
        if self.grouping is not Grouping.PLACES:
            people = self.grouping is Grouping.PEOPLE and node is self._root
            node.children.sort(
                key=(lambda n: (_urgency(n)[0], not n.secret, -n.count)) if people else _urgency
            )
        for row, child in enumerate(node.children):
            child.row = row

    @staticmethod
    def _add_up(node: Node) -> None:
        if node.children:
            node.hide = sum(c.hide for c in node.children)
            node.keep = sum(c.keep for c in node.children)
            node.ask = sum(c.ask for c in node.children)
            node.count = sum(c.count for c in node.children)

    # --- following the decisions ------------------------------------------------------------------------------------

    def update(self, refs: Iterable[Ref]) -> None:
        """Decisions changed for these findings."""
        touched: dict[int, Node] = {}
        for ref in refs:
            leaf = self._leaf.get(ref)
            if leaf is None:
                continue
            file = self._by_number[ref.file]
            self._count(leaf, file, ref.finding, file.findings[ref.finding].count)
            node: Node | None = leaf
            while node is not None and node is not self._root:
                touched[id(node)] = node
                node = node.parent
        for node in sorted(touched.values(), key=_depth, reverse=True):
            self._add_up(node)
        if (
            len(touched) > _MANY_ROWS
        ):  # a range makes views draw everything anew, which is quicker than row by row
            last = len(self._root.children) - 1
            self.dataChanged.emit(self.index(0, 0), self.index(last, len(Column) - 1))
            return
        for node in touched.values():
            self.dataChanged.emit(self._index(node, 0), self._index(node, len(Column) - 1))

    # --- for views --------------------------------------------------------------------------------------------------

    def node(self, index: Index) -> Node:
        """The row behind an index."""
        return index.internalPointer() if index.isValid() else self._root

    def refs(self, index: Index) -> list[Ref]:
        """All findings at or below a row."""
        return [leaf.ref for leaf in self.node(index).leaves() if leaf.ref is not None]

    def index_of(self, file: int, identity: str) -> QModelIndex:
        """The row of a finding or a mark."""
        node = self._leaf.get(Ref(file, identity)) or self._mark_leaf.get((file, identity))
        return QModelIndex() if node is None else self._index(node, 0)

    def _index(self, node: Node, column: int) -> QModelIndex:
        return self.createIndex(node.row, column, node)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's signature
        """Qt's."""
        children = self.node(parent).children
        if not (0 <= row < len(children) and 0 <= column < len(Column)):
            return QModelIndex()
        return self.createIndex(row, column, children[row])

    def parent(self, index: Index = QModelIndex()) -> Any:  # noqa: B008 - Qt's signature
        """Qt's."""
        if not index.isValid():
            return QModelIndex()
        above = self.node(index).parent
        return QModelIndex() if above is None or above is self._root else self._index(above, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Qt's."""
        return len(self.node(parent).children) if parent.column() <= 0 else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Qt's."""
        return len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Qt's."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (texts.COL_VALUE, texts.COL_TYPE, texts.COL_SURE, texts.COL_COUNT, texts.COL_WHERE)[section]()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt's. The value itself is in ``Role.SECRET``; what is shown is masked."""
        if not index.isValid():
            return None
        node = self.node(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(node, Column(index.column()))
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == Column.VALUE:
            if node.hide and not node.keep and not node.ask:
                return Qt.CheckState.Checked
            return (
                Qt.CheckState.Unchecked if not node.hide and not node.ask else Qt.CheckState.PartiallyChecked
            )
        if role == Role.LOOK:
            return self._look(node)
        if role == Role.SECRET:
            return node.title if node.secret else None
        if role == Role.OPEN:
            return node.ask
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._spoken(node)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == Column.COUNT:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A tick hides everything below the row, no tick keeps it. The window makes the change, with its undo."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        refs = self.refs(index)
        if not refs:
            return False
        action = Action.HIDE if Qt.CheckState(value) == Qt.CheckState.Checked else Action.KEEP
        self.decided.emit(refs, action)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt's."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == Column.VALUE and self.node(index).mark is None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def _look(self, node: Node) -> Look | None:
        if node.mark is not None:
            return Look.MANUAL
        if node.ref is not None:
            return self._by_number[node.ref.file].look(node.ref.finding)
        return node.look

    def _shown(self, node: Node, column: Column) -> str:
        if column is Column.VALUE:
            return masked(" ".join(node.title.split())) if node.secret else node.title
        if column is Column.COUNT:
            return texts.NUMBER(n=node.count) if node.children or node.count > 1 else ""
        leaf = node if node.ref is not None else None
        if (
            leaf is None
            and node.children
            and node.parent is not self._root
            and node.children[0].ref is not None
        ):
            leaf = node.children[0]  # a value: all occurrences are of one type
        if leaf is None or leaf.ref is None:
            return ""
        file = self._by_number[leaf.ref.file]
        finding = file.findings[leaf.ref.finding]
        if column is Column.TYPE:
            return type_name(file.entity_type(finding.id))
        if column is Column.SURE:
            return confidence_word(finding.score)
        return place_words(finding.places[0], None) if node is leaf else ""

    def _spoken(self, node: Node) -> str:
        """A row in words, without the value: "CCCD, trang 2, đề xuất che, khá chắc"."""
        if node.mark is not None:
            return f"{texts.LOOK_MANUAL()}, {node.title}"
        if node.ref is None:
            title = masked(node.title) if node.secret else node.title
            return texts.GROUP_SPOKEN(title=title, n=node.count, open=node.ask)
        file = self._by_number[node.ref.file]
        finding = file.findings[node.ref.finding]
        kind = type_name(file.entity_type(finding.id))
        where = place_words(finding.places[0], None)
        look = look_word(file.look(finding.id))
        sure = confidence_word(finding.score)
        return f"{kind}, {where}, {look}, {sure}. {reason_words(finding)}"


def _urgency(node: Node) -> tuple[bool, int]:
    return (not node.ask, -node.count)


def _depth(node: Node) -> int:
    depth, above = 0, node.parent
    while above is not None:
        depth, above = depth + 1, above.parent
    return depth
