"""``redactor batch`` and ``redactor watch``."""

from __future__ import annotations

import dataclasses
import json
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from redactor.errors import Cancelled, DiskFull, RedactorError, SomeFailed, SourceMissing, SourceUnreadable

if TYPE_CHECKING:
    from redactor import watch as watch_module
    from redactor.batch import Batch, BatchResult, Event, Progress
    from redactor.batch_summary import FileResult
    from redactor.messages import Text
    from redactor.policy import Policy


class _Teller:
    """Tells a run to a person or to a program."""

    def __init__(self, language: str, as_json: bool) -> None:
        self.language = language
        self.as_json = as_json
        self._width = 0

    def emit(self, event: str, data: dict[str, Any]) -> None:
        """One JSON object on one line of standard output, at once."""
        if self.as_json:
            # Names that are not valid UTF-8 come out escaped, as JSON can.
            click.echo(json.dumps({"event": event, **data}, ensure_ascii=True))
            sys.stdout.flush()

    def say(self, text: Text, **values: object) -> None:
        """A sentence of the result, unless a program is reading."""
        if not self.as_json:
            self.clear()
            click.echo(text.in_language(self.language).format(**values))

    def line(self, text: str) -> None:
        """A line of a list, unless a program is reading."""
        if not self.as_json:
            self.clear()
            click.echo(text)

    def warn(self, error: RedactorError) -> None:
        """What went wrong with the whole."""
        from redactor.messages import error_sentence

        self.clear()
        click.echo(error_sentence(error, self.language), err=True)

    def on_event(self, event: Event) -> None:
        """What a batch tells while it runs."""
        from redactor import batch, messages_batch
        from redactor.batch_summary import FileResult

        if isinstance(event, batch.Listed):
            counts = {"to_do": event.to_do, "unchanged": event.unchanged, "skipped": len(event.skipped)}
            self.emit("listed", counts)
            self.say(messages_batch.LISTED, **counts)
        elif isinstance(event, batch.Progress):
            self.emit("progress", dataclasses.asdict(event))
            self._show(event)
        elif isinstance(event, FileResult):
            self.emit("file", self.result(event))

    def on_watch(self, event: watch_module.Event) -> None:
        """What a watched folder tells."""
        from redactor import messages_batch, watch

        if isinstance(event, watch.Watching):
            self.emit("watching", {"told": event.told})
            self.say(messages_batch.WATCHING)
        elif isinstance(event, watch.Away):
            self.emit("away", {})
            self.say(messages_batch.AWAY)
        else:
            self.emit("file", self.result(event))
            reason = messages_batch.reason_sentence(event.reason, event.params, self.language)
            self.line(f"{event.path} → {event.output}" if event.has_copy else f"{event.path}: {reason}")

    def result(self, result: FileResult) -> dict[str, Any]:
        """A file's result as data."""
        from redactor.messages_batch import reason_sentence

        data = dataclasses.asdict(result)
        data["code"] = data.pop("reason") or None
        data["source"] = data.pop("path")
        data["counts"] = data.pop("found")
        if result.reason:
            data["reason"] = reason_sentence(result.reason, result.params, self.language)
        return data

    def clear(self) -> None:
        """Take the progress line away."""
        if self._width:
            click.echo("\r" + " " * self._width + "\r", err=True, nl=False)
            self._width = 0

    def _show(self, progress: Progress) -> None:
        if self.as_json or not sys.stderr.isatty():
            return
        from redactor import messages_batch

        phase = messages_batch.PHASES[progress.phase].in_language(self.language)
        line = f"{phase} {progress.done}/{progress.total}  {progress.share:.0%}"
        if progress.seconds_left is not None:
            left = messages_batch.duration(progress.seconds_left, self.language)
            line += "  " + messages_batch.TIME_LEFT.in_language(self.language).format(time=left)
        click.echo("\r" + line.ljust(self._width), err=True, nl=False)
        self._width = len(line)


