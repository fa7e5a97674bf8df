"""What ``redactor batch`` and ``redactor watch`` share: how they tell, their common options, how they are stopped."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from redactor.errors import RedactorError, SourceMissing, SourceUnreadable

if TYPE_CHECKING:
    from redactor import watch as watch_module
    from redactor.batch_options import Event, Progress
    from redactor.batch_summary import FileResult
    from redactor.messages import Text
    from redactor.policy import Policy


class Teller:
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
        elif isinstance(event, watch.Away) and event.target:
            self.emit("target_away", {"code": event.reason})
            reason = messages_batch.reason_sentence(event.reason, event.params, self.language)
            self.say(messages_batch.TARGET_AWAY, reason=reason)
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


def common_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options of both commands."""
    options = [
        click.option(
            "--policy",
            "policy_name",
            metavar="FILE|NAME",
            help="Tệp chính sách, hoặc: mac-dinh, nghiem-ngat.",
        ),
        click.option(
            "--rules",
            "rules_file",
            type=click.Path(path_type=Path, dir_okay=False),
            help="Tệp quy tắc riêng: mẫu, từ luôn che, từ luôn giữ (YAML).",
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
        click.option(
            "--low-priority/--normal-priority",
            default=True,
            help="Nhường máy cho các chương trình khác (mặc định), hay chạy hết sức.",
        ),
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


def load_policy(name: str | None, gaps: str | None, rules_file: Path | None = None) -> Policy:
    """The policy asked for, with ``--gaps`` and ``--rules`` over what it says. Raises ``RedactorError``."""
    from redactor.policy import load

    policy = load(name, rules_file)
    return policy.model_copy(update={"gaps": gaps}) if gaps else policy


def read_password(path: Path | None) -> str:
    """The first line of the password file, or "". Raises ``SourceMissing``, ``SourceUnreadable``."""
    if path is None:
        return ""
    try:
        return path.read_text("utf-8-sig").split("\n", 1)[0].rstrip("\r")
    except FileNotFoundError:
        raise SourceMissing from None
    except (OSError, UnicodeDecodeError):
        raise SourceUnreadable(cause="read") from None


def die(teller: Teller, error: RedactorError) -> NoReturn:
    """Tell what keeps the whole from starting, and end with its exit code."""
    teller.emit("error", {"code": error.code, "params": error.params})
    teller.warn(error)
    sys.exit(error.exit_code)


def cancel_on_signals(cancel: Callable[[], None]) -> None:
    """Ctrl+C and a polite request to end stop the run the clean way."""
    for name in ("SIGINT", "SIGTERM", "SIGBREAK"):
        number = getattr(signal, name, None)
        if number is not None:
            signal.signal(number, lambda *_: cancel())


@contextlib.contextmanager
def interruptible() -> Iterator[None]:
    """While a question waits for its answer, Ctrl+C ends the asking and not the run."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
