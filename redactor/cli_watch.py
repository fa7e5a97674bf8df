"""``redactor watch``."""

from __future__ import annotations

from pathlib import Path

import click

from redactor.cli_folder import Teller, cancel_on_signals, common_options, die, load_policy, read_password
from redactor.errors import RedactorError


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
@common_options
def watch(
    folder: Path,
    output_dir: Path,
    move_to: Path | None,
    settle: float,
    look: float,
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
    """Theo dõi thư mục FOLDER: tệp mới hoặc vừa sửa, khi đã chép xong, thì che ngay theo chính sách.

    Ổ đĩa mạng có thể mất rồi có lại. Dừng bằng Ctrl+C.
    """
    from redactor.watch import Watcher, WatchOptions

    teller = Teller(language, as_json)
    try:
        options = WatchOptions(
            folder,
            output_dir,
            load_policy(policy_name, gaps, rules_file),
            move_to=move_to,
            include=include,
            exclude=exclude,
            settle_seconds=settle,
            look_seconds=look,
            low_priority=low_priority,
            password=read_password(password_file),
        )
        watcher = Watcher(options, on_event=teller.on_watch)
        cancel_on_signals(watcher.stop)
        watcher.run()
    except RedactorError as error:
        die(teller, error)