def _common(command: Callable[..., None]) -> Callable[..., None]:
    options = [
        click.option(
            "--policy",
            "policy_name",
            metavar="FILE|NAME",
            help="Tệp chính sách, hoặc: mac-dinh, nghiem-ngat.",
        ),
        click.option(
            "--gaps",
            type=click.Choice(["refuse", "cover", "accept"]),
            help="Chỗ không đọc được: từ chối, che, hay chấp nhận để nguyên.",
        ),
        click.option(
            "--include",
            multiple=True,
            metavar="MẪU",
            help="Chỉ lấy tệp khớp mẫu, như *.pdf; dùng được nhiều lần.",
        ),
        click.option(
            "--exclude",
            multiple=True,
            metavar="MẪU",
            help="Bỏ tệp khớp mẫu, như nháp/*; dùng được nhiều lần.",
        ),
        click.option(
            "--password-file",
            type=click.Path(path_type=Path, dir_okay=False),
            help="Tệp văn bản UTF-8 mà dòng đầu là mật khẩu.",
        ),
        click.option("--low-priority", is_flag=True, help="Nhường máy cho các chương trình khác."),
        click.option("--json", "as_json", is_flag=True, help="Mỗi sự kiện một đối tượng JSON trên một dòng."),
        click.option(
            "--lang",
            "language",
            type=click.Choice(["vi", "en"]),
            default="vi",
            help="Ngôn ngữ của thông báo.",
        ),
    ]
    for option in reversed(options):
        command = option(command)
    return command


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--output-dir",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Thư mục cho các bản che; cây thư mục được giữ nguyên.",
)
@click.option(
    "--workers", type=click.IntRange(1, 64), help="Số tệp làm cùng lúc; mặc định theo số nhân và bộ nhớ."
)
@click.option(
    "--resume/--no-resume", default=True, help="Làm tiếp phần còn lại (mặc định), hay làm lại từ đầu."
)
@click.option("--attended", is_flag=True, help="Chỗ chưa chắc thì để lại cho người xem.")
@click.option(
    "--cross-file/--no-cross-file",
    default=True,
    help="Điều một tệp chứng tỏ được tìm trong mọi tệp (mặc định), hay xét riêng từng tệp.",
)
@click.option("--overwrite", is_flag=True, help="Ghi đè tệp lạ trùng tên với bản che.")
@_common
def batch(
    folder: Path,
    output_dir: Path,
    workers: int | None,
    resume: bool,
    attended: bool,
    cross_file: bool,
    overwrite: bool,
    policy_name: str | None,
    gaps: str | None,
    include: tuple[str, ...],
    exclude: tuple[str, ...],
    password_file: Path | None,
    low_priority: bool,
    as_json: bool,
    language: str,
) -> None:
    """Che cả thư mục FOLDER: mọi tệp bên trong, kể cả thư mục con.

    Tệp đã xong thì bỏ qua; bị ngắt giữa chừng thì chạy lại lệnh này để làm tiếp. Một tệp hỏng không làm dừng các
    tệp khác.
    """
    from redactor.batch import Batch, BatchOptions

    teller = _Teller(language, as_json)
    try:
        options = BatchOptions(
            folder,
            output_dir,
            _policy(policy_name, gaps),
            include=include,
            exclude=exclude,
            workers=workers,
            low_priority=low_priority,
            cross_file=cross_file,
            attended=attended,
            overwrite=overwrite,
            resume=resume,
            password=_password(password_file),
        )
        with Batch(options, on_event=teller.on_event) as work:
            _cancel_on_signals(work.cancel)
            _let_pause(work)
            result = work.run()
    except RedactorError as error:
        _die(teller, error)
    _tell(teller, result)
    sys.exit(_exit_code(teller, result))


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--output-dir",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Thư mục cho các bản che.",
)
@click.option(
    "--move-to",
    type=click.Path(path_type=Path, file_okay=False),
    help="Chuyển tệp gốc vào đây khi đã có bản che; mặc định để nguyên chỗ.",
)
@click.option(
    "--settle",
    type=click.FloatRange(0.1, 3600),
    default=2.0,
    show_default=True,
    help="Tệp coi là chép xong khi không đổi trong ngần này giây.",
)
@click.option(
    "--look",
    type=click.FloatRange(0.1, 3600),
    default=5.0,
    show_default=True,
    help="Ổ đĩa mạng: nhìn lại thư mục sau mỗi ngần này giây.",
)
@_common
def watch(
    folder: Path,
    output_dir: Path,
    move_to: Path | None,
    settle: float,
    look: float,
    policy_name: str | None,
    gaps: str | None,
    include: tuple[str, ...],
    exclude: tuple[str, ...],
    password_file: Path | None,
    low_priority: bool,
    as_json: bool,
    language: str,
) -> None:
    """Theo dõi thư mục FOLDER: tệp mới hoặc vừa sửa, khi đã chép xong, thì che ngay theo chính sách.

    Ổ đĩa mạng có thể mất rồi có lại. Dừng bằng Ctrl+C.
    """
    from redactor.watch import Watcher, WatchOptions

    teller = _Teller(language, as_json)
    try:
        options = WatchOptions(
            folder,
            output_dir,
            _policy(policy_name, gaps),
            move_to=move_to,
            include=include,
            exclude=exclude,
            settle_seconds=settle,
            look_seconds=look,
            low_priority=low_priority,
            password=_password(password_file),
        )
        watcher = Watcher(options, on_event=teller.on_watch)
        _cancel_on_signals(watcher.stop)
        watcher.run()
    except RedactorError as error:
        _die(teller, error)


