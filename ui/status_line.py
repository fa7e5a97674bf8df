"""Under everything: how far the review is, that nothing leaves this computer, when it was saved."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QStatusBar

from redactor.jobs import JobState
from ui import folder_texts, texts
from ui.autosave import Autosave
from ui.controller import Controller
from ui.review import FileReview
from ui.watch_run import WatchRun
from ui.watch_window import watch_words
from ui.wording import error_words


class StatusLine:
    """The labels of a status bar."""

    def __init__(self, bar: QStatusBar, controller: Controller, autosave: Autosave) -> None:
        self._controller = controller
        self._autosave = autosave
        self.seen, self.decided, self.unread, self.engine = QLabel(), QLabel(), QLabel(), QLabel()
        self.queue = QLabel()
        self.watch, self.saved, self.local = QLabel(), QLabel(), QLabel()
        self.watch.hide()
        for label in (self.queue, self.seen, self.decided, self.unread, self.engine):
            bar.addWidget(label)
        bar.addPermanentWidget(self.watch)
        bar.addPermanentWidget(self.saved)
        bar.addPermanentWidget(self.local)
        bar.setSizeGripEnabled(False)

    def tell(self, file: FileReview | None) -> None:
        """Say how things stand, in the language in use."""
        self.local.setText(texts.LOCAL_ONLY())
        self._tell_queue()
        self._tell_file(file)
        self._tell_engine()
        self._tell_saved()

    def _tell_queue(self) -> None:
        """How far the whole queue is, while there is more than one file to wait for."""
        files = list(self._controller.session)
        left = sum(f.state in (JobState.WAITING, JobState.SCANNING) for f in files)
        paused = self._controller.queue.paused
        self.queue.setVisible(left > 0 and (len(files) > 1 or paused))
        done = texts.QUEUE_WORKING(done=len(files) - left, n=len(files))
        self.queue.setText(texts.QUEUE_PAUSED(n=left) if paused else done)

    def tell_watch(self, run: WatchRun) -> None:
        """Whether a folder is watched; all of it in the tooltip."""
        self.watch.setVisible(run.on)
        self.watch.setText(folder_texts.WATCH_STATUS())
        self.watch.setToolTip(watch_words(run))

    def _tell_file(self, file: FileReview | None) -> None:
        scanned = file is not None and file.scan is not None
        self.seen.setVisible(scanned and file is not None and file.paged)
        self.decided.setVisible(scanned)
        self.unread.setVisible(scanned and file is not None and file.open_gaps > 0)
        if file is not None and scanned:
            self.seen.setText(texts.SEEN(seen=len(file.seen), n=file.pages))
            total = len(file.findings)
            self.decided.setText(texts.DECIDED(done=total - file.open_findings, n=total))
            self.unread.setText(texts.UNREAD(n=file.open_gaps))

    def _tell_engine(self) -> None:
        error = self._controller.engine_error
        ready = self._controller.queue.pool is not None
        if error is not None:
            self.engine.setText(texts.ENGINE_FAILED(why=error_words(error)))
        else:
            self.engine.setText("" if ready else texts.WARMING())
        self.engine.setVisible(not ready)

    def _tell_saved(self) -> None:
        save = self._autosave
        if save.available is False:
            self.saved.setText(texts.NOT_SAVED())
            self.saved.setToolTip(texts.NOT_SAVED_WHY())
            return
        self.saved.setText(texts.SAVED_AT(time=save.saved_at.strftime("%H:%M:%S")) if save.saved_at else "")
        self.saved.setToolTip("")
