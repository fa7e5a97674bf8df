"""A click group whose further commands are imported when they are called, so that ``--help`` stays quick."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import dataclass

import click


@dataclass(frozen=True, slots=True)
class LazyCommand:
    """Where a command is, and its line in the group's help."""

    module: str
    name: str
    short_help: str


class LazyGroup(click.Group):
    """A group with commands of its own and lazy ones."""

    lazy: Mapping[str, LazyCommand] = {
        "batch": LazyCommand("redactor.cli_batch", "batch", "Che cả một thư mục, giữ nguyên cây thư mục."),
        "watch": LazyCommand("redactor.cli_watch", "watch", "Theo dõi một thư mục: tệp mới vào là che."),
        "shell": LazyCommand("redactor.cli_shell", "shell", "Menu chuột phải: install, remove, status."),
    }

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, own and lazy."""
        return sorted({*super().list_commands(ctx), *self.lazy})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command by its name; imports a lazy one."""
        lazy = self.lazy.get(cmd_name)
        if lazy is None:
            return super().get_command(ctx, cmd_name)
        command: click.Command = getattr(importlib.import_module(lazy.module), lazy.name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing the lazy ones."""
        rows = []
        for name in self.list_commands(ctx):
            if name in self.lazy:
                rows.append((name, self.lazy[name].short_help))
            elif (command := super().get_command(ctx, name)) is not None and not command.hidden:
                rows.append((name, command.get_short_help_str(80)))
        with formatter.section("Commands"):
            formatter.write_dl(rows)