def _policy(name: str | None, gaps: str | None) -> Policy:
    from redactor.policy import load

    policy = load(name)
    return policy.model_copy(update={"gaps": gaps}) if gaps else policy


def _password(path: Path | None) -> str:
    if path is None:
        return ""
    try:
        return path.read_text("utf-8-sig").split("\n", 1)[0].rstrip("\r")
    except FileNotFoundError:
        raise SourceMissing from None
    except (OSError, UnicodeDecodeError):
        raise SourceUnreadable(cause="read") from None


def _die(teller: _Teller, error: RedactorError) -> NoReturn:
    teller.emit("error", {"code": error.code, "params": error.params})
    teller.warn(error)
    sys.exit(error.exit_code)


def _cancel_on_signals(cancel: Callable[[], None]) -> None:
    """Ctrl+C and a polite request to end stop the run the clean way."""
    for name in ("SIGINT", "SIGTERM", "SIGBREAK"):
        number = getattr(signal, name, None)
        if number is not None:
            signal.signal(number, lambda *_: cancel())


def _let_pause(work: Batch) -> None:
    """``kill -USR1`` pauses and ``-USR2`` goes on, where the system has them; a program may also stop reading."""
    for name, action in (("SIGUSR1", work.pause), ("SIGUSR2", work.resume)):
        number = getattr(signal, name, None)
        if number is not None:
            # Not inside the signal handler: the lock it needs may be held by the very thread it interrupted.
            signal.signal(number, lambda *_, a=action: threading.Thread(target=a, daemon=True).start())


def _tell(teller: _Teller, result: BatchResult) -> None:
    from recognizers.entities import INFO
    from redactor import messages_batch
    from redactor.batch_known import MAX_VALUES

    waiting = result.review
    copies = sum(r.has_copy for r in result.results)
    teller.emit(
        "finished",
        {
            "status": result.status,
            "copies": copies,
            "failed": result.failed,
            "open": waiting.occurrences,
            "waiting": [p.path for p in waiting.files],
            "questions": [
                {"type": str(q.entity_type), "occurrences": q.occurrences, "files": list(q.files)}
                for q in waiting.questions
            ],
            "not_processed": [teller.result(r) for r in result.not_processed],
            "summary": str(result.summary) if result.summary else None,
        },
    )
    if teller.as_json:
        return
    missing = [r for r in result.not_processed if r.status != "skipped"]
    _list(teller, messages_batch.NOT_PROCESSED, missing)
    _list(teller, messages_batch.LEFT_ALONE, [r for r in result.not_processed if r.status == "skipped"])
    if waiting.questions:
        teller.say(messages_batch.REVIEW)
        for question in waiting.questions[:20]:
            info = INFO[question.entity_type]
            name = info.en if teller.language == "en" else info.vi
            row = messages_batch.QUESTION.in_language(teller.language)
            teller.line("  " + row.format(count=question.occurrences, files=len(question.files), name=name))
    teller.say(messages_batch.STATUS[result.status])
    teller.say(
        messages_batch.FINISHED,
        copies=copies,
        open=waiting.occurrences,
        waiting=len(waiting.files),
        failed=result.failed,
    )
    if result.values_cut:
        teller.say(messages_batch.CUT, limit=MAX_VALUES)
    if result.summary is not None:
        teller.say(messages_batch.SUMMARY, path=result.summary)


def _list(teller: _Teller, title: Text, results: Sequence[FileResult]) -> None:
    from redactor.messages_batch import reason_sentence

    if results:
        teller.say(title)
        for result in results:
            teller.line(f"  {result.path}: {reason_sentence(result.reason, result.params, teller.language)}")


def _exit_code(teller: _Teller, result: BatchResult) -> int:
    if result.status == "cancelled":
        return Cancelled.exit_code
    if result.status == "stopped":
        return DiskFull.exit_code
    if result.failed:
        total = sum(r.status != "skipped" for r in result.results)
        teller.warn(SomeFailed(failed=result.failed, total=total))
        return SomeFailed.exit_code
    return 0
