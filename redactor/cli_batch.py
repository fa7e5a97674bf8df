"""``redactor batch``."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from redactor.cli_folder import (
    Teller,
    cancel_on_signals,
    common_options,
    die,
    interruptible,
    load_policy,
    read_password,
)
from redactor.errors import Cancelled, DiskFull, RedactorError, SomeFailed

if TYPE_CHECKING:
    from redactor.batch import Batch, BatchResult
    from redactor.batch_summary import FileResult
    from redactor.messages import Text
    from redactor.model import Action


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
@click.option(
    "--ask", is_flag=True, help="Hỏi ngay tại đây những chỗ chưa chắc, rồi che tiếp (gồm --attended)."
)
@click.option(
    "--questions",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Ghi những chỗ chưa chắc vào tệp này để điền câu trả lời (gồm --attended).",
)
@click.option(
    "--answers",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Đọc câu trả lời từ tệp do --questions ghi ra (gồm --attended).",
)
@common_options
def batch(
    folder: Path,
    output_dir: Path,
    workers: int | None,
    resume: bool,
    attended: bool,
    cross_file: bool,
    overwrite: bool,
    ask: bool,
    questions: Path | None,
    answers: Path | None,
    policy_name: str | None,
    rules_file: Path | None,
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
    from redactor import cli_review, messages_batch
    from redactor.batch import Batch, BatchOptions
    from redactor.batch_answers import read_answers, write_questions

    teller = Teller(language, as_json)
    try:
        given = read_answers(answers) if answers is not None else {}
        options = BatchOptions(
            folder,
            output_dir,
            load_policy(policy_name, gaps, rules_file),
            include=include,
            exclude=exclude,
            workers=workers,
            low_priority=low_priority,
            cross_file=cross_file,
            attended=attended or ask or questions is not None or answers is not None,
            overwrite=overwrite,
            resume=resume,
            password=read_password(password_file),
        )
        with Batch(options, on_event=teller.on_event) as work:
            cancel_on_signals(work.cancel)
            _let_pause(work)
            result = work.run()
            if given:
                _tell_unused(teller, result, given)
                result = work.settle(given)
            if ask and result.review.questions and result.status == "finished":
                with interruptible():
                    typed = cli_review.ask(teller, result.review)
                result = work.settle(typed)
            if questions is not None:
                write_questions(result.review, questions, language)
    except RedactorError as error:
        die(teller, error)
    _tell(teller, result)
    if questions is not None:
        teller.say(messages_batch.QUESTIONS_WRITTEN, path=questions)
    sys.exit(_exit_code(teller, result))


def _let_pause(work: Batch) -> None:
    """``kill -USR1`` pauses and ``-USR2`` goes on, where the system has them; a program may also stop reading."""
    for name, action in (("SIGUSR1", work.pause), ("SIGUSR2", work.resume)):
        number = getattr(signal, name, None)
        if number is not None:
            # Not inside the signal handler: the lock it needs may be held by the very thread it interrupted.
            signal.signal(number, lambda *_, a=action: threading.Thread(target=a, daemon=True).start())


def _tell(teller: Teller, result: BatchResult) -> None:
    from redactor import messages_batch
    from redactor.batch_answers import question_data, question_name
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
            "questions": [question_data(q, teller.language) for q in waiting.questions],
            "not_processed": [teller.result(r) for r in result.not_processed],
            "values_cut": result.values_cut,
            "summary": str(result.summary) if result.summary else None,
        },
    )
    if teller.as_json:
        return
    missing = [r for r in result.not_processed if r.status not in ("skipped", "left")]
    left = sum(r.status == "left" for r in result.not_processed)
    _list(teller, messages_batch.NOT_PROCESSED, missing)
    _list(teller, messages_batch.LEFT_ALONE, [r for r in result.not_processed if r.status == "skipped"])
    if left:
        teller.say(messages_batch.NOT_REACHED, count=left)
    if waiting.questions:
        teller.say(messages_batch.REVIEW)
        for question in waiting.questions[:20]:
            name = question_name(question, teller.language)
            row = messages_batch.QUESTION.in_language(teller.language)
            teller.line("  " + row.format(count=question.occurrences, files=len(question.files), name=name))
        if any(r.status == "open" for r in result.results):
            teller.say(messages_batch.HOW_TO_ANSWER)
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


def _tell_unused(teller: Teller, result: BatchResult, given: Mapping[str, Action]) -> None:
    from redactor import messages_batch

    unused = len(given.keys() - {q.key for q in result.review.questions})
    if unused:
        teller.emit("unused_answers", {"count": unused})
        teller.say(messages_batch.UNUSED_ANSWERS, count=unused)


def _list(teller: Teller, title: Text, results: Sequence[FileResult]) -> None:
    from redactor.messages_batch import reason_sentence

    if results:
        teller.say(title)
        for result in results:
            teller.line(f"  {result.path}: {reason_sentence(result.reason, result.params, teller.language)}")


def _exit_code(teller: Teller, result: BatchResult) -> int:
    if result.status == "cancelled":
        return Cancelled.exit_code
    if result.status == "stopped":
        return DiskFull.exit_code
    if result.failed:
        total = sum(r.status != "skipped" for r in result.results)
        teller.warn(SomeFailed(failed=result.failed, total=total))
        return SomeFailed.exit_code
    return 0
