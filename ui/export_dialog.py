"""The checklist before a copy is written, and what came of it. Nothing here says "safe": only what was checked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from redactor.errors import RedactorError
from redactor.jobs import JobState
from redactor.model import Action, PartPlace, Stage, Treatment
from redactor.record import record_path
from ui import texts
from ui.controller import Controller
from ui.dialog_size import fit
from ui.flow_layout import FlowLayout
from ui.icons import icon, icon_size
from ui.language import language
from ui.review import FileReview
from ui.theme import Colours
from ui.wording import error_words, stage_words

_SHOWN_CHARACTERS = 48
"""Of a long name or path; all of it is in the tooltip."""


class ExportDialog(QDialog):
    """``confirmed``: file numbers, folder or None, overwrite; ``go_to``: ``open``, ``gaps`` or ``seen``."""

    confirmed = Signal(object, object, bool)
    go_to = Signal(str)

    def __init__(
        self,
        controller: Controller,
        file: FileReview,
        folder: Path | None,
        colours: Colours,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._file = file
        self._folder = folder
        self._colours = colours
        self.setWindowTitle(texts.EXPORT_TITLE())
        fit(self, 84, 4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(10)
        title = QLabel(self)
        title.setProperty("heading", True)
        room = title.fontMetrics().averageCharWidth() * _SHOWN_CHARACTERS
        title.setText(title.fontMetrics().elidedText(file.path.name, Qt.TextElideMode.ElideMiddle, room))
        title.setToolTip(str(file.path))
        layout.addWidget(title)
        for row in self._checks():
            layout.addLayout(row)
        layout.addStretch(1)
        line = QFrame(self)
        line.setFrameShape(QFrame.Shape.HLine)
        layout.addWidget(line)
        layout.addLayout(self._where())
        self.overwrite = QCheckBox(texts.OVERWRITE(), self)
        self.overwrite.setChecked(controller.policy.output.overwrite)
        layout.addWidget(self.overwrite)
        self.go = QPushButton(texts.EXPORT_THIS(), self)
        self.go.setProperty("primary", True)
        self.go.setDefault(True)
        self.go.setEnabled(controller.blocked(file.number) is None)
        self.go.clicked.connect(lambda: self._confirm([file.number]))
        buttons = FlowLayout()
        buttons.addWidget(self.go)
        ready = [f.number for f in controller.session if _ready(controller, f)]
        if len(ready) > 1 or (ready and file.number not in ready):
            every = QPushButton(texts.EXPORT_ALL_READY(n=len(ready)), self)
            every.clicked.connect(lambda: self._confirm(ready))
            buttons.addWidget(every)
        cancel = QPushButton(texts.CANCEL(), self)
        cancel.clicked.connect(self.reject)
        buttons.addWidget(cancel)
        layout.addSpacing(4)
        layout.addLayout(buttons)

    def _checks(self) -> list[QHBoxLayout]:
        file = self._file
        rows = [
            self._check(
                file.open_findings == 0, texts.CHECK_OPEN_OK(), texts.CHECK_OPEN(n=file.open_findings), "open"
            ),
            self._check(
                file.open_gaps == 0, texts.CHECK_GAPS_OK(), texts.CHECK_GAPS(n=file.open_gaps), "gaps"
            ),
        ]
        if file.paged:
            all_seen = len(file.seen) >= file.pages
            missing = texts.CHECK_SEEN(seen=len(file.seen), n=file.pages)
            rows.append(self._check(all_seen, texts.CHECK_SEEN_OK(), missing, "seen", blocking=False))
        assert file.scan is not None
        if file.scan.signatures:
            rows.append(self._note(texts.CHECK_SIGNED()))
        if self._controller.policy.output.redact_name and _name_is_personal(file):
            rows.append(self._note(texts.CHECK_NAME()))
        embedded = [p for p in file.scan.hidden_parts if p.part.endswith("attachment")]
        if embedded:
            redacted = all(p.treatment is Treatment.REDACTED for p in embedded)
            text = texts.CHECK_EMBEDDED_REDACTED if redacted else texts.CHECK_EMBEDDED
            rows.append(self._note(text(n=sum(p.count for p in embedded))))
        if file.scan.hidden_parts:
            rows.append(self._note(texts.CHECK_HIDDEN(n=len(file.scan.hidden_parts))))
        return rows

    def _check(self, good: bool, yes: str, no: str, what: str, *, blocking: bool = True) -> QHBoxLayout:
        c = self._colours
        name, colour = (
            ("hide", c.success) if good else ("failed", c.danger) if blocking else ("check", c.warning)
        )
        row = self._row(name, colour, yes if good else no)
        if not good:
            button = QPushButton(texts.GO_THERE(), self)
            button.setProperty("quiet", True)
            button.setAutoDefault(False)
            button.setAccessibleName(f"{texts.GO_THERE()}: {no}")
            button.clicked.connect(lambda: self._leave_for(what))
            row.addWidget(button)
        return row

    def _note(self, text: str) -> QHBoxLayout:
        return self._row("hidden-part", self._colours.muted, text)

    def _row(self, name: str, colour: str, text: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        picture, label = QLabel(self), QLabel(text, self)
        picture.setPixmap(icon(name, colour).pixmap(icon_size(self)))
        label.setWordWrap(True)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)
        return row

    def _where(self) -> QVBoxLayout:
        self._place = QLabel(self)
        self._place.setWordWrap(True)
        row = FlowLayout()
        for text, run in (
            (texts.BESIDE_SOURCE(), lambda: self._set_folder(None)),
            (texts.CHOOSE_FOLDER(), self._choose),
        ):
            button = QPushButton(text, self)
            button.setAutoDefault(False)
            button.clicked.connect(run)
            row.addWidget(button)
        column = QVBoxLayout()
        column.addWidget(self._place)
        column.addLayout(row)
        self._set_folder(self._folder)
        return column

    def _choose(self) -> None:
        start = str(self._folder or self._file.path.parent)
        name = QFileDialog.getExistingDirectory(self, texts.EXPORT_FOLDER(), start)
        if name:
            self._set_folder(Path(name))

    def _set_folder(self, folder: Path | None) -> None:
        from redactor.pipeline import Job, target_of

        self._folder = folder
        file = self._file
        assert file.scan is not None
        target = target_of(
            Job(file.path, output_dir=folder), file.scan, file.decisions(), self._controller.policy
        )
        where = texts.BESIDE_SOURCE().lower() if folder is None else str(folder)
        metrics = self._place.fontMetrics()
        room = metrics.averageCharWidth() * _SHOWN_CHARACTERS
        name, where = (
            metrics.elidedText(t, Qt.TextElideMode.ElideMiddle, room) for t in (target.name, where)
        )
        self._place.setText(texts.EXPORT_TO(name=name, where=where))
        self._place.setToolTip(str(target))

    def _leave_for(self, what: str) -> None:
        self.reject()
        self.go_to.emit(what)

    def _confirm(self, numbers: Sequence[int]) -> None:
        self.accept()
        self.confirmed.emit(list(numbers), self._folder, self.overwrite.isChecked())


def _ready(controller: Controller, file: FileReview) -> bool:
    return file.scan is not None and file.state is JobState.REVIEW and controller.blocked(file.number) is None


def _name_is_personal(file: FileReview) -> bool:
    return any(
        isinstance(p, PartPlace) and p.part == "file.name" and file.action(f.id) is Action.HIDE
        for f in file.findings.values()
        for p in f.places
    )


class _ResultCard(QFrame):
    """What came of one file."""

    def __init__(self, dialog: ResultDialog, number: int) -> None:
        super().__init__(dialog)
        self.setObjectName("card")
        self._dialog, self._number = dialog, number
        self._picture = QLabel(self)
        self._name = QLabel(self)
        self._name.setProperty("heading", True)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setProperty("muted", True)
        self._progress = QProgressBar(self)
        self._progress.setTextVisible(False)
        self._buttons = FlowLayout()
        words = QVBoxLayout()
        words.setSpacing(6)
        for widget in (self._name, self._text, self._progress):
            words.addWidget(widget)
        words.addLayout(self._buttons)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(12)
        layout.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        self.refresh()

    def refresh(self) -> None:
        """Say it as it stands now."""
        dialog = self._dialog
        file = dialog.controller.session.files.get(self._number)
        if file is None:
            return
        c = dialog.colours
        elided = self._name.fontMetrics().elidedText(file.path.name, Qt.TextElideMode.ElideMiddle, 420)
        self._name.setText(elided)
        self._name.setToolTip(str(file.path))
        while (item := self._buttons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        running = file.state in (JobState.EXPORT_WAITING, JobState.EXPORTING)
        self._progress.setVisible(running)
        if running:
            self._picture.setPixmap(icon("waiting", c.muted).pixmap(26, 26))
            stage = file.stage
            waiting = texts.STATE_EXPORT_WAITING()
            self._text.setText(stage_words(Stage(stage[0]), stage[1], stage[2]) if stage else waiting)
            self._progress.setRange(0, stage[2] if stage and stage[2] > 1 else 0)
            self._progress.setValue(stage[1] if stage else 0)
            return
        if file.record is not None and file.record.output is not None:
            self._show_record(file, c)
        elif file.error is not None:
            self._show_error(file, c)
        else:
            self._picture.setPixmap(icon("stop", c.muted).pixmap(26, 26))
            self._text.setText(texts.STATE_CANCELLED())

    def _show_record(self, file: FileReview, c: Colours) -> None:
        assert file.record is not None
        copy = file.record.output
        assert copy is not None
        hidden = sum(row["count"] for row in file.record.body.get("hidden", []))
        checks = len(file.record.body.get("verification", []))
        self._picture.setPixmap(icon("verified", c.success).pixmap(26, 26))
        self._text.setText(
            f"{copy.name}\n{texts.RESULT_VERIFIED(n=checks)}. {texts.RESULT_HIDDEN(n=hidden)}."
        )
        self._button(texts.OPEN_COPY(), lambda: _open(copy), primary=True)
        self._button(texts.OPEN_ITS_FOLDER(), lambda: _open(copy.parent))
        self._button(texts.OPEN_RECORD(), lambda: _open_record(copy))

    def _show_error(self, file: FileReview, c: Colours) -> None:
        assert file.error is not None
        dialog, number, code = self._dialog, self._number, file.error.code
        self._picture.setPixmap(icon("failed", c.danger).pixmap(26, 26))
        self._text.setText(f"{texts.RESULT_FAILED()}. {error_words(file.error)}")
        if code == "verification_failed":
            pages = [
                p.strip() for p in str(file.error.params.get("pages", "")).split(",") if p.strip().isdigit()
            ]
            if pages:
                first = int(pages[0])
                self._button(texts.FIX_LOOK(page=first), lambda: dialog.leave_for(number, first))
            self._button(texts.FIX_STRICT(), lambda: dialog.again(number, image_pages=True), primary=True)
        elif code == "target_exists":
            self._button(texts.FIX_OVERWRITE(), lambda: dialog.again(number, overwrite=True), primary=True)
            self._button(texts.FIX_FOLDER(), lambda: dialog.again_elsewhere(number))
        elif code in ("target_unwritable", "disk_full"):
            self._button(texts.FIX_FOLDER(), lambda: dialog.again_elsewhere(number), primary=True)
        elif code == "source_unreadable":
            self._button(texts.FIX_RESCAN(), lambda: dialog.controller.retry(number), primary=True)
        else:
            self._button(texts.TRY_AGAIN(), lambda: dialog.again(number), primary=True)

    def _button(self, text: str, run: Callable[[], object], *, primary: bool = False) -> None:
        button = QPushButton(text, self)
        button.setProperty("primary", primary)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: run())
        self._buttons.addWidget(button)


class ResultDialog(QDialog):
    """Follows exports, one card a file. ``look_at``: file and page."""

    look_at = Signal(int, int)

    def __init__(self, controller: Controller, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.controller = controller
        self.colours = colours
        self._folder: Path | None = None
        self._cards: dict[int, _ResultCard] = {}
        self.setWindowTitle(texts.RESULT_TITLE())
        fit(self, 92, 20)
        body = QWidget(self)
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(4, 4, 4, 4)
        self._column.setSpacing(10)
        self._column.addStretch(1)
        area = QScrollArea(self)
        area.setWidget(body)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.addWidget(area, 1)
        layout.addWidget(buttons)
        self._sum = QLabel(self)
        self._sum.setProperty("heading", True)
        layout.insertWidget(0, self._sum)
        controller.file_changed.connect(self._changed)

    def follow(self, numbers: Sequence[int], folder: Path | None) -> None:
        """Show these files."""
        self._folder = folder
        for number in numbers:
            if number not in self._cards:
                card = self._cards[number] = _ResultCard(self, number)
                self._column.insertWidget(self._column.count() - 1, card)
        self._tell_sum()

    def _tell_sum(self) -> None:
        """Of several files, how many are verified; those that failed stand first."""
        files = [f for n in self._cards if (f := self.controller.session.files.get(n)) is not None]
        failed = [f.number for f in files if f.error is not None]
        done = sum(f.record is not None and f.error is None for f in files)
        parts = [texts.RESULT_SUM(done=done, n=len(files)) if done else texts.STATE_EXPORTING()]
        if failed:
            parts.append(texts.RESULT_SUM_FAILED(n=len(failed)))
        several = len(files) > 1
        self._sum.setText(", ".join(parts) if several else "")
        self._sum.setVisible(several)
        for number in reversed(failed):
            self._column.removeWidget(self._cards[number])
            self._column.insertWidget(0, self._cards[number])

    def _changed(self, number: int) -> None:
        if number in self._cards:
            self._cards[number].refresh()
            self._tell_sum()

    def again(self, number: int, *, overwrite: bool = False, image_pages: bool = False) -> None:
        """Export once more with another output option."""
        policy = self.controller.policy
        changed = {k: v for k, v in {"overwrite": overwrite, "image_pages": image_pages}.items() if v}
        policy = policy.model_copy(update={"output": policy.output.model_copy(update=changed)})
        self.controller.export(number, policy=policy, output_dir=self._folder)

    def again_elsewhere(self, number: int) -> None:
        """Export once more into another folder."""
        name = QFileDialog.getExistingDirectory(self, texts.EXPORT_FOLDER())
        if name:
            self._folder = Path(name)
            self.controller.export(number, output_dir=self._folder)

    def leave_for(self, number: int, page: int) -> None:
        """Close and look at a page."""
        self.close()
        self.look_at.emit(number, page)


def _open_record(copy: Path) -> None:
    """The record as a page to read and print; the record itself where the page cannot be written."""
    from redactor.record_page import write_page

    record = record_path(copy)
    try:
        _open(write_page(record, language.code))
    except RedactorError:
        _open(record)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
