r"""Windows: verbs under the user's ``Software\Classes``, and lines in the Send-to menu.

``SystemFileAssociations\.ext`` keeps the menu whatever program owns the type, and touches nothing of the owner. The
sub-menu is made of nested ``shell`` keys with an empty ``SubCommands``. ``MultiSelectModel=Player`` lets up to a
hundred marked files through; Explorer starts the program once per file, and the launcher (or the window's own single
instance) brings them together. The first-level menu of Windows 11 needs a signed package: see ``installer/README.md``.
"""

from __future__ import annotations

import importlib
import os
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from redactor.formats import SUPPORTED_SUFFIXES
from redactor.shell import MENU, VERBS, Entry, Program, State

CLASSES = "Software\\Classes"
KEY = "CheDuLieu.Menu"
LAUNCHER = "che-du-lieu-send.exe"


class Registry(Protocol):
    """What is needed of the user's part of the registry; keys are below ``HKEY_CURRENT_USER``, values are text."""

    def values(self, key: str) -> dict[str, str] | None:
        """A key's values ("" is the default value), or None if there is no such key."""

    def subkeys(self, key: str) -> list[str]:
        """Names of the keys below; empty if there is no such key."""

    def set(self, key: str, name: str, value: str) -> None:
        """Set a value, making the key."""

    def delete(self, key: str) -> None:
        """Delete a key that has no keys below; nothing happens if it is not there."""


class UserRegistry:
    """The real one."""

    def __init__(self) -> None:
        # By name, since its functions exist for type checkers on Windows only.
        self._winreg: Any = importlib.import_module("winreg")

    def values(self, key: str) -> dict[str, str] | None:
        """See ``Registry``."""
        try:
            with self._winreg.OpenKey(self._winreg.HKEY_CURRENT_USER, key) as handle:
                count = self._winreg.QueryInfoKey(handle)[1]
                found = [self._winreg.EnumValue(handle, n) for n in range(count)]
        except FileNotFoundError:
            return None
        return {name: str(value) for name, value, _ in found}

    def subkeys(self, key: str) -> list[str]:
        """See ``Registry``."""
        try:
            with self._winreg.OpenKey(self._winreg.HKEY_CURRENT_USER, key) as handle:
                return [self._winreg.EnumKey(handle, n) for n in range(self._winreg.QueryInfoKey(handle)[0])]
        except FileNotFoundError:
            return []

    def set(self, key: str, name: str, value: str) -> None:
        """See ``Registry``."""
        with self._winreg.CreateKey(self._winreg.HKEY_CURRENT_USER, key) as handle:
            self._winreg.SetValueEx(handle, name, 0, self._winreg.REG_SZ, value)

    def delete(self, key: str) -> None:
        """See ``Registry``."""
        try:
            self._winreg.DeleteKey(self._winreg.HKEY_CURRENT_USER, key)
        except FileNotFoundError:
            return


@dataclass(frozen=True, slots=True)
class VerbTree:
    r"""The sub-menu on one kind of thing.

    Attributes:
        registry: where it is written.
        parent: the kind: ``SystemFileAssociations\.pdf``, ``Directory``, ``Directory\Background``.
        keys: values by key, below ``Software\Classes\<parent>\shell\<KEY>``.
    """

    registry: Registry = field(repr=False)
    parent: str
    keys: Mapping[str, Mapping[str, str]] = field(repr=False)
    manager: str = "Explorer"

    @property
    def where(self) -> str:
        """See ``Entry``."""
        return f"HKCU\\{self._root}"

    @property
    def _root(self) -> str:
        return f"{CLASSES}\\{self.parent}\\shell\\{KEY}"

    def state(self) -> State:
        """See ``Entry``."""
        if self.registry.values(self._root) is None:
            return "absent"
        good = all(self.registry.values(f"{self._root}{below}") == dict(v) for below, v in self.keys.items())
        return "installed" if good and set(self._below(self._root)) == self._wanted_keys() else "outdated"

    def install(self) -> None:
        """See ``Entry``."""
        state = self.state()
        if state == "installed":
            return
        if state == "outdated":
            self._delete_tree(self._root)
        for below, values in self.keys.items():
            for name, value in values.items():
                self.registry.set(f"{self._root}{below}", name, value)

    def remove(self) -> None:
        """See ``Entry``. The keys above go too, if nothing else is in them."""
        self._delete_tree(self._root)
        above = f"{CLASSES}\\{self.parent}\\shell"
        while above.count("\\") > CLASSES.count("\\"):
            if self.registry.values(above) or self.registry.subkeys(above):
                break
            self.registry.delete(above)
            above = above.rpartition("\\")[0]

    def _wanted_keys(self) -> set[str]:
        wanted: set[str] = set()
        for below in self.keys:
            parts = below.strip("\\").split("\\") if below else []
            wanted |= {"\\".join(parts[: n + 1]) for n in range(len(parts))}
        return {f"{self._root}\\{w}" for w in wanted}

    def _below(self, key: str) -> list[str]:
        found = []
        for name in self.registry.subkeys(key):
            found += [f"{key}\\{name}", *self._below(f"{key}\\{name}")]
        return found

    def _delete_tree(self, key: str) -> None:
        for below in self.registry.subkeys(key):
            self._delete_tree(f"{key}\\{below}")
        self.registry.delete(key)


