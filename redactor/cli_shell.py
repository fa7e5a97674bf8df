"""``redactor shell install | remove | status``: the right-click menu of this user."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from redactor.messages import Text
    from redactor.shell import Entry

_json = click.option("--json", "as_json", is_flag=True, help="Mỗi mục một đối tượng JSON.")
_lang = click.option(
    "--lang", "language", type=click.Choice(["vi", "en"]), default="vi", help="Ngôn ngữ của thông báo."
)


@click.group()
def shell() -> None:
    """Menu chuột phải trong trình quản lý tệp, cho riêng người dùng này; không cần quyền quản trị."""


@shell.command()
@_json
@_lang
def install(as_json: bool, language: str) -> None:
    """Thêm menu chuột phải; chạy lại sau khi dời chương trình để sửa."""
    from redactor import messages_shell
    from redactor.shell import entries

    found = entries()
    sys.exit(_over_all(found, lambda e: e.install(), as_json, language, messages_shell.INSTALLED))


@shell.command()
@_json
@_lang
def remove(as_json: bool, language: str) -> None:
    """Bỏ menu chuột phải, không để lại gì."""
    from redactor import messages_shell
    from redactor.shell import entries

    # The other way round: the application goes before the choices that protected the user's programs from it.
    found = list(reversed(entries(everywhere=True)))
    sys.exit(_over_all(found, lambda e: e.remove(), as_json, language, messages_shell.REMOVED))


@shell.command()
@_json
@_lang
def status(as_json: bool, language: str) -> None:
    """Cho biết menu đã có chưa, có cần sửa không. Mã kết thúc 0 nếu đủ, 1 nếu thiếu hoặc cần sửa."""
    from redactor.shell import entries

    found = entries()
    code = _over_all(found, lambda e: None, as_json, language, None)
    sys.exit(code or int(any(e.state() != "installed" for e in found)))


def _over_all(
    found: Sequence[Entry], act: Callable[[Entry], None], as_json: bool, language: str, done: Text | None
) -> int:
    """Do every entry, whatever happens to the others; returns the exit code."""
    from redactor import messages_shell
    from redactor.files import target_error
    from redactor.messages import error_sentence

    code = 0
    for entry in found:
        state, sentence = "failed", ""
        try:
            act(entry)
            state = "absent" if done is messages_shell.REMOVED else entry.state()
        except OSError as error:
            problem = target_error(error)
            sentence = error_sentence(problem, language)
            code = problem.exit_code
        if as_json:
            click.echo(
                json.dumps(
                    {"manager": entry.manager, "where": entry.where, "state": state}, ensure_ascii=False
                )
            )
        else:
            words = messages_shell.STATES[state].in_language(language)
            click.echo(f"{entry.manager:<12} {words:<14} {entry.where}")
        if sentence:
            click.echo(f"{entry.where}: {sentence}", err=True)
    if done is not None and not as_json and not code:
        click.echo(done.in_language(language))
    return code
