"""The tables of a folder's run: questions for a person, and how every file came out. Virtual, for tens of thousands."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from redactor.model import Action
from ui import folder_texts, texts
from ui.icons import icon
from ui.language import Text
from ui.masking import SECRET, masked
from ui.theme import Colours
from ui.wording import file_reason, gap_words, type_name

if TYPE_CHECKING:
    from redactor.batch_review import Question
    from redactor.batch_summary import FileResult

Index = QModelIndex | QPersistentModelIndex

STATUS: dict[str, tuple[Text, str]] = {
    "verified": (folder_texts.BATCH_VERIFIED, "verified"),
    "unchanged": (folder_texts.BATCH_UNCHANGED, "verified"),
    "open": (folder_texts.BATCH_OPEN, "check"),
    "refused": (folder_texts.BATCH_REFUSED, "failed"),
    "failed": (folder_texts.BATCH_FAILED, "failed"),
    "left": (folder_texts.BATCH_LEFT, "stop"),
    "skipped": (folder_texts.BATCH_SKIPPED, "stop"),
}
"""Word and icon of a file's status, as in ``redactor.batch_summary.FileResult``."""

_ORDER = ("open", "refused", "failed", "left", "skipped", "verified", "unchanged")


class Ask(IntEnum):
    """Columns of the questions."""

    VALUE = 0
    TYPE = 1
    PLACES = 2
    FILES = 3
    ANSWER = 4


class QuestionModel(QAbstractTableModel):
    """What waits for a person: one row for all equal values."""

    def __init__(self, colours: Colours, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._rows: tuple[Question, ...] = ()
        self.answers: dict[str, Action] = {}

    def set_theme(self, colours: Colours) -> None:
        """Colours of the icons."""
        self._colours = colours

    def show(self, questions: Sequence[Question]) -> None:
        """List these; answers that still have a question stay."""
        self.beginResetModel()
        self._rows = tuple(questions)
        keys = {q.key for q in questions}
        self.answers = {k: a for k, a in self.answers.items() if k in keys}
        self.endResetModel()

    def answer(self, rows: Sequence[int], action: Action | None) -> None:
        """Answer some questions, or take the answers back."""
        for row in rows:
            key = self._rows[row].key
            if action is None:
                self.answers.pop(key, None)
            else:
                self.answers[key] = action
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(Ask) - 1))

    def answer_of(self, row: int) -> Action | None:
        """The answer given."""
        return self.answers.get(self._rows[row].key)

    @property
    def settled(self) -> int:
        """How many places the answers settle."""
        return sum(q.occurrences for q in self._rows if q.key in self.answers)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Qt's."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Qt's."""
        return 0 if parent.isValid() else len(Ask)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Qt's."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        heads = (
            texts.COL_VALUE,
            texts.COL_TYPE,
            texts.COL_COUNT,
            folder_texts.COL_FILES,
            folder_texts.COL_ANSWER,
        )
        return heads[section]()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt's."""
        if not index.isValid():
            return None
        question, column = self._rows[index.row()], index.column()
        answer = self.answers.get(question.key)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(question, Ask(column), answer)
        if role == SECRET and column == Ask.VALUE:
            return question.value or None
        if role == Qt.ItemDataRole.DecorationRole and column == Ask.VALUE:
            name = {Action.HIDE: "hide", Action.KEEP: "keep"}.get(answer, "check") if answer else "check"
            return icon(name, self._colours.text if answer else self._colours.warning)
        if role == Qt.ItemDataRole.ToolTipRole and column == Ask.FILES:
            return "\n".join(question.files[:20])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            n, files = question.occurrences, len(question.files)
            kind, said = _kind(question), self._words(question, Ask.ANSWER, answer)
            return folder_texts.QUESTION_SPOKEN(type=kind, n=n, files=files, answer=said)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in (Ask.PLACES, Ask.FILES):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    @staticmethod
    def _words(question: Question, column: Ask, answer: Action | None) -> str:
        if column is Ask.VALUE:
            nameless = (
                folder_texts.UNREAD_PLACE() if question.gap is not None else folder_texts.WHOLE_COLUMN()
            )
            return masked(" ".join(question.value.split())) or nameless
        if column is Ask.TYPE:
            return _kind(question)
        if column is Ask.PLACES:
            return texts.NUMBER(n=question.occurrences)
        if column is Ask.FILES:
            return texts.NUMBER(n=len(question.files))
        words = {Action.HIDE: texts.HIDE, Action.KEEP: texts.KEEP}
        return words[answer]() if answer in words else folder_texts.NO_ANSWER()


def _kind(question: Question) -> str:
    """What it seems to be, or why it could not be read."""
    if question.entity_type is not None:
        return type_name(question.entity_type)
    return gap_words(question.gap) if question.gap is not None else ""


class ResultModel(QAbstractTableModel):
    """How the files came out: what has no copy first."""

    def __init__(self, colours: Colours, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._rows: list[FileResult] = []
        self._at: dict[str, int] = {}

    def set_theme(self, colours: Colours) -> None:
        """Colours of the icons."""
        self._colours = colours

    def clear(self) -> None:
        """A new run."""
        self.beginResetModel()
        self._rows, self._at = [], {}
        self.endResetModel()

    def put(self, result: FileResult) -> None:
        """A file came out, or came out otherwise."""
        row = self._at.get(result.path)
        if row is not None:
            self._rows[row] = result
            self.dataChanged.emit(self.index(row, 0), self.index(row, 2))
            return
        row = len(self._rows)
        self.beginInsertRows(QModelIndex(), row, row)
        self._at[result.path] = row
        self._rows.append(result)
        self.endInsertRows()

    def show(self, results: Sequence[FileResult]) -> None:
        """All of them, in the order in which they need a person."""
        self.beginResetModel()
        self._rows = sorted(results, key=lambda r: (_ORDER.index(r.status), r.path))
        self._at = {r.path: n for n, r in enumerate(self._rows)}
        self.endResetModel()

    def result(self, row: int) -> FileResult:
        """A row's file."""
        return self._rows[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Qt's."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Qt's."""
        return 0 if parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Qt's."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (folder_texts.COL_FILE, folder_texts.COL_STATUS, folder_texts.COL_WHY)[section]()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt's."""
        if not index.isValid():
            return None
        result, column = self._rows[index.row()], index.column()
        word, picture = STATUS[result.status]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return (result.path, word(), self._why(result))[column]
        if role == Qt.ItemDataRole.DecorationRole and column == 0:
            c = self._colours
            colours = {"verified": c.success, "check": c.warning, "failed": c.danger}
            return icon(picture, colours.get(picture, c.muted))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (PurePath(result.path).name, word(), self._why(result))))
        return None

    @staticmethod
    def _why(result: FileResult) -> str:
        if result.has_copy or not result.reason:
            return result.output
        return file_reason(result.reason, result.params)