MakeShortcut = Callable[[Path, str, str, str], None]
"""Path of the shortcut, target, arguments, icon."""


@dataclass(frozen=True, slots=True)
class SendTo:
    """A line in the Send-to menu: takes any number of files in one start."""

    path: Path
    target: str
    arguments: str
    icon: str
    make: MakeShortcut = field(repr=False)
    manager: str = "Send-to"

    @property
    def where(self) -> str:
        """See ``Entry``."""
        return str(self.path)

    def state(self) -> State:
        """See ``Entry``. A shortcut names its target in UTF-16 or in the system's code page."""
        try:
            content = self.path.read_bytes()
        except FileNotFoundError:
            return "absent"
        # Windows may spell the drive's letter, and an ASCII path, its own way.
        plain = content.lower().replace(b"\0", b"")
        good = self.target.lower().encode("utf-16-le").replace(b"\0", b"") in plain
        return "installed" if good and self.arguments.encode("ascii") in plain else "outdated"

    def install(self) -> None:
        """See ``Entry``."""
        if self.state() != "installed":
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.make(self.path, self.target, self.arguments, self.icon)

    def remove(self) -> None:
        """See ``Entry``."""
        self.path.unlink(missing_ok=True)


def entries(
    program: Program,
    registry: Registry | None = None,
    send_to: Path | None = None,
    make_shortcut: MakeShortcut | None = None,
) -> Sequence[Entry]:
    """The entries on files, folders, the background of folders, and Send-to.

    Args:
        program: what they start.
        registry: where verbs are written; None for the user's.
        send_to: the Send-to folder; None for the user's.
        make_shortcut: makes a shortcut; None asks Windows.
    """
    registry = registry or UserRegistry()
    roaming = os.environ.get("APPDATA") or str(Path.home() / "AppData" / "Roaming")
    send_to = send_to or Path(roaming) / "Microsoft" / "Windows" / "SendTo"
    kinds = [(f"SystemFileAssociations\\{suffix}", "%1") for suffix in sorted(SUPPORTED_SUFFIXES)]
    kinds += [("Directory", "%1"), ("Directory\\Background", "%V")]
    trees: list[Entry] = [VerbTree(registry, kind, verb_keys(program, param)) for kind, param in kinds]
    shortcuts: list[Entry] = [
        SendTo(
            send_to / f"{MENU} - {verb.text}.lnk",
            program.command[0],
            subprocess.list2cmdline(program.with_mode(verb)[1:]),
            program.icon or program.command[0],
            make_shortcut or ask_windows_for_shortcut,
        )
        for verb in VERBS
    ]
    return [*trees, *shortcuts]


def verb_keys(program: Program, parameter: str) -> dict[str, dict[str, str]]:
    """Values by key below the menu's own key."""
    icon = program.icon or f"{program.command[0]},0"
    keys = {"": {"MUIVerb": MENU, "Icon": icon, "SubCommands": "", "MultiSelectModel": "Player"}}
    for number, verb in enumerate(VERBS, 1):
        here = f"\\shell\\{number}{verb.mode}"  # Explorer sorts by key name
        keys[here] = {"MUIVerb": verb.text, "MultiSelectModel": "Player"}
        started, *arguments = _launched(program).with_mode(verb)
        # Always in quotes: the same words whether or not the path has spaces, as the installer writes them too.
        command = f'"{started}" {subprocess.list2cmdline(arguments)}'
        keys[f"{here}\\command"] = {"": f'{command} "{parameter}"'}
    return keys


def _launched(program: Program) -> Program:
    """Through the launcher where it stands beside the program: a start of Python per marked file is spared."""
    launcher = Path(program.command[0]).with_name(LAUNCHER)
    return Program((str(launcher),)) if len(program.command) == 1 and launcher.is_file() else program


def ask_windows_for_shortcut(path: Path, target: str, arguments: str, icon: str) -> None:
    """Make a shortcut by the shell's own object, which PowerShell reaches on every Windows 10 and 11.

    Raises:
        OSError: it did not work.
    """
    script = (
        "$s = (New-Object -ComObject WScript.Shell).CreateShortcut($env:CDL_PATH);"
        "$s.TargetPath = $env:CDL_TARGET; $s.Arguments = $env:CDL_ARGUMENTS; $s.IconLocation = $env:CDL_ICON; $s.Save()"
    )
    values = {"CDL_PATH": str(path), "CDL_TARGET": target, "CDL_ARGUMENTS": arguments, "CDL_ICON": icon}
    try:
        done = subprocess.run(
            ["powershell", "-NoProfile", "-NonInteractive", "-Command", script],
            env={**os.environ, **values},
            capture_output=True,
            timeout=60,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        raise OSError("the shortcut could not be made") from None
    if done.returncode or not path.exists():
        raise OSError("the shortcut could not be made")
