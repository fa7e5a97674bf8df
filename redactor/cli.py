"""The command line: ``redactor redact | scan | types``.

Results go to standard output, progress and messages to standard error. Exit codes: see ``redactor.errors``.
Imports here stay light: ``redactor --help`` must answer at once.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from redactor import __version__
from redactor.cli_lazy import LazyGroup

if TYPE_CHECKING:
    from redactor.errors import RedactorError
    from redactor.isolation import CancelToken
    from redactor.model import Scan, Stage
    from redactor.policy import Policy
    from redactor.record import Record

_TREATMENTS = {
    "kept": ("giữ", "kept"),
    "redacted": ("che bên trong", "redacted"),
    "left_out": ("bỏ ra", "left out"),
}
_SENSITIVE_NOTE = {"vi": "nhạy cảm", "en": "sensitive"}


class _Console:
    """Where words go: people read standard error, programs standard output."""

    def __init__(self, language: str, as_json: bool) -> None:
        self.language = language
        self.as_json = as_json
        self._width = 0

    def say(self, vi: str, en: str) -> None:
        """A line of the result, unless a program is reading."""
        if not self.as_json:
            click.echo(en if self.language == "en" else vi)

    def warn(self, text: str) -> None:
        """A line for the person about something that went wrong."""
        self.clear()
        click.echo(text, err=True)

    def emit(self, data: dict[str, Any]) -> None:
        """One JSON object on one line of standard output."""
        if self.as_json:
            click.echo(json.dumps(data, ensure_ascii=False))

    def progress(self, name: str) -> Callable[[Stage, int, int], None]:
        """A line that is rewritten, only where someone looks at it."""

        def show(stage: Stage, done: int, total: int) -> None:
            if not sys.stderr.isatty():
                return
            from redactor.messages import STAGES

            count = f" {done}/{total}" if total > 1 else ""
            line = f"{name}: {STAGES[stage].in_language(self.language)}{count}"[:100]
            click.echo("\r" + line.ljust(self._width), err=True, nl=False)
            self._width = len(line)

        return show

    def clear(self) -> None:
        """Take the progress line away."""
        if self._width:
            click.echo("\r" + " " * self._width + "\r", err=True, nl=False)
            self._width = 0


_inputs = click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path))
_policy = click.option(
    "--policy", "policy_name", metavar="FILE|NAME", help="Tệp chính sách, hoặc: mac-dinh, nghiem-ngat."
)
_rules = click.option(
    "--rules",
    "rules_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Tệp quy tắc riêng: mẫu, từ luôn che, từ luôn giữ (YAML).",
)
_json = click.option("--json", "as_json", is_flag=True, help="Mỗi tệp một đối tượng JSON trên đầu ra chuẩn.")
_password = click.option(
    "--password-file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Tệp văn bản UTF-8 mà dòng đầu là mật khẩu.",
)
_lang = click.option(
    "--lang", "language", type=click.Choice(["vi", "en"]), default="vi", help="Ngôn ngữ của thông báo."
)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="redactor")
def cli() -> None:
    """Che Dữ Liệu: tìm và che dữ liệu cá nhân trong PDF và bảng tính, ngay trên máy này."""


@cli.command()
@_inputs
@click.option(
    "--output-dir",
    type=click.Path(path_type=Path, file_okay=False),
    help="Thư mục cho các bản che; mặc định cạnh tệp gốc.",
)
@_password
@_policy
@_rules
@click.option("--overwrite", is_flag=True, help="Ghi đè bản che cũ cùng tên.")
@click.option(
    "--gaps",
    type=click.Choice(["refuse", "cover", "accept"]),
    help="Chỗ không đọc được: từ chối, che, hay chấp nhận để nguyên.",
)
@_json
@_lang
def redact(
    inputs: tuple[Path, ...],
    output_dir: Path | None,
    password_file: Path | None,
    policy_name: str | None,
    rules_file: Path | None,
    overwrite: bool,
    gaps: str | None,
    as_json: bool,
    language: str,
) -> None:
    """Ghi bản đã che, đã kiểm tra, của từng tệp, cùng biên bản.

    Bản che mang tên <tên>_da-che.<đuôi>; tệp gốc không bao giờ bị sửa.
    """
    from redactor.pipeline import Job, run

    console = _Console(language, as_json)
    policy = _effective_policy(console, (policy_name, rules_file), overwrite, gaps)
    password = _read_password(console, password_file)
    key = _job_key()

    def one(source: Path, pool: Any, cancel: CancelToken) -> RedactorError | None:
        job = Job(source, output_dir=output_dir, password=password, key=key)
        record = run(job, policy, pool, console.progress(source.name), cancel)
        console.clear()
        _tell_record(console, record)
        return _error_of(record)

    sys.exit(_over_all(inputs, console, ("document", "verify"), one))


@cli.command()
@_inputs
@_password
@_policy
@_rules
@click.option("--check", is_flag=True, help="Kết thúc với mã 10 nếu có dữ liệu cá nhân.")
@_json
@_lang
def scan(
    inputs: tuple[Path, ...],
    password_file: Path | None,
    policy_name: str | None,
    rules_file: Path | None,
    check: bool,
    as_json: bool,
    language: str,
) -> None:
    """Chỉ tìm, không ghi gì: dữ liệu cá nhân theo loại, chỗ không đọc được, phần ẩn của tệp."""
    from redactor import errors, pipeline

    console = _Console(language, as_json)
    policy = _effective_policy(console, (policy_name, rules_file), False, None)
    password = _read_password(console, password_file)

    def one(source: Path, pool: Any, cancel: CancelToken) -> RedactorError | None:
        try:
            found = pipeline.scan(
                pipeline.Job(source, password=password), policy, pool, console.progress(source.name), cancel
            )
        except errors.RedactorError as error:
            console.clear()
            _tell_failure(console, source, error.code, dict(error.params))
            return error
        console.clear()
        hidden = _tell_scan(console, source, found, policy)
        return errors.FindingsPresent(count=hidden) if check and hidden else None

    sys.exit(_over_all(inputs, console, ("document",), one))


@cli.command()
@_json
@_lang
def types(as_json: bool, language: str) -> None:
    """Liệt kê các loại dữ liệu: mã, tên tiếng Việt, nhóm theo Nghị định 356/2025/NĐ-CP."""
    from recognizers.entities import INFO

    console = _Console(language, as_json)
    for entity_type, info in INFO.items():
        name = info.en if language == "en" else info.vi
        console.emit(
            {
                "type": str(entity_type),
                "vi": info.vi,
                "en": info.en,
                "class": info.legal_class,
                "sensitive": info.sensitive,
            }
        )
        mark = f"  ({_SENSITIVE_NOTE[language]})" if info.sensitive else ""
        console.say(*[f"{entity_type:<20} {info.legal_class:<8} {name}{mark}"] * 2)


@cli.command()
@click.argument("record", type=click.Path(path_type=Path, dir_okay=False))
@_lang
def report(record: Path, language: str) -> None:
    """Viết biên bản (.ban-ghi.json) thành trang HTML để in và lưu hồ sơ."""
    from redactor.errors import RedactorError
    from redactor.record_page import write_page

    console = _Console(language, as_json=False)
    try:
        click.echo(str(write_page(record, language)))
    except RedactorError as error:
        _die(console, error)


def main() -> None:
    """Entry point of the ``redactor`` command."""
    for stream in (sys.stdout, sys.stderr):
        # A console in a legacy code page must not turn a Vietnamese sentence into a crash.
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    cli(prog_name="redactor")


def _over_all(
    inputs: Sequence[Path],
    console: _Console,
    roles: tuple[str, ...],
    one: Callable[[Path, Any, CancelToken], RedactorError | None],
) -> int:
    """Do every input, whatever happens to the others, and return the exit code."""
    from redactor.errors import Cancelled, FindingsPresent, SomeFailed
    from redactor.isolation import CancelToken, WorkerPool
    from redactor.messages import error_sentence

    failures: list[RedactorError] = []
    with WorkerPool() as pool:
        pool.warm(*roles)
        try:
            for source in inputs:
                error = one(source, pool, CancelToken())
                if error is not None:
                    failures.append(error)
        except KeyboardInterrupt:
            console.warn(error_sentence(Cancelled(), console.language))
            return Cancelled.exit_code
    if not failures:
        return 0
    if all(isinstance(f, FindingsPresent) for f in failures):
        return FindingsPresent.exit_code
    if len(inputs) == 1:
        return failures[0].exit_code
    real = [f for f in failures if not isinstance(f, FindingsPresent)]
    console.warn(error_sentence(SomeFailed(failed=len(real), total=len(inputs)), console.language))
    return SomeFailed.exit_code


def _effective_policy(
    console: _Console, files: tuple[str | None, Path | None], overwrite: bool, gaps: str | None
) -> Policy:
    from redactor.errors import RedactorError
    from redactor.policy import load

    try:
        policy = load(*files)
    except RedactorError as error:
        _die(console, error)
    if overwrite:
        policy = policy.model_copy(update={"output": policy.output.model_copy(update={"overwrite": True})})
    if gaps:
        policy = policy.model_copy(update={"gaps": gaps})
    return policy


def _read_password(console: _Console, path: Path | None) -> str:
    from redactor.errors import SourceMissing, SourceUnreadable

    if path is None:
        return ""
    try:
        return path.read_text("utf-8-sig").split("\n", 1)[0].rstrip("\r")
    except FileNotFoundError:
        _die(console, SourceMissing())
    except (OSError, UnicodeDecodeError):
        _die(console, SourceUnreadable(cause="read"))


def _die(console: _Console, error: RedactorError) -> NoReturn:
    from redactor.messages import error_sentence

    console.warn(error_sentence(error, console.language))
    sys.exit(error.exit_code)


def _job_key() -> bytes:
    import secrets

    return secrets.token_bytes(32)


def _error_of(record: Record) -> RedactorError | None:
    from redactor.isolation import ERRORS_BY_CODE

    return ERRORS_BY_CODE[record.reason](**record.params) if record.reason else None


def _tell_record(console: _Console, record: Record) -> None:
    from redactor.messages import sentence_for
    from redactor.record import record_path

    console.emit(
        {
            "source": str(record.source),
            "output": str(record.output) if record.output else None,
            "record": str(record_path(record.output)) if record.output else None,
            "status": record.status,
            "counts": record.counts,
            "hidden": {row["type"]: row["count"] for row in record.body.get("hidden", [])},
            "gaps": record.gaps,
            "reason": sentence_for(record.reason, record.params, console.language) if record.reason else None,
            "code": record.reason or None,
        }
    )
    if record.output is None:
        if not console.as_json:
            console.warn(f"{record.source}: {sentence_for(record.reason, record.params, console.language)}")
        return
    console.say(f"{record.source} → {record.output}", f"{record.source} → {record.output}")
    console.say(f"  biên bản: {record_path(record.output)}", f"  record: {record_path(record.output)}")
    for row in record.body["hidden"]:
        console.say(f"  che {row['count']:>5}  {row['name']}", f"  hid {row['count']:>5}  {row['type']}")
    for row in record.body["decisions"]["kept"]:
        console.say(
            f"  giữ {row['count']:>5}  {_type_name(row['type'], 'vi')}",
            f"  kept {row['count']:>4}  {row['type']}",
        )
    checks = len(record.body["verification"])
    console.say(f"  đã kiểm tra lại: {checks} phép, đều đạt", f"  verified: {checks} checks, all passed")


def _type_name(entity_type: str, language: str) -> str:
    from recognizers.entities import INFO, EntityType

    info = INFO[EntityType(entity_type)]
    return info.en if language == "en" else info.vi


def _tell_failure(console: _Console, source: Path, code: str, params: dict[str, Any]) -> None:
    from redactor.messages import sentence_for

    sentence = sentence_for(code, params, console.language)
    console.emit(
        {
            "source": str(source),
            "output": None,
            "status": "failed",
            "counts": {},
            "gaps": [],
            "reason": sentence,
            "code": code,
        }
    )
    if not console.as_json:
        console.warn(f"{source}: {sentence}")


def _tell_scan(console: _Console, source: Path, found: Scan, policy: Policy) -> int:
    """Print what was found; returns how many occurrences the policy would hide."""
    from redactor.gaps_left import gaps_left, hidden_by
    from redactor.messages import GAPS
    from redactor.model import Action
    from redactor.part_names import part_name
    from redactor.policy import decide
    from redactor.record import describe_place, found_counts

    decisions = decide(found, policy)
    decided = {d.finding: d.action for d in decisions.items}
    gaps = gaps_left(found, hidden_by(decisions))
    hidden = sum(f.count for f in found.findings if decided[f.id] is not Action.KEEP)
    counts = found_counts(found)
    console.emit(
        {
            "source": str(source),
            "output": None,
            "status": "scanned",
            "counts": counts,
            "would_hide": hidden,
            "gaps": [{"reason": str(g.reason), "place": describe_place(g.place)} for g in gaps],
            "parts": [
                {"part": p.part, "count": p.count, "treatment": str(p.treatment)} for p in found.hidden_parts
            ],
            "reason": None,
        }
    )
    console.say(
        f"{source}: {sum(counts.values())} chỗ, sẽ che {hidden}",
        f"{source}: {sum(counts.values())} places, {hidden} to hide",
    )
    for entity_type, count in counts.items():
        console.say(
            f"  {count:>5}  {_type_name(entity_type, 'vi')}", f"  {count:>5}  {_type_name(entity_type, 'en')}"
        )
    for gap in gaps:
        text = GAPS[gap.reason].in_language(console.language)
        where = ", ".join(f"{k} {v}" for k, v in describe_place(gap.place).items())
        console.say(f"  không đọc được: {text} ({where})", f"  not read: {text} ({where})")
    for part in found.hidden_parts:
        name = part_name(part.part, console.language)
        where = f" ({part.where})" if part.where else ""
        vi, en = _TREATMENTS[part.treatment]
        console.say(
            f"  phần ẩn: {part.count} × {name}{where}: {vi}", f"  hidden: {part.count} × {name}{where}: {en}"
        )
    return hidden
