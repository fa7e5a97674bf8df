"""The right-click menu: put there, looked at, taken away; for the user only, without administrator's rights.

Each system has its own entries (``redactor.shell.windows``, ``.linux``, ``.macos``); all are ``Entry`` objects that
can be installed again and again, repair themselves when the program has moved, and leave nothing when removed.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

State = Literal["installed", "outdated", "absent"]

MENU = "Che Dữ Liệu"


@dataclass(frozen=True, slots=True)
class Verb:
    """One line of the menu: the window's mode it starts, and its words."""

    mode: str
    text: str


VERBS: tuple[Verb, ...] = (
    Verb("redact", "Che ngay"),
    Verb("review", "Xem rồi che"),
    Verb("check", "Chỉ kiểm tra"),
)

MIME_TYPES: tuple[str, ...] = (
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.ms-excel.sheet.macroEnabled.12",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.template",
    "application/vnd.ms-excel",
    "application/vnd.ms-excel.sheet.binary.macroEnabled.12",
    "application/vnd.oasis.opendocument.spreadsheet",
    "text/csv",
    "text/tab-separated-values",
    "text/plain",
    "image/png",
    "image/jpeg",
    "image/tiff",
)


@dataclass(frozen=True, slots=True)
class Program:
    """How the window is started: the program and its first arguments, and its icon's file if there is one."""

    command: tuple[str, ...]
    icon: str = ""

    def with_mode(self, verb: Verb) -> tuple[str, ...]:
        """The command for one line of the menu; files follow."""
        return (*self.command, "--mode", verb.mode)


class Entry(Protocol):
    """One thing that is put into the system for one file manager."""

    @property
    def manager(self) -> str:
        """Whose menu it is."""

    @property
    def where(self) -> str:
        """Its file or registry key, for people."""

    def state(self) -> State:
        """Whether it is there, as it should be. Raises ``OSError``."""

    def install(self) -> None:
        """Put it there, or set it right. Raises ``OSError``."""

    def remove(self) -> None:
        """Take it away; nothing happens if it is not there. Raises ``OSError``."""


def find_program() -> Program:
    """The window's program as it is installed now: beside this one, on the search path, or this interpreter."""
    ending = ".exe" if sys.platform == "win32" else ""
    here = Path(sys.executable).parent
    icon = next((str(p) for p in _icons() if p.is_file()), "")
    beside = here / f"redactor-ui{ending}"
    if beside.is_file():
        return Program((str(beside),), icon)
    found = shutil.which("redactor-ui")
    if found:
        return Program((str(Path(found).absolute()),), icon)
    return Program((sys.executable, "-m", "ui.app"), icon)


def entries(program: Program | None = None, *, everywhere: bool = False) -> Sequence[Entry]:
    """The entries of this system, for the file managers that are installed here.

    Args:
        program: what they start; None for the one that is installed.
        everywhere: for all file managers, to find what was left when one of them was removed.
    """
    program = program or find_program()
    if sys.platform == "win32":
        from redactor.shell import windows

        return windows.entries(program)
    if sys.platform == "darwin":
        from redactor.shell import macos

        return macos.entries(program)
    from redactor.shell import linux

    return linux.entries(program, present=(lambda _: True) if everywhere else linux.is_installed)


def _icons() -> tuple[Path, ...]:
    """Where the window's package keeps it; on Windows the program's own icon is used."""
    if sys.platform == "win32":
        return ()
    return (Path(__file__).parent.parent.parent / "ui" / "resources" / "app.svg",)
